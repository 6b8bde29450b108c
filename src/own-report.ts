/** Reports of ours that lie in files of kinds which drafts are of: a folder that is checked again must not check them. */

/** The last line of such a report. Anybody may copy it: the digits stand for all that is above, so that it says nothing below another text. */
const signature = (digits: string) => `（这是 burden-lint 的检查结果，不是文稿，再次检查时会跳过；校验码 ${digits}）`
const SIGNED = /（这是 burden-lint 的检查结果，不是文稿，再次检查时会跳过；校验码 ([0-9a-f]{14})）$/
/** No signature is longer. UTF-16 units. */
const LONGEST = 100

/** Which formats are read by people, so that a further line does no harm. */
const PROSE: readonly string[] = ['pretty', 'concise', 'markdown', 'table']

/** A report for `file`, signed where that may be taken for a draft. */
export const signed = (report: string | Uint8Array, format: string, file: string | undefined): string | Uint8Array =>
  typeof report === 'string' && file !== undefined && MAY_BE_DRAFT.test(file) && PROSE.includes(format)
    ? `${report}${report.endsWith('\n') ? '' : '\n'}\n${signature(digitsOf(report))}\n`
    : report

/** Names that drafts and reports share. */
export const MAY_BE_DRAFT = /\.(?:txt|md|markdown)$/i

/** Is it a report of ours, as it was written? */
export function isSigned(text: string): boolean {
  const whole = text.trimEnd()
  const found = SIGNED.exec(whole.slice(-LONGEST))
  return found !== null && digitsOf(whole.slice(0, -found[0].length)) === found[1]
}

/** 53 bits that stand for a text, whatever line breaks and blanks an editor or Git makes of those in it: against accidents. */
function digitsOf(text: string): string {
  let [a, b] = [0x9e3779b9, 0x85ebca6b]
  for (const word of text.matchAll(/\S+/g))
    for (let i = 0; i < word[0].length; i++) {
      const code = word[0].charCodeAt(i)
      a = Math.imul(a ^ code, 0x9e3779b1)
      b = Math.imul(b ^ code, 0x5f356495)
      a ^= b >>> 15
      b ^= a >>> 13
    }
  const high = (b ^ (b >>> 16)) & 0x1fffff
  return (high * 2 ** 32 + ((a ^ (a >>> 15)) >>> 0)).toString(16).padStart(14, '0')
}
