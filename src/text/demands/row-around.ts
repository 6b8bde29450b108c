/** What stands beside a cell of a table: a demand may be told over several of them. */
import type { Doc, Span } from '../../core.ts'
import { fullWidth, joined } from '../clauses.ts'

export interface RowAround {
  /** What the cell says. */
  readonly own: string
  /** What the other cells of the row say, in order. */
  readonly others: readonly string[]
  /** What the first row of the table says of this column. */
  readonly head: string
}

/** The row of a table in which `span` stands; undefined outside of tables and in a head. */
export function rowAround(doc: Doc, { start }: Span): RowAround | undefined {
  const { rows } = doc
  // Rows are in order.
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]!.cells[0]?.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const row = rows[low - 1]
  const column = row?.cells.findIndex((cell) => cell.start <= start && start < cell.end) ?? -1
  if (!row || column < 0 || row.cells.length < 2) return undefined
  let first = low - 1
  while (rows[first - 1]?.table === row.table && low - first < ROWS_MAX) first--
  if (first === low - 1 || rows[first - 1]?.table === row.table) return undefined
  const said = ({ start, end }: Span) =>
    fullWidth(joined(doc.text.slice(start, Math.min(end, start + CELL_MAX)))).trim()
  const head = rows[first]!.cells[column]
  return {
    own: said(row.cells[column]!),
    others: row.cells.filter((_, i) => i !== column).map(said),
    head: head ? said(head) : '',
  }
}
/** A longer table is data, and a longer cell a paper. */
const ROWS_MAX = 200
const CELL_MAX = 160
