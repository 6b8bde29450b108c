/** The grid of a document's tables: which of its columns each cell of a row covers. */
import type { Content, Row, Span } from '../../core.ts'
import type { Paragraph } from '../layout.ts'

/** A cell as it is drawn. */
export interface GridCell {
  /** In the order of the text; none in an empty cell. */
  readonly paragraphs: readonly Paragraph[]
  /** Columns that it covers. */
  readonly span: number
  /** It goes on from the row above; on into the row below. */
  readonly goesOn: boolean
  readonly reachesOn: boolean
}

export interface Grid {
  /** The cells of a row, by its paragraphs. */
  readonly row: (paragraphs: readonly Paragraph[]) => readonly GridCell[]
}

/** Columns that are drawn: a document may claim any. */
const MAX_COLUMNS = 64

/** Where a table has no grid of its own, the columns are those that its paragraphs name. */
export function gridOf({ text, rows = [] }: Pick<Content, 'text' | 'rows'>, paragraphs: readonly Paragraph[]): Grid {
  const tables = new Map<string, Map<number, Row>>()
  for (const row of rows) {
    const name = `表${row.table}`
    tables.set(name, (tables.get(name) ?? new Map<number, Row>()).set(row.index, row))
  }
  const begun = new Map<string, Set<number>>()
  const begins = (table: string, column: number) => begun.set(table, (begun.get(table) ?? new Set()).add(column))
  for (const [table, byIndex] of tables)
    for (const { cells } of byIndex.values()) for (const column of beginnings(cells, text)) begins(table, column)
  for (const { cell } of paragraphs) if (cell) begins(cell.table, cell.column - 1)
  const columns = new Map([...begun].map(([table, of]) => [table, [...of].sort((a, b) => a - b).slice(0, MAX_COLUMNS)]))

  return {
    row(paragraphs) {
      const { table, row: index } = paragraphs[0]!.cell!
      const all = columns.get(table)!
      const row = tables.get(table)?.get(index)
      const below = tables.get(table)?.get(index + 1)
      const here = paragraphs.map(({ cell }) => cell!.column - 1)
      // Columns behind the last cell of a short row are one empty place.
      const starts = row
        ? [...new Set([...beginnings(row.cells, text), row.cells.length, ...here])].sort((a, b) => a - b)
        : all
      return starts.flatMap((start, i): GridCell | [] => {
        const end = starts[i + 1] ?? Number.POSITIVE_INFINITY
        const span = all.filter((column) => column >= start && column < end).length
        const inside = paragraphs.filter((_, k) => here[k]! >= start && here[k]! < end)
        const goesOn = row?.reached?.includes(start) === true
        // Behind a row that is as long as its table there is nothing; a document may claim more columns than are drawn.
        return span === 0 && inside.length === 0
          ? []
          : { paragraphs: inside, span: Math.max(1, span), goesOn, reachesOn: below?.reached?.includes(start) === true }
      })
    },
  }
}

/** The columns (from 0) in which cells begin: the others are empty places that the cell before them covers. */
function beginnings(cells: readonly Span[], text: string): number[] {
  return cells.flatMap(({ start, end }, column) => {
    const before = cells[column - 1]
    const isCovered = before && start === end && /^[^\S\r\n]*$/.test(text.slice(before.end, start))
    return isCovered ? [] : column
  })
}
