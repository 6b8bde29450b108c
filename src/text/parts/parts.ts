/** The parts of an official document (GB/T 9704-2012 §7) or of a speech, by what stands where. */
import type { Block, Part, PartKind } from '../../core.ts'
import { widened } from '../clauses.ts'
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
  partOf,
  SIGNATURE,
} from './lines.ts'

const FORWARDING =
  /(?:现予?以?|现将.{2,80}|请?)(?:印发|转发|批转|公布|下发|发布)(?:给你们|给你|你们|如下|施行)?[，。,]|印发给你们|转发给你们|现予(?:印发|公布|发布)|现(?:印发|转发)/
const FORWARDING_TITLE = /(?:印发|转发|批转|公布|发布)/
/** Page numbers and lines of a table of contents, left behind by a conversion. */
const FURNITURE = /^(?:[—–－-]\s*\d{1,4}\s*[—–－-]|目\s*录|.{0,60}(?:\.{4,}|…{2,}|·{4,})\s*\d{0,4})$/
const CONTENTS = /^目\s*录$/
/** Below 目录, what leads to a page number may be blank. */
const ENTRY = /(?:[\t…·.．]|[ \u3000]{2})[ \u3000]*\d{1,4}$/
/** Without any of this a line is none of it, and that is seen faster. */
const MAY_BE_FURNITURE = /^[—–－\-目]|\.{4}|…{2}|·{4}/
/** Headings in a table of contents are short, too, but for their page numbers. UTF-16 units. */
const ENTRY_MAX = 100

/**
 * Cuts a document into its parts, in order. Paragraphs of the body (headings, tables) come as one part each, so that what lies between them does not count.
 * A circulated document (印发, 转发 with the text itself below) gives one `wrapper` part followed by the parts of the document inside it.
 */
export function partsOf(text: string, blocks: readonly Block[]): Part[] {
  const lines: Line[] = []
  let listing = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind === 'code') continue
    const line = text.slice(block.start, Math.min(block.end, block.start + 500)).trim()
    const furniture = MAY_BE_FURNITURE.test(line) && FURNITURE.test(line)
    listing = furniture ? listing || CONTENTS.test(line) : listing && line.length <= ENTRY_MAX && ENTRY.test(line)
    if (!furniture && !listing) lines.push(new Line(block, widened(line)))
  }
  return cut(lines, 0, true)
}

function cut(lines: readonly Line[], from: number, mayWrap: boolean): Part[] {
  const parts: Part[] = []
  let i = head(lines, from, parts)
  const wrapped = mayWrap ? insideOf(lines, i, parts) : undefined
  if (wrapped !== undefined) {
    const wrapper: Part = { kind: 'wrapper', start: lines[i]!.block.start, end: lines[wrapped - 1]!.block.end }
    return [...parts, wrapper, ...cut(lines, wrapped, false)]
  }
  const end = bodyEnd(lines, i)
  for (; i < end; i++) parts.push(partOf(i < from + HEAD && NUMBER.test(lines[i]!.text) ? 'number' : 'body', lines[i]!))
  tail(lines, end, parts)
  return parts
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
      if (isDate(line)) dated = true
      else if (
        dated
          ? !(NOTE.test(line) || ATTACHMENT.test(line))
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
    if (isDate(line)) return true
    if (next > i + 3 && !SIGNATURE.test(line)) return false
  }
  return false
}

/** The index after the body's last line: signature and date, 附件, 附注 and 版记 end it. */
function bodyEnd(lines: readonly Line[], from: number): number {
  // A list of contents names the attachments too, before anything was said.
  let said = 0
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    const { text, block } = line
    if (text.includes('。')) said++
    if (block.kind === 'cell' || text.length > 200) continue
    const { flat } = line
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
    if (i > from && ATTACHMENT_LIST.test(flat) && signed(lines, i)) return i
  }
  return lines.length
}

/** 附件：1.… 2.… may take several lines above the signature. */
function attachmentList(lines: readonly Line[], from: number, end: number): number | undefined {
  for (let i = end - 1; i > from && i >= end - 12; i--) if (ATTACHMENT_LIST.test(lines[i]!.flat)) return i
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

function tail(lines: readonly Line[], from: number, parts: Part[]): void {
  let attached = false
  let listing = false
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    const { flat } = line
    const kind: PartKind = IMPRINT.test(line.text)
      ? 'imprint'
      : attached
        ? 'attachment'
        : isDate(flat)
          ? 'date'
          : NOTE.test(flat)
            ? 'note'
            : (ATTACHMENT_LIST.test(flat) ||
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
