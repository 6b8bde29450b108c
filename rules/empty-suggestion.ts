import { defineRule, isSlogan, nanle, type ReportItem, reportItems, v } from '../src/rule.ts'

/** What is asked of others; the rest are the writer's own next steps. */
const ASKED =
  /(?:^|[，。；：、\s）).．是])(?:我们|我[县市区镇乡局]|为此|因此|故|特|现|同时|还|也|并|在此)?(?:建议(?![的，。、；]|$)|恳请|请求|请(?![教假客柬])|提请|(?:希望|盼望)(?=上级|[省市县区]|领导|财政|[^，。；]{0,4}(?:上上下下|上下|各方|各界|社会|大家|各级|各部门|有关|全体|广大)))/

export default defineRule({
  scope: 'doc',
  genres: ['report.work'],
  severity: 'warning',
  title: { zh: '建议是空话', en: 'Empty suggestion' },
  basis: nanle.reportGuessed,
  options: v.object({}),
  messages: {
    slogan: {
      zh: '这条建议只有口号，看不出由谁、做什么',
      en: 'This suggestion is a slogan: it does not say who is to do what',
      advice: {
        zh: '写清请谁办、办什么、什么时候办到、要多少钱多少人，如“建议由县财政局安排管护经费18万元”',
        en: 'Say who is to do what, by when, with how much',
      },
    },
    onlySlogans: {
      zh: '下一步打算共 {count} 条，全是口号，没有一条看得出由谁、做什么、何时做到',
      en: 'All {count} next steps are slogans; none says who does what by when',
      advice: {
        zh: '对着每个问题写一件能检查的事：谁去办、办什么、几月几日前办到',
        en: 'For each problem name one thing that can be checked: who, what, by when',
      },
    },
  },
  *check({ doc }) {
    const { suggestions } = reportItems(doc)
    const asked = suggestions.filter(({ asked, text }) => asked || ASKED.test(text))
    for (const item of asked) if (isSlogan(item.text)) yield { message: 'slogan', at: { doc, span: spanOf(item) } }
    // Beside something that is asked of others one slogan is no plan yet.
    const own = suggestions.filter((item) => !asked.includes(item))
    const [first, ...others] = own
    if (!first || (asked.length > 0 && others.length === 0) || !own.every(({ text }) => isSlogan(text))) return
    const related = others.map((item) => ({ doc, span: spanOf(item) }))
    yield { message: 'onlySlogans', args: { count: own.length }, at: { doc, span: spanOf(first) }, related }
  },
})

const spanOf = ({ start, end }: ReportItem) => ({ start, end })
