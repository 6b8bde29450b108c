/** Rows of a register in which something is found, as the table that they are: header, row, and its notes below it. */
import type { ContentRow, ContentTable } from '../../core.ts'
import { firstAbove } from '../../sorted-lists.ts'
import { escaped } from '../html.ts'
import { levels } from '../levels.ts'
import { keyOf, type Numbered, note, notesAlone, type Telling } from './note.ts'

/** A table of no more columns is shown whole; of a wider one the first, those in question, and one beside each. */
const COLUMNS = 12
const FIRST = 3

type Cell = ContentRow['cells'][number]

/** A row with what begins in it. */
interface Filled {
  readonly row: ContentRow
  readonly isHead: boolean
  readonly notes: readonly Numbered[]
}

export function tablesWithNotes(tables: readonly ContentTable[], found: readonly Numbered[], telling: Telling): string {
  const starts = found.map(({ diagnostic }) => diagnostic.span.start)
  const told = new Set<Numbered>()
  const fill = (isHead: boolean) => (row: ContentRow) => {
    const notes: Numbered[] = []
    const [first, last] = [row.cells[0], row.cells.at(-1)]
    if (first && last)
      for (let i = firstAbove(starts, first.start - 1); i < found.length && starts[i]! <= last.end; i++)
        if (!told.has(found[i]!)) notes.push(found[i]!)
    for (const one of notes) told.add(one)
    return { row, isHead, notes }
  }
  const html = tables.map((table) => {
    const heads = table.heads.map(fill(true))
    // A baseline may have taken findings away since the rows were chosen.
    const rows = table.rows.map(fill(false)).filter(({ notes }) => notes.length > 0)
    return [...heads, ...rows].some(({ notes }) => notes.length > 0) ? tableHtml(table.name, heads, rows, telling) : ''
  })
  const rest = found.filter((one) => !told.has(one))
  return html.join('\n') + (rest.length > 0 ? notesAlone(rest, telling) : '')
}

function tableHtml(name: string, heads: readonly Filled[], rows: readonly Filled[], telling: Telling): string {
  const { say } = telling
  const columns = columnsShown([...heads, ...rows])
  const lineHtml = (filled: Filled) => {
    const { row, isHead, notes } = filled
    const cells = columns.map((column) => cellHtml(column, filled, telling))
    const html = `<tr>${isHead ? `<th scope="col">${say.line}</th>` : `<td>${row.line}</td>`}${cells.join('')}</tr>`
    if (notes.length === 0) return html
    const list = notes.map((one) => note(one, telling, false)).join('')
    return `${html}\n<tr class="told"><td colspan="${columns.length + 1}"><ol class="notes">${list}</ol></td></tr>`
  }
  const caption = name === '' ? '' : `<caption>${say.sheet}<bdi>${escaped(name)}</bdi></caption>`
  // What is told of the header itself must not be repeated on every page.
  const isPlain = heads.length > 0 && heads.every(({ notes }) => notes.length === 0)
  const head = isPlain ? `<thead>${heads.map(lineHtml).join('\n')}</thead>` : ''
  const body = (isPlain ? rows : [...heads, ...rows]).map(lineHtml).join('\n')
  return `<div class="scroll"><table class="grid register">${caption}${head}<tbody>${body}</tbody></table></div>`
}

/** An empty cell is pointed at by what stands where it would. */
const isIn = ({ start, end }: Cell, { diagnostic: { span } }: Numbered): boolean =>
  start === end ? span.start === start : span.start < end && start < Math.max(span.end, span.start + 1)

/** Indices; -1 where some are left out. */
function columnsShown(rows: readonly Filled[]): number[] {
  const all = Array.from({ length: Math.max(...rows.map(({ row }) => row.cells.length)) }, (_, column) => column)
  if (all.length <= COLUMNS) return all
  const told = all.filter((column) =>
    rows.some(({ row, notes }) => row.cells[column] && notes.some((one) => isIn(row.cells[column]!, one))),
  )
  const near = new Set(told.flatMap((column) => [column - 1, column, column + 1]))
  const shown = all.filter((column) => column < FIRST || near.has(column)).slice(0, 2 * COLUMNS)
  return shown.flatMap((column, i) => (i > 0 && column > shown[i - 1]! + 1 ? [-1, column] : [column]))
}

function cellHtml(column: number, { row, isHead, notes }: Filled, telling: Telling): string {
  const [open, close] = isHead ? ['th scope="col"', 'th'] : ['td', 'td']
  if (column < 0) return `<${open}>…</${close}>`
  const cell = row.cells[column]
  if (!cell) return `<${open}></${close}>`
  const hits = notes.filter((one) => isIn(cell, one))
  const keys = hits.filter(({ number }) => !telling.marked.has(number)).map((one) => keyOf(one, telling))
  const level = levels.find((level) => hits.some((one) => one.level === level))
  const words = cell.text === '' && level ? `<span class="empty">${telling.say.empty}</span>` : escaped(cell.text)
  return `<${open}${level ? ` class="hit ${level}"` : ''}>${keys.join('')}${words}</${close}>`
}
