/** What the files of a report come to. */
import type { Diagnostic, FileReport, Summary } from './core.ts'

export function summarise(files: readonly FileReport[]): Summary {
  const all = files.flatMap((f) => f.diagnostics)
  const of = (severity: Diagnostic['severity']) => all.filter((d) => d.severity === severity).length
  return {
    files: files.length,
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    fixable: all.filter((d) => !d.waiver && d.fix?.safe === true).length,
    unsafelyFixable: all.filter((d) => !d.waiver && d.fix?.safe === false).length,
  }
}
