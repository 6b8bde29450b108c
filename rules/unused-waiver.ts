import { defineRule, v } from '../src/rule.ts'

/** Its findings come from the ignore comments. */
export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'info',
  title: { zh: '忽略注释没有用处', en: 'Idle ignore comment' },
  basis: {
    source: 'burden-lint',
    clause: '忽略注释',
    quote: '不再起作用的忽略注释应当删除，以免日后掩盖新的问题',
    verified: true,
  },
  options: v.object({}),
  messages: {
    unusedComment: {
      zh: '这条忽略注释没有忽略任何问题（{rule}）',
      en: 'This comment ignores nothing ({rule})',
      advice: { zh: '请删除它', en: 'Remove it' },
    },
  },
  *check() {},
})
