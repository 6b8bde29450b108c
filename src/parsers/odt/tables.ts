/** Tables of an OpenDocument text: which places of their grid their cells cover. */
import type { Flow, Recording } from '../flow.ts'
import type { XmlScanner } from '../xml.ts'
import type { Reader } from './reader.ts'

/** Cells that one element stands for. */
const MAX_REPEATED = 63

export function openRow({ story }: Reader): void {
  story.rows.push({ span: 1, repeated: 1, covered: 0 })
}

export function closeRow({ story }: Reader): void {
  story.rows.pop()
  story.flow.closeRow()
}

export function openCell({ scanner, story }: Reader): void {
  const row = story.rows.at(-1)
  if (!row) return
  row.span = repetition(scanner, 'table:number-columns-spanned')
  row.repeated = repetition(scanner, 'table:number-columns-repeated')
  story.flow.openCell()
}

export function closeCell({ story: { flow, rows } }: Reader): void {
  const row = rows.at(-1)
  if (!row) return
  flow.closeCell(row.span)
  row.covered = row.span - 1
  addEmptyCells(flow, row.repeated - 1)
}

/** Places that other cells cover: those to the right of a cell are counted with it, those below one are empty. */
export function coveredCell({ scanner, story: { flow, rows } }: Reader): void {
  const row = rows.at(-1)
  const count = repetition(scanner, 'table:number-columns-repeated')
  scanner.skip()
  if (!row) return
  const known = Math.min(count, row.covered)
  row.covered -= known
  addEmptyCells(flow, count - known)
}

function addEmptyCells(flow: Flow | Recording, count: number): void {
  for (let i = 0; i < count; i++) {
    flow.openCell()
    flow.closeCell()
  }
}

function repetition(scanner: XmlScanner, attribute: string): number {
  return Math.min(Math.max(Number.parseInt(scanner.attribute(attribute) ?? '1', 10) || 1, 1), MAX_REPEATED)
}
