/** 38名志愿者上门服务2280次，人均60次: so many among so many, and what that is for each. */
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, spanOf, write } from './clause.ts'

/** Behind what is told of each: 人均, 户均, 平均每村, 每人平均; the groups are what it is told for. */
const FOR_EACH =
  /(?:([人户村校班镇乡组车队家店床亩企])均|平均(?:到)?每(?:个|一|名|位|家|座|所|台|辆|条)?([人户村校班镇乡组车队家店床亩]|学校|企业|教师|干部|医生|社区)|每(?:个|一|名|位|家|座|所|台|辆|条)?([人户村校班镇乡组车队家店床亩])平均)([^，。；、：\d]{0,6})$/
/** 人 are counted by these; 村 by 个, and their noun says so. */
const BY_UNIT: Readonly<Record<string, RegExp>> = {
  人: /^[人名位]$/,
  户: /^户$/,
  亩: /^亩$/,
  家: /^家$/,
  企: /^家$/,
  车: /^[辆台]$/,
}
const COUNTERS = /^[个所座支辆台张条家名位人]$/
/** Figures of other people, times and things. */
const OTHER = /其中|同比|增长|比|去年|上年|以上|约|近|余|超|每[天日月周年]|[日月年]均|分别|纯|可支配|另/
/** Further off, something else is told. */
const MOST = 2

export function perHead({ text, place }: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  for (let i = 2; i < figures.length; i++) {
    const mean = figures[i]!
    if (!exact(mean) || mean.value <= 0) continue
    const each = FOR_EACH.exec(text.slice(Math.max(0, mean.start - 16), mean.start))
    if (!each) continue
    const one = (each[1] ?? each[2] ?? each[3])!
    const before = figures.slice(0, i)
    const wholes = before.filter((f) => f.unit === mean.unit && !countsThem(one, f, text))
    const heads = before.filter((f) => countsThem(one, f, text))
    const [whole] = wholes
    const [head] = heads
    if (wholes.length !== 1 || heads.length !== 1 || !whole || !head) continue
    if (!exact(whole) || !exact(head) || head.value < 2 || whole === head) continue
    const from = Math.min(whole.start, head.start)
    const words = text.slice(from, mean.start)
    if (OTHER.test(words) || OTHER.test(text.slice(mean.end, mean.end + 4))) continue
    // 户均增收: of what rose, where that is what was told.
    const what = each[4]!.replace(/[为是达约]到?|了/g, '')
    if (what !== '' && !text.slice(0, whole.end).includes(what)) continue
    const value = whole.value / head.value
    const play = slack(mean) + (mean.step === 1 ? 0.5 : 0) + slack(whole) / head.value
    // Rounded, or cut off.
    const miss = Math.abs(value - mean.value)
    if (miss <= Math.max(play, mean.step) + 1e-9 || value > mean.value * MOST || mean.value > value * MOST) continue
    found.push({
      kind: 'mean',
      at: spanOf(place, mean),
      said: text.slice(mean.start, mean.end),
      computed: write(mean.step === 1 ? Math.round(value) : value, text.slice(mean.start, mean.end), mean.unit),
      others: [spanOf(place, head), spanOf(place, whole)],
    })
  }
}

/** Does a figure count those of whom each is meant? */
function countsThem(one: string, { unit, end }: Figure, text: string): boolean {
  const own = BY_UNIT[one]
  if (own?.test(unit)) return true
  return (
    COUNTERS.test(unit) &&
    text
      .slice(end, end + 8)
      .split(/[，。；、\d]/)[0]!
      .includes(one)
  )
}
