import { citationName, defineRule, headOf, nanle, v } from '../src/rule.ts'

export default defineRule({
  scope: 'pair',
  genres: ['implementing'],
  severity: 'info',
  title: { zh: '没有上级文件可比对', en: 'No superior document to compare with' },
  basis: nanle.implementingOnly,
  options: v.object({}),
  messages: {
    cited: {
      zh: '本文落实{title}，但没有找到这份上级文件，本地举措占比没有核对',
      en: 'Implements {title}, which was not found: the share of local measures was not checked',
      advice: {
        zh: '用 --against 指定上级文件，或在配置的 superiors 中写明存放它的文件夹',
        en: 'Name it with --against, or configure a folder of superiors',
      },
    },
    unnamed: {
      zh: '这是贯彻落实类文件，但没有指定上级文件，本地举措占比没有核对',
      en: 'This document implements a superior one, but none was named: the share of local measures was not checked',
      advice: {
        zh: '用 --against 指定上级文件，或在文件开头写“上位文件: 文件名”',
        en: 'Name it with --against or in the front matter',
      },
    },
  },
  *check({ doc, superiors, missing }) {
    if (superiors.length > 0) return
    const cited = missing[0]
    if (cited)
      yield {
        message: 'cited',
        args: { title: citationName(cited) },
        at: { doc, span: { start: cited.start, end: cited.end } },
      }
    else yield { message: 'unnamed', at: headOf(doc) }
  },
})
