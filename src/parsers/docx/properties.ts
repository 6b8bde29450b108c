/** Properties of paragraphs and runs, as far as they decide what the reader sees as text. */
import type { XmlScanner } from '../xml.ts'

/** Direct properties of a paragraph (`w:pPr`); what is absent comes from its style. */
export interface ParagraphProperties {
  style?: string
  numId?: number
  /** `w:ilvl`, 0–8. */
  level?: number
  /** `w:outlineLvl`, 0–9. */
  outline?: number
  /** What befell the paragraph mark; without one the paragraph ends where the element does. */
  mark?: 'inserted' | 'deleted' | 'hidden' | 'separator'
}

/** Direct properties of a run (`w:rPr`). */
export interface RunProperties {
  style?: string
  hidden?: boolean
}

/** Reads `w:pPr`, from its start tag to its end tag. */
export function readParagraphProperties(scanner: XmlScanner): ParagraphProperties {
  const properties: ParagraphProperties = {}
  if (holdsNone(scanner, /pStyle|numPr|outlineLvl|anish|\b(?:ins|del|move)/)) return properties
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    switch (scanner.name) {
      case 'w:pStyle': {
        const style = scanner.attribute('w:val')
        if (style !== undefined) properties.style = style
        break
      }
      case 'w:numPr':
        break
      case 'w:ilvl':
        properties.level = Math.min(integerOf(scanner, 'w:val') ?? 0, 8)
        break
      case 'w:numId':
        properties.numId = integerOf(scanner, 'w:val') ?? 0
        break
      case 'w:outlineLvl':
        properties.outline = integerOf(scanner, 'w:val') ?? 9
        break
      case 'w:rPr':
        readMark(scanner, properties)
        break
      // `w:pPrChange` holds the properties before a tracked change; nothing else in here matters.
      default:
        scanner.skip()
    }
  }
  return properties
}

function readMark(scanner: XmlScanner, properties: ParagraphProperties): void {
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:del' || scanner.name === 'w:moveFrom') properties.mark = 'deleted'
    else if (properties.mark === 'deleted') continue
    else if (scanner.name === 'w:ins' || scanner.name === 'w:moveTo') properties.mark ??= 'inserted'
    else if (scanner.name === 'w:specVanish' && isOn(scanner.attribute('w:val'))) properties.mark = 'separator'
    else if (scanner.name === 'w:vanish' && isOn(scanner.attribute('w:val')) && properties.mark !== 'separator')
      properties.mark = 'hidden'
    scanner.skip()
  }
}

/** Reads `w:rPr`, from its start tag to its end tag. */
export function readRunProperties(scanner: XmlScanner): RunProperties {
  const properties: RunProperties = {}
  if (holdsNone(scanner, /vanish|rStyle/)) return properties
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:vanish') properties.hidden = isOn(scanner.attribute('w:val'))
    else if (scanner.name === 'w:rStyle') {
      const style = scanner.attribute('w:val')
      if (style !== undefined) properties.style = style
    } else if (scanner.name === 'w:rPrChange') scanner.skip()
  }
  return properties
}

/** Passes over an element without any of these names in it: fonts and indents are most of a document's markup. */
function holdsNone(scanner: XmlScanner, names: RegExp): boolean {
  const content = scanner.content()
  if (content === undefined || names.test(content)) return false
  scanner.skip()
  return true
}

/** An on/off value of either OOXML dialect; a property without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/i.test(value)
}

/** A whole number, not negative, below 2^31; undefined where there is none. */
export function integerOf(scanner: XmlScanner, attribute: string): number | undefined {
  const value = scanner.attribute(attribute)
  if (value === undefined || !/^\s*\+?\d{1,10}(?:\.\d*)?\s*$/.test(value)) return undefined
  return Math.min(Math.trunc(Number(value)), 0x7fffffff)
}
