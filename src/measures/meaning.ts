import type { Alignment } from './align.ts'
import type { Lexicon } from './lexicon.ts'
import type { Library } from './library.ts'
import { cut } from './words.ts'

/** How close a sentence is to the superiors in meaning, whatever its words. All figures 0–1. */
export interface Meaning {
  /** Cosine of the sentence and the closest superior sentence, what they all share taken out. */
  readonly cosine: number
  /** Each word's closest counterpart in that sentence, there and back (harmonic mean). */
  readonly words: number
  /** …there alone: how much of this sentence that one holds. */
  readonly held: number
  /** How far the closest sentence stands out from the tenth closest. */
  readonly ahead: number
  /** Share of its words that stand nowhere in the superiors. */
  readonly strange: number
  /** Closest line (index into `Library.lines`), -1 without: by these figures and by what it holds of the characters. */
  readonly line: number
  /** `cosine` + 1.5 × `words`, over 2.5. */
  readonly score: number
  /** As `held`, in whichever of the sentences that were looked at holds most. */
  readonly heldMost: number
  /** As `words`, in whichever of them is closest word by word, with the two figures that it is the mean of. */
  readonly wordsMost: number
  readonly there: number
  readonly back: number
  /** Number of words that say something. */
  readonly size: number
}

/** Words below this weight (是, 应当, 工作) say nothing about what a sentence is about. */
const LIGHT = 0.22
/** Two words closer than this are related at all. */
const RELATED = 0.2
/** So many of the closest sentences are looked at… */
const LOOK = 10
/** …and so many of them, and of those that share most characters, compared word by word. */
const COMPARED = 4
const HINTS = 2
/** Weight of shared characters beside closeness in meaning, where the likeliest line is chosen. */
const HOLDS = 0.6
/** So many dimensions are tried first, and again before the rest; a multiple of four. */
const LEAD = 24
/** So many rows of the table of related words are made at once. */
const ROWS = 64

/**
 * Reads the superiors once; what it returns reads a sentence.
 * @returns a function of the sentence's normal text, of how it lies on the superiors, and of whether the best line there plainly holds it:
 * then no other is looked at.
 */
export function meanings(
  library: Library,
  lexicon: Lexicon,
): (text: string, alignment: Pick<Alignment, 'top' | 'holds'>, held: boolean) => Meaning {
  const { dimensions: D, vectors, weights } = lexicon
  const { lines } = library
  const n = lines.length
  const seen = new Int32Array(lexicon.size)
  let round = 0
  /** The words of text[from, to) that say something, each once. */
  const telling = (text: string, from: number, to: number): Int32Array => {
    const found: number[] = []
    round++
    for (const word of cut(lexicon.vocabulary, text, from, to)) {
      if (weights[word]! <= LIGHT || seen[word] === round) continue
      seen[word] = round
      found.push(word)
    }
    return new Int32Array(found)
  }
  const lineWords = lines.map((line) => telling(library.text, line.start, line.end))
  // What every sentence speaks of (人工智能 in a plan for it) does not tell sentences apart.
  const spread = new Int32Array(lexicon.size)
  for (const words of lineWords) for (let i = 0; i < words.length; i++) spread[words[i]!]!++
  const locals = new Float64Array(lexicon.size) // 0: not yet reckoned
  const local = (word: number): number => {
    const known = locals[word]!
    if (known > 0) return known
    return (locals[word] = weights[word]! * (Math.log(1 + (n + 1) / (spread[word]! + 1)) / Math.log(2 + n)))
  }
  /** Writes the unit vector of what the words speak of on average into `into` at `at`. */
  const average = (words: Int32Array, into: Float32Array, at: number) => {
    const shares = new Float64Array(words.length)
    const from = new Int32Array(words.length)
    for (let i = 0; i < words.length; i++) {
      shares[i] = local(words[i]!)
      from[i] = lexicon.at(words[i]!)
    }
    // Four dimensions at a time, so that the sums need not go to memory and back with each word; they have 32 bits as if they did.
    for (let d = 0; d < D; d += 4) {
      let c0 = 0
      let c1 = 0
      let c2 = 0
      let c3 = 0
      for (let i = 0; i < words.length; i++) {
        const w = shares[i]!
        const k = from[i]! + d
        c0 = Math.fround(c0 + w * vectors[k]!)
        c1 = Math.fround(c1 + w * vectors[k + 1]!)
        c2 = Math.fround(c2 + w * vectors[k + 2]!)
        c3 = Math.fround(c3 + w * vectors[k + 3]!)
      }
      into[at + d] = c0
      into[at + d + 1] = c1
      into[at + d + 2] = c2
      into[at + d + 3] = c3
    }
    unit(into, at, D)
  }

  const sentences = new Float32Array(n * D)
  const mean = new Float32Array(D)
  for (let i = 0; i < n; i++) {
    average(lineWords[i]!, sentences, i * D)
    for (let d = 0; d < D; d++) mean[d]! += sentences[i * D + d]! / n
  }
  /** Takes out what all sentences share. */
  const own = (of: Float32Array, at: number) => {
    for (let d = 0; d < D; d++) of[at + d]! -= mean[d]!
    unit(of, at, D)
  }
  for (let i = 0; i < n; i++) own(sentences, i * D)

  // One more than how closely two words are related (0–1), each pair reckoned once; 0: not yet. A row for each word of a sentence, a
  // column for each of the superiors; rows are made many at once, because making an array costs more than filling it.
  // Columns come as the words do: those of one sentence mostly lie together.
  const columns = new Int32Array(lexicon.size).fill(-1)
  let width = 0
  for (const words of lineWords)
    for (let i = 0; i < words.length; i++) if (columns[words[i]!]! < 0) columns[words[i]!] = width++
  const rows: Float32Array[] = []
  const rowAt = new Int32Array(lexicon.size).fill(-1)
  let made = 0
  const row = (word: number): number => {
    if (rowAt[word]! < 0) {
      if (made % ROWS === 0) rows.push(new Float32Array(ROWS * width))
      rowAt[word] = made++
    }
    return rowAt[word]!
  }
  const related = (s: number, t: number): number => {
    // The leading dimensions hold most; where they speak against it, the others do not turn it round.
    const i = s * D
    const j = t * D
    const lead = product(vectors, i, vectors, j, LEAD)
    if (lead < RELATED / 4) return 0
    const half = lead + product(vectors, i + LEAD, vectors, j + LEAD, LEAD)
    if (half < RELATED * 0.4) return 0
    const cosine = half + product(vectors, i + 2 * LEAD, vectors, j + 2 * LEAD, D - 2 * LEAD)
    return cosine > RELATED ? (cosine - RELATED) / (1 - RELATED) : 0
  }

  /** Each word's closest counterpart on the other side, weighted: of `a` in `b`, and of `b` in `a`. */
  const nearest = (a: Int32Array, b: Int32Array): readonly [number, number] => {
    const back = new Float32Array(b.length)
    // A word that stands on both sides is its own counterpart: only the others must look for theirs.
    const inA = ++round
    for (let i = 0; i < a.length; i++) seen[a[i]!] = inA
    const inBoth = ++round
    for (let j = 0; j < b.length; j++) {
      if (seen[b[j]!] !== inA) continue
      seen[b[j]!] = inBoth
      back[j] = 1
    }
    let sum = 0
    let total = 0
    for (let i = 0; i < a.length; i++) {
      const s = a[i]!
      const found = seen[s] === inBoth
      let top = found ? 1 : 0
      const number = row(s)
      const known = rows[Math.floor(number / ROWS)]!
      const from = (number % ROWS) * width
      for (let j = 0; j < b.length; j++) {
        if (found && back[j] === 1) continue
        const t = b[j]!
        const at = from + columns[t]!
        let c = known[at]! - 1
        if (c < 0) known[at] = 1 + (c = related(s, t))
        if (c > top) top = c
        if (c > back[j]!) back[j] = c
      }
      const w = local(s)
      sum += w * top
      total += w
    }
    let backSum = 0
    let backTotal = 0
    for (let j = 0; j < b.length; j++) {
      const w = local(b[j]!)
      backSum += w * back[j]!
      backTotal += w
    }
    return [total ? sum / total : 0, backTotal ? backSum / backTotal : 0]
  }

  const v = new Float32Array(D)
  const cosines = new Float32Array(n)
  return (text, { top: hints, holds }, held) => {
    const words = telling(text, 0, text.length)
    if (words.length === 0 || n === 0)
      return {
        ...NOWHERE,
        ...NO_WORDS,
        score: 0,
        heldMost: 0,
        strange: 1,
        ahead: 0,
        size: 0,
      }
    average(words, v, 0)
    own(v, 0)
    for (let i = 0; i < n; i++) cosines[i] = product(v, 0, sentences, i * D, D)
    const top: number[] = []
    for (let i = 0; i < n; i++) {
      if (top.length === LOOK && cosines[i]! <= cosines[top[LOOK - 1]!]!) continue
      let k = top.length === LOOK ? LOOK - 1 : top.length
      for (; k > 0 && cosines[top[k - 1]!]! < cosines[i]!; k--) top[k] = top[k - 1]!
      top[k] = i
    }
    const tenth = cosines[top[top.length - 1]!]!
    let best: Pick<Meaning, keyof typeof NOWHERE> = NOWHERE
    let likeliest = -1
    let closest: Pick<Meaning, keyof typeof NO_WORDS> = NO_WORDS
    let heldMost = 0
    const compared = held ? hints.slice(0, 1) : new Set([...top.slice(0, COMPARED), ...hints.slice(0, HINTS)])
    for (const i of compared) {
      const [there, back] = nearest(words, lineWords[i]!)
      const both = there + back > 0 ? (2 * there * back) / (there + back) : 0
      const score = (Math.max(0, cosines[i]!) + 1.5 * both) / 2.5
      const likely = score + holds(i) * HOLDS
      if (likely > likeliest) {
        likeliest = likely
        best = { cosine: Math.max(0, cosines[i]!), words: both, held: there, line: i, score }
      }
      if (both > closest.wordsMost) closest = { wordsMost: both, there, back }
      heldMost = Math.max(heldMost, there)
    }
    let strange = 0
    let every = 0
    for (const s of words) {
      every += weights[s]!
      if (spread[s] === 0) strange += weights[s]!
    }
    return {
      ...best,
      ...closest,
      heldMost,
      strange: strange / every,
      ahead: Math.max(0, Math.min(1, best.cosine - tenth)),
      size: words.length,
    }
  }
}

const NOWHERE = { cosine: 0, words: 0, held: 0, line: -1, score: -1 }
const NO_WORDS = { wordsMost: 0, there: 0, back: 0 }

/** Scalar product of a[i, i+size) and b[j, j+size); size is a multiple of four. */
function product(a: Float32Array, i: number, b: Float32Array, j: number, size: number): number {
  // Four sums at once: one after the other, each addition would wait for the last.
  let c0 = 0
  let c1 = 0
  let c2 = 0
  let c3 = 0
  for (let d = 0; d < size; d += 4) {
    c0 += a[i + d]! * b[j + d]!
    c1 += a[i + d + 1]! * b[j + d + 1]!
    c2 += a[i + d + 2]! * b[j + d + 2]!
    c3 += a[i + d + 3]! * b[j + d + 3]!
  }
  return c0 + c1 + c2 + c3
}

/** Makes v[at, at+size) a vector of length 1; one of zeros stays. */
function unit(v: Float32Array, at: number, size: number): void {
  let sum = 0
  for (let d = at; d < at + size; d++) sum += v[d]! * v[d]!
  const norm = Math.sqrt(sum)
  if (norm > 0) for (let d = at; d < at + size; d++) v[d]! /= norm
}
