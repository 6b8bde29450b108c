/** What registers say of quotas and months, gathered: for each unit and kind the quota and the months of every year. */
import type { Doc, Mark } from '../core.ts'
import { isNotYetHeld } from './exemptions.ts'
import { cellMark, monthlyIn } from './figures.ts'
import type { ItemType } from './item-types.ts'
import { itemsIn } from './items.ts'
import { lifetimesIn, type Turn } from './lifetimes.ts'
import { listedPlansIn } from './listed-plans.ts'
import { monthNumber, monthOfYear } from './months.ts'
import { quotasIn, usedIn } from './quota-figures.ts'
import { renamesIn } from './renames.ts'

export interface YearFigures {
  readonly quota?: number
  /** See `Year` of the quota. */
  readonly listed?: boolean
  /** What the plan lists was added up: of each item it is told elsewhere whether it was planned. */
  readonly itemized?: boolean
  /** See `Year` of the quota. */
  readonly first?: number
  /** See `Year` of the quota. */
  readonly last?: number
  /** Where the quota stands, and what the unit is called there. */
  readonly at?: Mark
  readonly unit?: string
  /** January first; undefined: no statistics. */
  readonly months: readonly (number | undefined)[]
  /** See `Year` of the quota. */
  readonly spread?: readonly number[]
  /** The cells that make them up, without those of nothing. */
  readonly marks: readonly Mark[]
}
export interface Series {
  readonly unit: string
  readonly kind: ItemType
  readonly years: ReadonlyMap<number, YearFigures>
}
export interface Gathered {
  readonly series: readonly Series[]
  /** Years with months, ascending. */
  readonly years: readonly number[]
  /** Units and kinds whose months were counted from items; whose months are differences of totals; of which some months are known as a sum only. */
  readonly fromItems: number
  readonly fromTotals: number
  readonly fromSums: number
  /** Items without a usable date, kind or unit. */
  readonly undated: number
  /** Quotas and months for which two registers say different numbers, by whose they are; the register read later was believed. */
  readonly conflicting: readonly { readonly unit: string }[]
  /** Former names of units that nothing has. */
  readonly notFormer: readonly string[]
  /** Some quotas stand in a plan that does not say for which year. */
  readonly yearless: boolean
}

/** One figure as one register has it; rows of one register that are about different parts of a unit add up. */
interface Entry {
  value: number | undefined
  soFar: number | undefined
  readonly source: Doc
  readonly marks: Mark[]
}
/** What one table of items holds of one year: its kinds, and its latest month (1–12). */
interface Kept {
  readonly kinds: Set<ItemType>
  until: number
}
interface Building {
  readonly unit: string
  readonly key: string
  readonly kind: ItemType
  readonly quotas: Map<number, Entry>
  /** What plans call the unit. */
  readonly called: Map<number, string>
  /** Years whose plan names its items. */
  readonly listed: Set<number>
  /** Those whose plan says no more than that. */
  readonly itemized: Set<number>
  /** Where the plan of a year does not begin in January. */
  readonly first: Map<number, number>
  /** By YYYY-MM. */
  readonly counts: Map<string, Entry>
  readonly items: Map<string, { count: number; readonly marks: Mark[] }>
}

/**
 * - A month is what a monthly register says of it. Rows of one register for one month add up where something tells them apart (a unit may have a line for
 *   each of its offices), else the first counts; of two registers the one read later is believed. So it is with quotas.
 * - Where a register adds the months up and has no column for the month itself, a month is the difference from the total before it. Several months that
 *   only a total covers share evenly what it leaves for them.
 * - A unit without any monthly row for a kind in a year is counted from its items; months without items are then 0, up to the last month
 *   in which any unit has one, or has one of another kind in the same table.
 * - A plan that names no year is the plan of the year of `asOf`, or of the latest year that any register knows of. Months without a year are of that of `asOf`.
 * - Months and items after `asOf` (YYYY-MM-DD) are left out.
 *
 * `renamed`: former names of units → present ones, both as `unitKey` has them.
 */
export function gathered(
  docs: readonly Doc[],
  asOf?: string,
  renamed: ReadonlyMap<string, string> = new Map(),
): Gathered {
  const units = unitsOf(renamed, renamesIn(docs))
  const ofMonths = addMonths(units, docs, asOf)
  const { undated, latest: ofItems, reach } = addItems(units, docs, asOf)
  const latest = Math.max(ofMonths, ofItems)
  const thisYear = asOf ? yearOf(asOf) : latest
  const yearless = addQuotas(units, docs, thisYear)
  addUsed(units, docs, asOf, thisYear)
  return {
    ...seriesOf(units, reach, lifetimesIn(docs)),
    undated,
    conflicting: units.conflicting,
    notFormer: units.notFormer(),
    yearless,
  }
}

/** Units as they come to be known. */
interface Units {
  readonly all: () => Iterable<Building>
  /** What is known of a unit and kind. */
  readonly of: (unit: string, key: string, kind: ItemType) => Building
  /** The name by which a unit is shown. */
  readonly nameOf: (own: Building) => string
  /** A figure of one register; `marks`: the cells that make it up. */
  readonly put: <K>(
    unit: string,
    map: Map<K, Entry>,
    key: K,
    figure: Pick<Entry, 'value' | 'soFar'>,
    at: Mark,
    marks?: Mark[],
  ) => void
  readonly conflicting: readonly { readonly unit: string }[]
  readonly notFormer: () => readonly string[]
}

/** `formerly`: 县招商中心（原县投资促进局）, as the registers say themselves. */
function unitsOf(renamed: ReadonlyMap<string, string>, formerly: ReadonlyMap<string, string>): Units {
  const building = new Map<string, Building>()
  const named = new Map<string, string>()
  const former = new Set<string>()
  const conflicting: { unit: string }[] = []
  return {
    all: () => building.values(),
    of(unit, key, kind) {
      if (renamed.has(key)) former.add(key)
      const present = renamed.get(key) ?? formerly.get(key) ?? key
      // The name that registers use first; of a renamed unit the present one.
      if (present === key && !named.has(key)) named.set(key, unit)
      const id = `${kind} ${present}`
      const known = building.get(id)
      if (known) return known
      const own: Building = {
        unit,
        key: present,
        kind,
        quotas: new Map(),
        called: new Map(),
        listed: new Set(),
        itemized: new Set(),
        first: new Map(),
        counts: new Map(),
        items: new Map(),
      }
      building.set(id, own)
      return own
    },
    nameOf: ({ key, unit }) => named.get(key) ?? unit,
    put(unit, map, key, { value, soFar }, at, marks = [at]) {
      const old = map.get(key)
      if (old?.source === at.doc) {
        old.value = added(old.value, value)
        old.soFar = added(old.soFar, soFar)
        old.marks.push(...marks)
        return
      }
      // A register that only adds the months up says nothing against one that has them.
      if (old && (old.value === undefined) !== (value === undefined)) {
        old.value ??= value
        old.soFar ??= soFar
        return
      }
      if (old && old.value !== value) conflicting.push({ unit })
      map.set(key, { value, soFar, source: at.doc, marks })
    },
    conflicting,
    notFormer: () => [...renamed.keys()].filter((key) => !former.has(key)),
  }
}

/** What registers of months say; returns the latest year in them, 0 where there is none. */
function addMonths(units: Units, docs: readonly Doc[], asOf: string | undefined): number {
  let latest = 0
  for (const { unit, key, type, month, value, soFar: total, at } of monthlyIn(docs, asOf)) {
    const soFar = total?.value
    if (asOf !== undefined && month > asOf.slice(0, 7)) continue
    latest = Math.max(latest, yearOf(month))
    units.put(unit, units.of(unit, key, type).counts, month, { value, soFar }, at, value === 0 ? [] : [at])
  }
  return latest
}

/** How far items are kept (the last month, 1–12), by kind and year: where one table holds several kinds, up to the latest month of any of them. */
type Reach = ReadonlyMap<string, number>

/** Items one by one; returns how many have no usable date, kind or unit, the latest year, and how far items are kept. */
function addItems(
  units: Units,
  docs: readonly Doc[],
  asOf: string | undefined,
): { readonly undated: number; readonly latest: number; readonly reach: Reach } {
  let undated = 0
  let latest = 0
  const tables = new Map<object, Map<string, Kept>>()
  for (const { unit, key, type, day, month, record, placed, counted } of itemsIn(docs)) {
    if (!counted) continue
    if (!month && isNotYetHeld(record)) continue
    if (!type || !month || unit === '') {
      undated++
      continue
    }
    if (asOf !== undefined && (day ?? month) > asOf) continue
    latest = Math.max(latest, yearOf(month))
    const { items } = units.of(unit, key, type)
    const own = items.get(month) ?? { count: 0, marks: [] }
    own.count++
    const cell = record.get('title') ?? record.get('date')
    if (cell) own.marks.push(cellMark(placed, cell))
    items.set(month, own)
    const year = month.slice(0, 4)
    const table = tables.get(placed.table) ?? new Map<string, Kept>()
    tables.set(placed.table, table)
    const kept = table.get(year) ?? { kinds: new Set(), until: 0 }
    table.set(year, kept)
    kept.kinds.add(type)
    kept.until = Math.max(kept.until, monthNumber(month))
  }
  const reach = new Map<string, number>()
  for (const table of tables.values())
    for (const [year, { kinds, until }] of table)
      for (const kind of kinds) reach.set(`${kind} ${year}`, Math.max(reach.get(`${kind} ${year}`) ?? 0, until))
  return { undated, latest, reach }
}

/** Quotas of plans; returns whether some stand in a plan that does not say for which year. */
function addQuotas(units: Units, docs: readonly Doc[], thisYear: number): boolean {
  let yearless = false
  for (const { unit, key, type, value, year, at, listed, first } of quotasIn(docs)) {
    yearless ||= year === undefined
    const own = units.of(unit, key, type)
    if (listed) own.listed.add(year ?? thisYear)
    if (first) own.first.set(year ?? thisYear, first)
    own.called.set(year ?? thisYear, unit)
    units.put(unit, own.quotas, year ?? thisYear, { value, soFar: undefined }, at)
  }
  for (const { unit, key, type, value, year = thisYear, at } of listedPlansIn(docs)) {
    const own = units.of(unit, key, type)
    if (own.quotas.has(year)) continue
    own.listed.add(year)
    own.itemized.add(year)
    own.called.set(year, unit)
    units.put(unit, own.quotas, year, { value, soFar: undefined }, at)
  }
  return yearless
}

/** A plan that says itself how much of it is used tells of the months that no register of months has. */
function addUsed(units: Units, docs: readonly Doc[], asOf: string | undefined, thisYear: number): void {
  for (const { unit, key, type, value, year = thisYear, month, at } of usedIn(docs, asOf)) {
    const own = units.of(unit, key, type)
    const name = month === undefined ? undefined : monthOfYear(year, month)
    const isTold = (months: ReadonlyMap<string, unknown>) => [...months.keys()].some((known) => yearOf(known) === year)
    // Items are counted where nothing has counted them.
    const isListed = !isTold(own.counts) && isTold(own.items)
    if (name === undefined || isListed || (asOf !== undefined && name > asOf.slice(0, 7))) continue
    units.put(unit, own.counts, name, { value: undefined, soFar: value }, at, value === 0 ? [] : [at])
  }
}

/** Year by year, from the months or else from the items. */
function seriesOf(
  units: Units,
  reach: Reach,
  lifetimes: ReturnType<typeof lifetimesIn>,
): Pick<Gathered, 'series' | 'years' | 'fromItems' | 'fromTotals' | 'fromSums'> {
  const years = new Set<number>()
  let fromItems = 0
  let fromTotals = 0
  let fromSums = 0
  const series = [...units.all()].map((own): Series => {
    const all = new Map<number, YearFigures>()
    for (const year of new Set([...own.quotas.keys(), ...[...own.counts.keys(), ...own.items.keys()].map(yearOf)])) {
      const quota = own.quotas.get(year)
      const monthly = monthsOf(own.counts, year)
      const items = monthly.known ? undefined : itemsOf(own, year, reach)
      if (items) fromItems++
      if (monthly.differences) fromTotals++
      const { months, marks } = items ?? monthly
      const spread = items ? [] : monthly.spread
      if (spread.length > 0) fromSums++
      if (months.some((count) => count !== undefined)) years.add(year)
      const at = quota?.marks[0]
      all.set(year, {
        months,
        marks,
        ...(spread.length > 0 && { spread }),
        ...(quota?.value !== undefined && { quota: quota.value }),
        ...(at && { at, unit: own.called.get(year) ?? own.unit }),
        ...(own.listed.has(year) && { listed: true }),
        ...(own.itemized.has(year) && { itemized: true }),
        ...firstOf(own.first.get(year), lifetimes.begun.get(own.key), year, months),
        ...lastOf(lifetimes.ended.get(own.key), year),
      })
    }
    return { unit: units.nameOf(own), kind: own.kind, years: all }
  })
  return { series, years: [...years].sort((a, b) => a - b), fromItems, fromTotals, fromSums }
}

/** As the plan says; else of an office that was set up in May, and has no figures before, May. */
function firstOf(
  planned: number | undefined,
  begun: Turn | undefined,
  year: number,
  months: readonly (number | undefined)[],
): Pick<YearFigures, 'first'> {
  if (planned !== undefined) return { first: planned }
  if (!begun || begun.month < 2 || (begun.year ?? year) !== year) return {}
  return months.slice(0, begun.month - 1).some((count) => count !== undefined) ? {} : { first: begun.month }
}

/** Of an office that is gone since October September. */
const lastOf = (ended: Turn | undefined, year: number): Pick<YearFigures, 'last'> =>
  ended && (ended.year ?? year) === year && ended.month > 1 ? { last: ended.month - 1 } : {}

const yearOf = (day: string): number => Number(day.slice(0, 4))
const added = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : a + b

/**
 * The months as registers have them. Where a total covers months of which nothing else is known, what they share is spread evenly over them (`spread`,
 * 0-based): how much the year has used is known, though not when.
 */
function monthsOf(counts: ReadonlyMap<string, Entry>, year: number) {
  const months: (number | undefined)[] = Array(12).fill(undefined)
  const marks: Mark[] = []
  const spread: number[] = []
  let known = false
  let differences = false
  /** Of all months before, but for those that are open. */
  let total = 0
  let open: number[] = []
  for (let i = 0; i < 12; i++) {
    const entry = counts.get(monthOfYear(year, i + 1))
    if (entry) {
      known = true
      marks.push(...entry.marks)
    }
    const { value, soFar } = entry ?? {}
    if (value === undefined) open.push(i)
    else {
      months[i] = value
      total += value
    }
    if (soFar === undefined) continue
    const rest = soFar - total
    // A total that leaves nothing for a month that nobody reported may as well leave it out, where it stands beside a month; alone it speaks for all of them.
    const shared = rest > 0 || value === undefined ? open : open.filter((month) => month === i)
    if (rest >= 0)
      for (const [n, month] of shared.entries())
        months[month] = part(rest, n + 1, shared.length) - part(rest, n, shared.length)
    if (rest > 0 && shared.length > 1) spread.push(...shared)
    differences ||= rest >= 0 && shared.length === 1
    total = soFar
    open = []
  }
  return { months, marks, spread, known, differences }
}

/** What the first `n` of `all` months share of a sum, in whole numbers. */
const part = (sum: number, n: number, all: number) => Math.floor((n * sum) / all)

/** Months counted from items, where the unit has any, or a quota and others have some. */
function itemsOf({ kind, items, quotas }: Building, year: number, reach: ReadonlyMap<string, number>) {
  const last = reach.get(`${kind} ${year}`)
  const own = [...items].filter(([month]) => yearOf(month) === year)
  if (last === undefined || (own.length === 0 && !quotas.has(year))) return undefined
  const months = Array.from({ length: 12 }, (_, i) =>
    i < last ? (items.get(monthOfYear(year, i + 1))?.count ?? 0) : undefined,
  )
  return { months, marks: own.flatMap(([, { marks }]) => marks) }
}
