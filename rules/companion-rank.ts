import { defineRule, demanding, escortDemands, escortWords, isOwnPaper, nanle, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'error',
  title: { zh: '用陪同领导的级别论重视', en: 'Respect measured by the rank of the escort' },
  basis: nanle.companions,
  triggers: escortWords,
  options: v.object({}),
  messages: {
    rank: {
      zh: '对陪同人员的级别提要求（“{words}”）',
      en: 'Demands escorts of a rank (“{words}”)',
      advice: {
        zh: '删去级别要求，改为“由熟悉情况的同志介绍”；不需要陪同的不陪同',
        en: 'Drop the rank; let somebody who knows the matter explain, and nobody escort who is not needed',
      },
    },
    lavish: {
      zh: '对接待规格提要求（“{words}”）',
      en: 'Demands a reception of a rank (“{words}”)',
      advice: { zh: '删去；按公务接待标准安排', en: 'Drop it; the standard for official visits holds' },
    },
    waiting: {
      zh: '要求到路口、门口迎候（“{words}”）',
      en: 'Demands that people wait at the road or gate (“{words}”)',
      advice: { zh: '删去；直接到现场见面', en: 'Drop it; meet on the spot' },
    },
    list: {
      severity: 'info',
      zh: '列有陪同人员（“{words}”），请核对是否必要',
      en: 'Lists escorts (“{words}”); are they needed?',
      advice: { zh: '与调研内容无关的不陪同', en: 'Nobody escorts who has nothing to do with the matter' },
    },
    likely: {
      severity: 'info',
      zh: '像是对陪同人员的级别、到场提要求（“{words}”），请核对',
      en: 'Seems to demand who of rank has to be there (“{words}”); please check',
      advice: {
        zh: '由熟悉情况的同志介绍；确实没有要求的，不用改',
        en: 'Let somebody who knows the matter explain; nothing to do if nothing is demanded',
      },
    },
  },
  *check({ doc, hits }) {
    if (!isOwnPaper(doc)) return
    for (const { message, words, span } of escortDemands(doc, hits))
      yield { message, args: { words }, at: { doc, span } }
  },
})
