/** One file → what is found in it: read, paired, linted, its ignore comments heard. Files that stand alone are judged one by one, so that none need be held. */

import {
  type Diagnostic,
  type Doc,
  type FileReport,
  type Finding,
  type Host,
  InterruptedError,
  type Limited,
  type Matchers,
  type Pair,
  type Registry,
  type RuleSetting,
  type Settings,
  UnreadableError,
  UsageError,
  unlimited,
} from '../core.ts'
import { asWritten, createDoc } from '../document.ts'
import { contentOf } from '../files/content.ts'
import { isOwnReport, noticesOf, type ReadingHints, readDoc } from '../files/reading.ts'
import { type Group, type Tracing, tracing } from '../files/tracing.ts'
import type { GenreAsked } from '../genre-names.ts'
import { openLimit } from '../limit.ts'
import { byPlace, type Clock, type Failure, isOn, type Linter, type LintResult, linter, stamper } from '../lint.ts'
import { openPairing, type Pairing, type Told } from '../pairs/pairing.ts'
import { shownPath } from '../paths.ts'
import { nearest } from '../suggest.ts'
import type { Tally } from '../summary.ts'
import { suppress } from '../suppress.ts'

/** Rules as a run uses them. */
export interface LoadedRules {
  readonly rules: Registry
  /** As in `Matchers`. */
  settingsFor(path: string): Readonly<Record<string, RuleSetting>>
}

/** Which rules have to be at hand: those that a document may need, those of some ids, or all. What was loaded once stays. */
export interface Need {
  readonly doc?: Doc
  readonly ids?: Iterable<string>
  readonly all?: boolean
}

export interface JudgeOptions {
  readonly host: Host
  /** Once it is aborted no further file is begun. */
  readonly signal?: Pick<AbortSignal, 'aborted'>
  /** All rules, or with `load` those that every run may need. */
  readonly rules: Registry
  readonly settings: Settings
  readonly matchers: Matchers
  /** Loads what is needed, `rules` among them, with their settings; absent where `rules` are all. */
  readonly load?: (need: Need) => Promise<LoadedRules>
  /** Every rule there is, loaded or not; absent: those in `rules`. */
  readonly ids?: readonly string[]
  /** --against: superior documents for whatever is checked. Relative to the current folder. */
  readonly against?: readonly string[]
  /** --genre: of every document, or of the one at a path. */
  readonly genre?: GenreAsked | ((path: string) => GenreAsked | undefined)
  /** Standard input as a document: its bytes and the name to report it under. */
  readonly stdin?: { readonly name: string; readonly bytes: Uint8Array }
  /** Reports are to show the documents themselves (`FileReport.content`). */
  readonly keepContent?: boolean
  /** Told how long reading (`read`), pairing (`pair`) and each rule took. Milliseconds. */
  readonly clock?: Clock
  /** How long reading a document may take, and how long its rules. Milliseconds; absent: as long as it takes, for somebody else watches. */
  readonly limit?: number
}

/** What one file comes to, as long as nothing but itself and its superior documents is looked at. JSON-safe. */
export interface Judged {
  /** Without waivers and baseline. */
  readonly file: FileReport
  /** What the reader should know of how the file was read and paired, in Chinese. */
  readonly notices: readonly string[]
  /** What is wrong with superior documents that the configuration leads to, in Chinese. */
  readonly problems: readonly string[]
  readonly failures: readonly Failure[]
  readonly isUnreadable: boolean
  /** It is judged with other registers, too. */
  readonly isRegister: boolean
  /** It is a report of ours, and no part of another one. */
  readonly isOwnReport?: boolean | undefined
  /** Other files that the judgement rests on. */
  readonly uses: readonly Group[]
  /** Of the findings in `file`, where it is known and they need not be read for it. */
  readonly tally?: Tally
}

export interface How {
  /** The hash of its bytes is wanted. */
  readonly hashed?: boolean
  /** It is at hand, and no file. */
  readonly bytes?: Uint8Array
}

/** A file that was read, or could not be. */
export interface Opened {
  readonly path: string
  readonly hash?: string
  readonly paired: Paired | UnreadableError
}

/** A document with what its rules look at. */
interface Paired {
  readonly doc: Doc
  readonly pair: Pair | undefined
  readonly problems: readonly string[]
  readonly notices: readonly string[]
  readonly loaded: LoadedRules
  readonly lint: () => LintResult
  /** Found in view of other documents. */
  readonly more: readonly Diagnostic[]
  readonly uses: readonly Group[]
}

/** `doc` where it could be judged. */
export interface Finished {
  readonly judged: Judged
  readonly doc?: Doc
  readonly hash?: string
}

/** How long files that are watched together may take, unless one alone may take less: then each is watched by itself, for as long as it may take. Milliseconds. */
const TOGETHER = 5_000

export interface Judge {
  readonly tracing: Tracing
  readonly pairing: Pairing
  /** Every rule there is. */
  readonly ids: readonly string[]
  /** Reads a document that is linted. Throws `UnreadableError`. */
  read(path: string, hints: ReadingHints, bytes?: Uint8Array): Promise<Doc>
  /** `open` and `finish` of one file. Throws `UsageError`. */
  judge(path: string, total: number, how?: How): Promise<Finished>
  /** Reads a file and finds its superior documents; `total`: how many files are linted together. Throws `UsageError`. */
  open(path: string, total: number, how?: How): Promise<Opened>
  /**
   * Judges files that were opened, in their order: to watch over several at once costs less than over each. After Ctrl-C only the first of them.
   * Throws `UsageError`; `InterruptedError` where none was judged.
   */
  finish(opened: readonly Opened[], total: number): Promise<readonly Finished[]>
  /** Judges a document that was read, with what was found about it in view of others. */
  withMore(doc: Doc, total: number, more: readonly Diagnostic[]): Promise<Judged>
  /** A file that could not be read. */
  unreadable(path: string, error: UnreadableError): Promise<Judged>
  /** The rules that are at hand, and a linter that runs them. */
  rules(need: Need): Promise<LoadedRules & { readonly lint: Linter }>
}

export function openJudge(options: JudgeOptions): Judge {
  const { settings, matchers, clock, ids = Object.keys(options.rules) } = options
  const traced = tracing(options.host)
  const { host } = traced
  const pairing = openPairing({
    tracing: traced,
    settings,
    matchers,
    against: options.against ?? [],
    cache: settings.cache === false ? undefined : host.cache?.(settings.cache),
    // Reference documents are read as they are: --genre speaks of the drafts.
    read: async (path, bytes = host.read(path)) => readDoc(bytes, shownPath(path), configured(matchers, path)),
  })
  let watched: Readonly<Record<'each' | 'together' | 'reading', Limited>> | undefined
  // A file that is alone keeps nobody waiting; to watch over it costs a start 2 ms.
  const limitsAmong = (total: number) => {
    const { limit } = options
    if (total < 2 || limit === undefined) return { each: unlimited, together: unlimited, reading: unlimited }
    if (watched) return watched
    const each = openLimit(limit)
    const together = openLimit(Math.min(limit, TOGETHER), { deaf: true })
    // What takes long is read again, so that Ctrl-C ends it.
    const reading: Limited = (run) => {
      try {
        return together(run)
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error
        return each(run)
      }
    }
    return (watched = { each, together, reading })
  }
  let prepared: { readonly of: LoadedRules; readonly lint: Linter } | undefined
  const rules = async (need: Need) => {
    const loaded = (await options.load?.(need)) ?? { rules: options.rules, settingsFor: matchers.settingsFor }
    if (prepared?.of !== loaded && prepared?.of.rules !== loaded.rules)
      prepared = { of: loaded, lint: linter({ ...loaded, strict: settings.strict, clock }) }
    return { ...loaded, lint: prepared!.lint }
  }
  const timed = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    if (!clock) return await run()
    const begun = performance.now()
    const result = await run()
    clock(what, performance.now() - begun)
    return result
  }

  const read = async (path: string, hints: ReadingHints, limited: Limited, bytes?: Uint8Array) => {
    const stdin = options.stdin?.name === path ? options.stdin.bytes : undefined
    const asked = typeof options.genre === 'function' ? options.genre(path) : options.genre
    const known = { ...(asked && { option: asked }), ...configured(matchers, path), ...hints }
    return readDoc(stdin ?? bytes ?? host.read(path), path, known, limited)
  }

  const pairUp = async (doc: Doc, total: number, more: readonly Diagnostic[]): Promise<Paired> => {
    const [problems, notices]: [Set<string>, Set<string>] = [new Set(), new Set()]
    const tell: Told = { problem: (text) => problems.add(text), notice: (text) => notices.add(text) }
    const { value: pair, uses } = await traced.collect(async () =>
      isOwnReport(doc) ? undefined : await timed('pair', () => pairing.pairOf(doc, total, tell)),
    )
    // Whether a comment is idle only the rule itself can tell.
    const { lint, ...loaded } = await rules({ doc, all: doc.text.includes('burden-lint') })
    return {
      doc,
      pair,
      problems: [...problems],
      notices: [...notices],
      loaded,
      lint: () => lint.one(doc, pair),
      more,
      uses,
    }
  }

  const judgedOf = (paired: Paired, { diagnostics, failures }: LintResult): Judged => {
    const { doc, pair, problems, notices, loaded, more, uses } = paired
    const settingsOf = loaded.settingsFor(doc.path)
    const found = diagnostics.get(doc) ?? []
    const all = more.length > 0 ? [...found, ...more].sort(byPlace) : found
    const stamp = stamper(loaded.rules, settings.strict)
    const content = options.keepContent ? contentOf(doc, pair, settingsOf, all) : undefined
    return {
      file: {
        path: doc.path,
        genre: doc.genre,
        counts: countsOf(doc),
        diagnostics: [
          ...failures.flatMap((failure) => failedIn(doc, failure, loaded.rules, settingsOf, stamp)),
          ...afterComments(doc, all, ids, settingsOf, stamp),
        ],
        ...(content && { content }),
      },
      notices: [...noticesOf(doc), ...notices],
      problems,
      failures,
      isUnreadable: false,
      isRegister: doc.register !== undefined,
      ...(isOwnReport(doc) && { isOwnReport: true }),
      uses,
    }
  }

  /** Of each, what its rules find, or why they could not be run; after Ctrl-C of those before it. */
  const lintAll = async (files: readonly Paired[], total: number): Promise<(LintResult | UnreadableError)[]> => {
    const results: (LintResult | UnreadableError)[] = []
    const { each, together } = limitsAmong(total)
    const next = (limited: Limited) => {
      const { lint } = files[results.length]!
      try {
        results.push(limited(lint))
      } catch (error) {
        results.push(faultOf(error))
      }
    }
    try {
      try {
        together(() => {
          while (results.length < files.length) next(unlimited)
        })
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error
        // A Ctrl-C that came meanwhile is heard now.
        await new Promise((resolve) => setImmediate(resolve))
        if (options.signal?.aborted) return results
        // One of them takes long; which, and whether too long, is seen when each is by itself.
        while (results.length < files.length) next(each)
      }
    } catch (error) {
      if (!(error instanceof InterruptedError)) throw error
    }
    return results
  }

  const unreadable: Judge['unreadable'] = async (path, error) => {
    const { rules: loaded, settingsFor } = await rules({})
    return {
      file: unreadableReport(path, error, loaded, settingsFor(path), stamper(loaded, settings.strict)),
      notices: [],
      problems: [],
      failures: [],
      isUnreadable: true,
      isRegister: false,
      uses: [],
    }
  }

  const open: Judge['open'] = async (path, total, { hashed = false, bytes: given } = {}) => {
    let hash: string | undefined
    const opened = (paired: Opened['paired']): Opened => ({ path, paired, ...(hash !== undefined && { hash }) })
    try {
      const doc = await timed('read', async () => {
        // What is judged is no file that the judgement rests on besides itself.
        const bytes = given ?? (options.stdin?.name === path ? options.stdin.bytes : options.host.read(path))
        if (hashed) hash = (await import('../files/stamps.ts')).hashOf(bytes)
        return await read(path, { paired: pairing.isNamed(path, total) }, limitsAmong(total).reading, bytes)
      })
      return opened(await pairUp(doc, total, []))
    } catch (error) {
      return opened(faultOf(error))
    }
  }

  const finish: Judge['finish'] = async (opened, total) => {
    const files = opened.flatMap(({ paired }) => (paired instanceof UnreadableError ? [] : [paired]))
    const linted = await lintAll(files, total)
    const finished: Finished[] = []
    for (const { path, hash, paired } of opened) {
      const known = hash === undefined ? {} : { hash }
      try {
        if (paired instanceof UnreadableError) throw paired
        const result = linted[files.indexOf(paired)]
        if (!result) break
        if (result instanceof UnreadableError) throw result
        finished.push({ judged: judgedOf(paired, result), doc: paired.doc, ...known })
      } catch (error) {
        finished.push({ judged: await unreadable(path, faultOf(error)), ...known })
      }
    }
    if (finished.length === 0 && opened.length > 0) throw new InterruptedError()
    return finished
  }

  return {
    tracing: traced,
    pairing,
    ids,
    read: (path, hints, bytes) => read(path, hints, unlimited, bytes),
    rules,
    unreadable,
    open,
    finish,
    judge: async (path, total, how) => (await finish([await open(path, total, how)], total))[0]!,
    async withMore(doc, total, more) {
      let paired: Opened['paired']
      try {
        paired = await pairUp(doc, total, more)
      } catch (error) {
        paired = faultOf(error)
      }
      return (await finish([{ path: doc.path, paired }], total))[0]!.judged
    },
  }
}

/** A fault of ours in one document is no reason to leave the others unchecked. Throws `UsageError`, `InterruptedError`. */
function faultOf(error: unknown): UnreadableError {
  if (error instanceof UsageError || error instanceof InterruptedError) throw error
  return error instanceof UnreadableError ? error : internal(error)
}

const internal = (error: unknown) =>
  new UnreadableError(
    `检查时出现内部错误（${error instanceof Error ? error.message : String(error)}）`,
    '请把这份文件（或能重现问题的片段）反馈给维护者',
  )

/** What the configuration says of a file before it is read. */
function configured(matchers: Matchers, path: string): ReadingHints {
  const genre = matchers.genreFor(path)
  const table = matchers.registerFor?.(path)
  return { ...(genre && { config: genre }), ...(table && { table }) }
}

export type Stamp = ReturnType<typeof stamper>

/** Rows are no prose: nobody asks how many 字 a register has. */
export const countsOf = (doc: Doc) => (doc.register ? null : doc.facts.counts)

function afterComments(
  doc: Doc,
  diagnostics: readonly Diagnostic[],
  ids: readonly string[],
  settings: Readonly<Record<string, RuleSetting>>,
  stamp: Stamp,
): readonly Diagnostic[] {
  const ran = (id: string) => isOn(settings[id])
  const { kept, findings } = suppress(
    asWritten(doc),
    diagnostics,
    ran,
    (id) => ids.includes(id),
    (id) => nearest(id, ids),
  )
  const own = findings.filter(({ rule }) => ran(rule)).map(({ rule, finding }) => stamp(rule, finding, settings[rule]!))
  return own.length > 0 ? [...kept, ...own].sort(byPlace) : kept
}

/** A document that a rule did not get through must not seem clean, either. */
const failedIn = (doc: Doc, { rule, reason }: Failure, ...of: Unread): Diagnostic[] =>
  unread(
    { message: 'failed', args: { rule, reason }, at: { doc, span: { start: 0, end: Math.min(1, doc.text.length) } } },
    ...of,
  )

/** Of a file without a document: the diagnostic stands at its beginning. */
function unreadableReport(path: string, { message: reason, remedy }: UnreadableError, ...of: Unread): FileReport {
  const doc = createDoc({ text: '', blocks: [], rows: [], meta: { frontMatter: {}, asides: [], notices: [] } }, path)
  const finding = { message: 'unreadable', args: { reason, remedy }, at: { doc, span: { start: 0, end: 0 } } }
  return { path, genre: null, counts: null, diagnostics: unread(finding, ...of) }
}

const UNREADABLE = 'unreadable-file'

type Unread = readonly [rules: Registry, settings: Readonly<Record<string, RuleSetting>>, stamp: Stamp]

/** Switched off or not: a document that was not read must not seem clean. */
function unread(finding: Finding, ...[rules, settings, stamp]: Unread): Diagnostic[] {
  const [rule, setting] = [rules[UNREADABLE], settings[UNREADABLE]]
  if (!rule || !setting) return []
  return [stamp(UNREADABLE, finding, setting.level === 'off' ? { ...setting, level: rule.severity } : setting)]
}
