/**
 * Results of earlier runs: what each file came to by itself. A result holds as long as the file's bytes, the configuration, the program and
 * every other file that it rests on are the same.
 */
import type { Cache, FileStamp, Host } from '../core.ts'
import { hashOf, holds, type Seen } from '../files/stamps.ts'
import type { Group } from '../files/tracing.ts'
import { absolute } from '../paths.ts'
import { tallyOf } from '../summary.ts'
import type { Judged } from './judging.ts'
import { openPacking } from './packing.ts'
import { readingLater } from './reading-later.ts'
import {
  type Body,
  type Entry,
  type Image,
  isSameImage,
  type Remarks,
  readImage,
  withoutSeconds,
  writeImage,
} from './results-file.ts'

export interface Kept {
  /** `stamp`: of the file now. Undefined where nothing is known, or not any more. */
  lookup(path: string, stamp: FileStamp | undefined): Judged | undefined
  /** `stamp`: of before the file was read; `hash`: of the bytes that were judged; `packed`: where it is at hand. */
  keep(path: string, stamp: FileStamp, hash: string, judged: Judged, packed?: string): void
  /** Writes what has changed: whole, or not at all. Then nothing is known any more. */
  save(): void
}

/**
 * `key` tells everything else that results depend on: program, configuration, options. `host` must not be one that takes notes.
 * `lean`: nobody will ask for the texts of fixes. `now`: milliseconds since 1970.
 */
export function openResults(
  host: Host,
  cache: Cache,
  key: string,
  { lean = false, now = Date.now }: { readonly lean?: boolean; readonly now?: () => number } = {},
): Kept {
  const begun = now()
  const name = `results-${hashOf(`${key}\n${host.cwd}`)}.idx`
  const bytes = lean ? cache.read(name, withoutSeconds) : cache.read(name)
  const none: Image = { files: new Map(), groups: [], entries: new Map(), bases: [] }
  let image: Image = (bytes && readImage(bytes, lean)) ?? none
  const packing = openPacking()
  packing.add({ bases: image.bases, groups: [] })
  /** As `Entry.name`: the same file may be named in another way today. */
  const nameOf = (at: string, path: string) => (at.slice(host.cwd.length + 1) === path ? undefined : path)
  /** Files as they were found in this run. */
  const seen = new Map<string, Seen>()
  let changed = false

  /** What is at a path now, in one word. */
  const states = new Map<string, string>()
  const stateOf = (path: string): string => {
    let state = states.get(path)
    if (state === undefined) states.set(path, (state = look(path)))
    return state
  }
  const look = (path: string): string => {
    const kind = host.kind(path)
    try {
      if (kind === 'folder') return `folder ${hashOf(JSON.stringify(host.list(path)))}`
      return kind === 'file' ? `file ${contentOf(path, host.stat?.(path))}` : kind
    } catch {
      return 'closed'
    }
  }
  /** Hash of a file, read only where its stamp does not tell. Throws `UnreadableError`. */
  const contentOf = (path: string, stamp: FileStamp | undefined): string => {
    const known = seen.get(path) ?? image.files.get(path)
    if (known && stamp && holds(known, stamp)) return known.hash
    const checked = now()
    const hash = hashOf(host.read(path))
    if (stamp) {
      seen.set(path, { ...stamp, checked, hash })
      changed = true
    }
    return hash
  }
  const digestOf = (group: Group) => hashOf(group.map((path) => `${path}\n${stateOf(path)}`).join('\n'))
  /** By place in `image.groups`. */
  const valid = new Map<number, boolean>()
  const holdsGroup = (index: number): boolean => {
    let is = valid.get(index)
    if (is === undefined) {
      const group = image.groups[index]
      valid.set(index, (is = group !== undefined && digestOf(group.paths) === group.digest))
    }
    return is
  }
  /** Did anything in the group change since the run began? Then nobody knows which state was judged. */
  const settled = new Map<Group, boolean>()
  const isSettled = (group: Group): boolean => {
    let is = settled.get(group)
    if (is === undefined) {
      is = group.every((path) => {
        const stamp = host.stat?.(path)
        return !stamp || Math.max(stamp.mtime, stamp.ctime) < begun
      })
      settled.set(group, is)
    }
    return is
  }

  /** Those of earlier runs, whole; none where what was read in part has meanwhile become another. */
  const entriesOf = ({ entries }: Image): Image['entries'] => {
    if (!lean || image === none) return entries
    const whole = cache.read(name)
    return (whole && bytes && isSameImage(whole, bytes) && readImage(whole)?.entries) || none.entries
  }

  const earlier = image.groups
  const usesOf = ({ groups }: Pick<Entry, 'groups'>): readonly Group[] => groups.map((index) => earlier[index]!.paths)
  const read = (entry: Entry): Judged => packing.unpackLines(entry.body.line, entry.body.second, usesOf(entry))
  const readLater = readingLater(read, usesOf)

  const fresh = new Map<string, Omit<Entry, 'groups'> & { readonly uses: readonly Group[] }>()
  return {
    lookup(path, stamp) {
      const at = absolute(host.cwd, path)
      const entry = image.entries.get(at)
      if (!entry || !stamp || entry.name !== nameOf(at, path)) return undefined
      try {
        if (contentOf(at, stamp) !== entry.hash || !entry.groups.every(holdsGroup)) return undefined
        return lean ? readLater(path, entry) : read(entry)
      } catch {
        return undefined
      }
    },
    keep(path, stamp, hash, judged, packed) {
      const at = absolute(host.cwd, path)
      seen.set(at, { ...stamp, checked: begun, hash })
      if (packed !== undefined) packing.note(judged)
      const { file, uses, tally = tallyOf(file), ...remarks } = judged
      const body = bodyOf(packed ?? packing.pack(judged))
      fresh.set(at, {
        hash,
        name: nameOf(at, file.path),
        uses,
        tally,
        remarks: isUnremarkable(remarks) ? undefined : remarks,
        body,
      })
      changed = true
    },
    save() {
      if (!changed) {
        image = none
        return
      }
      const groups: { readonly paths: Group; readonly digest: string }[] = []
      const places = new Map<Group, number>()
      const place = (paths: Group): number => {
        let index = places.get(paths)
        if (index === undefined) {
          places.set(paths, (index = groups.length))
          groups.push({ paths, digest: digestOf(paths) })
        }
        return index
      }
      const entries = new Map<string, Entry>()
      const old = entriesOf(image)
      for (const [at, { uses, ...entry }] of fresh)
        if (uses.every(isSettled)) entries.set(at, { ...entry, groups: uses.map(place) })
      // What other runs left, as far as it still holds; a document that is gone must not live on.
      for (const [at, entry] of old)
        if (!fresh.has(at) && host.kind(at) === 'file' && entry.groups.every(holdsGroup))
          entries.set(at, {
            hash: entry.hash,
            name: entry.name,
            groups: usesOf(entry).map(place),
            tally: entry.tally,
            remarks: entry.remarks,
            body: entry.body,
          })
      const named = new Set([...entries.keys(), ...groups.flatMap(({ paths }) => paths)])
      const files = new Map([...image.files, ...seen].filter(([at]) => named.has(at)))
      cache.write(name, writeImage({ files, groups, entries, bases: packing.all().bases }))
      image = none
      fresh.clear()
      seen.clear()
    },
  }
}

const isUnremarkable = ({ notices, problems, failures, isUnreadable, isRegister }: Remarks): boolean =>
  notices.length === 0 && problems.length === 0 && failures.length === 0 && !isUnreadable && !isRegister

function bodyOf(packed: string): Body {
  const bytes = Buffer.from(packed)
  const end = bytes.indexOf(10)
  return end < 0
    ? { line: bytes, second: bytes.subarray(bytes.length) }
    : { line: bytes.subarray(0, end), second: bytes.subarray(end + 1) }
}
