/**
 * Reads named streams out of an OLE compound file, the container of .doc and .wps, that nobody vouches for.
 *
 * The file is a small file system: sectors in chains, named by a directory. Every walk is bounded by the size of the file and
 * refuses a chain that comes back to where it was.
 */
import type { Refusal } from './zip.ts'

export interface Compound {
  /** Names in the root folder. */
  readonly names: readonly string[]
  /** The bytes of a stream in the root folder; undefined where there is none. Throws the refusal for a broken chain. */
  read(name: string): Uint8Array | undefined
}

const HEADER = 512
const ENTRY = 128
/** Sectors of the allocation table that the header itself names. */
const NAMED_IN_HEADER = 109
/** Values from here on mean no sector: end of the chain, free, taken by the table. */
const NO_SECTOR = 0xfffffff0
const NO_ENTRY = 0xffffffff

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** Does the file begin like a compound file? */
export function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte)
}

/** Opens a compound file: reads its directory. Throws the refusal for a damaged or hostile file. */
export function openCompound(bytes: Uint8Array, refusal: Refusal): Compound {
  const broken = () => refusal('invalid', '文件结构已损坏（可能没有下载或复制完）')
  const cyclic = () => refusal('invalid', '文件结构首尾相接成环，可能是恶意构造的文件')
  if (bytes.length < HEADER) throw broken()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw broken()
  const sectorSize = 1 << shift
  const miniShift = view.getUint16(32, true)
  if (miniShift < 4 || miniShift >= shift) throw broken()
  const cutoff = view.getUint32(56, true)
  const sectors = Math.ceil((bytes.length - sectorSize) / sectorSize)
  const offsetOf = (sector: number) => {
    if (sector >= sectors) throw broken()
    return (sector + 1) * sectorSize
  }
  const table = allocationTable()

  /** The sectors of a chain, as far as `size` bytes need them; all of them without a size. */
  function chain(start: number, next: Uint32Array, unit: number, size = Number.POSITIVE_INFINITY): number[] {
    const found: number[] = []
    const seen = new Uint8Array(next.length)
    for (let at = start; at < NO_SECTOR && found.length * unit < size; at = next[at]!) {
      if (at >= next.length) throw broken()
      if (seen[at] === 1) throw cyclic()
      seen[at] = 1
      found.push(at)
    }
    return found
  }

  function allocationTable(): Uint32Array {
    const places: number[] = []
    for (let i = 0; i < NAMED_IN_HEADER; i++) {
      const sector = view.getUint32(76 + i * 4, true)
      if (sector < NO_SECTOR) places.push(sector)
    }
    // Larger files name further sectors of the table in a chain of their own.
    const seen = new Set<number>()
    for (let at = view.getUint32(68, true); at < NO_SECTOR; ) {
      if (seen.has(at)) throw cyclic()
      seen.add(at)
      const from = offsetOf(at)
      if (from + sectorSize > bytes.length) throw broken()
      for (let i = 0; i < sectorSize - 4; i += 4) {
        const sector = view.getUint32(from + i, true)
        if (sector < NO_SECTOR) places.push(sector)
      }
      at = view.getUint32(from + sectorSize - 4, true)
    }
    if (places.length > sectors) throw broken()
    const entries = new Uint32Array(Math.min(sectors, (places.length * sectorSize) / 4)).fill(NO_ENTRY)
    let at = 0
    for (const place of places) {
      const from = offsetOf(place)
      for (let i = 0; i < sectorSize && at < entries.length && from + i + 4 <= bytes.length; i += 4)
        entries[at++] = view.getUint32(from + i, true)
    }
    return entries
  }

  function gather(
    source: Uint8Array,
    places: readonly number[],
    offset: (i: number) => number,
    unit: number,
    size: number,
  ) {
    const content = new Uint8Array(size)
    for (const [i, place] of places.entries()) {
      const from = offset(place)
      // The last sector of a file is often cut short.
      content.set(source.subarray(from, Math.min(from + unit, from + size - i * unit)), i * unit)
    }
    return content
  }

  const directoryChain = chain(view.getUint32(48, true), table, sectorSize)
  const entryAt = (index: number): Entry => {
    const sector = directoryChain[Math.floor((index * ENTRY) / sectorSize)]
    if (sector === undefined) throw broken()
    const at = offsetOf(sector) + ((index * ENTRY) % sectorSize)
    if (at + ENTRY > bytes.length) throw broken()
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62)
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  }

  const root = entryAt(0)
  const streams = new Map<string, Entry>()
  const names: string[] = []
  const seen = new Set<number>([0])
  // The entries of a folder are a tree; which order it has does not matter here.
  for (const waiting = [root.child]; waiting.length > 0; ) {
    const index = waiting.pop()!
    if (index === NO_ENTRY) continue
    if (seen.has(index)) throw cyclic()
    seen.add(index)
    const entry = entryAt(index)
    names.push(entry.name)
    if (entry.type === 2 && !streams.has(entry.name)) streams.set(entry.name, entry)
    waiting.push(entry.left, entry.right)
  }

  let small: { readonly content: Uint8Array; readonly next: Uint32Array } | undefined
  /** Streams below the cutoff lie in a stream of their own, in small sectors. */
  function smallSectors() {
    if (small) return small
    const content = read(root.start, root.size)
    const places = chain(view.getUint32(60, true), table, sectorSize)
    const raw = gather(bytes, places, offsetOf, sectorSize, places.length * sectorSize)
    const next = new Uint32Array(Math.min(raw.length / 4, Math.ceil(content.length / (1 << miniShift)))).fill(NO_ENTRY)
    const values = new DataView(raw.buffer)
    for (let i = 0; i < next.length; i++) next[i] = values.getUint32(i * 4, true)
    small = { content, next }
    return small
  }

  function read(start: number, size: number): Uint8Array {
    if (size > bytes.length) throw broken()
    const places = chain(start, table, sectorSize, size)
    if (places.length * sectorSize < size) throw broken()
    return gather(bytes, places, offsetOf, sectorSize, size)
  }

  return {
    names,
    read(name) {
      const entry = streams.get(name)
      if (!entry) return undefined
      if (entry.size >= cutoff) return read(entry.start, entry.size)
      const { content, next } = smallSectors()
      const unit = 1 << miniShift
      const places = chain(entry.start, next, unit, entry.size)
      if (places.length * unit < entry.size) throw broken()
      return gather(content, places, (place) => place * unit, unit, entry.size)
    },
  }
}
