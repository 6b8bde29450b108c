/** How often something is planned, as cells of plans say it. */
import { countOf, plain } from './values.ts'

/** 3, 二, 2—3, 两至三: of a range what it may come to. */
const NUMERAL = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const NUMBER = `(?:${NUMERAL}[-—–~至到、])?(${NUMERAL})`
const COUNTED = '[次场项回件轮遍]'

/**
 * How often in a year, of a range the most: 4次, 每季度1次, 每两个月1次, 全年不超过4次, 1—2次, 上半年2次、下半年1次. Undefined where nothing tells,
 * or only in words: 视情况, 每逢节日1次.
 */
export function timesOf(text: string): number | undefined {
  const whole = plain(text)
  const alone = countOf(whole)
  if (alone !== undefined) return alone
  const yearly = IN_YEAR.exec(whole)?.[1]
  if (yearly !== undefined) return countOf(yearly)
  const halves = [...whole.matchAll(IN_HALF)]
  if (halves.length > 0)
    return halves.reduce((sum, [, which, each, times]) => {
      const both = each !== undefined && /^上.*下/.test(which!) ? 2 : 1
      return sum + both * (countOf(times!) ?? 0)
    }, 0)
  const every = EVERY.exec(whole)
  if (every) {
    const [, each, other, some, period, times = '1'] = every
    const periods = other === undefined ? (countOf(each ?? some ?? '1') ?? 1) : 2
    return Math.max(1, Math.floor((PER_YEAR[period!]! / Math.max(1, periods)) * (countOf(times) ?? 1)))
  }
  // 每逢节日1次: how many those are nobody says.
  if (/[每逢按]/.test(whole)) return undefined
  const each = EACH_MONTH.exec(whole)
  if (each) return each[1]!.split(/[、,，和及]/).length * (countOf(each[2]!) ?? 1)
  return countOf(AT_MOST.exec(whole)?.[1] ?? ONCE.exec(whole.replace(WHEN, ''))?.[1] ?? '')
}
/** 3月、9月各1次 */
const EACH_MONTH = new RegExp(
  `^((?:${NUMERAL}月?[、,，和及]){1,11}${NUMERAL}月)份?各(?:开|查|办|发)?(${NUMERAL})${COUNTED}`,
)
/** 1次 六月, 二季度一次, 6月上旬1次: when it is to be says nothing of how often. */
const WHEN = new RegExp(`${NUMERAL}月份?(?:[初中底末]|[上中下]旬)?|第?[一二三四1-4]季度?`)
const ONCE = new RegExp(`^[^\\d一二两三四五六七八九十第各、]{0,6}(${NUMERAL})${COUNTED}(?!性)`)

const IN_YEAR = new RegExp(`(?:全年|每年|一年|年度|年内)[^\\d一二两三四五六七八九十每半上下]{0,6}${NUMBER}${COUNTED}`)
/** 上半年2次; 上、下半年各1次. */
const IN_HALF = new RegExp(
  `(上(?:半年)?[、和,，及]?下半年|[上下]半年)[^\\d一二两三四五六七八九十各]{0,6}(各)?${NUMBER}${COUNTED}`,
  'g',
)
const PER_YEAR: Readonly<Record<string, number>> = {
  半年: 2,
  季度: 4,
  季: 4,
  半个月: 24,
  半月: 24,
  月度: 12,
  月份: 12,
  月: 12,
  星期: 52,
  周: 52,
  旬: 36,
  工作日: 365,
  日: 365,
  天: 365,
  年: 1,
}
/** 每两个月1次, 半年一次, 隔周一次, 一周两次. 一季度 may be the first of them, 上半年 is one of two: only with 每 are they all. */
const EVERY = new RegExp(
  `(?:每(${NUMERAL})?个?|(隔)|(?<![上下前后])(?=半)|(?=[一两二三]周|[两二三]个月)(${NUMERAL})个?)(${Object.keys(PER_YEAR).join('|')})` +
    `(?:召开|开展|组织|安排|举行|检查|调度|不超过|最多|至多|不多于){0,2}(?:${NUMBER}(?!\\d))?`,
)
const AT_MOST = new RegExp(`^[^\\d]{0,6}?(?:\\d{1,3}[-—–~至到])?(\\d{1,3})${COUNTED}`)
