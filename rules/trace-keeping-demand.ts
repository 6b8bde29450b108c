import {
  defineRule,
  demanding,
  laysDuties,
  matchesAny,
  national,
  patternsOption,
  traceDemands,
  traceWords,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'error',
  title: { zh: '要求留痕、拍照、做台账', en: 'Demands traces of work' },
  basis: national.traces,
  triggers: traceWords,
  options: v.object({
    allowed: patternsOption('法律法规或上级明文要求留存记录的事项，如“食品留样”；句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    criterion: {
      zh: '把留痕、台账、笔记当作评判工作的标准：“{words}”',
      en: 'Judges work by the traces it leaves: “{words}”',
      advice: {
        zh: '改为看结果：办成了什么、群众是否认可；需要核实的，到现场看、找人问',
        en: 'Judge by results; to verify, go and see, or ask',
      },
    },
    demanded: {
      zh: '要求留痕：“{words}”',
      en: 'Demands traces of work: “{words}”',
      severity: 'warning',
      advice: {
        zh: '删去留痕的要求；法律法规或上级明文要求留存的，请写明依据，并把事项写入本规则的 allowed',
        en: 'Drop the demand; where a law or a higher rule demands the record, cite it and list the item under allowed',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是要求留痕、看材料（“{words}”），请核对',
      en: 'Seems to demand traces of work (“{words}”); please check',
      advice: {
        zh: '考核看结果；确实不是要求留痕的，不用改',
        en: 'Judge by results; nothing to do if no traces are demanded',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc)) return
    for (const { message, words, span } of traceDemands(doc, hits, (sentence) => matchesAny(allowed, sentence)))
      yield { message, args: { words }, at: { doc, span } }
  },
})
