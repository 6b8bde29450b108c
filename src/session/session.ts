/** The one door: configuration and host → documents → diagnostics. Command line, library and tests come in here. */
import { resolve } from 'node:path'
import { type Doc, type FileReport, InterruptedError, type Registry, type Report, UnreadableError } from '../core.ts'
import { discover } from '../files/discovery.ts'
import { isOwnReport, noticesOf } from '../files/reading.ts'
import type { Group } from '../files/tracing.ts'
import { readWaivers } from '../files/waiver-file.ts'
import { type Failure, stamper } from '../lint.ts'
import { isSpreadsheet } from '../parsers/sniff.ts'
import { isGlob, shownPath } from '../paths.ts'
import { summarise, tallyOf, totalling } from '../summary.ts'
import type { OpenWaivers } from '../suppress.ts'
import { countsOf, type Judged, type JudgeOptions, type Opened, openJudge } from './judging.ts'
import { type MeasureResult, measure } from './measuring.ts'
import type { Kept } from './results.ts'
import { type Each, openTelling } from './telling.ts'
import { waived, waiverReport } from './waivers.ts'

export interface SessionOptions extends JudgeOptions {
  /** The day of judgement, YYYY-MM-DD: waivers run out. Without it nothing does. */
  readonly asOf?: string
  /** Called before each document. */
  readonly progress?: (done: number, total: number) => void
  /** Judges files somewhere else; says (false) if they are too few to be worth it. */
  readonly elsewhere?: Elsewhere
  /** Results of earlier runs. */
  readonly kept?: Kept
  /** Which of the files are this run's. */
  readonly select?: (files: readonly Sized[]) => Selection
  /** Takes the report of each file as soon as it is final, in their order; registers in the end. What other files change later comes again. */
  readonly each?: Each
  /** Need nothing be at a path any more? */
  readonly isGone?: (path: string) => boolean
  /** Ends the run with what was done so far. */
  readonly signal?: Pick<AbortSignal, 'aborted'>
}

/** A part of the files. */
export interface Selection {
  readonly mine: ReadonlySet<string>
  /** Are registers judged together? Not where the others are judged elsewhere. */
  readonly together: boolean
  /** Of what was judged, what is reported; absent: all. `isTogether`: something was found in view of other files. */
  isReported?(judged: Judged, isTogether: boolean): boolean
}

/** A file that is to be judged. Bytes; 0 where nobody knows. */
export interface Sized {
  readonly path: string
  readonly size: number
}

/**
 * `each` is called once for every file, in any order; not for those that are left when the run is broken off. `lost`: the result of a file
 * that could not be judged.
 */
export type Elsewhere = (
  files: readonly Sized[],
  total: number,
  each: (path: string, judged: Judged, hash?: string, packed?: string) => void,
  lost: (path: string, error: UnreadableError) => Promise<Judged>,
) => Promise<boolean>

/** What a run of `check` comes to. */
export interface CheckResult {
  readonly report: Report
  /** The rules that were loaded, to tell the findings in words. */
  readonly rules: Registry
  /** Rules that broke: the report is not to be trusted whole. */
  readonly failures: readonly Failure[]
  /** Files that could not be read; each has its diagnostic in the report too. */
  readonly unreadable: number
  /** Documents of kinds that are not read yet. */
  readonly unsupported: readonly string[]
  /** What the reader of the report should know of how files were read, in Chinese, with the path. */
  readonly notices: readonly string[]
  /** Faults of the configuration that came to light while documents were paired, in Chinese. The exit code is 2. */
  readonly problems: readonly string[]
  /** Every file that was read, superior documents included: nothing may be written over them. */
  readonly read: readonly string[]
  /** The run was broken off with so many files left. */
  readonly left: number
  /** What was found, and what each file comes to by itself. */
  readonly parts: Parts
}

/** A run before it is concluded. JSON-safe. */
export interface Parts {
  readonly found: Found
  /** By path. */
  readonly judged: Readonly<Record<string, Judged>>
}

/** What the paths of a run lead to. JSON-safe. */
export interface Found {
  /** In the order of the report. */
  readonly files: readonly string[]
  /** Bytes of each, 0 where nobody knows; once they were looked at. Parts of one run agree on them, unless a file was changed meanwhile. */
  readonly sizes?: readonly number[]
  readonly unsupported: readonly string[]
  readonly unreadable: readonly { readonly path: string; readonly reason: string; readonly remedy: string }[]
}

export interface OpenedDocs {
  readonly docs: readonly Doc[]
  readonly unreadable: readonly { readonly path: string; readonly error: UnreadableError }[]
  /** Files of formats that cannot be read. */
  readonly unsupported: CheckResult['unsupported']
  /** What the reader should know of how files were read, in Chinese. */
  readonly notices: readonly string[]
  /** Every file that was read: nothing may be written over them. */
  readonly read: readonly string[]
}

export interface Session {
  /** Lints files, folders and globs. Throws `UsageError`. */
  check(paths: readonly string[]): Promise<CheckResult>
  /** The second half of `check`: what files come to together, and with the waivers. */
  conclude(parts: Parts): Promise<CheckResult>
  /** Genre and counts only. */
  count(
    paths: readonly string[],
  ): Promise<Pick<CheckResult, 'report' | 'unreadable' | 'read' | 'unsupported' | 'notices'>>
  /** The documents themselves, and those that could not be read, by path. */
  open(paths: readonly string[]): Promise<OpenedDocs>
  /** The 50 % rule for one document. Throws `UsageError` when no superior document is known for it. */
  measure(path: string): Promise<MeasureResult>
}

/** Files of so many bytes, and so many of them at most, are judged in one go. */
const BATCH = { bytes: 512 * 1024, files: 64 }
/** So long a run may keep others waiting (a signal, a timer). Milliseconds. */
const PATIENCE = 50

/** Paths in batches; a large file has one of its own. */
function* batchesOf(paths: readonly string[], sizeOf: (path: string) => number): Generator<readonly string[]> {
  let batch: string[] = []
  let sum = 0
  for (const path of paths) {
    const size = sizeOf(path)
    if (batch.length > 0 && (sum + size > BATCH.bytes || batch.length === BATCH.files)) {
      yield batch
      batch = []
      sum = 0
    }
    batch.push(path)
    sum += size
  }
  if (batch.length > 0) yield batch
}

/** Undefined where somebody ended the run meanwhile. */
async function unlessInterrupted<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof InterruptedError) return undefined
    throw error
  }
}

export function openSession(options: SessionOptions): Session {
  const { host, settings, matchers, progress, signal, elsewhere } = options
  const judge = openJudge(options)
  const { tracing, pairing, ids } = judge
  const isStdin = (path: string) => path === options.stdin?.name

  const find = async (paths: readonly string[]): Promise<Found> => {
    const { files, unsupported, unreadable } = await discover(
      paths.filter((path) => !isStdin(path)),
      host,
      // Superior documents are reference only, unless their folder is asked for.
      (file, base) => matchers.ignored(file) || (matchers.isSuperior(file) && !matchers.isSuperior(base)),
      options.isGone,
    )
    return {
      files: [...files, ...paths.filter(isStdin)],
      unsupported,
      unreadable: unreadable.map(({ path, error }) => ({
        path: shownPath(path),
        reason: error.message,
        remedy: error.remedy,
      })),
    }
  }

  /** Every file by itself: from the results of earlier runs, elsewhere, or here. `docs`: registers that were read here. */
  const judgeAll = async ({ files }: Found, waivers: OpenWaivers | undefined) => {
    // A single document is held against superior documents that it would not be held against among others.
    const kept = files.length === 1 && options.against?.length ? undefined : options.kept
    const judged: Record<string, Judged> = Object.create(null)
    const docs = new Map<string, Doc>()
    const stamps = new Map(files.map((path) => [path, isStdin(path) ? undefined : host.stat?.(path)]))
    const sizeOf = (path: string) => stamps.get(path)?.size ?? 0
    const selection = options.select?.(files.map((path) => ({ path, size: sizeOf(path) })))
    const mine = selection ? files.filter((path) => selection.mine.has(path)) : files
    let done = 0
    const telling =
      options.each && !selection?.isReported
        ? openTelling(mine, judge, (file) => waived(file, waivers), options.each)
        : undefined
    const took = (path: string, result: Judged) => {
      judged[path] = result
      telling?.took(judged)
      progress?.(++done, files.length)
    }
    const todo = mine.filter((path) => {
      const old = isStdin(path) ? undefined : kept?.lookup(path, stamps.get(path))
      if (old) took(path, old)
      return !old
    })
    const keep = (path: string, result: Judged, hash?: string, packed?: string) => {
      const stamp = stamps.get(path)
      if (stamp && hash !== undefined) kept?.keep(path, stamp, hash, result, packed)
    }

    // Tables are registers more often than not: they are read here, where registers are judged together.
    const isMovable = (path: string) => !isStdin(path) && !isSpreadsheet(path)
    const moved = elsewhere
      ? await elsewhere(
          todo.filter(isMovable).map((path) => ({ path, size: sizeOf(path) })),
          files.length,
          (path, result, hash, packed) => {
            took(path, result)
            keep(path, result, hash, packed)
          },
          judge.unreadable,
        )
      : false
    // Not `performance`, which costs each start 2 ms.
    let rested = Date.now()
    for (const batch of batchesOf(moved ? todo.filter((path) => !isMovable(path)) : todo, sizeOf)) {
      if (Date.now() - rested > PATIENCE) {
        await new Promise((resolve) => setImmediate(resolve))
        rested = Date.now()
      }
      if (signal?.aborted) break
      const finished = await unlessInterrupted(async () => {
        const opened: Opened[] = []
        for (const path of batch) {
          progress?.(done + opened.length, files.length)
          opened.push(await judge.open(path, files.length, { hashed: kept !== undefined }))
        }
        return await judge.finish(opened, files.length)
      })
      if (!finished) break
      for (const [i, { judged: result, doc, hash }] of finished.entries()) {
        const path = batch[i]!
        took(path, result)
        keep(path, result, hash)
        if (doc?.register) docs.set(path, doc)
      }
    }
    const left = mine.filter((path) => !judged[path]).length
    return { judged, docs, selection, left, telling, sizes: files.map(sizeOf) }
  }

  /** Registers, and the texts that rules hold against them, judged together: what this changes, by path. */
  const judgeTogether = async ({ files }: Found, judged: Parts['judged'], docs: ReadonlyMap<string, Doc>) => {
    const changed = new Map<string, Judged>()
    const failures: Failure[] = []
    const registers = files.filter((path) => judged[path]?.isRegister)
    const opened = new Map<string, Doc>()
    const lost: string[] = []
    const again = async (path: string): Promise<Doc | undefined> => {
      try {
        return docs.get(path) ?? (await judge.read(path, { paired: pairing.isNamed(path, files.length) }))
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error
        // It could be read before, perhaps on another machine.
        lost.push(`${path}：没有与其他台账一起核对，${error.message}；请在检出了同一版本的文件夹里再运行一次`)
        return undefined
      }
    }
    for (const path of registers) {
      const doc = await again(path)
      if (!doc) continue
      opened.set(path, doc)
      await judge.rules({ doc })
    }
    const { lint } = await judge.rules({})
    const words = lint.wordsOf([...opened.values()], files)
    if (words.length > 0)
      for (const path of files) {
        const alone = judged[path]
        if (!alone || alone.isRegister || alone.isUnreadable || alone.isOwnReport) continue
        const doc = await again(path)
        if (doc && words.some((word) => doc.text.includes(word))) opened.set(path, doc)
      }
    if (opened.size === 0) return { changed, failures, lost }
    const together = files.flatMap((path) => opened.get(path) ?? [])
    const { diagnostics, failures: broken } = lint.together({
      docs: together,
      ...(options.asOf && { asOf: options.asOf }),
    })
    failures.push(...broken)
    for (const [doc, more] of diagnostics) changed.set(doc.path, await judge.withMore(doc, files.length, more))
    return { changed, failures, lost }
  }

  /** Parts were judged for reports without texts, perhaps elsewhere: documents are read again. */
  const withContent = async ({ found, judged }: Parts): Promise<Parts> => {
    const whole: Record<string, Judged> = Object.assign(Object.create(null), judged)
    for (const [path, result] of Object.entries(judged)) {
      if (result.isUnreadable || result.file.content) continue
      const { content } = (await judge.judge(path, found.files.length)).judged.file
      if (content) whole[path] = { ...result, file: { ...result.file, content } }
    }
    return { found, judged: whole }
  }

  const conclude = async (
    { found, judged }: Parts,
    {
      docs,
      selection,
      left,
    }: { readonly docs: ReadonlyMap<string, Doc>; readonly selection?: Selection | undefined; readonly left: number },
    waivers: OpenWaivers | undefined,
    problems: readonly string[],
    uses: readonly Group[],
  ): Promise<CheckResult> => {
    // Of a part nobody can say what the whole comes to.
    const alone = { changed: new Map<string, Judged>(), failures: [], lost: [] }
    const joined =
      left > 0 || selection?.together === false
        ? alone
        : await unlessInterrupted(() => judgeTogether(found, judged, docs))
    const { changed, failures, lost } = joined ?? alone
    // What registers come to was not found out.
    const undone = joined ? left : found.files.filter((path) => judged[path]?.isRegister).length
    const results = found.files
      .flatMap((path) => changed.get(path) ?? judged[path] ?? [])
      .filter((result) => selection?.isReported?.(result, changed.has(result.file.path)) ?? true)
    for (const { path, reason, remedy } of found.unreadable)
      results.push(await judge.unreadable(path, new UnreadableError(reason, remedy)))
    const checked = results.filter((result) => !result.isOwnReport)
    const files = checked.map(({ file }) => waived(file, waivers))
    const total = totalling()
    for (const [i, { file, tally }] of checked.entries()) total.add((files[i] === file && tally) || tallyOf(files[i]!))
    const { rules, settingsFor } = await judge.rules({
      ids: total.rules,
      // Whether a waiver is idle only the rule itself can tell.
      all: waivers !== undefined,
    })
    // What this run does not see may be what a waiver is for.
    if (waivers && !selection && undone === 0)
      for (const file of waiverReport(waivers, rules, settingsFor, stamper(rules, settings.strict))) {
        files.push(file)
        total.add(tallyOf(file), false)
      }
    return {
      report: { files, summary: total.summary() },
      rules,
      failures: [...results.flatMap((result) => result.failures), ...failures],
      unreadable: results.filter(({ isUnreadable }) => isUnreadable).length,
      unsupported: found.unsupported,
      notices: [...new Set(results.flatMap(({ notices }) => notices))],
      problems: [...new Set([...results.flatMap((result) => result.problems), ...lost, ...problems])],
      read: [
        ...new Set([
          ...found.files.filter((path) => !isStdin(path)),
          ...[...new Set([...results.flatMap((result) => result.uses), ...uses])].flat(),
        ]),
      ],
      left: undone,
      parts: { found, judged },
    }
  }

  /** A folder of superior documents that is not there is missed by those documents only that look for one in it: the others would never hear of it. */
  const lostSuperiors = (problems: readonly string[]): string[] =>
    settings.superiors
      .filter((path) => !isGlob(path) && host.kind(resolve(settings.root, path)) === 'missing')
      .filter((path) => !problems.some((problem) => problem.includes(path)))
      .map((path) => `配置 superiors 中的 ${path} 不存在，没有与那里的上级文件比对；请核对路径，不需要的请删去`)

  const openWaivers = async () => {
    const problems: string[] = []
    const { value, uses } = await tracing.collect(() =>
      readWaivers(tracing.host, settings, ids, options.asOf ?? '', (text) => problems.push(text)),
    )
    return { waivers: value, problems, uses }
  }

  /** The documents, or why they could not be read, by path. */
  const readAll = async (paths: readonly string[]) => {
    const { files, unsupported, unreadable } = await find(paths)
    const docs = new Map<string, Doc | UnreadableError>()
    let done = 0
    for (const path of files) {
      progress?.(done++, files.length)
      try {
        docs.set(path, await judge.read(path, { paired: pairing.isNamed(path, files.length) }))
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error
        docs.set(path, error)
      }
    }
    progress?.(done, files.length)
    for (const { path, reason, remedy } of unreadable) docs.set(path, new UnreadableError(reason, remedy))
    return { docs, unsupported, read: files.filter((path) => !isStdin(path)) }
  }

  return {
    async check(paths) {
      const found = await find(paths)
      const { waivers, problems, uses } = await openWaivers()
      const { judged, telling, sizes, ...rest } = await judgeAll(found, waivers)
      const result = await conclude({ found: { ...found, sizes }, judged }, rest, waivers, problems, uses)
      await telling?.finish(result.report.files)
      return { ...result, notices: [...result.notices, ...lostSuperiors(result.problems)] }
    },

    async conclude(parts) {
      const { waivers, problems, uses } = await openWaivers()
      const whole = options.keepContent ? await withContent(parts) : parts
      return await conclude(whole, { docs: new Map(), left: 0 }, waivers, problems, uses)
    },

    async count(paths) {
      const { docs, unsupported, read } = await readAll(paths)
      const files: FileReport[] = []
      const notices: string[] = []
      for (const [path, doc] of docs) {
        if (!(doc instanceof UnreadableError) && isOwnReport(doc)) {
          notices.push(...noticesOf(doc))
          continue
        }
        files.push(
          doc instanceof UnreadableError
            ? (await judge.unreadable(path, doc)).file
            : { path, genre: doc.genre, counts: countsOf(doc), diagnostics: [] },
        )
      }
      return {
        report: { files, summary: summarise(files) },
        unreadable: [...docs.values()].filter((doc) => doc instanceof UnreadableError).length,
        unsupported,
        notices,
        read,
      }
    },

    async open(paths) {
      const { docs, unsupported, read } = await readAll(paths)
      const readable = [...docs.values()].filter((d): d is Doc => !(d instanceof UnreadableError))
      return {
        docs: readable,
        unreadable: [...docs].flatMap(([path, error]) => (error instanceof UnreadableError ? [{ path, error }] : [])),
        unsupported,
        notices: readable.flatMap(noticesOf),
        read,
      }
    },

    measure: (path) => measure(path, judge, options),
  }
}
