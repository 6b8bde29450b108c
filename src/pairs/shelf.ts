/**
 * A shelf: many superior documents of which a run needs only a few. Title, 发文字号 and signature of each are kept between runs, so that
 * only those files are read which are new or have changed.
 */
import { resolve } from 'node:path'
import { type Cache, type Doc, type Host, UnreadableError } from '../core.ts'
import { hashOf, holds } from '../files/stamps.ts'
import { signature } from '../measures/signature.ts'
import { type Card, decode, type Entry, encode } from './shelf-file.ts'

/** Fewer documents are read as quickly as their index. */
const WORTH = 16
/** So long is the work that an interruption may cost. Milliseconds. */
const UNSAVED = 20_000
/** Raise it when cards are made in another way. */
const FORMAT = 1

export interface ShelfContext {
  readonly host: Host
  /** Absent: nothing is kept. */
  readonly cache?: Cache | undefined
  /** Bytes of the file at a path → document. Throws `UnreadableError`. */
  readonly read: (path: string, bytes: Uint8Array) => Promise<Doc>
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

export interface Shelved extends Card {
  /** As it was given. */
  readonly path: string
}

export interface Shelf {
  /** In the order of the files. */
  readonly docs: readonly Shelved[]
  readonly unreadable: readonly { readonly path: string; readonly error: UnreadableError }[]
  /** How many files had to be opened. */
  readonly opened: number
}

/**
 * What stands on the shelf now. `entries`: what the shelf is made of (files, folders, globs), which names its index; `files`: all files
 * that are found there, each once.
 */
export async function openShelf(
  { host, cache, read, now = Date.now }: ShelfContext,
  entries: readonly string[],
  files: readonly string[],
): Promise<Shelf> {
  const store = files.length >= WORTH ? cache : undefined
  const name = `shelf-${hashOf(JSON.stringify(entries.map((e) => resolve(host.cwd, e)))).slice(0, 24)}.idx`
  const bytes = store?.read(name)
  const kept = new Map((bytes && decode(bytes, maker()))?.map((entry) => [entry.key, entry]))

  const current: Entry[] = []
  const docs: Shelved[] = []
  const unreadable: { path: string; error: UnreadableError }[] = []
  let opened = 0
  let changed = false
  let saved = now()
  for (const path of files) {
    const key = hashOf(resolve(host.cwd, path)).slice(0, 16)
    // Before the bytes: what is written in between then looks changed the next time.
    const stamp = host.stat?.(path)
    const old = kept.get(key)
    if (old && stamp && holds(old, stamp)) {
      current.push(old)
      docs.push({ path, title: old.title, numbers: old.numbers, grams: old.grams })
      continue
    }
    try {
      const checked = now()
      const bytes = host.read(path)
      opened++
      const hash = hashOf(bytes)
      const card = old?.hash === hash ? old : cardOf(await read(path, bytes))
      const { title, numbers, grams } = card
      docs.push({ path, title, numbers, grams })
      if (stamp) current.push({ key, ...stamp, checked, hash, title, numbers, grams })
      changed = true
      if (now() - saved > UNSAVED) {
        // What is still to come is kept as it was.
        const done = new Set(current.map((entry) => entry.key))
        store?.write(name, encode([...current, ...[...kept.values()].filter((e) => !done.has(e.key))], maker()))
        saved = now()
      }
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      unreadable.push({ path, error })
    }
  }
  // A document that is gone must not live on in the index.
  if (changed || current.length !== kept.size) store?.write(name, encode(current, maker()))
  return { docs, unreadable, opened }
}

function cardOf({ text, facts }: Doc): Card {
  return {
    title: facts.title,
    numbers: facts.parts.filter((p) => p.kind === 'number').map((p) => text.slice(p.start, p.end)),
    grams: signature(text),
  }
}

/**
 * Whose cards are these? Another build of the program may read titles or even out texts in another way, and its file bears another name
 * (the build puts a hash of all that it rests on into it).
 */
const maker = () => Number.parseInt(hashOf(`${FORMAT} ${import.meta.url.replace(/^.*\//, '')}`).slice(0, 8), 16)
