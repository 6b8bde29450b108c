/** 2,4000元, 12,34,567元: the thousands are not parted by threes; 1，200万元: they are parted by the mark of a sentence. */
import type { Block, Span } from '../../../core.ts'
import { matchesOf } from '../../matches.ts'
import { covers } from '../../quoted.ts'
import { isCode, isYear, made, type NumeralFault, PART_OF_MORE } from './fault.ts'

/** A comma between digits. */
const GROUPS = /,(?<=\d,)(?=\d)/g
/** What makes digits with commas one number, and no row of numbers. */
const OF_ONE = /^\s?(?:[余多]?[元人户亩件名台套册吨株只头公平立万亿]|美元|[个家项份次](?![组班月号]))/

interface Written extends Span {
  readonly number: string
}

/** Numbers with commas in them, each once: `comma` is looked for, before it `digits`, and from there on the `whole`. */
function* numbersWith(text: string, comma: RegExp, digits: RegExp, whole: RegExp): Generator<Written> {
  let until = 0
  for (const { index } of matchesOf(comma, text)) {
    if (index < until) continue
    const start = index - digits.exec(text.slice(Math.max(0, index - 12), index))![0].length
    const number = whole.exec(text.slice(start, index + 60))?.[0]
    if (number === undefined) continue
    until = start + number.length
    yield { start, end: until, number }
  }
}

const NUMBER = /^\d{1,12}(?:,\d{1,12}){1,5}(?![\d,])(?:\.\d{1,4})?/

/** 2,4000元, 12,34,567元, 2400,000元: the thousands are not parted by threes. */
export function groupedNumbers(
  text: string,
  blocks: readonly Block[],
  quoted: readonly Span[],
  faults: NumeralFault[],
): void {
  for (const { start, end, number } of numbersWith(text, GROUPS, /\d{1,12}$/, NUMBER)) {
    const groups = number.replace(/\.\d*$/, '').split(',')
    if (!isMisgrouped(groups) || !OF_ONE.test(text.slice(end, end + 4))) continue
    if (PART_OF_MORE.test(text.slice(Math.max(0, start - 2), start)) || covers(quoted, start)) continue
    if (isCode(blocks, start)) continue
    faults.push(made('grouped', text, start, end, parted(number), false))
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

/** A comma of full width between digits, three of them behind it. */
const WIDE_MARK = /[\d０-９](?=[，,][\d０-９]{3}(?![\d０-９]))(?:(?<=[０-９])|(?=，))/g
const WIDE_NUMBER = /^[\d０-９]{1,3}(?:[，,][\d０-９]{3}){1,4}(?![\d０-９，,.．])/
/** What only a number can follow: 总价1，200万元. 甲队得分3，200人观看 has two numbers. */
const BEFORE_AMOUNT =
  /(?:[价款费额金资入贷债税币￥¥]|[共合总累]计|[达高多]达|突破|超过|[约近逾])(?:人民币|[为达到至约近逾超：]{1,2})?\s?$/

/** １，２００万元, 1，200万元: in a number the mark is half as wide as in a sentence. */
export function widelyGrouped(
  text: string,
  blocks: readonly Block[],
  quoted: readonly Span[],
  faults: NumeralFault[],
): void {
  // The mark begins at the last digit before the comma.
  for (const { start, end, number } of numbersWith(text, WIDE_MARK, /[\d０-９]{0,3}$/, WIDE_NUMBER)) {
    if (!BEFORE_AMOUNT.test(text.slice(Math.max(0, start - 8), start)) || !OF_ONE.test(text.slice(end, end + 4)))
      continue
    if (covers(quoted, start) || isCode(blocks, start)) continue
    const wanted = number.replace(/[０-９]/g, (c) => String(c.charCodeAt(0) - 0xff10)).replace(/，/g, ',')
    faults.push(made('wideMark', text, start, end, wanted, false))
  }
}
