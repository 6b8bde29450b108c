/** `--shard` and `burden-lint merge`: a run in parts, on several machines, and the parts made one report. */

import type { Settings } from '../core.ts'
import { type Catalogue, UnreadableError, UsageError } from '../core.ts'
import type { CheckResult } from '../session/session.ts'
import { joined, parseShard, type Shard, type ShardData, shardData } from '../session/sharding.ts'
import type { Flags, LintFlags } from './flags.ts'
import { keyOf } from './keeping.ts'
import { open } from './opening.ts'
import { concluded, reportsOf, versionOf } from './outcome.ts'
import type { Surroundings } from './surroundings.ts'

/** Options that decide what is found; the others are those of `merge`. */
const KEPT = ['against', 'genre', 'asOf', 'config', 'preset', 'rule', 'strict'] as const

/** What a part leaves in its JSON report. */
export function dataOf(
  { parts }: CheckResult,
  shard: Shard,
  flags: Flags,
  settings: Settings,
  catalogue: Catalogue,
  io: Surroundings,
): ShardData {
  const asOf = flags.asOf ?? io.today()
  return shardData(parts, {
    ...shard,
    version: versionOf(io),
    key: keyOf({ ...flags, asOf }, settings, catalogue, io),
    // The parts may run on either side of midnight.
    flags: Object.fromEntries(KEPT.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]))),
  })
}

/** Reads the reports of all parts and concludes the run. Throws `UsageError`. */
export async function runMerge(
  paths: readonly string[],
  flags: LintFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  const shards = paths.map((path) => readShard(path, io))
  const [first] = shards
  if (!first) throw new UsageError('没有指定要合并的结果', '请写明各分片的 JSON 结果：burden-lint merge 1.json 2.json')
  complete(shards, paths)
  const reports = reportsOf(flags, io)
  const asked: LintFlags = { ...flags, ...(first.flags as Partial<LintFlags>) }
  const { session, settings, own } = await open([], asked, catalogue, io)
  const version = versionOf(io)
  if (first.version !== version)
    throw new UsageError(`分片是 burden-lint ${first.version} 的结果，现在是 ${version}`, '请用同一版本合并')
  if (first.key !== keyOf({ ...asked, asOf: asked.asOf ?? io.today() }, settings, catalogue, io))
    throw new UsageError(
      '分片检查时的配置（或程序）与现在不同',
      '请在检出了同一版本的文件夹里，用同一个 burden-lint 和 Node 合并；隔天合并的，检查时请加 --as-of',
    )
  const result = await session.conclude(joined(shards))
  return await concluded({ result, flags: asked, reports, settings, own: [...own, ...paths] }, io)
}

function readShard(path: string, { host }: Surroundings): ShardData {
  let text: string
  try {
    text = new TextDecoder().decode(host.read(path))
  } catch (error) {
    if (error instanceof UnreadableError) throw new UsageError(`${path}：${error.message}`, error.remedy)
    throw error
  }
  let report: { readonly shard?: unknown } | null
  try {
    report = JSON.parse(text)
  } catch {
    throw new UsageError(`${path} 不是 JSON`, '请合并 burden-lint --shard … --format json 的结果；文件可能没有写完')
  }
  const shard = parseShard(report?.shard)
  if (!shard)
    throw new UsageError(
      `${path} 不是分片检查的结果，或者被改动过`,
      '请合并 burden-lint --shard … --format json 的结果，不要改动它',
    )
  return shard
}

/** Every part of one run, each once. */
function complete(shards: readonly ShardData[], paths: readonly string[]): void {
  const { total, key, version, found } = shards[0]!
  const of = new Map<number, string>()
  shards.forEach((shard, i) => {
    const path = paths[i]!
    const same = of.get(shard.index)
    if (shard.total !== total)
      throw new UsageError(
        `${paths[0]} 是 ${total} 个分片之一，${path} 是 ${shard.total} 个分片之一`,
        '请只合并同一次检查的分片',
      )
    if (same !== undefined) throw new UsageError(`${same} 和 ${path} 都是第 ${shard.index} 个分片`, '每个分片只写一次')
    const isAlike = shard.key === key && shard.version === version && shapeOf(shard.found) === shapeOf(found)
    if (!isAlike) throw new UsageError(`${path} 与 ${paths[0]} 的文稿、配置或程序不同`, '请只合并同一次检查的分片')
    const edited = found.files.find((_, at) => found.sizes?.[at] !== shard.found.sizes?.[at])
    if (edited !== undefined)
      throw new UsageError(
        `${edited} 在两个分片检查之间改动过（${path} 与 ${paths[0]}）`,
        '各分片检查的文稿必须一模一样；请对同一版本重新检查各分片',
      )
    of.set(shard.index, path)
  })
  const missing = Array.from({ length: total }, (_, i) => i + 1).filter((index) => !of.has(index))
  if (missing.length > 0)
    throw new UsageError(`缺少第 ${missing.join('、')} 个分片（共 ${total} 个）`, '请把各分片的 JSON 结果都写上')
}

const shapeOf = ({ sizes, ...found }: ShardData['found']): string => JSON.stringify(found)
