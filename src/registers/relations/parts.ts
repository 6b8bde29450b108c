/** 小计 and what stands to its left; 原有, and what became of it. */
import { NOT_ADDED } from '../../added-up.ts'
import type { Sheet } from '../../core.ts'
import { isNear, plain, sumOfAll } from '../values.ts'
import { amountOf, type Judged, labelOf, NO_ROW, type Relation, shown, WHOLE_ROW } from './relation.ts'

/** 小计, 三项合计: of the columns to its left. */
export const TOTAL = /^(?:[一-龥]{0,4}(?:小计|合计|总计|共计)|总数)数?$/
/** Rows that must bear out what nothing but their figures says. */
const FEWEST_SUMS = 3
/** And so many more of them than of others. */
const SURELY = 3
const MOST_PARTS = 12

/** 督查 | 检查 | 考核 | 小计: which columns to its left a sum adds up its rows tell, as many of them as there may be. */
export function addedUpLeft(sheet: Sheet, row: number, names: readonly string[], column: number): Relation | undefined {
  const parts: number[] = []
  for (let left = column - 1; left > 0 && parts.length < MOST_PARTS; left--) {
    const name = names[left]!
    if (TOTAL.test(name) || NOT_ADDED.test(name) || NOT_PART.test(name)) break
    if (!holdsFigures(sheet, row + 1, left)) break
    parts.unshift(left)
  }
  for (; parts.length > 1; parts.shift()) {
    const judge: Relation['judge'] = (cells) => sumOfParts(cells, parts, column)
    const seen = { agreeing: 0, wrong: 0 }
    for (let below = row + 1; below < sheet.length; below++) {
      if (NO_ROW.test(labelOf(sheet, below)) || plain(sheet.text(below, column)) === '') continue
      const cells = (index: number) => plain(sheet.text(below, index))
      // One figure and nothings make any sum.
      if (parts.filter((part) => (amountOf(cells(part)) ?? 0) !== 0).length < 2) continue
      const judged = judge(cells)
      // A row of totals carries on what is wrong above it.
      if (judged && (judged.agrees || !WHOLE_ROW.test(labelOf(sheet, below)) || seen.wrong === 0))
        seen[judged.agrees ? 'agreeing' : 'wrong']++
    }
    if (seen.agreeing < FEWEST_SUMS || seen.agreeing < seen.wrong * SURELY) continue
    return { kind: 'row', column, judge }
  }
  return undefined
}
const NOT_PART = /其中|序号|上年|去年|同期|计划|控制|指标|上限|剩余|结余/

function holdsFigures(sheet: Sheet, from: number, column: number): boolean {
  let figures = 0
  for (let row = from; row < sheet.length && figures < FEWEST_SUMS; row++) {
    const said = plain(sheet.text(row, column))
    if (said === '') continue
    if (amountOf(said) !== undefined) figures++
    else if (figures > 0) return false
  }
  return figures === FEWEST_SUMS
}

function sumOfParts(cells: (column: number) => string, parts: readonly number[], whole: number): Judged | undefined {
  const said = amountOf(cells(whole))
  const values = parts.map((part) => (cells(part) === '' ? undefined : amountOf(cells(part))))
  const sum = sumOfAll(values)
  if (said === undefined || sum === undefined) return undefined
  return { agrees: isNear(sum, said), computed: shown(sum) }
}

/** 原有 | 保留 | 撤销 | 合并: what became of what there was. */
const BEFORE_ALL =
  /^(?:原有?|清理前|整[合治]前|规范前|撤并前|改革前|排查|梳理|摸排|应清理|总)(?:有|共)?(?:总?数|个数|数量|总量|机构数|群数)?$/
const BECAME =
  /^(?:拟|已|其中)?(?:保留|留存|撤销|取消|合并|整合|归并|并入|精简|废止|注销|关停|解散|更名|转隶|划转|移交|关闭|退出|停用|暂缓)(?:总?数|个数|数量|机构数|群数)?$/

export function* disposed(names: readonly string[]): Iterable<Relation> {
  for (const [column, name] of names.entries()) {
    if (!BEFORE_ALL.test(name)) continue
    const parts: number[] = []
    for (let next = column + 1; next < names.length && BECAME.test(names[next]!); next++) parts.push(next)
    if (parts.length > 1) yield { kind: 'row', column, judge: (cells) => sumOfParts(cells, parts, column) }
  }
}
