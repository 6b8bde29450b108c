/** Cells as records give them. */
import type { Sheet, Span, TableCell } from '../core.ts'

/** A mark for what is so. */
export const TICK = /^[√✓✔☑●○]$/

/** Columns that are looked at. */
export const MAX_COLUMNS = 256

/** The first column of a row that holds something; -1 where none does. */
export function firstFilledColumn(sheet: Sheet, row: number): number {
  const width = Math.min(sheet.width(row), MAX_COLUMNS)
  for (let column = 0; column < width; column++) if (sheet.text(row, column).trim() !== '') return column
  return -1
}

/** What stands there; '' where the row is empty. */
export function firstFilled(sheet: Sheet, row: number): string {
  const column = firstFilledColumn(sheet, row)
  return column < 0 ? '' : sheet.text(row, column).trim()
}

/** Reads cells as records give them. */
export function cellReader(sheet: Sheet, text: string): (row: number, column: number) => TableCell {
  return (row, column) => {
    const raw = sheet.text(row, column)
    const { start, end } = sheet.span(row, column)
    if (raw !== '' && !/\s/.test(raw)) return { text: raw, span: { start, end } }
    const said = raw.replace(/\s*[\r\n]+\s*/g, '').trim()
    if (said !== '') return { text: said, span: trimmed(text, start, end) }
    return { text: '', span: beside(text, start, Math.max(end, start)) }
  }
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

/** A place to point at where nothing stands. */
function beside(text: string, start: number, end: number): Span {
  if (start < end) return { start, end }
  return start < text.length ? { start, end: start + 1 } : { start: Math.max(0, start - 1), end: start }
}

/** A row from its first to its last cell that holds something. */
export function rowSpan(sheet: Sheet, row: number): Span {
  let start = -1
  let end = -1
  for (let column = 0; column < Math.min(sheet.width(row), MAX_COLUMNS); column++) {
    const span = sheet.span(row, column)
    if (span.start === span.end) continue
    if (start < 0) start = span.start
    end = Math.max(end, span.end)
  }
  // All of it lies under merged cells that show nothing: where it begins.
  if (start < 0) {
    const at = sheet.span(row, 0).start
    return { start: at, end: at + 1 }
  }
  return { start, end }
}

/** The cell, or where it is empty the one to its left that reaches over it. */
export function cellLeft(sheet: Sheet, cell: ReturnType<typeof cellReader>, row: number, column: number): TableCell {
  for (let left = column; left >= 0; left--) {
    const found = cell(row, left)
    if (found.text !== '') return found
  }
  return cell(row, Math.min(column, sheet.width(row)))
}

/** What stands in a row, without the space around it. */
export const rowOf = (sheet: Sheet, row: number): string[] =>
  Array.from({ length: Math.min(sheet.width(row), MAX_COLUMNS) }, (_, column) => sheet.text(row, column).trim())
