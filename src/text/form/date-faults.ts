/** Dates out of form: the date of issue, and those in the text. */
import type { Doc } from '../../core.ts'
import { together } from '../merged.ts'
import { dateOf, exists, type Frame, type WrittenDate } from '../parts/frame.ts'
import { blocksWith } from '../spans.ts'
import { type DateFault, dateFaults, mixedDates } from './dates.ts'

/** GB/T 9704—2012 came into force; before that the date was written in Chinese characters. */
const inForce = (year: number, month: number) => year > 2012 || (year === 2012 && month >= 7)

/** What is wrong with 成文日期. */
export function* issueDateFaults({ text }: Doc, { date: line, title, formal, signature }: Frame) {
  const date = line && dateOf(line.text)
  // A bare notice without a title is no paper, but what stands below its text and its writer is a date of issue all the same.
  const bare = title.length === 0
  if (line && date && !(bare && signature.length === 0) && !/^[（(]/.test(line.text)) {
    const { year, month, day } = date
    const raw = text.slice(line.start, line.end)
    const span = { start: line.start + raw.search(/\S/), end: line.start + raw.trimEnd().length }
    if (bare && (!date.padded || !exists(year, month, day ?? 1))) return
    if (!exists(year, month, day ?? 1)) yield { message: 'impossible' as const, args: { written: line.text }, at: span }
    else if (day === undefined) {
      if (formal && !date.han && signature.length > 0) yield { message: 'incomplete' as const, at: span }
    } else {
      const message = formFault(date)
      const right = `${year}年${month}月${day}日`
      if (message) yield { message, args: { right }, at: span, fix: { span, text: right, safe: !date.shortYear } }
    }
  }
}

/** The gravest fault in the form of a whole date. */
function formFault({ year, month, han, shortYear, named, padded }: WrittenDate) {
  if (han) return inForce(year, month) ? ('han' as const) : undefined
  if (shortYear) return 'shortYear' as const
  if (!named) return 'unnamed' as const
  return padded ? ('padded' as const) : undefined
}

/** Without it there is no date. */
const MAY_BE_DATE = /\d(?:[年月]|[.．/-]\d)/g

/** What is wrong with the dates of the body; those with hyphens or zeros are told together. */
export function* textDateFaults(doc: Doc) {
  const cells = new Set(doc.blocks.filter(({ kind }) => kind === 'cell').map(({ start }) => start))
  const { body, quoted } = doc.facts
  const faults: DateFault[] = mixedDates(doc.text, quoted)
  for (const i of blocksWith(doc.text, body, MAY_BE_DATE)) {
    const span = body[i]!
    for (const fault of dateFaults(doc.text, span, cells.has(span.start), quoted)) faults.push(fault)
  }
  for (const { kind, at: span, written, right, fix } of faults) {
    const place = { at: span, ...(fix && { fix }) }
    if (kind === 'impossible') yield { message: 'doubtful' as const, args: { written }, ...place }
    else if (kind === 'mixed') yield { message: 'mixed' as const, args: { right }, ...place }
    else if (kind !== 'hyphenated' && kind !== 'padded')
      yield { message: kind === 'shortYear' ? ('shortYearInText' as const) : kind, args: { right }, ...place }
  }
  const told = { hyphenated: 'hyphenated', padded: 'paddedInText' } as const
  for (const one of ['hyphenated', 'padded'] as const)
    for (const { fault, fix, count } of together(
      doc.text,
      faults.filter(({ kind }) => kind === one),
    ))
      yield { message: told[one], args: { right: fault.right, count }, at: fault.at, ...(fix && { fix }) }
}
