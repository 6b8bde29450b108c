/** 红头 | 便函 | 小计 below 发文, with 会议 and 督查 beside it: the sum of one kind, which is how many there are of that kind, and not the sum of the row. */
import type { Sheet } from '../core.ts'
import { MAX_COLUMNS } from './cells.ts'
import type { Header } from './header-rows.ts'
import { fit as fitTo, headerName } from './headers.ts'
import { itemTypes } from './item-types.ts'

/** The header, in which a sum that stands below the name of one kind counts that kind; below any other name that has no kinds under it, nothing. */
export function ofOneKind(sheet: Sheet, header: Header): Header {
  const { row, below, fit } = header
  const whole = fit.columns.get('total')
  if (whole === undefined || below - row < 2) return header
  const [from, until] = under(sheet, row, whole)
  const [name, others] = [headerName(sheet.text(row, from).trim()), itemTypes.filter((type) => fit.columns.has(type))]
  const isWithin = (column: number | undefined): boolean => column !== undefined && column >= from && column < until
  if (until - from < 2 || others.length === 0 || others.some((type) => isWithin(fit.columns.get(type)))) return header
  const columns = new Map(fit.columns)
  columns.delete('total')
  const named = fitTo(fit.kind, [name]).columns
  const type = itemTypes.find((one) => named.has(one))
  if (type !== undefined && !columns.has(type)) columns.set(type, whole)
  return { ...header, fit: { ...fit, columns } }
}

/** The columns over which the name reaches that stands above this one, in the upper row: those of merged cells bear it too, or nothing. */
function under(sheet: Sheet, row: number, column: number): readonly [from: number, until: number] {
  const at = (index: number): string => sheet.text(row, index).trim()
  let from = column
  while (from > 0 && (at(from) === '' || at(from - 1) === at(from))) from--
  let until = column + 1
  while (until < MAX_COLUMNS && until < sheet.width(row + 1) && (at(until) === '' || at(until) === at(from))) until++
  return [from, until]
}
