/** 2,4000元, 12,34,567元: the thousands are not parted by threes. */
import type { Block, Span } from '../../../core.ts'
import { matchesOf } from '../../matches.ts'
import { covers } from '../../quoted.ts'
import { isCode, isYear, made, type NumeralFault, PART_OF_MORE } from './fault.ts'

/** A comma between digits. */
const GROUPS = /,(?<=\d,)(?=\d)/g
/** What makes digits with commas one number, and no row of numbers. */
const OF_ONE = /^\s?(?:[余多]?[元人户亩件名台套册吨株只头公平立万亿]|美元|[个家项份次](?![组班月号]))/

/** 2,4000元, 12,34,567元, 2400,000元: the thousands are not parted by threes. */
export function groupedNumbers(
  text: string,
  blocks: readonly Block[],
  quoted: readonly Span[],
  faults: NumeralFault[],
): void {
  let until = 0
  for (const { index } of matchesOf(GROUPS, text)) {
    if (index < until) continue
    const before = /\d{1,12}$/.exec(text.slice(Math.max(0, index - 12), index))![0]
    const start = index - before.length
    const number = /^\d{1,12}(?:,\d{1,12}){1,5}(?![\d,])(?:\.\d{1,4})?/.exec(text.slice(start, index + 60))?.[0]
    if (number === undefined) continue
    until = start + number.length
    const groups = number.replace(/\.\d*$/, '').split(',')
    if (!isMisgrouped(groups) || !OF_ONE.test(text.slice(until, until + 4))) continue
    if (PART_OF_MORE.test(text.slice(Math.max(0, start - 2), start)) || covers(quoted, start)) continue
    if (isCode(blocks, start)) continue
    faults.push(made('grouped', text, start, until, parted(number), false))
  }
}

/** One group is too long, or another is of three. Short numbers in a row (1,3,5) are no groups. */
function isMisgrouped([first = '', ...others]: readonly string[]): boolean {
  const threes = others.filter(({ length }) => length === 3).length
  if (first.startsWith('0') || isYear(first)) return false
  if (threes === others.length) return first.length > 3
  return first.length <= 3 && (others.length === 1 ? others[0]!.length > 3 : threes > 0)
}

/** By threes from the right. */
function parted(number: string): string {
  const [whole = '', decimals] = number.replace(/,/g, '').split('.')
  return whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,') + (decimals === undefined ? '' : `.${decimals}`)
}
