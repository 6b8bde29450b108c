/** 待修的330眼；今年维修待修机井370眼，一次修完: what is left to do, and another figure for all of it. */
import { type Figure, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, spanOf } from './clause.ts'

/** 待修, 未改造, 没有走访: found by the first character, which stands before the figure or behind it. */
export const LEFT_OVER = /待[修办拆建改整处验拨补]|[未没]有?[一-龥]{2}/
const STATE_BEFORE = /(待[修办拆建改整处验拨补]|[未没]有?(?!有)[一-龥]{2}|剩下|剩余|余下)(?:的|到位的?)?[一-龥]{0,6}$/
const STATE_BEHIND = /^[一-龥]{0,6}?(待[修办拆建改整处验拨补]|[未没]有?(?!有)[一-龥]{2})(?:$|[，。；])/
/** All of them. */
const ALL = /一次性?|全部|全都|悉数|清零|[一]?[一-龥]?不[落漏留剩]|一个不|修完|办完|干完|改完|拆完|走完|完$/
const OTHER = /新|去年|上年|另|约|近|余|超|以上|部分|其中|再|又|各|每|分别|已|合计|共/

interface Left {
  readonly state: string
  readonly figure: Figure
}

export function leftOver({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  let first: Left | undefined
  for (const figure of figures) {
    if (!exact(figure) || slack(figure) > 0 || /[%年月日天倍]/.test(figure.unit)) continue
    const before = text.slice(Math.max(0, figure.start - 14), figure.start)
    const own = /[^，。；：、\d]*$/.exec(before)![0]
    const behind = text.slice(figure.end, figure.end + 16)
    const state = STATE_BEFORE.exec(own)?.[1] ?? STATE_BEHIND.exec(behind)?.[1]
    if (state === undefined) continue
    if (!first) {
      if (!/^[剩余]/.test(state)) first = { state, figure }
      continue
    }
    const same = state === first.state || /^[剩余]/.test(state)
    if (!same || figure.unit !== first.figure.unit) continue
    const clause = /[^。；]*$/.exec(text.slice(Math.max(0, figure.start - 30), figure.start))![0]
    const rest = /^[^。；]{0,30}/.exec(text.slice(figure.end))![0]
    const apart = Math.abs(figure.value - first.figure.value)
    if (apart === 0 || apart > first.figure.value * NEAR || OTHER.test(own) || !(ALL.test(rest) || ALL.test(clause)))
      continue
    // What was done of it since.
    if (figures.some((f) => f.unit === figure.unit && round(f.value) === apart)) continue
    found.push({
      kind: 'restated',
      at: spanOf(place, figure),
      said: text.slice(figure.start, figure.end),
      computed: text.slice(first.figure.start, first.figure.end),
      others: [spanOf(place, first.figure)],
    })
    return
  }
}
const NEAR = 0.3
