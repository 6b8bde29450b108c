/**
 * OpenDocument spreadsheets (.ods, .ots, .fods). Read are the cells of the sheets that are shown and their merged ranges; dates as YYYY-MM-DD, numbers as
 * they were saved, the rest as it is shown. Pictures, charts and comments are passed over.
 */
import { NOT_CALCULATED, type Parser, UnreadableError } from '../core.ts'
import { openDocument, scanOpenDocument } from './open-document.ts'
import { MAX_MERGES, MAX_SHEETS, type Range, WorkbookText } from './workbook-text.ts'
import { cellReader, MAX_COLUMNS } from './xlsx/worksheet.ts'
import type { XmlScanner } from './xml.ts'
import type { Refusal } from './zip.ts'

const refuse: Refusal = (kind, why, remedy = '请用 Excel 或 WPS 打开后另存为 .xlsx，再重新检查') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 ODS 表格' : '无法读取这个 ODS 表格'}：${why}`, remedy)

const KIND = {
  type: /^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?$/,
  refuse,
  // 100,000 rows take some 60 MB.
  most: 96 * 1024 * 1024,
  unlock: '请打开文件，取消密码后另存为 .xlsx，再重新检查',
}

/** Rows that a sheet can have. */
const MAX_ROWS = 1_048_576
/** The same row so often is no register any more: it was filled down to the end of the sheet. */
const MAX_REPEATED = 10_000

const PERCENT = 1
const show = cellReader([], new Map([[PERCENT, 'percent']]), false)

export const parser: Parser = {
  parse(bytes) {
    const scanner = scanOpenDocument(openDocument(bytes, KIND).content, refuse)
    const text = new WorkbookText()
    /** Styles of sheets that are not shown, and their names. */
    const unseen = new Set<string>()
    const hidden: string[] = []
    let style = ''
    let sheets = 0
    // Styles stand before the sheets.
    while (scanner.next()) {
      if (scanner.kind !== 'start') continue
      if (scanner.name === 'style:style') style = scanner.attribute('style:name') ?? ''
      else if (scanner.name === 'style:table-properties') {
        if (scanner.attribute('table:display') === 'false') unseen.add(style)
      } else if (scanner.name === 'table:tracked-changes') scanner.skip()
      else if (scanner.name === 'table:table') {
        if (++sheets > MAX_SHEETS) throw refuse('excess', `工作表超过 ${MAX_SHEETS} 张`)
        const name = scanner.attribute('table:name') ?? ''
        if (unseen.has(scanner.attribute('table:style-name') ?? '')) {
          hidden.push(name)
          scanner.skip()
        } else readSheet(scanner, name, text)
      }
    }
    if (sheets === 0) throw refuse('invalid', '里面没有工作表')
    return text.parsed(hidden, false)
  },
}

/** What holds rows besides the sheet itself. */
const GROUPS: ReadonlySet<string> = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group'])

function readSheet(scanner: XmlScanner, name: string, text: WorkbookText): void {
  const merges: Range[] = []
  let uncalculated = 0
  let number = 0
  text.begin()
  within(scanner, () => {
    if (scanner.name === 'table:table-row') readRow()
    else if (!GROUPS.has(scanner.name)) scanner.skip()
  })
  text.end(name, merges, uncalculated)

  function readRow(): void {
    const repeated = countOf(scanner, 'table:number-rows-repeated', MAX_ROWS)
    const isHidden = /^(?:collapse|filter)$/.test(scanner.attribute('table:visibility') ?? '')
    const cells: string[] = []
    let column = 0
    within(scanner, () => {
      const times = countOf(scanner, 'table:number-columns-repeated', MAX_COLUMNS)
      if (scanner.name === 'table:table-cell' && column < MAX_COLUMNS) {
        const across = countOf(scanner, 'table:number-columns-spanned', MAX_COLUMNS)
        const down = countOf(scanner, 'table:number-rows-spanned', MAX_ROWS)
        if ((across > 1 || down > 1) && merges.length < MAX_MERGES)
          merges.push({ top: number + 1, left: column, bottom: number + down, right: column + across - 1 })
        const shown = readCell(scanner)
        if (shown === NOT_CALCULATED) uncalculated++
        if (shown !== '') {
          while (cells.length < column) cells.push('')
          for (let i = 0; i < times && cells.length < MAX_COLUMNS; i++) cells.push(shown)
        }
      } else scanner.skip()
      column += times
    })
    // Empty rows reach to the end of the sheet; so may others, and a few bytes would make a million rows.
    if (cells.length > 0)
      for (let i = 1; i <= Math.min(repeated, MAX_REPEATED); i++) text.row(number + i, isHidden, cells)
    number += repeated
  }
}

/** What the cell that starts here shows; the scanner goes on to its end. */
function readCell(scanner: XmlScanner): string {
  const type = scanner.attribute('office:value-type')
  const value = type === undefined ? undefined : savedIn(scanner, type)
  const isFormula = scanner.attribute('table:formula') !== undefined
  let words = ''
  let paragraph = 0
  const { depth } = scanner
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind === 'text') {
      if (paragraph > 0) words += scanner.text()
    } else if (scanner.kind === 'end') {
      if (scanner.depth === paragraph) paragraph = 0
    } else if (scanner.name === 'text:p') {
      if (words !== '') words += '\n'
      paragraph = scanner.depth
    } else if (/^text:(?:s|tab|line-break)$/.test(scanner.name)) words += ' '
    else if (!/^text:(?:span|a|ruby|ruby-base)$/.test(scanner.name)) scanner.skip()
  }
  if (type === undefined && isFormula && words === '') return NOT_CALCULATED
  if (type === 'date' && value !== undefined) return dayIn(value, words)
  if (type === 'percentage' && value !== undefined) return show('n', PERCENT, value)
  if ((type === 'float' || type === 'currency') && value !== undefined) return show('n', 0, value)
  if (type === 'boolean' && value !== undefined) return show('b', 0, value === 'true' ? '1' : '0')
  return show('str', 0, words === '' ? (value ?? '') : words)
}

function savedIn(scanner: XmlScanner, type: string): string | undefined {
  const kept = type === 'date' || type === 'boolean' || type === 'string' ? `${type}-` : ''
  return scanner.attribute(`office:${kept}value`)
}

/** 2026-01-05T14:30:00 as far as the cell shows it: in words that name no day, a month. */
function dayIn(value: string, words: string): string {
  if (/^\d{4}\s?[年./-]\s?\d{1,2}\s?月?$/.test(words)) return value.slice(0, 7)
  const time = /T(\d\d:\d\d)/.exec(value)?.[1]
  const isTimed = time !== undefined && time !== '00:00' && /[:时点]/.test(words)
  return show('str', 0, `${value.slice(0, 10)}${isTimed ? ` ${time}` : ''}`)
}

/** How often, or how far; 1 where nothing is said. */
function countOf(scanner: XmlScanner, attribute: string, most: number): number {
  const written = scanner.attribute(attribute)
  return written === undefined ? 1 : Math.min(Math.max(1, Math.trunc(Number(written)) || 1), most)
}

/** Calls `each` at the elements in the one that starts here; what it neither reads nor skips is gone into. */
function within(scanner: XmlScanner, each: () => void): void {
  const { depth } = scanner
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) if (scanner.kind === 'start') each()
}
