import { cut, type Vocabulary } from '../../measures/words.ts'
import { leadingDirections } from './spectrum.ts'
import { makeUnits } from './words.ts'

/** Words that stand so near to each other are neighbours. */
const REACH = 5
/** Directions that a word's vector is made of before it is cut down. */
const DIRECTIONS = 96
const ROUNDS = 7

/**
 * Of what sort of thing a word speaks: the leading `dims` figures of a vector of length 1, by the company that the word keeps. Counts are
 * positive pointwise mutual information within a few words.
 * @returns row after row, by the numbers of the words.
 */
export function sortsOf(sentences: readonly string[], known: Vocabulary, n: number, dims: number): Float64Array {
  const apply = neighbours(sentences, known, n)
  const { directions, strengths } = leadingDirections(apply, n, DIRECTIONS, ROUNDS)
  const vectors = new Float64Array(n * DIRECTIONS)
  for (let k = 0; k < DIRECTIONS; k++) {
    const strength = Math.sqrt(Math.sqrt(Math.abs(strengths[k]!)))
    for (let word = 0; word < n; word++) vectors[word * DIRECTIONS + k] = directions[k * n + word]! * strength
  }
  makeUnits(vectors, DIRECTIONS)
  const sorts = new Float64Array(n * dims)
  for (let word = 0; word < n; word++)
    sorts.set(vectors.subarray(word * DIRECTIONS, word * DIRECTIONS + dims), word * dims)
  return sorts
}

/** How much more often than by chance words stand together. */
function neighbours(sentences: readonly string[], known: Vocabulary, n: number) {
  const pairs = new Float32Array(n * n)
  for (const sentence of sentences) {
    const ids = cut(known, sentence)
    for (let i = 0; i < ids.length; i++)
      for (let j = i + 1; j <= i + REACH && j < ids.length; j++) {
        const [a, b] = [ids[i]!, ids[j]!]
        if (a === b) continue
        const w = 1 / (j - i) ** 0.5
        pairs[a * n + b]! += w
        pairs[b * n + a]! += w
      }
  }
  const sums = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0; j < n; j++) sum += pairs[i * n + j]!
    sums[i] = sum
  }
  // Rare neighbours would weigh too much: their chance is made greater.
  const smooth = sums.map((s) => s ** 0.75)
  const total = sums.reduce((a, b) => a + b, 0)
  const totalSmooth = smooth.reduce((a, b) => a + b, 0)
  const starts = new Int32Array(n + 1)
  const columns: number[] = []
  const values: number[] = []
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const c = pairs[i * n + j]!
      if (c < 0.9) continue
      const p = c / total
      const a = Math.log(p / ((sums[i]! / total) * (smooth[j]! / totalSmooth)))
      const b = Math.log(p / ((sums[j]! / total) * (smooth[i]! / totalSmooth)))
      const v = (a + b) / 2
      if (v <= 0) continue
      columns.push(j)
      values.push(v * Math.min(1, c / 3))
    }
    starts[i + 1] = columns.length
  }
  const column = Int32Array.from(columns)
  const value = Float32Array.from(values)
  return (vectors: Float64Array) => {
    const out = new Float64Array(vectors.length)
    for (let at = 0; at < vectors.length; at += n)
      for (let i = 0; i < n; i++) {
        let sum = 0
        for (let e = starts[i]!; e < starts[i + 1]!; e++) sum += value[e]! * vectors[at + column[e]!]!
        out[at + i] = sum
      }
    return out
  }
}
