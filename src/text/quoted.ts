/** Words mentioned, not used: what stands between quotation marks or book-title marks. */
import type { Block, Span } from '../core.ts'
import { lastBefore } from './spans.ts'

const CLOSER: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」', '『': '』', '‘': '’', '〈': '〉' }
const ANY_MARK = /["“《「『‘〈]/

/** The outermost quoted spans of each block, marks included, in order. A mark that is never closed in its block quotes nothing. */
export function quotedSpans(text: string, blocks: readonly Block[]): Span[] {
  const spans: Span[] = []
  // The next closing mark of each kind, looked for once: a text of opening marks alone must not be searched to its end for each of them.
  const closes = new Map<string, number>()
  const closeAfter = (mark: string, from: number): number => {
    const known = closes.get(mark)
    if (known !== undefined && (known < 0 || known >= from)) return known
    const at = text.indexOf(mark, from)
    closes.set(mark, at)
    return at
  }
  const marks = new RegExp(ANY_MARK, 'g')
  let mark = marks.exec(text)
  for (const block of blocks) {
    while (mark && mark.index < block.start) mark = marks.exec(text)
    while (mark && mark.index < block.end) {
      const close = closeAfter(CLOSER[mark[0]] ?? '"', mark.index + 1)
      if (close >= 0 && close < block.end) {
        spans.push({ start: mark.index, end: close + 1 })
        marks.lastIndex = close + 1
      }
      mark = marks.exec(text)
    }
    if (!mark) break
  }
  return spans
}

/** Does `at` lie inside one of `spans` (in order, not overlapping)? Logarithmic. */
export function covers(spans: readonly Span[], at: number): boolean {
  const span = spans[lastBefore(spans, at)]
  return span !== undefined && span.start <= at && at < span.end
}
