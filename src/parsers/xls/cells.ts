/** The cells of a sheet in the older format. */
import { MAX_CELLS, tooManyCells } from '../sheet.ts'
import { MAX_MERGES, type Range } from '../workbook-text.ts'
import type { CellReader } from '../xlsx/worksheet.ts'
import { type Globals, refuse } from './globals.ts'
import { RecordReader, recordsFrom, whole } from './records.ts'

export interface SheetCells {
  /** By row, from 0: what each cell shows. */
  readonly rows: ReadonlyMap<number, string[]>
  /** Rows that are not shown. */
  readonly hidden: ReadonlySet<number>
  readonly merges: readonly Range[]
}

const ID = {
  beginning: 0x809,
  end: 0x0a,
  row: 0x208,
  sharedText: 0xfd,
  text: 0x204,
  richText: 0xd6,
  number: 0x203,
  short: 0x27e,
  shorts: 0xbd,
  formula: 0x06,
  formulaText: 0x207,
  truth: 0x205,
  merges: 0xe5,
} as const

const ERRORS: Readonly<{ [code: number]: string }> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
const ROW_HIDDEN = 0x20
const MAX_COLUMNS = 256

export function cellsOf({ bytes, strings }: Globals, at: number, show: CellReader): SheetCells {
  const rows = new Map<number, string[]>()
  const hidden = new Set<number>()
  const merges: Range[] = []
  let count = 0
  let depth = 0
  /** The cell of the formula whose text follows. */
  let waiting: readonly [row: number, column: number, style: number] | undefined
  const put = (row: number, column: number, text: string) => {
    if (text === '' || column >= MAX_COLUMNS) return
    if (++count > MAX_CELLS) throw tooManyCells()
    const cells = rows.get(row) ?? []
    while (cells.length < column) cells.push('')
    cells[column] = text
    rows.set(row, cells)
  }
  const short = (place: number) => bytes.readUInt16LE(place)
  for (const record of recordsFrom(bytes, at)) {
    const { id, start, end } = record
    const size = end - start
    if (id === ID.beginning) depth++
    else if (id === ID.end) depth--
    if (depth <= 0) break
    // A chart in the sheet has records of its own.
    if (depth > 1) continue
    if (id === ID.row && size >= 16) {
      if (short(start + 12) & ROW_HIDDEN) hidden.add(short(start))
      continue
    }
    if (id === ID.merges && size >= 2) {
      for (let place = start + 2; place + 8 <= end && merges.length < MAX_MERGES; place += 8)
        merges.push({
          top: short(place) + 1,
          bottom: short(place + 2) + 1,
          left: short(place + 4),
          right: short(place + 6),
        })
      continue
    }
    if (id === ID.formulaText && waiting) {
      const [row, column, style] = waiting
      put(row, column, show('str', style, new RecordReader(bytes, whole(bytes, record), refuse).text(2)))
      waiting = undefined
      continue
    }
    if (size < 6) continue
    const [row, column, style] = [short(start), short(start + 2), short(start + 4)]
    if (id === ID.sharedText && size >= 10)
      put(row, column, show('str', style, strings[bytes.readUInt32LE(start + 6)] ?? ''))
    else if ((id === ID.text || id === ID.richText) && size >= 9)
      put(row, column, show('str', style, new RecordReader(bytes, [{ ...record, start: start + 6 }], refuse).text(2)))
    else if (id === ID.number && size >= 14) put(row, column, show('', style, String(bytes.readDoubleLE(start + 6))))
    else if (id === ID.short && size >= 10)
      put(row, column, show('', style, String(unpacked(bytes.readInt32LE(start + 6)))))
    else if (id === ID.shorts)
      for (let place = start + 4, next = column; place + 6 <= end - 2; place += 6, next++)
        put(row, next, show('', short(place), String(unpacked(bytes.readInt32LE(place + 2)))))
    else if (id === ID.truth && size >= 8) put(row, column, known(bytes[start + 6]!, bytes[start + 7] === 1))
    else if (id === ID.formula && size >= 14) {
      waiting = undefined
      if (short(start + 12) !== 0xffff) put(row, column, show('', style, String(bytes.readDoubleLE(start + 6))))
      else if (bytes[start + 6] === 0) waiting = [row, column, style]
      else if (bytes[start + 6] !== 3) put(row, column, known(bytes[start + 8]!, bytes[start + 6] === 2))
    }
  }
  return { rows, hidden, merges }
}

const known = (value: number, isError: boolean): string =>
  isError ? (ERRORS[value] ?? '#N/A') : value === 0 ? 'FALSE' : 'TRUE'

/** A number in four bytes: whole, or the upper half of one with a point; perhaps a hundred times as large. */
function unpacked(bits: number): number {
  let value = bits >> 2
  if ((bits & 2) === 0) {
    UPPER.setInt32(0, bits & ~3)
    value = UPPER.getFloat64(0)
  }
  return bits & 1 ? value / 100 : value
}
const UPPER = new DataView(new ArrayBuffer(8))
