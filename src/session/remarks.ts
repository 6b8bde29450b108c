/** What a run has to say besides its report, in Chinese. */
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
  return {
    problems,
    notices: [...notices, ...skipped(unsupported)],
    faults: failures.map(
      ({ rule, path, reason }) =>
        `规则 ${rule} 检查 ${path || '全部文稿'} 时出错：${reason}；这是规则的缺陷，其余结果不受影响`,
    ),
  }
}

/** Files of kinds that are not read, in a folder. */
export function skipped(unsupported: readonly string[]): readonly string[] {
  if (unsupported.length === 0) return []
  const shown = unsupported.slice(0, NAMED).join('、') + (unsupported.length > NAMED ? ' 等' : '')
  return [`跳过 ${unsupported.length} 个暂时不能读取的文件（${shown}），请另存为 .docx（表格存为 .xlsx）后检查`]
}
