/** Markdown of headings and paragraphs alone, as most drafts are: read here as remark reads it, in a fraction of its time. */
import type { Heading, Paragraph, Root } from 'mdast'

/**
 * A line that may be more than text: it begins (behind any indent, for code by indentation is off) as a list, quotation, rule, fence, tag,
 * definition, underline of a heading or of the head of a table; or is a heading with marks behind it, too. A bar may belong to a table.
 */
const MORE = /\||^[ \t]*(?:[-+*_=~`<>[:]|\d{1,9}[.)](?:[ \t]|$)|#{1,6}[ \t][^\n]*#[ \t]*\r?$)/m

const LONE_CR = /\r(?!\n)/

/** Has the text nothing but headings, `#` to `######`, and paragraphs? Front matter is more. Linear. */
export function isOutline(text: string): boolean {
  // Lines that end in CR alone, and a second BOM, are left to remark.
  return !MORE.test(text) && !LONE_CR.test(text) && !text.startsWith('\ufeff')
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

/** The tree of a text that `isOutline`, with the offsets that matter, counted from `base`; lines and columns are not counted. */
export function outlineOf(source: string, base = 0): Root {
  const between = (start: number, end: number) => ({
    start: { line: 0, column: 0, offset: base + start },
    end: { line: 0, column: 0, offset: base + end },
  })
  const children: (Heading | Paragraph)[] = []
  let paragraph: { start: number; end: number } | undefined
  const close = () => {
    if (paragraph) children.push({ type: 'paragraph', children: [], position: between(paragraph.start, paragraph.end) })
    paragraph = undefined
  }
  for (let from = 0; from < source.length; ) {
    const at = source.indexOf('\n', from)
    const next = at < 0 ? source.length : at + 1
    const line = source.slice(from, next)
    const start = from + /^[ \t]*/.exec(line)![0].length
    let end = next
    while (end > start && ' \t\r\n'.includes(source[end - 1]!)) end--
    const marks = /^[ \t]*(#{1,6})(?![^ \t\r\n])[ \t]*/.exec(line)
    if (start === end) close()
    else if (marks) {
      close()
      const words = from + marks[0].length
      children.push({
        type: 'heading',
        depth: marks[1]!.length as Heading['depth'],
        children: words < end ? [{ type: 'text', value: '', position: between(words, end) }] : [],
        position: between(start, end),
      })
    } else paragraph = { start: paragraph?.start ?? start, end }
    from = next
  }
  close()
  return { type: 'root', children, position: between(0, source.length) }
}
