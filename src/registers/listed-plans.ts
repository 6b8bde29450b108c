/** Plans that name their items one by one, added up: how many an office has planned in all. */
import type { Doc } from '../core.ts'
import { cellMark, tablesIn, typeOfTable, yearOfTable } from './figures.ts'
import { itemTypeOf, itemTypes } from './item-types.ts'
import type { Quota } from './quota-figures.ts'
import { timesOf } from './times.ts'
import { unitKey } from './units.ts'
import { isBlank, plain, yearOf } from './values.ts'

/** Of tables without a number of their own for each kind, which `quotasIn` has. */
export function listedPlansIn(docs: readonly Doc[]): Quota[] {
  const sums = new Map<string, Quota>()
  const unclear = new Set<string>()
  for (const placed of tablesIn(docs, 'plan')) {
    const { columns, records } = placed.table
    if (!columns.title || columns.enterprise || ['quota', ...itemTypes].some((field) => columns[field])) continue
    const usual = typeOfTable(placed)
    const year = yearOfTable(placed)
    for (const record of records) {
      const [named, title] = [record.get('unit'), record.get('title')]
      const said = record.text('type')
      const type = (said === '' ? undefined : itemTypeOf(said)) ?? usual
      if (!named || named.text === '' || !title || isBlank(title.text) || !type) continue
      const key = unitKey(named.text)
      const when = yearOf(record.text('year')) ?? year
      const id = `${key}\n${type}\n${when ?? ''}`
      const times = timesIn(record.text('times'), record.text('due'))
      if (times === undefined) unclear.add(id)
      const before = sums.get(id)
      sums.set(id, {
        unit: named.text,
        key,
        type,
        value: (before?.value ?? 0) + (times ?? 0),
        at: before?.at ?? cellMark(placed, title),
        unitAt: before?.unitAt ?? cellMark(placed, named),
        year: when,
        listed: true,
      })
    }
  }
  return [...sums].flatMap(([id, quota]) => (unclear.has(id) ? [] : [quota]))
}

/** How often: as its column says, else as often as months are named, else once. Undefined where nobody can tell. */
function timesIn(times: string, due: string): number | undefined {
  if (!isBlank(times)) return timesOf(times)
  const said = plain(due)
  if (/每|各|\d[次场]|视|适时|不定期|按需/.test(said)) return timesOf(said)
  return Math.max(1, said.split(/[、,，;；和及]/).filter((part) => /月|季度/.test(part)).length)
}
