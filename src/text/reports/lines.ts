/** The lines of a report: their numbers, their headings, what those announce. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { lastAtMost } from '../../sorted-lists.ts'
import { fullWidth, joined } from '../clauses.ts'
import { parseNumeral } from '../numerals.ts'
import { namesProblem, PROBLEM_HEADING, problemSentences, SUGGESTION_HEADING, suggestionSentences } from './reports.ts'
import { isAnchored } from './words.ts'

/** One point of a list of problems or suggestions: a paragraph with what stands below it, 一是…, or a cell of a table. */
export interface ReportItem extends Span {
  /** Its words on one line, half-width , ; : widened. */
  readonly text: string
  /** Its number in its list, where it has one. */
  readonly ordinal?: number
  /** The heading or lead-in of its list asks somebody else: 有关建议, 为此恳请. */
  readonly asked?: boolean
  /** Told in one sentence with others: so may their answers be. */
  readonly inRow?: boolean
}

const ITEM_NUMBER =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．，]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[①-⑳]|[一二三四五六七八九十]是)\s*/
/** How much of an item's first clause names it. UTF-16 units. */
const NAME_MAX = 24
/** Items by their first clauses, without their numbers: “路面破损”、“人手不足”, of more than `most` the first ones and 等. */
export function namesOf(items: readonly ReportItem[], most = 5): string {
  const names = items.slice(0, most).map(
    ({ text }) =>
      `“${text
        .replace(ITEM_NUMBER, '')
        .split(/[，。；：]/)[0]!
        .slice(0, NAME_MAX)}”`,
  )
  return names.join('、') + (items.length > most ? '等' : '')
}

/** What stands below a heading. `mixed`: problems, each with its suggestion. */
export type Role = 'problem' | 'suggestion' | 'mixed' | 'other'
/** One paragraph of the body, tables left out. */
export interface Line extends Span {
  readonly text: string
  /** Smaller is higher: 1–6 by the file's own headings, 11–15 by 一、（一）1.（1）一是; Infinity for plain paragraphs. */
  level: number
  readonly ordinal?: number
  /** The words of a heading without its number, or ''. */
  readonly head: string
  /** Where what follows the heading on the same line begins, relative to `text`. */
  readonly runIn: number
  /** Where line breaks were taken out: the place in `text`, and how much is missing up to there. */
  readonly gaps: readonly (readonly [at: number, missing: number])[]
}

const MARKS: readonly RegExp[] = [
  /^第?([一二三四五六七八九十]{1,3})[、.．，部]分?[:：，、\s]?/,
  /^[（(]([一二三四五六七八九十]{1,3})[)）][、.．]?/,
  /^([\d０-９]{1,2})[.．、](?![\d０-９](?!\d?月))/,
  /^[（(]([\d０-９]{1,2})[)）][、.．]?/,
  /^(?:([①-⑳])|([一二三四五六七八九十])(?:是|要|来)|第([一二三四五六七八九十])[，、,]|(?:问题|建议|困难)([一二三四五六七八九十\d])[:：、，]|([首其再最])[先次后][，,])/,
]
const LINE_BREAK = /[ \t\u3000]*[\r\n]+[ \t\u3000]*/g
/** 特此报告。 以上报告，请审阅。 */
export const CLOSING = /^(?:特此|专此|以上|妥否|当否|请予|汇报完毕)[^：]{0,24}$/
const HEAD_MAX = 34
/** An unnumbered line that reads as a heading: short, and without a mark inside. */
const BARE_HEAD = /^[^，。；：！？,;:!?]{2,20}$/
/** The level of an unnumbered heading that its paragraph begins with. */
const RUN_IN = 15.5
const FIRST_WORDS = ['首', '其', '再', '最']

export function ordinalOf(mark: string): number | undefined {
  const code = mark.charCodeAt(0)
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f
  const word = FIRST_WORDS.indexOf(mark)
  if (word >= 0) return word + 1
  return parseNumeral(mark.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)))
}

function gapsOf(raw: string): [number, number][] {
  const gaps: [number, number][] = []
  if (!/[\r\n]/.test(raw)) return gaps
  let missing = 0
  for (const m of raw.matchAll(LINE_BREAK)) {
    gaps.push([m.index - missing, missing + m[0].length])
    missing += m[0].length
  }
  return gaps
}

/** A part of a line, `from` and `to` relative to its text, as an item. */
export function cutOut(line: Line, from: number, to: number): { start: number; end: number; text: string } {
  const { gaps } = line
  const place = (at: number) => {
    const before = gaps.length === 0 ? undefined : gaps[lastAtMost(gaps.length, (i) => gaps[i]![0], at)]
    return line.start + at + (before && before[0] <= at ? before[1] : 0)
  }
  return { start: place(from), end: Math.min(line.end, place(to - 1) + 1), text: line.text.slice(from, to) }
}

export function linesOf({ text, blocks, facts }: Doc): Line[] {
  const lines: Line[] = []
  let part = 0
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'cell') continue
    while (part < facts.body.length && facts.body[part]!.end <= block.start) part++
    const body = facts.body[part]
    if (!body || body.start >= block.end || body.end < block.end) continue
    const raw = text.slice(block.start, block.end)
    const lead = raw.length - raw.trimStart().length
    const start = block.start + lead
    const flat = fullWidth(joined(raw.trim()))
    let level = Number.POSITIVE_INFINITY
    let ordinal: number | undefined
    let words = 0
    MARKS.some((mark, i) => {
      const m = mark.exec(flat)
      if (!m) return false
      level = 11 + i
      ordinal = ordinalOf(m.slice(1).find(Boolean)!)
      words = m[0].length
      return true
    })
    if (block.kind === 'heading' && block.level && block.level !== level - 10) level = block.level
    else if (level === Number.POSITIVE_INFINITY && block.kind === 'item') level = 16
    // “三、存在的问题。从检查看…” and “存在问题：路面破损。” carry their heading at the start.
    const rest = flat.slice(words).trimStart()
    const stop = rest.slice(0, HEAD_MAX).search(/[。：:]/)
    const head = stop >= 0 ? rest.slice(0, stop) : rest.length <= HEAD_MAX && !/[；;！？]/.test(rest) ? rest : ''
    const runIn = stop >= 0 && stop < rest.length - 1 ? flat.length - rest.length + stop + 1 : flat.length
    const end = start + raw.trim().length
    lines.push({ start, end, text: flat, level, ...(ordinal && { ordinal }), head, runIn, gaps: gapsOf(raw.trim()) })
  }
  // A bare heading stands above the list that begins below it; otherwise just below 一、.
  lines.forEach((line, i) => {
    if (line.level !== Number.POSITIVE_INFINITY || !line.head) return
    const bare = BARE_HEAD.test(line.text)
    if (!bare && roleOf(line.head) === 'other' && !leadRole(line.text)) return
    const next = lines[i + 1]
    const lists = next?.ordinal === 1 && Number.isFinite(next.level)
    // “建议：……” says it all in its own line.
    const own = line.runIn < line.text.length ? RUN_IN : bare ? 11.5 : 14.5
    line.level = lists ? next.level - 0.5 : own
  })
  return lines
}

// ---------------------------------------------------------------------------------------------------- roles

const BOTH =
  /(?:问题|困难|不足|短板|差距|难点)[^，。；]{0,6}(?:[和及与、]|暨)[^，。；]{0,10}(?:建议|打算|对策|措施|思路|安排|计划|方向)/
/** 四、需要县里协调解决的问题. */
const NEXT =
  /^(?:下一?步|下一?阶段|今后|接下来)(?:怎么[办干做])?$|^(?:下半年|明年|今年|后[几半]个?月|接下来)[^，。；]{0,4}怎么[办干做][^。；]{0,16}$|^[^，。；]{0,10}(?:下一?步|下一?阶段|今后|接下来)[^，。；]{0,4}(?:工作)?(?:的)?(?:整改)?(?:措施|打算|安排|计划|思路|重点|工作|方向|考虑|部署|建议|举措|任务|改进)[^，。；]{0,6}$/
const UNDONE =
  /(?:未|没有|尚未)[^，。；]{0,8}(?:完成|整改|解决|落实|到位)[^，。；]{0,10}(?:问题|事项|任务|原因|情况|项目)/
const ASKED =
  /(?:需|请|求|待|(?<!群众|代表|委员|职工)建议)[^，。；]{0,16}(?:上级|[省市县区][级里委局政直]|层面|部门|协调|支持|帮助|明确)[^，。；]{0,10}(?:问题|困难|事项)/
/** 解决问题的措施和建议, 问题整改措施及打算, 不足的改进办法: what is to be done about problems that stand elsewhere; not 问题原因和对策. */
const REMEDIES = lazily(
  () =>
    new RegExp(
      `${AMISS}(?:的[^，。；和及与、暨]{0,10}?|(?!下一?步|今后|[明今]年)[^，。；和及与、暨的]{2,10}?)${REMEDY}|^[^，。；和及与、暨]{0,6}(?:解决|破解|化解|应对|克服|消除)[^，。；]{0,24}的${REMEDY}|${AMISS}[^，。；和及与、暨]{0,4}(?:怎么|如何|怎样)(?:解决|办|破解?|改|化解|补)`,
    ),
)
const AMISS = '(?:问题|困难|不足|短板|差距|难点|难题|瓶颈)'
const REMEDY =
  '(?:措施|建议|对策|打算|办法|思路|举措|途径|(?:解决|改进|处理|整改)意见|(?:解决|破解|化解|应对|改进)之[策道法举])'
const REMEDIED =
  /^(?:创新|探索|建立|完善|健全|形成|出台|落实|强化|采取|实施|制定|推[进行动])|情况|成效|做法|效果|经验|分析|落实/
const SOLVED_HEAD = /解决|破解|化解|整[改治]|治理|导向|办理|聚焦|直面|排查|补齐|[无没]|成效|做法|分析|情况$|处[理置]/

export function roleOf(heading: string): Role {
  const head = heading.replace(
    /(?:及其?|和|与|、)(?:成因|原因)(?:分析)?$|(?:亟[待需]|急需|最?需要?|有待|尚待)解决的/g,
    '',
  )
  if (!head) return 'other'
  if (ASKED.test(heading)) return 'suggestion'
  if (REMEDIES().test(head) && !REMEDIED.test(head)) return 'suggestion'
  if (BOTH.test(head)) return 'mixed'
  if (UNDONE.test(head)) return 'problem'
  if (NEXT.test(head)) return 'suggestion'
  if (PROBLEM_HEADING.test(head)) return SOLVED_HEAD.test(head) ? 'other' : 'problem'
  if (SUGGESTION_HEADING.test(head) && !/代表|委员|提案|办理|征集|听取|收集|采纳|落实情况/.test(head))
    return 'suggestion'
  return 'other'
}
/** 二、存在的问题及整改情况: what it lists is mended. */
export const isSolved = (head: string): boolean =>
  /问题|困难|不足|短板|隐患/.test(head) && SOLVED_HEAD.test(head) && roleOf(head) === 'other'

/** Does a heading or a lead-in ask others, and not announce one's own steps: 四、有关建议, but not 下步打算和建议? */
export const asks = (head: string): boolean => /建议|恳请|请求/.test(head) && !/打算|计划|安排|下一?步|今后/.test(head)

/** Of a sentence that announces a list: 但还存在以下困难：. */
export function leadRole(lead: string): Role | undefined {
  const last = lead.slice(-70)
  if (
    /建议|恳请|打算|措施|对策|下一?步|拟(?:采取|从)|今后|计划|我们将|努力方向|(?:重点|着力|主要)(?:抓好|做好|开展)/.test(
      last,
    )
  )
    return 'suggestion'
  return /问题|困难|不足|短板|差距|薄弱|难题|难处|制约|矛盾|隐患/.test(last) && namesProblem(last)
    ? 'problem'
    : undefined
}

// ------------------------------------------------------------------------------------------ how it is divided

const MARKED =
  /[一二三四五六七八九十](?:是|要(?!求))|第[一二三四五六七八九十](?:[，、,：:]|[个件项条点方步])|[①-⑳]|[（(][\d一二三四五六七八九十]{1,2}[)）]|(?:^|[。；：\s])\d{1,2}[.．、](?!\d)|首先|其次|再次|最后|一方面|另一方面|一则|二则/
/** A short sentence that heads what follows: 垃圾清运日产日清。 */
const TOPIC = /(?<=^|。)[^，。；：、]{4,16}(?=。)/g
/** Not 第一时间, 第一书记, 第二天, 第二产业. */
const NO_STEP =
  '(?![时书天次年名位轮期届批线产季车分大台遍趟课村组]|中学|小学|人民|医院|把手|手|高级|实验|幼儿|棉|纺|机|[一-龥]厂)'
const FIRST = new RegExp(
  `首先|第一${NO_STEP}|一是(?!一)|一要|其一|一来(?!二|就|到)|一则|①|（1）|(?<!\\d)1[.．、]|一方面`,
)
const SECOND = new RegExp(
  `其次|第二${NO_STEP}|二是(?!二)|二要|其二|二来|二则|②|（2）|(?<!\\d)2[.．、]|另一方面|再次|再就是|还有`,
)
function isSequence(text: string): boolean {
  const at = text.search(FIRST)
  return at >= 0 && SECOND.test(text.slice(at + 2))
}

export interface ReportStructure {
  /** Has headings, numbered paragraphs, a table, or at least 一是…二是… somewhere. */
  readonly marked: boolean
  /** Paragraphs of the body with neither a number nor 一是… inside, with their length (UTF-16 units without line breaks). */
  readonly plain: readonly (Span & { readonly length: number })[]
}

/** 春天的事：…, 没办成的事：…: at least two paragraphs that begin with what they are about. */
const LED = /^(?!附件|附|联系|时间|地点|注)[^，。；：、]{2,12}：(?=.{8})/
const isLed = (lines: readonly Line[]): boolean => lines.filter(({ text }) => LED.test(text)).length > 1

/** How a report is divided. */
export function structureOf(doc: Doc): ReportStructure {
  const lines = linesOf(doc)
  const marked =
    doc.rows.length > 0 ||
    isLed(lines) ||
    // 从检查情况看，仍有不少困难。… opens a paragraph as any sentence may.
    lines.some(
      ({ level, head, text }) =>
        (Number.isFinite(level) && !(level === RUN_IN && head.includes('，'))) || isSequence(text),
    ) ||
    isSequence(lines.map(({ text }) => text.slice(0, 8)).join('。'.repeat(4)))
  const plain = lines.flatMap(({ start, end, text, level }) =>
    Number.isFinite(level) && text.length < 60
      ? []
      : MARKED.test(text.slice(1)) || (text.match(TOPIC)?.length ?? 0) > 1
        ? []
        : [{ start, end, length: text.length }],
  )
  return { marked, plain }
}

/** A sentence of so many commas is no row of names. */
const COMMAS = 10
/** The first sentence of a paragraph that runs on over more than `most` characters, with commas only; its length without line breaks. */
export function oneSentence(
  { text }: Doc,
  { start, end }: Span,
  most: number,
): { span: Span; length: number } | undefined {
  if (end - start <= most) return
  for (const { 0: sentence, index } of text.slice(start, end).matchAll(/[^。；;！!？?：:]+[。；;！!？?：:]?/g)) {
    const { length } = joined(sentence.trim())
    if (length > most && sentence.split(/[，,]/).length > COMMAS)
      return { span: { start: start + index, end: start + index + sentence.trimEnd().length }, length }
  }
  return
}

/** Figures, days, and counted things in the body of a report; years, ordinals and 第三届 are none. */
export function factsIn(doc: Doc): number {
  let count = 0
  for (const line of linesOf(doc)) count += halfWidthDigits(line.text).replace(ORDINAL, '').match(FIGURES)?.length ?? 0
  for (const row of doc.rows) for (const cell of row.cells) if (/\d/.test(doc.text.slice(cell.start, cell.end))) count++
  return count
}
/**
 * Does a report tell what is amiss and what comes next, and all of it without a figure, a day, a place, a case? A few lines that go with an enclosure
 * tell neither.
 */
export const saysNothing = (doc: Doc): boolean =>
  factsIn(doc) === 0 &&
  !linesOf(doc).some(({ text }) => BLANK.test(text) || isAnchored(withoutOwn(text, doc.facts.title))) &&
  problemSentences(doc).length > 0 &&
  suggestionSentences(doc).length > 0
/** 城关街道坚持高点站位: its own name says nothing of where. */
const OWN = /[一-龥]{2,4}?(?:街道|社区|[村镇乡县区市])/
const withoutOwn = (text: string, title: string): string => {
  const own = OWN.exec(title)?.[0]
  return own === undefined ? text : text.replaceAll(own, '')
}
/** What is yet to be filled in: XX镇, ___人, ……. */
const BLANK = /[XxＸ×_＿*○〇]{2}|…|\.{3}|某[县市镇乡村局某]/
const halfWidthDigits = (text: string) =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
const ORDINAL = /^(?:[（(]?[\d０-９]{1,2}[)）]|\d{1,2}[.．、](?!\d(?!\d?月)))/
const FIGURES =
  /(?<!第|[\d.,〔])\d[\d.,]*(?!\d|年(?!来|底|末|内)|[〕\]）)]|号|届|[.．、](?!\d)|次(?:会议|全会|党代会|代表大会)|个(?:方面|问题|环节|维度))|百分之[一二三四五六七八九十]|(?<![第初数一二两三四五六七八九十百千])(?:[一二两三四五六七八九十百千几零]{1,9}[多余]?[万亿]?(?:户|台|处|座|名|公里|亩|吨|辆|倍|天|里|毛|元|斤|公斤|趟|遍|间|个(?:村|乡镇|社区|单位|部门|项目|学校|月|小区|企业|组))|(?!一[次件项条人家])[一二两三四五六七八九十百千几零]{1,9}[多余]?(?:次|件|项|条|人|家|起)(?![一-龥]?(?:重点|工作|任务|措施|要求|会议|大会|全会)))/g
