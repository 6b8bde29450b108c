/** Words of documents → HTML. Nothing from a document reaches the page but through these functions. */

import type { Span } from '../core.ts'
import { firstAbove } from '../sorted-lists.ts'
import { escaped, harmless } from './html.ts'
import { aligned } from './terminal.ts'

const breaks = /[ \t\u3000]*(?:\r\n?|[\n\v\f\u0085\u2028\u2029])\s*/g
const stops = /[。！？；：”’）」』!?;:]/
const han = /[\u2014\u2018-\u2026\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]/

/** Running prose: a line break behind the end of a sentence stays, any other was made by a machine and is undone. */
export function prose(text: string, { start, end }: Span, keepLines = false): string {
  const slice = text.slice(start, end)
  if (harmless.test(slice)) return slice
  if (!/[\r\n\v\f\u0085\u2028\u2029]/.test(slice)) return escaped(slice)
  return slice
    .replace(breaks, (run, at: number) => {
      const before = text[start + at - 1] ?? ''
      const after = text[start + at + run.length] ?? ''
      if (keepLines || stops.test(before)) return '\n'
      return han.test(before) && han.test(after) ? '' : ' '
    })
    .split('\n')
    .map(escaped)
    .join('<br>')
}

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end)
  const from = start + slice.length - slice.trimStart().length
  return { start: from, end: Math.max(from, end - (slice.length - slice.trimEnd().length)) }
}

/** Places where a text may have to be cut, sorted, each once, none inside a character. */
export const cutsOf = (text: string, spans: readonly Span[]): number[] =>
  [...new Set(spans.flatMap(({ start, end }) => [aligned(text, start), aligned(text, end)]))].sort((a, b) => a - b)

/** A span in pieces, cut where `cuts` (sorted) lie inside it. */
export function pieces({ start, end }: Span, cuts: readonly number[]): Span[] {
  const found: Span[] = []
  let from = start
  for (let i = firstAbove(cuts, start); i < cuts.length && cuts[i]! < end; i++) {
    found.push({ start: from, end: cuts[i]! })
    from = cuts[i]!
  }
  if (from < end) found.push({ start: from, end })
  return found
}
