/** burden-lint as a library: what `import … from 'burden-lint'` gets. Its types, as the package ships them, are `src/library/public.d.ts`. */
import { checkLintOptions } from './library/options.ts'
import type { LintOptions, LintResult } from './library/public.d.ts'
import { run } from './library/run.ts'
import { fileJson, summaryJson } from './reporters/json.ts'

export { UsageError } from './core.ts'
export { burdenLint } from './library/unified.ts'

/** Rejects with `UsageError`, or with the reason of the signal. */
export async function lint(options: LintOptions): Promise<LintResult> {
  checkLintOptions(options)
  const { report, view, notices, problems } = await run(options)
  return {
    version: 1,
    files: report.files.map((file) => fileJson(file, view)),
    summary: summaryJson(report.summary),
    notices,
    problems,
  }
}
