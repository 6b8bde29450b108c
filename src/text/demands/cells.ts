/** Cells of tables: what one of them names, the others of its row say more of. */
import type { Doc, Row, Span } from '../../core.ts'
import { perObject } from '../../per-object.ts'
import { lastBefore } from '../spans.ts'

/** A cell, what stands in the others of its row, and what heads the table. */
export interface Cell {
  readonly own: string
  readonly span: Span
  readonly others: readonly string[]
  readonly head: readonly string[]
}

interface Placed extends Span {
  readonly row: Row
  readonly head: Row
}

/** Rows below the first of their table, in order. */
const placed = perObject(({ rows }: Doc): readonly Placed[] => {
  const found: Placed[] = []
  let head: Row | undefined
  for (const row of rows) {
    if (head?.table !== row.table) head = row
    else if (row.cells.length > 1) found.push({ start: row.cells[0]!.start, end: row.cells.at(-1)!.end, row, head })
  }
  return found
})

/** The cell at `at` of at most `longest` UTF-16 units, where it lies in a row with others that is not the first of its table. */
export function cellAt(doc: Doc, at: number, longest: number): Cell | undefined {
  if (doc.rows.length === 0) return undefined
  const all = placed(doc)
  const own = all[lastBefore(all, at)]
  if (!own || own.end <= at) return undefined
  const span = own.row.cells.find(({ start, end }) => start <= at && at < end)
  if (!span || span.end - span.start > longest) return undefined
  const said = ({ start, end }: Span) => doc.text.slice(start, Math.min(end, start + LONGEST)).trim()
  return {
    own: said(span),
    span,
    others: own.row.cells.filter((cell) => cell !== span).map(said),
    head: own.head.cells.map(said),
  }
}
/** UTF-16 units of a cell that are read. */
const LONGEST = 200
