import {
  binds,
  breachOf,
  type CapScope,
  capsOption,
  type Doc,
  defineRule,
  durationOf,
  headcountIn,
  isMeeting,
  lasts,
  national,
  type Span,
  stanceOf,
  talksIn,
  v,
} from '../src/rule.ts'

/** Notices and agendas of meetings, by their titles; courses and events are none. */
const MEETING =
  /(?:会议?|大会|座谈会|全会|例会)[”"》]?(?:（[^）]{1,12}）)?的?(?:预备|补充|紧急)?(?:通知|议程|日程|方案|安排|筹备方案|工作方案|会务方案|须知|手册)/
const AGENDA = /议程|日程/
const NO_MEETING =
  /培训|研修|讲座|学习班|竞赛|比赛|论坛|博览会|展览|展销|展示会|交易会|招聘会|运动会|洽谈会|推介会|庙会|晚会|听证会|考察|夏令营|家长会/
/** Law and statute say how these are held. */
const STATUTORY = [
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
const GROUPS = /分组(?:讨论|审议|座谈|交流)|分团(?:讨论|审议)/
const WHOLE = /经济工作会议|农村工作会议|三级干部|三干会|工作会议暨|年度工作会议|务虚会/
const SPECIAL = /专项|整治|攻坚|部署会|推进会|调度会|动员会|现场会|专题/

const HEADS = /(?<![副原])(?:(?:[省市县区州盟旗镇乡]|街道)(?:党|工)?委书记|党委书记|党工委书记|党组书记|书记)(?!员|处)/
const CHIEFS = /(?<![副原州市村校院班队组家社厂科])(?:[省市县区州盟旗镇乡]长|(?:街道)?办事处主任)(?!助理)/
const SPEAKS =
  /(?:作|做|发表)?(?:重要|总结|动员|部署|工作)?(?:讲话|作(?:工作|动员)?报告|强调讲话|作(?:具体|全面)?部署)(?!精神|稿|人|录像|录音|视频|要点|摘要|原文|要求)/
const BOTH =
  /(?:党政|[省市县区州旗镇乡]委[、和]?(?:[省市县区州旗镇乡]|人民)?政府|党委[、和]政府|[县市区]四(?:大班子|套班子|家班子))(?:两位|的)?主要(?:领导|负责同志|负责人)(?:同志)?(?:分别|先后|都|均|同时)?(?:作|发表)?(?:重要)?讲话|书记[、和][省市县区州]长(?:分别|先后|都)?(?:作|发表)?(?:重要)?讲话/
const PASSED_ON = /传达|学习|贯彻|落实|精神|领会|宣讲|以来/

const SUMMONED =
  /(?:党政)?(?:主要负责(?:同志|人)|主要领导(?:同志)?|正职|一把手)|(?<!副)(?:党(?:工)?委书记|[乡镇]长|局长)/g
const LOWER = /各|下级|有关|相关|乡镇|街道|[各和、]镇/
const RANK = /负责|书记|[乡镇局]长|人员|干部|主任|同志|领导/
/** …主要负责同志参加, or in the list of those who attend. */
const ATTENDS = /^[^，。；\n]{0,24}(?:参[加会]|出席|到会|列席|与会)/
const LISTED =
  /(?:参[加会](?:会)?|与会|出席|列席|到会)(?:会议)?(?:的)?(?:人员|范围|对象|单位)(?:及要求)?\s?[:：\n][^。]{0,100}$/
const DEPUTY =
  /(?:分管(?:负责同志|领导|副[省市县区州镇乡]长|同志)|(?:常务)?副[省市县区州盟旗]长|(?:[省市县区州]委)?副书记|(?:[省市县区州]委)?常委(?!会)|副主席|副主任|副局长|副秘书长)/
const ALTERNATIVE = /^[^，。；\n]{0,6}或|或委托|可(?:委托|安排|由)|不参加|不作要求|不要求/

export default defineRule({
  scope: 'doc',
  genres: ['notice.meeting', 'notice', 'plan', 'other'],
  severity: 'warning',
  title: { zh: '会议时间长、规格高', en: 'Meeting too long or too high' },
  basis: national.otherMeeting,
  judges: ['天', '小时', '分钟', '人', '分钟/讲话', '分钟/发言'],
  options: v.object({
    caps: capsOption(),
    exempt: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('依法依章程召开、不受会期限制的会议（依据没有列举，这是本工具的取值）'),
      ),
      STATUTORY,
    ),
    principals: v.optional(
      v.pipe(v.boolean(), v.description('是否查两位主要负责同志同时讲话、分管同志开会要求主要负责同志参加')),
      true,
    ),
  }),
  messages: {
    tooLong: {
      zh: '会期 {days} 天，超过 {max} {unit}的上限',
      en: 'The meeting lasts {days} days, over the cap of {max} ({unit})',
      advice: {
        zh: '压缩议程，能发书面材料的不在会上讲，能开视频会的开视频会',
        en: 'Shorten the agenda; hand out what can be read',
      },
    },
    tooManyHours: {
      zh: '会议时间约 {hours} 小时，超过 {max} {unit}的上限',
      en: 'The meeting takes about {hours} hours, over the cap of {max} ({unit})',
      advice: { zh: '压缩议程，能发书面材料的不在会上讲', en: 'Shorten the agenda; hand out what can be read' },
    },
    tooManyTalks: {
      zh: '{speakers} 人发言、每人 {each} 分钟，共 {minutes} 分钟，加上讲话就超过 {max} {unit}的上限',
      en: '{speakers} speakers with {each} minutes each come to {minutes} minutes, over the cap of {max} ({unit})',
      advice: { zh: '减少发言人数，其余作书面交流', en: 'Fewer speakers; the others hand in their texts' },
    },
    tooLongTalk: {
      zh: '安排{kind} {minutes} 分钟，超过 {max} 分钟的上限',
      en: 'A talk ({kind}) of {minutes} minutes, over the cap of {max}',
      advice: { zh: '把时间压到 {max} 分钟以内', en: 'Cut it to {max} minutes' },
    },
    tooManyPeople: {
      zh: '参会 {people} 人，超过 {max} 人的上限',
      en: '{people} people are to attend, over the cap of {max}',
      advice: { zh: '只请与会议内容密切相关的单位和人员', en: 'Invite those whom it concerns' },
    },
    bothSpeak: {
      zh: '安排党政主要负责同志都讲话',
      en: 'Both principals are to speak',
      advice: { zh: '只安排一位主要负责同志讲话，另一位主持或者不讲', en: 'Let one of them speak and the other chair' },
      basis: national.bothPrincipals,
    },
    summoned: {
      zh: '由{deputy}召开的会议，要求下级主要负责同志参加',
      en: 'A meeting called by a deputy ({deputy}) asks for the principals of lower bodies',
      advice: {
        zh: '改为分管负责同志参加；确需主要负责同志到会的，写明理由',
        en: 'Ask for those in charge of the matter',
      },
      basis: national.attendance,
    },
  },
  *check({ doc }, { caps = national.caps, exempt, principals }) {
    const { title } = doc.facts
    if (doc.genre.id !== 'notice.meeting' && !MEETING.test(title)) return
    if (NO_MEETING.test(title) || isMeeting(title, exempt)) return
    const { text } = doc
    // A notice is short; the rest is attachments.
    const own = text.slice(0, 20_000)
    const scope = scopeOfMeeting(title, own)
    const duration = durationOf(own, AGENDA.test(title))
    const talks = talksIn(own)
    const headcount = headcountIn(own)
    for (const cap of caps) {
      const { value: max, unit } = cap
      if (
        max === undefined ||
        !(binds(cap, 'notice.meeting') || binds(cap, doc.genre.id)) ||
        !(cap.scope ?? ['专项', '一般']).includes(scope)
      )
        continue
      if (isMeeting(title, cap.exempt ?? [])) continue
      if (unit === '天' || unit === '小时' || unit === '分钟') {
        const takes = duration && lasts(duration, unit)
        const allowed = max * (unit === '天' ? 480 : unit === '小时' ? 60 : 1)
        const long = talks.find((talk) => talk.speakers * talk.minutes > allowed)
        if (takes && takes.value > max) {
          const at = { doc, span: duration.span }
          if (unit === '天' || duration.minutes === undefined)
            yield { message: 'tooLong', args: { days: duration.halfDays / 2, max, unit }, at, ...breachOf(cap, takes) }
          else
            yield {
              message: 'tooManyHours',
              args: { hours: Math.round(duration.minutes / 6) / 10, max, unit },
              at,
              ...breachOf(cap, takes),
            }
        } else if (long) {
          const { speakers, minutes: each, span } = long
          yield {
            message: 'tooManyTalks',
            args: { speakers, each, minutes: speakers * each, max, unit },
            at: { doc, span },
            ...breachOf(cap),
          }
        }
      } else if (unit === '人') {
        if (headcount && headcount.people > max)
          yield {
            message: 'tooManyPeople',
            args: { people: headcount.people, max },
            at: { doc, span: headcount.span },
            ...breachOf(cap),
          }
      } else
        for (const { kind, minutes, span } of talks)
          if (unit === `分钟/${kind}` && minutes > max)
            yield { message: 'tooLongTalk', args: { kind, minutes, max }, at: { doc, span }, ...breachOf(cap) }
    }
    if (!principals) return
    const both = bothSpeak(doc, own)
    if (both) yield { message: 'bothSpeak', at: { doc, span: both } }
    const summons = summonsOf(doc, own)
    if (summons) yield { message: 'summoned', args: { deputy: summons.deputy }, at: { doc, span: summons.span } }
  },
})

function scopeOfMeeting(title: string, text: string): CapScope {
  if (GROUPS.test(text) || WHOLE.test(title)) return '综合'
  return SPECIAL.test(title) ? '专项' : '一般'
}

/** Clauses with their places: what stands between commas, full stops and line breaks. */
function* clauses(text: string): Generator<{ words: string; start: number }> {
  for (const match of text.matchAll(/[^，。；\n,;]+/g)) yield { words: match[0], start: match.index }
}

/** Where the second of both principals is put down to speak, or both in one breath. */
function bothSpeak(doc: Doc, text: string): Span | undefined {
  let head = false
  let chief = false
  for (const { words, start } of clauses(text)) {
    const speech = SPEAKS.exec(words)
    if (!speech || PASSED_ON.test(words)) continue
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
function summonsOf(doc: Doc, text: string): { readonly deputy: string; readonly span: Span } | undefined {
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
      : /各[^、，]{0,12}$/.test(line.slice(-40))
    if (!asked || !lower || ALTERNATIVE.test(after) || /或$|不要求[^，。；\n]{0,6}$/.test(line)) continue
    // 县政府办公室副主任 belongs to the host, not to those summoned.
    if (/副$/.test(line) || stanceOf(doc, span).negated) continue
    return { deputy, span }
  }
  return undefined
}
