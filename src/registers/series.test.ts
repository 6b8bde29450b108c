import { describe, expect, it } from 'vitest'
import type { Doc } from '../core.ts'
import { readDoc } from '../files/reading.ts'
import { writeWorkbook } from '../writers/xlsx.ts'
import { tablesIn, yearlessMonth } from './figures.ts'
import { repeatsIn } from './repeats.ts'
import { gathered } from './series.ts'

const read = (files: Readonly<Record<string, string>>): Promise<Doc[]> =>
  Promise.all(Object.entries(files).map(([path, text]) => readDoc(new TextEncoder().encode(text), path)))
/** unit kind year: quota | months up to the last that is known */
async function found(files: Readonly<Record<string, string>>, asOf?: string, renamed?: ReadonlyMap<string, string>) {
  const docs = await read(files)
  const all = gathered(docs, asOf, renamed)
  const lines = all.series.flatMap(({ unit, kind, years }) =>
    [...years].map(([year, { quota, months }]) => {
      const last = months.findLastIndex((count) => count !== undefined) + 1
      return `${unit} ${kind} ${year}: ${quota ?? '-'} | ${months
        .slice(0, last)
        .map((c) => c ?? '?')
        .join(' ')}`
    }),
  )
  const repeated = docs.flatMap((doc) => [...repeatsIn(doc)]).length
  const yearlessMonths = tablesIn(docs, 'monthly').some((placed) => yearlessMonth(placed) !== undefined)
  return { ...all, lines, repeated, yearlessMonths }
}
const MONTHLY = '单位,月份,发文数,累计发文数,会议数\n'

describe('months', () => {
  it('are the column of the month, not the one that adds up, and no row of totals', async () => {
    const { lines, conflicting } = await found({
      '2026年统计.csv': `${MONTHLY}县水利局,1月,2,2,1\n县水利局,2月,3,5,0\n合计,2月,3,5,0\n`,
    })
    expect(lines).toEqual(['县水利局 documents 2026: - | 2 3', '县水利局 meetings 2026: - | 1 0'])
    expect(conflicting).toEqual([])
  })
  it('are unknown where a formula was not calculated, not none', async () => {
    const { lines } = await found({ '2026年统计.csv': `${MONTHLY}县水利局,1月,2,2,1\n县水利局,2月,=?,5,0\n` })
    expect(lines[0]).toBe('县水利局 documents 2026: - | 2')
  })
  it('are differences where a register only adds up', async () => {
    const { lines, fromTotals } = await found({
      '统计.csv':
        '单位,月份,累计发文数,累计会议数\n县水利局,2026-01,2,1\n县水利局,2026-02,5,1\n县水利局,2026-04,9,2\n县水利局,2026-05,8,2\n',
    })
    // March is missing: with April it shares what the total leaves. In May the total shrinks.
    expect(lines).toEqual(['县水利局 documents 2026: - | 2 3 2 2', '县水利局 meetings 2026: - | 1 0 0 1 0'])
    expect(fromTotals).toBe(2)
  })
  it('are spread where a total covers several of which nothing is known', async () => {
    const { lines, fromSums } = await found({
      '统计.csv': `${MONTHLY}县水利局,2026-09,2,20,1\n县文旅局,2026-09,3,3,1\n`,
    })
    expect(lines.slice(0, 2)).toEqual([
      '县水利局 documents 2026: - | 2 2 2 3 2 2 2 3 2',
      '县水利局 meetings 2026: - | ? ? ? ? ? ? ? ? 1',
    ])
    // Nothing before September, or nothing counted: nobody knows.
    expect(lines[2]).toBe('县文旅局 documents 2026: - | ? ? ? ? ? ? ? ? 3')
    expect(fromSums).toBe(1)
  })
  it('of the offices of a unit add up in one register, and of two registers the later is believed', async () => {
    const { lines, conflicting } = await found({
      'a.csv': '单位,科室,月份,发文数\n县水利局,办公室,2026-01,2\n县水利局,防汛科,2026-01,1\n县水利局,,2026-02,4\n',
      'b.csv': '单位,月份,发文数\n水利局,2026-01,3\n县水利局,2026-02,5\n',
    })
    expect(lines).toEqual(['县水利局 documents 2026: - | 3 5'])
    expect(conflicting).toEqual([{ unit: '县水利局' }])
  })
  it('that one register says twice count once, as it says them first', async () => {
    const { lines, repeated } = await found({
      '2026年.csv':
        '序号,单位,月份,发文数,会议数,备注\n1,县水利局,1月,2,1,\n2,水利局,1月,5,,补报\n3,县水利局,2月,4,1,\n4,县水利局,2月,4,1,\n',
    })
    expect(lines).toEqual(['县水利局 documents 2026: - | 2 4', '县水利局 meetings 2026: - | 1 1'])
    expect(repeated).toBe(2)
  })
  it('have a row for each kind, and for each kind of inspection', async () => {
    const { lines, repeated } = await found({
      '2026年.csv': '单位,月份,类别,数量\n县水利局,1月,发文,2\n县水利局,1月,督查,1\n县水利局,1月,检查,3\n',
    })
    expect(lines).toEqual(['县水利局 documents 2026: - | 2', '县水利局 inspections 2026: - | 4'])
    expect(repeated).toBe(0)
  })
  it('without a year are of the only year of their table, or of that of judgement', async () => {
    const rolling = { 'a.csv': '单位,月份,发文数\n县水利局,2025年1月,2\n县水利局,2月,3\n' }
    expect(await found(rolling, '2026-04-10')).toMatchObject({
      lines: ['县水利局 documents 2025: - | 2 3'],
      yearlessMonths: false,
    })
    const yearless = { 'a.csv': '单位,1月,2月,类别\n县水利局,2,3,发文\n' }
    expect(await found(yearless, '2026-04-10')).toMatchObject({
      lines: ['县水利局 documents 2026: - | 2 3'],
      yearlessMonths: true,
    })
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
  it('of one kind are kept as far as those of another in the same table', async () => {
    const { lines } = await found({
      '台账.csv': `${ITEMS}县水利局,发文,一,2026-01-05,1\n县水利局,会议,二,2026-04-05,2\n`,
      '别的.csv': `${ITEMS}县水利局,检查,三,2026-02-05,3\n`,
    })
    expect(lines).toEqual([
      '县水利局 documents 2026: - | 1 0 0 0',
      '县水利局 meetings 2026: - | 0 0 0 1',
      '县水利局 inspections 2026: - | 0 1',
    ])
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
  it.each([
    ['that stand twice count once', '单位,发文计划数\n柳河镇,10\n柳河镇,12\n', 10, 1],
    ['of two people in charge are one', '单位,分管领导,发文计划数\n柳河镇,甲,10\n柳河镇,乙,10\n', 10, 1],
    ['of rows with and without the year are one', '单位,年度,发文计划数\n柳河镇,2026,10\n柳河镇,,10\n', 10, 1],
    ['of half years add up', '单位,时段,发文计划数\n柳河镇,上半年,5\n柳河镇,下半年,5\n', 10, 0],
    ['of quarters that are numbers add up', '单位,季度,发文计划数\n柳河镇,1,5\n柳河镇,2,5\n', 10, 0],
    [
      'of half years whose cells were merged add up',
      '时段,单位,发文计划数\n上半年,石门镇,1\n,柳河镇,5\n下半年,石门镇,1\n,柳河镇,5\n',
      10,
      0,
    ],
    ['of party committee and government add up', '单位,发文计划数\n柳河镇党委,4\n柳河镇人民政府,6\n', 10, 0],
    ['of items add up', '单位,事项名称,类别,计划数\n柳河镇,防汛会议,会议,1\n柳河镇,春耕会议,会议,1\n', 2, 0],
  ])('%s', async (_, plan, quota, repeated) => {
    const all = await found({ '计划.csv': plan }, '2026-04-10')
    expect(all.series.find(({ unit }) => unit.startsWith('柳河镇'))!.years.get(2026)!.quota).toBe(quota)
    expect(all.repeated).toBe(repeated)
  })
  it('of two sheets that say the same are one, and no fault', async () => {
    const row = [
      ['单位', '年度', '发文计划数'],
      ['柳河镇', 2026, 10],
    ]
    const sheets = (...names: string[]) => writeWorkbook(names.map((name) => ({ name, rows: row })))
    const of = async (bytes: Uint8Array) => {
      const doc = await readDoc(bytes, '计划.xlsx')
      return [gathered([doc]).series[0]!.years.get(2026)!.quota, [...repeatsIn(doc)].length]
    }
    expect(await of(sheets('汇总', '乡镇'))).toEqual([10, 0])
    expect(await of(sheets('上半年', '下半年'))).toEqual([20, 0])
  })
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
