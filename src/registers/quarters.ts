/**
 * 控制数 | 一季度 | 二季度 | 三季度, of one thing and with no column that adds them up: what of the plan is used so far. Below 分季度指标 the same names say what
 * each quarter may use.
 */
import type { Sheet, TableCell } from '../core.ts'
import type { Fit } from './headers.ts'
import { countOf, quarterNumber } from './values.ts'

/** What a header says. */
interface Named {
  readonly names: readonly string[]
  readonly fit: Fit
}

const QUARTER = /^第?[一二三四1-4]季度?(实际|完成|已用|实发|实开|使用|执行|发文|会议|开会)?(?:数|量|件数|次数)?$/
/** 完成情况, in a title; of what was given to each quarter nothing is used yet. */
const DONE = /执行|完成|使用|实际|统计|落实|实发|实开|控制情况/
const GIVEN = /分解|安排|下达|分配|拟|预计/
const FEWEST = 2

/** 分季度会议指标; not 指标完成情况, nor what several titles above each other say together. */
const ALLOTS = /指标|计划|控制数|限额|上限|核定|额度/
const TOTAL = /^(?:全年|年度|全年度|合计|总计|全年合计|年度合计)(?:数)?$/
const ALLOTTED = /^第?([一二三四1-4])季度?(?:指标|计划|控制|限额|上限)?(?:数|量|件数|次数)?$/

/** Columns of quarters, by their number. */
const allottedIn = (names: readonly string[]): Map<number, number> =>
  new Map(
    names.flatMap((name, column) => {
      const said = ALLOTTED.exec(name)?.[1]
      return said === undefined ? [] : [[quarterNumber(said), column] as const]
    }),
  )
/** Does the title, or the nearest of several, say that quarters are planned? */
const allots = (about: string): boolean =>
  [about, about.trim().split(/\s+/).at(-1)!].some((said) => ALLOTS.test(said) && !DONE.test(said))

/** 单位 | 一季度 | 二季度 | 三季度 | 四季度 | 全年, below 分季度会议指标: 全年 is the plan of the year. */
export function yearlyPlan(names: readonly string[], about: string): readonly string[] {
  const whole = names.findIndex((name) => TOTAL.test(name))
  if (whole < 0 || !names.some((name) => ALLOTTED.test(name))) return names
  if (allottedIn(names).size < QUARTERS || !allots(about)) return names
  return names.map((name, column) => (column === whole ? '年度计划' : name))
}
const QUARTERS = 4

/** What each quarter may use, by its number (1–4); undefined where the quarters of a plan say something else. */
export function quarterPlans(
  sheet: Sheet,
  { names, fit }: Named,
  title: string,
  cell: (row: number, column: number) => TableCell,
): ((row: number, quarter: number) => TableCell | undefined) | undefined {
  if (fit.kind !== 'plan' || !fit.columns.has('quota') || !names.some((name) => ALLOTTED.test(name))) return undefined
  const columns = allottedIn(names)
  if (columns.size < QUARTERS || !allots(title)) return undefined
  return (row, quarter) => {
    const column = columns.get(quarter)
    return column === undefined || sheet.text(row, column).trim() === '' ? undefined : cell(row, column)
  }
}

/** Undefined where the quarters are none of what was done. `about`: names of file and sheet, and the title. */
export function quarterSums(
  sheet: Sheet,
  { names, fit }: Named,
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
