import { defineRule, gongwen, numeralFaults, told, v, writings } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: writings,
  severity: 'warning',
  title: { zh: '数字写法不对', en: 'Numbers out of form' },
  basis: gongwen.numberRanges,
  options: v.object({}),
  fixable: true,
  messages: {
    percent: {
      zh: '“{found}”应为“{wanted}”，前一个百分号不能省',
      en: '“{found}” should be “{wanted}”',
    },
    unit: {
      zh: '“{found}”有歧义，前一个数是不是也以万、亿计看不出来；是的话写作“{wanted}”（共 {count} 处）',
      en: '“{found}” can be read in two ways; write “{wanted}” if that is meant ({count} places)',
      severity: 'info',
    },
    zero: {
      zh: '“{found}”应为“{wanted}”，小数点前的0不能省',
      en: '“{found}” should be “{wanted}”',
      basis: gongwen.decimals,
    },
    twice: {
      zh: '“{found}”前后都表示约数，互相重复或者矛盾',
      en: '“{found}” is approximate twice over',
      advice: { zh: '只留一个表示约数的词', en: 'Keep one of the two words' },
      basis: gongwen.concise,
    },
    rough: {
      zh: '约数“{found}”应为“{wanted}”，用汉字，中间不用顿号',
      en: 'The rough number “{found}” should be “{wanted}”',
      basis: gongwen.roughNumbers,
    },
    scale: {
      zh: '“{found}”应为“{wanted}”，除“万”“亿”以外不与阿拉伯数字混用（共 {count} 处）',
      en: '“{found}” should be “{wanted}” ({count} places)',
      severity: 'info',
      basis: gongwen.mixedNumerals,
    },
    mixed: {
      zh: '“{found}”应为“{wanted}”，一个数里汉字和阿拉伯数字不混用',
      en: '“{found}” should be “{wanted}”; one number is not written in two scripts',
      basis: gongwen.mixedNumerals,
    },
    measured: {
      zh: '“{found}”应为“{wanted}”，计量的数用阿拉伯数字',
      en: '“{found}” should be “{wanted}”; what is measured is in Arabic numerals',
      basis: gongwen.measuredNumerals,
    },
    grouped: {
      zh: '“{found}”分节不对，整数从个位起三位一节；按这几个数字是“{wanted}”',
      en: '“{found}” is not parted by threes; these digits make “{wanted}”',
      advice: { zh: '核对是分节点错了，还是多了、少了一位数字', en: 'Check whether a mark or a digit is wrong' },
      basis: gongwen.groupedDigits,
    },
    wideMark: {
      zh: '“{found}”的千分撇用了逗号，应为“{wanted}”（共 {count} 处）',
      en: '“{found}” is parted by the mark of a sentence; it should be “{wanted}” ({count} places)',
      basis: gongwen.groupedDigits,
    },
    times: {
      zh: '减少不能说“{found}”',
      en: 'Nothing can decrease by “{found}”',
      advice: { zh: '改为减少百分之几或者几分之几', en: 'Give a percentage or a fraction' },
      basis: gongwen.concise,
    },
    style: {
      zh: '别处的日期用阿拉伯数字，这里写作“{found}”，应统一为“{wanted}”（共 {count} 处）',
      en: 'Dates elsewhere are in Arabic numerals; “{found}” should be “{wanted}” ({count} places)',
      severity: 'info',
      basis: gongwen.oneStyle,
    },
  },
  *check({ doc }) {
    const faults = numeralFaults(doc.text, doc.blocks, doc.facts.quoted)
    for (const { at: span, ...fault } of told(doc.text, faults, ['unit', 'scale', 'style', 'wideMark']))
      yield { ...fault, at: { doc, span } }
  },
})
