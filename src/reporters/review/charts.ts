/** Drawings of the review report: SVG whose patterns, not colours, tell levels and verdicts apart. */
import type { Composition } from '../../core.ts'
import { apportion } from '../apportion.ts'
import { type Amounts, type Level, levels } from '../levels.ts'
import { asCounted, markOf, marks, type Words } from '../measures-html/words.ts'
import { isPoint, percent } from '../shares.ts'
import type { State } from './data.ts'

/** Okabe and Ito's hues, darkest what is gravest: on grey paper, too, errors are black and what is clean is white. */
export const patterns = `<svg width="0" height="0" aria-hidden="true" class="defs"><defs>
<pattern id="p-unreadable" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M0 0 6 6M6 0 0 6" stroke="#1a1a1a" stroke-width="1.3"/></pattern>
<pattern id="p-error" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#9c3d00"/></pattern>
<pattern id="p-warning" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#fff"/><rect width="4.5" height="8" fill="#d99000"/></pattern>
<pattern id="p-info" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#fff"/><circle cx="3.5" cy="3.5" r="1.6" fill="#0072b2"/></pattern>
<pattern id="p-waived" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><path d="M0 4H8" stroke="#8a8a8a"/></pattern>
<pattern id="p-known" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><path d="M4 0V8" stroke="#b5b5b5"/></pattern>
<pattern id="p-clean" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/></pattern>
</defs></svg>`

const swatch = (fill: string): string =>
  `<svg width="18" height="14" aria-hidden="true"><rect x=".5" y=".5" width="17" height="13" fill="url(#${fill})" stroke="#222"/></svg>`

/** A share of the width. */
const at = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 100}%`

interface Part {
  readonly kind: State | Level
  readonly label: string
  readonly amount: number
}

/** One bar in parts, with its legend; parts of nothing are left out. `label` and `count` are HTML. */
export function stacked(parts: readonly Part[], label: string, count: (n: number) => string): string {
  const shown = parts.filter(({ amount }) => amount > 0)
  const whole = shown.reduce((sum, { amount }) => sum + amount, 0)
  let from = 0
  const bars = shown.map(({ kind, amount }) => {
    const share = amount / whole
    const bar = `<rect x="${at(from)}" y="1" width="${at(share)}" height="26" fill="url(#p-${kind})" stroke="#222"/>`
    const middle = from + share / 2
    from += share
    return share < 0.06 ? bar : `${bar}<text x="${at(middle)}" y="20" text-anchor="middle" class="in">${amount}</text>`
  })
  // Tenths of a percent that make up the whole, as whoever adds them up expects.
  const tenths = apportion(
    parts.map(({ amount }) => amount),
    1000,
  )
  const legend = parts.map(
    ({ kind, label, amount }, i) =>
      `<li>${swatch(`p-${kind}`)}<span class="name">${label}</span><span class="num">${count(amount)}</span><span class="num share">${amount > 0 ? `${tenths[i]! / 10}%` : ''}</span></li>`,
  )
  return `<svg class="bar" width="100%" height="28" role="img" aria-label="${label}"><rect x="0" y="1" width="100%" height="26" fill="#fff" stroke="#222"/>${bars.join('')}</svg>
<ul class="legend">${legend.join('')}</ul>`
}

/** How often a rule spoke, against the one that spoke most often (`most`). */
export function amountBar(amounts: Amounts, most: number): string {
  let from = 0
  const bars = levels.map((level) => {
    const share = amounts[level] / most
    if (share === 0) return ''
    const bar = `<rect x="${at(from)}" y="1" width="${at(share)}" height="12" fill="url(#p-${level})" stroke="#222" stroke-width=".7"/>`
    from += share
    return bar
  })
  return `<svg class="amount" width="100%" height="14" aria-hidden="true">${bars.join('')}</svg>`
}

/** What a document is made of, on one line of a table. `label` is HTML. */
export function madeOf({ measurement: { chars } }: Composition, label: string): string {
  const fixed = chars.fixed ?? 0
  const rest = Math.max(0, chars.content - chars.localMeasures - chars.copied - chars.adapted - fixed)
  const amounts = { m: chars.localMeasures, c: chars.copied, a: chars.adapted, n: rest }
  let from = 0
  const bars = marks.map((mark) => {
    const share = chars.content > 0 ? amounts[mark] / chars.content : 0
    if (share === 0) return ''
    const bar = `<rect x="${at(from)}" y="1" width="${at(share)}" height="14" fill="url(#f${mark})" stroke="#222" stroke-width=".7"/>`
    from += share
    return bar
  })
  return `<svg class="made" width="100%" height="16" role="img" aria-label="${label}"><rect x="0" y="1" width="100%" height="14" fill="#fff" stroke="#222" stroke-width=".7"/>${bars.join('')}</svg>`
}

/** The document from beginning to end: which of its sentences are whose. What is not counted is left blank. `label` is HTML. */
export function strip({ measurement: { units }, counting }: Composition, label: string): string {
  const counted = units.map((unit) => asCounted(unit, counting))
  const whole = counted.reduce((sum, { start, end }) => sum + end - start, 0)
  if (whole === 0) return ''
  const stretches: { mark: string; from: number; length: number }[] = []
  let from = 0
  for (const unit of counted) {
    const mark = unit.content ? markOf(unit) : ''
    const length = unit.end - unit.start
    const last = stretches.at(-1)
    if (last?.mark === mark) last.length += length
    else stretches.push({ mark, from, length })
    from += length
  }
  const bars = stretches
    .filter(({ mark }) => mark !== '')
    .map(
      ({ mark, from, length }) =>
        `<rect x="${at(from / whole)}" y="1" width="${at(length / whole)}" height="14" fill="url(#f${mark})"/>`,
    )
  return `<svg class="strip" width="100%" height="16" role="img" aria-label="${label}"><rect x="0" y=".5" width="100%" height="15" fill="#fff" stroke="#8a8a8a"/>${bars.join('')}</svg>`
}

/** 43% 38% 至 47%; – where there is nothing to take a share of. */
export function shareText({ measurement: { share, chars } }: Composition, dash: string): string {
  if (chars.content === 0) return '–'
  const range = isPoint(share) ? '' : ` <span class="range">${percent(share.low)}${dash}${percent(share.high)}</span>`
  return `<b>${percent(share.value)}</b>${range}`
}

/** The key to the bars of a table. */
export const keys = ({ marks: names }: Words): string =>
  `<p class="keys">${marks.map((mark) => `<span>${swatch(`f${mark}`)} ${names[mark].full}</span>`).join('')}</p>`
