import { describe, expect, it } from 'vitest'
import type { Block, Row } from '../core.ts'
import { tabbed } from '../tabbed.ts'
import { measure } from './index.ts'
import { unbroken } from './rows.ts'

const SUPERIOR = '关于加强古井保护的意见\n各地要加大古井普查力度，建立健全管护机制，确保古井得到有效保护。\n'
const LONG = '各地要加大古井普查力度，建立健全管护机制，确保古井得到有效保护，切实把这项工作抓好抓实抓出成效。'

/** Tables as parsers give them: every cell a line of its own. */
function tabled(...lines: readonly (string | readonly string[])[]) {
  let text = ''
  const blocks: Block[] = []
  const rows: Row[] = []
  const put = (words: string) => {
    const span = { start: text.length, end: text.length + words.length }
    text += `${words}\n`
    return span
  }
  for (const line of lines)
    if (typeof line === 'string') blocks.push({ ...put(line), kind: 'paragraph', label: '段' })
    else {
      const cells = line.map(put)
      blocks.push(...cells.map((cell): Block => ({ ...cell, kind: 'cell', label: '格' })))
      rows.push({ table: 1, index: rows.length + 1, cells })
    }
  return { text, blocks, rows }
}

const units = (...lines: readonly (string | readonly string[])[]) => {
  const doc = tabled(...lines)
  return measure(doc, [{ text: SUPERIOR }]).units.map(({ start, end, reuse, kind }) => ({
    words: doc.text.slice(start, end).trim().replaceAll('\n', '｜'),
    judged: `${reuse} ${kind}`,
  }))
}

const HEADS = ['任务', '责任单位', '完成时限']

describe('rows of tables', () => {
  it('are one sentence each, and a task with who and when is a measure', () => {
    expect(units('一、任务分工', HEADS, ['修复石桥镇古井12口', '县文旅局', '2025年9月底'])).toEqual([
      { words: '一、任务分工', judged: 'novel other' },
      { words: '任务｜责任单位｜完成时限', judged: 'novel other' },
      { words: '修复石桥镇古井12口｜县文旅局｜2025年9月底', judged: 'novel measure' },
    ])
  })

  it('are no demands where they only say what the columns hold', () => {
    for (const heads of [HEADS, ['任务', '单位', '时限'], ['序号', '工作举措', '牵头领导', '完成要求']])
      expect(units(heads, ['修复石桥镇古井12口', '县文旅局', '2025年9月底', '是'])[0]!.judged).toMatch(/other$/)
  })

  it('are no measures for being rows', () => {
    const [, row] = units(HEADS, ['强化组织领导，加大推进力度', '各有关部门', '长期坚持'])
    expect(row!.judged).not.toContain('measure')
  })

  it('lend the cells beside a long one to its first and last sentence', () => {
    const cell = `${LONG}修复石桥镇古井12口，每口补助2万元。`
    expect(units(HEADS, ['1', cell, '县文旅局', '2025年9月底']).slice(1)).toEqual([
      { words: `1｜${LONG}`, judged: expect.stringContaining('vague') },
      { words: '修复石桥镇古井12口，每口补助2万元。｜县文旅局｜2025年9月底', judged: 'novel measure' },
    ])
  })

  it('keep two long cells apart', () => {
    expect(units(HEADS, [LONG, LONG, '县文旅局']).map(({ words }) => words)).toEqual([
      HEADS.join('｜'),
      LONG,
      `${LONG}｜县文旅局`,
    ])
  })

  it('of one cell are paragraphs like others', () => {
    expect(units(['甲方要修井。乙方要护井。']).map(({ words }) => words)).toEqual(['甲方要修井。', '乙方要护井。'])
  })

  it('within rows lie within them', () => {
    const { text } = tabled('外一', '内一', '内二', '外二')
    const row = (index: number, ...cells: [number, number][]): Row => ({
      table: 1,
      index,
      cells: cells.map(([start, end]) => ({ start, end })),
    })
    expect(unbroken(text, [row(2, [0, 8], [9, 11]), row(2, [3, 5], [6, 8])])).toEqual([
      { start: 0, end: 11, head: false },
    ])
  })

  it('without superiors change nothing in other texts', () => {
    expect(unbroken('甲乙', [])).toEqual([])
  })
})

describe('lines with tabs between their cells', () => {
  const read = (text: string) =>
    tabbed(text).map(({ index, cells }) => [index, ...cells.map((c) => text.slice(c.start, c.end))])
  it('are the rows of a table, where several lines have as many of them', () => {
    expect(read('一、分工\n任务\t单位\t时限\n修井\t县文旅局\t9月\n\n附：甲\t乙\n')).toEqual([
      [1, '任务', '单位', '时限'],
      [2, '修井', '县文旅局', '9月'],
    ])
    expect(read('一、分工\r\n任务\t单位\r\n修井\t县文旅局\r\n')).toHaveLength(2)
  })
  it('may have lines between their cells', () =>
    expect(read('片区 | 镇数\n城区 | 2\n')).toEqual([
      [1, '片区', '镇数'],
      [2, '城区', '2'],
    ]))
  it('are none alone, or where a tab only indents', () => {
    expect(read('甲\t乙\n丙\n')).toEqual([])
    expect(read('\t各镇要修井。\n\t各村要护井。\n')).toEqual([])
  })
  it('are measures with who and when, as in a table', () => {
    const text = '一、任务分工\n任务\t责任单位\t完成时限\n修复石桥镇古井12口\t县文旅局\t2025年9月底\n'
    const last = measure({ text }, [{ text: SUPERIOR }]).units.at(-1)!
    expect([last.reuse, last.kind]).toEqual(['novel', 'measure'])
  })
})
