/** What is published of others: issues of a series, and news. */
import { bareOf, type GenreClues, quoted } from './clues.ts'

/** The head of an issue: the name of what appears in issues, its number below it. What it tells may have any title. */
const ISSUE =
  /^(?:[^\n]{0,60}\n){0,3}?([^\n。，；：关]{0,24}(?:简报|简讯|快讯|要讯|信息|专报|动态|快报|通讯|内参|参阅件?|情况反映|情况交流|工作交流|经验交流|摘报|要情))\n(?:[^\n。；]{4,60}日\n)?([（(【]?(?:[〔[（(]?(?:19|20)\d{2}[〕\])）年]?)?第?[\d一二三四五六七八九十百]{1,5}期|[（(]\d{1,4}[)）]\n[^\n。；]{4,60}日\n)/
const NUMBERED_ISSUE = /期|[（(]\d{1,4}[)）]/
export function issueOf({ text, parts }: GenreClues): string[] | undefined {
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

/** How a report begins (本报讯, 某某网3月2日讯, 新华社…电, 记者从…获悉) or names its hands at the end: signs that need no other. */
const DATELINE =
  /(?:^|\n)[ \t\u3000]*(?:本(?:报(?!告)|网|台(?!账)|刊|社(?!区))|[一-龥]{2,8}(?:网|日报|晚报|新闻社|新华社|电视台|客户端|融媒)|新华社|新华网|中新社|中新网)[^\n。，；：（(]{0,16}(?:讯|电|消息)(?:[ \t\u3000]|[（(：]|$)|(?:^|[\n。])[ \t\u3000]*(?:[^\n。，]{0,8}[，,])?(?:本报|本网|本台)?记者(?:昨日|今日|日前|近日|\d{1,2}日)?从[^\n。]{2,30}(?:获悉|了解到)/
const HANDS =
  /[（(](?:本报|本网|本台)?(?:见习)?(?:记者|通讯员|特约|文\/图|图\/|图文|文字|供稿|撰文)[^\n）)]{1,40}[）)][ \t\u3000]*$/
/** Who wrote it, by name alone behind the last sentence: a report where it begins with the day of an event. */
const BYLINE =
  /[。！”][（(](?![^）)]*(?:公开|章|签)|[附略完共待无见下上以按])[一-龥]{2,4}(?:[ \u3000、][一-龥]{2,4}){0,2}[）)]$/
const DAY = /(?:\d{1,2}月\d{1,2}日|日前|近日|连日来|昨[日天]|今[日天])(?:上午|下午|晚)?[，,]/

/** A report *about* a speech or a meeting: datelines, reporters, 强调/指出 in the third person and nobody who says 我. */
export function newsEvidence({ opening, text, salutation, parts }: GenreClues, title: string): string | undefined {
  // 纪要 tell of a meeting in the third person, and are no news.
  if (salutation || parts.has('addressee') || parts.has('number') || /纪要$/.test(bareOf(title))) return undefined
  const head = opening.slice(0, 300)
  const close = text.trimEnd().slice(-60)
  const dateline = DATELINE.exec(head) ?? HANDS.exec(close)
  if (dateline) return `新闻报道${quoted(dateline[0].replace(/^。|[（(：:]$/g, ''))}`
  const byline = BYLINE.exec(close)
  if (byline && DAY.test(head)) return `新闻报道${quoted(byline[0].slice(1))}`
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
