/** Markdown. `Doc.text` is the source without the marks between its words; what marks whole blocks (`#`, `-`, `|`) lies outside of their spans. */
import { type AsyncParser, unlimited } from '../core.ts'
import { decode } from './encoding.ts'
import { blocksOf } from './markdown/blocks.ts'
import { isOutline, outlineOf } from './markdown/outline.ts'

export const parser: AsyncParser = {
  isAsync: true,
  async parse(bytes, limited = unlimited) {
    const { text, encoding, notices } = decode(bytes)
    // Remark is large, and slow beside what most drafts need.
    if (isOutline(text)) return blocksOf(text, { values: {}, end: 0 }, outlineOf, encoding, notices)
    const { parseMarkdown } = await import('./markdown/remark.ts')
    return limited(() => parseMarkdown(text, encoding, notices))
  },
}
