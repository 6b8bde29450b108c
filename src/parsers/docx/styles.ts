/** The paragraph and character styles of a Word file, as far as they decide what the reader sees as text. */

import { isContentsStyle } from '../contents.ts'
import type { XmlScanner } from '../xml.ts'
import { isOn, readParagraphProperties, readRunProperties } from './properties.ts'

/** What a paragraph has from its style and the styles that one is based on. */
export interface ParagraphStyle {
  /** The style's id, '' for a paragraph without any. */
  readonly id: string
  /** `w:numId`; 0 switches an inherited numbering off. */
  readonly numId?: number
  /** `w:ilvl`, 0–8. */
  readonly level?: number
  /** The style that the numbering comes from: levels of a list may be linked to it. */
  readonly numberedBy?: string
  /** `w:outlineLvl`: 0–8 for headings, 9 for body text. */
  readonly outline?: number
  /** Is its text hidden (`w:vanish`)? */
  readonly hidden: boolean
  /** Is it one for entries of a table of contents? */
  readonly contents?: boolean
}

export interface Styles {
  /** The style of a paragraph; without an id, or with one that is not defined, the default style. */
  paragraph(id: string | undefined): ParagraphStyle
  /** Does a character style hide its text? */
  hides(id: string): boolean
  /** `w:numId` of a numbering style. */
  numbering(id: string): number | undefined
}

interface Definition {
  type: string
  name: string
  basedOn?: string
  numId?: number
  level?: number
  outline?: number
  hidden?: boolean
}

const plain: ParagraphStyle = { id: '', hidden: false }

/** Reads `styles.xml`; without one there are no styles. */
export function readStyles(scanner: XmlScanner | undefined): Styles {
  const definitions = new Map<string, Definition>()
  let defaultId: string | undefined
  while (scanner?.next()) {
    if (scanner.kind !== 'start') continue
    // Three hundred lines in every file, about styles that are not defined in it.
    if (scanner.name === 'w:latentStyles') scanner.skip()
    if (scanner.name !== 'w:style') continue
    const id = scanner.attribute('w:styleId')
    const definition: Definition = { type: scanner.attribute('w:type') ?? 'paragraph', name: '' }
    if (definition.type === 'paragraph' && isOn(scanner.attribute('w:default') ?? '0')) defaultId ??= id
    readDefinition(scanner, definition)
    // The first definition of an id counts, as in Word.
    if (id !== undefined && !definitions.has(id)) definitions.set(id, definition)
  }

  const resolved = new Map<string, ParagraphStyle>()
  const hiding = new Map<string, boolean>()

  /** The styles from `id` to the one it is based on in the end, that one last; stops where the chain bites its tail or is already known. */
  function chain(id: string, known: ReadonlyMap<string, unknown>): readonly (readonly [string, Definition])[] {
    const found = new Map<string, Definition>()
    let next: string | undefined = id
    while (next !== undefined && !known.has(next) && !found.has(next)) {
      const definition = definitions.get(next)
      if (definition === undefined) break
      found.set(next, definition)
      next = definition.basedOn
    }
    return [...found]
  }

  return {
    paragraph(id) {
      const wanted = id !== undefined && definitions.get(id)?.type === 'paragraph' ? id : defaultId
      if (wanted === undefined) return plain
      const known = resolved.get(wanted)
      if (known !== undefined) return known
      for (const [key, definition] of chain(wanted, resolved).toReversed())
        resolved.set(key, inherit(key, definition, resolved.get(definition.basedOn ?? '') ?? plain))
      return resolved.get(wanted) ?? plain
    },
    hides(id) {
      for (const [key, definition] of chain(id, hiding).toReversed())
        hiding.set(key, definition.hidden ?? hiding.get(definition.basedOn ?? '') ?? false)
      return hiding.get(id) ?? false
    },
    numbering: (id) => definitions.get(id)?.numId,
  }
}

function inherit(id: string, own: Definition, base: ParagraphStyle): ParagraphStyle {
  const outline = own.outline ?? headingByName(own.name) ?? base.outline
  const numId = own.numId ?? base.numId
  const level = own.level ?? base.level
  const contents = isContentsStyle(own.name) || base.contents === true
  const numberedBy = own.numId === undefined && own.level === undefined ? base.numberedBy : id
  return {
    id,
    hidden: own.hidden ?? base.hidden,
    ...(contents && { contents }),
    ...(outline !== undefined && { outline }),
    ...(numId !== undefined && { numId }),
    ...(level !== undefined && { level }),
    ...(numberedBy !== undefined && { numberedBy }),
  }
}

/** The outline level that Word gives its built-in headings even where the style does not say so. */
function headingByName(name: string): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name.trim())?.[1]
  return level === undefined ? undefined : Number(level) - 1
}

function readDefinition(scanner: XmlScanner, definition: Definition): void {
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    switch (scanner.name) {
      case 'w:name':
        definition.name = scanner.attribute('w:val') ?? ''
        break
      case 'w:basedOn': {
        const base = scanner.attribute('w:val')
        if (base !== undefined) definition.basedOn = base
        break
      }
      case 'w:pPr': {
        const { numId, level, outline } = readParagraphProperties(scanner)
        if (numId !== undefined) definition.numId = numId
        if (level !== undefined) definition.level = level
        if (outline !== undefined) definition.outline = outline
        break
      }
      case 'w:rPr': {
        const { hidden } = readRunProperties(scanner)
        if (hidden !== undefined) definition.hidden = hidden
        break
      }
      // Conditional formats of a table style hold properties of their own.
      case 'w:tblStylePr':
        scanner.skip()
        break
    }
  }
}
