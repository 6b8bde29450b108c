/** As many of the one as of the other. */
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, exact, spanOf } from './clause.ts'

/** 100名首席服务员“一对一”服务100家企业: as many of the one as of the other. */
export function paired({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  const at = text.indexOf('一对一')
  if (at < 0) return
  const one = figures.findLast((f) => f.end <= at && at - f.end <= 24)
  const two = figures.find((f) => f.start > at && f.start - at <= 24)
  if (!one || !two || !/[名人位]/.test(one.unit) || !/[名人位家户个]/.test(two.unit)) return
  if (
    !exact(one) ||
    !exact(two) ||
    one.value === two.value ||
    /[，；]/.test(text.slice(one.end, at).replace(/，[“"]?$/, ''))
  )
    return
  // Two to a group, or villages and communities: neither is one to one.
  if (
    /每|各|其中|次|已|一组/.test(text.slice(one.end, two.start)) ||
    /^[^，。；]{0,8}[和及、]\s?\d/.test(text.slice(two.end))
  )
    return
  found.push({
    kind: 'paired',
    at: spanOf(place, two),
    said: text.slice(two.start, two.end),
    computed: text.slice(one.start, one.end),
    others: [spanOf(place, one)],
  })
}
