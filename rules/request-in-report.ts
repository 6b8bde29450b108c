import { defineRule, gongwen, requestsIn, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'error',
  title: { zh: '报告夹带请示事项', en: 'Request for approval inside a report' },
  basis: gongwen.noRequestInReport,
  triggers: [
    '批准',
    '批复',
    '批示',
    '审批',
    '审定',
    '审示',
    '核准',
    '核批',
    '批转',
    '同意',
    '拨付',
    '核拨',
    '追加',
    '划拨',
    '下拨',
    '拨给',
    '批给',
    '给批',
    '给拨',
    '批下来',
    '拨下来',
    '立项',
    '定夺',
    '裁夺',
    '妥否',
    '当否',
    '可否',
    '恳请',
    '请允许',
    '请准许',
    '增设',
    '能不能',
    '可不可以',
    '拨款',
    '万元',
    '亿元',
  ],
  options: v.object({}),
  messages: {
    request: {
      zh: '报告里请求上级批准或者拨款，是请示事项',
      en: 'A report asks for approval or for money; that belongs in a request (请示)',
      advice: {
        zh: '从报告里删去，需要批准的另写一件请示；只是希望帮助的，改成建议，如“建议由县财政局安排……”',
        en: 'Take it out and write a separate request; where only help is wanted, make it a suggestion',
      },
    },
    requestInBriefing: {
      zh: '汇报里请求上级批准或者拨款；上级据此批不了，要另写请示',
      en: 'A briefing asks for approval or for money; it cannot be granted upon a briefing',
      advice: {
        zh: '需要批准的另写一件请示，汇报里改成建议',
        en: 'Write a separate request and make it a suggestion here',
      },
      severity: 'warning',
    },
  },
  *check({ doc, hits }) {
    if (hits.length === 0) return
    const message = /报告(?:[（(〔][^）)〕]{1,24}[)）〕])?$/.test(doc.facts.title) ? 'request' : 'requestInBriefing'
    for (const span of requestsIn(doc, hits)) yield { message, at: { doc, span } }
  },
})
