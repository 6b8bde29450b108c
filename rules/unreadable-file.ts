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
  },
  *check() {},
})
