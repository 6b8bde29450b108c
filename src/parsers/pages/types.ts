/** What a page is before it is read: runs of glyphs, each at its place. One unit of length per document, whichever; y grows downward. */

/** Glyphs that were set in one go. */
export interface Run {
  readonly text: string
  /** Where the baseline of the first glyph begins. */
  readonly x: number
  readonly y: number
  /** Along its direction, from the first glyph to the end of the last. */
  readonly width: number
  /** Height of the font as it appears. */
  readonly size: number
  /** Direction of the baseline in degrees, clockwise; 0 for the usual one. */
  readonly angle: number
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
}

/** One line as the eye sees it. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of its baseline. */
  readonly y: number
  /** The size that most of it is set in. */
  readonly size: number
  /** Pieces that stand far apart: cells, a number and a name at the two margins. At least one. */
  readonly pieces: readonly Piece[]
  /** Index of its page. */
  readonly page: number
}

export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** The column that the text of a page is set in. */
export interface Column {
  readonly left: number
  readonly right: number
}
