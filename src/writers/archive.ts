/** A zip archive in which one file is exchanged: every other entry, and their order, stay byte for byte. */
import zlib from 'node:zlib'
import { crc32, findEntry, type Refusal } from '../parsers/zip.ts'

const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
/** Sizes and checksum follow the data instead of standing in front of it. */
const DESCRIBED = 0x0008

/** `bytes` with `content` in the place of the file `name`, whose letters' case does not matter. Throws what `refusal` makes of an archive that cannot be rewritten. */
export function replaceEntry(bytes: Uint8Array, name: string, content: Uint8Array, refusal: Refusal): Uint8Array {
  const found = findEntry(bytes, name, refusal)
  if (found === undefined) throw refusal('invalid', `压缩包中没有 ${name}`)
  const { at, next, central, directory, end, ends } = found
  const packed = zlib.deflateRawSync(content)
  const sum = crc32(content)

  const old = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = Buffer.from(old.subarray(at, at + LOCAL_SIZE + old.readUInt16LE(at + 26)))
  header.writeUInt16LE(header.readUInt16LE(6) & ~DESCRIBED, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(sum, 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(content.length, 22)
  // Extra fields of the local header repeat what the directory says (sizes, times); without them the entry is whole.
  header.writeUInt16LE(0, 28)

  const shift = at + header.length + packed.length - next
  const entries = Buffer.from(old.subarray(directory, end))
  for (let p = 0; p + CENTRAL_SIZE <= entries.length; ) {
    const header = entries.readUInt32LE(p + 42)
    if (header > at) entries.writeUInt32LE(header + shift, p + 42)
    p += CENTRAL_SIZE + entries.readUInt16LE(p + 28) + entries.readUInt16LE(p + 30) + entries.readUInt16LE(p + 32)
  }
  const own = central - directory
  entries.writeUInt16LE(entries.readUInt16LE(own + 8) & ~DESCRIBED, own + 8)
  entries.writeUInt16LE(8, own + 10)
  entries.writeUInt32LE(sum, own + 16)
  entries.writeUInt32LE(packed.length, own + 20)
  entries.writeUInt32LE(content.length, own + 24)

  const tail = Buffer.from(old.subarray(ends))
  tail.writeUInt32LE(directory + shift, 16)
  return Buffer.concat([
    old.subarray(0, at),
    header,
    packed,
    old.subarray(next, directory),
    entries,
    old.subarray(end, ends),
    tail,
  ])
}
