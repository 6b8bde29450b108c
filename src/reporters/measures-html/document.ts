/** The two documents of the page: paragraphs, sentences with their marks and notes, places that can be lit up. */
import type { SharedRun, Source, Span, Unit } from '../../core.ts'
import { firstAbove } from '../../sorted-lists.ts'
import { escaped } from '../html.ts'
import { placeLabel } from '../labels.ts'
import { type Look, type Paragraph, paragraphsOf } from '../layout.ts'
import type { MeasuredText, MeasureReport } from '../measures.ts'
import { cutsOf, pieces, prose, trimmed } from '../prose.ts'
import { aligned } from '../terminal.ts'
import { countingOf, isDoubtful, type Metric, markOf, reason, type Words } from './words.ts'

/** A superior document, laid out. */
export interface Superior {
  readonly doc: MeasuredText
  /** How it is called on the page. */
  readonly name: string
  readonly paragraphs: readonly Paragraph[]
  /** Where the paragraphs begin. */
  readonly starts: readonly number[]
}

/** UTF-16 units of a quotation: so long it stays whole, so long it may be, so much stands around the shared runs. */
const WHOLE = 120
const LONGEST = 240
const AROUND = 40

const tags: Readonly<Record<Look, string>> = {
  title: 'h3',
  centre: 'p',
  flush: 'p',
  h1: 'h4',
  h2: 'h5',
  h3: 'h6',
  text: 'p',
  item: 'p',
  quote: 'p',
  code: 'p',
  end: 'p',
  raw: 'p',
}

/** Sources, likeliest first. */
export const ranked = (unit: Unit): Source[] => [...unit.sources].sort((a, b) => b.score - a.score)

/** Runs that a sentence shares with one of its sources. */
const runsOf = (unit: Unit, source: Source | undefined): readonly SharedRun[] =>
  source
    ? unit.runs.filter(
        ({ superior, there }) => superior === source.superior && there.start < source.end && source.start < there.end,
      )
    : []

/** The implementing document, and which of its sentences have a place in it. */
export function implementing(
  report: MeasureReport,
  superiors: readonly Superior[],
  say: Words,
): { readonly html: string; readonly shown: readonly Unit[] } {
  const { document, measurement } = report
  const { text } = document
  const { units } = measurement
  const { metric } = countingOf(report)
  const starts = units.map(({ start }) => start)
  const paragraphs = complete(paragraphsOf(document), units, text)
  // The note of a sentence stands behind its last words.
  const lastIn = new Map<number, Paragraph>()
  const touched = paragraphs.map((p) => {
    const found: number[] = []
    for (let i = Math.max(0, firstAbove(starts, p.start) - 1); i < units.length && units[i]!.start < p.end; i++) {
      const { start, end } = trimmed(text, within(units[i]!, p))
      if (start === end) continue
      found.push(i)
      lastIn.set(i, p)
    }
    return found
  })
  // Sentences are counted as they are seen: what is mere markup has no number.
  const numbers = new Map([...lastIn.keys()].map((i, k) => [i, k + 1]))
  const opened = new Set<number>()
  const html = laidOut(paragraphs, (p, number) =>
    touched[number]!.map((i) => {
      const unit = units[i]!
      const first = !opened.has(i)
      opened.add(i)
      const note = lastIn.get(i) === p ? noteOf(numbers.get(i)!, unit, superiors, metric, say) : ''
      return sentence(text, trimmed(text, within(unit, p)), numbers.get(i)!, unit, p, first, say) + note
    }).join(''),
  )
  return { html, shown: [...lastIn.keys()].map((i) => units[i]!) }
}

/** A superior document: every place where something begins or ends is cut, so that it can be lit up by itself. */
export function reference({ doc, paragraphs }: Superior, number: number, units: readonly Unit[]): string {
  const places: Span[] = []
  for (const { sources, runs } of units) {
    for (const source of sources) if (source.superior === number) places.push(source)
    for (const run of runs) if (run.superior === number) places.push(run.there)
  }
  for (const { start, lead } of paragraphs) if (lead > start) places.push({ start, end: lead })
  const cuts = cutsOf(doc.text, places)
  let id = 0
  return laidOut(
    paragraphs,
    (p) =>
      pieces(p, cuts)
        .map(
          (piece) =>
            `<span${piece.end <= p.lead ? ' class="lead"' : ''} data-o="${piece.start}">${prose(doc.text, piece, p.look === 'code')}</span>`,
        )
        .join(''),
    () => ` id="s${number + 1}p${++id}"`,
  )
}

/** What is judged but lies in no paragraph (front matter) gets one of its own: nothing that was judged is hidden. */
function complete(paragraphs: Paragraph[], units: readonly Unit[], text: string): Paragraph[] {
  const ends = paragraphs.map(({ end }) => end)
  const extra = units
    .filter(
      (unit) =>
        unit.why !== 'markup' &&
        (paragraphs[firstAbove(ends, unit.start)]?.start ?? Number.POSITIVE_INFINITY) >= unit.end,
    )
    .map((unit) => trimmed(text, unit))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
    .map(({ start, end }): Paragraph => ({ start, end, look: 'raw', label: '', bullet: '', lead: start }))
  return extra.length > 0 ? [...paragraphs, ...extra].sort((a, b) => a.start - b.start) : paragraphs
}

const within = (unit: Span, { start, end }: Span): Span => ({
  start: Math.max(unit.start, start),
  end: Math.min(unit.end, end),
})

/** Paragraphs as HTML; cells of a table that follow one another become a table. */
function laidOut(
  paragraphs: readonly Paragraph[],
  content: (p: Paragraph, index: number) => string,
  attributes: (p: Paragraph) => string = () => '',
): string {
  const out: string[] = []
  for (let i = 0; i < paragraphs.length; i++) {
    const p = paragraphs[i]!
    if (!p.cell) {
      const bullet = p.bullet === '' ? '' : `<span class="bullet">${escaped(p.bullet)}</span>`
      out.push(`<${tags[p.look]} class="${p.look}"${attributes(p)}>${bullet}${content(p, i)}</${tags[p.look]}>`)
      continue
    }
    const { table } = p.cell
    out.push('<table>')
    for (let row = -1, column = 0; i < paragraphs.length; i++) {
      const { cell } = paragraphs[i]!
      if (cell?.table !== table) break
      if (cell.row !== row) {
        out.push(row < 0 ? '<tr>' : '</tr><tr>')
        column = 0
        row = cell.row
      }
      // Empty cells have no paragraph; the same cell may have several.
      const same = column === cell.column
      // A document may claim any column.
      for (column++; column < Math.min(cell.column, 64) && !same; column++) out.push('<td></td>')
      column = cell.column
      const inner = `<p class="text"${attributes(paragraphs[i]!)}>${content(paragraphs[i]!, i)}</p>`
      out.push(same ? inner : `<td>${inner}`)
    }
    i--
    out.push('</tr></table>')
  }
  return out.join('\n')
}

/** One sentence (or the part of it that this paragraph holds) behind its mark. */
function sentence(
  text: string,
  span: Span,
  number: number,
  unit: Unit,
  { look, lead, start }: Paragraph,
  first: boolean,
  say: Words,
): string {
  const mark = markOf(unit)
  const classes = ['u', mark]
  if (!unit.content) classes.push('x')
  if (isDoubtful(unit)) classes.push('d')
  const [best] = ranked(unit)
  const shown = unit.reuse === 'novel' || !unit.content ? [] : runsOf(unit, best).map(({ here }) => here)
  const cuts = cutsOf(text, [...unit.runs.map(({ here }) => here), { start, end: lead }])
  const words = pieces(span, cuts).map((piece) => {
    const inside = unit.runs.some(({ here }) => here.start <= piece.start && piece.start < here.end)
    const html = prose(text, piece, look === 'code')
    const bold = shown.some((run) => run.start <= piece.start && piece.start < run.end)
    const names = [...(bold ? ['r'] : []), ...(piece.end <= lead ? ['lead'] : [])]
    if (!inside && names.length === 0) return html
    return `<span${names.length > 0 ? ` class="${names.join(' ')}"` : ''} data-o="${piece.start}">${html}</span>`
  })
  const id = first ? ` id="u${number}"` : ''
  return `<span class="${classes.join(' ')}"${id} data-u="${number}">${first ? badge(number, unit, say) : ''}${words.join('')}</span>`
}

/** 抄12 笼统 临界 */
function badge(number: number, unit: Unit, say: Words): string {
  const tags = [
    unit.content ? say.short[unit.kind] : say.uncounted,
    ...(isDoubtful(unit) ? [`<em>${say.doubtful}</em>`] : []),
    ...(unit.review ? [`<em>${say.reviewed}</em>`] : []),
  ]
  return `<span class="b"><b>${say.marks[markOf(unit)].letter}</b>${number} ${tags.join(' ')}</span>`
}

/** What is known about a sentence: under it on paper, in the panel on the screen. */
function noteOf(number: number, unit: Unit, superiors: readonly Superior[], metric: Metric, say: Words): string {
  const novel = unit.reuse === 'novel'
  const sources = ranked(unit).filter(({ superior }) => superiors[superior])
  const facts = [
    say.sentence(number),
    say.reuse[unit.reuse],
    say.kind[unit.kind],
    unit.content ? say.countedLong : say.uncountedLong,
    ...(sources[0] ? [say.similar(sources[0].score.toFixed(2))] : []),
    say.sure(unit.confidence.toFixed(2)),
  ]
  const doubt = isDoubtful(unit) ? `<strong>${say.doubtfulLong}</strong>` : ''
  const review = unit.review ? ` <strong>${escaped(say.decided(unit.review.who, unit.review.reason))}</strong>` : ''
  const places = sources.map((source, k) => {
    const { name, paragraphs, starts } = superiors[source.superior]!
    const at = firstAbove(starts, source.start) - 1
    const label = paragraphs[at]?.label ?? ''
    const quote =
      k === 0 && !novel
        ? `<q>「${quoted(
            superiors[source.superior]!,
            source,
            runsOf(unit, source).map((run) => run.there),
          )}」</q>`
        : ''
    return `<span class="src"><a href="#s${source.superior + 1}${at < 0 ? '' : `p${at + 1}`}" data-k="${k}"><bdi>${escaped(name)}</bdi> ${escaped(placeLabel(label, say.lang === 'en' ? 'en' : 'zh'))}</a> <span class="sim">${say.similar(source.score.toFixed(2))}</span>${quote}</span>`
  })
  const head = novel ? say.nearest : say.sources
  const list =
    places.length > 0
      ? `<span class="srcs"><span class="sh">${head}${say.colon}</span>${places.join('')}</span>`
      : `<span class="srcs">${say.noSource}</span>`
  return `<span class="note${novel ? ' own near' : unit.content ? '' : ' own'}" id="n${number}"><span class="facts">${facts.join(' · ')}</span><span class="why">${reason(unit, metric, say)}${doubt}${review}</span>${list}</span>`
}

/** The superior's words, the shared ones bold, line by line; of a long passage what lies around them. */
function quoted({ doc: { text }, paragraphs, starts }: Superior, whole: Span, shared: readonly Span[]): string {
  let { start, end } = trimmed(text, whole)
  const [from, to] = [start, end]
  if (end - start > WHOLE && shared.length > 0) {
    start = Math.max(start, Math.min(...shared.map((run) => run.start)) - AROUND)
    end = Math.min(end, Math.max(...shared.map((run) => run.end)) + AROUND)
  }
  start = aligned(text, start)
  end = aligned(text, Math.min(end, start + LONGEST))
  const cuts = cutsOf(text, shared)
  const lines: string[] = []
  for (let i = Math.max(0, firstAbove(starts, start) - 1); i < paragraphs.length && starts[i]! < end; i++) {
    const line = pieces(within({ start, end }, paragraphs[i]!), cuts).map((piece) => {
      const html = prose(text, piece)
      return shared.some((run) => run.start <= piece.start && piece.start < run.end) ? `<b>${html}</b>` : html
    })
    if (line.length > 0) lines.push(line.join(''))
  }
  return (start > from ? '…' : '') + lines.join('<br>') + (end < to ? '…' : '')
}
