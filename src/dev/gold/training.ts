/** Trains the models of src/measures on labelled sentences, and judges sentences by them. */
import type { Kind, Reuse } from '../../core.ts'
import { decideKind, decideReuse } from '../../measures/decide.ts'
import type { Features } from '../../measures/features.ts'
import { isBare, KIND_FEATURES } from '../../measures/kind.ts'
import { type Model, probabilities } from '../../measures/model.ts'
import { REUSE_FEATURES } from '../../measures/reuse.ts'
import { kindByForm } from '../../measures/telling-form.ts'
import { type Case, type Gold, isGold, type Pair } from './pairs.ts'

export interface Judged extends Gold {
  readonly r: Reuse
  readonly k: Kind
  readonly pr: Record<Reuse, number>
  readonly pk: Record<Kind, number>
}
export interface Models {
  readonly reuse: Model<Reuse>
  readonly kind: Model<Kind>
}

const REUSES: readonly Reuse[] = ['copied', 'adapted', 'novel']
const KINDS: readonly Kind[] = ['measure', 'vague', 'boilerplate', 'other']

/** Strength of the data against the penalty on weights. */
export const strength = { reuse: 2, kind: 1 }
/** Weight of our own labels against the gold ones, whose readers the result is held against: kinds are still more a matter of convention. */
const OWN = { reuse: 0.3, kind: 0.1 }
/** Weight of a rewrite against a sentence of a document of some 60 sentences, which has 1.5: a false alarm is dearer than a miss. */
const REWRITE = { reused: 2.5, novel: 4 }

interface Example<C extends string> {
  readonly features: Features
  /** What each reader says. */
  readonly targets: readonly C[]
  readonly weight: number
}

const STEPS = 700
const PACE = 0.8

/** Softmax regression with an L2 penalty, by accelerated gradient descent. */
function softmax<C extends string>(
  features: readonly string[],
  classes: readonly C[],
  examples: readonly Example<C>[],
  strength: number,
): Model<C> {
  const count = examples.length
  // The figures of an example and a 1 for the bias; all of them one behind the other, what is wanted and how much it counts likewise.
  const d = features.length + 1
  const x = new Float64Array(count * d).fill(1)
  const wanted = new Float64Array(count * classes.length)
  const share = new Float64Array(count)
  const total = examples.reduce((n, e) => n + e.weight, 0)
  examples.forEach((e, n) => {
    x.set(e.features, n * d)
    for (const target of e.targets) wanted[n * classes.length + classes.indexOf(target)]! += 1 / e.targets.length
    share[n] = e.weight / total
  })
  const penalty = 1 / (strength * total)
  const w = new Float64Array(d * classes.length)
  const previous = new Float64Array(w.length)
  const look = new Float64Array(w.length)
  const gradient = new Float64Array(w.length)
  const p = new Float64Array(classes.length)
  let t = 1
  for (let step = 0; step < STEPS; step++) {
    const t2 = (1 + Math.sqrt(1 + 4 * t * t)) / 2
    for (let i = 0; i < w.length; i++) look[i] = w[i]! + ((t - 1) / t2) * (w[i]! - previous[i]!)
    t = t2
    gradient.fill(0)
    for (let n = 0; n < count; n++) {
      let top = -Infinity
      for (let c = 0; c < p.length; c++) {
        let s = 0
        for (let i = 0; i < d; i++) s += look[c * d + i]! * x[n * d + i]!
        p[c] = s
        if (s > top) top = s
      }
      let sum = 0
      for (let c = 0; c < p.length; c++) sum += p[c] = Math.exp(p[c]! - top)
      for (let c = 0; c < p.length; c++) {
        const g = share[n]! * (p[c]! / sum - wanted[n * p.length + c]!)
        for (let i = 0; i < d; i++) gradient[c * d + i]! += g * x[n * d + i]!
      }
    }
    for (let i = 0; i < w.length; i++) {
      if (i % d !== d - 1) gradient[i]! += penalty * look[i]!
      previous[i] = w[i]!
      w[i] = look[i]! - PACE * gradient[i]!
    }
  }
  const weights = Object.fromEntries(classes.map((c, k) => [c, [...w.slice(k * d, k * d + d)]]))
  return { features, weights: weights as Record<C, number[]> }
}

type Rewrites = readonly { readonly cases: readonly Case[] }[]

/** What a labelled sentence weighs: big documents must not drown small ones. */
function weights(rows: readonly Gold[], own: number): (row: Gold) => number {
  const sizes = new Map<string, number>()
  for (const r of rows) sizes.set(r.pair, (sizes.get(r.pair) ?? 0) + 1)
  return (r) => 1.5 * Math.sqrt(60 / sizes.get(r.pair)!) * (r.own ? own : 1)
}

export function trainReuse(rows: readonly Gold[], rewrites: Rewrites): Model<Reuse> {
  const weightOf = weights(rows, OWN.reuse)
  const examples = rows.map((r): Example<Reuse> => ({ features: r.reuse, targets: [r.ra, r.rb], weight: weightOf(r) }))
  for (const c of rewrites.flatMap((p) => p.cases))
    examples.push({
      features: c.reuse,
      targets: [c.name === 'light' ? 'copied' : c.reused ? 'adapted' : 'novel'],
      weight: c.reused ? REWRITE.reused : REWRITE.novel,
    })
  return softmax(REUSE_FEATURES, REUSES, examples, strength.reuse)
}

function trainKind(rows: readonly Gold[]): Model<Kind> {
  const weightOf = weights(rows, OWN.kind)
  const examples = rows.map((r): Example<Kind> => ({ features: r.kind, targets: [r.ka, r.kb], weight: weightOf(r) }))
  return softmax(KIND_FEATURES, KINDS, examples, strength.kind)
}

export const train = (rows: readonly Gold[], rewrites: Rewrites): Models => ({
  reuse: trainReuse(rows, rewrites),
  kind: trainKind(rows),
})

export interface JudgedPair {
  readonly name: string
  readonly rows: readonly Judged[]
}

export const judged = (models: Models, pairs: readonly Pair[]): JudgedPair[] =>
  pairs.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => {
      const pr = probabilities(models.reuse, row.reuse)
      const pk = probabilities(models.kind, row.kind)
      const k = kindByForm(row.words) ?? decideKind(pk, isBare(row.kind))
      return { ...row, r: decideReuse(pr), k, pr, pk }
    }),
  }))

/** Own pairs are judged in so many parts. */
const PARTS = 8

/**
 * The pairs, gold and our own, each judged by models that have seen neither it nor, of our own, one that shares a text with it. A gold pair
 * is left out by itself.
 */
export function leaveOut(pairs: readonly Pair[], rewrites: Rewrites): JudgedPair[] {
  const own = pairs.filter((p) => !isGold(p))
  const parts = Array.from({ length: PARTS }, (_, part) => own.filter((_, i) => i % PARTS === part))
  const shares = (a: Pair, b: Pair) => a.texts.some((text) => b.texts.includes(text))
  return [...pairs.filter(isGold).map((p) => [p]), ...parts].flatMap((held) => {
    const seen = pairs.filter((p) => !held.includes(p) && !held.some((h) => !(isGold(h) && isGold(p)) && shares(h, p)))
    const models = train(
      seen.flatMap((p) => p.rows),
      rewrites,
    )
    return judged(models, held)
  })
}
