import { type Doc, defineRule, headOf, issuerOf, matchesAny, national, patternsOption, v } from '../src/rule.ts'

/** 关于贯彻落实《…》的实施意见, 贯彻…精神的实施方案, 贯彻县委一号文件的实施意见. 若干措施 is what the notice itself recommends. */
const TITLE =
  /(?:贯彻|落实|执行|实施)[^《》]{0,14}(?:《(.{2,80})》|(.{2,50}?(?:会议|[全大]会|文件|讲话|通知|意见|决定|重要指示|批示)[^，。]{0,4}精神|[^，。《》]{1,12}[一1]号文件(?:精神)?))[^，。《》]{0,24}(?:实施意见|实施细则|实施方案|工作方案|落实意见|落实方案|贯彻意见|的意见|细则)(?:[（(].{1,12}[)）])?(?:的通知)?$/
/** 《…管理办法》实施细则. */
const RULES_OF = /^[^《》]{0,16}《(.{2,80})》(?:的)?(?:实施细则|实施意见|细则)(?:[（(].{1,12}[)）])?$/
const MEASURES = /措施/
/** 关于印发《云川县贯彻落实〈…〉实施方案》的通知: what is sent out, by its own title. */
const SENT_OUT = /(?:印发|公布|发布|下发|出台)《([^\n]{4,120})》(?:[（(].{1,12}[)）])?的(?:通知|公告|函)$/
/** The text names the clause that demands it. */
const REQUIRED =
  /(?:《[^》]{2,80}》|[〔[（(]\d{4}[〕\])）]\d{1,5}号)[^。]{0,40}?(?:第[一二三四五六七八九十百\d]{1,5}条[^。]{0,20}|明确|规定|要求|授权)[^。，；]{0,24}(?:制[定订]|出台)(?!本|了?如下|以下|实施[^，。]{0,6}如下)|(?:要求|规定)[^。，；]{0,20}(?:各地|各省|各市|各县|各级|地方|各地区)[^。，；]{0,16}制[定订]|》[^。，；]{0,40}制[定订][^。，；]{0,20}(?:要求|规定)/
const STATUTE = /(?:(?<!办)法|条例|规定|准则|规则|规章|规程)(?:[（(][^）)]{1,10}[)）])?$/
/** 采购管理实施细则, which names nothing above it. */
const RULES = /(?:实施细则|实施意见|实施办法|落实意见|贯彻意见|细则)(?:[（(].{1,12}[)）])?$/
/** …and says itself that nobody asked for it: 上级办法可以直接执行，也未授权各校另行细化. */
const UNASKED =
  /(?:未|没有?|并未|无|不)(?:有|作出?)?(?:明确)?(?:要求|授权|规定|委托)[^，。；]{0,12}(?:各|下级|基层|地方|再|另行?|细化|制[定订]|出台)|(?:可以?|能够?|完全可以?|均可)(?:直接)?(?:照办|照着办|照此执行|直接(?:执行|照办|适用|使用))/
/** 可以直接执行的，不再制定 is said of others; 仍拟定本细则 goes on. */
const ALL_THE_SAME =
  /(?:制[定订]|拟[定订]|出台|印发|形成)(?:了)?(?:本|此|如下|以下)[^，。；]{0,8}(?:细则|意见|办法|方案)/

/** UTF-16 units: a basis stands in the opening. */
const OPENING = 600

export default defineRule({
  scope: 'doc',
  genres: ['implementing', 'opinion', 'plan', 'notice.', 'notice', 'other'],
  severity: 'warning',
  title: { zh: '没有依据的实施意见、实施细则', en: 'Implementing rules nobody demanded' },
  basis: national.implementingRules,
  options: v.object({
    allowed: patternsOption(
      '上级明文要求制定实施意见、实施细则的文件，如“三项制度”；标题中出现即不查；可以写正则表达式',
    ),
  }),
  messages: {
    needless: {
      zh: '为落实上级文件另外制定了意见、细则，开头没有写明哪一条要求制定',
      en: 'Implementing rules for a superior document; the opening names no clause that demands them',
      advice: {
        zh: '上级没有明确要求的，直接执行上级文件，或只发本地的具体举措；有明确要求的，在开头写明文件名称和条款，或写入本规则的 allowed',
        en: 'Carry the superior document out as it is, or issue local measures only; where a clause demands the rules, name it in the opening or list it under allowed',
      },
    },
    statute: {
      zh: '为落实法律法规另外制定了意见、细则，请核对是否有条款授权',
      en: 'Implementing rules for a statute: check that a clause authorises them',
      severity: 'info',
      advice: {
        zh: '有授权的，在开头写明条款；没有授权的，直接执行',
        en: 'Name the authorising clause in the opening; without one, simply carry the statute out',
      },
    },
  },
  *check({ doc }, { allowed }) {
    const { title } = doc.facts
    const named = SENT_OUT.exec(title)?.[1]?.replaceAll('〈', '《').replaceAll('〉', '》') ?? title
    if (RULES.test(named) && saysUnasked(openingsOf(doc)) && !matchesAny(allowed, title)) {
      yield { message: 'needless', at: headOf(doc) }
      return
    }
    const m = TITLE.exec(named) ?? RULES_OF.exec(named)
    if (!m || MEASURES.test(named.slice(named.lastIndexOf('》') + 1)) || matchesAny(allowed, title)) return
    if (
      // Neither the centre nor its ministries are 地方各级、基层单位.
      issuerOf(doc)?.level === '中央' ||
      /转发|征求意见|座谈|情况的|报告|宣传|学习/.test(`${title.replace(/《.*》/, '')}${named.replace(/《.*》/, '')}`)
    )
      return
    if (openingsOf(doc).some((opening) => REQUIRED.test(opening))) return
    yield { message: m[1] !== undefined && STATUTE.test(m[1]) ? 'statute' : 'needless', at: headOf(doc) }
  },
})

/** The notice that sends them out may name the clause, or they themselves. */
const openingsOf = ({ text, facts: { body, parts } }: Doc): string[] =>
  [body[0], parts.find(({ kind }) => kind === 'wrapper')].flatMap((part) =>
    part ? [text.slice(part.start, part.start + OPENING).replace(/\s+/g, '')] : [],
  )

const saysUnasked = (openings: readonly string[]) =>
  openings.some((opening) => UNASKED.test(opening) && ALL_THE_SAME.test(opening) && !REQUIRED.test(opening))
