import type { Excerpt } from '../core.ts'
import {
  aligned,
  type Cell,
  columnsOf,
  isPlain,
  type Paint,
  plainColumns,
  plainKind,
  print,
  type Style,
  shorten,
  shortenText,
  take,
  takeText,
  toCells,
  within,
} from './terminal.ts'

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

/** What is shown of an excerpt, before it is cut to a width. */
interface Words {
  readonly before: string
  readonly atLineStart: boolean
  readonly span: string
  /** The end of a span too long to look at whole; the rest between is left out. */
  readonly spanEnd: string
  /** The span goes on behind its first line. */
  readonly broken: boolean
  readonly after: string
}

/** The words around the span and its own. No more is looked at than could be shown, however long the line. */
function wordsOf(excerpt: Excerpt, columns: number, cut: Cut): Words | undefined {
  const { text } = excerpt
  if (!/\S/.test(text)) return undefined
  const start = aligned(text, Math.min(Math.max(excerpt.start, 0), text.length))
  const end = Math.min(Math.max(excerpt.end, start), text.length)
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

  const long = end - start > 2 * reach
  const words = text.slice(start, long ? aligned(text, start + reach) : end)
  const span = firstLine(words)
  const broken = cut.span || (span.length < words.length && (long || words.slice(span.length).trim() !== ''))
  return {
    before: within(atLineStart ? lineBefore.trimStart() : lineBefore, enough, 'back'),
    atLineStart,
    span,
    spanEnd: long && !broken ? text.slice(aligned(text, end - reach), end) : '',
    broken,
    after:
      broken || span.length < words.length ? '' : within(firstLine(text.slice(end, to)).trimEnd(), enough, 'front'),
  }
}

/** What a frame is put together from: cells, or ordinary text as it is, which takes a fraction of the time. */
interface Material<T> {
  of(text: string, style?: Style): T
  joined(...parts: readonly T[]): T
  columnsOf(part: T): number
  take(part: T, columns: number, from?: 'front' | 'back'): T
  shorten(part: T, columns: number): T
}

const cells: Material<readonly Cell[]> = { of: toCells, joined: (...parts) => parts.flat(), columnsOf, take, shorten }

const ordinary: Material<string> = {
  of: (text) => text,
  joined: (...parts) => parts.join(''),
  columnsOf: plainColumns,
  take: takeText,
  shorten: shortenText,
}

/** Everything but the span itself (`shown`) is without style. */
function fitted<T>(
  { of, joined, columnsOf, take, shorten }: Material<T>,
  words: Words,
  columns: number,
  style: Style,
): { readonly lead: T; readonly shown: T; readonly tail: T } {
  const { atLineStart } = words
  const before = of(words.before)
  const span = joined(of(words.span, style), words.broken ? of('…', style) : of(words.spanEnd, style))
  const after = of(words.after)

  const wanted = { before: columnsOf(before) + (atLineStart ? 0 : 2), after: columnsOf(after) }
  const shown = shorten(span, Math.max(Math.floor(columns * 0.75), columns - wanted.before - wanted.after))
  const room = columns - columnsOf(shown)
  const left = Math.min(wanted.before, Math.max(Math.floor(room / 2), room - wanted.after))
  const cutBefore = left < wanted.before || !atLineStart
  const lead = cutBefore ? joined(of('…'), take(before, left - 2, 'back')) : before
  const right = room - columnsOf(lead)
  const tail = right < wanted.after ? joined(take(after, right - 2), of('…')) : after
  return { lead, shown, tail }
}

/**
 * The line of an excerpt cut around its span to `columns`, with carets under the span. Each caret (and each blank
 * before it) is of the same width class as the character above: ＾ and the ideographic space under wide characters, ^
 * and a space under narrow ones, ∧ and · under those whose width the terminal decides. So the carets stand right in
 * either reading, and in a proportional font of a web log, too.
 */
export function codeFrame(excerpt: Excerpt, columns: number, style: Style, cut: Cut = uncut): Frame | undefined {
  const words = wordsOf(excerpt, columns, cut)
  return words && cellFrame(words, columns, style)
}

function cellFrame(words: Words, columns: number, style: Style): Frame {
  const { lead, shown, tail } = fitted(cells, words, columns, style)
  const marked = shown.map((cell) => caret(cell, style))
  const carets = columnsOf(shown) > 0 ? marked : [{ text: '^', columns: 1, kind: 'narrow', style } as const]
  return { line: [...lead, ...shown, ...tail], carets: [...lead.map(blank), ...carets] }
}

/** What `print` makes of the lines of `codeFrame`. */
export function printedFrame(
  excerpt: Excerpt,
  columns: number,
  style: Style,
  cut: Cut,
  paint: Paint,
): readonly [line: string, carets: string] | undefined {
  const words = wordsOf(excerpt, columns, cut)
  if (!words) return undefined
  if (![words.before, words.span, words.spanEnd, words.after].every(isPlain)) {
    const { line, carets } = cellFrame(words, columns, style)
    return [print(line, paint), print(carets, paint)]
  }
  const { lead, shown, tail } = fitted(ordinary, words, columns, style)
  const blanks = inRuns(lead, (kind, length) =>
    kind === 'ambiguous' ? paint('hidden', '·'.repeat(length)) : (kind === 'wide' ? '\u3000' : ' ').repeat(length),
  )
  const carets = inRuns(shown, (kind, length) => CARETS[kind].repeat(length))
  return [lead + (shown === '' ? '' : paint(style, shown)) + tail, blanks + paint(style, carets || '^')]
}

const CARETS: Readonly<Record<Cell['kind'], string>> = { narrow: '^', wide: '＾', ambiguous: '∧' }

/** Of an ordinary text: what stands for each run of characters of one kind. */
function inRuns(text: string, drawn: (kind: Cell['kind'], length: number) => string): string {
  let out = ''
  for (let at = 0, end = 0; at < text.length; at = end) {
    const kind = plainKind(text.charCodeAt(at))
    do end++
    while (end < text.length && plainKind(text.charCodeAt(end)) === kind)
    out += drawn(kind, end - at)
  }
  return out
}

const firstLine = (text: string): string => {
  const end = text.search(/[\r\n]/)
  return end < 0 ? text : text.slice(0, end)
}
