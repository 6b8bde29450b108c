/** What the words of a Word file stand in: fields, content controls, links, the tracked insertions of somebody else. No edit may carry words from one into another. */
import { lastAtMost } from '../last-at-most.ts'
import { scanPart } from '../parsers/docx/package.ts'
import type { XmlScanner } from '../parsers/xml.ts'

export interface Place {
  /** What has the same number stands side by side, with no border in between. */
  readonly stretch: number
  /** Does it stand in something within its paragraph? */
  readonly held: boolean
  /** Does Word, or another program, write the words there anew, so that a correction would not last? Or must nobody change them? */
  readonly closed: boolean
}

/** In these, whatever is taken from one side of the border to the other changes what it is. What was deleted by somebody parts what stands around it. */
const BORDERED = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:sdt',
  'w:fldSimple',
  'w:ruby',
  'm:oMath',
  'm:oMathPara',
])
const DELETED = new Set(['w:del', 'w:moveFrom'])
/** Fields whose result was typed by somebody and stays as it is; all others are computed again. */
const TYPED = /^\s*(?:HYPERLINK|FORMTEXT)\b/i
/** Content controls that show what is kept elsewhere, or that are locked. */
const BOUND =
  /<(?:[\w.-]+:)?(?:dataBinding|dropDownList)[\s/>]|<(?:[\w.-]+:)?lock\s[^>]*["'](?:sdtContentLocked|contentLocked)["']/

/** Whatever has a border and is open. */
interface Container {
  readonly depth: number
  readonly held: boolean
  closed: boolean
}

/** A field that is made of marks; its end may stand in another paragraph. */
interface Field extends Container {
  code: string
  inResult: boolean
}

/** What stands between two borders. */
interface Stretch {
  /** Offset in the part. */
  readonly start: number
  readonly within: readonly Container[]
}

/** The place of what is written at an offset of the document part. Throws `UnreadableError` for broken XML. */
export function openPlaces(xml: string): (offset: number) => Place {
  const stretches = stretchesIn(xml)
  return (offset) => {
    const stretch = lastAtMost(stretches.length, (i) => stretches[i]!.start, offset)
    const { within } = stretches[stretch]!
    return { stretch, held: within.some(({ held }) => held), closed: within.some(({ closed }) => closed) }
  }
}

function stretchesIn(xml: string): readonly Stretch[] {
  const scanner = scanPart(xml)
  const stretches: Stretch[] = [{ start: 0, within: [] }]
  const open: Container[] = []
  const fields: Field[] = []
  /** Paragraphs that are open: one in a text box stands in another. */
  let paragraphs = 0
  const border = (start: number) => stretches.push({ start, within: [...open, ...fields] })
  while (scanner.next()) {
    const { kind, name, depth } = scanner
    if (kind === 'end') {
      if (name === 'w:p') paragraphs--
      if (open.at(-1)?.depth !== depth) continue
      open.pop()
      border(scanner.end)
    } else if (kind !== 'start') continue
    else if (name === 'w:p') paragraphs++
    else if (DELETED.has(name)) {
      border(scanner.start)
      scanner.skip()
    } else if (BORDERED.has(name)) {
      open.push({ depth, held: paragraphs > 0, closed: isClosed(xml, scanner) })
      border(scanner.start)
    } else if (name === 'w:instrText') {
      const field = fields.at(-1)
      if (field && !field.inResult && field.code.length < MAX_FIELD_CODE) field.code += scanner.content() ?? ''
      scanner.skip()
    } else if (name === 'w:fldChar') {
      turnField(fields, scanner)
      border(scanner.start)
    }
  }
  // One that never ends is none.
  for (const field of fields) field.closed = false
  return stretches
}

/** Characters of a field's instruction that are looked at. */
const MAX_FIELD_CODE = 1000

/** A field begins, comes to its result, or ends. */
function turnField(fields: Field[], scanner: XmlScanner): void {
  const type = scanner.attribute('w:fldCharType')
  const field = fields.at(-1)
  if (type === 'begin') fields.push({ depth: scanner.depth, held: true, closed: true, code: '', inResult: false })
  else if (type === 'end') fields.pop()
  else if (type === 'separate' && field) {
    field.inResult = true
    field.closed = !TYPED.test(field.code)
  }
}

/** Are the words of what starts here written by something else than a hand, or locked? */
function isClosed(xml: string, scanner: XmlScanner): boolean {
  const { name } = scanner
  if (name === 'w:fldSimple') return !TYPED.test(scanner.attribute('w:instr') ?? '')
  if (name === 'm:oMath' || name === 'm:oMathPara') return true
  if (name !== 'w:sdt') return false
  // What it is stands first in it.
  const head = xml.slice(scanner.end, scanner.end + 4000)
  const end = head.search(/<\/(?:[\w.-]+:)?sdtPr\s*>/)
  return end >= 0 && BOUND.test(head.slice(0, end))
}
