import {
  defineRule,
  demanding,
  isCentral,
  laysDuties,
  matchesAny,
  national,
  paperDemands,
  paperWords,
  patternsOption,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'warning',
  title: { zh: '要求下级制定配套文件', en: 'Demands supporting documents' },
  basis: national.furtherDemands,
  triggers: paperWords,
  options: v.object({
    allowed: patternsOption('法律法规或上级明文要求制定的文件，如“三项制度”；句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    demanded: {
      zh: '要求下级为落实本文件制定“{words}”',
      en: 'Demands that lower offices draw up “{words}” of their own',
      advice: {
        zh: '把任务、责任单位和时限直接写在本文件里，删去制定和报送的要求，或改为“可结合实际制定”；法律法规或上级明文要求的，请写明依据，并把事项写入本规则的 allowed',
        en: 'Put tasks, who and by when into this document, or leave it open; where a law or a higher rule demands it, cite that rule and list the item under allowed',
      },
    },
    policies: {
      zh: '要求下级出台“{words}”，请核对是不是又一份配套文件',
      en: 'Demands “{words}” of lower offices: check that it is not one more supporting document',
      severity: 'info',
      advice: {
        zh: '写明要哪一项政策、解决什么问题；不需要各地另行出台的，删去这句话',
        en: 'Say which policy and what for; where no further policy is needed, drop the sentence',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是要求下级另外制定方案、办法（“{words}”），请核对',
      en: 'Seems to demand documents of their own (“{words}”); please check',
      advice: {
        zh: '任务直接写在本文件里；确实不是要求另外行文的，不用改',
        en: 'State the tasks here; nothing to do if no further document is demanded',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc) || isCentral(doc)) return
    for (const { message, words, span } of paperDemands(doc, hits, (sentence) => matchesAny(allowed, sentence)))
      yield { message, args: { words }, at: { doc, span } }
  },
})
