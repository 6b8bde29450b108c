/** What no reader reads as words, though Chinese words may stand in it: formulas, code, places that a machine fills in, comments; and sentences of English. */
import type { Span } from '../../core.ts'
import { isHan } from '../characters.ts'
import { matchesOf } from '../matches.ts'

/** {{变量}}, ${变量}, {% … %}, <!-- … -->, {"名称": …}, ["甲", "乙"], $$x$$, $x_1=甲$; title="甲,乙". */
const ENCLOSED =
  /\{\{[^\n{}]{0,100}\}\}|\$\{[^{}\n]{0,200}\}|\{%[^\n]{0,300}?%\}|<!--[\s\S]{0,500}?-->|\{\s{0,4}["'][^{}\n]{0,1000}\}|\$\$[^$\n]{1,500}\$\$|\$(?=[^$\n]{0,200}[=\\_^])[^\s$][^$\n]{0,200}(?<!\s)\$(?!\d)|\[\s{0,4}"[^[\]\n]{0,500}"\s{0,4}\]|[A-Za-z_](?<![\w-].)[\w-]{0,40} ?= ?(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')/g
/** =VLOOKUP(…), print("…"), IF(A1="是",…): where the bracket opens. */
const CALL =
  /[=＝] ?[A-Za-z][\w.]{0,40}\(|(?<![A-Za-z_\d.])[a-z_][\w.]{0,40}\((?=["'])|(?<![A-Za-z_\d.])[A-Z]{2,12}\((?=[^()（）\n]{0,80}(?:[A-Z]{1,3}\d|[!=<>]))/g
const QUERY =
  /\b(?:select\s[^。；\n]{1,200}?\sfrom|insert\s+into|update\s[^。；\n]{1,80}?\sset|delete\s+from)\s[^。；;\n]{0,300}/gi
/** [文字][标签], [^注], [[页面]] of Markdown, and :smile:; what they point to is looked up by each of their characters. */
const LABEL =
  /\[(?<=\]\[)[^[\]\n]{1,200}\]|\[\^[^[\]\n]{1,100}\]|\[\[[^[\]\n]{1,200}\]\]|:[a-z][a-z_+-]{2,30}:(?![\d/])/g
/** Without one of these there is none; most texts have none. */
const MAY_HAVE = /\]\[|\[[\^[]|:[a-z]|\{|\["|\$|<!--|=|＝|[A-Za-z_\d]\(|(?:select|insert|update|delete)\s/i
const CALL_MAX = 300

const DEFINITION = /^[ \t]{0,3}(?:>[ \t]?)?\[([^[\]\n]{1,200})\]:[ \t]*(?=[<#./]|[A-Za-z]+:)/gm
const NONE: ReadonlySet<string> = new Set()

/** The labels that a text of Markdown gives addresses: [标签]: https://…. [标签] by itself is a link then. */
export function labelsIn(text: string): ReadonlySet<string> {
  if (!text.includes(']:')) return NONE
  return new Set([...matchesOf(DEFINITION, text)].map(({ 1: label }) => label!))
}

/** In order, apart. Offsets into `text`. */
export function codesIn(text: string, labels = NONE): Span[] {
  const found: Span[] = []
  for (const label of labels)
    for (let at = text.indexOf(`[${label}]`); at >= 0; at = text.indexOf(`[${label}]`, at + 1))
      found.push({ start: at, end: at + label.length + 2 })
  if (MAY_HAVE.test(text)) {
    for (const pattern of [ENCLOSED, QUERY, LABEL])
      for (const { index, 0: all } of matchesOf(pattern, text)) found.push({ start: index, end: index + all.length })
    for (const { index, 0: head } of matchesOf(CALL, text)) {
      const end = closing(text, index + head.length)
      if (end > 0) found.push({ start: index, end })
    }
  }
  if (WORDS.test(text)) for (const span of foreignIn(text)) found.push(span)
  if (found.length < 2) return found
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter(apart())
}

/** Those that end behind all before them. */
function apart(): (span: Span) => boolean {
  let reached = -1
  return ({ end }) => {
    if (end <= reached) return false
    reached = end
    return true
  }
}

/** Behind the bracket that closes what opened before `from`; 0 where none does. Brackets between quotation marks do not count. */
function closing(text: string, from: number): number {
  let depth = 1
  let quoted = false
  for (let i = from; i < text.length && i < from + CALL_MAX; i++) {
    const c = text[i]
    if (c === '\n') return 0
    if (c === '"') quoted = !quoted
    else if (quoted) continue
    else if (c === '(') depth++
    else if (c === ')' && --depth === 0) return i + 1
  }
  return 0
}

// ---------------------------------------------------------------------------------------------------- English

/** Two words of English beside each other, or one that a mark follows. */
const WORDS = /[A-Za-z]{1,20} [A-Za-z(“"]/
/** Names in brackets; they may begin in the line before, or end in the next one. */
const BRACKETED = /^[^()（）]{0,200}[)）]|[(（][^()（）]{0,200}(?:[)）]|$)/g
const SENTENCE = /[^。！？；\n]+/g
/** Words that no name consists of. */
const FUNCTION =
  /\b(?:the|an?|is|was|were|are|be|been|of|in|on|to|and|or|for|with|by|at|as|from|that|this|which|I|we|you|he|she|it|they|then|has|have|had|said|not|will)\b/i

/** Sentences of English in which names or quotations are Chinese: their marks are those of English. */
function* foreignIn(text: string): Generator<Span> {
  for (const { index, 0: sentence } of matchesOf(SENTENCE, text)) {
    if (!WORDS.test(sentence)) continue
    // ISO：国际标准化组织(International Organization for Standardization)
    const frame = sentence.replace(BRACKETED, '')
    let [han, latin] = [0, 0]
    for (let i = 0; i < frame.length; i++) {
      const c = frame.charCodeAt(i)
      if (isHan(c)) han++
      else if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)) latin++
    }
    if (latin > 2 * han && FUNCTION.test(frame)) yield { start: index, end: index + sentence.length }
  }
}
