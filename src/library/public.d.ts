/**
 * What `import … from 'burden-lint'` offers. The package ships this file as it stands: it imports nothing. `src/library.test.ts` holds it against
 * the program.
 */

// ---------------------------------------------------------------------------------------------------- asking

export type Severity = 'error' | 'warning' | 'info'
export type Level = Severity | 'off'
export type Language = 'zh' | 'en'

/** 文种 by id; `burden-lint --help` and the README have their Chinese names, which are accepted too. */
export type GenreId =
  | 'speech.special'
  | 'speech.general'
  | 'speech.comprehensive'
  | 'speech.host'
  | 'speech.stance'
  | 'implementing'
  | 'notice'
  | 'notice.forward'
  | 'notice.meeting'
  | 'notice.inspection'
  | 'opinion'
  | 'plan'
  | 'decision'
  | 'circular'
  | 'minutes'
  | 'letter'
  | 'reply'
  | 'request'
  | 'report.work'
  | 'report.annual'
  | 'bulletin'
  | 'experience'
  | 'register.groups'
  | 'register.members'
  | 'register.plan'
  | 'register.monthly'
  | 'register.items'
  | 'register.visits'
  | 'register.apps'
  | 'register.superiors'
  | 'register.facts'
  | 'register.other'
  | 'other'

/** A genre by id, by its Chinese name or by what offices call it. */
export type GenreName = GenreId | (string & {})

/** A text that is at hand. Must not be changed while it is linted. */
export interface Text {
  /** The name it goes by. Its extension decides how it is read (`.md`, `.txt`, `.docx` …), its folder what the configuration says of it. Nothing need be there. */
  readonly path: string
  /** A string, or the bytes of a file in any format and encoding that the command line reads. */
  readonly text: string | Uint8Array
}

export interface TextDocument extends Text {
  /** Stronger than everything else that tells the genre. */
  readonly genre?: GenreName | undefined
  /** The superior documents that it implements. */
  readonly superiors?: readonly Text[] | undefined
}

/** What holds for a whole run; everything may be left out. */
export interface LintSettings {
  /** Folder that paths are relative to, and in which (or above which) the configuration is looked for. By default that of the process; of the plug-in, the file's. */
  readonly cwd?: string | undefined
  /** The path of a configuration file, or a configuration itself; then none is looked for. `{}` sets nothing. */
  readonly config?: string | Readonly<Record<string, unknown>> | undefined
  /** Presets instead of the configured ones: names, or files. */
  readonly presets?: readonly string[] | undefined
  /** Levels of rules, by id; stronger than everything else. */
  readonly rules?: Readonly<Record<string, Level>> | undefined
  /** Rules that say 原则上 or 一般 become errors. */
  readonly strict?: boolean | undefined
  /** Superior documents on the disk: files, folders, globs. */
  readonly against?: readonly string[] | undefined
  /** The genre of all documents that do not name their own here. */
  readonly genre?: GenreName | undefined
  /** The day on which waivers, presets, caps, due dates and months are judged, YYYY-MM-DD. By default today, here. */
  readonly asOf?: string | undefined
  /** Of `text`; by default `zh`. */
  readonly lang?: Language | undefined
}

/** As much of an `AbortSignal` as is needed: not every program has its type. */
export interface Signal {
  readonly aborted: boolean
  throwIfAborted(): void
}

/** Lints files. */
export interface LintFiles extends LintSettings {
  /** Files, folders, globs. */
  readonly files: readonly string[]
  readonly documents?: undefined
  readonly disk?: undefined
  /** Ends the run: it rejects with the signal's reason. */
  readonly signal?: Signal | undefined
}

/** Lints texts that are at hand. */
export interface LintDocuments extends LintSettings {
  readonly documents: readonly TextDocument[]
  readonly files?: undefined
  /**
   * May a document lead to files on the disk: the superior documents that its front matter names (inside `cwd`), the review file beside it? By
   * default not: then nothing is read but the configuration and what it or `against` names.
   */
  readonly disk?: boolean | undefined
  /** Ends the run: it rejects with the signal's reason. */
  readonly signal?: Signal | undefined
}

export type LintOptions = LintFiles | LintDocuments

// ---------------------------------------------------------------------------------------------------- results

/** A half-open range of UTF-16 code units in the document's text (a BOM removed, nothing else changed). */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same as a person finds it. Lines and columns count from 1, columns in UTF-16 code units; in a register, rows and columns of the sheet. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** 第12段, 第12段第3行, 表2第3行第1列, 第2页第3段 */
  readonly label: string
}

/** The clause that a rule rests on. */
export interface Basis {
  readonly source: string
  readonly clause: string
  readonly quote: string
  /** Has anybody compared the quotation with the document or its published text, word for word? */
  readonly verified: boolean
}

/** A place in this or another document. */
export interface Related {
  readonly path: string
  readonly span: Span
  readonly place: Place
}

/** Replaces `span` by `text`. `safe`: it cannot change what the sentence says. */
export interface Fix {
  readonly span: Span
  readonly text: string
  readonly safe: boolean
}

/** Why a finding is let pass, and who answers for it. Days are YYYY-MM-DD. */
export interface Waiver {
  readonly reason: string
  readonly approver: string
  readonly date: string
  readonly until?: string
}

export interface Diagnostic {
  readonly rule: string
  readonly severity: Severity
  /** What is wrong and what to do about it, in whole sentences. */
  readonly text: string
  /** Which of the rule's messages it is, and its arguments: stable data for programs. */
  readonly message: string
  readonly args: Readonly<Record<string, string | number>>
  readonly span: Span
  readonly place: Place
  readonly basis: Basis | null
  readonly related: readonly Related[]
  readonly fix: Fix | null
  readonly waiver?: Waiver
  /** Rule + quoted text + occurrence: survives edits elsewhere in the file. */
  readonly fingerprint: string
}

export interface Genre {
  readonly id: GenreId
  /** Its Chinese name. */
  readonly title: string
  /** Why, in Chinese, strongest first. */
  readonly evidence: readonly string[]
}

/** 字数 of the body. */
export interface Counts {
  /** As Word's 字数. */
  readonly word: number
  /** As Word's 字符数(不计空格). */
  readonly nospace: number
  /** Chinese characters only. */
  readonly han: number
  /** Pages of 22 lines × 28 characters, to two decimals. */
  readonly pages: number
  /** Speaking minutes at 180 字 a minute, to one decimal. */
  readonly minutes: number
}

/** One document. One that could not be read has neither genre nor counts, and one diagnostic `unreadable-file`; a register has no counts. */
export interface FileResult {
  readonly path: string
  readonly genre: Genre | null
  readonly counts: Counts | null
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface Summary {
  /** Documents; the waiver file is none. */
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many of `infos` are waived; absent where none are. */
  readonly waived?: number
  /** Findings with a fix that is safe. */
  readonly fixable: number
}

/** As `--format json` has it, and what the command line says on standard error. JSON-safe. */
export interface LintResult {
  readonly version: 1
  /** In the order in which they were asked for; then the waiver file, where there is something to say of it. */
  readonly files: readonly FileResult[]
  readonly summary: Summary
  /** What you should know of how documents were read and paired, in Chinese. */
  readonly notices: readonly string[]
  /** What makes the result incomplete (a superior document or waiver file that cannot be used, a rule that broke), in Chinese. The command line ends with exit code 2. */
  readonly problems: readonly string[]
}

/** Wrong options, a wrong configuration, or no file at all of those asked for: what is wrong (`message`) and what to do about it (`remedy`), in Chinese. */
export declare class UsageError extends Error {
  readonly name: 'UsageError'
  readonly remedy: string
  constructor(reason: string, remedy?: string)
}

/**
 * Lints files or texts. Prints nothing, changes nothing, and may be called several times at once. Rejects with `UsageError`, or with the reason
 * of the signal. A document that cannot be read is no error of the whole: it has a diagnostic of its own.
 */
export declare function lint(options: LintOptions): Promise<LintResult>

// ---------------------------------------------------------------------------------------------------- plug-in

export interface BurdenLintOptions extends LintSettings {
  /** The superior documents that the document implements. */
  readonly superiors?: readonly Text[] | undefined
}

/** A message as the plug-in fills it in; of vfile's `VFileMessage`. */
export interface Message {
  fatal?: boolean | null | undefined
  note?: string | undefined
  actual?: string | null | undefined
  expected?: string[] | null | undefined
}

/** Lines and columns count from 1, offsets from 0. */
export interface Position {
  readonly start: { readonly line: number; readonly column: number; readonly offset: number }
  readonly end: { readonly line: number; readonly column: number; readonly offset: number }
}

export interface MessageOptions {
  readonly place?: Position | undefined
  readonly ruleId?: string | undefined
  readonly source: string
}

/** A syntax tree; nothing of it is used. */
export interface Tree {
  type: string
}

/** As much of vfile's `VFile` as the plug-in needs. */
export interface LintedFile {
  readonly path?: string | undefined
  readonly cwd: string
  toString(): string
  message(reason: string, options: MessageOptions): Message
  info(reason: string, options: MessageOptions): Message
}

/**
 * A unified plug-in (unified 11, vfile 6): lints the file as it came in, and reports what it finds as messages of the file. `fatal` is true of errors,
 * false of warnings, undefined of information; `note` has advice and basis. It works asynchronously: use `process` or `run`, not `processSync`.
 */
export declare function burdenLint(options?: BurdenLintOptions): (tree: Tree, file: LintedFile) => Promise<void>
