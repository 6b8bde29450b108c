import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Doc } from '../core.ts'
import { registers } from '../dev/registers.ts'
import { readDoc } from '../files/reading.ts'
import { LEDGER_HEADS } from '../registers/index.ts'
import { columnsOf } from '../reporters/ledger/csv.ts'
import type { Ledger, LedgerRow } from '../reporters/ledger/data.ts'
import { ledgerWords } from '../reporters/ledger/words.ts'
import { writeWorkbook } from '../writers/xlsx.ts'
import { ledgerOf } from './index.ts'
import { isOwnLedger } from './own.ts'
import { ledgerBook } from './workbook.ts'

const read = (files: Iterable<readonly [string, string | Uint8Array]>): Promise<Doc[]> =>
  Promise.all(
    [...files].map(([path, text]) => readDoc(typeof text === 'string' ? new TextEncoder().encode(text) : text, path)),
  )
const fixture = () =>
  read(
    ['2024年月度统计', '2025年月度统计', '2026年月度统计', '年度计划'].map(
      (name) => [`${name}.csv`, readFileSync(`fixtures/ledger/${name}.csv`)] as const,
    ),
  )
const rowOf = ({ units }: Ledger, unit: string, kind: LedgerRow['kind']): LedgerRow =>
  units.find(({ name }) => name === unit)!.rows.find((row) => row.kind === kind)!
const codes = ({ gaps }: Ledger) => gaps.map(({ code }) => code)

describe('offices that are gone', () => {
  const months = (unit: string, until: number, remark = '') =>
    Array.from(
      { length: until },
      (_, i) => `${unit},2026-${String(i + 1).padStart(2, '0')},2,${i + 1 === until ? remark : ''}`,
    )

  it('are reckoned up to their last month, and no month after it is missing', async () => {
    const docs = await read([
      ['2026年发文计划.csv', '单位,年度,发文计划数\n县茶叶局,2026,14\n县林业局,2026,30'],
      [
        '2026年月报.csv',
        ['单位,月份,发文数,备注', ...months('县茶叶局', 6, '7月并入县林业局'), ...months('县林业局', 9)].join('\n'),
      ],
    ])
    const ledger = ledgerOf({ docs, asOf: '2026-09-30' })
    expect(rowOf(ledger, '县茶叶局', 'documents')).toMatchObject({ state: 'fine', pace: 12, forecast: 12 })
    expect(rowOf(ledger, '县林业局', 'documents')).toMatchObject({ pace: 24, forecast: 24 })
    expect(codes(ledger)).not.toContain('missing-months')
  })
})

describe('offices that are new', () => {
  it('are reckoned from their first month', async () => {
    const docs = await read([
      ['2026年计划.csv', '单位,年度,发文控制数,会议控制数,备注\n青河镇,2026,12,12,5月起用，承接原青河乡余额'],
      [
        '2026年月报.csv',
        `单位,月份,发文数,会议数\n${[1, 2, 3, 4].map((m) => `青河乡,2026-0${m},2,1`).join('\n')}\n${[5, 6, 7, 8].map((m) => `青河镇,2026-0${m},1,1`).join('\n')}`,
      ],
    ])
    const ledger = ledgerOf({ docs, asOf: '2026-08-31' })
    expect(rowOf(ledger, '青河镇', 'documents')).toMatchObject({ pace: 8, forecast: 8 })
    expect(rowOf(ledger, '青河乡', 'documents')).toMatchObject({ pace: 8, forecast: 8 })
    expect(codes(ledger)).not.toContain('missing-months')
  })
})

describe('a plan that lists its items', () => {
  it('is as many as they come to, whatever the office is called', async () => {
    const docs = await read([
      [
        '年度会议计划.csv',
        '临江县卫生健康委员会2026年度会议计划\n编号,会议名称,拟开时间,次数\nA1,疾控工作会议,3月,1\nA2,签约服务调度会,5月、8月,2\nA3,医疗质量讲评会,12月,1',
      ],
      [
        '会议登记簿.csv',
        '县卫健委2026年会议登记簿\n会议名称,召开日期,对应计划,报备文号\n疾控工作会议,3月4日,A1,备1\n签约服务调度会,5月6日,A2,备2',
      ],
    ])
    expect(rowOf(ledgerOf({ docs, asOf: '2026-06-30' }), '县卫健委', 'meetings')).toMatchObject({ quota: 4, used: 2 })
  })
})

describe('the fixture', () => {
  it('puts the worst first and counts its states', async () => {
    const ledger = ledgerOf({ docs: await fixture(), asOf: '2026-06-30' })
    expect(ledger.units.map(({ name }) => name)).toEqual([
      '柳河镇',
      '县民政局',
      '石门街道',
      '县教育局',
      '县水利局',
      '青山乡',
    ])
    expect(ledger.counts).toEqual({ over: 1, near: 5, unplanned: 0, unknown: 0, fine: 12 })
    expect(rowOf(ledger, '柳河镇', 'documents')).toMatchObject({
      state: 'over',
      quota: 22,
      used: 24,
      pace: 48,
      exhausted: 6,
      month: { now: 4, before: 2 },
      history: [
        { year: 2025, quota: 40, used: 36 },
        { year: 2024, quota: 40, used: 36 },
      ],
    })
  })
  it('leaves a month without statistics out of this year and of the last', async () => {
    const ledger = ledgerOf({ docs: await fixture(), asOf: '2026-06-30' })
    const row = rowOf(ledger, '青山乡', 'documents')
    expect(row.reported).toBe(5)
    expect(row.months[3]).toBeUndefined()
    expect(row.cumulative!.before).toBe(row.before!.slice(0, 6).reduce((sum, c, i) => sum! + (i === 3 ? 0 : c!), 0))
    expect(ledger.gaps).toContainEqual({
      code: 'missing-months',
      args: { count: 1, names: '青山乡', more: 0, latest: 6 },
    })
  })
  it('asks whether a unit was renamed, until it is told', async () => {
    const docs = await fixture()
    expect(codes(ledgerOf({ docs, asOf: '2026-06-30' }))).toEqual(['missing-months', 'units-changed'])
    const told = ledgerOf({ docs, asOf: '2026-06-30', renamed: new Map([['石门镇', '石门街道']]) })
    expect(codes(told)).toEqual(['missing-months'])
    expect(rowOf(told, '石门街道', 'documents').month).toBeDefined()
  })
  it('tells of a former name that nothing has, and of a year that nothing is of', async () => {
    const docs = await fixture()
    const renamed = new Map([
      ['石门镇', '石门街道'],
      ['石们镇', '石门街道'],
    ])
    expect(ledgerOf({ docs, asOf: '2026-06-30', renamed }).gaps).toContainEqual({
      code: 'not-renamed',
      args: { names: '石们镇' },
    })
    expect(ledgerOf({ docs, asOf: '2026-06-30', year: 2020 }).gaps).toContainEqual({
      code: 'empty-year',
      args: { year: 2020, years: '2024、2025、2026' },
    })
  })
  it('shows another year when asked for it', async () => {
    const ledger = ledgerOf({ docs: await fixture(), asOf: '2026-06-30', year: 2025 })
    expect(ledger).toMatchObject({ year: 2025, over: 12 })
    expect(rowOf(ledger, '石门镇', 'documents').forecast).toBe(rowOf(ledger, '石门镇', 'documents').used)
    expect(ledger.counts.near).toBe(0)
  })
})

describe('what is missing is said once', () => {
  const counts = '单位,月份,发文数\n县水利局,2026-01,2\n县教育局,2026-01,4\n'
  const gaps = async (files: Record<string, string>, asOf: string) =>
    codes(ledgerOf({ docs: await read(Object.entries(files)), asOf }))
  it.each([
    ['no plan, no last year', { 'a.csv': counts }, '2026-01-31', ['no-plan', 'no-last-year']],
    [
      'some have no quota',
      { 'a.csv': counts, 'p.csv': '单位,年度,发文计划数\n县水利局,2026,9\n' },
      '2026-01-31',
      ['unplanned', 'no-last-year'],
    ],
    [
      'no statistics, or late ones',
      { 'a.csv': counts, 'p.csv': '单位,年度,发文计划数\n县水利局,2026,9\n县教育局,2026,9\n县民政局,2026,9\n' },
      '2026-03-31',
      ['no-statistics', 'not-yet', 'no-last-year'],
    ],
    [
      'what stands twice counts once, and nothing tells the year',
      { 'a.csv': '单位,月份,发文数\n县水利局,1,2\n县水利局,1,2\n', 'p.csv': '单位,发文计划数\n县水利局,9\n' },
      '2026-01-31',
      ['yearless-plan', 'yearless-statistics', 'no-last-year', 'repeated'],
    ],
    [
      'a plan that is no number',
      {
        'a.csv': counts,
        'p.csv': '单位,年度,发文计划数\n县水利局,2026,9\n县民政局,2026,待定\n县茶叶局,2026,-5\n县教育局,2026,7\n',
      },
      '2026-01-31',
      ['unread-plan', 'no-last-year'],
    ],
    ['nothing of this year', { 'a.csv': counts }, '2027-01-31', ['other-year', 'no-plan', 'not-yet', 'no-last-year']],
  ] as const)('%s', async (_, files, asOf, expected) => {
    expect(await gaps(files, asOf)).toEqual(expected)
  })
  it('nothing at all is no fault', () => {
    const ledger = ledgerOf({ docs: [], asOf: '2026-01-31' })
    expect(ledger).toMatchObject({ units: [], totals: [], gaps: [], year: 2026 })
  })
})

describe('totals', () => {
  it('are of the units with a quota, and compare what the units compare', async () => {
    const ledger = ledgerOf({ docs: await read(registers([2024, 2025, 2026], 6)), asOf: '2026-06-30' })
    expect(ledger.units).toHaveLength(60)
    for (const total of ledger.totals) {
      const rows = ledger.units.flatMap((unit) => unit.rows.filter(({ kind }) => kind === total.kind))
      const sum = (of: (row: LedgerRow) => number | undefined) => rows.reduce((all, row) => all + (of(row) ?? 0), 0)
      expect(total.quota).toBe(sum((row) => row.quota))
      expect(total.used).toBe(sum((row) => row.used))
      expect(total.forecast).toBeCloseTo(sum((row) => row.forecast))
      expect(total.cumulative!.before).toBe(sum((row) => row.cumulative?.before))
    }
  })
})

describe('as a workbook', () => {
  it('holds figures as numbers, and names as texts that nothing executes', async () => {
    const docs = await read([['a.csv', '单位,月份,发文数\n=1+1,2026-01,2\n@SUM(A1),2026-01,3\n']])
    const parts = unzipSync(ledgerBook(ledgerOf({ docs, asOf: '2026-01-31' }), { language: 'zh', quiet: false }))
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>')
    expect(sheet).not.toContain('<f>')
    expect(sheet).toMatch(/<c r="F\d"[^>]*><v>[23]<\/v>/)
    expect(Object.keys(parts)).toContain('xl/worksheets/sheet2.xml')
  })

  it('may be laid before others as it is printed: title and day, frames, heads on every page, no months', async () => {
    const ledger = ledgerOf({ docs: await fixture(), asOf: '2026-06-30' })
    const parts = unzipSync(ledgerBook(ledger, { language: 'zh', quiet: false }))
    const xml = (name: string) => new TextDecoder().decode(parts[`xl/${name}.xml`])
    const [sheet, about, styles] = ['worksheets/sheet1', 'worksheets/sheet2', 'styles'].map(xml)
    const rows = (xml: string) => [...xml.matchAll(/<row .*?<\/row>/gs)].map(([row]) => row)
    const looks = [...styles!.split('<cellXfs')[1]!.matchAll(/<xf .*?(?:<\/xf>|(?<=\/)>)/g)].map(([look]) => look)
    const lookOf = (cell: string) => looks[Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0)]!
    const cells = (row: string) => [...row.matchAll(/<c .*?(?:<\/c>|\/>)/gs)].map(([cell]) => cell)

    const [title, day, heads, ...table] = rows(sheet!)
    expect(title).toContain('2026年发文、会议、督查检查考核一张表')
    expect(day).toContain('截至 2026-06-30')
    expect(sheet).toContain('<mergeCell ref="A1:S1"/><mergeCell ref="A2:S2"/>')
    for (const row of [heads!, ...table]) {
      expect(cells(row)).toHaveLength(31)
      for (const cell of cells(row)) expect(lookOf(cell)).toContain('borderId="1"')
    }
    // 预计 and 用完 stand side by side.
    expect(lookOf(cells(table[0]!)[9]!)).toContain('horizontal="center"')
    expect(xml('workbook')).toContain(
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'一张表'!$A$1:$S$${rows(sheet!).length}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'一张表'!$1:$3</definedName></definedNames>`,
    )
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>')
    expect(about).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    const state = rows(about!).find((row) => row.includes('>状态<'))!
    expect(state).toMatch(/ ht="(?:32|48)"/)
    expect(lookOf(cells(state)[1]!)).toContain('wrapText="1"')
  })

  it.each(['zh', 'en'] as const)('is known again (%s), by itself and among registers', async (language) => {
    const ledger = ledgerOf({ docs: await fixture(), asOf: '2026-06-30' })
    const heads = columnsOf(ledgerWords[language])
    expect(heads.slice(0, 8)).toEqual(LEDGER_HEADS[language === 'zh' ? 0 : 1])
    const earlier = writeWorkbook([
      { name: language === 'zh' ? '一张表' : 'Ledger', rows: [heads, ['县水利局', '发文', '正常', 2026, 9, 3]] },
      { name: language === 'zh' ? '说明' : 'About', rows: [['2026年发文、会议、督查检查考核一张表']] },
    ])
    for (const bytes of [ledgerBook(ledger, { language, quiet: false }), earlier]) {
      expect(isOwnLedger(bytes, '一张表.xlsx')).toBe(true)
      const [doc] = await read([['一张表.xlsx', bytes]])
      expect(doc!.register).toMatchObject({ tables: [], unknown: [] })
    }
    const other = writeWorkbook([
      {
        name: '说明',
        rows: [
          ['甲', '乙'],
          [1, 2],
        ],
      },
    ])
    expect(isOwnLedger(other, '表.xlsx')).toBe(false)
    expect((await read([['表.xlsx', other]]))[0]!.register!.unknown).toHaveLength(1)
  })
})
