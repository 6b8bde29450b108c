/** Reports of ours that lie in files of kinds which drafts are of: a folder that is checked again must not check them. */

/** The last line of such a report. */
const SIGNATURE = '（这是 burden-lint 的检查结果，不是文稿，再次检查时会跳过）'

/** Which formats are read by people, so that a further line does no harm. */
const PROSE: readonly string[] = ['pretty', 'concise', 'markdown', 'table']

/** A report for `file`, signed where that may be taken for a draft. */
export const signed = (report: string | Uint8Array, format: string, file: string | undefined): string | Uint8Array =>
  typeof report === 'string' && file !== undefined && MAY_BE_DRAFT.test(file) && PROSE.includes(format)
    ? `${report}${report.endsWith('\n') ? '' : '\n'}\n${SIGNATURE}\n`
    : report

/** Names that drafts and reports share. */
export const MAY_BE_DRAFT = /\.(?:txt|md|markdown)$/i

export const isSigned = (text: string): boolean => text.trimEnd().endsWith(SIGNATURE)
