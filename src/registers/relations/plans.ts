/** 计划 | 已用 | 剩余 | 使用率. */
import { isNear } from '../values.ts'
import { asPercentage, changeOf } from './changes.ts'
import { YEAR } from './months.ts'
import { amountOf, type Relation, shown } from './relation.ts'

const WHAT = '(?:发文|文件|会议|开会|督查检查考核|督查检查|督查|督导|检查|调研|[进入]企|简报|活动)?'
const PLANNED = new RegExp(
  `^(?:(?:19|20)\\d{2}年度?)?(?:年度|全年|本年度?|核定|下达|批准|年初)?${WHAT}(?:计划|指标|限额|控制|目标|核定|上限|额度){1,2}(?:数|总数|件数|次数|数量|指标|限额)?$`,
)
const USED =
  /^(?:(?:全年|年度|本年|累计|目前|截至目前|合计)?(?:已|实际)(?:用|使用|发|发文|开|召开|印发|开展|执行|完成|[进入查检办去]|[进入]企|检查)|累计(?:使用|完成|执行)|全年(?:使用|执行)|使用|执行|完成|实际)(?:数|件数|次数|数量|指标)?$/
/** 1—9月, beside the plan of the year. */
const UNTIL = /^1月?[-—–~至到](?:1[0-2]|[2-9])月(?:实际|累计|合计|已用|完成|使用)?(?:数|件数|次数|数量)?$/
const LEFT = /^(?:还|尚|年末)?(?:剩余?|结余|余额?|节余)(?:数|量|指标|件数|次数|数量|额)?$/
/** What stands over 小计. */
const OVER_PLANNED = /计划|控制|指标|限额|上限|核定/
const OVER_USED = /实际|已|执行|完成|使用|累计/
const SUM = /^(?:小计|合计|总计)$/
/** What may be added to a plan, or taken from it. */
export const MOVED = /追加|调剂|调整|调[入出]|收回|机动|结转|核减|核增|新增|预留|占用/

/** 调整后计划: what the changes beside it made of a plan. */
const CHANGED_PLAN =
  /^(?:调整|变更|追加|调剂|增减)后(?:的)?(?:年度|全年)?(?:计划|指标|核定|控制)?(?:数|总数|数量|指标)?$/
/** 追加, beside 年初计划; of other changes nothing tells whether they add or take. */
const ADDED = /^(?:年中|中途|后期|经批准|批准|获批)?(?:追加|调增|核增)(?:计划|指标|限额)?(?:数|数量|件数|次数)?$/

interface PlanUsed {
  readonly before: number
  readonly after: number
  /** What was added to the plan later. */
  readonly added?: number
}

/** How much a plan is with what was added to it; an empty cell adds nothing. */
const planOf = ({ before, added }: PlanUsed, cells: (column: number) => string): number | undefined => {
  const plan = amountOf(cells(before))
  const more = added === undefined || cells(added) === '' ? 0 : amountOf(cells(added))
  return plan === undefined || more === undefined ? undefined : plan + more
}

/** The plan and what was used of it, of the columns from `from` to `to`; undefined where there is not one of each, or nobody knows what changed the plan. */
function planLeftOf(
  names: readonly string[],
  upper: (column: number) => string,
  from: number,
  to: number,
): PlanUsed | undefined {
  const own = Array.from({ length: to - from }, (_, i) => from + i)
  const only = (...tests: ((column: number) => boolean)[]): number => {
    for (const test of tests) {
      const found = own.filter(test)
      if (found.length > 0) return found.length === 1 ? found[0]! : -1
    }
    return -1
  }
  const isSum = (column: number): boolean => SUM.test(names[column]!)
  const before = only(
    (column) => CHANGED_PLAN.test(names[column]!),
    (column) => PLANNED.test(names[column]!),
    (column) => isSum(column) && OVER_PLANNED.test(upper(column)),
  )
  const after = only(
    (column) => USED.test(names[column]!),
    (column) => YEAR.test(names[column]!) && !OVER_PLANNED.test(upper(column)),
    (column) => UNTIL.test(names[column]!),
    (column) => isSum(column) && OVER_USED.test(upper(column)) && !OVER_PLANNED.test(upper(column)),
  )
  if (before < 0 || after < 0 || before === after) return undefined
  const moved = own.filter((column) => MOVED.test(names[column]!) || MOVED.test(upper(column)))
  if (moved.length === 0 || CHANGED_PLAN.test(names[before]!)) return { before, after }
  const [added] = moved
  return moved.length === 1 && ADDED.test(names[added!]!) ? { before, after, added: added! } : undefined
}

/**
 * Of several columns of one meaning each ends a group of its own; one alone may stand anywhere. None where something behind the last says how plans were
 * changed.
 */
function groupsOf(
  columns: readonly number[],
  names: readonly string[],
): { column: number; from: number; to: number }[] {
  const [only, ...more] = columns
  if (only === undefined) return []
  if (more.length === 0) return [{ column: only, from: 0, to: names.length }]
  if (names.slice(columns.at(-1)! + 1).some((name) => MOVED.test(name))) return []
  return columns.map((column, i) => ({ column, from: (columns[i - 1] ?? -1) + 1, to: column }))
}

const namedSo = (names: readonly string[], pattern: RegExp): number[] =>
  names.flatMap((name, column) => (pattern.test(name) ? [column] : []))

/** 计划 | 已用 | 剩余, once or for each of several kinds. */
export function* leftOf(names: readonly string[], upper: (column: number) => string): Iterable<Relation> {
  for (const { column, from, to } of groupsOf(namedSo(names, LEFT), names)) {
    const pair = planLeftOf(names, upper, from, to)
    if (!pair) continue
    const amounts = (cells: (column: number) => string) =>
      [planOf(pair, cells), amountOf(cells(pair.after)), amountOf(cells(column))] as const
    yield {
      kind: 'left',
      column,
      ...pair,
      judge(cells) {
        const [plan, spent, said] = amounts(cells)
        if (plan === undefined || spent === undefined || said === undefined) return undefined
        const computed = plan - spent
        // Of what was overdrawn some write how much, some 0.
        const agrees = isNear(computed, said) || (computed < 0 && (said === 0 || isNear(-computed, said)))
        return { agrees, computed: shown(computed) }
      },
      overdrawn(cells) {
        const [plan, spent] = amounts(cells)
        return plan !== undefined && spent !== undefined && spent > plan ? plan : undefined
      },
    }
  }
}

/** 使用率, 占计划比例: what was used as a percentage of the plan. */
const SHARE =
  /^(?:(?:计划|指标|年度计划|控制数)?(?:使用|执行|完成|占用|用量)(?:率|比例|占比|进度|百分比)|占(?:年度)?(?:计划|指标|控制)数?(?:的)?(?:比例|百分比|比重|比|%)?)$/

export function* usedShares(names: readonly string[], upper: (column: number) => string): Iterable<Relation> {
  for (const { column, from, to } of groupsOf(namedSo(names, SHARE), names)) {
    const pair = planLeftOf(names, upper, from, to)
    if (!pair) continue
    yield {
      kind: 'rate',
      column,
      ...pair,
      judge(cells) {
        const [plan, spent] = [planOf(pair, cells), amountOf(cells(pair.after))]
        const said = changeOf(cells(column))
        if (plan === undefined || plan <= 0 || spent === undefined || !said) return undefined
        return asPercentage((spent / plan) * 100, said)
      },
    }
  }
}
