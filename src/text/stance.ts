/** Use or mention: does a document impose what its words name, or does it forbid, report, suppose or quote it? */
import type { Block, Doc, Sentence, Span } from '../core.ts'
import { lastAtMost } from './spans.ts'

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

// How far is looked, in UTF-16 units and paragraphs: a text without full stops must not cost more than one with them.
const AHEAD = 240
const AFTER = 120
const BLOCKS_BACK = 80

/** Words that forbid whatever follows them. */
const PROHIBIT =
  /不得(?!不|低于|少于|晚于|迟于)|不准|不许|不允许|不再|不要|不应(?!有)|不宜|不可(?!避免|或缺|少|分)|不能(?=以|用|靠|把|将|简单|动辄|随意|搞|再|一味|只|光|仅|层层|让|单纯|变相|签|设|实行|作为|通过|满足)|不(?=搞|设|增|新[增设建]|组建|建(?![^，。；]{0,14}的[，扣]|议)|拉|开[设通]|另|专门|统计|考核|通报|排名|要求|准备|下达|看(?![好到清见得])|[把将](?!握)|乱|滥|随意|轻易|擅自|签|列|纳入|作为(?![、的，乱慢]|$)|实行|实施|以(?!为)|用(?!心|力|功)|需|必|单独|层层|提倡|采取|采用|[与同跟向对][^，。；]{1,16}(?:签|设|搞|实行))|不是|不等同?于|并非|决非|绝非|严禁|禁止|杜绝|防止|严防|谨防|避免|反对|力戒|切忌|勿|无需|无须|毋须|免予|免除|免签|停止|叫停|克服|摒弃|抛弃|破除|破解|取消(?![^，。；]{0,12}(?:资格|评))|删[除去掉]|剔除|移[除出]|[拿去划]掉|废止|废除|撤销|解除|慎用|(?<![至不多])少(?=[签设用搞拿提开让])|(?<![特分级类个性区差识辨判鉴甄告派户科])别(?=[把拿用让搞提再老总]|动辄|动不动|一[有说提来])|莫(?=[把拿用让搞再])|谢绝|不赞[成同]|不主张|谁[再还](?=安排|搞|要求|签|设|拿|用|让|从|抽|借|层层)|清零|严格控制|从严控制|从严从紧|严控|没有(?=签|设|实行|与|增|任何)|未(?=签|设|增|与|实行)|未经[^，。；]{0,8}(?=擅自|自行|随意|设|签|增)|代替|替代|取代/g
/** Words that clean up whatever follows them, and that are nouns too: 清理“一票否决”事项, but 环境整治实行一票否决. */
const CLEAN =
  /清理|清退|规范|减少|压减|压缩|精简|整治|纠正|纠治|治理|查处|查纠|整改|简化|减轻|排查|取缔|削减|打击|遏制|抵制/g
const CLEANS =
  /(?:^|[^一-龥]|[要须应当再先就并和及与来将请需以于]|集中|全面|专项|重点|坚决|着力|开展|大力|严肃|切实|认真|深入|抓紧|立即|逐一|进一步|持续|统一|主动|严格|依法|逐步|大幅|从严|彻底|有效|尽快|及时|排查|清理|规范|整治|纠正|督促|推动|积极|继续|自查|不断|精简|压减|取消|对照)$/
/** Words that find fault with the act that follows at once: 擅自设置, 动辄签订. */
const WRONGLY =
  /违规|违反规定|擅自|随意|任意|滥|乱(?!作为|象|占|堆|倒|扔|搭|建)|动辄|动不动|习惯于?|热衷于?|一味|变相|简单地?|只靠|光靠|仅靠|单靠|[事件样]{2}(?=都|[“"]?$)|自行|私自|频繁|满足于|停留在|忙于|疲于/g
/** A cleaning campaign by its name is no cleaning up: 建立占道经营专项整治微信群. */
const CAMPAIGN = /整治|治理|整改|排查/
const SETS_UP = /(?:建立?|组建|成立|设[立置]|加入|进入?|签订?|签署)[^，。；]{0,16}$/
const ACT =
  /^(?:就|便|都)?(?:地|对[^，。；的]{1,10}|向[^，。；的]{1,10}|与[^，。；的]{1,10}|从[^，。；的]{1,10}|以|靠|用|将[^，。；的]{1,12}|把[^，。；的]{1,12}|要求[^，。；的]{1,10}|层层|逐级|变相)?(?:签|设|搞|增|立|实行|推行|列|作为|纳入|使用|运用|用|下达|建立|出台|提出|要求|$)/

/** Verbs that lay a rule upon somebody. */
const ASSIGN = /实行|实施|推行|纳入|列为|列入|作为|予以|给予|执行|落实|采取/
/** After a prohibition these open what it forbids: 不得对工作滞后的乡镇实行…. */
const OBJECT_MARK = /^(?:[^，。；、]{0,4})(?:对|将|把|以|向|因|与|在|任何|随意|擅自|自行|变相|层层|各)/
/** The prohibition belongs to a condition that ends here: 凡不再达标的一律…. */
const CONDITION_ENDS =
  /的[^，。；、的]{0,12}(?:一律|坚决|直接|实行|实施|予以|给予|执行|纳入|作为|列为|列入|签|[^主重需必]要|应当|必须|将(?!军))/
/** What is forbidden is itself the matter: 将防止返贫工作纳入…. */
const TOPIC_ENDS =
  /(?:工作|任务|目标|行为|指标|成效|情况|责任|问题|行动|攻坚|事故)[^，。；、]{0,6}(?:实行|纳入|列为|列入|作为|严格|执行|落实|签)/
const NOUN_AFTER = /^(?:工作|行动|任务|期间|中|责任|目标|攻坚|专项|方面|过程|效果|力度|不力|不到位)/
const IF = /凡|对|如(?:有|果)?|若|一旦|发现|发生|出现/

/** What a prohibition must first name for it to reach over the next comma: 严禁层层加码，签订责任状; not 严防事故发生，实行一票否决. */
const BURDEN =
  /层层|加码|签|责任状|责任书|承诺书|军令状|一票否决|形式主义|留痕|痕迹|台账|报表|填表|表格|文山|会海|发文|开会|考核|督查|督导|排名|打卡|微信|负担|摊派|转嫁|甩锅|随意|擅自|一刀切|减负|下派|要材料|报材料/
/** In a heading, which says less: 整治形式主义, but not 防止考核走过场. */
const NAMED_BURDEN = /层层|加码|责任状|责任书|承诺书|军令状|一票否决|形式主义|留痕|台账|文山|会海|负担/
const PUNISHMENT = /参[加与]?评|评[先优选]|提拔|晋[升级]|推荐|享受|表彰|提任|重用|申报/
const FORBIDS =
  /严禁|不得|禁止|停止|叫停|废止|杜绝|防止|不准|不许|力戒|反对|整治(?!办|专班|领导|指挥)|纠正|纠治|清理|取消|不要|不能|不再|不搞|避免|减少/g
/** A clause that starts anew: 不得弄虚作假，对弄虚作假的实行…. */
const OWN_CLAUSE =
  /(?:^|[，；])(?:对(?!于)|凡|否则|同时|并|要(?!求)|应|必须|须|坚持|继续|确保|年终|年度|当年|一律|坚决)/

const STOPPED =
  /取消(?![^，。；]{0,12}(?:资格|评))|清理(?!办|专班|组)|清退|废止|废除|压减|减少|精简|规范(?![化性])|纠正|纠治|叫停|停止|整治(?!办|专班|领导|指挥|组|工作|行动|成效|任务|情况)|杜绝|禁止|不得(?!参|评|推|晋|提|享|申|入|立项|低于|少于|晚于|迟于)|不准|不再|无关|脱钩|删[除去掉]|剔除|移[除出]|[拿去划]掉|退出|过多|过滥|泛滥|代替|替代|取代|减负(?!办|专班)|减轻|形式主义|之风|现象|乱象|(?<![及和、]|存在的?)问题|(?<![好及和、]|亮点|典型|经验|特色|先进)做法|只减不增|不行|不够|不管用|了事|了之|不是|并不|不等于|作废|失效|中解[脱放]|走过场|清单(?:管理|以外|之外|外|内)|以外|之外|除外/
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
const STOPPED_NEXT =
  /，[^，。；]{0,14}(?:取消(?![^，。；]{0,12}(?:资格|评))|清理|清退|废止|删[除去掉]|剔除|[拿去划]掉|压减|精简|减少|规范|纠正|纠治|整改|改正|下架|叫停|停止|通报(?!表扬)|举报|反映|投诉|拨打|核查|核实|问责|追责|追究|约谈|处分|查处|退回|可以?拒绝|有权拒绝|不得(?!低于|少于)|不再|减下来|审批|批准|备案|除外)/

const PAST =
  /去年|上年|前年|往年|上一年度?|上届|上次|曾(?!祖)|过去|以往|以前|此前|先前|当时|一度|历年|年来|以来|截至|截止|先后|累计|刚才|刚刚|会前(?=，)|前期|已(?!于)|全部(?=签|递)/g
/** 过去要…，现在不再要求. */
const ONCE = /过去|以往|以前|从前|原先|往年/
const SINCE = /[，；]而?(?:现在|如今|今后|今年起?|眼下|从今)[^，。；]{0,10}(?:不|取消|改|无[须需]|只)/
const NOW =
  /今年(?!以来)|现在|今后|明年|下一步|即日起|从今|本次|这次|此次|今天|会后|会上|(?:^|[^主重需必])要(?!求|点|害)|必须|务必|应当|须|一律|凡|将(?!军)|的(?:单位|乡镇|部门|村|镇|街道|地方|干部|同志|责任人|责任单位)|的，|起，/
const DONE = /(?:签订|签署|签定|签|实行|实施|推行|立下|立|建立|递交|设立|设置|出台|下达|列入|纳入|作为)[了过]/
const COUNTED = /(?:^|[^式])\d[\d,.]{0,9}[\s]?[余多]?份[^，。；]{0,14}$/
const COUNTED_ROUGHLY = /(?:十[多余几]?|[几数好]十?|多)份[^，。；]{0,14}$/
const COUNTED_AFTER = /^(?!不|至少)[^，。；]{0,4}\d[\d,.]{0,9}\s?[余多]?[份个]/

/** …，压实了责任. */
const ACHIEVED = /[，、][^。；]{0,40}(?:构建起|(?:形成|构建|压实|夯实|增强|提升|提高|实现|防止|推动|解决|落实|取得)了)/

const OTHERS =
  /(?:^|[，；：。、.．）)\s（(]|[一二三四五六七八九十]是|但|而|目前|当前|仍然?|还)(?:有的|有些|一些|个别|少数|不少|某些|部分(?:地方|部门|单位|乡镇|干部|基层|领导|同志|村))/g
const CONDEMNED =
  /^[^。；]{0,12}，(?:这?[就都]?[是属]|属于)[^，。；]{0,10}(?:甩锅|推责|推卸|转嫁|形式主义|官僚主义|懒政|不负责|变相|典型的|歪风)|^[^。；]{0,12}，(?:不属于|没有[^，。；]{0,4}(?:依据|必要|意义)|于法无据)/
const COMPLAINT =
  /(?:(?:反映|抱怨|吐槽|坦言|以为)[说道]?|(?:(?:村|乡镇?|镇|基层|社区|网格员|群众)(?:干部|同志|支书|主任)?们?|的[老小][一-龥])说)[，：]/
/** 一个文件下来就要层层开会: what they have to do, not what is asked of anybody. */
const LAMENTED = /(?<!我们)[就又还总老]要/g
/** 光顾着回“收到”, 忙于填表报数. */
const BUSY = /(?:光顾着?|忙着|忙于|疲于|整天|成天)[^，。；]{0,12}$/
/** 光回复“收到”就得半个小时. */
const TAKES_UP = /光[^，。；光]{0,8}$/
const THERE_IS = /存在|仍有|还有|出现|暴露/g
const DEONTIC = /(?:^|[^主重需必])要(?!求|点|素|害)|必须|务必|应当|须|一律|坚决|将(?!军|责|任)/

const SUPPOSING =
  /确需|确有必要|如需|是否|有无|能否|要不要|该不该|有没有|(?:^|[^认许不])可(?:以|视情|视情况)?[^，。；可]{0,10}$|自愿[^，。；]{0,8}$|(?:签订?|签署|递交|下达)的[^，。；]{0,20}$|(?:设[置立]|实行)的$/
/** 未签订责任状的，通报批评; 未按时打卡的，扣1分: to punish the omission is to demand the act. */
const OMITTED =
  /(?:未|没有|拒不|拒绝|逾期不|不按)[^，。；]{0,10}(?:签|递交|实行|落实|执行)|(?:未|没有|拒不|逾期不)(?:能?(?:按[时期要求规定]{1,3}|及时|完成|达到?|在[^，。；]{1,12}))?$/

/** What a lead-in announces when it does not list what is forbidden. */
const ORDERS = /通知|意见|措施|方案|任务|工作|要求|部署|安排|如下(?!行为|情形|做法)|做到|抓好|发生/
const LIST_LEAD = /[:：]$|(?:行为|做法|情形|事项|清单|规定|纪律|禁令)$/
const REVIEW = /回顾|成绩|成效|总结(?![^，。；]{0,8}阶段)|开展情况|进展情况|完成情况|主要做法/
const FAULTS = /(?:问题|不足|困难|短板)(?:及|和|与|表现|清单|：|:|$)|具体表现|主要表现|存在(?:的)?(?:主要|突出)?问题/
/** 关于三起典型问题的通报 tells what others demanded. */
const EXPOSES = /(?:问题|案例|事例|案件)的?通报|通报[^，。；]{0,16}(?:问题|案例|案件)|曝光/
const CLEANUP_LIST = /(?:整治|清理|纠治|治理|规范|排查|自查)的?(?:重点|内容|范围|事项|对象|任务)/
const RELIEF = /形式主义|减负|负担|官僚主义|作风/

/** How `doc` speaks of what stands at `span`. */
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
      toldOfPast(ahead) ||
      (ONCE.test(ahead) && SINCE.test(after)) ||
      DONE.test(before) ||
      /^[了过]/.test(after) ||
      COUNTED.test(before) ||
      COUNTED_ROUGHLY.test(before) ||
      COUNTED_AFTER.test(after) ||
      (ACHIEVED.test(after) && !this.#isDeontic) ||
      (!this.#isDeontic && this.#lines.some((line) => REVIEW.test(line)))
    )
  }

  get blamed(): boolean {
    return (
      isBlamed(this.ahead, this.before, this.after) ||
      CONDEMNED.test(this.after) ||
      ((!this.#isDeontic || EXPOSES.test(this.doc.facts.title)) && this.#lines.some((line) => FAULTS.test(line)))
    )
  }

  get supposed(): boolean {
    const { before, after } = this
    return (
      !this.#isOmitted &&
      (SUPPOSING.test(before) || (/^(?:事项|制度|指标|等)?的/.test(after) && !/作为|列为|列入|纳入|成为/.test(before)))
    )
  }

  get quoted(): boolean {
    return isQuoted(this.doc, this.span)
  }

  get mentioned(): boolean {
    return this.supposed || this.quoted || this.reported || this.blamed || this.negated
  }

  #isNegated(): boolean {
    const { text, facts } = this.doc
    return (
      isForbidden(this.ahead, this.before) ||
      isStopped(this.before, this.after) ||
      this.#lines.some((line) => forbidsList(line)) ||
      (RELIEF.test(facts.title) && this.#lines.some((line) => CLEANUP_LIST.test(line))) ||
      isCleanup(facts.title, text.slice(this.span.start, this.span.end))
    )
  }

  /** What stands above: see `ancestorsOf`. */
  get #lines(): readonly string[] {
    return (this.#above ??= this.#own ? ancestorsOf(this.doc, this.#own, this.span.start) : [])
  }

  get #isOmitted(): boolean {
    return (this.#omitted ??= OMITTED.test(this.before) && /^[^，。；]{0,6}[的扣]|^，扣/.test(this.after))
  }

  get #isDeontic(): boolean {
    return (this.#deontic ??= DEONTIC.test(this.ahead))
  }
}

/** A paragraph that was cut at a fixed width, as one: 不⏎得 is 不得. */
export const joined = (text: string): string =>
  /[\r\n]/.test(text) ? text.replace(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/g, '') : text

const HALF: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' }
/** Half-width , ; : that follow Chinese words as the full-width marks they stand for. Lengths stay. */
export const fullWidth = (text: string): string =>
  /[,;:]/.test(text) ? text.replace(/(?<=^|[一-龥”’"》）)])[,;:]/g, (mark) => HALF[mark]!) : text

function clauseOf(ahead: string): string {
  let cut = ahead.length
  while (cut > 0 && !'，；：。'.includes(ahead[cut - 1]!)) cut--
  return ahead.slice(cut)
}

// ------------------------------------------------------------------------------------------------- negation

function isForbidden(ahead: string, before: string): boolean {
  const offset = ahead.length - before.length
  for (const m of before.matchAll(PROHIBIT)) {
    const between = before.slice(m.index + m[0].length)
    if (
      /^(?:不是|不等同?于|并非|[决绝]非)$/.test(m[0]) ||
      OBJECT_MARK.test(between) ||
      !endsBetween(between, ahead.slice(0, offset + m.index))
    )
      return true
  }
  for (const m of before.matchAll(CLEAN)) {
    const between = before.slice(m.index + m[0].length)
    const first = before.slice(0, m.index)
    if (!CLEANS.test(first) || NOUN_AFTER.test(between) || ASSIGN.test(between)) continue
    if (CAMPAIGN.test(m[0]) && SETS_UP.test(first)) continue
    if (!endsBetween(between, ahead.slice(0, offset + m.index))) return true
  }
  for (const m of before.matchAll(WRONGLY)) if (ACT.test(before.slice(m.index + m[0].length))) return true
  // An enumeration under one prohibition: 严禁层层加码，签订责任状.
  if (DEONTIC.test(before)) return false
  const earlier = ahead.slice(0, offset)
  let last: RegExpExecArray | undefined
  for (const m of earlier.matchAll(FORBIDS)) last = m
  if (!last) return false
  const named = earlier.slice(last.index + last[0].length)
  return BURDEN.test(named) && !PUNISHMENT.test(named) && !OWN_CLAUSE.test(`${named}${before}`.slice(1))
}

const endsBetween = (between: string, earlier: string) =>
  CONDITION_ENDS.test(between) ||
  TOPIC_ENDS.test(between) ||
  PUNISHMENT.test(between.slice(0, 8)) ||
  (IF.test(earlier.slice(-40)) && /的[一律坚决直接当年]{0,4}$/.test(between) && !ASSIGN.test(between))

function isStopped(before: string, after: string): boolean {
  const comma = after.search(/[，。；]/)
  const tail = (comma < 0 ? after : after.slice(0, comma)).slice(0, 30)
  if (STOPPED.test(tail) || (NEEDS_LEAVE.test(after) && !AFTERWARDS.test(after))) return true
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
function forbidsList(line: string): boolean {
  if (/负面清单|禁令/.test(line)) return true
  if (/(?:规范|压减|精简|严控|严格控制)[^，。；]{0,16}(?:责任状|责任书|一票否决)/.test(line)) return true
  const clause = clauseOf(line.replace(/[:：]$/, ''))
  let last: RegExpExecArray | undefined
  for (const m of clause.matchAll(FORBIDS)) last = m
  if (!last) return false
  const object = clause.slice(last.index + last[0].length)
  return NAMED_BURDEN.test(object) || (LIST_LEAD.test(line) && !ORDERS.test(object))
}
/** A document whose title says that it cleans these very things up; 专项整治实施方案 is a plan, and cleans no plans up. */
const isCleanup = (title: string, words: string) => {
  const key = words.replace(/[“”"《》]/g, '').slice(-3)
  const at = title.lastIndexOf(key)
  if (
    at < 0 ||
    (/(?:方案|细则|意见|办法|计划)$/.test(key) && /^[”"》]?(?:的通知)?$/.test(title.slice(at + key.length)))
  )
    return false
  return /清理|规范|取消|压减|精简|减少|整治|严控|控制|自查|排查|废止/.test(title)
}

// ---------------------------------------------------------------------------------------- the past, the others

function toldOfPast(ahead: string): boolean {
  let last: RegExpExecArray | undefined
  for (const m of ahead.matchAll(PAST)) last = m
  return last !== undefined && !NOW.test(ahead.slice(last.index + last[0].length))
}

function isBlamed(ahead: string, before: string, after: string): boolean {
  let last: RegExpExecArray | undefined
  for (const m of ahead.matchAll(OTHERS)) last = m
  if (last) {
    const rest = ahead.slice(last.index + last[0].length)
    if (!DEONTIC.test(clauseOf(rest)) && !OWN_CLAUSE.test(rest)) return true
  }
  if (BUSY.test(before) && !DEONTIC.test(before)) return true
  if (TAKES_UP.test(before) && /^[^，。；]{0,4}就/.test(after)) return true
  if (COMPLAINT.test(ahead) && !DEONTIC.test(before.replace(LAMENTED, ''))) return true
  for (const m of before.matchAll(THERE_IS)) {
    const between = before.slice(m.index + m[0].length)
    if (!ASSIGN.test(between) && !CONDITION_ENDS.test(between) && !between.includes('的')) return true
  }
  return false
}

// -------------------------------------------------------------------------------------------------- quotation

/**
 * Inside a quotation that says more than these words, or inside a title. 实行“一票否决” and 签订“安全生产责任状” use the words;
 * so does one slogan of several, 实行“党政同责、一票否决”; “层层签订责任状” names a practice.
 */
/** “请于某日前报送落实情况”那句话. */
const SAYING = /^(?:这|那|一|等|之)?(?:句话|类话|样的话|类字样|字样|的话|这句|那句|的说法|的提法|的表述)/
function isQuoted({ text, facts }: Doc, { start, end }: Span): boolean {
  const around = facts.quoted[lastBefore(facts.quoted, start)]
  if (!around || around.start > start || around.end < end) return false
  if (around.start === start && around.end === end) return false
  if (text[around.start] === '《' || text[around.start] === '〈') return true
  if (around.end - around.start > 120 || SAYING.test(text.slice(around.end, around.end + 6))) return true
  const inner = text.slice(around.start + 1, around.end - 1)
  const words = text.slice(start, end)
  if (inner.length <= words.length + 3 && inner.startsWith(words)) return false
  if (inner.length <= 24 && inner.endsWith(words) && !/签|实行|层层|搞|设|一律|凡|的|要|将|对|不|，/.test(inner))
    return false
  const items = inner.split(/[、，]/)
  return !(items.length > 1 && items.every((item) => item.length <= 8) && items.includes(words))
}

// ---------------------------------------------------------------------------------------------- what stands above

/** 一、 is 1, （一） is 2, 1. is 3, （1） is 4, ① and bullets are 5. */
const MARKS: readonly RegExp[] = [
  /^(?:第[一二三四五六七八九十百]{1,4}[章部编篇节条]|[一二三四五六七八九十]{1,3}[、.．])/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,2}[.．、](?!\d)/,
  /^[（(]\d{1,2}[)）]/,
  /^(?:[①-⑳]|[-—•·*]\s?|\d{1,2}[)）])/,
]
const UNMARKED = 9

function levelOf(block: Block, line: string): number {
  if (block.kind === 'heading' && block.level) return block.level / 10
  const level = MARKS.findIndex((mark) => mark.test(line))
  return level >= 0 ? level + 1 : block.kind === 'item' ? MARKS.length : UNMARKED
}

/** The lines that introduce the place: the head of its own paragraph, and above it headings and lead-ins (…下列行为：), nearest first. */
function ancestorsOf({ text, blocks, facts }: Doc, sentence: Span & { readonly block: number }, at: number): string[] {
  const lines: string[] = []
  const own = blocks[sentence.block]
  if (!own) return lines
  // 不准：一是…；二是…; and 3.规范责任状签订。各乡镇….
  const index = lastBefore(facts.sentences, at)
  let chain = index
  while (chain > 0 && index - chain < 20 && facts.sentences[chain - 1]!.block === sentence.block) {
    if (!/[；;]/.test(text[facts.sentences[chain - 1]!.end - 1]!)) break
    chain--
  }
  const from = facts.sentences[chain]!.start
  const colon = text.slice(from, Math.min(at, from + 60)).search(/[:：]/)
  if (colon > 0) lines.push(text.slice(from, from + colon + 1))
  const first = text.slice(own.start, Math.min(own.end, own.start + 42)).trimStart()
  const stop = first.indexOf('。')
  if (stop > 0 && at > own.start + stop && MARKS.some((mark) => mark.test(first))) lines.push(first.slice(0, stop))
  let level = levelOf(own, text.slice(own.start, Math.min(own.end, own.start + 20)).trimStart())
  let mayLead = true
  const lowest = Math.max(0, sentence.block - BLOCKS_BACK)
  for (let i = sentence.block - 1; i >= lowest && level > 0.1; i--) {
    const block = blocks[i]!
    if (block.kind === 'cell' || block.kind === 'code') continue
    const line = text.slice(block.start, Math.min(block.end, block.start + 120)).trim()
    const its = levelOf(block, line)
    if (its < level && its < UNMARKED) {
      lines.push(headOfLine(line))
      level = its
      mayLead = false
    } else if (its === UNMARKED && mayLead) {
      if (/[:：]$/.test(line)) {
        lines.push(line.slice(-60))
        mayLead = false
      } else if (level < UNMARKED || !/[；;]$/.test(line)) mayLead = false
    }
  }
  return lines
}

const headOfLine = (line: string) => {
  const end = line.search(/[。；]/)
  return (end < 0 ? line : line.slice(0, end)).slice(0, 60)
}

/** Index of the last span that begins at or before `at`. */
const lastBefore = (spans: readonly Span[], at: number): number => lastAtMost(spans.length, (i) => spans[i]!.start, at)
