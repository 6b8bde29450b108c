/** Text as it is read: lines joined, marks widened, cut into clauses and behind words. */

import { INVISIBLE } from './invisible.ts'

/** A paragraph that was cut at a fixed width, as one: 不⏎得 is 不得. What nobody sees is left out, too. */
export const joined = (text: string): string => (BROKEN.test(text) ? text.replace(BREAKS, '') : text)

const BROKEN = new RegExp(`[\\r\\n${INVISIBLE}]`)
const BREAKS = new RegExp(`[ \\t\\u3000]*[\\r\\n]+[ \\t\\u3000]*|[${INVISIBLE}]+`, 'g')

const HALF: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' }
/** Half-width , ; : that follow Chinese words as the full-width marks they stand for. Lengths stay. */
export const fullWidth = (text: string): string =>
  /[,;:]/.test(text) ? text.replace(/(?<=^|[一-龥”’"》）)])[,;:]/g, (mark) => HALF[mark]!) : text

const WIDE: Readonly<Record<string, string>> = { ...HALF, '!': '！', '?': '？', '(': '（', ')': '）' }
/**
 * Every half-width mark as the full-width one it stands for, brackets too, but for those within figures and Latin words (12,345, 10:30, &sp;): a document says what it is
 * whichever way its marks were typed. Lengths stay.
 */
export const widened = (text: string): string =>
  /[,;:!?()]/.test(text)
    ? text.replace(/[()]|[,;:!?](?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f)].))/g, (mark) => WIDE[mark]!)
    : text

/** Where the stretch of text begins that ends at `at`: behind the last of `marks`; 0 where none stands before. */
export function startBehind(text: string, marks: string, at: number): number {
  let from = at
  while (from > 0 && !marks.includes(text[from - 1]!)) from--
  return from
}

/** The clause that `ahead` ends with: from the last ，；：。 on. */
export const clauseOf = (ahead: string): string => ahead.slice(startBehind(ahead, '，；：。', ahead.length))

/** What stands behind the last words that a global `pattern` finds, which must not find empty ones; undefined where it finds none. */
export function behindLast(pattern: RegExp, text: string): string | undefined {
  let end = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) end = pattern.lastIndex
  return end === 0 ? undefined : text.slice(end)
}
