import fastStringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import { growth } from '../dev/growth.ts'
import { codeFrame, printedFrame } from './frame.ts'
import { noPaint } from './paint.ts'
import { print } from './terminal.ts'

const excerpt = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { text, start, end: start + words.length }
}
const show = (text: string, words: string, columns = 73) => {
  const frame = codeFrame(excerpt(text, words), columns, 'error')
  return frame && [print(frame.line, noPaint), print(frame.carets, noPaint)]
}

// A second opinion on widths, in both readings of the ambiguous characters.
const ambiguous = /[“”‘’…—·∧×①é]/u
const narrow = (text: string) => fastStringWidth(text)
const wide = (text: string) => [...text].reduce((sum, c) => sum + (ambiguous.test(c) ? 2 : fastStringWidth(c)), 0)

describe('codeFrame', () => {
  it('puts carets of the same class under each character', () => {
    expect(show('各单位“一把手”要签订“目标责任状”APP100%。', '签订“目标责任状”APP')).toEqual([
      '各单位“一把手”要签订“目标责任状”APP100%。',
      '　　　·　　　·　＾＾∧＾＾＾＾＾∧^^^',
    ])
  })

  it('cuts the line around the span', () => {
    const line = `${'甲'.repeat(60)}责任状${'乙'.repeat(60)}`
    expect(show(line, '责任状', 33)).toEqual(['…甲甲甲甲甲责任状乙乙乙乙乙乙…', '·　　　　　＾＾＾'])
    expect(show(`责任状${'乙'.repeat(60)}`, '责任状', 33)).toEqual(['责任状乙乙乙乙乙乙乙乙乙乙乙乙…', '＾＾＾'])
    expect(show(`${'甲'.repeat(60)}责任状`, '责任状', 33)).toEqual([
      '…甲甲甲甲甲甲甲甲甲甲甲甲责任状',
      '·　　　　　　　　　　　　＾＾＾',
    ])
  })

  it('is the same whether what is out of sight is ordinary or not', () => {
    for (const [span, gap] of [
      ['责任状', ''],
      ['abc', ' '],
      ['甲'.repeat(200), '\u3000'],
    ] as const)
      for (const columns of [20, 33, 73])
        for (let before = 60; before < 160; before += 7)
          for (let after = 60; after < 160; after += 9) {
            const line = (far: string) => far + '乙'.repeat(before) + gap + span + gap + 'x丙'.repeat(after) + far
            const [ordinary, odd] = ['丁', '😀'].map((far) => show(line(far), span, columns))
            expect(ordinary).toEqual(odd)
          }
  })

  it('shortens a long span in its middle', () => {
    const span = '一二三四五六七八九十'.repeat(20)
    expect(show(`前${span}后`, span, 36)).toEqual([
      '前一二三四五六七八九十…六七八九十后',
      '　＾＾＾＾＾＾＾＾＾＾∧＾＾＾＾＾',
    ])
  })

  it('shows the first line of a span that goes on', () => {
    expect(show('甲乙\n丙丁', '乙\n丙')).toEqual(['甲乙…', '　＾∧'])
    expect(show('前一行\n甲乙丙', '乙')).toEqual(['甲乙丙', '　＾'])
    expect(show('甲\r\n乙', '甲\r\n')).toEqual(['甲', '＾'])
  })

  it('says where the excerpt itself was cut', () => {
    const shown = (cut: { before: boolean; span: boolean }, columns: number) => {
      const frame = codeFrame({ text: '甲乙丙丁戊', start: 2, end: 4 }, columns, 'error', cut)!
      return [print(frame.line, noPaint), print(frame.carets, noPaint)]
    }
    expect(shown({ before: true, span: false }, 40)).toEqual(['…甲乙丙丁戊', '·　　＾＾'])
    expect(shown({ before: true, span: true }, 40)).toEqual(['…甲乙丙丁…', '·　　＾＾∧'])
    expect(shown({ before: true, span: false }, 11)).toEqual(['…乙丙丁戊', '·　＾＾'])
  })

  it('leaves out the indent of a paragraph', () => {
    expect(show('　　各单位要签订责任状', '责任状')).toEqual(['各单位要签订责任状', '　　　　　　＾＾＾'])
  })

  it('marks escapes as wide as they are, and empty or invisible spans with one caret', () => {
    expect(show('a\u001b[31mb', '\u001b')).toEqual(['a\\x1B[31mb', ' ^^^^'])
    expect(show('甲\u202e乙', '乙')).toEqual(['甲\\u{202E}乙', '　        ＾'])
    expect(show('甲\u200b乙', '\u200b')).toEqual(['甲乙', '　^'])
    expect(show('甲乙', '')).toEqual(['甲乙', '^'])
    expect(show('a\tb', 'b')).toEqual(['a    b', '     ^'])
  })

  it('has nothing to show of nothing', () => {
    expect(show('', '')).toBeUndefined()
    expect(show('\n', '')).toBeUndefined()
  })

  it('clamps offsets that lie outside', () => {
    expect(print(codeFrame({ text: '甲乙', start: 1, end: 99 }, 40, 'info')!.carets, noPaint)).toBe('　＾')
    expect(print(codeFrame({ text: '甲乙', start: 50, end: 99 }, 40, 'info')!.carets, noPaint)).toBe('　　^')
  })

  it('looks at no more than it shows', () => {
    const framing = (size: number) => {
      const text = '工'.repeat(size)
      return () => {
        for (let i = 0; i < 100; i++) codeFrame({ text, start: i * 9000, end: i * 9000 + size / 2 }, 73, 'error')
      }
    }
    expect(growth(framing, 1_000_000)).toBeLessThan(2)
  })

  it('stands right at any width, in either reading of ambiguous characters', () => {
    let seed = 11
    const roll = (n: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      return seed % n
    }
    const parts = [...'基层减负“”…—·，。Aa1 ｶﾞ😀𠮷ａ', 'e\u0301', '\t', '\u001b', '\u202e', '\u200b', '\ud800', '👍🏽']
    const ordinary = [...'基层减负“”…—·，。Aa1 ＡＢ（×']
    for (let run = 0; run < 1200; run++) {
      // Every other text is an ordinary one, which is printed in another way.
      const of = run % 2 === 0 ? parts : ordinary
      const pieces = Array.from({ length: 1 + roll(260) }, () => of[roll(of.length)]!)
      const a = roll(pieces.length)
      const b = a + roll(run % 3 === 0 ? 200 : 12)
      const start = pieces.slice(0, a).join('').length
      const text = pieces.join('')
      const end = pieces.slice(0, b).join('').length
      for (const columns of [33, 73, 193]) {
        const cut = { before: run % 5 === 0, span: run % 7 === 0 }
        const frame = codeFrame({ text, start, end }, columns, 'error', cut)
        const painted = (style: string, words: string) => `<${style} ${words}>`
        expect(printedFrame({ text, start, end }, columns, 'error', cut, painted)).toEqual(
          frame && [print(frame.line, painted), print(frame.carets, painted)],
        )
        if (!frame) continue
        const [line, carets] = [print(frame.line, noPaint), print(frame.carets, noPaint)]
        expect(line + carets).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(wide(line.replaceAll('👍🏽', '👍'))).toBeLessThanOrEqual(columns)
        // Cell by cell, in both readings.
        for (let i = 0; i < frame.carets.length && i < frame.line.length; i++) {
          const [over, under] = [frame.line[i]!.text, frame.carets[i]!.text]
          if (frame.line[i]!.style !== 'error' && frame.carets[i]!.style === 'error') continue // an empty span
          const what = `${over} over ${under}`
          expect([what, narrow(under)]).toEqual([what, narrow(over)])
          if (over !== '👍🏽') expect([what, wide(under)]).toEqual([what, wide(over)])
        }
      }
    }
  })
})
