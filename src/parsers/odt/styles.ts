/** The styles of an OpenDocument text, as far as they decide what the reader sees as text. */
import type { XmlScanner } from '../xml.ts'
import { type ListStyle, readLevel } from './lists.ts'

export interface OdtStyles {
  readonly lists: Map<string, ListStyle>
  /** How headings are numbered that stand in no list. */
  readonly outline: ListStyle
  readonly definitions: Map<string, Definition>
}

interface Definition {
  parent?: string
  hidden?: boolean
  /** The list style that a paragraph style names; '' for none, against the outline. */
  list?: string
}

/** Styles based on one another; more is a circle. */
const MAX_CHAIN = 50

export const createStyles = (): OdtStyles => ({ lists: new Map(), outline: [], definitions: new Map() })

/** Reads the style that starts here, if it is one; later styles of a name do not count. */
export function readStyle(scanner: XmlScanner, styles: OdtStyles): void {
  switch (scanner.name) {
    case 'text:list-style': {
      const name = scanner.attribute('style:name')
      const list = readLevels(scanner, [])
      if (name !== undefined && !styles.lists.has(name)) styles.lists.set(name, list)
      break
    }
    case 'text:outline-style':
      readLevels(scanner, styles.outline)
      break
    case 'style:style':
      readDefinition(scanner, styles)
      break
  }
}

function readLevels(scanner: XmlScanner, list: ListStyle): ListStyle {
  const { depth } = scanner
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth))
    if (scanner.kind === 'start' && /^text:(?:list-level-style-|outline-level-style)/.test(scanner.name))
      readLevel(scanner, list)
  return list
}

function readDefinition(scanner: XmlScanner, { definitions }: OdtStyles): void {
  const { depth } = scanner
  const name = scanner.attribute('style:name')
  const family = scanner.attribute('style:family')
  const parent = scanner.attribute('style:parent-style-name')
  const list = scanner.attribute('style:list-style-name')
  const definition: Definition = { ...(parent !== undefined && { parent }), ...(list !== undefined && { list }) }
  while (scanner.next() && !(scanner.kind === 'end' && scanner.depth === depth)) {
    if (scanner.kind !== 'start' || scanner.name !== 'style:text-properties') continue
    const display = scanner.attribute('text:display')
    if (display !== undefined) definition.hidden = display === 'none'
  }
  const key = `${family} ${name}`
  if (!definitions.has(key)) definitions.set(key, definition)
}

/** What a style says of something, or the nearest style that it is based on. */
export function inherited<K extends 'hidden' | 'list'>(
  { definitions }: OdtStyles,
  family: 'paragraph' | 'text',
  name: string | undefined,
  what: K,
): Definition[K] | undefined {
  let at = name
  for (let hops = 0; at !== undefined && hops < MAX_CHAIN; hops++) {
    const definition = definitions.get(`${family} ${at}`)
    if (definition?.[what] !== undefined) return definition[what]
    at = definition?.parent
  }
  return undefined
}
