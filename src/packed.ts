/**
 * A part of the program with its machine code, in one file, because a short run spends a tenth of its time on reading itself: bytes of
 * the source (eight, little-endian), the source as Latin-1, which is read faster than UTF-8, zeros up to a multiple of eight, the
 * machine code.
 */
export interface Packed {
  readonly source: string
  readonly code: Uint8Array
}

const HEADER = 8
const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8

/** Throws where the source holds what Latin-1 does not: a build escapes it. */
export function pack({ source, code }: Packed): Buffer {
  if (/[^\0-\xff]/.test(source)) throw new Error('the source is not escaped')
  const length = source.length
  const bytes = Buffer.alloc(HEADER + aligned(length) + code.length)
  bytes.writeUIntLE(length, 0, 6)
  bytes.write(source, HEADER, 'latin1')
  bytes.set(code, HEADER + aligned(length))
  return bytes
}

/** undefined where it was cut short. */
export function unpack(bytes: Buffer): Packed | undefined {
  if (bytes.length < HEADER) return undefined
  const length = bytes.readUIntLE(0, 6)
  const from = HEADER + aligned(length)
  if (bytes.length <= from) return undefined
  return { source: bytes.toString('latin1', HEADER, HEADER + length), code: bytes.subarray(from) }
}
