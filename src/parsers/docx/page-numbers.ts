/** Page numbers in headers and footers: where they stand, how large, and what stands around them. */
import type { PageNumber } from '../../core.ts'
import { scanPart } from './package.ts'
import { type Face, readFace, readStand, type Stand, type Typefaces } from './typefaces.ts'

/** Characters of a line or of a field's instruction that are looked at. */
const MAX = 200
/** Lines of a header or footer that count pages; more than one is rare. */
const MAX_NUMBERS = 10

interface Paragraph {
  own: Stand
  text: string
  size: number | undefined
  /** Of a field that counts pages something was shown, or is to be. */
  numbered: boolean
  readonly box: { align: string | undefined } | undefined
  readonly inTable: boolean
}

/** The lines of a header or footer that count pages. Throws `UnreadableError`. */
export function readPageNumbers(xml: string, typefaces: Typefaces): Pick<PageNumber, 'align' | 'size' | 'text'>[] {
  const found: Pick<PageNumber, 'align' | 'size' | 'text'>[] = []
  const scanner = scanPart(xml)
  const open: Paragraph[] = []
  /** Drawings around, each with how it is placed. */
  const drawings: { align: string | undefined }[] = []
  const fields: { code: string; inResult: boolean; counts: boolean }[] = []
  /** Open fields whose instruction is being read, and those that count pages. */
  let instructions = 0
  let counting = 0
  let tables = 0
  let run: Face = {}
  let positions = false
  const show = (text: string) => {
    const paragraph = open.at(-1)
    if (paragraph === undefined || instructions > 0) return
    if (counting === 0) paragraph.text += text.slice(0, Math.max(0, MAX - paragraph.text.length))
    else number(paragraph)
  }
  const number = (paragraph: Paragraph) => {
    if (!paragraph.numbered) paragraph.text += '1'
    paragraph.numbered = true
    const { face } = typefaces.paragraph(paragraph.own, undefined)
    paragraph.size ??= typefaces.run(run, face).size ?? 10
  }
  const openField = (code: string) => {
    fields.push({ code, inResult: false, counts: false })
    instructions++
  }
  const showField = () => {
    const field = fields.at(-1)
    if (field === undefined || field.inResult) return
    field.inResult = true
    instructions--
    field.counts = /^\s*PAGE\b/i.test(field.code)
    if (field.counts) counting++
  }
  const closeField = () => {
    showField()
    const field = fields.pop()
    const paragraph = open.at(-1)
    if (!field?.counts) return
    counting--
    // A field that was never filled in is when the file is printed.
    if (paragraph !== undefined) number(paragraph)
  }
  while (scanner.next()) {
    const { kind, name } = scanner
    if (kind === 'start') {
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') scanner.skip()
      else if (name === 'w:p')
        open.push({
          own: {},
          text: '',
          size: undefined,
          numbered: false,
          box: drawings.at(-1),
          inTable: tables > 0,
        })
      else if (name === 'w:pPr') {
        const own = readStand(scanner, () => scanner.skip())
        const paragraph = open.at(-1)
        if (paragraph !== undefined) paragraph.own = own
      } else if (name === 'w:r') run = {}
      else if (name === 'w:rPr') run = readFace(scanner)
      else if (name === 'w:tbl') tables++
      else if (name === 'w:drawing' || name === 'w:pict') drawings.push({ align: undefined })
      else if (name === 'wp:positionH') positions = true
      else if (name === 'wp:align' && positions && drawings.length > 0) {
        scanner.next()
        if (scanner.kind === 'text') drawings.at(-1)!.align = scanner.text().trim()
      } else if (name === 'v:shape' && drawings.length > 0) {
        const style = scanner.attribute('style') ?? ''
        drawings.at(-1)!.align ??= /mso-position-horizontal:\s*(\w+)/.exec(style)?.[1]
      } else if (name === 'w:fldChar') {
        const type = scanner.attribute('w:fldCharType')
        if (type === 'begin') openField('')
        else if (type === 'separate') showField()
        else if (type === 'end') closeField()
      } else if (name === 'w:fldSimple') {
        openField(scanner.attribute('w:instr') ?? '')
        showField()
      } else if (name === 'w:pgNum' && open.length > 0) number(open.at(-1)!)
      else if (name === 'w:instrText' || name === 'w:t') {
        const depth = scanner.depth
        while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
          if (scanner.kind !== 'text') continue
          const field = fields.at(-1)
          if (name === 'w:t') show(scanner.text())
          else if (field !== undefined && field.code.length < MAX) field.code += scanner.text().slice(0, MAX)
        }
      } else if (name === 'w:tab' || name === 'w:ptab') show('\t')
      continue
    }
    if (kind !== 'end') continue
    if (name === 'w:tbl') tables--
    else if (name === 'wp:positionH') positions = false
    else if (name === 'w:drawing' || name === 'w:pict') drawings.pop()
    else if (name === 'w:fldSimple') closeField()
    else if (name === 'w:p') {
      const paragraph = open.pop()
      if (paragraph?.numbered && found.length < MAX_NUMBERS) found.push(numberOf(paragraph, typefaces))
    }
  }
  return found
}

function numberOf(paragraph: Paragraph, typefaces: Typefaces): Pick<PageNumber, 'align' | 'size' | 'text'> {
  const align = alignOf(paragraph, typefaces.paragraph(paragraph.own, undefined).stand)
  return {
    ...(align !== undefined && { align }),
    size: paragraph.size ?? 10,
    text: paragraph.text.replace(/\s+/g, ' ').trim(),
  }
}

/** Tab stops, cells and boxes without an alignment of their own put it anywhere. */
function alignOf({ text, box, inTable }: Paragraph, { align, frame }: Stand): PageNumber['align'] {
  if (inTable || text.includes('\t')) return undefined
  const placed = box === undefined ? frame : (box.align ?? '')
  if (placed === undefined) return align === 'right' || align === 'center' ? align : 'left'
  return placed === 'outside' || placed === 'left' || placed === 'center' || placed === 'right' ? placed : undefined
}
