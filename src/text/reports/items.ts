/** The problems and suggestions that a report lists, each as one item, and which problem is answered by which suggestion. */
import type { Doc, Span } from '../../core.ts'
import { perObject } from '../../per-object.ts'
import { fullWidth, joined } from '../clauses.ts'
import { covers } from '../quoted.ts'
import { unansweredOf } from './answers.ts'
import {
  asks,
  CLOSING,
  cutOut,
  isSolved,
  type Line,
  leadRole,
  linesOf,
  ordinalOf,
  type ReportItem,
  type Role,
  roleOf,
} from './lines.ts'
import { namesProblem, suggests } from './reports.ts'

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

interface Section {
  readonly role: Role
  readonly lines: Line[]
  /** What stands behind the heading in its own line. */
  readonly runIn?: Line
  readonly asked: boolean
  /** What it lists is mended: 存在问题及整改情况. */
  readonly solved: boolean
  /** Its points carry their own “建议：……” below them. */
  answered: boolean
}

/** Reads the lists of a report. Work grows with the length of the text. */
export const reportItems = perObject((doc: Doc): ReportItems => {
  const problems: ReportItem[] = []
  const suggestions: ReportItem[] = []
  const lines = linesOf(doc)
  const told = toldBelow(lines)
  const { sections, heads } = sectionsOf(lines)
  for (const section of sections) {
    for (const { role, ...item } of itemsOf(section)) {
      if (role === 'suggestion') suggestions.push(section.asked ? { ...item, asked: true } : item)
      // 问题和对策 below a list of problems may hold the answers alone: （一）针对人手不足，….
      else if (section.role === 'mixed' && problems.length > 0 && ANSWERS.test(item.text) && suggests(item.text))
        suggestions.push(item)
      else if (role === 'problem' && !NONE.test(item.text)) problems.push(item)
    }
  }
  const table = tableItems(doc)
  for (const item of table.problems) problems.push(item)
  for (const item of table.suggestions) suggestions.push(item)
  problems.sort(inOrder)
  suggestions.sort(inOrder)
  // What stands in no list.
  const mentions: ReportItem[] = []
  const listed = [...suggestions]
  let settled = false
  let part = 0
  for (const sentence of doc.facts.sentences) {
    while (part < doc.facts.body.length && doc.facts.body[part]!.end <= sentence.start) part++
    if ((doc.facts.body[part]?.start ?? Number.POSITIVE_INFINITY) > sentence.start) continue
    if (covers(listed, sentence.start) || covers(heads, sentence.start) || isCell(doc, sentence.block)) continue
    const item = itemAt(doc.text, sentence)
    settled ||= SETTLED.test(item.text)
    if (/[:：]$/.test(item.text)) continue
    if (suggests(item.text) && !covers(told, sentence.start)) suggestions.push(item)
    // “虽有成绩，但还有差距：一是…；” ends in the first problem of its list.
    else if (!covers(problems, sentence.start) && !covers(problems, sentence.end - 1) && namesProblem(item.text))
      mentions.push(item)
  }
  suggestions.sort(inOrder)
  const chapters = chaptersOf(lines)
  return {
    problems,
    mentions,
    suggestions,
    unanswered: settled ? [] : unansweredOf(problems, mentions, suggestions, table, chapters),
  }
})

/** （一）针对村医数量不足，…; 为解决设备老化问题，…; 就管网漏损，…. */
const ANSWERS =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．是]{1,2})?\s*(?:(?:针对|围绕|聚焦|着眼|就|对于?)[^，。；]{2,24}[，。：]|为(?:了|有效|切实|尽快|着力)?(?:解决|破解|缓解|化解|改变|扭转|补[上齐]|弥补|应对))/
/** 以上问题已全部整改到位。 */
const SETTLED =
  /(?:以上|上述|这些|所列|发现的|反馈的|指出的)(?:各类|[\d一二三四五六七八九十]{1,3}[个项])?(?:问题|困难|不足|隐患)[^，。；]{0,10}(?:已|均|全部|都)[^，。；]{0,10}(?:整改|解决|办结|销号|化解|整治|修复|到位|完成)/
const isCell = ({ blocks }: Doc, block: number) => blocks[block]!.kind === 'cell'
/** Where the highest numbered headings stand, if there are two or more: the paragraphs between two of them belong together. */
function chaptersOf(lines: readonly Line[]): number[] {
  const top = lines.reduce((least, { level }) => Math.min(least, level), Number.POSITIVE_INFINITY)
  const starts = lines
    .filter(({ level, head }) => level === top && head && Number.isFinite(level))
    .map(({ start }) => start)
  return starts.length > 1 ? starts : []
}

/** Headings below which nothing is announced: 全力打造亮点 over what was done is no next step. */
const toldBelow = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line, i) => {
    const { level, head, runIn, text } = line
    if (!Number.isFinite(level) || !head || runIn < text.length || /[。；！]$/.test(text) || !suggests(text))
      return false
    let next = i + 1
    while (next < lines.length && lines[next]!.level > level) if (suggests(lines[next++]!.text)) return false
    return next > i + 1
  })

const inOrder = (a: Span, b: Span) => a.start - b.start
const itemAt = (text: string, { start, end }: Span): ReportItem => ({
  start,
  end,
  text: fullWidth(joined(text.slice(start, end))),
})

// ------------------------------------------------------------------------------------------------- sections

/** Every heading with a role opens a section; a heading without one opens a section of its own unless it stands inside one with a role. */
function sectionsOf(lines: readonly Line[]): { sections: Section[]; heads: Span[] } {
  const heads: Span[] = []
  const sections: Section[] = []
  const stack: { level: number; section: Section }[] = []
  const root: Section = { role: 'other', lines: [], asked: false, solved: false, answered: false }
  sections.push(root)
  for (const [i, line] of lines.entries()) {
    if (CLOSING.test(line.text)) continue
    while (stack.length > 0 && stack.at(-1)!.level >= line.level) stack.pop()
    const parent = stack.at(-1)?.section ?? root
    let role = roleOf(line.head)
    if (role === 'other' && isLeadIn(line) && line.text.length <= 80) role = leadRole(line.text) ?? 'other'
    // A point of a list keeps the role of its list: “一是缺少建议渠道”.
    if (role !== 'other' && parent.role === role && parent.role !== 'mixed' && Number.isFinite(line.level))
      role = 'other'
    if (parent.solved && role === 'problem') role = 'other'
    // 三、建议 （一）人手不足的问题。由…: what it is about.
    if (role === 'problem' && parent.role === 'suggestion' && namesMatter(line)) role = 'other'
    const follows = (lines[i + 1]?.ordinal ?? 0) > 1
    if (role === 'suggestion' && answersPoint(line, parent) && (parent.answered || follows)) {
      parent.answered = true
      role = 'other'
    }
    const opens = role !== 'other'
    // 五、存在的主要问题及改进情况 names no problem itself.
    if (opens || (isSolved(line.head) && !line.head.includes('，'))) {
      const missing = line.gaps.reduce((sum, [at, all]) => (at < line.runIn ? all : sum), 0)
      heads.push({
        start: line.start,
        end: line.runIn < line.text.length ? line.start + line.runIn + missing : line.end,
      })
    }
    if (opens || (!parent.answered && parent.role === 'other' && Number.isFinite(line.level) && line.head)) {
      const section: Section = {
        role,
        lines: [],
        asked: asks(line.head || line.text),
        solved: parent.solved || isSolved(line.head),
        answered: false,
        ...(line.runIn < line.text.length && { runIn: line }),
      }
      sections.push(section)
      stack.push({ level: Number.isFinite(line.level) ? line.level : 14.5, section })
    } else parent.lines.push(line)
  }
  return { sections, heads }
}

const namesMatter = ({ head, ordinal, runIn, text }: Line) =>
  ordinal !== undefined && runIn < text.length && !/^(?:目前|当前)?(?:还|仍)?(?:存在|面临|主要|突出|有)/.test(head)

/** 但还存在以下困难： in a line of its own; its level may be that of the list which it leads to. */
const isLeadIn = ({ text, level, ordinal }: Line) => /[:：]$/.test(text) && (level > 14 || ordinal === undefined)

/** “建议：……” in a line of its own below a point of a list of problems. */
const answersPoint = (line: Line, parent: Section) =>
  line.ordinal === undefined &&
  line.runIn < line.text.length &&
  (parent.role === 'problem' || parent.role === 'mixed') &&
  parent.lines.some(({ ordinal }) => ordinal !== undefined)

// --------------------------------------------------------------------------------------------------- items

const INLINE =
  /(?:^|[。；：，、\s（(:;,])(?:([一二三四五六七八九十])(?:是|要(?!求))|第([一二三四五六七八九十])[，、,]|([①-⑳])|[（(]([\d一二三四五六七八九十]{1,2})[)）]|(\d{1,2})[.．、](?!\d))/g
/** Sentences that end a list of problems: what is to be done about all of them. */
const TURN =
  /[。；](?=(?:针对|对此|为此|综上|下一?步|对于?(?:以上|上述|这些)|以上问题|上述问题|为解决|今后|接下来|我们将|我[县市区镇乡局委办校]将))/
/** 另外，…维修需要38万元: a paragraph of its own below the last suggestion makes that one no more concrete. */
const BESIDES = /^(?:另外?|此外|除此之外|还有一事)[，,：]/
/** 需要说明的是，…: about the problems, but none. */
const ASIDE = /^(?:需要?|应当?|还[需要]|特别)[^，。]{0,4}(?:说明|补充)[^，。]{0,4}的?是/
/** 建议各部门…, 恳请县政府…: a paragraph of its own below the problems is none of them. */
const PLEADS =
  /^(?:[特现故]|在此)?，?(?:我[一-龥]{1,3})?(?:建议(?![的，。、和与]|[^，。；]{0,10}(?:不多|不足|较少|难))|恳请|敬请|提请|请求(?=上级|[省市县区]))/
/** How a clause behind a semicolon goes on with what stands before it. */
const GOES_ON = /^(?:但|而|同时|导致|造成|影响|致使|使得?|其中|这|因此|所以|原因|另一方面|二则|又)/
/** A problem is told in so many characters at least. UTF-16 units. */
const TOLD_LEAST = 10
/** 存在问题：路面破损。 inside a paragraph. */
const LABEL =
  /(?<=[。；])\s*(?:目前|当前|但)?(?:[仍还]?存在|面临)?的?(?:主要|突出)?的?(?:问题|困难|不足|难点|短板)(?:是|有|在于)?[:：]/g
const NONE = /^(?:无|没有|暂无|—+|-+|\/|（无）|不存在.{0,8})[。.]?$/

type Found = ReportItem & { readonly role: Role }

function* itemsOf({ role, lines, runIn }: Section): Generator<Found> {
  const marked = lines.filter((line) => Number.isFinite(line.level))
  if (role === 'other') {
    for (const line of [...(runIn ? [runIn] : []), ...lines]) {
      const listed = inline(line, role)
      yield* listed.length > 0 ? listed : labelled(line)
    }
    return
  }
  // A lead-in heads the list below its heading, and is no point of it.
  const points = marked.filter((line) => !isLeadIn(line) || line.ordinal !== undefined)
  const top = (points.length > 0 ? points : marked).reduce(
    (least, line) => Math.min(least, line.level),
    Number.POSITIVE_INFINITY,
  )
  if (runIn) {
    const listed = inline(runIn, role)
    if (listed.length > 0) yield* listed
    else if (marked.length === 0) yield* whole(runIn, role)
  }
  if (marked.length === 0) {
    for (const line of lines) {
      const listed = inline(line, role)
      yield* listed.length > 0 ? listed : whole(line, role)
    }
    return
  }
  const first = lines.findIndex((line) => line.level === top)
  for (const line of lines.slice(0, first)) yield* inline(line, role)
  for (let i = first; i < lines.length; ) {
    let next = i + 1
    while (next < lines.length && lines[next]!.level > top) next++
    const group = lines.slice(i, next)
    const own = group[0]!
    // “针对以上问题，下一步…” below the last point is no part of it.
    const turned = group.findIndex(
      (line, k) =>
        k > 0 &&
        (!Number.isFinite(line.level) || (line.ordinal === undefined && line.level > 14)) &&
        (TURN.test(`。${line.text}`) || (role === 'suggestion' && BESIDES.test(line.text))),
    )
    const mine = turned > 0 ? group.slice(0, turned) : group
    i = next
    // 一是…；二是…；三是… in one paragraph.
    const listed = inline(own, role)
    if (listed.length > 1 && (listed[0]!.start === own.start || (own.ordinal === undefined && mine.length === 1))) {
      yield* listed
      continue
    }
    yield {
      start: own.start,
      end: mine.at(-1)!.end,
      text: mine.map(({ text }) => text).join(''),
      ...(own.ordinal && { ordinal: own.ordinal }),
      role: role === 'mixed' ? 'problem' : role,
    }
  }
}

/** A paragraph of a section that lists nothing is one item, without the heading at its start; a lead-in (…如下：) is none. */
function whole(line: Line, role: Role): Found[] {
  const from = line.head && line.runIn < line.text.length && Number.isFinite(line.level) ? line.runIn : 0
  if (role === 'problem' && ASIDE.test(line.text) && !namesProblem(line.text)) return []
  if (role === 'problem' && (TURN.test(`。${line.text.slice(0, 20)}`) || PLEADS.test(line.text)))
    return [{ ...cutOut(line, 0, line.text.length), role: 'suggestion' }]
  const cut = TURN.exec(line.text.slice(from))
  const to = cut && role === 'problem' ? from + cut.index + 1 : line.text.length
  // A line that breaks off is a piece of a paragraph cut at a fixed width.
  if (/[:：]$/.test(line.text) || to - from < 6 || (to - from > 20 && !/[。；！？.;!?…”）)]$/.test(line.text)))
    return []
  const item = cutOut(line, from, to)
  if (role === 'mixed') return namesProblem(item.text) ? [{ ...item, role: 'problem' }] : []
  return role === 'problem' ? severalIn(line, from, to) : [{ ...item, role }]
}

/** 用地紧张，缺口40亩；管网老化，…；厂房不足，…。 in one sentence: each is a problem of its own. */
function severalIn(line: Line, from: number, to: number): Found[] {
  const all = { ...cutOut(line, from, to), role: 'problem' as const }
  const pieces = all.text.split('；')
  const sentences = all.text.split('。').length - 1
  if (
    pieces.length < 2 ||
    sentences > 1 ||
    pieces.some((piece) => piece.length < TOLD_LEAST || GOES_ON.test(piece)) ||
    pieces.filter(namesProblem).length < Math.max(2, pieces.length - 1)
  )
    return [all]
  let at = from
  return pieces.map((piece, i) => {
    const end = at + piece.length + (i < pieces.length - 1 ? 1 : 0)
    const found = { ...cutOut(line, at, end), inRow: true, role: 'problem' as const }
    at = end
    return found
  })
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
    const at =
      /[一二三四五六七八九十第①-⑳（(\d]/.test(m[0][0]!) && m.index === 0
        ? 0
        : m.index + (/^[。；：，、\s:;,]/.test(m[0]) ? 1 : 0)
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
          else if (marks[end + 1]) stop = start + Math.max(1, line.text.slice(start, after - 1).lastIndexOf('。') + 1)
          from = stop
        }
        found.push({
          ...cutOut(line, start, stop),
          ordinal: marks[k]!.ordinal,
          ...(asks(lead.slice(-70)) && { asked: true }),
          role: own === 'mixed' ? 'problem' : own,
        })
      }
    }
    i = end + 1
  }
  return found
}

// -------------------------------------------------------------------------------------------------- tables

const PROBLEM_COLUMN = /问题|困难|不足|短板|隐患|难点|堵点|难处|症结|毛病|卡在|卡点/
const DETAIL_COLUMN = /具体|情况|表现|现状|描述|内容|事实|实例|数量|规模|地点|位置|涉及|所在|影响|原因|单位名称/
const ANSWER_COLUMN =
  /建议|措施|对策|打算|办法|解决|整改|请求|需[^，。]{0,8}(?:支持|协调)|下一?步|计划|怎么[办改]|谁来[办做]/

/** Rows that name a problem, with what stands in the column of answers. Without such a column a table says nothing of answers. */
function tableItems({ text, rows }: Doc) {
  const problems: ReportItem[] = []
  const suggestions: ReportItem[] = []
  const answered = new Set<number>()
  let table = -1
  let asked = -1
  let answers: number[] = []
  let details: number[] = []
  for (const row of rows) {
    const cells = row.cells.map((cell) => itemAt(text, cell))
    if (row.table !== table) {
      table = row.table
      asked = cells.findIndex((cell) => PROBLEM_COLUMN.test(cell.text) && !/整改|解决/.test(cell.text))
      answers = cells.flatMap((cell, i) => (asked >= 0 && i !== asked && ANSWER_COLUMN.test(cell.text) ? [i] : []))
      details = cells.flatMap((cell, i) =>
        asked >= 0 && i !== asked && !answers.includes(i) && DETAIL_COLUMN.test(cell.text) ? [i] : [],
      )
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
    // What the problem looks like may stand in a cell of its own: 具体情况, 涉及单位.
    const more = details.flatMap((i) => cells[i]?.text.trim() || [])
    problems.push(more.length > 0 ? { ...problem, text: [problem.text, ...more].join('，') } : problem)
    if (given.length > 0) answered.add(problem.start)
  }
  return { problems, suggestions, answered, rows: new Set(problems.map(({ start }) => start)) }
}
