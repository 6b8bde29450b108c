import { defineRule, v } from '../src/rule.ts'

/** Its findings come from the ignore comments. */
export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'warning',
  title: { zh: '没有这条规则', en: 'Unknown rule in an ignore comment' },
  basis: {
    source: 'burden-lint',
    clause: '忽略注释',
    quote: '忽略注释里写错的规则名不会静悄悄地失效',
    verified: true,
  },
  options: v.object({}),
  messages: {
    unknown: {
      zh: '忽略注释中的规则“{id}”不存在',
      en: 'There is no rule “{id}”',
      advice: { zh: '运行 burden-lint rules 查看全部规则名', en: 'burden-lint rules lists them all' },
    },
    directive: {
      zh: '看不懂忽略注释“{word}”，它没有起作用',
      en: 'The ignore comment “{word}” is not understood and does nothing',
      advice: {
        zh: '可写 burden-lint-disable-file、burden-lint-disable-next-line、burden-lint-disable 和 burden-lint-enable',
        en: 'Write burden-lint-disable-file, -disable-next-line, -disable or -enable',
      },
    },
    unclosed: {
      zh: '这条忽略注释没有写完，缺少“-->”，没有起作用；在 .md 文稿里，它后面的文字都成了注释，没有检查',
      en: 'This ignore comment is not closed and does nothing; in a .md draft all that follows is part of it and was not checked',
      advice: { zh: '在注释末尾补上 -->', en: 'Close it with -->' },
    },
    nearMiss: {
      zh: '忽略注释中的规则“{id}”不存在',
      en: 'There is no rule “{id}”',
      advice: { zh: '是不是“{near}”？', en: 'Did you mean “{near}”?' },
    },
  },
  *check() {},
})
