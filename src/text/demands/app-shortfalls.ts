/** Who falls behind in an app and is made to pay for it, whatever is done there: opened, won users for, scored in, clocked in with. */
import type { Doc, Span } from '../../core.ts'
import { findsFault, isCondemned, isEmergency, paragraphAround, sentenceOf, type Worded } from '../contexts.ts'
import { ELECTION, NOT_ASSESSED, SERVED, THING, WILLING } from './app-pressure.ts'
import { BEHIND_COSTS, COST, isOver } from './costs.ts'
import { demandOf } from './demands.ts'

type Kind = 'rate' | 'likes' | 'functions' | 'withheld'

/** What is done with an app, and what message that is of. */
const DEEDS: Readonly<Record<Kind, readonly string[]>> = {
  rate: [
    ...[
      '装机人数',
      '装机率',
      '装有',
      '装的人',
      '装的户',
      '装了的',
      '装的不',
      '装不',
      '没装',
      '未装',
      '弄上',
      '手机上',
      '手机里',
      '拉新',
    ],
    ...['未激活', '没激活', '未绑定', '没绑定', '新增用户', '用户增长', '新增注册', '实名用户', '活跃人员', '活跃的'],
    ...['日均打开', '打开次数', '注册人数', '安装数', '安装率', '注册率', '激活率', '下载'],
  ],
  likes: [
    '没转',
    '没赞',
    '没点',
    '未转发',
    '没转发',
    '未点赞',
    '点赞不',
    '点赞数',
    '转发不',
    '转发数',
    '没点赞',
    '没投',
    '未投',
    '发一条转',
    '条转一',
    '留下评论',
    // Of what is learnt there: see LEARNT.
    ...['完成率', '参学率', '完课率', '答题率'],
  ],
  functions: [
    ...[
      '停留',
      '点开文章',
      '打开一',
      '点进',
      '逛一',
      '攒满',
      '攒够',
      '攒到',
      '攒不',
      '累计得分',
      '累计积',
      '积分低',
      '积分不',
      '得分低',
      '得分不',
    ],
    ...['刷脸', '走够', '走满', '打卡率', '签到人次', '打卡', '签到', '上报任务', '学习时长', '步数'],
  ],
  withheld: [],
}
const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(DEEDS) as Kind[]).flatMap((kind) => DEEDS[kind].map((word) => [word, kind] as const)),
)
/** Where one of these stands, somebody may be held to an app. */
export const shortfallWords: readonly string[] = [...KIND_OF.keys()]

/** Named as one, or by a name in quotation marks as what is on a telephone, opened or learnt with. */
const APP =
  /[Aa][Pp][Pp]|应用程序|移动应用|客户端|小程序|公众号|视频号|学习强国|(?:手机|步数|政务|学习|办公|打卡|那个|这个|反诈|反电诈)(?:类)?软件|软件[^，。；]{0,4}(?:装|下载)[^，。；]{0,10}手机|手机[上里]?[^，。；]{0,8}[“"][^”"，。]{2,10}[”"]|[“"][^”"，。]{2,10}[”"][^，。；]{0,2}(?:软件|注册|用户|安装|下载|[周日月]活|[的]?日均打开|累计得分|每天打开|[里中]刷脸)|[“"][^”"，。]{2,10}[”"][^，。；]{0,10}实名用户|(?:下载|安装|注册|打开|推广|登录)[“"][^”"，。]{2,10}(?<![表册书案])[”"]/
/** 完成率 is also of roads and houses. */
const LEARNT = /学习|学课|课程|专题|答题|课时|视频课|网课|参学|完课/
const OF_LEARNING = /^(?:完成|参学|完课|答题)率$/
/** Who serves, and whom the village commands; not whoever buys, competes or is bound by a law. */
const HELD =
  /乡镇|镇街|街道|社区|[各每哪]个?[村镇乡班校]|你们?[村镇局]|村支?书|村干部|干部|党员|职工|教师|教职工|[医护]士?[生师]|护士|员工|网格员|工作者|工作队|支部|[科股]室|处室|部门|各?单位|项目部|分公司|全员|各户|人人|大家|谁家?|参会|与会|参训|辅导员|班主任|专干|驻村|的村|窗口|住户|没装的户/
const OTHERS =
  /电商|直播|旅游|商户|纳税|税务|网约车|驾驶|司机|快递|骑手|外卖|考生|参赛|大赛|不动产|运营公司|承建|农药|学分|门禁|核设施|疫情|防汛|实名制|农民工|生产安全|志愿|抽奖|自愿/

/** Whether one has it on his telephone, and is let go only then: 没有的，办好了再放行. */
const LET_GO =
  /手机[^。；]{0,30}[“"][^”"，。]{2,12}[”"][^。；]{0,10}，?(?:没有?|未|不)(?:这个|此)?(?:安?装|下载?|绑定?|注册|关注)?[好上]?(?:软件|程序)?的?，?[^。；]{0,20}(?:再|才[能给可]?|后方可|之后)[^，。；]{0,3}(?:放行|打发票|开票|结算|出院|办[理手]|盖章|取药|领|发放|离校|离开)|手机[^。；]{0,30}(?:绑定|装|下载|注册|关注)[^。；]{0,14}，?(?:没|未|不)[^，。；]{0,5}的，?[^。；]{0,20}?(?:再|才[能给可]?|后方可)(?:放行|打发票|开票|结算|出院|办[理手]|盖章|取药|领|发放|离校)|手机[上里](?:没有?|未装)(?:这个|此)?(?:软件|程序|[“"][^”"，。]{2,12}[”"])的?，?[^。；]{0,14}(?:不给|不予|一律按|不让|不得(?:办|领))/
const THEIR_CHOICE = /自愿|不得(?:以|因|要求|强)|也可|均可|窗口|任选|不影响|人工|不装也|帮助|协助[^。；]{0,12}不/

/** The sentence and the next of its paragraph. UTF-16 units. */
const LONGEST = 260

/** Of `hits` (in order), those of deeds in an app that somebody is held to; one of a passage, and none in a sentence of `said`. */
export function* appShortfalls(doc: Doc, hits: readonly Span[], said: ReadonlySet<number>): Generator<Worded<Kind>> {
  const { text, facts, blocks } = doc
  let last = -1
  for (const hit of hits) {
    const words = text.slice(hit.start, hit.end)
    const kind = KIND_OF.get(words)
    if (!kind) continue
    const i = sentenceOf(doc, hit)
    const own = facts.sentences[i]
    if (!own || i === last || said.has(i)) continue
    const next = facts.sentences[i + 1]
    const end = Math.min(next?.block === own.block ? next.end : own.end, own.start + LONGEST, blocks[own.block]!.end)
    const passage = text.slice(own.start, end)
    if (OF_LEARNING.test(words) && !LEARNT.test(text.slice(Math.max(own.start, hit.start - 60), hit.end))) continue
    const phone = words.startsWith('手机')
    const letGo = (phone || kind === 'rate') && LET_GO.test(passage)
    if (!letGo && (phone || !COST.test(passage))) continue
    const close = paragraphAround(doc, hit, 160)
    if (!(APP.test(close) || APP.test(facts.title))) continue
    if (letGo ? THEIR_CHOICE.test(passage) : !isHeld(text.slice(Math.max(own.start, hit.start - 16), end), close))
      continue
    if (
      // Officials' own courses serve nobody.
      SERVED.test(OF_LEARNING.test(words) ? passage.replace(/课程/g, '') : passage) ||
      THING.test(passage) ||
      ELECTION.test(passage) ||
      WILLING.test(passage) ||
      isEmergency(passage)
    )
      continue
    const demand = demandOf(doc, hit)
    // 没装的，扣分 supposes who did not, in order to make him pay.
    if (demand.reported || demand.blamed || demand.quoted || demand.actor === 'business') continue
    if (FORBIDDEN.test(passage) || findsFault(demand.ahead) || isCondemned(doc, hit) || isOver(doc, hit)) continue
    last = i
    const message = letGo ? 'withheld' : kind
    yield { message, words: shown(words, letGo), span: hit }
  }
}

/** What the deed is called where it stands for a number. */
const shown = (words: string, letGo: boolean): string => {
  if (letGo) return '安装'
  if (words.startsWith('装') || words.endsWith('装') || words === '弄上') return '安装率'
  const deed = /^(?:点赞|转发)/.exec(words)?.[0]
  if (deed !== undefined) return deed
  return /^(?:打开一|点进|逛一|点开文章|停留)$/.test(words)
    ? '登录'
    : /^(?:攒|积分|得分|累计)/.test(words)
      ? '积分'
      : words
}

/** Does somebody pay for being behind with it: named close by, and no buyer or driver? */
const isHeld = (said: string, close: string): boolean =>
  HELD.test(close) && !OTHERS.test(close) && BEHIND_COSTS.test(said.replace(NOT_ASSESSED, ''))

/** What is forbidden, ended, looked for as a fault, or paid back. */
const FORBIDDEN =
  /不得(?![低少]于|参|评|享|入场|进)|严禁|禁止|不[准许](?!入场|进|参[加会])|不再|取消(?![^，。；]{0,8}(?:资格|评))|停止|废止|清理|整治|纠正|整改|责令|查处|举报|改正|拨打|一律撤销|是否|有没有要求|形式主义|减负|疲于|应付|不(?:算|计|看|比|搞|进|扣|打)(?:[一-龥]{0,4})(?:分|考核|排名|户)|不[作做]为|不列入|不纳入|无关|脱钩|反映|投诉|曾|去年|上年|此前|以前|过去/
