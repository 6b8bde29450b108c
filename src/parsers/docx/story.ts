/**
 * Reads a stream of paragraphs and tables (the body, a header, the footnotes) into lines, as the reader sees them with every
 * tracked change accepted. One pass and no recursion; the stack of what is open is `Reader.frame`.
 */
import { chooseAlternative, closeBox, openBox, readWordArt } from './boxes.ts'
import type { Numberer } from './numbering.ts'
import { refuse } from './package.ts'
import { addLine, closeParagraph, flushCarried, openParagraph, setParagraphProperties } from './paragraphs.ts'
import { createReader, type Line, type Reader, type RowDraft } from './reader.ts'
import { append, openRun, readFieldChar, readInstruction, readSymbol, readText, setRunProperties } from './runs.ts'
import type { Styles } from './styles.ts'
import {
  closeCell,
  closeRow,
  closeTable,
  openCell,
  openRow,
  openTable,
  setCellProperties,
  setRowProperties,
} from './tables.ts'

export interface Story {
  readonly lines: readonly Line[]
  readonly rows: readonly RowDraft[]
  /** Insertions, deletions and moves. */
  readonly revisions: number
  /** Files that were put in whole and are not read. */
  readonly unread: number
}

export interface StoryOptions {
  /** Name of the part's root element. */
  readonly root: string
  readonly styles: Styles
  /** Makes a fresh one for each reading: it counts. */
  readonly createNumberer: () => Numberer
  /** Are the runs of the lines wanted? */
  readonly wantsRuns?: boolean
  /** See `Reader`. */
  readonly chunk?: Reader['chunk']
}

/**
 * Reads a part that is one story. Throws `UnreadableError` for broken XML, for another root element, and for more lines,
 * characters or table cells than the limits allow.
 */
export function readStory(xml: string, options: StoryOptions): Story {
  const story = read(xml, options, true)
  // A field that never ends would hide everything after it; Word shows it.
  const { frame, rows, revisions, unread } = story.frame.fields.length === 0 ? story : read(xml, options, false)
  return { lines: frame.lines, rows, revisions, unread }
}

/** Reads a part that holds many small stories, such as footnotes, each in an element called `note`. Throws as `readStory`. */
export function readNotes(xml: string, note: string, options: StoryOptions): readonly (readonly Line[])[] {
  const notes: (readonly Line[])[] = []
  let first = 0
  read(xml, options, true, {
    start(reader) {
      if (reader.scanner.name !== note) return
      // The lines that part notes from the text are stored as notes as well.
      if (/^(?:separator|continuation)/.test(reader.scanner.attribute('w:type') ?? '')) reader.scanner.skip()
      first = reader.frame.lines.length
    },
    end(reader) {
      if (reader.scanner.name !== note) return
      flushCarried(reader)
      notes.push(reader.frame.lines.slice(first))
    },
  })
  return notes
}

interface Visitor {
  start(reader: Reader): void
  end(reader: Reader): void
}

function read(xml: string, options: StoryOptions, honoursFields: boolean, visitor?: Visitor): Reader {
  const { root, styles, createNumberer, wantsRuns = false, chunk = () => undefined } = options
  const reader = createReader(xml, { styles, numberer: createNumberer(), wantsRuns, honoursFields, chunk })
  const { scanner } = reader
  while (scanner.next() && scanner.kind !== 'start');
  if (scanner.name !== root) throw refuse('invalid', '内容不是 Word 文档')
  reader.preserves = scanner.attribute('xml:space') === 'preserve'
  while (scanner.next()) {
    if (scanner.kind === 'start') {
      visitor?.start(reader)
      starts[scanner.name]?.(reader)
    } else if (scanner.kind === 'end') {
      ends[scanner.name]?.(reader)
      visitor?.end(reader)
    }
  }
  flushCarried(reader)
  return reader
}

function skip({ scanner }: Reader): void {
  scanner.skip()
}

function countRevision(reader: Reader): void {
  reader.revisions++
}

/** Reads `w:sdtPr`: is this the table of contents that Word puts in? */
function readControl({ controls, scanner }: Reader): void {
  const content = scanner.content() ?? ''
  if (controls.length > 0 && /docPartGallery\s[^>]*["']Table of (?:Contents|Figures)["']/i.test(content))
    controls[controls.length - 1] = true
  scanner.skip()
}

/** Reads `w:altChunk`, in whose place stand the paragraphs of another file. */
function readChunk(reader: Reader): void {
  const paragraphs = reader.chunk(reader.scanner.attribute('r:id') ?? '')
  reader.scanner.skip()
  if (paragraphs === undefined) reader.unread++
  flushCarried(reader)
  const kind = reader.frame.tables.at(-1)?.cell ? 'cell' : 'paragraph'
  for (const text of paragraphs ?? []) addLine(reader, text, kind)
}

function openAlternatives({ alternatives }: Reader): void {
  alternatives.push(false)
}

function closeAlternatives({ alternatives }: Reader): void {
  alternatives.pop()
}

/** What to do where an element starts. Elements that are not named are passed through: drawings hold text boxes deep inside. */
const starts: Readonly<Record<string, (reader: Reader) => void>> = {
  'w:p': openParagraph,
  'w:pPr': setParagraphProperties,
  'w:r': openRun,
  'm:r': openRun,
  'w:rPr': setRunProperties,
  'w:t': readText,
  'm:t': readText,
  'w:tab': (reader) => append(reader, '\t'),
  'w:ptab': (reader) => append(reader, '\t'),
  'w:br': (reader) => append(reader, '\n'),
  'w:cr': (reader) => append(reader, '\n'),
  'w:noBreakHyphen': (reader) => append(reader, '-'),
  'w:sym': readSymbol,
  'w:fldChar': readFieldChar,
  'w:instrText': readInstruction,
  'w:ins': countRevision,
  'w:moveTo': countRevision,
  'w:del': (reader) => {
    countRevision(reader)
    skip(reader)
  },
  'w:moveFrom': (reader) => {
    countRevision(reader)
    skip(reader)
  },
  'w:delText': skip,
  'w:delInstrText': skip,
  // The reading above the base of a ruby.
  'w:rt': skip,
  'w:rubyPr': skip,
  'w:sdt': ({ controls }) => controls.push(false),
  'w:sdtPr': readControl,
  'w:sdtEndPr': skip,
  'w:customXmlPr': skip,
  'w:smartTagPr': skip,
  'w:sectPr': skip,
  'w:tblPr': skip,
  'w:tblPrEx': skip,
  'w:tblGrid': skip,
  'w:tbl': openTable,
  'w:altChunk': readChunk,
  'w:tr': openRow,
  'w:trPr': setRowProperties,
  'w:tc': openCell,
  'w:tcPr': setCellProperties,
  'w:txbxContent': openBox,
  'v:textpath': readWordArt,
  'mc:AlternateContent': openAlternatives,
  'mc:Choice': chooseAlternative,
  'mc:Fallback': chooseAlternative,
}

const ends: Readonly<Record<string, (reader: Reader) => void>> = {
  'w:p': closeParagraph,
  'w:tc': closeCell,
  'w:tr': closeRow,
  'w:tbl': closeTable,
  'w:sdt': ({ controls }) => controls.pop(),
  'w:txbxContent': closeBox,
  'mc:AlternateContent': closeAlternatives,
}
