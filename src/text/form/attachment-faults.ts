/** Where 附件说明, the text and the attachments below it do not fit each other. */
import type { Doc, Frame, Span } from '../../core.ts'
import {
  type Attached,
  anyMention,
  attachmentsIn,
  calledIn,
  endsInName,
  type Item,
  itemsOf,
  type Mention,
  mentionsIn,
  sameName,
  sameTitle,
  titledIn,
} from '../parts/attachments.ts'
import { frameOf, yearOf } from '../parts/frame.ts'

/** Marks after a name. A closing bracket or 》 belongs to it, and so does what cuts a word short: Co., Ltd. */
const TRAILING = /(?:[。；;，,、]|(?<![A-Za-z.])\.)+[\s　]*$/
/** 5万元, .5毫米; a year is read as one. */
const FIGURE = /^(?!\d{4}年)[\d０-９.．]/
/** Where no item follows them the name goes on in the next line, unless the one above ends so, too. */
const GOES_ON = /^[，,、]/

/** 附件：一、二季度统计表: the only one has no number, and its name begins with a row of numerals. */
const IN_ROW = /^[一二三四五六七八九十]{1,3}(?:、|季度?|月|级|产业|期|类|批|等|阶段|年级|组|线|号|区|科)/

/** 2.汇总表（另附）. */
const ELSEWHERE = /另附|另发|另行|单独|电子版|[（(]略/

/** What is filled in or looked up. */
const IS_FORM = /(?:表|单|回执|图|名册|台账|承诺书|申请书|样式|模板)$/

/**
 * Attachments that follow the paper which a notice sends out, or stand above the signature. Whose they are is plain where one of them has its title from
 * the list, or, where some of the list do not follow, each of those that do.
 */
function behindTheList(doc: Doc, items: readonly Item[]): Attached[] {
  const from = items.at(-1)!.end
  const lines = doc.blocks
    .filter(({ kind, start, end }) => kind !== 'cell' && kind !== 'code' && start > from && end - start < 500)
    .map(({ start, end }) => ({ start, end, text: doc.text.slice(start, end).replace(/[\s　]+/g, ''), item: false }))
    .filter(({ text }) => text !== '')
  if (lines.some(({ text }) => /^附件[:：]./.test(text))) return []
  const found = attachmentsIn(doc, lines)
  const isListed = ({ number, titles }: Attached) => {
    const item = items.find((own) => own.number === number)
    return item !== undefined && titles.length > 0 && sameTitle(item.name, titles)
  }
  const isOurs = found.length === items.length ? found.some(isListed) : found.length > 1 && found.every(isListed)
  return isOurs ? found : []
}

/** 附件说明, read once. */
interface List {
  readonly doc: Doc
  readonly frame: Frame
  readonly items: readonly Item[]
  /** By the number that an item bears, or else that of its place. */
  readonly byNumber: ReadonlyMap<number, Item>
  readonly numbered: boolean
  /** All bear numbers, and not 1, 2, 3. */
  readonly disordered: boolean
}

/** What is wrong with the list of attachments itself, then what it lacks, then what it calls otherwise. */
export function* attachmentFaults(doc: Doc) {
  const frame = frameOf(doc)
  const items = itemsOf(doc, frame.list)
  const mentions = frame.body.flatMap((line) => mentionsIn(doc, line))
  if (items.length === 0) {
    // A list is missed only in a whole paper of these days: a copy from the web often lost it.
    const whole = frame.title.length > 0 && frame.date && frame.formal && !frame.wraps && (yearOf(frame) ?? 0) > 2012
    const first = mentions[0]?.span ?? anyMention(doc, frame.body)
    if (whole && frame.list.length === 0 && first) yield { message: 'noList' as const, at: first }
    return
  }
  const list: List = {
    doc,
    frame,
    items,
    byNumber: new Map(items.map((item, i) => [item.number ?? i + 1, item])),
    numbered: items.some(({ number }) => number !== undefined),
    disordered: items.some(({ number }, i) => number !== i + 1) && items.every(({ number }) => number !== undefined),
  }
  yield* written(list)
  yield* dangling(list, mentions)
  yield* misnamed(list)
  yield* mistaken(list)
  yield* below(list)
}

/** How its items are written: marks behind them, their numbers. */
function* written({ doc, items, disordered }: List) {
  // 一、5万元以上项目表 would become 1.5万元: then none of them is renumbered.
  const mixes = items.some(
    ({ han, start, end, numbered }) => han && FIGURE.test(doc.text.slice(start + numbered, end).trimStart()),
  )
  for (const [i, item] of items.entries()) {
    const words = doc.text.slice(item.start, item.end)
    const mark = TRAILING.exec(words)
    const above = items[i - 1]
    const alike = above !== undefined && GOES_ON.test(doc.text.slice(above.start, above.end).slice(-1))
    if (mark && !(GOES_ON.test(mark[0]) && i === items.length - 1 && !alike)) {
      const span = { start: item.start + mark.index, end: item.start + words.trimEnd().length }
      // Between two names on one line the mark is all that parts them.
      const next = items[i + 1]
      const last = !next || doc.text.slice(item.end, next.start).includes('\n')
      yield { message: 'mark' as const, at: span, ...(last && { fix: { span, text: '', safe: true } }) }
    }
    const at = { start: item.start, end: item.end - (mark?.[0].length ?? 0) }
    if (item.number === undefined || (items.length === 1 && IN_ROW.test(item.name))) continue
    if (item.han) {
      const right = `${item.number}.`
      const span = { start: item.start, end: item.start + item.numbered }
      yield {
        message: 'han' as const,
        args: { right },
        at: span,
        ...(!mixes && { fix: { span, text: right, safe: true } }),
      }
    }
    if (disordered && item.number !== i + 1) yield { message: 'order' as const, args: { expected: i + 1 }, at }
  }
}

/** Attachments that the text names and the list has not; each once. */
function* dangling({ items, byNumber, numbered, disordered }: List, mentions: readonly Mention[]) {
  if (!numbered && items.length !== 1) return
  const said = new Set<number>()
  for (const { number, span } of mentions) {
    // A list that counts 1, 3 lacks a number, no attachment.
    if (byNumber.has(number) || said.has(number) || (disordered && number <= items.length)) continue
    said.add(number)
    yield { message: 'dangling' as const, args: { number }, at: span }
  }
}

/** 《…表》（附件2） in the text, and another name in the list. */
function* misnamed({ doc, frame, items, byNumber, disordered }: List) {
  for (const { number, title, span } of frame.body.flatMap((line) => titledIn(doc, line))) {
    const item = byNumber.get(number)
    if (!item || disordered || sameName(item.name, title)) continue
    // 《…意见》（附件2） may be an attachment of that paper; a form, or what the list has under another number, is one of this.
    const elsewhere = items.some(({ name }) => sameName(name, title))
    if (elsewhere || IS_FORM.test(title)) yield calledOtherwise(doc, item, number, span)
  }
}

/** 议程见附件1, where the list has 议程 as the second and something else as the first. */
function* mistaken({ doc, frame, items, byNumber, numbered, disordered }: List) {
  if (!numbered || disordered) return
  for (const { number, words, span } of frame.body.flatMap((line) => calledIn(doc, line))) {
    const item = byNumber.get(number)
    const named = items.filter(({ name }) => endsInName(words, name))
    if (!item || named.length !== 1 || named[0] === item) continue
    // The end of the name alone: what stands before it may be 请填写, or another name.
    const name = named[0]!.name
    const length = Math.min(name.length, words.length)
    const start = words.endsWith(name) ? span.start + words.length - length : span.start
    yield calledOtherwise(doc, item, number, { start, end: span.end })
  }
}

const calledOtherwise = (doc: Doc, { name, start, end }: Item, number: number, at: Span) => ({
  message: 'misnamed' as const,
  args: { number, listed: name },
  at,
  related: [{ doc, span: { start, end } }],
})

/** The attachments that follow: those that are missing, that the list has not, or that it calls otherwise. */
function* below(list: List) {
  const { doc, frame, items, byNumber, numbered, disordered } = list
  const behind = attachmentsIn(doc, frame.attachments)
  const attached = behind.length > 0 || !numbered ? behind : behindTheList(doc, items)
  // Where one of them follows the others are looked for; where none does they are files of their own.
  const there = new Set(attached.map(({ number }) => number))
  if (numbered && !disordered && attached.length > 0 && !there.has(undefined))
    for (const { number, start, end } of items)
      if (number !== undefined && !there.has(number) && !ELSEWHERE.test(doc.text.slice(start, end)))
        yield { message: 'absent' as const, args: { number }, at: { start, end } }
  for (const { number, heading, titles } of attached) {
    const n = number ?? (attached.length === 1 && items.length === 1 ? (items[0]!.number ?? 1) : undefined)
    if (n === undefined) continue
    const item = byNumber.get(n)
    if (!item) {
      if (numbered || items.length === 1)
        yield {
          message: 'unlisted' as const,
          args: { number: n },
          at: { start: heading.start, end: heading.end },
        }
    } else if (titles.length > 0 && !sameTitle(item.name, titles))
      yield {
        message: 'renamed' as const,
        args: { listed: item.name },
        at: { start: titles[0]!.start, end: titles[0]!.end },
        related: [{ doc, span: { start: item.start, end: item.end } }],
      }
  }
}
