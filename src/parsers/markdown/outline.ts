/** Markdown of headings, rules, paragraphs and plain lists alone, as most drafts are: read here as remark reads it, in a fraction of its time. */
import type { Heading, List, Paragraph, Root } from 'mdast'

/**
 * A line that may be more than text, an item of a list, a rule or the underline of a heading: it begins (behind any indent, for code by indentation is
 * off) as a quotation, fence, tag, definition, or underline of the head of a table; or is a heading with marks behind it, too. A bar may belong to a table.
 */
const MORE = /\||^[ \t]*(?:`{3}|~{3}|<[A-Za-z/!?]|[>[:]|#{1,6}[ \t][^\n]*#[ \t]*\r?$)/m

/** Nothing but - or = below a paragraph makes it a heading; three of - * _ or more, elsewhere or with space between them, are a rule. A pattern for one line. */
export const RULED_LINE = '^[ \\t]*(?:([-*_])(?:[ \\t]*\\1)*|=+)[ \\t]*$'
const RULED = new RegExp(RULED_LINE, 'm')
const RULE = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}[\r\n]*$/
const UNDERLINE = /^[ \t]*(?:(-+)|=+)[ \t]*[\r\n]*$/

/** A line that may be an item. */
const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/m
/** Its marker and the space behind it, where its words follow and are neither an item, a heading nor a rule themselves. */
const PLAIN_ITEM =
  /^([-+*]|\d{1,9}[.)])[ \t]{1,4}(?=[^ \t\r\n])(?!(?:[-+*]|\d{1,9}[.)]|#{1,6})(?:[ \t\r\n]|$)|(?:[-*_=][ \t]*)+[\r\n]*$|`{3}|~{3}|<[A-Za-z/!?]|[>[:])/
const INDENTED = /^[ \t]+[^ \t\r\n]/m

const LONE_CR = /\r(?!\n)/

/** Has the text nothing but headings, rules, paragraphs, and, where there are no rules, lists in which nothing is indented and all markers are of one kind? Front matter is more. Linear. */
export function isOutline(text: string): boolean {
  // Lines that end in CR alone, and a second BOM, are left to remark.
  if (MORE.test(text) || LONE_CR.test(text) || text.startsWith('\ufeff') || text.startsWith('---')) return false
  return !ITEM.test(text) || (!INDENTED.test(text) && !RULED.test(text) && hasPlainItems(text))
}

function hasPlainItems(text: string): boolean {
  let kind: string | undefined
  for (const line of text.split('\n')) {
    if (!ITEM.test(line)) continue
    const marker = PLAIN_ITEM.exec(line)?.[1]
    if (marker === undefined || (kind !== undefined && marker.at(-1) !== kind)) return false
    kind = marker.at(-1)
  }
  return true
}

/** What may go on beyond an empty line: fences, and what HTML ends in its own way. */
const BEYOND = /```|~~~|<(?:[!?]|script|pre|style|textarea)/i
/** Behind an empty line whatever is not indented begins anew. */
const ANEW = /\n[ \t]*\r?\n(?=[^ \t\r\n])/g

/** A stretch of a text that can be read by itself. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly isOutline: boolean
}

/** Cuts a text, so that of a long document with one list only the list is left to remark. Neighbours are of different kinds. */
export function piecesOf(source: string): Piece[] {
  if (BEYOND.test(source) || LONE_CR.test(source)) return [{ from: 0, to: source.length, isOutline: false }]
  const pieces: Piece[] = []
  const take = (from: number, to: number) => {
    const chunk = { from, to, isOutline: isOutline(source.slice(from, to)) }
    const before = pieces.at(-1)
    if (before?.isOutline === chunk.isOutline) pieces[pieces.length - 1] = { ...before, to }
    else pieces.push(chunk)
  }
  let from = 0
  for (const { index, 0: gap } of source.matchAll(ANEW)) {
    take(from, index + gap.length)
    from = index + gap.length
  }
  take(from, source.length)
  return pieces
}

type Position = NonNullable<Root['position']>

const isBlank = (c: number) => c === 0x20 || c === 0x09
const isBreak = (c: number) => c === 0x0a || c === 0x0d

/** The tree of a text that `isOutline`, with the offsets that matter, counted from `base`; lines and columns are not counted. */
export function outlineOf(source: string, base = 0): Root {
  const between = (start: number, end: number): Position => ({
    start: { line: 0, column: 0, offset: base + start },
    end: { line: 0, column: 0, offset: base + end },
  })
  const listed = ITEM.test(source)
  const ruled = RULED.test(source)
  const children: (Heading | Paragraph | List)[] = []
  const heading = (depth: number, words: Position, whole = words) =>
    children.push({
      type: 'heading',
      depth: depth as Heading['depth'],
      children: words.start.offset! < words.end.offset! ? [{ type: 'text', value: '', position: words }] : [],
      position: whole,
    })
  let list: List | undefined
  let paragraph: { readonly start: number; readonly isItem: boolean; end: number } | undefined
  const close = () => {
    if (!paragraph) return
    const { start, end, isItem } = paragraph
    const node: Paragraph = { type: 'paragraph', children: [], position: between(start, end) }
    if (!isItem) children.push(node)
    else {
      if (!list) children.push((list = { type: 'list', children: [] }))
      list.children.push({ type: 'listItem', children: [node] })
    }
    paragraph = undefined
  }
  for (let from = 0; from < source.length; ) {
    const at = source.indexOf('\n', from)
    const next = at < 0 ? source.length : at + 1
    const line = source.slice(from, next)
    let start = from
    while (start < next && isBlank(source.charCodeAt(start))) start++
    let end = next
    while (end > start && (isBlank(source.charCodeAt(end - 1)) || isBreak(source.charCodeAt(end - 1)))) end--
    const marks = source.charCodeAt(start) === 0x23 ? /^[ \t]*(#{1,6})(?![^ \t\r\n])[ \t]*/.exec(line) : null
    // In a paragraph that is no item itself, a number is the first of a list or no marker at all.
    const item =
      listed && !(paragraph?.isItem === false && /^\d/.test(line) && !/^1[.)]/.test(line)) && PLAIN_ITEM.exec(line)
    const underline = ruled && paragraph !== undefined && UNDERLINE.exec(line)
    if (start === end) close()
    else if (underline && paragraph) {
      heading(underline[1] === undefined ? 1 : 2, between(paragraph.start, paragraph.end))
      paragraph = undefined
    } else if (ruled && RULE.test(line)) close()
    else if (marks) {
      close()
      list = undefined
      heading(marks[1]!.length, between(from + marks[0].length, end), between(start, end))
    } else if (item) {
      close()
      paragraph = { start: from + item[0].length, isItem: true, end }
    } else if (paragraph) paragraph.end = end
    else {
      list = undefined
      paragraph = { start, isItem: false, end }
    }
    from = next
  }
  close()
  return { type: 'root', children, position: between(0, source.length) }
}
