/** 9时开考，11时30分结束，考核时长120分钟: how long it is by the clock. */
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { AROUND, type Contradiction, wordsBefore } from './clause.ts'

/** What is itself said to last: the event, no visit to it and no turn in it. */
const LASTS =
  /(?:(?:[，（(；]|(?<=[时分\d])|^)(?:[总共]?(?:时长|时间|用时|历时|限时)|(?:考试|考核|测试|笔试|机试|答题|竞赛|比赛|会议|培训|讲座|授课|直播|演练|活动|停水|停电|停气|停产|封路|管制)(?:总?时长|时间|历时|持续|共计?)|全程共?|前后|[总一]?共计?|总计|合计|会期|为时|持续)(?:为|是|共|计)?)(\d{1,3}(?:\.5)?|[一二两三四五六七八九十]{1,4})(分钟|个?半?小时)(?![以左多余内])/g
const CLOCK =
  /(?:(上午|中午|下午|晚上?|早上?|凌晨|傍晚)\s?)?(\d{1,2})(?:[:：](\d{2})|[时点](?:(\d{1,2})分|(半)|整)?(?!间))/g
const TO = /^[^，。；\d]{0,4}(?:至|到|[—–~～-]{1,2})(?:次日)?$/
const BEGINS = /^(?:准时|正式)?(?:开[考始会赛讲课幕播场]|启动|入场)?[^，。；\d]{0,4}，(?:至|到|于)?[^，。；\d]{0,8}$/
const BEGINS_BEFORE = /(?:开[考始会赛讲课幕播]|起始)[^，。；\d]{0,4}$/
const ENDS_AROUND = /(?:结束|散会|收[卷场]|截止|完毕|停止|终止)/
/** A pause, a turn, a part. */
const PARTED =
  /(?<!不|无|没有)(?:休息|午休|间隔|间休|茶歇|换场)|[每各均]|其中|分[^，钟]{0,4}[场批组段]|扣|除|另|提前|签到|报到|轮/
/** 考试时长120分钟，中间休息10分钟; 另30分钟发卷. */
const PAUSES_BEHIND = /^[^。；！？\n]{0,40}(?:(?<!不|无|没有)(?:休息|茶歇|午休)|另|其余|剩余|其中)/
/** A slip is not twice as long. */
const TIMES = 2

/** A time of the day, and in its sentence how long: without both there is nothing to hold against each other. */
const MAY_LAST = /[:：时点](?<=\d.)[^。；！？\n]{0,100}(?:分钟|小时)/

export function byTheClock(text: string, found: Contradiction[]): void {
  if (!(text.includes('分钟') || text.includes('小时')) || !MAY_LAST.test(text)) return
  for (const m of matchesOf(LASTS, text)) {
    const number = m[1]!
    const sentence = wordsBefore(text, m.index)
    const clocks = matchesOf(CLOCK, sentence)
    const [first, last] = clocks
    if (clocks.length !== 2 || !first || !last) continue
    const between = sentence.slice(first.index + first[0].length, last.index)
    const behind = sentence.slice(last.index + last[0].length)
    const tells =
      TO.test(between) ||
      (BEGINS.test(between) &&
        (BEGINS_BEFORE.test(sentence.slice(0, first.index)) || /开|启动/.test(between)) &&
        (ENDS_AROUND.test(between) || ENDS_AROUND.test(behind)))
    if (!tells || PARTED.test(between + behind) || /次日/.test(between)) continue
    const minutes = minutesOf(last, first[1]) - minutesOf(first)
    const said = Math.round((/^\d/.test(number) ? Number(number) : parseNumeral(number)!) * (m[2] === '分钟' ? 1 : 60))
    const half = /半/.test(m[2]!) ? 30 : 0
    if (minutes <= 0 || said + half === minutes || said * TIMES < minutes || said > minutes * TIMES) continue
    if (PAUSES_BEHIND.test(text.slice(m.index + m[0].length, m.index + m[0].length + AROUND))) continue
    const end = m.index + m[0].length
    const at = m.index - sentence.length
    found.push({
      kind: 'duration',
      at: { start: end - number.length - m[2]!.length, end },
      said: number + m[2]!,
      computed: `${minutes}分钟`,
      others: [{ start: at + first.index, end: at + last.index + last[0].length }],
    })
  }
}

/** 下午3时 is 15:00; what ends is of the half of the day that it began in, where it says nothing. */
function minutesOf(clock: RegExpExecArray, begun?: string): number {
  const hour = Number(clock[2])
  const late = /下午|晚|傍晚/.test(clock[1] ?? begun ?? '') && hour < 12
  return (late ? hour + 12 : hour) * 60 + (clock[5] ? 30 : Number(clock[3] ?? clock[4] ?? 0))
}
