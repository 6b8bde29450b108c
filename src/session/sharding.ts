/** A run in parts: which files are whose, and how the parts become one again. */
import { UsageError } from '../core.ts'
import { hashOf } from '../files/stamps.ts'
import type { Judged } from './judging.ts'
import { type Common, openPacking } from './packing.ts'
import type { Found, Parts, Sized } from './session.ts'

/** `--shard 3/8`: 1-based. */
export interface Shard {
  readonly index: number
  readonly total: number
}

/** The files of one part: about as many bytes as every other, and the same files on every machine that sees the same sizes. */
export function filesOf(files: readonly Sized[], { index, total }: Shard): ReadonlySet<string> {
  const loads = new Array<number>(total).fill(0)
  const mine = new Set<string>()
  const largestFirst = [...files].sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1))
  for (const { path, size } of largestFirst) {
    const least = loads.indexOf(Math.min(...loads))
    // Opening a file costs as much as some text.
    loads[least]! += size + 2000
    if (least === index - 1) mine.add(path)
  }
  return mine
}

/** What one part leaves for the others. JSON-safe. */
export interface ShardData extends Shard {
  /** Of the program. */
  readonly version: string
  /** Stands for all that results depend on besides the documents. */
  readonly key: string
  /** Options of the command line that the whole is to be judged with. */
  readonly flags: Readonly<Record<string, unknown>>
  readonly found: Found
  readonly common: Common
  /** Packed. */
  readonly judged: readonly string[]
  /** Of everything above: against accidents. */
  readonly sum: string
}

type Unsigned = Omit<ShardData, 'sum'>
const signed = (data: Unsigned): string => hashOf(JSON.stringify(data))

export function shardData(parts: Parts, about: Omit<Unsigned, 'found' | 'common' | 'judged'>): ShardData {
  const { index, total, version, key, flags } = about
  const packing = openPacking()
  const judged = Object.values(parts.judged).map(packing.pack)
  const data: Unsigned = { index, total, version, key, flags, found: parts.found, common: packing.all(), judged }
  return { ...data, sum: signed(data) }
}

/** Undefined where it is not what some part left, or is not whole. */
export function parseShard(value: unknown): ShardData | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { index, total, version, key, flags, found, common, judged, sum } = value as ShardData
  try {
    // Whoever knows the sum is ourselves: the shape is not looked at again.
    return signed({ index, total, version, key, flags, found, common, judged }) === sum
      ? (value as ShardData)
      : undefined
  } catch {
    return undefined
  }
}

/** All parts of one run, each once, as if it had been one. Throws `UsageError` where a file is in none of them. */
export function joined(shards: readonly ShardData[]): Parts {
  const judged: Record<string, Judged> = Object.create(null)
  for (const shard of shards) {
    const packing = openPacking()
    packing.add(shard.common)
    for (const text of shard.judged) {
      const result = packing.unpack(text)
      judged[result.file.path] = result
    }
  }
  const { found } = shards[0]!
  const missing = found.files.filter((path) => !judged[path])
  // Whoever breaks off leaves some.
  if (missing.length > 0)
    throw new UsageError(
      `${missing.length} 个文件（如 ${missing[0]}）不在任何一个分片里`,
      '每个分片都要检查完；请重新检查中断了的分片',
    )
  return { found, judged }
}
