/** 控制数 | 一季度 | 二季度 | 三季度, of one thing and with no column that adds them up: what of the plan is used so far. */
import type { Sheet, TableCell } from '../core.ts'
import type { Header } from './header-rows.ts'
import { countOf } from './values.ts'

const QUARTER = /^第?[一二三四1-4]季度?(实际|完成|已用|实发|实开|使用|执行|发文|会议|开会)?(?:数|量|件数|次数)?$/
/** 完成情况, in a title; of what was given to each quarter nothing is used yet. */
const DONE = /执行|完成|使用|实际|统计|落实|实发|实开|控制情况/
const GIVEN = /分解|安排|下达|分配|拟|预计/
const FEWEST = 2

/** Undefined where the quarters are none of what was done. `about`: names of file and sheet, and the title. */
export function quarterSums(
  sheet: Sheet,
  { names, fit }: Header,
  about: string,
  cell: (row: number, column: number) => TableCell,
): ((row: number) => TableCell | undefined) | undefined {
  if (fit.kind !== 'plan' || [...fit.columns.keys()].some((field) => /used$/i.test(field))) return undefined
  const planned = ['quota', 'documents', 'meetings', 'inspections'].filter((field) => fit.columns.has(field))
  const quarters = names.flatMap((name, column) => (QUARTER.test(name) ? [column] : []))
  if (planned.length !== 1 || quarters.length < FEWEST) return undefined
  const said = `${about} ${quarters.map((column) => QUARTER.exec(names[column]!)?.[1] ?? '').join('')}`
  if (!DONE.test(said) || GIVEN.test(said)) return undefined
  return (row) => {
    let sum = 0
    let last: TableCell | undefined
    for (const column of quarters) {
      if (sheet.text(row, column).trim() === '') continue
      last = cell(row, column)
      const value = countOf(last.text)
      if (value === undefined) return undefined
      sum += value
    }
    return last && { text: String(sum), span: last.span }
  }
}
