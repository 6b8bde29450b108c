/** Tables of running text for a terminal. */
import { noPaint } from '../reporters/paint.ts'
import { paragraph, textColumns, toCells } from '../reporters/terminal.ts'

const GAP = '  '
/** A column of text that is narrower than this is hard to read; one that has less to say may be. */
const NARROWEST = 14

/** Lines of a table, its head first: in columns, or, where there is no room for them, a row after the other with the heads before its cells. */
export function tableLines(rows: readonly (readonly string[])[], width: number, indent: number): string[] {
  const [head = []] = rows
  const natural = head.map((_, column) => Math.max(...rows.map((row) => textColumns(row[column] ?? ''))))
  const room = width - indent - GAP.length * (head.length - 1)
  const widths = fitted(natural, room)
  return widths ? inColumns(rows, widths, indent) : inItems(rows, width, indent)
}

/** The widest columns give way, all to the same width; undefined where that would be too narrow. */
function fitted(natural: readonly number[], room: number): number[] | undefined {
  const sum = (limit: number) => natural.reduce((total, columns) => total + Math.min(columns, limit), 0)
  let limit = Math.max(...natural)
  while (limit >= NARROWEST && sum(limit) > room) limit--
  if (sum(limit) > room) return undefined
  // What is left over goes to the last of them, which explains the others.
  const widths = natural.map((columns) => Math.min(columns, limit))
  for (let column = widths.length - 1; column >= 0; column--)
    widths[column]! += Math.min(natural[column]! - widths[column]!, room - widths.reduce((a, b) => a + b, 0))
  return widths
}

function inColumns(rows: readonly (readonly string[])[], widths: readonly number[], indent: number): string[] {
  const margin = ' '.repeat(indent)
  const laid = rows.map((row) => {
    const cells = widths.map((columns, i) => paragraph(toCells(row[i] ?? ''), { first: 0, rest: 0 }, columns, noPaint))
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, at) =>
      (margin + cells.map((lines, i) => padded(lines[at] ?? '', widths[i]!)).join(GAP)).trimEnd(),
    )
  })
  const rule = margin + widths.map((columns) => '-'.repeat(columns)).join(GAP)
  const [head = [], ...body] = laid
  // Rows of several lines need something between them.
  const isTall = body.some((lines) => lines.length > 1)
  return [...head, rule, ...body.flatMap((lines, i) => (isTall && i > 0 ? ['', ...lines] : lines))]
}

function inItems([head = [], ...body]: readonly (readonly string[])[], width: number, indent: number): string[] {
  const margin = { first: indent, rest: indent + 2 }
  const inner = { first: indent + 2, rest: indent + 4 }
  const colon = head.some((name) => /\p{Script=Han}/u.test(name)) ? '：' : ': '
  return body.flatMap(([first = '', ...cells], i) => [
    ...(i > 0 ? [''] : []),
    ...paragraph(toCells(first), margin, width, noPaint),
    ...cells.flatMap((cell, k) => {
      const name = head[k + 1] ?? ''
      return cell === '' ? [] : paragraph(toCells(name === '' ? cell : name + colon + cell), inner, width, noPaint)
    }),
  ])
}

const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - textColumns(text)))
