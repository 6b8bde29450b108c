/** The text of one document with what was found in it: the words marked, the notes beside their paragraph, the rest folded. */
import type { Basis, Content, Diagnostic, Span, View } from '../../core.ts'
import { escaped } from '../html.ts'
import { basisOf, relatedLabel } from '../labels.ts'
import { type Paragraph, paragraphsOf } from '../layout.ts'
import { type Level, levelOf, levels, shapes } from '../levels.ts'
import { cutsOf, pieces, prose, trimmed } from '../prose.ts'
import { firstAbove } from '../sorted.ts'
import { aligned } from '../terminal.ts'
import { basisName, renderText, waiverLine } from '../text.ts'
import { titleOf } from './data.ts'
import type { ReviewWords } from './words.ts'

/** A finding of the document; they are counted from 1, in the order of the text. */
export interface Numbered {
  readonly number: number
  readonly level: Level
  readonly diagnostic: Diagnostic
  /** Inside the text, between characters. */
  readonly span: Span
}

/** What is shown or folded as one: a paragraph, or a row of a table. */
interface Row extends Span {
  /** One; or the cells of the row. */
  readonly paragraphs: readonly Paragraph[]
  /** Those whose note stands here. */
  readonly notes: Numbered[]
  /** The paragraph is shown because something is marked in it. */
  touched: boolean
}

/** Paragraphs of one finding that are shown. */
const SHOWN = 3
/** Paragraphs around a finding. */
const AROUND = 1
/** It is not worth folding less. UTF-16 units. */
const LITTLE = 120
/** A text that is no longer is shown whole. UTF-16 units. */
const SHORT = 1200
/** Places beside the finding's own that are shown. */
const RELATED = 3

export const numbered = (diagnostics: readonly Diagnostic[], text: string): Numbered[] =>
  [...diagnostics]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((diagnostic, i) => {
      const start = aligned(text, Math.min(Math.max(0, diagnostic.span.start), text.length))
      const end = aligned(text, Math.min(Math.max(start, diagnostic.span.end), text.length))
      return { number: i + 1, level: levelOf(diagnostic), diagnostic, span: { start, end } }
    })

/** What the notes of one document share: what was said before is not said again. */
export interface Telling {
  /** Of the document. */
  readonly id: string
  readonly view: View
  readonly say: ReviewWords
  /** Basis, advice → the number of the note where they stand. */
  readonly told: Map<string, number>
}

/** `foldable`: what is left out may be opened; otherwise it is only counted. */
export function textWithNotes(
  content: Content,
  found: readonly Numbered[],
  telling: Telling,
  foldable: boolean,
): string {
  const { text } = content
  const rows = rowsOf(content, found)
  const shown = shownOf(rows, text)
  const cuts = cutsOf(
    text,
    found.map(({ span }) => span),
  )
  const out: string[] = []
  for (let i = 0; i < rows.length; ) {
    let end = i
    if (shown[i]) {
      out.push(rowHtml(text, rows[i]!, found, cuts, telling))
      i++
      continue
    }
    while (end < rows.length && !shown[end]) end++
    const { say } = telling
    const hidden = rows.slice(i, end)
    const chars = hidden.reduce((sum, row) => sum + row.end - row.start, 0)
    out.push(
      foldable
        ? `<details><summary>${say.folded(hidden.length, chars)}</summary>\n${hidden
            .map((row) => rowHtml(text, row, found, cuts, telling))
            .join('\n')}\n</details>`
        : `<p class="omitted">${say.omitted(hidden.length, chars)}</p>`,
    )
    i = end
  }
  return out.join('\n')
}

/** Without its text, a document's findings are told with the line that each stands in. */
export const notesAlone = (found: readonly Numbered[], telling: Telling): string =>
  `<ol class="notes alone">${found.map((one) => note(one, telling, true)).join('')}</ol>`

/** Paragraphs and rows in order; a finding that lies in none of them (in front matter, in a comment) gets its line as one of its own. */
function rowsOf(content: Content, found: readonly Numbered[]): Row[] {
  const { text } = content
  const rows: Row[] = []
  let last: Paragraph['cell']
  for (const p of paragraphsOf(content)) {
    const row = rows.at(-1)
    if (row && p.cell && last?.table === p.cell.table && last.row === p.cell.row)
      rows[rows.length - 1] = { ...row, end: p.end, paragraphs: [...row.paragraphs, p] }
    else rows.push({ start: p.start, end: p.end, paragraphs: [p], notes: [], touched: false })
    last = p.cell
  }
  rows.sort((a, b) => a.start - b.start)
  for (const one of found) {
    const { start, end } = one.span
    const first = rows.find((row) => row.start < Math.max(end, start + 1) && start <= row.end && start < row.end)
    if (first) {
      first.notes.push(one)
      let n = 0
      for (const row of rows)
        if (row.start < Math.max(end, start + 1) && start < row.end && n++ < SHOWN) row.touched = true
      continue
    }
    const own = ownLine(text, one.span, rows)
    rows.splice(
      firstAbove(
        rows.map((row) => row.start),
        own.start,
      ),
      0,
      { ...own, paragraphs: [raw(own)], notes: [one], touched: true },
    )
  }
  return rows
}

const raw = ({ start, end }: Span): Paragraph => ({ start, end, look: 'raw', label: '', bullet: '', lead: start })

/** The line around a span, as far as it belongs to no paragraph. */
function ownLine(text: string, { start, end }: Span, rows: readonly Row[]): Span {
  const before = rows.findLast((row) => row.end <= start)?.end ?? 0
  const after = rows.find((row) => row.start >= end)?.start ?? text.length
  const from = Math.max(before, text.lastIndexOf('\n', start - 1) + 1)
  const line = text.indexOf('\n', end)
  return trimmed(text, { start: from, end: Math.max(end, Math.min(after, line < 0 ? text.length : line)) })
}

/** Where something is found, a little around it, and the beginning; what would be folded for next to nothing. */
function shownOf(rows: readonly Row[], text: string): boolean[] {
  if (text.length <= SHORT) return rows.map(() => true)
  const shown = rows.map(() => false)
  rows.forEach(({ touched }, i) => {
    if (!touched && i > 0) return
    for (let k = Math.max(0, i - AROUND); k <= i + AROUND && k < rows.length; k++) shown[k] = true
  })
  for (let i = 0; i < rows.length; i++) {
    if (shown[i]) continue
    let end = i
    while (end < rows.length && !shown[end]) end++
    if (rows[end - 1]!.end - rows[i]!.start <= LITTLE) shown.fill(true, i, end)
    i = end
  }
  return shown
}

/** Characters on a line of a note; lines that notes may take beside the text: they would drift away from their places. */
const [LINE, TALL] = [24, 36]

function rowHtml(
  text: string,
  row: Row,
  found: readonly Numbered[],
  cuts: readonly number[],
  telling: Telling,
): string {
  const inner = row.paragraphs.map((p) => {
    const bullet = p.bullet === '' ? '' : `<span class="bullet">${escaped(p.bullet)}</span>`
    return bullet + marked(text, p, found, cuts, telling)
  })
  const [first] = row.paragraphs
  const look = first!.look === 'text' ? '' : ` class="${first!.look}"`
  const html = first!.cell
    ? `<table><tr>${inner.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`
    : `<p${look}>${inner.join('')}</p>`
  if (row.notes.length === 0) return html
  const notes = row.notes.map((one) => note(one, telling, row.start === row.end))
  const lines = notes.reduce((sum, one) => sum + one.replace(/<[^>]*>/g, '').length / LINE + 2, 0)
  // In the margin they begin where the paragraph does; below it they come after it.
  return lines <= TALL
    ? `<div class="beside"><ol class="notes">${notes.join('')}</ol>${html}</div>`
    : `<div class="below">${html}<ol class="notes">${notes.join('')}</ol></div>`
}

/** A paragraph with what is found in it. */
function marked(
  text: string,
  p: Paragraph,
  found: readonly Numbered[],
  cuts: readonly number[],
  { id }: Telling,
): string {
  const here = found.filter(({ span }) => span.start <= p.end && (span.end > p.start || span.start >= p.start))
  if (here.length === 0) return prose(text, p, p.look === 'code')
  const key = ({ number, level }: Numbered) => `<a class="k ${level}" href="#${id}n${number}">${number}</a>`
  const opened = new Set<Numbered>()
  /** Numbers of what begins here. */
  const opening = (offset: number, isLast = false) =>
    here
      .filter((one) => {
        const isHere =
          one.span.start === offset || (isLast && one.span.start === one.span.end && one.span.start >= offset)
        if (!isHere || one.span.start < p.start || opened.has(one)) return false
        opened.add(one)
        return true
      })
      .map(key)
      .join('')
  const out = pieces(p, cuts).map((piece) => {
    const numbers = opening(piece.start)
    const html = prose(text, piece, p.look === 'code')
    const over = here.filter(({ span }) => span.start < piece.end && piece.start < span.end)
    if (over.length === 0) return numbers + html
    const level = levels.find((level) => over.some((one) => one.level === level))!
    return `<mark class="${level}">${numbers}${html}</mark>`
  })
  return out.join('') + opening(p.end, true)
}

/** `quoting`: the words that it speaks of are not to be seen beside it. */
function note(one: Numbered, { id, view, say, told }: Telling, quoting: boolean): string {
  const { number, level, diagnostic } = one
  const { language } = view
  const { message, advice } = renderText(diagnostic, view.rules, language)
  const title = titleOf(diagnostic.rule, view)
  const place = diagnostic.place.label
  const parts = [
    `<p><b class="lv ${level}">${shapes[level]} ${say.levels[level]}</b> <b class="no">${number}</b> <b>${escaped(title)}</b>${place === '' ? '' : ` <span class="at">${escaped(place)}</span>`}</p>`,
    ...(quoting ? [excerptHtml(diagnostic, level)] : []),
    `<p>${escaped(squeezed(message))}</p>`,
  ]
  const basis = basisOf(diagnostic)
  const waiver = diagnostic.waiver
  const tell = (what: string): number | undefined => {
    const before = told.get(what)
    if (before === undefined) told.set(what, number)
    return before
  }
  const shownAdvice = waiver ? '' : squeezed(advice)
  const basisBefore = basis ? tell(JSON.stringify([basis.source, basis.clause, basis.quote])) : undefined
  const adviceBefore = shownAdvice === '' ? undefined : tell(`${diagnostic.rule} ${shownAdvice}`)
  const link = (to: number) => `<a href="#${id}n${to}">${to}</a>`
  if (basisBefore !== undefined && basisBefore === adviceBefore)
    parts.push(`<p class="why">${say.same(link(basisBefore))}</p>`)
  else {
    if (basis) {
      const again = basisBefore !== undefined && basis.quote !== ''
      const quote = again ? say.sameBasis(link(basisBefore)) : quotation(basis, say)
      parts.push(`<p class="why"><b>${say.bases}</b>${say.colon}${escaped(basisName(basis))}${quote}</p>`)
    }
    if (shownAdvice !== '')
      parts.push(
        `<p class="do"><b>${say.advice}</b>${say.colon}${adviceBefore === undefined ? escaped(shownAdvice) : say.sameAdvice(link(adviceBefore))}</p>`,
      )
  }
  if (waiver)
    parts.push(`<p class="why"><b>${say.levels.waived}</b>${say.colon}${escaped(waiverLine(waiver, language))}</p>`)
  for (const related of diagnostic.related.slice(0, RELATED)) {
    const where = [
      ...(related.path === diagnostic.path ? [] : [`<bdi>${escaped(related.path)}</bdi>`]),
      escaped(related.place.label),
    ].filter((part) => part !== '')
    const { excerpt } = related
    parts.push(
      `<p class="why"><b>${relatedLabel(related, diagnostic, view)}</b>${say.colon}${where.join(' ')}${excerpt.text.trim() === '' ? '' : `<q>${excerptWords(excerpt.text, excerpt)}</q>`}</p>`,
    )
  }
  const more = diagnostic.related.length - RELATED
  if (more > 0) parts.push(`<p class="why">${say.more(more)}</p>`)
  return `<li id="${id}n${number}" class="${level}">${parts.join('')}</li>`
}

/** The words of a clause, and whether anybody compared them with the document. */
export const quotation = ({ quote, verified }: Basis, say: ReviewWords): string =>
  quote === ''
    ? ''
    : `「${escaped(quote)}」<span class="${verified ? 'sure' : 'unsure'}">${verified ? say.verified : say.unverified}</span>`

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

function excerptHtml({ excerpt }: Diagnostic, level: Level): string {
  return excerpt.text.trim() === '' ? '' : `<p class="line">${excerptWords(excerpt.text, excerpt, level)}</p>`
}

/** A line with the words in question marked. */
function excerptWords(text: string, { start, end }: Span, level?: Level): string {
  const from = aligned(text, Math.min(Math.max(0, start), text.length))
  const to = aligned(text, Math.min(Math.max(from, end), text.length))
  const part = (a: number, b: number) => prose(text, { start: a, end: b })
  const words = part(from, to)
  const isPart = from > 0 || to < text.length
  const inner =
    words === '' ? '' : level ? `<mark class="${level}">${words}</mark>` : isPart ? `<b>${words}</b>` : words
  return part(0, from) + inner + part(to, text.length)
}
