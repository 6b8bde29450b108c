/** Faults in the use of full-width punctuation, found in one pass over the characters. */
import type { Block, Edit } from '../../core.ts'
import { addressesIn } from '../addresses.ts'
import { isDigit, isHan, nextOf } from '../characters.ts'
import { covers } from '../quoted.ts'
import { angleFaults } from './angles.ts'
import { brokenOff } from './broken-off.ts'
import { codesIn } from './codes.ts'
import { edit, faultAt, type MarkFault } from './faults.ts'
import { bracketOf, type Loose, Pairs, QUOTE, rowsOf, TITLE, turnedQuotes, unpaired } from './pairs.ts'
import { gapsOf, isSpace, spaceAfter, spaceBefore } from './spaces.ts'

/** What is found in a text: single faults; and corrections that are told together, by their place in a row and by paragraph. */
export interface MarkFaults {
  readonly faults: readonly MarkFault[]
  /** 、 between titles or quotations in a row: one list for each row. */
  readonly pauses: readonly (readonly Edit[])[]
  /** Spaces beside full-width marks: one list for each paragraph. */
  readonly spaces: readonly (readonly Edit[])[]
  /** Spaces inside a sentence between two Chinese characters: one list for each paragraph. */
  readonly gaps: readonly (readonly Edit[])[]
}

/** What is found paragraph by paragraph. */
interface Found {
  readonly faults: MarkFault[]
  readonly pauses: Edit[][]
  readonly spaces: Edit[][]
  readonly gaps: Edit[][]
  readonly loose: Loose[]
}

export function markFaults(text: string, blocks: readonly Block[]): MarkFaults {
  const found: Found = { faults: [], pauses: [], spaces: [], gaps: [], loose: [] }
  const paragraph: Paragraph = {
    pairs: new Pairs(text, found.faults),
    pauses: [],
    spaces: [],
    quotes: [],
    straight: [],
    breaks: [],
  }
  for (let block = 0; block < blocks.length; block++) {
    if (blocks[block]!.kind === 'code') continue
    const from = { faults: found.faults.length, spaces: found.spaces.length, gaps: found.gaps.length }
    scan(text, blocks, block, paragraph, found)
    spareUnworded(text, blocks[block]!, found, from)
  }
  for (const fault of unpaired(text, blocks, found.loose)) found.faults.push(fault)
  for (const fault of angleFaults(text, blocks)) found.faults.push(fault)
  for (const fault of brokenOff(text, blocks)) found.faults.push(fault)
  return found
}

/** Takes out of what was found in a paragraph, from `from` on, what lies in an address, a formula or the like. */
function spareUnworded(
  text: string,
  { start, end }: Block,
  { faults, spaces, gaps }: Found,
  from: { readonly faults: number; readonly spaces: number; readonly gaps: number },
): void {
  const hasFaults = faults.length > from.faults
  if (!hasFaults && spaces.length === from.spaces && gaps.length === from.gaps) return
  const own = text.slice(start, end)
  const codes = codesIn(own)
  const addresses = addressesIn(own)
  if (addresses.length + codes.length === 0) return
  if (hasFaults)
    // Spread as arguments, those of a line without end would be too many.
    for (const fault of faults.splice(from.faults))
      if (!covers(addresses, fault.at.start - start) && !covers(codes, fault.at.start - start)) faults.push(fault)
  for (const [lists, first] of [
    [spaces, from.spaces],
    [gaps, from.gaps],
  ] as const)
    for (const edits of lists.splice(first)) {
      // A space is what ends an address.
      const kept = edits.filter(
        ({ span: { start: at } }) => !covers(codes, at - start) && !covers(addresses, at - 1 - start),
      )
      if (kept.length > 0) lists.push(kept)
    }
}

/** What is noted of a paragraph; taken again for the next. Offsets in the text. */
interface Paragraph {
  readonly pairs: Pairs
  /** 、 between two titles or quotations. */
  readonly pauses: number[]
  readonly spaces: Edit[]
  readonly quotes: number[]
  /** " */
  readonly straight: number[]
  /** Spaces between two Chinese characters. */
  readonly breaks: number[]
}

const isChinese = (c: number) =>
  isHan(c) ||
  (c >= 0x3001 && c <= 0x3011) ||
  c === 0x201c ||
  c === 0x201d ||
  (c >= 0xff01 && c <= 0xff1f && !isFullDigit(c))
const isFullDigit = (c: number) => c >= 0xff10 && c <= 0xff19
/** 。，、；：！？ */
const isPoint = (c: number) =>
  c === 0x3002 || c === 0xff0c || c === 0x3001 || c === 0xff1b || c === 0xff1a || c === 0xff01 || c === 0xff1f

/** As `isHan` has it. */
const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u3007'
const POINTS = '。，；：！？、'
const SPACES = ' \\u00a0'
/**
 * What is looked at: points before another point or beside a space; 、 between two titles or quotations, or behind an ordinal; ellipses; dashes
 * before Chinese words; brackets and quotation marks; spaces between Chinese characters. A pattern passes over the rest many times faster than the code
 * below.
 */
const MAY_BE_WRONG = new RegExp(
  `[${POINTS}](?:(?=[${POINTS}${SPACES}])|(?<=[${SPACES}].))` +
    '|、(?:(?<=[”》].)(?=[“《])|(?<=[一二三四五六七八九十先次后].))' +
    `|[…"()（）《》“”【】〈〉]|\\.(?=\\.\\.)|([—－-])(?<!\\1.)(?=[—－-]{0,2}[${HAN}“《])| (?<=[${HAN}] )(?=[${HAN}])`,
  'g',
)

/** Most are empty already, and to say so again takes longer than to look. */
function clear(list: unknown[]): void {
  if (list.length > 0) list.length = 0
}

function scan(text: string, blocks: readonly Block[], block: number, paragraph: Paragraph, found: Found): void {
  const { start, end, kind: blockKind } = blocks[block]!
  const own = text.slice(start, end)
  let at = nextOf(MAY_BE_WRONG, own, 0)
  if (at < 0) return
  const { faults } = found
  const { pairs, pauses, spaces, quotes, straight, breaks } = paragraph
  pairs.begin()
  clear(pauses)
  clear(spaces)
  clear(quotes)
  clear(straight)
  clear(breaks)
  for (let i = start + at; at >= 0; at = nextOf(MAY_BE_WRONG, own, i + 1 - start), i = start + at) {
    const c = text.charCodeAt(i)
    if (c === 0x20) {
      // Slogans and titles in two halves have theirs on purpose: “好客山东 好品山东”.
      const inside = pairs.isOpen(TITLE) || pairs.isOpen(QUOTE)
      if (!inside && isHan(text.charCodeAt(i - 1)) && isHan(text.charCodeAt(i + 1))) breaks.push(i)
      continue
    }
    if (c === 0x22) {
      // 24" are inches, unless a quotation is open.
      const inside = (straight.length + quotes.length) % 2 === 1
      if (inside || !isDigit(text.charCodeAt(i - 1))) straight.push(i)
      continue
    }
    if (isPoint(c)) {
      const to = pointsFrom(text, i, end)
      if (to - i > 1 && !isBlankToFill(text, start, end, i, to)) pointRun(text, i, to, faults)
      if (c === 0x3001 && to === i + 1) {
        if (closesMember(text.charCodeAt(i - 1)) && opensMember(text.charCodeAt(to))) pauses.push(i)
        const word =
          i > start && ORDINAL_END.includes(text[i - 1]!) ? ORDINAL.exec(text.slice(Math.max(start, i - 6), i)) : null
        if (word && !ORDINAL_NEXT.test(text.slice(to, to + 1)))
          faults.push(faultAt(text, 'ordinal', i - word[1]!.length, to, `${word[1]}，`, true))
      }
      spaceBefore(text, start, i, spaces)
      // Behind ： a space may serve layout, behind 。 it may stand for a line break that was lost.
      if (c === 0xff0c || c === 0xff1b || (c === 0x3001 && i - start > 4)) spaceAfter(text, to, end, spaces)
      i = to - 1
    } else if (c === 0x2e || c === 0x2026) {
      const to = runOf(text, i, end, (d) => d === c)
      dots(text, start, end, i, to, faults)
      i = to - 1
    } else if (c === 0x2014 || c === 0x2d || c === 0xff0d) {
      const to = runOf(text, i, end, (d) => d === c)
      // Between words -- may stand for the short dash that joins names.
      if (isDash(text, start, end, i, to, c)) faults.push(faultAt(text, 'dash', i, to, '——', i === start))
      i = to - 1
    } else if (blockKind !== 'cell') {
      const kind = isYearBracket(text, i) ? undefined : bracketOf(c)
      if (kind === undefined) continue
      if (c === 0x201c || c === 0x201d) quotes.push(i)
      if ((c === 0x300b || c === 0x201d) && hasSlipped(text, i))
        faults.push(faultAt(text, 'slipped', i - 1, i + 1, text[i]!, false))
      if (kind >= 0) {
        pairs.open(i, kind)
        continue
      }
      pairs.close(i, ~kind, start, block)
      const opened = pairs.ends.at(-1) === i ? pairs.ends.at(-2)! : Number.NaN
      const isSpaced = isSpace(text.charCodeAt(opened + 1))
      // （ 甲 ） is set so by hand; of 《 甲 》 both go.
      if (!isSpaced) spaceBefore(text, start, i, spaces)
      else if (~kind === TITLE && spaceInside(text, opened, i)) {
        spaces.push(edit(opened + 1, opened + 2, '', true))
        spaceBefore(text, start, i, spaces)
      }
    }
  }
  pairs.end(block)
  const { loose } = pairs
  for (const row of rowsOf(text, pauses, pairs.ends)) found.pauses.push(row)
  if (spaces.length > 0) found.spaces.push(spaces.toSorted((a, b) => a.span.start - b.span.start))
  const gaps = breaks.length > 0 ? gapsOf(text, blocks[block]!, breaks) : []
  if (gaps.length > 0) found.gaps.push(gaps)
  // A straight mark is the other half of a curly one, or the odd one out.
  const odd = straight.length > 0 && (straight.length + quotes.length) % 2 === 1 && hasHan(text, straight[0]!)
  const turned = straight.length > 0 || loose.length === 0 ? [] : turnedQuotes(text, quotes, loose)
  for (const fault of turned) faults.push(fault)
  const told = straight.length > 0 || turned.length > 0
  for (const mark of loose) if (!told || mark.kind !== QUOTE) found.loose.push(mark)
  if (odd) found.loose.push({ at: straight[0]!, kind: QUOTE, opens: true, block })
}

/** ” and 》, “ and 《. */
const closesMember = (c: number) => c === 0x201d || c === 0x300b
const opensMember = (c: number) => c === 0x201c || c === 0x300a

/** 《甲机制、》, “甲、”“乙”: the mark that goes on stands inside. “一、” and “、” speak of the mark itself. */
const hasSlipped = (text: string, i: number) => {
  const mark = text.charCodeAt(i - 1)
  const isTitle = text.charCodeAt(i) === 0x300b
  if (mark !== 0x3001 && !(isTitle && (mark === 0xff0c || mark === 0xff1b))) return false
  const before = text.charCodeAt(i - 2)
  return isTitle ? isHan(before) || isDigit(before) : isHan(before) && !ORDINAL_END.includes(text[i - 2]!)
}

/** 〔2021) and (2021〕: one fault, which malformed-document-number tells. */
const isYearBracket = (text: string, i: number) =>
  (text.charCodeAt(i - 5) === 0x3014 && /^\d{4}$/.test(text.slice(i - 4, i))) ||
  (text.charCodeAt(i + 5) === 0x3015 && /^\d{4}$/.test(text.slice(i + 1, i + 5)))

/** One space, before a word and behind one. */
const spaceInside = (text: string, open: number, close: number) =>
  isHan(text.charCodeAt(open + 2)) && isSpace(text.charCodeAt(close - 1)) && isHan(text.charCodeAt(close - 2))

const hasHan = (text: string, at: number) => isHan(text.charCodeAt(at - 1)) || isHan(text.charCodeAt(at + 1))

function runOf(text: string, from: number, end: number, belongs: (c: number) => boolean): number {
  let to = from + 1
  while (to < end && belongs(text.charCodeAt(to))) to++
  return to
}

/** Where a run of points ends; a space or two may have come between them: 。 。 */
function pointsFrom(text: string, from: number, end: number): number {
  let to = runOf(text, from, end, isPoint)
  for (let next = to; next < end && next - to <= 2; next++) {
    const c = text.charCodeAt(next)
    // 签字： ，日期： 。 is to be filled in.
    if (text.charCodeAt(to - 1) === 0xff1a && isSpace(c)) break
    if (isPoint(c)) to = next = runOf(text, next, end, isPoint)
    else if (!isSpace(c)) break
  }
  return to
}

/** “。。”: the marks are what is talked about. */
const isMentioned = (text: string, from: number, to: number): boolean =>
  /[“"‘]/.test(text.charAt(from - 1)) && /[”"’]/.test(text.charAt(to))

/** 姓名，，性别，，年龄: a form in one line, and two marks are where something is to be written. */
function isBlankToFill(text: string, start: number, end: number, from: number, to: number): boolean {
  const mark = text[from]!
  if (to - from !== 2 || text[from + 1] !== mark || !'，、'.includes(mark)) return false
  const own = text.slice(Math.max(start, from - 100), Math.min(end, to + 100))
  const parts = own.split(mark + mark)
  return parts.length > 2 && parts.every((part) => WORD_OR_NONE.test(part))
}

/** A word of a form; behind it the sentence may end. */
const WORD_OR_NONE = /^\s?(?:[一-龥（）()]{1,6})?[。；：]?$/

/** 。。 is a slip; 。。。 an ellipsis; ！！！ and ？！ are allowed; of different marks the weightier is kept, which somebody must look at. */
function pointRun(text: string, from: number, to: number, faults: MarkFault[]): void {
  const run = text.slice(from, Math.min(to, from + 20)).replace(/[ \u00a0]/g, '')
  if (/^[！？]+$/.test(run) || isMentioned(text, from, to)) return
  if (/^(.)\1*$/.test(run)) {
    if (run.length > 2 && '。、'.includes(run[0]!)) faults.push(faultAt(text, 'ellipsis', from, to, '……', true))
    else faults.push(faultAt(text, 'doubled', from, to, run[0]!, true))
  } else {
    const wanted = [...'？！。；：，、'].find((mark) => run.includes(mark))!
    faults.push(faultAt(text, 'doubled', from, to, wanted, false))
  }
}

const PATH_SIGN = /[/\\]/

function dots(text: string, start: number, end: number, from: number, to: number, faults: MarkFault[]): void {
  const before = from > start ? text.charCodeAt(from - 1) : Number.NaN
  const next = to < end ? text.charCodeAt(to) : Number.NaN
  const length = to - from
  const wide = text.charCodeAt(from) === 0x2026
  if (isMentioned(text, from, to)) return
  // .../乙 is a path; in 3…5 it may be figures that were left out, or a range.
  if (PATH_SIGN.test(text.charAt(to)) || PATH_SIGN.test(text.charAt(from - 1)) || (isDigit(before) && isDigit(next)))
    return
  if (!wide && (length < 3 || !(isChinese(before) || isChinese(next)))) return
  // The leaders of a table of contents run up to a page number, or to nothing.
  if (length > (wide ? 2 : 3) && (isDigit(next) || next === 0x20 || Number.isNaN(next))) return
  if (!wide && length > 6) return
  if (wide && length === 2) {
    if (next !== 0x7b49 || isToWait(text, from, to) || GRADES.test(text.slice(to, to + 3))) return
    // 甲……等、乙: the row goes on.
    const safe = text[to + 1] === '、' ? undefined : false
    faults.push(faultAt(text, 'etc', before === 0x7b49 ? from - 1 : from, to + 1, '等', safe))
  } else if (!wide || length === 1 || length === 3) faults.push(faultAt(text, 'ellipsis', from, to, '……', true))
}

/** “你慢点……等等我”, ……等一下, ……等到天亮: 等 is the verb. So it is where nothing was named before the dots. */
const WAITS =
  /^等等?(?:我(?![省市县区镇乡村局院校国])|[你您咱她它谁]|他(?!人)|大[家伙]|一(?:下|会儿|等(?![奖品级]))|[着到了过]|会儿|[会再](?!议|展|生|次|三)|不(?=[了到得及住]|下去)|来(?!自|访|宾|电|信|料|源|往|文)|待(?!遇|办|岗|业)|候|吧|呀|啊|看(?=[，。！？]|再|吧))/
/** 等级, 等次, 等于: 等 is a part of the word. */
const GRADES = /^等(?:级(?!别)|次|于|第|额|值|同于|而下之|闲|份)/
const NOTHING_NAMED = /^$|[\n：；。！？“‘…—]$/

const isToWait = (text: string, from: number, to: number): boolean =>
  NOTHING_NAMED.test(text.slice(Math.max(0, from - 1), from)) || WAITS.test(text.slice(to, to + 5))

/**
 * --坚持 and 三个字--实打实; a single — only where it opens a paragraph: elsewhere it joins names, years and stages. So does -- between two names (北京--上海,
 * 小学--初中). What stands at the end of the paragraph, too, adorns it: —甲—.
 */
function isDash(text: string, start: number, end: number, from: number, to: number, c: number): boolean {
  const next = text.charCodeAt(to)
  if (!isHan(next) && next !== 0x201c && next !== 0x300a) return false
  const opens = from === start
  const length = to - from
  if (opens && text.charCodeAt(end - 1) === c) return false
  // --参数 甲: what a command is given.
  if (opens && length === 2 && c === 0x2d && ARGUMENT.test(text.slice(to, Math.min(end, to + 12)))) return false
  if (c === 0x2014) return (opens && length === 1) || (length === 3 && (opens || isChinese(text.charCodeAt(from - 1))))
  if (length !== 2 && length !== 3) return false
  return (
    opens ||
    (isChinese(text.charCodeAt(from - 1)) &&
      !joinsNames(text.slice(Math.max(start, from - 12), from), text.slice(to, Math.min(end, to + 12))))
  )
}

const ARGUMENT = /^[一-龥]{1,8}[ =]/
const PLACE = /[省市县区州镇乡村站港口]$/
const PLACES = /^[一-龥]{1,6}[省市县区州镇乡村站港口线段]/
const LINE = /^[一-龥]{2,4}(?:高铁|铁路|高速|公路|航线|专线|沿线|[段线])/

/** Words of two characters each, or what is named as a place or a line. */
function joinsNames(ahead: string, after: string): boolean {
  const before = /[一-龥]*$/.exec(ahead)![0]
  const behind = /^[一-龥]*/.exec(after)![0]
  if (before.length === 2 && behind.length === 2) return true
  return (PLACE.test(before) && PLACES.test(behind)) || (before.length <= 4 && LINE.test(behind))
}

const ORDINAL_END = '一二三四五六七八九十先次后'
const ORDINAL = /(?:^|[。；：！？\s])((?:[第其][一二三四五六七八九十]{1,2}|首先|其次|再次|最后))$/
/** 第一、第二产业; 第一、二季度; 最后、最难的一关. */
const ORDINAL_NEXT = /[最第其一二三四五六七八九十两几首]/
