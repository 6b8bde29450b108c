/** `--cache`: where results are kept between runs. */
import { resolve } from 'node:path'
import { type Cache, type Catalogue, type Settings, UsageError } from '../core.ts'
import { hashOf } from '../files/stamps.ts'
import { type Kept, openResults } from '../session/results.ts'
import { type Flags, showsContent, showsFixes } from './flags.ts'
import { groundsOf } from './grounds.ts'
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

/** Whatever can change a result, except the documents. It names files by where they lie, and another Node may read one differently. */
function keyOf(flags: Flags, settings: Settings, catalogue: Catalogue, io: Surroundings): string {
  // These decide what becomes of results.
  const later = { own: undefined, notices: undefined, cache: undefined, failOn: undefined, maxWarnings: undefined }
  const parts = [process.versions.node, { ...settings, ...later }, groundsOf(flags, settings, catalogue, io)]
  return hashOf(JSON.stringify(parts))
}
