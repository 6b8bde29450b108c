import type { Features } from './kind.ts'

/** A linear model: for each class a weight for each feature, in the order of `features`; the last is the bias. */
export interface Model<C extends string> {
  readonly features: readonly string[]
  readonly weights: Readonly<Record<C, readonly number[]>>
}

/** The probability of each class. */
export function probabilities<C extends string>(model: Model<C>, features: Features): Record<C, number> {
  const classes = Object.keys(model.weights) as C[]
  const values = model.features.map((name) => features[name] ?? 0)
  const scores = classes.map((c) => {
    const w = model.weights[c]
    let sum = w[values.length] ?? 0
    for (let i = 0; i < values.length; i++) sum += w[i]! * values[i]!
    return sum
  })
  const top = Math.max(...scores)
  const raised = scores.map((s) => Math.exp(s - top))
  const sum = raised.reduce((n, v) => n + v, 0)
  return Object.fromEntries(classes.map((c, i) => [c, raised[i]! / sum])) as Record<C, number>
}
