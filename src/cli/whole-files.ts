/** Files are written whole or not at all, whatever ends the run meanwhile. */
import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  linkSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../core.ts'
import { whyNotWritten } from '../paths.ts'

/**
 * What is there, and where it lies: a link stays a link, and what it leads to is written. What is no file is written by the name it was
 * given: /dev/stdout may lead to a pipe, which has no other. Throws what the file system throws.
 */
export function leadingTo(path: string): { readonly target: string; readonly old: Stats | undefined } {
  const old = statSync(path, { throwIfNoEntry: false })
  return { target: old?.isFile() ? realpathSync(path) : path, old }
}

/** Writes a file whole or not at all: what was there (`old`) stays until everything is on the disk. Throws what the file system throws. */
export function writeWhole(target: string, text: string | Uint8Array, old: Stats | undefined): void {
  const draft = draftBeside(target)
  try {
    const mode = old ? { mode: old.mode & 0o777 } : {}
    writeFileSync(draft, text, { flag: 'wx', flush: true, ...mode })
    if (old) takeAfter(draft, old)
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Whose file it is and who may use it stays, as far as this user and this disk allow. */
function takeAfter(draft: string, { uid, gid, mode }: Stats): void {
  const made = statSync(draft)
  if (made.uid !== uid || made.gid !== gid) {
    // Only the superuser gives files away; a group that one belongs to may be set.
    quietly(() => chownSync(draft, -1, gid))
    quietly(() => chownSync(draft, uid, -1))
  }
  quietly(() => chmodSync(draft, mode & 0o777))
}

function quietly(run: () => void): void {
  try {
    run()
  } catch {
    // What a disk does not know cannot be kept.
  }
}

/** Takes away what writes that were killed left in a folder. One that is younger than an hour may still be written. */
export function tidyDrafts(folder: string): void {
  quietly(() => {
    for (const name of readdirSync(folder)) {
      if (!/^\.burden-lint-[0-9a-f]{12}\.tmp$/.test(name)) continue
      const path = join(folder, name)
      // Another run may be quicker, or the file somebody else's: that keeps nobody from the next one.
      quietly(() => {
        if (Date.now() - statSync(path).mtimeMs > 3600_000) rmSync(path)
      })
    }
  })
}

/** A name in the same folder that nobody else has, and that is short: a draft's own name may be as long as names can be. */
function draftBeside(target: string): string {
  // The global one is loaded when it is used: node:crypto costs every start 2 ms.
  const name = Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex')
  return join(dirname(target), `.burden-lint-${name}.tmp`)
}

/** Writes a file that must not be there yet: whole, or not at all. */
export function writeNew(target: string, name: string, text: string | Uint8Array): void {
  const draft = draftBeside(target)
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    try {
      // Unlike a rename, this fails where there is a file already.
      linkSync(draft, target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
      // A USB stick knows no links.
      copyFileSync(draft, target, constants.COPYFILE_EXCL)
    }
  } catch (error) {
    throw new UsageError(`无法写入 ${name}（${whyNotWritten(error)}）`, '请检查是否已有同名文件、是否有写入权限')
  } finally {
    rmSync(draft, { force: true })
  }
}
