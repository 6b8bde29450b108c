/** Offices that registers say go by another name: 县招商中心（原县投资促进局）. */
import type { Doc } from '../core.ts'
import { formerKeyOf, unitKey } from './units.ts'

/** Former names → present ones, both as `unitKey` has them. */
export function renamesIn(docs: readonly Doc[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const { register, text } of docs) {
    if (!register || !/[（(]原/.test(text)) continue
    for (const table of register.tables)
      for (const record of table.records) {
        const unit = record.text('unit')
        const former = formerKeyOf(unit)
        if (former !== undefined && former !== unitKey(unit)) renamed.set(former, unitKey(unit))
      }
  }
  return renamed
}
