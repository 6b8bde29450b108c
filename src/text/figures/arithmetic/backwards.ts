/** 自3月10日开始，至3月5日截止: what ends before it begins. */
import type { Contradiction } from './clause.ts'

/** Two days with nothing numbered between them, from the 日 of the first. */
const TWO_DAYS = /日(?<=\d日)([^。；\d\n]{1,20})(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?![^，。；\n]{0,8}[起后]之?)/y
const FIRST = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/
/** 3月10日至, 3月10日开始报名，到. */
const TO =
  /^(?:（[^）]{1,6}）)?(?:(?:开始|启动|起)[^，。；]{0,6}，?)?(?:[直一]?[至到]|[—–~～-]{1,2})$|^[^，。；]{0,6}(?:开始|启动|起)[^，。；]{0,6}，(?:[^，。；至到]{0,6}[至到]|(?:截[至止]|结束)[^，。；]{0,6})$|^[，、](?:[^，。；]{0,6}(?:截[至止]|结束))(?:时间|日期)?[为是：]?(?:至|到|于)?$/
/** 报到, 提前到: no end. */
const NO_END = /[报收接提达等赶][到至]$|提前|推迟|延|改|变|调整|顺|更/
/** 开始时间为3月10日，截止时间为3月5日. */
const SAYS_BEGIN = /(?:开始|启动|起始)[^，。；\d]{0,6}$/
/** The year that is meant is not said. */
const OTHER_YEAR = /[次翌明当去今上前]年|农历|阴历/
const AHEAD = 24

export function backwards(text: string, found: Contradiction[]): void {
  for (const m of twoDaysIn(text)) {
    const [whole, between = '', toYear, toMonth, toDay = ''] = m
    const before = text.slice(Math.max(0, m.index - AHEAD), m.index + 1)
    const first = FIRST.exec(before)
    if (!first || NO_END.test(between) || OTHER_YEAR.test(between)) continue
    const lead = before.slice(0, first.index)
    if (!TO.test(between) || (/^[，、]/.test(between) && !SAYS_BEGIN.test(lead))) continue
    if (/[原由改]|提前/.test(lead.slice(-6)) || OTHER_YEAR.test(lead.slice(-4))) continue
    const [, year, month, day] = first
    // From December to March is a winter; one day of a month to an earlier one of the same is none.
    const sameMonth = toMonth === undefined || Number(toMonth) === Number(month)
    const sameYear = toYear === undefined ? sameMonth : year !== undefined
    if (!sameYear || (toYear !== undefined && year === undefined)) continue
    const from = asNumber(year ?? '0', month!, day!)
    const to = asNumber(toYear ?? year ?? '0', toMonth ?? month!, toDay)
    if (to >= from) continue
    const start = m.index + 1 + between.length
    const end = m.index + whole.length
    const begins = { start: m.index + 1 - first[0].length, end: m.index + 1 }
    found.push({
      kind: 'backwards',
      at: { start, end },
      said: text.slice(start, end),
      computed: first[0],
      others: [begins],
    })
  }
}

const asNumber = (year: string, month: string, day: string) => Number(year) * 1e4 + Number(month) * 100 + Number(day)

/** A text is searched for one character many times as fast as for a pattern. */
function* twoDaysIn(text: string): Generator<RegExpExecArray> {
  for (let at = text.indexOf('日'); at >= 0; at = text.indexOf('日', at + 1)) {
    TWO_DAYS.lastIndex = at
    const match = /\d/.test(text.charAt(at - 1)) ? TWO_DAYS.exec(text) : null
    if (!match) continue
    yield match
    at += match[0].length - 1
  }
}
