/** A total, how much of it is done, and how much is left. */
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, wrongSum } from './clause.ts'

const BY_NOW = '(?:目前|现|其中|(?:截[至止]|到)(?:目前|(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日|底|末)?)，?)?'
const IS_DONE = '(?:已经?|(?:当场|现场|立即|当即)?(?:改正|纠正|整改)|完成|办结|化解|解决|处置|销号|修复|拆除|改造)'
/** Some of what was just counted: ，已整改79处, ，办结79件. */
const DONE = new RegExp(`^[^，。；：、\\d（]{0,10}，${BY_NOW}${IS_DONE}[^，。；：、\\d（]{0,8}$`)
/** 18个小区中已开工12个. */
const AMONG = /^[^，。；：、\d（]{0,8}中，?有?已[^，。；：、\d（]{0,6}$/
/** The same in a sentence of its own: …。截至3月底，已整改79处. */
const DONE_NEXT = new RegExp(`^[^。；]{0,60}[。；]${BY_NOW}已[^，。；：、\\d（]{0,12}$`)
/** A sentence that begins so goes on with the figure of the last one. */
export const GOES_ON = new RegExp(`^\\s*${BY_NOW}已.{0,60}(?:剩|余|[还尚仍]有|未|正在)`)
/** What is left of it; the group: all that is left. */
const REST =
  /^[^，。；：、\d（]{0,10}[，、]?(?:在办|(剩余|剩下|余下|其余|还剩|尚余)|还有|尚有|仍有|正在(?:推进|抓紧|组织)?(?:整改|办理|化解|解决|处置|修复|拆除|改造|施工|建设)?|[尚还仍]?未(?:整改|完成|办结|化解|解决|处置|销号|修复|拆除|改造|开工|动工|启动|竣工|完工|交付)(?:的[还尚仍]?有)?)的?[^，。；：、\d（]{0,6}$/
/** ，3件正在办理: the figure stands first. */
const LEFT_BEHIND =
  /^(?:件|个|项|户)?[^，。；：、\d（]{0,4}(?:正在|在办|尚未|还未|还没)[^，。；：、\d（]{0,8}(?=[，。；]|$)/
/** What comes in is dealt with, or is being dealt with. */
const CAME_IN = /(?:受理|收到|接收|接到|承办|交办|收办|登记)[^，。；：、\d]{0,10}$/
const DEALT_WITH = /(?:办结|办完|处理完)/
const IN_HAND = /^，(?:其余|目前|现|另有)?(?:(?:正在(?:抓紧|加紧)?(?:办理|处理)|在办|办理中)的?有?)?$/
const BEING_DEALT_WITH = /(?:正在(?:抓紧|加紧)?(?:办理|处理)|在办|办理中)/
/** A third thing that may become of it. */
const OTHERWISE = /退|转|撤|不予|驳回|无效|重复|作废|合并|延期|暂|挂账|申请|达成|[约近]/
const NOT_OF_THESE =
  /新增|新发现|又|另|去年|上年|往年|今年(?!以来)|本年|累计|历史|移交|转办|上报|合计|平均|每|计划|规划|拟|新建|需要?新/
/** 全县共规划公墓73处: all that there are to be. */
const ALL_PLANNED = /[共总](?:计划|规划)(?=[^，。；\d]{0,12}\d)/
const STATE_DONE = /^[^，。；]{0,8}，[^，。；]{0,4}已[^，。；]{1,6}$/
const STATE_GOING = /^[^，。；]{0,4}，正在[^，。；]{1,8}$/
const STATE_LEFT =
  /^[^，。；]{0,4}，(?:还有|尚有|仍有|另有|未|没)[^。；]{0,16}(?:没|未|待)|^[^，。；]{0,4}，(?:未|没|尚未)[^，。；]{1,8}/
/** ，办结率94% */
const ITS_RATE = /^，[^，。；\d]{2,8}率(?:为|达到?)?\d[\d.]{0,5}%/
export const RESTING = /剩|在办|余|[还尚仍]有|未|正在|实[到有配]|现有|缺|不合格|不及格|不达标/
/** 有党员85人，4人请假，其余81人到会: all that there are, some of them, and all the others. */
const ALL = /(?:共有?|[现应]?有|应到|应参加|参加|[总合]计)[^，。；：、\d]{0,8}$/
const SOME = /^[^，。；：、\d（]{0,6}，(?:其中)?[^，。；：、\d（]{0,8}$/
const THE_OTHERS = /^[^，。；：、\d（]{0,14}，(?:其余|余下)的?$/
/** 应到42人，实到38人，请假4人. */
const DUE = /应(?:到|出席|参加)(?:会|场)?[^，。；：、\d]{0,6}$/
const CAME = /^，?(?:实(?:到|际到)|到会|出席|参会)[^，。；：、\d]{0,6}$/
const AWAY = /^[，、](?:因[一-龥]{1,6})?(?:请假|缺席|缺勤|未到)[^，。；：、\d]{0,4}$/
/** 核定编制48名，实有33名，缺编16名. */
const POSTS = /(?:编制|定编|核编|定员|应配备?|应有|需要?配备|应聘)[^，。；：、\d]{0,6}$/
const FILLED = /^，?(?:实[有配]|现有|实际(?:在[岗编])?|在[岗编]|已配备?)[^，。；：、\d]{0,6}$/
const VACANT = /^，(?:(?:还|尚|仍)?(?:缺[编额员口岗少]?|空编|空缺|缺口))[^，。；：、\d]{0,4}$/
/** 抽检样品1250批次，合格1228批次，不合格22批次. */
const TESTED = /(?:检|查|测|考核|参评|参考|参加考试|评审|验收|申报|申请)[^，。；：、\d]{0,8}$/
const PASSED = /^，(?:其中)?(?:检验|检测|判定|初检)?(?:合格|通过|达标|及格)(?:的|样品|产品|食品)?(?:有|为)?$/
/** …，停业2家 */
const OTHERS = /^[，、][^，。；\d]{0,12}\d/
const FAILED = /^[，、](?:不合格|未通过|[不未]达标|不及格)(?:的|样品|产品|食品)?(?:有|为)?$/

/** 排查隐患86处，已整改79处，还有9处在整改: what is left cannot be more, and what is called the rest cannot be less. */
export function remainders(clause: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  const { text } = clause
  for (const [i, total] of figures.entries()) {
    if (!exact(total) || total.unit === '%' || /天|日|年|月|小时|倍|岁/.test(total.unit)) continue
    // 截至3月底 may stand between them, and the rate behind what is done.
    const [done, left] = figures.slice(i + 1).filter((f) => !/^(?:[年月日]|%)$/.test(f.unit))
    if (!done || !left || ![done, left].every((f) => exact(f) && f.unit === total.unit)) continue
    if ([total, done, left].some((f) => slack(f) > 0) || done.value > total.value || total.value < 3) continue
    if (threeStates(total, figures.slice(i + 1))) continue
    const between = text.slice(total.end, done.start)
    if (attends(total, done, left)) {
      if (done.value + left.value !== total.value) tell(total, done, left)
      continue
    }
    // …48216户，有隐患的312户。已整治198户: what the sentence ends with is what the next one goes on with.
    const others = DONE_NEXT.test(between) ? figures.slice(i) : figures
    if (others.some((f) => ![total, done, left].includes(f) && f.unit === total.unit && !f.han)) continue
    if (isRest(total, done, left)) {
      if (done.value + left.value !== total.value) tell(total, done, left)
      continue
    }
    if (!DONE.test(between) && !AMONG.test(between) && !DONE_NEXT.test(between)) continue
    if (/[，、；]{2}/.test(text.slice(total.end, left.start))) continue
    const words = text.slice(done.end, left.start).replace(ITS_RATE, '')
    const isBehind = words === '，' && LEFT_BEHIND.test(text.slice(left.end))
    const rest = isBehind ? words : REST.exec(words)
    if (!rest || NOT_OF_THESE.test(text.slice(Math.max(0, total.start - 16), left.end + 12).replace(ALL_PLANNED, '')))
      continue
    const remaining = total.value - done.value
    const isAll = typeof rest !== 'string' && rest[1] !== undefined
    if (left.value <= remaining && (!(isAll || isInHand(total, left)) || left.value >= remaining || remaining <= 0))
      continue
    tell(total, done, left)
  }

  /** 受理31件，已办结21件，正在办理10件: nothing else becomes of them. */
  function isInHand(total: Figure, left: Figure): boolean {
    const tail = /^[^，。；、\d]{0,10}(?=[，。；]|$)/.exec(text.slice(left.end))
    const words = text.slice(total.end, left.end) + (tail?.[0] ?? '')
    return (
      tail !== null &&
      CAME_IN.test(text.slice(Math.max(0, total.start - 16), total.start)) &&
      DEALT_WITH.test(words) &&
      BEING_DEALT_WITH.test(words) &&
      IN_HAND.test(text.slice(words.lastIndexOf('，') + total.end, left.start)) &&
      !OTHERWISE.test(text.slice(total.start))
    )
  }

  function isRest(total: Figure, some: Figure, others: Figure): boolean {
    return (
      ALL.test(text.slice(Math.max(0, total.start - 14), total.start)) &&
      SOME.test(text.slice(total.end, some.start)) &&
      THE_OTHERS.test(text.slice(some.end, others.start)) &&
      !NOT_OF_THESE.test(text.slice(Math.max(0, total.start - 16), others.end + 12))
    )
  }

  /** Those who came and those who did not are all; so are posts that are filled and those that are not. */
  function attends(total: Figure, done: Figure, left: Figure): boolean {
    const before = text.slice(Math.max(0, total.start - 10), total.start)
    const [between, rest] = [text.slice(total.end, done.start), text.slice(done.end, left.start)]
    if (POSTS.test(before)) return FILLED.test(between) && VACANT.test(rest)
    if (TESTED.test(before)) return PASSED.test(between) && FAILED.test(rest) && !OTHERS.test(text.slice(left.end))
    const more = /[，、](?:请假|缺席|缺勤|未到|迟到|列席)/.test(text.slice(left.end, left.end + 16))
    return DUE.test(before) && CAME.test(between) && AWAY.test(rest) && !more
  }

  /** 三十六个村，已经完工的二十一个，正在干的十三个，还有五个没动工: nothing is in two of these. */
  function threeStates(total: Figure, others: readonly Figure[]): boolean {
    const parts = others.slice(0, 3)
    if (parts.length < 3 || parts.some((f) => f.unit !== total.unit || !exact(f) || slack(f) > 0)) return false
    const [done, going, left] = parts.map((f, k) => text.slice(parts[k - 1]?.end ?? total.end, f.start))
    if (
      !STATE_DONE.test(done!) ||
      !STATE_GOING.test(going!) ||
      !STATE_LEFT.test(left! + text.slice(parts[2]!.end).slice(0, 8))
    )
      return false
    const sum = parts.reduce((n, f) => n + f.value, 0)
    if (sum > total.value) tell(total, ...parts)
    return true
  }

  function tell(total: Figure, ...parts: readonly Figure[]): void {
    const sum = parts.reduce((n, f) => n + f.value, 0)
    found.push(wrongSum(clause, total, parts, sum))
  }
}
