/**
 * Starts the program from its parts in `dist/`. Compiling them is half of what a short run takes, so the build leaves their
 * machine code beside them (see src/packed.ts), for the Node version that it ran on; V8 refuses it by itself where it does not fit.
 * Elsewhere Node's own compile cache helps, from version 22 on.
 *
 * Reading machine code takes time, too: of what many documents need, one draft uses a part. So there is more and less of it, and only a run over
 * folders (or a thread of one) takes more.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { type Packed, unpack } from './packed.ts'

/** File name of the program's entry; the build puts it here. */
declare const ENTRY: string
/** Options of V8 as they are by default in the build's Node version, as it wants them set; absent: it does not know them. The build puts them here. */
declare const USUAL: Readonly<
  Partial<Record<'interrupt-budget' | 'regexp-tier-up-ticks' | 'semi-space-growth-factor', string>>
>

type Program = typeof import('./cli.ts')

/** A part as it was compiled. */
interface Compiled {
  readonly source: string
  readonly script: Script
}

/** Options of V8 that were changed: as they were, and as they are now. */
let changed: readonly (readonly [before: string, now: string])[] = []

/**
 * For runs over many documents. V8 optimises what has run a few times in threads of its own. Where every function soon has run a few times they are in
 * the way of everything else: a run of 200 documents takes a tenth less, in two threads a fifth, if it waits for nine times as many bytes of byte code.
 * Patterns all run many times, and need not be interpreted first: a twentieth. What is new in memory costs more than clearing it out for the next
 * document: the young generation stays as large as the first documents made it.
 *
 * Each of these V8 reads anew whenever it needs it. Others it holds to be fixed, and crashes: --no-regexp-tier-up did.
 */
export function patiently(): void {
  // Whoever watches a folder lints many times.
  if (changed.length > 0) return
  change('interrupt-budget', '--interrupt-budget=600000')
  change('regexp-tier-up-ticks', '--regexp-tier-up-ticks=0')
  // Later versions of V8 want 2 at least.
  if (process.versions.v8.startsWith('11.'))
    setTimeout(change, 0, 'semi-space-growth-factor', '--semi-space-growth-factor=1').unref()
}

function change(option: keyof typeof USUAL, now: string): void {
  const before = USUAL[option]
  if (before === undefined) return
  changed = [...changed, [before, now]]
  setOptions(1)
}

/** 0: as they were, 1: as they are now. */
function setOptions(which: 0 | 1): void {
  if (changed.length === 0) return
  // Loaded here only: it costs each start a millisecond.
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8')
  for (const options of changed) setFlagsFromString(options[which])
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
    // V8 takes machine code only under the options under which it was made.
    setOptions(0)
    const script = new Script(source, { filename, ...(packed && { cachedData: packed.code }) })
    setOptions(1)
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
