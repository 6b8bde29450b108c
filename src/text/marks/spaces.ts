/** Spaces beside full-width marks, and inside sentences. */
import type { Block, Edit } from '../../core.ts'
import { isHan } from '../characters.ts'
import { edit } from './faults.ts'

export const isSpace = (c: number) => c === 0x20 || c === 0xa0

/** What is written behind a number that is still to be filled in. */
export const BLANK_FOR = '年月日号时分元万人名份_'

/** One space only: more of them are a blank to be filled in. */
export function spaceBefore(text: string, start: number, i: number, spaces: Edit[]): void {
  if (i - 2 >= start && isSpace(text.charCodeAt(i - 1)) && isHan(text.charCodeAt(i - 2)))
    spaces.push(edit(i - 1, i, '', true))
}

export function spaceAfter(text: string, from: number, end: number, spaces: Edit[]): void {
  const next = text[from + 1]!
  if (from + 1 < end && isSpace(text.charCodeAt(from)) && isHan(text.charCodeAt(from + 1)) && !BLANK_FOR.includes(next))
    spaces.push(edit(from, from + 1, '', true))
}

/** Shorter paragraphs are titles, signatures and lines set by hand. UTF-16 units. */
const SENTENCE = 30
/** Names and the like set apart by spaces; the words of a sentence broken by a scan are further from each other. */
const APART = 10

/** Of the single spaces between Chinese characters those that stand in a sentence and alone: 最终实 现. */
export function gapsOf(text: string, { start, end, kind }: Block, breaks: readonly number[]): Edit[] {
  if (end - start < SENTENCE || kind === 'cell' || kind === 'heading') return []
  return breaks.flatMap((at, i) => {
    const lonely = at - (breaks[i - 1] ?? start - APART) >= APART && (breaks[i + 1] ?? end + APART) - at >= APART
    const ahead = text.slice(Math.max(start, at - 12), at)
    const after = text.slice(at + 1, Math.min(end, at + 9))
    const inside = at - start >= APART && /[，。；,;]/.test(text.slice(Math.max(start, at - 60), at))
    const numbered =
      /第[^，。；]{1,6}[章节条款]$|[一二三四五六七八九十]$|[：。！？]|(?:主席|书记|[省市县区州部局院]长|主任|总理|同志|代表|来源)$/.test(
        ahead.slice(-8),
      ) || /^[一二三四五六七八九十]{1,2}[、是]/.test(after)
    return lonely && inside && !numbered ? [edit(at, at + 1, '', false)] : []
  })
}
