/** The text of a .doc file: pieces that lie anywhere in the main stream, in the order of a table. */
import { refuse } from './header.ts'
import { search } from './runs.ts'

/** A stretch of text that lies together. Bytes per character: 1 (Windows-1252) or 2 (UTF-16). */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Offset in the main stream. */
  readonly offset: number
  readonly width: 1 | 2
}

/** Where the table of pieces begins; lists of properties, each with its length, stand before it. */
function findTable(bytes: Buffer): Buffer {
  let at = 0
  while (bytes[at] === 1 && at + 3 <= bytes.length) at += 3 + bytes.readUInt16LE(at + 1)
  if (bytes[at] !== 2 || at + 5 > bytes.length) throw refuse('invalid', '正文的位置表已损坏')
  const size = bytes.readUInt32LE(at + 1)
  if (at + 5 + size > bytes.length) throw refuse('invalid', '正文的位置表已损坏')
  return bytes.subarray(at + 5, at + 5 + size)
}

/** Reads the table of pieces; `length` is what the header says of all stories. Throws `UnreadableError`. */
export function readPieces(bytes: Buffer, main: Buffer, length: number): readonly Piece[] {
  const table = findTable(bytes)
  const count = Math.floor((table.length - 4) / 12)
  const pieces: Piece[] = []
  let before = 0
  for (let i = 0; i < count && before < length; i++) {
    const start = table.readUInt32LE(i * 4)
    const end = Math.min(table.readUInt32LE(i * 4 + 4), length)
    const place = table.readUInt32LE((count + 1) * 4 + i * 8 + 2)
    const narrow = (place & 0x40000000) !== 0
    const width = narrow ? 1 : 2
    const offset = narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
    if (start !== before || end < start || offset + (end - start) * width > main.length)
      throw refuse('invalid', '正文的位置表已损坏')
    if (end > start) pieces.push({ start, end, offset, width })
    before = end
  }
  if (before < length) throw refuse('invalid', '正文不完整')
  return pieces
}

/** The pieces between two character positions, the first and the last cut to fit. */
export function* piecesBetween(pieces: readonly Piece[], start: number, end: number): Generator<Piece> {
  for (
    let i = Math.max(
      0,
      search(pieces.length, start, (n) => pieces[n]!.start),
    );
    i < pieces.length;
    i++
  ) {
    const piece = pieces[i]!
    if (piece.start >= end) return
    const from = Math.max(start, piece.start)
    const to = Math.min(end, piece.end)
    if (from < to)
      yield { start: from, end: to, offset: piece.offset + (from - piece.start) * piece.width, width: piece.width }
  }
}

const narrowText = new TextDecoder('windows-1252')

/** Decodes `count` characters from an offset of the main stream: one UTF-16 unit each. */
export function decodeAt(main: Buffer, offset: number, count: number, width: 1 | 2): string {
  const bytes = main.subarray(offset, offset + count * width)
  return width === 2 ? bytes.toString('utf16le') : narrowText.decode(bytes)
}
