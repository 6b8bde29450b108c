import { sanitise } from '../terminal.ts'
import { type Ledger, type LedgerChange, type LedgerReporter, type LedgerRow, shown, usedOf } from './data.ts'
import { type LedgerWords, ledgerWords } from './words.ts'

/** One cell of a row: words, a number, or nothing. */
export type LedgerCell = string | number | null

/** The heads of the columns. CSV and workbook have the same. */
export const columnsOf = ({ heads, month, under }: LedgerWords): string[] => [
  heads.unit,
  heads.kind,
  heads.state,
  heads.year,
  heads.quota,
  heads.used,
  heads.share,
  heads.pace,
  heads.forecast,
  heads.exhausted,
  heads.latest,
  ...[heads.sameMonth, heads.cumulative].flatMap((what) =>
    [heads.now, heads.before, heads.by, heads.ratio].map((which) => under(what, which)),
  ),
  ...Array.from({ length: 12 }, (_, i) => month(i + 1)),
]

/** A row under `columnsOf`: figures as numbers, shares as fractions. */
export function cellsOf(row: LedgerRow, { year }: Ledger, say: LedgerWords): LedgerCell[] {
  const change = (c: LedgerChange | undefined) => [
    c?.now ?? null,
    c?.before ?? null,
    c?.by ?? null,
    rounded(c?.ratio, 3),
  ]
  return [
    row.unit === '' ? say.total : row.unit,
    say.kinds[row.kind],
    say.states[row.state],
    year,
    row.quota ?? null,
    usedOf(row) ?? null,
    rounded(row.share, 3),
    rounded(row.pace, 1),
    rounded(row.forecast, 1),
    row.exhausted === undefined ? null : say.month(row.exhausted),
    row.latest === undefined ? null : say.month(row.latest),
    ...change(row.month),
    ...change(row.cumulative),
    ...Array.from({ length: 12 }, (_, i) => row.months[i] ?? null),
  ]
}

const rounded = (value: number | undefined, digits: number): number | null =>
  value === undefined ? null : Number(value.toFixed(digits))

/** For a spreadsheet: UTF-8 with a BOM, CRLF. What is not known is empty. */
export const ledgerCsv: LedgerReporter = (ledger, view) => {
  const say = ledgerWords[view.language]
  const rows: readonly (readonly LedgerCell[])[] = [
    columnsOf(say),
    ...shown(ledger, view).flatMap(({ rows }) => rows.map((row) => cellsOf(row, ledger, say))),
    ...ledger.totals.map((row) => cellsOf(row, ledger, say)),
  ]
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; figures are ours and may be negative. */
export function csvCell(cell: LedgerCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // White space in front is skipped by some, and so are full-width marks read as half-width ones.
  const text = /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${sanitise(cell)}` : sanitise(cell)
  return /[",\r\n;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
