import { contradictions, defineRule, gongwen, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'warning',
  title: { zh: '文中数字前后矛盾', en: 'Figures contradict each other' },
  basis: gongwen.concise,
  options: v.object({}),
  messages: {
    sum: {
      zh: '总数写的是{said}，各分项相加是{computed}',
      en: 'The total is given as {said}; its parts add up to {computed}',
      advice: { zh: '核对总数和每个分项', en: 'Check the total and each part' },
    },
    change: {
      zh: '变化幅度写的是{said}，按前后两个数算是{computed}',
      en: 'The change is given as {said}; the two figures make {computed}',
      advice: { zh: '核对变化前后的数字和百分比', en: 'Check both figures and the percentage' },
    },
    difference: {
      zh: '增减数写的是{said}，按前后两个数算是{computed}',
      en: 'The difference is given as {said}; the two figures make {computed}',
      advice: { zh: '核对变化前后的数字和增减数', en: 'Check both figures and the difference' },
    },
    direction: {
      zh: '写的是“{said}”，按前后两个数是{computed}',
      en: 'Said to have changed by “{said}”; by the two figures it is {computed}',
      advice: { zh: '核对变化前后的数字，或者改正增减', en: 'Check both figures, or the direction' },
    },
    share: {
      zh: '比率写的是{said}，按前面两个数算是{computed}',
      en: 'The rate is given as {said}; the two figures make {computed}',
      advice: { zh: '核对总数、完成数和比率', en: 'Check the whole, the part and the rate' },
    },
    mean: {
      zh: '平均数写的是{said}，按前面两个数算是{computed}',
      en: 'The mean is given as {said}; the two figures make {computed}',
      advice: { zh: '核对总数、人数（户数）和平均数', en: 'Check the whole, the number of heads and the mean' },
    },
    paired: {
      zh: '说是“一对一”，一边是{computed}，一边是{said}',
      en: 'One to one, yet {computed} on one side and {said} on the other',
      advice: {
        zh: '核对两边的数目；一人联系几家的，不写“一对一”',
        en: 'Check both numbers, or do not call it one to one',
      },
    },
    duration: {
      zh: '写的是{said}，按起止时间算是{computed}',
      en: 'Said to last {said}; from its beginning to its end it is {computed}',
      advice: { zh: '核对起止时间和天数、分钟数', en: 'Check the beginning, the end and the length' },
    },
    backwards: {
      zh: '{said}结束，比开始的{computed}还早',
      en: 'Ends on {said}, which is before it begins on {computed}',
      advice: { zh: '核对起止日期；跨年的，写明年份', en: 'Check both dates; where a year passes, name it' },
    },
    tabled: {
      zh: '这里写{said}，表里写{computed}',
      en: 'Given as {said} here and as {computed} in the table',
      advice: { zh: '核对文字和表格，以原始数据为准', en: 'Check text and table against the source' },
    },
    complete: {
      zh: '写的是“{said}”，别处又写“{computed}”',
      en: 'Said to be all done (“{said}”), yet elsewhere “{computed}”',
      advice: { zh: '没有办完的，不写100%', en: 'Where something is left, it is not 100 %' },
    },
    restated: {
      zh: '同一项这里写{said}，前面写{computed}',
      en: 'Given as {said} here and as {computed} before',
      advice: {
        zh: '核对以哪个为准；口径、时间或范围不同的，写明不同在哪里',
        en: 'Find out which is right; where scope or date differ, say so',
      },
    },
  },
  *check({ doc }) {
    for (const { kind, at, said, computed, others } of contradictions(doc))
      yield {
        message: kind,
        args: { said, computed },
        at: { doc, span: at },
        related: others.map((span) => ({ doc, span })),
      }
  },
})
