/** Documents that put a superior one into effect. */
import type { GenreClues } from './clues.ts'

/** 贯彻落实…的实施意见, …实施方案: by the title, or by a plan's title with an opening that says what it implements. */
export function isImplementing(title: string, clues: GenreClues): boolean {
  if (/(?:通知|通报|报告|函|批复|决定|答复|讲话|汇报)$/.test(title)) return false
  // A statute's 实施办法 is legislation, not the county's implementing document.
  const [, verb = '', named] =
    /(贯彻|落实|实施)(?:落实|执行)?.{0,4}《([^》]+)》.{0,16}(?:意见|方案|细则|办法|措施|计划)$/.exec(title) ?? []
  // 贯彻落实《…管理办法》的实施细则 puts another office's paper into effect; 实施《…办法》细则 may be a statute's.
  if (named) return !(verb === '实施' ? STATUTE : LAW).test(named)
  const planned =
    /(?:实施意见|实施方案|实施细则|实施办法|工作方案|行动方案|行动计划|推进方案|落实方案|若干措施|若干意见|意见|方案|计划|细则|措施|办法)$/.test(
      title,
    )
  return planned && implementsByBody(clues)
}

export const OWN =
  /(?:制定|提出|制订|研究制定|特制定|印发)(?:了)?(?:如下|以下|本|此)(?:[一-龥]{0,6})(?:意见|方案|措施|办法|细则|计划|规划|政策)?/

const STATUTE = /(?:法|条例)$/
const LAW = /(?:(?<!办)法|条例)$/

/** 制定全镇河道管护工作方案如下： */
const OWN_AHEAD = /(?:制定|制订|提出)[^。；，]{2,60}(?:方案|意见|措施|办法|细则|计划)，?(?:[^。，；]{0,6}内容)?如下/

/** The opening says that this document puts a named superior document into effect. */
export function implementsByBody({ opening, implemented }: GenreClues): boolean {
  // To put a statute into effect is legislation.
  const first = implemented.find(({ title }) => !/(?:法|条例|规定|章程)$/.test(title))
  if (!first) return false
  // The title of a citation has no spaces and line breaks.
  const head = opening.slice(0, 600).replace(/\s+/g, '')
  const at = head.indexOf(first.title.slice(0, 12))
  if (at < 0) return false
  const sentence = head.slice(Math.max(head.lastIndexOf('。', at), 0), at)
  // 近年来，各地认真贯彻落实《…》 is history; 为贯彻落实《…》 and 根据《…》要求 are purposes.
  const purpose =
    /为(?:了|进一步|深入|全面|认真|切实|更好地?|加快|推动|做好|抓好|有效|扎实)*[^，。]{0,40}(?:贯彻|落实|实施|执行)/.test(
      sentence,
    ) || /(?:^|[。，]|第一条\s*)(?:根据|按照|依据|遵照|贯彻|落实)/.test(sentence)
  const behind = head.slice(at, at + 500)
  return purpose && (OWN.test(behind) || OWN_AHEAD.test(behind))
}
