/** `--baseline` and `--update-baseline`: old findings are put up with, new ones count. */
import { dirname, resolve } from 'node:path'
import {
  type Baseline,
  baselineText,
  type Compared,
  compareWith,
  parseBaseline,
  type Run,
  updated,
} from '../baseline.ts'
import { jsonFault, placeAt } from '../config/reading.ts'
import { type Host, type Matchers, type Report, UnreadableError, UsageError } from '../core.ts'
import { globBase, isGlob, relativeTo, whyNotWritten } from '../paths.ts'
import type { CheckResult } from '../session/session.ts'
import { shownClause } from '../text/contexts.ts'
import type { Surroundings } from './surroundings.ts'
import { leadingTo, tidyDrafts, writeWhole } from './whole-files.ts'

/**
 * The report without what the baseline knows, and what to say about the baseline, in Chinese. With `update` everything that is found becomes
 * known first. Throws `UsageError`.
 */
export function withBaseline(
  { report, failures }: Pick<CheckResult, 'report' | 'failures'>,
  file: string,
  update: boolean,
  { settingsFor, off }: Pick<Matchers, 'settingsFor'> & { readonly off: readonly string[] },
  io: Surroundings,
): { readonly report: Report; readonly notices: readonly string[] } {
  const { host } = io
  const name = relativeTo(host.cwd, file)
  const folder = dirname(file)
  const old = read(file, name, update, io)
  const run: Run = {
    pathOf: (path) => relativeTo(folder, resolve(host.cwd, path)),
    exists: (path) => host.kind(resolve(folder, path)) === 'file',
    // A rule that there is no more finds nothing any more; one that no document needed found nothing, either.
    ran: (rule, path) =>
      !off.includes(rule) &&
      settingsFor(path)[rule]?.level !== 'off' &&
      !failures.some((failure) => failure.rule === rule && failure.path === path),
  }
  if (!update) {
    const { report: left, ...outdated } = compareWith(old, report, run)
    return { report: left, notices: outdatedWords(outdated, name) }
  }
  const baseline = updated(old, report, run)
  write(file, name, baselineText(baseline))
  const { report: left } = compareWith(baseline, report, run)
  return { report: left, notices: [`基线 ${name} 已更新，记下现有的 ${left.summary.known} 处问题`] }
}

/** Does a baseline know a document at a path, or below it? Throws `UsageError`. */
export function knownBy(file: string, io: Surroundings): (path: string) => boolean {
  const { cwd } = io.host
  const known = [...read(file, relativeTo(cwd, file), true, io).keys()]
  return (path) => {
    const at = relativeTo(dirname(file), resolve(cwd, isGlob(path) ? globBase(path) : path))
    return known.some((document) => at === '' || document === at || document.startsWith(`${at}/`))
  }
}

function outdatedWords({ stale, deleted }: Pick<Compared, 'stale' | 'deleted'>, name: string): string[] {
  const files = [
    ...[...stale].map(([path, gone]) => {
      const { rule, clause } = gone[0]!
      const count = gone.reduce((sum, { count }) => sum + count, 0)
      return `${path} ${count} 处，${count > 1 ? '如 ' : ''}${rule}“${shownClause(clause)}”`
    }),
    ...deleted.map((path) => `${path} 已不在`),
  ]
  if (files.length === 0) return []
  const shown = files.slice(0, 5).join('；') + (files.length > 5 ? ` 等 ${files.length} 个文件` : '')
  return [`基线 ${name} 记着的问题有的已经没有了（${shown}），请用 --update-baseline 更新`]
}

function read(file: string, name: string, mayBeMissing: boolean, { host }: Surroundings): Baseline {
  const kind = host.kind(file)
  if (kind === 'missing' && mayBeMissing) return new Map()
  if (kind === 'missing') throw new UsageError(`找不到基线 ${name}`, '要把现有的问题记为基线，请加 --update-baseline')
  if (kind !== 'file') throw new UsageError(`基线 ${name || '.'} 不是普通文件`, '请检查 --baseline 的路径')
  const text = textOf(file, name, host)
  if (/^(?:<{7}|={7}|>{7})/m.test(text))
    throw new UsageError(
      `基线 ${name} 里有合并冲突的标记`,
      '请任取一边的版本（git checkout --ours 或 --theirs），再用 --update-baseline 重新生成；手工合并的，留意花括号和逗号',
    )
  const baseline = parseBaseline(text)
  // Whoever names a draft here by mistake must not lose it.
  if (!baseline) {
    // Where a conflict was solved by hand, braces and commas often do not fit.
    const fault = /^\s*\{\s*"version": 1,/.test(text) ? jsonFault(text) : undefined
    if (fault)
      throw new UsageError(
        `基线 ${name} 第 ${placeAt(text, fault.offset).line} 行写坏了：${fault.reason}`,
        '请改正；改不好的，从版本库取回旧的，或删除它再用 --update-baseline 重新生成',
      )
    throw new UsageError(
      `${name} 不是 burden-lint 的基线`,
      '请检查 --baseline 的路径；基线坏了就删除它，再用 --update-baseline 重新生成',
    )
  }
  return baseline
}

function textOf(file: string, name: string, host: Host): string {
  try {
    return new TextDecoder().decode(host.read(file))
  } catch (error) {
    if (error instanceof UnreadableError) throw new UsageError(`基线 ${name} 无法读取：${error.message}`, error.remedy)
    throw error
  }
}

function write(file: string, name: string, text: string): void {
  try {
    const { target, old } = leadingTo(file)
    tidyDrafts(dirname(target))
    writeWhole(target, text, old)
  } catch (error) {
    throw new UsageError(`无法写入基线 ${name}（${whyNotWritten(error)}）`, '请检查文件夹是否存在、是否有写入权限')
  }
}
