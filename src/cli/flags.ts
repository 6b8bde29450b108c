import { type Language, UsageError } from '../core.ts'
import type { GenreAsked } from '../genre-names.ts'
import type { ReporterName } from '../reporters/index.ts'
import type { Shard } from '../session/sharding.ts'

/** Options as commander hands them over. */
export interface Flags {
  readonly against?: string[]
  readonly genre?: GenreAsked
  readonly outputFile?: string
  /** How that was asked for, where it was not by its own option; the file's name follows. */
  readonly outputOption?: string
  readonly fix?: boolean
  readonly unsafeFixes?: boolean
  readonly diff?: boolean
  readonly annotate?: string
  readonly suggest?: boolean
  readonly writeReview?: boolean
  readonly asOf?: string
  readonly config?: string
  readonly preset?: string[]
  readonly rule?: string[]
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly printConfig?: string
  readonly statistics?: boolean
  readonly timing?: boolean
  readonly debugGenre?: boolean
  readonly maxWarnings?: number
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly jobs?: number
  readonly shard?: Shard
  readonly stdinNdjson?: boolean
  /** `true`: without a base. */
  readonly changed?: true | string
  readonly watch?: boolean
  /** Seconds. */
  readonly timeout?: number
  readonly lang: Language
  readonly stdinFilename: string
  readonly color: boolean
  readonly yes?: boolean
  readonly registers?: true | string
  readonly version?: boolean
  /** Of `ledger`: which year, and 旧名=新名. */
  readonly year?: number
  readonly renamed?: string[]
}

/** Of commands that make one report. */
export interface ReportFlags extends Flags {
  readonly format: string
}

/** Of lint, which may make several reports at once. */
export interface LintFlags extends Flags {
  readonly format?: readonly WantedReport[]
}

/** A report of lint, and the file it goes to; without one it goes to standard output, or to --output-file. */
export interface WantedReport {
  readonly name: ReporterName
  readonly file?: string
}

/** Does a report show the documents themselves? Of lint only. */
export function showsContent(flags: Flags): boolean {
  const { format } = flags as ReportFlags | LintFlags
  return typeof format === 'object' && format.some(({ name }) => name === 'html')
}

/** Does anybody ask for the texts of fixes? Of lint only; the reports for people at a terminal merely count them. */
export function showsFixes(flags: Flags): boolean {
  const { format = [], shard } = flags as LintFlags
  return (
    shard !== undefined || Object.values(rewriting(flags)).some(Boolean) || !format.every(({ name }) => LEAN.has(name))
  )
}

const LEAN: ReadonlySet<string> = new Set(['pretty', 'concise'])

/** Options with which drafts or copies of them are written. */
export const rewriting = ({ fix, diff, annotate }: Flags) => ({
  '--fix': fix,
  '--diff': diff,
  '--annotate': annotate !== undefined,
})

/** Throws `UsageError` where one of `others` is on. */
export function refuseWith(option: string, others: Readonly<Record<string, unknown>>, remedy: string): void {
  for (const [other, isOn] of Object.entries(others))
    if (isOn) throw new UsageError(`${option} 与 ${other} 不能同时使用`, remedy)
}
