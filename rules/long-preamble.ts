import { defineRule, national, v } from '../src/rule.ts'

/** Where the matter begins: what is circulated, decided, asked for or forbidden, or the first numbered heading. */
const MATTER =
  /现(?:将|就|印发|转发|提出|制定|通知|决定|批复|函复|答复|公布|发布|予以|对)|(?:通知|意见|方案|办法|规定|要求|事项|安排|措施|决定|通报|通告|公告|批复|函告|纪要)如下|(?:制定|提出|印发|作出|形成)(?:本|以下|如下|此|该|《)|特(?:制定|提出|通知|作出|印发|通报)|决定(?:[:：，,在对将于授给成设开废取]|自|从|表)|(?:同意|批准|转发|印发|发布)[^，。；]{0,30}(?:给你们|《|你|请|现)|请(?:各|你|认真|遵照|结合|予|按|于)|(?:^|[，。；：])(?:[^，。；：]{0,16}[^主重需必摘首]要(?!求|素|点|害|闻)|[^，。；：]{0,16}(?:应当|必须|不得|务必|一律|严禁|禁止))|(?:^|\n)\s*(?:[一1][、.．\u3000 ]|（一）|\(一\)|第一[章条])/

/** On what ground: 《…通知》（…〔2024〕7号). To name it is what the advice asks for; it is not counted. */
const GROUND = /《[^》]*》(?:[（(][^（()）]{2,40}[)）])?/g
/** What a circular is about are the facts that it makes known: 共收到信息468条. */
const FACT = /\d[\d.,]*\s?(?:%|％|余?[条件家起人份次篇户处名个分元项宗万亿])/

/** 2019年9月27日 …会议通过 above a decision of an assembly or a court is no preamble. */
const ADOPTED = /\d{4}年\d{1,2}月\d{1,2}日[^\n。]{0,80}(?:通过|公布|发布|批准|施行)/

export default defineRule({
  scope: 'doc',
  genres: ['implementing', 'notice.', 'notice', 'opinion', 'plan', 'decision', 'circular'],
  severity: 'info',
  title: { zh: '开头铺垫过长', en: 'A long preamble' },
  basis: national.plainStyle,
  options: v.object({
    max: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(0, '不能为负'),
        v.description('说到正事之前最多多少字（依据只说“短实新”，没有规定字数，这是本工具的取值）'),
      ),
      150,
    ),
  }),
  messages: {
    long: {
      zh: '开头写了 {length} 字才说到正事（上限 {max} 字，引用的文件名称不计）',
      en: 'It takes {length} characters to come to the matter (at most {max}, names of cited documents not counted)',
      advice: {
        zh: '开门见山：先写要办什么、依据哪份文件，意义和背景压成一两句或者删去',
        en: 'Come to the point: what is to be done, on what ground; cut background to a sentence or two',
      },
    },
  },
  *check({ doc }, { max }) {
    const start = doc.facts.body[0]?.start
    if (start === undefined) return
    // Far enough: whoever has not come to the matter by then is over any limit.
    const opening = doc.text.slice(start, Math.min(doc.facts.body.at(-1)!.end, start + 3000))
    if (ADOPTED.test(opening.slice(0, 160))) return
    const at = MATTER.exec(opening)
    const fact = doc.genre.id === 'circular' ? FACT.exec(opening) : null
    const matter = Math.min(at?.index ?? opening.length, fact?.index ?? opening.length)
    const preamble = opening.slice(0, matter).trimEnd()
    const length = preamble.replace(GROUND, '').replace(/\s/g, '').length
    // A text in which nothing is asked is no directive; that is not this rule's matter.
    if (!at || length <= max) return
    yield { message: 'long', args: { length, max }, at: { doc, span: { start, end: start + preamble.length } } }
  },
})
