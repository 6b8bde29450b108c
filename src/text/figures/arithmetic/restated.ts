/** Totals that are given twice. */

import type { Span } from '../../../core.ts'
import { startBehind } from '../../clauses.ts'
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, exact, nounAfter, slack, spanOf } from './clause.ts'

export interface Total {
  readonly figure: Figure
  readonly noun: string
  readonly scope: string
  /** Said to be the whole: 共设立…, or all of what was named before: 这…, 全部. */
  readonly whole: 'total' | 'back'
  /** 辖11个行政村. */
  readonly governed: boolean
  readonly at: Span
  readonly said: string
}

const WHOLE =
  /(?:共|一共|共计|总计|合计|总共|[下管]?辖|共有|共设[立置]?|共划[分为]*|共建[立成]?|共配备|共组建|共成立|共排查|共清理|共下沉|共选派|共聘[任请]|共签约|现有|总数[为达是]*)(?:[^，。；、：\d的]{0,8})$/
const BACK = /(?:这|上述|以上|该|全部的?|所有的?|[全本我][县市区镇乡局村]的?)$/
/** What figures have in common that `WHOLE` makes totals. */
export const TOTAL = /(?:[共辖]|[总合]\s*计|现\s*有|总\s*数)[^，。；、：\d的]{0,16}[\d二两三四五六七八九十百一]/
/** And those that `BACK` and the words behind them do. */
export const OTHER_TOTALS =
  /(?:这|上\s*述|以\s*上|该|部的?|有的?|[全本我]\s*[县市区镇乡局村]的?)\s*[\d一二两三四五六七八九十百]|(?:全\s*[部面]|均|都)(?<=\d[^，。；：\d]{1,30})/
/** To pass over the sentences without. */
export const OF_ALL = new RegExp([TOTAL, OTHER_TOTALS].map(({ source }) => source).join('|'))
const STARTS_ELSE =
  /其中|新增|首批|第[一二三四五]批|今年|去年|上年|每|各|平均|剩余|未|还|另|再|部分|计划|力争|争取|拟|将|目标|到20|截至|截止|月|季度|同比|原有|原来|以前|过去|减少|增加|由|从|仅|如|例如|分别|某|又|已|曾|此前/

/** 共有干部职工86名: the thing before its figure. */
const NAMED_BEFORE = /(?:共有|现有|共计|总计|总共有|共设[立置]?|共)([一-龥]{3,10})$/
const OTHER_TIME = /其中|首批|第[一二三四五]批|今年|去年|上年|截至|到20|原有|以前|过去|计划|目标|月/

/** The totals of one sentence are added to `totals`. */
export function totalsOf({ text, place }: Clause, figures: readonly Figure[], totals: Total[]): void {
  for (const figure of figures) {
    if (!exact(figure) || figure.value < 3 || /%|分|天|日|年|月|小时|倍|岁|元|次|批|期|轮/.test(figure.unit)) continue
    const clauseStart = startBehind(text, '，：', figure.start)
    const before = text.slice(clauseStart, figure.start)
    const ahead = NAMED_BEFORE.exec(before)?.[1]
    const noun = nounAfter(text.slice(figure.end)) ?? ahead
    if (noun === undefined || noun.length < 3) continue
    const rest = text.slice(figure.end + (noun === ahead ? 0 : noun.length))
    const whole = WHOLE.test(before)
      ? 'total'
      : BACK.test(before) || /^(?:已?全部|均|都|全面|已经全部)/.test(rest)
        ? 'back'
        : undefined
    if (!whole || STARTS_ELSE.test(before) || OTHER_TIME.test(text.slice(Math.max(0, clauseStart - 16), clauseStart)))
      continue
    totals.push({
      figure,
      noun,
      scope: scopeOf(text.slice(0, figure.start)),
      whole,
      governed: before.endsWith('辖'),
      at: spanOf(place, figure),
      said: text.slice(figure.start, figure.end),
    })
  }
}

/** Whose figures these are, and when: places, years. */
export const scopeOf = (text: string): string =>
  (
    text.match(
      /20\d{2}年|[一二三四]季度|\d{1,2}月|上半年|下半年|[一-龥]{2}(?:省|市|县|区|镇|乡|街道|(?<!农)村|社区)(?!级|[县市区镇乡村域内]|党|委|残联)/g,
    ) ?? []
  )
    .filter((word) => !/^[全我本各每][县市区镇乡村]|[乡镇街]镇$|[县市区][乡镇]$/.test(word))
    .sort()
    .join()

/** `title`: of the document; a place that it names is meant where none is. */
export function restated(totals: readonly Total[], title: string, found: Contradiction[]): void {
  const first = new Map<string, Total>()
  const own = scopeOf(title)
    .split(',')
    .find((place) => place !== '' && !/\d|季度|半年/.test(place))
  for (const total of totals) {
    // 石桥乡位于青禾县西部，辖11个村.
    const isOwn = title.includes(total.scope) || (total.governed && own !== undefined && total.scope.includes(own))
    const key = `${total.figure.unit} ${total.noun} ${isOwn ? '' : total.scope}`
    const known = first.get(key)
    if (!known) {
      if (total.whole === 'total') first.set(key, total)
      continue
    }
    if (known.figure.value === total.figure.value) continue
    if (Math.abs(known.figure.value - total.figure.value) <= slack(known.figure) + slack(total.figure)) continue
    // 辖11个村 is told of the place that was named last, which the next figure need not be of.
    if (known.governed && !(total.whole === 'back' && isNear(known.figure.value, total.figure.value))) continue
    found.push({ kind: 'restated', at: total.at, said: total.said, computed: known.said, others: [known.at] })
  }
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(2, a * 0.1)
