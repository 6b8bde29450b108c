/** The outer document as its reader sees it: what stands above, in and below the text of a notice, not of what it circulates. */
import {
  type Block,
  type Doc,
  deploying,
  directing,
  type Frame,
  type FrameLine,
  type GenrePattern,
  type Part,
  type PartKind,
  type Span,
} from '../../core.ts'
import { ATTACHED, HOUR, listed, NAMED_ITEM, narrowed, opensList, partKindOf, squeeze } from './lines.ts'

/** Papers from one office to others, with 主送机关, signature and date. */
export const papers: readonly GenrePattern[] = [...deploying, 'letter', 'reply', 'request', 'report.work']

/** Papers whose layout the standard lays down: with minutes. */
export const printedPapers: readonly GenrePattern[] = [...papers, 'minutes']

/** All that an office writes to be read: no speeches, no registers, and of what has no genre here (laws, news) nothing. */
export const writings: readonly GenrePattern[] = [
  ...directing.filter((genre) => genre !== 'speech.'),
  'letter',
  'reply',
  'request',
  'report.',
  'bulletin',
  'experience',
]

export type { Frame } from '../../core.ts'
export type Line = FrameLine

/** An item of 附件说明 is a name, no paragraph. */
const ITEM_MAX = 100

const HAN = '一二三四五六七八九'
/** Below signature and date a list is known by its numbers. */
const BELOW_DATE = /^附件[:：]1[.．、]/

/** The frame of a document, which is read once for all rules. */
export const frameOf = ({ facts }: Doc): Frame => facts.frame

/** Of most lines nobody asks what they say. */
class Squeezed implements Line {
  readonly start: number
  readonly end: number
  readonly #whole: string
  readonly #marked: boolean
  #text: string | undefined
  constructor(whole: string, start: number, end: number, marked: boolean) {
    this.start = start
    this.end = end
    this.#whole = whole
    this.#marked = marked
  }
  get text(): string {
    return (this.#text ??= squeeze(this.#whole.slice(this.start, Math.min(this.end, this.start + 500))))
  }
  get item(): boolean {
    return this.#marked && !/^[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]/.test(this.text)
  }
}

/** Linear in the number of paragraphs. */
export function readFrame(text: string, blocks: readonly Block[], parts: readonly Part[]): Frame {
  const lines: Record<PartKind, Line[]> = {
    masthead: [],
    number: [],
    title: [],
    byline: [],
    addressee: [],
    salutation: [],
    body: [],
    signature: [],
    date: [],
    note: [],
    attachment: [],
    imprint: [],
    wrapper: [],
  }
  const marked = new Set(blocks.filter(({ kind }) => kind === 'item').map(({ start }) => start))
  const line = ({ start, end }: Span): Line => new Squeezed(text, start, end, marked.has(start))
  const wrapper = parts.find((part) => part.kind === 'wrapper')
  const list: Line[] = []
  const attachments: Line[] = []
  const dated = parts.findLast(({ kind }) => kind === 'date')?.start ?? -1
  const take = (part: Part, next: string) => {
    if (part.kind !== 'attachment') {
      lines[part.kind].push(line(part))
      return
    }
    const own = line(part)
    // Below 附件1：甲 and above the date 附件2：乙 is an item; elsewhere it heads the attachment.
    const item =
      NAMED_ITEM.test(list[0]?.text ?? '') &&
      NAMED_ITEM.test(own.text) &&
      (part.start < dated ||
        own.text.startsWith(`附件${list.length + 1}`) ||
        own.text.startsWith(`附件${HAN[list.length]}`))
    // The list ends where a line is no item of it: a copy without signature and date goes on with the attachments at once.
    const lists =
      attachments.length === 0 &&
      (list.length === 0
        ? lines.date.length === 0
          ? opensList(own.text, next) && (part.start < dated || partKindOf(own.text) === 'attachment')
          : (BELOW_DATE.test(own.text) && /^2[.．、]/.test(next)) ||
            (opensList(own.text, next) && /^附件[2二]/.test(next))
        : item ||
          (!ATTACHED.test(own.text) &&
            own.text.length <= ITEM_MAX &&
            !/[。；：:]./.test(own.text) &&
            (lines.date.length === 0 || list[0]!.start > lines.date[0]!.start) &&
            (own.item || listed(own.text, next))))
    ;(lists ? list : attachments).push(own)
  }
  let previous: PartKind | undefined
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    if (part === wrapper) break
    if (part.kind === 'title' && previous !== 'title') lines.title.length = 0
    const next = parts[i + 1]
    take(part, part.kind === 'attachment' && next?.kind === 'attachment' ? line(next).text : '')
    previous = part.kind
  }
  if (wrapper) {
    const inside = blocks.filter((b) => b.start >= wrapper.start && b.end <= wrapper.end && b.kind !== 'code')
    const dated = inside.findIndex((b) => partKindOf(line(b).text) === 'date')
    for (const [i, block] of inside.entries()) {
      const { text: flat } = line(block)
      const next = inside[i + 1] ? line(inside[i + 1]!).text : ''
      const signed = lines.signature.length > 0 || lines.date.length > 0
      const kind = partKindOf(flat)
      const listing =
        kind === 'attachment' || (list.length > 0 && !signed && (block.kind === 'item' || listed(flat, next)))
      const signs = dated > 0 && i < dated && i >= dated - 3 && i > 0 && !/[。；：]/.test(flat)
      take(
        {
          kind: listing ? 'attachment' : (kind ?? (signs ? 'signature' : 'body')),
          start: block.start,
          end: block.end,
        },
        next,
      )
    }
  }
  const [addressee] = lines.addressee
  const [number] = lines.number
  const red = lines.masthead.some(({ text }) => /文件$/.test(text))
  return {
    title: lines.title,
    numbers: lines.number,
    addressee,
    body: lines.body,
    signature: lines.signature,
    date: lines.date[0],
    list,
    attachments,
    imprint: lines.imprint,
    salutation: lines.salutation.length > 0,
    headed: red || (number !== undefined && lines.title.length > 0 && number.start < lines.title[0]!.start),
    formal: lines.number.length > 0 || addressee !== undefined || red,
    wraps: wrapper !== undefined,
  }
}

/** The year of 成文, by the date line or else by 发文字号; undefined where neither says. */
export function yearOf({ date, numbers }: Frame): number | undefined {
  const written = date && dateOf(date.text)?.year
  const numbered = /[〔[（(【［﹝](\d{4})/.exec(numbers[0]?.text ?? '')?.[1]
  return written ?? (numbered === undefined ? undefined : Number(numbered))
}

const DIGITS = '〇一二三四五六七八九'
const digit = (char: string) => (/[○ＯOo0０零]/.test(char) ? 0 : DIGITS.indexOf(char))
/** 二十一 → 21; digits as they are. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens!)) * 10 : 0) + (ones === '' ? 0 : digit(ones!))
}

export interface WrittenDate {
  /** As four digits; of a year cut short, what is likely meant. */
  readonly year: number
  readonly month: number
  /** Undefined where it is left out. */
  readonly day: number | undefined
  readonly han: boolean
  readonly shortYear: boolean
  /** Months or days with a zero in front. */
  readonly padded: boolean
  /** Written with 年, 月, 日; not so: 2024.3.5, 3月5号. */
  readonly named: boolean
}

const HAN_DATE =
  /^[（(]?([〇○ＯOo0０零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3}|\d{1,2})月(?:([一二三四五六七八九十]{1,3}|\d{1,2})([日号]))?[)）]?$/
const NAMED_DATE =
  /^[（(]?(\d{4}|\d{2})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})([日号]))?[)）]?$/
const PLAIN_DATE = /^[（(]?(\d{4})[.．/-](\d{1,2})[.．/-](\d{1,2})日?[)）]?$/

/** Reads a date line (layout spaces removed) however it is written; undefined for what is no date, or left open. */
export function dateOf(line: string): WrittenDate | undefined {
  const text = narrowed(line).replace(HOUR, '')
  const named = NAMED_DATE.exec(text)
  const han = named ? null : HAN_DATE.exec(text)
  const m = named ?? han ?? PLAIN_DATE.exec(text)
  if (!m) return undefined
  const [, year, month, day, unit] = m
  return {
    year: han
      ? Number([...year!].map(digit).join(''))
      : year!.length === 2
        ? Number(year) + (Number(year) > 50 ? 1900 : 2000)
        : Number(year),
    month: smallNumber(month!),
    day: day === undefined ? undefined : smallNumber(day),
    han: han !== null || !/^\d+$/.test(month!) || (day !== undefined && !/^\d+$/.test(day)),
    shortYear: year!.length === 2,
    padded: /^0/.test(month!) || /^0/.test(day ?? ''),
    named: (named !== null || han !== null) && unit !== '号',
  }
}

/** Is there such a day? */
export const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Where the characters `[from, to)` of the joined lines stand; undefined where a line break lies between them. */
export function placeIn(doc: Doc, lines: readonly Line[], from: number, to: number): Span | undefined {
  let passed = 0
  for (const line of lines) {
    if (from < passed + line.text.length) {
      if (to > passed + line.text.length) return undefined
      return inLine(doc, line, from - passed, to - passed)
    }
    passed += line.text.length
  }
  return undefined
}

/** The span in `Doc.text` of the characters `[from, to)` of a line without its layout spaces. */
export function inLine(doc: Doc, line: Line, from: number, to: number): Span {
  let seen = 0
  let start = line.start
  for (let at = line.start; at < line.end; at++) {
    if (/[\s\u3000\u00a0]/.test(doc.text[at]!)) continue
    if (seen === from) start = at
    seen++
    if (seen === to) return { start, end: at + 1 }
  }
  return { start, end: line.end }
}
