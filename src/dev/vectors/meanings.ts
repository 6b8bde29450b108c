import { cut, type Vocabulary } from '../../measures/words.ts'
import { randomFrom } from './random.ts'
import { leadingDirections, productsOf } from './spectrum.ts'
import { type Teacher, type Tokens, WIDTH } from './teacher.ts'
import { makeUnits } from './words.ts'

/** Layers that tell closeness in meaning: both together did better than either. */
export const LAYERS = [8, 11] as const
const ROUNDS = 60

interface Chosen extends Tokens {
  readonly text: string
  /** Its words, by their numbers, in order. */
  readonly found: readonly number[]
}

/**
 * What words mean: the average of what the teacher makes of each in the sentences where it stands, with fewer dimensions.
 * @param sentences in any order, without white space.
 * @param contexts so many sentences are read for a word, or more.
 * @returns row after row of `dims` figures, each of length 1, or of zeros where the word was never seen.
 */
export async function meaningsOf(
  sentences: readonly string[],
  words: readonly string[],
  known: Vocabulary,
  teacher: Teacher,
  { dims, contexts, say }: { dims: number; contexts: number; say: (...words: unknown[]) => void },
): Promise<Float64Array> {
  const seen = new Int32Array(words.length)
  const chosen = shuffled(sentences).flatMap((sentence): Chosen[] => {
    const text = sentence.normalize('NFKC').toLowerCase()
    const found = cut(known, text)
    if (found.every((word) => seen[word]! >= contexts)) return []
    for (const word of found) seen[word]!++
    return [{ ...teacher.tokens(text), text, found }]
  })
  const rare = seen.filter((n) => n < contexts).length
  say(chosen.length, 'of', sentences.length, 'sentences,', rare, 'words seen less often')
  const { sums, times } = await sumsOf(chosen, words, teacher, say)
  return reduced(averageOf(sums, times), times, dims)
}

function shuffled(sentences: readonly string[]): string[] {
  const random = randomFrom(11)
  return sentences
    .map((sentence) => ({ sentence, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ sentence }) => sentence)
}

async function sumsOf(
  chosen: readonly Chosen[],
  words: readonly string[],
  teacher: Teacher,
  say: (...words: unknown[]) => void,
) {
  const sums = new Map<number, Float64Array>(LAYERS.map((layer) => [layer, new Float64Array(words.length * WIDTH)]))
  const times = new Int32Array(words.length)
  const all = chosen.reduce((n, { ids }) => n + ids.length, 0)
  let done = 0
  await teacher.read(chosen, ({ ids, at, text, found }, layer, figures, from) => {
    const into = sums.get(layer)!
    let token = 0
    let place = 0
    for (const word of found) {
      place = text.indexOf(words[word]!, place)
      while (token < at.length && at[token]! < place) token++
      place += words[word]!.length
      const first = token
      while (token < at.length && at[token]! < place) token++
      if (token === first) continue
      if (layer === LAYERS[0]) times[word]!++
      for (let i = first; i < token; i++)
        for (let d = 0; d < WIDTH; d++) into[word * WIDTH + d]! += figures[from + i * WIDTH + d]! / (token - first)
    }
    if (layer !== LAYERS[0]) return
    const before = Math.floor((done / all) * 20)
    done += ids.length
    if (Math.floor((done / all) * 20) > before) say(`${Math.round((done / all) * 100)} % of ${all} tokens`)
  })
  return { sums: [...sums.values()], times }
}

/** Of all layers, with equal weight, less the mean of all words. */
function averageOf(sums: readonly Float64Array[], times: Int32Array): Float64Array {
  const vectors = new Float64Array(times.length * WIDTH)
  for (const sum of sums) {
    for (let i = 0; i < sum.length; i++) sum[i]! /= Math.max(1, times[Math.floor(i / WIDTH)]!)
    const mean = sum.reduce((n, v) => n + v, 0) / sum.length
    const spread = Math.sqrt(sum.reduce((n, v) => n + (v - mean) ** 2, 0) / sum.length)
    for (let i = 0; i < sum.length; i++) vectors[i]! += sum[i]! / spread
  }
  const stood = times.filter((n) => n > 0).length
  for (let d = 0; d < WIDTH; d++) {
    let mean = 0
    for (let word = 0; word < times.length; word++) if (times[word]! > 0) mean += vectors[word * WIDTH + d]! / stood
    for (let word = 0; word < times.length; word++)
      vectors[word * WIDTH + d] = times[word]! > 0 ? vectors[word * WIDTH + d]! - mean : 0
  }
  return vectors
}

/** Along their leading directions; these are made weaker, or they would drown the others. */
function reduced(vectors: Float64Array, times: Int32Array, dims: number): Float64Array {
  const { directions, strengths } = leadingDirections(productsOf(vectors, WIDTH), WIDTH, dims, ROUNDS)
  const small = new Float64Array(times.length * dims)
  for (let word = 0; word < times.length; word++)
    for (let k = 0; k < dims; k++) {
      let v = 0
      for (let d = 0; d < WIDTH; d++) v += vectors[word * WIDTH + d]! * directions[k * WIDTH + d]!
      small[word * dims + k] = v / Math.sqrt(Math.sqrt(strengths[k]!))
    }
  makeUnits(small, dims)
  return small
}
