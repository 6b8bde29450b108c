/** A run in parts: which files are whose, and how the parts become one again. */
import { relative, resolve } from 'node:path'
import { UsageError } from '../core.ts'
import { hashOf } from '../files/stamps.ts'
import type { Group } from '../files/tracing.ts'
import { shownPath } from '../paths.ts'
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
  /** Stands for all that results depend on besides the documents, by what it is. */
  readonly key: Readonly<Record<string, string>>
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

/** `cwd`: the current folder, which may be another one where the parts are joined. */
export function shardData(parts: Parts, about: Omit<Unsigned, 'found' | 'common' | 'judged'>, cwd: string): ShardData {
  const { index, total, version, key, flags } = about
  const packing = openPacking()
  const move = moving((path) => shownPath(relative(cwd, path)))
  const judged = Object.values(parts.judged).map((result) => packing.pack(move(result)))
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

/** Results with other paths for what they rest on. What many of them rest on stays one. */
function moving(to: (path: string) => string): (judged: Judged) => Judged {
  const moved = new Map<Group, Group>()
  const move = (group: Group): Group => {
    const known = moved.get(group) ?? group.map(to)
    moved.set(group, known)
    return known
  }
  return (judged) => (judged.uses.length > 0 ? { ...judged, uses: judged.uses.map(move) } : judged)
}

/** All parts of one run, each once, as if it had been one in the folder `cwd`. Throws `UsageError` where a file is in none of them. */
export function joined(shards: readonly ShardData[], cwd: string): Parts {
  const move = moving((path) => resolve(cwd, path))
  const judged: Record<string, Judged> = Object.create(null)
  for (const shard of shards) {
    const packing = openPacking()
    packing.add(shard.common)
    for (const text of shard.judged) {
      const result = move(packing.unpack(text))
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
