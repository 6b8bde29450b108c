/** Apps that a document knows by their names alone: named once as what is opened, installed or sent to, and spoken of by the name afterwards. */
import type { Doc, Span } from '../../core.ts'
import { isCondemned, isEmergency, sentenceOf, type Worded } from '../contexts.ts'
import { ELECTION, NOT_ASSESSED, SERVED, THING, WILLING } from './app-pressure.ts'
import { COST, isOver } from './costs.ts'
import { demandOf } from './demands.ts'

/** What is done to nothing but an app, with its name behind: 登录“…”, 上传“…”; and what it is called, ahead or behind. */
const VERBS = ['登录', '登陆', '登上', '打开', '点开', '点进', '下载', '安装', '装了', '装上', '装好', '注册']
const SENT_TO = ['上传', '上传到', '上传至', '传到', '传至', '发到', '发至']
const CALLED = ['小程序', '手机软件', '软件', '应用程序', '客户端', '程序', 'App', 'APP', 'app', '平台', '公众号']
/** 在“…”里上传, 到“…”上签到. */
const DONE_IN = ['打卡', '签到', '上传', '登录', '学习', '答题', '点赞', '转发']
const BEHIND_NAME: readonly string[] = [
  ...CALLED.map((what) => `”${what}`),
  ...['里', '上', '中'].flatMap((where) => DONE_IN.map((deed) => `”${where}${deed}`)),
]
/** Where one of these stands, a document may name an app. */
export const appNameWords: readonly string[] = [
  ...[...VERBS, ...SENT_TO, ...CALLED].map((word) => `${word}“`),
  ...BEHIND_NAME,
  '”这个软件',
  '”这个程序',
]

/** UTF-16 units: the longest name, and how many names and places are looked at. */
const LONGEST = 10
const MOST_NAMES = 12
const MOST_PLACES = 400
/** What else is opened, filled in or sent: papers and files, systems in which work is done, albums. */
const NO_APP =
  /[表件单册书证目录夹图卡箱]$|系统$|台账|附件|群$|网$|网站|政务服务|监管|信息平台|公示|目录|[，。；：、《]/

/** The names that stand at `hits`. */
function namesAt({ text }: Doc, hits: readonly Span[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { start, end } of hits) {
    if (names.size >= MOST_NAMES) break
    const name = text.charAt(start) === '”' ? nameAhead(text, start) : nameBehind(text, end)
    if (name !== undefined && name.length > 1 && !NO_APP.test(name)) names.add(name)
  }
  return names
}
function nameAhead(text: string, end: number): string | undefined {
  const ahead = text.slice(Math.max(0, end - LONGEST - 1), end)
  const opening = ahead.lastIndexOf('“')
  return opening < 0 ? undefined : ahead.slice(opening + 1)
}
function nameBehind(text: string, start: number): string | undefined {
  const length = text.slice(start, start + LONGEST + 1).indexOf('”')
  return length < 0 ? undefined : text.slice(start, start + length)
}

/** Again and again, whatever for. */
const AGAIN = /每[天日晚早周月]|天天|日日|每人[^，。；]{0,3}[一每]天|一天[^，。；]{0,3}(?:一|两|不少于|至少)|早晚/
/** What one does in it, and what it is shown as. */
const DEEDS: readonly (readonly [RegExp, string])[] = [
  [/签到/, '签到'],
  [/打卡|点一?次?名/, '打卡'],
  [/上传|传[到至]|漏传/, '上传'],
  [/学习|学[满够]|答题|看[满够]?[^，。；]{0,4}(?:分钟|视频|课)/, '学习'],
  [/转发|点赞|发[布]?[一两三\d]|发帖|发够/, '发布'],
  [/登[录陆]|打开|点开|点进|点一点|进去|扫码|扫一?扫/, '登录'],
]
/** Held to it: ranked, called out, paid less, assessed by it, visited for it. What only wins a prize does not press. */
const HELD_TO_IT = new RegExp(
  `排[名序出行]|名次|垫底|[后末倒][一二三四五两\\d]{1,2}[名位]|[计纳列]入[^，。；]{0,12}(?:考核|考评|绩效|评[优先比]|积分)|作为[^，。；]{0,12}(?:依据|评)|(?:公布|公开|通报)(?!.{0,6}(?:结果|信息))|(?:上门|登门)(?:[说劝做催]|$|[，。；])|表态|${COST.source}`,
)
/** Whom: those who serve, and whoever may be told to by them. */
const WHOM =
  /干部|党员|职工|教师|老师|教职工|护士|[村医]医|医[生师护]|员工|网格员|村民|住户|[各每一的]户|农户|家长|班级|各班|各[村校科社组单镇乡]|每[个名位人]|班组|社区|窗口人员|人人|大家|谁|护林员|保洁员|装[了上]“[^”]{1,10}”的|专干|驻村|司机班/
/** Work that is done in it, or that a law wants: records, applications, warnings. */
const WORK_IN_IT =
  /录入|填报数据|受理|办件|办结|办理|护理|病历|处方|采血|墒情|雨情|水情|监测|预警|缴费|预约|挂号|申报|报税|纳税|进货|追溯|检疫|库存|巡检|隐患|执法|值班|疫情|防汛|抢险|学籍|考试|报名|招标|订单|接单|派单|工单|诉求|投诉|咨询|服务对象|游客|用户|会员|抽奖|竞赛|大赛|停用|卸载|同步更新|可(?:以|自行|随时)?(?:登录|查看|打开|扫码|下载)|自愿|自主|鼓励|欢迎|不(?:统计|排名|通报|考核|计入|纳入|作要求|强制)/

/** Of `hits` (places of `appNameWords`, in order): where somebody has to be in such an app again and again, and is held to it; none in a sentence of `said`. */
export function* namedAppDemands(
  doc: Doc,
  hits: readonly Span[],
  said: ReadonlySet<number>,
): Generator<Worded<'pressed'>> {
  const { text, facts, blocks } = doc
  const done = new Set(said)
  for (const name of namesAt(doc, hits))
    for (const { start, end } of placesOf(text, name)) {
      const i = sentenceOf(doc, { start, end })
      const own = facts.sentences[i]
      if (!own || done.has(i)) continue
      const next = facts.sentences[i + 1]
      const last = Math.min(next?.block === own.block ? next.end : own.end, own.start + 220, blocks[own.block]!.end)
      const passage = text.slice(own.start, last)
      const sentence = text.slice(own.start, Math.min(own.end, own.start + 220))
      if (!AGAIN.test(sentence) || !WHOM.test(sentence)) continue
      if (!HELD_TO_IT.test(passage.replace(NOT_ASSESSED, ''))) continue
      const deed = DEEDS.find(([done]) => done.test(sentence.replaceAll(name, '')))
      if (!deed) continue
      const around = passage.replaceAll(name, '')
      if ([WORK_IN_IT, THING, ELECTION, WILLING, SERVED].some((other) => other.test(around)) || isEmergency(passage))
        continue
      const span = { start, end }
      const demand = demandOf(doc, span)
      if (
        demand.reported ||
        demand.blamed ||
        demand.negated ||
        demand.optional ||
        (demand.actor === 'business' && !TEACHERS.test(demand.before))
      )
        continue
      if (ENDED.test(passage) || isCondemned(doc, span) || isOver(doc, span)) continue
      done.add(i)
      yield { message: 'pressed', words: deed[1], span }
    }
}
/** Whoever teaches works for an office. */
const TEACHERS = /教师|老师|教职工/
/** Given up, forbidden, looked for as a fault. */
const ENDED =
  /严禁|禁止|不[得准许再](?!少于|低于)|取消(?![^，。；]{0,8}(?:资格|评))|停止|叫停|废止|清理|整治|纠正|整改|查处|举报|形式主义|减负|曾|去年|以前|过去|原先|此前/

function* placesOf(text: string, name: string): Generator<Span> {
  let left = MOST_PLACES
  for (let at = text.indexOf(`“${name}”`); at >= 0 && left > 0; at = text.indexOf(`“${name}”`, at + 1), left--)
    yield { start: at + 1, end: at + 1 + name.length }
}
