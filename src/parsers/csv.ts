/** Comma- and tab-separated values, with the place of every cell in the file. */
import type { Parsed, Parser } from '../core.ts'
import { decode } from './encoding.ts'
import { growing, MAX_CELLS, sheetOf, tooManyCells } from './sheet.ts'

/** How much of a file shows what its cells are divided by. UTF-16 units. */
const SAMPLE = 64 * 1024

export const parser: Parser = {
  parse(bytes) {
    return read(bytes, delimiterOf)
  },
}
/** What is named .tsv: commas in its cells divide nothing. */
export const tabbed: Parser = {
  parse(bytes) {
    return read(bytes, (text) => (text.slice(0, SAMPLE).includes('\t') ? TAB : delimiterOf(text)))
  },
}

function read(bytes: Uint8Array, dividing: (text: string) => number): Parsed {
  const { text, encoding, notices } = decode(bytes)
  return { ...parseCsv(text, dividing(text)), meta: { frontMatter: {}, asides: [], notices, encoding } }
}

/** Rows of a decoded text; lines without anything in them give none. A quotation mark that is never closed ends with its line. */
export function parseCsv(text: string, delimiter = delimiterOf(text)): Parsed {
  const cells = growing()
  const first = growing()
  const lines = growing()
  let line = 1
  let at = 0
  while (at < text.length) {
    const begin = cells.length
    const beginLine = line
    let filled = false
    for (;;) {
      const end = cellEnd(text, at, delimiter)
      filled ||= end > at
      cells.push(at)
      cells.push(end)
      if (text.charCodeAt(at) === QUOTE) line += breaksIn(text, at, end)
      at = end
      if (text.charCodeAt(at) !== delimiter) break
      at++
    }
    if (filled) {
      if (cells.length > 2 * MAX_CELLS) throw tooManyCells('请拆成几份')
      first.push(begin >> 1)
      lines.push(beginLine)
    } else cells.length = begin
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++
    at++
    line++
  }
  first.push(cells.length >> 1)
  return {
    text,
    blocks: [],
    rows: [],
    meta: { frontMatter: {}, asides: [], notices: [] },
    sheets: [
      sheetOf({ name: '', text, cells: cells.taken(), first: first.taken(), lines: lines.taken(), quoted: true }),
    ],
  }
}

const QUOTE = 0x22
const TAB = 0x09
const CR = 0x0d
const LF = 0x0a
const isBreak = (code: number) => code === LF || code === CR

/** Where the cell that begins at `at` ends: at a delimiter, a line break or the end of the text. */
function cellEnd(text: string, at: number, delimiter: number): number {
  const closed = text.charCodeAt(at) === QUOTE ? quotedEnd(text, at) : -1
  // What stands between the closing mark and the delimiter belongs to the cell, too.
  let end = closed < 0 ? at : closed
  for (let code: number; end < text.length && (code = text.charCodeAt(end)) !== delimiter && !isBreak(code); ) end++
  return end
}

/** Behind the mark that closes the one at `at`; -1 where none does, or where so much stands in between that one is missing. */
function quotedEnd(text: string, at: number): number {
  for (let from = at + 1; ; ) {
    const mark = text.indexOf('"', from)
    if (mark < 0 || mark - at > LONGEST_CELL) return -1
    if (text.charCodeAt(mark + 1) !== QUOTE) return mark + 1
    from = mark + 2
  }
}
/** As many characters as a spreadsheet allows in a cell. */
const LONGEST_CELL = 32_767

function breaksIn(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) count++
  }
  return count
}

/** Comma, semicolon or tab: what most lines of the beginning have, and have equally often. */
function delimiterOf(text: string): number {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
  let best = ','
  let bestScore = 0
  for (const candidate of [',', '\t', ';', '，']) {
    const counts = lines.map((line) => line.split(candidate).length - 1)
    const usual = counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0
    const score = usual > 0 ? counts.filter((count) => count === usual).length * (usual + 1) : Math.max(0, ...counts)
    if (score > bestScore) [best, bestScore] = [candidate, score]
  }
  return best.charCodeAt(0)
}
