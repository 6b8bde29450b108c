import { describe, expect, it } from 'vitest'
import type { Merge } from '../core.ts'
import { readDoc } from '../files/reading.ts'
import { type BookCell, writeWorkbook } from '../writers/xlsx.ts'

/** What a register says of unit, month, kind and number, row by row; from a workbook with merged cells, or from text. */
async function figures(rows: readonly (readonly BookCell[])[], merges: readonly Merge[] = []): Promise<string[]> {
  const doc = await readDoc(writeWorkbook([{ name: '表', rows, merges }]), '表.xlsx')
  return doc.register!.tables.flatMap(({ records, lacking, duplicates }) => [
    ...lacking.map((column) => `没有 ${column}`),
    ...duplicates.map(({ text }) => `重复 ${text}`),
    ...[...records].map((record) =>
      ['unit', 'month', 'type', 'count', 'documents', 'meetings']
        .map((field) => record.text(field))
        .filter((text) => text !== '')
        .join(' '),
    ),
  ])
}
const over = (row: number, left: number, right: number): Merge => ({ top: row, bottom: row, left, right })
const down = (column: number, row: number): Merge => ({ top: row, bottom: row + 1, left: column, right: column })

const TITLES = ['2026年', '2026年工作统计表', '2026年各单位发文开会统计表']
/** Cells that are merged in the file, or were before it became one. */
const WAYS = ['merged', 'empty'] as const

describe('headers of two rows', () => {
  describe.each(TITLES)('below “%s”', (title) => {
    it.each(WAYS)('months above kinds (%s)', async (way) => {
      const rows = [
        [title],
        ['单位名称', '1月', null, '2月', null],
        [null, '发文', '会议', '发文', '会议'],
        ['柳河镇', 3, 4, 5, 1],
        ['大河乡', 2, 3, 7, 1],
      ]
      expect(
        await figures(rows, way === 'merged' ? [over(0, 0, 4), down(0, 1), over(1, 1, 2), over(1, 3, 4)] : []),
      ).toEqual(['柳河镇 2026年1月 3 4', '柳河镇 2026年2月 5 1', '大河乡 2026年1月 2 3', '大河乡 2026年2月 7 1'])
    })
    it.each(WAYS)('kinds above months (%s)', async (way) => {
      const rows = [
        [title],
        ['单位名称', '发文（件）', null, null, '会议（次）', null, null],
        [null, '1月', '2月', '3月', '1月', '2月', '3月'],
        ['柳河镇', 3, 4, 5, 1, 1, 1],
        ['大河乡', 2, 3, 7, 1, 0, 2],
      ]
      expect(
        await figures(rows, way === 'merged' ? [over(0, 0, 6), down(0, 1), over(1, 1, 3), over(1, 4, 6)] : []),
      ).toEqual([
        '柳河镇 2026年1月 3 1',
        '柳河镇 2026年2月 4 1',
        '柳河镇 2026年3月 5 1',
        '大河乡 2026年1月 2 1',
        '大河乡 2026年2月 3 0',
        '大河乡 2026年3月 7 2',
      ])
    })
  })
})

it('a column of errors is no column of words: its cell is named, not its header missed', async () => {
  for (const error of ['#REF!', '#DIV/0!', '#VALUE!', '#NAME?']) {
    const doc = await readDoc(Buffer.from(`单位,年度,发文计划\n甲镇,2026,${error}\n`), '计划.csv')
    expect(doc.genre.id).toBe('register.plan')
    expect(doc.register!.tables[0]!.lacking).toEqual([])
  }
})
