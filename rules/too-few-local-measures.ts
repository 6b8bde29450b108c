import {
  apportion,
  type Basis,
  countingOptions,
  defineRule,
  district,
  headOf,
  nanle,
  type Pair,
  shareOf,
  staleWords,
  tenthsOf,
  v,
  verdict,
} from '../src/rule.ts'

const percent = (share: number) => tenthsOf(share) / 10

const REVIEW: Basis = {
  source: 'burden-lint',
  clause: '复核文件',
  quote: '复核过的句子改动以后，应当重新复核',
  verified: true,
}

export default defineRule({
  scope: 'pair',
  genres: ['implementing'],
  severity: 'warning',
  title: { zh: '本地具体举措不足一半', en: 'Too few local measures' },
  basis: nanle.implementing,
  options: v.object({
    threshold: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '应在 0 到 1 之间'),
        v.maxValue(1, '应在 0 到 1 之间'),
        v.description('至少要占的比例'),
      ),
      0.5,
    ),
    ...countingOptions(),
  }),
  messages: {
    tooFew: {
      zh: '结合实际的具体举措只占内容的 {share}%（可信区间 {low}%–{high}%，人工复核 {reviewed} 句），低于 {threshold}%；照抄上级文件 {copied}%，改写 {adapted}%',
      en: 'Local measures are {share} % of the content (interval {low}–{high} %; {reviewed} sentences decided by hand), below {threshold} %; {copied} % copied, {adapted} % adapted',
      advice: {
        zh: '删去复述上级文件的段落，补上本地的责任单位、时限、数量、办理程序；用 burden-lint measures 可逐句查看',
        en: 'Drop what repeats the superior document; add who, when, how much; see burden-lint measures',
      },
    },
    uncertain: {
      zh: '结合实际的具体举措约占内容的 {share}%（可信区间 {low}%–{high}%，人工复核 {reviewed} 句），{threshold}% 落在区间之内，机器不能断定，请人工复核',
      en: 'Local measures are about {share} % of the content (interval {low}–{high} %; {reviewed} sentences decided by hand); {threshold} % lies inside it: a person must judge',
      advice: {
        zh: '用 burden-lint measures 逐句查看；加 --write-review 生成复核文件，填好以后按您的判断计算',
        en: 'See the sentences with burden-lint measures; --write-review begins a review file for your decisions',
      },
      severity: 'info',
    },
    tooLittleNew: {
      zh: '新增加的内容只占内容的 {share}%（可信区间 {low}%–{high}%，人工复核 {reviewed} 句），不足 {threshold}%；照抄上级文件 {copied}%，改写 {adapted}%',
      en: 'New content is {share} % of the content (interval {low}–{high} %; {reviewed} sentences decided by hand), below {threshold} %; {copied} % copied, {adapted} % adapted',
      advice: {
        zh: '上级已有规定的，转发或者写明“按……执行”就够了，不必另行发文；确需发文的，只写本地新增加的内容',
        en: 'Forward the superior document, or refer to it; issue only what is new here',
      },
      basis: district.newContent,
    },
    newUncertain: {
      zh: '新增加的内容约占内容的 {share}%（可信区间 {low}%–{high}%，人工复核 {reviewed} 句），{threshold}% 落在区间之内，机器不能断定，请人工复核',
      en: 'New content is about {share} % of the content (interval {low}–{high} %; {reviewed} sentences decided by hand); {threshold} % lies inside it: a person must judge',
      advice: {
        zh: '用 burden-lint measures 逐句查看；加 --write-review 生成复核文件，填好以后按您的判断计算',
        en: 'See the sentences with burden-lint measures; --write-review begins a review file for your decisions',
      },
      severity: 'info',
      basis: district.newContent,
    },
    staleReview: {
      zh: '复核文件 {file} 中“{sentence}”一句的意见没有采用：{reason}',
      en: 'The decision on “{sentence}” in {file} was not used: {reason}',
      advice: {
        zh: '句子改过的，请重新复核；已经删去的，请从复核文件中删去这一条',
        en: 'Review the sentence again, or remove the decision',
      },
      severity: 'info',
      basis: REVIEW,
    },
  },
  *check(pair, { threshold, ...counting }) {
    const { doc, superiors, measurement } = pair
    if (superiors.length === 0) return
    for (const stale of pair.review?.stale ?? [])
      yield { message: 'staleReview', args: { file: nameOf(pair), ...staleWords(stale) }, at: headOf(doc) }
    const { share, chars, reviewed } = shareOf(measurement, counting)
    if (chars.content === 0) return
    const found = verdict(share, threshold)
    if (found === 'met') return
    const local = counting.metric === 'local'
    const shares = {
      share: percent(share.value),
      low: percent(share.low),
      high: percent(share.high),
      threshold: percent(threshold),
      reviewed,
    }
    if (found === 'uncertain') yield { message: local ? 'uncertain' : 'newUncertain', args: shares, at: headOf(doc) }
    else {
      const { content, copied, adapted, localMeasures, novel = 0 } = chars
      const others = [copied, adapted, content - copied - adapted - (local ? localMeasures : novel)]
      // Whoever adds the parts up expects the whole.
      const [ofCopied = 0, ofAdapted = 0] = apportion(others, 1000 - tenthsOf(share.value))
      yield {
        message: local ? 'tooFew' : 'tooLittleNew',
        args: { ...shares, copied: ofCopied / 10, adapted: ofAdapted / 10 },
        at: headOf(doc),
      }
    }
  },
})

const nameOf = ({ review }: Pair) => review?.path.replace(/^.*\//, '') ?? ''
