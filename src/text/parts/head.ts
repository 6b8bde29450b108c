/** What stands above the body: masthead, 发文字号, title, who speaks and when, 主送机关. */
import type { Part, PartKind } from '../../core.ts'
import {
  ADDRESSEE,
  BARE_ADDRESSEE,
  BARE_DEPUTY,
  BODIES,
  isByline,
  isDate,
  isTitleLine,
  LEAD_IN,
  LEADS_ON,
  type Line,
  MASTHEAD,
  NUMBER,
  NUMBERED,
  ORDER_NUMBER,
  PERSON,
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
  /** Cells are not counted: forms have many. */
  let cells = 0
  const take = (kind: PartKind) => {
    parts.push(partOf(kind, lines[i]!))
    previous = kind
  }
  for (; i < lines.length && i < from + HEAD + cells; i++) {
    const { text, block, flat } = lines[i]!
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
    if (block.kind === 'heading' && block.level === 1 && !title && flat.length <= 120) {
      take('title')
      title = true
    } else if (title && isBoxed(lines[i]!)) {
      // A box is anchored anywhere; the title goes on around it.
      if (!inMasthead(lines[i]!)) break
      parts.push(partOf(NUMBER.test(flat) ? 'number' : 'masthead', lines[i]!))
    } else if (!title && LABEL.test(flat) && lines[i + 1] && isTitleLine(lines[i + 1]!.flat, lines[i + 1]!.text))
      take('masthead')
    else if (NUMBER.test(flat) || ORDER_NUMBER.test(flat)) take('number')
    else if (SALUTATION.test(text)) {
      take('salutation')
      i++
      break
    } else if (
      (ADDRESSEE.test(text) &&
        (BODIES.test(text) || PERSON.test(text)) &&
        !NUMBERED.test(text) &&
        !LEAD_IN.test(text)) ||
      (title && forgotColon(lines, i, previous, parts))
    ) {
      take('addressee')
      i++
      break
    } else if (title && isDate(flat)) take('byline')
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
  const titles = parts.filter(({ kind }) => kind === 'title')
  const title = titles.map(({ start }) => lines.find(({ block }) => block.start === start)?.flat ?? '').join('')
  // 王某某代表 below any other title is who speaks.
  if (deputy) return /(?:答复(?:意见)?|复函|答复的函)$/.test(title)
  return (
    !title.includes(line) &&
    (/(?:请示|函|批复|通知)$/.test(title) || (/报告$/.test(title) && /^[县市省区州][^局]*(?:委|政府)/.test(line)))
  )
}

/** Is the title, as collected so far, complete? Its last line says so by its 文种. */
function endsTitle(parts: readonly Part[], lines: readonly Line[], before: number): boolean {
  const last = lines[before - 1]!
  const ends = TITLE_END.test(last.flat) || SUBTITLE_END.test(last.flat)
  return parts.at(-1)?.start === last.block.start && ends && !/^[（(]/.test(lines[before]!.flat)
}
/** ——某镇基层治理经验材料: who tells it stands below. */
const SUBTITLE_END = /^[—–-]{1,2}[^，。；：]{4,40}(?:材料|经验|做法|纪实|侧记|事迹|案例)$/

/** Does one of the lines above that pass for a title say what kind of document it is? */
const isComplete = (lines: readonly Line[], parts: readonly Part[]): boolean =>
  parts.some(
    ({ kind, start }) =>
      kind === 'title' && TITLE_END.test(lines.find(({ block }) => block.start === start)?.flat ?? ''),
  )
