import { defineRule, stanceOf, v } from '../src/rule.ts'

const SIGNS = /(?:签订|签署|签定|签|递交|立下|立|下达|逐级|层层)[^，。；]{0,16}$/
/** 责任书 and 承诺书 are also what a contractor or an applicant signs: only those laid upon lower offices are meant. */
const UPON_OFFICES =
  /层层|逐级|逐层|乡镇|镇街|街道|各村|村居|社区|各部门|各单位|县直|市直|区直|各县|各市|各区|各镇|各乡|党委|党组|干部|网格员|责任人(?!签)|与下级|下一级/
const CONTRACT =
  /企业|业主|商户|项目法人|施工|承包|经营|申请人|建设单位|责任主体|保护责任人|管理责任人|养护|用户|家长|学生|揭榜|招商|合同|协议/

export default defineRule({
  scope: 'doc',
  genres: [
    'speech.',
    'implementing',
    'notice.',
    'notice',
    'opinion',
    'plan',
    'decision',
    'circular',
    'minutes',
    'other',
  ],
  severity: 'warning',
  title: { zh: '要求签订责任状', en: 'Demands a responsibility letter' },
  basis: {
    source: '南乐县为基层减负做法',
    clause: '聚焦重点难点，高标准发力提效',
    quote: '不增设“一票否决”事项，不乱签“责任状”',
    verified: false,
    modal: '不乱',
  },
  triggers: ['责任状', '责任书', '军令状', '承诺书'],
  options: v.object({
    allowed: v.optional(
      v.pipe(v.array(v.string()), v.description('法律法规或上级明文要求签订的事项，如“森林防火”；句中出现即不查')),
      [],
    ),
  }),
  messages: {
    demanded: {
      zh: '要求基层签订“{letter}”',
      en: 'Demands that lower offices sign a “{letter}”',
      advice: {
        zh: '删去签订要求，直接写明任务、责任单位和时限；法律法规或上级文件明文要求签订的，请注明依据，并把事项写入本规则的 allowed',
        en: 'State the task, who and by when instead; where a higher rule demands it, cite that rule and list the item under allowed',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    // Laws and news are of no genre of ours, but their genre is known.
    if (doc.genre.id === 'other' && doc.genre.source === 'text') return
    for (const span of hits) {
      const { before, sentence, negated, reported, quoted } = stanceOf(doc, span)
      const letter = doc.text.slice(span.start, span.end)
      if (negated || reported || quoted || !SIGNS.test(before) || allowed.some((item) => sentence.includes(item)))
        continue
      if (CONTRACT.test(before) || (letter !== '责任状' && !UPON_OFFICES.test(sentence))) continue
      yield { message: 'demanded', args: { letter }, at: { doc, span } }
    }
  },
})
