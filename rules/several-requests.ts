import { defineRule, gongwen, requestFaults, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['request'],
  severity: 'error',
  title: { zh: '一份请示写了几件事', en: 'Several matters in one request' },
  basis: gongwen.oneRequest,
  options: v.object({}),
  messages: {
    rider: {
      zh: '请示里又带了另一件事',
      en: 'Another matter is tucked into the request',
      advice: { zh: '这一件另写一份请示', en: 'Ask for it in a request of its own' },
    },
    unrelated: {
      zh: '一份请示里请求了互不相干的几件事：{kinds}',
      en: 'Unrelated matters in one request: {kinds}',
      advice: { zh: '一件事一份，分开请示', en: 'One request for each matter' },
    },
    several: {
      zh: '一份请示里请求的像是互不相干的几件事：{kinds}',
      en: 'These look like unrelated matters in one request: {kinds}',
      severity: 'warning',
      advice: { zh: '互不相干的，一件事一份，分开请示', en: 'One request for each matter, if they are unrelated' },
    },
    beside: {
      zh: '这一段请求的像是另一件事',
      en: 'This looks like another matter',
      severity: 'warning',
      advice: { zh: '与标题所说的不是一件事的，另写一份请示', en: 'If it is one, ask for it in a request of its own' },
    },
    title: {
      zh: '标题里有两个请求事项：“{first}”和“{second}”',
      en: 'Two matters in the title: {first} and {second}',
      severity: 'warning',
      advice: {
        zh: '互不相干的，分成两份请示；是同一件事的两个方面的，标题写那一件事',
        en: 'Split it, unless both are parts of one matter',
      },
    },
  },
  *check({ doc }) {
    for (const { at: span, ...fault } of requestFaults(doc)) yield { ...fault, at: { doc, span } }
  },
})
