import { defineRule, gongwen, upwardFaults, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['request', 'report.work'],
  severity: 'error',
  title: { zh: '越级或者多头上报', en: 'Report or request sent over or past the superior' },
  basis: gongwen.notToPersons,
  options: v.object({}),
  messages: {
    person: {
      zh: '以机关名义向负责人个人“{name}”报送公文',
      en: 'An official paper is addressed to a person: {name}',
      advice: {
        zh: '主送上级机关，由机关按程序呈批；负责人直接交办的，在正文写明交办的事由',
        en: 'Address the office, not its head',
      },
    },
    several: {
      zh: '主送了{count}个上级机关',
      en: 'Addressed to {count} superior offices',
      severity: 'warning',
      basis: gongwen.oneSuperior,
      advice: { zh: '主送一个负责办理的上级机关，其他用抄送', en: 'Address one, copy the others' },
    },
    severalOver: {
      zh: '主送了{count}个上级机关，其中“{name}”是越过“{skipped}”的',
      en: 'Addressed to {count} superior offices, one of them, {name}, over the level of {skipped}',
      severity: 'warning',
      basis: gongwen.leapfrog,
      advice: { zh: '只主送“{skipped}”；确需越级的，主送一个，另一个抄送', en: 'Address {skipped} alone' },
    },
    both: {
      zh: '同时主送党委和政府',
      en: 'Addressed to both Party committee and government',
      severity: 'info',
      basis: gongwen.oneSuperior,
      advice: { zh: '原则上主送一个，另一个抄送', en: 'Address one, copy the other' },
    },
    copied: {
      zh: '上行文抄送了下级机关“{name}”',
      en: 'A paper that goes up is copied to an office below: {name}',
      basis: gongwen.oneSuperior,
      advice: { zh: '删去下级机关；需要下级知道的，另行通知', en: 'Strike the office below' },
    },
    over: {
      zh: '“{issuer}”越过{skipped}直接向“{name}”行文',
      en: '{issuer} writes to {name} over the level {skipped}',
      severity: 'warning',
      basis: gongwen.leapfrog,
      advice: {
        zh: '逐级上报；确需越级的，同时抄送被越过的机关',
        en: 'Write to the next level, or copy the office passed over',
      },
    },
  },
  *check({ doc }) {
    for (const { at: span, ...fault } of upwardFaults(doc)) yield { ...fault, at: { doc, span } }
  },
})
