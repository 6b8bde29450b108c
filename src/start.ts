/**
 * Starts the program from its parts in `dist/`. Compiling them is half of what a short run takes, so the build leaves their
 * machine code beside them (see src/packed.ts), for the Node version that it ran on; V8 refuses it by itself where it does not fit.
 * Elsewhere Node's own compile cache helps, from version 22 on.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { type Packed, unpack } from './packed.ts'

/** File name of the program's entry; the build puts it here. */
declare const ENTRY: string

type Program = typeof import('./cli.ts')

/** A part as it was compiled. */
interface Compiled {
  readonly source: string
  readonly script: Script
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
  const loaded = new Map<string, { exports: unknown }>()
  const load = (id: string): unknown => {
    if (!id.startsWith('./')) return require(id)
    const part = id.slice(2)
    const known = loaded.get(part)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    loaded.set(part, module)
    const filename = join(__dirname, part)
    const packed = machineCode(join(cache, `${part}.code`))
    const source =
      packed?.source ??
      `(function (exports, require, module, __filename, __dirname) { ${readFileSync(filename, 'utf8')}\n})`
    const script = new Script(source, { filename, ...(packed && { cachedData: packed.code }) })
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
