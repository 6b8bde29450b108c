/** `--annotate` and `--suggest`: copies with comments, in a folder of their own. No original is ever written. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Host, type Report, UnreadableError, UsageError, type View } from '../core.ts'
import { COPIES } from '../files/discovery.ts'
import { makeFolder } from '../make-folder.ts'
import { annotate, isOwnCopy, type Suggested, suggestions } from '../mending/annotating.ts'
import { watch } from '../mending/fixing.ts'
import { globBase, isGlob, whyNotWritten } from '../paths.ts'
import type { CheckResult, Session } from '../session/session.ts'
import { commonFolder, copyNames, isInside, withNumber } from './copy-names.ts'
import type { Flags } from './flags.ts'
import type { OpenOn, Surroundings } from './surroundings.ts'
import { tidyDrafts, writeNew, writeWhole } from './whole-files.ts'

/** A run that writes copies. */
export interface Copies {
  /** To be linted with: it remembers what was read. */
  readonly session: Session
  /** Writes a copy of each file of the report, and says where; an error for each that could not be written. */
  write(report: Report, view: View, say: (kind: '错误' | '注意', text: string) => void): Promise<void>
}

/** What file managers leave in a folder that is empty to its owner. */
const LITTER = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i

/** Looks whether the folder can take the copies. `sessionOn` opens a session on a host; standard input is a file of it; `counting`: see `countedBy`. Throws `UsageError`. */
export async function openCopies(
  paths: readonly string[],
  { annotate: folder = '', suggest = false, unsafeFixes = false }: Flags,
  sessionOn: OpenOn,
  counting: () => Promise<(result: CheckResult) => Report>,
  stdin: { readonly name: string; readonly bytes: Uint8Array } | undefined,
  io: Surroundings,
): Promise<Copies> {
  const { cwd } = io.host
  if (folder.trim() === '') throw new UsageError('--annotate 后面是空的', '请写明存放副本的文件夹')
  const root = resolve(cwd, folder)
  const named = paths.filter((path) => path !== stdin?.name)
  for (const path of named)
    if (
      isInside(real(root), real(resolve(cwd, isGlob(path) && io.host.kind(path) === 'missing' ? globBase(path) : path)))
    )
      throw new UsageError(`要检查的 ${path} 就在 --annotate ${folder} 里`, '副本不能与文稿放在一起，请换一个文件夹')
  refuseFolder(folder, root)

  const host = stdin ? withPiped(io.host, stdin) : io.host
  const { watched, isUnchanged } = watch(host)
  return {
    session: sessionOn(watched, { piped: false }),
    async write(report, view, say) {
      const linted = report.files.filter(({ genre }) => genre !== null)
      if (linted.length === 0) return
      const { edits, notices }: Suggested = suggest
        ? await suggestions((on) => sessionOn(on, { piped: false }), host, paths, report, unsafeFixes, await counting())
        : { edits: new Map(), notices: [] }
      for (const { text } of notices) say('注意', text)
      const absolute = (path: string) => resolve(cwd, path)
      const names = copyNames(
        linted.map(({ path }) => absolute(path)),
        commonFolder(stdin ? ['.', ...named] : named, host),
      )
      prepare(folder, root)
      const done: string[] = []
      const used = new Set<string>()
      let tracked = 0
      for (const file of linted) {
        const { path } = file
        try {
          const bytes = host.read(path)
          if (!isUnchanged(path, bytes))
            throw new UnreadableError('在检查期间被改动', '请关闭正在编辑它的程序，再运行一次')
          const copy = await annotate(
            bytes,
            file,
            edits.get(path) ?? [],
            view,
            absolute(path),
            `${io.today()}T00:00:00Z`,
          )
          const wanted = names.get(absolute(path))!
          const name = put(root, wanted, absolute(path), copy.bytes, used)
          done.push(name)
          tracked += copy.tracked
          if (name !== wanted)
            say('注意', `${folder} 中的 ${wanted} 已被改动，或者不是这份文稿的副本，没有覆盖；新副本是 ${name}`)
          if (copy.untracked > 0) say('注意', `${path}：有 ${copy.untracked} 处改正不能写成修订，请按批注修改`)
        } catch (error) {
          if (error instanceof UnreadableError)
            say('注意', `${path}：没有做批注副本，${error.message}；${error.remedy}`)
          else if (error instanceof UsageError)
            say('错误', `${path}：没有做批注副本，${error.message}；${error.remedy}`)
          else throw error
        }
      }
      if (done.length > 0)
        say(
          '注意',
          `已在 ${folder} 中写入 ${done.length} 份批注副本${suggest ? `，其中有 ${tracked} 处修订` : ''}；原稿没有改动`,
        )
    },
  }
}

/** Standard input as a file, so that it can be read more than once. */
function withPiped(host: Host, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Host {
  return {
    ...host,
    read: (path) => (path === name ? bytes : host.read(path)),
    kind: (path) => (path === name ? 'file' : host.kind(path)),
    stat: (path) => (path === name ? undefined : host.stat?.(path)),
  }
}

/** Where a path leads to, as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(real(parent), path.slice(parent.length).replace(/^[\\/]/, ''))
  }
}

/** The folder is for copies alone: what lies in it is passed over when folders are linted. */
function refuseFolder(folder: string, root: string): void {
  let names: string[]
  try {
    const stat = statSync(root, { throwIfNoEntry: false })
    if (!stat) return
    if (!stat.isDirectory()) throw new UsageError(`--annotate ${folder} 不是文件夹`, '请换一个名称')
    names = readdirSync(root)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--annotate ${folder} 无法使用（${whyNotWritten(error)}）`, '请换一个文件夹')
  }
  if (!names.includes(COPIES) && names.some((name) => !LITTER.test(name)))
    throw new UsageError(
      `文件夹 ${folder} 里已经有别的文件`,
      '批注副本要单独存放，请换成新的或空的文件夹，或者以前存放批注副本的文件夹',
    )
}

function prepare(folder: string, root: string): void {
  try {
    makeFolder(root)
    tidyDrafts(root)
    const mark = join(root, COPIES)
    if (!statSync(mark, { throwIfNoEntry: false })) writeNew(mark, join(folder, COPIES), MARK)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      `无法建立文件夹 ${folder}（${whyNotWritten(error)}）`,
      '请检查上一级文件夹是否有写入权限、磁盘是否已满',
    )
  }
}

const MARK = '这个文件夹由 burden-lint --annotate 建立，里面是带批注的副本。检查上一级文件夹时，会跳过这里。\n'

/** Writes one copy under the name that it should have; under another where something is there that is not an untouched copy of the same draft. Returns the name. */
function put(root: string, wanted: string, source: string, bytes: Uint8Array, used: Set<string>): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : withNumber(wanted, n)
    const target = join(root, ...name.split('/'))
    const key = name.normalize('NFC').toLowerCase()
    if (used.has(key)) continue
    try {
      makeFolder(dirname(target))
      if (!isInside(realpathSync(root), realpathSync(dirname(target))))
        throw new UsageError(`${name} 会写到文件夹外面去`, '请检查其中的链接，或者换一个文件夹')
      const old = lstatSync(target, { throwIfNoEntry: false })
      if (old && !(old.isFile() && isOwnCopy(readFileSync(target), source))) continue
      used.add(key)
      if (old) writeWhole(target, bytes, old)
      else writeNew(target, name, bytes)
      return name
    } catch (error) {
      if (error instanceof UsageError) throw error
      throw new UsageError(
        `无法写入 ${name}（${whyNotWritten(error)}）`,
        '请在 Word 或 WPS 中关闭它，并检查是否有写入权限、磁盘是否已满',
      )
    }
  }
}
