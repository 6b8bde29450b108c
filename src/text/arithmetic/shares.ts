/** Rates, and the two figures they are made of. */
import { type Figure, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, spanOf } from './clause.ts'

/** 办结率, 合格率; how something grew is another matter. */
const RATE = /(?!增|减|上升|下降|提高|降低|同比|环比)([一-龥]{2})(?:率|比例)(?:为|达到?|是|达到了)?$/
/** Words that a rate is named after, and others for the same; of the rest the word itself. */
const COUNTED: Readonly<Record<string, string>> = {
  到会: '(?:实到|到会|参会)',
  参会: '(?:实到|到会|参会)',
  出勤: '(?:实到|出勤|到岗)',
  到岗: '(?:实到|出勤|到岗)',
  回收: '(?:收回|回收)',
  收回: '(?:收回|回收)',
}

/** 受理50件，办结49件，办结率96%. */
export function shares({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  for (const [i, rate] of figures.entries()) {
    if (rate.unit !== '%' || !exact(rate) || i < 2) continue
    const verb = RATE.exec(text.slice(Math.max(0, rate.start - 14), rate.start))?.[1]
    if (!verb) continue
    const whole = figures[i - 2]!
    const part = figures[i - 1]!
    if (![whole, part].every((f) => exact(f) && f.unit === part.unit && f.step === 1) || part.value > whole.value)
      continue
    // Two figures, and the rate is of the second's own verb.
    if (i > 2 && figures.slice(0, i - 2).some((f) => f.unit === part.unit)) continue
    const counts = new RegExp(`${COUNTED[verb] ?? verb}(?:了|的)?[^，。；\\d]{0,6}$`)
    if (!counts.test(text.slice(whole.end, part.start)) || /[。；]/.test(text.slice(whole.end, rate.start))) continue
    // 去年培训30人，今年培训20人: neither is a part of the other.
    const wholeBefore = text.slice(Math.max(0, whole.start - 14), whole.start)
    if (counts.test(wholeBefore) && !/应/.test(wholeBefore)) continue
    const value = (part.value / whole.value) * 100
    if (Math.abs(value - rate.value) <= rate.step + 1e-9) continue
    found.push({
      kind: 'share',
      at: spanOf(place, rate),
      said: text.slice(rate.start, rate.end),
      computed: `${round(Math.round(value * 10) / 10)}%`,
      others: [spanOf(place, whole), spanOf(place, part)],
    })
  }
}
