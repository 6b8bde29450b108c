/** Plain text: one line, one paragraph; lines broken at a fixed width (copied out of a PDF) are joined again. */
import type { Block, Notice, Parsed, Parser } from '../core.ts'
import { isSpace } from './blanks.ts'
import { decode } from './encoding.ts'

/** Lines that a person typed end where the thought ends; lines cut at a fixed width are about equally long. UTF-16 units. */
const WRAP_MIN = 14
const WRAP_MAX = 60

export const parser: Parser = {
  parse(bytes) {
    const { text, encoding, notices } = decode(bytes)
    return parsePlain(text, encoding, notices, plainSettings(text))
  },
}

/** What the file says about itself between two `---` lines at its very beginning. */
interface Settings {
  readonly values: Readonly<Record<string, string>>
  /** Where the text after it begins; 0 where there is none. */
  readonly end: number
}

/** Lines of these names and nothing else: what else stands between two rules is text. Where Chinese is typed the colon is soon a wide one. */
const SETTINGS =
  /^---[ \t]*\r?\n((?:[ \t]*\r?\n|(?:文种|genre|上位文件|上级文件|superior)[ \t]*[:：][^\r\n]{1,200}\r?\n){1,10})---[ \t]*(?:\r?\n|$)/
const SETTING = /^([^\s:：]+)[ \t]*[:：][ \t]*(["']?)(.*?)\2[ \t]*\r?$/gm

function plainSettings(text: string): Settings {
  const found = text.startsWith('---') ? SETTINGS.exec(text) : null
  const values = Object.fromEntries([...(found?.[1] ?? '').matchAll(SETTING)].map(([, name, , value]) => [name, value]))
  return found && Object.keys(values).length > 0 ? { values, end: found[0].length } : NO_SETTINGS
}

const NO_SETTINGS: Settings = { values: {}, end: 0 }

/** Blocks of a decoded text. Spans leave out line breaks and leading and trailing white space; a comment of ours at the beginning or the end of a line belongs to no block. */
export function parsePlain(
  text: string,
  encoding?: string,
  notices: readonly Notice[] = [],
  settings: Settings = NO_SETTINGS,
): Parsed {
  const lines = linesOf(text)
  for (let i = 0; i < lines.length && lines[i]! < settings.end; i += 2) lines[i] = lines[i + 1]!
  if (text.includes('<!--')) dropComments(text, lines)
  const width = wrapWidth(text, lines)
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; i += 2) {
    const start = lines[i]!
    let end = lines[i + 1]!
    if (start === end) continue
    if (width)
      for (
        let next = following(text, lines, i);
        next < lines.length && continues(text, start, lines[i]!, end, lines[next]!, lines[next + 1]!, width);
        next = following(text, lines, i)
      ) {
        i = next
        end = lines[i + 1]!
      }
    blocks.push({ kind: 'paragraph', start, end, label: `第${blocks.length + 1}段` })
  }
  return {
    text,
    blocks,
    rows: [],
    meta: {
      frontMatter: settings.values,
      asides: [],
      notices: width ? [...notices, { code: 'hard-wrapped', args: { width } }] : notices,
      ...(encoding ? { encoding } : {}),
    },
  }
}

/** [start, end, start, end, …] of every line, trimmed; empty lines have start = end. */
function linesOf(text: string): number[] {
  const lines: number[] = []
  const n = text.length
  const breaks = /[\n\r\f\v\x85\u2028\u2029]/g
  let from = 0
  while (from <= n) {
    breaks.lastIndex = from
    const to = breaks.test(text) ? breaks.lastIndex - 1 : n
    let start = from
    let end = to
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    lines.push(start, end)
    from = to + (text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10 ? 2 : 1)
  }
  return lines
}

/** The width at which lines were broken by machine, or 0: most long lines have nearly this length and stop in mid-sentence. */
function wrapWidth(text: string, lines: readonly number[]): number {
  const histogram = new Uint32Array(WRAP_MAX + 2)
  let total = 0
  for (let i = 0; i < lines.length; i += 2) {
    const length = lines[i + 1]! - lines[i]!
    if (length < 8) continue
    total++
    histogram[Math.min(length, WRAP_MAX + 1)]!++
  }
  if (total < 4 || histogram[WRAP_MAX + 1]! > total / 4) return 0
  // A short draft must show it more plainly.
  const short = total < 12
  // The mode of a sliding window of four lengths.
  let best = 0
  let width = 0
  for (let w = WRAP_MIN; w <= WRAP_MAX; w++) {
    const near = histogram[w]! + histogram[w - 1]! + histogram[w - 2]! + histogram[w - 3]!
    if (near >= best) {
      best = near
      width = w
    }
  }
  if (best < total * (short ? 0.5 : 0.4) || (short && width < 18)) return 0
  let open = 0
  let full = 0
  for (let i = 0; i < lines.length; i += 2) {
    const length = lines[i + 1]! - lines[i]!
    if (length < width - 3 || length > width) continue
    full++
    if (!isTerminal(text.charCodeAt(lines[i + 1]! - 1))) open++
  }
  return open > full * (short ? 0.75 : 0.6) && full >= 3 ? width : 0
}

/** A page number that stands between the lines of a paragraph. */
const PAGE_NUMBER = /^[—–-]?\s?\d{1,4}\s?[—–-]?$/

/** 某某县教育局文件, beside it: what a printed page bears at its head. */
const RUNNING_HEAD = /^[一-龥]{4,30}文件$/

/** Index of the line after line `i`; a page number in between, with the empty lines and the running head around it, is passed over. */
function following(text: string, lines: readonly number[], i: number): number {
  let next = i + 2
  let numbered = false
  for (; next < lines.length; next += 2) {
    const start = lines[next]!
    const end = lines[next + 1]!
    const number = end - start <= 8 && PAGE_NUMBER.test(text.slice(start, end))
    const head = end - start <= 32 && RUNNING_HEAD.test(text.slice(start, end))
    if (start < end && !number && !head) break
    numbered ||= number
  }
  return numbered ? next : i + 2
}

const TERMINAL = '。！？；：!?;:'
const isTerminal = (c: number) => TERMINAL.includes(String.fromCharCode(c))
const OPENS_PARAGRAPH =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节条]|\d{1,2}[.．、]|附件|——|(?:索引号|主题分类|发布机构|发文机关|成文日期|发文日期|发布日期|发文字号|文号|标题|来源)[:：]|[一-龥]{1,14}[〔[（]\d{4}[〕\]）]\d{1,5}号$)/

function continues(
  text: string,
  first: number,
  start: number,
  end: number,
  nextStart: number,
  nextEnd: number,
  width: number,
): boolean {
  if (nextStart === nextEnd || isTerminal(text.charCodeAt(end - 1))) return false
  // An indented first line is shorter by the indent than the lines after it.
  if (end - start < width - (start === first ? 6 : 4)) return false
  return !OPENS_PARAGRAPH.test(text.slice(nextStart, Math.min(nextEnd, nextStart + 32)))
}

/** Our comments, whole or, over several lines, what of them stands in the first. */
const COMMENT_FIRST = /^<!-- ?burden-lint-(?:(?!-->).)*(?:-->[ \t\u3000]*|$)/
const COMMENT_LAST = /[ \t\u3000]*<!-- ?burden-lint-(?:(?!-->).)*-->$/
/** A longer line is looked at from its ends. UTF-16 units. */
const LONGEST_COMMENT = 2000

function dropComments(text: string, lines: number[]): void {
  for (let i = 0; i < lines.length; i += 2) {
    const end = lines[i + 1]!
    const line = text.slice(lines[i]!, Math.min(end, lines[i]! + LONGEST_COMMENT))
    const first = line.startsWith('<!--') ? (COMMENT_FIRST.exec(line)?.[0].length ?? 0) : 0
    const start = lines[i]! + first
    lines[i] = start
    if (!text.startsWith('-->', end - 3)) continue
    const last = COMMENT_LAST.exec(text.slice(Math.max(start, end - LONGEST_COMMENT), end))
    if (last) lines[i + 1] = end - last[0].length
  }
}
