/** The head of a paper in a table: a red head whose frame nobody sees, or the form on which a paper arrives. */
import {
  ADDRESSEE,
  BODIES,
  isByline,
  isTitleLine,
  LEAD_IN,
  type Line,
  MASTHEAD,
  NUMBER,
  NUMBERED,
  ORDER_NUMBER,
  SALUTATION,
  TITLE_END,
} from './lines.ts'

/** The index after the tables that begin with cell `i`. */
export function tableEnd(lines: readonly Line[], i: number): number {
  let end = i
  while (end < lines.length && lines[end]!.block.kind === 'cell') end++
  return end
}

/** Cells of a form that is filled in where a paper arrives. */
export const FORM = /^(?:[收来]文|登记|拟办|(?:领导)?(?:批示|批办|阅示)|承办|传阅|签收)/
/** 12, 3.5%, 18万元: no head has figures but 份号. */
const FIGURE = /^(?!\d{6}$)[\d.,，]+[%％]?[一-龥]{0,3}$/
/** No table above a title has more cells. */
const HEAD_CELLS = 80
/** Lines between such a table and the title: numbers, 密级. */
const TITLE_BELOW = 6

const opensText = ({ text }: Line): boolean =>
  SALUTATION.test(text) || (ADDRESSEE.test(text) && BODIES.test(text) && !NUMBERED.test(text) && !LEAD_IN.test(text))

/** Where the title begins that the last cells of the tables `[i, end)` hold, above the text or above who speaks and when; `end` where they hold none. */
export function titleCells(lines: readonly Line[], i: number, end: number): number {
  let below = end
  while (below < lines.length && below < end + 3 && isByline(lines[below]!.text)) below++
  if (!lines[below] || !opensText(lines[below]!)) return end
  for (let from = Math.max(i, end - 3); from < end; from++) if (titleIn(lines, from, end)) return from
  return end
}

/** Do the cells from `i` on hold a whole title, and nothing else? */
function titleIn(lines: readonly Line[], i: number, end: number): boolean {
  const own = lines.slice(i, end)
  return (
    TITLE_END.test(own.at(-1)!.flat) &&
    own.every(({ flat, text }) => isTitleLine(flat, text) && !NUMBER.test(flat) && !MASTHEAD.test(text))
  )
}

/**
 * Do the tables `[i, end)` stand above a paper's title, as its red head (a frame that nobody sees) or as a form? Then a title follows, or the end of
 * the table is one, and the text begins. A table of figures has words like a title below it, too, but hardly a whole one.
 */
export function headsPaper(lines: readonly Line[], i: number, end: number): boolean {
  if (end - i > HEAD_CELLS || end >= lines.length) return false
  const cells = lines.slice(i, end)
  if (cells.some(({ text }) => text.length > 120)) return false
  const red = cells.some(({ flat, text }) => NUMBER.test(flat) || MASTHEAD.test(text) || flat === '文件')
  const form = cells.some(({ flat }) => FORM.test(flat))
  if (titleCells(lines, i, end) < end) return true
  if (!red && !form && (cells.length > 12 || cells.some(({ flat }) => FIGURE.test(flat)))) return false
  let titled = false
  for (const { flat, text } of lines.slice(end, end + TITLE_BELOW)) {
    if (!titled && (NUMBER.test(flat) || ORDER_NUMBER.test(flat) || MASTHEAD.test(text))) continue
    if (!isTitleLine(flat, text)) return titled && red
    titled = true
    if (TITLE_END.test(flat)) return true
  }
  return false
}
