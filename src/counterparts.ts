/** Characters that are the same but for how they are written. */

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
export const NUMERAL = /[\d.,%％〇零一二两三四五六七八九十百千万亿年月日]/
