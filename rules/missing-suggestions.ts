import { defineRule, headOf, nanle, suggestionSentences, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'error',
  title: { zh: '汇报没有提出建议', en: 'Report makes no suggestion' },
  basis: nanle.report,
  options: v.object({
    minLength: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(0, '不能为负'),
        v.description('短于多少字的不查（如只有几行的报送函；依据没有规定，这是本工具的取值）'),
      ),
      300,
    ),
  }),
  messages: {
    missing: {
      zh: '通篇没有提出解决问题的建议或下一步打算（正文 {count} 字）',
      en: 'No suggestion and no next step anywhere ({count} characters)',
      advice: {
        zh: '逐条对应问题提出建议：由谁、做什么、何时做到，需要上级支持的事项写具体',
        en: 'For each problem say who should do what by when',
      },
    },
  },
  *check({ doc }, { minLength }) {
    const count = doc.facts.counts.word
    if (count >= minLength && suggestionSentences(doc).length === 0)
      yield { message: 'missing', args: { count }, at: headOf(doc) }
  },
})
