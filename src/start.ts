/**
 * Starts the program from its parts in `dist/`. Compiling them is half of what a short run takes, so the build leaves their
 * machine code beside them (see src/packed.ts), for the Node version that it ran on; V8 refuses it by itself where it does not fit.
 * Elsewhere Node's own compile cache helps, from version 22 on.
 *
 * Reading machine code takes time, too: of what many documents need, one draft uses a part. So there is more and less of it, and only a run over
 * folders (or a thread of one) takes more. V8 itself is told, too, whether a run is short or long.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import type { Surroundings } from './cli/surroundings.ts'
import { type Packed, unpack } from './packed.ts'

/** File name of the program's entry; the build puts it here. */
declare const ENTRY: string
type Option =
  | 'interrupt-budget'
  | 'minor-gc-task'
  | 'parallel-scavenge'
  | 'regexp-peephole-optimization'
  | 'regexp-tier-up-ticks'
  | 'semi-space-growth-factor'

/** Options of V8 as they are by default in the build's Node version, as it wants them set; absent: it does not know them. The build puts them here. */
declare const USUAL: Readonly<Partial<Record<Option, string>>>

type Program = typeof import('./cli.ts')
type Pace = NonNullable<Parameters<NonNullable<Surroundings['pace']>>[0]>

/** A part as it was compiled. */
interface Compiled {
  readonly source: string
  readonly script: Script
}

/** What V8 is told, in its own words, where it is not left as it is. */
type Telling = Readonly<Partial<Record<Option, string>>>

/**
 * What is new in memory costs more than clearing it out for what comes next: the young generation stays as large as it is. Later versions of V8 want
 * a factor of 2 at least.
 */
const STAYS: Telling = process.versions.v8.startsWith('11.')
  ? { 'semi-space-growth-factor': '--semi-space-growth-factor=1' }
  : {}

/** @see pace */
const PACES: Readonly<Record<Pace, Telling>> = {
  /*
   * Most patterns run a few times over short texts, and making them ready takes longer than running them: a fifth of the run if V8 first writes them
   * for its interpreter, improves what it wrote, and then compiles them the second time they run. Unimproved and interpreted 40 times it is a tenth.
   * (For long texts V8 compiles patterns at once.) And memory that is soon given back as a whole need not be cleared whenever there is a pause.
   */
  brief: {
    'minor-gc-task': '--no-minor-gc-task',
    'regexp-peephole-optimization': '--no-regexp-peephole-optimization',
    'regexp-tier-up-ticks': '--regexp-tier-up-ticks=40',
    ...STAYS,
  },
  usual: {},
  /*
   * V8 optimises what has run a few times in threads of its own. Where every function soon has run a few times they are in the way of everything
   * else: a run of 200 documents takes a tenth less, in two threads a fifth, if it waits for nine times as many bytes of byte code. Patterns all run
   * many times, and need not be interpreted first: a twentieth. And little outlives a document: where all processors are busy, waking threads to
   * clear out the rest costs more than they help, a twelfth.
   */
  patient: {
    'interrupt-budget': '--interrupt-budget=600000',
    'parallel-scavenge': '--no-parallel-scavenge',
    'regexp-tier-up-ticks': '--regexp-tier-up-ticks=0',
  },
}

/** The same, from the first documents on, when they have made the young generation as large as it is needed. */
const STEADY: Telling = { ...PACES.patient, ...STAYS }

let told: Telling = PACES.usual

/**
 * How V8 is to go about it: `brief` for a draft or a few, `patient` for many documents. Threads share it and start as `usual`.
 *
 * Each of these options V8 reads anew whenever it needs it. Others it holds to be fixed, and crashes: --no-regexp-tier-up did.
 */
export function pace(which: Pace): void {
  // Whoever watches a folder lints many times.
  if (which === 'patient' && told === STEADY) return
  go(PACES[which])
  if (which === 'patient') setTimeout(go, 0, STEADY).unref()
}

function go(telling: Telling): void {
  tell({ ...usualOf(told), ...telling })
  told = telling
}

function tell(options: Telling): void {
  const names = Object.keys(options) as Option[]
  if (names.length === 0) return
  setFlags ??= flagSetter()
  for (const name of names) if (USUAL[name] !== undefined) setFlags(options[name]!)
}

let setFlags: ((option: string) => void) | undefined

/**
 * `node:v8` brings the streams of heap snapshots along, which takes a twentieth of a short run. Node 20 hands out what lies behind it, too, though it
 * would warn of that.
 */
function flagSetter(): (option: string) => void {
  const { noDeprecation } = process
  try {
    process.noDeprecation = true
    const node = process as unknown as { binding(name: 'v8'): Pick<typeof import('node:v8'), 'setFlagsFromString'> }
    const { setFlagsFromString } = node.binding('v8')
    if (typeof setFlagsFromString === 'function') return setFlagsFromString
  } catch {
    // Other versions need not.
  } finally {
    if (noDeprecation === undefined) delete process.noDeprecation
    else process.noDeprecation = noDeprecation
  }
  return (require('node:v8') as typeof import('node:v8')).setFlagsFromString
}

const usualOf = (options: Telling): Telling =>
  Object.fromEntries(Object.keys(options).map((name) => [name, USUAL[name as Option]!]))

/** V8 takes machine code only under the options under which it was made. */
export function asUsual<T>(run: () => T): T {
  tell(usualOf(told))
  try {
    return run()
  } finally {
    tell(told)
  }
}

function isFolder(argument: string): boolean {
  if (argument.startsWith('-')) return false
  try {
    return statSync(argument, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    // Whatever else it may be, the program says what is wrong with it.
    return false
  }
}

function start(): { program: Program; scripts: ReadonlyMap<string, Compiled> } {
  const scripts = new Map<string, Compiled>()
  const cache = join(__dirname, `${process.version}-${process.arch}`)
  if (!existsSync(cache)) {
    // Not in Node 20. Loaded here only: with the machine code at hand nobody needs it.
    const nodeModule: { enableCompileCache?: () => void } = require('node:module')
    nodeModule.enableCompileCache?.()
    return { program: require(`./${ENTRY}`), scripts }
  }
  const many = process.argv.slice(2).some(isFolder)
  if (!many) pace('brief')
  const loaded = new Map<string, { exports: unknown }>()
  const load = (id: string): unknown => {
    if (!id.startsWith('./')) return require(id)
    const part = id.slice(2)
    const known = loaded.get(part)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    loaded.set(part, module)
    const filename = join(__dirname, part)
    const packed =
      (many ? machineCode(join(cache, `${part}.many.code`)) : undefined) ?? machineCode(join(cache, `${part}.code`))
    const source =
      packed?.source ??
      `(function (exports, require, module, __filename, __dirname) { ${readFileSync(filename, 'utf8')}\n})`
    const script = asUsual(() => new Script(source, { filename, ...(packed && { cachedData: packed.code }) }))
    scripts.set(part, { source, script })
    script.runInThisContext()(module.exports, load, module, filename, __dirname)
    return module.exports
  }
  return { program: load(`./${ENTRY}`) as Program, scripts }
}

/** Of parts that the build did not run there is none. */
function machineCode(path: string): Packed | undefined {
  try {
    return unpack(readFileSync(path))
  } catch {
    return undefined
  }
}

/** For the build. */
export { pack } from './packed.ts'

export const {
  program: { main, nodeHost, standardError, standardOutput, today, work },
  /** What was compiled so far, by part; the build makes the machine code from it. */
  scripts,
} = start()
