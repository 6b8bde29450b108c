import { claimWords, defineRule, isCentral, nanle, stanceOf, unsupportedClaims, v } from '../src/rule.ts'

/** They say what is to be done; how far it has come already they tell in passing. */
const TELL_IN_PASSING = ['speech.', 'plan'] as const
/** A paper that calls itself a report as well: …的请示报告. */
const REPORTS_TOO = /请示报告(?:[（(][^）)]{1,20}[)）])?$/

/** A letter speaks of its reader and of others, too: only what it says of its own office is looked at, and only to be ahead. */
const OURS = /我[省市县区镇乡局院校委司]|我们|本[局院校]|我公司|这项工作/
const THEIRS = /[贵你您]/

export default defineRule({
  scope: 'doc',
  genres: ['report.work', 'bulletin', 'experience', 'circular', 'request', 'letter', ...TELL_IN_PASSING],
  severity: 'info',
  title: { zh: '成绩没有佐证', en: 'Achievement without evidence' },
  basis: nanle.report,
  triggers: claimWords,
  options: v.object({
    minPercent: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '不能为负'),
        v.description('降幅、增幅达到百分之多少才要求写明基数（依据没有规定，这是本工具的取值）'),
      ),
      50,
    ),
  }),
  messages: {
    rank: {
      zh: '“{words}”没有说明依据',
      en: '“{words}”: claims to be first or ahead without saying who found so',
      advice: {
        zh: '写明依据：哪个单位、哪份文件或哪次考评认定的，什么时间；拿不出依据的删去',
        en: 'Name who found so, where and when, or drop the claim',
      },
    },
    percentage: {
      zh: '“{words}”没有写明基数',
      en: '“{words}”: a percentage without its base',
      advice: {
        zh: '写明由多少变为多少，例如“由20个工作日压缩到4个工作日，压缩80%”',
        en: 'Give the figures before and after',
      },
    },
    result: {
      zh: '“{words}”前后没有一个数字或事例',
      en: '“{words}”: claims a result without a figure',
      advice: {
        zh: '换成能核对的数字或具体事例；没有的删去',
        en: 'Give a figure or a case that can be checked, or drop the claim',
      },
    },
  },
  *check({ doc, hits }, { minPercent }) {
    if (doc.genre.id === 'request' && !REPORTS_TOO.test(doc.facts.title)) return
    const inPassing = TELL_IN_PASSING.some((genre) => doc.genre.id.startsWith(genre))
    if (inPassing && isCentral(doc)) return
    const letter = doc.genre.id === 'letter'
    for (const { message, words, span } of unsupportedClaims(doc, hits, minPercent, inPassing)) {
      if (letter) {
        const { sentence, before } = stanceOf(doc, span)
        if (message !== 'rank' || !OURS.test(sentence) || THEIRS.test(before)) continue
      }
      yield { message, args: { words }, at: { doc, span } }
    }
  },
})
