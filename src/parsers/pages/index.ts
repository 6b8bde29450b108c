/**
 * Formats that hold pages, not paragraphs (OFD, PDF): positioned runs → text and blocks. Lines are joined into the paragraphs that
 * they were broken from, page numbers and running lines are kept aside.
 */
import type { Block, Notice, Parsed } from '../../core.ts'
import { withoutFurniture } from './furniture.ts'
import { linesOf } from './lines.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { Page } from './types.ts'

export type { Page, Run } from './types.ts'

/** One line of the text per paragraph; labels name the page that it begins on. Without text there are no blocks. */
export function parsePages(pages: readonly Page[]): Parsed {
  const read = pages.map(linesOf)
  const { lines, asides } = withoutFurniture(pages, read)
  const paragraphs = paragraphsOf(pages, lines)
  const blocks: Block[] = []
  let start = 0
  let page = -1
  let number = 0
  for (const paragraph of paragraphs) {
    if (paragraph.page !== page) number = 0
    page = paragraph.page
    const end = start + paragraph.text.length
    blocks.push({ kind: 'paragraph', start, end, label: `第${page + 1}页第${++number}段` })
    start = end + 1
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
  return { text, blocks, rows: [], meta: { frontMatter: {}, asides, notices: noticesOf(read) } }
}

/** Pages without any text between pages with text are likely pictures, and nobody checked them. */
function noticesOf(pages: readonly (readonly unknown[])[]): readonly Notice[] {
  const empty = pages.flatMap((lines, i) => (lines.length === 0 ? [i + 1] : []))
  if (empty.length === 0 || empty.length === pages.length) return []
  const shown = `${empty.slice(0, 5).join('、')}${empty.length > 5 ? ' 等' : ''}`
  return [{ code: 'pages-without-text', args: { count: empty.length, pages: shown } }]
}
