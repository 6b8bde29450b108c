import type { Measurement, Unit, Verdict } from '../core.ts'

/** A unit with how likely it is to be a local measure, and its characters without white space. */
export interface Weighed {
  readonly unit: Unit
  readonly chars: number
  /** Probability that it is a novel measure, 0–1. */
  readonly local: number
}

/** From here on (and down to its complement) a judgement counts as sure: what lies between widens the interval. */
const SURE = 0.7

/** Characters of novel measures ÷ characters of content. A document without content has the share 0, and surely so. */
export function share(weighed: readonly Weighed[]): Pick<Measurement, 'share' | 'chars'> {
  const chars = { content: 0, localMeasures: 0, copied: 0, adapted: 0 }
  let low = 0
  let high = 0
  for (const { unit, chars: n, local } of weighed) {
    if (!unit.content) continue
    chars.content += n
    if (unit.reuse === 'copied') chars.copied += n
    if (unit.reuse === 'adapted') chars.adapted += n
    const counted = unit.reuse === 'novel' && unit.kind === 'measure'
    if (counted) chars.localMeasures += n
    if (counted && local >= SURE) low += n
    if (counted || local > 1 - SURE) high += n
  }
  const of = (n: number) => (chars.content ? n / chars.content : 0)
  return { share: { value: of(chars.localMeasures), low: of(low), high: of(high) }, chars }
}

/** Is the threshold (0–1) reached? `uncertain` when the interval lies on both sides of it. */
export function verdict(share: Measurement['share'], threshold: number): Verdict {
  if (share.low >= threshold) return 'met'
  return share.high < threshold ? 'below' : 'uncertain'
}
