/** Where a finding about a whole document is shown. */
import type { Doc, Mark } from '../core.ts'

/** The title; without one, the first paragraph (at most its first 60 characters); in an empty document, its start. */
export function headOf(doc: Doc): Mark {
  const titles = doc.facts.parts.filter((part) => part.kind === 'title')
  const first = titles[0]
  if (first) {
    let last = first
    // A title broken over lines is one place.
    for (const part of titles) if (part.start - last.end <= 4) last = part
    return { doc, span: { start: first.start, end: last.end } }
  }
  const block = doc.blocks[0]
  if (!block) return { doc, span: { start: 0, end: Math.min(1, doc.text.length) } }
  return { doc, span: { start: block.start, end: Math.min(block.end, block.start + 60) } }
}
