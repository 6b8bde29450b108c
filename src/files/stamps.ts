/** Is a file the one that was read before? */
import { createHash } from 'node:crypto'
import type { FileStamp } from '../core.ts'

/** What a file was when it was last read. */
export interface Seen extends FileStamp {
  /** When it was last compared with its hash. Milliseconds since 1970. */
  readonly checked: number
  /** Of its bytes. */
  readonly hash: string
}

/** File systems tell times as coarsely as this: a file may change again within it and look the same. Milliseconds. */
const COARSE = 2000

/** 128 bits, in hexadecimal digits. */
export const hashOf = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** Is the file surely the one that was seen? */
export function holds(seen: Seen, stamp: FileStamp): boolean {
  return (
    seen.size === stamp.size &&
    seen.mtime === stamp.mtime &&
    // Somebody may have written it and set the time back.
    seen.ctime === stamp.ctime &&
    Math.max(stamp.mtime, stamp.ctime) < seen.checked - COARSE
  )
}
