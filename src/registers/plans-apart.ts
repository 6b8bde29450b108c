/** What the year's plan of an office is, as two files of one folder say it. */
import type { Doc, Mark } from '../core.ts'
import { grouped } from '../grouped.ts'
import { type Said, saidIn } from './figures.ts'
import type { ItemType } from './item-types.ts'
import { quotasIn } from './quota-figures.ts'

/** A plan of which one file says another number than the other. */
export interface PlanApart {
  readonly unit: string
  readonly type: ItemType
  readonly said: number
  readonly other: number
  readonly at: Mark
  readonly otherAt: Mark
}

interface Planned {
  readonly doc: Doc
  readonly unit: string
  readonly type: ItemType
  readonly value: number
  readonly at: Mark
  /** Somebody says why it is no longer what it was. */
  readonly isChanged: boolean
  /** It tells what has been used, too: it took its plan from elsewhere. */
  readonly isFollowed: boolean
}

/** Two files that agree on so many offices mean the same plan. */
const FEWEST = 2
/** More plans in one folder are those of many places. */
const MOST = 20
/** Of part of the year; not what holds. */
const NOT_OF_YEAR = /[上下]半年|季度?|调整|追加|变更|修订|调剂|草案|初稿|建议|申报|上报稿|预分|征求意见/
/** 由14件调为16件, 县委办批〔2026〕8号. */
const CHANGED = /调[整为至到增减剂]|追加|增加|核[增减]|变更|批准|批复|同意|批〔|[由从]\d+/
/** A third file that changes the plans of some. */
const CHANGES =
  /(?:计划|指标|目标|控制数)[^，。\s]{0,8}(?:调整|追加|变更|调剂)|(?:调整|追加|调剂)[^，。\s]{0,8}(?:计划|指标|目标|控制数)/

export function* plansApart(docs: readonly Doc[]): Iterable<PlanApart> {
  const plans = docs
    .filter(({ register }) => register?.tables.some(({ kind }) => kind === 'plan' || kind === 'monthly'))
    .map((doc) => ({ doc, own: plansOf(doc) }))
    .filter(({ own }) => own.size > FEWEST)
  const told = new Set<string>()
  for (const own of grouped(plans, ({ doc }) => folderOf(doc)).values())
    if (own.length <= MOST)
      for (const [i, one] of own.entries())
        for (const other of own.slice(i + 1)) yield* betweenTwo(one.own, other.own, docs, told)
}

type Plans = ReadonlyMap<string, Planned>

function* betweenTwo(one: Plans, other: Plans, docs: readonly Doc[], told: Set<string>): Iterable<PlanApart> {
  let agreeing = 0
  const apart: (readonly [string, Planned, Planned])[] = []
  for (const [id, a] of one) {
    const b = other.get(id)
    if (!b) continue
    if (a.value === b.value) agreeing++
    else if (!a.isChanged && !b.isChanged) apart.push([id, a, b])
  }
  if (agreeing < FEWEST || agreeing <= apart.length) return
  for (const [id, a, b] of apart) {
    if (told.has(id) || isChangedElsewhere(docs, a.unit)) continue
    told.add(id)
    const [first, second] = a.isFollowed && !b.isFollowed ? [b, a] : [a, b]
    const { unit, type, value: said, at } = second
    yield { unit, type, said, other: first.value, at, otherAt: first.at }
  }
}

const folderOf = ({ path }: Doc): string => path.replace(/[^\\/]*$/, '')

const isChangedElsewhere = (docs: readonly Doc[], unit: string): boolean =>
  docs.some(({ path, facts, text }) => CHANGES.test(`${path} ${facts.title}`) && text.includes(unit))

/** By office, kind and year: what a file says once. */
function plansOf(doc: Doc): Plans {
  const all = [...saidIn(doc, 'plan')].flatMap((said) => plannedIn(doc, said))
  // Beside the months; only of a sheet a row is known to be a line.
  if (all.length === 0 && doc.register!.place(0) !== undefined)
    for (const { unit, key, type, value, year, at, first, listed } of quotasIn([doc]))
      if (year !== undefined && !first && !listed)
        all.push({
          id: `${key} ${type} ${year}`,
          doc,
          unit,
          type,
          value,
          at,
          isChanged: CHANGED.test(lineAt(doc.text, at.span.start)),
          isFollowed: true,
        })
  const byId = grouped(all, ({ id }) => id)
  return new Map([...byId].flatMap(([id, own]) => (own.length === 1 ? [[id, own[0]!] as const] : [])))
}

function plannedIn(doc: Doc, said: Said): (Planned & { readonly id: string })[] {
  const { unit, key, type, value, when, at, used, record, table, earlier } = said
  if (earlier || value === undefined || when === '' || table.columns.title) return []
  const field = Object.values(table.columns).find(({ title }) => NOT_OF_YEAR.test(title))
  if (field || NOT_OF_YEAR.test(`${table.sheet} ${table.title}`)) return []
  const isChanged = CHANGED.test(`${record.text('remark')} ${record.about()}`)
  return [{ id: `${key} ${type} ${when}`, doc, unit, type, value, at, isChanged, isFollowed: used !== undefined }]
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset) + 1, end < 0 ? text.length : end)
}
