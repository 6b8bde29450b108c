/** Markdown of any kind, read by remark. */
import type { Nodes, Root } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Notice, Parsed } from '../../core.ts'
import { frontMatterOf } from '../front-matter.ts'
import { blocksOf } from './blocks.ts'
import { outlineOf, piecesOf } from './outline.ts'

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

/** The same, without troubling remark for paragraphs. */
const parse = (source: string): Root => ({
  type: 'root',
  children: piecesOf(source).flatMap(({ from, to, isOutline }) => {
    const piece = source.slice(from, to)
    if (isOutline) return outlineOf(piece, from).children
    const { children } = treeOf(piece)
    for (const node of children) move(node, from)
    return children
  }),
})

function move(node: Nodes, by: number): void {
  node.position!.start.offset! += by
  node.position!.end.offset! += by
  if ('children' in node) for (const child of node.children) move(child, by)
}
