/** Where reports go: standard output, or a file that is nobody's draft. */
import { closeSync, constants, openSync, readFileSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { UsageError } from '../core.ts'
import { isEdited } from '../own-report.ts'
import { whyNotWritten } from '../paths.ts'
import { type Own, REPORTS } from './earlier-reports.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'
import { leadingTo, tidyDrafts, writeWhole } from './whole-files.ts'

/** Whatever is there, or is not yet: what bears such a name is read as a decision of somebody's. */
const RESERVED =
  /^(?:\.burden(?:rc|-waivers|-baseline)\b.*|burden\.config\..*|package(?:-lock)?\.json)$|\.measures\.ya?ml$/i

/**
 * Writes the report. A report file is either the old one or the new one, never half of it; and never a draft, a superior document or the
 * configuration, by whatever name (`read`: relative to the current folder), nor a report that somebody went on writing in. `own`: how an earlier
 * report is known. A device or a pipe is written to as it is.
 * Returns whether there is a file now that somebody may look for.
 */
export function deliver(
  text: string | Uint8Array,
  read: readonly string[],
  { outputFile, outputOption = '--output-file ' }: Flags,
  { stdout, host }: Surroundings,
  own: Own = REPORTS,
): boolean {
  if (outputFile === undefined || outputFile === '-') {
    // What is no text is asked for with -o only.
    stdout.write(typeof text === 'string' ? text : new TextDecoder().decode(text))
    return false
  }
  if (outputFile === '') throw new UsageError('--output-file 后面是空的', '请写明文件名')
  if (host.kind(outputFile) === 'folder') throw new UsageError(`${outputOption}${outputFile} 是文件夹`, '请写明文件名')
  const named = resolve(host.cwd, outputFile)
  const { target, old } = leadingTo(named)
  const bytes = old?.isFile() ? readFileSync(target) : undefined
  const name = basename(named)
  if (RESERVED.test(name))
    throw new UsageError(
      `${outputOption}${outputFile}：${name} 是配置、豁免、基线或复核文件的名字`,
      '结果不写进它们，请换一个文件名',
    )
  const isTarget = sameFileTest(target)
  // An earlier report may have been read along with the drafts of its folder.
  const isRead = read.some((path) => isTarget(resolve(host.cwd, path))) && !(bytes && own.surely(bytes, target))
  if (bytes && isEdited(new TextDecoder().decode(bytes)))
    throw new UsageError(
      `${outputOption}${outputFile} 是以前的检查结果，但后来有人改动过`,
      '没有覆盖它，请换一个文件名；改动不用留的，先删除它',
    )
  if (isRead || (bytes && !own.perhaps(bytes, target)))
    throw new UsageError(
      `${outputOption}${outputFile} 已经存在，是文稿、配置文件或别的文件，不是以前的检查结果`,
      '结果不会覆盖它们，请换一个文件名',
    )
  try {
    if (old && !old.isFile()) {
      writeThrough(target, text, old)
      return false
    }
    tidyDrafts(dirname(target))
    writeWhole(target, text, old)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO')
      throw new UsageError(`${outputOption}${outputFile} 是管道，没有程序在读它`, '请先启动读它的程序，或写成普通文件')
    throw new UsageError(
      `无法写入 ${outputFile}（${whyNotWritten(error)}）`,
      '请检查文件夹是否存在、是否有写入权限、磁盘是否已满',
    )
  }
}

/** Writes to a device or a pipe. One that nobody reads would wait for ever: opening it this way fails instead. */
function writeThrough(target: string, text: string | Uint8Array, old: Stats): void {
  const reached = old.isFIFO() ? openSync(target, constants.O_WRONLY | constants.O_NONBLOCK) : undefined
  try {
    writeFileSync(target, text)
  } finally {
    if (reached !== undefined) closeSync(reached)
  }
}

/** Is a path that of the file at `target`? Names may differ in case, or go through links: the file system knows. */
function sameFileTest(target: string): (path: string) => boolean {
  const identity = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false })
  const own = identity(target)
  return (path) => {
    if (path === target) return true
    const other = own && identity(path)
    return own !== undefined && other !== undefined && own.ino === other.ino && own.dev === other.dev
  }
}
