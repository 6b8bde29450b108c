/** Quarters that used more than a plan gave them. */
import type { Doc, Mark } from '../core.ts'
import { cellMark, saidIn } from './figures.ts'
import type { ItemType } from './item-types.ts'
import type { Series } from './series.ts'
import { unitKey } from './units.ts'
import { countOf } from './values.ts'

export interface QuarterOver {
  readonly unit: string
  readonly type: ItemType
  readonly year: number
  /** 1–4 */
  readonly quarter: number
  readonly quota: number
  readonly used: number
  readonly at: Mark
  readonly related: readonly Mark[]
}

/** `series`: what has been gathered of the same documents; `asOf`: the day of judgement, of whose year a plan without a year is. */
export function* quartersOver(docs: readonly Doc[], series: readonly Series[], asOf?: string): Iterable<QuarterOver> {
  for (const doc of docs)
    for (const { unit, key, type, when, record, table, earlier } of saidIn(doc, 'plan')) {
      if (earlier) continue
      for (let quarter = 1; quarter <= 4; quarter++) {
        const cell = record.get(`quarter${quarter}`)
        const quota = cell && countOf(cell.text)
        if (!cell || quota === undefined) continue
        const own = series.find((one) => one.kind === type && unitKey(one.unit) === key)
        const year = Number(when || asOf?.slice(0, 4))
        const figures = own?.years.get(year)
        const from = 3 * (quarter - 1)
        // Months that are known as a sum only may be those of another quarter.
        if (!figures || figures.spread?.some((month) => month >= from && month < from + 3)) continue
        const used = figures.months.slice(from, from + 3).reduce<number>((sum, count) => sum + (count ?? 0), 0)
        if (used > quota)
          yield {
            unit,
            type,
            year,
            quarter,
            quota,
            used,
            at: cellMark({ doc, table }, cell),
            related: figures.marks.slice(-3),
          }
      }
    }
}
