/** 红头 | 便函 | 小计 below 发文, with 会议 and 督查 beside it: the sum of one kind, which is how many there are of that kind, and not the sum of the row. */
import type { RegisterKind, Sheet } from '../core.ts'
import { MAX_COLUMNS } from './cells.ts'
import type { Header } from './header-rows.ts'
import { fit as fitTo, headerName } from './headers.ts'
import { type ItemType, itemTypes } from './item-types.ts'

/** Not 1—8月累计. */
const SUM = /^(?!.*累计)(?:.*[小合总共]计|计)数?$/
const WHOLE = /^(?:合计|总计|共计)数?$/

/**
 * The header, in which a sum that stands below the name of one kind counts that kind where nothing else does. What was taken for the sum of the row, and stands
 * below a name that no kinds are under, is none.
 */
export function ofOneKind(sheet: Sheet, header: Header): Header {
  const { row, below, names, fit } = header
  const isOfKinds = fit.kind === 'monthly' || fit.kind === 'plan'
  if (!isOfKinds || fit.perMonth || below - row < 2 || !names.some((name) => SUM.test(name))) return header
  const columns = new Map(fit.columns)
  const sums = new Set<number>()
  for (const [column, name] of names.entries()) {
    if (!SUM.test(name)) continue
    const [from, until] = under(sheet, row, column)
    const isWithin = (other: number | undefined): boolean => other !== undefined && other >= from && other < until
    if (until - from < 2 || itemTypes.some((type) => isWithin(fit.columns.get(type)))) continue
    const type = typeNamed(fit.kind, sheet.text(row, from).trim())
    if (type !== undefined && !columns.has(type)) columns.set(type, column)
    sums.add(column)
  }
  const whole = columns.get('total')
  if (sums.size === 0) return header
  if (whole !== undefined && sums.has(whole)) {
    columns.delete('total')
    const other = names.findIndex((name, column) => WHOLE.test(name) && !sums.has(column))
    if (other >= 0) columns.set('total', other)
  }
  return { ...header, fit: { ...fit, columns } }
}

/** What a name above a column counts: 发文数, 会议（次）; not 社会消费品零售总额. */
export function typeNamed(kind: RegisterKind, name: string): ItemType | undefined {
  const { columns } = fitTo(kind, [headerName(name)])
  return itemTypes.find((type) => columns.has(type))
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
