/** 项目 | 城关镇 | 柳河镇 | 县水利局, with what is counted in rows below: the same with a row for each office. */
import type { Sheet } from '../core.ts'
import { rowOf } from './cells.ts'
import { standsAlone } from './row-headings.ts'
import { OFFICE } from './slices.ts'
import { numberOf } from './values.ts'

/** Rows above the one that names offices. */
const SEARCHED = 5
/** Longer sheets are registers of single things. */
const MOST_ROWS = 30
const FEWEST_OFFICES = 2

/** `top`: how many rows stand above the offices. Undefined where no row names offices, or no figures stand below them. */
export function turned(sheet: Sheet): { readonly sheet: Sheet; readonly top: number } | undefined {
  if (sheet.length > MOST_ROWS) return undefined
  for (let top = 0; top < Math.min(sheet.length, SEARCHED); top++) {
    const names = rowOf(sheet, top)
    const offices = names.flatMap((name, column) => (OFFICE.test(name) ? [column] : []))
    if (offices.length < FEWEST_OFFICES || new Set(names).size < names.length) continue
    const first = offices[0]! - 1
    if (first < 0) return undefined
    const rows = Array.from({ length: sheet.length - top - 1 }, (_, i) => top + 1 + i).filter(
      (row) => !standsAlone(sheet, row, sheet.text(row, first).trim()),
    )
    const areFigures = rows.some((row) => offices.every((column) => numberOf(sheet.text(row, column)) !== undefined))
    return areFigures ? { sheet: withRowsOf(sheet, [top, ...rows], first, names.length), top } : undefined
  }
  return undefined
}

/** Each column from `first` on as a row that begins with what the first row says of it. */
function withRowsOf(sheet: Sheet, rows: readonly number[], first: number, until: number): Sheet {
  const { merges: _, ...rest } = sheet
  return {
    ...rest,
    length: until - first,
    // Of the row in which all of them are named.
    line: (column) => sheet.line(rows[0]!) + column,
    width: () => rows.length,
    span: (column, row) => (row < rows.length ? sheet.span(rows[row]!, first + column) : emptyBehind(sheet, rows)),
    // Whatever stands in the corner: below it are offices.
    text: (column, row) =>
      row >= rows.length ? '' : column === 0 && row === 0 ? '单位' : sheet.text(rows[row]!, first + column),
    at: () => undefined,
    // No column of the sheet bears these names.
    left: OUTSIDE,
  }
}
const OUTSIDE = 100_000

function emptyBehind(sheet: Sheet, rows: readonly number[]) {
  const { end } = sheet.span(rows.at(-1)!, Math.max(0, sheet.width(rows.at(-1)!) - 1))
  return { start: end, end }
}
