/** A part of a whole, told with the share that it is said to be. */
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, slack, wrongRate } from './clause.ts'

export interface Part {
  readonly figure: Figure
  readonly name: string
  /** What it is said to be of the whole. */
  readonly share?: Figure
  /** 占…的: of what. */
  readonly of?: string
}

/** Between a part's figure and its share: ，占, （占比, ，占总数的. */
export const SHARE_WORDS = '[，（]?(?:约)?占(?:比)?([^，。；、（）\\d]{0,14})'
export const UNITS = /^(?:[个家人名户件起宗例所座处条项份批辆台套亩元吨]|人次|户次|件次|批次|公顷|公里|平方米)$/
/** How far before the parts their whole is looked for. UTF-16 units. */
export const NEAR = 300

/** 占总数的, 占提案总数的: of what was just counted, and of nothing that is named anew. */
export function isOf(of: string, words: string): boolean {
  const named = of.replace(/的|比重|比例|为|达到?|总?[数量]|全部|总|件|户|人/g, '')
  return named === '' || (named.length >= 2 && words.includes(named))
}

/** By rounding or by cutting off. */
export function fits({ figure, share }: Part, whole: Figure): boolean {
  if (whole.value <= 0) return false
  const value = (figure.value / whole.value) * 100
  const rounding = ((slack(figure) + slack(whole)) / whole.value) * 100
  return Math.abs(value - share!.value) < share!.step + rounding - 1e-9
}

export const wrongShare = (clause: Clause, part: Part, base: Figure, whole = base): Contradiction =>
  wrongRate(clause, 'share', part.share!, (part.figure.value / base.value) * 100, [whole, part.figure])
