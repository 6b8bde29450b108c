import { defineRule, directing, isEmptySentence, joined, national, unnumbered, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [...directing, 'report.', 'bulletin', 'experience', 'other'],
  severity: 'info',
  title: { zh: '整句都是套话', en: 'A sentence of set phrases only' },
  basis: national.emptyTalk,
  options: v.object({
    maxContent: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '不能为负'),
        v.maxValue(1, '不能超过 1'),
        v.description('去掉套话和虚词后，余下的字占全句不超过多少才报（依据没有规定，这是本工具的取值）'),
      ),
      0.2,
    ),
  }),
  messages: {
    empty: {
      zh: '这句话去掉套话没有剩下具体内容',
      en: 'Nothing is left of this sentence without its set phrases',
      advice: {
        zh: '写明谁、在什么时候、做什么、做到什么程度；写不出来的，整句删去',
        en: 'Say who does what by when, and how much; if there is nothing to say, drop the sentence',
      },
    },
  },
  *check({ doc }, { maxContent }) {
    // Laws are of no genre of ours, but their genre is known.
    if (doc.genre.id === 'other' && doc.genre.source === 'text') return
    const { body, quoted, sentences } = doc.facts
    let part = 0
    let quote = 0
    for (const { start, end, block } of sentences) {
      while (part < body.length && body[part]!.end <= start) part++
      while (quote < quoted.length && quoted[quote]!.end <= start) quote++
      const inside = body[part] !== undefined && body[part]!.start <= start
      const spoken = quoted[quote] !== undefined && quoted[quote]!.start <= start
      const { kind, end: last } = doc.blocks[block]!
      if (!inside || spoken || end - start > 240 || kind === 'heading' || kind === 'cell' || kind === 'quote') continue
      const text = joined(doc.text.slice(start, end))
      // A heading has no full stop; it may say no more than its section's name. （二）…。 with more behind it is one, too.
      // A digit or bracket would count as something said; 一、 does not.
      const own = end === last && /^[（(\d①-⑳]/.test(text) ? unnumbered(text) : text
      if (!/[。；！][”’）]?$/.test(text) || !isEmptySentence(own, maxContent)) continue
      yield { message: 'empty', at: { doc, span: { start, end } } }
    }
  },
})
