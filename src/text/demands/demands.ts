/** What a document demands of the offices below: who is to do it, and is it demanded at all? */
import type { Doc, Span } from '../../core.ts'
import { perObject } from '../../per-object.ts'
import { behindLast, fullWidth, joined } from '../clauses.ts'
import type { Worded } from '../contexts.ts'
import { hasInvisible, INVISIBLE } from '../invisible.ts'
import { matchesOf } from '../matches.ts'
import { addressedBelow, issuerOf } from '../parts/issuer.ts'
import { senderTo } from '../parts/receivers.ts'
import { lastBefore } from '../spans.ts'
import { Reading, type Stance } from '../stance/stance.ts'

/**
 * `lower`: offices below or beside, as a class (各乡镇, 责任单位, 你局); `named`: one office by its name, or the issuer itself;
 * `business`: enterprises, clinics, contractors; `unsaid`: the text does not say, so in a notice its addressees.
 */
export type Actor = 'lower' | 'named' | 'business' | 'unsaid'

export interface Demand extends Stance {
  readonly actor: Actor
  /** 要, 须, 请, 务必, 限…前: it is laid upon somebody, not only told. */
  readonly bidden: boolean
  /** Left to those who read it: 可结合实际, 鼓励, 有条件的. */
  readonly optional: boolean
  /** A day by which it must be done or sent in. */
  readonly deadline: boolean
  /** Spoken of, left open, or part of a title: not demanded, whoever is meant. */
  readonly void: boolean
}

/** Offices below as a class. */
const LOWER =
  /各(?:中心(?:校|学校|小学|幼儿园|卫生院|敬老院|村)|文化站|卫生院|医院|法庭|分公司|支公司|支行|敬老院|服务站|工作站|管护站|幼儿园)|各[一-龥]{0,6}(?:监管|司法|财政|派出|卫生|农技|林业|水利|供电)所|(?:[县乡镇村市]级|乡镇|街道|村)(?:层面|(?=[要应须]))|各[一-龥]{0,8}?(?:部门|单位(?!价)|机关)|各[一-龥]{0,5}?(?:支部|总支(?!出))|各(?:系|院)(?=[（、，]|[要应须于将均每])|各(?:委办局|专班|局(?![部限面势长域站]))|各班(?:级|(?=[、，（要应须于将均每]))|各(?:有关|相关|责任|成员|牵头|参与|承办|配合|所属|直属|级|总支|党总支|院系|系部|二级学院|年级|班组|车间|地(?!块|层|类)|县|市(?!场)|区(?!域)|乡|镇|街|村|社区|居|部门|单位|科室|股室|处室|学校|中小学|校(?!区)|支部|党|团委|工会|基层|站所|[粮供税司财][^，。；、]{0,2}所|所(?!有|长|在|谓|以)|二级|分局|盟|旗|州|省|办事处|开发区|园区|功能区|试点|行政村|帮扶|包[保村]|驻村|派出|系统)|地方各级|[省市县区乡镇]{1,2}级(?:以上|以下)?(?:地方)?(?:人民)?(?:政府|党委|[一-龥]{0,12}(?:部门|机关))|(?:所有|全体|有关|相关|责任|牵头|承办|成员|参与|协办|配合)(?:的)?(?:单位|部门|乡镇|地区|地方|县|区|街道|村)|试点(?:地区|[县市区]|乡镇|单位|村)(?!建设|工作|经验|项目|创建)|[市县区]直(?:机关)?(?:部门|单位|机关)|(?:基层|下级|所属|下属|直属)(?:单位|党组织|组织|机关|部门|政府)|你(?:[县市区镇乡局委办村校院厅]|街道|单位|们)|贵(?:单位|局|委)|[两三四五六七八九十\d]{1,3}个(?:乡镇|街道|镇|乡|村|社区|县|片?区|单位|部门)(?=各自|都?要(?!求)|[均都]?须|应当?|都得|必须|务必|分别|另行|据此|$)|乡镇(?:（街道）|街道|、街道|党委|政府)*(?=[要应须均都需]|必须|务必|每|于|负责|结合|根据|据此|另行|参照|对照|按照?|制定|建立|上报|报送|，|$)|每个?(?:乡镇|村|单位|支部|部门|社区)|每个(?:局|站|所(?!有)|镇|乡|县|区(?!域)|街道|学校|[科股处]室)|村(?:级组织|“?两委|党支部|委会)|(?:村|社区)干部|(?:(?<=[县市镇]、)[乡镇村]|基层|乡镇|村级|县乡两级|县乡村三级)(?:妇联|团委|团组织|工会|科协|残联)|网格员|帮扶(?:责任人|干部|单位)|驻村(?:工作队|干部|第一书记)|党员干部|逐级|层层/g
/** Not offices at all, though a word of the above stands before. */
const BUSINESS_HEAD =
  /^(?:(?![要应须将把对])[一-龥]){0,8}(?:企业|公司|经营者|生产者|机构|医院|高校|高等学校|协会|商会|银行|商户|业主|施工|监理|建设单位|经营单位|用人单位|个人|市场主体)/
const BUSINESS_UNIT =
  /项目|建设|施工|监理|用人|经营|设计|运营|生产|使用|产权|物业|承包|承建|承接|参建|中标|投标|供货|供应|采购/
const BUSINESS =
  /(?:企业|公司|集团|经营者|生产者|运营者|建设单位|施工单位|监理单位|项目单位|(?:项目)?承担单位|申请单位|受托单位|设计单位|生产经营单位|用人单位|使用单位|运营单位|产生单位|申报单位|实施主体|申报主体|责任主体|经营主体|(?:评价|培训|服务|医疗|检验|检测|检查检测|评估|中介|金融|教育|养老|托育|科研|认证|鉴定|运营)机构|养殖场|养殖户|医院|高校|高等学校|协会|学会|银行|商户|业主|申请人|当事人|物业|合作社|家庭农场|种植户|经营户|承租[人方]|承包[人方]|供应商|中标[人方]|第三方|(?:服务|管理|受托|代理|经营)人|事务所|(?:水|电|药|纸|酒|化工|屠宰|加工|处理)厂|煤矿|矿[山井]|加[油气]站|药店|超市|供水单位|志愿者|特派员|员工|(?:学员|(?<!值班)教师|专家|律师)(?![，、在于（]))(?=[要应须可均都需将每，、在于（]|必须|负责|按|结合|根据|制定|建立|开展|从事|申请|$)/g
/** 走访时，企业法定代表人须在场汇报. */
const REPORTS_ITSELF = /，[^，。；]{0,6}(?:企业|公司|法定代表人|经营者|商户|业主)(?:负责人|法定代表人)?[要应须可]/
/** Who is no office and no company either, and demands are not laid upon. */
const CITIZENS =
  /，(?:每[名位个]|各)?(?:学生|同学|家长|村民|居民|群众|农户|患者|业主|会员|选手|(?:施工|监理|承建|中标|供货|物业)(?:单位|方|公司|企业)|承包商|供应商)(?:们)?[把将要可]/
const NAMED =
  /(?:我们(?=将)|[我全][县市区镇乡局委办村校院厅部省]|本(?:局|委|厅|部|办)|[县市区镇乡]里|[一-龥]{1,12}?(?:局|委(?!托|员)|办(?![理法公事好])|厅|部(?![门署分队级委])|办公室|组(?![织成建长合团])|指挥部|联席会议|专班|委员会|中心|政府|供销社|[文残妇侨]联|工商联|[科侨]协|总工会)|[督检巡][查导察]组|专家组)(?=[要应须将，、（和向]|必须|负责|牵头|会同|根据|按照|结合|制定|起草|每|定期|统一|统筹|汇总|商|就|也|已|连夜|第一|$)/g
/** Not the one who acts: 会同各乡镇, 向各单位印发. */
const NOT_SUBJECT =
  /(?:会同|联合|协同|配合|协助|商|征求|[向对与同给]|报送?|听取|汇总|收集|服务|深入|走进|(?<![促推跟改增先引])进|涉及|覆盖|分送|发至|印发|下发)$/
/** 各县办公室要向省某某专项治理工作领导小组办公室每周…: the end of a name that is longer than is looked for; others send to it. */
const RECEIVES = /(?:[向给]|报送?至)(?:(?![要应须将请由])[一-龥]){1,24}$/
const LONG_NAME = 12
/** 将名单报县创建办，: a receiver at the end of what is taken for a name. */
const SENT_THERE = /[将把][^，。；]{1,20}(?:报送?|发|送|交)(?:给|至|到)?[县市区镇乡省局委][一-龥]{0,10}$/
/** 县委、县政府重大决策落实情况: whose decisions, not who is to act. */
const WHOSE =
  /^(?:、[一-龥]{0,6}?(?:委|政府|人大|政协)){0,3}(?:各项|重[大要点]|决策|决定|部署|工作部署|工作安排|中心工作|(?:主要)?领导|确定|安排|交办|召开|常务会议)/
const LISTED = /^[一-龥（）()“”、和及]{0,40}$/
const ACTS = /[要应须]|负责|制定|会同|督促|指导|牵头/

const BIDDEN =
  /(?:^|[^主重需必])要(?!求|点|素|害)|应当?|必须|须|务必|一律|请|需|抓紧|尽快|及时|立即|迅速|限时|严格|确保|认真|做到|负责|督促|指导|要求|组织/
const OPTIONAL =
  /鼓励|提倡|倡导|允许|(?:^|[，；：、]|积极|大力)(?:支持|引导|建议|探索)|(?:^|[^认许不])可(?![操持行能靠追视查控比])|有条件|自愿|视情|根据需要|如需|需要时|必要时|酌情|自行决定|自主|不作统一/g
/** A duty takes up where an encouragement ends: 鼓励先行先试，各乡镇要…. */
const DUTY = /(?:^|[^主重需必])要(?!求|点|素|害)|应当?|必须|须|务必/
/** 各部门自主举办的活动结束后，请…: what was free is over. */
const OVER = /结束[^，。；]{0,8}[后内]，/
/** 不把拍照留痕作为标准. */
const NOT =
  /不(?:让|把|将|看|比|唯|靠|凭|能|可|刻意|一味|片面|用|必|需)[^，。；]{0,24}$|(?<![得可能])不(?:再|另行?|单独)?$/
/** 每月发布数据，不再由乡镇报送; 每季度只报一次. */
const NOT_INSIDE =
  /不(?:另行?|单独|额外|专门)?[要向让找叫][^，。；、]{0,12}(?:报|交|填|要)|不(?:再|用|得(?!分|[少低多高]于|超过)|需|必|要|作|把|应|实行|搞|设)|无[需须]|取消|免[予于除]|停止|只[报交送填用]|最多|至多|不超过|合并/
const DEADLINE =
  /(?:[\d一二三四五六七八九十]{1,3}(?:日|号)|[月年旬周季][底末初]|上旬|中旬|下旬|周[一二三四五六日]|星期[一二三四五六日]|[\d一二三四五六七八九十]{1,2}[时点]|季度|本周|月|年)[（(]?[^，。；]{0,8}前|[\d一二三四五六七八九十]{1,3}个?(?:工作日|日|天|小时|周|月)(?:之)?内|截止/

/** A row of points is of a scheme by which others are judged, whatever its paper is called. */
const SCORED =
  /[得计记加扣减各]\s?(?:满分|\d[\d.]*\s?分)|不得分|[（(]\d[\d.]{0,3}\s?分[）)]|[全整备范张份篇次本个]\s?\d[\d.]{0,3}\s?分(?![钟之期秒])|[按视][为作]?[^，。；]{0,6}未[^，。；]{0,6}(?:计|算)/

/** What the parties to a contract owe each other, and are paid for: 乙方每周五向甲方提交进度; 责任书 use the words, too. */
const PARTY = /[甲乙丙]方|(?:供货|采购|委托|受托|承包|发包|出租|承租|买|卖)方(?![案式法便面向])/
const isContract = perObject(
  ({ text, facts }: Doc): boolean =>
    /合同|采购|招标|价款|服务费|租金|货款|工程款|违约金|物业/.test(text.slice(0, 20_000)) &&
    !/责任[书状]|目标管理|军令状/.test(facts.title + text.slice(0, 200)),
)

/** A verb that begins here orders: nobody in its own clause does it. */
const IMPERATIVE = /(?:^|[要应须需请，]|务必|抓紧|尽快|认真|及时|立即|迅速|科学|实际|情况|要求|职责|分工)$/

/** How far back in the paragraph the one who acts is looked for, in UTF-16 units. */
const BACK = 160

/** What `doc` demands at `span` (which begins with the verb), and of whom. Constant work for each span. */
export const demandOf = (doc: Doc, span: Span): Demand => new Demanding(doc, span)

class Demanding extends Reading implements Demand {
  #found: Found | undefined
  #optional: boolean | undefined
  #deadline: boolean | undefined

  get actor(): Actor {
    if (REPORTS_ITSELF.test(this.#words)) return 'business'
    const { actor } = this.#actor
    if ((actor !== 'unsaid' && actor !== 'named') || !IMPERATIVE.test(this.before)) return actor
    // 县农业农村局实行双周调度，逢周五，各乡镇将…: what stands within the words is nearer.
    const own = this.#ownActor
    return own ?? (actor === 'unsaid' ? actorIn(sentenceBefore(this.doc, this.span.start))?.actor : undefined) ?? actor
  }

  get bidden(): boolean {
    const { ahead, before } = this
    const led = ahead.slice(Math.max(0, Math.min(this.#actor.at, ahead.length - before.length) - 10))
    return BIDDEN.test(led) || before.trim() === ''
  }

  get optional(): boolean {
    return (this.#optional ??= isOptional(this.ahead))
  }

  get deadline(): boolean {
    return (this.#deadline ??=
      DEADLINE.test(this.ahead.slice(-60) + this.#words) || DEADLINE.test(this.#words + this.after))
  }

  get void(): boolean {
    const { doc, before } = this
    return (
      this.optional ||
      NOT.test(before) ||
      NOT_INSIDE.test(this.#words) ||
      inTitle(doc, this.span.start) ||
      (PARTY.test(this.sentence) && isContract(doc)) ||
      // A text of no known genre may be a tale of what others do.
      (doc.genre.id === 'other' &&
        !SCORED.test(this.#words + this.after.slice(0, 8)) &&
        !this.deadline &&
        !DUTY.test(this.ahead + this.#words) &&
        !/请/.test(before)) ||
      this.mentioned
    )
  }

  /** 每周三，各社区把…报街道; 每周五，学生把…交老师: they stand within the words themselves. */
  get #ownActor(): Actor | undefined {
    const words = this.#words
    if (CITIZENS.test(words)) return 'business'
    return /，(?:各|你)/.test(words) && actorIn(words.slice(0, 40))?.actor === 'lower' ? 'lower' : undefined
  }

  get #words(): string {
    return fullWidth(joined(this.doc.text.slice(this.span.start, this.span.end)))
  }

  get #actor(): Found {
    return (this.#found ??= actorIn(this.ahead) ?? {
      actor: 'unsaid',
      at: this.ahead.length - this.before.length,
    })
  }
}

interface Found {
  readonly actor: Actor
  readonly at: number
}

function actorIn(text: string): Found | undefined {
  const subjects: { actor: Actor; at: number; end: number }[] = []
  const add = (actor: Actor, m: RegExpMatchArray) => {
    const at = m.index!
    if (!NOT_SUBJECT.test(text.slice(Math.max(0, at - 4), at))) subjects.push({ actor, at, end: at + m[0].length })
  }
  for (const m of matchesOf(LOWER, text)) {
    const behind = text.slice(m.index + m[0].length, m.index + m[0].length + 16)
    // 村级组织机构 are no 机构 of their own.
    if (/^[一-龥]{0,4}的(?!主要)/.test(behind) || (m[0].endsWith('组织') && behind.startsWith('机构'))) continue
    add(BUSINESS_HEAD.test(behind) || BUSINESS_UNIT.test(m[0]) ? 'business' : 'lower', m)
  }
  for (const m of matchesOf(BUSINESS, text)) if (!isWorkedOn(text, m)) add('business', m)
  for (const m of matchesOf(NAMED, text)) {
    const sender = senderTo(text, m)
    if (m[0].length > LONG_NAME && RECEIVES.test(text.slice(Math.max(0, m.index - 30), m.index))) continue
    if (SENT_THERE.test(text.slice(Math.max(0, m.index - 20), m.index) + m[0])) continue
    if (WHOSE.test(text.slice(m.index + m[0].length, m.index + m[0].length + 30))) continue
    if (!containsLower(m[0]) && sender !== '' && !containsLower(sender ?? '')) add('named', m)
  }
  if (subjects.length === 0) return undefined
  const last = subjects.reduce((a, b) => (b.end > a.end ? b : a))
  // 各乡镇、县教育局要…: one list, and the class is in it.
  const inList = subjects.find(({ actor, end }) => {
    if (actor !== 'lower' || end > last.at) return false
    const between = text.slice(end, last.at)
    return LISTED.test(between) && !ACTS.test(between)
  })
  return inList ?? last
}

/** 各县对钢铁企业开展检查: who is checked does not act. */
const isWorkedOn = (text: string, m: RegExpMatchArray): boolean =>
  /^(?:开展|进行)/.test(text.slice(m.index! + m[0].length, m.index! + m[0].length + 2)) &&
  /对[^，。；]{0,30}$/.test(text.slice(Math.max(0, m.index! - 32), m.index))

const containsLower = (words: string) => words.search(LOWER) >= 0

/** The sentence before the one at `at`, in the same paragraph. */
function sentenceBefore({ text, facts }: Doc, at: number): string {
  const { sentences } = facts
  const own = lastBefore(sentences, at)
  const previous = sentences[own - 1]
  if (!previous || previous.block !== sentences[own]!.block) return ''
  return fullWidth(joined(text.slice(Math.max(previous.start, previous.end - BACK), previous.end)))
}

function isOptional(ahead: string): boolean {
  const rest = behindLast(OPTIONAL, ahead)
  return rest !== undefined && !DUTY.test(rest) && !OVER.test(rest)
}

const inTitle = ({ facts }: Doc, at: number): boolean => {
  const part = facts.parts[lastBefore(facts.parts, at)]
  return part !== undefined && part.start <= at && at < part.end && /^(?:title|number|byline|masthead)$/.test(part.kind)
}

/** Does it lay duties of its own upon offices? A letter does where it goes to the governments below; between equals it asks. */
export const laysDuties = (doc: Doc): boolean => isOwnPaper(doc) && (doc.genre.id !== 'letter' || isSentBelow(doc))

const isSentBelow = perObject(
  (doc: Doc): boolean => addressedBelow(doc, issuerOf(doc)?.level).named.length > 0 || addressesBelow(doc),
)

/** 各位辅导员：, 各村卫生室：, 各支部书记：: whoever writes so has them below. Parents, companies and 各有关单位 are not anybody's. */
const OWN_PEOPLE =
  /^各(?:位)?[^，。；：:、\s]{0,8}(?:领队|联络员|信息员|辅导员|班主任|教职工|教师|[校园所站场队科处]长|[支总]?书记|村主任|网格[员长]|驻村干部|村(?:卫生室)?|中心校|卫生[院室]|科室|站所|分局|支部|社区|院系|学院|班组|车间|护林员)[:：]/
/** 县总工会，各乡镇妇联：, 各镇、县直各单位：: of one line of work or of none, they are below. Not those who live or trade there. */
const ONES_BELOW =
  /(?:^|[，、；,;])\s*各(?:有关|相关)?(?:乡镇?|镇街?|街镇|街道|乡（镇）|县区?|区县|市县|市、县|村|社区)(?![级域直]|[^，。；：:、]{0,6}(?:村民(?!委)|居民(?!委)|群众|[农住商用]户|业主|企业|公司|学生|家长))/
const addressesBelow = ({ text, facts }: Doc): boolean =>
  facts.parts.some(({ kind, start, end }) => {
    if (kind !== 'addressee' && kind !== 'salutation') return false
    const said = text.slice(start, Math.min(end, start + ADDRESS)).trimStart()
    return OWN_PEOPLE.test(said.slice(0, 60)) || ONES_BELOW.test(said)
  })
/** Whoever is below is named within so much of an address. UTF-16 units. */
const ADDRESS = 300

/**
 * Does an office speak for itself? Laws and news are of no genre of ours, but their genre is known: they state or report a duty.
 * Nor does legislation that goes by the name of 办法 or 规定: what it demands is demanded by law.
 */
export const isOwnPaper = (doc: Doc): boolean =>
  !(doc.genre.id === 'other' && doc.genre.source === 'text') &&
  !isAppeal(doc) &&
  !HISTORY.test(doc.facts.title) &&
  !isLegislation(doc) &&
  !tellsCase(doc)

/** 青龙镇大事记, 第三节　责任制的演变 tells what was. */
const HISTORY = /大事记|年鉴|[县镇村市]志(?:$|[^愿])|志稿|史话|沿革|演变|变迁|纪事/
/** 民事判决书, 起诉书, 庭审笔录 state what parties did to each other; 警情提示 tells how somebody was swindled. Neither has anybody below. */
const CASE_PAPER =
  /(?:判决|裁定|裁决|调解|起诉|抗诉|复议决定|处罚决定|再审申请|仲裁申请|答辩|上诉)(?:书|状)(?:[（(][^()（）]{1,12}[)）])?$|(?:庭审|询问|讯问|调查|谈话)笔录$|(?:代理|辩护)词$|(?:警情|反诈|防诈|防骗)[^，。；：]{0,8}(?:提示|提醒|案例|警示|通报|预警)(?:[（(][^()（）]{1,12}[)）])?$|(?:诈骗|骗局)[^，。；：]{0,10}(?:案例|套路|手法|揭秘|提示|提醒)(?:[（(][^()（）]{1,12}[)）])?$/
/** Its name stands in one of so many lines at the top. */
const CASE_LINES = 4
/** 各乡镇： a bulletin that is sent to somebody may order, too. */
const tellsCase = perObject(
  ({ text, facts }: Doc): boolean =>
    !facts.parts.some(({ kind }) => kind === 'addressee') &&
    text
      .slice(0, 160)
      .split('\n', CASE_LINES)
      .some((line) => CASE_PAPER.test(line.replace(/\s+/g, ''))),
)
/** 致全体家长的一封信 asks, whoever signs it. */
const OPEN_LETTER = /^致.{1,20}(?:的一封信|公开信)|倡议书$/
export const isAppeal = (doc: Doc): boolean => OPEN_LETTER.test(doc.facts.title)

const BY_STATUTE =
  /(?:根据|依据|依照|按照)[^。]{0,80}《[^》]{0,60}(?:法|条例|法典)》[^。]{0,160}制[定订](?:本|了?如下)(?:办法|规定|条例|细则|规则|实施|解释|规程)?/
const ENACTED =
  /(?:国务院|部|总局|省人民政府)令第|[年月日][^。]{0,40}(?:国务院|常务委员会|部务会议|审判委员会|检察委员会)[^。]{0,40}(?:发布|通过|公布|批准|修订|修正)/
/** A county's own rules rest on statutes too, but it sends them out. */
const LOCAL = /^[一-龥]{1,10}(?:县|乡|镇|街道|区(?!域))|考核|考评|评比|督查|督导/
/** Its basis stands in its first article. UTF-16 units. */
const FIRST_ARTICLE = 800

const SENT_OUT: ReadonlySet<string> = new Set(['number', 'addressee', 'wrapper', 'imprint'])

const isLegislation = perObject(({ text, facts }: Doc): boolean => {
  if (/^最高人民|^中华人民共和国.{2,60}(?:法|条例|细则|规定|办法)$|条例(?:[（(].{1,12}[)）])?$/.test(facts.title))
    return true
  if (LOCAL.test(facts.title) || facts.parts.some(({ kind }) => SENT_OUT.has(kind))) return false
  const top = text.slice(0, FIRST_ARTICLE).replace(/\s+/g, '')
  return /第一[条章]/.test(top) && (BY_STATUTE.test(top) || ENACTED.test(top))
})

/** Words around a place, as they are read: no line breaks, marks in full width. */
export interface Window {
  readonly text: string
  /** From places in `text` to a span of the document. */
  spanOf(from: number, to: number): Span
  /** Where in `text` the place in the document is. */
  readonly at: number
}

/** The sentence of `at`, from at most `back` UTF-16 units before it up to `ahead` units behind it; undefined between sentences. */
export function windowAt({ text, facts }: Doc, at: number, back: number, ahead: number): Window | undefined {
  const own = facts.sentences[lastBefore(facts.sentences, at)]
  if (!own || own.end <= at) return undefined
  const start = Math.max(own.start, at - back)
  const raw = fullWidth(text.slice(start, Math.min(own.end, at + ahead)))
  if (!/[\r\n]/.test(raw) && !hasInvisible(raw))
    return { text: raw, at: at - start, spanOf: (from, to) => ({ start: start + from, end: start + to }) }
  const places: number[] = []
  let words = ''
  let from = 0
  const keep = (to: number) => {
    for (let i = from; i < to; i++) places.push(start + i)
    words += raw.slice(from, to)
  }
  for (const m of matchesOf(BREAK, raw)) {
    keep(m.index)
    from = m.index + m[0].length
  }
  keep(raw.length)
  return {
    text: words,
    at: Math.max(
      0,
      places.findIndex((place) => place >= at),
    ),
    spanOf: (from, to) => ({ start: places[from]!, end: places[to - 1]! + 1 }),
  }
}

const BREAK = new RegExp(`[ \\t\\u3000]{0,8}[\\r\\n][ \\t\\u3000\\r\\n]{0,8}|[${INVISIBLE}]`, 'g')

/**
 * The words around `hit` that one of `groups` finds (see `firstOver`) and that cover `length` units of it, looked for in its sentence from
 * `back` units before it up to `ahead` units behind it.
 */
export function wordedAt<M extends string>(
  doc: Doc,
  hit: Span,
  groups: readonly Group<M>[],
  back: number,
  ahead: number,
  length = hit.end - hit.start,
): Worded<M> | undefined {
  const window = windowAt(doc, hit.start, back, ahead)
  const found = window && firstOver(groups, window, length)
  if (!found) return undefined
  const { message, from, to } = found
  return { message, words: window.text.slice(from, to), span: window.spanOf(from, to) }
}

/** The first match of a global `pattern` that covers the place of `length` units at `at`. */
function matchOver(pattern: RegExp, text: string, at: number, length: number): RegExpExecArray | undefined {
  pattern.lastIndex = 0
  let m = pattern.exec(text)
  while (m && m.index <= at && m.index + m[0].length < at + length) {
    if (m[0] === '') pattern.lastIndex++
    m = pattern.exec(text)
  }
  pattern.lastIndex = 0
  return m && m.index <= at ? m : undefined
}

/** Global patterns under what they call for. `needs`: words, or small patterns, of which each match has one; where none stands, no pattern need be compiled. */
type Group<M extends string> = readonly [message: M, patterns: readonly RegExp[], needs?: readonly (string | RegExp)[]]

/**
 * Of groups, the strongest first: the first match that covers `length` units at the window's place. `from` and `to` are offsets into the window's
 * text.
 */
export function firstOver<M extends string>(
  groups: readonly Group<M>[],
  { text, at }: Window,
  length: number,
): { readonly message: M; readonly from: number; readonly to: number } | undefined {
  for (const [message, patterns, needs] of groups) {
    if (needs && !needs.some((sign) => (typeof sign === 'string' ? text.includes(sign) : sign.test(text)))) continue
    for (const pattern of patterns) {
      const m = matchOver(pattern, text, at, length)
      if (m) return { message, from: m.index, to: m.index + m[0].length }
    }
  }
  return undefined
}
