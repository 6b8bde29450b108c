import { defineRule, directing, laysDuties, nanle, openEndedGroup, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [...directing, 'other'],
  severity: 'error',
  title: { zh: '临时工作群没有写何时解散', en: 'A temporary work group without an end' },
  basis: nanle.temporaryGroups,
  triggers: ['群'],
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
  },
  *check({ doc, hits }) {
    const found = laysDuties(doc) ? openEndedGroup(doc, hits) : undefined
    if (found) yield { message: found.message, at: { doc, span: found.span } }
  },
})
