import type { Lexicon } from './lexicon.ts'
import type { Library } from './library.ts'
import { cut } from './words.ts'

/** How close a sentence is to the superiors in meaning, whatever its words. All figures 0–1. */
export interface Meaning {
  /** Cosine of the sentence and the closest superior sentence, what they all share taken out. */
  readonly cosine: number
  /** Each word's closest counterpart in that sentence, there and back (harmonic mean). */
  readonly words: number
  /** Each word's closest counterpart in that sentence and its neighbours. */
  readonly held: number
  /** How far the closest sentence stands out from the tenth closest. */
  readonly ahead: number
  /** Share of its words that stand nowhere in the superiors. */
  readonly strange: number
  /** Closest line (index into `Library.lines`), -1 without. */
  readonly line: number
  /** Figure that chose the line: `cosine` + 1.5 × `words`, over 2.5. */
  readonly score: number
  /** Number of words that say something. */
  readonly size: number
}

/** Words below this weight (是, 应当, 工作) say nothing about what a sentence is about. */
const LIGHT = 0.15
/** Two words closer than this are related at all. */
const RELATED = 0.2
/** So many of the closest sentences are compared word by word. */
const LOOK = 10

export function meanings(library: Library, lexicon: Lexicon): (text: string, hints: readonly number[]) => Meaning {
  const { dimensions: D } = lexicon
  // Vectors of the words that occur, decoded as they come.
  const slot = new Map<number, number>()
  let vectors = new Float32Array(D * 512)
  const at = (word: number): number => {
    const known = slot.get(word)
    if (known !== undefined) return known
    const n = slot.size
    if ((n + 1) * D > vectors.length) {
      const larger = new Float32Array(vectors.length * 2)
      larger.set(vectors)
      vectors = larger
    }
    lexicon.write(word, vectors, n * D)
    slot.set(word, n)
    return n
  }
  const weights: number[] = []
  const slots = (words: readonly number[]): Int32Array => {
    const found = new Set<number>()
    for (const word of words) {
      const w = lexicon.weight(word)
      if (w <= LIGHT) continue
      const s = at(word)
      weights[s] = w
      found.add(s)
    }
    return Int32Array.from(found)
  }
  const lineWords = library.lines.map((line) => slots(cut(lexicon.vocabulary, library.text, line.start, line.end)))
  const n = library.lines.length
  // What every sentence speaks of (人工智能 in a plan for it) does not tell sentences apart.
  const spread = new Map<number, number>()
  for (const words of lineWords) for (const s of words) spread.set(s, (spread.get(s) ?? 0) + 1)
  const local = (s: number) => weights[s]! * (Math.log(1 + (n + 1) / ((spread.get(s) ?? 0) + 1)) / Math.log(2 + n))
  const average = (words: Int32Array): Float32Array => {
    const v = new Float32Array(D)
    for (const s of words) for (let d = 0; d < D; d++) v[d]! += local(s) * vectors[s * D + d]!
    return unit(v)
  }

  const sentences = new Float32Array(n * D)
  const mean = new Float32Array(D)
  lineWords.forEach((words, i) => {
    const v = average(words)
    sentences.set(v, i * D)
    for (let d = 0; d < D; d++) mean[d]! += v[d]! / n
  })
  for (let i = 0; i < n; i++) {
    const v = sentences.subarray(i * D, i * D + D)
    for (let d = 0; d < D; d++) v[d]! -= mean[d]!
    unit(v)
  }

  /** For each word of `a` its closest in `b`. */
  const nearest = (a: Int32Array, b: Int32Array): number => {
    let sum = 0
    let total = 0
    for (const s of a) {
      let top = 0
      for (const t of b) {
        if (s === t) {
          top = 1
          break
        }
        let c = 0
        const x = s * D
        const y = t * D
        for (let d = 0; d < D; d++) c += vectors[x + d]! * vectors[y + d]!
        if (c > top) top = c
      }
      const w = local(s)
      sum += w * Math.max(0, (top - RELATED) / (1 - RELATED))
      total += w
    }
    return total ? sum / total : 0
  }

  return (text, hints) => {
    const words = slots(cut(lexicon.vocabulary, text))
    if (words.length === 0 || n === 0) return { cosine: 0, words: 0, held: 0, ahead: 0, strange: 1, line: -1, score: 0, size: 0 }
    const v = average(words)
    for (let d = 0; d < D; d++) v[d]! -= mean[d]!
    unit(v)
    const cosines = new Float32Array(n)
    for (let i = 0; i < n; i++) {
      let c = 0
      for (let d = 0; d < D; d++) c += v[d]! * sentences[i * D + d]!
      cosines[i] = c
    }
    const top: number[] = []
    for (let i = 0; i < n; i++) {
      if (top.length === LOOK && cosines[i]! <= cosines[top[LOOK - 1]!]!) continue
      let k = top.length === LOOK ? LOOK - 1 : top.length
      for (; k > 0 && cosines[top[k - 1]!]! < cosines[i]!; k--) top[k] = top[k - 1]!
      top[k] = i
    }
    const tenth = cosines[top[top.length - 1]!]!
    let best = { cosine: 0, words: 0, line: -1, score: -1 }
    for (const i of new Set([...top, ...hints])) {
      const there = nearest(words, lineWords[i]!)
      const back = nearest(lineWords[i]!, words)
      const both = there + back > 0 ? (2 * there * back) / (there + back) : 0
      const score = (Math.max(0, cosines[i]!) + 1.5 * both) / 2.5
      if (score > best.score) best = { cosine: Math.max(0, cosines[i]!), words: both, line: i, score }
    }
    let strange = 0
    let every = 0
    for (const s of words) {
      every += weights[s]!
      if (!spread.get(s)) strange += weights[s]!
    }
    const around: number[] = []
    for (const i of [best.line - 1, best.line, best.line + 1])
      if (library.lines[i]?.superior === library.lines[best.line]!.superior) around.push(...lineWords[i]!)
    return {
      ...best,
      held: nearest(words, Int32Array.from(new Set(around))),
      strange: strange / every,
      ahead: Math.max(0, Math.min(1, best.cosine - tenth)),
      size: words.length,
    }
  }
}

function unit(v: Float32Array): Float32Array {
  let sum = 0
  for (const x of v) sum += x * x
  const norm = Math.sqrt(sum)
  if (norm > 0) for (let d = 0; d < v.length; d++) v[d]! /= norm
  return v
}
