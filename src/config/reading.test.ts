import { describe, expect, it } from 'vitest'
import { jsonFault } from './reading.ts'

describe('jsonFault', () => {
  it.each([
    ['{"a":，1}', 5, /中文标点“，”/],
    ['{"a":1 "b":2}', 6, /少了一个逗号/],
    ['{// x\n}', 1, /注释/],
    ["{'a':1}", 1, /双引号/],
    ['{a:1}', 1, /双引号/],
    ['{"a":"C:\\公文"}', 5, /反斜杠/],
    ['{"a":"x', 5, /右引号/],
    ['[1,2', 4, /不完整/],
    ['{} {}', 3, /多了内容/],
    ['{"a":01}', 5, /写法不对/],
    ['{"a":1,"b":[{"a":1}],"\\u0061":2}', 21, /写了两次/],
  ])('%s', (text, offset, reason) => {
    expect(jsonFault(text)).toEqual({ offset, reason: expect.stringMatching(reason) })
  })
  it.each(['{}', ' [1, {"a": {"a": []}}]\n', '"x"', '{"a":[{"b":1},{"b":2}]}'])(
    'finds nothing wrong with %s',
    (text) => {
      expect(jsonFault(text)).toBeUndefined()
    },
  )
  it('finds the same texts wrong as JSON.parse, also huge and deep ones', () => {
    for (const text of ['['.repeat(500_000), `"${'a'.repeat(1_000_000)}`, `[${'1,'.repeat(300_000)}]`]) {
      expect(() => JSON.parse(text)).toThrow()
      expect(jsonFault(text)?.reason).toMatch(/./)
    }
  })
})
