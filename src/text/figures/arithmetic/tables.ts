/** Tables in documents whose last row adds up the others, or whose sum the sentence above tells. */
import { NOT_ADDED, NOTHING, PART_ABOVE, SLIP } from '../../../added-up.ts'
import type { Doc, Row, Span } from '../../../core.ts'
import { tabbed } from '../../../tabbed.ts'
import { matchesOf } from '../../matches.ts'
import { round } from '../figures.ts'
import type { Contradiction } from './clause.ts'
import { fullMarks, worthColumn } from './full-marks.ts'

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计)$/
const SUBTOTAL = /小\s*计|分\s*计/
const NUMBER = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/
/** 共需资金19.6万元，具体如下。 */
const TOLD =
  /(?:共需?|总?共计?|合计|总[计额投资金]{1,4})[^，。；：、\d]{0,12}?(\d[\d,]*(?:\.\d+)?)\s?(万元|亿元|元|公里|亩|吨|[个人名户所条项处台套座份])[^。；\d]{0,16}(?:如下|见下表|列于下表|明细表?)[^。；\d]{0,6}[。：:]?\s*$/

/** A table as rows of cells; all of them have as many. */
interface Table {
  readonly rows: readonly Row[]
  text(row: number, column: number): string
  span(row: number, column: number): Span
}

function rowsOf({ rows, text }: Doc, mayBeSpaced: boolean): readonly Row[] {
  if (rows.length > 0) return rows
  const own = tabbed(text)
  return own.length > 0 || !mayBeSpaced ? own : spaced(text)
}

/** The last cell of a line whose cells are set apart by wide spaces: a figure. */
const SPACED = /(?:　　|[ 　]{3})[ 　]*\d[\d,.]*[ 　]*\n/g
const BETWEEN = /　　+|[ 　]{3,}/

/** Tables that became lines of words with wide spaces between them: 土建工程　　5200. All lines have as many cells. */
function spaced(text: string): Row[] {
  const rows: Row[] = []
  if (text.search(SPACED) < 0) return rows
  let table = 1
  let index = 0
  let cellsAbove = 0
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const line = text.slice(start, Math.min(end, start + 200)).trimEnd()
    const cells: Span[] = []
    const indent = line.length - line.trimStart().length
    let from = start + indent
    for (const words of line.slice(indent).split(BETWEEN)) {
      const at = words === '' ? from : text.indexOf(words, from)
      cells.push({ start: at, end: at + words.length })
      from = at + words.length
    }
    if (cells.length !== cellsAbove) {
      table++
      index = 0
    }
    cellsAbove = cells.length
    if (cells.length >= 2 && line !== '') rows.push({ table, index: ++index, cells })
  }
  return rows
}

/** A figure of the text, with its unit. */
const IN_TEXT =
  /(?=\d[\d.,]{2})(?<![\d.,])(\d[\d,]*(?:\.\d+)?)(万|亿)?(人次|户次|件次|[个家人名户所条项件处台套座份亩吨公元批辆间张起])/g
interface InText {
  readonly all: string
  readonly said: string
  readonly scale: string
  readonly unit: string
  readonly index: number
  readonly key: string
}
const inTextOf = (text: string): InText[] =>
  matchesOf(IN_TEXT, text).map(({ 0: all, 1: said = '', 2: scale = '', 3: unit = '', index }) => ({
    all,
    said,
    scale,
    unit,
    index,
    key: digitsOf(said),
  }))
/** Around a figure stands what it is of. UTF-16 units. */
const AROUND = 12

/** What the text takes from the table with its digits in another order: 电梯402台, and in the table 电梯 420. */
function copiedInto({ text }: Doc, table: Table, figures: () => readonly InText[], found: Contradiction[]): void {
  const byDigits = new Map<string, { row: number; column: number; said: string }[]>()
  const told = new Set<string>()
  for (let row = 1; row < table.rows.length; row++)
    for (let column = 1; column < table.rows[row]!.cells.length; column++) {
      const said = table.text(row, column)
      if (!NUMBER.test(said) || said.replace(/\D/g, '').length < 3) continue
      told.add(said.replaceAll(',', ''))
      const key = digitsOf(said)
      const known = byDigits.get(key)
      if (known) known.push({ row, column, said })
      else byDigits.set(key, [{ row, column, said }])
    }
  if (byDigits.size === 0) return
  const from = table.rows[0]!.cells[0]!.start
  const to = table.rows.at(-1)!.cells.at(-1)!.end
  for (const { all, said, scale, unit, index, key } of figures()) {
    const cells = byDigits.get(key)
    if (!cells || (index >= from && index < to) || told.has(said.replaceAll(',', ''))) continue
    const before = text.slice(text.lastIndexOf('\n', index) + 1, index).slice(-160)
    const after = text.slice(index + all.length, index + all.length + AROUND)
    const cell = cells.find(({ row, column, said: own }) => {
      const label = table.text(row, 0)
      const head = table.text(0, column)
      if (stepOf(own) !== stepOf(said) || label.length < 2 || !head.includes(scale + unit)) return false
      if (before.endsWith(label)) return true
      const near = before.slice(-AROUND) + after
      const year = /20\d{2}年?$/.test(label) ? before.match(/20\d{2}年/g)?.at(-1) : undefined
      return (year ? year.startsWith(label.replace('年', '')) : before.includes(label)) && sharesName(near, head)
    })
    if (!cell) continue
    found.push({
      kind: 'tabled',
      at: { start: index, end: index + all.length },
      said: all,
      computed: cell.said,
      others: [table.span(cell.row, cell.column)],
    })
  }
}

const digitsOf = (number: string) => number.replace(/\D/g, '').split('').sort().join('')
/** Does a head name what stands in `words`, in two characters at least? */
const sharesName = (words: string, head: string): boolean => {
  const name = head.replace(/[（(].*/, '')
  return Array.from({ length: Math.max(0, name.length - 1) }, (_, i) => name.slice(i, i + 2)).some(
    (pair) => /^[一-龥]{2}$/.test(pair) && !/[数量年]/.test(pair) && words.includes(pair),
  )
}

/** Without one of them nothing says what all marks come to. */
const FULL_MARKS = /[满总]分|百分制/

/** `mayBeSpaced`: it is worth looking for tables that are lines with wide spaces. */
export function tables(doc: Doc, mayBeSpaced: boolean, found: Contradiction[]): void {
  if (doc.register) return
  const rows = rowsOf(doc, mayBeSpaced)
  let inText: readonly InText[] | undefined
  const scoring: (readonly [Table, number])[] = []
  const figures = () => (inText ??= inTextOf(doc.text))
  for (let from = 0, to = 0; from < rows.length; from = to) {
    while (to < rows.length && rows[to]!.table === rows[from]!.table) to++
    const own = rows.slice(from, to)
    const { cells } = own[0]!
    if (own.length < 3 || cells.length < 2 || own.some((row) => row.cells.length !== cells.length)) continue
    const table: Table = {
      rows: own,
      text: (row, column) => doc.text.slice(own[row]!.cells[column]!.start, own[row]!.cells[column]!.end).trim(),
      span: (row, column) => trimmed(doc.text, own[row]!.cells[column]!),
    }
    const last = own.length - 1
    copiedInto(doc, table, figures, found)
    if (TOTAL.test(table.text(last, 0)) || TOTAL.test(table.text(last, 1))) totalRow(table, last, found)
    else {
      toldAbove(doc, table, found)
      const worth = worthColumn(table, cells.length)
      if (worth !== undefined) scoring.push([table, worth])
    }
  }
  if (FULL_MARKS.test(doc.text)) fullMarks(doc.text, scoring, found)
}

function totalRow(table: Table, last: number, found: Contradiction[]): void {
  if (table.rows.some((_, i) => i < last && (SUBTOTAL.test(table.text(i, 0)) || PART_ABOVE.test(table.text(i, 0)))))
    return
  for (let column = 1; column < table.rows[0]!.cells.length; column++) {
    const said = table.text(last, column)
    if (!NUMBER.test(said) || NOT_ADDED.test(table.text(0, column))) continue
    compare(table, column, last, amountOf(said), said, table.span(last, column), found)
  }
}

/** The sentence right above the table says what all of it comes to; one column is told in that unit. */
function toldAbove(doc: Doc, table: Table, found: Contradiction[]): void {
  const start = table.rows[0]!.cells[0]!.start
  const above = doc.text.slice(Math.max(0, start - 160), start)
  const told = TOLD.exec(above)
  if (!told) return
  const columns = table.rows[0]!.cells.flatMap((_, column) =>
    table.text(0, column).includes(told[2]!) && !NOT_ADDED.test(table.text(0, column)) ? [column] : [],
  )
  if (columns.length !== 1) return
  if (table.rows.some((_, i) => SUBTOTAL.test(table.text(i, 0)) || PART_ABOVE.test(table.text(i, 0)))) return
  const at = start - above.length + told.index + told[0].indexOf(told[1]!)
  const span = { start: at, end: at + told[1]!.length }
  compare(table, columns[0]!, table.rows.length, amountOf(told[1]!), told[1]!, span, found)
}

/** Of the rows between the header and `end`. */
function compare(
  table: Table,
  column: number,
  end: number,
  total: number,
  said: string,
  at: Span,
  found: Contradiction[],
): void {
  const parts: Span[] = []
  let sum = 0
  let step = stepOf(said)
  for (let row = 1; row < end; row++) {
    const text = table.text(row, column)
    if (NOTHING.test(text)) continue
    // A second row of headers, or words among the figures.
    if (!NUMBER.test(text)) return
    sum = round(sum + amountOf(text))
    step = Math.max(step, stepOf(text))
    parts.push(table.span(row, column))
  }
  const miss = Math.abs(sum - total)
  // Whole numbers of things are counted, others may have been rounded.
  const allowed = step === 1 ? 0 : ((parts.length + 1) * step) / 2 + 1e-9
  if (parts.length < 2 || miss <= allowed || miss > Math.abs(total) * SLIP) return
  found.push({ kind: 'sum', at, said, computed: String(sum), others: parts })
}

const amountOf = (text: string) => Number(text.replaceAll(',', ''))
const stepOf = (text: string) => 10 ** -(text.split('.')[1]?.length ?? 0)

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: Math.max(from + 1, start + words.trimEnd().length) }
}
