/** Letters of responsibility that a document has offices and officials sign. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { cellInWords } from '../cells.ts'
import { isLaidDown, isOnlyNamed, oncePerSentence, type Worded } from '../contexts.ts'
import { addresseesOf } from '../parts/issuer.ts'
import { type Stance, stanceOf } from '../stance/stance.ts'
import { orLikely, type Signs } from './likely.ts'

/** In the clause, up to the letter; 签约 and 签到 sign no letter. */
const SIGNS =
  /(?:签[订署定下]|订立|签(?![约到批字证名收发订署定下])(?=[^，。；]{0,8}$)|递交|(?<![提转移上成])交(?=(?:一?[份张纸])?[“"]?$)|立下|立(?=[“"]?$)|(?<![成建设独树确创中])立(?=一?[张份个][^，。；]{0,8}$)|下达|逐级|层层|一级一级|一级接?着?一级)[^，。；]{0,40}$|(?:大名|名字?|姓名)(?:都|一个个|逐一|挨个|亲笔|亲手){0,2}[签写落](?:到|在|上|进)[^，。；]{0,8}$|(?:[要须应]|必须)有(?:一?[张份纸])?[^，。；]{0,6}$/
const TARGETS = /(?:任务|指标|目标|[户个亩头吨]数|进度|完不成|自己的数)/
/** “火光一起、就地免职”: what whoever signs has coming, or what he swears will not happen. */
const FORFEITS =
  /(?:就地|自愿|自己|主动|立即|立马|当场)[^，。；”]{0,4}(?:免职|撤职|辞职|让位|让贤|走人|下台|交[帽椅]|摘帽)|乌纱|(?:摘|丢|交)[了掉出]?(?:官?帽|位子)|帽子[^，。；]{0,3}摘|拿着?[^，。；]{0,6}(?:纸|状|字据|它)[^，。；]{0,3}(?:说话|问责|是问)|(?:自愿|自请|自动|自行|本人|甘愿|主动)[^，。；”不]{0,4}(?:停岗|待岗|离岗|下岗|停职|辞职|免职|让贤|扣[发减罚除]|罚[款没]|受罚|处分|降[职薪级]|待岗|走人)|出了?(?:事|问题|岔子|娄子)[^，。；]{0,6}(?:扣|罚|免职|撤职|走人|待岗|停岗)|谁[^，。；]{1,8}谁[^，。；]{0,3}(?:不拿|扣|罚|走人|下课|让位|免职)|拿不下|兑不了|保证不(?:出|冒|发生|漏|丢)/
/** 保一冬不着火, 保学生全年无事: what whoever signs answers for. */
const VOUCHES =
  /保(?![护障险留存持洁安供温健暖密卫])(?:证|管|准|住)?[^，。；保]{0,8}(?:不(?:出|冒|发生|漏|丢|着|起|烧|死|伤|反弹|掉)|无(?:事|恙|火|灾|访|案)|没事|平安|太平)/
/** 都过去把名字签上 goes over to the table; 已经说好了，一人签一份 is agreed upon, and still to be signed. */
const STILL_TO_COME =
  /(?:[都就再]|你们|各位|大家|挨个|逐个)过去[把在签按领]|(?:说|讲|谈|约|商量?)[好定妥]了?，(?![^。；]{0,20}[已签][^，。；]{0,4}[了过])[^。；]{0,30}$/
const isOfThePast = ({ reported, ahead }: Stance): boolean => reported && !STILL_TO_COME.test(ahead)
const isSpokenOf = (stance: Stance): boolean => stance.quoted || isOfThePast(stance) || stance.blamed || stance.negated
const isMentioned = (stance: Stance): boolean => stance.supposed || isSpokenOf(stance)
/** 班主任给校长写: handed up the line, whoever else is to write one. */
const WRITTEN_UP =
  /(?:班主任|支书|书记|组长|主任|[科股所站校队镇乡村]长|干部|教师|老师)[^，。；、]{0,3}[给向跟同](?:校长|书记|[县镇乡局所站院]长|主任|学校|[县镇乡局]里|我)[^，。；]{0,3}(?:写|立|签|交|递|打)/
/** 写个保学生一冬无事的条子. */
const SLIP = /(?:写|立|签|打|交|递|出)(?:一?[个张份])?[^，。；]{0,20}的$/
/** 任务以责任状形式分解到各乡镇. */
const BY_WAY_OF = /(?:以|用|通过|采[取用])[^，。；]{0,6}$/
const LAID_DOWN_SO = /^的?[^，。；]{0,4}(?:形式|方式)[^，。；]{0,6}(?:分解|下达|落实|明确|压实|下发|分配|交给|交办)/
/** 我跟十二个乡镇长立状，乡镇长回去跟村支书立. */
const SWORN = /[跟和与同向][^，。；]{1,12}$|(?:当场|现场|台上|层层|逐级|带头)[^，。；]{0,4}$/
/** 责任书签订全覆盖, 做好责任状签订工作. */
const SIGNED_AFTER = /^的?(?:签字手续|签订率|签订|签署|签定|递交)(?!情况|的)/
/** 责任状于4月底前全部签订, 在责任状上签字, 责任状要签到村组; not 责任状签收单, 责任状上的签字. And the rest of the clause. */
const SIGNED_LATER =
  /^((?:一式[^，。；]{1,3}份)?(?:，(?=务必|须|必须|统一|提请|[要应请于由]|各))?(?!签[收约发]|领取|回执|送达|样本|模板)[^，。；的不未已没曾免停]{0,24}?(?:签(?:订|署|定|完|好|妥|掉|齐|到|至|回|下|[字名章](?!人|页|栏|样))|落下?(?:名字|名|款|[笔墨](?!人|处))|[写留]下?(?:自己的?)?(?:大名|名字)|[按摁][上下]?红?手印|画押)(?![了过]|情况|仪式)(?!的(?!$|[，。；])|[^，。；]{0,2}的(?:做法|现象|形式)))([^，。；]{0,12})/
/** 责任状，一个村一份，支书签了名再回去: who is to sign stands in a later clause. */
const SIGNED_ACROSS =
  /^[^，。；]{0,4}，(?:并|再|当场)?(?:[摁按][上下]?手印|签[上好]?(?:名字|名|字|大名)|落[上下]?(?:名字|名|款))|^(?![^，。；]{0,12}(?:[不别没免]签|取消|作废|废止))[^。；！？]{0,24}，[^，。；的没未不别让]{0,10}(?:支书|书记|主任|[镇乡村局]长|一把手|负责人|你们|大家|各位|人人|各?乡镇|各[镇乡村])[^，。；没未不别被]{0,24}签(?![约到收发])[了上好完妥下齐]?[名字章]?(?:$|(?=[再才，。；送交])|后)/
/** 学校已同县教体局签了责任状，…。年级组要同学校签，班主任要同年级组签: it is handed down in the next sentence. */
const HANDED_DOWN =
  /^，[^，。；]{0,4}[镇乡村校局院][^，。；不]{0,6}[要须得](?:再)?[同跟和与向][^，。；]{1,10}签(?![约收]|到(?!底))|^[^。；]{0,30}[要须应](?:层层|逐级|一级一级)地?(?:往下|向下)签|^[^。；]{0,30}。[^。！？]{0,24}?(?:[要须应得]|必须)(?:再)?[同跟和与向][^，。；]{1,10}签(?![约到收])[，。；]|^[^。；]{0,24}[，。]这个?状不能停在|^[^。；]{0,24}，(?:你们|大家|各位|各[镇乡村单部科]|乡镇|[镇村]里|支书|书记)[^，。；不没]{0,8}(?:要|须|得)[再也]?[同跟和与][^，。；员客商企]{1,8}签(?![约到收])/
/** 责任书当面签掉，一个不许代签. */
const NOBODY_SPARED = /^[^，。；]{0,4}，(?:一个|谁|哪个)[^，。；]{0,4}[不别](?:[许能得准想]|落)/
/** And that it is an order: 亲自签, 签完字送回应急局. */
const TO_BE_SIGNED = /再|之[内前]|以前|才(?!能看)|[要得]|必须|一律|亲自|都|送回|交回|少一/
/** 县与乡镇签、乡镇与村签, ahead of what they sign. */
const SIGNED_DOWN = /[与同跟和][^，。；、]{1,6}签[、，][^。；]{0,30}[与同跟和][^，。；、]{1,6}签[、，]/
/** 责任状由镇里印制，镇与村、村与组层层签到底. */
const SIGNED_DOWN_AFTER = /^[^。；]{0,20}[县镇乡][与同跟和]各?[乡镇村][^。；]{0,20}(?:层层|逐级|一级一级)签(?![约收发])/
/** 出了会场，镇长跟村主任把责任书签了; 把“保证书”一份一份签掉: aloud, of what is still to come. */
const SIGNED_NOW =
  /^(?:(?:[一逐挨][份张个人][一逐]?[份张个人]?|挨[着个次]|当[场面]|一次|统统|全|都|先){1,2}(?:地|给|来)?)?签(?:了|完|好|掉|齐)(?=[，。；！]|再[走回]|$)/
const SOON =
  /会场|散会|会后|今[天晚]|[明后]天|下午|回去|马上|现在就|下(?:周|星期|礼拜)|本周|[周期拜][一二三四五六日天]|\d[日号](?:之?前|[上下]午|到|来)|月底前/
/** 让支书排着队来，在保证书上…: whom somebody is to bring to it. */
const BROUGHT =
  /[让叫喊请](?<![不别谁没][让叫喊请])(?:各|每个?|全体|所有|[\d一二两三四五六七八九十]{1,3}[个名位]|[一-龥]{2,6}的)[^，。；不没]{0,8}(?:支书|书记|主任|[镇乡村局所校站场科股队]长|负责人|干部|一把手)/
/** 请各乡镇负责同志上台，把军令状交到县长手里. */
const HANDED = /^[交递](?:到|给|与)/
/** What makes it an order, around the letter. */
const BINDING = /(?:^|[^主重需必])要(?!求)|应当?|须|务必|请|由|一律|统一|必|确保|[初中底末日旬月周](?:之)?[前内]/
/** 逐人签字按印，责任书一式三份: signed in the clause ahead. */
const SIGNED_EACH =
  /(?:逐[人个级一]|层层|人人|一级[^，。；不]{0,4}级|挨[个着]|每人)[^，。；不]{0,6}(?:签[字名]|[按摁]手?印|画押)[^，。；了]{0,4}，[^，。；不]{0,6}$/
/** 校长压给班主任、班主任压给教师: handed down, whoever comes last. */
const PRESSED_DOWN =
  /(?:校长|班主任|[镇乡局科院站组]长|支书|书记|主任|[县镇乡村局校院][里级]?)[压传派分]给[^，。；、]{1,8}[、，][^，。；、]{1,8}[压传派分]给/
/** 责任状已经印好了，散了会挨个来签; not …，各乡镇都签了: it lies ready, and is still to be signed. */
const LIES_READY =
  /^[”"]?[^，。；不没未]{0,10}(?:打印|印|打|复印|备|准备|写|拟|填|摆|放|搁|发|带|捎|送)(?:[好完出齐妥]|在|到)[^，。；不没未]{0,8}，(?![^。；]{0,24}(?:不[用必要再]|别|可以|自愿|已经?))[^。；了]{0,3}(?:[开散]了?会|会[后散]|会一散|一会儿?|待会儿?|回头|[各诸]位|你们|大家|每人|今天|在座|一个个|一个一个|挨[个着]|逐个|逐一|依次|轮流|排着?队|一个?[家村镇人]一[份张])[^。；未没不免]{0,16}?(?:签(?![约到收批发]|[^，。；]{0,3}了)|[按摁][^，。；了]{0,2}手印|画押|落款|领走签)/
/** 把桌上的军令状签好交上来, 填好了送德育处; not 签好交上来了. */
const SIGNED_AND_HANDED =
  /^(?:填好?|看完)?(?:签|写|填|立)(?:了|完|好|妥|齐)了?，?(?:再|才|[交送报递](?:(?:上[来去]|[回到给来])(?![^，。；]{0,6}了)|[^，。；了]{1,8}[处办局部室委院站镇]))/
/** A promise is asked of many; of officials where it is to be kept by a figure, or somebody pays for it. */
const PROMISED =
  /指标|任务|目标|完不成|[^，。；]率|零[^，。；点\d]{1,8}|不(?:发生|出现|出)|无[^，。；]{1,8}(?:发生|事件|事故)|全年|年[底内]|担责|追责|问责|处分|处理|后果/
const WRITES = /(?:写[下出好]?|出具|提交|作出?)(?:一?[份张纸])?[^，。；]{0,8}$/
/** 责任状况, 承诺书面材料: other words. */
const OTHER_WORD = /^(?:况|态|面)/
/** 责任书 and 承诺书 are also what a contractor or an applicant signs: only those laid upon offices and officials are meant. */
const OFFICES =
  /干部职工|全体干部|机关全体|层层|逐级|逐层|各级|乡镇|[镇乡]与各?村|镇街|街镇|乡（镇）|街道|管区|各村|村[级居（]|村主任|支书|[镇乡场站所]长|村“?两委|村委会|村党|社区|各部门|有关部门|各单位|成员单位|责任单位|下属单位|县直|市直|区直|各[县市区镇乡科股]|各地|党委|党组|党支部|班子|支部书记|干部|党员|网格员|站所|中小学|校长|班主任|年级组|教研组|护士长|科主任|各学?校|各二级|二级(?:单位|机构)|[各每]?所队|[支大中]队|与上级|未与(?:[县镇乡](?:人民)?政府|街道办)|(?:村|社区|）)[与同和跟]各?(?:村民)?小?组|[镇乡]人民政府[与同和跟]|[_＿×]{2,8}[村镇乡]|扣[减除]?[^，。；]{0,4}(?:工作|办公)经费|包联|负责人|负责同志|一把手|领导|下级|下一级/
const CONTRACT =
  /企业|业主|商户|商家|商铺|店铺|门店|经营|供餐单位|供货|供应商|配送|承建|租赁|项目法人|项目负责人|技术负责人|终身责任|施工|承包|监理|申请人|申报|投标|建设单位|责任主体|(?:保护|管理|养护)责任人|养护|用户|户主|农户|住户|租户|[到每]户|每家|房东|养殖|种植|家长|监护人|学生|村民(?!委员|小组)|居民(?!委员|小组)|群众|个人|对象|司机|驾驶|从业人员|志愿者|应聘|竞聘|参赛|选手|(?<!干部)职工|物业|餐饮(?!浪费)|宾馆|酒店|场所|摊贩|务工|租客|游客|患者|合作社|信用|告知|涉密|保密|揭榜|招商|合同|协议/
/** Schools' kitchens promise what they cook. */
const CATERING = /供餐|食堂|餐饮|配餐|小卖部/
/** Offices and their people, as the other side: 与村委会签订. */
const COUNTERPART =
  /指挥部|专班|领导小组|乡|镇|街道|各[县市区]|[县区]（|（[区市]）|[县区][区长]|^[“”_]*(?:各|该)?(?:村民)?(?:小?组|社|屯)(?=$|[、，])|村|社区|部门|单位|政府|[局委站所办院校]|党|班子|干部|下级|(?:帮扶|包[保村片联]|驻村)[^，。；]{0,2}责任人|网格员|护林员|民警|干警|辅警|领导|^上级|成员|负责|[班科室]主任|组长|年级|[科股处室]长|科室|病区|护士长|教师|老师|教研组|[一-龥](?<!学)[科处股]$|护理部/
/** 与村（居）委会、乡直单位以及所属企业签订: firms come last. */
const LOCAL_FIRST =
  /^各?(?:乡镇|街道|行政村|村（居|村居|村[、（委和“两]|社区)[^企公]{0,20}(?:、|以及|及|和)[^，。；]{0,8}(?:企业|公司|商户|农户)/
/** 请各乡镇和重点企业代表向县政府递交: handed up, whoever else stands on the stage. */
const TO_SUPERIOR =
  /向[县市区镇乡]?(?:委|党委|政府|人民政府|党工委|办事处|组织)[^，。；]{0,10}(?:递交|签|呈|交|作出|写下|立下)/
/** 乡镇同村、村同农户逐级签; 校长与班主任、班主任与教师、学校与家长，须于5月底前签: offices and their people come first, whoever is last. */
const DOWN_THE_LINE =
  /(?:书记|主任|支书|[镇乡局站所组片校园]长|网格员|干部|[县局乡镇村校院]里|学校|中心校|科室)[^，。；、]{0,3}[同与和跟](?:各|每[名个位]|全体)?(?:网格员|[小片班]?组长|片长|村干部|支书|包[片村]人|护林员|村[里民组]|组里|班主任|(?:任课|科任)?(?:教师|老师)|年级组?|教研组|科室|护士长|医[生师]|护士|班组长?)[、，][^。；，、]{0,10}[同与和跟][^。；，、]{1,12}(?:[、，][^。；]{0,30}?)?(?:签(?![约到收发])|立(?![即足场])|画押|手印)|(?:县|乡镇?|街道)[同与和跟](?:各|行政)?(?:乡|镇|村|社区)[^。；]{0,24}(?:逐级|层层|一级)|(?:[镇乡]|街道|村|社区|）)[同与和跟]各?(?:村|社区|(?:村民)?小?组)[、，][^。；]{0,8}[同与和跟][^。；，、]{1,6}签/
/** 与校车公司签订: a firm, whatever else its name says. */
const FIRM = /公司|承包|厂家|厂商|车队/
const FIGURE = /立下?[^，。；]{0,6}$/

/** 《森林防火条例》规定，…应当逐级签订责任书。据此，县政府与各乡镇签订: the law wants it, a sentence ahead. */
const BY_LAW =
  /(?:(?:法|条例)》|省[^，。；]{0,8}(?:办法|条例))[^，。；]{0,8}规定，[^。]{0,60}(?:签订[^。]{0,24}。(?:据此|为此|因此)，[^。]{0,60})?$/

/** Where one of these stands, `lettersDemanded` looks. */
export const letterWords: readonly string[] = [
  ...['责任状', '责任书', '军令状', '任务状', '生死状', '承诺书', '保证书', '担保书'],
  // And what they are called without a name.
  ...[
    '立状',
    '手印',
    '签字画押',
    '画押',
    '具结',
    '自愿接受组织处理',
    '自愿接受处理',
    '字据',
    '条子',
    '字条',
    '纸条',
    '立约',
    '状子',
    '书面保证',
    '书面承诺',
    '任务书',
    '白纸黑字',
    '立字为据',
  ],
  // 写个保证，本人待岗; 签字担保.
  ...[
    '写个保证',
    '写份保证',
    '写下保证',
    '写一份保证',
    '立个保证',
    '立下保证',
    '立份保证',
    '立保证',
    '签个保证',
    '签份保证',
  ],
  ...['写个承诺', '立个承诺', '立下承诺', '签字担保', '签名担保', '签字作保', '签字保证', '签名保证', '签字承诺'],
  ...[
    '签名承诺',
    '”保证',
    '签字按印',
    '签名按印',
    '签字捺印',
    '保证文书',
    '包保文书',
    '承诺文书',
    '目标状',
    '包保状',
    '包干状',
  ],
  // 层层订立目标协议: an agreement by its name, of those who cannot but agree.
  // On a sheet of paper without any name, or with one that is no letter’s.
  ...['签上名', '签上大名', '签上自己', '签下名', '签下大名', '签下自己', '签个大名', '保证”', '承诺”', '担保”'],
  ...['包保书', '包干书', '承诺状', '保证状', '目标协议', '任务协议', '目标合同', '任务合约'],
]

/** A letter that is signed, by officials, and at once or to the last one. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /责任状|责任书|军令状|承诺书|字据|手印|签字画押|状子|保证书|书面保证|任务书/,
      /签|按|立|递交|写/,
      /完不成|未完成|书记|镇长|乡长|县长|支书|乡镇|[镇乡村]里|各村|[哪包]个?村|村委会|责任单位|县直|各位|一级一级|层层|逐级/,
      /当场|当面|散会|一个一个|逐一|依次|挨个|一张一张|上台|今天|现在|拿给我|交到|台上|立个|手印|必须|都得|须|要(?!求)|没签|[\d一二三四五六七八九十][日号]前|底前|到位|层层|逐级|一级一级/,
    ],
    none: /(?:表|表格|档案?|册|单|笔录|协议)》?[^。；]{0,40}(?:签字|签名)[按摁捺]手印|(?:责任[状书]|军令状|承诺书|保证书|字据)[”"]?[^。；]{0,40}?(?:(?:不(?:用|必|需|要|再|得|许|准|能)|无[须需]|[别甭]|免)(?:再|要)?[^，。；不]{0,10}(?<![代漏补拒迟])签|[也都就再]不签(?=[，。；了]|$))|企业|公司|施工|家长|业主|商户|农户|(?:责任[状书]|军令状)[”"]?[^。；]{0,60}(?:审批|报批|压减|只减不增|不再|清理)|《[^》]{2,40}(?:法|条例)》|依法|法律|(?:办法|条例|法)》?[^，。；]{0,8}规定，|^据此/,
  }),
)

/** Of `hits` (places of `letterWords`, in order), those that are to be signed by offices below; nothing in sentences that are `allowed`. */
export const lettersDemanded = (
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'demanded' | 'likely'>> =>
  orLikely(
    doc,
    hits.filter((hit) => !isCovenant(doc, hit) && !isInBlackAndWhite(doc, hit)),
    lettersIn(doc, hits, allowed),
    LIKELY,
    (passage) => isLaidDown(passage, '') || allowed(passage),
  )

/** 建立约谈制度 stands in too many words to be likely. */
const isCovenant = ({ text }: Doc, { start, end }: Span): boolean => text.slice(start, end) === '立约'

/** 白纸黑字 is written in many papers. */
const isInBlackAndWhite = ({ text }: Doc, { start }: Span): boolean => text.startsWith('白纸黑字', start)

function* lettersIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'demanded'>> {
  const isFirst = oncePerSentence(doc)
  for (const span of hits) {
    const words = doc.text.slice(span.start, span.end)
    // 签字画押 is found by itself.
    if (words === '画押' && doc.text.slice(span.start - 2, span.start) === '签字') continue
    // 签订《2024年度安全生产责任书》 signs a letter by its name.
    const stance = stanceOf(doc, titled(doc, span) ?? span)
    if (allowed(stance.sentence) || isOnlyNamed(doc, span)) continue
    if (/^签(?:[上下]|个大)/.test(words)) {
      if (isOnPaper(doc, span, stance) && isFirst(span)) yield { message: 'demanded', words: '责任状', span }
    } else if (words.endsWith('”')) {
      const name = { start: span.start, end: span.end - 1 }
      if (isByName(stanceOf(doc, name)) && isFirst(span)) yield { message: 'demanded', words: '责任状', span: name }
    } else if (PUT_IN_WRITING.test(words)) {
      // 逐级立状画押 is one letter.
      if (
        ((!isCovenant(doc, span) &&
          !isInBlackAndWhite(doc, span) &&
          (isPledge(doc, span, stance) || isSignedByStep(stance))) ||
          isPutInWriting(doc, span, stance)) &&
        isFirst(span)
      )
        yield { message: 'demanded', words: '责任状', span }
    } else if (PLEDGES.test(words)) {
      if (
        !NO_PLEDGE.test(stance.after) &&
        (words !== '”保证' || BY_ITS_NAME.test(stance.before)) &&
        (isPledge(doc, span, stance) || isSignedByStep(stance)) &&
        isFirst(span)
      )
        yield { message: 'demanded', words: '责任状', span }
    } else if (/^[条字纸]/.test(words) && words !== '字据') {
      if (isSlip(stance) && isFirst(span)) yield { message: 'demanded', words: '责任状', span }
    } else if (words === '字据') {
      if (!existsAlready(stance) && isAskedFor(doc, span, words, stance) && isFirst(span))
        yield { message: 'demanded', words, span }
    } else if (words === '立状') {
      if (isSworn(stance) && isFirst(span)) yield { message: 'demanded', words: '责任状', span }
    } else if (!existsAlready(stance) && isAskedFor(doc, span, words, stance)) {
      isFirst(span)
      yield { message: 'demanded', words, span }
    }
  }
}

const isAskedFor = (doc: Doc, span: Span, words: string, stance: Stance): boolean =>
  isInRow(doc, span, stance) ||
  isHandedDown(doc, span, stance) ||
  isReadyToSign(doc, span, stance) ||
  isSignedByEach(stance) ||
  isSentToSign(doc, span, stance) ||
  isSigned(doc, span, words, stance) ||
  isScored(doc, span, stance)

/** 征缴目标责任书 | 县政府与12个乡镇签订: the letter in one cell, who signs it in another. */
function isInRow(doc: Doc, span: Span, { negated, quoted }: Stance): boolean {
  if (negated || quoted || LISTED.test(doc.facts.title)) return false
  const row = cellInWords(doc, span)
  if (!row || row.own.length > 40 || !/[状书][”"》]?$/.test(row.own)) return false
  const beside = row.others.join('，')
  return (
    row.others.some((cell) => SIGNED_IN_CELL.test(cell) && !isContract(cell, cell)) &&
    !OVER.test(beside) &&
    !isLaidDown(beside, '') &&
    !BY_LAW_BESIDE.test(beside)
  )
}
const SIGNED_IN_CELL =
  /(?:[与同跟和]|向)(?:所[辖属]|[\d一二两三四五六七八九十]{1,3}个|全[县市区镇乡])?[^，。；]{1,16}签(?!约|到|收|批|发)(?!了|过)/
/** What was or is no longer signed, and lists of what there is. */
const OVER = /停[签止]|不再|取消|作废|废止|已签|未签|清理|终止/
const LISTED = /清理|取消|压减|台账|情况|统计|汇总|目录|归档|移交/
const BY_LAW_BESIDE = /依据[^，]{0,4}《|条例》|[^办]法》|法定/

/** 现将《…责任书》文本随信寄去，请签好后带回: a paper that its readers are to sign. */
const SENT_TO_SIGN =
  /^》?[”"]?[^，。；不未]{0,12}(?:随[信文函]|[寄发送印]|附)[^，。；不]{0,8}，[^，。；不未没]{0,6}(?:请|望|[须应]|务必)[^，。；没未不免]{0,14}?签(?![约收到批]|[^，。；]{0,3}的)/
/** 随函附上“承诺状”，请校长签名盖章后发回. */
const SENT_ALONG = /(?:随[信文函件][^，。；]{0,6}[附寄发]|附上|[寄发]去)[^，。；不]{0,20}$/
const SIGN_THERE =
  /^[”"》]*[^，。；不]{0,6}，[^，。；不未没]{0,6}(?:请|望|[须应]|务必)[^，。；没未不免]{0,14}?签(?![约收到批]|[^，。；]{0,3}的)/
function isSentToSign(doc: Doc, { end }: Span, stance: Stance): boolean {
  const behind = doc.text.slice(end, end + 60)
  const sent = SENT_TO_SIGN.test(behind) || (SENT_ALONG.test(stance.before) && SIGN_THERE.test(behind))
  if (!sent || stance.mentioned) return false
  const whom = stance.sentence + addresseesOf(doc, 200)
  return OFFICES.test(whom) && !CONTRACT.test(whom) && !isLaidDown(stance.ahead, stance.after)
}

const PLEDGES = /^(?:手印|”保证|自愿接受|[写立签].{0,3}(?:保证|承诺)$|签[字名](?:担保|作保|保证|承诺|按印|捺印))/
/** 与学校签一份“零欺凌”保证. */
const BY_ITS_NAME = /[签写立交](?:下|个|订|署|好)?(?:一?[份张个])?[“][^“”]{1,14}$/
/** 写个保证金收据, 立下保证人: other words. */
const NO_PLEDGE = /^(?:金|人|书|事项|制|函|额|期)/
const PUT_IN_WRITING = /画押|具结|立约|白纸黑字|立字为据/
/** 村与组逐级立约; not 建立约谈制度, 订立约定. */
const COVENANT_BEFORE = /(?:逐级|层层|一级一级|当场|分别|依次|逐一|互相)$/
const COVENANT_AFTER = /^(?:$|[，。；、]|画押|签[字名]|担责|承诺)/
/** 村支书要白纸黑字写下保证; not 白纸黑字公示的承诺, 政策白纸黑字写着. */
const IN_BLACK_AND_WHITE =
  /^(?:的?[^，。；的]{0,6}(?:保证(?![金书])|承诺|担保|军令)(?!事项|制|的)|(?:地|来)?(?:写|立|签)[下好个出]?(?:一?[份张个])?(?:[^，。；的]{0,8}(?:保证|承诺|责任|状)|军令))/
/** 招商引资任务 is a task of towns, whoever invests. */
const withoutTask = (text: string) => text.replace(/招商(?:引资)?/g, '')
/** 由镇长、民政助理、村支书三级画押，承诺文本交县政府办存着; a debt, a statement to the police and an old deed are signed so, too. */
const VOWED = /状(?![况态])|保证|承诺|担保|责任|追责|任务|指标|目标/
const NO_VOW = /借[款条据]|笔录|契约|认罪|认罚|悔过|家属|供词|当事人|遗嘱|房契|地契/
function isPutInWriting(
  doc: Doc,
  span: Span,
  { mentioned, spokenOf, before, ahead, after, sentence }: Stance,
): boolean {
  const { start, end } = span
  const { text } = doc
  // 白纸黑字的承诺 supposes none.
  if (
    (isInBlackAndWhite(doc, span) ? spokenOf : mentioned) ||
    NO_VOW.test(sentence) ||
    /^[书人]/.test(text.slice(end, end + 1))
  )
    return false
  if (isInBlackAndWhite(doc, span) && !(BINDING.test(before) && IN_BLACK_AND_WHITE.test(after))) return false
  if (isCovenant(doc, span) && !(COVENANT_BEFORE.test(before) && COVENANT_AFTER.test(after))) return false
  const near = text.slice(start, end + 60) + ahead
  return (
    ((OFFICES.test(ahead) && (VOWED.test(near) || VOUCHES.test(near))) || isStaked(ahead + after)) &&
    (!CONTRACT.test(withoutTask(ahead)) || WRITTEN_UP.test(ahead) || DOWN_THE_LINE.test(ahead + text.slice(start, end)))
  )
}
/** 把自己的数写到纸上，主要领导按上手印; 向县委作出书面保证，签字画押. */
function isPledge({ text }: Doc, { start, end }: Span, stance: Stance): boolean {
  const near = text.slice(Math.max(0, start - 100), end + 60)
  const { sentence } = stance
  return (
    !isSpokenOf(stance) &&
    (TARGETS.test(near) || FORFEITS.test(near) || VOUCHES.test(near)) &&
    (DOWN_THE_LINE.test(near) ||
      ((OFFICES.test(near) || OWN_FIRMS.test(near) || STAFF.test(near)) &&
        (!CONTRACT.test(withoutTask(sentence).replace(WITNESSED, '')) || TO_SUPERIOR.test(sentence))))
  )
}
/** 集团与各工段、各班组层层签字画押: step by step down an office or a firm, whatever the paper is called. */
const BY_STEPS =
  /(?:层层|逐[级层]|一级一级|一级[对压跟接给向和与同]{1,2}着?一级)(?:地|往下|到底|都|要|须|必须){0,2}(?:签[字名]，?)?(?:[按摁][上下]?红?)?$/
const STEPS =
  /[县镇乡村]、[乡镇村组]|集团|[子分]公司|项目部|工段|车间|班组|工区|标段|段队|片区|[镇乡村组局校院科站县][里]?[与跟同和]各?[^，。；、]{0,3}[镇乡村组户班科室站师级]/
const NO_STEPS = /合同|协议|调解|租|承包|征[收迁地]|拆迁|补偿|借[款条]|笔录|账|票据|报销|验收单|工程量|台账|确认/
const isSignedByStep = ({ mentioned, before, sentence }: Stance): boolean =>
  BY_STEPS.test(before) && !mentioned && !NO_STEPS.test(sentence) && (STEPS.test(sentence) || OFFICES.test(sentence))

/** Whoever works for an office, a hospital or a school, by what they are. */
const STAFF =
  /(?:每|各|全体|所有)[名位个]?[^，。；、]{0,6}(?:护工|护士|医生|医师|村医|教师|老师|班主任|职工|队员|保洁员|网格员|护林员|管护员|组长|主任|[科股站所段队]长|包[村片]人)|驻村(?:工作队|第一书记)|工作队/
/** 跟院里, 同局党组, 向镇党委: those above them. */
const WITH_SUPERIOR =
  /[跟向与同给和](?!各)[^，。；、]{0,4}(?:[院镇乡县局所校站村][里上]|党委|党组|组织部|学校|医院|卫生院|单位|院长|校长|书记|[镇乡局所站]长|管委会|办事处|政府|村委会?|村部|我)/
/** 每名护工都要跟院里画押，写明“出一起纠纷，自愿停岗三个月”: what they lose makes it a letter. */
const isStaked = (near: string): boolean => FORFEITS.test(near) && (STAFF.test(near) || WITH_SUPERIOR.test(near))
/** 各子公司总经理: a group's own, as townships are a county's. */
const OWN_FIRMS = /[子分]公司(?:的?(?:总经理|经理|负责人|一把手|主要负责人))|项目部(?:经理|负责人)/
/** 当着全体职工的面: they only look on. */
const WITNESSED = /当着[^，。；]{0,12}(?:的面|面)/g

/** 每人领一张纸，把哪天拆完写在上头，签上大名，交到我办公室: a pledge by all that stands in it. */
function isOnPaper({ text }: Doc, { start, end }: Span, stance: Stance): boolean {
  const near = /[^\n]*$/.exec(text.slice(Math.max(0, start - 100), end))![0] + stance.after
  return (
    A_SHEET.test(near) &&
    !stance.spokenOf &&
    !LEFT_OPEN.test(stance.sentence) &&
    (UNDERTAKEN.test(stance.ahead) || FORFEITS.test(near)) &&
    KEPT_BY_THEM.test(stance.after) &&
    OFFICES.test(near) &&
    !CONTRACT.test(withoutTask(stance.sentence))
  )
}
/** 什么时候完成 supposes nothing; 愿意签的可以签 does. */
const LEFT_OPEN = /可以|自愿签|愿意|是否|不愿/
const A_SHEET = /[一这那每][张份页]纸|纸上|白纸|纸条|条子|卡片|本子上|红纸/
const UNDERTAKEN =
  /(?:哪[天日月]|几[月号日点]|什么时候|啥时候?|何时|多少)[^，。；]{0,10}(?:完|拆|清|交|干|拿|达|改|见|开工|竣工|销号|到位)|任务|指标|目标|[户亩吨]数|完不成|保证(?!金)|担责/
const KEPT_BY_THEM = /[，、再][^，。；]{0,6}(?:交(?![流通易])|递|存|留底|贴|压|拿给|收上|摁|按)/

/** 把“廉洁行医保证”领回去，带着全科的人逐个填名字: everybody signs it, whatever it is called. */
const isByName = ({ mentioned, before, after, ahead, sentence }: Stance): boolean =>
  /(?:[把将]|[签领填]|在)[^，。；]{0,6}“[^，。；“”]{0,12}$/.test(before) &&
  /(?:逐[个一人]|挨个|人人|每[个人]|层层|一个[都也]?不|谁[都也]不)[^。；不未免]{0,12}(?:签|填|写|按|摁)[^，。；]{0,4}(?:名|字|手印)/.test(
    after,
  ) &&
  !mentioned &&
  OFFICES.test(sentence) &&
  !CONTRACT.test(withoutTask(sentence)) &&
  !isLaidDown(ahead, after)

/** A slip by which somebody answers to those above for what happens; by no name of a letter. */
const isSlip = (stance: Stance): boolean =>
  !isMentioned(stance) &&
  SLIP.test(stance.before) &&
  VOUCHES.test(stance.before) &&
  (WRITTEN_UP.test(stance.before) || (OFFICES.test(stance.ahead) && !CONTRACT.test(withoutTask(stance.ahead))))

const isSworn = ({ mentioned, before, sentence }: Stance): boolean =>
  !mentioned && SWORN.test(before) && OFFICES.test(sentence) && !/公司|企业|军/.test(before)

const isHandedDown = ({ text }: Doc, { end }: Span, { negated, quoted }: Stance): boolean =>
  HANDED_DOWN.test(text.slice(end, end + 90)) && !negated && !quoted

/** Whoever has them printed for a meeting has them signed there by those who came, unless it is somebody else's contract. */
const isReadyToSign = (
  { text }: Doc,
  { start, end }: Span,
  { negated, quoted, blamed, ahead, after, sentence }: Stance,
): boolean =>
  LIES_READY.test(text.slice(end, end + 80)) &&
  (/状/.test(text.slice(start, end)) || [OFFICES, STAFF].some((who) => who.test(sentence))) &&
  !negated &&
  !quoted &&
  !blamed &&
  !CONTRACT.test(withoutTask(sentence)) &&
  !isLaidDown(ahead, after)

/** By each of those to whom it is handed down, whose own contract it is not. */
const isSignedByEach = ({ mentioned, ahead, after, sentence }: Stance): boolean =>
  !mentioned &&
  SIGNED_EACH.test(ahead) &&
  OFFICES.test(sentence) &&
  (PRESSED_DOWN.test(ahead) || !CONTRACT.test(withoutTask(sentence))) &&
  !isLaidDown(ahead, after)

function isSigned(doc: Doc, { start, end }: Span, letter: string, stance: Stance): boolean {
  const { text } = doc
  const { before, ahead, after, sentence } = stance
  // 责任书的签字手续 supposes no letter.
  const signedAfter = SIGNED_AFTER.test(after)
  const byWay = BY_WAY_OF.test(before) && LAID_DOWN_SO.test(after)
  if ((signedAfter || byWay ? stance.spokenOf : isMentioned(stance)) || OTHER_WORD.test(text[end] ?? '')) return false
  if (byWay && OFFICES.test(sentence)) return true
  const [, later = '', rest = ''] = SIGNED_LATER.exec(after) ?? []
  const across = SIGNED_ACROSS.exec(after)?.[0] ?? ''
  const bound =
    later !== '' &&
    (BINDING.test(before + later) ||
      BINDING.test(ahead.slice(-50)) ||
      /要求，[^，。；]{0,16}当[场面]/.test(ahead) ||
      BROUGHT.test(ahead.slice(-50)) ||
      /^每|^(?:并?盖章)?后(?:报|交|送|返)|^(?:再|才能?)(?:走|回|散)/.test(rest) ||
      NOBODY_SPARED.test(after.slice(later.length)))
  const down = SIGNED_DOWN.test(ahead) || (SIGNED_DOWN_AFTER.test(after) && !/不|无需|取消/.test(after.slice(0, 12)))
  const writes = letter === '保证书' && WRITES.test(before)
  const signedForm = SIGNED_FORM.test(before) && HANDED_IN.test(after)
  if (!SIGNS.test(before) && !writes && !signedForm && !signedAfter && !bound && !down && !isAskedAloud(stance, across))
    return false
  if (isLaidDown(ahead, after) || BY_LAW.test(text.slice(Math.max(0, start - 160), start))) return false
  // 承诺书由信访人签字.
  const [, signer] = /由([^，。；]{1,20})签/.exec(later) ?? []
  const bySubordinates = [OFFICES, STAFF, OWN_FIRMS, DOWN_THE_LINE].some((who) => who.test(signer ?? sentence))
  if (
    letter !== '责任状' &&
    !bySubordinates &&
    !isSelf(stance, doc) &&
    !isOnAgenda(doc, start) &&
    !isForAddressees(doc, letter, stance)
  )
    return false
  if (letter === '承诺书' && CATERING.test(sentence) && !/机关干部|乡镇|村|街道|社区|部门|班子/.test(sentence))
    return false
  if (/^[保担].*书/.test(letter) && ![PROMISED, FORFEITS, BY_EACH_LEVEL].some((sign) => sign.test(sentence)))
    return false
  if (/^[军生]/.test(letter) && isFigure(stance)) return false
  if (down) return OFFICES.test(sentence)
  return (
    (!MET_BEFORE.test(ahead) || DOWN_THE_LINE.test(sentence)) &&
    !isContract(bound ? before + later + rest : before + across, sentence)
  )
}

/** 将签字盖章的《责任书》报县考核办: they sign it before they hand it in. */
const SIGNED_FORM = /签(?:字|名)?(?:盖章)?(?:好|完|后)?的[《“"]?[^，。；《》]{0,12}$/
const HANDED_IN = /^[》”"]?[^，。；]{0,12}[报交送]/
/** 逐级签订: whatever they promise. */
const BY_EACH_LEVEL = /(?:层层|逐级|逐层|一级一级)[^，。；不未]{0,6}签/

/** 会上要组织签订责任书, in a paper for offices: nobody else is there to sign. */
const isForAddressees = (doc: Doc, letter: string, { before, sentence }: Stance): boolean =>
  letter === '责任书' &&
  (SIGNED_FORM.test(before) || /组织[^，。；]{0,6}签|会[上前后][^，。；]{0,10}签|现场签|统一签/.test(before)) &&
  !CONTRACT.test(withoutTask(sentence)) &&
  !/户|家长|学生|群众|居民|村民|司机|驾驶|人员/.test(sentence) &&
  OFFICES.test(addresseesOf(doc, 200))

/** 立下军令状 is a figure of speech, unless somebody is named to receive it. */
const isFigure = ({ before, after }: Stance): boolean =>
  FIGURE.test(before) &&
  !/向|书面|给[县市区镇乡]/.test(before) &&
  !/^，[^。；]{0,8}(?:签字|签名|画押|按手印)|^，[^。；]{0,16}(?:免职|撤职|辞职|摘帽|让位)/.test(after)

/** As in a speech: the letter is handed over or signed right after the meeting, or it is named first and who signs it later (`across`). */
function isAskedAloud({ before, ahead, after }: Stance, across: string): boolean {
  if (
    /把[^，。；]{0,16}$/.test(before) &&
    ((HANDED.test(after) && BINDING.test(ahead.slice(-50))) ||
      (SIGNED_NOW.test(after) && SOON.test(ahead)) ||
      SIGNED_AND_HANDED.test(after))
  )
    return true
  const rest = after.slice(across.length, across.length + 12)
  return across !== '' && (TO_BE_SIGNED.test(across + rest) || BINDING.test(ahead.slice(-40)))
}

/** 各校与家长逐户见面，签下承诺书: whom with stands in the clause before. */
const MET_BEFORE =
  /[与和跟同向](?:每[户名位个])?[^，。；与和跟同]{0,6}(?:家长|监护人|农户|商户|业主|学生|村民|居民|企业)[^，。；的]{0,12}，[^，。；与和跟同向]{0,16}$/
/** 各乡镇长都要和我签: with whoever speaks, or with those above. */
const WITH_ME = /[和跟同与向](?:我|[县镇乡局院校][里上]|[县镇乡]委|[县镇乡]?党委|[县镇乡]政府)签/
/** Who signs with whom: 各乡镇与施工单位签订 is a contract, 县政府与各乡镇、村与农户层层签订 is not. */
function isContract(before: string, sentence: string): boolean {
  if ((TO_SUPERIOR.test(before) && OFFICES.test(sentence)) || DOWN_THE_LINE.test(sentence)) return false
  if (WITH_ME.test(before) && OFFICES.test(before)) return false
  const [signer = '', ...parties] = before.split(
    /(?<!参)与|(?<=[要须应再镇乡村府县局])[和跟同](?=各|每|所|辖|村|企|施|承|[一-龥]{1,6}签)/,
  )
  if (parties.length === 0) return CONTRACT.test(before)
  if (CONTRACT.test(signer) && !OFFICES.test(signer)) return true
  // Whom with, not about what: 与各乡镇签订招商目标责任状.
  return !parties
    .map((party) => party.replace(/签[订署定]?.*$/, ''))
    .some((party) => (COUNTERPART.test(party) && !CONTRACT.test(party) && !FIRM.test(party)) || LOCAL_FIRST.test(party))
}

/** 乡镇与村签订了责任书，记3分; 签订责任书（5分）; 未签订责任书的，扣2分: on a sheet of scores, whoever has none loses. */
const SCORED =
  /^》?(?:情况)?[^。；\n]{0,40}?(?:[计记得加扣]\s?\d(?:\.\d)?\s?分|[，（(]\s?\d{1,2}(?:\.\d)?\s?分|[计记得]分(?=[，。；（(]|$))|^[^\n]{0,70}。?[（(]\s?\d{1,2}\s?分\s?[）)]/
const SIGNED_BY_NOW = /(?:签[订署定了]|层层|逐级|有|[建订]立了?)[^，。；]{0,30}$/
const SHEET = /考核|考评|评分|测评|计分|记分/
function isScored(doc: Doc, { end }: Span, { before, ahead, sentence, negated, quoted, blamed }: Stance): boolean {
  // A circular tells what others got.
  if (doc.genre.id === 'circular' || negated || quoted || blamed || !SIGNED_BY_NOW.test(before)) return false
  if (!SCORED.test(doc.text.slice(end, end + 80))) return false
  const offices = OFFICES.test(sentence) || (SHEET.test(doc.facts.title) && OFFICES.test(doc.facts.title))
  return offices && !isLaidDown(ahead, '') && !isContract(before, sentence)
}

/** 根据市政府与各县区签订的责任书的要求，制定本办法; 与市政府签订责任书的单位: letters that there are. */
const FOUNDED_ON = /(?:根据|依据|按照|对照|围绕|结合)[^，。；]{0,60}签[订署定][^，。；]{0,30}$/
const ITS_CONTENT = /^》?[^，。；]{0,40}(?:要求|精神|规定|内容|条款)(?=[，。；、]|$)/
const HOLDERS = /^》?(?:（[^）]{0,12}）)?的[^，。；不]{0,10}(?:单位|部门|乡镇|学校|村|县区|企业|地方)(?=[。；、\n]|$)/
const existsAlready = ({ before, after }: Stance): boolean =>
  (FOUNDED_ON.test(before) && ITS_CONTENT.test(after)) || (HOLDERS.test(after) && !/[未没不]/.test(before))

/** 特签订以下责任书, 签订此责任书: the paper is the letter itself. */
const ITSELF = /签[订署定](?:本|此|以下|如下|该|下列)[^，。；]{0,16}$/
const isSelf = ({ before }: Stance, { text, facts }: Doc): boolean =>
  ITSELF.test(before) && OFFICES.test(facts.title + text.slice(0, 1000))

/** 会议议程：…2.签订目标责任书: by those who are called to the meeting. */
const AGENDA = /(?:议程|程序|流程|会议内容)[^。]{0,140}$/
const isOnAgenda = ({ text }: Doc, start: number): boolean =>
  AGENDA.test(text.slice(Math.max(0, start - 160), start)) &&
  OFFICES.test(text.slice(Math.max(0, start - 300), start + 300))

/** The title 《…责任书》 that ends with the letter. */
function titled({ text }: Doc, { start, end }: Span): Span | undefined {
  if (text[end] !== '》') return undefined
  const from = Math.max(0, start - 40)
  const open = text.slice(from, start).lastIndexOf('《')
  return open >= 0 ? { start: from + open, end: end + 1 } : undefined
}
