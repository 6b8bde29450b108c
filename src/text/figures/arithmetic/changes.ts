/** What rose or fell, from what to what, and by how much. */
import { type Figure, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, nounAfter, slack, spanOf, write, wrongRate } from './clause.ts'

export const FROM = /(?:由|从)(?:[^，。；\d]|\d{4}年|\d{1,2}月){0,14}$/
export const TO =
  /^[^，。；\d]{0,8}(?:减少?|下?降|降低|压减|压缩|压降|精简|缩短|缩减|增加?|提高|提升|增长|上升|升|扩大|扩增|调整|变|优化|下调|上调|整合|合并|回落)?(?:到|至|为)(?:现在的?|目前的?|当前的?|今年的?|\d{4}年(?:底|末)?的?|了)?$/
const BY =
  /^[^，。；\d]{0,10}，?(?:共|累计|平均|同比|整体|总体)?(?:[^，。；、\d]{0,8})(减少|[少多]?[出收卖花用产赚](?=了)(?<=[少多].)|(?<![下压精])[少多省降砍缩压](?=了)|下降|降低|压减|压缩|压降|精简|缩短|缩减|降幅|减幅|净减|净增|增加|提高|提升|增长|上升|上?涨|下?跌|增幅|扩大|压减率|压缩率|精简率)(?:了|为|达到?|率)?$/
const DOWN = /减|降|压|精简|缩|跌|^[少省砍]/
/** 常住人口31498人，与2010年普查的33402人相比，减少… */
const WITH = /^，?(?:与|同|和|跟)(?:[^，。；\d]|\d{4}年){1,24}的$/
const MATCHED = /^相比，/

/** 发文40件，比去年的50件… */
const THAN =
  /^[^，。；：\d]{0,14}，?(?:比|较|相比|对比)(?:去年|上年|前年|往年|上一?年度|上半年|上季度|20\d{2}年|整改前|改革前|清理前|原来|以前|过去|年初)?(?:同期)?的?$/
/** 与去年的50件相比，今年发文40件. */
const BESIDE = /(?:与|同|和|跟)[^，。；\d]{2,12}$/
const COMPARED =
  /^[^，。；\d]{0,6}相比，(?![^，。；\d]{0,12}(?:减少|增加|下降|上升|增长|压减|精简)了?$)[^，。；\d]{0,12}$/
/** 去年184件，今年降到138件，少了56件. */
const NOW_DOWN_TO = /^，?(?:今年|本年|现在|目前)[^，。；\d]{0,8}(?:降|减|增|升|涨|压)[^，。；\d]{0,3}[到至]了?$/
/** 去年是4.2万吨，今年收了4.8万吨，一年光景涨了两成: nothing else is named in between. */
const WAS = /(?:去年|上年|前年)[^，。；\d]{0,6}$/
const NOW = /^，?(?:到了?)?(?:今年|本年|现在|目前|如今|眼下)[^，。；\d]{0,3}$/
const AND_SO =
  /^，(?:一年[^，。；\d]{0,4}|同比|相比|足足|整整|等于|相当于)?[又就共]?(?:[上下]?[涨跌]|增长|增加|上升|下降|减少|提高|[多少])了?(?:近|约)?$/
/** 火灾18起，去年同期24起… */
const LAST_YEAR =
  /^[^，。；：\d]{0,6}，(?:(?:去年|上年|上一?年度)同期|去年|上年|前年|上一?个?(?:年度|季度|月))(?:[才只仅]?(?:为|是|有)?)$/
/** 发文40件，同比减少10件，下降20%. */
const LESS =
  /^(?:[^，。；：\d]{0,10}，?(?:同比|[比较](?:去年|上年|20\d{2}年|上一?年度)(?:同期|末|底)?)|，)(减少|下降|压减|精简|增加|增长|净增|增收|减收|增支|减支|[多少]收)了?$/
/** …, and nothing else is told in between. */
const SO_MUCH = /^，(?:同比)?(?:减少|下降|降低|增加|增长|上升|提高|上涨|增幅|降幅)(?:了|为|达到?)?$/
/** 刑事案件262件，同比下降2.6%，同比减少7件. */
const BY_SHARE = /^，同比(?:增长|上升|下降|减少|增加)$/
const AND_BY = /^，(?:同比)?(增加|减少|净增|下降|上升)$/
/** 完成5308万元，完成年初预算24710万元的21.5%，比上年减支…: what was planned stands in between. */
const PLANNED = /^[^，。；\d]{0,8}，(?:已?完成|为|占|达到?)[^，。；\d]{0,8}(?:任务|计划|目标|预算)[^，。；\d]{0,4}$/
/** 与上次普查的33402人相比，减少1904人，下降5.7%. */
const THAT = /(?:与|同|和|跟)(?:[^，。；\d]|\d{4}年){1,24}的$/
const TO_THAT = /^相比，[^，。；\d]{0,8}(?:减少|增加)了?$/

const EARLIER = /去年|上年|前年|往年|20\d{2}年|原来|年初/
const REACHED = /^，?(?:达到?|[升增]至|[升增]到|提高到|增加到|降[至到]|减[至到])了?$/

const AT_OLD_PRICES = /(?:生产总值|增加值|GDP|产值|可支配收入)[^，。；]{0,8}$/

/** 由50件减至40件，下降30%; 40件，比去年的50件减少8件; 40件，同比减少10件，下降30%. */
export function changes({ text, place }: Clause, all: readonly Figure[], found: Contradiction[]): void {
  const figures = all.filter((f) => !/^[年月]$/.test(f.unit) || f.value < 100)
  for (let i = 0; i + 2 < figures.length; i++) {
    const one = figures[i]!
    reached(one, figures[i + 1]!, figures[i + 2]!)
    byShare(one, figures[i + 1]!, figures[i + 2]!)
    ofThat(one, figures[i + 1]!, figures[i + 2]!)
    const skipped = isPlanned(one, figures[i + 1]!, figures[i + 2]!) ? 2 : 0
    const two = figures[i + 1 + skipped]
    if (!two || !figures[i + 2 + skipped]) continue
    if (!exact(one) || !exact(two) || one.unit !== two.unit || one.unit === '') continue
    const between = text.slice(skipped > 0 ? figures[i + skipped]!.end : one.end, two.start)
    const less = LESS.exec(between)
    let from: Figure
    let to: Figure
    if (FROM.test(text.slice(Math.max(0, one.start - 20), one.start)) && TO.test(between)) [from, to] = [one, two]
    else if (THAN.test(between)) [from, to] = [two, one]
    else if (BESIDE.test(text.slice(Math.max(0, one.start - 16), one.start)) && COMPARED.test(between))
      [from, to] = [one, two]
    else if (LAST_YEAR.test(between)) [from, to] = [two, one]
    else if (NOW_DOWN_TO.test(between) && EARLIER.test(text.slice(Math.max(0, one.start - 24), one.start)))
      [from, to] = [one, two]
    else if (
      NOW.test(between) &&
      WAS.test(text.slice(Math.max(0, one.start - 12), one.start)) &&
      AND_SO.test(text.slice(two.end, figures[i + 2]!.start))
    )
      [from, to] = [one, two]
    else if (WITH.test(between) && MATCHED.test(text.slice(two.end, two.end + 3))) [from, to] = [two, one]
    else if (less)
      [from, to] = [
        {
          ...two,
          value: round(DOWN.test(less[1]!) ? one.value + two.value : one.value - two.value),
          step: slack(one) === 0 ? two.step : one.step + two.step,
        },
        one,
      ]
    else continue
    if (from.value <= 0) continue
    let last = two
    for (const by of figures.slice(i + 2 + skipped, i + 4 + skipped)) {
      if (less && (by.unit !== '%' || !SO_MUCH.test(text.slice(two.end, by.start)))) break
      if (!changesBy(from, to, last, by)) break
      last = by
    }
  }

  function isPlanned(done: Figure, plan: Figure, share: Figure): boolean {
    return (
      plan.unit === done.unit &&
      share.unit === '%' &&
      text.slice(plan.end, share.start) === '的' &&
      PLANNED.test(text.slice(done.end, plan.start))
    )
  }

  function byShare(now: Figure, share: Figure, by: Figure): void {
    if (share.unit !== '%' || by.unit !== now.unit || ![now, share, by].every(exact)) return
    if (slack(now) > 0 || !BY_SHARE.test(text.slice(now.end, share.start))) return
    const verb = AND_BY.exec(text.slice(share.end, by.start))?.[1]
    if (verb) compare(share, by, DOWN.test(verb) ? now.value + by.value : now.value - by.value, now)
  }

  function ofThat(that: Figure, by: Figure, share: Figure): void {
    if (share.unit !== '%' || by.unit !== that.unit || ![that, share, by].every(exact) || slack(that) > 0) return
    if (!THAT.test(text.slice(Math.max(0, that.start - 30), that.start))) return
    if (!TO_THAT.test(text.slice(that.end, by.start)) || !SO_MUCH.test(text.slice(by.end, share.start))) return
    compare(share, by, that.value, that)
  }

  /** What `by` is of what there was. */
  function compare(share: Figure, by: Figure, was: number, other: Figure): void {
    if (was <= 0) return
    const value = (by.value / was) * 100
    if (Math.abs(value - share.value) < share.step + 1e-9) return
    found.push(wrongRate({ text, place }, 'change', share, value, [other, by]))
  }

  /** 去年是91%，今年又提高了3个百分点，达到96%. */
  function reached(from: Figure, by: Figure, to: Figure): void {
    if (from.unit !== '%' || !/百分点$/.test(by.unit) || to.unit !== '%' || ![from, by, to].every(exact)) return
    const words = text.slice(from.end, by.start)
    const verb = BY.exec(words)
    if (!verb || /[率度]/.test(words) || !REACHED.test(text.slice(by.end, to.start))) return
    if (!EARLIER.test(text.slice(Math.max(0, from.start - 24), from.start))) return
    const change = round(to.value - from.value)
    const rounding = slack(from) + slack(by) + slack(to) + 1e-9
    if (Math.abs(change - (DOWN.test(verb[1]!) ? -by.value : by.value)) <= rounding) return
    const said = text.slice(by.start, by.end)
    found.push({
      kind: 'difference',
      at: spanOf(place, by),
      said,
      computed: write(Math.abs(change), said, by.unit),
      others: [spanOf(place, from), spanOf(place, to)],
    })
  }

  /** Is `by`, which follows `last`, the change between the two? A wrong one is reported. */
  function changesBy(from: Figure, to: Figure, last: Figure, by: Figure): boolean {
    if (!exact(by)) return false
    const verb = BY.exec(text.slice(last.end, by.start))
    const words = text.slice(last.end, by.end + 2).replace(MATCHED, '')
    // 同比 says what it is compared with; the first figure must be just that.
    const own = /去年|上年|同期/.test(text.slice(Math.max(0, from.start - 8), from.start))
      ? words.replace('同比', '')
      : words
    if (!verb || /以[上内下]|年均|环比|较|比|分别|其中|实际|可比|不变价|口径|扣除|剔除/.test(own)) return false
    // What is produced is compared at prices that did not change.
    if (by.unit === '%' && from.unit === '元' && AT_OLD_PRICES.test(text.slice(0, to.start))) return false
    const change = round(to.value - from.value)
    const wrongWay = DOWN.test(verb[1]!) ? change >= 0 : change <= 0
    if (wrongWay) {
      if (change !== 0 && isTurned(from, to, by, change)) {
        const start = last.end + text.slice(last.end, by.start).lastIndexOf(verb[1]!)
        found.push({
          kind: 'direction',
          at: spanOf(place, { start, end: start + verb[1]!.length }),
          said: verb[1]!,
          computed: change > 0 ? '增加' : '减少',
          others: [spanOf(place, from), spanOf(place, to)],
        })
      }
      // Told or not: what follows says it again in another unit.
      return false
    }
    const isShare = by.unit === '%'
    const [a, b] = [slack(from), slack(to)]
    let least: number
    let most: number
    if (isShare) {
      if (from.unit === '%') return false
      const shares = [(to.value + b) / Math.max(from.value - a, 1e-9), (to.value - b) / (from.value + a)].map(
        (ratio) => Math.abs(ratio - 1) * 100,
      )
      least = Math.min(...shares)
      most = Math.max(...shares)
    } else if (by.unit === from.unit || (/百分点$/.test(by.unit) && from.unit === '%')) {
      const noun = nounAfter(text.slice(by.end))
      // 由3个乡镇扩大到12个乡镇，增加2个街道 counts something else.
      if (noun !== undefined && noun !== nounAfter(text.slice(from.end))) return false
      least = Math.abs(change) - a - b
      most = Math.abs(change) + a + b
    } else return false
    // A share may have been cut off instead of rounded; nobody calls 80% 九成.
    const rounding = isShare ? (by.han ? by.step - 1e-6 : by.step + 1e-9) : slack(by) + 1e-9
    if (by.value < least - rounding || by.value > most + rounding)
      found.push({
        kind: isShare ? 'change' : 'difference',
        at: spanOf(place, by),
        said: text.slice(by.start, by.end),
        computed: isShare
          ? `${round(Math.round((Math.abs(change) / from.value) * 1000) / 10)}%`
          : write(Math.abs(change), text.slice(by.start, by.end), by.unit),
        others: [spanOf(place, from), spanOf(place, to)],
      })
    return true
  }
}

/** 52万，比上年的48万下降4万: by just so much, but the other way. */
function isTurned(from: Figure, to: Figure, by: Figure, change: number): boolean {
  if ([from, to].some((f) => slack(f) > Math.abs(change) / 4)) return false
  return by.unit === '%'
    ? from.unit !== '%' && Math.abs((Math.abs(change) / from.value) * 100 - by.value) <= by.step
    : by.unit === from.unit && Math.abs(Math.abs(change) - by.value) <= slack(by) + 1e-9
}
