/** Rates, and the two figures they are made of. */
import { type Figure, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, spanOf } from './clause.ts'

const RATE =
  /(办结|办理|到会|参会|回复|报送|清理|解散|注销|建成|完工|核查|完成|整改|化解|合格|销号|答复|调解|入户|签约|开工|达标|处置|解决|受理|参保|覆盖|改造|回访|竣工|验收|反馈|到位|兑现|拨付|出勤)(?:率|比例)(?:为|达到?|是|达到了)?$/

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
    const said = text.slice(whole.end, part.start)
    if (
      !new RegExp(`${/[到参]会/.test(verb) ? '(?:实到|到会|参会)' : verb}[^，。；\\d]{0,6}$`).test(said) ||
      /[。；]/.test(text.slice(whole.end, rate.start))
    )
      continue
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
