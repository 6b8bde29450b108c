/** Is an item in the annual plan? As its own row says, or as the register of the plan has it. */
import type { Doc, Table } from '../core.ts'
import { lazily } from '../lazily.ts'
import { enterpriseKeysIn, enterprisesOf } from './enterprises.ts'
import { nameOf, tablesIn, typeOfTable, yearOfTable } from './figures.ts'
import { type ItemType, itemTypeOf } from './item-types.ts'
import type { Item } from './items.ts'
import { timesOf } from './times.ts'
import { isOf, type Subject, subjectOf, titleKey } from './titles.ts'
import { unitKey } from './units.ts'
import { isBlank, monthsNamed, plain, yesOf } from './values.ts'

/** What the registers of plans list one by one. */
export interface Plan {
  /** Numbers of planned items, as they are compared. */
  readonly numbers: ReadonlySet<string>
  /** Planned items by unit, and all of them under ''. */
  readonly titles: ReadonlyMap<string, readonly Planned[]>
  /** Of what some plan lists items one by one for several offices: it is that of all of them. */
  readonly common: ReadonlySet<ItemType>
  /** Some plan does not say whose it is: it is that of whoever has none of his own. */
  readonly ownerless: boolean
  /** Years that the plans are for; empty where none says. */
  readonly years: ReadonlySet<number>
  /** Months (1 to 12) that the plans are for; all of them unless each plan says which. */
  readonly months: ReadonlySet<number>
  /** Registers that give most of their items the numbers that they have in the plan: what has none there is not in it. */
  readonly numbered: () => ReadonlySet<Table>
  /** What enterprises are compared by. */
  readonly enterprise: (name: string) => string
}

/** As many offices make a plan that of all. */
const SEVERAL = 3

interface Planned {
  /** As it is compared. */
  readonly title: string
  readonly subject: () => Subject
  /** Where it is to take place; empty where the plan does not tell. */
  readonly enterprises: readonly string[]
  /** Undefined where the plan does not tell. */
  readonly type: ItemType | undefined
  /** How often in the year; undefined where the plan does not tell. */
  readonly times: number | undefined
}

export function plansIn(docs: readonly Doc[]): Plan {
  const numbers = new Set<string>()
  const titles = new Map<string, Planned[]>()
  const common = new Set<ItemType>()
  const offices = new Map<ItemType, Set<string>>()
  let ownerless = false
  const months = new Set<number>()
  const years = new Set<number>()
  const add = (unit: string, planned: Planned) => {
    const list = titles.get(unit)
    if (list) list.push(planned)
    else titles.set(unit, [planned])
  }
  const enterprise = enterpriseKeysIn(docs)
  const visited = lazily(
    () =>
      new Set(
        tablesIn(docs, 'items').flatMap(({ table }) =>
          table.columns.enterprise
            ? [...table.records].flatMap(({ text }) => enterprisesOf(text('enterprise')).map(enterprise))
            : [],
        ),
      ),
  )
  // 商超、加油站 are not what anybody is called: of all such.
  const isOne = (name: string) => name.endsWith('公司') || visited().has(enterprise(name))
  for (const placed of tablesIn(docs, 'plan')) {
    const usual = typeOfTable(placed)
    const span = monthsNamed(
      `${placed.table.title} ${placed.table.sheet} ${placed.doc.facts.title} ${nameOf(placed.doc)}`,
    ) ?? [1, 12]
    for (let month = span[0]; month <= span[1]; month++) months.add(month)
    const year = yearOfTable(placed)
    if (year !== undefined) years.add(year)
    for (const record of placed.table.records) {
      for (const number of numberKeys(record.text('number'))) numbers.add(number)
      const title = titleKey(record.text('title'))
      if (title === '') continue
      const enterprises = enterprisesOf(record.text('enterprise'))
      const said = record.text('type')
      const often = record.text('times') || record.text('quota') || oftenIn(record.text('due'))
      const planned: Planned = {
        title,
        subject: lazily(() => subjectOf(record.text('title'))),
        enterprises: enterprises.every(isOne) ? enterprises.map(enterprise) : [],
        type: (said === '' ? undefined : itemTypeOf(said)) ?? usual,
        times: often === '' ? undefined : timesOf(often),
      }
      const unit = unitKey(record.text('unit'))
      if (unit !== '') add(unit, planned)
      else ownerless = true
      add('', planned)
      if (planned.type === undefined) continue
      const own = offices.get(planned.type) ?? new Set()
      offices.set(planned.type, own.add(unit))
      if (own.size >= SEVERAL) common.add(planned.type)
    }
  }
  const numbered = lazily(
    () =>
      new Set(
        tablesIn(docs, 'items')
          .map(({ table }) => table)
          .filter((table) => numbersItems(table, numbers)),
      ),
  )
  return { numbers, titles, common, ownerless, years, months, numbered, enterprise }
}

/** 1次 六月, 每季度一次, where it is told when: how often, too. */
const oftenIn = (due: string): string => (/[\d一二两三四五六七八九十]\s?[次场件]|每/.test(due) ? due : '')

/** F-07（增）, H03、H04, F-08/F-09: numbers as they are compared. */
const numberKeys = (written: string): string[] =>
  plain(written)
    .toUpperCase()
    .replace(/\([^()]*\)/g, '')
    .split(/[、,，;；/和及与]/)
    .map((number) => number.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((number) => number !== '')

/** `unknown`: neither the row nor a plan tells. */
export function plannedBy(
  { record, placed, title, enterprise, key, type, day }: Item,
  plan: Plan,
): 'yes' | 'no' | 'not found' | 'unknown' {
  const { columns } = placed.table
  const header = columns.planned?.title ?? ''
  const approval = record.text('approval')
  // Where a number would be, too.
  const said =
    record.text('planned') || [approval, record.text('number')].find((text) => /^计划[内外]/.test(text)) || ''
  const due = plain(record.text('due'))
  // Under （以下计划外）, and all the same planned for some month.
  if (!columns.planned && DUE.test(due) && record.text('planned') === '计划外') return 'yes'
  if (/计划外|^外$/.test(said)) return 'no'
  if (/计划内|^内$/.test(said)) return 'yes'
  const yes = yesOf(said)
  if (yes !== undefined && said !== '') {
    const outside = /外/.test(header) && !/内/.test(header)
    return yes === outside ? 'no' : 'yes'
  }
  // J-03、J-04合并召开, where it should say whether.
  const codes = said.toUpperCase().match(/[A-Z]{1,4}[-—]?\d{1,4}(?:[-—]\d{1,4})?/g) ?? []
  if (codes.length > 0 && codes.every((code) => numberKeys(code).every((one) => plan.numbers.has(one)))) return 'yes'
  const number = record.text('plan')
  if (/计划外/.test(number) || (NOT_DUE.test(due) && isBlank(number))) return 'no'
  if (!isBlank(number)) {
    // One paper, or one meeting, may do for two that were planned.
    if (plan.numbers.size === 0 || numberKeys(number).every((one) => plan.numbers.has(one))) return 'yes'
    return titled(title, enterprise, listed(plan, key), plan) ? 'yes' : 'not found'
  }
  // A plan of the fourth quarter says nothing of what was held in the first.
  if (day !== undefined && !plan.months.has(Number(day.slice(5, 7)))) return 'unknown'
  const isThere = isListed(title, enterprise, key, type, plan, plan.numbered().has(placed.table))
  return isThere === undefined ? 'unknown' : isThere ? 'yes' : 'not found'
}

/** When it was planned for: 8月, 三季度, 下半年. */
const DUE = /\d月|[一二三四五六七八九十]月|季度|[上下]半年|全年|每[月季年]|20\d{2}[-./年]\d|^\d{1,2}[./]\d/
/** 无, in a column that says when others were planned. */
const NOT_DUE = /^[（(]?(?:无|没有|(?:无|没有|未列入?|未纳入|不在|未作)(?:年度)?计划|计划[之以]?外)[）)]?$/

/** Do plans list meetings of this unit for that year, and not this one? `year`: undefined where nobody says. */
export const lacksMeeting = (title: string, unit: string, year: number | undefined, plan: Plan): boolean =>
  (year === undefined || plan.years.size === 0 || plan.years.has(year)) &&
  isListed(title, '', unitKey(unit), 'meetings', plan) === false

function numbersItems({ columns, records }: Table, numbers: ReadonlySet<string>): boolean {
  if (!columns.plan || numbers.size === 0) return false
  let [numbered, all] = [0, 0]
  for (const { text } of records) {
    all++
    const keys = numberKeys(text('plan'))
    if (keys.length > 0 && keys.every((key) => numbers.has(key))) numbered++
  }
  return numbered >= FEWEST_NUMBERED && numbered * 2 > all
}
const FEWEST_NUMBERED = 2

/**
 * Does a plan list it? Undefined where none lists anything of this kind for the unit. `isPlanOfAll`: nor need it do so, for it is the plan of all whose items
 * stand beside this one.
 */
function isListed(
  title: string,
  enterprise: string,
  key: string,
  type: ItemType | undefined,
  plan: Plan,
  isPlanOfAll = false,
): boolean | undefined {
  // A plan that lists nothing of this unit may be of quotas only, or of other offices.
  const isCommon =
    type !== undefined &&
    (plan.common.has(type) || (isPlanOfAll && listed(plan, '', type).some((one) => one.type === type)))
  if (listed(plan, key, type).length === 0 && !isCommon) return undefined
  // The notice of a planned meeting is planned with it, whatever kind it is of itself.
  return titled(title, enterprise, listed(plan, isCommon ? '' : key), plan)
}

/** How often the plan has an item of just this title; undefined where it does not tell, or lists no such item. */
export function timesPlanned({ title, enterprise, key }: Item, plan: Plan): number | undefined {
  const wanted = titleKey(title)
  const same = (plan.titles.get(key) ?? []).filter(
    (planned) => planned.title === wanted && isAt(enterprise, planned, plan),
  )
  // One inspection goes to many enterprises, on as many days.
  const isTold = ({ times, enterprises }: Planned) =>
    times !== undefined && (enterprise === '' || enterprises.length > 0)
  if (same.length === 0 || !same.every(isTold)) return undefined
  return same.reduce((sum, { times = 0 }) => sum + times, 0)
}

/** What is planned of this unit, of one kind or of all. */
const listed = (plan: Plan, key: string, type?: ItemType): readonly Planned[] =>
  (plan.titles.get(key) ?? (plan.ownerless ? plan.titles.get('') : undefined) ?? []).filter(
    (planned) => type === undefined || planned.type === undefined || planned.type === type,
  )

function titled(title: string, enterprise: string, listed: readonly Planned[], plan: Plan): boolean {
  const wanted = titleKey(title)
  if (wanted === '') return false
  const planned = listed.filter((one) => isAt(enterprise, one, plan))
  const isSame = ({ title: one }: Planned) =>
    one === wanted || (one.length >= 4 && wanted.includes(one)) || (wanted.length >= 4 && one.includes(wanted))
  if (planned.some(isSame)) return true
  const subject = subjectOf(title)
  return planned.some((one) => isOf(subject, one.subject()))
}

/** Is it planned for this enterprise? So it may be where one of them does not say for which. */
function isAt(enterprise: string, { enterprises }: Planned, plan: Plan): boolean {
  const own = enterprises.length > 0 ? enterprisesOf(enterprise) : []
  return own.length === 0 || own.some((name) => enterprises.includes(plan.enterprise(name)))
}
