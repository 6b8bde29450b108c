import {
  binds,
  breachOf,
  capsOption,
  conventionOption,
  defineRule,
  exceeded,
  headOf,
  isMeeting,
  meetingOf,
  minutesOf,
  nanle,
  national,
  rateOption,
  v,
  withOwnNumber,
} from '../src/rule.ts'

const KINDS: Readonly<Record<string, string>> = {
  'speech.special': '专项工作部署讲话稿',
  'speech.general': '一般性会议讲话稿',
  'speech.comprehensive': '全局性会议讲话稿',
  'speech.host': '主持词',
  'speech.stance': '表态发言',
}

const maximum = (description: string) =>
  v.optional(v.pipe(v.number(), v.integer('应为整数'), v.minValue(1, '应大于 0'), v.description(description)))

export default defineRule({
  scope: 'doc',
  genres: ['speech.'],
  severity: 'warning',
  title: { zh: '讲话稿超过篇幅', en: 'Speech longer than its cap' },
  basis: nanle.specialSpeech,
  judges: ['字', '页', '分钟'],
  options: v.object({
    caps: capsOption(),
    max: maximum('部署专项工作的讲话稿最多多少字；不写则按规则集，南乐县为 2000'),
    generalMax: maximum('其他一般性会议讲话稿最多多少字；文件没有规定，不填则只提示篇幅'),
    convention: conventionOption(),
    rate: rateOption('每分钟念多少字，用来折算分钟'),
    exempt: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('不算一般性会议的全局性会议：讲话所在的会议叫这个名字，只对专项和一般性会议的上限就不管它'),
      ),
      nanle.UNCAPPED_MEETINGS,
    ),
  }),
  messages: {
    tooLong: {
      zh: '{kind}正文 {count} 字（{convention}），超过 {max} 字的上限 {over} 字；不计空格 {nospace}、汉字 {han}、约 {pages} 页，念完约需 {minutes} 分钟',
      en: 'Speech ({kind}): {count} characters ({convention}), {over} over the cap of {max}; {nospace} without spaces, {han} Han characters, about {pages} pages, {minutes} minutes aloud',
      advice: {
        zh: '删去背景、意义和对上级文件的复述，只留本项工作的任务、责任单位和时限；确需超出的，请说明理由报批',
        en: 'Cut background and repetition; keep tasks, responsible units and deadlines, or record a reason',
      },
    },
    tooLongAloud: {
      zh: '{kind}念完约需 {minutes} 分钟（正文 {count} 字，按每分钟 {rate} 字折算），超过 {max} 分钟的上限',
      en: 'Speech ({kind}): about {minutes} minutes aloud ({count} characters at {rate} a minute), over the cap of {max} minutes',
      advice: {
        zh: '压到 {fit} 字以内；背景和文件已写明的要求不在会上念',
        en: 'Cut to {fit} characters; leave out background and what the documents say already',
      },
    },
    tooManyPages: {
      zh: '{kind}约 {pages} 页（正文 {count} 字，按每页 22 行、每行 28 字估算），超过 {max} 页的上限',
      en: 'Speech ({kind}): about {pages} pages ({count} characters), over the cap of {max} pages',
      advice: { zh: '删去背景、意义和对上级文件的复述', en: 'Cut background and repetition' },
    },
    length: {
      zh: '{kind}正文 {count} 字（{convention}），约 {pages} 页，念完约需 {minutes} 分钟；依据要求严格控制篇幅，没有规定字数',
      en: 'Speech ({kind}): {count} characters ({convention}), about {pages} pages, {minutes} minutes aloud; the source sets no number',
      advice: {
        zh: '请自行把握篇幅；本地另有字数规定的，可在配置的 generalMax 中写明',
        en: 'Set generalMax where your county has a number',
      },
      severity: 'info',
      basis: nanle.generalSpeech,
    },
  },
  *check({ doc }, { caps = [...nanle.caps, ...national.caps], max, generalMax, convention, rate, exempt }) {
    const id = doc.genre.id
    const own = id === 'speech.special' ? max : id === 'speech.general' ? generalMax : undefined
    const meeting = meetingOf(doc)
    const bound = withOwnNumber(caps, own, id, nanle.specialSpeech).filter(
      (cap) => binds(cap, id) && !isMeeting(meeting, cap.exempt ?? (binds(cap, 'speech.comprehensive') ? [] : exempt)),
    )
    const { word, pages, nospace, han } = doc.facts.counts
    for (const { cap, length, way } of exceeded(doc, bound, { convention, rate })) {
      const { unit, value: most } = cap
      const kind = KINDS[id] ?? '讲话稿'
      const args = { kind, count: unit === '字' ? length.value : word, pages, minutes: minutesOf(word, rate) }
      const breach = { at: headOf(doc), ...breachOf(cap, length) }
      if (most === undefined) {
        // Where another cap has a number, the length is told there.
        if (!bound.some((other) => other.unit === unit && other.value !== undefined))
          yield { message: 'length', args: { ...args, convention: way }, ...breach, severity: 'info' }
        continue
      }
      const limited = { ...args, max: most }
      if (unit === '字') {
        const over = length.value - most
        yield { message: 'tooLong', args: { ...limited, over, convention: way, nospace, han }, ...breach }
      } else if (unit === '分钟')
        yield { message: 'tooLongAloud', args: { ...limited, rate, fit: Math.floor(most * rate) }, ...breach }
      else yield { message: 'tooManyPages', args: limited, ...breach }
    }
  },
})
