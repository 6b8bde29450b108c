import { defineRule, isSoft, nanle, type ReportItem, rectifies, reportItems, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'warning',
  title: { zh: '问题写得空泛', en: 'Problem without substance' },
  basis: nanle.reportGuessed,
  options: v.object({}),
  messages: {
    onlySoft: {
      zh: '写到的 {count} 处问题全是“还不够”“有待加强”一类的软话，没有一处有数字、地点、时间或事例',
      en: 'All {count} problems are phrased softly, without a figure, a place, a date or a case',
      advice: {
        zh: '把每个问题写实：哪个村、哪个单位，差多少，从什么时候开始，影响了谁',
        en: 'Say of each where, how many, since when, and who is affected',
      },
    },
    soft: {
      zh: '这个问题只有软话，没有数字、地点、时间或事例',
      en: 'This problem is phrased softly, without a figure, a place, a date or a case',
      advice: {
        zh: '补上一个能核实的事实，或者并入写实的问题里',
        en: 'Add a fact that can be checked, or merge it into a problem that has one',
      },
      severity: 'info',
    },
  },
  *check({ doc }) {
    if (rectifies(doc)) return
    const { problems, mentions } = reportItems(doc)
    const soft = problems.filter(({ text }) => isSoft(text))
    const named = [...problems, ...mentions].sort((a, b) => a.start - b.start)
    const [first, ...others] = named
    if (first && named.every(({ text }) => isSoft(text))) {
      const related = others.map((problem) => ({ doc, span: spanOf(problem) }))
      yield { message: 'onlySoft', args: { count: named.length }, at: { doc, span: spanOf(first) }, related }
    } else for (const problem of soft) yield { message: 'soft', at: { doc, span: spanOf(problem) } }
  },
})

const spanOf = ({ start, end }: ReportItem) => ({ start, end })
