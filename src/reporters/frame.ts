import type { Excerpt } from '../core.ts'
import { aligned, type Cell, columnsOf, ellipsis, type Style, shorten, take, toCells, within } from './terminal.ts'

/** A line of a document, and what stands under it. */
export interface Frame {
  readonly line: readonly Cell[]
  readonly carets: readonly Cell[]
}

/** What the excerpt leaves out: words of the line before it, and the rest of a span that is longer. */
export interface Cut {
  readonly before: boolean
  readonly span: boolean
}
const uncut: Cut = { before: false, span: false }

const blank = (cell: Cell): Cell => {
  // No blank is of ambiguous width, so a dot keeps the place; where there are colours it is hidden.
  if (cell.kind === 'ambiguous') return { ...cell, text: '·', style: 'hidden' }
  return { ...cell, text: cell.kind === 'wide' ? '\u3000' : ' '.repeat(cell.columns), style: undefined }
}
const caret = (cell: Cell, style: Style): Cell => {
  const text = cell.kind === 'ambiguous' ? '∧' : cell.kind === 'wide' ? '＾' : '^'.repeat(cell.columns)
  return { ...cell, text, style }
}

/**
 * The line of an excerpt cut around its span to `columns`, with carets under the span. Each caret (and each blank
 * before it) is of the same width class as the character above: ＾ and the ideographic space under wide characters, ^
 * and a space under narrow ones, ∧ and · under those whose width the terminal decides. So the carets stand right in
 * either reading, and in a proportional font of a web log, too.
 */
export function codeFrame(excerpt: Excerpt, columns: number, style: Style, cut: Cut = uncut): Frame | undefined {
  const { text } = excerpt
  if (!/\S/.test(text)) return undefined
  const start = aligned(text, Math.min(Math.max(excerpt.start, 0), text.length))
  const end = Math.min(Math.max(excerpt.end, start), text.length)
  // No more is looked at than could be shown, however long the line.
  const reach = columns * 4
  const from = aligned(text, Math.max(0, start - reach))
  const to = aligned(text, Math.min(text.length, end + reach))

  const lineBefore = text
    .slice(from, start)
    .split(/[\r\n]/)
    .pop()!
  const atLineStart = (from === 0 && !cut.before) || lineBefore.length < start - from
  // As much as a line holds, and what shows that there is more.
  const enough = columns + 2
  const before = toCells(within(atLineStart ? lineBefore.trimStart() : lineBefore, enough, 'back'))

  const long = end - start > 2 * reach
  const words = text.slice(start, long ? aligned(text, start + reach) : end)
  const head = firstLine(words)
  const broken = cut.span || (head.length < words.length && (long || words.slice(head.length).trim() !== ''))
  const span = toCells(head, style)
  if (broken) span.push(ellipsis(style))
  else if (long) span.push(...toCells(text.slice(aligned(text, end - reach), end), style))
  const after =
    broken || head.length < words.length
      ? []
      : toCells(within(firstLine(text.slice(end, to)).trimEnd(), enough, 'front'))

  const wanted = { before: columnsOf(before) + (atLineStart ? 0 : 2), after: columnsOf(after) }
  const shown = shorten(span, Math.max(Math.floor(columns * 0.75), columns - wanted.before - wanted.after))
  const room = columns - columnsOf(shown)
  const left = Math.min(wanted.before, Math.max(Math.floor(room / 2), room - wanted.after))
  const cutBefore = left < wanted.before || !atLineStart
  const lead = cutBefore ? [ellipsis(), ...take(before, left - 2, 'back')] : before
  const right = room - columnsOf(lead)
  const tail = right < wanted.after ? [...take(after, right - 2), ellipsis()] : after

  const marked = shown.map((cell) => caret(cell, style))
  const carets = columnsOf(shown) > 0 ? marked : [{ text: '^', columns: 1, kind: 'narrow', style } as const]
  return { line: [...lead, ...shown, ...tail], carets: [...lead.map(blank), ...carets] }
}

const firstLine = (text: string): string => {
  const end = text.search(/[\r\n]/)
  return end < 0 ? text : text.slice(0, end)
}
