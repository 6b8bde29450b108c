/**
 * Reads named files out of a zip archive that nobody vouches for.
 *
 * The archive is read through its central directory, as office programs do. Nothing is unpacked before it is asked for, and
 * then only as far as the limits allow; names are keys to look up, never paths to write to.
 */
import zlib from 'node:zlib'
import type { UnreadableError } from '../core.ts'

/**
 * Makes the error for a file that is refused. `invalid`: the file is broken or something else than it claims; `excess`: it is
 * larger than the program is willing to read. `why` is a Chinese clause without its subject; `remedy` a Chinese sentence,
 * where there is a better one than the format's usual remedy.
 */
export type Refusal = (kind: 'invalid' | 'excess', why: string, remedy?: string) => UnreadableError

/** A zip archive, opened. */
export interface Archive {
  /** Names of the files in it, `/` between folders, in the archive's order; folders and climbing paths are left out. */
  readonly names: readonly string[]
  /** Is there a file of this name? Case does not matter, as in Open Packaging. */
  has(name: string): boolean
  /**
   * The unpacked bytes of a file, checked against its stated size and checksum; undefined where there is none.
   * Throws the refusal for a damaged, encrypted, ambiguous (stored twice) or oversized file.
   */
  read(name: string): Uint8Array | undefined
  /** The same in pieces, for what need not be held at once; the checks of the whole come after its last piece. */
  pieces(name: string): AsyncIterable<Uint8Array> | undefined
}

/** Files in an archive. A Word file has a few dozen; one with every page a picture, some thousands. */
export const MAX_ENTRIES = 10_000
/**
 * Unpacked bytes of all parts read from one archive. A report of 10,000 字 unpacks to some 0.2 MB; text of this size takes
 * up to eight times as much memory while it is parsed, which has to stay below 300 MB.
 */
export const MAX_UNPACKED = 32 * 1024 * 1024
/** How many times smaller than its content a packed part may be. The most there is in our corpora is 34; a bomb lives near 1,000. */
export const MAX_RATIO = 200
/** Parts up to this size are read at any ratio: an empty table of a thousand rows is innocent. */
export const RATIO_FREE = 1024 * 1024

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_RECORD = 0x06054b50
const END_LOCATOR_64 = 0x07064b50
const END_RECORD_64 = 0x06064b50
const END_SIZE = 22
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46

interface Entry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where the local header stands in the file. */
  readonly at: number
}

/** Does the file begin like a zip archive (or like an empty one)? Says nothing about the rest of it. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1
}

/**
 * Opens an archive: reads its directory, unpacks nothing. `most`: unpacked bytes of all parts that will be read. Throws what `refusal` makes for a
 * damaged or hostile archive.
 */
export function openArchive(bytes: Uint8Array, refusal: Refusal, most = MAX_UNPACKED): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const broken = () => refusal('invalid', '压缩包已损坏')
  const directory = findDirectory(view, refusal)
  const entries = readDirectory(bytes, view, directory, refusal)
  const limits = findLimits(entries, directory.at, broken)
  const byName = new Map<string, Entry | 'ambiguous'>()
  const names: string[] = []
  for (const entry of entries) {
    if (entry.name === '' || entry.name.endsWith('/') || entry.name.split('/').includes('..')) continue
    const key = entry.name.toLowerCase()
    byName.set(key, byName.has(key) ? 'ambiguous' : entry)
    names.push(entry.name)
  }
  let left = most

  const open = (name: string): Entry | undefined => {
    const entry = byName.get(name.toLowerCase())
    if (entry === undefined) return undefined
    // Two readers may choose differently between the two, so what is checked here need not be what Word shows.
    if (entry === 'ambiguous') throw refusal('invalid', `压缩包中有两个同名的部件 ${shortName(name)}`)
    if (entry.encrypted) throw refusal('invalid', '压缩包设置了密码', '请取消密码后另存，再重新检查')
    if (entry.method !== 0 && entry.method !== 8) throw refusal('invalid', '压缩包使用了不支持的压缩方法')
    if (entry.size > RATIO_FREE && entry.size > entry.packed * MAX_RATIO)
      throw refusal('excess', `部件 ${shortName(name)} 的压缩比异常，可能是恶意构造的文件`)
    if (entry.size > left) throw refusal('excess', `解压后的内容超过 ${most / 1024 / 1024} MB`)
    left -= entry.size
    return entry
  }
  const damaged = () => refusal('invalid', '压缩包已损坏（校验和不符）')

  return {
    names,
    has: (name) => byName.has(name.toLowerCase()),
    read(name) {
      const entry = open(name)
      if (entry === undefined) return undefined
      const content = unpack(bytes, view, entry, limits.get(entry.at)!, broken)
      if (crc32(content) !== entry.crc) throw damaged()
      return content
    },
    pieces(name) {
      const entry = open(name)
      return entry && unpackPieces(packedBytes(bytes, view, entry, limits.get(entry.at)!, broken), entry, damaged)
    },
  }
}

/** Enough of a name to recognise it by; a hostile archive may hold one of 64 KB. */
function shortName(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}

interface Directory {
  readonly at: number
  readonly size: number
  readonly count: number
  /** Offset of the end record. */
  readonly record: number
}

/** Finds the central directory by the end record, which stands last, before a comment of at most 64 KB. */
function findDirectory(view: DataView, refusal: Refusal): Directory {
  const length = view.byteLength
  const lowest = Math.max(0, length - END_SIZE - 0xffff)
  let end = -1
  for (let at = length - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue
    const tail = length - at - END_SIZE - view.getUint16(at + 20, true)
    // Mail gateways are known to append bytes, so a record that does not reach the end serves where no other does.
    if (tail === 0) {
      end = at
      break
    }
    if (tail > 0 && end < 0) end = at
  }
  if (end < 0) throw refusal('invalid', '压缩包不完整，文件可能没有下载或复制完', '请重新下载或复制该文件，再重新检查')

  let count = view.getUint16(end + 10, true)
  let size = view.getUint32(end + 12, true)
  let at = view.getUint32(end + 16, true)
  let limit = end
  if (count === 0xffff || size === 0xffffffff || at === 0xffffffff) {
    const locator = end - 20
    if (locator >= 0 && view.getUint32(locator, true) === END_LOCATOR_64) {
      const record = readUint64(view, locator + 8)
      if (record > locator - 56 || view.getUint32(record, true) !== END_RECORD_64)
        throw refusal('invalid', '压缩包已损坏')
      count = readUint64(view, record + 32)
      size = readUint64(view, record + 40)
      at = readUint64(view, record + 48)
      limit = record
    }
  }
  if (at + size > limit || count * CENTRAL_SIZE > size) throw refusal('invalid', '压缩包已损坏')
  if (count > MAX_ENTRIES) throw refusal('excess', `压缩包中的文件超过 ${MAX_ENTRIES} 个`)
  return { at, size, count, record: end }
}

function readDirectory(bytes: Uint8Array, view: DataView, directory: Directory, refusal: Refusal): readonly Entry[] {
  const broken = () => refusal('invalid', '压缩包已损坏')
  const decoder = new TextDecoder()
  const entries: Entry[] = []
  const end = directory.at + directory.size
  let at = directory.at
  for (let i = 0; i < directory.count; i++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw broken()
    const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const next = extraEnd + view.getUint16(at + 32, true)
    if (next > end) throw broken()
    let size = view.getUint32(at + 24, true)
    let packed = view.getUint32(at + 20, true)
    let header = view.getUint32(at + 42, true)
    if (size === 0xffffffff || packed === 0xffffffff || header === 0xffffffff) {
      let field = findExtra(view, nameEnd, extraEnd, 0x0001)
      // The 64-bit field holds, in this order, only those values that did not fit.
      const take = () => {
        if (field < 0 || field + 8 > extraEnd) throw broken()
        field += 8
        return readUint64(view, field - 8)
      }
      if (size === 0xffffffff) size = take()
      if (packed === 0xffffffff) packed = take()
      if (header === 0xffffffff) header = take()
    }
    entries.push({
      // Some Windows programs write backslashes, and some a leading slash.
      name: decoder
        .decode(bytes.subarray(at + CENTRAL_SIZE, nameEnd))
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      at: header,
    })
    at = next
  }
  return entries
}

/** Offset of the content of an extra field, or -1. */
function findExtra(view: DataView, start: number, end: number, id: number): number {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === id) return at + 4
  return -1
}

/**
 * Where each entry has to end, by the place of its local header: at the next one's. Entries that overlap are refused here:
 * that is how a file of some kilobytes claims petabytes.
 */
function findLimits(entries: readonly Entry[], end: number, broken: () => Error): ReadonlyMap<number, number> {
  const ordered = [...entries].sort((a, b) => a.at - b.at)
  const limits = new Map<number, number>()
  for (const [i, entry] of ordered.entries()) {
    const limit = ordered[i + 1]?.at ?? end
    if (entry.at + LOCAL_SIZE + entry.packed > limit) throw broken()
    limits.set(entry.at, limit)
  }
  return limits
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry, limit: number, broken: () => Error): Uint8Array {
  if (view.getUint32(entry.at, true) !== LOCAL_HEADER) throw broken()
  const start = entry.at + LOCAL_SIZE + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const end = start + entry.packed
  if (end > limit) throw broken()
  return bytes.subarray(start, end)
}

/** Bytes of a piece. */
const PIECE = 64 * 1024

async function* unpackPieces(packed: Uint8Array, entry: Entry, damaged: () => Error): AsyncGenerator<Uint8Array> {
  let length = 0
  let crc = 0
  const seen = (piece: Uint8Array) => {
    length += piece.length
    if (length > entry.size) throw damaged()
    crc = crc32(piece, crc)
    return piece
  }
  if (entry.method === 0) for (let at = 0; at < packed.length; at += PIECE) yield seen(packed.subarray(at, at + PIECE))
  else {
    const inflating = zlib.createInflateRaw({ chunkSize: PIECE })
    inflating.end(packed)
    const pieces: AsyncIterator<Uint8Array> = inflating[Symbol.asyncIterator]()
    try {
      for (;;) {
        // What goes wrong while inflating is damage; what its reader throws is not.
        const next = await pieces.next().catch(() => Promise.reject(damaged()))
        if (next.done) break
        yield seen(next.value)
      }
    } finally {
      inflating.destroy()
    }
  }
  if (length !== entry.size || crc !== entry.crc) throw damaged()
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, limit: number, broken: () => Error): Uint8Array {
  const packed = packedBytes(bytes, view, entry, limit, broken)
  if (entry.method === 0) {
    if (entry.packed !== entry.size) throw broken()
    return packed
  }
  let content: Uint8Array
  try {
    // Inflating stops at the first byte beyond the stated size; an honest part needs one chunk.
    content = zlib.inflateRawSync(packed, {
      maxOutputLength: Math.max(1, entry.size),
      chunkSize: Math.min(Math.max(64, entry.size + 1), 1024 * 1024),
    })
  } catch {
    throw broken()
  }
  if (content.length !== entry.size) throw broken()
  return content
}

function readUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000
}

/** Where the directory of an archive is written: for writers, who add to it. Offsets in the archive's bytes. */
export interface DirectoryPlace {
  /** Of the central directory, and where that ends. */
  readonly directory: number
  readonly end: number
  /** Of the end record. */
  readonly ends: number
}

/** The same of one file, which is exchanged. */
export interface EntryPlace extends DirectoryPlace {
  /** Of its local header. */
  readonly at: number
  /** Where the next entry, or the directory, begins. */
  readonly next: number
  /** Of its record in the central directory. */
  readonly central: number
}

/** Throws the refusal for a damaged archive, and for one in the 64-bit form. */
export function locateDirectory(bytes: Uint8Array, refusal: Refusal): DirectoryPlace {
  return writableDirectory(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), refusal).place
}

function writableDirectory(view: DataView, refusal: Refusal) {
  const found = findDirectory(view, refusal)
  const { at, size, record } = found
  if (view.getUint32(record + 16, true) !== at)
    throw refusal('invalid', '压缩包的格式（ZIP64）不能改写', '请用 Word 或 WPS 重新另存为 .docx')
  return { found, place: { directory: at, end: at + size, ends: record } }
}

/** Finds a file to be exchanged; undefined where there is none. Throws as `locateDirectory`. */
export function findEntry(bytes: Uint8Array, name: string, refusal: Refusal): EntryPlace | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { found, place } = writableDirectory(view, refusal)
  const { directory } = place
  const entries = readDirectory(bytes, view, found, refusal)
  const limits = findLimits(entries, directory, () => refusal('invalid', '压缩包已损坏'))
  let central = directory
  for (const entry of entries) {
    if (entry.name.toLowerCase() === name.toLowerCase())
      return { ...place, at: entry.at, next: limits.get(entry.at)!, central }
    central +=
      CENTRAL_SIZE +
      view.getUint16(central + 28, true) +
      view.getUint16(central + 30, true) +
      view.getUint16(central + 32, true)
  }
  return undefined
}

/** What the directory of an archive says of each entry, in its order. Throws the refusal for a damaged archive. */
export function checksums(bytes: Uint8Array, refusal: Refusal): { name: string; crc: number; size: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return readDirectory(bytes, view, findDirectory(view, refusal), refusal).map(({ name, crc, size }) => ({
    name,
    crc,
    size,
  }))
}

/** The checksum of zip archives, of pieces with that of what came before; node:zlib has a (much faster) one only from 20.15 on. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const native: ((data: Uint8Array, value?: number) => number) | undefined = zlib.crc32
  return native === undefined ? tableCrc32(bytes, before) : native(bytes, before)
}

function tableCrc32(bytes: Uint8Array, before: number): number {
  const table = new Int32Array(256)
  for (let i = 0; i < 256; i++) {
    let value = i
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    table[i] = value
  }
  let crc = ~before
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 0xff]!
  return ~crc >>> 0
}
