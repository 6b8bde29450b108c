/** Reads the stories of a .doc file (its body, a note, a header) into paragraphs and tables, every tracked change accepted. */
import { collects, isContents } from '../contents.ts'
import type { Numberer } from '../docx/numbering.ts'
import { overlaidText } from '../docx/runs.ts'
import { symbol } from '../docx/symbols.ts'
import type { Flow } from '../flow.ts'
import type { WordFile } from './header.ts'
import { refuse } from './header.ts'
import { decodeAt, type Piece, piecesBetween } from './pieces.ts'
import {
  type Character,
  type Paragraph,
  plainCharacter,
  plainParagraph,
  setCharacter,
  setParagraph,
} from './properties.ts'
import { characterList, type FormatRun, paragraphList } from './runs.ts'
import type { WordStyles } from './styles.ts'

/** What does not change while a file is read. */
export interface Context {
  readonly file: WordFile
  readonly pieces: readonly Piece[]
  readonly characterRuns: (offset: number) => FormatRun
  readonly paragraphRuns: (offset: number) => FormatRun
  readonly styles: WordStyles
  readonly fonts: readonly string[]
  /** Character positions at which a section ends. */
  readonly sectionEnds: ReadonlySet<number>
  /** Shapes by the character position of their anchor. */
  readonly anchors: ReadonlyMap<number, readonly number[]>
  /** Paragraph formats that were read, by their place. */
  readonly paragraphs: Map<number, Paragraph>
  /** What may still be read: bytes of formats that stand outside their page, characters, and stretches of one format. */
  readonly left: { long: number; characters: number; runs: number }
}

/** A stretch of text with one format. */
interface Segment {
  readonly start: number
  readonly text: string
  readonly offset: number
  readonly width: 1 | 2
  readonly format: Character
}

const plain = plainCharacter()
/** Every character that is not simply shown, and the anchors of drawings among them. */
const SPECIAL = /[\0-\x1f\x28]/g
const PARAGRAPH = 0x0d
const CELL = 0x07
const PAGE = 0x0c
const FIELD_BEGIN = 0x13
const FIELD_RESULT = 0x14
const FIELD_END = 0x15
const MAX_FIELD_CODE = 1000

function* segments(context: Context, start: number, end: number): Generator<Segment> {
  const { main } = context.file
  const formats = new Map<number, Character>()
  for (const piece of piecesBetween(context.pieces, start, end)) {
    for (let at = piece.start; at < piece.end; ) {
      const offset = piece.offset + (at - piece.start) * piece.width
      if (--context.left.runs < 0) throw refuse('excess', '格式变化过多')
      const run = context.characterRuns(offset)
      const count = Math.min(piece.end - at, Math.max(1, Math.floor((run.end - offset) / piece.width)))
      let format = run.at < 0 ? plain : formats.get(run.at)
      if (!format) formats.set(run.at, (format = setCharacter(plainCharacter(), characterList(main, run.at))))
      yield { start: at, text: decodeAt(main, offset, count, piece.width), offset, width: piece.width, format }
      at += count
    }
  }
}

function paragraphAt(context: Context, offset: number): Paragraph {
  const { main, data } = context.file
  if (--context.left.runs < 0) throw refuse('excess', '段落过多')
  const run = context.paragraphRuns(offset)
  const known = context.paragraphs.get(run.at)
  if (known) return known
  const paragraph = plainParagraph()
  context.paragraphs.set(run.at, paragraph)
  if (run.at < 0) return paragraph
  const list = paragraphList(main, run.at)
  if (list.length >= 2) paragraph.style = list.readUInt16LE(0)
  return setParagraph(paragraph, list.subarray(2), (from) => {
    const size = from + 2 <= data.length ? data.readUInt16LE(from) : 0
    if ((context.left.long -= size) < 0) throw refuse('excess', '段落格式过多，可能是恶意构造的文件')
    return data.subarray(from + 2, from + 2 + size)
  })
}

interface Field {
  inResult: boolean
  shown: boolean
  code: string
  contents: boolean
}

/**
 * Reads the characters from `start` to `end` into `flow`. `box` is called after each paragraph for the shapes that are anchored
 * in it. Returns how many stretches were inserted or deleted.
 */
export function readStory(
  context: Context,
  { start, end }: { readonly start: number; readonly end: number },
  flow: Flow,
  numberer: Numberer,
  box: (shape: number) => void = () => {},
): number {
  // Stories that overlap would be read again and again.
  if ((context.left.characters -= end - start) < 0) throw refuse('invalid', '正文、注释和文本框的位置互相重叠')
  const honoursFields = fieldsEnd(context, start, end)
  const fields: Field[] = []
  const shapes: number[] = []
  let instructions = 0
  let revisions = 0
  let revision = ''
  let words = ''
  /** What of the paragraph is seen if its style, which is known at its end, hides text. */
  let uncovered = ''
  /** Open fields that show a table of contents; does any of the paragraph's text stand in one? */
  let collecting = 0
  let collected = false
  /** What the run says by itself, and its style where it says nothing. */
  const shown = ({ deleted, hidden, style }: Character) => {
    if (deleted) return false
    if (typeof hidden === 'boolean') return !hidden
    return (style >= 0 && context.styles.hides(style)) === (hidden === 'unlike style')
  }
  /** The same in a paragraph whose style hides text: styles toggle each other. */
  const shownInHidden = (format: Character) =>
    typeof format.hidden === 'boolean' || format.deleted ? shown(format) : !shown(format)
  const append = (text: string, visible: boolean, inHidden: boolean) => {
    if (!visible && !inHidden) return
    if (instructions > 0) {
      const field = fields.at(-1)!
      if (!field.inResult && field.code.length < MAX_FIELD_CODE) field.code += text.slice(0, MAX_FIELD_CODE)
      return
    }
    if (text === '') return
    if (inHidden) uncovered += text
    if (!visible) return
    words += text
    if (collecting > 0) collected = true
    const field = fields.at(-1)
    if (field) field.shown = true
  }
  const endParagraph = (paragraph: Paragraph, mark: number) => {
    const style = context.styles.paragraph(paragraph.style)
    const depth = paragraph.inTable ? paragraph.depth : 0
    while (flow.depth > depth) flow.closeTable()
    while (flow.depth < depth) {
      if (flow.depth > 0) flow.openCell()
      flow.openTable()
    }
    const text = words.replace(/\p{Surrogate}/gu, '\ufffd')
    words = uncovered = ''
    if (paragraph.endsRow && depth > 0) flow.closeRow(paragraph.edges)
    else {
      const number = numberer(
        {
          ...(paragraph.list !== undefined && { numId: paragraph.list }),
          ...(paragraph.level !== undefined && { level: paragraph.level }),
        },
        style,
      )
      if (depth > 0) flow.openCell()
      const outline = paragraph.outline ?? style.outline ?? 9
      if (isContents(text, { field: collected, style: style.contents === true })) flow.contents(text)
      else if (outline < 9) flow.paragraph(number + text, 'heading', Math.min(outline + 1, 6))
      else flow.paragraph(number + text, number.trim() === '' ? 'paragraph' : 'item')
      collected = false
      for (const shape of shapes.splice(0)) box(shape)
      if (depth > 0 && (mark === CELL || paragraph.endsCell)) flow.closeCell()
    }
  }

  for (const { start: at, text, offset, width, format } of segments(context, start, end)) {
    const change = format.deleted ? 'deleted' : format.inserted ? 'inserted' : ''
    if (change !== revision && change !== '') revisions++
    revision = change
    const visible = shown(format)
    const inHidden = shownInHidden(format)
    let from = 0
    for (const { index } of text.matchAll(SPECIAL)) {
      append(text.slice(from, index), visible, inHidden)
      from = index + 1
      const code = text.charCodeAt(index)
      const position = at + index
      if (code === PARAGRAPH || code === CELL || (code === PAGE && context.sectionEnds.has(position + 1))) {
        const paragraph = paragraphAt(context, offset + index * width)
        const hides = context.styles.paragraph(paragraph.style).hidden
        if (hides) words = uncovered
        // A paragraph whose mark is deleted or hidden goes on in the next one; cells and rows always end.
        if ((hides ? inHidden : visible) || code !== PARAGRAPH || paragraph.endsCell || paragraph.endsRow)
          endParagraph(paragraph, code)
        else uncovered = words
      } else if (code === FIELD_BEGIN && honoursFields) {
        fields.push({ inResult: false, shown: false, code: '', contents: false })
        instructions++
      } else if (code === FIELD_RESULT && honoursFields) {
        const field = fields.at(-1)
        if (field && !field.inResult) {
          field.inResult = true
          instructions--
          field.contents = collects(field.code)
          if (field.contents) collecting++
        }
      } else if (code === FIELD_END && honoursFields) {
        const field = fields.pop()
        if (field && !field.inResult) instructions--
        if (field?.contents) collecting--
        if (field && !field.shown) append(overlaidText(field.code), visible, inHidden)
      } else {
        const anchored = context.anchors.get(position)
        if (anchored && !format.deleted) shapes.push(...anchored)
        append(special(code, format, context.fonts), visible, inHidden)
      }
    }
    append(text.slice(from), visible, inHidden)
  }
  if (words !== '' || shapes.length > 0) endParagraph(plainParagraph(), PARAGRAPH)
  while (flow.depth > 0) flow.closeTable()
  return revisions
}

/** What is shown for one of the characters that are not simply shown. */
function special(code: number, { symbol: sign }: Character, fonts: readonly string[]): string {
  if (sign && (code === 0x28 || code < 0x20)) {
    const char = String.fromCharCode(sign.code)
    return sign.code < 0x20 ? '' : (symbol(char, fonts[sign.font]) ?? char)
  }
  if (code === 0x09) return '\t'
  if (code === 0x0b || code === PAGE || code === 0x0e) return '\n'
  if (code === 0x1e) return '-'
  return code === 0x28 ? '(' : ''
}

/** Does every field that begins end? One that does not would hide everything after it; Word shows it. */
function fieldsEnd(context: Context, start: number, end: number): boolean {
  let open = 0
  for (const piece of piecesBetween(context.pieces, start, end)) {
    const text = decodeAt(context.file.main, piece.offset, piece.end - piece.start, piece.width)
    for (const [char] of text.matchAll(/[\x13\x15]/g)) {
      open += char === '\x13' ? 1 : -1
      if (open < 0) return false
    }
  }
  return open === 0
}
