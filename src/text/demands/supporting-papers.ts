/** Documents of their own that a document has the offices below draw up or send in. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import type { Worded } from '../contexts.ts'
import { matchesOf } from '../matches.ts'
import { SENT_TO_OFFICE } from '../parts/receivers.ts'
import { type Demand, demandOf, type Window, windowAt } from './demands.ts'
import { ANYONE_BELOW, orLikely, type Signs } from './likely.ts'

/** Makes a document; up to the words, in their clause. 落实方案, 完善制度 make none. */
const MAKES =
  /(?:研究制[定订]|制[定订]|出台|印发|下发|发布|拟[定订]|拟(?=一?[份个套])|编制|编写|起草|形成|拿出|[编定订写]出|提出|制发|细化|修订|提交|报送|上报|报备|报|(?:[要得须应]|必须)有一[份个套](?:与[^，。；]{1,10}配套的|配套的)?(?=[^，。；]{0,6}$)|(?:[要得须应]|必须)有(?:一?[份个套])?(?=自己|各自|你们|[乡镇村局校][里级]?的)|(?:[就都也][要得须]|必须)有(?=[一-龥]{0,4}细则)|(?<![填抄])[写弄拿搞整做拟编](?:出|好)?(?:一?[份个套])?(?=自己|各自|你们|本(?:[镇乡村局校院所站]|社区|单位|街道))|照着[^，。；]{0,10}写(?:一?[份个套])?|(?:自己|各自?|分别)[再也都还得要另]{0,3}[写弄拿搞整做拟编出](?:出|好)?一?[份个套](?!系统|平台)|(?:[要得]|跟着|各自)出(?:一?[份个套])?(?:自己的)?(?=$))([^，。；：！]{0,30})$/
/** 各单位实施方案于3月10日前报县委办. */
const SENT_IN = new RegExp(
  `^[”"》]?[^，。；]{0,10}[，]?[^，。；]{0,24}(?:前|内)，?[^，。；]{0,12}(?:报[送至备县市区省镇乡局委办我本]|上报|反馈|发送?至|提交|${SENT_TO_OFFICE})`,
)
const SENT = new RegExp(
  `报[送至备][^，。；]{0,20}|报[^，。；道名刊纸酬考表销警废]{0,16}?(?:办|局|委|部|厅|组|专班|审|科|室|中心|政府|党委|指挥部)|上报|报经|备案|反馈至|提交[县市区省]|抄[送报]|(?:送|交)(?:给|到)[^，。；]{1,10}|正式行文|正式印发|正式文件|红头|过一?遍?目|${SENT_TO_OFFICE}`,
)
/** 请于6月5日前将工作方案报送县文明办. */
const SENT_AT_ONCE = new RegExp(
  `^[”"》（]?[^，。；]{0,14}(?:报[送至备县市区省镇乡局委办我本]|上报|反馈|提交|发[送至]|${SENT_TO_OFFICE})`,
)
/** Which plans go with a superior document; a plan for an emergency, a building or a purchase is work of its own. */
const OTHER_PLAN =
  /应急|处置|抢险|救援|援救|预案|改革|结构调整|疏散|撤离|转移|避险|避让|施工|设计|技术|监测|试验|实验|救治|诊疗|治疗|修复|规划|整改|采购|招标|投标|融资|投资|筹资|建设|运营|搬迁|安置|补偿|拆迁|拆除|征收|选址|比选|作业|演练|演出|营销|分配|评估|调查|检测|调度|保供|调水|配水|分水|改制|重组|破产|收费|价格|定价|调价|审计|评标|解决|替代|一[企厂园户矿井河库校品]一|生产|经营|交易|竞赛|比赛|竞买|教学|培养|课程|资助|救助|化解|处理|接续|论证|可行性|优化|供地|出让|股权|债|退出|转型|产品|系统|平台|(?<!高)标准|参考|示范文本|国家|全国|战略|总体(?!实施)|(?:项目|工程)(?:实施)?$/
const OWN = /^本(?!单位|地|部门|乡|镇|县|市|区|省|级|辖区|村|社区|街道|系统|行业|校|支部|系|中心|[站所院园]|片区)/
/** 提出如下实施意见 leads to what stands below; so does 提出以下意见, while 制定以下方案 may list what others are to draw up. */
const AS_FOLLOWS = /^了?如下|^了?以下[^，。；]{0,6}(?<=[意见])/
/** 未印发本单位实施方案的，扣5分; 没有拿出本乡落实办法的，不得通过验收: demanded by what becomes of whoever has none. */
const LACKS =
  /(?:未|没有?)(?:按时|及时|以正式文件|按要求|能|再){0,2}(?:制[定订]|出台|印发|拿出|编制|拟[定出]|报送|上报|提交|形成|[写编订]出)[^，。；的]{0,20}$/
const PENALISED =
  /^[^，。；]{0,6}的，(?![^。；]{0,6}不扣)[^。；]{0,8}?(?:扣|不得分|不予(?:通过|验收|评)|不得(?:通过|评|参)|通报|约谈|取消)/
/** Made by law. */
const BY_LAW = /依法|《[^》]{0,40}(?:法|条例|章程|准则|规章)》[^，。；]{0,20}(?:规定|要求)?|法律、?法规|法定/
/** Where nobody is named, these tell that the readers are meant. */
const OWN_WORDS =
  /本(?:单位|地区?|部门|乡镇?|镇|县|市|区|级|辖区|村|社区|街道|系统|行业|校|支部)|各自|结合(?:自身|工作|单位|当地|岗位)?实际|细化|具体|配套|贯彻/
/** “回头看”工作方案: a name within the paper's own; what is still open before its kind is a title. */
const NAME_IN_QUOTES = /[“"][^“”"]{1,16}[”"]/g
/** “一方案两清单”, “一办法一细则”: papers by their number. */
const NUMBER_IN_QUOTES = /[“"][一两二三四五\d]{1,2}(?:[办方][法案])?[一两二三四五\d]{0,2}$/
const KIND = /^(?:的)?(?:实施|落实|政策|支持|具体|工作|性)?(?:文件|政策措施|政策|措施|方案|计划|制度|办法|细则|规定)/
/** A plan for each household or enterprise is help, not paper, unless it must be sent in. */
const CASE_PLAN = /一[户人企厂园]一[策案档]/
const IMPERATIVE = /(?:^|[要应须需请]|务必|抓紧|尽快|认真|及时|立即|迅速|科学|实际|情况|要求|职责|分工)$/

/** These may be steps as well as papers: a paper is likely only where much else speaks for it. */
const HINTS: ReadonlySet<string> = new Set(['细化措施', '具体措施', '贯彻措施', '一套东西'])

/** Verbs that make a paper without naming its kind: 各自成文, 须另行发文配套. */
const ISSUES: readonly string[] = [
  '行发文',
  '行行文',
  '再发文',
  '再行文',
  '自成文',
  '自发文',
  '自行文',
  '别发文',
  '别行文',
  '级发文',
  '级行文',
  '层行文',
  '也要发文',
  '也要行文',
]
/** 另行发文(配套), 再行文贯彻: the verb with how it is done, and what for. */
const ISSUE =
  /(?:另(?:行|外)?|再|各自?|分别|逐级|层层|也要|[自都]){1,2}[^，。；]{0,4}(?:发文|行文|成文)(?:到[一-龥]{1,4}|[予加]?以?(?:配套|贯彻|落实|细化|部署|明确|跟进|转化))?/g

/** Papers that do not go by the name of one: 写出一份自己的分解安排，盖章交来. */
const UNOFFICIAL: readonly string[] = [
  '分解安排',
  '细化安排',
  '具体安排',
  '落实安排',
  '推进安排',
  '贯彻安排',
  '实施安排',
  '自己的安排',
  '自己的打算',
  '自己的章程',
  '自己的盘子',
  '一套打法',
  '分解表',
  '任务书',
  '路线图',
]
const OF_THEIR_OWN = '(?:自己|各自|你们|本(?:[镇乡村局校院所站]|社区|单位|街道|部门|辖区))的?'
const OWN_PROPOSED = new RegExp(`^${OF_THEIR_OWN}[^，。；]{0,12}$`)
const UNOFFICIAL_MADE = new RegExp(
  `(?:(?:(?<!填)[写拿搞弄拟列排做编出定]|制[定订]|形成)(?:出|成|好)?(?:一?[份个套张])?|[将把])${OF_THEIR_OWN}[^，。；《》“”]{0,10}$`,
)
/** Stamped, issued or handed in, so that it is on paper. */
const ON_PAPER =
  /^[^。；不]{0,36}?(?:盖[上了好]?公?章|公章|红头|行文|发文|印发|定稿|下发(?:到|至|给|各)|[送交](?:给|到|至)[^，。；]{1,10}|报[送至到备县市区镇乡局我]|备查|存档)/

/** 县里的办法下来以后，各镇也得有个自己的，盖了章交来: what it is to be is named before. */
const OWN_ONE: readonly string[] = ['有', '出', '写', '弄', '搞', '拟', '定'].flatMap((verb) =>
  ['个', '份', '一份', '一个', '套', '一套'].map((one) => `${verb}${one}自己的`),
)
const A_PAPER = /办法|方案|意见|细则|文件|规定|章程|通知(?!书)/
/** 各自再拟一套本乡镇的办法: the verb and the measure, and whose it is behind. */
const A_SET: readonly string[] = [
  ...['拟', '订', '定', '编', '写', '弄', '搞', '出', '整'].map((verb) => `${verb}一套`),
  ...['拟一份', '拟一个', '拟份', '拟个', '拟套', '订一份', '订一个', '订个', '订套', '编一份'],
]
/** Whose it is: 本乡（镇）自己的, 各自的, 科室版的. */
const OWNER =
  '(?:本(?:乡镇|[乡镇县市区村校院局科所站组地]|社区|单位|街道|部门|辖区)(?:[（(][乡镇县市区街道社]{1,3}[）)])?(?:自己)?的?|(?:自己|各自|你们)的?|(?:科室|校|院|村|镇|站所)(?:版|里)?的)'
const BRINGS = '(?:[拟订编写搞弄拿捧端交排做整制列]|提)(?:[出定上起成]来?)?(?:个|(?:[那这]?一?[份个套张本]))?'
/** 捧出一份本街道的, 拿出本乡自己的那一套; 各自再拟一份, 各写一个, 另起一份: what is made is theirs. */
const OWN_MADE = new RegExp(
  `(?:${BRINGS}${OWNER}(?:[那这]?一?[份个套])?|(?:各自?|分别|另行?)[再另也都要须还得]{0,3}(?:[拟订编写搞弄拿捧端交排做起][出定上]?)(?:来)?(?:一?[份个套张]))([^，。；：《》“”]{0,14})$`,
)
/** Somebody above looks at it: 由局里逐个过堂, 报我局审查, 经县专班审签, 医务科逐份把关. */
const LOOKED_AT =
  /^[^。；不]{0,24}?(?:[由经报请送交][^，。；]{0,12}?(?:[局县市区镇乡州院科处办部组委]|专班|中心|街道)[^，。；]{0,10}?|逐[个家校份一][^，。；]{0,3}|(?:科|局|办|处|专班)[^，。；]{0,4})(?:评审|审[查核定签阅批]|过堂|过关|过会|过目|把关|点头|同意)|^[^。；不]{0,36}?(?:盖公?章|存查|备查|归档|邮寄)/
const BY_THEMSELVES = /教代会|职代会|代表会|全体[^，。；]{0,4}会|股东|董事会|集体(?:研究|讨论)|理事会/
const OWN_SET =
  /^[^，。；](?:一?[套份个])(?:自己|各自|你们|本(?:乡镇|[镇乡村局校院所站县区]|社区|单位|街道|部门|辖区))的?([^，。；《》“”]{0,12}?(?:办法|规定|章程|措施|规矩|做法|打法|制度|安排))(?=[，。；]|$)/
/** 对着上面几条, 拿到本纪要以后: made for this paper, whatever it deals with. */
const FOR_THIS_PAPER =
  /(?:对着|照着?|对照|比照|比着|依照|根据|拿到|收到|结合)[^，。；]{0,4}(?:上面|以上|上述|这[几份个些]|本(?:通知|纪要|意见|办法|方案|文)|县里|市里|[这本]次会议|会议|纪要|通知|文件)/
const NEVER_FOR_IT = /应急|预案|处置|整改|补偿|收费|安置|分配|奖/
const NO_MORE_SAID = /^(?:东西|来|出来)?(?=[，。；])/

/** Papers by what they are for: of these only each one's own are looked for. */
const OWN_KIND: readonly string[] = [
  ...['推进办法', '细化办法', '操作办法', '承接办法', '工作办法', '推行办法', '行动办法', '整治办法', '具体打法'],
  ...['整治计划', '提升计划', '攻坚计划', '落实计划', '具体计划', '操作规程', '推进意见'],
]
const OWN_KINDS: ReadonlySet<string> = new Set(OWN_KIND)

/** 比照本细则自行拟订本单位的节能办法, 照着样子拟一个自己的: one's own after the pattern of this one, whatever it deals with. */
const MODELLED: readonly string[] = [
  ...['自行拟', '自行草拟', '自行起草', '自行制', '自行订', '自行编', '自拟', '另拟', '各拟'],
  ...['比照', '仿照', '照着样', '照着', '照样子', '参照本', '对照本'],
]
const MODELLED_WORDS: ReadonlySet<string> = new Set(MODELLED)
const AFTER_THIS =
  '(?:(?:比照|仿照|参照|对照|按照?)(?:本|县|市|区|省|局|镇|公司|总部|上级|上述|上面|这)[^，。；不]{0,10}|照着?(?:这个|那个)?样子?|照着)'
const DRAFTS =
  '(?:(?:自行|各自|另行|另外?|自|分别|抓紧|都|再|也|一周内|据此|要|须|应){0,3}(?:草?拟[订定写出制]?|起草|制[定订]|编[制写]|订[立出]|写出?|弄出?|拿出))(?:出|成|好)?(?:一?[份个套])?'
const OF_THEIRS =
  '(?:本(?:乡镇|[乡镇县市区村校院局科所站组]|社区|单位|街道|部门|公司|科室|学校|辖区|系统)(?:[（(][乡镇县市区街道社村、]{1,4}[）)])?(?:自己)?的?|(?:自己|各自|你们)的?)'
const PAPER = '(?:[^，。；：、《》“”]{0,10}(?:办法|细则|规定|方案|意见|制度|章程))'
const MODELLED_ON = lazily(
  () =>
    new RegExp(
      `${AFTER_THIS}，?[^，。；不]{0,6}?${DRAFTS}${OF_THEIRS}(?:(${PAPER})|(?:一[份套个](?:出?来)?)?(?=[，。；]|$))|(?:自行|各自|自)(?:草?拟[订定写]?|起草|编写)${OF_THEIRS}(${PAPER})`,
    ),
)
/** What each settles for itself anyhow. */
const THEIR_OWN_BUSINESS = /值日|值班|排班|课[程表]|作息|村规|公约|合同|协议|申[报请]|教案|分工|议程|奖金|补[贴偿]|菜单/

/** Where one of these stands, `paperDemands` looks. */
export const paperWords: readonly string[] = [
  '方案',
  '细则',
  '实施意见',
  '贯彻意见',
  '落实意见',
  '具体意见',
  '实施办法',
  '具体办法',
  '配套',
  '实施计划',
  '推进计划',
  '行动计划',
  '工作计划',
  '学习计划',
  '活动计划',
  '宣传计划',
  '督办计划',
  '自己的一套办法',
  '自己的办法',
  '一套办法',
  '落实措施',
  '落实文件',
  '贯彻文件',
  '实施文件',
  '贯彻办法',
  '落实办法',
  '执行办法',
  ...ISSUES,
  ...HINTS,
  ...UNOFFICIAL,
  ...OWN_ONE,
  ...A_SET,
  ...OWN_KIND,
  ...MODELLED,
]

/** A paper, of their own, to be made and to be shown. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /要有|得有|都有|该[出搞]|拿出|出台|制定|编制|拟定|写出来|一[家个][^，。；]{0,4}一[份个]|另行/,
      /方案|办法|措施|细则|实施意见|一套东西|政策文件/,
      /自己的|各自的?|你们的|本(?:乡镇|单位|部门|村|县|校|社区|地)|分别|一[家个][^，。；]{0,4}一[份个]|[镇村][上里]的|各级|每家|各单位|具体措施/,
      /检查|送[到给一]|盖上?章|发出来|报[^，。；]{0,14}(?:办|局|组|中心|专班|备案)|交[到给上]|挨个|备案|公章|红头|正式(?:文件|行文)|文件印发|[\d一二三四五六七八九十][日号]之?前|月底/,
      ANYONE_BELOW,
    ],
  }),
)

/** Of `hits` (places of `paperWords`, in order), the papers demanded of those below, or policies that may be papers; nothing in sentences that are `allowed`. */
export const paperDemands = (
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'demanded' | 'policies' | 'likely'>> =>
  orLikely(doc, hits, papersIn(doc, hits, allowed), LIKELY, isOtherPaper(allowed))

const isOtherPaper = (allowed: (passage: string) => boolean) => (passage: string) =>
  OTHER_PLAN.test(passage) || BY_LAW.test(passage) || allowed(passage)

/** 去年有个局要各镇都写方案: told of somebody else. */
const TOLD_OF_OTHERS = /(?:去年|前年|往年|以前|过去|早先|曾经)[^。；]{0,8}有(?:个|一个|的|些)/
function* papersIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'demanded' | 'policies'>> {
  let last = -1
  for (const hit of hits) {
    if (hit.start < last || HINTS.has(doc.text.slice(hit.start, hit.end))) continue
    const found = demanded(doc, hit)
    // 落实办法和推进计划 are made by one verb.
    if (!found || found.span.start < last) continue
    const { span, words, noun, bare, assigned: leftTo = false, verb = false, shown = false } = found
    const demand = demandOf(doc, span)
    if (isPenalised(demand, words, noun) && !allowed(demand.sentence)) {
      last = span.end
      yield { message: 'demanded', words: noun, span }
      continue
    }
    // 以正式文件印发实施方案的得5分.
    const scored =
      SCORED.test(demand.after) &&
      !demand.negated &&
      !demand.quoted &&
      (!demand.reported || /^[^，。；]{2,4}了/.test(words))
    // 出台实施细则　责任单位：各乡镇卫生院
    const assigned = demand.actor === 'unsaid' && /^[^。；]{0,6}责任单位[：:]\s?各/.test(demand.after) && !demand.void
    if (scored || assigned) {
      last = span.end
      yield { message: 'demanded', words: noun, span }
      continue
    }
    if (TOLD_OF_OTHERS.test(demand.ahead)) continue
    if (demand.void || demand.actor === 'named' || demand.actor === 'business') continue
    if (BY_LAW.test(demand.ahead + words) || allowed(demand.sentence)) continue
    const sent = bare || SENT.test(words + demand.after)
    // 制定落实措施 may be to think of some; 每周制定工作计划，…，未完成的要上报 does not send in the plan.
    if (
      !(noun.endsWith('计划') && !bare ? SENT.test(words + nearBehind(demand.after)) : sent) &&
      !shown &&
      (noun.endsWith('计划') || noun.endsWith('落实措施') || CASE_PLAN.test(demand.ahead))
    )
      continue
    // 补贴标准另行发文: by the one who writes, unless others are to.
    if (verb && (demand.actor !== 'lower' || !(demand.bidden || demand.deadline || /[要须得]/.test(words)))) continue
    // Nobody is named: the readers are meant where it must be sent in, or be ready by a day and their own.
    const ours = sent || (demand.deadline && OWN_WORDS.test(demand.before + words))
    const told = bare ? demand.deadline || demand.bidden : IMPERATIVE.test(demand.before)
    if (demand.actor === 'unsaid' && !leftTo && !(ours && told)) continue
    last = span.end
    yield { message: POLICIES.test(noun) ? 'policies' : 'demanded', words: noun, span }
  }
}

const isPenalised = ({ before, after, quoted, reported, sentence }: Demand, words: string, noun: string): boolean =>
  LACKS.test(before + words.slice(0, -noun.length)) &&
  PENALISED.test(after) &&
  OWN_WORDS.test(words + noun) &&
  !quoted &&
  !reported &&
  !BY_LAW.test(sentence) &&
  !/企业|施工|公司|申[报请]|项目单位|业主|投标|经营/.test(sentence)

/** The rest of the clause and two more: further on something else is spoken of. */
const nearBehind = (after: string): string => after.split('，').slice(0, 3).join('，')

/** 完成实施方案的制定工作. */
const DOES = /(?:完成|做好|抓好|启动|开展|抓紧)[^，。；]{0,8}$/
const MADE = /^的?(?:制[定订]|编制|起草|拟[定订])(?:工作)?/
const BROUGHT = /^[^，。；]{0,4}(?:[拿写定编报交送]|制[定订])(?:出来|上来|出|好)/
const LEFT_TO =
  /^，?由(?:各|你|所属|下属)[^，。；]{1,12}?(?:自行|分别|各自|另行|负责|研究|结合实际){1,2}(?:制[定订]|拟[定订]|编制|起草|印发)/
/** 方案县里有了，镇里不能没有; 县里的方案发了，各镇也照着出一份: what is above is to be had below as well. */
const ECHOED =
  /^[^。；]{0,24}?(?:[镇乡村校局所]里|乡镇|街道|社区|[各每][个家]?(?:[镇乡村校局所县区市]|单位|部门|科室)|下面|你们)(?:(?:[也就都各再](?!不是)|照着?|比着|跟着|自己){0,3}(?:不能没有|不能(?=空着)|[要得该]有(?=[，！]|$|自己|各自|一?[份套]|本[一-龥])|[要得]?(?:搞|弄|写|拟|编|出|来|做)[出上]?一?[份个套](?![^，。；]{0,6}[事会]))|也不能(?:没有|少))/
/** 平安建设 builds nothing. */
const NO_BUILDING =
  /本系统|年建设|(?:农田|水利|农田水利|乡村|平安|法治|廉政|文明|文化|队伍|信用|诚信|能力|组织|制度|机制|班子|支部|阵地|党的|党组织|[师医官]德|[作家师学教校行政党民村]风)建设/
/** Behind the paper, in a table of points. */
const SCORED = /^的?，?得\s?\d[\d.]*\s?分/
/** A policy may be the help itself, not a paper about it. */
const POLICIES = /配套.*(?:政策|措施|制度)$/
// Captured, for V8 writes out a short loop over what is not.
const ADJECTIVE = /((?:实施|工作|落实|行动|推进|活动|专项|整治|具体|细化|配套|攻坚|治理)){1,3}$/

/** 贯彻本办法的实施细则: a paper for it. */
const FOR_THIS = /(?:贯彻|落实|执行)本[^，。；]{1,4}的(?:实施|具体)?$/

interface Demanded {
  readonly span: Span
  readonly words: string
  readonly noun: string
  /** Nobody is told to make it: it is only to be sent in. */
  readonly bare: boolean
  /** Who is to make it is named in the words. */
  readonly assigned?: boolean
  /** Looked at by those above, so that it is on paper. */
  readonly shown?: boolean
  /** A verb that issues it, of no kind of paper. */
  readonly verb?: boolean
}

/** 根据本办法另行出台本院的考核细则: an office's own rules, and made for this paper all the same. */
const UPON_THIS_PAPER = /(?:根据|依据|依照|按照|对照|参照)本(?:办法|通知|方案|意见|规定|细则|实施)/
/** 考核细则, 评分细则: how to reckon, not how to carry out. */
const OWN_RULES =
  /(?:值班|排班|轮值|请假|考勤|考核|评[分价定标审]|[打计]分|量化|分配|管理|选举|补[偿贴助]|裁量|资助|奖[励惩])$/

const ISSUED: ReadonlySet<string> = new Set(ISSUES)
function issued({ text, at, spanOf }: Window, kind: string): Demanded | undefined {
  for (const m of matchesOf(ISSUE, text)) {
    const end = m.index + m[0].length
    if (m.index > at || end < at + kind.length) continue
    return { span: spanOf(m.index, end), words: m[0], noun: m[0], bare: false, verb: true }
  }
  return undefined
}

/** Who is no office: 学生列出自己的任务书，交给老师. */
const PERSONS = /(?:学[生员]|同学|家长|村民|员工|企业)[^，。；]{0,8}$/
const UNOFFICIAL_KINDS: ReadonlySet<string> = new Set(UNOFFICIAL)
function unofficial({ text, at, spanOf }: Window, kind: string): Demanded | undefined {
  const to = at + kind.length
  if (!ON_PAPER.test(text.slice(to))) return undefined
  // What is their own may be said in the kind itself: 拿出自己的打算.
  const own = kind.startsWith('自己的') ? at + 3 : at
  const m = UNOFFICIAL_MADE.exec(text.slice(0, own))
  if (!m || PERSONS.test(text.slice(0, m.index)) || OTHER_PLAN.test(text.slice(Math.max(0, at - 8), at)))
    return undefined
  return { span: spanOf(m.index, to), words: text.slice(m.index, to), noun: text.slice(own, to), bare: false }
}

const SETS: ReadonlySet<string> = new Set(A_SET)
/** Those below, by what they are, somewhere ahead in the sentence. */
const THEY =
  /全[县市区镇乡院校][^，。；]{0,4}(?:学校|中小学|科室|单位|部门)|(?:[各每]个?|[\d一二两三四五六七八九十]个|所有|你们)(?:[县市区])?(?:乡镇|街道|[镇乡村局校院所站]|社区|单位|部门|学校|科室)?/
function ownSet({ text, at, spanOf }: Window): Demanded | undefined {
  const m = OWN_SET.exec(text.slice(at))
  if (!m) return undefined
  const to = at + m[0].length
  const before = text.slice(0, at)
  const other = (FOR_THIS_PAPER.test(before) ? NEVER_FOR_IT : OTHER_PLAN).test(m[0])
  if (other || PERSONS.test(before) || !THEY.test(before) || !ON_PAPER.test(text.slice(to))) return undefined
  // 搞出一套: the verb begins a character earlier.
  const from = at - (/[拟订编写弄搞拿整做]$/.test(before) ? 1 : 0)
  return { span: spanOf(from, to), words: text.slice(from, to), noun: m[1]!, bare: false, assigned: true }
}

/** 在一周之内拿出本乡（镇）自己的那一套推进办法，报我局审查: made by each for itself, and looked at by those above. */
function ownMade({ text, at, spanOf }: Window, kind: string): Demanded | undefined {
  const before = text.slice(0, at)
  const to = at + kind.length
  const behind = text.slice(to)
  const m = OWN_MADE.exec(before)
  if (!m || /^(?:的|[意修]|库|比选|论证)/.test(behind)) return undefined
  // 各小学各拟一份: the verb begins behind 各.
  const from = m.index + (/^各(?!自)/.test(m[0]) ? 1 : 0)
  const whose = before.slice(0, m.index)
  if (PERSONS.test(whose) || BY_THEMSELVES.test(behind) || OTHER_PLAN.test(m[1]!.replace(NO_BUILDING, '') + kind))
    return undefined
  if (kind === '细则' && OWN_RULES.test(m[1]!)) return undefined
  if (!(THEY.test(before) || /贵[局单委校院]/.test(before))) return undefined
  if (!LOOKED_AT.test(behind) && !ON_PAPER.test(behind)) return undefined
  return {
    span: spanOf(from, to),
    words: text.slice(from, to),
    noun: text.slice(to - kind.length - m[1]!.length, to),
    bare: false,
    assigned: true,
    shown: true,
  }
}

const OWN_ONES: ReadonlySet<string> = new Set(OWN_ONE)
/** Told to those below, who are named before it, and to be seen on paper. */
const THEY_MUST =
  /(?:[镇乡村校局所][里级]|乡镇(?:一级)?|街道|社区|[各每](?:个|家|中?小?学)?(?:[镇乡村校局所站院县区市]|单位|部门|科室)|下面|你们)[^，。；]{0,6}(?:[要得须应]|必须|务必)[^，。；不]{0,2}$/
function ownOne({ text, at, spanOf }: Window, kind: string): Demanded | undefined {
  const to = at + kind.length
  const before = text.slice(0, at)
  if (!A_PAPER.test(before) || !THEY_MUST.test(before) || OTHER_PLAN.test(before)) return undefined
  if (!NO_MORE_SAID.test(text.slice(to)) || !ON_PAPER.test(text.slice(to))) return undefined
  return { span: spanOf(at, to), words: kind, noun: kind, bare: false, assigned: true }
}

function modelled({ text, at, spanOf }: Window, kind: string): Demanded | undefined {
  const from = Math.max(0, at - 30)
  const m = MODELLED_ON().exec(text.slice(from))
  if (!m) return undefined
  const start = from + m.index
  const to = start + m[0].length
  if (start > at + kind.length || to < at) return undefined
  const before = text.slice(0, start)
  if (THEIR_OWN_BUSINESS.test(m[0]) || OTHER_PLAN.test(m[0].replace(/本[^，。；]{0,8}?的/, ''))) return undefined
  if (PERSONS.test(before) || BY_THEMSELVES.test(text.slice(to)) || /可(?:以)?[^，。；]{0,6}$/.test(before))
    return undefined
  if (!THEY.test(before) && !OWN_LOWER.test(m[0])) return undefined
  return {
    span: spanOf(start, to),
    words: m[0],
    noun: (m[1] ?? m[2]) || '办法',
    bare: false,
    assigned: true,
    shown: true,
  }
}
/** 本单位, 本村: of whoever reads it. */
const OWN_LOWER = /本(?:单位|村|校|科室|社区|部门|公司|乡镇)/

/** From the verb to the end of the document's kind; undefined where no paper is to be made. */
function demanded(doc: Doc, hit: Span): Demanded | undefined {
  const window = windowAt(doc, hit.start, 60, 120)
  if (!window) return undefined
  const { text, at } = window
  const kind = doc.text.slice(hit.start, hit.end)
  if (ISSUED.has(kind)) return issued(window, kind)
  if (OWN_ONES.has(kind)) return ownOne(window, kind)
  if (SETS.has(kind)) return ownSet(window)
  if (MODELLED_WORDS.has(kind)) return modelled(window, kind)
  const own = kind === '配套' ? undefined : ownMade(window, kind)
  if (own) return own
  if (OWN_KINDS.has(kind)) return undefined
  const before = text.slice(0, at)
  const behind = text.slice(at + kind.length)
  let to = at + kind.length
  if (kind === '配套') {
    const m = KIND.exec(behind)
    if (!m) return undefined
    to += m[0].length
  } else if (/^(?:比选|设计|库|性|论证|评审|修改|意见|征求|讨论)/.test(behind)) return undefined
  if (UNOFFICIAL_KINDS.has(kind)) return unofficial(window, kind)
  const kindTo = to
  const kindFrom = at - (ADJECTIVE.exec(before)?.[0].length ?? 0)
  const found = (from: number): Demanded => ({
    span: window.spanOf(from, to),
    words: text.slice(from, to),
    noun: text.slice(kindFrom, kindTo),
    bare: from === kindFrom,
  })
  const m = MAKES.exec(before)
  if (m) {
    const between = m[1]!
    const verb = m[0].slice(0, m[0].length - between.length)
    // 特制定本方案, 特制定如下活动方案.
    if (
      OWN.test(between) ||
      AS_FOLLOWS.test(between) ||
      /(?:^|[，。；：])特$/.test(before.slice(0, m.index)) ||
      /^(?:出台|实施|印发|发布|上来|来)?了?的/.test(between) ||
      /[《“"]/.test(between.replace(NAME_IN_QUOTES, '').replace(NUMBER_IN_QUOTES, ''))
    )
      return undefined
    if (kind === '细则' && OWN_RULES.test(between.slice(-6)) && !UPON_THIS_PAPER.test(before)) return undefined
    if (kind === '方案' && OTHER_PLAN.test(between.replace(NO_BUILDING, '').slice(-12))) return undefined
    // 提出工作计划 may be to think of one; 提出本单位的落实办法，…以正式文件印发 is on paper.
    if (verb === '提出' && !/意见/.test(kind) && !(OWN_PROPOSED.test(between) && ON_PAPER.test(behind)))
      return undefined
    return found(m.index)
  }
  // 一周之内把自己的实施细则拿出来: to be shown is to be made.
  if (/[将把](?:自己|各自|你们|本[一-龥]{1,2})[^，。；]{0,12}$/.test(before) && BROUGHT.test(behind))
    return found(kindFrom)
  // 与之配套的实施细则，由各中心校自行拟定，行文印发: the paper first, and then who is to make it.
  const left = LEFT_TO.exec(text.slice(kindTo))
  if (left) {
    to += left[0].length
    return { ...found(kindFrom), bare: false, assigned: true }
  }
  // What is spoken of is the paper above: 县里的方案印发了，….
  const echoed =
    /^(?:已经?)?(?:[县市区镇省上]|印发|发|下|出|有|定)/.test(behind) ||
    /[县市区镇上][里面]?的?[^，。；]{0,8}$/.test(before)
      ? ECHOED.exec(behind)
      : null
  if (echoed && !OTHER_PLAN.test(before.slice(-12))) {
    to += echoed[0].length
    return { ...found(kindFrom), bare: false, assigned: true }
  }
  const done = MADE.exec(behind)
  const start = done && DOES.exec(before)
  if (start) {
    to += done[0].length
    return found(start.index)
  }
  const paper = kind !== '配套' && !kind.endsWith('计划') && !OTHER_PLAN.test(before.slice(-8))
  const sentIn =
    paper &&
    !/^(?:的)?(?:情况|进展|要求|成效|精神)/.test(behind) &&
    // 各单位落实方案 is a paper of theirs; 要落实方案 carries one out.
    !/(?:参照|按照|根据|对照|依据|贯彻|(?<![位门镇乡道村县区校的])落实)[^，。；]{0,8}$/.test(
      before.replace(FOR_THIS, ''),
    ) &&
    (SENT_IN.test(behind) || (/[将把][^，。；]{0,20}$/.test(before) && SENT_AT_ONCE.test(behind)))
  return sentIn ? found(kindFrom) : undefined
}
