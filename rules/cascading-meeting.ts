import {
  cascadeWords,
  defineRule,
  demanding,
  laysDuties,
  matchesAny,
  meetingDemands,
  national,
  patternsOption,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'warning',
  title: { zh: '要求层层开会', en: 'Demands meetings at every level' },
  basis: national.hastyMeetings,
  triggers: cascadeWords,
  options: v.object({
    allowed: patternsOption('可以要求下级召开的会议，如“防汛工作会议”；句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    level: {
      zh: '要求一级一级开会传达：“{words}”',
      en: 'Demands meetings level by level: “{words}”',
      basis: national.levelMeetings,
      advice: {
        zh: '已经开到基层的，下级不再开会；写明哪些事由谁去办即可',
        en: 'What has reached the grass roots needs no further meeting; say who does what',
      },
    },
    hasty: {
      zh: '要求连夜、当天开会传达：“{words}”',
      en: 'Demands that it be passed on overnight: “{words}”',
      advice: {
        zh: '删去开会传达的时限，写明任务完成的时限',
        en: 'Set a day for the task, not for a meeting about it',
      },
    },
    soon: {
      zh: '要求第一时间开会传达：“{words}”',
      en: 'Demands that it be passed on at once: “{words}”',
      severity: 'info',
      advice: {
        zh: '由各单位自己决定怎样传达；确有紧急任务的，写明任务和时限',
        en: 'Let each office decide how to pass it on; for what is urgent, name the task and its day',
      },
    },
    ordered: {
      zh: '要求下级另行开会：“{words}”',
      en: 'Demands further meetings of lower offices: “{words}”',
      basis: national.levelMeetings,
      advice: {
        zh: '删去开会的要求，写明任务、责任单位和时限；用什么方式部署，由下级自己决定',
        en: 'Drop the meeting; state the task, who and by when, and leave the way to the office',
      },
    },
    company: {
      zh: '要求陪会：“{words}”',
      en: 'Demands that officials keep others company at a meeting: “{words}”',
      basis: national.levelMeetings,
      advice: {
        zh: '谁的事谁参加；与内容无关的领导和干部不参加',
        en: 'Only those attend whose business it is',
      },
    },
    along: {
      severity: 'info',
      zh: '主要负责人到会，还要副职、干事“{words}”，请核对是否必要',
      en: 'The head comes, and deputies and clerks, too (“{words}”): is it necessary?',
      basis: national.levelMeetings,
      advice: {
        zh: '主要负责人到会的，分管的、经办的一般不再参加；确实要一起来的，不用改',
        en: 'Where the head comes nobody else need; nothing to do where all are needed',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是要求一级一级开会（“{words}”），请核对',
      en: 'Seems to demand meetings level by level (“{words}”); please check',
      advice: {
        zh: '已经开到基层的，下级不再开会；确实没有要求开会的，不用改',
        en: 'No further meetings; nothing to do if none is demanded',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc)) return
    for (const { message, words, span } of meetingDemands(doc, hits, (sentence) => matchesAny(allowed, sentence)))
      yield { message, args: { words }, at: { doc, span } }
  },
})
