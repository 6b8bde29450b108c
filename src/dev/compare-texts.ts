/** What must be the same of one document in all of its formats. */
import type { Parsed } from '../core.ts'

/**
 * The text without white space, without what stands in the margins of the `word` file's pages, and without its text boxes:
 * in formats that hold pages these are outlines.
 */
export function bodyOf({ text, blocks }: Parsed, word: Parsed): string {
  const bare = (part: string) => part.replace(/\s+/g, '')
  const margins = new Set(word.meta.asides.flatMap((aside) => aside.text.split('\n').map(bare)))
  return blocks
    .filter(({ label }) => !label.startsWith('文本框'))
    .map(({ start, end }) => bare(text.slice(start, end)))
    .filter((part) => !margins.has(part))
    .join('\n')
}
