/** The content of one OFD page: its text objects as runs, one per glyph. */
import type { Page, Run } from '../pages/index.ts'
import type { XmlScanner } from '../xml.ts'

export interface OfdPage extends Page {
  /** Ids of the templates that lie under or over it. */
  readonly templates: readonly string[]
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

interface TextObject {
  readonly depth: number
  readonly x: number
  readonly y: number
  readonly size: number
  readonly matrix: Matrix
  readonly scale: number
  readonly turn: number
  /** Where the last `TextCode` stood: the next one may leave it out. */
  codeX: number
  codeY: number
}

/** `box` is the document's page size, for a page that does not give its own. Lengths in millimetres. */
export function readPage(scanner: XmlScanner, box: { readonly width: number; readonly height: number }): OfdPage {
  const runs: Run[] = []
  const templates: string[] = []
  let size = box
  let object: TextObject | undefined
  while (scanner.next()) {
    if (scanner.kind === 'end') {
      if (object && scanner.depth === object.depth) object = undefined
      continue
    }
    if (scanner.kind !== 'start') continue
    const name = scanner.name.slice(scanner.name.indexOf(':') + 1)
    if (name === 'Template') templates.push(scanner.attribute('TemplateID') ?? '')
    else if (name === 'PhysicalBox') size = readBox(directText(scanner)) ?? size
    else if (name === 'TextObject') {
      if (isInvisible(scanner)) scanner.skip()
      else object = openObject(scanner)
    } else if (name === 'TextCode' && object) readCode(scanner, object, runs)
    // Drawn shapes are long, and hold no text.
    else if (name === 'PathObject' || name === 'ImageObject' || name === 'Clips') scanner.skip()
  }
  return { ...size, runs, templates }
}

/** The text directly in the element that starts here. */
export function directText(scanner: XmlScanner): string {
  return scanner.next() && scanner.kind === 'text' ? scanner.text().trim() : ''
}

function isInvisible(scanner: XmlScanner): boolean {
  return scanner.attribute('Visible') === 'false' || Number(scanner.attribute('Alpha') ?? 255) === 0
}

/** Width and height of `0 0 210 297`. */
export function readBox(text: string): { readonly width: number; readonly height: number } | undefined {
  const [, , width = 0, height = 0] = numbers(text)
  return width > 0 && height > 0 ? { width, height } : undefined
}

function numbers(text: string | undefined): number[] {
  return (text ?? '').trim().split(/\s+/, 8).map(Number).filter(Number.isFinite)
}

function openObject(scanner: XmlScanner): TextObject {
  const [x = 0, y = 0] = numbers(scanner.attribute('Boundary'))
  const matrix = numbers(scanner.attribute('CTM'))
  return {
    depth: scanner.depth,
    x,
    y,
    size: Number(scanner.attribute('Size')) || 0,
    matrix: matrix.length === 6 ? (matrix as unknown as Matrix) : IDENTITY,
    scale: Number(scanner.attribute('HScale')) || 1,
    turn: Number(scanner.attribute('ReadDirection')) || 0,
    codeX: 0,
    codeY: 0,
  }
}

function readCode(scanner: XmlScanner, object: TextObject, runs: Run[]): void {
  const { matrix, size, scale } = object
  const [a, b, c, d, e, f] = matrix
  let x = (object.codeX = coordinate(scanner, 'X') ?? object.codeX)
  let y = (object.codeY = coordinate(scanner, 'Y') ?? object.codeY)
  const across = scanner.attribute('DeltaX')
  const down = scanner.attribute('DeltaY')
  const depth = scanner.depth
  let text = ''
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth))
    if (scanner.kind === 'text') text += scanner.text()
  const glyphs = [...text.replace(/^[\r\n]\s*|\s*[\r\n]\s*$/g, '')]
  const dx = across === undefined ? undefined : deltas(across, glyphs.length)
  const dy = down === undefined ? undefined : deltas(down, glyphs.length)
  const stretch = Math.hypot(a, b)
  const height = size * Math.hypot(c, d)
  const angle = (Math.atan2(b, a) * 180) / Math.PI + object.turn
  if (![x, y, stretch, height, angle].every(Number.isFinite)) return
  for (const [i, glyph] of glyphs.entries()) {
    const own = size * scale * (isWide(glyph) ? 1 : 0.5)
    // Without distances the glyphs follow each other by their own widths, unless they stand one above the other.
    const step = dx ? (dx[i] ?? 0) : dy ? 0 : own
    const width = step > 0 && (step < own || (!isWide(glyph) && step <= size * scale)) ? step : own
    runs.push({
      text: glyph,
      x: object.x + a * x + c * y + e,
      y: object.y + b * x + d * y + f,
      width: width * stretch,
      size: height,
      angle,
    })
    x += step
    y += dy?.[i] ?? 0
  }
}

function coordinate(scanner: XmlScanner, name: string): number | undefined {
  const value = scanner.attribute(name)
  return value === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value)
}

/** `2.8 g 4 2.9` is one distance of 2.8 and four of 2.9. At most `count`, however many are promised. */
function deltas(text: string, count: number): number[] {
  const found: number[] = []
  const words = text.trim().split(/\s+/)
  for (let i = 0; i < words.length && found.length < count; i++) {
    if (words[i] !== 'g') found.push(Number(words[i]) || 0)
    else {
      const value = Number(words[i + 2]) || 0
      for (let n = Number(words[i + 1]) || 0; n > 0 && found.length < count; n--) found.push(value)
      i += 2
    }
  }
  return found
}

const isWide = (glyph: string) => glyph >= '\u2000'
