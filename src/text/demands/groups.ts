/** What a document demands of officials in a work group: instant replies, check-ins, pictures, tasks. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { findsFault, isCondemned, isEmergency, oncePerSentence, paragraphAround, type Worded } from '../contexts.ts'
import { stanceOf } from '../stance/stance.ts'
import { callsOut } from './circulars.ts'
import { COST, isAtAnEnd, isOver } from './costs.ts'
import { ANYONE_BELOW, orLikely, type Signs, STAKE } from './likely.ts'

/** A group in a messenger; not 群众, 人群, 城市群. */
const GROUP =
  /微信|钉钉|QQ|(?:工作|联络|联系|交流|政务|网格|专班|通知|村民|党员|信息|办公|值班|临时|办事|村务|干部|系统|业务|管理|班组|车间|科室|部门|片区|护林|防火|防汛|保洁|巡查|环卫|包村|调度|园长|校长|书记|主任)群(?![众体团])|(?<![人集市业科族社种机])群[”"]?(?:(?:[各都][自要]?|及时|准时)?(?=[报发晒传签喊跟](?!展))|内|里|中|聊|组|主|公告|通知|消息|信息|成员|打卡|接龙)|[入进建在各本发该此]群(?![众体团岛山])|冒[个一]?泡|[@＠](?:所有人|[到了]?(?:[谁你]|自己|本人))|[艾爱]特/
const BY_APP = /钉钉|企业微信/
const A_GROUP = /群(?!众)/
/** Promises to citizens and companies, and attendance of learners, coerce no official. */
const SERVED =
  /群众(?!工作)|红白(?:喜)?事|村规民约|各家|家家|户主|客服|有人问|企业服务群|政企|企业(?:提|反映|咨询)|诉求|咨询|投诉|居民(?!委)|市民|业主|网民|网友|客户|患者|家长|学生|学员|考生|参训|游客|来电|热线|工单|办事人|纳税人|服务对象|报修|应聘|选手|商户|用户|司机|旅客/
const DEMANDED =
  /每(?:[天日周晚早人]|个工作日)|必须|须|务必|一律|按时|定时|准时|及时|组织|完成|参与|参加|进行|实行|开展|坚持|全员|统一|请|应当?|要(?!求)|均|都/
/** Within minutes an answer. Captured, for V8 writes out a short loop over what is not. */
const ANSWERED =
  /^(?:必须|须|要|应当?|均)?[以按用][^，。；]{1,24}(?:格式|形式|方式|样式)[^，。；]{0,4}(?:回复|接龙|回应)|^(?:，?(?:你们?|恁们?|您)(?=[都就]?[得要]|必须|务必|给我)|，?(?:人人|每个?人|谁都|大家|全员|各位|[各每]个?[镇乡村]|各(?:单位|社区|部门|科室|乡镇))(?=都|[必须要应]|务必|得))?(必须|须|要|应当?|务必|全部|予以|给予|作出|做出|及时|均[要须需应]|给我|给出|有所|逐条|逐一|在群[里内中]|都(?=给我)|[就都]{0,2}得|[就都]要){0,2}有?[个人]?(?:[应吱吭][一个]{0,2}声|冒[个一]?泡(?!停)|[冒露][个一]?[头面](?!积)|应一下|动静|反应(?!时间)|(?<=个)[话声响信]|(?<=个)[“"]?[到在]岗?[”"](?:字)?|[答应]话|回[个]?(?:话|音|信)|答复|回复|响应|回应|应答|回执|签收|接龙|打卡|确认)/
const INSTANT: Readonly<Record<string, RegExp>> = {
  秒回: /^(?!事件|率)/,
  秒复: /^/,
  随到随回: /^/,
  即阅即复: /^/,
  即阅即回: /^/,
  即收即复: /^/,
  即见即回: /^/,
  随看随回: /^/,
  随发随回: /^/,
  随叫随回: /^/,
  随呼随应: /^/,
  即收即回: /^/,
  秒级: /^(?:反馈|响应|回复|回应|应答)/,
  即时: /^(?:响应|回复|反馈|回应|应答|答复|接收|在线)/,
  立即: /^(?:予以|给予|作出|做出|进行)?(?:响应|回复|回应|应答)/,
  马上: /^(?:予以|给予|作出|做出|进行)?(?:响应|回复|回应|应答|回(?=[，。；！]))/,
  第一时间: /^(?:予以|给予|作出|做出|进行)?(?:响应|回复|回应|应答|接龙|打卡|回(?=[，。；]))/,
  分钟内: ANSWERED,
  分钟之内: ANSWERED,
  分钟以内: ANSWERED,
  刻钟内: ANSWERED,
  刻钟之内: ANSWERED,
  钟头内: ANSWERED,
  钟头之内: ANSWERED,
  半小时内: ANSWERED,
  半小时之内: ANSWERED,
  分钟里头: ANSWERED,
  小时内: /^(?:必须|须|要|应当?|务必|全部|予以)?(?:回复|响应|回应|应答)(?!处理|办理)/,
  小时在线: /^/,
  时刻在线: /^/,
  全天在线: /^/,
  全时在线: /^/,
  随时在线: /^/,
}
/** 收到请回复, 收到必回. */
const ACKNOWLEDGE =
  /^[”"]?(?:[信消]息|通知|@|指令)?[后者]?[，,]?(?:请|必须?|须|务必|要|即|均[要须需应])?(?:及时|立即|马上|第一时间|在群[内里])?(?:回复(?![函意后时]|之[日时后]|的?当[日天]|内容|情况)|即?回(?![避函收馈访执忆复]|[一-龥]{0,2}[家来])|即复)/
/** 看到请回1, 阅后回复“已阅”. */
const READ_AND_REPLY =
  /^(?:[信消]息|通知)?[后者]?[，,]?(?:请|必须?|须|务必|要|均)?(?:及时|立即|马上)?(?:在群[内里])?回(?:复)?[：:]?[“"‘]?(?:1(?!\d)|一个1|收到|已阅|知悉|已知)/
const ACKNOWLEDGED = /(?:(?:回复|应答|接龙|回应)[：:]?[“"‘]?|回[“"‘]|跟(?:上|一?个)[“"‘])$/
/** 不得静音, 不得设置免打扰: to forbid silence is to demand an answer. */
const SILENCE = /^(?:静音|免打扰|关闭提醒|屏蔽群|屏蔽本群|屏蔽[消信]息|屏蔽工作群)$/
const UNREAD_FORBIDDEN = /群[^，。；]{0,10}，?(?:不(?:得|准|许|能)?[留有]|做到零|确保零|实现零)[^，。；]{0,4}$/
const NO_SILENCE = /(?:不得|严禁|禁止|不准|不许|不能|一律不|别|不要)[^，。；]{0,12}$/
const FORBIDS = /不得|不允许|不许|不要(?!以为)|严禁|禁止|取消|不再|杜绝|防止|不能|不准|清理|不因|撤销(?=[以因对])/
const UNANSWERED =
  /^(?:[仍还]?未|不见?|没[有见]?)(?:人(?=[应答回吭吱搭冒接]))?(?:能|在[^，。；]{1,12})?(?:按时|及时|按要求|按规定)?(?:在[^，。；]{1,8})?(?:回复|答复|响应|回应|应答|确认(?=的[，,由将按扣记通点])|(?<=内)反馈|打卡|接龙|签到|跟[帖评]|回(?=[的者])|回[“"]?收到|回话|应答|[吭吱应出]声|冒[泡头]|露[头面]|回音|应一声|搭[腔话理]|[应答](?=[的，])|接[话腔茬上]|认领|销号|续[上接]?)|^(?:喊|叫|呼)(?:不应|不动)|^(?:[没无]|[不没]见)动静|^未读(?!书)|^不答的|^[没不]接龙|^装(?:作)?(?:没看[见到]|看不见|不[在知]|聋|哑|睡|死)|^看了不回|^只看不回|^潜水的(?=[，,都也])|^[漏晚迟][回接发打签]?卡?(?:了)?(?:[一两三\d]{1,2}(?:次|条|分钟)|的)|^(?:冒泡|冒头|应声|接龙|[回应答跟]得)[慢晚迟]了?/
const PUNISHED =
  /通报|记[上下]?[一1][回次笔](?=[，。；])|[去减抹刨拿划]掉?\s?[一二三半\d.]{1,3}\s?分(?!钟)|到[^，。；]{0,4}(?:办公室|党政办|办)来?(?:作|做|当面)?[说讲找解]|说清楚|点名|[按算](?:脱岗|旷工|缺[勤席]|迟到|不在岗)|站起来|扣\d?|罚[一二三五十\d款钱]|问责|约谈|批评|处理|(?:得|要|须)(?:到|来|向|给)[^，。；]{1,10}(?:说明|解释)|视[为同]|追责|检讨|作[^，。；]{0,4}检查|记名|[计记][入到][^，。；]{0,8}(?:考核|考评|绩效|档案)|擅离|(?:补[助贴]|奖金|绩效|工资|误工费)[^，。；不]{0,8}(?:没有了|没了|就没|泡汤|免了|停发)/
const PUNISHMENT = new RegExp(
  `${PUNISHED.source}|点到[^，。；]{0,6}(?:负责|领导|书记)|别怪|换人|[找拿向跟](?:[谁他她你]|[^，。；]{0,6}(?:支书|书记|主任|领导|负责人|[站所校镇乡局]长))[^，。；]{0,8}(?:要人(?![手帮])|算账|是问|要说法|问话|理论)|${COST.source}`,
)
/** 群内通知回复不及时的: the fault stands behind what was not done. */
const ANSWERING = /(?:回复|回应|响应|应答|接龙|打卡)(?:情况|工作|速度)?(?:上|仍|还|较|总)?$/
/** Parents and pupils check in of their own, unless who does not is chased or listed for it. */
const FAMILY = /家长|学生/
const FAMILY_WORDS = /家长|学生|学员/g
const CHASED =
  /(?:未|没有?|不)(?:能|在[^，。；]{1,10})?(?:按时|及时|按要求)?(?:接龙|打卡|签到|回复|回应|上传|跟[上帖贴评])[^，。；不]{0,10}，?[^。；不]{0,16}(?:催[办促缴]|通报|点名|公布|曝光|扣\d|扣[分除]|批评|约谈|登记(?:在册|上报)?(?=[，。；]|$)|名单(?!不)|评[先优比])/
/** 不得扣分、不得通报; 严禁通报: one 不得 may hold for a row. */
const SPARED = /(?:不(?![仅但只论管分问])|严禁|禁止|杜绝|免[予于]|无[须需]|取消|撤销|停止)[^，。；并且]{0,24}/g
/** 未接龙的视为不参加: nothing happens to them. */
const NO_HARM = /视[为同作](?:自动)?(?:不参[加会]|不报|放弃|弃权|同意|无[意异]|默认)/g
/** 因未回复而通报的单位，予以纠正. */
const PUNISHED_WRONGLY =
  /(?:通报|扣|问责|约谈|批评|追责|检讨)[^，。；]{0,6}(?:的|等)[^，。；]{0,8}，[^。；]{0,24}(?:纠正|改正|整改|责令|取消|撤销|退还|返还|更正|恢复|叫停|制止|查处|举报|反映|投诉|拨打)|，[^，。；]{0,6}(?:增加|加重)[^，。；]{0,6}负担/
const PLAY = /成语|故事|诗词|歌曲|龙舟|龙灯|网红|旅游|景[区点]|市民|健身|骑行|文旅(?!局|委|中心|系统)|爱心|公益/
const PICTURES =
  /^(?:共享(?:实时)?位置|位置共享|(?:所在|实时|当前)?位置(?:上传)?|现场图|报点位|[发报晒]个?位置|截图|截屏|照片|图片|小?视频|影像|录像|自拍|定位|轨迹)$/
/** How fast, or how often, somebody answers: 回复速度按日统计. */
const PROMPTNESS = /^(?:回[复应群信音]|响应|应答|[已未]读[率名]|发言|群回复|跟[帖评])/
const COUNTED =
  /统计|通报|排[名序出队]|考核|考评|扣\d|扣[发分减罚]|点名|公布|晾晒|登记|纳入|挂钩|作为[^，。；]{0,12}依据|打分|计分|评分/
/** 不作为考核依据, 统计回复速度一事受到批评. */
const UNCOUNTED = /不(?:再|得)?(?:公布|计|统计|看|比|记|排|算|考核|通报)[^，。；]{0,8}$/
const NOT_COUNTED =
  /(?:不(?:作|计|列|纳|进|与|统计|考核|通报|排|算|影响|记|看|比)|无关|脱钩)|^[^，。；]{0,6}(?:一事|的(?:做法|问题|现象))/
/** 依次回“已阅”, 发“到岗”二字. */
const SEEN = /^(?:已阅|知悉|照办|遵办|到岗|在岗|平安)$/
/** 每日在网格群中报告到岗情况. */
const REPORTS_HERE = /群[里内中上]?[^，。；群]{0,4}(?:报告|报送|上报|报|反馈|说明)(?:本人|自己|各自|当[日天])?$/
/** 群里的消息都得回: said aloud. */
const ALL_ANSWERED = /^(?:都得|都要|全得|必须)回$/
const MESSAGES = /(?:消息|信息|通知|群[里内]|艾特|@)[^。；]{0,16}$/
const TO_GROUP =
  /(?:上传|发[送到至在往布]?|贴[到至在]|报送?|推送|晒|传[到至]?|提交|分享|共享|转[发到至]|反馈|公示)[^，。；]{0,16}群|(?:[在到至于往]|通过)[^，。；]{0,14}群(?![众体团])[^，。；]{0,14}(?:上传|发|晒|报|传|共享|推送|打卡|提交|反馈|上报)/
/** 开启“位置共享”: it is shared with the group in which one is. */
const SHARED = /^(?:共享(?:实时)?位置|位置共享)$/
const WHOSE_PLACE = /自己|本人|个人|各自|人员|干部|书记|队员|网格员|每[人名天日晚]|在岗|下村|驻村/
const PORTRAIT =
  /证件照|寸照|免冠|证照|身份证|报名|征集|作品|会议?视频|视频会|宣传视频|公益|协议|收据|发票|视频监控|线索/
const ASSIGNS = /(?:群|微信|钉钉|QQ)[内里中]?[^，。；群]{0,8}(?:直接|统一|随时)?$/
const TASK = /^(?:的)?[^，。；群]{0,6}(?:任务|指令|工作|事项)/
const PRESSED =
  /必须|当日|当天|立即|即刻|不再(?:另行|发文)|视同|无条件|第一时间|限时|逾期|不得(?:以任何|推诿|延误)|马上/

/** 早上七点、晚上七点，在群里接一下龙: each day, without the word. */
const BY_CLOCK =
  /(?:早上?|晚上?|中午|[上下]午|夜里)\s?[一二三四五六七八九十\d]{1,3}[点时](?!间)|[早中晚][早中晚][各]?|一[早晚天]/
/** 哪天断了，当天的补助就没有了; 到点没接上的当天补助扣掉. */
const BROKEN =
  /(?:没|未)能?(?:接[上龙到]|打[上卡到]|报[上到]|签[上到]|跟上|露[头面]|冒[泡头]|应声)[了龙卡]?的[^。；，不]{0,10}，?[^。；，不]{0,8}(?:(?:补[助贴]|奖金|绩效|工资|误工费)[^，。；不]{0,8}(?:没有?了|没了|就没|泡汤|免了|停发|扣)|扣\s?\d|扣[掉发除]|罚)|(?:断|漏|忘|缺|晚|落)[了掉下接]{0,2}(?:[一哪][天次回])?的?，[^。；]{0,24}(?:(?:补[助贴]|奖金|绩效|工资|误工费)[^，。；不]{0,12}(?:没有?了|没了|就没|泡汤|免了|停发|扣)|扣\s?\d|罚|点名|通报)/
/** 每晚九点在群里报一遍“今日已巡”: said so often, and no more than that one is there. */
const CALLS =
  /^(?:都|各自|统一|挨个|轮流|逐个|依次|排着?队|挨着|按[^，。；]{1,4}序|要|得|须|必须|自觉|准时|按时){0,3}(?:[报发喊说答回续跟](?:上)?(?:[一个]{1,2}(?:遍|声|句|次|行|条(?!例|件|款)|到(?!位))|[“"][^”"，。；]{2,8}[”"](?![^，。；]{0,4}(?:文件|链接|通知|方案)))(?:[“"][^”"，。；]{1,10}[”"])?|露[个一]{0,2}[头面])/
const CALLED_BY_CLOCK = /每(?:[天日晚早]|个工作日)|天天|早晚|[早中晚][早中晚]/
const callsIn = (before: string, after: string): number =>
  CALLED_BY_CLOCK.test(before.slice(-24))
    ? (CALLS.exec(after)?.[0].length ?? 0)
    : // 在群里天天早上七点前按顺序续一行: how often stands behind.
      callsLater(after)
const LATER =
  /^[^，。；]{0,2}(?:每[天日晚早]|天天|早晚)[^，。；]{0,6}?(?:[点时]半?[之以]?前?)?(?:按(?:照)?[^，。；]{1,6}顺?序?|依次|挨着|轮流|排队){0,2}(?=[报发喊说答回续跟])/
function callsLater(after: string): number {
  const clock = LATER.exec(after)?.[0].length ?? 0
  const calls = clock > 0 ? (CALLS.exec(after.slice(clock))?.[0].length ?? 0) : 0
  return calls > 0 ? clock + calls : 0
}
/** 防汛群, 应急工作群: what a group is called after. */
const NAMED_FOR_DANGER = /(?:防汛|抗旱|森林防火|防灭火|应急)[”"]?(?:工作|微信|钉钉|值班|联络|调度){0,2}群/g
const WILLING = /愿意|自愿|有意|想[去来参报]|报名的/
/** By the clock, day by day, and at somebody's cost: that is no answer to a danger, whatever the group is for. */
const isPaidRelay = ({ text }: Doc, { end }: Span, sentence: string): boolean =>
  BY_CLOCK.test(sentence) && BROKEN.test(text.slice(end, end + 90).split('\n', 1)[0]!)

/** Who does not take up, cross out or answer what was said there. */
const SILENT_WORDS = [
  ...['未', '没', '没有'].flatMap((no) => ['认领', '销号', '跟帖', '接话', '接上', '应声'].map((verb) => no + verb)),
  ...['喊不应', '叫不应', '呼不应'],
  ...['才有人回复', '才回复', '才有回复', '才响应', '才回应'],
]
/** 少报一次，减1分; 断三天，分红少五十: what is to be there each day was not, and costs something. */
const MISSED_WORDS = [
  ...['报', '发', '传', '晒', '续'].flatMap((verb) => ['少', '漏', '缺', '断'].map((less) => less + verb)),
  ...['少', '漏', '缺', '断'].flatMap((less) => [`${less}一`, `${less}两`, `${less}三`]),
  ...['缺图', '没晒', '没发', '没报', '没传', '发晚', '报晚', '传晚', '排漏'],
]
const MISSED: ReadonlySet<string> = new Set(MISSED_WORDS)
const MISSED_COSTS = new RegExp(
  `^[了一两三\\d]{0,2}(?:[次天回条张]|谁)?(?:者|的[^，。；]{0,6})?，?[^，。；]{0,10}?，?[^，。；不]{0,8}?(?:${COST.source})`,
)
/** 每晚在年级群报“晚安”人数，: what is to come there by the clock. */
const DAILY_THERE =
  /(?:每[天日晚早]|天天|早晚|\d[时点])[^。；]{0,30}群[”"]?[里内中上]?[^。；]{0,30}(?:[报发晒传续]|排着?队)|(?:每[天日晚早]|天天|早晚)[^。；]{0,24}[发报晒传][到至在]?[^，。；]{0,6}群|群[”"]?[里内中上]?[^。；]{0,6}(?:每[天日晚早]|天天|早晚)[^。；]{0,24}[报发晒传续]/

/** Where one of these stands, `groupDemands` looks. */
export const groupWords: readonly string[] = [
  ...Object.keys(INSTANT),
  '收到',
  '看到',
  '看后',
  '阅后',
  '打卡',
  '接龙',
  ...['接一下龙', '接个龙', '接下龙', '接一条龙', '接一次龙', '接上龙'],
  '签到',
  '报到',
  '截图',
  '截屏',
  '照片',
  '图片',
  '视频',
  '影像',
  '录像',
  '自拍',
  '定位',
  '轨迹',
  '静音',
  '屏蔽群',
  '屏蔽本群',
  '屏蔽消息',
  '屏蔽信息',
  '屏蔽工作群',
  '免打扰',
  '关闭提醒',
  '必回',
  '未及时',
  '不及时',
  '未按时',
  '不按时',
  '未回复',
  '不回复',
  '没有回复',
  '没回复',
  '不响应',
  '不回应',
  '未回应',
  '未确认的',
  '不确认的',
  '未在',
  '不回的',
  '不回收到',
  '不回“收到',
  '没回“收到',
  '不回"收到',
  '没回的',
  '没有跟帖',
  '未跟帖',
  '不回话',
  '不吭声',
  '没吭声',
  '不吱声',
  '没吱声',
  '不出声',
  '没出声',
  '没有应答',
  '没有及时',
  '没及时',
  '没有按时',
  '没按时',
  '回复速度',
  '回复快慢',
  '回复率',
  '回复时长',
  '回复时效',
  '回复次数',
  '回群速度',
  '回信速度',
  '响应速度',
  '响应率',
  '应答率',
  '应答速度',
  '已读率',
  '响应时间',
  '回复用时',
  '群回复情况',
  ...['跟帖情况', '跟评情况'],
  ...['未答复', '不答复', '没答复'],
  '未读名单',
  '发言次数',
  '发言条数',
  '发言数量',
  '看了不回',
  '只看不回',
  '装没看见',
  '装没看到',
  '装作没看见',
  '装看不见',
  '装聋',
  '装哑',
  '装睡',
  '装死',
  '潜水的',
  ...['没人应', '没人回', '没人答', '没人吭', '没人吱', '没人搭', '没人接话', '没人接腔', '没人冒'],
  ...['没有人应', '没有人回', '没有人答', '没有人吭', '没有人吱', '没有人搭', '没有人接话', '没有人接腔', '没有人冒'],
  '没动静',
  ...[
    '不见冒泡',
    '不见冒头',
    '不见回',
    '不见应',
    '不见吭',
    '不见吱',
    '不见动静',
    '不见露面',
    '没见冒泡',
    '没见回',
    '没见应',
    '没见动静',
    ...['没接茬', '没有接茬', '不接茬'],
  ],
  '无动静',
  '未读',
  '不应一声',
  '不应声',
  '不搭腔',
  '不搭话',
  '不答的',
  '不接龙',
  '没接龙',
  '未接龙',
  '未打卡',
  '未签到',
  '未响应',
  '漏打',
  '漏签',
  '漏接',
  '漏回',
  '晚回',
  '晚发',
  '迟回',
  '已阅',
  '知悉',
  '照办',
  '遵办',
  '到岗',
  '在岗',
  '报平安',
  '点名',
  '没应答',
  '未应答',
  '不冒泡',
  '没冒泡',
  ...MISSED_WORDS,
  ...SILENT_WORDS,
  '秒级',
  '冒个泡',
  ...['冒泡慢', '冒泡晚', '冒头晚', '应声慢', '接龙慢', '接龙晚', '回得慢', '回得晚', '应得慢', '应得晚', '跟得慢'],
  '未冒泡',
  '没冒头',
  '不冒头',
  '没露头',
  '不露头',
  '没露面',
  '没回音',
  '共享实时位置',
  '共享位置',
  '现场图',
  '报点位',
  '发个位置',
  '发位置',
  '报位置',
  '晒位置',
  '位置共享',
  '所在位置',
  '实时位置',
  '当前位置',
  '位置上传',
  '都得回',
  '都要回',
  '全得回',
  '必须回',
  '下达',
  '布置',
  '交办',
  '派发',
  '摊派',
  '分派',
  '安排',
  '群里',
  '群头',
  '这个群',
  '群内',
  '工作群',
  '钉钉群',
  '微信群',
]

/** A group, an answer, how soon or how often, and what happens otherwise. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /微信|工作群|钉钉|群[里内中头]|[在这]个?群|群[”"](?<=[^，。；]{2}群.)/,
      /分钟|第一时间|当天|半天|次日|小时|每[天日周晚早]|早晚|随时|全天候|一天/,
      /吭|应[声答一]|必须应|必须回|确认|表态|跟帖|未回|不回|回复|响应|当天交|回话|接龙|断了?龙|冒泡|打卡|报到|点名/,
      STAKE,
      ANYONE_BELOW,
    ],
  }),
)

/** Of `hits` (places of `groupWords`, in order), those where something is forced upon the members of a group. */
export const groupDemands = (
  doc: Doc,
  hits: readonly Span[],
): Generator<Worded<Exclude<Found, 'called'> | 'pictures' | 'likely'>> =>
  orLikely(
    doc,
    hits,
    coercionsIn(doc, hits),
    LIKELY,
    (passage) => SERVED.test(passage) || isEmergency(passage) || COMPLAINS.test(passage.split('。', 1)[0]!),
  )

function* coercionsIn(doc: Doc, hits: readonly Span[]): Generator<Worded<Exclude<Found, 'called'> | 'pictures'>> {
  const isFirst = oncePerSentence(doc)
  let end = 0
  for (const hit of hits) {
    if (hit.start < end) continue
    const words = doc.text.slice(hit.start, hit.end)
    // A paragraph may be cut at a fixed width.
    const close = doc.text.slice(hit.end, hit.end + 40).replace(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/g, '')
    const ahead40 = doc.text.slice(Math.max(0, hit.start - 40), hit.start)
    const said = MISSED.has(words) ? missed(doc, hit) : find(words, ahead40, close)
    if (!said) continue
    const found = said === 'called' ? 'relay' : said
    const inGroup = GROUP.test(paragraphAround(doc, hit, 120)) || /微信群|工作群|钉钉群|群组/.test(doc.facts.title)
    if (!inGroup && found !== 'acknowledged') continue
    const stance = stanceOf(doc, hit)
    const { before, ahead, after, sentence } = stance
    // 未及时接龙的，通报批评 supposes the fault in order to punish it; 在群里下达的任务，必须完成 describes the task.
    const heldHere = found === 'punished' && callsOut(doc, stance)
    const spokenOf =
      (stance.negated && !SILENCE.test(words) && !MISSED.has(words) && (found !== 'punished' || FORBIDS.test(ahead))) ||
      // 已读不回的，通报; 谁回得晚了，通报.
      (stance.reported && !heldHere && !(found === 'punished' && isAnyone(before, words))) ||
      (stance.blamed && !heldHere) ||
      stance.quoted ||
      (stance.supposed && found !== 'punished' && found !== 'assigned' && !MISSED.has(words))
    const spared = /不回复?$/.test(before) && !PUNISHMENT.test(after)
    if (
      spokenOf ||
      spared ||
      (!heldHere && isSpokenOf(ahead, before)) ||
      (isUrgent(doc, sentence) &&
        !(
          found === 'relay' &&
          !isEmergency(sentence.replace(NAMED_FOR_DANGER, '')) &&
          isPaidRelay(doc, hit, sentence)
        )) ||
      isCondemned(doc, hit) ||
      isOver(doc, hit) ||
      (found !== 'punished' && isAtAnEnd(doc, hit))
    )
      continue
    // Steps are counted for health, unless somebody is called out for them.
    if (
      (SERVED.test(sentence) && !isFamilyChased(sentence)) ||
      (PLAY.test(sentence) && !/点名|通报|扣分/.test(sentence))
    )
      continue
    if (/在线$|^[到在]岗$/.test(words) && /值班|值守|带班/.test(sentence)) continue
    if (/^(?:全[天时]|随时)在线$/.test(words) && !(GROUP.test(sentence) && DEMANDED.test(sentence))) continue
    if (
      found === 'relay' &&
      (!(DEMANDED.test(sentence) || PUNISHMENT.test(after) || isPaidRelay(doc, hit, sentence)) ||
        !(GROUP.test(sentence) || words === '接龙'))
    )
      continue
    // 愿意参加的，在群里接个龙.
    if (found === 'relay' && WILLING.test(ahead.slice(-40)) && !PUNISHMENT.test(after)) continue
    if (SIGNED_IN.test(words + after) && /会议|参会|入场|开会|会场|缺席/.test(sentence)) continue
    if (found === 'punished' && doc.genre.id === 'circular' && FAILED.test(sentence)) continue
    // To say so is no burden by itself: somebody has to answer for it if he does not.
    if (said === 'called' && !PUNISHMENT.test(after.replace(SPARED, ''))) continue
    // 钉钉打卡 is done in an app, and a matter for app-coercion, where no group is spoken of.
    if (
      found === 'relay' &&
      words !== '接龙' &&
      BY_APP.test(sentence) &&
      !A_GROUP.test(`${doc.facts.title}${sentence}`)
    )
      continue
    if (found === 'proof' && ((!TO_GROUP.test(sentence) && !SHARED.test(words)) || PORTRAIT.test(sentence))) continue
    if (found === 'counted' && (!COUNTED.test(sentence) || NOT_COUNTED.test(after) || UNCOUNTED.test(before))) continue
    // Where a lamp is broken, not where somebody is.
    if (/^(?:所在|当前|实时)位置$|^位置上传$/.test(words) && !WHOSE_PLACE.test(sentence)) continue
    if (words === '未读' && found === 'instant' && !DEMANDED.test(sentence)) continue
    if (found === 'assigned' && !PRESSED.test(`${before}${words}${after}`)) continue
    const message =
      found === 'acknowledged' && inGroup ? 'instant' : found === 'proof' && !/^截/.test(words) ? 'pictures' : found
    if (!isFirst(hit, message)) continue
    const span = said === 'called' ? { start: hit.end, end: hit.end + callsIn(ahead40, close) } : whole(doc, hit, found)
    end = span.end
    yield { message, words: doc.text.slice(span.start, span.end), span }
  }
}

/** Are parents or pupils chased for it, as app-coercion has it? Whoever rings them up to help, or checks in for a class, coerces nobody. */
const isFamilyChased = (sentence: string): boolean =>
  FAMILY.test(sentence) && CHASED.test(sentence) && !SERVED.test(sentence.replace(FAMILY_WORDS, ''))

/** 签到, 未按时签到: at a meeting one does so at the door. */
const SIGNED_IN = /^(?:[未没不]有?)?(?:按时|及时)?签到/
/** Whom a 通报 blames for what he did not do is not blamed for silence. */
const FAILED =
  /外出|(?:属|系|构成)[^，。；]{0,4}(?:擅离|脱岗|旷工|失职|缺勤)|无故缺|未(?:办结|完成|整改|履职|到岗|开工)|[仍还]未(?:办|完|整|开)/

/** A meeting about fires is no fire: who comes to it and when needs no answer within minutes. */
const isUrgent = ({ genre, facts }: Doc, sentence: string): boolean =>
  genre.id === 'notice.meeting' ? isEmergency(sentence) : isEmergency(sentence, facts.title)

const isAnyone = (before: string, words: string): boolean =>
  /已读[^，。；]{0,4}$/.test(before) || (/[慢晚]$/.test(words) && /(?:谁|哪个|凡)[^，。；]{0,8}$/.test(before))

/** Does whoever once left it out pay for it, in a sentence that has it in a group by the clock? */
function missed(doc: Doc, { start, end }: Span): 'relay' | undefined {
  const after = /^[^。；\n]*/.exec(doc.text.slice(end, end + 50))![0]
  if (!MISSED_COSTS.test(after.replace(SPARED, ''))) return undefined
  const before = doc.text.slice(Math.max(0, start - 90), start)
  return DAILY_THERE.test(
    before
      .slice(before.lastIndexOf('\n') + 1)
      .split('。')
      .at(-1)!,
  )
    ? 'relay'
    : undefined
}

type Found = 'called' | 'instant' | 'acknowledged' | 'relay' | 'punished' | 'proof' | 'assigned' | 'counted'

function find(words: string, before: string, after: string): Found | undefined {
  const instant = INSTANT[words]
  if (instant) return instant.test(after) ? 'instant' : undefined
  if (SILENCE.test(words)) return NO_SILENCE.test(before) && !after.startsWith('众') ? 'instant' : undefined
  // Whom somebody @s is in a group.
  if (words === '必回') return /[@＠]$/.test(before) ? 'acknowledged' : before.endsWith('到') ? 'instant' : undefined
  if (REPORTS_HERE.test(before) && /^[到在]岗$/.test(words) && /^(?:情况|状态)?(?=[，。；、])/.test(after))
    return 'relay'
  if (SEEN.test(words))
    return /(?:回|回复|发|发送|报|喊|跟[帖贴]?|跟上|接龙)(?:[一两三\d][次遍声个])?[：:]?[“"‘]$/.test(before)
      ? /[岗安]$/.test(words)
        ? 'relay'
        : 'acknowledged'
      : undefined
  if (words === '报平安' || words === '点名')
    return /群[里内中上]?[^，。；群]{0,6}$/.test(before) && !/^(?:道姓|册|表扬|通报|批评|公布|提醒)/.test(after)
      ? 'relay'
      : undefined
  if (words === '收到')
    return ACKNOWLEDGE.test(after) || (ACKNOWLEDGED.test(before) && !/^[的了]/.test(after)) ? 'acknowledged' : undefined
  if (words === '群里' || words === '群内') return callsIn(before, after) > 0 ? 'called' : undefined
  if (words === '看到' || words === '阅后' || words === '看后')
    return READ_AND_REPLY.test(after) ? 'acknowledged' : undefined
  // 群消息不留未读.
  if (words === '未读' && UNREAD_FORBIDDEN.test(before)) return 'instant'
  if (PROMPTNESS.test(words)) return 'counted'
  if (words === '不及时' && ANSWERING.test(before) && A_GROUP.test(before))
    return isHeldAgainst(after) ? 'punished' : undefined
  if (/^[未不没无漏晚迟装潜只]|^看了|[慢晚]$|不应$/.test(words))
    return isPunished(words + after) ? 'punished' : undefined
  if (ALL_ANSWERED.test(words))
    return MESSAGES.test(before) && !/^[来去家到避函访收馈]/.test(after) ? 'instant' : undefined
  if (words.startsWith('才')) return SLOW.test(before) && isHeldAgainst(after) ? 'punished' : undefined
  if (PICTURES.test(words)) return 'proof'
  // 早上六点半都要冒个泡.
  if (words === '冒个泡') return /(?:[都均][要得须]|必须|务必|给我)$/.test(before) ? 'relay' : undefined
  // 未及时接龙的，通报 is found at 未及时.
  if (words === '报到')
    return /(?:微信|工作|钉钉|QQ)群[^，。；群]{0,24}$|群[里内中上]?(?!众)[^，。；群]{0,6}$/.test(before)
      ? 'relay'
      : undefined
  if (/^(?:打卡|接龙|签到|接.{1,2}龙)$/.test(words))
    return /^(?:[地点处圣墙]|报名|报餐|订餐|统计)/.test(after) || /[未不][^，。；]{0,10}$/.test(before)
      ? undefined
      : 'relay'
  return ASSIGNS.test(before) && TASK.test(after) ? 'assigned' : undefined
}

/** 超过40分钟才有人回复，通报批评. */
const SLOW = /(?:[\d一二两三四五六七八九十半几]\s?(?:个)?(?:分钟|小时|钟头|刻钟)|天|第二天|很久|半天)[^，。；]{0,6}$/

/** Is silence punished? 未回复的，由联络员电话提醒，不得通报 spares it. */
function isPunished(after: string): boolean {
  const silent = UNANSWERED.exec(after)
  return silent !== null && isHeldAgainst(after.slice(silent[0].length))
}

function isHeldAgainst(after: string): boolean {
  const then = /^[^。；]{0,40}/.exec(after)![0]
  return PUNISHMENT.test(then.replace(NO_HARM, '').replace(SPARED, '').slice(0, 28)) && !PUNISHED_WRONGLY.test(then)
}

/** 她在病房里还得回“收到”: what somebody had to put up with. */
const SUFFERS = /[他她我俺](?!们[各都要])[^，。；]{0,14}(?:还[得要]|还非得|[仍也]得|只好|只得|不得不)[^，。；]{0,6}$/
/** 有一回他在地里浇水，没在十分钟内回复: what once befell somebody. */
const HAPPENED =
  /有(?:一|几)?[回次天](?![收到答复])[^。；]{0,24}[他她我](?!们[各都要])[^。；]{0,30}(?:没|未)(?:有|能)?(?:在)?[^，。；]{0,6}$/
/** 沟杨乡的老许讲，…; 网格员跟我诉苦，…. */
const COMPLAINS =
  /(?:[跟给对向]我们?[讲说]|诉[苦说]|吐槽|抱怨|(?<!一)[老小][王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][讲说])[^。；]{0,4}[，：:][^。]*$/

const isSpokenOf = (ahead: string, before: string) =>
  findsFault(ahead) ||
  /(?:发现|清查|排查|查处|存在|涉及)(?:(?![未不没])[^，。；]){0,12}$/.test(before) ||
  /不(?:搞|在|往|以|用|必|再|强制|强求)[^，。；]{0,12}$/.test(before) ||
  /指尖上的形式主义|不作硬性|不强制/.test(ahead) ||
  // 每个群都要他回: told of somebody, not laid upon those who read it.
  /(?:[要让叫逼催]|等着)(?:他|她|人家)们?[^，。；]{0,6}$/.test(before) ||
  /不再?(?:让|叫|逼)[^，。；]{0,24}$/.test(before) ||
  SUFFERS.test(before) ||
  HAPPENED.test(ahead) ||
  COMPLAINS.test(ahead) ||
  /有没有|是否|有无/.test(before)

/** With the number before 分钟内 and the reply behind it; with what forbids 静音. */
function whole({ text }: Doc, { start, end }: Span, found: Found): Span {
  if (found !== 'instant' && found !== 'acknowledged') return { start, end }
  const forbidden = SILENCE.test(text.slice(start, end)) && NO_SILENCE.exec(text.slice(Math.max(0, start - 20), start))
  if (forbidden) return { start: start - forbidden[0].length, end }
  const number = /(?:\d{1,2}|[一二三])\s?$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0
  const more =
    /^(?:[^，。；：！!\s”"]{0,8}(?:回[音话信]|回个话|冒泡|[应吭吱]声|回复|响应|反馈|回应|应答|答复|在线|签收|接龙|打卡|即复|必回|请回))?/.exec(
      text.slice(end, end + 14),
    )?.[0].length ?? 0
  return { start: start - number, end: end + more }
}
