/** What annotated copies are called: as the drafts they are made of, below the folder that all of these lie in. */
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { Host } from '../core.ts'
import { globBase, isGlob, slashed } from '../paths.ts'

/** The folder that everything named on the command line lies in; '' where there is none (other Windows drives). Absolute. */
export function commonFolder(paths: readonly string[], { cwd, kind }: Pick<Host, 'cwd' | 'kind'>): string {
  const folders = paths.map((path) => {
    const at = kind(path)
    const folder = at === 'folder' ? path : at === 'missing' && isGlob(path) ? globBase(path) : dirname(path)
    return resolve(cwd, folder)
  })
  let common = folders[0] ?? cwd
  while (!folders.every((folder) => isInside(common, folder))) {
    const parent = dirname(common)
    if (parent === common) return ''
    common = parent
  }
  return common
}

/** Does `path` lie in `folder`, or is it that? Both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way))
}

const WORD = /\.(?:docx|docm|dotx|dotm)$/i
/** Bytes of a name; the longest that file systems allow is 255, and a number may be added. */
const LONGEST = 240

/**
 * A name for each file (absolute paths), `/` between folders, relative to the folder of the copies. No two are the same, whatever the letters' case; none can leave
 * that folder, and all can be written on Windows. A Word file has the first right to its name; another that would have the same keeps its ending: 报告.txt.docx.
 */
export function copyNames(files: readonly string[], root: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const ways = files.map((file) =>
    slashed(root === '' ? file : relative(root, file))
      .split('/')
      .filter(Boolean)
      .map(safe),
  )
  // No file may be called as a folder that another lies in.
  for (const way of ways) for (let i = 1; i < way.length; i++) taken.add(keyOf(way.slice(0, i).join('/')))
  const give = (file: string, wanted: readonly string[]) => {
    let name = wanted.find((one) => !taken.has(keyOf(one)))
    for (let n = 2; name === undefined; n++) {
      const numbered = withNumber(wanted.at(-1)!, n)
      if (!taken.has(keyOf(numbered))) name = numbered
    }
    taken.add(keyOf(name))
    names.set(file, name)
  }
  const order = files.map((file, i) => ({ file, way: ways[i]! }))
  for (const { file, way } of order) if (WORD.test(file)) give(file, [way.join('/')])
  for (const { file, way } of order) if (!WORD.test(file)) give(file, [renamed(way, /\.[^.]*$/), renamed(way, /$^/)])
  return names
}

/** The same name with a number before its ending. */
export const withNumber = (name: string, n: number): string =>
  name.replace(/(\.[^./]*)?$/, (ending) => `-${n}${ending}`)

const keyOf = (name: string) => name.normalize('NFC').toLowerCase()

function renamed(way: readonly string[], ending: RegExp): string {
  const name = way.at(-1)!
  const stem = name.replace(ending, '')
  return [...way.slice(0, -1), `${shortened(stem === '' ? name : stem)}.docx`].join('/')
}

/** A part of a path that every file system takes. */
function safe(part: string): string {
  const name = part
    .replace(/[<>:"|?*\\\0-\x1f\x7f]/g, '_')
    .replace(/^\.+$/, '_')
    .replace(/[. ]+$/, '_')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `_${name}` : name
}

function shortened(stem: string): string {
  let chars = [...stem]
  while (Buffer.byteLength(chars.join('')) > LONGEST) chars = chars.slice(0, -1)
  return chars.join('')
}
