/** Problems and suggestions in a work report (research/rules.md §D.3). */
import type { Doc, Sentence, Span } from '../core.ts'

const PROBLEM =
  /存在(?:着)?(?:的)?(?:一些|一定|较大|突出|不少|以下)?(?:主要|突出|共性)?(?:的)?(?:问题|困难|不足|短板|差距|薄弱环节|隐患|矛盾|风险)|(?:问题|困难|不足|短板|弱项|瓶颈|堵点|痛点|难点)(?:主要)?(?:是|有|在于|表现|集中|仍|还|依然|较|突出|:|：)|主要(?:问题|困难|不足)|面临(?:着)?[^，。]{0,10}(?:问题|困难|挑战|压力|瓶颈)|尚未|未能|未完成|没有完成|仅完成|滞后|缺口|欠缺|逾期|未达(?:到|标)|低于(?:全|目标|序时|上年|平均)|同比(?:下降|减少|回落)|超期|短缺|矛盾突出|反映(?:强烈|突出)|被(?:通报|约谈)|还?不(?:够|强|高|足|到位|平衡|充分|深入|扎实|完善|健全|规范|及时)|有待(?:进一步)?(?:加强|提高|提升|完善|改进)|差距(?:较大|明显)?|制约/
const SUGGESTION =
  /建议|恳请|提请|拟(?:于|采取|由|对|将|在|通过)|下一步|下步|下一阶段|今后(?:工作|一段|的)|(?:需要?|请)[^，。]{0,20}(?:协调|解决|支持|明确|帮助)|望[^，。]{0,16}(?:支持|解决|协调)|(?:对策|整改(?:措施|方案|任务|计划)|改进措施|解决(?:办法|措施|方案)|工作打算|工作思路|工作安排|工作计划|努力方向)|针对[^，。]{2,40}(?:问题|情况|不足)[，,]/

/** Sentences of the body that name a problem; a heading such as 二、存在的问题 is one. In order. */
export const problemSentences = (doc: Doc): Sentence[] => bodySentences(doc, PROBLEM)

/** Sentences of the body that suggest, ask for or announce a remedy. In order. */
export const suggestionSentences = (doc: Doc): Sentence[] => bodySentences(doc, SUGGESTION)

function bodySentences({ text, facts }: Doc, pattern: RegExp): Sentence[] {
  const { body, sentences } = facts
  let part = 0
  return sentences.filter((sentence) => {
    while (part < body.length && body[part]!.end <= sentence.start) part++
    return isInside(body[part], sentence) && pattern.test(text.slice(sentence.start, sentence.end))
  })
}

const isInside = (part: Span | undefined, { start, end }: Span) =>
  part !== undefined && part.start <= start && end <= part.end
