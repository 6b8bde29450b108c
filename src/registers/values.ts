/** What cells say: numbers, dates, months, yes or no. Each reader returns undefined for what it cannot read, and for an empty cell. */

/** Half-width, without white space around or inside. */
export const plain = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/g, '')
const PLAIN = /^[!-~\u4e00-\u9fff]*$/

/** 1,234; １２；3件；1.2万；-；〇; 3（其中急件1）. A dash stands for nothing: 0. */
export function numberOf(text: string): number | undefined {
  const whole = plain(text)
  if (whole !== text && SEVERAL.test(text) && !GROUPED.test(text)) return undefined
  if (/^\d+$/.test(whole)) return Number(whole)
  const written = whole.replace(NOTE_BEHIND, '$1')
  if (/^[-—–－/]+$/.test(written)) return 0
  const match =
    /^(?:约|共|计)?([-+−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?)(万|亿|%|‰)?(?:余|多)?(?:[人场户件车]次|[件个次场项份人期家条户名篇元])?$/.exec(
      written,
    )
  if (!match) return chineseNumber(written)
  const value = Number(match[1]!.replace(/[,，]/g, '').replace('−', '-'))
  const scale = { 万: 1e4, 亿: 1e8, '%': 0.01, '‰': 0.001 }[match[2] ?? ''] ?? 1
  return Number.isFinite(value) ? (scale === 1 ? value : Number((value * scale).toPrecision(12))) : undefined
}

/** Two figures in one cell, which are not one that is written in groups: 1 234. */
const SEVERAL = /[\d０-９]\s+[\d０-９]/
const GROUPED = /^\D{0,4}\d{1,3}(?:\s\d{3})+\D{0,8}$/
const NOTE_BEHIND = /^(\d[^()]*)\([^()]*\)$/

/** How many of something: a number that is whole and not below zero. */
export function countOf(text: string): number | undefined {
  const value = numberOf(text)
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined
}

const DIGITS = '零一二三四五六七八九'
/** 十二, 二十; no further: larger numbers are not written so in tables. */
function chineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(
    text.replace(/[件个次场项份]$/, '').replace('两', '二'),
  )
  if (text === '零' || text === '〇' || text === '无') return 0
  if (!match || text === '') return undefined
  const [, tens, ten, ones] = match
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : undefined
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/**
 * The day as YYYY-MM-DD: 2026-03-05, 2026/3/5, 2026年3月5日, 2026.3.5, 20260305, 46086; weekday and time behind it are left out: （星期四）下午; of
 * 3月5日—6日 the first. Only days that there are.
 */
export function dayOf(text: string, since1904 = false): string | undefined {
  const whole = plain(text)
  const written = ISO.test(whole) ? whole : whole.replace(EXTENDED, '').replace(TWO_DAYS, '$1日').replace(LATER, '')
  if (ISO.test(written))
    return isDay(+written.slice(0, 4), +written.slice(5, 7), +written.slice(8, 10)) ? written : undefined
  const match =
    /^(\d{4})(?:([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})[日号]?|(\d{2})(\d{2}))(?:T?\d{1,2}[:时]\d{1,2}.*|\(?(?:星期|周)[一二三四五六日天]\)?(?:\d{1,2}[:时点].*)?|(?:\(?(?:星期|周)[一二三四五六日天][),，、]?)?\(?(?:[上下]午|中午|早[上晨]|晚[上间]?|夜间|[全整半]天|全日).*|已?(?:解散|注销|撤群|停用|印发|召开|报备|备案|闭幕|开幕|结束|收官|收尾|完成|完工|办结|到期|截止|启动|开始|成立|建群|报送|报告|上报|送达|收到|签收|批准|批复|同意|挂牌|退群|退出|上线|下线|关停|举办|举行|开会|下发|发出|发文|检查|走访))?$/.exec(
      written,
    )
  if (match) {
    const [, year, , month, day, month2, day2] = match
    return dayText(+year!, +(month ?? month2!), +(day ?? day2!))
  }
  const han = HAN_DATE.exec(written)
  if (han?.[3] !== undefined) return dayText(hanYear(han[1]!), chineseNumber(han[2]!) ?? 0, hanDay(han[3]))
  const short = /^([23]\d)([-/.])(\d{1,2})\2(\d{1,2})$/.exec(written)
  if (short) return dayText(2000 + +short[1]!, +short[3]!, +short[4]!)
  if (/^\d{5}(?:\.\d+)?$/.test(written)) return serialDay(Number(written), since1904)
  return undefined
}
/** 二〇二六年三月五日, 二〇二六年三月. */
const HAN_DATE =
  /^([二][〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?$/
const hanYear = (text: string): number => Number([...text].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join(''))
const hanDay = (text: string): number => chineseNumber(text.replace(/^廿/, '二十')) ?? 0
const ISO = /^\d{4}-\d{2}-\d{2}$/
/** 9月15-16日 */
const TWO_DAYS = /(?<=月)(\d{1,2})[-—–~至到](\d{1,2})日$/
/** 2026.8.31（延期至2026.12.31）. */
const EXTENDED = /(?<=\d[日号]?)\((?:[^()\d]{0,8}(?:延|顺延|推迟|展)[^()\d]{0,6}([^()]*))\)$/
/** Until when. */
const LATER = /(?:[至到~—–]|(?<=[日)午天]|\d{4}[/.]\d{1,2}[/.]\d{1,2})-).+$/

/** The last day of what `text` names: of a range its end, of a month or 6月底 the month's last. */
export function lastDayOf(text: string, since1904 = false): string | undefined {
  const whole = plain(text).replace(BY_THEN, '').replace(UP_TO, '')
  const extended = EXTENDED.exec(whole)?.[1]
  const written = whole.replace(EXTENDED, '')
  if (extended) return lastDayOf(extended, since1904) ?? lastDayOf(written, since1904)
  const until = LATER.exec(written)?.[0].replace(/^[至到~—–-]+/, '')
  const first = dayOf(written, since1904) ?? monthOf(written.replace(LATER, ''))
  if (until !== undefined && first !== undefined) {
    const [year, month] = first.split('-')
    const last = /^\d{4}/.test(until)
      ? until
      : /月/.test(until)
        ? `${year}年${until}`
        : /^\d{1,2}[/.]\d{1,2}$/.test(until)
          ? `${year}/${until.replace('.', '/')}`
          : `${year}年${month}月${until}`
    return lastDayOf(last, since1904)
  }
  const day = dayOf(written, since1904)
  if (day !== undefined) return day
  const only = yearOf(written)
  if (only !== undefined) return `${only}-12-31`
  const month = monthOf(written)
  return month && Array.from({ length: 4 }, (_, i) => `${month}-${31 - i}`).find((last) => dayOf(last) !== undefined)
}

/** 2026年9月30日前, 用到2026年9月底. */
const BY_THEN = /(?<=\d[年月日号]?|[底末])(?:之前|以前|前|为止|止)$/
const UP_TO = /^(?:[一-龥]{0,4}[至到]|截[至止]到?)(?=20\d{2}[年./-])/

/** All days of a cell, in order: 2026年3月4日、3月18日. What is no day is left out. */
export function daysOf(text: string, since1904 = false): string[] {
  const days: string[] = []
  for (const part of plain(text).split(/[、,，;；]/)) {
    const year = days.at(-1)?.slice(0, 4)
    const day = dayOf(year !== undefined && /^\d{1,2}月/.test(part) ? `${year}年${part}` : part, since1904)
    if (day !== undefined) days.push(day)
  }
  return days
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1900 &&
  year <= 2200 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : LENGTHS[month - 1]!)

const two = (value: number) => String(value).padStart(2, '0')
const dayText = (year: number, month: number, day: number) =>
  isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : undefined

const DAY = 86_400_000
/** The day that a spreadsheet counts as this number: 1 is 1 January 1900, and 29 February of that year counts; 0 is 1 January 1904 where days are counted from there. */
export function serialDay(serial: number, since1904 = false): string | undefined {
  if (!(serial >= 1 && serial < 110_000)) return undefined
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  return new Date(start + Math.floor(serial) * DAY).toISOString().slice(0, 10)
}

/** The month as YYYY-MM: 2026-03, 2026年3月, 202603, a day or a part of it; 3月 where the year is known from elsewhere. */
export function monthOf(text: string, year?: number, since1904 = false): string | undefined {
  // 2026.11.上旬
  const written = plain(text).replace(/[./-](?=[上中下]旬$)/, '')
  const match = /^(\d{4})(?:[-/.年](\d{1,2})月?份?|(\d{2}))(?:[上中下]旬|[初中底末])?$/.exec(written)
  if (match) return monthText(+match[1]!, +(match[2] ?? match[3]!))
  const han = HAN_DATE.exec(written)
  if (han && han[3] === undefined) return monthText(hanYear(han[1]!), chineseNumber(han[2]!) ?? 0)
  const alone = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月?份?$/.exec(written)
  if (alone) {
    const month = /\d/.test(alone[1]!) ? +alone[1]! : (chineseNumber(alone[1]!) ?? 0)
    return year === undefined ? undefined : monthText(year, month)
  }
  return dayOf(text, since1904)?.slice(0, 7)
}
const monthText = (year: number, month: number) =>
  year >= 1900 && year <= 2200 && month >= 1 && month <= 12 ? `${year}-${two(month)}` : undefined

/** Is it a month, with or without a year? */
export const isMonth = (text: string): boolean => monthOf(text, 2000) !== undefined

/** The one month that a title or a name is about: 2026年1月份统计表; '' where there is none, or several. With its year where it says so. */
export function monthNamed(text: string): string {
  const found = [
    ...text
      .normalize('NFKC')
      .replace(HAN_MONTH, (_, month: string) => `${chineseNumber(month)}月`)
      .matchAll(MONTH_NAMED),
  ]
  const months = new Set(found.map((m) => m[2]!))
  if (months.size !== 1) return ''
  const year = found.find((m) => m[1] !== undefined)?.[1]
  return `${year === undefined ? '' : `${year}年`}${Number(found[0]![2])}月`
}
/** 三月份; 一月 alone may be a span of time. */
const HAN_MONTH = /([一二三四五六七八九]|十[一二]?)月(?=份)/g
/** 一 or 1 → 1, as quarters are counted. */
export const quarterNumber = (numeral: string): number => '一二三四'.indexOf(numeral) + 1 || Number(numeral)

/** 第四季度, 下半年, 7—12月: from which month of the year to which; undefined where nothing of the kind is named. */
export function monthsNamed(text: string): readonly [from: number, to: number] | undefined {
  const [, from, to] = /(?<!\d)(1[0-2]|[1-9])月?[-—–~至到](1[0-2]|[1-9])月/.exec(text.normalize('NFKC')) ?? []
  if (from !== undefined && Number(from) <= Number(to)) return [Number(from), Number(to)]
  const quarter = /第?([一二三四1-4])季度/.exec(text)?.[1]
  const nth = quarter === undefined ? 0 : quarterNumber(quarter)
  if (nth > 0 && !/前[一二三]季度/.test(text)) return [3 * nth - 2, 3 * nth]
  return /上半年/.test(text) ? [1, 6] : /下半年/.test(text) ? [7, 12] : undefined
}
/** Of 1—6月, 上半年, 前三季度 the last month of the year, as a number. */
function lastMonthCovered(text: string): number | undefined {
  const span = lastMonthNamed(text)
  if (span !== '') return Number.parseInt(span, 10)
  const several = /前([二两三])个?季度/.exec(text)?.[1]
  if (several !== undefined) return several === '三' ? 9 : 6
  return /上半年/.test(text) ? 6 : /(?:第?一|1)季度/.test(text) ? 3 : undefined
}
/** The last month (1–12) of a period of months that a title names: 二季度, 下半年, 4—6月, 半年统计表, too. */
export function lastMonthOfPeriod(text: string): number | undefined {
  const covered = lastMonthCovered(text.replace(/(?:第?一|1)季度/g, ''))
  if (covered !== undefined) return covered
  const quarters = [...text.matchAll(/(?:[一二三][、和及])?第?([一二三四1-4])季度/g)].map(([, nth]) =>
    quarterNumber(nth!),
  )
  const [, to] = monthsNamed(text) ?? []
  if (quarters.length > 0) return 3 * Math.max(...quarters)
  return (
    to ??
    (/(?<![每按分各逐下后])半年(?:度|报)?(?=[^，。；\s]{0,12}(?:统计|报表|汇总|情况|台账|一览))/.test(text)
      ? 6
      : undefined)
  )
}
/** Of 1—6月, 上半年, 截至8月31日 the month (1–12) up to which figures of the year go. */
export function lastMonthReached(text: string): number | undefined {
  const covered = lastMonthCovered(text)
  if (covered !== undefined) return covered
  const day = /截[至止](?:20\d{2}年)?(1[0-2]|[1-9])月(?:底|末|\d{1,2}[日号])/.exec(text.normalize('NFKC'))?.[1]
  return day === undefined ? undefined : Number(day)
}
/** Of 1—3月 the last; '' where there is no such span, or several. */
export function lastMonthNamed(text: string): string {
  const found = [...text.normalize('NFKC').matchAll(/(?<!\d)1月?[-—–~至到](1[0-2]|[2-9])月/g)].map((m) => m[1]!)
  return new Set(found).size === 1 ? `${found[0]}月` : ''
}
/** Not 1—4月, not a day, and not by when something is to be done. */
const MONTH_NAMED =
  /(?:((?:19|20)\d{2})年)?(?<![\d\-—–~至到、,.])(1[0-2]|0?[1-9])月份?(?![\d\-—–~至到、]|[前底初末内之以])/g

export function yearOf(text: string): number | undefined {
  const match = /^((?:19|20|21)\d{2})(?:年度?|年份)?$/.exec(plain(text))
  return match ? +match[1]! : undefined
}

/** Yes or no; undefined for anything else. */
export function yesOf(text: string): boolean | undefined {
  // 否（2023年1月已退群）
  const written = plain(text).replace(/^([^()（）]{1,4})[(（].*[)）]$/, '$1')
  if (/^(?:是|有|已.{0,6}|√|✓|✔|☑|Y|y|yes|Yes|YES|true|TRUE|1|对|需要?|应|内|计划内)$/.test(written)) return true
  if (/^(?:否|无|没有|未.{0,6}|不.{0,6}|×|x|X|✗|☐|N|n|no|No|NO|false|FALSE|0|-|—|\/|外|计划外)$/.test(written))
    return false
  return undefined
}

/** Does the cell say nothing: empty, a dash, 无? */
export const isBlank = (text: string): boolean => /^(?:[-—–/\\]*|无|没有|未|暂无|空)$/.test(plain(text))

/** Does a remark say that somebody approved? 县委书记5月7日批准; not 未经批准, 待批准. */
export const isApproved = (text: string): boolean => APPROVED.test(text)
const APPROVED = /(?<![未待报不需须应]|未经)(?:批准|同意|批复)(?!后|方可)/

/** What stands where a figure would, and says that nobody sent it in. */
export const NOT_REPORTED = /^(?:未|漏|缺|迟|待|尚未|还未)(?:上)?报(?:送)?$/

/** Are two sums the same, but for what adding fractions leaves? */
export const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

/** What they come to; undefined where one of them is not known. */
export const sumOfAll = (values: readonly (number | undefined)[]): number | undefined =>
  values.includes(undefined) ? undefined : (values as number[]).reduce((sum, value) => sum + value, 0)
