/** Of what a register says twice only the first counts: a quota that is copied into a second row must not become two. */
import type { Table, TableRecord } from '../core.ts'
import { plain } from './values.ts'

/** What one register has said so far, of each subject by kind: gives the earlier saying of the same thing, and keeps what is new. */
export function openSayings<S extends { readonly type: string }>(): (subject: string, saying: S) => S | undefined {
  const first = new Map<string, S[]>()
  return (subject, saying) => {
    const own = first.get(subject)
    const earlier = own?.find(({ type }) => type === saying.type)
    if (!own) first.set(subject, [saying])
    else if (!earlier) own.push(saying)
    return earlier
  }
}

/** What the figures of a row are about. `key`: its unit, as offices are compared; `when`: its month or year. */
export function subjectsOf(table: Table): (record: TableRecord, unit: string, key: string, when: string) => string {
  const part = partOf(table)
  return (record, unit, key, when) => `${key}\n${organOf(unit)}\n${when}\n${part}\n${record.about()}`
}

/** Party committee and government of one place are one unit, and have a row each. */
const organOf = (unit: string): string => (/党(?:工?委|组)/.test(unit) && !/政府/.test(unit) ? '党' : '')

/** The part of a year that sheet or title name: two sheets for two halves do not repeat each other. */
const partOf = ({ sheet, title }: Table): string =>
  /[上下]半年|第?[一二三四1-4]季度|(?<!\d)\d{1,2}月/.exec(plain(`${sheet} ${title}`))?.[0] ?? ''
