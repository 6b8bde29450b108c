import { defineRule, nanle, v, verdict } from '../src/rule.ts'

export default defineRule({
  scope: 'pair',
  genres: ['implementing'],
  severity: 'warning',
  title: { zh: '照抄上级文件', en: 'Copied from the superior document' },
  basis: nanle.implementing,
  options: v.object({
    minChars: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(8, '应不小于 8'),
        v.description('一段照抄至少多少字才报告（依据没有规定，这是本工具的取值）'),
      ),
      30,
    ),
    threshold: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '应在 0 到 1 之间'),
        v.maxValue(1, '应在 0 到 1 之间'),
        v.description('本地具体举措达到这一比例时，照抄只作提示'),
      ),
      0.5,
    ),
  }),
  messages: {
    copied: {
      zh: '{chars} 字{how}上级文件《{title}》{verbatim}',
      en: '{chars} characters repeat the superior document “{title}” ({how}{verbatim})',
      advice: {
        zh: '上级已有规定的不再复述，可写“按……执行”；保留的请写清本地由谁做、何时做、做到什么程度',
        en: 'Refer to the superior document instead, or say who does what by when here',
      },
    },
    copiedButMet: {
      zh: '{chars} 字{how}上级文件《{title}》{verbatim}；全文的本地举措已达到比例',
      en: '{chars} characters repeat the superior document “{title}” ({how}{verbatim}); the share of local measures is met all the same',
      advice: { zh: '可以保留；能改为“按……执行”的，文件更短', en: 'May stay; a reference would be shorter' },
      severity: 'info',
    },
  },
  *check({ doc, superiors, measurement, passages }, { minChars, threshold }) {
    if (superiors.length === 0) return
    const message = verdict(measurement.share, threshold) === 'met' ? 'copiedButMet' : 'copied'
    for (const { here, there, superior, verbatim, chars } of passages) {
      const source = superiors[superior]
      if (!source || chars < minChars) continue
      const title = source.facts.title || source.path.replace(/^.*\//, '')
      yield {
        message,
        args: {
          chars,
          how: verbatim ? '照抄' : '基本照抄',
          verbatim: verbatim ? '，有连续 13 字以上逐字相同' : '',
          title,
        },
        at: { doc, span: here },
        related: [{ doc: source, span: there }],
      }
    }
  },
})
