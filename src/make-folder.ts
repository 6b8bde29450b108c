import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder, with those above it, where it is missing. Node's own `recursive` goes on for ever where a system allows none, as below /proc.
 * Throws what the file system throws, EEXIST where a file is in the way.
 */
export function makeFolder(folder: string, mode?: number): void {
  const make = () => mkdirSync(folder, mode === undefined ? {} : { mode })
  try {
    make()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolder(dirname(folder), mode)
    make()
  }
}
