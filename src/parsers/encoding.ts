/** Bytes → text: the encodings that Chinese offices write, told apart by content. */
import { isUtf8 } from 'node:buffer'
import { type Notice, UnreadableError } from '../core.ts'
import { utf8 } from '../utf8.ts'

/** Above this a “text draft” is not a draft. Bytes. */
const MAX_BYTES = 32 * 1024 * 1024
/** Past this share of undecodable characters a file is not text. */
const MAX_DAMAGE = 0.02
/** How much of the file the guesses look at. Bytes. */
const SAMPLE = 64 * 1024

const FOREIGN: readonly (readonly [magic: string, reason: string, remedy: string])[] = [
  ['PK\u0003\u0004', '内容是压缩包（docx、xlsx 或 zip），不是文本', '请把扩展名改回 .docx，或解压后再检查'],
  [
    '\u00d0\u00cf\u0011\u00e0',
    '内容是旧版 Office 文件（doc、wps 或 xls），不是文本',
    '请用 Word 或 WPS 打开后另存为 .docx',
  ],
  ['%PDF-', '内容是 PDF，不是文本', '请提供 Word 或文本稿'],
  ['{\\rtf', '内容是 RTF，不是纯文本', '请用 Word 或 WPS 打开后另存为 .docx'],
]

const PICTURES: readonly string[] = ['\u0089PNG', '\u00ff\u00d8\u00ff']
/** What to do about a picture. */
export const NO_PICTURE = '请提供可编辑的文稿'

export function isPicture(bytes: Uint8Array): boolean {
  const head = headOf(bytes)
  return PICTURES.some((magic) => head.startsWith(magic))
}

const headOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('latin1')

/**
 * Decodes a text file: UTF-8 with or without BOM, UTF-16 of either byte order with or without BOM, GB18030 (and so GBK and GB2312).
 * The BOM is removed, nothing else is changed, so offsets count from the first character after it.
 * A few broken bytes become U+FFFD and a notice; throws `UnreadableError` when the bytes are no text at all.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: string; notices: Notice[] } {
  if (bytes.length > MAX_BYTES)
    throw new UnreadableError(
      `文件过大（${Math.round(bytes.length / 1048576)} MB，上限 ${MAX_BYTES / 1048576} MB）`,
      '请拆分文件，或确认它确实是一份文稿',
    )
  const head = headOf(bytes)
  for (const [magic, reason, remedy] of FOREIGN) if (head.startsWith(magic)) throw new UnreadableError(reason, remedy)
  if (isPicture(bytes)) throw new UnreadableError('内容是图片，不是文本', NO_PICTURE)

  // The mark of UTF-32 begins as that of UTF-16 does.
  if (head.startsWith('\u00ff\u00fe\0\0') || head.startsWith('\0\0\u00fe\u00ff'))
    throw new UnreadableError('文本是 UTF-32 编码，不能读取', '请另存为 UTF-8 或 GB18030 编码')
  if (head.startsWith('\u00ef\u00bb\u00bf')) return lenient(bytes.subarray(3), 'utf-8')
  if (head.startsWith('\u00ff\u00fe')) return lenient(bytes.subarray(2), 'utf-16le')
  if (head.startsWith('\u00fe\u00ff')) return lenient(bytes.subarray(2), 'utf-16be')

  const wide = guessUtf16(bytes)
  if (wide) return lenient(bytes, wide)
  if (bytes.subarray(0, SAMPLE).includes(0)) throw notText()

  const utf8 = strict(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', notices: [] }
  // UTF-8 with a few broken bytes still has far more whole characters than broken ones; GB18030 read as UTF-8 has hardly any.
  const torn = damaged(bytes, 'utf-8')
  if (torn.lost <= allowed(torn.text) && torn.lost * 4 <= foreign(torn.text) && looksChinese(torn.text))
    return lenient(bytes, 'utf-8')
  const gb = strict(bytes, 'gb18030')
  if (gb !== undefined && looksChinese(gb)) return { text: gb, encoding: 'gb18030', notices: [] }
  const tornGb = damaged(bytes, 'gb18030')
  if (tornGb.lost <= allowed(tornGb.text) && looksChinese(tornGb.text)) return lenient(bytes, 'gb18030')
  throw notText()
}

/** How many broken characters a text may have. */
const allowed = (text: string) => Math.max(4, text.length * MAX_DAMAGE)

/** Whole characters outside ASCII. */
function foreign(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f && text.charCodeAt(i) !== 0xfffd) count++
  return count
}

const notText = () =>
  new UnreadableError(
    '内容不是文本（可能是二进制文件，或编码无法识别）',
    '请确认文件类型，文本请另存为 UTF-8 或 GB18030 编码',
  )

const invalidBytes = (count: number): Notice => ({ code: 'invalid-bytes', args: { count } })

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  // Several times as fast as a decoder that must be ready to fail.
  if (encoding === 'utf-8') return isUtf8(bytes) ? utf8(bytes) : undefined
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function damaged(bytes: Uint8Array, encoding: string): { text: string; lost: number } {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  let lost = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost++
  return { text, lost }
}

/** For bytes whose encoding is declared by a BOM or certain: broken places are kept as U+FFFD. */
function lenient(bytes: Uint8Array, encoding: string): { text: string; encoding: string; notices: Notice[] } {
  const { text, lost } = damaged(bytes, encoding)
  if (lost > allowed(text)) throw notText()
  return { text, encoding, notices: lost ? [invalidBytes(lost)] : [] }
}

/** UTF-16 without BOM: Chinese text puts line feeds and ASCII as `xx 00` or `00 xx`, and Han as 4E–9F in the high byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const n = Math.min(bytes.length, SAMPLE) & ~1
  if (n < 4 || bytes.length % 2 !== 0) return undefined
  // Without any NUL byte the text would have neither a line break nor a digit: far likelier GBK.
  if (!bytes.subarray(0, n).includes(0)) return undefined
  const plausible = [0, 0]
  for (let i = 0; i < n; i += 2)
    for (let order = 0; order < 2; order++) {
      const high = bytes[i + 1 - order]!
      const low = bytes[i + order]!
      if (high === 0) {
        if (low >= 0x20 || low === 10 || low === 13 || low === 9) plausible[order]!++
      } else if ((high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff || high === 0x20) plausible[order]!++
    }
  const [le, be] = [plausible[0]! / (n / 2), plausible[1]! / (n / 2)]
  if (Math.max(le, be) < 0.9) return undefined
  return le >= be ? 'utf-16le' : 'utf-16be'
}

/** Is what is not ASCII mostly Chinese? Random bytes decode as GB18030 into rare characters and private use. */
function looksChinese(text: string): boolean {
  let other = 0
  let chinese = 0
  for (let i = 0; i < text.length && i < SAMPLE; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x80) {
      if (c < 9) return false
      continue
    }
    other++
    if (
      (c >= 0x4e00 && c <= 0x9fa5) ||
      (c >= 0x2010 && c <= 0x203b) ||
      (c >= 0x3000 && c <= 0x301f) ||
      (c >= 0xff00 && c !== 0xfffd) ||
      c === 0xb7
    )
      chinese++
  }
  return other === 0 || chinese / other >= 0.7
}

/** A text as the bytes of a file: a byte order mark spares the guess how it is encoded. An empty text stays empty. */
export const encoded = (text: string): Uint8Array =>
  Buffer.from(text === '' || text.startsWith('\ufeff') ? text : `\ufeff${text}`)
