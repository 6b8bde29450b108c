/** `burden-lint count`: how long documents are, by all conventions. */
import type { Catalogue } from '../core.ts'
import { signed } from '../own-report.ts'
import { loadCountReporter, type TableFormat } from '../reporters/index.ts'
import { skipped } from '../session/remarks.ts'
import type { ReportFlags } from './flags.ts'
import { open } from './opening.ts'
import { say, told, viewOf } from './outcome.ts'
import { deliver } from './output.ts'
import type { Surroundings } from './surroundings.ts'

/** Returns the exit code. Throws `UsageError`. */
export async function runCount(
  paths: readonly string[],
  flags: ReportFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  const { session, rules, wanted, ticker, own } = await open(paths, flags, catalogue, io)
  const result = await session.count(wanted)
  ticker.stop()
  const view = viewOf(flags, rules, io)
  const reporter = await loadCountReporter(flags.format as TableFormat, view.color)
  const table = reporter(result.report.files, view)
  const { files } = result.report
  const read = [...result.read, ...own]
  const signing = { format: flags.format, file: flags.outputFile, language: flags.lang }
  const isWritten = deliver(signed(table, signing), read, flags, io)
  for (const { path, diagnostics } of files)
    for (const { args } of diagnostics) say(io, '错误', `${path}：${args.reason}；${args.remedy}`)
  for (const notice of [...result.notices, ...skipped(result.unsupported)]) say(io, '注意', notice)
  if (isWritten) await told(({ counted }) => counted(files.length, result.unreadable), flags, io)
  const isNothingRead = files.length === 0 && result.unsupported.length > 0
  return result.unreadable > 0 || isNothingRead ? 2 : 0
}
