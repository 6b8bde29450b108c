/** Paragraphs: where they begin and end, what they run on into, and the lines that they become. */
import type { BlockKind } from '../../core.ts'
import { isContents, isContentsStyle } from '../contents.ts'
import { refuse } from './package.ts'
import { readParagraphProperties } from './properties.ts'
import type { Paragraph, Reader, RunDraft } from './reader.ts'

/** Lines and characters of a part: far beyond any real document, and what keeps a hostile one within memory. */
export const MAX_LINES = 300_000
export const MAX_CHARACTERS = 20_000_000

export function openParagraph({ frame, styles }: Reader): void {
  const { carried } = frame
  frame.carried = undefined
  frame.paragraph = {
    pieces: carried?.pieces ?? [],
    length: carried?.length ?? 0,
    runs: carried?.runs ?? [],
    boxes: carried?.boxes ?? [],
    contents: carried?.contents ?? false,
    lead: carried?.lead ?? (carried?.properties.mark === 'separator' ? carried : undefined),
    number: undefined,
    properties: {},
    style: styles.paragraph(undefined),
    outer: frame.paragraph,
  }
}

export function setParagraphProperties(reader: Reader): void {
  const { paragraph } = reader.frame
  const properties = readParagraphProperties(reader.scanner)
  if (paragraph === undefined) return
  paragraph.properties = properties
  paragraph.style = reader.styles.paragraph(properties.style)
  if (properties.mark === 'deleted' || properties.mark === 'inserted') reader.revisions++
}

export function closeParagraph(reader: Reader): void {
  const { frame } = reader
  const { paragraph } = frame
  if (paragraph === undefined) return
  frame.paragraph = paragraph.outer
  if (runsOn(paragraph)) frame.carried = paragraph
  else emit(reader, paragraph)
}

/** Ends a paragraph that runs on, where there is nothing for it to run on into. */
export function flushCarried(reader: Reader): void {
  const { carried } = reader.frame
  reader.frame.carried = undefined
  if (carried !== undefined && (carried.length > 0 || carried.boxes.length > 0)) emit(reader, carried)
}

/** Counts the current paragraph's number now: a text box in it may count in the same list, and comes after it. */
export function countNumber(reader: Reader): void {
  const { paragraph } = reader.frame
  if (paragraph !== undefined && !runsOn(paragraph)) numberOf(reader, paragraph)
}

/** Adds a line of its own to the current frame. */
export function addLine(
  reader: Reader,
  text: string,
  kind: BlockKind,
  level?: number,
  runs: readonly RunDraft[] = [],
): void {
  reader.characters += text.length
  if (++reader.lines > MAX_LINES) throw refuse('excess', `段落超过 ${MAX_LINES} 个`)
  if (reader.characters > MAX_CHARACTERS) throw refuse('excess', `文字超过 ${MAX_CHARACTERS} 个`)
  const label = text.trim() === '' ? '' : nextLabel(reader)
  reader.frame.lines.push({ text, kind, label, start: 0, runs, ...(level !== undefined && { level }) })
}

/** Leaves a paragraph out of the text, but not out of the numbers of paragraphs. */
function passOver(reader: Reader, text: string): void {
  if (text.trim() !== '') nextLabel(reader)
  addLine(reader, '', 'paragraph')
}

function runsOn({ properties: { mark }, style }: Paragraph): boolean {
  return mark === undefined ? style.hidden : mark !== 'inserted'
}

function numberOf({ numberer }: Reader, paragraph: Paragraph): string {
  const { properties, style } = paragraph.lead ?? paragraph
  paragraph.number ??= numberer(properties, style)
  return paragraph.number
}

function emit(reader: Reader, paragraph: Paragraph): void {
  const { frame } = reader
  const number = numberOf(reader, paragraph)
  const { properties, style } = paragraph.lead ?? paragraph
  for (const run of paragraph.runs) run.at += number.length
  const outline = properties.outline ?? style.outline ?? 9
  const kind = frame.tables.at(-1)?.cell
    ? 'cell'
    : outline < 9
      ? 'heading'
      : number.trim() !== ''
        ? 'item'
        : 'paragraph'
  const level = kind === 'heading' ? Math.min(outline + 1, 6) : undefined
  const text = number + paragraph.pieces.join('')
  const signs = {
    field: paragraph.contents,
    style: style.contents === true || (properties.style !== undefined && isContentsStyle(properties.style)),
    gallery: reader.controls.includes(true),
  }
  if (isContents(text, signs)) passOver(reader, text)
  else addLine(reader, text, kind, level, paragraph.runs)
  for (const line of paragraph.boxes) frame.lines.push(line)
}

function nextLabel(reader: Reader): string {
  const { frame } = reader
  const table = frame.tables.at(-1)
  if (table?.cell) return `表${table.number}第${table.rows}行第${table.cell.column}列`
  frame.paragraphs++
  if (frame.box < 0) return `第${frame.paragraphs}段`
  if (frame.box === 0) frame.box = ++reader.boxes
  return `文本框${frame.box}第${frame.paragraphs}段`
}
