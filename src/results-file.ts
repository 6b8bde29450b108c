/** Results as bytes: a line that tells what follows and its checksum, a table in JSON, then the results one after the other. Pure. */
import { createHash } from 'node:crypto'
import type { Basis } from './core.ts'
import type { Seen } from './stamps.ts'
import type { Group } from './tracing.ts'

export interface Entry {
  /** Of the bytes that were judged. */
  readonly hash: string
  /** Places in `Image.groups`. */
  readonly groups: readonly number[]
  /** Place in `Image.bodies`. */
  readonly body: number
}

/** Paths are absolute. */
export interface Image {
  readonly files: Map<string, Seen>
  readonly groups: readonly { readonly paths: Group; readonly digest: string }[]
  readonly entries: ReadonlyMap<string, Entry>
  /** What results rest on, by what stands for it there. */
  readonly bases: readonly (readonly [string, Basis])[]
  /** A packed `Judged` each. */
  readonly bodies: readonly Uint8Array[]
}

const MAGIC = 'burden-lint results 4'

interface Table {
  readonly bases: Image['bases']
  readonly files: readonly (readonly [string, number, number, number, number, string])[]
  readonly groups: readonly (readonly [string, ...string[]])[]
  readonly entries: readonly (readonly [string, string, readonly number[], number])[]
  readonly sizes: readonly number[]
}

/** The parts are to be written one after the other. */
export function writeImage({ files, groups, entries, bases, bodies }: Image): Uint8Array[] {
  const table: Table = {
    bases,
    files: [...files].map(([path, { size, mtime, ctime, checked, hash }]) => [path, size, mtime, ctime, checked, hash]),
    groups: groups.map(({ paths, digest }) => [digest, ...paths]),
    entries: [...entries].map(([path, { hash, groups, body }]) => [path, hash, groups, body]),
    sizes: bodies.map(({ length }) => length),
  }
  const json = Buffer.from(JSON.stringify(table))
  const sum = checksum(json.length, [json, ...bodies])
  return [Buffer.from(`${MAGIC} ${json.length} ${sum}\n`), json, ...bodies]
}

/** Over all that follows the line, and what the line tells of it. */
function checksum(length: number, parts: readonly Uint8Array[]): string {
  const sum = createHash('sha1').update(`${length}\n`)
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}

/** Undefined when the bytes are damaged or not ours. The bodies are views of `bytes`. */
export function readImage(bytes: Uint8Array): Image | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = whole.subarray(0, 200).indexOf(10)
  const head = /^(.+) (\d+) ([0-9a-f]{40})$/.exec(whole.subarray(0, Math.max(end, 0)).toString())
  if (!head || head[1] !== MAGIC) return undefined
  const rest = whole.subarray(end + 1)
  const length = Number(head[2])
  if (checksum(length, [rest]) !== head[3]) return undefined
  // Whoever knows the checksum is ourselves: the shape is not looked at again.
  const table = JSON.parse(rest.subarray(0, length).toString()) as Table
  let at = length
  return {
    bases: table.bases,
    files: new Map(
      table.files.map(([path, size, mtime, ctime, checked, hash]) => [path, { size, mtime, ctime, checked, hash }]),
    ),
    groups: table.groups.map(([digest, ...paths]) => ({ digest, paths })),
    entries: new Map(table.entries.map(([path, hash, groups, body]) => [path, { hash, groups, body }])),
    bodies: table.sizes.map((size) => rest.subarray(at, (at += size))),
  }
}
