/** One row of the ledger as a small drawing: the year's count growing month by month, beside its quota and beside last year. SVG; lines differ in dash and width, ends in shape, for colours may be lost. */
import type { LedgerRow, LedgerState, Months } from './data.ts'

/** User units of the drawing, about one to a pixel of the page, so that its words are as large as they are written; and the room around the plot. */
const WIDTH = 176
const HEIGHT = 84
const [LEFT, RIGHT, TOP, BOTTOM] = [4, 14, 15, 15]

/** A filled diamond, triangle, circle, square: what stands at the end of the line. */
const ENDS: Readonly<Record<LedgerState, string>> = {
  over: 'M0-6 6 0 0 6-6 0z',
  near: 'M0-6 5.5 4.5-5.5 4.5z',
  fine: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  unplanned: 'M-3.5-3.5h7v7h-7z',
  unknown: 'M-3.5-3.5h7v7h-7z',
}

export interface ChartWords {
  /** What the drawing shows, for those who cannot see it. */
  readonly label: string
  readonly quota: string
  readonly month: (month: number) => string
}

export function chart(row: LedgerRow, over: number, begun: number, say: ChartWords): string {
  const now = grown(row.months, begun)
  const before = row.before ? grown(row.before, 12) : []
  const top = Math.max(1, row.quota ?? 0, row.used, row.forecast ?? 0, before.at(-1)?.[1] ?? 0) * 1.06
  const x = (month: number) => round(LEFT + ((WIDTH - LEFT - RIGHT) * month) / 12)
  const y = (count: number) => round(HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * count) / top)
  const line = (points: readonly (readonly [number, number])[]) =>
    points.map(([month, count], i) => `${i === 0 ? 'M' : 'L'}${x(month)} ${y(count)}`).join('')
  const end = now.at(-1)
  const parts = [
    `<path class="axis" d="M${LEFT} ${HEIGHT - BOTTOM}H${WIDTH - RIGHT}"/>`,
    ...[3, 6, 9, 12].map(
      (month) =>
        `<path class="axis" d="M${x(month)} ${HEIGHT - BOTTOM}v3"/><text class="tick" x="${x(month)}" y="${HEIGHT - 2}" text-anchor="middle">${say.month(month)}</text>`,
    ),
    before.length > 1 ? `<path class="before" d="${line(before)}"/>` : '',
    row.quota === undefined ? '' : `<path class="quota" d="M${LEFT} ${y(row.quota)}H${WIDTH - RIGHT}"/>`,
    now.length > 1 ? `<path class="now" d="${line(now)}"/>` : '',
    end && row.forecast !== undefined && over < 12
      ? `<path class="ahead" d="${line([end, [12, row.forecast]])}"/>`
      : '',
    end ? `<g transform="translate(${x(end[0])} ${y(end[1])})"><path class="end" d="${ENDS[row.state]}"/></g>` : '',
    // At the left the lines are still low: there is room above that of the quota.
    row.quota === undefined
      ? ''
      : `<text class="limit" x="${LEFT}" y="${round(y(row.quota) - 3)}">${say.quota} ${row.quota}</text>`,
  ]
  return `<svg class="chart ${row.state}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${say.label}">${parts.join('')}</svg>`
}

/** The count at the end of each month up to the last that is known; a month without statistics adds nothing. */
function grown(months: Months, until: number): (readonly [month: number, count: number])[] {
  const last = months.slice(0, until).findLastIndex((count) => count !== undefined) + 1
  let sum = 0
  return last === 0 ? [] : [[0, 0], ...months.slice(0, last).map((count, i) => [i + 1, (sum += count ?? 0)] as const)]
}

const round = (value: number): number => Math.round(value * 10) / 10
