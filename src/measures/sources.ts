import type { Source } from '../core.ts'
import type { Alignment } from './align.ts'
import type { Library } from './library.ts'
import type { Meaning } from './meaning.ts'

/** Below this share of shared character pairs a sentence is no place that anything comes from. */
const SHARED = 0.2
/** Where so much is shared, characters say more about the place than meaning does. */
const PLAIN = 0.45
/** Below this closeness in meaning likewise. */
const CLOSE = 0.2
const MOST = 3

/**
 * The places a sentence may come from, likeliest first, none overlapping another: the window that holds most of its
 * characters, the sentence closest in meaning, then further sentences that hold much of it.
 */
export function sources(alignment: Alignment, meaning: Meaning, library: Library): Source[] {
  const found: Source[] = []
  const put = (lines: readonly number[], score: number) => {
    const first = library.lines[lines[0] ?? -1]
    const last = library.lines[lines[lines.length - 1] ?? -1]
    if (!first || !last || found.length >= MOST) return
    const place = { superior: first.superior, start: first.there.start, end: last.there.end }
    if (found.some((s) => s.superior === place.superior && s.start < place.end && s.end > place.start)) return
    found.push({ ...place, score: Math.max(0, Math.min(1, score)) })
  }
  const shared = () => put(alignment.lines, alignment.window)
  const meant = () => meaning.score >= CLOSE && put([meaning.line], meaning.score)
  if (alignment.window >= PLAIN) {
    shared()
    meant()
  } else {
    meant()
    if (alignment.window >= SHARED) shared()
  }
  alignment.top.slice(0, MOST).forEach((line, k) => {
    if (alignment.scores[k]! >= SHARED) put([line], alignment.scores[k]!)
  })
  return found
}
