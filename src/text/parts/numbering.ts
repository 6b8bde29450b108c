/** The numbers that paragraphs open with: 一、（一）1.（1）①, 第一章, 第一条; and 一是…二是…, 第一，…第二，… inside paragraphs. */
import type { Block, Span } from '../../core.ts'
import { parseNumeral } from '../numerals.ts'

/** `digit-paren` is 1）; the rest speak for themselves. */
export type NumberForm =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'han-bracket'
  | 'digit'
  | 'digit-bracket'
  | 'digit-paren'
  | 'circled'

/** Levels as GB/T 9704-2012 7.3.3 orders them (1–4), deeper ones 5; chapters as headings are read elsewhere: 1, sections 2; an article has none of them: 0. */
export const levelOf: Readonly<Record<NumberForm, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  article: 0,
  han: 1,
  'han-bracket': 2,
  digit: 3,
  'digit-bracket': 4,
  'digit-paren': 5,
  circled: 5,
}

/** A paragraph that opens with a number. */
export interface Numbered {
  /** Index into `Doc.blocks`. */
  readonly block: number
  readonly form: NumberForm
  readonly level: number
  /** 1-based. */
  readonly ordinal: number
  /** The number with its brackets and the mark behind it: 一、, （一）, 1. */
  readonly mark: Span
  /** The numeral alone. */
  readonly numeral: Span
  /** What is numbered, up to the end of its first sentence (without 。) or of the paragraph; empty where nothing follows. */
  readonly title: Span
  /** Nothing but the heading stands in the paragraph. */
  readonly alone: boolean
}

const HAN = '[一二三四五六七八九十百]'
/** Space may stand behind a number; a mark may stand where none belongs. */
const SPACE = '[ \\t\\u3000\\u00a0]{0,4}'
/** （一）、（二）项, （三）至（五）款, （一）项: spoken of in a sentence. */
const ALSO = '[、和至到及或—－-]{0,2}[（(]|项[^目]'
/** In order of alternatives: 第…章, （一）, （1）, 一、, 1., 1）, ①; 1.9月底前 is one. Lookaheads keep 1.5亿元, 10, 000元, 1、.5, 一、二产业, 七、八年级 and 1、2号楼 from being numbers of paragraphs. */
const OPENING = new RegExp(
  `^(?:第${SPACE}([一二三四五六七八九十百零〇]{1,6}|\\d{1,3})${SPACE}(部分|[编篇章节条])(?:之${HAN}{1,2})?(?![、，的第]|规定)` +
    `|[（(]${SPACE}(${HAN}{1,3})${SPACE}[)）](?!${ALSO})${SPACE}[、.．，,]?` +
    `|[（(]${SPACE}([\\d０-９]{1,3})${SPACE}[)）](?!${ALSO})${SPACE}[、.．，,]?` +
    `|(${HAN}{1,3})${SPACE}(?:[、.．]|[，,](?=.))(?!${HAN}(?:[、产类线季年]|等))` +
    `|([\\d０-９]{1,3})${SPACE}(?![，,]${SPACE}[\\d０-９]{3}(?![\\d０-９]))[.．、，,](?![.．、，,]|[\\d０-９](?!\\d{3}年|\\d?月))` +
    `|([\\d０-９]{1,3})${SPACE}[)）][、.．]?` +
    `|([①-⑳])[、.．]?)`,
)
const CHAPTERS: Readonly<Record<string, NumberForm>> = {
  部分: 'part',
  编: 'part',
  篇: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
}
const FORMS: readonly NumberForm[] = ['han-bracket', 'digit-bracket', 'han', 'digit', 'digit-paren', 'circled']
/** The longest opening, and the longest heading that is looked at. UTF-16 units. */
const OPENING_MAX = 32
const TITLE_MAX = 200

/** The paragraphs that open with a number, in order; table cells and code are left out. */
export function numberedBlocks(text: string, blocks: readonly Block[]): Numbered[] {
  const found: Numbered[] = []
  for (let block = 0; block < blocks.length; block++) {
    const { start, end, kind } = blocks[block]!
    if (kind === 'cell' || kind === 'code' || !mayOpen(text.charCodeAt(start))) continue
    const opening = readOpening(text.slice(start, Math.min(end, start + OPENING_MAX)))
    if (!opening) continue
    const { form, ordinal, length, numeralAt, numeral } = opening
    const mark = { start, end: start + length }
    let from = mark.end
    while (from < end && ' \t\u3000\u00a0'.includes(text[from]!)) from++
    const rest = text.slice(from, Math.min(end, from + TITLE_MAX))
    const stop = rest.search(/[。！？；]/)
    found.push({
      block,
      form,
      level: levelOf[form],
      ordinal,
      mark,
      numeral: { start: start + numeralAt, end: start + numeralAt + numeral.length },
      title: { start: from, end: stop < 0 ? from + rest.length : from + stop },
      alone: from + rest.length === end && (stop < 0 || stop === rest.length - 1),
    })
  }
  return found
}

/** 一–十百 第 （ ( digits ①–⑳: nothing else can open a number. */
const mayOpen = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) ||
  c === 0x28 ||
  c === 0xff08 ||
  (c >= 0xff10 && c <= 0xff19) ||
  (c >= 0x2460 && c <= 0x2473) ||
  (c >= 0x4e00 && '一二三四五六七八九十百第'.includes(String.fromCharCode(c)))

interface Opening {
  readonly form: NumberForm
  readonly ordinal: number
  /** Of the number with its marks. */
  readonly length: number
  readonly numeralAt: number
  readonly numeral: string
}

/** The number a line opens with; undefined where it opens with none. Also reads a piece cut out of a paragraph. */
export function readOpening(line: string): Opening | undefined {
  const m = OPENING.exec(line)
  if (!m) return undefined
  const chapter = m[2]
  const index = m.findIndex((group, i) => i > 2 && group !== undefined)
  const numeral = chapter ? m[1]! : m[index]!
  const form = chapter ? CHAPTERS[chapter]! : FORMS[index - 3]!
  const ordinal = form === 'circled' ? numeral.charCodeAt(0) - 0x245f : parseNumeral(numeral)
  if (ordinal === undefined || ordinal < 1) return undefined
  return { form, ordinal, length: m[0].length, numeralAt: m[0].indexOf(numeral), numeral }
}

// -------------------------------------------------------------------------------------- enumerations in sentences

/** `being`: 一是, 一要…; `ordinal`: 第一，; both count up from one. */
export type EnumerationForm = 'being' | 'ordinal'

/** One member of an enumeration inside a paragraph. */
export interface Enumerated extends Span {
  readonly form: EnumerationForm
  /** 是, 要, 抓…: members of one enumeration agree in it; '' for 第一. */
  readonly word: string
  readonly ordinal: number
}

/** At a clause's start: 一是, 二要, 三靠; 第一，第二、. */
const MEMBER =
  /(?<=^|[。；：:;，,\s！？!?])(?:([一二三四五六七八九十]{1,2})([是要])|第([一二三四五六七八九十]{1,2})(?=[，、,是]))/g

/** Members of enumerations in a stretch of text, in order; spans are offsets into `text` plus `from`. */
export function enumeratedIn(text: string, from = 0): Enumerated[] {
  const found: Enumerated[] = []
  for (const m of text.matchAll(MEMBER)) {
    const ordinal = parseNumeral(m[1] ?? m[3]!)
    if (ordinal === undefined || ordinal < 1) continue
    found.push({
      form: m[1] ? 'being' : 'ordinal',
      word: m[2] ?? '',
      ordinal,
      start: from + m.index,
      end: from + m.index + m[0].length,
    })
  }
  return found
}

// ------------------------------------------------------------------------------------------------------ writing

const DIGITS = '零一二三四五六七八九'

/** 1 → 一, 12 → 十二, 20 → 二十, 105 → 一百零五; 1–999. */
export function hanNumeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const low =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十${ones ? DIGITS[ones] : ''}` : DIGITS[ones]
  if (hundreds === 0) return low!
  return `${DIGITS[hundreds]}百${n % 100 === 0 ? '' : tens === 0 ? `零${DIGITS[ones]}` : low}`
}
