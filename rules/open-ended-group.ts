import { defineRule, demanding, endlessWords, laysDuties, nanle, national, openEndedGroups, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'error',
  title: { zh: '临时工作群没有写何时解散', en: 'A temporary work group without an end' },
  basis: nanle.temporaryGroups,
  triggers: endlessWords,
  options: v.object({}),
  messages: {
    temporary: {
      zh: '建了临时工作群，没有写任务结束后解散',
      en: 'Sets up a temporary group and does not say that it is dissolved',
      advice: {
        zh: '加一句“任务结束后，由建群单位于×日内解散”',
        en: 'Add who dissolves it, and how many days after the task ends',
      },
    },
    probably: {
      severity: 'warning',
      zh: '建了工作群，看来是为一项临时任务，没有写任务结束后解散',
      en: 'Sets up a group, it seems for a task that will end, and does not say that it is dissolved',
      advice: {
        zh: '是临时任务的，加一句“任务结束后，由建群单位于×日内解散”；长期工作的，写明按台账管理',
        en: 'If the task ends, add who dissolves the group and when; if it does not, say that the group is a standing one',
      },
    },
    kept: {
      zh: '任务结束后工作群还要留着',
      en: 'Keeps a group on after its task has ended',
      advice: {
        zh: '改为“任务结束后，由建群单位于×日内解散”；别的工作用已有的群，或者当面、打电话布置',
        en: 'Dissolve it when the task ends; use the groups that there are for other work',
      },
    },
    unsaid: {
      severity: 'info',
      zh: '新建了人人要进的工作群，没有写用到什么时候，请核对',
      en: 'Sets up a group that all have to join, and does not say for how long; please check',
      advice: {
        zh: '是临时任务的，写明何时解散；长期工作的，写明按台账管理，能用已有的群就不建新群',
        en: 'If the task ends, say when it is dissolved; if it does not, say that the group is a standing one',
      },
    },
    body: {
      severity: 'warning',
      zh: '专班、领导小组等写成了不设期限',
      en: 'A task force or leading group without an end',
      basis: national.coordinatingBodies,
      advice: {
        zh: '为某项任务设的，写明什么时候、什么情形下撤销；能由现有部门承担的不另设',
        en: 'Say when, or upon what, it is dissolved; leave to the offices what they can do',
      },
    },
  },
  *check({ doc, hits }) {
    if (!laysDuties(doc)) return
    for (const { message, span } of openEndedGroups(doc, hits)) yield { message, at: { doc, span } }
  },
})
