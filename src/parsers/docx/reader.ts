/** What is open at one moment while a part is read into lines. */
import type { BlockKind } from '../../core.ts'
import type { XmlScanner } from '../xml.ts'
import type { Numberer } from './numbering.ts'
import { scanPart } from './package.ts'
import type { ParagraphProperties } from './properties.ts'
import type { ParagraphStyle, Styles } from './styles.ts'

/** One line of the text: a paragraph. Its place in the text is not known until all lines are. */
export interface Line {
  readonly text: string
  readonly kind: BlockKind
  /** Heading level 1–6. */
  readonly level?: number
  /** Where a reader finds it; '' for a line of white space. */
  readonly label: string
  /** Offset of the line in the whole text; set when the lines are put together. */
  start: number
  readonly runs: readonly RunDraft[]
}

/** A piece of a line and the characters of the part that it comes from. */
export interface RunDraft {
  /** Offset in the line. */
  at: number
  readonly length: number
  /** Offsets of the character data in the part. */
  readonly from: number
  readonly to: number
  /** Offset of the start tag of its `w:r`. */
  readonly run: number
}

/** The lines that a cell covers; `start` and `end` are empty places at that edge of them. */
export interface CellRange {
  readonly first: Line
  readonly last: Line
  readonly part: 'all' | 'start' | 'end'
}

/** A row of a table: one range for each column of the grid. */
export interface RowDraft {
  readonly table: number
  readonly index: number
  readonly cells: CellRange[]
  /** Columns (from 0) into which a cell of the row above reaches down. */
  readonly reached: number[]
}

/** A field whose end has not come. */
export interface Field {
  inResult: boolean
  code: string
  /** Has anything of it been shown? */
  shown: boolean
  /** Does it show a table of contents? */
  contents: boolean
}

/** Where a paragraph's number and level come from. */
export interface Owner {
  properties: ParagraphProperties
  style: ParagraphStyle
}

export interface Paragraph extends Owner {
  /** Its text in pieces, and their length together. */
  readonly pieces: string[]
  length: number
  readonly runs: RunDraft[]
  /** Lines of its text boxes. */
  readonly boxes: Line[]
  /** An earlier paragraph that runs on into this one and keeps its number and level (Word's style separator). */
  readonly lead: Owner | undefined
  /** Does any of its text belong to a table of contents? */
  contents: boolean
  /** Its number, once counted. */
  number: string | undefined
  /** The paragraph around it, in a file that nests them against the rules. */
  readonly outer: Paragraph | undefined
}

export interface Cell {
  readonly firstLine: number
  /** Grid column, 1-based. */
  readonly column: number
  span: number
}

export interface Table {
  /** Its number in the document, given with its first cell; 0 before. */
  number: number
  rows: number
  row: RowDraft | undefined
  /** Grid columns of the current row so far. */
  column: number
  /** Columns in which a merged cell reaches down from the row above. */
  mergedAbove: ReadonlySet<number>
  /** The same for the row below. */
  merged: Set<number>
  cell: Cell | undefined
}

/** The body, or one text box. */
export interface Frame {
  readonly lines: Line[]
  readonly tables: Table[]
  readonly fields: Field[]
  /** Open fields whose instruction is being read. */
  instructions: number
  /** Open fields whose result is a table of contents, and is being read. */
  contents: number
  paragraph: Paragraph | undefined
  /** A paragraph whose mark is deleted or hidden: the next one goes on where it stops. */
  carried: Paragraph | undefined
  /** The current run: offset of its start tag, its depth, and whether its text is hidden. */
  run: { readonly start: number; readonly depth: number; hidden: boolean }
  /** Number of the text box, given with its first text; 0 before, -1 in the body. */
  box: number
  /** Paragraphs with text, outside tables. */
  paragraphs: number
}

export interface Reader {
  readonly xml: string
  readonly scanner: XmlScanner
  readonly styles: Styles
  readonly numberer: Numberer
  readonly wantsRuns: boolean
  readonly honoursFields: boolean
  /** Paragraphs of the file that was put in whole, by the id of its relationship; undefined where it is not read. */
  readonly chunk: (id: string) => readonly string[] | undefined
  /** Does white space at the ends of a text count where the text does not say? */
  preserves: boolean
  frame: Frame
  readonly outerFrames: Frame[]
  /** For each open `mc:AlternateContent`: has one of its alternatives been taken? */
  readonly alternatives: boolean[]
  /** For each open content control: does it hold a table of contents? */
  readonly controls: boolean[]
  readonly rows: RowDraft[]
  /** Insertions, deletions and moves. */
  revisions: number
  /** Files that were put in whole and are not read. */
  unread: number
  /** Numbers given to tables and text boxes so far. */
  tables: number
  boxes: number
  /** Lines, characters and cells made so far, for the limits. */
  lines: number
  characters: number
  cells: number
}

/** Starts reading a part. */
export function createReader(
  xml: string,
  given: Pick<Reader, 'styles' | 'numberer' | 'wantsRuns' | 'honoursFields' | 'chunk'>,
): Reader {
  return {
    ...given,
    xml,
    scanner: scanPart(xml),
    preserves: false,
    frame: createFrame(-1),
    outerFrames: [],
    alternatives: [],
    controls: [],
    rows: [],
    revisions: 0,
    unread: 0,
    tables: 0,
    boxes: 0,
    lines: 0,
    characters: 0,
    cells: 0,
  }
}

/** Starts the body (`box` -1) or a text box (0). */
export function createFrame(box: -1 | 0): Frame {
  return {
    lines: [],
    tables: [],
    fields: [],
    instructions: 0,
    contents: 0,
    paragraph: undefined,
    carried: undefined,
    run: { start: 0, depth: 0, hidden: false },
    box,
    paragraphs: 0,
  }
}
