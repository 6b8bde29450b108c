/** How benchmarks are run and told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { holds, judgement, type Limit, median, table } from './figures.ts'
import { interleaved, measured, NODE, type Task } from './run.ts'
import { burdenLint, type Target, type Tool } from './tool.ts'

const folder = mkdtempSync(join(tmpdir(), 'burden-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('median', () => {
  it('is the value in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([7])).toBe(7)
  })
  it('is the mean of two in the middle', () => expect(median([4, 1, 3, 100])).toBe(3.5))
  it('is not made up where nothing was measured', () => expect(() => median([])).toThrow('no values'))
  it('leaves the values as they were', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('table', () => {
  it('shows medians, best runs and ratios to one row, aligned', () => {
    const base = { name: 'a peer', times: [400, 500, 600] }
    expect(table([{ name: 'we', times: [260, 250, 900] }, base, { name: 'slow', times: [4000] }], base)).toEqual([
      'we      260.0 ms  250.0 at best  0.52 ×',
      'a peer  500.0 ms  400.0 at best  1.00 ×',
      'slow     4000 ms   4000 at best  8.00 ×',
    ])
  })
})

describe('a limit', () => {
  const limit = (value: number, relation: Limit['relation'], bound: number): Limit => ({
    what: 'cold',
    value,
    relation,
    bound,
    unit: '×',
  })

  it.each([
    [0.99, '<', 1, true],
    [1, '<', 1, false],
    [1, '≤', 1, true],
    [1.01, '≤', 1, false],
    [8, '≥', 8, true],
    [7.99, '≥', 8, false],
  ] as const)('%d %s %d: %s', (value, relation, bound, expected) =>
    expect(holds(limit(value, relation, bound))).toBe(expected),
  )
  it('does not hold where nothing was measured', () => expect(holds(limit(Number.NaN, '<', 1))).toBe(false))
  it('is said with what was measured', () => {
    expect(judgement(limit(0.5, '<', 1))).toBe('holds   cold: 0.50 ×, limit < 1 ×')
    expect(judgement(limit(2, '≤', 1.6))).toBe('MISSED  cold: 2.00 ×, limit ≤ 1.6 ×')
  })
  it('is not rounded to where it seems to hold', () => {
    expect(judgement(limit(1.001, '≤', 1))).toBe('MISSED  cold: 1.001 ×, limit ≤ 1 ×')
    expect(judgement(limit(7.999, '≥', 8))).toBe('MISSED  cold: 7.999 ×, limit ≥ 8 ×')
  })
})

describe('runs', () => {
  const target: Target = { path: 'draft.txt', extension: 'txt', files: 1 }
  const says = (script: string, ran: Tool['ran']): Task => ({
    name: 'it',
    tool: { name: 'it', args: () => ['-e', script], ran },
    target,
  })

  it('are timed', () => {
    const [node, it] = interleaved([NODE, says('console.log(1); process.exitCode = 1', (o) => o === '1\n')], 2, folder)
    expect([node!.name, node!.times.length, it!.times.length]).toEqual(['node -e 0', 2, 2])
    expect(Math.min(...node!.times, ...it!.times)).toBeGreaterThan(1)
  })
  it.each([
    ['prints something else', 'console.log("no such file")'],
    ['breaks', 'console.log(1); process.exitCode = 2'],
    ['is killed', 'console.log(1); process.kill(process.pid)'],
  ])('are no runs where the tool %s', (_, script) =>
    expect(() => interleaved([says(script, (o) => o === '1\n')], 1, folder)).toThrow('did not look at draft.txt'),
  )
  it('do not read certificates at the start', () => {
    const script = 'console.log(process.env.NODE_EXTRA_CA_CERTS)'
    interleaved([says(script, (output) => output === 'undefined\n')], 1, folder)
  })
  it('tell the memory of a process with its threads', () => {
    const hold = (size: number) =>
      measured(
        says(
          `new (require('node:worker_threads').Worker)('Buffer.alloc(${size} * 1024 * 1024, 1)', { eval: true })`,
          (output) => output === '',
        ),
        folder,
      ).memory
    const [small, large] = [hold(1), hold(200)]
    expect(large - small).toBeGreaterThan(150)
    expect(large - small).toBeLessThan(250)
  })
})

describe('burden-lint', () => {
  it('says on how many files it looked', () => {
    writeFileSync(join(folder, 'draft.txt'), '在全县防汛工作会议上的讲话\n\n　　同志们：\n　　请各乡镇备足物资。\n')
    const target: Target = { path: 'draft.txt', extension: 'txt', files: 1 }
    const tool = burdenLint(process.cwd())
    expect(interleaved([{ name: tool.name, tool, target }], 1, folder)[0]!.times).toHaveLength(1)
  })
})
