import {
  barredIssuer,
  campaignsIn,
  campaignWords,
  defineRule,
  type GenrePattern,
  laysDuties,
  matchesAny,
  national,
  patternsOption,
  v,
} from '../src/rule.ts'

const APPLIES: readonly GenrePattern[] = [
  'notice',
  'notice.forward',
  'notice.inspection',
  'implementing',
  'opinion',
  'plan',
  'decision',
  'minutes',
  'circular',
  'letter',
  'speech.',
  'other',
  'register.other',
]

export default defineRule({
  scope: 'doc',
  genres: APPLIES,
  severity: 'error',
  title: { zh: '自行开展创建示范、达标活动', en: 'Starts a showcase or target campaign' },
  basis: national.departmentCampaigns,
  triggers: campaignWords,
  options: v.object({
    allowed: patternsOption('经批准保留的创建示范、达标活动，如“美丽庭院”；标题或句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    forbidden: {
      zh: '{issuer}不能开展创建示范、达标活动（“{words}”）',
      en: '{issuer} may not run such a campaign (“{words}”)',
      advice: {
        zh: '停止；市县部门和乡镇（街道）不能自己设，属于经批准项目的，注明批准文件，并写入 allowed',
        en: 'Stop it; where it belongs to an approved campaign, cite the approval and list it under allowed',
      },
    },
    unapproved: {
      severity: 'warning',
      basis: national.approvedCampaigns,
      zh: '设立了创建示范、达标活动（“{words}”），没有写明经过批准',
      en: 'Sets up a campaign (“{words}”) and names no approval',
      advice: {
        zh: '经批准的，写明批准文件或所在目录；没有批准的，改为总结推广好做法，不命名、不授牌、不搞验收',
        en: 'Cite the approval; without one spread what works, and name, badge and inspect nobody',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc)) return
    for (const { words, span } of campaignsIn(doc, hits, (said) => matchesAny(allowed, said))) {
      const issuer = barredIssuer(doc)
      if (issuer === undefined) yield { message: 'unapproved', args: { words }, at: { doc, span } }
      else yield { message: 'forbidden', args: { issuer, words }, at: { doc, span } }
    }
  },
})
