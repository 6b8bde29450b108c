/** Marks of comments and of tracked changes in the document part: all of them are put in at once, and nothing else of it changes. */
import type { Edit, Span } from '../core.ts'
import { refuse } from '../parsers/docx/package.ts'
import type { Run } from '../parsers/docx.ts'
import { lastBefore } from '../text/spans.ts'
import { escapeXml, type Marker, tagName } from './markup.ts'
import { type Outline, outline, type RunElement, runAt, type TextElement, type Unit, unitAt } from './outline.ts'
import { parted } from './parted.ts'
import { sourceOffsets } from './pieces.ts'

/** A document part to be marked. */
export interface Marked {
  readonly xml: string
  /** What the spans lie in. */
  readonly text: string
  readonly runs: readonly Run[]
}

/** The same, looked through. */
interface Shaped extends Marked {
  readonly shape: Outline
  readonly offsetOf: (run: Run, index: number) => number
}

/** A place where the part is opened: inside a text, between what a run holds, or between runs. */
interface Opening {
  readonly run: RunElement | undefined
  readonly text: TextElement | undefined
  /** Is the text before it, or behind it, deleted? */
  deletedBefore: boolean
  deletedBehind: boolean
  inserted: string
  ends: string
  starts: string
}

interface Splice {
  readonly at: number
  readonly removed: number
  readonly text: string
}

/**
 * `xml` with a comment of `comments[i].id` on each span, and the edits as tracked changes. A comment stands on its exact characters; where that
 * cannot be (text that no run holds, text boxes, fields, formulas) on what is nearest to them. An edit that cannot be tracked, or that `parted` leaves out, is left out; `tracked` are the others.
 */
export function withMarks(
  marked: Marked,
  comments: readonly { readonly id: number; readonly span: Span }[],
  edits: readonly Edit[],
  marker: Marker,
): { readonly xml: string; readonly tracked: readonly Edit[] } {
  const { xml } = marked
  const shape = outline(xml)
  const part: Shaped = { ...marked, shape, offsetOf: sourceOffsets(xml) }
  const openings = new Map<number, Opening>()
  const splices: Splice[] = []
  const deleted: Span[] = []
  const opened = (at: number, run?: RunElement, element?: TextElement): Opening => {
    let opening = openings.get(at)
    if (!opening) {
      opening = { run, text: element, deletedBefore: false, deletedBehind: false, inserted: '', ends: '', starts: '' }
      openings.set(at, opening)
    }
    return opening
  }
  const spaced = new Set<number>()
  /** Opens a run at a place in one of its texts; undefined where white space would get lost. */
  const openIn = (run: RunElement, element: TextElement, at: number): Opening | undefined => {
    const { start, end } = seen(xml, element, marker)
    if (at <= start) return run.first === element.tag ? opened(run.start) : opened(element.tag, run)
    if (at >= end) return run.last === element.close ? opened(run.end) : opened(element.close, run)
    if (marker.declares(xml, element.tag, element.start)) return undefined
    if (!marker.preserves(xml, element) && (isSpace(xml.charCodeAt(at)) || isSpace(xml.charCodeAt(at - 1)))) {
      const tag = xml.slice(element.tag, element.start)
      if (start > element.start || end < element.end || /\sxml:space\s*=/.test(tag)) return undefined
      // In two parts, what was in the middle of a text stands at an edge.
      if (!spaced.has(element.tag)) splices.push({ at: element.start - 1, removed: 0, text: ' xml:space="preserve"' })
      spaced.add(element.tag)
    }
    return opened(at, run, element)
  }

  const parts = parted(marked, edits)
  const tracked = edits.filter((edit) => {
    const pieces = (parts.get(edit) ?? []).map(({ run, from, to, text }) => {
      const element = runAt(shape, run.element)
      const words = element && textOf(element, run)
      return { element, words, start: part.offsetOf(run, from), end: part.offsetOf(run, to), text }
    })
    const places = pieces.map(({ element, words, start, end }) => {
      const before = element && words && openIn(element, words, start)
      const behind = element && words && openIn(element, words, end)
      return before && behind && { before, behind }
    })
    if (pieces.length === 0 || places.includes(undefined)) return false
    for (const [i, { element, words, start, end, text }] of pieces.entries()) {
      const { before, behind } = places[i]!
      if (end > start) {
        deleted.push({ start, end })
        before.deletedBehind = true
        behind.deletedBefore = true
        const { start: from, end: to } = seen(xml, words!, marker)
        const name = tagName(xml, words!.tag)
        const other = deletedName(name)
        if (start <= from) splices.push({ at: words!.tag + 1, removed: name.length, text: other })
        if (end >= to) splices.push({ at: words!.end + 2, removed: name.length, text: other })
      }
      if (text !== '') behind.inserted += insertion(xml, element!, text, marker)
    }
    return true
  })

  for (const { id, span } of comments) {
    const place = anchor(part, span)
    if (!place) throw refuse('invalid', '正文里没有可以加批注的地方')
    const { first, last } = place
    let start = (first.run && openIn(first.run, first.text, first.at)) ?? opened(first.unit.start)
    let end = (last.run && openIn(last.run, last.text, last.at)) ?? opened(last.unit.end)
    if (start === end) {
      start = opened(first.unit.start)
      end = opened(last.unit.end)
    }
    const next = last.unit.isEnclosed && behindControl(shape, last.unit)
    if (next) end = opened(next.start)
    start.starts += marker.rangeStart(id)
    end.ends += marker.rangeEnd(id) + marker.reference(id)
  }

  deleted.sort((a, b) => a.start - b.start)
  for (const [at, opening] of openings) {
    const around = deleted[lastBefore(deleted, at)]
    // A comment may begin or end among characters that are to go.
    if (around && around.start < at && at < around.end) opening.deletedBefore = opening.deletedBehind = true
    const text = written(xml, opening, marker)
    if (text !== '') splices.push({ at, removed: 0, text })
  }
  return { xml: spliced(xml, splices), tracked }
}

function spliced(xml: string, splices: Splice[]): string {
  const parts: string[] = []
  let from = 0
  for (const { at, removed, text } of splices.sort((a, b) => a.at - b.at || a.removed - b.removed)) {
    parts.push(xml.slice(from, at), text)
    from = at + removed
  }
  parts.push(xml.slice(from))
  return parts.join('')
}

// ---------------------------------------------------------------------------------------------------- runs

const isSpace = (code: number) => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d

/** The characters of a text, without the white space around them where it does not count. */
function seen(xml: string, element: TextElement, marker: Marker): Span {
  let { start, end } = element
  if (marker.preserves(xml, element)) return { start, end }
  while (start < end && isSpace(xml.charCodeAt(start))) start++
  while (end > start && isSpace(xml.charCodeAt(end - 1))) end--
  return { start, end }
}

/** The text of the run in which these characters are written, if it is one that can be divided. */
function textOf({ texts }: RunElement, { source }: Run): TextElement | undefined {
  const text = texts[lastBefore(texts, source.start)]
  return text && text.start <= source.start && source.end <= text.end ? text : undefined
}

const deletedName = (name: string) => name.replace(/t$/, 'delText')

/** What is put in at an opening: the run is closed, the marks stand between, and it goes on as it was. */
function written(xml: string, opening: Opening, marker: Marker): string {
  const { run, text, deletedBefore, deletedBehind, inserted, ends, starts } = opening
  const between =
    (deletedBefore ? marker.deletionEnd : '') + inserted + ends + starts + (deletedBehind ? marker.deletionStart() : '')
  if (!run || between === '') return between
  const closing = `</${tagName(xml, run.start)}>`
  const again = xml.slice(run.start, run.opened) + propertiesOf(xml, run)
  if (!text) return closing + between + again
  const name = tagName(xml, text.tag)
  const [before, behind] = [deletedBefore, deletedBehind].map((deleted) => (deleted ? deletedName(name) : name))
  const { start, end } = seen(xml, text, marker)
  const space = start === text.start && end === text.end ? ' xml:space="preserve"' : ''
  return `</${before}>${closing}${between}${again}<${behind}${space}>`
}

const propertiesOf = (xml: string, { properties }: RunElement) =>
  properties ? xml.slice(properties.start, properties.end) : ''

/** A tracked insertion that looks like the run; out of the tracked insertion of somebody else, which goes on behind it. */
function insertion(xml: string, run: RunElement, text: string, marker: Marker): string {
  const name = tagName(xml, run.start)
  const properties = propertiesOf(xml, run).replace(/<((?:[\w.-]+:)?rPrChange)\b[\s\S]*?<\/\1\s*>/g, '')
  const words = `<${name.replace(/r$/, 't')} xml:space="preserve">${escapeXml(text)}</${name.replace(/r$/, 't')}>`
  const own = marker.insertion(`${xml.slice(run.start, run.opened)}${properties}${words}</${name}>`)
  if (!run.holder) return own
  const again = marker.renumbered(xml.slice(run.holder.start, run.holder.end))
  return `</${tagName(xml, run.holder.start)}>${own}${again}`
}

// -------------------------------------------------------------------------------------------------- anchors

/** Runs that are gone back over to find the end of a comment. */
const FAR = 1000

type Edge =
  | { readonly unit: Unit; readonly run: RunElement; readonly text: TextElement; readonly at: number }
  | { readonly unit: Unit; readonly run?: undefined }

/** Where the marks of a comment stand; undefined in a part that has no run at all. */
function anchor(part: Shaped, span: Span): { first: Edge; last: Edge } | undefined {
  const { start, end } = widened(part, span)
  const { shape, runs, offsetOf } = part
  // The first run that reaches into the span, and the last.
  let i = lastBefore(runs, start)
  while (i < runs.length && (runs[i]!.end <= start || unitAt(shape, runs[i]!.source.start) < 0)) i++
  let j = lastBefore(runs, end - 1)
  while (j > i && unitAt(shape, runs[j]!.source.start) < 0) j--
  if (i >= runs.length || runs[i]!.start >= end) return nearest(part, start)
  const edge = (run: Run, offset: number): Edge => {
    const unit = shape.units[unitAt(shape, run.source.start)]!
    const text = unit.run && textOf(unit.run, run)
    return unit.run && text
      ? {
          unit,
          run: unit.run,
          text,
          at: offsetOf(run, Math.min(Math.max(offset - run.start, 0), run.end - run.start)),
        }
      : { unit }
  }
  const first = edge(runs[i]!, start)
  // Words in a text box follow the paragraph, but stand in its midst; and a comment on cells stays in the first of them.
  const { start: from, cell } = first.unit
  const fits = (run: Run) => {
    const unit = shape.units[unitAt(shape, run.source.start)]
    return unit !== undefined && unit.start >= from && unit.cell === cell
  }
  const least = Math.max(i, j - FAR)
  while (j > least && !fits(runs[j]!)) j--
  if (j > i && !fits(runs[j]!)) j = i
  return { first, last: j > i ? edge(runs[j]!, end) : edge(runs[i]!, end) }
}

/** How many paragraphs behind a content control are looked at. */
const NEAR = 3

/** The unit before which a comment ends that would end in a content control around one paragraph; undefined where none is near. */
function behindControl({ units }: Outline, from: Unit): Unit | undefined {
  let i = lastBefore(units, from.start) + 1
  while (i < units.length && units[i]!.isEnclosed) i++
  const next = units[i]
  return next && next.cell === from.cell && next.paragraph <= from.paragraph + NEAR ? next : undefined
}

/** An empty span as the character before it, or the one behind it. */
function widened({ text }: Marked, { start, end }: Span): Span {
  if (end > start) return { start, end }
  const before = start > 0 && !/\s/.test(text[start - 1]!)
  if (!before) return { start, end: Math.min(text.length, start + (text.codePointAt(start)! > 0xffff ? 2 : 1)) }
  const paired = /[\udc00-\udfff]/.test(text[start - 1]!) && start > 1
  return { start: start - (paired ? 2 : 1), end }
}

/** The whole of what stands nearest to an offset: on the same line if anything does. */
function nearest({ text, runs, shape }: Shaped, offset: number): { first: Edge; last: Edge } | undefined {
  if (runs.length === 0) return shape.units[0] && { first: { unit: shape.units[0] }, last: { unit: shape.units[0] } }
  const at = lastBefore(runs, offset)
  const seek = (from: number, step: 1 | -1) => {
    let n = from
    while (n >= 0 && n < runs.length && unitAt(shape, runs[n]!.source.start) < 0) n += step
    return runs[n]
  }
  const before = seek(at, -1)
  const behind = seek(before === runs[at] && runs[at]!.start < offset ? at + 1 : at, 1)
  const near =
    behind && !text.slice(offset, behind.start).includes('\n')
      ? behind
      : before && before.end <= offset && !text.slice(before.end, offset).includes('\n')
        ? before
        : (behind ?? before)
  const unit = near ? shape.units[unitAt(shape, near.source.start)]! : shape.units[0]
  return unit && { first: { unit }, last: { unit } }
}
