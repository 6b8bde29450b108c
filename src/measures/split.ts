import type { Span } from '../core.ts'
import type { Whole } from './rows.ts'

/** One unit to judge: covers white space around its sentence too, so that units tile the text. */
export interface Piece extends Span {
  /** The visible words: first to after the last character that is not white space. */
  readonly words: Span
  /** Is it the first piece of its line? */
  readonly opens: boolean
  /** Is it the last piece of its line? */
  readonly closes: boolean
  /** Number of the line among the lines that hold words, from 0. */
  readonly line: number
  /** Does it end with the cells of a row, which say what, who and when without a full stop? */
  readonly row: boolean
  /** Does it say what the columns of a table hold? */
  readonly head: boolean
}

type Found = Omit<Piece, 'words' | 'closes'>

const STOPS = '。！？；!?;'
const CLOSERS = '”’"」』）)】〕》'
const BREAKS = '\n\r\u2028\u2029\f\v'

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff
const isSpace = (c: string): boolean => c.trim() === '' || c === '\ufeff'

/**
 * Cuts a text at line breaks and after 。！？； (with the closing marks behind them).
 * Pieces cover the text: the first starts at 0, each starts where the one before ends, the last ends at its length.
 * Space before the first words of a line belongs to them; space after words and line breaks belong to those words.
 * @param sentences sentences found by somebody else; their starts are cuts too.
 * @param whole in order; nothing is cut there but at line breaks.
 */
export function split(text: string, sentences: readonly Span[] = [], whole: readonly Whole[] = []): Piece[] {
  const starts = new Set(sentences.map((s) => s.start))
  const found: Found[] = []
  let line = -1
  let from = -1 // first visible character of the piece under way
  let last = -1 // after its last visible character
  let opens = true
  let next = 0
  /** Asked with places that only grow. */
  const isWhole = (at: number): boolean => {
    while (next < whole.length && whole[next]!.end < at) next++
    return next < whole.length && whole[next]!.start <= at
  }
  const close = () => {
    if (from < 0) return
    const row = isWhole(last)
    const head = row && whole[next]!.head
    found.push({ start: from, end: last, opens, line, row: row && !head, head })
    opens = false
    from = -1
  }
  for (let i = 0; i < text.length; i++) {
    // Nearly every character is one, and neither space nor mark.
    const han = isHan(text.charCodeAt(i))
    if (!han && BREAKS.includes(text[i]!)) {
      close()
      opens = true
      continue
    }
    if (!han && isSpace(text[i]!)) continue
    if (from >= 0 && starts.has(i) && !isWhole(i)) close()
    if (from < 0) {
      from = i
      if (opens) line++
    }
    last = i + 1
    if (han || !isStop(text, i)) continue
    while (last < text.length && (CLOSERS.includes(text[last]!) || STOPS.includes(text[last]!))) last++
    i = last - 1
    if (!isWhole(last)) close()
  }
  close()
  return tile(text, found)
}

/** A half-width mark only ends a sentence behind a Han character: 3;4 and a?b are no sentences. */
function isStop(text: string, i: number): boolean {
  const c = text[i]!
  if (!STOPS.includes(c)) return false
  if (c > '\u2000') return true
  const before = text[i - 1]
  return before !== undefined && before > '\u2e80'
}

function tile(text: string, found: readonly Found[]): Piece[] {
  if (found.length === 0) {
    if (text.length === 0) return []
    const all = { start: 0, end: text.length }
    return [{ ...all, words: { start: 0, end: 0 }, opens: true, closes: true, line: 0, row: false, head: false }]
  }
  let start = 0
  return found.map((f, i) => {
    const next = found[i + 1]
    const end = next ? boundary(text, f.end, next.start) : text.length
    const piece = {
      start,
      end,
      words: { start: f.start, end: f.end },
      opens: f.opens,
      closes: !next || next.opens,
      line: f.line,
      row: f.row,
      head: f.head,
    }
    start = end
    return piece
  })
}

/** Behind the last line break of the gap, or at its end when it holds none. */
function boundary(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (BREAKS.includes(text[i]!)) return i + 1
  return to
}
