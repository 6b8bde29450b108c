/** One run of the library: options → configuration, host and session → what was found. Prints nothing, and holds nothing between runs. */
import { resolve } from 'node:path'
import { catalogue } from '../../rules/groups/index.ts'
import { compileMatchers } from '../config/matchers.ts'
import { type FileReport, type Host, type Report, type Settings, UsageError, type View } from '../core.ts'
import { waiverFileOf } from '../files/waiver-file.ts'
import type { GenreAsked } from '../genre-names.ts'
import { nodeHost, today } from '../host.ts'
import { compileGlobs, type PathTest, relativeTo } from '../paths.ts'
import { remarksOf } from '../session/remarks.ts'
import { openSession } from '../session/session.ts'
import { genreAsked, settled } from '../session/settled.ts'
import { memoryHost, memoryOf } from './memory.ts'
import type { LintOptions, TextDocument } from './public.d.ts'

export interface Run {
  readonly report: Report
  readonly view: View
  readonly notices: readonly string[]
  readonly problems: readonly string[]
}

/** Rejects with `UsageError`, or with the reason of the signal. */
export async function run(options: LintOptions): Promise<Run> {
  try {
    return await judged(options)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(inOptions(error.message), inOptions(error.remedy))
  }
}

async function judged(options: LintOptions): Promise<Run> {
  const { documents, presets, rules, strict, against = [], lang = 'zh', signal } = options
  const cwd = resolve(options.cwd ?? process.cwd())
  const disk = nodeHost(cwd)
  if (disk.kind(cwd) !== 'folder') throw new UsageError(`cwd ${cwd} 不是文件夹`, '请写明已有的文件夹')
  const asOf = options.asOf ?? today()
  const genre = named(options.genre)
  const { settings, ...ruled } = await settled(
    {
      ...configOf(options.config),
      ...(presets && { preset: presets }),
      ...(rules && { rule: levels(rules) }),
      ...(strict !== undefined && { strict }),
      asOf,
    },
    catalogue,
    { host: disk, today },
  )
  const matchers = await compileMatchers(settings, cwd)
  const here = (path: string) => relativeTo(cwd, path)
  const byPath = new Map((documents ?? []).map((document) => [here(document.path), document]))
  const genres = new Map([...byPath].map(([key, document]) => [key, named(document.genre) ?? genre]))
  const session = openSession({
    host: documents ? await hostOf(options, documents, disk, settings) : disk,
    ...ruled,
    settings,
    matchers: {
      ...matchers,
      superiorsFor: (path) => [
        ...matchers.superiorsFor(path),
        ...(byPath.get(here(path))?.superiors ?? []).map((superior) => resolve(cwd, superior.path)),
      ],
    },
    against,
    genre: (path) => (documents ? genres.get(here(path)) : genre),
    asOf,
    // Of a signal a session only asks whether it is time. With one it lets others have their turn.
    signal: (signal as AbortSignal | undefined) ?? { aborted: false },
  })
  const result = await session.check(documents?.map(({ path }) => path) ?? options.files!)
  if (result.left > 0) signal?.throwIfAborted()
  const { problems, notices, faults } = remarksOf(result)
  return {
    report: { ...result.report, files: asGiven(result.report.files, documents ?? [], here) },
    view: { language: lang, color: false, width: 80, rules: result.rules },
    notices: [...(settings.notices ?? []), ...notices].map(inOptions),
    problems: [...problems, ...faults].map(inOptions),
  }
}

const named = (genre: string | undefined): GenreAsked | undefined =>
  genre === undefined ? undefined : genreAsked(genre)

/** A copy, so that a change while it is used does no harm. Throws `UsageError` where it holds what no configuration can. */
function configOf(config: LintOptions['config']): { readonly config?: string; readonly given?: unknown } {
  if (config === undefined) return {}
  if (typeof config === 'string') return { config }
  try {
    return { given: structuredClone(config) }
  } catch {
    throw new UsageError('config 里有函数之类的内容', '配置只能由文本、数字、true、false、列表和组构成')
  }
}

function levels(rules: NonNullable<LintOptions['rules']>): string[] {
  return Object.entries(rules).map(([id, level]) => {
    if (id.includes('=')) throw new UsageError(`rules：没有名为 ${id} 的规则`, "请写成 rules: { 规则: '等级' }")
    return `${id}=${level}`
  })
}

/** Of the disk, what the caller or the configuration names; with `disk` what documents name, too. */
async function hostOf(
  { against = [], disk: open = false }: LintOptions,
  documents: readonly TextDocument[],
  disk: Host,
  settings: Settings,
): Promise<Host> {
  const { cwd } = disk
  const { root, superiors, pairs } = settings
  const waivers = relativeTo(cwd, waiverFileOf(settings))
  const tests: readonly PathTest[] = [
    (path) => open || relativeTo(cwd, path) === waivers,
    await compileGlobs([...superiors, ...pairs.flatMap(({ superior }) => superior)], { root, cwd }),
    await compileGlobs(against, { root: cwd }),
  ]
  return memoryHost(disk, memoryOf(documents, cwd), (path) => tests.some((test) => test(path)))
}

/** Superior documents by the paths that they were given under, not as they lie relative to the current folder. */
function asGiven(
  files: readonly FileReport[],
  documents: readonly TextDocument[],
  here: (path: string) => string,
): readonly FileReport[] {
  const superiors = documents.flatMap((document) => document.superiors ?? [])
  const given = new Map(superiors.map(({ path }) => [here(path), path]))
  if (given.size === 0) return files
  return files.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.map((diagnostic) => ({
      ...diagnostic,
      related: diagnostic.related.map((related) => ({
        ...related,
        path: given.get(here(related.path)) ?? related.path,
      })),
    })),
  }))
}

const NAMES: Readonly<Record<string, string>> = {
  '--against': 'against',
  '--config': 'config',
  '--genre': 'genre',
  '--preset': 'presets',
  '--rule': 'rules',
}

/** Messages speak of the options of the command line: here they have other names. */
const inOptions = (text: string): string =>
  text.replace(/(?<![\w-])--(?:against|config|genre|preset|rule)(?![\w-])/g, (option) => NAMES[option]!)
