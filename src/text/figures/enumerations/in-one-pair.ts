/** 围绕“防火、防虫、防盗伐”三项任务: names between one pair of quotation marks, and their number right behind it. */
import type { Flat } from '../../flat.ts'
import { parseNumeral } from '../../numerals.ts'
import { CLASSIFIERS, FEWEST, type Miscount, NUMBER } from './miscount.ts'

/** What the names are said to be. 村, 专班, 活动 and the like are things of their own, which the quoted words only tell of. */
const SAID_TO_BE = new RegExp(
  `^(${NUMBER})(${CLASSIFIERS}|张|本)(?:重点|关键|主要|核心|基本|基础|具体|中心)?(?:工作|任务|事[项情]?(?!故|业)|问题|难[题点关]|原则|环节|方面|要求|措施|举措|制度|机制|关口?(?![系心爱])|准备|指标|标准|板块|领域|网(?![点站吧红])|账|要素|要件|抓手|目标|能力|步骤|阶段|层面|维度|主题|内容|手续|底线|红线|清单|短板|文章|主线|类型|要点|重点|关键)(?=[，。；：、）]|$|[一-龥])`,
)
/** Units: no list of bare names is longer. */
const LONGEST = 48
/** A list of bare words: clauses, numbers and what is left open make it unclear how many there are. */
const UNCLEAR = /[，；。：等和及与\d]|[一两二三四五六七八九十]/
/** Behind another pair, or beside names without marks, it is but the last of them. */
const BESIDE = /[”"、和及与]$/

export function inOnePair({ text, place }: Flat, index: number, rest: string, found: Miscount[]): void {
  const closing = text[index - 1]
  const opening = text.lastIndexOf(closing === '”' ? '“' : '"', index - 2)
  if (opening < index - LONGEST || opening < 0) return
  const list = text.slice(opening + 1, index - 1)
  if (!list.includes('、') || UNCLEAR.test(list) || BESIDE.test(text.slice(Math.max(0, opening - 1), opening))) return
  const m = SAID_TO_BE.exec(rest)
  if (!m) return
  const [, number = '', classifier = ''] = m
  const items = list.split('、')
  const expected = parseNumeral(number)!
  const slip = Math.abs(items.length - expected)
  if (expected < FEWEST || slip === 0 || slip > (items.length > 2 ? 2 : 1) || items.includes('')) return
  found.push({
    at: { start: place(index), end: place(index + number.length + classifier.length) },
    stated: number + classifier,
    expected,
    found: items.length,
    list: { start: place(opening + 1), end: place(index - 1) },
  })
}
