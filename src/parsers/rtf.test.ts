import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../core.ts'
import { growth, LINEAR } from '../dev/growth.ts'
import { parser } from './rtf.ts'

/** Bytes of a file whose characters below 256 stand for themselves. */
const rtf = (content: string, head = '\\ansi\\ansicpg936\\uc1') => Buffer.from(`{\\rtf1${head} ${content}}`, 'latin1')
/** A text in double bytes, as RTF writes it. */
const gbk: Readonly<Record<string, string>> = { 通知: "\\'cd\\'a8\\'d6\\'aa", 各乡镇: "\\'b8\\'f7\\'cf\\'e7\\'d5\\'f2" }
const u = (text: string) =>
  [...Array(text.length).keys()].map((i) => `\\u${((text.charCodeAt(i) + 0x8000) & 0xffff) - 0x8000}?`).join('')
const lines = (bytes: Uint8Array) => {
  const { text, blocks } = parser.parse(bytes)
  return blocks.map(({ kind, level, label, start, end }) => `${label} ${kind}${level ?? ''} ${text.slice(start, end)}`)
}
const texts = (content: string, head?: string) => {
  const { text, blocks } = parser.parse(rtf(content, head))
  return blocks.map(({ start, end }) => text.slice(start, end))
}

describe('tables of contents', () => {
  test('are counted and not read', () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s15\\sbasedon0 toc 1;}}'
    const content = `${styles}\\pard ${u('目录')}\\par\\pard\\s15 {\\field{\\*\\fldinst { TOC \\\\o "1-3" }}{\\fldrslt {${u('一、总则')}\\tab 1\\par ${u('二、附则')}\\tab 2\\par }}}\\pard ${u('一、总则')}\\par\\pard\\s15 ${u('正文。')}\\par`
    expect(lines(rtf(content))).toEqual(['第1段 paragraph 目录', '第4段 paragraph 一、总则', '第5段 paragraph 正文。'])
  })
})

describe('characters', () => {
  test('of two bytes, and in Unicode with something to fall back on', () => {
    expect(texts(`${gbk.通知}\\par ${u('各乡镇')}\\par`)).toEqual(['通知', '各乡镇'])
    expect(texts("\\uc2\\u36890\\'cd\\'a8\\u30693\\'d6\\'aa{\\uc0\\u65281}")).toEqual(['通知！'])
    expect(texts('\\u-10180?\\u-8446?')).toEqual(['\ud83c\udf02'])
    expect(texts('\\u-10180?x')).toEqual(['\ufffdx'])
  })

  test('as bare bytes, of which the second may look like a brace', () => {
    expect(texts('\x93\x5c\x93\x7b\x93\x7d')).toEqual([
      new TextDecoder('gbk').decode(Buffer.from('\x93\x5c\x93\x7b\x93\x7d', 'latin1')),
    ])
  })

  test('in the code page of their font', () => {
    const fonts =
      "{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset136 PMingLiU;}{\\f2\\fcharset2 Wingdings;}{\\f3\\fcharset134 \\'cb\\'ce;}}"
    expect(texts(`${fonts}\\f1 \\'a4\\'a4\\f3\\'d6\\'d0\\f0\\'d6\\'d0\\f2\\'fe`)).toEqual(['中中中☑'])
    expect(texts(`${fonts}\\f0 caf\\'e9`, '\\ansi\\ansicpg1252')).toEqual(['café'])
  })

  test('by name and by sign', () => {
    expect(texts('a\\tab b\\line c\\emdash\\~d\\_e\\-f\\\\\\{\\}\\ldblquote g\\rdblquote')).toEqual([
      'a\tb\nc—\u00a0d-ef\\{}“g”',
    ])
  })

  test('without control characters', () => {
    expect(texts("a\\'0d\\'05\\'1bb")).toEqual(['ab'])
  })

  test('line ends of the file are none', () => {
    expect(texts('甲'.length ? 'ab\r\ncd\\par\r\nef' : '')).toEqual(['abcd', 'ef'])
  })
})

describe('paragraphs', () => {
  test('are headings by style, by the style that is based on, and by themselves', () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 x;}{\\s2\\sbasedon1 y;}{\\s3 heading 2;}{\\s4\\sbasedon5 z;}{\\s5\\sbasedon4 z;}}'
    expect(
      lines(
        rtf(
          `${styles}\\pard\\s1 a\\par\\pard\\s2 b\\par\\pard\\s3 c\\par\\pard\\s4 d\\par\\pard\\outlinelevel2 e\\par\\pard f`,
        ),
      ),
    ).toEqual([
      '第1段 heading1 a',
      '第2段 heading1 b',
      '第3段 heading2 c',
      '第4段 paragraph d',
      '第5段 heading3 e',
      '第6段 paragraph f',
    ])
  })

  test('have the number that the file gives them', () => {
    const number = `{\\listtext\\pard\\plain ${u('一、')}\\tab}`
    expect(lines(rtf(`${number}a\\par{\\pntext 2.\\tab}{\\*\\pn\\pnlvlbody{\\pntxta .}}b\\par c`))).toEqual([
      '第1段 item 一、\ta',
      '第2段 item 2.\tb',
      '第3段 paragraph c',
    ])
  })

  test('leave out what is hidden or deleted, and go on where their mark is', () => {
    expect(texts('a{\\v x}{\\deleted y}{\\revised b}c\\par d{\\deleted\\par}e')).toEqual(['abc', 'de'])
    expect(parser.parse(rtf('a{\\deleted y}{\\revised b}')).meta.notices).toEqual([
      { code: 'tracked-changes', args: { count: 2 } },
    ])
  })
})

describe('groups', () => {
  test('that show nothing are passed over, pictures with bytes of their own too', () => {
    expect(
      texts(
        'a{\\*\\unknown{x}}{\\info{\\title t}}{\\pict\\pngblip 00ff}{\\pict\\bin3 }}}{\\*\\bkmkstart b}{\\xe{i}}{\\comment c}}b',
      ),
    ).toEqual(['ab'])
  })

  test('the Unicode twin of a text is taken', () => {
    expect(texts(`a{\\upr{x}{\\*\\ud ${u('通')}}}b`)).toEqual(['a通b'])
  })

  test('fields show their result', () => {
    expect(
      texts(
        `{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt{\\ul a}}}{\\field{\\*\\fldinst EQ \\\\o\\\\ac(${u('○')},3)}{\\fldrslt}}b`,
      ),
    ).toEqual(['a③b'])
  })

  test('objects show their result', () => {
    expect(texts('a{\\object{\\*\\objclass x}{\\*\\objdata 00}{\\result b}}c')).toEqual(['abc'])
  })

  test('asides are kept apart', () => {
    const { text, meta } = parser.parse(
      rtf('{\\header h\\par}{\\footerf f}a{\\footnote\\chftn n}{\\footnote\\ftnalt e}{\\*\\annotation c}b'),
    )
    expect(text).toBe('ab')
    expect(meta.asides).toEqual([
      { kind: 'header', text: 'h' },
      { kind: 'footer', text: 'f' },
      { kind: 'footnote', text: 'n' },
      { kind: 'endnote', text: 'e' },
      { kind: 'comment', text: 'c' },
    ])
  })

  test('text boxes and WordArt follow the paragraph that they are anchored in', () => {
    const art = '{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv w}}{\\sp{\\sn other}{\\sv x}}}{\\shprslt{\\*\\do y}}}'
    expect(lines(rtf(`a{\\shp{\\*\\shpinst\\shpleft0{\\shptxt box\\par two}}}b\\par ${art}c`))).toEqual([
      '第1段 paragraph ab',
      '文本框1第1段 paragraph box',
      '文本框1第2段 paragraph two',
      '第2段 paragraph c',
      '文本框2第1段 paragraph w',
    ])
  })
})

describe('tables', () => {
  test('give rows and cells; the grid tells which columns a cell covers', () => {
    const bytes = rtf(
      'x\\par\\trowd\\cellx100\\cellx200\\pard\\intbl a\\cell b\\cell\\row\\trowd\\cellx200\\pard\\intbl c\\par d\\cell\\row\\pard y',
    )
    expect(lines(bytes)).toEqual([
      '第1段 paragraph x',
      '表1第1行第1列 cell a',
      '表1第1行第2列 cell b',
      '表1第2行第1列 cell c',
      '表1第2行第1列 cell d',
      '第2段 paragraph y',
    ])
    const { text, rows } = parser.parse(bytes)
    expect(rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['a', 'b'],
      ['c\nd', ''],
    ])
  })

  test('nest', () => {
    expect(
      lines(
        rtf(
          '\\trowd\\cellx100\\cellx200\\pard\\intbl a\\cell b\\par\\itap2 c\\nestcell d\\nestcell{\\*\\nesttableprops\\trowd\\cellx10\\cellx20\\nestrow}{\\nonesttables\\par}\\pard\\intbl e\\cell\\row',
        ),
      ),
    ).toEqual([
      '表1第1行第1列 cell a',
      '表1第1行第2列 cell b',
      '表2第1行第1列 cell c',
      '表2第1行第2列 cell d',
      '表1第1行第2列 cell e',
    ])
  })
})

describe('refusals', () => {
  test.each([
    ['cut off', '{\\rtf1 a', /不完整/],
    ['cut off in a picture', '{\\rtf1 a{\\pict\\bin999999 x', /不完整/],
    ['nested beyond reason', `{\\rtf1 ${'{'.repeat(5000)}`, /嵌套过深/],
    ['boxes in boxes', `{\\rtf1 ${'{\\shp{\\*\\shpinst{\\shptxt a'.repeat(300)}`, /嵌套过深/],
  ])('%s', (_, content, expected) => {
    expect(() => parser.parse(Buffer.from(content))).toThrow(UnreadableError)
    expect(() => parser.parse(Buffer.from(content))).toThrow(expected)
  })

  test('what follows the last brace is none of its business', () => {
    expect(parser.parse(Buffer.from('{\\rtf1 a}\0\0{b')).text).toBe('a')
  })

  test.each([
    ['braces', '{}', 50_000],
    ['words', '\\b\\i0', 30_000],
    ['fallbacks', '\\uc100\\u1', 20_000],
    ['bytes', "\\'81", 50_000],
    ['cells', '\\trowd\\cellx1\\pard\\intbl\\cell\\row', 3000],
  ])('takes time in proportion to many %s', (_, piece, many) => {
    const parsing = (n: number) => {
      const bytes = rtf(piece.repeat(n))
      return () => {
        try {
          parser.parse(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError)
        }
      }
    }
    expect(growth(parsing, many)).toBeLessThan(LINEAR)
  })
})
