/** Is an item in the annual plan? As its own row says, or as the register of the plan has it. */
import type { Doc } from '../core.ts'
import { tablesIn, typeOfTable } from './figures.ts'
import { type ItemType, itemTypeOf } from './item-types.ts'
import type { Item } from './items.ts'
import { unitKey } from './units.ts'
import { isBlank, plain, yesOf } from './values.ts'

/** What the registers of plans list one by one. */
export interface Plan {
  /** Numbers of planned items, as they are compared. */
  readonly numbers: ReadonlySet<string>
  /** Planned items by unit, and all of them under ''. */
  readonly titles: ReadonlyMap<string, readonly Planned[]>
  /** Of what some plan lists items one by one for several offices: it is that of all of them. */
  readonly common: ReadonlySet<ItemType>
}

/** As many offices make a plan that of all. */
const SEVERAL = 3

interface Planned {
  /** As it is compared. */
  readonly title: string
  /** Undefined where the plan does not tell. */
  readonly type: ItemType | undefined
}

export function plansIn(docs: readonly Doc[]): Plan {
  const numbers = new Set<string>()
  const titles = new Map<string, Planned[]>()
  const common = new Set<ItemType>()
  const add = (unit: string, planned: Planned) => {
    const list = titles.get(unit)
    if (list) list.push(planned)
    else titles.set(unit, [planned])
  }
  for (const placed of tablesIn(docs, 'plan')) {
    const usual = typeOfTable(placed)
    const units = new Set<string>()
    for (const record of placed.table.records) {
      const number = record.text('number')
      if (number !== '') numbers.add(numberKey(number))
      const title = titleKey(record.text('title'))
      if (title === '') continue
      const said = record.text('type')
      const planned = { title, type: (said === '' ? undefined : itemTypeOf(said)) ?? usual }
      const unit = unitKey(record.text('unit'))
      if (unit !== '') add(unit, planned)
      units.add(unit)
      add('', planned)
    }
    if (usual && units.size >= SEVERAL) common.add(usual)
  }
  return { numbers, titles, common }
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
export function plannedBy(
  { record, placed, title, key, type }: Item,
  plan: Plan,
): 'yes' | 'no' | 'not found' | 'unknown' {
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
    return titled(title, listed(plan, key)) ? 'yes' : 'not found'
  }
  // A plan that lists nothing of this unit may be of quotas only, or of other offices.
  const isCommon = type !== undefined && plan.common.has(type)
  if (listed(plan, key, type).length === 0 && !isCommon) return 'unknown'
  // The notice of a planned meeting is planned with it, whatever kind it is of itself.
  return titled(title, listed(plan, isCommon ? '' : key)) ? 'yes' : 'not found'
}

/** What is planned of this unit, of one kind or of all. */
const listed = (plan: Plan, key: string, type?: ItemType): readonly string[] =>
  (plan.titles.get(key) ?? [])
    .filter((planned) => type === undefined || planned.type === undefined || planned.type === type)
    .map(({ title }) => title)

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
