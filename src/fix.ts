/** Fixes: which of them can be made together, and the text that they give. */
import type { Edit } from './core.ts'

/**
 * The edits that can be made at once: in the order of the text, none touching another. Of edits that overlap or stand in one place the first
 * one given is kept; what is left over finds its turn in the next round, when the text is linted anew.
 */
export function compatible(edits: readonly Edit[]): Edit[] {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => bySpan(a.edit, b.edit) || a.order - b.order)
  const kept: Edit[] = []
  for (const { edit } of ordered) {
    const last = kept.at(-1)
    const touches =
      last !== undefined &&
      (edit.span.start < last.span.end || (edit.span.start === last.span.start && edit.span.end === last.span.end))
    if (!touches) kept.push(edit)
  }
  return kept
}

const bySpan = (a: Edit, b: Edit) => a.span.start - b.span.start || a.span.end - b.span.end

/** `text` with the edits made; they are `compatible`. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = ''
  let from = 0
  for (const { span, text: replacement } of edits) {
    result += text.slice(from, span.start) + replacement
    from = span.end
  }
  return result + text.slice(from)
}
