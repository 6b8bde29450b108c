import { defineRule, headOf, v, verdict } from '../src/rule.ts'

const percent = (share: number) => Math.round(share * 100)

export default defineRule({
  scope: 'pair',
  genres: ['implementing'],
  severity: 'warning',
  title: { zh: '本地具体举措不足一半', en: 'Too few local measures' },
  basis: {
    source: '南乐县《基层减负新四条》',
    clause: '落实工作不搞形式主义',
    quote: '配套落实上级文件的，结合实际的具体举措不少于文件内容的50%',
    verified: false,
    modal: '不少于',
  },
  options: v.object({
    threshold: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '应在 0 到 1 之间'),
        v.maxValue(1, '应在 0 到 1 之间'),
        v.description('本地具体举措至少占内容的比例'),
      ),
      0.5,
    ),
  }),
  messages: {
    tooFew: {
      zh: '结合实际的具体举措只占内容的 {share}%（可信区间 {low}%–{high}%），低于 {threshold}%；照抄上级文件 {copied}%，改写 {adapted}%',
      en: 'Local measures are {share} % of the content (interval {low}–{high} %), below {threshold} %; {copied} % copied, {adapted} % adapted',
      advice: {
        zh: '删去复述上级文件的段落，补上本地的责任单位、时限、数量、办理程序；用 burden-lint measures 可逐句查看',
        en: 'Drop what repeats the superior document; add who, when, how much; see burden-lint measures',
      },
    },
    uncertain: {
      zh: '结合实际的具体举措约占内容的 {share}%（可信区间 {low}%–{high}%），{threshold}% 落在区间之内，机器不能断定，请人工复核',
      en: 'Local measures are about {share} % of the content (interval {low}–{high} %); {threshold} % lies inside it: a person must judge',
      advice: { zh: '用 burden-lint measures 逐句查看拿不准的句子', en: 'See the sentences with burden-lint measures' },
      severity: 'info',
    },
  },
  *check({ doc, superiors, measurement }, { threshold }) {
    if (superiors.length === 0 || measurement.chars.content === 0) return
    const { share, chars } = measurement
    const found = verdict(share, threshold)
    if (found === 'met') return
    const shares = {
      share: percent(share.value),
      low: percent(share.low),
      high: percent(share.high),
      threshold: percent(threshold),
    }
    if (found === 'uncertain') yield { message: 'uncertain', args: shares, at: headOf(doc) }
    else
      yield {
        message: 'tooFew',
        args: {
          ...shares,
          copied: percent(chars.copied / chars.content),
          adapted: percent(chars.adapted / chars.content),
        },
        at: headOf(doc),
      }
  },
})
