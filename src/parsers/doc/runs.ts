/** Which format a place of the text has: the index of the pages that formats are kept on, and the pages themselves. */

import { firstWhere } from '../../sorted-lists.ts'
import { refuse } from './header.ts'

const PAGE = 512

/** A stretch of the main stream with one format. */
export interface FormatRun {
  /** Offset in the main stream where it ends; always beyond the place asked for. */
  readonly end: number
  /** Offset of the format's list, or -1: as the style says. */
  readonly at: number
}

/**
 * Finds formats by their place in the main stream. `index` is the table that names the pages, `entrySize` what stands on a page
 * for each run: 1 byte for characters, 13 for paragraphs.
 */
export function formatRuns(main: Buffer, index: Buffer, entrySize: 1 | 13): (offset: number) => FormatRun {
  const count = Math.max(0, Math.floor((index.length - 4) / 8))
  const startOf = (i: number) => index.readUInt32LE(i * 4)

  return (offset) => {
    // Every character of a real file has its run, plain ones too.
    if (count === 0) throw refuse('invalid', '格式的位置表已损坏')
    const page = search(count + 1, offset, startOf)
    const next = page + 1 <= count ? startOf(page + 1) : main.length
    const none = { end: Math.max(offset + 1, next), at: -1 }
    if (page < 0) return { end: Math.max(offset + 1, startOf(0)), at: -1 }
    if (page >= count) return none
    const from = (index.readUInt32LE((count + 1) * 4 + page * 4) & 0x3fffff) * PAGE
    if (from + PAGE > main.length) return none
    const runs = main[from + PAGE - 1]!
    if ((runs + 1) * 4 + runs * entrySize > PAGE - 1) return none
    const run = search(runs + 1, offset, (i) => main.readUInt32LE(from + i * 4))
    if (run < 0 || run >= runs) return none
    const place = main[from + (runs + 1) * 4 + run * entrySize]!
    const end = Math.max(offset + 1, main.readUInt32LE(from + (run + 1) * 4))
    return { end, at: place === 0 ? -1 : from + place * 2 }
  }
}

/** The last of `count` ascending values that is not above `wanted`; -1 where all are. */
export function search(count: number, wanted: number, valueAt: (i: number) => number): number {
  return firstWhere(count, (i) => valueAt(i) > wanted) - 1
}

/** The list of a paragraph's format: its style's index, then properties. */
export function paragraphList(main: Buffer, at: number): Buffer {
  const half = main[at] ?? 0
  const size = half === 0 ? (main[at + 1] ?? 0) * 2 : half * 2 - 1
  const from = at + (half === 0 ? 2 : 1)
  return main.subarray(from, from + size)
}

/** The list of a character format. */
export function characterList(main: Buffer, at: number): Buffer {
  return main.subarray(at + 1, at + 1 + (main[at] ?? 0))
}
