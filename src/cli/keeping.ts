/** `--cache`: where results are kept between runs, and what they depend on besides the documents. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Cache, type Catalogue, type Settings, UsageError } from '../core.ts'
import { hashOf } from '../files/stamps.ts'
import { type Kept, openResults } from '../session/results.ts'
import { configFiles } from '../session/settled.ts'
import { type Flags, showsContent, showsFixes } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

/** Results of earlier runs with the same program, configuration and options; without `--cache` in `memory`. Throws `UsageError`. */
export function openKept(
  flags: Flags,
  settings: Settings,
  catalogue: Catalogue,
  io: Surroundings,
  memory?: Cache,
): Kept {
  const { host } = io
  const named = flags.cacheLocation
  if (named === '') throw new UsageError('--cache-location 后面是空的', '请写明存放缓存的文件夹')
  if (named !== undefined && !['folder', 'missing'].includes(host.kind(named)))
    throw new UsageError(`--cache-location ${named} 不是文件夹`, '请换一个名称')
  const folder = named === undefined ? settings.cache || undefined : resolve(host.cwd, named)
  const store = flags.cache || named !== undefined ? host.cache?.(folder) : memory
  if (!store) throw new UsageError('找不到可以存放缓存的文件夹', '请用 --cache-location 指定一个')
  const key = keyOf(flags, settings, catalogue, io)
  // Results that bring the text along are others, and larger.
  return openResults(host, store, showsContent(flags) ? `${key} content` : key, { lean: !showsFixes(flags) })
}

/** Whatever can change a result, except the documents. */
export function keyOf(
  { against, genre, preset, rule, strict, asOf }: Flags,
  settings: Settings,
  catalogue: Catalogue,
  { host, root, today }: Surroundings,
): string {
  const day = asOf ?? today()
  const files = configFiles(settings)
  const presets = JSON.stringify(catalogue.presets)
  const configured = files.map((file) => Buffer.from(host.read(file)).toString('latin1'))
  return hashOf(
    JSON.stringify([
      // Names of the program's parts, each with a hash of its own.
      readdirSync(join(root, 'dist')).sort(),
      process.versions.node,
      { against, genre, preset, rule, strict },
      // These decide what becomes of results.
      { ...settings, own: undefined, notices: undefined, cache: undefined, failOn: undefined, maxWarnings: undefined },
      files,
      configured,
      // Nothing but what is in force depends on the day.
      [presets, ...configured].flatMap((text) => inForce(text, day)),
    ]),
  )
}

/** Of every date from or to which something is in force: is it past? */
const inForce = (text: string, day: string): string[] =>
  [...text.matchAll(/"?(?:from|to)"?:\s*["']?(\d{4}-\d{2}-\d{2})/g)].map(([, date]) => `${date! <= day}${date! < day}`)
