/** .5%: a decimal without the zero before its point. */
import { alone, made, type NumeralFault } from './fault.ts'

const PURE_DECIMAL =
  /^\d{1,4}\s?(?:[%％]|个百分点|倍|[万亿]?(?:元|吨|亩|米|公[里顷斤]|小时|(?:平方|立方)[米公]里?)|[万亿][人户])/
const BEFORE_DECIMAL = /[一-龥](?<![条款项章节图表附件零〇一二两三四五六七八九十百千万亿])\.$/

/** What is said of an amount ends so. */
const OF_AMOUNT =
  /[率占比在为达到至增降长约近按以于补助给收扣减高低升快慢过超足有计共是每额量值度幅重多少各均需应可能予了上下出付贴提金款资入仅只]$/
/** Does the point at `i` end a sentence: behind a measured number, or where others around it end so? */
const isStop = (text: string, start: number, end: number, i: number): boolean =>
  /\d[万亿]?(?:元|亩|吨|米|公[里顷斤]|[户人个家名件次]|%|％)$/.test(text.slice(Math.max(start, i - 6), i)) ||
  /[一-龥]\.(?:$|[^\d])/.test(text.slice(Math.max(start, i - AROUND), Math.min(end, i + AROUND)))
/** A paragraph; a text without lines is not looked through for each of its points. UTF-16 units. */
const AROUND = 600

/** `i` is behind the point. */
export function decimalAt(
  text: string,
  start: number,
  end: number,
  i: number,
  before: string,
  after: string,
): NumeralFault | undefined {
  const m = BEFORE_DECIMAL.test(before) && PURE_DECIMAL.exec(after)
  // 整治行动.5万元以上的, 200万元.5公里: a full stop of half the width.
  if (!m || isStop(text, start, end, i - 1)) return undefined
  return OF_AMOUNT.test(before.slice(0, -1))
    ? alone('zero', text, i - 1, i + m[0].length, `0.${m[0]}`)
    : made('zero', text, i - 1, i + m[0].length, `0.${m[0]}`, false)
}
