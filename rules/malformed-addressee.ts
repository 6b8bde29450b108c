import { type Doc, defineRule, type Frame, frameOf, gongwen, headOf, papers, v } from '../src/rule.ts'

/** A 主送机关 that shares its line with the first sentence: 各乡镇人民政府：为贯彻…. */
const RUN_IN = /^[^。；]{2,200}[:：]/
const NOTE_BEHIND = /(?<=[:：]\s*)[（(][^（()）]{2,40}[)）]\s*$/
const LABELLED = /^\s*(?:主送(?:机关|单位)?|收文单位|致|T[Oo])[:：]/
const MARK_AT_END = /[:：,，。.;；、]$/

/** Below a title may stand who sends it, too: those who sign below, or whom the title itself names first. */
function sends(doc: Doc, words: string, { signature, title }: Frame): boolean {
  const heading = title.map(({ text }) => text).join('')
  const signers = signature.flatMap(({ text, start, end }) => [text, ...namesIn(doc.text.slice(start, end))])
  const isSender = (body: string) =>
    heading.startsWith(`${body}关于`) || signers.some((signer) => sameEnd(signer, body))
  const bodies = namesIn(words)
  return isSender(words.replace(/\s/g, '')) || (bodies.length > 0 && bodies.every(isSender))
}
const namesIn = (words: string) => words.split(/[\s、，]+/).filter((name) => name.length > 2)
/** 云川县水利局, 县水利局 */
const sameEnd = (one: string, other: string) => one.endsWith(other) || other.endsWith(one)

export default defineRule({
  scope: 'doc',
  genres: papers,
  severity: 'error',
  fixable: true,
  title: { zh: '主送机关写法不规范', en: 'Malformed addressee' },
  basis: gongwen.addresseeForm,
  options: v.object({}),
  messages: {
    colon: {
      zh: '主送机关后没有标全角冒号',
      en: 'No full-width colon after the addressee',
      advice: { zh: '最后一个机关名称后标全角冒号“：”', en: 'End the line with “：”' },
    },
    absent: {
      zh: '没有主送机关',
      en: 'No addressee',
      severity: 'warning',
      basis: gongwen.addressee,
      advice: {
        zh: '在标题下顶格写明主送机关；公开张贴、不需要主送的，改用通告或公告',
        en: 'Name the addressee below the title',
      },
    },
  },
  *check({ doc }) {
    const frame = frameOf(doc)
    const { addressee, title, date, numbers, body } = frame
    if (addressee) {
      // 各管护站：（不发临时站） is closed; 主送：各管护站 is a field of a form.
      const raw = doc.text.slice(addressee.start, addressee.end).replace(NOTE_BEHIND, '')
      if (LABELLED.test(raw)) return
      const end = addressee.start + raw.trimEnd().length
      const mark = MARK_AT_END.exec(doc.text.slice(addressee.start, end))?.[0]
      if (mark === '：' || (!mark && sends(doc, raw.trim(), frame))) return
      // Only the mark is shown, or the last word where there is none.
      const span = mark ? { start: end - 1, end } : { start: Math.max(addressee.start, end - 2), end }
      const fix = { span: mark ? span : { start: end, end }, text: '：', safe: true }
      yield { message: 'colon', at: { doc, span }, fix }
      return
    }
    if (frame.salutation || title.length === 0 || !date || body.length === 0) return
    const { id } = doc.genre
    const heading = doc.facts.title
    const needs =
      id === 'request' || id === 'letter' || id === 'reply'
        ? /(?:请示|函|批复)$/.test(heading)
        : id === 'report.work'
          ? /关于.{2,60}报告$/.test(heading)
          : id.startsWith('notice') && numbers.length > 0 && /通知$/.test(heading)
    // A short line there names who wrote it: material for a meeting.
    const byline = body[0]!.text.length < 30 && !/[，。：:；]/.test(body[0]!.text)
    const signed = byline || doc.facts.parts.some(({ kind }) => kind === 'byline')
    if (needs && !signed && !body.slice(0, 3).some(({ text }) => RUN_IN.test(text)))
      yield { message: 'absent', at: headOf(doc) }
  },
})
