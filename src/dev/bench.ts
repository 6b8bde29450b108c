/**
 * `npm run bench`: how long a draft takes from the command line, held against starting Node at all, and how many megabytes a second
 * the single-document rules read. Prints figures beside their limits; with `--assert` a limit that is not kept is an error.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rules as registry } from '../../rules/index.ts'
import { defaultSettings } from '../config.ts'
import type { Host, Matchers, Registry } from '../core.ts'
import { openSession } from '../session.ts'
import { DRAFTS, type DraftName, drafts } from './drafts.ts'

const root = process.cwd()
/** Interleaved, so that a busy machine slows all alike. */
const RUNS = 31
const LIMITS: Readonly<Record<DraftName, number>> = { 'draft.txt': 2.2, 'draft.md': 3.8, 'draft.docx': 3.0 }
const CORPORA = ['laws', 'central-ministries']
const PASSES = 7
/** MB of UTF-8 a second. */
const THROUGHPUT = 10

// ------------------------------------------------------------------------------------------------- cold start

/** Returns the drafts that took longer than they may. */
function coldStart(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'burden-lint-bench-'))
  try {
    for (const [name, bytes] of Object.entries(drafts())) writeFileSync(join(folder, name), bytes)
    const bin = join(root, 'bin', 'burden-lint.js')
    const commands = [['-e', '0'], ...DRAFTS.map((name) => [bin, name])]
    // Node 20 reads the certificates that this names at every start, which would make the ratios look better than they are.
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
    const times = commands.map((): number[] => [])
    for (let run = -2; run < RUNS; run++)
      for (let turn = 0; turn < commands.length; turn++) {
        // Each goes first in its turn.
        const i = (turn + run + commands.length) % commands.length
        const args = commands[i]!
        const started = performance.now()
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' })
        const took = performance.now() - started
        if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: exit code ${status}\n${stderr}`)
        if (run >= 0) times[i]!.push(took)
      }
    const [base = 0, ...medians] = times.map(median)
    console.log(`cold start, medians of ${RUNS} interleaved runs`)
    console.log(`  ${'node -e 0'.padEnd(12)} ${base.toFixed(1).padStart(6)} ms`)
    return DRAFTS.filter((name, i) => {
      const ratio = medians[i]! / base
      const kept = ratio <= LIMITS[name]
      console.log(
        `  ${name.padEnd(12)} ${medians[i]!.toFixed(1).padStart(6)} ms  ${ratio.toFixed(2)} ×  limit ${LIMITS[name].toFixed(1)} ×${kept ? '' : '  EXCEEDED'}`,
      )
      return !kept
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

// ------------------------------------------------------------------------------------------------- throughput

/** Bytes → diagnostics for all single-document rules, in this process, without the disk. Returns what was too slow. */
async function throughput(): Promise<string[]> {
  const corpora = join(root, '..', 'shared', 'corpora')
  const files = new Map<string, Uint8Array>()
  for (const folder of CORPORA) {
    if (!existsSync(join(corpora, folder))) {
      console.log(`throughput: skipped, ${join('..', 'shared', 'corpora', folder)} is not here`)
      return []
    }
    for (const name of readdirSync(join(corpora, folder)))
      if (name.endsWith('.txt')) files.set(`${folder}/${name}`, readFileSync(join(corpora, folder, name)))
  }
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  const single: Registry = Object.fromEntries(Object.entries(registry).filter(([, rule]) => rule.scope === 'doc'))
  const session = openSession({ ...inMemory(files), rules: single, ...settled(single) })
  const rates: number[] = []
  let found = 0
  for (let pass = -2; pass < PASSES; pass++) {
    const started = performance.now()
    const { report, failures } = await session.check([...files.keys()])
    const seconds = (performance.now() - started) / 1000
    if (failures[0]) throw new Error(`${failures[0].rule}: ${failures[0].reason}`)
    found = report.files.reduce((sum, file) => sum + file.diagnostics.length, 0)
    if (pass >= 0) rates.push(bytes / 1e6 / seconds)
  }
  const rate = median(rates)
  const kept = rate >= THROUGHPUT
  console.log(
    `throughput, median of ${PASSES} passes: ${rate.toFixed(1)} MB/s, limit ${THROUGHPUT} MB/s${kept ? '' : '  MISSED'} (${files.size} files, ${(bytes / 1e6).toFixed(2)} MB, ${Object.keys(single).length} rules, ${found} findings)`,
  )
  return kept ? [] : ['throughput']
}

function inMemory(files: ReadonlyMap<string, Uint8Array>): { host: Host } {
  return {
    host: {
      cwd: '/',
      read: (path) => files.get(path) ?? new Uint8Array(),
      kind: (path) => (files.has(path) ? 'file' : 'missing'),
      list: () => [],
    },
  }
}

function settled(rules: Registry) {
  const settings = defaultSettings(rules)
  const matchers: Matchers = {
    settingsFor: () => settings,
    genreFor: () => undefined,
    ignored: () => false,
    isSuperior: () => false,
    superiorsFor: () => [],
  }
  return {
    matchers,
    settings: {
      root: '/',
      rules: settings,
      overrides: [],
      genres: [],
      superiors: [],
      pairs: [],
      ignores: [],
      strict: false,
      failOn: 'error',
    },
  } as const
}

async function main(): Promise<void> {
  const exceeded = [...coldStart(), ...(await throughput())]
  if (exceeded.length > 0 && process.argv.includes('--assert')) {
    console.error(`limits not kept: ${exceeded.join(', ')}`)
    process.exitCode = 1
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
