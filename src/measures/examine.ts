import type { Row, Source, Span } from '../core.ts'
import { tabbed } from '../tabbed.ts'
import { type Alignment, aligner } from './align.ts'
import type { Features } from './features.ts'
import { fresh } from './fresh.ts'
import { kinds } from './kind.ts'
import { label } from './label.ts'
import { lexicon } from './lexicon.ts'
import { library } from './library.ts'
import { type Meaning, meanings } from './meaning.ts'
import { normalise } from './normalise.ts'
import { reuseFeatures } from './reuse.ts'
import { joined, unbroken, type Whole } from './rows.ts'
import { sources } from './sources.ts'
import { type Piece, split } from './split.ts'
import { visible } from './visible.ts'

/** What `measure` needs of a document. */
export interface MeasureInput {
  /** The decoded text; all offsets count its UTF-16 units. */
  readonly text: string
  /** Sentences found before, if any; without them the engine cuts by itself. */
  readonly sentences?: readonly Span[] | undefined
  /** The spans that count (title, addressee, signature, attachments left out), if known. */
  readonly body?: readonly Span[] | undefined
  /** What a reader sees of the text, if known, in order: the rest (front matter, `##`) is not read. */
  readonly blocks?: readonly Span[] | undefined
  /** The rows of its tables, if known: a row is read as one sentence, as far as its cells are short. */
  readonly rows?: readonly Row[] | undefined
}

/** A text as the engine reads it. */
export interface Readable extends MeasureInput {
  readonly whole: readonly Whole[]
}

/** What a reader sees, in the places where it stands. */
export function readable(input: MeasureInput): Readable {
  const whole = unbroken(input.text, input.rows?.length ? input.rows : tabbed(input.text))
  return { ...input, text: joined(visible(input.text, input.blocks), whole), whole }
}

/** A sentence with everything that its judgement rests on. */
export interface Examined {
  readonly piece: Piece
  readonly alignment: Alignment
  readonly meaning: Meaning
  /** Places it may come from, likeliest first. */
  readonly sources: readonly Source[]
  readonly kind: Features
  readonly reuse: Features
}

/** A sentence that shares so much of itself with one sentence of a superior was taken from there; half as much the other way round. */
const HELD = 0.9

/** Cuts, compares and reads every sentence; no judgement yet. */
export function examine(doc: Readable, superiors: readonly Readable[]): Examined[] {
  const pieces = split(doc.text, doc.sentences, doc.whole)
  const normal = normalise(doc.text)
  const lib = library(superiors)
  const align = aligner(lib)
  const words = lexicon()
  const understand = meanings(lib, words)
  const kind = kinds(doc.text, pieces, words)
  let i = 0
  return pieces.map((piece, number) => {
    const skip = piece.words.start + label(doc.text, piece.words)
    while (i < normal.text.length && normal.at[i]! < skip) i++
    const from = i
    while (i < normal.text.length && normal.at[i]! < piece.words.end) i++
    const text = normal.text.slice(from, i)
    const alignment = align({ text, at: (k) => normal.at[from + k]!, until: (k) => normal.until[from + k]! })
    const meaning = understand(text, alignment, alignment.best >= HELD && alignment.back >= HELD / 2)
    const places = sources(alignment, meaning, lib)
    const own = fresh(doc.text.slice(skip, piece.words.end), places, superiors)
    const reuse = reuseFeatures(alignment, meaning, kind[number]!, own)
    return { piece, alignment, meaning, sources: places, kind: kind[number]!, reuse }
  })
}
