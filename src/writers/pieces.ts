/** Which parts of which runs hold a span, and where their characters are written. */
import type { Span } from '../core.ts'
import type { Run } from '../parsers/docx.ts'
import { lastAtMost } from '../text/spans.ts'

export interface Piece extends Readonly<{ run: Run; from: number; to: number }> {}

/** The parts of runs that hold the span, whole and without a gap; none where something in it is not written in a run. */
export function piecesOf(runs: readonly Run[], { start, end }: Span): Piece[] {
  let at = lastAtMost(runs.length, (i) => runs[i]!.start, start)
  if (start === end) {
    // Something new belongs to the words before it.
    const run = runs[at - 1]?.end === start ? runs[at - 1] : runs[at]
    if (run === undefined || run.start > start || run.end < start) return []
    return [{ run, from: start - run.start, to: start - run.start }]
  }
  const pieces: Piece[] = []
  for (let reached = start; reached < end; at++) {
    const run = runs[at]
    if (run === undefined || run.start > reached) return []
    if (run.end <= reached) continue
    pieces.push({ run, from: reached - run.start, to: Math.min(end, run.end) - run.start })
    reached = Math.min(end, run.end)
  }
  return pieces
}

/** Where in `xml` the run's character `index` (UTF-16 units from its start) is written; a character may be written as an entity. */
export function sourceOffset(xml: string, { source }: Run, index: number): number {
  let at = source.start
  for (let i = 0; i < index && at < source.end; ) {
    if (xml[at] === '&') {
      const close = xml.indexOf(';', at)
      const code = /^&#(x[\da-f]+|\d+);/i.exec(xml.slice(at, Math.min(close + 1, at + 12)))?.[1]
      i += code && Number(code.startsWith('x') || code.startsWith('X') ? `0${code}` : code) > 0xffff ? 2 : 1
      at = close + 1
    } else {
      i++
      // A line end of two characters is read as one.
      at += xml[at] === '\r' && xml[at + 1] === '\n' ? 2 : 1
    }
  }
  return at
}
