/** 1至8月，全县累计发文285件, and further down 1至8月全县累计发文266件: one time, one place and one thing, told with two figures. */

import { isDigit, isHan } from '../../characters.ts'
import { startBehind } from '../../clauses.ts'
import { type Figure, figuresIn } from '../figures.ts'
import { type Contradiction, exact, slack } from './clause.ts'

const ADDED = /(?:累计|[共总合]计|一共|总共|共)$/
/** Of what time it is told. Without one it may be of any. */
const TIMES =
  /(?:20\d{2}年)?(?:\d{1,2}月?份?[至到—–~～-]\d{1,2}月份?|[上下]半年|(?:前[两二三]个?|[一二三四])季度|截[至止](?:20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|[底末])?|目前)|(?:今年|年初)以来|全年)|20\d{2}年度?/g
/** Words that only say that all is added up. */
const ADDS_UP =
  /^(?:总[的体]*来?看|总体上?|综上(?:所述)?|总之|综合来看|据(?:初步)?统计|经统计|从总[量体]上?看|整体来?看)[，：]/
/** Of all the place, and of no office in it. */
const WHOLE_PLACE = /^(?:全[国省市州县区旗镇乡街村局院校]|我[省市县区镇乡街村局院校]|全系统)(?:[^，。；：、]{0,12})$/
const OTHER = /计划|规划|拟|力争|目标|将|预计|同期|去年|上年|其中|新增|[不除]含|除|剔|扣|每|各|分别|平均|至少|超|约|近/
/** …285件（不含…） */
const WITHOUT = /^[^，。；]{0,8}（[^）]*(?:含|除|剔|扣)/
/** UTF-16 units. */
const AHEAD = 70
const BEHIND = 24

interface Told {
  readonly figure: Figure
  readonly start: number
  readonly said: string
}

/** `totals`: figures are said to be totals by 共, too, which is a common character. */
export function toldTwice(text: string, totals: boolean, found: Contradiction[]): void {
  const first = new Map<string, Told>()
  for (const mark of totals ? ['累计', '共'] : ['累计'])
    for (let i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
      const at = i + (text.startsWith('计', i + 1) ? 1 : 0)
      const from = figureBehind(text, at)
      if (from === undefined) continue
      const done = text.slice(at + 1, from)
      if (OTHER.test(done)) continue
      const whose = done.startsWith('计') ? undefined : whoseIs(text, at)
      if (whose === undefined) continue
      const behind = text.slice(from, from + BEHIND)
      const [figure] = figuresIn(behind)
      if (figure?.start !== 0 || !exact(figure) || /[%年月日天]/.test(figure.unit)) continue
      const thing = done + (/^[一-龥]{0,8}/.exec(behind.slice(figure.end))?.[0] ?? '')
      // 累计受理285件: of what is not said.
      if ((thing.length < 4 && !COMPLETE.test(thing)) || WITHOUT.test(behind.slice(figure.end))) continue
      const key = `${whose} ${thing} ${figure.unit}`
      const told = { figure, start: from, said: behind.slice(0, figure.end) }
      const other = first.get(key)
      if (!other) first.set(key, told)
      else if (Math.abs(other.figure.value - figure.value) > slack(other.figure) + slack(figure))
        found.push(other.start < from ? contradiction(other, told) : contradiction(told, other))
    }
}
const contradiction = (before: Told, now: Told): Contradiction => ({
  kind: 'restated',
  at: { start: now.start, end: now.start + now.said.length },
  said: now.said,
  computed: before.said,
  others: [{ start: before.start, end: before.start + before.said.length }],
})

/** Where the figure begins behind 累计发文: 共 is a common character, so this is asked first. */
function figureBehind(text: string, at: number): number | undefined {
  let end = at + 1
  while (end <= at + LONGEST && isHan(text.charCodeAt(end))) end++
  return end > at + 2 && isDigit(text.charCodeAt(end)) ? end : undefined
}
/** What was done, in UTF-16 units. */
const LONGEST = 10

/** Verbs that have their object in them. */
const COMPLETE = /^(?:[印制]?发文|收文|[开办]会|植树|造林|立案|结案|接访|接警|出警|招生|检查)$/

/** The time and the place that the figure behind 累计, which ends at `at`, is told of; undefined where the sentence says more or less than that. */
function whoseIs(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - AHEAD), at + 1)
  if (!/[全我]/.test(before)) return undefined
  const sentence = before
    .slice(startBehind(before, '。；！？\n', before.length))
    .replace(ADDED, '')
    .trim()
  const times = sentence.match(TIMES)
  if (!times) return undefined
  const place = sentence
    .replace(ADDS_UP, '')
    .replace(TIMES, '')
    .replace(/^[，,\s]+|[，,\s]+$/g, '')
  return WHOLE_PLACE.test(place) && !OTHER.test(place) ? `${place} ${times.join()}` : undefined
}
