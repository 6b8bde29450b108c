/** The text of one document with what was found in it: the words marked, the notes beside their paragraph, the rest folded. */
import type { Content, Span } from '../../core.ts'
import { firstAbove } from '../../sorted-lists.ts'
import { escaped } from '../html.ts'
import { type Paragraph, paragraphsOf } from '../layout.ts'
import { levels } from '../levels.ts'
import { cutsOf, pieces, prose, trimmed } from '../prose.ts'
import { type GridCell, gridOf } from './grid.ts'
import { FOLD, type Margin, noteHeight, openMargin, textHeight } from './margin.ts'
import { keyOf, type Numbered, note, type Telling } from './note.ts'

/** What is shown or folded as one: a paragraph, or a row of a table. */
interface Row extends Span {
  /** One; or those of the cells of the row. */
  readonly paragraphs: readonly Paragraph[]
  /** Of a row of a table. */
  readonly cells: readonly GridCell[] | undefined
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
    found.flatMap(({ span, also }) => [span, ...also]),
  )
  const margin = openMargin()
  const out: string[] = []
  for (let i = 0; i < rows.length; ) {
    let end = i
    if (shown[i]) {
      out.push(rowHtml(text, rows[i]!, found, cuts, telling, margin))
      i++
      continue
    }
    while (end < rows.length && !shown[end]) end++
    const { say } = telling
    const hidden = rows.slice(i, end)
    const chars = hidden.reduce((sum, row) => sum + row.end - row.start, 0)
    margin.passed(FOLD)
    out.push(
      foldable
        ? `<details><summary>${say.folded(hidden.length, chars)}</summary>\n${hidden
            .map((row) => rowHtml(text, row, found, cuts, telling, openMargin()))
            .join('\n')}\n</details>`
        : `<p class="omitted">${say.omitted(hidden.length, chars)}</p>`,
    )
    i = end
  }
  return out.join('\n')
}

/** Paragraphs and rows in order; a finding that lies in none of them (in front matter, in a comment) gets its line as one of its own. */
function rowsOf(content: Content, found: readonly Numbered[]): Row[] {
  const { text } = content
  const rows: Row[] = []
  let last: Paragraph['cell']
  const paragraphs = paragraphsOf(content)
  const grid = gridOf(content, paragraphs)
  for (const p of paragraphs) {
    const row = rows.at(-1)
    if (row && p.cell && last?.table === p.cell.table && last.row === p.cell.row)
      rows[rows.length - 1] = { ...row, end: p.end, paragraphs: [...row.paragraphs, p] }
    else rows.push({ start: p.start, end: p.end, paragraphs: [p], cells: undefined, notes: [], touched: false })
    last = p.cell
  }
  for (const [i, row] of rows.entries())
    if (row.paragraphs[0]!.cell) rows[i] = { ...row, cells: grid.row(row.paragraphs) }
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
      { ...own, paragraphs: [raw(own)], cells: undefined, notes: [one], touched: true },
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

function rowHtml(
  text: string,
  row: Row,
  found: readonly Numbered[],
  cuts: readonly number[],
  telling: Telling,
  margin: Margin,
): string {
  const inner = (p: Paragraph) => {
    const bullet = p.bullet === '' ? '' : `<span class="bullet">${escaped(p.bullet)}</span>`
    return bullet + marked(text, p, found, cuts, telling)
  }
  const first = row.paragraphs[0]!
  const look = first.look === 'text' ? '' : ` class="${first.look}"`
  const html = row.cells
    ? `<table><tr>${row.cells.map((cell) => cellHtml(cell, inner)).join('')}</tr></table>`
    : `<p${look}>${inner(first)}</p>`
  const height = heightOf(row)
  if (row.notes.length === 0) {
    margin.passed(height)
    return html
  }
  const notes = row.notes.map((one) => note(one, telling, row.start === row.end))
  const list = `<ol class="notes">${notes.join('')}</ol>`
  // In the margin they begin where the paragraph does; below it they come after it.
  return margin.takes(height, notes.map(noteHeight))
    ? `<div class="beside">${list}${html}</div>`
    : `<div class="below">${html}${list}</div>`
}

function cellHtml({ paragraphs, span, goesOn, reachesOn }: GridCell, inner: (p: Paragraph) => string): string {
  const look = [goesOn ? 'on' : '', reachesOn ? 'open' : ''].filter((name) => name !== '').join(' ')
  const attributes = `${look === '' ? '' : ` class="${look}"`}${span > 1 ? ` colspan="${span}"` : ''}`
  const html = paragraphs.length === 1 ? inner(paragraphs[0]!) : paragraphs.map((p) => `<p>${inner(p)}</p>`).join('')
  return `<td${attributes}>${html}</td>`
}

/** Of a row of a table the longest cell tells. */
function heightOf({ paragraphs, cells }: Row): number {
  if (!cells) return textHeight(paragraphs[0]!.end - paragraphs[0]!.start, paragraphs[0]!.look)
  const columns = cells.reduce((sum, { span }) => sum + span, 0)
  const heights = cells.map(({ paragraphs, span }) =>
    paragraphs.reduce((sum, { start, end, look }) => sum + textHeight(((end - start) * columns) / span, look), 0),
  )
  return Math.max(...heights)
}

/** A paragraph with what is found in it. */
function marked(
  text: string,
  p: Paragraph,
  found: readonly Numbered[],
  cuts: readonly number[],
  telling: Telling,
): string {
  const touches = ({ start, end }: Span) => start <= p.end && (end > p.start || start >= p.start)
  const here = found.filter(
    ({ span, also }) =>
      touches(span) || (span.start <= p.end && (also.at(-1)?.end ?? 0) > p.start && also.some(touches)),
  )
  if (here.length === 0) return prose(text, p, p.look === 'code')
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
      .map((one) => keyOf(one, telling))
      .join('')
  const out = pieces(p, cuts).map((piece) => {
    const numbers = opening(piece.start)
    const html = prose(text, piece, p.look === 'code')
    const covers = (span: Span) => span.start < piece.end && piece.start < span.end
    const over = here.filter(({ span, also }) => covers(span) || also.some(covers))
    if (over.length === 0) return numbers + html
    const level = levels.find((level) => over.some((one) => one.level === level))!
    return `<mark class="${level}">${numbers}${html}</mark>`
  })
  return out.join('') + opening(p.end, true)
}
