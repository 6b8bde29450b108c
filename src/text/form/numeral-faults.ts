/** Faults in the way numbers are written, found in one pass over the characters. */
import type { Block, Span } from '../../core.ts'
import { isDigit, nextOf } from '../characters.ts'
import { covers } from '../quoted.ts'
import { inDigits } from './dates.ts'
import { decimalAt } from './numerals/decimals.ts'
import { AFTER, AHEAD, alone, type NumeralFault } from './numerals/fault.ts'
import { groupedNumbers, widelyGrouped } from './numerals/grouped.ts'
import { type Dates, hanDateAt } from './numerals/han-dates.ts'
import { hanDecimals, hanPercents } from './numerals/measured.ts'
import { mixedNumbers } from './numerals/mixed.ts'
import { rangeAt } from './numerals/ranges.ts'
import { aroundMoreAt, roughAt, someTensAt, twiceAt } from './numerals/rough.ts'
import { compoundAt, scaleAt } from './numerals/scales.ts'
import { timesAt } from './numerals/times.ts'

/** `quoted`: quotations and titles of documents, whose words are not ours to change; in order, not nested. */
export function numeralFaults(text: string, blocks: readonly Block[], quoted: readonly Span[]): NumeralFault[] {
  const faults: NumeralFault[] = []
  const dates: Dates = { arabic: 0, han: [] }
  for (const { start, end, kind } of blocks) {
    if (kind === 'code') continue
    const own = text.slice(start, end)
    for (let at = nextOf(TELLING, own, 0); at >= 0; at = nextOf(TELLING, own, at + 1)) {
      const i = start + at
      const c = text.charCodeAt(i)
      const fault = isDigit(c)
        ? numberAt(text, start, end, i, dates)
        : c === 0x3001
          ? roughAt(text, start, end, i)
          : c === MONTH
            ? undefined
            : c === MORE || c === OVER
              ? aroundMoreAt(text, start, end, i)
              : twiceAt(text, start, end, i)
      if (c === MONTH) hanDateAt(text, start, i, quoted, dates)
      if (fault && !covers(quoted, fault.at.start)) faults.push(fault)
    }
  }
  mixedNumbers(text, blocks, quoted, faults)
  groupedNumbers(text, blocks, quoted, faults)
  widelyGrouped(text, blocks, quoted, faults)
  hanPercents(text, blocks, quoted, faults)
  hanDecimals(text, blocks, quoted, faults)
  // Old dates among many: the one style that most of them have.
  if (dates.arabic >= dates.han.length)
    for (const { start, end } of dates.han)
      faults.push(alone('style', text, start, end, inDigits(text.slice(start, end))))
  return faults.sort((a, b) => a.at.start - b.at.start)
}

/**
 * The first digit of a number behind a point, before 年 and a month, or before what `numberAt` asks of; 、 between numerals; 月 behind one; and before
 * numerals the last characters of 近, 约, 大概, 逾, 超过, 突破, 不足, 不到, 至少, 最多, 不低于.
 */
const TELLING =
  /(?<!\d)\d(?:(?<=\.\d)|(?=[\d.,]{0,28}\s?[~～\-－—–百千倍至到几])|(?=\d{3}年\d))|、(?=[2-9二三四五六七八九])|月(?<=[一二三四五六七八九十]月)|[余多](?<=[\d十百千万].)(?=[%％一-龥]{1,4}(?:左右|上下))|[近约概逾过破足到少多于](?=[\d 一二三四五六七八九十百千两有为达])/g

const [MONTH, MORE, OVER] = [0x6708, 0x591a, 0x4f59]

/** A range, 百 or 千, 倍: nothing else is asked of a number in what follows it. */
const MAY_BE_WRONG = /^[\d.,]+\s?[~～\-－—–百千倍至到几]/
/** 2万5千人, 3~5千元: the number began further ahead. */
const IN_NUMBER = /[\d.A-Za-z万亿千百]$|[\d百千万亿]\s?[-－—–~～至到、]\s?$/

function numberAt(text: string, start: number, end: number, i: number, dates: Dates): NumeralFault | undefined {
  const before = text.slice(Math.max(start, i - AHEAD), i)
  const after = text.slice(i, Math.min(end, i + AFTER))
  if (/^(?:19|20)\d{2}年\d{1,2}月/.test(after)) dates.arabic++
  const isDecimal = before.endsWith('.')
  if (!isDecimal && !MAY_BE_WRONG.test(after)) return undefined
  const decimal = isDecimal ? decimalAt(text, start, end, i, before, after) : undefined
  if (decimal) return decimal
  // 1.5千元以上的 at the beginning of a line may be the first point.
  if (/^\d{1,2}\.\d/.test(after) && text.slice(start, i).trim() === '') return undefined
  const range = rangeAt(text, i, before, after)
  if (range) return range
  const own = IN_NUMBER.test(before)
    ? compoundAt(text, start, i, after)
    : (scaleAt(text, i, after) ?? someTensAt(text, i, after))
  return own ?? timesAt(text, i, before, after)
}
