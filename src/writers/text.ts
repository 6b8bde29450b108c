/** Edits in a text file: what they do not touch keeps its bytes, its encoding and its byte order mark. */
import { type Edit, UnreadableError } from '../core.ts'
import { applied } from '../fix.ts'

/**
 * `bytes` with the edits made. `text` is what they were decoded to, in `encoding`; the edits are compatible and their spans lie in it.
 * Throws `UnreadableError` for a character that the encoding lacks.
 */
export function rewriteText(bytes: Uint8Array, text: string, encoding: string, edits: readonly Edit[]): Uint8Array {
  if (encoding === 'gb18030') return rewriteGb(bytes, edits)
  const body = Buffer.from(applied(text, edits), encoding === 'utf-8' ? 'utf8' : 'utf16le')
  if (encoding === 'utf-16be') body.swap16()
  return Buffer.concat([bytes.subarray(0, markLength(bytes, encoding)), body])
}

function markLength(bytes: Uint8Array, encoding: string): number {
  const marks: Readonly<Record<string, readonly number[]>> = {
    'utf-8': [0xef, 0xbb, 0xbf],
    'utf-16le': [0xff, 0xfe],
    'utf-16be': [0xfe, 0xff],
  }
  const mark = marks[encoding] ?? []
  return mark.every((byte, i) => bytes[i] === byte) ? mark.length : 0
}

/** Nothing encodes GB18030 here, so only what is new is: the rest is copied byte for byte. */
function rewriteGb(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const encode = gbEncoder()
  const decoder = new TextDecoder('gb18030')
  const parts: Uint8Array[] = []
  let at = 0
  let offset = 0
  const advance = (to: number) => {
    while (offset < to && at < bytes.length) {
      const four = bytes[at]! > 0x80 && bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x39
      const width = bytes[at]! <= 0x80 ? 1 : four ? 4 : 2
      offset += four ? decoder.decode(bytes.subarray(at, at + 4)).length : 1
      at += width
    }
    return at
  }
  for (const { span, text } of edits) {
    const from = at
    parts.push(bytes.subarray(from, advance(span.start)), encode(text))
    advance(span.end)
  }
  parts.push(bytes.subarray(at))
  return Buffer.concat(parts)
}

/** Characters of one or two bytes, which are all that stand in Chinese office prose. */
function gbEncoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const row = new Uint8Array(2 * 190)
    for (let i = 0, trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) {
        row[i++] = lead
        row[i++] = trail
      }
    const chars = decoder.decode(row)
    // A row with an unassigned place decodes to another number of characters; such rows hold nothing that is written here.
    if (chars.length !== 190) continue
    for (let i = 0; i < 190; i++) codes.set(chars[i]!, (lead << 8) | row[2 * i + 1]!)
  }
  return (text) => {
    const out: number[] = []
    for (const char of text) {
      const code = char < '\u0080' ? char.charCodeAt(0) : codes.get(char)
      if (code === undefined)
        throw new UnreadableError(`“${char}”不能用这个文件的编码（GB18030）写入`, '请把文件另存为 UTF-8 编码后再修正')
      if (code > 0xff) out.push(code >> 8)
      out.push(code & 0xff)
    }
    return Uint8Array.from(out)
  }
}
