/**
 * Results as bytes: a line that tells what follows and its checksums, a table in JSON, then the first lines of all results, one after the
 * other, then their second lines, which a run may leave unread. Pure.
 */
import { createHash } from 'node:crypto'
import type { Basis } from '../core.ts'
import type { Seen } from '../files/stamps.ts'
import type { Group } from '../files/tracing.ts'
import type { Tally } from '../summary.ts'
import { utf8 } from '../utf8.ts'
import type { Judged } from './judging.ts'

export interface Entry {
  /** Of the bytes that were judged. */
  readonly hash: string
  /** How the file was named, where that is not its path without the current folder. */
  readonly name: string | undefined
  /** Places in `Image.groups`. */
  readonly groups: readonly number[]
  readonly tally: Tally
  /** Undefined where there is nothing to say. */
  readonly remarks: Remarks | undefined
  /** A packed `Judged`. */
  readonly body: Body
}

/** What few results have, beside what was found. */
export type Remarks = Omit<Judged, 'file' | 'uses' | 'tally'>

/** The lines of a packed result. */
export interface Body {
  readonly line: Uint8Array
  /** Empty where there is none; undefined where it was not read. */
  readonly second: Uint8Array | undefined
}

/** A map of which only this is asked. */
export interface Known<T> extends Iterable<readonly [string, T]> {
  get(path: string): T | undefined
}

/** Paths are absolute. */
export interface Image {
  /** Those of all entries among them. */
  readonly files: Known<Seen>
  readonly groups: readonly { readonly paths: Group; readonly digest: string }[]
  readonly entries: Known<Entry>
  /** What results rest on, by what stands for it there. */
  readonly bases: readonly (readonly [string, Basis])[]
}

const MAGIC = 'burden-lint results 5'
/** The first line is shorter. Bytes. */
const LINE = 200

/**
 * In columns, for ten thousand rows would be as many objects. A row is a file; those of the entries come first. What few entries have is
 * told with their row.
 */
interface Table {
  readonly bases: Image['bases']
  readonly groups: readonly (readonly [string, ...string[]])[]
  /** Those that tallies speak of. */
  readonly rules: readonly string[]
  readonly paths: readonly string[]
  readonly sizes: readonly number[]
  readonly mtimes: readonly number[]
  readonly ctimes: readonly number[]
  readonly checked: readonly number[]
  readonly hashes: readonly string[]
  /** Bytes of the first and the second line. */
  readonly lines: readonly number[]
  readonly seconds: readonly number[]
  /** Errors, warnings, infos, fixable and unsafely fixable findings, then places in `rules`. */
  readonly tallies: readonly (readonly number[])[]
  readonly uses: readonly (readonly [number, Entry['groups']])[]
  /** Hashes that are not those of the files. */
  readonly judged: readonly (readonly [number, string])[]
  readonly names: readonly (readonly [number, string])[]
  readonly remarks: readonly (readonly [number, Remarks])[]
}

type Counts = [errors: number, warnings: number, infos: number, fixable: number, unsafelyFixable: number]
const COUNTS = 5

/** The parts are to be written one after the other. Each entry has its path among `files`. */
export function writeImage({ files, groups, entries, bases }: Image): Uint8Array[] {
  const rules = new Map<string, number>()
  const placeOf = (rule: string): number => {
    const place = rules.get(rule) ?? rules.size
    rules.set(rule, place)
    return place
  }
  const judged = [...entries]
  const known = new Set(judged.map(([path]) => path))
  const rows = [
    ...judged.map(([path]) => [path, files.get(path)!] as const),
    ...[...files].filter(([path]) => !known.has(path)),
  ]
  const bodies = judged.map(([path, entry]) => {
    const { line, second } = entry.body
    if (!second) throw new Error(`of ${path} only a part was read`)
    return { line, second }
  })
  const lines = bodies.map(({ line }) => line)
  const seconds = bodies.map(({ second }) => second)
  const few = <T>(of: (entry: Entry, row: number) => T | undefined) =>
    judged.flatMap(([, entry], row) => {
      const value = of(entry, row)
      return value === undefined ? [] : [[row, value] as const]
    })
  const table: Table = {
    bases,
    groups: groups.map(({ paths, digest }) => [digest, ...paths]),
    tallies: judged.map(([, { tally }]) => [
      tally.errors,
      tally.warnings,
      tally.infos,
      tally.fixable,
      tally.unsafelyFixable,
      ...tally.rules.map(placeOf),
    ]),
    rules: [...rules.keys()],
    paths: rows.map(([path]) => path),
    sizes: rows.map(([, { size }]) => size),
    mtimes: rows.map(([, { mtime }]) => mtime),
    ctimes: rows.map(([, { ctime }]) => ctime),
    checked: rows.map(([, { checked }]) => checked),
    hashes: rows.map(([, { hash }]) => hash),
    lines: lines.map(({ length }) => length),
    seconds: seconds.map(({ length }) => length),
    uses: few(({ groups }) => (groups.length > 0 ? groups : undefined)),
    judged: few(({ hash }, row) => (hash === rows[row]![1].hash ? undefined : hash)),
    names: few(({ name }) => name),
    remarks: few(({ remarks }) => remarks),
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
  const { bases, groups, ...rows } = JSON.parse(utf8(first.subarray(0, table))) as Table
  return {
    bases,
    groups: groups.map(([digest, ...paths]) => ({ digest, paths })),
    ...rowsOf(rows, first.subarray(table), lean ? undefined : second),
  }
}

/**
 * Files and entries of a table, which are made when they are asked for. Entries are no more than the number of their row, for a run holds
 * all of them, and what a run holds is copied by the collector of garbage.
 */
function rowsOf(
  table: Omit<Table, 'bases' | 'groups'>,
  first: Uint8Array,
  second: Uint8Array | undefined,
): Pick<Image, 'files' | 'entries'> {
  const { rules, paths, sizes, mtimes, ctimes, checked, hashes, lines, seconds, tallies } = table
  const rowOf = new Map(paths.map((path, row) => [path, row]))
  const starts = startsOf(lines)
  const secondStarts = second ? startsOf(seconds) : []
  const [uses, judged, names, remarks] = [table.uses, table.judged, table.names, table.remarks].map(
    (few) => new Map<number, unknown>(few),
  ) as [Map<number, Entry['groups']>, Map<number, string>, Map<number, string>, Map<number, Remarks>]
  const seen = (row: number): Seen => ({
    size: sizes[row]!,
    mtime: mtimes[row]!,
    ctime: ctimes[row]!,
    checked: checked[row]!,
    hash: hashes[row]!,
  })
  class Row implements Entry {
    readonly #row: number
    constructor(row: number) {
      this.#row = row
    }
    get hash() {
      return judged.get(this.#row) ?? hashes[this.#row]!
    }
    get name() {
      return names.get(this.#row)
    }
    get groups() {
      return uses.get(this.#row) ?? NONE
    }
    get tally(): Tally {
      const [errors, warnings, infos, fixable, unsafelyFixable] = tallies[this.#row] as number[] as Counts
      const found = tallies[this.#row]!.slice(COUNTS).map((place) => rules[place]!)
      return { errors, warnings, infos, fixable, unsafelyFixable, rules: found }
    }
    get remarks() {
      return remarks.get(this.#row)
    }
    get body(): Body {
      const row = this.#row
      return {
        line: first.subarray(starts[row], starts[row + 1]),
        second: second?.subarray(secondStarts[row], secondStarts[row + 1]),
      }
    }
  }
  const entry = (row: number): Entry => new Row(row)
  const known = <T>(count: number, at: (row: number) => T): Known<T> => ({
    get(path) {
      const row = rowOf.get(path)
      return row === undefined || row >= count ? undefined : at(row)
    },
    *[Symbol.iterator]() {
      for (let row = 0; row < count; row++) yield [paths[row]!, at(row)]
    },
  })
  return { files: known(paths.length, seen), entries: known(lines.length, entry) }
}

const NONE: readonly never[] = []

/** Where each of some lines begins, and where the last one ends. */
function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  let at = 0
  for (const length of lengths) starts.push((at += length))
  return starts
}
