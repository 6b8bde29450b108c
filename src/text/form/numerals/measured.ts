/** Chinese numerals of what is measured: decimals, and what has a percent sign. */
import type { Block, Span } from '../../../core.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { covers } from '../../quoted.ts'
import { AHEAD, alone, isCode, type NumeralFault } from './fault.ts'
import { HOUR, OF_DAY } from './hours.ts'

/** 五六 and 二三十 are rough, 一百二 may be 120. */
const WELL_FORMED =
  /^(?:[一二两三四五六七八九]百(?:零[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)?|[一二三四五六七八九]?十[一二三四五六七八九]?|[〇零一二两三四五六七八九])$/
/** A percent sign behind a Chinese numeral. */
const HAN_PERCENT = /[%％](?<=[一二三四五六七八九十百零〇]\s?.)/g
const HAN_DECIMAL =
  /(?<![\d.第几数一二两三四五六七八九十百千万零〇点成])([一二两三四五六七八九十百零]{1,5})(?:点([零〇一二三四五六七八九]{1,3}))?\s?$/
/** The point of a decimal in Chinese numerals, before what is measured; 三点五十分 and 三点一刻 are times. */
const HAN_POINT =
  /点(?<=[一二三四五六七八九十百零〇].)(?=[零〇一二三四五六七八九]{1,3}(?:平方[米公]|立方米|公[里顷斤]|千[米克瓦]|[万亿](?:元|亩|吨|平|立|千|公|斤|户|人)|亩|吨|元|米(?!线|粉|饭|左|处)|毫[米升]|厘米|摄氏度))/g
const HAN_POINT_BEHIND =
  /^[零〇一二三四五六七八九]{1,3}[万亿]?(?:平方(?:米|公里)|立方米|公[里顷斤]|千(?:米|克|瓦时|瓦)|亩|吨|元|米|斤|户|人|毫[米升]|厘米|摄氏度)?/
/** Measured in figures. */
const MEASURED = /\d\s?(?:[万亿]?元|平方|公[里顷斤]|亩|吨|米|千[米克瓦]|[%％])/

/** 七十二点五平方米, 三点六万元: a measured decimal has its point in figures only. */
export function hanDecimals(
  text: string,
  blocks: readonly Block[],
  quoted: readonly Span[],
  faults: NumeralFault[],
): void {
  HAN_POINT.lastIndex = 0
  // Laws, and what is to be read aloud, have all of their numbers so.
  if (!HAN_POINT.test(text) || !MEASURED.test(text)) return
  for (const { index } of matchesOf(HAN_POINT, text)) {
    const whole = /(?<![\d.第几数一二两三四五六七八九十百千万零〇点])[一二两三四五六七八九十百零〇]{1,5}$/.exec(
      text.slice(Math.max(0, index - AHEAD), index),
    )?.[0]
    if (whole === undefined || !WELL_FORMED.test(whole) || covers(quoted, index) || isCode(blocks, index)) continue
    const start = index - whole.length
    const behind = HAN_POINT_BEHIND.exec(text.slice(index + 1, index + 12))![0]
    const ahead = text.slice(Math.max(0, start - 2), start)
    if ((/(?:公里|米)$/.test(behind) ? HOUR : OF_DAY).test(ahead)) continue
    const decimals = /^[零〇一二三四五六七八九]+/.exec(behind)![0]
    const digits = [...decimals].map((c) => parseNumeral(c)).join('')
    const wanted = `${parseNumeral(whole)}.${digits}${behind.slice(decimals.length)}`
    faults.push(alone('measured', text, start, index + 1 + behind.length, wanted))
  }
}

const PERCENT = '百分之'

/** 九十点五%: what is written with the sign is measured. */
export function hanPercents(
  text: string,
  blocks: readonly Block[],
  quoted: readonly Span[],
  faults: NumeralFault[],
): void {
  for (const { 0: sign, index } of matchesOf(HAN_PERCENT, text)) {
    const number = HAN_DECIMAL.exec(text.slice(Math.max(0, index - AHEAD), index))
    if (!number || covers(quoted, index) || isCode(blocks, index)) continue
    const [all, whole = '', decimals = ''] = number
    if (!WELL_FORMED.test(whole)) continue
    const digits = [...decimals].map((c) => parseNumeral(c)).join('')
    const wanted = `${parseNumeral(whole)}${digits && `.${digits}`}${sign}`
    const start = index - all.length
    // 百分之三十% says it twice.
    const from = text.endsWith(PERCENT, start) ? start - PERCENT.length : start
    faults.push(alone('measured', text, from, index + 1, wanted))
  }
}
