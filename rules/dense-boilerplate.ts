import { countSetPhrases, defineRule, directing, gongwen, headOf, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [...directing, 'report.', 'bulletin', 'experience'],
  severity: 'info',
  title: { zh: '套话密度偏高', en: 'Dense with set phrases' },
  basis: gongwen.concise,
  options: v.object({
    perThousand: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '不能为负'),
        v.description('每千字多少处套话算偏高（依据没有规定，这是本工具的取值，按公开文件的实测定）'),
      ),
      12,
    ),
    minLength: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(0, '不能为负'),
        v.description('短于多少字的不查：太短了，密度靠不住（依据没有规定，这是本工具的取值）'),
      ),
      800,
    ),
  }),
  messages: {
    dense: {
      zh: '每千字有 {density} 处套话（共 {count} 处，正文 {length} 字）',
      en: '{density} set phrases per thousand characters ({count} in {length})',
      advice: {
        zh: '先删整句的套话，再把“进一步加强”之类换成谁做什么、什么时候做完；只看密度，不等于内容空',
        en: 'Drop sentences of set phrases first, then say who does what by when; density alone proves nothing',
      },
    },
  },
  *check({ doc }, { perThousand, minLength }) {
    const length = doc.facts.counts.word
    if (length < minLength) return
    const count = doc.facts.body.reduce((n, span) => n + countSetPhrases(doc.text, span), 0)
    const density = Math.round((count / length) * 10000) / 10
    if (density >= perThousand) yield { message: 'dense', args: { density, count, length }, at: headOf(doc) }
  },
})
