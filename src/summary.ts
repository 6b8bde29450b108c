/** What the files of a report come to. */
import type { FileReport, Severity, Summary } from './core.ts'

export function summarise(files: readonly FileReport[]): Summary {
  const found: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const fixes = { safe: 0, unsafe: 0 }
  // One pass: there may be a hundred thousand.
  for (const { diagnostics } of files)
    for (const { severity, waiver, fix } of diagnostics) {
      found[severity]++
      if (fix && !waiver) fixes[fix.safe ? 'safe' : 'unsafe']++
    }
  return {
    files: files.length,
    errors: found.error,
    warnings: found.warning,
    infos: found.info,
    fixable: fixes.safe,
    unsafelyFixable: fixes.unsafe,
  }
}
