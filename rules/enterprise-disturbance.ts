import {
  companyLevies,
  defineRule,
  demanding,
  isOwnPaper,
  levyWords,
  nanle,
  separateInspections,
  separateWords,
  v,
  visitDemands,
  visitWords,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'info',
  title: { zh: '影响企业正常生产', en: 'A visit or demand that disturbs a company' },
  basis: nanle.enterprises,
  triggers: [...visitWords, ...separateWords, ...levyWords],
  options: v.object({}),
  messages: {
    stopped: {
      zh: '要企业为调研参观停下生产（“{words}”）',
      en: 'A company is to stop work for a visit (“{words}”)',
      advice: { zh: '删去；避开生产高峰，按企业正常生产时的样子看', en: 'Drop it; see the company as it works' },
    },
    welcomed: {
      zh: '要企业组织人员迎接（“{words}”）',
      en: 'A company is to line up its people (“{words}”)',
      advice: { zh: '删去；一两名熟悉情况的人介绍即可', en: 'Drop it; one or two who know the matter will do' },
    },
    attended: {
      zh: '要企业抽员工给活动凑人数（“{words}”）',
      en: 'A company is to send its people to fill an occasion (“{words}”)',
      advice: { zh: '删去；愿意参加的自己报名，不定人数，不停工', en: 'Drop it; who wants to comes, without numbers' },
    },
    rehearsed: {
      zh: '为调研参观提前演练、踩点（“{words}”）',
      en: 'A visit is rehearsed (“{words}”)',
      advice: { zh: '删去；不打招呼、直奔现场', en: 'Drop it; go straight there' },
    },
    decorated: {
      zh: '为调研参观制作展板、标语等（“{words}”）',
      en: 'Boards or banners are made for a visit (“{words}”)',
      advice: { zh: '删去；利用企业现有的材料', en: 'Drop it; use what the company has' },
    },
    staffed: {
      zh: '要企业抽员工为调研参观打扫、引导（“{words}”）',
      en: 'A company is to have its people clean or guide for a visit (“{words}”)',
      advice: { zh: '删去；员工照常上班，一两名熟悉情况的人介绍即可', en: 'Drop it; let them work' },
    },
    charged: {
      zh: '要企业为调研参观花钱或者担损失（“{words}”）',
      en: 'A company is to pay for a visit (“{words}”)',
      advice: { zh: '删去；不布置、不停产，就没有这笔费用', en: 'Drop it; ask for nothing that costs' },
    },
    levied: {
      zh: '要企业出钱出物（“{words}”）',
      en: 'A company is to give money or buy something (“{words}”)',
      advice: { zh: '删去；活动经费由主办单位按预算安排', en: 'Drop it; pay for it from the budget' },
    },
    accompanied: {
      zh: '要企业负责人陪同（“{words}”）',
      en: 'Managers of a company are to go along (“{words}”)',
      advice: { zh: '删去；需要了解情况的，问在岗的人', en: 'Drop it; ask whoever is at work' },
    },
    inspected: {
      zh: '几个部门分头进企业检查，没有合并（“{words}”）',
      en: 'Several offices inspect a company, each by itself (“{words}”)',
      advice: { zh: '合并成一次，一次查完；已经查过的，结果互认', en: 'Go together, once' },
    },
    reported: {
      zh: '要企业把同样的内容报给几个部门，或者重新报一遍（“{words}”）',
      en: 'A company is to report the same to several offices (“{words}”)',
      advice: { zh: '只报一次，部门之间共用；已经报过的不再要', en: 'Ask once and share' },
    },
  },
  *check({ doc, hits }) {
    if (!isOwnPaper(doc)) return
    for (const { message, words, span } of [
      ...visitDemands(doc, hits),
      ...separateInspections(doc, hits),
      ...companyLevies(doc, hits),
    ])
      yield { message, args: { words }, at: { doc, span } }
  },
})
