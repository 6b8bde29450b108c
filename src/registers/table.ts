/** A table whose columns are known → its rows as records, in which each field says what it is. */
import {
  type Allowed,
  NOT_CALCULATED,
  type Sheet,
  type Table,
  type TableCell,
  type TableColumn,
  type TableRecord,
} from '../core.ts'
import { lazily } from '../lazily.ts'
import type { Above } from './above.ts'
import { cellLeft, cellReader, firstFilledColumn, rowOf, rowSpan } from './cells.ts'
import { drawnUpOn } from './drawn-up.ts'
import type { Header } from './header-rows.ts'
import { ITEM_NAMES, itemTypeOf, itemTypes } from './item-types.ts'
import { KINDS } from './kinds.ts'
import { isPartOf } from './owners.ts'
import { quarterPlans, quarterSums } from './quarters.ts'
import { came } from './reporting.ts'
import { officeHeading } from './row-headings.ts'
import { aboutRows, classified, filledDown, plannedBelow } from './rows.ts'
import { type Slice, SUBTOTAL } from './slices.ts'
import { dayOf, isMonth, lastDayOf, yearOf } from './values.ts'
import { dated, isYearless, yearNamed, yearOfNumbers } from './years.ts'

/** Whatever is written: 迟报 came, too. */
const REPORTED = '已报'
/** A dash in a month for which nothing was to be reported. */
const NOT_DUE = /^[-—–/\\]+$/

/** What a heading among the rows may tell of them: 二、阶段性群. */
const SECTIONED: Readonly<Record<string, (heading: string) => boolean>> = {
  type: (heading) => itemTypeOf(heading) !== undefined,
  month: isMonth,
  nature: (heading) => /临时|阶段性|短期|常设|长期/.test(heading),
}

/** What sort of table of its kind it is, and what it is called among others. */
export type Nature = Pick<Table, 'filings' | 'approvals' | 'reports' | 'whole' | 'caption'>

/** `until`: the first row that is none of it; `file`: its name; `yearBeside`: the one that other sheets name. */
export function tableOf(
  sheet: Sheet,
  text: string,
  header: Header,
  until: number,
  { title, unit, month, allowed: told }: Above,
  lacking: readonly string[],
  slices: readonly Slice[],
  { file, yearBeside }: { readonly file: string; readonly yearBeside: () => string | undefined },
  more: Nature,
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
  /** Asked where nothing else tells. */
  const dayYear = lazily(() => {
    const dates = [...header.fit.columns]
      .filter(([field]) => fields[field]?.type === 'date')
      .map(([, column]) => column)
    return yearOfDays(
      dates.map((column) => rows().entries.map((row) => sheet.text(row, column))),
      sheet.since1904,
    )
  })
  const yearColumn = header.fit.columns.get('year')
  const yearOfRow = (row: number): string | undefined => {
    const own = yearColumn === undefined ? undefined : yearOf(sheet.text(row, yearColumn))
    return own === undefined ? (titled ?? numbered() ?? yearBeside() ?? dayYear().only) : String(own)
  }
  /** Of a day without a year: that of the row, or where the row says when it began the one in which that day comes next. */
  const yearOfDay = (row: number, field: string, written: TableCell): string | undefined => {
    const year = yearOfRow(row)
    const begun = header.fit.columns.get(BEGINNING[field] ?? '')
    const from = begun === undefined ? undefined : dayOf(sheet.text(row, begun), sheet.since1904)
    if (from === undefined || (year === undefined && from.slice(0, 4) !== dayYear().last)) return year
    const follows = (one: string): boolean => (lastDayOf(dated(written, one).text) ?? '') >= from
    return [year ?? from.slice(0, 4), String(Number(from.slice(0, 4)) + 1)].find(follows) ?? year
  }
  const planned = quarterPlans(sheet, header, `${file} ${sheet.name} ${title}`, cell)
  const ofQuarters = planned ? undefined : quarterSums(sheet, header, `${file} ${sheet.name} ${title}`, cell)
  const drawnUp = lazily(() =>
    drawnUpOn(`${file} ${title}`, footOf(sheet, text, rows().entries.at(-1) ?? header.below, until)),
  )
  const abouts = lazily(() => aboutRows(sheet, rows().entries, header, usable))
  /** Of a heading, which may stand in any column. */
  const firstCell = (row: number): TableCell => cell(row, Math.max(0, firstFilledColumn(sheet, row)))
  /** What heads a row, the nearest first: （以下计划外）, 二、会议. */
  const headingsOf = (row: number): TableCell[] =>
    [rows().dividers.get(row), rows().sections.get(row)].flatMap((heading) =>
      heading === undefined ? [] : [firstCell(heading)],
    )
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
    if (field === 'planned') {
      const heading = headingsOf(row).find(({ text }) => plannedBelow(text) !== undefined)
      return heading && { ...heading, text: plannedBelow(heading.text)! }
    }
    const says = SECTIONED[field]
    const said = says && headingsOf(row).find(({ text }) => says(text))
    return said ?? (field === 'month' ? month : undefined)
  }
  const isWeakUnit = header.fit.weak.has('unit')
  const recordOf = (row: number, slice: Slice): TableRecord => {
    const get = (field: string): TableCell | undefined => {
      const column = slice.columns.get(field)
      if (field === 'used' && ofQuarters) return ofQuarters(row)
      const quarter = planned && QUARTER_PLAN.exec(field)?.[1]
      if (quarter) return planned(row, Number(quarter))
      if (column === undefined) return slice.fixed[field] ?? unwritten(field, row)
      const source = filled().get(column)?.get(row) ?? row
      // A name that was not calculated is none; a number that was not is not 0.
      const own = cell(source, column)
      if (more.reports && field === 'count' && !NOT_DUE.test(own.text))
        return { ...own, text: came(own.text) ? REPORTED : '' }
      const isOurs =
        field === 'unit' && unit && (OURSELVES.test(own.text) || (isWeakUnit && isPartOf(own.text, unit.text)))
      if (isOurs) return { ...own, text: unit.text }
      if (own.text === NOT_CALCULATED && !isFigure(fields[field]?.type)) return { ...own, text: '' }
      if (fields[field]?.type !== 'date' || !isYearless(own.text)) return own
      const year = yearOfDay(row, field, own)
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
    get yearBeside() {
      const year = kind === 'monthly' ? yearBeside() : undefined
      return year === undefined ? undefined : Number(year)
    },
    get drawnUp() {
      return drawnUp()
    },
  }
}

/** Rows, and lines below a table of a document, in which who drew it up may have signed. */
const FOOT_ROWS = 5
const FOOT_LINES = 4
const FOOT_TEXT = 300

/** The cells of the rows behind the last entry, and the lines right below the table of a document. */
function footOf(sheet: Sheet, text: string, last: number, until: number): string[] {
  const cells = Array.from({ length: Math.max(0, until - last - 1) }, (_, i) => last + 1 + i)
    .slice(-FOOT_ROWS)
    .flatMap((row) => rowOf(sheet, row))
  // Of several tables below each other the last row of all is signed: 填表人：冉平 | | 2026年10月8日.
  const signed = until < sheet.length ? rowOf(sheet, sheet.length - 1) : []
  if (signed.some((said) => /^[一-龥]{2,8}[:：]/.test(said))) cells.push(...signed)
  if (!sheet.mergesLost || until < sheet.length) return cells
  const end = rowSpan(sheet, sheet.length - 1).end
  return [...cells, ...text.slice(end, end + FOOT_TEXT).split(/[\r\n]+/, FOOT_LINES + 1)]
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

/** What ends → what says when it began. */
const BEGINNING: Readonly<Record<string, string>> = {
  end: 'start',
  extended: 'start',
  dissolved: 'start',
  left: 'joined',
}

/**
 * `only`: the year of all days of a table that have one, of which there are several, or one among others of its column that go up from row to row;
 * `last`: the latest year of any.
 */
function yearOfDays(
  columns: readonly (readonly string[])[],
  since1904 = false,
): { readonly only?: string; readonly last?: string } {
  const known = columns.map((cells) => cells.map((text) => dayOf(text, since1904)))
  const days = known.flat().filter((day) => day !== undefined)
  const years = [...new Set(days.map((day) => day.slice(0, 4)))].sort()
  const [year, other] = years
  if (year === undefined) return {}
  if (other !== undefined) return { last: years.at(-1)! }
  const isSole = days.length < FEWEST_DAYS
  const at = isSole ? known.findIndex((own) => own.includes(days[0])) : -1
  return { ...((!isSole || goesUp(columns[at]!, year)) && { only: year }), last: year }
}
const FEWEST_DAYS = 2

/** Do the days of a column follow each other, where those without a year are read with this one? */
function goesUp(cells: readonly string[], year: string): boolean {
  const days = cells.flatMap((text) => dayOf(dated({ text, span: { start: 0, end: 0 } }, year).text) ?? [])
  return days.length > FEWEST_DAYS && days.every((day, i) => i === 0 || day >= days[i - 1]!)
}

/** Without one of them no cell says that it is as the one above. */
const DITTOS = /[〃″]|同上|上同/
/** Columns of numbers that name the year. */
const NUMBERS = ['filing', 'number', 'registration', 'approval']

/** What the quarters of a plan are asked for by. */
const QUARTER_PLAN = /^quarter([1-4])$/

/** 本局, in a column of who takes the lead. */
const OURSELVES = /^\s*[本我](?:单位|[局委办镇乡院部])(?:机关)?\s*$/

const isFigure = (type: string | undefined): boolean => type === 'count' || type === 'number'

const isEmptySlice = (sheet: Sheet, row: number, slice: Slice) =>
  slice.own.every((column) => !(slice.says ?? NOT_EMPTY).test(sheet.text(row, column).trim()))
const NOT_EMPTY = /./s

// ----------------------------------------------------------------------------------------------------- headers

/**
 * Headers that stand over two columns, from the second time on; names of groups of columns do not count, nor those of `sliced` columns, nor 督查 below 年度计划
 * and again below 实际.
 */
function duplicatesOf(sheet: Sheet, text: string, header: Header, sliced: ReadonlySet<number>): TableCell[] {
  const cell = cellReader(sheet, text)
  const seen = new Set<string>()
  const known = new Set([...header.fit.columns.values()].map((column) => header.names[column]))
  const above = Array.from({ length: header.below - header.row - 1 }, (_, i) => header.row + i)
  return header.names.flatMap((name, column) => {
    if (name === '' || sliced.has(column) || !known.has(name) || SUBTOTAL.test(name)) return []
    const path = [...above.map((row) => cellLeft(sheet, cell, row, column).text), name].join('\n')
    if (!seen.has(path)) {
      seen.add(path)
      return []
    }
    const below = cell(header.below - 1, column)
    return [below.text === '' ? cell(header.row, column) : below]
  })
}
