import { toJson } from '../json.ts'
import { type LedgerChange, type LedgerReporter, type LedgerRow, shown, usedOf } from './data.ts'
import { ledgerWords } from './words.ts'

/** The ledger as data, version 1: null where something is not known. Months stand January first. */
export const ledgerJson: LedgerReporter = (ledger, view) =>
  toJson({
    version: 1,
    asOf: ledger.asOf,
    year: ledger.year,
    months: { over: ledger.over, begun: ledger.begun },
    early: { share: ledger.early.share, months: ledger.early.months },
    summary: { units: ledger.units.length, ...ledger.counts },
    units: shown(ledger, view).map(({ name, state, rows }) => ({ unit: name, state, rows: rows.map(rowJson) })),
    totals: ledger.totals.map(rowJson),
    gaps: ledger.gaps.map((gap) => ({ code: gap.code, args: gap.args, text: ledgerWords[view.language].gap(gap) })),
  })

const rowJson = (row: LedgerRow) => ({
  kind: row.kind,
  state: row.state,
  why: row.why ?? null,
  quota: row.quota ?? null,
  used: usedOf(row) ?? null,
  counted: row.counted,
  share: row.share ?? null,
  reported: row.reported,
  latest: row.latest ?? null,
  pace: row.pace ?? null,
  forecast: row.forecast ?? null,
  seasonal: row.seasonal,
  exhausted: row.exhausted ?? null,
  change: { month: changeJson(row.month), cumulative: changeJson(row.cumulative) },
  months: row.months.map((count) => count ?? null),
  before: row.before?.map((count) => count ?? null) ?? null,
  history: row.history.map(({ year, quota, used }) => ({ year, quota: quota ?? null, used })),
})

const changeJson = (change: LedgerChange | undefined) =>
  change ? { now: change.now, before: change.before, by: change.by, ratio: change.ratio ?? null } : null
