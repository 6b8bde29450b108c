import { describe, expect, it } from 'vitest'
import { pack, unpack } from './packed.ts'

describe('a packed part', () => {
  const code = Uint8Array.from([1, 2, 3])

  it.each(['', 'a', 'caf\u00e9', '\\u5404', 'x'.repeat(1000)])('comes back as it was: %j', (source) => {
    const back = unpack(pack({ source, code }))!
    expect(back.source).toBe(source)
    expect([...back.code]).toEqual([...code])
  })
  it('has its machine code where V8 need not move it', () => {
    for (const source of ['', 'a', 'ab', 'abc', 'abcd', 'abcde'])
      expect((pack({ source, code }).length - code.length) % 8).toBe(0)
  })
  it('is made of sources without Chinese only', () => {
    expect(() => pack({ source: '各级各部门', code })).toThrow('not escaped')
  })
  it('that was cut short is none', () => {
    const bytes = pack({ source: 'abcdefghi', code })
    for (let length = 0; length <= bytes.length - code.length; length++)
      expect(unpack(bytes.subarray(0, length))).toBeUndefined()
  })
})
