/** Rows that say again what another row of the register has said; see `openSayings`. */
import type { Doc, Span } from '../core.ts'
import { type Said, saidIn } from './figures.ts'
import { ITEM_NAMES } from './item-types.ts'

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

/** 第3行, or 工作表“发文”第3行 where it is another one. */
function placeOf({ register }: Doc, { table, record, at }: Said, from: Said['table']): string {
  const sheet = table.sheet === '' || table === from ? '' : `工作表“${table.sheet}”`
  return `${sheet}第${register!.place(at.span.start)?.line ?? record.row + 1}行`
}
