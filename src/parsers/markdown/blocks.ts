/** The tree of a Markdown text → its blocks and rows. */
import type { Nodes, Root, TableCell } from 'mdast'
import type { Block, BlockKind, Notice, Parsed, Row, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { firstWhere } from '../../sorted-lists.ts'
import type { FrontMatter } from '../front-matter.ts'
import { parsePlain } from '../plain.ts'
import { withoutMarks } from './written.ts'

/**
 * Blocks of a decoded Markdown text, without what only marks: `#`, `-`, `1.`, `>`, `|` stand outside of their spans, and `**` and the like not in the text.
 * Drafts are typed line by line, so that a line break inside a paragraph begins a new block, unless the file was wrapped at a fixed width.
 * `parse` reads what stands below the front matter; where it gives it up, the text is read as plain.
 */
export function blocksOf(
  text: string,
  { values, end }: FrontMatter,
  parse: (source: string) => Root | undefined,
  encoding?: string,
  notices: readonly Notice[] = [],
): Parsed {
  const lines = lazily(() => parsePlain(text))
  const blocks: Block[] = []
  const rows: Row[] = []
  let wrapped: readonly Notice[] = []
  const tree = parse(text.slice(end))
  if (tree) wrapped = collect(tree, text, end, blocks, rows, lines)
  else {
    for (const block of lines().blocks)
      if (block.start >= end) blocks.push({ ...block, label: `第${blocks.length + 1}段` })
    wrapped = lines().meta.notices
  }
  return withoutMarks({
    text,
    blocks,
    rows,
    meta: { frontMatter: values, asides: [], notices: [...notices, ...wrapped], ...(encoding ? { encoding } : {}) },
  })
}

// ---------------------------------------------------------------------------------------------------- blocks

/** Writes the blocks and rows of a tree whose source begins at `base`; returns what the reader should know: lines were joined, words were left unread. */
function collect(
  tree: Root,
  text: string,
  base: number,
  blocks: Block[],
  rows: Row[],
  lines: () => Parsed,
): readonly Notice[] {
  let paragraphs = 0
  let tables = 0
  let joined = false
  let unread = 0

  const spanOf = (node: Nodes): Span => ({
    start: base + node.position!.start.offset!,
    end: base + node.position!.end.offset!,
  })
  const push = (kind: BlockKind, span: Span, level?: number) => {
    const { start, end } = kind === 'code' ? trimmed(text, span) : visible(text, span)
    if (start === end || (kind !== 'code' && WORDLESS.test(text.slice(start, end)))) return
    blocks.push({ kind, start, end, ...(level ? { level } : {}), label: `第${++paragraphs}段` })
  }

  const paragraph = (kind: BlockKind, span: Span) => {
    if (!BREAK.test(text.slice(span.start, span.end))) return push(kind, span)
    const broken = lines().blocks
    for (let i = firstAfter(broken, span.start); i < broken.length && broken[i]!.start < span.end; i++) {
      const start = Math.max(broken[i]!.start, span.start)
      const end = Math.min(broken[i]!.end, span.end)
      joined ||= BREAK.test(text.slice(start, end))
      const marks = kind === 'quote' && start > span.start ? /^[>\s]*/.exec(text.slice(start, end))![0].length : 0
      push(kind, { start: start + marks, end })
    }
  }

  const visit = (node: Nodes, kind: BlockKind) => {
    switch (node.type) {
      case 'heading': {
        const [first, last] = [node.children[0], node.children.at(-1)]
        if (first && last) push('heading', { start: spanOf(first).start, end: spanOf(last).end }, node.depth)
        return
      }
      case 'paragraph':
        return paragraph(kind, spanOf(node))
      case 'code':
        return push('code', insideFence(text, spanOf(node)))
      case 'table':
        tables++
        return node.children.forEach((row, r) => {
          rows.push({
            table: tables,
            index: r + 1,
            cells: row.children.map((cell, c) => {
              const span = visible(text, cellSpan(cell, spanOf))
              if (span.start < span.end)
                blocks.push({ kind: 'cell', ...span, label: `表${tables}第${r + 1}行第${c + 1}列` })
              return span
            }),
          })
        })
      case 'blockquote':
        for (const child of node.children) visit(child, 'quote')
        return
      case 'list':
      case 'listItem':
        for (const child of node.children) visit(child, kind === 'quote' ? 'quote' : 'item')
        return
      case 'html':
      case 'footnoteDefinition': {
        const { start, end } = spanOf(node)
        const source = text.slice(start, end)
        // A comment that nothing ends has swallowed words.
        const open = source.lastIndexOf('<!--')
        const swallowed = open > source.lastIndexOf('-->') ? source.slice(open) : ''
        if (HAN.test(source.replace(NO_WORDS, '') + swallowed)) unread++
        return
      }
      // [注]：and [^1]: with words behind them pass for the target of a link.
      case 'definition':
        if (HAN.test(node.url) && !/[./\\#]/.test(node.url)) unread++
        return
      case 'root':
        for (const child of node.children) visit(child, kind)
    }
  }
  visit(tree, 'paragraph')
  return [
    ...(joined ? lines().meta.notices : []),
    ...(unread > 0 ? [{ code: 'unread-html' as const, args: { count: unread } }] : []),
  ]
}

const HAN = /[\u4e00-\u9fff]/
/** Comments, and tags with their attributes. */
const NO_WORDS = /<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g

const BREAK = /[\r\n]/

/** Index of the first block that ends after `at`. */
function firstAfter(blocks: readonly Block[], at: number): number {
  return firstWhere(blocks.length, (i) => blocks[i]!.end > at)
}

/** The inside of a table cell; the place between the bars where it is empty. */
function cellSpan(cell: TableCell, spanOf: (node: Nodes) => Span): Span {
  const [first, last] = [cell.children[0], cell.children.at(-1)]
  if (first && last) return { start: spanOf(first).start, end: spanOf(last).end }
  const { start, end } = spanOf(cell)
  return { start: Math.min(start + 1, end), end: Math.min(start + 1, end) }
}

/** The lines between the fences. */
function insideFence(text: string, { start, end }: Span): Span {
  const first = text.indexOf('\n', start)
  if (first < 0 || first >= end) return { start: end, end }
  const last = text.lastIndexOf('\n', end - 1)
  const closed = last > first && /^[>\s]*(?:`{3,}|~{3,})\s*$/.test(text.slice(last + 1, end))
  const none = last === first && /^[>\s]*(?:`{3,}|~{3,})\s*$/.test(text.slice(first + 1, end))
  return { start: first + 1, end: none ? first + 1 : closed ? last : end }
}

/** Images, tags and spaces alone. */
const WORDLESS = /^(?:!\[[^[\]\n]{0,200}\]\([^()\n]{0,500}\)|<\/?[a-z][^<>\n]{0,300}>|\*{2}|~~|\s)+$/i

const SPACE = /[\s\u200b]/
const COMMENT_FIRST = /^<!--.{0,700}?-->/s
const COMMENT_LAST = /<!--(?:(?!-->).){0,700}-->$/s
/** How long a comment may be. */
const COMMENT_MAX = 800

function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && SPACE.test(text[from]!)) from++
  while (to > from && SPACE.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/** Chinese characters and most of their marks. */
const isPlain = (c: number) => c > 0x3000 && c < 0xfeff

/** Cuts white space and comments from both ends; what marks words is left to who knows both of its ends. */
function visible(text: string, span: Span): Span {
  // So most paragraphs begin and end.
  if (isPlain(text.charCodeAt(span.start)) && isPlain(text.charCodeAt(span.end - 1))) return span
  let { start, end } = span
  for (let before = -1; before !== end - start; ) {
    before = end - start
    ;({ start, end } = trimmed(text, { start, end }))
    if (start < end && text[start] === '<')
      start += COMMENT_FIRST.exec(text.slice(start, Math.min(end, start + COMMENT_MAX)))?.[0].length ?? 0
    if (start < end && text[end - 1] === '>')
      end -= COMMENT_LAST.exec(text.slice(Math.max(start, end - COMMENT_MAX), end))?.[0].length ?? 0
  }
  return { start, end }
}
