/** A text → paragraphs as its reader sees them: title, headings, items, tables, and what stands on the right at the end. */
import type { Block, Doc, Span } from '../core.ts'

export type Look =
  | 'title'
  | 'centre'
  | 'flush'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'text'
  | 'item'
  | 'quote'
  | 'code'
  | 'end'
  | 'raw'

/** A document, as far as it is laid out. */
type Written = Pick<Doc, 'text' | 'blocks'>

export interface Paragraph extends Span {
  readonly look: Look
  /** 第12段 */
  readonly label: string
  /** The number or bullet of a list item, where it stands outside the paragraph. */
  readonly bullet: string
  /** Up to here the paragraph is a heading with the text behind it; its start where it is not. */
  readonly lead: number
  readonly cell?: { readonly table: string; readonly row: number; readonly column: number }
}

const numbered: readonly (readonly [look: Look, pattern: RegExp])[] = [
  ['h1', /^(?:第[一二三四五六七八九十百]{1,4}[章部编篇]|[一二三四五六七八九十]{1,3}[、.．])/],
  ['h2', /^(?:第[一二三四五六七八九十百]{1,4}节|[（(][一二三四五六七八九十]{1,3}[)）])/],
  ['h3', /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）])/],
]
const leading =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))[^。；：\n]{2,32}。(?=[^\n])|^第[一二三四五六七八九十百零]{1,7}条(?=[\s\u3000])/
const ended = /[。；：！？，、;:!?]$/
const dateOnly =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/
const underTitle = /^[（(【]|〔\d{4}〕|^\d{4}年\d{1,2}月\d{1,2}日/
const cellLabel = /^(表\d+)第(\d+)行第(\d+)列$/
/** How many paragraphs may stand above the body; how long a heading may be (UTF-16 units). */
const HEAD = 8
const LONGEST = 60

/** A document without blocks is read line by line. */
const linesOf = ({ text }: Written): Block[] =>
  [...text.matchAll(/[^\r\n\u2028\u2029]*[^\s]/g)].map((line, i) => {
    const indent = line[0].length - line[0].trimStart().length
    const start = line.index + indent
    return { kind: 'paragraph', start, end: line.index + line[0].length, label: `第${i + 1}段` }
  })

export function paragraphsOf(source: Written): Paragraph[] {
  const { text } = source
  const blocks = source.blocks.length > 0 ? source.blocks : linesOf(source)
  let above = true
  const found = blocks.map((block, i): Paragraph => {
    const words = text.slice(block.start, block.end)
    const before = blocks[i - 1]
    const listed = before !== undefined && text[before.end - 1] === '；'
    const look = lookOf(block, words, i, above && i < HEAD, listed)
    above &&= look === 'title' || look === 'centre' || look === 'raw'
    const lead = look === 'text' || look === 'item' ? (leading.exec(words)?.[0].length ?? 0) : 0
    const cell = block.kind === 'cell' ? cellLabel.exec(block.label) : null
    return {
      start: block.start,
      end: block.end,
      look,
      label: block.label,
      bullet: block.kind === 'item' ? bulletBefore(text, block.start) : '',
      lead: block.start + lead,
      ...(cell ? { cell: { table: cell[1]!, row: Number(cell[2]), column: Number(cell[3]) } } : {}),
    }
  })
  return signed(found, text)
}

/** `above`: stands above the body; `listed`: the last one of a list （一）…；（二）…。 is no heading. */
function lookOf(block: Block, words: string, index: number, above: boolean, listed: boolean): Look {
  if (block.kind === 'code' || block.kind === 'quote') return block.kind
  if (block.kind === 'cell') return 'text'
  const heading = block.kind === 'heading'
  const inner = words.search(/[。！？；]/)
  const short = words.length <= LONGEST && (inner < 0 || inner === words.length - 1)
  if (heading || (short && !listed && !/[；：;:]$/.test(words)))
    for (const [look, pattern] of numbered) if (pattern.test(words)) return look
  if (above && !ended.test(words) && words.length <= 2 * LONGEST) return underTitle.test(words) ? 'centre' : 'title'
  if (heading) return block.level === undefined || block.level <= 2 ? 'h1' : block.level === 3 ? 'h2' : 'h3'
  if (index < HEAD + 2 && words.endsWith('：') && inner < 0 && /各|政府|单位|委|局|部|同志/.test(words)) return 'flush'
  return block.kind === 'item' ? 'item' : 'text'
}

/** `1.` or `-` before an item of a Markdown list. */
function bulletBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 24), start)
  const number = /(?:^|[\r\n])[ \t>]*(\d{1,9}[.)])[ \t]+\**$/.exec(before)?.[1]
  return number ?? (/(?:^|[\r\n])[ \t>]*[-+*][ \t]+\**$/.test(before) ? '•' : '')
}

/** A date that stands alone near the end goes to the right, and so does the name above it. */
function signed(paragraphs: readonly Paragraph[], text: string): Paragraph[] {
  const words = ({ start, end }: Span) => text.slice(start, end)
  return paragraphs.map((p, i) => {
    if (p.look !== 'text' || p.cell || i < paragraphs.length / 2) return p
    const next = paragraphs[i + 1]
    const above = next && dateOnly.test(words(next)) && p.end - p.start <= 40 && !ended.test(words(p))
    return above || dateOnly.test(words(p)) ? { ...p, look: 'end' } : p
  })
}
