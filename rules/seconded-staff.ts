import { defineRule, demanding, isOwnPaper, national, secondingWords, secondmentsIn, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
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
    likely: {
      severity: 'info',
      zh: '像是从下级单位抽人（“{words}”），请核对',
      en: 'Seems to draw staff off lower offices (“{words}”); please check',
      advice: {
        zh: '本级人手不够的，从本级调剂；确实不是抽调的，不用改',
        en: 'Find people in your own house; nothing to do if nobody is drawn off',
      },
    },
  },
  *check({ doc, hits }) {
    if (!isOwnPaper(doc)) return
    for (const found of secondmentsIn(doc, hits)) {
      const { words, span } = found
      const at = { doc, span }
      yield found.message === 'drawn'
        ? { message: found.message, args: { words, from: found.from }, at }
        : { message: found.message, args: { words }, at }
    }
  },
})
