/** Cells that cannot be what their column says, and tables that lack something. */
import { type Doc, NOT_CALCULATED, type Span, type Table, type TableCell, type TableRecord } from '../core.ts'
import { yearlessMonth } from './figures.ts'
import { isDissolved } from './groups.ts'
import { cameToNothing } from './items.ts'
import { type Field, KINDS } from './kinds.ts'
import { monthsText } from './months.ts'
import { groupsTwiceIn, repeatsIn } from './repeats.ts'
import { timesOf } from './times.ts'
import { countOf, dayOf, daysOf, isBlank, isMonth, NOT_REPORTED, numberOf, plain, yearOf } from './values.ts'
import { isWhen, isYearless } from './years.ts'

export type Fault =
  | {
      readonly kind: 'date' | 'month' | 'number' | 'count' | 'year'
      readonly text: string
      readonly column: string
      readonly at: Span
    }
  | { readonly kind: 'empty'; readonly column: string; readonly at: Span }
  | {
      readonly kind: 'repeated' | 'conflicting'
      readonly unit: string
      readonly when: string
      readonly what: string
      readonly first: string
      readonly at: Span
    }
  | {
      readonly kind: 'twice' | 'otherwise'
      readonly name: string
      readonly first: string
      readonly columns: string
      readonly at: Span
    }
  | { readonly kind: 'yearless'; readonly at: Span }
  | { readonly kind: 'undated'; readonly text: string; readonly column: string; readonly at: Span }
  | { readonly kind: 'duplicate'; readonly column: string; readonly at: Span }
  | { readonly kind: 'lacking'; readonly register: string; readonly columns: string; readonly at: Span }
  | { readonly kind: 'unlike'; readonly register: string; readonly columns: string; readonly at: Span }
  | { readonly kind: 'unknown'; readonly at: Span }

/** What people write where a date would be and there is none. */
const NO_DATE =
  /^(?:[拟原]定?.{1,12}|.{0,10}[(（]待定[)）]|长期|常设|永久|待定|未定|不定期|无|暂无|至今|持续|[-—–]{1,4}|\/|是|否|已.{0,8}|未.{0,8}|不.{0,8}|√|×|随时|年底|年内|全年|每[年月季周日].{0,6}|[一二三四]季度|第[一二三四]季度|[上下]半年|[上中下]旬|.{0,8}(?:结束|完成)后?.{0,4})$/
const UNDER_WAY: ReadonlySet<string> = new Set(['items', 'visits'])
const STILL_TO_COME =
  /(?:^|[，,；;])(?:暂|尚)?未(?:开展|召开|实施|印发|启动|举办|到)|尚?未到(?:时间|期)|[待拟](?:召开|开展|印发|定于)|尚未(?:召开|开展|印发|实施)|(?:延|改|推|调整)(?:期|迟|后)?(?:到|至)|改期|取消/
const isStillToCome = (record: TableRecord): boolean =>
  ['remark', 'status', 'progress', 'purpose'].some((field) => STILL_TO_COME.test(record.text(field)))
/** 12O, 3l: letters that look like digits. */
const MISTYPED = /^(?=.*\d)[\dOoQlI|]{2,}人?$/
const NO_NUMBER = /^(?:[-—–]{1,4}|\/|无|不限|未定|待定|不设|√|×)$/

export function* faultsIn(doc: Doc): Iterable<Fault> {
  if (!doc.register) return
  const { tables, unknown } = doc.register
  for (const table of tables) {
    const { title: register, fields } = KINDS[table.kind]
    if (table.lacking.length > 0) {
      yield { kind: 'lacking', register, columns: table.lacking.join('、'), at: table.at }
      continue
    }
    if (table.reports) continue
    if (table.filings || table.approvals) {
      yield* daysIn(table)
      continue
    }
    for (const { text, span } of table.duplicates) yield { kind: 'duplicate', column: text, at: span }
    const checked = Object.entries(fields).flatMap(([field, spec]) => {
      const { type, required } = spec
      const own = table.columns[field]
      // What stands above the table is not its rows'.
      if (!own && type !== 'count') return []
      return required || spec.filled || (type !== 'text' && type !== 'unit' && type !== 'yesno')
        ? [{ field, spec, title: own?.title }]
        : []
    })
    // Where each month has a column of its own, the months of a row share the cell of its unit.
    let row = -1
    let told: string[] = []
    let undated = false
    for (const record of table.records) {
      if (record.row !== row) {
        row = record.row
        if (told.length > 0) told = []
      }
      for (const { field, spec, title } of checked) {
        const cell = record.get(field)
        const fault =
          cell &&
          faultOf(cell, spec, title ?? [record.text('month'), spec.title].filter(Boolean).join('·'), table.since1904)
        if (!fault || told.includes(fault.column)) continue
        // 11月开展，尚未到时间.
        if (UNDER_WAY.has(table.kind) && (cameToNothing(record) || isStillToCome(record))) continue
        // Of a group that is gone nobody asks any more when its task ended.
        if (fault.kind === 'undated' && table.kind === 'groups' && isGone(record, table)) continue
        told.push(fault.column)
        if (fault.kind === 'undated' && undated) continue
        undated ||= fault.kind === 'undated'
        yield fault
      }
    }
  }
  // Once, though each month may have a sheet of its own.
  for (const table of tables) {
    const month = yearlessMonth({ doc, table })
    if (!month) continue
    yield { kind: 'yearless', at: month.span }
    break
  }
  for (const { differs, when, ...repeat } of repeatsIn(doc))
    yield { kind: differs ? 'conflicting' : 'repeated', when: whenText(when), ...repeat }
  for (const twice of groupsTwiceIn(doc)) yield { kind: twice.columns === '' ? 'twice' : 'otherwise', ...twice }
  // The sheet beside a register that says how to fill it in is none.
  if (tables.length > 0) return
  for (const { at, like, lacking } of unknown)
    yield like && lacking.length > 0
      ? { kind: 'unlike', register: KINDS[like].title, columns: lacking.join('、'), at }
      : { kind: 'unknown', at }
}

/** Of a register of filings no more is asked than that its days are days. */
function* daysIn(table: Table): Iterable<Fault> {
  const dates = Object.entries(KINDS[table.kind].fields).filter(
    ([field, { type }]) => type === 'date' && table.columns[field],
  )
  for (const record of table.records)
    for (const [field, spec] of dates) {
      const cell = record.get(field)
      const fault = cell && faultOf(cell, spec, table.columns[field]!.title, table.since1904)
      if (fault?.kind === 'date') yield fault
    }
}

const isGone = (record: TableRecord, { columns, since1904 }: Table): boolean =>
  isDissolved(record, columns.status?.title ?? '', since1904)

function faultOf(
  { text, span }: TableCell,
  { type, required, filled }: Field,
  column: string,
  since1904: boolean,
): Extract<Fault, { readonly kind: 'date' | 'undated' | 'month' | 'number' | 'count' | 'year' | 'empty' }> | undefined {
  const isFigure = ['number', 'count', 'times', 'people'].includes(type)
  if (isFigure && NOT_REPORTED.test(text)) return undefined
  if (text === '') return (required || filled) && !isFigure ? { kind: 'empty', column, at: span } : undefined
  // That it was not calculated is told of the whole sheet.
  if (type === 'text' || type === 'unit' || type === 'yesno' || text === NOT_CALCULATED) return undefined
  if (type === 'date') {
    if (isDates(text, since1904) || isWhen(text)) return undefined
    // Of which year it is nothing tells, which is said once of the whole table.
    if (isYearless(text)) return { kind: 'undated', text: shown(text), column, at: span }
    // Where a column may stay empty, only what has something of a date was meant as one; what could not be computed is never right.
    return (required || looksLikeDate(text)) && !NO_DATE.test(plain(text))
      ? { kind: 'date', text: shown(text), column, at: span }
      : undefined
  }
  if (type === 'month') {
    // 3月 alone says which month only where a year stands somewhere, which is told of the whole table.
    if (isMonth(text) || (!required && NO_DATE.test(plain(text)))) return undefined
    return { kind: 'month', text: shown(text), column, at: span }
  }
  if (type === 'year')
    return yearOf(text) === undefined && !isBlank(text)
      ? { kind: 'year', text: shown(text), column, at: span }
      : undefined
  // 每乡镇2人, 按需: in words, if it is said at all.
  if (type === 'people' || type === 'times')
    return (type === 'times' ? /^[-+\d]/ : MISTYPED).test(plain(text)) &&
      (type === 'times' ? timesOf(text) : numberOf(text)) === undefined
      ? { kind: 'number', text: shown(text), column, at: span }
      : undefined
  if (numberOf(text) === undefined)
    return NO_NUMBER.test(plain(text)) ? undefined : { kind: 'number', text: shown(text), column, at: span }
  return type === 'count' && countOf(text) === undefined
    ? { kind: 'count', text: shown(text), column, at: span }
    : undefined
}

/** 2026 → 2026年, 2026-01 → 2026年1月, -01 → 1月 */
function whenText(when: readonly string[]): string {
  const alone = when.filter((month) => month.startsWith('-')).map((month) => `${Number(month.slice(1))}月`)
  const years = when.filter((year) => !year.includes('-')).map((year) => `${year}年`)
  return [...years, monthsText(when.filter((month) => /^\d+-/.test(month))), ...alone]
    .filter((text) => text !== '')
    .join('、')
}

/** One day, or several, all of which there are. */
const isDates = (text: string, since1904: boolean) =>
  dayOf(text, since1904) !== undefined || daysOf(text, since1904).length === text.split(/[、,，;；]/).length

const looksLikeDate = (text: string) =>
  /^'?\d{2,4}\s*[-/.年．／－—–。,，]|^\d{5,8}$|^\d{1,2}月\d{1,2}|^[\d\s./／-]{3,}$|^#(?:REF|N\/A|VALUE|NAME\?|DIV\/0|NUM|NULL)|^[〇○零一二三四五六七八九]{4}年|^(?:去|今|明|前|上|本|当)年.{0,4}月/.test(
    text.normalize('NFKC').trim(),
  )

const shown = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
