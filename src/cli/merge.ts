/** `--shard` and `burden-lint merge`: a run in parts, on several machines, and the parts made one report. */

import type { Settings } from '../core.ts'
import { type Catalogue, UnreadableError, UsageError } from '../core.ts'
import type { CheckResult } from '../session/session.ts'
import { joined, parseShard, type Shard, type ShardData, shardData } from '../session/sharding.ts'
import type { Flags, LintFlags } from './flags.ts'
import { type Ground, grounds, groundsOf } from './grounds.ts'
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
  const about = {
    ...shard,
    version: versionOf(io),
    key: groundsOf({ ...flags, asOf }, settings, catalogue, io),
    // The parts may run on either side of midnight.
    flags: Object.fromEntries(KEPT.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]))),
  }
  return shardData(parts, about, io.host.cwd)
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
  const version = versionOf(io)
  if (first.version !== version)
    throw new UsageError(`分片是 burden-lint ${first.version} 的结果，现在是 ${version}`, '请用同一版本合并')
  const asked: LintFlags = { ...flags, ...(first.flags as Partial<LintFlags>) }
  const { session, settings, own } = await open([], asked, catalogue, io)
  const now = groundsOf({ ...asked, asOf: asked.asOf ?? io.today() }, settings, catalogue, io)
  const other = differing(first.key, now)
  if (other.length > 0)
    throw new UsageError(
      `分片检查时的${namesOf(other)}与现在不同`,
      `请在检出了同一版本的文件夹里合并${other.map((ground) => GROUNDS[ground].remedy ?? '').join('')}`,
    )
  const result = await session.conclude(joined(shards, io.host.cwd))
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

/** What each is called, and what to do besides where it is not the same. */
const GROUNDS: Readonly<Record<Ground, { readonly name: string; readonly remedy?: string }>> = {
  program: { name: '程序', remedy: '，用同一个 burden-lint' },
  options: { name: '选项' },
  config: { name: '配置' },
  folder: { name: '当前文件夹', remedy: '，在检查时所在的那一层' },
  day: { name: '规则集的施行情况', remedy: '；隔天合并的，检查时请加 --as-of' },
}

/** Of two configurations it cannot be told whether the days differ, too: each has dates of its own. */
const differing = (a: ShardData['key'], b: ShardData['key']): readonly Ground[] =>
  grounds.filter((ground) => a[ground] !== b[ground] && !(ground === 'day' && a.config !== b.config))
const namesOf = (found: readonly Ground[]) => found.map((ground) => GROUNDS[ground].name).join('、')

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
    const refuse = (what: string) => {
      throw new UsageError(`${path} 与 ${paths[0]} 的${what}不同`, '请只合并同一次检查的分片')
    }
    if (shard.version !== version) refuse(`程序版本（${shard.version}、${version}）`)
    const other = differing(shard.key, key)
    if (other.length > 0) refuse(namesOf(other))
    if (shapeOf(shard.found) !== shapeOf(found)) refuse(`文稿${onlyIn(shard.found, found)}`)
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

/** A document that one of them has and the other not, if that is it. */
function onlyIn(a: ShardData['found'], b: ShardData['found']): string {
  const lone = (of: ShardData['found'], other: ShardData['found']) => {
    const known = new Set(namedIn(other))
    return namedIn(of).find((path) => !known.has(path))
  }
  const path = lone(a, b) ?? lone(b, a)
  return path === undefined ? '' : `（如 ${path}）`
}

const namedIn = ({ files, unsupported, unreadable }: ShardData['found']): readonly string[] => [
  ...files,
  ...unsupported,
  ...unreadable.map(({ path }) => path),
]

const shapeOf = ({ sizes, ...found }: ShardData['found']): string => JSON.stringify(found)
