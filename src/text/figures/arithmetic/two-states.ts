/** 反馈问题21个，已完成整改18个，正在整改4个: what is done and what is under way are all there is, where nothing else is told. */

import { matchesOf } from '../../matches.ts'
import { figuresIn } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, wrongSum } from './clause.ts'

/** Without it nothing is under way. */
export const UNDER_WAY_NEXT = '，正在'
const TWO_STATES =
  /\d+(?:个|件|项|条|处|起|宗)[^，。；、\d]{0,6}，(?:截至目前，|目前，?)?(?:已经?|现已)(?:完成)?(?:整改|办结|完成|解决|化解|落实|销号|处置|修复)(?:完成|到位|完毕)?\d+(?:个|件|项|条|处|起|宗)，正在(?:整改|办理|推进|解决|化解|落实|处置|修复|实施)的?(?:有)?\d+(?:个|件|项|条|处|起|宗)(?=[。；]|$)/g

export function twoStates({ text, place }: Clause, found: Contradiction[]): void {
  for (const { 0: words, index } of matchesOf(TWO_STATES, text)) {
    const figures = figuresIn(words)
    const [total, ...parts] = figures
    if (figures.length !== 3 || !total || figures.some((f) => f.unit !== total.unit || !exact(f) || slack(f) > 0))
      continue
    const sum = parts.reduce((n, { value }) => n + value, 0)
    if (sum !== total.value) found.push(wrongSum({ text: words, place: (k) => place(index + k) }, total, parts, sum))
  }
}
