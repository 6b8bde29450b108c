import type { Row, Span } from '../core.ts'
import { inLine } from './visible.ts'

/** A cell of so many characters or more holds sentences of its own; shorter ones say who and by when. */
const LONG = 40
/** Cells that say what stands below them are no longer. */
const HEAD = 8

/** Where nothing is cut: a closed interval of UTF-16 offsets. */
export interface Whole extends Span {
  /** It says what the columns hold. */
  readonly head: boolean
}

/**
 * Where no sentence begins or ends although a cell does: one row of a table is one task, with who and by when in cells of their own.
 * Short cells belong to the long one before them, or to the first long one; a row of short cells is one sentence.
 * @returns sorted, none overlapping another.
 */
export function unbroken(text: string, rows: readonly Row[]): Whole[] {
  const found: Whole[] = []
  for (const row of rows) {
    const cells = row.cells.filter(({ start, end }) => text.slice(start, end).trim() !== '')
    if (cells.length < 2) continue
    const head = row.index === 1 && cells.every(({ start, end }) => end - start <= HEAD)
    let from = cells[0]!.start
    let long = false
    for (const { start, end } of cells) {
      if (end - start < LONG) continue
      // The first takes what stands before it; a later one begins anew.
      const until = long ? start - 1 : start
      if (until >= from) found.push({ start: from, end: until, head })
      from = start + text.slice(start, end).trimEnd().length
      long = true
    }
    found.push({ start: from, end: cells[cells.length - 1]!.end, head })
  }
  // A table in a cell lies within the row around it.
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: Whole[] = []
  for (const one of found) if (one.start > (apart[apart.length - 1]?.end ?? -1)) apart.push(one)
  return apart
}

/** The text with spaces in the place of line breaks inside the intervals; offsets stay what they are. */
export function joined(text: string, whole: readonly Span[]): string {
  if (whole.length === 0) return text
  const parts: string[] = []
  let at = 0
  for (const { start, end } of whole) {
    parts.push(text.slice(at, start), inLine(text.slice(start, end)))
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}
