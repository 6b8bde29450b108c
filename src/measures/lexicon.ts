import * as generated from './vectors.generated.ts'
import { type Vocabulary, vocabulary } from './words.ts'

/** Words, how much each says, what it means, and of what sort of thing it speaks. */
export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly dimensions: number
  /** Number of words. */
  readonly size: number
  /** By word, 0–1 by rarity in the training texts: 1 rare, towards 0 for words that stand everywhere. */
  readonly weights: Float64Array
  /** The unit vectors of the words for which `at` was called, each at its own place. */
  readonly vectors: Float32Array
  /** Where a word's vector begins in `vectors`: at its number times `dimensions`. */
  readonly at: (word: number) => number
  /** Adds to `into` of what sort of thing a word speaks: `SORT_SIZE` figures of a vector of length 1, the leading ones. */
  readonly addSort: (word: number, into: Float64Array) => void
}

/** Figures that say of what sort of thing a word speaks. */
export const SORT_SIZE = 32

/** Half of the chance of a word at which it says half as much as a rare one. */
const COMMON = 1e-3

/** The generated file stores each number as one printable character; this is the order of those characters. */
export const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((c) => !`"'\`\\$`.includes(c))
  .join('')

/** The level of 0. */
export const MIDDLE = (ALPHABET.length - 1) / 2
/** From one level to the next, in figures of a vector of length 1 with so many dimensions. */
export const stepOf = (dimensions: number): number => 3 / Math.sqrt(dimensions) / MIDDLE

/** The lexicon: a constant, built on first use because a run that compares nothing must not pay for it. */
export const lexicon = once(build)

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function build(): Lexicon {
  const { counts, dimensions, sorts, table, words } = generated
  const list = words.split(' ')
  const seen = counts.split(' ').map((n) => Number.parseInt(n, 36))
  const total = seen.reduce((n, v) => n + v, 0)
  const weights = Float64Array.from(seen, (n) => COMMON / (COMMON + n / total))
  const level = new Float32Array(128)
  for (let i = 0; i < ALPHABET.length; i++) level[ALPHABET.charCodeAt(i)] = i - MIDDLE
  const vectors = new Float32Array(list.length * dimensions)
  const decoded = new Uint8Array(list.length)
  const decode = (word: number, at: number) => {
    let sum = 0
    for (let d = at; d < at + dimensions; d++) {
      const v = level[table.charCodeAt(d)]!
      vectors[d] = v
      sum += v * v
    }
    const norm = Math.sqrt(sum) || 1
    for (let d = at; d < at + dimensions; d++) vectors[d]! /= norm
    decoded[word] = 1
  }
  const step = stepOf(dimensions)
  return {
    vocabulary: vocabulary(list),
    dimensions,
    size: list.length,
    weights,
    vectors,
    // Most words stand in no document at hand.
    at: (word) => {
      const at = word * dimensions
      if (decoded[word] === 0) decode(word, at)
      return at
    },
    addSort: (word, into) => {
      const at = word * SORT_SIZE
      for (let d = 0; d < SORT_SIZE; d++) into[d]! += step * level[sorts.charCodeAt(at + d)]!
    },
  }
}
