/**
 * What a passage probably demands. Patterns know in which words and order something is demanded, and are sure of it; whoever says it otherwise still
 * speaks of the same things: of pictures, who has to have them, how many, and who will look. Where all of these stand together, a reader should look, too.
 */
import type { Doc, Span } from '../../core.ts'
import { fullWidth, joined } from '../clauses.ts'
import { findsFault, sentenceOf, shownClause, type Worded } from '../contexts.ts'
import { type Demand, demandOf } from './demands.ts'

/** What a passage speaks of when it demands something: one of each of `all`, nothing of `none`. */
export interface Signs {
  readonly all: readonly RegExp[]
  readonly none?: RegExp
}

/** What happens to whoever does not do it, or how it is counted. */
export const STAKE =
  /扣\s?\d|扣[钱发分奖绩谁你罚除减]|罚(?!款规定)|通报|点[他谁你]?的?名|批评|约谈|问责|检讨|排名|排序|名次|倒数|垫底|张榜|评[先优]|绩效|补贴|工资|旷工|缺[岗勤]|说[明原]原?因|说清楚|解释|作检查|没有?商量|找你|找恁|办公室来|站[到起]|追究|辞职|不散会|谁信|排最后|一样不能少|一个[都也]?不[能许准]少|挨个|统计/
/** Offices and people below, however they are named. */
export const ANYONE_BELOW =
  /乡镇|镇街|街道|[各每]个?[乡镇村县市区校]|工作队|督办|[乡镇村组]里|镇上|[乡镇村]级|支书|书记|[镇乡局]长|干部|党员|职工|网格员|护林员|保洁员|管护员|巡查员|队员|单位|部门|学校|支部|[股科]室|局|你们?|恁|各位|大家|谁|哪个|每[人名]|一人|一家/

/** A passage: the sentence and the next one of its paragraph, at most so many UTF-16 units. */
const LONGEST = 240
/** What stands beside the words. */
const NEAR = 24

/** `found`, and further what `hits` (in order) show to be likely in sentences of which, and beside which, nothing was found; nothing where the passage, or what is near the words, is `allowed`. */
export function* orLikely<W extends Worded<string>>(
  doc: Doc,
  hits: readonly Span[],
  found: Iterable<W>,
  signsOf: () => Signs,
  allowed: (passage: string, near: string) => boolean = () => false,
): Generator<W | Worded<'likely'>> {
  const shown: Span[] = []
  for (const one of found) {
    shown.push(one.span)
    yield one
  }
  let at = 0
  let said: Set<number> | undefined
  let failed = -1
  for (const hit of hits) {
    // Both are in order.
    while (at < shown.length && shown[at]!.end <= hit.start) at++
    if (at < shown.length && shown[at]!.start <= hit.start) continue
    const signs = signsOf()
    // What is not even near need not be looked for sentence by sentence.
    const near = fullWidth(joined(doc.text.slice(Math.max(0, hit.start - LONGEST), hit.end + LONGEST)))
    if (!signs.all.every((sign) => sign.test(near))) continue
    said ??= new Set(shown.map((span) => sentenceOf(doc, span)))
    const i = sentenceOf(doc, hit)
    if (i < 0 || i === failed || [i - 1, i, i + 1].some((beside) => said!.has(beside))) continue
    const passage = passageOf(doc, i)
    if (!signs.all.every((sign) => sign.test(passage)) || signs.none?.test(passage) || findsFault(passage)) {
      failed = i
      continue
    }
    if (isTopicRejected(doc, i)) continue
    if (allowed(passage, doc.text.slice(Math.max(0, hit.start - NEAR), hit.end + NEAR))) continue
    const demand = demandOf(doc, hit)
    if (demand.void || demand.actor === 'business' || findsFault(demand.ahead) || isSpared(demand)) continue
    said.add(i)
    const start = hit.start - demand.before.length
    const words = fullWidth(
      joined(doc.text.slice(Math.max(start, 0), Math.min(hit.end + 30, doc.facts.sentences[i]!.end))),
    )
    yield { message: 'likely', words: shownClause(words.split(/[。；]/)[0]!), span: hit }
  }
}

/** 再说签字画押。以前…，现在一张都不签: what is spoken of next, and spoken against. */
function isTopicRejected({ text, blocks, facts: { sentences } }: Doc, i: number): boolean {
  const own = sentences[i]!
  if (own.end - own.start > TOPIC_LONGEST || !TOPIC.test(text.slice(own.start, own.end).trim())) return false
  const end = Math.min(blocks[own.block]!.end, own.end + LONGEST)
  return REJECTED.test(joined(text.slice(own.end, end)))
}
const TOPIC_LONGEST = 24
const TOPIC =
  /^(?:[^，。；]{0,6}?(?:[说讲谈聊提][说讲谈聊到提一下]{0,2}|还有|关于)|[一二三四五六七八九十]是|第[一二三四五六七八九十](?:个|件|桩)?是?，?)[^，。；]{2,14}。$/
const REJECTED =
  /(?:一[张份个次条]|[也均都]|统统|一律|一概)[也都]?(?:不[签搞设立建要填报借再]|别再?[签搞设立建])|不再|不[许准得能]再?[签搞设立建要借填]|作废|取消|停止|叫停|别再|该停|退回|清理|撤[掉销]|没有?(?:必要|意思|用处?)/
/** 各单位不报送贯彻情况; but 对不报送情况的，通报批评 demands it. */
const isSpared = ({ before, after }: Demand): boolean =>
  CLOSED.test(after) ||
  (SPARED.test(before) &&
    !/^[^，。；]{0,10}[的者扣]/.test(after) &&
    !/(?:对|凡|谁|哪个[^，。；]{0,4})[^，。；]{0,12}$/.test(before))
/** 积分排名功能已于3月20日关闭: there is no more of it. */
const CLOSED =
  /^[^，。；]{0,12}(?:已|已经)(?:于[^，。；]{2,12})?(?:全部|全面|正式)?(?:关闭|停用|下线|停止|取消|叫停|废止)/
const SPARED =
  /(?<![得能可]|少|要)不(?:再|另行?|单独|用|必|需要?|要求)?(?:报送?|上报|提交|填报|填写|汇报|反馈|收集?|写|交|制发|印发|抽调?|借调?|签订?|建|设)[^，。；不]{0,14}$/

function passageOf({ text, facts: { sentences } }: Doc, i: number): string {
  const [own, next] = [sentences[i]!, sentences[i + 1]]
  const end = next?.block === own.block ? next.end : own.end
  return fullWidth(joined(text.slice(own.start, Math.min(end, own.start + LONGEST))))
}
