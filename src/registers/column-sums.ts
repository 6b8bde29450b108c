/** Rows of totals in any table, whatever it is about: columns of numbers that do not add up. */
import { NOT_ADDED, NOTHING, PART_ABOVE, SLIP } from '../added-up.ts'
import type { Sheet, Span } from '../core.ts'
import { cellReader, rowOf } from './cells.ts'
import { isNear, plain, quarterNumber } from './values.ts'

/** A total that its rows do not make. */
export interface ColumnSum {
  /** As it is written above the column. */
  readonly column: string
  readonly said: number
  readonly computed: number
  readonly at: Span
}

const WHOLE = /^(?:[合总共]\s*计|总数|合计数|总合计)$/
const PARTIAL = /^[一-龥]{0,8}[小分]\s*计$/
/** What is compared with the rows above. */
const ASIDE =
  /^(?:同比|环比|上年|去年|增[减长幅]|占|剩余|余额|(?:年度|全年|本年度?|年初|(?:19|20)\d{2}年度?)?(?:核定|下达|批准|分解)?(?:计划|控制|指标|目标|限额|上限)|平均|备注|说明|注)/
const NUMBER = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:[件个次场项份人家户名元篇条]|批次|人次|场次|万元)?$/
/** Longer sheets are registers of single things. */
const MOST_ROWS = 3_000
const MOST_COLUMNS = 60
const MOST_TOTALS = 100
/** Columns in which a row may say that it is a total. */
const LABELS = 3
/** Rows of a header, upwards from the first figure. */
const HEADER = 3
/** Adds up what stands beside it: 合计, of which the message speaks anyway. */
const SUMS = /^(?:合计|总计|小计|共计|总数)$/

/** `taken`: columns that are compared elsewhere, by what they mean. */
export function* columnSums(sheet: Sheet, text: string, taken: ReadonlySet<number>): Iterable<ColumnSum> {
  if (sheet.length > MOST_ROWS) return
  const kinds = Array.from({ length: sheet.length }, (_, row) => kindOf(sheet, row))
  const ofYear = yearBelowItsParts(sheet)
  if (ofYear !== undefined) kinds[ofYear] = 'whole'
  const totals = kinds.flatMap((kind, row) => (kind === 'whole' || kind === 'partial' ? [row] : []))
  if (totals.length === 0 || totals.length > MOST_TOTALS || kinds.includes('aside-inside')) return
  const cell = cellReader(sheet, text)
  for (let index = 1; index < Math.min(sheet.width(totals[0]!), MOST_COLUMNS); index++) {
    if (taken.has(index)) continue
    const values = kinds.map((_, row) => figureOf(sheet.text(row, index)))
    // Above the first figure the column says what it is.
    const first = values.findIndex((value, row) => typeof value === 'number' && kinds[row] !== 'aside')
    if (first < 1) continue
    const title = Array.from({ length: HEADER }, (_, i) => first - HEADER + i)
      .filter((row) => row >= 0)
      .map((row) => (values[row] === 'words' ? plain(sheet.text(row, index)) : ''))
      .filter((name) => name !== '' && name.length <= 20)
    if (title.length === 0 || title.some((name) => NOT_ADDED.test(name))) continue
    // Another quarter of the column is what its months make.
    let borneOut = false
    for (const total of totals) {
      const said = values[total]
      if (typeof said !== 'number') continue
      const sums = sumOf(total, first, values, kinds)
      // 二季度小计, below April, May and June: of nothing else.
      const isSure = sums !== undefined && isOfItsMonths(sheet, total)
      const computed = isSure ? sums.slice(0, 1) : sums
      if (computed === undefined) break
      if (computed.some((sum) => isNear(sum, said))) {
        borneOut ||= isSure
        continue
      }
      if (Math.abs(computed[0]! - said) > Math.abs(said) * SLIP && !(isSure && borneOut)) continue
      const column = title.at(-1)!
      yield { column: SUMS.test(column) ? '' : column, said, computed: computed[0]!, at: cell(total, index).span }
    }
  }
}

/** 一季度, 二季度, 三季度, 四季度, and below them 全年; or two halves, or months. Undefined where the rows are not so. */
function yearBelowItsParts(sheet: Sheet): number | undefined {
  let [parts, length] = [0, 0]
  for (let row = 0; row < sheet.length; row++) {
    const said = labelIn(sheet, row)
    const own = QUARTER.test(said) ? 3 : HALF.test(said) ? 6 : MONTH.test(said) ? 1 : 0
    if (own > 0 && parts > 0 && own !== length) return undefined
    if (own > 0) {
      parts++
      length = own
    } else if (parts > 0) return OF_YEAR.test(said) && parts * length === 12 ? row : undefined
  }
  return undefined
}
const QUARTER = /^第?[一二三四1-4]季度?$/
const HALF = /^[上下]半年$/
const MONTH = /^(?:1[0-2]|[1-9])月份?$/
const OF_YEAR = /^(?:全年|本年|年度)(?:合计|累计|总计|实际)?$/

/** Is it the subtotal of a quarter, whose three months are the rows right above it? */
function isOfItsMonths(sheet: Sheet, total: number): boolean {
  const nth = /^第?([一二三四1-4])季度?小计$/.exec(labelIn(sheet, total))?.[1]
  if (nth === undefined || total < 3) return false
  const first = 3 * quarterNumber(nth) - 2
  return [0, 1, 2].every((i) => new RegExp(`^${first + i}月份?$`).test(labelIn(sheet, total - 3 + i)))
}
const labelIn = (sheet: Sheet, row: number): string => plain(rowOf(sheet, row).find((cell) => cell !== '') ?? '')

type Value = number | 'words' | undefined
type RowKind = 'whole' | 'partial' | 'aside' | 'aside-inside' | 'entry'

function kindOf(sheet: Sheet, row: number): RowKind {
  const labels = rowOf(sheet, row)
    .slice(0, LABELS)
    .filter((said) => said !== '')
  if (labels.some((said) => WHOLE.test(said))) return 'whole'
  if (labels.some((said) => PARTIAL.test(said))) return 'partial'
  if (labels.some((said) => PART_ABOVE.test(said))) return 'aside-inside'
  return labels.some((said) => ASIDE.test(said)) ? 'aside' : 'entry'
}

function figureOf(said: string): Value {
  const whole = said.trim()
  if (NOTHING.test(whole)) return undefined
  const match = NUMBER.exec(whole)
  return match ? Number(match[1]!.replaceAll(',', '')) : 'words'
}

/**
 * What the rows of a total may add up to, the likeliest first: those since the total before it, all above, or the totals of the groups above; where it
 * stands first, those below. Undefined where there are words among the figures, or too few of them.
 */
function sumOf(
  total: number,
  first: number,
  values: readonly Value[],
  kinds: readonly RowKind[],
): readonly number[] | undefined {
  const leads = total === first
  const end = kinds.findIndex((kind, row) => row > total && kind === 'whole')
  const from = leads ? total + 1 : first
  const to = leads ? (end < 0 ? values.length : end) : total
  let [all, since, groups, parts, groupCount] = [0, 0, 0, 0, 0]
  for (let row = from; row < to; row++) {
    const value = values[row]
    const kind = kinds[row]
    if (kind === 'aside') continue
    // A note below the table; among the rows it is something else than a figure.
    if (value === 'words') {
      if (leads) break
      return undefined
    }
    if (kind === 'entry') {
      if (value === undefined) continue
      parts++
      all += value
      since += value
    } else {
      since = 0
      if (kind === 'partial' && value !== undefined) {
        groups += value
        groupCount++
      }
    }
  }
  if (parts < 2) return undefined
  const sums =
    kinds[total] === 'partial' && !leads ? [since, all] : groupCount > 1 ? [all, groups, since] : [all, since]
  return sums.map((sum) => Number(sum.toPrecision(12)))
}
