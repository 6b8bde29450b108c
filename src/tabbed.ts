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
export function tabbed(text: string): Row[] {
  if (!text.includes('\t') && !text.includes('|')) return []
  const rows: Row[] = []
  let group: Row[] = []
  let table = 1
  const close = () => {
    if (group.length >= FEWEST_LINES) {
      rows.push(...group)
      table++
    }
    group = []
  }
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const cells = cellsOf(text, start, end)
    if (cells.length !== group[0]?.cells.length) close()
    if (cells.length > 0) group.push({ table, index: group.length + 1, cells })
  }
  close()
  return rows
}

/** The cells of a line, without the white space around them; none where it is no row. */
function cellsOf(text: string, start: number, end: number): Span[] {
  if (end - start > LONGEST) return []
  const line = text.slice(start, end)
  const parts = line.split(/[\t|]/)
  if (parts.length < 2 || parts.length > MOST_CELLS) return []
  let from = start
  const cells = parts.map((part) => {
    const words = part.trim()
    const at = from + part.length - part.trimStart().length
    from += part.length + 1
    return { start: at, end: at + words.length }
  })
  return cells.filter((cell) => cell.start < cell.end).length < 2 ? [] : cells
}
