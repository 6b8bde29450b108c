/** What becomes of a run: the baseline, the reports, what is said beside them, and the exit code. */
import { join, posix, resolve } from 'node:path'
import { compileMatchers } from '../config/matchers.ts'
import {
  INTERRUPTED,
  type Registry,
  type Report,
  type Settings,
  type Severity,
  UsageError,
  type View,
} from '../core.ts'
import { atLeast, SEVERITIES } from '../lint.ts'
import { signed } from '../own-report.ts'
import { shownPath } from '../paths.ts'
import { loadReporter } from '../reporters/index.ts'
import { sanitise } from '../reporters/terminal.ts'
import { brokenOff, isNothingRead, remarksOf, tellingOf } from '../session/remarks.ts'
import type { CheckResult } from '../session/session.ts'
import { withFindings } from '../summary.ts'
import type { Flags, LintFlags, WantedReport } from './flags.ts'
import { deliver } from './output.ts'
import type { Surroundings } from './surroundings.ts'
import type { sayWritten } from './written.ts'

export interface Concluding {
  readonly result: CheckResult
  readonly flags: LintFlags
  readonly reports: readonly WantedReport[]
  readonly settings: Settings
  /** Files that the run rests on besides what it read: nothing may be written over them. */
  readonly own: readonly string[]
  /** What another run needs to join this part with the others. */
  readonly shard?: View['shard']
  /** What could not be done although it was asked for, and was said already; in Chinese. */
  readonly undone?: readonly string[]
  /** Does more with the report; what is an error then could not be done either. */
  readonly more?: (report: Report, view: View, say: (kind: Said, text: string) => void) => Promise<unknown>
  /** Further lines for standard error. */
  readonly lines?: () => readonly string[]
}

/** Delivers the reports and returns the exit code. Throws `UsageError`. */
export async function concluded(
  { result, flags, reports, settings, own, shard, undone = [], more, lines }: Concluding,
  io: Surroundings,
): Promise<number> {
  const baseline = await openBaseline(flags, settings, io)
  const update = flags.updateBaseline === true && result.left === 0
  if (flags.updateBaseline && !update) say(io, '错误', '检查中断，基线没有更新；请再运行一次，等它做完')
  // The first run that was to write it has none to compare with.
  const isNew = flags.updateBaseline === true && !update && io.host.kind(baseline?.file ?? '') === 'missing'
  const { report, notices } =
    baseline && !isNew ? baseline.compare(result, update) : { report: result.report, notices: [] }
  // What documents come to together is found when the parts are joined: a part cannot tell what is gone.
  const remarks = shard ? [] : notices
  const { errors, warnings, infos } = report.summary
  const shown = flags.quiet ? errorsOnly(report) : report
  const read = [...result.read, ...own]
  const written: string[] = []
  const telling = tellingOf(result, shown)
  // Reports say what comes of it, and it is said below them.
  const later: [kind: Said, text: string][] = []
  await more?.(report, viewOf(flags, result.rules, io), (...said) => later.push(said))
  const failed = [...undone, ...later.flatMap(([kind, text]) => (kind === '错误' ? [text] : []))]
  const problems = [...telling.problems, ...failed]
  try {
    for (const { name, file } of reports) {
      const to = file === undefined ? flags : { ...flags, outputFile: file, outputOption: `--format ${name}:` }
      // On a terminal they stand below the report; a file or a page that is passed on has nothing below it.
      const isPassedOn = to.outputFile !== undefined || name === 'html'
      const as = viewOf(to, result.rules, io, {
        ...(isPassedOn && { notices: telling.notices }),
        ...((isPassedOn || name !== 'pretty') && problems.length > 0 && { problems }),
        ...(flags.changed !== undefined && { changedOnly: true }),
        ...(flags.quiet && { hidden: warnings + infos }),
        ...(shard !== undefined && { shard }),
      })
      const reporter = await loadReporter(name, as.color)
      const signing = { format: name, file: to.outputFile, language: as.language }
      if (deliver(signed(reporter(shown, as), signing), read, to, io)) written.push(to.outputFile!)
    }
    sayAside(result, io)
    for (const notice of remarks) say(io, '注意', notice)
  } finally {
    for (const [kind, text] of later) say(io, kind, text)
  }
  // Whoever sees a report need not be told of another one.
  if (written.length > 0 && written.length === (flags.format?.length ?? 1)) {
    const { checked, sayWritten } = await import('./written.ts')
    sayWritten(written, checked(report, result.unreadable), flags, io)
  }
  if (flags.statistics || flags.debugGenre || lines) {
    const { genreLines, statistics } = await import('./insight.ts')
    for (const line of [
      ...(flags.debugGenre ? genreLines(report.files, flags.lang) : []),
      ...(flags.statistics ? statistics(report, result.rules, flags.lang) : []),
      ...(lines?.() ?? []),
    ])
      io.stderr.write(`${sanitise(line)}\n`)
  }
  if (result.left > 0) return INTERRUPTED
  if (failed.length > 0 || isBroken(result)) return 2
  // What somebody answers for is told as information, and fails nothing.
  const open = infos - (report.summary.waived ?? 0)
  const found: Readonly<Record<Severity, number>> = { error: errors, warning: warnings, info: open }
  const failing = SEVERITIES.some((severity) => found[severity] > 0 && atLeast(severity, settings.failOn))
  // Errors fail the run whatever the warnings come to.
  const tooMany = errors === 0 && tooManyWarnings(warnings, flags, settings, io)
  return failing || tooMany ? 1 : 0
}

/** Are there more warnings than allowed? Says so where there are. */
export function tooManyWarnings(
  warnings: number,
  flags: Flags,
  { maxWarnings }: Settings,
  { stderr }: Surroundings,
): boolean {
  if (maxWarnings === undefined || warnings <= maxWarnings) return false
  const limit = flags.maxWarnings === undefined ? '配置里 maxWarnings 规定的' : ' --max-warnings'
  stderr.write(`警告 ${warnings} 个，超过${limit} ${maxWarnings}\n`)
  return true
}

/** The reports that are wanted, `pretty` if none is named. Throws `UsageError` where two of them would go to one place. */
export function reportsOf({ format = [{ name: 'pretty' }], outputFile }: LintFlags, { host }: Surroundings) {
  const places = new Set<string>()
  for (const { file = outputFile } of format) {
    const place = file === undefined ? '' : resolve(host.cwd, file)
    if (places.has(place))
      throw new UsageError(
        `有两份结果都要写到${file === undefined ? '标准输出' : ` ${file}`}`,
        '请分别指定文件，如 --format sarif:结果.sarif --format pretty',
      )
    places.add(place)
  }
  return format
}

/** A baseline that is used where it is there, beside the configuration (or in the current folder). */
export const BASELINE_FILE = '.burden-baseline.json'

/** The baseline of a run; undefined where there is none. Absolute. */
export function baselineOf(flags: Flags, { root }: Settings, { host }: Surroundings): string | undefined {
  if (flags.baseline === '') throw new UsageError('--baseline 后面是空的', '请写明文件名')
  if (flags.baseline !== undefined) return resolve(host.cwd, flags.baseline)
  const usual = posix.join(shownPath(root), BASELINE_FILE)
  return flags.updateBaseline || host.kind(usual) !== 'missing' ? usual : undefined
}

/** Which paths a run that updates its baseline knows only from there. Throws `UsageError`. */
export async function goneOf(
  flags: Flags,
  settings: Settings,
  io: Surroundings,
): Promise<((path: string) => boolean) | undefined> {
  const file = flags.updateBaseline ? baselineOf(flags, settings, io) : undefined
  return file === undefined ? undefined : (await import('./baseline.ts')).knownBy(file, io)
}

/** What counts of a run: all that the baseline does not know. Throws `UsageError`. */
export async function countedBy(
  flags: Flags,
  settings: Settings,
  io: Surroundings,
): Promise<(result: CheckResult) => Report> {
  const baseline = await openBaseline(flags, settings, io)
  return baseline ? (result) => baseline.compare(result, false).report : ({ report }) => report
}

/** The baseline of a run, and how a run is held against it: see `withBaseline`. Undefined where there is none. */
async function openBaseline(flags: Flags, settings: Settings, io: Surroundings) {
  const file = baselineOf(flags, settings, io)
  if (file === undefined) return undefined
  const { withBaseline } = await import('./baseline.ts')
  const { settingsFor } = await compileMatchers(settings, io.host.cwd)
  return {
    file,
    compare: (result: CheckResult, update: boolean) =>
      withBaseline(result, file, update, { settingsFor, off: settings.off ?? [] }, io),
  }
}

export const isBroken = (result: CheckResult) =>
  result.failures.length > 0 || result.unreadable > 0 || result.problems.length > 0 || isNothingRead(result)

/** As package.json has it. */
export const versionOf = ({ host, root }: Surroundings): string =>
  JSON.parse(new TextDecoder().decode(host.read(join(root, 'package.json')))).version

/** A copy of it (`{ ...view }`) would read the version. */
export function viewOf(
  flags: Flags,
  rules: Registry,
  io: Surroundings,
  more: Pick<View, 'hidden' | 'shard' | 'notices' | 'problems' | 'changedOnly'> = {},
): View {
  const { stdout, env } = io
  const terminal = stdout.isTTY === true && flags.outputFile === undefined && env.TERM !== 'dumb'
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
  return {
    language: flags.lang,
    color: flags.color && !env.NO_COLOR && (terminal || forced) && flags.outputFile === undefined,
    width: stdout.columns ?? 80,
    rules,
    whole: flags.outputFile !== undefined && flags.outputFile !== '-',
    ...more,
    // Few reports want it.
    get version() {
      return versionOf(io)
    },
  }
}

/** --quiet: only errors are shown; the exit code is that of the whole. */
export function errorsOnly({ files, summary: { waived: _, ...summary } }: Report): Report {
  return {
    files: files.map((file) =>
      withFindings(
        file,
        file.diagnostics.filter((d) => d.severity === 'error'),
      ),
    ),
    summary: { ...summary, warnings: 0, infos: 0 },
  }
}

type Said = '错误' | '注意' | '内部错误'

/** Standard error is a terminal too: nothing from a document or a path may steer it. */
export const say = ({ stderr }: Surroundings, kind: Said, text: string) => stderr.write(`${kind}：${sanitise(text)}\n`)

/** Says that the one report of a command lies in its file. */
export async function told(what: Parameters<typeof sayWritten>[1], flags: Flags, io: Surroundings): Promise<void> {
  const { sayWritten } = await import('./written.ts')
  sayWritten([flags.outputFile!], what, flags, io)
}

/** What is not the report: on standard error. */
export function sayAside(result: CheckResult, io: Surroundings): void {
  const { left, report } = result
  if (left > 0) say(io, '注意', `${brokenOff(left)}，以上只是已检查的 ${report.files.length} 个文件的结果`)
  sayRemarks(remarksOf(result), io)
}

export function sayRemarks({ problems, notices, faults }: ReturnType<typeof remarksOf>, io: Surroundings): void {
  for (const problem of problems) say(io, '错误', problem)
  for (const notice of notices) say(io, '注意', notice)
  for (const fault of faults) say(io, '内部错误', fault)
}
