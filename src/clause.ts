/** The clause that a finding lies in: by it a finding is known again after edits elsewhere. */
import type { Excerpt } from './core.ts'
import { unnumbered } from './text/contexts.ts'

/** A longer clause is told by its beginning and its end. UTF-16 units. */
const LONGEST = 120

/**
 * The clause that holds the beginning of the finding and the words that it points at, without white space and without the number before it, which
 * changes when another item is put in above.
 */
export function clauseOf({ text, start, end }: Excerpt): string {
  const from = Math.max(...[...'。！？；;!?\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1
  const rest = text.slice(end)
  const stop = rest.search(/[。！？；;!?\n]/)
  const clause = text.slice(start === 0 ? 0 : from, stop < 0 ? text.length : end + stop).replace(/\s+/g, '')
  const bare = unnumbered(clause) || clause
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST / 2)}…${bare.slice(-LONGEST / 2)}`
}
