/** Use or mention: does a document impose what its words name, or does it forbid, report or quote it? (research/rules.md §G 1) */
import type { Doc, Span } from '../core.ts'
import { covers } from './quoted.ts'

/** How a document speaks of something. */
export interface Stance {
  /** Forbidden, reduced or cleaned up: 不得…, 严禁…, …一律取消. */
  readonly negated: boolean
  /** Told of the past: 去年签订了…, 曾…. */
  readonly reported: boolean
  /** Part of a longer quotation or of a document's title. */
  readonly quoted: boolean
  /** The clause up to the words: from the last ，；：。 on. */
  readonly before: string
  /** From the words to the end of their sentence. */
  readonly after: string
  /** The whole sentence. */
  readonly sentence: string
}

const NEGATOR =
  /不(?:得|准|能|许|应|再|要|搞|设|增设|新增|乱|随意|宜|签|列|纳入|作为|实行|以|用|需|必|另|单独|层层|与|允许|提倡|可|断)|严禁|禁止|杜绝|取消|废止|清理|规范|减少|压减|压缩|精简|严格控制|从严控制|严控|慎用|防止|避免|整治|纠正|反对|力戒|克服|停止|切忌|无需|免予|未经|摒弃|叫停|破除|解除|代替|替代|简化|治理|减轻|查处|违规|擅自|滥/
/** These govern a whole enumeration: 严禁层层加码，签订责任状. */
const PROHIBITION = /严禁|不得|禁止|杜绝|坚决防止|不准|力戒|反对|整治|纠正|清理|取消/
/** A clause that starts anew: 不得弄虚作假，对弄虚作假的实行一票否决. */
const OWN_CLAUSE = /(?:^|[，；])(?:对(?!于)|凡|否则|同时|并将|要|应当?|必须|须|坚持|继续)/
const NEGATED_AFTER =
  /^[”"’」』》]?(?:等|事项|制度?|指标|项目|考核|做法|现象|问题|的|和|、|[“"][^”"]{1,12}[”"]){0,6}[^。；，]{0,14}(?:一律(?:取消|不)|予以(?:取消|清理)|取消|清理|清零|废止|减少|压减|不得|规范|纠正|整改|过多|泛滥|问题|现象|形式主义|减负)/
const PAST =
  /去年|上年|前年|曾经?|过去|以往|以前|此前|当时|当年|一度|历年|20\d\d年[^，。；]{0,12}(?:来|以来|间)|[已经](?:全部|都|经)?(?:签订|签署|立下|实行|实施)/
/** A list item takes the sense of the line that introduces it: 严禁下列行为：. How many items back that line may stand. */
const LIST_REACH = 12

/** How `doc` speaks of the words at `span`. */
export function stanceOf(doc: Doc, span: Span): Stance {
  const { text, facts } = doc
  const own = facts.sentences[lastBefore(facts.sentences, span.start)]
  const start = own && own.end > span.start ? own.start : span.start
  const end = own && own.end > span.start ? own.end : span.end
  const sentence = text.slice(start, end)
  const ahead = text.slice(start, span.start)
  const cut = Math.max(...['，', '；', '：', '。', ',', ';', ':'].map((mark) => ahead.lastIndexOf(mark)))
  const before = ahead.slice(cut + 1)
  const after = text.slice(span.end, end)
  const earlier = ahead.slice(Math.max(0, ahead.length - 60), Math.max(0, cut + 1))
  return {
    negated:
      NEGATOR.test(before) ||
      NEGATED_AFTER.test(after) ||
      (PROHIBITION.test(earlier) && !OWN_CLAUSE.test(`，${before}`)) ||
      PROHIBITION.test(leadIn(doc, span.start)),
    reported:
      PAST.test(ahead) ||
      /^[”"]?了|过[^，。]{0,4}$/.test(after.slice(0, 2)) ||
      /(?:签订|签署|实行|立下|建立|推行|实施|设立|出台)[了过]/.test(before),
    quoted: isQuoted(doc, span),
    before,
    after,
    sentence,
  }
}

/** Inside a quotation that says more than these words, or inside a title. 实行“一票否决” uses its words; “层层签订责任状” names a practice. */
function isQuoted({ text, facts }: Doc, { start, end }: Span): boolean {
  if (!covers(facts.quoted, start)) return false
  const around = facts.quoted.find((q) => q.start <= start && end <= q.end)
  return around !== undefined && (text[around.start] === '《' || around.end - around.start > end - start + 2 + 3)
}

function leadIn({ text, blocks }: Doc, at: number): string {
  let index = lastBefore(blocks, at)
  if (
    !/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、]|[-—•·*]|[①-⑳])/.test(
      text.slice(blocks[index]?.start ?? 0, blocks[index]?.end),
    )
  )
    return ''
  for (let back = 0; index > 0 && back < LIST_REACH; back++) {
    const block = blocks[--index]!
    const line = text.slice(block.start, block.end).trim()
    if (/[:：]$/.test(line)) return line.slice(-60)
  }
  return ''
}

/** Index of the last span that begins at or before `at`. */
function lastBefore(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]!.start <= at) low = middle
    else high = middle - 1
  }
  return low
}
