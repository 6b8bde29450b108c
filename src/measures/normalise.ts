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
const EMPTY = 1
const NUMERAL = 2
const COUNTED = 3
/** What sort of character each UTF-16 unit is; 0: none of these. A table, because every character of a text is looked up. */
const SORT = new Uint8Array(0x10000)
mark('的了和与及等之并', EMPTY)
mark('零〇一二两三四五六七八九十百千万亿', NUMERAL)
mark('个名户人年月日元天次家项岁周公平立方吨亩%条款级倍件处座台套辆所场期批小分以至', COUNTED)

function mark(characters: string, sort: number): void {
  for (let i = 0; i < characters.length; i++) SORT[characters.charCodeAt(i)] = sort
}

const ZERO = 48

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
  const units = new Uint16Array(source.length)
  const at = new Int32Array(source.length + 1)
  const until = new Int32Array(source.length)
  let size = 0
  const put = (unit: number, from: number, to: number) => {
    units[size] = unit
    at[size] = from
    until[size++] = to
  }
  const swapped = swaps(source)
  let next = 0
  for (let i = 0; i < source.length; ) {
    const swap = swapped[next]
    if (swap && swap.start === i) {
      put(swap.sign.charCodeAt(0), i, swap.end)
      i = swap.end
      next++
      continue
    }
    const unit = source.charCodeAt(i)
    const c = fold(unit)
    if (isDigit(c)) {
      const end = numberEnd(source, i)
      put(ZERO, i, end)
      i = end
    } else if (SORT[unit] === NUMERAL) {
      const end = numeralEnd(source, i)
      if (end > i) put(ZERO, i, end)
      else put(unit, i, i + 1)
      i = Math.max(end, i + 1)
    } else {
      if ((isHan(c) && SORT[unit] !== EMPTY) || isLetter(c)) put(c, i, i + 1)
      i++
    }
  }
  at[size] = source.length
  return { text: textOf(units.subarray(0, size)), at: at.subarray(0, size + 1), until: until.subarray(0, size) }
}

/** So many units become text at a time: each is an argument of a call. */
const AT_ONCE = 4096

function textOf(units: Uint16Array): string {
  let text = ''
  for (let i = 0; i < units.length; i += AT_ONCE)
    text += String.fromCharCode.apply(null, units.subarray(i, i + AT_ONCE) as unknown as number[])
  return text
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
  while (end < source.length && end - from < 12 && SORT[source.charCodeAt(end)] === NUMERAL) end++
  const before = source[from - 1]
  if (before === '第' || before === '之') return end
  if (SORT[source.charCodeAt(end)] !== COUNTED) return from
  return source.startsWith('分', end) || source.startsWith('小', end) ? (end - from > 1 ? end : from) : end
}
