/** Findings as notes: what is wrong, what it rests on, what to do. */
import type { Basis, Diagnostic, Span, View } from '../../core.ts'
import { escaped } from '../html.ts'
import { basisOf, placeLabel, relatedLabel } from '../labels.ts'
import { type Level, levelLabel, levelOf, levelWord } from '../levels.ts'
import { prose } from '../prose.ts'
import { aligned } from '../terminal.ts'
import { basisName, placeText, renderText, waiverLine } from '../text.ts'
import { titleOf } from './data.ts'
import type { ReviewWords } from './words.ts'

/** A finding of the document; they are counted from 1, in the order of the text. */
export interface Numbered {
  readonly number: number
  readonly level: Level
  readonly diagnostic: Diagnostic
  /** Inside the text, between characters. */
  readonly span: Span
  /** Where it stands again: marked, but not numbered. */
  readonly also: readonly Span[]
}

/** Places beside the finding's own that are shown. */
const RELATED = 3

export const numbered = (diagnostics: readonly Diagnostic[], text: string): Numbered[] =>
  [...diagnostics]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((diagnostic, i) => {
      const inside = (span: Span): Span => {
        const start = aligned(text, Math.min(Math.max(0, span.start), text.length))
        return { start, end: aligned(text, Math.min(Math.max(start, span.end), text.length)) }
      }
      const also = (diagnostic.also ?? []).map(inside)
      return { number: i + 1, level: levelOf(diagnostic), diagnostic, span: inside(diagnostic.span), also }
    })

/** What the notes of one document share: what was said before is not said again. */
export interface Telling {
  /** Of the document. */
  readonly id: string
  readonly view: View
  readonly say: ReviewWords
  /** Basis, advice → the number of the note where they stand. */
  readonly told: Map<string, number>
  /** Numbers that stand in the text already: each is a place of its own. */
  readonly marked: Set<number>
}

/** The number of a finding where its words begin; it leads to the note. */
export function keyOf({ number, level }: Numbered, { id, marked }: Telling): string {
  const name = marked.has(number) ? '' : ` id="${id}k${number}"`
  marked.add(number)
  return `<a class="k ${level}"${name} href="#${id}n${number}">${number}</a>`
}

/** Without its text, a document's findings are told with the line that each stands in. */
export const notesAlone = (found: readonly Numbered[], telling: Telling): string =>
  `<ol class="notes alone">${found.map((one) => note(one, telling, true)).join('')}</ol>`

/** `quoting`: the words that it speaks of are not to be seen beside it. */
export function note(one: Numbered, { id, view, say, told, marked }: Telling, quoting: boolean): string {
  const { number, level, diagnostic } = one
  const { language } = view
  const { message, advice } = renderText(diagnostic, view.rules, language)
  const title = titleOf(diagnostic.rule, view)
  // What has no paragraphs (the waiver file) has lines; a file that could not be read has neither.
  const place =
    diagnostic.place.label === '' && diagnostic.excerpt.text !== ''
      ? placeText(diagnostic.place, language)
      : placeLabel(diagnostic.place.label, language)
  const no = marked.has(number)
    ? `<a class="no" href="#${id}k${number}" title="${say.toText}">${number}</a>`
    : `<b class="no">${number}</b>`
  const parts = [
    `<p><b class="lv ${level}">${levelLabel(level, language)}</b> ${no} <b>${escaped(title)}</b>${place === '' ? '' : ` <span class="at">${escaped(place)}</span>`}</p>`,
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
    parts.push(
      `<p class="why"><b>${levelWord('waived', language)}</b>${say.colon}${escaped(waiverLine(waiver, language))}</p>`,
    )
  for (const related of diagnostic.related.slice(0, RELATED)) {
    const where = [
      ...(related.path === diagnostic.path ? [] : [`<bdi>${escaped(related.path)}</bdi>`]),
      escaped(placeLabel(related.place.label, language)),
    ].filter((part) => part !== '')
    const { excerpt } = related
    // The row of another register: its cells, whatever stands between them in the file. Offsets stay as they are.
    const words = /\.[ct]sv$/i.test(related.path) ? excerpt.text.replace(/[,\t]/g, '｜') : excerpt.text
    parts.push(
      `<p class="why"><b>${relatedLabel(related, diagnostic, view)}</b>${say.colon}${where.join(' ')}${excerpt.text.trim() === '' ? '' : `<q>${excerptWords(words, excerpt)}</q>`}</p>`,
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
