/** What stands above columns, and which field of which kind it names. */
import type { RegisterKind } from '../core.ts'
import { KINDS } from './kinds.ts'

/** A header as names are compared: half-width, without white space, parentheses and marks. 发文数（件） → 发文数. */
export function headerName(text: string): string {
  if (/^[\u4e00-\u9fff]*$/.test(text)) return text.replace(MONTH_OF_WHICH, '')
  return (
    text
      .slice(0, 80)
      .normalize('NFKC')
      .replace(/\s+/g, '')
      // 1—6月累计
      .replace(/1月?[-—–~～至到](1[0-2]|[2-9])月/, '至$1月')
      .replace(/\([^()]*\)|\[[^[\]]*\]|〔[^〔〕]*〕|【[^【】]*】/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .replace(MONTH_OF_WHICH, '')
  )
}
/** 一季度 | 其中：1月 | 2月 | 3月: it is a month like the others. */
const MONTH_OF_WHICH = /^其中(?=(?:(?:19|20)\d{2}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)/

/** A column of its own for each month: 1月, 2026年3月发文数. */
export const MONTHLY =
  /^((?:(?:19|20|21)\d{2}年?)?(?:0?[1-9]|1[0-2]|一|二|三|四|五|六|七|八|九|十|十一|十二)月)份?(.*)$/
/** As many such columns make a table that has one for each. */
export const FEWEST_MONTHS = 2

/** What most cells of a column are, where they are of one kind. `ticks`: marks for what is so, and nothing else. */
export type Holding = 'words' | 'ticks' | 'numbers' | undefined
/** Do they say something that is no number? */
export const inWords = (holding: Holding): boolean => holding === 'words' || holding === 'ticks'

/** How well a row of headers fits a kind. */
export interface Fit {
  readonly kind: RegisterKind
  /** Field → column. */
  readonly columns: ReadonlyMap<string, number>
  readonly score: number
  /** Some column is one that only this kind has. */
  readonly telling: boolean
  /** Fields that it cannot do without and that no column names. */
  readonly lacking: readonly string[]
  /** Fields whose columns were taken for want of better ones. */
  readonly weak: ReadonlySet<string>
  /** Each month has a column of its own. */
  readonly perMonth?: boolean
  /** Who, as what, in which group, and nothing of the groups themselves. */
  readonly ofPeople?: boolean
}

/** 群一, 群二: columns for one thing each of several. The name of a single such column stays as it is. */
export function unnumbered(names: readonly string[]): readonly string[] {
  const stems = names.map((name) => name.replace(NUMBERED, ''))
  const isSeveral = (stem: string) => stem !== '' && stems.filter((other) => other === stem).length > 1
  return names.map((name, i) => (isSeveral(stems[i]!) ? stems[i]! : name))
}
const NUMBERED = /(?<=[一-龥])(?:\d{1,2}|[一二三四五六七八九十])$/

/**
 * Which columns are which fields of `kind`. `named`: names that somebody gave, by field; they go first. `holding`: what stands below: 计划 may be how
 * many are planned, or whether something is.
 */
export function fit(
  kind: RegisterKind,
  headers: readonly string[],
  named: Readonly<Record<string, string>> = {},
  holding: (column: number) => Holding = () => undefined,
): Fit {
  const { fields, oneOf } = KINDS[kind]
  const columns = new Map<string, number>()
  const taken = new Set<number>()
  const weakly = new Set<string>()
  let score = 0
  let telling = false
  const take = (field: string, column: number) => {
    if (column < 0 || taken.has(column) || columns.has(field)) return false
    columns.set(field, column)
    taken.add(column)
    return true
  }
  let bare: readonly string[] | undefined
  const told = () => (bare ??= headers.map(asDone))
  for (const [field, name] of Object.entries(named)) {
    if (take(field, headers.indexOf(headerName(name)))) score += 3
  }
  for (const [field, { names, weak, required, filled, telling: tells, wordy, type, aside }] of Object.entries(fields)) {
    const isText = (type === 'text' && (required || filled || wordy || field === 'group')) || type === 'unit'
    // 已加入的群, above ticks: not what a group is called.
    const never: readonly Holding[] = type === 'count' ? ['words', 'ticks'] : isText ? ['numbers', 'ticks'] : []
    const holds = never.length > 0 ? (column: number) => !never.includes(holding(column)) : undefined
    const sure = firstOf(headers, names, taken, holds)
    const done = sure < 0 && type === 'date' && !AHEAD.has(field) ? firstOf(told(), names, taken, holds) : sure
    const column = done >= 0 ? done : wordy ? firstOf(headers, [wordy], taken, (i) => holding(i) === 'words') : sure
    if (take(field, column)) {
      score += tells ? 3 : required ? 2 : aside ? 0 : 1
      telling ||= tells === true
    } else if (weak && take(field, firstOf(headers, [weak], taken, holds))) {
      score += 1
      weakly.add(field)
    }
  }
  for (const field of weakly) {
    const { weakBeside } = fields[field]!
    if (!weakBeside || weakBeside.some((other) => columns.has(other))) continue
    columns.delete(field)
    weakly.delete(field)
    score -= 1
  }
  const lacking = Object.keys(fields).filter((field) => fields[field]!.required && !columns.has(field))
  // 序号 | 事项 | 计划月份: what is planned, where it is not of what kind.
  const type = columns.get('type')
  if (oneOf?.includes('title') && type !== undefined && !oneOf.some((field) => columns.has(field))) {
    columns.set('title', type)
    columns.delete('type')
  }
  if (oneOf && !oneOf.some((field) => columns.has(field))) lacking.push(oneOf[0]!)
  return { kind, columns, score, telling, lacking, weak: weakly }
}

/** Days by which something is to be done: 实际结束日期 is none of them. */
const AHEAD: ReadonlySet<string> = new Set(['end', 'extended', 'fileBy', 'reportDue', 'implementingDue'])
/** 已报告日期, 实际解散时间, 何时报备的: what the column of a day on which something was done is called; '' where it is so called anyway. */
function asDone(name: string): string {
  const asked = /^(?:什么时候|何时|哪[天日])(?:已经?|才)?(?:向)?([一-龥]{2,6}?)的?$/.exec(name)?.[1]
  if (asked !== undefined) return `${asked}日期`
  const bare = name.replace(DONE, '').replace(/^([一-龥]{2,8}?)(?:完成|的)(?=(?:日期|时间)$)/, '$1')
  return bare !== name && /(?:日期|时间)$/.test(bare) ? bare : ''
}
const DONE = /^(?:(?:已经?|实际|真正|最终|现已|首次)(?:已|于)?|实(?!施))(?=[一-龥]{3,})/

/** How many columns make it one of its kind. */
export const ownColumns = ({ kind, columns }: Pick<Fit, 'kind' | 'columns'>): number =>
  [...columns.keys()].filter((field) => !KINDS[kind].fields[field]?.aside).length

/** The first column that bears the surest of these names. */
function firstOf(
  headers: readonly string[],
  names: readonly RegExp[],
  taken: ReadonlySet<number>,
  holds: (column: number) => boolean = () => true,
): number {
  for (const name of names) {
    const column = headers.findIndex((header, i) => header !== '' && !taken.has(i) && name.test(header) && holds(i))
    if (column >= 0) return column
  }
  return -1
}
