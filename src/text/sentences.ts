/** Where sentences begin and end. */
import type { Block, Sentence } from '../core.ts'
import { isHan, isSpace, nextOf } from './characters.ts'

const isEnd = (c: number) => c === 0x3002 || c === 0xff01 || c === 0xff1f || c === 0xff1b
const STOP = /[。！？；!?;]/g
/** Closing marks that belong to the sentence before them. */
const isCloser = (c: number) =>
  c === 0x201d ||
  c === 0x2019 ||
  c === 0xff09 ||
  c === 0x300b ||
  c === 0x300d ||
  c === 0x300f ||
  c === 0x3011 ||
  c === 0x29

/**
 * Sentences of a text, in order: every paragraph (and heading, list item, table cell) is split after 。！？； and after half-width ! ? ; that follow a Chinese character.
 * Code blocks have none. White space at either end is left out.
 */
export function sentencesOf(text: string, blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = []
  for (let block = 0; block < blocks.length; block++) {
    const { start: first, end, kind } = blocks[block]!
    if (kind === 'code') continue
    let start = first
    const own = text.slice(first, end)
    for (
      let at = nextOf(STOP, own, 0), i = first + at;
      at >= 0;
      at = nextOf(STOP, own, i + 1 - first), i = first + at
    ) {
      if (text.charCodeAt(i) < 0x100 && !isHan(text.charCodeAt(i - 1))) continue
      while (i + 1 < end && (isEnd(text.charCodeAt(i + 1)) || isCloser(text.charCodeAt(i + 1)))) i++
      start = push(sentences, text, start, i + 1, block)
    }
    push(sentences, text, start, end, block)
  }
  return sentences
}

/** Returns where the next sentence starts. */
function push(sentences: Sentence[], text: string, from: number, to: number, block: number): number {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) sentences.push({ start, end, block })
  return to
}
