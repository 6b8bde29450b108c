/** The styles and fonts of a .doc file. */
import type { ParagraphStyle } from '../docx/styles.ts'
import {
  type Character,
  type Paragraph,
  plainCharacter,
  plainParagraph,
  setCharacter,
  setParagraph,
} from './properties.ts'

export interface WordStyles {
  paragraph(index: number): ParagraphStyle
  /** Does a character style hide its text? */
  hides(index: number): boolean
}

const NONE = 0xfff
/** Built-in styles for the entries of a table of contents. */
const FIRST_CONTENTS = 19
const LAST_CONTENTS = 27
/** Styles based on one another; more is a circle. */
const MAX_CHAIN = 50

interface Definition {
  readonly base: number
  /** Built-in styles have a number; 1–9 are the headings. */
  readonly builtIn: number
  readonly paragraph: Paragraph
  readonly character: Character
}

export function readStyles(bytes: Buffer): WordStyles {
  const definitions = readDefinitions(bytes)
  const resolved = new Map<number, ParagraphStyle>()
  const chain = (index: number) => {
    const found: Definition[] = []
    for (let at = index; found.length < MAX_CHAIN; ) {
      const definition = definitions[at]
      if (!definition || found.includes(definition)) break
      found.push(definition)
      at = definition.base
    }
    return found
  }

  return {
    paragraph(index) {
      const known = resolved.get(index)
      if (known) return known
      const style: { -readonly [K in keyof ParagraphStyle]: ParagraphStyle[K] } = { id: String(index), hidden: false }
      for (const { builtIn, paragraph, character } of chain(index).toReversed()) {
        if (paragraph.list !== undefined) style.numId = paragraph.list
        if (paragraph.level !== undefined) style.level = paragraph.level
        if (paragraph.list !== undefined || paragraph.level !== undefined) style.numberedBy = String(index)
        const outline = paragraph.outline ?? (builtIn >= 1 && builtIn <= 9 ? builtIn - 1 : undefined)
        if (outline !== undefined) style.outline = outline
        style.hidden = hidden(character, style.hidden)
        if (builtIn >= FIRST_CONTENTS && builtIn <= LAST_CONTENTS) style.contents = true
      }
      resolved.set(index, style)
      return style
    },
    hides: (index) =>
      chain(index)
        .toReversed()
        .reduce((before, { character }) => hidden(character, before), false),
  }
}

const hidden = ({ hidden: own }: Character, inherited: boolean) =>
  own === 'style' ? inherited : own === 'unlike style' ? !inherited : own

function readDefinitions(bytes: Buffer): readonly (Definition | undefined)[] {
  if (bytes.length < 6) return []
  const definitions: (Definition | undefined)[] = []
  const headerSize = bytes.readUInt16LE(0)
  const count = bytes.readUInt16LE(2)
  const fixed = bytes.readUInt16LE(4)
  let at = 2 + headerSize
  for (let i = 0; i < count && at + 2 <= bytes.length; i++) {
    const size = bytes.readUInt16LE(at)
    const style = bytes.subarray(at + 2, at + 2 + size)
    definitions.push(size === 0 ? undefined : readDefinition(style, fixed))
    at += 2 + size + (size % 2)
  }
  return definitions
}

function readDefinition(style: Buffer, fixed: number): Definition | undefined {
  if (style.length < fixed + 2 || fixed < 10) return undefined
  const kind = style.readUInt16LE(2) & 0xf
  const definition: Definition = {
    base: style.readUInt16LE(2) >> 4,
    builtIn: style.readUInt16LE(0) & 0xfff,
    paragraph: plainParagraph(),
    character: plainCharacter(),
  }
  // The name, with its length before and a zero behind it; then the lists of properties, each at an even place.
  let at = fixed + 2 + style.readUInt16LE(fixed) * 2 + 2
  const next = () => {
    at += at % 2
    if (at + 2 > style.length) return Buffer.alloc(0)
    const size = style.readUInt16LE(at)
    at += 2 + size
    return style.subarray(at - size, at)
  }
  if (kind === 1) {
    setParagraph(definition.paragraph, next().subarray(2))
    setCharacter(definition.character, next())
  } else if (kind === 2) setCharacter(definition.character, next())
  return definition.base === NONE ? { ...definition, base: -1 } : definition
}

/** Names of the fonts, by index. */
export function readFonts(bytes: Buffer): readonly string[] {
  const fonts: string[] = []
  const count = bytes.length >= 4 ? bytes.readUInt16LE(0) : 0
  for (let i = 0, at = 4; i < count && at < bytes.length; i++) {
    const size = bytes[at]!
    fonts.push(
      bytes
        .subarray(at + 40, at + 1 + size)
        .toString('utf16le')
        .replace(/\0.*$/s, ''),
    )
    at += 1 + size
  }
  return fonts
}
