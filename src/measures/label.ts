import type { Span } from '../core.ts'

const NUMBER = '[0-9０-９零〇一二三四五六七八九十百]{1,4}'
const LABEL = new RegExp(
  `^(?:第${NUMBER}[章节条款编部分]{1,2}|[（(]${NUMBER}[）)]|${NUMBER}[、.．](?![0-9０-９])|${NUMBER}是(?=[^否])|[—\\-–]{1,2}|[①-⑳])[\\s\u3000\u2000-\u200a]{0,8}`,
)

/** Length of the numbering at the front of a sentence (第三条, （一）, 2., 一是), with the space behind it; 0 without. */
export function label(text: string, words: Span): number {
  const length = LABEL.exec(text.slice(words.start, Math.min(words.end, words.start + 24)))?.[0].length ?? 0
  return length >= words.end - words.start ? 0 : length
}
