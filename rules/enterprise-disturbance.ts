import { defineRule, directing, isOwnPaper, nanle, v, visitDemands, visitWords } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [...directing, 'letter', 'other'],
  severity: 'info',
  title: { zh: '调研参观影响企业生产', en: 'A visit that disturbs a company' },
  basis: nanle.enterprises,
  triggers: visitWords,
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
  },
  *check({ doc, hits }) {
    if (!isOwnPaper(doc)) return
    for (const { message, words, span } of visitDemands(doc, hits))
      yield { message, args: { words }, at: { doc, span } }
  },
})
