/** Figures of registers → the ledger: per unit and kind, the year beside its quota and beside the year before. Pure. */
import type { Doc } from '../core.ts'
import { grouped } from '../grouped.ts'
import { naturally } from '../natural-order.ts'
import { tablesIn, yearlessMonth } from '../registers/figures.ts'
import { itemTypes } from '../registers/item-types.ts'
import { isOutside, lifetimesIn } from '../registers/lifetimes.ts'
import { monthOfYear } from '../registers/months.ts'
import { EARLY, type Early, progress, standing } from '../registers/quota.ts'
import { repeatsIn } from '../registers/repeats.ts'
import { type Gathered, gathered, type Series } from '../registers/series.ts'
import { unitKey } from '../registers/units.ts'
import { countOf, isBlank } from '../registers/values.ts'
import {
  type Gap,
  type Ledger,
  type LedgerKind,
  type LedgerRow,
  type LedgerState,
  type LedgerUnit,
  ledgerKinds,
  ledgerStates,
  usedOf,
} from '../reporters/ledger/data.ts'

export interface LedgerRequest {
  readonly docs: readonly Doc[]
  /** YYYY-MM-DD */
  readonly asOf: string
  /** The year to show; that of `asOf`, or the latest with figures before it, where nobody says. */
  readonly year?: number
  readonly early?: Early
  /** Former names of units → their present ones, as offices are compared. */
  readonly renamed?: ReadonlyMap<string, string>
}

export function ledgerOf({ docs, asOf, year: wanted, early = EARLY, renamed }: LedgerRequest): Ledger {
  const figures = gathered(docs, asOf, renamed)
  const today = Number(asOf.slice(0, 4))
  const year = wanted ?? figures.years.filter((y) => y <= today).at(-1) ?? today
  const at = progress(year, asOf)
  const kinds = ledgerKinds.filter((kind) => figures.series.some((s) => s.kind === kind))
  const rows = figures.series
    .filter((series) => isShown(series, year))
    .map((series) => rowOf(series, year, asOf, early))
  const units = unitsOf(rows)
  const totals = kinds.flatMap((kind) => totalOf(kind, rows, at, early))
  const counts = Object.fromEntries(
    ledgerStates.map((state) => [state, rows.filter((row) => row.state === state).length]),
  ) as Record<LedgerState, number>
  return {
    asOf,
    year,
    ...at,
    kinds,
    units,
    totals,
    counts,
    gaps: [
      ...(units.length === 0 && figures.years.length > 0
        ? [{ code: 'empty-year' as const, args: { year, years: figures.years.join('、') } }]
        : []),
      ...(year !== today && wanted === undefined ? [{ code: 'other-year' as const, args: { today, year } }] : []),
      ...gapsOf(rows, totals, figures, docs, { year, today, over: at.over }),
    ],
    early,
  }
}

/** What has a quota or a figure in this year; a unit that has none any more is told of in a gap. */
const isShown = ({ years }: Series, year: number): boolean => {
  const here = years.get(year)
  return here !== undefined && (here.quota !== undefined || here.months.some((count) => count !== undefined))
}

function rowOf({ unit, kind, years }: Series, year: number, asOf: string, early: Early): LedgerRow {
  const { quota, months, listed = false, first = 1, last, spread = [] } = years.get(year)!
  const { months: before, spread: spreadBefore = [] } = years.get(year - 1) ?? {}
  const known = before?.some((count) => count !== undefined) ? { before } : {}
  const limited = quota === undefined ? {} : { quota }
  const ended = last === undefined ? {} : { last }
  return {
    unit,
    kind,
    ...limited,
    ...standing(
      { months, listed, first, ...ended, spread, spreadBefore, ...limited, ...known },
      progress(year, asOf),
      early,
    ),
    months,
    ...known,
    history: [...years]
      .filter(([earlier, { months }]) => earlier < year && months.some((count) => count !== undefined))
      .sort(([a], [b]) => b - a)
      .map(([earlier, { quota, months }]) => ({
        year: earlier,
        ...(quota !== undefined && { quota }),
        used: months.reduce<number>((sum, count) => sum + (count ?? 0), 0),
      })),
  }
}

const rank = (state: LedgerState): number => ledgerStates.indexOf(state)
/** How near its end a quota is: what is used, or what the pace will use. */
const pressure = ({ quota, share = 0, pace = 0, used }: LedgerRow): number =>
  quota === undefined ? 0 : quota === 0 ? (used > 0 ? Number.POSITIVE_INFINITY : 0) : Math.max(share, pace / quota)

/** Units with their rows, the worst first; equals by name, so that the order never depends on the files. */
function unitsOf(rows: readonly LedgerRow[]): LedgerUnit[] {
  const units = [...grouped(rows, ({ unit }) => unit)].map(
    ([name, own]): LedgerUnit & { readonly pressure: number } => ({
      name,
      state: own.map(({ state }) => state).sort((a, b) => rank(a) - rank(b))[0]!,
      rows: own.sort((a, b) => ledgerKinds.indexOf(a.kind) - ledgerKinds.indexOf(b.kind)),
      pressure: Math.max(...own.map(pressure)),
    }),
  )
  return units
    .sort((a, b) => rank(a.state) - rank(b.state) || b.pressure - a.pressure || naturally(a.name, b.name))
    .map(({ name, state, rows }) => ({ name, state, rows }))
}

/** All units of a kind as one. What is compared with last year are the figures that their own rows compare. */
function totalOf(
  kind: LedgerKind,
  rows: readonly LedgerRow[],
  at: { readonly over: number; readonly begun: number },
  early: Early,
): LedgerRow[] {
  const all = rows.filter((row) => row.kind === kind)
  const planned = all.filter(({ quota }) => quota !== undefined)
  const own = planned.length > 0 ? planned : all
  if (own.length < 2) return []
  const summed = (of: (row: LedgerRow) => readonly (number | undefined)[] | undefined) =>
    Array.from({ length: 12 }, (_, i) => sumOf(own.map((row) => of(row)?.[i])))
  const months = summed(({ months }) => months)
  const before = own.some((row) => row.before) ? { before: summed((row) => row.before) } : {}
  const quota = planned.length > 0 ? { quota: sumOf(planned.map(({ quota }) => quota))! } : {}
  const { month: _month, cumulative: _cumulative, ...whole } = standing({ months, ...quota, ...before }, at, early)
  const changed = (key: 'month' | 'cumulative') => {
    const changes = own.flatMap((row) => (key === 'month' && row.latest !== whole.latest ? [] : (row[key] ?? [])))
    if (changes.length === 0) return {}
    const now = sumOf(changes.map((change) => change.now))!
    const past = sumOf(changes.map((change) => change.before))!
    return { [key]: { now, before: past, by: now - past, ...(past > 0 && { ratio: (now - past) / past }) } }
  }
  const history = [...new Set(own.flatMap((row) => row.history.map(({ year }) => year)))]
    .sort((a, b) => b - a)
    .map((year) => {
      const then = own.flatMap((row) => row.history.filter((h) => h.year === year))
      const quotas = then.flatMap((h) => h.quota ?? [])
      return { year, ...(quotas.length > 0 && { quota: sumOf(quotas)! }), used: sumOf(then.map((h) => h.used))! }
    })
  // Of units with and without a last year each is forecast in its own way.
  const ahead = own.map(({ forecast }) => forecast)
  const forecast = ahead.includes(undefined)
    ? {}
    : { forecast: sumOf(ahead)!, seasonal: own.some((row) => row.seasonal) }
  return [
    {
      unit: '',
      kind,
      ...quota,
      ...whole,
      ...forecast,
      ...changed('month'),
      ...changed('cumulative'),
      months,
      ...before,
      history,
    },
  ]
}

/** Undefined where none is known. */
const sumOf = (counts: readonly (number | undefined)[]): number | undefined =>
  counts.reduce((sum, count) => (count === undefined ? sum : (sum ?? 0) + count), undefined)

// -------------------------------------------------------------------------------------------------------- gaps

/** How many names a gap gives. */
const NAMED = 5

/** Do some units lack a quota for this kind? */
const isLeftOut = (rows: readonly LedgerRow[], kind: LedgerKind): boolean =>
  rows.some((row) => row.kind === kind && row.quota === undefined)

function gapsOf(
  rows: readonly LedgerRow[],
  totals: readonly LedgerRow[],
  figures: Gathered,
  docs: readonly Doc[],
  { year, today, over }: { readonly year: number; readonly today: number; readonly over: number },
): Gap[] {
  const gaps: Gap[] = []
  const say = (code: Gap['code'], args: Gap['args'] = {}) => gaps.push({ code, args })
  const about = (code: Gap['code'], which: readonly LedgerRow[], more: Gap['args'] = {}) => {
    const names = [...new Set(which.map(({ unit }) => unit))]
    if (names.length > 0)
      say(code, {
        count: names.length,
        names: names.slice(0, NAMED).join('、'),
        more: Number(names.length > NAMED),
        ...more,
      })
  }
  const planned = rows.filter(({ quota }) => quota !== undefined)
  if (rows.length > 0 && planned.length === 0) say('no-plan', { year })
  else
    about(
      'unplanned',
      rows.filter(({ quota }) => quota === undefined),
      // Their figures are no part of a quota's.
      { apart: Number(totals.some(({ kind, quota }) => quota !== undefined && isLeftOut(rows, kind))) },
    )
  const shown = new Set(rows.map(({ unit }) => unitKey(unit)))
  const unread = unreadPlans(docs).filter(({ unit }) => !shown.has(unitKey(unit)))
  if (unread.length > 0) say('unread-plan', { names: names(unread) })
  if (figures.yearless) say('yearless-plan', { year: today })
  if (tablesIn(docs, 'monthly').some((placed) => yearlessMonth(placed) !== undefined))
    say('yearless-statistics', { year: today })

  const isCounted = (row: LedgerRow) => usedOf(row) !== undefined
  const counted = rows.filter(isCounted)
  about(
    'no-statistics',
    rows.filter((row) => !isCounted(row)),
    { year },
  )
  const lifetimes = lifetimesIn(docs)
  const latest = counted.reduce((most, row) => Math.max(most, row.latest ?? 0), 0)
  if (counted.length > 0 && latest < over) say('not-yet', { latest, over })
  about(
    'missing-months',
    counted.filter(({ unit, months }) => {
      const own = months.flatMap((count, i) => (count === undefined ? [] : [monthOfYear(year, i + 1)]))
      return months
        .slice(0, latest)
        .some((count, i) => count === undefined && !isOutside(monthOfYear(year, i + 1), unitKey(unit), lifetimes, own))
    }),
    { latest },
  )
  const compared = counted.filter((row) => row.before)
  if (counted.length > 0 && compared.length === 0) say('no-last-year', { year: year - 1 })
  else {
    const fresh = counted.filter((row) => !row.before)
    const gone = figures.series.filter(
      ({ unit, years }) =>
        !shown.has(unitKey(unit)) && years.get(year - 1)?.months.some((count) => count !== undefined),
    )
    if (fresh.length > 0 && gone.length > 0)
      say('units-changed', { gone: names(gone), fresh: names(fresh), year: year - 1 })
    else about('partly-last-year', fresh, { year: year - 1 })
  }
  if (figures.notFormer.length > 0) say('not-renamed', { names: figures.notFormer.join('、') })
  if (figures.fromItems > 0) say('from-items', { count: figures.fromItems })
  if (figures.fromTotals > 0) say('from-totals', { count: figures.fromTotals })
  if (figures.fromSums > 0) say('from-sums', { count: figures.fromSums })
  if (figures.undated > 0) say('undated-items', { count: figures.undated })
  const { conflicting } = figures
  if (conflicting.length > 0) say('conflicting', { count: conflicting.length, names: names(conflicting) })
  const repeated = docs.reduce((count, doc) => count + [...repeatsIn(doc)].length, 0)
  if (repeated > 0) say('repeated', { count: repeated })
  return gaps
}

/** Units of plans with something in place of a number: 待定, -5. */
const unreadPlans = (docs: readonly Doc[]): { readonly unit: string }[] =>
  tablesIn(docs, 'plan').flatMap(({ table: { records } }) =>
    [...records]
      .filter((record) =>
        [...itemTypes, 'quota'].some((field) => {
          const text = record.text(field)
          return !isBlank(text) && countOf(text) === undefined
        }),
      )
      .map((record) => ({ unit: record.text('unit') }))
      .filter(({ unit }) => unit !== ''),
  )

function names(list: readonly { readonly unit: string }[]): string {
  const all = [...new Set(list.map(({ unit }) => unit))]
  return all.slice(0, NAMED).join('、') + (all.length > NAMED ? '……' : '')
}
