/**
 * Offices that are new or gone, as remarks and notes say: 7月1日挂牌; 注：县数据局7月成立，自7月起纳入统计; 7月起并入县发改委; of another office:
 * 自7月1日起含原县粮食局.
 */
import type { Doc } from '../core.ts'
import { tablesIn } from './figures.ts'
import { unitKey } from './units.ts'

/** The month in which an office began to be counted, or the first in which it was not any more: 1 to 12, and its year where that is said. */
export interface Turn {
  readonly year?: number
  readonly month: number
}

const SINCE = '(?:(20\\d{2})年)?(1[0-2]|0?[1-9])月(?:份|底|初|[上中下]旬|\\d{1,2}[日号])?(?:起|开始|后)?，?'
const BEGAN = new RegExp(`${SINCE}(?:正式|新)?(?:挂牌|成立|组建|设立|揭牌|划入|转隶|纳入|开始(?:统计|填报)|并入统计)`)
const GOES =
  '(?:(?:已|整体)?(?:并入|合并(?:到|至|入)|撤并|整合(?:到|至|入)|划归|归入)(?!统计)|(?:已)?(?:撤销|不再(?:保留|统计|单独(?:统计|填报))))'
const ENDED = new RegExp(SINCE + GOES)
/** In a note: who goes is named, before the verb; who takes it in is named behind it. */
const NAMED_ENDED = new RegExp(`${SINCE}[^，。；;]{0,24}?${GOES}`)
/** Of the office that another one took in. */
const TOOK_IN = new RegExp(
  `${SINCE}[^，。；;]{0,6}?(?:含|并入|合并|承接|接收|划入)了?原([一-龥]{3,20}?)(?=$|[，。；;、（(数的职\\s])`,
)
const NOTE = /^\s*(?:注|备注|说明|填表说明)/

/** Both by `unitKey`. */
export interface Lifetimes {
  readonly begun: ReadonlyMap<string, Turn>
  readonly ended: ReadonlyMap<string, Turn>
}

export function lifetimesIn(docs: readonly Doc[]): Lifetimes {
  const begun = new Map<string, Turn>()
  const ended = new Map<string, Turn>()
  for (const { doc, table } of tablesIn(docs, 'monthly')) {
    if (!BEGAN.test(doc.text) && !NAMED_ENDED.test(doc.text) && !TOOK_IN.test(doc.text)) continue
    const notes = notesIn(doc.text)
    for (const record of table.records) {
      const unit = record.text('unit')
      if (unit === '') continue
      const remark = record.text('remark')
      const own = notes.filter((clause) => clause.includes(unit))
      const taken = TOOK_IN.exec(remark)
      if (taken) {
        ended.set(unitKey(taken[3]!), turn(taken))
        continue
      }
      const began = firstOf(BEGAN, [remark, ...own])
      if (began) begun.set(unitKey(unit), turn(began))
      const gone =
        ENDED.exec(remark) ?? own.map((clause) => NAMED_ENDED.exec(clause)).find((match) => match && goes(match, unit))
      if (gone) ended.set(unitKey(unit), turn(gone))
    }
  }
  return { begun, ended }
}

const firstOf = (pattern: RegExp, texts: readonly string[]): RegExpExecArray | null =>
  texts.map((text) => pattern.exec(text)).find((match) => match !== null) ?? null

const goes = ({ input, index, 0: whole }: RegExpExecArray, unit: string): boolean =>
  input.slice(0, index + whole.length).includes(unit)

const notesIn = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .filter((line) => NOTE.test(line))
    .flatMap((line) => line.split(/[。；;\t]/))

const turn = ([, year, month]: readonly (string | undefined)[]): Turn => ({
  month: Number(month),
  ...(year !== undefined && { year: Number(year) }),
})

/** Was it not counted in that month, YYYY-MM: not yet, or not any more? */
export const isOutside = (month: string, key: string, { begun, ended }: Lifetimes): boolean =>
  isBefore(month, begun.get(key)) || (ended.has(key) && !isBefore(month, ended.get(key)))

function isBefore(month: string, turn: Turn | undefined): boolean {
  if (!turn) return false
  const [year, number] = month.split('-').map(Number) as [number, number]
  return turn.year === undefined || year === turn.year ? number < turn.month : year < turn.year
}
