/** The one door: configuration and host → documents → diagnostics. Command line, editor and tests come in here. */
import {
  type Citation,
  type Counting,
  type Diagnostic,
  type Doc,
  type FileReport,
  type GenreId,
  type Host,
  type Matchers,
  type Measurement,
  type Pair,
  type Registry,
  type Report,
  type RuleSetting,
  type Settings,
  UnreadableError,
  UsageError,
} from './core.ts'
import { discover } from './discovery.ts'
import { createDoc } from './document.ts'
import { byPlace, type Clock, type Failure, isOn, lint, stamper } from './lint.ts'
import { staleWords } from './measures/review.ts'
import { COUNTING, recounted } from './measures/share.ts'
import { openPairing } from './pairing.ts'
import { relativeTo, shownPath } from './paths.ts'
import { noticesOf, type ReadingHints, readDoc } from './reading.ts'
import { nearest } from './suggest.ts'
import { summarise } from './summary.ts'
import { type OpenWaivers, suppress } from './suppress.ts'
import { citationName } from './text/citations.ts'
import { readWaivers } from './waiver-file.ts'

export interface SessionOptions {
  readonly host: Host
  /** All rules, or with `load` those that every run may need. */
  readonly rules: Registry
  readonly settings: Settings
  readonly matchers: Matchers
  /** Loads the rules that these documents may need, `rules` among them, with their settings; absent where `rules` are all. */
  readonly load?: (docs: readonly Doc[], all: boolean) => Promise<LoadedRules>
  /** Every rule there is, loaded or not; absent: those in `rules`. */
  readonly ids?: readonly string[]
  /** --against: superior documents for whatever is checked. Relative to the current folder. */
  readonly against?: readonly string[]
  /** --genre */
  readonly genre?: GenreId
  /** Standard input as a document: its bytes and the name to report it under. */
  readonly stdin?: { readonly name: string; readonly bytes: Uint8Array }
  /** The day of judgement, YYYY-MM-DD: waivers run out. Without it nothing does. */
  readonly asOf?: string
  /** Told how long reading (`read`), pairing (`pair`) and each rule took in all. Milliseconds. */
  readonly clock?: Clock
  /** Called before each document. */
  readonly progress?: (done: number, total: number) => void
}

/** Rules as a run uses them. */
export interface LoadedRules {
  readonly rules: Registry
  /** As in `Matchers`. */
  settingsFor(path: string): Readonly<Record<string, RuleSetting>>
}

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
}

export interface MeasureResult {
  readonly document: Doc
  readonly superiors: readonly Doc[]
  /** Its share and characters are counted as configured. */
  readonly measurement: Measurement
  readonly counting: Counting
  /** The share that the configuration asks for, 0–1. */
  readonly threshold: number
  /** What the reader should know of how superior documents were chosen, in Chinese. */
  readonly notices: readonly string[]
  /** Superior documents that could not be read, in Chinese. The exit code is 2. */
  readonly problems: readonly string[]
  /** Every file that was read. */
  readonly read: readonly string[]
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
  /** Genre and counts only. */
  count(paths: readonly string[]): Promise<CheckResult>
  /** The documents themselves, and those that could not be read, by path. */
  open(paths: readonly string[]): Promise<OpenedDocs>
  /** The 50 % rule for one document. Throws `UsageError` when no superior document is known for it. */
  measure(path: string): Promise<MeasureResult>
}

export function openSession(options: SessionOptions): Session {
  const { host, settings, matchers, progress, ids = Object.keys(options.rules) } = options
  const opened = new Set<string>()
  const reading: Host = {
    ...host,
    read(path) {
      opened.add(path)
      return host.read(path)
    },
    // What the index stands for was read, if not today.
    stat(path) {
      opened.add(path)
      return host.stat?.(path)
    },
  }
  const read = (path: string, hints: ReadingHints) => {
    const stdin = options.stdin?.name === path ? options.stdin.bytes : undefined
    return readDoc(stdin ?? reading.read(path), path, {
      ...(options.genre ? { option: options.genre } : {}),
      ...configured(matchers, path),
      ...hints,
    })
  }
  const pairing = openPairing({
    host: reading,
    settings,
    matchers,
    against: options.against ?? [],
    cache: settings.cache === false ? undefined : host.cache?.(settings.cache),
    // Reference documents are read as they are: --genre speaks of the drafts.
    read: async (path, bytes = reading.read(path)) => readDoc(bytes, shownPath(path), configured(matchers, path)),
  })

  const timed = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const result = await run()
    options.clock?.(what, performance.now() - begun)
    return result
  }

  const readAll = async (paths: readonly string[]) => {
    const { files, unsupported, unreadable } = await discover(
      paths.filter((p) => p !== options.stdin?.name),
      host,
      // Superior documents are reference only, unless their folder is asked for.
      (file, base) => matchers.ignored(file) || (matchers.isSuperior(file) && !matchers.isSuperior(base)),
    )
    const wanted = [...files, ...paths.filter((p) => p === options.stdin?.name)]
    const docs = new Map<string, Doc | UnreadableError>()
    let done = 0
    for (const path of wanted) {
      progress?.(done++, wanted.length)
      try {
        docs.set(path, await read(path, { paired: pairing.isNamed(path, wanted.length) }))
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error
        docs.set(path, error)
      }
    }
    progress?.(done, wanted.length)
    for (const { path, error } of unreadable) docs.set(shownPath(path), error)
    return { docs, unsupported }
  }

  return {
    async check(paths) {
      const { docs, unsupported } = await timed('read', () => readAll(paths))
      const readable = [...docs.values()].filter((d): d is Doc => !(d instanceof UnreadableError))
      const pairs = await timed('pair', () => pairing.pairUp(readable))
      const problems: string[] = []
      const waivers = await readWaivers(reading, settings, ids, options.asOf ?? '', (text) => problems.push(text))
      // Whether a comment or a waiver is idle only the rule itself can tell.
      const all = waivers !== undefined || readable.some(({ text }) => text.includes('burden-lint'))
      const { rules, settingsFor } = (await options.load?.(readable, all)) ?? { ...options, ...matchers }
      const { diagnostics, failures } = lint({
        docs: readable,
        pairs,
        rules,
        settingsFor,
        strict: settings.strict,
        ...(options.asOf && { asOf: options.asOf }),
        clock: options.clock,
      })
      const stamp = stamper(rules, settings.strict)
      const files = [...docs].map(([path, doc]): FileReport => {
        if (doc instanceof UnreadableError) return unreadableReport(path, doc, rules, settingsFor(path), stamp)
        const left = afterComments(doc, diagnostics.get(doc) ?? [], ids, settingsFor(path), stamp)
        const judged = waivers ? waivers.apply(path, left) : left
        return { path, genre: doc.genre, counts: countsOf(doc), diagnostics: judged }
      })
      if (waivers) files.push(...waiverReport(waivers, rules, settingsFor, stamp))
      return {
        report: { files, summary: summarise(files) },
        rules,
        failures,
        unreadable: docs.size - readable.length,
        unsupported,
        notices: [...readable.flatMap(noticesOf), ...pairing.notices()],
        problems: [...pairing.problems(), ...problems],
        read: [...opened],
      }
    },

    async count(paths) {
      const { docs, unsupported } = await readAll(paths)
      const stamp = stamper(options.rules, settings.strict)
      const files = [...docs].map(
        ([path, doc]): FileReport =>
          doc instanceof UnreadableError
            ? unreadableReport(path, doc, options.rules, matchers.settingsFor(path), stamp)
            : { path, genre: doc.genre, counts: countsOf(doc), diagnostics: [] },
      )
      const unreadable = [...docs.values()].filter((doc) => doc instanceof UnreadableError).length
      return {
        report: { files, summary: summarise(files) },
        rules: options.rules,
        failures: [],
        unreadable,
        unsupported,
        notices: [],
        problems: [],
        read: [...opened],
      }
    },

    async open(paths) {
      const { docs, unsupported } = await readAll(paths)
      const readable = [...docs.values()].filter((d): d is Doc => !(d instanceof UnreadableError))
      return {
        docs: readable,
        unreadable: [...docs].flatMap(([path, error]) => (error instanceof UnreadableError ? [{ path, error }] : [])),
        unsupported,
        notices: readable.flatMap(noticesOf),
        read: [...opened],
      }
    },

    async measure(path) {
      const kind = host.kind(path)
      if (path !== options.stdin?.name && kind !== 'file') await discover([path], host, () => false)
      if (kind === 'folder') throw new UsageError(`${path} 是文件夹`, 'measures 一次只看一份文件，请指定其中一份')
      const document = await read(path, { paired: true })
      const [pair] = await pairing.pairUp([document], true)
      if (!pair || pair.superiors.length === 0)
        throw new UsageError(
          `没有找到 ${path} 的上级文件`,
          [...pairing.problems(), missingHint(pair?.missing ?? [])].join('\n'),
        )
      const { threshold = 0.5, ...asked } = (matchers.settingsFor(path)['too-few-local-measures']?.options ??
        {}) as Partial<Counting> & { readonly threshold?: number }
      const counting = { ...COUNTING, ...asked }
      return {
        document,
        superiors: pair.superiors,
        measurement: recounted(pair.measurement, counting),
        counting,
        threshold,
        notices: [...pairing.notices(), ...staleNotices(pair)],
        problems: pairing.problems(),
        read: [...opened],
      }
    },
  }
}

/** What `too-few-local-measures` reports when it lints. */
const staleNotices = ({ review }: Pair): string[] =>
  (review?.stale ?? []).map((stale) => {
    const { sentence, reason } = staleWords(stale)
    return `复核文件 ${review!.path} 中“${sentence}”一句的意见没有采用：${reason}`
  })

const missingHint = (missing: readonly Citation[]) =>
  `${missing[0] ? `文中提到${citationName(missing[0])}。` : ''}请用 --against 指定上级文件，或在配置的 superiors 中写明存放上级文件的文件夹`

function configured(matchers: Matchers, path: string): ReadingHints {
  const genre = matchers.genreFor(path)
  const table = matchers.registerFor?.(path)
  return { ...(genre && { config: genre }), ...(table && { table }) }
}

// ------------------------------------------------------------------------------------------------- reporting

type Stamp = ReturnType<typeof stamper>

/** Rows are no prose: nobody asks how many 字 a register has. */
const countsOf = (doc: Doc) => (doc.register ? null : doc.facts.counts)

function afterComments(
  doc: Doc,
  diagnostics: readonly Diagnostic[],
  ids: readonly string[],
  settings: Readonly<Record<string, RuleSetting>>,
  stamp: Stamp,
): readonly Diagnostic[] {
  const ran = (id: string) => isOn(settings[id])
  const { kept, findings } = suppress(
    doc,
    diagnostics,
    ran,
    (id) => ids.includes(id),
    (id) => nearest(id, ids),
  )
  const own = findings.filter(({ rule }) => ran(rule)).map(({ rule, finding }) => stamp(rule, finding, settings[rule]!))
  return own.length > 0 ? [...kept, ...own].sort(byPlace) : kept
}

/** What is to be said of the waivers themselves, if anything. */
function waiverReport(
  waivers: OpenWaivers,
  rules: Registry,
  settingsFor: LoadedRules['settingsFor'],
  stamp: Stamp,
): FileReport[] {
  const id = 'unused-waiver'
  const setting = settingsFor('')[id]
  if (!rules[id] || !isOn(setting)) return []
  const findings = waivers.findings(
    (rule, path) => isOn(settingsFor(path)[rule]),
    (rule) => rules[rule]?.severity === 'error',
  )
  const diagnostics = findings.map((finding) => stamp(id, finding, setting)).sort(byPlace)
  return diagnostics[0] ? [{ path: diagnostics[0].path, genre: null, counts: null, diagnostics }] : []
}

/** A file without a document: the diagnostic stands at its beginning. */
function unreadableReport(
  path: string,
  error: UnreadableError,
  rules: Registry,
  settings: Readonly<Record<string, RuleSetting>>,
  stamp: Stamp,
): FileReport {
  const id = 'unreadable-file'
  const setting = settings[id]
  if (!rules[id] || !setting || setting.level === 'off') return { path, genre: null, counts: null, diagnostics: [] }
  const nothing = createDoc(
    { text: '', blocks: [], rows: [], meta: { frontMatter: {}, asides: [], notices: [] } },
    path,
  )
  const finding = {
    message: 'unreadable',
    args: { reason: error.message, remedy: error.remedy },
    at: { doc: nothing, span: { start: 0, end: 0 } },
  }
  return { path, genre: null, counts: null, diagnostics: [stamp(id, finding, setting)] }
}

// ----------------------------------------------------------------------------------------------------- tests

/** One text through the whole door, without a file system: for rule pages and for callers that hold the text already. */
export async function lintText(input: {
  readonly text: string | Uint8Array
  readonly path: string
  readonly genre?: GenreId
  readonly superiors?: readonly { readonly path: string; readonly text: string }[]
  /** Linted in the same run; what is found in them is not given back. */
  readonly others?: readonly { readonly path: string; readonly text: string }[]
  readonly asOf?: string
  readonly rules: Registry
  /** Every rule's complete setting; see `defaultSettings` in config. */
  readonly settings: Readonly<Record<string, RuleSetting>>
  readonly strict?: boolean
}): Promise<FileReport> {
  const files = new Map<string, Uint8Array>()
  const put = (path: string, text: string | Uint8Array) =>
    files.set(relativeTo('/', path), typeof text === 'string' ? Buffer.from(text) : text)
  put(input.path, input.text)
  for (const { path, text } of [...(input.superiors ?? []), ...(input.others ?? [])]) put(path, text)
  const host: Host = {
    cwd: '/',
    read: (path) => files.get(relativeTo('/', path)) ?? missingFile(),
    kind: (path) => (files.has(relativeTo('/', path)) ? 'file' : 'missing'),
    list: () => [],
  }
  const settings: Settings = {
    root: '/',
    rules: input.settings,
    overrides: [],
    genres: [],
    superiors: [],
    pairs: [],
    ignores: [],
    strict: input.strict ?? false,
    failOn: 'error',
  }
  const matchers: Matchers = {
    settingsFor: () => input.settings,
    genreFor: () => undefined,
    ignored: () => false,
    superiorsFor: () => [],
    isSuperior: () => false,
  }
  const session = openSession({
    host,
    rules: input.rules,
    settings,
    matchers,
    against: (input.superiors ?? []).map((s) => s.path),
    ...(input.genre ? { genre: input.genre } : {}),
    ...(input.asOf ? { asOf: input.asOf } : {}),
  })
  const { report, failures } = await session.check([input.path, ...(input.others ?? []).map(({ path }) => path)])
  if (failures[0]) throw new Error(`规则 ${failures[0].rule}：${failures[0].reason}`)
  return report.files[0]!
}

function missingFile(): never {
  throw new UnreadableError('找不到文件', '')
}
