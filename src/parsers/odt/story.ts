/** Reads the body of an OpenDocument text, its headers and its notes. One pass and no recursion. */
import type { Aside } from '../../core.ts'
import { createFlow, createRecording, type Flow, type Recording } from '../flow.ts'
import { countItem, createCounter, LEVELS } from './lists.ts'
import { refuse, scanPart } from './package.ts'
import { createReader, createStory, type Reader, type Story } from './reader.ts'
import { inherited, type OdtStyles } from './styles.ts'
import { closeCell, closeRow, coveredCell, openCell, openRow } from './tables.ts'

/** Blanks that one element stands for. */
const MAX_BLANKS = 10_000
/** Boxes in boxes, notes in boxes; what is in one is copied on its way out. */
const MAX_STORIES = 16
const MAX_ASIDES = 10_000

/** Reads the body into `flow`, notes and comments into `asides`; returns how many changes are tracked. */
export function readBody(xml: string, styles: OdtStyles, flow: Flow, asides: Aside[]): number {
  const scanner = scanPart(xml)
  const reader = createReader(scanner, styles, flow, asides)
  let found = false
  while (scanner.next()) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'office:text') {
      found = true
      readUntilEnd(reader)
    } else if (scanner.depth > 2 || (scanner.name !== 'office:body' && scanner.depth === 2)) scanner.skip()
  }
  if (!found) throw refuse('invalid', '内容不是文字文档')
  return reader.revisions
}

/** Headers and footers of all kinds of pages, one aside each. */
export function readPageFurniture(xml: string, styles: OdtStyles): readonly Aside[] {
  const asides: Aside[] = []
  const scanner = scanPart(xml)
  while (scanner.next()) {
    const kind =
      scanner.kind === 'start' ? /^style:(header|footer)(?:-left|-first)?$/.exec(scanner.name)?.[1] : undefined
    if (kind === undefined) {
      if (scanner.kind === 'start' && scanner.name === 'office:body') scanner.skip()
      continue
    }
    const flow = createFlow(refuse)
    readUntilEnd(createReader(scanner, styles, flow, asides))
    addAside(asides, kind as 'header' | 'footer', flow)
  }
  return asides
}

function addAside(asides: Aside[], kind: Aside['kind'], flow: Flow): void {
  const text = flow.parsed([], []).text.trim()
  if (text === '') return
  if (asides.length >= MAX_ASIDES) throw refuse('excess', `页眉、页脚和注释超过 ${MAX_ASIDES} 个`)
  asides.push({ kind, text })
}

/** Reads everything inside the element that starts here. */
function readUntilEnd(reader: Reader): void {
  const { scanner } = reader
  const { depth } = scanner
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind === 'text') readText(reader)
    else if (scanner.kind === 'start') starts[scanner.name]?.(reader)
    else {
      if (reader.stories.at(-1)?.depth === scanner.depth) closeStory(reader)
      ends[scanner.name]?.(reader)
    }
  }
}

// ----------------------------------------------------------------------------------------------------- stories

function openStory(reader: Reader, flow: Flow | Recording, end: (story: Story) => void): void {
  if (reader.stories.length >= MAX_STORIES) throw refuse('excess', '文本框嵌套过深，可能是恶意构造的文件')
  reader.stories.push({ story: reader.story, depth: reader.scanner.depth, end })
  reader.story = createStory(flow)
}

function closeStory(reader: Reader): void {
  const { story: outer, end } = reader.stories.pop()!
  const inner = reader.story
  reader.story = outer
  end(inner)
}

function openBox(reader: Reader): void {
  const outer = reader.story
  const recording = createRecording()
  openStory(reader, recording, () => {
    if (outer.paragraph) outer.paragraph.boxes.push(recording)
    else placeBox(outer.flow, recording)
  })
}

function placeBox(flow: Flow | Recording, box: Recording): void {
  flow.openBox()
  box.replay(flow)
  flow.closeBox()
}

function openNote(reader: Reader, kind: Aside['kind']): void {
  const flow = createFlow(refuse)
  openStory(reader, flow, () => addAside(reader.asides, kind, flow))
}

// -------------------------------------------------------------------------------------------------- paragraphs

function openParagraph(reader: Reader): void {
  const { scanner, story, styles } = reader
  const style = scanner.attribute('text:style-name')
  const isHeading = scanner.name === 'text:h'
  const level = isHeading ? Math.max(1, Number.parseInt(scanner.attribute('text:outline-level') ?? '1', 10) || 1) : 0
  story.paragraph = {
    pieces: [],
    spaced: true,
    hidden: inherited(styles, 'paragraph', style, 'hidden') ?? false,
    level,
    number: numberOf(reader, style, level),
    boxes: [],
  }
  story.hidden.length = 0
}

function numberOf({ scanner, story, styles, outline }: Reader, style: string | undefined, level: number): string {
  const list = story.lists.at(-1)
  if (list) {
    const { item } = list
    if (!item || item.numbered || item.header) return ''
    item.numbered = true
    const levels = styles.lists.get(item.style ?? list.style ?? '')
    return levels ? countItem(levels, Math.min(story.lists.length, LEVELS) - 1, list.counter, item.start) : ''
  }
  const shown =
    level > 0 && styles.outline[level - 1]?.format !== '' && scanner.attribute('text:is-list-header') !== 'true'
  if (!shown || styles.outline.length === 0 || inherited(styles, 'paragraph', style, 'list') === '') return ''
  return countItem(styles.outline, Math.min(level, LEVELS) - 1, outline)
}

function closeParagraph({ story, contents }: Reader): void {
  const { paragraph, flow } = story
  if (!paragraph) return
  story.paragraph = undefined
  const { pieces, number, level, hidden, boxes } = paragraph
  if (!hidden || pieces.length > 0) {
    // White space at the end is none either, but for blanks that are elements.
    const text = number + pieces.join('')
    if (contents > 0) flow.contents(text)
    else if (level > 0) flow.paragraph(text, 'heading', Math.min(level, 6))
    else flow.paragraph(text, number.trim() === '' ? 'paragraph' : 'item')
  }
  for (const box of boxes) placeBox(flow, box)
}

function append({ story }: Reader, text: string): void {
  const { paragraph } = story
  if (!paragraph || (story.hidden.at(-1)?.hides ?? paragraph.hidden) || text === '') return
  paragraph.pieces.push(text)
  paragraph.spaced = text.endsWith(' ')
}

function readText(reader: Reader): void {
  const { paragraph } = reader.story
  if (!paragraph) return
  let text = reader.scanner.text().replace(/[ \t\r\n]+/g, ' ')
  if (paragraph.spaced && text.startsWith(' ')) text = text.slice(1)
  append(reader, text)
}

function appendBlanks(reader: Reader): void {
  const count = Number.parseInt(reader.scanner.attribute('text:c') ?? '1', 10) || 1
  append(reader, ' '.repeat(Math.min(Math.max(count, 0), MAX_BLANKS)))
  // What follows is text of its own.
  if (reader.story.paragraph) reader.story.paragraph.spaced = false
}

function openSpan({ scanner, story, styles }: Reader): void {
  const hides = inherited(styles, 'text', scanner.attribute('text:style-name'), 'hidden')
  if (hides !== undefined) story.hidden.push({ depth: scanner.depth, hides })
}

function closeSpan({ scanner, story }: Reader): void {
  if (story.hidden.at(-1)?.depth === scanner.depth) story.hidden.pop()
}

// ------------------------------------------------------------------------------------------------------- lists

function openList(reader: Reader): void {
  const { scanner, story, counters } = reader
  const outer = story.lists.at(-1)
  const style = scanner.attribute('text:style-name') ?? outer?.style
  const id = scanner.attribute('xml:id')
  const continued = counters.get(scanner.attribute('text:continue-list') ?? '')
  const goesOn = scanner.attribute('text:continue-numbering') === 'true' ? reader.lastCounter : undefined
  const counter = outer?.counter ?? continued ?? goesOn ?? createCounter()
  if (id !== undefined && !outer) counters.set(id, counter)
  if (!outer) reader.lastCounter = counter
  story.lists.push({ style, counter, item: undefined })
}

function openItem({ scanner, story }: Reader): void {
  const list = story.lists.at(-1)
  if (!list) return
  const start = Number.parseInt(scanner.attribute('text:start-value') ?? '', 10)
  list.item = {
    numbered: false,
    header: scanner.name === 'text:list-header',
    start: Number.isNaN(start) ? undefined : start,
    style: scanner.attribute('text:style-override'),
  }
}

// ---------------------------------------------------------------------------------------------------- elements

function countChanges(reader: Reader): void {
  const { scanner } = reader
  const { depth } = scanner
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth))
    if (scanner.kind === 'start' && scanner.name === 'text:changed-region') reader.revisions++
}

function openSection({ scanner }: Reader): void {
  if (scanner.attribute('text:display') === 'none') scanner.skip()
}

const skip = ({ scanner }: Reader) => scanner.skip()

/** What lists headings, pictures and tables with their pages. */
const CONTENTS = ['table-of-content', 'illustration-index', 'table-index', 'object-index', 'user-index']

/** What to do where an element starts. Elements that are not named are passed through. */
const starts: Record<string, (reader: Reader) => void> = {
  'text:p': openParagraph,
  'text:h': openParagraph,
  'text:span': openSpan,
  'text:s': appendBlanks,
  'text:tab': (reader) => append(reader, '\t'),
  'text:line-break': (reader) => append(reader, '\n'),
  'text:list': openList,
  'text:list-item': openItem,
  'text:list-header': openItem,
  'text:section': openSection,
  'text:tracked-changes': countChanges,
  'text:index-title': (reader) => {
    reader.contents--
  },
  'text:note': (reader) => {
    reader.note = reader.scanner.attribute('text:note-class') === 'endnote' ? 'endnote' : 'footnote'
  },
  'text:note-body': (reader) => openNote(reader, reader.note),
  'office:annotation': (reader) => openNote(reader, 'comment'),
  'draw:text-box': openBox,
  ...Object.fromEntries(
    ['custom-shape', 'rect', 'ellipse', 'circle', 'path', 'polygon', 'polyline', 'line', 'connector', 'caption'].map(
      (shape) => [`draw:${shape}`, openBox],
    ),
  ),
  'table:table': ({ story }) => story.flow.openTable(),
  'table:table-row': openRow,
  'table:table-cell': openCell,
  'table:covered-table-cell': coveredCell,
  'text:note-citation': skip,
  'text:number': skip,
  'text:ruby-text': skip,
  'text:sequence-decls': skip,
  'text:variable-decls': skip,
  'text:user-field-decls': skip,
  'text:table-of-content-source': skip,
  'text:alphabetical-index-source': skip,
  'text:illustration-index-source': skip,
  'text:table-index-source': skip,
  'text:user-index-source': skip,
  'text:bibliography-source': skip,
  'office:forms': skip,
  'office:event-listeners': skip,
  'draw:object': skip,
  'draw:image': skip,
  'svg:title': skip,
  'svg:desc': skip,
}

for (const index of CONTENTS)
  starts[`text:${index}`] = (reader) => {
    reader.contents++
  }

// LibreOffice calls a table by a name of its own where the standard allows none: in a shape.
for (const name of ['table', 'table-row', 'table-cell', 'covered-table-cell'])
  starts[`loext:${name}`] = starts[`table:${name}`]!

const ends: Record<string, (reader: Reader) => void> = {
  'text:p': closeParagraph,
  'text:h': closeParagraph,
  'text:span': closeSpan,
  'text:list': ({ story }) => story.lists.pop(),
  'text:index-title': (reader) => {
    reader.contents++
  },
  'table:table': ({ story }) => story.flow.closeTable(),
  'table:table-row': closeRow,
  'table:table-cell': closeCell,
}
for (const index of CONTENTS)
  ends[`text:${index}`] = (reader) => {
    reader.contents--
  }
for (const name of ['table', 'table-row', 'table-cell']) ends[`loext:${name}`] = ends[`table:${name}`]!
