import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { type Edit, UnreadableError } from '../core.ts'
import { applied, compatible } from '../fix.ts'
import { parser } from '../parsers/docx.ts'
import { decode } from '../parsers/encoding.ts'
import { rewriteDocx } from './docx.ts'
import { rewriteText } from './text.ts'

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text, safe: true })
/** An edit of the first place where `words` stand. */
const change = (text: string, words: string, by: string): Edit => {
  const at = text.indexOf(words)
  return edit(at, at + words.length, by)
}

describe('compatible', () => {
  it('orders edits, and of those that overlap keeps the first', () => {
    expect(compatible([edit(5, 6, 'c'), edit(0, 2, 'a'), edit(1, 3, 'b')])).toEqual([edit(0, 2, 'a'), edit(5, 6, 'c')])
  })
  it('lets neighbours and insertions stand side by side, but not two in one place', () => {
    expect(compatible([edit(0, 2, 'a'), edit(2, 4, 'b')])).toHaveLength(2)
    expect(compatible([edit(2, 2, 'a'), edit(2, 2, 'a')])).toEqual([edit(2, 2, 'a')])
    expect(compatible([edit(1, 3, 'a'), edit(1, 3, 'b')])).toEqual([edit(1, 3, 'a')])
  })
})

describe('text files keep what is not edited, byte for byte', () => {
  const text = '现将有关事项通知如下:\r\n一、时间，3月5日。\r\n二、㐀𠀀与€以及ABC，照旧。\r\n'
  const edits = [change(text, ':', '：'), change(text, '与', '和、及')]
  const expected = applied(text, edits)

  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])],
  ])('%s (%#)', (encoding, bytes) => {
    const read = decode(bytes)
    expect(read).toMatchObject({ text, encoding })
    const written = rewriteText(bytes, text, encoding, edits)
    expect(decode(written)).toMatchObject({ text: expected, encoding })
    expect(Buffer.from(written.subarray(0, 3))).toEqual(Buffer.from(bytes.subarray(0, 3)))
    expect(rewriteText(bytes, text, encoding, [])).toEqual(bytes)
  })

  test('gb18030, with characters of one, two and four bytes', () => {
    // 通知如下:⏎㐀(four bytes)，𠀀(four bytes, two units)照旧⏎
    const bytes = Buffer.from([
      ...[0xcd, 0xa8, 0xd6, 0xaa, 0xc8, 0xe7, 0xcf, 0xc2, 0x3a, 0x0a],
      ...[0x81, 0x39, 0xee, 0x39, 0xa3, 0xac, 0x95, 0x32, 0x82, 0x36],
      ...[0xd5, 0xd5, 0xbe, 0xc9, 0x0a],
    ])
    const { text, encoding } = decode(bytes)
    expect({ text, encoding }).toEqual({ text: '通知如下:\n㐀，𠀀照旧\n', encoding: 'gb18030' })
    const edits = [change(text, ':', '：'), change(text, '照旧', '〔2024〕1—3号')]
    expect(decode(rewriteText(bytes, text, encoding, edits)).text).toBe(applied(text, edits))
    expect(rewriteText(bytes, text, encoding, [])).toEqual(bytes)
    expect(() => rewriteText(bytes, text, encoding, [change(text, ':', '𠮷')])).toThrow(UnreadableError)
  })
})

describe('Word files', () => {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const word = (body: string, more: Record<string, Uint8Array> = {}) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'word/media/photo.png': [new Uint8Array([1, 2, 3, 4]), { level: 0 }],
      'word/document.xml': strToU8(
        `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
      ),
      'word/styles.xml': strToU8(`<w:styles xmlns:w="${W}"/>`),
      ...more,
    })
  const run = (text: string, properties = '') =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const bold = '<w:b/>'
  const body = `<w:p>${run('甲&amp;乙', bold)}${run(',丙&#x20000;')}${run('(丁', bold)}${run(')。')}</w:p><w:p>${run('一')}<w:r><w:tab/></w:r>${run('二')}</w:p>`
  const bytes = word(body)
  const { text } = parser.parse(bytes)
  const xmlOf = (file: Uint8Array) => new TextDecoder().decode(unzipSync(file)['word/document.xml']!)

  it('are edited inside their runs', () => {
    expect(text).toBe('甲&乙,丙𠀀(丁)。\n一\t二')
    const edits = [change(text, ',', '，'), change(text, '𠀀(丁)', '〈<&〉'), change(text, '二', '2')]
    const { bytes: written, made } = rewriteDocx(bytes, edits)
    expect(made).toEqual(edits)
    expect(parser.parse(written).text).toBe(applied(text, edits))
    const expected = body
      .replace(',丙&#x20000;', '，丙〈&lt;&amp;〉')
      .replace('(丁', '')
      .replace('>)。', '>。')
      .replace('二', '2')
    expect(xmlOf(written)).toContain(expected)
  })

  it('take insertions into the words before them', () => {
    const edits = [edit(3, 3, '、'), edit(0, 0, '各')]
    const { bytes: written } = rewriteDocx(bytes, compatible(edits))
    expect(parser.parse(written).text).toBe(`各甲&乙、${text.slice(3)}`)
    expect(xmlOf(written)).toContain(run('各甲&amp;乙、', bold))
  })

  it('leave alone what no run holds', () => {
    expect(rewriteDocx(bytes, [change(text, '一\t二', '一、二')])).toEqual({ bytes, made: [] })
  })

  describe('that hold a text box twice', () => {
    const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
    const WPS = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
    const box = (text: string) => `<w:txbxContent><w:p>${text}</w:p></w:txbxContent>`
    const twice = (choice: string, fallback: string) =>
      `<w:r><mc:AlternateContent xmlns:mc="${MC}" xmlns:wps="${WPS}"><mc:Choice Requires="wps"><w:drawing><wps:txbx>${choice}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const fileOf = (choice: string, fallback: string) =>
      word(`<w:p>${run('前,')}${twice(choice, fallback)}${run('后,')}</w:p>`)
    /** Of the words by themselves, in the order in which they are written. */
    const wordsOf = (file: Uint8Array) => [...xmlOf(file).matchAll(/<w:t [^>]*>([^<]*)/g)].map((m) => m[1]).join('|')
    const everyComma = (file: Uint8Array) =>
      [...parser.parse(file).text.matchAll(/,/g)].map((m) => edit(m.index, m.index + 1, '，'))

    it('are edited in both', () => {
      const file = fileOf(box(run('框里,有字,')), box(run('框里,有字,')))
      const edits = everyComma(file)
      const { bytes: written, made } = rewriteDocx(file, edits)
      expect(made).toEqual(edits)
      expect(wordsOf(written)).toBe('前，|框里，有字，|框里，有字，|后，')
    })
    it('are edited in both where the runs are parted differently', () => {
      const file = fileOf(box(run('框里') + run(',有字,')), box(run('框里,有') + run('字') + run(',')))
      const { text } = parser.parse(file)
      const edits = [change(text, '框里,', '盒里的'), change(text, '字', ''), change(text, '后', '再后')]
      const { bytes: written, made } = rewriteDocx(file, compatible(edits))
      expect(made).toHaveLength(3)
      expect(wordsOf(written)).toBe('前,|盒里|的有,|盒里的有||,|再后,')
    })
    it('take what is new into both', () => {
      const file = fileOf(box(run('框里') + run('有字')), box(run('框里有字')))
      const at = parser.parse(file).text.indexOf('有字')
      expect(wordsOf(rewriteDocx(file, [edit(at, at, '、')]).bytes)).toBe('前,|框里、|有字|框里、有字|后,')
    })
    it('are edited in all four where one box lies in another', () => {
      const inner = twice(box(run('内,')), box(run('内,')))
      const file = fileOf(box(run('外,') + inner), box(run('外,') + inner))
      expect(wordsOf(rewriteDocx(file, everyComma(file)).bytes)).toBe('前，|外，|内，|内，|外，|内，|内，|后，')
    })
    it('are edited where the other alternative has no words', () => {
      const file = fileOf(box(run('框里,')), '')
      expect(wordsOf(rewriteDocx(file, everyComma(file)).bytes)).toBe('前，|框里，|后，')
    })
    it('are left alone inside where the two say different things', () => {
      const file = fileOf(box(run('框里,')), box(run('盒里,')))
      const { bytes: written, made } = rewriteDocx(file, everyComma(file))
      expect(made).toHaveLength(2)
      expect(wordsOf(written)).toBe('前，|框里,|盒里,|后，')
    })
  })

  describe('keep the borders of what stands in them', () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const simple = (code: string, result: string) => `<w:fldSimple w:instr="${code}">${run(result)}</w:fldSimple>`
    const inserted = (words: string) => `<w:ins w:id="1" w:author="张某">${run(words)}</w:ins>`
    const deleted = (words: string) =>
      `<w:del w:id="2" w:author="张某"><w:r><w:delText>${words}</w:delText></w:r></w:del>`
    const control = (words: string, kind = '') =>
      `<w:sdt><w:sdtPr>${kind}</w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`
    const link = (words: string) => `<w:hyperlink w:anchor="a">${run(words)}</w:hyperlink>`
    /** The words of each run, and how many edits were made. */
    const rewritten = (inner: string, ...changes: readonly (readonly [words: string, by: string])[]) => {
      const file = word(`<w:p>${inner}</w:p>`)
      const { text } = parser.parse(file)
      // An insertion is told by the words before it: +words.
      const edits = changes.map(([words, by]) => {
        if (!words.startsWith('+')) return change(text, words, by)
        const at = text.indexOf(words.slice(1)) + words.length - 1
        return edit(at, at, by)
      })
      const { bytes, made } = rewriteDocx(file, compatible(edits))
      return `${[...xmlOf(bytes).matchAll(/<w:t [^>]*>([^<]*)/g)].map((m) => m[1]).join('|')} ${made.length}`
    }

    test.each([
      ['a link', link('(乙)')],
      ['a field that was typed', field('HYPERLINK "a"', '(乙)')],
      ['a content control', control('(乙)')],
      ['an insertion of somebody else', inserted('(乙)')],
    ])('%s', (_, inner) => {
      expect(rewritten(`${run('甲')}${inner}${run(',丙')}`, ['(', '（'], ['),', '），'])).toBe('甲|（乙）|，丙 2')
      expect(rewritten(`${run('甲')}${inner}${run(', 丙')}`, ['), ', '），'])).toBe('甲|(乙）|，丙 1')
      expect(rewritten(`${run('甲')}${inner}${run('丙')}`, ['+)', '等'])).toBe('甲|(乙)|丙 0')
      expect(rewritten(`${run('甲')}${inner}${run('丙')}`, ['乙)丙', '乙丁戊己'])).toBe('甲|(乙)|丙 0')
    })
    test.each([
      ['a field', field('REF _a \\h', '(乙)')],
      ['a simple field', simple('DATE', '(乙)')],
      ['a bound control', control('(乙)', '<w:dataBinding w:xpath="/a"/>')],
      ['a locked control', control('(乙)', '<w:lock w:val="sdtContentLocked"/>')],
    ])('and leave %s as it is', (_, inner) => {
      expect(rewritten(`${run('甲,')}${inner}${run(',丙')}`, ['甲,', '甲，'], ['),', '），'])).toBe('甲，|(乙)|,丙 1')
    })
    it('and leave numbers that stand on both sides of one', () => {
      const percent = (inner: string) =>
        rewritten(`${run('占百分之')}${inner}${run('的村')}`, ['百分之', ''], ['+50', '%'])
      expect(percent(run('50'))).toBe('占|50%|的村 2')
      expect(percent(field('MERGEFIELD a', '50'))).toBe('占百分之|50|的村 0')
      expect(percent(inserted('50') + deleted('40'))).toBe('占百分之|50|的村 0')
      const thousands = [
        ['千', ''],
        ['百', '00'],
      ] as const
      expect(rewritten(`${run('3')}${deleted('百')}${inserted('千')}${run('5百人')}`, ...thousands)).toBe(
        '3|千|5百人 0',
      )
      const hundreds = ['千5百', '500'] as const
      expect(rewritten(`${run('3')}${deleted('百')}${inserted('千')}${run('5百人')}`, hundreds)).toBe('3|千|5百人 0')
      expect(rewritten(`${inserted('3')}${run('千5百人')}`, hundreds)).toBe('3|千5百人 0')
      expect(rewritten(`${run('二〇')}${inserted('二五')}${run('年')}`, ['二〇二五', '2025'])).toBe('20|25|年 1')
      expect(rewritten(`${inserted('3')}${run('千5百人')}`, ...thousands)).toBe('3|千5百人 0')
    })
    it('and leave numbers and marks parted by what is struck out, hidden, raised, drawn or deleted', () => {
      const struck = (words: string) => run(words, '<w:strike/>')
      const hidden = run('乙', '<w:vanish/>')
      const drawn = '<w:r><w:drawing><a/></w:drawing></w:r>'
      expect(rewritten(`${struck('5千')}${run('3千户')}`, ['5千3千', '8000'])).toBe('5千|3千户 0')
      expect(rewritten(`${run('5千', '<w:dstrike w:val="true"/>')}${run('3千户')}`, ['千户', '000户'])).toBe(
        '5千|3千户 0',
      )
      expect(rewritten(`${run('5', '<w:strike w:val="0"/>')}${run('千户')}`, ['5千', '5000'])).toBe('5|000户 1')
      expect(rewritten(`${struck('甲,')}${run('乙,丙')}`, ['甲,', '甲，'], [',丙', '，丙'])).toBe('甲，|乙，丙 2')
      for (const between of [
        deleted('乙'),
        hidden,
        drawn,
        inserted(''),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
      ]) {
        const inner = `${run('甲，')}${between}${run('、丙')}`
        expect(rewritten(inner, ['、', ''])).toMatch(/ 0$/)
        expect(rewritten(`${run('3千')}${between}${run('户')}`, ['千', '000'])).toMatch(/ 0$/)
      }
      expect(rewritten(`${run('甲，')}${struck('、丙')}`, ['、', ''])).toBe('甲，|、丙 0')
      expect(rewritten(`${run('甲，、丙')}${deleted('乙')}${run('丁')}`, ['、', ''])).toBe('甲，丙|丁 1')
      expect(rewritten(`${run('注')}${run('3', '<w:vertAlign w:val="superscript"/>')}${run('~5%')}`, ['+3', '%'])).toBe(
        '注|3|~5% 0',
      )
    })
    it('and leave nothing empty that was put there for its words', () => {
      const bookmark = (words: string) => `<w:bookmarkStart w:id="3" w:name="a"/>${run(words)}<w:bookmarkEnd w:id="3"/>`
      for (const about of [link, bookmark]) {
        expect(rewritten(`${run('甲，')}${about('、')}${run('丙')}`, ['、', ''])).toBe('甲，|、|丙 0')
        expect(rewritten(`${run('甲')}${about('，、')}${run('丙')}`, ['、', ''])).toBe('甲|，|丙 1')
      }
    })
    it('but not those of a field that never ends', () => {
      expect(rewritten(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('甲,')}`, [',', '，'])).toBe('甲， 1')
    })
  })

  it('with a digital signature stay as they are', () => {
    const signed = word(body, { '_xmlsignatures/origin.sigs': new Uint8Array() })
    expect(() => rewriteDocx(signed, [change(text, ',', '，')])).toThrow('数字签名')
  })

  it('keep every other part, and their order', () => {
    const { bytes: written } = rewriteDocx(bytes, [change(text, ',', '，')])
    const [before, after] = [unzipSync(bytes), unzipSync(written)]
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const name of Object.keys(before)) if (name !== 'word/document.xml') expect(after[name]).toEqual(before[name])
  })

  const folder = join(process.cwd(), '..', 'shared', 'corpora', 'city-work-reports-docx')
  test.skipIf(!existsSync(folder))('of real offices (skipped without shared documents)', () => {
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      const { text } = parser.parse(bytes)
      const edits = compatible(
        [...text.matchAll(/，(?=[一-龥])/g)].slice(0, 200).map((m) => edit(m.index, m.index + 1, '；')),
      )
      const { bytes: written, made } = rewriteDocx(bytes, edits)
      expect(parser.parse(written).text).toBe(applied(text, made))
      expect(made.length).toBe(edits.length)
      const [before, after] = [unzipSync(bytes), unzipSync(written)]
      expect(Object.keys(after)).toEqual(Object.keys(before))
      for (const part of Object.keys(before))
        if (part !== 'word/document.xml') expect(Buffer.from(after[part]!).equals(before[part]!)).toBe(true)
    }
  })
})
