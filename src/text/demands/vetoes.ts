/** One-vote vetoes that a document lays upon the offices below. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { cellInWords } from '../cells.ts'
import { joined } from '../clauses.ts'
import { clauseAround, isLaidDown, isOnlyNamed, oncePerSentence, shownClause, type Worded } from '../contexts.ts'
import { type Stance, stanceOf } from '../stance/stance.ts'
import { orLikely, type Signs } from './likely.ts'
import { costOf, LOSS_WORDS, losesSomething } from './single-failures.ts'

/** In the clause, up to the veto. */
const IMPOSES =
  /实行|实施|推行|试行|纳入|列为|列入|作为|(?<!不)属于(?!国家|中央|省|法律|上级)|予以|给予|执行|落实|设[置立]|增设|增加(?!的)|新增[^，。；]{0,6}$|建立|健全|完善|明确|引入|坚持|强化|[搁放摆]进|采[取用]|适用|行使|发挥|启[动用]|进行|严格|一律|直接|推进|按照|(?:确?定|设定?|规定|升格|划|视|当)(?:为|作(?!用)|成)|(?:提|摆|放|抬)(?:升|高)?到|被$|给你们?$|搞$|设$|[^因]为$|[拿用靠照]$|(?:[^主重需必]要|^要|应当?|须|坚决|[即就将均都])上?$/
/** 一户不同意，等于一票否决: of those who have a vote. */
const LIKENED = /等于|相当于|好比|(?:人家|大家|老百姓|群众|居民|街坊)都?[说叫]/
/** Without a verb: 发生较大事故的，年度考核一票否决. */
const CONDITION =
  /(?:凡|对|如|若|一旦|只要|要是|发生|出现|出了|出事|发现|谁|哪[个家一]|垫底|末位|低于|超过|未|没|不|有[^，。；]{0,10}(?=之一))[^。；]{1,60}(?:的[，、]?|，)[^，。；]{0,16}$|(?:^|[，；])对(?!于)[^，。；]{0,20}(?:乡镇|街道|[镇村]|单位|部门|干部|班子|责任人)$|考核[中时内]?，[^，。；]{0,16}$|(?:[后末][一二两三四五\d]{1,2}[位名]|末位|垫底)的[^，。；]{0,10}$|(?:^|[，；：|\t]\s?)(?:连续|累计|当年|年[内度]|全年|[^，。；：]{0,6}[一二两三四半\d]个?(?:年|季度?|月))[^，。；：]{2,30}的，$/
const ASSESSED = /(?:考核|评[先优选]|评先评优|评优评先|评比|绩效|当年|年度|年[底终末]|综合|提拔|晋升)(?:中|时)?$/
const PREDICATE = /^(?:制)?(?:处理|处置)?(?:[，。；：！、!]|并|$|，?没有?(?:商量|余地|情面|例外))/
/** 四、一票否决事项, with the cases below it. */
const HEADING =
  /^(?:[一二三四五六七八九十\d]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）])?[^，。；：]{0,12}一票否决[”"]?(?:的)?(?:制度?|事项|指标|情形|项目?|内容|条件)[:：。]?$/
const CASES = /发生|出现|未完成|未达|不合格|之一的/
/** 一票否决的情形包括…, 一票否决的范围为…: what it covers is laid down. */
const DEFINES =
  /^(?:制度?)?的?(?:情形|事项|范围|情况|条件|内容|指标|对象)(?:主要|具体)?(?:包[括含](?![^，。；]{0,4}哪)|有(?:以下|如下|下列)|[有共][\d一二两三四五六七八九十]{1,3}[项种类条个][：:]|为(?!国|中央|省|何|什)|是(?!国|中央|省|否|由|什)|如下|(?:扩大|拓展|延伸)[到至]|[：:])/
/** “一票否决”制度适用于各乡镇; 一票否决由县安委办提出、报县委决定; 期限为一年: a paper that keeps one in order has one. */
const REGULATES =
  /^(?:制度?)?(?:适用于|的?(?:期限|时限|有效期|期)[为是：]?[一二三\d]|的?(?:实施|决定|认定|审批)?(?:程序|权限)(?:[为是：]|如下)|由(?!国|中央|省|上级|法)[^，。；]{1,24}(?:提出|决定|认定|审定|组织实施|负责实施|做出|作出)|(?:制度?)?，?是指(?=[^。]{0,60}(?:单位|乡镇|部门|班子))(?=[^。]{0,110}(?:取消|不得)[^。]{0,40}(?:资格|评[先优选]|晋)))/
/** 本通知所称“一票否决”事项; 什么叫一票否决？: words that are explained. */
const EXPLAINED = /(?:通知|意见|函)[^，。；]{0,4}所[称指]|什么[叫是]|何谓|所谓/
/** 6.信访（一票否决，10分）, 三、铲毒（18分，一票否决）: what an item of a sheet is marked with. */
const MARKED = /[一-龥][（(](?:\d{1,3}\s?分[，、])?[“"]?$/
const MARK = /^[”"]?(?:项目?|事项|指标)?(?:[）)]|[，、]\s?\d{1,3}\s?分)/
const ON_A_SHEET = /[扣得计记加]\s?\d|不得分|\d\s?分|考核|考评/
const TIDIED = /清理|压减|精简|严控|严格控制|规范|减少|废止|取消(?![^，。；]{0,14}(?:资格|评[先优选]))/
/** 被一票否决的单位，取消当年评先资格: what follows from it. */
const STRUCK = /(?:被|受到?|遭)[“"]?$/
const STRUCK_AND =
  /^的[^，。；]{0,12}(?:单位|部门|乡镇|镇|街道|村|社区|学校|班子|干部|责任人)，[^。；]{0,40}?(?:取消(?![^，。；]{0,6}限制)|不得|不能|不予|一律|扣|降|免职|为|按|诫勉|约谈|通报|检讨)/
/** 这三样都是“一票否决”的硬杠杠. */
const HARD = /^的(?:硬杠杠|硬指标|硬要求|红线|底线|铁律|硬规矩)/
/** 一票否决的情形包括省级规定的3项，其余取消. */
const DEFINED_ABOVE =
  /^[^。]{0,40}(?:(?:国家|中央|省级?|上级|法律|法规)[^，。；]{0,6}(?:规定|明确)|保留|取消|压减|清理)/
/** 与一票否决挂钩, 同一票否决挂起钩来; not 不与…. */
const LINKED = /(?:^|[^不])[与同和跟][^，。；]{0,16}$/
const LINKED_AFTER = /^(?:直接|紧密|严格|相|事项)?(?:挂钩|挂起钩来?|捆绑|绑定)(?!的)/
const CLEANED = /清理|取消|压减|精简|严控|不得|严格控制|规范|减少|废止/

/** 中央和省里明确保留的一票否决事项，按上级规定办. */
const KEPT_ABOVE = /(?:国家|中央|省|上级|法律)[^，。；]{0,10}(?:保留|规定|明确|确定|要求)的[“"]?$/

/** A veto over projects, bids and candidates judges applications, not the grass roots: what stands nearest to it decides. */
const ADMISSION =
  /项目(?!开工|建设|推进|进度|投资|落地|签约)|企业|产品|准入|招标|投标|评标|采购|选址|用地|入园|入库|立项|供地|申报(?!资格)|申请|选拔任用|选人用人|政治(?:标准|首关|素质|审查|上|不合格)|入党|发展党员|候选|人选|录用|聘用|招聘|职称(?!晋[升级])|贷款|授信|商户|经营/g
const ASSESSED_UNIT =
  /(?<!(?:申报|参评|参选|申请|推荐)[^，。；的]{0,6})(?:考核|评先|评优|评比|绩效|乡镇|街道|镇街|各部门|各单位|县直|市直|区直|责任单位|成员单位|班子|村(?!民)|社区|年度|干部|党组织|单位)/g
const REFUSES =
  /^[^。；]{0,30}(?:不予|不得|不准|一律不)(?:付款|支付|结算|验收|投入|投用|使用|发放|交付|出[厂库]|上[市线]|立项|审批|准入|引进|受理|供地|备案|核准|入库|入园|通过|批准|落地|录用|聘用|提名)|^，[^。；]{0,20}(?:项目|企业)[^。；，]{0,8}(?:不得|不予|一律)/

const REFUSED = /^这?一票(?:勾销|拿下)|^这?一票(?:，?[^，。；]{0,4}[就把给][^，。；]{0,6})?否(?:了|掉|决)/
const DENIED = /^[^，。；]{0,10}(?:评[先优选]|考核|等次|资格|奖励)/
const FOR_NOTHING =
  /^再[^，。；]{1,2}[^，。；]{0,3}，(?:[也都]?(?:抵不|顶不)[过了]|(?:一分|统统|全|都)不算)|^再[^，。；]{1,2}[^，。；]{0,3}，[^。；]{0,24}(?:评[先优]|提拔|先进)[^。；，]{0,10}(?:不再考虑|不予考虑|免谈|想都别想)|^再[^，。；]{1,2}[^，。；]{0,3}[也亦][^。；]{0,30}?(?:不得|不予考虑|不能|不予|没有?[^，。；]{0,2}份|没有?资格|取消|免谈|白搭|白干|不顶用|不作数|不算(?=[，。；]|$)|归零|清零|一律不|一概不|评不[上了]|轮不[上到]|[别休]想)/
/** 末档, 零分: the bottom of the scale. */
const BOTTOM = '末[等档位]|最[末低后差]|较差|差|垫底|倒数|不合格|不称职|[三四]等|零分|0\\s?分'
/** 综合考核一律不得评为优秀, 年终只能定为一般, 本年度考核直接按零分计, 评先也跟着没份: nothing good is left of the year. */
const YEAR_LOST = `(?:奖金|绩效|考核|考评|评[先优]|等次|先进|优秀|提拔|年[终底度])[^。；]{0,12}?(?:不得(?!以|因)|不能[^，。；]{0,3}(?:评|推荐|定|列|得|拿|当|进)|不予|一律不|一概不|不再|没有?[^，。；]{0,4}份(?!额)|没有?资格|轮不[上到]|无缘|取消|免谈|归零|清零|没有(?=[，。；！]|$)|(?:啥|什么|一样|[一半]点)[都也]没有?(?=[，。；！]|$)|[都也]?只能(?:[评定列排拿得]|是)|最[高多](?:只|为|定|评|不)|(?:直接|一律|就|[按降划归排打])[^，。；]{0,6}(?:${BOTTOM}))`
/** 其他工作做得再好，…: what is said of the year comes after the comma; and 村里也一概别想评先进 says it from behind. */
const CAPPED = new RegExp(
  `^再[^，。；]{1,2}[^，。；]{0,3}，[^。；]{0,24}?(?:${YEAR_LOST}|(?:[别休甭]想|没有?资格|没有?[^，。；]{0,2}份|轮不[上到])[^，。；]{0,2}(?:[评当拿争]|参评|提拔)[^，。；]{0,4}(?:[先优奖]|$|[，。；]))`,
)
/** 哪怕别的工作全县第一，年底考核也只能排末等. */
const CONCEDED = new RegExp(
  `(?:即[使便]|哪怕|就算|纵[使然]|任凭)[^，。；]{0,2}(?:其[他它余]|别的)(?!单位|部门|乡镇|地方|人|材料|条件|手续)[^，。；]{0,16}，[^。；]{0,20}?${YEAR_LOST}`,
)
/** 其他指标得分再高，也取消当年评先资格. */
const STRIPPED =
  /^再[^，。；]{1,2}[^，。；]{0,3}，(?:也|都|照样|仍|一律|一概|均|将|同样|依然){0,2}(?:直接)?(?:取消|剥夺)(?=[^。；]{0,16}(?:评[先优]|先进|评比|表彰|奖励))/
/** 别的活儿干得再漂亮，评先那一栏也给你划掉: struck off the list, in everyday words. */
const STRUCK_OFF =
  /^再[^，。；]{1,2}[^，。；]{0,3}，[^。；]{0,12}?(?:评[先优选]|先进|奖[项状牌]|红旗|荣誉|考核|提拔|推优|表彰)[^，。；不没]{0,10}(?:[划勾抹拿撤刷拉]掉|打叉|画叉|划叉|[拿撤刷][下出]来?|除名|没[你他它]|[跟与和]你[们村镇家]?(?:没有?关系|无关|不沾边)|靠边|让给别)/
/** 取消当年一切评先评优资格, 不得参加全年各项评比: one failure, and nothing is left of what the year is judged by. */
const HONOURS =
  '(?:全年|当年|本年|今年|年度|年底|年终|下一?年)[^，。；]{0,6}(?:一切|所有|全部|各类|各项)(?:的)?(?:评[先优选比]|先进|荣誉|表彰|推优)'
const NO_HONOURS = new RegExp(
  `(?:取消|剥夺|丧失|失去)[^，。；]{0,12}${HONOURS}[^，。；]{0,10}(?:资格|机会)|不(?:得|能|准|再)(?:参[加与评]|享受|申报)[^，。；]{0,6}${HONOURS}`,
)
/** 散煤复燃超过两户的村，: whoever it happens to. */
const FAULTY = /的[^，。；的]{0,8}，[^，。；]{0,12}$|(?:^|[，；：])有[^，。；]{1,16}的/
/** 有一人越级上访的乡镇，: the same, wherever it stands in the sentence. */
const OF_AN_OFFICE = /的(?:乡镇|街道|[镇乡村]|县区|社区|单位|部门|[科股]室|学校|卫生院|站所|支部|班组)，/
/** Whoever it happens to, by office: 被约谈的乡镇街道，, 新增违建的村，. */
const FAULTED = /(?:被|受到|发生|出现|出了|新增|有)[^，。；]{1,30}的[^，。；的]{0,8}，/
/** Honours of offices; what a person did wrong, or who won by lying, is another matter. */
const OFFICE = /[分子]公司|乡镇|街道|[镇乡村局校]|社区|单位|部门|[科股]室|站所|支部|班[子组]/
const OF_PERSONS =
  /个人|公务员|党员|(?:干部|职工|工作人员|当事人|责任人|本人)(?:的，|，)|处分|处罚|违[纪法]|造假|作假|虚假|骗取|舞弊/
/** Whoever is judged as a person, or sells something, is no office below. */
const PERSONAL = /教师|师德|新聘|试用|课题|论文|职称|产品|品牌|个体|学历|转正/
/** 其他得分一概不作数, 前面挣的分统统作废, 别的活抵不过这一条. */
const ELSE_VOID =
  /(?:其[他它余]|别的|前面|前[一二两三四五六\d]项|已得)[^，。；]{0,12}?(?:全部|全都?|都|均|统统|通通|一律|一概|再多也|也|就)?(?:白[干搭]|归零|清零|不算(?!错|少|多)|作废|不作数|不再计(?:分|[算入](?=$|[，。；]))|不予认[可定]|不认|不再[打评]分|(?:一律|一概|统统|通通|全都?|概)不(?:计|算|认|看)(?=[，。；]|$)|不管用|不顶用|抵不[过了]|顶不[过了])/
/** 无论其他工作排名多靠前，年度考核直接定为最末等次. */
const WHATEVER_ELSE =
  /(?:无论|不管|不论)[^，。；]{0,4}(?:其[他它余]|别的|各项|综合|总分|得分|分数|排名|名次)[^，。；]{0,10}(?:多[^，。；]{1,4}|怎么?样|如何|好坏|高低|第几|多少)，[^。；]{0,40}?(?:不得|取消|一律|(?:直接|就)?(?:按|[评定列降判划归排打](?:定?[为入到进]|作|成))[^，。；]{0,4}(?:差|末|最[低后]|不合格|不称职|[三四]等|倒数|垫底))/
/** 别的工作不管拿了几个第一，年底全部往后排，奖金一分没有: the other order, and the year's end in everyday words. */
const ELSE_WHATEVER =
  /(?:其[他它余]|别的|旁的|另外的)(?!项目|工程|支出|单位|部门|资金|钱|申请|材料|户|人|地方|[村乡镇事路桥])(?:工作|活儿?|指标|方面)?[^，。；]{0,4}(?:不管|不论|无论|哪怕|即[使便]|就算|任凭|再)[^，。；]{1,16}，[^。；]{0,30}?(?:(?:年[终底度]|考核|考评|评[先优比]|全年|综合|名次|一律|全部|统统|通通|一概|直接|也|都)[^，。；]{0,8}(?:往后[排站靠]|靠后[排站]|排[到在]?最[后末]|排在?[后末]头|垫底)|(?:奖金|绩效奖?|年终奖|奖励|评[先优])[^，。；]{0,8}(?:一分(?:钱)?(?:也|都)?(?:没有|不给|不发|拿不[到着])|泡汤|全扣|扣光|没了|别想|免谈))/
/** 全年总分归零, 年度考核按零分计. */
const TOTAL_ZERO =
  /(?:总(?:分|成绩|得分)|综合(?:考核|得分|评分)|(?:年度|全年|年终|年底|当年)[^，。；奖]{0,6}(?:考核|绩效|工作|成绩|得分))[^，。；项奖]{0,10}?(?:计|按|记|得|为|是|归|清|作)[^，。；]{0,3}?(?:0|零)分?(?![.\d])/
/** 全年的评先也好、晋级也好，一概免谈; 当年的评优名额、绩效统统清零, but not the troubles with them. */
const HONOURS_OFF =
  /(?:全年|当年|年底|年终|年度|今年|一切)[^。；]{0,24}(?:评[先优]|先进|晋[级升职]|提拔|考核|成绩)[^。；]{0,12}(?:免谈|[别休甭]想|没门|没戏|没有?份(?!额)|一笔勾销|靠边站|(?<![动状]态|问题|[积隐欠][案患账]|存量|任务)[清归]零)/
/** 教学质量排第几我都不看, 别的分数一律不看. */
const ELSE_UNSEEN =
  /(?:(?:其[他它余]|别的|前面|平时|业务|质量|总分|成绩)[^，。；]{0,12}|排(?:在)?(?:第几|多前|前几)[^，。；]{0,4})(?:都|也|一律|一概|概|统统)不看/
/** 全年工作全盘否定. */
const ALL_DENIED =
  /(?:全年|年[终底度]|当年|考核|其[他它余]|所有|前[头面]|[挣得]的分)[^，。；]{0,12}(?:全盘否定|全盘皆输|一笔抹)/
/** 全年算白干, 年底也是个零蛋. */
const YEAR_FOR_NOTHING =
  /(?:全年|今年|一年|年[底终]|考核)[^，。；不没]{0,6}(?:白干|白忙|零蛋|鸭蛋)|(?:全年|当年|今年|年[底终度])[^，。；]{0,8}(?:评[先优选比]|先进|晋[级升]|奖项)[^，。；不没]{0,6}出局/
/** 不能因为一件事没办好就全盘皆输. */
const NOT_BECAUSE = /不(?:得|能|准|许|再|应|该|要|可)?(?:仅|只|单)?因为?[^。；]{1,24}就/
const VOIDS = [
  YEAR_FOR_NOTHING,
  ELSE_VOID,
  WHATEVER_ELSE,
  ELSE_WHATEVER,
  CONCEDED,
  TOTAL_ZERO,
  HONOURS_OFF,
  ELSE_UNSEEN,
  ALL_DENIED,
]
/** The year is not reckoned at all: 考核不再看分数, 不看总分, 不用打分了. */
const UNSCORED =
  /(?:考核|考评|年[底终度]|全年|绩效|评价)[^，。；]{0,8}(?:不再[看计打评][^，。；]{0,2}分|不看(?:总|得)?分|(?:不用|不必|无需)再?[打评计]分)/
/** It ends at the bottom of the scale: 一律打入末等, 年度考核降为最低等次. */
const AT_THE_BOTTOM = new RegExp(
  `(?:(?:考核|考评|绩效|评价)[^。；]{0,24}?|(?:直接|一律|统统|径直))(?:[打归列降定评排划按判](?:[^，。；不得]{0,3}[为入到至进作]|成|在|(?=末|零|最|0))|垫底)[^，。；]{0,3}(?:${BOTTOM}|处理)|(?:考核|考评|绩效)[^，。；该项]{0,4}得分[^，。；]{0,3}归零`,
)
/** And nothing is left for those who work there: 班子成员当年不得提拔, 谁也别想评先, 全部奖项取消. */
const NOTHING_FOR_THEM =
  /(?:不得|不能|不予|不准|取消|[别休甭]想|拿掉|剥夺|一年不)[^，。；]{0,14}(?:评[先优]|提拔|晋[升级职]|重用|先进|推优|表彰|奖项)|(?:评[先优]|提拔|晋[升级]|先进|奖项)[^，。；]{0,8}(?:取消|免谈|[别休甭]想|没了|拿掉|没有?份)/
/** Two blows at once are a veto, whatever it is called; each alone may be a rule of how marks are given. */
const blows = (sentence: string): number =>
  NO_OFFICES.test(sentence)
    ? 0
    : [UNSCORED, AT_THE_BOTTOM, NOTHING_FOR_THEM].filter((blow) => blow.test(sentence)).length
/** Driving schools, clubs and agencies are rated by those who license them. */
const NO_OFFICES = /驾校|培训(?:机构|学校)|机构(?!改革|编制)|俱乐部|球队|协会|物业|供货/
/** What becomes of candidates, bidders, pupils and households is another matter. */
const NO_UNITS =
  /考生|排队|排期|年级|作弊|考试|缺考|投标|竞标|评标|供应商|选手|参赛|应聘|面试|笔试|学生|学员|商户|文明户|合同|申[报请](?:材料|人|单位)|企业|诚信|信用/
const ALL_ELSE = /(?:其[他它余]|别的|前[头面]|各项|综合|总分|平时|成绩|得分|工作|业绩|[名排]次)[^，。；]{0,14}$/
const FAILED =
  /谁|断了|掉了?链子|失守|过不了|不[过合达][格标关]?[、，](?=[^，。；]{0,6}(?:全|满))|哪[个家一]|凡|一旦|如果|若|发生|出现|出了|未|没|低于|[达完]不|不[达足合]|挂[了个]?[零鸭]|被[^，。；]{1,12}(?:的|[一1])|只要|要是|不过，|砸|垫底|末位|倒数|不合格|[^，。；]的，|不到|[掉落跌排]在[^，。；]{0,6}[后末倒]/
const RATED = /评[先优]|排最后|先进|优秀|提拔|晋升|重用|等次|表彰|奖励|绩效|荣誉|红旗[榜单]/
/** 哪一票把你否了: of a vote that is cast. */
const BALLOT = /[哪那这投]$/
/** What a year's work earns. */
const HONOUR =
  '(?:评[先优职选模奖比]|树优|先进|优秀|荣誉|表彰|奖金|年终奖|绩效|提拔|重用|晋[升级职]|推优|等次|奖励|名额)'
/** None of it is left: said of all at once, for each alone may be a rule of how it is given. */
const ALL_OF_IT = '(?:一并|一律|一概|一起|全部|全都?|统统|通通|都|均|一样[都也]?|任何|啥[都也]?|什么[都也]?)'
const IS_LOST =
  '(?:作废|取消|免谈|泡汤|归零|清零|[别休甭][^，。；]{0,2}(?:想|惦记|指望|提)|画(?:上)?句号|不(?:予|再|作|做)?(?:推荐|考虑)|不[用必要消]再?提|没[了份戏]|没有?(?:了|份|资格)|拿掉|抹掉|靠边|拉倒|作罢|无缘|与[^，。；]{1,6}无[关缘]|不沾边)'
const ALL_HONOURS_LOST = lazily(
  () =>
    new RegExp(
      `${HONOUR}[^。；]{0,14}?[、和及跟与，][^。；]{0,10}?${HONOUR}[^。；]{0,10}?${ALL_OF_IT}[^，。；不]{0,4}${IS_LOST}|(?:一切|所有|各类|各种|全部)[^，。；]{0,4}(?:荣誉|奖金|先进|评[先优][评树]?[先优]?)[^，。；]{0,12}?${ALL_OF_IT}[^，。；不]{0,4}${IS_LOST}|不(?:得|能|准|许|再)(?:评|定|确定)[^，。；]{0,2}为?优秀[^。；]{0,20}不(?:得|能|准|许|再)(?:参[加与评]|推荐)[^，。；]{0,8}(?:任何|一切|所有|各类|各项)[^，。；]{0,8}${HONOUR}`,
    ),
)
/** Some of it is. */
const HONOUR_LOST = lazily(
  () => new RegExp(`${HONOUR}[^。；]{0,16}?${IS_LOST}|(?:取消|剥夺|不得|不能|不准|不予)[^，。；]{0,16}${HONOUR}`),
)
/** 其他成绩不作抵扣, 此项与其余工作不能相抵, 别的功劳我不听: nothing that was done beside it is weighed. */
const ELSE_UNWEIGHED =
  /(?:其[他它余]|别的|旁的)(?!单位|部门|地方|人|费|款|项目|事项(?!的)|材料|税|情形|情况)[^，。；]{0,10}?(?:(?:一律|一概|概|均|都|也)?不(?:作|做|能|得|予|可|再|许|准)?(?:为)?(?:相互|互相|予以)?(?:抵(?!押)|折抵|相抵|冲抵|顶替|参[考评]|评[价比]|计分|考虑|算数?(?=[，。；]|$)|认(?=[，。；]|$)|看(?=[，。；]|$)))|不(?:听|看|认|管|问)[^，。；]{0,3}(?:别的|其[他它余]|旁的)[^，。；]{0,3}(?:功劳|成绩|工作|指标|业绩|活)/
/** 作为校长能否留任的唯一尺子, 考你们的唯一一把尺子: one matter measures whoever serves there. */
const SOLE_MEASURE =
  /(?:校长|班子|干部|书记|主任|支书|[镇乡局所站科院队]长|负责人|[你咱]们|乡镇|街道|单位|部门|[村校]|科室)[^，。；]{0,12}[唯惟]一(?:的|一[把条个杆])?(?:的)?(?:硬)?(?:尺子|标尺|尺度|杠杠|标准|依据|指标|准绳|秤)/
/** Who is hit by it: those who serve, and their offices. */
const THOSE_WHO_SERVE =
  /班主任|校长|支?书记?|主任|[镇乡局所站科股院段区队组段工]长|负责人|干部|班子|乡镇|街道|社区|[镇乡村]|科室|单位|部门|学校|车间|班组|[你咱]们/
/** Candidates, pupils and whoever did wrong himself. */
const NOT_IN_OFFICE =
  /的(?:学生|学员|考生|选手|企业|商户|农户)|考生|作弊|投标|竞标|评标|供应商|选手|参赛|应聘|面试|笔试|奖学金|申[报请](?:材料|人|单位)|诚信|信用|公务员|处分|处罚|违[纪法]|造假|作假|虚假|骗取|舞弊|师德|税|发票|保证金/
/** One failure, and nothing is left of the year: all its honours; some of them, and nothing else is weighed; or it alone is. */
function leavesNothing({ sentence }: Stance): boolean {
  if (/一票/.test(sentence) || NOT_BECAUSE.test(sentence) || NOT_IN_OFFICE.test(sentence)) return false
  if (!THOSE_WHO_SERVE.test(sentence)) return false
  const unweighed = ELSE_UNWEIGHED.test(sentence) || ELSE_UNSEEN.test(sentence) || ELSE_VOID.test(sentence)
  if (unweighed && SOLE_MEASURE.test(sentence)) return true
  if (!FAILED.test(sentence) && !FAULTED.test(sentence) && !OF_AN_OFFICE.test(sentence)) return false
  return ALL_HONOURS_LOST().test(sentence) || (unweighed && HONOUR_LOST().test(sentence))
}
/** One way to lay a veto upon somebody: the words it is found by, and whether they do so where they stand. */
interface Wording {
  readonly words: readonly string[]
  readonly imposes: (veto: Veto) => boolean
}

/** How the document speaks of the words at `span`, of which nothing is denied, told or left open. */
interface Veto {
  readonly doc: Doc
  readonly span: Span
  readonly words: string
  readonly stance: Stance
}

/** 信访、安全生产列为前置性否决指标: matters that towns and bureaus are judged by. */
const LISTED =
  /(?:信访|维稳|稳定|安全生产|计划?生育?|环保|环境保护|党风廉政|禁烧|防火|综治|平安建设|意识形态|招商|征收|征迁)[^，。；]{0,12}(?:列为|作为|定为|确定为|均?为)[“"]?(?:前置性?)?$/

const WORDINGS: readonly Wording[] = [
  { words: ['一票否决', '“一票”否决', '一票否优', '单项否决'], imposes: (veto) => isNamed(veto) },
  // 谁捅了娄子，年底一票就给否了.
  {
    words: ['一票就', '一票把', '一票给', '这一票', '一票否掉', '一票否了', '一票勾销', '一票拿下'],
    imposes: ({ words, stance: { before, ahead, after } }) =>
      !BALLOT.test(before) && REFUSED.test(words + after) && CONDITION.test(ahead) && !judgesApplications(ahead, after),
  },
  // 参保率列为考核否决项: a bid has such items, too; and 一票否决项 is found already.
  {
    words: ['否决项', '否决性', '否决指标', '否决事项', '否决条件', '否决条款'],
    imposes: (veto) =>
      !/一票[”"]?$/.test(veto.stance.before) &&
      (endsRow(veto.doc, veto.span) ||
        (!isBareHeading(veto) &&
          (fallsOnUnits(veto.stance) ||
            LISTED.test(veto.stance.before) ||
            (lastAt(ASSESSED_UNIT, veto.stance.ahead) >= 0 && isNamed(veto))))),
  },
  // 单凭这一条就否决其全部评优资格.
  {
    words: ['就否决', '否决其', '否决全部', '否决当年'],
    imposes: ({ stance: { ahead, after, sentence } }) =>
      !/一票/.test(sentence) && DENIED.test(after) && lastAt(ASSESSED_UNIT, sentence) >= 0 && FAILED.test(ahead),
  },
  // 别的工作干得再漂亮也白搭，评先、提拔一概没有份: whatever else was done counts for nothing.
  {
    words: ['再高', '再好', '再多', '再漂亮', '再突出', '再出色', '再优秀', '再靠前'],
    imposes: ({ words, stance: { before, ahead, after, sentence } }) =>
      !/一票/.test(sentence) &&
      ALL_ELSE.test(before) &&
      (FOR_NOTHING.test(words + after) ||
        ([CAPPED, STRIPPED, STRUCK_OFF].some((lost) => lost.test(words + after)) &&
          !NO_UNITS.test(sentence) &&
          !PERSONAL.test(sentence))) &&
      (FAILED.test(ahead) || FAULTY.test(ahead)) &&
      !/不(?:得|能|准|许|再|应)?(?:仅|只|单)?因/.test(ahead) &&
      (RATED.test(sentence) || /末[等档]|垫底|零分|年[终底度][^，。；]{0,6}不合格/.test(sentence)),
  },
  // 出现一处火点的村，取消当年所有评先评优资格.
  {
    words: [
      ...['取消全年', '取消当年', '取消本年', '取消今年', '取消年度', '取消其', '取消该', '直接取消', '一律取消'],
      ...['剥夺全年', '剥夺当年', '失去全年', '失去当年', '不得参加全年', '不得参加当年', '不得享受当年'],
    ],
    imposes: ({ stance: { before, ahead, sentence } }) =>
      !/一票/.test(sentence) &&
      !/[被已曾]$/.test(before) &&
      NO_HONOURS.test(sentence) &&
      (FAILED.test(ahead) || FAULTY.test(ahead)) &&
      OFFICE.test(ahead) &&
      ![NO_UNITS, PERSONAL, OF_PERSONS].some((other) => other.test(sentence)),
  },
  // 考核不再看分数，一律打入末等，班子成员不得提拔: told by what becomes of them.
  {
    words: [
      ...[
        '不再看分',
        '不看分数',
        '不看总分',
        '不看得分',
        '不用打分',
        '不必打分',
        '不再评分',
        '打入末',
        '归入末',
        '降为末',
      ],
      ...['为最低等', '为末等', '到末等', '垫底处理', '得分归零', '直接排最后'],
    ],
    imposes: ({ doc, span, stance: { sentence } }) =>
      !/一票/.test(sentence) &&
      blows(sentence) > 1 &&
      OFFICE.test(sentence) &&
      (FAILED.test(sentence) || FAULTED.test(sentence)) &&
      ![NO_UNITS, PERSONAL, OF_PERSONS].some((other) => other.test(sentence)) &&
      isAboutUnits(doc, sentence + doc.text.slice(span.end, span.end + 60)),
  },
  // 其他工作全部白干; 无论其他工作排名多靠前，年度考核直接定为最末等次; 综合考核总分计为0分.
  {
    words: [
      ...[
        '白干',
        '白搭',
        '归零',
        '清零',
        '作废',
        '不作数',
        '不算数',
        '不予认可',
        '一律不认',
        '一概不认',
        '免谈',
        '别想',
        '一笔勾销',
        '一笔抹',
        '全盘否定',
        '全盘皆输',
      ],
      ...['没份', '没有份', '没戏', '靠边站', '往后排', '往后站', '往后靠', '靠后排', '靠后站', '泡汤'],
      ...['一分没有', '一分也没有', '一分都没有', '一分不发', '一分也不发', '一分不给', '一分钱没有'],
      // 哪怕其他工作样样第一.
      ...['即使其', '即便其', '哪怕其', '就算其', '纵使其', '纵然其', '任凭其'],
      ...['即使别的', '即便别的', '哪怕别的', '就算别的', '任凭别的'],
      ...['都不看', '也不看', '一律不看', '一概不看', '统统不看'],
      ...['无论其他', '不管其他', '不论其他', '无论其余', '不管其余', '不论其余', '无论别的', '不管别的', '不论别的'],
      ...['无论综合', '不论综合', '不管综合', '无论总分', '不论总分', '不管总分', '无论得分', '不论得分', '不管得分'],
      ...['无论分数', '不论分数', '不管分数', '无论排名', '不论排名', '不管排名', '无论名次', '不论名次', '不管名次'],
      ...[
        '不再计算',
        ...['一概不计', '一律不计', '统统不计', '概不计分', '一概不算', '统统不算', '通通不算'],
        '不再计入',
        '不再计分',
        '不再打分',
        '不予认定',
        '不管用',
        '不顶用',
        '零蛋',
        '鸭蛋',
        '白忙',
        '出局',
        '计为0分',
        '计0分',
        '按0分',
        '记0分',
        '为0分',
        '计零',
        '记零',
        '按零分',
      ],
    ],
    imposes: ({ doc, span, stance: { sentence } }) =>
      !/一票/.test(sentence) &&
      !NOT_BECAUSE.test(sentence) &&
      (VOIDS.some((voids) => voids.test(sentence)) || (blows(sentence) > 1 && OFFICE.test(sentence))) &&
      (FAILED.test(sentence) || OF_AN_OFFICE.test(sentence)) &&
      !NO_UNITS.test(sentence) &&
      isAboutUnits(doc, sentence + doc.text.slice(span.end, span.end + 60)),
  },
  // 评职、评优、绩效奖一并取消; 其余工作不作抵扣.
  {
    words: [
      ...['抵扣', '不抵', '抵顶', '相抵', '抵消', '不能抵', '不作参考', '不再评价', '不予计分', '不予推荐'],
      ...['唯一标尺', '唯一尺', '唯一一把', '唯一的尺', '唯一标准', '唯一依据', '唯一指标'],
      ...['别惦记', '甭惦记', '句号', '一并取消', '统统取消', '全部取消', '任何评', '任何表彰', '任何荣誉', '任何先进'],
      ...['不用提', '不要提', '别提', '别的功劳', '其他功劳'],
    ],
    imposes: ({ stance }) => leavesNothing(stance),
  },
]

/** Where one of these stands, `vetoesImposed` looks. */
export const vetoWords: readonly string[] = [
  ...WORDINGS.flatMap(({ words }) => words),
  ...['零分', '倒数第一', '参评', '一票', '较差', '末等', '等于零', '只能是不合格'],
  ...['末档', '三等次', '无缘', '按不合格', '扣完', '扣光', '得进入前', '划掉', '勾掉', '抹掉'],
  ...['最差', '最低等', '最低档', '不管事由', '不论事由', '无论事由', '不管原因', '不论原因', '无论原因'],
  ...['不管什么', '不论什么', '无论什么', '不管何', '不论何', '无论何'],
  ...LOSS_WORDS,
]

/** A failure of an office, what is judged of the whole year, and that nothing is left of it. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /完不成|没完成|未完成|不过关|未达标|突破|着了|差一|不到|低于|剩|缺口|收不齐|末位|哪个|谁|凡|发生|出现|没有|未|有[^，。；]{1,16}[一二两三\d][次起件例]的/,
      /(?:全年|年终|年底|年度|综合|全镇|全县|当年)[^，。；]{0,10}(?:考核|考评|工作|成绩|排名|评价|评[先优]|先进|荣誉|所有|活)|评先评优|先进|班子年度|评[选先优]资格/,
      /零分|0分|等于零|倒数第一|末等|最后一名|较差|不用参评|不得参评|一票[^，。；]{0,4}(?:否|拿|打|撸|勾)|白干|归零|也不予推荐|也?只能是不合格|(?:进入?|列入?|定[为到]|[评列]为|降[为到])[^，。；]{0,4}(?:末档|三等次|最[差低](?:等[次级]?|档次?|一[等档]))|(?:不管|不论|无论)[^，。；]{1,14}，[^，。；]{0,8}取消[^。；]{0,14}资格|(?:荣誉|评[先优]|表彰|先进)[^，。；]{0,8}无缘|(?:考核|考评|等次)[^，。；]{0,6}(?:按不合格|不得进入前)|得?分[^，。；]{0,6}扣[完光]|把[你他谁][^，。；]{0,4}[划勾抹]掉|(?:评[先优]|先进|荣誉|表彰|红旗)[^，。；不没]{0,12}[划勾抹]掉/,
      /村|社区|街道|乡镇|镇|单位|班子|部门|支书|你|谁/,
    ],
    none: /属于(?:层层加码|形式主义)|责令[^，。；]{0,4}(?:纠正|改正|停止)|公务员|教师|学生|事业单位人员|本人|没有[^，。；]{0,6}被[评列定]|项目(?!的乡镇|的单位)|企业|(?:造假|作假|虚假|骗取|舞弊|拉票|处分|个人|候选)[^。；]{0,40}资格/,
  }),
)

/** Words of the other wordings that say so, too. */
const LOSES: ReadonlySet<string> = new Set([
  ...['作废', '免谈', '归零', '清零', '泡汤', '别想', '没份', '没有份', '没戏', '靠边站', '不作数', '不算数'],
  ...[
    '都不看',
    '也不看',
    '一律不看',
    '一概不看',
    '统统不看',
    '不再计分',
    '一律不认',
    '一概不认',
    '一概不计',
    '一律不计',
  ],
])
const LOSS: ReadonlySet<string> = new Set(LOSS_WORDS)
const WORDING_OF: ReadonlyMap<string, Wording> = new Map(
  WORDINGS.flatMap((wording) => wording.words.map((word) => [word, wording])),
)

/** Of `hits` (places of `vetoWords`, in order), those that impose a veto; nothing in sentences that are `allowed`. */
export const vetoesImposed = (
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'imposed' | 'likely'>> => orLikely(doc, hits, vetoesIn(doc, hits, allowed), LIKELY, allowed)

/** 不得参加任何评比: the denial is the veto. */
const DENIED_ALL = /^任何/
const isTold = ({ reported, blamed, quoted }: Stance): boolean => reported || blamed || quoted
function* vetoesIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'imposed' | 'likely'>> {
  const isFirst = oncePerSentence(doc)
  let end = -1
  for (const span of hits) {
    // 计为0分 is found at 为0分 again.
    if (span.start < end) continue
    const words = joined(doc.text.slice(span.start, span.end))
    const wording = WORDING_OF.get(words)
    // 一票 alone is only likely; and what one failure costs is looked at where it costs anything.
    if (!wording && !(LOSS.has(words) && losesSomething(around(doc, span)))) continue
    const stance = stanceOf(doc, span)
    const { before, ahead, after } = stance
    // 一票否决的情形包括…, 被一票否决的单位，… suppose none: they say which, and what follows.
    if (
      (DENIED_ALL.test(words) ? isTold(stance) : lays(doc, span, stance) ? stance.spokenOf : stance.mentioned) ||
      after.startsWith('权') ||
      isLaidDown(ahead, after) ||
      KEPT_ABOVE.test(before) ||
      isOnlyNamed(doc, span) ||
      allowed(stance.sentence)
    )
      continue
    const cost = LOSS.has(words) && !/一票|否决/.test(stance.sentence) ? costOf(stance.sentence) : undefined
    const imposes =
      cost === 'veto' ||
      wording?.imposes({ doc, span, words, stance }) === true ||
      (LOSES.has(words) && leavesNothing(stance))
    if (!imposes) {
      if (!cost || !isFirst(span)) continue
      end = span.end
      const clause = clauseAround(before, words, after.split('：', 1)[0]!, 30)
      yield { message: 'likely', words: shownClause(clause), span: lossAt(doc, span) }
      continue
    }
    // 别的干得再好也白搭，先进想都别想 is one veto, in several words.
    if (!/一票|否决/.test(words) && !isFirst(span)) continue
    const shown = cost ? lossAt(doc, span) : CONCEDES.test(words) ? (verdictOf(doc, span) ?? span) : span
    end = shown.end
    yield { message: 'imposed', words, span: shown }
  }
}

/** How far to either side of a word its sentence is looked for before anything dearer. UTF-16 units. */
const NEAR = 120
const around = ({ text }: Doc, { start, end }: Span) => joined(text.slice(Math.max(0, start - NEAR), end + NEAR))
/** 为末｜等: with the verb before it, to the end of the clause. */
const lossAt = ({ text }: Doc, { start, end }: Span): Span => ({
  start: start - /(?:[定评列降判视认]定?|直接)?$/.exec(text.slice(Math.max(0, start - 2), start))![0].length,
  end: end + /^[^，。；！？：、\s]{0,20}/.exec(text.slice(end, end + 20))![0].length,
})

/** 不管其他, 就算别的: what follows from it says more. */
const CONCEDES = /^(?:无论|不管|不论|即[使便]|哪怕|就算|纵[使然]|任凭)/
const LOST =
  /[归清]零|白[干搭]|免谈|泡汤|作废|不作数|不算|不认|不看|没有?[^，。；]{0,4}份|没戏|[别休甭]想|靠边|一笔[勾抹]|不得|不予|不能|只能|取消|无缘|末[等档位]|最[末低后差]|较差|垫底|倒数|不合格|不称职|[三四]等|零分|0分|往后|靠后/
/** The first clause behind the concession that says what is lost. */
function verdictOf({ text }: Doc, { end }: Span): Span | undefined {
  const rest = /^[^。；！？\n]{0,120}/.exec(text.slice(end, end + 120))![0]
  for (const clause of rest.matchAll(/[^，,]+/g))
    if (LOST.test(clause[0])) return { start: end + clause.index, end: end + clause.index + clause[0].length }
  return undefined
}

/** 一、考核否决事项: what stands below it may be a veto; the heading only names it. */
const isBareHeading = ({ words, stance: { sentence } }: Veto): boolean =>
  sentence.length < 24 &&
  !/[，；]/.test(sentence) &&
  !/(?:实行|实施|设[置立]|增设|新增|列[为入]|纳入|作为|确定为)/.test(sentence) &&
  sentence
    .trim()
    .replace(/[:：。（(][^，；]{0,10}$/, '')
    .endsWith(words)
/** 否决指标：报刊征订没有完成的镇，取消评先资格: whom it falls upon stands behind. */
const fallsOnUnits = ({ after }: Stance): boolean =>
  /^[:：]/.test(after) && OF_AN_OFFICE.test(after) && RATED.test(after) && !NO_UNITS.test(after)

/** Most vetoes are imposed by a verb: the other ways are asked for after it. */
const isNamed = ({ doc, span, stance }: Veto): boolean => {
  const { before, ahead, after, sentence } = stance
  return (
    (IMPOSES.test(before) ||
      (PREDICATE.test(after) &&
        (CONDITION.test(ahead) || ASSESSED.test(before)) &&
        !(LIKENED.test(before) && lastAt(ASSESSED_UNIT, ahead) < 0)) ||
      (HARD.test(after) && /(?:[都就均][是为]|成了?|列[为成])[“"]?$/.test(before)) ||
      // 县委的态度是明确的，就是一票否决。哪个乡镇….
      (/就是[“"]?$/.test(before) && /^[”"]?[。，](?:谁|哪|凡)/.test(doc.text.slice(span.end, span.end + 4))) ||
      lays(doc, span, stance) ||
      endsRow(doc, span) ||
      (LINKED_AFTER.test(after) && LINKED.test(before)) ||
      (HEADING.test(sentence) && listsCases(doc.text, span.end))) &&
    !judgesApplications(ahead, after)
  )
}

/** What is rated is said there, or over the table of scores. */
const isAboutUnits = ({ text, facts }: Doc, near: string): boolean =>
  RATED.test(near) ||
  /考核|考评|全年|年[底终]|末等|较差|不合格/.test(near) ||
  /考核|考评|评分/.test(facts.title || text.slice(0, 40))

/** 考核结果 | 一票否决, in a row that says what has to go wrong: the veto is a cell of its own. */
function endsRow(doc: Doc, span: Span): boolean {
  if (TIDIED.test(doc.facts.title)) return false
  const row = cellInWords(doc, span)
  if (!row || !BARE_CELL.test(row.own) || !OUTCOME.test(row.head)) return false
  const beside = row.others.join('，')
  return (
    row.others.some((cell) => CELL_CASE.test(cell)) &&
    !ENDED.test(beside) &&
    !isLaidDown(beside, '') &&
    lastAt(ASSESSED_UNIT, doc.facts.title + beside) >= 0 &&
    ![NO_UNITS, PERSONAL].some((other) => other.test(doc.facts.title + beside))
  )
}
const BARE_CELL = /^(?:实行)?[“"]?(?:一票否决[”"]?(?:制|处理|项)?|(?:一票)?否决(?:性?指标|事项|项)[”"]?)。?$/
const OUTCOME = /结果|后果|处理|考核|方式|办法|运用|奖惩|扣分|分值/
const CELL_CASE = /[未没不零无]|低于|超过|以上|发生|出现|末位|垫底|后[一二两三\d]名|的$/
const ENDED = /废止|取消(?![^，]{0,8}(?:资格|评[先优]))|停止|不再|原设|改为扣分/

/** What it covers, to whom it applies, who decides on it, what follows from it. */
const lays = ({ text, facts }: Doc, { start, end }: Span, { before, ahead, after, sentence }: Stance): boolean => {
  if (DEFINES.test(after) && !DEFINED_ABOVE.test(after)) return true
  if (STRUCK.test(before) && STRUCK_AND.test(after)) return true
  const regulates = REGULATES.test(after) && !EXPLAINED.test(ahead)
  const marked =
    ![NO_UNITS, PERSONAL].some((other) => other.test(facts.title + sentence)) &&
    MARKED.test(text.slice(Math.max(0, start - 9), start)) &&
    MARK.test(text.slice(end, end + 8)) &&
    ON_A_SHEET.test(sentence + text.slice(end, end + 60))
  return (regulates || marked) && !TIDIED.test(facts.title + sentence)
}

const judgesApplications = (ahead: string, after: string): boolean =>
  lastAt(ADMISSION, ahead) > lastAt(ASSESSED_UNIT, ahead) || REFUSES.test(after)

const lastAt = (pattern: RegExp, text: string) => {
  let at = -1
  for (const m of text.matchAll(pattern)) at = m.index
  return at
}

function listsCases(text: string, from: number): boolean {
  const below = text.slice(from, from + 120)
  return CASES.test(below) && !CLEANED.test(below)
}
