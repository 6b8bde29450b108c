/** Paragraphs of the body as a reader takes them: without the white space that layout put between Chinese words and figures. */
import type { Block, Doc } from '../core.ts'
import { isSpace } from './characters.ts'
import { fullWidth } from './stance.ts'

/** A paragraph without layout white space, its half-width ，；： as full-width ones. */
export interface Flat {
  readonly text: string
  readonly block: Block
  /** Where character `i` of `text` stands in `Doc.text`; for `i === text.length`, where the paragraph ends. */
  readonly place: (i: number) => number
}

/** Paragraphs, items and headings of the body, in order; no table cells, quotations of code or empty paragraphs. */
export function flatBlocks({ text, blocks, facts }: Doc): Flat[] {
  const flats: Flat[] = []
  let part = 0
  for (const block of blocks) {
    while (part < facts.body.length && facts.body[part]!.end <= block.start) part++
    const body = facts.body[part]
    if (!body) break
    if (block.kind === 'cell' || block.kind === 'code' || block.start < body.start || block.end > body.end) continue
    const flat = flatten(text, block)
    if (flat.text !== '') flats.push(flat)
  }
  return flats
}

export function flatten(text: string, block: Block): Flat {
  const { start, end } = block
  const raw = text.slice(start, end)
  if (!/\s|\u200b/.test(raw)) return { text: fullWidth(raw), block, place: (i) => start + i }
  const at = new Int32Array(raw.length + 1)
  const parts: string[] = []
  let from = 0
  let length = 0
  let i = 0
  while (i < raw.length) {
    if (!isSpace(raw.charCodeAt(i))) {
      at[length++] = i++
      continue
    }
    let next = i
    while (next < raw.length && isSpace(raw.charCodeAt(next))) next++
    // 12 345 and App Store are not one word.
    if (i > 0 && next < raw.length && isAscii(raw.charCodeAt(i - 1)) && isAscii(raw.charCodeAt(next))) {
      for (let k = i; k < next; k++) at[length++] = k
    } else {
      parts.push(raw.slice(from, i))
      from = next
    }
    i = next
  }
  parts.push(raw.slice(from))
  at[length] = raw.length
  return { text: fullWidth(parts.join('')), block, place: (n) => start + at[n]! }
}

const isAscii = (c: number) => c > 32 && c < 127
