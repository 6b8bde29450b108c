/** A fault in how a number is written, and what its finders share. */
import type { Block, Span } from '../../../core.ts'
import { firstWhere } from '../../../sorted-lists.ts'
import type { Fault } from '../../merged.ts'

export type NumeralFaultKind =
  | 'percent'
  | 'unit'
  | 'zero'
  | 'twice'
  | 'rough'
  | 'scale'
  | 'times'
  | 'style'
  | 'mixed'
  | 'measured'
  | 'grouped'
  | 'wideMark'

export type NumeralFault = Fault<NumeralFaultKind>

/** How much is looked at on either side of a number. UTF-16 units. */
export const AHEAD = 10
export const AFTER = 32
export const NUMERALS = '\\d零〇一二两三四五六七八九十百千万亿'
export const N = '\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?'
export const JOIN = '\\s?[~～\\-－—–]{1,2}\\s?'
/** Codes, dates and the second halves of ranges. */
export const PART_OF_MORE = /[\d.\-－—–~～/A-Za-z第〔（(号]$/
export const HAN = '一二三四五六七八九'
export const value = (number: string) => Number(number.replace(/,/g, ''))
export const isYear = (number: string) => /^(?:19|20)\d{2}$/.test(number)

export function isCode(blocks: readonly Block[], at: number): boolean {
  const block = blocks[firstWhere(blocks.length, (i) => blocks[i]!.end > at)]
  return block?.kind === 'code' && block.start <= at
}

/** Does a span meet one of the faults? They do not meet each other. */
export function meeting(faults: readonly NumeralFault[]): (span: Span) => boolean {
  const sorted = faults.map(({ at }) => at).sort((a, b) => a.start - b.start)
  return ({ start, end }) => {
    const last = sorted[firstWhere(sorted.length, (i) => sorted[i]!.start >= end) - 1]
    return last !== undefined && last.end > start
  }
}

export const made = (
  kind: NumeralFaultKind,
  text: string,
  start: number,
  end: number,
  wanted: string,
  safe?: boolean,
): NumeralFault => ({
  kind,
  at: { start, end },
  found: text.slice(start, end),
  wanted,
  ...(safe !== undefined && { fix: { span: { start, end }, text: wanted, safe } }),
})

/** A number that has no other half which would stay as it is: then it can be mended by itself. */
export const alone = (kind: NumeralFaultKind, text: string, start: number, end: number, wanted: string): NumeralFault =>
  made(kind, text, start, end, wanted, isOfRange(text, start, end) ? undefined : true)

const TO = '\\s?(?:[~～\\-－—–]{1,2}|[至到、或比和与及])\\s?(?:百分之)?'
const HALF_BEFORE = new RegExp(`[${NUMERALS}%％元成](?:左右|上下)?(?:上?升|下?降|提高|增[长加])?${TO}$`)
const HALF_BEHIND = new RegExp(
  `^[万亿]?[%％元亩吨]?(?:左右|上下)?(?:${TO}\\.?[${NUMERALS}]|[，；,;/]\\s?\\d[\\d.]*\\s?[，。；、,;/）)])`,
)
/** 二点八到三点五亩: the other half of a range, or the next number of a row, has the same fault or none. */
const isOfRange = (text: string, start: number, end: number): boolean =>
  HALF_BEFORE.test(text.slice(Math.max(0, start - AHEAD), start)) || HALF_BEHIND.test(text.slice(end, end + AHEAD))
