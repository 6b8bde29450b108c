import {
  addressedBelow,
  type Doc,
  defineRule,
  issuerOf,
  lowerIn,
  matchesAny,
  national,
  patternsOption,
  type Span,
  stanceOf,
  v,
} from '../src/rule.ts'

/** What an office of its own may say with the superior's leave. */
const AUTHORISED =
  /(?:经|已经|报经|业经|受)[^，。；]{0,24}(?:政府|国务院|[省市县区州盟旗]委|党委|党工委|管委会|领导|领导同志|领导小组|书记|县长|市长|区长|省长)[^。；]{0,12}(?:同意|批准|批示|授权|委托|审定|审议通过|研究通过|常务会议|研究决定)|(?:同意|批准|授权)[，,]?(?:现|由)|(?:政府|[省市县区州盟旗]委)[^，。；]{0,6}授权|代(?:拟|为行文|政府)/
const IMPERATIVE =
  /(?:^|[^主重需必])要(?!求|点|素|闻|么|是|害|件|领)|必须|务必|应当|须(?!知|臾)|请[于各将按认]|严禁|不得|一律|限期|遵照执行|认真(?:贯彻|组织)(?:落实|执行|实施)|抓好落实|(?<!请结合实际)贯彻执行/g
/** A letter or an invitation directs nobody, nor does what everybody may apply for; an audit is the law's. */
const GENTLE =
  /征求|反馈意见|意见建议|征集|邀请|商请|商洽|恳请|敬请|告知|备案名单|公布|公示|表彰|表扬|印发.{0,40}(?:名单|目录|答复)|申报|推荐|报名|遴选|培训|研修|讲座|征订|举办|参加|参展|会议的通知|审计|行政(?:处罚|复议)|执法检查|责令/
/** Townships as such are told what to do, not only 各单位 or 各站. */
const TOWNS_TOLD =
  /各(?:乡镇|镇街|镇|乡|街道|县区|县|区|市)(?:[（(、][^，。；要须应]{1,12})?(?:党委|政府)?[^，。；、要须应]{0,6}(?:要(?!求)|必须|务必|须|应当?(?!急|用|对))/
/** Orders of the hour, whoever passes them on. */
const URGENT = /紧急|应急响应|预警|抢险|救援|险情|灾情|转移避险/

export default defineRule({
  scope: 'doc',
  genres: ['notice', 'notice.forward', 'notice.inspection', 'opinion', 'plan', 'implementing', 'decision', 'circular'],
  severity: 'error',
  title: { zh: '部门向下级党委、政府发指令', en: 'An office directs lower Party committees or governments' },
  basis: national.commandingDocuments,
  options: v.object({
    minImperatives: v.optional(
      v.pipe(
        v.number(),
        v.integer('应为整数'),
        v.minValue(1, '至少为 1'),
        v.description(
          '正文里“要”“必须”“不得”“请……报送”之类的话有几处以上才算指令性公文（依据没有规定，这是本工具的取值）',
        ),
      ),
      2,
    ),
    authorised: patternsOption(
      '有权直接向下级党委、政府发文的单位，如“森林防火指挥部”；发文机关名称中出现即不查；可以写正则表达式',
    ),
  }),
  messages: {
    addressed: {
      zh: '{issuer}不能以指令性公文主送“{whom}”（正文有指令性要求 {count} 处）',
      en: '{issuer} may not direct “{whom}” ({count} imperatives)',
      advice: {
        zh: '由党委、政府或其办公厅（室）行文；或报经本级党委、政府同意，并在文中写明“经×政府同意”；或改送下级对口部门',
        en: 'Let the committee or government, or its office, issue it; or get its consent and say so; or address the corresponding offices',
      },
    },
    addressedBare: {
      severity: 'info',
      zh: '{issuer}主送“{whom}”：如指下级党委、政府，不能提指令性要求（正文有 {count} 处）；指对口部门的，写明更清楚',
      en: '{issuer} addresses “{whom}”: if that means their committees or governments, it may not direct them ({count} imperatives); if not, say whom',
      advice: {
        zh: '写明经本级党委、政府同意；或改送下级对口部门（如“各乡镇农业农村服务中心”）',
        en: 'State the consent of the committee or government, or address the corresponding offices',
      },
    },
    demanded: {
      zh: '{issuer}在公文中向“{whom}”提指令性要求',
      en: '{issuer} demands something of “{whom}”',
      advice: {
        zh: '写明经本级党委、政府同意；或改为对下级对口部门的工作要求',
        en: 'State the consent of the committee or government, or ask the corresponding office',
      },
    },
  },
  *check({ doc }, { minImperatives, authorised }) {
    const issuer = issuerOf(doc)
    if (!issuer || issuer.kind === 'authority' || matchesAny(authorised, issuer.name)) return
    const { body, title, parts } = doc.facts
    const wrapper = parts.find(({ kind }) => kind === 'wrapper')
    const spans = wrapper ? [wrapper, ...body] : body
    const said = spans.map(({ start, end }) => doc.text.slice(start, end)).join('\n')
    // Consent stands at the beginning or at the end.
    if (AUTHORISED.test(said.slice(0, 1500)) || AUTHORISED.test(said.slice(-400)) || AUTHORISED.test(title)) return
    if (GENTLE.test(title) || URGENT.test(title) || title.endsWith('函')) return
    const count = [...said.slice(0, 100_000).matchAll(IMPERATIVE)].length
    const { named, bare } = addressedBelow(doc, issuer.level)
    const addressed = named[0]
    if (addressed && count >= minImperatives) {
      const args = { issuer: issuer.name, whom: doc.text.slice(addressed.start, addressed.end), count }
      yield { message: 'addressed', args, at: { doc, span: addressed } }
      return
    }
    const span = demandedOf(doc)
    if (span) {
      const args = { issuer: issuer.name, whom: doc.text.slice(span.start, span.end) }
      yield { message: 'demanded', args, at: { doc, span } }
    } else if (bare && count >= minImperatives && TOWNS_TOLD.test(said)) {
      const args = { issuer: issuer.name, whom: doc.text.slice(bare.start, bare.end), count }
      yield { message: 'addressedBare', args, at: { doc, span: bare } }
    }
  },
})

/** 各乡镇党委、政府要…: the first place in the body where something is demanded of them by name. */
function demandedOf(doc: Doc): Span | undefined {
  for (const part of doc.facts.body)
    for (const { start, end } of lowerIn(doc.text.slice(part.start, part.end))) {
      const span = { start: part.start + start, end: part.start + end }
      const { mentioned, ahead, before, after } = stanceOf(doc, span)
      // 《…条例》规定，乡镇人民政府应当… tells the law.
      if (/》[^，。；]{0,16}(?:规定|明确|要求)[^。；]{0,16}$/.test(ahead)) continue
      if (mentioned || !/^[^，。；、的]{0,12}(?:要(?!求)|必须|务必|须|应当?(?!急|用|对))/.test(after)) continue
      if (!/商|会同|配合|协助|支持|由$/.test(before)) return span
    }
  return undefined
}
