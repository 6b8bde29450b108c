/** Files, folders and globs → the files to lint. */
import { type Host, UnreadableError, UsageError } from '../core.ts'
import { READABLE_ENDINGS } from '../parsers/sniff.ts'
import { compileGlobs, globBase, isGlob, MISNAMED, NO_UTF8, relativeTo, shownPath } from '../paths.ts'
import { nearest } from '../suggest.ts'

/** What is picked up from a folder. A file that is named outright is read whatever its name. */
export const READABLE = new RegExp(`\\.(?:${READABLE_ENDINGS.join('|')})$`, 'i')
/** Documents that are not read yet: a folder must not seem clean because they were passed over. */
const UNSUPPORTED = /\.(?:xlsb|ceb|gd|uof|uot|uos)$/i
/** Not looked into: version control, dependencies, hidden folders; and the lock files that Word leaves beside an open document. */
const SKIPPED_FOLDER = /^(?:\.|node_modules$)/
const SKIPPED_FILE = /^(?:\.|~\$|\.~)/
const LOCK_FILE = /(?:^|\/)(?:~\$|\.~)[^/]*$/
/** A folder that holds this file holds our annotated copies: it is linted only where it is asked for. */
export const COPIES = '.burden-lint-copies'
/** A folder nested deeper than this is a mistake or a trap. */
const MAX_DEPTH = 64

export interface Discovered {
  /** Paths as the user would write them, each once, in the order of the command line and by name within a folder. */
  readonly files: readonly string[]
  /** Documents in folders that cannot be read yet. */
  readonly unsupported: readonly string[]
  /** Paths that do not exist, folders that cannot be listed or hold nothing to lint. */
  readonly unreadable: readonly { readonly path: string; readonly error: UnreadableError }[]
}

/**
 * Expands `paths` (relative to `host.cwd`); one with `!` in front takes out of folders and globs again, of the current folder where nothing else is named. `ignored` takes files out of folders and globs (`base` is the folder that the search began in),
 * never a file that is named outright. One bad path does not keep the others from being linted; where there is nothing else,
 * throws a `UsageError` that names them all. `isGone`: nothing need be there any more.
 */
export async function discover(
  paths: readonly string[],
  host: Host,
  ignored: (file: string, base: string) => boolean,
  isGone: (path: string) => boolean = () => false,
): Promise<Discovered> {
  // By where they lie: ./a.txt and a.txt are one file. A single folder holds each only once.
  const files = new Map<string, string>()
  const take = (written: string) => {
    // Who reads a report (a forge, an editor) looks for a.txt.
    const path = written.replace(/^(?:\.\/+)+(?=.)/, '')
    const key = paths.length === 1 ? path : relativeTo(host.cwd, path)
    if (!files.has(key)) files.set(key, path)
  }
  const unsupported = new Set<string>()
  const unreadable: { path: string; error: UnreadableError }[] = []
  const leftOut = paths.filter((path) => path.startsWith('!') && host.kind(path) === 'missing')
  const isLeftOut = await compileGlobs(
    leftOut.map((path) => path.slice(1)),
    { root: host.cwd },
  )
  const wanted =
    leftOut.length > 0 && leftOut.length === paths.length ? ['.'] : paths.filter((path) => !leftOut.includes(path))
  for (const path of wanted) {
    if (path === '') throw new UsageError('有一个路径是空的', '请检查引号和变量')
    const kind = host.kind(path)
    if (kind === 'file') {
      // A shell puts everything in for *.docx, lock files, too, and for *.txt what the last run was written to.
      if (wanted.length > 1 && (LOCK_FILE.test(shownPath(path)) || host.isOutput?.(path))) continue
      take(shownPath(path))
      continue
    }
    if (kind === 'other') {
      unreadable.push({ path, error: new UnreadableError(`${path} 不是普通文件`, '请指定文稿文件') })
      continue
    }
    if (kind === 'missing' && !isGlob(path)) {
      if (isGone(path)) continue
      unreadable.push({ path, error: missing(path, host) })
      continue
    }
    const isWanted = kind === 'folder' ? undefined : await compileGlobs([path], { root: host.cwd })
    const base = kind === 'folder' ? path : globBase(path)
    let found = 0
    let skipped = 0
    if (kind !== 'folder' && host.kind(base) !== 'folder') {
      if (isGone(path)) continue
      unreadable.push({ path, error: missing(base, host) })
      continue
    }
    walk(base, host, 0, unreadable, (file) => {
      if ((isWanted && !isWanted(file)) || isLeftOut(file)) return
      const unread = !READABLE.test(file)
      if ((unread && !UNSUPPORTED.test(file)) || host.isOutput?.(file)) return
      if (ignored(file, base)) {
        skipped++
        return
      }
      found++
      if (!unread) take(file)
      else unsupported.add(file)
    })
    if (found === 0 && !unreadable.some((u) => u.path === base) && !isGone(path))
      unreadable.push({
        path,
        error: new UnreadableError(
          `${kind === 'folder' ? '文件夹' : '通配路径'} ${path} 中没有可检查的文稿${skipped ? `（${skipped} 个被配置忽略）` : ''}`,
          '可检查的类型：.txt .md .docx .dotx .docm .doc .wps .rtf .odt .ofd .pdf .csv .tsv .xlsx .xls .et .ods',
        ),
      })
  }
  if (files.size === 0 && unsupported.size === 0 && unreadable.length > 0)
    throw new UsageError(
      unreadable
        .map(({ path, error }) => (error.message.includes(path) ? error.message : `${path}：${error.message}`))
        .join('；'),
      [...new Set(unreadable.map(({ error }) => error.remedy))].join('；'),
    )
  return { files: [...files.values()], unsupported: [...unsupported], unreadable }
}

function walk(
  folder: string,
  host: Host,
  depth: number,
  unreadable: { path: string; error: UnreadableError }[],
  visit: (file: string) => void,
): void {
  let entries: ReturnType<Host['list']>
  try {
    entries = host.list(folder)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    unreadable.push({ path: folder, error })
    return
  }
  if (depth > 0 && entries.some(({ name }) => name === COPIES)) return
  const prefix = folder === '.' ? '' : `${folder.replace(/[\\/]+$/, '')}/`
  const at = (name: string) => shownPath(folder === '/' ? `/${name}` : `${prefix}${name}`)
  for (const { name, folder: isFolder } of entries) {
    if (isFolder) {
      if (SKIPPED_FOLDER.test(name)) continue
      if (depth < MAX_DEPTH) walk(at(name), host, depth + 1, unreadable, visit)
      else
        unreadable.push({
          path: at(name),
          error: new UnreadableError(`文件夹嵌套超过 ${MAX_DEPTH} 层`, '请检查是否有循环，或直接指定里层的文件夹'),
        })
    } else if (!SKIPPED_FILE.test(name)) visit(at(name))
  }
}

/** “找不到 X”, with the neighbour or the command that was probably meant. */
function missing(path: string, host: Host): UnreadableError {
  // What an office program makes of two hyphens.
  const option = /^(?:[—–―－]{1,2}|-)([a-z]{2,}(?:-[a-z]+)*)$/.exec(path)
  if (option) return new UnreadableError(`找不到 ${path}`, `选项前面是两个半角的连字符：是不是 --${option[1]}？`)
  if (path.includes(NO_UTF8)) return new UnreadableError(`${path} 的${MISNAMED[0]}`, MISNAMED[1])
  const slash = shownPath(path).lastIndexOf('/')
  const folder = slash < 0 ? '.' : path.slice(0, slash) || '/'
  let names: string[] = []
  try {
    names = host.list(folder).map(({ name }) => name)
  } catch {
    // The folder is missing too: nothing to suggest.
  }
  // The extension is no part of the likeness: 没有.txt is not like 方案.txt, but 讲话.doc may be meant by 讲话.docx.
  const stem = (name: string) => name.replace(/\.[^.]*$/, '')
  const wanted = stem(path.slice(slash + 1))
  const like = names.some((name) => stem(name) === wanted) ? wanted : nearest(wanted, names.map(stem))
  if (names.includes(path.slice(slash + 1)))
    return new UnreadableError(`找不到 ${path} 指向的文件`, '这个名字是一个链接，请检查它指向哪里')
  const near = names.find((name) => stem(name) === like)
  return new UnreadableError(
    `找不到 ${path}`,
    near ? `是不是 ${slash < 0 ? near : `${path.slice(0, slash)}/${near}`}？` : `当前文件夹是 ${host.cwd}`,
  )
}

/** Paths in one form, for comparison: absolute ones relative to the current folder. */
export const samePath = (host: Host, a: string, b: string): boolean =>
  relativeTo(host.cwd, a) === relativeTo(host.cwd, b)
