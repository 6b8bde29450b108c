/**
 * What the words of a Word file stand in: fields, content controls, links, the tracked insertions of somebody else; what is struck out or raised; and what
 * nobody reads between them. No edit may carry words from one into another.
 */

import { scanPart } from '../parsers/docx/package.ts'
import { isOn } from '../parsers/docx/properties.ts'
import type { Run } from '../parsers/docx.ts'
import type { XmlScanner } from '../parsers/xml.ts'
import { lastAtMost } from '../sorted-lists.ts'

export interface Place {
  /** What has the same number stands side by side, with no border in between. */
  readonly stretch: number
  /** What has the same number is read side by side by everybody: nothing was struck out, hidden, deleted, put in by somebody or drawn in between. */
  readonly joint: number
  /** What has the same number stands between two borders of any kind, those of bookmarks too. */
  readonly fragment: number
  /** Would what it stands in be there for nothing without it: a link, a bookmark, a comment's words? */
  readonly marked: boolean
  /** Does it stand in something within its paragraph? */
  readonly held: boolean
  /** Does Word, or another program, write the words there anew, so that a correction would not last? Or must nobody change them? */
  readonly closed: boolean
}

/** In these, whatever is taken from one side of the border to the other changes what it is. What was deleted by somebody parts what stands around it. */
const BORDERED = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:sdt',
  'w:fldSimple',
  'w:ruby',
  'm:oMath',
  'm:oMathPara',
])
const DELETED = new Set(['w:del', 'w:moveFrom'])
/** Whoever refuses a revision reads other words beside those that stay. */
const REVISED = new Set(['w:ins', 'w:moveTo'])
/** What stands among the words and is none of them. */
const DRAWN = new Set(['w:drawing', 'w:pict', 'w:object', 'w:footnoteReference', 'w:endnoteReference'])
/** It stands beside the words, not among them. */
const FLOATING = /<(?:w:txbxContent|wp:anchor)[\s>]|position:\s*absolute/
/** How much of a long element is looked at. */
const HEAD = 4000
/** What begins and ends anywhere, whose ends name it by a number. */
const RANGE = /^w:(bookmark|commentRange)(Start|End)$/
/** Fields whose result was typed by somebody and stays as it is; all others are computed again. */
const TYPED = /^\s*(?:HYPERLINK|FORMTEXT)\b/i
/** Content controls that show what is kept elsewhere, or that are locked. */
const BOUND =
  /<(?:[\w.-]+:)?(?:dataBinding|dropDownList)[\s/>]|<(?:[\w.-]+:)?lock\s[^>]*["'](?:sdtContentLocked|contentLocked)["']/

/** Whatever has a border and is open. */
interface Container {
  readonly depth: number
  readonly held: boolean
  readonly isLink: boolean
  closed: boolean
}

/** A field that is made of marks; its end may stand in another paragraph. */
interface Field extends Container {
  code: string
  inResult: boolean
}

/** What stands between two borders. */
interface Fragment {
  /** Offset in the part. */
  readonly start: number
  readonly stretch: number
  readonly joint: number
  readonly marked: boolean
  readonly within: readonly Container[]
}

/** The place of what is written at an offset of the document part, whose runs are `runs`. Throws `UnreadableError` for broken XML. */
export function openPlaces(xml: string, runs: readonly Run[]): (offset: number) => Place {
  const fragments = fragmentsIn(xml, new Set(runs.map(({ element }) => element)))
  return (offset) => {
    const fragment = lastAtMost(fragments.length, (i) => fragments[i]!.start, offset)
    const { within, stretch, joint, marked } = fragments[fragment]!
    return {
      stretch,
      joint,
      fragment,
      marked,
      held: within.some(({ held }) => held),
      closed: within.some(({ closed }) => closed),
    }
  }
}

/** `read`: where the runs begin whose words are read. */
function fragmentsIn(xml: string, read: ReadonlySet<number>): readonly Fragment[] {
  const scanner = scanPart(xml)
  const fragments: Fragment[] = [{ start: 0, stretch: 0, joint: 0, marked: false, within: [] }]
  const open: Container[] = []
  const fields: Field[] = []
  const ranges = new Set<string>()
  /** Paragraphs that are open: one in a text box stands in another. */
  let paragraphs = 0
  /** Of what is written in two ways only one is read; the other is no gap in it. */
  let alternatives = 0
  let stretch = 0
  let joint = 0
  /** The run that is open, and how its words look; how those before them did. */
  let run = { start: -1, depth: -1, look: '' }
  let look = ''
  const push = (start: number) => {
    const marked = ranges.size > 0 || open.some(({ isLink }) => isLink)
    fragments.push({ start, stretch, joint, marked, within: [...open, ...fields] })
  }
  const border = (start: number, parts = false) => {
    stretch++
    if (parts) joint++
    push(start)
  }
  while (scanner.next()) {
    const { kind, name, depth } = scanner
    if (kind === 'end') {
      if (name === 'w:p') paragraphs--
      else if (name === 'mc:AlternateContent') alternatives--
      if (open.at(-1)?.depth !== depth) continue
      open.pop()
      border(scanner.end, REVISED.has(name))
    } else if (kind !== 'start') continue
    else if (name === 'w:p') paragraphs++
    else if (name === 'mc:AlternateContent') alternatives++
    else if (name === 'w:r') run = { start: scanner.start, depth, look: '' }
    else if (name === 'w:rPr') {
      if (depth === run.depth + 1) run.look = lookOf(scanner.content() ?? '')
      scanner.skip()
    } else if (name === 'w:t') {
      const isRead = alternatives > 0 || read.has(run.start) || !scanner.content()?.trim()
      const now = isRead ? run.look : UNREAD
      if (now !== look) border(scanner.start, true)
      look = now
    } else if (DELETED.has(name)) {
      border(scanner.start, true)
      scanner.skip()
    } else if (DRAWN.has(name)) {
      if (!FLOATING.test(scanner.content() ?? xml.slice(scanner.end, scanner.end + HEAD))) border(scanner.start, true)
    } else if (RANGE.test(name)) {
      const [, what, end] = RANGE.exec(name)!
      const range = `${what} ${scanner.attribute('w:id')}`
      if (end === 'End') ranges.delete(range)
      else ranges.add(range)
      push(scanner.start)
    } else if (BORDERED.has(name)) {
      open.push({ depth, held: paragraphs > 0, closed: isClosed(xml, scanner), isLink: name === 'w:hyperlink' })
      border(scanner.start, REVISED.has(name))
    } else if (name === 'w:instrText') {
      const field = fields.at(-1)
      if (field && !field.inResult && field.code.length < MAX_FIELD_CODE) field.code += scanner.content() ?? ''
      scanner.skip()
    } else if (name === 'w:fldChar') {
      turnField(fields, scanner)
      border(scanner.start)
    }
  }
  // One that never ends is none.
  for (const field of fields) field.closed = false
  return fragments
}

/** Hidden: whatever stands beside it does so only on the page. */
const UNREAD = 'unread'
const LOOKS = /<(?:[\w.-]+:)?(d?strike|vertAlign)(?=[\s/>])(?:[^>]*?\sw?:?val\s*=\s*["']([^"']*))?/g

/** How the words of a run look apart from those beside them, by its properties: struck out, raised or lowered. */
function lookOf(properties: string): string {
  if (!/strike|vertAlign/.test(properties)) return ''
  // What it was before somebody's change stands last.
  const was = properties.search(/<(?:[\w.-]+:)?rPrChange[\s>]/)
  let look = ''
  for (const [, name, value] of (was < 0 ? properties : properties.slice(0, was)).matchAll(LOOKS))
    if (name === 'vertAlign') look += value === 'baseline' ? '' : value
    else if (isOn(value)) look += 'struck'
  return look
}

/** Characters of a field's instruction that are looked at. */
const MAX_FIELD_CODE = 1000

/** A field begins, comes to its result, or ends. */
function turnField(fields: Field[], scanner: XmlScanner): void {
  const type = scanner.attribute('w:fldCharType')
  const field = fields.at(-1)
  if (type === 'begin')
    fields.push({ depth: scanner.depth, held: true, isLink: false, closed: true, code: '', inResult: false })
  else if (type === 'end') fields.pop()
  else if (type === 'separate' && field) {
    field.inResult = true
    field.closed = !TYPED.test(field.code)
  }
}

/** Are the words of what starts here written by something else than a hand, or locked? */
function isClosed(xml: string, scanner: XmlScanner): boolean {
  const { name } = scanner
  if (name === 'w:fldSimple') return !TYPED.test(scanner.attribute('w:instr') ?? '')
  if (name === 'm:oMath' || name === 'm:oMathPara') return true
  if (name !== 'w:sdt') return false
  // What it is stands first in it.
  const head = xml.slice(scanner.end, scanner.end + HEAD)
  const end = head.search(/<\/(?:[\w.-]+:)?sdtPr\s*>/)
  return end >= 0 && BOUND.test(head.slice(0, end))
}
