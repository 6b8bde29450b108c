/** Is a document a register, and what do its tables say? Loaded for documents with tables only. */
import type { GenreId, GenreSource, Parsed, Register, RegisterHint, RegisterKind, Sheet, Table } from '../core.ts'
import { lazily } from '../lazily.ts'
import { cellLeft, cellReader, firstFilled, rowSpan } from './cells.ts'
import { columnSums } from './column-sums.ts'
import { type Fit, headerName, ownColumns } from './headers.ts'
import { KINDS } from './kinds.ts'
import { standsAlone } from './row-headings.ts'
import { rowFigures } from './row-sums.ts'
import { sheetsIn, type Titled } from './sheets.ts'
import { tablesOf } from './tables.ts'
import { isMonth } from './values.ts'
import { yearNamed } from './years.ts'

export { worded } from './worded.ts'

const MONTH = KINDS.monthly.fields.month!.title

/** How much of a Word or Markdown document its tables are before it is taken for a register. */
const MOSTLY = 0.5

/**
 * Reads a spreadsheet, or the tables of a document that consists of little else, or of one that `hint` calls a register. `path` is part of what tells the kind. Undefined
 * where the document is no register.
 */
export function readRegister(parsed: Parsed, path: string, hint: RegisterHint = {}): Register | undefined {
  const { text, sheets } = parsed
  const declared = hint.kind !== undefined || hint.columns !== undefined
  if (!sheets && !declared && !isMostlyTables(parsed)) return undefined
  const all = sheetsIn(parsed)
  const file = path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  let tables: Table[] = []
  const unknown: Register['unknown'][number][] = []
  const yearBeside = lazily(() => onlyYearAbove(all, text))
  const besideLedger = all.some(({ sheet }) => isLedger(sheet))
  const read = all
    .filter(({ sheet }) => sheet.length > 0 && !isLedger(sheet))
    .map(({ sheet, lines }) => ({ sheet, lines, found: tablesOf(sheet, text, { file, lines, yearBeside }, hint) }))
  const keepers = new Set(read.flatMap(({ found }) => found.keepers))
  for (const { sheet, lines, found: first } of read) {
    // Whose it is the other sheets say, where they all say the same.
    const found =
      keepers.size === 1 && lacksUnit(first)
        ? tablesOf(sheet, text, { file, lines, yearBeside, keeper: [...keepers][0]! }, hint)
        : first
    tables.push(...found.tables)
    // It adds up what other registers say month by month: nobody misses it.
    if (found.isSummary) continue
    if (found.tables.length > 0 || (besideLedger && ABOUT_LEDGER.includes(sheet.name))) continue
    const like = found.unknown && resembles(found.unknown.fit) ? found.unknown.fit : undefined
    unknown.push({
      sheet: sheet.name,
      at: rowSpan(sheet, found.unknown?.row ?? 0),
      ...(like && { like: like.kind }),
      lacking: like ? like.lacking.map((field) => KINDS[like.kind].fields[field]!.title) : [],
    })
  }
  if (!sheets && !declared && tables.length === 0) return undefined
  // 汇总 beside the sheets of the months says nothing that they do not.
  if (tables.some(({ kind, lacking }) => kind === 'monthly' && lacking.length === 0))
    tables = tables.filter(({ kind, lacking }) => kind !== 'monthly' || lacking.join() !== MONTH)
  return {
    tables,
    unknown,
    *sums() {
      for (const { sheet, found } of read)
        if (!found.typed)
          for (const { from, until, taken } of found.parts) yield* columnSums(rowsOf(sheet, from, until), text, taken)
    },
    // Two rules ask for them.
    rowFigures: lazily(() =>
      read.flatMap(({ sheet, lines }) => [
        ...rowFigures(sheet, text, `${file} ${lines.map(({ start, end }) => text.slice(start, end)).join(' ')}`),
      ]),
    ),
    place: (offset) => (sheets ? placeIn(sheets, tables, text, offset) : undefined),
  }
}

/** 序号 | 任务 | 责任单位 | 备注 are columns of any table: what it is called, or a column that only this kind has, must speak for it, and more of it be there than not. */
const resembles = (fit: Fit): boolean => fit.telling && ownColumns(fit) > fit.lacking.length

/** Rows of a sheet that may say what it is called. */
const TITLES = 3
/** The one year that titles and names of the sheets give: 2026年会议计划, beside 落实情况. Undefined where there is none, or several. */
function onlyYearAbove(all: readonly Titled[], text: string): string | undefined {
  if (all.length < 2) return undefined
  const years = all.flatMap(({ sheet, lines }) => {
    const rows = Array.from({ length: Math.min(TITLES, sheet.length) }, (_, row) => row)
    const titles = rows.flatMap((row) => {
      const said = firstFilled(sheet, row)
      return standsAlone(sheet, row, said) ? [said] : []
    })
    return (
      yearNamed(titles.join(' '), sheet.name, lines.map(({ start, end }) => text.slice(start, end)).join(' ')) ?? []
    )
  })
  return new Set(years).size === 1 ? years[0] : undefined
}

/** The rows of one of several tables in a sheet. */
const rowsOf = (sheet: Sheet, from: number, until: number): Sheet =>
  from === 0 && until === sheet.length
    ? sheet
    : {
        ...sheet,
        length: until - from,
        line: (row) => sheet.line(row + from),
        width: (row) => sheet.width(row + from),
        span: (row, column) => sheet.span(row + from, column),
        text: (row, column) => sheet.text(row + from, column),
      }

const lacksUnit = ({ tables, unknown }: ReturnType<typeof tablesOf>): boolean =>
  unknown?.fit.lacking.includes('unit') === true ||
  tables.some(({ kind, lacking }) => lacking.includes(KINDS[kind].fields.unit?.title ?? ''))

/** How the table that the ledger makes of registers begins, in either language, and what its workbook calls the sheet that explains it. */
export const LEDGER_HEADS = [
  ['单位', '类别', '状态', '年度', '计划', '已用', '占比', '进度'],
  ['unit', 'kind', 'state', 'year', 'quota', 'used', 'share', 'pace'],
] as const
const ABOUT_LEDGER = ['说明', 'About']
/** In a workbook its heads stand below the title and the day. */
const LEDGER_ABOVE = 3

/** It is no register: what it counts would be counted again. */
const isLedger = (sheet: Sheet): boolean =>
  Array.from({ length: Math.min(LEDGER_ABOVE, sheet.length) }, (_, row) => row).some((row) =>
    LEDGER_HEADS.some((heads) => heads.every((name, i) => sheet.text(row, i).trim() === name)),
  )

/** The genre that its tables make it, and why. */
export function registerGenre(
  { tables }: Register,
  configured?: RegisterKind,
): { id: GenreId; source: GenreSource; evidence: string[] } {
  const [first] = tables
  if (configured) return { id: `register.${configured}`, source: 'config', evidence: ['配置文件 registers'] }
  if (!first) return { id: 'register.other', source: 'text', evidence: ['电子表格，没有认出是哪种台账'] }
  const kinds = [...new Set(tables.map(({ kind }) => kind))]
  const heads = Object.values(first.columns)
  return {
    id: `register.${first.kind}`,
    source: 'text',
    evidence: [
      heads.length === 0
        ? '各行是计划数和各季度、各月的数'
        : `表头“${heads
            .sort((a, b) => a.index - b.index)
            .slice(0, 4)
            .map(({ title }) => title)
            .join('”“')}”`,
      ...(kinds.length > 1
        ? [
            `还有${kinds
              .slice(1)
              .map((kind) => KINDS[kind].title)
              .join('、')}`,
          ]
        : []),
    ],
  }
}

/**
 * Names of columns that the configuration gives and that stand above none. Where it says nothing of the kind, files of
 * other kinds may be meant, too: then only those count whose field no other column was taken for.
 */
export const absentColumns = ({ tables }: Register, { kind, columns = {} }: RegisterHint = {}): string[] =>
  Object.entries(columns).flatMap(([field, name]) => {
    const found = tables.flatMap((table) => table.columns[field] ?? [])
    // A column may have the names of two header rows.
    const isThere = kind ? found.some(({ title }) => headerName(title).includes(headerName(name))) : found.length > 0
    return isThere ? [] : [name]
  })

/** The kind that a genre names, if it names one. */
export const kindOf = (id: GenreId): RegisterKind | undefined => {
  const kind = id.replace(/^register\./, '')
  return kind !== id && Object.hasOwn(KINDS, kind) ? (kind as RegisterKind) : undefined
}

function isMostlyTables({ text, blocks, rows }: Parsed): boolean {
  if (rows.length < 2) return false
  let inside = 0
  let outside = 0
  for (const { kind, start, end } of blocks)
    if (kind === 'cell') inside += end - start
    else outside += end - start
  return text.length > 0 && inside >= (inside + outside) * MOSTLY
}

function placeIn(sheets: readonly Sheet[], tables: readonly Table[], text: string, offset: number) {
  for (const sheet of sheets) {
    const found = sheet.at(offset)
    if (!found) continue
    const at = behindRow(sheet, tables, offset, found)
    const line = sheet.line(at.row)
    const title = columnTitle(sheet, tables, text, at)
    const where = sheet.name === '' ? '' : `工作表“${sheet.name}”`
    return {
      line,
      column: at.column + 1,
      label: `${where}第${line}行${columnLetters(at.column)}列${title && `（${title}）`}`,
    }
  }
  return undefined
}

/**
 * A row ends with its last cell that holds something, and what is blank behind that is pointed at by the end of the row: the column that rules ask for first,
 * or the next one that the table has.
 */
function behindRow(sheet: Sheet, tables: readonly Table[], offset: number, cell: Place): Place {
  const { start, end } = sheet.span(cell.row, cell.column)
  if (cell.column < sheet.width(cell.row) - 1 || start === end || offset < end) return cell
  const table = tableOver(sheet, tables, cell)
  const blank = Object.entries(table?.columns ?? {}).filter(([, { index }]) => index > cell.column)
  if (blank.length === 0) return cell
  const asked = ASKED.flatMap((field) => blank.filter(([name]) => name === field))[0]
  return { row: cell.row, column: asked?.[1].index ?? Math.min(...blank.map(([, { index }]) => index)) }
}
/** Fields whose blank cells rules point at, the first that a table has. */
const ASKED = ['filing', 'filed', 'registration', 'end']

interface Place {
  readonly row: number
  readonly column: number
}

/** Of tables below or beside each other the last one that begins above a cell and not behind it. */
const tableOver = (sheet: Sheet, tables: readonly Table[], cell: Place): Table | undefined =>
  tables.findLast(({ sheet: name, at }) => {
    const head = name === sheet.name ? sheet.at(at.start) : undefined
    return head !== undefined && head.row <= cell.row && head.column <= cell.column
  })

/** What stands above the cell. */
function columnTitle(sheet: Sheet, tables: readonly Table[], text: string, cell: Place): string {
  const table = tableOver(sheet, tables, cell)
  if (!table) return ''
  const known = Object.values(table.columns).find(({ index }) => index === cell.column)
  const written = known?.title ?? headsOf(sheet, table, text, cell.column)
  return headerName(written) === '' ? '' : written.slice(0, 20)
}

/** 一季度 over 1月: the month; 1月 over 发文: both. */
function headsOf(sheet: Sheet, table: Table, text: string, column: number): string {
  const read = cellReader(sheet, text)
  const top = sheet.at(table.at.start)!.row
  const [first] = table.records
  const rows = [first?.row, table.totals[0]?.row].filter((row) => row !== undefined)
  const until = Math.min(top + HEADS, ...rows)
  const below = Array.from({ length: Math.max(0, until - top - 1) }, (_, i) => read(top + 1 + i, column).text).filter(
    (said) => headerName(said) !== '' && !/^\d+$/.test(said),
  )
  const lowest = below.at(-1)
  if (lowest === undefined) return read(top, column).text
  if (isMonth(lowest)) return lowest
  const upper = below.at(-2) ?? cellLeft(sheet, read, top, column).text
  return upper === lowest ? lowest : `${upper}·${lowest}`
}
/** Rows of a header. */
const HEADS = 3

/** 0 → A, 26 → AA, as spreadsheets name their columns. */
function columnLetters(column: number): string {
  const letters = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letters : columnLetters(Math.floor(column / 26) - 1) + letters
}
