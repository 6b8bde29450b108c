/** Many phrases looked for in one scan. */
import type { Span } from '../core.ts'
import { INVISIBLE } from './invisible.ts'
import { matchesOf } from './matches.ts'

/** Phrases by their first two UTF-16 units, and which units may stand there: most characters of a text start no phrase and cost one or two table look-ups. */
export interface PhraseIndex {
  /** 1: may be the first unit of a longer phrase; 2: the second; 4: is a phrase. */
  readonly place: Uint8Array
  /** By `sieveAt`, 1: a phrase may begin with two such units. Many more than begin one may stand first and second, each by itself. */
  readonly sieve: Uint8Array
  /** See `pairAt`; phrases of one unit are not here. */
  readonly byPair: ReadonlyMap<number, readonly string[]>
}

/** `phrases`: each once. */
export function phraseIndex(phrases: Iterable<string>): PhraseIndex {
  const place = new Uint8Array(65536)
  const sieve = new Uint8Array(65536)
  const byPair = new Map<number, string[]>()
  for (const phrase of phrases) {
    if (phrase === '') continue
    place[phrase.charCodeAt(0)]! |= phrase.length > 1 ? 1 : 4
    if (phrase.length === 1) continue
    place[phrase.charCodeAt(1)]! |= 2
    sieve[sieveAt(phrase, 0)] = 1
    const pair = pairAt(phrase, 0)
    const list = byPair.get(pair)
    if (list) list.push(phrase)
    else byPair.set(pair, [phrase])
  }
  return { place, sieve, byPair }
}

/** Two units as one number; the last of a text stands with none. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

/** 16 bits of two units: those of one phrase in twenty-five fall together with another's. */
const sieveAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 40503) + text.charCodeAt(at + 1)) & 0xffff

/** Tells each place in `text` where a phrase stands, ascending, of one place the longest phrase first; they may overlap. */
export function eachPhrase(
  text: string,
  { place, sieve, byPair }: PhraseIndex,
  tell: (phrase: string, at: number) => void,
): void {
  for (let i = nextStart(text, 0, place, sieve); i >= 0; i = nextStart(text, i + 1, place, sieve)) {
    const phrases = byPair.get(pairAt(text, i))
    if (phrases) {
      let found: string | undefined
      let more: string[] | undefined
      // As long as it is not optimised, an iterator costs more than the search.
      for (let k = 0; k < phrases.length; k++) {
        if (!text.startsWith(phrases[k]!, i)) continue
        if (found === undefined) found = phrases[k]!
        else (more ??= [found]).push(phrases[k]!)
      }
      if (more) for (const phrase of more.sort((a, b) => b.length - a.length)) tell(phrase, i)
      else if (found !== undefined) tell(found, i)
    }
    if (place[text.charCodeAt(i)]! & 4) tell(text[i]!, i)
  }
}

/**
 * Where a phrase may begin, from an offset on; -1 where none does. By itself, so that what is rarely done does not slow down what is done for each
 * character, and with one question for both units, which seldom has another answer than for the unit before.
 */
function nextStart(text: string, from: number, place: Uint8Array, sieve: Uint8Array): number {
  const last = text.length - 1
  if (from > last) return -1
  let own = place[text.charCodeAt(from)]!
  for (let i = from; i < last; i++) {
    const next = place[text.charCodeAt(i + 1)]!
    if ((own & 4) !== 0 || ((own & 1 & (next >> 1)) !== 0 && sieve[sieveAt(text, i)] === 1)) return i
    own = next
  }
  return own & 4 ? last : -1
}

/** The first two characters of all that a pattern can match; of shorter matches, all. */
export interface Openings {
  /** 1: may be the first; 2: the second. */
  readonly place: Uint8Array
  /** Both as one number. */
  readonly pairs: ReadonlySet<number>
}

/** Of a pattern of plain characters, `[classes]`, `(?:groups)`, `|`, `?` and `{m,n}`; what must not follow, `(?!…)`, is passed over. Every match must have two characters or more. */
export function openingsOf(pattern: string): Openings {
  let at = 0
  const choice = (): Set<string> => {
    const heads = sequence()
    while (pattern[at] === '|') {
      at++
      for (const head of sequence()) heads.add(head)
    }
    return heads
  }
  const sequence = (): Set<string> => {
    let heads = new Set([''])
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const item = atom()
      const [repeat = ''] = /^(?:\?|\{\d+,?\d*\})/.exec(pattern.slice(at, at + 8)) ?? []
      at += repeat.length
      const next = new Set<string>()
      for (const head of heads)
        if (head.length === 2) next.add(head)
        else {
          if (/^\?|^\{0/.test(repeat)) next.add(head)
          for (const one of item) {
            next.add((head + one).slice(0, 2))
            if (repeat.startsWith('{')) for (const two of item) next.add((head + one + two).slice(0, 2))
          }
        }
      heads = next
    }
    return heads
  }
  const atom = (): Set<string> => {
    if (pattern.startsWith('(?!', at)) {
      at = pattern.indexOf(')', at) + 1
      return new Set([''])
    }
    if (pattern[at] === '(') {
      at += 3
      const inner = choice()
      at++
      return inner
    }
    if (pattern[at] !== '[') return new Set(pattern[at++])
    const end = pattern.indexOf(']', at)
    const set = new Set(pattern.slice(at + 1, end))
    at = end + 1
    return set
  }
  const place = new Uint8Array(65536)
  const pairs = new Set<number>()
  for (const head of choice()) {
    const [one, two] = [head.charCodeAt(0), head.charCodeAt(1)]
    place[one]! |= 1
    place[two]! |= 2
    pairs.add(one * 65536 + two)
  }
  return { place, pairs }
}

/** Where the next match of the pattern may begin between two offsets; -1 where there is none. One look-up for most characters. */
export function nextOpening(text: string, from: number, to: number, { place, pairs }: Openings): number {
  for (let i = from; i + 1 < to; i++) {
    const one = text.charCodeAt(i)
    if (!(place[one]! & 1)) continue
    const two = text.charCodeAt(i + 1)
    if (place[two]! & 2 && pairs.has(one * 65536 + two)) return i
  }
  return -1
}

/** A line break with the white space around it; characters that nobody sees. */
const GAP = new RegExp(`[ \\t\\u3000]*[\\r\\n]+[ \\t\\u3000]*|[${INVISIBLE}]+`, 'g')

/** A text without the line breaks inside its blocks, the white space around them, and what nobody sees; `at[i]` is where character `i` of it stands. */
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
    for (const gap of matchesOf(GAP, text.slice(start, end))) {
      keep(from, start + gap.index)
      from = start + gap.index + gap[0].length
    }
    keep(from, end)
    from = end
  }
  keep(from, text.length)
  return { joined: parts.join(''), at }
}
