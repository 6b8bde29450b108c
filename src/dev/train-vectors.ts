/**
 * Distils word vectors from ../shared/corpora/training (laws and work reports) into
 * src/measures/vectors.generated.ts: words by frequency, then one small number per word and dimension.
 *   npx tsx src/dev/train-vectors.ts [--out FILE] [--words 16000] [--dimensions 96]
 * Words are those of the platform's Chinese dictionary (Intl.Segmenter); counts are positive pointwise mutual
 * information within a few words, reduced by a randomised eigendecomposition. Deterministic.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { ALPHABET } from '../measures/lexicon.ts'
import { cut, vocabulary } from '../measures/words.ts'

const argv = process.argv.slice(2)
const option = (name: string, otherwise: string) => {
  const i = argv.indexOf(name)
  return i < 0 ? otherwise : argv[i + 1]!
}
const corpus = option('--corpus', '../shared/corpora/training')
const size = +option('--words', '16000')
const dims = +option('--dimensions', '96')
const reach = +option('--reach', '5')
const power = +option('--power', '0.25')
const started = Date.now()
const say = (...words: unknown[]) => console.error(`${((Date.now() - started) / 1000).toFixed(0)}s`, ...words)

const read = (name: string) => gunzipSync(readFileSync(`${corpus}/${name}.txt.gz`)).toString('utf8')
const clauses = [...new Set(`${read('laws')}\n${read('work-reports')}`.split(/[。；！？\n\r\f]+/))]
  .map((s) => s.replace(/\s+/g, ''))
  .filter((s) => s.length > 6 && s.length < 400)
say(clauses.length, 'different sentences')

// 1. Vocabulary.
const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })
const counts = new Map<string, number>()
for (const clause of clauses)
  for (const { segment } of dictionary.segment(clause))
    if (/^[\u4e00-\u9fa5]{1,4}$/.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1)
const words = [...counts]
  .filter(([, n]) => n >= 3)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, size)
say(counts.size, 'words,', words.length, 'kept, rarest', words.at(-1))
const number = new Map(words.map(([w], i) => [w, i]))
const known = vocabulary(words.map(([w]) => w))

// 2. Neighbours.
const n = words.length
const pairs = new Float32Array(n * n)
for (const clause of clauses) {
  const ids = cut(known, clause)
  for (let i = 0; i < ids.length; i++)
    for (let j = i + 1; j <= i + reach && j < ids.length; j++) {
      const [a, b] = [ids[i]!, ids[j]!]
      if (a === b) continue
      const w = 1 / (j - i) ** 0.5
      pairs[a * n + b]! += w
      pairs[b * n + a]! += w
    }
}
say('counted')

// 3. Positive pointwise mutual information with smoothed contexts, as sparse rows.
const sums = new Float64Array(n)
for (let i = 0; i < n; i++) {
  let s = 0
  for (let j = 0; j < n; j++) s += pairs[i * n + j]!
  sums[i] = s
}
const smooth = sums.map((s) => s ** 0.75)
const total = sums.reduce((a, b) => a + b, 0)
const totalSmooth = smooth.reduce((a, b) => a + b, 0)
const start = new Int32Array(n + 1)
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
  start[i + 1] = columns.length
}
say(columns.length, 'entries')
const column = Int32Array.from(columns)
const value = Float32Array.from(values)

// 4. Leading eigenvectors by subspace iteration.
const k = dims + 16
let seed = 7
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed / 2147483648 - 0.5
}
let q: Float64Array = Float64Array.from({ length: n * k }, random)
const times = (x: Float64Array) => {
  const y = new Float64Array(n * k)
  for (let i = 0; i < n; i++)
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const v = value[e]!
      const from = column[e]! * k
      for (let d = 0; d < k; d++) y[i * k + d]! += v * x[from + d]!
    }
  return y
}
const orthonormal = (x: Float64Array) => {
  for (let pass = 0; pass < 2; pass++)
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < a; b++) {
        let dot = 0
        for (let i = 0; i < n; i++) dot += x[i * k + a]! * x[i * k + b]!
        for (let i = 0; i < n; i++) x[i * k + a]! -= dot * x[i * k + b]!
      }
      let norm = 0
      for (let i = 0; i < n; i++) norm += x[i * k + a]! ** 2
      norm = Math.sqrt(norm) || 1
      for (let i = 0; i < n; i++) x[i * k + a]! /= norm
    }
  return x
}
orthonormal(q)
for (let round = 0; round < 7; round++) {
  q = orthonormal(times(q))
  say('round', round)
}
const y = times(q)
const small = new Float64Array(k * k)
for (let a = 0; a < k; a++)
  for (let b = 0; b < k; b++) {
    let dot = 0
    for (let i = 0; i < n; i++) dot += q[i * k + a]! * y[i * k + b]!
    small[a * k + b] = dot
  }
const turn = Float64Array.from({ length: k * k }, (_, i) => (i % (k + 1) === 0 ? 1 : 0))
for (let sweep = 0; sweep < 12; sweep++)
  for (let a = 0; a < k; a++)
    for (let b = a + 1; b < k; b++) {
      const off = (small[a * k + b]! + small[b * k + a]!) / 2
      if (Math.abs(off) < 1e-9) continue
      const theta = (small[b * k + b]! - small[a * k + a]!) / (2 * off)
      const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
      const c = 1 / Math.sqrt(t * t + 1)
      const s = t * c
      for (let i = 0; i < k; i++) {
        const [x1, x2] = [small[i * k + a]!, small[i * k + b]!]
        small[i * k + a] = c * x1 - s * x2
        small[i * k + b] = s * x1 + c * x2
      }
      for (let i = 0; i < k; i++) {
        const [x1, x2] = [small[a * k + i]!, small[b * k + i]!]
        small[a * k + i] = c * x1 - s * x2
        small[b * k + i] = s * x1 + c * x2
        const [t1, t2] = [turn[i * k + a]!, turn[i * k + b]!]
        turn[i * k + a] = c * t1 - s * t2
        turn[i * k + b] = s * t1 + c * t2
      }
    }
const order = [...Array(k).keys()].sort((a, b) => small[b * k + b]! - small[a * k + a]!).slice(0, dims)
say('eigenvalues', order.map((o) => small[o * k + o]!.toFixed(0)).join(' '))
const vectors = new Float64Array(n * dims)
for (let i = 0; i < n; i++) {
  let norm = 0
  for (let d = 0; d < dims; d++) {
    let v = 0
    for (let a = 0; a < k; a++) v += q[i * k + a]! * turn[a * k + order[d]!]!
    v *= Math.abs(small[order[d]! * k + order[d]!]!) ** power
    vectors[i * dims + d] = v
    norm += v * v
  }
  norm = Math.sqrt(norm) || 1
  for (let d = 0; d < dims; d++) vectors[i * dims + d]! /= norm
}

// 5. Six bits and a half each, as printable ASCII without quotes and backslashes: read where it stands, never decoded.
const middle = (ALPHABET.length - 1) / 2
const reachOf = 3 / Math.sqrt(dims)
let out = ''
for (let i = 0; i < vectors.length; i++) {
  const level = Math.round(middle + (vectors[i]! / reachOf) * middle)
  out += ALPHABET[Math.max(0, Math.min(ALPHABET.length - 1, level))]
}
writeFileSync(
  option('--out', new URL('../measures/vectors.generated.ts', import.meta.url).pathname),
  `// Written by src/dev/train-vectors.ts; do not edit.
export const dimensions = ${dims}
export const words =
  '${words.map(([w]) => w).join(' ')}'
export const counts =
  '${words.map(([, c]) => c.toString(36)).join(' ')}'
export const table =
  '${out}'
`,
)
say('written')
const near = (word: string) => {
  const a = number.get(word)
  if (a === undefined) return `${word}: unknown`
  const scored = words.map(([w], b) => {
    let dot = 0
    for (let d = 0; d < dims; d++) dot += vectors[a * dims + d]! * vectors[b * dims + d]!
    return [w, dot] as const
  })
  return `${word}: ${scored
    .sort((x, y2) => y2[1] - x[1])
    .slice(1, 11)
    .map(([w, s]) => `${w} ${s.toFixed(2)}`)
    .join(' ')}`
}
for (const w of [
  '监督',
  '罚款',
  '医院',
  '居民',
  '宣传',
  '平台',
  '农民',
  '企业',
  '及时',
  '完善',
  '审批',
  '辟谣',
  '驾驶员',
  '评价',
])
  console.error(near(w))
