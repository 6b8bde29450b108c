/** A count that is told once more, with its digits in another order: 186420人次, 18.46万人次; 31.6万人, 36.1万人. */
import { matchesOf } from '../../matches.ts'
import { type ByDigits, byDigits, type Contradiction, isTransposed, wordsBefore } from './clause.ts'

const UNIT = '(人次|户次|件次|[人户名件次亩吨元册辆株]|平方米)'
/** 18.46万人次, with what stands around it. */
const IN_TENS_OF_THOUSANDS = new RegExp(`(?<![\\d.])(\\d{1,4}\\.\\d{1,3})万${UNIT}(?!以上|以下|左右)`, 'g')
/** It has one, or there is nothing to look for. */
const DECIMAL = /万(?<=\.\d{1,3}万)/
const EXACT = new RegExp(`(?<![\\d.,])(\\d{5,9})${UNIT}`, 'g')
/** Figures of another time are other figures. */
const OTHER_TIME = /(?<![比较])(?:上年|去年|前年)|(?<!比去年|比上年)同期|计划|目标|力争|上半年|季度|预计/
/** Around a figure stands what is counted. UTF-16 units. */
const AROUND = 10

export function rounded(text: string, found: Contradiction[]): void {
  if (!text.includes('万') || !DECIMAL.test(text)) return
  const rough = [...matchesOf(IN_TENS_OF_THOUSANDS, text)]
  if (rough.length === 0) return
  retold(text, rough, found)
  const exactly = exactIn(text)
  for (const { 0: said, 1: digits = '', 2: unit, index } of rough) {
    const decimals = digits.split('.')[1]!.length
    const { rounded, alike } = exactly(decimals)
    // Some figure may be just this one.
    if (rounded.has(digits) || OTHER_TIME.test(around(text, index, said))) continue
    const meant = alike
      .transposed(digits)
      .find(
        ({ 0: all, 2: own, index: at }) =>
          own === unit &&
          !OTHER_TIME.test(around(text, at, all)) &&
          shareName(around(text, index, said).replace(said, '，'), around(text, at, all).replace(all, '，')),
      )
    if (!meant) continue
    const at = { start: index, end: index + said.length }
    const there = { start: meant.index, end: meant.index + meant[0].length }
    found.push({ kind: 'restated', at, said, computed: meant[0], others: [there] })
  }
}

const inTensOfThousands = (number: string, decimals: number) => (Number(number) / 1e4).toFixed(decimals)

interface Exact {
  /** In tens of thousands. */
  readonly rounded: ReadonlySet<string>
  readonly alike: ByDigits<RegExpExecArray>
}

/** The exact figures, rounded to so many decimals; for each number of decimals once. */
function exactIn(text: string): (decimals: number) => Exact {
  const whole = [...matchesOf(EXACT, text)]
  const known = new Map<number, Exact>()
  return (decimals) => {
    const before = known.get(decimals)
    if (before) return before
    const alike = byDigits<RegExpExecArray>()
    const rounded = new Set<string>()
    for (const m of whole) {
      const fits = inTensOfThousands(m[1]!, decimals)
      rounded.add(fits)
      alike.add(fits, m)
    }
    const made = { rounded, alike }
    known.set(decimals, made)
    return made
  }
}

/** 常住人口31.6万人, and later 常住人口36.1万人: of the same time and the same name, with the digits in another order. */
function retold(text: string, rough: readonly RegExpExecArray[], found: Contradiction[]): void {
  const known = new Map<string, RegExpExecArray>()
  for (const m of rough) {
    const { 0: said, 1: digits = '', 2: unit = '', index } = m
    const key = [...digits].sort().join('') + unit
    const first = known.get(key)
    if (!first) known.set(key, m)
    if (!first || !isTransposed(first[1]!, digits)) continue
    const [one, two] = [before(text, first.index), before(text, index)]
    const [name, year] = [nameIn(one), yearIn(one)]
    if (name === undefined || name !== nameIn(two) || year !== yearIn(two) || OTHER_TIME.test(one + two)) continue
    found.push({
      kind: 'restated',
      at: { start: index, end: index + said.length },
      said,
      computed: first[0],
      others: [{ start: first.index, end: first.index + first[0].length }],
    })
  }
}
const before = (text: string, at: number) => wordsBefore(text, at, 24)
const nameIn = (words: string) => /([一-龥]{4})(?:为|是|达到?)?$/.exec(words)?.[1]
const yearIn = (words: string) => /20\d{2}年/.exec(words)?.[0]

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
