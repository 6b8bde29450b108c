/** Trains the models of src/measures on labelled sentences, and judges sentences by them. */
import { join } from 'node:path'
import type { Kind, Reuse } from '../../core.ts'
import { decideKind, decideReuse } from '../../measures/decide.ts'
import type { Features } from '../../measures/features.ts'
import { KIND_FEATURES } from '../../measures/kind.ts'
import { type Model, probabilities } from '../../measures/model.ts'
import { REUSE_FEATURES } from '../../measures/reuse.ts'
import { type Case, type Gold, type Pair, paraphraseRows, readOwnPairs, readPairs } from './pairs.ts'

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
export const strength = { reuse: 1, kind: 1 }
/** Weight of our own labels against the gold ones: what reuse is, all readers see alike; kinds are a matter of convention. */
const OWN = { reuse: 1, kind: 0.2 }
/** Weight of a rewrite against a sentence of a document of some 60 sentences, which has 1.5: a false alarm is dearer than a miss. */
const REWRITE = { reused: 2.5, novel: 4 }

interface Example<C extends string> {
  readonly x: Float64Array
  /** What each reader says. */
  readonly targets: readonly C[]
  readonly weight: number
}

const STEPS = 700

/** Softmax regression with an L2 penalty, by accelerated gradient descent. */
function softmax<C extends string>(
  features: readonly string[],
  classes: readonly C[],
  examples: readonly Example<C>[],
  strength: number,
): Model<C> {
  const d = features.length + 1
  const w = new Float64Array(d * classes.length)
  const previous = new Float64Array(w.length)
  const total = examples.reduce((n, e) => n + e.weight, 0)
  const penalty = 1 / (strength * total)
  const gradient = new Float64Array(w.length)
  const p = new Float64Array(classes.length)
  const targets = examples.map((e) =>
    classes.map((c) => e.targets.filter((target) => target === c).length / e.targets.length),
  )
  const look = new Float64Array(w.length)
  let t = 1
  for (let step = 0; step < STEPS; step++) {
    const t2 = (1 + Math.sqrt(1 + 4 * t * t)) / 2
    for (let i = 0; i < w.length; i++) look[i] = w[i]! + ((t - 1) / t2) * (w[i]! - previous[i]!)
    t = t2
    gradient.fill(0)
    examples.forEach((e, n) => {
      let top = -Infinity
      for (let c = 0; c < classes.length; c++) {
        let s = 0
        for (let i = 0; i < d; i++) s += look[c * d + i]! * e.x[i]!
        p[c] = s
        if (s > top) top = s
      }
      let sum = 0
      for (let c = 0; c < classes.length; c++) {
        p[c] = Math.exp(p[c]! - top)
        sum += p[c]!
      }
      for (let c = 0; c < classes.length; c++) {
        const g = (e.weight * (p[c]! / sum - targets[n]![c]!)) / total
        if (g !== 0) for (let i = 0; i < d; i++) gradient[c * d + i]! += g * e.x[i]!
      }
    })
    for (let i = 0; i < w.length; i++) {
      if (i % d !== d - 1) gradient[i]! += penalty * look[i]!
      previous[i] = w[i]!
      w[i] = look[i]! - 0.8 * gradient[i]!
    }
  }
  const weights = Object.fromEntries(classes.map((c, k) => [c, [...w.slice(k * d, k * d + d)]])) as unknown as Record<
    C,
    number[]
  >
  return { features, weights }
}

/** Figures and a 1 for the bias. */
const vector = (values: Features) => Float64Array.from([...values, 1])

export function train(rows: readonly Gold[], paraphrases: readonly { cases: readonly Case[] }[]): Models {
  const sizes = new Map<string, number>()
  for (const r of rows) sizes.set(r.pair, (sizes.get(r.pair) ?? 0) + 1)
  // Big documents must not drown small ones.
  const weightOf = (r: Gold, own: number) => 1.5 * Math.sqrt(60 / sizes.get(r.pair)!) * (r.own ? own : 1)
  const reuseExamples = rows.map(
    (r): Example<Reuse> => ({ x: vector(r.reuse), targets: [r.ra, r.rb], weight: weightOf(r, OWN.reuse) }),
  )
  for (const c of paraphrases.flatMap((p) => p.cases))
    reuseExamples.push({
      x: vector(c.reuse),
      targets: [c.name === 'light' ? 'copied' : c.reused ? 'adapted' : 'novel'],
      weight: c.reused ? REWRITE.reused : REWRITE.novel,
    })
  const kindExamples = rows.map(
    (r): Example<Kind> => ({ x: vector(r.kind), targets: [r.ka, r.kb], weight: weightOf(r, OWN.kind) }),
  )
  return {
    reuse: softmax(REUSE_FEATURES, REUSES, reuseExamples, strength.reuse),
    kind: softmax(KIND_FEATURES, KINDS, kindExamples, strength.kind),
  }
}

export function judge(
  models: Models,
  row: Gold,
): { r: Reuse; k: Kind; pr: Record<Reuse, number>; pk: Record<Kind, number> } {
  const pr = probabilities(models.reuse, row.reuse)
  const pk = probabilities(models.kind, row.kind)
  return { r: decideReuse(pr), k: decideKind(pk), pr, pk }
}

/** What a model that is to judge `held` may be trained on: no sentence of it, and of our own pairs none that shares a text with it. */
export const others = (pairs: readonly Pair[], held: Pair): Gold[] =>
  pairs
    .filter(
      (p) => p !== held && !((p.rows[0]!.own || held.rows[0]!.own) && p.texts.some((t) => held.texts.includes(t))),
    )
    .flatMap((p) => p.rows)

/** The pairs, gold and our own, each judged by models trained on the others. */
export function leaveOneOut(gold: string): { name: string; rows: Judged[] }[] {
  const pairs = [...readPairs(gold), ...readOwnPairs(join(gold, '..'))]
  const rewrites = paraphraseRows(gold)
  return pairs.map((held) => {
    const models = train(others(pairs, held), rewrites)
    return { name: held.name, rows: held.rows.map((r) => ({ ...r, ...judge(models, r) })) }
  })
}
