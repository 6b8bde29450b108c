/** Problems and suggestions in a work report. */
import * as v from 'valibot'
import type { Doc, Sentence, Span } from '../../core.ts'
import { fullWidth, joined } from '../clauses.ts'

/** Words that name something amiss. Whether it still is, the words around them say. */
const PROBLEM =
  /存在(?:着|的)?(?:一些|一定|较大|突出|不少|以下|如下|诸多|不同程度)?的?(?:主要|突出|共性)?的?(?:问题|困难|不足|短板|差距|薄弱环节|隐患|矛盾|风险|难题)|(?:问题|困难|不足|短板|弱项|瓶颈|堵点|痛点|难点|难题)(?:主要)?(?:是(?!否)|有(?![力效序了])|在于|表现|集中(?![整攻化排治办交解])|仍|还|依然|较|突出|[:：])|主要(?:问题|困难|不足|短板)|(?:一些|不少|以下|如下|几个|诸多)(?:问题|困难|不足)|面临着?[^，。]{0,10}(?:问题|困难|挑战|压力|瓶颈)|(?:亟待|亟需|急需|有待|尚待|仍需|还需|需要)[^，。；]{0,8}(?:解决|破解|改进|加强|提[高升]|完善|加快|补齐)|尚未(?![发出]|[^，。；\d]{0,8}0\s?[件个起人项条处户])|未能|未完成|没有完成|仅完成|[仅只]占|滞后|缺口|欠缺|缺[乏少]|匮乏|紧缺(?!人|急|工|岗|专|硕|博|学科)|短缺|逾期|超期|未达[到标]|(?:收入|产值|增加值|投资|出口|税收|销售|零售|接待|产量|利润|客流|消费|订单|排名|完成率)(?:(?![耗案水])[^，。；]){0,16}(?:低于(?:全|目标|序时|上年|平均)|同比(?:下降|减少|回落))|被(?:通报(?!表|嘉|肯)|约谈)|反映(?:强烈|较?多)|矛盾突出|压力(?:较?大|依然)|难度(?:较?大|高)|(?:还|仍|尚)?不(?:够|强(?![行求制迫调])|高(?![枕于兴])|足(?![\d一二三四五六七八九十百半])|到位|平衡|充分|深入|扎实|完善|健全|规范|及时|明显|理想|畅|牢固|紧密)|差距|(?<!相互)制约(?![又监机])|掣肘|偏[低少慢弱紧小窄高]|缓慢|薄弱(?![村地学领]|环节[建的投])|(?<!适)老化|破损|难以(?![预忘想置估])|跟不上|流失(?![治面综、])|亏损|积压|欠账|停工(?![项整停])|落后(?![产面生工设])|倒数|垫底|下滑|空缺|虚化|虚设|靠后|较慢|过慢|进度低|低于预期|忙不过来|人手(?:少|紧|短缺)|任务(?:重|繁重)|[仅只](?:有|配备)\d|盲区|死角|漂浮|工作不实|重[一-龥]{1,4}轻[一-龥]{1,4}(?:现象|倾向|问题)?|不尽如人意|边[查整]边犯|至今(?:没有?|未)|(?:还|仍)有[^，。；]{1,20}(?:没有?|未)[^，。；]{0,6}(?:化解|解决|完成|到位|落实|整改)|(?:还|仍|尚)有[^，。；]{1,12}(?:没有?|未(?!来)|不能|无法)[一-龥]|其余[^，。；]{0,12}正在推进|苦不堪言|叫苦(?!连天的)|怨声|[就最]怕|吃不消|挠头|头[疼痛](?!医)|[犯发]愁|作难|犯难|揪心|挂不住|招不[到来]|留不住|[招用]工难|进不[去来]|出不[去来]|上不去|难处(?!理)|买不[着到]|管不住|不够用|没人(?:管|修|干|愿|接|看)|没有(?:专人|人手|经费|着落|来源|[村校]医|医生|教师|老师|自来水|路灯|停车位)|超编|失修|失[管养]|(?:还|仍|尚|都|就)缺|(?<![或补无])缺[^，。；口少乏席勤位陷点失憾损省的率\d]{1,6}\d|至今[^，。；]{0,4}[没未不]|(?:一直|到现在(?:还|仍|也)?)(?:没|未(?!来)|不能|无法|得不到|拿不)|经常(?:性)?(?:堵|停[水电]|断|坏|漏|被淹|反复)|顾不(?:过来|上)|[喝吃用住享]不[上着]|停办|淤[塞积]|堵塞(?![一-龥]{0,6}漏洞)|积水|内涝|渗漏|漏[水雨]|塌陷|开裂|锈蚀|坑洼|[措监推执处]\S{0,3}不力|(?:把关|控制|管[理控]|执行|落实|监管|审核)不严|(?<!情节|后果|性质|特别)严重(?=[，。；]|$)/g
/** Told without any word for a problem: 3个村没有…, 经费紧张, 口径不统一, 待遇低, 影响了进度, 顾此失彼, 部署多、督促少. */
const AMISS =
  /有待|(?:无法|难以|得不到)(?:得到)?(?:有效)?(?:落实|保障|满足|解决|开展|实现|办理|维持|正常)|(?:成为|属于?|均为|都是|仍是|还是)[^，。；]{0,6}危[房桥]|(?:流程|程序|手续|环节)[^，。；]{0,4}(?:复杂|繁琐|繁杂)|简陋|陈旧(?=[，。；、])|紧张(?=[，。；、]|的(?:问题|状况|局面|情况|形势))|(?:经费|资金|财力|人手|时间)紧(?=[，。；、])|(?:产生|造成|带来)(?:了|较大|很大|一定|不小|极大|诸多)*的?(?:阻碍|障碍|困难|困扰|被动|不便|(?:不利|负面|消极)影响)|影响(?:了|到)?[^，。；]{0,8}(?:进度|速度|质量|效率|积极性|效果|正常(?:开展|运[转行])|的?开展)(?=[，。；])|不(?:明确|清[楚晰]|一致|统一|准确|对称|适应|匹配|协调|顺畅|合理|相适应|连贯|经常|主动|积极)(?=[，。；、]|的(?:问题|现象|情况))|(?:参差不齐|良莠不齐|长短不一|口径不一)|(?:条件|基础|底子|待遇|收入|比例|效率|能力|素质|质量|配[置制]|效益|附加值|层次|水平|程度|积极性|热情|经费|标准)[^，。；\d]{0,3}(?:[低差弱薄]|少(?!量))(?=[，。；、]|的(?:问题|现象|情况))|(?:个别|部分|有的|一些|少数|有些)[^。；]{1,20}(?:没有?|不(?:愿|会(?!再)|敢|想|用心|动脑|作为|参加|配合|重视|理解|支持|主动|及时)|只[谈顾管讲]|游离)|多[、，][^，。；、]{2,12}(?<!减)少(?=[，。；、])|[讲做抓谈]得?的?(?:很|较|太|还)少|(?:还|仍|尚)有[^，。；]{1,20}(?:低于|达不到)|身兼[数多]职|疲于应付|顾此失彼|力不从心|捉襟见肘|举步维艰|入不敷出|青黄不接|各自为[政战]|流于形式|形同虚设|单打独斗|两张皮|得过且过|裹足不前|被动应付|任重道远/g
/** 三、困难和问题; 二、短板弱项。 */
export const PROBLEM_HEADING =
  /^[^，。；]{0,14}(?:问题|困难|难处|不足|短板|弱项|差距|薄弱环节|难点|堵点|痛点|挑战)(?:之处)?[:：。]?$/
const NO_PROBLEM = /消除|克服|解决|破解|化解|整[改治]|治理|导向|办理|聚焦|直面|排查|补齐|[无没]|[谈说算]不[上出]/
/** What makes an achievement of it: 解决了…问题. */
const SOLVED =
  /(?:解决|破解|化解|整改|办结|消除|补齐|补[上足强]|克服|攻克|破除|纠正|整治|治理|排除|疏通|打通|缓解|扭转|改变|改善|销号|清零|清理|盘活|弥补|填补|缩小|拉近|突破|打击|改造|更换|修复|维修|整顿|收回|追回|针对|围绕|聚焦|紧盯|瞄准|对照|着眼|回应|应对|对冲|遏制|抑制|顶住|查[找摆]|排查|梳理|反馈)[^，。；]{0,30}$/
/** …but not yet, or not they: 未解决, 亟待解决, 难以破解. */
const UNSOLVED =
  /(?:未|没有?|难以?|无法|不能|[待需]|需要|尚|进一步)[^，。；]{0,4}(?:解决|破解|化解|整改|办结|消除|补齐|克服|突破|改变|改善|整治)[^，。；]{0,30}$/
const CONTRAST = /但|仍|还|依然|尚|却|不过/
/** …and what says so behind it: 存在的问题已全部整改. */
const SOLVED_AFTER =
  /^(?:的[^，。；]{2,24}，[^。；]{0,40}(?:办结|查处|化解|退还|解决|整改到位|销号|修复)|[^，。；]{0,16}(?:全部|均已?|已|得到|继续|不断|进一步|基本|逐步|有效|明显|大幅|大为)[^，。；]{0,10}(?:整改|整治|治理|解决|化解|办结|销号|清零|消除|完成|补齐|改善|缓解|扭转|缩小|破解|修[好复]|更换|换新|清[完运]|拆[完除]|建好|配齐)|(?:的)?(?:专项)?(?:整改|化解|解决|整治|排查|办理|治理|销号|清零|随手拍|台账)(?!任务|难|不|缓|滞|进度慢|乏力)|[^，。；]{0,6}(?:群众|家庭|学生|职工|户|企业|人员|老人|儿童|群体|问题)(?:给予|进行|实施|开展|发放|全部|得到|实现|提供))/
/** 漏水5年，修复后每天少漏30立方米; 故障停机2天，抢修后恢复供水: what was done about it is told further on. */
const MENDED =
  /(?:修[复缮]|[抢维检]修|修补|翻修|翻新|改造|整[改治修]|治理|清淤|疏[通浚]|更换|加固|处置|重建|复[工产]|投用|投入使用|建成|竣工|通水|并网)[^，。；前]{0,6}后(?![续期勤备面])|恢复(?:了|正常|稳定){0,2}(?:供[水电气暖热]|生产|通[行车水]|运[行营转]|营业|使用|[施复]工)|扭亏|(?<!前)全部(?:翻新|修[好复]|更换|补[好齐上]|达标|收回|解决|整改|消除|改造|疏通|清[完淤除]|重建|恢复|完工|办结|销号)|(?:修复|抢修|整改|处置|清淤|疏通|更换|重建)完毕/
/** …and it is not over, or what is told is yet to be done. */
const NOT_OVER =
  /仍|还|依然|依旧|尚|却|但|不过|反而|反复|再[次度]|又|至今|不到|[才方]能|才可|就[能会可]|待|需|计划|拟|将|须|[我要]们?要|要(?=[等把对在靠先]|求)|应当?|预计|[可有]望|争取|力争|准备|打算|下一?步|[明来]年|今后|难以?|无法|不能|没法|缺|不足|(?<!再)(?:未|没有?)(?!再|发生|出现|收到)/
/** 尽管人手不足，仍超额完成任务; 在工期短、资金紧张的情况下如期通水: the harder it was, the greater the praise. */
const DESPITE = /(?:^|[，；：])[^，。；]{0,4}(?:尽管|虽然|面对|顶着)[^，。；]{0,20}$/
const UNDER = /在[^，。；]{0,20}$/
const SUCH = /^[^，。；]{0,16}(?:情况|条件|形势)下/
const DONE_ALL_THE_SAME =
  /^(?:(?![难未没缺]|无法|不能|影响|制约|导致|恳请|建议)[^。；]){0,30}?(?:圆满|如期|按期|按时|超额|提前|顺利|全面|胜利)[^，。；]{0,12}(?:完成|实现|通[水车]|竣工|投[产用]|建成|交付)/

/** 对接用工缺口90人, 摸清用工缺口: what firms lack is looked up and passed on, and nothing is amiss with the work. */
const PASSED_ON = /(?:对接|摸清|摸排|收集|发布|匹配|征集)(?:企业|各?企业的?|用人单位)?(?:用工|用人|招工|岗位|人才)的?$/
const LACK = /^(?:缺口|短缺|紧缺)/
/** 要说难处，真没有; 困难倒是没有: denied behind the word. 困难没有解决 is none such. */
const DENIED =
  /^(?:嘛|呢|么|的话|什么的)?，?(?:倒|真|确实|暂时|目前|至今|还|都|也|一[个条点]|根本|的?是|基本上?){0,4}(?:没有|未)(?:碰[上到]|遇[上到]|发现|出现|见[到过]?)?过?(?=[，。；！]|$)/
const IN_GENERAL = /(?:困难|难处|难题|问题|不足|短板)$/
const ABSENT =
  /(?:[无零]|[谈说算]不[上出]|没(?:人|谁|听)?(?:[说喊叫碰遇见][到上]?|发现|出现)过?|未(?:出现|发生|发现)?|没有|防止|避免|杜绝|严防|不存在|从未|不再|不得|防范)[^，。；]{0,6}$/

/** 建议 as a verb: 建议由…, 一是建议…, 我镇建议…. Nouns are no suggestions: 人大代表建议, 合理化建议, 建议办理. */
const SUGGESTS =
  /(?:^|[，。；：:,;\s)）.．]|[一二三四五六七八九十][是要]|为此|因此|特|现|故|方面|我们|我[县市区镇乡局办委]|同时|还|也|再|在此|迫切|首先|其次|此外|另外|并)建议(?!提案|办理|答复|征集|[\d一二三四五六七八九十]{1,4}\s?[条件项个]|[人类被得超等])/
const ASKS =
  /恳请|提请(?![^，。；]{0,12}(?:人大|常委会|审议))|(?<![邀申聘邀])请求?(?:上级|市|县|省|区|予|给予)?[^，。]{0,20}(?:协调|解决|支持|明确|帮助|批准)|(?:^|[，；：])(?:敬?请求?|恳望|盼望?|希望)(?:上级|[省市县区]|镇|乡|局|财政|有关部门)[^，。；]{2,40}|(?<![按刚供内必急])需要?[^，。]{0,20}(?:协调|解决|支持|明确|帮助)|(?<![期愿展瞭绝失渴名声威])望[^，。]{0,16}(?:支持|解决|协调|帮助|重视|考虑)|急需(?:上级|[省市县区])[^，。；]{0,16}(?:解决|支持|协调)|[想需]请(?![示假客教])|(?:^|[，。；])(?:上级(?:部门|财政)?|各级(?:财政|政府)?|[省市县区]、?[省市县区]?(?:[级里]|财政|级财政)?)[也更]?(?:应当?|要)(?:进一步|切实|尽快)?(?:加大|增加|出台|给予|安排|解决)|能不能|能否[^，。]{0,20}(?:帮|支持|协调|安排|拨|给|由|把|将|统一|解决)|要是能|盼着|最好(?:是?能|由)/
const PLANS =
  /(?<![为对])下一?步(?![打奠])|下一阶段|下阶段|接下来|今后(?:工作|一段|的|，|我)|后续将|(?<![模虚比])拟(?:于|采取|由|对|将|在|通过|从|用)|(?:我们|我[县市区镇乡局办委校院]|[镇乡局委办院校府组]|同时)将(?![军领士])|[镇乡局委办院校府组]将(?=[在于按以加抓]|坚持|继续|结合|针对|采取|通过|围绕|重点|认真|切实)|将(?:进一步|继续|着力|重点|加快|持续|积极|全面|抓紧|尽快|努力)|我们要|(?:今年|明年|下半年|来年)[，,]?(?:我们)?(?:要|将|重点)|力争(?!先(?!进))|争取(?:在|于|年|\d)|计划(?:于|在|用|通过|分|年内|下|明)|(?:打算|准备)(?:从|在|于|通过|对)|计划\d{1,2}月|(?:^|[，；：]|我们|我[县市区镇乡局办委校院]|街道|(?:20\d\d|[今明])年|[上下]半年)计划(?:新[建增]|[建改扩修]建|建[设成]|改造|完成|投[资入]|实施|启动|开展|再|引进|培育|更换|组织|聘|招|购|对|分|每|逐)|(?:打算|准备)(?:邀请|新建|组织|启动|申请|引进|把|用|再)|(?:^|[，；：])将[在于]\d{1,2}月|(?:^|[，；：])应(?:尽快|当|及时|进一步|由)|(?<![响反适供相对])应该?(?:给予|予以)|下半年[，,]?我|(?:近期|近日|随后)[，,]?将|\d{1,2}月底前[，,]|由[^，。；\d]{2,20}(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?之?前|(?:我们|我[县市区镇乡局办委校院])要(?!求)|针对[^，。]{2,40}(?:问题|情况|不足)[，,][^。]{0,40}(?:将|拟|要(?!求|点)|准备|打算|尽快|抓紧)/
/** 11月底前补齐, 从10月起按月抽查, 今后每半年自查一次: a day to come is a plan; 已于6月底前完成 is none. */
const DATED =
  /(?<!(?:已|曾|均|原定|应)[^，。；]{0,16})(?:20\d{2}年)?\d{1,2}月(?:底|末|中旬|上旬|下旬|\d{1,2}日)?[之以]?前(?![的已])[^，。；]{0,16}?(?:清零|补齐|完成|办结|整改|到位|张榜|解决|建成|投用|投入使用|收回|销号|竣工|配齐|修[好复]|接[通上]|通[水车电气]|装[好完上]|打通|搬[走完到入]|建好|办好|办结|落地|上线|验收|结案)(?![了的])|打算\d{1,2}月|\d{1,2}月\d{1,2}日(?:开)?[挖搬装修改]|从\d{1,2}月(?:\d{1,2}日)?起(?![^。；]{0,40}(?:已|了))|今后(?:每|凡|不再|一律)/
/** 四、意见建议; 三、下步打算. */
export const SUGGESTION_HEADING =
  /^[^，。；]{0,16}(?:建议|对策(?:措施)?|打算|工作思路|努力方向|工作安排|工作计划|(?:整改|改进|解决|处理|应对|工作|下步)(?:措施|办法|方案|举措|方向|思路|要求)|(?:督[办查导]|处[理置]|整改|改进|交办)意见|请求(?:事项)?)(?:如下)?[:：。]?$|(?:\d{4}年|今年|明年|来年|下半年|下[一步]|今后)[^，。；]{0,20}(?:安排|打算|计划|重点|工作|重点工作|部署|任务|思路)[:：。]?$/
const NOUN = /代表|委员|提案|办理|征集|听取|收集|采纳|合理化|征求|人大|政协|群众/

/** Sentences of the body that name a problem; a heading such as 二、存在的问题 is one. In order. */
export const problemSentences = (doc: Doc): Sentence[] => bodySentences(doc, namesProblem)

/** Sentences of the body that suggest, ask for or announce a remedy. In order. */
export const suggestionSentences = (doc: Doc): Sentence[] => bodySentences(doc, suggests)

/** How far back in its sentence a verb of solving is looked for. UTF-16 units. */
const REACH = 60

/** Does this sentence (on one line, full-width marks) name something amiss that is not mended yet? */
export function namesProblem(named: string): boolean {
  // 《关于督查存在问题的通报》 is the name of a document.
  const sentence = named.includes('《') ? named.replace(/《[^》]{1,90}》/g, '《》') : named
  if (sentence.length <= 24 && PROBLEM_HEADING.test(sentence) && !NO_PROBLEM.test(sentence)) return true
  return standsAmiss(sentence, PROBLEM) || standsAmiss(sentence, AMISS)
}

function standsAmiss(sentence: string, words: RegExp): boolean {
  for (const m of sentence.matchAll(words)) {
    const before = sentence.slice(Math.max(0, m.index - REACH), m.index)
    const after = sentence.slice(m.index + m[0].length, m.index + m[0].length + REACH)
    if (!isAchievement(before, after, m[0])) return true
  }
  return false
}

/** 过去没人管的机井，现在都有了管护员. */
const PAST = /(?:过去|曾经?|以往|从前|以前|昔日|原先)[^，。；]{0,12}$/
const NOW = /不复返|得到|现在|如今|已经?|变[成为了]|成[为了]|好转|改观|改善|(?:不再|再也不)/

/** 杜绝更新不及时、表述不规范等问题: all of a row is kept out, not only its first member. */
const KEPT_OUT = /(?:防止|避免|杜绝|严防|防范|谨防|坚决不让)(?:[了出现发生]{0,4})[^，。；]{0,40}$/
const LISTED_FAULTS =
  /^[^，。；]{0,40}等?(?:的)?(?:问题|现象|情况|情形|行为|隐患|风险)(?![^，。；]{0,8}(?:仍|还|依然|时有|存在))/

export function isAchievement(before: string, after: string, words: string): boolean {
  if (ABSENT.test(before) || (LISTED_FAULTS.test(words + after) && KEPT_OUT.test(before))) return true
  if (IN_GENERAL.test(words) && DENIED.test(after)) return true
  if (PAST.test(before) && NOW.test(after)) return true
  if (LACK.test(words) && PASSED_ON.test(before) && !/^[^，。；]{0,6}(?:难|不|仍)/.test(after)) return true
  if (SOLVED_AFTER.test(after) && !CONTRAST.test(words)) return true
  if (!CONTRAST.test(words) && (overcome(before, after) || mended(before, after))) return true
  const solved = SOLVED.exec(before)
  return solved !== null && !UNSOLVED.test(before) && !CONTRAST.test(solved[0])
}

const overcome = (before: string, after: string): boolean =>
  (DESPITE.test(before) || (UNDER.test(before) && SUCH.test(after))) &&
  !CONTRAST.test(before) &&
  DONE_ALL_THE_SAME.test(after)

function mended(before: string, after: string): boolean {
  const rest = after.split(/[。；]/, 1)[0]!
  return MENDED.test(rest) && !NOT_OVER.test(rest) && !NOT_OVER.test(before)
}

/** 今后，我村将继续发扬成绩，再接再厉，…作出更大贡献: how a report takes its leave. Each clause of it is of this kind, or says for what. */
const LEAVE =
  /发[扬挥](?:成绩|优[点势]|优良|好的?传统)|再接再[厉励砺]|百尺竿头|更进一步|戒骄戒躁|乘势而上|乘胜(?:前进|追击)|[再更]?(?:作|做)出[^，。；]{0,10}贡献|再[创立谱攀][^，。；]{0,8}(?:佳绩|辉煌|新高|新功|新篇|高峰)|新的?(?:贡献|辉煌|篇章|业绩)|砥砺(?:前行|奋进)|不忘初心|牢记使命|继续(?:努力|前进)|接续奋斗|勇毅前行|奋勇(?:前进|争先)|不辜负[^，。；]{0,16}|不负[^，。；]{1,6}/
const LEAVING = /再接再|百尺竿头|戒骄|贡献|佳绩|辉煌|发扬|新篇|砥砺|辜负|接续|乘[势胜]|勇毅/
const TAKES_TIME =
  /^(?:在?(?:今后|下一?步|下一?阶段|接下来|新的一年|明年)(?:的?工作)?[中里]?|总之|同时|[我本][一-龥]{1,4}|我们)?$|^(?:为(?!此|了解)|在[^，。；]{2,30}(?:领导|指导|支持|关心|帮助)下|以[^，。；\d]{2,16}(?:姿态|干劲|热情|精神|状态|作风))[^\d]*$/
export const takesLeave = (sentence: string): boolean =>
  LEAVING.test(sentence) &&
  sentence
    .replace(/[。！]$/, '')
    .split(/[，；]/)
    .every((clause) => !/\d/.test(clause) && (TAKES_TIME.test(clause) || (clause.length <= 40 && LEAVE.test(clause))))

/** Does this sentence suggest, ask for or announce a remedy? */
export const suggests = (sentence: string): boolean =>
  SUGGESTS.test(sentence) ||
  ASKS.test(sentence) ||
  (PLANS.test(sentence) && !takesLeave(sentence)) ||
  DATED.test(sentence) ||
  (sentence.length <= 30 && SUGGESTION_HEADING.test(sentence) && !NOUN.test(sentence))

export function bodySentences({ text, facts }: Doc, holds: (sentence: string) => boolean): Sentence[] {
  const { body, sentences } = facts
  let part = 0
  return sentences.filter((sentence) => {
    while (part < body.length && body[part]!.end <= sentence.start) part++
    return isInside(body[part], sentence) && holds(fullWidth(joined(text.slice(sentence.start, sentence.end))))
  })
}

const isInside = (part: Span | undefined, { start, end }: Span) =>
  part !== undefined && part.start <= start && end <= part.end

/** 关于传达学习…会议精神情况的报告: tells that something was passed on, which has no problems of its own. 贯彻落实…情况 is about work. */
const RELAYING =
  /^(?:.{0,30}?关于|.{0,20}?(?:镇|乡|街道|局|委|办|院|校|公司|党委|党组|支部))?(?:认真|深入|及时|迅速)?(?:传达|学习)(?:学习|传达|宣传|宣讲|贯彻)*(?![^《》“”]{0,60}(?:推进|整改|工作)情况).{2,90}(?:精神|讲话|批示|指示|文件|会议|全会|通报|《[^》]{2,60}》)(?:的)?(?:情况)?的?(?:报告|汇报)$/

/** Does a report merely say that something from above was read out and studied? */
const relays = ({ facts }: Doc): boolean => RELAYING.test(facts.title)

/** 关于请求解决…的报告 asks for one thing, whatever it calls itself: it is no report on work. */
const PLEADING = /关于(?:请求|恳请|请予|申请|要求(?:解决|拨付|划拨|批准|同意|增加|追加|减免))[^《》]{2,80}的?报告$/
/** Does a report ask to be granted something, as a request does? */
const pleads = ({ facts }: Doc): boolean => PLEADING.test(facts.title)

/** 关于…自查情况的报告: looks whether something is amiss. */
const LOOKING = /自查|自纠|自检|排查|清查|清理|摸底|核查|倒查/
const NOTHING =
  /(?:(?:[未没]有?|尚未)(?:发现|查[出到])|不存在)[^，。；]{0,40}(?:问题|现象|情况|行为|隐患|违规|违纪)|(?:全部|均|完全)符合[^，。；]{0,10}(?:标准|规定|要求)/
/** Does a report of what its writer looked for say that nothing was found? It has told its problem, and has nothing to suggest. */
const foundNothing = (doc: Doc): boolean =>
  LOOKING.test(doc.facts.title) && bodySentences(doc, (sentence) => NOTHING.test(sentence)).length > 0

/** Has a report no work of its own to tell the problems of? */
export const owesNoProblem = (doc: Doc): boolean => relays(doc) || pleads(doc) || foundNothing(doc)

/** 一、工作开展情况。 二、下一步打算。 */
const DONE_HEADING =
  /^(?:第?[一二三四五六七八九十][、.．，部]分?|[（(][一二三四五六七八九十][)）])?[^，。；：]{0,10}(?:成绩|成效|做法|亮点|主要工作|工作回顾|(?:开展|进展|完成|推进|落实|实施|运行|工作|基本)情况)[:：。]?$/
const AHEAD_HEADING =
  /(?:后[段续期]|下段|下一?步|下一?阶段|下半年|今后|来年|明年)(?:的)?(?:主要|重点)?(?:工作)?(?:安排|打算|计划|措施|思路|工作|任务)[:：。]?$/

/**
 * Is a report, however short it is, a whole one: under headings of its own what was done, and `problems` or what comes next? A few lines that go with an
 * enclosure have none.
 */
export const isWhole = (doc: Doc, second: 'problems' | 'ahead'): boolean => {
  const headings = bodySentences(
    doc,
    (sentence) => sentence.length <= 24 && /[一二三四五六七八九]/.test(sentence[0] ?? ''),
  ).map(({ start, end }) => fullWidth(joined(doc.text.slice(start, end))))
  const isSecond = (heading: string) =>
    second === 'problems'
      ? PROBLEM_HEADING.test(heading) && !NO_PROBLEM.test(heading)
      : AHEAD_HEADING.test(heading) || (SUGGESTION_HEADING.test(heading) && !NOUN.test(heading))
  return headings.some((heading) => DONE_HEADING.test(heading)) && headings.some(isSecond)
}

/** The option of every rule that asks a report for something it may be too short to have: the least length in 字. */
export const reportMinLength = (least = 300, unless = '') =>
  v.optional(
    v.pipe(
      v.number(),
      v.integer('应为整数'),
      v.minValue(0, '不能为负'),
      v.description(`短于多少字的不查（如只有几行的报送函${unless}；依据没有规定，这是本工具的取值）`),
    ),
    least,
  )

/** 关于巡察反馈问题整改情况的报告: others found its problems and worded them, and each is followed by what was done about it. */
const RECTIFYING = /整改[^，。]{0,10}(?:情况|进展|结果|报告|汇报)/
export const rectifies = ({ facts }: Doc): boolean => RECTIFYING.test(facts.title)
