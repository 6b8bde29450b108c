import { describe, expect, it } from 'vitest'
import type { Doc } from '../core.ts'
import { readDoc } from '../reading.ts'
import { gathered } from './series.ts'

const read = (files: Readonly<Record<string, string>>): Promise<Doc[]> =>
  Promise.all(Object.entries(files).map(([path, text]) => readDoc(new TextEncoder().encode(text), path)))
/** unit kind year: quota | months up to the last that is known */
async function found(files: Readonly<Record<string, string>>, asOf?: string, renamed?: ReadonlyMap<string, string>) {
  const all = gathered(await read(files), asOf, renamed)
  const lines = all.series.flatMap(({ unit, kind, years }) =>
    [...years].map(([year, { quota, months }]) => {
      const last = months.findLastIndex((count) => count !== undefined) + 1
      return `${unit} ${kind} ${year}: ${quota ?? '-'} | ${months
        .slice(0, last)
        .map((c) => c ?? '?')
        .join(' ')}`
    }),
  )
  return { ...all, lines }
}
const MONTHLY = '单位,月份,发文数,累计发文数,会议数\n'

describe('months', () => {
  it('are the column of the month, not the one that adds up, and no row of totals', async () => {
    const { lines, conflicting } = await found({
      '2026年统计.csv': `${MONTHLY}县水利局,1月,2,2,1\n县水利局,2月,3,5,0\n合计,2月,3,5,0\n`,
    })
    expect(lines).toEqual(['县水利局 documents 2026: - | 2 3', '县水利局 meetings 2026: - | 1 0'])
    expect(conflicting).toBe(0)
  })
  it('are differences where a register only adds up', async () => {
    const { lines, fromTotals } = await found({
      '统计.csv':
        '单位,月份,累计发文数,累计会议数\n县水利局,2026-01,2,1\n县水利局,2026-02,5,1\n县水利局,2026-04,9,2\n县水利局,2026-05,8,2\n',
    })
    // March is missing, so that April cannot be told; in May the total shrinks.
    expect(lines).toEqual(['县水利局 documents 2026: - | 2 3', '县水利局 meetings 2026: - | 1 0 ? ? 0'])
    expect(fromTotals).toBe(2)
  })
  it('add up in one register, and of two the later is believed', async () => {
    const { lines, conflicting } = await found({
      'a.csv': '单位,月份,发文数\n县水利局,2026-01,2\n县水利局,2026-01,1\n县水利局,2026-02,4\n',
      'b.csv': '单位,月份,发文数\n水利局,2026-01,3\n县水利局,2026-02,5\n',
    })
    expect(lines).toEqual(['县水利局 documents 2026: - | 3 5'])
    expect(conflicting).toBe(1)
  })
  it('after the day of judgement are left out', async () => {
    const files = { 'a.csv': '单位,月份,发文数\n县水利局,2026-01,2\n县水利局,2026-02,4\n' }
    expect((await found(files, '2026-01-31')).lines).toEqual(['县水利局 documents 2026: - | 2'])
  })
})

describe('items', () => {
  const ITEMS = '单位,类别,名称,日期,备案号\n'
  it('are counted where there are no monthly rows; who has a quota and none has nothing', async () => {
    const { lines, fromItems, undated } = await found({
      '计划.csv': '单位,年度,会议计划数\n县水利局,2026,12\n县教育局,2026,6\n',
      '台账.csv': `${ITEMS}县水利局,会议,一,2026-01-05,1\n县水利局,会议,二,2026-03-05,2\n县水利局,会议,三,某日,3\n`,
    })
    expect(lines).toEqual(['县水利局 meetings 2026: 12 | 1 0 1', '县教育局 meetings 2026: 6 | 0 0 0'])
    expect([fromItems, undated]).toEqual([2, 1])
  })
  it('do not add to monthly rows', async () => {
    const { lines, fromItems } = await found({
      'a.csv': '单位,月份,会议数\n县水利局,2026-01,4\n',
      '台账.csv': `${ITEMS}县水利局,会议,一,2026-02-05,1\n`,
    })
    expect(lines).toEqual(['县水利局 meetings 2026: - | 4'])
    expect(fromItems).toBe(0)
  })
})

describe('quotas', () => {
  it('without a year are those of the year of judgement, or of the latest figures', async () => {
    const files = {
      '计划.csv': '单位,发文计划数\n县水利局,12\n',
      'a.csv': '单位,月份,发文数\n县水利局,2025-01,4\n',
    }
    expect((await found(files)).lines).toEqual(['县水利局 documents 2025: 12 | 4'])
    const { lines, yearless } = await found(files, '2026-03-05')
    expect(lines).toEqual(['县水利局 documents 2026: 12 | ', '县水利局 documents 2025: - | 4'])
    expect(yearless).toBe(true)
  })
})

describe('renamed units', () => {
  it('are one, under the present name', async () => {
    const files = {
      'a.csv': '单位,月份,发文数\n石门镇,2025-01,4\n石门镇,2026-01,1\n石门街道,2026-02,2\n',
    }
    expect((await found(files)).lines).toHaveLength(3)
    const renamed = new Map([['石门镇', '石门街道']])
    expect((await found(files, undefined, renamed)).lines).toEqual([
      '石门街道 documents 2025: - | 4',
      '石门街道 documents 2026: - | 1 2',
    ])
  })
})
