/** What the review report says of a run, counted. */
import type { Basis, Diagnostic, FileReport, Report, View } from '../../core.ts'
import { naturally } from '../../natural-order.ts'
import { basisOf } from '../labels.ts'
import { type Amounts, amountsOf } from '../levels.ts'

/** How a document comes off, worst first. `waived`, `known`: what is found in it somebody answers for, or the baseline knows. */
export const states = ['unreadable', 'error', 'warning', 'info', 'waived', 'known', 'clean'] as const
export type State = (typeof states)[number]

/** Does somebody have to look at it? */
export const isOpen = (state: State): boolean => states.indexOf(state) < states.indexOf('waived')

/** A document of the report. */
export interface Reviewed {
  readonly file: FileReport
  /** 1-based, in the order of the report. */
  readonly number: number
  readonly state: State
  readonly amounts: Amounts
  /** Has it a section of its own? */
  readonly detailed: boolean
}

/** A rule, and what it found. */
export interface RuleTotal {
  readonly id: string
  readonly title: string
  readonly amounts: Amounts
  readonly all: number
  /** In how many documents. */
  readonly documents: number
  /** What its findings rest on, each once. */
  readonly bases: readonly Basis[]
}

/** Whoever switched the rule off that says so still is not told that the file is clean. */
const isUnreadable = ({ genre, diagnostics }: FileReport) =>
  genre === null && diagnostics.every(({ rule }) => rule === 'unreadable-file')

function stateOf(file: FileReport, { error, warning, info, waived }: Amounts): State {
  if (isUnreadable(file)) return 'unreadable'
  if (error > 0) return 'error'
  if (warning > 0) return 'warning'
  if (info > 0) return 'info'
  if (waived > 0) return 'waived'
  return file.known ? 'known' : 'clean'
}

export const reviewed = ({ files }: Report): Reviewed[] =>
  files.filter(isDocument).map((file, i) => {
    const amounts = amountsOf(file.diagnostics)
    return {
      file,
      number: i + 1,
      state: stateOf(file, amounts),
      amounts,
      detailed: file.diagnostics.length > 0 || file.content?.composition !== undefined,
    }
  })

const isDocument = ({ isWaivers }: FileReport) => !isWaivers

/** Worst first; those that are alike by name. */
export const worstFirst = (documents: readonly Reviewed[]): Reviewed[] =>
  [...documents].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || naturally(a.file.path, b.file.path),
  )

/** Most findings first. */
export function ruleTotals({ files }: Report, { rules, language }: View): RuleTotal[] {
  const found = new Map<string, { diagnostics: Diagnostic[]; documents: number }>()
  for (const { diagnostics } of files.filter(isDocument)) {
    const here = new Set<string>()
    for (const diagnostic of diagnostics) {
      const { rule } = diagnostic
      const entry = found.get(rule) ?? { diagnostics: [], documents: 0 }
      entry.diagnostics.push(diagnostic)
      if (!here.has(rule)) entry.documents++
      here.add(rule)
      found.set(rule, entry)
    }
  }
  return [...found]
    .map(([id, { diagnostics, documents }]) => ({
      id,
      title: titleOf(id, { rules, language }),
      amounts: amountsOf(diagnostics),
      all: diagnostics.length,
      documents,
      bases: [
        ...new Map(
          diagnostics.flatMap((diagnostic) => {
            const basis = basisOf(diagnostic)
            return basis ? [[JSON.stringify([basis.source, basis.clause, basis.quote]), basis] as const] : []
          }),
        ).values(),
      ],
    }))
    .sort((a, b) => b.all - a.all || (a.id < b.id ? -1 : 1))
}

/** A rule by name; one that nobody knows by its id. */
export function titleOf(id: string, { rules, language }: Pick<View, 'rules' | 'language'>): string {
  const title = Object.hasOwn(rules, id) ? rules[id]!.title : undefined
  return (language === 'en' ? title?.en : undefined) ?? (title?.zh || id)
}
