/** Rows that stand over the rows or the table below them: a month, an office, what a table is called. */
import type { Sheet } from '../core.ts'
import { firstFilled, rowOf } from './cells.ts'
import { besidesNotes } from './header-lines.ts'
import { OFFICE_ENDS } from './units.ts'

/** Nothing else stands in the row, however many of its cells are merged. */
export const standsAlone = (sheet: Sheet, row: number, text: string): boolean =>
  rowOf(sheet, row).every((other) => other === '' || other === text)

/** 2026年3月, alone in its row. */
export const isMonthHeading = (sheet: Sheet, row: number, text: string): boolean =>
  MONTH_HEADING.test(text) && standsAlone(sheet, row, text)
const MONTH_HEADING = /^(?:(?:19|20)\d{2}年)?(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})月份?$/

/** Does a month stand above its rows, once and again? */
export function headsMonths(sheet: Sheet, from: number, until: number): boolean {
  let months = 0
  for (let row = from; row < until && months < 2; row++)
    if (isMonthHeading(sheet, row, sheet.text(row, 0).trim() || (rowOf(sheet, row).find((text) => text !== '') ?? '')))
      months++
  return months === 2
}

/** 一、县民政局, alone in its row: the office that the rows below are about. Undefined where it is none. */
export const officeHeading = (text: string): string | undefined => OFFICE_HEADING.exec(text)?.[1]
const OFFICE_HEADING = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]\\s*)?((?!各)[一-龥]{1,14}(?:${OFFICE_ENDS}))$`,
)

/** Do offices stand above their rows, once and again? */
export function headsOffices(sheet: Sheet, from: number, until: number): boolean {
  let offices = 0
  for (let row = from; row < until && offices < 2; row++) {
    const text = firstFilled(sheet, row)
    if (officeHeading(text) !== undefined && standsAlone(sheet, row, text)) offices++
  }
  return offices === 2
}

/** 表二　开会情况（单位：场）, alone in the row above the header or in the one above that; '' where there is none. */
export function captionOf(sheet: Sheet, header: number): string {
  for (const row of [header - 1, header - 2]) {
    const all = row < 0 ? [] : [...new Set(rowOf(sheet, row).filter((text) => text !== ''))]
    const said = all.length > 1 ? besidesNotes(all) : all
    if (said.length === 1 && CAPTION.test(said[0]!)) return said[0]!
    if (said.length > 0) break
  }
  return ''
}
/** The same of a line of a document, right above its table. */
export const isCaptionLine = (line: string): boolean => CAPTION.test(line)
/** 表二　开会情况, alone in its row, which may be merged over the table. */
export const isTableCaption = (sheet: Sheet, row: number, text: string): boolean =>
  /^附?表\s?[一二三四五六七八九十\d]/.test(text) && standsAlone(sheet, row, text)
const CAPTION = /^(?:附?表\s?[一二三四五六七八九十\d]|[一二三四五六七八九十]、|[（(][一二三四五六七八九十][）)])/
