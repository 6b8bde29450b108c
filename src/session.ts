/** The one door: configuration and host → documents → diagnostics. Command line, editor and tests come in here. */

import { resolve } from 'node:path'
import {
  type Citation,
  type Diagnostic,
  type Doc,
  type FileReport,
  type GenreId,
  type Host,
  type Matchers,
  type Measurement,
  type Pair,
  type Parsed,
  type Registry,
  type Report,
  type RuleSetting,
  type Settings,
  UnreadableError,
  UsageError,
} from './core.ts'
import { discover } from './discovery.ts'
import { createDoc, type GenreHints, superiorsNamed } from './document.ts'
import { byPlace, type Failure, lint, stamper } from './lint.ts'
import { type Library, openLibrary } from './pairing.ts'
import { parser as plainParser } from './parsers/plain.ts'
import { relativeTo, shownPath } from './paths.ts'
import { nearest } from './suggest.ts'
import { suppress } from './suppress.ts'

export interface SessionOptions {
  readonly host: Host
  readonly rules: Registry
  readonly settings: Settings
  readonly matchers: Matchers
  /** --against: superior documents for whatever is checked. Relative to the current folder. */
  readonly against?: readonly string[]
  /** --genre */
  readonly genre?: GenreId
  /** Standard input as a document: its bytes and the name to report it under. */
  readonly stdin?: { readonly name: string; readonly bytes: Uint8Array }
  /** Called before each document. */
  readonly progress?: (done: number, total: number) => void
}

/** What a run of `check` comes to. */
export interface CheckResult {
  readonly report: Report
  /** Rules that broke: the report is not to be trusted whole. */
  readonly failures: readonly Failure[]
  /** Files that could not be read; each has its diagnostic in the report too. */
  readonly unreadable: number
  /** Documents of kinds that are not read yet. */
  readonly unsupported: readonly string[]
  /** What the reader of the report should know of how files were read, in Chinese, with the path. */
  readonly notices: readonly string[]
}

export interface MeasureResult {
  readonly document: Doc
  readonly superiors: readonly Doc[]
  readonly measurement: Measurement
  /** The share that the configuration asks for, 0–1. */
  readonly threshold: number
}

export interface Session {
  /** Lints files, folders and globs. Throws `UsageError`. */
  check(paths: readonly string[]): Promise<CheckResult>
  /** Genre and counts only. */
  count(paths: readonly string[]): Promise<CheckResult>
  /** The 50 % rule for one document. Throws `UsageError` when no superior document is known for it. */
  measure(path: string): Promise<MeasureResult>
}

export function openSession(options: SessionOptions): Session {
  const { host, rules, settings, matchers, progress } = options
  const read = (path: string, hints: GenreHints) => {
    const stdin = options.stdin?.name === path ? options.stdin.bytes : undefined
    return readDoc(stdin ?? host.read(path), path, {
      ...(options.genre ? { option: options.genre } : {}),
      ...configured(matchers.genreFor(path)),
      ...hints,
    })
  }
  // Reference documents are read as they are: --genre speaks of the drafts.
  const library = openLibrary(
    () => expand(options, settings.superiors),
    host,
    async (path) => readDoc(host.read(path), shownPath(path), configured(matchers.genreFor(path))),
  )

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
        docs.set(path, await read(path, { paired: isPaired(options, matchers, path, wanted.length) }))
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
      const { docs, unsupported } = await readAll(paths)
      const readable = [...docs.values()].filter((d): d is Doc => !(d instanceof UnreadableError))
      const pairs = await pairUp(readable, options, library)
      const { diagnostics, failures } = lint({
        docs: readable,
        pairs,
        rules,
        settingsFor: matchers.settingsFor,
        strict: settings.strict,
      })
      const stamp = stamper(rules, settings.strict)
      const files = [...docs].map(([path, doc]): FileReport => {
        if (doc instanceof UnreadableError) return unreadableReport(path, doc, rules, matchers.settingsFor(path), stamp)
        return {
          path,
          genre: doc.genre,
          counts: doc.facts.counts,
          diagnostics: afterComments(doc, diagnostics.get(doc) ?? [], rules, matchers.settingsFor(path), stamp),
        }
      })
      return {
        report: { files, summary: summarise(files) },
        failures,
        unreadable: docs.size - readable.length,
        unsupported,
        notices: readable.flatMap(noticesOf),
      }
    },

    async count(paths) {
      const { docs, unsupported } = await readAll(paths)
      const stamp = stamper(rules, settings.strict)
      const files = [...docs].map(
        ([path, doc]): FileReport =>
          doc instanceof UnreadableError
            ? unreadableReport(path, doc, rules, matchers.settingsFor(path), stamp)
            : { path, genre: doc.genre, counts: doc.facts.counts, diagnostics: [] },
      )
      const unreadable = files.filter((f) => f.counts === null).length
      return { report: { files, summary: summarise(files) }, failures: [], unreadable, unsupported, notices: [] }
    },

    async measure(path) {
      const kind = host.kind(path)
      if (path !== options.stdin?.name && kind !== 'file') await discover([path], host, () => false)
      if (kind === 'folder') throw new UsageError(`${path} 是文件夹`, 'measures 一次只看一份文件，请指定其中一份')
      const document = await read(path, { paired: true })
      const [pair] = await pairUp([document], options, library, true)
      if (!pair || pair.superiors.length === 0)
        throw new UsageError(`没有找到 ${path} 的上级文件`, missingHint(pair?.missing ?? []))
      const setting = matchers.settingsFor(path)['too-few-local-measures']?.options as
        | { threshold?: number }
        | undefined
      return {
        document,
        superiors: pair.superiors,
        measurement: pair.measurement,
        threshold: setting?.threshold ?? 0.5,
      }
    },
  }
}

const missingHint = (missing: readonly Citation[]) =>
  `${missing.length > 0 ? `文中提到《${missing[0]!.title}》。` : ''}请用 --against 指定上级文件，或在配置的 superiors 中写明存放上级文件的文件夹`

const configured = (genre: GenreId | undefined): GenreHints => (genre ? { config: genre } : {})

/** Paths, folders and globs of the configuration → files, as seen from the current folder. Throws `UsageError` where there is nothing. */
async function expand({ settings, host }: SessionOptions, paths: readonly string[]): Promise<readonly string[]> {
  const here = paths.map((path) => relativeTo(host.cwd, resolve(settings.root, path)) || '.')
  return paths.length === 0 ? [] : (await discover(here, host, () => false)).files
}

// -------------------------------------------------------------------------------------------------- reading

const decoderOf = {
  docx: async () => (await import('./parsers/docx.ts')).parser,
  markdown: async () => (await import('./parsers/markdown.ts')).parser,
  // The usual one, and small: no file of its own to look up.
  plain: async () => plainParser,
}

/** Which reader a file needs: packed formats by their first bytes, Markdown by its name (it has no mark of its own). */
function formatOf(bytes: Uint8Array, path: string): keyof typeof decoderOf {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return 'docx'
  if (/\.(?:docx|dotx|docm)$/i.test(path)) return 'docx'
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain'
}

/** Bytes → document. Throws `UnreadableError`. */
export async function readDoc(bytes: Uint8Array, path: string, hints: GenreHints = {}): Promise<Doc> {
  if (bytes.length === 0) throw new UnreadableError('文件是空的（0 字节）', '请确认是否保存成功')
  const parser = await decoderOf[formatOf(bytes, path)]()
  let parsed: Parsed
  try {
    parsed = parser.parse(bytes)
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError(
      `读取时出现内部错误（${error instanceof Error ? error.message : String(error)}）`,
      '请把这份文件（或能重现问题的片段）反馈给维护者',
    )
  }
  if (parsed.blocks.length === 0) throw new UnreadableError('文件中没有文字', '请确认内容是否为空白或只有图片')
  return createDoc(parsed, path, hints)
}

function noticesOf({ path, meta }: Doc): string[] {
  return meta.notices.flatMap(({ code, args }) => {
    if (code === 'tracked-changes') return `${path}：含 ${args.count} 处修订，按接受修订后的文字检查`
    if (code === 'invalid-bytes') return `${path}：有 ${args.count} 处字节无法按 ${meta.encoding} 解读，已用“�”代替`
    return []
  })
}

// -------------------------------------------------------------------------------------------------- pairing

/** Is a superior document named for this one, on the command line or in the configuration? */
function isPaired({ against = [], host }: SessionOptions, matchers: Matchers, path: string, total: number): boolean {
  const own = relativeTo(host.cwd, path)
  if (matchers.superiorsFor(path).length > 0) return true
  return total === 1 && against.some((a) => relativeTo(host.cwd, a) !== own)
}

/** One unit for every document that implements another, with the superior documents that could be found. */
async function pairUp(
  docs: readonly Doc[],
  options: SessionOptions,
  library: Library,
  always = false,
): Promise<Pair[]> {
  const { host, settings, matchers, against = [] } = options
  const pairs: Pair[] = []
  for (const doc of docs) {
    const superiors = new Map<string, Doc>()
    const missing: Citation[] = []
    const add = (superior: Doc) => {
      const key = relativeTo(host.cwd, superior.path)
      if (key !== relativeTo(host.cwd, doc.path)) superiors.set(key, superior)
    }
    const implementing = always || doc.genre.id === 'implementing'
    for (const path of against) {
      const superior = await named(library, path, '--against')
      // With many drafts, each is held against what it cites.
      if (implementing || docs.length === 1 || cites(doc, superior)) add(superior)
    }
    for (const path of await expand(options, matchers.superiorsFor(doc.path)))
      add(await named(library, path, '配置 pairs'))
    for (const entry of superiorsNamed(doc.meta.frontMatter)) {
      const beside = `${doc.path.includes('/') ? `${doc.path.replace(/\/[^/]*$/, '')}/` : ''}${entry}`
      const citation = {
        title: entry.replace(/^《|》.*$/g, ''),
        ...numberIn(entry),
        start: 0,
        end: Math.min(1, doc.text.length),
      }
      const superior = host.kind(beside) === 'file' ? await readable(library, beside) : await library.find(citation)
      if (superior) add(superior)
      else missing.push(citation)
    }
    if ((implementing || superiors.size > 0) && settings.superiors.length > 0)
      for (const citation of doc.facts.implemented) {
        const superior = await library.find(citation)
        if (superior) add(superior)
        else missing.push(citation)
      }
    else if (superiors.size === 0) missing.push(...doc.facts.implemented)
    if (superiors.size > 0 || implementing) pairs.push(await createPair(doc, [...superiors.values()], missing))
  }
  return pairs
}

async function named(library: Library, path: string, by: string): Promise<Doc> {
  try {
    return await library.at(path)
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UsageError(`${by} 指定的上级文件 ${path} 无法使用：${error.message}`, error.remedy)
    throw error
  }
}

async function readable(library: Library, path: string): Promise<Doc | undefined> {
  try {
    return await library.at(path)
  } catch (error) {
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}

const numberIn = (text: string): { number?: string } => {
  const number = /[一-龥]{1,14}[〔[（(【]\d{4}[〕\]）)】]第?\d{1,5}号/.exec(text)?.[0]
  return number ? { number } : {}
}

const cites = (doc: Doc, superior: Doc) => {
  const title = superior.facts.title.replace(/^.*?关于/, '关于')
  return title.length >= 6 && doc.text.replace(/\s+/g, '').includes(title)
}

/** Nothing was compared. */
const UNMEASURED: Measurement = {
  units: [],
  share: { value: 0, low: 0, high: 0 },
  chars: { content: 0, localMeasures: 0, copied: 0, adapted: 0 },
}

/** The engine of the 50 % rule is loaded only for a document that has a superior. */
async function createPair(doc: Doc, superiors: readonly Doc[], missing: readonly Citation[]): Promise<Pair> {
  if (superiors.length === 0) return { doc, superiors, missing, measurement: UNMEASURED, passages: [] }
  const { measure, passages } = await import('./measures/index.ts')
  const input = ({ text, facts }: Doc) => ({ text, sentences: facts.sentences, body: facts.body })
  let measurement: Measurement | undefined
  let found: Pair['passages'] | undefined
  const pair: Pair = {
    doc,
    superiors,
    missing,
    get measurement() {
      measurement ??= measure(input(doc), superiors.map(input))
      return measurement
    },
    get passages() {
      found ??= passages(pair.measurement, doc.text)
      return found
    },
  }
  return pair
}

// ------------------------------------------------------------------------------------------------- reporting

type Stamp = ReturnType<typeof stamper>

function afterComments(
  doc: Doc,
  diagnostics: readonly Diagnostic[],
  rules: Registry,
  settings: Readonly<Record<string, RuleSetting>>,
  stamp: Stamp,
): readonly Diagnostic[] {
  const isOn = (id: string) => settings[id] !== undefined && settings[id].level !== 'off'
  const { kept, findings } = suppress(
    doc,
    diagnostics,
    isOn,
    (id) => Object.hasOwn(rules, id),
    (id) => nearest(id, Object.keys(rules)),
  )
  const own = findings
    .filter(({ rule }) => isOn(rule))
    .map(({ rule, finding }) => stamp(rule, finding, settings[rule]!))
  return own.length > 0 ? [...kept, ...own].sort(byPlace) : kept
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

function summarise(files: readonly FileReport[]): Report['summary'] {
  const all = files.flatMap((f) => f.diagnostics)
  const of = (severity: Diagnostic['severity']) => all.filter((d) => d.severity === severity).length
  return {
    files: files.length,
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    fixable: all.filter((d) => d.fix).length,
  }
}

// ----------------------------------------------------------------------------------------------------- tests

/** One text through the whole door, without a file system: for rule pages and for callers that hold the text already. */
export async function lintText(input: {
  readonly text: string | Uint8Array
  readonly path: string
  readonly genre?: GenreId
  readonly superiors?: readonly { readonly path: string; readonly text: string }[]
  readonly rules: Registry
  /** Every rule's complete setting; see `defaultSettings` in config. */
  readonly settings: Readonly<Record<string, RuleSetting>>
  readonly strict?: boolean
}): Promise<FileReport> {
  const files = new Map<string, Uint8Array>()
  const put = (path: string, text: string | Uint8Array) =>
    files.set(relativeTo('/', path), typeof text === 'string' ? Buffer.from(text) : text)
  put(input.path, input.text)
  for (const superior of input.superiors ?? []) put(superior.path, superior.text)
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
  })
  const { report, failures } = await session.check([input.path])
  if (failures[0]) throw new Error(`规则 ${failures[0].rule}：${failures[0].reason}`)
  return report.files[0]!
}

function missingFile(): never {
  throw new UnreadableError('找不到文件', '')
}
