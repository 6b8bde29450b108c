import { describe, expect, it } from 'vitest'
import { UnreadableError } from '../core.ts'
import { decode } from './encoding.ts'
import { parsePlain, parser } from './plain.ts'

const TEXT = '各乡镇人民政府：\n请于8月30日前报送。\n'
const utf16 = (text: string, order: 'le' | 'be', bom: boolean) => {
  const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const utf32 = (text: string, order: 'le' | 'be'): Buffer =>
  Buffer.concat(
    [...`\ufeff${text}`].map((char) => {
      const unit = Buffer.alloc(4)
      if (order === 'le') unit.writeUInt32LE(char.codePointAt(0)!)
      else unit.writeUInt32BE(char.codePointAt(0)!)
      return unit
    }),
  )
/** TEXT in GBK. */
const GBK = Buffer.from('b8f7cfe7d5f2c8cbc3f1d5feb8aea3ba0ac7ebd3da38d4c23330c8d5c7b0b1a8cbcda1a30a', 'hex')

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 LE with BOM', utf16(TEXT, 'le', true), 'utf-16le'],
    ['UTF-16 BE with BOM', utf16(TEXT, 'be', true), 'utf-16be'],
    ['UTF-16 LE without BOM', utf16(TEXT, 'le', false), 'utf-16le'],
    ['UTF-16 BE without BOM', utf16(TEXT, 'be', false), 'utf-16be'],
    ['GBK', GBK, 'gb18030'],
  ])('%s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding, notices: [] })
  })

  it('reads four-byte GB18030', () => {
    expect(decode(Buffer.from([...GBK, 0x95, 0x32, 0x82, 0x36])).text).toBe(
      `${TEXT}${new TextDecoder('gb18030').decode(Uint8Array.of(0x95, 0x32, 0x82, 0x36))}`,
    )
  })

  it('keeps a text with a few broken bytes, and says how many', () => {
    const { text, notices } = decode(
      Buffer.concat([Buffer.from(TEXT.repeat(20)), Buffer.from([0xff]), Buffer.from('完')]),
    )
    expect(text.endsWith('�完')).toBe(true)
    expect(notices).toEqual([{ code: 'invalid-bytes', args: { count: 1 } }])
  })

  it('takes a short UTF-8 text with broken bytes for UTF-8, not for GB18030', () => {
    const bytes = Buffer.concat([
      Buffer.from('关于值班的通知'),
      Buffer.from([0xff, 0xe5]),
      Buffer.from('各乡镇：请值班。'),
    ])
    expect(decode(bytes)).toMatchObject({ encoding: 'utf-8', text: '关于值班的通知��各乡镇：请值班。' })
  })

  it('keeps a GB18030 text with a broken byte', () => {
    const { text, encoding } = decode(Buffer.concat([GBK, GBK, Buffer.from([0xff]), GBK]))
    expect(encoding).toBe('gb18030')
    expect(text).toContain(TEXT)
  })

  it.each([
    ['a zip', Buffer.from('PK\u0003\u0004xxxx')],
    ['an OLE file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256))],
    ['zeros', Buffer.alloc(1000)],
    ['UTF-32 LE', utf32(TEXT, 'le')],
    ['UTF-32 BE', utf32(TEXT, 'be')],
    ['too much', Buffer.alloc(33 * 1024 * 1024, 97)],
  ])('refuses %s with a reason and a remedy', (_, bytes) => {
    let error: unknown
    try {
      decode(bytes)
    } catch (e) {
      error = e
    }
    expect(error).toBeInstanceOf(UnreadableError)
    expect((error as UnreadableError).message).toMatch(/[一-龥]/)
    expect((error as UnreadableError).remedy).toMatch(/[一-龥]/)
  })
})

describe('plain text', () => {
  it('has a block for each line that is not empty, at its exact place', () => {
    const { text, blocks } = parser.parse(Buffer.from('　　第一段。\r\n\r\n第二段。 \r第三段'))
    expect(blocks.map((b) => [text.slice(b.start, b.end), b.label])).toEqual([
      ['第一段。', '第1段'],
      ['第二段。', '第2段'],
      ['第三段', '第3段'],
    ])
  })

  it('gives no block to an ignore comment', () => {
    expect(parsePlain('<!-- burden-lint-disable-file -->\n正文').blocks).toHaveLength(1)
  })

  it('joins lines that were cut at a fixed width, but not headings and short last lines', () => {
    const sentence = '各乡镇要把责任落实到人逐村排查隐患建立台账月底前完成整改并报县里备案同时做好群众工作'
    const cut = (s: string) => s.match(/.{1,20}/g)!.join('\n')
    const text = Array.from(
      { length: 8 },
      (_, i) => `${cut(`${'　　'}${sentence}${sentence}。`)}\n${'一二三四五六七八'[i]}、工作要求`,
    ).join('\n')
    const { blocks, meta } = parsePlain(text)
    expect(meta.notices[0]?.code).toBe('hard-wrapped')
    expect(blocks).toHaveLength(16)
    expect(text.slice(blocks[0]!.start, blocks[0]!.end).replaceAll('\n', '')).toBe(`${sentence}${sentence}。`)
  })

  it('leaves lines alone that a person ended', () => {
    expect(parsePlain('各位代表，下面报告工作情况如下所示。\n'.repeat(30)).blocks).toHaveLength(30)
  })
})

describe('settings at the very beginning', () => {
  const read = (text: string) => {
    const { blocks, meta } = parser.parse(Buffer.from(text)) as Awaited<ReturnType<typeof parser.parse>>
    return [meta.frontMatter, blocks.map(({ start, end, label }) => `${label} ${text.slice(start, end)}`)]
  }

  it.each([
    ['---\n文种: 通知\n---\n正文。\n', { 文种: '通知' }],
    ['---\r\ngenre: "speech"\r\n---\r\n正文。\r\n', { genre: 'speech' }],
    ['---\n文种：通知\n\n上位文件: 上级/意见.txt \n---\n\n正文。', { 文种: '通知', 上位文件: '上级/意见.txt' }],
  ])('are no text: %j', (text, values) => {
    expect(read(text)).toEqual([values, ['第1段 正文。']])
  })

  it.each([
    '正文。\n---\n文种: 通知\n---\n',
    '---\n文种: 通知\n正文。\n---\n',
    '---\n文种: 通知\n正文。\n',
    '---\n标题: 通知\n---\n正文。\n',
    '---\n\n---\n正文。\n',
    '\n---\n文种: 通知\n---\n正文。\n',
    '----\n文种: 通知\n----\n正文。\n',
  ])('are nothing else: %j', (text) => {
    const lines = text.split('\n').filter((line) => line !== '')
    expect(read(text)).toEqual([{}, lines.map((line, i) => `第${i + 1}段 ${line}`)])
  })
})
