import type { Span } from '../core.ts'

/** The text with white space in the place of everything outside the blocks; offsets and lines stay what they are. */
export function visible(text: string, blocks: readonly Span[] | undefined): string {
  if (!blocks) return text
  const parts: string[] = []
  let at = 0
  for (const { start, end } of blocks) {
    if (start > at) parts.push(blank(text, at, start))
    if (end > at) parts.push(text.slice(Math.max(at, start), end))
    at = Math.max(at, end)
  }
  parts.push(blank(text, at, text.length))
  return parts.join('')
}

const blank = (text: string, start: number, end: number) => text.slice(start, end).replace(/\S/g, ' ')
