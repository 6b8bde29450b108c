/** 63~68%, 9～16亿, 4-5千户: the sign, unit or scale that both halves of a range need. */
import { isYear, JOIN, made, N, type NumeralFault, type NumeralFaultKind, PART_OF_MORE, value } from './fault.ts'
import { COUNTED_IN, worth } from './scales.ts'

const PERCENT_RANGE = new RegExp(`^(${N})(?:${JOIN}|[至到])(${N})\\s?([%％])`)
const UNIT_RANGE = new RegExp(`^(${N})${JOIN}(${N})\\s?([万亿])`)
/** 5-6千户, 3至5百元 */
const SCALED_RANGE = new RegExp(`^(${N})(${JOIN}|[至到])(${N})\\s?([百千])${COUNTED_IN}`)
/** What is named by a number, and is small: 指标1—20%, 一等奖1—5百元. */
const LABELS =
  /(?:指标|标段|支部|目标|等次|[图表栋楼路区段类批档级层片线队款组站班号股](?!权)|(?<!同)期|方案|车间|项目|等奖|奖项|阶段|股东|任务|问题|附件|案例|选项|样本|地块|点位|单元|户型|网格|组别|代码|选手|门店|机组|企业|公司|课题|专题|模块)$/
/** May it be a number that names something, before a dash and an amount? */
const isLabel = (before: string, after: string): boolean => /^(?:1?\d|20)(?![\d.])/.test(after) && LABELS.test(before)

export function rangeAt(text: string, i: number, before: string, after: string): NumeralFault | undefined {
  if (PART_OF_MORE.test(before) || isLabel(before, after)) return undefined
  const percent = PERCENT_RANGE.exec(after)
  if (percent && isRange(percent)) return withBoth('percent', text, i, percent, true)
  const unit = UNIT_RANGE.exec(after)
  if (unit && isRange(unit)) return withBoth('unit', text, i, unit, false)
  const range = SCALED_RANGE.exec(after)
  // 网点从3到5千家 is growth, and no range.
  if (!range || /[从由自]$/.test(before)) return undefined
  const [whole, from = '', join = '', to = '', scale] = range
  const [low, high] = [worth(from, scale), worth(to, scale)]
  // 4-5千万元 may be 4元 to somebody who does not know.
  const behind = /^[万亿]/.exec(after.slice(whole.length))?.[0] ?? ''
  return low < high ? made('scale', text, i, i + whole.length, low + behind + join + high, behind === '') : undefined
}

const isRange = ([, from = '', to = '']: RegExpExecArray): boolean => !isYear(from) && value(from) < value(to)

/** The first half with what only the second has. */
const withBoth = (
  kind: NumeralFaultKind,
  text: string,
  i: number,
  [whole, from = '', , behind = '']: RegExpExecArray,
  safe: boolean,
): NumeralFault => made(kind, text, i, i + whole.length, whole.replace(from, `${from}${behind}`), safe)
