/**
 * The index of a shelf as bytes. A header of eight 32-bit words, the cards as JSON (filled up with spaces to whole words), then all
 * signatures one after the other, in the byte order of the machine. Pure.
 */

import type { Seen } from '../files/stamps.ts'

/** What the index keeps of one document: never its text. */
export interface Card {
  /** In one line, or ''. */
  readonly title: string
  /** 发文字号 of its own, as written. */
  readonly numbers: readonly string[]
  /** See `signature` in measures/signature.ts. */
  readonly grams: Uint32Array
}

/** A card, and what tells whether it still holds. Times in milliseconds since 1970. */
export interface Entry extends Card, Seen {
  /** Stands for the file's path, which may say too much. */
  readonly key: string
}

const MAGIC = 0x31464853 // SHF1, and its mirror image on a machine of the other byte order
const HEADER = 8

type Row = [string, number, number, number, number, string, string, readonly string[], number]

/** `maker` tells whose way of reading documents the entries follow (32 bits). The parts are to be written one after the other. */
export function encode(entries: readonly Entry[], maker: number): Uint8Array[] {
  const rows = entries.map(
    ({ key, size, mtime, ctime, checked, hash, title, numbers, grams }): Row => [
      key,
      size,
      mtime,
      ctime,
      checked,
      hash,
      title,
      numbers,
      grams.length,
    ],
  )
  const json = Buffer.from(JSON.stringify(rows))
  const cards = Buffer.alloc(Math.ceil(json.length / 4) * 4, ' ')
  cards.set(json)
  const words = new Uint32Array(cards.buffer, cards.byteOffset, cards.length / 4)
  const total = entries.reduce((sum, { grams }) => sum + grams.length, 0)
  let sum = checksum(words)
  for (const { grams } of entries) sum = checksum(grams, sum)
  const header = Uint32Array.of(MAGIC, maker, sum, cards.length, total, 0, 0, 0)
  return [bytesOf(header), cards, ...entries.map(({ grams }) => bytesOf(grams))]
}

/** Undefined when the bytes are damaged, foreign, or another maker's. The signatures are views of `bytes`. */
export function decode(bytes: Uint8Array, maker: number): Entry[] | undefined {
  if (bytes.length < HEADER * 4 || bytes.length % 4 !== 0) return undefined
  // Words must begin at a multiple of four.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Uint32Array(whole.buffer, whole.byteOffset, whole.length / 4)
  const [magic, made, sum, size = 0, total = 0] = words
  if (magic !== MAGIC || made !== maker || size % 4 !== 0) return undefined
  const from = HEADER + size / 4
  if (from + total !== words.length || checksum(words.subarray(HEADER)) !== sum) return undefined
  try {
    const rows: unknown = JSON.parse(Buffer.from(whole.buffer, whole.byteOffset + HEADER * 4, size).toString())
    if (!Array.isArray(rows)) return undefined
    let at = from
    const entries = rows.map((row: unknown): Entry => {
      if (!isRow(row)) throw new Error('not a card')
      const [key, size, mtime, ctime, checked, hash, title, numbers, count] = row
      const grams = words.subarray(at, (at += count))
      return { key, size, mtime, ctime, checked, hash, title, numbers, grams }
    })
    return at === words.length ? entries : undefined
  } catch {
    return undefined
  }
}

function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 9) return false
  const [key, size, mtime, ctime, checked, hash, title, numbers, count] = row as unknown[]
  return (
    [key, hash, title].every((text) => typeof text === 'string') &&
    [size, mtime, ctime, checked].every(Number.isFinite) &&
    Array.isArray(numbers) &&
    numbers.every((number) => typeof number === 'string') &&
    Number.isInteger(count) &&
    (count as number) >= 0
  )
}

const bytesOf = (words: Uint32Array) => new Uint8Array(words.buffer, words.byteOffset, words.byteLength)

/** Against accidents, not against anybody's intent. */
function checksum(words: Uint32Array, sum = 0x811c9dc5): number {
  let h = sum
  for (let i = 0; i < words.length; i++) {
    h = Math.imul(h ^ words[i]!, 0x01000193)
    h ^= h >>> 15
  }
  return h >>> 0
}
