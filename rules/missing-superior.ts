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
    itself: {
      zh: '写明的上级文件 {name} 就是这份文稿自己，不能比对，本地举措占比没有核对',
      en: 'The superior document that was named, {name}, is this document itself: the share of local measures was not checked',
      advice: {
        zh: '请改成上级文件的文件名：在 --against、文件开头的“上位文件”或配置的 pairs 中',
        en: 'Name the superior document instead: with --against, in the front matter or in the configured pairs',
      },
    },
    absent: {
      zh: '写明的上级文件 {name} 没有找到，本地举措占比没有核对',
      en: 'The superior document that was named, {name}, was not found: the share of local measures was not checked',
      advice: {
        zh: '核对文件名：文件开头写的从文稿所在的文件夹算起，配置里写的从配置所在的文件夹算起；也可以用 --against 指定',
        en: 'Check the name: the front matter counts from the folder of the document, the configuration from its own; or use --against',
      },
    },
    outside: {
      zh: '写明的上级文件 {name} 在当前文件夹和配置所在的文件夹之外，没有读取，本地举措占比没有核对',
      en: 'The superior document that was named, {name}, lies outside of the current folder and that of the configuration and was not read: the share of local measures was not checked',
      advice: {
        zh: '到两份文件共同的上一级文件夹运行，或用 --against 指定它',
        en: 'Run in a folder that holds both, or name it with --against',
      },
    },
    unreadable: {
      zh: '写明的上级文件 {name} 无法读取，本地举措占比没有核对',
      en: 'The superior document that was named, {name}, cannot be read: the share of local measures was not checked',
      advice: {
        zh: '按错误信息改正，或另存为 .docx 后再指定',
        en: 'Mend what the error message says, or save it as .docx and name that',
      },
    },
    unnamed: {
      zh: '这是贯彻落实类文件，但没有指定上级文件，本地举措占比没有核对',
      en: 'This document implements a superior one, but none was named: the share of local measures was not checked',
      advice: {
        zh: '用 --against 指定上级文件；.txt、.md 文件也可以在最前面的两行 --- 之间写一行“上位文件: 文件名”',
        en: 'Name it with --against or, in a .txt or .md file, between two lines of --- at its very beginning (上位文件: name)',
      },
    },
  },
  *check({ doc, superiors, missing, useless = [] }) {
    if (superiors.length > 0) return
    const [named] = useless
    if (named) {
      yield { message: named.why, args: { name: named.name }, at: headOf(doc) }
      return
    }
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
