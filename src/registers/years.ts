/** Days and months that stand without a year, and what tells theirs. */
import type { TableCell } from '../core.ts'
import { dayOf, monthOf, numberOf, plain, yearOf } from './values.ts'

const YEAR = /(?<!\d)((?:19|20)\d{2})年/
const BARE_YEARS = /(?<![\d〔[])(?:19|20)\d{2}(?![\d〕\]])/g

/** Of titles and names, the surest first: 2026年度会议登记表; 考核计划（2026）, where they name no other. */
export function yearNamed(...texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const year = YEAR.exec(text)?.[1]
    if (year !== undefined) return year
  }
  return texts.map(onlyYear).find((year) => year !== undefined)
}
function onlyYear(text: string): string | undefined {
  const years = new Set(text.normalize('NFKC').match(BARE_YEARS))
  return years.size === 1 ? [...years][0] : undefined
}

/** 平政办〔2026〕3号, D2026-1: the year that all numbers of a register bear. */
export function yearOfNumbers(numbers: Iterable<string>): string | undefined {
  let only: string | undefined
  for (const number of numbers)
    for (const year of number.match(/(?<!\d)20\d{2}(?!\d)/g) ?? []) {
      if (only !== undefined && year !== only) return undefined
      only = year
    }
  return only
}

/** 7月8日, 7.8, 7/8 and 七月八日, 3月 and 1—12月 in a table of 2026 are that year's; whatever part of a day stands behind them: 5/20 下午, 六月三日上午. */
export function dated(cell: TableCell, year: string): TableCell {
  if (!BEGINS.test(cell.text)) return cell
  const text = FULL_WIDTH.test(cell.text) ? cell.text.normalize('NFKC') : cell.text
  if (/^\s*\d{1,2}\s*月/.test(text) || /^\d{1,2}[-—–~～至到]\d{1,2}月份?$/.test(text))
    return { ...cell, text: `${year}年${text.trim()}` }
  const short = SHORT.exec(text)
  if (short) return { ...cell, text: `${year}.${short[1]}.${short[2]}${short[3]}` }
  const han = HAN.exec(text)
  const [month, day] = [han?.[1], han?.[2]].map((numeral) => (numeral === undefined ? undefined : numberOf(numeral)))
  return month !== undefined && day !== undefined ? { ...cell, text: `${year}.${month}.${day}${han?.[3] ?? ''}` } : cell
}
const FULL_WIDTH = /[\uff01-\uff5e]/
const BEGINS = /^\s*[\d\uff10-\uff19一二三四五六七八九十]/
/** What may stand behind a day: until when, a weekday, a part of the day. */
const BEHIND =
  '(?:\\s*(?:[-—–~～至到]|[（(]?(?:星期|周)|[（(]?(?:[上下]午|中午|早[上晨]|晚[上间]?|夜间|[全整半]天)).*)?'
/** Parted from the day: 5/20 9:00. */
const HOUR = '(?:\\s+\\d{1,2}[:：时点].*)?'
const SHORT = new RegExp(`^\\s*(1[0-2]|0?[1-9])\\s*[./]\\s*(\\d{1,2})(${BEHIND})${HOUR}\\s*$`)
const HAN = new RegExp(
  `^\\s*([一二三四五六七八九十]{1,2})月\\s*([一二三四五六七八九十]{1,3})[日号](${BEHIND})${HOUR}\\s*$`,
)

/** A day or a month without a year, which is one of some year: not 2月30日. */
export const isYearless = (text: string): boolean => {
  if (!BEGINS.test(text)) return false
  // 2024 had a 29th of February.
  const cell = dated({ text, span: { start: 0, end: 0 } }, '2024')
  return cell.text !== text && isWhen(cell.text)
}

const BETWEEN = /[-—–~～至到]+/
/** 2024—2026年. */
const YEARS = /^20\d{2}年?[-—–~～至到]{1,2}20\d{2}年?$/
const JOINED = /[、,，;；/及和]/
/** What stands on either side of 至, or behind 、: a part of a day at least. */
const PART =
  /^(?:20\d{2}[年./])?(?:(?:1[0-2]|0?[1-9])(?:月份?(?:[上中下]旬|[初中底末])?|[./])?)?(?:(?:3[01]|[12]\d|0?[1-9])[日号]?)?(?:[上下]午|中午|晚上?)?$/

/** 3月、9月; 1—12月; 1月20日—22日; 2026年3月上旬至4月; 2026.3.10-3.12: spans and lists of days and months. Each must be one that there is. */
export function isWhen(text: string): boolean {
  // 3月4日9时30分, 9月10日（暂定）, 5月6日（星期三）.
  const whole = plain(text)
    .replace(/\((?:星期|周)[一二三四五六日天]\)/g, '')
    .replace(/\([^()]{1,20}\)$/, '')
    .replace(/(?<=[日号])(?:[上下]午|晚上?)?\d{1,2}[时点:：]\d{0,2}分?(?:半|许|开始)?$/, '')
    // 2026年4月起, 9月30日前.
    .replace(/(?<=[年月日])(?:起|开始|以来|之前|以前|前|为止|止)$/, '')
  if (isSingle(whole) || YEARS.test(whole)) return true
  let [year, month] = ['', '']
  return whole.split(JOINED).every((part) => {
    if (isSingle(part)) return remember(part)
    const ends = part.split(BETWEEN)
    if (ends.length > 2 || ends.includes('')) return false
    return ends.every((end, i) => {
      if (!PART.test(end)) return false
      const own = /^20\d{2}(?=[年./])/.exec(end)?.[0] ?? year
      const rest = end.replace(/^20\d{2}[年./]/, '')
      // 1—12月 names the months once.
      const isMonth = /月份?$/.test(rest) || (i === 0 && /^\d{1,2}$/.test(rest) && /^\d{1,2}月份?$/.test(ends[1] ?? ''))
      const named = isMonth || /月|[./]/.test(rest) ? rest : `${month}月${rest}`
      return own !== '' &&
        isSingle(`${own}年${isMonth && !/月/.test(named) ? `${named}月` : named.replace(/[./]/, '月')}`)
        ? remember(`${own}年${named}`)
        : false
    })
  })
  function remember(part: string): true {
    year = /^20\d{2}/.exec(part)?.[0] ?? year
    month = /(?<=年|[./]|^)(\d{1,2})(?=[月./])/.exec(part.replace(/^20\d{2}[年./]/, ''))?.[1] ?? month
    return true
  }
}
const SPAN = /[—–~～至到]|[日号月]-|[./]\d{1,2}-\d/
const isSingle = (text: string): boolean => {
  // Of a span `dayOf` reads the beginning only.
  if (SPAN.test(text)) return false
  const written = text.replace(/(?:[上下]午|中午|晚上?)$/, '')
  return dayOf(written) !== undefined || monthOf(written) !== undefined || yearOf(written) !== undefined
}
