/** A parsed text without the marks between its words, which knows where each of its words is written. */
import type { Block, Parsed, Row, Span } from '../../core.ts'
import { lastAtMost } from '../../sorted-lists.ts'
import { trimmed } from '../blanks.ts'
import { type Cut, cutsIn, MARKED } from './inline.ts'

/** `parsed`, whose spans lie in the text as it is written → the same without marks; itself where it has none. */
export function withoutMarks(parsed: Parsed): Parsed {
  const { text, blocks, rows } = parsed
  if (!MARKED.test(text)) return parsed
  const cuts = blocks.flatMap((block) => cutsIn(text, block, block.kind)).sort((a, b) => a.start - b.start)
  if (cuts.length === 0) return parsed
  let bare = ''
  let from = 0
  /** Where each cut is in the bare text. */
  const places: number[] = []
  for (const { start, end, as } of cuts) {
    bare += text.slice(from, start)
    places.push(bare.length)
    bare += as
    from = end
  }
  bare += text.slice(from)
  const read = bareOffset(cuts, places)
  const spanRead = ({ start, end }: Span): Span => {
    const first = read(start)
    return { start: first, end: Math.max(first, read(end)) }
  }
  const write = writtenOffset(cuts, places)
  // An image at the beginning leaves a space.
  const seen = (span: Span): Span => {
    const { start, end } = spanRead(span)
    return trimmed(bare, start, end)
  }
  return {
    ...parsed,
    text: bare,
    blocks: blocks.map((block): Block => ({ ...block, ...seen(block) })).filter(({ start, end }) => start < end),
    rows: rows.map((row): Row => ({ ...row, cells: row.cells.map(seen) })),
    written: {
      text,
      blocks,
      rows,
      get shown() {
        return shownOf(text, cuts)
      },
      // From the first character to the last one: marks around them are left out, those between them are not.
      spanOf: ({ start, end }) =>
        start < end ? { start: write(start), end: write(end - 1, true) } : { start: write(start), end: write(start) },
      read: spanRead,
    },
  }
}

function shownOf(text: string, cuts: readonly Cut[]): string {
  let shown = ''
  let from = 0
  for (const { start, end, as } of cuts) {
    shown += text.slice(from, start) + as + UNSEEN.repeat(end - start - as.length)
    from = end
  }
  return shown + text.slice(from)
}
/** Word joiner. */
const UNSEEN = '\u2060'

/** An offset of the text as it is written → of the bare text; inside of what is cut out, the place where it was. */
const bareOffset = (cuts: readonly Cut[], places: readonly number[]) => (offset: number) => {
  const i = lastAtMost(cuts.length, (k) => cuts[k]!.start, offset)
  const cut = cuts[i]
  if (cut === undefined || offset < cut.start) return offset
  return offset < cut.end ? places[i]! : places[i]! + cut.as.length + offset - cut.end
}

/** An offset of the bare text → where its character is written; `behind`: where that ends. */
const writtenOffset =
  (cuts: readonly Cut[], places: readonly number[]) =>
  (offset: number, behind = false) => {
    let i = lastAtMost(cuts.length, (k) => places[k]!, offset)
    // Of cuts at one place all but the last stand before its character.
    while (i >= 0 && i < cuts.length && places[i]! > offset) i--
    const cut = cuts[i]
    if (i < 0 || cut === undefined || offset < places[i]!) return behind ? offset + 1 : offset
    if (offset < places[i]! + cut.as.length) return behind ? cut.end : cut.start
    const at = cut.end + offset - places[i]! - cut.as.length
    return behind ? at + 1 : at
  }
