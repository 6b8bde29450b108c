/** What a Word file says its text looks like: defaults, styles, theme, and what paragraphs and runs say themselves. */
import type { XmlScanner } from '../xml.ts'
import { pointsOf, sizeOf } from './measures.ts'
import { isOn } from './properties.ts'

/** How characters look; what is absent comes from the style. */
export interface Face {
  style?: string
  /** The East Asian font, or `+major` and `+minor` for those of the theme. */
  font?: string
  /** Points. */
  size?: number
  /** RRGGBB in capitals, '' where it is automatic. */
  colour?: string
}

/** How a paragraph stands; what is absent comes from the style. */
export interface Stand {
  style?: string
  align?: 'left' | 'center' | 'right' | 'justify'
  /** Points for `exact` and `least`, a multiple of the font's own distance for `auto`. */
  line?: { rule: 'exact' | 'least' | 'auto'; value: number }
  /** Do its lines keep to the grid of the page? */
  snaps?: boolean
  /** A frame: `w:xAlign`, '' where it has none. */
  frame?: string
}

export interface Typefaces {
  /** A paragraph inside a table of style `table`, with the face that its text has of it. */
  paragraph(own: Stand, table: string | undefined): { readonly stand: Stand; readonly face: Face }
  /** A run in a paragraph that looks like `around`. */
  run(own: Face, around: Face): Face
}

interface Definition extends Face {
  readonly type: string
  basedOn?: string
  stand: Stand
}

const ALIGNMENTS: Readonly<Record<string, Stand['align']>> = {
  left: 'left',
  start: 'left',
  right: 'right',
  end: 'right',
  center: 'center',
}
/** Word's largest distance of lines, in points; what is beyond was never meant. */
const MAX_LINE = 1584

/** Reads `w:rPr`, from its start tag to its end tag. */
export function readFace(scanner: XmlScanner): Face {
  const face: Face = {}
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    const value = scanner.attribute('w:val')
    if (scanner.name === 'w:rStyle' && value !== undefined) face.style = value
    else if (scanner.name === 'w:rFonts') {
      const theme = scanner.attribute('w:eastAsiaTheme')
      const font = theme === undefined ? scanner.attribute('w:eastAsia') : /^major/.test(theme) ? '+major' : '+minor'
      if (font !== undefined && font.trim() !== '') face.font = font.trim()
    } else if (scanner.name === 'w:sz') {
      const size = sizeOf(value)
      if (size !== undefined) face.size = size
    } else if (scanner.name === 'w:color') face.colour = /^[\da-f]{6}$/i.test(value ?? '') ? value!.toUpperCase() : ''
    // `w:rPrChange` holds what was before a tracked change.
    scanner.skip()
  }
  return face
}

/** Reads `w:pPr`, from its start tag to its end tag; `other` is shown what else is in it, at its start tag. */
export function readStand(scanner: XmlScanner, other?: () => void): Stand {
  const stand: Stand = {}
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    const value = scanner.attribute('w:val')
    if (scanner.name === 'w:pStyle' && value !== undefined) stand.style = value
    else if (scanner.name === 'w:jc') stand.align = ALIGNMENTS[value ?? ''] ?? 'justify'
    else if (scanner.name === 'w:spacing') {
      const line = lineOf(scanner)
      if (line !== undefined) stand.line = line
    } else if (scanner.name === 'w:snapToGrid') stand.snaps = isOn(value)
    else if (scanner.name === 'w:framePr' && scanner.attribute('w:dropCap') === undefined)
      stand.frame = scanner.attribute('w:xAlign') ?? ''
    else if (scanner.name === 'w:sectPr') {
      other?.()
      continue
    }
    scanner.skip()
  }
  return stand
}

function lineOf(scanner: XmlScanner): Stand['line'] {
  const points = pointsOf(scanner.attribute('w:line'))
  if (points === undefined || points <= 0 || points > MAX_LINE) return undefined
  const rule = scanner.attribute('w:lineRule')
  return rule === 'exact' || rule === 'atLeast'
    ? { rule: rule === 'exact' ? 'exact' : 'least', value: points }
    : { rule: 'auto', value: points / 12 }
}

/** `theme`: its East Asian fonts. Without a part of styles there are none. */
export function readTypefaces(
  scanner: XmlScanner | undefined,
  theme: { readonly major?: string; readonly minor?: string },
): Typefaces {
  const definitions = new Map<string, Definition>()
  const usual: { stand: Stand; face: Face } = { stand: {}, face: {} }
  let standard: string | undefined
  while (scanner?.next()) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:latentStyles') scanner.skip()
    else if (scanner.name === 'w:rPrDefault') readDefaults(scanner, usual)
    else if (scanner.name === 'w:pPrDefault') readDefaults(scanner, usual)
    if (scanner.name !== 'w:style' || scanner.kind !== 'start') continue
    const id = scanner.attribute('w:styleId')
    const type = scanner.attribute('w:type') ?? 'paragraph'
    if (type === 'paragraph' && isOn(scanner.attribute('w:default') ?? '0')) standard ??= id
    const definition = readDefinition(scanner, type)
    if (id !== undefined && !definitions.has(id)) definitions.set(id, definition)
  }

  const resolved = new Map<string, { stand: Stand; face: Face }>()
  /** What a style and those that it is based on say together; stops where the chain bites its tail or is already known. */
  function style(id: string | undefined, type: string): { stand: Stand; face: Face } {
    const chain: [string, Definition][] = []
    const seen = new Set<string>()
    let next = id
    while (next !== undefined && !seen.has(next) && !resolved.has(next)) {
      const definition = definitions.get(next)
      if (definition?.type !== type) break
      seen.add(next)
      chain.push([next, definition])
      next = definition.basedOn
    }
    let result = (next !== undefined && !seen.has(next) && resolved.get(next)) || { stand: {}, face: {} }
    for (const [key, definition] of chain.toReversed()) {
      result = { stand: { ...result.stand, ...definition.stand }, face: over(result.face, definition) }
      resolved.set(key, result)
    }
    return result
  }

  return {
    paragraph(own, table) {
      const inTable = style(table, 'table')
      const wanted = own.style !== undefined && definitions.get(own.style)?.type === 'paragraph' ? own.style : standard
      const styled = style(wanted, 'paragraph')
      return {
        stand: { ...usual.stand, ...inTable.stand, ...styled.stand, ...own },
        face: over(over(usual.face, inTable.face), styled.face),
      }
    },
    run(own, around) {
      const face = over(over(around, style(own.style, 'character').face), own)
      if (face.font === '+major' || face.font === '+minor') {
        const font = face.font === '+major' ? theme.major : theme.minor
        if (font === undefined) delete face.font
        else face.font = font
      }
      return face
    },
  }
}

/** `own` where it says something, otherwise `base`. */
function over(base: Face, own: Face): Face {
  const face: Face = { ...base }
  if (own.font !== undefined) face.font = own.font
  if (own.size !== undefined) face.size = own.size
  if (own.colour !== undefined) face.colour = own.colour
  return face
}

function readDefaults(scanner: XmlScanner, usual: { stand: Stand; face: Face }): void {
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:rPr') usual.face = readFace(scanner)
    else if (scanner.name === 'w:pPr') usual.stand = readStand(scanner, () => scanner.skip())
  }
}

function readDefinition(scanner: XmlScanner, type: string): Definition {
  const definition: Definition = { type, stand: {} }
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:basedOn') {
      const base = scanner.attribute('w:val')
      if (base !== undefined) definition.basedOn = base
    } else if (scanner.name === 'w:pPr') {
      const { style: _, ...stand } = readStand(scanner, () => scanner.skip())
      definition.stand = stand
    } else if (scanner.name === 'w:rPr') {
      const { style: _, ...face } = readFace(scanner)
      Object.assign(definition, face)
    }
    // Conditional formats of a table style hold properties of their own.
    else if (scanner.name === 'w:tblStylePr') scanner.skip()
  }
  return definition
}

/** The East Asian fonts of a theme; `script`: whose (`Hans`), where it names none for all. */
export function readTheme(scanner: XmlScanner | undefined, script: string): { major?: string; minor?: string } {
  const theme: { major?: string; minor?: string } = {}
  let which: 'major' | 'minor' | undefined
  while (scanner?.next()) {
    if (scanner.kind === 'end' && /^a:m(?:aj|in)orFont$/.test(scanner.name)) which = undefined
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'a:majorFont') which = 'major'
    else if (scanner.name === 'a:minorFont') which = 'minor'
    else if (which !== undefined && scanner.name === 'a:ea') {
      const font = scanner.attribute('typeface')
      if (font) theme[which] = font
    } else if (which !== undefined && scanner.name === 'a:font' && scanner.attribute('script') === script) {
      const font = scanner.attribute('typeface')
      if (font) theme[which] ??= font
    }
  }
  return theme
}
