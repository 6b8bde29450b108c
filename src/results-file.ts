/**
 * Results as bytes: a line that tells what follows and its checksums, a table in JSON, then the first lines of all results, one after the
 * other, then their second lines, which a run may leave unread. Pure.
 */
import { createHash } from 'node:crypto'
import type { Basis } from './core.ts'
import type { Seen } from './stamps.ts'
import type { Group } from './tracing.ts'

export interface Entry {
  /** Of the bytes that were judged. */
  readonly hash: string
  /** Places in `Image.groups`. */
  readonly groups: readonly number[]
  /** A packed `Judged`. */
  readonly body: Body
}

/** The lines of a packed result. */
export interface Body {
  readonly line: Uint8Array
  /** Empty where there is none; undefined where it was not read. */
  readonly second: Uint8Array | undefined
}

/** Paths are absolute. */
export interface Image {
  readonly files: Map<string, Seen>
  readonly groups: readonly { readonly paths: Group; readonly digest: string }[]
  readonly entries: ReadonlyMap<string, Entry>
  /** What results rest on, by what stands for it there. */
  readonly bases: readonly (readonly [string, Basis])[]
}

const MAGIC = 'burden-lint results 4'
/** The first line is shorter. Bytes. */
const LINE = 200

interface Table {
  readonly bases: Image['bases']
  readonly files: readonly (readonly [string, number, number, number, number, string])[]
  readonly groups: readonly (readonly [string, ...string[]])[]
  /** Place in `files`; groups; bytes of both lines; the hash where it is not the file's. */
  readonly entries: readonly (readonly [number, readonly number[], number, number, string?])[]
}

/** The parts are to be written one after the other. Each entry has its path among `files`. */
export function writeImage({ files, groups, entries, bases }: Image): Uint8Array[] {
  const places = new Map([...files.keys()].map((path, place) => [path, place]))
  const lines: Uint8Array[] = []
  const seconds: Uint8Array[] = []
  const table: Table = {
    bases,
    files: [...files].map(([path, { size, mtime, ctime, checked, hash }]) => [path, size, mtime, ctime, checked, hash]),
    groups: groups.map(({ paths, digest }) => [digest, ...paths]),
    entries: [...entries].map(
      ([
        path,
        {
          hash,
          groups,
          body: { line, second },
        },
      ]) => {
        if (!second) throw new Error(`of ${path} only a part was read`)
        lines.push(line)
        seconds.push(second)
        const entry = [places.get(path)!, groups, line.length, second.length] as const
        return files.get(path)!.hash === hash ? entry : [...entry, hash]
      },
    ),
  }
  const json = Buffer.from(JSON.stringify(table))
  const sizes = `${json.length} ${lengthOf(lines)} ${lengthOf(seconds)} ${checksum(seconds)}`
  const sum = checksum([Buffer.from(sizes), json, ...lines])
  return [Buffer.from(`${MAGIC} ${sizes} ${sum}\n`), json, ...lines, ...seconds]
}

const lengthOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0)

function checksum(parts: readonly Uint8Array[]): string {
  const sum = createHash('sha1')
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}

/** What the first line tells. */
interface Head {
  /** As it is. */
  readonly text: string
  /** Bytes of the table, of all first and of all second lines. */
  readonly sizes: readonly [number, number, number]
  /** Of all second lines. */
  readonly secondSum: string
  /** Over all that stands before them, and what this line tells. */
  readonly sum: string
}

function headOf(bytes: Uint8Array): Head | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LINE))
  const text = start.subarray(0, Math.max(start.indexOf(10), 0)).toString('latin1')
  const match = /^(.+) (\d+) (\d+) (\d+) ([0-9a-f]{40}) ([0-9a-f]{40})$/.exec(text)
  if (!match || match[1] !== MAGIC) return undefined
  const [, , table, lines, seconds, secondSum, sum] = match as unknown as string[]
  return { text, sizes: [Number(table), Number(lines), Number(seconds)], secondSum: secondSum!, sum: sum! }
}

/** How many bytes come before the second lines; undefined where it is not ours. */
export function withoutSeconds(start: Uint8Array): number | undefined {
  const head = headOf(start)
  return head && head.text.length + 1 + head.sizes[0] + head.sizes[1]
}

/** Are both of one make, as far as the first line tells? */
export const isSameImage = (a: Uint8Array, b: Uint8Array): boolean => headOf(a)?.text === headOf(b)?.text

/** Undefined when the bytes are damaged or not ours. `lean`: without second lines, which may be missing. The lines are views of `bytes`. */
export function readImage(bytes: Uint8Array, lean = false): Image | undefined {
  const head = headOf(bytes)
  if (!head) return undefined
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(head.text.length + 1)
  const [table, lines, seconds] = head.sizes
  const first = rest.subarray(0, table + lines)
  const second = rest.subarray(table + lines)
  const told = head.text.slice(MAGIC.length + 1, -head.sum.length - 1)
  if (checksum([Buffer.from(told), first]) !== head.sum) return undefined
  if (!lean && (second.length !== seconds || checksum([second]) !== head.secondSum)) return undefined
  // Whoever knows the checksum is ourselves: the shape is not looked at again.
  const { bases, files, groups, entries } = JSON.parse(first.toString('utf8', 0, table)) as Table
  let at = table
  let secondAt = 0
  return {
    bases,
    files: new Map(
      files.map(([path, size, mtime, ctime, checked, hash]) => [path, { size, mtime, ctime, checked, hash }]),
    ),
    groups: groups.map(([digest, ...paths]) => ({ digest, paths })),
    entries: new Map(
      entries.map(([place, groups, length, secondLength, hash = files[place]![5]]) => {
        const line = first.subarray(at, (at += length))
        const body = { line, second: lean ? undefined : second.subarray(secondAt, (secondAt += secondLength)) }
        return [files[place]![0], { hash, groups, body }]
      }),
    ),
  }
}
