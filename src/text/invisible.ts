/** Characters that nobody sees: soft hyphens, joiners and marks of direction, left by messengers, web pages and PDFs. Inside a word they hide it from a search. */
import type { Block, Edit } from '../core.ts'
import { isHan } from './characters.ts'
import { matchesOf } from './matches.ts'

/** For a class of characters. */
export const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff'
const ANY = new RegExp(`[${INVISIBLE}]`)
const RUNS = new RegExp(`[${INVISIBLE}]+`, 'g')

export const isInvisible = (c: number): boolean =>
  c === 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064) || c === 0xfeff
export const hasInvisible = (text: string): boolean => ANY.test(text)

/** Those between Chinese words and marks, as edits that take them out: a list for each paragraph that has some. */
export function invisibleEdits(text: string, blocks: readonly Block[]): Edit[][] {
  if (!hasInvisible(text)) return []
  return blocks.flatMap(({ start, end, kind }) => {
    if (kind === 'code') return []
    const edits: Edit[] = []
    for (const { 0: run, index } of matchesOf(RUNS, text.slice(start, end))) {
      const span = { start: start + index, end: start + index + run.length }
      if (isChinese(text.charCodeAt(span.start - 1)) && isChinese(text.charCodeAt(span.end)))
        edits.push({ span, text: '', safe: true })
    }
    return edits.length > 0 ? [edits] : []
  })
}

const isChinese = (c: number): boolean =>
  isHan(c) || (c >= 0x3001 && c <= 0x3011) || c === 0x201c || c === 0x201d || (c >= 0xff01 && c <= 0xff1f)
