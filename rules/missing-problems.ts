import { defineRule, headOf, nanle, problemSentences, relays, reportItems, reportMinLength, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'error',
  title: { zh: '汇报没有反映问题', en: 'Report names no problem' },
  basis: nanle.report,
  options: v.object({
    minLength: reportMinLength(),
  }),
  messages: {
    missing: {
      zh: '通篇没有提到存在的问题（正文 {count} 字）',
      en: 'No problem is named anywhere ({count} characters)',
      advice: {
        zh: '增加“存在的问题”，写明什么问题、在哪里、多少、为什么',
        en: 'Add a section on problems: what, where, how many, why',
      },
    },
  },
  *check({ doc }, { minLength }) {
    const count = doc.facts.counts.word
    if (relays(doc)) return
    if (count >= minLength && problemSentences(doc).length === 0 && reportItems(doc).problems.length === 0)
      yield { message: 'missing', args: { count }, at: headOf(doc) }
  },
})
