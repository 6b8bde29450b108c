import { defineRule, demanding, groupDemands, groupWords, laysDuties, national, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'error',
  title: { zh: '工作群里强制打卡、秒回', en: 'Coercion in a work group' },
  basis: national.groupCoercion,
  triggers: groupWords,
  options: v.object({}),
  messages: {
    instant: {
      zh: '要求在工作群里即时回复（“{words}”）',
      en: 'Demands instant replies in a work group (“{words}”)',
      advice: {
        zh: '删去；急事打电话，要办的事写明办结时限，不以回复快慢论工作',
        en: 'Drop it; call when it is urgent, and set a deadline for the work instead of the reply',
      },
    },
    acknowledged: {
      severity: 'warning',
      zh: '要求“收到请回复”（“{words}”）',
      en: 'Demands an acknowledgement (“{words}”)',
      advice: {
        zh: '删去；需要确认的，请对方在办理时一并反馈，确在工作群之外的可忽略',
        en: 'Drop it; what needs a confirmation can be confirmed with the work itself',
      },
    },
    relay: {
      zh: '要求在工作群里“{words}”',
      en: 'Demands “{words}” in a work group',
      advice: {
        zh: '删去打卡、接龙的要求，改为看工作结果；应急、安保值守确需报到的，写明理由',
        en: 'Drop it and look at the result; where an emergency needs it, say so',
      },
    },
    punished: {
      zh: '在工作群里没有及时回应就要通报、追责（“{words}”）',
      en: 'Punishes those who do not answer in a work group (“{words}”)',
      advice: { zh: '删去；以任务完成情况评价工作', en: 'Drop it; judge the work, not the reply' },
    },
    counted: {
      zh: '统计、考核在工作群里回复的快慢多少（“{words}”）',
      en: 'Counts or assesses how fast or how often people answer in a work group (“{words}”)',
      advice: { zh: '删去；以任务完成情况评价工作', en: 'Drop it; judge the work, not the reply' },
    },
    proof: {
      basis: national.groupProof,
      zh: '要求向工作群发“{words}”作证明',
      en: 'Demands “{words}” in a work group as proof',
      advice: {
        zh: '删去；工作做没做，到现场看、问服务对象，不看截图',
        en: 'Drop it; go and see instead',
      },
    },
    pictures: {
      severity: 'warning',
      basis: national.groupProof,
      zh: '要求向工作群发“{words}”，请核对是否必要',
      en: 'Demands “{words}” in a work group; is it necessary?',
      advice: {
        zh: '不是必要的就删去；必要的（如执法取证、险情上报），写明用途，只报一次',
        en: 'Drop it unless it is needed (evidence, a hazard); then say what for, and ask once',
      },
    },
    assigned: {
      severity: 'warning',
      zh: '通过工作群摊派任务（“{words}”）',
      en: 'Assigns tasks through a work group (“{words}”)',
      advice: {
        zh: '任务用正式方式下达，给足办理时间；工作群只作提醒',
        en: 'Assign tasks in the regular way and with enough time; let the group remind only',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是要求在工作群里打卡、即时回复（“{words}”），请核对',
      en: 'Seems to demand check-ins or instant replies in a work group (“{words}”); please check',
      advice: {
        zh: '急事打电话，不以回复快慢论工作；确实不是强制的，不用改',
        en: 'Call when it is urgent; nothing to do if nobody is forced',
      },
    },
  },
  *check({ doc, hits }) {
    if (!laysDuties(doc)) return
    for (const { message, words, span } of groupDemands(doc, hits))
      yield { message, args: { words }, at: { doc, span } }
  },
})
