/** How many a document says there are, and how many it then names. */
import type { Doc } from '../../core.ts'
import { type Flat, flatten, paragraphsOf } from '../flat.ts'
import { matchesOf } from '../matches.ts'
import { HEADED, HEADED_END, headedLists } from './enumerations/headed.ts'
import { inOnePair } from './enumerations/in-one-pair.ts'
import {
  BELOW,
  BELOW_LEAD,
  BRACKETED,
  behindNoun,
  clausesBehind,
  LISTED,
  listBehind,
  numberedWords,
  onesBefore,
  sameWord,
  sameWordBefore,
  separately,
  twoNames,
  twoWords,
} from './enumerations/lists-behind.ts'
import { markedLists } from './enumerations/marked.ts'
import { CLASSIFIERS, type Miscount, NUMBER, type Paragraphs } from './enumerations/miscount.ts'
import { namedByNumber } from './enumerations/named-by-number.ts'
import { namedBefore } from './enumerations/names-before.ts'
import { numberedBelow } from './enumerations/numbered.ts'
import { OPENS_ONE, oneByOne } from './enumerations/one-by-one.ts'
import { ordinals } from './enumerations/ordinals.ts'

/** A number of things, somewhere in a paragraph as the file has it: without one there is nothing to miscount. */
const COUNT =
  /[二两三四五六七八九十\d](?<![第\d一二三四五六七八九十百千万零〇.].)[一二三四五六七八九十\d\s]{0,8}[个方项点条件大类种样步招批家份部所座处名位支本张道层句桩块]|[“"](?:[一两二三四五六七八九][一-龥]{1,2}[一两二三四五六七八九][一-龥]{1,2}[”"]|(?<=等.)[二两三四五六七八九十])|[”"](?<=[二两三四五六七八九十][一-龥].)(?=.{0,14}一)|[”"](?<=[“"][三四五六七八九十][一-龥]{1,5}.)(?=[^，。；]{0,3}(?:[：（]|，?(?:即|就是|是指|指的是|分别|包括)))/
/** “三公示一公告”, “四看”: found by the mark, which is rarer than a numeral. */
const NAMED_BY_NUMBER = /[”"](?<=[一两二三四五六七八九十]个?[一-龥]{1,2}.)/

const OPENS_LIST = /[：，。](?:第|头)一/

/** All miscounts of the body, in order. */
export function miscounts(doc: Doc): Miscount[] {
  const blocks = paragraphsOf(doc)
  const flats: (Flat | undefined)[] = []
  const flatAt: Paragraphs = (i) => {
    const block = blocks[i]
    return block && (flats[i] ??= flatten(doc, block))
  }
  const found: Miscount[] = []
  let above = false
  for (let i = 0; i < blocks.length; i++) {
    const { start, end } = blocks[i]!
    const raw = doc.text.slice(start, end)
    const counts = COUNT.test(raw)
    // What is announced at the end of a paragraph may begin with the next.
    if (counts || (above && /^\s*一/.test(raw))) markedLists(flatAt, i, found)
    if (counts) {
      numberedBelow(flatAt, i, found)
      if (OPENS_ONE.test(raw)) oneByOne(flatAt(i)!, found)
      if (/[、》“"]|：[^。：]*[，；]/.test(raw)) named(flatAt(i)!, found)
    }
    if ((raw.includes('第一') || raw.includes('头一')) && OPENS_LIST.test(raw)) ordinals(flatAt(i)!, found)
    if (HEADED.test(raw.slice(-HEADED_END))) headedLists(flatAt, i, found)
    above = counts
  }
  found.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end)
  // “三个一律”：… can be read in two ways; one finding will do.
  return found.filter((one, i) => i === 0 || one.at.start >= found[i - 1]!.at.end)
}

/** Where a number of things begins. The look ahead lets the engine skip to the next numeral. */
const NUMBERED = new RegExp(
  `(?=[二两三四五六七八九十\\d])(?<![第\\d一二三四五六七八九十百千万零〇.])(?:${NUMBER})(?=${CLASSIFIERS}|[本张])`,
  'g',
)
/** 4个，即…: the look for what follows a number behind its noun. */
const MAY_FOLLOW = /^.{2,5}，?(?:即|分别|具体|包括)/
/** Units: longer than all that is read of a list behind its number. */
const FAR = 240

/** Lists of names before and behind their number. */
function named(flat: Flat, found: Miscount[]): void {
  const { text } = flat
  // What one pattern has read is not read by it again.
  let before = 0
  let inBrackets = 0
  let listed = 0
  for (const { index } of matchesOf(NUMBERED, text)) {
    const rest = text.slice(index, index + FAR)
    if (/[”"]/.test(text[index - 1] ?? '')) inOnePair(flat, index, rest, found)
    if (index >= before) before = namedBefore(flat, index, index > before, rest, found)
    if (index >= inBrackets) inBrackets = listBehind(flat, index, BRACKETED.exec(rest), 16, found)
    const list = BELOW_LEAD.test(text.slice(Math.max(0, index - 2), index)) ? BELOW : LISTED
    if (index >= listed) listed = listBehind(flat, index, list.exec(rest), 12, found)
    if (index >= listed && MAY_FOLLOW.test(rest)) listed = behindNoun(flat, index, rest, found)
    if (index >= listed && rest.includes('分别')) listed = separately(flat, index, rest, found)
    if (index >= listed && rest.includes('：')) listed = clausesBehind(flat, index, found)
  }
  if (/[“"]/.test(text)) {
    sameWord(flat, found)
    twoWords(flat, found)
    namedByNumber(flat, found)
  }
  if (NAMED_BY_NUMBER.test(text)) {
    numberedWords(flat, found)
    twoNames(flat, found)
    sameWordBefore(flat, found)
  }
  if (text.includes('个一')) onesBefore(flat, found)
}
