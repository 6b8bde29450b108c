/** What the files of a report come to. */
import type { FileReport, Severity, Summary } from './core.ts'

/** What the findings of one file come to. */
export interface Tally extends Omit<Summary, 'files' | 'known'> {
  /** Each that found something, once. */
  readonly rules: readonly string[]
}

/** Formats that nothing is written back into; whatever is wrong in them is mended by hand. */
const NOT_REWRITTEN = /\.(?:doc|dot|wps|wpt|rtf|odt|ott|fodt|ofd|pdf|[ct]sv|xls[xm]?|xlt|ett?|ods|ots|fods)$/i

export function tallyOf({ path, diagnostics }: Pick<FileReport, 'path' | 'diagnostics'>): Tally {
  const found: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const fixes = { safe: 0, unsafe: 0 }
  const rules = new Set<string>()
  let waived = 0
  const rewritten = !NOT_REWRITTEN.test(path)
  for (const { rule, severity, waiver, fix } of diagnostics) {
    rules.add(rule)
    found[severity]++
    if (waiver) waived++
    if (fix && !waiver && rewritten) fixes[fix.safe ? 'safe' : 'unsafe']++
  }
  return {
    errors: found.error,
    warnings: found.warning,
    infos: found.info,
    ...(waived > 0 && { waived }),
    fixable: fixes.safe,
    unsafelyFixable: fixes.unsafe,
    rules: [...rules],
  }
}

/** The report of a file with other findings. */
export const withFindings = (
  { path, genre, counts, content, known, isWaivers }: FileReport,
  diagnostics: FileReport['diagnostics'],
): FileReport => ({
  path,
  genre,
  counts,
  diagnostics,
  ...(known !== undefined && { known }),
  ...(isWaivers && { isWaivers }),
  ...(content && { content }),
})

export function summarise(files: readonly FileReport[]): Summary {
  const total = totalling()
  for (const file of files) total.add(tallyOf(file), !file.isWaivers)
  return total.summary()
}

/** Adds up what single files come to. */
export function totalling() {
  const sum = { files: 0, errors: 0, warnings: 0, infos: 0, fixable: 0, unsafelyFixable: 0 }
  let waived = 0
  const rules = new Set<string>()
  return {
    add(tally: Tally, isDocument = true): void {
      if (isDocument) sum.files++
      waived += tally.waived ?? 0
      sum.errors += tally.errors
      sum.warnings += tally.warnings
      sum.infos += tally.infos
      sum.fixable += tally.fixable
      sum.unsafelyFixable += tally.unsafelyFixable
      for (const rule of tally.rules) rules.add(rule)
    },
    summary: (): Summary => ({ ...sum, ...(waived > 0 && { waived }) }),
    /** Those that found something. */
    rules: rules as ReadonlySet<string>,
  }
}
