import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../core.ts'
import { growth, LINEAR } from '../dev/growth.ts'
import { decodePart, decodeXml, MAX_DEPTH, scanXml } from './xml.ts'
import type { Refusal } from './zip.ts'

const refusal: Refusal = (kind, why) => new UnreadableError(`${kind}: ${why}`, '')
const namespaces = { 'urn:one': 'a', 'urn:one-strict': 'a', 'urn:two': 'b' }
const scan = (xml: string) => scanXml(xml, namespaces, refusal)

/** Everything the scanner reports, one item each: `<name`, `>name`, or the text. */
function events(xml: string): readonly string[] {
  const scanner = scan(xml)
  const found: string[] = []
  while (scanner.next())
    found.push(scanner.kind === 'text' ? scanner.text() : `${scanner.kind === 'start' ? '<' : '>'}${scanner.name}`)
  return found
}

describe('names', () => {
  test('follow the namespace, not the prefix', () => {
    expect(events('<x:p xmlns:x="urn:one"><x:t>一</x:t></x:p>')).toEqual(['<a:p', '<a:t', '一', '>a:t', '>a:p'])
    expect(events('<p xmlns="urn:one-strict"><t/></p>')).toEqual(['<a:p', '<a:t', '>a:t', '>a:p'])
  })

  test('of unknown or undeclared namespaces have no prefix', () => {
    expect(events('<p xmlns:c="urn:three"><c:q/><d:r/></p>')).toEqual(['<:p', '<:q', '>:q', '<:r', '>:r', '>:p'])
  })

  test('obey declarations where they stand, and lose them where the element ends', () => {
    const xml = '<p xmlns="urn:one"><p xmlns="urn:two"><q/></p><p/><x:p xmlns:x="urn:two"/><x:p/></p>'
    expect(events(xml).filter((event) => event.startsWith('<'))).toEqual([
      '<a:p',
      '<b:p',
      '<b:q',
      '<a:p',
      '<b:p',
      '<:p',
    ])
  })

  test('of objects are not found in namespaces', () => {
    expect(events('<x:toString xmlns:x="constructor"/>')).toEqual(['<:toString', '>:toString'])
  })
})

describe('offsets', () => {
  test('are exact, for tags, text, CDATA and empty elements', () => {
    const xml = '<?xml version="1.0"?>\n<!-- c --><p xmlns="urn:one" a=">"  >字&amp;<![CDATA[<x>]]><q\n/></p >\n'
    const scanner = scan(xml)
    const found: string[] = []
    while (scanner.next()) found.push(`${scanner.kind} ${scanner.depth} ${xml.slice(scanner.start, scanner.end)}`)
    expect(found).toEqual([
      'start 1 <p xmlns="urn:one" a=">"  >',
      'text 1 字&amp;',
      'text 1 <x>',
      'start 2 <q\n/>',
      'end 2 ',
      'end 1 </p >',
    ])
  })

  test('skip and content', () => {
    const xml = '<a xmlns="urn:one"><b><c>1</c><b/></b><d><e>2</e></d><f/><g><!-- </g> --></g>尾</a>'
    const scanner = scan(xml)
    const content: (string | undefined)[] = []
    const after: string[] = []
    scanner.next()
    while (scanner.next() && scanner.kind === 'start') {
      content.push(scanner.content())
      scanner.skip()
      after.push(scanner.name)
    }
    expect(after).toEqual(['a:b', 'a:d', 'a:f', 'a:g'])
    expect(content).toEqual([undefined, '<e>2</e>', '', undefined])
    expect(scanner.text()).toBe('尾')
  })
})

describe('attributes', () => {
  test('are found by namespace, in either quotes, decoded', () => {
    const scanner = scan(`<p xmlns:x="urn:one" xmlns:y="urn:two" x:v = 'a"&lt;b' v="plain" y:v="两"/>`)
    scanner.next()
    expect(['a:v', 'b:v', 'v', 'c:v'].map((name) => scanner.attribute(name))).toEqual([
      'a"<b',
      '两',
      'plain',
      undefined,
    ])
    expect([scanner.namespace('x'), scanner.namespace('z')]).toEqual(['urn:one', undefined])
  })

  test('that are none are refused', () => {
    for (const xml of ['<p a/>', '<p a=b/>', '<p a="1/>', '<p aa b="1"/>'])
      expect(() => {
        const scanner = scan(xml)
        scanner.next()
        scanner.attribute('none')
      }).toThrow('invalid: XML 内容不完整或已损坏')
  })
})

describe('entities', () => {
  test('are the five predefined ones and numeric references', () => {
    expect(decodeXml('&lt;&gt;&amp;&quot;&apos;&#25919;&#x6587;&#x1F600;')).toBe('<>&"\'政文😀')
  })

  test('that refer to no character become U+FFFD, and characters that XML forbids too', () => {
    expect(decodeXml('&nbsp;|&#0;|&#x1b;|&#xD800;|&#x110000;|&#99999999999999999999;|&|&;|&#;|\x1b[31m')).toBe(
      '\ufffd|\ufffd|\ufffd|\ufffd|\ufffd|\ufffd#99999999999999999999;|\ufffd|\ufffd;|\ufffd#;|\ufffd[31m',
    )
    expect(decodeXml('&constructor;&toString;')).not.toContain('function')
  })

  test('cannot be declared', () => {
    const declared = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;</p>'
    for (const xml of [
      declared,
      '<!DOCTYPE p SYSTEM "file:///etc/passwd"><p/>',
      '<p><!ENTITY a "b"></p>',
      '<!doctype p><p/>',
    ])
      expect(() => events(xml)).toThrow('invalid: XML 中含有文档类型或实体声明')
    expect(() => {
      const scanner = scan('<p><q><!DOCTYPE x></q></p>')
      scanner.next()
      scanner.skip()
    }).toThrow('DOCTYPE')
  })
})

describe('broken text', () => {
  test.each([
    '',
    '  ',
    'text',
    '<p>',
    '<p></q>',
    '<p></pp>',
    '<p><q></p></q>',
    '</p>',
    '<p/><p/>',
    '<p/>text',
    '<p',
    '<p a="',
    "<p a='>",
    '<p <q/>',
    '<>',
    '< p/>',
    '<p><!-- ',
    '<p><![CDATA[ ',
    '<?xml ',
  ])('%j is refused', (xml) => {
    expect(() => events(xml)).toThrow('invalid: XML')
  })

  test('nesting has a limit', () => {
    expect(events('<p>'.repeat(MAX_DEPTH) + '</p>'.repeat(MAX_DEPTH))).toHaveLength(2 * MAX_DEPTH)
    expect(() => events('<p>'.repeat(1_000_000))).toThrow('excess: XML 元素嵌套过深')
  })

  // Each of these would take minutes if the scanner looked at the rest of the text again and again.
  test.each([
    ['tags without attributes', 4, (n: number) => '<p/>'.repeat(n)],
    ['attributes in apostrophes', 1, (n: number) => "<p a='1' b='>'/>".repeat(n)],
    ['attributes in both quotes', 1, (n: number) => `<p a="'" b='"'/>`.repeat(n)],
    ['one tag with many attributes', 2, (n: number) => `<p ${'a="1" '.repeat(n)}/>`],
    ['declarations', 0.5, (n: number) => '<x:p xmlns:x="urn:one"><p/></x:p>'.repeat(n)],
    ['many names', 1, (n: number) => Array.from({ length: n }, (_, i) => `<p${i} a${i}=""/>`).join('')],
    ['comments', 1, (n: number) => '<p><!-- --></p>'.repeat(n)],
    ['ampersands', 10, (n: number) => '&'.repeat(n)],
    ['character references', 2, (n: number) => '&#x4e00;'.repeat(n)],
  ])('%s are scanned in linear time', (_, times, body) => {
    const scanning = (n: number) => {
      const xml = `<root xmlns="urn:one">${body(n * times)}</root>`
      return () => {
        const scanner = scan(xml)
        while (scanner.next()) {
          if (scanner.kind === 'start' && scanner.name === 'a:p') scanner.attribute('z')
          else if (scanner.kind === 'text') scanner.text()
        }
      }
    }
    expect(growth(scanning, 20_000)).toBeLessThan(LINEAR)
  })

  test('skipping is linear too, where the end cannot be seen ahead', () => {
    const skipping = (n: number) => {
      const xml = `<root>${'<p><p/></p>'.repeat(n)}<!-- -->${'<q><!-- --></q>'.repeat(n)}</root>`
      return () => {
        const scanner = scan(xml)
        scanner.next()
        while (scanner.next() && scanner.kind === 'start') scanner.skip()
      }
    }
    expect(growth(skipping, 20_000)).toBeLessThan(LINEAR)
  })
})

describe('decoding', () => {
  const xml = '<?xml version="1.0"?><p>汉字</p>'
  const swap = (bytes: Buffer) => Buffer.from(bytes).swap16()

  test.each([
    ['UTF-8', Buffer.from(xml)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${xml}`)],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['UTF-16BE with a mark', swap(Buffer.from(`\ufeff${xml}`, 'utf16le'))],
    ['UTF-16LE without a mark', Buffer.from(xml, 'utf16le')],
    ['UTF-16BE without a mark', swap(Buffer.from(xml, 'utf16le'))],
  ])('%s', (_, bytes) => {
    expect(decodePart(bytes, refusal)).toBe(xml)
  })

  test('a declared encoding', () => {
    const bytes = Buffer.concat([
      Buffer.from("<?xml version='1.0' encoding='GB2312'?><p>"),
      Buffer.from([0xba, 0xba]),
      Buffer.from('</p>'),
    ])
    expect(decodePart(bytes, refusal)).toContain('<p>汉</p>')
    expect(decodePart(Buffer.from('<?xml version="1.0" encoding="UTF-16"?><p>汉</p>'), refusal)).toContain('汉')
    expect(() => decodePart(Buffer.from('<?xml version="1.0" encoding="klingon"?><p/>'), refusal)).toThrow(
      'invalid: XML 使用了无法识别的编码 klingon',
    )
  })

  test('bytes that are no characters become U+FFFD', () => {
    expect(decodePart(Buffer.from([0x3c, 0x70, 0x2f, 0x3e, 0xff]), refusal)).toBe('<p/>\ufffd')
  })
})
