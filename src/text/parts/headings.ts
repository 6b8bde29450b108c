/** Headings by their numbering, as GB/T 9704-2012 7.3.3 orders them: 一、（一）1.（1）; laws use 第一章, 第一条. */

const PATTERNS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [1, /^(?:第[一二三四五六七八九十百]{1,4}[章部编篇]|[一二三四五六七八九十]{1,3}[、.．])/],
  [2, /^(?:第[一二三四五六七八九十百]{1,4}节|[（(][一二三四五六七八九十]{1,3}[)）])/],
  [3, /^(?:\d{1,2}[.．、](?!\d)|[０-９]{1,2}[.．、])/],
  [4, /^[（(]\d{1,2}[)）]/],
]

/** The longest line that still reads as a heading. UTF-16 units. */
const MAX = 60

/** Level 1–4 of a line that is a heading by its number and its brevity (no sentence end inside, at most one at its end); otherwise undefined. */
export function headingLevel(line: string): number | undefined {
  if (line.length > MAX) return undefined
  const inner = line.search(/[。！？；]/)
  if (inner >= 0 && inner < line.length - 1) return undefined
  for (const [level, pattern] of PATTERNS) if (pattern.test(line)) return level
  return undefined
}
