/** How the document part of a Word file is built around its text: where it may be opened for marks, and where not. */
import type { Span } from '../core.ts'
import { scanPart } from '../parsers/docx/package.ts'
import type { XmlScanner } from '../parsers/xml.ts'
import { lastBefore } from '../text/spans.ts'

/** A `w:t` that stands directly in its run and holds nothing but characters. Offsets in the part. */
export interface TextElement {
  /** Of its start tag. */
  readonly tag: number
  /** Of its characters. */
  readonly start: number
  readonly end: number
  /** Behind its end tag. */
  readonly close: number
}

/** A `w:r`. Offsets in the part. */
export interface RunElement {
  readonly start: number
  /** Behind its start tag. */
  readonly opened: number
  /** Its `w:rPr`. */
  properties: Span | undefined
  readonly texts: TextElement[]
  /** Where what it holds besides properties begins and ends. */
  first: number
  last: number
  end: number
  /** The start tag of the tracked insertion that it stands in directly. */
  readonly holder: Span | undefined
}

/** A stretch of a paragraph before and behind which a mark may stand. Units do not overlap. */
export interface Unit {
  readonly start: number
  readonly end: number
  /** The run that it is; undefined for what must not be opened: a field, a formula, a bound content control. */
  readonly run: RunElement | undefined
  /** Number of its paragraph, text boxes not counted. */
  readonly paragraph: number
  /** Number of the table cell around it, 0 outside tables. */
  readonly cell: number
  /** Its paragraph is all that a content control holds: LibreOffice loses its words where the reference of a comment stands among them. */
  isEnclosed?: true
}

export interface Outline {
  /** All runs, also those in text boxes, by where they start. */
  readonly runs: readonly RunElement[]
  readonly units: readonly Unit[]
}

/** In these, runs and marks may stand side by side as they do in a paragraph. */
const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
])
/** In these there is no text that anybody sees, or none that a mark could stand in. */
const SKIPPED = new Set([
  'w:pPr',
  'w:sectPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:del',
  'w:moveFrom',
])
/** Content controls whose content Word may write anew at any time. */
const BOUND = /<(?:[\w.-]+:)?(?:text|date|dropDownList|comboBox|dataBinding|checkbox|picture)[\s/>]/

/** Scans the document part. Throws `UnreadableError` for broken XML. */
export function outline(xml: string): Outline {
  const scanner = scanPart(xml)
  const runs: RunElement[] = []
  const units: Unit[] = []
  /** Whole fields within one paragraph, as indexes of units. */
  const fields: { readonly first: number; readonly last: number }[] = []
  /** Start tags of what is open. */
  const open: { name: string; start: number; end: number }[] = []
  const cells: number[] = []
  /** Content controls around paragraphs that are open, and how many paragraphs each holds; more than one, too, where it holds tables. */
  const controls: { readonly depth: number; paragraphs: number }[] = []
  const enclosed = new Set<number>()
  const begun: { readonly paragraph: number; readonly unit: number }[] = []
  let [cellCount, paragraph, paragraphDepth] = [0, 0, 0]
  let unit: { readonly start: number; readonly depth: number; readonly run: RunElement | undefined } | undefined
  /** Runs that are open, each in a text box of the one before. */
  const inside: { readonly run: RunElement; readonly depth: number }[] = []

  while (scanner.next()) {
    const { name, depth, kind } = scanner
    if (kind === 'end') {
      if (inside.at(-1)?.depth === depth) inside.pop()!.run.end = scanner.end
      else if (inside.at(-1)?.depth === depth - 1) childEnds(inside.at(-1)!.run, open[depth - 1]!, scanner.end)
      if (unit?.depth === depth) {
        units.push({ start: unit.start, end: scanner.end, run: unit.run, paragraph, cell: cells.at(-1) ?? 0 })
        unit = undefined
      }
      if (depth === paragraphDepth) paragraphDepth = 0
      if (controls.at(-1)?.depth === depth && controls.pop()!.paragraphs === 1) enclosed.add(paragraph)
      if (name === 'w:tc' && !unit) cells.pop()
      continue
    }
    if (kind !== 'start') continue
    open[depth - 1] = { name, start: scanner.start, end: scanner.end }
    const parent = inside.at(-1)
    if (parent?.depth === depth - 1) {
      if (name === 'w:t') {
        readText(scanner, parent.run)
        continue
      }
      if (name === 'w:fldChar' && inside.length === 1 && unit?.run) {
        const type = scanner.attribute('w:fldCharType')
        if (type === 'begin') begun.push({ paragraph, unit: units.length })
        const beginning = type === 'end' ? begun.pop() : undefined
        if (beginning?.paragraph === paragraph) fields.push({ first: beginning.unit, last: units.length })
      }
    }
    if (name === 'w:r') {
      const around = open[depth - 2]
      const held = around?.name === 'w:ins' || around?.name === 'w:moveTo'
      const run: RunElement = {
        start: scanner.start,
        opened: scanner.end,
        properties: undefined,
        texts: [],
        first: -1,
        last: scanner.end,
        end: scanner.end,
        holder: held ? { start: around.start, end: around.end } : undefined,
      }
      runs.push(run)
      inside.push({ run, depth })
      if (paragraphDepth > 0 && !unit) unit = { start: scanner.start, depth, run }
    } else if (unit) continue
    else if (SKIPPED.has(name)) scanner.skip()
    else if (name === 'w:tc') {
      cells.push(++cellCount)
      for (const control of controls) control.paragraphs = Number.POSITIVE_INFINITY
    } else if (paragraphDepth === 0) {
      if (name === 'w:sdt') controls.push({ depth, paragraphs: 0 })
      if (name !== 'w:p') continue
      for (const control of controls) control.paragraphs++
      paragraphDepth = depth
      paragraph++
    } else if (!TRANSPARENT.has(name) && !(name === 'w:sdt' && !isBound(xml, scanner)))
      unit = { start: scanner.start, depth, run: undefined }
  }
  for (const unit of units) if (enclosed.has(unit.paragraph)) unit.isEnclosed = true
  return { runs, units: withFields(units, fields) }
}

function childEnds(run: RunElement, { name, start }: { name: string; start: number }, end: number): void {
  run.last = end
  if (name === 'w:rPr') run.properties ??= { start, end }
  else if (run.first < 0) run.first = start
}

/** From the start tag of a `w:t` to its end tag. */
function readText(scanner: XmlScanner, run: RunElement): void {
  const { start: tag, end: start } = scanner
  const content = scanner.content()
  scanner.skip()
  run.last = scanner.end
  if (run.first < 0) run.first = tag
  if (content === undefined || content === '' || content.includes('<')) return
  run.texts.push({ tag, start, end: start + content.length, close: scanner.end })
}

/** Is the content control that starts here one that Word fills by itself? What it is stands first in it. */
function isBound(xml: string, scanner: XmlScanner): boolean {
  const head = xml.slice(scanner.end, scanner.end + 4000)
  const end = head.search(/<\/(?:[\w.-]+:)?sdtPr\s*>/)
  return end >= 0 && BOUND.test(head.slice(0, end))
}

/** A field that begins and ends in one paragraph is written anew as a whole, and a mark in it would be lost: it becomes one unit. */
function withFields(units: readonly Unit[], fields: readonly { first: number; last: number }[]): readonly Unit[] {
  if (fields.length === 0) return units
  const ordered = [...fields].sort((a, b) => a.first - b.first || b.last - a.last)
  const merged: Unit[] = []
  let next = 0
  for (let i = 0; i < units.length; i++) {
    while (next < ordered.length && ordered[next]!.first < i) next++
    const field = ordered[next]
    if (field?.first !== i) {
      merged.push(units[i]!)
      continue
    }
    const last = units[field.last] ?? units.at(-1)!
    merged.push({ ...units[i]!, end: last.end, run: undefined })
    i = field.last
  }
  return merged
}

/** The run whose start tag stands at `start`. */
export function runAt({ runs }: Outline, start: number): RunElement | undefined {
  const run = runs[lastBefore(runs, start)]
  return run?.start === start ? run : undefined
}

/** Index of the unit that holds a place of the part, or -1. */
export function unitAt({ units }: Outline, offset: number): number {
  const i = lastBefore(units, offset)
  const unit = units[i]
  return unit && unit.start <= offset && offset < unit.end ? i : -1
}
