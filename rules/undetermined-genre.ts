import { defineRule, headOf, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['other'],
  severity: 'info',
  title: { zh: '看不出文种', en: 'Genre could not be determined' },
  basis: {
    source: 'burden-lint',
    clause: '文种判定',
    quote: '每份文稿先定文种，再定该查哪些规则；看不出文种的只查不分文种的规则',
    verified: true,
  },
  options: v.object({}),
  messages: {
    undetermined: {
      zh: '从标题、主送、称呼和行文看不出文种，只适用于某些文种的规则没有运行',
      en: 'The genre could not be told from the text; rules for particular genres did not run',
      advice: {
        zh: '用 --genre 指明文种；.txt、.md 文件也可以在最前面的两行 --- 之间写一行“文种: 专项工作部署讲话”',
        en: 'Name it with --genre or, in a .txt or .md file, between two lines of --- at its very beginning (文种: 通知)',
      },
    },
  },
  *check({ doc }) {
    if (doc.genre.source === 'none') yield { message: 'undetermined', at: headOf(doc) }
  },
})
