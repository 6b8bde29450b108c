/** Half-width punctuation among Chinese words. */
import type { Block, Doc, Edit } from '../../core.ts'
import { addressesIn } from '../addresses.ts'
import { isDigit, isHan, nextOf } from '../characters.ts'
import { covers } from '../quoted.ts'
import { blocksWith } from '../spans.ts'
import { codesIn, labelsIn } from './codes.ts'
import { BLANK_FOR } from './spaces.ts'

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
}

const SPACE = 0x20
const isSpace = (c: number) => c === SPACE || c === 0xa0 || c === 0x3000 || c === 9
const isBlank = (c: number) => isSpace(c) || c === 10 || c === 13
/** A Chinese word or mark ends or begins here: characters, and ，。、：；！？“”‘’《》（）【】…—％. */
const isChinese = (c: number) =>
  isHan(c) ||
  (c >= 0x3001 && c <= 0x3011) ||
  (c >= 0x2014 && c <= 0x2026) ||
  (c >= 0xff01 && c <= 0xff5e && !(c >= 0xff10 && c <= 0xff19))
const isLatin = (c: number) => (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)

const MARK = /[`(（〔【[)）〕】\]"“”,:;!?.]/g
/** All that is ever corrected. */
const HALF_WIDTH = /[()",:;!?.]/g

/** The half-width marks that stand among Chinese words, as edits in order: a list for each paragraph that has some. */
export function halfWidthEdits({ text, blocks }: Pick<Doc, 'text' | 'blocks'>): Edit[][] {
  const found: Edit[][] = []
  const labels = labelsIn(text)
  for (const i of blocksWith(text, blocks, HALF_WIDTH)) {
    const edits = blocks[i]!.kind === 'code' ? [] : editsIn(text, blocks[i]!, labels)
    if (edits.length > 0) found.push(edits)
  }
  return found
}

/** One pass over the characters of a paragraph. */
function editsIn(text: string, { start, end }: Block, labels: ReadonlySet<string>): Edit[] {
  const own = text.slice(start, end)
  const edits: Edit[] = []
  const brackets: number[] = []
  const quotes: number[] = []
  let straight = false
  const codes = codesIn(own, labels)
  for (let at = nextOf(MARK, own, 0); at >= 0; at = nextOf(MARK, own, at + 1)) {
    const i = start + at
    const c = text.charCodeAt(i)
    if (codes.length > 0 && covers(codes, at)) continue
    if (c === 0x60) {
      const close = own.indexOf('`', at + 1)
      if (close > 0) at = close
    } else if (isOpener(c)) brackets.push(i)
    else if (isCloser(c)) {
      const open = brackets.pop()
      if (
        open !== undefined &&
        isRound(c) &&
        isRound(text.charCodeAt(open)) &&
        isBracketPair(text, start, end, open, i)
      )
        for (const at of [open, i]) if (text.charCodeAt(at) < 0x80) edits.push(editAt(text, end, at))
    } else if (c === 0x22 || c === 0x201c || c === 0x201d) {
      quotes.push(i)
      straight ||= c === 0x22
    } else if (isPoint(c) && belongs(text, start, end, i, c)) edits.push(editAt(text, end, i))
  }
  if (straight) pairQuotes(text, start, end, quotes, edits)
  const addresses = edits.length > 0 ? addressesIn(own) : []
  return edits.filter(({ span }) => !covers(addresses, span.start - start)).sort((a, b) => a.span.start - b.span.start)
}

// ( [ （ 〔 【 and what closes them: a 〔 closed by ) must not take the bracket of its neighbour.
const isOpener = (c: number) => c === 0x28 || c === 0x5b || c === 0xff08 || c === 0x3014 || c === 0x3010
const isCloser = (c: number) => c === 0x29 || c === 0x5d || c === 0xff09 || c === 0x3015 || c === 0x3011
const isRound = (c: number) => c === 0x28 || c === 0x29 || c === 0xff08 || c === 0xff09
const isPoint = (c: number) => c === 0x2c || c === 0x3a || c === 0x3b || c === 0x21 || c === 0x3f || c === 0x2e

/**
 * The mark, with the one space that a half-width mark needs behind it and a full-width one does not. More than one, a space that is itself
 * full-width, and what stands alone in brackets, before another mark or before 年 are blanks of a form to be filled in: 联系人:    , 是( )否( ), 签字: , 日期: 年 月 日.
 */
function editAt(text: string, end: number, at: number, wanted = FULL[text[at]!]!): Edit {
  const space = text.charCodeAt(at + 1)
  const next = text.charCodeAt(at + 2)
  const isOne =
    at + 2 < end &&
    (space === SPACE || space === 0xa0) &&
    !isBlank(next) &&
    !isCloser(next) &&
    !/[,，。.;；、]/.test(text[at + 2]!) &&
    !BLANK_FOR.includes(text[at + 2]!)
  return { span: { start: at, end: isOne ? at + 2 : at + 1 }, text: wanted, safe: true }
}

function hasHan(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isHan(text.charCodeAt(i))) return true
  return false
}

/** The nearest character that is not blank; NaN at the paragraph's ends. */
function near(text: string, from: number, step: 1 | -1, start: number, end: number): number {
  for (let i = from + step; i >= start && i < end; i += step) {
    const c = text.charCodeAt(i)
    if (!isBlank(c)) return c
  }
  return Number.NaN
}

function belongs(text: string, start: number, end: number, i: number, c: number): boolean {
  if (i === start) return false
  let last = i - 1
  // **注意**:
  while (last > start && text.charCodeAt(last) === 0x2a) last--
  const before = text.charCodeAt(last)
  const next = near(text, i, 1, start, end)
  // A full stop is certain only where the paragraph ends after a Chinese word, or after a bracket or 95% on a line with Chinese words.
  if (c === 0x2e)
    return (
      Number.isNaN(next) &&
      end - start >= 5 &&
      (isChinese(before) || ((before === 0x29 || before === 0x25) && hasHan(text, text.lastIndexOf('\n', i) + 1, i)))
    )
  if (c === 0x3a && isHan(next) && RATIO.test(text.slice(i + 1, Math.min(end, i + 60)))) return false
  // A ? behind 、 is a character that was lost.
  if ((c === 0x3f || c === 0x21) && (before === 0x3001 || before === 0xff0c)) return false
  const closed = before === 0x22 || before === 0x29
  if (isChinese(before) || (closed && (isHan(next) || isChinese(text.charCodeAt(last - 1)))))
    return !(next === 0x2f && c === 0x3a)
  // 通过APP,推动; 增长5%,同比. Yahoo!公司 and http://…?参数 are left.
  if (c === 0x21 || c === 0x3f || !(isHan(next) || next === 0x201c || next === 0x300a)) return false
  if (!(isLatin(before) || isDigit(before) || before === 0x25)) return false
  let from = i
  while (from > start && i - from < 60 && text.charCodeAt(from - 1) > 0x20 && text.charCodeAt(from - 1) < 0x7f) from--
  // An address may end here, but a : in it belongs to it.
  return !(c === 0x3a ? /[/\\@=&<>{}|[\]_#]/ : /[\\=&<>{}|[\]]/).test(text.slice(from, i))
}

/** 师:生=1:20, 水泥:砂:石为1:2:3. */
const RATIO =
  /^(?:[一-龥]{1,8}:){0,5}[一-龥]{1,8}?(?:之?比例?)?\s?(?:[=＝]|[为约]{1,2}\s?\d{1,5}(?:\.\d{1,3})?\s?[:：]\s?\d)/
/** (1)~(3): marked alike, or not at all. */
const JOINT = /[~～]/
const OPERATOR = '=+-*/×÷<>^＝＋－／'
const FILE = /^\.[a-z]{2,5}/i

/** 人工智能(AI), (一), (含街道): not f(x), (010)8888, 国发(2024)1号, 通知(1).docx, (甲-乙)/丙. */
function isBracketPair(text: string, start: number, end: number, open: number, close: number): boolean {
  if (text.charCodeAt(open) > 0x7f && text.charCodeAt(close) > 0x7f) return false
  const before = open > start ? text.charCodeAt(open - 1) : Number.NaN
  const behind = close + 1 < end ? text.charCodeAt(close + 1) : Number.NaN
  if (before === 0x5d) return false
  const has = (c: number) => !Number.isNaN(c) && OPERATOR.includes(String.fromCharCode(c))
  if (has(before) || has(behind) || FILE.test(text.slice(close + 1, close + 7))) return false
  const inside = text.slice(open + 1, Math.min(close, open + 400))
  const number = /^\s*\d{3,4}\s*$/.test(inside)
  if (number && (isDigit(behind) || behind === 0x7b2c)) return false
  if (/[一-龥]/.test(inside)) return true
  if (JOINT.test(text.charAt(open - 1)) || JOINT.test(text.charAt(close + 1))) return false
  // (A-B) is a term; (AI) after an English word belongs to that.
  if (/^[A-Za-z]\s?[-+*/=^]\s?[A-Za-z\d]$/.test(inside)) return false
  const ahead = near(text, open, -1, start, end)
  return isChinese(ahead) || (Number.isNaN(ahead) && isHan(near(text, close, 1, start, end)))
}

/**
 * Straight quotation marks in pairs, with each other or with “ and ”: the first opens, the next closes. Where that does not come out even, or one quotation
 * seems to stand in another, nobody can tell which is which, and all are left as they are.
 */
function pairQuotes(text: string, start: number, end: number, quotes: readonly number[], edits: Edit[]): void {
  const marks = withoutMeasures(text, quotes)
  if (marks.length % 2 === 1) return
  const found: Edit[] = []
  for (let k = 0; k < marks.length; k += 2) {
    const [open, close] = [marks[k]!, marks[k + 1]!]
    const before = open > start ? text.charCodeAt(open - 1) : Number.NaN
    const inside = text.slice(open + 1, Math.min(close, open + 400))
    // A = or a { before it is markup or data.
    if (text[open] === '”' || text[close] === '“' || before === 0x3d || before === 0x7b || before === 0x5b) return
    if (/^\s|\s$/.test(inside) || inside === '' || isNested(text, marks, k, inside)) return
    if (
      k > 0 &&
      text[open] === '"' &&
      text[marks[k - 1]!] === '"' &&
      ONE_PHRASE.test(text.slice(marks[k - 1]! + 1, open))
    )
      return
    const around = isChinese(before) || isChinese(near(text, close, 1, start, end))
    if (!/[一-龥]/.test(inside) && !around) continue
    if (text[open] === '"') found.push({ span: { start: open, end: open + 1 }, text: '“', safe: true })
    if (text[close] === '"') found.push({ span: { start: close, end: close + 1 }, text: '”', safe: true })
  }
  for (const edit of found) edits.push(edit)
}

/** "关于"放管服"改革的意见": of words that run from one mark straight into the next nobody can tell whether they stand between two quotations or in one of their own. */
const ONE_PHRASE = /^[一-龥〇\dA-Za-z·]{1,40}$/

/** 24"显示器 measures in inches, 4'12" in seconds: where a quotation would open behind a figure, or one is left over, none of those behind figures is a quotation mark. */
function withoutMeasures(text: string, quotes: readonly number[]): readonly number[] {
  const measures = (i: number) => text[i] === '"' && /[\d０-９]/.test(text.charAt(i - 1))
  const mayMeasure = quotes.length % 2 === 1 || quotes.some((i, k) => k % 2 === 0 && measures(i))
  return mayMeasure ? quotes.filter((i) => !measures(i)) : quotes
}

/**
 * 他写道:"她说:"好"。" and "甲,"乙",丙": what would close stands where a quotation opens, or what would open where one is closed. With one quotation only
 * there is nothing that it could stand in.
 */
function isNested(text: string, marks: readonly number[], k: number, inside: string): boolean {
  if (marks.length < 4) return false
  const [open, close] = [marks[k]!, marks[k + 1]!]
  return (
    (text[close] === '"' && /[:：,，、(（《]$/.test(inside)) ||
    (text[open] === '"' && /^[,，.。;；:：、!！?？)）》]/.test(inside))
  )
}
