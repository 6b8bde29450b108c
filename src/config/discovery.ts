/** Where a configuration and the preset files that it names lie. What reads them is loaded where there are any. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../core.ts'
import { slashed } from '../paths.ts'
import { nearest } from '../suggest.ts'
import { isGroup } from '../validate.ts'
import { display } from './display.ts'
import { groupsIn, isText, textsIn } from './raw.ts'

/** Names under which a configuration is found, strongest first. `package.json` counts when it has a key burdenLint. */
export const configNames: readonly string[] = [
  '.burdenrc',
  '.burdenrc.json',
  '.burdenrc.yaml',
  '.burdenrc.yml',
  'burden.config.json',
  'burden.config.yaml',
  'burden.config.yml',
  'package.json',
]

/** A configuration as it stands in its file: parsed, not validated. */
export interface FoundConfig {
  /** Absolute. */
  readonly file: string
  readonly raw: unknown
  /** Weaker ones in the same folder, of which nothing is used. Absolute. */
  readonly passedOver?: readonly string[]
}
/** The same, or one that was handed over and stands in no file: its paths are relative to the current folder. */
export type GivenConfig = Omit<FoundConfig, 'file'> & Partial<FoundConfig>

/**
 * The configuration for a folder: the nearest file in it or above it, up to a folder with `.git`. Files further up are
 * not merged in. `explicit` (`--config`) names the file instead. Throws `UsageError`.
 */
export async function findConfig(cwd: string, explicit?: string): Promise<FoundConfig | undefined> {
  if (explicit !== undefined) {
    const file = resolve(cwd, explicit)
    if (!exists(file)) throw missing(file, cwd)
    const raw = await read(file, cwd)
    if (raw !== undefined) return { file, raw }
    throw new UsageError(`${display(file, cwd)} 里没有 burdenLint 这一项`, '请加上 "burdenLint": {…}，或指定另一个文件')
  }
  for (const folder of searched(cwd)) {
    for (const [i, name] of configNames.entries()) {
      const file = join(folder, name)
      if (!isConfig(file)) continue
      const raw = await read(file, cwd)
      if (raw === undefined) continue
      const passedOver = configNames
        .slice(i + 1)
        .map((weaker) => join(folder, weaker))
        .filter(isConfig)
      return { file, raw, ...(passedOver.length > 0 && { passedOver }) }
    }
  }
  return undefined
}

/** The files that `findConfig` looks for, strongest first, there or not. Absolute. */
export const configPlaces = (cwd: string): string[] =>
  [...searched(cwd)].flatMap((folder) => configNames.map((name) => join(folder, name)))

/** The folder and those above it, up to one with `.git`. Absolute. */
function* searched(cwd: string): Iterable<string> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    yield folder
    if (exists(join(folder, '.git')) || dirname(folder) === folder) return
  }
}

/** A preset in a file of its own, as it stands there: parsed, not validated. */
export interface PresetFile {
  /** As the configuration or the command line names it. */
  readonly name: string
  /** Absolute. */
  readonly file: string
  readonly raw: unknown
}

/** A preset is named by its name, or by its file: `./某县.yaml`. */
export const isPresetFile = (name: string): boolean => /[\\/]|\.(?:json|ya?ml)$/i.test(name)

/**
 * Reads the preset files that are to be used: those of `--preset`, relative to `cwd`, else those of the configuration, relative to its
 * folder. Throws `UsageError`.
 */
export async function readPresetFiles(
  found: GivenConfig | undefined,
  flagged: readonly string[] | undefined,
  cwd: string,
): Promise<PresetFile[]> {
  const { presets } = isGroup(found?.raw) ? found.raw : { presets: undefined }
  const folder = flagged || found?.file === undefined ? cwd : dirname(found.file)
  const names = [...new Set(flagged ?? textsIn(presets))].filter(isPresetFile)
  const files = names.map((name) => resolve(folder, slashed(name)))
  const twice = files.find((file, i) => files.indexOf(file) < i)
  if (twice !== undefined)
    throw new UsageError(`规则集文件 ${display(twice, cwd)} 写了两次`, '请在 presets 或 --preset 里只写一次')
  return Promise.all(
    names.map(async (name) => {
      const file = resolve(folder, slashed(name))
      if (!exists(file)) {
        const { message } = missing(file, cwd)
        throw new UsageError(message.replace('配置文件', '规则集文件'), '请检查 presets 或 --preset 里的路径')
      }
      return { name, file, raw: await readPreset(file, cwd) }
    }),
  )
}

/**
 * Rules that only the configured preset files have, where `--preset` passes those over: the configuration may set them all the same. What cannot
 * be read is not used, either.
 */
export async function unusedRules(
  found: GivenConfig | undefined,
  flagged: readonly string[] | undefined,
  cwd: string,
): Promise<string[]> {
  if (!flagged || !isGroup(found?.raw) || found.file === undefined) return []
  const folder = dirname(found.file)
  const files = textsIn(found.raw.presets)
    .filter(isPresetFile)
    .map((name) => resolve(folder, slashed(name)))
  const presets = await Promise.all(files.map((file) => read(file, cwd).catch(() => undefined)))
  return presets
    .flatMap((preset) => (isGroup(preset) ? groupsIn(preset.phrases) : []).map(({ id }) => id))
    .filter(isText)
}

async function readPreset(file: string, cwd: string): Promise<unknown> {
  try {
    return await read(file, cwd)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const isEmpty = error.message.endsWith('是空的')
    throw new UsageError(
      error.message.replace('配置文件', '规则集文件'),
      isEmpty
        ? '请写上规则集的 title 和 caps、phrases'
        : error.remedy.includes('--config')
          ? '请检查 presets 或 --preset 里的路径'
          : error.remedy,
    )
  }
}

async function read(file: string, cwd: string): Promise<unknown> {
  const { readConfigFile } = await import('./reading.ts')
  return await readConfigFile(file, display(file, cwd))
}

const isConfig = (file: string): boolean => exists(file) && (basename(file) !== 'package.json' || mentions(file))

/** Is there anything of this name? A broken link counts: somebody wanted a configuration here. */
function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** Does a package.json speak of us at all? Others' broken files are none of our business. */
function mentions(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes('"burdenLint"')
  } catch {
    return false
  }
}

function missing(file: string, cwd: string): UsageError {
  let near: string | undefined
  try {
    near = nearest(basename(file), readdirSync(dirname(file)))
  } catch {
    // The folder does not exist either: nothing to suggest.
  }
  const offer = near === undefined ? '' : `，是不是 ${display(join(dirname(file), near), cwd)}？`
  return new UsageError(
    `找不到配置文件 ${display(file, cwd)}${offer}`,
    '请检查 --config 后面的路径；运行 burden-lint init 可以新建配置文件',
  )
}
