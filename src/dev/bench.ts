/**
 * `npm run bench`: bundles what is measured as the program is bundled, and runs it. From the sources every call from one module to another takes a
 * detour that no user's run takes: a third of the throughput.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundling.ts'

/** File name of what runs the benchmarks. */
const ENTRY = 'benchmarks.cjs'

async function bench(names: readonly string[]): Promise<number> {
  const parts = await bundle({ benchmarks: 'src/dev/bench/benchmarks.ts' }, { entryFileNames: ENTRY })
  // Nobody's source, and on the same disk.
  const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.burden-lint-bench-'))
  try {
    for (const { fileName, code } of parts) writeFileSync(join(folder, fileName), code)
    return spawnSync(process.execPath, [join(folder, ENTRY), ...names], { stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

bench(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    console.error(error)
    process.exitCode = 1
  },
)
