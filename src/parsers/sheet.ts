/** A sheet as two numbers for each cell: what the readers of spreadsheets make. */
import { type Merge, type Sheet, type Span, UnreadableError } from '../core.ts'
import { lastAtMost } from '../sorted-lists.ts'

/** Cells of one file. A register of 100,000 rows has some million. */
export const MAX_CELLS = 5_000_000
export const tooManyCells = (remedy = '请拆成几份，或删去多余的行列') =>
  new UnreadableError(`表格的单元格超过 ${MAX_CELLS / 10000} 万个`, remedy)

/** Numbers that are added one by one and then are few bytes each. */
export interface Growing {
  length: number
  push(value: number): void
  /** Those up to `length`. */
  taken(): Int32Array
}

export function growing(): Growing {
  let numbers = new Int32Array(1024)
  const list = {
    length: 0,
    push(value: number) {
      if (list.length === numbers.length) {
        const more = new Int32Array(numbers.length * 2)
        more.set(numbers)
        numbers = more
      }
      numbers[list.length++] = value
    },
    taken: () => numbers.slice(0, list.length),
  }
  return list
}

export interface SheetParts {
  readonly name: string
  /** Of the whole document. */
  readonly text: string
  /** Start and end of each cell in `text`, in order. */
  readonly cells: Int32Array
  /** Of each row its first cell, and behind the last row the number of cells. */
  readonly first: Int32Array
  /** Of each row its number in the file. */
  readonly lines: Int32Array
  /** Cells may stand in quotation marks, as in CSV. */
  readonly quoted?: boolean
  readonly merges?: readonly Merge[]
  readonly since1904?: boolean
}

const QUOTE = 0x22

export function sheetOf({ name, text, cells, first, lines, quoted, merges, since1904 }: SheetParts): Sheet {
  const covered = coveredBy(merges ?? [])
  const placeOf = (row: number, column: number): Span => {
    const index = first[row]! + column
    if (column < 0 || index >= first[row + 1]!) {
      // Behind the last cell of the row.
      const end = first[row + 1]! > first[row]! ? cells[2 * first[row + 1]! - 1]! : 0
      return { start: end, end }
    }
    const [start, end] = [cells[2 * index]!, cells[2 * index + 1]!]
    const marked = quoted && end - start > 1 && text.charCodeAt(start) === QUOTE && text.charCodeAt(end - 1) === QUOTE
    return marked ? { start: start + 1, end: end - 1 } : { start, end }
  }
  const span = (row: number, column: number): Span => {
    const merge = covered(row, column)
    return merge ? placeOf(merge.top, merge.left) : placeOf(row, column)
  }
  return {
    name,
    length: lines.length,
    line: (row) => lines[row]!,
    width: (row) => first[row + 1]! - first[row]!,
    span,
    text(row, column) {
      const { start, end } = span(row, column)
      const raw = text.slice(start, end)
      const said = quoted && raw.includes('""') ? raw.replaceAll('""', '"') : raw
      // ="007": how systems keep a spreadsheet from taking it for a number.
      return quoted && said.startsWith('="') && said.endsWith('"') && said.length > 3 ? said.slice(2, -1) : said
    },
    at(offset) {
      if (cells.length === 0 || offset < cells[0]! || offset > cells.at(-1)!) return undefined
      const index = lastAtMost(cells.length >> 1, (i) => cells[2 * i]!, offset)
      const row = lastAtMost(lines.length, (i) => first[i]!, index)
      return { row, column: index - first[row]! }
    },
    ...(merges && merges.length > 0 && { merges }),
    ...(since1904 && { since1904 }),
  }
}

/** The merged cells over a place, by column, each list in the order of rows. */
function coveredBy(merges: readonly Merge[]): (row: number, column: number) => Merge | undefined {
  if (merges.length === 0) return () => undefined
  const columns = new Map<number, Merge[]>()
  for (const merge of merges.toSorted((a, b) => a.top - b.top))
    for (let column = merge.left; column <= merge.right; column++) {
      const list = columns.get(column)
      if (list) list.push(merge)
      else columns.set(column, [merge])
    }
  return (row, column) => {
    const list = columns.get(column)
    if (!list) return undefined
    const merge = list[lastAtMost(list.length, (i) => list[i]!.top, row)]
    return merge && merge.top <= row && row <= merge.bottom ? merge : undefined
  }
}
