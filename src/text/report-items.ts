/** The problems and suggestions that a report lists, each as one item, and which problem is answered by which suggestion. */
import type { Doc, Span } from '../core.ts'
import { parseNumeral } from './numerals.ts'
import { namesProblem, PROBLEM_HEADING, SUGGESTION_HEADING, suggests } from './reports.ts'
import { lastAtMost } from './spans.ts'
import { fullWidth, joined } from './stance.ts'

/** One point of a list of problems or suggestions: a paragraph with what stands below it, 一是…, or a cell of a table. */
export interface ReportItem extends Span {
  /** Its words on one line, half-width , ; : widened. */
  readonly text: string
  /** Its number in its list, where it has one. */
  readonly ordinal?: number
}

export interface ReportItems {
  /** Problems that the report itself lists, in order. */
  readonly problems: readonly ReportItem[]
  /** Sentences outside of those lists that name a problem in passing, headings and lead-ins left out. In order. */
  readonly mentions: readonly ReportItem[]
  /** Suggestions, requests and next steps: listed points, and sentences elsewhere. In order. */
  readonly suggestions: readonly ReportItem[]
  /** Listed problems for which no suggestion was found, in order. Whoever is in doubt finds one. */
  readonly unanswered: readonly ReportItem[]
}

type Role = 'problem' | 'suggestion' | 'mixed' | 'other'
interface Line extends Span {
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
interface Section {
  readonly role: Role
  readonly lines: Line[]
  /** What stands behind the heading in its own line. */
  readonly runIn?: Line
}

/** Reads the lists of a report. Work grows with the length of the text. */
export function reportItems(doc: Doc): ReportItems {
  const problems: ReportItem[] = []
  const suggestions: ReportItem[] = []
  const lines = linesOf(doc)
  const { sections, heads } = sectionsOf(lines)
  for (const section of sections) {
    for (const { role, ...item } of itemsOf(section)) {
      if (role === 'suggestion') suggestions.push(item)
      else if (role === 'problem' && !NONE.test(item.text)) problems.push(item)
    }
  }
  const table = tableItems(doc)
  problems.push(...table.problems)
  suggestions.push(...table.suggestions)
  problems.sort(inOrder)
  suggestions.sort(inOrder)
  // What stands in no list.
  const mentions: ReportItem[] = []
  const listed = [...suggestions]
  let part = 0
  for (const sentence of doc.facts.sentences) {
    while (part < doc.facts.body.length && doc.facts.body[part]!.end <= sentence.start) part++
    if ((doc.facts.body[part]?.start ?? Number.POSITIVE_INFINITY) > sentence.start) continue
    if (isWithin(listed, sentence.start) || isWithin(heads, sentence.start) || isCell(doc, sentence.block)) continue
    const item = itemAt(doc.text, sentence)
    if (/[:：]$/.test(item.text)) continue
    if (suggests(item.text)) suggestions.push(item)
    else if (!isWithin(problems, sentence.start) && namesProblem(item.text)) mentions.push(item)
  }
  suggestions.sort(inOrder)
  const chapters = chaptersOf(lines)
  return { problems, mentions, suggestions, unanswered: unansweredOf(problems, mentions, suggestions, table.answered, chapters) }
}

const isCell = ({ blocks }: Doc, block: number) => blocks[block]!.kind === 'cell'
/** Where the highest numbered headings stand, if there are two or more: the paragraphs between two of them belong together. */
function chaptersOf(lines: readonly Line[]): number[] {
  const top = lines.reduce((least, { level }) => Math.min(least, level), Number.POSITIVE_INFINITY)
  const starts = lines.filter(({ level, head }) => level === top && head && Number.isFinite(level)).map(({ start }) => start)
  return starts.length > 1 ? starts : []
}

const inOrder = (a: Span, b: Span) => a.start - b.start
const itemAt = (text: string, { start, end }: Span): ReportItem => ({
  start,
  end,
  text: fullWidth(joined(text.slice(start, end))),
})
/** Does `at` lie in one of these spans (in order, not overlapping)? */
function isWithin(spans: readonly Span[], at: number): boolean {
  const span = spans[lastAtMost(spans.length, (i) => spans[i]!.start, at)]
  return span !== undefined && span.start <= at && at < span.end
}

// ---------------------------------------------------------------------------------------------------- lines

const MARKS: readonly RegExp[] = [
  /^第?([一二三四五六七八九十]{1,3})[、.．部]分?[:：，、\s]?/,
  /^[（(]([一二三四五六七八九十]{1,3})[)）][、.．]?/,
  /^([\d０-９]{1,2})[.．、](?![\d０-９])/,
  /^[（(]([\d０-９]{1,2})[)）][、.．]?/,
  /^(?:([①-⑳])|([一二三四五六七八九十])(?:是|要|来)|第([一二三四五六七八九十])[，、,]|(?:问题|建议|困难)([一二三四五六七八九十\d])[:：、，]|([首其再最])[先次后][，,])/,
]
const LINE_BREAK = /[ \t\u3000]*[\r\n]+[ \t\u3000]*/g
/** 特此报告。 以上报告，请审阅。 */
const CLOSING = /^(?:特此|专此|以上|妥否|当否|请予|汇报完毕)[^：]{0,24}$/
const HEAD_MAX = 34
/** An unnumbered line that reads as a heading: short, and without a mark inside. */
const BARE_HEAD = /^[^，。；：！？,;:!?]{2,20}$/
const FIRST_WORDS = ['首', '其', '再', '最']

function ordinalOf(mark: string): number | undefined {
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
function cutOut(line: Line, from: number, to: number): { start: number; end: number; text: string } {
  const place = (at: number, last: boolean) => {
    let missing = 0
    for (const [gap, sum] of line.gaps) {
      if (last ? gap >= at : gap > at) break
      missing = sum
    }
    return line.start + at + missing
  }
  return { start: place(from, false), end: Math.min(line.end, place(to, true)), text: line.text.slice(from, to) }
}

function linesOf({ text, blocks, facts }: Doc): Line[] {
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
    line.level = next && next.ordinal === 1 && Number.isFinite(next.level) ? next.level - 0.5 : bare ? 11.5 : 14.5
  })
  return lines
}

// ------------------------------------------------------------------------------------------------- sections

const BOTH = /(?:问题|困难|不足|短板|差距|难点)[^，。；]{0,6}(?:[和及与、]|暨)[^，。；]{0,10}(?:建议|打算|对策|措施|思路|安排|计划|方向)/
/** 四、需要县里协调解决的问题: asks and names at once. */
const NEXT = /^[^，。；]{0,10}(?:下一?步|下一?阶段|今后|接下来)[^，。；]{0,4}(?:工作)?(?:的)?(?:整改)?(?:措施|打算|安排|计划|思路|重点|工作|方向|考虑|部署|建议|举措|任务|改进)[^，。；]{0,6}$/
const UNDONE = /(?:未|没有|尚未)[^，。；]{0,8}(?:完成|整改|解决|落实|到位)[^，。；]{0,10}(?:问题|事项|任务|原因|情况|项目)/
const ASKED = /(?:需|请|求|待)[^，。；]{0,16}(?:解决|协调|支持|帮助|明确)[^，。；]{0,6}(?:问题|困难|事项)/
const SOLVED_HEAD = /解决|破解|化解|整[改治]|治理|导向|办理|聚焦|直面|排查|补齐|[无没]|成效|做法|分析|情况$|处[理置]/

function roleOf(head: string): Role {
  if (!head) return 'other'
  if (ASKED.test(head) || BOTH.test(head)) return 'mixed'
  if (UNDONE.test(head)) return 'problem'
  if (NEXT.test(head)) return 'suggestion'
  if (PROBLEM_HEADING.test(head.replace(/(?:及|和|与)?原因(?:分析)?$/, ''))) return SOLVED_HEAD.test(head) ? 'other' : 'problem'
  if (SUGGESTION_HEADING.test(head) && !/代表|委员|提案|办理|征集|听取|收集|采纳|落实情况/.test(head)) return 'suggestion'
  return 'other'
}
/** Of a sentence that announces a list: 但还存在以下困难：. */
function leadRole(lead: string): Role | undefined {
  const last = lead.slice(-70)
  if (/建议|恳请|打算|措施|对策|下一?步|拟(?:采取|从)|今后|计划|我们将|努力方向|(?:重点|着力|主要)(?:抓好|做好|开展)/.test(last))
    return 'suggestion'
  return /问题|困难|不足|短板|差距|薄弱|难题|难处|制约|矛盾|隐患/.test(last) && namesProblem(last) ? 'problem' : undefined
}

/** Every heading with a role opens a section; a heading without one opens a section of its own unless it stands inside one with a role. */
function sectionsOf(lines: readonly Line[]): { sections: Section[]; heads: Span[] } {
  const heads: Span[] = []
  const sections: Section[] = []
  const stack: { level: number; section: Section }[] = []
  const root: Section = { role: 'other', lines: [] }
  sections.push(root)
  for (const line of lines) {
    if (CLOSING.test(line.text)) continue
    while (stack.length > 0 && stack.at(-1)!.level >= line.level) stack.pop()
    const parent = stack.at(-1)?.section ?? root
    let role = roleOf(line.head)
    if (role === 'other' && /[:：]$/.test(line.text) && line.text.length <= 80 && line.level > 14)
      role = leadRole(line.text) ?? 'other'
    // A point of a list keeps the role of its list: “一是缺少建议渠道”.
    if (role !== 'other' && parent.role === role && parent.role !== 'mixed' && Number.isFinite(line.level)) role = 'other'
    const opens = role !== 'other'
    if (opens) {
      const missing = line.gaps.reduce((sum, [at, all]) => (at < line.runIn ? all : sum), 0)
      heads.push({ start: line.start, end: line.runIn < line.text.length ? line.start + line.runIn + missing : line.end })
    }
    if (opens || (parent.role === 'other' && Number.isFinite(line.level) && line.head)) {
      const section: Section = { role, lines: [], ...(line.runIn < line.text.length && { runIn: line }) }
      sections.push(section)
      stack.push({ level: Number.isFinite(line.level) ? line.level : 14.5, section })
    } else parent.lines.push(line)
  }
  return { sections, heads }
}

// --------------------------------------------------------------------------------------------------- items

const INLINE =
  /(?:^|[。；：，、\s（(:;,])(?:([一二三四五六七八九十])(?:是|要(?!求))|第([一二三四五六七八九十])[，、,]|([①-⑳])|[（(]([\d一二三四五六七八九十]{1,2})[)）]|(\d{1,2})[.．、](?!\d))/g
/** Sentences that end a list of problems: what is to be done about all of them. */
const TURN = /[。；](?=(?:针对|对此|为此|综上|下一?步|对于?(?:以上|上述|这些)|以上问题|上述问题|为解决|今后|接下来|我们将|我[县市区镇乡局委办校]将))/
/** 存在问题：路面破损。 inside a paragraph. */
const LABEL = /(?<=[。；])\s*(?:目前|当前|但)?(?:[仍还]?存在|面临)?的?(?:主要|突出)?的?(?:问题|困难|不足|难点|短板)(?:是|有|在于)?[:：]/g
const NONE = /^(?:无|没有|暂无|—+|-+|\/|（无）|不存在.{0,8})[。.]?$/

type Found = ReportItem & { readonly role: Role }

function itemsOf({ role, lines, runIn }: Section): Found[] {
  const found: Found[] = []
  const marked = lines.filter((line) => Number.isFinite(line.level))
  if (role === 'other') {
    for (const line of [...(runIn ? [runIn] : []), ...lines]) {
      const listed = inline(line, role)
      found.push(...(listed.length > 0 ? listed : labelled(line)))
    }
    return found
  }
  const top = marked.reduce((least, line) => Math.min(least, line.level), Number.POSITIVE_INFINITY)
  if (runIn) {
    const listed = inline(runIn, role)
    if (listed.length > 0) found.push(...listed)
    else if (marked.length === 0) found.push(...whole(runIn, role))
  }
  if (marked.length === 0) {
    for (const line of lines) {
      const listed = inline(line, role)
      found.push(...(listed.length > 0 ? listed : whole(line, role)))
    }
    return found
  }
  const first = lines.findIndex((line) => line.level === top)
  for (const line of lines.slice(0, first)) found.push(...inline(line, role))
  for (let i = first; i < lines.length; ) {
    let next = i + 1
    while (next < lines.length && lines[next]!.level !== top) next++
    const group = lines.slice(i, next)
    const own = group[0]!
    // “针对以上问题，下一步…” below the last point is no part of it.
    const turned = group.findIndex((line, k) => k > 0 && !Number.isFinite(line.level) && TURN.test(`。${line.text}`))
    const mine = turned > 0 ? group.slice(0, turned) : group
    found.push({
      start: own.start,
      end: mine.at(-1)!.end,
      text: mine.map(({ text }) => text).join(''),
      ...(own.ordinal && { ordinal: own.ordinal }),
      role: role === 'mixed' ? 'problem' : role,
    })
    i = next
  }
  return found
}

/** A paragraph of a section that lists nothing is one item, without the heading at its start; a lead-in (…如下：) is none. */
function whole(line: Line, role: Role): Found[] {
  const from = line.head && line.runIn < line.text.length && Number.isFinite(line.level) ? line.runIn : 0
  const cut = TURN.exec(line.text.slice(from))
  const to = cut && role === 'problem' ? from + cut.index + 1 : line.text.length
  if (/[:：]$/.test(line.text) || to - from < 6) return []
  const item = cutOut(line, from, to)
  if (role === 'mixed') return namesProblem(item.text) ? [{ ...item, role: 'problem' }] : []
  return [{ ...item, role }]
}

function labelled(line: Line): Found[] {
  const labels = [...line.text.matchAll(LABEL)]
  return labels.map((m, i) => ({
    ...cutOut(line, m.index + m[0].length, labels[i + 1]?.index ?? line.text.length),
    role: 'problem' as const,
  }))
}

/** Lists inside a paragraph: 主要困难：一是…；二是…。 The words before its first point say what it lists, else the section does. */
function inline(line: Line, role: Role): Found[] {
  const found: Found[] = []
  const marks: { at: number; ordinal: number; kind: number; list: number }[] = []
  let kind = -1
  let list = 0
  for (const m of line.text.matchAll(INLINE)) {
    const which = m.slice(1).findIndex(Boolean)
    const ordinal = ordinalOf(m[which + 1]!)
    const last = marks.at(-1)
    const at = /[一二三四五六七八九十第①-⑳（(\d]/.test(m[0][0]!) && m.index === 0 ? 0 : m.index + (/^[。；：，、\s:;,]/.test(m[0]) ? 1 : 0)
    if (ordinal === 1 && (kind < 0 || which === kind || !last)) {
      kind = which
      list++
      marks.push({ at, ordinal, kind, list })
    } else if (which === kind && last && ordinal === last.ordinal + 1) marks.push({ at, ordinal, kind, list })
  }
  let from = 0
  for (let i = 0; i < marks.length; ) {
    let end = i
    while (end + 1 < marks.length && marks[end + 1]!.list === marks[i]!.list) end++
    const lead = line.text.slice(from, marks[i]!.at)
    const own = leadRole(lead.slice(-70)) ?? (role === 'other' ? undefined : role)
    if (end > i && own) {
      const after = marks[end + 1]?.at ?? line.text.length
      for (let k = i; k <= end; k++) {
        const start = marks[k]!.at
        let stop = k < end ? marks[k + 1]!.at : after
        if (k === end) {
          const cut = TURN.exec(line.text.slice(start, stop))
          // Up to the sentence that leads to the next list, if there is one.
          if (cut) stop = start + cut.index + 1
          else if (marks[end + 1]) stop = Math.max(start + 1, line.text.lastIndexOf('。', after - 2) + 1)
          from = stop
        }
        found.push({
          ...cutOut(line, start, stop),
          ordinal: marks[k]!.ordinal,
          role: own === 'mixed' ? 'problem' : own,
        })
      }
    }
    i = end + 1
  }
  return found
}

// -------------------------------------------------------------------------------------------------- tables

const PROBLEM_COLUMN = /问题|困难|不足|短板|隐患|难点|堵点/
const ANSWER_COLUMN = /建议|措施|对策|打算|办法|解决|整改|请求|需[^，。]{0,8}(?:支持|协调)|下一?步|计划/

/** Rows that name a problem, with what stands in the column of answers. Without such a column a table says nothing of answers. */
function tableItems({ text, rows }: Doc) {
  const problems: ReportItem[] = []
  const suggestions: ReportItem[] = []
  const answered = new Set<number>()
  let table = -1
  let asked = -1
  let answers: number[] = []
  for (const row of rows) {
    const cells = row.cells.map((cell) => itemAt(text, cell))
    if (row.table !== table) {
      table = row.table
      asked = cells.findIndex((cell) => PROBLEM_COLUMN.test(cell.text) && !/整改|解决/.test(cell.text))
      answers = cells.flatMap((cell, i) => (asked >= 0 && i !== asked && ANSWER_COLUMN.test(cell.text) ? [i] : []))
      continue
    }
    const problem = cells[asked]
    if (!problem || answers.length === 0) continue
    const given = answers.flatMap((i) => {
      const cell = cells[i]
      return cell && cell.end > cell.start && !NONE.test(cell.text) ? [cell] : []
    })
    suggestions.push(...given)
    if (problem.text.trim() === '' || NONE.test(problem.text)) continue
    problems.push(problem)
    if (given.length > 0) answered.add(problem.start)
  }
  return { problems, suggestions, answered }
}

// -------------------------------------------------------------------------------------------------- answers

/** Words that say nothing of what a problem is about; they part the others. */
const EMPTY_WORDS =
  /建议|恳请|请求|申请|希望|县委|县政府|市委|市政府|镇政府|政府|党委|我[们县市区镇乡局委办校院]|全[县市区镇乡局]|各[县市区镇乡村级]|上级|有关|部门|相关|单位|进一步|进行|加强|加大|加快|力度|提高|提升|增强|强化|完善|健全|落实|推进|推动|工作|目前|当前|仍然?|还是?|存在|不[够足强高到]位?|有待|部分|个别|一些|主要|问题|困难|不足|短板|现象|情况|方面|程度|万元|亿元|增加|减少|[年月]?底?前|上半年|下半年|明年|今年|尽快|及时|抓紧|开展|实施|组织|给予|支持|解决|协调|安排|统筹|牵头|负责|乡镇|群众|干部|农村|基层|具体|因此|由于|导致|造成|影响|以及|[一二三四五六七八九十]是|[\d.,%％]+|[的了在和与为及等以是有要从向到由对将把被让使其这那个项处次名人户家台件条座，。；：、“”（）《》！？\s—…-]/g
/** What is wanted where something is lacking, named in other words than the lack. */
const KINSHIP: readonly RegExp[] = [
  /人手|人员|编制|力量|队伍|招聘|公益性?岗|专职|专人|招录|招引|人才|兼职|身兼|借调|轮岗|青黄不接|断层|年龄|老龄|缺人/,
  /资金|经费|预算|拨付|万元|专项债|补助|补贴|财政|配套|融资|贷款|投入|缺口|工资|待遇|拖欠|化债|债务|收费|费用|垫/,
  /用地|土地|指标|场地|选址|征地|占地|拆迁|征迁|林地|耕地/,
  /道路|路面|公路|路窄|交通|通行|坑洼|硬化|会车/,
  /宣传|意识|知晓|认识|观念|教育|理念|引导|参与|积极性|主动性|配合/,
  /培训|业务|能力|素质|水平|技术|专业|不会|不熟|本领|专家|指导/,
  /设备|车辆|设施|仪器|更新|购置|配备|老化|破损|故障|装备|工具|硬件|改造|维修|修复|更换/,
  /管护|维护|养护|保洁|长效|反弹|巡查|值守|看护/,
  /数据|信息|系统|平台|共享|联网|网络|信号|接口/,
  /机制|制度|办法|考核|职责|分工|责任|权限|标准|规范|流程|督查|督导|问责/,
  /审批|手续|备案|证件|办证|权证|确权|产权|程序/,
  /管网|管道|水压|供水|吃水|饮水|水源|泵|漏损/,
  /污水|垃圾|清运|排污|环境|臭|焚烧|秸秆|粪/,
  /报表|台账|填报|材料|留痕|口径|表格|重复报|督查|检查/,
  /项目|开工|进度|工期|施工|滞后|竣工|建设/,
  /产业|企业|招商|订单|市场|销售|销路|品牌|龙头|加工|种植|养殖/,
  /执法|处罚|查处|整治|监管|打击/,
  /学校|学生|教师|师资|学位|校舍|家长/,
  /医院|医生|医疗|药|患者|看病|诊|卫生/,
  /矛盾|纠纷|信访|上访|调解|化解/,
]
const ALREADY = /(?:已|均|全部|正在|正)[^，。；]{0,12}(?:整改|解决|修复|完成|办结|销号|修缮|更换|处理|整治|化解)/
/** 对上述问题逐一整改到位: said of all of them, and no list follows. */
const ALL_OF_THEM =
  /(?:上述|以上|这些|存在的|发现的|前述|所列|各类|列出的)[^，。；]{0,10}(?:问题|困难|不足|短板)[^：]{0,60}(?:逐[一项条个]|全部|一并|逐步|立行立改|整改到位|解决到位|销号|加以解决|加以改进|认真(?:研究|整改|解决|加以)|切实(?:加以|整改|解决))/

const pairsIn = (text: string): string[] => {
  const pairs: string[] = []
  for (const piece of text.replace(EMPTY_WORDS, '|').split('|'))
    for (let i = 0; i + 1 < piece.length; i++) pairs.push(piece.slice(i, i + 2))
  return pairs
}
const topicsIn = (text: string): string[] => KINSHIP.flatMap((kin, i) => (kin.test(text) ? [`#${i}`] : []))

/** A problem counts as answered by a suggestion of its own point, of its own row, with its own number, or about the same thing. */
function unansweredOf(
  problems: readonly ReportItem[],
  mentions: readonly ReportItem[],
  suggestions: readonly ReportItem[],
  inRow: ReadonlySet<number>,
  chapters: readonly number[],
): ReportItem[] {
  if (suggestions.length === 0) return []
  if (suggestions.some(({ text }) => ALL_OF_THEM.test(text))) return []
  const keysOf = ({ text }: ReportItem) => new Set([...pairsIn(text), ...topicsIn(text)])
  const offered = new Set<string>()
  const byNumber = new Map<number, ReportItem[]>()
  // A list of problems may itself read as next steps; what lies inside a problem answers that one only.
  const free = suggestions.filter(({ start }) => !isWithin(problems, start))
  for (const suggestion of free) {
    for (const key of keysOf(suggestion)) offered.add(key)
    if (suggestion.ordinal) byNumber.set(suggestion.ordinal, [...(byNumber.get(suggestion.ordinal) ?? []), suggestion])
  }
  const chapterOf = ({ start }: Span) =>
    chapters.length === 0 || start < chapters[0]! ? -1 : lastAtMost(chapters.length, (i) => chapters[i]!, start)
  const wanted = new Map<number, number>()
  for (const problem of problems) wanted.set(chapterOf(problem), (wanted.get(chapterOf(problem)) ?? 0) + 1)
  const given = new Map<number, number>()
  for (const suggestion of free) given.set(chapterOf(suggestion), (given.get(chapterOf(suggestion)) ?? 0) + 1)
  if (problems.length === 0) {
    // Nothing is listed: each chapter tells of its own. That they belong together shows where one has both.
    const telling = mentions.filter((mention) => chapterOf(mention) >= 0)
    const paired = telling.some((mention) => given.has(chapterOf(mention)))
    const apart = Math.max(...given.keys()) > Math.max(...telling.map(chapterOf))
    if (!paired || apart) return []
    const told = new Set<number>()
    return telling.filter((mention) => {
      const chapter = chapterOf(mention)
      if (given.has(chapter) || told.has(chapter) || ALREADY.test(mention.text) || !isAnchored(mention.text)) return false
      for (const key of keysOf(mention)) if (offered.has(key)) return false
      told.add(chapter)
      return true
    })
  }
  const asked = problems.map(keysOf)
  const owners = new Map<string, number>()
  asked.forEach((keys, i) => {
    for (const key of keys) owners.set(key, owners.has(key) ? -1 : i)
  })
  const numbered = (problem: ReportItem, i: number) =>
    problem.ordinal !== undefined &&
    (byNumber.get(problem.ordinal) ?? []).slice(0, 20).some((suggestion) => {
      const keys = [...keysOf(suggestion)]
      const elsewhere = keys.some((key) => (owners.get(key) ?? i) !== i && owners.get(key) !== -1)
      return !elsewhere
    })
  return problems.filter((problem, i) => {
    if (inRow.has(problem.start) || ALREADY.test(problem.text)) return false
    if (problem.text.split(/(?<=[。；])/).some((sentence) => suggests(sentence))) return false
    const chapter = chapterOf(problem)
    if (chapter >= 0 && (given.get(chapter) ?? 0) >= wanted.get(chapter)!) return false
    for (const key of asked[i]!) if (offered.has(key)) return false
    return !numbered(problem, i)
  })
}

// -------------------------------------------------------------------------------------- real, or merely said

const SOFT =
  /(?:还|仍|尚|较|比较|相对)?(?:不够|不强|不高|不实|不深|不透|不细|不严|不力|不大|不浓|不多|不足|不(?:到位|深入|扎实|充分|全面|平衡|均衡|完善|健全|规范|明显|突出|牢固|紧密|主动|及时|系统|精准|理想|丰富|广泛|细致|经常))|(?:有待|尚待|仍需|还需|需要?|亟待|亟需)(?:进一步|于|继续|不断|持续)?(?:加强|提高|提升|完善|改进|加大|增强|强化|优化|健全|拓展|深化|规范|加快|巩固|夯实|改善)|(?:一定|不小|较大|明显|很大|些许)的?(?:差距|不足|短板)|还?有差距|存在差距|重视程度|薄弱环节|(?:比较|较为?|相对|仍然?|还)(?:薄弱|滞后|欠缺|缓慢|单一|松懈|淡薄)|意识(?:不强|淡薄)|存在[^，。；]{0,10}(?:现象|不足|差距|薄弱环节)|能力(?:不足|欠缺)|创新不(?:够|足)/
/** What can be checked or gone to: a figure with its unit, a day, a case, a place of a name, a comparison with a figure, a clause. */
const ANCHORS =
  /\d[\d.,]*\s?(?:%|％|‰|个百分点|[万亿千百]?[元亩户人吨米]|公里|千米|平方米|立方米|公顷|家|名|户|条|项|件|处|台|套|座|次|起|天|小时|分钟|个月|份|辆|间|张|所|栋|村|周|倍|分|岁|米|批|场|期|宗|个|年(?!来|度|以来|工作)[^，。；]{0,6}(?:没|未|才|仍|还|了))|\d{1,2}月\d{1,2}[日号]|\d{1,2}月(?:底|初|份|上旬|中旬|下旬)|百分之[一二三四五六七八九十]|[一二两三四五六七八九十百几]+(?:多|余)?(?:个(?![方层]面|问题|环节|维度|层次|角度)(?:村|乡镇|社区|组|点|单位|部门|项目|学校|站|月|小区|窗口|企业|摊|泵|系统|工作日)?(?=[一-龥，。])|户|台|处|条(?!战线)|座|名|公里|亩|吨|辆|所|家|成(?!效|绩|果|立|为|本)|倍|分之|天|里|毛|块|万|趟|遍|拨|间)|[一二两三四五六七八九十]年(?:没|未|才|来没|多|还)|(?:例如|比如|譬如|以[^，。]{2,16}为例|(?:^|[，。；（(])如[^果何今期有同此下上，]{2})|《[^》]{2,40}》第|第[一二三四五六七八九十百\d]+条/
const NAMED_PLACE =
  /(?<![一-龥])[一-龥]{2,4}(?:村|镇|乡|街道|社区|小区|路|桥|河|水库|小学|中学|医院|泵站|园区)|(?:在|到|对|由|的|是|如|像|和|与|、|，|；|：|。|^|以|片|边|部|东|西|南|北)([一-龥]{2,4}(?:村|镇|乡|街道|社区|小区|路|桥|河|水库|小学|中学|医院|泵站|园区))/g
/** No name of a place: 部分村, 各乡镇, 我镇, 农村, 道路. */
const NO_NAME =
  /部分|个别|有的|有些|一些|少数|多数|各|我[县市区镇乡]|全[县市区镇乡]|本[县市区镇乡]|该|每|所有|先进|兄弟|周边|其他|其它|相关|有关|农村|乡村|山村|道路|公路|思路|线路|网络|出路|销路|走路|老路|新路|铁路|套路|门路|城[乡镇]|建制|行政村|自然村|驻村|到村|进村|包村|联村|乡镇|村镇|城市|试点|重点|示范|美丽|和美|贫困|脱贫|集体|偏远|边远|基层|中心|乡镇卫生|公立|学校|老旧|新型|智慧|工业|产业|不少|许多|很多|几个|多个|大多|镇村|的/

/** Does it say something that can be checked: how many, where, when, which? */
export function isAnchored(text: string): boolean {
  const plain = text.replace(/^(?:第?[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))/, '').replace(/“[^”]{1,14}”/g, '')
  if (ANCHORS.test(plain)) return true
  for (const m of plain.matchAll(NAMED_PLACE)) if (!NO_NAME.test(m[1] ?? m[0])) return true
  return false
}

/** What names a thing amiss, however soft the words around it: 管网老化, 车进不去, 无人管护. */
const THING =
  /破损|老化|故障|抛锚|停[机水电工产课]|塌|裂|漏|堵|淤|缺[口编员岗人水电]|短缺|紧缺|拖欠|欠[费薪缴]|垫付|超载|积压|亏损|流失|倒闭|闲置|荒废|荒芜|进不[去来]|出不[去来]|上不去|没有?(?:水|电|路|人|钱|专人|场地|经费)|无人|空心|空缺|年龄|老龄|身兼|兼职|借调|投诉|上访|信访|举报|事故|火灾|违建|偷排|占道|乱[停搭堆扔倒]|垃圾|污水|积水|扬尘|臭|重复(?:填报|录入|检查)|填报|报表|台账|互不相通|不联网|不共享|数据壁垒|审批|手续|证照|产权|用地|指标|征[地迁拆]|资金|经费|编制|工资|补贴|债务|融资|贷款|价格|成本|订单|用工|虚报|瞒报|漏报|迟报|弄虚作假|走过场|吃拿卡要|推诿|扯皮|通报|约谈|倒数|末位|滞后于|逾期|超期|合同|诉讼|灌溉|排涝|断档|招不|留不住|照片|打卡|截图|截屏/

/** Says no more than that something could be better: 还不够, 有待加强, 一定差距; no figure, no place, no thing. */
export const isSoft = (text: string): boolean => SOFT.test(text) && !THING.test(text) && !isAnchored(text)
