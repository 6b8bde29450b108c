/** What a run has to say besides its report, in Chinese. */
import type { Report } from '../core.ts'
import type { CheckResult } from './session.ts'

/** So many files are named. */
const NAMED = 5

/** `problems` and `faults` make a run fail whatever was found; `faults` are ours, not the user's. */
export function remarksOf({
  failures,
  unsupported,
  notices,
  problems,
}: Pick<CheckResult, 'failures' | 'unsupported' | 'notices' | 'problems'>): {
  readonly problems: readonly string[]
  readonly notices: readonly string[]
  readonly faults: readonly string[]
} {
  return { problems, notices: [...notices, ...skipped(unsupported)], faults: failures.map(faultText) }
}

const faultText = ({ rule, path, reason }: CheckResult['failures'][number]) =>
  `规则 ${rule} 检查 ${path || '全部文稿'} 时出错：${reason}；这是规则的缺陷，其余结果不受影响`

/** Of a run that was broken off. */
export const brokenOff = (left: number) => `已中断：还有 ${left} 个文件没有检查`

/** Nothing at all could be read, which is no clean bill. */
export const isNothingRead = ({ unsupported, parts: { found, judged } }: Pick<CheckResult, 'unsupported' | 'parts'>) =>
  unsupported.length > 0 && found.files.every((path) => judged[path]?.isOwnReport)

/** `View.problems` and `View.notices` of a run, of which `shown` is what the report shows. */
export function tellingOf(
  result: CheckResult,
  shown: Report,
): { readonly problems: readonly string[]; readonly notices: readonly string[] } {
  const { left, failures, unreadable, unsupported } = result
  const passedOver = isNothingRead(result) ? skipped(unsupported) : []
  const told = unreadable > 0 || failures.length > 0 ? toldIn(shown) : undefined
  const untold = unreadable - (told?.unreadable ?? 0)
  return {
    problems: [
      ...(left > 0 ? [brokenOff(left)] : []),
      ...passedOver,
      ...(untold > 0 ? [`${untold} 个文件无法读取，没有检查`] : []),
      ...result.problems,
      ...failures.filter(({ rule, path }) => !told?.failures.has(`${rule} ${path}`)).map(faultText),
    ],
    notices: remarksOf(passedOver.length > 0 ? { ...result, unsupported: [] } : result).notices,
  }
}

/** What findings tell of files that were not read, or not by all rules. */
function toldIn({ files }: Report) {
  const failures = new Set<string>()
  let unreadable = 0
  for (const { path, diagnostics } of files)
    for (const { rule, message, args, waiver } of diagnostics) {
      if (rule !== 'unreadable-file' || waiver) continue
      if (message === 'failed') failures.add(`${args.rule} ${path}`)
      else unreadable++
    }
  return { failures, unreadable }
}

/** Files of kinds that are not read, in a folder. */
export function skipped(unsupported: readonly string[]): readonly string[] {
  if (unsupported.length === 0) return []
  const shown = unsupported.slice(0, NAMED).join('、') + (unsupported.length > NAMED ? ' 等' : '')
  return [`跳过 ${unsupported.length} 个暂时不能读取的文件（${shown}），请另存为 .docx（表格存为 .xlsx）后检查`]
}
