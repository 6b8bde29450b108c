import { defineRule, stanceOf, v } from '../src/rule.ts'

const IMPOSES =
  /实行|实施|推行|纳入|列为|列入|作为|予以|给予|执行|落实|建立|设立|坚持|强化|采取|适用|行使|进行|严格|一律|增设|直接|推进|按照|的[，,]?$/
/** A veto over projects, bids and admissions judges applications, not the grass roots. */
const ADMISSION = /项目|企业|产品|准入|招标|投标|选址|申报|用地|入园|招商/
const ASSESSMENT = /考核|评先|评优|评比|乡镇|街道|部门|单位|班子|干部|年度|村|个人|领导|绩效/

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
  severity: 'error',
  title: { zh: '设置“一票否决”', en: 'Imposes a one-vote veto' },
  basis: {
    source: '南乐县为基层减负做法',
    clause: '聚焦重点难点，高标准发力提效',
    quote: '不增设“一票否决”事项，不乱签“责任状”',
    verified: false,
    modal: '不',
  },
  triggers: ['一票否决'],
  options: v.object({
    allowed: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('上级明文规定、可以保留的“一票否决”事项，如“安全生产”；句中出现即不查'),
      ),
      [],
    ),
  }),
  messages: {
    imposed: {
      zh: '对基层设置了“一票否决”',
      en: 'Imposes a one-vote veto',
      advice: {
        zh: '删去“一票否决”，改为写明扣分或整改要求；法律法规或上级文件明文规定的，请注明依据，并把事项写入本规则的 allowed',
        en: 'Replace the veto; where a higher rule demands it, cite that rule and list the item under allowed',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    // Laws and news are of no genre of ours, but their genre is known: they state or report a duty, they do not add one.
    if (doc.genre.id === 'other' && doc.genre.source === 'text') return
    for (const span of hits) {
      const { before, after, sentence, negated, reported, quoted } = stanceOf(doc, span)
      if (negated || reported || quoted || /^[”"]?权/.test(after) || allowed.some((item) => sentence.includes(item)))
        continue
      const clause = before + doc.text.slice(span.start, span.end) + after.split(/[，。；]/, 1)[0]
      if (!IMPOSES.test(before) || (ADMISSION.test(before) && !ASSESSMENT.test(clause))) continue
      yield { message: 'imposed', at: { doc, span } }
    }
  },
})
