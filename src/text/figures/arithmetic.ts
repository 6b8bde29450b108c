/** Figures of one document that cannot all be right: sums, changes, shares, and totals that are given twice. */
import type { Block, Doc } from '../../core.ts'
import { isDigit, isSpace } from '../characters.ts'
import { type Flat, flatten, paragraphsOf } from '../flat.ts'
import { matchesOf } from '../matches.ts'
import { blocksWith } from '../spans.ts'
import { among } from './arithmetic/among.ts'
import { backwards } from './arithmetic/backwards.ts'
import { changes } from './arithmetic/changes.ts'
import type { Clause, Contradiction } from './arithmetic/clause.ts'
import { complete } from './arithmetic/complete.ts'
import { countedAgain } from './arithmetic/counted-again.ts'
import { type Divided, dividedIn, dividedTotals, PARTED } from './arithmetic/divided.ts'
import { DOUBLED, doubled } from './arithmetic/doubled.ts'
import { durations } from './arithmetic/durations.ts'
import { LEFT_OVER, leftOver } from './arithmetic/left-over.ts'
import { listLines } from './arithmetic/list-lines.ts'
import { listedParts } from './arithmetic/listed-parts.ts'
import { means } from './arithmetic/means.ts'
import { namedParts } from './arithmetic/named-parts.ts'
import { paired } from './arithmetic/paired.ts'
import { perHead } from './arithmetic/per-head.ts'
import { hasRatedParts, ratedParts } from './arithmetic/rated-parts.ts'
import { REFERABLE, referred } from './arithmetic/referred.ts'
import { GOES_ON, RESTING, remainders } from './arithmetic/remainders.ts'
import { OF_ALL, restated, scopeOf, type Total, totalsOf } from './arithmetic/restated.ts'
import { rounded } from './arithmetic/rounded.ts'
import { SHARED_OUT, type SharedOut, sharedOut, sharedTotals } from './arithmetic/shared-out.ts'
import { shares } from './arithmetic/shares.ts'
import { NOT_BEGUN, states } from './arithmetic/states.ts'
import { contradictingStocks, miscopied, REFERRED, STOCKS, type Stock, stocksIn } from './arithmetic/stocks.ts'
import { summedUp } from './arithmetic/summed-up.ts'
import { sums } from './arithmetic/sums.ts'
import { SWAPPABLE, swapped } from './arithmetic/swapped.ts'
import { tables } from './arithmetic/tables.ts'
import { toldTwice } from './arithmetic/told-twice.ts'
import { twoStates, UNDER_WAY_NEXT } from './arithmetic/two-states.ts'
import { eachSentence, THREE_DIGITS, withFigures } from './arithmetic/worth.ts'
import { figuresIn } from './figures.ts'

/** In order. Only what is certain: figures meant roughly, bounds, and parts that may overlap are left alone. */
export function contradictions(doc: Doc): Contradiction[] {
  const found: Contradiction[] = []
  const totals: Total[] = []
  const divided: Divided[] = []
  const rows: SharedOut[] = []
  const paragraphs = paragraphsOf(doc)
  const { worth, restates, summing, referring, averaging } = withFigures(doc.text, paragraphs)
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
        listedParts(sentence, figures, found)
        if (sentence.text.includes('均')) perHead(sentence, figures, found)
        if (RESTING.test(sentence.text)) remainders(sentence, figures, found)
      }
      paired(sentence, figures, found)
      if (sentence.text.includes(DOUBLED)) doubled(sentence, figures, found)
      if (restates) totalsOf(sentence, figures, totals)
    }
    namedParts(flat, found)
    if (LEFT_OVER.test(flat.text)) leftOver(flat, figuresIn(flat.text), found)
    if (restates && SHARED_OUT.test(flat.text)) sharedOut(flat, rows)
    if (NOT_BEGUN.test(flat.text)) states(flat, found)
    if (flat.text.includes(UNDER_WAY_NEXT)) twoStates(flat, found)
    if (hasRatedParts(flat.text)) ratedParts(flat, () => (i > 0 ? flatten(doc, paragraphs[i - 1]!) : undefined), found)
  }
  restated(totals, doc.facts.title, found)
  rounded(doc.text, found)
  if (hasTwoCounts(doc.text)) {
    swapped(doc.text, found)
    referred(doc.text, found)
  }
  sharedTotals(doc.text, rows, found)
  toldTwice(doc.text, restates, found)
  for (const { start, end } of referring) countedAgain(doc.text, start, end, found)
  if (averaging.length > 1) means(doc.text, doc.facts.title, averaging, found)
  if (summing.length > 0) summedUp(doc.text, summing, found)
  backwards(doc.text, found)
  const isLined = endsInFigure(doc.text)
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
  // Two ways to the same figure tell it once.
  const told = new Set<string>()
  return found
    .filter(({ at, said, computed }) => {
      const key = `${at.start} ${said} ${computed}`
      return !told.has(key) && told.add(key)
    })
    .sort((a, b) => a.at.start - b.at.start)
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
    sentence.length <= LONGEST ? stocksIn(sentence, scopeOf, (i) => place(index + i)) : [],
  )
}

/** The words without which no sum, change or share is read in a sentence. */
const RECKONS =
  /其中|新收|去年[^，。；\d]{0,8}\d|缺|[中里]，?现?有?\d|包括|分别|即|：|上半年|分[^，。；\d]{0,4}[二两三四五六]|[共计由从比较率均按编划未没待]|级管理|投资|[概预估]算|造价|占[^，。；]{0,12}的\s?\d|(?:还有|尚有|仍有|其余|剩余|剩下|余下|还剩|尚余|未[一-龥]{2}(?:的[还尚仍]?有)?)的?\s?\d|实到|不合格|不及格|不达标|(?:任务|计划|目标|预算)[^，。；\d]{0,6}\d[^，。；]{0,10}的\d|[还尚仍]有的?[二两三四五六七八九十]|正在|在办/

/** A count of three digits or more, of what `swapped` or `referred` looks at. */
const COUNT = new RegExp(`\\d{3}[${SWAPPABLE}${REFERABLE}]`, 'g')

/** Are there two of them? One may be the other with two digits in another order. */
function hasTwoCounts(text: string): boolean {
  COUNT.lastIndex = 0
  return COUNT.test(text) && COUNT.test(text)
}

/** That something lasts so long: few documents have it. Found by the less common of its characters. */
const LASTS =
  /期(?<=[为会示].)|月(?<=[为限期][\d一二两三四五六七八九十]{1,2}个.)|时(?<=历.|[\d两三四五六七八半个]小.)|天(?<=[共为计长续][\d一二三四五六七八九十]{1,3}.)|假(?<=放.)|钟(?<=[计共长为时间程续限]\d{1,3}分.)/
/** A list or a table that is made of lines which end in figures. */
const ENDS_IN_FIGURE =
  /\n(?:(?<=\d[\d,.]{0,16}[ 　]{0,16}\n)(?<=[　 ]{2}\d[\d,.]{0,16}[ 　]{0,16}\n)|(?<=\d[一-龥]{1,3}[；;]\s{0,8}\n))/y
/** What such a line ends in: a digit, a mark between digits or items, a blank. */
const mayEndSo = (c: number): boolean =>
  isDigit(c) || c === 0x2c || c === 0x2e || c === 0xff1b || c === 0x3b || isSpace(c)

/** Line by line: a search for what stands before each end would go through the text character by character. */
function endsInFigure(text: string): boolean {
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
    if (!mayEndSo(text.charCodeAt(i - 1))) continue
    ENDS_IN_FIGURE.lastIndex = i
    if (ENDS_IN_FIGURE.test(text)) return true
  }
  return false
}

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

/** The sentences of a paragraph in which there is something to reckon. */
function sentencesOf({ text, place }: Flat, restates: boolean): Clause[] {
  const sentences: Clause[] = []
  const pairs = text.includes('一对一')
  const doubles = text.includes(DOUBLED)
  eachSentence(text, LONGEST, restates || pairs || doubles, (sentence, start, three) => {
    if (
      (three && RECKONS.test(sentence)) ||
      (doubles && sentence.includes(DOUBLED)) ||
      (pairs && sentence.includes('一对一')) ||
      (restates && OF_ALL.test(sentence))
    )
      sentences.push({ text: sentence, place: (i) => place(start + i) })
  })
  return sentences
}
