/** What registers say in figures about documents, meetings and inspections, in one form whatever their columns. For rules and for the ledger. */
import type { Doc, Mark, RegisterKind, Table, TableCell, TableRecord } from '../core.ts'
import { perObject } from '../per-object.ts'
import { type ItemType, itemTypeOf, itemTypes } from './item-types.ts'
import { planChange } from './plan-changes.ts'
import { openSayings, subjectsOf } from './sayings.ts'
import { unitKey } from './units.ts'
import { countOf, dayOf, isApproved, monthOf, numberOf, yearOf } from './values.ts'

/** A table and the document it stands in. */
export interface Placed {
  readonly doc: Doc
  readonly table: Table
}

/** All tables of a kind, in the order of the documents. */
export const tablesIn = (docs: readonly Doc[], kind: RegisterKind): Placed[] =>
  docs.flatMap((doc) =>
    (doc.register?.tables ?? []).filter((table) => table.kind === kind).map((table) => ({ doc, table })),
  )

export const cellMark = ({ doc }: Placed, cell: TableCell): Mark => ({ doc, span: cell.span })

/** The same for marks that begin at one place. */
export const placeKey = ({ doc, span }: Mark): string => `${doc.path}\n${span.start}`

/** One figure of a register. */
export interface Figure {
  /** As written, and as offices are compared. */
  readonly unit: string
  readonly key: string
  readonly type: ItemType
  readonly value: number
  readonly at: Mark
}
/** How many a unit issued or held in a month. */
export interface Count extends Figure {
  /** YYYY-MM */
  readonly month: string
  /** Of the year so far, as the register says. */
  readonly soFar?: { readonly value: number; readonly at: Mark }
}

/** A figure as it stands in its row. */
export interface Said extends Omit<Figure, 'value'> {
  /** Undefined where the register has it added up only. */
  readonly value: number | undefined
  /** Month or year. */
  readonly when: string
  readonly record: TableRecord
  readonly table: Table
  /** Where the unit is named. */
  readonly unitAt: Mark
  /** Of the year so far, as the register says. */
  readonly soFar?: { readonly value: number; readonly at: Mark }
  /** Of a plan: how much of it is used, as it says itself. */
  used?: { readonly value: number; readonly at: Mark }
  /** The register has said this before: it does not count. */
  readonly earlier?: Said
}

/**
 * All figures of a register, those that do not count with what they repeat: `when` is the year of a plan ('' where nothing tells), and of monthly
 * figures YYYY-MM (-MM where nothing tells the year). Cells that are no counts are left out.
 */
export const saidIn = (doc: Doc, kind: 'plan' | 'monthly'): readonly Said[] => SAID[kind](doc)

/** Several rules ask, and a large register takes its time. */
const SAID = {
  plan: perObject((doc: Doc) => [...saying(doc, 'plan')]),
  monthly: perObject((doc: Doc) => [...saying(doc, 'monthly')]),
}

function* saying(doc: Doc, kind: 'plan' | 'monthly'): Iterable<Said> {
  const earlierOf = openSayings<Said>()
  for (const placed of tablesIn([doc], kind)) {
    const { table } = placed
    const year = yearOfTable(placed)
    const subjectOf = subjectsOf(table)
    const usual = typeOfTable(placed)
    for (const record of table.records) {
      const named = record.get('unit')
      const when =
        kind === 'plan'
          ? String(yearOf(record.text('year')) ?? year ?? '')
          : (monthIn(record, table, year) ?? monthAlone(record))
      if (!named || named.text === '' || when === undefined || (kind === 'plan' && isForAnotherYear(record, when)))
        continue
      const unit = named.text
      const key = unitKey(unit)
      const unitAt = cellMark(placed, named)
      const subject = subjectOf(record, unit, key, when)
      for (const { type, cell, value, soFar, used } of amountsOf(record, kind === 'plan' ? 'quota' : 'count', usual)) {
        const total = soFar && countOf(soFar.text)
        const spent = used && used.text !== '' ? countOf(used.text) : undefined
        const said: Said = {
          unit,
          key,
          unitAt,
          when,
          record,
          table,
          type,
          value: kind === 'plan' ? grantedIn(table, record, type, value, spent) : withApproved(value, spent, record),
          at: cellMark(placed, cell),
          ...(soFar && total !== undefined && { soFar: { value: total, at: cellMark(placed, soFar) } }),
          ...(used && spent !== undefined && { used: { value: spent, at: cellMark(placed, used) } }),
        }
        const earlier = earlierOf(subject, said)
        // 年初计划, and below it 计划执行: what was planned is said again, what is used only now.
        if (earlier && said.used) earlier.used ??= said.used
        yield earlier ? { ...said, earlier } : said
      }
    }
  }
}

/** A plan with what was added to it in a column of its own, and without what was taken from it; else with what the remark says was approved. */
function grantedIn(
  table: Table,
  record: TableRecord,
  type: ItemType,
  value: number | undefined,
  spent: number | undefined,
): number | undefined {
  const by = changedBy(table, record, record.get(type) ? type : 'quota')
  if (by === 'unknown') return undefined
  return value === undefined || by === undefined || by === 0
    ? withApproved(value, spent, record)
    : Math.max(0, value + by)
}

/**
 * By how much a plan's `field` was changed, as columns beside it tell; undefined where there are none, or the plan is the one that they made of it;
 * `unknown` where they tell of a change that nobody can count.
 */
export function changedBy(table: Table, record: TableRecord, field: string): number | 'unknown' | undefined {
  const { columns } = table
  const [added, cut] = /^(?:quota|yearly)$/.test(field) ? ['added', 'cut'] : [`${field}Added`, `${field}Cut`]
  // One column of changes is that of the only plan.
  const changed = columns.changed && isOnlyPlan(table, field) ? 'changed' : undefined
  if (!(columns[added!] || columns[cut!] || changed) || /后/.test(columns[field]?.title ?? '')) return undefined
  const more = amountIn(record.text(added!))
  const less = amountIn(record.text(cut!))
  const change = changed ? planChange(record.text(changed)) : { by: 0 }
  if (more === undefined || less === undefined || change === undefined) return 'unknown'
  const by = 'by' in change ? change.by : change.to - (countOf(record.text(field)) ?? change.to)
  return more - Math.abs(less) + by
}
/** 2, 追加2（县委办批）; nothing is 0. */
function amountIn(said: string): number | undefined {
  const number = said === '' ? 0 : numberOf(said)
  if (number !== undefined) return number
  const change = planChange(said)
  return change && 'by' in change ? change.by : undefined
}
const isOnlyPlan = ({ columns, kind }: Table, field: string): boolean =>
  PLANS[kind === 'plan' ? 'plan' : 'monthly'].every((other) => other === field || !columns[other])
const PLANS = { plan: ['quota', ...itemTypes], monthly: ['yearly', ...itemTypes.map((type) => `${type}Yearly`)] }

/** 暴雨后加开1次，经县委批准: as many more than were planned. */
function withApproved(value: number | undefined, spent: number | undefined, record: TableRecord): number | undefined {
  if (value === undefined || spent === undefined || spent <= value) return value
  const remark = record.text('remark')
  if (!isApproved(remark)) return value
  const more = countOf(MORE.exec(remark)?.[1] ?? '')
  if (more !== undefined) return Math.min(spent, value + more)
  return BEYOND.test(remark) ? spent : value
}
const MORE =
  /(?:[加增多]|追加|新增|另|计划外)(?:开|发|查|印发|召开|开展|安排|组织)?(?:了|的)?(\d{1,2}|[一二两三四五六七八九十])[次件项个场]/

const BEYOND = /追加|[加增]开|[加增]发|超出|超计划|计划外/

/** 拟2027年3月召开, in a plan of 2026. */
function isForAnotherYear(record: TableRecord, when: string): boolean {
  const due = /(?<!\d)(?:19|20)\d{2}(?=年|[-./]\d)/.exec(record.text('due'))?.[0]
  return due !== undefined && when !== '' && due !== when
}

/** The counts of all `monthly` registers. `asOf`: see `yearOfTable`. */
export function* countsIn(docs: readonly Doc[], asOf?: string): Iterable<Count> {
  for (const figure of monthlyIn(docs, asOf)) if (figure.value !== undefined) yield figure as Count
}

/** As `countsIn`; with those of which a register has the months added up only. */
export function* monthlyIn(
  docs: readonly Doc[],
  asOf?: string,
): Iterable<Omit<Count, 'value'> & { readonly value: number | undefined }> {
  for (const doc of docs)
    for (const { unit, key, type, value, at, when, soFar, earlier } of saidIn(doc, 'monthly')) {
      const month = when.startsWith('-') ? asOf && asOf.slice(0, 4) + when : when
      if (!earlier && month !== undefined) yield { unit, key, type, value, at, month, ...(soFar && { soFar }) }
    }
}

/** The month that a row of monthly figures is about. `year`: of the table; see `yearOfTable`. */
export function monthIn(record: TableRecord, table: Table, year: number | undefined): string | undefined {
  return monthOf(record.text('month'), yearOf(record.text('year')) ?? year, table.since1904)
}

/** 3月 → -03 */
const monthAlone = (record: TableRecord): string | undefined => monthOf(record.text('month'), 2000)?.slice(4)

/** The year of figures that stand beside no year: that of title, sheet, file name, of all other rows or of the other sheets; else the year of `asOf`. */
export function yearOfTable(placed: Placed, asOf?: string): number | undefined {
  const { table } = placed
  return (
    yearIn(placed) ??
    onlyYearIn(table) ??
    table.yearBeside ??
    (asOf === undefined ? undefined : Number(asOf.slice(0, 4)))
  )
}

/** The year that some of its rows name, and no row another. */
const onlyYearIn = perObject((table: Table): number | undefined => {
  let only: number | undefined
  for (const record of table.records) {
    const month = monthIn(record, table, undefined)
    const year = month === undefined ? yearOf(record.text('year')) : Number(month.slice(0, 4))
    if (year === undefined || year === only) continue
    if (only !== undefined) return undefined
    only = year
  }
  return only
})

/** The first month of a table for which nothing tells the year. */
export function yearlessMonth(placed: Placed): TableCell | undefined {
  const { table } = placed
  if (table.kind !== 'monthly' || table.whole || yearOfTable(placed) !== undefined) return undefined
  for (const record of table.records)
    if (monthIn(record, table, undefined) === undefined && monthAlone(record) !== undefined) return record.get('month')
  return undefined
}

/** Of the file, without its folders. */
export const nameOf = ({ path }: Pick<Doc, 'path'>): string => path.replace(/^.*[\\/]/, '')

/** A year that title, sheet or file name give: 2026年, 2026年度. */
export function yearIn({ doc, table }: Placed): number | undefined {
  for (const text of [table.title, table.sheet, nameOf(doc)]) {
    const years = new Set((text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number))
    if (years.size === 1) return [...years][0]
  }
  return yearBelow(doc)
}

/** 注：统计时段为2026年1月1日至8月31日, below the table. */
const yearBelow = perObject(({ text }: Doc): number | undefined => {
  const years = new Set(
    text
      .slice(-FOOT)
      .split('\n')
      .filter((line) => NOTE.test(line))
      .flatMap((line) => line.match(/(?<!\d)(?:19|20)\d{2}(?=年)/g) ?? []),
  )
  return years.size === 1 ? Number([...years][0]) : undefined
})
/** UTF-16 units. */
const FOOT = 600
const NOTE = /^["“]?(?:注|备注|说明|统计|填表|数据)/

/**
 * The numbers in a row, by type: of its columns 发文数, 会议数…, or the one number under `single` that its column 类别 tells the type of, or the
 * table (`usual`). Undefined where it has them added up only.
 */
function* amountsOf(
  record: TableRecord,
  single: 'quota' | 'count',
  usual: ItemType | undefined,
): Iterable<{
  type: ItemType
  cell: TableCell
  value: number | undefined
  soFar?: TableCell | undefined
  used?: TableCell | undefined
}> {
  // 发文指标 | 已发: what is used is of the one kind that is planned.
  const isOnlyOne = itemTypes.filter((type) => record.get(type)).length === 1
  for (const type of itemTypes) {
    const cell = record.get(type)
    const soFar = record.get(`${type}SoFar`)
    const value = cell && cell.text !== '' ? countOf(cell.text) : undefined
    const used = record.get(`${type}Used`) ?? (isOnlyOne ? record.get('used') : undefined)
    if (cell && value !== undefined) yield { type, cell, value, soFar, used }
    else if (!cell && soFar && countOf(soFar.text) !== undefined) yield { type, cell: soFar, value, soFar }
  }
  const cell = record.get(single)
  const said = record.text('type')
  const type = said === '' ? usual : itemTypeOf(said)
  const value = cell && cell.text !== '' ? countOf(cell.text) : undefined
  if (cell && type && value !== undefined)
    yield { type, cell, value, soFar: record.get('countSoFar'), used: record.get('used') }
}

/** What a table without a column 类别 is about: by its columns 会议名称, 发文日期, or its names. */
export function typeOfTable({ doc, table }: Placed): ItemType | undefined {
  const { columns, title, sheet, caption = '' } = table
  for (const text of [columns.title?.title ?? '', columns.date?.title ?? '', caption, sheet, title, nameOf(doc)]) {
    const types = new Set(
      // 印发（召开）时间 is that of either.
      [/文|印发/, /会议|开会|召开/, /督查|检查|考核|督导/].map((pattern, i) =>
        pattern.test(text) ? itemTypes[i] : undefined,
      ),
    )
    types.delete(undefined)
    if (types.size === 1) return [...types][0]
  }
  return undefined
}

/** What a register of facts says, in the form that texts are held against; rows whose value is no number are left out. */
export interface RegisteredFact {
  readonly name: string
  readonly value: number
  readonly measure: string
  readonly year?: number
  readonly scope: string
  /** As written; '' where the register says none. */
  readonly date: string
  readonly at: Mark
}

/** The rows of all `facts` registers. */
export function factsIn(docs: readonly Doc[]): RegisteredFact[] {
  return tablesIn(docs, 'facts').flatMap((placed) =>
    [...placed.table.records].flatMap((record): RegisteredFact[] => {
      const cell = record.get('value')!
      const value = cell.text === '' ? undefined : numberOf(cell.text)
      if (value === undefined) return []
      const date = record.text('date')
      const year =
        yearOf(date) ?? (Number((dayOf(date, placed.table.since1904) ?? monthOf(date))?.slice(0, 4)) || undefined)
      return [
        {
          name: record.text('name'),
          value,
          measure: record.text('measure'),
          scope: record.text('scope'),
          date,
          at: cellMark(placed, cell),
          ...(year !== undefined && { year }),
        },
      ]
    }),
  )
}
