/** Spreadsheets that are no registers and hold words: 任务分解表, 责任清单, 评分细则. */
import type { Block, Parsed, Row, Sheet, Span } from '../core.ts'
import { MAX_COLUMNS } from './cells.ts'

/** More rows are data: nobody lays so many duties. */
const MAX_ROWS = 2_000

/**
 * The cells of the sheets as a document has those of its tables, so that what they demand is found. What stands alone in its row (a title, a note) is a
 * paragraph, and the first row of several cells the head of the table.
 */
export function worded(sheets: readonly Sheet[]): Pick<Parsed, 'blocks' | 'rows'> {
  const blocks: Block[] = []
  const rows: Row[] = []
  for (const [i, sheet] of sheets.entries())
    if (sheet.length <= MAX_ROWS)
      for (let index = 0; index < sheet.length; index++) {
        const { cells, reached } = cellsOf(sheet, index, blocks.at(-1)?.end ?? 0)
        const filled = cells.filter(({ start, end }) => end > start)
        const alone = filled.length === 1 && reached.length === 0
        for (const { start, end } of filled) blocks.push({ kind: alone ? 'paragraph' : 'cell', start, end, label: '' })
        if (!alone && filled.length > 0)
          rows.push({ table: i + 1, index: index + 1, cells, ...(reached.length > 0 && { reached }) })
      }
  return { blocks, rows }
}

/** `reached`: columns that a merged cell of a row above covers. Those have an empty cell, like the other columns that a merged cell covers. */
function cellsOf(sheet: Sheet, row: number, from: number): { cells: Span[]; reached: number[] } {
  const cells: Span[] = []
  const reached: number[] = []
  let last = from
  for (let column = 0; column < Math.min(sheet.width(row), MAX_COLUMNS); column++) {
    const { start, end } = sheet.span(row, column)
    const isOwn = start >= last && end > start
    if (!isOwn && end > start && start < from) reached.push(column)
    cells.push(isOwn ? { start, end } : { start: last, end: last })
    if (isOwn) last = end
  }
  return { cells, reached }
}
