/** Days of the week that do not fall on the day they are written beside: 2025年7月17日（星期三）. */
import type { Doc, Span } from '../../core.ts'
import { matchesOf } from '../matches.ts'
import { dateOf, exists, type Frame } from '../parts/frame.ts'
import { covers } from '../quoted.ts'

const DAYS = '日一二三四五六'
const WEEKDAY =
  /(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日(?:上午|下午)?\s?[（(，,]?\s?(?:星期|周)([一二三四五六日天])(?![一-龥]{0,2}(?:至|到|[—–-]))[）)]?/g
/** 去年7月17日, 农历七月…: of another year or calendar. */
const ELSE = /(?:去年|上年|前年|明年|来年|次年|农历|阴历|当年|同年|历史上)[^，。；]{0,6}$/
/** Further from the day of issue the year is not plain. Months. */
const NEAR = 2

/** Each with what is written and the right day of the week. Where no year is written, it is that of the date of issue. */
export function* weekdayFaults(
  { text, facts }: Doc,
  { date }: Frame,
): Generator<{ written: string; right: string; at: Span }> {
  const issued = date && dateOf(date.text)
  for (const { 0: whole, 1: year, 2: month = '', 3: day = '', 4: said = '', index } of matchesOf(WEEKDAY, text)) {
    if (covers(facts.quoted, index) || ELSE.test(text.slice(Math.max(0, index - 10), index))) continue
    const y = year === undefined ? issued && yearOf(Number(month), issued.year, issued.month) : Number(year)
    if (y === undefined || !exists(y, Number(month), Number(day))) continue
    const weekday = DAYS[new Date(Date.UTC(y, Number(month) - 1, Number(day))).getUTCDay()]!
    if (weekday === said.replace('天', '日')) continue
    const lead = /(?:星期|周)$/.exec(whole.slice(0, whole.lastIndexOf(said)))![0]
    const at = { start: index, end: index + whole.length }
    yield { written: `${year === undefined ? '' : `${year}年`}${month}月${day}日`, right: `${lead}${weekday}`, at }
  }
}

/** The year of a day in `month` that a paper issued then speaks of; undefined where it is not plain. */
function yearOf(month: number, year: number, issued: number): number | undefined {
  const distance = ((month - issued + 18) % 12) - 6
  if (Math.abs(distance) > NEAR) return undefined
  return year + Math.floor((issued - 1 + distance) / 12)
}
