/** Zip archives in which files are exchanged or added: every other entry, and their order, stay byte for byte. */
import zlib from 'node:zlib'
import { crc32, findEntry, locateDirectory, MAX_RATIO, RATIO_FREE, type Refusal } from '../parsers/zip.ts'

const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
/** Sizes and checksum follow the data instead of standing in front of it. */
const DESCRIBED = 0x0008
/** An archive of nothing. */
const EMPTY = Buffer.from('504b0506'.padEnd(44, '0'), 'hex')
/** The version that knows compression, and the first day that the format knows. */
const VERSION = 20
const DAY = 0x0021
/** Entries that an archive without the 64-bit form can count. */
const MAX_COUNT = 0xfffe

/** An archive of these files, in their order. */
export function packArchive(
  files: Iterable<readonly [name: string, content: Uint8Array]>,
  refusal: Refusal,
): Uint8Array {
  return withEntries(EMPTY, files, refusal)
}

/** `bytes` with these files, in the place of what bears their names, or added at the end. Throws what `refusal` makes of an archive that cannot be rewritten. */
export function withEntries(
  bytes: Uint8Array,
  files: Iterable<readonly [name: string, content: Uint8Array]>,
  refusal: Refusal,
): Uint8Array {
  let result = bytes
  for (const [name, content] of files)
    result = findEntry(result, name, refusal)
      ? replaceEntry(result, name, content, refusal)
      : addEntry(result, name, content, refusal)
  return result
}

/** Packed as office programs do, but never so small that it looks like a bomb to our own reader. */
function pack(content: Uint8Array): Uint8Array {
  const packed = zlib.deflateRawSync(content)
  const suspicious = content.length > RATIO_FREE && content.length > packed.length * MAX_RATIO
  return suspicious ? zlib.deflateRawSync(content, { level: 0 }) : packed
}

function addEntry(bytes: Uint8Array, name: string, content: Uint8Array, refusal: Refusal): Uint8Array {
  const { directory, end, ends } = locateDirectory(bytes, refusal)
  const old = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = old.readUInt16LE(ends + 10)
  if (count >= MAX_COUNT) throw refusal('excess', '压缩包中的文件过多，不能再加')
  const packed = pack(content)
  const written = Buffer.from(name)

  const header = Buffer.alloc(LOCAL_SIZE)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(DAY, 12)
  header.writeUInt32LE(crc32(content), 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(written.length, 26)
  const central = Buffer.alloc(CENTRAL_SIZE)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(VERSION, 4)
  // From the needed version to the lengths of name and extra field the directory repeats the local header.
  header.copy(central, 6, 4)
  central.writeUInt32LE(directory, 42)

  const added = LOCAL_SIZE + written.length + packed.length
  const tail = Buffer.from(old.subarray(ends))
  tail.writeUInt16LE(count + 1, 8)
  tail.writeUInt16LE(count + 1, 10)
  tail.writeUInt32LE(end - directory + CENTRAL_SIZE + written.length, 12)
  tail.writeUInt32LE(directory + added, 16)
  return Buffer.concat([
    old.subarray(0, directory),
    header,
    written,
    packed,
    old.subarray(directory, end),
    central,
    written,
    old.subarray(end, ends),
    tail,
  ])
}

/** `bytes` with `content` in the place of the file `name`, whose letters' case does not matter. Throws what `refusal` makes of an archive that cannot be rewritten. */
function replaceEntry(bytes: Uint8Array, name: string, content: Uint8Array, refusal: Refusal): Uint8Array {
  const found = findEntry(bytes, name, refusal)
  if (found === undefined) throw refusal('invalid', `压缩包中没有 ${name}`)
  const { at, next, central, directory, end, ends } = found
  const packed = pack(content)
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
