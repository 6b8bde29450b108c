/** Reports of ours that lie in files of kinds which drafts are of: a folder that is checked again must not check them. */
import type { Language } from './core.ts'

/** What a report is called in its last line. */
const kinds = {
  findings: { zh: '检查结果', en: 'report' },
  ledger: { zh: '一张表', en: 'ledger' },
  handbook: { zh: '规则手册', en: 'handbook' },
} as const satisfies Record<string, Record<Language, string>>

/** The last line of such a report. Anybody may copy it: the digits stand for all that is above, so that it says nothing below another text. */
const signature = {
  zh: (kind: string, digits: string) => `（这是 burden-lint 的${kind}，不是文稿，再次检查时会跳过；校验码 ${digits}）`,
  en: (kind: string, digits: string) =>
    `(This is a ${kind} of burden-lint and no draft: it is passed over when its folder is checked again; digits ${digits})`,
} as const satisfies Record<Language, unknown>
const SIGNATURES = [
  /（这是 burden-lint 的(检查结果|一张表|规则手册)，不是文稿，再次检查时会跳过；校验码 ([0-9a-f]{14})）/,
  /\(This is a (report|ledger|handbook) of burden-lint and no draft: it is passed over when its folder is checked again; digits ([0-9a-f]{14})\)/,
]
const SIGNED = SIGNATURES.map(({ source }) => new RegExp(`${source}$`))
const SIGNED_LINE = SIGNATURES.map(({ source }) => new RegExp(`^${source}\\s*$`, 'm'))
/** No signature is longer. UTF-16 units. */
const LONGEST = 160

/** Which formats are read by people, so that a further line does no harm. */
const PROSE: readonly string[] = ['pretty', 'concise', 'markdown', 'table']

/** A report for `file`, signed where that may be taken for a draft. */
export const signed = (
  report: string | Uint8Array,
  { format, file, language, kind = 'findings' }: Signing,
): string | Uint8Array =>
  typeof report === 'string' && file !== undefined && MAY_BE_DRAFT.test(file) && PROSE.includes(format)
    ? `${report}${report.endsWith('\n') ? '' : '\n'}\n${signature[language](kinds[kind][language], digitsOf(report))}\n`
    : report

interface Signing {
  readonly format: string
  readonly file: string | undefined
  readonly language: Language
  readonly kind?: keyof typeof kinds
}

/** Names that drafts and reports share. */
export const MAY_BE_DRAFT = /\.(?:txt|md|markdown)$/i

/** Is it a report of ours, as it was written? Then what it is called in Chinese. */
export function signedAs(text: string): string | undefined {
  const whole = text.trimEnd()
  const last = whole.slice(-LONGEST)
  const found = SIGNED.map((signed) => signed.exec(last)).find((match) => match !== null)
  if (!found || digitsOf(whole.slice(0, -found[0].length)) !== found[2]) return undefined
  return Object.values(kinds).find(({ zh, en }) => found[1] === zh || found[1] === en)?.zh
}

export const isSigned = (text: string): boolean => signedAs(text) !== undefined

/** Does a line of it say that it is a report of ours, and was something changed since? */
export const isEdited = (text: string): boolean => SIGNED_LINE.some((line) => line.test(text)) && !isSigned(text)

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
