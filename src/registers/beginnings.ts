/** Offices that are new, as remarks and notes say: 7月1日挂牌; 注：县数据局7月成立，自7月起纳入统计. */
import type { Doc } from '../core.ts'
import { tablesIn } from './figures.ts'
import { unitKey } from './units.ts'

/** The month in which an office began to be counted, 1 to 12, and its year where that is said. */
export interface Beginning {
  readonly year?: number
  readonly month: number
}

const BEGAN =
  /(?:(20\d{2})年)?(1[0-2]|0?[1-9])月(?:份|底|初|[上中下]旬|\d{1,2}[日号])?(?:起|开始)?，?(?:正式|新)?(?:挂牌|成立|组建|设立|揭牌|划入|转隶|纳入|开始(?:统计|填报)|并入统计)/
const NOTE = /^\s*(?:注|备注|说明|填表说明)/

/** By `unitKey`. */
export function beginningsIn(docs: readonly Doc[]): ReadonlyMap<string, Beginning> {
  const begun = new Map<string, Beginning>()
  for (const { doc, table } of tablesIn(docs, 'monthly')) {
    if (!BEGAN.test(doc.text)) continue
    const notes = notesIn(doc.text)
    for (const record of table.records) {
      const unit = record.text('unit')
      if (unit === '') continue
      const told = beginningIn(record.text('remark')) ?? notes.find(({ clause }) => clause.includes(unit))?.beginning
      if (told) begun.set(unitKey(unit), told)
    }
  }
  return begun
}

const notesIn = (text: string) =>
  text
    .split(/[\r\n]+/)
    .filter((line) => NOTE.test(line))
    .flatMap((line) => line.split(/[。；;\t]/))
    .flatMap((clause) => {
      const beginning = beginningIn(clause)
      return beginning ? [{ clause, beginning }] : []
    })

function beginningIn(text: string): Beginning | undefined {
  const [, year, month] = BEGAN.exec(text) ?? []
  return month === undefined ? undefined : { month: Number(month), ...(year !== undefined && { year: Number(year) }) }
}

/** Had it not begun in that month, YYYY-MM? */
export function isBefore(month: string, beginning: Beginning | undefined): boolean {
  if (!beginning) return false
  const [year, number] = month.split('-').map(Number) as [number, number]
  return beginning.year === undefined || year === beginning.year ? number < beginning.month : year < beginning.year
}
