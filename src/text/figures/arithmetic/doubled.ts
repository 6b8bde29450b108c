/** 从80户发展到160户，翻了一番: twice as much, or four times. */
import type { Figure } from '../figures.ts'
import { FROM, TO } from './changes.ts'
import { type Clause, type Contradiction, exact, spanOf } from './clause.ts'

export const DOUBLED = '番'
/** Behind the second figure. */
const SO_OFTEN = /^[^，。；、\d]{0,8}，[^，。；、\d近超约多]{0,6}翻了?([一两二三四])番(?![多以])/
/** So far from it a figure is still meant roughly. */
const LEAST = 0.9
const MOST = 1.8

export function doubled({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  for (const [i, to] of figures.entries()) {
    const from = figures[i - 1]
    if (!from || from.unit !== to.unit || ![from, to].every(exact) || from.value <= 0) continue
    const said = SO_OFTEN.exec(text.slice(to.end, to.end + 24))
    if (
      !said ||
      !FROM.test(text.slice(Math.max(0, from.start - 20), from.start)) ||
      !TO.test(text.slice(from.end, to.start))
    )
      continue
    const times = 2 ** ('一二三四'.indexOf(said[1]!.replace('两', '二')) + 1)
    const really = to.value / from.value
    if (really >= times * LEAST && really < times * MOST) continue
    const end = to.end + said[0].length
    const start = to.end + said[0].lastIndexOf('翻')
    found.push({
      kind: 'change',
      at: spanOf(place, { start, end }),
      said: text.slice(start, end),
      computed: `${Math.round(really * 10) / 10}倍`,
      others: [spanOf(place, from), spanOf(place, to)],
    })
  }
}
