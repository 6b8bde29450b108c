/** Requests for a superior's approval or money, as they end a 请示. */
import type { Doc, Span } from '../../core.ts'
import { fullWidth, joined } from '../clauses.ts'
import { covers } from '../quoted.ts'
import { lastBefore } from '../spans.ts'

const SUPERIOR =
  '(?:各位)?(?:上级|领导|[省市县区州]级?财政(?!局)|省委|市委|县委|区委|省政府|市政府|县政府|区政府|乡政府|镇政府|州政府|人民政府|党委|党组|党工委|管委会|贵[局委办厅部院]|[一-龥]{1,10}(?:局|委|办|厅|部|政府|党委|党组|公室|书记|县长|局长|镇长|领导)|[局委厅部办院]里)'
/** Plain 请 asks these for a decision, and an office for a service: 请县财政局拨付已批的进度款. */
const GOVERNING = '(?:上级|领导|[省市县区州]级?财政(?!局)|[省市县区州]委|[省市县区州乡镇]政府|人民政府|党委)'
const DECIDE = '(?:批准|批复|批示|审批|审定|审示|核准|核批|批转|定夺|裁[夺定])'
/** 妥否，请县政府研究决定; 当否，请指示 only ends a report. */
const ANSWER = `(?:${DECIDE}|决定)`
const MONEY = '(?:拨付|核拨|追加|划拨|下拨|拨给)'
/** 请求予以拨付, 请求尽快足额拨付. */
const HOW = '(?:尽快|尽早|及时|早日|足额|酌情|适当|如数|一次性|予以|给予|予){0,3}'
const SOFTLY =
  '(?:[敬恳谨特现兹望]|为此|因此|故此?|鉴于此|在此|我[一-龥]{1,4}|我们|同时|并|[一二三四五六七八九十]是)?[，,]?\\s*'

/** 这笔钱还望县政府…, 缺口部分请县里…: what is wanted, ahead of who is asked for it. */
const THE_MONEY =
  '(?:[这此](?:件|个)?事情?|(?:[这那该此][^，。；]{0,4})?(?:钱|款子?|经费|资金|费用|缺口|差额|开支|名额|编制)(?:部分|方面)?，?)?'

const CONNECTIVE = /^(?:为此|因此|故此?|鉴于此|在此|同时|[一二三四五六七八九十]是)，?/

/** 妥否，请批示。 如无不妥，请批转…。 */
const CLOSING = new RegExp(
  `(?:(?:是否)?妥[否当]|当否|可否|能否|是否可行|如无不[妥当]|如可行|如同意)，?\\s*[敬恳谨]?请(?:${SUPERIOR}{1,2}、?)?(?:尽快|及时|研究|讨论|审核|审查|予以|给予|予)*${ANSWER}|如[蒙获]?同意，?\\s*请[^，。；]{0,16}(?:签署(?:意见|同意)|签批|签字盖章|盖章)`,
)
/** 请予批准。 请县政府审批。 */
const PLEASE = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}(?:[敬恳谨特]?请求?|[盼望]|望请)(?:(?:${SUPERIOR}、?){1,2})?(?:尽快|及时|早日|研究|审核|审查|专题|予以|给予|予|并)*(?:${DECIDE}|准[予许](?=[一-龥])|同意(?!的))(?!的|后|件|单位|部门|机关|手续|权限|流程|事项的|程序)`,
)
/** 恳请县政府拨付…万元. */
const ASKING = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}(?:恳请|敬请|特请|提请(?=${SUPERIOR}(?<!院))|请求(?=${SUPERIOR}|${HOW}(?:${DECIDE}|${MONEY}|同意))|请(?=予以?${HOW}${MONEY})|[请望盼](?=(?:${SUPERIOR}){0,2}准[予许])|(?:特|现|兹|故)此?申请(?!人|书|者)|申请(?=上级(?!人民法院)|县|市|财政|${MONEY}[^，。；]{0,16}(?:经费|资金|元|预算|编制|款))|请(?=${GOVERNING}))[^，。；]{0,24}?(?:${DECIDE}|${MONEY}|同意|予以立项|批准立项)(?!的|后|件|单位|手续|权限|流程|程序|到位率)`,
)
/** 恳请县财政安排资金185万元: who names the sum asks to be paid; 恳请县政府协调解决 asks for help. */
const SUM = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}(?:恳请|敬请|特请|请求(?=${SUPERIOR})|(?:特|现|兹|故)此?申请(?!人|书|者))(?![^，。；]{0,24}(?:协调|帮助|督促|争取))[^，。；]{0,24}?(?:安排|解决|补助|拨款|增拨|垫付)[^，。；]{0,16}?\\d[\\d.]{0,8}[余多]?[万亿]元(?!的)`,
)
/** 维修需资金18万元，请县教育局于开学前拨付: what is lacking, and who is to pay it; what was granted already is a service. */
const LACKING = new RegExp(
  `(?:尚[需缺差欠]|[需缺差欠]|不足)[^。；，]{0,20}?\\d[\\d.]{0,8}[余多]?[万亿]?元[^。；]{0,24}?，[敬恳谨特]?[请望盼]求?(?=${SUPERIOR}|予|给|从|由|在|尽[快早]|早日|及时|[拨增补])[^，。；]{0,30}?(?:${MONEY}|拨款|增拨|补助|补足|垫付|列支(?:解决)?(?=[，。；]|$)|(?:安排|解决|落实)(?:资金|经费|到位)?(?=[，。；]|$))(?!的)`,
)
/** 恳请为我局增加编制5名, 请允许我局增设股室; 请允许我代表… asks for nothing. */
const LEAVE = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}(?:(?:恳[请求]|敬请|特请|请求?(?=${SUPERIOR}))[^，。；]{0,24}?(?:(?:增加|核增|增核|核定|追加|增配|增补|增拨)[^，。；]{0,8}(?:编制|(?:事业|行政|公务员)编)(?=\\d|[，。；]|$)|授权(?=[我由])|增设(?=[^，。；]{0,12}(?:[股科]室|岗位|机构|站|点)))|[恳敬]?请(?:予以?)?(?:允许|准许)我(?:[局委办镇乡县区院校站所村馆]|中心|单位|公司))`,
)
/** 请贵局帮助解决道路缺口资金20万元, 请上级支持12万元修缮资金为盼: who names the sum wants it paid, however softly. */
const HELP = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}(?:恳请|敬请|特请|请求?(?=${SUPERIOR})|[望盼]请?(?=${SUPERIOR}))(?![^，。；]{0,40}(?:协调|贷款|融资|银行|企业|业主|施工|督促|追[缴回讨]|欠|向[^，。；]{1,10}争取|争取社会))[^，。；]{0,16}?(?:解决|安排|补助|支持|调剂|资助|扶持)[^，。；\\d]{0,14}?\\d[\\d.]{0,8}[余多]?[万亿]?元(?=的?[^，。；的]{0,14}(?:资金|经费|缺口|补助|款|费)|[^，。；]{0,6}[为]?(?:盼|谢|感|荷)|[，。；]|$)`,
)
/** …更新要98万元，盼县人大常委会尽快研究，把这笔经费批下来: as it is said, with what is to be had in front. */
const SPOKEN = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}${THE_MONEY}[还也]?(?:恳请|敬请|希望(?=${SUPERIOR}|[省市县区镇乡]里)|[请望盼](?=${SUPERIOR}|[省市县区镇乡]里|尽[快早]|早[日点]))(?![^。；]{0,24}(?:协调|督促|帮助|责成))[^，。；]{0,24}[，]?[^，。；]{0,8}?[把将][^，。；]{0,12}(?:钱|款|经费|资金|费用|编制|额度|补助|[万亿]元)[^，。；]{0,6}(?:[批拨](?:下来|下去|给|了|到位|付)|(?:予以|给予)安排|(?:解决|安排)了?(?=[，。；]|$))`,
)
/** 得86万元，局里挤不出来，请县里在年底前批给我们: money or posts, and the verb at the end. */
const GIVE_US = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}${THE_MONEY}[还也就]?(?:恳请|敬请|想请|麻烦|希望|指望|巴望|全靠|就等|[请望盼])(?:着)?(?=${SUPERIOR}|[省市县区镇乡局委][里上])(?![^。；]{0,24}(?:协调|督促|帮助|责成))[^，。；]{0,20}?(?:(?:批|拨|补)给(?!的)|给[^，。；]{0,6}(?:[批拨](?![评发准复转])|补上|出了?(?=[，。；]|$))|[批拨](?:下来|下去)|点[个下]{0,2}头|松[个下]{0,2}口(?!气)|给[个句](?:准话|话(?![题语]))|拍[个下]?板|[给掏出]钱)`,
)
/** 这笔钱局里看能不能从福彩公益金里给出了: whether those above could pay, which asks them to. */
const COULD = new RegExp(
  `(?:${SUPERIOR}|(?:^|[，。；：])[省市县区镇乡局委上]?(?:里头?|上头|上面))[^，。；]{0,6}?(?:能不能|能否|可不可以|行不行)(?!(?:帮|协调))[^，。；]{0,20}?(?:(?:给|替|帮)[^，。；]{0,6}?(?:[出付垫掏](?:了|上|一?点|一?些)?|解决了?|补上?|[批拨]一?点?)(?=[，。；？]|$)|(?:[批拨]给?|补给|划给|匀给)(?:我们|我[镇乡局院校站所]|一?些|一?点|下来|几|\\d))`,
)
const couldIn = (flat: string) =>
  /能不能|能否|可不可以|行不行/.test(flat) && WANTS.test(flat) && !GRANTED.test(flat) && !DUE.test(flat)
    ? COULD.exec(flat)
    : null
const WANTS = /元|块钱|[这笔]钱|款|经费|资金|编制|指标|用地|\d[余多]?[万亿](?![元亩人户吨株棵头只羽字次件米立平千斤])/
const giveUsIn = (flat: string) =>
  /[批拨补]给|给[^，。；]{0,6}[批拨补出]|[批拨]下|点[个下]?头|松[个下]?口|准话|句话|拍[个下]?板|[给掏出]钱/.test(
    flat,
  ) &&
  WANTS.test(flat) &&
  !GRANTED.test(flat) &&
  !DUE.test(flat)
    ? GIVE_US.exec(flat)
    : null
const spokenIn = (flat: string) =>
  /[把将]/.test(flat) && /[批拨]|解决|安排/.test(flat) && !GRANTED.test(flat) && !DUE.test(flat)
    ? SPOKEN.exec(flat)
    : null
/** 把欠拨的进度款拨下来: it is theirs already. */
const DUE = /欠拨|拖欠|应拨|未拨|[未没]到位|剩余|余款|第[二三四]批|到期|已(?:下|到)/
const GRANTED = /已(?:经|获|由)?(?:批准|批复|下达|列入|审批|核定|安排|纳入)|批复(?:的|金额)|合同|进度款|尾款/
/** 特申请维修资金20万元: for itself, and so much. */
const APPLIES = new RegExp(
  `(?:^|[，。；：）).．、\\s])${SOFTLY}(?:特|现|兹|故)此?申请(?!人|书|者|表)[^，。；《》]{0,20}?\\d[\\d.]{0,8}[余多]?[万亿]?元(?!的)`,
)
/** Told, not asked: 已请县政府批准; a suggestion; an assembly deliberates. */
const TOLD =
  /已|曾|去年|上年|此前|先后|多次|及时(?=申请|请求|提请)|主动|积极(?=申请|争取)|建议|经(?!费)|如需|需要(?=报|经)|应当?(?=报|申请)|不再|无需|不得|禁止|审议|(?<![望盼]请?[省市县区])人大|代表大会|常委会会议|各位代表|协助|帮助(?=[一-龥]{0,8}申请)|指导|群众|村民|农户|企业|业主|[户人家](?=申请)/

/** 施工单位来函，请求予以拨付工程尾款: what others ask. */
const OTHERS_ASK =
  /(?:群众|村民|农户|企业|业主|商户|职工|家长|居民|单位|公司|[一-龥]方)[^，。；]{0,12}(?:来[函信访电]|致函|发函|反映|信访|上访|提出|投诉|申诉|诉求)[^。；]{0,16}，$/
/** 下一步，我们将积极向上争取，申请拨付…: what is meant to be done, not what is asked for here. */
const PLANNED = /向上级?(?:争取|汇报|对接|申报)|积极争取|下一步|今后|明年|(?:将|拟|计划|准备)[^，。；]{0,12}，?$/

const leaveIn = (flat: string) => (/编制|[业政员]编|增设|允许|准许|授权/.test(flat) ? LEAVE.exec(flat) : null)
const lackingIn = (flat: string) => (GRANTED.test(flat) ? null : LACKING.exec(flat))

/** Phrases that ask a superior to decide or to pay, each from its first word to its verb. `hits` are the places of the verbs and of 万元, in order. */
export function requestsIn(doc: Doc, hits: readonly Span[]): Span[] {
  const { text, facts } = doc
  const { sentences, body, quoted } = facts
  const found: Span[] = []
  let last = -1
  for (const hit of hits) {
    const index = lastBefore(sentences, hit.start)
    const sentence = sentences[index]
    if (!sentence || index === last || sentence.end <= hit.start) continue
    const part = body[lastBefore(body, hit.start)]
    if (!part || part.start > hit.start || part.end < hit.end || covers(quoted, hit.start)) continue
    last = index
    // 妥否，请批示 is short; nobody asks in a sentence of thousands.
    const raw = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2000))
    const flat = fullWidth(joined(raw))
    const m =
      CLOSING.exec(flat) ??
      PLEASE.exec(flat) ??
      ASKING.exec(flat) ??
      SUM.exec(flat) ??
      APPLIES.exec(flat) ??
      HELP.exec(flat) ??
      lackingIn(flat) ??
      spokenIn(flat) ??
      giveUsIn(flat) ??
      couldIn(flat) ??
      leaveIn(flat)
    if (!m || /审议|各位代表|大会/.test(flat)) continue
    const asked = m[0].replace(/^[，。；：）).．、\s]+/, '').replace(CONNECTIVE, '')
    const at = m.index + m[0].length - asked.length
    const rest = flat.slice(at + asked.length).search(/[，。；！]/)
    const phrase = asked + flat.slice(at + asked.length, at + asked.length + (rest < 0 ? 0 : Math.min(rest, 40)))
    if (
      !CLOSING.test(phrase) &&
      TOLD.test(
        `${flat
          .slice(Math.max(0, at - 30), at)
          .split(/[。；，：]/)
          .at(-1)}${phrase}`,
      )
    )
      continue
    if (OTHERS_ASK.test(flat.slice(Math.max(0, at - 40), at))) continue
    if (/^[现特兹故]?此?申请/.test(asked) && PLANNED.test(flat.slice(Math.max(0, at - 40), at))) continue
    // In a paragraph cut at a fixed width the place is the sentence.
    const span =
      flat.length === raw.length
        ? { start: sentence.start + at, end: sentence.start + at + phrase.length }
        : { start: sentence.start, end: sentence.end }
    found.push(span)
  }
  return found
}
