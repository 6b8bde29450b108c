import { describe, expect, it } from 'vitest'
import { filesOf } from './sharding.ts'

/** As many files as are wanted, of sizes that differ by up to some hundred times; the same each time. */
function files(count: number) {
  let state = 1
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647
  return Array.from({ length: count }, (_, i) => ({
    path: `文稿/${i % 7}/${i}.txt`,
    size: Math.round(500 * 600 ** random()),
  }))
}
const split = (all: readonly { readonly path: string; readonly size: number }[], total: number) =>
  Array.from({ length: total }, (_, i) => filesOf(all, { index: i + 1, total }))

describe('the parts of a run', () => {
  it.each([0, 1, 5, 8, 300])('hold each of %i files once, whatever the number of parts', (count) => {
    const all = files(count)
    for (let total = 1; total <= 8; total++) {
      const parts = split(all, total)
      expect(parts.flatMap((part) => [...part]).sort()).toEqual(all.map(({ path }) => path).sort())
    }
  })

  it('are of one weight, to within the largest file', () => {
    const all = files(300)
    const largest = Math.max(...all.map(({ size }) => size))
    // What a file weighs besides its bytes.
    const weight = new Map(all.map(({ path, size }) => [path, size + 2000]))
    for (let total = 2; total <= 8; total++) {
      const loads = split(all, total).map((part) => [...part].reduce((sum, path) => sum + weight.get(path)!, 0))
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest + 2000)
    }
    // Files without anything in them are shared out, too.
    const empty = all.map(({ path }) => ({ path, size: 0 }))
    for (const part of split(empty, 8)) expect([37, 38]).toContain(part.size)
  })

  it('are the same in whatever order the files come', () => {
    // Of one size, so that only the names decide.
    const all = [...files(60), ...files(60).map(({ path }) => ({ path: `又/${path}`, size: 4000 }))]
    for (const other of [[...all].reverse(), [...all].sort((a, b) => (a.path < b.path ? -1 : 1))])
      for (const total of [2, 3, 8])
        expect(split(other, total).map((part) => [...part].sort())).toEqual(
          split(all, total).map((part) => [...part].sort()),
        )
  })
})
