/** (documents, rules, settings) → diagnostics. Pure and synchronous; one document at a time, so that nobody has to hold them all. */

import {
  type Block,
  type Corpus,
  type Diagnostic,
  type Doc,
  type Excerpt,
  type Finding,
  type GenrePattern,
  isOfGenre,
  type Mark,
  type Pair,
  type Place,
  type Registry,
  type Related,
  type Rule,
  type RuleSetting,
  type Severity,
  type Span,
} from './core.ts'
import { lastAtMost } from './sorted-lists.ts'
import { clauseOf } from './text/contexts.ts'
import { hasInvisible } from './text/invisible.ts'
import { eachPhrase, phraseIndex, unwrap } from './text/phrases.ts'
import { covers } from './text/quoted.ts'
import { lastBefore } from './text/spans.ts'
import { writtenEdit, writtenSpan } from './written-edit.ts'

/** What rules run with. */
export interface LintContext {
  readonly rules: Registry
  /** The setting of every rule for the document at `path`; one object for all with the same. */
  settingsFor(path: string): Readonly<Record<string, RuleSetting>>
  /** 原则上 and 一般 rules become errors. */
  readonly strict: boolean
  /** Told how long each rule took for each unit. Milliseconds. */
  readonly clock?: Clock | undefined
}

/** Takes the time that something took. Milliseconds. */
export type Clock = (what: string, milliseconds: number) => void

/** A rule that threw, or pointed at a place outside its document: a fault of the rule, not of the document. */
export interface Failure {
  readonly rule: string
  readonly path: string
  readonly reason: string
}

export interface LintResult {
  /** By document, each list in the order of the text. Documents without a diagnostic are absent. */
  readonly diagnostics: ReadonlyMap<Doc, Diagnostic[]>
  readonly failures: readonly Failure[]
}

export interface Linter {
  /** One document by itself: the rules of scope `doc`, and where it is `paired` those of scope `pair`. */
  one(doc: Doc, paired?: Pair): LintResult
  /** Documents that are judged together: the rules of scope `corpus`. */
  together(corpus: Corpus): LintResult
  /** Words that make a text among `paths` one of those which `registers` are judged with; see `RuleSpec.texts`. */
  wordsOf(registers: readonly Doc[], paths: readonly string[]): readonly string[]
}

/** Runs every rule that is switched on over every unit that its scope and genres allow. What all units share is made once. */
export function linter({ rules, settingsFor, strict, clock }: LintContext): Linter {
  const entries = Object.entries(rules)
  const docRules = entries.flatMap(([id, rule]) => (rule.scope === 'doc' ? [{ id, rule }] : []))
  const hitsIn = triggered(docRules)
  const byGenre = new Map<string, typeof docRules>()
  const rulesFor = (doc: Doc) => {
    if (doc.meta.notices.some(({ code }) => code === 'own-report')) return []
    // All that `applies` asks.
    const key = `${doc.genre.id} ${doc.register ? doc.blocks.length > 0 : ''}`
    let fitting = byGenre.get(key)
    if (!fitting) byGenre.set(key, (fitting = docRules.filter(({ rule }) => applies(rule.genres, doc))))
    return fitting
  }
  // What is found in view of all documents lies in one of them, and follows the settings of that one.
  const corpusRules = (settings: Iterable<Readonly<Record<string, RuleSetting>>>) => {
    const all = [...new Set(settings)]
    return entries.flatMap(([id, rule]) => {
      if (rule.scope !== 'corpus') return []
      const on = all.map((settings) => settings[id]).filter(isOn)
      return [...new Set(on.map(({ options }) => options))].map((options) => ({ id, rule, options }))
    })
  }

  const running = () => {
    const stamp = stamper(rules, strict)
    const diagnostics = new Map<Doc, Diagnostic[]>()
    const failures: Failure[] = []
    /** `settingIn`: of the document in which a finding lies; undefined where it is not to be reported. */
    const run = (
      id: string,
      rule: Rule,
      options: unknown,
      unit: unknown,
      path: string,
      settingIn: (doc: Doc) => RuleSetting | undefined,
    ) => {
      const begun = clock && performance.now()
      try {
        for (const finding of rule.check(unit as never, options as never)) {
          const setting = settingIn(finding.at.doc)
          if (!setting) continue
          const stamped = stamp(id, finding, setting)
          const list = diagnostics.get(finding.at.doc)
          if (list) list.push(stamped)
          else diagnostics.set(finding.at.doc, [stamped])
        }
      } catch (error) {
        failures.push({ rule: id, path, reason: error instanceof Error ? error.message : String(error) })
      }
      if (begun !== undefined) clock?.(id, performance.now() - begun)
    }
    const finished = (): LintResult => {
      for (const list of diagnostics.values()) list.sort(byPlace)
      return { diagnostics, failures }
    }
    return { run, finished }
  }

  return {
    one(doc, paired) {
      const { run, finished } = running()
      const settings = settingsFor(doc.path)
      let hits: ReadonlyMap<string, readonly Span[]> | undefined
      const fitting = rulesFor(doc)
      for (let i = 0; i < fitting.length; i++) {
        const { id, rule } = fitting[i]!
        const setting = settings[id]
        if (!isOn(setting) || (rule.printed && !doc.layout)) continue
        let found: readonly Span[] = []
        if (rule.triggers.length > 0) {
          hits ??= hitsIn(doc)
          const own = hits.get(id)
          if (!own) continue
          // What stands in the sheets of a register is no sentence.
          found = doc.sheets ? own.filter(({ start }) => covers(doc.blocks, start)) : own
        }
        run(id, rule, setting.options, { doc, hits: found }, doc.path, () => setting)
      }
      if (paired)
        for (const [id, rule] of entries) {
          const setting = settings[id]
          if (rule.scope === 'pair' && isOn(setting) && applies(rule.genres, doc))
            run(id, rule, setting.options, paired, doc.path, () => setting)
        }
      return finished()
    },

    together(corpus) {
      const { run, finished } = running()
      const own = new Map(corpus.docs.map((doc) => [doc, settingsFor(doc.path)]))
      for (const { id, rule, options } of corpusRules(own.values()))
        run(id, rule, options, corpus, '', (doc) => {
          const setting = own.get(doc)?.[id]
          return isOn(setting) && setting.options === options ? setting : undefined
        })
      return finished()
    },

    wordsOf: (registers, paths) => [
      ...new Set(
        corpusRules(paths.map(settingsFor)).flatMap(
          ({ rule, options }) => rule.texts?.(registers, options as never) ?? [],
        ),
      ),
    ],
  }
}

export const isOn = (setting: RuleSetting | undefined): setting is RuleSetting =>
  setting !== undefined && setting.level !== 'off'

/** Order of the text; at one place the graver first, then by rule id. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    rank(b.severity) - rank(a.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}

export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error']
const rank = (severity: Severity) => SEVERITIES.indexOf(severity)
/** Is `severity` at least as grave as `limit`? */
export const atLeast = (severity: Severity, limit: Severity): boolean => rank(severity) >= rank(limit)

const applies = (patterns: readonly GenrePattern[], doc: Doc) =>
  (!doc.register && patterns.some((pattern) => pattern === '*')) || patterns.some((pattern) => isOfGenre(pattern, doc))

/**
 * Looks for the triggers of all rules at once. What it returns tells where those of each rule stand in a document, in the order of the text,
 * at one place the longest first; rules without any are absent. In a text that was cut at a fixed width, triggers are found across the ends of its lines,
 * and in any across what nobody sees.
 */
function triggered(
  rules: readonly { readonly id: string; readonly rule: Rule }[],
): (doc: Pick<Doc, 'text' | 'blocks' | 'meta'>) => ReadonlyMap<string, readonly Span[]> {
  const rulesOf = new Map<string, string[]>()
  for (const { id, rule } of rules)
    for (const phrase of rule.triggers) {
      const ids = rulesOf.get(phrase)
      if (!ids) rulesOf.set(phrase, [id])
      else if (ids.at(-1) !== id) ids.push(id)
    }
  const phrases = phraseIndex(rulesOf.keys())
  return ({ text, blocks, meta }) => {
    const wrapped = meta.notices.some(({ code }) => code === 'hard-wrapped') || hasInvisible(text)
    const { joined, at } = wrapped ? unwrap(text, blocks) : { joined: text, at: undefined }
    const hits = new Map<string, Span[]>()
    eachPhrase(joined, phrases, (phrase, start) => {
      const last = start + phrase.length - 1
      const span = at ? { start: at[start]!, end: at[last]! + 1 } : { start, end: last + 1 }
      for (const id of rulesOf.get(phrase)!) {
        const own = hits.get(id)
        if (own) own.push(span)
        else hits.set(id, [span])
      }
    })
    return hits
  }
}

// -------------------------------------------------------------------------------------------------- stamping

/** Turns findings into diagnostics. Throws an `Error` that names the rule when a finding points nowhere. One stamper per run: it counts occurrences. */
export function stamper(
  rules: Registry,
  strict: boolean,
): (id: string, finding: Finding, setting: RuleSetting) => Diagnostic {
  const seen = new Map<string, number>()
  const maps = new Map<Doc, LineMap>()
  const locate = (mark: Mark) => {
    const { doc } = mark
    const text = doc.written?.text ?? doc.text
    let map = maps.get(doc)
    if (!map) maps.set(doc, (map = lineMap(text)))
    const span = writtenSpan(doc, mark.span)
    return { span, place: placeOf(mark, span, map), excerpt: excerptOf(text, span, map) }
  }
  return (id, finding, setting) => {
    const rule = rules[id]
    const message = rule?.messages[finding.message]
    if (!rule || !message) throw new Error(`规则 ${id} 没有名为 ${finding.message} 的提示语`)
    checkMark(finding.at)
    for (const span of finding.also ?? []) checkMark({ doc: finding.at.doc, span })
    for (const mark of finding.related ?? []) checkMark(mark)
    const { doc, span } = finding.at
    const located = locate(finding.at)
    const quoted = doc.text.slice(span.start, span.end).replace(/\s+/g, '')
    // Two limits at one place are two findings, whichever of them is there first.
    const own = finding.basis ? `\n${finding.basis.source}\n${finding.basis.clause}` : ''
    const what = `${id}\n${finding.message}\n${quoted}\n${clauseOf(located.excerpt)}${own}`
    const key = `${doc.path}\n${what}`
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    const related = (finding.related ?? []).map((mark): Related => ({ path: mark.doc.path, ...locate(mark) }))
    const also = (finding.also ?? []).map((other) => writtenSpan(doc, other))
    return {
      rule: id,
      severity: severityOf(setting, rule.severity, strict, finding.severity ?? message.severity),
      path: doc.path,
      span: located.span,
      ...(also.length > 0 && { also }),
      place: located.place,
      excerpt: located.excerpt,
      message: finding.message,
      args: finding.args ?? {},
      basis: finding.basis ?? message.basis ?? rule.basis,
      related,
      fix: (finding.fix && writtenEdit(doc, finding.fix)) ?? null,
      fingerprint: hash(`${what}\n${occurrence}`),
    }
  }
}

/** `own`: what the message, or the finding, is by itself. As grave as the rule it goes with the rule's level; graver it stays, unless somebody chose a level. */
export function severityOf({ level, chosen }: RuleSetting, usual: Severity, strict: boolean, own = usual): Severity {
  const severity = level === 'off' ? 'info' : level
  const milder = rank(own) < rank(severity) ? own : severity
  const settled = own === usual ? severity : rank(own) > rank(usual) && !chosen ? own : milder
  return strict && settled === 'warning' ? 'error' : settled
}

function checkMark({ doc, span }: Mark): void {
  const { start, end } = span
  // An empty document has no character to point at.
  const pointsSomewhere = start < end || (doc.text.length === 0 && start === 0 && end === 0)
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= doc.text.length && pointsSomewhere))
    throw new Error(`指向了文稿之外的位置 ${start}–${end}`)
}

// --------------------------------------------------------------------------------------------------- places

interface LineMap {
  /** Offset of each line's first character. */
  readonly starts: readonly number[]
  readonly length: number
}

function lineMap(text: string): LineMap {
  const starts = [0]
  if (text.includes('\r')) for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { starts, length: text.length }
}

const lineAt = ({ starts }: LineMap, offset: number) => lastAtMost(starts.length, (i) => starts[i]!, offset)

/** `span`: of the mark, in the text as it is written. */
function placeOf({ doc, span: { start } }: Mark, span: Span, map: LineMap): Place {
  const first = lineAt(map, span.start)
  const last = lineAt(map, span.end)
  const own = doc.register?.place(start)
  // The lines of a workbook are those of its sheets.
  if (own && doc.sheets && doc.sheets[0]!.name !== '')
    return { line: own.line, column: own.column, endLine: own.line, endColumn: own.column + 1, label: own.label }
  return {
    line: first + 1,
    column: span.start - map.starts[first]! + 1,
    endLine: last + 1,
    endColumn: span.end - map.starts[last]! + 1,
    label: own?.label ?? labelAt(doc.blocks, start),
  }
}

function labelAt(blocks: readonly Block[], offset: number): string {
  if (blocks.length === 0) return ''
  return blocks[lastBefore(blocks, offset)]!.label
}

/** How much of a long line is kept before and behind the span. UTF-16 units. */
const CONTEXT = 120
/** A longer span is shown by its beginning. UTF-16 units. */
const LONGEST = 200

function excerptOf(whole: string, span: Span, map: LineMap): Excerpt {
  const line = lineAt(map, span.start)
  const from = Math.max(map.starts[line]!, span.start - CONTEXT)
  const lineEnd = (map.starts[line + 1] ?? map.length + 1) - 1
  const end = Math.min(span.end, span.start + LONGEST, Math.max(lineEnd, span.start))
  const to = Math.min(Math.max(lineEnd, end), end + CONTEXT)
  const text = whole.slice(from, to).replace(/[\r\n]+$/, '')
  return { text, start: span.start - from, end: Math.min(end - from, text.length) }
}

/** 64 bits of FNV-1a over UTF-16 units, as 16 hexadecimal digits: identity for baselines, not security. */
function hash(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let i = 0; i < text.length; i++) {
    low ^= text.charCodeAt(i)
    // × 0x100000001b3 in two halves.
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x100000000)) >>> 0
    low = product >>> 0
  }
  return high.toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}
