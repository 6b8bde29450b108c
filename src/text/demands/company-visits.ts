/** What a document has a company do for those who come to see it: stop work, line up, rehearse, decorate, clean, pay. */
import type { Doc, Span } from '../../core.ts'
import { clauseAround, findsFault, oncePerSentence, sentenceOf, shownClause, type Worded } from '../contexts.ts'
import { stanceOf } from '../stance/stance.ts'
import { ENTERPRISE, isHouseRule, isMentioned } from './companies.ts'

const VISIT =
  /礼仪队|迎接[^，。；]{0,8}(?:检查|验收|考核|评估|复查|督查)|欢迎[词辞]|伴手礼|走访|(?:客人|来宾|贵宾|嘉宾)(?:们)?[^，。；]{0,10}(?:[来到](?![店了过消家])|[进入]厂|走|车队|途经|经过|要?看(?![病房货中]))|车队(?:途经|经过|到达|抵达|[要来])|受检(?=企业|单位)|(?:给|让)领导看|领导[^，。；]{0,2}看|采风团|采访团|取景|领导要看|调研|考察|观摩|参观|视察|(?:检查|督导|督查|考核|验收|评估|巡查)组|接待|来访|参访|体验生产|客商|莅临|到访|拉练|现场会|迎检|领导(?:同志)?(?:一行|(?:上午|下午|明天|今天|后天|马上|要)?(?:到|来|进车间|进厂))/
/** A stop for safety or clean air is no courtesy to visitors. */
const DUTIES =
  /环保|污染|错峰|限产|安全(?:隐患|生产|事故)|违法|处罚|执法|整治|检修|关停|淘汰|消防|隐患|预警|疫情|火灾|防火|应急|破产|责令|整顿/
const DRILL = /应急|消防|防汛|救援|预案|疏散|反恐|军事|地震/
const STOPS =
  /关[一半]天|关门|停转|停下来|停下(?=[^，。；]{0,6}(?:生产|机器|设备|产线|流水线))|先停|停半天|停一天|停产|停工|歇工|歇(?:一歇|一会|[半一]天|[一个]*上午)|先歇|停一停|停机|停业|[别不]开工|暂停(?:生产|发货|作业|装卸|营业|施工)|停止(?:生产|发货|作业|营业|施工|运转|运行)|暂停(?:运转|运行|(?:货物|物料|原料)装卸)|先?别干活|先不干活|[别不]开机|中断生产|放假/
/** 停产企业, 停工的原因, 开工、停工情况: the stop is there already, and the visit is about it. */
const STOPPED_ALREADY =
  /^(?:[、和或及]?(?:半停产|停产|停工|停业|限产|减产|歇业|倒闭|复工|复产)){0,3}(?:的|了|着|企业|公司|项目|工地|商户|厂家?|车间|原因|情况|状况|问题|困难|损失|名单|症结|面(?!对)|多久|多长|(?:超过|达|长达)?(?:半|[\d一二两三四五六七八九十]{1,3}个?)[年月](?:以上|之久|多)?的)/
/** 因订单不足停产, 长期停产; but 因领导调研停产 is for the visit. */
const STOPS_BY_ITSELF =
  /(?:因|因为|由于|受(?!检))([^，。；]{1,16})$|(?:已|长期|多年|处于|濒临|面临|陷入|半)[^，。；]{0,4}$/
/** 为什么停产, 关注企业停工: asked about. */
const ASKED_ABOUT =
  /(?:为什么|为何|何时|怎么|是否|有无|哪些|关注|了解|摸清|弄清|问清|询问|听取|梳理|统计|分析)[^，。；]{0,14}$/
/** 订单再急也先放一放, 夜班调到白班, 把机器开满了给领导看. */
const PUT_OFF =
  /(?:机器|设备|产线)[^。；]{0,14}先(?:关|停)了|[把将](?:机器|设备|产线)[^，。；]{0,4}[转开]起来[^。；]{0,8}(?:领导|客人|他们|来宾)[^，。；]{0,4}看|(?:无论|不管|不论)[^，。；]{0,4}(?:有没有|有无)[^，。；]{0,4}(?:订单|活儿?|任务)[^，。；]{0,12}(?:开[足满动起]|转起来|满)|(?<![为给])(?:活儿?|工作)[^，。；]{0,6}(?:先|暂时|统统|都)[^，。；]{0,3}(?:[撂搁丢停]下|放下)|(?:[要得须]|务必|确保)[^。；]{0,12}工位[^，。；]{0,3}坐满|工位(?:都|全部?|也|还是)?(?:[要得须]|必须|务必)[^，。；]{0,3}坐满|[干做转][^，。；]{0,2}给(?:他们?|领导)看|(?:窑|炉|机器|设备|生产线|车间)[^，。；]{0,4}先不[^，。；]{0,4}(?:点火|开|转|生产)|没有?(?:订单|活儿?|任务)[^，。；]{0,8}也[要得须]?[^，。；]{0,10}(?:开起来|转起来|干起来)|(?:[要须]|确保|保持|做到)[^，。；求]{0,10}满负荷(?:生产|运[转行])|看完了?再(?:恢复|开工|生产|[拉搬]回)|(?:参观|考察|观摩|体验|接待)[^。；]{0,24}不(?:得|再)?安排(?:订单|生产)|(?<![为给])(?:订单|生产|活儿?|手[头里上]的?(?:活|工作)|工期)[^，。；]{0,8}(?:放[一下]?放|缓一缓|让一让|让路|往后[放排推]|搁一搁|先停)|夜班[^，。；]{0,8}(?:调|改|换)[到成为]白班|(?:机器|设备|生产线|流水线)[^，。；]{0,4}(?:开满|开足|全开|都开)[^。；]{0,8}(?:给|让|供)[^，。；]{0,8}(?:看|参观)|(?:负责人|老板|厂长|经理|管理人员|中层|职工|员工)[^，。；]{0,6}放下手[头里][^，。；]{0,12}(?:汇报|陪同|等候|迎接|接待|座谈)/
/** 应将生产任务调整至夜间; 生产线须满员开动: bidden, not told of a firm that saves on power. */
const SHIFTED =
  /(?:[须得]|应(?!急|用|邀)当?|[请将把]|务必|一律|统一|要(?!求))[^。；]{0,20}(?:(?:生产|班次|订单|工序|作业|排产)[^，。；]{0,8}(?:[调改挪移](?:整|排|动)?[到至]|安排[在到至])(?:夜[间里晚班]|晚上|后半夜|周末)|满[员载线](?:开动|运[转行]|生产|作业|开机))/
/** 调研发现，费用由企业自行解决，建议补助: learnt on the visit. */
const LEARNT = /发现|了解到|反映|建议|困难|电[价费]|峰谷|谷电/
/** A machine that is stopped for what it is. */
const UNFIT = /检验|检定|故障|维保|特种设备|未经|不合格|超期|带病/
/** 负责人不在厂的，通知其赶回接待; 检查期间企业负责人不得外出: whoever runs it is to wait for those who come. */
const KEPT_WAITING =
  /(?:负责人|法定代表人|法人|老板|厂长|(?:总|副|项目)经理|董事长|业主)[^。；]{0,24}?(?:(?:赶|专程|连夜|提前)回[^，。；]{0,8}?(?:接待|陪同|汇报|等候|迎接|在[场厂])|推[掉迟][^，。；]{0,10}?，?[^，。；]{0,8}?(?:接待|陪同|汇报|等候|迎接|在[场厂])|(?:不得|不准|不许|不能|一律不)(?:外出|出差|请假|离厂|离开)|(?:留厂|在厂)(?:等候|待命|候命|迎候|待检|接待))/
const KEPT_WAITING_WORDS: readonly string[] = [
  '赶回',
  ...['留厂等候', '留厂待命', '留厂候命', '在厂等候', '在厂待命', '在厂候命', '在厂迎候', '留厂迎候'],
  '专程回',
  '连夜回',
  '提前回',
  '推掉',
  '推迟',
  '不得外出',
  '不准外出',
  '不许外出',
  '不得出差',
  '不能外出',
  '不得离厂',
  '不得请假',
]
/** Workers as an audience: 每家安排50名职工到场，人数不足的约谈. */
const AUDIENCE =
  /(?:安排|组织|抽[调出]?|选?派|出|拉)[^，。；]{0,12}?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[名个位人][^，。；]{0,6}?(?:职工|员工|工人|师傅)[^，。；]{0,16}|(?:安排|组织|抽[调出]?|选?派|出)[^，。；]{0,8}(?:职工|员工|工人)[^，。；]{0,4}\d{1,4}[名个位人]/
const OCCASION =
  /开幕|闭幕|文化节|艺术节|美食节|啤酒节|庆典|汇演|演出|晚会|剪彩|奠基|开工仪式|启动仪式|揭牌|仪式|动员大?会|宣讲会?|表彰会|观众|捧场|凑人|撑场|运动会|比赛|大会/
const FORCED =
  /(?:工资|误工费?)[^，。；]{0,4}(?:由)?(?:企业|厂[里方]?|公司)[^，。；]{0,2}(?:照[发付]|承担|负担|自理)|(?:每天|天天|连续)[^，。；]{0,8}排练|停[产工机]|约谈|通报|扣|问责|取消|点名|不得[^，。；]{0,6}(?:评|享|申)|硬任务|一个[都也]?不能少|必须[凑到派出]|(?:班次|倒班|轮班|排班|生产)[^，。；]{0,6}自行(?:调[整剂]|协调|安排|克服|解决)|缺[席员一]|少一?个?人?的[，企单]/
const AUDIENCE_WORDS: readonly string[] = [
  '到场',
  '观众',
  '捧场',
  '助阵',
  '撑场',
  '集合',
  '入场',
  '凑数',
  '凑足',
  '缺席',
  '到齐',
]
const GOOD_FOR_STAFF = /培训|体检|献血|工会(?:选举|代表)|职工代表|疏散|演练|职称|技能|招聘|志愿|自愿/
/** 二号车间提前腾空, 腾出两条产线供拍摄: room is made where work was done. */
const CLEARED =
  /(?:厂?院[子坝里]?|料场|堆场|空场|厂坪)[^，。；]{0,8}(?:腾空|[腾空让清]出来)|(?:车间|厂房|库房|仓库|产线|生产线|流水线|机台|工位)[^，。；]{0,12}(?:腾空|腾出来?|清空|让出来?)|(?:腾空|腾出|清空|让出)[^，。；]{0,8}(?:车间|厂房|库房|仓库|产线|生产线|流水线|机台|工位)/
/** 厂内货车停止进出, 大货车都开走; 出货推迟一天; 等看完再拉回来. */
const HELD_UP =
  /(?:货车|卡车|料车)[^，。；]{0,12}(?:驶离|移走|挪走)|(?:货车|卡车|料车|叉车|拉货的?车?)[^，。；]{0,10}别(?:再|往|让)?(?:外跑|出厂|进厂|出门|进来|往外)|(?:停止|暂停|禁止)(?![^，。；]{0,6}(?:危险|危化|无关|超限|超载|外来|社会|私家|无证|渣土))[^，。；]{0,14}(?:车辆?|货物)(?:进出|出入)|(?:货车|卡车|料车|物流车|运输车辆)[^，。；]{0,8}(?:(?:停止|暂停|禁止|不[得准让])(?:进出|出入)|开走|开出去|移出)|(?:出货|发货|交货|排产|开工)[^，。；]{0,4}(?:推迟|延后|往后|缓一)|(?:推迟|延后|暂缓)[^，。；]{0,4}(?:出货|发货|交货|排产|开工)|(?:走了|看完|结束)[^，。；]{0,2}再[^，。；]{0,2}(?:恢复|排产|拉回|搬回|开[工机])/
const HELD_BY = /(?:一律|全部|全天)?(?:停止|暂停|禁止|不[得准让])(?:[^，。；]{0,12}(?:车辆?|货物))?$/
const HELD_UP_WORDS: readonly string[] = [
  '进出',
  '出入',
  '开走',
  '出货',
  '发货',
  '排产',
  ...['别往外跑', '别出厂', '别进厂', '驶离', '挪走'],
  '再恢复',
  '再开工',
  '再拉回',
  '再搬回',
]
const CLEARED_WORDS: readonly string[] = ['腾空', '腾出', '清空', '让出', '空出来', '清出来']
/** What stops work, and might do so for reasons of the company's own. */
const HALTS = new RegExp(`^(?![别不])(?:${STOPS.source})|^(?:腾[空出]|清空|让出)`)
/** 发动下夜班职工擦洗设备, 抽出80名员工充当引导员; one or two who explain are no burden. */
const SET_TO_WORK =
  /(?:组织|发动|安排|动员|抽[出调]?|派出?|出|让|要求|家)[^，。；]{0,10}(?:员工|职工|工人|师傅)(?![^，。；]{0,6}(?:培训|学习|体检))[^。；]{0,20}?(?:打扫|擦洗|冲洗|清扫|清洗|布置|引导|讲解员|充当|等候|摆拍)|(?:员工|职工|工人)[^，。；]{0,6}(?:参加|开展|进行)[^，。；]{0,6}大扫除/
/** 把厂区道路清扫干净: whoever is to do it. */
const TIDIED =
  /(?:厂区|车间|厂容|院落|厂门|道路)[^，。；]{0,8}(?:打扫|清扫|清洗|冲洗|[洗扫擦][一两几三]遍)|(?:打扫|清扫|清洗|冲洗)[^，。；]{0,6}(?:厂区|车间|院落|厂门|道路|卫生)/
const ONE_OR_TWO = /[一两12]\s?[名个位人](?![^，。；]{0,6}[十百])/
const WORK_WORDS: readonly string[] = [
  ...['洗一遍', '洗两遍', '扫一遍', '扫两遍', '擦一遍'],
  '打扫',
  '大扫除',
  '擦洗',
  '冲洗',
  '清扫',
  '清洗',
  '引导',
  '引导员',
  '讲解员',
  '充当',
  '摆拍',
]
/** 粉刷围墙，费用由企业先行垫付; 产量损失由贵公司自行克服. */
const CHARGED =
  /(?:费用|经费|开支|支出|花销|多少钱|产量|产值|损失)[^，。；]{0,12}?(?:企业|公司|厂里|厂方|自行|自己|自)[^，。；]{0,4}?(?:承担|负担|自理|自筹|垫付|消化|克服|解决|想办法|出)|(?:企业|公司|厂里)自(?:筹|掏)/
const CHARGED_WORDS: readonly string[] = [
  '承担',
  '自行承担',
  '自筹',
  '自理',
  '垫付',
  '先行垫付',
  '自行消化',
  '自行克服',
  '自行解决',
  ...['自己想办法', '自行想办法', '自想办法'],
]
/** What is paid for or lost; 参观人员食宿费用自理 is another matter. */
const SPENT =
  /粉刷|出新|补植|修[补缮整葺]|整修|亮化|刷漆|布置|展[板厅架]|横幅|接待|更换|门头|翻新|停[产工机转]|产量|损失|腾[出空]|绿植|花卉/
/** 月底观摩团要来。…甲厂当天上午停产半天: the visit stands a sentence ahead. */
const THAT_DAY = /当天|届时|那天|到时/
const ARRIVES = /(?:车队|来宾|客人|领导|观摩团)[^，。；]{0,4}(?:到达|抵达|下车|进厂)/
const FOR_VISIT =
  /查看|拍[摄照]|客人|领导|列队|欢迎|保证效果|车队|配合|迎接|迎检|鼓掌|站两[排列溜]|车(?:队)?一到|人一?走了?再|参观|观摩|调研|考察|视察|检查|接待|来访|期间|保障|确保/
const WELCOMES =
  /列好?队|排好队|排成两|分列两|迎一[迎下]|站在两[侧边旁]|站(?:两[排列溜]|成排)|夹道|欢迎(?![^，。；]{0,6}(?:投资|咨询|来电|报名|参加|订阅|监督|广大|社会|关注))|迎接|鼓掌|献花|换[上穿]?新(?:工|衣|服|装)|换[上穿]新|站(?:好|成|列)[^，。；]{0,4}[队排]|统一(?:着|服装|穿)|合影/
/** Whose task it is to receive visitors is doing his work. */
const STAFF = /员工|女工|职工|工人|干部职工|一线人员|工作人员|管理人员|(?<!接待|陪同|礼仪|来访|参观|考察)人员/
const REHEARSES =
  /^(?:走台|走场|模拟(?:接待|讲解|参观|调研|迎接)|彩排|排练|预演|演练|走台|踩点|试走|[走练过][一两三几]遍)/
const SHOWS =
  /[刷涂]成|摆上?(?:花|鲜花|盆花)|刷白|刷新漆|红毯|展板|展架|展牌|欢迎标语|欢迎横幅|横幅|条幅|欢迎牌|欢迎词|电子(?:屏|显示屏)|水牌|LED|刷新|粉刷|铺设?红?地毯|摆放鲜花|彩旗|气球|沙盘|宣传片|汇报片|画册/
const MAKES =
  /[刷涂]成|摆上?花|摆上|刷[白新]|制作|[做备挂摆弄]好|摆放|悬挂|设置|布置|张贴|准备|播放|更新|更换|拉挂|拉[上起好]|挂上|立[起好上]?(?=[^，。；]{0,2}[块个排])|铺|打印|滚动|印制|安排|统一|插|拍摄|重新/
const PUBLIC =
  /普法|政策宣传|宣传月|宣传周|宣传日|公益广告|消防|禁毒|安全生产月|文明城市|志愿|开放日|公众|市民|研学|活动现场|会场|展会|博览会|展销/
const MODEST =
  /不(?:打|挂|拉|摆|得|准|要|搞|安排|组织|制作|张贴|悬挂|摆放|设|铺|影响|布置|停)|不$|严禁|减少|一律不|尽量|避免|无需|谢绝/

/** Work that may wait until the visitors are gone. */
const PUT_OFF_WORDS: readonly string[] = [
  '放一放',
  '缓一缓',
  '让路',
  '调到白班',
  ...[
    '整到夜',
    '整至夜',
    '调到夜',
    '调至夜',
    '改到夜',
    '改至夜',
    '挪到夜',
    '排到夜',
    '排在夜',
    '调到晚上',
    '调整到晚上',
  ],
  ...['满员开', '满员运', '满员生', '满载运', '满线运', '满线生'],
  '改成白班',
  '开满',
  '开足',
  '放下手头',
  '放下手里',
  '坐满',
  '先不点火',
  '先不开',
  ...['撂下', '搁下', '先放下', '都放下'],
  '先关了',
  '看完了再',
  '看完再',
  '给他看',
  '给他们看',
  '给领导看',
  '安排订单',
  '满负荷',
  '开起来',
  '转起来',
]

/** Work at full load is what every office wishes for, visited or not. */
const FULL_LOAD = '满负荷'

const LATER_WORDS: readonly string[] = [
  ...HELD_UP_WORDS,
  ...CLEARED_WORDS,
  ...CHARGED_WORDS,
  ...PUT_OFF_WORDS.filter((words) => words !== FULL_LOAD),
  '刷白',
  '红毯',
  '走一遍',
  '走两遍',
  '走几遍',
]

/** 生产线先歇一歇: what rests is a machine; people may. */
const RESTS: readonly string[] = ['歇一歇', '歇一会', '歇一天', '歇半天', '歇一上午', '先歇', '停一停']
const MACHINES_REST =
  /(?:产线|流水线|机器|设备|机台|机床|车间|窑|炉|工地|塔吊|生产|活儿?)[^，。；]{0,8}(?:[先都全]|暂时)?[歇停]/
/** 在厂门两侧站好队迎一迎: people stand there, and somebody comes. */
const LINED_UP_WORDS: readonly string[] = [
  '站好队',
  '站好两',
  ...['站两排', '站两列', '站两溜', '站成排'],
  '排好队',
  '排成两',
  '站在两',
  '迎一迎',
  '迎一下',
  '分列两',
]
/** 在厂门里头站两排，车一到就鼓掌; 让我们鼓掌祝贺 is said at a meeting. */
const LINED_UP = /站[两好成]|列队|排成|夹道|门[口里前外]|[路道]两[侧边旁]/
/** 不因调研停产. */
const NOT_FOR_IT = /(?<!不[得能])(?:不(?:得|能|会|准|应|许|要|必)?|无[须需])(?:因|为了?|以)[^，。；]{1,14}$/
/** 不让工人站好队迎接. */
const SPARES_THEM = /不(?:再|要|得|许|准)?(?:让|叫|用|派|安排|组织)/
const AT_THE_GATE = /厂门|门口|大门|[两道路][侧旁]|两边|路口|路边|入口|[迎欢]|鼓掌|领导|客人|来宾/

/** Where one of these stands, `visitDemands` looks. */
export const visitWords: readonly string[] = [
  ...LINED_UP_WORDS,
  '停产',
  '停下来',
  '停下主要',
  '停下生产',
  '停下机器',
  '停下设备',
  '停工',
  '歇工',
  ...RESTS,
  '停机',
  '停业',
  '暂停生产',
  '停止生产',
  '停止作业',
  '暂停作业',
  '暂停装卸',
  ...['暂停货物装卸', '暂停物料装卸', '暂停原料装卸', '停止运转', '停止运行', '暂停运转', '暂停运行'],
  '暂停发货',
  '停止发货',
  '暂停营业',
  '停止营业',
  '暂停施工',
  '停止施工',
  '别干活',
  '别干活了',
  '先不干活',
  '列队',
  '列好队',
  '夹道',
  '欢迎',
  '迎接',
  '彩排',
  '排练',
  '预演',
  '演练',
  '踩点',
  ...['模拟接待', '模拟讲解', '模拟参观', '模拟调研', '模拟迎接'],
  '走一遍',
  '走两遍',
  '走三遍',
  '走几遍',
  '练一遍',
  '练两遍',
  '练几遍',
  '展板',
  '展架',
  '展牌',
  '横幅',
  '条幅',
  '标语',
  '电子屏',
  '电子显示屏',
  '水牌',
  '粉刷',
  '刷白',
  '刷新漆',
  '红毯',
  '地毯',
  '鲜花',
  '彩旗',
  '沙盘',
  '宣传片',
  '汇报片',
  '统一着',
  '统一穿',
  '统一服装',
  '献花',
  '鼓掌',
  '换上新',
  '换穿新',
  ...[
    '换新工',
    '换新衣',
    '换新服',
    '刷成',
    '涂成',
    '摆上花',
    '摆花',
    '走台',
    '走场',
    '解说词',
    '讲解词',
    '解说稿',
    '讲解稿',
  ],
  '站成两',
  '站成一',
  ...PUT_OFF_WORDS,
  ...HELD_UP_WORDS,
  ...CLEARED_WORDS,
  ...WORK_WORDS,
  ...KEPT_WAITING_WORDS,
  ...AUDIENCE_WORDS,
  ...CHARGED_WORDS,
  '停转',
  '关门',
  '关一天',
  '关半天',
  '先停',
  '停半天',
  '别开工',
  '别开工了',
  '不开工',
  '别开机',
  '别开机了',
]

const VISIT_WORDS: ReadonlySet<string> = new Set(visitWords)

/** 关于做好市领导调研产业有关准备工作的通知: all of it is for the visit. */
const PREPARES_VISIT =
  /(?:领导|[调观考视][研摩察]组?)[^，。；]{0,24}(?:准备|保障|接待|迎接|筹备)|(?:接待|迎接|保障)[^，。；]{0,16}(?:领导|调研|观摩|考察|视察)/
/** 请各企业提前做好准备，在厂门口悬挂欢迎条幅, behind the sentence that tells who comes. */
const PREPARES = /提前|做好准备|届时|其间|准备工作/

export type VisitDemand = 'attended' | 'stopped' | 'welcomed' | 'rehearsed' | 'decorated' | 'staffed' | 'charged'

/** Of `hits` (places of `visitWords`, in order), those where a company is disturbed for a visit. */
export function* visitDemands(doc: Doc, hits: readonly Span[]): Generator<Worded<VisitDemand>> {
  const { title } = doc.facts
  if (isHouseRule(doc)) return
  const isFirst = oncePerSentence(doc)
  for (const hit of hits) {
    const words = doc.text.slice(hit.start, hit.end)
    if (!VISIT_WORDS.has(words)) continue
    const near = doc.text.slice(Math.max(0, hit.start - 160), hit.end + 80)
    if (!(ENTERPRISE.test(near) || AT_WORK.test(near) || ENTERPRISE.test(title))) continue
    const audience = isAudience(doc, hit, near)
    if (!audience && !(VISIT.test(title) || VISIT.test(near))) continue
    // 货车停止进出: what is demanded is that it stops.
    const held = HELD_UP_WORDS.includes(words)
      ? (HELD_BY.exec(doc.text.slice(Math.max(0, hit.start - 24), hit.start))?.[0].length ?? 0)
      : 0
    const stance = stanceOf(doc, { start: hit.start - held, end: hit.end })
    const { before, ahead, after, sentence } = stance
    // 不得缺席 forbids itself.
    const missed = audience && words === '缺席' && /不(?:得|准|许|能)$/.test(before) && !stance.blamed && !stance.quoted
    if ((isMentioned(stance) && !missed) || findsFault(ahead)) continue
    if (audience) {
      if (isFirst(hit, 'attended'))
        yield { message: 'attended', words: shownClause(clauseAround(before, words, after)), span: hit }
      continue
    }
    // 不得外出 forbids itself.
    const waiting = KEPT_WAITING_WORDS.includes(words)
    if (MODEST.test(before) && !waiting) continue
    // 车辆先停在门口 stops no work.
    if (words === '先停' && /^[放在到靠]|车/.test(after.slice(0, 2))) continue
    if (CUSTOMERS.test(sentence) && !OFFICIALS.test(sentence + title)) continue
    // 暂停业务: no 停业 stands there.
    if (words === '停业' && after.startsWith('务')) continue
    if (NOT_FOR_IT.test(before)) continue
    // 别开工了 stops them now.
    if (HALTS.test(words) && stoppedAnyway(before, after)) continue
    const clause = clauseAround(before, doc.text.slice(hit.start - held, hit.end), after)
    const visited =
      VISIT.test(sentence) ||
      VISIT.test(title) ||
      ((THAT_DAY.test(sentence) || ARRIVES.test(sentence) || PREPARES.test(sentence)) &&
        VISIT.test(doc.text.slice(Math.max(0, hit.start - 120), hit.start)))
    // A notice of a visit, and what is to be done that day, names no visitors again.
    const titled =
      VISIT.test(title) &&
      (ENTERPRISE.test(title) ||
        (PREPARES_VISIT.test(title) && !/群众|信访|下访/.test(title)) ||
        THAT_DAY.test(sentence))
    // A letter tells who comes, and asks in the next sentence.
    const message =
      visited || (LATER_WORDS.includes(words) && VISIT.test(doc.text.slice(Math.max(0, hit.start - 120), hit.start)))
        ? judge(words, clause, sentence, after, titled)
        : undefined
    if (!message || !isFirst(hit, message)) continue
    yield { message, words: shownClause(clause), span: hit }
  }
}

/** Who works there, and with what, where nobody says that it is a company: 冲天炉要停一停. */
const AT_WORK = /老板(?!娘)|货车|机器|[窑炉]子?(?=[^，。；]{0,6}[停歇关熄])|铸造|纺织|制衣|机床/
/** 找三个女工把解说词背熟: they learn by heart what they are to tell. */
const BY_HEART = /背[^，。；]{0,6}(?:解说|讲解)[词稿]|(?:解说|讲解)[词稿][^，。；]{0,6}(?:背|记)[熟会下牢]/

/** Who comes to buy or sell is no office. */
const CUSTOMERS = /客户|供应商|经销商|代理商|加盟商|合作伙伴|来访者/
const OFFICIALS = /领导|检查组|督导|督查|观摩|调研|视察|考察团|参观团|代表团|[省市县区]委|政府/

/** Are so many workers to fill an occasion, or else? */
function isAudience(doc: Doc, hit: Span, near: string): boolean {
  if (!OCCASION.test(near) || !AUDIENCE.test(near)) return false
  const i = sentenceOf(doc, hit)
  const { start, end } = doc.facts.sentences[i] ?? hit
  const sentence = doc.text.slice(Math.max(start, hit.start - 160), Math.min(end, hit.end + 120))
  return AUDIENCE.test(sentence) && FORCED.test(sentence) && !GOOD_FOR_STAFF.test(sentence) && !DUTIES.test(sentence)
}

/** Nobody stops the company for the visit: it stands still by itself. */
function stoppedAnyway(before: string, after: string): boolean {
  const cause = STOPS_BY_ITSELF.exec(before)
  return STOPPED_ALREADY.test(after) || ASKED_ABOUT.test(before) || (cause !== null && !FOR_VISIT.test(cause[1] ?? ''))
}

/** Stricter than FOR_VISIT: lorries are kept out for many a reason. */
const SEEN_BY =
  /领导|来宾|嘉宾|贵宾|客人|车队|参观|观摩|调研|考察|视察|(?:检查|督导|督查|考核|验收|评估|巡查)组|接待|来访|到访|迎接|迎检|看完|走了/
const forVisit = (sentence: string, titled: boolean): boolean =>
  !DUTIES.test(sentence) && (titled || FOR_VISIT.test(sentence))

/** A company, for those who come to see it; its visitors are no customers of its tours. */
const isTidied = (clause: string, sentence: string): boolean =>
  TIDIED.test(clause) &&
  /企业|公司|厂/.test(sentence) &&
  /请|[要须应]|务必/.test(sentence) &&
  (SEEN_BY.test(sentence) || PREPARES.test(sentence))

const WHITEWASHED_TREES = /[树林苗][^，。；]{0,6}刷白|刷白[^，。；]{0,4}树/
const UNANNOUNCED =
  /演练[^。；]{0,12}(?:不(?:预先|事先|提前|打招呼|发通知|通知|设|搞|安排)|双盲|无脚本|由[^，。；]{1,8}组织)|(?:不(?:设|搞|安排|邀请|组织)[^，。；]{0,6}|谢绝)(?:观摩|参观|嘉宾|领导)|井下|透水|瓦斯|泄漏|避险|逃生|自救|急救|入井|坠落|中毒|双盲/
/** 领导干部走一遍流程 tries out what citizens go through; 讲解员先走两遍 rehearses. */
const isRehearsed = (words: string, sentence: string): boolean =>
  !DRILL.test(sentence) &&
  // 演练不预先通知井下人员: a drill of its own, which nobody comes to see.
  (words !== '演练' || !UNANNOUNCED.test(sentence)) &&
  (!words.endsWith('遍') ||
    (/先|提前|预先|反复|至少|每人/.test(sentence) &&
      /讲解|解说|接待|线路|路线|动线|点位/.test(sentence) &&
      !/办事|申[报请]|审批|窗口|专区|大厅|体验/.test(sentence)))

function judge(words: string, clause: string, sentence: string, after: string, titled: boolean) {
  if (KEPT_WAITING_WORDS.includes(words))
    return KEPT_WAITING.test(sentence) && !DUTIES.test(sentence) ? 'welcomed' : undefined
  if (WORK_WORDS.includes(words)) {
    const put = SET_TO_WORK.exec(clause)
    const worked = put ? !ONE_OR_TWO.test(put[0]) : isTidied(clause, sentence)
    return worked && !DUTIES.test(sentence) ? 'staffed' : undefined
  }
  if (CHARGED_WORDS.includes(words))
    return CHARGED.test(clause) &&
      SPENT.test(sentence) &&
      !/不[得由让]/.test(clause) &&
      !/发现|了解到|建议/.test(sentence)
      ? 'charged'
      : undefined
  if (CLEARED_WORDS.includes(words)) return CLEARED.test(clause) && forVisit(sentence, titled) ? 'stopped' : undefined
  if (
    HELD_UP_WORDS.includes(words) &&
    HELD_UP.test(clause) &&
    (titled || SEEN_BY.test(sentence)) &&
    !DUTIES.test(sentence)
  )
    return 'stopped'
  if (PUT_OFF_WORDS.includes(words))
    return (PUT_OFF.test(sentence) || (SHIFTED.test(sentence) && !LEARNT.test(sentence))) && !DUTIES.test(sentence)
      ? 'stopped'
      : undefined
  if (/^(?:解说|讲解)[词稿]$/.test(words))
    return BY_HEART.test(sentence) && OFFICIALS.test(sentence) ? 'rehearsed' : undefined
  if (RESTS.includes(words) && !MACHINES_REST.test(clause)) return undefined
  if (/运[转行]$/.test(words) && UNFIT.test(sentence)) return undefined
  if (STOPS.test(words)) return forVisit(sentence, titled) ? 'stopped' : undefined
  if (REHEARSES.test(words)) return isRehearsed(words, sentence) ? 'rehearsed' : undefined
  if (SHOWS.test(words) || words === '标语' || words === '鲜花' || words === '地毯')
    return MAKES.test(clause) &&
      !WHITEWASHED_TREES.test(clause) &&
      !PUBLIC.test(sentence) &&
      !/^(?:投资|来电)/.test(after)
      ? 'decorated'
      : undefined
  // 挑选50名职工，穿统一工装，在门口列队.
  const linedUp = LINED_UP_WORDS.includes(words)
  if (linedUp && !(AT_THE_GATE.test(clause) && !DUTIES.test(sentence) && !DRILL.test(sentence))) return undefined
  const staff =
    STAFF.test(clause) ||
    ((linedUp || /^列好?队/.test(words) || (/^(?:鼓掌|献花)/.test(words) && LINED_UP.test(sentence))) &&
      /(?:员工|职工|工人|女工|工友|师傅)(?!会)/.test(sentence))
  return WELCOMES.test(words + after) &&
    staff &&
    !SPARES_THEM.test(clause) &&
    !/新年|春节|挑战|曙光|志愿者|国庆/.test(clause)
    ? 'welcomed'
    : undefined
}
