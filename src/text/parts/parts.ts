/** The parts of an official document (GB/T 9704-2012 §7) or of a speech, by what stands where. */
import type { Block, Part, PartKind } from '../../core.ts'
import { widened } from '../clauses.ts'
import { isPageCount } from './around.ts'
import { HEAD, head } from './head.ts'
import {
  ATTACHED,
  ATTACHMENT,
  ATTACHMENT_LIST,
  IMPRINT,
  isDate,
  Line,
  listed,
  NOTE,
  NUMBER,
  NUMBERED,
  NUMBERED_ALONE,
  opensList,
  partOf,
  SIGNATURE,
  squeeze,
} from './lines.ts'

const FORWARDING =
  /(?:现予?以?|现将.{2,80}|请?)(?:印发|转发|批转|公布|下发|发布)(?:给你们|给你|你们|如下|施行)?[，。,]|印发给你们|转发给你们|现予(?:印发|公布|发布)|现(?:印发|转发)/
const FORWARDING_TITLE = /(?:印发|转发|批转|公布|发布)/
/** Page numbers and lines of a table of contents, left behind by a conversion. */
const FURNITURE = /^(?:[—–－-]\s*\d{1,4}\s*[—–－-]|目\s*录|.{0,60}(?:\.{4,}|…{2,}|·{4,})\s*\d{0,4})$/
const PAGE = /^[—–－-]\s*\d{1,4}\s*[—–－-]$/
/** 某某县教育局文件 */
const RUNNING_HEAD = /^[一-龥]{4,30}文件$/
const CONTENTS = /^目\s*录$/
/** Below 目录, what leads to a page number may be blank. */
const ENTRY = /(?:[\t…·.．]|[ \u3000]{2})[ \u3000]*\d{1,4}$/
/** Without any of this a line is none of it, and that is seen faster. */
const MAY_BE_FURNITURE = /^[—–－\-目第共]|\.{4}|…{2}|·{4}/
/** Headings in a table of contents are short, too, but for their page numbers. UTF-16 units. */
const ENTRY_MAX = 100

/**
 * Cuts a document into its parts, in order. Paragraphs of the body (headings, tables) come as one part each, so that what lies between them does not count.
 * A circulated document (印发, 转发 with the text itself below) gives one `wrapper` part followed by the parts of the document inside it.
 */
export function partsOf(text: string, blocks: readonly Block[]): Part[] {
  const lines: Line[] = []
  let listing = false
  const isNumber = (i: number): boolean => {
    const block = blocks[i]
    return block !== undefined && block.end - block.start <= 12 && PAGE.test(text.slice(block.start, block.end).trim())
  }
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind === 'code') continue
    const raw = text.slice(block.start, Math.min(block.end, block.start + 500))
    const line = raw.trim()
    const furniture = MAY_BE_FURNITURE.test(line) && (FURNITURE.test(line) || isPageCount(squeeze(line)))
    listing = furniture ? listing || CONTENTS.test(line) : listing && line.length <= ENTRY_MAX && ENTRY.test(line)
    // The head of a page goes with its number.
    const head = i > 2 && line.endsWith('文件') && RUNNING_HEAD.test(line) && (isNumber(i - 1) || isNumber(i + 1))
    if (!furniture && !listing && !head)
      lines.push(new Line(block, widened(line), block.start + raw.length - raw.trimStart().length))
  }
  return cut(lines, 0, true)
}

function cut(lines: readonly Line[], from: number, mayWrap: boolean): Part[] {
  const parts: Part[] = []
  let i = head(lines, from, parts)
  const wrapped = mayWrap ? insideOf(lines, i, parts) : undefined
  if (wrapped !== undefined) {
    const wrapper: Part = { kind: 'wrapper', start: lines[i]!.block.start, end: lines[wrapped - 1]!.block.end }
    return [...parts, wrapper, ...inside(lines, wrapped, wrapper.start)]
  }
  const end = bodyEnd(lines, i, parts)
  for (; i < end; i++) parts.push(partOf(i < from + HEAD && NUMBER.test(lines[i]!.text) ? 'number' : 'body', lines[i]!))
  tail(lines, end, parts)
  return parts
}

/** The documents that are sent along: one, or as many as are named and have their names above them. */
function inside(lines: readonly Line[], from: number, wrapper: number): Part[] {
  const names = new Set<string>()
  for (const { flat, block } of lines.slice(0, from)) {
    if (block.start > wrapper + 2000) break
    for (const [, name] of flat.matchAll(/《([^《》]{4,60})》/g)) names.add(name!)
  }
  const parts: Part[] = []
  let first = from
  if (names.size > 1)
    for (let i = from + 2; i < lines.length - 1; i++) {
      const { flat, block } = lines[i]!
      if (block.kind === 'cell' || flat.length > 60 || flat === lines[first]!.flat || !names.has(flat)) continue
      names.delete(flat)
      parts.push(...cut(lines.slice(0, i), first, false))
      first = i
    }
  return [...parts, ...cut(lines, first, false)]
}

/**
 * Where the document inside a 印发 or 转发 notice begins: after the sentence that circulates it, its 附件说明, signature, date and note.
 * Undefined where nothing is circulated, or nothing of substance follows.
 */
function insideOf(lines: readonly Line[], body: number, parts: readonly Part[]): number | undefined {
  const titled = parts.some(
    (p) => p.kind === 'title' && lines.some((l) => l.block.start === p.start && FORWARDING_TITLE.test(l.flat)),
  )
  const hasTitle = parts.some((p) => p.kind === 'title')
  for (let i = body; i < lines.length && i < body + 6; i++) {
    const { text } = lines[i]!
    // Where its own points have begun, what is 公布 or 印发 there is one of them.
    if (NUMBERED_ALONE.test(text)) return undefined
    if (!FORWARDING.test(text) || (hasTitle && !titled && !/印发给你们|转发给你们/.test(text))) continue
    let next = i + 1
    let dated = false
    while (next < lines.length && next <= i + 20) {
      const line = lines[next]!.flat
      if (isDate(line) || signsInLine(lines[next]!)) dated = true
      else if (
        dated
          ? !(NOTE.test(line) || ATTACHMENT.test(line) || IMPRINT.test(lines[next]!.text))
          : !(
              NOTE.test(line) ||
              ATTACHMENT_LIST.test(line) ||
              (SIGNATURE.test(line) && !entitles(lines, next) && signed(lines, next)) ||
              (line.length < 60 && circulates(line))
            )
      )
        break
      next++
    }
    while (next < lines.length && ATTACHMENT.test(lines[next]!.flat)) next++
    // What it passes on stands elsewhere: here it goes on with words of its own.
    if (!dated && ADDS_ITS_OWN.test(text)) return undefined
    // What follows at once without a title of its own is what the sentence announces, not a document that it sends along.
    if (!dated && next === i + 1 && next < lines.length && NUMBERED_ALONE.test(lines[next]!.text)) return undefined
    const rest = lines.length - next
    const length = rest > 0 ? lines.at(-1)!.block.end - lines[next]!.block.start : 0
    return (dated || titled) && length >= 200 ? next : undefined
  }
  return undefined
}

/** 现将…转发给你们，并结合我镇实际提出以下意见. */
const ADDS_ITS_OWN = /(?:提出|作出|明确|补充|强调)[^。]{0,8}(?:以下|如下)|(?:要求|意见|事项)[^。]{0,4}如下/
const circulates = (line: string) => /贯彻执行|组织实施|认真落实|特此通知|遵照执行/.test(line)
/** A title of one line or two, as that of what is passed on: 在全县防汛动员会上的讲话, above its date. */
const TITLE = /(?:讲话|发言|致辞|主持词|意见|方案|办法|细则|规定|规划|计划|要点|制度|规则|预案|纲要)(?:稿|提纲)?$/
const entitles = (lines: readonly Line[], i: number): boolean =>
  lines.slice(i, i + 2).some(({ flat }) => TITLE.test(flat) && SIGNATURE.test(flat))
/** Does a date follow within three lines? Then this short line signs. */
function signed(lines: readonly Line[], i: number): boolean {
  // A joint document may be signed by a dozen bodies, each on its line.
  for (let next = i + 1; next < lines.length && next <= i + 14; next++) {
    const line = lines[next]!.flat
    if (isDate(line) || HOURLY.test(line) || DATED.test(line) || signsInLine(lines[next]!)) return true
    if (next > i + 3 && !SIGNATURE.test(line)) return false
  }
  return false
}

/** The index after the body's last line: signature and date, 附件, 附注 and 版记 end it. */
function bodyEnd(lines: readonly Line[], from: number, parts: readonly Part[]): number {
  const minutes = isMinutes(lines, parts)
  // A list of contents names the attachments too, before anything was said.
  let said = 0
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    const { text, block } = line
    if (text.includes('。')) said++
    if (block.kind === 'cell' || text.length > 200) continue
    const { flat } = line
    if (i > from && said > 0 && onlyCloses(lines, i, minutes)) return i
    if (i > from && signsBelow(lines, i, from)) {
      let start = i
      if (!signsInLine(line)) {
        if (SIGNER.test(lines[i - 1]!.flat)) start--
        else
          while (
            start > from + 1 &&
            i - start < 3 &&
            (isLast(lines, i) || OFFICE.test(lines[start - 1]!.flat)) &&
            signsShortly(lines[start - 1]!)
          )
            start--
      }
      return attachmentList(lines, from, start) ?? start
    }
    // The date of 成文 stands in the last lines, or is followed by an attachment; a date line inside a table of contents or a list is neither.
    if (isDate(flat) && i > from && (signsAt(lines, i, from) || isLast(lines, i))) {
      let start = i
      while (
        start > from + 1 &&
        i - start < 3 &&
        SIGNATURE.test(lines[start - 1]!.flat) &&
        !NUMBERED.test(lines[start - 1]!.text)
      )
        start--
      while (start > from && ATTACHMENT_LIST.test(lines[start - 1]!.flat)) start--
      const list = attachmentList(lines, from, start)
      return list ?? start
    }
    if (
      i > from &&
      (IMPRINT.test(text) ||
        (said > 0 && ATTACHMENT.test(flat) && flat.length < 40 && isolated(text)) ||
        (NOTE.test(flat) && isLast(lines, i)))
    )
      return i
    if (i > from && opensList(flat, lines[i + 1]?.flat ?? '') && signed(lines, i)) return i
  }
  return lines.length
}

/** 附件：1.… 2.… may take several lines above the signature. */
function attachmentList(lines: readonly Line[], from: number, end: number): number | undefined {
  for (let i = end - 1; i > from && i >= end - 12; i--)
    if (opensList(lines[i]!.flat, lines[i + 1]?.flat ?? '')) return i
  return undefined
}

const isolated = (text: string) => !/[，。；]/.test(text)
const isLast = (lines: readonly Line[], i: number) => i >= lines.length - 4

/** A short line above the date that names who signs. */
function signsAt(lines: readonly Line[], i: number, from: number): boolean {
  if (i - 1 <= from) return false
  const above = lines[i - 1]!.flat
  return (
    SIGNATURE.test(above) &&
    above.length <= 60 &&
    /[局委办厅部院校会府室组司处队]$|政府|书记|[县市区]长|公司|中心/.test(above)
  )
}

/** Names of those who sign, by their last character. */
const OFFICE =
  /(?:[局委办厅部院校会府室组司处队所站段社园场馆厂店学团村]|公司|中心|支行|集团|社区|（盖章）|\(盖章\)|（代章）)$/
/** 所长：王某, 单位（盖章）：某某学校 */
const SIGNER =
  /^(?:[^，。；：]{0,8}(?:[长任]|书记|经理|负责人|签发人|承办人|申请人|报告人)|(?:申请|报告|填报|报送|发文)?(?:单位|部门|机关)(?:名称)?(?:[（(][盖公签]章[)）])?)[:：][^，。；：]{2,40}$/
/** 日期：2024年9月3日 */
const DATED = /^(?:日期|时间|成文日期)[:：](?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}([.-])\d{1,2}\1\d{1,2})$/
/** 2024年7月15日16时 */
const HOURLY = /^\d{4}年\d{1,2}月\d{1,2}日(?:[上下]午|晚|\d{1,2}[时点:：]|[上下]午\d{1,2}[时点:：])(?:\d{1,2}分?|整)?$/
/** 9月3日, where the year was forgotten. */
const YEARLESS = /^\d{1,2}月\d{1,2}日$/

const signsShortly = ({ flat, text, block }: Line): boolean =>
  block.kind !== 'cell' && SIGNATURE.test(flat) && flat.length <= 60 && !NUMBERED.test(text)

/** 县林业局办公室　2024年9月27日: where in its text the office ends and the date begins. */
function signsInLine({ text }: Line): readonly [number, number] | undefined {
  if (text.length > 90 || !/[日号\d)）]$/.test(text)) return undefined
  for (const m of text.matchAll(/[ \t\u3000]+/g)) {
    const [name, date] = [text.slice(0, m.index), text.slice(m.index + m[0].length)]
    if (!isDate(squeeze(date))) continue
    const office = squeeze(name)
    return OFFICE.test(office) && /^[一-龥（）()、·]{4,60}$/.test(office) ? [m.index, m.index + m[0].length] : undefined
  }
  return undefined
}

/** Does this line date the paper, in a way in which other lines are dated, too? Then it must stand below who signs, and nothing but what follows a paper below it. */
function signsBelow(lines: readonly Line[], i: number, from: number): boolean {
  const line = lines[i]!
  const { flat } = line
  if (flat.length > 80 || !/[日号时点分整午晚\d)）]$/.test(flat) || !followsPaper(lines[i + 1])) return false
  // Rows of a schedule are alike.
  if (signsInLine(line)) return !signsInLine(lines[i - 1]!)
  if (i - 1 <= from) return false
  const above = lines[i - 1]!
  const signer = SIGNER.test(above.flat) && above.flat.length <= 60
  const office = OFFICE.test(above.flat) && signsShortly(above)
  return (
    (signer && (isDate(flat) || DATED.test(flat))) ||
    (office && (isDate(flat) || HOURLY.test(flat) || (YEARLESS.test(flat) && lines[i + 1] === undefined)))
  )
}

/** Nothing, a note, an attachment, 版记. */
const followsPaper = (line: Line | undefined): boolean =>
  line === undefined ||
  NOTE.test(line.flat) ||
  IMPRINT.test(line.text) ||
  ATTACHMENT.test(line.flat) ||
  ATTACHMENT_LIST.test(line.flat) ||
  ATTACHED.test(line.flat)

/** Below the last line of a newsletter or of a web page: who gets it, who made it. */
const CLOSING =
  /^(?:(?:分送|报送|呈报|呈送|报|送|发|抄|(?:本期)?(?:主编|责任编辑|责编|编辑|编校|编审|编发)|审核|审签|签发|校对|核稿|印数)[:：].{2,120}|[（(]?共印\d{1,5}份[)）]?|(?:上一[篇条]|下一[篇条])[:：].{0,80}|版权所有.{0,60}|(?:扫一扫|扫描二维码).{0,24}|附件下载[:：].{0,60}|[【[]?(?:打印|关闭)(?:本页|窗口).{0,20})$/
/** Who was there, below the text of 纪要. */
const PRESENT = /^(?:出席|列席|请假|缺席|参加|参会|与会|主持|记录|记录整理)(?:人员?|单位|领导|同志)?[:：].{2,200}$/
const closing = ({ text, flat }: Line, minutes: boolean): boolean =>
  (CLOSING.test(text) || (minutes && PRESENT.test(flat))) && !/[。；].*[。；]/.test(text)
/** Do all lines from here on close a paper? */
function onlyCloses(lines: readonly Line[], i: number, minutes: boolean): boolean {
  if (lines.length - i > 10) return false
  return (
    closing(lines[i]!, minutes) &&
    lines.slice(i).every((line) => closing(line, minutes) || IMPRINT.test(line.text) || NOTE.test(line.flat))
  )
}
const isMinutes = (lines: readonly Line[], parts: readonly Part[]): boolean =>
  parts.some(
    ({ kind, start }) =>
      kind === 'title' && lines.find(({ block }) => block.start === start)?.flat.endsWith('纪要') === true,
  )

/** Office and date on one line, and the fields of a form, are read without what stands between and before them. */
function signing(line: Line): Part[] | undefined {
  const { block, flat, text, start } = line
  const split = signsInLine(line)
  if (split)
    return [
      { kind: 'signature', start: block.start, end: start + split[0] },
      { kind: 'date', start: start + split[1], end: block.end },
    ]
  const from = start + text.search(/[:：]/) + 1
  if (DATED.test(flat)) return [{ kind: 'date', start: from, end: block.end }]
  if (SIGNER.test(flat)) return [{ kind: 'signature', start: from, end: block.end }]
  return HOURLY.test(flat) || YEARLESS.test(flat) ? [partOf('date', line)] : undefined
}

function tail(lines: readonly Line[], from: number, parts: Part[]): void {
  const minutes = isMinutes(lines, parts)
  let attached = false
  let listing = false
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    const { flat } = line
    const own = attached || parts.at(-1)?.kind === 'date' ? undefined : signing(line)
    if (own) {
      parts.push(...own)
      continue
    }
    const kind: PartKind = IMPRINT.test(line.text)
      ? 'imprint'
      : !attached && closing(line, minutes)
        ? PRESENT.test(flat)
          ? 'note'
          : 'imprint'
        : attached
          ? 'attachment'
          : isDate(flat)
            ? 'date'
            : NOTE.test(flat)
              ? 'note'
              : (opensList(flat, lines[i + 1]?.flat ?? '') ||
                    // What Markdown and Word number has no number in its text.
                    (listing && (line.block.kind === 'item' || listed(flat, lines[i + 1]?.flat ?? '')))) &&
                  signed(lines, i)
                ? 'attachment'
                : ATTACHMENT.test(flat) ||
                    ATTACHED.test(flat) ||
                    parts.at(-1)?.kind === 'date' ||
                    parts.at(-1)?.kind === 'note'
                  ? 'attachment'
                  : SIGNATURE.test(flat)
                    ? 'signature'
                    : 'attachment'
    listing = kind === 'attachment'
    if (listing && !signed(lines, i)) attached = true
    parts.push(partOf(kind, line))
  }
}
