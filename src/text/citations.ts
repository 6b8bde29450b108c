/** The superior documents that a text says it implements. */
import type { Citation, Span } from '../core.ts'
import { widened } from './clauses.ts'
import { matchesOf } from './matches.ts'

const BOOK =
  /《([^《》]{2,120}(?:〈[^〈〉]{1,100}〉[^《》]{0,60})?)》(?:\s*[（(]\s*([一-龥]{1,14}[〔[（【]\d{4}[〕\]）】]第?\d{1,5}号)[^）)]{0,20}[)）])?/g
const VERB = /(?:贯彻|落实|执行|实施|推进)/
const BASIS = /(?:根据|按照|依据|遵照|结合)/
const STATUTE = /(?:法|条例)$|^中华人民共和国.*(?:法|条例)/
/** A document named by its 发文字号 alone: 根据某政办〔2023〕41号文件精神. */
const NUMBER_ALONE =
  /(?:根据|按照|依据|遵照|贯彻|落实|执行)(?:贯彻|落实|执行|[好了])*(?:[省市县区]?(?:委|人民政府|政府)(?:办公室|办公厅|办)?(?=[一-龥]{2})|上级|[省市县区](?=\s))?\s?([一-龥]{2,8}[〔[（【]\d{4}[〕\]）】]第?\d{1,5}号)(?=文|精神|要求|规定|部署|[，、和及])/g
/** 印发贯彻《…》实施细则的通知: what is sent out is for the one that is named. */
const FOR_ANOTHER = /印发[^，。]{0,8}贯彻(?:落实|执行|实施)?$/
/** 《云川县贯彻〈…〉实施细则》已经县政府同意，现印发给你们: one's own. */
const PASSED = /^[^。]{0,10}已经?[^，。]{0,30}(?:同意|通过|批准)|^[^。]{0,6}，?现[^，。]{0,6}印发/
/** The verb governs titles up to here behind it, within its sentence. UTF-16 units. */
const REACH = 200

/**
 * Citations in the given spans (title and opening paragraphs) that a verb of implementing governs: 贯彻落实《…》（国发〔2024〕1号）, 根据《…》精神.
 * A statute named after 根据 alone is a legal basis, no superior document. Each document once, in order.
 */
export function implementedIn(text: string, spans: readonly Span[]): Citation[] {
  const found: Citation[] = []
  for (const { start, end } of spans) {
    const written = text.slice(start, end)
    const passage = widened(written)
    for (const m of matchesOf(BOOK, passage)) {
      const title = written.slice(m.index + 1, m.index + 1 + m[1]!.length).replace(/\s+/g, '')
      const sentence = Math.max(passage.lastIndexOf('。', m.index), passage.lastIndexOf('；', m.index)) + 1
      const before = passage.slice(Math.max(sentence, m.index - REACH), m.index).replace(/《[^》]*》/g, '')
      const own =
        (/(?:现将|制定了?|印发|起草了?|拟定了?|以下简称|修订了?)[^，。]{0,8}$/.test(before) &&
          !FOR_ANOTHER.test(before)) ||
        (title.includes('〈') && PASSED.test(passage.slice(m.index + m[0].length, m.index + m[0].length + REACH)))
      const verb = VERB.test(before) || (BASIS.test(before) && !STATUTE.test(title))
      if (own || !verb || found.some((c) => c.title === title)) continue
      found.push({
        title,
        ...(m[2] ? { number: m[2] } : {}),
        start: start + m.index,
        end: start + m.index + m[0].length,
      })
    }
    for (const m of matchesOf(NUMBER_ALONE, passage)) {
      const number = m[1]!
      const at = start + m.index + m[0].length - number.length
      if (!found.some((c) => c.number === number))
        found.push({ title: number, number, start: at, end: at + number.length })
    }
  }
  return found
}

/** The name of a file, as front matter gives it. */
const FILE = /[\\/]|\.[a-z]{2,4}$/i
/** How a citation is spoken of: 《title》, or its number where that is all the text gives. */
export const citationName = ({ title, number }: Citation): string =>
  title === number || FILE.test(title) ? title : `《${title}》`
