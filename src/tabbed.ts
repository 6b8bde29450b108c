/** Tables that became plain text: 任务⇥责任单位⇥完成时限, or 片区 | 乡镇数 | 网格数, line by line. */
import type { Row, Span } from './core.ts'

/** So many lines make a table. */
const FEWEST_LINES = 2
const LINE = /^[^\t|\n\r]*[^\s|][^\t|\n\r]*(?:[\t|][^\t|\n\r]*){1,20}$/gm

/** The rows of such tables in `text`, whose cells are divided by tabs or by |. Several lines one behind the other have as many cells. */
export function tabbed(text: string): Row[] {
  if (!text.includes('\t') && !text.includes('|')) return []
  const rows: Row[] = []
  let group: Row[] = []
  let table = 1
  let end = Number.NEGATIVE_INFINITY
  const close = () => {
    if (group.length >= FEWEST_LINES) {
      rows.push(...group)
      table++
    }
    group = []
  }
  for (const match of text.matchAll(LINE)) {
    const cells: Span[] = []
    let start = match.index
    for (const cell of match[0].split(/[\t|]/)) {
      const lead = cell.length - cell.trimStart().length
      const words = cell.trim()
      cells.push({ start: start + lead, end: start + lead + words.length })
      start += cell.length + 1
    }
    if (cells.filter(({ start, end }) => start < end).length < 2) continue
    if (!/^\r?\n$/.test(text.slice(end, match.index)) || cells.length !== group[0]?.cells.length) close()
    group.push({ table, index: group.length + 1, cells })
    end = match.index + match[0].length
  }
  close()
  return rows
}
