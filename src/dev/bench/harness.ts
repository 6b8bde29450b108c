/** Runs benchmarks by name, each in a folder that is gone afterwards, and tells what they came to. */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { holds, judgement, type Limit } from './figures.ts'

/** The project, built. */
export const root = process.cwd()

/** Measures, reports, and returns the limits. */
export type Benchmark = () => readonly Limit[] | Promise<readonly Limit[]>

/** Runs what `argv` names, or all. With `--assert` a limit that is missed makes the exit code 1. */
export async function runBenchmarks(benchmarks: Readonly<Record<string, Benchmark>>, argv: readonly string[]) {
  const names = argv.filter((name) => name !== '--assert')
  const unknown = names.find((name) => !Object.hasOwn(benchmarks, name))
  if (unknown !== undefined) throw new Error(`${unknown} is none of ${Object.keys(benchmarks).join(', ')}`)
  console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim()}`)
  const missed: Limit[] = []
  for (const name of names.length > 0 ? names : Object.keys(benchmarks))
    missed.push(...(await benchmarks[name]!()).filter((limit) => !holds(limit)))
  console.log(missed.length === 0 ? '\nall limits hold' : `\n${missed.length} limits missed`)
  if (missed.length > 0 && argv.includes('--assert')) process.exitCode = 1
}

/** Prints figures and whether the limits hold; returns the limits. */
export function report(title: string, lines: readonly string[], limits: readonly Limit[]): readonly Limit[] {
  console.log(`\n${title}`)
  for (const line of [...lines, ...limits.map(judgement)]) console.log(`  ${line}`)
  return limits
}

/** Runs `make` in a folder that is gone afterwards. */
export async function inFolder<T>(make: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-bench-'))
  try {
    return await make(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
