/** Writes workbooks of Excel 97–2003, for tests and for fuzzing: as much of the format as the reader knows. */
import { compound } from './compound.ts'

/** `formula`: its saved result; `packed`: the four bytes of a short number. */
export type XlsCell =
  | string
  | number
  | boolean
  | undefined
  | { readonly error: number }
  | { readonly formula: string | number | boolean }
  | { readonly packed: number }
  | { readonly value: number; readonly format: number }
  | { readonly inCell: string }

export interface XlsSheet {
  readonly name: string
  readonly rows: readonly (readonly XlsCell[])[]
  /** Rows that are not shown, from 0. */
  readonly hidden?: readonly number[]
  /** 1: hidden, 2: very hidden. */
  readonly state?: number
  /** 2: a chart. */
  readonly type?: number
  /** First and last row, first and last column, all from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[]
  /** Records ahead of the cells. */
  readonly before?: Buffer
}
export interface XlsOptions {
  readonly version?: number
  readonly since1904?: boolean
  readonly password?: boolean
  /** Code of each format; cells name them by their place. The format of place 0 is the general one. */
  readonly formats?: readonly (string | number)[]
  /** After so many characters the shared texts go on in another record, and in the other width. */
  readonly breakAfter?: number
}

export const record = (id: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([shorts(id, content.length), content])
}
const shorts = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, i * 2)
  return bytes
}
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}
const isNarrow = (text: string) => !/[^\0-\xff]/.test(text)
const characters = (text: string): Buffer => Buffer.from(text, isNarrow(text) ? 'latin1' : 'utf16le')
const flag = (text: string) => Buffer.from([isNarrow(text) ? 0 : 1])
const text = (value: string): Buffer => Buffer.concat([shorts(value.length), flag(value), characters(value)])

export const xls = (sheets: readonly XlsSheet[], options: XlsOptions = {}): Buffer =>
  compound({ Workbook: xlsStream(sheets, options) })

export function xlsStream(sheets: readonly XlsSheet[], options: XlsOptions = {}): Buffer {
  const shared: string[] = []
  const beginning = (type: number) => record(0x809, shorts(options.version ?? 0x600, type, 0, 0), long(0), long(0))
  const end = record(0x0a)
  const bodies = sheets.map(({ rows, hidden = [], merges = [], before = Buffer.alloc(0) }) =>
    Buffer.concat([
      beginning(0x10),
      before,
      ...hidden.map((row) => record(0x208, shorts(row, 0, 1, 0, 0, 0, 0x20, 0))),
      ...rows.flatMap((cells, row) => cells.flatMap((cell, column) => cellRecords(cell, row, column, shared))),
      ...(merges.length > 0 ? [record(0xe5, shorts(merges.length), ...merges.map((range) => shorts(...range)))] : []),
      end,
    ]),
  )
  const formats = options.formats ?? [0]
  const head = Buffer.concat([
    beginning(5),
    ...(options.password ? [record(0x2f, shorts(1, 1, 1))] : []),
    ...(options.since1904 ? [record(0x22, shorts(1))] : []),
    ...formats.flatMap((code, i) => (typeof code === 'string' ? [record(0x41e, shorts(164 + i), text(code))] : [])),
    ...formats.map((code, i) =>
      record(0xe0, shorts(0, typeof code === 'string' ? 164 + i : code, 0, 0), Buffer.alloc(12)),
    ),
  ])
  const strings = sharedRecords(shared, options.breakAfter)
  const names = sheets.map(({ name, state = 0, type = 0 }) => [
    Buffer.from([state, type, name.length]),
    flag(name),
    characters(name),
  ])
  const listed = names.reduce((sum, parts) => sum + 8 + Buffer.concat(parts).length, 0)
  let at = head.length + listed + strings.length + end.length
  const list = names.map((parts, i) => {
    const entry = record(0x85, long(at), ...parts)
    at += bodies[i]!.length
    return entry
  })
  return Buffer.concat([head, ...list, strings, end, ...bodies])
}

function sharedRecords(shared: readonly string[], breakAfter: number | undefined): Buffer {
  const counts = Buffer.concat([long(shared.length), long(shared.length)])
  if (breakAfter === undefined) return record(0xfc, counts, ...shared.map(text))
  const last = shared.at(-1) ?? ''
  const [first, rest] = [last.slice(0, breakAfter), last.slice(breakAfter)]
  return Buffer.concat([
    record(0xfc, counts, ...shared.slice(0, -1).map(text), shorts(last.length), flag(first), characters(first)),
    record(0x3c, flag(rest), characters(rest)),
  ])
}

function cellRecords(cell: XlsCell, row: number, column: number, shared: string[]): Buffer[] {
  const place = (format = 0) => shorts(row, column, format)
  if (cell === undefined) return []
  if (typeof cell === 'string') return [record(0xfd, place(), long(shared.push(cell) - 1))]
  if (typeof cell === 'number') return [record(0x203, place(), double(cell))]
  if (typeof cell === 'boolean') return [record(0x205, place(), Buffer.from([cell ? 1 : 0, 0]))]
  if ('error' in cell) return [record(0x205, place(), Buffer.from([cell.error, 1]))]
  if ('packed' in cell) return [record(0x27e, place(), long(cell.packed))]
  if ('value' in cell) return [record(0x203, place(cell.format), double(cell.value))]
  if ('inCell' in cell) return [record(0x204, place(), text(cell.inCell))]
  const { formula } = cell
  const more = Buffer.alloc(8)
  if (typeof formula === 'number') return [record(0x06, place(), double(formula), more)]
  const kind = typeof formula === 'boolean' ? 1 : formula === '' ? 3 : 0
  const result = Buffer.from([kind, 0, formula === true ? 1 : 0, 0, 0, 0, 0xff, 0xff])
  const own = record(0x06, place(), result, more)
  return kind === 0 ? [own, record(0x207, text(formula as string))] : [own]
}
