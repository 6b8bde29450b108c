import { defineRule, headOf, nanle, oneSentence, reportMinLength, structureOf, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'warning',
  title: { zh: '汇报层次不清', en: 'Report without structure' },
  basis: nanle.reportGuessed,
  options: v.object({
    minLength: reportMinLength(800),
    maxParagraph: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(1, '至少为1'),
        v.description('一段超过多少字、段内又没有序号，就提示分段；依据没有规定，这是本工具的取值'),
      ),
      600,
    ),
    maxSentence: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(1, '至少为1'),
        v.description('一句话超过多少字，中间只有逗号、顿号，又没有序号，就提示断句；依据没有规定，这是本工具的取值'),
      ),
      500,
    ),
  }),
  messages: {
    noStructure: {
      zh: '全文 {count} 字，没有一个小标题，也没有“一是”“二是”一类的序号',
      en: '{count} characters without a heading or a numbered point',
      advice: {
        zh: '按“做了什么、存在什么问题、建议怎么办”分开写，各加小标题或序号',
        en: 'Divide it into what was done, what is amiss and what is suggested, with headings or numbers',
      },
    },
    longSentence: {
      zh: '这一句 {count} 字，一逗到底，段内没有序号',
      en: 'One sentence of {count} characters, commas all the way and no numbered point',
      advice: {
        zh: '一件事一句，用句号断开；几件事用“一是”“二是”分开',
        en: 'One matter a sentence, or number the points',
      },
      severity: 'info',
    },
    longParagraph: {
      zh: '这一段 {count} 字，段内没有序号，一段到底',
      en: 'A paragraph of {count} characters without a numbered point',
      advice: {
        zh: '一件事一段，或者用“一是”“二是”分开',
        en: 'One matter a paragraph, or number the points',
      },
      severity: 'info',
    },
  },
  *check({ doc }, { minLength, maxParagraph, maxSentence }) {
    const count = doc.facts.counts.word
    const { marked, plain } = structureOf(doc)
    if (count >= minLength && !marked) {
      yield { message: 'noStructure', args: { count }, at: headOf(doc) }
      return
    }
    for (const { start, end, length } of plain) {
      const run = length > maxParagraph ? undefined : oneSentence(doc, { start, end }, maxSentence)
      if (run) yield { message: 'longSentence', args: { count: run.length }, at: { doc, span: run.span } }
      if (length > maxParagraph)
        yield { message: 'longParagraph', args: { count: length }, at: { doc, span: { start, end } } }
    }
  },
})
