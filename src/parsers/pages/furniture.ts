/** Page numbers, running headers and footers: what stands on the pages without belonging to their text. */
import type { Aside } from '../../core.ts'
import type { Line, Page } from './types.ts'

/** The margins, as shares of the page's height; GB/T 9704 leaves 37 mm of 297 above and 35 below. */
const MARGIN = 0.125
/** Lines looked at, from the edge of the page inward. */
const DEPTH = 3
/** A line that stands on this share of the pages at the same height belongs to the pages. */
const SHARE = 0.3

const DASH = '[-—–―－─_~·•|]'
const NUMBER = '(?:\\d{1,4}|[〇零一二三四五六七八九十百]{1,5}|[ivxIVX]{1,6})'
/** — 1 —, 第1页, 1/12, 第 1 页 共 12 页, Page 1 of 12. */
const PAGE_NUMBER = new RegExp(
  `^(?:${DASH}|\\s)*(?:第?\\s*\\d{1,4}\\s*页?|第\\s*${NUMBER}\\s*页|(?:Page|P\\.?)\\s*\\d{1,4})(?:\\s*[,，/／]?\\s*(?:共|of|[/／])?\\s*\\d{1,4}\\s*页?|\\s*[,，/／(（]?\\s*共\\s*${NUMBER}\\s*页\\s*[)）]?)?(?:${DASH}|\\s)*$`,
  'i',
)

/** Splits the lines of each page into its text and what is kept aside, each running line once. */
export function withoutFurniture(
  pages: readonly Page[],
  lines: readonly (readonly Line[])[],
): { readonly lines: readonly (readonly Line[])[]; readonly asides: readonly Aside[] } {
  const seen = repeated(pages, lines)
  const asides = new Map<string, Aside>()
  const kept = lines.map((onPage, i) => {
    const { height } = pages[i]!
    const out = new Set<Line>()
    for (const kind of ['header', 'footer'] as const)
      for (const line of edge(onPage, kind)) {
        const inMargin = isInMargin(line, height, kind)
        if (!(inMargin && PAGE_NUMBER.test(line.text)) && !seen.has(place(line, height))) {
          if (inMargin) continue
          break
        }
        out.add(line)
        const key = `${kind}${normalised(line.text)}`
        if (!asides.has(key)) asides.set(key, { kind, text: line.text })
      }
    return out.size > 0 ? onPage.filter((line) => !out.has(line)) : onPage
  })
  return { lines: kept, asides: [...asides.values()] }
}

function edge(lines: readonly Line[], kind: 'header' | 'footer'): readonly Line[] {
  return kind === 'header' ? lines.slice(0, DEPTH) : lines.slice(-DEPTH).reverse()
}

/** A page number may stand beside the text where the margins are narrow, but nowhere else. */
function isInMargin({ y, size }: Line, height: number, kind: 'header' | 'footer'): boolean {
  return kind === 'header' ? y - size < height * MARGIN : y > height * (1 - MARGIN)
}

const normalised = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, '')
/** Height on the page in steps of a hundredth, and the words. */
const place = (line: Line, height: number) => `${Math.round((line.y / height) * 100)} ${normalised(line.text)}`

/** The lines in the margins that come back on several pages at the same place. */
function repeated(pages: readonly Page[], lines: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [i, onPage] of lines.entries()) {
    const { height } = pages[i]!
    const here = new Set<string>()
    for (const kind of ['header', 'footer'] as const)
      for (const line of edge(onPage, kind)) if (isInMargin(line, height, kind)) here.add(place(line, height))
    for (const key of here) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const needed = Math.max(2, Math.ceil(pages.length * SHARE))
  return new Set([...counts].filter(([, count]) => count >= needed).map(([key]) => key))
}
