/**
 * `npm run kill:check -- [--runs N] [--seed S] [--kinds fix,reports]`: kills the built program with SIGKILL at random moments while it
 * writes, then holds every file against what it was and what it was to become, and the next run against one that was never killed. Indexes
 * are also damaged on purpose. Prints a table; any fault is an error.
 *
 * Half of the blows fall by the clock, between 30 and 105 % of what a run usually takes; the other half once a file is seen being written, at a
 * random moment of the time that the writing usually takes. The seed decides on both; where they fall is still up to the machine.
 */
import { spawn } from 'node:child_process'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { median } from './bench/figures.ts'
import { type Random, randomFrom } from './fuzz/mutate.ts'
import { KINDS, type Kind, LEFTOVER } from './kill/kinds.ts'
import { option } from './option.ts'

const BIN = join(process.cwd(), 'bin', 'burden-lint.js')
/** Runs that are left alone, to see what is usual. */
const USUAL = 5
/** Faults that are printed of each kind. */
const SHOWN = 10
/** Times as the program's own indexes tell them are believed after two seconds. Milliseconds. */
const SETTLING = 2200
const HOUR = 3600_000

type Files = ReadonlyMap<string, Buffer | undefined>

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Run extends Outcome {
  readonly killed: boolean
  /** Milliseconds. */
  readonly took: number
  /** Milliseconds from the first sign of writing to the last. */
  readonly wrote: number
}

/** When to kill: milliseconds from the start, or from the first sign of writing. */
interface Blow {
  readonly after: 'start' | 'sign'
  readonly delay: number
}

/** Runs the program in `folder`; the first sign of writing is a change of one of `targets` (relative), or a leftover beside it. */
function run(args: readonly string[], folder: string, targets: readonly string[], blow?: Blow): Promise<Run> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = []
    const err: Buffer[] = []
    let first: number | undefined
    let last = 0
    const strike = (delay: number) => {
      const due = performance.now() + delay
      // A timer is a millisecond late or more, which may be longer than the whole writing.
      setTimeout(
        () => {
          while (performance.now() < due);
          child.kill('SIGKILL')
        },
        Math.max(0, delay - 3),
      )
    }
    const watchers = [...new Set(targets.map((name) => posix.dirname(name)))].map((below) =>
      watch(join(folder, below), (_, file) => {
        if (file === null || !(LEFTOVER.test(file) || targets.includes(posix.join(below, file)))) return
        last = performance.now()
        if (first !== undefined) return
        first = last
        if (blow?.after === 'sign') strike(blow.delay)
      }),
    )
    const begun = performance.now()
    const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.once('error', reject)
    if (blow?.after === 'start') strike(blow.delay)
    child.once('close', (status, signal) => {
      for (const watcher of watchers) watcher.close()
      resolve({
        status,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
        killed: signal === 'SIGKILL',
        took: performance.now() - begun,
        wrote: first === undefined ? 0 : last - first,
      })
    })
  })
}

const bytesAt = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

const snapshot = (folder: string, names: readonly string[]): Files =>
  new Map(names.map((name) => [name, bytesAt(join(folder, name))]))

const listed = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())

function restore(folder: string, files: Files): void {
  for (const name of listed(folder)) if (LEFTOVER.test(name)) rmSync(join(folder, name))
  for (const [name, bytes] of files) {
    if (bytes === undefined) rmSync(join(folder, name), { force: true })
    else writeFileSync(join(folder, name), bytes)
  }
}

const alike = (a: Buffer | undefined, b: Buffer | undefined) => (a && b ? a.equals(b) : a === b)

// ------------------------------------------------------------------------------------------------- one kind

/** Where runs begin, and what they come to. */
interface Start {
  readonly old: Files
  readonly next: Files
  readonly outcome: Outcome
  readonly took: number
  readonly wrote: number
}

interface Scene {
  readonly kind: Kind
  readonly folder: string
  /** All files that are there before or after a run. */
  readonly known: ReadonlySet<string>
  /** With files of an earlier run, and with none. */
  readonly starts: readonly Start[]
}

/** What a run said, as far as it must be the same after a kill: what was mended before it is not mended, and told, again. */
const outcomeOf = ({ mends }: Kind, { status, stdout, stderr }: Outcome): Outcome => ({
  status,
  stdout,
  stderr: mends ? '' : stderr,
})

async function set(kind: Kind, folder: string): Promise<Scene> {
  kind.lay(folder, false)
  await sleep(SETTLING)
  if (!kind.mends) await run(kind.args, folder, [])
  const targets = kind.targets(folder)
  const old = snapshot(folder, targets)
  if (old.size === 0) throw new Error(`${kind.name}: nothing is written`)
  if (!kind.mends) kind.lay(folder, true)
  await sleep(SETTLING)
  const none: Files = new Map(targets.map((name) => [name, undefined]))
  const starts: Start[] = []
  for (const from of kind.mends ? [old] : [old, none]) {
    const runs: Run[] = []
    const ends: Files[] = []
    for (let i = 0; i < USUAL; i++) {
      restore(folder, from)
      runs.push(await run(kind.args, folder, targets))
      ends.push(snapshot(folder, targets))
    }
    const next = ends[0]!
    const outcome = outcomeOf(kind, runs[0]!)
    if (outcome.status === null || outcome.status > 1) throw new Error(`${kind.name}: ${runs[0]!.stderr}`)
    for (const [name, bytes] of next) {
      if (alike(bytes, from.get(name)) || !bytes) throw new Error(`${kind.name}: ${name} is not written`)
      if (kind.isWhole ? !kind.isWhole(bytes) : ends.some((end) => !alike(end.get(name), bytes)))
        throw new Error(`${kind.name}: ${name} is another one each time`)
    }
    for (const other of runs)
      if (!isDeepStrictEqual(outcomeOf(kind, other), outcome)) throw new Error(`${kind.name}: no two runs are alike`)
    starts.push({
      old: from,
      next,
      outcome,
      took: median(runs.map(({ took }) => took)),
      wrote: median(runs.map(({ wrote }) => wrote)),
    })
  }
  if (starts.some(({ outcome }) => !isDeepStrictEqual(outcome, starts[0]!.outcome)))
    throw new Error(`${kind.name}: what was there before alters what is said`)
  return { kind, folder, known: new Set([...listed(folder), ...targets]), starts }
}

type When = 'before' | 'during' | 'after' | 'ended'

interface Tally {
  readonly name: string
  runs: number
  readonly when: Record<When, number>
  readonly faults: string[]
}

const tally = (name: string): Tally => ({
  name,
  runs: 0,
  when: { before: 0, during: 0, after: 0, ended: 0 },
  faults: [],
})

async function killed(scene: Scene, runs: number, random: Random): Promise<Tally> {
  const { kind, folder, known, starts } = scene
  const sum = tally(kind.name)
  for (let i = 0; i < runs; i++) {
    const start = starts[random(starts.length)]!
    const share = random(1_000_000) / 1_000_000
    const blow: Blow =
      i % 2 === 0
        ? { after: 'start', delay: start.took * (0.3 + 0.75 * share) }
        : { after: 'sign', delay: start.wrote * share }
    restore(folder, start.old)
    const run1 = await run(kind.args, folder, [...start.old.keys()], blow)
    const fault = (what: string) => sum.faults.push(`run ${i + 1}, ${describe(blow)}: ${what}`)
    const isNext = (name: string, bytes: Buffer | undefined) =>
      bytes !== undefined && (kind.isWhole ? kind.isWhole(bytes) : alike(bytes, start.next.get(name)))

    let written = 0
    for (const [name, bytes] of snapshot(folder, [...start.old.keys()])) {
      if (alike(bytes, start.old.get(name))) continue
      if (isNext(name, bytes)) written++
      else fault(`${name} is neither the old one nor the new one (${bytes?.length ?? 'no'} bytes)`)
    }
    const left = listed(folder).filter((name) => !known.has(name))
    for (const name of left) if (!LEFTOVER.test(name)) fault(`${name} lies about`)
    sum.runs++
    sum.when[whenOf(run1.killed, written, left.length, start.old.size)]++

    // Every other time the next run comes two hours later.
    const later = random(2) === 0
    const then = new Date(Date.now() - 2 * HOUR)
    if (later) for (const name of left) utimesSync(join(folder, name), then, then)
    const run2 = await run(kind.args, folder, [])
    compare(outcomeOf(kind, run2), start.outcome, 'the next run', fault)
    for (const [name, bytes] of snapshot(folder, [...start.old.keys()]))
      if (!isNext(name, bytes)) fault(`after the next run ${name} is not the new one`)
    for (const name of listed(folder)) {
      if (known.has(name) || (!later && left.includes(name))) continue
      fault(`after the next run ${name} is still there`)
    }
    if (kind.isWhole)
      compare(outcomeOf(kind, await run(kind.args, folder, [])), start.outcome, 'the run after the next', fault)
  }
  return sum
}

function compare(found: Outcome, right: Outcome, which: string, fault: (what: string) => void): void {
  for (const part of ['status', 'stdout', 'stderr'] as const)
    if (found[part] !== right[part]) fault(`${which} has another ${part}: ${String(found[part]).slice(0, 300)}`)
}

const describe = ({ after, delay }: Blow) =>
  `killed ${delay.toFixed(1)} ms after ${after === 'start' ? 'the start' : 'writing began'}`

function whenOf(wasKilled: boolean, written: number, left: number, all: number): When {
  if (!wasKilled) return 'ended'
  if (left > 0 || (written > 0 && written < all)) return 'during'
  return written === 0 ? 'before' : 'after'
}

// ------------------------------------------------------------------------------------------------- damage

/** Room that was promised but never written, as a disk leaves it. Bytes. */
const PAGE = 4096
/** What stands at the beginning of an index tells how to read the rest. Bytes. */
const HEAD = 64

function damage(whole: Buffer, random: Random): { readonly bytes: Buffer; readonly what: string } {
  const bytes = Buffer.from(whole)
  const flip = (at: number) => bytes.writeUInt8(bytes[at]! ^ (1 + random(255)), at)
  const at = random(bytes.length)
  switch (random(6)) {
    case 0:
      return { bytes: bytes.subarray(0, at), what: `cut off at ${at}` }
    case 1: {
      const count = 1 + random(8)
      for (let i = 0; i < count; i++) flip(random(bytes.length))
      return { bytes, what: `${count} bytes flipped` }
    }
    case 2:
    case 3: {
      const near = random(Math.min(HEAD, bytes.length))
      // A digit may well become another digit.
      bytes.writeUInt8(bytes[near]! ^ (1 << random(8)), near)
      return { bytes, what: `a bit of byte ${near} flipped` }
    }
    case 4:
      return { bytes: bytes.fill(0, at, Math.min(at + PAGE, bytes.length)), what: `zeros from ${at} on` }
    default:
      return { bytes: Buffer.concat([bytes, whole.subarray(at)]), what: `the end from ${at} on twice` }
  }
}

/** An index that is damaged is not believed. */
async function damaged({ kind, folder, starts }: Scene, runs: number, random: Random): Promise<Tally> {
  const { next, outcome } = starts[0]!
  const sum = tally(`${kind.name}, damaged`)
  for (let i = 0; i < runs; i++) {
    const [name, whole] = [...next][random(next.size)]!
    const { bytes, what } = damage(whole!, random)
    if (bytes.equals(whole!)) continue
    restore(folder, new Map([[name, bytes]]))
    const fault = (why: string) => sum.faults.push(`run ${i + 1}, ${what}: ${why}`)
    compare(outcomeOf(kind, await run(kind.args, folder, [])), outcome, 'the run', fault)
    if (!kind.isWhole!(bytesAt(join(folder, name)) ?? Buffer.alloc(0))) fault(`${name} is not mended`)
    sum.runs++
  }
  return sum
}

// ------------------------------------------------------------------------------------------------- all kinds

const COLUMNS = ['before', 'during', 'after', 'ended'] as const

function show(sums: readonly Tally[]): void {
  const rows = [
    ['kind', 'runs', 'killed before', 'during', 'after writing', 'ended first', 'faults'],
    ...sums.map(({ name, runs, when, faults }) => {
      const cells = COLUMNS.map((column) => (name.endsWith('damaged') ? '-' : String(when[column])))
      return [name, String(runs), ...cells, String(faults.length)]
    }),
  ]
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  for (const row of rows) console.log(row.map((c, i) => (i ? c.padStart(widths[i]!) : c.padEnd(widths[0]!))).join('  '))
}

async function main(): Promise<void> {
  const runs = Number(option('runs') ?? 100)
  const seed = Number(option('seed') ?? 1)
  const names = KINDS.map(({ name }) => name)
  const asked = option('kinds')?.split(',') ?? names
  if (!(runs > 0) || !Number.isInteger(runs) || !Number.isInteger(seed) || asked.some((name) => !names.includes(name)))
    throw new Error(`npm run kill:check -- [--runs N] [--seed S] [--kinds ${names.join(',')}]`)

  const sums: Tally[] = []
  for (const [i, kind] of KINDS.entries()) {
    if (!asked.includes(kind.name)) continue
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'burden-lint-kill-')))
    const random = randomFrom(seed * 100 + i)
    try {
      const scene = await set(kind, folder)
      const { next, took, wrote } = scene.starts[0]!
      const size = [...next.values()].reduce((all, bytes) => all + bytes!.length, 0)
      console.log(
        `${kind.name}: ${next.size} files, ${(size / 1024).toFixed(0)} KB; a run takes ${took.toFixed(0)} ms, of which it writes ${wrote.toFixed(1)} ms`,
      )
      sums.push(await killed(scene, runs, random))
      if (kind.isWhole) sums.push(await damaged(scene, runs, random))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  console.log(`\nseed ${seed}`)
  show(sums)
  for (const { name, faults } of sums)
    for (const fault of faults.slice(0, SHOWN)) console.log(`FAULT ${name}, ${fault}`)
  if (sums.some(({ faults }) => faults.length > 0)) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
