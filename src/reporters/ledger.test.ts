import { describe, expect, it } from 'vitest'
import { registers } from '../dev/registers.ts'
import { readDoc } from '../files/reading.ts'
import { ledgerOf } from '../ledger/index.ts'
import { csvCell, ledgerCsv } from './ledger/csv.ts'
import type { Ledger, LedgerView } from './ledger/data.ts'
import { ledgerHtml } from './ledger/html.ts'
import { ledgerJson } from './ledger/json.ts'
import { ledgerTable } from './ledger/pretty.ts'
import { ledgerWords, percent } from './ledger/words.ts'
import { textColumns } from './terminal.ts'

const view: LedgerView = { language: 'zh', color: false, width: 80, quiet: false }
const read = async (files: Iterable<readonly [string, string]>) =>
  Promise.all([...files].map(([path, text]) => readDoc(new TextEncoder().encode(text), path)))
const county = async (asOf = '2026-09-30') => ledgerOf({ docs: await read(registers([2024, 2025, 2026], 9)), asOf })
const EVIL = '=HYPERLINK("http://a")<script>\u202e'
const hostile = async (): Promise<Ledger> =>
  ledgerOf({
    docs: await read([['a.csv', `单位,月份,发文数\n"${EVIL.replaceAll('"', '""')}",2026-01,2\n县水利局,2026-01,3\n`]]),
    asOf: '2026-01-31',
  })

describe('on a terminal', () => {
  const table = ledgerTable()
  it.each([60, 80, 100, 120, 200])('fits %d columns, and every figure stands under its head', async (width) => {
    const lines = table(await county(), { ...view, width }).split('\n')
    for (const line of lines) expect(textColumns(line), line).toBeLessThan(width)
    const head = lines.find((line) => line.includes('已用/计划'))!
    const end = textColumns(head.slice(0, head.indexOf('已用/计划') + 5))
    const rows = lines.filter((line) => /^(?:!!| !| {2}| \?) (?:超量|预警|正常)/.test(line))
    expect(rows).toHaveLength(60 * 3 + 3)
    for (const row of rows) {
      const figures = / (\d+\/\d+) /.exec(row)!
      expect(textColumns(row.slice(0, figures.index + 1 + figures[1]!.length)), row).toBe(end)
    }
  })
  it('tells states apart without a colour, and paints them with one', async () => {
    const plain = table(await county(), view)
    expect(plain).toContain('!! 超量')
    expect(plain).toContain(' ! 预警')
    expect(plain).not.toContain('\u001b')
    const painted = ledgerTable((style, text) => `<${style}>${text}</>`)(await county(), { ...view, color: true })
    expect(painted).toContain('<error>!! 超量</>')
  })
  it('draws what is beyond a quota behind its mark, and never a full bar for what is left', async () => {
    const rows = table(await county(), view)
      .split('\n')
      .filter((line) => /\d+\/\d+ /.test(line))
    for (const row of rows) {
      const [, used, quota] = /(\d+)\/(\d+)/.exec(row)!.map(Number)
      expect(/\|>/.test(row), row).toBe(used! > quota!)
      if (used! < quota!) expect(row).toMatch(/\.\|$/)
    }
  })
  it('has a head for every dozen units, and says how many there are', async () => {
    const text = table(await county(), view)
    expect(text).toContain('-- 第 1–12 个单位，共 60 个 --')
    expect(text.match(/已用\/计划/g)!.length).toBe(6)
  })
  it('counts a last unit that stands alone as one', () => {
    expect(ledgerWords.zh.page(121, 121, 121)).toBe('第 121 个单位，共 121 个')
    expect(ledgerWords.en.page(121, 121, 121)).toBe('unit 121 of 121')
  })
  it('leaves out what can be spared where figures are large, and nothing else', async () => {
    const rows = ['2025,1,123456', '2026,1,2345678', '2026,2,3456789']
    const docs = await read([
      ['a.csv', `单位,年份,月份,发文数\n${rows.map((row) => `石门镇,${row}`).join('\n')}\n`],
      ['b.csv', '单位,年份,年度发文计划\n石门镇,2026,1234567\n'],
    ])
    const ledger = ledgerOf({ docs, asOf: '2026-06-30' })
    for (const width of [40, 50, 60, 80]) {
      const lines = table(ledger, { ...view, width }).split('\n')
      for (const line of lines) expect(textColumns(line), line).toBeLessThan(Math.max(width, 41))
      expect(lines.some((line) => /超量 .*5802467\/1234567/.test(line))).toBe(true)
    }
  })
  it('lists units that are alike as people do, and not by their characters', async () => {
    const names = ['石门10乡', '石门2乡', '石门1乡', '石门100乡']
    const docs = await read([
      ['a.csv', `单位,年份,月份,发文数\n${names.map((name) => `${name},2026,1,3`).join('\n')}\n`],
    ])
    const { units } = ledgerOf({ docs, asOf: '2026-06-30' })
    expect(units.map(({ name }) => name)).toEqual(['石门1乡', '石门2乡', '石门10乡', '石门100乡'])
  })
  it('lists on demand only what is over or near', async () => {
    const ledger = await county()
    const wanted = ledger.units.filter(({ state }) => state === 'over' || state === 'near')
    const text = table(ledger, { ...view, quiet: true })
    expect(text).toContain(`另有 ${60 - wanted.length} 个单位没有超量、预警`)
    for (const { name, state } of ledger.units)
      expect(text.split('\n').includes(name)).toBe(state === 'over' || state === 'near')
  })
  it('speaks English', async () => {
    expect(table(await county(), { ...view, language: 'en' })).toContain('!! over')
  })
  it('shows nothing that steers a terminal', async () => {
    expect(table(await hostile(), view)).not.toMatch(/[\u202e\u001b]/)
  })
  it('says that there is nothing to show', () => {
    expect(table(ledgerOf({ docs: [], asOf: '2026-01-31' }), view)).toBe(`${ledgerWords.zh.none}\n`)
  })
})

describe('as CSV', () => {
  it('puts an apostrophe before what a spreadsheet would execute', () => {
    for (const text of ['=1+1', '+1', '-1', '@A', '\t=1', '\r=1', ' =1', '＝1'])
      expect(csvCell(text).replace(/^"/, ''), text).toMatch(/^'/)
    expect(csvCell('县水利局')).toBe('县水利局')
    expect(csvCell(-3)).toBe('-3')
    expect(csvCell('a"b,c')).toBe('"a""b,c"')
  })
  it('has a head, and as many cells in every row', async () => {
    const rows = ledgerCsv(await county(), view)
      .slice(1, -2)
      .split('\r\n')
    expect(ledgerCsv(await county(), view).startsWith('\ufeff单位,类别,状态')).toBe(true)
    expect(rows).toHaveLength(1 + 180 + 3)
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([31]))
  })
  it('of a hostile name keeps the cell', async () => {
    expect(ledgerCsv(await hostile(), view)).toContain('"\'=HYPERLINK(""http://a"")<script>\\u{202E}",发文')
  })
})

describe('as JSON', () => {
  it('has null where nothing is known', async () => {
    const data = JSON.parse(ledgerJson(await hostile(), view))
    expect(data).toMatchObject({ version: 1, year: 2026, summary: { units: 2, unplanned: 2 } })
    expect(data.units[0].rows[0]).toMatchObject({ kind: 'documents', quota: null, share: null, before: null })
    expect(data.units[0].rows[0].months).toEqual([expect.any(Number), ...Array(11).fill(null)])
    expect(data.gaps.map((gap: { code: string }) => gap.code)).toEqual(['no-plan', 'no-last-year'])
  })
})

describe('as HTML', () => {
  it('takes no name for markup, loads nothing and runs nothing', async () => {
    const html = ledgerHtml(await hostile(), view)
    expect(html).not.toMatch(/<script|\u202e/)
    expect(html).toContain("default-src 'none'; style-src 'sha256-")
    expect(html.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/<(?:link|img|iframe)|\s(?:src|href|style|on\w+)=/)
  })
  it('says what its figures are, in words that are as large as they are written', async () => {
    const html = ledgerHtml(await county(), view)
    expect(html).toContain('下方写年份的是那一年的已用/计划')
    expect(html).toMatch(/<span class="why"><span>2025年 \d+\/\d+<\/span> <span>2024年 \d+\/\d+<\/span><\/span>/)
    expect(html).toContain('<th>同月<small>今年/去年</small></th>')
    // Cards of three are some 165 px wide: a drawing that is much wider in its own units would make its words small.
    const [, width] = /viewBox="0 0 (\d+) /.exec(html)!
    expect(Number(width)).toBeLessThan(180)
    const [, tick] = /\.tick\{font:(\d+)px/.exec(html)!
    expect(Number(tick)).toBeGreaterThanOrEqual(11)
    expect(ledgerHtml(await county(), { ...view, language: 'en' })).toMatch(/<span>2025: \d+\/\d+<\/span>/)
  })
  it('has a drawing for every row, whose state is told by a word', async () => {
    const ledger = await county()
    const html = ledgerHtml(ledger, view)
    expect(html.match(/<svg class="chart/g)).toHaveLength(180 + 3)
    expect(html.match(/aria-label="[^"]*超量/g)).toHaveLength(ledger.counts.over)
    expect(html).not.toMatch(/NaN|undefined|Infinity/)
  })
})

it('percent never rounds onto the limit', () => {
  expect([0.996, 1, 1.004, 0.5, undefined].map(percent)).toEqual(['99%', '100%', '101%', '50%', '-'])
})
