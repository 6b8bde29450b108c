import type { Span } from '../core.ts'

/**
 * The text with white space in the place of everything outside the blocks, and of line breaks inside them: a paragraph that was cut at a
 * fixed width is one again. Offsets stay what they are.
 */
export function visible(text: string, blocks: readonly Span[] | undefined): string {
  if (!blocks) return text
  const parts: string[] = []
  let at = 0
  for (const { start, end } of blocks) {
    if (start > at) parts.push(blank(text, at, start))
    if (end > at) parts.push(inLine(text.slice(Math.max(at, start), end)))
    at = Math.max(at, end)
  }
  parts.push(blank(text, at, text.length))
  return parts.join('')
}

const blank = (text: string, start: number, end: number) => text.slice(start, end).replace(/\S/g, ' ')

/** With spaces in the place of line breaks. */
export const inLine = (text: string) => text.replace(/[\r\n\u2028\u2029\f\v]/g, ' ')
