/** What the sections of a rule's page (`rules/<id>.md`) say. */
import type { PhrasingContent, RootContent } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Passage, Run } from '../reporters/handbook/data.ts'

/**
 * The sections of a page by their titles, each up to its first subsection. What is generated into a page is left out: it tells of every preset there is. A rule that is
 * named by its id is called by its title (`titleOf`).
 */
export function sectionsOf(
  page: string,
  titleOf: (id: string) => string | undefined,
): ReadonlyMap<string, readonly Passage[]> {
  const parser = unified().use(remarkParse).use(tables)
  const written = page.replace(/<!-- generated:[\s\S]*?<!-- \/generated -->/g, '')
  const sections = new Map<string, Passage[]>()
  let here: Passage[] | undefined
  for (const node of parser.parse(written).children) {
    if (node.type === 'heading') {
      here = node.depth === 2 ? [] : undefined
      if (here) sections.set(textOf(node.children), here)
    } else here?.push(...passagesOf([node], titleOf))
  }
  return sections
}

function tables(this: Processor): void {
  this.data({ micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] })
}

function passagesOf(nodes: readonly RootContent[], titleOf: (id: string) => string | undefined): Passage[] {
  const runs = (children: readonly PhrasingContent[]): Run[] =>
    runsOf(children).map((run) => {
      const title = run.style === 'code' ? titleOf(run.text) : undefined
      return title === undefined ? run : { text: `“${title}”` }
    })
  return nodes.flatMap((node): Passage[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', runs: runs(node.children) }]
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered === true,
            items: node.children.map((item) => passagesOf(item.children, titleOf)),
          },
        ]
      case 'table':
        return [{ kind: 'table', rows: node.children.map((row) => row.children.map((cell) => runs(cell.children))) }]
      case 'code':
        return [{ kind: 'code', text: node.value }]
      case 'blockquote':
        return passagesOf(node.children, titleOf)
      default:
        return []
    }
  })
}

function runsOf(nodes: readonly PhrasingContent[]): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        // A line break inside a paragraph is the editor's.
        return [{ text: node.value.replaceAll('\n', '') }]
      case 'inlineCode':
        return [{ text: node.value, style: 'code' }]
      case 'strong':
      case 'emphasis':
        return [{ text: textOf(node.children), style: 'strong' }]
      default:
        return 'children' in node ? runsOf(node.children) : []
    }
  })
}

const textOf = (nodes: readonly PhrasingContent[]): string =>
  runsOf(nodes)
    .map(({ text }) => text)
    .join('')
