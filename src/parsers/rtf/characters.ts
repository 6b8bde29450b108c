/** Bytes of text in an RTF file → characters: the code page is that of the font, or of the file. */
import { symbol } from '../docx/symbols.ts'

export interface Font {
  /** `\fcharset`; 2 are the symbol fonts. */
  charset: number
  name: string
}

const SYMBOLS = 2
/** Code pages by the character set of a font. */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}
const ENCODINGS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  54936: 'gb18030',
  65001: 'utf-8',
  874: 'windows-874',
}
const DOUBLE = new Set([932, 936, 949, 950, 54936])

/** The code page of text in this font: that of the file where it has characters of two bytes and the font has not. */
export function codePage(font: Font | undefined, ofFile: number): number {
  const own = font === undefined ? undefined : CHARSETS[font.charset]
  if (own === undefined || (DOUBLE.has(ofFile) && !DOUBLE.has(own))) return ofFile
  return own
}

/** Does a byte begin a character of two bytes? */
export function isLead(byte: number, page: number): boolean {
  return byte >= 0x81 && DOUBLE.has(page) && !(page === 932 && byte >= 0xa0 && byte <= 0xdf)
}

/** `bytes` has a character for each byte. */
export function decodeBytes(bytes: string, font: Font | undefined, page: number): string {
  if (font?.charset === SYMBOLS) return [...bytes].map((char) => signOf(char, font.name)).join('')
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  const encoding = ENCODINGS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'))
}

/** The character of a symbol font at a place that is given as a byte or in the private area of Unicode. */
export function signOf(char: string, font: string): string {
  const code = char.charCodeAt(0)
  if (code <= 0x20) return char
  return symbol(code <= 0xff ? String.fromCharCode(0xf000 + code) : char, font) ?? char
}
