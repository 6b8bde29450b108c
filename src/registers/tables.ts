/** Sheets → tables whose columns are known, and their rows. */
import {
  type Allowed,
  NOT_CALCULATED,
  type RegisterHint,
  type Sheet,
  type Span,
  type Table,
  type TableCell,
  type TableColumn,
  type TableRecord,
} from '../core.ts'
import { lazily } from '../lazily.ts'
import { type Above, aboveOf, type Surroundings } from './above.ts'
import { cellLeft, cellReader, firstFilled, firstFilledColumn, rowSpan } from './cells.ts'
import { ASKED, type Beginning, findHeader, type Header, nextTable } from './header-rows.ts'
import { ITEM_NAMES, itemTypeOf, itemTypes } from './item-types.ts'
import { KINDS } from './kinds.ts'
import { came, isAboutStatistics, saysWhetherReported } from './reporting.ts'
import { captionOf, headsMonths, headsOffices, officeHeading } from './row-headings.ts'
import { aboutRows, classified, filledDown, isTotal } from './rows.ts'
import { hasOffices, type Slice, SUBTOTAL, slicesOf } from './slices.ts'
import { isJointBody } from './units.ts'
import { isMonth, yearOf } from './values.ts'
import { dated, isYearless, yearNamed, yearOfNumbers } from './years.ts'

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
  const { file, lines } = surroundings
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
      const caption = own.map((span) => text.slice(span.start, span.end).trim()).join(' ')
      const taken = new Set<number>()
      const table = knownTable(sheet, text, header, end, file, above, hint, taken, caption)
      // Of what stands below another table nobody misses a column.
      if (table && (header === first || table.lacking.length === 0)) {
        tables.push(table)
        part = taken
        typed ||= table.columns.type !== undefined
      } else if (header === first) isSummary = SUMMARY.test(`${above.title} ${file}`)
    }
    parts.push({ from: parts.length === 0 ? 0 : top, until: end, taken: part })
    at = next
  }
  if (tables.length === 0) return { tables, unknown: first, isSummary, keepers, parts, typed }
  return { tables, keepers, parts, typed }
}

/** Rows above the first table that speak for those below it, too: without its own 一、会议登记. */
function rowsForAll(sheet: Sheet, header: number): number {
  const caption = captionOf(sheet, header)
  if (caption === '') return header
  return firstFilled(sheet, header - 1) === caption ? header - 1 : header - 2
}

/** Where something stands in the rows from `from` to `until`. */
const rowSpans = (sheet: Sheet, from: number, until: number): Span[] =>
  Array.from({ length: until - from }, (_, i) => from + i).flatMap((row) => {
    const column = firstFilledColumn(sheet, row)
    return column < 0 ? [] : [sheet.span(row, column)]
  })

function knownTable(
  sheet: Sheet,
  text: string,
  found: Header,
  until: number,
  file: string,
  above: Above,
  hint: RegisterHint,
  taken: Set<number>,
  caption: string,
): Table | undefined {
  if (NOT_COUNTED.test(`${sheet.name} ${above.title}`)) return undefined
  if (found.fit.kind === 'items' && CLEARED.test(`${sheet.name} ${above.title}`)) return undefined
  const bodies = bodiesColumn(sheet, found, until)
  const header =
    bodies !== undefined
      ? ofBodies(found, bodies)
      : above.unit && !namesOffices(sheet, found, until, above.unit.text)
        ? withoutSections(found)
        : found
  const { kind, telling, columns, weak } = header.fit
  const has = (field: string): boolean => columns.has(field)
  // Whose items they are need not be said where it is said whether they were filed: one office keeps them for itself.
  const own =
    (kind === 'items' && (['filing', 'filed', 'approval'].some(has) || ['title', 'number', 'date'].every(has))) ||
    (kind === 'plan' && has('title') && !has('quota')) ||
    // Nor whose groups they are, where it is said until when each is needed.
    (kind === 'groups' && ['name', 'end'].every(has))
  const keeper = above.unit && !hasOffices(sheet, text, header)
  const lacking = header.fit.lacking.filter(
    (field) =>
      !(field === 'unit' && (keeper || own || headsOffices(sheet, header.below, until))) &&
      !(field === 'month' && headsMonths(sheet, header.below, until)),
  )
  const slices = slicesOf(sheet, text, header, lacking, above.title)
  for (const column of [...columns.values(), ...slices.flatMap(({ own, columns }) => [...own, ...columns.values()])])
    taken.add(column)
  const missing = slices.length > 0 ? slices[0]!.lacking : lacking
  if (kind === 'monthly' && saysWhetherReported(sheet, header.below, until, new Set(slices.flatMap(({ own }) => own))))
    return missing.length === 0 && isAboutStatistics(`${file} ${sheet.name} ${above.title} ${caption}`)
      ? tableOf(sheet, text, header, until, above, [], slices, file, { reports: true })
      : undefined
  // 月份 | 县委办 | 县政府办, and a title that says what is counted of each.
  const isTyped = itemTypeOf(`${file} ${sheet.name} ${above.title}`) !== undefined
  const byOffice = kind === 'monthly' && lacking.includes('unit') && slices.length > 0 && isTyped
  const score = header.fit.score + (byOffice ? BY_OFFICE : 0)
  // Some column that only this kind has, or a name; and hardly anything that is missing.
  const isKnown =
    hint.kind !== undefined ||
    (missing.length === 0
      ? (telling && score >= FEW) || (columns.size > MANY && weak.size < MANY)
      : telling &&
        missing.length === 1 &&
        columns.size >= MANY &&
        !(missing[0] === 'month' && (QUARTERLY.test(above.title) || SUMMARY.test(`${above.title} ${file}`))) &&
        // What was cleaned up in April, and nothing that could be counted.
        !(kind === 'monthly' && missing[0] === KINDS.monthly.oneOf?.[0] && !has('month') && slices.length === 0) &&
        // Of what there is no title and no number is no list of items, nor of what came from above.
        !(kind === 'items' && missing[0] === 'title' && !has('number')) &&
        !(kind === 'superiors' && missing[0] === 'title') &&
        // What of ours carries out what of theirs, and nothing of when it came or what is to be reported.
        !(kind === 'superiors' && !['reportDue', 'reported', 'needsReport'].some(has)) &&
        // 督查事项登记簿 of what was assigned to whom says nothing of filing, either.
        !(kind === 'items' && missing[0] === 'date' && !has('filing') && !has('filed')) &&
        // Of the whole county: nobody’s row is wanting.
        !(missing[0] === 'unit' && kind === 'monthly'))
  // When each was filed, and not when it was held: a register of filings.
  const titled = columns.get('title')
  const filings =
    kind === 'items' &&
    titled !== undefined &&
    has('filed') &&
    (!has('date') || /^(?:报备|备案)事项/.test(header.names[titled]!))
  if (filings) return tableOf(sheet, text, header, until, above, [], slices, file, { filings })
  // Who asked for what, when it was approved, and not when it was held.
  const approvals =
    kind === 'items' &&
    titled !== undefined &&
    !has('date') &&
    (['approved', 'verdict'].some(has) || (has('approval') && ASKED.test(`${sheet.name} ${above.title} ${file}`))) &&
    !has('filing')
  if (approvals) return tableOf(sheet, text, header, until, above, [], slices, file, { approvals })
  return isKnown
    ? tableOf(
        sheet,
        text,
        header,
        until,
        above,
        missing,
        slices,
        file,
        captioned(caption || captionOf(sheet, header.row)),
      )
    : undefined
}

/** Whatever is written: 迟报 came, too. */
const REPORTED = '已报'
/** A dash in a month for which nothing was to be reported. */
const NOT_DUE = /^[-—–/\\]+$/

/** What a heading among the rows may tell of them. */
const SECTIONED = ['type', 'month', 'nature']
/** 二、阶段性群. */
const NATURE = /临时|阶段性|短期|常设|长期/

const NONE: ReadonlySet<number> = new Set()

/** As much as a column of offices and one of counts. */
const BY_OFFICE = 3

/** What is kept for the record, or not decided yet. */
const NOT_COUNTED = /不计入|不属于(?:工作群|应用程序)|仅(?:作|供)?存档|历史台账|征求意见|意见稿|未审定/

/** What was given up: vetoes, letters of responsibility. */
const CLEARED = /清理(?:结果|情况|清单)|(?:取消|废止|拒签)[^ ]{0,8}(?:清单|目录|公示|一览)/

/** 2026年1—8月发文情况对比, 2025年度统计表: of several months together. */
const SUMMARY =
  /(?:(?:19|20)\d{2}年度|(?<![按分每])全年(?:度)?)(?![^ ]{0,12}(?:月|季))[^，。]{0,16}(?:情况|对比|比较|统计|汇总|总表|一览|数据)|(?:(?<!\d)1月?[-—–~～至到]{1,2}(?:1[0-2]|[2-9])月|[上下]半年|前三季度|[一二三四]季度)[^，。]{0,16}(?:情况|对比|比较|统计|汇总|分析)/
/** By quarters instead of months: no rule reads it, but no month is wanting either. */
const QUARTERLY = /[分按]季度|[一二三四]季度[^，。]{0,6}统计|分半年/

/** Who set a group up may be a section of the office that keeps the register; where the county keeps it for many offices, it is one of these. */
function namesOffices(sheet: Sheet, { fit, below }: Header, until: number, keeper: string): boolean {
  const column = fit.columns.get('unit')
  if (column === undefined || !fit.weak.has('unit') || TOWNSHIP.test(keeper)) return false
  const offices = new Set<string>()
  for (let row = below; row < until && offices.size < 2; row++) {
    const name = sheet.text(row, column).trim()
    if (OF_ITS_OWN.test(name)) offices.add(name)
  }
  return offices.size === 2
}
const TOWNSHIP = /[乡镇村]$|街道|社区/
/** An office of its own: not 办公室, 党政办, 农业股. */
const OF_ITS_OWN = /^(?:中共)?(?:县|区|市)|[乡镇局]$|街道(?:办事处)?$/

/** 名称 | 年度计划（次） | 实际召开（次）, and 领导小组 or 委员会 in every row: whose meetings these are. */
function bodiesColumn(sheet: Sheet, { fit, below, names }: Header, until: number): number | undefined {
  if (fit.kind !== 'plan' || !fit.lacking.includes('unit') || !fit.columns.has('quota')) return undefined
  const column = fit.columns.get('title') ?? names.findIndex((name) => BODIES.test(name))
  if (column < 0) return undefined
  let [bodies, others] = [0, 0]
  for (let row = below; row < until; row++) {
    const said = sheet.text(row, column).trim()
    if (isJointBody(said)) bodies++
    else if (said !== '' && !isTotal(said) && !/[，。：:]/.test(said)) others++
  }
  return bodies > others ? column : undefined
}
const BODIES = /^(?:(?:各类)?议事协调机构|领导小组|协调机构|机构|小组|委员会|专班)(?:名称|全称)?$/
/** What stands in the column is whose plan it is. */
function ofBodies(header: Header, column: number): Header {
  const own = [...header.fit.columns].filter(([, other]) => other !== column)
  return {
    ...header,
    fit: {
      ...header.fit,
      columns: new Map([...own, ['unit', column]]),
      lacking: header.fit.lacking.filter((field) => field !== 'unit'),
    },
  }
}

/** Where one office keeps the register, a column of its sections is none of offices. */
function withoutSections(header: Header): Header {
  const { columns, weak } = header.fit
  if (!weak.has('unit')) return header
  return { ...header, fit: { ...header.fit, columns: new Map([...columns].filter(([field]) => field !== 'unit')) } }
}

function tableOf(
  sheet: Sheet,
  text: string,
  header: Header,
  until: number,
  { title, unit, month, allowed: told }: Above,
  lacking: readonly string[],
  slices: readonly Slice[],
  file: string,
  more: Pick<Table, 'filings' | 'approvals' | 'reports' | 'caption'>,
): Table {
  const { kind } = header.fit
  const { fields } = KINDS[kind]
  const cell = cellReader(sheet, text)
  const columns: Record<string, TableColumn> = {}
  for (const [field, index] of header.fit.columns) {
    const lower = cell(header.below - 1, index)
    // Of three rows the one in the middle tells columns apart.
    const middle = header.below - header.row > 2 ? cellLeft(sheet, cell, header.below - 2, index) : undefined
    const above =
      header.below - header.row < 2 ? lower : middle?.text ? middle : cellLeft(sheet, cell, header.row, index)
    const at = lower.text === '' ? above : lower
    columns[field] = {
      index: index + (sheet.left ?? 0),
      title: at.text === above.text ? at.text : `${above.text}·${at.text}`,
      span: at.span,
    }
  }
  const usable: readonly Slice[] =
    slices.length > 0 ? slices : [{ columns: header.fit.columns, fixed: {}, lacking: [], own: [] }]
  const rows = lazily(() => classified(sheet, header, until, usable))
  const filled = lazily(() => filledDown(sheet, rows().entries, header, DITTOS.test(text)))
  const titled = yearNamed(title, `${sheet.name} ${file}`)
  /** Asked only where some day has no year. */
  const numbered = lazily(() => {
    const own = NUMBERS.flatMap((field) => header.fit.columns.get(field) ?? [])
    return yearOfNumbers(rows().entries.flatMap((row) => own.map((column) => sheet.text(row, column))))
  })
  const yearColumn = header.fit.columns.get('year')
  const yearOfRow = (row: number): string | undefined => {
    const own = yearColumn === undefined ? undefined : yearOf(sheet.text(row, yearColumn))
    return own === undefined ? (titled ?? numbered()) : String(own)
  }
  const abouts = lazily(() => aboutRows(sheet, rows().entries, header, usable))
  /** Of a heading, which may stand in any column. */
  const firstCell = (row: number): TableCell => cell(row, Math.max(0, firstFilledColumn(sheet, row)))
  /** What no column says, but a title or a heading among the rows. */
  const unwritten = (field: string, row: number): TableCell | undefined => {
    if (field === 'unit') {
      const office = rows().offices.get(row)
      const named = office === undefined ? undefined : firstCell(office)
      const name = named && officeHeading(named.text)
      if (!named || name === undefined) return unit
      const start = named.span.end - name.length
      return { text: name, span: { start, end: named.span.end } }
    }
    const section = SECTIONED.includes(field) ? rows().sections.get(row) : undefined
    const said = section === undefined ? undefined : firstCell(section)
    if (field === 'month') return said && isMonth(said.text) ? said : month
    if (field === 'nature') return said && NATURE.test(said.text) ? said : undefined
    return said && itemTypeOf(said.text) ? said : undefined
  }
  const recordOf = (row: number, slice: Slice): TableRecord => {
    const get = (field: string): TableCell | undefined => {
      const column = slice.columns.get(field)
      if (column === undefined) return slice.fixed[field] ?? unwritten(field, row)
      const source = filled().get(column)?.get(row) ?? row
      // A name that was not calculated is none; a number that was not is not 0.
      const own = cell(source, column)
      if (more.reports && field === 'count' && !NOT_DUE.test(own.text))
        return { ...own, text: came(own.text) ? REPORTED : '' }
      if (field === 'unit' && unit && OURSELVES.test(own.text)) return { ...own, text: unit.text }
      if (own.text === NOT_CALCULATED && !isFigure(fields[field]?.type)) return { ...own, text: '' }
      if (fields[field]?.type !== 'date' || !isYearless(own.text)) return own
      const year = yearOfRow(row)
      return year === undefined ? own : dated(own, year)
    }
    return {
      row,
      get,
      text: (field) => get(field)?.text ?? '',
      about: () => abouts().get(row) ?? '',
    }
  }
  const recordsOf = (list: () => readonly number[]): Iterable<TableRecord> => ({
    *[Symbol.iterator]() {
      if (lacking.length > 0) return
      for (const row of list())
        for (const slice of usable) {
          if (slices.length > 0 && isEmptySlice(sheet, row, slice)) continue
          yield recordOf(row, slice)
        }
    },
  })
  return {
    kind,
    sheet: sheet.name,
    title,
    get allowed() {
      return [...told, ...limitsOf(rows().limits, usable, cell, unit)]
    },
    ...more,
    columns,
    lacking: lacking.map((field) => fields[field]!.title),
    duplicates: duplicatesOf(sheet, text, header, new Set(slices.flatMap(({ own }) => own))),
    at: rowSpan(sheet, header.row),
    records: recordsOf(() => rows().entries),
    get totals() {
      return [...recordsOf(() => rows().totals)]
    },
    get caps() {
      return [...recordsOf(() => rows().caps)]
    },
    since1904: sheet.since1904 === true,
  }
}

/** What rows below the months allow, by kind, or of what the table counts of each office. */
const limitsOf = (
  rows: readonly number[],
  slices: readonly Slice[],
  cell: ReturnType<typeof cellReader>,
  keeper: TableCell | undefined,
): Allowed[] =>
  rows.flatMap((row) =>
    slices.flatMap(({ columns, fixed }) =>
      [...itemTypes, 'count' as const].flatMap((field): Allowed[] => {
        const column = columns.get(field)
        const unit = fixed.unit ?? keeper
        const number = column === undefined ? undefined : cell(row, column)
        if (!unit || !number || number.text === '') return []
        return [{ what: field === 'count' ? '' : ITEM_NAMES[field], number, unit }]
      }),
    ),
  )

const captioned = (caption: string): Pick<Table, 'caption'> => (caption === '' ? {} : { caption })

/** Without one of them no cell says that it is as the one above. */
const DITTOS = /[〃″]|同上|上同/
/** Columns of numbers that name the year. */
const NUMBERS = ['filing', 'number', 'registration', 'approval']

/** 本局, in a column of who takes the lead. */
const OURSELVES = /^\s*[本我](?:单位|[局委办镇乡院部])(?:机关)?\s*$/

const isFigure = (type: string | undefined): boolean => type === 'count' || type === 'number'

const isEmptySlice = (sheet: Sheet, row: number, slice: Slice) =>
  slice.own.every((column) => !(slice.says ?? NOT_EMPTY).test(sheet.text(row, column).trim()))
const NOT_EMPTY = /./s

// ----------------------------------------------------------------------------------------------------- headers

/** Headers that stand over two columns, from the second time on; names of groups of columns do not count, nor those of `sliced` columns. */
function duplicatesOf(sheet: Sheet, text: string, header: Header, sliced: ReadonlySet<number>): TableCell[] {
  const cell = cellReader(sheet, text)
  const seen = new Set<string>()
  const known = new Set([...header.fit.columns.values()].map((column) => header.names[column]))
  return header.names.flatMap((name, column) => {
    if (name === '' || sliced.has(column) || !known.has(name) || SUBTOTAL.test(name)) return []
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const below = cell(header.below - 1, column)
    return [below.text === '' ? cell(header.row, column) : below]
  })
}
