/** Sums so far, which only grow. */
import type { RowFigure, Sheet } from '../../core.ts'
import { cellReader, rowOf } from '../cells.ts'
import { plain } from '../values.ts'
import { amountOf, FEWEST, headName, labelOf, shown } from './relation.ts'

const SO_FAR = /累计/
const NO_COUNT = /率|占|比|均|剩|余|增|减|计划|目标/
/** 9月底, 截至10月31日, 1—6月, 6月: up to which month. */
const UNTIL_MONTH = /^(?:(?:19|20)\d{2}年)?(?:截[至止])?(?:1月?[-—–~至到])?(1[0-2]|[1-9])月(?:份|底|末|\d{1,2}[日号])?$/
export const MONTHS_HEAD = /^(?:截[至止])?(?:月份|时间|日期|统计时间|时点|节点|截止?[至止]?(?:月份|时间|日期)|期间)$/

/** 截至月份 | 累计发文: month by month of one office, and one figure is less than the one before it, which all others are not. */
export function* falling(sheet: Sheet, text: string, header: number): Iterable<RowFigure> {
  const names = rowOf(sheet, header).map(headName)
  const cell = cellReader(sheet, text)
  for (const [column, name] of names.entries()) {
    if (!SO_FAR.test(name) || NO_COUNT.test(name)) continue
    let [last, before, rises] = [0, -1, 0]
    const fallen: { readonly row: number; readonly before: number }[] = []
    for (let row = header + 1; row < sheet.length; row++) {
      const month = Number(UNTIL_MONTH.exec(plain(sheet.text(row, 0)))?.[1] ?? 0)
      const value = amountOf(plain(sheet.text(row, column)))
      if (month <= last || value === undefined) break
      if (value < before) fallen.push({ row, before })
      else if (before >= 0) rises++
      last = month
      before = value
    }
    const [only] = fallen
    if (fallen.length !== 1 || !only || rises < FEWEST || CORRECTED.test(rowOf(sheet, only.row).join(' '))) continue
    const { text: said, span: at } = cell(only.row, column)
    const computed = shown(only.before)
    yield { kind: 'falls', unit: labelOf(sheet, only.row), column: name, said, computed, before: '', after: '', at }
  }
}
/** Somebody says why. */
const CORRECTED = /[更订改纠]正|核减|剔除|重复|调整|扣除|口径|撤[销回]|废止/
