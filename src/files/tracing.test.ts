import { describe, expect, it } from 'vitest'
import { type Host, UnreadableError } from '../core.ts'
import { tracing } from './tracing.ts'

const HOST: Host = {
  cwd: '/库',
  read(path) {
    if (path.endsWith('没有.txt')) throw new UnreadableError('找不到文件', '')
    return Buffer.from(path)
  },
  kind: (path) => (path.endsWith('没有.txt') ? 'missing' : 'file'),
  list: () => [],
  stat: () => undefined,
}
const pathsOf = (uses: readonly (readonly string[])[]) => [...new Set(uses.flat())].sort()

describe('what a piece of work rests on', () => {
  it('is whatever it asked for, there or not, by its absolute name, and nothing of others', async () => {
    const { host, collect } = tracing(HOST)
    host.read('之前.txt')
    const { value, uses } = await collect(async () => {
      host.kind('没有.txt')
      host.list('上级')
      await Promise.resolve()
      host.stat?.('/别处/索引.txt')
      return String(host.read('./a.txt'))
    })
    host.read('之后.txt')
    expect(value).toBe('./a.txt')
    expect(pathsOf(uses)).toEqual(['/别处/索引.txt', '/库/a.txt', '/库/上级', '/库/没有.txt'])
    expect((await collect(async () => 1)).uses).toEqual([])
  })

  it('holds, for all who take it, what work that is done once rests on: one group, the same for all', async () => {
    const { host, collect, once } = tracing(HOST)
    let runs = 0
    const inner = once(async () => host.read('内.txt'))
    const shelf = once(async () => {
      runs++
      await inner()
      return host.list('上级')
    })
    const first = await collect(async () => {
      await shelf()
      host.read('a.txt')
    })
    const second = await collect(shelf)
    const third = await collect(async () => {
      await shelf()
      await shelf()
      await inner()
    })
    expect(runs).toBe(1)
    expect(pathsOf(first.uses)).toEqual(['/库/a.txt', '/库/上级', '/库/内.txt'])
    for (const { uses } of [second, third]) expect(pathsOf(uses)).toEqual(['/库/上级', '/库/内.txt'])
    for (const group of second.uses) expect(first.uses).toContain(group)
    expect(third.uses).toHaveLength(second.uses.length)
  })

  it('is known of work that failed, too', async () => {
    const { host, collect, once } = tracing(HOST)
    const failing = once(async () => host.read('没有.txt'))
    for (let i = 0; i < 2; i++) {
      const { value, uses } = await collect(() => failing().catch((error: Error) => error.message))
      expect([value, pathsOf(uses)]).toEqual(['找不到文件', ['/库/没有.txt']])
    }
    await expect(collect(async () => host.read('没有.txt'))).rejects.toThrow('找不到文件')
    // What failed does not take part in what comes after it.
    expect((await collect(async () => host.read('b.txt'))).uses).toEqual([['/库/b.txt']])
  })
})
