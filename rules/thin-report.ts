import { defineRule, factsIn, headOf, nanle, reportMinLength, saysNothing, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'warning',
  title: { zh: '汇报内容空洞', en: 'Report without substance' },
  basis: nanle.reportGuessed,
  options: v.object({
    minLength: reportMinLength(800),
    minWhole: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(0, '不能为负'),
        v.description(
          '成绩、问题、打算都写了的，多少字以上，没有一个数字、地点、时间或事例就提示；依据没有规定，这是本工具的取值',
        ),
      ),
      300,
    ),
    factsPer500: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '不能为负'),
        v.description(
          '每500字至少要有几处数字（数量、金额、比例、日期等），少于的提示；0 为不提示。依据没有规定，这是本工具的取值',
        ),
      ),
      1,
    ),
  }),
  messages: {
    noFigures: {
      zh: '全文 {count} 字，没有一个数字',
      en: 'Not one figure in {count} characters',
      advice: {
        zh: '做了什么、做了多少、花了多少、还差多少，用数字写出来',
        en: 'Say in figures what was done, how much, at what cost, and what is still lacking',
      },
    },
    hollow: {
      zh: '全文 {count} 字，成绩、问题、打算都写了，没有一个数字、地点、时间或事例',
      en: 'What was done, what is amiss and what comes next in {count} characters, without one figure, place, day or case',
      advice: {
        zh: '做了什么、做了多少、在哪里、还差多少，用数字和事例写出来',
        en: 'Say in figures and cases what was done, where, how much, and what is still lacking',
      },
    },
    fewFigures: {
      zh: '全文 {count} 字，只有 {facts} 处数字，平均每500字 {density} 处（下限 {least} 处）',
      en: '{facts} figures in {count} characters: {density} per 500, below {least}',
      advice: {
        zh: '把“多次”“一批”“明显提升”换成实际的数',
        en: 'Replace “several” and “marked” by the actual figures',
      },
      severity: 'info',
    },
  },
  *check({ doc }, { minLength, minWhole, factsPer500 }) {
    const count = doc.facts.counts.word
    if (count < minLength) {
      if (count >= minWhole && saysNothing(doc)) yield { message: 'hollow', args: { count }, at: headOf(doc) }
      return
    }
    const facts = factsIn(doc)
    const density = (facts * 500) / count
    if (facts === 0) yield { message: 'noFigures', args: { count }, at: headOf(doc) }
    else if (density < factsPer500)
      yield {
        message: 'fewFigures',
        args: { count, facts, density: density.toFixed(1), least: factsPer500 },
        at: headOf(doc),
      }
  },
})
