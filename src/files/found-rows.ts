/** Of a register what a report shows: the rows in which something is found, under their header. */
import type { ContentRow, ContentTable, Diagnostic, Doc, Sheet } from '../core.ts'
import { grouped } from '../grouped.ts'
import { gridOf, rowsByTable } from '../registers/sheets.ts'
import { lastAtMost } from '../sorted-lists.ts'

/** Columns of a row that are kept; characters of a cell. */
const COLUMNS = 64
const LONGEST = 120

/** A sheet, or a table of a document that holds others, too. */
type Grid = Pick<Sheet, 'name' | 'line' | 'width' | 'span' | 'text'> & {
  /** The row that an offset lies in. */
  rowAt(offset: number): number | undefined
}

export function foundRows(doc: Doc, diagnostics: readonly Diagnostic[]): ContentTable[] {
  const offsets = diagnostics.map(({ span }) => span.start)
  return gridsOf(doc).flatMap((grid) => {
    const found = rowsOf(grid, offsets)
    if (found.length === 0) return []
    const headers = headersOf(grid, doc)
    return [...grouped(found, (row) => headers.findLast(({ first }) => first <= row))].map(
      ([header, rows]): ContentTable => {
        const heads = header ? rowsBetween(header.first, header.last) : []
        return {
          name: grid.name,
          heads: heads.map((row) => rowOf(grid, row)),
          rows: rows.filter((row) => !heads.includes(row)).map((row) => rowOf(grid, row)),
        }
      },
    )
  })
}

const rowsOf = (grid: Grid, offsets: readonly number[]): number[] =>
  [...new Set(offsets.flatMap((offset) => grid.rowAt(offset) ?? []))].sort((a, b) => a - b)

const rowsBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** Where the headers of a grid are, from the first to the last of their rows. */
function headersOf(grid: Grid, { register }: Doc): { readonly first: number; readonly last: number }[] {
  const headers = (register?.tables ?? []).flatMap(({ at, columns }) => {
    const first = grid.rowAt(at.start)
    if (first === undefined) return []
    // Names of columns may stand in a second row.
    const rows = Object.values(columns).map(({ span }) => grid.rowAt(span.start))
    return [{ first, last: rows.includes(first + 1) ? first + 1 : first }]
  })
  return headers.sort((a, b) => a.first - b.first)
}

const rowOf = (grid: Grid, row: number): ContentRow => ({
  line: grid.line(row),
  cells: Array.from({ length: Math.min(grid.width(row), COLUMNS) }, (_, column) => {
    const { start, end } = grid.span(row, column)
    const text = grid.text(row, column).replace(/\s+/g, ' ').trim()
    return { start, end, text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text }
  }),
})

function gridsOf({ sheets, rows, text }: Doc): Grid[] {
  if (sheets) return sheets.map((sheet) => ({ ...sheet, rowAt: (offset) => sheet.at(offset)?.row }))
  return rowsByTable(rows).map(
    (own): Grid => ({
      ...gridOf(own, text),
      rowAt(offset) {
        const row = lastAtMost(own.length, (i) => own[i]!.cells[0]?.start ?? 0, offset)
        return row >= 0 && offset <= (own[row]!.cells.at(-1)?.end ?? -1) ? row : undefined
      },
    }),
  )
}
