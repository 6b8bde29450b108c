import {
  binds,
  breachOf,
  capsOption,
  conventionOption,
  defineRule,
  deploying,
  exceeded,
  headOf,
  isCentral,
  isTechnical,
  minutesOf,
  national,
  rateOption,
  scopeOf,
  v,
} from '../src/rule.ts'

const KINDS = { 专项: '部署专项工作的文件', 一般: '文件', 综合: '部署综合性工作的文件' } as const

export default defineRule({
  scope: 'doc',
  // The nation limits what goes down only; a county may limit any of them.
  genres: [...deploying, 'minutes', 'letter', 'reply', 'request', 'report.', 'bulletin', 'experience'],
  severity: 'warning',
  title: { zh: '文件超过篇幅', en: 'Document longer than its cap' },
  basis: national.documentLength,
  judges: ['字', '页', '分钟'],
  options: v.object({
    caps: capsOption(),
    convention: conventionOption(),
    rate: rateOption('汇报以分钟为上限的，按每分钟念多少字折算'),
  }),
  messages: {
    tooLong: {
      zh: '{kind}正文 {count} 字（{convention}），超过 {max} 字的上限 {over} 字；不计空格 {nospace}、汉字 {han}、约 {pages} 页',
      en: 'Document ({kind}): {count} characters ({convention}), {over} over the cap of {max}; {nospace} without spaces, {han} Han characters, about {pages} pages',
      advice: {
        zh: '开门见山，删去背景、意义和对上级文件的复述；任务分工、名单、指标可以放到附件',
        en: 'Open with the matter; cut background and repetition; move lists and figures to an attachment',
      },
    },
    tooManyPages: {
      zh: '{kind}约 {pages} 页（正文 {count} 字，按每页 22 行、每行 28 字估算），超过 {max} 页的上限',
      en: 'Document ({kind}): about {pages} pages ({count} characters), over the cap of {max} pages',
      advice: { zh: '开门见山，删去背景、意义和对上级文件的复述', en: 'Open with the matter; cut background' },
    },
    tooLongAloud: {
      zh: '正文 {count} 字，按每分钟 {rate} 字念完约需 {minutes} 分钟，超过 {max} 分钟的上限',
      en: '{count} characters, about {minutes} minutes aloud at {rate} a minute, over the cap of {max} minutes',
      advice: {
        zh: '汇报讲要点，情况写在书面材料里',
        en: 'Report the main points; leave the rest to the written text',
      },
    },
    length: {
      zh: '正文 {count} 字（{convention}），约 {pages} 页；依据要求控制篇幅，没有规定字数',
      en: 'The body runs to {count} characters ({convention}), about {pages} pages; the source sets no number',
      severity: 'info',
    },
  },
  *check({ doc }, { caps = national.caps, convention, rate }) {
    const id = doc.genre.id
    const bound = caps.filter((cap) => binds(cap, id) && !(cap.unit === '分钟' && id === 'notice.meeting'))
    if (bound.length === 0 || isTechnical(doc) || isCentral(doc)) return
    const scope = scopeOf(doc)
    // A yearly report is comprehensive by itself: a cap that names this genre means it.
    const usual = ['专项', '一般', ...(id.startsWith('report.') ? ['综合'] : [])]
    const meant = bound.filter((cap) => (cap.scope ?? usual).includes(scope))
    const kind = KINDS[scope]
    const { word, nospace, han, pages } = doc.facts.counts
    for (const { cap, length, way } of exceeded(doc, meant, { convention, rate })) {
      const { unit, value: max } = cap
      const breach = { at: headOf(doc), ...breachOf(cap, length) }
      if (max === undefined) {
        const args = { count: length.value, convention: way, pages }
        yield { message: 'length', args, ...breach, severity: 'info' }
        continue
      }
      const args = { max, count: unit === '字' ? length.value : word }
      if (unit === '字') {
        const over = length.value - max
        yield { message: 'tooLong', args: { ...args, kind, over, convention: way, nospace, han, pages }, ...breach }
      } else if (unit === '页') yield { message: 'tooManyPages', args: { ...args, kind, pages }, ...breach }
      else yield { message: 'tooLongAloud', args: { ...args, rate, minutes: minutesOf(word, rate) }, ...breach }
    }
  },
})
