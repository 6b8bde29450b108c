import {
  defineRule,
  demanding,
  laysDuties,
  matchesAny,
  nanle,
  patternsOption,
  v,
  vetoesImposed,
  vetoWords,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'error',
  title: { zh: '设置“一票否决”', en: 'Imposes a one-vote veto' },
  basis: nanle.vetoAndLetters('不'),
  triggers: vetoWords,
  options: v.object({
    allowed: patternsOption('上级明文规定、可以保留的“一票否决”事项，如“安全生产”；句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    imposed: {
      zh: '对基层设置了“一票否决”',
      en: 'Imposes a one-vote veto',
      advice: {
        zh: '删去“一票否决”，改为写明扣分或整改要求；法律法规或上级文件明文规定的，请注明依据，并把事项写入本规则的 allowed',
        en: 'Replace the veto; where a higher rule demands it, cite that rule and list the item under allowed',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是“一票否决”：一项没做好，全年的考核、评先都落空（“{words}”），请核对',
      en: 'Seems to be a one-vote veto: one failure voids the whole year (“{words}”); please check',
      advice: {
        zh: '写明扣多少分、怎样整改；确实不是的，不用改',
        en: 'Say what is deducted and mended instead; nothing to do if it is none',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc)) return
    for (const { message, words, span } of vetoesImposed(doc, hits, (sentence) => matchesAny(allowed, sentence)))
      yield message === 'imposed' ? { message, at: { doc, span } } : { message, args: { words }, at: { doc, span } }
  },
})
