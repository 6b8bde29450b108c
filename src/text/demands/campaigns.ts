/** Showcase and target campaigns that a document starts: 示范创建, 达标, 评比, with inspections, badges and titles. */
import type { Doc, Span } from '../../core.ts'
import { clauseAround, oncePerSentence, unnumbered, type Worded } from '../contexts.ts'
import { issuerOf } from '../parts/issuer.ts'
import { headOf } from '../places.ts'
import { type Stance, stanceOf } from '../stance/stance.ts'

/** What is given out. */
const HONOUR =
  '(?:示范|达标|先进|标杆|样板|标兵|星级|红旗|十佳|最(?:美|喜爱|干净|佳|强|清洁)|秀美|模范|明星|旗舰|[三四五六七八九十][好优星美佳]|百[佳优]|一流|金牌|特色|美丽|优秀|合格|规范化|标准化)'
/** What a locality is to be, and often is called without any contest: 健康村, 平安小区. An honour only where it is given. */
const THEME =
  '(?:文明(?=家庭|户)|(?<!医疗)卫生(?=社区|家庭|户|单位[”"]?(?:评[选比]|$))|健康|平安|洁净|清洁|整洁|和谐|幸福|书香|清廉|廉洁|无讼|无访|诚信|守信|孝善|孝德|和睦|学习型|放心|满意|温馨|清爽|暖心)'
/** To whom: localities and offices, not persons, parks, bases or projects. */
const UNIT =
  '(?:片(?=[来，。区])|县（市、区）|县|乡镇（街道）|乡镇|乡|镇街|镇(?!区|中)|街道|行政村|村民小组|(?<=示范)带|(?<=示范)站|驿站|(?<=示范)岗(?=[”"、，。创])|村(?!民)|社区|机关|单位|党支部|党组织|支部|站所|学校|校园|校(?![长区企园])|家庭|庭院|农户|户(?!外|籍)|网格|科室|窗口|商户|(?:监管|司法|财政|派出)所|文化站|服务站|工作站|卫生院|卫生室|敬老院|养老院|幼儿园|商圈|街区|路段|(?:餐饮|商业|文化|步行|美食|特色)街|(?<=样板|示范|标杆|靓|最美|精品)(?:一条街|[街院路湾](?![道镇区上边头面线长]))|服务社|供销社|书屋|大院|店(?=[”"])|小区|楼栋|楼院|村镇|村居|集体|股室|处室|诊室|办公室(?=[”"])|楼道|楼宇|村庄|村寨|[一-龥]{1,2}[站所](?=[”"])|网点|工地|食堂|企业(?=[”"]))'
const CAMPAIGN_TITLE = new RegExp(
  `(?:开展|组织|做好|推进|深化|实施|启动|进一步|加强|关于)[^。；]{0,30}(?:${HONOUR}[^。；]{0,14}(?:创建|评选|评比|命名|竞赛|评定|争创|达标|授牌|评估验收|认定)|(?:创建|争创|评选|评比|评定|命名)[^。；]{0,20}${HONOUR}[^。；]{0,6}${UNIT}|(?:评选|评比|评定|命名|推选|遴选)[^。；]{0,12}${THEME}[^。；]{0,2}${UNIT}|${THEME}[^。；]{0,2}${UNIT}[”"]?(?:评选|评比|命名|评定|推选|授牌|评估验收|创评)|评比达标|达标(?:创建|升级|评比|验收)|示范创建|创建达标)[^。；]{0,14}(?:的通知|活动|工作|方案|办法|意见|细则|通知)`,
)
const AWARD = new RegExp(
  `(?:命名|授予|授牌|冠以|比出|捧出|树起|评星|评选|评出|评定|评比|评(?=\\s?[\\d一二三四五六七八九十]{1,3}[个条家户所批])|推选|遴选|选出|认定|表彰|挂牌|创建|争创|打造|创成|[做搞]成|树(?=[\\d一二两三四五六七八九十])|建[成出]|培[树育]|选树)[^，。；]{0,24}?(?:${HONOUR}|${THEME})[^，。；、园区]{0,10}?${UNIT}(?![^，。；]{0,2}(?:园|基地|项目|工程|企业|合作社))`,
)
/** An award proper; 创建 and 打造 alone are work. */
const CROWNS = /比出|命名|授予|授牌|冠以|名号|评选|评出|评定|评比|表彰|挂牌|牌匾|奖牌|称号/
/** 推选“最美家庭”50户，由县妇联授牌: without which a theme is no honour. */
const NAMES = /命名|授牌|评定|挂牌|牌匾|门牌|称号/
/** 每个乡镇创建2个示范村，年底验收命名. */
const CHECKS = /验收|命名|授[牌予]|奖牌|门牌|考评|评定|挂牌/
/** 不命名、不授牌、不搞验收. */
const NOT_GIVEN =
  /不(?:再|得|予|另|设|作|搞|组织|进行|开展|统一|自行|层层|逐级){0,2}(?:命名|授予|授牌|评选|评比|评定|评出|推选|遴选|选出|表彰|挂牌|验收|考评|排名|发牌匾)/g
const NOT_GIVEN_AT_ALL = new RegExp(NOT_GIVEN.source)
/** 不给评上的村送匾. */
const GIVES_NONE = /不(?:再|得|准|许|要|必)?(?:给|向|为|对|送|发|挂)[^，。；]{0,16}$/
const NOT_NOW = /不(?:再|得|予|另|搞|组织|进行|开展|统一|自行|层层|逐级){0,2}$/
const RUNS = /(?:[搞弄办]|开展|组织|启动|实施|部署|推行|设立)[^，。；]{0,24}$/
/** 推进示范县创建 strives for what a superior gives, unless it says who inspects and names. */
const PURSUES = /(?:推进|推动|深化|实施)[^，。；]{0,24}$/
const STRIVEN_FOR = /示范[县市]|[县市](?:创建|争创)/
const HONOURED = new RegExp(`${HONOUR}[^，。；]{0,10}${UNIT}`)
const THEMED = new RegExp(`${THEME}[^，。；]{0,4}${UNIT}`)
/** 决定开展“文明家庭”推荐评选活动: a contest for a name, though nobody says what the winner gets. */
const CONTEST_NAMED = new RegExp(
  `(?:决定|研究|通知)[^。；]{0,40}[“"]?[^“”"，。]{0,4}${THEME}[^“”"，。]{0,2}${UNIT}[”"]?(?:推荐|创建|创评)?$`,
)
/** 开展达标创建，年底验收授牌. */
const DRIVE = /^(?:达标|示范)(?:创建|评比|争创|竞赛|升级)/
/** 开展达标竞赛，逐月打分排名: a drive without a plaque, which ranks villages and offices all the same. */
const RANKED_DRIVE =
  /^(?:达标|示范|评比|创建|争创)[^，。；“”]{0,2}(?:竞赛|擂台|比武|大比拼|评比|创建|争创|活动)[^。]{0,60}?(?:打分|排名|排序|[一二三]等奖|红黑榜|流动红旗|[红黄黑]旗|奖[牌杯]|积分|名次)/
const NO_LOCALITIES = /体[育能操]|广播操|训练|技能|知识|劳动竞赛|岗位|学生|运动会|书法|演讲|企业/
const CAMPAIGN_AFTER = /^[^，。；]{0,10}(?:活动|评选|评比|竞赛|工作)|^[^，。；]{0,20}(?:联创|共创)(?=[，。；]|$)/
/** 开展“星级诊室”评定命名，…授牌; “最美泵站”选树，…打分后命名. */
const ENDS_IN =
  /^(?:评定|评选|评比|命名|达标|创建|争创|选树|认定)(?:命名|授牌|挂牌|达标|验收|认定|创建|评比|评定|争创)?(?=[，。；])/
/** 验上的发一块铜牌子: a plaque for whoever is found worthy of a name, “花开村”. */
const PLAQUE =
  /[选评挑]出?[\d一二三四五六七八九十两]{1,3}个[^，。；]{0,14}(?:村|校|社区|支部|户|站所)[^。；“]{0,6}叫[作做]?[“"][^”"，。]{2,10}[”"][^。；]{0,12}?牌[^。；]{0,10}?挂|(?:可|才|就|方可|即可?)称(?:为|作)?[“"][^”"，。]{2,10}[”"][^。；]{0,16}?(?:[发授挂颁]牌|牌匾)|前[一二三四五\d]{1,2}名的?[^，。；]{0,6}(?:挂|发|授|奖)[^，。；奖]{0,4}(?:[金银铜]牌|[牌匾](?!照|号))|(?:\d{0,3}分(?:及?以上)?|[一二三四五\d]星级?)的[^。；]{0,20}?(?:发|授|挂|给|颁)[^，。；]{0,14}?(?:牌匾?|匾)|(?:验|评|达|争|创|合格|通过|过关|(?:过了?|够|上)线|够格|够条件|够标准|看中|相中|入选)(?:[上得了到成]|收?合格|收?通过|标|下来){0,2}的[^。；]{0,20}?(?:发|授|挂|给|钉|奖|送)[^，。；]{0,10}?[牌匾]|先达标[^。；]{0,14}?(?:发|授|挂|给|钉|送)[^，。；]{0,8}牌|(?:达标|合格|通过|过关|建成|创成|验收)一[个家户][^。；]{0,3}(?:挂牌|授牌|命名|发牌|挂匾|[挂授发])一[个家户块]|争(?:这|那|一)?[块张]?[^，。；]{0,2}牌子[^。；]{0,20}?(?:验|评|考)|(?:发|授|挂|钉|颁[予给])[^，。；]{0,4}[“"][^”"，。]{2,14}[”"][^，。；]{0,4}[牌匾]|命名[^，。；“”"]{2,24}?[村社校户院所支家][^，。；“”"]{0,4}?为[“"][^”"，。]{2,14}[”"][^。；]{0,16}?(?:授牌|牌匾|[授挂颁]牌)|(?:列为|定为|评为|冠名为?|命名为|(?:选|评|推选?|挑)出[^，。；“”"]{0,6})[“"][^”"，。]{2,14}[”"][^。；]{0,24}?[牌匾]/
/** 能不能评个“科普示范乡镇”，评上的挂牌？ */
const ASKED = /[？?]|能不能|能否|可不可以|要不要|行不行/
/** …的五个支部冠名“金色堡垒”: the name does not say of what, the sentence does. */
const BODIES_NAMED =
  /个[^，。；]{0,14}(?:村|社区|支部|学校|站所|户)，?叫[作做]?[“"]|(?:村|支部|社区|家庭|学校|单位|农户|乡镇|站所)[^，。；]{0,6}(?:列为|定为|评为|冠名为?|命名为)[“"]|命名[^，。；“”]{1,20}(?:村|支部|社区|家庭|学校|单位|小区|户)[^，。；“”]{0,4}为[“"]/
/** 对210个村逐村打分，90分以上的发铜牌; 每个乡镇拿五个村争这块牌子，年底县里去验. */
const JUDGED_BODIES =
  /(?:乡镇|[\d一二三四五六七八九十]个村|行政村|社区|支部|学校|学区|卫生院|单位)[^。；]{0,40}(?:打分|参评|争|评星|去验|验收|先达标)/
/** “金扳手班组”，下个月开评，评上的挂牌: a name of its own, judges, and a plaque; names of persons are no showcase. */
const CONTEST =
  /[“"](?![^“”"]{0,10}(?:[员师生手匠人星兵任长书医警妇婿婆娘嫂媳]|代表|产品|作品|品牌|项目|企业|基地|案例|课程|[景园]区)[”"])[^“”"，。]{2,10}[”"](?:[^，。；“”"]{0,4}[、和][“"][^“”"，。]{2,10}[”"]){0,4}[^。；“”"]{0,14}?(?:评[选比]|创[建评]|争创|开评|竞赛|擂台)[^。；]{0,60}?(?:(?:授|挂|发|颁|竖|钉|送)(?:一?[块张])?[^，。；]{0,4}[牌匾星旗](?!子[^，。；]{0,4}摘)|授牌)|评[上为][“"][^“”"，。]{1,10}(?:[村社所站校院街组户室]|支部|窗口|家庭)[”"]的[^。；]{0,24}?[牌匾旗]/
/** “卒中中心”创建，省卫健委验收合格后授牌: it is not the paper that gives it. */
const GIVEN_ABOVE = /(?:省|国家|全国|中央|中国)[^，。；]{0,12}(?:验收|评审|评估|认证|审核|考核)/
/** “善治村”角逐，由县里命名. */
const CONTESTED =
  /[“"][^“”"，。]{1,10}(?:[村街户校院所站]|社区|支部|窗口|家庭|小区)[”"][^，。；“”]{0,6}(?:角逐|竞逐|打擂|海选|比武|比拼|建设中争先进位)[^。；]{0,40}?(?:命名|[授颁挂][牌匾])/
/** 每季度评一次，前10名的村发流动红旗: a flag that goes from village to village. */
const FLAG_GIVEN =
  /(?:评|比|排名|名次|打分|前[一二三四五六七八九十\d]{1,3}名)[^。；]{0,40}?(?:发|授|挂|颁|奖|插|给)[^，。；]{0,6}流动红旗|(?:评|比|排名|名次|打分|第一名|前[一二三四五六七八九十\d]{1,3}名)[^。；]{0,40}?流动红旗[^，。；]{0,4}(?:抱走|扛走|拿走|领走|归[它他谁])/
const FLAGGED = /乡镇|镇街|街道|社区|站所|支部|[的各]村|[一二三四五六七八九十\d]个村/
const CONTESTANTS = /各?(?:乡镇|[镇村乡校])|社区|街道|学校|班组|站所|窗口|单位|支部|水库|院|户|[村居]组|服务?所/
/** 挂“便民服务站”牌子 says what is behind the door. */
const FUNCTIONAL = /[“"][^“”"]{0,8}(?:服务(?:站|中心|窗口|点|大厅)|工作[站室]|调解室|警务室|卫生室|党支部)[”"]/
/** 命名为“兴业路”，设立路牌: a name to find one's way by. */
const PLACE_NAMED = /地名|路牌|站牌|道路|桥梁|街路|校名|更名/
/** What has a name of its own in quotation marks is a body where the name ends like one: “五心所”. */
const NAME_GIVEN = new RegExp(`[“"][^“”"，。]{1,10}(?:${UNIT}|[所站馆组院校户街])[”"]`)
/** 镇里自设“五星洁净村”称号: a title of one's own making for those who live there, whoever gets it. */
const TITLE_SET_UP = new RegExp(
  `(?:自设|新设|增设|创设|设立|设置|设|推出|新立)(?:了)?[^，。；“"计施备]{0,6}[“"][^“”"，。]{1,10}(?:${UNIT}|[所站馆组院校户街])[”"](?:[、和]?[“"][^“”"，。]{1,10}[”"]){0,4}[^，。；]{0,4}(?:称号|荣誉|名号|牌匾)`,
)
/** 每个镇建成3个“控烟先锋村”，由县里验收命名: so many of each, by a name. */
const QUOTA_NAMED =
  /(?:每个?|各)(?:乡镇|镇街|街道|社区|学区|[县镇乡村区])[^。；“”]{0,10}(?:建成|创建|创成|培育|打造|评[出选]|选树|[推遴]选)[^，。；“”]{0,6}[“"][^“”"，。]{1,10}(?:[村街户校]|站所|社区|支部|窗口|家庭|小区)[”"][^。；]{0,30}?(?:验收|评审|考[评核]|评定|合格|达标)[^。；]{0,16}?(?:命名|授牌|颁牌|授匾|挂牌(?![督整公招拍出交运营成]))/
/** 推荐2个村参评我局“清廉乡村标兵”，入选的予以命名: sent in for a title that the paper gives itself. */
const ENTERED =
  /(?:推荐|上报|选送|报送|申报)[^，。；]{0,12}(?:村|社区|支部|学校|站所|单位|卫生院|小区)[^，。；]{0,4}(?:参评|参选|参加|角逐)[^，。；“”省国央]{0,8}[“"][^“”"，。]{2,14}[”"][^。；省国央]{0,30}?(?:命名|授牌|授予|[发颁挂]牌|牌匾)/
/** Of several names those that a superior lists: the others are the paper's own. */
const QUOTED_NAME = /[“"][^“”"，。]{2,14}[”"]/g
/** 对四星级以上的村统一授牌: what they are is said before what they get. */
const CROWNED_AFTER = new RegExp(
  `对(?![^，。；]{0,4}于)[^，。；“”]{0,16}?${HONOUR}[^，。；、]{0,8}?${UNIT}[^，。；]{0,8}?(?:命名|授牌|挂牌(?![督整公招拍出交运营成]))`,
)
/** 达到“四好村”标准，由县里考核命名; 推荐“平安示范户”，统一制作标牌: the name first, and then who gives it. */
const REACHED: readonly (readonly [needs: RegExp, RegExp])[] = [
  [
    /达到|符合/,
    new RegExp(
      `(?:达到|符合)[“"]?[^，。；]{0,4}${HONOUR}[^，。；、]{0,6}?${UNIT}[”"]?(?:标准|要求|条件)[^。；省部国]{0,20}?(?:命名|授牌|挂牌(?![督整运营成]))`,
    ),
  ],
  [
    /[标门]牌|牌[匾子]/,
    new RegExp(
      `[“"][^“”"，。]{0,6}(?:${HONOUR}|${THEME})[^“”"，。]{0,2}(?:户|家庭|庭院|小区|楼栋)[”"][^。；]{0,30}?(?:制作|悬挂|张挂|钉)[^，。；]{0,6}(?:标牌|门牌|牌匾|牌子)`,
    ),
  ],
  [
    /由[镇乡街县区市]/,
    new RegExp(
      `(?:${HONOUR}|${THEME})[^，。；]{0,4}?(?:家庭|[户村](?!民|委|卫|级|内|里|容)|社区|支部|小区)[^。；]{0,60}?由(?:镇|乡|街道|县|区|市)[^。；省国]{0,24}?(?:审核|验收|考核|评审|认定)[^。；省国]{0,20}?(?:命名|授牌|挂牌(?![督整运营成]))`,
    ),
  ],
  [
    /合格的?|通过的?|达标的?/,
    new RegExp(
      `(?:${HONOUR}|${THEME})[^，。；]{0,4}?(?:家庭|[户村](?!民|委|卫|级|内|里|容)|社区|支部|小区)[^。；]{0,60}?(?:考[核评]|验收|评审)(?:合格|通过|达标)的?后?[，]?由(?:镇|乡|街道|县|区|市|我)[^，。；省国]{0,12}?(?:命名|授牌|挂牌(?![督整运营成]))`,
    ),
  ],
  [
    /申报[“"]/,
    /申报[“"][^“”"，。全省国]{2,12}[”"]的(?:村|社区|学校|单位|支部|站所|乡镇|小区)[^。；]{0,40}?(?:评审|验收|审核|考核)[^。；]{0,14}?由[^，。；省国]{1,12}(?:授牌|命名|挂牌(?![督整运营成]))/,
  ],
]
const reachedIn = (text: string): RegExpExecArray | null => {
  for (const [needs, pattern] of REACHED) {
    const found = needs.test(text) ? pattern.exec(text) : null
    if (found) return found
  }
  return null
}
/** A town that has its own 文明家庭 or 文明户 chosen pursues no title of the country's. */
const OWN_FAMILIES =
  /(?:全|我|本|各)[镇乡村]|[镇乡](?:党委|政府|级)|[村镇乡][、（“]|由(?:镇|乡|街道|村)|街道|社区|决定，?(?:在|于|从|开展|评选|组织)/
const ABOVE = /全国|中央|省|市级|申报|推荐[到至参]/
const TAKES_PART = /全国|中央|省|市级|县级|申报|推荐[到至参]/
/** What a superior lists, and what the sentence does not make its own. */
const isListed = (sentence: string): boolean => {
  const listed = withoutListedNames(sentence)
  const named = ABOVE.test(listed) ? listed : listed.replace(OWN_NAME, '')
  return LISTED.test(
    OWN_FAMILIES.test(named) && /评选|评出|评比|挂牌|授牌/.test(named) && !TAKES_PART.test(named)
      ? named.replace(/文明(?:家庭|户)|卫生单位/g, '')
      : named,
  )
}
/** “书香石桥”文明村创建: a name of its own before what a superior lists makes it another contest. */
const OWN_NAME =
  /[“"](?!全国|中央|省|国家)[^“”"，。级]{3,8}[”"](?:文明|卫生|平安|健康)(?:村镇?|乡镇|社区|单位|校园|窗口)/g
/** 2个“无烟标杆站所”、3个“控烟先锋村”: one name of a superior's hides none that is not. */
function withoutListedNames(sentence: string): string {
  const names = sentence.match(QUOTED_NAME) ?? []
  const own = names.filter((name) => !LISTED.test(name) && NAME_GIVEN.test(name))
  return names.length > 1 && own.length > 0
    ? sentence.replace(QUOTED_NAME, (name) => (LISTED.test(name) ? '' : name))
    : sentence
}
/** 某局未经批准，自行开展评选: what somebody is held to account for. */
const UNAPPROVED =
  /(?:未经[^，。；]{0,8}(?:批准|同意|审批)|违规|擅自)，?[^，。；]{0,8}(?:开展|举办|组织|设立|搞)[^。；]*$/
/** 张县长宣读表彰先进单位的决定; 取消评选先进单位的资格: merits of a year, at a meeting or denied. */
const AT_A_MEETING = /^表彰/
const MEETS = /议程|大会|会议|会上|宣读/
const DENIED = /一票否决|取消[^，。；]{0,12}$|不得[^，。；]{0,12}$|[同与][^，。；]{0,4}$/

/** 创建示范村3个 tells what was done unless somebody is still to do it. */
const PLANNED =
  /年底|年内|月底|每[个年季月]|[各全][乡镇村县社街单]|到[^，。；]{0,8}[年月]|(?:^|[^主重需必])要(?!求)|计划|拟(?!推荐)|力争|将(?!军)|目标|由[^，。；]{1,14}(?:验收|命名|授牌|挂牌|制牌|颁发)|(?:采取|采用|通过|按照?)[^。；]{0,30}(?:投票|评审|打分|推荐|审核)[^。；了]{0,20}(?:环节|方式|程序|办法)，(?:最[终后]|择优)?[^，。；了]{0,6}(?:评选?|选|推)出/
/** The country's own list, or a superior's: who strives for it starts no campaign. */
const LISTED =
  /全国|国家|中央|省级|[全本]省|自治区级|部级|文明(?:城|县|村|乡|镇|单|校|家|户|实践|社区|行业|窗口|典范)|卫生(?:城|县|乡|镇|村|区|单位)|双拥|园林|森林城|平安(?:建设|中国|县|市|乡镇|校园|单位|医院)|食品安全示范|民族团结|法治政府|信用体系|全域旅游|生态文明建设示范|“?两山|乡村振兴示范县|乡村治理示范|四好农村路|未成年人|健康(?:县|城|促进|细胞|[一-龥]{2}示范)|慢性病|无障碍|节约型机关|节水型|无废|无烟|老年友好|儿童友好|民主法治|枫桥|防震减灾|综合减灾|海绵|低碳|健康中国|A级|双一流|美丽乡村|和美乡村|美丽宜居|特色小镇|特色产业|特色村寨|传统村落|历史文化|模范机关|标准化学校|中医药工作示范|示范区|自贸|综改|试验区|先行区|试点|安全生产标准化|劳模|劳动模范|五一|五四|三八|道德模范|好人|(?<![村镇乡县区每各这那])一级|二级|三级|义务教育|学前教育|普及普惠|创新型/
const PERSONS =
  /建议|人大代表|教师|医生|干部|党员|职工|青年|少年|学生|(?<!一)个人|工作者|人物|标兵(?![村社单户家支])|能手|工匠|劳动者|志愿者|企业家|民警|护士|班主任|媳妇|婆婆|乡贤|人才|获奖|作品|论文|课程|案例|项目(?!建设)|产品|品牌|企业|商标|园区|基地|合作社|农场|工厂|车间|线路|景区/
const APPROVED =
  /(?:经|报)[^，。；]{0,16}(?:党中央|国务院|省委|省政府|省人民政府|评比达标表彰)[^，。；]{0,20}(?:批准|同意|审批)|(?:保留|创建示范活动|评比达标表彰)[^，。；]{0,10}(?:项目)?(?:目录|清单)|(?:上级|省级|国家)[^，。；]{0,8}(?:部署|要求|申报)[^，。；]{0,12}创建|推荐申报|申报推荐/
/** A title that cleans campaigns up; 人居环境整治方案 cleans villages. */
const CLEANED =
  /(?:清理|规范|取消|撤销|减少|压减|严控|整治|不得|停止)(?=.{0,24}(?:创建|示范|达标|评比|表彰|评选|负担|形式主义))|减负/

/** 关于表彰2025年度“最美家庭”的决定: what families did in a year is praised once, as persons are; a plaque, an inspection or a quota makes a campaign of it. */
const PRAISES_FAMILIES =
  /(?:表彰|表扬|授予|褒奖)[^。；]{0,40}家庭[”"]?(?:、[^。；]{0,20})?(?:称号|荣誉称号|的)?(?:的)?(?:决定|通报)/
const HELD_TO_STANDARD = /(?<!不)(?:验收|达标|挂牌|授牌|复核|分配[^，。；]{0,4}名额|每(?:个|乡|镇|村)[^，。；]{0,8}\d)/
const DECIDES = /的(?:决定|通报)$/
const praisesFamilies = ({ text, facts: { title } }: Doc): boolean =>
  PRAISES_FAMILIES.test(title) && !HELD_TO_STANDARD.test(text.replace(NO_QUOTA, ''))
const NO_QUOTA = /(?:没有?|不|未|无)[^，。；]{0,4}分配[^，。；]{0,4}名额/g

const HONOUR_WORDS: ReadonlySet<string> = new Set(['样板', '标杆', '旗舰', '十佳', '流动红旗'])

/** Where one of these stands, `campaignsIn` looks. */
export const campaignWords: readonly string[] = [
  '示范',
  '达标',
  '命名',
  '授牌',
  '评选',
  '评比',
  '授予',
  '挂牌',
  '表彰',
  '评定',
  '评出',
  '争创',
  '创建',
  '牌匾',
  '发匾',
  '冠以',
  '推选',
  '遴选',
  '选出',
  '创成',
  '选树',
  '牌子',
  '铜牌',
  '铜匾',
  '匾牌',
  '匾额',
  '冠名',
  '标牌',
  '奖牌',
  '制牌',
  '培树',
  '比出',
  '评星',
  ...HONOUR_WORDS,
  '开评',
  '创评',
  '颁牌',
  '授匾',
  '送匾',
  '挂匾',
  '竖牌',
  '称号',
  '发牌',
]

/**
 * The campaign that the title names; otherwise, of `hits` (places of `campaignWords`, in order), those where one is started.
 * Nothing in titles and sentences that are `allowed`, nor where an approval is named.
 */
export function* campaignsIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (words: string) => boolean,
): Generator<Omit<Worded<never>, 'message'>> {
  const { title } = doc.facts
  if (CLEANED.test(title) || allowed(title) || praisesFamilies(doc)) return
  let approved: Approval | undefined
  for (const started of startedIn(doc, hits, allowed)) {
    approved ??= takesPart(doc) ? 'all' : approvalIn(doc)
    if (approved === 'all') return
    if (isApproved(doc, started.span, approved)) continue
    yield started
    // 关于命名“某某村”的决定 tells it; that the body says it again is no second one.
    if (DECIDES.test(title) && started.span.end <= headOf(doc).span.end) return
  }
}

/** The names of what was approved, as far as they are told; `all` where it is not said which. */
type Approval = 'all' | readonly string[]
/** Names tell campaigns apart by what is their own. */
const COMMON_NAME = /[“”"]|示范|最美|创建|达标|先进|标杆|样板|星级|模范|文明|[县乡镇村户]|社区|单位|家庭|活动/g

function approvalIn({ text }: Doc): Approval {
  const top = text.slice(0, 3000)
  if (!APPROVED.test(top)) return []
  const names: string[] = []
  for (const sentence of top.split(/[。\n]/)) {
    if (!APPROVED.test(sentence)) continue
    const named = sentence.match(QUOTED_NAME) ?? []
    if (named.length === 0) return 'all'
    names.push(...named)
  }
  return names.length === 0 ? 'all' : names
}

/** A campaign of which no name is told, or the title's, may be the approved one; so may one whose name has two characters in common with it. */
function isApproved(doc: Doc, { start, end }: Span, approved: readonly string[]): boolean {
  if (approved.length === 0) return false
  if (end <= headOf(doc).span.end) return true
  const own = doc.text
    .slice(doc.text.lastIndexOf('\n', start) + 1)
    .split('\n', 1)[0]!
    .slice(0, 600)
    .match(QUOTED_NAME)
  return !own?.every((name) => approved.every((one) => !areAlike(name, one)))
}

function areAlike(one: string, other: string): boolean {
  const [a, b] = [one.replace(COMMON_NAME, ''), other.replace(COMMON_NAME, '')]
  if (a.length < 2 || b.length < 2) return true
  for (let i = 0; i + 2 <= a.length; i++) if (b.includes(a.slice(i, i + 2))) return true
  return false
}

/** “五星创评”活动方案 of a branch, by a notice on 五星创评: it takes part in what a superior has started. */
const NAMED = /[“"]([^“”"]{2,12})[”"]/
const BY_NOTICE = /(?:根据|依据|按照|遵照)[^《。]{0,30}[《]([^》]{2,60})》/g
function takesPart({ text, facts }: Doc): boolean {
  const [, name] = NAMED.exec(facts.title) ?? []
  if (name === undefined) return false
  for (const [said, notice] of text.slice(0, 600).matchAll(BY_NOTICE))
    if (notice!.includes(name) && /[省市县区](?:委|政府|直|[一-龥]{2,8}[局委办])/.test(said)) return true
  return false
}

function* startedIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (words: string) => boolean,
): Generator<Omit<Worded<never>, 'message'>> {
  const { title } = doc.facts
  const listed = LISTED.test(title)
  const titled = CAMPAIGN_TITLE.exec(title)
  if (titled && !listed && !PERSONS.test(titled[0])) {
    yield { words: titled[0].slice(0, 40), span: headOf(doc).span }
    return
  }
  const isFirst = oncePerSentence(doc)
  // What tells of a campaign by itself says more of it than the mere name of an honour.
  const isHonour = ({ start, end }: Span) => HONOUR_WORDS.has(doc.text.slice(start, end))
  for (const hit of [...hits.filter((one) => !isHonour(one)), ...hits.filter(isHonour)]) {
    // 发牌匾 is told by 牌匾.
    if (doc.text.startsWith('发牌匾', hit.start)) continue
    const close = doc.text.slice(Math.max(0, hit.start - 40), hit.end + 40)
    const setUp = /[设推立]/.test(close) && /称号|荣誉|名号|牌匾/.test(close) ? TITLE_SET_UP.exec(close) : null
    if (!setUp && doc.text.startsWith('称号', hit.start)) continue
    const plaque = /[牌匾]/.test(close) ? PLAQUE.exec(close) : null
    if (listed && !plaque) continue
    const flag = doc.text.slice(hit.start, hit.end) === '流动红旗'
    const contested = /角逐|竞逐|打擂|海选|比[武拼]|争先进位/.test(close) ? CONTESTED.exec(close) : null
    const quota = /命名|[授颁挂]牌|授匾/.test(close) ? QUOTA_NAMED.exec(close) : null
    if (
      !plaque &&
      !quota &&
      !contested &&
      !flag &&
      !setUp &&
      !AWARD.test(close.replace(/\s/g, '')) &&
      !(/牌|命名/.test(close) && reachedIn(close)) &&
      !(/参[评选加]/.test(close) && ENTERED.test(close)) &&
      !/活动|竞赛|擂台|评[比选定]|创评|开评|创建|联创|争创|选树[，。；]|达标(?:验收|命名|授牌|挂牌|评定)|命名授牌|对[^，。；]{1,24}(?:命名|授牌)/.test(
        close,
      )
    )
      continue
    const stance = stanceOf(doc, hit)
    const { before, ahead, after, sentence } = stance
    // The name of an honour stands in quotation marks: 授予“清洁村”称号.
    const quoted = stance.quoted && !/[“"‘][^”"，。评创搞设开]{0,10}$/.test(before)
    if (
      quoted ||
      stance.negated ||
      isTold(doc, hit, stance) ||
      stance.blamed ||
      UNAPPROVED.test(ahead) ||
      (stance.supposed && (!plaque || ASKED.test(sentence))) ||
      isListed(sentence) ||
      DENIED.test(ahead) ||
      allowed(sentence)
    )
      continue
    if (
      /[牌匾星旗]/.test(sentence) &&
      CONTESTANTS.test(sentence) &&
      !NOT_GIVEN_AT_ALL.test(sentence) &&
      !/自发|民间/.test(sentence)
    ) {
      const contest = CONTEST.exec(sentence)
      if (contest && !GIVEN_ABOVE.test(contest[0])) {
        if (isFirst(hit)) yield { words: shown(contest[0]), span: hit }
        continue
      }
    }
    if (flag) {
      const given = FLAG_GIVEN.exec(sentence)
      if (given && FLAGGED.test(sentence) && !NO_LOCALITIES.test(sentence) && isFirst(hit))
        yield { words: shown(given[0]), span: hit }
      continue
    }
    const entered = /参[评选加]|角逐/.test(close) ? ENTERED.exec(sentence) : null
    if (entered && !NOT_GIVEN_AT_ALL.test(sentence)) {
      if (isFirst(hit)) yield { words: shown(entered[0]), span: hit }
      continue
    }
    const contest = [contested, quota, setUp && !TAKES_PART.test(sentence) && TITLE_SET_UP.exec(sentence)].find(
      (one) => one && !PERSONS.test(one[0]),
    )
    if (contest && !NOT_GIVEN_AT_ALL.test(sentence)) {
      if (isFirst(hit)) yield { words: shown(contest[0]), span: hit }
      continue
    }
    if (doc.text.startsWith('称号', hit.start)) continue
    if (plaque && GIVES_NONE.test(before)) continue
    if (PERSONS.test(partOf(ahead, after)) && !(plaque && NAME_GIVEN.test(plaque[0]))) continue
    if (plaque && PLACE_NAMED.test(sentence) && !HONOURED.test(sentence)) continue
    if (plaque && FUNCTIONAL.test(plaque[0]) && !HONOURED.test(sentence)) continue
    if (plaque && (NAME_GIVEN.test(sentence) || BODIES_NAMED.test(sentence) || JUDGED_BODIES.test(sentence))) {
      if (isFirst(hit)) yield { words: plaque[0], span: hit }
      continue
    }
    const words = doc.text.slice(hit.start, hit.end)
    const clause = clauseAround(before, words, after, 50)
    const given = sentence.replace(NOT_GIVEN, '')
    const reached = /牌|命名/.test(words) ? reachedIn(given) : null
    const award = AWARD.exec(clause) ?? CROWNED_AFTER.exec(clause) ?? reached
    if (award && AT_A_MEETING.test(award[0]) && MEETS.test(sentence)) continue
    // 项目：“书香校园”达标学校；命名授牌：12月.
    const tabled =
      /(?:命名|授牌)[^，。；：]{0,4}：/.test(sentence) && (HONOURED.test(sentence) || THEMED.test(sentence))
    const crowned =
      tabled ||
      reached !== null ||
      (award !== null &&
        (CROWNS.test(clause.replace(NOT_GIVEN, '')) || (HONOURED.test(clause) ? CHECKS : NAMES).test(given)) &&
        !/^(?:获|获得|荣获|被)/.test(before.slice(-3)))
    const checked = CHECKS.test(given.replace(words, ''))
    const named =
      CAMPAIGN_AFTER.test(after) ||
      (ENDS_IN.test(words + after) && checked) ||
      (/^[，。；]/.test(after) && (/^(?:评[选比定]|创评)$/.test(words) || (/^(?:创建|争创)$/.test(words) && checked)))
    const run =
      ((RUNS.test(before) || (PURSUES.test(before) && checked)) &&
        named &&
        (checked
          ? HONOURED.test(clause) || (THEMED.test(clause) && NAMES.test(given))
          : HONOURED.test(clause) && !STRIVEN_FOR.test(clause))) ||
      (RUNS.test(before) && /^评[选比]$/.test(words) && /^活动/.test(after) && CONTEST_NAMED.test(ahead)) ||
      (RUNS.test(before) &&
        ((DRIVE.test(words + after) && CHECKS.test(after)) ||
          (RANKED_DRIVE.test((words + after).replace(NOT_GIVEN, '')) &&
            CONTESTANTS.test(sentence) &&
            !NO_LOCALITIES.test(sentence))))
    if ((!crowned && !run) || NOT_NOW.test(before)) continue
    if (/(?:鼓励|支持|引导|倡导)[^，。；]{0,16}$|荣获|获评|获得|被(?:评|授|命名|认定)|已|拟推荐/.test(before)) continue
    if (isFirst(hit)) yield { words: shown(award?.[0] ?? clause), span: hit }
  }
}

/** Of a sentence, what stands between two semicolons. */
const partOf = (ahead: string, after: string) => `${ahead.split('；').at(-1)}${after.split('；')[0]}`

/** Told of the past; a number behind the honour is no proof of it. */
function isTold(doc: Doc, hit: Span, { reported, after, sentence }: Stance): boolean {
  if (!reported || !PLANNED.test(sentence)) return reported
  const honour = /^[^，。；]{0,16}/.exec(after)![0].length
  return stanceOf(doc, { start: hit.start, end: hit.end + honour }).reported
}

/** Who issued the document, where such a body may start no campaign at all: an office of a city or county, or a township. */
export function barredIssuer(doc: Doc): string | undefined {
  const issuer = issuerOf(doc)
  if (!issuer) return undefined
  const { name, kind, level } = issuer
  return level === '乡' || ((level === '市' || level === '县') && kind !== 'authority') ? name : undefined
}

/** Without its number, and without a closing mark whose opening one stands before it. */
const shown = (clause: string) =>
  unnumbered(clause)
    .slice(0, 40)
    .replace(/^([^“]*)”/, '$1')
