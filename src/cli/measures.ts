/** `burden-lint measures`: the 50 % rule laid open for one document. */
import { dirname, resolve } from 'node:path'
import { type Catalogue, UnreadableError, UsageError } from '../core.ts'
import { distinct } from '../measures/review.ts'
import { doubtful, verdict } from '../measures/share.ts'
import { signed } from '../own-report.ts'
import { beginReview, reviewPaths } from '../pairs/review-file.ts'
import { loadMeasuresReporter, type MeasuresFormat } from '../reporters/index.ts'
import type { MeasureResult } from '../session/measuring.ts'
import type { ReportFlags } from './flags.ts'
import { open } from './opening.ts'
import { say, told, viewOf } from './outcome.ts'
import { deliver } from './output.ts'
import type { Surroundings } from './surroundings.ts'
import { tidyDrafts, writeNew } from './whole-files.ts'

/** Returns the exit code. `path`: `-` is standard input. Throws `UsageError`. */
export async function runMeasures(
  path: string,
  flags: ReportFlags,
  catalogue: Catalogue,
  io: Surroundings,
): Promise<number> {
  const { session, rules, wanted, ticker, own } = await open([path], flags, catalogue, io)
  const result = await reading(path, () => session.measure(wanted[0]!))
  ticker.stop()
  // What a person decided and could not be heeded belongs on what is handed on: on a terminal it stands below.
  const isPassedOn = flags.outputFile !== undefined || flags.format !== 'pretty'
  const view = viewOf(flags, rules, io, isPassedOn ? { notices: [...result.problems, ...result.notices] } : {})
  const reporter = await loadMeasuresReporter(flags.format as MeasuresFormat, view.color)
  const { document, superiors, measurement, counting, threshold } = result
  // A file that cannot be written is said before the long page.
  const begun = flags.writeReview ? await writeReview(path, result, io) : undefined
  // A share of nothing is neither enough nor too little.
  const found = measurement.chars.content === 0 ? 'uncertain' : verdict(measurement.share, threshold)
  const isWritten = deliver(
    signed(reporter({ document, superiors, measurement, threshold, counting, verdict: found }, view), {
      format: flags.format,
      file: flags.outputFile,
      language: flags.lang,
    }),
    // The review that was just begun is not to be written over either.
    [...result.read, ...own, ...(flags.writeReview ? reviewPaths(document.path) : [])],
    flags,
    io,
  )
  for (const problem of result.problems) say(io, '错误', problem)
  for (const notice of result.notices) say(io, '注意', notice)
  if (begun !== undefined) say(io, '注意', begun)
  const sentences = measurement.units.filter(
    ({ why, start, end }) => why !== 'markup' && document.text.slice(start, end).trim() !== '',
  )
  if (isWritten) await told(({ measured }) => measured(sentences.length, superiors.length), flags, io)
  return result.problems.length > 0 ? 2 : 0
}

/** Begins a review file; returns what to say about it. Never writes over one. */
async function writeReview(path: string, result: MeasureResult, { host }: Surroundings): Promise<string> {
  if (path === '-') throw new UsageError('--write-review 不能用于标准输入', '复核文件放在文稿旁边，请指定文稿的文件名')
  const { document, superiors, measurement, counting, threshold } = result
  const paths = reviewPaths(document.path)
  const old = paths.find((candidate) => host.kind(candidate) !== 'missing')
  if (old !== undefined)
    throw new UsageError(`已经有复核文件 ${old}，没有改动`, '请直接修改它；要重新生成，请先改名或删除')
  const isUncertain = verdict(measurement.share, threshold) === 'uncertain'
  const units = distinct(doubtful(measurement.units, counting, isUncertain), document.text)
  if (units.length === 0) return '没有拿不准的句子，不必生成复核文件'
  const target = paths[0]!
  tidyDrafts(dirname(resolve(host.cwd, target)))
  writeNew(resolve(host.cwd, target), target, await beginReview(document, superiors, units))
  return `已生成复核文件 ${target}，列出 ${units.length} 句；填好后再次运行，就按您的判断计算`
}

/** A file that the whole command is about and that cannot be read is an error of its own. */
async function reading<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UsageError(`${path === '-' ? '标准输入' : path} 无法读取：${error.message}`, error.remedy)
    throw error
  }
}
