/** To whom a document has papers sent: they are told nothing by it. */

/** 送县政府办公室, 送至我局: a paper, to an office; not 把政策送到群众家中, nor 移送公安局. */
export const SENT_TO_OFFICE =
  '(?:(?<![移转推运输护接抄选押调])送(?:至|到|交|达)?|(?<![移转提上呈递公外社成缴]|(?<![总小])结)交(?:至|到|给)?)(?=[局厅委办]里|[我本县市区省州镇乡党政团][^，。；、]{0,10}?(?:局|委(?!托|员)|办(?![理法公事])|办公室|政府|厅|部(?!门|分)|科|妇联|残联|工商联|总工会|专班|指挥部|领导小组)|专班|指挥部|领导小组)'

/** When, how and with what urgency: what stands before 向 where nobody is named. */
const NO_SUBJECT =
  /务必|一律|同时|同步|及时|按时|按要求|如实|尽快|至迟|最迟|积极|主动|集中|分别|逐级|直接|统一|定期|负责|专人|由|(?:收到|接到|自)[^，。；]{0,16}?[后起]|[一-龥]{0,6}(?:结束|完成|期满|印发|下发|实施|汇总)(?:之?[后日]|以后|起)?|[以用按][^，。；]{1,8}(?:形式|方式|格式|文件)|通过[^，。；]{1,10}|书面|正式|[请须需应要均都并再还于在每本当各个前后内底初末起从自]|[\d一二三四五六七八九十两半]{1,4}|(?:工作)?[年月日号天周旬时季]度?|[上中下]旬|小时|[（()）\s]/g

/**
 * Where the body found as `m` in `text` is one that something is sent to (于4月10日前向县农业农村局), who stands before 向 in its clause:
 * 县供销社 in 县供销社应于年底前向县政府, nobody ('') where only the day is named. Undefined where nothing is sent to it.
 */
export function senderTo(text: string, m: RegExpMatchArray): string | undefined {
  const to = m[0].lastIndexOf('向')
  if (to < 0) return undefined
  const at = m.index! + to
  const clause = text
    .slice(Math.max(0, at - 40), at)
    .split(/[，。；：、]/)
    .at(-1)!
  return clause.replace(NO_SUBJECT, '').length < 2 ? '' : clause
}
