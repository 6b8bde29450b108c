/** `--watch`: checks again whenever something that the result rests on has changed. */
import { type Cache, type Host, INTERRUPTED, UsageError } from '../core.ts'
import { discover } from '../files/discovery.ts'
import { isGlob, relativeTo } from '../paths.ts'
import { say } from './outcome.ts'
import type { Surroundings } from './surroundings.ts'

/** One run: its exit code, and what it rests on (relative to the current folder). */
export interface Ran {
  readonly code: number
  readonly rests: readonly string[]
}

/** Milliseconds between two looks; more where one look takes long. */
const PAUSE = 300
/** So many times longer than a look is the pause after it. */
const LEISURE = 10

/**
 * Runs until somebody ends it (Ctrl-C), or nobody reads any more. `files`: those of the configuration, there or not; `written`: reports, whose
 * change is our own. Files are looked at one by one: network drives tell nobody what changes on them. Faults of the
 * configuration are told, and watched like everything else.
 */
export async function watching(
  once: (store: Cache) => Promise<Ran>,
  paths: readonly string[],
  files: readonly string[],
  written: readonly string[],
  io: Surroundings,
): Promise<number> {
  const store = inMemory()
  const own = new Set(written.map((path) => relativeTo(io.host.cwd, path)))
  const look = (rests: readonly string[]) => snapshot(paths, rests, own, io.host)
  let rests = files
  for (;;) {
    if (io.stdout.isTTY) io.stdout.write('\u001b[2J\u001b[3J\u001b[H')
    const before = await look(rests)
    try {
      const ran = await once(store)
      if (ran.code === INTERRUPTED || io.stdout.closed) return ran.code
      rests = [...files, ...ran.rests]
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      // Nothing was written; what mends it may be a preset that comes into being, or one that is there.
      rests = [...files, '.', ...settingsIn(io.host)]
      for (const line of `${error.message}；${error.remedy}`.split('\n')) say(io, '错误', line)
    }
    say(io, '注意', '等待改动，按 Ctrl-C 结束')
    const after = await look(rests)
    if (!isOutdated(before, after, new Set(rests))) await change(after, () => look(rests))
  }
}

function settingsIn(host: Host): readonly string[] {
  try {
    return host.list('.').flatMap(({ name, folder }) => (!folder && /\.(?:json|ya?ml)$/i.test(name) ? [name] : []))
  } catch {
    return []
  }
}

/** Has anything changed while a run went on? Looks before and after it; `rests`: what it came to rest on, of which the first look knew nothing. */
const isOutdated = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  rests: ReadonlySet<string>,
): boolean => [...after].some(([path, stamp]) => (before.has(path) ? before.get(path) !== stamp : !rests.has(path)))

/** Until something is different, and stays so: nobody is to be judged in the middle of being saved. */
async function change(
  before: ReadonlyMap<string, string>,
  look: () => Promise<ReadonlyMap<string, string>>,
): Promise<void> {
  let last = before
  for (;;) {
    const begun = performance.now()
    const now = await look()
    if (!isSame(now, before) && isSame(now, last)) return
    last = now
    const pause = Math.max(PAUSE, LEISURE * (performance.now() - begun))
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  a.size === b.size && [...a].every(([path, stamp]) => b.get(path) === stamp)

/** What every file is like now, in one word. */
async function snapshot(
  paths: readonly string[],
  rests: readonly string[],
  own: ReadonlySet<string>,
  host: Host,
): Promise<ReadonlyMap<string, string>> {
  let files: readonly string[] = []
  try {
    files = (await discover(paths, host, () => false)).files
  } catch (error) {
    // Nothing is there (yet).
    if (!(error instanceof UsageError)) throw error
  }
  // What a folder holds is looked at; that of itself changes with every file that is written there.
  const named = paths.filter((path) => !isGlob(path) && host.kind(path) !== 'folder')
  const watched = [...files, ...named, ...rests].filter((path) => !own.has(relativeTo(host.cwd, path)))
  return new Map(
    [...new Set(watched)].map((path) => {
      const stamp = host.stat?.(path)
      return [path, stamp ? `${stamp.size} ${stamp.mtime} ${stamp.ctime}` : '']
    }),
  )
}

/** Results from one run to the next. */
function inMemory(): Cache {
  const held = new Map<string, Uint8Array>()
  return {
    read: (name) => held.get(name),
    write(name, parts) {
      // Of other settings nobody asks any more.
      held.clear()
      held.set(name, Buffer.concat(parts))
    },
  }
}
