/** What surrounds the words that a rule looks for. */

import type { Doc, Excerpt, Span } from '../core.ts'
import { startBehind } from './clauses.ts'
import { lastBefore } from './spans.ts'

/** Words that a rule speaks of: with which of its messages, and where they stand. */
export interface Worded<M extends string> {
  readonly message: M
  readonly words: string
  readonly span: Span
}

const EMERGENCY =
  /应急(?!管理局|局|办)|防汛|抗旱|抢险|救灾|救援|突发|险情|灾情|灾害|强降雨|强对流|强降雪|山洪|内涝|火情|火险|火灾|扑火|扑救|预警|疫情|地震|台风|暴雨|寒潮|汛期|森林防火|防灭火|值班值守|安保|防疫|核酸|隔离/

/** Is a passage, or its document's title, about an emergency or about security? */
export const isEmergency = (...texts: readonly string[]): boolean => texts.some((text) => EMERGENCY.test(text))

/** What could wait for nobody: an emergency, or what is called urgent. Of the words of one item, where an office’s name hardly stands. */
export const isUrgent = (text: string): boolean => isEmergency(text) || URGENT.test(text)
const URGENT = /应急|紧急/

const NUMBER =
  /^\s*(?:\d{1,2}[.．、)）]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|[①-⑳])\s*/

/** A clause without the number that its paragraph begins with, for showing it. */
export const unnumbered = (clause: string): string => clause.replace(NUMBER, '')

/** A longer clause is told by its beginning and its end. UTF-16 units. */
const LONGEST = 120

/**
 * The clause that holds the beginning of the finding and the words that it points at, without white space and without the number before it, which
 * changes when another item is put in above.
 */
export function clauseOf({ text, start, end }: Excerpt): string {
  const from = startBehind(text, '。！？；;!?\n', start)
  const rest = text.slice(end)
  const stop = rest.search(/[。！？；;!?\n]/)
  const clause = text.slice(from, stop < 0 ? text.length : end + stop).replace(/\s+/g, '')
  const bare = unnumbered(clause) || clause
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST / 2)}…${bare.slice(-LONGEST / 2)}`
}

/** A clause as a message shows it: without its number, its first 30 characters. */
export const shownClause = (clause: string): string => unnumbered(clause).slice(0, 30)

/** Words with what stands before them in their clause, and at most `reach` UTF-16 units of it behind them. */
export const clauseAround = (before: string, words: string, after: string, reach = 40): string =>
  `${before}${words}${after.slice(0, reach).split(/[，。；]/, 1)[0]}`

const OTHERS =
  /(?:^|[，。；：.．、\s])[还仍也]?有?(?:有的|有些|个别|少数|一些|某些)(?:地方|部门|单位|[局镇村乡](?![一-龥]{0,6}的)|领导|同志|干部|企业|乡镇|县区|机关|基层|人)/
const FROM_NOW_ON = /今后|对此|下一步|从现在|为此|因此|这次|本次/

/** Does the sentence up to the words find fault with others, whatever they demanded: 有的地方要求主要领导必须…? */
export const findsFault = (ahead: string): boolean => OTHERS.test(ahead) && !FROM_NOW_ON.test(ahead)

/** Is what the sentence tells of to end, as the next ones say: 每个群都要他回“收到”。…这样的事，今天就要改过来? */
export function isCondemned({ text }: Doc, { end }: Span): boolean {
  const rest = /^[^\n]*/.exec(text.slice(end, end + CONDEMNED_WITHIN))![0]
  return CONDEMNED.test(rest)
}
const CONDEMNED_WITHIN = 140
const CONDEMNED =
  /[。！？](?:同志们，|大家说，?|[你请]们?说，?|我看，?)?(?:像|对)?(?:[这那](?:样的?|种|类|些|股)[^，。；！？]{0,6}[，]?[^，。；！？]{0,8}(?:改(?![造革为])|停(?!产)|刹|纠|治(?![理安])|叫停|取消|到此为止|[不别](?:能|许|准|要|得|会)?再|要不得|形式主义)|[这那](?:叫什么|算什么|像什么话?|哪[里是]|不是[^，。；]{0,8}(?:形式主义|折腾|瞎忙)))/

/** A statute by its title, with or without its full name: 《中华人民共和国消防法》, 《森林防火条例》, but no 《…考核办法》 and nothing of a county. */
const STATUTE =
  '《(?:(?:中华人民共和国|中共中央|国务院|[^》]{2,8}省)[^》]{2,60}|(?![^》]{1,8}(?<!自治)县)[^》]{0,40}(?:条例|(?<![办方做书执司作分算])法))(?:（[^》]{1,16}）)?》'
const LAID_DOWN = new RegExp(
  `(?:根据|依据|依照|遵照|按照?)[^，。；《]{0,8}(?:《[^》]{2,60}》(?:（[^）]{1,24}）)?[、和及]?){0,3}${STATUTE}[^。；]{0,110}$|${STATUTE}(?:（[^）]{1,24}）)?(?:第[^，。；]{1,8}条)?[^，。；]{0,8}(?:规定|要求)[^。；]{0,60}$|(?:根据|依据|依照|按照?)(?:国家|中央|国务院|法律|法律、?法规|省委|省级|教育部|公安部|财政部|民政部|水利部|司法部|应急管理部|农业农村部|自然资源部|生态环境部|交通运输部)[^，。；《]{0,12}规定[^。；]{0,60}$|(?:依法[^，。；]{0,36}|按(?:照)?规定[^，。；]{0,6})签[^，。；]{0,20}$`,
)
const LAID_DOWN_AFTER =
  /^[”"]?(?:制度?)?(?:，?这?是|系|属于)[^，。；]{0,8}(?:国家|中央|法律|省委|省级|上级)[^，。；]{0,10}(?:规定|要求)/

/** Does the sentence say that a law, the centre or the province laid down what the words name, so that nothing is added to it? */
export const isLaidDown = (ahead: string, after: string): boolean =>
  LAID_DOWN.test(ahead) || LAID_DOWN_AFTER.test(after)

/** 三、责任状签订情况, 附件：1.一票否决事项清单, a column 责任状名称. */
const NAMES =
  /^[^，。；！？要须应请每]*(?:情况|清单|一览表|明细表?|统计表?|汇总表?|登记表?|台账|目录|名单|流程图?|名称|份数)(?:[（(][^（()）。；]{1,20}[）)])?$/
/** A line or a cell that only names something. UTF-16 units. */
const NAME_MAX = 40

/** Does `span` stand in a heading, a title in a list or the head of a column that names a list or a state of affairs, and lays nothing down? */
export function isOnlyNamed(doc: Doc, span: Span): boolean {
  const sentence = doc.facts.sentences[sentenceOf(doc, span)]
  const line = sentence && doc.blocks[sentence.block]
  return (
    line !== undefined &&
    line.end - line.start <= NAME_MAX &&
    line.end >= span.end &&
    NAMES.test(doc.text.slice(line.start, line.end).trim())
  )
}

/** Tells for each span of `doc` whether it is the first in its sentence of which `what` is said: a rule speaks once of each. */
export function oncePerSentence(doc: Doc): (span: Span, what?: string) => boolean {
  const said = new Set<string>()
  return (span, what = '') => said.size < said.add(`${what} ${sentenceOf(doc, span)}`).size
}

/** Number of the sentence in which `span` begins. */
export const sentenceOf = ({ facts }: Doc, { start }: Span): number => lastBefore(facts.sentences, start)

/** A line above a paragraph that heads it: short, and no sentence. UTF-16 units. */
const HEADING_MAX = 30

/** The words around `span` within its own paragraph, at most `reach` to either side, and the short heading right above it. */
export function paragraphAround(doc: Doc, span: Span, reach: number): string {
  const sentence = doc.facts.sentences[sentenceOf(doc, span)]
  const inside = sentence !== undefined && sentence.start <= span.start && span.start < sentence.end
  const own = inside ? doc.blocks[sentence.block] : undefined
  const start = Math.max(own?.start ?? 0, span.start - reach)
  const around = doc.text.slice(start, Math.min(own?.end ?? doc.text.length, span.end + reach))
  const above = inside ? doc.blocks[sentence.block - 1] : undefined
  if (!above || above.end - above.start > HEADING_MAX) return around
  const heading = doc.text.slice(above.start, above.end)
  return /[。；：:]$/.test(heading) ? around : `${heading}\n${around}`
}
