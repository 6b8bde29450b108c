/** A genre by the title of its document. */
import type { Genre, GenreId } from '../core.ts'
import { bareOf, citing, type GenreClues, genreOf, quoteTitle } from './clues.ts'
import { isImplementing } from './implementing.ts'
import { ABOUT_SPEECH, AT_MEETING, COMPREHENSIVE, speechByTitle } from './speeches.ts'

/** 文种 at the end of a title, with the genre it stands for; brackets after it （试行） are no part of it. */
const SUFFIXES: readonly (readonly [RegExp, GenreId])[] = [
  [
    /(?:政府工作|法院工作|检察院工作|常务委员会工作|常委会工作|(?:纪委|纪律检查委员会)工作|述职|述职述[德廉法学].{0,8}|述法|述责述廉|履职|履职尽责|财政预算.*|国民经济和社会发展计划.*)报告$|个人(?:年度|年终)?(?:工作|思想|履职)?总结$/,
    'report.annual',
  ],
  // What one person sums up is no report of an office.
  [/(?:个人|本人|心得|实习|见习|试用|转正|毕业|读书|[师生员](?:年度|年终|学期)).{0,8}(?<!工作)总结$/, 'other'],
  [
    /(?:调研|调查|调查处理|研究|可行性研究|审计|审计工作|评估|评价|自评|检测|检验|鉴定|验收|勘察|勘测|设计|监理|监测|统计|发展|分析|体检|学习|考察|审查|尽职调查|结题|开题|实验|社会责任|环境影响|辞职|辅导|宣讲|学术)报告书?$/,
    'other',
  ],
  // An incident is reported as it stands: what was burnt, who was hurt, what is being done.
  [
    /(?:事故|火灾|灾情|火情|险情|汛情|疫情|舆情|突发事件)(?:的|有关|基本|初步|紧急|调查|处置|核查|进展|续报|情况){0,4}报告$/,
    'other',
  ],
  [/思想汇报$|对照检查材料$|检讨书?$/, 'other'],
  [/请示报告$/, 'request'],
  [/事迹(?:材料)?$/, 'experience'],
  [
    /(?:报告|汇报|汇报材料|汇报提纲|情况报告|(?:(?<!个人)工作|学习|培训|活动)的总结|工作总结(?:[和及与暨].{2,30})?|(?:情况|年终|年度|[季度年]|月份|阶段性?|自查|自评|整改|整治|行动|活动|创建|宣传|建设|考核|任务)总结|^.{0,30}关于.{4,60}总结|工作(?:开展|推进|落实|进展|完成|整改|总体|有关)?情况的说明)$/,
    'report.work',
  ],
  [/(?:请示)$/, 'request'],
  [/(?:批复|答复|答复意见|答复的函)$/, 'reply'],
  [/(?:函|复函|商洽函|邀请函)$/, 'letter'],
  [/(?:纪要)$/, 'minutes'],
  [/(?:通报|公报|公告|通告|公示)$/, 'circular'],
  [/(?:决定|决议|命令|令)$/, 'decision'],
  [/(?:简报|简讯|快讯|要讯|信息|专报|动态|快报|参阅件)$/, 'bulletin'],
  [/(?:经验|做法|典型材料|交流材料|经验材料|典型案例|经验做法)$/, 'experience'],
  [/(?:意见|建议)$/, 'opinion'],
  [
    /(?:方案|规划|计划|办法|细则|要点|措施|规定|预案|规则|制度|指南|规范|纲要|清单|政策|导则|章程|标准|分工|守则|(?:实施|工作|活动|任务|推进|调查)安排)$/,
    'plan',
  ],
  [/(?:法|条例)$/, 'other'],
]

export function byTitle(title: string, clues: GenreClues): Genre | undefined {
  if (!title) return undefined
  const bare = bareOf(title)
  const evidence = [quoteTitle(title)]
  if (/主持(?:词|稿|讲话|讲稿|发言|提纲)/.test(bare) && !ABOUT_SPEECH.test(bare.replace(/提纲$/, '')))
    return genreOf('speech.host', 'text', evidence)
  const speech = speechByTitle(bare, clues)
  if (speech) return speech
  if (/通知$/.test(bare)) {
    if (
      /关于(?:召开|举办|组织召开).{2,80}(?:会|会议|培训班|培训|(?:培训|学习|座谈|研讨|观摩|交流)活动)的(?:预备|补充)?通知$/.test(
        bare,
      )
    )
      return genreOf('notice.meeting', 'text', evidence)
    if (/会议(?:预备|补充|改期|延期)?通知$/.test(bare)) return genreOf('notice.meeting', 'text', evidence)
    // 公文印发的通知 is about it.
    if (/(?:印发|转发|批转)(?!的|(?:工作|程序|流程|管理|环节|质量|时限|范围)(?:有关|的|$))/.test(bare))
      return genreOf('notice.forward', 'text', evidence)
    if (/(?:开展|组织|进行|做好).{0,60}(?:督查|督导|检查|考核|考评|巡查|验收|评估).{0,8}通知$/.test(bare))
      return genreOf('notice.inspection', 'text', evidence)
    return genreOf('notice', 'text', evidence)
  }
  // What is reported to a plenary session is the year's work.
  if (/报告$/.test(bare) && AT_MEETING.test(bare) && COMPREHENSIVE.test(bare))
    return genreOf('report.annual', 'text', evidence)
  if (isImplementing(bare, clues))
    return genreOf('implementing', 'text', clues.implemented.length ? [...evidence, citing(clues)] : evidence)
  for (const [suffix, id] of SUFFIXES) if (suffix.test(bare)) return genreOf(id, 'text', evidence)
  return undefined
}
