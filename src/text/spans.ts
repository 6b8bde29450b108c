/** Looking things up among sorted places. */
import type { Span } from '../core.ts'

/** Index of the last element of a sorted list (of `length` elements, read through `valueAt`) that is ≤ `value`; 0 where none is. Logarithmic. */
export function lastAtMost(length: number, valueAt: (i: number) => number, value: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (valueAt(middle) <= value) low = middle
    else high = middle - 1
  }
  return low
}

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
