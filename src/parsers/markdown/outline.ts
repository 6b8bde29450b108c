/** Markdown of headings and paragraphs alone, as most drafts are: read here as remark reads it, in a fraction of its time. */
import type { Heading, Paragraph, Root } from 'mdast'

/**
 * A line that may be more than text: it begins (behind any indent, for code by indentation is off) as a list, quotation, rule, fence, tag,
 * definition, underline of a heading or of the head of a table; or is a heading with marks behind it, too. A bar may belong to a table.
 */
const MORE = /\||^[ \t]*(?:[-+*_=~`<>[:]|\d{1,9}[.)](?:[ \t]|$)|#{1,6}[ \t][^\n]*#[ \t]*\r?$)/m

/** Has the text nothing but headings, `#` to `######`, and paragraphs? Front matter is more. Linear. */
export function isOutline(text: string): boolean {
  // Lines that end in CR alone, and a second BOM, are left to remark.
  return !MORE.test(text) && !/\r(?!\n)|^\ufeff/.test(text)
}

/** The tree of a text that `isOutline`, with the offsets that matter; lines and columns are not counted. */
export function outlineOf(source: string): Root {
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

const between = (start: number, end: number) => ({
  start: { line: 0, column: 0, offset: start },
  end: { line: 0, column: 0, offset: end },
})
