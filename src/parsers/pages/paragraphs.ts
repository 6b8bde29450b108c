/** Lines → paragraphs: which line goes on in the next one. */
import { isLatin, mainSize } from './lines.ts'
import type { Column, Line, Page } from './types.ts'

/** Lengths in font heights. */
const FLUSH = 0.8
const INDENT = 3.2
/** Type sizes further apart than this factor are two paragraphs. */
const OTHER_SIZE = 1.12
/** Lines set larger than this many times the body's type are mastheads, each its own; a title is set 1.4 times as large. */
const MASTHEAD = 1.7
/** Lines further apart than this many times the usual distance are two paragraphs. */
const OTHER_PITCH = 1.6

export interface Paragraph {
  readonly text: string
  /** Index of the page that it begins on. */
  readonly page: number
}

/** `byPage`: the lines of each page, from top to bottom. A sentence that runs over the end of a page is one paragraph. */
export function paragraphsOf(pages: readonly Page[], byPage: readonly (readonly Line[])[]): Paragraph[] {
  const lines = byPage.flat()
  if (lines.length === 0) return []
  const layout = layoutOf(pages, byPage, lines)
  const paragraphs: { text: string; page: number }[] = []
  let first: Line | undefined
  let last: Line | undefined
  for (const line of lines) {
    const open = paragraphs.at(-1)
    if (open && first && last && continues(first, last, line, layout))
      open.text += joint(open.text, line.text) + line.text
    else {
      paragraphs.push({ text: line.text, page: line.page })
      first = line
    }
    last = line
  }
  return paragraphs
}

/** Between words that a line break parted. */
function joint(before: string, after: string): string {
  return /[A-Za-z,.;:]$/.test(before) && /^[A-Za-z]/.test(after) && /[A-Za-z]/.test(before.slice(-2)) ? ' ' : ''
}

// ------------------------------------------------------------------------------------------------------ layout

interface Layout {
  /** Of the body's type. */
  readonly size: number
  /** By page. */
  readonly columns: readonly Column[]
  /** Do paragraphs begin with an indent, or stand apart? Otherwise only what their first lines say tells them. */
  readonly marked: boolean
  /** Usual distance of two baselines, by type size in whole units. */
  readonly pitch: ReadonlyMap<number, number>
}

function layoutOf(pages: readonly Page[], byPage: readonly (readonly Line[])[], lines: readonly Line[]): Layout {
  const size = mainSize(lines)
  const whole = columnOf(lines, size) ?? marginsOf(pages, lines)
  // Margins may be mirrored from page to page; a page with few lines shows only one of them, or none.
  const columns = byPage.map((onPage) => {
    const own = onPage.length >= 6 ? columnOf(onPage, size) : undefined
    return own && Math.abs(own.right - own.left - (whole.right - whole.left)) < size ? own : whole
  })
  const starts = lines.filter((line) => {
    const indent = (line.left - columns[line.page]!.left) / line.size
    return indent >= 1.5 && indent <= 2.6
  })
  const pitch = pitchOf(byPage)
  const apart = lines.filter((line, i) => {
    const last = lines[i - 1]
    return last?.page === line.page && isFar(line.y - last.y, line.size, pitch)
  })
  const enough = Math.max(3, lines.length * 0.08)
  return { size, columns, marked: starts.length >= enough || apart.length >= enough, pitch }
}

/** Where no edge is shared: the margins are equal, as far as the lines let them. */
function marginsOf(pages: readonly Page[], lines: readonly Line[]): Column {
  let left = Number.POSITIVE_INFINITY
  let right = 0
  for (const line of lines) {
    left = Math.min(left, line.left)
    right = Math.max(right, line.right, pages[line.page]!.width - line.left)
  }
  return { left, right }
}

/** A column takes at least this share of the room that its lines take; what is shared by chance does not. */
const LEAST = 0.6
/** In characters. */
const NARROWEST = 10

/** The edges that several lines share. Undefined where nothing is shared. */
function columnOf(lines: readonly Line[], size: number): Column | undefined {
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.1 && line.pieces.length === 1)
  const left = shared(
    body.map((line) => line.left),
    size * 0.3,
  )
  const right = shared(
    body.map((line) => -line.right),
    size * 0.3,
  )
  if (left === undefined || right === undefined) return undefined
  let extent = 0
  const leftmost = body.reduce((least, line) => Math.min(least, line.left), left)
  for (const line of body) extent = Math.max(extent, line.right - leftmost)
  return -right - left > Math.max(extent * LEAST, size * NARROWEST) ? { left, right: -right } : undefined
}

/** The smallest value that stands, within `tolerance`, at least twice (in a long list, on two lines of a hundred). */
function shared(values: readonly number[], tolerance: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const needed = Math.max(2, Math.ceil(sorted.length * 0.02))
  for (let i = 0; i + needed <= sorted.length; i++)
    if (sorted[i + needed - 1]! - sorted[i]! <= tolerance) return sorted[i]
  return undefined
}

function pitchOf(pages: readonly (readonly Line[])[]): ReadonlyMap<number, number> {
  const distances = new Map<number, number[]>()
  for (const onPage of pages)
    for (let i = 1; i < onPage.length; i++) {
      const line = onPage[i]!
      if (Math.abs(line.size - onPage[i - 1]!.size) > line.size * 0.1) continue
      const key = Math.round(line.size)
      let list = distances.get(key)
      if (!list) distances.set(key, (list = []))
      list.push(line.y - onPage[i - 1]!.y)
    }
  return new Map([...distances].map(([key, list]) => [key, list.sort((a, b) => a - b)[list.length >> 1]!]))
}

// ------------------------------------------------------------------------------------------------------ judging

function continues(first: Line, last: Line, next: Line, layout: Layout): boolean {
  if (last.pieces.length > 1 || next.pieces.length > 1) return false
  const ratio = last.size / next.size
  if (ratio > OTHER_SIZE || ratio < 1 / OTHER_SIZE) return false
  if (last.size > layout.size * MASTHEAD || LEADS_TO_PAGE.test(last.text)) return false
  if (last.page === next.page && isFar(next.y - last.y, next.size, layout.pitch)) return false
  if (!isFull(last, next, layout)) return false
  const alone = first === last
  const indent = indentOf(next, layout)
  if (indent < FLUSH) {
    // A line at the right margin is a signature or a date.
    if (alone && indentOf(last, layout) > INDENT) return false
    if (layout.marked) return true
    return !ENDS.test(last.text) || (!OPENS.test(next.text) && (indentOf(first, layout) >= FLUSH || !alone))
  }
  // Lines set further in than their first line hang below it: 附件：1. …
  if (!alone && same(last.left, next.left, next.size) && !same(first.left, next.left, next.size)) return true
  if (ENDS.test(last.text) || OPENS.test(next.text)) return false
  if (next.left - first.left > 0.5 * next.size && LISTED.test(first.text)) return true
  // A title too long for one line.
  const column = layout.columns[next.page]!
  return (
    indent > INDENT &&
    !/^[（(【]/.test(next.text) &&
    same(middle(next), middle(column), next.size * 2) &&
    same(middle(last), middle(column), next.size * 2)
  )
}

const middle = ({ left, right }: Column) => (left + right) / 2
const same = (a: number, b: number, size: number) => Math.abs(a - b) < size * 0.3
const ENDS = /[。！？：；!?;:][”’」』）)]*$/
const OPENS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节条]|\d{1,2}[.．、](?!\d)|附件|——|同志们)/
/** An entry of a table of contents. */
const LEADS_TO_PAGE = /(?:[.．·]{4}|…{2})\s*\d{1,4}$/
const LISTED =
  /^(?:附件|附：|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[●•·■◆])/

function indentOf(line: Line, { columns }: Layout): number {
  return (line.left - columns[line.page]!.left) / line.size
}

function isFar(distance: number, size: number, pitch: Layout['pitch']): boolean {
  const usual = pitch.get(Math.round(size))
  return usual !== undefined ? distance > usual * OTHER_PITCH : distance > size * 3
}

/**
 * Did the line have no room for what the next one begins with? That is what tells a broken line from one that ended.
 * A line that ends a sentence must be filled exactly; within a sentence the edge may be a little ragged.
 */
function isFull(last: Line, next: Line, { columns }: Layout): boolean {
  const { left, right } = columns[last.page]!
  const indent = last.left - left
  // Room is left on both sides of a centred line.
  const centred = indent > last.size * 2.6 && Math.abs(right - last.right - indent) < last.size
  const room = (right - last.right + (centred ? indent : 0)) / last.size
  return room < unbreakable(next.text) + (ENDS.test(last.text) ? 0.1 : 0.6)
}

/** Width in font heights of what cannot be parted at the start of a line: a word, a number, a character with the marks that cling to it. */
function unbreakable(text: string): number {
  const [start = ''] =
    /^[（《“‘〔【「『(]*(?:[A-Za-z0-9.,%‰+-]+|.)?[，。、；：！？）》”’〕】」』,.;:!?)%…—]*/u.exec(text) ?? []
  let width = 0
  for (const character of start) width += isLatin(character) || character < '\u0100' ? 0.5 : 1
  return width
}
