/** Sheets → tables whose columns are known, and their rows. */
import type { RegisterHint, RegisterKind, Sheet, Span, Table } from '../core.ts'
import { type Above, aboveOf, type Surroundings } from './above.ts'
import { firstFilled, firstFilledColumn } from './cells.ts'
import { ASKED, findHeader, type Header } from './header-rows.ts'
import { ownColumns } from './headers.ts'
import { itemTypeOf, itemTypes } from './item-types.ts'
import { KINDS } from './kinds.ts'
import { type Beginning, nextTable } from './next-table.ts'
import { ofOneKind } from './one-kind.ts'
import { bodiesColumn, namesOffices, ofBodies, withoutSections } from './owners.ts'
import { plannedByPeriod } from './periods.ts'
import { isAboutStatistics, saysWhetherReported } from './reporting.ts'
import { captionOf, headsMonths, headsOffices, isCaptionLine } from './row-headings.ts'
import { hasOffices, type Slice, slicesOf } from './slices.ts'
import { type Nature, tableOf } from './table.ts'
import { turned } from './turned.ts'

/** Rows in which a table is called something. */
const FIRST = 3

/** Score and columns that make a register. */
const FEW = 5
const MANY = 3

/** Rows of a sheet that belong to one table. `taken`: columns that rules compare by what they mean, by index. */
export interface Part {
  readonly from: number
  readonly until: number
  readonly taken: ReadonlySet<number>
}

/** What a sheet holds. */
export interface Found {
  readonly tables: Table[]
  readonly unknown?: Header
  readonly isSummary?: boolean
  readonly keepers: readonly string[]
  /** The sheet from table to table. */
  readonly parts: readonly Part[]
  /** The rows of one of the tables are of several kinds, each with a total of its own. */
  readonly typed: boolean
}

/**
 * The tables of a sheet: recognised by their headers, or what `hint` says they are. `unknown`: what it is most like where it is none; `keepers`: the offices
 * that lines above tables name.
 */
export function tablesOf(sheet: Sheet, text: string, surroundings: Surroundings, hint: RegisterHint): Found {
  const found = tablesAsWritten(sheet, text, surroundings, hint)
  if (found.tables.length > 0 || hint.kind !== undefined) return found
  const other = turned(sheet)
  if (!other) return found
  const lines = [...surroundings.lines, ...rowSpans(sheet, 0, other.top)]
  const { tables } = tablesAsWritten(other.sheet, text, { ...surroundings, lines }, hint)
  if (!tables.some(({ kind, lacking }) => TURNED.has(kind) && lacking.length === 0)) return found
  const { unknown: _, ...rest } = found
  return { ...rest, tables }
}
/** What is told of offices in figures. */
const TURNED: ReadonlySet<RegisterKind> = new Set(['groups', 'plan'])

function tablesAsWritten(sheet: Sheet, text: string, surroundings: Surroundings, hint: RegisterHint): Found {
  const { file, lines, yearBeside = () => undefined } = surroundings
  const ofQuarters = hint.kind === undefined ? plannedByPeriod(sheet, text, surroundings) : undefined
  if (ofQuarters) return foundAlone(ofQuarters, sheet)
  const about = `${file} ${sheet.name} ${lines.map(({ start, end }) => text.slice(start, end)).join(' ')}`
  const first = findHeader(sheet, 0, about, hint)
  if (!first) {
    const rows = Array.from({ length: Math.min(FIRST, sheet.length) }, (_, row) => firstFilled(sheet, row))
    return {
      tables: [],
      isSummary: SUMMARY.test(`${about} ${rows.join(' ')}`),
      keepers: [],
      parts: [{ from: 0, until: sheet.length, taken: NONE }],
      typed: false,
    }
  }
  const tables: Table[] = []
  const keepers: string[] = []
  const parts: Part[] = []
  let typed = false
  let isSummary = false
  const common = rowsForAll(sheet, first.row)
  const titled = [about, ...Array.from({ length: Math.min(common, FIRST) }, (_, row) => firstFilled(sheet, row))].join(
    ' ',
  )
  // Below one table there may be another: 一、发文, 二、会议, each under names of its own.
  for (let at: Beginning | undefined = { row: first.row, header: first, above: first.row }; at; ) {
    const { row, header, above: top }: Beginning = at
    const next = nextTable(sheet, header ?? { row, below: row + 1 }, titled, hint)
    const end = next?.above ?? sheet.length
    let part = NONE
    if (header) {
      const own = rowSpans(sheet, top, row)
      const near = own.length > 0 ? { ...surroundings, lines: [...own, ...lines] } : surroundings
      const above = aboveOf(sheet, text, header === first ? row : common, end, header.fit, near)
      if (above.unit) keepers.push(above.unit.text)
      const [nearest = ''] = header === first ? linesOf(lines.slice(-1), text).filter(isCaptionLine) : []
      const caption = linesOf(own, text).join(' ') || captionOf(sheet, row) || nearest
      const known = knownTable({ sheet, text, file, hint, found: header, until: end, above, caption, yearBeside })
      // Of what stands below another table nobody misses a column.
      if (known && (header === first || known.table.lacking.length === 0)) {
        tables.push(known.table)
        part = known.taken
        typed ||= known.table.columns.type !== undefined
      } else if (header === first) isSummary = SUMMARY.test(`${above.title} ${file}`)
    }
    parts.push({ from: parts.length === 0 ? 0 : top, until: end, taken: part })
    at = next
  }
  const ofMonths = tables.length === 0 && !hint.kind ? plannedByPeriod(sheet, text, surroundings, true) : undefined
  if (ofMonths) return foundAlone(ofMonths, sheet)
  if (tables.length === 0) return { tables, unknown: first, isSummary, keepers, parts, typed }
  return { tables, keepers, parts, typed }
}

const foundAlone = (table: Table, sheet: Sheet): Found => ({
  tables: [table],
  keepers: [],
  parts: [{ from: 0, until: sheet.length, taken: NONE }],
  typed: false,
})

/** Rows above the first table that speak for those below it, too: without its own 一、会议登记. */
function rowsForAll(sheet: Sheet, header: number): number {
  const caption = captionOf(sheet, header)
  if (caption === '') return header
  return firstFilled(sheet, header - 1) === caption ? header - 1 : header - 2
}

const linesOf = (spans: readonly Span[], text: string): string[] =>
  spans.map(({ start, end }) => text.slice(start, end).trim())

/** Where something stands in the rows from `from` to `until`. */
const rowSpans = (sheet: Sheet, from: number, until: number): Span[] =>
  Array.from({ length: until - from }, (_, i) => from + i).flatMap((row) => {
    const column = firstFilledColumn(sheet, row)
    return column < 0 ? [] : [sheet.span(row, column)]
  })

/** Where a table is, and what is known of it from around. */
interface Place {
  readonly sheet: Sheet
  readonly text: string
  readonly file: string
  readonly hint: RegisterHint
  readonly found: Header
  /** The first row that is none of it. */
  readonly until: number
  readonly above: Above
  readonly caption: string
  readonly yearBeside: () => string | undefined
}

/** The table, and the columns that rules compare by what they mean; undefined where it is none of a register. */
function knownTable(place: Place): { readonly table: Table; readonly taken: ReadonlySet<number> } | undefined {
  const { sheet, text, file, found, until, above, caption, yearBeside } = place
  const named = `${sheet.name} ${above.title}`
  if (NOT_COUNTED.test(named) || (found.fit.kind === 'items' && CLEARED.test(named))) return undefined
  const bodies = bodiesColumn(sheet, found, until)
  const header = ofOneKind(
    sheet,
    bodies !== undefined
      ? ofBodies(found, bodies)
      : above.unit && !namesOffices(sheet, found, until, above.unit.text)
        ? withoutSections(found)
        : found,
  )
  const { kind, columns } = header.fit
  const has = (field: string): boolean => columns.has(field)
  const keeper = above.unit && !hasOffices(sheet, text, header)
  const lacking = header.fit.lacking.filter(
    (field) =>
      !(field === 'unit' && (keeper || isOwn(header) || headsOffices(sheet, header.below, until))) &&
      !(field === 'month' && headsMonths(sheet, header.below, until)),
  )
  const slices = slicesOf(sheet, text, header, lacking, above.title)
  const missing = slices.length > 0 ? slices[0]!.lacking : lacking
  const taken = new Set([...columns.values(), ...slices.flatMap(({ own, columns }) => [...own, ...columns.values()])])
  const made = (wanting: readonly string[], more: Nature) => ({
    table: tableOf(sheet, text, header, until, above, wanting, slices, { file, yearBeside }, more),
    taken,
  })
  if (kind === 'monthly' && saysWhetherReported(sheet, header.below, until, new Set(slices.flatMap(({ own }) => own))))
    return missing.length === 0 && isAboutStatistics(`${file} ${named} ${caption}`)
      ? made([], { reports: true })
      : undefined
  const title = kind === 'items' ? columns.get('title') : undefined
  // When each was filed, and not when it was held: a register of filings.
  const filings = title !== undefined && has('filed') && (!has('date') || FILINGS.test(header.names[title]!))
  if (filings) return made([], { filings })
  // Who asked for what, when it was approved, and not when it was held.
  const approvals =
    title !== undefined &&
    !has('date') &&
    !has('filing') &&
    (['approved', 'verdict'].some(has) || (has('approval') && ASKED.test(`${named} ${file}`)))
  if (approvals) return made([], { approvals })
  if (isOfAll(header, missing, `${named} ${file}`)) return made([], { whole: true })
  return isKnown(place, header, lacking, missing, slices) ? made(missing, caption === '' ? {} : { caption }) : undefined
}

/** 月份 | 督查检查次数, in what is called statistics, and no word of whose: of all offices together. */
const isOfAll = ({ fit: { kind, columns } }: Header, missing: readonly string[], named: string): boolean =>
  kind === 'monthly' &&
  missing.join() === 'unit' &&
  columns.has('month') &&
  itemTypes.some((type) => columns.has(type)) &&
  KINDS.monthly.names.test(named)

const FILINGS = /^(?:报备|备案)事项/

/** Whose rows these are need not be said where it is said whether they were filed: one office keeps them for itself. */
function isOwn({ fit: { kind, columns } }: Header): boolean {
  const has = (field: string): boolean => columns.has(field)
  switch (kind) {
    case 'items':
      return ['filing', 'filed', 'approval'].some(has) || ['title', 'number', 'date'].every(has)
    case 'plan':
      return has('title') && !has('quota')
    // Nor where it is said until when each is needed.
    case 'groups':
      return ['name', 'end'].every(has)
    // Who uses it for what, or as what it is registered.
    case 'apps':
      return has('name') && (has('registration') || ['purpose', 'status'].every(has))
    default:
      return false
  }
}

/** Some column that only this kind has, or a name; and hardly anything that is missing. */
function isKnown(
  { sheet, file, hint, above }: Place,
  { fit: { kind, telling, columns, weak, score } }: Header,
  lacking: readonly string[],
  missing: readonly string[],
  slices: readonly Slice[],
): boolean {
  if (hint.kind !== undefined) return true
  const size = ownColumns({ kind, columns })
  if (missing.length === 0) {
    // 月份 | 县委办 | 县政府办, and a title that says what is counted of each.
    const isTyped = itemTypeOf(`${file} ${sheet.name} ${above.title}`) !== undefined
    const byOffice = kind === 'monthly' && lacking.includes('unit') && slices.length > 0 && isTyped
    return (telling && score + (byOffice ? BY_OFFICE : 0) >= FEW) || (size > MANY && weak.size < MANY)
  }
  if (!telling || missing.length > 1 || size < MANY) return false
  const [wanting] = missing
  const has = (field: string): boolean => columns.has(field)
  switch (kind) {
    case 'monthly':
      // Of the whole county nobody’s row is wanting, nor a month of several together.
      return !(
        wanting === 'unit' ||
        (wanting === 'month' && (QUARTERLY.test(above.title) || SUMMARY.test(`${above.title} ${file}`))) ||
        // What was cleaned up in April, and nothing that could be counted.
        (wanting === KINDS.monthly.oneOf?.[0] && !has('month') && slices.length === 0)
      )
    case 'items':
      // Of what there is no title and no number is no list of items; 督查事项登记簿 of what was assigned to whom says nothing of filing, either.
      return !((wanting === 'title' && !has('number')) || (wanting === 'date' && !has('filing') && !has('filed')))
    case 'superiors':
      // What of ours carries out what of theirs, and nothing of when it came or what is to be reported.
      return wanting !== 'title' && ['reportDue', 'reported', 'needsReport'].some(has)
    default:
      return wanting !== 'month' || !(QUARTERLY.test(above.title) || SUMMARY.test(`${above.title} ${file}`))
  }
}

const NONE: ReadonlySet<number> = new Set()

/** As much as a column of offices and one of counts. */
const BY_OFFICE = 3

/** What is kept for the record, or not decided yet. */
const NOT_COUNTED =
  /(?<![（(][^（()）]{1,24})不计入|不属于(?:工作群|应用程序)|仅(?:作|供)?存档|历史台账|征求意见|意见稿|未审定/

/** What was given up: vetoes, letters of responsibility. */
const CLEARED = /清理(?:结果|情况|清单)|(?:取消|废止|拒签)[^ ]{0,8}(?:清单|目录|公示|一览)/

/** 2026年1—8月发文情况对比, 2025年度统计表: of several months together. */
const SUMMARY =
  /(?:(?:19|20)\d{2}年度|(?<![按分每])全年(?:度)?)(?![^ ]{0,12}(?:月|季))[^，。]{0,16}(?:情况|对比|比较|统计|汇总|总表|一览|数据)|(?:(?<!\d)1月?[-—–~～至到]{1,2}(?:1[0-2]|[2-9])月|[上下]半年|前三季度|[一二三四]季度)[^，。]{0,16}(?:情况|对比|比较|统计|汇总|分析)/
/** By quarters instead of months: no rule reads it, but no month is wanting either. */
const QUARTERLY = /[分按]季度|[一二三四]季度[^，。]{0,6}统计|分半年/
