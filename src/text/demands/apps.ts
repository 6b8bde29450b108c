/** What a document demands of officials that concerns an app or an account on one: its installation, likes, check-ins. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import {
  clauseAround,
  findsFault,
  isCondemned,
  isEmergency,
  oncePerSentence,
  paragraphAround,
  sentenceOf,
  type Worded,
} from '../contexts.ts'
import { addresseesOf } from '../parts/issuer.ts'
import { type Stance, stanceOf } from '../stance/stance.ts'
import { appNameWords, namedAppDemands } from './app-names.ts'
import {
  CHASABLE,
  ELECTION,
  FORWARDED,
  FREELY,
  INSTALLS,
  isChased,
  isRankedLearning,
  isServiceWithheld,
  isWithheld,
  LEARNT,
  NOT_ASSESSED,
  NOUN_AFTER,
  SERVED,
  THING,
  VILLAGERS,
} from './app-pressure.ts'
import { appShortfalls, shortfallWords } from './app-shortfalls.ts'
import {
  ANY_RATE,
  AT_LEAST,
  demandWords,
  MUST_INSTALL,
  NOT_INSTALLED,
  POINTS_A_DAY,
  RATES,
  readAs,
  SHOWN_UP,
  SO_MANY_POINTS,
  TO_INSTALL,
  VIEWED_FEWER,
  VOTES_EACH,
} from './app-words.ts'
import { isOver } from './costs.ts'
import { isAppeal, laysDuties } from './demands.ts'
import { ANYONE_BELOW, orLikely, type Signs, STAKE } from './likely.ts'

/** A program on a telephone, or an account on one. */
const APP =
  /[Aa][Pp][Pp]|应用程序|手机程序|装[上好了]?[这那该]个(?:手机)?程序|移动应用|(?:学习|党建|教育)平台|学习软件|政务(?:服务)?软件|手机软件|干部网络学院|[“"][^”"，。]{1,10}[”"](?:手机)?(?:平台|软件|应用)|(?:网络|微信|线上|网上)投票|(?:网上|网络|线上|微信)[^，。；]{0,14}(?:评选|票选|打榜)|(?:网上|网络|线上)评[“"]|投票链接|点赞投票|投票点赞|客户端|手机端|移动端(?!设备|口)|(?:下载|安装|登[录陆]|卸载)(?:并?使用|注册|登[录陆])?[“"](?!附件|表)[^”"，。]{2,12}(?<![表件书单册板证目录案书通知])[”"]|小程序|公众[账帐]?号|政务新媒体|视频号|政务号|抖音|快手|微博|朋友圈|学习强国|青年大学习|反诈(?:中心|程序|软件)|钉钉|企业微信|二维码|[“"][^”"，。]{1,10}(?:通|码|办|拍|宝|掌上|随手拍|e家|一点通|课堂|学堂)[”"]/
const APP_BEHIND = /^[^，。；]{0,6}(?:[Aa][Pp][Pp]|应用程序|移动应用|客户端|小程序|公众号)/
/** What is said of an app alone, so that the sentence before may have named it. */
const WON = /^(?:下载|(?:安装|装机|下载|注册|激活)(?:率|量|户数|人数|数|比例))$/
/** “平安码”小程序，各村一户不落都得装上: the app first, as what is spoken of. */
const TOPIC = /(?:^|[，：])[^，。；]{0,16}(?:小程序|[Aa][Pp][Pp]|公众号|视频号|客户端)，/
/** 推文 are on accounts alone. */
const POSTED =
  /推文|转发[^，。；]{0,10}(?:宣传|活动|推广|投票)[^，。；]{0,4}(?:链接|海报)|点赞、(?:评论|转发|留言)(?![数量率])|点赞和?转发(?![数量率])|转发、?(?:评论、?)?点赞(?![数量率])/
/** 加强对干部转发推文的管理: no order to do so. */
const WATCHED = /违规|有害|不当|谣言|管理|审核|不良/
/** 每篇点赞不少于80个: only what is posted has likes. */
const POST = /每[篇条期]|推文|图文|推送|短视频|片子/
/** 都给我点上关注: nothing but an account is followed so. */
const CLICKED = /点[上个一下了]{0,2}关注$/
/** 各村要把这个软件推开: the one that was named before. */
const NAMED_AGAIN = /(?:[这该此]个?|本)(?:软件|应用|平台|程序)/
/** The same less plainly: 平台, 系统. Enough for words that only an app has. */
const PLATFORM = /平台|系统|电子(?:凭证|社保卡|健康[卡码])|[通码]的?(?:注册|激活|使用|签发)|微信/
/** 每人负责动员30户以上注册: of the app that the sentence before named. */
const TOLD_TO_WIN =
  /(?:每[人名村镇]|一[人村户]|各(?:乡镇|[村镇]))[^，。；]{0,10}(?:动员|发动|组织|带动|完成|拉|发展|介绍)[^，。；]{0,4}(?:\d[\d.]*|[二两三四五六七八九十百]{1,4})\s?[余多万]?个?[户人名](?:以上)?(?:来)?(?:注册|下载|安装|关注|激活)/
const LIKES =
  /^(?:点赞[量数率]|转发[量数率次]|阅读[量数]|浏览量|点击量|播放量|投票数|得票数|学习时长|(?:学习总?|每?日|日均|月均|人均|平均|上的|平台的?|软件|强国|[Aa][Pp][Pp]的|[和、])(?:积分|得分)|在线(?:时长|时间|时数|小时|不[足满]|[少低]于|未[满达])|使用时长|停留(?:时[长间]|分钟|不足|少于|低于)|积分排名|积分排行|积分榜|积分(?:垫底|靠后|末位|落后|最低))/
/** What is registered by law, wherever one does so. */
const REGISTERED = /企业|不动产|婚姻|商事|市场主体|户口|户籍|纳税|产权|车辆|案件|个体|养老金|待遇|资格/
const TO_BE = /^[^。；]{0,4}(?:[须得应要]|力争|确保|目标|任务|不[得能]?[低少]于|低于|不足|达不到)/
/** Who joins an app; a firm moves into a park. */
const MOVES_IN = /(?:居民|群众|家长|村民|住户|业主|党员|干部|用户|常住|户籍|人口|家庭|职工|网格员)[^，。；]{0,6}$/
/** 注册人数已达两万 tells what has come of it. */
const REACHED = /^[^，。；]{0,3}(?:已|现有|累计)/
/** Papers and magazines are subscribed to without an app. */
const PRINTED = /报刊|党报|党刊|报纸|杂志|刊物|期刊/
/** 要求激活率达100%: whoever reads it has to reach that. */
const ORDERED = /(?:要求|确保|必须|务必)[^，。；]{0,30}$/
const IN_FULL = /^[^，。；\d]{0,8}(?:达到?|为|实现|保持)[^，。；\d]{0,4}(?:\d{2,3}(?:\.\d+)?[%％]|百分之)/
/** 注册情况每周通报, 推广进度排名靠后的约谈: how far one has come with it. */
const PROGRESS =
  /^(?:[、和及与]?(?:注册|安装|下载|关注|订阅|使用|应用|推广|激活)){0,2}(?:工作|任务数?)?的?(?:推进|落实|完成)?(?:情况|进度|进展|成效)(?!.{0,8}(?:反馈|满意))/
const SPREAD = /^(?:推广|注册|安装|下载|关注|订阅|激活)$/
const ENDED = /不[得再准许]|严禁|禁止|杜绝|防止|避免|取消|停止|清理|整治|纠|叫停|形式主义|减负/
/** 会议通报了推广情况: heard there. */
const HEARD = /(?:通报|汇报|介绍)了|(?:会议|会上)(?:听取|通报|传达)/g
/** 完成安装任务, 分解注册指标. */
const TASK_LAID = /(?:完成|分解|下达|落实|认领|分配)[^，。；]{0,12}$/
const TASK_BEHIND = /^(?:[、和及]?(?:注册|使用|推广|激活|关注))?(?:任务|指标)/
/** 登录率低于80%的，由分局上门辅导: who is behind gets help. */
const HELPED =
  /^[^，。；]{0,4}(?:偏?低|低于|不足|不到|达不到)[^，。；]{0,14}，[^。；]{0,16}(?:上门|帮助|辅导|讲解|培训|帮带)(?![^。；]{0,30}(?:通报|约谈|排名|检讨|扣))/
/** 首次登录积1分，一周未登录扣1分: what the app itself does with each step. */
const SCORED = /^[^，。；]{0,16}，?[^，。；\d]{0,8}[积计加得扣]\s?\d{1,2}(?:\.\d)?\s?分/
const SCORED_FOR_FUN = /志愿|文明传播|学生|市民|用户|会员|居民|抽奖|奖品|兑换|大赛|竞赛/
/** UTF-16 units before the words in which a table of points names its app. */
const TABLE_ABOVE = 300
/** An end in numbers. */
const AIM =
  /(?:占到?|达到?|[要得须]到|突破|超过|覆盖[^，。；\d]{0,6}|[提增升][高加升至到][到至]?)[^，。；]{0,8}(?:\d|[一二三四五六七八九十百两]{1,3}[成万千])|不[得能可]?[少低]于|满[^，。；]{0,2}\d|确保[^，。；]{0,12}(?:\d|[百千万])|力争[^，。；]{0,12}\d|实现[^，。；]{0,10}(?:\d|全覆盖)|\d{1,3}(?:\.\d)?[%％]以上|[够满到足装]了?[一二两三四五六七八九]成|百分之|100[%％]|全覆盖|至少|低于[^，。；]{0,8}\d/
/** 常住户要有七成注册上; 注册的要占到百分之六十: so many of those who live there, to be reached. */
const SHARE_TO_REACH =
  /(?:(?<![主重需])要|须|(?<![获取])得|应(?!用)|务必|确保|至少|力争|不[得能可]?[少低]于)[^，。；]{0,8}?(?:[一二两三四五六七八九十]成|百分之[一-龥]{1,4}|\d{1,3}(?:\.\d)?\s?[%％]|过半|一半|大半|半数|[三四五]分之[一二三四])[^，。；]{0,8}/
const SHARE_OF = /户|住户|居民|人口|群众|村民|家庭|干部|党员|职工|教师/
const SHARE_REACHED = /支持|满足|承载|已[经有达]?|截至|目前|了[，。；]?$/
const ASSESSED =
  /考核|考评|评比|排名|排一?次名|排在(?:最)?[后末]|[后末](?:的)?[一二三四五六七八九十\d]{1,2}[名位]|排序|排队|排行|榜单|张榜|红黑榜|垫底|倒数|通报|评先|评优|不得评|批评|绩效|计分|得分|得满分|加分|加\d|扣分|奖惩|约谈|督办|晾晒|座次|排出(?:先后|名次)|名次|排[^，。；]{0,3}榜|减\s?\d[\d.]*\s?分|从[多高]到[少低]|按?(?:缺勤|旷工|脱岗)(?:处理|论|对待)?|表态发言|说明原因|[说讲]清楚|[作做给][出我]?来?说明|纳入|作为[^，。；]{0,16}(?:依据|参照|参考|指标)|与[^，。；]{1,10}挂钩|问责|扣\d|扣[^，。；\d]{1,4}\d[\d.]*\s?分|扣[^，。；]{0,6}(?:补[助贴]|工资|奖金|钱)/
/** 不纳入考核，但每周通报. */
const YET = /，(?:但|不过|只|仅)[^。；]{0,60}/
/** 一人一天投五票: no law has anybody vote so. */
const VOTES_A_DAY = /天[^，。；]{0,4}(?:投[满够足上]?)?\s?[一二三四五六七八九十百两几\d]{1,4}票/
/** 每人每天可投3票 is how one votes, unless somebody is to see to it. */
const MAY_VOTE = /[可限]投|最多投/
const URGED_TO_VOTE = /发动|动员|组织|务必|必须|确保|上报|统计|考核|通报/
/** Whoever imposes it is called to account: 对仍在通报注册率的单位，责令改正; 发现考核安装率的，可拨打12345反映. */
const IMPOSING =
  /(?:强制|强推|强行|强迫|逼|通报|考核|考评|排名|要求|摊派|下达|分解|规定|设置|设定|将|把|以|搞)[^，。；达完未不低]{0,20}$/
/** 不按要求注册的，通报 punishes who did not. */
const OMITTING = /未(?!经)|没有|不按|拒/
const IMPOSED =
  /^[^，。；低未不前后达满差慢]{0,18}(?:[、和及或][^，。；]{0,14}|(?:纳入|列入|作为|当[作成]|用于|用来)[^，。；]{0,14})?的(?:单位|部门|地方|乡镇|街道|镇街|村|社区|学校|人员|干部|责任人|[Aa][Pp][Pp]|应用|软件|平台|小程序|做法|行为|问题|现象|情形|指标|规定|文件)?[^，。；低未不前后成\d]{0,4}，[^。；]{0,30}(?:改正|纠正|整改|下架|问责|追责|约谈|通报|处理|处分|查处|举报|反映|投诉|拨打|曝光|停|取消|责令|清理|卸载|删)/
/** 因注册率靠后被扣分的，一律撤销. */
const UNDONE = /被[^，。；]{1,8}的，[^。；]{0,20}(?:撤销|退还|返还|更正|纠正|恢复)/
/** 关闭签到、积分、排名功能. */
const SHUT = /(?:关闭|停用|下线|去掉|删[除去掉]|撤[掉除下])[^，。；]{0,12}$/
/** Who serves the public, not who is served. */
const OFFICIALS =
  /乡镇|镇街|街道|[各每][村班校]|各学校|[科股]室|[站所]长|全员|各[一-龥]{2,4}(?:机构|医院|卫生院)|一个村|村[“"”]?两委|在[编岗]|村干部|社区|干部|党员|职工|教师|公职|机关|各单位|各部门|各[县市区镇乡]|网格员|工作人员|医务|队员|护林员|协管员|协理员|专干|辅警|河长|路长|全体|在座|包[村保]|驻村|党支部|党组织|各学校|各校|各支部|各级|窗口|责任单位|成员单位|按村|(?:垫底|[后末倒][^，。；的]{0,4})的?[^，。；的]{0,3}村/
/** Who learns on a platform is no villager with points for a clean yard. */
const LEARNERS = /学习|参学|党员|党组织|干部|职工|教师/
const STRONG =
  /都给我|现在就|当场|一[个户人村]?(?:都|也)?(?:别|不[能许准要]?)[落拉漏少]|都得|(?<![安完健齐])全得(?!到)|必须|务必|一律|全员|全部|人人|[均都][要须需应]|均|强制|应[装下关注]尽[装下关注]|100[%％]|全覆盖|无一遗漏|逐人|不漏一[人户]|每[名位个]?(?:同志|干部|党员|人|村|户|单位|网格员)|(?:^|[^每])(?:全体|所有)|有义务|不得(?:取关|卸载|取消)/
const OBLIGED =
  /(?:^|[^主重需必])要(?!求|点)|要求(?!的|是|下)[^，。；]{2,24}$|应当?|须|请|督促|组织|动员|抓好|做好|做到/
/** What is followed or installed is named close by. */
const NEAR_APP = new RegExp(`${APP.source}|[”"]|账号|平台|实名|手机`)
/** 注册任务分解如下：城关镇5000人. */
const TASKS = /^[^，。；]{0,6}(?:任务|指标)(?:数|量|分解|分配|如下|为|的，)/
const ALL = /^应[装下关注]尽/
/** Who forwards it as a person. */
const PERSONALLY = /干部|党员|职工|人员|教师|网格员|朋友圈|全员|人人/
/** Through what one checks in. */
const DEVICE = /平台|系统|小程序|手机|定位|微信(?!群)|扫码|人脸/
/** To log in once is to use a system; to have to do it daily is not. */
const REGULARLY = /每[天日周月]|天天|定期|不[得能可]?少于|时长|次数|至少/
const SOFTWARE =
  /内测|测试组|测试版|会议软件|腾讯会议|视频会议|瞩目|杀毒|正版|加密|输入法|驱动|登录网址|官网|网站|报名|应聘|申请人|申报单位|申请单位|企业|商户|经营者|纳税人|考生|家长|学生|驾驶员|投标|供应商|招标|患者|游客/
const SHARE =
  /认真做好|带头|主动|每[人名位村乡镇单个户天日周月]|各[乡镇村单部县区社]|不[得能可]?[少低]于|至少|朋友圈|每篇|每条|积极|及时|第一时间|组织|全体|全员|[没未不]投[满够]/
const QUOTA =
  /一个?(?:乡镇|[村镇人户])[^，。；]{0,6}(?:最少|至少|不[得能可]?少于)[^，。；]{0,6}[\d一二两三四五六七八九十百]|每(?:[人名位个天日周月村户镇条篇]|乡镇|单位|网格|个?村|名?(?:干部|党员|网格员))[^，。；]{0,24}(?:不[得能可]?[少低]于|至少|达到|完成)?[^，。；]{0,6}[\d一二两三四五六七八九十百]|(?:不[得能可]?[少低]于|至少|任务(?:数|量)?(?:为|是)?|完成|发展|推广)[^，。；]{0,24}(?:\d[\d.]{0,6}[余多]?万?|[二两三四五六七八九十百千]{1,6})[人户次条个名](?!以上的?企业)/
const CHECKED =
  /必须|须|务必|一律|每[天日周月人]|按时|定时|准时|全员|均|要(?!求)|应当?|定位|不[得能可]?少于|实行|进行|完成|通过|使用|统一|考核|(?:打卡|签到)[”"]?\s?[\d一二两三四]{1,2}\s?次/
/** In an appeal: no choice is left. */
const MUST = /[必还]须|务必|(?<!自)必得|一律|(?<![不无])须(?!知)|不[够齐满]的/
/** An app, who has to use it, how much, and what happens otherwise. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /客户端|应用程序|[Aa][Pp][Pp]|小程序|公众号|平台|网上投票|视频号|软件|扫[^，。；]{0,8}码|[“"][^”"，。]{2,10}[”"][^，。；]{0,3}(?:下载|装|注册|打卡|签到)|上线[^。；]{0,20}后台|后台[^。；]{0,20}上线/,
      /装[上起]|安装|下载|注册|登录|关注|投票|点赞|转发|打卡|签到|活跃|积分|时长|学得[少多]|[攒刷]分|分[数值]?[攒刷]|上线上?得?[多少勤]|点得[多少勤]/,
      STAKE,
      ANYONE_BELOW,
      /每[天日周月人名]|每个?(?:星期|礼拜)|从[高多]到[低少]|一人|天天|少于|低于|不足|不满|没[装下]|装不[到够]|完不成|任务|排名|排最后|底线|依据|为准|现在就|都给我/,
    ],
    none: /群众(?!工作)|志愿|学生|考生|企业|商户|参赛|作品|纳税人|村民|农户|积分制/,
  }),
)

/** Where one of these stands, `appDemands` looks. */
export const appWords: readonly string[] = [...new Set([...demandWords, ...shortfallWords, ...appNameWords])]
/** Nothing by themselves. */
const NAMES_ONE: ReadonlySet<string> = new Set(appNameWords)
const KNOWN: ReadonlySet<string> = new Set(demandWords)

/** Of `hits` (places of `appWords`, in order), those where an app is forced upon people or its figures assess them. */
export const appDemands = (doc: Doc, hits: readonly Span[]): Generator<Worded<Verdict | 'likely'>> =>
  orLikely(
    doc,
    hits.filter(({ start, end }) => !doc.text.startsWith('推广', start) && !NAMES_ONE.has(doc.text.slice(start, end))),
    foundIn(doc, hits),
    LIKELY,
    (passage) => isEmergency(passage) || passage.search(NOT_ASSESSED) >= 0,
  )

/** What is demanded in words that are known, and, in other sentences, what somebody pays for when he falls behind; in the order of the text. */
function foundIn(doc: Doc, hits: readonly Span[]): Worded<Verdict>[] {
  const found = [...coercionsIn(doc, hits)]
  const said = new Set(found.map(({ span }) => sentenceOf(doc, span)))
  for (const one of appShortfalls(doc, hits, said)) {
    found.push(one)
    said.add(sentenceOf(doc, one.span))
  }
  for (const one of namedAppDemands(doc, hits, said)) found.push(one)
  return found.sort((a, b) => a.span.start - b.span.start)
}

function* coercionsIn(doc: Doc, hits: readonly Span[]): Generator<Worded<Verdict>> {
  const { title } = doc.facts
  const titled = APP.test(title) || namesApp(title, doc.text)
  const clocking = titled && /考勤|打卡|签到/.test(title)
  const isFirst = oncePerSentence(doc)
  const appeal = isAppeal(doc)
  let towns: boolean | undefined
  for (const hit of hits) {
    // Much is promoted that is no app.
    if (
      doc.text.startsWith('推广', hit.start) &&
      !titled &&
      !APP.test(doc.text.slice(Math.max(0, hit.start - 16), hit.end + 16))
    )
      continue
    // Nothing by itself: see LIKELY.
    if (SHOWN_UP.some((words) => doc.text.startsWith(words, hit.start))) continue
    if (!KNOWN.has(doc.text.slice(hit.start, hit.end))) continue
    const close = paragraphAround(doc, hit, 120)
    const scored = isScored(doc, hit, titled)
    const byItself = isOfApps(doc.text.slice(hit.start, hit.end), close)
    if (!titled && !scored && !byItself && !APP.test(close) && !PLATFORM.test(close)) continue
    const stance = stanceOf(doc, hit)
    const { before, ahead, after, sentence } = stance
    const said = doc.text.slice(hit.start, hit.end)
    const words = readAs(said, stance, titled || APP.test(ahead.slice(-60)))
    if (words === undefined) continue
    const points = POINTS_A_DAY.has(said)
    if (points && (VILLAGERS.test(close) || SERVED.test(close) || SCORED_FOR_FUN.test(close))) continue
    towns ??= OFFICIALS.test(addresseesOf(doc, 400))
    const plainly =
      titled ||
      byItself ||
      APP.test(sentence) ||
      (APP.test(close) &&
        (WON.test(words) ||
          CLICKED.test(stance.before + words) ||
          (INSTALLS.test(words) && isServiceWithheld(sentence)) ||
          (words === '投票' && !ELECTION.test(close)) ||
          (/^(?:点赞|转发)$/.test(words) && POST.test(sentence)) ||
          (/^(?:注册|下载|安装|关注|激活)$/.test(words) && TOLD_TO_WIN.test(sentence)) ||
          !/。/.test(close) ||
          points ||
          NAMED_AGAIN.test(sentence)))
    const chased = CHASABLE.test(words) && (titled || APP.test(close)) && isChased(doc, hit, stance)
    const message =
      chased && !laysDuties(doc)
        ? 'pressed'
        : scored
          ? 'functions'
          : (judge(words, stance, { plainly, towns, titled, clocking }) ?? (chased ? 'pressed' : undefined))
    if (!message || findsFault(ahead) || SHUT.test(before) || isEmergency(sentence)) continue
    // A flood may want an app on every telephone, but no marks for how many.
    if (isEmergency(title) && message !== 'rate' && message !== 'likes') continue
    // An appeal appeals, unless it says that one must, and has it proved.
    if (appeal && !(message === 'pressed' && MUST.test(sentence))) continue
    if (isCalledToAccount(stance) || isCondemned(doc, hit) || isOver(doc, hit)) continue
    // 按照“应装尽装”的要求 demands it.
    // So does 未达到学习时长的，不得评优.
    const measured =
      LEARNT.test(words) || ALL.test(words) || Object.hasOwn(RATES, words) || LIKES.test(words + after.slice(0, 2))
    // 对推广情况开展检查，实行通报 puts no end to it.
    const inspected = message === 'rate' && SPREAD.test(words) && !ENDED.test(sentence)
    // 不装的，居住证先放一放 supposes who does not.
    const heldBack = message === 'withheld' && INSTALLS.test(words)
    const spokenOf = inspected
      ? stance.reported || stance.blamed || stance.quoted || stance.supposed
      : heldBack
        ? stance.reported || stance.blamed || stance.quoted
        : measured
          ? stance.negated || stance.reported || stance.blamed || (stance.quoted && !ALL.test(words))
          : stance.mentioned && !(after.startsWith('的') && isOnlySupposed(stance) && isShareToReach(words, stance))
    if (spokenOf || !isFirst(hit, message)) continue
    const end =
      hit.end +
      (message === 'rate' && SPREAD.test(words)
        ? (PROGRESS.exec(doc.text.slice(hit.end, hit.end + 20))?.[0].length ?? 0)
        : /^(?:点赞|转发)$/.test(words) && /^[量数率]/.test(after)
          ? 1
          : said.startsWith('手机') && words === '安装率'
            ? (/^[^，。；装下]{0,3}安?[装下]载?/.exec(after)?.[0].length ?? 0)
            : VIEWED_FEWER.test(said)
              ? (AT_LEAST.exec(after)?.[0].length ?? 0)
              : TO_INSTALL.has(said)
                ? (/^[上好]/.exec(after)?.[0].length ?? 0)
                : points
                  ? (SO_MANY_POINTS.exec(after)?.[0].length ?? 0)
                  : 0)
    // 一天十票; 不装 is shown as what is not done.
    const start =
      (points || VOTES_EACH.has(said)) && /[一每]/.test(doc.text.charAt(hit.start - 1))
        ? hit.start - 1
        : NOT_INSTALLED.has(said) || TO_INSTALL.has(said)
          ? hit.end - 1
          : hit.start
    yield { message, words: doc.text.slice(start, end), span: { start, end } }
  }
}

/** Does one only do so in an app, whatever it is called: 每天投10票, 转发推文? */
const isOfApps = (words: string, close: string): boolean =>
  /^(?:点赞|转发)$/.test(words)
    ? POSTED.test(close) && !WATCHED.test(close)
    : words.includes('投') && VOTES_A_DAY.test(close)

/** Does an app for officials give points for each step: 每日点赞积0.5分? */
function isScored({ text, facts }: Doc, { start, end }: Span, titled: boolean): boolean {
  if (!/\d\s?分/.test(text.slice(end, end + 40)) || !SCORED.test(text.slice(end, end + 40))) return false
  const above = text.slice(Math.max(0, start - TABLE_ABOVE), end)
  return (
    (titled || APP.test(above)) &&
    OFFICIALS.test(facts.title + above) &&
    !SCORED_FOR_FUN.test(above) &&
    !VILLAGERS.test(above)
  )
}

const isCalledToAccount = ({ before, after }: Stance) =>
  (IMPOSING.test(before) && !OMITTING.test(before) && IMPOSED.test(after)) || UNDONE.test(after)

/** 关于推广使用“健康清河”的通知 is about an app where its text says so: “健康清河”APP; or where it speaks of what is done with apps alone. */
function namesApp(title: string, text: string): boolean {
  const name = /[“"《]([^”"》]{2,12})[”"》]/.exec(title)?.[1]
  if (name !== undefined && SPREADS.test(title) && isUsedAsApp(title, text)) return true
  const opening = name === undefined ? -1 : text.indexOf(`${name}”`, title.length)
  return opening >= 0 && APP_BEHIND.test(text.slice(opening + name!.length + 1, opening + name!.length + 13))
}

/** 关于推广使用“…”的通知. */
const SPREADS =
  /(?:推广|使用|推行|启用|应用|上线|普及|安装|下载|注册)[^，。；“"《]{0,8}[“"《]|[”"》](?:的?(?:推广|使用|应用|推行|安装|下载|注册|上线))/
/** What is done with an app; one of these may be done with something else. */
const DONE_WITH_APPS =
  /(?:安装|装机|下载|注册|激活|登录|活跃|在线|绑定)率|登[录陆](?![^，。；]{0,10}网)|签到|下载|注册|卸载|激活|账号|扫码|手机|积分|在线时长|点赞/g
/** UTF-16 units. */
const OPENING = 1500
/** Software in offices, trade marks, things. */
const NO_APP = /系统|品牌|商标|标识|字号|标准|规范|目录|手册|条例|办法|软件正版|杀毒|设备|器|车|网站|一卡通|[”"]牌/

function isUsedAsApp(title: string, text: string): boolean {
  if (NO_APP.test(title) || THING.test(title)) return false
  const kinds = new Set(
    [...text.slice(title.length, title.length + OPENING).matchAll(DONE_WITH_APPS)].map(([word]) => word),
  )
  return kinds.size >= 2
}

/** What an order makes of an app: see the messages of app-coercion. */
type Verdict = 'rate' | 'likes' | 'functions' | 'forced' | 'urged' | 'withheld' | 'pressed'

/** Where the words stand. */
interface Setting {
  /** An app is named, not only a platform. */
  readonly plainly: boolean
  /** The document goes to townships and offices, so that whatever it aims at is theirs to reach. */
  readonly towns: boolean
  /** Its title names an app. */
  readonly titled: boolean
  /** … by which staff clock in. */
  readonly clocking: boolean
}

function judge(words: string, stance: Stance, { plainly, towns, titled, clocking }: Setting): Verdict | undefined {
  const { before, after, sentence } = stance
  const official =
    OFFICIALS.test(sentence) ||
    (towns && words.startsWith('装') && /^[^，。；]{0,4}(?:每一?个?人|人人|每[名位])/.test(after))
  const meant = affirmed(words, stance)
  const aimed = AIM.test(meant) && (official || towns) && !REACHED.test(after)
  const assessed = ASSESSED.test(meant)
  if (Object.hasOwn(RATES, words)) {
    if (
      THING.test(sentence) ||
      SERVED.test(sentence) ||
      (!plainly &&
        /^(?:使用|安装|下载|装机|用户|订阅|在线|登记|认证|扫码|亮码|入驻|开通|实名|应用|推广|登录情)/.test(words)) ||
      (/^(?:登记|认证)/.test(words) && REGISTERED.test(sentence))
    )
      return undefined
    if (words.startsWith('订阅') && PRINTED.test(sentence)) return undefined
    if (HELPED.test(after) && !assessed) return undefined
    // 监控在线率 is of a thing; somebody has to be online.
    if (words === '在线率' && !official) return undefined
    if (plainly && ORDERED.test(before) && IN_FULL.test(after) && meant !== '') return 'rate'
    // 实名用户突破十万 is told; so many are to be there.
    if (/^(?:实名用户|在线人数)$/.test(words) && !TO_BE.test(after)) return undefined
    // Houses and stalls are moved into, too.
    if (words.startsWith('入驻') && !MOVES_IN.test(before)) return undefined
    // What has the most users is no task: somebody must be told to win them.
    if (words.startsWith('用户') && !official) return undefined
    return aimed || assessed || (plainly && official && QUOTA.test(sentence)) ? 'rate' : undefined
  }
  if (LEARNT.test(words)) return plainly && isRankedLearning(words, stance) ? 'likes' : undefined
  if (LIKES.test(words + after.slice(0, 2))) {
    const points = words.includes('积分') && PLATFORM.test(sentence) && LEARNERS.test(sentence)
    if (SERVED.test(sentence) || (!plainly && !points && !/^(?:学习|在线|使用)/.test(words))) return undefined
    // 积分排名 says 排名 itself; of villagers it is 积分制.
    if (/积分/.test(words) && VILLAGERS.test(sentence)) return undefined
    if (!aimed && !ASSESSED.test(meant.replace(words, ''))) return undefined
    return /^(?:在线|使用|停留|积分)/.test(words) ? 'functions' : 'likes'
  }
  if (/^(?:打卡|签到)$/.test(words)) {
    const other = /会议|参会|培训|上下班|上班|下班|坐班|食堂/.test(before) || /^[地点]/.test(after)
    const device = plainly || DEVICE.test(before)
    return device && (official || clocking) && CHECKED.test(sentence) && !other ? 'functions' : undefined
  }
  if (!plainly) return undefined
  if (ALL.test(words)) return 'forced'
  const shares =
    /^(?:转发|点赞)$/.test(words) &&
    sentence.includes('朋友圈') &&
    (official ||
      (towns && /每人|人人/.test(sentence)) ||
      /(?:每[人个名位]|都|均|全体)[^，。；]{0,12}有?义务/.test(sentence))
  if (isWithheld(words, stance) || (INSTALLS.test(words) && isServiceWithheld(sentence))) return 'withheld'
  if (SPREAD.test(words) && PROGRESS.test(after))
    return official && ASSESSED.test(meant.replace(HEARD, '')) && !SERVED.test(sentence) && !THING.test(sentence)
      ? 'rate'
      : undefined
  if (words === '推广' || (words === '订阅' && PRINTED.test(sentence))) return undefined
  if (
    SPREAD.test(words) &&
    TASK_LAID.test(before) &&
    TASK_BEHIND.test(after) &&
    !THING.test(sentence) &&
    !SOFTWARE.test(sentence)
  )
    return 'forced'
  if (INSTALLS.test(words) && (official || towns) && isShareToReach(words, stance)) return 'forced'
  if (NOUN_AFTER.test(after) || SOFTWARE.test(sentence) || (SERVED.test(sentence) && !shares)) return undefined
  const named =
    CLICKED.test(before + words) ||
    TOLD_TO_WIN.test(sentence) ||
    TOPIC.test(stance.ahead) ||
    NEAR_APP.test(before.slice(-30) + after.slice(0, 30)) ||
    (/^(?:注册|激活|下载|安装|登录|装[上好])$/.test(words) && APP.test(stance.ahead.slice(-50))) ||
    (titled && STRONG.test(before))
  if (/^(?:关注|订阅|注册|登[录陆]|安装|装[上到好]|激活|开通账号)$/.test(words) && !named) return undefined
  if (words.startsWith('装') && THING.test(sentence)) return undefined
  if (/^登/.test(words) && !REGULARLY.test(sentence)) return undefined
  if (!/^(?:转发|点赞|投票)$/.test(words) && (TASKS.test(after) || (QUOTA.test(sentence) && (official || towns))))
    return 'forced'
  if (/^(?:注册|下载|安装|关注|激活)$/.test(words) && TOLD_TO_WIN.test(sentence) && !FREELY.test(before))
    return 'forced'
  if (!official && !shares) return undefined
  if (words === MUST_INSTALL) return FREELY.test(before) || THING.test(sentence) ? undefined : 'forced'
  const strong = STRONG.test(`${before}${words}${after.slice(0, 30)}`)
  if (/^(?:转发|点赞|投票)$/.test(words)) {
    if (words === '投票' && MAY_VOTE.test(sentence) && !URGED_TO_VOTE.test(sentence)) return undefined
    const daily = VOTES_A_DAY.test(sentence)
    if (FREELY.test(before) || !(daily || SHARE.test(sentence)) || FORWARDED.test(after)) return undefined
    if (daily || strong || assessed || QUOTA.test(sentence)) return 'likes'
    // An office's own account that passes news on is another matter.
    return OBLIGED.test(before) && PERSONALLY.test(sentence) ? 'urged' : undefined
  }
  if (FREELY.test(before)) return undefined
  if (strong || (/(?:未|不|没有)(?:按[时要求]{1,2})?$/.test(before) && assessed)) return 'forced'
  return OBLIGED.test(before) && !ANY_RATE.test(sentence) ? 'urged' : undefined
}

/** 注册的要占到六成 supposes who does. */
const isOnlySupposed = ({ supposed, negated, reported, blamed, quoted }: Stance) =>
  supposed && !negated && !reported && !blamed && !quoted

/** Is a share of all who live or work there to install it, whoever they are? */
function isShareToReach(words: string, { before, after, sentence }: Stance): boolean {
  const clause = clauseAround(before, words, after)
  return (
    // 注册率, 注册户数: found by themselves.
    !/^(?:率|[户人]?数|量|用户|的?比例|的[户人]数)/.test(after) &&
    SHARE_TO_REACH.test(clause) &&
    SHARE_OF.test(clause) &&
    !THING.test(sentence) &&
    !SOFTWARE.test(sentence) &&
    !SERVED.test(sentence) &&
    !SHARE_REACHED.test(clause) &&
    !FREELY.test(sentence.replace(NOT_ASSESSED, ''))
  )
}

/** What the sentence says, without what it says is not to be assessed; nothing where that is these very words. */
function affirmed(words: string, { before, after, sentence }: Stance): string {
  const rest = sentence.replace(NOT_ASSESSED, '')
  const clause = clauseAround(before, words, after)
  return clause.replace(NOT_ASSESSED, '') === clause ? rest : (YET.exec(after)?.[0].replace(NOT_ASSESSED, '') ?? '')
}
