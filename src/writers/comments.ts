/** The parts of a Word file that hold comments: ours are put in and taken out, everybody else's stay as they are. */
import type { Span } from '../core.ts'
import { refuse, scanPart, type WordPackage } from '../parsers/docx/package.ts'
import { relationshipsOf } from '../parsers/relationships.ts'
import { decodePart } from '../parsers/xml.ts'
import type { Archive } from '../parsers/zip.ts'
import { encodePart } from './docx.ts'
import { AUTHOR, createMarker, escapeXml, INITIALS, tagName } from './markup.ts'

/** One comment, as its reader sees it: the first line stands out. */
export interface Comment {
  readonly id: number
  readonly lines: readonly string[]
}

/** Parts by name, as they are to be written. */
export type Parts = Map<string, Uint8Array>

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** The part with the document's comments, if it has one. */
export function commentsPart({ targets }: WordPackage, archive: Archive): { name: string; xml: string } | undefined {
  const name = targets('comments').find((target) => archive.has(target))
  return name === undefined ? undefined : { name, xml: decodePart(archive.read(name)!, refuse) }
}

/** Numbers of the comments in a part. */
export function commentIds(xml: string): number[] {
  return [...xml.matchAll(/<(?:[\w.-]+:)?comment\s[^>]*?[\w.-]+:id\s*=\s*["'](-?\d+)["']/g)].map((m) => Number(m[1]))
}

/**
 * The parts to write so that the document has these comments besides those that it has: `comments` is the one that holds them, as text,
 * `parts` are what makes it known where there was none.
 */
export function addComments(
  file: WordPackage,
  archive: Archive,
  added: readonly Comment[],
  date: string,
): { readonly comments: { readonly name: string; readonly xml: string }; readonly parts: Parts } {
  const old = commentsPart(file, archive)
  const parts: Parts = new Map()
  const { namespace, strict } = rootOf(file.main.xml)
  const xml = old?.xml ?? `${HEAD}<w:comments xmlns:w="${namespace}"></w:comments>`
  const { prefix, declaration } = createMarker(xml, date, () => 0)
  const elements = added.map((comment) => commentXml(comment, prefix, declaration, date)).join('')
  // A relationship may have outlived its part.
  const promised = file.targets('comments')[0]
  const name = old?.name ?? promised ?? freeName(archive, file.main.name)
  const comments = { name, xml: insideRoot(xml, elements) }
  if (old) return { comments, parts }

  const related = relationshipsOf(file.main.name)
  const office = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument'
    : 'http://schemas.openxmlformats.org/officeDocument/2006'
  extend(parts, archive, related, `${PACKAGE}/relationships`, 'Relationships', (xml, prefix) => {
    if (promised !== undefined) return ''
    let id = 1
    while (xml.includes(`"rId${id}"`) || xml.includes(`'rId${id}'`)) id++
    const target = name.slice(name.lastIndexOf('/') + 1)
    return `<${prefix}Relationship Id="rId${id}" Type="${office}/relationships/comments" Target="${target}"/>`
  })
  extend(parts, archive, '[Content_Types].xml', `${PACKAGE}/content-types`, 'Types', (xml, prefix) => {
    if (xml.toLowerCase().includes(`"/${name.toLowerCase()}"`)) return ''
    return `<${prefix}Override PartName="/${name}" ContentType="${TYPE}"/>`
  })
  return { comments, parts }
}

function rootOf(xml: string): { namespace: string; strict: boolean } {
  const scanner = scanPart(xml)
  while (scanner.next() && scanner.kind !== 'start');
  const name = tagName(xml, scanner.start)
  const namespace = scanner.namespace(name.includes(':') ? name.slice(0, name.indexOf(':')) : '') ?? ''
  return { namespace, strict: namespace === STRICT }
}

function freeName(archive: Archive, main: string): string {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  let name = `${folder}comments.xml`
  for (let n = 2; archive.has(name); n++) name = `${folder}comments${n}.xml`
  return name
}

/** Puts an element at the end of a part of the package itself, which is made where it is missing. */
function extend(
  written: Parts,
  archive: Archive,
  name: string,
  namespace: string,
  root: string,
  element: (xml: string, prefix: string) => string,
): void {
  const old = archive.read(name)
  const xml = old ? decodePart(old, refuse) : `${HEAD}<${root} xmlns="${namespace}"></${root}>`
  const scanner = scanPart(xml)
  while (scanner.next() && scanner.kind !== 'start');
  const tag = tagName(xml, scanner.start)
  const prefix = tag.slice(0, tag.indexOf(':') + 1)
  const added = element(xml, prefix)
  if (added !== '') written.set(name, encodePart(insideRoot(xml, added), old))
}

/** `xml` with `added` at the end of its root element. */
function insideRoot(xml: string, added: string): string {
  const scanner = scanPart(xml)
  while (scanner.next() && scanner.kind !== 'start');
  const { start, end } = scanner
  const name = tagName(xml, start)
  scanner.skip()
  // An empty element has no end tag yet.
  if (scanner.start === end && scanner.end === end)
    return `${xml.slice(0, end).replace(/\s*\/>$/, '>')}${added}</${name}>${xml.slice(end)}`
  return xml.slice(0, scanner.start) + added + xml.slice(scanner.start)
}

/** What Word and WPS show of a comment must not look like the draft: body text has indents and wide lines. */
function commentXml({ id, lines }: Comment, w: string, declaration: string, date: string): string {
  const layout = `<${w}pPr><${w}spacing ${w}before="0" ${w}after="0" ${w}line="240" ${w}lineRule="auto"/><${w}ind ${w}left="0" ${w}right="0" ${w}firstLineChars="0" ${w}firstLine="0"/><${w}jc ${w}val="left"/></${w}pPr>`
  const size = `<${w}sz ${w}val="20"/><${w}szCs ${w}val="20"/>`
  const paragraphs = lines.map((line, i) => {
    const look = `<${w}rPr>${i === 0 ? `<${w}b/>` : ''}${size}</${w}rPr>`
    const mark = i === 0 ? `<${w}r>${look}<${w}annotationRef/></${w}r>` : ''
    return `<${w}p>${layout}${mark}<${w}r>${look}<${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r></${w}p>`
  })
  return `<${w}comment${declaration} ${w}id="${id}" ${w}author="${AUTHOR}" ${w}date="${date}" ${w}initials="${INITIALS}">${paragraphs.join('')}</${w}comment>`
}

// ------------------------------------------------------------------------------------------------- taking out

/** The parts to write so that our comments of an earlier run are gone, with their marks; empty where there are none. */
export function removeOwn(file: WordPackage, archive: Archive): Parts {
  const written: Parts = new Map()
  const old = commentsPart(file, archive)
  if (!old?.xml.includes(AUTHOR)) return written
  const { xml, ids, paragraphs } = withoutOwn(old.xml)
  if (ids.size === 0) return written
  const put = (name: string, text: string) => written.set(name, encodePart(text, archive.read(name)))
  put(old.name, xml)
  put(file.main.name, withoutMarks(file.main.xml, ids))

  // Word keeps what it knows about comments in parts of their own, by the number of their last paragraph.
  const durable = new Set<string>()
  for (const kind of ['commentsExtended', 'commentsIds', 'commentsExtensible'])
    for (const name of file.targets(kind)) {
      const part = archive.has(name) ? decodePart(archive.read(name)!, refuse) : undefined
      if (part !== undefined) put(name, withoutEntries(part, paragraphs, durable))
    }
  return written
}

function withoutOwn(xml: string): { xml: string; ids: Set<string>; paragraphs: Set<string> } {
  const scanner = scanPart(xml)
  const [ids, paragraphs] = [new Set<string>(), new Set<string>()]
  const cut = cutter(xml)
  while (scanner.next()) {
    if (scanner.kind !== 'start' || scanner.name !== 'w:comment' || scanner.attribute('w:author') !== AUTHOR) continue
    const { start } = scanner
    ids.add(scanner.attribute('w:id') ?? '')
    scanner.skip()
    for (const [, id] of xml.slice(start, scanner.end).matchAll(/:paraId\s*=\s*["']([0-9A-Fa-f]+)/g))
      paragraphs.add(id!.toUpperCase())
    cut.out(start, scanner.end)
  }
  return { xml: cut.rest().replace(DIGEST, ''), ids, paragraphs }
}

/** What `writers/own.ts` signs a copy with. */
export const DIGEST = /<!--burden-lint ([0-9a-f]{64}) (\w*)-->/

function withoutMarks(xml: string, ids: ReadonlySet<string>): string {
  const scanner = scanPart(xml)
  const cuts: Span[] = []
  /** Runs that are open, each in a text box of the one before: references of ours in it, and whether it holds anything else. */
  const runs: { start: number; depth: number; references: Span[]; more: boolean }[] = []
  while (scanner.next()) {
    const { name, depth, start, kind } = scanner
    const run = runs.at(-1)
    if (kind === 'end' && run?.depth === depth) {
      runs.pop()
      if (run.references.length === 0) continue
      cuts.push(...(run.more ? run.references : [{ start: run.start, end: scanner.end }]))
    }
    if (kind !== 'start') continue
    const isMark = name === 'w:commentRangeStart' || name === 'w:commentRangeEnd' || name === 'w:commentReference'
    if (isMark && ids.has(scanner.attribute('w:id') ?? '')) {
      scanner.skip()
      const cut = { start, end: scanner.end }
      if (name === 'w:commentReference' && run) run.references.push(cut)
      else cuts.push(cut)
    } else if (name === 'w:rPr') scanner.skip()
    else if (name === 'w:r') {
      if (run) run.more = true
      runs.push({ start, depth, references: [], more: false })
    } else if (run) run.more = true
  }
  const cut = cutter(xml)
  let reached = 0
  for (const { start, end } of cuts.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= reached) cut.out(start, end)
    reached = Math.max(reached, end)
  }
  return cut.rest()
}

/** Without the entries of these comments; an answer to one of them becomes a comment of its own. */
function withoutEntries(xml: string, paragraphs: ReadonlySet<string>, durable: Set<string>): string {
  const scanner = scanPart(xml)
  const cut = cutter(xml)
  while (scanner.next()) {
    if (scanner.kind !== 'start' || scanner.depth !== 2) continue
    const { start, end } = scanner
    const tag = xml.slice(start, end)
    const of = (name: string) =>
      new RegExp(`[\\s:]${name}\\s*=\\s*["']([0-9A-Fa-f]+)`).exec(tag)?.[1]?.toUpperCase() ?? ''
    scanner.skip()
    if (paragraphs.has(of('paraId'))) {
      if (of('durableId') !== '') durable.add(of('durableId'))
      cut.out(start, scanner.end)
    } else if (durable.has(of('durableId'))) cut.out(start, scanner.end)
    else if (paragraphs.has(of('paraIdParent'))) {
      const answer = /\s(?:[\w.-]+:)?paraIdParent\s*=\s*(?:"[^"]*"|'[^']*')/.exec(tag)!
      cut.out(start + answer.index, start + answer.index + answer[0].length)
    }
  }
  return cut.rest()
}

/** Takes stretches out of a text, in order. */
function cutter(text: string) {
  const parts: string[] = []
  let from = 0
  return {
    out(start: number, end: number) {
      parts.push(text.slice(from, start))
      from = end
    },
    rest: () => parts.join('') + text.slice(from),
  }
}
