/** Figures that do not agree with each other, or with the items that they count. */
import type { Doc, Mark, TableCell, TableRecord } from '../core.ts'
import { grouped } from '../grouped.ts'
import { overCapsAbove } from './caps-above.ts'
import { type Count, cellMark, changedBy, countsIn, monthIn, type Placed, tablesIn, yearOfTable } from './figures.ts'
import { ITEM_NAMES, type ItemType, itemTypes } from './item-types.ts'
import { itemsIn } from './items.ts'
import { KINDS } from './kinds.ts'
import { monthNumber, monthsText } from './months.ts'
import { plansApart } from './plans-apart.ts'
import { MOVED } from './relations/plans.ts'
import { isOfMonths, isTotal } from './rows.ts'
import { unitKey } from './units.ts'
import { countOf, isNear, lastMonthReached, monthOf, monthsNamed, numberOf, sumOfAll } from './values.ts'

/** A figure that does not agree with others. */
export interface Imbalance {
  readonly kind: 'row' | 'soFar' | 'total' | 'items' | 'left' | 'cap' | 'plan'
  readonly unit: string
  /** What is counted; '' where it is all of it. */
  readonly what: string
  /** 2026年3月; '' where the table says none. */
  readonly month: string
  readonly said: number
  readonly computed: number
  readonly at: Mark
  readonly related: readonly Mark[]
}

/** `asOf`: see `yearOfTable`. */
export function* imbalancesIn(docs: readonly Doc[], asOf?: string): Iterable<Imbalance> {
  for (const placed of [...tablesIn(docs, 'monthly'), ...tablesIn(docs, 'plan')]) yield* inTable(placed, asOf)
  const counts = [...countsIn(docs, asOf)]
  yield* runningSums([
    ...counts.map(({ type, ...count }) => ({ ...count, what: ITEM_NAMES[type] })),
    ...wholesIn(docs, asOf),
  ])
  yield* againstItems(counts, docs)
  yield* allAgainstItems(docs, asOf)
  for (const { unit, type, said, other, at, otherAt } of plansApart(docs))
    yield { kind: 'plan', unit, what: ITEM_NAMES[type], month: '', said, computed: other, at, related: [otherAt] }
}

const shownMonth = (month: string | undefined) => (month ? monthsText([month]) : '')

/** A row's total against its parts, and the rows of totals against the rows they add up. */
function* inTable(placed: Placed, asOf: string | undefined): Iterable<Imbalance> {
  const { table } = placed
  const year = yearOfTable(placed, asOf)
  const fields =
    table.kind === 'plan'
      ? [...itemTypes, 'quota', 'total', ...itemTypes.map((type) => `${type}Used`), 'used']
      : [...itemTypes, 'count', 'total', ...itemTypes.map((type) => `${type}SoFar`), 'totalSoFar', 'countSoFar']
  const sums = new Map<string, number>()
  const since = new Map<string, { sum: number; row: number }>()
  /** What totals of named months say, in order. */
  const halves = new Map<string, number[]>()
  const bad = new Set<string>()
  const totals = [...table.totals]
  const { caps } = table
  /** Rows of totals of which some column is told already. */
  const wrong = new Set<number>()
  const marks = new Map<string, (Spot & { row: number; sum: number; kind: string })[]>()
  const isSliced = table.columns.month === undefined || table.columns.unit === undefined
  const across = acrossRow(placed, year, false)
  // Where months or offices have columns of their own, each record has other ones.
  const known =
    table.columns.month && table.columns.unit ? fields.filter((field) => Object.hasOwn(table.columns, field)) : fields
  for (const record of table.records) {
    yield* rowTotal(placed, record, year)
    if (table.kind === 'plan') yield* leftOver(placed, record)
    if (isSliced) yield* across(record)
    const slice = sliceOf(record, table)
    const kind = table.columns.type ? record.text('type') : ''
    for (const field of known) {
      const cell = record.get(field)
      if (!cell) continue
      const key = `${field} ${slice}`
      const value = cell.text === '' ? 0 : countOf(cell.text)
      if (value === undefined) {
        bad.add(key)
        continue
      }
      if (totals.length + caps.length === 0) continue
      sums.set(key, (sums.get(key) ?? 0) + value)
      const list = marks.get(key) ?? []
      list.push({ row: record.row, sum: value, kind, ...spotOf(record, table) })
      marks.set(key, list)
    }
  }
  if (isSliced) yield* across()
  for (const cap of caps)
    for (const field of [...itemTypes, 'quota']) {
      const cell = cap.get(field)
      const said = cell && cell.text !== '' ? numberOf(cell.text) : undefined
      const computed = sums.get(`${field} ${sliceOf(cap, table)}`) ?? 0
      if (!cell || said === undefined || bad.has(`${field} ${sliceOf(cap, table)}`) || computed <= said) continue
      const at = cellMark(placed, cell)
      yield { kind: 'cap', unit: '', what: nameOf(field, placed), month: '', said, computed, at, related: [] }
    }
  if (table.kind === 'plan' && caps.length === 0)
    for (const { type, said, computed, at } of overCapsAbove(placed))
      yield { kind: 'cap', unit: '', what: nameOf(type, placed), month: '', said, computed, at, related: [] }
  for (const total of totals) {
    yield* rowTotal(placed, total, year)
    const slice = sliceOf(total, table)
    for (const field of known) {
      const cell = total.get(field)
      const key = `${field} ${slice}`
      const said = !cell || cell.text === '' ? undefined : numberOf(cell.text)
      if (!cell || said === undefined || bad.has(key)) continue
      // 合计 may have a row for each: 发文, 会议, 检查.
      const named = table.columns.type ? total.text('type') : ''
      // Where the kind stands first, 合计 is told there.
      const kind = isTotal(named) ? '' : named
      const rows = (marks.get(key) ?? []).filter((row) => kind === '' || row.kind === kind)
      const last = `${key} ${kind}`
      // 小计 adds up the rows since the one before it, 合计 all of them above, and where it stands first those below.
      const from = since.get(last)?.row ?? -1
      const own = ofNamedMonths(total, table, rows)
      if (own === 'unknown') continue
      if (own === 'apart') {
        // 一季度, and then April: it is an entry like the months.
        sums.set(key, (sums.get(key) ?? 0) + said)
        marks.set(key, [
          ...(marks.get(key) ?? []),
          { row: total.row, sum: said, kind: named, unit: '', month: undefined },
        ])
        continue
      }
      if (own !== undefined) {
        since.set(last, { sum: said, row: total.row })
        const before = halves.get(last) ?? []
        halves.set(last, [...before, said])
        // 全年 adds up two halves, or four quarters, of which one is told to be wrong.
        const isFollowed = [2, 4].some(
          (n) =>
            before.length >= n &&
            isNear(
              said,
              before.slice(-n).reduce((a, b) => a + b),
            ),
        )
        if (isNear(own, said) || isFollowed) continue
        wrong.add(total.row)
        yield {
          kind: 'total',
          unit: '',
          what: nameOf(field, placed),
          month: `${table.columns.unit ? total.text('unit') : ''}${total.text('month').replace(/[小合总]计$/, '')}`,
          said,
          computed: own,
          at: cellMark(placed, cell),
          related: [],
        }
        continue
      }
      const part = rows
        .filter(({ row }) => row > from && row < total.row)
        .reduce((sum, { sum: value }) => sum + value, 0)
      const above = rows.filter(({ row }) => row < total.row).reduce((sum, { sum: value }) => sum + value, 0)
      const all = kind === '' ? (sums.get(key) ?? 0) : rows.reduce((sum, { sum: value }) => sum + value, 0)
      since.set(last, { sum: said, row: total.row })
      if ([part, above, all].some((sum) => isNear(sum, said))) continue
      wrong.add(total.row)
      yield {
        kind: 'total',
        unit: '',
        what: nameOf(field, placed),
        month: shownMonth(monthIn(total, table, year)),
        said,
        // Of a second 小计 the rows since the first.
        computed: above === 0 ? all : Math.abs(part - said) < Math.abs(above - said) ? part : above,
        at: cellMark(placed, cell),
        related: [],
      }
    }
  }
  if (!isSliced) return
  const acrossTotals = acrossRow(placed, year, true)
  for (const total of totals) if (!wrong.has(total.row)) yield* acrossTotals(total)
  yield* acrossTotals()
}

/** Whose a row is, and of which month (1–12). */
interface Spot {
  readonly unit: string
  readonly month: number | undefined
}
const spotOf = (record: TableRecord, { columns }: Placed['table']): Spot => ({
  unit: columns.unit ? unitKey(record.text('unit')) : '',
  month: columns.month ? monthNumber(monthOf(record.text('month'), YEAR) ?? '') || undefined : undefined,
})
/** Any: what matters is the month. */
const YEAR = 2000

/**
 * 二季度小计, 上半年, 全年: what the months that it names come to, and no others. Where not all of them are there, of what says no more than the span 'unknown', or
 * 'apart', where none is; undefined: it names none, or is called a total, and the rows above it tell.
 */
function ofNamedMonths(
  total: TableRecord,
  { columns }: Placed['table'],
  rows: readonly (Spot & { readonly sum: number })[],
): number | 'apart' | 'unknown' | undefined {
  const label = total.text('month')
  if (!columns.month || label === '' || /累计/.test(label)) return undefined
  const span = monthsNamed(label) ?? (/前[二两三]个?季度/.test(label) ? [1, lastMonthReached(label) ?? 0] : undefined)
  const [from, to] = span ?? (/全年|年度|本年/.test(label) ? [1, 12] : [1, 0])
  const office = columns.unit ? total.text('unit') : ''
  // 合计 | 1—8月 is that of all offices; 上半年 alone is a span, and nobody's where cells of offices are merged.
  const isSpan = isOfMonths(label) && !isTotal(office)
  if (columns.unit && office === '') return isSpan ? 'unknown' : undefined
  const unit = unitKey(office)
  const named = rows.filter(
    (row) => row.unit === unit && row.month !== undefined && row.month >= from && row.month <= to,
  )
  const isEach = new Set(named.map(({ month }) => month)).size === named.length
  if (to >= from && isEach && named.length === to - from + 1) return named.reduce((sum, row) => sum + row.sum, 0)
  return !isSpan ? undefined : named.length === 0 && to >= from ? 'apart' : 'unknown'
}

/** What a column of its own is about, where months or offices have one each. */
const sliceOf = (record: TableRecord, { columns }: Placed['table']): string =>
  `${columns.month ? '' : record.text('month')} ${columns.unit ? '' : record.text('unit')}`

/** Where each month or office has a column, and one adds them all up: asked record by record, and once more at the end. */
function acrossRow(placed: Placed, year: number | undefined, isTotal: boolean) {
  const { columns } = placed.table
  let row = -1
  let first: TableRecord | undefined
  /** By the field that adds them up; undefined where some part is no number. */
  let sums = new Map<string, number | undefined>()
  return function* (record?: TableRecord): Iterable<Imbalance> {
    if (record?.row !== row) {
      for (const [whole, sum] of sums) {
        const cell = first?.get(whole)
        const said = cell && cell.text !== '' ? numberOf(cell.text) : undefined
        if (!cell || said === undefined || sum === undefined || isNear(sum, said)) continue
        yield {
          kind: 'row',
          unit: columns.unit && !isTotal ? first!.text('unit') : '',
          what: wholeName(whole),
          month: columns.month ? shownMonth(monthIn(first!, placed.table, year)) : '',
          said,
          computed: sum,
          at: cellMark(placed, cell),
          related: [],
        }
      }
      row = record?.row ?? -1
      first = record
      sums = new Map()
    }
    if (!record) return
    const month = columns.month ? undefined : monthIn(record, placed.table, year)
    const wholes = ['across', ...(month ? [`quarter${Math.ceil(monthNumber(month) / 3)}`] : [])]
    for (const field of [...itemTypes, 'count']) {
      const cell = record.get(field)
      // What a row of totals leaves out nobody added up.
      const value = !cell || (cell.text === '' && !isTotal) ? 0 : cell.text === '' ? undefined : countOf(cell.text)
      for (const whole of [...wholes, `across:${field}`]) {
        const sum = sums.has(whole) ? sums.get(whole) : 0
        sums.set(whole, sum === undefined || value === undefined ? undefined : sum + value)
      }
    }
  }
}

function wholeName(whole: string): string {
  if (whole === 'across') return '合计'
  const type = itemTypes.find((one) => whole === `across:${one}`)
  return type === undefined ? `${'一二三四'[Number(whole.at(-1)) - 1]}季度小计` : `${ITEM_NAMES[type]}合计`
}

/** As its column is headed; a figure of many columns goes by the table's name. */
function nameOf(field: string, { table }: Placed): string {
  if (table.columns[field]) return table.columns[field].title
  return field === 'count' || field === 'quota' ? '合计' : (KINDS[table.kind].fields[field]?.title ?? field)
}

/** 合计 in a row is the sum of 发文, 会议 and 检查 in it. */
function* rowTotal(placed: Placed, record: TableRecord, year: number | undefined): Iterable<Imbalance> {
  for (const [whole, suffix] of [
    ['total', ''],
    ['totalSoFar', 'SoFar'],
  ] as const) {
    const cell = record.get(whole)
    const said = cell && cell.text !== '' ? numberOf(cell.text) : undefined
    if (!cell || said === undefined) continue
    const parts = itemTypes.flatMap((type) => record.get(`${type}${suffix}`) ?? [])
    const values = parts.map(({ text }) => (text === '' ? 0 : numberOf(text)))
    const computed = sumOfAll(values)
    if (parts.length < 2 || computed === undefined || mayAddUpOthers(placed, record, cell, parts)) continue
    if (isNear(computed, said) || isNear(computed + countedBetween(placed, parts.at(-1)!, cell), said)) continue
    if (mayCountBefore(placed, record, parts[0]!, said - computed)) continue
    yield {
      kind: 'row',
      unit: record.text('unit'),
      what: nameOf(whole, placed),
      month: shownMonth(monthIn(record, placed.table, year)),
      said,
      computed,
      at: cellMark(placed, cell),
      related: parts.map((part) => cellMark(placed, part)),
    }
  }
}

/** 红头 | 便函 | 小计 | 会议 | 督查: with other figures on its left, or parts on either side, it may be the sum of what stands before it. */
function mayAddUpOthers(placed: Placed, record: TableRecord, whole: TableCell, parts: readonly TableCell[]): boolean {
  const behind = parts.filter(({ span }) => span.start >= whole.span.end)
  if (behind.length === 0) return false
  const label = record.get('unit') ?? record.get('month')
  return behind.length < parts.length || (label !== undefined && figuresBetween(placed, label, whole).length > 0)
}

/** 红头 | 便函 | 会议 | 督查 | 合计: may what stands before the first part, and is of no known kind, make up what is wanting? */
function mayCountBefore(placed: Placed, record: TableRecord, first: TableCell, wanting: number): boolean {
  const label = record.get('unit') ?? record.get('month')
  const others = label ? figuresBetween(placed, label, first) : []
  // 红头 | 便函 | 发文小计: they are in it already.
  const isFirst = (type: ItemType): boolean => record.get(type)?.span.start === first.span.start
  if (itemTypes.some((type) => isFirst(type) && /[小合]计/.test(placed.table.columns[type]?.title ?? ''))) return false
  if (wanting <= 0 || others.length === 0 || others.length > MOST_OTHERS) return false
  const sums = [0]
  for (const value of others) sums.push(...sums.map((sum) => sum + value))
  return sums.some((sum) => isNear(sum, wanting))
}
const MOST_OTHERS = 8

/** 控制数 | 已用 | 剩余: what is left of a plan is what of it was not used; 0 where more was. */
function* leftOver(placed: Placed, record: TableRecord): Iterable<Imbalance> {
  for (const [planned, used, rest] of LEFT_OVER) {
    const by = changedBy(placed.table, record, planned)
    if (by === 'unknown' || (by === undefined && isMoved(placed))) continue
    const cells = [planned, used, rest].map((field) => record.get(field))
    const [quota, spent, said] = cells.map((cell) => (cell && cell.text !== '' ? numberOf(cell.text) : undefined))
    const cell = cells[2]
    if (!cell || quota === undefined || spent === undefined || said === undefined) continue
    const computed = quota + (by ?? 0) - spent
    if (isNear(computed, said) || isNear(-computed, said) || (computed < 0 && said === 0)) continue
    yield {
      kind: 'left',
      unit: record.text('unit'),
      what: nameOf(rest, placed),
      month: '',
      said,
      computed,
      at: cellMark(placed, cell),
      related: cells.slice(0, 2).map((part) => cellMark(placed, part!)),
    }
  }
}
/** 追加数, 调剂: what was planned is not what may be used. */
const isMoved = ({ doc, table: { at } }: Placed): boolean => MOVED.test(doc.text.slice(at.start, at.end))
const LEFT_OVER: readonly (readonly [planned: ItemType | 'quota', used: string, left: string])[] = [
  ['quota', 'used', 'left'],
  ...itemTypes.map((type) => [type, `${type}Used`, `${type}Left`] as const),
]

/** 发文 | 会议 | 检查 | 简报 | 合计: what the columns between two cells of a row count, which are of no known kind. */
const countedBetween = (placed: Placed, before: TableCell, behind: TableCell): number =>
  figuresBetween(placed, before, behind).reduce((sum, value) => sum + value, 0)

function figuresBetween({ doc }: Placed, { span: { end } }: TableCell, { span: { start } }: TableCell): number[] {
  const between = doc.text.slice(end, Math.max(end, start))
  if (/[\r\n]/.test(between)) return []
  return between.split(/[\t,]/).flatMap((text) => (text.trim() === '' ? [] : (countOf(text) ?? [])))
}

/** What a month adds to what there was before. */
type Running = Pick<Count, 'unit' | 'key' | 'month' | 'value' | 'soFar'> & {
  readonly what: string
  /** What its parts make, where that is another number: told in its own place, and what adds up may follow either. */
  readonly parts?: number
}

/** 本月合计 and 累计 of all that there is, which no column of one kind adds up. */
function* wholesIn(docs: readonly Doc[], asOf: string | undefined): Iterable<Running> {
  for (const placed of tablesIn(docs, 'monthly')) {
    const { columns, records } = placed.table
    if (!columns.total || columns.count || columns.type || itemTypes.some((type) => columns[`${type}SoFar`])) continue
    const year = yearOfTable(placed, asOf)
    for (const record of records) {
      const [whole, soFar] = [record.get('total'), record.get('totalSoFar') ?? record.get('countSoFar')]
      const month = monthIn(record, placed.table, year)
      const unit = record.text('unit')
      const [value, said] = [whole, soFar].map((cell) => (cell && cell.text !== '' ? countOf(cell.text) : undefined))
      if (!soFar || month === undefined || unit === '' || value === undefined || said === undefined) continue
      const cells = itemTypes.flatMap((type) => record.get(type) ?? [])
      const counts = cells.map(({ text }) => (text === '' ? 0 : countOf(text)))
      const parts = cells.length < 2 ? value : (sumOfAll(counts) ?? value)
      yield {
        unit,
        key: unitKey(unit),
        what: '',
        month,
        value,
        ...(parts !== value && { parts }),
        soFar: { value: said, at: cellMark(placed, soFar) },
      }
    }
  }
}

/** A cumulative figure against the months before it. One that carries an earlier mistake on, or is right again, is not reported. */
function* runningSums(counts: readonly Running[]): Iterable<Imbalance> {
  const series = grouped(counts, ({ key, what, month }) => `${key} ${what} ${month.slice(0, 4)}`)
  for (const list of series.values()) {
    if (!list.some(({ soFar }) => soFar)) continue
    list.sort((a, b) => (a.month < b.month ? -1 : 1))
    let sum = 0
    let off = 0
    let previous = ''
    for (const { month, value: written, parts, soFar, unit, what } of list) {
      const followsParts = parts !== undefined && soFar !== undefined && isNear(soFar.value - sum - parts, off)
      const value = followsParts ? parts : written
      const follows = previous === '' ? monthNumber(month) === 1 : monthNumber(month) <= monthNumber(previous) + 1
      previous = month
      sum += value
      if (!soFar) continue
      // Where months are missing what came before is taken on trust.
      if (!follows) {
        sum = soFar.value
        off = 0
        continue
      }
      const deviation = soFar.value - sum
      if (!isNear(deviation, 0) && !isNear(deviation, off))
        yield {
          kind: 'soFar',
          unit,
          what,
          month: shownMonth(month),
          said: soFar.value,
          computed: sum + off,
          at: soFar.at,
          related: [],
        }
      off = deviation
    }
  }
}

/** Monthly figures against the items that the unit registered, where its register reaches. */
function* againstItems(counts: readonly Count[], docs: readonly Doc[]): Iterable<Imbalance> {
  if (counts.length === 0) return
  const registered = new Map<string, { count: number; at: Mark[] }>()
  const units = new Set<string>()
  let first = ''
  let last = ''
  const types = new Set<ItemType>()
  const unclear = new Set<string>()
  for (const { key, type, month, record, placed, counted } of itemsIn(docs)) {
    if (!counted) continue
    if (month === undefined || type === undefined) {
      unclear.add(key)
      continue
    }
    if (first === '' || month < first) first = month
    if (month > last) last = month
    units.add(key)
    types.add(type)
    const id = `${key} ${type} ${month}`
    const entry = registered.get(id) ?? { count: 0, at: [] }
    entry.count++
    const title = record.get('title')
    if (title && entry.at.length < 20) entry.at.push(cellMark(placed, title))
    registered.set(id, entry)
  }
  if (types.size === 0) return
  const said = new Map<string, Count>()
  const twice = new Set<string>()
  for (const count of counts) {
    const id = `${count.key} ${count.type} ${count.month}`
    if (said.has(id)) twice.add(id)
    said.set(id, count)
  }
  for (const [id, { key, type, month, value, unit, at }] of said) {
    if (!units.has(key) || unclear.has(key) || twice.has(id) || !types.has(type) || month < first || month > last)
      continue
    const found = registered.get(id)
    const computed = found?.count ?? 0
    if (computed === value) continue
    yield {
      kind: 'items',
      unit,
      what: ITEM_NAMES[type],
      month: shownMonth(month),
      said: value,
      computed,
      at,
      related: found?.at ?? [],
    }
  }
}

/** Months of two things that are the same ones, as far as both are there: so many agree, and fewer do not. */
const AGREEING = 2

/** What statistics of all offices together say of a month, against the items that all of them registered. Told only where the two plainly count the same. */
function* allAgainstItems(docs: readonly Doc[], asOf: string | undefined): Iterable<Imbalance> {
  const wholes = tablesIn(docs, 'monthly').filter(({ table }) => table.whole)
  if (wholes.length === 0) return
  const items = grouped(
    [...itemsIn(docs)].filter(({ counted }) => counted),
    ({ type }) => type ?? '',
  )
  if (items.has('')) return
  for (const placed of wholes) {
    const year = yearOfTable(placed, asOf)
    for (const type of itemTypes) {
      const own = items.get(type) ?? []
      if (new Set(own.map(({ key }) => key)).size < 2 || own.some(({ month }) => month === undefined)) continue
      const byMonth = grouped(own, ({ month }) => month!)
      const known = [...byMonth.keys()].sort()
      let agreeing = 0
      const wrong: Imbalance[] = []
      for (const record of placed.table.records) {
        const cell = record.get(type)
        const month = monthIn(record, placed.table, year)
        const said = cell && cell.text !== '' ? countOf(cell.text) : undefined
        if (!cell || said === undefined || month === undefined || month < known[0]! || month > known.at(-1)!) continue
        const registered = byMonth.get(month) ?? []
        if (registered.length === said) {
          if (said > 0) agreeing++
          continue
        }
        wrong.push({
          kind: 'items',
          unit: '',
          what: ITEM_NAMES[type],
          month: shownMonth(month),
          said,
          computed: registered.length,
          at: cellMark(placed, cell),
          related: registered.flatMap((item) => {
            const title = item.record.get('title')
            return title ? [cellMark(item.placed, title)] : []
          }),
        })
      }
      if (agreeing >= AGREEING && wrong.length < agreeing) yield* wrong
    }
  }
}
