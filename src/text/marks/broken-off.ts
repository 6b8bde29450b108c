/** Paragraphs that end in 、, below which something else begins: what should follow was lost. */
import type { Block } from '../../core.ts'
import { readOpening } from '../parts/numbering.ts'
import type { MarkFault } from './faults.ts'

/** A paragraph, and not a word of a list or of a table. UTF-16 units. */
const SHORTEST = 12
const OPENING_MAX = 32

/** Told only where the next paragraph is numbered: otherwise the file may have cut one paragraph at a fixed width. */
export function brokenOff(text: string, blocks: readonly Block[]): MarkFault[] {
  const faults: MarkFault[] = []
  for (let i = 0; i + 1 < blocks.length; i++) {
    const { start, end, kind } = blocks[i]!
    if (text.charCodeAt(end - 1) !== 0x3001 || kind === 'code' || kind === 'cell' || end - start < SHORTEST) continue
    let next = i + 1
    while (next + 1 < blocks.length && blocks[next]!.start === blocks[next]!.end) next++
    const below = openingOf(text, blocks[next]!)
    // 1.水泥、 2.黄沙、: a list whose items end so.
    if (!below || below.form === openingOf(text, blocks[i]!)?.form) continue
    faults.push({ kind: 'brokenOff', at: { start: end - 1, end }, found: '、', wanted: '。' })
  }
  return faults
}

const openingOf = (text: string, { start, end, kind }: Block) =>
  kind === 'cell' || kind === 'code' ? undefined : readOpening(text.slice(start, Math.min(end, start + OPENING_MAX)))
