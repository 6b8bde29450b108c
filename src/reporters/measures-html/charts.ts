/** Drawings of the head of the page: SVG with patterns, for colours and backgrounds may be lost on paper. */
import type { Counting } from '../../core.ts'
import type { MeasureReport } from '../measures.ts'
import { amountsOf, type Part, percent, percentagesOf } from '../shares.ts'
import { countingOf, type Mark, marks, type Words } from './words.ts'

/** Okabe and Ito's hues; hatched, dotted and plain as well, so that greys and eyes that mix hues up can tell them apart. */
export const patterns = `<svg width="0" height="0" aria-hidden="true" class="defs"><defs>
<pattern id="fm" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#0072b2"/></pattern>
<pattern id="fc" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#fff"/><rect width="5" height="8" fill="#d55e00"/></pattern>
<pattern id="fa" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#f7d58a"/><circle cx="4" cy="4" r="1.9" fill="#8a5a00"/></pattern>
<pattern id="fn" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#f2f2f2"/></pattern>
</defs></svg>`

const at = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 100}%`
const anchor = (share: number): string =>
  share < 0.12 ? ' text-anchor="start"' : share > 0.88 ? ' text-anchor="end"' : ' text-anchor="middle"'

/** What the drawings need of a report. */
type Measured = Pick<MeasureReport, 'measurement' | 'threshold'>

/** 0 to 100 %, with the interval, the value and what is asked for. */
export function scale({ measurement, threshold }: Measured, say: Words): string {
  const { value, low, high } = measurement.share
  const ticks = Array.from(
    { length: 11 },
    (_, i) => `<line x1="${i * 10}%" x2="${i * 10}%" y1="34" y2="${i % 5 ? 39 : 43}" class="tick"/>`,
  )
  const ends = [0, 1]
    .filter((end) => Math.abs(end - threshold) > 0.2)
    .map((end) => `<text x="${at(end)}" y="59"${anchor(end)} class="small">${percent(end)}</text>`)
  const [value_, low_, high_, asked] = [value, low, high, threshold].map(percent) as [string, string, string, string]
  return `<svg class="scale" width="100%" height="66" role="img" aria-label="${say.scale(value_, low_, high_, asked)}">
<rect x="0" y="26" width="100%" height="8" fill="#e6e6e6"/>
${ticks.join('')}${ends.join('')}
<rect x="${at(low)}" y="24" width="${at(Math.max(0, high - low))}" height="12" fill="url(#fm)" opacity=".35"/>
<line x1="${at(low)}" x2="${at(low)}" y1="22" y2="38" class="whisker"/><line x1="${at(high)}" x2="${at(high)}" y1="22" y2="38" class="whisker"/>
<line x1="${at(threshold)}" x2="${at(threshold)}" y1="12" y2="44" class="asked"/><text x="${at(threshold)}" y="59"${anchor(threshold)} class="strong">${say.asked(asked)}</text>
<svg x="${at(value)}" y="30" overflow="visible"><path d="M0-9 7 0 0 9-7 0z" class="value"/></svg>
<text x="${at(value)}" y="14"${anchor(value)} class="strong now">${value_}</text>
</svg>`
}

const PART: Readonly<Record<Mark, Part>> = { m: 'local', c: 'copied', a: 'adapted', n: 'rest' }

/** The content by who wrote it, with its legend. */
export function composition(
  report: Pick<Measured, 'measurement'> & { readonly counting?: Counting },
  say: Words,
): string {
  const { chars } = report.measurement
  const amounts = amountsOf(chars)
  const percentages = percentagesOf(chars, countingOf(report).metric)
  const of = (n: number) => (chars.content > 0 ? n / chars.content : 0)
  let from = 0
  const bars = marks.map((mark) => {
    const share = of(amounts[PART[mark]])
    const middle = from + share / 2
    const bar = `<rect x="${at(from)}" y="1" width="${at(share)}" height="26" fill="url(#f${mark})" stroke="#222"/>`
    from += share
    return share < 0.04
      ? bar
      : `${bar}<text x="${at(middle)}" y="20" text-anchor="middle" class="in">${say.marks[mark].letter}</text>`
  })
  const legend = marks.map(
    (mark) =>
      `<li><svg width="18" height="14" aria-hidden="true"><rect x=".5" y=".5" width="17" height="13" fill="url(#f${mark})" stroke="#222"/></svg><span class="key ${mark}"><b>${say.marks[mark].letter}</b></span><span class="name">${say.marks[mark].full}</span><span class="num">${percentages[PART[mark]]}</span><span class="num">${say.chars(amounts[PART[mark]])}</span></li>`,
  )
  if (amounts.fixed > 0)
    legend.push(
      `<li><svg width="18" height="14" aria-hidden="true"><rect x=".5" y=".5" width="17" height="13" fill="#fff" stroke="#222"/></svg><span class="name">${say.fixed}</span><span class="num">${percentages.fixed}</span><span class="num">${say.chars(amounts.fixed)}</span></li>`,
    )
  return `<svg class="bar" width="100%" height="28" role="img" aria-label="${say.composition}"><rect x="0" y="1" width="100%" height="26" fill="#fff" stroke="#222"/>${bars.join('')}</svg>
<ul class="legend">${legend.join('')}</ul>`
}
