import {
  defineRule,
  demanding,
  laysDuties,
  lettersDemanded,
  letterWords,
  matchesAny,
  nanle,
  patternsOption,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'warning',
  title: { zh: '要求签订责任状', en: 'Demands a responsibility letter' },
  basis: nanle.vetoAndLetters('不乱'),
  triggers: letterWords,
  options: v.object({
    allowed: patternsOption('法律法规或上级明文要求签订的事项，如“森林防火”；句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    demanded: {
      zh: '要求基层签订“{letter}”',
      en: 'Demands that lower offices sign a “{letter}”',
      advice: {
        zh: '删去签订要求，直接写明任务、责任单位和时限；法律法规或上级文件明文要求签订的，请注明依据，并把事项写入本规则的 allowed',
        en: 'State the task, who and by when instead; where a higher rule demands it, cite that rule and list the item under allowed',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是要求签订责任状、立字据（“{words}”），请核对',
      en: 'Seems to demand that officials sign a letter (“{words}”); please check',
      advice: {
        zh: '直接写明任务、责任单位和时限；确实不要求签的，不用改',
        en: 'State task, who and by when; nothing to do if nobody has to sign',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc)) return
    for (const { message, words, span } of lettersDemanded(doc, hits, (sentence) => matchesAny(allowed, sentence)))
      yield message === 'demanded'
        ? { message, args: { letter: words }, at: { doc, span } }
        : { message, args: { words }, at: { doc, span } }
  },
})
