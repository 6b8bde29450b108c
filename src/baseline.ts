/** Findings that were there before: they are put up with until somebody mends them, so that only new ones count. */
import type { Diagnostic, FileReport, Report } from './core.ts'
import { summarise, withFindings } from './summary.ts'

/**
 * How often each rule found each clause of a document: path → rule → clause → count. Neither lines nor offsets, so that edits elsewhere leave it alone.
 * Paths use `/` and are relative to the baseline's folder.
 */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>

export interface Compared {
  /** Without the findings that the baseline knows. */
  readonly report: Report
  /** What the baseline knows of these documents and nobody finds any more: path → how many. */
  readonly stale: ReadonlyMap<string, number>
  /** Documents that the baseline knows and that are no longer there. */
  readonly deleted: readonly string[]
}

/** `pathOf`: how the baseline names a document of the report; `exists`: is a document of the baseline still there? */
export function compareWith(
  baseline: Baseline,
  report: Report,
  pathOf: (path: string) => string,
  exists: (path: string) => boolean,
): Compared {
  const unseen = new Set(baseline.keys())
  const stale = new Map<string, number>()
  let known = 0
  const files = report.files.map((file): FileReport => {
    const path = pathOf(file.path)
    const rules = baseline.get(path)
    if (!rules) return file
    unseen.delete(path)
    const left = new Map([...rules].map(([rule, clauses]) => [rule, new Map(clauses)]))
    const fresh = file.diagnostics.filter((diagnostic) => {
      const clauses = isKept(diagnostic) ? left.get(diagnostic.rule) : undefined
      const clause = clauseOf(diagnostic)
      const count = clauses?.get(clause) ?? 0
      if (count > 0) clauses!.set(clause, count - 1)
      return count === 0
    })
    const old = file.diagnostics.length - fresh.length
    known += old
    const gone = sum([...left.values()].flatMap((clauses) => [...clauses.values()]))
    // Of a file that could not be read nobody knows.
    if (gone > 0 && file.genre) stale.set(path, gone)
    return { ...withFindings(file, fresh), ...(old > 0 && { known: old }) }
  })
  const deleted = [...unseen].filter((path) => !exists(path))
  return { report: { files, summary: { ...summarise(files), known } }, stale, deleted }
}

/** The baseline after this run: what was found in its documents, and what `before` knows of the documents that were not in it and are still there. */
export function updated(
  before: Baseline,
  report: Report,
  pathOf: (path: string) => string,
  exists: (path: string) => boolean,
): Baseline {
  const after = new Map([...before].filter(([path]) => exists(path)))
  for (const file of report.files) {
    const path = pathOf(file.path)
    if (!file.genre) continue
    const rules = new Map<string, Map<string, number>>()
    for (const diagnostic of file.diagnostics.filter(isKept)) {
      const clauses = rules.get(diagnostic.rule) ?? new Map<string, number>()
      rules.set(diagnostic.rule, clauses)
      const clause = clauseOf(diagnostic)
      clauses.set(clause, (clauses.get(clause) ?? 0) + 1)
    }
    if (rules.size > 0) after.set(path, rules)
    else after.delete(path)
  }
  return after
}

/** What somebody answers for already is in the waiver file, and that a file could not be read is no state to live with. */
const isKept = ({ rule, waiver }: Diagnostic): boolean => !waiver && rule !== 'unreadable-file'

/** A longer clause is told by its beginning and its end. UTF-16 units. */
const LONGEST = 120

/** The clause that holds the beginning of the finding and the words that it points at, without white space. */
export function clauseOf({ excerpt: { text, start, end } }: Diagnostic): string {
  const from = Math.max(...[...'。！？；;!?\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1
  const rest = text.slice(end)
  const stop = rest.search(/[。！？；;!?\n]/)
  const clause = text.slice(start === 0 ? 0 : from, stop < 0 ? text.length : end + stop).replace(/\s+/g, '')
  return clause.length <= LONGEST ? clause : `${clause.slice(0, LONGEST / 2)}…${clause.slice(-LONGEST / 2)}`
}

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
      rules.set(rule, new Map(counts))
    }
    baseline.set(path, rules)
  }
  return baseline
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
