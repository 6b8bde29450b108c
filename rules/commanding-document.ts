import { defineRule, matchesAny, national, orderBelow, patternsOption, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [
    'notice',
    'notice.forward',
    'notice.inspection',
    'notice.meeting',
    'opinion',
    'plan',
    'implementing',
    'decision',
    'circular',
    'letter',
    'minutes',
  ],
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
    const order = orderBelow(doc, minImperatives, (issuer) => matchesAny(authorised, issuer))
    if (!order) return
    const { message, issuer, whom, count, at: span, strict } = order
    const place = { at: { doc, span }, ...(!strict && { severity: 'warning' as const }) }
    if (message === 'demanded') yield { message, args: { issuer, whom }, ...place }
    else if (message === 'addressed') yield { message, args: { issuer, whom, count }, ...place }
    else yield { message, args: { issuer, whom, count }, at: { doc, span } }
  },
})
