import {
  defineRule,
  headOf,
  isWhole,
  nanle,
  owesNoProblem,
  problemSentences,
  rectifies,
  reportItems,
  reportMinLength,
  tellsPlainlyWhatIsAmiss,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'error',
  title: { zh: '汇报没有反映问题', en: 'Report names no problem' },
  basis: nanle.report,
  options: v.object({
    minLength: reportMinLength(300, '；分条写了成绩和打算的，再短也查'),
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
    brief: {
      severity: 'warning',
      zh: '写了成绩和打算，没有提到存在的问题',
      en: 'Tells what was done and what comes next, and names no problem',
      advice: {
        zh: '增加“存在的问题”，写明什么问题、在哪里、多少、为什么；确实没有的，写明没有',
        en: 'Add what is amiss: what, where, how many, why; if nothing is, say so',
      },
    },
  },
  *check({ doc }, { minLength }) {
    const count = doc.facts.counts.word
    if (owesNoProblem(doc)) return
    const short = count < minLength
    if (short && (rectifies(doc) || !isWhole(doc, 'ahead'))) return
    if (problemSentences(doc).length > 0 || reportItems(doc).problems.length > 0) return
    if (tellsPlainlyWhatIsAmiss(doc)) return
    if (short) yield { message: 'brief', at: headOf(doc) }
    else yield { message: 'missing', args: { count }, at: headOf(doc) }
  },
})
