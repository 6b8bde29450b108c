import { defineRule, frameOf, gongwen, v } from '../src/rule.ts'

const TYPES = /(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$/
/** Not among the fifteen, yet asked for by other rules: answers to deputies, what the law has published. */
const TOLERATED =
  /(?:答复|答复意见|公示|复议决定书?|决定书|通知书|告知书|批示|公开信|一封信|倡议书?|预告|招标|简章|条例|章程|规则|(?<!办)法)$/
/** Circulated by a 通知, or issued by a 令. */
const CIRCULATED =
  /(?:实施方案|工作方案|方案|规划|计划|实施办法|管理办法|办法|细则|规定|措施|要点|预案|制度|清单|规范|指南|标准|安排|分工|举措|政策)$/
/** Material for a meeting or for those who asked: a fault only under a number of its own. */
const MATERIAL = /(?:总结|汇报|讲话|发言|情况|简报|信息|说明|建议|报道|材料|提纲|体会|承诺|声明|解读)$/
/** No organ of Party or state. */
const HOUSE = /(?:医院|卫生院|学校|大学|学院|[中小]学|幼儿园|公司|集团|研究[院所]|协会|银行|厂)$/
/** （试行）, （征求意见稿）, 〔节选〕. */
const BRACKETS = /(?:[（(〔][^（()）〕]{1,30}[）)〕])+$/

export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'warning',
  title: { zh: '标题没有用法定文种', en: 'Title names none of the fifteen document types' },
  basis: gongwen.types,
  options: v.object({}),
  messages: {
    circulated: {
      zh: '“{ending}”不是公文文种，不能直接行文',
      en: '{ending} is no document type and is not issued by itself',
      advice: {
        zh: '改用“关于印发《……》的通知”行文，把“{ending}”作为印发的内容；或者改用“意见”“决定”等文种',
        en: 'Circulate the {ending} by a 通知',
      },
    },
    material: {
      zh: '“{ending}”不是公文文种',
      en: '{ending} is no document type',
      advice: { zh: '按行文方向改用报告、通报、函等文种；内部材料不编发文字号', en: 'Use one of the fifteen types' },
    },
    missing: {
      zh: '标题没有写明文种',
      en: 'The title names no document type',
      advice: { zh: '在标题末尾写明文种，如“通知”“报告”“请示”“函”', en: 'End the title with its type' },
    },
  },
  *check({ doc }) {
    if (doc.genre.id.startsWith('speech.') || (doc.genre.id === 'other' && doc.genre.source === 'text')) return
    const frame = frameOf(doc)
    const last = frame.title.at(-1)
    if (!last || !frame.formal || frame.salutation) return
    // Only where the title is whole: its neighbour in the head stands right above or below it.
    const heads = doc.facts.parts.filter(({ kind }) => kind !== 'masthead')
    const after = heads[heads.findIndex((part) => part.start === last.start) + 1]?.kind
    const numbered = frame.numbers.length > 0
    if (after !== 'addressee' && after !== 'number' && !(numbered && after === 'body')) return
    // Something stands above the title that was read as part of it only where 关于 comes late: that does no harm to its end.
    const title = frame.title
      .map(({ text }) => text)
      .join('')
      .replace(BRACKETS, '')
      .replace(/[”"》]$/, '')
    if (!title || TYPES.test(title) || TOLERATED.test(title)) return
    const at = { doc, span: { start: frame.title[0]!.start, end: last.end } }
    const circulated = CIRCULATED.exec(title)?.[0]
    const material = MATERIAL.exec(title)?.[0]
    if (circulated) {
      // 条例 binds organs of Party and state: what a hospital or a company lays down in articles for its own house is no paper of theirs.
      if (
        frame.signature.some(({ text }) => HOUSE.test(text)) &&
        frame.body.some(({ text }) => /^第[一1]条/.test(text))
      )
        return
      // Below the title of a rule its 发文字号 tells by which 通知 it was circulated; and a draft that names whom it concerns is not issued yet.
      if (frame.headed || (frame.addressee && (numbered || frame.date)))
        yield { message: 'circulated', args: { ending: circulated }, at }
    } else if (material) {
      if (numbered) yield { message: 'material', args: { ending: material }, at }
    } else if (/关于/.test(title) && frame.addressee) yield { message: 'missing', at }
  },
})
