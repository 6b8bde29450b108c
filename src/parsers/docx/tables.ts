/** Tables: which cells the reader sees, and the lines that each covers. */

import type { XmlScanner } from '../xml.ts'
import { refuse } from './package.ts'
import { addLine, flushCarried } from './paragraphs.ts'
import { integerOf, isOn } from './properties.ts'
import type { Cell, CellRange, Line, Reader, Table } from './reader.ts'

/** Cells of all tables of a part. */
export const MAX_CELLS = 500_000
/** Columns that Word allows. */
const MAX_COLUMNS = 63

export function openTable(reader: Reader): void {
  flushCarried(reader)
  reader.frame.tables.push({
    number: 0,
    rows: 0,
    row: undefined,
    column: 0,
    mergedAbove: new Set(),
    merged: new Set(),
    cell: undefined,
  })
}

export function closeTable(reader: Reader): void {
  flushCarried(reader)
  reader.frame.tables.pop()
}

export function openRow({ frame }: Reader): void {
  const table = frame.tables.at(-1)
  if (table === undefined || table.cell !== undefined) return
  table.row = undefined
  table.column = 0
  table.merged = new Set()
}

export function closeRow({ frame }: Reader): void {
  const table = frame.tables.at(-1)
  if (table !== undefined) table.mergedAbove = table.merged
}

/** Reads `w:trPr`. A row that is deleted or hidden is passed over whole. */
export function setRowProperties(reader: Reader): void {
  const { frame, scanner } = reader
  const table = frame.tables.at(-1)
  const rowDepth = scanner.depth - 1
  const { deleted, hidden, inserted, before } = readRowProperties(scanner)
  if (table === undefined || table.cell !== undefined) return
  if (deleted || inserted) reader.revisions++
  if (deleted || hidden) scanner.skip(rowDepth)
  else table.column = before
}

export function openCell(reader: Reader): void {
  const { frame } = reader
  const table = frame.tables.at(-1)
  if (table === undefined) return
  // Numbers are given this late so that a table or row that is deleted takes none.
  if (table.number === 0) table.number = ++reader.tables
  if (table.row === undefined) {
    table.row = { table: table.number, index: ++table.rows, cells: [], reached: [] }
    reader.rows.push(table.row)
  }
  table.cell = { firstLine: frame.lines.length, column: table.column + 1, span: 1 }
}

/** Reads `w:tcPr`. Of a cell that is deleted nothing remains; one that is merged into another remains as an empty place. */
export function setCellProperties(reader: Reader): void {
  const { frame, scanner } = reader
  const table = frame.tables.at(-1)
  const cellDepth = scanner.depth - 1
  const { span, vertical, horizontal, deleted, inserted } = readCellProperties(scanner)
  if (table?.cell === undefined) return
  if (deleted || inserted) reader.revisions++
  table.cell.span = span
  if (deleted) {
    scanner.skip(cellDepth)
    table.cell = undefined
    return
  }
  const isReached = reachesDown(table, table.cell, vertical)
  if (isReached || (horizontal === 'continue' && table.column > 0)) {
    // The cell that it is merged into shows its own text here; whatever this one holds is not seen.
    scanner.skip(cellDepth)
    const { row, column } = table
    closeCell(reader)
    for (let at = column; isReached && row && at < table.column; at++) row.reached.push(at)
  }
}

/** Is the cell covered by the one above it? A stretch that nothing begins is no merge, and its text is seen. */
function reachesDown(table: Table, cell: Cell, vertical: CellMerge): boolean {
  if (vertical === 'none') return false
  table.merged.add(cell.column)
  return vertical === 'continue' && table.mergedAbove.has(cell.column)
}

export function closeCell(reader: Reader): void {
  const { frame } = reader
  const table = frame.tables.at(-1)
  if (table?.cell === undefined || table.row === undefined) return
  flushCarried(reader)
  const { cell, row } = table
  if (frame.lines.length === cell.firstLine) addLine(reader, '', 'cell')
  table.cell = undefined
  table.column += cell.span
  const first = frame.lines[cell.firstLine]!
  const last = frame.lines.at(-1)!
  if (row.cells.length === 0) addEmptyCells(reader, row.cells, first, 'start', cell.column - 1)
  row.cells.push({ first, last, part: 'all' })
  addEmptyCells(reader, row.cells, last, 'end', cell.span - 1)
  if ((reader.cells += cell.span) > MAX_CELLS) throw refuse('excess', `表格单元格超过 ${MAX_CELLS} 个`)
}

/** Keeps the cells of all rows in step with the columns of the grid. */
function addEmptyCells(reader: Reader, cells: CellRange[], line: Line, part: 'start' | 'end', count: number): void {
  reader.cells += count
  for (let i = 0; i < count; i++) cells.push({ first: line, last: line, part })
}

/** Is a cell the first of a merged stretch, a later one, or neither? */
type CellMerge = 'none' | 'restart' | 'continue'

interface RowProperties {
  deleted: boolean
  inserted: boolean
  hidden: boolean
  /** Grid columns left out at the row's start. */
  before: number
}

function readRowProperties(scanner: XmlScanner): RowProperties {
  const properties: RowProperties = { deleted: false, inserted: false, hidden: false, before: 0 }
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:del') properties.deleted = true
    else if (scanner.name === 'w:ins') properties.inserted = true
    else if (scanner.name === 'w:hidden') properties.hidden = isOn(scanner.attribute('w:val'))
    else if (scanner.name === 'w:gridBefore')
      properties.before = Math.min(integerOf(scanner, 'w:val') ?? 0, MAX_COLUMNS)
    // `w:trPrChange` holds the properties before a tracked change.
    scanner.skip()
  }
  return properties
}

interface CellProperties {
  /** Grid columns, at least 1. */
  span: number
  vertical: CellMerge
  horizontal: CellMerge
  deleted: boolean
  inserted: boolean
}

function readCellProperties(scanner: XmlScanner): CellProperties {
  const properties: CellProperties = {
    span: 1,
    vertical: 'none',
    horizontal: 'none',
    deleted: false,
    inserted: false,
  }
  const depth = scanner.depth
  const merge = () => (scanner.attribute('w:val') === 'restart' ? 'restart' : 'continue')
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:gridSpan')
      properties.span = Math.min(Math.max(integerOf(scanner, 'w:val') ?? 1, 1), MAX_COLUMNS)
    else if (scanner.name === 'w:vMerge') properties.vertical = merge()
    else if (scanner.name === 'w:hMerge') properties.horizontal = merge()
    else if (scanner.name === 'w:cellDel') properties.deleted = true
    else if (scanner.name === 'w:cellIns') properties.inserted = true
    scanner.skip()
  }
  return properties
}
