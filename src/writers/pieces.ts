/** Which parts of which runs hold a span, and where their characters are written. */
import type { Span } from '../core.ts'
import type { Run } from '../parsers/docx.ts'
import { lastAtMost } from '../sorted-lists.ts'
import { lastBefore } from '../text/spans.ts'

export interface Piece extends Readonly<{ run: Run; from: number; to: number }> {}

/** The parts of runs that hold the span, whole and without a gap; none where something in it is not written in a run. */
export function piecesOf(runs: readonly Run[], { start, end }: Span): Piece[] {
  let at = lastBefore(runs, start)
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

/** Characters between two places in a run that are remembered. */
const STEP = 1024

/**
 * Tells where in `xml` a run's character `index` (UTF-16 units from its start) is written; a character may be written as an entity. What was counted once
 * in a long run is remembered: a draft may be one run.
 */
export function sourceOffsets(xml: string): (run: Run, index: number) => number {
  const known = new Map<Run, readonly (readonly [index: number, at: number])[]>()
  return (run, index) => {
    const { source, start, end } = run
    // Nothing is written shorter than it is read.
    if (source.end - source.start === end - start) return source.start + index
    let places = known.get(run)
    if (!places) known.set(run, (places = placesOf(xml, run)))
    let [i, at] = places[lastAtMost(places.length, (n) => places[n]![0], index)]!
    while (i < index && at < source.end) [i, at] = following(xml, i, at)
    return at
  }
}

function placesOf(xml: string, { source }: Run): (readonly [index: number, at: number])[] {
  const places: (readonly [number, number])[] = [[0, source.start]]
  let [i, at] = [0, source.start]
  while (at < source.end) {
    ;[i, at] = following(xml, i, at)
    if (i - places.at(-1)![0] >= STEP) places.push([i, at])
  }
  return places
}

/** The place behind the character at `at`. */
function following(xml: string, i: number, at: number): [index: number, at: number] {
  if (xml[at] === '&') {
    const close = xml.indexOf(';', at)
    const code = /^&#(x[\da-f]+|\d+);/i.exec(xml.slice(at, Math.min(close + 1, at + 12)))?.[1]
    const paired = code && Number(code.startsWith('x') || code.startsWith('X') ? `0${code}` : code) > 0xffff
    return [i + (paired ? 2 : 1), close + 1]
  }
  // A line end of two characters is read as one.
  return [i + 1, at + (xml[at] === '\r' && xml[at + 1] === '\n' ? 2 : 1)]
}
