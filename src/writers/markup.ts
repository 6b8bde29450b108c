/** The elements that are put into a Word file, in the words of that file: its dialect of the format and its prefixes. */
import { refuse, scanPart } from '../parsers/docx/package.ts'
import type { TextElement } from './outline.ts'

/** Who comments. Comments that bear this name are ours, and are replaced. */
export const AUTHOR = 'burden-lint'
export const INITIALS = 'BL'

export interface Marker {
  /** Of the elements that it makes, with the colon. */
  readonly prefix: string
  /** What each of its elements has to declare, or ''. */
  readonly declaration: string
  /** Do the white space at the ends of a text count? */
  preserves(xml: string, text: TextElement): boolean
  /** Does a tag declare namespaces, so that it cannot be written again by its name? */
  declares(xml: string, from: number, to: number): boolean
  rangeStart(id: number): string
  rangeEnd(id: number): string
  /** The run that refers to a comment. */
  reference(id: number): string
  deletionStart(): string
  readonly deletionEnd: string
  insertion(run: string): string
  /** A start tag with a number that nothing else has. */
  renumbered(tag: string): string
}

/** What may be written in a part: `xml` begins with the root element that decides on it. `nextId` gives numbers that nothing has. */
export function createMarker(xml: string, date: string, nextId: () => number): Marker {
  const { prefix, declaration } = dialectOf(xml)
  const root = /<[A-Za-z_][^>]*>/.exec(xml)?.[0] ?? ''
  const rootPreserves = /\sxml:space\s*=\s*["']preserve/.test(root)
  const id = `${prefix}id`
  const author = () => ` ${id}="${nextId()}" ${prefix}author="${AUTHOR}" ${prefix}date="${date}"`
  const mark = (name: string, n: number) => `<${prefix}${name}${declaration} ${id}="${n}"/>`
  return {
    prefix,
    declaration,
    preserves(xml, { tag, start }) {
      const own = /\sxml:space\s*=\s*["'](\w+)/.exec(xml.slice(tag, start))?.[1]
      return own === undefined ? rootPreserves : own === 'preserve'
    },
    declares: (xml, from, to) => xml.slice(from, to).includes('xmlns'),
    rangeStart: (n) => mark('commentRangeStart', n),
    rangeEnd: (n) => mark('commentRangeEnd', n),
    reference: (n) => `<${prefix}r${declaration}><${prefix}commentReference ${id}="${n}"/></${prefix}r>`,
    deletionStart: () => `<${prefix}del${declaration}${author()}>`,
    deletionEnd: `</${prefix}del>`,
    insertion: (run) => `<${prefix}ins${declaration}${author()}>${run}</${prefix}ins>`,
    renumbered: (tag) => tag.replace(/(\s(?:[\w.-]+:)?id\s*=\s*["'])[^"']*/, (_, head) => `${head}${nextId()}`),
  }
}

/** The prefix that stands for Word's namespace in the whole part; where there is none, one is declared with each element. */
function dialectOf(xml: string): { prefix: string; declaration: string } {
  const scanner = scanPart(xml)
  while (scanner.next() && scanner.kind !== 'start');
  const root = tagName(xml, scanner.start)
  const own = root.includes(':') ? root.slice(0, root.indexOf(':')) : ''
  const uri = scanner.namespace(own)
  if (uri === undefined) throw refuse('invalid', '正文没有声明命名空间')
  const head = xml.slice(scanner.start, scanner.end)
  const bound = [...head.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].filter((m) => m[2] === uri)
  // Attributes need a prefix, even where the elements have none.
  const prefix = bound.find((m) => m[1] === own)?.[1] ?? bound[0]?.[1]
  if (prefix !== undefined && isConstant(xml, prefix, uri)) return { prefix: `${prefix}:`, declaration: '' }
  return { prefix: 'w:', declaration: ` xmlns:w="${escapeXml(uri).replaceAll('"', '&quot;')}"` }
}

function isConstant(xml: string, prefix: string, uri: string): boolean {
  const name = `xmlns:${prefix}`
  for (let at = xml.indexOf(name); at >= 0; at = xml.indexOf(name, at + 1)) {
    const value = /^\s*=\s*["']([^"']*)/.exec(xml.slice(at + name.length, at + name.length + uri.length + 20))
    if (value && value[1] !== uri) return false
  }
  return true
}

/** The name of the tag that starts at an offset, as it is written. */
export function tagName(xml: string, at: number): string {
  const name = /[^\s/>]+/y
  name.lastIndex = at + 1
  return name.exec(xml)?.[0] ?? ''
}

/** Text as XML may hold it; what it may not hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
}
