/** Classes of characters, by UTF-16 code unit. */

/** A Chinese character of the basic plane (ideographs, extension A, compatibility, 〇). Astral ideographs are surrogate pairs: see `isSurrogate`. */
export const isHan = (c: number): boolean =>
  (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff) || c === 0x3007

export const isHighSurrogate = (c: number): boolean => c >= 0xd800 && c <= 0xdbff

/** White space of any kind, line breaks and zero-width marks included. */
export const isSpace = (c: number): boolean =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0x3000 ||
  c === 0xa0 ||
  c === 0xfeff ||
  c === 0x85 ||
  (c >= 0x2000 && c <= 0x200f) ||
  (c >= 0x2028 && c <= 0x202f) ||
  (c >= 0x205f && c <= 0x206f)

/** A mark that stands in a full-width cell of its own: ，。“”——……（）％ and the like. */
export const isFullWidth = (c: number): boolean => c === 0xb7 || (c >= 0x2010 && !isSpace(c))

export const isDigit = (c: number): boolean => c >= 48 && c <= 57

/**
 * Where a global `pattern` of one unit next finds something, from `from` on; -1 where it does not. Most characters of a text are passed
 * over by most checks: a pattern runs as machine code from its second use, a loop over characters only when a short run is over.
 */
export function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex - 1 : -1
}

/** ，；：（）？！ typed in half width. */
const HALF_WIDTH_MARKS = new Set([0x2c, 0x3b, 0x3a, 0x28, 0x29, 0x3f, 0x21])
export const isHalfWidthMark = (c: number): boolean => HALF_WIDTH_MARKS.has(c)
