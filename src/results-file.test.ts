import { describe, expect, it } from 'vitest'
import { type Image, readImage, writeImage } from './results-file.ts'
import { hashOf } from './stamps.ts'

const stamp = { size: 12, mtime: 1_700_000_000_000, ctime: 1_700_000_000_000, checked: 1_700_000_009_000 }
const image: Image = {
  files: new Map([['/稿/1.txt', { ...stamp, hash: hashOf('1') }]]),
  groups: [{ paths: ['/上级', '/上级/意见.txt'], digest: hashOf('上级') }],
  entries: new Map([['/稿/1.txt', { hash: hashOf('1'), groups: [0], body: 0 }]]),
  bases: [],
  bodies: [Buffer.from('{"责任状":1}'), Buffer.from('')],
}
const whole = Buffer.concat(writeImage(image))

describe('results as bytes', () => {
  it('are read as they were written', () => {
    const read = readImage(whole)!
    expect({ ...read, bodies: read.bodies.map((body) => Buffer.from(body)) }).toEqual(image)
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
