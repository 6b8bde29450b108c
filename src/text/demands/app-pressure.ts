/** What is held against whoever does not do in an app as he is told: learners ranked, names chased, things withheld; and what is none of it. */
import type { Doc, Span } from '../../core.ts'
import type { Stance } from '../stance/stance.ts'

/** 不进考核, 不把下载量当作评先条件, 不搞排名; but 不得评优 punishes, and 不定期通报 only says when. */
export const NOT_ASSESSED =
  /(?:不(?:再|得|予|宜|应|许|准|需|必|要)?(?:[进列纳设搞与和跟将把以凭因扣算追]|计[入分算]|作(?!为[的、，慢])|当[作成做]|定(?![期时])|下(?:达|指标|任务|硬)|用[于作来]|对[^，。；]{0,20}(?=考[核评]|排[名序]|通报)|考[核评]|通报|排[名序]|评比|加分|要求|统计|公布|晾晒|挂钩|影响|问责|约谈|批评)|免[予于]|无[须需]|[与和同跟][^，。；]{1,12}(?:脱钩|无关))[^，。；]{0,40}/g
/** Votes that law provides for. */
export const ELECTION = /选举|换届|候选|代表|表决|无记名|选票/
/** Who is served, competes or buys, not who serves. */
export const SERVED =
  /(?:参赛|获奖|征集|优秀|入围|投稿|展示)作品|作品(?:的)?(?:点赞|播放|转发)|作品(?:征集|评选|投票)|参赛|大赛|选手|投稿|文创|直播|电商|商品|旅游|景区|景点|网红|门票|宣传片|演出|观众|楼盘|赛事|招商|产品|品牌|外宣|影视|广告|征文|课程|慕课|学分|学时(?!长|间)|数据资源|应用(?:商店|市场)|电子证照|土地|农机|车辆|泊位/
/** 注册人数, 关注民生: no deed. */
export const NOUN_AFTER =
  /^(?:的|了|人数|用户|数|信息|数据|地址|链接|方式|方法|流程|量|率|点|资金|商标|资本|度|民生|群众|困难|重点|二维码|码|页面|界面|渠道|入口|舆情|热点|动态|社情|特殊|网络)/
export const VILLAGERS =
  /村民|农户|居民|(?<![客用账门])户|志愿|信用|(?<!联系|服务|走访|密切)群众(?!工作)|积分制|积分超市/
/** 每个号点赞并转发不少于10条，通过后方可盖章: nothing is done for whoever does not. */
const WITHHELD = /方(?:可|能|准|予)|才(?:能|可|给|准|予)|否则|不(?:予|给|得)(?:办|受|盖|发|领|签|放|评|毕|入)/
/** An account through which the thing itself is done: 关注公众号后方可预约. */
const CHANNEL =
  /预约|报名|查询|缴费|登[录陆]|注册|申请|申报|填报|填写|下载|入口|扫码|购票|取号|绑定|认证|推送|接收|收到|抽奖|礼品|奖品|领券|优惠/
/** An app by which people learn, or what is learnt there. */
export const LEARNT =
  /^(?:学习强国|网络学院|学习任务|学习进度|平台学习|参学率|完课率|学习参与[度率]|安全教育平台|青年大学习)$/
const LEARNING = /学习|参学|完课|教育平台/
const LIKES_HERE =
  /(?:学习|学习总|[日月]均?|[人平]均|平台的?|软件|上的|[、和])积分|积分(?:排|榜|垫|靠|末|落|最)|学习时长|在线(?:时长|时间)|点赞[量数率]|转发[量数率]|阅读[量数]|活跃|激活|注册率|安装率|下载率|使用率|学习任务|学习进度|平台学习|参学率|完课率|学习参与[度率]/
/** Ranked, called out by the calendar, or held against whoever learns. */
const RANKED_LEARNING =
  /(?:每[日天周旬月晚]|按[日天周旬月]|[日周月])[^，。；]{0,6}(?:通报|排名|公布|张榜|晾晒|晒|排序)|(?:通报|公布)[^，。；]{0,10}(?:学习|得分|排名|进度)|学习(?:任务|情况|得分|进度|完成情况)?[^，。；]{0,8}(?:纳入|列入|与|和|作为|记入|计入)[^，。；]{0,12}(?:考核|考评|绩效|评[先优比议定]|津补?贴)|学习[^，。；]{0,10}与(?![^，。；]{0,6}(?:实际|实践|本职|岗位|所[学思]))[^，。；]{1,14}挂钩|排名|张榜|末[位一二三五]|垫底|倒数|名列|完成度考核|(?:[参完][学课]率|完成[度率]|参与[度率])[^，。；]{0,16}(?:[考通扣排]|低于|达不到|(?:要|须|应当?|需)[^，。；]{0,4}达|不[得能]?[低少]于)|(?:确保|力争|要求)[^，。；]{0,20}(?:[参完][学课]率|完成[度率]|参与[度率])[^，。；]{0,8}(?:达|100|百分)/
/** 在学习强国平台刊发稿件的加分 counts what is written. */
const PUBLISHED = /刊[发登载用播]|上稿|稿件|发稿|供稿|采用|采编|编发|投稿|推送|新闻|报道|信息宣传|宣传信息|刊/
/** What is installed elsewhere, and sold. */
export const THING =
  /电表|水表|路灯|消防|监控|充电|设备|设施|净化|太阳能|报警器|防盗|燃气|标[牌志]|护栏|电梯|光伏|卫星|摄像头|传感|终端|装置|探测|北斗|GPS|车载|宽带|支架|光猫|自吸泵|监测|排污|商标|农药|执业|学籍|法人|工商|户籍(?!人口)|品种|药师|建造师/
/** What people are made to do for somebody else's numbers. */
export const CHASABLE = /^(?:投票|点赞|转发|关注|订阅|下载|安装|注册|激活|装[上到好起])$/
const ASKED_OF = /[请须应要需得]|必须|务必|每[位个名户人天]|全体|全员|动员/
/** UTF-16 units of what follows in the paragraph. */
const CHASED_WITHIN = 140
/** 未下载的名单在家长群公布, 得票数列入班级评比. */
const CHASED =
  /(?:未|没有?|不)(?:及时|按时|按要求)?(?:投[满够票完]?|完成|下载|关注|点赞|转发|安?装|注册)[^，。；]{0,24}?，?[^，。；不]{0,10}?(?:催|名单|公布|公示|点名|通报|扣|约谈|说明原?因?|检讨|批评|上门|反馈给|补上?为止)|(?:得票|票数|投票|点赞|转发|下载|完成|关注|安装|注册)[^，。；]{0,10}?(?:列入|纳入|计入|作为|与)[^，。；]{0,12}?(?:评比|考核|评[优先]|考评|绩效|挂钩)|(?:完成|注册|参与|学习|下载|登录|关注|激活|答题|观看)(?:率|人数|户数|情况)[^。；]{0,16}?(?:低于|[达不]不?到|未达|不足|少于|落后|靠后|垫底|[后末][一二三四五\d]{0,2}[名位])[^。；]{0,24}?(?:不得(?:参|评|推|享)|取消[^，。；]{0,8}(?:资格|评)|扣|通报|批评|约谈|说明|检讨|表态|点名)|(?:[没未不]够?[到达足满]到?|低于|少于|达不到)\s?(?:百分之[一-龥]{1,4}|\d{2,3}\s?[%％]|全员|[五六七八九十]成)[^，。；]{0,4}，[^。；不]{0,16}(?:扣|往下[减扣压降]|[减降抹]\s?\d|降|通报|点名|约谈|批评|说明|检讨)|(?:统计|公布|通报|接龙|汇总)[^，。；]{0,6}?(?:未|没)(?:投|完成|下载|关注|点赞|转发|安?装|注册)[^，。；]{0,6}?(?:名单|人员|家长|名字|住户|职工)|(?:收集|上传|上报|提交|报送?|发[送至到]?|交|留存)[^。；]{0,40}?(?:投票|完成|下载|激活|关注|点赞|转发|安装|注册)[^，。；]{0,6}?(?:截(?:[图屏]|下来))|(?:投票|完成|下载|激活|关注|点赞|转发|安装|注册)[^。；不]{0,14}?截(?:[图屏]|下来)[^，。；]{0,4}?(?:收集|上传|上报|提交|报|发|交|留存|存档|存底)/
const NOT_CHASED =
  /(?:不(?:再|得|予|会|要|作|做|另)?|无[须需]|免|严禁|禁止|取消|停止)(?:统计|公布|公示|通报|催|点名|登记|评比|排名|计入|列入|纳入|考核)[^，。；]{0,20}/g
export const WILLING =
  /自愿|如愿意|愿意的|随意|不强[求制]|不作要求|不影响|投不投都|不(?:必|用)勉强|领取|领奖|兑[换奖]|礼品|奖品|抽奖|客服|报错|无法/
/** 下载后方可缴费, 注册学籍: it is the way to one's own. */
const CHANNEL_OF =
  /预约|报名|缴费|申[请报]|填报|学籍|医保|参保|社保|资格|入学|选课|购票|取号|实名|年审|办理|投标|腾讯会议|会议软件|视频会议|调试|测试/
/** A document that is passed on, not a post. */
export const FORWARDED = /^(?:了|至|给|的)?[^，。；]{0,10}(?:通知|文件|意见|办法|方案)/
export const FREELY =
  /自愿|自主|引导|鼓励|方便|可(?:以|通过|扫|自行|在)|欢迎|倡导|提倡|号召|无需|推荐|扫码即可|不强|不[作做]?硬性/

/** Are those who learn in an app ranked, called out or assessed by it? What it publishes of them is another matter. */
export function isRankedLearning(words: string, { before, after, sentence }: Stance): boolean {
  if (/学习强国|网络学院/.test(words) && LIKES_HERE.test(sentence)) return false
  // 学分 of a 支部 on 学习强国 are no learner's credits.
  const served = /支部|党员|强国/.test(sentence) ? sentence.replace(/学分/g, '') : sentence
  if (PUBLISHED.test(sentence) || SERVED.test(served) || FREELY.test(before) || VILLAGERS.test(sentence)) return false
  const said = (before.slice(-20) + words + after.slice(0, 60)).split('；')[0]!
  return LEARNING.test(said) && RANKED_LEARNING.test(said.replace(NOT_ASSESSED, ''))
}

/** Is it held of each who does it, and who does not, whoever they are: 未投满的家长由班主任逐一催办? */
export function isChased(doc: Doc, { end }: Span, { before, after, sentence }: Stance): boolean {
  if (ELECTION.test(sentence) || FREELY.test(before) || NOUN_AFTER.test(after) || FORWARDED.test(after)) return false
  const said = before + /^[^\n]*/.exec(doc.text.slice(end, end + CHASED_WITHIN))![0]
  return (
    ASKED_OF.test(before + after.slice(0, 30)) &&
    CHASED.test(said.replace(NOT_CHASED, '').replace(NOT_ASSESSED, '')) &&
    // 取消评优资格 is what they lose, not what they register for.
    !CHANNEL_OF.test(sentence.replace(/(?:评[优先选]|晋[级升])[^，。；]{0,4}资格/g, '')) &&
    !WILLING.test(said)
  )
}

/** What is put on a telephone. */
export const INSTALLS = /^(?:下载|安装|注册|激活|装[上好])$/
/** 不装这个程序的，过户先往后放一放; 装上了再给盖章: whoever does not has to wait for what is his. */
const HELD_BACK =
  /(?:不|没有?|未|不肯|拒绝?)(?:安?装|下载?|注册|激活|绑定|扫码?)[^，。；]{0,14}?的?，[^。；]{0,40}?(?:往后(?:放|排|靠|推|压|稍)|放一放|搁一搁|搁着|缓一缓|缓办|暂缓(?:办|受理|发)|不予(?:办|受理|发|盖|登记)|不给(?:办|盖|开|发|过)|(?:一律|暂|先)不(?:办|受理|发|盖|开))|(?:装|下载|注册)(?:[好上完]|成功)?(?:了|之?后)?，?[才再](?:给|能给|予)(?:办|受理|盖|发|开)|(?:啥|什么|几)时候?(?:装|下|注册)[^，。；]{0,4}(?:啥|什么|几)时候?(?:给|办|受理|发)/
/** Of offices, not of the app. */
const SERVICE =
  /过户|居住证|证明|盖章|低保|补[贴助偿]|报销|户口|落户|手续|身份证|证照|入学|宅基地|养老金|救助|种粮|办事|办证/
/** The thing itself is done there, or by law; and whoever refuses to serve is called to account. */
const DONE_THERE =
  /网上|线上|在线|自助|电子|(?:平台|系统|程序|[Aa][Pp][Pp])[内里中上](?:办|申|提交|预约|缴)|依法|依照|规定|法律|条例|认证|实名|燃气|报警器|消防|不得|不许|不准|不能[因以]|严禁|举报|反映|投诉|责令|纠正|整改|查处|自愿/
export const isServiceWithheld = (sentence: string): boolean =>
  HELD_BACK.test(sentence) && SERVICE.test(sentence) && !DONE_THERE.test(sentence)

/** Is something else made to wait until one has followed, liked or forwarded? */
export const isWithheld = (words: string, { before, after, sentence }: Stance): boolean =>
  /^(?:关注|转发|点赞)$/.test(words) &&
  WITHHELD.test(after) &&
  (/须|必须|先|需|应当?|每[个人条]/.test(before) || /^[^，。；]{0,12}(?:不[少低]于|至少|满|[后的]，)/.test(after)) &&
  !NOUN_AFTER.test(after) &&
  !FORWARDED.test(after) &&
  !SERVED.test(sentence) &&
  !CHANNEL.test(sentence)
