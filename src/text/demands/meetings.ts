/** What a meeting notice or an agenda says of time: how long the meeting lasts, and how long each speaks. */
import type { Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { parseNumeral } from '../numerals.ts'

/** How long a meeting lasts. A morning, an afternoon and an evening are half a day each. */
export interface Duration {
  readonly span: Span
  readonly halfDays: number
  /** Where the text gives hours. */
  readonly minutes?: number
}

const N = '(?:[\\d０-９]{1,3}(?:[.．][\\d０-９]{1,2})?|[一二两三四五六七八九十]{1,3}|半)'
const SPAN = '(?:[—–－~～-]{1,3}|至|到)'
/** Left out of what a writer may put between a date and what follows it: （星期三）. */
const WEEKDAY = '(?:\\s?[（(](?:星期|周|礼拜)[一二三四五六日天末][）)])?\\s?'

/** 会期1天半, 会期：两个半天, 会议时长约2.5小时, 会议为期三天, 时间1小时30分. */
const STATED = new RegExp(
  `(?:会期|会议时长|会议期限|会议?(?:共|总|预计|计划)?(?:时长|为期|历时|用时|持续|开)|利用)(?:安排|暂定|计划|初步|拟|预计|原则上|大约|控制|时间|[为是约共计在：:])*\\s?(${N})\\s?(?:个)?(半天|天半|天|日|半小时|小时|钟头|分钟)(半)?(?:\\s?(${N})分钟?)?`,
)
/** 会议时间一天; 12月3日（1天）. No 日: that is a date. */
const STATED_BARE = new RegExp(
  `(?:会议?时间[：:]?\\s?(?:安排|预计|[为共约]){0,2}|(?<=日${WEEKDAY}[（(])(?:会期|时间|共|约)?)(${N})个?(天半|天)(半)?(?![前后内之以])`,
)
const ALL_DAY = /(?:\d日|[）)]|会期)[^，。；\n]{0,3}全天/
const HOUR = '(?:\\s?([\\d０-９]{1,2})[:：时点][\\d０-９]{0,2}[分半整]?)?'
/** 9月3日至5日, 9月30日下午—10月2日上午, 3日至4日, 5日8:30至6日17:00. */
const DATES = new RegExp(
  `(?:([\\d０-９]{1,2})月)?([\\d０-９]{1,2})日${WEEKDAY}(上午|下午|晚上?)?${HOUR}\\s?${SPAN}\\s?(?:([\\d０-９]{1,2})月)?([\\d０-９]{1,2})日${WEEKDAY}(上午|下午|晚上?)?${HOUR}`,
)
/** 会议3月9日8:30开始，3月10日17:30结束; 9日下午开幕，11日上午闭幕. */
const BEGINS_AND_ENDS = new RegExp(
  `(?:([\\d０-９]{1,2})月)?([\\d０-９]{1,2})日${WEEKDAY}(上午|下午|一?大?清?早上?|中午|晚上?)?\\s?(?:([\\d０-９]{1,2})[:：时点][\\d０-９]{0,2}[分半整]?)?(?:正式)?(?:开始|开幕|开会|开起)[，、]?(?:预计|计划|一直|将|于|至|到|在){0,2}\\s?(?:([\\d０-９]{1,2})月)?([\\d０-９]{1,2})日${WEEKDAY}(早上|上午|中午|下午|傍晚|晚上?)?\\s?(?:([\\d０-９]{1,2})[:：时点][\\d０-９]{0,2}[分半整]?)?[^，。；\\n\\d]{0,6}(?:结束|闭幕|散会|散场|散(?=[，。；、）\\n])|离会|休会|收场)`,
)
/** 14日一早开到17日中午. */
const OPENS_UNTIL = lazily(() => new RegExp(`${DAY_AND_HOUR}(?:一直|连续|连着)?开(?:会)?到${DAY_AND_HOUR}`))
/** What else begins on one day and ends on another. */
const NO_MEETING_TIME =
  /报名|报到|注册|缴费|展[览期出]|征集|投稿|值班|放假|假期|巡展|公示|受理|登记|预约|活动|施工|停水|停电|住宿|入住|用餐/
/** 12日上午9时报到，13日下午5时30分散会: only when one comes and when one leaves. */
const DAY_AND_HOUR = `(?:([\\d０-９]{1,2})月)?([\\d０-９]{1,2})日${WEEKDAY}(早上?|上午|中午|下午|傍晚|晚上?)?\\s?(?:([\\d０-９]{1,2})[:：时点][\\d０-９]{0,2}[分半整]?)?`
const COMES_AND_LEAVES = new RegExp(
  `${DAY_AND_HOUR}(?:之?前|准时|开始)?(报到|签到|入场|进场|到会|到齐|集合|集中)[，、；]?(?:[^，。；\\n\\d]{1,10}，)?[^，。；\\n\\d]{0,4}${DAY_AND_HOUR}[^，。；\\n\\d]{0,6}(散会|结束|闭幕|离会|返程|返回|疏散)`,
)
/** 上午8时入场，傍晚6时散会. */
const LEAVES_LATE = /(?:报到|签到|入场|进场|到会|到齐|集合|集中|开会)[^。；\n]{0,24}?(?:散会|结束|离会|返程)/
/** 第一天上午，…作报告；第二天下午，…讲话: a programme by its days. */
const PROGRAMME_DAY =
  /第([一二三四五])天[：:\s]{0,2}(上午|下午|晚上|全天)?(?![^。；\n]{0,8}(?:报到|返程|离会|返回|疏散))[^。；\n]{0,40}?(?:讨论|讲话|参观|观摩|发言|总结|报告|观看|看现场|现场|交流|部署|审议)/g
const CLOCK =
  '(上午|下午|傍晚|晚上|早上|中午|晚)?\\s?([\\d０-９]{1,2}|[一二两三四五六七八九十]{1,3}(?=[时点](?!间|意|建|要|钟头)))(?:[:：]([\\d０-９]{2})|[时点](?:([\\d０-９]{1,2})分?|(半)|整)?)'
/** When it begins and ends, by the clock. */
const SITS = new RegExp(`${CLOCK}(?:正式)?(?:召开|开始|开会)[，、]\\s?(?:预计)?${CLOCK}(?:结束|散会)`)
const ONE_CLOCK = new RegExp(CLOCK, 'g')
/** 上午9:00—11:30, 9时至17时30分, 上午9点开始，下午5点结束. */
const CLOCKS = new RegExp(
  `${CLOCK}\\s?(?:${SPAN}|开始，?(?:预计|至)?|召开，(?:预计)?|开会，(?:一直|预计)?[到至]?|(?:一直)?[开持]续?[至到])\\s?${CLOCK}`,
  'g',
)
/** Where a notice says when its meeting is. */
const WHEN =
  /(?:^|\n)[^。；\n]{0,12}(?:时间|会期|日程)(?:及地点|和地点|、地点)?\s?(?:[:：\n]|(?=[\d０-９]))[^。\n]{0,160}(?:\n(?![^\n]{0,12}(?:地点|人员|内容|要求|议程|议题))[^。\n]{0,120})?|(?:定于|拟于|决定于|将于|兹于|时间为)[^。；\n]{0,120}|会议?(?:[自从](?=\d)|[于在]?(?=\d{1,2}月\d{1,2}日))[^。；\n]{0,60}/g

/**
 * How long the meeting lasts: as stated (会期…), else by its days, else by its hours; undefined where the text does not say.
 * `agenda`: the items stand one below the other with their times, and last from the first to the end of the last.
 */
export function durationOf(text: string, agenda = false): Duration | undefined {
  const stated = STATED.exec(text)
  if (stated) {
    const duration = ofStated(stated)
    if (duration) return duration
  }
  const bare = STATED_BARE.exec(text)
  const barely = bare && ofStated(bare)
  if (barely) return barely
  const whens = [...text.matchAll(WHEN)]
  for (const when of whens) {
    const found = ofDates(when[0], when.index)
    if (found) return found
  }
  const days = ofBeginAndEnd(text) ?? ofComingAndLeaving(text) ?? ofProgramme(text)
  if (days) return days
  for (const when of whens) {
    const found = ofClocks(when[0], when.index)
    if (found) return found
    const whole = ofWholeDay(when[0], when.index)
    if (whole) return whole
    const day = ALL_DAY.exec(when[0])
    if (day) return { span: at(when.index + day.index, day[0]), halfDays: 2 }
  }
  return agenda ? ofClocks(text.slice(0, 20_000), 0, true) : undefined
}

const at = (start: number, text: string): Span => ({
  start: start + text.length - text.trimStart().length,
  end: start + text.trimEnd().length,
})

const number = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (text === '半') return 0.5
  const plain = text.normalize('NFKC')
  return /^\d+\.\d+$/.test(plain) ? Number(plain) : parseNumeral(plain)
}

function ofStated(match: RegExpExecArray): Duration | undefined {
  const [all, count, unit = '', more, rest] = match
  const n = number(count)
  if (n === undefined) return undefined
  const span = at(match.index, all)
  const half = more ? 0.5 : 0
  if (unit === '半天') return { span, halfDays: count === '半' ? 1 : Math.ceil(n) }
  if (unit === '天半') return { span, halfDays: n * 2 + 1 }
  if (unit === '天' || unit === '日') return { span, halfDays: Math.ceil((n + half) * 2) }
  const minutes = unit === '分钟' ? n : (n + half + (unit === '半小时' && n >= 1 ? 0.5 : 0)) * 60 + (number(rest) ?? 0)
  return { span, minutes, halfDays: halvesOf(minutes) }
}

/** More than five hours is no morning and no afternoon. */
const halvesOf = (minutes: number): number => (minutes > 600 ? 3 : minutes > 300 ? 2 : 1)

function ofDates(text: string, offset: number): Duration | undefined {
  const match = DATES.exec(text)
  if (!match) return undefined
  const [all, month, from, begins, beginsAt, lastMonth, to, ends, endsAt] = match
  const first = number(month) ?? 1
  const days = dayOfYear(number(lastMonth) ?? first, number(to)!) - dayOfYear(first, number(from)!) + 1
  if (days < 2 || days > 15) return undefined
  // 9月3日至5日（3日下午报到，5日离会）.
  const around = text.slice(match.index + all.length, match.index + all.length + 60)
  const only = (what: string, date: string | undefined) =>
    new RegExp(`${date}日[^，。；]{0,8}(?:${what})`).test(around) ||
    (date === from && /^[^，。；]{0,2}[（(]?(?:含|首日)?报到/.test(around))
  const halfDays =
    days * 2 -
    (only('报到', from) ? 2 : (begins && begins !== '上午') || (number(beginsAt) ?? 0) >= 12 ? 1 : 0) -
    (only('离会|返程|疏散', to) ? 2 : ends === '上午' || (!ends && (number(endsAt) ?? 24) <= 12) ? 1 : 0)
  return { span: at(offset + match.index, all), halfDays }
}

const dayOfYear = (month: number, day: number) => Date.UTC(2023, month - 1, day) / 86_400_000

function ofBeginAndEnd(text: string): Duration | undefined {
  const match = BEGINS_AND_ENDS.exec(text) ?? (/开会?到/.test(text) ? OPENS_UNTIL().exec(text) : null)
  if (!match) return undefined
  const [all, month, from, noon, hour, lastMonth, to, lastNoon, lastHour] = match
  if (
    NO_MEETING_TIME.test(
      text
        .slice(Math.max(0, match.index - 20), match.index)
        .split(/[。；\n]/)
        .at(-1)! + all,
    )
  )
    return undefined
  const first = number(month) ?? 1
  const days = dayOfYear(number(lastMonth) ?? first, number(to)!) - dayOfYear(first, number(from)!) + 1
  if (days < 2 || days > 15) return undefined
  const late = /[下晚]/.test(noon ?? '') || (number(hour) ?? 0) >= 12
  const early = lastNoon ? /[上中]/.test(lastNoon) : (number(lastHour) ?? 24) <= 12
  return { span: at(match.index, all), halfDays: days * 2 - (late ? 1 : 0) - (early ? 1 : 0) }
}

/** Who comes by nine sits from then on; who comes later, or leaves the next morning, comes and leaves. */
function ofComingAndLeaving(text: string): Duration | undefined {
  if (!/散会|结束|闭幕|离会|返程|返回|疏散/.test(text)) return undefined
  const match = COMES_AND_LEAVES.exec(text)
  // 会议11日上午9时召开，11时结束: who comes the day before and leaves the day after sits no longer.
  if (!match || SITS.test(text)) return undefined
  const [all, month, from, noon, hour, , lastMonth, to, lastNoon, lastHour, leaves] = match
  const line = text
    .slice(Math.max(0, match.index - 20), match.index)
    .split(/[。；\n]/)
    .at(-1)!
  if (NO_MEETING_TIME.test(line + all.replace(/报到/g, ''))) return undefined
  const first = number(month) ?? 1
  const days = dayOfYear(number(lastMonth) ?? first, number(to)!) - dayOfYear(first, number(from)!) + 1
  if (days < 2 || days > 15) return undefined
  const came = hourOf(noon, hour) ?? (noon && /[早上]/.test(noon) ? 11 : 24)
  const left = hourOf(lastNoon, lastHour) ?? (lastNoon ? (/[早上中]/.test(lastNoon) ? 12 : 18) : 12)
  const before = came <= 9 ? 0 : came <= 12 ? 1 : 2
  const after = (left <= 12 ? 1 : 0) + (/散会|结束|闭幕/.test(leaves!) ? 0 : 1)
  const halfDays = days * 2 - before - after
  return halfDays > 0 ? { span: at(match.index, all), halfDays } : undefined
}

const hourOf = (noon: string | undefined, hour: string | undefined): number | undefined => {
  const h = number(hour)
  return h === undefined ? undefined : noon && /[下晚]/.test(noon) && h < 12 ? h + 12 : h
}

/** From the forenoon into the afternoon, where it is only said when one comes and when one leaves. */
function ofWholeDay(text: string, offset: number): Duration | undefined {
  const stay = LEAVES_LATE.exec(text)
  if (!stay) return undefined
  const comes = [...text.slice(0, stay.index).matchAll(ONE_CLOCK)].at(-1)
  const leaves = [...stay[0].matchAll(ONE_CLOCK)].at(-1)
  if (!comes || !leaves || comes.index + comes[0].length < stay.index - 2) return undefined
  const start = clock(comes[1], comes[2], comes[3] ?? comes[4], comes[5])
  const end = clock(leaves[1], leaves[2], leaves[3] ?? leaves[4], leaves[5])
  const words = text.slice(comes.index, stay.index + stay[0].length)
  return start < 720 && end >= 900 && !NO_MEETING_TIME.test(words.replace(/报到/g, ''))
    ? { span: at(offset + comes.index, words), halfDays: 2 }
    : undefined
}

function ofProgramme(text: string): Duration | undefined {
  if (!text.includes('第一天')) return undefined
  let last: RegExpExecArray | undefined
  for (const match of text.matchAll(PROGRAMME_DAY)) if (!last || number(match[1])! >= number(last[1])!) last = match
  const day = number(last?.[1]) ?? 1
  if (!last || day < 2) return undefined
  const first = /第一天[^。\n]{0,60}/.exec(text)![0]
  const arriving = !first.includes('报到') ? 0 : /下午(?![^，。；]{0,4}报到)/.test(first) ? 1 : 2
  return { span: at(last.index, last[0]), halfDays: day * 2 - arriving - (last[2] === '上午' ? 1 : 0) }
}

function ofClocks(text: string, offset: number, agenda = false): Duration | undefined {
  let minutes = 0
  let halfDays = 0
  let span: Span | undefined
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const match of text.matchAll(CLOCKS)) {
    const [all, noon, h1, m1, m2, half1, noon2, h2, m3, m4, half2] = match
    const start = clock(noon, h1, m1 ?? m2, half1)
    let end = clock(noon2 ?? (noon === '上午' ? undefined : noon), h2, m3 ?? m4, half2)
    if (end <= start && end + 720 < 1440) end += 720
    if (end <= start || start >= 1440) continue
    const own = at(offset + match.index, all)
    span = span ? { start: span.start, end: own.end } : own
    minutes += end - start
    halfDays += start < 720 && end >= 840 ? 2 : 1
    first = Math.min(first, start)
    last = Math.max(last, end)
  }
  if (!span) return undefined
  if (!agenda) return { span, halfDays, minutes }
  return { span, minutes: last - first, halfDays: first < 720 && last >= 840 ? 2 : 1 }
}

function clock(
  noon: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): number {
  const h = number(hour) ?? 0
  const late = noon !== undefined && /下午|傍晚|晚/.test(noon) && h < 12
  return (late ? h + 12 : h) * 60 + (half ? 30 : (number(minute) ?? 0))
}

/** The least a meeting takes that is said to last so many half days: three hours each. Minutes. */
const HALF_DAY = 180
/** How long it lasts in `unit` (小时, 分钟 or 天); `estimated` where it was said in other units. */
export function lasts(
  { halfDays, minutes }: Duration,
  unit: string,
): { readonly value: number; readonly estimated: boolean } {
  if (unit === '天') return { value: halfDays / 2, estimated: false }
  const value = minutes ?? halfDays * HALF_DAY
  return { value: unit === '小时' ? Math.round(value / 6) / 10 : value, estimated: minutes === undefined }
}

/** A talk at the meeting, as planned. */
export interface Talk {
  readonly span: Span
  /** A leader's 讲话 or main report, or what one of the others says. */
  readonly kind: '讲话' | '发言'
  readonly minutes: number
  /** How many speak so long. */
  readonly speakers: number
  /** It says from when to when: no other talk is meant by it. */
  readonly timed?: true
}
const TALKS = new RegExp(
  `(讲话|主报告|工作报告|动员报告|总结|发言|汇报|表态|交流)(?:时间|时长)?[^。；\\n，,（(]{0,12}?[，,（(：:]?\\s?(?:([\\d０-９]{1,3})[个家名位](?:[一-龥]{0,4})[，,、])?(?:每人|每个?(?:单位|乡镇|镇街|街道|镇|部门|村|企业|县区|代表|同志)|各|每家|每位)?(?:发言|讲话|汇报|时间|时长)*(?:不超过|不得超过|控制在|限时|限|大?约|在|为|原则上|一般|安排|预计|计划|[：:]){0,4}\\s?(?<![\\d０-９.．])(${N})(个半小时|小时半|个?小时|个?半小时|分钟)(?:(${N})分钟?)?`,
  'g',
)
/** 8时30分至11时，副县长作主题讲话: from when to when a leader speaks. */
const RANGED = new RegExp(
  `${CLOCK}\\s?${SPAN}\\s?${CLOCK}[，,：:\\s]{0,3}[^，。；\\n\\d]{0,20}?(?:讲话|主报告|工作报告|动员报告)(?!精神|稿)`,
  'g',
)
/** Whole ones: 1.20个乡镇 is the first item of a list. */
const SPEAKERS =
  /([\d０-９]{1,3}|[一二两三四五六七八九十]{1,3})(?:个|家|名|位)?(?:单位|乡镇|镇街|镇|部门|同志|代表|企业|村|街道|县[市区]?|人|(?<=[家位]))[^。；\n]{0,30}$/

const CHOSEN = /[选抽]|其中|随机|部分|轮流/

/** The talks that a notice or an agenda gives times for. */
export function talksIn(text: string): Talk[] {
  const ranged = [...text.matchAll(RANGED)].flatMap((m): Talk[] => {
    const [from, to] = [1, 6].map((i) => clock(m[i], m[i + 1], m[i + 2] ?? m[i + 3], m[i + 4])) as [number, number]
    return to > from ? [{ span: at(m.index, m[0]), kind: '讲话', minutes: to - from, speakers: 1, timed: true }] : []
  })
  const told = [...text.matchAll(TALKS)].flatMap((match): Talk[] => {
    const [all, what = '', inside, count, unit = '', rest] = match
    const n = number(count)
    if (n === undefined) return []
    const minutes = unit === '分钟' ? n : (n + (/半/.test(unit) && n >= 1 ? 0.5 : 0)) * 60 + (number(rest) ?? 0)
    const before = /[^。；\n]{0,40}$/.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? ''
    const many = SPEAKERS.exec(before.replace(/^.{0,40}书面[^，]{0,20}，/, ''))
    // 从20个乡镇中选几个发言: nobody knows how many; 40个乡镇书面交流，3个乡镇发言: three.
    const told = inside ?? (many && !CHOSEN.test(many[0]) ? many[1] : undefined)
    const speakers = number(told) ?? 1
    const kind = /讲话|报告|总结/.test(what) ? '讲话' : '发言'
    return [{ span: at(match.index, all), kind, minutes, speakers: kind === '发言' ? speakers : 1 }]
  })
  return [...ranged, ...told].sort((a, b) => a.span.start - b.span.start)
}

/** What talks take together, each counted once: those whose speakers are numbered, and each leader's. */
export function talkingTime(talks: readonly Talk[]): { readonly minutes: number; readonly span: Span } | undefined {
  const counted = talks.filter(
    (talk, i) =>
      (talk.kind === '讲话' || talk.speakers > 1) &&
      (talk.timed === true ||
        talks.findIndex((t) => t.kind === talk.kind && t.minutes === talk.minutes && t.speakers === talk.speakers) ===
          i),
  )
  const [first, last] = [counted[0], counted.at(-1)]
  if (!first || !last) return undefined
  const minutes = counted.reduce((sum, talk) => sum + talk.speakers * talk.minutes, 0)
  return { minutes, span: { start: first.span.start, end: last.span.end } }
}

const HEADCOUNT =
  /(?:参[加会][^。；\n]{0,12}|与会[^。；\n]{0,8}|会议规模[^。；\n]{0,6}|规模[^。；\n]{0,6}|(?:共计|合计|总计|共)约?)(?<![\d０-９])([\d０-９]{2,5})人/
/** How many are to attend, where the text says. */
export function headcountIn(text: string): { readonly span: Span; readonly people: number } | undefined {
  const match = HEADCOUNT.exec(text)
  return match ? { span: at(match.index, match[0]), people: number(match[1]) ?? 0 } : undefined
}

// ------------------------------------------------------------------------------------- what a speaker says of time

const SAID_N = '(半|[一二两三四五六七八九十]{1,2}|\\d{1,2})'
/** 会议从现在开始，开到后天中午结束; 今天这个会要开一整天, 会期两天. */
const SAID_MEETING = new RegExp(
  `(?:会议?|大会)(?![员计场议室])(?:[^。；\\n不别没少了]{0,16}(?:开|持续|进行|延续|安排)到(大?后天|明[天日]|明[晚早])(上午|中午|下午|晚上)?|[^，。；\\n不别没少了]{0,6}(?:，(?:依?我看|我想|初步|打算|准备|干脆|就))?(?:开|安排|持续|进行|为期|期|时间)(?:上|满|足|是|为|共|一共|预计|大约|计划|整整|整|它){0,2}${SAID_N}个?(整?天半|整?天|半天)(半)?(?![后前内之以])|[^。；\\n]{0,10}(从早上?|从上午|上午[、和]?下午)[^，。；\\n]{0,10}(到下午|到晚|到天黑|到傍晚|到夜|连轴|连着|接着|都开))`,
  'g',
)
/** 今天得给大家念上两个半钟头; 我讲一上午. */
const SAID_TALK = new RegExp(
  `(?:[念讲说谈唠]|汇报)(?:下来)?(?:，(?=大[概约]|差不多|估[摸计]|可能|将近|前后|总共|一共|[得需要]))?(?:上|个|它个?|满|足|够|得|大约|差不多|将近|最少|至少|整整|大[概约]|前后|[总一]共|估[摸计]着?|可能|需?要|约){0,3}(?:${SAID_N}(个半小时|个半钟头|小时|个小时|个?多?钟头|个多小时|分钟)|一(?:整|个)?(上午|下午|晌午|天))(?!的?[书课经报])`,
  'g',
)
/** 这份讲稿一百二十页，估摸着得三个钟头. */
const SAID_TEXT = new RegExp(
  `(?:讲稿|稿子|讲话稿?|念完|讲完|读完)[^。；\\n]{0,24}(?:得|要|需|怕是?|估[摸计]着?|大[概约]|差不多)(?:要|得|念|讲|用){0,2}${SAID_N}(个半小时|个半钟头|小时|个小时|个?多?钟头|个多小时|分钟)`,
  'g',
)

/** How long the meeting is to last, as the speaker says it: places in `text`, to be held against what is meant there. */
export function* saidMeetings(text: string): Generator<Duration> {
  // 今天 alone, which stands in nearly every speech, says nothing of how long.
  if (!/[半整全个\d一二两三四五六七八九十]天|天半|到(?:大?后天|明)|从[早上]|上午[、和]?下午/.test(text)) return
  for (const match of text.matchAll(SAID_MEETING)) {
    const [all, until, noon, count, unit, half, fromEarly] = match
    const span = at(match.index, all)
    if (until !== undefined) {
      const days = until.startsWith('大') ? 3 : until.startsWith('后') ? 2 : 1
      const today = text.slice(Math.max(0, match.index - 20), match.index + all.length)
      const late = /今天下午|今晚|今天晚/.test(today) ? 1 : 0
      const last = /[下晚]/.test(noon ?? until) ? 2 : 1
      yield { span, halfDays: days * 2 + last - late }
    } else if (fromEarly !== undefined) yield { span, halfDays: 2 }
    else if (unit === '半天') yield { span, halfDays: 1 }
    else {
      const n = number(count)
      if (n !== undefined) yield { span, halfDays: Math.ceil(n * 2 + (half || unit?.endsWith('半') ? 1 : 0)) }
    }
  }
}

/** How long the speaker is going to speak, by the speaker's own words. */
export function* saidTalks(text: string): Generator<Talk> {
  if (!/钟头|小时|分钟|一(?:整|个)?(?:上午|下午|晌午|天)/.test(text)) return
  for (const match of [...text.matchAll(SAID_TALK), ...text.matchAll(SAID_TEXT)]) {
    const [all, count, unit = '', part] = match
    const n = part ? (part === '天' ? 6 : 3) : number(count)
    if (n === undefined) continue
    const minutes = unit === '分钟' ? n : (n + (/半/.test(unit) ? 0.5 : 0)) * 60
    yield { span: at(match.index, all), kind: '讲话', minutes, speakers: 1 }
  }
}
