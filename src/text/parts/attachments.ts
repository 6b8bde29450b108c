/** 附件说明 and the attachments below a document: what is listed, what the text names, what is there. */
import type { Doc, Span } from '../../core.ts'
import { matchesOf } from '../matches.ts'
import { parseNumeral } from '../numerals.ts'
import type { Line } from './frame.ts'
import { squeeze } from './lines.ts'

/** 附件：1.名称, with what stands before the name. */
const LEAD =
  /^(?:附[\s　]*(?:件|表)?[\s　]*[:：]|[【[［]附[\s　]*件[】\]］][:：]?|附件(?=[\s　]*1[\s　]*[.．、]))[\s　]*/
/** 附件2：, 附件 2 before each name. */
const NAMED = /^附[\s　]*件[\s　]*(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))(?:[\s　]*[:：.．、][\s　]*|[\s　]+)(?=\S)/
const NUMBER =
  /^[\s　]*(?:([①-⑳])|[（(]?(\d{1,2})[\s　]*[.．、:：)）]|(?:([一二三四五六七八九十]{1,3})[、.．]|[（(]([一二三四五六七八九十]{1,3})[)）][、.．]?))[\s　]*/
/** Several names on one line: 附件：1.甲 2.乙. A number in a name (2024, 3.5) is none of these. */
const NEXT_ON_LINE =
  /(?<=[^\d.．\s　])[；;，,、\s　]*(?=[\s　；;，,、]?[①-⑳]|[\s　；;，,、]\d{1,2}[.．、](?!\d)|[\s　；;，,](?:[一二三四五六七八九十]{1,3}[、.．](?![一二三四五六七八九十]{1,3}[、产])|[（(][一二三四五六七八九十]{1,3}[)）]))/
const HEADING = /^附\s*件\s*[:：]?\s*(\d{0,2}|[一二三四五六七八九十]{0,3})\s*[:：.．]?$/
/** 附件1 外销统计表: the title on the line of the number. */
const HEADED =
  /^[\s　]*附[\s　]*件[\s　]*(\d{1,2}|[一二三四五六七八九十]{1,3})(?:[\s　]+|[\s　]*[：:．.、][\s　]*)(?=[^。；，：:]*[一-龥])([^。；，：:\s　][^。；，：:]{1,59})$/
/** 详见附件2, （附件3）. */
const MENTION = /附件\s?(\d{1,2})(?![\d.．]?\d|[、.．]?[一-龥]{0,2}[:：])/g
/** 《…》附件2, 国发〔2020〕1号附件1: another document's. */
const FOREIGN = /(?:》|号|”|〕|文件|(?<!本)通知|(?<!本)方案|(?<!本)意见|原|其)(?:的|中|所附)?[（(]?$/
const CHAINED = /附件\s?\d{1,2}\s?(?:[和与及、，]|以及|至|[-—~～])$/
const MENTION_ANY =
  /(?:[详具]见|参见|见|附后|按照|填写|填报|报送|根据)\s?(?:本通知|本文|后附|所附)?(?:的)?附件(?!所列|中|的)/
/** 附件：《甲》《乙》 */
const TITLES = /^(?:[\s　、，]*《[^《》]{2,60}》){2,12}[\s　]*$/
const TITLE = /《[^《》]{2,60}》/g
/** No name is longer. UTF-16 units. */
const NAME_MAX = 200

/** One item of 附件说明, from its number or name to the end of its name, marks after it included. */
export interface Item extends Span {
  readonly number: number | undefined
  /** Length of its number with the mark behind it; 0 where it has none. UTF-16 units. */
  readonly numbered: number
  readonly name: string
  readonly han: boolean
}

/** The items of the lines of 附件说明, in order. */
export function itemsOf({ text }: Doc, list: readonly Line[]): Item[] {
  const items: Item[] = []
  for (const [i, line] of list.entries()) {
    let start = line.start
    let rest = text.slice(line.start, Math.min(line.end, line.start + 500))
    const named = NAMED.exec(rest)
    if (named && !LEAD.test(rest)) {
      const name = rest.slice(named[0].length)
      const number = numberOf(named[1] ?? named[2]!)
      items.push({
        number,
        name: plain(name),
        han: false,
        numbered: named[0].length,
        start,
        end: start + rest.trimEnd().length,
      })
      continue
    }
    const lead = LEAD.exec(rest)
    if (!lead && i === 0) return []
    if (lead) {
      start += lead[0].length
      rest = rest.slice(lead[0].length)
    }
    if (rest.trim() === '') {
      // 附件： alone is the head of the attachment itself, unless numbered names follow.
      if (i === 0 && !list[1]?.item && !/^[（(]?[\d①]/.test(list[1]?.text ?? '')) return []
      continue
    }
    const titles = items.length === 0 && TITLES.test(rest) ? rest.match(TITLE) : null
    if (titles) {
      for (const title of titles) {
        const at = start + rest.indexOf(title)
        items.push({
          number: items.length + 1,
          name: plain(title),
          han: false,
          numbered: 0,
          start: at,
          end: at + title.length,
        })
      }
      continue
    }
    for (let next = NEXT_ON_LINE.exec(rest); rest !== ''; next = NEXT_ON_LINE.exec(rest)) {
      const marks = next ? /^[；;，,、。]*/.exec(rest.slice(next.index + next[0].length))![0].length : 0
      const own = next && NUMBER.test(rest) ? rest.slice(0, next.index + next[0].length + marks) : rest
      add(start, own, line.item)
      start += own.length
      rest = rest.slice(own.length)
      const space = /^[\s　]*/.exec(rest)![0].length
      start += space
      rest = rest.slice(space)
    }
  }
  return items

  function add(start: number, words: string, marked: boolean): void {
    const m = NUMBER.exec(words)
    // Where the file numbers its items itself they are numbered in order.
    const number = m?.[1]
      ? m[1].charCodeAt(0) - 0x245f
      : m
        ? numberOf(m[2] ?? m[3] ?? m[4]!)
        : marked
          ? items.length + 1
          : undefined
    const last = items.at(-1)
    const length = words.trimEnd().length
    // A line without a number goes on with the name above it.
    if (last && number === undefined) {
      if (last.name.length > NAME_MAX) return
      items[items.length - 1] = { ...last, name: plain(last.name + words), end: start + length }
      return
    }
    const at = start + (m?.[0] ? 0 : words.length - words.trimStart().length)
    items.push({
      number,
      name: plain(words.slice(m?.[0].length ?? 0)),
      han: m !== null && m[1] === undefined && m[2] === undefined,
      numbered: m ? m[0].trimEnd().length : 0,
      start: at,
      end: start + length,
    })
  }
}

/** 附件2, in the text. */
export interface Mention {
  readonly number: number
  readonly span: Span
}

/** Where a line of the body names an attachment of this document by its number. */
export function mentionsIn({ text }: Doc, { start, end }: Line): Mention[] {
  const found: Mention[] = []
  const words = text.slice(start, end)
  // Few lines name one.
  if (!words.includes('附件')) return found
  let foreign = false
  for (const m of matchesOf(MENTION, words)) {
    const before = words.slice(Math.max(0, m.index - 12), m.index)
    foreign = FOREIGN.test(before) || (foreign && CHAINED.test(before))
    if (!foreign)
      found.push({ number: Number(m[1]), span: { start: start + m.index, end: start + m.index + m[0].length } })
  }
  return found
}

/** 《报名表》（附件1）: an attachment that the text names by title and number. */
const TITLED = /《([^《》\n]{2,40})》[（(](?:[详附]?见)?附件\s?(\d{1,2})[）)]/g

/** 附件1《报名表》 */
const NUMBER_FIRST = /附件\s?(\d{1,2})[：:]?《([^《》\n]{2,40})》/g

export function titledIn({ text }: Doc, { start, end }: Line): { number: number; title: string; span: Span }[] {
  const words = text.slice(start, end)
  if (!words.includes('附件')) return []
  const titled = matchesOf(TITLED, words).map((m) => ({ m, number: m[2]!, title: m[1]! }))
  for (const m of matchesOf(NUMBER_FIRST, words))
    if (!FOREIGN.test(words.slice(Math.max(0, m.index - 12), m.index))) titled.push({ m, number: m[1]!, title: m[2]! })
  return titled.map(({ m, number, title }) => ({
    number: Number(number),
    title,
    span: { start: start + m.index, end: start + m.index + m[0].length },
  }))
}

/** 议程见附件1, 填写回执（附件2）: named without the marks of a title, in the words right before. */
const CALLED =
  /([一-龥A-Za-z“”]{2,24})，?(?:[（(](?:[详附]?见)?|(?:请)?(?:[详参附]?见|列[于入]|载于))附件\s?(\d{1,2})(?![\d.．]|[的中第])[）)]?/g

export function calledIn({ text }: Doc, { start, end }: Line): { number: number; words: string; span: Span }[] {
  const words = text.slice(start, end)
  if (!words.includes('附件')) return []
  return matchesOf(CALLED, words).map((m) => ({
    number: Number(m[2]),
    words: m[1]!,
    span: { start: start + m.index, end: start + m.index + m[0].length },
  }))
}

/** Do the words end in the name, or the name in the last of the words? */
export const endsInName = (words: string, name: string): boolean => {
  const [a, b] = [plain(words), plain(name).replace(BRACKETS_OF_FORM, '')]
  return (b.length >= 2 && a.endsWith(b)) || [a, a.replace(USED, '')].some((own) => own.length >= 3 && b.endsWith(own))
}
/** 参赛教师填写报名表: the name begins behind the verb. */
const USED = /^.*(?:填写|填报|填好|按照?|对照|参照|依照|详见|参见)/
/** （样表） */
const BRACKETS_OF_FORM = /(?<=.)(?:样表|模板|格式|样式|试行)$/

/** Are they names of one thing, the one perhaps shorter? */
export const sameName = (one: string, other: string): boolean => {
  const [a, b] = [plain(one), plain(other)]
  return a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a)
}

/** The first place in the body that names an attachment, by number or not. */
export function anyMention({ text }: Doc, body: readonly Line[]): Span | undefined {
  for (const { start, end } of body) {
    const m = MENTION_ANY.exec(text.slice(start, end))
    if (m) return { start: start + m.index, end: start + m.index + m[0].length }
  }
  return undefined
}

/** An attachment below the document. */
export interface Attached {
  readonly number: number | undefined
  readonly heading: Line
  /** What stands behind its number, and at most three lines below the heading. */
  readonly titles: readonly Line[]
}

/** The attachments among the lines below the document, each with its heading. */
export function attachmentsIn({ text }: Doc, lines: readonly Line[]): Attached[] {
  const found: Attached[] = []
  const seen = new Set<number | undefined>()
  for (const [i, line] of lines.entries()) {
    // An attachment with attachments of its own: from here on nobody can tell whose they are.
    if (found.length > 0 && /^附件[:：]./.test(line.text)) break
    const head = headOf(text, line)
    if (!head) continue
    const number = head.number === '' ? undefined : numberOf(head.number)
    if (found.length > 0 && (found[0]!.number === undefined || seen.has(number))) break
    seen.add(number)
    const titles: Line[] = head.title ? [head.title] : []
    for (const next of lines.slice(i + 1, i + 4)) {
      if (headOf(text, next) || next.text.length > 60 || /[。：:；]/.test(next.text)) break
      titles.push(next)
    }
    found.push({ number, heading: line, titles })
  }
  return found
}

const numberOf = (words: string) => parseNumeral(words) ?? 0

/** The number of an attachment whose head a line is, and the title beside it. */
function headOf(text: string, line: Line): { number: string; title?: Line } | undefined {
  if (!line.text.startsWith('附')) return undefined
  const alone = HEADING.exec(line.text)
  if (alone) return { number: alone[1]! }
  const m = HEADED.exec(text.slice(line.start, Math.min(line.end, line.start + NAME_MAX)).trimEnd())
  if (!m) return undefined
  const start = line.start + m[0].length - m[2]!.length
  return { number: m[1]!, title: { start, end: start + m[2]!.length, text: squeeze(m[2]!), item: false } }
}

const plain = (name: string) => name.replace(/[\s　《》〈〉“”"（）()【】〔〕，,。；;、.．—–\-－]+/g, '')

/** Do one to three lines of the attachment make the listed title, or more than it? */
export function sameTitle(listed: string, titles: readonly Line[]): boolean {
  let joined = ''
  for (const { text } of titles) {
    joined += plain(text)
    if (joined === listed || joined.startsWith(listed) || joined.endsWith(listed)) return true
  }
  // 汇总表 for 2024年汇总表（样表）: named more shortly, but the same.
  const first = plain(titles[0]!.text)
  return first.length >= 4 && (listed.endsWith(first) || listed.startsWith(first))
}
