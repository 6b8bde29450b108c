/** Runs of text and the fields among them: what of them the reader sees. */
import type { Span } from '../../core.ts'
import { collects } from '../contents.ts'
import { readRunProperties } from './properties.ts'
import type { Reader } from './reader.ts'
import { symbol } from './symbols.ts'

/** Characters of a field's instruction that are looked at. */
const MAX_FIELD_CODE = 1000

export function openRun({ frame, scanner }: Reader): void {
  frame.run = { start: scanner.start, depth: scanner.depth, hidden: frame.paragraph?.style.hidden ?? false }
}

export function setRunProperties({ frame, scanner, styles }: Reader): void {
  // Formulas and content controls have run properties too, but those belong to no run of text.
  if (scanner.depth !== frame.run.depth + 1) {
    scanner.skip()
    return
  }
  const { hidden, style } = readRunProperties(scanner)
  // The styles of paragraph and character toggle each other; what the run itself says is final.
  const byStyles = (style !== undefined && styles.hides(style)) !== (frame.paragraph?.style.hidden ?? false)
  frame.run.hidden = hidden ?? byStyles
}

/** Adds text to the current paragraph, unless it is hidden or part of a field's instruction. */
export function append({ frame }: Reader, text: string): void {
  const { paragraph } = frame
  if (paragraph === undefined || frame.run.hidden || frame.instructions > 0 || text === '') return
  paragraph.pieces.push(text)
  paragraph.length += text.length
  if (frame.contents > 0) paragraph.contents = true
  const field = frame.fields.at(-1)
  if (field !== undefined) field.shown = true
}

/** Reads `w:t`, from its start tag to its end tag. White space at its ends counts only where it is preserved. */
export function readText(reader: Reader): void {
  const { scanner, xml } = reader
  const { depth } = scanner
  const tag = { start: scanner.start, end: scanner.end }
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind === 'start') scanner.skip()
    if (scanner.kind !== 'text') continue
    const raw = xml.slice(scanner.start, scanner.end)
    let before = leadingSpaces(raw)
    let after = trailingSpaces(raw, before)
    if ((before > 0 || after > 0) && preserves(reader, tag)) before = after = 0
    const whole = scanner.text()
    // A line end in the file is a space on the page; the text keeps its line breaks for `w:br`.
    let text = whole.slice(before, whole.length - after)
    if (text.includes('\n') || text.includes('\r')) text = text.replace(/[\r\n]/g, ' ')
    if (reader.wantsRuns) noteRun(reader, text, scanner.start + before, scanner.end - after)
    append(reader, text)
  }
}

function preserves({ preserves, xml }: Reader, tag: Span): boolean {
  const space = /\sxml:space\s*=\s*["'](\w+)/.exec(xml.slice(tag.start, tag.end))?.[1]
  return space === undefined ? preserves : space === 'preserve'
}

function noteRun({ frame }: Reader, text: string, from: number, to: number): void {
  const { paragraph } = frame
  if (paragraph === undefined || frame.run.hidden || frame.instructions > 0 || text === '') return
  paragraph.runs.push({ at: paragraph.length, length: text.length, from, to, run: frame.run.start })
}

export function readSymbol(reader: Reader): void {
  const code = Number.parseInt(reader.scanner.attribute('w:char') ?? '', 16)
  if (!(code >= 0x20 && code <= 0xffff)) return
  const char = String.fromCharCode(code)
  append(reader, symbol(char, reader.scanner.attribute('w:font')) ?? char)
}

/** Reads `w:fldChar`, which begins a field's instruction, its result, or ends it. */
export function readFieldChar(reader: Reader): void {
  const { frame, scanner } = reader
  const type = reader.honoursFields ? scanner.attribute('w:fldCharType') : undefined
  scanner.skip()
  const field = frame.fields.at(-1)
  if (type === 'begin') {
    frame.fields.push({ inResult: false, code: '', shown: false, contents: false })
    frame.instructions++
  } else if (type === 'separate' && field?.inResult === false) {
    field.inResult = true
    frame.instructions--
    field.contents = collects(field.code)
    if (field.contents) frame.contents++
  } else if (type === 'end' && field !== undefined) {
    frame.fields.pop()
    if (!field.inResult) frame.instructions--
    if (field.contents) frame.contents--
    if (!field.shown) append(reader, overlaidText(field.code))
  }
}

/** Reads `w:instrText`, from its start tag to its end tag. */
export function readInstruction({ frame, scanner }: Reader): void {
  const { depth } = scanner
  const field = frame.fields.at(-1)
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'text' || field === undefined || field.inResult) continue
    if (field.code.length < MAX_FIELD_CODE) field.code += scanner.text().slice(0, MAX_FIELD_CODE)
  }
}

/**
 * What an `EQ \o` field shows, which stores no result: a character in a ring (带圈字符, `EQ \o\ac(○,1)`) or below its reading
 * (拼音指南 in older files). A number in a ring is one character where Unicode has it; of the others only the character itself
 * is text. '' for any other field.
 */
export function overlaidText(code: string): string {
  if (!/^\s*eq\s/i.test(code) || !/\\o/i.test(code)) return ''
  const comma = code.lastIndexOf(',')
  const close = code.lastIndexOf(')')
  const open = code.indexOf('(')
  if (open < 0 || comma < open || close < comma) return ''
  const base = code.slice(comma + 1, close).trim()
  const ringed = /^[○◯〇]$/.test(code.slice(open + 1, comma).trim()) && /^(?:[1-9]|1\d|20)$/.test(base)
  return ringed ? String.fromCharCode(0x245f + Number(base)) : base
}

function leadingSpaces(text: string): number {
  let at = 0
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

function trailingSpaces(text: string, from: number): number {
  let at = text.length
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--
  return text.length - at
}

/** White space as XML has it; an ideographic space is a character like any other. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
}
