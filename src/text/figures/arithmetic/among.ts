/** 38个小区中有27个续签合同，6个更换公司，7个由社区代管: together more than there are. */
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, exact, wrongSum } from './clause.ts'

const OPENS = /^[^，。；：、\d（]{0,12}(?:中|当中|里)，?(?:现)?有?$/
/** One part begins right behind the comma that ends the one before. */
const NEXT = /^[^，。；：、\d（]{2,24}，(?:另?有|还有)?$/
/** What two of them may have in common. */
const OVERLAPS = /同时|都|均|也|又|先后|累计|其中|兼/
/** Further off, they are meant to overlap. */
const SLIP = 0.2
const FEWEST = 3

export function among(clause: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  const { text } = clause
  for (const [i, total] of figures.entries()) {
    if (!exact(total) || total.han || !/^(?:[个家人名户所处台座条]|人次)$/.test(total.unit)) continue
    const parts: Figure[] = []
    for (const part of figures.slice(i + 1)) {
      const between = text.slice((parts.at(-1) ?? total).end, part.start)
      if (part.unit !== total.unit || !exact(part) || !(parts.length === 0 ? OPENS : NEXT).test(between)) break
      parts.push(part)
    }
    if (parts.length < FEWEST || OVERLAPS.test(text.slice(total.end, parts.at(-1)!.end + 16))) continue
    const sum = parts.reduce((n, { value }) => n + value, 0)
    if (sum <= total.value || sum > total.value * (1 + SLIP)) continue
    found.push(wrongSum(clause, total, parts, sum))
  }
}
