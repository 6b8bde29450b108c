/** Figures of one document that cannot all be right: sums, changes, shares, and totals that are given twice. */
import type { Block, Doc } from '../../core.ts'
import { type Flat, flatten, paragraphsOf } from '../flat.ts'
import { matchesOf } from '../matches.ts'
import { blocksWith } from '../spans.ts'
import { among } from './arithmetic/among.ts'
import { backwards } from './arithmetic/backwards.ts'
import { changes } from './arithmetic/changes.ts'
import type { Clause, Contradiction } from './arithmetic/clause.ts'
import { complete } from './arithmetic/complete.ts'
import { type Divided, dividedIn, dividedTotals, PARTED } from './arithmetic/divided.ts'
import { durations } from './arithmetic/durations.ts'
import { listLines } from './arithmetic/list-lines.ts'
import { paired } from './arithmetic/paired.ts'
import { GOES_ON, RESTING, remainders } from './arithmetic/remainders.ts'
import { EACH_OF_ALL, OF_ALL, restated, scopeOf, type Total, totalsOf } from './arithmetic/restated.ts'
import { rounded } from './arithmetic/rounded.ts'
import { shares } from './arithmetic/shares.ts'
import { contradictingStocks, miscopied, REFERRED, STOCKS, type Stock, stocksIn } from './arithmetic/stocks.ts'
import { sums } from './arithmetic/sums.ts'
import { tables } from './arithmetic/tables.ts'
import { figuresIn } from './figures.ts'

/** In order. Only what is certain: figures meant roughly, bounds, and parts that may overlap are left alone. */
export function contradictions(doc: Doc): Contradiction[] {
  const found: Contradiction[] = []
  const totals: Total[] = []
  const divided: Divided[] = []
  const paragraphs = paragraphsOf(doc)
  const { worth, restates } = withFigures(doc.text, paragraphs)
  for (const i of worth) {
    const flat = flatten(doc, paragraphs[i]!)
    if (PARTED.test(flat.text)) divided.push(...dividedIn(flat))
    for (const pair of goingOn(flat)) remainders(pair, figuresIn(pair.text), found)
    for (const sentence of sentencesOf(flat, restates)) {
      const figures = figuresIn(sentence.text)
      if (figures.length >= 3) {
        sums(sentence, figures, found)
        changes(sentence, figures, found)
        shares(sentence, figures, found)
        among(sentence, figures, found)
        if (RESTING.test(sentence.text)) remainders(sentence, figures, found)
      }
      paired(sentence, figures, found)
      if (restates) totalsOf(sentence, figures, totals)
    }
  }
  restated(totals, doc.facts.title, found)
  rounded(doc.text, found)
  backwards(doc.text, found)
  const isLined = ENDS_IN_FIGURE.test(doc.text)
  tables(doc, isLined, found)
  if (isLined) listLines(doc, found)
  if (LASTS.test(doc.text)) durations(doc, paragraphs, found)
  complete(doc.text, found)
  if (divided.length > 0)
    for (const block of paragraphs)
      if (THREE_DIGITS.test(doc.text.slice(block.start, block.end))) dividedTotals(flatten(doc, block), divided, found)
  if (tellsTwice(doc.text)) {
    const stocks = [...blocksWith(doc.text, paragraphs, STOCKS)].flatMap((i) => stocksOf(doc, paragraphs[i]!))
    contradictingStocks(stocks, found)
    miscopied(doc.text, stocks, found)
  }
  return found.sort((a, b) => a.at.start - b.at.start)
}

/**
 * The paragraphs that are looked at, in order, and whether totals are. Each kind of sign by itself: together they are searched for twice as long.
 * Without a figure that is said to be a total there is none that another could contradict.
 */
function withFigures(text: string, paragraphs: readonly Block[]): { worth: number[]; restates: boolean } {
  const looked = new Uint8Array(paragraphs.length)
  const look = (sign: RegExp, whole = false) => {
    let count = 0
    for (const i of blocksWith(text, paragraphs, sign, whole)) {
      looked[i] = 1
      count++
    }
    return count > 0
  }
  look(THREE, true)
  for (const i of blocksWith(text, paragraphs, MAY_MATTER)) {
    const { start, end } = paragraphs[i]!
    if (THREE_NUMERALS.test(text.slice(start, end))) looked[i] = 1
  }
  const [total, ...others] = EACH_OF_ALL
  const restates = look(total) && RESTATES.test(text)
  if (restates) for (const sign of others) look(sign)
  const worth: number[] = []
  for (let i = looked.indexOf(1); i >= 0; i = looked.indexOf(1, i + 1)) worth.push(i)
  return { worth, restates }
}

/** Do two places tell what there is? */
function tellsTwice(text: string): boolean {
  STOCKS.lastIndex = 0
  const twice = STOCKS.test(text) && (STOCKS.test(text) || text.search(REFERRED) >= 0)
  STOCKS.lastIndex = 0
  return twice
}

function stocksOf(doc: Doc, block: Block): Stock[] {
  const { text, place } = flatten(doc, block)
  return [...matchesOf(SENTENCE, text)].flatMap(({ 0: sentence, index }) =>
    stocksIn(sentence, scopeOf, (i) => place(index + i)),
  )
}

const NO_NUMERAL = '(?<![第一二两三四五六七八九十百千万几数零〇].)'
const HAN_QUANTITY = `(?:[二两三四五六七八九十百]${NO_NUMERAL}|一${NO_NUMERAL}[十百千])[一二三四五六七八九十百千万零余多几\\s]{0,20}[个家人名户所条项件处台套座册份次场期批支辆类种位组成]`
/** Three figures in one sentence: with less there is nothing to reckon. */
const THREE = /\d[^\d。！？；]+\d+[^\d。！？；]+\d/g
const THREE_NUMERALS =
  /[\d二两三四五六七八九十百](?:[^\d二两三四五六七八九十百。！？；]+[\d二两三四五六七八九十百]+){2}|对\s*一/
const MAY_MATTER = new RegExp(`${HAN_QUANTITY}|一\\s*对\\s*一`, 'g')
const QUANTITIES = new RegExp(`\\d[\\d,.]*|${HAN_QUANTITY}`, 'g')
/** The words without which no sum, change or share is read in a sentence. */
const RECKONS =
  /其中|去年[^，。；\d]{0,8}\d|缺|[中里]，?现?有?\d|包括|分别|即|：|上半年|分[^，。；\d]{0,4}[二两三四五六]|[共计由从比较率]|占[^，。；]{0,12}的\s?\d|(?:还有|尚有|仍有|其余|剩余|剩下|余下|还剩|尚余|未[一-龥]{2}(?:的[还尚仍]?有)?)的?\s?\d|实到|[还尚仍]有的?[二两三四五六七八九十]/

const RESTATES = new RegExp(`(?:[共辖]|[总合]\\s*计|现\\s*有|总\\s*数)[^，。；、：\\d的]{0,20}(?:\\d|${HAN_QUANTITY})`)

/** That something lasts so long: few documents have it. Found by the less common of its characters. */
const LASTS =
  /期(?<=[为会示].)|月(?<=[为限期][\d一二两三四五六七八九十]{1,2}个.)|时(?<=历.|[\d两三四五六七八半个]小.)|天(?<=[共为计长续][\d一二三四五六七八九十]{1,3}.)|假(?<=放.)|钟(?<=[计共长为时间程续限]\d{1,3}分.)/
/** A list or a table that is made of lines which end in figures. */
const ENDS_IN_FIGURE = /\n(?:(?<=\d[\d,.]*[ 　]*\n)(?<=[　 ]{2}\d[\d,.]*[ 　]*\n)|(?<=\d[一-龥]{1,3}[；;]\s*\n))/

/** The longest sentence that is read: what is longer is a list or a table run together. */
const LONGEST = 600
const SENTENCE = /[^。！？；]+/g

/** A total, and how much of it is done in a sentence of its own: the two together. */
function goingOn({ text, place }: Flat): Clause[] {
  if (!ANOTHER.test(text)) return []
  const pairs: Clause[] = []
  let from = -1
  for (const { 0: sentence, index } of matchesOf(SENTENCE, text)) {
    const end = index + sentence.length
    const start = from
    if (start >= 0 && end - start <= LONGEST && GOES_ON.test(sentence) && /\d/.test(text.slice(start, index)))
      pairs.push({ text: text.slice(start, end), place: (i) => place(start + i) })
    from = index
  }
  return pairs
}
/** Without it no sentence goes on with the figure of the last. */
const ANOTHER = /已(?<=[。；][^。；]{0,24})[^。；]{0,60}(?:剩|余|[还尚仍]有|未|正在)/

/** Three figures, in digits or not. */
const hasThree = (sentence: string): boolean =>
  THREE_DIGITS.test(sentence) || (THREE_NUMERALS.test(sentence) && (sentence.match(QUANTITIES)?.length ?? 0) >= 3)
/** 4.2 is one. */
const THREE_DIGITS = /(?:\d[\d.,]{0,20}[^\d.,]\D*){2}\d/

/** The sentences of a paragraph in which there is something to reckon. */
function sentencesOf({ text, place }: Flat, restates: boolean): Clause[] {
  const sentences: Clause[] = []
  const pairs = text.includes('一对一')
  for (const { 0: sentence, index } of matchesOf(SENTENCE, text))
    if (
      sentence.length <= LONGEST &&
      ((hasThree(sentence) && RECKONS.test(sentence)) ||
        (pairs && sentence.includes('一对一')) ||
        (restates && OF_ALL.test(sentence)))
    )
      sentences.push({ text: sentence, place: (i) => place(index + i) })
  return sentences
}
