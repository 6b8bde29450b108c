/** The commands that read documents: lint, measures, count. */
import { dirname, join, posix, resolve } from 'node:path'
import { compile } from '../config.ts'
import {
  type Catalogue,
  type Registry,
  type Report,
  type Settings,
  UnreadableError,
  UsageError,
  type View,
} from '../core.ts'
import type { Fixed } from '../fixing.ts'
import { atLeast, type Clock } from '../lint.ts'
import { doubtful, verdict } from '../measures/share.ts'
import { shownPath } from '../paths.ts'
import { remarksOf } from '../remarks.ts'
import {
  loadCountReporter,
  loadMeasuresReporter,
  loadReporter,
  type MeasuresFormat,
  type TableFormat,
} from '../reporters/index.ts'
import { sanitise } from '../reporters/terminal.ts'
import { beginReview, reviewPaths } from '../review-file.ts'
import { type CheckResult, type MeasureResult, openSession, type SessionOptions } from '../session.ts'
import { settled } from '../settled.ts'
import type { Flags, LintFlags, ReportFlags } from './flags.ts'
import { deliver, tidyDrafts, writeNew } from './output.ts'
import type { OpenOn, Surroundings } from './surroundings.ts'

export async function runLint(
  paths: readonly string[],
  flags: LintFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  const reports = reportsOf(flags, io)
  if (flags.updateBaseline && (flags.fix || flags.diff))
    throw new UsageError('--update-baseline 不能与 --fix 或 --diff 同时使用', '请先修正，再更新基线')
  const watch = flags.timing ? (await import('./insight.ts')).stopwatch() : undefined
  const { sessionOn, settings, wanted, ticker, own, stdin } = await open(
    paths.length > 0 ? paths : ['.'],
    flags,
    catalogue,
    io,
    watch?.clock,
  )
  const kept =
    flags.cache || flags.cacheLocation !== undefined
      ? (await import('./keeping.ts')).openKept(flags, settings, catalogue, io)
      : undefined
  const { elsewhere, signal } = await threads(flags, kept !== undefined, io, watch?.clock)
  const copies = annotates(flags)
    ? await (await import('./annotate.ts')).openCopies(wanted, flags, sessionOn, stdin, io)
    : undefined
  const session = copies?.session ?? sessionOn(io.host, { kept, elsewhere, signal })
  const mended = mends(paths, flags)
    ? await (await import('../fixing.ts')).fixAll(sessionOn, io.host, wanted, flags.unsafeFixes === true)
    : undefined
  const fixed = mended && (await (await import('./fix.ts')).withoutSuperiors(mended, settings, flags.against ?? [], io))
  let result = fixed ? fixed.result : await session.check(wanted)
  kept?.save()
  ticker.stop()
  const view = viewOf(flags, result.rules, io)
  const read = [...result.read, ...own]
  if (fixed && flags.diff) return showDiff(fixed, read, flags, view, io)
  const unwritten = fixed ? await writeFixes(fixed, io) : 0
  // The report speaks of what is on the disk.
  if (unwritten > 0 || fixed?.changes.length !== mended?.changes.length) result = await session.check(wanted)
  const baseline = baselineOf(flags, settings, io)
  const { report, notices } = baseline
    ? (await import('./baseline.ts')).withBaseline(result.report, baseline, flags.updateBaseline === true, io)
    : { report: result.report, notices: [] }
  const { errors, warnings, infos } = report.summary
  const shown = flags.quiet ? errorsOnly(report) : report
  for (const { name, file } of reports) {
    const to = file === undefined ? flags : { ...flags, outputFile: file }
    const as = viewOf(to, result.rules, io, flags.quiet ? warnings + infos : undefined)
    const reporter = await loadReporter(name, as.color)
    deliver(reporter(shown, as), read, to, io)
  }
  sayAside(result, io)
  for (const notice of notices) say(io, '注意', notice)
  const unannotated = copies ? await copies.write(report, view, (kind, text) => say(io, kind, text)) : 0
  if (flags.statistics || flags.debugGenre || watch) {
    const { genreLines, statistics } = await import('./insight.ts')
    const lines = [
      ...(flags.debugGenre ? genreLines(report.files) : []),
      ...(flags.statistics ? statistics(report, result.rules, flags.lang) : []),
      ...(watch?.lines() ?? []),
    ]
    for (const line of lines) io.stderr.write(`${sanitise(line)}\n`)
  }
  if (result.left > 0) return INTERRUPTED
  if (unwritten + unannotated > 0 || isBroken(result)) return 2
  const failing = report.files.some((f) => f.diagnostics.some((d) => atLeast(d.severity, settings.failOn)))
  const tooMany = settings.maxWarnings !== undefined && warnings > settings.maxWarnings
  if (tooMany && errors === 0) io.stderr.write(`警告 ${warnings} 个，超过 --max-warnings ${settings.maxWarnings}\n`)
  return failing || tooMany ? 1 : 0
}

/** The reports that are wanted, `pretty` if none is named. Throws `UsageError` where two of them would go to one place. */
function reportsOf({ format = [{ name: 'pretty' }], outputFile }: LintFlags, { host }: Surroundings) {
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
const BASELINE_FILE = '.burden-baseline.json'

/** The baseline of a run; undefined where there is none. Absolute. */
function baselineOf(flags: Flags, { root }: Settings, { host }: Surroundings): string | undefined {
  if (flags.baseline === '') throw new UsageError('--baseline 后面是空的', '请写明文件名')
  if (flags.baseline !== undefined) return resolve(host.cwd, flags.baseline)
  const usual = posix.join(shownPath(root), BASELINE_FILE)
  return flags.updateBaseline || host.kind(usual) !== 'missing' ? usual : undefined
}

/** As a shell has it for Ctrl-C. */
const INTERRUPTED = 130

const isBroken = ({ failures, unreadable, problems }: CheckResult) =>
  failures.length > 0 || unreadable > 0 || problems.length > 0

/** Are annotated copies wanted? Throws `UsageError` where that cannot be. */
function annotates({ annotate, suggest, fix, diff }: Flags): boolean {
  if (suggest && annotate === undefined)
    throw new UsageError('--suggest 要与 --annotate 连用', '请写明副本放在哪个文件夹：--annotate <文件夹> --suggest')
  if (annotate === undefined) return false
  if (fix || diff)
    throw new UsageError(
      '--annotate 与 --fix、--diff 不能同时使用',
      '要在副本里标出怎么改，请用 --annotate <文件夹> --suggest',
    )
  return true
}

/** Are drafts to be mended, or shown mended? Throws `UsageError` where that cannot be. */
function mends(paths: readonly string[], { fix, diff, unsafeFixes, suggest }: Flags): boolean {
  if (unsafeFixes && !fix && !diff && !suggest)
    throw new UsageError('--unsafe-fixes 要与 --fix、--diff 或 --suggest 连用')
  if (!fix && !diff) return false
  if (fix && diff) throw new UsageError('--fix 与 --diff 不能同时使用', '--diff 只看不改，--fix 直接修改原稿，请选一个')
  if (paths.includes('-')) throw new UsageError('标准输入没有原稿可改', '请把文稿存为文件，再用 --fix 或 --diff')
  return true
}

async function showDiff(
  { result, changes, notices }: Fixed,
  read: readonly string[],
  flags: Flags,
  view: View,
  io: Surroundings,
): Promise<number> {
  const { patchOf } = await import('./fix.ts')
  deliver(patchOf(changes, view.color), read, flags, io)
  for (const notice of notices) say(io, '注意', notice)
  sayAside(result, io)
  return isBroken(result) ? 2 : changes.length > 0 ? 1 : 0
}

/** Writes what was mended; returns how many files could not be written. */
async function writeFixes({ changes, notices }: Fixed, io: Surroundings): Promise<number> {
  for (const notice of notices) say(io, '注意', notice)
  if (changes.length === 0) return 0
  const { replaceDraft } = await import('./fix.ts')
  for (const folder of new Set(changes.map(({ path }) => dirname(resolve(io.host.cwd, path))))) tidyDrafts(folder)
  let failed = 0
  let files = 0
  let places = 0
  for (const change of changes)
    try {
      if (!replaceDraft(change, io)) continue
      files++
      places += change.made
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      failed++
      say(io, '错误', `${error.message}；${error.remedy}`)
    }
  if (files > 0) say(io, '注意', `已修正 ${files} 个文件中的 ${places} 处，以下是剩下的问题`)
  return failed
}

export async function runMeasures(
  path: string,
  flags: ReportFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  const { session, rules, wanted, ticker, own } = await open([path], flags, catalogue, io)
  const result = await reading(() => session.measure(wanted[0]!))
  ticker.stop()
  const view = viewOf(flags, rules, io)
  const reporter = await loadMeasuresReporter(flags.format as MeasuresFormat, view.color)
  const { document, superiors, measurement, counting, threshold } = result
  // A file that cannot be written is said before the long page.
  const begun = flags.writeReview ? await writeReview(path, result, io) : undefined
  const found = verdict(measurement.share, threshold)
  deliver(
    reporter({ document, superiors, measurement, threshold, counting, verdict: found }, view),
    // The review that was just begun is not to be written over either.
    [...result.read, ...own, ...(flags.writeReview ? reviewPaths(document.path) : [])],
    flags,
    io,
  )
  for (const problem of result.problems) say(io, '错误', problem)
  for (const notice of result.notices) say(io, '注意', notice)
  if (begun !== undefined) say(io, '注意', begun)
  return result.problems.length > 0 ? 2 : 0
}

/** Begins a review file; returns what to say about it. Never writes over one. */
async function writeReview(path: string, result: MeasureResult, { host }: Surroundings): Promise<string> {
  if (path === '-') throw new UsageError('--write-review 不能用于标准输入', '复核文件放在文稿旁边，请指定文稿的文件名')
  const { document, superiors, measurement, counting, threshold } = result
  const paths = reviewPaths(document.path)
  const old = paths.find((candidate) => host.kind(candidate) !== 'missing')
  if (old !== undefined)
    throw new UsageError(`已经有复核文件 ${old}，没有改动`, '请直接修改它；要重新生成，请先改名或删除')
  const units = doubtful(measurement.units, counting, verdict(measurement.share, threshold) === 'uncertain')
  if (units.length === 0) return '没有拿不准的句子，不必生成复核文件'
  const target = paths[0]!
  writeNew(resolve(host.cwd, target), target, await beginReview(document, superiors, units))
  return `已生成复核文件 ${target}，列出 ${units.length} 句；填好后再次运行，就按您的判断计算`
}

export async function runCount(
  paths: readonly string[],
  flags: ReportFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  const { session, rules, wanted, ticker, own } = await open(paths, flags, catalogue, io)
  const result = await session.count(wanted)
  ticker.stop()
  const view = viewOf(flags, rules, io)
  const reporter = await loadCountReporter(flags.format as TableFormat, view.color)
  deliver(reporter(result.report.files, view), [...result.read, ...own], flags, io)
  for (const { path, diagnostics } of result.report.files)
    for (const { args } of diagnostics) say(io, '错误', `${path}：${args.reason}；${args.remedy}`)
  return result.unreadable > 0 ? 2 : 0
}

/** `--print-config`: the settings that hold for a document, which need not be there. */
export async function printConfig(path: string, flags: Flags, catalogue: Catalogue, io: Surroundings): Promise<number> {
  const { settings, load, rules } = await settled(flags, catalogue, io)
  const matchers = await compile(settings, io.host.cwd)
  const all = load ? await load({ all: true }) : { rules, settingsFor: matchers.settingsFor }
  const { configText } = await import('./insight.ts')
  io.stdout.write(configText(path, settings, all.settingsFor(path)))
  return 0
}

/** A file that the whole command is about and that cannot be read is an error of its own. */
async function reading<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UnreadableError) throw new UsageError(`文件无法读取：${error.message}`, error.remedy)
    throw error
  }
}

/** A few files are judged here; where there may be many, threads stand by. Ctrl-C then ends the run with what was done; a second one ends it at once. */
async function threads(flags: LintFlags, hashed: boolean, io: Surroundings, clock: Clock | undefined) {
  const controller = new AbortController()
  const elsewhere: SessionOptions['elsewhere'] = async (files, ...rest) => {
    // One file is never worth a thread.
    if (files.length < 2) return false
    const { openPool } = await import('./pool.ts')
    const pool = openPool({
      root: io.root,
      setting: {
        cwd: io.host.cwd,
        root: io.root,
        asOf: flags.asOf ?? io.today(),
        flags: JSON.parse(JSON.stringify(flags)),
        hashed,
        timed: clock !== undefined,
      },
      ...(flags.jobs !== undefined && { jobs: flags.jobs }),
      timeout: flags.timeout * 1000,
      ...(clock && { clock }),
      signal: controller.signal,
    })
    const abort = () => controller.abort()
    process.once('SIGINT', abort)
    try {
      return await pool(files, ...rest)
    } finally {
      process.off('SIGINT', abort)
    }
  }
  return { elsewhere, signal: controller.signal }
}

export async function open(
  paths: readonly string[],
  flags: Flags,
  catalogue: Catalogue,
  io: Surroundings,
  clock?: Clock,
) {
  const { host } = io
  const { settings, ...ruled } = await settled(flags, catalogue, io)
  for (const notice of settings.notices ?? []) say(io, '注意', notice)
  const ticker = progress(io)
  const matchers = await compile(settings, host.cwd)
  const stdin = paths.includes('-') ? { name: flags.stdinFilename, bytes: io.stdin() } : undefined
  const sessionOn: OpenOn = (on, { kept, elsewhere, signal, piped = true } = {}) =>
    openSession({
      host: on,
      ...ruled,
      settings,
      matchers,
      progress: ticker.tick,
      asOf: flags.asOf ?? io.today(),
      ...(flags.against ? { against: flags.against } : {}),
      ...(flags.genre ? { genre: flags.genre } : {}),
      ...(clock ? { clock } : {}),
      ...(stdin && piped ? { stdin } : {}),
      ...(kept && { kept }),
      ...(elsewhere && { elsewhere }),
      ...(signal && { signal }),
    })
  return {
    session: sessionOn(host),
    sessionOn,
    stdin,
    settings,
    rules: ruled.rules,
    wanted: paths.map((p) => (p === '-' ? flags.stdinFilename : p)),
    ticker,
    /** Files that the run rests on besides what it reads. */
    own: [...(settings.file ? [settings.file] : []), ...(settings.presetFiles ?? [])],
  }
}

/** As package.json has it. */
export const versionOf = ({ host, root }: Surroundings): string =>
  JSON.parse(new TextDecoder().decode(host.read(join(root, 'package.json')))).version

export function viewOf(flags: Flags, rules: Registry, io: Surroundings, hidden?: number): View {
  const { stdout, env } = io
  const terminal = stdout.isTTY === true && flags.outputFile === undefined && env.TERM !== 'dumb'
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
  return {
    language: flags.lang,
    color: flags.color && !env.NO_COLOR && (terminal || forced) && flags.outputFile === undefined,
    width: stdout.columns ?? 80,
    rules,
    ...(hidden !== undefined && { hidden }),
    // Few reports want it.
    get version() {
      return versionOf(io)
    },
  }
}

/** --quiet: only errors are shown; the exit code is that of the whole. */
function errorsOnly({ files, summary }: Report): Report {
  return {
    files: files.map((file) => ({ ...file, diagnostics: file.diagnostics.filter((d) => d.severity === 'error') })),
    summary: { ...summary, warnings: 0, infos: 0 },
  }
}

// --------------------------------------------------------------------------------------------------- output

/** Standard error is a terminal too: nothing from a document or a path may steer it. */
export const say = ({ stderr }: Surroundings, kind: '错误' | '注意' | '内部错误', text: string) =>
  stderr.write(`${kind}：${sanitise(text)}\n`)

/** What is not the report: on standard error. */
function sayAside(result: CheckResult, io: Surroundings): void {
  const { left, report } = result
  if (left > 0)
    say(io, '注意', `已中断：还有 ${left} 个文件没有检查，以上只是已检查的 ${report.files.length} 个文件的结果`)
  const { problems, notices, faults } = remarksOf(result)
  for (const problem of problems) say(io, '错误', problem)
  for (const notice of notices) say(io, '注意', notice)
  for (const fault of faults) say(io, '内部错误', fault)
}

/** How long a run may take before it says that it is working. Milliseconds. */
const PATIENCE = 1000

function progress({ stderr }: Surroundings): { tick: (done: number, total: number) => void; stop: () => void } {
  const begun = Date.now()
  let said = 0
  return {
    tick(done, total) {
      const now = Date.now()
      if (now - begun < PATIENCE || now - said < 100 || !stderr.isTTY) return
      said = now
      stderr.write(`\r正在检查 ${done}/${total} `)
    },
    stop() {
      if (said > 0) stderr.write('\r\u001b[K')
    },
  }
}
