/** Sheets → tables whose columns are known, and their rows. */
import type { RegisterHint, Sheet, Span, Table, TableCell, TableColumn, TableRecord } from '../core.ts'
import { type Above, aboveOf } from './above.ts'
import { cellLeft, cellReader, MAX_COLUMNS, rowSpan } from './cells.ts'
import { findHeader, type Header, rowOf } from './header-rows.ts'
import { KINDS } from './kinds.ts'
import { type Slice, slicesOf } from './slices.ts'
import { dayOf, numberOf } from './values.ts'

/** Score and columns that make a register. */
const FEW = 5
const MANY = 3

/**
 * The tables of a sheet: recognised by their headers, or what `hint` says they are. `file`: its name; `lines`: what stands above the table in a
 * document. `unknown`: what it is most like where it is none.
 */
export function tablesOf(
  sheet: Sheet,
  text: string,
  file: string,
  lines: readonly Span[],
  hint: RegisterHint,
): { tables: Table[]; unknown?: Header } {
  const said = lines.map(({ start, end }) => text.slice(start, end)).join(' ')
  const found = findHeader(sheet, 0, `${file} ${sheet.name} ${said}`, hint)
  if (!found) return { tables: [] }
  const above = aboveOf(sheet, text, found.row, found.fit.kind, lines, file)
  const header = above.unit ? withoutSections(found) : found
  const lacking = header.fit.lacking.filter((field) => !(field === 'unit' && above.unit))
  const slices = slicesOf(sheet, text, header, lacking, above.title)
  const missing = slices.length > 0 ? slices[0]!.lacking : lacking
  const { score, telling, columns, weak } = header.fit
  // Some column that only this kind has, or a name; and hardly anything that is missing.
  const isKnown =
    hint.kind !== undefined ||
    (missing.length === 0
      ? (telling && score >= FEW) || (columns.size > MANY && weak.size < MANY)
      : telling && missing.length === 1 && columns.size >= MANY)
  if (!isKnown) return { tables: [], unknown: header }
  return { tables: [tableOf(sheet, text, header, above, missing, slices)] }
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
  { title, unit }: Above,
  lacking: readonly string[],
  slices: readonly Slice[],
): Table {
  const { kind } = header.fit
  const { fields } = KINDS[kind]
  const cell = cellReader(sheet, text)
  const columns: Record<string, TableColumn> = {}
  for (const [field, index] of header.fit.columns) {
    const lower = cell(header.below - 1, index)
    const above = header.below - header.row > 1 ? cellLeft(sheet, cell, header.row, index) : lower
    const at = lower.text === '' ? above : lower
    columns[field] = { index, title: at.text === above.text ? at.text : `${above.text}·${at.text}`, span: at.span }
  }
  const usable: readonly Slice[] =
    slices.length > 0 ? slices : [{ columns: header.fit.columns, fixed: {}, lacking: [], own: [] }]
  const year = YEAR.exec(title)?.[1]
  const rows = lazily(() => classified(sheet, header, usable))
  const filled = lazily(() => filledDown(sheet, rows().entries, header))
  const abouts = lazily(() => aboutRows(sheet, rows().entries, header, usable))
  const recordOf = (row: number, slice: Slice): TableRecord => {
    const get = (field: string): TableCell | undefined => {
      const column = slice.columns.get(field)
      if (column === undefined) return slice.fixed[field] ?? (field === 'unit' ? unit : undefined)
      const source = filled().get(column)?.get(row) ?? row
      return year !== undefined && fields[field]!.type === 'date'
        ? dated(cell(source, column), year)
        : cell(source, column)
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
    columns,
    lacking: lacking.map((field) => fields[field]!.title),
    duplicates: duplicatesOf(sheet, text, header),
    at: rowSpan(sheet, header.row),
    records: recordsOf(() => rows().entries),
    get totals() {
      return [...recordsOf(() => rows().totals)]
    },
    since1904: sheet.since1904 === true,
  }
}

/** Of a title: 2026年度会议登记表. */
const YEAR = /(?<!\d)((?:19|20)\d{2})年/
/** 7月8日 in a table of 2026 is that year's. */
const dated = (cell: TableCell, year: string): TableCell =>
  cell.text.length <= 6 && /^\d{1,2}月\d{1,2}[日号]?$/.test(cell.text)
    ? { ...cell, text: `${year}年${cell.text}` }
    : cell

const isEmptySlice = (sheet: Sheet, row: number, slice: Slice) =>
  slice.own.every((column) => sheet.text(row, column).trim() === '')

function lazily<T>(compute: () => T): () => T {
  let value: T | undefined
  return () => (value ??= compute())
}

// ----------------------------------------------------------------------------------------------------- headers

/** Headers that stand over two columns, from the second time on; names of groups of columns do not count. */
function duplicatesOf(sheet: Sheet, text: string, header: Header): TableCell[] {
  const cell = cellReader(sheet, text)
  const seen = new Set<string>()
  const known = new Set([...header.fit.columns.values()].map((column) => header.names[column]))
  return header.names.flatMap((name, column) => {
    if (name === '' || !known.has(name)) return []
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const below = cell(header.below - 1, column)
    return [below.text === '' ? cell(header.row, column) : below]
  })
}

// ------------------------------------------------------------------------------------------------------- rows

const TOTAL = /^(?:合计|小计|总计|总数|合计数|累计合计|全[县市区]合计|共计|平均)$/
const NOTE =
  /^(?:[*※]|(?:备注|说明|注|附注|填表|填报|制表|审核|审批|单位负责人|负责人|联系人|联系电话|统计口径|以上|登记|经办|汇总|统计|复核|校对|录入)(?:[^一-龥]|人|说明|日期|单位|时间))/

/** Which rows below the header are entries, and which add up others; the rest is empty, says something about the table, or repeats its header. */
function classified(sheet: Sheet, header: Header, slices: readonly Slice[]): { entries: number[]; totals: number[] } {
  const entries: number[] = []
  const totals: number[] = []
  const used = [
    ...new Set(
      slices.flatMap((slice) =>
        [...slice.columns.entries()]
          .filter(([field]) => field !== 'remark')
          .map(([, column]) => column)
          .concat(slice.own),
      ),
    ),
  ]
  const unitColumn = header.fit.columns.get('unit')
  const headerRow = rowOf(sheet, header.row)
  for (let row = header.below; row < sheet.length; row++) {
    if (!used.some((column) => sheet.text(row, column).trim() !== '')) continue
    const firstText = firstFilled(sheet, row)
    const unitText = unitColumn === undefined ? '' : sheet.text(row, unitColumn)
    if (TOTAL.test(squeezed(firstText)) || TOTAL.test(squeezed(unitText))) totals.push(row)
    else if (NOTE.test(squeezed(firstText)) && isAlone(sheet, row, firstText)) continue
    else if (
      firstText === headerRow.find((text) => text !== '') &&
      rowOf(sheet, row).every((text, i) => text === headerRow[i])
    )
      continue
    else entries.push(row)
  }
  return { entries, totals }
}

const squeezed = (text: string) => (text.length > 40 ? text.slice(0, 40) : text).replace(/[\s\u3000]+/g, '')

function firstFilled(sheet: Sheet, row: number): string {
  const width = Math.min(sheet.width(row), MAX_COLUMNS)
  for (let column = 0; column < width; column++) {
    const text = sheet.text(row, column).trim()
    if (text !== '') return text
  }
  return ''
}

/** Does the row hold nothing but this and other remarks of a form's foot? */
const isAlone = (sheet: Sheet, row: number, text: string) =>
  rowOf(sheet, row).filter((other) => other !== '' && other !== text && !/[:：]/.test(other)).length <= 1

/** Columns in which rows differ that speak of the same: they number them, or name people and days. */
const BESIDE =
  /^(?:序号?|行号|编号|排序)$|备注|说明|联系|电话|手机|姓名|领导|负责|责任人|经办|填[报表]|报送|审[核签]|签[字名]|日期/
/** Columns whose very numbers tell rows apart. */
const PARTS = /季|月|期|时段|半年|批次/

/** What each row says of itself besides its unit, its time and its numbers. */
function aboutRows(
  sheet: Sheet,
  entries: readonly number[],
  header: Header,
  slices: readonly Slice[],
): Map<number, string> {
  const { fields } = KINDS[header.fit.kind]
  const known = new Map([...header.fit.columns].map(([field, column]) => [column, field]))
  const sliced = new Set(slices.flatMap(({ own }) => own))
  const columns = header.names.flatMap((name, column) => {
    const field = known.get(column)
    const tells = field === undefined ? !BESIDE.test(name) : fields[field]!.type === 'text' && !COMMON.includes(field)
    return tells && !sliced.has(column) ? [{ column, parts: PARTS.test(name), above: '' }] : []
  })
  return new Map(
    entries.map((row, index) => {
      const said = columns.map((entry) => {
        const written = sheet.text(row, entry.column).trim()
        const tells = entry.parts || (numberOf(written) === undefined && dayOf(written) === undefined)
        const own = tells ? written : ''
        // An empty cell may have been merged with the one above, in a column that begins with one that is filled.
        if (own !== '' && (index === 0 || entry.above !== '')) entry.above = own
        return `${own}\t${entry.above}`
      })
      return [row, said.join('\t')]
    }),
  )
}
/** Texts that rows of one unit have in common, or that say nothing of what is counted. */
const COMMON = ['unitType', 'remark']

/** Columns in which one entry speaks for the rows below it, too. */
const SPEAKING = ['unit', 'unitType', 'month', 'year', 'type', 'group', 'enterprise']
/** As many rows are empty in a column whose cells were merged before the file became text. */
const MERGED = 0.25

/** Where a cell is empty because the one above it was merged over it: column → row → the row that speaks. */
function filledDown(sheet: Sheet, entries: readonly number[], header: Header): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>()
  if (sheet.merges || entries.length < 3) return found
  for (const field of SPEAKING) {
    const column = header.fit.columns.get(field)
    if (column === undefined) continue
    const sources = new Map<number, number>()
    let speaking = -1
    for (const row of entries)
      if (sheet.text(row, column) !== '') speaking = row
      else if (speaking >= 0) sources.set(row, speaking)
    if (sources.size >= Math.max(2, entries.length * MERGED)) found.set(column, sources)
  }
  return found
}
