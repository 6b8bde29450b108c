/**
 * Paths and globs as the configuration writes them: `/` between folders, relative to the folder of the configuration.
 *
 * The glob language is small on purpose: `*` `**` `?` `[abc]` `{a,b}`, and `!` in front of a pattern to take files out
 * again. Parentheses are ordinary characters, for they stand in the names of real documents: 通知(2024).docx.
 */
import { posix, resolve, sep, win32 } from 'node:path'
import { UsageError } from './core.ts'

/** Stands in a name that was no UTF-8 as it was read. */
export const NO_UTF8 = '\ufffd'
export const MISNAMED = [
  '名称不是 UTF-8 编码，打不开',
  '请给它改个名字（整批的可用 convmv -f GBK -t UTF-8），再检查',
] as const

/** A path with `/` between folders. Only for patterns and for comparison: on Linux `\` may be part of a name. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

/** A path as the user would write it, `/` between folders: on Windows `\` becomes `/`, elsewhere nothing changes. */
export function shownPath(path: string, platform: string = process.platform): string {
  return platform === 'win32' ? slashed(path) : path
}

/** A segment that is empty, . or .. */
const UNEVEN = /(?:^|\/)\.{0,2}(?:\/|$)/

/** As `resolve` has it, in a fraction of its time for the usual names below a folder; of them a run has ten thousand. `cwd` is absolute and even. */
export function absolute(cwd: string, path: string): string {
  return sep === '/' && cwd !== '/' && !UNEVEN.test(path) ? `${cwd}/${path}` : resolve(cwd, path)
}

/**
 * A path relative to `root`, with `/`. What lies outside begins with `../`, on another Windows drive with the drive.
 * `path` is absolute, or relative to `base`.
 */
export function relativeTo(root: string, path: string, platform: string = process.platform, base = root): string {
  const flavour = platform === 'win32' ? win32 : posix
  // macOS hands out names decomposed; people type them composed.
  const to = flavour.resolve(slashed(base), slashed(path))
  return slashed(flavour.relative(slashed(root), to)).normalize('NFC')
}

/** Has it characters that stand for others? A file may bear such a name all the same: look for it first. */
export function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern.replace(/^!/, ''))
}

/** The folder in front of the first wildcard: the place to begin looking. '.' when the pattern begins with one. */
export function globBase(pattern: string): string {
  const parts = slashed(pattern.replace(/^!/, '')).split('/')
  const wild = parts.findIndex(isGlob)
  if (wild === -1) return parts.join('/')
  const base = parts.slice(0, wild).join('/')
  return base === '' && wild > 0 ? '/' : base || '.'
}

/** Does a path, absolute or relative to the current folder, belong to what was asked for? */
export type PathTest = (path: string) => boolean

export interface GlobOptions {
  /** Absolute folder that the patterns are relative to. */
  readonly root: string
  /** Absolute folder that the paths to be tested are relative to, where they are not absolute; the root by default. */
  readonly cwd?: string
  /** Does a pattern without a `/` speak of names in every folder (as in a configuration), or in the root (as in a shell)? */
  readonly anywhere?: boolean
  readonly platform?: string
}

/**
 * Makes one test of several patterns. The last pattern that fits decides; `!` in front takes out again.
 *
 * - Without wildcards: this file, or everything below this folder.
 * - With a `/` at the end: everything below that folder.
 * - With wildcards but without a `/`, and with `anywhere`: the file's name, in whichever folder (`*讲话*.docx`).
 * - Otherwise: the path relative to the root.
 *
 * The glob library is loaded only when there is a wildcard.
 */
export async function compileGlobs(patterns: readonly string[], options: GlobOptions): Promise<PathTest> {
  if (patterns.length === 0) return () => false
  const { root, cwd = root, platform = process.platform } = options
  // Windows and macOS do not tell A.docx from a.docx.
  const nocase = platform === 'win32' || platform === 'darwin'
  const fold = (path: string) => (nocase ? path.toLowerCase() : path)
  const picomatch = patterns.some(isGlob) ? (await import('picomatch')).default : undefined

  const tests = patterns.map((written) => {
    refuseCostly(written)
    const taken = !written.startsWith('!')
    const pattern = slashed(taken ? written : written.slice(1)).normalize('NFC')
    const literal = fold(relativeTo(root, pattern, platform))
    const below = literal === '' ? '' : `${literal}/`
    const named: PathTest = (path) => path === literal || (path.startsWith(below) && !(below === '' && leaves(path)))
    if (picomatch === undefined || !isGlob(pattern)) return { taken, fits: named }
    const base = globBase(pattern)
    const anywhere = options.anywhere === true && !pattern.includes('/')
    // Only the part before the first wildcard is a path; made relative to the root, it may differ (`./`, `C:\…`).
    const fixed = base === '.' ? '' : relativeTo(root, base, platform)
    const rest = base === '.' ? pattern.replace(/^(\.\/+)+/, '') : pattern.slice(base === '/' ? 1 : base.length + 1)
    const glob = picomatch(joined(escaped(fixed), parenthesised(rest.endsWith('/') ? `${rest}**` : rest)), {
      dot: true,
      nocase,
      noextglob: true,
      // The path is already one with `/`, on every system.
      windows: false,
    })
    // A file that really bears the pattern as its name (豫政[2024]1号.docx) is meant, too.
    return {
      taken,
      fits: (path: string) => named(path) || glob(anywhere ? path.slice(path.lastIndexOf('/') + 1) : path),
    }
  })

  return (path) => {
    const relative = fold(relativeTo(root, path, platform, cwd))
    for (let index = tests.length - 1; index >= 0; index--) {
      if (tests[index]!.fits(relative)) return tests[index]!.taken
    }
    return false
  }
}

/** Each `*` of a name multiplies the ways to match it: with many, one name of equal letters would take minutes. */
const MAX_STARS = 4

function refuseCostly(pattern: string): void {
  if (
    slashed(pattern)
      .split('/')
      .some((name) => name !== '**' && name.split('*').length - 1 > MAX_STARS)
  )
    throw new UsageError(`通配路径 ${pattern} 的一段名称里有 ${MAX_STARS} 个以上的 *`, '请减少 *，或拆成几条')
}

function leaves(path: string): boolean {
  return path === '..' || path.startsWith('../') || /^[a-z]:\//i.test(path) || path.startsWith('//')
}

function joined(folder: string, rest: string): string {
  return folder === '' ? rest : `${folder}/${rest}`
}

function parenthesised(glob: string): string {
  return glob.replace(/[()]/g, '\\$&')
}

function escaped(path: string): string {
  return path.replace(/[\\()[\]{}*?!+@]/g, '\\$&')
}

/** Why something could not be written, in Chinese: a code of the system says nothing to a clerk. */
export function whyNotWritten(error: unknown): string {
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  return NOT_WRITTEN[code ?? ''] ?? (code ? `系统错误 ${code}` : '未知原因')
}
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  ENOENT: '文件夹不存在',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EEXIST: '已有同名的文件',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EBUSY: '文件正被其他程序占用',
  ENAMETOOLONG: '路径过长',
}
