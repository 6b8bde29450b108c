/** Is an item in the annual plan? As its own row says, or as the register of the plan has it. */
import type { Doc } from '../core.ts'
import { type Item, tablesIn } from './figures.ts'
import { unitKey } from './units.ts'
import { isBlank, plain, yesOf } from './values.ts'

/** What the registers of plans list one by one. */
export interface Plan {
  /** Numbers of planned items, as they are compared. */
  readonly numbers: ReadonlySet<string>
  /** Titles of planned items, by unit. */
  readonly titles: ReadonlyMap<string, readonly string[]>
}

export function plansIn(docs: readonly Doc[]): Plan {
  const numbers = new Set<string>()
  const titles = new Map<string, string[]>()
  for (const { table } of tablesIn(docs, 'plan'))
    for (const record of table.records) {
      const number = record.text('number')
      if (number !== '') numbers.add(numberKey(number))
      const title = titleKey(record.text('title'))
      if (title === '') continue
      const unit = unitKey(record.text('unit'))
      const list = titles.get(unit)
      if (list) list.push(title)
      else titles.set(unit, [title])
    }
  return { numbers, titles }
}

const numberKey = (number: string) =>
  plain(number)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A title to compare: without 关于, 印发, the kind of document and the year. */
const titleKey = (title: string): string =>
  plain(title)
    .replace(/[《》“”"‘’（）()〔〕[\]、，。：:—-]/g, '')
    .replace(/^关于(?:印发|召开|开展|举办|组织|做好|进一步)*/, '')
    .replace(/(?:19|20)\d{2}年度?/, '')
    .replace(/的?(?:通知|意见|方案|通报|函|决定|会议|会)$/, '')

/** `unknown`: neither the row nor a plan tells. */
export function plannedBy({ record, placed, title, key }: Item, plan: Plan): 'yes' | 'no' | 'not found' | 'unknown' {
  const header = placed.table.columns.planned?.title ?? ''
  const said = record.text('planned')
  if (/计划外|^外$/.test(said)) return 'no'
  if (/计划内|^内$/.test(said)) return 'yes'
  const yes = yesOf(said)
  if (yes !== undefined && said !== '') {
    const outside = /外/.test(header) && !/内/.test(header)
    return yes === outside ? 'no' : 'yes'
  }
  const number = record.text('plan')
  if (/计划外/.test(number)) return 'no'
  if (!isBlank(number)) {
    if (plan.numbers.size === 0 || plan.numbers.has(numberKey(number))) return 'yes'
    return titled(title, plan.titles.get(key) ?? []) ? 'yes' : 'not found'
  }
  const own = plan.titles.get(key)
  // A plan that lists nothing of this unit may be of quotas only.
  if (!own) return 'unknown'
  return titled(title, own) ? 'yes' : 'not found'
}

function titled(title: string, planned: readonly string[]): boolean {
  const wanted = titleKey(title)
  return (
    wanted !== '' &&
    planned.some(
      (one) =>
        one === wanted || (one.length >= 4 && wanted.includes(one)) || (wanted.length >= 4 && one.includes(wanted)),
    )
  )
}
