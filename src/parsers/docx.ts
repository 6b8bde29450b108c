/**
 * Word files (.docx, .docm, .dotx, .dotm): bytes → the text that a reader of the document sees, with automatic numbers in
 * front of their paragraphs and every tracked change accepted.
 */
import {
  type Aside,
  type Block,
  type Layout,
  type Parsed,
  type Parser,
  type Row,
  type Span,
  type Typography,
  UnreadableError,
} from '../core.ts'
import { trimmed } from './blanks.ts'
import { paragraphsIn } from './docx/chunks.ts'
import { readLayout } from './docx/layout.ts'
import { createNumberer, readNumbering } from './docx/numbering.ts'
import { openPackage, scanPart, type WordPackage, type WordPart } from './docx/package.ts'
import type { CellRange, Line } from './docx/reader.ts'
import { readNotes, readStory, type StoryOptions } from './docx/story.ts'
import { readStyles } from './docx/styles.ts'

/**
 * Reads a Word file. One line per paragraph; a line break inside a paragraph is a line break in the text, but not in its block.
 * Text boxes follow the paragraph that they are anchored in. Headers, footers, notes and comments are asides. Throws
 * `UnreadableError` for a broken, encrypted or hostile file; never anything else.
 */
export const parser: Parser = { parse }

/** A stretch of the text and where it is written in the document part. Generated text (numbers, tabs, line breaks) has none. */
export interface Run extends Span {
  /** Offsets of its character data in `xml`. Longer than the text where characters are written as entities. */
  readonly source: Span
  /** Offset of the start tag of the `w:r` around it. */
  readonly element: number
}

/**
 * The document part of a Word file and the runs of its text, in the order of the text; their `start` and `end` are offsets in
 * the text that `parser` yields for the same bytes. For writers, who splice `xml`. Throws `UnreadableError`.
 */
export function readRuns(bytes: Uint8Array): {
  readonly part: string
  readonly xml: string
  readonly text: string
  readonly runs: readonly Run[]
} {
  const file = openPackage(bytes)
  const { lines } = readStory(file.main.xml, { ...storyOptions(file), wantsRuns: true })
  const text = join(lines)
  const runs = lines.flatMap((line) =>
    line.runs.map((run) => ({
      start: line.start + run.at,
      end: line.start + run.at + run.length,
      source: { start: run.from, end: run.to },
      element: run.run,
    })),
  )
  return { part: file.main.name, xml: file.main.xml, text, runs }
}

function parse(bytes: Uint8Array): Parsed {
  const file = openPackage(bytes)
  const options = storyOptions(file)
  const { lines, rows, revisions, unread } = readStory(file.main.xml, options)
  const text = join(lines)
  return {
    text,
    blocks: lines.filter((line) => line.label !== '').map((line) => block(text, line)),
    rows: rows.map(
      ({ table, index, cells, reached }): Row => ({
        table,
        index,
        cells: cells.map((cell) => cellSpan(text, cell)),
        ...(reached.length > 0 && { reached }),
      }),
    ),
    meta: {
      frontMatter: {},
      asides: readAsides(file, options),
      notices: [
        ...(revisions > 0 ? [{ code: 'tracked-changes', args: { count: revisions } } as const] : []),
        ...(unread > 0 ? [{ code: 'unread-parts', args: { count: unread } } as const] : []),
      ],
    },
    layout: layoutOf(bytes),
  }
}

/** Reads the file once more, when somebody asks: few documents are looked at for their layout. Of a file whose theme or settings are damaged nothing is known. */
function layoutOf(bytes: Uint8Array): () => Layout {
  let kept: Uint8Array | undefined = bytes
  let layout: Layout | undefined
  return () => {
    if (kept === undefined) return layout!
    const file = openPackage(kept)
    kept = undefined
    const { lines } = readStory(file.main.xml, { ...storyOptions(file), wantsRuns: true })
    join(lines)
    const blocks = lines.filter((line) => line.label !== '')
    try {
      layout = readLayout(file, blocks)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      layout = { sections: [], blocks: blocks.map(() => UNKNOWN) }
    }
    return layout
  }
}

const UNKNOWN: Typography = { section: 0, align: 'left', floating: false, stretches: [] }

/** `inner`: of a Word file in another, which holds no third. */
function storyOptions(file: WordPackage, inner = false): StoryOptions {
  const styles = readStyles(scanFirst(file.parts('styles')))
  const numbering = readNumbering(scanFirst(file.parts('numbering')))
  return {
    root: 'w:document',
    styles,
    createNumberer: () => createNumberer(numbering, styles),
    chunk: chunksOf(file, inner),
  }
}

/** Each file that was put in whole is read once. */
function chunksOf(file: WordPackage, inner: boolean): NonNullable<StoryOptions['chunk']> {
  const read = new Map<string, readonly string[] | undefined>()
  return (id) => {
    if (!read.has(id)) {
      const bytes = file.bytes(id)
      read.set(id, bytes && paragraphsIn(bytes, (word) => (inner ? undefined : wordParagraphs(word))))
    }
    return read.get(id)
  }
}

function wordParagraphs(bytes: Uint8Array): readonly string[] | undefined {
  const file = openPackage(bytes)
  const { lines, unread } = readStory(file.main.xml, storyOptions(file, true))
  return unread > 0 ? undefined : lines.map(({ text }) => text)
}

function scanFirst(parts: Iterable<WordPart>) {
  for (const part of parts) return scanPart(part.xml)
  return undefined
}

/** Puts the lines together and tells each where it starts. */
function join(lines: readonly Line[]): string {
  let offset = 0
  for (const line of lines) {
    line.start = offset
    offset += line.text.length + 1
  }
  return lines.map((line) => line.text).join('\n')
}

function block(text: string, line: Line): Block {
  const span = trimmed(text, line.start, line.start + line.text.length)
  return { ...span, kind: line.kind, label: line.label, ...(line.level !== undefined && { level: line.level }) }
}

function cellSpan(text: string, { first, last, part }: CellRange): Span {
  const end = last.start + last.text.length
  if (part === 'start') return { start: first.start, end: first.start }
  return part === 'end' ? { start: end, end } : trimmed(text, first.start, end)
}

const asideParts = [
  { kind: 'header', part: 'header', root: 'w:hdr' },
  { kind: 'footer', part: 'footer', root: 'w:ftr' },
  { kind: 'footnote', part: 'footnotes', root: 'w:footnotes', note: 'w:footnote' },
  { kind: 'endnote', part: 'endnotes', root: 'w:endnotes', note: 'w:endnote' },
  { kind: 'comment', part: 'comments', root: 'w:comments', note: 'w:comment' },
] as const

/** Headers and footers give one aside per part, notes and comments one each; those without text give none. */
function readAsides(file: WordPackage, body: StoryOptions): readonly Aside[] {
  const asides: Aside[] = []
  for (const aside of asideParts) {
    const options = { ...body, root: aside.root }
    for (const { xml } of file.parts(aside.part)) {
      const stories = 'note' in aside ? readNotes(xml, aside.note, options) : [readStory(xml, options).lines]
      for (const lines of stories) {
        const text = lines
          .map((line) => line.text)
          .join('\n')
          .trim()
        if (text !== '') asides.push({ kind: aside.kind, text })
      }
    }
  }
  return asides
}
