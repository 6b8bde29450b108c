/** Of what a register says twice only the first counts: a quota that is copied into a second row must not become two. */
import type { Table, TableRecord } from '../core.ts'
import { plain } from './values.ts'

/** One figure of a row: what it is about, and how much it says. */
export interface Saying {
  /** As offices are compared. */
  readonly key: string
  /** As written. */
  readonly unit: string
  readonly type: string
  /** Month or year; '' where the register does not say. */
  readonly when: string
  /** Undefined where the register has the months added up only. */
  readonly value: number | undefined
  readonly record: TableRecord
  readonly table: Table
}

/** What one register has said so far: gives the earlier saying of the same thing, and keeps what is new. */
export function openSayings<S extends Saying>(): (saying: S) => S | undefined {
  const first = new Map<string, S>()
  return (saying) => {
    const { key, unit, type, when, record, table } = saying
    const id = [key, organOf(unit), type, when, record.about, partOf(table)].join('\n')
    const earlier = first.get(id)
    if (!earlier) first.set(id, saying)
    return earlier
  }
}

/** Party committee and government of one place are one unit, and have a row each. */
const organOf = (unit: string): string => (/党(?:工?委|组)/.test(unit) && !/政府/.test(unit) ? '党' : '')

/** The part of a year that sheet or title name: two sheets for two halves do not repeat each other. */
const partOf = ({ sheet, title }: Table): string =>
  /[上下]半年|第?[一二三四1-4]季度|(?<!\d)\d{1,2}月/.exec(plain(`${sheet} ${title}`))?.[0] ?? ''
