/** Headings that a text has only by their numbers: 一、 and （一）, on a line of their own or before the text of their paragraph. */
import { headingLevel } from '../text/form/typeset.ts'

export interface NumberedHeading {
  /** 1–4 (GB/T 9704 7.3.3). */
  readonly level: number
  /** It is all of its paragraph. */
  readonly alone: boolean
  /** UTF-16 units from the start of the paragraph. */
  readonly length: number
}

/** （一）加强领导。各单位要…: short, a whole sentence, and no list of points. */
const LEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|([（(])[一二三四五六七八九十]{1,3}[）)])[^。！？；：:\n]{2,32}。(?=\s*[^\s])/

/** What a paragraph opens with; undefined where that is no heading. In lines that a machine cut nothing leads. */
export function headingIn(paragraph: string): NumberedHeading | undefined {
  const level = headingLevel(paragraph.replace(/\s+/g, ''))
  if (level >= 0) return { level: level + 1, alone: true, length: paragraph.length }
  const leading = LEADING.exec(paragraph)
  return leading ? { level: leading[1] ? 2 : 1, alone: false, length: leading[0].length } : undefined
}
