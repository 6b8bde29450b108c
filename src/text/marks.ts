/** Faults in the use of full-width punctuation, found in one pass over the characters. */
import type { Block, Edit } from '../core.ts'
import { isDigit, isHan, nextOf } from './characters.ts'
import type { Fault } from './merged.ts'

export type MarkFaultKind =
  | 'doubled'
  | 'ellipsis'
  | 'etc'
  | 'dash'
  | 'nestedTitle'
  | 'nestedQuote'
  | 'turned'
  | 'unpaired'
  | 'ordinal'

export type MarkFault = Fault<MarkFaultKind>

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

const OPENERS = '（(《“【〈'
const CLOSERS = '）)》”】〉'
/** Both widths of a round bracket are one kind. */
const KIND = [0, 0, 1, 2, 3, 4]
const TITLE = 1
const QUOTE = 2

/** A bracket or quotation mark without its other half in its paragraph. */
interface Loose {
  readonly at: number
  readonly kind: number
  readonly opens: boolean
  readonly block: number
  /** Where it finds no other half it needs none: 1）. */
  readonly alone?: boolean
}
interface Open {
  readonly at: number
  readonly kind: number
  /** Pairs of the same kind inside, which are wrong if this one finds its other half. */
  readonly inner: MarkFault[]
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
  for (let block = 0; block < blocks.length; block++)
    if (blocks[block]!.kind !== 'code') scan(text, blocks, block, found)
  for (const fault of unpaired(text, blocks, found.loose)) found.faults.push(fault)
  return found
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

const faultAt = (
  text: string,
  kind: MarkFaultKind,
  from: number,
  to: number,
  wanted: string,
  safe: boolean,
): MarkFault => ({
  kind,
  at: { start: from, end: to },
  found: text.slice(from, to),
  wanted,
  fix: edit(from, to, wanted, safe),
})
const edit = (start: number, end: number, text: string, safe: boolean): Edit => ({ span: { start, end }, text, safe })

/** As `isHan` has it. */
const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u3007'
/**
 * What is looked at: points that do not stand alone between Chinese words, 、 behind an ordinal, too; ellipses; dashes before Chinese words; brackets
 * and quotation marks; spaces between Chinese characters. A pattern passes over the rest many times faster than the code below.
 */
const MAY_BE_WRONG = new RegExp(
  '[。，；：！？](?:(?<![\\u4e00-\\u9fff].)|(?![\\u4e00-\\u9fff]))' +
    '|、(?:(?<![\\u4e00-\\u9fff].)|(?<=[一二三四五六七八九十先次后].)|(?![\\u4e00-\\u9fff]))' +
    `|[…"()（）《》“”【】〈〉]|\\.(?=\\.\\.)|([—－-])(?<!\\1.)(?=[—－-]{0,2}[${HAN}“《])| (?<=[${HAN}] )(?=[${HAN}])`,
  'g',
)

function scan(text: string, blocks: readonly Block[], block: number, found: Found): void {
  const { start, end, kind: blockKind } = blocks[block]!
  const own = text.slice(start, end)
  let at = nextOf(MAY_BE_WRONG, own, 0)
  if (at < 0) return
  const { faults } = found
  const places: number[] = []
  const spaces: Edit[] = []
  const loose: Loose[] = []
  const stack: Open[] = []
  const waiting = [0, 0, 0, 0, 0]
  let pairs: Map<number, number> | undefined
  const quotes: number[] = []
  const straight: number[] = []
  const breaks: number[] = []
  for (let i = start + at; at >= 0; at = nextOf(MAY_BE_WRONG, own, i + 1 - start), i = start + at) {
    const c = text.charCodeAt(i)
    if (c === 0x20) {
      // Slogans and titles in two halves have theirs on purpose: “好客山东 好品山东”.
      const inside = waiting[TITLE] !== 0 || waiting[QUOTE] !== 0
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
      const to = runOf(text, i, end, isPoint)
      if (to - i > 1) pointRun(text, i, to, faults)
      if (c === 0x3001 && to === i + 1) {
        if ('”》'.includes(text[i - 1] ?? ' ') && '“《'.includes(text[to] ?? ' ')) places.push(i)
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
      if (isDash(text, start, i, to, c)) faults.push(faultAt(text, 'dash', i, to, '——', i === start))
      i = to - 1
    } else if (blockKind !== 'cell') {
      if (isYearBracket(text, i)) continue
      const opener = OPENERS.indexOf(text[i]!)
      if (opener >= 0) {
        stack.push({ at: i, kind: KIND[opener]!, inner: [] })
        waiting[KIND[opener]!]!++
        if (c === 0x201c) quotes.push(i)
        continue
      }
      const closer = CLOSERS.indexOf(text[i]!)
      if (closer < 0) continue
      if (c === 0x201d) quotes.push(i)
      spaceBefore(text, start, i, spaces)
      pairs ??= new Map()
      close(text, start, block, i, KIND[closer]!, { stack, waiting, loose, pairs, faults })
    }
  }
  for (const { at, kind } of stack) loose.push({ at, kind, opens: true, block })
  if (pairs) for (const row of rowsOf(text, places, pairs)) found.pauses.push(row)
  if (spaces.length > 0) found.spaces.push(spaces)
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

/** 〔2021) and (2021〕: one fault, which malformed-document-number tells. */
const isYearBracket = (text: string, i: number) =>
  (text[i - 5] === '〔' && /^\d{4}$/.test(text.slice(i - 4, i))) ||
  (text[i + 5] === '〕' && /^\d{4}$/.test(text.slice(i + 1, i + 5)))

const hasHan = (text: string, at: number) => isHan(text.charCodeAt(at - 1)) || isHan(text.charCodeAt(at + 1))

function runOf(text: string, from: number, end: number, belongs: (c: number) => boolean): number {
  let to = from + 1
  while (to < end && belongs(text.charCodeAt(to))) to++
  return to
}

/** 。。 is a slip; 。。。 an ellipsis; ！！！ and ？！ are allowed; of different marks the weightier is kept, which somebody must look at. */
function pointRun(text: string, from: number, to: number, faults: MarkFault[]): void {
  const run = text.slice(from, Math.min(to, from + 20))
  if (/^[！？]+$/.test(run)) return
  if (/^(.)\1*$/.test(run)) {
    if (run.length > 2 && '。、'.includes(run[0]!)) faults.push(faultAt(text, 'ellipsis', from, to, '……', true))
    else faults.push(faultAt(text, 'doubled', from, to, run[0]!, true))
  } else {
    const wanted = [...'？！。；：，、'].find((mark) => run.includes(mark))!
    faults.push(faultAt(text, 'doubled', from, to, wanted, false))
  }
}

function dots(text: string, start: number, end: number, from: number, to: number, faults: MarkFault[]): void {
  const before = from > start ? text.charCodeAt(from - 1) : Number.NaN
  const next = to < end ? text.charCodeAt(to) : Number.NaN
  const length = to - from
  const wide = text.charCodeAt(from) === 0x2026
  if (!wide && (length < 3 || !(isChinese(before) || isChinese(next)))) return
  // The leaders of a table of contents run up to a page number, or to nothing.
  if (length > (wide ? 2 : 3) && (isDigit(next) || next === 0x20 || Number.isNaN(next))) return
  if (!wide && length > 6) return
  if (wide && length === 2) {
    if (next === 0x7b49) faults.push(faultAt(text, 'etc', from, to + 1, '等', false))
  } else if (!wide || length === 1 || length === 3) faults.push(faultAt(text, 'ellipsis', from, to, '……', true))
}

/** --坚持 and 三个字--实打实; a single — only where it opens a paragraph: elsewhere it joins names, years and stages. */
function isDash(text: string, start: number, from: number, to: number, c: number): boolean {
  const next = text.charCodeAt(to)
  if (!isHan(next) && next !== 0x201c && next !== 0x300a) return false
  const opens = from === start
  const length = to - from
  if (c === 0x2014) return (opens && length === 1) || (length === 3 && (opens || isChinese(text.charCodeAt(from - 1))))
  return (length === 2 || length === 3) && (opens || isChinese(text.charCodeAt(from - 1)))
}

const ORDINAL_END = '一二三四五六七八九十先次后'
const ORDINAL = /(?:^|[。；：！？\s])((?:[第其][一二三四五六七八九十]{1,2}|首先|其次|再次|最后))$/
/** 第一、第二产业; 第一、二季度; 最后、最难的一关. */
const ORDINAL_NEXT = /[最第其一二三四五六七八九十两几首]/

// -------------------------------------------------------------------------------------------------- spaces

const isSpace = (c: number) => c === 0x20 || c === 0xa0

function spaceBefore(text: string, start: number, i: number, spaces: Edit[]): void {
  let from = i
  while (from > start && isSpace(text.charCodeAt(from - 1))) from--
  if (from < i && from > start && isHan(text.charCodeAt(from - 1)) && i - from <= 4)
    spaces.push(edit(from, i, '', true))
}

function spaceAfter(text: string, from: number, end: number, spaces: Edit[]): void {
  let to = from
  while (to < end && isSpace(text.charCodeAt(to))) to++
  if (to > from && to - from <= 2 && isHan(text.charCodeAt(to))) spaces.push(edit(from, to, '', true))
}

/** Shorter paragraphs are titles, signatures and lines set by hand. UTF-16 units. */
const SENTENCE = 30
/** Names and the like set apart by spaces; the words of a sentence broken by a scan are further from each other. */
const APART = 10

/** Of the single spaces between Chinese characters those that stand in a sentence and alone: 最终实 现. */
function gapsOf(text: string, { start, end, kind }: Block, breaks: readonly number[]): Edit[] {
  if (end - start < SENTENCE || kind === 'cell' || kind === 'heading') return []
  return breaks.flatMap((at, i) => {
    const lonely = at - (breaks[i - 1] ?? start - APART) >= APART && (breaks[i + 1] ?? end + APART) - at >= APART
    const ahead = text.slice(Math.max(start, at - 12), at)
    const after = text.slice(at + 1, Math.min(end, at + 9))
    const inside = at - start >= APART && /[，。；,;]/.test(text.slice(Math.max(start, at - 60), at))
    const numbered =
      /第[^，。；]{1,6}[章节条款]$|[一二三四五六七八九十]$|[：。！？]|(?:主席|书记|[省市县区州部局院]长|主任|总理|同志|代表|来源)$/.test(
        ahead.slice(-8),
      ) || /^[一二三四五六七八九十]{1,2}[、是]/.test(after)
    return lonely && inside && !numbered ? [edit(at, at + 1, '', false)] : []
  })
}

// --------------------------------------------------------------------------------------------------- pairs

interface State {
  readonly stack: Open[]
  /** How many of each kind are on the stack. */
  readonly waiting: number[]
  readonly loose: Loose[]
  readonly pairs: Map<number, number>
  readonly faults: MarkFault[]
}

function close(text: string, start: number, block: number, at: number, kind: number, state: State): void {
  const { stack, waiting, loose, pairs, faults } = state
  // Counted: a thousand brackets that never close must not be searched again for every mark behind them.
  if (waiting[kind] === 0) {
    loose.push({ at, kind, opens: false, block, alone: kind === 0 && isListMark(text, start, at) })
    return
  }
  let depth = stack.length - 1
  while (stack[depth]!.kind !== kind) depth--
  for (const open of stack.splice(depth + 1)) {
    waiting[open.kind]!--
    loose.push({ at: open.at, kind: open.kind, opens: true, block })
  }
  const own = stack.pop()!
  waiting[kind]!--
  pairs.set(own.at, at)
  pairs.set(at, own.at)
  for (const fault of own.inner) faults.push(fault)
  if (kind !== TITLE && kind !== QUOTE) return
  // A quotation inside a title inside a quotation is a new beginning.
  const outer = stack.at(-1)
  if (outer?.kind !== kind || at - own.at > 200) return
  const span = { start: own.at, end: at + 1 }
  const inside = text.slice(own.at + 1, at)
  // “甲“，“乙”: what looks like a quotation inside is the words between two.
  if (kind === QUOTE && /[，。；]/.test(inside)) {
    for (const [place, wanted] of [
      [own.at, '”'],
      [at, '“'],
    ] as const)
      outer.inner.push(turnedAt(text, place, wanted))
    return
  }
  const [left, right] = kind === TITLE ? ['〈', '〉'] : ['‘', '’']
  const wanted = `${left}${inside}${right}`
  outer.inner.push({
    kind: kind === TITLE ? 'nestedTitle' : 'nestedQuote',
    at: span,
    found: text.slice(span.start, span.end),
    wanted,
    ...(own.inner.length === 0 && { fix: { span, text: wanted, safe: kind === TITLE } }),
  })
}

/** 1） and a) number the members of a list. */
const isListMark = (text: string, start: number, at: number) =>
  /(?:^|[^\d一-龥A-Za-z])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$/.test(text.slice(Math.max(start, at - 4), at)) ||
  at - start <= 3

/** ”文山会海” or “文山会海“: the marks are all there, but some look the wrong way. */
function turnedQuotes(text: string, quotes: readonly number[], loose: readonly Loose[]): MarkFault[] {
  if (quotes.length % 2 === 1 || !loose.some(({ kind }) => kind === QUOTE)) return []
  // The end of one quotation and the start of the next: lines of a paragraph that was cut.
  if (text[quotes[0]!] === '”' && text[quotes.at(-1)!] === '“') return []
  return quotes.flatMap((at, i) => {
    const wanted = i % 2 === 0 ? '“' : '”'
    if (text[at] === wanted) return []
    return [turnedAt(text, at, wanted)]
  })
}

const turnedAt = (text: string, at: number, wanted: string): MarkFault => ({
  kind: 'turned',
  at: { start: at, end: at + 1 },
  found: text[at]!,
  wanted,
  fix: edit(at, at + 1, wanted, false),
})

/** Rows of quotations or titles with 、 between them: not those with words or brackets among their members. */
function rowsOf(text: string, places: readonly number[], pairs: ReadonlyMap<number, number>): Edit[][] {
  const rows: Edit[][] = []
  let row: Edit[] = []
  let plain = true
  for (const [k, at] of places.entries()) {
    const first = pairs.get(at - 1)
    const last = pairs.get(at + 1)
    const continues = row.length > 0
    if (!continues) plain = first !== undefined && text[first - 1] !== '、' && text[first] === text[at + 1]
    plain &&= last !== undefined && text[at + 1] === text[first ?? -1]
    row.push(edit(at, at + 1, '', text[at - 1] === '》'))
    if (last !== undefined && places[k + 1] === last + 1) continue
    if (plain && last !== undefined && !'、（('.includes(text[last + 1] ?? ' ')) rows.push(row)
    row = []
  }
  return rows
}

/** Lines of a paragraph or of a title, and what else was broken for layout. Paragraphs. */
const NEAR = 8
/** A quotation may run over many paragraphs. */
const LONG = 40

/** Of the loose marks those whose other half stands in no paragraph nearby; one of a kind for each paragraph. */
function unpaired(text: string, blocks: readonly Block[], loose: readonly Loose[]): MarkFault[] {
  const open: Loose[][] = [[], [], [], [], []]
  const left: Loose[] = []
  for (const mark of [...loose].sort((a, b) => a.at - b.at)) {
    const waiting = open[mark.kind]!
    const last = waiting.at(-1)
    if (mark.opens) waiting.push(mark)
    else if (last && goesOn(text, blocks, last, mark)) waiting.pop()
    else if (!mark.alone) left.push(mark)
  }
  for (const marks of open) for (const mark of marks) if (!runsOn(text, blocks, mark)) left.push(mark)
  const told = new Set<string>()
  return left
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, kind, block }) => {
      if (kind === 0 && endsHistory(text, blocks[block]!, at)) return []
      const key = `${block} ${kind}`
      if (told.has(key)) return []
      told.add(key)
      return [{ kind: 'unpaired' as const, at: { start: at, end: at + 1 }, found: text[at]!, wanted: '' }]
    })
}

/** The last line of how a law was passed and amended; copies have lost the bracket that opens above it. */
const HISTORY = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.*(?:通过|批准|发布|公布|印发|修正|修订|修改|施行|实施|生效)[）)]$/
const endsHistory = (text: string, { start, end }: Block, at: number) =>
  at === end - 1 && end - start <= 400 && HISTORY.test(text.slice(start, end))

const goesOn = (text: string, blocks: readonly Block[], from: Loose, to: Loose) =>
  from.kind === QUOTE
    ? to.block - from.block <= LONG
    : to.block - from.block <= NEAR && !'。！？；'.includes(text[blocks[from.block]!.end - 1]!)

/** Each paragraph of a long quotation opens with “ again, and only the last one closes. */
const runsOn = (text: string, blocks: readonly Block[], { at, kind, block }: Loose) =>
  kind === QUOTE && (text[blocks[block + 1]?.start ?? text.length] === '“' || at === blocks[block]!.start)
