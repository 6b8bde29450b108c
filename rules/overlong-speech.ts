import { type Doc, defineRule, headOf, nanle, v } from '../src/rule.ts'

/** 一般性会议 is a scope, and each county draws it: these meetings are usually left out (高台县 高办发〔2019〕126号 lists nearly the same). */
const EXEMPT = [
  '党代会',
  '党代表大会',
  '人民代表大会',
  '人代会',
  '政协会议',
  '全委会',
  '全委会议',
  '全会',
  '纪委全会',
  '经济工作会议',
  '政府全体会议',
]

const CONVENTIONS = { word: '按Word字数', nospace: '按不计空格字符数', han: '按汉字数' } as const

export default defineRule({
  scope: 'doc',
  genres: ['speech.special', 'speech.general', 'speech.comprehensive'],
  severity: 'warning',
  title: { zh: '讲话稿超过字数', en: 'Speech longer than its cap' },
  basis: nanle.specialSpeech,
  options: v.object({
    max: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(1, '应大于 0'),
        v.description('部署专项工作的讲话稿最多多少字'),
      ),
      2000,
    ),
    generalMax: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(1, '应大于 0'),
        v.description('其他一般性会议讲话稿最多多少字；文件没有规定，不填则只提示篇幅'),
      ),
    ),
    convention: v.optional(
      v.pipe(
        v.picklist(['word', 'nospace', 'han']),
        v.description('字数口径：word 按 Word 字数，nospace 不计空格，han 只计汉字'),
      ),
      'word',
    ),
    exempt: v.optional(
      v.pipe(v.array(v.string()), v.description('不受限制的全局性会议：讲话所在的会议叫这个名字即不查')),
      EXEMPT,
    ),
  }),
  messages: {
    tooLong: {
      zh: '{kind}讲话稿正文 {count} 字（{convention}），超过 {max} 字的上限 {over} 字；不计空格 {nospace}、汉字 {han}、约 {pages} 页，念完约需 {minutes} 分钟',
      en: 'Speech ({kind}): {count} characters ({convention}), {over} over the cap of {max}; {nospace} without spaces, {han} Han characters, about {pages} pages, {minutes} minutes aloud',
      advice: {
        zh: '删去背景、意义和对上级文件的复述，只留本项工作的任务、责任单位和时限；确需超出的，请说明理由报批',
        en: 'Cut background and repetition; keep tasks, responsible units and deadlines, or record a reason',
      },
    },
    length: {
      zh: '一般性会议讲话稿正文 {count} 字（{convention}），约 {pages} 页，念完约需 {minutes} 分钟；依据要求严格控制篇幅，没有规定字数',
      en: 'This speech runs to {count} characters ({convention}), about {pages} pages, {minutes} minutes aloud; the source sets no number for general meetings',
      advice: {
        zh: '请自行把握篇幅；本地另有字数规定的，可在配置的 generalMax 中写明',
        en: 'Set generalMax where your county has a number',
      },
      severity: 'info',
      basis: nanle.generalSpeech,
    },
  },
  *check({ doc }, { max, generalMax, convention, exempt }) {
    if (doc.genre.id === 'speech.comprehensive' || isExempt(meetingOf(doc), exempt)) return
    const special = doc.genre.id === 'speech.special'
    const cap = special ? max : generalMax
    const { nospace, han, pages, minutes, ...counts } = doc.facts.counts
    const count = { nospace, han, word: counts.word }[convention]
    const args = { count, convention: CONVENTIONS[convention], pages, minutes }
    if (cap === undefined) yield { message: 'length', args, at: headOf(doc) }
    else if (count > cap)
      yield {
        message: 'tooLong',
        args: { ...args, kind: special ? '专项工作部署' : '一般性会议', max: cap, over: count - cap, nospace, han },
        at: headOf(doc),
      }
  },
})

/** Where a speech names its own meeting: in its title and the line below; failing that, in the file name and 今天召开…会. A meeting whose 精神 it passes on is another. */
function meetingOf({ text, path, facts }: Doc): string {
  const bylines = facts.parts.filter((part) => part.kind === 'byline').map((part) => text.slice(part.start, part.end))
  const named = [facts.title, ...bylines].join('\n')
  if (/会/.test(named)) return named
  const first = facts.body[0]?.start ?? 0
  const held = /(?:召开|举行|开)[^。；\n]{0,40}会/.exec(text.slice(first, first + 240))
  return `${path.replace(/^.*\//, '')}\n${held?.[0] ?? ''}`
}

/** 安全会议 holds no 全会, and a meeting on the 精神 of a plenum is not the plenum. */
function isExempt(meeting: string, exempt: readonly string[]): boolean {
  return exempt.some((name) => {
    for (let at = meeting.indexOf(name); name !== '' && at >= 0; at = meeting.indexOf(name, at + 1)) {
      const word = !(name.startsWith('全') && /[安健完]/.test(meeting[at - 1] ?? ''))
      if (word && !/^(?:精神|部署|决策|要求|确定|提出|通过)/.test(meeting.slice(at + name.length))) return true
    }
    return false
  })
}
