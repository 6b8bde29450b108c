/** Use or mention: does a document impose what its words name, or does it forbid, report, suppose or quote it? */
import type { Doc, Sentence, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { perObject } from '../../per-object.ts'
import { columnHead, rowInWords } from '../cells.ts'
import { behindLast, clauseOf, fullWidth, joined } from '../clauses.ts'
import { matchesOf } from '../matches.ts'
import { lastBefore } from '../spans.ts'
import { ancestorsOf } from './lines-above.ts'
import {
  ABOLISHED_NEXT,
  ASSIGN,
  CONDITION_ENDS,
  DEONTIC,
  forbidsList,
  isCleanup,
  isForbidden,
  isStopped,
  isStruckRow,
  OWN_CLAUSE,
  PRACTICE_STOPPED,
} from './negation.ts'

/** How a document speaks of something. */
export interface Stance {
  /** Forbidden, reduced or cleaned up: 不得…, 严禁…, …一律取消. */
  readonly negated: boolean
  /** Told of the past: 去年签订了…, 曾…, …1200份. */
  readonly reported: boolean
  /** A fault found with others: 有的乡镇动辄…. */
  readonly blamed: boolean
  /** A case that is supposed, allowed or asked about: 确需…的，…; 可以…; 是否…. */
  readonly supposed: boolean
  /** Part of a longer quotation or of a document's title. */
  readonly quoted: boolean
  /** Forbidden, told, blamed or quoted: any of these but a mere case. */
  readonly spokenOf: boolean
  /** Any of these: the words are spoken of, not imposed. */
  readonly mentioned: boolean
  /** The clause up to the words: from the last ，；：。 on. */
  readonly before: string
  /** The sentence up to the words (at most its last 240 characters). */
  readonly ahead: string
  /** From the words to the end of their sentence (at most 120 characters), without closing marks at its start. */
  readonly after: string
  /** The whole sentence, as far as `ahead` and `after` show it. */
  readonly sentence: string
}

// How far is looked, in UTF-16 units: a text without full stops must not cost more than one with them.
const AHEAD = 240
const AFTER = 120
const LONGEST_ROW = 1000
const LONGEST_LINE = 60
const PARAGRAPH = 240

const PAST =
  /(?<!\d)19\d{2}年|上世纪|民国|20\d{2}年(?:的?[春夏秋冬](?:天|季里|天里)|[至到—-]+20\d{2}年[^，。；]{0,6}(?:实行|执行|推行|施行|签订|设立)的)|20\d{2}年的[^，。；]{1,12}(?:写着|规定|要求)|(?<![县市省高中平草雪])原(?:要求|规定|先|来|本要求|每[日天周旬月季]|定期|需(?!求)|须)|去年|上年|前年|从前(?![往端期台面后置方门沿进])|前[些几两]年|有一[年回次]，|那一?年，|经(?:清理|排查|核查|统计|梳理|摸底|自查)，|早些年|那些年|往年|上一年度?|上届|上次|曾(?!祖)|(?<![得不扛熬挺撑都])过去|都过去了|以往|(?<!(?:[底初中末日号点旬午节]|[周期][一二三四五六日天]|(?<!个)月))以前|此前|先前|当时|一度|历年|年来|以来|截至|截止|先后|累计|刚才|刚刚|(?<![散开])会前(?=，)|前期|已(?!于)|全部(?=签|递)/g
/** 方案已经印发，各乡镇每周五…: what is done is one thing, what the next clause has others do another. */
const DONE_SO =
  /(?:已经?|刚[才刚])[^，。；已]{0,16}，(?:从|由)?(?:各|大家|你们|网格员|(?:[村镇]|乡镇)?(?:干部|支书)|村“?两委|全体)[^。；已曾了过]{0,48}$|已[^，。；已]{0,30}(?:拉|加|编)[进入到][^，。；已]{0,16}群，(?:所有人|人人|全体|每个?人|全员|每[天日晚早])[^。；已曾了过]{0,48}$/
/** 于1月10日前将本单位上年度工作总结报…; 要完善去年以来的资料，确保…: past is what the paper tells of. */
const OF_THE_PAST =
  /(?:前|内|日|各[一-龥]{1,12}|[请要须应])[^，。；]{0,16}[将把](?:本[^，。；将把]{0,16})?(?:上年|去年|上一年|前期|此前|以往|[一二三四五六几\d]年来)[^，。；了过]{0,16}$|(?:^|[^主重需必])[要须应请][^，。；]{0,16}(?:以来|去年|上年度?)(?:的|历次|各次|所有|每次|全部)[^。；了过]{0,30}$/
/**
 * Columns of a table in which stands what was found, what has been done about it, what others complain of, or what papers are called: 存在问题, 整改情况,
 * 诉求内容, 题名. What is to be done has one of its own.
 */
const TOLD_BELOW = lazily(
  () =>
    new RegExp(
      `^(?!(?!原).*(?:要求|措施|任务|标准|打算|安排|建议|意见|办法|怎么[办改]|预期|预计|目标|拟))(?:${[
        '.{0,10}(?:问题|不足|短板)(?:[（(].{0,10}[）)])?',
        '.{0,6}(?:问题|突出|具体|主要|典型).{0,2}(?:清单|描述|内容|事实|情形|情况|表现|点|线索|来源|案例|简述|概述)',
        '.{0,8}(?:整改|完成|落实|办理|进展|进度|推进|执行|处理|处置|核查|调查|清理|工作(?:开展)?|工作推进).{0,2}(?:情况|结果|成效|进展|现状)(?:说明)?',
        '.{0,4}(?:诉求|投诉|举报|反映|信访|来[电信访]|留言|舆情|工单|检举).{0,2}(?:内容|事项|情况|摘要|主题|问题|详情|要点)?',
        '(?:文件|来文|发文|公文|文书|材料|案卷)?(?:题名|标题)|文件名称',
        `(?:${[
          '现状',
          '现行做法',
          '原[有来]?(?:做法|规定|要求|内容|事项|条款|条目|标准|表述|指标)',
          '(?:修改|调整|清理)前',
          '(?:现行|原有|原来的?|以往的?|过去的?|以前的?|经验|典型|先进|特色|(?:清理|整改|修改|调整|规范|改革)前的?).{0,2}做法',
          '.{0,4}(?:成效|效果|进展|经验|亮点|反映|诉求|线索|表现|事实|原因)',
        ].join('|')})(?:[（(].{0,10}[）)])?`,
      ].join('|')})$`,
    ),
)

/** A state of affairs, as it has become. */
const STATE_SO_FAR = /目前|至今|去年|上年|前年|往年|历年|年来|以来|截至|截止|累计|先后|以往|(?<![得不])过去/
const AS_IT_WENT = /^[^。；]{0,40}(?:了(?!解)|效果|成效|共计|累计|\d[余多]?[张条次份]，)/
/**
 * 该街道2024年与社区签订责任状、自设否决事项2项，已于今年5月全部废止; …，后被县里叫停; not 与各村签订责任书，已取消的项目不再列入: done away with in a
 * later clause, whose subject is what was told.
 */
const UNDONE_SINCE =
  /^[^。；]{0,70}，(?:[^，。；的]{0,10}已(?:经|于[^，。；]{1,10})?[^，。；的]{0,10}(?:废止|废除|取消|撤销|叫停|停止|停用|作废|收回|退回|返回|清退|解散|销毁|纠正|整改到位|责令|责成)|[^，。；的]{0,6}(?:后|随即|当即|现|均)被[^，。；的]{0,8}(?:叫停|责令|纠正|制止)|(?:目前|现在?|如今|均|都|现均)[^，。；的]{0,4}(?:不再|停[止用了])(?!与))(?![^，。；]{0,8}(?:的|资格|扣))/
/** 去年的责任状已于5月废止: what was before it is another. */
const THE_OLD_ONE = /，(?:去年|上年|往年|原来?|原有|此前|以前|以往|过去|旧)[^，。；]{0,16}已/
/** 2019年至2021年，…; 那几年，报表多。…: the paragraph tells of years that are over. */
const YEARS_AGO =
  /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十]{1,2}(?:[)）、]|是))?(?:(?:从|在)?20\d{2}年?(?:至|到|[—-]{1,2})20\d{2}年(?!底|末|[^，。；]{0,4}[间之]?[将要计力])|20\d{2}年(?:以前|之前|前后)，|(?:那几年|那些年|早些年|前些年|前几年|早几年|过去|从前|以往))/
/** What had to be done in those years is told there in the same words, 群里的消息必须秒回; who speaks to a hall orders with them. */
const REMEMBERS: ReadonlySet<string> = new Set(['other', 'experience', 'bulletin'])
/** It turns to what is now, or is to be. */
const TURNS = /现在|如今|今后|从今|今年|这次|本次|下一步|即日起|从[下本明]|20\d{2}年(?:\d{1,2}月)?起|[改调]为/
/** …。这些都是我们的教训: what is told so is not recommended. */
const LESSON = /教训|弯路|怨声载道|苦不堪言|叫苦|顺口溜|引以为戒|吃过[^，。；]{0,6}亏|得不偿失/
/** 2021年，公司让23个班组长签责任状: told, where nobody has to. Plans and notices set dates so. */
const YEAR_FIRST = /^\s*20\d{2}年(?:\d{1,2}月|[底初])?，/
const TELLS = /^(?:speech\.|circular$|bulletin$|experience$|other$)/
/** 过去要…，现在不再要求. */
const ONCE =
  /(?<![得不扛熬挺撑都])过去|都过去了|以往|(?<!(?:[底初中末日号点旬午节]|[周期][一二三四五六日天]|(?<!个)月))以前|从前|原先|往年/
/**
 * 过去，防火员每天要在群里传照片。清群以后，…; 学院搞过一阵子打卡：早操要打卡; 以前一到年底，连灭鼠都要摁手印: a tale, however it tells of it. What was handed
 * in (过去没签的，都要签) or is laid upon somebody (各村都要) is none.
 */
const TALE =
  /^[\s\u3000“"]{0,4}(?:[^，。；：“”]{1,16}：)?(?:我们|咱们|[村镇乡县]里|这里)?(?:过去|从前|以前|早先|早些年|那时候?|那些年|那阵子|那几年)(?:，|[^，。；]{0,10}?(?:都|总|常常?|经常|动不动|天天|每[天月周]|还[要得]|硬要|非要|一[到来开下](?=[^，。；]{1,8}，)|连(?=[^，。；]{1,8}[都也]))|(?!的)[^，。；的过了各你]{2,14}，[^，。；的各你请须]{0,14}(?:[就都也还]得|[就都也又]要|跟着))[^。]*$|(?:[搞推弄兴]|实行)过(?:一阵子?|一段时间?|几[年次回个]|好几)[^。；]*$/
/** 信里的事我都干过：催过照片…; 我当镇长那会儿，天天…: a speaker tells on himself. */
const CONFESSED =
  /(?:我(?!们?[县市省镇乡局])|咱们?)[^，。；：我]{0,8}(?:都|也|就|曾|没少|确实)(?:这[么样])?[干做犯搞办]过[，：][^。]*$|我(?:[当做干]|在[^，。；]{1,8}[当做干])[^，。；]{1,8}(?:那会儿|那阵子|那些年|那几年|的时候)[^。]*$/
/** …。今天先批评我自己: what he was wrong to do. */
const CONFESSED_NEXT =
  /^[”"]?[^。]{0,24}(?:批评(?:的[就也]?是)?我?自己|[我先]检讨|我[^，。；]{0,8}(?:道歉|赔[个一]?不是|认错|脸红|惭愧))/
const NO_TALE =
  /现在|如今|今后|从今|今年|这次|本次|下一步|即日起|从[下本明]|改[为成由]|调整为|恢复|(?:[要得须]|应当?)(?:继续|坚持|像|补|接着|照)/
const SINCE =
  /这一套[^，。；]{0,10}不(?:搞|兴)|[，；][^，。；]{0,6}[去前]年(?:就|起)[^，。；]{0,4}不|[，；]而?(?:现在|如今|今后|今年起?|眼下|从今|[这本此][次回])[^，。；]{0,10}(?:不|取消|免|改|无[须需]|只)/
const NOW =
  /今年(?!以来)|现在|今后|明年|下一步|即日起|从今|本次|这次|此次|今天|会后|会上|(?:^|[^主重需必])要(?!求|点|害)|必须|务必|应当|须|一律|凡|将(?!军)|(?<!有)的(?:单位|乡镇|部门|村|镇|街道|地方|干部|同志|责任人|责任单位)|(?:完不成|达不到|不达标|不落实|未完成|没完成)的|的，|(?<!^)起，/
const DONE = /(?:签订|签署|签定|签|实行|实施|推行|立下|立|建立|递交|设立|设置|出台|下达|列入|纳入|作为)[了过]/
const COUNTED = /(?:^|[^式])\d[\d,.]{0,9}[\s]?[余多]?份[^，。；]{0,14}$/
/** 请将1份总结、2张图片报…: so many are asked for. */
const ASKED_FOR = /(?:请|务必|[要须应])[^。；]{0,90}(?<![\d.])[1-5]份[^，。；]{0,14}$/
const COUNTED_ROUGHLY = /(?:十[多余几]?|[几数好]十?|多)份[^，。；]{0,14}$/
const COUNTED_AFTER = /^(?!不|至少)[^，。；]{0,4}\d[\d,.]{0,9}\s?[余多]?[份个种]/

/** …，压实了责任. */
const ACHIEVED = /[，、][^。；]{0,40}(?:构建起|(?:形成|构建|压实|夯实|增强|提升|提高|实现|防止|推动|解决|落实|取得)了)/

const OTHERS =
  /(?:^|[，；：。、.．）)\s（(]|[一二三四五六七八九十]是|(?<![得不])过去|以前|[前这][几些]年|近年来|近几年|但|而|可|却|偏偏?|就|目前|当前|仍然?|[还仍也]有|还|听说|看到|见到)(?:有的|有些|有人(?=一[^，。；]{1,6}就|自己|怕|图|嫌|半夜|[发把让拿跟]|动辄|[^，。；、]{0,3}(?:说|讲|认为|提出|主张))|(?:[去前今]年|最近|前[几些][天年]|上个?月)?有个(?:部门|单位|乡镇|镇|局|地方)|还?有(?:不少|少数|个别)?地方(?=[^，。；]{0,16}(?:无视|动辄|动不动|一刀切|随意|仍|还在|却|就|搞|层层|违规|擅自|不顾|滥))|一些|个别|少数|不少|某(?:些|[局办镇乡村县单部校])|部分(?:地方|部门|单位|乡镇|干部|基层|领导|同志|村))/g
/** 有的部门建议对…实行一票否决，并签订责任状. */
const PROPOSED = /^[^，。；]{0,4}(?:建议|提出|主张|认为|提议)[^；]*$/
const THEY_DEMAND = /^[^，。；、]{0,8}(?:要求|规定|写着|提出|让|逼)[^，。；、]*$/
const CONDEMNED =
  /^[^。；]{0,12}，(?:这?[就都]?[是属]|属于)[^，。；]{0,10}(?:甩锅|推责|推卸|转嫁|形式主义|官僚主义|懒政|不负责|变相|典型的|歪风)|^[^。；]{0,12}，(?:不属于|没有[^，。；]{0,4}(?:依据|必要|意义)|于法无据)|^[^。；]{0,12}，这不是(?:布置|抓|干|做|解决|落实|服务|指导)|^[^，。；的]{0,12}，被?(?:当作|作为)反面|^[^，。；]{0,12}，(?:倒|还|真)?不如(?![期实愿数])/
const COMPLAINT =
  /(?:[跟对向和]我(?:诉苦|抱怨|倒苦水|说|讲|反映|提)|有(?:的?人|的?同志|委员|代表|干部|位[^，。；]{1,6})(?:跟我|出主意)?，?(?:提出?|说|讲|问|建议)|(?:反映|抱怨|吐槽|坦言|以为)[说道]?|(?:(?:村|乡镇?|镇|基层|社区|网格员|群众)(?:干部|同志|支书|主任)?们?|的[老小][一-龥])说)[，：]|(?:反映|[说讲提]|抱怨|吐槽)得?[最较](?:多|集中|强烈|突出|普遍)的?，?(?:就|还|也)?是/
/** 群主自称是民政干部，一进群就发通知：每天打卡…: what swindlers have somebody do. */
const SWINDLED =
  /自称(?:是|为|系|[“"])|冒充(?!的)|假冒(?!伪劣|[商食药产]品|注册|商标|品牌|专利|种|农资|化肥|的)|骗子|诈骗(?:分子|团伙|犯)(?=[^，。；]{0,12}(?:要求|让|叫|称|以|诱|引|拉|把))|(?:嫌疑人|受害人|被害人)(?=[^，。；]{0,12}(?:被|遭|按|照|称|要求|让|下载|点击|加入|进群|转账))/g
/** From where it is said what others are to do, about that or anything. */
const LAID_ON =
  /(?:各(?:[镇乡村校局单部社街支级位]|有关|相关)|公安|派出所|村|社区|干部|网格员)[^，。；]{0,8}(?:[要须应]|务必|一律)|为此|因此|我[县市镇乡局]|你们|请/
/** 通报里讲，我们镇要求…, 他说是为了“全程留痕”: what others wrote or said of it. */
const TOLD_OF =
  /有(?:的|位)?(?:同志|人|委员|代表|干部)(?:还|也)?(?:建议|主张|提议|提出|提到)|(?:通报|文章|来信|信|报道|帖子|视频|短信|留言)(?:里|上|中)(?:还|也|就|是)?(?:讲|说|写|提)(?:到|的|道|着)?[，：]|(?:^|[，；：])(?:他|她|人家|对方)(?:还|就|却|也)?[^，。；他]{0,6}(?:[说讲](?![了过不明到话清])|回答|解释)(?:是|，|：|道|有一[年回次])[^。；]{0,24}$/
/** 学外面的花样，搞什么“日晒工单”; 哪个班还在搞“收到请回复”: mocked. */
const MOCKED =
  /(?:[搞弄来]|叫)一?个?什么[“"][^。；]{0,60}$|(?:谁|哪个[^，。；]{1,6}|哪里)(?:要是)?还在?(?:搞|弄|要)[^。；]{0,24}$/
/** 该院要求每天打卡。县卫健委已责令其停止: what was done is set right by somebody else. */
const CORRECTED_NEXT =
  /^[^。，；]{0,20}(?:已|随即|当即|及时)?(?:责令|要求|督促)(?:其|该[一-龥]{1,4})[^。；]{0,6}(?:停止|取消|纠正|改正|整改|撤销)|^[^。；]{0,24}已(?:经)?(?:予以|被)?(?:纠正|叫停|制止)/
/** 经查，该局规定…，现责令停止; …，加重了基层负担. */
const FOUND_OUT = /(?:经(?:核?查|调查|了解)，|该(?:[局委办镇乡院厅县校]|街道|单位)[^，。；]{0,6}(?:规定|要求))/
const CORRECTED_THERE =
  /^[^。；]{0,24}，(?:现|已)[^，。；]{0,4}(?:责令|要求|督促)[^，。；]{0,6}(?:停止|取消|纠正|改正|撤销)|^[^。；]{0,60}，(?:(?:属于?|是)(?:典型的)?(?:形式主义|官僚主义)|加重了?[^，。；]{0,6}负担)/
/** …，违反规定。县委决定予以通报批评: what somebody was called to account for. */
const BREACHED =
  /^[^。；]*，[^，。；]{0,4}违反[^，。；]{2,30}(?:规定|要求|精神|纪律)(?=[，。；]|$)|^[^。；]*，(?:造成|产生)?[^，。；]{0,6}影响(?:很坏|极坏|恶劣)/
const PUNISHED_NEXT =
  /^[”"]?(?![^。；]{0,60}[未没不])[^。；]{0,30}(?:已|决定|被|受到)[^。；]{0,24}(?:约谈|诫勉|处分|问责|通报批评|批评教育|书面检[查讨])(?!的)/
/** 动员会要求，各单位每日报告。2月8日，某局才…: in a paper that finds fault, what was asked is what they are held against. */
const HELD_AGAINST = /(?:会|通知|方案|文件)要求，[^。；]*$/
const FELL_SHORT = /^(?:(?:截[至止])?\d{1,2}月\d{1,2}日|但|然而)[^。；]{0,40}(?:才|仍|未|没有?|仅)/
/** …。这种做法必须停下来。 */
const STOPPED_AFTERWARDS = new RegExp(`^[”"]?${PRACTICE_STOPPED}`)
/** …。这叫什么检查？ */
const MOCKED_NEXT =
  /^[”"]?(?:这不是[^，。；]{2,8}，这?而?是|这叫什么|这叫啥|这像什么|这像话|像话吗|这算什么|这不是折腾|荒唐|可笑)|^[”"]?(?:我看|我觉得|依我看|要我说|我认为|我想)，?(?:实在|真|根本|都)?(?:没有?[^，。；]{0,2}(?:必要|意思)|多余)/
/** 县住建局提出，从两个街道各要2名: a proposal, in minutes. */
const PUT_FORWARD = /(?:[局委办部院镇乡村]|街道|中心|公司|单位|代表|同志)(?:还|也)?(?:提出|提议)，[^；]*$/
/** What the meeting says to it follows. */
const AGREED = /会议(?:原则)?同意|予以同意|同意(?:该|这|上述)/
/** 会议不予同意，该部分全部删去, right behind the sentence. */
const REJECTED_NEXT =
  /^[”"]?(?:会议|经研究|经讨论|县委|县政府|与会[一-龥]{0,4}|大家)?，?(?:[^，。；]{0,4})(?:不予?同意|未予?同意|没有同意|不予采纳|未予?采纳)/
/** 一种叫“以群代管”。…: a paragraph that tells of a bad custom. */
const CUSTOM =
  /^[\s\u3000]*(?:还有|再|另|又)?(?:有?[一二三四五]|第[一二三四五])种(?:情况|现象|做法|毛病|表现)?(?:叫做?|是|叫作|就是)[“"]/
/** 作业要家长拍照上传，连跳绳都要录视频. */
const EVEN_SO = /[，；]连[^，。；]{1,10}[都也]要/
/** 一个文件下来就要层层开会: what they have to do, not what is asked of anybody. */
const LAMENTED = /(?<!我们)(?:[就又还总老也仍]|一天|天天|每天)要/g
/** 大家管它叫“一票否决”: a name for it. */
const CALLED = /(?:管[^，。；]{1,6}叫(?:[作做])?|俗称|戏称(?:为|它)?|称[之其]为|叫它)$/
/** 光顾着回“收到”, 忙于填表报数. */
const BUSY = /(?:光顾着?|忙着|抢着|忙于|疲于|应付|整天|成天)[^，。；]{0,12}$/
/** 光回复“收到”就得半个小时. */
const TAKES_UP = /光[^，。；光]{0,8}$/
/** 怕年底被一票否决; 加码成“当天传达”. */
const FEARED = /(?:(?<!不)怕|担心|唯恐)[^，。；]{0,12}$|(?:加码|异化|走样|[演]?变)[成为][^，。；]{0,8}$/
const THERE_IS = /存在|仍有|还有|出现|暴露/g

/** 送审稿第五部分拟规定：. */
const DRAFTED =
  /(?:送审稿|讨论稿|草案|征求意见稿|初稿|原稿)[^。；：》]{0,16}(?:拟|规定|提出|写明|要求)|(?:提出|建议)[^。；：]{0,24}拟(?:增|规定|建立)|(?:部分|[条章款]|该稿)拟(?:规定|要求|增)/
const speaksOfDrafts = perObject(({ text }: Doc): boolean =>
  /(?:送审|讨论|征求意见|初|原)稿|草案|拟(?:增|规定|建立)/.test(text),
)
const SUPPOSING =
  /确需|确有必要|如需|是否|有无|能否|要不要|该不该|有没有|(?:^|[^认许不])可(?:以|视情|视情况)?[^，。；可]{0,10}$|自愿[^，。；]{0,8}$|(?:签订?|签署|递交|下达)的[^，。；]{0,20}$|(?:设[置立]|实行)的$/
/** 未签订责任状的，通报批评; 未按时打卡的，扣1分: to punish the omission is to demand the act. */
const OMITTED =
  /(?:未|没有|拒不|拒绝|逾期不|不按)(?!予?(?:采纳|同意))[^，。；]{0,10}(?:签|递交|实行|落实|执行)|(?:未|没有|拒不|逾期不)(?:能?(?:按[时期要求规定]{1,3}|及时|完成|达到?|在[^，。；]{1,12}))?$/

const REVIEW = /回顾|成绩|(?<![评看查验])成效|总结(?![^，。；]{0,8}阶段)|开展情况|进展情况|完成情况|主要做法/
/** 推动整治取得实实在在的成效: still to come. */
const WANTED =
  /(?:报送|上报)[^。；：]{0,40}(?:总结|情况)[^。；：]{0,30}(?:通知|要求)|(?:通知|要求)如下[:：]$|(?:推动|确保|力争|努力|务求|务必|促进|争取|着力)[^，。；]{0,20}(?:成绩|成效)|取得[^，。；]{0,6}(?:实实在在|更[大好多]|新)[^，。；]{0,4}(?:成绩|成效)/
const FAULTS =
  /(?:(?<!发现|解决|破解|聚焦|针对|围绕|查找|处理|化解)问题|不足|困难|短板)(?:及|和|与|表现|清单|：|:|$)|具体表现|主要表现|存在(?:的)?(?:主要|突出)?问题/
const TALKED_ABOUT =
  /^[^，。；：]{0,5}关于(?![^，。；]{0,12}(?:存在|发现|突出|主要|典型|反馈))[^，。；]{1,24}问题[。：:]?$/
/** 关于三起典型问题的通报 tells what others demanded. */
const EXPOSES = /(?:问题|案例|事例|案件)的?通报|通报[^，。；]{0,16}(?:问题|案例|案件)|曝光/
const CLEANUP_LIST =
  /(?:整治|清理|纠治|治理|规范|排查|自查|检查|监督|督查)的?(?:重点|内容|范围|事项|对象|任务|哪些|什么)|(?:重点|主要)(?:看|查|检查|监督|纠治)/
const RELIEF = /形式主义|减负|负担|官僚主义|作风/

/** 3.武川县人民政府办公室关于实行旬报制度的通知（武政办〔2015〕17号）: a line of a list of documents. */
const CITED =
  /^\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)])?\s*[^，。；：]{2,40}(?:关于|印发|转发)[^。；：]{2,80}(?:通知|意见|决定|办法|方案|规定|通报|公告|批复|函|细则)[（(][一-龥]{1,10}[〔（([【]\d{4}[〕）)\]】]\s?\d{1,4}号[）)][；。]?\s*$/

/** 表一　“一票否决”事项, 图2 责任状签订流程, 附表3：各镇每周上报进展情况: what a table or a picture is called. */
const CAPTION = /^附?[表图]\s?[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?[\s\u3000：:.．、“《][^。；！？]*$/

export const stanceOf = (doc: Doc, span: Span): Stance => new Reading(doc, span)

/** What is asked is found out when it is asked: most words are passed over for one reason. */
export class Reading implements Stance {
  readonly doc: Doc
  readonly span: Span
  readonly before: string
  readonly ahead: string
  readonly after: string
  readonly #own: Sentence | undefined
  readonly #start: number
  readonly #end: number
  #above: readonly string[] | undefined
  #omitted: boolean | undefined
  #deontic: boolean | undefined

  constructor(doc: Doc, span: Span) {
    const { text, facts } = doc
    const last = facts.sentences[lastBefore(facts.sentences, span.start)]
    const own = last !== undefined && last.end > span.start ? last : undefined
    this.doc = doc
    this.span = span
    this.#own = own
    this.#start = Math.max(own ? own.start : span.start, span.start - AHEAD)
    this.#end = Math.min(own ? Math.max(own.end, span.end) : span.end, span.end + AFTER)
    this.ahead = fullWidth(joined(text.slice(this.#start, span.start))).replace(/["“‘「『（(]{1,3}$/, '')
    this.after = fullWidth(joined(text.slice(span.end, this.#end))).replace(/^["”’」』》）)]{1,3}/, '')
    this.before = clauseOf(this.ahead)
  }

  get sentence(): string {
    return joined(this.doc.text.slice(this.#start, this.#end))
  }

  get negated(): boolean {
    return !this.#isOmitted && this.#isNegated()
  }

  get reported(): boolean {
    const { ahead, before, after } = this
    return (
      this.#isToldBelow ||
      toldOfPast(ahead, after) ||
      (ONCE.test(ahead) && SINCE.test(after)) ||
      ((TALE.test(ahead) || (CONFESSED.test(ahead) && !LAID_ON.test(ahead))) && !NO_TALE.test(ahead)) ||
      (TELLS.test(this.doc.genre.id) && YEAR_FIRST.test(ahead) && !DEONTIC.test(this.sentence)) ||
      (TELLS.test(this.doc.genre.id) && this.#isYearsAgo) ||
      (UNDONE_SINCE.test(after) && !this.#isDeontic && !THE_OLD_ONE.test(after)) ||
      DONE.test(before) ||
      /^[了过]/.test(after) ||
      (COUNTED.test(before) && !ASKED_FOR.test(ahead)) ||
      COUNTED_ROUGHLY.test(before) ||
      COUNTED_AFTER.test(after) ||
      (ACHIEVED.test(after) && !this.#isDeontic) ||
      (!this.#isDeontic && this.#lines.some((line) => REVIEW.test(line) && !WANTED.test(line)))
    )
  }

  get blamed(): boolean {
    return (
      isBlamed(this.ahead, this.before, this.after) ||
      CONDEMNED.test(this.after) ||
      MOCKED_NEXT.test(this.#next) ||
      (CONFESSED_NEXT.test(this.#follows) && !this.#isDeontic) ||
      CORRECTED_NEXT.test(this.#follows) ||
      (CORRECTED_THERE.test(this.after) && FOUND_OUT.test(this.ahead)) ||
      STOPPED_AFTERWARDS.test(this.#follows) ||
      ((BREACHED.test(this.after) || PUNISHED_NEXT.test(this.#follows)) && !this.#isDeontic) ||
      (this.doc.genre.id === 'circular' && HELD_AGAINST.test(this.ahead) && FELL_SHORT.test(this.#follows)) ||
      CUSTOM.test(this.#opening) ||
      // 2024年5月至9月，该局要求43个村每天打卡: in a paper that exposes, what is not laid upon anybody is what was found.
      (EXPOSES.test(this.doc.facts.title) && !DEONTIC.test(this.sentence)) ||
      // A heading: 一、以“每日报送”代替实地检查问题.
      (/问题$/.test(this.sentence) && EXPOSES.test(this.doc.facts.title)) ||
      ((!this.#isDeontic || EXPOSES.test(this.doc.facts.title)) && this.#lines.some((line) => this.#listsFaults(line)))
    )
  }

  /** In minutes 二、关于人手问题 is what was talked about. */
  #listsFaults(line: string): boolean {
    return FAULTS.test(line) && !(this.doc.genre.id === 'minutes' && TALKED_ABOUT.test(line))
  }

  get supposed(): boolean {
    const { ahead, before, after } = this
    return (
      this.#asks ||
      (this.doc.genre.id === 'minutes' && PUT_FORWARD.test(ahead) && !AGREED.test(after + this.#follows)) ||
      (speaksOfDrafts(this.doc) && (DRAFTED.test(ahead) || this.#lines.some((line) => DRAFTED.test(line)))) ||
      (!this.#isOmitted &&
        (SUPPOSING.test(before) ||
          (/^(?:事项|制度|指标|等)?的(?!分量|高度|位置|地位|同时)/.test(after) &&
            !/作为|列为|列入|纳入|成为/.test(before))))
    )
  }

  get quoted(): boolean {
    return (
      isQuoted(this.doc, this.span) ||
      (/号[）)][；。]?\s*$/.test(this.sentence) && CITED.test(this.sentence)) ||
      CAPTION.test(this.#line)
    )
  }

  get spokenOf(): boolean {
    return this.quoted || this.reported || this.blamed || this.negated
  }

  get mentioned(): boolean {
    return this.supposed || this.spokenOf
  }

  #isNegated(): boolean {
    const { text, facts } = this.doc
    return (
      isForbidden(this.ahead, this.before) ||
      isStopped(this.before, this.after) ||
      REJECTED_NEXT.test(this.#next) ||
      ABOLISHED_NEXT.test(this.#follows) ||
      isStruckRow(this.#row) ||
      this.#lines.some((line) => forbidsList(line)) ||
      (RELIEF.test(facts.title) && this.#lines.some((line) => CLEANUP_LIST.test(line))) ||
      isCleanup(facts.title || firstLine(this.doc), text.slice(this.span.start, this.span.end))
    )
  }

  /** The paragraph, where it is short enough for a heading or a caption. */
  get #line(): string {
    const block = this.#own && this.doc.blocks[this.#own.block]
    return block && block.end - block.start <= LONGEST_LINE ? this.doc.text.slice(block.start, block.end).trim() : ''
  }

  get #isToldBelow(): boolean {
    const head = columnHead(this.doc, this.span.start)
    return head !== '' && TOLD_BELOW().test(head)
  }

  /** How the paragraph begins. */
  get #opening(): string {
    const block = this.#own && this.doc.blocks[this.#own.block]
    return block ? this.doc.text.slice(block.start, Math.min(block.start + 24, this.span.start)) : ''
  }

  /** How the text goes on behind the sentence. */
  get #next(): string {
    return this.#follows.slice(0, 12)
  }

  get #follows(): string {
    const end = this.#own?.end ?? this.span.end
    return this.doc.text.slice(end, end + 60)
  }

  /** The row of a table, its cells parted; '' where the paragraph is too long for one, which keeps a text without line breaks linear. */
  get #row(): string {
    const row = rowInWords(this.doc, this.span.start)
    if (row !== '') return row
    const block = this.#own && this.doc.blocks[this.#own.block]
    return block && block.end - block.start <= LONGEST_ROW ? this.doc.text.slice(block.start, block.end) : ''
  }

  /** What stands above: see `ancestorsOf`. */
  get #lines(): readonly string[] {
    return (this.#above ??= this.#own ? ancestorsOf(this.doc, this.#own, this.span.start) : [])
  }

  /** 不回“收到”会不会被通报？ orders nothing. */
  get #asks(): boolean {
    const end = this.#own?.end ?? 0
    return /[？?][”"]?\s*$/.test(this.doc.text.slice(Math.max(0, end - 3), end))
  }

  /** Does its paragraph tell of years that are over, or of what was a lesson? */
  get #isYearsAgo(): boolean {
    const { doc, span } = this
    const block = this.#own && doc.blocks[this.#own.block]
    if (!block || TURNS.test(this.ahead)) return false
    const binds = DEONTIC.test(this.sentence)
    if (YEARS_AGO.test(doc.text.slice(block.start, Math.min(block.start + 30, span.start))))
      return (
        (!binds || REMEMBERS.has(doc.genre.id)) &&
        !TURNS.test(doc.text.slice(Math.max(block.start, span.start - PARAGRAPH), span.start))
      )
    return (
      !binds &&
      REMEMBERS.has(doc.genre.id) &&
      LESSON.test(doc.text.slice(span.end, Math.min(block.end, span.end + PARAGRAPH)))
    )
  }

  get #isOmitted(): boolean {
    return (this.#omitted ??= OMITTED.test(this.before) && /^[^，。；]{0,6}[的扣]|^，扣/.test(this.after))
  }

  get #isDeontic(): boolean {
    return (this.#deontic ??= DEONTIC.test(this.ahead))
  }
}

/** Of a table or list that has no title by the rules for one: what it is headed. */
const firstLine = ({ text, blocks }: Doc): string => {
  const line = blocks[0] ? text.slice(blocks[0].start, blocks[0].end) : ''
  return line.length <= 40 && !/[。：:]$/.test(line) ? line : ''
}

// ---------------------------------------------------------------------------------------- the past, the others

function toldOfPast(ahead: string, after: string): boolean {
  const rest = behindLast(PAST, ahead)
  if (rest === undefined || NOW.test(rest) || OF_THE_PAST.test(ahead)) return false
  return !DONE_SO.test(ahead) || STATE_SO_FAR.test(ahead) || AS_IT_WENT.test(after)
}

function isBlamed(ahead: string, before: string, after: string): boolean {
  const rest = behindLast(OTHERS, ahead)
  // 有的要求入户必须拍照上传: what they demand.
  if (rest !== undefined && (THEY_DEMAND.test(rest) || PROPOSED.test(rest))) return true
  if (rest !== undefined && !DEONTIC.test(clauseOf(rest).replace(LAMENTED, '')) && !OWN_CLAUSE.test(rest)) return true
  if (CALLED.test(before) || FEARED.test(before) || (BUSY.test(before) && !DEONTIC.test(before.replace(LAMENTED, ''))))
    return true
  if (TAKES_UP.test(before) && /^[^，。；]{0,4}就/.test(after)) return true
  const swindle = behindLast(SWINDLED, ahead)
  if (swindle !== undefined && !LAID_ON.test(swindle)) return true
  if (TOLD_OF.test(ahead) || MOCKED.test(ahead) || EVEN_SO.test(after)) return true
  if (COMPLAINT.test(ahead) && !DEONTIC.test(before.replace(LAMENTED, ''))) return true
  for (const m of matchesOf(THERE_IS, before)) {
    const between = before.slice(m.index + m[0].length)
    if (!ASSIGN.test(between) && !CONDITION_ENDS.test(between) && !between.includes('的')) return true
  }
  return false
}

// -------------------------------------------------------------------------------------------------- quotation

/** “请于某日前报送落实情况”那句话; “有@必回”“半小时内接龙完毕”之类的公告. */
const SAYING =
  /^(?:[、和]?[“"][^”"，。]{1,24}[”"]){0,3}(?:(?:这|那|一|等|之)?(?:句话|类话|样的话|类字样|字样|的话|这句|那句)|的(?:就?有|占)?\d[\d,]{0,6}[条次个份]|(?:之类|这[类种样]|一类|等)?的(?:说法|提法|表述|口号|公告|要求|规定|话))/

/**
 * Inside a quotation that says more than these words, or inside a title. 实行“一票否决” and 签订“安全生产责任状” use the words;
 * so does one slogan of several, 实行“党政同责、一票否决”; “层层签订责任状” names a practice.
 */
function isQuoted({ text, facts }: Doc, { start, end }: Span): boolean {
  const around = facts.quoted[lastBefore(facts.quoted, start)]
  if (!around || around.start > start || around.end < end) return false
  if (around.start === start && around.end === end) return false
  if (text[around.start] === '《' || text[around.start] === '〈') return true
  if (around.end - around.start > 120 || SAYING.test(text.slice(around.end, around.end + 60))) return true
  const inner = text.slice(around.start + 1, around.end - 1)
  const words = text.slice(start, end)
  if (inner.length <= words.length + 3 && inner.startsWith(words)) return false
  if (inner.length <= 24 && inner.endsWith(words) && !/请|签|实行|层层|搞|设|一律|凡|的|要|将|对|不|，/.test(inner))
    return false
  const items = inner.split(/[、，]/)
  return !(items.length > 1 && items.every((item) => item.length <= 8) && items.includes(words))
}
