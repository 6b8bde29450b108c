/** Many phrases looked for in one scan. */
import type { Span } from '../core.ts'

/** Phrases by their first UTF-16 unit: most characters of a text start no phrase and cost one table look-up. */
export interface PhraseIndex {
  readonly first: Uint8Array
  readonly byFirst: ReadonlyMap<number, readonly string[]>
}

export function phraseIndex(phrases: Iterable<string>): PhraseIndex {
  const first = new Uint8Array(65536)
  const byFirst = new Map<number, string[]>()
  for (const phrase of new Set(phrases)) {
    if (phrase === '') continue
    const c = phrase.charCodeAt(0)
    first[c] = 1
    const list = byFirst.get(c)
    if (list) list.push(phrase)
    else byFirst.set(c, [phrase])
  }
  return { first, byFirst }
}

/** Offsets at which each phrase stands in `text`, ascending; overlapping occurrences count. Phrases that do not occur are absent. */
export function findPhrases(text: string, { first, byFirst }: PhraseIndex): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (!first[c]) continue
    for (const phrase of byFirst.get(c)!)
      if (text.startsWith(phrase, i)) {
        const list = found.get(phrase)
        if (list) list.push(i)
        else found.set(phrase, [i])
      }
  }
  return found
}

/** A text without the line breaks inside its blocks and the white space around them; `at[i]` is where character `i` of it stands. */
export function unwrap(text: string, blocks: readonly Span[]): { joined: string; at: Int32Array } {
  const parts: string[] = []
  const at = new Int32Array(text.length)
  let length = 0
  let from = 0
  const keep = (start: number, end: number) => {
    parts.push(text.slice(start, end))
    for (let i = start; i < end; i++) at[length++] = i
  }
  for (const { start, end } of blocks) {
    keep(from, start)
    from = start
    for (const gap of text.slice(start, end).matchAll(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/g)) {
      keep(from, start + gap.index)
      from = start + gap.index + gap[0].length
    }
    keep(from, end)
    from = end
  }
  keep(from, text.length)
  return { joined: parts.join(''), at }
}
