/** What is said at a meeting: by its title, and by what only a speaker says. */
import type { Genre } from '../core.ts'
import { type GenreClues, genreOf, quoted, quoteTitle } from './clues.ts'

const SPEECH_TITLE = /(?:讲话|讲话稿|讲话提纲|发言|发言稿|发言提纲|致辞|致词|演讲|主旨演讲|动员报告|党课讲稿)$/
export const AT_MEETING = /在.{2,80}(?:会|会议|大会|全会|仪式|论坛|对话会|座谈会|班|典礼|活动)(?:上|中|时)的?/
/** Meetings about everything. 全会精神 is what another meeting is about, 安全会议 no 全会 at all. */
export const COMPREHENSIVE =
  /(?:党代会|代表大会|人民代表大会|人代会|全委会|全体(?:[（(]扩大[)）])?会议|[中委届次]\S{0,6}(?<![健安完保齐周顾成])全会|人大会议|政协.{0,12}会议|[县市省区国][“"]?两会|经济工作会议|农村工作会议|三级干部(?:大会|会)|三干会|总结大会|(?:庆祝|纪念).{2,40}(?:周年|大会))(?![”"]?精神)/
/** Meetings that commend, talk over or teach deploy nothing, whatever they are about. */
const GATHERING = /座谈会|民主生活会|常委会|常务会|总结|表彰|联谊|茶话会|培训班|开班|结业|研讨/
const SPECIAL =
  /(?:专项|整治|攻坚|专班|排查|整改|集中行动|创建|清查|普查|换届|防[汛火疫控溺治]|抗旱|禁烧|[拖清治]欠|欠薪|治超|拆违|扫黑|禁毒|反诈|征兵|征收|征迁|[“]?三[夏秋]|夏收|秋收|春耕|春运|秋冬季|双创)|(?:部署|推进|动员|调度|启动|现场|推动|誓师|视频调度|工作推进)(?:大会|会议|会)/

/** 关于…讲话精神的通知, …讲话心得体会: papers about a speech. */
export const ABOUT_SPEECH =
  /(?:通知|通报|报告|汇报|方案|计划|意见|措施|办法|纪要|请示|函|总结|简报|清单|台账|情况|体会|心得|有感|感悟|解读|精神|要点|分工|任务)$/

export function speechByTitle(title: string, clues: GenreClues): Genre | undefined {
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

export function speechByBody(clues: GenreClues): Genre | undefined {
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
