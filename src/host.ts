/** The file system of this machine, and where what is written to the standard streams goes. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename } from 'node:path'
import { openCache } from './cache.ts'
import { type Host, UnreadableError } from './core.ts'
import { absolute, MISNAMED, NO_UTF8 } from './paths.ts'

/** Nothing that an office writes is larger; a disk image named draft.docx is not worth the memory. Bytes. */
const MAX_BYTES = 512 * 1024 * 1024

const REASONS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOENT: ['找不到文件', '请检查路径和文件名'],
  EACCES: ['没有读取权限', '请检查文件权限，或换一个账号运行'],
  EPERM: ['没有读取权限', '请检查文件权限，或换一个账号运行'],
  EBUSY: ['文件正被其他程序占用', '请在 Word 或 WPS 中关闭它后重试'],
  EISDIR: ['这是文件夹，不是文件', '请指定其中的文件'],
  ELOOP: ['符号链接成环', '请检查链接'],
  ENAMETOOLONG: ['路径过长', '请缩短文件名或移到较浅的文件夹'],
  EMFILE: ['同时打开的文件过多', '请关闭其他程序后重试'],
}

function unreadable(error: unknown, path: string): UnreadableError {
  if (error instanceof UnreadableError) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOENT' && path.includes(NO_UTF8)) return new UnreadableError(...MISNAMED)
  const [reason, remedy] = REASONS[code] ?? [`读取失败（${code || '未知原因'}）`, '请检查文件与磁盘']
  return new UnreadableError(reason, remedy)
}

/** `readFileSync` would ask for the size once more. What a file gained since is left out. */
function whole(file: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size)
  let length = 0
  for (let read = -1; length < size && read !== 0; length += read)
    read = readSync(file, bytes, length, size - length, null)
  return length === size ? bytes : bytes.subarray(0, length)
}

export function nodeHost(cwd: string): Host {
  let output: ReturnType<typeof fileBehind> | undefined
  return {
    cwd,
    read(path) {
      try {
        // A pipe that nobody writes to must not keep us waiting, nor /dev/zero never end.
        const file = openSync(absolute(cwd, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
        try {
          const stat = fstatSync(file)
          const { size } = stat
          if (!stat.isFile() && !stat.isDirectory())
            throw new UnreadableError('不是普通文件', '请检查链接指向哪里，直接指定文稿文件')
          if (size > MAX_BYTES)
            throw new UnreadableError(`文件过大（${Math.round(size / 1048576)} MB）`, '请确认它确实是一份文稿')
          return size === 0 ? readFileSync(file) : whole(file, size)
        } finally {
          closeSync(file)
        }
      } catch (error) {
        throw unreadable(error, path)
      }
    },
    kind(path) {
      try {
        const stat = statSync(absolute(cwd, path), { throwIfNoEntry: false })
        if (!stat) return 'missing'
        return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other'
      } catch (error) {
        // Something is there, but out of reach (a circle of links, no permission): reading it tells why.
        return (error as NodeJS.ErrnoException).code === 'ERR_INVALID_ARG_VALUE' ? 'missing' : 'file'
      }
    },
    list(folder) {
      try {
        // A link to a folder is not followed: it may lead back up.
        return readdirSync(absolute(cwd, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory() || entry.isFile() || entry.isSymbolicLink())
          .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      } catch (error) {
        throw unreadable(error, folder)
      }
    },
    stat(path) {
      try {
        const stat = statSync(absolute(cwd, path), { throwIfNoEntry: false })
        return stat && { size: stat.size, mtime: stat.mtimeMs, ctime: stat.ctimeMs }
      } catch {
        return undefined
      }
    },
    isOutput(path) {
      output ??= fileBehind(1)
      if (output === 'none' || (output.name !== undefined && basename(path) !== output.name)) return false
      try {
        const stat = statSync(absolute(cwd, path), { bigint: true, throwIfNoEntry: false })
        return stat !== undefined && stat.ino === output.ino && stat.dev === output.dev
      } catch {
        // Reading it tells what is wrong with it.
        return false
      }
    },
    cache: openCache,
  }
}

/** A file as the system knows it. `name`: the only one that it has, where the system tells: ten thousand others need not be looked at. */
interface OpenFile {
  readonly ino: bigint
  readonly dev: bigint
  readonly name: string | undefined
}

/** The file that a stream goes into: `> 结果.txt`. */
function fileBehind(stream: number): OpenFile | 'none' {
  try {
    const stat = fstatSync(stream, { bigint: true })
    if (!stat.isFile()) return 'none'
    return { ino: stat.ino, dev: stat.dev, name: stat.nlink === 1n ? nameBehind(stream) : undefined }
  } catch {
    return 'none'
  }
}

/** Only Linux tells. */
function nameBehind(stream: number): string | undefined {
  try {
    return basename(readlinkSync(`/proc/self/fd/${stream}`))
  } catch {
    return undefined
  }
}

/** The date here and now, YYYY-MM-DD. */
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  /** Its reader has gone: what is written goes nowhere. */
  readonly closed?: boolean
}

/**
 * Standard output. A file or a pipe is written to directly, because the stream before it costs each start 2 ms; a terminal needs
 * the stream, and on Windows whatever it may be.
 */
export function standardOutput(): Output {
  let closed = false
  const failed = ({ code }: NodeJS.ErrnoException) => {
    closed = true
    // A reader that stops early (| head) is no error of ours; the run goes on for its other reports and its exit code.
    if (code === 'EPIPE') return
    process.stderr.write(`错误：结果无法写出（${code}），请检查磁盘空间或输出位置\n`)
    process.exit(2)
  }
  const opened = () => process.stdout.on('error', failed)
  let stream = takesBytes(1) ? undefined : opened()
  return {
    get isTTY() {
      return stream?.isTTY
    },
    get columns() {
      return stream?.columns
    },
    get closed() {
      return closed
    },
    write(text) {
      if (closed) return
      // What comes later must not overtake what the stream still holds.
      if (stream) return stream.write(text)
      // Piece by piece, for the bytes of a long report would take as much memory again.
      const bytes = Buffer.allocUnsafe(3 * Math.min(text.length, PIECE))
      for (let at = 0, end = 0; at < text.length; at = end) {
        end = at + PIECE
        // A pair of surrogates is one character.
        if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end--
        const length = bytes.write(text.slice(at, end))
        let written = 0
        try {
          while (written < length) written += writeSync(1, bytes, written, length - written)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
            failed(error as NodeJS.ErrnoException)
            return
          }
          // Its reader is slow and whoever opened the pipe (threads do) does not want us to wait: the stream can.
          stream = opened()
          stream.write(bytes.subarray(written, length))
          stream.write(text.slice(end))
          return
        }
      }
    },
  }
}

/** UTF-16 units that are written at once. */
const PIECE = 64 * 1024

/** Standard error, whose stream is made only where there is something to say. */
export function standardError(): Output {
  return {
    write: (text) => process.stderr.write(text),
    get isTTY() {
      return process.stderr.isTTY
    },
    get columns() {
      return process.stderr.columns
    },
  }
}

function takesBytes(descriptor: number): boolean {
  if (process.platform === 'win32') return false
  try {
    const stat = fstatSync(descriptor)
    return stat.isFile() || stat.isFIFO() || stat.isSocket()
  } catch {
    return false
  }
}
