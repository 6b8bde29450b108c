/** A folder of this machine in which the program keeps what it can compute again. Nothing that happens here is an error. */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { posix, resolve, win32 } from 'node:path'
import type { Cache } from './core.ts'
import { makeFolder } from './make-folder.ts'

/** What is larger was not written by us. Bytes. */
const MAX_BYTES = 256 * 1024 * 1024
/** What a write leaves behind when it is killed: our own name, the process, something that no other write has. */
const LEFTOVER = /^(?:shelf-[0-9a-f]{8,64}|results-[0-9a-f]{32})\.idx\.\d{1,10}\.[0-9a-f]{12}\.tmp$/
const OURS = /^(?:(shelf)-[0-9a-f]{8,64}|(results)-[0-9a-f]{32})\.idx$/
/** No write takes longer; milliseconds. */
const WRITING = 60 * 60 * 1000
/**
 * What has not been written for so long is likely to be of no more use; if it is, it is made once more. A shelf changes seldom; results
 * have another name with each configuration, and with each day on which something comes into force. Milliseconds.
 */
const FORGOTTEN = { shelf: 180 * 24 * 60 * 60 * 1000, results: 30 * 24 * 60 * 60 * 1000 }

/**
 * The folder that the system gives a program for such things; undefined where none can be told, as for an account without a home. The environment
 * alone is asked: `node:os`, which knows more, costs each start half a millisecond.
 */
export function userCacheFolder(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix
  const absolute = (path: string | undefined) => (path && isAbsolute(path) ? path : undefined)
  const home = absolute(platform === 'win32' ? env.USERPROFILE : env.HOME)
  const below = (...parts: string[]) => home && join(home, ...parts)
  const base =
    platform === 'win32'
      ? (absolute(env.LOCALAPPDATA) ?? below('AppData', 'Local'))
      : platform === 'darwin'
        ? below('Library', 'Caches')
        : (absolute(env.XDG_CACHE_HOME) ?? below('.cache'))
  return base && join(base, 'burden-lint')
}

/** `folder` is absolute; the user's own cache folder by default. It comes into being with the first write. */
export function openCache(folder = userCacheFolder(process.platform, process.env)): Cache | undefined {
  if (folder === undefined) return undefined
  return {
    read(name, enough) {
      return quietly(() => {
        const file = openSync(resolve(folder, name), 'r')
        try {
          const stat = fstatSync(file)
          if (!stat.isFile() || stat.size > MAX_BYTES) return undefined
          if (!enough) return readFileSync(file)
          const wanted = enough(startOf(file, Math.min(START, stat.size)))
          return wanted === undefined ? undefined : startOf(file, Math.min(wanted, stat.size))
        } finally {
          closeSync(file)
        }
      })
    },
    write(name, parts) {
      quietly(() => {
        makeFolder(folder, 0o700)
        tidy(folder, Date.now())
        put(folder, name, parts)
      })
    },
  }
}

/** Shows what is in a file and how much of it is wanted. Bytes. */
const START = 4096

/** So many bytes; fewer where the file has become shorter. */
function startOf(file: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(length)
  let at = 0
  for (let got = 1; got > 0 && at < length; at += got) got = readSync(file, bytes, at, length - at, at)
  return bytes.subarray(0, at)
}

/** A name that no other process has, in the same folder, then one rename: whoever reads gets the old file or the new one. */
function put(folder: string, name: string, parts: readonly Uint8Array[]): void {
  const target = resolve(folder, name)
  const draft = `${target}.${process.pid}.${unlike()}.tmp`
  const file = openSync(draft, 'wx', 0o600)
  try {
    try {
      for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(file, part, at)
      // Otherwise a crash of the machine may leave the new name with nothing behind it.
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, target)
  } catch (error) {
    quietly(() => rmSync(draft, { force: true }))
    throw error
  }
}

/** Takes away what killed writes left, and what nobody has needed for long. Only files of our own making. */
function tidy(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const keep = LEFTOVER.test(name) ? WRITING : lifeOf(name)
    if (keep === undefined) continue
    quietly(() => {
      const path = resolve(folder, name)
      if (now - statSync(path).mtimeMs > keep) rmSync(path, { force: true })
    })
  }
}

/** How long an index is kept; undefined for what is not ours. */
function lifeOf(name: string): number | undefined {
  const [, shelf, results] = OURS.exec(name) ?? []
  return shelf ? FORGOTTEN.shelf : results ? FORGOTTEN.results : undefined
}

/** Twelve digits that no other write has, but for a chance that the exclusive opening then catches. */
const unlike = () =>
  Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0')

function quietly<T>(attempt: () => T): T | undefined {
  try {
    return attempt()
  } catch {
    return undefined
  }
}
