/** Ignore comments and waivers: which findings somebody has set aside, and which of these comments and waivers are wrong or idle. */
import type { Diagnostic, Doc, Finding, Span, WaiverNote } from './core.ts'

/**
 * `<!-- burden-lint-disable-file 规则… -- 理由 -->` for the whole file, `disable` … `enable` for a stretch,
 * `disable-next-line` for the next paragraph or table. Without a rule id a comment stands for all rules.
 */
const COMMENT = /<!--\s*burden-lint[-_ ]([A-Za-z_-]{1,40})([\s\S]{0,2000}?)-->/gi

/** Stands at the head of our handbook, which people go on writing: it directs nothing. */
const HANDBOOK = '<!-- burden-lint handbook -->'

/** The spans without our comments, which nobody reads or counts. */
export function withoutComments(text: string, spans: readonly Span[]): readonly Span[] {
  if (!text.includes('<!--')) return spans
  return spans.flatMap(({ start, end }) => {
    const rest: Span[] = []
    let from = start
    for (const comment of text.slice(start, end).matchAll(COMMENT)) {
      rest.push({ start: from, end: start + comment.index })
      from = start + comment.index + comment[0].length
    }
    return [...rest, { start: from, end }]
  })
}

interface Directive {
  /** The comment itself. */
  readonly span: Span
  /** What it covers. */
  readonly covers: Span
  /** Empty: all rules. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[]
  /** Does it say why? */
  readonly explained: boolean
}

/**
 * What the ignore comments of `doc` say. A comment inside a code block is an example, not a directive. In a Word file it would be words for whoever
 * prints it, or white on white for nobody at all: there it says nothing.
 */
function directivesOf(doc: Doc): {
  directives: Directive[]
  unknown: { word: string; span: Span }[]
  /** A comment that nothing ends. */
  unclosed?: Span
} {
  const unknown: { word: string; span: Span }[] = []
  const found: Directive[] = []
  if (!isHeard(doc)) return { directives: found, unknown }
  const { text, blocks } = doc
  const open: Omit<Directive, 'covers'>[] = []
  const close = (rules: Directive['rules'] | undefined, end: number) => {
    for (let i = open.length - 1; i >= 0; i--) {
      const { span, rules: own, explained } = open[i]!
      if (rules && rules.length > 0 && !own.some((r) => rules.some(({ id }) => id === r.id))) continue
      found.push({ span, rules: own, explained, covers: { start: span.end, end } })
      open.splice(i, 1)
    }
  }
  for (const match of text.matchAll(COMMENT)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (blocks.some((b) => b.kind === 'code' && b.start <= span.start && span.end <= b.end)) continue
    if (match[0] === HANDBOOK) continue
    const explained = REASON.test(match[2]!)
    // burden-lint disable and BURDEN-LINT-disable are slips too.
    const exact = match[0].includes(`burden-lint-${match[1]}`)
    const rules = namedRules(match[2]!, span.start + match[0].indexOf(match[2]!, '<!--burden-lint-'.length))
    if (!exact) unknown.push({ word: match[1]!, span })
    else if (match[1] === 'disable-file') found.push({ span, rules, explained, covers: { start: 0, end: text.length } })
    else if (match[1] === 'disable') open.push({ span, rules, explained })
    else if (match[1] === 'enable') close(rules, span.start)
    else if (match[1] !== 'disable-next-line')
      // A slip must neither hide anything nor do nothing in silence.
      unknown.push({ word: match[1]!, span })
    else {
      const next = blocks.find((b) => b.start >= span.end)
      if (next) found.push({ span, rules, explained, covers: next.kind === 'cell' ? tableOf(doc, next) : next })
      else found.push({ span, rules, explained, covers: { start: span.end, end: span.end } })
    }
  }
  close(undefined, text.length)
  const last = text.lastIndexOf('<!--')
  const words = last > text.lastIndexOf('-->') ? OPENED.exec(text.slice(last, last + LONGEST_NAME)) : null
  if (!words || blocks.some((b) => b.kind === 'code' && b.start <= last && last < b.end))
    return { directives: found, unknown }
  return { directives: found, unknown, unclosed: { start: last, end: last + words[0].length } }
}

const OPENED = /^<!--\s*burden-lint[-_ A-Za-z]*/i
const LONGEST_NAME = 100

/** A comment cannot stand inside a table: what stands above it is for the whole. */
function tableOf({ rows }: Doc, cell: Span): Span {
  const { table } = rows.find(({ cells }) => cells.some(({ start }) => start === cell.start)) ?? {}
  const last = rows.findLast((row) => row.table === table)?.cells.at(-1)
  return last ? { start: cell.start, end: Math.max(cell.end, last.end) } : cell
}

const isHeard = ({ text, meta }: Doc) => meta.encoding !== undefined && text.includes('<!--')

/** `-- 理由`: what follows is why; where Chinese is typed, two hyphens come out as a dash. */
const REASON = /(?:--|——)\s*\S/

/** Rule ids before the `--` that begins the reason; separated by white space or commas. */
function namedRules(words: string, offset: number): { id: string; span: Span }[] {
  // No id holds two hyphens together, and before Chinese a space is soon forgotten.
  const reason = words.search(/--|——/)
  const ids = reason < 0 ? words : words.slice(0, reason)
  return [...ids.matchAll(/[^\s,，、]+/g)].map((m) => ({
    id: m[0],
    span: { start: offset + m.index, end: offset + m.index + m[0].length },
  }))
}

/** Is what a rule finds at an offset covered by an ignore comment? For fixes that reach beyond the place of their finding. */
export function coverage(doc: Doc): (rule: string, offset: number) => boolean {
  const { directives } = directivesOf(doc)
  return (rule, offset) =>
    directives.some(
      ({ covers, rules }) =>
        covers.start <= offset && offset < covers.end && (rules.length === 0 || rules.some(({ id }) => id === rule)),
    )
}

export interface Suppressed {
  readonly kept: readonly Diagnostic[]
  /** Findings about the comments themselves. */
  readonly findings: readonly {
    readonly rule: 'unknown-rule' | 'unused-waiver' | 'unexplained-waiver'
    readonly finding: Finding
  }[]
}

/**
 * Takes out of `diagnostics` (of `doc`) what its ignore comments cover.
 * `suggest` offers a near miss for an unknown id; `ran` tells whether a rule was switched on, for a comment is idle only where its rule ran.
 */
export function suppress(
  doc: Doc,
  diagnostics: readonly Diagnostic[],
  ran: (id: string) => boolean,
  known: (id: string) => boolean,
  suggest: (id: string) => string | undefined,
): Suppressed {
  const { directives, unknown, unclosed } = directivesOf(doc)
  if (directives.length === 0 && unknown.length === 0 && !unclosed) return { kept: diagnostics, findings: unheard(doc) }
  const used = new Set<Directive | Directive['rules'][number]>()
  const kept = diagnostics.filter((diagnostic) => {
    let hidden = false
    for (const directive of directives) {
      const { covers, rules } = directive
      if (diagnostic.span.start < covers.start || diagnostic.span.start >= Math.max(covers.end, covers.start + 1))
        continue
      const named = rules.find(({ id }) => id === diagnostic.rule)
      if (!named && rules.length > 0) continue
      used.add(named ?? directive)
      hidden = true
    }
    return !hidden
  })
  const findings: Suppressed['findings'][number][] = []
  for (const directive of directives) {
    if (!directive.explained)
      findings.push({
        rule: 'unexplained-waiver',
        finding: { message: 'noReason', at: { doc, span: directive.span }, args: {} },
      })
    if (directive.rules.length === 0 && !used.has(directive))
      findings.push({
        rule: 'unused-waiver',
        finding: { message: 'unusedComment', args: { rule: '全部规则' }, at: { doc, span: directive.span } },
      })
    for (const named of directive.rules) {
      const near = known(named.id) ? undefined : suggest(named.id)
      if (!known(named.id))
        findings.push({
          rule: 'unknown-rule',
          finding: near
            ? { message: 'nearMiss', args: { id: named.id, near }, at: { doc, span: named.span } }
            : { message: 'unknown', args: { id: named.id }, at: { doc, span: named.span } },
        })
      else if (!used.has(named) && ran(named.id))
        findings.push({
          rule: 'unused-waiver',
          finding: { message: 'unusedComment', args: { rule: named.id }, at: { doc, span: named.span } },
        })
    }
  }
  for (const { word, span } of unknown)
    findings.push({ rule: 'unknown-rule', finding: { message: 'directive', args: { word }, at: { doc, span } } })
  if (unclosed)
    findings.push({ rule: 'unknown-rule', finding: { message: 'unclosed', at: { doc, span: unclosed }, args: {} } })
  return { kept, findings }
}

/** Comments where none is heard. */
const unheard = (doc: Doc): Suppressed['findings'] =>
  isHeard(doc) || !doc.text.includes('<!--')
    ? []
    : [...doc.text.matchAll(COMMENT)].map((m) => ({
        rule: 'unused-waiver' as const,
        finding: { message: 'unheard', args: {}, at: { doc, span: { start: m.index, end: m.index + m[0].length } } },
      }))

// --------------------------------------------------------------------------------------------------- waivers

/** An exception to a rule for some documents that somebody answers for, as the waiver file has it. */
export interface Waiver extends WaiverNote {
  readonly rule: string
  /** Documents that it speaks of, as written. */
  readonly document: string
  /** Does it name a document that is not there? */
  readonly isLost: boolean
  /** Does it speak of the document at this path (absolute, or relative to the current folder)? */
  covers(path: string): boolean
  /** Its place in the waiver file. */
  readonly span: Span
}

export interface OpenWaivers {
  /** The findings of the document at `path`: those that are waived say so, and are information only. */
  apply(path: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[]
  /** About the waivers themselves, once every document has been seen: of the rule `unused-waiver`. `ran`: was the rule switched on for the document? */
  findings(ran: (rule: string, path: string) => boolean, isHard: (rule: string) => boolean): Finding[]
}

/** 依据《防洪法》第三十八条, 按豫办〔2024〕12号: what a reason cites. Whether it says so no machine knows. */
const GROUND = /《[^》]{2,60}》|[〔[（(]\d{4}[〕\])）]\s?第?\d{1,4}\s?号/

/** `doc` is the waiver file; `asOf` the day of judgement, YYYY-MM-DD. */
export function openWaivers(doc: Doc, waivers: readonly Waiver[], asOf: string): OpenWaivers {
  const used = new Set<Waiver>()
  const seen: string[] = []
  const isExpired = ({ until }: Waiver) => until !== undefined && until < asOf
  // Nobody has approved it yet.
  const isEarly = ({ date }: Waiver) => date > asOf
  return {
    apply(path, diagnostics) {
      seen.push(path)
      const here = waivers.filter((waiver) => waiver.covers(path))
      if (here.length === 0) return diagnostics
      return diagnostics.map((diagnostic) => {
        const fitting = here.filter((w) => w.rule === diagnostic.rule && !isExpired(w) && !isEarly(w))
        const [waiver] = fitting
        if (!waiver) return diagnostic
        // None of them is idle: without the first the next would hold.
        for (const each of fitting) used.add(each)
        const { reason, approver, date, until } = waiver
        return { ...diagnostic, severity: 'info', waiver: { reason, approver, date, ...(until && { until }) } }
      })
    },
    findings(ran, isHard) {
      return waivers.flatMap((waiver): Finding[] => {
        const { rule, document, date, until, approver, reason, span } = waiver
        const at = { doc, span }
        if (isExpired(waiver)) return [{ message: 'expired', args: { rule, document, until: until! }, at }]
        if (isEarly(waiver)) return [{ message: 'early', args: { rule, document, date }, at }]
        if (used.has(waiver)) {
          const message = GROUND.test(reason) ? 'grounded' : 'hard'
          return isHard(rule) ? [{ message, args: { rule, approver }, at }] : []
        }
        if (waiver.isLost && !seen.some(waiver.covers)) return [{ message: 'lost', args: { rule, document }, at }]
        const judged = seen.some((path) => waiver.covers(path) && ran(rule, path))
        return judged ? [{ message: 'unused', args: { rule, document }, at }] : []
      })
    },
  }
}
