import { describe, expect, it } from 'vitest'
import { type Cache, type FileStamp, type Host, UnreadableError } from '../core.ts'
import { readDoc } from '../files/reading.ts'
import { openShelf } from './shelf.ts'
import { decode, type Entry, encode } from './shelf-file.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = 1_800_000_000_000

const document = (i: number, more = '') =>
  `某市人民政府关于第${i}号事项的通知\n某政发〔2024〕${i}号\n各县人民政府：\n为办好第${i}号事项，${more}各县要按期报送进展，逐项落实责任。\n`

/** Files and a cache in memory; `reads` lists what was opened. */
function world(count: number) {
  const files = new Map<string, { text: string; stamp: FileStamp; broken?: boolean }>()
  const put = (path: string, text: string, stamp: Partial<FileStamp> = {}) =>
    files.set(path, {
      text,
      stamp: { size: Buffer.byteLength(text), mtime: NOW - DAY, ctime: NOW - DAY, ...stamp },
    })
  for (let i = 0; i < count; i++) put(`上级/${String(i).padStart(3, '0')}.txt`, document(i))
  const reads: string[] = []
  const host: Host = {
    cwd: '/work',
    read(path) {
      reads.push(path)
      const file = files.get(path)
      if (!file || file.broken) throw new UnreadableError('没有读取权限', '请检查')
      return Buffer.from(file.text)
    },
    kind: () => 'file',
    list: () => [],
    stat: (path) => files.get(path)?.stamp,
  }
  const kept = new Map<string, Uint8Array>()
  let writes = 0
  const cache: Cache = {
    read: (name) => kept.get(name),
    write(name, parts) {
      writes++
      kept.set(name, Buffer.concat(parts))
    },
  }
  let now = NOW
  return {
    files,
    put,
    kept,
    /** Replaces the index by what `change` makes of it. */
    damage(change: (bytes: Uint8Array) => Uint8Array) {
      for (const [name, bytes] of kept) kept.set(name, change(bytes))
    },
    /** Opens the shelf; which files were opened and how often the index was written. */
    async open(without?: 'cache', entries = ['上级']) {
      reads.length = 0
      writes = 0
      now += 60_000
      const shelf = await openShelf(
        { host, cache: without ? undefined : cache, read: (path, bytes) => readDoc(bytes, path), now: () => now },
        entries,
        [...files.keys()].sort(),
      )
      return { ...shelf, reads: [...reads], writes }
    },
  }
}

const COUNT = 20

describe('a shelf', () => {
  it('is read once', async () => {
    const w = world(COUNT)
    const first = await w.open()
    expect(first.reads).toHaveLength(COUNT)
    expect(first.writes).toBe(1)
    expect(first.docs[3]).toMatchObject({
      path: '上级/003.txt',
      title: '某市人民政府关于第3号事项的通知',
      numbers: ['某政发〔2024〕3号'],
    })
    expect(first.docs[3]!.grams.length).toBeGreaterThan(3)
    const second = await w.open()
    expect(second.reads).toEqual([])
    expect(second.writes).toBe(0)
    expect(second.docs).toEqual(first.docs)
  })

  it('says the same without a cache, and keeps nothing of a few documents', async () => {
    const w = world(COUNT)
    const first = await w.open('cache')
    expect((await w.open()).docs).toEqual(first.docs)
    const few = world(5)
    await few.open()
    expect(few.kept.size).toBe(0)
  })

  it('keeps neither text nor paths', async () => {
    const w = world(COUNT)
    w.put('上级/机密.txt', document(77, '涉密内容不得外传，'))
    await w.open()
    const index = Buffer.from([...w.kept.values()][0]!).toString()
    expect(index).toContain('第3号事项')
    for (const word of ['涉密内容', '报送进展', '机密', '上级/']) expect(index).not.toContain(word)
  })

  it('reads again what has changed, and only that', async () => {
    const w = world(COUNT)
    await w.open()
    w.put('上级/002.txt', document(902))
    w.put('上级/004.txt', document(4, '并加强'))
    w.put('上级/新.txt', document(100))
    w.files.delete('上级/007.txt')
    const { reads, docs, writes } = await w.open()
    expect(reads).toEqual(['上级/002.txt', '上级/004.txt', '上级/新.txt'])
    expect(docs.map((d) => d.title)).toContain('某市人民政府关于第902号事项的通知')
    expect(docs).toHaveLength(COUNT)
    expect(writes).toBe(1)
    const index = Buffer.from([...w.kept.values()][0]!).toString()
    expect(index).not.toContain('第7号事项')
    expect((await w.open()).reads).toEqual([])
  })

  it.each<[string, Partial<FileStamp>, string]>([
    ['of another size but the same time', {}, document(5, '按时')],
    ['of the same size but another time', { mtime: NOW - DAY / 2 }, document(5).replace('落实', '压实')],
    ['written anew with the time set back', { ctime: NOW - DAY / 2 }, document(5).replace('落实', '压实')],
  ])('sees a file %s', async (_, stamp, text) => {
    const w = world(COUNT)
    const before = await w.open()
    w.put('上级/005.txt', text, stamp)
    const { reads, docs } = await w.open()
    expect(reads).toEqual(['上级/005.txt'])
    expect(docs[5]!.grams).not.toEqual(before.docs[5]!.grams)
  })

  it('trusts no time that may still have been the same after another change', async () => {
    const w = world(COUNT)
    // Written a second before the shelf was read (60 s after NOW).
    w.put('上级/005.txt', document(5), { mtime: NOW + 59_000, ctime: NOW + 59_000 })
    await w.open()
    w.put('上级/005.txt', document(5).replace('落实', '压实'), { mtime: NOW + 59_000, ctime: NOW + 59_000 })
    expect((await w.open()).reads).toEqual(['上级/005.txt'])
    expect((await w.open()).reads).toEqual([])
  })

  it('does not read a touched file as a document again', async () => {
    const w = world(COUNT)
    const first = await w.open()
    w.put('上级/005.txt', document(5), { mtime: NOW, ctime: NOW })
    const second = await w.open()
    expect(second.reads).toEqual(['上级/005.txt'])
    expect(second.docs).toEqual(first.docs)
    expect((await w.open()).reads).toEqual([])
  })

  it('names what cannot be read each time, and goes on', async () => {
    const w = world(COUNT)
    w.put('上级/空.txt', '')
    w.put('上级/锁.txt', document(60))
    w.files.get('上级/锁.txt')!.broken = true
    for (let run = 0; run < 2; run++) {
      const { docs, unreadable } = await w.open()
      expect(docs).toHaveLength(COUNT)
      expect(unreadable.map(({ path, error }) => `${path} ${error.message}`)).toEqual([
        '上级/空.txt 文件是空的（0 字节）',
        '上级/锁.txt 没有读取权限',
      ])
    }
  })

  it('has an index of its own for each set of folders', async () => {
    const w = world(COUNT)
    await w.open()
    await w.open(undefined, ['上级', '别处/*.txt'])
    expect(w.kept.size).toBe(2)
  })

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['cut short', (b) => b.slice(0, b.length >> 1)],
    ['cut short by a word', (b) => b.slice(0, -4)],
    ['cut short in its header', (b) => b.slice(0, 10)],
    ['emptied', () => new Uint8Array()],
    ['filled with zeros', (b) => new Uint8Array(b.length)],
    ['lengthened', (b) => Buffer.concat([b, b])],
    ['replaced by random bytes', (b) => b.map((_, i) => Math.imul(i + 7, 0x9e3779b1) >>> 24)],
    ['from another build', (b) => b.map((byte, i) => (i === 5 ? byte ^ 1 : byte))],
    ['of a later format', (b) => b.map((byte, i) => (i === 0 ? byte + 1 : byte))],
    ['changed by one bit in a signature', (b) => b.map((byte, i) => (i === b.length - 3 ? byte ^ 8 : byte))],
    ['changed by one bit in a title', (b) => b.map((byte, i) => (i === 120 ? byte ^ 1 : byte))],
  ])('is read anew without a word when its index is %s', async (_, change) => {
    const w = world(COUNT)
    const { docs } = await w.open()
    w.damage(change)
    const again = await w.open()
    expect(again.reads).toHaveLength(COUNT)
    expect(again.docs).toEqual(docs)
    expect((await w.open()).reads).toEqual([])
  })

  it('works where the cache gives and takes nothing', async () => {
    const w = world(COUNT)
    const { docs } = await openShelf(
      {
        host: { cwd: '/', read: (path) => Buffer.from(w.files.get(path)!.text), kind: () => 'file', list: () => [] },
        cache: { read: () => undefined, write: () => {} },
        read: (path, bytes) => readDoc(bytes, path),
      },
      ['上级'],
      [...w.files.keys()],
    )
    expect(docs).toHaveLength(COUNT)
  })
})

describe('the file of a shelf', () => {
  const entry: Entry = {
    key: 'a',
    size: 1,
    mtime: 2.5,
    ctime: 3,
    checked: 4,
    hash: 'h',
    title: '关于“一带一路”的通知',
    numbers: ['国发〔2024〕1号'],
    grams: Uint32Array.of(1, 2, 0xffffffff),
  }

  it('comes back as it was, wherever its bytes lie in memory', () => {
    const entries = [entry, { ...entry, key: 'b', grams: new Uint32Array() }, { ...entry, key: 'c' }]
    const bytes = Buffer.concat(encode(entries, 7))
    expect(decode(bytes, 7)).toEqual(entries)
    for (const shift of [1, 2, 3]) {
      const shifted = new Uint8Array(bytes.length + shift)
      shifted.set(bytes, shift)
      expect(decode(shifted.subarray(shift), 7)).toEqual(entries)
    }
    expect(decode(Buffer.concat(encode([], 7)), 7)).toEqual([])
    expect(decode(bytes, 8)).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['an object', {}],
    ['rows that are none', [null]],
    ['a row too short', [['a', 1, 2, 3, 4, 'h', 't', []]]],
    ['a size that is a text', [['a', '1', 2, 3, 4, 'h', 't', [], 0]]],
    ['numbers that are none', [['a', 1, 2, 3, 4, 'h', 't', [5], 0]]],
    ['more grams than there are', [['a', 1, 2, 3, 4, 'h', 't', [], 5]]],
    ['fewer than none', [['a', 1, 2, 3, 4, 'h', 't', [], -1]]],
  ])('is refused when its checksum is right but its cards are %s', (_, cards) => {
    // Written by the same hand: an entry whose title is cut open to hold other cards would not have the right sum.
    const bytes = Buffer.concat(encode([], 7))
    const json = Buffer.from(JSON.stringify(cards))
    const padded = Buffer.alloc(Math.ceil(json.length / 4) * 4, ' ')
    padded.set(json)
    const words = new Uint32Array(8 + padded.length / 4)
    words.set(new Uint32Array(bytes.buffer, bytes.byteOffset, 8))
    words.set(new Uint32Array(padded.buffer, padded.byteOffset, padded.length / 4), 8)
    words[3] = padded.length
    let sum = 0x811c9dc5
    for (const word of words.subarray(8)) {
      sum = Math.imul(sum ^ word, 0x01000193)
      sum ^= sum >>> 15
    }
    words[2] = sum >>> 0
    expect(decode(new Uint8Array(words.buffer), 7)).toBeUndefined()
  })
})
