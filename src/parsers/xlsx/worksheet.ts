/** The cells of a sheet, row by row. */
import { NOT_CALCULATED } from '../../core.ts'
import { MAX_MERGES, type Range } from '../workbook-text.ts'
import type { Shown } from './styles.ts'
import { attributeIn, tagsOf } from './tags.ts'

/** What a cell shows, by what it is (`t`), its style (`s`) and what it holds. */
export type CellReader = (type: string, style: number, value: string) => string

export interface SheetDrain {
  readonly show: CellReader
  /** Row number, 1-based; what each cell shows, '' where there is none, up to the last that shows something. Rows without any are left out. */
  row(number: number, hidden: boolean, cells: readonly string[]): void
}

/** Columns that a sheet can have. */
export const MAX_COLUMNS = 16_384

export async function readSheet(
  pieces: AsyncIterable<Uint8Array>,
  drain: SheetDrain,
): Promise<{ merges: Range[]; uncalculated: number }> {
  const merges: Range[] = []
  let uncalculated = 0
  let number = 0
  let hidden = false
  let row: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let formula = false
  let valued = false
  let taking = false
  let phonetic = false

  const tags = tagsOf({
    open(name, xml, from, to, empty) {
      if (name === 'c') {
        const place = attributeIn(xml, from, to, 'r')
        column = place === undefined ? column + 1 : columnOf(place)
        type = attributeIn(xml, from, to, 't') ?? ''
        style = Number(attributeIn(xml, from, to, 's') ?? 0)
        value = ''
        formula = false
        valued = false
      } else if (name === 'v' || name === 't') {
        taking = !empty && !phonetic
        valued = true
      } else if (name === 'f') formula = true
      else if (name === 'row') {
        const written = Number(attributeIn(xml, from, to, 'r'))
        number = written > number ? written : number + 1
        hidden = /^(?:1|true)$/.test(attributeIn(xml, from, to, 'hidden') ?? '')
        row = []
        column = -1
      } else if (name === 'rPh') phonetic = !empty
      else if (name === 'mergeCell' && merges.length < MAX_MERGES) {
        const range = rangeOf(attributeIn(xml, from, to, 'ref') ?? '')
        if (range) merges.push(range)
      }
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'c') {
        // A formula may come to an empty text; without a value nobody knows what it comes to.
        const unknown = formula && value === '' && !(type === 'str' && valued)
        const shown = unknown ? NOT_CALCULATED : value === '' ? '' : drain.show(type, style, value)
        if (unknown) uncalculated++
        if (shown === '' || column < 0 || column >= MAX_COLUMNS) return
        while (row.length < column) row.push('')
        row[column] = shown
      } else if (name === 'rPh') phonetic = false
      else if (name === 'row' && row.length > 0) drain.row(number, hidden, row)
    },
    text(xml, from, to, decoded) {
      if (!taking) return
      const text = type === '' || type === 's' || type === 'n' ? xml.slice(from, to) : decoded()
      value = value === '' ? text : value + text
    },
  })
  for await (const piece of pieces) tags.feed(piece)
  tags.end()
  return { merges, uncalculated }
}

/** The column of B7, from 0; -1 where it is none. */
function columnOf(place: string): number {
  let column = 0
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

function rangeOf(ref: string): Range | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref)
  if (!match) return undefined
  return { left: columnOf(match[1]!), top: Number(match[2]), right: columnOf(match[3]!), bottom: Number(match[4]) }
}

/** What cells show: in one line, dates as YYYY-MM-DD. */
export function cellReader(
  strings: readonly string[],
  styles: ReadonlyMap<number, Shown>,
  since1904: boolean,
): CellReader {
  // Most registers have some hundred different days.
  const days = new Map<string, string>()
  return (type, style, value) => {
    switch (type) {
      case 's':
        return inLine(strings[Number(value)] ?? '')
      case 'str':
      case 'inlineStr':
      case 'e':
        return inLine(value)
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'd':
        return inLine(value.replace(/T00:00:00(?:\.0+)?Z?$/, ''))
      default: {
        const shown = styles.get(style)
        if (shown !== 'day') return numberText(value, shown, since1904)
        const known = days.get(value)
        if (known !== undefined) return known
        const text = numberText(value, shown, since1904)
        if (days.size < MAX_DAYS) days.set(value, text)
        return text
      }
    }
  }
}
const MAX_DAYS = 10_000

/** Fifteen digits are what a spreadsheet counts with: 0.1+0.2 is 0.3. */
function numberText(value: string, shown: Shown | undefined, since1904: boolean): string {
  if (shown === undefined && /^-?\d{1,15}$/.test(value)) return value
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return inLine(value)
  if (shown === 'percent') return `${Number((number * 100).toPrecision(12))}%`
  const day = shown && dateText(number, shown, since1904)
  return day ?? String(Number(number.toPrecision(15)))
}

const DAY = 86_400_000

/** Undefined for a number that is no date. */
function dateText(serial: number, shown: Shown, since1904: boolean): string | undefined {
  if (!(serial >= (since1904 ? 0 : 1) && serial < 2_958_466)) return undefined
  // A workbook takes 1900 for a leap year: before its 29 February everything is a day later.
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const seconds = Math.round(serial * 86_400)
  const text = new Date(start + Math.floor(seconds / 86_400) * DAY + (seconds % 86_400) * 1000).toISOString()
  if (shown === 'month') return text.slice(0, 7)
  return shown === 'time' && seconds % 86_400 !== 0 ? `${text.slice(0, 10)} ${text.slice(11, 16)}` : text.slice(0, 10)
}

function inLine(text: string): string {
  const decoded = text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => unescaped(code)) : text
  return /[\t\r\n\v\f\u2028\u2029]/.test(decoded) ? decoded.replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ') : decoded
}

/** Control characters, which a spreadsheet writes so, are white space at most. */
function unescaped(code: string): string {
  const unit = Number.parseInt(code, 16)
  return unit < 0x20 ? ' ' : String.fromCharCode(unit)
}
