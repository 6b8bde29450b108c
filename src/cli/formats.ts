/** What the name of a report file says about its format: the one that is meant, or that another was asked for. */
import { UsageError } from '../core.ts'
import { reporterNames } from '../reporters/index.ts'
import { DOCUMENT } from './earlier-reports.ts'
import type { LintFlags, ReportFlags } from './flags.ts'

/** By extension: the formats that go with it, the one that it means by itself first. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  html: ['html'],
  htm: ['html'],
  md: ['markdown'],
  markdown: ['markdown'],
  json: ['json', 'ndjson', 'sarif', 'gitlab', 'rdjson'],
  ndjson: ['ndjson'],
  jsonl: ['ndjson'],
  sarif: ['sarif'],
  xml: ['junit', 'checkstyle'],
  csv: ['csv'],
  xlsx: ['xlsx'],
}
/** Whatever is text may stand in these; by themselves they mean what people read. */
const TEXT: readonly string[] = ['txt', 'text', 'log']
const READABLE: readonly string[] = ['pretty', 'markdown']

/** The extension to propose for a format that is not its own extension. */
const USUAL: Readonly<Record<string, string>> = {
  pretty: 'txt',
  concise: 'txt',
  github: 'txt',
  markdown: 'md',
  gitlab: 'json',
  rdjson: 'json',
  junit: 'xml',
  checkstyle: 'xml',
}
const usualOf = (format: string): string => USUAL[format] ?? format

/** Of the last name in a path, in small letters; empty where there is none. */
const extensionOf = (file: string): string => /[^\\/]\.([^.\\/]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''

const fits = (format: string, extension: string): boolean =>
  TEXT.includes(extension) ? format !== 'xlsx' : FITTING[extension]!.includes(format)

/** Does anybody know what such a file holds? */
const isTelling = (file: string, extension: string): boolean =>
  TEXT.includes(extension) || Object.hasOwn(FITTING, extension) || DOCUMENT.test(file)

/** What an extension means by itself, of the formats that there are: JSON is a format of its own, XML is not. */
function meantBy(extension: string, formats: readonly string[]): readonly string[] {
  const possible = (TEXT.includes(extension) ? READABLE : (FITTING[extension] ?? [])).filter((format) =>
    formats.includes(format),
  )
  return extension === 'xml' ? possible : possible.slice(0, 1)
}

const named = (formats: readonly string[]): string => formats.map((format) => `--format ${format}`).join(' 或 ')

/** The format that a file's name means, of those that there are; undefined where it says nothing. Throws `UsageError`. */
export function formatMeant(file: string, formats: readonly string[]): string | undefined {
  const extension = extensionOf(file)
  if (!isTelling(file, extension)) return undefined
  const [first, ...more] = meantBy(extension, formats)
  if (first === undefined && !TEXT.includes(extension)) throw cannotBe(file, extension, formats)
  if (more.length > 0)
    throw new UsageError(
      `-o ${file}：.${extension} 文件有几种`,
      `请写明是哪一种：${named(meantBy(extension, formats))}`,
    )
  return first
}

/** Throws `UsageError` where a file of that name holds something else, or nothing of ours. */
export function refuseMismatch(format: string, file: string, formats: readonly string[]): void {
  const extension = extensionOf(file)
  if (!isTelling(file, extension)) return
  if (meantBy(extension, formats).length === 0) throw cannotBe(file, extension, formats)
  if (fits(format, extension)) return
  const stem = file.slice(0, -extension.length)
  throw new UsageError(
    `--format ${format} 与文件名 ${file} 不一致`,
    `请把文件名改成 ${stem}${usualOf(format)}，或改用 ${named(meantBy(extension, formats))}`,
  )
}

function cannotBe(file: string, extension: string, formats: readonly string[]): UsageError {
  const possible = [...new Set(['txt', ...formats.map(usualOf)])]
  const annotated =
    formats.includes('sarif') && /^(?:do[ct][xm]?|wp[st]|rtf|odt)$/.test(extension)
      ? '；要在 Word 副本里写批注，检查时用 --annotate <文件夹>'
      : ''
  return new UsageError(
    `结果不能写成 .${extension} 文件：${file}`,
    `可以写成 ${possible.map((other) => `.${other}`).join('、')}${annotated}`,
  )
}

/** What --diff makes has one form, whatever --format says. */
const PATCH = ['diff']

/** The options of `lint` and `merge` with the format that -o means, where none is asked for. Throws `UsageError`. */
export function withReports(flags: LintFlags): LintFlags {
  const { format, outputFile, diff } = flags
  if (diff) {
    if (outputFile !== undefined) formatMeant(outputFile, PATCH)
    return flags
  }
  for (const { name, file = outputFile } of format ?? [])
    if (file !== undefined) refuseMismatch(name, file, reporterNames)
  if (outputFile === undefined) return flags
  if (format) {
    if (format.some(({ file }) => file === undefined)) return flags
    throw new UsageError(
      `没有用到 -o ${outputFile}：每个 --format 都写明了文件`,
      '请去掉 -o，或再加一个不写文件的 --format',
    )
  }
  const name = formatMeant(outputFile, reporterNames)
  return name === undefined ? flags : { ...flags, format: [{ name: name as (typeof reporterNames)[number] }] }
}

/** The same for commands that make one report, in one of `formats`. `asked`: somebody wrote --format. Throws `UsageError`. */
export function withFormat(flags: ReportFlags, formats: readonly string[], asked: boolean): ReportFlags {
  const { format, outputFile } = flags
  if (outputFile === undefined) return flags
  if (!asked) return { ...flags, format: formatMeant(outputFile, formats) ?? format }
  refuseMismatch(format, outputFile, formats)
  return flags
}
