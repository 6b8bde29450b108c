/** Months of which a unit has no figures. */
import type { Doc, Mark } from '../core.ts'
import { cellMark, monthIn, nameOf, type Placed, tablesIn, typeOfTable, yearOfTable } from './figures.ts'
import { ITEM_NAMES, type ItemType, itemTypeOf, itemTypes } from './item-types.ts'
import { isOutside, lifetimesIn } from './lifetimes.ts'
import { lastMonthOver, monthOfYear } from './months.ts'
import { quotasIn } from './quota-figures.ts'
import { renamesIn } from './renames.ts'
import { isJointBody, isReserve, unitKey } from './units.ts'
import { countOf, lastMonthOfPeriod, monthNamed, NOT_REPORTED } from './values.ts'

/** A unit that has no figures for some months. `every`: nobody has. */
export interface Gap {
  readonly unit: string
  readonly months: readonly string[]
  readonly every: boolean
  readonly at: Mark
}

const isTold = (text: string): boolean => text !== '' && !NOT_REPORTED.test(text)
/** A row without any of them says nothing of its month. */
const SAID = [...itemTypes, 'count', 'total', ...itemTypes.map((type) => `${type}SoFar`), 'countSoFar', 'totalSoFar']

/** Months without figures, from the first of a year that anybody has to the last that is over (that anybody has, where the day is unknown). */
export function gapsIn(docs: readonly Doc[], asOf?: string): Gap[] {
  const units = new Map<string, { unit: string; at: Mark; months: Set<string> }>()
  const all = new Set<string>()
  const renamed = renamesIn(docs)
  // An office that goes by another name since July has the months before July all the same.
  const presentKey = (key: string): string => renamed.get(key) ?? key
  // Sheets that count one thing each: what a unit lacks in one of them the other does not make up for.
  const single = new Map<ItemType, typeof units>()
  // Tables that count several things in a row: where zeros are entered, a cell that is left empty is wanting.
  const several = new Map<ItemType, typeof units>()
  const zeros = new Set<ItemType>()
  let any: Mark | undefined
  // Rows that wait for their figures.
  const empty = new Map<string, Mark>()
  // The last month that each table reaches by its own account; undefined where one gives none.
  const reached: (string | undefined)[] = []
  // By the year of the months that it has.
  const reachedIn = new Map<string, (string | undefined)[]>()
  for (const placed of tablesIn(docs, 'monthly')) {
    if (placed.table.whole) continue
    const year = yearOfTable(placed, asOf)
    const type = typeOfTable(placed)
    const own = reachOf(placed, year)
    reached.push(own)
    const seen = new Set<string>()
    const compared = comparedYears(placed, year)
    // 发文数, and no other thing: as where a title says of what its numbers are.
    const [sole, ...further] = itemTypes.filter((field) => placed.table.columns[field])
    const isOfOne = sole !== undefined && further.length === 0 && !placed.table.columns.count
    let hasZeros = false
    const filled = new Set<ItemType>()
    for (const record of placed.table.records) {
      const cell = record.get('unit')
      const month = monthIn(record, placed.table, year)
      if (!cell || cell.text === '' || month === undefined || compared.has(month.slice(0, 4))) continue
      if (!SAID.some((field) => isTold(record.text(field)))) {
        const named = placed.table.columns.month && record.get('month')
        if (named && !empty.has(month)) empty.set(month, cellMark(placed, named))
        continue
      }
      const key = presentKey(unitKey(cell.text))
      const at = cellMark(placed, cell)
      const add = (to: typeof units) => {
        const entry = to.get(key) ?? { unit: cell.text, at, months: new Set() }
        entry.months.add(month)
        entry.at = at
        to.set(key, entry)
      }
      add(units)
      seen.add(month.slice(0, 4))
      const counted = isOfOne ? sole : type
      if (counted && isTold(record.text(isOfOne ? sole : 'count'))) {
        if (!single.has(counted)) single.set(counted, new Map())
        add(single.get(counted)!)
      }
      // 大河镇 | 会议 | 1月 | 2月: a row for each thing.
      const said = record.text('type')
      const ofRow = said === '' ? undefined : itemTypeOf(said)
      for (const field of itemTypes) {
        const value = record.text(field === ofRow ? 'count' : field)
        if (!isTold(value)) continue
        if (countOf(value) === 0) hasZeros = true
        filled.add(field)
        if (!several.has(field)) several.set(field, new Map())
        add(several.get(field)!)
      }
      all.add(month)
      any ??= at
    }
    for (const one of seen) reachedIn.set(one, [...(reachedIn.get(one) ?? []), own?.startsWith(one) ? own : undefined])
    // Whoever enters them for meetings leaves no cell of documents empty that is meant to be 0.
    for (const field of hasZeros ? filled : []) zeros.add(field)
  }
  if (!any) return []
  const years = [...new Set([...all].map((month) => month.slice(0, 4)))].sort()
  // 县教体局各科室月度统计: the sections are told one by one, and make up their office.
  const bySection = tablesIn(docs, 'monthly').flatMap(({ table }) =>
    /[科股处]室|科$|股$/.test(table.columns.unit?.title ?? '') ? [table.title] : [],
  )
  for (const quota of quotasIn(docs)) {
    if (bySection.some((title) => title.includes(quota.unit))) continue
    if (units.has(presentKey(quota.key)) || isJointBody(quota.unit) || isReserve(quota.unit)) continue
    if (quota.year === undefined || years.includes(String(quota.year)))
      units.set(presentKey(quota.key), { unit: quota.unit, at: quota.unitAt, months: new Set() })
  }
  // 8月统计, and no other: those of other months are not at hand.
  const isSole = all.size === 1 && tablesIn(docs, 'monthly').every(isOfSoleMonth)
  const over = asOf === undefined || isSole ? [...all].sort().at(-1)! : lastMonthOver(asOf)
  const reach = reached.includes(undefined) ? undefined : (reached as string[]).sort().at(-1)!
  const last = reach !== undefined && reach < over ? reach : over
  const expected = years.flatMap((year) => {
    const first = [...all].filter((month) => month.startsWith(year)).sort()[0]!
    // 2025年前三季度, kept beside 2026年前三季度, is whole.
    const ends = (year < years.at(-1)! && reachedIn.get(year)?.sort()) || [undefined]
    const end = ends.includes(undefined) || ends.at(-1)! > last ? last : ends.at(-1)!
    return Array.from({ length: 12 }, (_, i) => monthOfYear(Number(year), i + 1)).filter((m) => m >= first && m <= end)
  })
  const lifetimes = lifetimesIn(docs)
  const nobody = expected.filter((month) => !all.has(month))
  const gaps: Gap[] = []
  if (nobody.length > 0) {
    const [only] = units.size === 1 ? units.values() : []
    gaps.push({ unit: only?.unit ?? '', months: nobody, every: !only, at: empty.get(nobody[0]!) ?? any })
  }
  for (const own of single.size > 1 ? single.values() : []) {
    const known = new Set([...own.values()].flatMap(({ months }) => [...months]))
    for (const [key, { unit, at, months }] of own) {
      const lacks = (month: string) =>
        known.has(month) &&
        !months.has(month) &&
        units.get(key)!.months.has(month) &&
        !isOutside(month, key, lifetimes, units.get(key)!.months)
      const missing = expected.filter(lacks)
      if (missing.length > 0) gaps.push({ unit, months: missing, every: false, at })
    }
  }
  for (const [type, own] of several.size > 1 ? several : [])
    for (const [key, { unit, at, months }] of zeros.has(type) ? own : []) {
      const missing = expected.filter((month) => units.get(key)!.months.has(month) && !months.has(month))
      // More of them are no slip.
      if (missing.length === 1 && months.size >= FEWEST_FILLED)
        gaps.push({ unit: `${unit}的${ITEM_NAMES[type]}`, months: missing, every: false, at })
    }
  for (const [key, { unit, at, months }] of units) {
    // A unit's first month may be later than the year's: it is missing all the same, unless a remark says that the unit is new.
    const missing = expected.filter(
      (month) => all.has(month) && !months.has(month) && !isOutside(month, key, lifetimes, months),
    )
    if (missing.length > 0) gaps.push({ unit, months: missing, every: false, at })
  }
  return gaps
}

/** Years of which a table has only months that it has of a later year, too: it compares them, and nobody need report them again. */
function comparedYears({ table }: Placed, year: number | undefined): ReadonlySet<string> {
  const months = new Map<string, Set<string>>()
  for (const record of table.records) {
    const month = monthIn(record, table, year)
    if (month === undefined) continue
    const own = months.get(month.slice(0, 4)) ?? new Set()
    months.set(month.slice(0, 4), own.add(month.slice(5)))
  }
  const isCompared = ([early, own]: readonly [string, ReadonlySet<string>]) =>
    [...months].some(([late, others]) => late > early && [...own].every((month) => others.has(month)))
  return new Set([...months].filter(isCompared).map(([early]) => early))
}

/** So many cells of a column are filled. */
const FEWEST_FILLED = 3

/** 2026年8月统计表, without a column of months. */
const isOfSoleMonth = ({ table: { columns, title, sheet, lacking } }: Placed): boolean =>
  !columns.month && lacking.length === 0 && monthNamed(`${title} ${sheet}`) !== ''

/** 2026年1—6月统计表, 二季度统计表, 统计截至2026年6月15日: up to which month a table of several months goes, YYYY-MM. */
function reachOf({ table, doc }: Placed, year: number | undefined): string | undefined {
  const { title, sheet } = table
  // 3月统计表 is followed by that of April.
  if (isOfSoleMonth({ doc, table })) return undefined
  const day = DRAWN_UP.exec(title)
  if (day) return lastMonthOver([day[1], ...[day[2], day[3]].map((part) => part!.padStart(2, '0'))].join('-'))
  const month = lastMonthOfPeriod(`${nameOf(doc)} ${sheet} ${title}`)
  return month !== undefined && year !== undefined ? monthOfYear(year, month) : undefined
}
const DRAWN_UP =
  /(?:统计|汇总|填报|填表|更新|登记|制表|截[至止])(?:日期|时间)?[至止于]?[：:\s]{0,3}(20\d{2})[-年./](\d{1,2})[-月./](\d{1,2})/
