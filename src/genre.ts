/** Which genre a document is of, and the evidence for it. No guess: without evidence the genre stays undetermined. */
import { type Citation, type Genre, type GenreId, type GenreSource, genres, type PartKind } from './core.ts'

/** What a text shows of its genre, its marks in full width. */
export interface GenreClues {
  /** File name without folder and extension. */
  readonly fileName: string
  /** Title of the document; then, where one circulates another, the title of the inner one. */
  readonly titles: readonly string[]
  readonly parts: ReadonlySet<PartKind>
  readonly salutation: string
  /** The first characters of the body (some 1,200 UTF-16 units), line breaks kept. */
  readonly opening: string
  /** The last characters of the body (some 400). */
  readonly ending: string
  /** The whole text. */
  readonly text: string
  readonly implemented: readonly Citation[]
}

export const genreOf = (id: GenreId, source: GenreSource, evidence: readonly string[]): Genre => ({
  id,
  title: genres[id],
  source,
  evidence,
})

/** A genre by the text's own evidence; source 'none' (and id 'other') where there is none. */
export function detectGenre(clues: GenreClues): Genre {
  const [outer = '', inner] = clues.titles
  const title = inner ?? outer
  const series = issueOf(clues)
  if (series) return genreOf('bulletin', 'text', series)
  const news = newsEvidence(clues, title)
  if (news) return genreOf('other', 'text', [news])

  const circulated = inner !== undefined || clues.parts.has('wrapper')
  if (circulated) {
    const speech = inner ? speechByTitle(inner, clues) : speechByBody(clues)
    if (speech) return withEvidence(speech, '由通知印发、转发')
    if (inner ? isImplementing(inner, clues) : implementsByBody(clues))
      return genreOf('implementing', 'text', [quoteTitle(inner ?? outer), citing(clues)])
    if (outer) return byTitle(outer, clues) ?? genreOf('notice.forward', 'text', [quoteTitle(outer)])
    return genreOf('notice.forward', 'text', ['正文“现印发给你们”'])
  }
  return (
    byTitle(title, clues) ??
    byBody(clues) ??
    explanation(title, clues) ??
    byFileName(clues) ??
    genreOf('other', 'none', [])
  )
}

/** 关于…情况的说明 explains how something is; where it goes on to what is amiss and what comes next, work is reported under that name. */
function explanation(title: string, { text }: GenreClues): Genre | undefined {
  if (!/情况的说明$/.test(bareOf(title))) return undefined
  return genreOf(GOES_ON_TO_WORK.test(text) ? 'report.work' : 'other', 'text', [quoteTitle(title)])
}
const GOES_ON_TO_WORK =
  /(?:^|\n)[^\n。，；]{0,8}(?:下一?步|今后|接下来)的?(?:[^\n。，；]{0,8}(?:工作|打算|安排|计划|措施|建议))?(?=\n|$)|(?:^|\n)[^\n。，；]{0,8}(?:工作(?:开展|进展|推进|完成)情况|主要做法|工作成效|取得的?成效)[^\n。，；]{0,4}(?=\n|$)/

/** The head of an issue: the name of what appears in issues, its number below it. What it tells may have any title. */
const ISSUE =
  /^(?:[^\n]{0,60}\n){0,3}?([^\n。，；：关]{0,24}(?:简报|简讯|快讯|要讯|信息|专报|动态|快报|通讯|内参|参阅件?|情况反映|情况交流|工作交流|经验交流|摘报|要情))\n(?:[^\n。；]{4,60}日\n)?([（(【]?(?:[〔[（(]?(?:19|20)\d{2}[〕\])）年]?)?第?[\d一二三四五六七八九十百]{1,5}期|[（(]\d{1,4}[)）]\n[^\n。；]{4,60}日\n)/
const NUMBERED_ISSUE = /期|[（(]\d{1,4}[)）]/
function issueOf({ text, parts }: GenreClues): string[] | undefined {
  if (!parts.has('masthead')) return undefined
  const head = text.slice(0, 400)
  if (!NUMBERED_ISSUE.test(head)) return undefined
  const [, name, issue = ''] =
    ISSUE.exec(
      head
        .replace(/[ \t\u3000\r]+/g, '')
        .replace(/\n+/g, '\n')
        .trimStart(),
    ) ?? []
  return name === undefined ? undefined : [`刊名“${name}”`, `“${issue.split('\n')[0]}”`]
}

const quoteTitle = (title: string) => `标题“${title.length > 40 ? `${title.slice(0, 39)}…` : title}”`
const citing = ({ implemented }: GenreClues) =>
  implemented[0] ? `开头称贯彻落实《${implemented[0].title}》` : '开头称贯彻落实上级文件'
const withEvidence = (genre: Genre, more: string): Genre => ({ ...genre, evidence: [...genre.evidence, more] })

// ---------------------------------------------------------------------------------------------------- titles

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

/** The title without （试行） and the like behind it, nor the mark of a note: 普查公报[1]（第三号）. */
const bareOf = (title: string) =>
  title
    .replace(/\[\d{1,2}\](?=[（(]|$)/, '')
    .replace(/(?:[（(〔][^）)〕]{1,24}[)）〕])$/g, '')
    .replace(/[”》]$/, '')

function byTitle(title: string, clues: GenreClues): Genre | undefined {
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

/** 贯彻落实…的实施意见, …实施方案: by the title, or by a plan's title with an opening that says what it implements. */
function isImplementing(title: string, clues: GenreClues): boolean {
  if (/(?:通知|通报|报告|函|批复|决定|答复|讲话|汇报)$/.test(title)) return false
  // A statute's 实施办法 is legislation, not the county's implementing document.
  const [, verb = '', named] =
    /(贯彻|落实|实施)(?:落实|执行)?.{0,4}《([^》]+)》.{0,16}(?:意见|方案|细则|办法|措施|计划)$/.exec(title) ?? []
  // 贯彻落实《…管理办法》的实施细则 puts another office's paper into effect; 实施《…办法》细则 may be a statute's.
  if (named) return !(verb === '实施' ? STATUTE : LAW).test(named)
  const planned =
    /(?:实施意见|实施方案|实施细则|实施办法|工作方案|行动方案|行动计划|推进方案|落实方案|若干措施|若干意见|意见|方案|计划|细则|措施|办法)$/.test(
      title,
    )
  return planned && implementsByBody(clues)
}

const OWN =
  /(?:制定|提出|制订|研究制定|特制定|印发)(?:了)?(?:如下|以下|本|此)(?:[一-龥]{0,6})(?:意见|方案|措施|办法|细则|计划|规划|政策)?/

const STATUTE = /(?:法|条例)$/
const LAW = /(?:(?<!办)法|条例)$/

/** 制定全镇河道管护工作方案如下： */
const OWN_AHEAD = /(?:制定|制订|提出)[^。；，]{2,60}(?:方案|意见|措施|办法|细则|计划)，?(?:[^。，；]{0,6}内容)?如下/

/** The opening says that this document puts a named superior document into effect. */
function implementsByBody({ opening, implemented }: GenreClues): boolean {
  // To put a statute into effect is legislation.
  const first = implemented.find(({ title }) => !/(?:法|条例|规定|章程)$/.test(title))
  if (!first) return false
  // The title of a citation has no spaces and line breaks.
  const head = opening.slice(0, 600).replace(/\s+/g, '')
  const at = head.indexOf(first.title.slice(0, 12))
  if (at < 0) return false
  const sentence = head.slice(Math.max(head.lastIndexOf('。', at), 0), at)
  // 近年来，各地认真贯彻落实《…》 is history; 为贯彻落实《…》 and 根据《…》要求 are purposes.
  const purpose =
    /为(?:了|进一步|深入|全面|认真|切实|更好地?|加快|推动|做好|抓好|有效|扎实)*[^，。]{0,40}(?:贯彻|落实|实施|执行)/.test(
      sentence,
    ) || /(?:^|[。，]|第一条\s*)(?:根据|按照|依据|遵照|贯彻|落实)/.test(sentence)
  const behind = head.slice(at, at + 500)
  return purpose && (OWN.test(behind) || OWN_AHEAD.test(behind))
}

// -------------------------------------------------------------------------------------------------- speeches

const SPEECH_TITLE = /(?:讲话|讲话稿|讲话提纲|发言|发言稿|发言提纲|致辞|致词|演讲|主旨演讲|动员报告|党课讲稿)$/
const AT_MEETING = /在.{2,80}(?:会|会议|大会|全会|仪式|论坛|对话会|座谈会|班|典礼|活动)(?:上|中|时)的?/
/** Meetings about everything. 全会精神 is what another meeting is about, 安全会议 no 全会 at all. */
const COMPREHENSIVE =
  /(?:党代会|代表大会|人民代表大会|人代会|全委会|全体(?:[（(]扩大[)）])?会议|[中委届次]\S{0,6}(?<![健安完保齐周顾成])全会|人大会议|政协.{0,12}会议|[县市省区国][“"]?两会|经济工作会议|农村工作会议|三级干部(?:大会|会)|三干会|总结大会|(?:庆祝|纪念).{2,40}(?:周年|大会))(?![”"]?精神)/
/** Meetings that commend, talk over or teach deploy nothing, whatever they are about. */
const GATHERING = /座谈会|民主生活会|常委会|常务会|总结|表彰|联谊|茶话会|培训班|开班|结业|研讨/
const SPECIAL =
  /(?:专项|整治|攻坚|专班|排查|整改|集中行动|创建|清查|普查|换届|防[汛火疫控溺治]|抗旱|禁烧|[拖清治]欠|欠薪|治超|拆违|扫黑|禁毒|反诈|征兵|征收|征迁|[“]?三[夏秋]|夏收|秋收|春耕|春运|秋冬季|双创)|(?:部署|推进|动员|调度|启动|现场|推动|誓师|视频调度|工作推进)(?:大会|会议|会)/

/** 关于…讲话精神的通知, …讲话心得体会: papers about a speech. */
const ABOUT_SPEECH =
  /(?:通知|通报|报告|汇报|方案|计划|意见|措施|办法|纪要|请示|函|总结|简报|清单|台账|情况|体会|心得|有感|感悟|解读|精神|要点|分工|任务)$/

function speechByTitle(title: string, clues: GenreClues): Genre | undefined {
  if (ABOUT_SPEECH.test(title.replace(/[（(][^）)]{1,24}[)）]$/, '')) && !/动员报告$/.test(title)) return undefined
  const bare = title.replace(/[（(][^）)]{1,40}[)）].*$/, '')
  const named =
    SPEECH_TITLE.test(bare) ||
    (AT_MEETING.test(title) && /(?:讲话|发言|致辞|演讲)/.test(title)) ||
    /[—-]在.{2,60}(?:会|会议|大会|仪式|论坛)上$/.test(bare)
  // 学习贯彻…讲话 is about a speech; 在学习贯彻…推进会上的讲话 and 贯彻…推进会讲话 are some.
  if (
    !named ||
    (!/^(?:(?!学习|贯彻|宣传|落实|传达)[^，。]){0,14}在/.test(title) &&
      /(?:学习|贯彻|宣传|落实|传达).{0,30}讲话(?:精神)?$/.test(bare) &&
      !/^[^在]{4,40}(?:会|会议|大会)(?:上的?)?讲话$/.test(bare))
  )
    return undefined
  const evidence = [quoteTitle(title)]
  if (/表态/.test(bare) || /发言$|发言提纲$|发言稿$/.test(bare))
    return genreOf(
      /表态/.test(bare + clues.opening.slice(0, 200)) ? 'speech.stance' : 'speech.general',
      'text',
      evidence,
    )
  return meetingOf(title, clues.opening, evidence)
}

/** What the speaker says the meeting is for. */
const PURPOSE =
  /(?:主要(?:任务|内容|议题|目的)?|目的|任务)(?:就)?是[^。\n]{0,100}|(?:召开|举行)[^。\n]{0,60}会[^。\n]{0,20}[，,][^。\n]{0,30}(?:部署|动员)[^。\n]{0,60}/

const DEPLOYED = /(?:部署|动员|安排)(?:部署|动员)?[^，。；、]{2,40}?(?:工作|行动|任务)/g
/** All that an office does, or all of a year. */
const WHOLE =
  /今年|明年|全年|年度|20[\dx×X]{2}年|下半年|各项|重点工作|(?:经济|农村|政府|三农[”"]?|党的建设)(?:工作|任务)/
/** When, where and how much, but not what. */
const NOT_WHAT =
  /^(?:部署|动员|安排)+|工作|行动|任务|下一?(?:步|阶段)|近期|当前|今后|一个?(?:时期|段时间|阶段)|特别是|以及|[和及的]|全[省市县区镇乡]|我[省市县区镇乡]|重点|主要|中心/g

/** 部署秸秆禁烧工作, 部署当前安全生产工作, but not 部署今年的工作 or 部署当前重点工作. */
function oneTask(purpose: string): readonly [string] | null {
  const task = purpose.match(DEPLOYED)?.find((words) => !WHOLE.test(words) && words.replace(NOT_WHAT, '').length >= 2)
  return task === undefined ? null : [task]
}

function meetingOf(name: string, opening: string, evidence: readonly string[]): Genre {
  const comprehensive = COMPREHENSIVE.exec(name)
  if (comprehensive) return genreOf('speech.comprehensive', 'text', [...evidence, `全局性会议“${comprehensive[0]}”`])
  // 工作会议 says nothing of its scope; the purpose does, once it is one of deploying.
  const purpose = PURPOSE.exec(opening.slice(0, 400))?.[0] ?? ''
  if (GATHERING.test(name) && !/部署|推进|动员/.test(name)) return genreOf('speech.general', 'text', evidence)
  const special =
    SPECIAL.exec(name) ?? (/部署|动员|安排/.test(purpose) ? (SPECIAL.exec(purpose) ?? oneTask(purpose)) : null)
  if (special) return genreOf('speech.special', 'text', [...evidence, `专项部署“${special[0]}”`])
  return genreOf('speech.general', 'text', evidence)
}

/** What only a speaker says. Each pattern is one sign. */
const ORAL: readonly RegExp[] = [
  /(?:^|\n)[^。\n]{0,30}(?:今天|这次|此次|刚才)?[，,]?\s*(?:我们|县委|市委|县政府|市政府|省委)[^。\n]{0,40}(?:召开|举行|开)(?:这次|此次|这个|全[县市省区])?[^。\n]{0,50}(?:会|会议|大会|座谈会|仪式)/,
  /(?:下面|在此|借此机会|这里)[，,]?\s*(?:我|就)[^。\n]{0,30}(?:讲|强调|提|谈|说)[^。\n]{0,10}(?:点|个方面|意见|要求|看法|问题)/,
  /我(?:再)?(?:讲|强调|提|谈)[一二三四五六七八两几]?(?:点|个|条)|我(?:最?后|先|再|就|来|也){1,2}(?:简单|着重)?(?:讲[一几两]?[讲句]|说[一几两]?[说句]|谈[一几]?[谈句])/,
  /(?:刚才|上午|前面)[，,]?[^。\n]{0,60}(?:发言|介绍|通报|讲|宣读|汇报|表态)/,
  /(?:我就讲(?:到)?(?:这里|这些)|我的(?:讲话|发言)(?:完了|到此)|谢谢(?:大家|各位)|讲得不对的)/,
  /(?:大家|同志们|各位[一-龥]{0,6})(?:上午|下午|晚上|早上)?好[！!，,。]/,
  /今天[，,]?[^。\n]{0,12}(?:把|请|召集)(?:大家|各位|同志们)[^。\n]{0,12}(?:请来|召集|叫来|集中|来|一起)/,
  /(?:借此|借这个|借着这个|利用这个|利用今天这个)机会/,
  /(?:希望|拜托|感谢|辛苦)(?:大家|各位)/,
]
const ADDRESSES = /(?:同志们|朋友们|各位同事|各位来宾|乡亲们)[，,：:！!]/

/** How much of a sign is quoted as evidence. UTF-16 units. */
const QUOTED = 24
const quoted = (words: string): string => {
  const bare = words.replace(/\s+/g, '')
  return `“${bare.length > QUOTED ? `${bare.slice(0, QUOTED)}…` : bare}”`
}

function speechByBody(clues: GenreClues): Genre | undefined {
  const { opening, ending, text, salutation, parts } = clues
  if (parts.has('number') && !parts.has('wrapper')) return undefined
  const signs: string[] = []
  // Copies that lost their line breaks begin with the title and run on.
  const title =
    /^(?:新华社[^。]{2,12}电)?[^。，；\n]{0,40}在[^。；\n]{2,60}(?:会|会议|大会|论坛|仪式|典礼)(?:上|中|时)?的?(?:主旨|视频|重要|总结|动员)?(?:讲话|致辞|发言|演讲)/.exec(
      opening,
    )
  if (title) signs.push(`标题“${title[0].slice(-30)}”`)
  if (/(?:各位|同志|领导|朋友|来宾|同事|乡亲|同学|战友|老师|先生|女士)/.test(salutation))
    signs.push(`称呼“${salutation.slice(0, 16)}”`)
  const around = `${opening}\n${ending}`
  for (const pattern of ORAL) {
    const said = pattern.exec(around)
    if (said) signs.push(quoted(said[0]))
  }
  const addressed = salutation ? null : ADDRESSES.exec(around)
  if (addressed) signs.push(`称呼${quoted(addressed[0].slice(0, -1))}`)
  // First person outside quotation marks: 我、我们 in every other paragraph is a voice.
  const voice =
    (text.slice(0, 6000).match(/我(?:们)?(?=[^国省市县区局委院校部党军方])/g)?.length ?? 0) /
    Math.max(1, Math.min(text.length, 6000) / 1000)
  if (voice >= 3) signs.push('通篇第一人称')
  const hosting =
    /(?:现在开会|会议现在开始)/.test(opening) &&
    /(?:下面|现在)[，,]?\s*请[^。\n]{2,30}(?:讲话|发言|宣读|通报|作)/.test(text.slice(0, 4000))
  if (hosting) signs.push('“现在开会”')
  if (!title && !hosting && signs.length < 2) return undefined
  if (!title && signs.length === 2 && signs[1] === '通篇第一人称' && !salutation && parts.has('addressee'))
    return undefined
  const closing = /(?:今天的会议|会议|大会)(?:就|到此|圆满)[^。\n]{0,6}(?:结束|散会)|散会[。！]?$/.exec(ending)
  if (hosting || closing) return genreOf('speech.host', 'text', closing ? [...signs, quoted(closing[0])] : signs)
  const vow =
    /请(?:县委|市委|领导|组织|各位领导|大会)[^。\n]{0,12}放心|坚决(?:拥护|服从)[^。\n]{0,20}(?:决定|安排)/.exec(around)
  if (vow) return genreOf('speech.stance', 'text', [...signs, quoted(vow[0])])
  if (title) return meetingOf(title[0], opening, signs)
  const meeting = /(?:召开|举行|开)(?:这次|此次|这个)?([^。，,；\n]{2,50}?(?:会议|大会|会))/.exec(opening)?.[1] ?? ''
  // 坚决打赢秋季禁烧攻坚战: who names no meeting may name the task.
  return meetingOf(meeting || (clues.titles[0] ?? ''), opening, signs)
}

// -------------------------------------------------------------------------------------------------- the body

function byBody(clues: GenreClues): Genre | undefined {
  const { opening, ending, text, parts, salutation } = clues
  const decided = (id: GenreId, ...evidence: string[]) => genreOf(id, 'text', evidence)
  const annual = /我(?:代表|受)[^。]{2,40}(?:报告|汇报)(?:政府|法院|检察院|常委会)?(?:的)?工作/.exec(opening)
  if (annual) return decided('report.annual', `“${annual[0]}”`)
  const delegates = text.match(/各位代表[：:！!，,]/g)?.length ?? 0
  if (
    delegates > 0 &&
    !/先生|女士/.test(salutation) &&
    /(?:政府|法院|检察院|常委会)工作|工作(?:回顾|安排)|年工作/.test(text)
  )
    return decided('report.annual', '称呼“各位代表”')
  const spoken = SPOKEN_REPORT.exec(opening)
  if (spoken && !/我[^。\n]{0,20}(?:讲|强调|提|谈)[^。\n]{0,8}(?:点|个方面|意见|要求)/.test(opening))
    return decided('report.work', `“${spoken[0].slice(-24)}”`)
  const applied = parts.has('addressee') && APPLICATION.test(bareOf(clues.titles[0] ?? '')) && OUR_OFFICE.exec(opening)
  if (applied) return decided('request', quoteTitle(clues.titles[0]!), quoted(applied[0]))
  const asks = /(?:妥否|当否|可否|是否妥当)[，,]?\s*(?:敬?请|恳请)(?:予)?(?:批示|批复|审批|审示|指示)/.exec(ending)
  if (asks) return decided('request', `结尾${quoted(asks[0])}`)
  const reporting = /(?:现|现就|现将|下面)[^。\n]{0,60}(?:情况)?(?:汇报|报告)如下/.exec(opening)
  if (reporting && /报告|汇报/.test(reporting[0])) return decided('report.work', `“${reporting[0].slice(-24)}”`)
  const reported = /特此报告|以上报告|以上汇报|汇报完毕/.exec(ending)
  if (reported) return decided('report.work', `结尾${quoted(reported[0])}`)
  if (
    /(?:收悉|函悉)/.test(opening.slice(0, 300)) &&
    /(?:批复|函复|答复|复函)如下|现(?:批复|函复|答复)/.test(opening.slice(0, 500))
  )
    return decided(
      /批复如下|现批复/.test(opening) ? 'reply' : /答复/.test(opening) ? 'reply' : 'letter',
      '“收悉”“批复如下”',
    )
  const answered = ANSWERED.exec(opening)
  if (answered) return decided('reply', quoted(answered[0]))
  if (/^[^。\n]{0,60}来信(?:收悉|收到)/.test(opening)) return decided('letter', '“来信收悉”')
  const bidding =
    /特此函(?:复|告|达|请)|(?:请|望|盼)(?:予|贵[一-龥]{1,4})?(?:大力)?(?:支持|函复|函告|复函)为(?:盼|荷)/.exec(ending)
  if (bidding) return decided('letter', `结尾${quoted(bidding[0])}`)
  const consulted = parts.has('addressee') && CONSULTED.exec(opening)
  if (consulted) return decided('letter', '主送机关', quoted(consulted[0]))
  if (parts.has('addressee') && /(?:通知如下|特此通知|现将.{2,60}通知)/.test(opening + ending)) {
    const meeting =
      /(?:召开|举办)[^。\n]{2,60}(?:会|会议|培训班)/.test(opening) &&
      /(?:会议|培训)时间|参(?:会|加)人员|会议地点/.test(text)
    return decided(meeting ? 'notice.meeting' : 'notice', '主送机关', '“通知如下”')
  }
  const label = LABEL.exec(text)?.[1]
  if (label) return byTitle(label, clues) ?? decided('notice', `“${label}”`)
  const speech = speechByBody(clues)
  if (speech) return speech
  if (/^第[一二三四五六七八九十百]{1,3}条/m.test(text.slice(0, 3000))) {
    // 管理办法 rests on a document, 实施细则 puts one into effect.
    if (/本(?:实施)?细则/.test(opening) && implementsByBody(clues)) return decided('implementing', citing(clues))
    const own = /本(?:办法|规定|细则|规则|制度|方案|规范|规程)/.exec(text)
    return own ? decided('plan', `条文式，“${own[0]}”`) : decided('other', '条文式（法律法规）')
  }
  if (implementsByBody(clues)) return decided('implementing', citing(clues))
  const own = OWN.exec(opening)
  if (own && /本/.test(own[0])) return decided(/意见/.test(own[0]) ? 'opinion' : 'plan', `“${own[0]}”`)
  const drawnUp = DRAWN_UP.exec(opening)
  if (drawnUp && /(?:^|\n)[一二三]、/.test(text)) return decided('plan', quoted(drawnUp[0]))
  const met = text.match(/会议(?:认为|指出|强调|要求|决定|议定|听取|原则同意|明确)/g) ?? []
  if ((met.length >= 3 && /主持|出席|参加/.test(text)) || (met.length > 0 && MET.test(opening) && DECIDED.test(text)))
    return decided('minutes', ...[...new Set(met)].slice(0, 2).map(quoted))
  const published = PUBLISHED.exec(`${opening}\n${ending}`)
  if (published) return decided('circular', quoted(published[0]))
  if (/^[\s\S]{0,200}第\s?\d+\s?期/.test(opening) && /(?:报|送|发)[:：]/.test(ending))
    return decided('bulletin', '“第…期”“报、送、发”')
  const experience = experienceEvidence(clues)
  if (experience) return decided('experience', ...experience)
  if (
    /(?:总体要求|指导思想|工作目标|主要目标|基本原则)/.test(text.slice(0, 3000)) &&
    /(?:重点任务|主要任务|工作措施|保障措施|组织保障|组织实施|实施步骤|工作要求)/.test(text)
  )
    return decided('plan', '“总体要求”“重点任务”“保障措施”结构')
  const told = parts.has('addressee') && !/贵[院局司单公校所集]/.test(opening) && TOLD.exec(`${ending}\n${opening}`)
  if (told) return decided('notice', '主送机关', quoted(told[0]))
  return undefined
}

/** 资金申请书, 关于维修校舍的申请: a request under another name, where an office makes it. */
const APPLICATION = /申请(?:书|报告)?$/
const OUR_OFFICE =
  /[我本](?:乡|镇|村|校|局|院|所|街道|社区|县|区|单位|中心|公司|[^，。\n]{2,12}(?:小学|中学|卫生院))(?![长民])/
/** 现就您反映的问题回复如下: to whom it may concern; 批复 says what was asked for first. */
const ANSWERED = /现(?:将|就|对)?[^。\n]{0,40}?(?:回复|答复)(?:您)?如下/
/** 现商请贵院…: among equals. */
const CONSULTED =
  /(?:商请|函请|恳请|敬请|烦请|拟请)贵[一-龥]{1,6}?(?:[，,予协支惠研给]|将|就|对|派|提|于|在)|[请盼望](?:[^。\n]{0,24})(?:函告|函复|复函)/
/** 【会议通知】 at the head of a message: what it is stands in brackets. */
const LABEL = /^\s*【([^】\n]{0,8}(?:通知|公告|通告|公示|通报|提示|提醒|调度))】/
/** What whoever is addressed is to do, told without a heading: 请各村于本周五前将…报…. */
const TOLD =
  /请[^。\n]{0,20}(?:贯彻执行|认真落实|组织实施|遵照执行)|(?<![申邀提])请各[^，。\n]{0,12}?(?:务必|要(?!求)|切实|认真|高度|严格|立即|迅速|加强|密切|结合|按)|各(?<=(?:^|[。；，\n])各)(?!级|地区?各)[^，。；、\n]{1,10}(?:要(?!求)|须|务必|应(?!急)当?)|(?<![申邀提敬])请(?:[你各][^，。\n]{0,12}|大家|务必|抓紧|尽快|立即|按时|及时|于|在){1,2}[^。\n]{0,24}?(?:(?:之?前|以前|月底|内)[，,]?(?:将|把|完成|报|书面|[^。\n]{0,6}[报送交填])|[报送交][至到]?[^。\n]{0,8}(?:办|局|科|室|组|邮箱)|准备好|抓好|做好|落实)/
/** 结合全镇实际，特制定文明创建常态管理机制。 whatever its title calls it. */
const DRAWN_UP = /特制[定订][^，。；：\n]{2,40}(?:方案|机制|办法|措施|计划|制度|细则|规划)(?=[。，：]|如下)/
/** 副区长某某主持召开专题会议，研究…: what a meeting is called before it is told. */
const MET = /主持召开[^。\n]{0,40}(?:会议|会)[，,]?[^。\n]{0,12}(?:研究|听取|审议|讨论|专题|协调)/
/** And what it came to. */
const DECIDED = /会议(?:议定|决定|明确|确定|原则同意)|(?:议定|决定)(?:事项)?(?:如下|[:：])/
/** 现予公告, 现将…公布如下; not 对先进予以通报表扬, which is what somebody has coming. */
const PUBLISHED =
  /现(?:予以?|将[^。\n]{0,80}?(?:予以?)?)(?:公告|通告|公布|公示|通报)(?![表批嘉问约]|[与和、])|特此(?:公告|通告|通报|公示)/

/** 下面我代表…就…情况向各位领导作简要汇报: whoever speaks reports to those above; whoever asks another to report (下面请…汇报) is the host. */
const SPOKEN_REPORT =
  /(?:下面|现在|现|在此|这里)[，]?(?:由)?我[^。\n请]{0,80}(?:向|给|为)(?![^。\n]{0,4}(?:大家|同志|群众))[^。，\n请]{2,20}?(?:作|做|进行)?[一-龥]{0,4}汇报(?!发言|会)/

function byFileName(clues: GenreClues): Genre | undefined {
  const name = clues.fileName.replace(/^[\d._\-\s]+/, '')
  const found = byTitle(name, { ...clues, opening: '' })
  return found && { ...found, evidence: [`文件名“${name.slice(0, 40)}”`] }
}

/** Its own ones: under a heading, or told as what there still is; 通报存在问题情况 is what is done. */
const SHORTCOMINGS =
  /(?:^|\n)[^\n。]{0,16}存在的?(?:主要|一些)?(?:问题|困难|不足)[^\n。]{0,10}(?=\n|$)|(?:还|仍|仍然|也|依然|但|主要|目前|当前)存在[^。\n]{0,30}(?:问题|困难|不足)/

/** 清河县强化网格管理: a title that tells, as a sentence, what was done; no 文种 ends it, it would have been found before. */
const HEADLINE =
  /^(?!关于)(?:[一-龥]{2,12}(?:[县市区镇乡局委办村]|街道|中心|公司|学校|医院)[：，]?)?(?:[“"][^”"]{2,16}[”"][^。]{0,4})?(?:推进|推行|强化|深化|探索|创新|打造|构建|聚力|聚焦|激活|夯实|筑牢|织密|多措并举|扎实|抓[好实紧牢]|建立|做[实优强活])/

/** A unit tells, in the third person and of the past, what it did well: no orders, no first person, no shortcomings. */
function experienceEvidence({ opening, text, parts, titles }: GenreClues): string[] | undefined {
  const title = titles[0] ?? ''
  if (parts.has('addressee') || parts.has('number')) return undefined
  const evidence: string[] = []
  if (
    /^(?:为[^，。]{4,40}[，,])?(?:近年来|今年以来|近日|[^，。]{0,12}以来)?[，,]?(?:我们|[一-龥]{2,24}(?:县委|市委|区委|县|市|区|镇|乡|街道|局|委|办|办公室|村|中心|党委|党组|党支部|公司|学校|医院))[^。]{0,24}(?:把|聚焦|紧盯|坚持|立足|创新|积极|扎实|切实|着力|围绕|通过|以|探索|大力|深入|推行|实施)/.test(
      opening,
    ) ||
    // What the title names acts in the text, too.
    tellsOfItself(title, opening)
  )
    evidence.push('以本单位为主语叙述做法')
  if (HEADLINE.test(title)) evidence.push(quoteTitle(title))
  if (
    /(?:率先|首家|首创|成效(?:明显|显著|初显)|效果(?:显现|明显)|得到.{0,12}(?:肯定|好评)|满意度|压缩.{0,8}\d|提升.{0,8}\d|缩短)/.test(
      text,
    )
  )
    evidence.push('叙述成效')
  if (/一是[\s\S]{10,1200}二是[\s\S]{10,1200}三是/.test(text.slice(0, 8000))) evidence.push('“一是…二是…三是…”')
  if (/(?:^|\n)[一二三]、[^\n]{4,12}[，,][^\n]{4,14}(?:\n|$)/.test(text) || beginAlike(text))
    evidence.push('对仗小标题')
  const orders = text.match(/(?:各乡镇|各部门|各单位|各级|有关部门)[^。]{0,10}(?:要|应当|须|必须)/g)?.length ?? 0
  const person = text.match(/我(?:县|市|区|镇|局|乡)|我们/g)?.length ?? 0
  return evidence.length >= 3 && orders <= 1 && person <= 2 && !SHORTCOMINGS.test(text) ? evidence : undefined
}

function tellsOfItself(title: string, opening: string): boolean {
  const unit =
    HEADLINE.test(title) && /^[一-龥]{2,12}?(?:[县市区镇乡局委办村]|街道|中心|公司|学校|医院)/.exec(title)?.[0]
  return unit ? opening.slice(0, 300).includes(unit) : false
}

/** 一、强化…。二、强化…。三、强化…。 */
function beginAlike(text: string): boolean {
  const heads = [...text.slice(0, 8_000).matchAll(/(?:^|\n)\s*[一二三四五]、(..)/g)].map((m) => m[1])
  return heads.length >= 3 && heads.every((head) => head === heads[0])
}

/** A report *about* a speech or a meeting: datelines, reporters, 强调/指出 in the third person and nobody who says 我. */
function newsEvidence({ opening, text, salutation, parts }: GenreClues, title: string): string | undefined {
  // 纪要 tell of a meeting in the third person, and are no news.
  if (salutation || parts.has('addressee') || parts.has('number') || /纪要$/.test(bareOf(title))) return undefined
  const head = opening.slice(0, 300)
  const reporter =
    /(?:本报讯|本网讯|本台消息|[（(](?:本报|本网|通讯员)?记者[^）)]{0,20}[)）]|通讯员[\s　]|新华社[^。]{2,10}电|据.{2,10}(?:报道|消息))/.exec(
      head,
    )
  const beginning = text.slice(0, 3000)
  // Who says it may be anybody, that somebody does is rare.
  const says = /(?:强调|指出|表示|要求)[，,]/.test(beginning)
    ? beginning.match(/(?:[他她]|会议|同志|[一-龥]{2,4})(?:强调|指出|表示|要求)[，,]/g)
    : null
  const told = (says ?? []).filter((m) => !/^我/.test(m)).length
  const own = beginning.match(/(?:^|[，。：；\n])我(?:们)?(?![国省市县区局委院校部党军方])/g)?.length ?? 0
  const headline =
    /(?:主持召开|召开.{0,20}会议$|在.{2,40}(?:时|会议上|会上)强调|出席.{0,30}并讲话|作出批示|调研.{0,10}$)/.test(title)
  if (headline && told > 0) return `新闻标题“${title.slice(0, 30)}”`
  if (reporter && told >= 1 && own <= 1) return `新闻报道“${reporter[0]}”`
  return /(?:\d{1,2}月\d{1,2}日|日前|近日|昨日|今日)[，,][^。]{2,60}(?:召开|举行)[^。]{0,40}[。，][\s\S]{0,400}?(?:强调|指出|主持会议|出席会议)/.test(
    head,
  ) &&
    own === 0 &&
    told >= 1
    ? '以第三人称报道会议'
    : undefined
}
