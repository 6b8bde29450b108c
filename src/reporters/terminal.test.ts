import fastStringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import { growth, LINEAR } from '../dev/growth.ts'
import { noPaint } from './paint.ts'
import {
  columnsOf,
  flow,
  type Paint,
  paragraph,
  type Stretch,
  type Style,
  sanitise,
  sanitiseProse,
  shorten,
  textColumns,
  toCells,
  wrap,
} from './terminal.ts'

/** The same numbers on every machine. */
const dice = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}
const words = (lines: readonly (readonly { readonly text: string }[])[]) =>
  lines.map((line) => line.map((cell) => cell.text).join(''))

describe('sanitise', () => {
  it.each([
    ['\u001b[31m红\u001b[0m', '\\x1B[31m红\\x1B[0m'],
    ['\u009b2J\u0007\u0000\u007f', '\\x9B2J\\x07\\x00\\x7F'],
    ['甲\u202e乙\u202c', '甲\\u{202E}乙\\u{202C}'],
    ['\u2066隔离\u2069', '\\u{2066}隔离\\u{2069}'],
    ['零\u200b宽\u200d度\ufeff字\u2060符\u00ad。\ufe0f\u{e0041}', '零宽度字符。'],
    ['a\tb', 'a    b'],
    ['a\nb\r\nc', 'a\\nb\\r\\nc'],
    ['行\u2028段\u2029', '行\\u{2028}段\\u{2029}'],
    ['\ud800半\udc00', '\\u{D800}半\\u{DC00}'],
    ['不\u00a0断\u2003宽\u3000全角', '不 断 宽\u3000全角'],
    ['𠮷野家 ｶﾀｶﾅ é 😀', '𠮷野家 ｶﾀｶﾅ é 😀'],
    ['\uffff\ufffe', '\\u{FFFF}\\u{FFFE}'],
  ])('case %#', (from, to) => {
    expect(sanitise(from)).toBe(to)
  })

  it('leaves nothing that a terminal obeys, for every code unit', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const out = sanitise(`x${String.fromCharCode(unit)}y`)
      if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(out)) throw new Error(unit.toString(16))
    }
  })

  it('joins broken lines of prose', () => {
    expect(sanitiseProse('关于加强\n　　基层治理 的 \r\n Word  文档')).toBe('关于加强基层治理 的 Word  文档')
  })

  it('is linear in long runs of space', () => {
    const spaces = (size: number) => {
      const text = ' '.repeat(size)
      return () => sanitiseProse(text)
    }
    expect(growth(spaces, 200_000)).toBeLessThan(LINEAR)
  })
})

describe('columns', () => {
  it.each([
    ['讲话', 4],
    ['ａＢ１', 6],
    ['ｶﾞ', 2],
    ['𠮷', 2],
    ['😀', 2],
    ['👍🏽', 2],
    ['🇨🇳', 2],
    ['👨\u200d👩', 4], // the joiner is dropped, so two people stand side by side
    ['e\u0301', 1],
    ['\t', 4],
    ['\u001b', 4],
    ['“”…—·', 10], // room for the wider reading
    ['', 0],
  ])('case %#', (text, columns) => {
    expect(textColumns(text)).toBe(columns)
  })

  it('agrees with fast-string-width, but for characters whose width the terminal decides', () => {
    for (let code = 0x20; code <= 0x3ffff; code++) {
      const char = String.fromCodePoint(code)
      if (sanitise(char) !== char || /\p{M}/u.test(char)) continue
      const [cell] = toCells(char)
      // A word more takes the long way round, to the same cell.
      if (toCells(`${char}\u202e`)[0]?.kind !== cell!.kind) throw new Error(code.toString(16))
      const want = /^\p{Regional_Indicator}$/u.test(char) ? cell!.columns : fastStringWidth(char)
      const got = cell!.kind === 'ambiguous' ? 1 : cell!.columns
      if (got !== want) throw new Error(`${code.toString(16)}: ${got}, not ${want}`)
    }
  })

  it('calls ambiguous what Chinese documents have of it', () => {
    for (const char of '“”‘’…—·×÷°±§①②⑩ⅠⅡ→↑●▲○■□◆★☆※№℃αβДж─│█▓∧') {
      expect([char, toCells(char)[0]?.kind]).toEqual([char, 'ambiguous'])
    }
  })
})

describe('wrap', () => {
  const lines = (text: string, columns: number) => words(wrap(toCells(text), columns, columns))

  it('keeps closing marks off the start and opening marks off the end of a line', () => {
    expect(lines('各级各部门，要（切实）落实。', 10)).toEqual(['各级各部', '门，要（切', '实）落实。'])
    expect(lines('签订“责任状”', 7)).toEqual(['签订', '“责任', '状”'])
    expect(lines('要求（ 切实）', 8)).toEqual(['要求', '（ 切', '实）'])
    expect(lines('他说——不', 7)).toEqual(['他', '说——', '不'])
  })

  it('keeps Latin words and numbers whole', () => {
    expect(lines('附件attachment.docx共3,278.5字', 16)).toEqual(['附件', 'attachment.docx', '共3,278.5字'])
    expect(lines('one two three', 7)).toEqual(['one two', 'three'])
    expect(lines('占100%的', 6)).toEqual(['占100%', '的'])
  })

  it('cuts what is longer than a line', () => {
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(lines('。'.repeat(5), 4)).toEqual(['。。', '。。', '。'])
  })

  it('has an empty line for nothing', () => {
    expect(lines('', 10)).toEqual([''])
  })

  it('holds its rules for any text', () => {
    const roll = dice(7)
    const parts = [...'基层减负工作𠮷😀，。、“”（）《》……', 'word', '2457', '3.5%', ' ', '\u001b', 'e\u0301']
    for (let run = 0; run < 400; run++) {
      let text = ''
      for (let n = roll() * 120; n > 0; n--) text += parts[Math.floor(roll() * parts.length)]
      // Piles of marks longer than any line must be cut somewhere.
      text = text.replace(/([，。、”）》…“（《]{3})[，。、”）》…“（《]+/g, '$1')
      const columns = 20 + Math.floor(roll() * 60)
      const cells = toCells(text)
      const out = wrap(cells, columns, columns)
      for (const line of out) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
      const printed = words(out)
      expect(printed.join('').replaceAll(' ', '')).toBe(
        cells
          .map((cell) => cell.text)
          .join('')
          .replaceAll(' ', ''),
      )
      // A line may begin with a mark only where a word as long as the line had to be cut.
      const tight = (text.match(/[\w.%\\é]{12,}/g) ?? []).length > 0
      if (tight) continue
      for (const line of printed.slice(1)) expect(line).not.toMatch(/^[，。、”）》…]/)
      for (const line of printed.slice(0, -1)) expect(line).not.toMatch(/[“（《]$/)
    }
  })

  it.each(['工作，abc“', 'a'])('is linear: %s', (piece) => {
    const wrapping = (size: number) => {
      const cells = toCells(piece.repeat(size))
      return () => wrap(cells, 76, 70)
    }
    expect(growth(wrapping, 20_000)).toBeLessThan(LINEAR)
  })

  it('hangs', () => {
    expect(paragraph(toCells('建议：删去背景和意义，只讲做什么。'), { first: 2, rest: 8 }, 22, noPaint)).toEqual([
      '  建议：删去背景和意',
      '        义，只讲做什',
      '        么。',
    ])
  })
})

describe('flow', () => {
  const tagged: Paint = (style, text) => `<${style}>${text}</>`
  const same = (stretches: readonly Stretch[], first: number, rest: number, width: number) =>
    expect(flow(stretches, { first, rest }, width, tagged)).toEqual(
      paragraph(
        stretches.flatMap(([text, style]) => toCells(text, style)),
        { first, rest },
        width,
        tagged,
      ),
    )

  it('is the paragraph of its cells', () => {
    const roll = dice(11)
    const parts = [
      ...'基层减负工作，。、“”‘’（）《》……·—×●▲○│',
      'word',
      'it’s',
      '2457',
      '3.5%',
      ' ',
      '  ',
      '\u3000',
      '[a]',
    ]
    const styles: (Style | undefined)[] = ['faint', 'strong', undefined]
    for (let run = 0; run < 2000; run++) {
      // Some with what is not ordinary.
      const some = run % 5 === 0 ? [...parts, '𠮷', '😀', '\u001b', 'e\u0301', '\t'] : parts
      const stretches = Array.from({ length: Math.floor(roll() * 4) }, (): Stretch => {
        let text = ''
        for (let n = roll() * 60; n > 1; n--) text += some[Math.floor(roll() * some.length)]
        return [text, styles[Math.floor(roll() * styles.length)]]
      })
      same(stretches, Math.floor(roll() * 6), Math.floor(roll() * 12), 20 + Math.floor(roll() * 60))
    }
  })

  it('holds for every character', () => {
    for (let from = 0x20; from <= 0xffff; from += 64) {
      const text = Array.from({ length: 64 }, (_, i) => `甲${String.fromCharCode(from + i)}a`).join('')
      same([[text]], 0, 2, 24)
      if (textColumns(text) !== columnsOf(toCells(text))) throw new Error(from.toString(16))
    }
    for (let code = 0x20; code <= 0xffff; code++) {
      const char = String.fromCharCode(code)
      if (textColumns(char) !== columnsOf(toCells(char))) throw new Error(code.toString(16))
    }
  })
})

describe('shorten', () => {
  it('cuts the middle', () => {
    const out = shorten(toCells('一二三四五六七八九十'), 12)
    expect(words([out])).toEqual(['一二三…九十'])
    expect(columnsOf(out)).toBeLessThanOrEqual(12)
  })
})
