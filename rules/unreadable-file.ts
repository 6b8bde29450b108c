import { defineRule, v } from '../src/rule.ts'

/** Its findings come from the session, for a file that cannot be read gives no document to check. */
export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'error',
  title: { zh: '文件无法读取', en: 'File could not be read' },
  basis: {
    source: 'burden-lint',
    clause: '读取文件',
    quote: '读不出来的文件不算通过：如实报告，其余文件照常检查',
    verified: true,
  },
  options: v.object({}),
  messages: {
    unreadable: {
      zh: '{reason}；{remedy}',
      en: '{reason}; {remedy}',
    },
    failed: {
      zh: '规则 {rule} 在这份文稿上出错（{reason}），没有检查完；其余规则的结果不受影响',
      en: 'Rule {rule} failed on this document ({reason}) and did not finish; the other rules did',
      advice: {
        zh: '这是规则的缺陷：把这份文稿（或能重现问题的片段）反馈给维护者',
        en: 'A fault of the rule: send the document, or a part that shows it, to the maintainers',
      },
    },
  },
  *check() {},
})
