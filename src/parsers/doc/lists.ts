/** The automatic numbering of a .doc file, in the form in which that of a .docx file is counted. */
import type { Abstract, Instance, Level, Numbering } from '../docx/numbering.ts'
import { plainCharacter, setCharacter } from './properties.ts'

const LIST = 28
const OVERRIDE = 16
const LEVEL = 28
const LEVELS = 9
/** No style is linked to the level. */
const NO_STYLE = 0xfff
/** Formats of numbers by their code. */
const FORMATS: readonly string[] =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'.split(
    ' ',
  )
const NUMBER_IN_DASH = 57
const NO_NUMBER = 255

/** The name of a number format by its code, which .doc and .rtf share. */
function numberFormat(code: number): string {
  return code === NO_NUMBER ? 'none' : code === NUMBER_IN_DASH ? 'numberInDash' : (FORMATS[code] ?? 'decimal')
}

interface Cursor {
  at: number
}

/** `lists` is the table of lists with the levels behind it, `overrides` that of the lists as paragraphs name them. */
export function readLists(
  lists: { readonly bytes: Buffer; readonly rest: Buffer },
  overrides: Buffer,
  fonts: readonly string[],
): Numbering {
  const abstracts = new Map<number, Abstract>()
  const count = lists.bytes.length >= 2 ? lists.bytes.readUInt16LE(0) : 0
  const cursor: Cursor = { at: 0 }
  for (let i = 0; i < count; i++) {
    const from = 2 + i * LIST
    if (from + LIST > lists.bytes.length) break
    const levels: Level[] = []
    const simple = (lists.bytes[from + 26]! & 1) === 1
    for (let index = 0; index < (simple ? 1 : LEVELS); index++) {
      const level = readLevel(lists.rest, cursor, fonts)
      if (!level) break
      const style = lists.bytes.readUInt16LE(from + 8 + index * 2)
      levels.push(style === NO_STYLE ? level : { ...level, style: String(style) })
    }
    const id = lists.bytes.readInt32LE(from)
    if (!abstracts.has(id)) abstracts.set(id, { levels })
  }
  return { abstracts, instances: readInstances(overrides, fonts) }
}

function readInstances(bytes: Buffer, fonts: readonly string[]): ReadonlyMap<number, Instance> {
  const instances = new Map<number, Instance>()
  const count = Math.min(bytes.length >= 4 ? bytes.readUInt32LE(0) : 0, Math.floor((bytes.length - 4) / OVERRIDE))
  const cursor: Cursor = { at: 4 + count * OVERRIDE }
  for (let i = 0; i < count; i++) {
    const from = 4 + i * OVERRIDE
    const instance: Instance = { abstract: bytes.readInt32LE(from), overrides: [] }
    instances.set(i + 1, instance)
    // A character position that means nothing stands before the levels.
    cursor.at += 4
    for (let n = bytes[from + 12]!; n > 0; n--) {
      if (cursor.at + 8 > bytes.length) return instances
      const start = bytes.readInt32LE(cursor.at)
      const flags = bytes.readUInt32LE(cursor.at + 4)
      cursor.at += 8
      const override = (instance.overrides[Math.min(flags & 0xf, LEVELS - 1)] ??= {})
      const level = flags & 0x20 ? readLevel(bytes, cursor, fonts) : undefined
      if (level) override.level = level
      if (flags & 0x10) override.start = level?.start ?? Math.max(0, start)
    }
  }
  return instances
}

function readLevel(bytes: Buffer, cursor: Cursor, fonts: readonly string[]): Level | undefined {
  const { at } = cursor
  if (at + LEVEL > bytes.length) return undefined
  const flags = bytes[at + 5]!
  const characterSize = bytes[at + 24]!
  const paragraphSize = bytes[at + 25]!
  const formats = at + LEVEL + paragraphSize
  const textAt = formats + characterSize
  if (textAt + 2 > bytes.length) return undefined
  const size = bytes.readUInt16LE(textAt)
  cursor.at = textAt + 2 + size * 2
  const { font } = setCharacter(plainCharacter(), bytes.subarray(formats, textAt))
  const name = font === undefined ? undefined : fonts[font]
  const follow = bytes[at + 15]!
  return {
    start: Math.max(0, bytes.readInt32LE(at)),
    format: numberFormat(bytes[at + 4]!),
    text: bytes
      .subarray(textAt + 2, cursor.at)
      .toString('utf16le')
      // Where the numbers of the levels go stand their indices.
      .replace(/[\0-\x08]/g, (char) => `%${char.charCodeAt(0) + 1}`)
      .slice(0, 100),
    suffix: follow === 1 ? 'space' : follow === 2 ? 'nothing' : 'tab',
    legal: (flags & 0x04) !== 0,
    ...(flags & 0x08 && { restart: bytes[at + 26]! }),
    ...(name !== undefined && { font: name }),
  }
}
