/** Chinese and Arabic numerals in one number. */
import type { Block, Span } from '../../../core.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { covers } from '../../quoted.ts'
import { AFTER, alone, isCode, JOIN, made, meeting, NUMERALS, type NumeralFault } from './fault.ts'
import { HOUR } from './hours.ts'

/** 千, 百 or 十 between a digit and a further numeral, 百分之 before a digit, 点 for the point of a decimal. */
const MIXES =
  /[千百十](?:(?<=\d.)(?=[\d一二三四五六七八九])|(?<!\d.)(?=零?\d))|分之(?<=百分之)(?=\d)|点(?<=\d.)(?=\d{1,2}(?:个百分点|[万亿倍吨亩元]|公里|公顷))/g
const RUN = /^(?:(?:\d{1,4}|[一二两三四五六七八九])?[千百十]零?)+(?:\d{1,2}|[一二三四五六七八九])?$/
/** 3千5, 1千5百6: the place of the last digit is not named. */
const SHORT_END = /([千百])[\d一二三四五六七八九]$/

/** Chinese and Arabic numerals in one number: 1千8百六十亩, 3百二十6户, 百分之85, 1点5个百分点. */
export function mixedNumbers(
  text: string,
  blocks: readonly Block[],
  quoted: readonly Span[],
  faults: NumeralFault[],
): void {
  const isTold = meeting(faults)
  let until = 0
  for (const { 0: mark, index } of matchesOf(MIXES, text)) {
    if (index < until || covers(quoted, index)) continue
    const fault = mark === '分之' ? percentAt(text, index) : mark === '点' ? pointAt(text, index) : runAt(text, index)
    if (!fault || isCode(blocks, index) || isTold(fault.at)) continue
    until = fault.at.end
    faults.push(fault)
  }
}

const ONE_PERCENT = /^(\d+(?:[.点]\d+)?)(\s?[%％]|个(?:百分|基)?点)?/
/** 百分之30至40, of the costs; 百分之30到40人 may be anything. */
const FURTHER_PERCENT = new RegExp(`^(${JOIN}|[至到])(?:百分之)?(\\d+(?:[.点]\\d+)?)(?:\\s?[%％])?`)
/** With what follows it is another number: 百分之30几, 百分之30万, 百分之5‰. */
const GOES_ON = /^\s?[几点万亿千百十‰/月日年]/
/** …and its second half is a percentage, too; not so 由百分之30到2027年, 百分之30到40人. */
const ENDS_RANGE = /^(?:\s?[%％]|[，。；、）)！？,;\s]|的|左右|上下|以[上下内]|之间|不等|$)/
/** 五百分之一 is no percentage. */
const NUMERAL_BEFORE_PERCENT = new RegExp(`[${NUMERALS}]$`)

/** `i` is at 分之 of 百分之. A sign behind the number says the same once more; a range needs it twice. */
function percentAt(text: string, i: number): NumeralFault | undefined {
  if (NUMERAL_BEFORE_PERCENT.test(text.slice(Math.max(0, i - 2), i - 1))) return undefined
  const own = text.slice(i + 2, i + 2 + AFTER)
  const [one, number = '', unit = ''] = ONE_PERCENT.exec(own)!
  const [start, end] = [i - 1, i + 2 + one.length]
  const first = number.replace('点', '.')
  // A difference, or a share: only the writer knows.
  if (unit.startsWith('个')) return made('mixed', text, start, end, `${first}${unit}`, false)
  const behind = own.slice(one.length)
  if (GOES_ON.test(behind)) return undefined
  const further = FURTHER_PERCENT.exec(behind)
  if (further && !ENDS_RANGE.test(behind.slice(further[0].length))) return undefined
  if (!further) return alone('mixed', text, start, end, `${first}%`)
  const [range, join = '', last = ''] = further
  return made('mixed', text, start, end + range.length, `${first}%${join}${last.replace('点', '.')}%`, true)
}

function pointAt(text: string, i: number): NumeralFault | undefined {
  const whole = /(?<![\d.:：])\d{1,4}$/.exec(text.slice(Math.max(0, i - 6), i))?.[0]
  const part = /^\d{1,2}/.exec(text.slice(i + 1, i + 4))![0]
  if (whole === undefined) return undefined
  const start = i - whole.length
  if (HOUR.test(text.slice(Math.max(0, start - 2), start))) return undefined
  const [end, wanted] = [i + 1 + part.length, `${whole}.${part}`]
  // 8点3公里 may begin at eight.
  return Number(whole) <= 24 && !/^(?:个|倍)/.test(text.slice(end, end + 1))
    ? made('mixed', text, start, end, wanted, false)
    : alone('mixed', text, start, end, wanted)
}

function runAt(text: string, i: number): NumeralFault | undefined {
  const before = /[\d一二两三四五六七八九十百千零]*$/.exec(text.slice(Math.max(0, i - 10), i))![0]
  const after = /^[\d一二三四五六七八九十百千零]*/.exec(text.slice(i, i + 12))![0]
  const run = before + after
  const start = i - before.length
  if (!RUN.test(run) || /[第数几上成.附表图条款项章节]$/.test(text.slice(Math.max(0, start - 1), start)))
    return undefined
  if (
    /^[1-9]千[1-9]百$/.test(run) ||
    !/^[余多]?[元个名人家户件项次份册株头只台辆套亩吨]/.test(text.slice(i + after.length))
  )
    return undefined
  // 3千5千元 are two numbers.
  const places = run.replace(/[^千百十]/g, '')
  if (!/^千?百?十?$/.test(places)) return undefined
  let [sum, own] = [0, '']
  for (const c of run)
    if (/[千百十]/.test(c)) {
      sum += (own === '' ? 1 : parseNumeral(own)!) * { 千: 1000, 百: 100, 十: 10 }[c as '千' | '百' | '十']
      own = ''
    } else if (c !== '零') own += c
  const last = own === '' ? 0 : parseNumeral(own)!
  // 3千5 is 3500 to whoever says it, and 3005 to whoever only reads it.
  const told = SHORT_END.exec(run)
  if (told)
    return made('mixed', text, start, start + run.length, String(sum + last * (told[1] === '千' ? 100 : 10)), false)
  return alone('mixed', text, start, start + run.length, String(sum + last))
}
