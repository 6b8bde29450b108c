import type { Basis, Diagnostic, Language, Localised, Place, Registry, Severity, View, WaiverNote } from '../core.ts'
import { inEnglish, PLACEHOLDER } from './english.ts'
import { placeLabel } from './labels.ts'

/** The words of a diagnostic. */
export interface Rendered {
  readonly message: string
  readonly advice: string
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

// One pass: braces inside an argument are words of a document, not placeholders.
const fill = (text: string, args: Diagnostic['args']): string =>
  text.replace(/“?\{([^{}]+)\}”?/g, (whole, name: string) => {
    const value = own(args, name)
    return value === undefined ? whole : apart(whole.replace(`{${name}}`, () => String(value)))
  })

/** Quotation marks are not quoted in marks of the same sort: 「“」应为「”」. */
function apart(quoted: string): string {
  const words = quoted.slice(1, -1)
  if (!quoted.startsWith('“') || !quoted.endsWith('”') || !QUOTATION.test(words)) return quoted
  // “(”“)”, “供水不足”、“管网老化”: several things, each in its marks.
  const between = quoted.search(HAN) < 0 ? '' : '、'
  const each = words.split(`”${between}“`)
  return (between === '' || each.every(isBalanced) ? each : [words])
    .map((one) => (QUOTATION.test(one) ? `「${one}」` : `“${one}”`))
    .join(between)
}
const isBalanced = (words: string): boolean => words.split('“').length === words.split('”').length
const QUOTATION = /[“”"]/

/** In English, what is quoted stays as it stands in the document. */
const fillInEnglish = (text: string, args: Diagnostic['args']): string =>
  text.replace(PLACEHOLDER, (whole, quote: string, name: string, end: string, noun: string | undefined) => {
    const value = own(args, name)
    if (value === undefined) return whole
    const words = apart(`${quote}${quote === '' ? inEnglish(value) : value}${end}`)
    return noun === undefined ? words : `${words} ${noun}${Number(value) === 1 ? '' : 's'}`
  })

/** In Chinese where there is no English. */
const told = (text: Localised, args: Diagnostic['args'], language: Language): string =>
  language === 'en' && text.en !== undefined ? fillInEnglish(text.en, args) : fill(text.zh, args)

/**
 * Message and advice in a language (Chinese where there is no English), with the arguments filled in. A placeholder
 * without its argument stays visible; a message that no rule knows is shown as its key. The result is not sanitised.
 */
export function renderText(
  diagnostic: Pick<Diagnostic, 'rule' | 'message' | 'args'>,
  rules: Registry,
  language: Language,
): Rendered {
  const rule = own(rules, diagnostic.rule)
  const message = rule && own(rule.messages, diagnostic.message)
  if (!message) return { message: diagnostic.message, advice: '' }
  return {
    message: told(message, diagnostic.args, language),
    advice: message.advice ? told(message.advice, diagnostic.args, language) : '',
  }
}

/** Message and advice as whole sentences, one after the other. */
export function sentences({ message, advice }: Rendered, language: Language): string {
  const whole = [message, advice]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    // Either language's full stop will do: Chinese may stand in for English.
    .map((text) => {
      const [ended, stop] = isChinese(text, language) ? [ENDED, '。'] : [ENDED_IN_ENGLISH, '.']
      return ended.test(text) ? text : text + stop
    })
  return whole.join(language === 'en' && !whole.every((text) => isChinese(text, language)) ? ' ' : '')
}
/** An English sentence may name Chinese offices, and quote. */
const isChinese = (text: string, language: Language): boolean => {
  if (language === 'zh') return text.search(HAN) >= 0
  const words = text.replace(QUOTED, '')
  return (words.match(HAN)?.length ?? 0) > (words.match(LATIN)?.length ?? 0) || (words !== text && !/\w/.test(words))
}
const HAN = /[\u3400-\u9fff]/g
const LATIN = /[A-Za-z]/g
const QUOTED = /“[^”]*”|《[^》]*》|「[^」]*」/g
/** 缺“11.” is no end. */
const ENDED = /[。！？…；][”’」』）)》"]*$|[.!?]$/u
const ENDED_IN_ENGLISH = /[.!?][”’)"]*$/u

/** Message and advice of a diagnostic as whole sentences. */
export const wholeText = (diagnostic: Diagnostic, { rules, language }: Pick<View, 'rules' | 'language'>): string =>
  sentences(renderText(diagnostic, rules, language), language)

/** The same, for formats that know nothing of waivers: 已豁免 in front of it. */
export function markedText(diagnostic: Diagnostic, view: Pick<View, 'rules' | 'language'>): string {
  const text = wholeText(diagnostic, view)
  return diagnostic.waiver ? `${waivedWord[view.language]}${view.language === 'zh' ? '：' : ': '}${text}` : text
}

/** 南乐县《基层减负新四条》·领导讲话不搞形式主义「…」, and whether anybody checked the quotation. */
export function basisLine(basis: Basis, language: Language): string {
  const quote = basis.quote === '' ? '' : `「${basis.quote}」`
  const doubt =
    basis.verified || quote === '' ? '' : language === 'en' ? ' (quotation not verified)' : '（未经核对原文）'
  return basisName(basis) + quote + doubt
}

/** The same where its words stand further up. */
export const basisAgain = (basis: Basis, language: Language): string =>
  basisName(basis) + (basis.quote === '' ? '' : language === 'en' ? ' (quoted above)' : '（原文前面已引）')

/** The basis without its words. */
export const basisName = (basis: Basis): string => [basis.source, basis.clause].filter((part) => part !== '').join('·')

const severities = { error: '错误', warning: '警告', info: '提示' } as const satisfies Record<Severity, string>

/** 错误, 警告, 提示; in English the severity itself. */
export const severityWord = (severity: Severity, language: Language): string =>
  language === 'en' ? severity : severities[severity]

/** 第12段 (12:5): what a reader of the document counts, and what an editor does. */
export const placeText = (place: Place, language: Language): string =>
  place.label === ''
    ? `${place.line}:${place.column}`
    : `${placeLabel(place.label, language)} (${place.line}:${place.column})`

/** Instead of the severity of what somebody answers for. */
export const waivedWord = { zh: '已豁免', en: 'waived' } as const satisfies Record<Language, string>

/** Why it is waived, who answers for it, and until when. */
export function waiverLine({ reason, approver, date, until }: WaiverNote, language: Language): string {
  return language === 'zh'
    ? `${reason}（${approver} ${date} 批准${until === undefined ? '' : `，有效至 ${until}`}）`
    : `${reason} (approved by ${approver} on ${date}${until === undefined ? '' : `, until ${until}`})`
}
