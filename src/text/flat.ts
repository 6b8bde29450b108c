/** Paragraphs of the body as a reader takes them: without the white space that layout put between Chinese words and figures. */
import type { Block, Doc } from '../core.ts'
import { perObject } from '../per-object.ts'
import { lastAtMost } from '../sorted-lists.ts'
import { isSpace } from './characters.ts'
import { fullWidth } from './clauses.ts'

/** A paragraph without layout white space, its half-width ，；： as full-width ones. */
export interface Flat {
  readonly text: string
  readonly block: Block
  /** Where character `i` of `text` stands in `Doc.text`; for `i === text.length`, where the paragraph ends. */
  readonly place: (i: number) => number
}

/** Paragraphs, items and headings of the body, in order; no table cells, quotations of code or empty paragraphs. */
export const paragraphsOf = perObject(({ text, blocks, facts }: Doc): readonly Block[] => {
  const paragraphs: Block[] = []
  let part = 0
  for (const block of blocks) {
    while (part < facts.body.length && facts.body[part]!.end <= block.start) part++
    const body = facts.body[part]
    if (!body) break
    if (block.kind === 'cell' || block.kind === 'code' || block.start < body.start || block.end > body.end) continue
    if (block.start === block.end) continue
    if (!isSpace(text.charCodeAt(block.start)) || text.slice(block.start, block.end).trim() !== '')
      paragraphs.push(block)
  }
  return paragraphs
})

/** White space as `isSpace` has it. */
const SPACES = /[\s\u0085\u200b-\u200f\u2060-\u206f]+/g

/** Made for paragraphs that are worth it only: most of a document is read as it stands. */
export function flatten({ text: whole }: Doc, block: Block): Flat {
  const { start, end } = block
  const raw = whole.slice(start, end)
  const runs = raw.match(SPACES)
  if (!runs) return { text: fullWidth(raw), block, place: (i) => start + i }
  let text = ''
  let from = 0
  let at = 0
  /** Where the pieces between white space begin, here and in the document. */
  const here = [0]
  const there = [start]
  for (const run of runs) {
    at = raw.indexOf(run, at)
    const next = at + run.length
    // 12 345 and App Store are not one word.
    if (!(isAscii(raw.charCodeAt(at - 1)) && isAscii(raw.charCodeAt(next)))) {
      text += raw.slice(from, at)
      from = next
      here.push(text.length)
      there.push(start + next)
    }
    at = next
  }
  text = fullWidth(text + raw.slice(from))
  return { text, block, place: (i) => (i >= text.length ? end : placeAmong(here, there, i)) }
}

/** The offset that lies as far behind the beginning of its piece there as `i` does here. */
function placeAmong(here: readonly number[], there: readonly number[], i: number): number {
  const piece = lastAtMost(here.length, (k) => here[k]!, i)
  return there[piece]! + i - here[piece]!
}

const isAscii = (c: number) => c > 32 && c < 127
