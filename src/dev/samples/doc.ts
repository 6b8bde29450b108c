/** Writes files of Word 97–2003, for tests and for fuzzing: as much of the format as the reader knows. */
import { compound } from './compound.ts'

/** A stretch of characters with one format. */
export interface DocRun {
  readonly text: string
  readonly deleted?: boolean
  readonly inserted?: boolean
  readonly hidden?: boolean
  /** A sign of the first font. */
  readonly symbol?: number
}
export interface DocParagraph {
  readonly runs: readonly DocRun[] | string
  /** What ends it; a paragraph mark unless told otherwise. */
  readonly mark?: '\r' | '\x07' | '\f'
  /** Format of the mark. */
  readonly deleted?: boolean
  readonly style?: number
  /** 1-based index of its list. */
  readonly list?: number
  readonly level?: number
  readonly outline?: number
  /** How deep in tables. */
  readonly depth?: number
  readonly endsRow?: boolean
  readonly endsCell?: boolean
  readonly edges?: readonly number[]
}
export interface DocLevel {
  readonly format: number
  /** `\0` stands for the number of the first level. */
  readonly text: string
  readonly start?: number
  readonly follow?: number
}
export interface DocOptions {
  readonly footnotes?: readonly string[]
  readonly headers?: readonly string[]
  readonly comments?: readonly string[]
  /** Text boxes by the character position of their anchors. */
  readonly boxes?: readonly { readonly anchor: number; readonly text: string }[]
  /** Levels of each list. */
  readonly lists?: readonly (readonly DocLevel[])[]
  /** Of each override: number of its list, and where its first level starts anew. */
  readonly overrides?: readonly { readonly list: number; readonly start?: number }[]
  readonly font?: string
  /** Keeps the characters in one byte each. */
  readonly narrow?: boolean
  /** Flags of the header besides the usual. */
  readonly flags?: number
  readonly magic?: number
  readonly version?: number
}

const TEXT_AT = 2048
const PAGE = 512

/** A .doc file of these paragraphs. Styles: 0 body text, 1–3 the headings. */
export function doc(paragraphs: readonly DocParagraph[], options: DocOptions = {}): Buffer {
  return compound(docStreams(paragraphs, options))
}

export function docStreams(paragraphs: readonly DocParagraph[], options: DocOptions = {}): Record<string, Buffer> {
  const width = options.narrow ? 1 : 2
  let text = ''
  const characterRuns: { end: number; list: Buffer }[] = []
  const paragraphRuns: { end: number; list: Buffer }[] = []
  const add = (part: string, list: Buffer) => {
    text += part
    characterRuns.push({ end: text.length, list })
  }
  const addParagraph = (paragraph: DocParagraph) => {
    const { runs, mark = '\r', deleted = false } = paragraph
    for (const run of typeof runs === 'string' ? [{ text: runs }] : runs) add(run.text, characterList(run))
    add(mark, characterList({ text: mark, deleted }))
    paragraphRuns.push({ end: text.length, list: paragraphList(paragraph) })
  }
  const story = (parts: readonly string[]) => {
    const start = text.length
    const places = [0]
    for (const part of parts) {
      addParagraph({ runs: part })
      places.push(text.length - start)
    }
    if (parts.length > 0) addParagraph({ runs: '' })
    return { size: text.length - start, places }
  }
  for (const paragraph of paragraphs) addParagraph(paragraph)
  const main = text.length
  const footnotes = story(options.footnotes ?? [])
  const headerStart = text.length
  const headerPlaces = [0, 0, 0, 0, 0, 0, 0]
  for (const header of options.headers ?? []) {
    addParagraph({ runs: header })
    headerPlaces.push(text.length - headerStart)
  }
  if (options.headers) addParagraph({ runs: '' })
  const headers = { size: text.length - headerStart, places: headerPlaces }
  const comments = story(options.comments ?? [])
  const boxes = story((options.boxes ?? []).map((box) => `${box.text}`))

  const pages: Buffer[] = []
  const firstPage = Math.ceil((TEXT_AT + text.length * width) / PAGE)
  const characterIndex = layOut(characterRuns, 1, width, pages, firstPage)
  const paragraphIndex = layOut(paragraphRuns, 13, width, pages, firstPage)

  const header = Buffer.alloc(TEXT_AT)
  header.writeUInt16LE(options.magic ?? 0xa5ec, 0)
  header.writeUInt16LE(options.version ?? 0xc1, 2)
  header.writeUInt16LE(0x1200 | (options.flags ?? 0), 10)
  header.writeUInt16LE(14, 32)
  header.writeUInt16LE(22, 62)
  for (const [at, size] of [
    [0x4c, main],
    [0x50, footnotes.size],
    [0x54, headers.size],
    [0x5c, comments.size],
    [0x64, boxes.size],
  ] as const)
    header.writeInt32LE(size, at)
  header.writeUInt16LE(93, 0x98)
  const tables: Buffer[] = []
  let tablesSize = 0
  const put = (index: number, table: Buffer, behind: Buffer = Buffer.alloc(0)) => {
    header.writeUInt32LE(tablesSize, 0x9a + index * 8)
    header.writeUInt32LE(table.length, 0x9a + index * 8 + 4)
    tables.push(table, behind)
    tablesSize += table.length + behind.length
  }
  const offset = TEXT_AT
  const place = options.narrow ? (offset * 2) | 0x40000000 : offset
  const piece = Buffer.alloc(8)
  piece.writeUInt32LE(place, 2)
  const pieces = Buffer.concat([u32(0, text.length), piece])
  put(33, Buffer.concat([Buffer.of(2), u32(pieces.length), pieces]))
  put(1, styleSheet())
  put(12, characterIndex)
  put(13, paragraphIndex)
  if (options.footnotes) put(3, u32(...footnotes.places, footnotes.size))
  if (options.headers) put(11, u32(...headers.places, headers.size))
  if (options.comments) put(5, u32(...comments.places, comments.size))
  if (options.boxes) putBoxes(options.boxes, boxes.places, main, put)
  if (options.font !== undefined) put(15, fontTable(options.font))
  if (options.lists) {
    put(73, ...listTable(options.lists))
    put(74, overrideTable(options.overrides ?? options.lists.map((_, list) => ({ list }))))
  }
  const body = Buffer.alloc(firstPage * PAGE - TEXT_AT)
  body.write(text, options.narrow ? 'latin1' : 'utf16le')
  return { WordDocument: Buffer.concat([header, body, ...pages]), '1Table': Buffer.concat(tables) }
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [i, value] of values.entries()) bytes.writeInt32LE(value, i * 4)
  return bytes
}

const u16 = (...values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer)
/** A property with its operand. */
const property = (code: number, ...operand: readonly number[]) => Buffer.concat([u16(code), Buffer.from(operand)])

function characterList({ deleted, inserted, hidden, symbol }: DocRun): Buffer {
  return Buffer.concat([
    ...(deleted ? [property(0x0800, 1)] : []),
    ...(inserted ? [property(0x0801, 1)] : []),
    ...(hidden === undefined ? [] : [property(0x083c, Number(hidden))]),
    ...(symbol === undefined ? [] : [property(0x6a09, 0, 0, symbol & 0xff, symbol >> 8)]),
  ])
}

function paragraphList({ style = 0, list, level, outline, depth = 0, endsRow, endsCell, edges }: DocParagraph): Buffer {
  const cells = edges && Buffer.concat([Buffer.of(edges.length - 1), Buffer.from(Int16Array.from(edges).buffer)])
  return Buffer.concat([
    u16(style),
    ...(level === undefined ? [] : [property(0x260a, level)]),
    ...(list === undefined ? [] : [property(0x460b, list & 0xff, list >> 8)]),
    ...(outline === undefined ? [] : [property(0x2640, outline)]),
    ...(depth > 0 ? [property(0x2416, 1), property(0x6649, depth, 0, 0, 0)] : []),
    ...(endsCell ? [property(0x244b, 1)] : []),
    ...(endsRow ? [property(depth > 1 ? 0x244c : 0x2417, 1)] : []),
    ...(cells ? [property(0xd608), u16(cells.length + 1), cells] : []),
  ])
}

/** Puts formats on pages of 512 bytes and returns the index of the pages. */
function layOut(
  runs: readonly { readonly end: number; readonly list: Buffer }[],
  entrySize: 1 | 13,
  width: number,
  pages: Buffer[],
  firstPage: number,
): Buffer {
  const starts: number[] = []
  const numbers: number[] = []
  let start = 0
  for (let i = 0; i < runs.length; ) {
    const page = Buffer.alloc(PAGE)
    const here: (typeof runs)[number][] = []
    let used = 1 + 4
    for (; i + here.length < runs.length; here.push(runs[i + here.length]!)) {
      used += 4 + entrySize + runs[i + here.length]!.list.length + 3
      if (used > PAGE) break
    }
    page[PAGE - 1] = here.length
    let free = PAGE - 1
    starts.push(TEXT_AT + start * width)
    numbers.push(firstPage + pages.length)
    for (const [n, { end, list }] of here.entries()) {
      page.writeUInt32LE(TEXT_AT + start * width, n * 4)
      start = end
      if (list.length === 0) continue
      const content =
        entrySize === 1
          ? Buffer.concat([Buffer.of(list.length), list])
          : list.length % 2 === 1
            ? Buffer.concat([Buffer.of((list.length + 1) / 2), list])
            : Buffer.concat([Buffer.of(0, list.length / 2), list])
      free = (free - content.length) & ~1
      page.set(content, free)
      page[(here.length + 1) * 4 + n * entrySize] = free / 2
    }
    page.writeUInt32LE(TEXT_AT + start * width, here.length * 4)
    pages.push(page)
    i += here.length
  }
  return Buffer.concat([u32(...starts, TEXT_AT + start * width), u32(...numbers)])
}

function styleSheet(): Buffer {
  const style = (builtIn: number, name: string, characters = Buffer.alloc(0)) => {
    const list = u16(0)
    const bytes = Buffer.concat([
      u16(builtIn, 1 | (0xfff << 4), 2, 0, 0),
      u16(name.length),
      Buffer.from(`${name}\0`, 'utf16le'),
      u16(list.length),
      list,
      u16(characters.length),
      characters,
    ])
    return Buffer.concat([u16(bytes.length), bytes])
  }
  const styles = [
    style(0, '正文'),
    style(1, '标题 1'),
    style(2, '标题 2'),
    style(3, '标题 3'),
    style(19, '目录 1'),
    style(0xffe, '隐藏', Buffer.of(0x3c, 0x08, 1)),
  ]
  return Buffer.concat([u16(4), u16(styles.length, 10), ...styles])
}

function fontTable(name: string): Buffer {
  const font = Buffer.concat([Buffer.alloc(39), Buffer.from(`${name}\0`, 'utf16le')])
  return Buffer.concat([u16(1, 0), Buffer.of(font.length), font])
}

function listTable(lists: readonly (readonly DocLevel[])[]): [Buffer, Buffer] {
  const heads = lists.map((_, id) => {
    const head = Buffer.alloc(28, 0xff)
    head.writeInt32LE(id, 0)
    head[26] = 0
    return head
  })
  const levels = lists.flatMap((list) =>
    Array.from({ length: 9 }, (_, i) => {
      const { format, text, start = 1, follow = 2 } = list[i] ?? { format: 0, text: '' }
      const level = Buffer.alloc(28)
      level.writeInt32LE(start, 0)
      level[4] = format
      level[15] = follow
      return Buffer.concat([level, u16(text.length), Buffer.from(text, 'utf16le')])
    }),
  )
  return [Buffer.concat([u16(lists.length), ...heads]), Buffer.concat(levels)]
}

function overrideTable(overrides: NonNullable<DocOptions['overrides']>): Buffer {
  const heads = overrides.map(({ list, start }) => {
    const head = Buffer.alloc(16)
    head.writeInt32LE(list, 0)
    head[12] = start === undefined ? 0 : 1
    return head
  })
  const data = overrides.map(({ start }) =>
    start === undefined ? u32(-1) : Buffer.concat([u32(-1, start), u32(0x10)]),
  )
  return Buffer.concat([u32(overrides.length), ...heads, ...data])
}

function putBoxes(
  boxes: NonNullable<DocOptions['boxes']>,
  places: readonly number[],
  end: number,
  put: (index: number, table: Buffer) => void,
): void {
  const shape = (i: number) => 1025 + i
  const anchors = boxes.map((_, i) => Buffer.concat([u32(shape(i)), Buffer.alloc(22)]))
  put(40, Buffer.concat([u32(...boxes.map(({ anchor }) => anchor), end), ...anchors]))
  const stories = boxes.map((_, i) => {
    const story = Buffer.alloc(22)
    story.writeUInt32LE(shape(i), 14)
    return story
  })
  put(56, Buffer.concat([u32(...places), ...stories]))
}
