/** Items that somebody approved, and which of the year those are that nobody did. */
import type { Doc, TableRecord } from '../core.ts'
import { grouped } from '../grouped.ts'
import { lazily } from '../lazily.ts'
import { enterpriseKeysIn, enterprisesOf } from './enterprises.ts'
import { tablesIn } from './figures.ts'
import { type Item, itemsIn } from './items.ts'
import { titleKey } from './titles.ts'
import { isApproved, isBlank, plain } from './values.ts'

/** Does the row itself say that it was approved? */
export const saysApproved = (record: TableRecord): boolean =>
  isYes(record.text('approval')) || isApproved(record.text('remark')) || isApproved(record.text('planned'))

/** 审批结果: 不同意. */
const isRefused = (record: TableRecord): boolean =>
  ['verdict', 'approval', 'remark'].some((field) =>
    /^(?:否|未|不|待|暂不|暂缓|退回|驳回|取消)/.test(record.text(field)),
  )

const isYes = (said: string): boolean => !isBlank(said) && !REFUSED.test(said) && !NOT_YET.test(plain(said))
/** 县委办未批复, 没有报批, 报批中, 已上报待批: nobody has said yes. */
const NOT_YET =
  /^没|(?:未|没有?|不)(?:(?:经|获得?|得到|取得)[^，,。；;]{0,8}?|予以?|履行|办理|走|进行)?(?:批准|同意|批复|审批|报批|签批)|(?:报批|审批|申请|呈批|走程序)(?:之)?中|(?<![接招优])(?:等?待|候)(?:领导|县委|书记|县长)?(?:批|审|签|研究)/
const REFUSED = /^(?:否|未|不|待|尚未|正在|拟)|^计划内$|^计划外(?:$|[，,（(；;]?(?:未|待|无|没有))/

/**
 * Which of its year an item that nobody approved is: 1 for the first; of one day one is counted, and of 9月下旬, too. What is still to come after `asOf` is not.
 * Undefined where nothing tells when it was held. Read when it is first asked for.
 */
export function nthOfYear(docs: readonly Doc[], asOf?: string): (item: Item) => number | undefined {
  const isByEnterprise = lazily(() => tablesIn(docs, 'plan').some(({ table }) => table.columns.enterprise))
  const keyOf = enterpriseKeysIn(docs)
  const where = (enterprise: string) => (isByEnterprise() ? enterprisesOf(enterprise).map(keyOf).sort().join('、') : '')
  const id = ({ key, title, enterprise, month }: Item) =>
    `${key}\n${titleKey(title)}\n${where(enterprise)}\n${month!.slice(0, 4)}`
  const days = lazily(() => {
    const held = [...itemsIn(docs)].filter((item) => heldOn(item, asOf) !== undefined && !saysApproved(item.record))
    return new Map([...grouped(held, id)].map(([key, own]) => [key, new Set(own.map((one) => heldOn(one, asOf)!))]))
  })
  return (item) => {
    const on = heldOn(item, asOf)
    return on === undefined ? undefined : [...days().get(id(item))!].filter((day) => day <= on).length
  }
}

/** The day, or 2026-09-31~ of 2026年9月下旬: behind all days that it may have been. */
function heldOn({ day, month, record }: Item, asOf: string | undefined): string | undefined {
  if (day !== undefined || month === undefined) return day
  if (asOf !== undefined && month > asOf.slice(0, 7)) return undefined
  const said = record.text('date')
  return `${month}-${/上旬|初$/.test(said) ? '10' : /中旬/.test(said) ? '20' : '31'}~`
}

/**
 * One meeting may stand in a register of meetings, which says who approved it, and in one of filings: by title and day, the registers that say so; or by
 * title alone in a register of what was approved.
 * Read when it is first asked for.
 */
export function approvedElsewhere(docs: readonly Doc[]): (item: Item) => boolean {
  const approved = lazily(() => {
    const places = [...itemsIn(docs)].flatMap(({ title, day, record, placed: { table } }) =>
      saysApproved(record) ? [title, `${title}\n${day ?? ''}`].map((key) => ({ key, table })) : [],
    )
    return new Map([...grouped(places, ({ key }) => key)].map(([key, own]) => [key, new Set(own.map((o) => o.table))]))
  })
  const listed = lazily(() => {
    const tables = tablesIn(docs, 'items').filter(({ table }) => table.approvals)
    const records = tables.flatMap(({ table }) => [...table.records])
    return new Set(records.filter((record) => !isRefused(record)).map((record) => titleKey(record.text('title'))))
  })
  return ({ title, day, placed }) => {
    if (listed().has(titleKey(title))) return true
    // Where one of them has no day, the title alone decides.
    const keys = day ? [`${title}\n${day}`, `${title}\n`] : [title]
    return keys.some((key) => [...(approved().get(key) ?? [])].some((table) => table !== placed.table))
  }
}
