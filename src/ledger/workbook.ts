/** The ledger as an Excel workbook: all rows on one sheet, what the figures are on another. */
import { cellsOf, columnsOf, type LedgerCell } from '../reporters/ledger/csv.ts'
import { type Ledger, type LedgerRow, type LedgerView, shown } from '../reporters/ledger/data.ts'
import { ledgerWords } from '../reporters/ledger/words.ts'
import { type BookCell, type CellFormat, type CellStyle, writeWorkbook } from '../writers/xlsx.ts'

/** Columns of shares, and those whose figures may be fractions: pace and forecast. By their places under `columnsOf`. */
const SHARES: readonly number[] = [6, 14, 18]
const FRACTIONS: readonly number[] = [7, 8]
const WIDTHS = [22, 14, 8, 7, 7, 7, 7, 7, 7, 7, 8, 9, 9, 9, 11, 9, 9, 9, 11, ...Array<number>(12).fill(6)]

export function ledgerBook(ledger: Ledger, view: Pick<LedgerView, 'language' | 'quiet'>): Uint8Array {
  const say = ledgerWords[view.language]
  const row = (given: LedgerRow, total = false): BookCell[] => {
    const state: CellStyle = total ? 'total' : given.state === 'over' || given.state === 'near' ? given.state : 'plain'
    return cellsOf(given, ledger, say).map((value, i) => ({
      value: i === 2 && typeof value === 'string' ? `${say.marks[given.state].trim()} ${value}`.trim() : value,
      style: total ? 'total' : i <= 8 ? state : 'plain',
      format: formatOf(value, i),
    }))
  }
  const units = shown(ledger, view)
  const about: BookCell[][] = [
    [{ value: say.title(ledger.year), style: 'title' }],
    [say.asOf(ledger)],
    [say.counts(ledger)],
    [],
    ...ledger.gaps.map((gap): BookCell[] => [say.gap(gap)]),
    [],
    ...say.definitions(ledger).map(([name, text]): BookCell[] => [`${name}：${text}`]),
  ]
  return writeWorkbook([
    {
      name: say.sheets.rows,
      rows: [
        columnsOf(say).map((value) => ({ value, style: 'header' })),
        ...units.flatMap(({ rows }) => rows.map((r) => row(r))),
        ...ledger.totals.map((r) => row(r, true)),
      ],
      widths: WIDTHS,
      frozen: { rows: 1, columns: 3 },
      landscape: true,
    },
    { name: say.sheets.about, rows: about, widths: [110] },
  ])
}

const formatOf = (value: LedgerCell, column: number): CellFormat =>
  typeof value !== 'number' || FRACTIONS.includes(column) || column === 3
    ? 'general'
    : SHARES.includes(column)
      ? 'percent'
      : 'integer'
