/** Rates, and the two figures they are made of. */
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, wrongRate } from './clause.ts'

/** 办结率, 合格率; how something grew is another matter. */
const RATE =
  /(?!增|减|上升|下降|提高|降低|同比|环比)([一-龥]{2,4})(?<!压减|精简|压缩|缩减|削减|核减|裁减|缩短|节约|节省|减少|下降|降低|增长|提高)(?:率|比例)(?:为|达到?|是|达到了)?$/
/** Words that a rate is named after, and others for the same; of the rest the word itself. */
const COUNTED: Readonly<Record<string, string>> = {
  到会: '(?:实到|到会|参会)',
  参会: '(?:实到|到会|参会)',
  出勤: '(?:实到|出勤|到岗)',
  到岗: '(?:实到|出勤|到岗)',
  整改: '(?:整改|改完|改好|改到位)',
  办结: '(?:办结|审结|办完|办好)',
  结案: '(?:结案|审结|办结)',
  完成: '(?:完成|完工|竣工)',
  回收: '(?:收回|回收)',
  收回: '(?:收回|回收)',
  缴费: '(?:缴费|缴纳|实?缴)',
  收缴: '(?:收缴|实?收)',
  上线: '(?:上线|过线|达到[^，。；\\d]{0,12}线)',
  征缴: '(?:征缴|征收|实?缴)',
}

/** 完成416户，占全年任务520户的85%: the part stands first. */
const OF = /^[^，。；\d]{0,8}，?(?:约|仅|只)?占[^，。；\d]{0,12}$/
/** 到位资金31.5亿元，完成年任务30亿元的105%: what was meant is named, and more may be done. */
const OF_MEANT =
  /^[^，。；\d]{0,8}，(?:已?完成|为|占|达到?|相当于)了?[^，。；\d]{0,8}(?:任务|计划|目标|预算)[^，。；\d]{0,4}$/
/** 应参保8600人，已参保7740人，占应参保人数的95%: the whole is named, not counted again. */
const OF_NAMED = /^，?(?:约|仅|只)?占([^，。；、\d]{2,8}?)(?:总?[人户件]?数|总?量)?的$/

/** 今年任务15万亩，开工9.6万亩，开工率68%: it was set in just these words. */
const SET = /(?:任务|计划|目标)[^，。；\d]{0,3}$/
const BARE = /^，?(?:约)?占(?:比|总[数量]的)?$/
const TAKEN = /^，(?:其中)?(?:已|收回|回收)[^，。；\d]{0,8}$/

/** 受理50件，办结49件，办结率96%. */
export function shares({ text, place }: Clause, all: readonly Figure[], found: Contradiction[]): void {
  // 截至6月28日 stands between them.
  const figures = all.filter((f) => !/^[年月日号时]$/.test(f.unit))
  for (const [i, rate] of figures.entries()) {
    if (rate.unit !== '%' || !exact(rate) || i < 2) continue
    const [one, two] = [figures[i - 2]!, figures[i - 1]!]
    const named = /^[一-龥]{0,4}的$/.test(text.slice(two.end, rate.start))
    const meant = named && OF_MEANT.test(text.slice(one.end, two.start))
    const turned = meant || (named && OF.test(text.slice(one.end, two.start)))
    const [whole, part] = turned ? [two, one] : [one, two]
    if (
      ![whole, part].every((f) => exact(f) && f.unit === part.unit && f.unit !== '%') ||
      whole.value <= 0 ||
      (part.value > whole.value && !meant)
    )
      continue
    // Two figures, and the rate is of the second's own verb.
    if (!meant && i > 2 && figures.slice(0, i - 2).some((f) => f.unit === part.unit)) continue
    if (/[。；]/.test(text.slice(one.end, rate.start)) || (!turned && !isShare(text, whole, part, rate))) continue
    const counted = isOfTheRest(text, whole, part, rate) ? whole.value - part.value : part.value
    const value = (counted / whole.value) * 100
    // 兑付2916万元 is known to the last 万 only; a task of 1.5万亩 is set in just these words.
    const rounding =
      ((slack(part) + (meant || SET.test(text.slice(0, whole.start)) ? 0 : slack(whole))) / whole.value) * 100
    // Cut off, or rounded up: by less than one in the last place.
    if (Math.abs(value - rate.value) < rate.step + rounding - 1e-9) continue
    found.push(wrongRate({ text, place }, 'share', rate, value, [whole, part]))
  }
}

/** 其中不合格25批次，合格率98%: it is the rest that is counted. */
const isOfTheRest = (text: string, whole: Figure, part: Figure, rate: Figure): boolean =>
  /[不未][一-龥]{2}[的了]?[^，。；\d]{0,6}$/.test(text.slice(whole.end, part.start)) &&
  !/[不未]/.test(text.slice(part.end, rate.start))

/** Do the words say that `rate` is what `part`, behind it, is of `whole`? */
function isShare(text: string, whole: Figure, part: Figure, rate: Figure): boolean {
  const named = OF_NAMED.exec(text.slice(part.end, rate.start))?.[1]
  if (named !== undefined && !/^总?[数量]$/.test(named))
    return text.slice(0, whole.start).endsWith(named) || text.startsWith(named, whole.end)
  // 线索60起，已办结27起，占比45%: of what stands right before.
  if (BARE.test(text.slice(part.end, rate.start))) return TAKEN.test(text.slice(whole.end, part.start))
  const verb = RATE.exec(text.slice(Math.max(0, rate.start - 14), rate.start))?.[1]
  if (!verb) return false
  // 规范管理1168人 gives 规范管理率, and 管理率 as well.
  for (let from = 0; from + 2 <= verb.length; from++) {
    const word = verb.slice(from)
    const counts = new RegExp(`${COUNTED[word] ?? word}(?:了|的)?[^，。；\\d]{0,6}$`)
    const between = text.slice(whole.end, part.start)
    if (!counts.test(between)) continue
    // 需要整改的42件，整改率100%: these are the whole.
    if (new RegExp(`(?:需要?|应当?|待|限期|责令|退回|交办)(?:${COUNTED[word] ?? word})`).test(between)) return false
    // 去年培训30人，今年培训20人: neither is a part of the other.
    const before = text.slice(Math.max(0, whole.start - 14), whole.start)
    return !counts.test(before) || before.includes('应')
  }
  return false
}
