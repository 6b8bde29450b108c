/** Looking things up among sorted places. */
import type { Span } from '../core.ts'
import { lastAtMost } from '../sorted-lists.ts'

/** Index of the last span that begins at or before `at`. */
export const lastBefore = (spans: readonly Span[], at: number): number =>
  lastAtMost(spans.length, (i) => spans[i]!.start, at)

/**
 * Of `blocks` (in order, apart) those in which a global `pattern` finds something, by their index. One search through the whole text costs less
 * than one through each of its paragraphs. A match may end beyond the block that it begins in: who wants it inside looks again, or asks for `whole`
 * ones, where no other match of the pattern can lie inside of one that ends beyond.
 */
export function* blocksWith(text: string, blocks: readonly Span[], pattern: RegExp, whole = false): Generator<number> {
  let from = 0
  for (let i = 0; i < blocks.length; ) {
    // Others may search with it between two blocks.
    pattern.lastIndex = Math.max(from, blocks[i]!.start)
    const match = pattern.exec(text)
    if (!match) return
    while (i < blocks.length && blocks[i]!.end <= match.index) i++
    const block = blocks[i]
    if (!block) return
    from = block.start
    if (match.index < block.start) continue
    if (whole && match.index + match[0].length > block.end) i++
    else yield i++
    from = block.end
  }
}
