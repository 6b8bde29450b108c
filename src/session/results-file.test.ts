import { describe, expect, it } from 'vitest'
import { hashOf } from '../files/stamps.ts'
import { type Entry, type Image, isSameImage, readImage, withoutSeconds, writeImage } from './results-file.ts'

const stamp = { size: 12, mtime: 1_700_000_000_000, ctime: 1_700_000_000_000, checked: 1_700_000_009_000 }
const entries: ReadonlyMap<string, Entry> = new Map([
  [
    '/稿/2.txt',
    {
      hash: hashOf('2，从前'),
      name: '../稿/2.txt',
      groups: [],
      tally: { errors: 0, warnings: 0, infos: 0, fixable: 0, unsafelyFixable: 0, rules: [] },
      remarks: { notices: ['按 GBK 读取'], problems: [], failures: [], isUnreadable: false, isRegister: false },
      body: { line: Buffer.from('{}'), second: Buffer.from('') },
    },
  ],
  [
    '/稿/1.txt',
    {
      hash: hashOf('1'),
      name: undefined,
      groups: [0],
      tally: { errors: 1, warnings: 2, infos: 3, fixable: 4, unsafelyFixable: 1, rules: ['b', 'a'] },
      remarks: undefined,
      body: { line: Buffer.from('{"责任状":1}'), second: Buffer.from('["，"]') },
    },
  ],
])
const image: Image = {
  files: new Map([
    ['/上级/意见.txt', { ...stamp, hash: hashOf('上级') }],
    ['/稿/1.txt', { ...stamp, hash: hashOf('1') }],
    ['/稿/2.txt', { ...stamp, hash: hashOf('2') }],
  ]),
  groups: [{ paths: ['/上级', '/上级/意见.txt'], digest: hashOf('上级') }],
  entries,
  bases: [],
}
const whole = Buffer.concat(writeImage(image))
/** As plain objects: views of one buffer are equal to others only where they are copied. */
const copied = (read: Image): Image => ({
  ...read,
  files: new Map(read.files),
  entries: new Map(
    [...read.entries].map(([path, entry]) => {
      const { hash, name, groups, tally, remarks } = entry
      const { line, second } = entry.body
      return [
        path,
        {
          hash,
          name,
          groups,
          tally,
          remarks,
          body: { line: Buffer.from(line), second: second && Buffer.from(second) },
        },
      ]
    }),
  ),
})

describe('results as bytes', () => {
  it('are read as they were written', () => {
    expect(copied(readImage(whole)!)).toEqual(image)
  })

  it('tell by path what they know', () => {
    const { files, entries } = readImage(whole)!
    expect(files.get('/上级/意见.txt')).toEqual(image.files.get('/上级/意见.txt'))
    expect(entries.get('/稿/1.txt')?.hash).toBe(hashOf('1'))
    for (const path of ['/上级/意见.txt', '/稿/3.txt', '__proto__']) expect(entries.get(path)).toBeUndefined()
  })

  it('can do without their second lines, whatever has become of them', () => {
    const length = withoutSeconds(whole)!
    expect(length).toBeLessThan(whole.length)
    const lean = {
      ...image,
      entries: new Map(
        [...entries].map(([path, entry]) => [path, { ...entry, body: { ...entry.body, second: undefined } }]),
      ),
    }
    for (const part of [whole.subarray(0, length), whole])
      expect(copied(readImage(Buffer.from(part), true)!)).toEqual(lean)
    for (let at = 0; at < length; at++) {
      expect(readImage(whole.subarray(0, at), true)).toBeUndefined()
      const bytes = Buffer.from(whole.subarray(0, length))
      bytes[at]! ^= 1
      expect(readImage(bytes, true), `byte ${at}`).toBeUndefined()
    }
    expect(() => writeImage(lean)).toThrow('/稿/2.txt')
  })

  it('of another make are told by their first line', () => {
    const other = new Map(entries)
    other.delete('/稿/2.txt')
    expect(isSameImage(whole, whole.subarray(0, withoutSeconds(whole)))).toBe(true)
    expect(isSameImage(whole, Buffer.concat(writeImage({ ...image, entries: other })))).toBe(false)
  })

  it('are refused wherever one bit is another one', () => {
    for (let at = 0; at < whole.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const bytes = Buffer.from(whole)
        bytes[at]! ^= 1 << bit
        expect(readImage(bytes), `bit ${bit} of byte ${at}`).toBeUndefined()
      }
  })

  it('are refused where they are cut off or go on', () => {
    for (let length = 0; length < whole.length; length++) expect(readImage(whole.subarray(0, length))).toBeUndefined()
    expect(readImage(Buffer.concat([whole, Buffer.from(' ')]))).toBeUndefined()
  })
})
