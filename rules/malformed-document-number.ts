import { citedNumberFaults, defineRule, gongwen, ownNumberFaults, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'error',
  fixable: true,
  title: { zh: '发文字号写法不规范', en: 'Malformed document number' },
  basis: gongwen.documentNumber,
  triggers: ['号', '〔', '﹝', '[', '【', '［', '（', '('],
  options: v.object({}),
  messages: {
    brackets: {
      zh: '发文字号的年份没有用六角括号“〔〕”括入',
      en: 'The year of the document number is not in brackets 〔〕',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    year: {
      zh: '发文字号的年份没有标全称',
      en: 'The year of the document number is cut short',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    ordinal: {
      zh: '发文顺序号前加了“第”字',
      en: 'The document number has 第',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    zero: {
      zh: '发文顺序号编了虚位',
      en: 'The document number has a leading zero',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    unit: {
      zh: '发文顺序号后缺“号”字',
      en: 'The document number lacks 号',
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    cited: {
      zh: '引用的发文字号写法不规范',
      en: 'A cited document number is malformed',
      severity: 'warning',
      advice: { zh: '核对原件；一般应写作“{right}”', en: 'Check the original; the usual form is {right}' },
    },
  },
  *check({ doc, hits }) {
    if (doc.genre.id === 'other' && doc.genre.source === 'text') return
    for (const { at: span, ...fault } of ownNumberFaults(doc)) yield { ...fault, at: { doc, span } }
    for (const { at: span, ...fault } of citedNumberFaults(doc, hits)) yield { ...fault, at: { doc, span } }
  },
})
