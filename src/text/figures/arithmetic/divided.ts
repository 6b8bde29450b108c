/**
 * 老旧小区28个，楼栋236栋，居民7420户, and elsewhere 城东10个小区、92栋、2710户；城西…；南苑…: what is told of all, and then of each part in the same
 * units. Where the sums of all units but one agree, the one is wrong.
 */
import { type Figure, figuresIn, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, spanOf, write } from './clause.ts'

/** Two figures, and another clause with two: without them nothing is told part by part. */
export const PARTED =
  /；(?<=\d[^\d。；：]{1,10}[、，][^\d。；：]{0,10}\d[\d.]{0,8}[^\d。；：]{1,10}；)[^\d。；：]{1,20}\d[\d.]{0,8}[^\d。；：]{1,10}[、，][^\d。；：]{0,10}\d/
const OTHER = /其中|占|同比|增长|下降|去年|上年|每|平均|[约近余]/
/** Further off the total is of something else. */
const SLIP = 0.15
/** What agrees by chance is small. */
const TELLING = 20

interface Told {
  readonly clause: Clause
  readonly figures: readonly Figure[]
}

/** A row of parts, and what they come to in each unit. */
export interface Divided {
  readonly parts: readonly Told[]
  readonly from: number
  readonly units: string
  readonly sums: readonly number[]
}

const unitsOf = (figures: readonly Figure[]) => figures.map(({ unit }) => unit).join(' ')

function clausesOf({ text, place }: Clause): Told[] {
  return [...text.matchAll(/[^。；：]+/g)].map(({ 0: words, index }) => ({
    clause: { text: words, place: (i: number) => place(index + i) },
    figures: figuresIn(words),
  }))
}

/** The rows of parts of one paragraph. */
export function dividedIn(flat: Clause): Divided[] {
  const found: Divided[] = []
  let row: Told[] = []
  const close = () => {
    const units = row[0] ? unitsOf(row[0].figures) : ''
    if (row.length >= 2)
      found.push({
        parts: row,
        from: row[0]!.clause.place(0),
        units,
        sums: row[0]!.figures.map((_, k) => round(row.reduce((n, { figures }) => n + figures[k]!.value, 0))),
      })
    row = []
  }
  for (const told of clausesOf(flat)) {
    const fits =
      told.figures.length >= 2 &&
      told.figures.every((f) => exact(f) && !f.han && !/%|[年月日天分倍岁]/.test(f.unit)) &&
      !OTHER.test(told.clause.text)
    if (!fits || (row[0] && unitsOf(row[0].figures) !== unitsOf(told.figures))) close()
    if (fits) row.push(told)
  }
  close()
  return found
}

/** What the clauses of a paragraph tell of all of it. */
export function dividedTotals(flat: Clause, divided: readonly Divided[], found: Contradiction[]): void {
  for (const { clause, figures } of clausesOf(flat))
    for (const { parts, from, units, sums } of divided) {
      const n = sums.length
      if (clause.place(0) === from || parts.some((part) => part.clause.place(0) === clause.place(0))) continue
      for (let i = 0; i + n <= figures.length; i++) {
        const own = figures.slice(i, i + n)
        if (unitsOf(own) !== units || !own.every(exact) || OTHER.test(clause.text.slice(0, own.at(-1)!.end))) continue
        const wrong = own.filter((f, k) => Math.abs(f.value - sums[k]!) > slack(f) * (parts.length + 1))
        const [total] = wrong
        if (!total || wrong.length > 1 || own.every((f) => f === total || f.value < TELLING)) continue
        const k = own.indexOf(total)
        if (Math.abs(total.value - sums[k]!) > sums[k]! * SLIP) continue
        const said = clause.text.slice(total.start, total.end)
        found.push({
          kind: 'sum',
          at: spanOf(clause.place, total),
          said,
          computed: write(sums[k]!, said, total.unit),
          others: parts.map((part) => spanOf(part.clause.place, part.figures[k]!)),
        })
      }
    }
}
