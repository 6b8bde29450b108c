/** How many megabytes a second the single-document rules read: bytes → diagnostics, in this process, without the disk. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules as registry } from '../../../rules/index.ts'
import { defaultSettings } from '../../config/rules.ts'
import type { Registry } from '../../core.ts'
import { openInMemory } from '../in-memory.ts'
import { corpus } from './corpora.ts'
import { type Limit, median } from './figures.ts'
import { report } from './harness.ts'

const CORPORA = ['laws', 'central-ministries']
const PASSES = 7
/** MB of UTF-8 a second. */
const LIMIT = 10

export async function throughput(): Promise<readonly Limit[]> {
  const files: [path: string, bytes: Uint8Array][] = []
  for (const name of CORPORA) {
    const folder = corpus(name)
    if (folder === undefined) return []
    for (const file of readdirSync(folder))
      if (file.endsWith('.txt')) files.push([`${name}/${file}`, readFileSync(join(folder, file))])
  }
  const bytes = files.reduce((sum, [, file]) => sum + file.length, 0)
  const rules: Registry = Object.fromEntries(Object.entries(registry).filter(([, rule]) => rule.scope === 'doc'))
  const session = openInMemory(files, rules, defaultSettings(rules))
  const rates: number[] = []
  let found = 0
  for (let pass = -2; pass < PASSES; pass++) {
    const started = performance.now()
    const { report, failures } = await session.check(files.map(([path]) => path))
    const seconds = (performance.now() - started) / 1000
    if (failures[0]) throw new Error(`${failures[0].rule}: ${failures[0].reason}`)
    found = report.files.reduce((sum, file) => sum + file.diagnostics.length, 0)
    if (pass >= 0) rates.push(bytes / 1e6 / seconds)
  }
  return report(
    `throughput of ${Object.keys(rules).length} rules, ${files.length} files, ${(bytes / 1e6).toFixed(2)} MB, ${PASSES} passes`,
    [`${found} findings`],
    [{ what: 'bytes → diagnostics', value: median(rates), relation: '≥', bound: LIMIT, unit: 'MB/s' }],
  )
}
