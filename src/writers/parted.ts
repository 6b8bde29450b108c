/** Edits of a Word file, parted at the ends of its runs: what is written anew stands where it stood, and nothing gets over the border of a field, a link or the like. */
import type { Edit, Span } from '../core.ts'
import { isFaithful, sharedEnds, WORDY, wholeNumber } from '../counterparts.ts'
import type { Run } from '../parsers/docx.ts'
import { lastBefore } from '../text/spans.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { openPlaces, type Place } from './places.ts'

/** What becomes of a part of a run. */
export interface Rewritten extends Piece {
  readonly text: string
}

/**
 * What the edits, which are compatible, come to in the runs. Left out is what no run holds, what stands in a field that is computed or in what is locked, and what
 * would carry words over a border: from a field, a link, a content control or somebody else's tracked change into another or out of them.
 */
export function parted(
  { xml, text, runs }: { readonly xml: string; readonly text: string; readonly runs: readonly Run[] },
  edits: readonly Edit[],
): ReadonlyMap<Edit, readonly Rewritten[]> {
  const found = new Map<Edit, readonly Rewritten[]>()
  if (edits.length === 0) return found
  const placeAt = openPlaces(xml, runs)
  const placeOf = ({ source }: Run) => placeAt(source.start)
  for (const edit of edits) {
    const parts = partsOf(edit, text, runs, placeOf)
    if (parts) found.set(edit, parts)
  }
  for (const bundle of bundles(edits, text)) {
    const isWhole = bundle.every((edit) => found.has(edit)) && isWholly(reachOf(bundle, text), runs, placeOf)
    if (!isWhole) for (const edit of bundle) found.delete(edit)
  }
  return found
}

function partsOf(
  edit: Edit,
  text: string,
  runs: readonly Run[],
  placeOf: (run: Run) => Place,
): readonly Rewritten[] | undefined {
  const { start, end } = edit.span
  const pieces = piecesOf(runs, edit.span)
  const places = pieces.map(({ run }) => placeOf(run))
  if (pieces.length === 0 || places.some(({ closed }) => closed)) return undefined
  if (start === end && !isAmid(pieces[0]!, runs, placeOf)) return undefined
  if (start < end && edit.text === '' && empties(edit.span, pieces, runs, placeOf)) return undefined
  const isOfWords = solid(text.slice(start, end)).length === solid(edit.text).length
  if (!isOfWords && !isJoined(edit.span, runs, placeOf)) return undefined
  const old = pieces.map(({ run, from, to }) => text.slice(run.start + from, run.start + to))
  const texts = apportioned(
    old,
    edit.text,
    places.map(({ stretch }) => stretch),
  )
  if (!texts) return undefined
  const parts = pieces.map((piece, i) => ({ ...piece, text: texts[i]! }))
  return parts.length === 1 ? parts : parts.filter(({ text }, i) => text !== old[i])
}

/** Without spaces: those behind marks of half width belong to them. */
const solid = (part: string) => part.replace(/[ \u00a0]/g, '')

/** Would nothing be left in a link or a bookmark? */
function empties(
  { start, end }: Span,
  pieces: readonly Piece[],
  runs: readonly Run[],
  placeOf: (run: Run) => Place,
): boolean {
  const at = lastBefore(runs, start)
  const [before, behind] = [
    start > runs[at]!.start ? runs[at] : runs[at - 1],
    end < pieces.at(-1)!.run.end ? pieces.at(-1)!.run : runs[lastBefore(runs, end - 1) + 1],
  ]
  return pieces.some(({ run }) => {
    const { marked, fragment } = placeOf(run)
    return marked && [before, behind].every((other) => other === undefined || placeOf(other).fragment !== fragment)
  })
}

/** Is what stands here beside its neighbours for everybody? 甲，[del 乙]，丙 needs both of its marks, whatever becomes of 乙. */
function isJoined({ start, end }: Span, runs: readonly Run[], placeOf: (run: Run) => Place): boolean {
  let joint: number | undefined
  // Their neighbours may be in no run: a tab, the end of the paragraph.
  for (let at = Math.max(0, lastBefore(runs, Math.max(0, start - 1))); at < runs.length; at++) {
    const run = runs[at]!
    if (run.start > end) break
    if (run.end < start) continue
    const own = placeOf(run).joint
    if (joint !== undefined && own !== joint) return false
    joint = own
  }
  return true
}

/** Does what is put in here have the same on both sides? At a border nobody can tell on which side it belongs. */
function isAmid({ run, from }: Piece, runs: readonly Run[], placeOf: (run: Run) => Place): boolean {
  const at = run.start + from
  const { stretch, held } = placeOf(run)
  if (at > run.start && at < run.end) return true
  const other = at === run.end ? runs[lastBefore(runs, run.start) + 1] : runs[lastBefore(runs, run.start) - 1]
  const touches = other !== undefined && (at === run.end ? other.start === at : other.end === at)
  return touches ? placeOf(other).stretch === stretch : !held
}

/** What becomes of each of some words on end when they become `text` together; undefined where that would carry something from one stretch into another. */
function apportioned(
  old: readonly string[],
  text: string,
  stretches: readonly number[],
): readonly string[] | undefined {
  if (old.length === 1) return [text]
  const whole = old.join('')
  const crosses = stretches.some((stretch) => stretch !== stretches[0])
  // Character for character, if need be without the spaces behind marks of half width.
  if (whole.length === text.length && (!crosses || isFaithful(whole, text)))
    return inTurn(old, text, ({ length }) => length)
  if (solid(text) === text && isFaithful(solid(whole), text)) return inTurn(old, text, (part) => solid(part).length)
  // Only what differs, with the first of those that hold it.
  const { head: from, tail: kept } = sharedEnds(whole, text)
  const to = whole.length - kept
  let reached = 0
  const ends = old.map(({ length }) => (reached += length))
  const first = ends.findIndex((end) => end > from)
  const last = ends.findIndex((end) => end >= to)
  // Put in between two of them, it belongs to neither.
  if (first < 0 || last < first) return undefined
  if (stretches.slice(first, last + 1).some((stretch) => stretch !== stretches[first])) return undefined
  return old.map((part, i) => {
    if (i < first || i > last) return part
    const begin = ends[i]! - part.length
    const head = i === first ? part.slice(0, from - begin) + text.slice(from, text.length - kept) : ''
    return head + (i === last ? part.slice(to - begin) : '')
  })
}

function inTurn(old: readonly string[], text: string, lengthOf: (part: string) => number): readonly string[] {
  let at = 0
  return old.map((part) => text.slice(at, (at += lengthOf(part))))
}

/** Characters between two edits of one number or the like: 百分之50 becomes 50% in two places. */
const NEAR = 12

/** Edits that take words away, put some in or put others in their place, with those beside them that do the same. */
function bundles(edits: readonly Edit[], text: string): readonly (readonly Edit[])[] {
  const found: Edit[][] = []
  for (const edit of edits) {
    const { start, end } = edit.span
    const old = text.slice(start, end)
    if (isFaithful(old, edit.text) || !WORDY.test(old + edit.text)) continue
    const last = found.at(-1)?.at(-1)
    const between = last && last.span.end + NEAR >= start ? text.slice(last.span.end, start) : undefined
    if (between !== undefined && !/[\n，。；：]/.test(between)) found.at(-1)!.push(edit)
    else found.push([edit])
  }
  return found
}

/** From the first of them to the last, with the whole of the number that they stand in. */
function reachOf(bundle: readonly Edit[], text: string): Span {
  return wholeNumber(text, { start: bundle[0]!.span.start, end: bundle.at(-1)!.span.end })
}

/** In one stretch, and beside its neighbours for everybody: 3千[del 5百]户. */
function isWholly(span: Span, runs: readonly Run[], placeOf: (run: Run) => Place): boolean {
  const pieces = piecesOf(runs, span)
  if (!isJoined(span, runs, placeOf)) return false
  return pieces.every(({ run }) => placeOf(run).stretch === placeOf(pieces[0]!.run).stretch)
}
