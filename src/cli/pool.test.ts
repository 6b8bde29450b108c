/** Worker threads: the same report whatever their number, and what becomes of a file that one of them is lost over. */
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { emptyFolder, type Folder, mixedRepository, NOTICE, run, start } from '../dev/samples/repository.ts'
import type { Judged } from '../session/judging.ts'
import { openPool, type PoolOptions } from './pool.ts'

vi.setConfig({ testTimeout: 30_000 })

let mixed: Folder
beforeAll(async () => {
  mixed = await mixedRepository()
})
afterAll(() => mixed.remove())

describe('--jobs', () => {
  it('says the same, byte for byte, whatever the number', async () => {
    const outcomes = []
    for (const jobs of ['1', '2', '5']) {
      const files = ['--format', 'json:结果.json', '--format', 'sarif:结果.sarif', '--format', 'pretty']
      const { done } = start(mixed, [
        ...files,
        '--as-of',
        '2026-03-05',
        '--debug-genre',
        '--statistics',
        '--jobs',
        jobs,
      ])
      outcomes.push({ ...(await done), json: mixed.text('结果.json'), sarif: mixed.text('结果.sarif') })
      for (const name of ['结果.json', '结果.sarif']) rmSync(mixed.at(name))
    }
    const [one, ...others] = outcomes
    for (const other of others) expect(other).toEqual(one)
    // The sample holds what it is to hold.
    expect(one!.exit).toBe(2)
    expect(JSON.parse(one!.json).files.length).toBeGreaterThan(30)
    for (const rule of ['unreadable-file', 'unused-waiver', 'too-few-local-measures', 'misreported-figure'])
      for (const text of [one!.json, one!.sarif, one!.stdout]) expect(text).toContain(rule)
    expect(one!.stderr).toContain('旧账.txt 1 处')
  })

  it('goes together with --quiet and with kept results, cold and warm', async () => {
    const outcomes = []
    for (const jobs of ['1', '3', '3']) {
      const argv = ['汇报', '台账', '--quiet', '--cache-location', `.缓存${jobs}`, '--format', 'json', '--jobs', jobs]
      outcomes.push(await run(mixed, argv))
    }
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[2]).toEqual(outcomes[0])
    expect(JSON.parse(outcomes[0]!.stdout).summary).toMatchObject({ errors: expect.any(Number), warnings: 0, infos: 0 })
  })

  it('tells faults of the configuration as one thread does', async () => {
    const folder = emptyFolder()
    folder.put({ 'a.txt': NOTICE, 'b.txt': NOTICE })
    const argv = ['a.txt', 'b.txt', '--against', '没有.txt']
    const [one, two] = [await run(folder, [...argv, '--jobs', '1']), await run(folder, [...argv, '--jobs', '2'])]
    folder.remove()
    expect(two).toEqual(one)
    expect(two.exit).toBe(2)
    expect(two.stderr).toContain('没有.txt')
  })
})

describe('a thread that is lost', () => {
  /** A program whose threads do what the names of the files say. */
  let program: Folder
  beforeAll(() => {
    program = emptyFolder()
    program.put({
      'dist/cli.js': `const { parentPort, workerData } = require('node:worker_threads')
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, workerData.flags.starting ?? 0)
exports.work = () => parentPort.on('message', async ({ paths, at }) => {
  for (const [i, path] of paths.entries()) {
    Atomics.store(at, 0, i)
    if (path.includes('hang')) for (;;);
    if (path.includes('sleep')) await new Promise(() => setInterval(() => {}, 1000))
    if (path.includes('slow')) await new Promise((done) => setTimeout(done, 450))
    if (path.includes('throw')) throw new Error('第三方库出错')
    if (path.includes('exit')) process.exit(3)
    if (path.includes('memory')) for (const all = []; ; ) all.push(new Array(100_000).fill(Math.random()))
    if (path.includes('usage')) return parentPort.postMessage({ usage: '配置有误', remedy: '请改正' })
    if (i === paths.length - 1) Atomics.store(at, 0, -1)
    parentPort.postMessage({ results: [{ path, judged: JSON.stringify(judged(path)) }], common: COMMON, times: [] })
  }
})
const COMMON = { bases: [], groups: [] }
const judged = (path) => ({ file: { path, genre: null, counts: null, diagnostics: [] }, notices: [], problems: [],
  failures: [], isUnreadable: false, isRegister: false, uses: [] })
`,
    })
  })
  afterAll(() => program.remove())

  /** What became of each file: its path, or the reason why it was given up, in the order of `paths`. */
  async function became(paths: readonly string[], more: Partial<PoolOptions> = {}) {
    const results: [string, string][] = []
    const pool = openPool({
      root: program.path,
      setting: {
        cwd: program.path,
        asOf: '2026-03-05',
        flags: {},
        hashed: false,
        timed: false,
        keepContent: false,
      },
      jobs: 2,
      timeout: 1200,
      signal: new AbortController().signal,
      ...more,
    })
    const used = await pool(
      paths.map((path) => ({ path, size: 100 })),
      paths.length,
      (path, judged) => results.push([path, judged.notices[0] ?? 'judged']),
      async (path, { message, remedy }) =>
        ({ ...judgedOf(path), notices: [`${message}；${remedy}`], isUnreadable: true }) satisfies Judged,
    )
    expect(used).toBe(true)
    return results.sort(([a], [b]) => paths.indexOf(a) - paths.indexOf(b))
  }
  const judgedOf = (path: string): Judged => ({
    file: { path, genre: null, counts: null, diagnostics: [] },
    notices: [],
    problems: [],
    failures: [],
    isUnreadable: false,
    isRegister: false,
    uses: [],
  })
  const many = (bad: readonly string[]) =>
    Array.from({ length: 40 }, (_, i) => `${i}${i === 0 ? bad[0] : i === 17 ? bad[1] : i === 39 ? bad[2] : ''}.txt`)

  it.each([
    ['hang', '检查超过 1.2 秒，没有做完'],
    ['sleep', '检查超过 1.2 秒，没有做完'],
    ['throw', '检查时程序中断（第三方库出错）'],
    ['exit', '检查时程序中断；'],
  ])('costs one file, once, and no other: %s', async (what, reason) => {
    const paths = many([what, what, what])
    const results = await became(paths)
    expect(results.map(([path]) => path)).toEqual(paths)
    for (const [path, told] of results)
      if (path.includes(what)) expect(told).toContain(reason)
      else expect([path, told]).toEqual([path, 'judged'])
  })

  it('costs one file where the memory runs out', async () => {
    // Threads have as much as the machine, and filling that takes long.
    setFlagsFromString('--max-old-space-size=64')
    const [first, ...rest] = await became(['memory.txt', 'b.txt', 'c.txt'], { timeout: 20_000 })
    setFlagsFromString('--max-old-space-size=0')
    expect(first![1]).toContain('检查时程序中断（内存不足）')
    expect(rest).toEqual([
      ['b.txt', 'judged'],
      ['c.txt', 'judged'],
    ])
  })

  it('gives each file the whole time, and one thread alone goes on, too', async () => {
    const paths = ['a-slow.txt', 'b-slow.txt', 'c-slow.txt', 'd-slow.txt', 'e-hang.txt', 'f-slow.txt']
    // Together the slow ones take longer; and a busy machine starts a thread late.
    const results = await became(paths, { jobs: 1, timeout: 1500 })
    expect(results.filter(([, told]) => told !== 'judged').map(([path]) => path)).toEqual(['e-hang.txt'])
    expect(results.map(([path]) => path)).toEqual(paths)
  })

  it('blames no file for the time that a thread takes to start', async () => {
    const setting = { cwd: program.path, asOf: '2026-03-05', hashed: false, timed: false, keepContent: false }
    const results = await became(['a.txt', 'hang.txt', 'c.txt', 'd.txt', 'e.txt'], {
      timeout: 400,
      setting: { ...setting, flags: { starting: 1000 } as object },
    })
    expect(results.filter(([, told]) => told !== 'judged').map(([path]) => path)).toEqual(['hang.txt'])
  })

  it('blames no file that is done and whose answer nobody has taken yet', async () => {
    const results = became(['a.txt', 'b.txt', 'c.txt', 'd.txt'], { timeout: 300 })
    // This thread is busy.
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000), 20)
    expect((await results).map(([, told]) => told)).toEqual(['judged', 'judged', 'judged', 'judged'])
  })

  it('ends the run where the configuration is at fault', async () => {
    await expect(became(['a.txt', 'usage.txt', 'c.txt'])).rejects.toThrow('配置有误')
  })

  it('stops at once when the run is broken off, with what was done', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 300)
    const begun = performance.now()
    const results = await became(['a.txt', 'hang.txt', 'b.txt', 'sleep.txt'], {
      timeout: 60_000,
      signal: controller.signal,
    })
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(results.every(([path, told]) => told === 'judged' && !/hang|sleep/.test(path))).toBe(true)
  })
})

describe('a large run', () => {
  let large: Folder
  const many = 600
  beforeAll(() => {
    large = emptyFolder()
    const text = `${NOTICE}${'各乡镇要在6月1日前备足沙袋和抽水泵，由县应急局逐乡清点，并同各村签订责任状。\n'.repeat(150)}`
    for (let i = 0; i < many; i++) large.put({ [`${i}.txt`]: `${text}${i}` })
  })
  afterAll(() => large.remove())

  it.each([
    ['1', 'alone'],
    ['2', 'in threads'],
  ])('ends soon after Ctrl-C, with the report of what was done and how much is left: %s', async (jobs) => {
    const { child, done } = start(large, [
      '--format',
      'ndjson',
      '--format',
      'json:结果.json',
      '--format',
      'sarif:结果.sarif',
      '--jobs',
      jobs,
      '--shard',
      '1/1',
      '--as-of',
      '2026-03-05',
    ])
    await once(child.stdout, 'data')
    const begun = performance.now()
    child.kill('SIGINT')
    const { exit, stdout, stderr } = await done
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(exit).toBe(130)
    const [, left, reported] = /已中断：还有 (\d+) 个文件没有检查，以上只是已检查的 (\d+) 个文件的结果/.exec(stderr)!
    expect(Number(left) + Number(reported)).toBe(many)
    expect(Number(left)).toBeGreaterThan(0)
    for (const lines of [JSON.parse(large.text('结果.json')).files, stdout.trim().split('\n')])
      expect(lines).toHaveLength(Number(reported))
    expect(JSON.parse(large.text('结果.json')).problems).toEqual([`已中断：还有 ${left} 个文件没有检查`])
    expect(JSON.parse(large.text('结果.sarif')).runs[0].invocations[0].executionSuccessful).toBe(false)
    // As a part of a larger run it is not whole.
    const merged = await run(large, ['merge', '结果.json'])
    expect([merged.exit, merged.stderr]).toEqual([2, expect.stringContaining(`${left} 个文件（如 `)])
  })

  it('gives up a document that takes too long, and says how to go on', async () => {
    // As many different sentences as it takes to keep one thread busy for far longer than that.
    const heavy = Array.from({ length: 60_000 }, (_, i) => `第${i}条，各乡镇要签订责任状${i}份，务必高度重视。`)
    large.put({ '重.txt': `${NOTICE}${heavy.join('\n')}` })
    const { exit, stdout } = await run(large, [
      '重.txt',
      '1.txt',
      '2.txt',
      '--timeout',
      '0.05',
      '--jobs',
      '2',
      '--format',
      'json',
    ])
    const files = JSON.parse(stdout).files as { path: string; diagnostics: { rule: string; text: string }[] }[]
    expect(exit).toBe(2)
    const lost = files.filter(({ diagnostics }) => diagnostics.some(({ rule }) => rule === 'unreadable-file'))
    expect(lost.map(({ path }) => path)).toContain('重.txt')
    expect(files.find(({ path }) => path === '重.txt')!.diagnostics).toHaveLength(1)
    expect(lost[0]!.diagnostics[0]!.text).toContain('--timeout')
  })
})
