/** A Word file made of a text: plain, and laid out as official documents are. */
import type { Block, Parsed, Part, PartKind, Row, Span } from '../core.ts'
import { refuse } from '../parsers/docx/package.ts'
import type { Run } from '../parsers/docx.ts'
import { headingIn } from './headings.ts'
import { LAYOUT, NAMESPACES, SECTION, TEXT_WIDTH } from './layout.ts'
import { escapeXml } from './markup.ts'

/** What a paragraph is for, which decides how it looks. */
export interface Looks {
  readonly parts: readonly Part[]
}

export interface Composed {
  /** All parts but the document itself stand here too, in the order of the archive. */
  readonly files: readonly (readonly [name: string, content: Uint8Array])[]
  /** Name and text of the document part. */
  readonly part: string
  readonly xml: string
  /** Their `start` and `end` lie in the text that was given. */
  readonly runs: readonly Run[]
}

/** Characters of the document part: more would make a file that no office program opens in reasonable time. */
const MAX_LENGTH = 12_000_000
/** Columns that Word allows. */
const MAX_COLUMNS = 63

const STYLES: Readonly<Partial<Record<PartKind, string>>> = {
  masthead: 'Centered',
  number: 'Centered',
  title: 'Title',
  byline: 'Centered',
  addressee: 'Flush',
  salutation: 'Flush',
  signature: 'Closing',
  date: 'Closing',
}
const BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029\t]/g

/** Throws `UnreadableError` for more text than one file should hold. */
export function compose({ text, blocks, rows, meta }: Parsed, { parts }: Looks): Composed {
  const written: string[] = []
  const runs: Run[] = []
  let length = 0
  const put = (xml: string) => {
    written.push(xml)
    length += xml.length
    if (length > MAX_LENGTH) throw refuse('excess', '文字太多，不能做成一份 Word 文件', '请拆分后再检查')
  }
  put(`${HEAD}<w:document ${NAMESPACES}><w:body>`)

  const wrapped = meta.notices.some(({ code }) => code === 'hard-wrapped')
  /** `number` is put in front; `lead`: up to where it is a heading, which opens a paragraph of text. */
  const paragraph = ({ start, end }: Span, style: string, number = '', lead?: Lead) => {
    put(`<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}`)
    if (number !== '') put(`<w:r><w:t xml:space="preserve">${escapeXml(number)}</w:t></w:r>`)
    const piece = (from: number, to: number) => {
      if (from === to) return
      if (lead && from < lead.end && lead.end < to) {
        piece(from, lead.end)
        piece(lead.end, to)
        return
      }
      const element = length
      const look = lead && from < lead.end ? `<w:rPr><w:rStyle w:val="Lead${lead.level}"/></w:rPr>` : ''
      put(`<w:r>${look}<w:t xml:space="preserve">`)
      const words = escapeXml(text.slice(from, to))
      runs.push({ start: from, end: to, element, source: { start: length, end: length + words.length } })
      put(`${words}</w:t></w:r>`)
    }
    let from = start
    for (const { 0: mark, index } of text.slice(start, end).matchAll(BREAK)) {
      piece(from, start + index)
      from = start + index + mark.length
      if (mark === '\t') put('<w:r><w:tab/></w:r>')
      else if (!wrapped) put('<w:r><w:br/></w:r>')
    }
    piece(from, end)
    put('</w:p>')
  }

  // Whatever a hostile file says, no word is written twice, and none before an earlier one.
  let reached = 0
  const clipped = ({ start, end }: Span): Span => {
    const span = { start: Math.max(start, reached), end: Math.max(end, reached) }
    reached = span.end
    return span
  }
  let table: Row[] = []
  const endTable = (more: boolean) => {
    if (table.length === 0) return
    const columns = Math.max(1, ...table.map(({ cells }) => cells.length))
    if (columns > MAX_COLUMNS) for (const { cells } of table) for (const cell of cells) paragraph(clipped(cell), 'Cell')
    else {
      put(`<w:tbl>${tableProperties(columns)}`)
      for (const { cells } of table) {
        put('<w:tr>')
        for (let i = 0; i < columns; i++) {
          put(`<w:tc><w:tcPr><w:tcW w:w="${Math.floor(TEXT_WIDTH / columns)}" w:type="dxa"/></w:tcPr>`)
          const cell = cells[i]
          paragraph(cell ? clipped(cell) : { start: reached, end: reached }, 'Cell')
          put('</w:tc>')
        }
        put('</w:tr>')
      }
      put('</w:tbl>')
      // Two tables in a row would become one, and no document ends with a table.
      if (!more) put('<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>')
    }
    table = []
  }

  let previous: Row | undefined
  for (const item of inOrder(blocks, rows)) {
    if ('cells' in item) {
      if (previous && previous.table !== item.table) endTable(false)
      table.push(item)
      previous = item
      continue
    }
    if (item.start < Math.max(reached, endOf(table.at(-1)))) continue
    endTable(true)
    previous = undefined
    const kind = parts.find((part) => part.start <= item.start && item.start < part.end)?.kind
    const { style, lead } = lookOf(text, item, kind)
    paragraph(clipped(item), style, item.kind === 'item' ? numberBefore(text, item.start) : '', lead)
  }
  endTable(false)
  put(`${SECTION}</w:body></w:document>`)
  const xml = written.join('')
  return { files: [...LAYOUT, [DOCUMENT, Buffer.from(xml)]], part: DOCUMENT, xml, runs }
}

const DOCUMENT = 'word/document.xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const startOf = ({ cells }: Row): number => cells[0]?.start ?? 0
const endOf = (row: Row | undefined): number => row?.cells.at(-1)?.end ?? 0

/** Paragraphs and rows as they follow each other in the text; rows of one table stay together. */
function inOrder(blocks: readonly Block[], rows: readonly Row[]): (Block | Row)[] {
  const items: (Block | Row)[] = []
  let next = 0
  for (const row of rows) {
    while (next < blocks.length && blocks[next]!.start < startOf(row)) items.push(blocks[next++]!)
    items.push(row)
  }
  for (; next < blocks.length; next++) items.push(blocks[next]!)
  return items
}

/** Where the heading ends that opens a paragraph, and its level. */
interface Lead {
  readonly level: number
  readonly end: number
}

/** What a number says of a heading goes before the level that a file gives it: of `# 标题` and `## 一、` one is the title. */
function lookOf(
  text: string,
  block: Block,
  part: PartKind | undefined,
): { readonly style: string; readonly lead?: Lead } {
  const { start, end, kind, level } = block
  if (part === 'title') return { style: 'Title' }
  const style = (part && STYLES[part]) ?? ''
  if (style === '' && (kind === 'paragraph' || kind === 'heading')) {
    const heading = headingIn(text.slice(start, end))
    if (heading && !heading.alone) return { style: '', lead: { level: heading.level, end: start + heading.length } }
    if (heading && (kind === 'heading' || heading.level <= 2)) return { style: `Heading${Math.min(heading.level, 3)}` }
  }
  return { style: kind === 'heading' ? `Heading${Math.min(level ?? 1, 3)}` : style }
}

/** `1.` in front of a point: in Markdown it is markup, on the page it is read. */
function numberBefore(text: string, start: number): string {
  const number = /(?:^|[\s>])(\d{1,9}[.)])[ \t]*$/.exec(text.slice(Math.max(0, start - 20), start))
  return number ? `${number[1]} ` : ''
}

function tableProperties(columns: number): string {
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')
  const column = `<w:gridCol w:w="${Math.floor(TEXT_WIDTH / columns)}"/>`
  return `<w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${column.repeat(columns)}</w:tblGrid>`
}
