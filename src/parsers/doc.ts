/**
 * Files of Word 97–2003 and of WPS (.doc, .dot, .wps, .wpt): bytes → the text that a reader of the document sees, with automatic
 * numbers in front of their paragraphs and every tracked change accepted.
 */
import type { Aside, Parsed, Parser } from '../core.ts'
import { readShapes } from './doc/drawings.ts'
import { openWordFile, refuse, type StoryName, type WordFile } from './doc/header.ts'
import { readLists } from './doc/lists.ts'
import { readPieces } from './doc/pieces.ts'
import { formatRuns } from './doc/runs.ts'
import { type Context, readStory } from './doc/story.ts'
import { readFonts, readStyles } from './doc/styles.ts'
import { createNumberer } from './docx/numbering.ts'
import { createFlow, type Flow } from './flow.ts'

/**
 * Reads a .doc or .wps file: one line per paragraph, text boxes and WordArt after the paragraph that they are anchored in, headers,
 * footers, notes and comments as asides. Throws `UnreadableError` for a broken, encrypted, older or hostile file; never anything else.
 */
export const parser: Parser = { parse }

/** Bytes of long formats for each byte of their stream: an honest file refers to each once or twice. */
const LONG_FORMATS = 16
const ANCHOR = 26
const BOX = 22

function parse(bytes: Uint8Array): Parsed {
  const file = openWordFile(bytes)
  const { main } = file
  const fonts = readFonts(file.table('fonts').bytes)
  const styles = readStyles(file.table('styles').bytes)
  const numbering = readLists(file.table('lists'), file.table('listOverrides').bytes, fonts)
  const numberer = () =>
    createNumberer(numbering, {
      ...styles,
      paragraph: () => ({ id: '', hidden: false }),
      hides: () => false,
      numbering: () => undefined,
    })
  const context: Context = {
    file,
    pieces: readPieces(file.table('pieces').bytes, main, file.length),
    characterRuns: formatRuns(main, file.table('characterRuns').bytes, 1),
    paragraphRuns: formatRuns(main, file.table('paragraphRuns').bytes, 13),
    styles,
    fonts,
    sectionEnds: new Set(positions(file.table('sections').bytes, 12)),
    anchors: readAnchors(file),
    longLeft: file.data.length * LONG_FORMATS,
  }
  const flow = createFlow(refuse)
  const counting = numberer()
  const box = openBoxes(context, flow, counting)
  const revisions = readStory(context, file.story('main'), flow, counting, box)
  return flow.parsed(
    readAsides(context, numberer),
    revisions > 0 ? [{ code: 'tracked-changes', args: { count: revisions } }] : [],
  )
}

/** The character positions that a table begins with; `size` bytes of data stand behind them for each but the last. */
function positions(table: Buffer, size: number): number[] {
  const count = Math.max(0, Math.floor((table.length - 4) / (4 + size)))
  return table.length < 4 ? [] : Array.from({ length: count + 1 }, (_, i) => table.readUInt32LE(i * 4))
}

function readAnchors(file: WordFile): ReadonlyMap<number, readonly number[]> {
  const table = file.table('anchors').bytes
  const places = positions(table, ANCHOR)
  const anchors = new Map<number, number[]>()
  for (const [i, place] of places.slice(0, -1).entries()) {
    const shape = table.readUInt32LE(places.length * 4 + i * ANCHOR)
    const here = anchors.get(place)
    if (here) here.push(shape)
    else anchors.set(place, [shape])
  }
  return anchors
}

/** Returns what reads the boxes of an anchored shape; each is read once. */
function openBoxes(context: Context, flow: Flow, numberer: ReturnType<typeof createNumberer>): (shape: number) => void {
  const { file } = context
  const shapes = readShapes(file.table('drawings').bytes)
  const table = file.table('boxes').bytes
  const places = positions(table, BOX)
  const { start } = file.story('boxes')
  const boxes = new Map<number, { start: number; end: number; wordArt?: string }[]>()
  const put = (shape: number, box: { start: number; end: number; wordArt?: string }) => {
    const { anchored = shape } = shapes.get(shape) ?? {}
    const here = boxes.get(anchored)
    if (here) here.push(box)
    else boxes.set(anchored, [box])
  }
  for (let i = 0; i + 1 < places.length; i++)
    put(table.readUInt32LE(places.length * 4 + i * BOX + 14), {
      start: start + places[i]!,
      end: start + places[i + 1]!,
    })
  for (const [id, { wordArt }] of shapes) if (wordArt?.trim()) put(id, { start: 0, end: 0, wordArt })

  return (shape) => {
    const here = boxes.get(shape) ?? []
    boxes.delete(shape)
    for (const { wordArt, ...range } of here) {
      flow.openBox()
      if (wordArt !== undefined) for (const line of wordArt.split(/\r\n?|\n/)) flow.paragraph(line)
      else if (range.end <= file.story('boxes').end) readStory(context, withoutGuard(range), flow, numberer)
      flow.closeBox()
    }
  }
}

/** Stories in a row are parted by a paragraph mark that belongs to none. */
const withoutGuard = ({ start, end }: { start: number; end: number }) => ({ start, end: Math.max(start, end - 1) })

const notes = [
  { kind: 'footnote', table: 'footnotes' },
  { kind: 'endnote', table: 'endnotes' },
  { kind: 'comment', table: 'comments' },
] as const

/** Stories of the header table before the first section's: the lines that part notes from the text. */
const SEPARATORS = 6

function readAsides(context: Context, numberer: () => ReturnType<typeof createNumberer>): readonly Aside[] {
  const { file } = context
  const asides: Aside[] = []
  const read = (kind: Aside['kind'], story: StoryName, from: number, to: number) => {
    const { start, end } = file.story(story)
    if (to <= from || start + to > end) return
    const flow = createFlow(refuse)
    readStory(context, { start: start + from, end: start + to }, flow, numberer())
    const text = flow.parsed([], []).text.trim()
    if (text !== '') asides.push({ kind, text })
  }
  const headers = positions(file.table('headers').bytes, 0)
  // For each section: headers of even, odd pages, footers of even, odd pages, header and footer of the first page.
  for (const kind of ['header', 'footer'] as const)
    for (let i = SEPARATORS; i + 1 < headers.length; i++) {
      const place = (i - SEPARATORS) % 6
      if ((place === 0 || place === 1 || place === 4) === (kind === 'header'))
        read(kind, 'headers', headers[i]!, headers[i + 1]!)
    }
  for (const { kind, table } of notes) {
    const places = positions(file.table(table).bytes, 0)
    for (let i = 0; i + 1 < places.length; i++) read(kind, table, places[i]!, places[i + 1]!)
  }
  return asides
}
