/** Dates in running text that are written with dots, or of years cut short, or that do not exist. */
import type { Edit, Span } from '../../core.ts'
import { matchesOf } from '../matches.ts'
import { parseNumeral } from '../numerals.ts'
import { exists } from '../parts/frame.ts'
import { covers } from '../quoted.ts'

export type DateFaultKind = 'dotted' | 'hyphenated' | 'shortYear' | 'impossible' | 'mixed' | 'padded'

export interface DateFault {
  readonly kind: DateFaultKind
  readonly at: Span
  readonly written: string
  /** What should stand there; '' where only the writer knows. */
  readonly right: string
  readonly fix?: Edit
}

/** What makes two digits and 年 a year, and no number of years. */
const OF_YEAR =
  '(?=\\d{1,2}(?:[至到—~～-]\\d{1,2})?月(?!龄)|(?<=(?:^|[与和较比在从自对是于，。；：、（])2\\d年)(?:[春夏秋冬]季|立项|[开动完]工|竣工|建成|投[产用]|启[动用]|出台|印发|签订|成立|招标|中标|脱贫|毕业)|(?<=2\\d年)同期|(?<=[比较与]2\\d年)(?:相比|[增减下上提降回])|底(?![蕴子部座数气色层线])|初(?![中级期次心衷步见恋始])|末(?![端级梢期位])|[上下]半年|第?[一二三四]季度|全年|年[底初末]|度(?![过量日假]))'
/** 2021.8.1, 2021/8/1, 2021-8-1; 2021.8月; 2021—23年; 21年8月, 22年底, 05年, ’23年; 2月30日. */
const DATES = new RegExp(
  '(?=\\d)(?<![\\d０-９A-Za-z.．/]|\\d[:：]|(?<![.．/]\\d{1,2})[-—–~～])(?:' +
    '(20\\d{2})([.．/-])(\\d{1,2})(?:\\2(\\d{1,2})(?![\\d.．/A-Za-z]|-(?!20\\d\\d)|[\\s　]{0,3}\\d{1,2}[:：]\\d)|月)' +
    '|(?:19|20)\\d{2}年?\\s?[-—–－~～至/]\\s?(\\d{2})年(?!\\d)' +
    `|(?:([0-29]\\d)年${OF_YEAR}|0\\d年|(?<=[’'‘])\\d{2}年)` +
    '|(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日)',
  'g',
)
/** 25.6.1至25.6.20; 25.6.1前, 定于25.6.1. Months and days only: 25.13.1 is a number. */
const SHORT = '(2\\d)[.．](0?[1-9]|1[0-2])[.．](0?[1-9]|[12]\\d|3[01])(?![\\d.．])'
const SHORT_DOTTED = new RegExp(
  `(?<![\\d.．/A-Za-z])(?:${SHORT}\\s?(?:至|到|[-—–~～]{1,2})\\s?${SHORT}|(?<=时间[为：:]?|日期[为：:]?|于|自|从|截[至止])${SHORT}|${SHORT}(?=之?前|起|止|[上下]午|（星期))`,
  'g',
)
/** 二〇二六年6月3日, 2026年六月三日: half and half. */
const MIXED =
  /[〇○零一二三四五六七八九]年(?:\d{1,2}月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?|[一二三四五六七八九十]{1,3}月\d{1,2}日)(?<=[〇○零一二三四五六七八九]{4}年[^年]{1,8})|\d{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}|\d{1,2})日/g

/** 二0〇九年, 二OO九年: a digit or a letter that looks like 〇. */
const ODD_ZERO =
  /[一二](?=[〇○零一二三四五六七八九]{0,2}[0０OoＯ])[〇○零一二三四五六七八九0０OoＯ]{3}年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号])?)?/g
const ZEROS = /[0０OoＯ○零]/g

/** The year is written in Chinese numerals but for its zeros. A date of issue that is to be in digits is told of as one. */
function oddZeros(text: string, quoted: readonly Span[]): DateFault[] {
  return matchesOf(ODD_ZERO, text).flatMap(({ 0: written, index }) => {
    const span = { start: index, end: index + written.length }
    const han = written.replace(ZEROS, '〇')
    // Month or day is in digits: then so is the year.
    const right = /\d[月日号]/.test(written) ? inDigits(written.replace(/^.{4}/, han.slice(0, 4))) : han
    const isAlone =
      /(?:^|\n)[\s　]*$/.test(text.slice(Math.max(0, index - 40), index)) &&
      /^\s*(?:\n|$)/.test(text.slice(span.end, span.end + 20))
    if (covers(quoted, index) || (isAlone && (parseNumeral(han.slice(0, 4)) ?? 0) >= IN_DIGITS)) return []
    return [{ kind: 'mixed' as const, at: span, written, right, fix: { span, text: right, safe: true } }]
  })
}

/** 2O24年: a letter between the digits of a year. */
const LETTER_ZERO =
  /[OoＯ](?:(?<=(?<![\dA-Za-z])2.)(?=\d{2}年)|(?<=(?<![\dA-Za-z])20.)(?=\d年)|(?<=(?<![\dA-Za-z])20\d.)(?=年))/g

function letterZeros(text: string, quoted: readonly Span[]): DateFault[] {
  return matchesOf(LETTER_ZERO, text).flatMap(({ index }) => {
    if (covers(quoted, index)) return []
    const start = index - /2\d{0,2}$/.exec(text.slice(Math.max(0, index - 3), index))![0].length
    const span = { start, end: start + 5 }
    const written = text.slice(span.start, span.end)
    const right = written.replace(/[OoＯ]/, '0')
    return [{ kind: 'mixed' as const, at: span, written, right, fix: { span, text: right, safe: true } }]
  })
}

/** Since 2012 dates of issue are in digits. */
const IN_DIGITS = 2012

/** 二〇二五年三月五日 → 2025年3月5日 */
export const inDigits = (date: string): string =>
  date.replace(/○/g, '〇').replace(/[〇零一二三四五六七八九十]+/g, (numeral) => String(parseNumeral(numeral)))

/** The edit, unless the date goes on in the same style: 06月01日、02日, 二〇二五年6月十日至二十日. */
const safely = (text: string, span: Span, right: string): { readonly fix?: Edit } =>
  GOES_ON.test(text.slice(span.end, span.end + 6)) ? {} : { fix: { span, text: right, safe: true } }
const GOES_ON = /^\s?(?:[至到、—–~～-]|——)\s?(?:0\d|[一二三四五六七八九十]{1,3}[月日])/

/** Dates that are written half in Chinese numerals, anywhere in the document. */
export function mixedDates(text: string, quoted: readonly Span[]): DateFault[] {
  return [...oddZeros(text, quoted), ...letterZeros(text, quoted), ...halfDates(text, quoted)]
}

/** 五月五日端午: by the old calendar. */
const FESTIVAL = /^[^，。；]{0,4}(?:端午|中秋|重阳|春节|元宵|除夕|七夕|腊八|小年|中元)/
export const isFestival = (text: string, end: number): boolean => FESTIVAL.test(text.slice(end, end + 8))

function halfDates(text: string, quoted: readonly Span[]): DateFault[] {
  return matchesOf(MIXED, text).flatMap(({ 0: all, index }) => {
    const han = !/^\d/.test(all)
    const span = { start: han ? index - 3 : index, end: index + all.length }
    const written = text.slice(span.start, span.end)
    if (covers(quoted, span.start) || /[农阴]历/.test(text.slice(Math.max(0, span.start - 8), span.start))) return []
    if (isFestival(text, span.end)) return []
    const right = inDigits(written)
    return [{ kind: 'mixed' as const, at: span, written, right, ...safely(text, span, right) }]
  })
}

/** 版本2021.8.1, 刑期15年6月, 满20年底. */
const NO_DATE =
  /(?:版本?|版本号|编号|IP|[Vv]|网址|地址|农历|阴历|夏历|藏历|型号|代码|条码|坐标|桩号|电话|账号|标准|[一-龥]字|监禁|服刑|任期|租期|期限)(?:[:：]|为|是)?$/
/** 2024.6.1—6.30: it ends as it began. */
const UNTIL_DOTTED = /^\s?(?:至|到|[-—–~～]{1,2})\s?\d{1,2}[.．/-]\d{1,2}(?!\d|[.．]\d)/
/** In front of two digits and 年: so many years. */
const LASTS = /[第近约满共前后逾超过达历每隔期龄刑徒了有长续职业持守教医军工]$/
/** 21、22年度: the years before it are short, too. */
const IN_ROW = /\d\d[、和及与至到—~～-]$/

/** 竟写着9月31日: another's mistake, told. */
const WROTE = /[写填记标登](?:着|成|为|作|的是|的)[“"]?$/

/** （《日报》2020年07月09日01版）: as newspapers date their pages. */
const PAGE = /^[\s　]{0,3}(?:第?[\s　]?\d{1,2}[\s　]?)?版/

/** The faults of one paragraph, or one cell of a table, where only impossible days are looked for. `quoted`: what others wrote, in order and not nested. */
export function dateFaults(text: string, { start, end }: Span, cell: boolean, quoted: readonly Span[]): DateFault[] {
  const found: DateFault[] = []
  const words = text.slice(start, end)
  // A line without a sentence's marks is a row of a table, a number, a heading.
  const prose = !cell && /[，。；,;]/.test(words)
  if (prose && /2\d[.．]\d/.test(words))
    for (const m of matchesOf(SHORT_DOTTED, words)) {
      const span = { start: start + m.index, end: start + m.index + m[0].length }
      if (NO_DATE.test(words.slice(Math.max(0, m.index - 6), m.index)) || covers(quoted, span.start)) continue
      const [year = '', month, day, toYear, toMonth, toDay] = m.slice(1).filter((group) => group !== undefined)
      const until = toYear ? `至${toYear === year ? '' : `20${toYear}年`}${Number(toMonth)}月${Number(toDay)}日` : ''
      const right = `20${year}年${Number(month)}月${Number(day)}日${until}`
      found.push({ kind: 'shortYear', at: span, written: m[0], right, fix: { span, text: right, safe: false } })
    }
  for (const m of matchesOf(DATES, words)) {
    const [written, year = '', mark, month = '', day, until, short, ofYear, monthOnly, dayOnly] = m
    const before = words.slice(Math.max(0, m.index - 6), m.index)
    const span = { start: start + m.index, end: start + m.index + written.length }
    if (NO_DATE.test(before) || PAGE.test(words.slice(m.index + written.length)) || covers(quoted, span.start)) continue
    const mended = (kind: DateFaultKind, right: string, safe: boolean, at = span): DateFault => ({
      kind,
      at,
      written,
      right,
      fix: { span: at, text: right, safe },
    })
    const padded = (right: string): DateFault => ({
      kind: 'padded',
      at: span,
      written,
      right,
      ...safely(text, span, right),
    })
    if (monthOnly) {
      // 2月29日 may be meant of a leap year; 0月0日 is to be filled in.
      const [m, d] = [Number(monthOnly), Number(dayOnly)]
      if (m > 0 && d > 0 && !WROTE.test(before) && !exists(ofYear ? Number(ofYear) : 2024, m, d))
        found.push({ kind: 'impossible', at: span, written, right: '' })
      // 09月 stands in columns and in what machines print; 00月 is to be filled in.
      else if (prose && m > 0 && d > 0 && /^0|\D0/.test(written) && !WROTE.test(before))
        found.push(padded(`${ofYear ? `${ofYear}年` : ''}${m}月${d}日`))
    } else if (!prose) {
    } else if (until) {
      const century = /\d\d/.exec(written)![0]
      if (Number(until) > Number(written.slice(2, 4)))
        found.push(mended('shortYear', `${century}${until}年`, true, { start: span.end - 3, end: span.end }))
    } else if (!year) {
      const digits = short ?? written.slice(0, 2)
      const right = `${Number(digits) < 50 ? '20' : '19'}${digits}年`
      if (IN_ROW.test(before)) found.push({ kind: 'shortYear', at: span, written, right })
      else if (!LASTS.test(before)) found.push(mended('shortYear', right, false))
    } else if (exists(Number(year), Number(month), Number(day ?? 1))) {
      // 2024.6.10日前: the word is there.
      const end = span.end + (day && /^[日号]/.test(words.slice(m.index + written.length)) ? 1 : 0)
      const right = `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`
      const kind = mark === '-' && day ? 'hyphenated' : 'dotted'
      if (UNTIL_DOTTED.test(words.slice(m.index + written.length))) found.push({ kind, at: span, written, right })
      else found.push(mended(kind, right, false, { ...span, end }))
    }
  }
  return found
}
