/** Reads and lints damaged files, one after the other, and tells its parent about each. Started by src/dev/fuzz.ts. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { rules } from '../../../rules/index.ts'
import { defaultSettings } from '../../config/rules.ts'
import { lintText } from '../in-memory.ts'
import { mutate, randomFrom } from './mutate.ts'
import { FORMATS, samplesOf } from './samples.ts'

/** What a case came to. Milliseconds of processor time; MB. */
export interface Outcome {
  readonly index: number
  readonly format: string
  readonly kind: 'read' | 'refused' | 'crash'
  readonly why?: string
  readonly took: number
  readonly memory: number
}

/** The bytes of a case and the name under which they are read. */
export function fuzzCase(seed: number, index: number, extensions: readonly string[], root: string) {
  const formats = FORMATS.filter(({ extension }) => extensions.includes(extension))
  const format = formats[index % formats.length]!
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ index)
  let samples = known.get(format.extension)
  if (!samples) known.set(format.extension, (samples = samplesOf(format, root)))
  return {
    path: `fuzz.${format.extension}`,
    format: format.extension,
    bytes: mutate(samples[random(samples.length)]!, random),
  }
}
const known = new Map<string, readonly Uint8Array[]>()

async function run(index: number, seed: number, extensions: readonly string[], root: string): Promise<Outcome> {
  const { path, format, bytes } = fuzzCase(seed, index, extensions, root)
  const before = process.cpuUsage()
  let outcome: Pick<Outcome, 'kind' | 'why'> = { kind: 'read' }
  try {
    const { diagnostics } = await lintText({ text: bytes, path, rules, settings })
    const refusal = diagnostics.find(({ rule }) => rule === 'unreadable-file')
    if (refusal) {
      const why = String(refusal.args.reason)
      // What no reader foresaw is caught further up and told like this.
      outcome = { kind: why.includes('内部错误') ? 'crash' : 'refused', why }
    }
  } catch (error) {
    outcome = { kind: 'crash', why: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  const { user, system } = process.cpuUsage(before)
  return { index, format, ...outcome, took: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 }
}

/** Nothing that is read may lead to writing. */
function forbidWriting(): void {
  const forbidden = [
    'writeFileSync',
    'writeFile',
    'appendFileSync',
    'appendFile',
    'createWriteStream',
    'mkdirSync',
    'mkdir',
    'mkdtempSync',
    'renameSync',
    'rename',
    'rmSync',
    'rm',
    'unlinkSync',
    'unlink',
    'copyFileSync',
    'symlinkSync',
    'truncateSync',
    'writeSync',
  ] as const
  for (const name of forbidden)
    (fs as Record<string, unknown>)[name] = () => {
      throw new Error(`a file was to be written: ${name}`)
    }
  syncBuiltinESMExports()
}

const settings = defaultSettings(rules)

if (process.send) {
  const [seed, extensions, root] = process.argv.slice(2) as [string, string, string]
  // What loads late is compiled late, and the compiler keeps what it made: once for each format before the ban.
  const warm = async () => {
    for (const format of FORMATS)
      for (const sample of samplesOf(format, root).slice(-1))
        await lintText({ text: sample, path: `a.${format.extension}`, rules, settings })
    forbidWriting()
    process.on('message', async (index: number) =>
      process.send!(await run(index, Number(seed), extensions.split(','), root)),
    )
    process.send!('ready')
  }
  void warm()
}
