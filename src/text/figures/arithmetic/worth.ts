/**
 * The paragraphs that are looked at for figures which cannot all be right. One pass over the characters tells most that need not be: each sign by
 * itself would be a search through the whole text.
 */
import type { Block } from '../../../core.ts'
import { OTHER_TOTALS, TOTAL } from './restated.ts'
import { SUMS_UP } from './summed-up.ts'

const NO_NUMERAL = '(?<![第一二两三四五六七八九十百千万几数零〇].)'
const HAN_QUANTITY = `(?:[二两三四五六七八九十百]${NO_NUMERAL}|一${NO_NUMERAL}[十百千])[一二三四五六七八九十百千万零余多几\\s]{0,20}[个家人名户所条项件处台套座册份次场期批支辆类种位组成]`
const MAY_MATTER = new RegExp(`${HAN_QUANTITY}|一\\s*对\\s*一`)
const QUANTITIES = new RegExp(`\\d[\\d,.]*|${HAN_QUANTITY}`, 'g')
/** A figure and the rate behind it, or parts named before they are counted: a row of them is parted by semicolons. */
const RATED =
  /占(?<=\d[^，。；\d]{0,6}，?占)(?=[^，。；、\d]{0,14}\d)|其中(?<=(?:类别?|方面|领域|部分|环节|层面)。其中)|其中(?=[^。；]{0,40}，[^。；，]{0,14}[增长降升减平])/
const RESTATES = new RegExp(`(?:[共辖]|[总合]\\s*计|现\\s*有|总\\s*数)[^，。；、：\\d的]{0,20}(?:\\d|${HAN_QUANTITY})`)

/** Three figures in digits, or in numerals; without them there is nothing to reckon. 4.2 is one. */
export const THREE_DIGITS = /(?:\d[\d.,]{0,20}[^\d.,]\D*){2}\d/
const THREE_NUMERALS =
  /[\d二两三四五六七八九十百](?:[^\d二两三四五六七八九十百。！？；]+[\d二两三四五六七八九十百]+){2}|对\s*一/

/** Three figures, in digits or not. */
function hasThree(sentence: string, signs: number): boolean {
  return (
    ((signs & THREE) > 0 && THREE_DIGITS.test(sentence)) ||
    ((signs & NUMERALS) > 0 && THREE_NUMERALS.test(sentence) && (sentence.match(QUANTITIES)?.length ?? 0) >= 3)
  )
}

/** Each sentence of a paragraph that is no longer than `longest` (UTF-16 units), where it begins, and whether it has three figures; of those without, `all` or none. */
export function eachSentence(
  text: string,
  longest: number,
  all: boolean,
  tell: (sentence: string, start: number, three: boolean) => void,
): void {
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    for (end = start; end < text.length && kinds[text.charCodeAt(end)] !== STOP; ) end++
    if (end === start || end - start > longest) continue
    const signs = signsIn(text, start, end)
    if (!all && !(signs & (THREE | NUMERALS))) continue
    const sentence = text.slice(start, end)
    tell(sentence, start, hasThree(sentence, signs))
  }
}

/**
 * Indexes of the paragraphs, in order, whether totals are looked at, too (without a figure that is said to be one there is none that another could
 * contradict), and the paragraphs that sum up.
 */
export function withFigures(
  text: string,
  paragraphs: readonly Block[],
): { worth: number[]; restates: boolean; summing: Block[]; referring: Block[]; averaging: Block[] } {
  const looked = new Uint8Array(paragraphs.length)
  const summing: Block[] = []
  const referring: Block[] = []
  const averaging: Block[] = []
  const backwards: number[] = []
  let totals = false
  for (let i = 0; i < paragraphs.length; i++) {
    const { start, end } = paragraphs[i]!
    const signs = signsIn(text, start, end)
    if (signs === 0) continue
    if (signs & BACK) backwards.push(i)
    if (signs & ALL) referring.push(paragraphs[i]!)
    if (signs & MEAN) averaging.push(paragraphs[i]!)
    if (!(signs & ~(BACK | ALL | MEAN))) continue
    const own = text.slice(start, end)
    if (
      signs & THREE ||
      (signs & NUMERALS && MAY_MATTER.test(own)) ||
      (signs & RATES && RATED.test(own)) ||
      signs & DOUBLE
    )
      looked[i] = 1
    if (signs & SUMMED && SUMS_UP.test(own)) summing.push(paragraphs[i]!)
    if (signs & SAID && TOTAL.test(own)) {
      looked[i] = 1
      totals = true
    }
  }
  const restates = totals && RESTATES.test(text)
  if (restates)
    for (const i of backwards) {
      const { start, end } = paragraphs[i]!
      if (!looked[i] && OTHER_TOTALS.test(text.slice(start, end))) looked[i] = 1
    }
  const worth: number[] = []
  for (let i = looked.indexOf(1); i >= 0; i = looked.indexOf(1, i + 1)) worth.push(i)
  return { worth, restates, summing, referring, averaging }
}

/** What a paragraph may hold: three figures in digits in one sentence, three in digits or numerals, what makes a figure a total, shares and parts, and what sums up with a figure behind it. */
const THREE = 1
const NUMERALS = 2
const SAID = 4
const RATES = 8
const SUMMED = 16
/** A figure right behind what points to something told before, or 都 behind one; what says so of all of them; a mean; 番 and 剩. */
const BACK = 32
const ALL = 64
const MEAN = 128
const DOUBLE = 256

function signsIn(text: string, start: number, end: number): number {
  let signs = 0
  /** Figures of this sentence: in digits, and in digits or numerals. */
  let digits = 0
  let figures = 0
  let last = NOTHING
  let sums = false
  for (let i = start; i < end; i++) {
    const kind = kinds[text.charCodeAt(i)]!
    if (kind === NOTHING) {
      last = NOTHING
      continue
    }
    if (kind === DIGIT) {
      if (last !== DIGIT) {
        if (++digits === 3) signs |= THREE
        if (points[text.charCodeAt(i - 1)]) signs |= BACK
        if (sums) signs |= SUMMED
        if (last !== NUMERAL && ++figures === 3) signs |= NUMERALS
      }
    } else if (kind === NUMERAL) {
      if (last !== NUMERAL && last !== DIGIT) {
        if (++figures === 3) signs |= NUMERALS
        if (points[text.charCodeAt(i - 1)]) signs |= BACK
      }
    } else if (kind === STOP) digits = figures = 0
    else if (kind === TOTALLING) signs |= SAID
    else if (kind === SUMMING) {
      signs |= SAID
      sums = true
    } else if (kind === SHARING) signs |= RATES
    else if (kind === EVERYONE) {
      if (digits > 0) signs |= BACK | ALL
      if (text.charCodeAt(i) === AVERAGE) signs |= MEAN
    } else if (kind === WHOLLY) {
      // 全部, in a paper of short lines 全⏎部; 部门 and 方面 are everywhere.
      if (digits > 0 && wholes[text.charCodeAt(i - 1)]) signs |= BACK | ALL
    } else if (kind === DOUBLING) signs |= DOUBLE
    // 一对一
    else if (kind === FACING) signs |= NUMERALS
    last = kind
  }
  return signs
}

const NOTHING = 0
const DIGIT = 1
const NUMERAL = 2
const STOP = 3
const TOTALLING = 4
const FACING = 5
const SHARING = 6
const SUMMING = 7
const EVERYONE = 8
const DOUBLING = 9
const WHOLLY = 10
const AVERAGE = '均'.charCodeAt(0)
const KINDS: readonly (readonly [string, number])[] = [
  ['0123456789', DIGIT],
  ['二两三四五六七八九十百', NUMERAL],
  ['。！？；', STOP],
  ['共辖合现', TOTALLING],
  ['总综', SUMMING],
  ['对', FACING],
  ['占其', SHARING],
  ['均都统每逐', EVERYONE],
  ['部面', WHOLLY],
  ['番剩', DOUBLING],
]
const kinds = new Uint8Array(0x10000)
for (const [characters, kind] of KINDS) for (const c of characters) kinds[c.charCodeAt(0)] = kind
/** What ends in front of a figure that was told before: 这311名, 全县3680张. */
const points = new Uint8Array(0x10000)
for (const c of '这述上该部有的县市区镇乡局村 \n\u3000') points[c.charCodeAt(0)] = 1
const wholes = new Uint8Array(0x10000)
for (const c of '全 \n\u3000') wholes[c.charCodeAt(0)] = 1
