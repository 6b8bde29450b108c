import type { Span } from '../core.ts'
import { gramAt } from './gram.ts'
import { label } from './label.ts'
import { normalise } from './normalise.ts'
import { type Numbering, numbering } from './numbering.ts'
import type { Whole } from './rows.ts'
import { split } from './split.ts'

/** A sentence of a superior document in the joined normal text. */
export interface Line extends Span {
  /** Index of the superior document. */
  readonly superior: number
  /** The sentence in that document's own text. */
  readonly there: Span
  /** A label as its number, a short line: a heading. */
  readonly heading: boolean
}

/** The superior documents, joined and indexed once for one measurement. */
export interface Library {
  /** Normal text of all superiors, one after the other. */
  readonly text: string
  /** Sentences in order; spans into `text`. Empty ones are left out. */
  readonly lines: readonly Line[]
  /** For every offset of `text`, its place in the superior's own text. */
  readonly at: Int32Array
  readonly until: Int32Array
  /** Which line each offset of `text` lies in; -1 for numbering. */
  readonly lineAt: Int32Array
  /** Numbers the pairs of characters (see `gramAt`) that occur. */
  readonly grams: Numbering
  /** For every offset of `text` the number of the pair that starts there; -1 at the end of a line and in numbering. */
  readonly gramOf: Int32Array
  /** The offsets at which each pair stands, by its number, ascending; not more than `MANY`. */
  readonly places: Rows
  /** The lines in which it stands there, each once. */
  readonly linesOf: Rows
  /** By a pair's number: in how many lines it stands, of all. */
  readonly counts: Int32Array
}

/** Lists of numbers, one behind the other: list n is `values[starts[n], starts[n + 1])`. So many small arrays would cost more to make than to use. */
export interface Rows {
  readonly starts: Int32Array
  readonly values: Int32Array
}

const MANY = 400 // places of one pair of characters that are looked at: more says nothing about where

export function library(superiors: readonly { readonly text: string; readonly whole?: readonly Whole[] }[]): Library {
  const texts: string[] = []
  const lines: Line[] = []
  const sizes = superiors.map((s) => normalise(s.text))
  const total = sizes.reduce((n, s) => n + s.text.length, 0)
  const at = new Int32Array(total)
  const until = new Int32Array(total)
  const lineAt = new Int32Array(total).fill(-1)
  let base = 0
  superiors.forEach((superior, number) => {
    const normal = sizes[number]!
    at.set(normal.at.subarray(0, normal.text.length), base)
    until.set(normal.until, base)
    let i = 0
    for (const piece of split(superior.text, [], superior.whole)) {
      const skip = piece.words.start + label(superior.text, piece.words)
      while (i < normal.text.length && normal.at[i]! < skip) i++
      const from = i
      while (i < normal.text.length && normal.at[i]! < piece.words.end) i++
      if (i - from < 2) continue
      lineAt.fill(lines.length, base + from, base + i)
      lines.push({
        superior: number,
        there: piece.words,
        start: base + from,
        end: base + i,
        heading: skip > piece.words.start && i - from <= 24,
      })
    }
    texts.push(normal.text)
    base += normal.text.length
  })
  const text = texts.join('')
  const grams = numbering()
  const gramOf = new Int32Array(total).fill(-1)
  for (const line of lines) for (let i = line.start; i + 1 < line.end; i++) gramOf[i] = grams.add(gramAt(text, i))
  return { text, lines, at, until, lineAt, grams, gramOf, ...standing(gramOf, lineAt, grams.count()) }
}

/** Where the pairs stand. */
function standing(
  gramOf: Int32Array,
  lineAt: Int32Array,
  grams: number,
): Pick<Library, 'places' | 'linesOf' | 'counts'> {
  const often = new Int32Array(grams)
  const counts = new Int32Array(grams)
  const counted = new Int32Array(grams)
  const lastLine = new Int32Array(grams).fill(-1)
  for (let i = 0; i < gramOf.length; i++) {
    const id = gramOf[i]!
    if (id < 0) continue
    if (lastLine[id] !== lineAt[i]) {
      counts[id]!++
      if (often[id]! < MANY) counted[id]!++
    }
    lastLine[id] = lineAt[i]!
    often[id]!++
  }
  const places = rows(often.map((n) => Math.min(n, MANY)))
  const linesOf = rows(counted)
  // Now how many of each list are there already.
  often.fill(0)
  counted.fill(0)
  for (let i = 0; i < gramOf.length; i++) {
    const id = gramOf[i]!
    if (id < 0 || often[id] === MANY) continue
    places.values[places.starts[id]! + often[id]!++] = i
    const to = linesOf.starts[id]! + counted[id]!
    if (counted[id] !== 0 && linesOf.values[to - 1] === lineAt[i]) continue
    linesOf.values[to] = lineAt[i]!
    counted[id]!++
  }
  return { places, linesOf, counts }
}

/** Lists of these lengths, to be filled. */
function rows(lengths: Int32Array): Rows {
  const starts = new Int32Array(lengths.length + 1)
  for (let n = 0; n < lengths.length; n++) starts[n + 1] = starts[n]! + lengths[n]!
  return { starts, values: new Int32Array(starts[lengths.length]!) }
}
