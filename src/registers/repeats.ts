/** Rows that say again what another row of the register has said; see `openSayings`. */
import type { Doc, Span, TableRecord } from '../core.ts'
import { type Said, saidIn, tablesIn } from './figures.ts'
import { ITEM_NAMES } from './item-types.ts'
import { unitKey } from './units.ts'
import { isBlank } from './values.ts'

export interface Repeat {
  readonly unit: string
  /** Years (2026) or months (2026-01) that are repeated; none where the register does not say. */
  readonly when: readonly string[]
  /** 发文、会议 */
  readonly what: string
  /** Where it was said first. */
  readonly first: string
  /** Do they say different numbers? */
  readonly differs: boolean
  /** The first figure of the row that does not count. */
  readonly at: Span
}

/** One for each row. A sheet that sums up others may say again what they say, but not say it differently. */
export function* repeatsIn(doc: Doc): Iterable<Repeat> {
  for (const kind of ['plan', 'monthly'] as const) {
    const rows = new Map<string, Said[]>()
    for (const said of saidIn(doc, kind)) {
      if (!said.earlier || (said.earlier.table !== said.table && !differs(said))) continue
      const id = `${doc.register!.tables.indexOf(said.table)} ${said.record.row}`
      const own = rows.get(id)
      if (own) own.push(said)
      else rows.set(id, [said])
    }
    for (const own of rows.values()) yield repeatOf(doc, own)
  }
}

const differs = ({ value, earlier }: Said): boolean => value !== earlier!.value

function repeatOf(doc: Doc, row: readonly Said[]): Repeat {
  const [{ unit, earlier, table, at }] = row as [Said]
  return {
    unit,
    when: [...new Set(row.map(({ when }) => when))].filter((when) => when !== ''),
    what: [...new Set(row.map(({ type }) => ITEM_NAMES[type]))].join('、'),
    first: placeOf(doc, earlier!, table),
    differs: row.some(differs),
    at: at.span,
  }
}

/** A group that a register lists twice. */
export interface Twice {
  readonly name: string
  readonly first: string
  /** Columns in which the rows differ: 解散日期、状态; '' where they say the same. */
  readonly columns: string
  readonly at: Span
}

/** Fields in which two rows of one group would contradict each other. */
const TOLD = ['nature', 'start', 'end', 'extended', 'status', 'dissolved']

/** Rows of one table with the number, the name and the office of an earlier one; without numbers, set up on one day on one platform. */
export function* groupsTwiceIn(doc: Doc): Iterable<Twice> {
  for (const { table } of tablesIn([doc], 'groups')) {
    const { columns } = table
    if (!columns.name || !(columns.number || columns.start)) continue
    const seen = new Map<string, TableRecord>()
    for (const record of table.records) {
      const name = record.get('name')
      const told = record.text(columns.number ? 'number' : 'start')
      if (!name || isBlank(name.text) || isBlank(told)) continue
      const id = [name.text, unitKey(record.text('unit')), told, record.text('platform')].join('\n')
      const earlier = seen.get(id)
      if (!earlier) {
        seen.set(id, record)
        continue
      }
      const differing = TOLD.filter((field) => record.text(field) !== earlier.text(field))
      yield {
        name: name.text,
        first: `第${doc.register!.place(earlier.get('name')!.span.start)?.line ?? earlier.row + 1}行`,
        columns: differing.map((field) => columns[field]?.title ?? '').join('、'),
        at: (differing[0] === undefined ? undefined : record.get(differing[0])?.span) ?? name.span,
      }
    }
  }
}

/** 第3行, or 工作表“发文”第3行 where it is another one. */
function placeOf({ register }: Doc, { table, record, at }: Said, from: Said['table']): string {
  const sheet = table.sheet === '' || table === from ? '' : `工作表“${table.sheet}”`
  return `${sheet}第${register!.place(at.span.start)?.line ?? record.row + 1}行`
}
