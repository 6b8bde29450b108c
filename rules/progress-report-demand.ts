import {
  defineRule,
  demanding,
  isCentral,
  laysDuties,
  matchesAny,
  national,
  patternsOption,
  progressDemands,
  progressWords,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'warning',
  title: { zh: '要求报送贯彻落实情况', en: 'Demands progress reports' },
  basis: national.furtherDemands,
  triggers: progressWords,
  options: v.object({
    allowed: patternsOption('法律法规或上级明文要求报告的事项，如“防汛值班”；句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    regular: {
      zh: '要求下级定期报送：“{words}”',
      en: 'Demands regular reports: “{words}”',
      advice: {
        zh: '删去日报、周报、旬报、月报的要求；需要了解进展的，从已有系统取数或者下去看；法律法规或上级明文要求的，请写明依据，并把事项写入本规则的 allowed',
        en: 'Drop the regular reports: take the data from systems that have them, or go and look; where a law or a higher rule demands them, cite it and list the item under allowed',
      },
    },
    once: {
      zh: '要求下级报送贯彻落实情况：“{words}”',
      en: 'Demands a report on how the document is carried out: “{words}”',
      advice: {
        zh: '删去报送要求；确需掌握情况的，写明由谁下去了解；法律法规或上级明文要求的，请写明依据，并把事项写入本规则的 allowed',
        en: 'Drop the demand, or say who will go and see; where a law or a higher rule demands the report, cite it and list the item under allowed',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是要求下级报送落实情况（“{words}”），请核对',
      en: 'Seems to demand reports on how it is carried out (“{words}”); please check',
      advice: {
        zh: '需要了解进展的，从已有系统取数或者下去看；确实不是要求报送的，不用改',
        en: 'Take the data from systems that have them, or go and look; nothing to do if no report is demanded',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc) || isCentral(doc)) return
    for (const { message, words, span } of progressDemands(doc, hits, (sentence) => matchesAny(allowed, sentence)))
      yield { message, args: { words }, at: { doc, span } }
  },
})
