/** 平均等候时间4.6分钟, and further down 平均等候时间缩短到5.1分钟: one mean, told twice of the same time and place. */
import { matchesOf } from '../../matches.ts'
import { type Contradiction, wordsBefore } from './clause.ts'

/** The name of a mean at the beginning of its clause, what it became, and how much. */
const MEAN =
  /(?:平均|[次例件床单]均|[人户]均)(?<=(?:^|[，。；：、\n])[^，。；：、\n]{0,6}.{2})([一-龥]{2,8}?)((?:已|现)?(?:缩短|压缩|压减|下?降低?|减少?|提高|提升|增长?|上升|延长|升|控制)(?:到|至|为)了?|达到?了?|[为是])?(\d[\d.,]*)(万?)(分钟|个?小时|个?工作日|公斤|[天日元岁人次亩斤吨秒节件篇场])/g
/** Told of another time or of others, or what it should be. */
const OTHER =
  /去年|上年|前年|同期|原来|以前|过去|从|由|目标|力争|计划|要求|确保|争取|应|需|标准|全[国省市]|其中|20\d\d|季度|月|半年|年[初末底]|以[内上下]|不|低于|高于|超|约|近|比|明年|下一?步|周边|邻|同类|另/
/** Of which office, ward or place. */
const PART = /[科室院校村镇乡县区站厂店部组]/
/** All of it. */
const WHOLE = /[全我本][县市区镇乡村校院局站厂]|城区/
/** More apart they are of two things. */
const NEAR = 0.3
const HEADING = /明年|来年|下一?步|打算|计划|目标|安排|规划|去年|上年|20\d\d年|季度|半年/

const PERIOD = /[上下]半年|[一二三四]季度|前[一二三四五六七八九十]+个?月|20\d\d年/g

interface Told {
  readonly key: string
  readonly changed: boolean
  readonly value: number
  readonly said: string
  readonly start: number
}

/** `blocks`: the paragraphs that tell means; `title`: what it names as its time is the time of all. */
export function means(
  text: string,
  title: string,
  blocks: readonly { start: number; end: number }[],
  found: Contradiction[],
): void {
  const periods = new RegExp(title.match(PERIOD)?.join('|') ?? '$^', 'g')
  const told = new Map<string, Told | undefined>()
  for (const { start, end } of blocks)
    for (const { 0: all, 1: name = '', 2: verb = '', 3: number = '', 4: scale, 5: unit, index } of matchesOf(
      MEAN,
      text.slice(start, end),
    )) {
      const at = start + index
      const sentence = wordsBefore(text, at)
      const behind = text.slice(at + all.length, at + all.length + 6).split(/[，。；、]/)[0]!
      const own = sentence.replace(periods, '')
      const key = all.slice(0, 2) + name + scale + unit
      const changed = /[到至]/.test(verb) && !/达到/.test(verb)
      const other =
        OTHER.test(own) || OTHER.test(name + behind) || PART.test(own.slice(-8).replace(WHOLE, '')) || isUnder(text, at)
      const first = told.get(key)
      const from = all.length - number.length - scale!.length - unit!.length
      const one: Told = {
        key,
        changed,
        value: Number(number.replaceAll(',', '')),
        said: all.slice(from),
        start: at + from,
      }
      if (!told.has(key)) told.set(key, other ? undefined : one)
      else if (!first || other) told.set(key, undefined)
      else if (
        first.value !== one.value &&
        first.changed !== changed &&
        Math.abs(first.value - one.value) <= NEAR * first.value
      )
        found.push({
          kind: 'restated',
          at: { start: one.start, end: one.start + one.said.length },
          said: one.said,
          computed: first.said,
          others: [{ start: first.start, end: first.start + first.said.length }],
        })
    }
}

/** 三、明年目标: what stands below is of another time. */
function isUnder(text: string, at: number): boolean {
  const top = text
    .slice(Math.max(0, at - SECTION), at)
    .match(TOP)
    ?.at(-1)
  return top !== undefined && HEADING.test(top)
}
const SECTION = 3000
const TOP = /(?<=\n)[\s#]*[一二三四五六七八九十]{1,3}、[^\n。，；]{2,30}(?=\n)/g
