/** 减少2倍: nothing can. */
import { made, N, type NumeralFault } from './fault.ts'

const TIMES = new RegExp(`^${N}\\s?倍`)
const FEWER = /(?:下降|减少|降低|缩短|压减|缩小|下滑|降价|减价|下调|调低|缩减|裁减|回落)了?$|(?:少|低|慢|便宜)了$/

export function timesAt(text: string, i: number, before: string, after: string): NumeralFault | undefined {
  const m = FEWER.test(before) && TIMES.exec(after)
  return m ? made('times', text, i, i + m[0].length, '') : undefined
}
