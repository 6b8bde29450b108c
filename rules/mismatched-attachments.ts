import { attachmentFaults, defineRule, gongwen, papers, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [...papers, 'minutes'],
  severity: 'error',
  fixable: true,
  title: { zh: '附件说明与附件不一致', en: 'List of attachments does not fit' },
  basis: gongwen.attachments,
  options: v.object({}),
  messages: {
    mark: {
      zh: '附件名称后加了标点符号',
      en: 'A mark after an attachment’s name',
      basis: gongwen.attachmentList,
      advice: { zh: '删去', en: 'Delete it' },
    },
    order: {
      zh: '附件说明的顺序号不连续：应当是{expected}',
      en: 'Attachments are not numbered in order: {expected} is due',
      basis: gongwen.attachmentList,
      advice: { zh: '从1起按顺序编号', en: 'Number them from 1' },
    },
    han: {
      zh: '附件顺序号没有用阿拉伯数字',
      en: 'Attachments are not numbered in Arabic numerals',
      basis: gongwen.attachmentList,
      advice: { zh: '写作“{right}”', en: 'Write {right}' },
    },
    dangling: {
      zh: '正文提到附件{number}，附件说明里没有',
      en: 'The text names attachment {number}, the list does not',
      advice: { zh: '核对附件说明和正文', en: 'Compare list and text' },
    },
    misnamed: {
      zh: '正文里叫附件{number}的，附件说明里是另一件：“{listed}”',
      en: 'What the text calls attachment {number} is another one in the list: {listed}',
      advice: { zh: '核对附件说明和正文里的名称、顺序号', en: 'Compare names and numbers' },
    },
    unlisted: {
      zh: '文后有附件{number}，附件说明里没有',
      en: 'Attachment {number} is not in the list',
      advice: { zh: '在附件说明里补上', en: 'Add it to the list' },
    },
    renamed: {
      zh: '附件标题与附件说明不一致：附件说明写的是“{listed}”',
      en: 'The attachment’s title is not the listed one: {listed}',
      severity: 'warning',
      advice: { zh: '改成一致的标题', en: 'Use one title' },
    },
    absent: {
      zh: '附件说明列有附件{number}，文后没有',
      en: 'Attachment {number} is listed and does not follow',
      severity: 'info',
      advice: { zh: '附上；另外成册的，在名称后注明“另附”', en: 'Add it; where it is a file of its own, say so' },
    },
    noList: {
      zh: '正文提到附件，正文下面没有附件说明',
      en: 'The text names an attachment, and no list follows it',
      severity: 'warning',
      basis: gongwen.attachmentList,
      advice: { zh: '在正文下空一行写明“附件：……”', en: 'List the attachments below the text' },
    },
  },
  *check({ doc }) {
    for (const { at: span, ...fault } of attachmentFaults(doc)) yield { ...fault, at: { doc, span } }
  },
})
