/** Cells of tables: what one of them names, the others of its row say more of. */
import type { Doc, Row, Span } from '../core.ts'
import { perObject } from '../per-object.ts'
import { fullWidth, joined } from './clauses.ts'
import { lastBefore } from './spans.ts'

/** A cell, what stands in the others of its row, and what heads the table. */
export interface Cell {
  readonly own: string
  readonly span: Span
  readonly others: readonly string[]
  /** Where those stand. */
  readonly beside: readonly Span[]
  readonly head: readonly string[]
}

/** A cell as a sentence is read: on one line, with full-width marks. */
export interface CellInWords {
  readonly own: string
  /** What the other cells of the row say, in order. */
  readonly others: readonly string[]
  /** What the first row of the table says of this column. */
  readonly head: string
}

interface Placed extends Span {
  readonly row: Row
  readonly head: Row
  /** How many rows of the table stand above. */
  readonly above: number
}

/** Rows below the first of their table, in order. */
const placed = perObject(({ rows }: Doc): readonly Placed[] => {
  const found: Placed[] = []
  let head: Row | undefined
  let above = 0
  for (const row of rows) {
    if (head?.table !== row.table) {
      head = row
      above = 0
    } else {
      above++
      if (row.cells.length > 1) found.push({ start: row.cells[0]!.start, end: row.cells.at(-1)!.end, row, head, above })
    }
  }
  return found
})

/** The cell at `at`, where it lies in a row with others that is not the first of its table. */
function locate(doc: Doc, at: number): (Placed & { readonly column: number; readonly cell: Span }) | undefined {
  if (doc.rows.length === 0) return undefined
  const all = placed(doc)
  const own = all[lastBefore(all, at)]
  const column = own?.row.cells.findIndex(({ start, end }) => start <= at && at < end) ?? -1
  return own && column >= 0 ? { ...own, column, cell: own.row.cells[column]! } : undefined
}

/** The cell at `at` of at most `longest` UTF-16 units. */
export function cellAt(doc: Doc, at: number, longest: number): Cell | undefined {
  const found = locate(doc, at)
  if (!found || found.cell.end - found.cell.start > longest) return undefined
  const { row, head, cell, column } = found
  const said = ({ start, end }: Span) => doc.text.slice(start, Math.min(end, start + LONGEST)).trim()
  const beside = row.cells.filter((_, i) => i !== column)
  return { own: said(cell), span: cell, others: beside.map(said), beside, head: head.cells.map(said) }
}
/** UTF-16 units of a cell that are read. */
const LONGEST = 200

/** Does another cell of its row give it points, and no more than that: 5, 2.5分? */
export const hasPoints = ({ others }: Pick<Cell, 'others'>): boolean => others.some((other) => POINTS.test(other))
const POINTS = /^[\d.]{1,5}\s?分?$/

/**
 * What stands above the column of the cell at `at`, in the first row of its table: an empty cell there belongs to the one before it, which is merged over both.
 * '' where it lies in no cell, or its column has no head.
 */
export function columnHead(doc: Doc, at: number): string {
  const found = locate(doc, at)
  const head = found?.head.cells.slice(0, found.column + 1).findLast(({ start, end }) => end > start)
  return head && head.end - head.start <= HEAD_MAX ? joined(doc.text.slice(head.start, head.end)).trim() : ''
}
/** Longer words are no head. UTF-16 units. */
const HEAD_MAX = 24

/** The cells of the row at `at`, parted by |, a long one cut short; '' where it lies in none. */
export function rowInWords(doc: Doc, at: number): string {
  const cells = locate(doc, at)?.row.cells
  return cells
    ? `|${cells.map(({ start, end }) => doc.text.slice(start, Math.min(end, start + CELL_MAX))).join('|')}|`
    : ''
}

/** The cell in which `span` begins. */
export function cellInWords(doc: Doc, { start: at }: Span): CellInWords | undefined {
  const found = locate(doc, at)
  if (!found || found.above >= ROWS_MAX) return undefined
  const { row, cell, column } = found
  const said = ({ start, end }: Span) =>
    fullWidth(joined(doc.text.slice(start, Math.min(end, start + CELL_MAX)))).trim()
  const head = found.head.cells[column]
  return {
    own: said(cell),
    others: row.cells.filter((_, i) => i !== column).map(said),
    head: head ? said(head) : '',
  }
}
/** A longer table is data, and a longer cell a paper. */
const ROWS_MAX = 200
const CELL_MAX = 160
