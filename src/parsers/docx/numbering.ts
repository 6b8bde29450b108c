/** The automatic numbering of a Word file: its definitions, and the counters that run through the document. */
import type { XmlScanner } from '../xml.ts'
import { formatNumber } from './numerals.ts'
import { integerOf, isOn } from './properties.ts'
import type { ParagraphStyle, Styles } from './styles.ts'
import { symbol } from './symbols.ts'

export interface Level {
  start?: number
  format?: string
  /** `w:lvlText`: `%1` stands for the number of the first level, and so on. */
  text?: string
  suffix?: string
  /** `w:lvlRestart`: starts again after this level, counted from 1; 0 never. */
  restart?: number
  legal?: boolean
  /** The paragraph style that means this level. */
  style?: string
  font?: string
  picture?: boolean
}

export interface Abstract {
  readonly levels: Level[]
  /** Id of the numbering style that holds the levels instead. */
  styleLink?: string
}

export interface Override {
  start?: number
  level?: Level
}

export interface Instance {
  abstract: number
  readonly overrides: Override[]
}

export interface Numbering {
  readonly abstracts: ReadonlyMap<number, Abstract>
  readonly instances: ReadonlyMap<number, Instance>
}

/** What stands in front of a numbered paragraph, the tab or space after it included; '' where there is no numbering. */
export type Numberer = (direct: { readonly numId?: number; readonly level?: number }, style: ParagraphStyle) => string

/** Levels of a list. */
const LEVELS = 9
/** Characters of a `w:lvlText` that are shown; the dialogue of Word takes fewer. */
const MAX_LEVEL_TEXT = 100

/** Reads `numbering.xml`; without one there is no numbering. */
export function readNumbering(scanner: XmlScanner | undefined): Numbering {
  const abstracts = new Map<number, Abstract>()
  const instances = new Map<number, Instance>()
  while (scanner?.next()) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:abstractNum') {
      const id = integerOf(scanner, 'w:abstractNumId')
      const abstract = readAbstract(scanner)
      if (id !== undefined && !abstracts.has(id)) abstracts.set(id, abstract)
    } else if (scanner.name === 'w:num') {
      const id = integerOf(scanner, 'w:numId')
      const instance = readInstance(scanner)
      if (id !== undefined && !instances.has(id)) instances.set(id, instance)
    }
  }
  return { abstracts, instances }
}

function readAbstract(scanner: XmlScanner): Abstract {
  const abstract: Abstract = { levels: [] }
  const depth = scanner.depth
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    if (scanner.name === 'w:lvl') {
      const index = integerOf(scanner, 'w:ilvl') ?? 0
      const level = readLevel(scanner)
      if (index < LEVELS) abstract.levels[index] ??= level
    } else if (scanner.name === 'w:numStyleLink') {
      const link = scanner.attribute('w:val')
      if (link !== undefined) abstract.styleLink = link
    }
  }
  return abstract
}

function readInstance(scanner: XmlScanner): Instance {
  const instance: Instance = { abstract: -1, overrides: [] }
  const depth = scanner.depth
  let override: Override | undefined
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    switch (scanner.name) {
      case 'w:abstractNumId':
        instance.abstract = integerOf(scanner, 'w:val') ?? -1
        break
      case 'w:lvlOverride': {
        const index = integerOf(scanner, 'w:ilvl') ?? 0
        override = index < LEVELS ? (instance.overrides[index] ??= {}) : {}
        break
      }
      case 'w:startOverride':
        if (override !== undefined) override.start = integerOf(scanner, 'w:val') ?? 0
        break
      case 'w:lvl': {
        const level = readLevel(scanner)
        if (override !== undefined) override.level = level
        break
      }
    }
  }
  return instance
}

function readLevel(scanner: XmlScanner): Level {
  const level: Level = {}
  const depth = scanner.depth
  // Newer formats stand in an alternative; its fallback comes last and must not win.
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start') continue
    switch (scanner.name) {
      case 'w:start':
        level.start = integerOf(scanner, 'w:val') ?? 0
        break
      case 'w:numFmt':
        level.format = scanner.attribute('w:val') ?? 'decimal'
        if (level.format === 'custom') level.format = customFormat(scanner.attribute('w:format') ?? '')
        break
      case 'w:lvlText':
        level.text = isOn(scanner.attribute('w:null') ?? '0')
          ? ''
          : (scanner.attribute('w:val') ?? '').slice(0, MAX_LEVEL_TEXT)
        break
      case 'w:suff':
        level.suffix = scanner.attribute('w:val') ?? 'tab'
        break
      case 'w:lvlRestart':
        level.restart = integerOf(scanner, 'w:val') ?? 0
        break
      case 'w:isLgl':
        level.legal = isOn(scanner.attribute('w:val'))
        break
      case 'w:pStyle': {
        const style = scanner.attribute('w:val')
        if (style !== undefined) level.style = style
        break
      }
      case 'w:lvlPicBulletId':
        level.picture = true
        break
      case 'w:rFonts': {
        const font = scanner.attribute('w:ascii') ?? scanner.attribute('w:hAnsi')
        if (font !== undefined) level.font = font
        break
      }
      case 'w:pPr':
      case 'mc:Fallback':
        scanner.skip()
        break
    }
  }
  return level
}

/** `w:format` shows the first numbers of its sequence: 01, 02, 03, …; only leading zeros are known here. */
function customFormat(format: string): string {
  return /^01\b/.test(format) ? 'decimalZero' : 'decimal'
}

interface Counters {
  /** The last number of each level; undefined before its first and after a restart. */
  readonly values: (number | undefined)[]
}

/** Starts the counters of one document. */
export function createNumberer({ abstracts, instances }: Numbering, styles: Styles): Numberer {
  const counters = new Map<number, Counters>()
  const startedAnew = new Map<number, boolean[]>()

  /** The list that an instance counts in; a list may borrow its levels from another by way of a numbering style. */
  function listOf(numId: number): readonly [number, Abstract, Instance] | undefined {
    const instance = instances.get(numId)
    let id = instance?.abstract ?? -1
    let abstract = abstracts.get(id)
    for (let hops = 0; hops < LEVELS && abstract?.styleLink !== undefined && abstract.levels.length === 0; hops++) {
      const linked = instances.get(styles.numbering(abstract.styleLink) ?? -1)
      id = linked?.abstract ?? -1
      abstract = abstracts.get(id)
    }
    return instance !== undefined && abstract !== undefined ? [id, abstract, instance] : undefined
  }

  return (direct, style) => {
    const numId = direct.numId ?? style.numId
    if (numId === undefined || numId === 0) return ''
    const list = listOf(numId)
    if (list === undefined) return ''
    const [abstractId, abstract, instance] = list
    const levelAt = (index: number): Level | undefined => instance.overrides[index]?.level ?? abstract.levels[index]
    const startOf = (index: number) => instance.overrides[index]?.start ?? levelAt(index)?.start ?? 0

    let index = direct.level ?? style.level ?? 0
    if (direct.numId === undefined && direct.level === undefined) {
      // A list that names the paragraph's style at one of its levels knows better than the style.
      const linked = abstract.levels.findIndex((l) => l?.style !== undefined && l.style === style.id)
      const inherited = abstract.levels.findIndex((l) => l?.style !== undefined && l.style === style.numberedBy)
      if (linked >= 0) index = linked
      else if (inherited >= 0) index = inherited
    }
    const level = levelAt(index)
    if (level === undefined) return ''

    let state = counters.get(abstractId)
    if (state === undefined) counters.set(abstractId, (state = { values: [] }))
    const { values } = state
    if (instance.overrides[index]?.start !== undefined) {
      let begun = startedAnew.get(numId)
      if (begun === undefined) startedAnew.set(numId, (begun = []))
      if (begun[index] !== true) values[index] = undefined
      begun[index] = true
    }
    // A level that was passed over counts as begun: after 1.1 without a 1 before it comes 2, as in Word.
    for (let upper = 0; upper < index; upper++) values[upper] ??= startOf(upper)
    const before = values[index]
    values[index] = before === undefined ? startOf(index) : before + 1
    for (let deeper = index + 1; deeper < LEVELS; deeper++) {
      const restart = levelAt(deeper)?.restart ?? deeper
      if (restart > index) values[deeper] = undefined
    }

    const numberAt = (i: number) => {
      const value = values[i]!
      const format = levelAt(i)?.format ?? 'decimal'
      return level.legal === true && format !== 'none' ? String(value) : formatNumber(value, format)
    }
    const label = labelOf(level, index, numberAt)
    if (label === '') return ''
    return label + (level.suffix === 'nothing' ? '' : level.suffix === 'space' ? ' ' : '\t')
  }
}

function labelOf(level: Level, index: number, numberAt: (level: number) => string): string {
  const pattern = level.text ?? ''
  if (level.picture === true) return '•'
  if (level.format === 'bullet') return [...pattern].map((char) => symbol(char, level.font) ?? '•').join('')
  return pattern.replace(/%([1-9])/g, (_, digit) => (Number(digit) - 1 <= index ? numberAt(Number(digit) - 1) : ''))
}
