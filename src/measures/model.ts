import type { Features } from './features.ts'

/** A linear model: for each class a weight for each feature, in the order of `features`; the last is the bias. */
export interface Model<C extends string> {
  readonly features: readonly string[]
  readonly weights: Readonly<Record<C, readonly number[]>>
}

/** The probability of each class; `features` in the order of the model's. */
export function probabilities<C extends string>({ weights }: Model<C>, features: Features): Record<C, number> {
  const p = {} as Record<C, number>
  let top = Number.NEGATIVE_INFINITY
  for (const c in weights) {
    const w = weights[c]
    let sum = w[features.length] ?? 0
    for (let i = 0; i < features.length; i++) sum += w[i]! * features[i]!
    p[c] = sum
    top = Math.max(top, sum)
  }
  let sum = 0
  for (const c in weights) sum += p[c] = Math.exp(p[c] - top)
  for (const c in weights) p[c] /= sum
  return p
}
