/** The documents, meetings and inspections that registers list one by one, and which of them came to nothing. */
import type { Doc, Mark, TableRecord } from '../core.ts'
import { lazily } from '../lazily.ts'
import { isOfAnotherKind } from './exemptions.ts'
import { cellMark, type Placed, tablesIn, typeOfTable } from './figures.ts'
import { type ItemType, itemTypeOf } from './item-types.ts'
import { titleKey } from './titles.ts'
import { unitKey } from './units.ts'
import { dayOf, isBlank, monthOf, plain } from './values.ts'

/** A document issued, a meeting or an inspection held. */
export interface Item {
  readonly unit: string
  readonly key: string
  /** Undefined where the register does not tell. */
  readonly type: ItemType | undefined
  readonly title: string
  /** Where it took place; '' where the register does not tell. */
  readonly enterprise: string
  /** YYYY-MM-DD; undefined where the cell is no date. */
  readonly day: string | undefined
  /** YYYY-MM, of 2026年10月上旬 too. */
  readonly month: string | undefined
  /** Not where a register says that letters (函) are not; nor, of one inspection, each enterprise that it goes to. */
  readonly counted: boolean
  readonly record: TableRecord
  readonly placed: Placed
}

/** The rows of all `items` registers. */
export function* itemsIn(docs: readonly Doc[]): Iterable<Item> {
  const keys = remembered(unitKey)
  const types = remembered(itemTypeOf)
  /** 说明：函不计入发文指标. */
  const lettersAside = lazily(() =>
    docs.some(({ register, text }) => register !== undefined && LETTERS_ASIDE.test(text)),
  )
  const leads = remembered((units) => units.split(JOINTLY, 1)[0]!.replace(AND_OTHERS, ''))
  for (const placed of tablesIn(docs, 'items')) {
    if (placed.table.filings || placed.table.approvals) continue
    const usual = typeOfTable(placed)
    const { since1904 } = placed.table
    const days = remembered((text) => dayOf(text, since1904))
    const months = remembered((text) => monthOf(text, undefined, since1904))
    for (const record of placed.table.records) {
      // 县农业农村局、县财政局: who leads stands first, and counts it.
      const unit = leads(record.text('unit'))
      const said = record.text('type')
      const title = record.text('title')
      const enterprise = record.text('enterprise')
      const when = record.text('date')
      // 无; what was received; what came to nothing.
      if (NOTHING.test(title) || /^[收来]/.test(record.text('direction')) || cameToNothing(record, when)) continue
      const type = said === '' ? usual : types(said)
      const day = days(when)
      yield {
        unit,
        key: keys(unit),
        type,
        title,
        enterprise,
        day,
        month: day?.slice(0, 7) ?? months(when),
        counted: enterprise === '' && !(type === 'documents' && IS_LETTER.test(title) && lettersAside()),
        record,
        placed,
      }
    }
  }
}

const LETTERS_ASIDE = /函件?(?:一律)?(?:均|都)?不(?:计入|计算|纳入|占用?)(?!外)/
const IS_LETTER = /函[》”]?$/

/** Between offices that do one thing together. */
const JOINTLY =
  /(?<=[局委办部院会镇乡心联社协]|街道|办公室)(?:\s*[、，,；;]\s*(?=[一-龥]{2})|\s+(?=(?:县|市|区|中共)[一-龥]{2})|(?:会同|联合|协同|商|会商|牵头[，,]?)(?=[一-龥]{2}))/
/** 县应急局等, 县应急局（牵头）. */
const AND_OTHERS =
  /(?<=[局委办部院会镇乡心联社协]|街道|办公室)(?:等(?:[\d一二三四五六七八九十]{0,2}个?(?:部门|单位)|相关(?:部门|单位))?|牵头)$/
const NOTHING = /^(?:无|没有|[-—–/\\]+|[（(]?(?:[此该本]?号|编号|文号)?(?:作废|空号).*)$/
/** 取消,未印发; 因故取消，改为5月召开; 未实施，推迟至2027年. */
const VOID =
  /^(?:[此该本]?号|会议|活动|检查|督查|文件|事项|[此该本][次件项])?(?:因[^，,。；;]{1,16}?[，,]?)?(?:会议|活动|检查|督查|[此该本][次件项])?(?:已|现)?(?:经[^，,。；;]{1,10}?)?(?:作废|取消(?=$|[，,。；;（(]|召开|印发|开展|实施|举办|发文|制发|未)|停办|停发|未(?:召开|印发|实施|开展|举办|执行|发文|制发)|不再(?:召开|印发|实施|开展|举办|发文))|[，,；;](?:本次|该次)?(?:会议|活动|检查|督查|考核|文件)(?:已|临时)?取消|^(?:已|现)?与[^，,。；;]{1,20}合并(?:召开|开展|举办|进行)/
/** 延期，未召开; 编号错误，未印发. */
const NOT_DONE = /(?:^|[，,；;])(?:尚)?未(?:单独|另行|再)?(?:召开|印发|实施|开展|举办|执行)$/
/** 不发了, 没开成, 未去: as people speak; not 没发现问题. */
const GIVEN_UP =
  /(?:^|[，,；;、])暂(?:不|未|缓)(?:印发|制发|召开|开展|发|开|办|搞)(?=$|[，,。；;（(])|(?:^|[，,；;、])(?:后来?|最后|实际|会议|文件|会|文|活动|检查|督查|[此该本][次件项])?(?:(?:不(?:再)?(?:发|开|办|搞|印|查|去|检查|召开|印发|开展)|(?:发|开|办)不)了|(?:没有?|未)(?:再)?(?:发|开|印|办|搞|去|查|下发|发出|召开|印发|开展|成行|开成|发成|办成|搞成)(?:成|了)?)(?=$|[，,。；;（(])/
/** 以电话通知代替: where there is no day for it. */
const INSTEAD =
  /(?:[以由用]|改[用为由以成])[^，,。；;]{1,10}(?:代替|替代|取代)|改[用为由以成](?:电话|微信|短信|口头|工作群|群里)[^，,。；;]{0,8}(?:通知|告知)/
/** Put off; where it has a day all the same, it was held then. */
const PUT_OFF = /^(?:因[^，,。；;]{1,10}?)?(?:已|现)?(?:推迟|延期|延后|暂缓|缓办|顺延)/

const SET_ASIDE = [VOID, PUT_OFF]
/** 转发件，不计入. */
const NOT_COUNTED =
  /(?:^|[，,；;])(?:转发|上级|联合)?[^，,；;]{0,6}不计入(?:年度)?(?:数量|总数|总量|发文|会议|督查检查|统计|计划|控制数?|指标)?(?:数|数量|总[数量]|指标)?(?:$|[。，,、；;）)])/

/** An item that was entered and then neither issued nor held, is not the office's own, or none of what is counted. `when`: what its date says, where it has been read already. */
export function cameToNothing(record: TableRecord, when = record.text('date')): boolean {
  // 延期 stands where the day would.
  if (/^[一-龥]/.test(when) && SET_ASIDE.some((pattern) => pattern.test(plain(when)))) return true
  if (record.text('counted').startsWith('不')) return true
  const said = ['remark', 'status', 'progress'].map(record.text).filter((text) => text !== '')
  if (said.length === 0) return false
  const remark = plain(said.join('；'))
  return (
    VOID.test(remark) ||
    NOT_COUNTED.test(remark) ||
    isOfAnotherKind(remark) ||
    NOT_DONE.test(remark) ||
    GIVEN_UP.test(remark) ||
    ((PUT_OFF.test(remark) || INSTEAD.test(remark)) && when === '')
  )
}

/** As many results are kept. */
const REMEMBERED = 5_000
/** In a hundred thousand rows there are some dozen units and some hundred days. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size < REMEMBERED) known.set(text, value)
    return value
  }
}

const NOT_FILED = /^(?:否|未|待|拟|正在|尚未|补办|在办|申请中|还?没(?!必要)|一直没|漏[报备]|忘)/
/** Does the row itself say that the item was filed? 未备案 and 否 say that it was not. */
export const isFiled = (record: TableRecord): boolean =>
  ['filing', 'filed'].some((field) => !isBlank(record.text(field)) && !NOT_FILED.test(record.text(field)))

/**
 * The day of filing that a cell gives beside other words: 已报备（县委办督查室2026年8月19日）, 备12号 2026.8.19, 已于8月19日报备; of several the first. Of one
 * without a year the year is that of the item's own `day`, or one that is nearer to it. Undefined where it tells none, or one of something else.
 */
function filedIn(text: string, day: string): string | undefined {
  if (text.length > LONGEST_FILING || !/\d\s?[月./-]\s?\d/.test(text)) return undefined
  const days = [...plain(text).matchAll(DAY_IN)].flatMap(({ groups }) => {
    const { y, m, d, y2, m2, d2 } = groups!
    const month = m ?? m2
    return dayOf(`${y ?? y2 ?? nearest(day, Number(month))}年${month}月${d ?? d2}日`) ?? []
  })
  return days.sort()[0]
}
/** As `filedIn`, for many cells: registers say the same of all that was filed on one day. */
export function filingDays(): (text: string, day: string) => string | undefined {
  const read = remembered((key) => filedIn(key.slice(DAY_LENGTH), key.slice(0, DAY_LENGTH)))
  return (text, day) => read(day + text)
}
const DAY_LENGTH = '2026-08-19'.length
const LONGEST_FILING = 60
/** Not until when, nor who said yes, nor when there was a receipt. */
const DAY_IN =
  /(?<![\d〔[拟])(?<!计划|应于|须于)(?:(?:(?<y>20\d{2})年|(?<![年./-]))(?<m>1[0-2]|0?[1-9])月(?<d>\d{1,2})[日号]|(?<y2>20\d{2})([./-])(?<m2>\d{1,2})\5(?<d2>\d{1,2})(?![\d号./-]))(?!前|之前|以前|(?:(?!报备|备案)[^,，。；;()]){0,8}(?:批准|同意|审批|批示|召开|印发|会议|领取|领回|回执|补正|补充|归档))/g

/** The year in which a month is nearest to a day. */
function nearest(day: string, month: number): number {
  const [year, own] = day.split('-').map(Number) as [number, number]
  return month - own > 6 ? year - 1 : own - month > 6 ? year + 1 : year
}

/** A row of a register of filings. */
export interface Filing {
  /** YYYY-MM-DD; undefined where the cell is no date. */
  readonly day: string | undefined
  readonly at: Mark
}
/** As many filings are searched for one whose title says more, or less, than that of an item. */
const SEARCHED = 500
const LONG_ENOUGH = 6

/**
 * Which filings a register of them has of an item, undefined where it has none; undefined where there is no such register. By title: filings do not always say
 * for whom. Of one whose title only contains the other nobody knows for sure that it is the same: `day` is not told.
 */
export function filedElsewhere(docs: readonly Doc[]): ((title: string) => readonly Filing[] | undefined) | undefined {
  const titles = new Map<string, Filing[]>()
  let any = false
  for (const placed of tablesIn(docs, 'items')) {
    const { table } = placed
    if (!table.filings) continue
    any = true
    for (const record of table.records) {
      const key = titleKey(record.text('title'))
      const own = titles.get(key) ?? []
      const cell = record.get('filed') ?? record.get('title')!
      own.push({ day: dayOf(record.text('filed'), table.since1904), at: cellMark(placed, cell) })
      titles.set(key, own)
    }
  }
  if (!any) return undefined
  const like = remembered((key): readonly Filing[] | undefined => {
    if (key.length < LONG_ENOUGH || titles.size > SEARCHED) return undefined
    for (const [other, own] of titles)
      if (other.length >= LONG_ENOUGH && (other.includes(key) || key.includes(other)))
        return own.map(({ at }) => ({ day: undefined, at }))
    return undefined
  })
  return (title) => titles.get(titleKey(title)) ?? like(titleKey(title))
}
