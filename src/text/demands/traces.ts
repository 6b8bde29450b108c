/** Traces of work that a document demands: pictures, notes, ledgers kept to be shown. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { cellAt, hasPoints } from '../cells.ts'
import { clauseOf } from '../clauses.ts'
import { isCondemned, isEmergency, oncePerSentence, paragraphAround, type Worded } from '../contexts.ts'
import type { Stance } from '../stance/stance.ts'
import { callsOut } from './circulars.ts'
import { type Demand, demandOf, wordedAt } from './demands.ts'
import { ANYONE_BELOW, orLikely, type Signs } from './likely.ts'

const RECORDS = '(?:会议|走访|入户|活动|学习)记录'
const TRACE = `(?:台[账帐](?:资料|档案|记录)?|工作痕迹|痕迹(?:资料|材料)?|留痕(?:资料|材料)?|影像(?!抽样|学|科|诊断|检查|系统|中心)(?:资料|档案)?|(?:活动|工作)?图片(?:资料)?|(?:活动|工作)照片|照片|相片|相册|对比[图照]|合影|截[图屏]|学习笔记|读书笔记|工作笔记|笔记本|心得体会|[读观]后感|(?:谈[心话]{1,4}|学习|工作|走访)记录本|${RECORDS}|档案资料|软件资料|内业资料|佐证(?:材料|资料)|印证(?:材料|资料)|工作日志|工作纪实(?:档案|资料)?|纪实档案|民情日记)`
/** What somebody is to write of his own learning and visits. */
const NOTES =
  '(?:学习笔记|读书笔记|工作笔记|学习心得|心得体会|学习体会|学习札记|读书札记|[读观]后感|民情日记|民情笔记|手[抄写](?:的|好)?笔记)'
/** Of visits and villages; who drives, teaches or keeps a watch has a journal by trade. */
const DIARY = '(?:民情|驻村|帮扶|走访|包[村保联])[^，。；《》]{0,2}(?:日[记志]|纪实|记实)本?'
const COMPLETE =
  '(?:是否)?(?:齐全|完整|完备|规范|健全|不全|缺失|不齐|不规范|不完整|不健全|未建立|未建|缺少|缺项|对不上|不足|少于|到位|翔实|详实)'
const POINTS =
  '(?:[得扣减记计加][^，。；]{0,6}?\\d[\\d.]{0,4}\\s?分|[（(][\\d.]{1,4}\\s?分[)）]|不得分|不予加分|\\d[\\d.]{0,4}\\s?分(?![钟之期]))'
/** A piece of paper or a picture that shows that work was done, whatever it is called. */
const PIECE = `(?:${TRACE}|册子|本子|簿子|(?:走访|入户|巡查|巡护|巡河|登记|记录|谈[话心]|宣讲|会议)[簿册](?!网)|记录本|资料盒|小?本本(?![分主])|签[名到字][册表簿]|签名|手印|日志|现场照|签到|心得|笔记(?!本?电脑)|影集|档案盒|水印|[张个]相(?![片机似关对互应当]))`
/** Moving pictures. */
const FILM = '(?:录像|视频)'
/** What is paid for work. */
const PAY = '(?:补[助贴]|工资|绩效|奖金|工钱|报酬|津贴|误工费)'
/** So much of a full mark, or so many points. */
const MARKS = '(?:满分|高分|全分|\\d[\\d.]{0,4}\\s?分(?![钟之期])|[零一二两三五十]{1,2}分(?![钟之期]))'
/** Looked at on paper. */
const SEES = '(?:查看|查阅|检查|核对|翻[看阅查]|调阅|抽[阅看])'
/** Who comes to look. */
const SHOWN =
  '(?:备查|迎检|备检|待查|候查|(?:以[备供待]|留待|(?<!提)供|(?<=[，、])备)[^，。；]{0,8}?(?:检查|督查|督导|考核|考评|验收|抽查|核查|查验|巡查|评估|倒查|查阅)|迎接[^，。；]{0,6}?(?:检查|督查|督导|考核|验收|抽查))'
/** What was done without a trace counts for nothing. */
const UNCOUNTED =
  '(?:视[为同作]|认定[为成]?(?:未|没|漏|零)|(?:评定?|认定|定|判)为(?:不合格|较差|差等|末等)|(?:一概|一律|就|都)?(?<!不)算[作成]?[^，。；]{0,2}(?:漏|没|未|零|空|白|缺)|判定为?(?:未|没)|就当|当(?:作|成|做|你们?|他们?|她|恁)[没未]|白[跑干忙讲学去](?=[，。；了]|$)|不予(?:认[可定]|计[分入算]|统计)|不(?:认(?:[可定账]|(?=[，。；]|$))|计(?:[分入算]|出勤|工作量|工时|工分|考勤|次数|天数)|算数?(?!漏|缺|少|违|错)|作数)|按[^，。；]{0,4}(?:未|没|漏|零|缺[勤席岗]|旷)|等于[没白未])'

/** Nor is it paid. */
const UNPAID = `(?:${PAY}[^，。；不]{0,6}(?:不发|不给|扣|停发)|(?:不发|扣发?|停发|不给)[^，。；]{0,8}${PAY})`

/** 每天录一段视频，录满二十天的得满分; 缺一天扣2分. */
const COUNTED_VIDEO =
  /每(?:[天日周晚早月]|个?工作日)[^。；]{0,40}?(?:视频|录像|影像)[^。；]{0,30}?(?:(?:天|条|段|次|个)数[^，。；不]{0,6}(?:[计纳列]入|作为|折算|挂钩)|[满够][^，。；]{1,5}[天条段次]的?[^，。；不]{0,6}(?:满分|[得记计])|[缺漏少]一?[天条段次]的?[^，。；不]{0,8}扣)/g
const isCountedVideo = (words: string): boolean => words.search(COUNTED_VIDEO) === 0
/** Traces as the measure of work. */
const CRITERIA = lazily((): readonly RegExp[] => [
  // 每天上传视频，上传天数计入考核: so many days of pictures.
  COUNTED_VIDEO,
  // 手抄不足两万字的，按没有学习对待: where it stands beside other words, this is the rule.
  new RegExp(
    `(?:手抄|摘抄|誊抄|抄写)[^，。；]{0,6}?(?:不[足满到够]|少于|低于|没到)\\s?[\\d一二两三四五六七八九十百千万]{1,5}[字页篇遍本][^，。；]{0,3}?的?，?[^。；]{0,14}?(?:${UNCOUNTED}|${UNPAID}|[扣减]\\s?[\\d一二三五十半]|[补重]抄|(?=(?:不得|不能|取消)[^，。；]{0,4}评[优先]))`,
    'g',
  ),
  new RegExp(
    `(?:有|提供|凭)[^，。；]{0,6}?${TRACE}[^，。；]{0,8}?(?:的?，)?[得计加记各]\\s?[\\d.]{1,4}\\s?分(?!钟)`,
    'g',
  ),
  // 有会议记录、有图片的得5分; 查看学习笔记、图片，缺一次扣0.5分.
  new RegExp(`有[^，。；]{0,6}?${TRACE}[^，。；]{0,24}?的，?[得计加记各]\\s?[\\d.]{1,4}\\s?分`, 'g'),
  new RegExp(
    `${SEES}[^，。；]{0,28}?${TRACE}[^，。；]{0,20}?，(?:[^，。；]{0,24}?的?得[^，。；]{0,6}分，)?[^，。；]{0,24}?[扣减]\\s?[\\d.]{1,4}\\s?分`,
    'g',
  ),
  new RegExp(`${TRACE}[^，。；]{0,24}?的[得计加](?:\\s?[\\d.]{1,4}\\s?|满)分`, 'g'),
  // 考核采取查看会议记录、照片等方式进行; not where somebody goes and sees as well.
  new RegExp(
    `(?:考核|考评|评[分价议定比]|测评|验收)(?![^。；]{0,60}(?:实地|现场|走访|访谈|暗访|入户))[^，。；]{0,16}?${SEES}[^，。；]{0,20}?${TRACE}[^，。；]{0,24}?(?:，按[^，。；]{0,8})?(?:方式|为主|进行|打分|评分|计分)`,
    'g',
  ),
  new RegExp(`${TRACE}[^，。；]{0,10}?${COMPLETE}[^。；]{0,24}?(?:${POINTS}|${UNCOUNTED})`, 'g'),
  new RegExp(
    `(?:无|没(?=[照图记截视录相])|没有|未|不附|缺|[拿交]不出)[^，。；]{0,16}?(?:${TRACE}|${FILM}|录音|光盘)[^。；]{0,20}?(?:${POINTS}|${UNCOUNTED}|一律扣|(?=(?:不得|不能|取消)[^，。；]{0,4}评[优先为]))`,
    'g',
  ),
  new RegExp(
    `${TRACE}[^，。；]{0,16}?(?:作为|列入|纳入|列为)[^，。；]{0,20}?(?:考核|考评|评价|评判|评比|评先评优|检查|督查|督导|验收|评分|评先|述职)(?:的?[^，。；]{0,6}(?:依据|标准|内容|指标|条件|凭证))?`,
    'g',
  ),
  new RegExp(
    `以[^，。；]{0,20}?${TRACE}[^，。；]{0,10}?(?:为|作为)[^，。；]{0,14}?(?:依据|标准|凭证|佐证|证明|[得评计]分项|考核项|准)`,
    'g',
  ),
  new RegExp(
    `(?:${SEES}|督查|督导|考核|抽查|核查|验收|[查看])[^，。；]{0,16}?${TRACE}[^，。；]{0,8}?是否[^，。；]{0,10}`,
    'g',
  ),
  new RegExp(
    `(?:未|没有?)[^，。；]{0,8}?(?:拍照|留痕|上传照片|影像|截图)[^。；]{0,10}?，[^。；]{0,10}?(?:${UNCOUNTED}|不予|扣|通报)`,
    'g',
  ),
  // 进了门不照相等于没进门; 去了没合影，就算没去: what was done without a picture, in any order.
  new RegExp(
    `(?:不|没有?|未)(?:照[个张]?相|拍[个张]?照|合[个张]?影|录像|留影|拍下来|照下来|留下?(?:影|照片|记录))片?[^，。；]{0,4}?的?，?[^，。；]{0,4}?${UNCOUNTED}`,
    'g',
  ),
  // 上传三张图片，未上传的当日不计出勤: the picture before, and what is held against whoever sent none.
  new RegExp(
    `(?:照片|图片|截图|影像|视频|合影)[^。；]{0,16}?，(?:未|没有?|不)(?:按时|及时|按要求|如期)?(?:上传|提供|报送|提交|附|留存|拍摄?|传)的?，?[^，。；]{0,10}?${UNCOUNTED}`,
    'g',
  ),
  // 签到表、图片按月装订成卷，作为评价的凭据.
  new RegExp(
    `${TRACE}[^。；]{0,24}?(?:[订编整归汇][^，。；]{0,2}成[册卷本套]|存档|归档)[^，。；]{0,4}，(?:并|均|一并|以此)?作为[^，。；]{0,12}?(?:考核|考评|评[价先优比定]|验收|述职|绩效)[^，。；]{0,6}?(?:依据|凭据|凭证|佐证)`,
    'g',
  ),
  // 照片齐全，作为年底考核依据.
  new RegExp(
    `${TRACE}[^，。；]{0,6}?${COMPLETE}，[^，。；]{0,6}?(?:作为|列入|纳入)[^，。；]{0,16}?(?:考核|考评|评先|述职)(?:的?(?:依据|内容|指标))?`,
    'g',
  ),
  // 留存影像资料备查，作为年终考核依据.
  new RegExp(
    `${TRACE}(?:资料|材料|记录)?(?:备[查检]|存档|归档)?，(?:并|年[底终])?(?:均|以此|据此|一并)?作为[^，。；]{0,12}?(?:考核|考评|评先|评优|述职|验收)[^，。；]{0,6}?(?:依据|凭证|佐证)`,
    'g',
  ),
  // 会议记录、活动照片要齐全，年底考核时逐项查看.
  new RegExp(
    `${TRACE}(?:、[^，。；、]{2,12}){0,3}[^，。；]{0,4}?[要须应](?:齐全|完整|完备)[^。；]{0,20}?(?:考核|检查|督查|验收|考评)`,
    'g',
  ),
  // 年底检查时以照片数量计分.
  new RegExp(
    `(?<![不未别])[以按凭照](?![^，。；]{0,4}[票证])[^，。；]{0,8}?(?:${TRACE}|${FILM})的?(?:数量|张数|份数|条数|多少)?[^，。；]{0,4}?(?:[计打评算记]分|排名|排序|(?:认定|核定|计算)(?:工作量|出勤|次数)|(?:认定|核[定发算]|计[算发]|折算?|结算|兑现|发放?|领取?|给)[^，。；]{0,4}${PAY})`,
    'g',
  ),
  // 由帮扶手册、影像、日志三项印证，三项齐备的评为“好”等次.
  new RegExp(
    `${TRACE}[^。；]{0,16}?(?:印证|佐证)，[^。；]{0,16}?(?:齐备|齐全|俱全)的?[^，。；]{0,4}(?:评为|定为|得)`,
    'g',
  ),
  // 工作好坏，主要看有没有会议记录、照片.
  new RegExp(
    `(?:好坏|成效|优劣|高低|得分|扎不扎实|做没做|干没干)[^。；不别莫]{0,8}?(?:主要|就|只|全)看[^，。；]{0,4}?有没?有?[^，。；]{0,24}?${TRACE}`,
    'g',
  ),
  // 会议记录、照片，检查组逐项翻阅打分.
  new RegExp(
    `${TRACE}[^。；]{0,16}?，(?:检查|考核|督查|考评)组?[^，。；]{0,6}(?:查阅|翻阅|查看|核对|翻看)[^。；]{0,8}(?:打分|计分|扣分|评分)`,
    'g',
  ),
  // 检查组逐项翻阅会议记录、照片打分.
  new RegExp(
    `(?:检查|考核|督查|考评)组?[^，。；]{0,6}(?:查阅|翻阅|查看|核对|翻看)[^，。；]{0,24}?${TRACE}[^，。；]{0,10}?(?:打分|计分|扣分|评分)`,
    'g',
  ),
  // 翻阅会议记录、学习笔记，对照评分表逐项打分.
  new RegExp(
    `(?:查阅|翻阅|查看|核对|翻看)[^，。；]{0,28}?(?:${TRACE}|${NOTES})[^。；]{0,20}?，[^，。；]{0,10}(?:打分|计分|评分)`,
    'g',
  ),
  // 月底就凭照片算你去没去.
  new RegExp(`(?<![不未])凭[^，。；]{0,8}?${TRACE}[^，。；]{0,8}?(?:算|认账|作数|说话|说了算)`, 'g'),
  // 到没到人，以现场照片说了算; 干没干，拿截图见分晓.
  new RegExp(
    `[以拿由靠用按](?<![不未别].)[^，。；不]{0,12}?${TRACE}(?!质量|水平)[^，。；不]{0,10}?(?:说了算|见分晓|见高低|论英雄|认账|作数|定(?:有无|出勤|到没到|去没去|等次|次数))`,
    'g',
  ),
  // 每场要有五张以上照片，拿不出来的，这一场就不作数.
  new RegExp(
    `[一二两三四五六七八九十\\d]{1,3}[张份篇]以上[^，。；]{0,6}?${TRACE}[^。；]{0,24}?(?:拿不出|没有|不够|缺)[^。；]{0,14}?(?:${UNCOUNTED})`,
    'g',
  ),
  // 走访簿、合影、签名三样齐全的得满分.
  new RegExp(
    `${PIECE}[^。；]{0,20}?[两三四五六七几全各][样项件种][^，。；]{0,2}?(?:齐全|齐备|俱全|都有|都全|都在|不[缺少]|齐(?=[的了，]))的?，?[^，。；]{0,4}?(?:[得计记加给]\\s?[满高全\\d一二三五十]{1,3}\\s?分|[评定][为成]?(?:优秀?|好|合格|[一A甲]))`,
    'g',
  ),
  // 签到册、照片、心得，缺一样，这一场就当没讲.
  new RegExp(
    `${PIECE}[^。；]{0,30}?，[^，。；]{0,4}?[少缺差漏](?:了|上)?(?:[一任哪][何]?)[样项件种页本份个次][^，。；]{0,6}?，?[^，。；]{0,8}?(?:${UNCOUNTED}|[扣减去砍抹]\\s?[\\d一二三五十]|白[干讲跑])`,
    'g',
  ),
  // 记录本不少于四十页，补不齐的，次数按零次认定.
  new RegExp(
    `${PIECE}[^；]{0,48}?(?:补|凑|交|拿|对|找|翻)不(?:齐|够|全|出来?|上|着|到)的?，?[^。；]{0,12}?(?:${UNCOUNTED}|按零|${UNPAID})`,
    'g',
  ),
  // 签名不满二百个的，年度不得评优.
  new RegExp(
    `${PIECE}[^。；]{0,12}?(?:不满|不足|不到|少于|不够)\\s?[\\d一二两三四五六七八九十百千万]{1,5}[个次张篇页份本字处盒册][^，。；]{0,4}?，?[^。；]{0,12}?(?:${UNCOUNTED}|(?=(?:不得|不能|取消)[^，。；]{0,4}评[优先为])|[扣减]\\s?[\\d一二三五十])`,
    'g',
  ),
  // 笔记收上来数页数，页数不够的，不给分.
  new RegExp(
    `${PIECE}[^。；]{0,60}?[页字篇张份本]数(?:不[够足]|达不到|没[够到]|少)的?，?[^。；]{0,24}?(?:${UNCOUNTED}|${UNPAID}|不[给得]分|[扣减]\\s?[\\d一二三五十]|(?:不得|不能|取消)[^，。；]{0,4}评[优先])`,
    'g',
  ),
  // 考核只查谈话记录本和合影; 验收就看册子.
  new RegExp(
    `(?:考核|考评|评[分价定比判优先]|验收|检查|打分|计分|成效|成绩|好坏|优劣|[好行]不[好行]|[干去讲做巡学走]了?没(?:有|[干去讲做巡学走])|合不合格|督[查导])[^。；不别莫]{0,16}?(?<!不)(?:只|就|单|光|仅|全)(?:是|靠)?(?:看|查|认|凭|以|数|翻)[^，。；不别]{0,10}?${PIECE}(?:的(?!做法|单位|地方|部门|现象|问题|倾向|老)[^，。；]{0,12})?`,
    'g',
  ),
  // 认定成效以册子的厚薄为据; 看谁的台账厚.
  new RegExp(
    `以[^，。；]{0,24}?${PIECE}(?:的[^，。；]{0,12}?|[^，。；]{0,4}?)(?:为唯?一?(?:依据|准绳|凭据|凭)|为据|论(?:高下|长短|成效|成绩|好坏|英雄))`,
    'g',
  ),
  /(?:看|比|按|凭|以|数)[^，。；]{0,8}?(?:册子|本子|档案|台[账帐]|材料|资料|簿子)[^，。；]{0,4}?(?:厚薄?|厚不厚|多厚|有?几[本斤]|页数|张数)[^，。；]{0,4}?，?[^，。；]{0,14}?(?:[打评计排定]|[得记给][满高全\d]|为[据准凭]|说话)/g,
  // 谁家相片厚谁排前头: the pile is compared.
  new RegExp(
    `谁[^，。；谁]{0,6}(?:${PIECE}|[册本簿]子|材料|资料)[^，。；谁]{0,4}[厚多满全齐][^。；谁]{0,6}谁[^，。；]{0,4}(?:排|得|先|评|上|拿|领|第|在前|靠前|好)`,
    'g',
  ),
  // 翻记录本，写够六十户得15分; 看笔记，每少一千字扣1分: how much is on paper earns the points.
  new RegExp(
    `${PIECE}[^；]{0,16}?，[^，。；]{0,6}?(?:(?:抄|写|记|贴|拍|照|存|填|签)(?:够|满|足|到|齐)[^，。；]{1,12}?[得计加给记]\\s?${MARKS}|(?:[每凡]?[少缺差]|不足|不满)[^，。；]{0,4}[字页篇张段幅本条份][^，。；]{0,2}?[扣减]\\s?[\\d一二三五十])`,
    'g',
  ),
  // 记录满六十页的得满分: so many pages earn so much.
  new RegExp(
    `(?:${PIECE}|(?:纸质|书面|文字)(?:材料|资料)|记录)[^，。；]{0,6}?(?:满|够|足|达到?|超过|不[少低]于)\\s?[\\d一二两三四五六七八九十百千万]{1,5}\\s?[页张篇份本字条](?:以上)?的?，?[^，。；不]{0,3}?[得记计给]\\s?${MARKS}`,
    'g',
  ),
  // 签到表、照片交院办存查，院办据此核定年度得分; 记录本年底收本评分.
  new RegExp(
    `${PIECE}[^。；]{0,50}?(?:[据以凭照]此|据以)[^，。；]{0,8}?(?:核定|[打评计]分|评[定判价议先优]|认定|考核|考评|发放|兑现|排[名序])[^，。；]{0,12}`,
    'g',
  ),
  new RegExp(
    `${PIECE}[^。；]{0,24}?[收翻看查数](?:本子?|册子?|簿子?|盒子?)[^，。；]{0,4}(?:[打评计]分|评[定先优]|排[名序])`,
    'g',
  ),
  // 手册填写情况纳入考核.
  new RegExp(
    `(?:手册|${PIECE})[^，。；]{0,4}?(?:填写|记录|记载|书写|上传|拍摄|留存)(?:情况|质量|数量)[^，。；]{0,6}?(?:纳入|列入|作为|计入|与)[^，。；]{0,16}?(?:考核|考评|评[先优价定]|绩效|述职)`,
    'g',
  ),
  // 本子一人一本，记得厚不厚看一眼，薄的扣一点: how much is written there decides.
  /(?:(?<!作业|练习)(?:册子|本子|簿子)|(?:学习|工作|读书)笔记|笔记本(?!电脑))[^。；]{0,36}?(?:厚不厚|薄不薄|满不满|密不密|字迹(?!清|工整|端正))[^。；]{0,40}?(?:扣|减|(?:往|向)下[拿拉降调压]|拉下|降[一个]?档|[打评记计]分|分数|高低|排[名序队]|等次|评[优先])/g,
  // 活动简报、图片影像等资料报送1分: what is handed in earns the points.
  new RegExp(
    `${TRACE}(?:等)?[^，。；]{0,10}?(?:报送|上报|提供|提交|上传|归档|存档)(?:情况)?[^，。；]{0,4}?\\d[\\d.]{0,3}\\s?分(?![钟之期])`,
    'g',
  ),
  // 查不到相应记载的，视同没有开展: what is not on paper was not done.
  new RegExp(
    `(?:(?:查|找|翻|看|见)不[到着]|(?:没有?|无)(?:相关|相应|书面|文字)?)[^，。；]{0,8}?(?:记载|痕迹|记录(?!仪))的?，[^，。；]{0,10}?(?:${UNCOUNTED}|扣\\s?\\d)`,
    'g',
  ),
  // 本子上没有的，就是没干.
  new RegExp(
    `(?:本子|本本|册子|簿子|照片|手机)[上里](?:没有?|找不[到着]|翻不[到着]|查不[到着]|看不[到着])[^，。；]{0,8}?的?，?[^，。；]{0,6}?(?:${UNCOUNTED}|就是没[干做去讲])`,
    'g',
  ),
  // 读书笔记不少于1万字，每月检查并量化打分，作为评优的依据.
  new RegExp(
    `${NOTES}[^。；]{0,40}?(?:打分|评分|量化|评比|检查)[^。；不]{0,12}?作为[^，。；]{0,14}?(?:考核|评[先优]|晋[级升]|评聘)[^，。；]{0,8}?(?:依据|内容|参考|条件)`,
    'g',
  ),
  // 照片、签到表当日上传平台，逾期自动判定未开展.
  new RegExp(
    `${PIECE}[^。；]{0,60}?，(?:逾期|超时|超期|过期)(?:未[^，。；]{1,4}的?，?)?[^，。；]{0,8}?(?:${UNCOUNTED})`,
    'g',
  ),
  // 年终考核以资料为准.
  /(?:考核|考评|验收|检查|评[价比先])[^，。；不]{0,6}以(?:档案|资料|材料|台[账帐]|痕迹|记录)(?:资料|材料)?为(?:准|主|依据)/g,
  // 撰写读书笔记，期末检查评比，结果与职称评聘挂钩.
  new RegExp(
    `${NOTES}[^。；]{0,40}?(?:检查|评比|抽查|展评|评阅|打分)[^。；不]{0,20}?[与和同](?:[^，。；不]{0,16})(?:挂钩|相挂)`,
    'g',
  ),
  // 考核采取听汇报、查资料、看台账的方式进行; not where somebody goes and sees as well.
  /(?:考核|考评|检查|督查|验收|评估)(?![^。；]{0,60}(?:实地|现场|走访|访谈|暗访|入户|群众))[^。；不]{0,10}?(?:采取|通过|采用|以)[^。；不]{0,12}?[查看翻](?:资料|材料|台[账帐]|档案|记录|痕迹)[^。；]{0,12}?(?:方式|办法|形式|方法|为主)/g,
  // 会议要有签到册、现场照片，资料不全的视为未召开.
  new RegExp(
    `${PIECE}[^。；]{0,30}?，(?:资料|材料|手续|要件)[^，。；]{0,4}?(?:不全|不齐|不完整|缺失|缺项)的?，?[^，。；]{0,6}?(?:${UNCOUNTED}|扣)`,
    'g',
  ),
  // A cell and the next one: 3分　提供影像资料.
  new RegExp(`\\d\\s?分[）)，；、 ]{0,2}(?:需|须|应)?提供[^，。；]{0,8}?${TRACE}`, 'g'),
  // 每户一张合影，少一张按漏户算.
  new RegExp(
    `${TRACE}[^。；]{0,40}?，?[^，。；]{0,6}?(?:[少缺]|缺失|缺少|少[签拍记传])一?[张份次回种项册本套][^，。；]{0,8}?，?[^，。；]{0,6}?(?:${UNCOUNTED}|按[^，。；]{0,8}[算计论]|记[^，。；]{0,3}(?:缺[勤课席岗]|旷)|算|扣)`,
    'g',
  ),
])
/** Papers by which others than the one who applies for something judge work. */
const FILES =
  '(?:卷宗|案卷|册页|(?:档案|文字|书面|纸质|内业|过程|痕迹|支撑|佐证|印证|台[账帐]|工作)(?:材料|资料)|档案|台[账帐])'
/** 验收以卷宗为主要依据; 卷宗不全的，不论隐患是否消除，均不予通过: the papers decide, whatever was done. */
const PAPERS_ONLY = lazily((): readonly RegExp[] => [
  new RegExp(
    `(?:验收|考核|考评|核查|督查|抽查|检查|评估|评价|成效|认定)[^，。；不]{0,10}?(?:主要|一律|均|只|全|单)?(?:以|凭|看)[^，。；不]{0,8}?${FILES}(?:的?[^，。；]{0,8}?)(?:为|作为)(?:唯一|主要|基本|根本|最终)?(?:的)?(?:依据|准(?!备|则|绳确)|标准|凭据|凭证)`,
    'g',
  ),
  new RegExp(
    `(?:${FILES}|资料|材料|册子|本子|照片)[^，。；]{0,4}?(?:不全|不齐|不完整|不完备|缺失|缺项|缺页|不规范)[^，。；]{0,3}?的?，(?:不论|无论|不管)[^，。；]{0,6}?(?:隐患|问题|实际|实效|现场|任务|成效|效果|工作|事情|整改|干)[^，。；]{0,8}?，[^，。；]{0,6}?(?:${UNCOUNTED}|不予(?:通过|验收|合格)|不得(?:通过|评)|不合格|扣|零分|不得分)`,
    'g',
  ),
])
/** Whose papers are a request or a bid, or the law's own. */
const FILED_BY_LAW =
  /申[报请]|评审|招[标投]|职称|学历|资格|执法|案件|诉讼|复议|仲裁|审计|竣工|监理|质量(?:验收|检测)|告知承诺|许可|巡察|信访|鉴定|确权|危房|农房|测绘|人事档案|职工档案|学籍/

/** 每顿饭都要拍下来，装订成一本，年底就翻这一本打分; …的相片交齐，月底就凭这一沓给你打分: the pile decides. */
const JUDGED =
  '(?:打分|评分|计分|[扣减]\\s?[\\d一二三五十](?:\\s?分)?|扣[^，。；]{0,4}分|[评定][^，。；]{0,4}(?:等|优|先|次)|评优|评先|说话|说了算|算账|论高低|认账)'
const PILES = [
  new RegExp(
    `(?:${TRACE}|[拍照录]下来?|拍照)[^。；]{0,48}?(?<![不别])[凭翻看认按以拿](?:着)?[这那][一几两]?[本沓摞盒叠堆些册套][^，。；]{0,10}?，?[^。；]{0,20}?${JUDGED}`,
    'g',
  ),
  new RegExp(
    `(?:[拍照录]下来|拍(?:成)?照片?)[^。；]{0,24}?(?:装订|[订做装贴汇编攒整集]成|洗出来)[^，。；]{0,10}?[册本集盒][^。；不]{0,30}?(?:考核|考评|评[^，。；]{1,8}[时次等]|验收|检查)[^。；不]{0,24}?(?:${JUDGED}|为[准据凭])`,
    'g',
  ),
]
/** Traces that are to be made and kept. */
const DEMANDS = lazily((): readonly RegExp[] => [
  /(?:学习笔记|读书笔记|工作笔记|心得体会|民情日记)[^，。；]{0,10}?(?:检查|抽查|评比|展评|晒)/g,
  // 坚持写民情日记; 建好一本《走访台账》: what somebody is to write of his own days.
  new RegExp(
    `(?:坚持|必须|要|须|应当?|人人|都|认真|按时|做到|每[天日周])[^，。；]{0,4}[写记]好?[^，。；《]{0,4}《?${DIARY}》?|每人[^，。；]{0,6}一[本册]《?${DIARY}》?|[建记备填]好?[立有]?一[本册]《?[^，。；《》]{0,6}(?:驻村|帮扶|走访|包[村保联]|联户)[^，。；《》]{0,4}台[账帐]》?`,
    'g',
  ),
  // 撰写读书笔记不少于2万字.
  new RegExp(
    `(?:撰写|写|完成|摘抄|记)[^，。；、]{0,6}?${NOTES}[^，。；]{0,6}?(?:不[得能]?[少低]于|至少|达到?|[写记]满)\\s?[\\d一二两三四五六七八九十百千万]{1,6}[字篇本页]`,
    'g',
  ),
  // 附工作总结、不少于20张图片: with what is handed in.
  /(?:附|报送|上报|提交|提供|上传)(?![^。；]{0,30}(?:参赛|作品|征集|申报))(?:(?!附|报送|上报|提交)[^。；]){0,40}?(?:不[得能]?少于|至少)\s?\d{1,3}\s?[张幅][^，。；]{0,6}(?:图片|照片|相片)/g,
  // 与贫困户合影上传APP.
  /[与和同][^，。；、]{1,8}合影(?:后|并|，并?)?(?:上传|发(?:送)?[到至给]|报)/g,
  // 事事有记录、件件有台账、项项有痕迹.
  /(?:(?:事事|件件|项项|步步|处处|样样|次次)有[^，。；、]{2,4}[、，]){0,3}(?:事事|件件|项项|步步|处处|样样|次次)有(?:痕迹|台[账帐]|照片|留痕)(?:[、，](?:事事|件件|项项|步步|处处|样样|次次)有(?:痕迹|台[账帐]|照片|留痕|记录|档案)){0,3}/g,
  // 建立工作台账，做到资料齐全、有据可查，迎接市里验收.
  /(?:资料|台[账帐]|档案)[^。；]{0,8}?(?:齐全|完整|完备|有据可查)[^。；不]{0,12}?(?:迎接|应对|迎)[^，。；]{0,6}(?:检查|验收|考核|督查|评估|复审)/g,
  // 一类一盒，近三年缺失的资料务必补齐.
  /(?:档案|资料|台[账帐])[^。；]{0,30}?(?:缺失|缺少|缺的|不全)的[^，。；]{0,6}(?:务必|必须|要|抓紧|一律|全部)?[^，。；]{0,4}补[齐全]/g,
  // 不定期抽查党员学习笔记; 写心得体会，发到网站; 期末上交听课记录本.
  new RegExp(`(?:抽查|检查|查阅|收[查看]|评比|展评)(?:(?![了过])[^，。；、]){0,10}?${NOTES}`, 'g'),
  new RegExp(
    `(?:撰写|写出?)[^，。；]{0,6}?${NOTES}[^，。；]{0,4}，?[^，。；]{0,6}?(?:发送?[到至]|上传|上交|报送|提交|张贴|上墙|装订|存档|归档|交(?=[到给至县镇局支党办]))`,
    'g',
  ),
  new RegExp(
    `(?:[上提]交|报送|收[交齐缴])[^，。；]{0,10}?(?:(?:教研|活动|会议|学习|谈[话心]|走访|培训|听课)记录[本簿册]|${NOTES}本?)`,
    'g',
  ),
  // 两张清晰的活动图片报团委.
  /(?:\d{1,2}|[一两二三四五])\s?[张幅](?![^，。；]{0,6}寸)[^，。；、]{0,6}(?:照片|图片|相片)[^。；]{0,24}?(?:报(?![道名考])|上传|发[到至送]|交(?![流通易])|备份|存档)/g,
  // 做好走访照片的收集.
  /(?:做好|抓好|注意|注重|重视)(?:(?!史|志|展|文物|新闻|老照|旧照)[^，。；]){0,16}?(?:照片|影像|图片)(?:资料)?的?(?:收集|整理|归集|积累|留存)(?!功能|软件|工具)/g,
  // 各类资料分类装盒: for those who come to look, see `BOXED`.
  /(?:资料|材料)[^。；]{0,20}?(?:装盒|入盒)|(?:收集|整理)[^，。；]{0,10}?资料，[^。；]{0,12}?有据可查|档案资料[^，。；]{0,4}?(?:齐全|完整|完备)/g,
  /水印相机|(?:定位|打卡|工作)(?:照片|截图)[^，。；]{0,6}?(?:上传|报送|发)|(?:上传|报送|发送)[^，。；]{0,6}?(?:定位|打卡|工作)(?:照片|截图)/g,
  /(?:照片|图片|截图|影像|视频)(?:资料)?[（]?(?:[^，。；]{0,8}?|，每[户次处人村天][^，。；]{0,4}?)(?:不[得能可]?[少低]于|至少|最少)\s?[\d一二两三四五六七八九十]{1,4}\s?[张份幅段个条]?/g,
  /(?:拍照|合影|照相)，?[^，。；]{0,4}?每[户次处人点家][^，。；]{0,4}?不[得能可]?少于\s?[\d一二两三四五六]{1,3}\s?[张幅]/g,
  /附[^，。；]{0,20}?(?:照片|图片|相片)各?\s?\d{1,3}\s?[张幅]/g,
  /(?:照片|图片|相片)[^，。；]{0,4}?各?(?:存|留|备|洗|打印)[^，。；]{0,4}?[\d一两二三四五]{1,2}\s?[张份套]/g,
  /[照拍][\d一两二三四五]{1,2}张(?:相|照片?|图片?)[^。；]{0,24}?(?:存|交|留|上传|[传报发](?=[到给至]))/g,
  /(?:[拍照传]|凑|攒)(?:够|满|足|齐)\s?[一二两三四五六七八九十\d]{1,4}\s?张[^。；]{0,24}/g,
  /(?:合个?影|照[个张]?相|拍个?照|拍张照|拍进去)[^。；]{0,24}?(?:存好|留好|收好|才算|[都]交到|做成册|装成册|装[进入](?=[袋盒档]|[^，。；]{1,3}[袋盒])|备查|检查组|考核组|验收组|督查组|[来会要]翻)[^，。；]{0,8}/g,
  /[各每都]拍(?:一|两|三|\d{1,2})张[^，。；]{0,12}(?:照片|图片|相片)[^，。；]{0,6}?(?:[传发报]|上传)[到至给]/g,
  /(?:照片|心得体会|记录|档案|笔记|影像|台账)[^，。；]{0,4}?缺(?:什么|哪样|哪个|啥)[^，。；]{0,4}?补(?:什么|哪样|哪个|啥)/g,
  // 整治前、整治中、整治后各拍一张; 前后分别照两张.
  /(?:[一-龥]{2}前[、和]?(?:[一-龥]{0,2}中[、和]?)?(?:[一-龥]{0,2}后)?|前后|前中后)[^，。；]{0,2}(?:各|都|均|分别)(?:拍|照)[一两二三\d]{1,2}张/g,
  // 须与家长在家门口合影; 要同户主拍张照: of whoever goes to see them.
  /(?:须(?!知)|必须|务必|应当?|[^主重需]要(?!求)|[都就也还]得)[^，。；不]{0,4}[与和同跟](?=[^，。；]{0,10}(?:家长|户主|农户|群众|村民|居民|老人|学生|贫困户|困难户|脱贫户|住户|本人|对象|干部|他|她))[^，。；]{1,16}(?:合影|合[个张]影|照[个张]?相|拍[个张]照|拍照)/g,
  // 每人手抄够五千字; how much of it is written shows diligence.
  /(?:手抄|誊抄|摘抄|抄写?)(?:[^，。；]{0,8}?(?:不[得能可]?少于|至少)|(?:够|满|足))\s?[\d一二两三四五六七八九十百千万]{1,5}\s?(?:字|页|本|篇)(?!词)/g,
  // 前后什么样都给我拍下来.
  /(?:[都全]|样样|件件|处处|桩桩|步步|回回|次次)(?:要|得|给我|必须)[^，。；]{0,3}[拍照录]下来/g,
  /该拍的[^，。；]{0,6}要拍|该建的[^，。；]{0,4}台账要建/g,
  /有[^，。；、]{1,5}、有(?:照片|图片|影像|截图)|有(?:照片|图片|影像|截图)[^，。；]{0,6}、有/g,
  /(?:做好|注重|注意|重视|突出|强化|加强|坚持|做到|实行|落实|确保|要有|全面|全程|全过程|处处|事事|必须|实现|推行|实施)[^，。；]{0,8}?(?:留痕|痕迹(?:化)?管理)/g,
  /[一-龥]{2,4}有(?:图片|照片|影像|视频|记录)[、，][一-龥]{2,4}有(?:图片|照片|影像|视频|记录)/g,
  /拍(?:下来|[照摄])[^，。；]{0,8}?(?:上传|[传发报][到给至]|留痕|打卡(?![点墙地处区位照留])|留存|存档|备查|报送|发送?[到至]|发群|晒|为证)/g,
  /(?:留存|保留|保存|上传|报送|上报|提交|收集|附|提供|拍摄|留取|留好|发送)[^，。；]{0,14}?(?:影像|照片|视频|截图|图片)(?:资料|材料)?[^。；]{0,16}?(?:备查|存档|归档|备检|留痕|佐证|印证|报送|上传|不[得能可]?少于|\d{1,2}\s?张)/g,
  /每(?:次|场|期|户|天|日|处|项|周|月|到一个?[点处户村]|个点)[^，。；]{0,16}?(?:上传|拍|报送|留存|提交|附)[^，。；]{0,16}?(?:照片|影像|截图|视频|图片)/g,
  /拍(?:摄)?[^，。；]{0,6}(?:水印|带时间|带定位|有时间)[^，。；]{0,6}(?:照片|相片|影像)/g,
  /(?:自拍|拍照|合影)(?:[一两二三]张)?[^，。；]{0,4}(?:留底|留存|为凭|备查|为证)/g,
  /(?:照片|影像(?:资料)?|截图|视频|图片)[^，。；]{0,12}?(?:上传|报送?|发送?)[^，。；]{0,6}?(?:到|至|于)?[^，。；]{0,12}?(?:群(?!众)|平台|系统|小程序|APP|邮箱|备查|办公室|专班|[县市区镇乡局][^，。；]{0,8}[办科](?![理法公技]))/g,
  new RegExp(
    `(?:撰写|写|提交|上交|报送|交|完成|记录|记|做|摘抄|手?抄)[^，。；]{0,12}?${NOTES}[^，。；]{0,10}?(?:(?:不[得能可]?少于|至少)?\\s?[\\d一二两三四五六七八九十百千]{1,5}\\s?[篇字万次份]字?|不[得能可]?少于|至少)`,
    'g',
  ),
  /(?:每人|人均|每名|每个?月|每周|每季度|人人|至少|不[得能可]?少于)[^，。；]{0,24}?(?:(?:学习|读书|工作)笔记本?|学习心得|心得体会|[读观]后感|民情日记)/g,
  new RegExp(
    `${NOTES}[^。；]{0,12}?(?:(?:不[得能可]?少于|至少)?\\s?[\\d一二两三四五六七八九十百千]{1,5}\\s?万?[字篇]|不[得能可]?少于|至少|每[人月周季]|备查|上交|统一(?:检查|收)|存档)`,
    'g',
  ),
  new RegExp(
    `台[账帐](?:[^，。；]{0,16}?，?|[^，。；]{0,8}，[^，。；]{2,8}，[^，。；]{2,8}，)[^，。；]{0,6}?(?:${SHOWN}|装订成册)`,
    'g',
  ),
  /(?:照片|图片|心得体会|会议记录|学习笔记)[^，。；]{0,20}?(?:整理|归档|装订|收集|收齐|补[齐全足])[^。；]{0,24}?(?:备查|迎检|有据可查|(?:[迎备]接?|留待)[^，。；]{0,8}(?:检查|考核|验收|督查|督导|查阅|评估))/g,
  // 口说无凭，得有照片为证.
  /(?:[要得须]|必须)有[^，。；]{0,4}?(?:照片|合影|影像|截图|视频|签名|手印)[^，。；]{0,2}(?:为[证凭]|作[证凭])/g,
  // 历次活动的签到、照片补齐: for those who come to look, see `BOXED`.
  new RegExp(
    `(?:${TRACE}|签到[表册簿]?|简报)(?:、[^，。；、]{2,10}){0,3}[^，。；、]{0,8}?(?:补[齐全足]|凑[齐够])`,
    'g',
  ),
  // 整治前一张、整治后一张: a sheet before and one after is a picture, see `PAIR`.
  /[前工]来?[各留要]?一张[、，和][一-龥、]{0,12}?[后工]来?[各留要]?一张|前后各[留存备]?一张/g,
  // 进门一张、座谈一张、临走一张: pictures, see `SHOTS`.
  /[一-龥]{2,6}一张、[一-龥]{2,6}一张(?:、[^，。；]{2,12}一张)?/g,
  /[与和同跟][^，。；]{1,10}(?:合拍|合影|合个影)[^。；]{0,24}?(?:归集|汇总|抽看|备查|留存|存档)/g,
  /(?:整理|准备|完善|[补备收][齐全好足集]|补充|规范|做好|归集)[^，。；]{0,14}?(?:佐证|印证|迎检|痕迹|内业|过程性)(?:材料|资料)(?:的(?:收集|整理|归集|完善|准备))?/g,
  /(?:台[账帐]|内业|软件|痕迹)资料[^，。；]{0,4}?(?:齐全|完整|完备|规范)/g,
  new RegExp(
    `(?:照片|相片|对比图|影像|图片|视频|截图|${RECORDS})(?:资料|材料)?[^，。；]{0,8}?，?[^，。；]{0,8}?，?${SHOWN}`,
    'g',
  ),
])
/** What shows that somebody went and sat, and nothing else. */
const FORMAL =
  '(?:工作痕迹|痕迹(?:资料|材料)?|留痕(?:资料|材料)?|(?:走访|入户|活动|会议|学习)(?:记录|照片|图片|影像|合影)|(?:影像|图片|照片)(?:资料)?|(?:学习|读书|工作)笔记|心得体会|民情日记|工作日志|签到[表册簿])'
/** 会议记录不完整, 没有走访照片: held against somebody in a 通报. */
const MISSED = lazily(
  () =>
    [
      [
        'criterion',
        [
          new RegExp(
            `${FORMAL}(?:、[^，。；、]{2,10}){0,3}[^，。；]{0,6}?(?:不全|不完整|不齐全?|不完备|缺失|缺项|不规范|不足|不够|[太偏较]少|(?:未|没有)(?:及时)?(?:归档|留存|上传|保存|补齐))`,
            'g',
          ),
          new RegExp(
            `(?:没有|无|未(?:留存?|拍摄?|上传|提供|附|保存)|缺少?|[拿交]不出|[查找]不到)[^，。；]{0,8}?${FORMAL}`,
            'g',
          ),
        ],
      ],
    ] as const,
)
/** Work that was not done or was made up is a failing; what a statute has recorded is its own matter. */
const REAL_FAILING =
  /弄虚|造假|作假|虚假|雷同|伪造|摆拍|抄袭|编造|不符|不一致|未(?:开展|组织|落实|入户|走访|召开|完成|到岗|整改)|没(?:有)?(?:去|入户|走访|开展|完成)(?!(?:的|现场|活动)?(?:记录|日志|照片|影像|合影|图片|痕迹|资料))|不到位|走过场|空转|三会一课|发展党员|党务|支部会议|组织生活|民主评议|值班|议事|监控/
const TRACES = lazily(
  () =>
    [
      ['criterion', PAPERS_ONLY(), [/卷宗|案卷|册页|[材资]料|档案|台[账帐]|册子|本子|照片/]],
      ['criterion', CRITERIA()],
      ['criterion', PILES, [/[这那][一几两]?[本沓摞盒叠堆些册套]|装订|[订做装贴汇编攒整集]成|洗出来/]],
      ['demanded', DEMANDS()],
    ] as const,
)
/** 没有照片的，不扣分; 不以照片为准; 张数不纳入考核. */
const NOT_HELD =
  /不(?:得|再|予|能|应|会|因此)?[^，。；分并的]{0,4}(?:扣|减|通报|视[为同作])[^，。；]{0,4}$|不(?:再|得|予|应)?(?:纳入|列入|列为)[^，。；]{1,20}$|不[得能应]不[^，。；]{1,4}$/
/** 督查不看会议记录是否完整. */
const NOT_LOOKED_AT = /不(?:再|专门)?(?:[看查翻]|核[对查]|检查|抽查)[^，。；]{0,24}是否/
/** What law, proof or safety demands, and pictures that are works. */
const DUTY =
  /进货|索证|图片新闻|爆料|随手拍|市民[^。；]{0,90}提供[^，。；]{0,4}线索|(?<!一)组照|摄影|评委|选手|认证|闪退|内测|测试群|执法|处罚|行政许可|记录仪|全过程记录|追溯|溯源|(?:食品|药品)(?!(?:安全)?(?:知识)?(?:宣传|培训|讲座))|农药|兽药|危险?(?:废|化)|危废|固废|医废|废物|隐患|检疫|屠宰|防疫|疫苗|排污|排放|环境监测|公证|招[标投]|评标|采购|审计|办案|案件|证据|取证|询问|讯问|勘[验查]|笔录|文物|医学|诊疗|病历|遥感|卫星|监控|航拍|无人机|隐蔽工程|施工(?!中|前|后|。|$|[，、])|监理|竣工|存证|数据安全|网络安全|算法|操作留痕|系统留痕|决策|干预|过问|插手|出入库|燃气|特种设备|电梯|消防(?!(?:安全)?(?:知识)?(?:宣传|培训|讲座))|动火|票据|发票|信贷|贷款|理赔|保险|核损|普查|测绘|作品|(?<!\d[张幅][、和及])短视频|微视频|宣传视频|征集|获奖|展板|画册|参赛|投稿|申报|报名|应聘|招聘|申请|推荐|耕地|图斑|古树|摄影|征文|免冠|[一两二三小\d]\s?寸|证件|身份证(?!号)|护照|驾驶证|办证|证照|营业执照|旅游|网约|外卖|快递|用工|工资|财务|资金|固定资产|选举|投票|党员档案|人事档案|档案法|事故现场|巡检|设备运行|公示照片|信访人|审批|交易|合同/

/** 检验记录和照片依照《…法》保存备查. */
const BY_LAW = /[依按](?:照|据)?《[^》]{2,40}(?:法|条例)》/
/** 每周拍照上传工作群: pictures by the calendar prove that somebody went, not what he found. */
const ROUTINE = /每[天日周旬月晚次](?:[^，。；]{0,10}(?:拍|照片|截图))[^，。；]{0,14}群(?!众)/
const PAID_FOR = /(?:工资|工钱)$/
/** Videos by the day, and the days counted. */
const MADE_BY_THE_DAY = /短视频|微视频|视频作品/g
/** What the words are about. A list of hazards in a clause before is a duty, pictures of the round are none. */
function matterOf({ before, ahead, after }: Stance, words: string): string {
  // 凭视频发工资: what is paid for is not what is recorded.
  const said = isCountedVideo(words) ? words.replace(MADE_BY_THE_DAY, '') : words
  const matter = ahead.slice(-30) + said.replace(PAID_FOR, '') + after.slice(0, 30)
  const clause = clauseOf(`${before}${words}`) + clauseAhead(after)
  return ROUTINE.test(clause) && !clause.includes('隐患') ? matter.replaceAll('隐患', '') : matter
}
const clauseAhead = (after: string) => after.slice(0, 30).split(/[，。；]/, 1)[0]!

/** Papers are put into boxes for a look; an archive does so by its own rules. */
const BOXED = /装盒|入盒|^(?:收集|整理)[^，。；]{0,10}资料，|^档案资料|(?:补[齐全足]|凑[齐够])$/
const MADE_UP = /(?:补[齐全足]|凑[齐够])$/
const FAKED = /弄虚|造假|作假|应付|突击/
const LOOKED_AT = /迎检|候查|待查|检查|验收|评估|督导|考核|考评|创建|复审/
const ARCHIVE = /归档|案卷|档案[馆局室员法]|卷内|文书|档案(?:工作|管理|整理)/

/** One for each occasion, taken with a camera; not 每户发明白卡一张、宣传画一张. */
const SHOTS = /一张、[^，。；、]{2,6}一张/
const CAMERA = /手机|镜头|拍|合个?影(?=[^，。；]{0,4}一张)|照[张个]?相/
/** One of each before and after the work that is shown; and what becomes of them. */
const PAIR = /[前工]来?[各留要]?一张[、，和][一-龥、]{0,12}?[后工]来?[各留要]?一张|前后各[留存备]?一张/
const HANDED_OUT = /[发领填]|[桌椅床凳]|[卡表画票单证纸书](?=[、，一])|复印|申[请报]|作品|作业|画|设计|施工单位|隐蔽/
const PASTED = /[订装钉贴编排]|册|本子|档|群(?!众)|交|报|传|看|翻|检查|验收|考核/
const GIVEN = /[每发领填桌椅床凳]|[卡表画票单证纸书](?=[、，一])|复印|申[请报]/

/** 上下午各凑够两张: of pictures, not of tables or tickets. */
const ENOUGH = /^[拍照传凑攒][够满足齐]/
const TAKEN = /照片|图片|水印|合影|相片|拍照|[张的个]相(?![似关对互应当])|照相|截图/

/** 须征得老人同意才可与老人合影. */
const AGREED = /(?:同意|征得|方可|才[可能]|自愿)[^，。；]{0,6}[与和同跟]/
/** 装修前、装修后各拍一张，自己留着; of wounds and old things it is the trade. */
const SHOT_TWICE = /[前后中](?:各|都|均|分别)(?:拍|照)/
const OWN_SHOTS = /毕业|同学|留念|相册|业主|装修|自己留|纪念|患者|伤口|术[前后]|治疗|皮肤|病灶|修复|孩子|搬家|租/
/** 志愿服务记录满50条得5分，可兑换…; 须与老人拍照核对身份. */
const isOtherUse = (words: string, after: string): boolean =>
  (/记录[^，。；]{0,4}(?:满|够|达)/.test(words) && /^[^。；]{0,12}(?:兑换|积分|抽奖|奖品|时长)/.test(after)) ||
  (/照$/.test(words) && /^[^，。；]{0,4}(?:核[对验实]|认证|采集|比对|办[证理]|登记|寻亲|建档)/.test(after))
/** 没拍照等于没干，这样的话以后不要再说. */
const SAID_NO_MORE =
  /[，][^，。；]{0,4}[这那](?:样|种|类|些)?的?(?:话|说法|要求|规矩|做法|讲法)[^。；]{0,10}(?:不[要许准能得再]|别|莫|停|改|收起)/
/** 停用水印相机. */
const SHUT_DOWN = /(?:停用|卸载|弃用|停止使用|告别|关闭)[^，。；]{0,4}$/

/** Who finds something takes a picture of it. */
const FOUND = /发现|看见|看到[^，。；]{0,8}[坏破漏倒塌]|受灾|损失|随手拍|举报|投诉|群众可/

/** Where one of these stands, `traceDemands` looks. */
export const traceWords: readonly string[] = [
  '留痕',
  '痕迹',
  '拍照',
  '自拍',
  '拍摄',
  '照片',
  '合影',
  '照相',
  '合张影',
  '候查',
  '记录满',
  '记录达',
  '记录够',
  '各拍',
  '各照',
  '分别拍',
  '分别照',
  '相片',
  '相册',
  '对比图',
  '对比照',
  '影像',
  '截图',
  '截屏',
  '张相',
  '张照',
  '图片',
  '视频',
  '台账',
  '台帐',
  '笔记',
  '心得',
  '后感',
  '日记',
  '学习体会',
  '札记',
  ...[
    '拍下来',
    '照下来',
    '录下来',
    '录像',
    '资料盒',
    '本本',
    '手册填',
    '抄够',
    '抄满',
    '抄足',
    '抄不',
    '抄少',
    '抄写不',
  ],
  '佐证',
  '印证',
  '迎检',
  '内业',
  '软件资料',
  '会议记录',
  '走访记录',
  '入户记录',
  '活动记录',
  '学习记录',
  '档案资料',
  '工作日志',
  '水印',
  '合个影',
  '照个相',
  '照张相',
  '拍够',
  '拍满',
  '拍足',
  '照够',
  '照满',
  '凑够',
  '凑满',
  '凑足',
  '攒够',
  '传够',
  '传满',
  '拍个照',
  '拍张照',
  '拍进去',
  '档案盒',
  '装盒',
  '入盒',
  '有据可查',
  ...[
    '以资料为',
    '以材料为',
    '以档案为',
    '查资料',
    '看资料',
    '翻资料',
    '看台账',
    '查台账',
    '查档案',
    '看档案',
    '看材料',
    '查材料',
  ],
  ...['件件有', '项项有', '事事有', '步步有', '样样有', '次次有', '缺失的资料', '资料补', '材料补'],
  '过程性',
  '记录本',
  '手印',
  '册子',
  '本子',
  '签名',
  '签到册',
  '签到表',
  '签到簿',
  '走访簿',
  '记录簿',
  '登记簿',
  '现场照',
  '日志',
  '记载',
  '一张、',
  ...['后一张', '后各留', '后各一张', '工一张', '来一张'],
  '签到、',
  '卷宗',
  '档案材料',
  '纪实档案',
  ...['唯一依据', '资料不全', '材料不全', '资料缺', '材料缺'],
]

/** Traces, whoever looks at them, how many, and who has to have them. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /照片|拍照|照张相|影像|视频|截图|合影|相片|水印|档案盒|笔记|记录本|心得|手印|(?:走访|会议|活动)记录|台账(?:资料)?[^，。；]{0,6}(?:齐|为准|缺|全|扣|评|分)|留痕|痕迹|对比图|佐证/,
      /检查|考核|考评|验收|督查|评价|评先|打分|评分|来查|等着查|上头来|先翻|等于[^，。；]{0,3}没|谁信|绩效|迎检|扣\s?\d|计\d|得\s?\d|依据|算[你没]|按[^，。；]{0,6}没|视为未|视同|证明|认定/,
      /\d+\s?[张份篇类个页]|[一二三四五六七八九十几]+[张份类个样篇]|每到?[一户次人处村回]|、[^，。；]{2,10}、|缺|少一|不够|补齐|备齐/,
      new RegExp(`${ANYONE_BELOW.source}|(?:检查|考核|考评)采取|查阅`),
    ],
    none: /不[翻数查看](?:[^，。；]{0,3})(?:台账|照片|笔记|档案|痕迹|资料)|弄虚|造假|作假|(?:一概|一律|[都全])不[看查翻]|(?:责任|军令|生死|保证)[状书](?![^。]{0,60}(?:照片|台账|影像))[^。]{0,30}手印|(?:以前|过去|那时候|原先)[^。]{0,30}连[^，。]{1,10}[都也][要得]|实地|走访群众|访谈|暗访|合同|运营|检疫|经营者|生产者/,
  }),
)

/** Of `hits` (places of `traceWords`, in order), what measures work by its traces or has them made; nothing in sentences that are `allowed`. */
const ANY_WORK = /(?:[每各]项|所有|全部|日常)(?:的)?工作|考核|评[比优先]|备查/

export const traceDemands = (
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'criterion' | 'demanded' | 'likely'>> =>
  orLikely(doc, hits, tracesIn(doc, hits, allowed), LIKELY, (passage, near) => DUTY.test(near) || allowed(passage))

function isForShow(doc: Doc, span: Span): boolean {
  const around = doc.facts.title + paragraphAround(doc, span, 160)
  return LOOKED_AT.test(around) && !ARCHIVE.test(around)
}

/** In a 通报: traces for whose want it calls somebody out or has them made up, once in a sentence. */
function missedIn(doc: Doc, hit: Span, allowed: (sentence: string) => boolean): Worded<'criterion'> | undefined {
  if (doc.genre.id !== 'circular') return undefined
  const found = wordedAt(doc, hit, MISSED(), 30, 30)
  if (!found) return undefined
  const demand = demandOf(doc, found.span)
  const { sentence, before, quoted } = demand
  if (ARCHIVE.test(doc.facts.title)) return undefined
  if (
    quoted ||
    REAL_FAILING.test(sentence) ||
    DUTY.test(sentence) ||
    allowed(sentence) ||
    /不[^，。；]{0,6}$/.test(before)
  )
    return undefined
  return callsOut(doc, demand, true) ? found : undefined
}

/** 学习笔记 | 20 | 每人两万字，少一篇扣1分: a row of a table of points that is named for what is kept to be shown. */
const SCORED_TRACE = lazily(() => new RegExp(`^[^，。；]{0,8}(?:${FORMAL}|${NOTES}|留痕|痕迹)[^，。；]{0,4}$`))
const POINTS_HEAD = /分值|得分|扣分|评分|满分|计分|赋分|分数/
const POINTS_SAID = /[扣减]\s?[\d.]{1,4}\s?分|得\s?(?:[\d.]{1,4}\s?|满)分|不得分|[少缺差][^，。；]{0,8}[扣减]\s?\d/

function scoredIn(doc: Doc, hit: Span, allowed: (sentence: string) => boolean): Worded<'criterion'> | undefined {
  const cell = cellAt(doc, hit.start, 20)
  if (!cell || !SCORED_TRACE().test(cell.own)) return undefined
  const { own, span, others, head } = cell
  if (!hasPoints(cell) && !others.some((other) => POINTS_SAID.test(other))) return undefined
  if (!POINTS_HEAD.test(head.join('\n')) && !others.some((other) => POINTS_SAID.test(other))) return undefined
  // What the other cells say is found there.
  if (others.some((other) => CRITERIA().some((pattern) => other.search(pattern) >= 0))) return undefined
  const row = [own, ...others].join('，')
  if (DUTY.test(doc.facts.title + row) || ARCHIVE.test(doc.facts.title + row) || allowed(row)) return undefined
  const around = row + head.join('，')
  if (NOT_SCORED.test(around) || demandOf(doc, span).void) return undefined
  return { message: 'criterion', words: own, span }
}
/** 不作扣分项; or 取消的考核指标 | 原分值: told of, not held. */
const NOT_SCORED = /不(?:再|作|予|列|计|扣)|取消|删[除去]|原(?:分值|标准)|免/

/** 部分同志笔记字数不够，凡手抄不足两万字的，按…: whoever is blamed ahead, 凡 lays down what holds for all. */
const isRule = ({ before, negated, quoted, optional }: Demand): boolean =>
  /(?:^|[，；：])凡是?$/.test(before) && !negated && !quoted && !optional

/** 附不少于20张图片和1个视频: so many of both, and nothing that is told. */
const isBound = ({ negated, quoted, blamed, optional }: Demand, words: string): boolean =>
  /不[得能]?少于|至少/.test(words) && !negated && !quoted && !blamed && !optional

/** 没有记载的，视为…: of work that is judged, not of what somebody paid or what a chronicle tells. */
const RECORDLESS = /(?:记载|痕迹|记录)的，/
const WORK_JUDGED =
  /考核|考评|评[议分比先优]|测评|督[查导]|验收|绩效|(?:走访|入户|会议|活动|谈[话心])(?:记录)?[簿册本]|记录本|(?:会议|走访|入户|活动|学习)记录|签到|工作(?:没有?|未)|没[去干开做讲]/
const OTHER_RECORD = /参保|缴费|接种|就诊|学籍|成交|考生|县志|史料|史|进货|销售|库存/

function isOfWork(doc: Doc, span: Span): boolean {
  const around = doc.facts.title + paragraphAround(doc, span, 120)
  return WORK_JUDGED.test(around) && !OTHER_RECORD.test(around)
}

const isOfPapers = (words: string, after: string): boolean =>
  PAPERS_ONLY().some((pattern) => {
    pattern.lastIndex = 0
    return pattern.exec(words + after)?.index === 0
  })

function* tracesIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'criterion' | 'demanded'>> {
  const isFirst = oncePerSentence(doc)
  let done = -1
  for (const hit of hits) {
    if (hit.start < done) continue
    const missed = missedIn(doc, hit, allowed)
    if (missed) {
      if (missed.span.start >= done && isFirst(missed.span)) yield missed
      done = Math.max(done, missed.span.end)
      continue
    }
    const found = wordedAt(doc, hit, TRACES(), 50, 80)
    const scored = found ? undefined : scoredIn(doc, hit, allowed)
    if (scored) {
      if (isFirst(scored.span)) yield scored
      done = scored.span.end
      continue
    }
    if (!found || found.span.start < done) continue
    const { message, span, words } = judgedWithin(doc, hits, found)
    const demand = demandOf(doc, span)
    if (NOT_HELD.test(words) || NOT_LOOKED_AT.test(words) || /不(?:再|得|能|应)?$/.test(demand.before)) continue
    if (
      (demand.void && !(message === 'criterion' && isRule(demand)) && !isBound(demand, words)) ||
      (demand.actor === 'business' && !/教师|老师/.test(demand.before)) ||
      SHUT_DOWN.test(demand.before)
    )
      continue
    const papers = message === 'criterion' && isOfPapers(words, demand.after)
    if (papers && FILED_BY_LAW.test(demand.sentence)) continue
    // 不论隐患是否消除: that it is of safety does not make paper of it.
    if ((!papers && DUTY.test(matterOf(demand, words))) || allowed(demand.sentence)) continue
    // Whose work is pictures, collects them.
    if (demand.actor === 'named' && /收集|整理|归集|积累/.test(words) && /^[做抓注重]/.test(words)) continue
    if (BOXED.test(words) && !isForShow(doc, span)) continue
    // 连夜把会议记录补齐 tells of somebody, unless it is bidden.
    if (MADE_UP.test(words) && (!demand.bidden || FAKED.test(demand.sentence))) continue
    if (RECORDLESS.test(words) && !isOfWork(doc, span)) continue
    if (ENOUGH.test(words) && !TAKEN.test(demand.sentence)) continue
    const pair = PAIR.test(words)
    if (pair && (!PASTED.test(demand.after) || HANDED_OUT.test(demand.before + words + demand.after.slice(0, 12))))
      continue
    if (!pair && SHOTS.test(words) && (!CAMERA.test(demand.sentence) || GIVEN.test(words))) continue
    if (
      AGREED.test(words) ||
      (SHOT_TWICE.test(words) && OWN_SHOTS.test(demand.sentence)) ||
      isOtherUse(words, demand.after)
    )
      continue
    if (BY_LAW.test(words) || isCondemned(doc, span) || SAID_NO_MORE.test(demand.after)) continue
    if (/拍(?:照|下)/.test(words) && FOUND.test(demand.ahead)) continue
    // Who watches a river in a flood shows what he sees; 每项工作都要拍照留痕 is of no flood.
    if (message === 'demanded' && isEmergency(demand.sentence)) continue
    if (message === 'demanded' && isEmergency(doc.facts.title) && !ANY_WORK.test(demand.sentence)) continue
    const rest = BROKEN_OFF.test(words) ? (REST.exec(demand.after)?.[0] ?? '') : ''
    const whole = { start: span.start, end: span.end + rest.length }
    done = whole.end
    yield { message, words: words + rest, span: whole }
  }
}

/** 上传3张带水印的照片，未上传的视为未巡查: what is demanded is the measure as well, as a later word of it shows. */
function judgedWithin(doc: Doc, hits: readonly Span[], found: Found): Found {
  if (found.message !== 'demanded') return found
  for (const hit of hits) {
    if (hit.start >= found.span.end) break
    if (hit.start <= found.span.start) continue
    const later = wordedAt(doc, hit, TRACES(), 50, 80)
    if (later?.message === 'criterion' && later.span.start < found.span.end) return later
  }
  return found
}
type Found = NonNullable<ReturnType<typeof wordedAt<'criterion' | 'demanded'>>>

/** 一律按没｜有巡查处理: a sign in the middle of a phrase is quoted with the few characters that end it. */
const BROKEN_OFF =
  /(?:视[为同作]|按[^，。；]{0,4}[未没漏零缺旷]|等于[没白未]|判定为?[没未]|算[作成]?[^，。；]{0,2}[漏没未零空白缺]|认定[为成]?[未没漏零]?|当[作成做]?[^，。；]{0,2}[没未])$/
const REST = /^[^，。；：、！？（）“”《》\s]{1,8}(?=[，。；！？\n]|$)/
