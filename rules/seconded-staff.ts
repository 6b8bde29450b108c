import { defineRule, directing, laysDuties, national, secondingWords, secondmentsIn, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [...directing, 'letter', 'other'],
  severity: 'warning',
  title: { zh: '从县及以下借调、抽调干部', en: 'Draws staff from counties and townships' },
  basis: national.seconding,
  triggers: secondingWords,
  options: v.object({}),
  messages: {
    drawn: {
      zh: '从基层“{words}”人员（{from}）',
      en: 'Draws staff off the grass roots (“{words}”, {from})',
      advice: {
        zh: '用本级人员；确因急难任务需要的，先报组织部门批准，文中写明批准情况、人数和期限，到期送回',
        en: 'Use your own staff; in a real need get approval first, and state it with the number and the term',
      },
    },
  },
  *check({ doc, hits }) {
    if (!laysDuties(doc)) return
    for (const { words, from, span } of secondmentsIn(doc, hits))
      yield { message: 'drawn', args: { words, from }, at: { doc, span } }
  },
})
