/**
 * Excel workbooks. Read are the cells of the visible sheets, their merged ranges, and of the styles only which of them show dates; pictures, charts,
 * comments and the rest are never unpacked. Large parts pass through in pieces.
 */
import { type AsyncParser, type Notice, type Sheet, UnreadableError, unlimited } from '../core.ts'
import { growing, MAX_CELLS, sheetOf } from './sheet.ts'
import { sharedStrings } from './xlsx/strings.ts'
import { dateStyles } from './xlsx/styles.ts'
import { openWorkbook } from './xlsx/workbook.ts'
import { cellReader, readSheet, type SheetDrain } from './xlsx/worksheet.ts'

export const parser: AsyncParser = {
  isAsync: true,
  async parse(bytes, limited = unlimited) {
    const workbook = limited(() => openWorkbook(bytes))
    const strings = await sharedStrings(workbook.pieces('sharedStrings'))
    const styles = dateStyles(workbook.part('styles'))
    const show = cellReader(strings, styles, workbook.since1904)
    const notices: Notice[] = []
    const drafts: Draft[] = []
    const lines: string[] = []
    let offset = 0
    let cellCount = 0

    for (const { name, pieces } of workbook.sheets) {
      const cells = growing()
      const first = growing()
      const numbers = growing()
      let hidden = 0
      const drain: SheetDrain = {
        show,
        row(number, isHidden, texts) {
          cellCount += texts.length
          if (cellCount > MAX_CELLS)
            throw new UnreadableError(`表格的单元格超过 ${MAX_CELLS / 10000} 万个`, '请拆成几份，或删去多余的行列')
          if (isHidden) hidden++
          first.push(cells.length >> 1)
          numbers.push(number)
          for (const text of texts) {
            cells.push(offset)
            offset += text.length
            cells.push(offset)
            // The tab or line break behind it.
            offset++
          }
          lines.push(texts.join('\t'))
        },
      }
      const { merges, uncalculated } = await readSheet(pieces(), drain)
      first.push(cells.length >> 1)
      if (hidden > 0) notices.push({ code: 'hidden-rows', args: { sheet: name, count: hidden } })
      if (uncalculated > 0) notices.push({ code: 'uncalculated', args: { sheet: name, count: uncalculated } })
      drafts.push({ name, cells: cells.taken(), first: first.taken(), lines: numbers.taken(), merges })
    }
    if (workbook.hidden.length > 0)
      notices.push({
        code: 'hidden-sheets',
        args: { names: workbook.hidden.slice(0, 5).join('、'), count: workbook.hidden.length },
      })
    lines.push('')
    const text = lines.join('\n')
    return {
      text,
      blocks: [],
      rows: [],
      meta: { frontMatter: {}, asides: [], notices },
      sheets: drafts.map((draft): Sheet => finished(draft, text, workbook.since1904)),
    }
  },
}

interface Draft {
  readonly name: string
  readonly cells: Int32Array
  readonly first: Int32Array
  readonly lines: Int32Array
  /** In rows and columns of the sheet, rows 1-based. */
  readonly merges: readonly { top: number; left: number; bottom: number; right: number }[]
}

/** Columns that merged cells cover, all of them together: no honest sheet has more, and each costs. */
const MAX_MERGED = 1_000_000
const MAX_COLUMN = 255

function finished({ name, cells, first, lines, merges }: Draft, text: string, since1904: boolean): Sheet {
  let left = MAX_MERGED
  const usable = merges.flatMap((merge) => {
    // Rows that hold nothing are not there.
    const top = rank(lines, merge.top)
    const bottom = rank(lines, merge.bottom + 1) - 1
    const right = Math.min(merge.right, MAX_COLUMN)
    left -= right - merge.left + 1
    return left >= 0 && lines[top] === merge.top && merge.left <= right
      ? [{ top, left: merge.left, bottom, right }]
      : []
  })
  return sheetOf({ name, text, cells, first, lines, merges: usable, since1904 })
}

/** How many of the rising numbers are below `limit`. */
function rank(numbers: Int32Array, limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
