/** The ledger as an Excel workbook: all rows on one sheet, which is printed without their months; what the figures are on another. */
import { cellsOf, columnsOf, type LedgerCell } from '../reporters/ledger/csv.ts'
import { type Ledger, type LedgerRow, type LedgerView, shown } from '../reporters/ledger/data.ts'
import { type LedgerWords, ledgerWords } from '../reporters/ledger/words.ts'
import {
  type BookCell,
  type BookSheet,
  type CellAlign,
  type CellFormat,
  type CellStyle,
  writeWorkbook,
} from '../writers/xlsx.ts'

/** Columns by their places under `columnsOf`: shares; figures that may be fractions (pace and forecast); changes, in numbers and in shares. */
const SHARES: readonly number[] = [6]
const FRACTIONS: readonly number[] = [7, 8]
const CHANGES: readonly number[] = [13, 17]
const RATIOS: readonly number[] = [14, 18]
/** Kind, state, year, and the months of 用完 and 统计到: none of them is a figure to be compared down the column. */
const CENTRED: readonly number[] = [1, 2, 3, 9, 10]
const [STATE, YEAR] = [2, 3]
/** Columns before those of the months. */
const PRINTED = 19
const WIDTHS = [20, 14, 9, 6, 8, 8, 9, 8, 8, 7, 8, 8, 8, 8, 9, 8, 8, 8, 9, ...Array<number>(12).fill(6)]
/** Rows above the first of a unit: title, day, heads. */
const ABOVE = 3

type Told = Pick<LedgerView, 'language' | 'quiet'>

export const ledgerBook = (ledger: Ledger, view: Told): Uint8Array =>
  writeWorkbook([rowsSheet(ledger, view), aboutSheet(ledger, view)])

function rowsSheet(ledger: Ledger, view: Told): BookSheet {
  const say = ledgerWords[view.language]
  const row = (given: LedgerRow, total = false): BookCell[] => {
    const marked: CellStyle = given.state === 'over' || given.state === 'near' ? given.state : 'cell'
    return cellsOf(given, ledger, say).map((value, i) => {
      const align = alignOf(i)
      return {
        value: i === STATE ? `${say.marks[given.state].trim()} ${value}`.trim() : value,
        style: total ? 'total' : marked,
        format: formatOf(value, i),
        ...(align && { align }),
      }
    })
  }
  return {
    name: say.sheets.rows,
    rows: [
      [{ value: say.title(ledger.year), style: 'title' }],
      [{ value: `${say.asOf(ledger)}　${say.counts(ledger)}`, style: 'subtitle' }],
      columnsOf(say).map((name) => ({ value: inTwoLines(name, say), style: 'header' })),
      ...shown(ledger, view).flatMap(({ rows }) => rows.map((r) => row(r))),
      ...ledger.totals.map((r) => row(r, true)),
    ],
    widths: WIDTHS,
    merges: [0, 1].map((line) => ({ top: line, left: 0, bottom: line, right: PRINTED - 1 })),
    frozen: { rows: ABOVE, columns: STATE + 1 },
    print: { across: true, heading: ABOVE, columns: PRINTED },
  }
}

function aboutSheet(ledger: Ledger, { language }: Told): BookSheet {
  const say = ledgerWords[language]
  const line = (name: string, text: string): BookCell[] => [
    { value: name, style: 'header' },
    { value: text, style: 'note' },
  ]
  return {
    name: say.sheets.about,
    rows: [
      [{ value: say.title(ledger.year), style: 'title' }],
      [{ value: say.asOf(ledger), style: 'subtitle' }],
      [{ value: say.counts(ledger), style: 'subtitle' }],
      ...ledger.gaps.map((gap) => line(say.sheets.gap, say.gap(gap))),
      ...say.definitions(ledger).map(([name, text]) => line(name, text)),
    ],
    widths: [10, 80],
    merges: [0, 1, 2].map((line) => ({ top: line, left: 0, bottom: line, right: 1 })),
    print: {},
  }
}

/** 同月 above 今年: both in one line would make the columns of changes as wide as those of names. */
const inTwoLines = (name: string, { heads }: LedgerWords): string => {
  const over = [heads.sameMonth, heads.cumulative].find((what) => name.startsWith(what) && name !== what)
  return over === undefined ? name : `${over}\n${name.slice(over.length)}`
}

const alignOf = (column: number): CellAlign | undefined =>
  column === 0 ? 'left' : CENTRED.includes(column) ? 'center' : undefined

function formatOf(value: LedgerCell, column: number): CellFormat {
  if (typeof value !== 'number' || column === YEAR) return 'general'
  if (CHANGES.includes(column)) return 'signed'
  if (RATIOS.includes(column)) return 'signedPercent'
  // 99.6 % is not yet 100 %, nor is 100.4 %.
  if (SHARES.includes(column)) return value !== 1 && Math.round(value * 100) === 100 ? 'exact' : 'percent'
  return FRACTIONS.includes(column) && value < 10 ? 'general' : 'integer'
}
