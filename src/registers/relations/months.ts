/** 1月…12月 and 全年; quarters and half-years. */
import { isNear, quarterNumber, sumOfAll } from '../values.ts'
import { amountOf, type Judged, type Relation, shown } from './relation.ts'

const MONTH = /^(?:(?:19|20)\d{2}年)?(?:(1[0-2]|0?[1-9])|(十[一二]?|[一二三四五六七八九]))月份?(?:数|数量|件数)?$/
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const SAID_OF_IT =
  '(?:实际|已用|已发|已开|发文|会议|开会|完成|使用|发生|实开|实发|小计|合计|累计|总计|共计|合)?(?:数|数量|件数|次数|总数)?'
const QUARTER = new RegExp(`^(?:(?:19|20)\\d{2}年)?第?([一二三四1-4])季度?${SAID_OF_IT}$`)
const HALF = new RegExp(`^(?:(?:19|20)\\d{2}年)?([上下])半年${SAID_OF_IT}$`)
export const YEAR =
  /^(?:(?:19|20)\d{2}年)?(?:(?:全年|年度|本年|当年|年内)(?:合计|累计|总计|小计|共计|实际|已用|已发|已开|实开|实发|发文|开会|完成|使用){0,2}|(?:合计|累计|总计|共计)(?:已用|已发|已开|完成|发文|使用)?|1[-—–~至到]12月(?:合计|累计|小计)?)(?:数|数量|件数|次数|总数)?$/

/** The months (1–12) that a column is about; of 合计 undefined ends: all that stand beside it. */
interface Months {
  readonly column: number
  readonly from: number
  readonly to: number
}

function monthsOf(name: string, column: number): Months | undefined {
  const [, digits, han] = MONTH.exec(name) ?? []
  const month = digits !== undefined ? Number(digits) : han === undefined ? 0 : HAN.indexOf(han) + 1
  if (month > 0) return { column, from: month, to: month }
  const quarter = QUARTER.exec(name)?.[1]
  if (quarter !== undefined) {
    const nth = quarterNumber(quarter)
    return { column, from: nth * 3 - 2, to: nth * 3 }
  }
  const half = HALF.exec(name)?.[1]
  if (half === undefined) return undefined
  return half === '上' ? { column, from: 1, to: 6 } : { column, from: 7, to: 12 }
}

/** 1月…12月 and 全年; 一季度, 二季度 and 上半年; months and what they make of a year that is not over. */
export function* sumsOf(names: readonly string[]): Iterable<Relation> {
  const spans = names.flatMap((name, column) => monthsOf(name, column) ?? [])
  if (spans.length < 2) return
  // Columns of two header rows, or two tables beside each other.
  const ids = new Set(spans.map(({ from, to }) => `${from} ${to}`))
  const [first, last] = [spans[0]!.column, spans.at(-1)!.column]
  if (ids.size < spans.length || names.slice(first, last + 1).includes('')) return
  const latest = Math.max(...spans.map(({ to }) => to))
  const wholes = names.flatMap((name, column): Months[] => (YEAR.test(name) ? [{ column, from: 1, to: latest }] : []))
  for (const whole of [...spans, ...wholes]) {
    const ways = waysOf(whole, spans)
    if (ways.length > 0) yield { kind: 'row', column: whole.column, judge: (cells) => added(cells, whole, ways) }
  }
}

/** Which columns make up a whole, the finest first: twelve months, four quarters, two halves. */
const waysOf = (whole: Months, spans: readonly Months[]): (readonly Months[])[] =>
  [1, 3, 6].flatMap((length) => {
    const parts = spans.filter(
      ({ from, to, column }) =>
        to - from + 1 === length && from >= whole.from && to <= whole.to && column !== whole.column,
    )
    const isAll = parts.length > 1 && parts.length * length === whole.to - whole.from + 1
    return isAll ? [parts] : []
  })

function added(
  cells: (column: number) => string,
  { column }: Months,
  ways: readonly (readonly Months[])[],
): Judged | undefined {
  const said = amountOf(cells(column))
  if (said === undefined) return undefined
  const sums = ways.map((parts) => {
    const own = parts.map((part) => cells(part.column))
    // Months that are not over yet are empty; one that is empty among others somebody did not tell.
    while (own.at(-1) === '') own.pop()
    return own.length === 0 ? undefined : sumOfAll(own.map((cell) => (cell === '' ? undefined : amountOf(cell))))
  })
  if (sums.includes(undefined)) return undefined
  return { agrees: (sums as number[]).some((sum) => isNear(sum, said)), computed: shown(sums[0]!) }
}
