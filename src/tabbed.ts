/** Tables that became plain text: 任务⇥责任单位⇥完成时限, or 片区 | 乡镇数 | 网格数, line by line. */

interface Span {
  readonly start: number
  readonly end: number
}

/** As `Row` of a document; it is found before there is one. */
interface Row {
  readonly table: number
  readonly index: number
  readonly cells: readonly Span[]
}

/** So many lines make a table. */
const FEWEST_LINES = 2
/** No table has more columns; a line of a megabyte is none of its rows. */
const MOST_CELLS = 21
const LONGEST = 2000

/** The rows of such tables in `text`, whose cells are divided by tabs or by |. Several lines one behind the other have as many cells. */
export const tabbed = (text: string): Row[] =>
  text.includes('\t') || text.includes('|')
    ? tablesIn(
        text,
        (start, end) => filled(cellsOf(text, start, end, /[\t|]/), 2),
        (cells, first) => cells === first,
      )
    : []

/**
 * The same of what was copied out of a spreadsheet: tabs only, and a row may hold one thing, or end early where somebody cut off the white space at the end of its
 * line.
 */
export const pasted = (text: string): Row[] =>
  text.includes('\t')
    ? tablesIn(
        text,
        (start, end) => filled(cellsOf(text, start, end, /\t/), 1),
        (cells, first) => cells <= first,
      )
    : []

function tablesIn(
  text: string,
  cellsIn: (start: number, end: number) => Span[],
  goesOn: (cells: number, first: number) => boolean,
): Row[] {
  const rows: Row[] = []
  let group: Row[] = []
  let table = 1
  const close = () => {
    if (group.length >= FEWEST_LINES) {
      for (const row of group) rows.push(row)
      table++
    }
    group = []
  }
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const cells = cellsIn(start, end)
    if (cells.length === 0 || !goesOn(cells.length, group[0]?.cells.length ?? 0)) close()
    if (cells.length > 0) group.push({ table, index: group.length + 1, cells })
  }
  close()
  return rows
}

/** None where fewer cells hold something. */
const filled = (cells: Span[], fewest: number): Span[] =>
  cells.filter((cell) => cell.start < cell.end).length < fewest ? [] : cells

/** The cells of a line, without the white space around them; none where it is no row. */
function cellsOf(text: string, start: number, end: number, divider: RegExp): Span[] {
  if (end - start > LONGEST) return []
  const line = text.slice(start, end)
  const parts = line.split(divider)
  if (parts.length < 2 || parts.length > MOST_CELLS) return []
  let from = start
  return parts.map((part) => {
    const words = part.trim()
    const at = from + part.length - part.trimStart().length
    from += part.length + 1
    return { start: at, end: at + words.length }
  })
}
