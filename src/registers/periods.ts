/**
 * 年度指标 | 一季度 | 二季度 | 合计 as rows, below offices and what is counted of each: every column is a plan and what was used of it. Read as a plan that has a row for
 * each office.
 */
import type { Sheet, Span, Table, TableCell, TableRecord } from '../core.ts'
import { lazily } from '../lazily.ts'
import { aboveOf, type Surroundings } from './above.ts'
import { cellLeft, cellReader, MAX_COLUMNS, rowOf, rowSpan } from './cells.ts'
import { headerName } from './headers.ts'
import { type ItemType, itemTypes } from './item-types.ts'
import { monthNumber } from './months.ts'
import { typeNamed } from './one-kind.ts'
import { isTotal, LIMIT } from './rows.ts'
import { OFFICE } from './slices.ts'
import { countOf, isMonth, monthOf, quarterNumber, sumOfAll } from './values.ts'

/** Longer sheets are registers of single things. */
const MOST_ROWS = 40
/** Columns in which periods may be named. */
const LABELS = 3
const FEWEST_PERIODS = 2
/** Rows of names above the first figures. */
const HEADER = 2

const QUARTER = /^(?:(?:19|20)\d{2}年)?第?([一二三四1-4])季度?(?:数|完成数?|实际数?|使用数?)?$/
const WHOLE =
  /^(?:(?:全年|年度|累计|实际|已)(?:完成|使用|用|发生|执行|合计)?(?:数|数量)?|(?:实际)?(?:完成|使用|执行)(?:数|合计))$/
/** The plan is another one by then. */
const CHANGED = /追加|调[增减整剂]|核[增减]|变更/
/** Rows that say something of the others. */
const REMARKS = /^(?:备注|说明|附注)$/

/** The rows of a table, by what they are. */
interface Periods {
  readonly column: number
  readonly limit: number
  readonly periods: readonly number[]
  readonly whole: number | undefined
  /** 1–12 */
  readonly reached: number
}

/** What one column holds. */
interface Counted {
  readonly unit: TableCell
  readonly type: ItemType
  readonly column: number
}

/** Undefined where the sheet is no such table. `months`: months may stand for quarters. */
export function plannedByPeriod(
  sheet: Sheet,
  text: string,
  surroundings: Surroundings,
  months = false,
): Table | undefined {
  if (sheet.length > MOST_ROWS) return undefined
  const rows = periodsIn(sheet, months)
  if (!rows) return undefined
  const first = Math.min(rows.limit, rows.periods[0]!)
  const { file } = surroundings
  const above = aboveOf(sheet, text, first, sheet.length, { kind: 'plan', columns: new Map() }, surroundings)
  const counted = columnsIn(sheet, text, rows, first, above.unit, soleTypeIn(`${file} ${sheet.name} ${above.title}`))
  if (counted.length === 0) return undefined
  const cell = cellReader(sheet, text)
  const records = lazily(() => counted.map((own, i) => recordOf(sheet, cell, rows, own, i)))
  return {
    kind: 'plan',
    sheet: sheet.name,
    title: above.title,
    allowed: [],
    columns: {},
    lacking: [],
    duplicates: [],
    at: rowSpan(sheet, Math.max(0, first - 1)),
    get records() {
      return records()
    },
    totals: [],
    caps: [],
    since1904: false,
    reached: rows.reached,
  }
}

function periodsIn(sheet: Sheet, months: boolean): Periods | undefined {
  for (let column = 0; column < LABELS; column++) {
    const labels = Array.from({ length: sheet.length }, (_, row) => headerName(sheet.text(row, column).trim()))
    if (labels.some((label) => CHANGED.test(label))) continue
    const limits = labels.flatMap((label, row) => (LIMIT.test(label) ? [row] : []))
    const periods = labels.flatMap((label, row) => (QUARTER.test(label) || (months && isOneMonth(label)) ? [row] : []))
    const [limit] = limits
    if (limits.length !== 1 || limit === undefined || periods.length < FEWEST_PERIODS) continue
    if (new Set(periods.map((row) => labels[row]!)).size < periods.length) continue
    const quarterly = periods.filter((row) => QUARTER.test(labels[row]!))
    // A quarter among its months would be counted twice.
    if (quarterly.length > 0 && quarterly.length < periods.length) continue
    const wholes = labels.flatMap((label, row) => (isTotal(label) || WHOLE.test(label) ? [row] : []))
    const filled = periods.filter((row) =>
      rowOf(sheet, row).some((said, at) => at > column && countOf(said || '?') !== undefined),
    )
    const last = filled.at(-1)
    if (wholes.length > 1 || last === undefined) continue
    const quarter = QUARTER.exec(labels[last]!)?.[1]
    const reached = quarter === undefined ? monthNumber(monthOf(labels[last]!, 2000)!) : 3 * quarterNumber(quarter)
    return { column, limit, periods, whole: wholes[0], reached }
  }
  return undefined
}

const isOneMonth = (label: string): boolean => /月份?$/.test(label) && isMonth(label)

/** What a title says that all columns count. */
function soleTypeIn(about: string): ItemType | undefined {
  const found = SOLE.flatMap((pattern, i) => (pattern.test(about) ? itemTypes[i]! : []))
  return found.length === 1 ? found[0] : undefined
}
const SOLE = [/发文|公文/, /会议|开会/, /督查|督导|检查(?!站)/]

/** What each column counts, and of whom; none where one of them is counted twice. */
function columnsIn(
  sheet: Sheet,
  text: string,
  { column: labels, limit }: Periods,
  first: number,
  keeper: TableCell | undefined,
  usual: ItemType | undefined,
): Counted[] {
  const cell = cellReader(sheet, text)
  const heads = headsIn(sheet, cell, first)
  const seen = new Set<string>()
  const counted: Counted[] = []
  for (let column = labels + 1; column < Math.min(sheet.width(limit), MAX_COLUMNS); column++) {
    const named = heads(column)
    if (named.length === 0 || named.some(({ text }) => isTotal(headerName(text)))) continue
    const office = named.find(({ text }) => OFFICE.test(headerName(text)))
    const others = named.filter((head) => head !== office)
    const type =
      others.length === 0
        ? usual
        : others.map(({ text }) => typeNamed('monthly', text)).find((one) => one !== undefined)
    const unit = office ?? keeper
    if (!unit || !type) continue
    const id = `${unit.text} ${type}`
    if (seen.has(id)) return []
    seen.add(id)
    counted.push({ unit, type, column })
  }
  return counted
}

/** What stands above a column, the lowest first: rows of several names only. */
function headsIn(sheet: Sheet, cell: (row: number, column: number) => TableCell, first: number) {
  const rows = Array.from({ length: Math.min(HEADER, first) }, (_, i) => first - 1 - i).filter(
    (row) => new Set(rowOf(sheet, row).filter((said) => said !== '')).size > 1,
  )
  return (column: number): TableCell[] =>
    rows.flatMap((row, i) => {
      // Under a name that reaches down nothing of its neighbour stands.
      const head = i === 0 ? cell(row, column) : cellLeft(sheet, cell, row, column)
      return head.text === '' ? [] : [head]
    })
}

function recordOf(
  sheet: Sheet,
  cell: (row: number, column: number) => TableCell,
  { limit, periods, whole }: Periods,
  { unit, type, column }: Counted,
  nth: number,
): TableRecord {
  const planned = cell(limit, column)
  const used = usedIn(
    periods.map((row) => cell(row, column)),
    whole === undefined ? undefined : cell(whole, column),
  )
  const remark = lazily(() =>
    remarkOf(sheet, [limit, ...periods, ...(whole === undefined ? [] : [whole])], planned.span),
  )
  const get = (field: string): TableCell | undefined => {
    if (field === 'unit') return unit
    if (field === type) return planned
    if (field === `${type}Used`) return used
    return field === 'remark' ? remark() : undefined
  }
  return { row: nth, get, text: (field) => get(field)?.text ?? '', about: () => '' }
}

/** What the periods come to, or what is said that they do, where that is less: which of the two is wrong is told elsewhere. */
function usedIn(parts: readonly TableCell[], whole: TableCell | undefined): TableCell | undefined {
  const sum = sumOfAll(parts.map(({ text }) => (text === '' ? 0 : countOf(text))))
  const said = whole && whole.text !== '' ? countOf(whole.text) : undefined
  if (sum === undefined) return undefined
  if (whole && said !== undefined && said <= sum) return whole
  const last = parts.findLast(({ text }) => text !== '') ?? parts[0]!
  return { text: String(sum), span: whole?.text ? whole.span : last.span }
}

/** What stands in words beside the figures. */
function remarkOf(sheet: Sheet, rows: readonly number[], span: Span): TableCell {
  const said = rows.flatMap((row) =>
    rowOf(sheet, row)
      .slice(1)
      .filter((text) => /[一-龥]{3}/.test(text) && !REMARKS.test(text)),
  )
  return { text: said.join('；'), span }
}
