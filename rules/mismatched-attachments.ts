import { type Doc, defineRule, frameOf, gongwen, type Line, papers, type Span, v, yearOf } from '../src/rule.ts'

/** 附件：1.名称, with what stands before the name. */
const LEAD = /^附[\s　]*(?:件|表)?[\s　]*[:：][\s　]*/
const NUMBER = /^[\s　]*(?:(\d{1,2})[\s　]*[.．、:：]|([一二三四五六七八九十]{1,2})[、.．])[\s　]*/
/** Several names on one line: 附件：1.甲 2.乙. A number in a name (2024, 3.5) is none of these. */
const NEXT_ON_LINE = /(?<=[^\d.．\s　])[；;，,、\s　]*(?=[\s　；;，,、](\d{1,2})[.．、](?!\d))/
/** Marks after a name. A closing bracket or 》 belongs to it. */
const TRAILING = /[。；;，,、.]+[\s　]*$/
const HEADING = /^附\s*件\s*[:：]?\s*(\d{0,2}|[一二三四五六七八九十]{0,2})\s*[:：.．]?$/
/** 详见附件2, （附件3）. */
const MENTION = /附件\s?(\d{1,2})(?![\d.．]?\d|[、.．]?[一-龥]{0,2}[:：])/g
/** 《…》附件2, 国发〔2020〕1号附件1: another document's. */
const FOREIGN = /(?:》|号|”|〕|文件|(?<!本)通知|(?<!本)方案|(?<!本)意见|原|其)(?:的|中|所附)?[（(]?$/
const CHAINED = /附件\s?\d{1,2}\s?(?:[和与及、，]|以及|至|[-—~～])$/
const MENTION_ANY =
  /(?:[详具]见|参见|见|附后|按照|填写|填报|报送|根据)\s?(?:本通知|本文|后附|所附)?(?:的)?附件(?!所列|中|的)/
/** No name is longer. UTF-16 units. */
const NAME_MAX = 200
const HAN = '一二三四五六七八九十'

interface Item extends Span {
  readonly number: number | undefined
  readonly name: string
  readonly han: boolean
}

export default defineRule({
  scope: 'doc',
  genres: [...papers, 'minutes'],
  severity: 'error',
  fixable: true,
  title: { zh: '附件说明与附件不一致', en: 'List of attachments does not fit' },
  basis: gongwen.attachments,
  options: v.object({}),
  messages: {
    mark: {
      zh: '附件名称后加了标点符号',
      en: 'A mark after an attachment’s name',
      basis: gongwen.attachmentList,
      advice: { zh: '删去', en: 'Delete it' },
    },
    order: {
      zh: '附件说明的顺序号不连续：应当是{expected}',
      en: 'Attachments are not numbered in order: {expected} is due',
      basis: gongwen.attachmentList,
      advice: { zh: '从1起按顺序编号', en: 'Number them from 1' },
    },
    han: {
      zh: '附件顺序号没有用阿拉伯数字',
      en: 'Attachments are not numbered in Arabic numerals',
      basis: gongwen.attachmentList,
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    dangling: {
      zh: '正文提到附件{number}，附件说明里没有',
      en: 'The text names attachment {number}, the list does not',
      advice: { zh: '核对附件说明和正文', en: 'Compare list and text' },
    },
    unlisted: {
      zh: '文后有附件{number}，附件说明里没有',
      en: 'Attachment {number} is not in the list',
      advice: { zh: '在附件说明里补上', en: 'Add it to the list' },
    },
    renamed: {
      zh: '附件标题与附件说明不一致：附件说明写的是“{listed}”',
      en: 'The attachment’s title is not the listed one: {listed}',
      severity: 'warning',
      advice: { zh: '改成一致的标题', en: 'Use one title' },
    },
    noList: {
      zh: '正文提到附件，正文下面没有附件说明',
      en: 'The text names an attachment, and no list follows it',
      severity: 'warning',
      basis: gongwen.attachmentList,
      advice: { zh: '在正文下空一行写明“附件：……”', en: 'List the attachments below the text' },
    },
  },
  *check({ doc }) {
    const frame = frameOf(doc)
    const items = itemsOf(doc, frame.list)
    const mentions = frame.body.flatMap((line) => mentionsIn(doc, line))
    if (items.length === 0) {
      // A list is missed only in a whole paper of these days: a copy from the web often lost it.
      const whole = frame.title.length > 0 && frame.date && frame.formal && !frame.wraps && (yearOf(frame) ?? 0) > 2012
      const first = mentions[0]?.span ?? anyMention(doc, frame.body)
      if (whole && frame.list.length === 0 && first) yield { message: 'noList', at: { doc, span: first } }
      return
    }
    const disordered =
      items.some(({ number }, i) => number !== i + 1) && items.every(({ number }) => number !== undefined)
    for (const [i, item] of items.entries()) {
      const words = doc.text.slice(item.start, item.end)
      const mark = TRAILING.exec(words)
      if (mark) {
        const span = { start: item.start + mark.index, end: item.start + words.trimEnd().length }
        // Between two names on one line the mark is all that parts them.
        const next = items[i + 1]
        const last = !next || doc.text.slice(item.end, next.start).includes('\n')
        yield { message: 'mark', at: { doc, span }, ...(last && { fix: { span, text: '', safe: true } }) }
      }
      const at = { doc, span: { start: item.start, end: item.end - (mark?.[0].length ?? 0) } }
      if (item.number === undefined) continue
      if (item.han) {
        const right = `${item.number}.`
        const span = { start: item.start, end: item.start + NUMBER.exec(words)![0].trimEnd().length }
        yield { message: 'han', args: { right }, at: { doc, span }, fix: { span, text: right, safe: true } }
      }
      if (disordered && item.number !== i + 1) yield { message: 'order', args: { expected: i + 1 }, at }
    }
    const byNumber = new Map(items.map((item, i) => [item.number ?? i + 1, item]))
    const numbered = items.some(({ number }) => number !== undefined)
    const said = new Set<number>()
    if (numbered || items.length === 1)
      for (const { number, span } of mentions) {
        // A list that counts 1, 3 lacks a number, no attachment.
        if (byNumber.has(number) || said.has(number) || (disordered && number <= items.length)) continue
        said.add(number)
        yield { message: 'dangling', args: { number }, at: { doc, span } }
      }
    const below = attachmentsIn(frame.attachments)
    for (const { number, heading, titles } of below) {
      const n = number ?? (below.length === 1 && items.length === 1 ? (items[0]!.number ?? 1) : undefined)
      if (n === undefined) continue
      const item = byNumber.get(n)
      if (!item) {
        if (numbered || items.length === 1)
          yield {
            message: 'unlisted',
            args: { number: n },
            at: { doc, span: { start: heading.start, end: heading.end } },
          }
      } else if (titles.length > 0 && !sameTitle(item.name, titles))
        yield {
          message: 'renamed',
          args: { listed: item.name },
          at: { doc, span: { start: titles[0]!.start, end: titles[0]!.end } },
          related: [{ doc, span: { start: item.start, end: item.end } }],
        }
    }
  },
})

/** The list's items, each from its number (or name) to the end of its name, marks after it included. */
function itemsOf({ text }: Doc, list: readonly Line[]): Item[] {
  const items: Item[] = []
  for (const [i, line] of list.entries()) {
    let start = line.start
    let rest = text.slice(line.start, Math.min(line.end, line.start + 500))
    const lead = LEAD.exec(rest)
    if (!lead && i === 0) return []
    if (lead) {
      start += lead[0].length
      rest = rest.slice(lead[0].length)
    }
    if (rest.trim() === '') {
      // 附件： alone is the head of the attachment itself, unless numbered names follow.
      if (i === 0 && !list[1]?.item && !/^\d/.test(list[1]?.text ?? '')) return []
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
    const number = m ? (m[1] ? Number(m[1]) : HAN.indexOf(m[2]!) + 1) : marked ? items.length + 1 : undefined
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
      han: m?.[2] !== undefined,
      start: at,
      end: start + length,
    })
  }
}

function mentionsIn({ text }: Doc, { start, end }: Line): { number: number; span: Span }[] {
  const found: { number: number; span: Span }[] = []
  const words = text.slice(start, end)
  let foreign = false
  for (const m of words.matchAll(MENTION)) {
    const before = words.slice(Math.max(0, m.index - 12), m.index)
    foreign = FOREIGN.test(before) || (foreign && CHAINED.test(before))
    if (!foreign)
      found.push({ number: Number(m[1]), span: { start: start + m.index, end: start + m.index + m[0].length } })
  }
  return found
}

function anyMention({ text }: Doc, body: readonly Line[]): Span | undefined {
  for (const { start, end } of body) {
    const m = MENTION_ANY.exec(text.slice(start, end))
    if (m) return { start: start + m.index, end: start + m.index + m[0].length }
  }
  return undefined
}

interface Attached {
  readonly number: number | undefined
  readonly heading: Line
  /** At most three lines below the heading. */
  readonly titles: readonly Line[]
}

function attachmentsIn(lines: readonly Line[]): Attached[] {
  const found: Attached[] = []
  const seen = new Set<number | undefined>()
  for (const [i, line] of lines.entries()) {
    // An attachment with attachments of its own: from here on nobody can tell whose they are.
    if (found.length > 0 && /^附件[:：]./.test(line.text)) break
    const m = HEADING.exec(line.text)
    if (!m) continue
    const number = m[1] === '' ? undefined : /\d/.test(m[1]!) ? Number(m[1]) : HAN.indexOf(m[1]!) + 1
    if (found.length > 0 && (found[0]!.number === undefined || seen.has(number))) break
    seen.add(number)
    const titles: Line[] = []
    for (const next of lines.slice(i + 1, i + 4)) {
      if (HEADING.test(next.text) || next.text.length > 60 || /[。：:；]/.test(next.text)) break
      titles.push(next)
    }
    found.push({ number, heading: line, titles })
  }
  return found
}

const plain = (name: string) => name.replace(/[\s　《》〈〉“”"（）()【】〔〕，,。；;、.．—–\-－]+/g, '')

/** One to three lines of the attachment make the listed title, or more than it. */
function sameTitle(listed: string, titles: readonly Line[]): boolean {
  let joined = ''
  for (const { text } of titles) {
    joined += plain(text)
    if (joined === listed || joined.startsWith(listed) || joined.endsWith(listed)) return true
  }
  // 汇总表 for 2024年汇总表（样表）: named more shortly, but the same.
  const first = plain(titles[0]!.text)
  return first.length >= 4 && (listed.endsWith(first) || listed.startsWith(first))
}
