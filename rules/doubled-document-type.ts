import { defineRule, doubledTypes, gongwen, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'error',
  fixable: true,
  title: { zh: '标题文种重叠', en: 'Title with two document types' },
  basis: gongwen.noRequestInReport,
  options: v.object({}),
  messages: {
    requestReport: {
      zh: '“{words}”把请示和报告混成一个文种',
      en: 'A request and a report are two documents: {words}',
      advice: {
        zh: '请求批准的用“请示”，汇报情况的用“报告”；两样都有的，分成两份',
        en: 'Ask in a 请示, report in a 报告',
      },
    },
    repeated: {
      zh: '标题里“{type}”叠用了两次',
      en: 'The type {type} stands twice in the title',
      severity: 'warning',
      basis: gongwen.titleParts,
      advice: {
        zh: '被转发、印发的文件名称加书名号；或者只留一个“{type}”',
        en: 'Put the circulated title into 《》, or keep one {type} only',
      },
    },
    joined: {
      zh: '标题里“{first}”和“{second}”两个文种叠在一起',
      en: 'Two types in one title: {first} and {second}',
      severity: 'warning',
      basis: gongwen.titleParts,
      advice: {
        zh: '只留一个文种；转发、印发别的文件的，写明“转发”“印发”，并给文件名称加书名号',
        en: 'Keep one type, or say that another document is circulated',
      },
    },
  },
  *check({ doc }) {
    if (doc.genre.id === 'other' && doc.genre.source === 'text') return
    for (const { at: span, ...fault } of doubledTypes(doc)) yield { ...fault, at: { doc, span } }
  },
})
