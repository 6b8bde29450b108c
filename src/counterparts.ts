/** Characters that are the same but for how they are written, and what stays of words that are written anew. */

/** What says something: letters, figures, percentages. */
export const WORDY = /[\p{L}\p{N}%％]/u
const DIGITS = '〇一二三四五六七八九'

/** Is each character another way to write the one in its place? 三千五 and 350 are of one length, but 5 does not stand for 千. */
export function isFaithful(old: string, text: string): boolean {
  if (old.length !== text.length) return false
  for (let i = 0; i < old.length; i++) if (!isCounterpart(old[i]!, text[i]!)) return false
  return true
}

function isCounterpart(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)]
  return one === other || !(WORDY.test(one) || WORDY.test(other))
}

/** A figure is a figure, in Chinese and of whatever width. */
function plain(char: string): string {
  const digit = DIGITS.indexOf(char)
  return digit < 0 ? char.normalize('NFKC') : String(digit)
}

/** What a number consists of. */
const NUMERAL = /[\d.,%％〇零一二两三四五六七八九十百千万亿年月日]/
/** Characters of a number on either side that are looked at. */
const NEAR = 12

/** From where to where, in UTF-16 units. */
interface Reach {
  readonly start: number
  readonly end: number
}

/** What is reached, with the whole of the number that it stands in. */
export function wholeNumber(text: string, span: Reach): Reach {
  let { start, end } = span
  for (let i = 0; i < NEAR && NUMERAL.test(text[start - 1] ?? ''); i++) start--
  for (let i = 0; i < NEAR && NUMERAL.test(text[end] ?? ''); i++) end++
  return { start, end }
}

/** How many characters two words begin with alike, and end with alike behind those. */
export function sharedEnds(old: string, text: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(old.length, text.length)
  let head = 0
  while (head < most && old[head] === text[head]) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++
  return { head, tail }
}
