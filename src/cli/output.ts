/** Where reports go: standard output, or a file that is nobody's draft. */
import {
  constants,
  copyFileSync,
  linkSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../core.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

/** Files that somebody wrote, by their names. */
const DRAFT = /\.(?:docx?|docm|dotx?|wps|wpt|rtf|odt|ofd|pdf|xlsx?|et|csv)$/i
/** Names that drafts and reports share; then what is in the file tells. */
const EITHER = /\.(?:txt|md|markdown)$/i
const OWN_REPORT =
  /^\s*$|检查 \d+ 个文件|files? checked|: (?:错误|警告|提示|error|warning|info) [a-z]+-[a-z-]+ |文种[ \u3000]+文件|"version": 1/

/**
 * Writes the report. A report file is either the old one or the new one, never half of it; and never a draft, a superior document or the
 * configuration, by whatever name (`read`: relative to the current folder). A device or a pipe is written to as it is.
 */
export function deliver(
  text: string,
  read: readonly string[],
  { outputFile }: Flags,
  { stdout, host }: Surroundings,
): void {
  if (outputFile === undefined) {
    stdout.write(text)
    return
  }
  if (outputFile === '') throw new UsageError('--output-file 后面是空的', '请写明文件名')
  if (host.kind(outputFile) === 'folder') throw new UsageError(`--output-file ${outputFile} 是文件夹`, '请写明文件名')
  const named = resolve(host.cwd, outputFile)
  const old = statSync(named, { throwIfNoEntry: false })
  // A link stays a link: what it leads to is written.
  const target = old ? realpathSync(named) : named
  const drafted =
    old?.isFile() && (DRAFT.test(target) || (EITHER.test(target) && !OWN_REPORT.test(readFileSync(target, 'utf8'))))
  if (drafted || read.some((path) => isSameFile(target, resolve(host.cwd, path))))
    throw new UsageError(`--output-file ${outputFile} 已经存在，是文稿或配置文件`, '结果不会覆盖原稿，请换一个文件名')
  try {
    if (old && !old.isFile()) writeFileSync(target, text)
    else writeWhole(target, text, old?.mode)
  } catch (error) {
    throw new UsageError(
      `无法写入 ${outputFile}（${(error as NodeJS.ErrnoException).code ?? '未知原因'}）`,
      '请检查文件夹是否存在、是否有写入权限、磁盘是否已满',
    )
  }
}

/** Writes a file whole or not at all: what was there stays until everything is on the disk. Throws what the file system throws. */
export function writeWhole(target: string, text: string | Uint8Array, mode: number | undefined): void {
  const draft = `${target}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text, { flag: 'wx', ...(mode === undefined ? {} : { mode: mode & 0o777 }) })
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Writes a file that must not be there yet: whole, or not at all. */
export function writeNew(target: string, name: string, text: string): void {
  const draft = `${target}.${process.pid}.tmp`
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
    throw new UsageError(
      `无法写入 ${name}（${(error as NodeJS.ErrnoException).code ?? '未知原因'}）`,
      '请检查是否已有同名文件、是否有写入权限',
    )
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Names may differ in case, or go through links: the file system knows. */
function isSameFile(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [a, b].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}
