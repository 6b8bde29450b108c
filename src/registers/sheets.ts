/** What is read as sheets: those of a workbook, the tables of a document, and tables that stand beside each other. */
import type { Parsed, Row, Sheet, Span } from '../core.ts'
import { grouped } from '../grouped.ts'
import { rowOf } from './cells.ts'

/** A sheet, and what stands above it in its document. */
export interface Titled {
  readonly sheet: Sheet
  readonly lines: readonly Span[]
}

/** In order; of tables beside each other one after the other. */
export const sheetsIn = (parsed: Parsed): Titled[] =>
  (parsed.sheets?.map((sheet): Titled => ({ sheet, lines: [] })) ?? sheetsOfRows(parsed)).flatMap(besideEachOther)

/** Rows among which headers that stand beside each other are looked for. */
const SEARCHED = 12

/** 发文 on the left, 会议 on the right: a sheet for each, and above each what stands above them all. */
function besideEachOther({ sheet, lines }: Titled): Titled[] {
  for (let row = 0; row < Math.min(SEARCHED, sheet.length); row++) {
    const found = startsAt(sheet, row)
    if (!found) continue
    const { starts, below } = found
    const above = spansAbove(sheet, below)
    return starts.map((left, i) => ({
      sheet: columnsOf(sheet, left, starts[i + 1] ?? Number.POSITIVE_INFINITY),
      lines: [...lines, ...above],
    }))
  }
  return [{ sheet, lines }]
}

/**
 * Columns in which tables begin that have their names in `row`: each with a column 序号 of its own, or with an empty column before it. `below`: how many rows
 * stand above all of them. Undefined where there are not several.
 */
function startsAt(
  sheet: Sheet,
  row: number,
): { readonly starts: readonly number[]; readonly below: number } | undefined {
  const starts = Array.from({ length: sheet.width(row) }, (_, column) => column).filter(
    (column) =>
      sheet.text(row, column).trim() === '序号' && (column === 0 || sheet.text(row, column - 1).trim() !== '序号'),
  )
  if (starts.length > 1 && starts[0] === 0) return { starts, below: row }
  const right = behindGap(sheet, row)
  if (right !== undefined) return { starts: [0, right], below: row }
  const captioned = row > 0 && starts.length < 2 ? belowTwoCaptions(sheet, row) : undefined
  return captioned === undefined ? undefined : { starts: [0, captioned], below: row - 1 }
}

const spansAbove = (sheet: Sheet, row: number): Span[] =>
  Array.from({ length: row }, (_, i) => sheet.span(i, 0)).filter(({ start, end }) => end > start)

/** 一、发文 | | 会议室使用登记, above names and with an empty column between them: where the table on the right begins; undefined where `row` is no such header. */
function belowTwoCaptions(sheet: Sheet, row: number): number | undefined {
  const over = rowOf(sheet, row - 1)
  const names = rowOf(sheet, row)
  const heads = over.flatMap((text, i) => (text !== '' && text !== over[i - 1] ? [i] : []))
  const [left, right] = heads
  if (heads.length !== 2 || left !== 0 || right === undefined || right < FEWEST_APART + 1) return undefined
  const sides = [names.slice(0, right - 1), names.slice(right)]
  const areNames = sides.every((own) => own.length >= FEWEST_APART && own.every(isHead))
  return areNames && names[right - 1] === '' && isGap(sheet, right - 1) ? right : undefined
}
const FEWEST_APART = 3
/** 1月 is one, 1 is none. */
const isHead = (text: string): boolean => text.length <= 16 && /[一-龥]/.test(text)

/**
 * 编号 | 事项 | | 编号 | 事项: where the second of two tables begins that have some name in common and an empty column between them; undefined where `row` is no
 * header of two.
 */
function behindGap(sheet: Sheet, row: number): number | undefined {
  const names = rowOf(sheet, row)
  if (names.filter((name) => name !== '').length < 2 * FEWEST_NAMES) return undefined
  for (let gap = FEWEST_NAMES; gap < names.length - FEWEST_NAMES; gap++) {
    if (names[gap] !== '' || names[gap - 1] === '' || names[gap + 1] === '') continue
    const [left, right] = [names.slice(0, gap), names.slice(gap + 1)]
    const [first, second] = [left, right].map((own) => own.filter((name) => name !== ''))
    if (first!.length < FEWEST_NAMES || second!.length < FEWEST_NAMES) continue
    // 已报 | 已报 | | 已报 are no names.
    const areNames = [first!, second!].every((own) => new Set(own).size === own.length && own.every(isName))
    if (areNames && second!.some((name) => first!.includes(name)) && isGap(sheet, gap)) return gap + 1
  }
  return undefined
}
const FEWEST_NAMES = 2
const isName = (text: string): boolean => isHead(text) && !/^\d/.test(text)

/** Does nothing stand in the column that is not merged over its neighbour? */
function isGap(sheet: Sheet, column: number): boolean {
  for (let row = 0; row < sheet.length; row++) {
    const text = sheet.text(row, column).trim()
    if (text !== '' && text !== sheet.text(row, column - 1).trim()) return false
  }
  return true
}

const columnsOf = (sheet: Sheet, left: number, right: number): Sheet => ({
  ...sheet,
  left,
  width: (row) => Math.max(0, Math.min(sheet.width(row), right) - left),
  span: (row, column) => sheet.span(row, column + left),
  text: (row, column) => sheet.text(row, column + left),
})

/** A title and a line such as 填报单位：…; UTF-16 units. */
const LINES_ABOVE = 3
const LONGEST_LINE = 80

/** The tables of a Word or Markdown document, each as a sheet. */
function sheetsOfRows({ rows, text, blocks }: Parsed): Titled[] {
  const { found, top } = linesAbove(blocks)
  return rowsByTable(rows).map((own): Titled => {
    const lines = own[0]!.cells.flatMap(({ start }) => found.get(start) ?? [])
    return {
      sheet: { ...gridOf(own, text), at: () => undefined, mergesLost: true },
      // Of a table right below another one, too.
      lines: lines.length === 0 && top && top.start < own[0]!.cells[0]!.start ? [top] : lines,
    }
  })
}

/** The rows of each table of a document. */
export const rowsByTable = (rows: readonly Row[]): Row[][] => [...grouped(rows, ({ table }) => table).values()]

/** Rows of one table, read as a sheet is. `text`: of their document. */
export function gridOf(rows: readonly Row[], text: string): Omit<Sheet, 'at'> {
  const span = (row: number, column: number): Span => {
    const { cells } = rows[row]!
    const end = cells.at(-1)?.end ?? 0
    return cells[column] ?? { start: end, end }
  }
  return {
    name: '',
    length: rows.length,
    line: (row) => rows[row]!.index,
    width: (row) => rows[row]!.cells.length,
    span,
    text(row, column) {
      const { start, end } = span(row, column)
      // Markdown: a mark that divides no cells.
      return text.slice(start, end).replaceAll('\\|', '|')
    },
  }
}

/** The short lines right above a table, the nearest last, by where its first cell begins. */
function linesAbove(blocks: Parsed['blocks']): { found: Map<number, readonly Span[]>; top: Span | undefined } {
  const found = new Map<number, readonly Span[]>()
  let lines: Span[] = []
  let top: Span | undefined
  for (const { kind, start, end } of blocks)
    if (kind === 'cell') {
      if (lines.length > 0) found.set(start, top && !lines.includes(top) ? [top, ...lines] : lines)
      lines = []
    } else {
      const line = { start, end }
      lines = end - start > LONGEST_LINE ? [] : [...lines.slice(1 - LINES_ABOVE), line]
      // The title of the document speaks for all of its tables.
      top ??= lines[0]
    }
  return { found, top }
}
