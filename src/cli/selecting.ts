/** `--changed`: which documents have to be judged again when some files have changed, and which of them are reported. */
import { basename, dirname, resolve } from 'node:path'
import { configNames } from '../config/discovery.ts'
import { type Host, type Matchers, UnreadableError } from '../core.ts'
import { SUPERIOR_KEYS } from '../document.ts'
import { WAIVER_FILE } from '../files/waiver-file.ts'
import { reviewPaths } from '../pairs/review-file.ts'
import { isSpreadsheet } from '../parsers/sniff.ts'
import { isGlob, relativeTo } from '../paths.ts'
import type { SessionOptions } from '../session/session.ts'
import { type ChangedFiles, changedTest } from './changed.ts'
import { BASELINE_FILE } from './outcome.ts'

export interface Selecting {
  /** Undefined: everything, for the configuration itself has changed. */
  readonly select: SessionOptions['select']
  /** For the user, in Chinese. */
  readonly notice?: string
}

/**
 * A document is affected where it has changed, or a superior document or a review that it rests on. Registers are judged together: where one
 * has changed, all are reported. `own`: files that the configuration consists of, that of the waivers and the baseline. `against`: as on the command line.
 */
export function selecting(
  changes: ChangedFiles,
  matchers: Matchers,
  own: readonly string[],
  against: readonly string[],
  host: Host,
): Selecting {
  const { cwd } = host
  const is = changedTest(changes, cwd)
  if (own.some(is) || isLost(changes, own))
    return { select: undefined, notice: '配置、豁免或基线文件有改动，检查了全部文稿' }
  const all = [...changes.files, ...changes.deleted]
  const isTable = (path: string) => isSpreadsheet(path) || matchers.registerFor?.(path) !== undefined
  const tables = all.some(isTable)
  const isReference = (path: string) => matchers.isSuperior(path) || isBelow(path, against, cwd)
  const everyone = tables || all.some(isReference)
  // Whoever finds a superior document by searching its folder cannot rest on one that is gone, but rests on the folder.
  const emptied = new Set(changes.deleted.filter(isReference).flatMap((path) => foldersOf(path, cwd)))
  const isLess = (path: string) => emptied.has(relativeTo(cwd, resolve(cwd, path)))
  return {
    select(files) {
      const candidate = ({ path }: { readonly path: string }) =>
        everyone ||
        is(path) ||
        isTable(path) ||
        matchers.superiorsFor(path).length > 0 ||
        reviewPaths(path).some(is) ||
        namesSuperior(path, host)
      return {
        mine: new Set(files.filter(candidate).map(({ path }) => path)),
        together: true,
        isReported: ({ file, uses, isRegister }, isTogether) =>
          is(file.path) ||
          (tables && (isRegister || isTogether)) ||
          uses.some((group) => group.some((path) => is(path) || isLess(path))),
      }
    },
  }
}

/**
 * Has a configuration, the file of the waivers or the baseline gone from the current folder or one above it? What it said may have kept findings away. A
 * package.json that holds none may have lost it.
 */
function isLost({ files, deleted }: ChangedFiles, own: readonly string[]): boolean {
  const above = (path: string) => /^(?:\.\.\/)*[^/]+$/.test(path)
  const settings = new Set([...configNames, WAIVER_FILE, BASELINE_FILE])
  const isConfigured = own.some((path) => configNames.includes(basename(path)))
  return (
    deleted.some((path) => above(path) && settings.has(basename(path))) ||
    (!isConfigured && files.some((path) => above(path) && basename(path) === 'package.json'))
  )
}

/** The folders that a file lies in, up to the current one. */
function foldersOf(path: string, cwd: string): string[] {
  const folder = relativeTo(cwd, dirname(resolve(cwd, path)))
  const above = relativeTo(cwd, dirname(resolve(cwd, folder)))
  return folder === relativeTo(cwd, cwd) || folder === above ? [folder] : [folder, ...foldersOf(folder, cwd)]
}

/** Is it one of the files, or in one of the folders? A glob may mean any. */
function isBelow(path: string, entries: readonly string[], cwd: string): boolean {
  const here = relativeTo(cwd, resolve(cwd, path))
  return entries.some((entry) => {
    const there = relativeTo(cwd, resolve(cwd, entry))
    return isGlob(entry) || there === '' || there === '.' || here === there || here.startsWith(`${there}/`)
  })
}

const KEY = new RegExp(`^(?:${SUPERIOR_KEYS.join('|')})\\s*:`, 'm')

/** How much of a file its front matter is looked for in. Bytes. */
const HEAD = 4096

/** Does the front matter of a text name a superior document? */
function namesSuperior(path: string, host: Host): boolean {
  if (!/\.(?:md|markdown|txt)$/i.test(path)) return false
  try {
    const head = new TextDecoder().decode(host.read(path).subarray(0, HEAD))
    return /^\ufeff?---\r?\n/.test(head) && KEY.test(head)
  } catch (error) {
    if (error instanceof UnreadableError) return false
    throw error
  }
}
