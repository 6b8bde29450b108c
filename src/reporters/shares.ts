/** Shares of a whole as they are printed. */
import type { Counting, Measurement, Unit } from '../core.ts'
import { apportion, tenthsOf } from './apportion.ts'

/** Who wrote what counts: `rest` is own words that are no measure, `fixed` what is part of the whole but of no class. */
export type Part = 'local' | 'copied' | 'adapted' | 'rest' | 'fixed'
const PARTS: readonly Part[] = ['local', 'copied', 'adapted', 'rest', 'fixed']

/** To a tenth. */
export const percent = (share: number): string => `${tenthsOf(share) / 10}%`

/** Does a sentence count? Openings and formulas do where they are to be counted. */
export const isCounted = ({ content, why }: Unit, { countFormulas }: Counting): boolean =>
  content || (countFormulas && (why === 'opening' || why === 'formula'))

/** Do both ends of an interval look the same? Then it is none. */
export const isPoint = ({ low, high }: Measurement['share']): boolean => percent(low) === percent(high)

/** Characters of each part. */
export function amountsOf({
  content,
  localMeasures,
  copied,
  adapted,
  fixed = 0,
}: Measurement['chars']): Record<Part, number> {
  const rest = Math.max(0, content - localMeasures - copied - adapted - fixed)
  return { local: localMeasures, copied, adapted, rest, fixed }
}

/**
 * The parts in percent, to a tenth, so that they make up the whole. What the verdict is about is rounded as there; its own parts share that out, and the
 * others what is left, by largest remainders.
 */
export function percentagesOf(chars: Measurement['chars'], metric: Counting['metric']): Record<Part, string> {
  const amounts = amountsOf(chars)
  const isJudged = (part: Part) => part === 'local' || (metric === 'novel' && part === 'rest')
  const judged = PARTS.filter(isJudged)
  const others = PARTS.filter((part) => !isJudged(part))
  const sum = judged.reduce((total, part) => total + amounts[part], 0)
  const room = chars.content > 0 ? tenthsOf(sum / chars.content) : 0
  const found = {} as Record<Part, string>
  for (const [parts, tenths] of [
    [judged, room],
    [others, chars.content > 0 ? 1000 - room : 0],
  ] as const) {
    const shares = apportion(
      parts.map((part) => amounts[part]),
      tenths,
    )
    parts.forEach((part, i) => {
      found[part] = `${shares[i]! / 10}%`
    })
  }
  return found
}
