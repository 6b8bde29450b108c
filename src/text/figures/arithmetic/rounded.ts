/** A count that is told once more in 万, with its digits in another order: 186420人次, 18.46万人次. */
import { matchesOf } from '../../matches.ts'
import { type Contradiction, isTransposed } from './clause.ts'

const UNIT = '(人次|户次|件次|[人户名件次亩吨元册辆株]|平方米)'
/** 18.46万人次, with what stands around it. */
const IN_TENS_OF_THOUSANDS = new RegExp(`(?<![\\d.])(\\d{1,4}\\.\\d{1,3})万${UNIT}(?!以上|以下|左右)`, 'g')
const EXACT = new RegExp(`(?<![\\d.,])(\\d{5,9})${UNIT}`, 'g')
/** Figures of another time are other figures. */
const OTHER_TIME = /(?<![比较])(?:上年|去年|前年)|(?<!比去年|比上年)同期|计划|目标|力争|上半年|季度|预计/
/** Around a figure stands what is counted. UTF-16 units. */
const AROUND = 10

export function rounded(text: string, found: Contradiction[]): void {
  if (!text.includes('万')) return
  const rough = [...matchesOf(IN_TENS_OF_THOUSANDS, text)]
  if (rough.length === 0) return
  const whole = [...matchesOf(EXACT, text)]
  for (const { 0: said, 1: digits = '', 2: unit, index } of rough) {
    const decimals = digits.split('.')[1]!.length
    const fits = (number: string) => (Number(number) / 1e4).toFixed(decimals)
    // Some figure may be just this one.
    if (whole.some(({ 1: number = '' }) => fits(number) === digits) || OTHER_TIME.test(around(text, index, said)))
      continue
    const meant = whole.find(
      ({ 0: all, 1: number = '', 2: own, index: at }) =>
        own === unit &&
        isTransposed(fits(number), digits) &&
        !OTHER_TIME.test(around(text, at, all)) &&
        shareName(around(text, index, said).replace(said, '，'), around(text, at, all).replace(all, '，')),
    )
    if (!meant) continue
    const at = { start: index, end: index + said.length }
    const there = { start: meant.index, end: meant.index + meant[0].length }
    found.push({ kind: 'restated', at, said, computed: meant[0], others: [there] })
  }
}

const around = (text: string, at: number, said: string) =>
  text.slice(Math.max(0, at - AROUND), at + said.length + AROUND)

/** Do both name the same thing, in two characters at least? */
const shareName = (one: string, other: string): boolean =>
  [...matchesOf(/[一-龥]{2,}/g, one)].some(({ 0: run }) =>
    Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)).some(
      (name) => !COMMON.test(name) && other.includes(name),
    ),
  )
const COMMON = /全年|累计|共计|完成|实现|达到|其中|[的了是和与等为在]/
