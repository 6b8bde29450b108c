/**
 * `npm run fuzz -- [--runs N] [--seed S] [--formats doc,rtf] [--from N] [--save folder]`: damages sample files of every format, reads and
 * lints each, and reports whatever is neither a document nor a refusal: crashes, hangs, too much memory, attempts to write.
 *
 * Each case follows from the seed and its number; `--from N --runs 1` with the same seed and formats runs one again, `--save` keeps its file.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fuzzCase, type Outcome } from './fuzz/child.ts'
import { formatsAt } from './fuzz/samples.ts'
import { option } from './option.ts'

/** Milliseconds of processor time for one case; and of the clock, on however busy a machine. */
const LIMIT = 2000
const PATIENCE = 30_000
/** MB of the process that reads, the program and its compiler included. */
const MEMORY_LIMIT = 300
/** Faults that are printed. */
const SHOWN = 20

const runs = Number(option('runs') ?? 20_000)
const seed = Number(option('seed') ?? 1)
const from = Number(option('from') ?? 0)
const save = option('save')
const root = process.cwd()
const formats = formatsAt(root)
const asked = option('formats')?.split(',') ?? formats.map(({ extension }) => extension)
// A case's format follows from its number and this order.
const extensions = formats.map(({ extension }) => extension).filter((extension) => asked.includes(extension))
const unknown = asked.filter((wanted) => !extensions.includes(wanted))
if (unknown.length > 0 || !Number.isInteger(runs) || !Number.isInteger(seed) || !Number.isInteger(from))
  throw new Error('npm run fuzz -- [--runs N] [--seed S] [--formats doc,rtf] [--from N] [--save folder]')

interface Fault {
  readonly index: number
  readonly format: string
  readonly what: string
}

const start = (): ChildProcess =>
  fork(join(root, 'src', 'dev', 'fuzz', 'child.ts'), [String(seed), extensions.join(','), root], {
    execArgv: [...process.execArgv, '--max-old-space-size=1024'],
  })

/** What the child says next; undefined where it dies or says nothing for too long. */
function answer(child: ChildProcess): Promise<Outcome | 'ready' | undefined> {
  return new Promise((resolve) => {
    const settle = (said: Outcome | 'ready' | undefined) => {
      clearTimeout(timer)
      child.removeAllListeners('message').removeAllListeners('exit')
      resolve(said)
    }
    const timer = setTimeout(() => settle(undefined), PATIENCE)
    child.once('message', (said) => settle(said as Outcome | 'ready'))
    child.once('exit', () => settle(undefined))
  })
}

async function main(): Promise<void> {
  const faults: Fault[] = []
  const counts = new Map<string, { read: number; refused: number; slowest: number }>()
  const refusals = new Map<string, number>()
  let child = start()
  if ((await answer(child)) !== 'ready') throw new Error('the reading process does not start')
  let peak = 0
  for (let index = from; index < from + runs; index++) {
    const format = extensions[index % extensions.length]!
    if (save !== undefined) keep(index, save)
    child.send(index)
    const said = await answer(child)
    if (said === undefined || said === 'ready') {
      const { exitCode } = child
      child.kill('SIGKILL')
      faults.push({ index, format, what: exitCode === null ? 'hangs' : `the process ends with ${exitCode}` })
      child = start()
      await answer(child)
      continue
    }
    const count = counts.get(said.format) ?? { read: 0, refused: 0, slowest: 0 }
    counts.set(said.format, count)
    count.slowest = Math.max(count.slowest, said.took)
    peak = Math.max(peak, said.memory)
    if (said.kind === 'crash') faults.push({ index, format, what: said.why ?? '' })
    else count[said.kind]++
    if (said.kind === 'refused') refusals.set(said.why ?? '', (refusals.get(said.why ?? '') ?? 0) + 1)
    if (said.took > LIMIT) faults.push({ index, format, what: `takes ${said.took.toFixed(0)} ms` })
  }
  child.kill()

  console.log(`${runs} cases from ${from}, seed ${seed}`)
  for (const [format, { read, refused, slowest }] of counts)
    console.log(`  ${format.padEnd(5)} ${read} read, ${refused} refused, the slowest took ${slowest.toFixed(0)} ms`)
  console.log(
    `  ${refusals.size} different reasons; peak memory ${peak.toFixed(0)} MB, the program and its compiler included`,
  )
  if (process.argv.includes('--reasons'))
    for (const [why, times] of [...refusals].sort((a, b) => b[1] - a[1])) console.log(`  ${times} × ${why}`)
  if (peak > MEMORY_LIMIT) console.log(`  MORE than ${MEMORY_LIMIT} MB`)
  for (const { index, format, what } of faults.slice(0, SHOWN))
    console.log(`FAULT ${format}: --seed ${seed} --from ${index} --runs 1 --formats ${extensions.join(',')}\n  ${what}`)
  console.log(`${faults.length} faults`)
  if (faults.length > 0 || peak > MEMORY_LIMIT) process.exitCode = 1
}

function keep(index: number, folder: string): void {
  const { bytes, format } = fuzzCase(seed, index, extensions, root)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${seed}-${index}.${format}`), bytes)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
