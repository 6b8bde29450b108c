/** From the text that rules read to the text as its file has it: places, and edits that leave the marks between words alone. */
import type { Doc, Edit, Span } from './core.ts'
import { isFaithful, sharedEnds, wholeNumber } from './counterparts.ts'

/** Where a span of what is read is written. */
export const writtenSpan = ({ written }: Doc, span: Span): Span => (written ? written.spanOf(span) : span)

/** The edit of what is written; undefined where it would have to know what becomes of marks between the words. */
export function writtenEdit(doc: Doc, edit: Edit): Edit | undefined {
  const { written } = doc
  if (isWithinCode(doc.text, edit.span)) return undefined
  if (!written) return edit
  if (isStruckThrough(doc, written, edit)) return undefined
  const made = amongMarks(doc, written, edit)
  return made && keepsEmphasis(written.text, made) ? unescaped(written.text, made) : undefined
}

/** `63~68%`, $甲=63~68%$, $$甲$$: none of these is read as words. */
const CODE = /`[^`\n]{1,300}`|\$\$[^$\n]{1,300}\$\$|\$(?=[^$\n]{0,200}[=\\_^])[^\s$][^$\n]{0,200}\$/g

/** A line without end is not read again and again: so much of it, before and behind. UTF-16 units. */
const AROUND = 2000

function isWithinCode(text: string, { start, end }: Span): boolean {
  const near = text.slice(Math.max(0, start - AROUND), end + AROUND)
  if (!/[`$]/.test(near)) return false
  const at = Math.min(start, AROUND)
  const begin = near.lastIndexOf('\n', at - 1) + 1
  const stop = near.indexOf('\n', at)
  const line = near.slice(begin, stop < 0 ? near.length : stop)
  const from = start - at + begin
  for (const { index, 0: code } of line.matchAll(CODE))
    if (from + index < start && end < from + index + code.length) return true
  return false
}

const STRUCK = /~~|<\/?(?:del|s|strike|ins|sup|sub)\b/i

/** ~~5千~~3千户: do the words, or the number that they stand in, hold the border of what is struck out? Characters that are the same but for their width may. */
function isStruckThrough({ text }: Doc, written: NonNullable<Doc['written']>, edit: Edit): boolean {
  const { start, end } = edit.span
  if (isFaithful(text.slice(start, end), edit.text)) return false
  const span = written.spanOf(wholeNumber(text, edit.span))
  return STRUCK.test(written.text.slice(span.start, span.end))
}

const ASCII_MARK = /[!-/:-@[-`{-~]/
const isEscaped = (text: string, at: number) => /(?:^|[^\\])\\(?:\\\\)*$/.test(text.slice(Math.max(0, at - 20), at))

/** \, becomes ， and not \，: the backslash goes with the mark that it stands for; before a mark that is kept it stays. */
function unescaped(text: string, edit: Edit): Edit {
  const { start, end } = edit.span
  if (!isEscaped(text, start)) return edit
  const first = edit.text[0] ?? ''
  if (start < end && ASCII_MARK.test(first)) return edit
  return { ...edit, span: { start: start - 1, end }, text: start < end ? edit.text : `${edit.text}\\` }
}

const MARK = /[*_~]/
/** What stands in no pair with a letter, as CommonMark has it: **50%**的 would show its asterisks. */
const isBorder = (c: string | undefined) => c === undefined || /[\s\p{P}\p{S}]/u.test(c)

/** Are the marks around what is written anew still marks? Nothing between them, or punctuation where words were, and they are printed as they stand. */
function keepsEmphasis(text: string, { span: { start, end }, text: wanted }: Edit): boolean {
  const [before, behind] = [text[start - 1] ?? '', text[end] ?? '']
  if (wanted.trim() === '' && /[*_~`[>]/.test(before) && /[*_~`\]<]/.test(behind)) return false
  if (MARK.test(behind) && !isBorder(text[end - 1]) && isBorder((wanted || before).at(-1)))
    return isBorder(text[pastMarks(text, end, 1)])
  if (MARK.test(before) && !isBorder(text[start]) && isBorder((wanted || behind)[0]))
    return isBorder(text[pastMarks(text, start - 1, -1)])
  return true
}

function pastMarks(text: string, from: number, step: 1 | -1): number {
  let at = from
  while (MARK.test(text[at] ?? '')) at += step
  return at
}

function amongMarks({ text }: Doc, written: NonNullable<Doc['written']>, edit: Edit): Edit | undefined {
  const { start, end } = edit.span
  const old = text.slice(start, end)
  const isSame = (from: number, to: number) => {
    const span = written.spanOf({ start: start + from, end: start + to })
    return written.text.slice(span.start, span.end) === old.slice(from, to) ? span : undefined
  }
  const whole = isSame(0, old.length)
  if (whole) return { ...edit, span: whole }
  // Only the characters that change, where they are as many as before.
  if (old.length === edit.text.length) {
    const span = written.spanOf(edit.span)
    let text = ''
    let at = span.start
    for (let i = 0; i < old.length; i++) {
      const one = written.spanOf({ start: start + i, end: start + i + 1 })
      if (old[i] !== edit.text[i] && written.text.slice(one.start, one.end) !== old[i]) return undefined
      const isKept = old[i] === edit.text[i]
      const isBare = !isKept && at < one.start && isEscaped(written.text, one.start) && !ASCII_MARK.test(edit.text[i]!)
      text +=
        written.text.slice(at, isBare ? one.start - 1 : one.start) +
        (isKept ? written.text.slice(one.start, one.end) : edit.text[i])
      at = one.end
    }
    return { ...edit, span, text: text + written.text.slice(at, span.end) }
  }
  const { head: from, tail: kept } = sharedEnds(old, edit.text)
  const core = isSame(from, old.length - kept)
  return core && { ...edit, span: core, text: edit.text.slice(from, edit.text.length - kept) }
}
