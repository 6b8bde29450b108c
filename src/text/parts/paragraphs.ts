/**
 * Paragraphs as a clerk means them, where a file has them otherwise: a whole paper that was put into a table for its frame, and lines that were
 * broken inside a paragraph (Shift+Enter), as in what is pasted from web pages.
 */
import type { Block, Layout, Parsed, Row, Span, Stretch } from '../../core.ts'
import { standsAlone, TITLE_END } from './lines.ts'

/** What of a table's text stands in rows of several cells, at most, where the table is but the frame around a paper. */
const BESIDE = 0.2
/** What of the document's text such a table holds, at least. */
const WHOLE = 0.5
const CELL = /^表(\d+)第(\d+)行第(\d+)列$/
/** Lines cut at one width by a program are at least so long, and differ by so much. UTF-16 units. */
const CUT = 20
const RAGGED = 2
/** No line that is part of a paper by what stands in it is longer. UTF-16 units. */
const SHORT = 64
const ENDED = /[。！？；：!?;:][”’」』）)】]*$/
const OPEN = /[，、,（(“‘《〈—]$/

/** For formats in which a line break inside a paragraph was put there by somebody. */
export const asMeant = (parsed: Parsed): Parsed => withBreaks(withoutFrame(parsed))

// --------------------------------------------------------------------------------------------------- tables

/** A table that holds one cell a row and most of the document is no table: its cells become paragraphs. */
function withoutFrame(parsed: Parsed): Parsed {
  const { blocks, rows } = parsed
  if (rows.length === 0) return parsed
  const length = ({ start, end }: Span) => end - start
  const whole = blocks.reduce((sum, block) => sum + length(block), 0)
  const tables = new Map<string, Map<string, Block[]>>()
  for (const block of blocks) {
    const [, table = '', row = ''] = (block.kind === 'cell' && CELL.exec(block.label)) || []
    if (table === '') continue
    let own = tables.get(table)
    if (!own) tables.set(table, (own = new Map()))
    const cells = own.get(row)
    if (cells) cells.push(block)
    else own.set(row, [block])
  }
  const frames = new Set<string>()
  for (const [table, own] of tables) {
    let all = 0
    let beside = 0
    for (const cells of own.values()) {
      const size = cells.reduce((sum, block) => sum + length(block), 0)
      all += size
      if (cells.some(({ label }) => label !== cells[0]!.label)) beside += size
    }
    if (all >= whole * WHOLE && beside <= all * BESIDE) frames.add(table)
  }
  if (frames.size === 0) return parsed
  const counts = new Map<string, number>()
  for (const { label } of blocks) counts.set(label, (counts.get(label) ?? 0) + 1)
  const numbers = new Map<string, number>()
  return {
    ...parsed,
    rows: rows.filter((row: Row) => !frames.has(String(row.table))),
    blocks: blocks.map((block): Block => {
      const table = block.kind === 'cell' ? CELL.exec(block.label)?.[1] : undefined
      if (table === undefined || !frames.has(table)) return block
      const number = (numbers.get(block.label) ?? 0) + 1
      numbers.set(block.label, number)
      const label = counts.get(block.label)! > 1 ? `${block.label}第${number}段` : block.label
      return { ...block, kind: 'paragraph', label }
    }),
  }
}

// --------------------------------------------------------------------------------------------- broken lines

/** A paragraph whose lines are paragraphs of their own becomes as many blocks, each with its line: 第1段第5行. */
function withBreaks(parsed: Parsed): Parsed {
  const { text } = parsed
  const pieces = parsed.blocks.map((block) =>
    block.kind === 'cell' || block.kind === 'code' || text.lastIndexOf('\n', block.end - 1) < block.start
      ? [block]
      : brokenUp(text, block),
  )
  if (pieces.every((own) => own.length === 1)) return parsed
  const { layout } = parsed
  return { ...parsed, blocks: pieces.flat(), ...(layout && { layout: () => laidOut(layout(), pieces) }) }
}

interface Line extends Span {
  /** 1-based, empty ones counted. */
  readonly number: number
  readonly text: string
  /** Without layout white space. */
  readonly flat: string
}

function brokenUp(text: string, block: Block): Block[] {
  const lines = linesOf(text, block)
  const longest = lines.reduce((most, { flat }) => Math.max(most, flat.length), 0)
  const found: Block[] = []
  let first = 0
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && !parts(lines, i - 1, longest, block.kind === 'heading')) continue
    const { level, ...plain } = block
    const own = found.length === 0 ? block : { ...plain, kind: 'paragraph' as const }
    const label = `${block.label}第${lines[first]!.number}行`
    found.push({ ...own, start: lines[first]!.start, end: lines[i - 1]!.end, label })
    first = i
  }
  return found.length > 1 ? found : [block]
}

function linesOf(text: string, { start, end }: Span): Line[] {
  const lines: Line[] = []
  let from = start
  for (let number = 1; from <= end; number++) {
    const at = text.indexOf('\n', from)
    const to = at < 0 || at > end ? end : at
    const line = text.slice(from, to)
    const trimmed = line.trim()
    if (trimmed !== '') lines.push({ start: from, end: to, number, text: trimmed, flat: trimmed.replace(/\s+/g, '') })
    from = to + 1
  }
  return lines
}

/** Does a paragraph end with line `i`, or does it only go on below? A heading is a line of its own already; what it says may be broken for its looks. */
function parts(lines: readonly Line[], i: number, longest: number, heading: boolean): boolean {
  const line = lines[i]!
  const next = lines[i + 1]!
  if (ENDED.test(line.flat)) return true
  if (OPEN.test(line.flat)) return false
  if (alone(next) || alone(line) || (!heading && next.number > line.number + 1)) return true
  // What was said so far has clauses, or fills its line: it goes on.
  if (heading || /[，。；]/.test(line.flat) || line.flat.length > SHORT) return false
  if (TITLE_END.test(line.flat)) return true
  if (line.flat.length >= CUT && line.flat.length >= longest - RAGGED) return false
  if (/[，。；]/.test(next.flat)) return true
  // Names above a date sign, each for itself; a title goes on.
  return next === lines.at(-1) ? false : /^.{2,40}$/.test(next.flat) && signs(lines, i)
}

const alone = ({ flat, text }: Line): boolean => flat.length <= 400 && standsAlone(flat, text)

/** Do only names stand between line `i` and a date? */
function signs(lines: readonly Line[], i: number): boolean {
  for (const { flat, text } of lines.slice(i + 1, i + 6)) {
    if (/\d日$|[一二三四五六七八九十]日$/.test(flat) && standsAlone(flat, text)) return true
    if (/[，。；：]/.test(flat)) return false
  }
  return false
}

/** Each piece stands as its paragraph does, with what of its characters lies in it. */
function laidOut(layout: Layout, pieces: readonly (readonly Block[])[]): Layout {
  return {
    ...layout,
    blocks: layout.blocks.flatMap((type, i) =>
      pieces[i]!.length === 1
        ? [type]
        : pieces[i]!.map((piece) => ({ ...type, stretches: type.stretches.flatMap((s) => within(s, piece)) })),
    ),
  }
}

function within(stretch: Stretch, { start, end }: Span): Stretch[] {
  const from = Math.max(stretch.start, start)
  const to = Math.min(stretch.end, end)
  return from < to ? [{ ...stretch, start: from, end: to }] : []
}
