/** Writes OLE compound files, for tests and for fuzzing. */

const SECTOR = 512
const SMALL = 64
const CUTOFF = 4096
const END = 0xfffffffe
const FREE = 0xffffffff
const TABLE = 0xfffffffd

/** A file with these streams in its root folder. Those below 4,096 bytes lie in the stream of small sectors, as they should. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const sectors: Buffer[] = []
  const next: number[] = []
  /** Puts bytes into sectors in a row; returns the first. */
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END
    const first = sectors.length
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR)
      sector.set(bytes.subarray(at, at + SECTOR))
      sectors.push(sector)
      next.push(sectors.length)
    }
    next[next.length - 1] = END
    return first
  }
  const small: Buffer[] = []
  const smallNext: number[] = []
  const entries = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= CUTOFF) return { name, size: bytes.length, start: put(bytes) }
    const start = bytes.length === 0 ? END : small.length
    for (let at = 0; at < bytes.length; at += SMALL) {
      const sector = Buffer.alloc(SMALL)
      sector.set(bytes.subarray(at, at + SMALL))
      small.push(sector)
      smallNext.push(small.length)
    }
    if (bytes.length > 0) smallNext[smallNext.length - 1] = END
    return { name, size: bytes.length, start }
  })
  const smallStream = Buffer.concat(small)
  const smallStart = put(smallStream)
  const smallTable = put(numbers(smallNext))
  const directory = Buffer.concat([
    entry('Root Entry', 5, smallStart, smallStream.length, entries.length > 0 ? 1 : FREE, FREE),
    ...entries.map(({ name, size, start }, i) =>
      entry(name, 2, start, size, FREE, i + 1 < entries.length ? i + 2 : FREE),
    ),
  ])
  const directoryStart = put(directory)
  // The table has to name its own sectors too.
  let tables = 1
  while ((sectors.length + tables) * 4 > tables * SECTOR) tables++
  const firstTable = sectors.length
  for (let i = 0; i < tables; i++) next.push(TABLE)
  const table = Buffer.alloc(tables * SECTOR, 0xff)
  table.set(numbers(next))

  const header = Buffer.alloc(SECTOR)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [value, at] of [
    [0x3e, 24],
    [3, 26],
    [0xfffe, 28],
    [9, 30],
    [6, 32],
  ] as const)
    header.writeUInt16LE(value, at)
  for (const [value, at] of [
    [tables, 44],
    [directoryStart, 48],
    [CUTOFF, 56],
    [smallTable, 60],
    [Math.ceil((smallNext.length * 4) / SECTOR), 64],
    [END, 68],
    [0, 72],
  ] as const)
    header.writeUInt32LE(value, at)
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i < tables ? firstTable + i : FREE, 76 + i * 4)
  return Buffer.concat([header, ...sectors, table])
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4)
  return bytes
}

function entry(name: string, type: number, start: number, size: number, child: number, right: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes[66] = type
  bytes[67] = 1
  bytes.writeUInt32LE(FREE, 68)
  bytes.writeUInt32LE(right, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}
