/** Findings that were there before: they are put up with until somebody mends them, so that only new ones count. */
import type { Diagnostic, FileReport, Report } from './core.ts'
import { summarise, withFindings } from './summary.ts'
import { clauseOf, unnumbered } from './text/contexts.ts'

/**
 * How often each rule found each clause of a document: path → rule → clause → count. Neither lines nor offsets, so that edits elsewhere leave it alone.
 * Paths use `/` and are relative to the baseline's folder.
 */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>

/** A clause that a rule found `count` times more than now. */
export interface Gone {
  readonly rule: string
  readonly clause: string
  readonly count: number
}

export interface Compared {
  /** Without the findings that the baseline knows. */
  readonly report: Report
  /** What the baseline knows of these documents and nobody finds any more, by path. */
  readonly stale: ReadonlyMap<string, readonly Gone[]>
  /** Documents that the baseline knows and that are no longer there. */
  readonly deleted: readonly string[]
}

/** What is known of a run besides its report. */
export interface Run {
  /** How the baseline names a document of the report. */
  pathOf(path: string): string
  /** Is a document of the baseline still there? */
  exists(path: string): boolean
  /** Did a rule look at a document of the report? What it found before is not gone where nobody looked. */
  ran(rule: string, path: string): boolean
}

export function compareWith(baseline: Baseline, report: Report, { pathOf, exists, ran }: Run): Compared {
  const unseen = new Set(baseline.keys())
  const stale = new Map<string, readonly Gone[]>()
  let known = 0
  const files = report.files.map((file): FileReport => {
    const path = pathOf(file.path)
    const rules = baseline.get(path)
    if (!rules) return file
    unseen.delete(path)
    const left = new Map([...rules].map(([rule, clauses]) => [rule, new Map(clauses)]))
    const fresh = file.diagnostics.filter((diagnostic) => {
      const clauses = isKept(diagnostic) ? left.get(diagnostic.rule) : undefined
      const clause = clauses && namesOf(diagnostic, file).find((name) => clauses.get(name))
      if (clause !== undefined) clauses!.set(clause, clauses!.get(clause)! - 1)
      return clause === undefined
    })
    const old = file.diagnostics.length - fresh.length
    known += old
    const gone = [...left]
      .filter(([rule]) => ran(rule, file.path))
      .flatMap(([rule, clauses]) =>
        [...clauses].flatMap(([clause, count]) =>
          count > 0 ? [{ rule, clause: clause.replace(MESSAGE, ''), count }] : [],
        ),
      )
    // Of a file that could not be read nobody knows.
    if (gone.length > 0 && file.genre) stale.set(path, gone)
    return { ...withFindings(file, fresh), ...(old > 0 && { known: old }) }
  })
  const deleted = [...unseen].filter((path) => !exists(path))
  return { report: { files, summary: { ...summarise(files), known } }, stale, deleted }
}

/**
 * The baseline after this run: what was found in its documents, and what `before` knows of the documents that were not in it and are still there, and of
 * rules that did not run.
 */
export function updated(before: Baseline, report: Report, { pathOf, exists, ran }: Run): Baseline {
  const after = new Map([...before].filter(([path]) => exists(path)))
  for (const file of report.files) {
    const path = pathOf(file.path)
    if (!file.genre) continue
    const rules = new Map(
      [...(before.get(path) ?? [])]
        .filter(([rule]) => !ran(rule, file.path))
        .map(([rule, clauses]) => [rule, new Map(clauses)]),
    )
    for (const diagnostic of file.diagnostics.filter(isKept)) {
      const clauses = rules.get(diagnostic.rule) ?? new Map<string, number>()
      rules.set(diagnostic.rule, clauses)
      const clause = nameOf(diagnostic, file)
      clauses.set(clause, (clauses.get(clause) ?? 0) + 1)
    }
    if (rules.size > 0) after.set(path, rules)
    else after.delete(path)
  }
  return after
}

/**
 * Of a register the cell stays what it is while the figures go on: an early warning that was let in must not hide that the quota is overrun. Which of them it
 * is its message tells, whatever level a configuration gives it.
 */
const nameOf = ({ excerpt, message }: Diagnostic, file: FileReport): string =>
  isRegister(file) ? `${clauseOf(excerpt)}（${message}）` : clauseOf(excerpt)
const MESSAGE = /（(?:[A-Za-z]+|错误)）$/
/** And as a baseline may have it that was written before. */
const namesOf = (diagnostic: Diagnostic, file: FileReport): readonly string[] => {
  const name = nameOf(diagnostic, file)
  const clause = name.replace(MESSAGE, '')
  return isRegister(file) ? [name, diagnostic.severity === 'error' ? `${clause}（错误）` : clause] : [name]
}
const isRegister = ({ genre }: FileReport): boolean => genre?.id.startsWith('register.') === true

/** What somebody answers for already is in the waiver file, and that a file could not be read is no state to live with. */
const isKept = ({ rule, waiver }: Diagnostic): boolean => !waiver && rule !== 'unreadable-file'

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

/** As it is kept on disk: sorted, a line a clause, with the number of findings of each document. */
export function baselineText(baseline: Baseline): string {
  const files = sorted(baseline).map(([path, rules]) => [
    path,
    {
      findings: sum([...rules.values()].flatMap((clauses) => [...clauses.values()])),
      rules: Object.fromEntries(sorted(rules).map(([rule, clauses]) => [rule, Object.fromEntries(sorted(clauses))])),
    },
  ])
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, null, 2)}\n`
}

const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** Undefined where the text is no baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.files)) return undefined
  const baseline = new Map<string, Map<string, Map<string, number>>>()
  for (const [path, file] of Object.entries(value.files)) {
    if (!isRecord(file) || !isRecord(file.rules)) return undefined
    const rules = new Map<string, Map<string, number>>()
    for (const [rule, clauses] of Object.entries(file.rules)) {
      if (!isRecord(clauses)) return undefined
      const counts = Object.entries(clauses)
      if (!counts.every((entry): entry is [string, number] => Number.isSafeInteger(entry[1]) && Number(entry[1]) > 0))
        return undefined
      // Written before numbers were left out.
      const bare = new Map<string, number>()
      for (const [clause, count] of counts) {
        const name = unnumbered(clause) || clause
        bare.set(name, (bare.get(name) ?? 0) + count)
      }
      rules.set(rule, bare)
    }
    baseline.set(path, rules)
  }
  return baseline
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
