/**
 * What marks words inside a paragraph of Markdown and is none of them: **, ~~, [ ](…), <u>, &nbsp;, and images. Read as a reader of the page would,
 * with one liberty: ** beside Chinese quotation marks and brackets is emphasis, too. One pass over each paragraph; no pile of marks makes it slow.
 */
import type { BlockKind, Span } from '../../core.ts'

/** Characters that are written and not read; `as` stands in their place. */
export interface Cut extends Span {
  readonly as: string
}

/** One of them must be there. A bracket alone is none: 国发[2024]1号. */
export const MARKED = /[*_`~\\<>&]|\](?=\()|\[(?=\^)/
/** In a paragraph; the lines of a quotation begin with marks, too. */
const MARKS = /[*_`~\\<&\n]|\](?=\()|\[(?=\^)/

/** What marks the words of a block of `text`, in order. */
export function cutsIn(text: string, { start, end }: Span, kind: BlockKind): Cut[] {
  const own = text.slice(start, end)
  if (kind === 'code' || !MARKS.test(own)) return []
  const cuts: Cut[] = []
  const runs: Run[] = []
  /** Tags that nothing closes from here on. */
  const unclosed = new Set<string>()
  const cut = (from: number, to: number, as = '') => cuts.push({ start: start + from, end: start + to, as })
  let at = 0
  const next = /[*_`~\\<&[!\n]/g
  for (;;) {
    next.lastIndex = at
    const found = next.exec(own)
    if (!found) break
    const from = found.index
    at = from + 1
    switch (found[0]) {
      case '\\':
        if (PUNCTUATION.test(own[from + 1] ?? '')) {
          cut(from, from + 1)
          at = from + 2
          // At the end of a line it breaks that.
        } else if (from + 1 === own.length || own[from + 1] === '\n' || own[from + 1] === '\r') cut(from, from + 1)
        break
      case '`': {
        const ticks = sticky(TICKS, own, from)!
        // Code keeps its marks: what stands between them is not written in words.
        const close = closingTicks(own, from + ticks.length, ticks.length)
        at = close < 0 ? from + ticks.length : close + ticks.length
        break
      }
      case '!':
      case '[': {
        const unread = sticky(IMAGE, own, from) ?? sticky(NOTE, own, from)
        if (unread !== undefined) {
          cut(from, from + unread.length)
          at = from + unread.length
          break
        }
        const link = sticky(LINK, own, from)
        if (link === undefined) break
        const words = link.lastIndexOf('](')
        cut(from, from + 1)
        cut(from + words, from + link.length)
        break
      }
      case '<': {
        const tag = sticky(TAG, own, from)
        const address = tag === undefined ? sticky(ADDRESS, own, from) : undefined
        if (tag !== undefined) {
          at = from + tag.length
          const close = CODE_TAG.test(tag) && !unclosed.has(tag) ? own.indexOf(`</${tag.slice(1)}`, at) : -1
          if (close < 0) unclosed.add(tag)
          if (close < 0) cut(from, at, /^<br\b/i.test(tag) ? '\n' : '')
          else {
            cut(from, at, '`')
            cut(close, close + tag.length + 1, '`')
            at = close + tag.length + 1
          }
        } else if (address !== undefined) {
          cut(from, from + 1)
          cut(from + address.length - 1, from + address.length)
          at = from + address.length
        } else if (own.startsWith('<!--', from)) {
          // Comments stay: ours are heard, and nobody reads the others.
          const close = own.indexOf('-->', from)
          at = close < 0 ? own.length : close + 3
        }
        break
      }
      case '&': {
        const entity = sticky(ENTITY, own, from)
        const said = entity === undefined ? undefined : characterOf(entity)
        if (entity !== undefined && said !== undefined) {
          cut(from, from + entity.length, said)
          at = from + entity.length
        }
        break
      }
      case '\n':
        if (kind === 'quote') {
          const mark = sticky(QUOTED, own, at) ?? ''
          if (mark !== '') cut(at, at + mark.length)
        }
        break
      default: {
        const mark = found[0]
        while (own[at] === mark) at++
        runs.push({ mark, from, to: at })
      }
    }
  }
  for (const { from, to } of pairs(own, runs)) cut(from, to)
  return cuts.sort((a, b) => a.start - b.start).filter((one, i, all) => i === 0 || one.start >= all[i - 1]!.end)
}

const PUNCTUATION = /^[!-/:-@[-`{-~]$/
const TICKS = /`+/y
const IMAGE = /!\[[^[\]\n]{0,200}\]\([^()\n]{0,500}\)/y
/** A note at the foot of the page. */
const NOTE = /\[\^[\w-]{1,20}\](?!:)/y
/** 见[附件](附件1.docx); not 国发[2024](12)号: where it leads there is a dot, a slash or #. */
const LINK = /\[[^[\]\n]{1,300}\]\((?=[^()\s]{0,300}[./#])(?:[^()\s]|\([^()\s]{0,100}\)){1,500}(?: "[^"\n]{0,200}")?\)/y
const TAG = /<\/?[a-z][a-z\d]{0,15}(?:\s[^<>\n]{0,300})?\/?>/iy
/** What is written in them is code, as between backticks. */
const CODE_TAG = /^<(?:code|kbd|samp|tt|var)>$/i
const ADDRESS = /<(?:https?:\/\/[^<>\s]{1,500}|[\w.+-]{1,64}@[\w.-]{1,200})>/y
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iy
/** What begins the lines of a quotation from the second on. */
const QUOTED = /[ \t]*(?:>[ \t]?)+/y

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Where as many backticks stand again; -1 where they do not. */
function closingTicks(text: string, from: number, count: number): number {
  TICK_RUNS.lastIndex = from
  for (let m = TICK_RUNS.exec(text); m; m = TICK_RUNS.exec(text)) if (m[0].length === count) return m.index
  return -1
}
const TICK_RUNS = /`+/g

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  deg: '°',
  permil: '‰',
}

function characterOf(entity: string): string | undefined {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  // No control character, and nothing that takes two units.
  return code >= 0x20 && code < 0xd800 && code !== 0x7f ? String.fromCharCode(code) : undefined
}

// --------------------------------------------------------------------------------------------------- emphasis

/** The same mark, one or more times on end. */
interface Run {
  readonly mark: string
  readonly from: number
  readonly to: number
}

/** Both ends of all that is emphasised or struck out. */
function pairs(text: string, runs: readonly Run[]): Run[] {
  const found: Run[] = []
  const open: Run[] = []
  for (const run of runs) {
    const { mark, from, to } = run
    const length = to - from
    if (length > (mark === '*' ? 3 : 2) || (mark === '~' && length < 2)) continue
    const before = text[from - 1] ?? ''
    const after = text[to] ?? ''
    const twin = canClose(mark, length, before, after)
      ? open.findLastIndex((other) => other.mark === mark && other.to - other.from === length)
      : -1
    if (twin >= 0) {
      found.push(open[twin]!, run)
      open.length = twin
    } else if (canOpen(mark, length, before, after) && open.length < MOST_OPEN) open.push(run)
  }
  return found
}

/** Nobody nests as many; a pile of marks is no emphasis. */
const MOST_OPEN = 20

const isGap = (c: string) => c === '' || /\s/.test(c)
const isMark = (c: string) => /[\p{P}\p{S}]/u.test(c)
const isDigit = (c: string) => c >= '0' && c <= '9'
/** What opens or closes in Chinese: CommonMark takes it for any mark, so that 各**“重点”**项目 would be none. */
const OPENING = '“‘《〈（【「『〔[('
const CLOSING = '”’》〉）】」』〕])。，、；：！？％%'

function canOpen(mark: string, length: number, before: string, after: string): boolean {
  if (isGap(after)) return false
  if (mark === '_') return !isMark(after) && (isGap(before) || isMark(before))
  if (mark === '*' && length === 1 && isDigit(before) && isDigit(after)) return false
  return !isMark(after) || isGap(before) || isMark(before) || OPENING.includes(after)
}

function canClose(mark: string, length: number, before: string, after: string): boolean {
  if (isGap(before)) return false
  if (mark === '_') return !isMark(before) && (isGap(after) || isMark(after))
  if (mark === '*' && length === 1 && isDigit(before) && isDigit(after)) return false
  return !isMark(before) || isGap(after) || isMark(after) || CLOSING.includes(before)
}
