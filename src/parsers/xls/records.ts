/** The records of a workbook in the older format (BIFF8), and what stands in them; a record may go on in others. */
import type { Refusal } from '../zip.ts'

export interface BiffRecord {
  readonly id: number
  /** Of what it holds, in the stream. */
  readonly start: number
  readonly end: number
}

/** What a record that is too long for one goes on in. */
const CONTINUES = 0x3c
const HEAD = 4

/** From a place on, to the end of the stream. A record that is cut short ends it. */
export function* recordsFrom(bytes: Buffer, from: number): Generator<BiffRecord> {
  for (let at = from; at + HEAD <= bytes.length; ) {
    const start = at + HEAD
    const end = start + bytes.readUInt16LE(at + 2)
    if (end > bytes.length) return
    yield { id: bytes.readUInt16LE(at), start, end }
    at = end
  }
}

/** A record with those that it goes on in. */
export function whole(bytes: Buffer, record: BiffRecord): readonly BiffRecord[] {
  const parts = [record]
  for (const next of recordsFrom(bytes, record.end)) {
    if (next.id !== CONTINUES) break
    parts.push(next)
  }
  return parts
}

/** Reads what stands in a record, wherever it goes on. Throws the refusal where there is no more. */
export class RecordReader {
  readonly #bytes: Buffer
  readonly #parts: readonly BiffRecord[]
  readonly #refusal: Refusal
  #part = 0
  #at: number

  constructor(bytes: Buffer, parts: readonly BiffRecord[], refusal: Refusal) {
    this.#bytes = bytes
    this.#parts = parts
    this.#refusal = refusal
    this.#at = parts[0]!.start
  }

  get isOver(): boolean {
    return this.#at >= this.#parts[this.#part]!.end && this.#part + 1 >= this.#parts.length
  }

  byte(): number {
    while (this.#at >= this.#parts[this.#part]!.end) this.#goOn()
    return this.#bytes[this.#at++]!
  }

  short(): number {
    return this.byte() | (this.byte() << 8)
  }

  long(): number {
    return this.short() + this.short() * 0x10000
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      const here = this.#parts[this.#part]!.end - this.#at
      if (here === 0) {
        this.#goOn()
        continue
      }
      const step = Math.min(left, here)
      this.#at += step
      left -= step
    }
  }

  /** A text whose length takes so many bytes: how it is written, then its characters, then what only says how they look. */
  text(lengthBytes: 1 | 2): string {
    const length = lengthBytes === 1 ? this.byte() : this.short()
    const flags = this.byte()
    const runs = flags & RICH ? this.short() : 0
    const extra = flags & EXTENDED ? this.long() : 0
    const text = this.#characters(length, (flags & WIDE) !== 0)
    this.skip(runs * 4 + extra)
    return text
  }

  #characters(count: number, isWide: boolean): string {
    let text = ''
    let wide = isWide
    for (let left = count; left > 0; ) {
      const here = this.#parts[this.#part]!.end - this.#at
      if (here === 0) {
        this.#goOn()
        // Where a text goes on it is said anew how it is written.
        wide = (this.byte() & WIDE) !== 0
        continue
      }
      const step = Math.min(left, wide ? here >> 1 : here)
      if (step === 0) throw this.#broken()
      const to = this.#at + (wide ? 2 * step : step)
      text += this.#bytes.toString(wide ? 'utf16le' : 'latin1', this.#at, to)
      this.#at = to
      left -= step
    }
    return text
  }

  #goOn(): void {
    if (this.#part + 1 >= this.#parts.length) throw this.#broken()
    this.#at = this.#parts[++this.#part]!.start
  }

  #broken() {
    return this.#refusal('invalid', '文件内容已损坏（可能没有下载或复制完）')
  }
}
const WIDE = 1
const EXTENDED = 4
const RICH = 8
