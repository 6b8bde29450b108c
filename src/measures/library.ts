import type { Span } from '../core.ts'
import { gramAt } from './gram.ts'
import { label } from './label.ts'
import { normalise } from './normalise.ts'
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
  /** The number of a pair of characters (see `gramAt`), for those that occur. */
  readonly grams: ReadonlyMap<number, number>
  /** For every offset of `text` the number of the pair that starts there; -1 at the end of a line and in numbering. */
  readonly gramOf: Int32Array
  /** By a pair's number: the offsets at which it stands, ascending. */
  readonly places: readonly (readonly number[])[]
  /** By a pair's number: in how many lines it stands. */
  readonly counts: readonly number[]
}

export function library(superiors: readonly { readonly text: string }[]): Library {
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
    for (const piece of split(superior.text)) {
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
  const grams = new Map<number, number>()
  const gramOf = new Int32Array(total).fill(-1)
  const places: number[][] = []
  const counts: number[] = []
  for (const line of lines)
    for (let i = line.start; i + 1 < line.end; i++) {
      const gram = gramAt(text, i)
      const id = grams.get(gram)
      gramOf[i] = id ?? places.length
      if (id === undefined) {
        grams.set(gram, places.length)
        places.push([i])
        counts.push(1)
        continue
      }
      const before = places[id]!
      if (before[before.length - 1]! < line.start) counts[id]!++
      before.push(i)
    }
  return { text, lines, at, until, lineAt, grams, gramOf, places, counts }
}
