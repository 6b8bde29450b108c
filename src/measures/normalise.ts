import { swaps } from './swaps.ts'

/** A text as the comparison sees it. */
export interface Normal {
  /** The characters that count; one UTF-16 unit each. */
  readonly text: string
  /** `at[i]` is the offset in the original text of `text[i]`; `at[text.length]` is the original's length. */
  readonly at: Int32Array
  /** `until[i]` is the offset behind the last original character that `text[i]` stands for. */
  readonly until: Int32Array
}

/** Words without which a sentence says the same. */
const EMPTY = codesOf('的了和与及等之并')

const NUMERAL = codesOf('零〇一二两三四五六七八九十百千万亿')
const COUNTED = codesOf('个名户人年月日元天次家项岁周公平立方吨亩%条款级倍件处座台套辆所场期批小分以至')

/** Of each character its UTF-16 unit. */
function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)))
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57
const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7)
const isHan = (c: number): boolean =>
  (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xd800 && c <= 0xdfff) || c === 0x3007

/** Full-width ASCII to half width, upper case to lower. */
function fold(c: number): number {
  const half = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c
  return half >= 65 && half <= 90 ? half + 32 : half
}

/**
 * Reduces a text to what is compared: no space, no punctuation, half width, small letters; a number becomes `0`, and a
 * region or a body that an office swaps for its own becomes one sign for all of them. Offsets lead back exactly.
 */
export function normalise(source: string): Normal {
  const out: string[] = []
  const at = new Int32Array(source.length + 1)
  const until = new Int32Array(source.length + 1)
  const put = (sign: string, from: number, to: number) => {
    at[out.length] = from
    until[out.length] = to
    out.push(sign)
  }
  const swapped = swaps(source)
  let next = 0
  for (let i = 0; i < source.length; ) {
    const swap = swapped[next]
    if (swap && swap.start === i) {
      put(swap.sign, i, swap.end)
      i = swap.end
      next++
      continue
    }
    const unit = source.charCodeAt(i)
    const c = fold(unit)
    if (isDigit(c)) {
      const end = numberEnd(source, i)
      put('0', i, end)
      i = end
    } else if (NUMERAL.has(unit)) {
      const end = numeralEnd(source, i)
      if (end > i) put('0', i, end)
      else put(source[i]!, i, i + 1)
      i = Math.max(end, i + 1)
    } else {
      if ((isHan(c) && !EMPTY.has(unit)) || isLetter(c)) put(String.fromCharCode(c), i, i + 1)
      i++
    }
  }
  at[out.length] = source.length
  return { text: out.join(''), at: at.slice(0, out.length + 1), until: until.slice(0, out.length) }
}

function numberEnd(source: string, from: number): number {
  let end = from
  for (let i = from; i < source.length && i - from < 40; i++) {
    const c = fold(source.charCodeAt(i))
    if (isDigit(c)) end = i + 1
    else if (c !== 46 && c !== 44) break
  }
  return end
}

/** End of a Chinese numeral that counts something (五年, 十八周岁, 第三); `from` when it is part of a word (统一, 十分). */
function numeralEnd(source: string, from: number): number {
  let end = from
  while (end < source.length && end - from < 12 && NUMERAL.has(source.charCodeAt(end))) end++
  const before = source[from - 1]
  if (before === '第' || before === '之') return end
  if (!COUNTED.has(source.charCodeAt(end))) return from
  return source.startsWith('分', end) || source.startsWith('小', end) ? (end - from > 1 ? end : from) : end
}
