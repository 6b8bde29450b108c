/** What a cell beside a plan says that was made of it in the course of the year: 追加4（县委办8月3日批复）, -2, 由14件调整为18件. */
import { countOf, isBlank, plain } from './values.ts'

/** By how many there are more or fewer, or how many there are now. */
export type PlanChange = { readonly by: number } | { readonly to: number }

const NUMBER = '(\\d{1,4}|[一二两三四五六七八九十]{1,3})'
const MORE = '追加|调增|核增|增加|新增|增补|增开|增发|加开|加发|调入|划入|[+＋加增]'
const FEWER = '核减|调减|减少|压减|压缩|收回|扣减|调出|划出|[-−减]'
const SIGNED = new RegExp(
  `(${MORE}|${FEWER})(?:了|的)?(?:计划|指标|发文|文件|会议|开会|督查|检查){0,2}${NUMBER}(?!月|日|号|\\d)`,
  'g',
)
const IS_MORE = new RegExp(`^(?:${MORE})$`)
const NOW = new RegExp(`(?:调整?|变更?|改|增加?|追加|核减|减少?|压减)[为至到成]${NUMBER}(?!月|日|号|\\d)`)
/** What nobody has approved yet changes nothing. */
const NOT_YET =
  /申请|拟|待|未[经获]?(?:批|审|同意)|不(?:予|同意|批)|建议|[批审]中|退回|驳回|正在|^(?:否|未调整?|不调整?|无调整|没有?调整|维持|不变)/

/** Undefined where nobody can tell: of 4 alone whether it came to the plan or is what it is now. */
export function planChange(text: string): PlanChange | undefined {
  const said = plain(text)
  if (isBlank(said) || said === '0' || NOT_YET.test(said)) return { by: 0 }
  const now = NOW.exec(said)
  const to = now ? countOf(now[1]!) : undefined
  if (to !== undefined) return { to }
  // Who approved it, and when, stands behind it.
  const signed = [...said.replace(/\([^()]*\)/g, '').matchAll(SIGNED)]
  if (signed.length === 0) return undefined
  return {
    by: signed.reduce((sum, [, sign, number]) => sum + (IS_MORE.test(sign!) ? 1 : -1) * (countOf(number!) ?? 0), 0),
  }
}
