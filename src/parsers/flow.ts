/**
 * Paragraphs, tables and text boxes in the order of a document → what a parser yields. For readers whose format tells only at
 * the end of a row, or of a table, which cells there were.
 */
import type { Aside, Block, BlockKind, Notice, Parsed, Row, Span } from '../core.ts'
import { firstWhere } from '../sorted-lists.ts'
import { trimmed } from './blanks.ts'
import type { Refusal } from './zip.ts'

/** Lines, characters and cells of a document: far beyond any real one, and what keeps a hostile one within memory. */
export const MAX_LINES = 300_000
export const MAX_CHARACTERS = 20_000_000
export const MAX_CELLS = 500_000
/** Tables in tables, and boxes in boxes. */
export const MAX_NESTING = 100
/** Columns of a table that one cell may reach over. */
const MAX_SPAN = 63
/** Edges of cells that lie closer together than this are one edge of the grid. Twips (1/20 pt). */
const EDGE_TOLERANCE = 20

export interface Flow {
  /** A paragraph; a line break in it is one in the text. `kind` matters outside tables only. */
  paragraph(text: string, kind?: BlockKind, level?: number): void
  /** A paragraph that is counted and not read: an entry of a table of contents. */
  contents(text: string): void
  openTable(): void
  /** Opens a cell, and a row for it, unless one is open. */
  openCell(): void
  /**
   * Ends the open cell, which covers `span` columns. A cell that is covered by a merged neighbour is closed without having
   * been filled, and remains as an empty place.
   */
  closeCell(span?: number): void
  /** `edges`: where the cells begin and end, one more than there are cells; twips. Then the grid tells the spans. */
  closeRow(edges?: readonly number[]): void
  closeTable(): void
  openBox(): void
  closeBox(): void
  /** Tables that are open. */
  readonly depth: number
  parsed(asides: readonly Aside[], notices: readonly Notice[]): Parsed
}

/** Calls on a flow, kept to be made later: a text box stands in the file before the text that it follows on the page. */
export interface Recording extends Omit<Flow, 'parsed'> {
  replay(flow: Flow | Recording): void
}

export function createRecording(): Recording {
  const calls: ((flow: Flow | Recording) => void)[] = []
  const outer: number[] = []
  let depth = 0
  return {
    get depth() {
      return depth
    },
    paragraph: (...args) => calls.push((flow) => flow.paragraph(...args)),
    contents: (text) => calls.push((flow) => flow.contents(text)),
    openTable() {
      depth++
      calls.push((flow) => flow.openTable())
    },
    openCell: () => calls.push((flow) => flow.openCell()),
    closeCell: (span) => calls.push((flow) => flow.closeCell(span)),
    closeRow: (edges) => calls.push((flow) => flow.closeRow(edges)),
    closeTable() {
      depth--
      calls.push((flow) => flow.closeTable())
    },
    openBox() {
      outer.push(depth)
      depth = 0
      calls.push((flow) => flow.openBox())
    },
    closeBox() {
      depth = outer.pop() ?? 0
      calls.push((flow) => flow.closeBox())
    },
    replay(flow) {
      for (const call of calls) call(flow)
    },
  }
}

interface Line {
  readonly text: string
  readonly kind: BlockKind
  readonly level: number | undefined
  readonly cell: Cell | undefined
  readonly box: Box | undefined
  /** It stands for a paragraph that is not read. */
  readonly passed?: boolean
}
interface Box {
  /** Given with its first text; 0 before. */
  number: number
  paragraphs: number
}
interface Cell {
  readonly row: OpenRow
  readonly first: number
  last: number
  /** 1-based. */
  column: number
  span: number
}
interface OpenRow {
  readonly table: Table
  readonly index: number
  readonly cells: Cell[]
  edges?: readonly number[]
}
interface Table {
  /** Given with its first cell; 0 before. */
  number: number
  readonly rows: OpenRow[]
  row: OpenRow | undefined
  cell: Cell | undefined
}

/** Starts a document. Its methods throw the refusal for more than the limits allow. */
export function createFlow(refusal: Refusal): Flow {
  const lines: Line[] = []
  const rows: OpenRow[] = []
  const tables: Table[] = []
  const outside: { readonly tables: Table[]; readonly box: Box | undefined }[] = []
  let box: Box | undefined
  let characters = 0
  let cells = 0
  let tableCount = 0

  const flow: Flow = {
    get depth() {
      return tables.length
    },
    paragraph(text, kind = 'paragraph', level) {
      characters += text.length
      if (lines.length >= MAX_LINES) throw refusal('excess', `段落超过 ${MAX_LINES} 个`)
      if (characters > MAX_CHARACTERS) throw refusal('excess', `文字超过 ${MAX_CHARACTERS} 个`)
      const cell = tables.at(-1)?.cell
      lines.push({ text, kind: cell ? 'cell' : kind, level: cell ? undefined : level, cell, box })
    },
    contents(text) {
      if (lines.length >= MAX_LINES) throw refusal('excess', `段落超过 ${MAX_LINES} 个`)
      const cell = tables.at(-1)?.cell
      lines.push({ text: '', kind: 'paragraph', level: undefined, cell, box, passed: text.trim() !== '' })
    },
    openTable() {
      if (tables.length + outside.length >= MAX_NESTING) throw refusal('excess', '表格嵌套过深，可能是恶意构造的文件')
      tables.push({ number: 0, rows: [], row: undefined, cell: undefined })
    },
    openCell() {
      const table = tables.at(-1)
      if (!table || table.cell) return
      if (table.number === 0) table.number = ++tableCount
      if (!table.row) {
        table.row = { table, index: table.rows.length + 1, cells: [] }
        table.rows.push(table.row)
        rows.push(table.row)
      }
      const before = table.row.cells.at(-1)
      const column = before ? before.column + before.span : 1
      table.cell = { row: table.row, first: lines.length, last: lines.length, column, span: 1 }
    },
    closeCell(span = 1) {
      const table = tables.at(-1)
      if (!table?.cell) return
      const { cell } = table
      if (lines.length === cell.first) flow.paragraph('')
      cell.last = lines.length - 1
      cell.span = Math.min(Math.max(1, span), MAX_SPAN)
      cells += cell.span
      if (cells > MAX_CELLS) throw refusal('excess', `表格单元格超过 ${MAX_CELLS} 个`)
      cell.row.cells.push(cell)
      table.cell = undefined
    },
    closeRow(edges) {
      const table = tables.at(-1)
      if (!table) return
      flow.closeCell()
      if (table.row && edges) table.row.edges = edges
      table.row = undefined
    },
    closeTable() {
      flow.closeRow()
      const table = tables.pop()
      if (table) cells += layOut(table)
      if (cells > MAX_CELLS) throw refusal('excess', `表格单元格超过 ${MAX_CELLS} 个`)
    },
    openBox() {
      outside.push({ tables: tables.splice(0), box })
      if (outside.length > MAX_NESTING) throw refusal('excess', '文本框嵌套过深，可能是恶意构造的文件')
      box = { number: 0, paragraphs: 0 }
    },
    closeBox() {
      const outer = outside.pop()
      if (!outer) return
      while (tables.length > 0) flow.closeTable()
      tables.push(...outer.tables)
      box = outer.box
    },
    parsed(asides, notices) {
      while (outside.length > 0) flow.closeBox()
      while (tables.length > 0) flow.closeTable()
      return { ...laidOut(lines, rows), meta: { frontMatter: {}, asides, notices } }
    },
  }
  return flow
}

/** Finds the columns of a table whose rows say where their cells end; returns how many places that adds. */
function layOut(table: Table): number {
  // Rows of one shape may share their edges.
  const shapes = new Set(table.rows.map((row) => row.edges ?? []))
  const sorted = [...new Set([...shapes].flat())].sort((a, b) => a - b)
  const grid = sorted.filter((edge, i) => i === 0 || edge - sorted[i - 1]! > EDGE_TOLERANCE)
  if (grid.length < 2) return 0
  const columnAt = (edge: number) => firstWhere(grid.length, (i) => grid[i]! > edge)
  let added = 0
  for (const { cells, edges } of table.rows) {
    if (edges?.length !== cells.length + 1) continue
    for (const [i, cell] of cells.entries()) {
      cell.column = columnAt(edges[i]!)
      cell.span = Math.min(Math.max(1, columnAt(edges[i + 1]!) - cell.column), MAX_SPAN)
      added += cell.span - 1
    }
  }
  return added
}

function laidOut(lines: readonly Line[], rows: readonly OpenRow[]): Omit<Parsed, 'meta'> {
  const text = lines.map((line) => line.text).join('\n')
  const starts: number[] = []
  const blocks: Block[] = []
  let offset = 0
  let paragraphs = 0
  let boxes = 0
  for (const line of lines) {
    starts.push(offset)
    const end = offset + line.text.length
    if (line.text.trim() !== '') {
      const { kind, level, cell, box } = line
      let label: string
      if (cell) label = `表${cell.row.table.number}第${cell.row.index}行第${cell.column}列`
      else if (box) {
        box.number ||= ++boxes
        label = `文本框${box.number}第${++box.paragraphs}段`
      } else label = `第${++paragraphs}段`
      blocks.push({ ...trimmed(text, offset, end), kind, label, ...(level !== undefined && { level }) })
    }
    if (line.passed && !line.cell) {
      if (line.box) {
        line.box.number ||= ++boxes
        line.box.paragraphs++
      } else paragraphs++
    }
    offset = end + 1
  }
  const placed = rows.map(({ table, index, cells }): Row => {
    const spans: Span[] = []
    for (const cell of cells) {
      const start = starts[cell.first]!
      const end = starts[cell.last]! + lines[cell.last]!.text.length
      while (spans.length < cell.column - 1) spans.push({ start, end: start })
      spans.push(trimmed(text, start, end))
      while (spans.length < cell.column - 1 + cell.span) spans.push({ start: end, end })
    }
    return { table: table.number, index, cells: spans }
  })
  return { text, blocks, rows: placed }
}
