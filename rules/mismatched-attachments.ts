import {
  anyMention,
  attachmentsIn,
  defineRule,
  frameOf,
  gongwen,
  itemsOf,
  mentionsIn,
  papers,
  sameTitle,
  v,
  yearOf,
} from '../src/rule.ts'

/** Marks after a name. A closing bracket or 》 belongs to it. */
const TRAILING = /[。；;，,、.]+[\s　]*$/

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
        const span = { start: item.start, end: item.start + item.numbered }
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
