/** Markdown of any kind, read by remark. */
import type { Nodes, Root } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Notice, Parsed } from '../../core.ts'
import { frontMatterOf } from '../front-matter.ts'
import { blocksOf } from './blocks.ts'
import { outlineOf, piecesOf, RULED_LINE } from './outline.ts'

/** See `blocksOf`. A file that would keep remark busy for long (or is nested beyond sense) is read as plain text. Throws `UnreadableError` for front matter that cannot be read. */
export const parseMarkdown = (text: string, encoding?: string, notices: readonly Notice[] = []): Parsed =>
  blocksOf(text, frontMatterOf(text), parse, encoding, notices)

/**
 * Off: code by indentation, because drafts are indented; and everything inline, because only places count here.
 * Without inline constructs no pile of `*` or `[` can make the parser slow, and `http://a.cn/x。后续` stays text.
 */
const OFF = [
  'codeIndented',
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
]

const remark = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: OFF } }, gfmTable()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .freeze()

/** What remark makes of a text. */
export const treeOf = (source: string): Root => remark.parse(source)

/** The same, without troubling remark for paragraphs; undefined where it would be busy for long. */
function parse(source: string): Root | undefined {
  if (isTooHard(source)) return undefined
  const children = piecesOf(source).flatMap(({ from, to, isOutline }) => {
    const piece = source.slice(from, to)
    if (isOutline) return outlineOf(piece, from).children
    const { children } = treeOf(piece)
    for (const node of children) move(node, from)
    return children
  })
  return { type: 'root', children }
}

function move(node: Nodes, by: number): void {
  node.position!.start.offset! += by
  node.position!.end.offset! += by
  if ('children' in node) for (const child of node.children) move(child, by)
}

// ---------------------------------------------------------------------------------------------------- limits

/** Limits beyond which remark needs seconds, or its reader a ladder; measured. Official documents stay far below all of them. */
const MAX_LENGTH = 1024 * 1024
/** Markers of quotations and lists, one inside the other, before the words of a line; and the columns they may take. */
const MAX_DEPTH = 50
const MAX_INDENT = 200
/** As much of a line as is looked at. */
const MAX_HEAD = 400
/** Nested markers and underlines in the whole file: remark's time grows with their square. */
const MAX_STRUCTURE = 1500
/** Bars of tables in the whole file. */
const MAX_BARS = 100_000
/** Lines that are not empty, in the whole file and without an empty one among them. */
const MAX_LINES = 50_000
const MAX_RUN = 5000

const NESTED = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/
const MARKER = />|[-+*]|\d+[.)]/g
const RULED = new RegExp(RULED_LINE)

function isTooHard(text: string): boolean {
  if (text.length > MAX_LENGTH) return true
  let bars = 0
  for (let bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', bar + 1)) if (++bars > MAX_BARS) return true
  let structure = 0
  let filled = 0
  let run = 0
  const breaks = /\r\n?|\n|$/g
  for (let at = 0; at < text.length; at = breaks.lastIndex) {
    breaks.lastIndex = at
    const end = breaks.exec(text)!.index
    const line = text.slice(at, Math.min(end, at + MAX_HEAD))
    const blank = !/\S/.test(line)
    run = blank ? 0 : run + 1
    if (!blank) filled++
    const markers = NESTED.exec(line)?.[0] ?? ''
    if (end - at < MAX_HEAD && RULED.test(line)) structure++
    else if (markers) {
      const depth = markers.match(MARKER)!.length
      if (depth > MAX_DEPTH || markers.length > MAX_INDENT) return true
      if (depth > 1 || markers.includes('>')) structure += depth
    }
    if (structure > MAX_STRUCTURE || filled > MAX_LINES || run > MAX_RUN) return true
  }
  return false
}
