import {
  behindFirst,
  type Doc,
  defineRule,
  type Edit,
  frameOf,
  gongwen,
  halfWidthEdits,
  matchesGenre,
  merged,
  papers,
  v,
} from '../src/rule.ts'

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
      zh: '半角{found}应为全角{wanted}（本段共 {count} 处）',
      en: 'Half-width {found} should be {wanted} ({count} in this paragraph)',
    },
    rest: {
      zh: '半角{found}应为全角{wanted}（连同后面 {paragraphs} 段共 {count} 处）',
      en: 'Half-width {found} should be {wanted} ({count} places in {paragraphs} paragraphs from here)',
    },
  },
  *check({ doc }) {
    // Laws and news are none of ours; registers are made for machines.
    if ((doc.genre.id === 'other' && doc.genre.source === 'text') || doc.genre.id.startsWith('register.')) return
    const elsewhere = toldElsewhere(doc)
    const groups = halfWidthEdits(doc).map((edits) => edits.filter(({ span }) => span.start !== elsewhere))
    for (const found of merged(doc.text, groups, SINGLY)) {
      const { at, edit, edits, count, groups: paragraphs } = found
      const args = { ...marksOf(doc.text, edits), count }
      const span = { start: at.start, end: at.start + 1 }
      const place = { at: { doc, span }, also: behindFirst(found), fix: edit }
      if (paragraphs > 1) yield { message: 'rest', args: { ...args, paragraphs }, ...place }
      else yield { message: 'paragraph', args, ...place }
    }
  },
})

/** Which marks they are, and what they should be, each once: “,”“:” and “，”“：”. */
function marksOf(text: string, edits: readonly Edit[]): { found: string; wanted: string } {
  const marks = new Map<string, string>()
  for (const { span, text: wanted } of edits) {
    const found = text[span.start]!
    const known = marks.get(found) ?? ''
    // A straight quotation mark becomes one that opens or one that closes.
    if (!known.includes(wanted[0]!)) marks.set(found, known + wanted[0])
  }
  const listed = (all: Iterable<string>) => [...all].map((mark) => `“${mark}”`).join('')
  return { found: listed(marks.keys()), wanted: listed(marks.values()) }
}

/** Offset of the mark behind 主送机关, which malformed-addressee judges; -1 where it does not. */
function toldElsewhere(doc: Doc): number {
  const { addressee } = frameOf(doc)
  return addressee && papers.some((pattern) => matchesGenre(pattern, doc.genre.id))
    ? addressee.start + doc.text.slice(addressee.start, addressee.end).trimEnd().length - 1
    : -1
}
