/** `--fix` and `--diff`: drafts mended, or shown as they would be. */
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff'
import { type Language, type Settings, UsageError } from '../core.ts'
import type { Change, Fixed } from '../mending/fixing.ts'
import { compileGlobs, whyNotWritten } from '../paths.ts'
import { sanitise } from '../reporters/terminal.ts'
import { INVISIBLE } from '../text/invisible.ts'
import type { Surroundings } from './surroundings.ts'
import { tidyDrafts, writeWhole } from './whole-files.ts'

/** What was mended without the superior documents of the run: those are somebody else's, though they may lie among the drafts. */
export async function withoutSuperiors(
  fixed: Fixed,
  { superiors, pairs, root }: Settings,
  against: readonly string[],
  { host: { cwd } }: Surroundings,
): Promise<Fixed> {
  const tests = await Promise.all([
    compileGlobs(against, { root: cwd, cwd }),
    compileGlobs([...superiors, ...pairs.flatMap(({ superior }) => superior)], { root, cwd, anywhere: true }),
  ])
  const isSuperior = (path: string) =>
    [path, realpathSync(resolve(cwd, path))].some((name) => tests.some((fits) => fits(name)))
  const spared = fixed.changes.filter(({ path }) => isSuperior(path))
  return {
    ...fixed,
    changes: fixed.changes.filter((change) => !spared.includes(change)),
    notices: [...fixed.notices, ...spared.map(({ path }) => ({ path, text: `${path}：是上级文件，没有修正` }))],
  }
}

/**
 * Puts the mended file in the place of the draft, whole or not at all; never over a draft that somebody changed in the meantime, or that is read-only.
 * False where the file was mended under another name already. Throws `UsageError`.
 */
export function replaceDraft({ path, before, after }: Change, { host }: Surroundings): boolean {
  try {
    // A link stays a link: what it leads to is written.
    const target = realpathSync(resolve(host.cwd, path))
    const now = readFileSync(target)
    if (now.equals(after)) return false
    if (!now.equals(before))
      throw new UsageError(`${path} 在检查期间被改动，没有修正`, '请关闭正在编辑它的程序，再运行一次')
    const old = statSync(target)
    // A new file could be put in its place all the same: the folder decides on that.
    if ((old.mode & 0o222) === 0) throw new UsageError(`${path} 是只读文件，没有修正`, '要修正，请先取消只读')
    accessSync(target, constants.W_OK)
    const owner = ownerFileOf(target)
    if (owner !== undefined)
      throw new UsageError(
        `${path} 看来正被 Word、WPS 或 LibreOffice 打开着（旁边有 ${owner}），没有修正`,
        `请先关闭它；确认没有人打开的，删去 ${owner} 再运行一次`,
      )
    writeWhole(target, after, old)
    return true
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      `无法写入 ${path}（${whyNotWritten(error)}），原稿没有改动`,
      '请在 Word 或 WPS 中关闭它，并检查是否有写入权限、磁盘是否已满',
    )
  }
}

/** What an office program puts beside a document as long as it has it open: Word, WPS, LibreOffice. Not every system keeps others from writing meanwhile. */
function ownerFileOf(target: string): string | undefined {
  const name = basename(target)
  const owners = [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~${name}`, `.~lock.${name}#`]
  return owners.find((owner) => existsSync(join(dirname(target), owner)))
}

/** Takes away what killed writes left where the drafts really lie. */
export function tidyAround(changes: readonly Change[], { host }: Surroundings): void {
  const folders = changes.flatMap(({ path }) => {
    try {
      return [dirname(realpathSync(resolve(host.cwd, path)))]
    } catch {
      // Whoever writes it will say so.
      return []
    }
  })
  for (const folder of new Set(folders)) tidyDrafts(folder)
}

/** Lines of context around a change: a paragraph is one line, and long. */
const CONTEXT = 1

/** The changes as one unified patch. `terminal`: whoever looks at it sees what is invisible, and nothing steers the terminal; else it fits the files. */
export function patchOf(
  changes: readonly Change[],
  { color, terminal, language }: { readonly color: boolean; readonly terminal: boolean; readonly language: Language },
): string {
  return changes
    .map(({ path, texts: [before, after] }) => {
      const patch = structuredPatch(path, path, before, after, '', '', { context: CONTEXT })
      // The library writes Chinese names as numbers.
      return [
        `--- ${sanitise(path)}`,
        `+++ ${sanitise(path)}${language === 'zh' ? '（修正后）' : ' (mended)'}`,
        ...formatPatch(patch, OMIT_HEADERS).replace(/\n+$/, '').split('\n'),
      ]
    })
    .flatMap((lines) => lines.map((line, i) => `${painted(terminal ? shown(line) : line, i < 2, color)}\n`))
    .join('')
}

const ZERO_WIDTH = new RegExp(`[${INVISIBLE}]`, 'g')
const shown = (line: string): string =>
  sanitise(
    line
      .replace(/\r$/, '')
      .replace(ZERO_WIDTH, (char) => `\\u{${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}}`),
  )

function painted(line: string, isHeader: boolean, color: boolean): string {
  if (!color) return line
  if (isHeader) return `\u001b[1m${line}\u001b[22m`
  const paint = { '+': 32, '-': 31, '@': 36 }[line[0] ?? '']
  return paint === undefined ? line : `\u001b[${paint}m${line}\u001b[39m`
}
