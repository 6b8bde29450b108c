/** Orders that an office which has no authority over them gives to lower Party committees and governments. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { addressedBelow, addresseesOf, issuerOf, lowerIn } from '../parts/issuer.ts'
import { stanceOf } from '../stance/stance.ts'

/** What an office of its own may say with the superior's leave. */
const AUTHORISED =
  /(?:经|已经|报经|业经|受)[^，。；]{0,24}(?:政府|国务院|[省市县区州盟旗]委|党委|党工委|管委会|领导|领导同志|领导小组|书记|县长|市长|区长|省长)[^。；]{0,12}(?:同意|批准|批示|授权|委托|审定|审议通过|研究通过|常务会议|研究决定)(?!后[，,]?(?:[报由再按]|方可|予以|组织|列入|纳入|下达|拨付|公布|通报|兑现))|(?:同意|批准|授权)[，,]?(?:现|由)|(?:政府|[省市县区州盟旗]委)[^，。；]{0,6}授权|代(?:拟|为行文|政府)/
const IMPERATIVE =
  /(?:^|[^主重需必])要(?!求|点|素|闻|么|是|害|件|领)|必须|务必|应当|须(?!知|臾)|请[于各将按认]|请(?:你[县区市镇乡街]|高度重视)|严禁|不得|一律|限期|责令(?!改正|停)|责成|(?:^|[，。；：])(?:现|特|兹)?要求(?:你们|[你各][县区市镇乡街])|遵照执行|认真(?:贯彻|组织)(?:落实|执行|实施)|抓好落实|(?<!请结合实际)贯彻执行|(?:未|不|逾期|迟报|漏报|瞒报|排名)[^，。；]{0,24}的[^，。；]{0,10}，[^。；]{0,24}(?:通报|追[责究]|约谈|问责|否决)/g
/**
 * Orders without a word of command: by when (10月底以前全部改完), how much (不少于2000册), who (由你们牵头, 由乡镇长带队), how often (一周一调度), or else
 * (改不完的，扣5分).
 */
const PLAIN_ORDERS = lazily(() => {
  const number = '[\\d一二两三四五六七八九十半]{1,3}'
  const day = `(?:\\d{1,2}月(?:\\d{1,2}[日号]|[上中下]旬|底|末)?|\\d{1,2}[日号]|[年月]底|[本每下]?周[一二三四五六日末]|[今明后]天|下班|[节汛]|${number}个?(?:工作日|小时|天|日|周|星期|月))`
  const done =
    '(?:报(?!名|考|销)|还|上[报传]|[提上]?交[到来齐至]|送[到达来交至]|发[到至来]|[改拆补修清刷装配备建办]{1,2}(?:完毕?|好|齐|到位|结|掉)|完成|到位|回[复报]|拿出|整改|销号|清零|落实|拆除|归还|缴[清齐]|[一-龥](?:完毕?|[好齐净清通])(?=[，；]|$))'
  const town = '(?:你们|你?[乡镇县街区]{1,2}|各?(?:乡镇|镇街|街道|县区)(?:财政|政府|党委|班子)?|所在乡镇)'
  const chief =
    '(?:(?:[乡镇县区]|党工?委|街道)书记|[乡镇县区]长|主要(?:负责人|负责同志|领导)|班子成员|分管(?:领导|负责同志))'
  return [
    `${day}[^，。；\\n]{0,8}?(?:之?前|以前|[之以]?内)(?![的发])[^，。；\\n]{0,16}?${done}`,
    `(?:不(?:得)?(?:少|低)于|至少)[^，。；\\n]{0,8}?${number}(?![^，。；\\n]{0,6}的)|达到\\d+[%％]以上|任务[^，。；\\n]{0,4}\\d|一[一-龥]不能少|少一[一-龥]都?不行`,
    `由${town}(?![^，。；\\n]{0,8}的)`,
    `${chief}[^，。；\\n]{0,10}(?:任组长|包[村户片干抓]|坐班|在岗|带队|挂帅|作检[查讨]|说明|负[总全]?责|盯)`,
    `每(?:天|日|周|旬|半?月|季度?|[两三五]天|[两三]个?[天月周])[^，。；\\n]{0,14}(?:报(?!名|考)|上传|发[到至]|巡[查河林田]|坐班|开放|调度|通报|自查|走访)|(?:[一半]|${number})(?:日|天|周|旬|月)一(?:碰头|调度|通报|报|汇总|研判|上报|督查|排名)`,
    `扣[减除]?${number}分|点名(?!册)|约谈|作(?:出)?检[查讨]|从[^，。；\\n]{2,16}扣|(?:[改补拆完交报还]不|[未没不])[^，。；\\n]{1,10}的[，、]?[^，。；\\n]{0,20}(?:通报|扣|问责|返工|收回|约谈|说明|停止)`,
  ].map((words) => new RegExp(words))
})
/** What their chiefs must do themselves, and what comes of it otherwise. */
const CHIEF = 3
const ELSE = 5
/** Its own work, what is given or offered, what has been. */
const NO_ORDER =
  /(?<![报交送到向至知])[我本][局委办中院馆站]|(?<![报交送到向])[县市省区][一-龥]{2,10}?(?:局|委|办|团|馆|院|中心|公司|大队|银行|大厅)|(?:^|[，：])(?:将|拟)|由(?:我|[县市省区])|请[省市][^，。；]{1,12}(?:专家|院)|可[于在向到按]|自愿|有意|有需要|欢迎|鼓励|咨询|补[助贴偿]|奖补|待遇|养老金|缴费|资金|截至|已[于经完]|目前|以来|上年|去年|时间[:：]|热线|电话|公示|有效期|《/
/** Whom it is said to: towns and what is theirs, or to whom they send it. */
const DIRECTED =
  /你们|你[镇乡县区]|[各每]个?(?:村|镇|乡|街道|社区|县区)|乡镇|街道|[乡镇村]级|[乡镇]长|书记|班子|村干部|[报交送到]+[^，。；]{0,4}[局办委]/
/** How many kinds of order `said` gives beside those that IMPERATIVE counts. */
function plainOrders(said: string): number {
  let count = 0
  let directed = false
  for (const sentence of said.slice(0, 20_000).split(/[。；\n]/)) {
    if (sentence.length < 6) continue
    const kinds = PLAIN_ORDERS()
    if (NO_ORDER.test(sentence)) {
      if (/[，；][^，；]{0,6}不[^，；]{0,8}的，/.test(sentence) && kinds[ELSE]!.test(sentence)) count++
      continue
    }
    // 请各镇于5日前报送 is one order.
    const told = sentence.search(IMPERATIVE) >= 0
    const found = (told ? [kinds[CHIEF]!] : kinds).filter((kind) => kind.test(sentence)).length
    count += found
    directed ||= found > 0 && DIRECTED.test(sentence)
  }
  return directed ? count : 0
}

/** What leaves no choice. 要 alone may guide or command: nobody can tell from the text. */
const STRICT = /必须|务必|须(?!知|臾)|严禁|不得|一律|限期|遵照执行/
/** Neither does the threat of what follows. */
const THREAT =
  /(?:作出?|提交|写出)[^，。；]{0,6}(?:检讨|检查(?=[，。；]))|通报批评|严肃(?:问责|追究)|提请[^，。；]{0,10}(?:问责|追究|免职)|约谈[^，。；]{0,8}(?:书记|[县区市镇乡]长)|追究[你贵各][^，。；]{1,16}责任|由[^，。；]{0,10}(?:书记|[县区市镇乡]长|主要(?:负责(?:同志|人)|领导))[^，。；]{0,8}[到向来][^，。；]{0,8}[局办委组部][^，。；]{0,6}(?:说明|检讨|解释|表态)|(?:后果|损失|责任)[^，。；]{0,4}由[你贵][^，。；]{0,8}(?:承担|负责|自负)/
/** What is demanded of you, in so many words: 你街道务必…. */
const YOU_TOLD = /[你贵](?:[县区市镇乡旗]|街道|单位)[^，。；、的]{0,6}?(?:要(?!求)|必须|务必|须|应当?(?!急|邀|约))/
/** 责令你县政府…, 责成石门、柳林两镇党委、政府…: no choice is left, whoever says it; and whom. */
const ORDERED =
  /(?:责令|责成|勒令)((?:[^，。；、：]{1,12}、){0,4}[^，。；、：的]{0,12}(?:党工?委|政府|办事处|[县区旗]委(?![员托会办]))(?:、(?:人民政府|政府|办事处|管委会))?)/g
/** 责令各镇于20日前拆除, where committees and governments are addressed: they are who is meant, not their stations. */
const TOWNS_ORDERED =
  /(?:责令|责成|勒令)((?:[你贵各]|有关|相关)(?:乡镇|镇街|县区|乡|镇|县|区|市|旗|街道)(?:[（(][^，。；）)]{1,10}[）)])?)(?![^，。；]{0,6}(?:[局站所队]|中心|单位|部门|企业|学校|医院))/g
const STOPS = /^[^。；]{0,24}(?:清退|拆除|停止|取消|撤销|关停|清理|收回|废止)/
/** Who breaks the law is told so by whoever enforces it. */
const LAWFUL = /(?:根据|依据|依照|按照?|违反)[^。；《]{0,16}《[^》]{2,40}(?:法|条例)》|依法/
const ASKS_VIEWS = /(?:征求|提出|反馈)[^，。；]{0,10}意见/
/** Courts and procurators have their own way to speak to governments. */
const JUDICIAL = /法院|检察院|仲裁/
const EVERY_STRICT = new RegExp(`${STRICT.source}|${THREAT.source}|(?:责令|责成)[你贵]|无条件`, 'g')
/** A meeting that one of the county's leaders presides over speaks with the county's voice. */
const PRESIDED = /(?:书记|[县市区]长|[县市区]领导)[^。；]{0,20}(?:主持|召集|召开|到会|出席)/
/** Whoever else stands in the address line may be meant by what the text commands. */
const OTHERS = /单位|部门|[局站所]|中心|企业|公司|学校|医院/
/** What is made known directs nobody; an audit, a penalty and a petition that is passed on are the law’s. */
const HARMLESS =
  /征求|反馈意见|意见建议|征集|邀请|商请|商洽|恳请|敬请|告知|备案名单|公布|公示|印发.{0,40}(?:名单|目录|答复)|审计|(?:交办|转送|转办|办理)[^。]{0,12}(?:信访|来信|来访|投诉|提案|议案|建议)|(?:信访|投诉|提案)[^。]{0,8}(?:交办|转送|转办)|行政(?:处罚|复议)|执法检查|责令/
/** Nor does an invitation, or what everybody may apply for, unless it says by name what they must do. */
const GENTLE = /表彰|表扬|申报|推荐|报名|遴选|培训(?!工作)|研修|讲座|征订|举办|参加|参展|会议的通知/
/** Townships as such are told what to do, not only 各单位 or 各站. */
const TOWNS_TOLD =
  /各(?:乡镇|镇街|镇|乡|街道|县区|县|区|市)(?:[（(、][^，。；要须应]{1,12})?(?:党委|政府)?[^，。；、要须应]{0,6}(?:要(?!求)|必须|务必|须|应当?(?!急|用|对))/
/** Orders of the hour, whoever passes them on. */
const URGENT = /应急响应|预警|抢险|救援|险情|灾情|转移避险/
/** 紧急通知 is what offices write over a form to be filled in, too: it is urgent where something threatens. */
const CALLED_URGENT = /紧急|特急/
const HAZARD =
  /[暴大强]雨|降雨|汛|洪|涝|台风|风暴|大风|强对流|雷电|冰雹|[暴大雨降]雪|寒潮|冰冻|霜冻|低温|高温|干旱|旱情|地震|滑坡|泥石流|地质灾害|塌方|决口|火[灾险情点]|防火|扑火|疫[情病]|传染|染病|登革热|猪瘟|禽流感|中毒|泄漏|爆炸|坍塌|溺水|事故|险[情段]|灾[害情民]|危险|安全隐患|重污染|失踪|伤亡|停[水电气]|断[水电供]/

/** `addressed`: sent to them; `addressedBare`: to 各乡镇, whoever is meant there; `demanded`: told in the text what to do. */
export interface Order {
  readonly message: 'addressed' | 'addressedBare' | 'demanded'
  readonly issuer: string
  readonly whom: string
  /** How often the body commands. */
  readonly count: number
  /** Where `whom` stands. */
  readonly at: Span
  /** It leaves them no choice, and it is they who are meant; otherwise it may be guidance, or meant for others. */
  readonly strict: boolean
}

/** What `doc` orders those below its issuer, from `minImperatives` commands on; undefined where it orders nothing, or its issuer may (`authorised`). */
export function orderBelow(
  doc: Doc,
  minImperatives: number,
  authorised: (issuer: string) => boolean,
): Order | undefined {
  const issuer = issuerOf(doc)
  if (!issuer || issuer.kind === 'authority' || authorised(issuer.name)) return undefined
  const { body, title, parts } = doc.facts
  const wrapper = parts.find(({ kind }) => kind === 'wrapper')
  const spans = wrapper ? [wrapper, ...body] : body
  const said = spans.map(({ start, end }) => doc.text.slice(start, end)).join('\n')
  // Consent stands at the beginning or at the end.
  if (AUTHORISED.test(said.slice(0, 1500)) || AUTHORISED.test(said.slice(-400)) || AUTHORISED.test(title))
    return undefined
  if (HARMLESS.test(title) || isUrgent(title, said) || JUDICIAL.test(issuer.name)) return undefined
  // A letter directs nobody, unless it leaves them no choice time and again.
  const isLetter = title.endsWith('函') || doc.genre.id === 'letter'
  const strictly = isLetter ? (said.match(EVERY_STRICT)?.length ?? 0) : 0
  if (isLetter && (strictly < minImperatives || !isAimed(said))) return undefined
  const gentle = GENTLE.test(title) || doc.genre.id === 'notice.meeting'
  const count = Math.max(strictly, [...said.slice(0, 100_000).replace(LAW_SAYS, '').matchAll(IMPERATIVE)].length)
  const { named, bare } = addressedBelow(doc, issuer.level)
  const order = (message: Order['message'], at: Span, strict: boolean): Order => ({
    message,
    issuer: issuer.name,
    whom: doc.text.slice(at.start, at.end),
    count,
    at,
    strict,
  })
  // Whoever marks their work lays down what they have to do, in however few words.
  const marked = count + (count > 0 && MARKS_WORK.test(title) ? 1 : 0)
  // What is told plainly is looked for only where it decides.
  const commands =
    marked >= minImperatives || (!isLetter && named.length > 0 && marked + plainOrders(said) >= minImperatives)
  const ordered = orderedIn(doc, named.length > 0)
  if (doc.genre.id === 'minutes')
    return ordered && !PRESIDED.test(said.slice(0, 600)) ? order('demanded', ordered, true) : undefined
  const demanded = ordered ? { span: ordered, strict: true } : demandedOf(doc)
  // 关于举办…培训的通知, and among its requirements 各乡镇党委、政府务必…
  if (gentle) return demanded?.strict && named[0] ? order('demanded', demanded.span, true) : undefined
  // What is said of them by name, and leaves no choice, tells more than the address.
  if (demanded?.strict) return order('demanded', demanded.span, true)
  if (named[0] && commands) {
    const meant = demanded !== undefined || TOWNS_TOLD.test(said) || !OTHERS.test(addressLine(doc))
    return order('addressed', named[0], meant && STRICT.test(said))
  }
  if (demanded) return order('demanded', demanded.span, demanded.strict)
  return bare && commands && TOWNS_TOLD.test(said) ? order('addressedBare', bare, false) : undefined
}

/** 《土地管理法》规定，乡镇政府不得…: what the law says; 根据《…》规定，各镇要… is an order that rests on it. */
const LAW_SAYS =
  /(?<![据照][^。；《]{0,10})《[^《》]{2,60}》(?:第[^，。；]{1,12}条)?[^，。；《]{0,6}(?:规定|明确)[，：][^。\n]{0,200}/g

/** A letter may be strict about what it gives; an order says whom it binds, or by when. */
const isAimed = (said: string): boolean =>
  !ASKS_VIEWS.test(said) &&
  !LAWFUL.test(/[^。]{0,160}责令/.exec(said.slice(0, 20_000))?.[0] ?? '') &&
  (YOU_TOLD.test(said) || TOWNS_TOLD.test(said) || THREAT.test(said) || /(?:责令|责成)[你贵]|务必|限期/.test(said))

const isUrgent = (title: string, said: string): boolean =>
  URGENT.test(title) || (CALLED_URGENT.test(title) && HAZARD.test(title + said.slice(0, 400)))

/** 印发招商工作考核细则: how those are marked that it is sent to; not how their enterprises or schools are. */
const MARKS_WORK =
  /(?<![企业校师生员院])(?:目标|专项|工作|绩效|年度|目标管理|责任制|综合){1,3}(?:考核|考评)(?:评价|奖惩|管理|评分)?(?:暂行|实施|试行)?(?:细则|办法|方案|标准|意见)/

/** The first place where somebody is ordered by name, or as a town that is `addressed`; not by the law. */
function orderedIn(doc: Doc, addressed: boolean): Span | undefined {
  for (const part of doc.facts.body) {
    const text = doc.text.slice(part.start, part.end)
    if (!/责[令成]|勒令/.test(text)) continue
    for (const m of [...text.matchAll(ORDERED), ...(addressed ? text.matchAll(TOWNS_ORDERED) : [])]) {
      const end = part.start + m.index + m[0].length
      const span = { start: end - m[1]!.length, end }
      const stance = stanceOf(doc, { start: part.start + m.index, end: part.start + m.index + 2 })
      // 责令各镇清退资金: it is the money that is cleared, not the order.
      const spokenOf = stance.negated ? !STOPS.test(stance.after) || stance.reported : stance.spokenOf
      if (!spokenOf && !LAWFUL.test(stance.ahead)) return span
    }
  }
  return undefined
}

/** 各镇政府必须把广告整治列入议题: what they are to clear is not the order; an order that is itself done away with is. */
const CLEARS_OTHERS =
  /^[^，。；、的]{0,12}(?:要(?!求)|必须|务必|须|应当?|不得(?!不))(?![^。]*(?:的|这种|这一|此类)(?:做法|规定|要求|制度|现象|条款|表述|内容|文件))/
/** A paper that lifts burdens lists what towns had to do. */
const CLEANED_UP =
  /减负|负担|形式主义|(?:清理|规范|取消|停止|废止)[^。]{0,12}(?:报[表告送]|文件|公文|会议|考核|制度|事项|规定|检查|评比|台账|责任|群)/
const NEGATING = /[不未勿]|严禁|禁止|停止|取消|清理|整治|防止|避免|杜绝|纠正|废止|减负|负担|形式主义/
const clearsOthers = (ahead: string, after: string): boolean => CLEARS_OTHERS.test(after) && !NEGATING.test(ahead)

/** 各乡镇党委、政府要…: the first place in the body where something is demanded of them by name. */
function demandedOf(doc: Doc): { readonly span: Span; readonly strict: boolean } | undefined {
  for (const part of doc.facts.body)
    for (const { start, end } of lowerIn(doc.text.slice(part.start, part.end))) {
      const span = { start: part.start + start, end: part.start + end }
      const stance = stanceOf(doc, span)
      const { ahead, before, after } = stance
      // 《…条例》规定，乡镇人民政府应当… tells the law.
      if (/》[^，。；]{0,16}(?:规定|明确|要求)[^。；]{0,16}$/.test(ahead)) continue
      const mentioned =
        stance.negated && !CLEANED_UP.test(doc.facts.title) && clearsOthers(ahead, after)
          ? stance.reported || stance.blamed || stance.supposed || stance.quoted
          : stance.mentioned
      if (mentioned || !/^[^，。；、的]{0,12}(?:要(?!求)|必须|务必|须|应当?(?!急|用|对)|不得(?!不))/.test(after))
        continue
      if (!/商|会同|配合|协助|支持|由$/.test(before)) return { span, strict: STRICT.test(after.split(/[。；]/, 1)[0]!) }
    }
  return undefined
}

const addressLine = (doc: Doc): string => addresseesOf(doc, 1000)
