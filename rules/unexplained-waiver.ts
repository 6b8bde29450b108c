import { defineRule, v } from '../src/rule.ts'

/** Its findings come from the ignore comments. In no preset: an office that wants reasons switches it on. */
export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'error',
  title: { zh: '忽略注释没有写理由', en: 'Ignore comment without a reason' },
  basis: {
    source: 'burden-lint',
    clause: '忽略注释',
    quote: '忽略一个问题要说明理由，日后才查得清是谁、为什么放过的',
    verified: true,
  },
  options: v.object({}),
  messages: {
    noReason: {
      zh: '这条忽略注释没有写理由',
      en: 'This comment gives no reason',
      advice: {
        zh: '在规则名后面加“ -- 理由”，如 <!-- burden-lint-disable-next-line one-vote-veto -- 省委文件第三条有规定 -->',
        en: 'Add “ -- reason” behind the rule’s name',
      },
    },
  },
  *check() {},
})
