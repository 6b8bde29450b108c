/** What a run has to say besides its report, in Chinese. */
import type { CheckResult } from './session.ts'

/** So many files are named. */
const NAMED = 5

/** `problems` and `faults` make a run fail whatever was found; `faults` are ours, not the user's. */
export function remarksOf({ failures, unsupported, notices, problems }: CheckResult): {
  readonly problems: readonly string[]
  readonly notices: readonly string[]
  readonly faults: readonly string[]
} {
  const shown = unsupported.slice(0, NAMED).join('、') + (unsupported.length > NAMED ? ' 等' : '')
  const skipped = `跳过 ${unsupported.length} 个暂时不能读取的文件（${shown}），请另存为 .docx（表格存为 .xlsx）后检查`
  return {
    problems,
    notices: unsupported.length > 0 ? [...notices, skipped] : notices,
    faults: failures.map(
      ({ rule, path, reason }) =>
        `规则 ${rule} 检查 ${path || '全部文稿'} 时出错：${reason}；这是规则的缺陷，其余结果不受影响`,
    ),
  }
}
