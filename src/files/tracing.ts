/** Which files a result rests on: a host that takes note of every path that is asked for. */
import { resolve } from 'node:path'
import type { Host } from '../core.ts'

/** Files and folders that belong together: a result that rests on one of them rests on all. Absolute paths, each once. */
export type Group = readonly string[]

export interface Tracing {
  /** What it is asked for is noted, whether it is there or not. */
  readonly host: Host
  /** Runs one piece of work and tells which groups it rests on. Pieces of work must not overlap in time. */
  collect<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly uses: readonly Group[] }>
  /** Work that is done once, for whoever comes first; whoever takes its result rests on what it rests on. */
  once<T>(run: () => Promise<T>): () => Promise<T>
}

interface Note {
  readonly paths: Set<string>
  readonly groups: Set<Group>
}

export function tracing(host: Host): Tracing {
  const begin = (): Note => ({ paths: new Set(), groups: new Set() })
  let current = begin()
  const note = (path: string) => current.paths.add(resolve(host.cwd, path))
  const groupsOf = ({ paths, groups }: Note): Group[] => (paths.size > 0 ? [...groups, [...paths]] : [...groups])
  const within = async <T>(own: Note, run: () => Promise<T>): Promise<T> => {
    const outer = current
    current = own
    try {
      return await run()
    } finally {
      current = outer
    }
  }
  return {
    host: {
      ...host,
      read(path) {
        note(path)
        return host.read(path)
      },
      kind(path) {
        note(path)
        return host.kind(path)
      },
      list(folder) {
        note(folder)
        return host.list(folder)
      },
      // What an index stands for was read, if not today.
      stat(path) {
        note(path)
        return host.stat?.(path)
      },
    },
    async collect(run) {
      const own = begin()
      return { value: await within(own, run), uses: groupsOf(own) }
    },
    once<T>(run: () => Promise<T>) {
      let result: Promise<T> | undefined
      let groups: readonly Group[] = []
      return async () => {
        if (!result) {
          const own = begin()
          result = within(own, run)
          // Whatever comes of it was learnt from these files.
          await result.catch(() => {})
          groups = groupsOf(own)
        }
        for (const group of groups) current.groups.add(group)
        return await result
      }
    },
  }
}
