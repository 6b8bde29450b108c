import { type Doc, defineRule, frameOf, gongwen, halfWidthEdits, matchesGenre, merged, papers, v } from '../src/rule.ts'

/** So many paragraphs are told one by one, the others together. */
const SINGLY = 3

export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'info',
  title: { zh: '汉字中间用了半角标点', en: 'Half-width punctuation among Chinese words' },
  basis: gongwen.fullWidthMarks,
  options: v.object({}),
  fixable: true,
  messages: {
    paragraph: {
      zh: '半角“{found}”应为全角“{wanted}”（本段共 {count} 处）',
      en: 'Half-width “{found}” should be “{wanted}” ({count} in this paragraph)',
    },
    rest: {
      zh: '半角“{found}”应为全角“{wanted}”（连同后面 {paragraphs} 段共 {count} 处）',
      en: 'Half-width “{found}” should be “{wanted}” ({count} places in {paragraphs} paragraphs from here)',
    },
  },
  *check({ doc }) {
    // Laws and news are none of ours; registers are made for machines.
    if ((doc.genre.id === 'other' && doc.genre.source === 'text') || doc.genre.id.startsWith('register.')) return
    const elsewhere = toldElsewhere(doc)
    const groups = halfWidthEdits(doc).map((edits) => edits.filter(({ span }) => span.start !== elsewhere))
    for (const { at, edit, count, groups: paragraphs } of merged(doc.text, groups, SINGLY)) {
      const args = { found: doc.text[at.start]!, wanted: edit.text[0]!, count }
      const place = { at: { doc, span: { start: at.start, end: at.start + 1 } }, fix: edit }
      if (paragraphs > 1) yield { message: 'rest', args: { ...args, paragraphs }, ...place }
      else yield { message: 'paragraph', args, ...place }
    }
  },
})

/** Offset of the mark behind 主送机关, which malformed-addressee judges; -1 where it does not. */
function toldElsewhere(doc: Doc): number {
  const { addressee } = frameOf(doc)
  return addressee && papers.some((pattern) => matchesGenre(pattern, doc.genre.id))
    ? addressee.start + doc.text.slice(addressee.start, addressee.end).trimEnd().length - 1
    : -1
}
