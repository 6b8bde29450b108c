/** The quotas that registers give, and what plans say themselves of how much is used. */
import type { Doc, Mark } from '../core.ts'
import { cellMark, changedBy, type Figure, type Placed, saidIn, tablesIn, typeOfTable, yearOfTable } from './figures.ts'
import { type ItemType, itemTypeOf, itemTypes } from './item-types.ts'
import { unitKey } from './units.ts'
import { countOf, lastMonthNamed, monthNamed } from './values.ts'

/** How many a unit may issue or hold in a year. */
export interface Quota extends Figure {
  /** Where the unit is named. */
  readonly unitAt: Mark
  /** Undefined where the register does not say. */
  readonly year: number | undefined
  /** The plan names its items, each with its number. */
  readonly listed?: boolean
  /** The month (1–12) in which it begins, where that is not January. */
  readonly first?: number
}

/**
 * The quotas of all `plan` registers: rows with a number of their own for each type, or a type and a number; and of monthly ones that have the
 * year's plan beside the months.
 */
export function* quotasIn(docs: readonly Doc[]): Iterable<Quota> {
  const planned = new Set<string>()
  const id = ({ key, type, year }: Quota) => `${key}\n${type}\n${year ?? ''}`
  for (const quota of quotasOfTables(docs)) {
    planned.add(id(quota))
    yield quota
  }
  // What a register says of its own office goes without saying where a plan says it, too.
  for (const quota of quotasAbove(docs)) {
    if (planned.has(id(quota))) continue
    planned.add(id(quota))
    yield quota
  }
}

function* quotasOfTables(docs: readonly Doc[]): Iterable<Quota> {
  for (const doc of docs) {
    yield* quotasBesideMonths(doc)
    // How often an enterprise is to be inspected is no quota of the office.
    for (const { unit, key, type, value, at, unitAt, when, earlier, table } of saidIn(doc, 'plan'))
      if (!earlier && value !== undefined && !table.columns.enterprise)
        yield {
          unit,
          key,
          type,
          value,
          at,
          unitAt,
          year: yearSaid(when),
          ...(table.columns.title && { listed: true }),
          ...firstMonthOf(table.title),
        }
  }
}

/** 指标为7—12月数, 下半年发文指标: for part of the year only. */
function firstMonthOf(title: string): Pick<Quota, 'first'> {
  const from = /(?:指标|计划|目标|控制数|限额)(?:数?[为是]|[:：（(])\s?(1[0-2]|[2-9])月?[—–\-~至到]+12月/.exec(
    title,
  )?.[1]
  if (from) return { first: Number(from) }
  return /下半年[^，。；\s]{0,10}(?:指标|计划|目标|控制数|限额)/.test(title) ? { first: 7 } : {}
}

/** 年度计划：30件, above what one office issued, or 年度控制数 below its months. */
function* quotasAbove(docs: readonly Doc[]): Iterable<Quota> {
  for (const placed of [...tablesIn(docs, 'items'), ...tablesIn(docs, 'monthly')])
    for (const { what, number, unit } of placed.table.allowed) {
      const type = what === '' ? typeOfTable(placed) : itemTypeOf(what)
      const value = countOf(number.text)
      if (!type || value === undefined) continue
      yield {
        unit: unit.text,
        key: unitKey(unit.text),
        type,
        value,
        at: cellMark(placed, number),
        unitAt: cellMark(placed, unit),
        year: yearOfTable(placed),
      }
    }
}

/** The plan stands in the row of each month: what it says first of a unit holds. */
function* quotasBesideMonths(doc: Doc): Iterable<Quota> {
  for (const placed of tablesIn([doc], 'monthly')) {
    const { columns, records } = placed.table
    const usual = typeOfTable(placed)
    const fields: (readonly [string, ItemType])[] = itemTypes.map((type) => [`${type}Yearly`, type])
    if (usual) fields.push(['yearly', usual])
    const own = fields.filter(([field]) => columns[field])
    if (own.length === 0) continue
    const told = new Set<string>()
    const changing = changingPlans(placed, own)
    const year = yearOfTable(placed)
    for (const record of records) {
      const named = record.get('unit')
      if (!named || named.text === '') continue
      const key = unitKey(named.text)
      for (const [field, type] of own) {
        const id = `${key} ${field}`
        const cell = told.has(id) || changing.has(id) ? undefined : record.get(field)
        const plan = cell && countOf(cell.text)
        if (!cell || plan === undefined) continue
        told.add(id)
        const by = changedBy(placed.table, record, field) ?? 0
        if (by === 'unknown') continue
        const value = Math.max(0, plan + by)
        yield { unit: named.text, key, type, value, at: cellMark(placed, cell), unitAt: cellMark(placed, named), year }
      }
    }
  }
}

/** Plans without a word of the year that differ from month to month: they are those of the months. */
function changingPlans({ table }: Placed, fields: readonly (readonly [string, ItemType])[]): ReadonlySet<string> {
  const vague = fields.filter(([field]) => !/年/.test(table.columns[field]!.title))
  const first = new Map<string, string>()
  const changing = new Set<string>()
  for (const record of vague.length > 0 ? table.records : [])
    for (const [field] of vague) {
      const id = `${unitKey(record.text('unit'))} ${field}`
      const said = record.text(field)
      if (first.has(id) && first.get(id) !== said) changing.add(id)
      else first.set(id, said)
    }
  return changing
}

/** What plans say themselves of how much of them is used, and up to which month. `asOf`: the day of judgement. */
export function* usedIn(
  docs: readonly Doc[],
  asOf?: string,
): Iterable<Figure & { readonly year: number | undefined; readonly month: number | undefined }> {
  for (const doc of docs)
    for (const { unit, key, type, when, used, table, earlier } of saidIn(doc, 'plan'))
      if (used && !earlier) {
        const year = yearSaid(when)
        const now = lastMonthOf(`${doc.path} ${table.sheet} ${table.title}`, year, asOf)
        // A quarter that is not over may have begun.
        const month = table.reached === undefined ? now : Math.min(table.reached, now ?? table.reached)
        yield { unit, key, type, ...used, year, month }
      }
}

/** Of a plan, as `saidIn` has it. */
const yearSaid = (when: string): number | undefined => (when === '' ? undefined : Number(when))

/** 1—9月, 截至10月31日; of a year that is over December; else the month of `asOf`. */
function lastMonthOf(about: string, year: number | undefined, asOf: string | undefined): number | undefined {
  const named = lastMonthNamed(about) || monthNamed(about) || /截[至止][^，。]{0,6}?(\d{1,2})月/.exec(about)?.[1]
  // 2026年6月, as `monthNamed` has it where the year is named, too.
  if (named) return Number.parseInt(named.replace(/^\d+年/, ''), 10)
  if (asOf === undefined) return undefined
  const now = Number(asOf.slice(0, 4))
  if (year !== undefined && year < now) return 12
  return year === undefined || year === now ? Number(asOf.slice(5, 7)) : undefined
}
