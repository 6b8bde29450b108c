/** White space around words: what people type to indent a line, and the line breaks within a paragraph. */
import type { Span } from '../core.ts'

/** Spaces of any width, tabs, and marks that take no room; no line breaks. */
export const isSpace = (c: number): boolean =>
  c === 32 || c === 9 || c === 0x3000 || c === 0xa0 || c === 0xfeff || (c >= 0x2000 && c <= 0x200b)

/** The span without the spaces and line breaks at its ends; a span of nothing else becomes empty. */
export function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end }
}
const isBlank = (c: number): boolean => c === 0x0a || isSpace(c)
