/** How long something takes, and from when to when: 3月10日开班，3月14日结业，为期7天; 9:00至9:40… 三个点位合计100分钟. */
import type { Block, Doc } from '../../../core.ts'
import { firstWhere } from '../../../sorted-lists.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { AROUND, type Contradiction, wordsBefore } from './clause.ts'
import { byTheClock } from './clocks.ts'

/** Without one of these nothing is said to last. */
const LASTS =
  /(为期|历时|会期|放假|公示期|期限|有效期|[共总合]计?|连续|时长)[^，。；\d一二两三四五六七八九十]{0,4}(?:，?共)?(\d{1,3}|[一二两三四五六七八九十]{1,3})(天|日|个?星期|周|个月)(?!以|左|多|余)/g
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g
/** What stands between the two days: one is the first, the other the last. */
const TO = /^(?:（[^）]{1,6}）)?[^，。；\d]{0,6}(?:至|到|[—–~～-])$/
const BEGINS = /^[^，。；\d]{0,6}(?:开[班幕始课营工赛]|启动|报到|入[营场]|举行|开讲)[^；。\d]{0,8}[，、](?:于|至|到)?$/
const ENDS = /^[^，。；\d]{0,4}(?:结[业束营]|闭[幕营]|结课|完[成工]|毕|返回|撤)/
const DAY = 864e5

/** How many days fit so many weeks or months: 6月1日 to 6月30日 is 一个月. */
const LENGTHS: Readonly<Record<string, readonly [length: number, give: number]>> = {
  周: [7, 2],
  个月: [30.4, 4],
}

export function durations({ text }: Doc, paragraphs: readonly Block[], found: Contradiction[]): void {
  lasting(text, found)
  if (text.includes('分钟') && IN_MINUTES.test(text)) agenda(text, paragraphs, found)
  byTheClock(text, found)
}

function lasting(text: string, found: Contradiction[]): void {
  for (const m of matchesOf(LASTS, text)) {
    const { 1: word = '', 2: number = '', 3: unit = '' } = m
    const range = daysBefore(text, m.index) ?? daysBehind(text, m.index + m[0].length)
    if (!range) continue
    const { first, last, at, behind, among } = range
    const year = Number(first[1] ?? last[1] ?? 2023)
    const [from, to] = [
      Date.UTC(year, Number(first[2]) - 1, Number(first[3])),
      Date.UTC(Number(last[1] ?? year), Number(last[2] ?? first[2]) - 1, Number(last[3])),
    ]
    const days = (to - from) / DAY
    if (days < 0 || days > 366) continue
    const [length, give] = LENGTHS[unit.replace(/个?星期/, '周')] ?? [1, 0]
    const said = parseNumeral(number)! * length
    // The first day counts, or it does not.
    if (said >= days - give && said <= days + 1 + give) continue
    // 6月1日至30日… 共8天: every other day, perhaps; more days than there are it cannot be.
    if (LOOSE.test(word) && (among > 2 || (said < days && !RIGHT_BEHIND.test(behind)))) continue
    const start = m.index + m[0].lastIndexOf(number)
    found.push({
      kind: 'duration',
      at: { start, end: m.index + m[0].length },
      said: number + unit,
      computed: `${days + 1}天`,
      others: [{ start: at + first.index, end: at + last.index + last[0].length }],
    })
  }
}

interface Days {
  readonly first: RegExpExecArray
  readonly last: RegExpExecArray
  /** Where the text begins that the two are found in. */
  readonly at: number
  /** What stands between them and the number of days. */
  readonly behind: string
  /** How many days the sentence names. */
  readonly among: number
}

/** The first and the last day of what is said at `index` to last so long. */
function daysBefore(text: string, index: number): Days | undefined {
  const sentence = wordsBefore(text, index)
  const dates = [...sentence.matchAll(DATE)]
  const [first, last] = dates.slice(-2)
  if (!first || !last || first[2] === undefined) return undefined
  const between = sentence.slice(first.index + first[0].length, last.index)
  const behind = sentence.slice(last.index + last[0].length).replace(/前后$/, '')
  if (!TO.test(between) && !(BEGINS.test(between) && ENDS.test(behind))) return undefined
  // 10日至12日报到，20日起为期…: the days are of something else.
  if ((behind.match(/，/g)?.length ?? 0) > 2 || OTHERS.test(behind)) return undefined
  return { first, last, at: index - sentence.length, behind, among: dates.length }
}

/** 为期7天（3月10日至14日）, 公示期为7天，从3月10日至3月14日. */
function daysBehind(text: string, index: number): Days | undefined {
  const sentence = text.slice(index, index + AROUND)
  const [first, last] = [...sentence.matchAll(DATE)]
  if (!first || !last || first[2] === undefined || !OPENS_RANGE.test(sentence.slice(0, first.index))) return undefined
  if (!TO.test(sentence.slice(first.index + first[0].length, last.index))) return undefined
  return { first, last, at: index, behind: '', among: 2 }
}
const OPENS_RANGE = /^[，（(：]?(?:即|具体)?(?:时间)?[为是：]?(?:自|从|由|于)?$/
const OTHERS =
  /[起前后第每隔批轮组期停净歇]|其[中间]|不[含算]|另|分[^，]{0,4}[次段]|[二两三四五六七八九十\d][项次场类处]|周末|双休|休息|除|扣|累计|利用|错峰|(?:工作|交易)日/
/** Words that may count days apart from each other. */
const LOOSE = /[共总合]/
const RIGHT_BEHIND = /^(?:（[^）]{1,6}）)?，?(?:[^，。；]{0,12}连续[^，。；]{0,8}，)?$|^举[办行][^，。；]{0,8}，$/

const CLOCK = '(\\d{1,2})[:：](\\d{2})'
const RANGE = new RegExp(`${CLOCK}\\s?(?:至|到|[-—–~～]{1,2})\\s?${CLOCK}`, 'g')
/** As a sum of minutes ends, which few texts have. */
const IN_MINUTES = /分钟(?<=[计共][^，。；\d]{0,6}\d{1,3}分钟)/
/** 三个点位现场停留时间合计100分钟. */
const IN_ALL =
  /([二两三四五六七八九十]|\d{1,2})个?(?:点位|环节|站点|站|项目|议题|阶段|点|地方|单元|部分|场次|议程)[^，。；\d]{0,12}?(?:合计|共计|总计|总共|累计|一共|共)[^，。；\d]{0,6}(\d{1,3})分钟/g
/** Paragraphs between the last range and what is said of them all. */
const NEAR = 2

function agenda(text: string, paragraphs: readonly Block[], found: Contradiction[]): void {
  const known = new Map<number, readonly RegExpExecArray[]>()
  const rangesIn = (i: number): readonly RegExpExecArray[] => {
    const ranges = known.get(i) ?? matchesOf(RANGE, text.slice(paragraphs[i]!.start, paragraphs[i]!.end))
    known.set(i, ranges)
    return ranges
  }
  for (const m of matchesOf(IN_ALL, text)) {
    const count = parseNumeral(m[1]!)!
    const index = firstWhere(paragraphs.length, (i) => paragraphs[i]!.end > m.index)
    if (index === paragraphs.length) continue
    const ranges: { minutes: number; start: number; end: number }[] = []
    for (let i = index, gap = 0; i >= 0 && ranges.length <= count && gap <= NEAR; i--) {
      const { start } = paragraphs[i]!
      // One to a paragraph; a paragraph without one ends the list.
      const own = rangesIn(i)
        .slice(0, 2)
        .filter(({ index: at }) => start + at < m.index)
      if (own.length > 1) break
      if (own.length === 0) {
        if (ranges.length > 0) break
        gap++
        continue
      }
      const [h1, m1, h2, m2] = own[0]!.slice(1).map(Number) as [number, number, number, number]
      const at = start + own[0]!.index
      ranges.unshift({ minutes: (h2 - h1) * 60 + m2 - m1, start: at, end: at + own[0]![0].length })
    }
    if (ranges.length !== count || count < 2 || ranges.some(({ minutes }) => minutes <= 0)) continue
    const sum = ranges.reduce((n, { minutes }) => n + minutes, 0)
    if (sum === Number(m[2])) continue
    const end = m.index + m[0].length
    found.push({
      kind: 'duration',
      at: { start: end - m[2]!.length - 2, end },
      said: `${m[2]}分钟`,
      computed: `${sum}分钟`,
      others: ranges.map((range) => ({ start: range.start, end: range.end })),
    })
  }
}
