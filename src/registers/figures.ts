/** What registers say about documents, meetings and inspections, in one form whatever their columns: quotas, monthly counts, items. For rules and for the ledger. */
import type { Doc, Mark, RegisterKind, Table, TableCell, TableRecord } from '../core.ts'
import { unitKey } from './units.ts'
import { countOf, dayOf, monthOf, numberOf, yearOf } from './values.ts'

/** What is counted. */
export const itemTypes = ['documents', 'meetings', 'inspections'] as const
export type ItemType = (typeof itemTypes)[number]
export const ITEM_NAMES: Readonly<Record<ItemType, string>> = {
  documents: '发文',
  meetings: '会议',
  inspections: '督查检查考核',
}

/** 发文, 文件 → documents… Undefined for what is none of them. */
export function itemTypeOf(text: string): ItemType | undefined {
  if (/督查|督导|检查|考核|督检考|巡查|评估|验收/.test(text)) return 'inspections'
  if (/会/.test(text) && !/文件|发文/.test(text)) return 'meetings'
  return /文|函|通知|意见|方案|办法|决定|通报|简报|纪要/.test(text) ? 'documents' : undefined
}

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

/** One figure of a register. */
export interface Figure {
  /** As written, and as offices are compared. */
  readonly unit: string
  readonly key: string
  readonly type: ItemType
  readonly value: number
  readonly at: Mark
}
/** How many a unit may issue or hold in a year. */
export interface Quota extends Figure {
  /** Where the unit is named. */
  readonly unitAt: Mark
  /** Undefined where the register does not say. */
  readonly year: number | undefined
}
/** How many a unit issued or held in a month. */
export interface Count extends Figure {
  /** YYYY-MM */
  readonly month: string
  /** Of the year so far, as the register says. */
  readonly soFar?: { readonly value: number; readonly at: Mark }
}

/** The quotas of all `plan` registers: rows with a number of their own for each type, or a type and a number. Cells that are no numbers are left out. */
export function* quotasIn(docs: readonly Doc[]): Iterable<Quota> {
  for (const placed of tablesIn(docs, 'plan')) {
    const titleYear = yearIn(placed)
    for (const record of placed.table.records) {
      const named = record.get('unit')
      if (!named || named.text === '') continue
      const unit = named.text
      const year = yearOf(record.text('year')) ?? titleYear
      for (const { type, cell, value } of amountsOf(record, 'quota'))
        yield {
          unit,
          key: unitKey(unit),
          type,
          value,
          at: cellMark(placed, cell),
          unitAt: cellMark(placed, named),
          year,
        }
    }
  }
}

/** The counts of all `monthly` registers. */
export function* countsIn(docs: readonly Doc[]): Iterable<Count> {
  for (const placed of tablesIn(docs, 'monthly')) {
    const titleYear = yearIn(placed)
    for (const record of placed.table.records) {
      const unit = record.text('unit')
      const month = monthIn(record, placed.table, titleYear)
      if (unit === '' || month === undefined) continue
      const key = unitKey(unit)
      for (const { type, cell, value, soFar } of amountsOf(record, 'count')) {
        const total = soFar && countOf(soFar.text)
        yield {
          unit,
          key,
          month,
          type,
          value,
          at: cellMark(placed, cell),
          ...(soFar &&
            total !== undefined &&
            soFar.text !== '' && { soFar: { value: total, at: cellMark(placed, soFar) } }),
        }
      }
    }
  }
}

/** The month that a row of monthly figures is about. */
export function monthIn(record: TableRecord, table: Table, titleYear: number | undefined): string | undefined {
  return monthOf(record.text('month'), yearOf(record.text('year')) ?? titleYear, table.since1904)
}

/** A year that title, sheet or file name give: 2026年, 2026年度. */
export function yearIn({ doc, table }: Placed): number | undefined {
  for (const text of [table.title, table.sheet, doc.path.replace(/^.*[\\/]/, '')]) {
    const years = new Set((text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number))
    if (years.size === 1) return [...years][0]
  }
  return undefined
}

/** The numbers in a row, by type: of its columns 发文数, 会议数…, or the one number under `single` that its column 类别 tells the type of. */
function* amountsOf(
  record: TableRecord,
  single: 'quota' | 'count',
): Iterable<{ type: ItemType; cell: TableCell; value: number; soFar?: TableCell | undefined }> {
  for (const type of itemTypes) {
    const cell = record.get(type)
    const value = cell && cell.text !== '' ? countOf(cell.text) : undefined
    if (cell && value !== undefined) yield { type, cell, value, soFar: record.get(`${type}SoFar`) }
  }
  const cell = record.get(single)
  const type = itemTypeOf(record.text('type'))
  const value = cell && cell.text !== '' ? countOf(cell.text) : undefined
  if (cell && type && value !== undefined) yield { type, cell, value, soFar: record.get('countSoFar') }
}

/** A document issued, a meeting or an inspection held. */
export interface Item {
  readonly unit: string
  readonly key: string
  /** Undefined where the register does not tell. */
  readonly type: ItemType | undefined
  readonly title: string
  /** YYYY-MM-DD; undefined where the cell is no date. */
  readonly day: string | undefined
  readonly record: TableRecord
  readonly placed: Placed
}

/** The rows of all `items` registers. */
export function* itemsIn(docs: readonly Doc[]): Iterable<Item> {
  const keys = remembered(unitKey)
  const types = remembered(itemTypeOf)
  for (const placed of tablesIn(docs, 'items')) {
    const usual = typeOfTable(placed)
    const { since1904 } = placed.table
    const days = remembered((text) => dayOf(text, since1904))
    for (const record of placed.table.records) {
      const unit = record.text('unit')
      const said = record.text('type')
      yield {
        unit,
        key: keys(unit),
        type: said === '' ? usual : types(said),
        title: record.text('title'),
        day: days(record.text('date')),
        record,
        placed,
      }
    }
  }
}

/** As many results are kept. */
const REMEMBERED = 5_000
/** In a hundred thousand rows there are some dozen units and some hundred days. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size < REMEMBERED) known.set(text, value)
    return value
  }
}

/** What a table without a column 类别 is about: by its columns 会议名称, 发文日期, or its names. */
function typeOfTable({ doc, table }: Placed): ItemType | undefined {
  const { columns, title, sheet } = table
  for (const text of [
    columns.title?.title ?? '',
    columns.date?.title ?? '',
    sheet,
    title,
    doc.path.replace(/^.*[\\/]/, ''),
  ]) {
    const types = new Set(
      [/文/, /会议|开会|召开/, /督查|检查|考核|督导/].map((pattern, i) =>
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
