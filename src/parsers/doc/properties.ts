/** Formats in a .doc file, as far as they decide what the reader sees as text: lists of single properties, each with its operand. */

/** Of a stretch of characters. */
export interface Character {
  deleted: boolean
  inserted: boolean
  /** `style`: as the styles say. */
  hidden: boolean | 'style' | 'unlike style'
  /** Index of a character style. */
  style: number
  /** A sign of a symbol font that stands in place of the character here. */
  symbol?: { readonly font: number; readonly code: number }
  /** Index of the font; bullets are characters of a symbol font. */
  font?: number
}

/** Of a paragraph. What is absent comes from its style. */
export interface Paragraph {
  /** Index of its style. */
  style: number
  /** 1-based index of its list; 0: none. */
  list?: number
  level?: number
  /** 0–9, 9 being body text. */
  outline?: number
  inTable: boolean
  /** How deep its table is nested, from 1. */
  depth: number
  /** It ends a row. */
  endsRow: boolean
  /** It ends a cell of a nested table. */
  endsCell: boolean
  /** Where the cells of the row that it ends begin and end; twips. */
  edges?: readonly number[]
}

/** Operand bytes by the upper three bits of a property's code; of the sixth kind the operand tells. */
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3]
/** What Word allows. */
const MAX_CELLS_IN_ROW = 63
const TABLE_DEFINITION = 0xd608
const TAB_CHANGES = 0xc615

/** Calls `visit` for each property in a list; stops where the list is damaged. `at` is the place of the operand. */
function eachProperty(list: Buffer, visit: (code: number, at: number, size: number) => void): void {
  let at = 0
  while (at + 2 <= list.length) {
    const code = list.readUInt16LE(at)
    at += 2
    let size = SIZES[code >> 13]!
    if (code === TABLE_DEFINITION) {
      if (at + 2 > list.length) return
      size = list.readUInt16LE(at) + 1
    } else if (size < 0) {
      if (at >= list.length) return
      size = list[at]! + 1
      // Changes of tabs that take more than a byte can tell count themselves.
      if (code === TAB_CHANGES && size === 256) {
        const cleared = list[at + 1] ?? 0
        size = 3 + cleared * 4 + (list[at + 2 + cleared * 4] ?? 0) * 3
      }
    }
    if (at + size > list.length) return
    visit(code, at, size)
    at += size
  }
}

export const plainCharacter = (): Character => ({ deleted: false, inserted: false, hidden: 'style', style: -1 })

export function setCharacter(to: Character, list: Buffer): Character {
  eachProperty(list, (code, at) => {
    const byte = list[at]!
    switch (code) {
      case 0x0800:
        to.deleted = byte !== 0
        break
      case 0x0801:
        to.inserted = byte !== 0
        break
      case 0x083c:
        to.hidden = byte === 0x80 ? 'style' : byte === 0x81 ? 'unlike style' : byte !== 0
        break
      case 0x4a30:
        to.style = list.readUInt16LE(at)
        break
      case 0x6a09:
        to.symbol = { font: list.readUInt16LE(at), code: list.readUInt16LE(at + 2) }
        break
      case 0x4a4f:
        to.font = list.readUInt16LE(at)
        break
    }
  })
  return to
}

export const plainParagraph = (): Paragraph => ({
  style: 0,
  inTable: false,
  depth: 1,
  endsRow: false,
  endsCell: false,
})

/** `long`: finds a list of properties that stands elsewhere, by its offset. */
export function setParagraph(to: Paragraph, list: Buffer, long?: (offset: number) => Buffer): Paragraph {
  eachProperty(list, (code, at, size) => {
    switch (code) {
      case 0x4600:
        to.style = list.readUInt16LE(at)
        break
      case 0x260a:
        to.level = Math.min(list[at]!, 8)
        break
      case 0x460b: {
        // Negative: the number was taken away.
        const index = list.readInt16LE(at)
        to.list = index > 0 && index < 0x7ff ? index : 0
        break
      }
      case 0x2640:
        to.outline = list[at]!
        break
      case 0x2416:
        to.inTable = list[at] !== 0
        break
      case 0x2417:
      case 0x244c:
        to.endsRow = list[at] !== 0
        break
      case 0x244b:
        to.endsCell = list[at] !== 0
        break
      case 0x6649:
        to.depth = Math.max(1, list.readInt32LE(at))
        break
      case 0x6646:
        if (long) setParagraph(to, long(list.readUInt32LE(at)))
        break
      case TABLE_DEFINITION: {
        const count = list[at + 2] ?? 0
        if (count > MAX_CELLS_IN_ROW || size < 3 + (count + 1) * 2) break
        to.edges = Array.from({ length: count + 1 }, (_, i) => list.readInt16LE(at + 3 + i * 2))
        break
      }
    }
  })
  return to
}
