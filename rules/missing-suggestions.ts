import {
  defineRule,
  headOf,
  isWhole,
  namesOf,
  nanle,
  owesNoProblem,
  type ReportItem,
  rectifies,
  reportItems,
  reportMinLength,
  suggestionSentences,
  tellsPlainlyWhatComes,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'error',
  title: { zh: '汇报没有提出建议', en: 'Report makes no suggestion' },
  basis: nanle.report,
  options: v.object({
    minLength: reportMinLength(300, '；分条写了成绩和问题的，再短也查'),
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
    brief: {
      zh: '写了成绩和问题，没有提出建议或下一步打算',
      en: 'Tells what was done and what is amiss, and suggests nothing',
      advice: {
        zh: '逐条对应问题提出建议：由谁、做什么、何时做到，需要上级支持的事项写具体',
        en: 'For each problem say who should do what by when',
      },
      severity: 'warning',
    },
    unanswered: {
      zh: '写了 {total} 个问题，其中 {count} 个没有找到对应的建议或打算：{problems}',
      en: '{count} of {total} problems are left without a suggestion: {problems}',
      advice: {
        zh: '给它补一条建议或打算：由谁、做什么、何时做到；已经写了的，用同样的序号或同样的名词把两处对上',
        en: 'Add a suggestion for it, or make number and words match the one that is there',
      },
      severity: 'warning',
    },
  },
  *check({ doc }, { minLength }) {
    const count = doc.facts.counts.word
    const { problems, mentions, suggestions, unanswered } = reportItems(doc)
    if (suggestions.length === 0 && suggestionSentences(doc).length === 0) {
      if (owesNoProblem(doc) || tellsPlainlyWhatComes(doc)) return
      if (count >= minLength) yield { message: 'missing', args: { count }, at: headOf(doc) }
      else if (!rectifies(doc) && isWhole(doc, 'problems')) yield { message: 'brief', at: headOf(doc) }
      return
    }
    // However short it is: it lists its problems itself.
    const [first, ...others] = unanswered
    if (!first || rectifies(doc)) return
    const mark = ({ start, end }: ReportItem) => ({ doc, span: { start, end } })
    const total = problems.length || mentions.length
    yield {
      message: 'unanswered',
      args: { total, count: unanswered.length, problems: namesOf(unanswered) },
      at: mark(first),
      related: others.map(mark),
    }
  },
})
