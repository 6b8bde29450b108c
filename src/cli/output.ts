/** Where reports go: standard output, or a file that is nobody's draft. */
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../core.ts'
import { isEdited, isSigned } from '../own-report.ts'
import { READABLE_ENDINGS } from '../parsers/sniff.ts'
import { whyNotWritten } from '../paths.ts'
import type { Flags } from './flags.ts'
import type { Surroundings } from './surroundings.ts'

/** Reports may have these names, too. */
const TEXT = ['txt', 'md', 'markdown']
const NEVER_READ = 'pptx?|dps|uo[tsp]|xlsb|png|jpe?g|gif|bmp|tiff?|zip|7z|rar'
/** Files that somebody wrote, by their names. */
export const DOCUMENT = new RegExp(
  `\\.(?:${READABLE_ENDINGS.filter((ending) => !TEXT.includes(ending)).join('|')}|${NEVER_READ})$`,
  'i',
)
/** How the reports look that people read, each as a whole or by a line that nobody writes by hand. */
const OWN_TEXT = [
  /^\s*$/,
  /^检查 \d+ 个文件(?:和豁免文件)?(?:：\d+ (?:个(?:错误|警告|提示)|处已豁免)|，没有(?:发现|错误))/m,
  /^\d+ files?(?: and the waiver file)? checked(?:: \d+ (?:error|warning|info|waived)|, no(?:thing)? )/m,
  /^(?:没有找到可以检查的文件。|没有改动的文稿。|No file to check was found\.|No document has been changed\.)$/m,
  /^(?:[^\n]+:\d+:\d+: (?:错误|警告|提示|已豁免|error|warning|info|waived) [a-z]+(?:-[a-z\d]+)+ [^\n]*\n)+$/,
  /^(?:字数 +字符数 +汉字 +页数|words +chars +han +pages) /,
  /^[^\n]*\n(?:对照上级文件：|against: )/,
  /^(?:\d{4}年[^\n]*一张表|Documents, meetings and inspections, \d{4})\n/,
  /^## burden-lint/,
  /^<!-- burden-lint handbook -->/,
]

/** How the reports begin that programs or browsers read, and patches: what lies under any other name is somebody's work unless it is one of these. */
const OWN_DATA = [
  /^\{\s*"version": 1,\s*"(?:files": \[\s*(?:\]|\{\s*"path")|document"|asOf"|shard"|part")/,
  /^\{"path":"(?:[^"\\]|\\.)*","(?:genre|error)":/,
  /^\{\s*"\$schema": "[^"]*sarif[^"]*"[\s\S]{0,300}"burden-lint"/,
  /^\{\s*"source": \{\s*"name": "burden-lint"/,
  /^\[(?:\]|\s*\{\s*"description": "(?:[^"\\]|\\.)*",\s*"check_name": "[a-z-]+",\s*"fingerprint": "[\da-f]{64}")/,
  /^<\?xml [^>]*>\s*<testsuites name="burden-lint"/,
  /^<\?xml [^>]*>\s*<checkstyle (?![\s\S]*<error (?![^>]* source="burden-lint[."]))/,
  /^<!doctype html>\s*<html lang="[^"]*">\s*<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
  /^::(?:error title=burden-lint|(?:error|warning|notice) file=[^\n]*,title=[a-z-]+::)/,
  /^--- [^\n]*\n\+\+\+ [^\n]*(?:（修正后）| \(mended\))\n/,
]
/** Whatever is there, or is not yet: what bears such a name is read as a decision of somebody's. */
const RESERVED =
  /^(?:\.burden(?:rc|-waivers|-baseline)\b.*|burden\.config\..*|package(?:-lock)?\.json)$|\.measures\.ya?ml$/i

/** As `baselineText` begins: what it holds cannot be found out again. */
const BASELINE = /^\{\s*"version": 1,\s*"files": \{/

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

/** Is a file an earlier report of ours? `perhaps`: enough for one that was not read; `surely`: for one that was read along with the drafts. */
interface Own {
  readonly perhaps: (bytes: Uint8Array, path: string) => boolean
  readonly surely: (bytes: Uint8Array, path: string) => boolean
}
export const REPORTS: Own = {
  perhaps: (bytes, path) => !DOCUMENT.test(path) && isReport(new TextDecoder().decode(bytes)),
  surely: (bytes) => isSigned(new TextDecoder().decode(bytes)),
}

const isReport = (text: string): boolean =>
  (isSigned(text) || [...OWN_TEXT, ...OWN_DATA].some((report) => report.test(text))) && !BASELINE.test(text)

/**
 * What is there, and where it lies: a link stays a link, and what it leads to is written. What is no file is written by the name it was
 * given: /dev/stdout may lead to a pipe, which has no other. Throws what the file system throws.
 */
export function leadingTo(path: string): { readonly target: string; readonly old: Stats | undefined } {
  const old = statSync(path, { throwIfNoEntry: false })
  return { target: old?.isFile() ? realpathSync(path) : path, old }
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
