/** The command that has no name: documents are checked, mended, annotated. */
import { configPlaces, isPresetFile } from '../config/discovery.ts'
import { type Cache, type Catalogue, type Matchers, type Settings, UsageError, type View } from '../core.ts'
import { waiverFileOf } from '../files/waiver-file.ts'
import type { Clock } from '../lint.ts'
import type { Fixed } from '../mending/fixing.ts'
import type { SessionOptions } from '../session/session.ts'
import type { Shard } from '../session/sharding.ts'
import { summarise } from '../summary.ts'
import { type Flags, type LintFlags, refuseWith, rewriting, showsContent, type WantedReport } from './flags.ts'
import { open } from './opening.ts'
import {
  baselineOf,
  concluded,
  countedBy,
  goneOf,
  isBroken,
  reportsOf,
  say,
  sayAside,
  told,
  viewOf,
} from './outcome.ts'
import { deliver } from './output.ts'
import type { Surroundings } from './surroundings.ts'
import type { Ran } from './watch.ts'
import { paysPatience, takesThreads, workOf } from './worth.ts'

export async function runLint(
  paths: readonly string[],
  flags: LintFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  if (!flags.watch) return (await lintOnce(paths, flags, catalogue, io)).code
  const others = { '--update-baseline': flags.updateBaseline, '--shard': flags.shard, 标准输入: paths.includes('-') }
  refuseWith('--watch', { ...rewriting(flags), ...others }, '请去掉其中一个')
  const { watching } = await import('./watch.ts')
  const wanted = paths.length > 0 ? paths : ['.']
  // A configuration that is mended, or comes into being, is seen even where there was never a run.
  const files = [
    ...configPlaces(io.host.cwd),
    ...(flags.config ? [flags.config] : []),
    ...(flags.preset ?? []).filter(isPresetFile),
  ]
  const written = [
    ...(flags.format ?? []).flatMap(({ file }) => file ?? []),
    ...(flags.outputFile ? [flags.outputFile] : []),
  ]
  return await watching((store) => lintOnce(paths, flags, catalogue, io, store), wanted, files, written, io)
}

/** `memory`: where results are kept for the next run of the same process. */
async function lintOnce(
  paths: readonly string[],
  flags: LintFlags,
  catalogue: Catalogue,
  io: Surroundings,
  memory?: Cache,
): Promise<Ran> {
  const reports = reportsOf(flags, io)
  if (flags.updateBaseline && (flags.fix || flags.diff))
    throw new UsageError('--update-baseline 不能与 --fix 或 --diff 同时使用', '请先修正，再更新基线')
  const watch = flags.timing ? (await import('./insight.ts')).stopwatch(flags.lang) : undefined
  const { sessionOn, settings, matchers, wanted, ticker, own, stdin } = await open(
    paths.length > 0 ? paths : ['.'],
    flags,
    catalogue,
    io,
    watch?.clock,
  )
  const kept =
    flags.cache || flags.cacheLocation !== undefined || memory
      ? (await import('./keeping.ts')).openKept(flags, settings, catalogue, io, memory)
      : undefined
  const { elsewhere, signal, stop } = threads(flags, kept !== undefined, io, watch?.clock)
  const copies = annotates(flags)
    ? await (await import('./annotate.ts')).openCopies(
        wanted,
        flags,
        sessionOn,
        () => countedBy(flags, settings, io),
        stdin,
        io,
      )
    : undefined
  const { shard } = flags
  const select = shard ? await shardOf(shard, flags, io) : await changedOf(wanted, flags, settings, matchers, own, io)
  const each = await eachOf(reports, flags, settings, io)
  const isGone = await goneOf(flags, settings, io)
  const session = copies?.session ?? sessionOn(io.host, { kept, elsewhere, signal, select, each, isGone })
  const check = async () => {
    try {
      return await session.check(wanted)
    } finally {
      stop()
    }
  }
  const mended = mends(paths, flags)
    ? await (await import('../mending/fixing.ts')).fixAll(
        sessionOn,
        io.host,
        wanted,
        flags.unsafeFixes === true,
        await countedBy(flags, settings, io),
      )
    : undefined
  const fixed = mended && (await (await import('./fix.ts')).withoutSuperiors(mended, settings, flags.against ?? [], io))
  let result = fixed ? fixed.result : await check()
  kept?.save()
  // The report for people says so itself.
  const isSaid = reports.some(({ name, file = flags.outputFile }) => name === 'pretty' && file === undefined)
  if (flags.changed !== undefined && result.report.files.length === 0 && !isSaid) say(io, '注意', '没有改动的文稿')
  ticker.stop()
  const read = [...result.read, ...own]
  if (fixed && flags.diff)
    return { code: await showDiff(fixed, read, flags, viewOf(flags, result.rules, io), io), rests: read }
  const undone = fixed ? await writeFixes(fixed, io) : []
  // The report speaks of what is on the disk.
  if (undone.length > 0 || fixed?.changes.length !== mended?.changes.length) result = await check()
  const code = await concluded(
    {
      result,
      flags,
      // What was told while it came is not told again.
      reports: each ? reports.filter(isWhole) : reports,
      settings,
      own,
      undone,
      ...(shard && {
        shard: (await import('./merge.ts')).dataOf(result, shard, flags, settings, catalogue, io),
      }),
      ...(copies && { more: copies.write }),
      ...(watch && { lines: watch.lines }),
    },
    io,
  )
  return { code, rests: read }
}

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
  flags: LintFlags,
  view: View,
  io: Surroundings,
): Promise<number> {
  const { patchOf } = await import('./fix.ts')
  const isWritten = deliver(
    patchOf(changes, {
      color: view.color,
      language: view.language,
      terminal: io.stdout.isTTY === true && flags.outputFile === undefined,
    }),
    read,
    flags,
    io,
  )
  if (flags.format !== undefined) say(io, '注意', '--diff 只给出改动，没有用到 --format')
  for (const { text } of notices) say(io, '注意', text)
  sayAside(result, io)
  if (isWritten) await told(({ patch }) => patch(changes.length), flags, io)
  return isBroken(result) ? 2 : changes.length > 0 ? 1 : 0
}

/** Writes what was mended; returns why files could not be written. */
async function writeFixes({ changes, notices }: Fixed, io: Surroundings): Promise<readonly string[]> {
  for (const { text } of notices) say(io, '注意', text)
  if (changes.length === 0) return []
  const { replaceDraft, tidyAround } = await import('./fix.ts')
  tidyAround(changes, io)
  const failed: string[] = []
  let files = 0
  let places = 0
  for (const change of changes)
    try {
      if (!replaceDraft(change, io)) continue
      files++
      places += change.made
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      failed.push(`${error.message}；${error.remedy}`)
      say(io, '错误', failed.at(-1)!)
    }
  if (files > 0) say(io, '注意', `已修正 ${files} 个文件中的 ${places} 处，以下是剩下的问题`)
  return failed
}

/** Which files are this part's. Throws `UsageError` where a part makes no sense. */
async function shardOf(shard: Shard, flags: LintFlags, io: Surroundings): Promise<SessionOptions['select']> {
  refuseWith(
    '--shard',
    { ...rewriting(flags), '--update-baseline': flags.updateBaseline },
    '请在合并时更新基线；修正和批注请不要分片',
  )
  refuseWith('--shard', { '--changed': flags.changed }, '只检查改过的文稿时请不要分片')
  if (!flags.format?.some(({ name }) => name === 'json'))
    say(io, '注意', '分片的结果要用 --format json（如 --format json:分片.json）才能合并')
  const { filesOf } = await import('../session/sharding.ts')
  return (files) => ({ mine: filesOf(files, shard), together: false })
}

const isWhole = ({ name, file }: WantedReport) => name !== 'ndjson' || file !== undefined

/** Writes each file's line as soon as it is final, where lines are wanted on standard output and nothing is taken out of the report later. */
async function eachOf(
  reports: readonly WantedReport[],
  flags: LintFlags,
  settings: Settings,
  io: Surroundings,
): Promise<SessionOptions['each']> {
  const isStreamed = reports.some((report) => !isWhole(report)) && flags.outputFile === undefined
  if (!isStreamed || flags.quiet || flags.changed !== undefined || flags.watch) return undefined
  if (Object.values({ ...rewriting(flags), baseline: baselineOf(flags, settings, io) }).some(Boolean)) return undefined
  const { ndjson } = await import('../reporters/ci/ndjson.ts')
  return (file, rules) =>
    io.stdout.write(ndjson({ files: [file], summary: summarise([file]) }, viewOf(flags, rules, io)))
}

/** Which files `--changed` leaves. Throws `UsageError`. */
async function changedOf(
  wanted: readonly string[],
  flags: LintFlags,
  settings: Settings,
  matchers: Matchers,
  own: readonly string[],
  io: Surroundings,
): Promise<SessionOptions['select']> {
  const { changed, against = [] } = flags
  if (changed === undefined) return undefined
  refuseWith('--changed', rewriting(flags), '请写明要修正或批注的文稿')
  refuseWith('--changed', { 标准输入: wanted.includes('-') }, '标准输入没有改动前的样子，请单独检查')
  const { changedFiles, outsideOf } = await import('./changed.ts')
  const { selecting } = await import('./selecting.ts')
  const changes = changedFiles(changed === true ? undefined : changed, io.host.cwd)
  const outside = outsideOf(wanted, changes.root, io.host.cwd)
  if (outside !== undefined)
    throw new UsageError(`${outside} 不在仓库 ${changes.root} 里`, '--changed 只能比较仓库里的文稿；其余的请另外检查')
  const baseline = baselineOf(flags, settings, io)
  const { select, notice } = selecting(
    changes,
    matchers,
    [...own, waiverFileOf(settings), ...(baseline ? [baseline] : [])],
    against,
    io.host,
  )
  if (notice !== undefined) say(io, '注意', notice)
  return select
}

/**
 * A few files are judged here; where there may be many, threads stand by. Ctrl-C then ends the run with what was done; a second one ends it at once.
 * `stop`: nobody listens for it any more.
 */
function threads(flags: LintFlags, hashed: boolean, io: Surroundings, clock: Clock | undefined) {
  // Made only where there are several files: it costs each start a millisecond.
  let controller: AbortController | undefined
  const abort = () => controller?.abort()
  const elsewhere: SessionOptions['elsewhere'] = async (files, ...rest) => {
    // One file is never worth a thread, but only a thread can be stopped.
    if (files.length < 2 && flags.timeout === undefined) return false
    if (!controller) {
      controller = new AbortController()
      process.once('SIGINT', abort)
    }
    const work = workOf(files)
    const isLong = paysPatience(work)
    if (!takesThreads(files, work, flags.jobs, flags.timeout !== undefined)) {
      if (isLong) io.pace?.('patient')
      return false
    }
    io.pace?.('usual')
    const { openPool } = await import('./pool.ts')
    const pool = openPool({
      root: io.root,
      setting: {
        cwd: io.host.cwd,
        asOf: flags.asOf ?? io.today(),
        flags,
        hashed,
        keepContent: showsContent(flags),
        timed: clock !== undefined,
      },
      ...(flags.jobs !== undefined && { jobs: flags.jobs }),
      ...(flags.timeout !== undefined && { timeout: flags.timeout * 1000 }),
      ...(clock && { clock }),
      ...(isLong && { started: () => io.pace?.('patient') }),
      signal: controller.signal,
    })
    return await pool(files, ...rest)
  }
  const signal = {
    get aborted() {
      return controller?.signal.aborted === true
    },
  }
  const stop = () => {
    process.off('SIGINT', abort)
    if (!signal.aborted) controller = undefined
  }
  return { elsewhere, signal, stop }
}
