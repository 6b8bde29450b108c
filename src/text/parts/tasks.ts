/** What a document deploys: one special task, work of one field, or the work as a whole; or whether it is no deployment at all. */
import type { CapScope, Doc } from '../../core.ts'
import { squeeze } from './lines.ts'

/** Everything at once: plans of a period, yearly work, overall schemes, whole fields that the centre regulates by a document a year. */
const COMPREHENSIVE =
  /规划|纲要|战略$|五年|[“"]?十[一二三四五六七八九][·.]?五[”"]?|三年(?:行动|工作)(?:规划|纲要)|工作要点|工作报告|政府工作|国民经济|经济社会(?:发展|工作)|(?:经济|党建|政法|宣传思想|三农|[“"]三农[”"]|农业农村|农村)工作(?:的|会议)|(?:全年|年度|下半年|上半年|各项|当前|近期|阶段)(?:的)?(?:重点)?(?:工作|任务)|20\d\d年(?:度)?(?:[一-龥]{0,6}(?:重点|主要|全面|总体))?(?:工作|任务)(?:的|计划|安排|意见|方案|思路|部署|目标)|总体(?:方案|规划|部署|意见|要求)|综合(?:改革|方案|规划)|全面深化|全面推进乡村振兴|机构改革|(?<![安健完保])全会(?:精神)?|党的[一二三四五六七八九十]+大|任务(?:分工|分解)|责任分工|重点任务|全局|高质量(?:跨越式?)?发展的(?:决定|(?:实施|若干|指导)?意见|总体)|(?:决定|决议)$/
/** One task: a campaign, an inspection, a season's work, an event. */
const SPECIAL =
  /专项|集中(?:整治|行动|排查|清理|攻坚|开展)|攻坚|试点|普查|排查|清查|清理|整治|整改|禁烧|禁放|防[汛火溺滑疫]|防灾|防寒|除雪|抗旱|救灾|抢险|征兵|春运|春耕|备耕|三夏|三秋|双抢|夏收|秋收|换届|迎[检接]|创建|竞赛|比赛|评选|评审|申报|招聘|招录|考试|演练|宣传(?:月|周|日)|活动(?:月|周|日)?(?:的|方案|实施方案|工作方案)|督查|检查|考核|验收|巡查|[元国中]?[旦庆秋]节?(?:、[^，。]{1,6})?期间|(?:春节|元旦|五一|国庆|中秋|端午|清明|假期|汛期|高考|中考)|大气污染|扬尘|秸秆|(?:做好|开展|组织|启动|部署)[^，。]{2,40}(?:工作|活动|行动|任务)的(?:紧急)?(?:补充)?通知$/
/** A campaign of several years is a programme, not a task. */
const PROGRAMME =
  /[二三四五两2345]年(?:行动|攻坚|提升|倍增|工作)?(?:计划|方案)|20\d\d[—－–~至-]+20\d\d|行动(?:计划|纲要)/

/** 特制定本规划: what a document without a title calls itself. */
const SELF = /(?:制定|编制|提出|制订|印发)[^。，；]{0,4}本([一-龥]{2,6})/

/** Its titles, one a line. */
const titleOf = (doc: Doc): string => {
  const titles = doc.facts.parts.filter((part) => part.kind === 'title')
  // A circulated document is what counts; its own title comes last.
  const inner = titles.map((part) => squeeze(doc.text.slice(part.start, part.end))).join('\n')
  const start = doc.facts.body[0]?.start ?? 0
  const self = SELF.exec(doc.text.slice(start, start + 800))?.[1] ?? ''
  return `${squeeze(doc.facts.title)}\n${inner}\n${self}`
}

/** 专项 only where the title says so; in doubt 一般, whose cap is the larger. */
export function scopeOf(doc: Doc): CapScope {
  const title = titleOf(doc)
  const isTask = SPECIAL.test(title)
  if (COMPREHENSIVE.test(title) && !/专项(?!规划)|集中整治/.test(title)) return '综合'
  return isTask && !PROGRAMME.test(title) ? '专项' : '一般'
}

/** Norms, not deployments: statutes and rules in articles, standards, emergency plans, catalogues, announcements to the public. */
export function isTechnical(doc: Doc): boolean {
  const title = titleOf(doc)
  // What a people's congress or a court decides is law.
  if (
    /人民代表大会|人大常委会|最高人民(?:法院|检察院)|高级人民法院|司法解释|修[改订正][^，。\n]{0,8}《|废止/.test(title)
  )
    return true
  if (
    /(?:预案|标准|规范|规程|指南|指引|导则|手册|大纲|目录|名录|清单|细则|条例|章程|准则|规则|公告|通告|公报|目录（[^）]*）|（[^）]*(?:标准|目录)[^）]*）|命令|令)(?:[（(][^）)]{1,20}[)）])?(?:的(?:通知|决定|公告))?$/m.test(
      title,
    )
  )
    return true
  let articles = 0
  for (const part of doc.facts.parts)
    if (
      part.kind === 'body' &&
      /^\s*第[一二三四五六七八九十百零〇\d]{1,5}[条章]/.test(doc.text.slice(part.start, part.start + 12))
    )
      if (++articles >= 4) return true
  return false
}
