import { describe, expect, it } from 'vitest'
import type { Diagnostic, Parsed } from '../core.ts'
import { createDoc } from '../document.ts'
import { parseCsv } from '../parsers/csv.ts'
import { parser as markdown } from '../parsers/markdown.ts'
import { readRegister } from '../registers/index.ts'
import { foundRows } from './found-rows.ts'

const rowsOf = (parsed: Parsed, path: string, words: readonly string[]) => {
  const register = readRegister(parsed, path)!
  const genre = { id: 'register.groups', source: 'text', evidence: [] } as const
  const doc = { ...createDoc(parsed, path), register: { ...register, genre } }
  const found = words.map((word) => ({ span: { start: parsed.text.indexOf(word), end: 0 } }) as Diagnostic)
  return foundRows(doc, found).map(({ heads, rows }) => ({
    heads: heads.map(({ cells }) => cells.map(({ text }) => text).join()),
    rows: rows.map(({ line, cells }) => `${line}:${cells.map(({ text }) => text).join()}`),
  }))
}

describe('foundRows', () => {
  const csv = parseCsv(
    '云川县工作群台账\n管理单位,群名称,状态\n县水利局,防汛群,在用\n县教育局,"高考, 保障群",\n县民政局,救助群,在用\n',
  )

  it('gives the rows in which something is found, under their header', () => {
    expect(rowsOf(csv, '群.csv', ['高考', '防汛', '县教育局'])).toEqual([
      { heads: ['管理单位,群名称,状态'], rows: ['3:县水利局,防汛群,在用', '4:县教育局,高考, 保障群,'] },
    ])
  })

  it('does not repeat the header where it is what is wrong, and gives nothing where nothing is found', () => {
    expect(rowsOf(csv, '群.csv', ['管理单位'])).toEqual([{ heads: ['管理单位,群名称,状态'], rows: [] }])
    expect(rowsOf(csv, '群.csv', [])).toEqual([])
  })

  it('reads tables of documents as well', async () => {
    const text =
      '# 云川县工作群台账\n\n| 管理单位 | 群名称 | 状态 |\n| --- | --- | --- |\n| 县水利局 | 防汛群 | 在用 |\n'
    const parsed = await markdown.parse(new TextEncoder().encode(text))
    expect(rowsOf(parsed, '群.md', ['防汛', '云川县'])).toEqual([
      { heads: ['管理单位,群名称,状态'], rows: [expect.stringMatching(/:县水利局,防汛群,在用$/)] },
    ])
  })
})
