/** `--changed`: which files git says differ. Only reads: no lock is taken, nothing is fetched. */
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { UsageError } from '../core.ts'
import { type PathTest, relativeTo, shownPath } from '../paths.ts'
import { nearest } from '../suggest.ts'

/** Paths relative to `cwd` with `/`; what lies outside begins with `../`. Each once, sorted. */
export interface ChangedFiles {
  /** What differs and is on the disk: drafts, superior documents, configuration, whatever it may be. */
  readonly files: readonly string[]
  /** What is on the disk no more; of a file that was renamed, its old path; of a submodule, its folder. */
  readonly deleted: readonly string[]
  /** The top folder of the repository, links resolved. Absolute. */
  readonly root: string
}

/**
 * What differs from `base`: committed since HEAD and `base` parted (their merge base, as a merge request shows it), staged, not
 * staged, or new and not ignored. Without `base`: what is not committed, compared with HEAD; in a clean checkout that is nothing,
 * so a pipeline names its base. In a repository without a commit, everything is new.
 *
 * A submodule, and a repository that lies in this one untracked, count with their own files. A name that is not UTF-8 is
 * garbled in the same way as `Host.list` garbles it.
 *
 * @param base a commit, branch or tag, as git writes it
 * @param cwd absolute folder, in the repository (or anywhere, where GIT_DIR and GIT_WORK_TREE say which)
 * @throws UsageError where git is missing or too old, there is no repository, or no such base in it
 */
export function changedFiles(base: string | undefined, cwd: string): ChangedFiles {
  if (base !== undefined) refuseNoName(base)
  const env = settled(cwd)
  const root = topOf(cwd, env)
  const git: Git = (args) => run(root, args, env)
  const since = base === undefined ? undefined : mergeBase(git, base, cwd)
  const paths = new Set<string>()
  collect(git, root, '', since, paths)

  const here = realpathSync.native(cwd)
  const shown = (path: string) => {
    const file = join(root, path)
    // From a folder that was entered through a link, `..` leads elsewhere than git thinks.
    return shownPath(relative(isOutside(here, file) ? cwd : here, file))
  }
  const files: string[] = []
  const deleted: string[] = []
  for (const path of paths) (isThere(join(root, path)) ? files : deleted).push(shown(path))
  return { files: files.sort(), deleted: deleted.sort(), root }
}

/**
 * Does a path (absolute, or relative to `cwd`) differ, or what a link of that name leads to? Deleted files differ, too.
 * However the name is composed, as `relativeTo` has it.
 */
export function changedTest({ files, deleted }: ChangedFiles, cwd: string): PathTest {
  const folders = new Map<string, string>()
  /** A name in the folder where it really lies: there are fewer folders than files to follow links of. */
  const placeOf = (file: string) => {
    const folder = dirname(file)
    const real = folders.get(folder) ?? realPath(folder)
    folders.set(folder, real)
    return relativeTo(cwd, join(real, basename(file)))
  }
  const places = new Set([...files, ...deleted].map((path) => placeOf(resolve(cwd, path))))
  return (path) => {
    const file = resolve(cwd, path)
    return places.has(placeOf(file)) || (isLink(file) && places.has(relativeTo(cwd, realPath(file))))
  }
}

/** The first of `paths` (as on the command line) that is there, and not in the repository at `root`: git knows nothing of it. */
export const outsideOf = (paths: readonly string[], root: string, cwd: string): string | undefined =>
  paths.find((path) => {
    const file = resolve(cwd, path)
    return isThere(file) && isOutside(root, realPath(file))
  })

/** Does a path lie outside a folder? Both absolute. On another drive of Windows nothing is outside: no `..` leads there. */
const isOutside = (folder: string, path: string): boolean => /^\.\.(?:[\\/]|$)/.test(relative(folder, path))

/** Runs git in one folder; its output. */
type Git = (args: readonly string[]) => string

/** The mode of a submodule, which is a commit of another repository. */
const GITLINK = '160000'
/** No object. */
const ZERO = /^0+$/

/**
 * Adds what differs in a repository to `paths`, each with `prefix` before it: between the commit `since` and HEAD, and between
 * HEAD and the disk.
 */
function collect(git: Git, root: string, prefix: string, since: string | undefined, paths: Set<string>): void {
  /** Submodules that differ, and the commits that they differ from; none for a new one. */
  const modules = new Map<string, string | undefined>()
  // Plumbing, with --no-renames: what a user has configured for `git diff` changes nothing.
  const committed = since === undefined ? [] : fieldsOf(git(['diff-tree', '-r', '-z', '--no-renames', since, 'HEAD']))
  for (let i = 0; i + 1 < committed.length; i += 2) {
    // :100644 120000 <old> <new> M
    const [was, is, old] = committed[i]!.slice(1).split(' ')
    const path = committed[i + 1]!
    if (was === GITLINK || is === GITLINK) modules.set(path, was === GITLINK ? old : undefined)
    if (was !== GITLINK || is !== GITLINK) paths.add(prefix + path)
  }
  for (const line of fieldsOf(
    git(['status', '-z', '--porcelain=v2', '--untracked-files=all', '--no-renames', '--ignore-submodules=none']),
  )) {
    if (line.startsWith('# ')) continue
    if (line.startsWith('? ')) {
      const path = line.slice(2)
      // A repository inside this one, of which this one knows nothing.
      if (path.endsWith('/')) modules.set(path.slice(0, -1), undefined)
      else paths.add(prefix + path)
      continue
    }
    const { path, module, head } = entryOf(line)
    if (!module) paths.add(prefix + path)
    else if (!modules.has(path)) modules.set(path, head)
  }
  for (const [path, old] of modules) {
    const folder = join(root, path)
    paths.delete(prefix + path)
    if (isThere(folder)) collectModule(folder, `${prefix}${path}/`, old, paths)
    else paths.add(prefix + path)
  }
}

/** One line of `git status --porcelain=v2`: `1 <XY> <sub> <mH> <mI> <mW> <hH> <hI> <path>`, or with `u` and ten fields. */
function entryOf(line: string): { path: string; module: boolean; head: string | undefined } {
  const fields = line.split(' ')
  const before = line.startsWith('u ') ? 10 : 8
  const head = before === 8 && fields[3] === GITLINK ? fields[6]! : undefined
  return {
    path: fields.slice(before).join(' '),
    module: fields[2]!.startsWith('S'),
    head: head === undefined || ZERO.test(head) ? undefined : head,
  }
}

/** The files of a repository inside another one. One that was not checked out has none. */
function collectModule(folder: string, prefix: string, since: string | undefined, paths: Set<string>): void {
  const env = without(LOCAL)
  const git: Git = (args) => run(folder, args, env)
  if (!lstatSync(folder).isDirectory()) {
    paths.add(prefix.slice(0, -1))
    return
  }
  if (!existsSync(join(folder, '.git'))) return
  const known = since !== undefined && ask(folder, ['cat-file', '-e', `${since}^{commit}`], env).status === 0
  collect(git, folder, prefix, known ? since : undefined, paths)
  if (known) return
  // New, or its old commit was not fetched: any of its files may differ.
  for (const path of fieldsOf(git(['ls-files', '-z']))) paths.add(prefix + path)
}

const fieldsOf = (output: string): string[] => output.split('\0').slice(0, -1)

// ------------------------------------------------------------------------------------------------------- the base

/** What can be no name of a commit, or is an option of git. */
function refuseNoName(base: string): void {
  if (base.trim() === '')
    throw new UsageError('--changed 后面是空的', `${UNSET}；只比较还没有提交的改动，就只写 --changed`)
  if (base.startsWith('-') || /[\0-\x1f\x7f]/.test(base))
    throw new UsageError(`--changed 的基准不能是“${base}”`, '请写分支、标签或提交，如 --changed origin/main')
  if (/^0{7,}$/.test(base))
    throw new UsageError(
      '--changed 的基准全是 0：这个分支是新推送的，没有上一次提交可以比较',
      '请改用主分支，如 --changed origin/main',
    )
}

const UNSET = '请检查变量是不是没有取值（如 GITHUB_BASE_REF 只在合并请求中才有，CI_MERGE_REQUEST_DIFF_BASE_SHA 也是）'

/** The commit at which HEAD and `base` parted. */
function mergeBase(git: Git, base: string, cwd: string): string {
  const common = trying(git, ['merge-base', `${base}^{commit}`, 'HEAD'])
  if (common !== undefined) return common.trim()
  const isCommit = (name: string) => trying(git, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) !== undefined
  if (!isCommit('HEAD'))
    throw new UsageError('这个仓库的当前分支还没有提交，不能与别的提交比较', '请先提交，或只写 --changed')
  if (!isCommit(base)) throw unknownBase(git, base, cwd)
  throw isShallow(git)
    ? new UsageError(`只取了一部分历史，找不到当前分支与 ${base} 从哪里分开`, DEEPEN)
    : new UsageError(`当前分支与 ${base} 没有共同的历史，不能比较`, '请换一个基准，如主分支 origin/main')
}

const DEEPEN =
  '请取全部历史：GitHub Actions 在 actions/checkout 下写 fetch-depth: 0，GitLab CI 写 GIT_DEPTH: 0；在本机运行 git fetch --unshallow'

function unknownBase(git: Git, base: string, cwd: string): UsageError {
  if (isThere(resolve(cwd, base)))
    return new UsageError(
      `--changed 后面的 ${base} 不是分支、标签或提交，而是文件`,
      `请把它写在 --changed 前面，或写明基准：--changed HEAD ${base}`,
    )
  const said = `仓库里找不到 --changed 的基准 ${base}`
  if (base.endsWith('/')) return new UsageError(said, UNSET)
  const [, from] = /^(.*?)\.{2,3}/.exec(base) ?? []
  if (from !== undefined)
    return new UsageError(said, `基准只写起点，不写范围：--changed ${from === '' ? 'HEAD' : from}`)
  const names = git(['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags']).split(
    '\n',
  )
  const near = names.find((name) => name === `origin/${base}`) ?? nearest(base, names.filter(Boolean))
  if (isShallow(git))
    return new UsageError(`${said}：只取了一部分历史`, `${DEEPEN}${near ? `；或者，是不是 ${near}？` : ''}`)
  return new UsageError(
    said,
    near ? `是不是 ${near}？` : `请先取来：git fetch ${remoteOf(base)}；分支、标签、提交都可以作基准`,
  )
}

/** origin/main → origin main */
const remoteOf = (base: string) => /^origin\/[\w./-]+$/.exec(base)?.[0].replace('/', ' ') ?? 'origin'

const isShallow = (git: Git) => trying(git, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true'

// ----------------------------------------------------------------------------------------------------- running git

type Environment = Readonly<Record<string, string | undefined>>

/** What ties git to one repository. */
const LOCAL = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
  'GIT_NAMESPACE',
]

/** The surroundings of this program, without some of it; git speaks English, takes no lock and fetches nothing. */
function without(names: readonly string[]): Environment {
  const env: Record<string, string | undefined> = {
    ...process.env,
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  }
  for (const name of names) delete env[name]
  return env
}

/**
 * A hook is given GIT_DIR, and git then takes the current folder for the top of the repository, wherever the hook may have gone.
 * Where git finds the same repository by itself, it is left to do so.
 */
function settled(cwd: string): Environment {
  const { GIT_DIR, GIT_WORK_TREE } = process.env
  // Both are relative to where git was called, and the rest is asked from the top.
  const told = {
    ...without([]),
    ...(GIT_DIR !== undefined && { GIT_DIR: resolve(cwd, GIT_DIR) }),
    ...(GIT_WORK_TREE !== undefined && { GIT_WORK_TREE: resolve(cwd, GIT_WORK_TREE) }),
  }
  if (GIT_DIR === undefined || GIT_WORK_TREE !== undefined) return told
  const alone = without(['GIT_DIR'])
  const found = ask(cwd, ['rev-parse', '--absolute-git-dir'], alone)
  const top = ask(cwd, ['rev-parse', '--show-toplevel'], alone)
  if (found.status !== 0 || top.status !== 0) return told
  const same = [cwd, line(top.output)].some(
    (folder) => realPath(resolve(folder, GIT_DIR)) === realPath(line(found.output)),
  )
  return same ? alone : told
}

function topOf(cwd: string, env: Environment): string {
  const { status, output, error } = ask(cwd, ['rev-parse', '--show-toplevel'], env)
  if (status === 0) return resolve(line(output))
  if (/must be run in a work tree/.test(error))
    throw new UsageError('当前文件夹是 Git 仓库的内部（或裸仓库），没有文稿', '请换到仓库中存放文稿的文件夹')
  throw failure(error, cwd)
}

/** The output of git. Throws `UsageError` where it fails. */
function run(folder: string, args: readonly string[], env: Environment): string {
  const { status, output, error } = ask(folder, args, env)
  if (status === 0) return output
  if (status === 129) throw new UsageError('git 版本过低，不能用 --changed', '请安装 2.18 或更高的版本')
  throw failure(error, folder)
}

/** The same, undefined where git says no. */
function trying(git: Git, args: readonly string[]): string | undefined {
  try {
    return git(args)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

function ask(folder: string, args: readonly string[], env: Environment) {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...args], {
    env,
    // Windows looks for the program in this folder first: never in one that came with the documents.
    cwd: dirname(process.execPath),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  })
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOENT')
    throw new UsageError('--changed 要用 git，这台电脑上没有找到', '请安装 git 并加入 PATH，或去掉 --changed')
  if (error) throw new UsageError(`git 无法运行（${code ?? error.message}）`, '请检查 git 能否在命令行中运行')
  return { status, output: stdout.toString('utf8'), error: stderr.toString('utf8') }
}

/** What git says on standard error, for the user. */
function failure(error: string, folder: string): UsageError {
  if (/dubious ownership/.test(error))
    return new UsageError(
      `git 不肯读取 ${shownPath(folder)}：它属于另一个用户`,
      `容器中常见。确认仓库可信后运行：git config --global --add safe.directory ${shownPath(folder)}`,
    )
  if (/not a git repository/i.test(error))
    return new UsageError(
      `--changed 只能用于 Git 仓库，${shownPath(folder)} 不在仓库中`,
      process.env.GIT_DIR === undefined
        ? '请换到仓库中运行，或去掉 --changed'
        : '环境变量 GIT_DIR 指向的不是仓库，请改正或清除',
    )
  const said = error.trim().split('\n').at(-1) ?? ''
  return new UsageError(`git 出错：${said || '没有说明原因'}`, '请先让 git status 能正常运行，再用 --changed')
}

/** One line, without its end. */
const line = (output: string) => output.replace(/\r?\n$/, '')

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    // A file may stand where a folder was; what is out of reach is there.
    return !['ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  } catch {
    return false
  }
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
