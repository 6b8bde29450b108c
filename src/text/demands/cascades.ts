/** Further meetings that a document demands: level by level, overnight, at once, in each office. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { isLaidDown, oncePerSentence, type Worded } from '../contexts.ts'
import { type Demand, demandOf, windowAt, wordedAt } from './demands.ts'
import { orLikely, type Signs } from './likely.ts'

const MEETING =
  '(?:动员|部署|推进|专题|贯彻|传达|学习|启动|誓师|宣讲|落实|工作|调度|党[委组](?:扩大)?|干部|党政联席)[^，。；]{0,8}?(?:大?会议?)'
const LEVEL =
  /(?:层层|逐级|逐层|分级|分层|一级一级|一级接着?一级|自上而下)(?:地)?[^，。；、]{0,10}?(?:召开[^，。；]{0,10}会议?|开会|传达(?!压力)(?:学习|部署|贯彻)?|动员(?:部署)?|开好[^，。；]{0,8}会议?)|会议?(?:要|应|须|精神)?(?:层层|逐级|一级一级|一级接着?一级)(?:地)?(?:往下|向下)?(?:[召传]?开|传达)(?!的|了)(?:下去|到)?/g
/** 乡镇要开，村里也要开; 乡里马上开会，村里明早开; 县里开到乡镇，乡镇开到村. */
const TOWNSHIPS_THEN_VILLAGES = [
  /[乡镇]里(?:也|就|要|再|马上|得){0,2}开(?:大?会|完)?[^，。；]{0,4}村里(?:也|就|要|再|得|明早){0,3}开(?:会|(?![展发办放通设工会]))/g,
  /(?:乡镇|[乡镇]里?)[^，。；、不]{0,4}开(?:一?[次场个])?(?:大?会|完)?[，、][^。；]{0,20}?村里?(?:也|就|要|再|得|明早){0,3}开(?:会|(?:一?[次场个])会|(?![展发办放通设工会]))/g,
  /(?:[县市]里?开到[乡镇]里?|[乡镇]里再?(?:接着)?再?开)，(?:[乡镇]里?)?开到村/g,
]
/** 县里今天开，镇里明天开; 各县局接着开，各分局跟着开: who is below whom, one clause after the other, and nothing but when. */
const TIER =
  '(?:各个?)?(?:(?:村民|党)小组|[一-龥]{0,3}?(?:局|所|社|站|校|院|公司|单位|总队|支队|大队|中队|支部|项目部)|[省市县区旗乡镇街村居组片]|街道|社区|乡镇|管区|网格|科室|股室|车间|班组|年级|系部)(?:里|上|一级)?'
const WHEN =
  '(?:今[天早晚夜]|明[天早晚]|大?后天|当[天晚]|次日|隔天|连夜|早上|上午|下午|晚上|夜里|半夜|[早中午晚]?饭[前后]|一早|第[二三四]天|于?[一二两三四五六七八九十\\d]{1,3}(?:个?小时|[天日周])(?:之?内)?|收[文函到悉][^，。；]{0,4}后|会后|散会后|接着|跟着|马上|随后|再|也|就|要|得|必须|继续)+'
/** What is held is the meeting that was spoken of, or one by its name. */
const HELD =
  '(?:把会)?召?开(?:完|好|下去|过去|第[一二三四五][层场轮]|一?[次场个遍]?(?:大?会)|一[次场遍]|[^，。；、]{1,8}会(?![员场议]))?'
/**
 * Who sits on which rung, from the top: 镇里开了，片上开；片上开了，村里开; 年级组长召集班主任开会，班主任再召集任课教师开会. Of several such clauses each is one of its rungs;
 * what is on the way down is told by their order, not by any word for it.
 */
const RUNGS = [
  '[省市县区旗]|集团|总公司|总部|总厂|本部|医院|学院',
  '乡镇|街道|[镇乡]|分公司|子公司|二级(?:公司|单位)|分厂|学校|中心校|[县市]?局|大队|总支|院系?|中心(?=开|上午|下午|里)',
  '片区?|管区|工作区|年级(?:组长?)?|科室|[科股系]|中队|分局|矿|厂',
  '行政村|村|社区|居委会|车间|项目部|班主任|教研组|[所站]|支部',
  '(?:村民|党)?小?组长?|网格员?|楼栋长?|楼长|单元长?|班组长?|工段长?|任课教师|教师|党员|护士',
] as const
const RUNG = lazily(
  () =>
    new RegExp(
      `^(?:然后|随后|接着|再?由|再|而后|各个?|每个?|全部|所有|所属|下属|请|就由){0,3}(?:${RUNGS.map((rung) => `(${rung})`).join('|')})(?:里|上|级|一级|一层|那边|班子|负责人|主要负责人)?(?:（[^）]{1,8}）)?(?![一-龥]{0,2}(?:办|委员|领导|政府)(?:开|召))`,
    ),
)
/** Holds one: 当天晚上就要开, 开完会, 再召集任课教师开会. */
const HOLDS = /(?:召?开|举行)(?:会|完会?|毕|罢|了|好|起来|下去|到位|一?[次场遍](?:会)?|[^，。；、]{1,10}会)?(?:议)?$/
const HOLDS_IN_PASSING = /召集[^，。；]{1,14}(?:开会|传达|布置)|开完会|开(?:动员|部署|传达|学习|贯彻)[^，。；]{0,4}会/
/** By when: 各乡镇在3月10日前，各行政村在3月15日前，均须开毕动员会. */
const BY_WHEN = /^(?:[在于])?[^，。；开]{0,6}\d{1,2}[日号时点](?:之?前|内|上午|下午|晚上?)$/
const ALL_OF_THEM = /(?:均|都|全部|分别|依次)[^，。；、]{0,8}(?:召?开|举行)[^，。；、]{0,10}(?:会|完|毕)/

interface Rows {
  readonly from: number
  readonly to: number
}

/** Of clauses one after the other, those who hold meetings on ever lower rungs, so that they cover `at`. */
function downTheRungs(text: string, at: number): Rows | undefined {
  let from = 0
  let row: { from: number; to: number; rung: number; held: number; rungs: number } | undefined
  let best: Rows | undefined
  const close = () => {
    if (row && row.rungs > 1 && row.held > 1 && row.from <= at && at <= row.to) best ??= { from: row.from, to: row.to }
    row = undefined
  }
  for (const clause of text.split(/[，；：。]/)) {
    const start = from
    from += clause.length + 1
    const found = RUNG().exec(clause)
    const rung = found ? RUNGS.findIndex((_, i) => found[i + 1] !== undefined) : -1
    if (rung < 0) {
      if (row && ALL_OF_THEM.test(clause) && row.rungs > 1) {
        row = { ...row, to: start + clause.length, held: 2 }
        close()
      } else if (clause.length > 12 || !row) close()
      continue
    }
    const rest = clause.slice(found![0].length)
    const holds = HOLDS.test(rest) || HOLDS_IN_PASSING.test(rest)
    if (!holds && !BY_WHEN.test(rest)) close()
    else {
      if (row && rung < row.rung) close()
      row = {
        from: row?.from ?? start,
        to: start + clause.length,
        rung,
        held: (row?.held ?? 0) + (holds ? 1 : 0),
        rungs: (row?.rungs ?? 0) + (row && row.rung === rung ? 0 : 1),
      }
    }
  }
  close()
  return best
}

/** Told to go down: a time, an order, or what is not to be left out. */
const TOLD_DOWN =
  /[要须得]|必须|务必|一律|[就再]|当[天晚日]|次日|第[二三]天|隔天|连夜|今[天晚]|明[天早]|\d[日天](?:之?前|内)|小时内|哪一级|谁/

/** Whoever holds one, and in the next clause somebody else: what is dear is looked for only where two are held so near each other. */
const TWO_HELD = /开[^，。；、]{0,10}[，、；][^，。；、]{0,24}开/
// One loop, for V8 writes the words out at each place where they stand.
const ROW_OF_TIERS = new RegExp(
  `(?![，、；])(?=[^，。；、]{2,24}开[^，。；、]{0,10}[，、；][^，。；、]{2,24}开)(?:[，、；]?(?:${TIER}${WHEN}|${WHEN}${TIER}(?:接着|跟着|必须|[也再就要得]){0,2})${HELD})+(?=到|[，。；、！]|$)(?<=[，、；][^，、；]{2,24})|开给[^，。；]{1,8}听[，、；][^，。；]{1,8}开给[^，。；]{1,8}听`,
  'g',
)
/** 3日内开班子会，5日内开中层会: one and the same office, circle after circle. */
const CIRCLE =
  '(?:[一-龥]{0,2}(?:主任|护士长|[班队科段组所站园级]长|年级|病区|工区)|班子|中层|全员|全体(?:职工|人员|教师|干部)?|职工|股室|科室|科务|班组|车间|教研组|支部|党员|干部|机关干部|村组|村组干部|村干部|两委|小组|组长|院务|校务)(?:成员)?(?:大会|扩大会|会)(?!议?室|员|计|费|风)'
const ROW_OF_CIRCLES = new RegExp(
  `(?:先|首先|[\\d一二两三四五六七八九十]{1,2}(?:日|天|小时)内|[日月]前|当[天晚]|次日|明天|上午|下午)[^，。；、]{0,4}[召]?开[^，。；、]{0,4}${CIRCLE}[^，。；、]{0,4}[，、；]?[^，。；、]{0,10}[召]?开[^，。；、]{0,4}${CIRCLE}`,
  'g',
)
/** 区、街、居三级依次召开誓师大会: two or more levels by their names. */
const NAMED_TIERS =
  /(?:(?:[省市州县区旗乡镇街居村社组]|街道|乡镇|社区|网格|管区|局|分局|所|站|院系?|系|校|年级|班级?|公司|分公司|车间|班组|支队|大队|中队)、?){2,5}[两二三四五]级(?:[要应须得]|都要|均|分别|依次|逐级|逐层|相继|先后|分层|层层|接续|挨个){1,3}(?:召开(?![的了过])[^，。；]{0,14}?(?:大会|会议?)|再?开(?:一[遍次]|会|完|[^，。；]{1,8}(?:大会|会(?!议?室)))|有[^，。；]{0,10}(?:动员|部署|誓师|传达|推进|启动)(?:大会|会议?)(?!议?室))/g
/** Nearest to the villages they need not even be told to go one after the other. */
const DOWN_TO_VILLAGES =
  /(?:县、?)?乡(?:镇)?、?(?:管区、?)?村(?:组)?[两三四]级(?:[要应须]|都要|分别|依次|逐级|相继|分层|同步){0,2}(?:召开(?![的了过])[^，。；]{0,12}?会议?|再?开(?:一[遍次]|会))/g
/** 下一级的会议要赶在上一级会议结束后24小时内开完. */
const NEXT_LEVEL =
  /下一?级[^，。；]{0,4}会议?[^，。；]{0,20}上一?级[^，。；]{0,6}会议?[^，。；]{0,12}(?:[天日时]内|[之以散]?后|次日|当[天晚]|结束|开完)(?:[^，。；]{0,8}(?:召?开|完))?/g
/** What is held, or said, level by level, wherever the meeting stands in the sentence. */
const STEP_BY_STEP = [
  /(?<=会[^。；]{0,34})(?:一级(?:接着?)?一级地?(?:往下|向下)?开(?![展发办会])|一级[开讲]给一级|一层一层(?:地)?(?:往下|向下)?开|(?:一级一级|层层|逐级)[^，。；]{0,6}?[讲传说贯][到至])/g,
  /(?<=会[^。]{0,80})层层召开|一级(?:接着?)?一级(?:地)?(?:(?:往下|向下)开|开下去)|一层[开讲]给一层/g,
]
/** Who sits below: the next meeting is theirs. */
const BELOW =
  '(?:各个?|每个|所辖|下属|所属|底下的?|下面的?|本校|本村|本单位){0,2}(?:[县区]直|乡镇?|[镇村](?!民)|社区|街道|管区|(?:村民)?小?组|户长|党?支部|党小组|党员|[中小]学|学校|教研组|年级|班[级组]|车间|工段|[科股]室|中队|大队|所队?(?!有)|站|网格|楼[长栋]|单元长|[班组队段]长|[队组]员|系(?![统列])|班主任|辅导员|护士长?|任课教师|教师|老师|职工|员工|工人|干部)'
/** 各乡镇再给村里开一遍, 会后把会再开给小学，小学开给教研组: one level has the next one’s meeting. */
const GIVEN_DOWN = new RegExp(
  `给(?<=(?:[再也]|接着|跟着|继续|照样|原样|随后|隔天|次日|[明后当]天)[^，。；给不没别]{0,4}给)${BELOW}[^，。；给的]{0,4}(?:再|也|照着|照样)?召?开(?:会|一[遍次场](?:会)?)(?=[，。；！]|$)|开给(?<=会[^。；]{0,30}开给)${BELOW}[^，。；的]{0,4}[，、；][^，。；不没]{1,10}开给${BELOW}[^，。；的]{0,4}`,
  'g',
)
/** 今天开到你们这一级，明天你们开到村，后天村里开到组: as far as the next level, and who is there goes on. */
const AS_FAR_AS =
  '(?:[这那]一[级层]|乡镇?|镇|街道|社区|村|组|户|党员|支部|[中小]学|学校|年级|班[级组]|车间|工段|[科股]室|[大中]队|[分支]局|所|站|网格)'
const OPENED_AS_FAR = new RegExp(
  `开到(?:各个?|每个?|[你咱]们){0,2}${AS_FAR_AS}[^，。；、不没]{0,4}[，、；](?=[^，。；、]{0,8}(?:[乡镇村局所站校队里天周晚早上]|[你咱]们|再|接着))[^，。；、不没]{1,12}开到(?:各个?|每个?)?${AS_FAR_AS}`,
  'g',
)
/** 先开班子会，再把支书召集起来开一次，村里隔天再开到组. */
const FIRST_AND_THEN = new RegExp(
  `先(?:召?开)[^，。；]{0,8}会(?![议员计费风])[^，。；]{0,6}[，；]再[^。；不没]{2,30}开(?:一[次遍场]|到${AS_FAR_AS})(?=[，。；！]|$)`,
  'g',
)
/** 照着今天的会，回去再开一遍. */
const ONCE_MORE =
  /照[^，。；]{0,12}会(?!计|员|费)[^，。；]{0,10}[再也](?:开|讲|过|(?<!会上[^，。；]{0,10})[来走])一[遍次场]|[把将][^，。；]{0,10}会(?!演|场)[^，。；]{0,6}开一[遍次]/g
/** 网格员回去接着给单元长开: from one to the next. */
const TO_THE_NEXT =
  /回(?:去|村|组|班|站)[^，。；]{0,8}(?:接着|跟着|继续|再)给(?!群众|村民|居民|老百姓|学生|家长|住户|孩子|客户|[他她]|自己)[^，。；]{1,10}(?:召?开|传达)(?:会|一[遍次场]|下去|完)?(?=[，。；！]|$)/g
/** 县会后三日内乡镇未开动员会的扣5分; 没有按要求开本级动员会的乡镇，本周五前补开. */
const WANTING =
  /(?:未|没有?|不)[^，。；、]{0,10}?(?:召?开)(?:本级|各自|自己)?[^，。；、]{0,4}(?:动员|部署|传达|贯彻|推进|启动|誓师|学习|落实)[^，。；、]{0,4}会议?(?![议室])(?:的|，)[^，。；]{0,8}，?[^，。；]{0,12}(?:扣|通报|约谈|不得分|补开|点名|检讨|说明)/g
/** 通过会议形式把精神贯彻到村组一级. */
const BY_MEETING =
  /(?:通过|采取|用)(?:召?开)?会议?的?(?:形式|方式|办法)[^，。；]{0,10}?(?:传达|贯彻|部署|宣讲|落实|布置)(?:到|至)(?:各个?|每个?)?(?:[县乡镇村组]|社区|街道|支部|党员|班组|车间|科室|股室|年级|网格|单位|学校|农?户|基层|一线)/g
const CALLED =
  /组织(?:本[村镇乡校院所局]|全体|各位|所有)?(?:村?“?两委”?|班子|支委|(?:村组|镇村|机关|全体)?干部|小?组长|网格员|支书|中层|党员干部|股室|科室|班组长|教职工)[^，。；]{0,10}?开(?:一?[次个场])?会(?![议员计])|(?:[把将][^，。；]{2,24}?(?:叫到一起|叫来|喊来|[叫喊]拢(?:来|到一起)?|召集(?:起来|到一起|过来)?|[聚召拢喊凑]到(?:一起|一处|一块)儿?)|召集[^，。；]{1,14}?)，?[^，。；]{0,8}?(?:开(?:一?[个场次])?[^，。；]{0,6}会|(?:[把将][^，。；]{1,10})?(?:讲|念|学|传达|过|说|捋|开)[上一]?一?遍)|[把将][^，。；]{2,24}?(?:叫齐|喊齐|聚齐|叫到一块)，?[^，。；]{0,8}?(?:讲|念|学|传达|开)[^，。；]{0,4}[遍会]/g
/** 回去今晚就把组长、党员喊到村部，把刚才说的再讲一遍. */
const TOLD_AGAIN =
  /[把将叫喊请][^，。；]{2,24}?(?:[喊叫召请]|召集|集合|集中)到(?:村[部室委里上]|会议室|大队部|社区|镇[里上]|乡[里上]|院子里|一起)[^，。；]{0,6}，?[^。；]{0,20}?(?:再|重新|从头|原原本本)[^，。；]{0,6}(?:[讲说念学]|传达)(?:上)?(?:一[遍次]|给|下去)/g
/** 会上的话，村里天亮之前也得再说给各组: told on and on, whether or not anybody calls it a meeting. */
const TOLD_ON =
  /(?<=会[^。；]{0,60})(?:当[夜晚]|今[夜晚]|连夜|天亮(?:之?前|以前)|天[不没]亮|次日一?[早大]|明早|过夜)[^，。；]{0,12}(?:[说讲念学传]给|[说讲念]到)(?:各|每个?|所有|全体)?(?:个)?(?:村|组|小组|村民小组|户长|组长|党员|村干部|网格|班组|科室|股室)(?!的)/g
const OVERNIGHT = /(?:传达|学习|贯彻|部署|会议|落实)[^，。；]{0,8}?不过夜|不过夜(?:地)?(?:传达|学习|部署|开会)/g
const HASTY =
  /(?:明早|今早|当天|当日|当晚|今晚|今天|连夜|会后(?:[要应须]|务必)?(?:立即|立刻|马上)|散会后|\d{1,2}小时(?:之)?内|次日|明天|即刻)(?!的)[^，。；]{0,14}?(?:召开(?![的了过])[^，。；]{0,20}?(?:大?会议?)|传达(?!了)(?:学习|贯彻|部署|到)?|传到(?:各?[村组户]|每)|开会)/g
/** 明天上午各乡镇就要把会开了. */
const HELD_BY =
  /(?<=(?:今[天晚]|明[天早]|后天|当[天晚]|[上下]午|晚上|连夜)[^，。；]{0,16})把[^，。；]{0,10}会(?:都|全)?开(?:了|完|好|起来)/g
/** 主会场会议结束后，由乡镇党委书记接着召开本乡镇会议再部署. */
const ON_THE_SPOT =
  /(?:接着|随即|继续|随后)(?:召)?开(?![的了过])(?:好)?[^，。；]{0,12}会议?[^，。；]{0,6}(?:再部署|再动员|再落实|抓落实|部署|动员)/g
const SOON =
  /第一时间[^，。；]{0,10}?(?:召开(?![的了过])[^，。；]{0,16}?(?:大?会议?)|(?:学习)?传达(?:学习|贯彻|部署|会议|本次|此次|这次))/g
const ORDERED = new RegExp(
  `(?:组织)?(?:召开(?![的了过])|开好)(?:[^，。；]{0,24}?${MEETING}|[^，。；]{0,6}会议，?[^，。；]{0,16}?(?:传达(?:学习|贯彻)?|贯彻|部署|学习|研究落实|研究贯彻))`,
  'g',
)
/** 会后要召开专题会议, 回去以后马上开会, 视频会结束后接着召开会议: one that the last calls forth, whatever its name. */
const CALLED_FORTH =
  /(?=组织|[召套]?开)(?<=(?:会后|散会(?:之?后|以后)?|会一散|回(?:[去校村镇乡局所厂]|单位)(?:之?后|以后|就)?|会议?(?:结束|完)?(?:之后|以后|后))[^。；]{0,40})(?:组织)?(?:[召套]开(?![的了过])[^，。；]{0,20}?会议?(?![议室场])(?:，传达(?:学习|贯彻)?)?|开一?[次场个][^，。；]{0,12}?会(?![议室场])|开(?:个|好)?(?:班子|中层|机关|干部|职工|股室|科室|班组|支委|支书)(?:干部|成员|扩大)?会(?![议室场])|开会(?!议))/g
/** 把乡村两级的动员会开下去. */
const FURTHER_DOWN = /[把将][^，。；]{0,12}(?:[乡镇村组]|[两三]级)[^，。；]{0,8}会议?(?:迅速|及时|尽快|马上)?开下去/g
/** 明早各村接着开: the last meeting goes on below, whoever held it. */
const GOES_ON_AT = new RegExp(
  `(?:接着|跟着|再)(?<=(?:各个?|每个?)${TIER}(?:${WHEN})?(?:接着|跟着|再))(?:召?开)(?:会|一[遍次场](?:会)?)?(?=[，。；！]|$)`,
  'g',
)
/** 村村有会、组组开会: in each of them. */
const EACH_AND_EVERY =
  /(?:村村|组组|队队|班班|户户|层层|级级|校校|科科)(?:都|也|要|得|必须|全){0,2}[有开](?:了)?(?:动员|部署|传达|学习|宣讲|宣贯|干部|党员)?大?会(?![议计员费所场展馆堂])/g
/** 其他班子成员全部陪会; not 无关人员不陪会, 翻译陪同参会. */
const COMPANY =
  /陪会(?![的议])|陪(?:同|着)(?:参会|与会|开会|听会|列席|出席会议|参加会议)(?!的)|(?:(?:全程|[须要])列席|坐满|坐到底|听到底)(?<=(?:无|没有?|不涉及)[^，。；]{0,6}(?:议题|任务|发言|业务|职责)[^。；]{0,16}(?:列席|坐满|到底))(?![的了])/g
/** 乡镇党委书记务必亲自到会，副书记、宣传干事一并参加: of one office those who decide, and those who only sit beside them. */
const ALONG =
  /(?:一并|一同|一起|也要|也须|也得|都要|全部|悉数)(?<=(?:书记|[县区镇乡局]长|主要(?:领导|负责(?:同志|人))|一把手|正职)[^，。；、]{0,2}(?:务必|必须|须|要|应)[^，。；]{0,4}(?:到会|参会|参加(?:会议)?|出席)，[^。；]{0,30}(?:一并|一同|一起|也要|也须|也得|都要|全部|悉数))(?:到会|参会|参加|列席)(?![^，。；]{0,6}的)/g
/** 一个村一个村接着把会开完: one after the other, and told to go on. 逐村召开群众会 is held with the people. */
const ONE_BY_ONE =
  /(?:一个?([村组社队班校站所])(?:[接挨连]着?)?一个?\1|挨[个着][村组社队班校站所]|([村组社队班校站所])[挨接]着?\2|逐[村组社队班校站所])(?:都|也|要|得|必须){0,2}(?:(?:接着|跟着|连着|轮着|连夜|不停)地?(?:往下)?(?:把会|召)?|把会)开(?:会|完|好|下去|过去|到底|一遍)?(?=[，。；！]|$)/g
/** 两委开完开组长的，组长开完开户主的: whose meeting comes after whose. */
const SEATED =
  '(?:村?两委|支委|班子|中层|党?支部|党员|代表|干部|(?:村|党)?小?组长?|户[主长]|网格员|楼[栋长]|职工|科室|股室|班组|车间|年级|教研组|支书|队长|[镇乡村组]里?)(?:的|会|的会|那边)?'
const AFTER_THEIRS = new RegExp(
  `(?<=[^一-龥]|[委的先把就给，。；：]|^)${SEATED}(?:开|讲|传)(?:完|罢|毕|好|了)了?，?(?:再|就|接着|马上|立马|紧接着|跟着|赶紧){0,2}(?:开|讲|传|给)${SEATED}(?:开|讲)?(?=[，。；！]|$)`,
  'g',
)
/** 各乡镇比照县里的开法组织本级会议: its like at the next level. */
const ITS_LIKE =
  /(?:比照|参照|仿照|依照|照着|套用|沿用)[^，。；]{0,16}，?[^，。；不]{0,12}(?:组织|召?开|举行|开好)(?:好|一[次场])?(?:本(?:级|[镇乡村校局院所站]|乡镇|单位|社区|街道|支部|车间)[^，。；]{0,4}|各自的?|自己的?)会议?(?![议室场])/g
/** 各级会议均须在县会结束后两日之内开完. */
const AT_EACH_LEVEL =
  /(?:各级|(?:[县乡镇村组]、?){2,3}[两二三]?级)(?:的)?会议?(?:都|均|要|须|应|得|必须|务必|一律|全部|统一){1,3}[^，。；不]{0,24}(?:开完毕?|开毕|开到位|开下去|开齐)/g
const MEETINGS = [
  ['each', [ITS_LIKE], ['照', '套用', '沿用']],
  ['each', [AT_EACH_LEVEL], ['级会', '级的会']],
  ['each', [AFTER_THEIRS], [/(?:开|讲|传)(?:完|罢|毕|好|了)了?[，再就接马立紧跟赶开讲传给]/]],
  ['company', [COMPANY], ['陪', '列席', '坐满', '到底']],
  ['along', [ALONG], [/到会|参会|参加|出席/]],
  ['tiers', [NAMED_TIERS, DOWN_TO_VILLAGES], ['两级', '二级', '三级', '四级', '五级']],
  ['level', [LEVEL], ['层层', '逐级', '逐层', '分级', '分层', '一级', '自上而下']],
  ['level', TOWNSHIPS_THEN_VILLAGES, ['村']],
  ['level', STEP_BY_STEP, ['一级', '一层', '层层', '逐级']],
  ['tiers', [ONE_BY_ONE], ['把会开', '着开', '连夜开']],
  ['tiers', [ROW_OF_TIERS], [TWO_HELD]],
  ['tiers', [EACH_AND_EVERY], ['村村', '组组', '队队', '班班', '户户', '层层', '级级', '校校', '科科']],
  ['tiers', [GOES_ON_AT], ['接着开', '跟着开', '再开']],
  ['tiers', [GIVEN_DOWN], [/给[^，。；]{1,12}开|开给[^。；]{1,30}开给/]],
  ['tiers', [OPENED_AS_FAR], [/开到[^。；]{1,30}开到/]],
  ['tiers', [FIRST_AND_THEN], ['先开', '先召开']],
  ['tiers', [NEXT_LEVEL], ['下一级', '下级']],
  ['circles', [ROW_OF_CIRCLES], [/开[^。；]{0,40}开/]],
  ['level', [ONCE_MORE], ['开一', '来一', '讲一', '过一', '走一', '上一']],
  ['level', [TO_THE_NEXT], ['给']],
  ['level', [FURTHER_DOWN], ['开下去']],
  ['hasty', [OVERNIGHT], ['不过夜']],
  ['hasty', [HASTY], ['当', '今', '连夜', '会后', '小时', '次日', '明天', '即刻']],
  ['hasty', [TOLD_ON], ['说给', '讲给', '念给', '学给', '传给', '说到', '讲到', '念到']],
  ['hasty', [HELD_BY], ['会开', '会都开', '会全开']],
  ['hasty', [ON_THE_SPOT], ['接着', '随即', '继续', '随后']],
  ['soon', [SOON], ['第一时间']],
  [
    'after',
    [TOLD_AGAIN],
    ['到村部', '到村室', '到村委', '到会议室', '到大队部', '到社区', '到村里', '到镇里', '到乡里', '到一起'],
  ],
  ['after', [CALLED_FORTH], ['会后', '散会', '回', '一散', '结束', '之后', '以后']],
  ['ordered', [ORDERED], ['召开', '开好']],
  ['ordered', [WANTING], ['未', '没', '不']],
  ['level', [BY_MEETING], ['会议形式', '会议的形式', '会议方式', '会议的方式', '会的形式', '会的方式']],
  [
    'ordered',
    [CALLED],
    ['组织', '一起', '叫来', '喊来', '叫拢', '喊拢', '召集', '叫齐', '喊齐', '聚齐', '一块', '一处'],
  ],
] as const
/** Meetings that law and statutes provide for, or that are held with the people. */
const OTHER_MEETING =
  /师生|村民(?!小?组(?!会))|党员大会|党员会议|(?<!干部|教)职工(?:代表)?(?:大会|会议)|代表大会|代表会议|民主生活|组织生活|院坝|屋场|板凳|坝坝|座谈|听证|评审|论证|股东|家长|(?<!党政)联席会议|群众|业主|换届|选举|发布会|例会|常务会|招聘|推介|招商|洽谈|对接会|展会|村“?两委|小区|户主|恳谈|评议会|生活会|学术|培训|主题党日/
const DANGER = /抢险|救援|险情|灾|事故|会商|研判|疫情|疫|转移|处置|台风|暴雨|洪|汛|火|警情|预警|气象/
const PASSES_ON = /传达|部署|动员|贯彻|学习|研究|干部|专题|党委|党组/
/** What is done each season is no danger, unless it is done at once. */
const ROUTINE = /防(?:灭)?火|消防|防汛(?:抗旱)?|防灾减灾(?:救灾)?/g
const HURRIED = /立即|立刻|马上|迅速|连夜|紧急|即刻|第一时间/
/** 连夜召开常委会进行了传达. */
const TOLD =
  /^[^。；]{0,20}(?:进行|传达|学习|研究|部署|安排|动员|作出)了|^[^。；]{0,30}，[^，。；]{0,4}(?:效果|成效|反响)(?:很|较|明显|良好|显著|不错)/
/** The meeting is named for what it is to do. */
const A_NAME = new RegExp(MEETING)
/** Said aloud, a time is an order: 各乡镇下午就把支书喊来，开一个会. */
const AT_ONCE = /上午|下午|今[天晚]|明天|回去|会后|散会/
const PERIODIC = /每(?:年|半年|季度?|月|周|旬|个)|定期|不定期|经常|按季|按月|适时|至少/

/** What is to be, not what was done when the meeting was over. */
const LAID_UPON = /(?:^|[^主重需必])要(?!求|点|素|害)|请|须|务必|应当?(?![急邀约])|希望|回去|[就都][得是]|会一散/
/** Without a pause: 接着召开会议. */
const WITHOUT_PAUSE = /接着|继续|套|随即|随后/
/** The same meeting goes on, or the delegates sit in groups. */
const SAME_MEETING = /分组|分团|代表团|小组会|各位(?:委员|代表)|留下|会议室|休息|合影|参观|继续开会$/
const GOES_ON_BELOW = /^，[^，。；]{0,4}(?:安排|部署|贯彻|落实|传达)/

/** 《…条例》规定，各村应当依法召开会议; no law wants them 层层. */
const BY_LAW = /依[法规章][^，。；]{0,4}$/
/** 各定点医疗机构、乡镇卫生院、村卫生室要逐级召开会议: the levels are townships and villages. */
const VILLAGES_IN_LIST = /乡镇[^，。；]{0,8}、村/

/** Their steps are orders: （一）动员阶段。各乡镇召开动员会. */
const STEPS: ReadonlySet<string> = new Set(['plan', 'implementing', 'notice', 'notice.forward'])

/** What they announce goes on at once. */
const UNDER_WAY: ReadonlySet<string> = new Set(['notice.meeting', 'speech.host'])

/** Where one of these stands, `meetingDemands` looks. */
export const cascadeWords: readonly string[] = [
  ...[
    '陪会',
    '陪同参会',
    '陪同与会',
    '陪同开会',
    '陪同听会',
    '陪同列席',
    '陪同出席',
    '陪同参加会',
    '陪着开会',
    '陪着听会',
  ],
  ...[
    '一并参',
    '一并到会',
    '一并列席',
    '一同参',
    '一同到会',
    '一同列席',
    '也要到会',
    '也要参会',
    '也须参加',
    '也要参加',
  ],
  ...['全部参会', '全部到会', '全部列席', '悉数'],
  '层层',
  '逐级',
  '一级一级',
  '一级接',
  '自上而下',
  '不过夜',
  '召开',
  '开会',
  '开好',
  '传达',
  '传到',
  '一层一层',
  '一级开',
  '开一遍',
  '开一次',
  '一级讲',
  '一层开',
  '一层讲',
  '开到乡',
  '开到镇',
  '再开一',
  ...['再来一', '也来一', '再走一遍', '再过一遍', '接着给', '跟着给', '去再给', '继续给'],
  '明早开',
  '今晚开',
  '叫到一起',
  ...['到村部', '到村室', '到村委', '到会议室', '到大队部', '到村里', '到镇里', '到乡里', '到一起'],
  '聚到一起',
  ...['召到一', '拢到一', '喊到一', '凑到一', '叫到一处', '聚到一处', '聚到一块'],
  ...['说给各', '讲给各', '念给各', '学给各', '说给每', '讲给每', '说给村', '讲给村', '说到组', '讲到组', '说到户'],
  '叫拢',
  '喊拢',
  '召集',
  '叫齐',
  '喊齐',
  '聚齐',
  '叫到一块',
  '乡里开',
  '镇里开',
  '乡里要开',
  '镇里要开',
  '乡里也',
  '镇里也',
  '镇里再',
  '乡里再',
  '镇要开',
  '回去要开',
  '级一级',
  '里的会',
  '上的会',
  '会套着',
  '把会开',
  '开大会',
  '给村',
  '里开完',
  '逐层',
  '分级',
  '分层',
  '日内召',
  '天内召',
  '里开第',
  '开给',
  ...[
    '开一场',
    '开到你',
    '开到村',
    '开到组',
    '开到班',
    '开到科',
    '开到车间',
    '开到支部',
    '开到户',
    '开到街',
    '开到社',
    '开到年级',
    '开到所',
    '开到站',
    '开到中队',
    '开到大队',
    '开到学',
    '开到小',
    '开到各',
  ],
  '天开',
  '晚开',
  '早开',
  '午开',
  '接着开',
  '跟着开',
  '马上开',
  '再开',
  '级依次',
  '级分别',
  '级逐级',
  '级相继',
  '级先后',
  '级都要',
  '级层层',
  '级均',
  '下一级',
  '下级的会',
  '内开',
  '套开会',
  '开下去',
  '把会开',
  '先开',
  ...['开完开', '开完再', '开完就', '开完接', '开完马', '开罢开', '开完了', '讲完讲', '开完给', '开完，'],
  ...['组织本级', '召开本级', '开好本级', '开本级', '级会议均', '级会议都', '级会议要', '级会议须', '级会议必'],
  '村村有会',
  '村村开',
  '村村要开',
  '村村都',
  '组组有会',
  '组组开',
  '组组要开',
  '组组都',
  '级级开',
  '级级有会',
  ...['班子会', '中层会', '机关会', '股室会', '科室会', '班组会', '支委会', '支书会'],
  ...['会议形式', '会议的形式', '会议方式', '会议的方式'],
  ...['全程列席', '须列席', '要列席', '坐满', '坐到底', '听到底'],
  ...['要有动员', '要有启动', '要有部署', '要有誓师', '要有传达'],
  ...[
    '开完会',
    '开毕',
    '里开，',
    '里开；',
    '里开了',
    '村里开',
    '组里开',
    '所里开',
    '片上开',
    '街道开',
    '社区开',
    '补开',
  ],
  '班班开',
  '班班有会',
]

/** Meetings at one level after the other, to pass something on. */
const LIKELY = lazily(
  (): Signs => ({
    // What few passages have goes first.
    all: [
      /传达|动员|部署|开完|精神|再[开传]|往下|接着开|会[上下]午开|开[喽了]|开大会/,
      /上午|下午|晚上|当天|今晚|回去|不过夜|不许省|要开|必须|要(?!求)|\d日内|小时内|连夜|断|明[天个]|今儿|后[天个]|不许/,
      /(?:[县镇乡村][里上]的会[^。]{0,20}){2}|再开一[遍次]|先开[^，。；]{1,8}会，再开|一场都不许省|(?:层层|逐级|一级一级)[^，。；]{0,10}(?:[召传]?开|传[达到]|动员|[学讲念]|贯彻)|依次召开|三级[^，。；]{0,8}召开|会套着|开到(?:每个|各)?[班组村所站]|村[级里组][^，。；]{0,6}开|[乡镇局县区][里上]?[^，。；]{0,8}[开传][^。]{0,24}[村股所组][里上]?[^，。；]{0,10}[开传]/,
      /会/,
    ],
    none: /不(?:再|用|必|要|得|搞|许)[^，。；]{0,8}(?:层层|逐级|开)|传导压力|压力传导|预警|警报|转移避险/,
  }),
)

type Told = (typeof MEETINGS)[number][0]
type Kind = Exclude<Told, 'tiers' | 'circles' | 'after' | 'each'>

/** Of `hits` (places of `cascadeWords`, in order), the meetings demanded of those below; nothing in sentences that are `allowed`. */
export const meetingDemands = (
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<Kind | 'likely'>> =>
  orLikely(
    doc,
    hits,
    meetingsIn(doc, hits, allowed),
    LIKELY,
    (passage, near) =>
      OTHER_MEETING.test(passage) ||
      LAUGHED_AT.test(passage) ||
      (/开[到给]/.test(near) && DRIVEN.test(near)) ||
      allowed(passage),
  )

function* meetingsIn(doc: Doc, hits: readonly Span[], allowed: (sentence: string) => boolean): Generator<Worded<Kind>> {
  let done = -1
  const isFirst = oncePerSentence(doc)
  for (const hit of hits) {
    if (hit.start < done) continue
    const found = [wordedAt(doc, hit, MEETINGS, 40, 60, 1), rowAt(doc, hit)].find(
      (one) => one && one.span.start >= done && isDemanded(doc, one, allowed),
    )
    if (!found) continue
    done = found.span.end
    const shown = SHOWN_AS[found.message]
    if (isFirst(found.span, shown)) yield { ...found, message: shown }
  }
}

function isDemanded(doc: Doc, found: Worded<Told>, allowed: (sentence: string) => boolean): boolean {
  const demand = demandOf(doc, found.span)
  return (
    !demand.void && !isDiscouraged(demand) && IS_ASKED[found.message](demand, found, doc) && !allowed(demand.sentence)
  )
}

/** See `downTheRungs`; looked for only where two hold one. */
function rowAt(doc: Doc, hit: Span): Worded<Told> | undefined {
  const window = windowAt(doc, hit.start, 80, 100)
  if (!window || !/(?:开|集|前)[^。]{2,40}开/.test(window.text)) return undefined
  const row = downTheRungs(window.text, window.at)
  const words = row && window.text.slice(row.from, row.to)
  if (!words || !TOLD_DOWN.test(words) || /开[了过]$/.test(words)) return undefined
  return { message: 'tiers', words, span: window.spanOf(row.from, row.to) }
}

/** 回去以后少开会、多跑路; 会后开会能少则少: fewer are asked for, not one more; but 不得少开一场. */
const isDiscouraged = ({ before, after }: Demand): boolean =>
  FEWER.test(before) || (FEWER_AFTER.test(after) && !/不[得能许准]少/.test(after))
const FEWER =
  /(?:(?<!至|[不没]|缺|减|[得能许准要]不)少|慎|精简|减少|压减|压缩|能不|可不|[合归]并|不(?:急[于着]|忙[于着]?|要急[于着])|[少别]忙着?|莫|与其|光|只会|满足于)(?:再|去|层层)?$/
const FEWER_AFTER = /^(?:的?(?:次数|数量)?(?:要|得)?(?:少|精|能少[则就]少|越少越好|尽量少)|不如)/

/** What a reader is told of the patterns. */
const SHOWN_AS: Readonly<Record<Told, Kind>> = {
  level: 'level',
  tiers: 'level',
  circles: 'level',
  company: 'company',
  along: 'along',
  hasty: 'hasty',
  soon: 'soon',
  ordered: 'ordered',
  after: 'ordered',
  each: 'level',
}

/** Is what the words name a meeting that offices below are to hold, and one that nothing but the demand calls for? */
const IS_ASKED: Readonly<Record<Told, (demand: Demand, found: Worded<Told>, doc: Doc) => boolean>> = {
  level: ({ actor, before }, { words, span }, doc) =>
    !(actor === 'business' && !VILLAGES_IN_LIST.test(before)) &&
    !/代表|选举|换届/.test(words) &&
    !WARNING.test(before) &&
    !/预警|警报/.test(words) &&
    !scorned(doc, span.start),
  each: (demand, { words, span }, doc) =>
    demand.actor !== 'business' &&
    !IN_THE_PAST.test(demand.ahead) &&
    (demand.bidden || demand.deadline || SOON_SAID.test(demand.ahead + words + demand.after.slice(0, 24))) &&
    isAnyMeeting(demand, words.replace(/户主|村?两委/g, '')) &&
    !OTHER_ROW.test(demand.ahead.slice(-40) + words) &&
    !LAUGHED_AT.test(doc.text.slice(span.end, span.end + 60)) &&
    !scorned(doc, span.start),
  tiers: (demand, { words, span }, doc) => isRowOfMeetings(demand, words, span, doc),
  // Whose circles they are must be said: what the office itself holds first and then is its own programme.
  circles: (demand, { words, span }, doc) =>
    (demand.actor === 'lower' || /回去|会后|散会|(?:会议?|讲话)(?:内容|精神)/.test(demand.before)) &&
    isRowOfMeetings(demand, words, span, doc),
  company: ({ before, ahead }) =>
    TOLD_TO_COME.test(before) &&
    !/[不无][^，。；]{0,8}$/.test(before) &&
    OFFICIALS.test(ahead) &&
    !OUTSIDERS.test(ahead),
  along: ({ ahead }, { words }) => !OUTSIDERS.test(ahead) && !OTHER_MEETING.test(ahead.slice(-60) + words),
  hasty: (demand, { words }) => isPassedOn(demand, words) && isHaste(demand, words),
  soon: (demand, { words }) => isPassedOn(demand, words),
  ordered: (demand, { words }, doc) => isOrdered(demand, words, doc),
  after: (demand, { words }, doc) =>
    isCalledForth(demand, words, doc) ||
    (A_NAME.test(words + demand.after.slice(0, 16)) && isOrdered(demand, words, doc)),
}

/** 以前是班子开完开党员的，党员开完开组长的. */
const IN_THE_PAST = /(?<!会|[日天末底])以前|过去(?!开)|从前|那时|往年|去年|前些年|老是|总是/
/** Aloud: 今夜里都给我开到底. */
const SOON_SAID = /今[天晚夜]|明[天早晚]|连夜|当[天晚]|回去|散会|会后|给我/
const TOLD_TO_COME =
  /(?:一并|一同|全部|一律|全程|[都均也]|(?:^|[^主重需必])要(?!求)|须|务必|必须|列席|安排|请|在分会场|到[^，。；]{0,8}会场)[^，。；]{0,12}$/
const OFFICIALS = /领导|班子|书记|[县区镇乡局]长|负责(?:同志|人)|主任|支书|干部|副职|部门|单位|乡镇/
/** Who comes with a guest, a pupil or a party to a case. */
const OUTSIDERS = /家长|家属|翻译|律师|代理人|监护人|客商|专家|企业|学生/

/** The offices below are told to hold it, by name and by when, or as a step of a scheme. */
const isOrdered = (demand: Demand, words: string, { genre }: Doc): boolean =>
  (demand.actor === 'lower' || (demand.actor === 'unsaid' && BACK_HOME.test(demand.ahead))) &&
  (demand.bidden || demand.deadline || STEPS.has(genre.id) || AT_ONCE.test(demand.before)) &&
  isFurtherMeeting(demand, words)

/** Said to those in the hall: 回去以后，今晚就把班子召集起来学一遍. */
const BACK_HOME = /(?<!我们?|他们?|咱们?)回去(?:之?后|以后|就|要|，|别[^，。；]{1,4}，|先|马上|立马|连夜|今[晚天夜])/

/** Who sits in the hall is told without a name: 会后，要及时召开专题会议. */
const isCalledForth = (demand: Demand, words: string, { genre }: Doc): boolean =>
  (demand.actor === 'lower' || (demand.actor === 'unsaid' && !/我们|我[县市区镇乡省局]/.test(demand.before))) &&
  (LAID_UPON.test(demand.ahead) ||
    (WITHOUT_PAUSE.test(demand.before + words) && (STEPS.has(genre.id) || UNDER_WAY.has(genre.id)))) &&
  (!SAME_MEETING.test(demand.ahead.slice(-40) + words) || GOES_ON_BELOW.test(demand.after)) &&
  isFurtherMeeting(demand, words)

/** What is decided there must be decided together: 召开党政联席会议审定. */
const DECIDES =
  /^[^。；]{0,12}(?:审[定核议批查]|集体(?:研究|讨论|决策)|研究(?:决定|确定|审定|提出)|讨论(?:决定|通过|确定)|表决|推荐)/

/** None that is held anyway, by law or by the calendar. */
const isFurtherMeeting = (demand: Demand, words: string): boolean =>
  isSeasonal(demand, words) &&
  !DECIDES.test(demand.after) &&
  // 县级层面召开动员会: the county’s own.
  (demand.bidden || !/层面[^，。；]{0,4}$/.test(demand.before)) &&
  !PERIODIC.test(demand.before + words) &&
  !isLaidDown(demand.ahead, demand.after) &&
  !BY_LAW.test(demand.before)

/** 把预警逐级传达到转移责任人: that needs no meeting. */
const WARNING = /(?:预警|警报|响应|叫应|汛情|雨情|险情|灾情|避险|撤离)[^，。；]{0,10}$/

/** 县里今天开，镇里明天开 speaks of a meeting where one is named near by. */
const OF_MEETING = /会(?![员计费风所展同籍不])|精神|传达|动员|部署|讲话|开给/
/** …，开到最后黄花菜都凉了: told to be laughed at. */
const LAUGHED_AT =
  /黄花菜|误了|(?<!不[许能得要准]|别)耽误|没人听|哪还有|哪有[工功时]|图个?[什啥]|何苦|累不累|照本宣科|没意思|白白|折腾/
const OTHER_ROW = /代表|人大|两会|党代|选举|换届|预警|警报|招聘|门诊|店|市场|超市|庙会|集市|食堂/
/** What else is driven as far as a village, or made out to somebody. */
const DRIVEN =
  /车(?!间)|班线|农机|收割|挖机|机械|[讲上夜]课|课堂|讲堂|夜校|院坝|直播|村播|发票|票据|收据|证明|介绍信|处方|药|清单|罚单|窗口|专线/
/** 会直接开到村: nobody holds it again. */
const STRAIGHT_DOWN = /直接|一竿子|一次性|一步到位|同步/

/** 子公司开给项目部听: a group's own, as townships are a county's. */
const ITS_OWN_FIRMS = /[子分]公司[^，。；]{0,4}$/
const isRowOfMeetings = (demand: Demand, words: string, span: Span, doc: Doc): boolean =>
  (demand.actor !== 'business' || ITS_OWN_FIRMS.test(demand.before)) &&
  isAnyMeeting(demand, words.replace(/班子|支部|村?干部/g, '')) &&
  !OTHER_ROW.test(demand.ahead.slice(-40) + words) &&
  !(/^(?:开[到给]|给)/.test(words) && DRIVEN.test(demand.ahead.slice(-40) + words)) &&
  !(words.startsWith('开到') && STRAIGHT_DOWN.test(demand.before + words)) &&
  !PERIODIC.test(demand.before + words) &&
  !/昨[天晚日]|前天|上周|上个?月|那[天次回]/.test(demand.ahead) &&
  OF_MEETING.test(doc.text.slice(Math.max(0, span.start - 120), span.end + 60)) &&
  !LAUGHED_AT.test(doc.text.slice(span.end, span.end + 60)) &&
  !scorned(doc, span.start)

/** None that statutes provide for, that deals with a danger, or that is told of. */
const isAnyMeeting = ({ ahead, after }: Demand, words: string): boolean =>
  !OTHER_MEETING.test(words) && !DANGER.test(ahead.slice(-40) + words + after.slice(0, 12)) && !TOLD.test(after)

/** The same of what each spring and autumn brings: 各乡镇要召开森林防火动员会 needs no fire. */
const isSeasonal = (demand: Demand, words: string): boolean => {
  const { ahead, after } = demand
  if (HURRIED.test(demand.before + words)) return isAnyMeeting(demand, words)
  const calm = (text: string) => text.replace(ROUTINE, '')
  return (
    !OTHER_MEETING.test(words) && !DANGER.test(calm(ahead.slice(-40) + words + after.slice(0, 12))) && !TOLD.test(after)
  )
}

const isPassedOn = (demand: Demand, words: string): boolean =>
  (demand.actor === 'lower' || demand.actor === 'unsaid') &&
  isAnyMeeting(demand, words) &&
  !/我们|我[县市区镇乡省]/.test(demand.before)

/** Today’s own meeting, and what stands on the programme of one day, are no haste to pass on. */
function isHaste({ actor, before, after }: Demand, words: string): boolean {
  if (/^[今明]/.test(words) && actor !== 'lower') return false
  if (words.startsWith('把')) return actor === 'lower' && !/昨|前天|那天|上周|已/.test(before)
  if (!words.includes('召开')) return true
  if (/^[今当明次]/.test(words) && (actor !== 'lower' || /我们|我[县市区省]/.test(words))) return false
  return PASSES_ON.test(before + words + after.slice(0, 24))
}

/** 直接教会了不就完了？层层开会，开到最后…: right behind a question that is none, and that does not ask how. */
const scorned = ({ text }: Doc, start: number): boolean =>
  /(?<!怎么[办做抓干]|如何[办做抓])[？?][”"]?$/.test(text.slice(Math.max(0, start - 8), start))
