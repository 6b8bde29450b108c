/** Escorts and receptions that a document demands for visitors of rank. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { joined } from '../clauses.ts'
import { clauseAround, findsFault, oncePerSentence, shownClause, type Worded } from '../contexts.ts'
import { type Stance, stanceOf } from '../stance/stance.ts'
import { orLikely, type Signs } from './likely.ts'

/** A visit that somebody pays: what the rule is about. */
const VISIT =
  /调研|踏勘|考察|观摩|参观|走访|视察|检查|督导|督查|指导|接待|来访|莅临|到访|慰问|看点|现场会|拉练|看(?:企业|项目|药企|厂)/
/** Visitors of rank, wherever they go; an inspector who enforces the law comes with none. */
const VISITORS =
  /观摩|调研|踏勘|考察|视察|参观|督导|督查|巡视|巡察|(?:检查|考核|验收|考评|复核|评估|专家|调研|考察|观摩)组|(?:上级|[省市县]|部|厅)(?:委|政府|[厅局])?(?:里的?)?(?:主要)?领导|领导(?:同志)?(?:一行|到|来|莅临|下(?:企业|乡|基层))|来什么级别|来的(?:人|领导)?(?:是|都是)(?!副手)[^，。；]{0,6}(?:[省市县区厅局]长|书记|常委|主任|级)|[省市县][里上](?:明天|后天|下午|上午|马上|要|有人){0,2}[来下]{1,2}(?:人)?看/
/** Who is inspected by law must be there. */
const ENFORCES = /执法|消防|安全(?:生产)?检查|隐患|环保|食品|药品|取证|勘[验查]/
/** The same, to companies and projects. */
const ENTERPRISE = /企业|[药车农]企|公司|厂[区房]?|车间|园区|项目|工地|产业园|开发区|基地|合作社/
const PRINCIPAL =
  /(?:党政)?(?:主要(?:领导|负责(?:同志|人))|一把手|正职|党政[正主]职|书记[、和](?:[县市区镇乡]?长|主任)|班子(?:成员|领导)|主官|县级(?:以上)?(?:领导|干部)|处级(?:以上)?(?:领导|干部)|科级(?:以上)?(?:领导|干部)|党工?委书记|[乡镇]长|局长|县长|县委书记|[校院园所站]长(?=亲自|必须|全程|一律|[要须])|(?:董事长|总经理)(?=本人|亲自|[要须]|必须|出面|全程)|领导班子|常委|[县市区]领导)/
/** A requirement of rank, not an entry on a list. */
const DEMANDS =
  /必须|须|务必|(?<![相响反])应(?!邀|[^，。；]{0,8}邀)当?|要(?!求[^，。；]{0,4}$|点)|一律|由|请|原则上|安排|全程|亲自|均|确保|要求|全部|全员|一个不[落少]|[都就也还非]得|至少|到场(?=迎接|接待)/
const RANK =
  /(?:陪同|接待|迎接|迎送|随行|参加|到场)[^，。；]{0,8}(?:领导|人员|干部)?[^，。；]{0,6}(?:级别|规格|职级|层级|职务)[^，。；]{0,12}(?:不[得能][矮降]|不低于|不得低于|不能低于|不得?少于|应当?|须|必须|要(?!求)|对等|相当|一致|相应|高于|达到|至少)|(?:级别|规格|职级|职务)[^，。；]{0,8}(?:对等|不低于|不得低于)[^，。；]{0,10}(?:陪同|接待)|(?:不低于|不得低于)[^，。；]{0,14}(?:级|职|领导)[^，。；]{0,8}(?:陪同|接待|迎接)/
/** 陪同人员职务低于客商的，视为重视不够; 重不重视，就看来陪的是几把手: rank is made the measure, whoever the guest is. */
const MEASURED =
  /(?:只由|只派|只有)(?:副职|[一-龥]{0,4}(?:经理|科长|主任|股长))[^，。；]{0,4}(?:出面|陪同|接待)的?，?[视就][^。；]{0,16}(?:重视不够|不重视|不够重视)|由?副职陪同的，?[视就][^。；]{0,16}(?:重视不够|不重视|不够重视)|来的是副[职手][^。；]{0,10}(?:就算|视为|就是|说明)[^。；]{0,16}(?:不到位|不重视|不够|没重视)|陪同(?:的?领导|人员)?(?:的|，)?(?:级别|职务|职级)[^，。；]{0,4}不(?:得|能)?低于|陪同[^，。；]{0,6}的?，?得\s?\d+\s?分|(?:只来了?|只派了?)[^，。；]{0,8}，(?:就是|就|视为|说明)[^。；]{0,12}不(?:尊重|重视)|(?:职务|级别|规格)[^，。；]{0,4}不能比[^，。；]{0,8}低|必须[^，。；]{0,4}(?:一把手|主要领导|主要负责(?:人|同志))[^，。；]{0,4}跟着|(?:派|来)[个一]{0,2}副[职手][^。；]{0,8}的?，[^。；]{0,12}(?:谈|说清楚|通报|批评|检讨)|(?:陪同|接待|来陪|作陪)[^，。；]{0,8}(?:级别|职务|职级|规格)[^，。；]{0,4}低于[^，。；]{0,12}，[^。；]{0,16}(?:视为|就是|按|扣|通报|不重视|重视不够)|看[^，。；]{0,8}陪[^，。；]{0,6}(?:几把手|一把手|什么(?:级别|职务)|谁)|一把手(?:没|不|未)[^，。；]{0,3}陪[^。；]{0,20}(?:扣|通报|视为|不予|取消)|(?:派|来)[个一]{0,2}副[职手][^。；]{0,12}(?:应付|陪|[去来]的)[^。；]{0,24}(?:不重视|没把|没当|视为|就认为)/
/** 派其他同志出面的，视为不重视; 副镇长以下的同志不得上前介绍: whoever is of no rank does not count. */
const OF_NO_RANK =
  /(?:派|让|安排|换|由)(?:了|个|一个)?(?:其[他它余]|别的|一般|普通|下面的?)[^，。；]{0,8}(?:出面|[代顶]替|顶上|应付|陪|在场|介绍|接待|跟着)[^，。；]{0,3}的?，[^，。；]{0,6}(?:视[为同作]|等于|就是|就算|认定为)[^。；]{0,16}(?:不重视|重视不够|不够重视|不尊重|怠慢)|(?:副[职手]|副[县市区镇乡局科]长|[科股]长|副科级?|正科级?|中层|一般(?=干部|同志|工作人员))(?:及?以下)?的?(?:同志|干部|人员|领导|工作人员)?(?:一律|一概|都)?不(?:得|能|准|许|要)(?:上前|出面|近前|靠前)/
/** What a deputy or a low rank is taken for: told once, whoever says it. */
const TAKEN_AS =
  '(?:理解[为成]|看[成作]|当(?=[^，。；]{0,3}[没不])|当[成作]|认为|视[为同作]|等于|说明|就?算|就是|按|记(?:[为作成]|一笔)|认定|论)'
const SLIGHT =
  '(?:(?:没有?|不)(?:够|大|太|怎么)?(?:重视|尊重|上心|用心|热心|尽心|诚心)|(?:重视|用心|热情)(?:程度)?不够|(?:没有?|不)(?:把|拿)[^，。；]{1,14}(?:放在|当)|(?:不|没有?)(?:当(?:一?回)?事|往心里去|放在(?:心上|眼里))|没把|怠慢|敷衍|应付|失礼|不给面子|[看瞧]不[起上]|慢待)'
/** What tells high from low among officials, in any words. */
const STANDING = '(?:级别|职务|职级|规格|层级|头衔|官衔|官阶|官职|身份|位子|档次|分量|来头)'
/** Those who go out to meet a guest, with or without the word for it. */
const OUT_TO_MEET =
  '(?:出面|出来|出马|到场|露面|露脸|在场|站出[去来]|站着|站在[^，。；]{1,8}|迎接?|接[人待车]|陪[同着]?|跟[着车]|作陪)'
/** Of what office they are: never lower than that. */
const OFFICE =
  '(?:(?:党政)?(?:一把手|正职|主官)|主要(?:领导|负责(?:同志|人))|书记|[县区市镇乡局院校]长|主任|常委|班子(?:成员|正职|领导)|[正副]?[县处科厅]级(?:领导|干部)?)'
/** 咱们这边站出去的人头衔不能矮; 出面的身份轻了，客人怎么想. */
const STANDING_OF_HOSTS = new RegExp(
  `${OUT_TO_MEET}的?(?:人|同志|干部|领导|那位|这位)?[，的]?[^，。；不]{0,4}${STANDING}上?(?:也|都|可|绝对?|万万)?(?:不[能得许该可]|别)(?:太)?(?:矮|低|小|轻|薄|差|寒碜|掉|往下)`,
)
/** 咱们这边出面的至少得是县长; 起码一个常委跟到底; 安排一名正职全程跟随. */
const OFFICE_AT_LEAST = new RegExp(
  `${OUT_TO_MEET}的(?:人|同志|干部|领导)?(?:，)?(?:也)?(?:至少|起码|最少|最低|怎么(?:着|也|说))[^，。；]{0,4}[是得要]{1,2}[^，。；]{0,6}${OFFICE}|(?:至少|起码|最少)(?:也)?(?:[要得有来派是]|安排){0,3}\\s?(?:[一二两三1-3]\\s?[个名位])?[^，。；]{0,6}${OFFICE}[^，。；]{0,6}(?:跟到|陪|候着|守着|跟着|接着?|迎|出面|到场)`,
)
/** 陪到客人走为止; 从高速口接到，一直陪到上车: by one of rank, and as long as they stay. */
const TO_THE_END = new RegExp(
  `${OFFICE}[^。；]{0,30}(?:陪|跟|送)(?:[着同随])?到(?:底|最后|[^，。；]{0,10}(?:离开|走|结束|上车|返程|送走|出[县市境])(?:为止)?)|(?:(?:自始至终|从头到尾|从头|一路|全程)(?:负责)?(?:陪着|跟随|紧跟)|贴身陪)(?<=${OFFICE}[^。；]{0,24}(?:陪着|跟随|贴身陪|紧跟))`,
)
/** 哪个点上站着的人职务低了，就等于没当回事. */
const TOO_LOW = new RegExp(
  `(?:职务|级别|职级|规格|官|位子|头衔)[^，。；]{0,3}(?:低|矮|小|不够|上不去)[^，。；]{0,4}，[^。；]{0,16}${TAKEN_AS}[^。；]{0,12}${SLIGHT}`,
)
/** 谁来陪、陪到哪一步，是看咱们上不上心; 少一位都说不过去; 董事长本人出面，副总顶不了. */
const WHO_COMES =
  /(?:谁来?陪|谁(?:出面|跟着|接待)|陪到(?:哪|什么)|来陪的是(?:谁|哪))[^。；]{0,16}?(?:看|体现|说明|反映|掂|代表)[^。；]{0,14}(?:上不上心|重不重视|重视|态度|诚意|分量|当不当(?:一?回)?事|上心)|(?:书记|[县区市镇乡局]长|主任|一把手|主要领导|班子|董事长)[^。；]{0,40}?(?:接|陪|跟到|跟着|迎)[^。；]{0,24}?(?:少|缺|差)了?[一哪][位个][^，。；]{0,4}(?:说不过去|不像话|不好看|不好交代|不[行中]|不成)|(?:书记|[县区市镇乡局]长|主任|一把手|主要领导|董事长|总经理)(?:必须|[要得须])?(?:本人|亲自)[^，。；]{0,6}(?:出面|到场|来|陪|接)?，[^，。；]{0,4}(?:副[职手总]|副[县区市镇乡局]长|副主任|别人|旁人|其他人)[^，。；]{0,3}(?:[顶替代]不了|不[顶作]|不算)/
/** 书记、镇长都到，少一个就是没把这件事当回事. */
const ONE_WANTING =
  /(?:少|缺|差)了?(?:[一哪][位个名]|谁)[^，。；不]{0,3}，?[^，。；不]{0,4}(?:就?[是算]|等于|说明|视[为同作]|当(?:作|成))[^。；]{0,8}?(?:没把|不把|没当|不当|不拿|没拿|不重视|重视不够|没重视|不上心|没上心|怠慢|不尊重|不给面子|态度)/
/** Whoever thinks it slighted, when a deputy comes: 让副职替会的，局里就理解为没上心. */
const DEPUTY_SLIGHTS = new RegExp(
  `副(?:[职手]|书记|[县市区镇乡局]长)[^，。；]{0,6}的?，[^。；，]{0,8}${TAKEN_AS}[^。；]{0,16}(?:${SLIGHT}|态度)|(?:派|打发|支使?|指派|叫|让|换|来|委托)了?[个一名位]{0,2}(?:副(?:[职手总]|书记|主任|经理|[县市区镇乡局校院部厂]长)|[科股]长)[^，。；不]{0,6}(?:[来去过]|应付|顶|陪|露面|应景|站台)[^，。；]{0,6}，[^。；]{0,10}${TAKEN_AS}[^。；]{0,16}${SLIGHT}`,
)
/** 来的同志不能低于党委书记这一级; 级别上不能让人家挑出理来. */
const POST_AT_LEAST =
  /(?:[来派去陪]|到场|在场|出面|跟车|随车|随行|陪同)的(?:同志|人员?|领导|干部|负责人)?[^，。；不]{0,6}不[得能许](?:低于[^，。；]{0,10}(?:书记|[县市区镇乡局]长|主任|[正副]职|[正副]?[科处县厅]级|这一?级|[一二三]把手)|比[^，。；]{0,8}(?:书记|[县市区镇乡局]长|主任|[正副]职|[科处县厅]级|把手)[^，。；]{0,4}[低小])|(?:级别|规格|职务|层次)上?(?:决|绝)?(?:不[能要得]|别)(?:让|叫|给)[^，。；]{1,6}(?:挑[出到]?[^，。；]{0,3}[理刺毛礼]|说(?:出)?[^，。；]{0,2}(?:话|不是)|看低|小瞧)/
/** Who is sent to companies to serve them. */
const SENT_TO_SERVE = /选派|驻[企点村]|帮扶|专员|特派|挂职|包联/
const A_POST = /^[^，。；]{0,10}[记长任职级手]/
/** 分管的常委、副县长一个也不能缺席. */
const ALL_OF_RANK =
  /(?:班子的?(?:头头|头儿|一把手)|常委|副?[县市区镇乡局]长|(?:副|党工?委|[县市区镇乡])书记|班子(?:成员)?|一把手|主要(?:领导|负责人|负责同志))[^。；，]{0,6}(?:一[个位名][都也]?|谁[都也]|[都全]){1,2}(?:不[能得许准]|别)(?:缺席|缺位|请假|落下|[少缺落])/
/** Who stands in for the head does not count: 副职代陪的不予认可, 不得以副职替代; 职级不对等的以怠慢论处; 来厅级上厅级. */
const DEPUTY =
  '(?:副[职手]|副书记|副[县市区镇乡局]长|[科股]长|(?:办公室|股室)主任|部门负责人|[一普][般通](?:干部|同志)|(?:副总|总)?经理)'
const NO_STAND_IN = new RegExp(
  `不(?:得|能|准|许|可)?(?:以|由|让|派|用|拿|委托)${DEPUTY}[^，。；]{0,4}(?:[替代顶]|充数|应付|打发|$|[，。；])|${DEPUTY}[来去]?(?:代|替|顶)[^，。；]{0,4}的?，?[^，。；]{0,6}(?:不予认可|不算|不认|无效|[视按当]|通报|说明)|来个?副[职手][^。；]{0,8}(?:就|等于|当)[^。；]{0,8}不(?:重视|尊重|当回事)`,
)
const RANK_TO_RANK =
  /(?:职级|级别|职务|规格)不(?:对等|相当|对应|相称|匹配)的，?[^，。；不]{0,6}(?:论|[视按作]|通报|扣|不予(?!要求)|登记)|来什么级别[^。；]{0,16}什么级别|来([省部厅市县处科])级?[^，。；]{0,4}[上出陪派]\1级|陪[^。；]{0,24}规格[^。；]{0,14}不[得能许]再?[降低]|(?:由|安排|派)(?:同级别?|同职级|对等级别|职务相当|级别相当)的?[^，。；]{0,4}(?:领导|同志|负责人)[^，。；]{0,6}(?:陪同|出面|接待|作陪)|(?:职务|职级|级别)相当[^。；]{0,16}(?:主官|一把手|正职|书记|主要领导)到场/
/** 陪同人员以董事长、总经理为限; 不少于两名正科级; 到场人员的职务体现对调研的重视. */
const RANK_NAMED =
  /陪同(?:的|人员|干部|领导)[^，。；]{0,6}(?:以[^，。；]{1,16}[长记任理委职]为限|(?:不少于|至少)[^，。；]{1,6}(?:[科处厅]|县处)级)|(?:职务|级别|职级)[^，。；]{0,6}(?:体现|代表|反映)[^，。；]{0,12}(?:重视|尊重)|陪同[^。；]{0,40}，以(?:体现|示|表)[^，。；]{0,14}(?:尊重|重视)/
/** 来的领导级别越高，我们出面的人也要越齐: the one grows with the other. */
const GROWS_WITH_RANK =
  /(?:级别|职务|规格|官)越[高大][^。；]{0,12}?(?:陪|出面|到场|接待|迎接?|在场|跟)[^，。；]{0,10}?(?:越[要得]?[高齐全多]|越要[^，。；]{0,10}(?:主要领导|一把手|正职|班子|书记)|(?:也|就|都)?(?:要|得|须|应)?(?:相应|跟着|随之)(?:提高|升高|增加|上调)|(?:也|就|都)[要得须][^，。；]{0,4}[高齐全多])|越[高大]，?越[要得须][^，。；]{0,10}(?:主要领导|一把手|正职|班子|书记|[县区镇乡局]长)[^，。；]{0,8}(?:出面|陪|到场|接待|迎)/
const NOT_GROWING = /响应|预警|险情|灾情|案件|轻车简从|减少|精简|不(?:是|搞|得|能|准|许|要|必|再)|防止|杜绝|严禁/
/** 由厅级领导带队的，由县委书记陪同: whoever comes, by rank, and */
const GUEST =
  '(?:[省部厅市地县处科司局]{1,2}级|正职|副职|主要(?:领导|负责(?:同志|人))|分管领导)[^，。；：]{0,8}(?:带队|率队|率团|来|到访|莅临)[^，。；：]{0,8}'
/** who of rank is to be there for it. */
const HOST =
  '[^，。；]{0,20}?(?:书记|[县市区镇乡局]长|常委|主任|级|正职|副职|领导)[^，。；]{0,10}(?:陪同|接待|作陪|主陪|出面|迎接|同去|同往|随行)'
/** 来宾是正厅级的，县长同去. */
const GUEST_IS =
  '(?:[来嘉]宾|来客|客人|来的|对方|带队)[^，。；]{0,4}[是为系](?:[正副]?[省部厅市地县处科司局]{1,2}级)[^，。；]{0,4}，'
/** 正厅级由书记、县长同陪，副厅级由副书记陪: told twice, of one level and the next. */
const BY_LEVEL =
  '[正副]?[省部厅市地县处科]级[^，。；由]{0,6}由[^，。；]{1,10}(?:书记|[县市区镇乡局]长|主任|常委)[^，。；]{0,6}陪[^，。；]{0,2}'
const RANK_BY_GUEST = new RegExp(
  `${BY_LEVEL}，${BY_LEVEL}|${GUEST}(?:[的时][，：]?|：)(?=[由请]|县|市|区|镇|乡|局)${HOST}|${GUEST}，${HOST}；[^。；]{0,4}${GUEST}，${HOST}|${GUEST_IS}${HOST}`,
)
/** 迎候人员职级应在副县级以上; 部门陪同的限正职: what those who receive visitors have to be. */
const HOSTS_RANKED =
  /(?:陪同|接待|迎接|迎候|迎送|随行|随同|随车|到场|作陪)(?:[^，。；]{0,16}，)?[^，。；]{0,12}(?:职级|级别|职务|规格|层级)[^，。；低]{0,4}?(?:应当?|[须要得]|限|定|均)[^，。；低]{0,4}?(?:[处县科厅乡]级|正职|[县区镇乡局]长|书记)[^，。；]{0,4}(?:以上|$|[，。；])|(?:陪同|接待|迎接|迎候|随行|随同|作陪)[^。；]{0,24}(?<!不)(?:只|仅)?限(?:于|定为?|为)?(?:各[^，。；]{0,6})?(?:正职|主要负责(?:人|同志)|党政主要领导|法定代表人|董事长|总经理|一把手)(?:本人)?(?=[，。；、]|$)/
/** 由董事长到场介绍，其他人员不得代替. */
const NOBODY_ELSE =
  /(?:董事长|总经理|书记|[县区镇乡局]长|主要(?:领导|负责(?:同志|人))|一把手|正职)[^。；]{0,20}(?:陪|接待|到场|在场|出面|迎|现场(?:引导|讲解|介绍))[^。；]{0,14}，(?:(?:其[他余](?:人员?|同志|领导)|他人|别人|副职)[^，。；]{0,2}不(?:得|能|准|许)(?:[代替顶]替?|代为)|(?:由)?(?:其[他余](?:人员?|同志|领导)|他人|别人|副职)[^，。；]{0,4}(?:[代替顶]替?|代为|上)[^，。；]{0,4}的[^。；]{0,14}(?:不计|扣|不算|不予|视[为同作]|按))/
/** 未由主要领导陪同的，视为重视不够; 没有一把手陪着的点位，取消资格. */
const NOT_BY_HEAD =
  /(?:未|没有?)(?:能|由|安排)?[^，。；]{0,8}(?:主要领导|主要负责(?:人|同志)|一把手|正职|书记|[县区镇乡局]长)[^，。；]{0,6}(?:陪[同着]?|接待|到场|出面|作陪|迎接?)的(?:点位?|企业|项目|镇|乡镇|单位|地方|现场)[^，。；]{0,4}，[^。；]{0,16}(?:视[为同作]|不计|扣|取消|不予|通报|重来)|(?:未|没有?)(?:能|由|安排)[^，。；]{0,8}(?:主要领导|主要负责(?:人|同志)|一把手|正职|书记|[县区镇乡局]长)[^，。；]{0,6}(?:陪同|接待|到场|出面|作陪|迎)[^，。；]{0,4}的[^，。；]{0,6}，[^。；]{0,16}(?:不重视|重视不够|不够重视|通报|扣|约谈|批评)/
/** 更不以谁陪同衡量. */
const NOT_BY_IT = /不(?:再|得|能|要|应)?(?:以|拿|看|凭|论|讲)[^，。；]{0,12}(?:谁|陪)/
/** 这套规矩今后不要了; 不得按…的办法安排. */
const GIVEN_UP = /(?:规矩|惯例|[那这老]一?套(?:做法|办法)?)[^。；]{0,10}(?:不要|取消|废|不再|改掉|丢)/
const NOT_SO = /不(?:得|能|再|准|许)?(?:按|搞|讲究?)/
/** Protocol for foreign guests, petitioners and the bereaved is another matter. */
const OTHER_GUESTS = /外事|使团|大使|领事|吊唁|遗体|上访|信访/
const isByGuest = (sentence: string): boolean =>
  RANK_BY_GUEST.test(sentence) &&
  !OTHERS.test(sentence.replace(/[来嘉]宾/g, '')) &&
  !OTHER_GUESTS.test(sentence) &&
  !GIVEN_UP.test(sentence) &&
  !NOT_SO.test(sentence)
const isMeasured = (sentence: string, title: string): boolean =>
  isByGuest(sentence) ||
  (GROWS_WITH_RANK.test(sentence) && !NOT_GROWING.test(sentence)) ||
  (WHO_COMES.test(sentence) && !NOT_BY_IT.test(sentence)) ||
  (POST_AT_LEAST.test(sentence) && VISITORS.test(sentence + title) && !SENT_TO_SERVE.test(sentence)) ||
  (ALL_OF_RANK.test(sentence) && VISITORS.test(sentence + title)) ||
  (ONE_WANTING.test(sentence) && HEAD.test(sentence) && !/培训|学习|群众|慰问/.test(sentence)) ||
  [
    MEASURED,
    TOO_LOW,
    OF_NO_RANK,
    DEPUTY_SLIGHTS,
    NO_STAND_IN,
    RANK_TO_RANK,
    RANK_NAMED,
    HOSTS_RANKED,
    NOBODY_ELSE,
    NOT_BY_HEAD,
  ].some((measure) => measure.test(sentence)) ||
  (isGuestNamed(sentence, title) &&
    [STANDING_OF_HOSTS, OFFICE_AT_LEAST, TO_THE_END].some((measure) => measure.test(sentence)) &&
    !SENT_TO_SERVE.test(sentence))
/** 来的是副市长: who comes is of rank, whether or not a visit is named. */
const isGuestNamed = (sentence: string, title: string): boolean =>
  (VISITORS.test(sentence + title) || GUESTS.test(sentence)) && !AS_WITNESS.test(sentence) && !ENFORCES.test(sentence)
/** On duty, in court, at a meeting the head is there himself for other reasons. */
const OTHER_PRESENCE =
  /值班|带班|参会|会议(?!明确|要求|议定|决定|强调|指出|确定|提出|认为)|开会|应诉|出庭|股东|接访|签字|监考|家长/
/** 各位局长都给我亲自去陪着: in plain words. */
const SPOKEN_OUT = /亲自|都给我|必须|一律|务必|副职|[几一]把手/
/** 接待规格要高; 高规格接待. */
const LAVISH =
  /^高规格(?:的)?(?:接待|迎接|陪同|保障|做好(?:接待|迎接))|^高标准(?:接待|迎接)|^接待规格(?:要|须|务必|应当?)?(?:要)?(?:高|提高|提升|从高|就高|提上去)|^最高(?:规格|礼遇)(?:接待|迎接)?/
/** 陪同的领导不能低于副县级. */
const NOT_BELOW = /^[^，。；]{0,8}(?:不得?低于|不能低于)[^，。；]{0,6}[级职]/
/** 陪同人员须为县级以上领导干部, 参加陪同的必须是正职. */
const MUST_BE =
  /^(?:的|人员|领导|同志|者)?[^，。；]{0,6}(?:必须|须|应当?|一律|务必|要)(?:是|为|由)[^，。；]{0,10}(?:正职|主要|一把手|级|常委|班子|主官|书记|[县市区乡镇局]长)/
const setsRank = (after: string): boolean => MUST_BE.test(after) || NOT_BELOW.test(after)
const WAITS =
  /(?:到|在|赴|从)[^，。；]{0,16}(?:现场|路口|高速口|道口|机场|车站|门口|收费站|县界|大门|出口|交界|界口|[村镇乡]口|卡口|桥头|楼下|下车处|停车场|点位|路边|路旁|村部)[^，。；]{0,8}(?:列队|等着|迎接|等候|迎候|恭候|去迎|来迎|接车|等车|候着|接(?![到待受访诉警听触通纳连着近下力]))|列队[^，。；]{0,4}(?:等|迎|欢迎)|(?:迎接|迎候)[^，。；]{0,6}(?:领导|调研组|考察组|检查组|督查组)/
/** Company for guests who bring business, for the sick, for children. */
const OTHERS =
  /考察投资|投资考察|贵(?:公司|集团|企业|厂)(?=[^，。；]{0,10}(?:来|莅|到我|赴我))|客商|投资商|外商|外宾|嘉宾|来宾|招商|客户|就医|就诊|家属|监护人|家长|儿童|未成年|老人|患者|律师|导游|学生|群众(?!路线)|护送|产检|法定代理|讲解员|翻译|当事人|接访|下访|信访人|证人|看房|旅客/
const BUSINESS = /客商|投资商|外商|招商|外宾|客户/
/** 随行报道的记者不超过2人, 陪同的县级领导一般不超过2名: so many at most. */
const AT_MOST =
  /^(?![^，。；]{0,30}不得?低于)[^，。；]{0,30}(?:不(?:得|能|宜)?(?:超过|多于)|控制在|最多)[^，。；]{0,6}[\d一二两三四五六]/
/** Whoever reports of it escorts nobody. */
const REPORTERS = /^的?(?:报道|采访|拍摄|摄影|摄像|[^，。；]{0,6}(?:记者|媒体))/
/** 不得以陪同领导的级别来定性. */
const SAID_TO_SHOW = /^[^，。；]{0,4}级别.{0,3}来?(?:定性|衡量)/
const MODEST =
  /不$|轻车简从|减少|简化|不(?:安排|参加|到场|出面|搞|要求|组织|设|请|陪|得|必|用|需|准|许)|严禁|压缩|严格控制|一律不|谢绝|免于|无需/
const LAST_TWO = /[^，。；：]*[，：]?[^，。；：]*$/
const GOES_ON = /^(?:并|且|同时|还)?(?:要|须|需|应)?(?:全程|始终|一路|一同|亲自)?$/
/** 陪同领导：张三、李四. */
const LIST = /^(?:领导|人员|同志|单位|名单)?[^，。；：\n]{0,6}[：:]/

type Kind = 'rank' | 'lavish' | 'waiting' | 'list'

/** What is said of those who come along, in the words that were found and in their clause. */
interface Escort {
  readonly words: string
  /** The clause up to the words; where it only goes on (并全程陪同), what stands ahead of it. */
  readonly before: string
  readonly after: string
  readonly clause: string
  readonly sentence: string
  readonly title: string
}

/** One way to speak of it: the words it is found by, and what they demand where they stand. */
interface Wording {
  readonly words: readonly string[]
  readonly demand: (escort: Escort) => Kind | undefined
}

const WORDINGS: readonly Wording[] = [
  { words: ['陪同', '陪检', '随同', '随行', '陪会', '陪访', '作陪', '主陪', '出面接待'], demand: ofEscort },
  {
    words: ['来陪', '去陪', '没陪', '陪着', '亲自陪'],
    demand: (escort) => (SPOKEN_OUT.test(escort.clause) ? ofEscort(escort) : undefined),
  },
  // 下次必须局长陪.
  {
    words: ['局长陪', '镇长陪', '乡长陪', '县长陪', '区长陪', '书记陪', '把手陪'],
    demand: ({ after, clause }) =>
      !after.startsWith('同') && /必须|务必|一律|至少|起码|[都就非]得/.test(clause) ? 'rank' : undefined,
  },
  {
    words: ['高规格', '高标准接待', '高标准迎接', '接待规格', '最高规格', '最高礼遇'],
    demand: ({ words, after, clause }) =>
      RANK.test(clause) ? 'rank' : LAVISH.test(words + after) ? 'lavish' : undefined,
  },
  {
    words: [
      '迎接',
      '等候',
      '迎候',
      '恭候',
      '去迎',
      '来迎',
      '接车',
      '接站',
      '候着',
      '等车',
      '列队',
      '等着',
      '高速口接',
      '道口接',
      '路口接',
      '路口等',
      '门口等',
    ],
    demand: ({ clause }) => (RANK.test(clause) ? 'rank' : isToWait(clause) ? 'waiting' : undefined),
  },
  // 县级领导下企业，书记、镇长必须到场; 部门的一把手也要陪. At a fire or an inspection somebody has to be there.
  {
    words: ['要陪', '必须到场', '须到场'],
    demand: ({ before, sentence }) =>
      /领导(?:同志)?(?:一行)?(?:到|来|下|莅临)/.test(sentence) && PRINCIPAL.test(before.slice(-20))
        ? 'rank'
        : undefined,
  },
  // 县直单位跟车人员须是一把手，副职不得顶替: of those who come along, not of those who meet.
  {
    words: [
      '副职不得',
      '副职不能',
      '不得由副职',
      '不能由副职',
      '不得以副职',
      '不能以副职',
      '副职替',
      '副职代替',
      '副职代',
    ],
    demand: ({ sentence }) =>
      /陪|跟车|随车|同行|随行|到场|在场/.test(sentence) && PRINCIPAL.test(sentence) && !OTHER_PRESENCE.test(sentence)
        ? 'rank'
        : undefined,
  },
  // 督查组到点位时，须由镇党委书记本人在场; what is counted, handed over or put out needs its head for other reasons.
  {
    words: ['在场', '在跟前', '跟随', '跟在', '相随', '到场迎'],
    demand: ({ before, clause, sentence }) =>
      HEAD.test(before.slice(-20)) &&
      /须|务必|一律|[都就非]得|亲自|本人|全程|(?:都要|全员)[^，。；]{0,4}到场/.test(clause) &&
      isVisited(sentence)
        ? 'rank'
        : undefined,
  },
  // 四套班子的一把手一个不落，自始至终跟着走: company without the word for it.
  {
    words: ['跟到', '跟着走', '跟着转', '跟着看', '跟着跑', '自始至终跟', '全程跟', '一路跟', '寸步不离', '形影不离'],
    demand: ({ clause, sentence, title }) =>
      FOLLOWS.test(clause) &&
      (PRINCIPAL.test(sentence) || HEAD.test(sentence) || OF_RANK.test(sentence)) &&
      DEMANDS.test(sentence) &&
      isGuestThere(sentence, title)
        ? 'rank'
        : undefined,
  },
  // Rank as the measure of respect: see MEASURED.
  {
    words: [
      '同去',
      '同往',
      ...[
        '头衔',
        '官衔',
        '身份不',
        '站出去',
        '出面的至少',
        '出面的起码',
        '出面的最少',
        '跟到底',
        '陪到',
        '全程跟随',
        '一路跟随',
        '负责陪着',
        '贴身陪',
      ],
      ...['同陪', '同级', '职务相当', '级别相当', '代替的', '别请假', '陪着的', '陪同的点'],
      '降格',
      '职务低',
      '级别低',
      '职级低',
      '规格低',
      '级别不够',
      '职务不够',
      '来顶',
      '不得上前',
      ...['不得代替', '不能代替', '不得替代', '不能替代', '不得顶替'],
      '不能上前',
      '不得出面',
      '视为对',
      '视为不重视',
      '的人陪',
      '副职来',
      '派个副职',
      '派副职',
      ...[
        '打发副职',
        '打发个副',
        '打发一个副',
        '支个副',
        '叫个副',
        '换个副',
        '让副',
        '派股长',
        '派科长',
        '派个股',
        '派个科',
      ],
      '让副职',
      ...['不能比', '不得比', '不能低于', '不得低于', '不许低于', '一个也不', '一位也不', '一个都不', '一位都不'],
      '一把手跟着',
      '职务不能',
      '级别不能',
      ...['门口接', '顶不了', '替不了', '代不了', '说不过去', '谁出面', '谁跟着'],
      '级别越',
      '职务越',
      '规格越',
      '官越',
      '只来了',
      '来的是副',
      ...['少一个', '少一位', '少了谁', '少了哪', '缺一个', '缺一位', '缺了谁', '缺了哪', '差一个', '差一位'],
    ],
    demand: () => undefined,
  },
]

/** Where one of these stands, `escortDemands` looks. */
export const escortWords: readonly string[] = [
  ...WORDINGS.flatMap(({ words }) => words),
  ...['跟到底', '陪的', '副职顶替', '顶替的', '本人必须', '副镇长', '副局长', '副乡长'],
]

/** Visitors of rank, a company, officials of rank who must be there. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /(?:领导|检查组|观摩团|调研组|考察组|客人|上面|上头|市里|省里|县里)[^。]{0,14}[来到进看下]|走访|观摩|考察|调研|参观/,
      /企业|厂|公司|园区|项目|车间|店/,
      /书记|[县市区镇乡]长|一把手|主要领导|主要负责|正职|常委|副职|级别|正科|副县/,
      /陪|在场|在跟前|跟到底|接待|迎|必须到|副职/,
      /必须|就得|都得|一律|不得|不能低|不低于|须|全程|起码|[不没]重视|重不重视|不尊重|重视程度|态度|不算数|不得降格|不行|最少得|请|由[^，。；]{2,16}陪同/,
    ],
    none: /执法|安全检查|消防|环保|隐患|法定代表人|考察投资|投资考察|客商|招商|投资商|不(?:安排|搞|要|得|再|用)[^，。；]{0,8}[陪迎]|轻车简从/,
  }),
)

const WORDING_OF: ReadonlyMap<string, Wording> = new Map(
  WORDINGS.flatMap((wording) => wording.words.map((word) => [word, wording])),
)

/** Of `hits` (places of `escortWords`, in order), the demands of rank, of a reception, of waiting at the gate, and lists of escorts. */
export const escortDemands = (doc: Doc, hits: readonly Span[]): Generator<Worded<Kind | 'likely'>> =>
  orLikely(doc, hits, escortsIn(doc, hits), LIKELY)

function* escortsIn(doc: Doc, hits: readonly Span[]): Generator<Worded<Kind>> {
  const { title } = doc.facts
  if (OTHERS.test(title)) return
  const isFirst = oncePerSentence(doc)
  for (const span of hits) {
    // 不得低于: what has no post behind it is a number.
    if (doc.text.startsWith('低于', span.start + 2) && !A_POST.test(doc.text.slice(span.end, span.end + 16))) continue
    const near = doc.text.slice(Math.max(0, span.start - 200), span.end + 100)
    const visited = VISIT.test(title) || VISIT.test(near) || VISITORS.test(near)
    const meant = visited && (ENTERPRISE.test(near + title) || VISITORS.test(title + near))
    if (!meant && !isByGuest(near)) continue
    const words = joined(doc.text.slice(span.start, span.end))
    const stance = stanceOf(doc, span)
    const { ahead, after, sentence } = stance
    // 书记陪同 is found as 陪同.
    if (words.endsWith('陪') && after.startsWith('同')) continue
    if (ENFORCES.test(sentence) && !/领导/.test(sentence)) continue
    const measured = isMeasured(sentence, title) && !OTHER_PRESENCE.test(sentence)
    if (isSpokenOf(words, stance, measured)) continue
    // 书记、镇长到路口迎接，并全程陪同: who does it stands in the clause before.
    const before = GOES_ON.test(stance.before) ? LAST_TWO.exec(ahead)![0].slice(-40) : stance.before
    const clause = clauseAround(before, words, after)
    // 陪同领导职级与来宾对等 is about rank, whoever comes.
    if (!measured && isNews(doc, clause, after)) continue
    const isForOthers = OTHERS.test(sentence) && !(RANK.test(clause) && !BUSINESS.test(sentence))
    const message = measured
      ? 'rank'
      : isForOthers
        ? undefined
        : WORDING_OF.get(words)?.demand({ words, before, after, clause, sentence, title })
    if (message && isFirst(span, message)) yield { message, words: shownClause(clause), span }
  }
}

/** 省外办主要负责人等陪同会见: 主要 alone demands nothing where no paper says what it is, nor before a guest who is received. */
const isNews = ({ genre }: Doc, clause: string, after: string): boolean =>
  (genre.id === 'other' || /^(?:会见|会谈|宴请)/.test(after)) &&
  /主要/.test(clause) &&
  !RANK.test(clause) &&
  !DEMANDS.test(clause.replace(/主要/g, ''))

function isSpokenOf(words: string, stance: Stance, measured: boolean): boolean {
  const { before, ahead, after, negated, reported, blamed } = stance
  if (findsFault(ahead) || GIVEN_UP.test(after) || MODEST.test(before) || SAID_TO_SHOW.test(after)) return true
  // 陪同的必须是正职 supposes that somebody does, and says who.
  if (measured || setsRank(after) || /^副职|[由以]副职$|^来顶$/.test(words))
    return (
      (negated &&
        !/^不|^来顶$/.test(words) &&
        !(words.startsWith('视为') && !/不(?:得|能|要|应|许|准|再)/.test(ahead))) ||
      (reported && !(/低$|不够$/.test(words) && after.startsWith('了') && !/去年|上次|当时|那[次回天]/.test(ahead))) ||
      blamed ||
      (measured && stance.quoted)
    )
  return stance.mentioned
}

/** Heads of Party committees, governments and offices. */
const HEAD =
  /党政[正主]职|一把手|主要(?:领导|负责同志)|(?:党工?委|[县区乡镇街道村])书记|书记[、和]|[县区镇乡局]长|常委|班子/
/** 考察团到点位时, of those who only look; who audits, tests or counts wants the head as a witness. */
const COMES =
  /(?:调研|观摩|考察|督查|督导|检查|参观|视察)[组团队](?:的?[^，。；]{0,4})?(?:到|来|进|下|入|抵)|(?:上级|[省市县])[^，。；]{0,4}领导[^，。；]{0,6}(?:到|来|下|进|莅临|抵)/
const AS_WITNESS =
  /清点|盘点|交接|移交|抽签|开箱|封存|签字|签认|谈话|测评|述职|约谈|问询|事故|火[灾情]|抢险|救援|处置|拆除|强制|审计|巡[察视]|考[试场]|见面会|反馈|听取/
const isVisited = (sentence: string): boolean =>
  COMES.test(sentence) && !AS_WITNESS.test(sentence) && !OTHER_PRESENCE.test(sentence)

/** 从下车跟到上车, 全程跟着看; not 跟到底, 跟着学. */
const FOLLOWS =
  /从[^，。；]{1,6}跟到(?!底|位)|(?:自始至终|自始自终|从头到尾|从头|全程|一路|始终|一直)[^，。；]{0,12}?跟(?:着|在)?(?:走|转|看|跑|车|身|左右|$|[，。；]|到[^，。；]{0,6}(?:送走|离开|上车|出[县市区]界?|走))|(?:寸步|形影)不离/
const OF_RANK = /副?[县处科厅]级(?:及?以上)?(?:干部|领导)|[四各几][大个套]+(?:领导)?班子/
/** Who comes is no firm’s task, no patient and no case. */
const GUESTS =
  /[省市县][里上]?(?:领导)?来的|来的是|来的每|(?:上级|[省市])(?:[委里]|政府)?(?:主要)?领导|领导(?:同志)?(?:身边|一行|来|莅临|下来)|观摩[组团]|调研组|考察[组团]|督[查导]组|一行|带队/
/** 市局领导到企业调研活动安排: who comes stands above all of it. */
const GUESTS_ABOVE =
  /领导[^，。；]{0,20}(?:调研|观摩|考察|视察|走访|参观)|(?:观摩|调研|考察|参观|督[查导])[组团队][^，。；]{0,20}(?:接待|安排|行程|方案|通知|服务|保障)|(?:接待|迎接|陪同)[^，。；]{0,20}(?:调研|观摩|考察|视察)/
const isGuestThere = (sentence: string, title: string): boolean =>
  (GUESTS.test(sentence) || GUESTS_ABOVE.test(title)) &&
  !AS_WITNESS.test(sentence) &&
  !OTHER_PRESENCE.test(sentence) &&
  !/整改|包[案联保]|手续|问题|任务|服务(?:专员|企业)/.test(sentence)

const isToWait = (clause: string): boolean =>
  WAITS.test(clause) &&
  !/员工|职工|工人|企业负责人|团成员|上车|集合/.test(clause) &&
  (/(?:[院校所站局镇乡园场]长|书记|主任)[^，。；]{0,4}[在到]|要(?!求)|须|必须|[都就]得|就[从到在]|应|全部|提前|早点|早早|请|负责|安排|领导|一[个位]也?都?不[落拉少能许缺]/.test(
    clause,
  ) ||
    PRINCIPAL.test(clause)) &&
  !/新年|春节|挑战|曙光|胜利|大庆|周年|节日/.test(clause)

const ALL_WANTED = /^[^，。；]{0,4}，(?:缺一不可|(?:一个|谁|哪个)[都也]?(?:不[能得许]?|别)(?:少|缺|落))/

function ofEscort({ words, before, after, clause }: Escort): 'rank' | 'list' | undefined {
  if ((words === '随行' && /^[人就]/.test(after)) || REPORTERS.test(after) || AT_MOST.test(after)) return undefined
  if ((RANK.test(clause) && !/不(?:看|问|论|讲)/.test(clause)) || setsRank(after)) return 'rank'
  if (LIST.test(after)) return 'list'
  // 副书记、镇长、人大主席一并随同，缺一不可.
  if (ALL_WANTED.test(after) && (PRINCIPAL.test(before) || HEAD.test(before))) return 'rank'
  const principal = PRINCIPAL.exec(before.slice(-40))
  if (!principal || /(?:企业|公司|厂|项目|业主)[^，。；]{0,4}(?:主要)?负责(?:人|同志)$/.test(before)) return undefined
  if (/副|分管|相关|有关|联系|包联/.test(before.slice(-24)) && !/必须|务必|一律|全程|主要/.test(clause))
    return DEMANDS.test(before) ? 'list' : undefined
  return DEMANDS.test(before) || /全程$/.test(before) || /^(?:必须|全程)/.test(after) ? 'rank' : undefined
}
