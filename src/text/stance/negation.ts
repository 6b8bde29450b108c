/** Words that forbid, reduce or abolish: before what they concern, behind it, in the lines above and in the title. */
import { behindLast, clauseOf } from '../clauses.ts'
import { matchesOf } from '../matches.ts'

/** Words that forbid whatever follows them. */
const PROHIBIT =
  /(?:^|[，：、“]|你们|大家|千万|谁[都也]?|[都就可也再])别(?![的人墅处说看提急忙怕忘名称落拉小漏误迟晚拖掉少等嫌指空])|不得(?!不|低于|少于|晚于|迟于)|不准|不许|不允许|不再|不要|不应(?!有)|不宜|不可(?!避免|或缺|少|分)|不能(?=以|用|靠|把|将|拿(?![出到])|对(?![标应口接照])|简单|动辄|随意|搞|再|一味|只|光|仅|层层|让|单纯|变相|签|设|实行|作为|通过|满足)|不靠(?!近|谱|边|岸)|没(?:有)?人(?=(?:天天|再|会|还|总)?(?:让|叫|要求|催)[你咱我大])|不(?=会(?:叫|让|请|要求|安排|搞|再|组织|动员)|搞|写|安排[^，。；]{0,8}(?:签|递交|环节|仪式|陪同|表态)|设|增|新[增设建]|组建|建(?![^，。；]{0,14}的[，扣]|议)|拉|开(?:[设通]|展(?![^，。；]{0,14}的[，扣通]))|另|专门|统计|考核|通报|排名|收集(?![^，。；]{0,10}的[，扣])|要求|准备|下达|看(?![好到清见得])|[把将](?!握)|乱|滥|随意|轻易|擅自|签|列|纳入|作为(?![、的，乱慢]|$)|(?<=[也并都均再]不)作为|因此|因其|实行|实施|以(?!为)|用(?!心|力|功)|需|必|单独|层层|提倡|采取|采用|[与同跟向对][^，。；]{1,16}(?:签|设|搞|实行))|不是|不在于(?![^，。；]{0,6}，)|不取决于|不体现[在为]|不等同?于|并非|决非|绝非|严禁|禁止|杜绝|防止|严防|谨防|避免|反对|力戒|切忌|勿|无需|无须|毋须|免予|免除|免签|停止|叫停|克服|摒弃|抛弃|破除|破解|取消(?![^，。；]{0,12}(?:资格|评))|删[除去掉]|剔除|移[除出]|[拿去划]掉|废止|废除|撤销|解除|慎用|(?<![至不多])少(?=[签设用搞拿提开让])|(?<![特分级类个性区差识辨判鉴甄告派户科])别(?=[把拿用让搞提再老总]|动辄|动不动|一[有说提来])|莫(?=[把拿用让搞再])|谢绝|不赞[成同]|不主张|(?:谁|哪个[^，。；再还]{1,4})[再还](?=安排|搞|要求|签|设|拿|用|让|从|抽|借|层层)|清零|严格控制|从严控制|从严从紧|严控|(?:没有|未予?|不予)(?:采纳|同意)|没有(?=签|设|实行|与|增|任何|建|组建|委托|要求|[把将])|停(?=签|设|建|搞)|未(?=签|设|增|与|实行)|未经[^，。；]{0,8}(?=擅自|自行|随意|设|签|增)|代替|替代(?!实行|期间|工作|行动|任务|项目|进[度展])|取代/g
/** Words that clean up whatever follows them, and that are nouns too: 清理“一票否决”事项, but 环境整治实行一票否决; 开展排查时 says when. */
const CLEAN =
  /(?:清理|清退|规范|减少|压减|压缩|精简|整治|纠正|纠治|治理|查处|查纠|整改|简化|减轻|排查|取缔|削减|打击|遏制|抵制)(?![前后]的?|时(?![效限间段])|(?:期间|过程中|当中)(?!的)|中[，要须应必均])/g
const CLEANS =
  /(?:^|[^一-龥]|[要须应当再先就并和及与来将请需以于]|集中|全面|专项|重点|坚决|着力|开展|大力|严肃|切实|认真|深入|抓紧|立即|逐一|进一步|持续|统一|主动|严格|依法|逐步|大幅|从严|彻底|有效|尽快|及时|排查|清理|规范|整治|纠正|督促|推动|积极|继续|自查|不断|精简|压减|取消|对照)$/
/** Words that find fault with the act that follows at once: 擅自设置, 动辄签订. */
const WRONGLY =
  /违规|违反规定|擅自|随意|任意|滥|乱(?!作为|象|占|堆|倒|扔|搭|建)|动辄|动不动|习惯于?|热衷于?|一味|变相|简单地?|只靠|光靠|仅靠|单靠|(?:事事|件件|样样)(?=都|[“"]?$)|(?<!(?:要(?!求)|应|须|由各[^，。；]{1,8}|[日月底初旬]前|之?内)[^，。；]{0,2})自行|私自|频繁|满足于|停留在|忙于|疲于/g
/** A cleaning campaign by its name is no cleaning up: 建立占道经营专项整治微信群. */
const CAMPAIGN = /整治|治理|整改|排查/
/** 将规范办学行为专项行动总结报…. */
const NAMED_CAMPAIGN = /专项(?:整治|治理)?$/
const SETS_UP = /(?:建立?|组建|成立|设[立置]|加入|进入?|签订?|签署)[^，。；]{0,16}$/
const ACT =
  /^(?:就|便|都)?(?:地|对[^，。；的]{1,10}|向[^，。；的]{1,10}|与[^，。；的]{1,10}|从[^，。；的]{1,10}|以|靠|用|拿|将[^，。；的]{1,12}|把[^，。；的]{1,12}|要求[^，。；的]{1,10}|层层|逐级|变相)?(?:签|设|搞|增|立|实行|推行|列|作为|纳入|使用|运用|用|下达|建立|出台|提出|要求|$)/

/** Verbs that lay a rule upon somebody. */
export const ASSIGN = /实行|实施|推行|纳入|列为|列入|作为|予以|给予|执行|落实|采取/
/** After a prohibition these open what it forbids: 不得对工作滞后的乡镇实行…. */
const OBJECT_MARK = /^(?:[^，。；、]{0,4})(?:对|将|把|以|向|因|与|在|任何|随意|擅自|自行|变相|层层|各)/
/** The prohibition belongs to a condition that ends here: 凡不再达标的一律…. */
export const CONDITION_ENDS =
  /的[^，。；、的]{0,12}(?:一律|坚决|直接|实行|实施|予以|给予|执行|纳入|作为|列为|列入|签|[^主重需必]要|应当|必须|将(?!军))/
/** What is forbidden is itself the matter: 将防止返贫工作纳入…. */
const TOPIC_ENDS =
  /(?:工作|任务|目标|行为|指标|成效|情况|责任|问题|行动|攻坚|事故)[^，。；、]{0,6}(?:实行|纳入|列为|列入|作为|严格|执行|落实|签)/
const NOUN_AFTER = /^(?:工作|行动|领导小组|指挥部|任务|期间|中|责任|目标|攻坚|专项|方面|过程|效果|力度|不力|不到位)/
const IF = /凡|对|如(?:有|果)?|若|一旦|发现|发生|出现/

/** What a prohibition must first name for it to reach over the next comma: 严禁层层加码，签订责任状; not 严防事故发生，实行一票否决. */
const BURDEN =
  /层层|加码|签|责任状|责任书|承诺书|军令状|一票否决|形式主义|留痕|痕迹|台账|报表|填表|表格|文山|会海|发文|开会|考核|督查|督导|排名|打卡|微信|负担|摊派|转嫁|甩锅|随意|擅自|一刀切|减负|下派|要材料|报材料/
/** In a heading, which says less: 整治形式主义, but not 防止考核走过场. */
const NAMED_BURDEN = /层层|加码|责任状|责任书|承诺书|军令状|一票否决|形式主义|留痕|台账|文山|会海|负担/
const PUNISHMENT = /参[加与]?评|评[先优选]|提拔|晋[升级]|推荐|享受|表彰|提任|重用|申报/
const FORBIDS =
  /严禁|不得|禁止|停止|叫停|废止|杜绝|防止|不准|不许|力戒|反对|停用|下线|整治(?!办|专班|领导|指挥)|纠正|纠治|清理|取消|不要|不能|不再|不搞|避免|减少/g
/** A clause that starts anew: 不得弄虚作假，对弄虚作假的实行…. */
export const OWN_CLAUSE =
  /(?:^|[，；])(?:对(?!于)|凡|否则|同时|并|要(?!求)|应|必须|须|坚持|继续|确保|年终|年度|当年|一律|坚决)/

const STOPPED =
  /取消(?![^，。；]{0,12}(?:资格|评))|清理(?!办|专班|组)|清[退出]|废止|废除|压减|减少|精简|规范(?![化性])|纠正|纠治|叫停|停止|停掉|(?:一律|全部|全都|统统)停了?$|整治(?!办|专班|领导|指挥|组|工作|行动|成效|任务|情况|(?<=[到至在往入][^，。；]{1,14})[^，。；]{0,6}群(?!众))|杜绝|禁止|不得(?!参|评|推|晋|提|享|申|入|立项|低于|少于|晚于|迟于)|不准|不再|无关|脱钩|删[除去掉]|剔除|移[除出](?![^，。；]{0,12}名[单录])|[拿去划]掉|退出(?=[^，。；]{0,8}(?:考核|考评|评价|指标))|过多|过滥|泛滥|代替|替代|取代|减负(?!办|专班)|减轻|形式主义|之风|现象|乱象|(?<![及和、]|存在的?)问题|(?<![好及和、]|亮点|典型|经验|特色|先进)做法|只减不增|不行|不够|不管用|了事|了之|不是|并不|不等于|作废|失效|已(?:全部|全|一并|均|都)?(?:关闭|停用|下线|关停|撤除)|(?:一并|全部|都)[关停撤][了掉]|中解[脱放]|走过场|清单(?:管理|以外|之外|外|内)|以外|之外|除外/
/** 县生态环境局提出保留“每日零报告”，会议未采纳. */
const TURNED_DOWN =
  /^[^，。；]{0,12}的(?:建议|提议|意见|设想|想法|申请|请求)，[^。；]{0,40}(?:[未不]予?(?:采纳|同意|支持|批准)|没有(?:采纳|同意|批准)|予以退回)|^[^，。；]{0,12}，[^，。；]{0,8}(?:[未不]予?采纳|没有采纳|不予同意|不同意|[未没]有?同意|不予支持|被?否决了|被退回|不可信|不属实)/
/** What needs leave is not laid upon anybody: 签订责任状，须报县委批准; but 制定方案，报县整治办备案. */
const NEEDS_LEAVE =
  /^[^，。；]{0,8}，?(?:[^，。；]{0,6}(?:须|应当?|需|必须|一律|事先|提前|先|要|得)(?:经|逐级|先|事先|提前)?)[报经][^，。；]{0,14}(?:批准|审批|审核|备案|同意)/
const AFTERWARDS = /^(?:之?后|完毕|完成)/
/** 低于90%的，予以通报 demands the 90 %. */
const SHORTFALL =
  /低[于的]|[偏较]低|落后|倒数|后[\d一二三两]|未|没有|不足|不满|不到|达不到|不达标|少于|排名|靠后|末位|滞后|为零|缺/
/** 不按要求注册的干部，通报 demands that they do. */
const UNDONE = /(?:未(?!经)|没有|不按|拒不|拒绝|逾期不)[^，。；]{0,8}$/
const TOPIC =
  /(?:做法|现象|问题|事项|制度|情况|行为|等|的|清单|形式|方式|名义|内容|条款|规定|的(?:单位|部门|乡镇|地方|人员|干部|个人|责任人|平台|系统|[Aa][Pp][Pp]|应用))[”"]?$/
/** 把安装率写进考核细则的共有14处，由…删去: counted because they go. */
const COUNTED_OUT =
  /^[^，。；]{0,24}的?(?:共有?|计|有)\s?\d+\s?[处项条个份][，；][^。；]{0,30}(?:删[除去掉]|取消|停止|清理|废止|纠正|整改|撤销)/
/** 这一做法已经停止; 这种风气必须刹住. */
export const PRACTICE_STOPPED =
  '(?:这|此类)[^，。；]{0,6}(?:做法|规定|要求|办法|制度|现象|风气|作风|歪风|行为|搞法|干法|苗头|套路|路子|事情|搞头)(?:[^，。；]{0,8}(?:(?<![不别])停(?:止|下|了|掉)|取消|废止|叫停|不再|刹|纠正|杜绝|制止|遏制|整治|要改|不可取|要不得|不允许|不能(?:再|有|要)|到此为止)|[^，。；]{0,8}(?:(?:被|受到|挨了?)[^，。；]{0,10}(?:点名|批评|通报(?!表扬)|曝光)|点[过了]名|三令五申)|[^。；]{0,24}(?:不[准许]再?|谁再)[搞干走有出])'
/** What was told in the sentence before; who speaks; and from when on. */
const THAT =
  '(?:(?:这|上述|以上)[件项条套些个种样]?|该)(?:一?[条项件]|事情?|做法|规定|要求|办法|制度|规矩|章程|动作|东西)?'
const WE = '，?[由经]?(?:我们?|[县市局镇乡院学校公村][里校院司会]|会议)?'
const FROM_NOW =
  '(?:[从自]?(?:今[天年后]|本[月周]|[这本]学期|这个?月|现在|即日|[往以]后|\\d{1,2}月(?:\\d{1,2}日)?)起?，?)?'
const ALL_OF_IT = '(?:一律|全部|[全都就也]|已经?|正式|一并|统统|统一|予以|决定){0,3}'
const GONE =
  '(?:撤[销掉了]|取消|作废|废[止除了掉]|砍[掉了]|停[掉了止]|叫停|免[了掉]|[划删]掉|不[作算]数|到此为止|打住|不再(?:[搞做办查收报填写]|要求|执行|实行)|不用?再?[搞做弄干要办查收交报写填拍打签用]了)'
/** …。这件事我们撤销; …。这一条从今年起不搞了; …。今天起一律取消: the next sentence does away with what was told. */
export const ABOLISHED_NEXT = new RegExp(
  `^[”"]?(?=[这上以该从自今本现即会])(?:${THAT})?${WE}${FROM_NOW}${ALL_OF_IT}${GONE}(?=[，。；！”]|$)`,
)
/** 每周要报送进展，这一做法已经停止. */
const PRACTICE_STOPPED_NEXT = new RegExp(`^[^。；]{0,40}，${PRACTICE_STOPPED}`)
const STOPPED_NEXT =
  /，[^，。；]{0,14}(?:取消(?![^，。；]{0,12}(?:资格|评))|清理|清退|废止|删[除去掉]|剔除|[拿去划]掉|压减|精简|减少|规范|纠正|纠治|整改|改正|下架|叫停|停止|通报(?!表扬)|举报|反映|投诉|拨打|核查|核实|问责|追责|追究|约谈|处分|查处|退回|可以?拒绝|有权拒绝|不得(?!低于|少于|参?评|提[拔任]|晋[升级]|推荐|享受|申报|重用)|不再|减下来|审批|批准|备案|除外)/
export const DEONTIC = /(?:^|[^主重需必])要(?!求|点|素|害)|必须|务必|应当|须|一律|坚决|将(?!军|责|任)/

/** What a lead-in announces when it does not list what is forbidden. */
const ORDERS = /通知|意见|措施|方案|任务|工作|要求|部署|安排|如下(?!行为|情形|做法)|做到|抓好|发生/
const LIST_LEAD = /[:：]$|(?:行为|做法|情形|事项|清单|规定|纪律|禁令|功能|栏目|条款|动作)$/

export function isForbidden(ahead: string, before: string): boolean {
  if (NOT_ON_SUCH_GROUND.test(ahead)) return true
  const offset = ahead.length - before.length
  for (const m of matchesOf(PROHIBIT, before)) {
    const between = before.slice(m.index + m[0].length)
    if (
      /^(?:不是|不等同?于|并非|[决绝]非)$/.test(m[0]) ||
      OBJECT_MARK.test(between) ||
      !endsBetween(between, ahead.slice(0, offset + m.index))
    )
      return true
  }
  for (const m of matchesOf(CLEAN, before)) {
    const between = before.slice(m.index + m[0].length)
    const first = before.slice(0, m.index)
    if (!CLEANS.test(first) || NOUN_AFTER.test(between) || ASSIGN.test(between)) continue
    if ((CAMPAIGN.test(m[0]) && SETS_UP.test(first)) || NAMED_CAMPAIGN.test(between)) continue
    if (!endsBetween(between, ahead.slice(0, offset + m.index))) return true
  }
  for (const m of matchesOf(WRONGLY, before)) if (ACT.test(before.slice(m.index + m[0].length))) return true
  // An enumeration under one prohibition: 严禁层层加码，签订责任状.
  if (DEONTIC.test(before)) return false
  const named = behindLast(FORBIDS, ahead.slice(0, offset))
  if (named === undefined) return false
  return BURDEN.test(named) && !PUNISHMENT.test(named) && !OWN_CLAUSE.test(`${named}${before}`.slice(1))
}

/** 不得因一项工作没有完成，就将…: the ground is named first. */
const NOT_ON_SUCH_GROUND =
  /(?:不得|不能|不准|不许|不允许|不应当?|严禁|禁止|切忌|防止)(?:仅?因|仅?[以凭])[^。；]{1,40}，(?:就|便|即|从而|进而|而)[^，。；]{0,24}$/

const endsBetween = (between: string, earlier: string) =>
  CONDITION_ENDS.test(between) ||
  TOPIC_ENDS.test(between) ||
  PUNISHMENT.test(between.slice(0, 8)) ||
  (IF.test(earlier.slice(-40)) && /的[一律坚决直接当年]{0,4}$/.test(between) && !ASSIGN.test(between))

export function isStopped(before: string, after: string): boolean {
  const comma = after.search(/[，。；]/)
  const tail = (comma < 0 ? after : after.slice(0, comma)).slice(0, 30)
  if (
    STOPPED.test(tail) ||
    PRACTICE_STOPPED_NEXT.test(after) ||
    COUNTED_OUT.test(after) ||
    TURNED_DOWN.test(after) ||
    (NEEDS_LEAVE.test(after) && !AFTERWARDS.test(after))
  )
    return true
  if (comma < 0 || tail.length > 24 || SHORTFALL.test(tail) || UNDONE.test(before)) return false
  // 建立一票否决制度，对排名末位的单位通报批评: a clause of its own.
  if (/^，(?:对|凡)/.test(after.slice(comma)) && !/的[”"]?$/.test(tail)) return false
  // 对擅自实行一票否决的，严肃问责; but 对乡镇实行一票否决，严肃问责.
  return (
    (TOPIC.test(tail) || (/^(?:对|关于)|发现|查[实明]/.test(before) && !ASSIGN.test(before))) &&
    STOPPED_NEXT.test(after.slice(comma))
  )
}

/** 严禁下列行为：, or a heading that forbids a burden; not 为防止火灾发生，现通知如下：. */
export function forbidsList(line: string): boolean {
  if (/负面清单|禁令|(?:不[要用必得再]|无[须需])再?(?:做|搞|报|填|要求|留)的[:：]?$/.test(line)) return true
  // 五、不做哪些事; 第五条　不能说的.
  if (/不(?:能|得|准|许|要|再|该)?(?:做|搞|说|发|提|办|干)(?:的|哪些|什么)(?:事|话|工作|内容|事项)?[:：]?$/.test(line))
    return true
  if (/(?:规范|压减|精简|严控|严格控制)[^，。；]{0,16}(?:责任状|责任书|一票否决)/.test(line)) return true
  const object = behindLast(FORBIDS, clauseOf(line.replace(/[:：]$/, '')))
  if (object === undefined) return false
  return NAMED_BURDEN.test(object) || (LIST_LEAD.test(line) && !ORDERS.test(object))
}
/** A row of a table whose last word is that it goes: | 3 | 全员关注公众号 | 取消 |. */
export const isStruckRow = (row: string): boolean => STRUCK.test(row) && /[|\t][^|\t]*[|\t]/.test(row)
/** Not 取消评优资格, which is what becomes of somebody. */
const STRUCK =
  /[|\t]\s*(?:一律|全部|予以|已|即日起|建议)?(?:取消|停止|废止|解散|删除|清退|退回|撤销|叫停|免除|停用)(?![^|\t，。；]{0,12}(?:资格|评[先优选]|先进|荣誉|称号|奖|绩效|津贴|补贴|名额|职|经费|供))/

/** 工作群清理登记表: whatever stands in it is cleaned up. */
const CLEANUP_TABLE =
  /(?:清理|清退|解散|取消|废止|压减|减负)[^，。；]{0,10}(?<!任务|责任|工作)(?:台账|清单|登记表|一览表|情况表|明细表|目录|对照表)/
/** A document whose title says that it cleans these very things up; 专项整治实施方案 is a plan, and cleans no plans up. */
export const isCleanup = (title: string, words: string) => {
  if (CLEANUP_TABLE.test(title)) return true
  const key = words.replace(/[“”"《》]/g, '').slice(-3)
  const at = title.lastIndexOf(key)
  if (
    at < 0 ||
    (/(?:方案|细则|意见|办法|计划)$/.test(key) && /^[”"》]?(?:的通知)?$/.test(title.slice(at + key.length)))
  )
    return false
  return /清理|规范|取消|压减|精简|减少|整治|严控|控制|自查|排查|废止/.test(title)
}
