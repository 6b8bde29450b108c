/** Notices and agendas of meetings: what they announce, held against a limit; who is to speak, and who is summoned. */
import type { CapScope, CapUnit, Doc, Span } from '../../core.ts'
import { stanceOf } from '../stance/stance.ts'
import {
  type Duration,
  durationOf,
  headcountIn,
  lasts,
  saidMeetings,
  saidTalks,
  type Talk,
  talkingTime,
  talksIn,
} from './meetings.ts'
import { meetingOf } from './speech-meetings.ts'

/** Notices and agendas of meetings, by their titles; courses and events are none. */
const MEETING =
  /(?:会议?|大会|座谈会|全会|例会)[”"》]?(?:（[^）]{1,12}）)?的?(?:预备|补充|紧急)?(?:通知|议程|日程|方案|安排|筹备方案|工作方案|会务方案|须知|手册)/
const AGENDA = /议程|日程/
const NO_MEETING =
  /培训|研修|讲座|学习班|竞赛|比赛|论坛|博览会|展览|展销|展示会|交易会|招聘会|运动会|洽谈会|推介会|庙会|晚会|听证会|考察|夏令营|家长会/
const GROUPS = /(?<!不(?:再|另|作|搞|安排|组织|进行){0,2})分组(?:讨论|审议|座谈|交流)|分团(?:讨论|审议)/
const WHOLE = /经济工作会议|农村工作会议|三级干部|三干会|工作会议暨|年度工作会议|务虚会/
const SPECIAL = /专项|整治|攻坚|部署会|推进会|调度会|动员会|现场会|专题/

const HEADS = /(?<![副原])(?:(?:[省市县区州盟旗镇乡]|街道)(?:党|工)?委书记|党委书记|党工委书记|党组书记|书记)(?!员|处)/
const CHIEFS = /(?<![副原州市村校院班队组家社厂科])(?:[省市县区州盟旗镇乡]长|(?:街道)?办事处主任)(?!助理)/
const SPEAKS =
  /(?:作|做|发表)?(?:重要|总结|动员|部署|工作)?(?:讲话|作(?:工作|动员)?报告|强调讲话|作(?:具体|全面)?部署|(?<=长[一-龥]{0,3})(?:安排|部署)[^，。；\n]{2,14}(?:工作|任务)$)(?!精神|稿|人|录像|录音|视频|要点|摘要|原文|要求)/
const BOTH =
  /(?:党政|[省市县区州旗镇乡]委[、和]?(?:[省市县区州旗镇乡]|人民)?政府|党委[、和]政府|[县市区]四(?:大班子|套班子|家班子))(?:两位|的)?主要(?:领导|负责同志|负责人)(?:同志)?(?:分别|先后|都|均|同时)?(?:作|发表)?(?:重要)?讲话|书记[、和][省市县区州]长(?:分别|先后|都)?(?:作|发表)?(?:重要)?讲话/
const PASSED_ON = /传达|学习|贯彻|落实|精神|领会|宣讲|以来|政府工作报告/

const SUMMONED =
  /(?:党政)?(?:主要负责(?:同志|人)|主要领导(?:同志)?|正职|一把手)|(?<!副乡?)(?:党(?:工)?委书记|(?<=乡镇|街道|[县区镇乡])书记(?!员)|[乡镇]长|局长)/g
const LOWER = /各|下级|有关|相关|乡镇|街道|[各和、]镇/
const RANK = /负责|书记|[乡镇局]长|人员|干部|主任|同志|领导/
/** …主要负责同志参加, or in the list of those who attend. */
const ATTENDS = /^[^，。；\n]{0,24}(?:参[加会]|出席|到会|列席|与会)/
const LISTED =
  /(?:参[加会](?:会)?|与会|出席|列席|到会)(?:会议)?(?:的)?(?:人员|范围|对象|单位)(?:及要求)?\s?[:：\n。][^。]{0,100}$|参加(?:今天|这次|本次|此次)会议的(?:人员|同志)?(?:还)?有[：:][^。]{0,100}$/
const DEPUTY =
  /(?:分管(?:负责同志|领导|副[省市县区州镇乡]长|同志)|(?:常务)?副[省市县区州盟旗]长|(?:[省市县区州]委)?副书记|(?:[省市县区州]委)?常委(?!会)|副主席|副主任|副局长|副秘书长)/
const ALTERNATIVE =
  /^[^，。；\n]{0,6}或|或委托|可(?:委托|安排|由)|不参加|不作要求|不要求|^[^，。；\n]{0,6}不(?:用|必|需要?|须|再|得)?(?:[参到来与]会|出席|来)/

/** Law and statute say how these are held. */
export const STATUTORY_MEETINGS: readonly string[] = [
  '代表大会',
  '党代会',
  '人代会',
  '政协会议',
  '政协',
  '全委会',
  '全会',
  '全体会议',
  '人大常委会',
  '常委会会议',
  '两会',
  '民主生活会',
]

/** Does the document announce a meeting, by its genre or its title; and neither a course nor an event? */
export const announcesMeeting = ({ genre, text, facts: { title } }: Doc): boolean =>
  (genre.id === 'notice.meeting' || MEETING.test(title) || (genre.id === 'notice' && opensWithMeeting(text))) &&
  !NO_MEETING.test(title) &&
  !SCHOLARLY.test(text)

/** 现将全县教育工作会议有关事项通知如下: the first lines say it, whatever the title says, or without one. */
const opensWithMeeting = (text: string): boolean => {
  const name = openingName(text)
  return name !== undefined && !NO_MEETING.test(name)
}
const openingName = (text: string) => OPENING.exec(text.slice(0, OPENING_WITHIN))?.[1]
const OPENING =
  /(?:现将|现就)((?:召开)?[^。；\n]{2,40}?(?:会议|大会|(?:[谈训署度结彰]|(?<!委)员|(?<!促)进)会))的?(?:有关|相关|具体)?(?:事项|事宜|安排)[^。；\n]{0,8}(?:通知|明确|告知)如下/
/** UTF-16 units. */
const OPENING_WITHIN = 600

/**
 * 会议由副县长主持。请各乡镇党委书记参加: a notice or a plan that tells of one meeting who chairs it, under whatever title; not how the meetings of
 * a body are held.
 */
export function tellsWhoChairs({ genre, text, facts: { title } }: Doc): boolean {
  if (!/^(?:notice|plan)$/.test(genre.id) || !text.includes('会议由') || BODY.test(title) || NO_MEETING.test(title))
    return false
  const chaired = CHAIRED.exec(text.slice(0, OWN_TEXT))
  return chaired !== null && !BODY.test(text.slice(Math.max(0, chaired.index - 120), chaired.index + 80))
}
const CHAIRED = /(?:^|[。\n])\s{0,4}(?:[本此这]次)?会议由[^，。；\n会]{2,24}(?:主持|召集)/
const BODY = /制度|例会|定期|联席|领导小组|专班|委员会|成员单位|规则|机制|每[年月季周半]|原则上|一般|指挥部|联动/
/** Scholars come of their own, and pay for it. */
const SCHOLARLY = /注册费|学术(?:年会|会议|研讨|交流会)|论文(?:征集|投稿|摘要)/

/** Nor are those called that a society holds for its members. */
const GATHERING = /学术|年会$/

/** A notice is short; the rest is attachments. UTF-16 units. */
const OWN_TEXT = 20_000
const ownText = (doc: Doc) => doc.text.slice(0, OWN_TEXT)

/** What a notice says of its meeting. */
export interface Announced {
  readonly scope: CapScope
  readonly duration: Duration | undefined
  readonly talks: readonly Talk[]
  readonly headcount: ReturnType<typeof headcountIn>
}

export function announcedBy(doc: Doc): Announced & { readonly name: string } {
  const { title } = doc.facts
  const text = ownText(doc)
  const name = MEETING.test(title) ? title : (openingName(text) ?? title)
  return {
    name,
    scope: scopeOfMeeting(name, text),
    duration: durationOf(text, AGENDA.test(title)),
    talks: talksIn(text),
    headcount: headcountIn(text),
  }
}

const CALL = /召开|会期|会的?(?:议程|流程)/g
/** Among other things: …定于3月9日至11日召开全县农业生产工作会议，会期三天。 Up to the end of its paragraph. */
const CALLS =
  /(?:定于|拟于|决定于|将于|(?:^|[^\d\n]{0,6})\d{1,2}日(?:（[^）]{1,6}）)?(?:上午|下午)?，?)[^。；\n]{0,24}?召开(?![了过的])([^。；，\n]{2,40}?(?:大会|会议?))(?![议场员上期])[^\n]{0,200}/g

/** 全县档案工作会议定于5月12日至14日召开，会期3天. */
const CALLED =
  /(?:^|[，。；])([^。；，\n]{2,40}?(?:大会|会议))(?:(?:拟|将|决)?定于[^。；\n召]{0,30}召开(?![了过的])|(?:安排|定)[于在][^。；\n]{0,24}会期(?=[一二两三\d])|会期(?=[一二两三\d]))[^\n]{0,200}/g

/** 商定了下月…部署会的议程：…: its agenda calls a meeting as well as a date does. */
const PLANNED =
  /(?:^|[，。；]|[定了过]|研究)([^。；，：\n了过]{2,30}?(?:大会|会议|[署进度员题议谈场结彰]会))的?(?:议程|流程)(?:安排|初步)?(?:[定如为][下为]?)?[：，][^\n]{0,200}/g

/** Matches of CALLS, CALLED and PLANNED, by their place in `text`. Dates stand everywhere, 召开 and 会期 in few lines: only these are read. */
function* callsIn(text: string): Generator<Pick<RegExpExecArray, 'index' | 0 | 1>> {
  let from = 0
  for (const { index: at } of text.matchAll(CALL)) {
    if (at < from) continue
    const start = text.lastIndexOf('\n', at) + 1
    const end = text.indexOf('\n', at)
    from = end < 0 ? text.length : end
    const line = text.slice(start, from)
    for (const pattern of [CALLS, CALLED, PLANNED])
      for (const { index, 0: words, 1: name = '' } of line.matchAll(pattern))
        yield { index: start + index, 0: words, 1: name }
  }
}

/** 商定了下月…会的议程: agreed upon is past, the meeting is not. */
const TO_COME = /^(?:下个?[周月]|下[半一]|明[天日年早]|后天|近期|即将|月底|年底)/

/** The meetings that a notice of other things calls as well. */
export function* calledIn(doc: Doc): Generator<Announced & { readonly name: string }> {
  for (const { index, 0: text, 1: name = '' } of callsIn(ownText(doc))) {
    const named = text.indexOf(name)
    const opens = text.indexOf('召开')
    const at = { start: index + (opens >= 0 && opens < named ? opens : named), end: index + named + name.length }
    const { negated, reported, blamed, supposed, quoted } = stanceOf(doc, at)
    const unreal = (reported || supposed) && !TO_COME.test(name)
    if (negated || unreal || blamed || quoted) continue
    if (NO_MEETING.test(text.slice(0, named + name.length)) || GATHERING.test(name)) continue
    const placed = ({ start, end }: Span): Span => ({ start: start + index, end: end + index })
    const duration = durationOf(text)
    const headcount = headcountIn(text)
    yield {
      name,
      scope: scopeOfMeeting(name, text),
      duration: duration && { ...duration, span: placed(duration.span) },
      talks: talksIn(text).map((talk) => ({ ...talk, span: placed(talk.span) })),
      headcount: headcount && { ...headcount, span: placed(headcount.span) },
    }
  }
}

/** Whose meeting is spoken of: this one. */
const THIS_MEETING = /(?:今[天日晚]|这[次个场]|本次|此次|我们|咱们?|全体?|现在)[^，。；\n]{0,10}$|^[\s\u3000]{0,4}$/
/** The speaker, and what is going to be read out. */
const I_SPEAK = /我(?!们|国|[县市省区镇乡局])|稿子?|讲话|材料|这[份篇]|今天|下面|给大家/
const UNREAL =
  /要是|如果|假如|真要|哪怕|本来|原本|原打算|原先|压[到缩]|以前|从前|总是|动不动|动辄|一[讲念]就|不(?:[会想再能敢讲念说]|$)|别|没[有必]|何必|课|授/

/** What a speech or a chair's script says of how long its own meeting and its own talk are going to be. */
export function saidIn(doc: Doc): Announced & { readonly name: string } {
  const text = ownText(doc)
  const name = meetingOf(doc)
  const meant = (span: Span) => {
    const { ahead, before, mentioned } = stanceOf(doc, span)
    return mentioned ? undefined : { ahead, before }
  }
  let duration: Duration | undefined
  for (const one of saidMeetings(text)) {
    const stance = meant(one.span)
    if (!stance || !THIS_MEETING.test(stance.before) || UNREAL.test(stance.before)) continue
    duration = one
    break
  }
  const talks: Talk[] = []
  for (const talk of saidTalks(text)) {
    const stance = meant(talk.span)
    if (stance && I_SPEAK.test(stance.ahead) && !UNREAL.test(stance.ahead.slice(-40))) talks.push(talk)
  }
  return { name, scope: scopeOfMeeting(name.split('\n')[0]!, text), duration, talks, headcount: undefined }
}

/** What of a meeting exceeds `max` units; `amount` where the length of the whole meeting does. */
export function* overruns({ duration, talks, headcount }: Announced, max: number, unit: CapUnit) {
  if (unit === '人') {
    if (headcount && headcount.people > max)
      yield { message: 'tooManyPeople' as const, args: { people: headcount.people, max }, at: headcount.span }
  } else if (unit === '天' || unit === '小时' || unit === '分钟') {
    const amount = duration && lasts(duration, unit)
    const allowed = max * (unit === '天' ? 480 : unit === '小时' ? 60 : 1)
    const long = talks.find((talk) => talk.speakers * talk.minutes > allowed)
    if (amount && amount.value > max) {
      const { halfDays, minutes, span: at } = duration
      if (unit === '天' || minutes === undefined)
        yield { message: 'tooLong' as const, args: { days: halfDays / 2, max, unit }, at, amount }
      else
        yield {
          message: 'tooManyHours' as const,
          args: { hours: Math.round(minutes / 6) / 10, max, unit },
          at,
          amount,
        }
    } else if (long) {
      const { speakers, minutes: each, span: at } = long
      yield { message: 'tooManyTalks' as const, args: { speakers, each, minutes: speakers * each, max, unit }, at }
    } else {
      const all = talkingTime(talks)
      if (all && all.minutes > allowed)
        yield { message: 'talksAddUp' as const, args: { minutes: all.minutes, max, unit }, at: all.span }
    }
  } else
    for (const { kind, minutes, span: at } of talks)
      if (unit === `分钟/${kind}` && minutes > max)
        yield { message: 'tooLongTalk' as const, args: { kind, minutes, max }, at }
}

function scopeOfMeeting(title: string, text: string): CapScope {
  if (GROUPS.test(text) || WHOLE.test(title)) return '综合'
  return SPECIAL.test(title) ? '专项' : '一般'
}

/** Clauses with their places: what stands between commas, full stops and line breaks. */
function* clauses(text: string): Generator<{ words: string; start: number }> {
  for (const match of text.matchAll(/[^，。；\n,;]+/g)) yield { words: match[0], start: match.index }
}

/** In a chair's script what is on the agenda, not what has just been said: 三是县长讲话; 请县委书记作重要讲话. */
const CALLED_UPON =
  /^(?![^了]{0,40}了)(?:.{0,12}(?:请|由|让我们|欢迎)|.{0,6}(?:[一二三四五六七八]是|第[一二三四五六七八]项)|[一二三四五六七八]、|\d{1,2}[.．、])/

/** Where the second of both principals is put down to speak, or both in one breath. */
export function bothSpeak(doc: Doc): Span | undefined {
  const text = ownText(doc)
  const isScript = doc.genre.id === 'speech.host'
  let head = false
  let chief = false
  for (const { words, start } of clauses(text)) {
    const speech = SPEAKS.exec(words)
    if (!speech || PASSED_ON.test(words) || (isScript && !CALLED_UPON.test(words))) continue
    const before = words.slice(0, speech.index + speech[0].length)
    const both = BOTH.exec(words)
    const named = HEADS.exec(before) ?? CHIEFS.exec(before)
    const from = both?.index ?? named?.index
    if (from === undefined) continue
    const span = { start: start + from, end: start + (both ? from + both[0].length : speech.index + speech[0].length) }
    if (stanceOf(doc, span).mentioned) continue
    head ||= HEADS.test(before)
    chief ||= CHIEFS.test(before)
    if (both || (head && chief)) return span
  }
  return undefined
}

/** Principals of lower bodies asked for where a deputy, and no principal, calls, chairs or addresses the meeting. */
export function summonsOf(doc: Doc): { readonly deputy: string; readonly span: Span } | undefined {
  const text = ownText(doc)
  let deputy: string | undefined
  for (const { words } of clauses(text)) {
    if (!/主持|讲话|召集|出席|召开|到会/.test(words) || PASSED_ON.test(words)) continue
    const bare = words.replaceAll(new RegExp(DEPUTY, 'g'), '')
    if (/^[^各]{0,20}(?:主要领导|主要负责同志|书记|[县市区省州]长)/.test(bare) && !/各(?:乡镇|镇|单位|部门)/.test(bare))
      return undefined
    deputy ??= DEPUTY.exec(words)?.[0]
  }
  if (deputy === undefined) return undefined
  for (const match of text.matchAll(SUMMONED)) {
    const before = text.slice(Math.max(0, match.index - 120), match.index)
    const line = /[^。；\n]{0,60}$/.exec(before)![0]
    const end = match.index + match[0].length
    const after = /^[^。；\n]{0,60}/.exec(text.slice(end, end + 60))![0]
    const span = { start: match.index, end }
    const asked = ATTENDS.test(after) || LISTED.test(before)
    // 县水利局局长 sits beside the deputy; 各局局长 below.
    // 各乡镇分管负责同志，县气象局主要负责同志 asks the townships for their deputies.
    const lower = /主要|正职|一把手/.test(match[0])
      ? line
          .slice(-40)
          .split('，')
          .some((item, i, items) => LOWER.test(item) && (i === items.length - 1 || !RANK.test(item)))
      : /各(?:[^、，]{0,12}书记、)?[^、，]{0,12}$/.test(line.slice(-40))
    if (!asked || !lower || ALTERNATIVE.test(after) || /或$|不要求[^，。；\n]{0,6}$/.test(line)) continue
    // 县政府办公室副主任 belongs to the host, not to those summoned.
    // Who is absent with leave only is asked for all the same: 请假须报…批准.
    if (/副$/.test(line) || (!/^[^。；\n]{0,20}请假/.test(after) && stanceOf(doc, span).negated)) continue
    return { deputy, span }
  }
  return undefined
}
