/** Staff that a document draws off counties, townships and villages. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { isEmergency, oncePerSentence, type Worded } from '../contexts.ts'
import { issuerOf } from '../parts/issuer.ts'
import { stanceOf } from '../stance/stance.ts'
import { wordedAt } from './demands.ts'
import { orLikely, type Signs } from './likely.ts'

/** People of the county's lower offices: townships, villages, stations. */
const GRASSROOTS =
  /(?<=[由从请])[\d一二两三四五六七八九十]{1,3}个(?:社区|行政村|村|乡镇|街道|镇)|(?<![下到赴驻往入])(?:各|每个?|有关|相关|部分)?(?:乡镇|镇街|街镇|乡（镇）|镇（街道）|乡镇（街道）|街道(?!抽调)|[各每]乡|[各每]镇|[各每]个?村|[你贵][镇乡校]|你街道|(?<=[从向请由、和：借调（])[一-龥]{2,3}[镇乡](?![村区长中])|(?:各[一-龥]{0,3}学校|(?<=[从向请由、和调用])[一-龥]{1,7}(?:[中小]学|幼儿园|卫生院))(?![生段])|村[（(]?社区|村“?两委|村干部|社区(?:工作者|干部)|[各每]个?社区|(?:[两二三四五六七八九十\d]|十一)个(?:行政村|村|社区)(?!民|文化)|社区(?=各?[抽借])|(?<=[从自])(?:村里|社区)|基层(?:一线|单位|站所|所队)?|站所|所站|(?:监管|司法|财政|派出|农技|林业|水利|自然资源|国土|税务|交管|农经|畜牧|民政)所|(?:农技|水利|林业|畜牧|文化|兽医|农机|农经)站|七站八所|中心校)/
/** County offices and whole counties: below a city or a province, not below the county itself. */
const COUNTIES =
  /(?:从|由|请)[一-龥、]{2,16}(?<![本全我])(?:[县旗]|区(?!域|里|直))(?!委|政府|直|城|里|(?![级直])[一-龥]{1,10}(?:局|委|办|部(?!门)|院|厅|中心))|[两二三四五六七八九十][县区](?![级直委])|(?:各|每个?|有关|相关|部分|从(?!县(?![级直])[一-龥]{1,10}(?:局|委|办|部(?!门)|院|厅|中心)))(?:县|县区|区县|县市|市县|县（市、区）|县\(市、区\)|区（县）|旗县|县（市）|区)(?!直)(?:[（(][^）)]{1,10}[)）])?/
const COUNTY_OFFICES = /[你贵][县区旗](?!政府|委)|县直|区直|县级(?:部门|单位|机关)|县区部门|县[（(]市、区[)）]直/
/** 你局, 贵单位: a county's office where the document goes to one. */
const YOURS = /你们[^，。；]{0,3}[县区旗]|[你贵](?:局|委|办|院|单位|中心|站)/
const PEOPLE =
  /抽人|干部|人员|骨干|委员|组织员|会计|同志|人手|职工|公务员|网格员|业务能手|年轻|精兵强将|精干力量|工作力量|笔杆子|大学生村官|选调生|[张王李赵刘陈杨]某|\d{1,3}\s?[名人]|[一二两三四五]\s?[名人]|[若几]干?名/
/** Not drawn people: experts, doctors, teachers, samples, files, money. */
const OTHERS =
  /专家|医[护务]|医疗|教师|教练|裁判|救援|抢险|扑火|扑救|施工|技术力量|农技|样品|样本|案[卷件](?!整理|归档|评查|清理|卷?工作)|档案(?![局馆]|整理|归档)|资金|车辆|物资|设备|考官|评委|演员|运动员|民兵|税[务收]|志愿者|律师|教学|选手|审计组|企业|国企/
/** Downwards: 抽调县直干部驻村 is no drawing off. */
const DOWN =
  /下沉|驻村|包村|包联|帮扶|下派|派驻|到村|[到赴往入](?:乡镇|各?村|社区|一线|街道|基层|企业|镇街)|充实(?:到)?(?:乡镇|基层|一线|村)|挂职|支援(?:乡镇|基层|一线)/
/** Where they are drawn to. */
const UPWARDS =
  /用(?:人|工)单位：[^，。；]{0,4}[县市]|在[^，。；]{0,8}(?:指挥部|专班)[^，。；]{0,4}(?:上班|工作|办公|坐班)|(?:[到至赴]|参[加与]|进驻|充实|加入|协助|配合|派往)[^，。；]{0,24}(?:专班|办公室|指挥部|组委会|筹委会|筹备组|项目办|重点办|领导小组|工作组|县[委政直城里]|市[委政直里]|[局办委](?:机关|里|工作|上班|帮助|跟[班岗]|顶岗|集中|报到|参[加与]|[，。；、]|$)|我[厅局委办部院县市区镇]|省[厅委局直政]|机关|督[查导]组|检查组|巡察组|考核组)|(?:组[成建]|成立)[^，。；]{0,6}(?:县|市|省|局)[^，。；]{0,12}(?:专班|组|指挥部|办公室)|[到在]我[局委办]|吃住在[县市局]|[到至赴][县市区局][^，。；到]{0,12}(?:中心|大厅|大队)[^，。；到]{0,8}(?:工作|办公|值守|坐班|上班|帮)|[到至][县市区][^，。；]{1,14}(?:大厅|[股科])工作|[到至][县市区]纪委|[到至][^，。；]{2,14}[局办委股科](?:写|整理|做|协助)|在[县市区省][^，。；]{0,12}(?:专班|办|指挥部|小组|工作组|局|中心|站|机关)|编入[县市区][^，。；]{0,10}组|集中工作[^，。；]{0,8}月|跟班学习|以干代训|以工代训|[局办委部](?:全|完全)?脱产|脱离原|与原(?:单位|岗位)|顶岗|报到|上挂/
/** Their own house: 各乡镇要抽调精干力量组成工作队. */
const OWN =
  /(?:各|乡镇|单位|部门|街道)[^，。；从]{0,12}(?:要|应|须|负责|自行|结合|可|均|分别)[^，。；从]{0,20}(?:抽调|抽派|选派|安排)[^。；]{0,30}(?:组[成建]|成立|负责|专人|承担|配[备强]|充实|开展|专门)/
/** 各镇安排2人, 由城关镇、柳河镇各派出3人: who sends them stands right before. */
const SENT = new RegExp(
  `(?:${GRASSROOTS.source}|${COUNTIES.source})[^，。；]{0,14}?(?:安排|派|抽|确定|明确|推荐|产生|选|[各出](?=出?\\s?[\\d一二两三四五]))[^，。；]{0,30}(?:，[^，。；]{0,20}){0,2}$`,
)
const SENDER = new RegExp(`(?:${GRASSROOTS.source}|${COUNTIES.source})[^，。；]{0,20}(?:，[^，。；]{0,12})?$`)
const SENT_UP =
  /^(?:参[加与]|[到在赴]|进驻)[^，。；]{0,8}[县市区省][^，。；]{0,12}(?:专班|办|指挥部|小组|工作组|局|中心|站|机关)/
/** Their own people for their own work: 各乡镇从村干部中抽调人员, 参加本镇征迁. */
const OWN_VILLAGES =
  /(?:乡镇|镇街|街道|各[镇乡]|[一-龥]{2}[镇乡])[^，。；从县市]{0,12}从[^，。；县市]{0,6}(?:村|社区)[^，。；]{0,12}$/
const OWN_PLACE = /(?:在|参[加与]|充实|协助|投入|开展)(?:本|所在|各自)(?:乡镇|[镇乡村]|街道|社区|辖区)/
/** 从三个社区各抽2人 draws them off where they are to sit in the township's own offices; a team of neighbours is none. */
const SO_MANY_VILLAGES = /^十?[一两二三四五六七八九十\d]个|^社区$/
const TO_TOWN =
  /[到至在](?:我?街道|我?[镇乡](?!村)|办事处)[^，。；村社]{0,10}(?:办(?![理好])|中心|所|专班|指挥部|站|机关|窗口|大厅|上班|工作|帮忙)|脱产|集中办公|跟班|顶岗/
/** 从三个社区抽调2人到街道征收办: whoever comes from a village goes up to the township. */
const upFromVillages = (clause: string): string =>
  /从[^，。；]{0,24}(?:社区|村)[^，。；]{0,6}[抽借选调派]/.test(clause)
    ? clause.replace(/[到赴往入](?:街道|乡镇|镇街)(?!各?[村社])/g, '')
    : clause
/** Not sent at all, or sent already: 县专班不从乡镇抽人, 被借调. */
const NOT_SENT = /[不被]$|不(?:再|得|宜|准|许|能|予?同意)?(?:从|向|抽|借|派|选|安排)[^，。；]{0,20}$/
/** 不从乡镇抽人，从县直部门抽调: what comes next is of others. */
const NOT_FROM_THEM = /(?:不|严禁|禁止)(?:再|得|许|准|能|随意|擅自)?(?:从|抽调?|借[调用]?|选调)[^，。；]{0,24}[，；]/g
/** A case of it, and what follows: 借调乡镇干部超过半年的，应当… */
const SUPPOSED = /^[^，。；]{0,30}的，(?![到赴参在充])/
/** Whose people they are, by the number of offices; or schools, clinics and stations, from which somebody is taken. */
const SO_MANY_OFFICES =
  '(?:[两二三四五六七八九十\\d]|十一)个[^，。；个]{0,4}(?:乡镇|街道|[镇乡村]|社区|所(?!有))|[一-龥、]{2,12}[两三四五六七八九十](?:镇|乡|街道|所)(?=各)|[每各]个?院(?=[确选抽派出推安定明])|[一-龥、]{2,12}两(?:镇|乡|街道|所)|(?:各|每个?)(?:中小学|学校|中心(?:小?学校?|校|卫生院)|卫生院|幼儿园)|(?<=[从由请])[一-龥、]{1,14}(?:司法所|财政所|卫生院|[中小]学|[初高]中|学校)|(?<=[从自])(?:乡里|镇里|镇上|下面|底下|基层)|[几哪一]个?(?:乡镇|镇|乡|街道|学校|卫生院)'
/** A person or some, by number. */
const SOME_PEOPLE = '\\s?[一两二三四五六七八九十几\\d]{1,2}\\s?[两二三四]?[个名位人]'
/** To an office above, to sit and work there. */
const SEATED =
  '交(?:由)?(?:我[局委办院]|[县市区][^，。；乡镇村]{1,8}[局委办心部])[^，。；]{0,4}(?:使用|调[配度遣]|管理|安排)|来(?:先)?(?:顶[着上]|用着)|[到来在][^，。；到乡镇村]{1,8}(?:[局委办]|专班|指挥部)(?:里|机关)?坐(?:上?[一几两三半\\d])|[来到](?:我?[县市区局镇])?[^，。；到乡镇村]{0,6}(?:办公?室|指挥部|专班)[^，。；到乡镇村]{0,2}(?:工作(?![要站日组])|顶[^，。；]{0,2}(?:年|个月|阵子?))|集中在[县市区局][^，。；]{0,10}(?:上班|办公|工作)|(?:充实|补充|充当|加强)到?(?:我?[县市区]|[^，。；到乡镇村]{0,6})?(?:[局委办]|指挥部|专班)(?:机关|里)?[^，。；]{0,4}(?:办公室|科室|股室|力量|人手)|到我[所馆站院校社队](?:里)?[^，。；到]{0,6}(?:帮[忙衬工助]?|上班|工作(?![要站日组])|跟班|顶岗|报到|坐班)|到[岗位](?=[^。；]{0,20}(?:半年|[一二两三\\d]年|个月))|过来[^，。；]{0,4}(?:上班|帮|顶)|来，(?:先)?干(?:到|上)|到镇[^，。；村]{0,8}[办所里心](?:跟班|坐班|上班|帮忙|顶岗)|(?:充实|补充)到(?:[县市区局]|专班|指挥部)|[到在给](?:我[局委办]|[县市区局](?!直|[一-龥]{0,4}学校|医院)|[^，。；到乡镇村]{0,8}(?:指挥部|专班))[^，。；到乡镇村]{0,14}?(?:工作(?![要站日组])|写材料|整理|做账|值守|帮(?:[忙助]|着?(?:写材料|整理|做账|[写整做]))?|协助(?:工作)?|锻炼|轮值|顶(?:[岗班]|[^，。；]{1,4}班)?)|[到来](?:我?[县市区局]|[一-龥]{0,4}指挥部|项目部|专班|[大中支]队|[^，。；到乡镇村]{0,8}(?:[办局委组科处股]|中心|(?<![教议生动待])室))[^，。；]{0,10}(?:报到|上班|坐班|帮(?:[忙衬工]|着[整写做])|搭把?手|打(?:杂|下手)|听[用差]|使唤|值班|顶班|驻点|随岗|跟岗|跟班|顶岗|办公|集中工作|上[^，。；上下]{0,2}(?:年|个月|阵子?|段时间)的?班)'
/** Away from where they work. */
const AWAY =
  '报到，先干[^，。；]{0,3}(?:年|个月)|编入[县市区][^，。；]{0,8}组|不(?:再)?承担原单位|跟组|课[让由请][^，。；]{1,6}[代顶]|(?:放下|移交|交出)(?:原来?|现有|手[头上里])的?[^，。；]{0,6}(?:岗|工作|业务|活)|(?:原来?|手[头上里]|现有)的?[^，。；]{0,6}(?:工作|业务|活儿?|岗位)[^，。；]{0,4}(?:放下|移交)|脱[开离]原?(?:岗位|单位|工作)|(?:岗位|单位|工作)[^，。；]{0,2}脱[开离]|原[^，。；]{0,8}脱钩|原(?:单位|岗位|学校|所)?的?[^，。；]{0,4}(?:工作|活儿?|业务|课)[^，。；]{0,4}[由让请][^，。；]{1,8}(?:顶|接|代|分担|承担)|吃住[^，。；]{0,2}在(?:县|市|局|指挥部|专班|大队|中队|办公室)|(?:工资|人事|编制|组织|待遇|岗位)(?:关系)?[^，。；]{0,4}(?:不[变动转]|由原|[还仍]挂|留在|[还仍]在|由原|(?:挂|放|算|记)在原)'
/** Who sends how many: 十八个乡镇一家出一个年轻人, 由六个镇民政所各来一位同志. */
const SENDS = `(?:${GRASSROOTS.source}|${COUNTIES.source}|${SO_MANY_OFFICES})[^，。；到]{0,10}?，?[^，。；到]{0,8}?(?:[出来派送匀选挑抽要拨调报拉借拿给]|[抽选留][用出取]|调配|支援|安排|推荐|确定|物色|[找寻腾挤]出?)(?:上来|过来|出来?)?(?:${SOME_PEOPLE}|\\s?[一两二三四五\\d]{1,2}\\s?名|人)`
/** …，明天到县里报到; …，与原岗位脱开. */
const SENT_AWAY = new RegExp(`${SENDS}[^。；]{0,48}?(?:${SEATED}|${AWAY})`, 'g')
/** 各镇确定1名干部到县创城办工作，期间与原单位脱钩: what is said last, wherever they sit. */
const LEFT_WORK = lazily(() => [['sent', [new RegExp(`${SENDS}[^。；]{0,60}?(?:${AWAY})`, 'g')]]] as const)
/** 乡镇纪委一家借一个人给我们用半年. */
const LENT = new RegExp(
  `(?:${GRASSROOTS.source})[^，。；]{0,10}?借(?:${SOME_PEOPLE}[^，。；]{0,6}?(?:人|同志|干部|骨干|笔杆子)|\\s?[一两二三四五\\d]{1,2}\\s?名[^，。；]{0,20}?(?:人员|同志|干部|骨干))`,
  'g',
)
/** 各乡镇再抽两个年轻人上来跟班; 哪个乡镇中学有合适的老师，先借到县里用两年. */
const TAKEN_UP = new RegExp(
  `(?:${GRASSROOTS.source}|${SO_MANY_OFFICES})(?:[^，。；]{0,12}?，?[^，。；]{0,6}?(?:[抽派调选拨出挑拉]|支援)[^，。；]{0,4}?(?:[一两二三四五六七八九十几\\d]{1,3})[个名位]?[^，。；]{0,10}?上来(?![的就])|[^。；]{0,30}?(?:借上来|调上来(?=用|干|帮|再)|借到[县市局](?:里|直|机关)?[^，。；]{0,6}?[用帮干]))`,
  'g',
)
/** Who is named at the beginning of what one of these patterns found, where it is no township by its plain name. */
const BELOW =
  /^[^，。；]{0,16}?(?:[每各]个?院|乡镇|街道|[镇乡]里?|[村所]|社区|学校?|[初高]中|卫生院|幼儿园|[镇乡]里|镇上|下面|底下|基层)/
const COUNTIES_FIRST = new RegExp(`^(?:${COUNTIES.source})`)
/** What somebody does who works in an office: not what he comes for once. */
const AT_WORK =
  '(?:坐班|上班|值编|值班|轮[班值]|跟班|跟岗|顶[岗班]|帮[忙助工]|协助(?!调查|核实|查|说明|处理投诉)(?:工作)?|办公|挂训|挂班|锻炼|驻[点局]|参与(?:起草|编[制写]|撰写|整理|审核|核查)|从事|工作(?![要站日组会汇]))'
/** 各卫生院会计轮流到局里坐班，每人两个月: in turn, so that nobody is sent and yet one is always there. */
const IN_TURN = new RegExp(
  `(?:${GRASSROOTS.source}|${SO_MANY_OFFICES})[^，。；到来]{0,14}?(?:轮流|轮换|轮番|分批|逐批|依次|按月|按季|按周)[到来在赴至](?![^，。；]{0,10}(?:村|社区|路口|卡口|一线|企业|学校))[^，。；]{1,10}?${AT_WORK}`,
  'g',
)
/** 需用贵镇周某同志; 请贵镇张某同志到我局协助工作; 贵街道李某在我委的期限已到，拟再留用半年: one by name. */
const BY_NAME = new RegExp(
  `(?:[你贵](?:镇|乡|街道|校|村|[站所院])|(?<=[从将把请借调])[一-龥]{2,3}(?:镇|乡|街道))(?!长)[^，。；]{0,12}?(?:同志|[一-龥]某某?)[^，。；到来]{0,8}?(?:[到来]我[局委办院中][^，。；]{0,8}?${AT_WORK}|(?:仍|继续|现)?在我[局委办院中][^。；]{0,30}?(?:留用|续借|续用|再借|继续借|延长借))|需用[你贵](?:镇|乡|街道|校|村|[站所院])[^，。；]{0,14}?(?:同志|[一-龥]某)`,
  'g',
)
const SENDING = [
  ['sent', [SENT_AWAY, LENT, TAKEN_UP]],
  ['sent', [IN_TURN], [/轮[流换番]|[分逐]批|依次|按[月季周]/]],
  ['sent', [BY_NAME], [/[到来在]我[局委办院中]|需用[你贵]/]],
] as const
const SENT_WORDS =
  /^(?:集中工作|专班办公|办公室办公|跟组|跟班|顶岗|随岗|跟岗|报到|上班|[一两半]年班|个月班|阵子班|段时间班|[年月]的班|帮着[整写做]|坐班|帮忙|帮衬|帮工|打杂|打下手|听用|听差|使唤|搭手|搭把手|值班|顶班|驻点|到岗|放下|脱[开离钩]|吃住|编入|不承担原|工作一段|来办公室|充实|人事关系|编制还|编制仍|工资由原|代管|[再先]?借[一两二三四五六七八九十几]?[个名]?|借到[县市局]|借上来|调上来|上来|写材料|做账|协助工作|锻炼|轮值|[抽选]出|选用|各[抽出派]|都要出人|值守|匀[一两几][个名]|送[一两]个|坐上?[一几两三半]|留用|需用|续借|借期|轮流[到来在赴]|分批[到来]|顶[着上]|先用着|统一[使调][用配]|参与[起编][草制])$/
/** They come for something else, and go home again. */
const VISIT =
  /退役军人|(?<=[各的镇村区])党员(?!干部)|党校|轮训|集训|居民(?!委)|志愿者|[居村]委会?|进修|坐诊|[到在赴][^，。；]{0,8}医院|参[赛会]|参加(?!值班|工作|办公|专班|[^，。；]{0,6}(?:整理|录入|核查|审核|汇总|迎检))|学(?:技术|手艺|习技术)|[养种][^，。；]{0,2}户|培训|学习班|开会|比赛|领取|机手|代表|体检|面试|考试/
/** 已报县委组织部批准. */
const APPROVED =
  /(?<!未)(?:报|经|由)[^，。；]{0,10}组织部门?[^，。；]{0,6}(?:批准|审批|同意)|组织部门?(?:已|审核)*(?:批准|审批|同意)/
const MOVES =
  /^(?:抽用|抽借|商借|留用|选送|抽取|抽调|抽人|借调|借用|抽派|商调|选调|选派|抽选|帮助工作|跟班学习|以干代训|脱产|集中办公)$/
/** How they work there; who is sent may stand before. */
const PLACED = /^(?:帮助工作|跟班学习|以干代训|脱产|集中办公)$/
const BORROWED_TOOLS = /^(?:商借|留用|选送|抽取|借用|选调|选派|商调|抽选)$/
/** 借用乡镇工作人员4名: people, however many. */
const STAFF =
  /(?:工作人员|干部|骨干)\s?(?:\d|[一二两三四五六七八九十])|(?:\d|[一二两三四五六七八九十])\s?名[^，。；]{0,8}(?:人员|干部|骨干)|(?:\d|[一二两三四五六七八九十])\s?人(?![次份家])/
const SELECTION =
  /选调生|公开选调|选调(?:考试|公告|优秀)|遴选|第一书记|挂职|科技特派员|工作队|参[训赛会]|培训|学员|代表|参观|观摩|选手/

/** Where one of these stands, `secondmentsIn` looks. */
export const secondingWords: readonly string[] = [
  '抽调',
  '抽人',
  '借调',
  '借用',
  '抽派',
  '选调',
  '选派',
  '抽选',
  '帮助工作',
  '跟班学习',
  '以干代训',
  '脱产',
  '集中办公',
  '报到',
  '随岗',
  '集中工作',
  '专班办公',
  '跟组',
  '跟班',
  '顶岗',
  '跟岗',
  '上班',
  ...['半年班', '一年班', '两年班', '个月班', '阵子班', '段时间班', '年的班', '月的班', '帮着整', '帮着写', '帮着做'],
  '坐班',
  '帮忙',
  '顶班',
  '驻点',
  '值班',
  '到岗',
  '放下',
  '搭把手',
  ...['打下手', '打杂', '帮衬', '帮工', '听用', '听差', '使唤', '搭手'],
  '脱开',
  '脱钩',
  '脱离',
  '吃住',
  '借一个',
  '借两个',
  '借三个',
  '借一名',
  '借两名',
  '借三名',
  '借四',
  '借五',
  '借六',
  '借七',
  '借八',
  '借九',
  '借十',
  '借几',
  '借到县',
  '借到市',
  '借到局',
  '上来',
  '借上来',
  '各抽',
  '编入',
  '不承担原',
  '不再承担原',
  '各借',
  '几个人',
  '拿一个',
  '出俩',
  '放人',
  '抽用',
  '抽借',
  '商借',
  '留用',
  '选送',
  '抽取',
  '抽出',
  '选出',
  '选用',
  '各出',
  '各派',
  '都要出人',
  '写材料',
  '做账',
  '协助工作',
  '锻炼',
  '轮值',
  '值守',
  ...['工作一段', '来办公室', '充实', '人事关系', '编制还', '编制仍', '工资由原', '代管'],
  '匀一个',
  '匀两个',
  '匀几个',
  '匀一名',
  '匀两名',
  '送一个',
  '送两个',
  ...[
    '轮流到',
    '轮流来',
    '轮流在',
    '轮流赴',
    '分批到',
    '分批来',
    '续借',
    '需用',
    '借期',
    '顶着',
    '先用着',
    '统一使用',
    '统一调配',
    '参与起草',
    '参与编制',
  ],
  // 到局里坐一阵子.
  ...['坐一', '坐几', '坐两', '坐三', '坐半', '坐上一', '坐上半'],
]

/** People, whose they are, where they go, and to work there. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /个乡镇|各?乡镇|镇街|[各每哪几]个?[村镇县区]|[你贵]街道|你镇|镇[上里]|下面[^，。；]{0,2}(?:学校|单位)|各镇|街道|站所|财政所|中心校|基层所|贵[镇县]/,
      /[一两二三四五几\d]+\s?[个名人]|俩|同志|人员|骨干|小[刘王李张陈杨赵周吴孙马朱胡郭何林高罗]/,
      /专班|指挥部|[县局区市]里|市局|县[委直城]|办公室|[局委](?:机关|里)?(?:工作|上班|帮)|上来|过来|中心/,
      /报到|上班|帮忙|帮助工作|干完|集中办公|脱[产钩]|跟班|到[^，。；]{2,10}工作|半年|个月|[一1]年|到位|不承担原|锻炼|先用着|顶着/,
      /[出借抽派选拿挑调找给匀][一两二三几各俩\d]|匀出|[\d一两二三][人名](?:报送|上报)|调配，每|需用|要人|[选抽]中的|[让叫][他她]到|由[^，。；]{0,14}组成|选调|放人|抽调|借调|借用|选派|推荐|抽人/,
    ],
    none: /新录用|新招[录聘]|新入职|下沉|组织部门?[^，。；]{0,6}(?:批准|审批|同意)|培训|参会|参赛|选手|比赛|演练|执勤|值班|防汛|应急|清退|返岗|驻村|挂职|帮扶|到(?:乡镇|村)[^，。；]{0,4}报到|[到往赴](?:各?乡镇|各镇|各?村|社区|街道|基层)|吃住在村/,
  }),
)

/** 从公安、法院5个系统抽人集中办公。各乡镇要…: the sentence says whose they are, and they are nobody's below. */
const isFromOwnHouse = (passage: string): boolean => {
  const own = passage.split(/[。！？]/, 1)[0]!
  const said = own.replace(NOT_FROM_THERE, '')
  return (SAME_LEVEL.test(said) || said !== own) && !BELOW_THERE.test(said)
}
const NOT_FROM_THERE = /(?:不|严禁|禁止)(?:再|得|许|准|能|随意|擅自)?(?:[从向]|抽调?|借[调用]?|选调)[^，。；]{0,24}/g
const SAME_LEVEL =
  /(?:从|由|在)[^。；]{0,40}(?:系统|部门|单位|[局委院厅]|办公?室|机关|公司|企业|银行|高校)[^，。；]{0,10}(?:中|里|各)?(?:抽|借|选|派|挑|调|各?出)|(?:[县市区]直|[一-龥]{2,8}局|系统|部门)[^，。；]{0,8}各?(?:抽|出|派|选)[^，。；]{0,4}[\d一二两三四五六七八九十几人]/
const BELOW_THERE = /[乡镇村]|社区|街道|站所|基层|学校|中心校|[你贵]|各[县区市旗所站]|从[县区]里/

/** `words`: how they are drawn off; `from`: the office that loses them, as the text has it. */
export interface Secondment extends Worded<'drawn'> {
  readonly from: string
}

/** Of `hits` (places of `secondingWords`, in order), those where somebody is drawn off an office below the issuer, and where that is likely. */
export const secondmentsIn = (doc: Doc, hits: readonly Span[]): Generator<Secondment | Worded<'likely'>> =>
  orLikely(doc, hits, drawnIn(doc, hits), LIKELY, isFromOwnHouse)

function* drawnIn(doc: Doc, hits: readonly Span[]): Generator<Secondment> {
  // What the rules on secondment are about is not asked for by them.
  if (/借调|抽调/.test(doc.facts.title) && /管理|规定|办法|规范|清理/.test(doc.facts.title)) return
  const isFirst = oncePerSentence(doc)
  let level: string | undefined
  for (const hit of hits) {
    const words = doc.text.slice(hit.start, hit.end)
    if (SENT_WORDS.test(words)) {
      // 会写材料的年轻人: what they can do.
      if (words === '写材料' && doc.text[hit.end] === '的') continue
      const sent = sentAway(doc, hit, (level ??= issuerOf(doc)?.level ?? ''))
      if (sent && isFirst(hit)) yield sent
      continue
    }
    if (!MOVES.test(words)) continue
    const close = doc.text.slice(Math.max(0, hit.start - 60), hit.end + 60)
    if (!GRASSROOTS.test(close) && !COUNTIES.test(close) && !COUNTY_OFFICES.test(close) && !YOURS.test(close)) continue
    const { mentioned, before, after, ahead, sentence } = stanceOf(doc, hit)
    if (APPROVED.test(sentence)) continue
    // 每个乡镇抽1名同志，借用到县指挥部: the verb begins its clause; 各镇各派3人，在县里集中办公: who is sent stands before.
    const placed = PLACED.test(words)
    const further = before.trim() === '' || (placed && !GRASSROOTS.test(before))
    const lead = further ? ahead.slice(-50).replace(NOT_FROM_THEM, '') : before
    const clause = `${lead}${words}${(/用[人工]单位/.test(after) ? /^[^。]{0,80}/ : /^[^。；]{0,60}/).exec(after)?.[0] ?? ''}`
    if (
      mentioned ||
      /^(?:的|到[^，。；的]{1,14}(?:工作的|的(?:干部|同志|人员))|了|率|生|在外|期|人员(?:中(?:没有|无|不[含得])|，?期满))/.test(
        after,
      ) ||
      isEmergency(clause, doc.facts.title)
    )
      continue
    if (!PEOPLE.test(clause) && !/^跟|^以/.test(words)) continue
    if (NOT_SENT.test(lead) || SUPPOSED.test(after)) continue
    if (placed && (further || /^[脱集]/.test(words)) && !SENT.test(lead)) {
      // 各镇分管同志脱产到县专班.
      if (!SENT_UP.test(after) || !SENDER.test(ahead.slice(-60))) continue
    }
    if (OTHERS.test(atDesks(clause)) || SELECTION.test(clause) || DOWN.test(upFromVillages(clause))) continue
    level ??= issuerOf(doc)?.level ?? ''
    const from =
      drawnFrom(lead, words + after, level) ?? (level === '省' || level === '市' ? yoursIn(doc, clause) : undefined)
    if (!from) continue
    // 从各乡镇抽调, 抽调乡镇干部; but 各乡镇抽调村干部 only when they are sent up.
    const explicit =
      (placed ? /[从自][^。；]{0,40}$/ : /[从自向][^，。；]{0,40}$/).test(lead) ||
      (/^[^，。；]{0,6}(?:各?乡镇|镇街|各?街道|基层|各[村镇乡]|村干部|[你贵])/.test(after) && !GRASSROOTS.test(lead))
    if (SO_MANY_VILLAGES.test(from) && !TO_TOWN.test(clause) && !UPWARDS.test(clause)) continue
    if (OWN_PLACE.test(clause) || (OWN_VILLAGES.test(lead) && !UPWARDS.test(clause))) continue
    if (!explicit && (!UPWARDS.test(clause) || OWN.test(clause)) && !/^借调|^跟|^以/.test(words)) continue
    if (BORROWED_TOOLS.test(words) && !UPWARDS.test(clause) && !(words === '借用' && explicit && STAFF.test(clause)))
      continue
    if (!isFirst(hit)) continue
    yield { message: 'drawn', words, from, span: hit }
  }
}

/** Teachers and doctors who are to sit in an office are drawn off like anybody. */
const atDesks = (clause: string): string =>
  /脱产|集中办公|局机关|办公室|写材料|帮着[整写]|专班|跟班锻炼|文字工作/.test(clause)
    ? clause.replace(/教师|医[护务]|农技/g, '')
    : clause

function sentAway(doc: Doc, hit: Span, level: string): Secondment | undefined {
  const away = /^(?:脱[开离钩]|放下)/.test(doc.text.slice(hit.start, hit.end))
  const found = wordedAt(doc, hit, SENDING, 90, 16) ?? (away ? wordedAt(doc, hit, LEFT_WORK(), 90, 16) : undefined)
  if (!found) return undefined
  const { span, words } = found
  const lower = GRASSROOTS.exec(words)?.[0] ?? (COUNTIES_FIRST.test(words) ? undefined : BELOW.exec(words)?.[0])
  const county =
    level === '市' || level === '省' || (level === '' && TO_CITY.test(words)) ? COUNTIES.exec(words)?.[0] : undefined
  const from = lower ?? county
  if (from === undefined || (level === '乡' && !/村|社区|基层/.test(from))) return undefined
  // 各镇确定1名驻村队长，与原单位脱钩: downwards.
  if (away && (DOWN.test(words) || SELECTION.test(words))) return undefined
  if (OTHERS.test(atDesks(words)) || VISIT.test(words) || isEmergency(words, doc.facts.title)) return undefined
  const { mentioned, before, after, sentence } = stanceOf(doc, span)
  if (TRAINED.test(words.slice(-14) + after) || /新(?:录用|招录|招聘|入职|任职)/.test(sentence)) return undefined
  if (APPROVED.test(sentence) || mentioned || /[让叫使]$/.test(before) || NOT_SENT.test(before)) return undefined
  // A post of its own at home is left for nobody: 各村确定1名网格员，与原岗位脱钩.
  if (away && /脱钩/.test(words) && !UPWARDS.test(sentence.replace(/与原[^，。；]{0,10}/g, ''))) return undefined
  // 各村各出2人，放下手头的活清渠: nobody above has them.
  if (LEAVES.test(words) && !(OFFICE_ABOVE.test(sentence) && !HIRED.test(sentence))) return undefined
  const shown = (LIVES.test(doc.text.slice(hit.start, hit.end)) ? sentIn(doc, span) : undefined) ?? hit
  return { message: 'drawn', words: doc.text.slice(shown.start, shown.end), from, span: shown }
}

/** Nobody says who writes, and they are to come to the city: 各县派1名干部到市局驻点. */
const TO_CITY = /[到来在赴至][^，。；县区]{0,2}[市省](?!民|场|县)[^，。；]{0,14}(?:[局委办厅院]|中心|指挥部|专班)/

/** 一家腾出5个年轻能写的，…，吃住在县里; 各挑一个…，到局里坐一阵子: how many are sent says more than where they sleep. */
const LIVES = /^(?:吃住|坐(?!班).{1,2})$/
const SENT_SOME = new RegExp(
  `(?:[出派送匀选挑抽拨调借]|[腾挤找]出?)(?:上来|过来|出来|来)?${SOME_PEOPLE}|(?:安排|推荐|确定|物色)${SOME_PEOPLE}`,
)
function sentIn({ text }: Doc, { start, end }: Span): Span | undefined {
  const some = SENT_SOME.exec(text.slice(start, end))
  return some ? { start: start + some.index, end: start + some.index + some[0].length } : undefined
}

/** 到党校报到，参加培训: they come to learn and go home again. */
const TRAINED =
  /(?:党校|培训班|训练营|考点|考场)[^，。；]{0,4}报到|报到，[^，。；]{0,6}(?:参加|接受)[^，。；]{0,12}(?:培训|学习|考试|体检|面试|比赛|集训)/
/** That they leave their work, or begin on a day for so long, is all that is said. */
const LEAVES = /放下|移交|到[岗位]/
const OFFICE_ABOVE =
  /专班|指挥部|办公室|攻坚[组办]|[县市区](?:里|直|委|政府|[一-龥]{1,10}(?:办(?![理事法公好])|局|组(?![织成建])|中心))|到局|[我全]局|到我[所馆站院校社队]|机关|局里/
const HIRED = /招[聘录募]|聘[用任请期]|公益性?岗|村医|护林|保洁|辅警|大学生|网格员|宣讲员/

const yoursIn = ({ text, facts }: Doc, clause: string): string | undefined =>
  facts.parts.some(
    ({ kind, start, end }) => kind === 'addressee' && /县|旗|[市州]?[一-龥]{1,3}区(?!域)/.test(text.slice(start, end)),
  )
    ? YOURS.exec(clause)?.[0]
    : undefined

/** Who loses them; a county may draw from its own offices, a city may not. */
function drawnFrom(before: string, after: string, level: string): string | undefined {
  const near = `${before.slice(-50)} ${/^[^，。；]{0,26}/.exec(after)?.[0] ?? ''}`
  const grassroots = GRASSROOTS.exec(near)?.[0]
  if (grassroots) return level === '乡' && !/村|社区|基层/.test(grassroots) ? undefined : grassroots
  if (level === '乡') return undefined
  const counties = COUNTIES.exec(near)?.[0]
  if (counties && level !== '县') return counties
  return level === '市' || level === '省' ? COUNTY_OFFICES.exec(near)?.[0] : undefined
}
