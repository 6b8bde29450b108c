import type { Span } from '../core.ts'
import { type Alignment, aligner } from './align.ts'
import { fresh } from './fresh.ts'
import { type Features, kinds } from './kind.ts'
import { label } from './label.ts'
import { lexicon } from './lexicon.ts'
import { library } from './library.ts'
import { type Meaning, meanings } from './meaning.ts'
import { normalise } from './normalise.ts'
import { reuseFeatures } from './reuse.ts'
import { type Piece, split } from './split.ts'
import { unwrap } from './unwrap.ts'

/** What `measure` needs of a document. */
export interface MeasureInput {
  /** The decoded text; all offsets count its UTF-16 units. */
  readonly text: string
  /** Sentences found before, if any; without them the engine cuts by itself. */
  readonly sentences?: readonly Span[] | undefined
  /** The spans that count (title, addressee, signature, attachments left out), if known. */
  readonly body?: readonly Span[] | undefined
}

/** A sentence with everything that its judgement rests on. */
export interface Examined {
  readonly piece: Piece
  readonly alignment: Alignment
  readonly meaning: Meaning
  readonly kind: Features
  readonly reuse: Features
}

/** Cuts, compares and reads every sentence; no judgement yet. */
export function examine(doc: MeasureInput, superiors: readonly MeasureInput[]): Examined[] {
  const pieces = split(unwrap(doc.text), doc.sentences)
  const normal = normalise(doc.text)
  const lib = library(superiors)
  const align = aligner(lib)
  const understand = meanings(lib, lexicon())
  const kind = kinds(doc.text, pieces)
  let i = 0
  const read = pieces.map((piece, number) => {
    const skip = piece.words.start + label(doc.text, piece.words)
    while (i < normal.text.length && normal.at[i]! < skip) i++
    const from = i
    while (i < normal.text.length && normal.at[i]! < piece.words.end) i++
    const text = normal.text.slice(from, i)
    const alignment = align({ text, at: (k) => normal.at[from + k]!, until: (k) => normal.until[from + k]! })
    const meaning = understand(text, alignment.top)
    const own = fresh(doc.text.slice(skip, piece.words.end), alignment.sources, superiors)
    return { piece, alignment, meaning, own, kind: kind[number]! }
  })
  const whole = read.reduce((n, r) => n + r.alignment.size, 0) || 1
  const average = (f: (r: (typeof read)[number]) => number) =>
    read.reduce((n, r) => n + f(r) * r.alignment.size, 0) / whole
  const near = { runs7: average((r) => r.alignment.runs7), score: average((r) => r.meaning.score) }
  return read.map(({ own, ...r }, k) => {
    const lines = [k - 2, k - 1, k + 1, k + 2].map((j) => read[j]?.meaning.line ?? -1).filter((line) => line >= 0)
    const apart = Math.min(...lines.map((line) => Math.abs(line - r.meaning.line)), 99)
    const company = r.meaning.line < 0 ? 0 : Math.exp(-apart / 4)
    return { ...r, reuse: reuseFeatures(r.alignment, r.meaning, r.kind, { fresh: own, company, ...near }) }
  })
}
