import zlib, { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../core.ts'
import { isZip, MAX_ENTRIES, MAX_UNPACKED, openArchive, type Refusal } from './zip.ts'

const refusal: Refusal = (kind, why, remedy = '') => new UnreadableError(`${kind}: ${why}`, remedy)
const open = (bytes: Uint8Array) => openArchive(bytes, refusal)
const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString())

/** One entry of a hand-made archive; what is given replaces what would be true. */
interface Entry {
  readonly name: string
  readonly data?: string | Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  readonly size?: number
  readonly packed?: number
  /** Sizes and offset in the 64-bit extra field. */
  readonly zip64?: boolean
  /** Sizes after the data, zeros in the local header, as streaming writers do. */
  readonly descriptor?: boolean
  /** Local header of this central entry. */
  readonly at?: number
}

const crcTable = Int32Array.from({ length: 256 }, (_, i) => {
  for (let bit = 0; bit < 8; bit++) i = i & 1 ? (i >>> 1) ^ 0xedb88320 : i >>> 1
  return i
})

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[i]!) & 0xff]!
  return ~crc >>> 0
}

function record(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const buffer = Buffer.alloc(size)
      if (size === 8) buffer.writeBigUInt64LE(BigInt(value))
      else buffer.writeUIntLE(value, 0, size)
      return buffer
    }),
  )
}

function archive(entries: readonly Entry[], { count = entries.length, end64 = false, comment = '' } = {}): Uint8Array {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  const add = (...buffers: Buffer[]) => {
    for (const buffer of buffers) {
      parts.push(buffer)
      offset += buffer.length
    }
  }
  for (const entry of entries) {
    const data = typeof entry.data === 'string' ? Buffer.from(entry.data) : Buffer.from(entry.data ?? '')
    const method = entry.method ?? 8
    const stored = method === 8 ? deflateRawSync(data) : data
    const name = Buffer.from(entry.name)
    const at = entry.at ?? offset
    const crc = entry.crc ?? crc32(data)
    const size = entry.size ?? data.length
    const packed = entry.packed ?? stored.length
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0)
    const local = entry.descriptor ? [0, 0, 0] : [crc, packed, size]
    add(record([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0]))
    add(record([4, local[0]!], [4, local[1]!], [4, local[2]!], [2, name.length], [2, 0]), name, stored)
    if (entry.descriptor) add(record([4, 0x08074b50], [4, crc], [4, packed], [4, size]))
    const extra = entry.zip64 ? record([2, 1], [2, 24], [8, size], [8, packed], [8, at]) : Buffer.alloc(0)
    const wide = entry.zip64 ? 0xffffffff : undefined
    central.push(
      record([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc]),
      record(
        [4, wide ?? packed],
        [4, wide ?? size],
        [2, name.length],
        [2, extra.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
      ),
      record([4, wide ?? at]),
      name,
      extra,
    )
  }
  const directory = offset
  add(...central)
  const size = offset - directory
  if (end64) {
    const end = offset
    add(
      record(
        [4, 0x06064b50],
        [8, 44],
        [2, 45],
        [2, 45],
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, size],
        [8, directory],
      ),
    )
    add(record([4, 0x07064b50], [4, 0], [8, end], [4, 1]))
    add(record([4, 0x06054b50], [4, 0], [2, 0xffff], [2, 0xffff], [4, 0xffffffff], [4, 0xffffffff], [2, 0]))
  } else {
    add(record([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, size], [4, directory], [2, comment.length]))
    add(Buffer.from(comment))
  }
  return Buffer.concat(parts)
}

/** Random bytes, the same in every run. */
function noise(length: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, () => (state = (state * 48_271) % 0x7fffffff) & 0xff)
}

describe('sound archives', () => {
  test('reads deflated and stored files by name, and nothing else', () => {
    const zip = open(
      archive([
        { name: 'a.txt', data: '甲'.repeat(100) },
        { name: 'b/c.txt', data: '乙', method: 0 },
      ]),
    )
    expect(zip.names).toEqual(['a.txt', 'b/c.txt'])
    expect(text(zip.read('a.txt'))).toBe('甲'.repeat(100))
    expect(text(zip.read('b/c.txt'))).toBe('乙')
    expect(zip.read('c.txt')).toBeUndefined()
    expect([zip.has('a.txt'), zip.has('constructor')]).toEqual([true, false])
  })

  test('reads what fflate writes, empty files and folders included', () => {
    const zip = open(zipSync({ '空/文件.txt': strToU8('内容'), 'empty.xml': new Uint8Array(), dir: {} }))
    expect(text(zip.read('空/文件.txt'))).toBe('内容')
    expect(zip.read('empty.xml')).toHaveLength(0)
    expect(zip.names).not.toContain('dir/')
  })

  test('finds names whatever their case, slashes and leading slash', () => {
    const zip = open(archive([{ name: '/Word\\Document.XML', data: 'x' }]))
    expect(text(zip.read('word/document.xml'))).toBe('x')
  })

  test('reads archives that were written as a stream, or in the 64-bit form', () => {
    expect(text(open(archive([{ name: 'a', data: '流', descriptor: true }])).read('a'))).toBe('流')
    expect(text(open(archive([{ name: 'a', data: '宽', zip64: true }], { end64: true })).read('a'))).toBe('宽')
  })

  test('reads archives with a comment, also one that looks like an end record, or with bytes appended', () => {
    const bytes = archive([{ name: 'a', data: 'x' }], { comment: 'PK\x05\x06'.padEnd(60, '.') })
    expect(text(open(bytes).read('a'))).toBe('x')
    expect(
      text(open(Buffer.concat([archive([{ name: 'a', data: 'x' }]), Buffer.from('\r\n--mail--')])).read('a')),
    ).toBe('x')
  })

  test('checks the sum itself where node:zlib cannot', () => {
    const { crc32: native } = zlib
    try {
      Object.assign(zlib, { crc32: undefined })
      expect(text(open(archive([{ name: 'a', data: '和' }])).read('a'))).toBe('和')
      expect(() => open(archive([{ name: 'a', data: '和', crc: 1 }])).read('a')).toThrow('校验和不符')
    } finally {
      Object.assign(zlib, { crc32: native })
    }
  })

  test('tells an archive by its first bytes', () => {
    expect(isZip(archive([{ name: 'a' }]))).toBe(true)
    expect(isZip(archive([]))).toBe(true)
    expect(isZip(Buffer.from('PK is a text'))).toBe(false)
    expect(isZip(new Uint8Array())).toBe(false)
  })
})

describe('broken archives', () => {
  const sound = archive([
    { name: 'a', data: noise(5000) },
    { name: 'b', data: 'b'.repeat(999) },
  ])

  test('an archive cut off anywhere is refused, not misread', () => {
    for (let length = 0; length < sound.length; length += 97)
      expect(() => open(sound.subarray(0, length))).toThrow('invalid: 压缩包不完整')
  })

  test('a wrong checksum is noticed', () => {
    expect(() => open(archive([{ name: 'a', data: 'x', crc: 1 }])).read('a')).toThrow(
      'invalid: 压缩包已损坏（校验和不符）',
    )
  })

  test('damaged data is noticed', () => {
    const bytes = Uint8Array.from(sound)
    bytes.fill(0xaa, 40, 80)
    expect(() => open(bytes).read('a')).toThrow('invalid: 压缩包已损坏')
    expect(text(open(bytes).read('b'))).toBe('b'.repeat(999))
  })

  test('a stated size that is not the real one is noticed, smaller or larger', () => {
    for (const size of [0, 1, 99, 101, 5000])
      expect(() => open(archive([{ name: 'a', data: 'x'.repeat(100), size }])).read('a')).toThrow(
        'invalid: 压缩包已损坏',
      )
    expect(() => open(archive([{ name: 'a', data: 'x'.repeat(100), method: 0, size: 99 }])).read('a')).toThrow('已损坏')
    expect(() => open(archive([{ name: 'a', data: 'x'.repeat(100), packed: 2 }])).read('a')).toThrow('已损坏')
  })

  test('an encrypted part asks for the password to be removed', () => {
    const zip = open(archive([{ name: 'a', data: 'x', flags: 1 }]))
    expect(() => zip.read('a')).toThrow('invalid: 压缩包设置了密码')
  })

  test('another compression method is refused', () => {
    expect(() => open(archive([{ name: 'a', data: 'x', method: 12 }])).read('a')).toThrow('不支持的压缩方法')
  })

  test('a directory that points outside the file is refused', () => {
    expect(() => open(archive([{ name: 'a', data: 'x', at: 0x7fffffff }]))).toThrow('invalid: 压缩包已损坏')
    expect(() => open(archive([{ name: 'a', data: 'x', packed: 0x7fffffff }]))).toThrow('invalid: 压缩包已损坏')
    expect(() => open(archive([{ name: 'a', data: 'x' }], { count: 2 }))).toThrow('invalid: 压缩包已损坏')
    expect(() => open(archive([{ name: 'a', data: 'x' }], { count: 9999 }))).toThrow('invalid: 压缩包已损坏')
    const wide = Uint8Array.from(archive([{ name: 'a', data: 'x', zip64: true }], { end64: true }))
    wide.fill(0xff, wide.length - 22 - 12, wide.length - 22 - 4)
    expect(() => open(wide)).toThrow('invalid: 压缩包已损坏')
  })
})

describe('hostile archives', () => {
  test('two files of one name are refused when they are asked for', () => {
    const zip = open(
      archive([
        { name: 'a', data: '1' },
        { name: 'A', data: '2' },
        { name: 'b', data: '3' },
      ]),
    )
    expect(() => zip.read('a')).toThrow('invalid: 压缩包中有两个同名的部件 a')
    expect(text(zip.read('b'))).toBe('3')
  })

  test('names that climb out of the archive do not exist', () => {
    const zip = open(
      archive([
        { name: '../a', data: 'x' },
        { name: 'w/../../a', data: 'x' },
        { name: 'b..', data: 'x' },
      ]),
    )
    expect(zip.names).toEqual(['b..'])
    expect(zip.read('../a')).toBeUndefined()
  })

  test('files that overlap are refused before anything is unpacked', () => {
    expect(() =>
      open(
        archive([
          { name: 'a', data: 'x' },
          { name: 'b', data: 'y', at: 0 },
        ]),
      ),
    ).toThrow('压缩包已损坏')
    expect(() =>
      open(
        archive([
          { name: 'a', data: 'x', packed: 40 },
          { name: 'b', data: 'y' },
        ]),
      ),
    ).toThrow('压缩包已损坏')
  })

  test('a bomb is refused by its ratio without being unpacked', () => {
    const bytes = archive([{ name: 'a', data: new Uint8Array(20 * 1024 * 1024) }])
    expect(() => open(bytes).read('a')).toThrow('excess: 部件 a 的压缩比异常')
  })

  test('a bomb that lies about its size is not unpacked beyond the lie', () => {
    const bytes = archive([{ name: 'a', data: new Uint8Array(20 * 1024 * 1024), size: 1000 }])
    expect(() => open(bytes).read('a')).toThrow('invalid: 压缩包已损坏')
  })

  test('the parts that are read share one budget', () => {
    // Half noise, half zeros, so that the ratio stays innocent.
    const data = new Uint8Array(MAX_UNPACKED / 2 + 1)
    data.set(noise(1024 * 1024))
    const zip = open(
      archive([
        { name: 'a', data, method: 0 },
        { name: 'b', data, method: 0 },
      ]),
    )
    expect(zip.read('a')).toHaveLength(data.length)
    expect(() => zip.read('b')).toThrow(`excess: 解压后的内容超过 ${MAX_UNPACKED / 1024 / 1024} MB`)
  })

  test('too many files are refused', () => {
    const entries = Array.from({ length: MAX_ENTRIES + 1 }, (_, i) => ({ name: `${i}`, method: 0 }))
    expect(() => open(archive(entries))).toThrow(`excess: 压缩包中的文件超过 ${MAX_ENTRIES} 个`)
    expect(open(archive(entries.slice(1))).names).toHaveLength(MAX_ENTRIES)
  })

  test('whatever bytes are damaged, the result is a refusal or the true content', () => {
    const content = { a: 'a'.repeat(300), b: '乙'.repeat(50) }
    const sound = archive([
      { name: 'a', data: content.a },
      { name: 'b', data: content.b, method: 0 },
    ])
    const random = noise(9000)
    for (let round = 0; round < 3000; round++) {
      const bytes = Uint8Array.from(sound)
      bytes[(random[round * 3]! * 256 + random[round * 3 + 1]!) % bytes.length] = random[round * 3 + 2]!
      try {
        const zip = open(bytes)
        for (const [name, data] of Object.entries(content)) {
          const found = zip.read(name)
          if (found !== undefined) expect(text(found)).toBe(data)
        }
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableError)
      }
    }
  })
})
