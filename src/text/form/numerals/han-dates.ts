/** Dates in Chinese numerals, where others are in figures. */
import type { Span } from '../../../core.ts'
import { covers } from '../../quoted.ts'
import { isFestival } from '../dates.ts'

export interface Dates {
  arabic: number
  readonly han: Span[]
}

/** Their dates are in Chinese numerals. */
const OTHER_CALENDAR = /[农阴夏旧]历|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国/
const HAN_DATE = /[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}$/

export function hanDateAt(text: string, start: number, i: number, quoted: readonly Span[], dates: Dates): void {
  const m = HAN_DATE.exec(text.slice(Math.max(start, i - 8), i))
  if (!m) return
  const from = i - m[0].length
  if (OTHER_CALENDAR.test(text.slice(Math.max(start, from - 6), from))) return
  const day = /^[一二三四五六七八九十]{1,3}日/.exec(text.slice(i + 1, i + 5))
  const end = i + 1 + (day?.[0].length ?? 0)
  // The date below a document used to be written so.
  if (from > start && !covers(quoted, from) && !isFestival(text, end)) dates.han.push({ start: from, end })
}
