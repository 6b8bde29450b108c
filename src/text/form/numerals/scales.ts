/** 5千人, 1千5百亩, 5千~6千人: of the scales, only 万 and 亿 stand behind figures. */
import { AHEAD, alone, JOIN, made, N, type NumeralFault, PART_OF_MORE, value } from './fault.ts'

/** What is counted in hundreds and thousands; 5千伏, 3千米 and 2千瓦 are units. */
export const COUNTED_IN = '(?=[万亿元个名人家户余多件项次份册株头只台辆套公亩])'
/** 5千~6千人 */
const BOTH_SCALED = new RegExp(`^(${N})\\s?([百千])(${JOIN}|[至到])(${N})\\s?([百千])(?!亿亿)${COUNTED_IN}`)
const SCALED = new RegExp(`^(${N})\\s?([百千])(?!亿亿)${COUNTED_IN}`)
/** 1千5百亩 */
const THOUSANDS = new RegExp(`^([1-9])千([1-9])百${COUNTED_IN}`)

const scaleOf = (scale: string | undefined) => (scale === '百' ? 100 : 1000)
export const worth = (digits: string, scale: string | undefined) => Math.round(value(digits) * scaleOf(scale))

export function scaleAt(text: string, i: number, after: string): NumeralFault | undefined {
  const both = BOTH_SCALED.exec(after)
  if (both) {
    const [whole, from = '', ofFrom, join = '', to = '', ofTo] = both
    return made('scale', text, i, i + whole.length, worth(from, ofFrom) + join + worth(to, ofTo), true)
  }
  const one = SCALED.exec(after)
  if (one) {
    const whole = value(one[1]!) * scaleOf(one[2])
    if (Number.isInteger(whole)) return alone('scale', text, i, i + one[0].length, String(whole))
  }
  const m = THOUSANDS.exec(after)
  if (!m) return undefined
  return made('scale', text, i, i + m[0].length, String(Number(m[1]) * 1000 + Number(m[2]) * 100), true)
}

/** 17万, 3亿: what stands ahead of the thousands and hundreds. */
const GREAT = /(?<![\d.,])([1-9]\d{0,3})([万亿])零?$/
/** 17万1千6百元, 8万5百元; 2万5千人 is in use. */
const BELOW_MYRIAD = /^(?:([1-9])千)?([1-9])百(?=[元个名人家户件项次份册株头只台辆套公亩斤吨棵])/
/** 3亿2千万, 3亿2千多万, 3亿5百万 */
const BELOW_HUNDRED_MILLION = /^(?:([1-9])千)?(?:([1-9])百)?([余多]?)万/

/** `i` is at the thousands or hundreds behind 万 or 亿. */
export function compoundAt(text: string, start: number, i: number, after: string): NumeralFault | undefined {
  const great = GREAT.exec(text.slice(Math.max(start, i - AHEAD), i))
  const scale = great?.[2] ?? ''
  const below = great && (scale === '万' ? BELOW_MYRIAD : BELOW_HUNDRED_MILLION).exec(after)
  if (!below) return undefined
  const from = i - great[0].length
  if (PART_OF_MORE.test(text.slice(Math.max(start, from - 2), from))) return undefined
  const [whole, thousands = '0', hundreds = '0', more = ''] = below
  if (thousands === '0' && hundreds === '0') return undefined
  const number = Number(great[1]) + Number(thousands) / 10 + Number(hundreds) / 100
  return alone('scale', text, from, i + whole.length, `${Number(number.toFixed(2))}${scale}${more}`)
}
