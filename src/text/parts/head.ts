/** What stands above the body: masthead, 发文字号, title, who speaks and when, 主送机关. */
import type { Part, PartKind } from '../../core.ts'
import { addressees, isTranslated } from './addressees.ts'
import { isHandout, isIssue, isIssuedBy, isWebPage, isYearNumber, namesTitle, seriesHead } from './around.ts'
import {
  BARE_ADDRESSEE,
  BARE_DEPUTY,
  isByline,
  isDate,
  isTitleLine,
  LEADS_ON,
  type Line,
  MASTHEAD,
  NUMBER,
  NUMBERED,
  ORDER_NUMBER,
  partOf,
  SALUTATION,
  TITLE_END,
} from './lines.ts'
import { FORM, headsPaper, tableEnd, titleCells } from './table-heads.ts'

/** How many paragraphs may precede the body. */
export const HEAD = 24

/** Everything above the body; returns the index of the body's first line. */
export function head(lines: readonly Line[], from: number, parts: Part[]): number {
  let i = from
  let title = false
  let previous: PartKind | undefined
  /** Cells are not counted: forms have many; nor is what a web page puts around a paper. */
  let cells = 0
  /** What stands around the title goes on with no title that is whole. */
  const around = () => {
    take('masthead')
    if (title && isComplete(lines, parts)) previous = 'byline'
    cells++
  }
  const take = (kind: PartKind) => {
    parts.push(partOf(kind, lines[i]!))
    previous = kind
  }
  for (; i < lines.length && i < from + HEAD + cells; i++) {
    const { text, block, flat } = lines[i]!
    const series: number = i < from + HEAD && block.kind !== 'cell' && !title ? seriesHead(lines, i) : 0
    if (series > 0) {
      i = takeSeries(lines, i, series, parts)
      previous = 'masthead'
      title = parts.at(-series)!.kind === 'title'
      if (title) previous = 'byline'
      continue
    }
    if (block.kind === 'cell') {
      const below = tableEnd(lines, i)
      if ((title && isComplete(lines, parts)) || !headsPaper(lines, i, below)) break
      // What passed for the title above it, as 县水利局 does, is part of the head.
      if (title) toMasthead(parts)
      const own = titleCells(lines, i, below)
      const form = lines.slice(i, below).some((line) => FORM.test(line.flat))
      title = false
      cells += below - i
      for (; i < below; i++) {
        const inTitle: boolean = i >= own
        take(!form && NUMBER.test(lines[i]!.flat) ? 'number' : inTitle ? 'title' : 'masthead')
        title ||= inTitle
      }
      i--
      continue
    }
    const named = addressees(lines, i, title ? titleOf(lines, parts) : '', title)
    if (block.kind === 'heading' && block.level === 1 && !title && flat.length <= 120) {
      take('title')
      title = true
    } else if (title && isBoxed(lines[i]!)) {
      // A box is anchored anywhere; the title goes on around it.
      if (!inMasthead(lines[i]!)) break
      parts.push(partOf(NUMBER.test(flat) ? 'number' : 'masthead', lines[i]!))
    } else if (
      isWebPage(flat, text) ||
      (!title &&
        namesTitle(
          flat,
          lines.slice(i + 1, i + 16).map((line) => line.flat),
        )) ||
      (title && previous === 'title' && headsSeries(lines, i, parts))
    )
      around()
    else if (!title && isHandout(flat) && lines[i + 1] && entitles(lines[i + 1]!)) take('masthead')
    else if (!title && LABEL.test(flat) && lines[i + 1] && isTitleLine(lines[i + 1]!.flat, lines[i + 1]!.text))
      take('masthead')
    else if (NUMBER.test(flat) || ORDER_NUMBER.test(flat)) take('number')
    else if (named > 0 || (title && forgotColon(lines, i, previous, parts))) {
      const first = lines[i]!.block.start
      i += Math.max(named, 1) - 1
      parts.push({ kind: 'addressee', start: first, end: lines[i]!.block.end })
      i++
      break
    } else if (SALUTATION.test(text)) {
      take('salutation')
      i++
      break
    } else if (title && (isDate(flat) || isTranslated(text) || tells(lines, i, previous, titleOf(lines, parts))))
      take('byline')
    // Above the title anything of the masthead may stand; below it only what a web page adds.
    else if (MASTHEAD.test(text) && !(title && /(?:征求意见稿|文件)/.test(text))) take('masthead')
    else if (
      (title || (/[长记任席]/.test(text) && SALUTATION.test(lines[i + 1]?.text ?? ''))) &&
      isByline(text) &&
      lines.length > i + 1
    )
      take('byline')
    else if (
      isTitleLine(flat, text) &&
      (previous === undefined ||
        previous === 'masthead' ||
        previous === 'number' ||
        (previous === 'title' && !endsTitle(parts, lines, i)))
    ) {
      // After its 发文字号 a document that already has a title goes on with its addressee.
      if (previous === 'number' && title) {
        if (isComplete(lines, parts)) break
        // 县人民政府办公室 above the number is the head of its paper; the title begins here.
        toMasthead(parts)
      }
      take('title')
      title = true
    } else break
  }
  for (; i < lines.length && isBoxed(lines[i]!) && inMasthead(lines[i]!); i++) take('masthead')
  return i
}

/** May the title begin here, or another line above it stand? */
const entitles = ({ flat, text }: Line): boolean =>
  isTitleLine(flat, text) || isHandout(flat) || isWebPage(flat, text) || NUMBER.test(flat) || MASTHEAD.test(text)

/** Below the title of 纪要 its number, who issues it. */
const headsSeries = (lines: readonly Line[], i: number, parts: readonly Part[]): boolean =>
  (isIssue(lines[i]!.flat) || isYearNumber(lines[i]!.flat) || isIssuedBy(lines[i]!.text)) &&
  endsTitle(parts, lines, i, true) &&
  /(?:纪要|简报)$/.test(lines[i - 1]!.flat)

/**
 * The head of an issue: its name is the title only where what it tells has none of its own. Returns the index of its last line.
 */
function takeSeries(lines: readonly Line[], i: number, length: number, parts: Part[]): number {
  const below = lines[i + length]
  const ownTitle =
    below !== undefined &&
    below.block.kind !== 'cell' &&
    isTitleLine(below.flat, below.text) &&
    !isDate(below.flat) &&
    (!lines[i]!.flat.endsWith('纪要') || /纪要$/.test(below.flat))
  for (let k = i; k < i + length; k++)
    parts.push(partOf(k === i && !ownTitle ? 'title' : isYearNumber(lines[k]!.flat) ? 'number' : 'masthead', lines[k]!))
  return i + length - 1
}

/** 附件1, above the title of a draft that will be one. */
const LABEL = /^附(?:件|表|录)[\d一二三四五六七八九十]{0,3}[:：]?$/
const isBoxed = ({ block }: Line): boolean => block.label.startsWith('文本框')
const inMasthead = ({ flat, text }: Line): boolean => NUMBER.test(flat) || MASTHEAD.test(text)

function toMasthead(parts: Part[]): void {
  for (const [k, part] of parts.entries()) if (part.kind === 'title') parts[k] = { ...part, kind: 'masthead' }
}

/**
 * Below a complete title or its 发文字号, and above a paragraph of prose: what stands there names those it is sent to. Below the title of
 * a report or of any material it may be who wrote it.
 */
function forgotColon(
  lines: readonly Line[],
  i: number,
  previous: PartKind | undefined,
  parts: readonly Part[],
): boolean {
  const next = lines[i + 1]?.text ?? ''
  const line = lines[i]!.flat
  const deputy = BARE_DEPUTY.test(line)
  if (
    !(deputy || BARE_ADDRESSEE.test(line)) ||
    !(previous === 'number' || (previous === 'title' && endsTitle(parts, lines, i))) ||
    (next.length < 12 && !LEADS_ON.test(next)) ||
    !/[，。：:]/.test(next) ||
    NUMBERED.test(next)
  )
    return false
  if (line.startsWith('各')) return true
  const title = titleOf(lines, parts)
  // 王某某代表 below any other title is who speaks.
  if (deputy) return /(?:答复(?:意见)?|复函|答复的函)$/.test(title)
  return (
    !title.includes(line) &&
    (/(?:请示|函|批复|通知)$/.test(title) || (/报告$/.test(title) && /^[县市省区州][^局]*(?:委|政府)/.test(line)))
  )
}

/** Below the title of what somebody says or reports: who, where, when. */
const tells = (lines: readonly Line[], i: number, previous: PartKind | undefined, title: string): boolean => {
  const { text, flat, block } = lines[i]!
  if (block.kind === 'cell' || flat.length > 60 || !(previous === 'title' || previous === 'byline')) return false
  if (SPOKEN.test(title) && (FIELD.test(flat) || SPEAKER.test(flat))) return true
  const below = lines[i + 1]
  if (!TOLD.test(title) || !below) return false
  return AUTHOR.test(text) || (AUTHORS.test(flat) && !title.includes(flat) && tellsOn(below))
}
/** What stands below the name of an office that tells: a date, a greeting, prose; not a row of names. */
const tellsOn = ({ text, flat }: Line): boolean =>
  isDate(flat) || isByline(text) || SALUTATION.test(text) || (flat.length > 30 && /[，。]/.test(flat))
const SPOKEN =
  /(?:讲话|讲稿|发言|致辞|致词|演讲|主持词|述职|述廉|述法|述学|党课|个人.{0,8}总结)(?:稿|提纲|报告|材料|述廉报告)?(?:[（(].{1,20}[)）])?$/
const TOLD =
  /(?:讲话|讲稿|发言|致辞|致词|演讲|述[职廉法学]报告|述职|总结|汇报|材料|经验|做法|打算|体会|报告)(?:稿|提纲|材料)?(?:[（(].{1,20}[)）])?$/
const FIELD =
  /^(?:(?:述职(?:述廉)?|报告|汇报|讲话|发言|主讲|演讲|主持|致辞|撰稿|起草)人?|姓名|单位|部门|职务|岗位|时间|日期|地点|会议时间|会议地点)[:：][^。；]{1,40}$/
/** ——周某在全县食堂管理会议上 */
const SPEAKER = /^[—–]{1,2}[^。；：]{4,50}(?:上|会议|大会)$/
const OFFICES =
  '[局委办厅部院校会府室组司处队所站社区镇乡村园场]|街道|办事处|中心|公司|集团|学校|小学|中学|医院|大学|支部'
/** 县教育局　周某: parted by a blank. */
const AUTHOR = new RegExp(`^[一-龥（）]{2,24}(?:${OFFICES})[ \\t\\u3000]+[一-龥]{1,2}[ \\u3000]{0,2}[一-龥]{1,2}$`)
const AUTHORS = new RegExp(`^[一-龥（）]{3,28}(?:${OFFICES})$`)

/** The title as collected so far, run together. */
const titleOf = (lines: readonly Line[], parts: readonly Part[]): string =>
  parts
    .filter(({ kind }) => kind === 'title')
    .map(({ start }) => lines.find(({ block }) => block.start === start)?.flat ?? '')
    .join('')

/** Is the title, as collected so far, complete? Its last line says so by its 文种. */
function endsTitle(parts: readonly Part[], lines: readonly Line[], before: number, bracketed = false): boolean {
  const last = lines[before - 1]!
  const ends = TITLE_END.test(last.flat) || SUBTITLE_END.test(last.flat)
  return parts.at(-1)?.start === last.block.start && ends && (bracketed || !/^[（(]/.test(lines[before]!.flat))
}
/** ——某镇基层治理经验材料: who tells it stands below. */
const SUBTITLE_END = /^[—–-]{1,2}[^，。；：]{4,40}(?:材料|经验|做法|纪实|侧记|事迹|案例)$/

/** Does one of the lines above that pass for a title say what kind of document it is? */
const isComplete = (lines: readonly Line[], parts: readonly Part[]): boolean =>
  parts.some(
    ({ kind, start }) =>
      kind === 'title' && TITLE_END.test(lines.find(({ block }) => block.start === start)?.flat ?? ''),
  )
