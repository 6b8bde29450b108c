/** Runs tools and takes their time, and the memory they had at most. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './figures.ts'
import type { Target, Tool } from './tool.ts'

/** Node 20 reads the certificates that this names at every start, which makes a short run three times as long. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

/** A tool as it is to be run. */
export interface Task {
  readonly name: string
  readonly tool: Tool
  readonly target: Target
}

/** Nothing but Node itself. */
export const NODE: Task = {
  name: 'node -e 0',
  tool: { name: 'node', args: () => ['-e', '0'], ran: (output) => output === '' },
  target: { path: '', extension: 'txt', files: 0 },
}

/** So many runs of each, in turns, after one that does not count. Throws where one did not look at its target. */
export function interleaved(tasks: readonly Task[], runs: number, cwd: string): Row[] {
  const times = tasks.map((): number[] => [])
  for (let run = -1; run < runs; run++)
    for (let turn = 0; turn < tasks.length; turn++) {
      // Each goes first in its turn: a busy machine slows all alike.
      const i = (turn + run + tasks.length) % tasks.length
      const time = once(tasks[i]!, cwd)
      if (run >= 0) times[i]!.push(time)
    }
  return tasks.map(({ name }, i) => ({ name, times: times[i]! }))
}

/** One run: milliseconds from before the start to after the end. Its output goes to a file, which no reader holds up. */
export function once({ name, tool, target }: Task, cwd: string, options: readonly string[] = []): number {
  const output = join(cwd, '.output')
  const file = openSync(output, 'w')
  const args = [...options, ...tool.args(target)]
  const started = performance.now()
  const { status, error } = spawnSync(process.execPath, args, { cwd, env: environment, stdio: ['ignore', file, file] })
  const time = performance.now() - started
  closeSync(file)
  const printed = readFileSync(output, 'utf8')
  rmSync(output)
  if (status === null || status > 1 || !tool.ran(printed, target))
    throw new Error(
      `${name} did not look at ${target.path} (exit code ${status}${error ? `, ${error.message}` : ''}); it printed: ${printed.slice(0, 500)}`,
    )
  return time
}

/**
 * One run, and the most memory that its process had, threads included, in units of 1,024² bytes. Linux counts into `maxRSS` what the
 * process was before it became Node, that is this one; hence its own status where there is one.
 */
export function measured(task: Task, cwd: string): { readonly time: number; readonly memory: number } {
  const hook = join(cwd, '.peak.cjs')
  const peak = join(cwd, '.peak')
  writeFileSync(
    hook,
    `const { readFileSync, writeFileSync } = require('node:fs')
     if (require('node:worker_threads').isMainThread) process.on('exit', () => {
       let kilobytes = process.resourceUsage().maxRSS
       try { kilobytes = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) } catch {}
       writeFileSync(${JSON.stringify(peak)}, String(kilobytes))
     })`,
  )
  try {
    const time = once(task, cwd, ['--require', hook])
    return { time, memory: Number(readFileSync(peak, 'utf8')) / 1024 }
  } finally {
    for (const path of [hook, peak]) rmSync(path, { force: true })
  }
}

/** Rounds that do not count. */
const WARM_UP = 20

/** Runs a command `runs` times in one process, after a first time and some to warm up. Milliseconds; MB. */
export function repeated(
  root: string,
  cwd: string,
  args: readonly string[],
  runs: number,
): { readonly first: number; readonly times: readonly number[]; readonly memory: number } {
  const script = `
    const { main, nodeHost } = require(${JSON.stringify(join(root, 'dist', 'cli.js'))})
    const io = { host: nodeHost(process.cwd()), root: ${JSON.stringify(root)}, stdout: { write() {} }, stderr: { write() {} }, stdin: () => new Uint8Array(), today: () => '2026-01-01', env: {} }
    const time = async () => {
      const started = performance.now()
      const code = await main(${JSON.stringify(args)}, io)
      if (code !== 0) throw new Error('exit code ' + code)
      return performance.now() - started
    }
    const run = async () => {
      const first = await time()
      const times = []
      for (let i = ${runs === 0 ? 0 : -WARM_UP}; i < ${runs}; i++) {
        const took = await time()
        if (i >= 0) times.push(took)
      }
      console.log(JSON.stringify({ first, times, memory: process.resourceUsage().maxRSS / 1024 }))
    }
    run()`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return JSON.parse(stdout)
}
