/** Traces of work that a document demands: pictures, notes, ledgers kept to be shown. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { cellAt, hasPoints } from '../cells.ts'
import { clauseOf } from '../clauses.ts'
import { isCondemned, isEmergency, oncePerSentence, paragraphAround, type Worded } from '../contexts.ts'
import { lastBefore } from '../spans.ts'
import type { Stance } from '../stance/stance.ts'
import { callsOut } from './circulars.ts'
import { type Demand, demandOf, wordedAt } from './demands.ts'
import { ANYONE_BELOW, orLikely, type Signs } from './likely.ts'
import {
  CRITERIA,
  FILED_BY_LAW,
  FORMAL,
  isCountedVideo,
  isOfPapers,
  MISSED,
  NOTES,
  REAL_FAILING,
  TRACES,
} from './trace-patterns.ts'

/** 没有照片的，不扣分; 不以照片为准; 张数不纳入考核. */
const NOT_HELD =
  /不(?:得|再|予|能|应|会|因此)?[^，。；分并的]{0,4}(?:扣|减|通报|视[为同作])[^，。；]{0,4}$|不(?:再|得|予|应)?(?:纳入|列入|列为)[^，。；]{1,20}$|不[得能应]不[^，。；]{1,4}$/
/** 督查不看会议记录是否完整. */
const NOT_LOOKED_AT = /不(?:再|专门)?(?:[看查翻]|核[对查]|检查|抽查)[^，。；]{0,24}是否/
/** What law, proof or safety demands, and pictures that are works. */
const DUTY =
  /进货|索证|图片新闻|爆料|随手拍|市民[^。；]{0,90}提供[^，。；]{0,4}线索|(?<!一)组照|摄影|评委|选手|认证|闪退|内测|测试群|执法|处罚|行政许可|记录仪|全过程记录|追溯|溯源|(?:食品|药品)(?!(?:安全)?(?:知识)?(?:宣传|培训|讲座))|农药|兽药|危险?(?:废|化)|危废|固废|医废|废物|隐患|检疫|屠宰|防疫|疫苗|排污|排放|环境监测|公证|招[标投]|评标|采购|审计|办案|案件|证据|取证|询问|讯问|勘[验查]|笔录|文物|医学|诊疗|病历|遥感|卫星|监控|航拍|无人机|隐蔽工程|施工(?!中|前|后|。|$|[，、])|监理|竣工|存证|数据安全|网络安全|算法|操作留痕|系统留痕|决策|干预|过问|插手|出入库|燃气|特种设备|电梯|消防(?!(?:安全)?(?:知识)?(?:宣传|培训|讲座))|动火|票据|发票|信贷|贷款|理赔|保险|核损|普查|测绘|作品|(?<!\d[张幅][、和及])短视频|微视频|宣传视频|征集|获奖|展板|画册|参赛|投稿|申报|报名|应聘|招聘|申请|推荐|耕地|图斑|古树|摄影|征文|免冠|[一两二三小\d]\s?寸|证件|身份证(?!号)|护照|驾驶证|办证|证照|营业执照|旅游|网约|外卖|快递|用工|工资|财务|资金|固定资产|选举|投票|党员档案|人事档案|档案法|事故现场|巡检|设备运行|公示照片|信访人|审批|交易|合同/

/** 检验记录和照片依照《…法》保存备查. */
const BY_LAW = /[依按](?:照|据)?《[^》]{2,40}(?:法|条例)》/
/** 每周拍照上传工作群: pictures by the calendar prove that somebody went, not what he found. */
const ROUTINE = /每[天日周旬月晚次](?:[^，。；]{0,10}(?:拍|照片|截图))[^，。；]{0,14}群(?!众)/
const PAID_FOR = /(?:工资|工钱)$/
/** Videos by the day, and the days counted. */
const MADE_BY_THE_DAY = /短视频|微视频|视频作品/g
/** What the words are about. A list of hazards in a clause before is a duty, pictures of the round are none. */
function matterOf({ before, ahead, after }: Stance, words: string): string {
  // 凭视频发工资: what is paid for is not what is recorded.
  const said = isCountedVideo(words) ? words.replace(MADE_BY_THE_DAY, '') : words
  const matter = ahead.slice(-30) + said.replace(PAID_FOR, '') + after.slice(0, 30)
  const clause = clauseOf(`${before}${words}`) + clauseAhead(after)
  return ROUTINE.test(clause) && !clause.includes('隐患') ? matter.replaceAll('隐患', '') : matter
}
const clauseAhead = (after: string) => after.slice(0, 30).split(/[，。；]/, 1)[0]!

/** Papers are put into boxes for a look; an archive does so by its own rules. */
const BOXED = /装盒|入盒|^(?:收集|整理)[^，。；]{0,10}资料，|^档案资料|(?:补[齐全足]|凑[齐够])$/
const MADE_UP = /(?:补[齐全足]|凑[齐够])$/
const FAKED = /弄虚|造假|作假|应付|突击/
const LOOKED_AT = /迎检|候查|待查|检查|验收|评估|督导|考核|考评|创建|复审/
const ARCHIVE = /归档|案卷|档案[馆局室员法]|卷内|文书|档案(?:工作|管理|整理)/

/** One for each occasion, taken with a camera; not 每户发明白卡一张、宣传画一张. */
const SHOTS = /一张、[^，。；、]{2,6}一张/
const CAMERA = /手机|镜头|拍|合个?影(?=[^，。；]{0,4}一张)|照[张个]?相/
/** One of each before and after the work that is shown; and what becomes of them. */
const PAIR = /[前工]来?[各留要]?一张[、，和][一-龥、]{0,12}?[后工]来?[各留要]?一张|前后各[留存备]?一张/
const HANDED_OUT = /[发领填]|[桌椅床凳]|[卡表画票单证纸书](?=[、，一])|复印|申[请报]|作品|作业|画|设计|施工单位|隐蔽/
const PASTED = /[订装钉贴编排]|册|本子|档|群(?!众)|交|报|传|看|翻|检查|验收|考核/
const GIVEN = /[每发领填桌椅床凳]|[卡表画票单证纸书](?=[、，一])|复印|申[请报]/

/** 上下午各凑够两张: of pictures, not of tables or tickets. */
const ENOUGH = /^[拍照传凑攒][够满足齐]/
const TAKEN = /照片|图片|水印|合影|相片|拍照|[张的个]相(?![似关对互应当])|照相|截图/

/** 须征得老人同意才可与老人合影. */
const AGREED = /(?:同意|征得|方可|才[可能]|自愿)[^，。；]{0,6}[与和同跟]/
/** 装修前、装修后各拍一张，自己留着; of wounds and old things it is the trade. */
const SHOT_TWICE = /[前后中](?:各|都|均|分别)(?:拍|照)/
const OWN_SHOTS = /毕业|同学|留念|相册|业主|装修|自己留|纪念|患者|伤口|术[前后]|治疗|皮肤|病灶|修复|孩子|搬家|租/
/** 志愿服务记录满50条得5分，可兑换…; 须与老人拍照核对身份. */
const isOtherUse = (words: string, after: string): boolean =>
  (/记录[^，。；]{0,4}(?:满|够|达)/.test(words) && /^[^。；]{0,12}(?:兑换|积分|抽奖|奖品|时长)/.test(after)) ||
  (/照$/.test(words) && /^[^，。；]{0,4}(?:核[对验实]|认证|采集|比对|办[证理]|登记|寻亲|建档)/.test(after))
/** 没拍照等于没干，这样的话以后不要再说. */
const SAID_NO_MORE =
  /[，][^，。；]{0,4}[这那](?:样|种|类|些)?的?(?:话|说法|要求|规矩|做法|讲法)[^。；]{0,10}(?:不[要许准能得再]|别|莫|停|改|收起)/
/** 停用水印相机. */
const SHUT_DOWN = /(?:停用|卸载|弃用|停止使用|告别|关闭)[^，。；]{0,4}$/

/** Who finds something takes a picture of it. */
const FOUND = /发现|看见|看到[^，。；]{0,8}[坏破漏倒塌]|受灾|损失|随手拍|举报|投诉|群众可/

/** Traces, whoever looks at them, how many, and who has to have them. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /照片|拍照|照张相|影像|视频|截图|合影|相片|水印|档案盒|笔记|记录本|心得|手印|(?:走访|会议|活动)记录|台账(?:资料)?[^，。；]{0,6}(?:齐|为准|缺|全|扣|评|分)|留痕|痕迹|对比图|佐证/,
      /检查|考核|考评|验收|督查|评价|评先|打分|评分|来查|等着查|上头来|先翻|等于[^，。；]{0,3}没|谁信|绩效|迎检|扣\s?\d|计\d|得\s?\d|依据|算[你没]|按[^，。；]{0,6}没|视为未|视同|证明|认定/,
      /\d+\s?[张份篇类个页]|[一二三四五六七八九十几]+[张份类个样篇]|每到?[一户次人处村回]|、[^，。；]{2,10}、|缺|少一|不够|补齐|备齐/,
      new RegExp(`${ANYONE_BELOW.source}|(?:检查|考核|考评)采取|查阅`),
    ],
    none: /不[翻数查看](?:[^，。；]{0,3})(?:台账|照片|笔记|档案|痕迹|资料)|弄虚|造假|作假|(?:一概|一律|[都全])不[看查翻]|(?:责任|军令|生死|保证)[状书](?![^。]{0,60}(?:照片|台账|影像))[^。]{0,30}手印|(?:以前|过去|那时候|原先)[^。]{0,30}连[^，。]{1,10}[都也][要得]|实地|走访群众|访谈|暗访|合同|运营|检疫|经营者|生产者/,
  }),
)

/** Of `hits` (places of `traceWords`, in order), what measures work by its traces or has them made; nothing in sentences that are `allowed`. */
const ANY_WORK = /(?:[每各]项|所有|全部|日常)(?:的)?工作|考核|评[比优先]|备查/

export const traceDemands = (
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'criterion' | 'demanded' | 'likely'>> =>
  orLikely(doc, hits, tracesIn(doc, hits, allowed), LIKELY, (passage, near) => DUTY.test(near) || allowed(passage))

function isForShow(doc: Doc, span: Span): boolean {
  const around = doc.facts.title + paragraphAround(doc, span, 160)
  return LOOKED_AT.test(around) && !ARCHIVE.test(around)
}

/** In a 通报: traces for whose want it calls somebody out or has them made up, once in a sentence. */
function missedIn(doc: Doc, hit: Span, allowed: (sentence: string) => boolean): Worded<'criterion'> | undefined {
  if (doc.genre.id !== 'circular') return undefined
  const found = wordedAt(doc, hit, MISSED(), 30, 30)
  if (!found) return undefined
  const demand = demandOf(doc, found.span)
  const { sentence, before, quoted } = demand
  if (ARCHIVE.test(doc.facts.title)) return undefined
  if (
    quoted ||
    REAL_FAILING.test(sentence) ||
    DUTY.test(sentence) ||
    allowed(sentence) ||
    /不[^，。；]{0,6}$/.test(before)
  )
    return undefined
  return callsOut(doc, demand, true) ? found : undefined
}

/** 学习笔记 | 20 | 每人两万字，少一篇扣1分: a row of a table of points that is named for what is kept to be shown. */
const SCORED_TRACE = lazily(() => new RegExp(`^[^，。；]{0,8}(?:${FORMAL}|${NOTES}|留痕|痕迹)[^，。；]{0,4}$`))
const POINTS_HEAD = /分值|得分|扣分|评分|满分|计分|赋分|分数/
const POINTS_SAID = /[扣减]\s?[\d.]{1,4}\s?分|得\s?(?:[\d.]{1,4}\s?|满)分|不得分|[少缺差][^，。；]{0,8}[扣减]\s?\d/

function scoredIn(doc: Doc, hit: Span, allowed: (sentence: string) => boolean): Worded<'criterion'> | undefined {
  const cell = cellAt(doc, hit.start, 20)
  if (!cell || !SCORED_TRACE().test(cell.own)) return undefined
  const { own, span, others, head } = cell
  if (!hasPoints(cell) && !others.some((other) => POINTS_SAID.test(other))) return undefined
  if (!POINTS_HEAD.test(head.join('\n')) && !others.some((other) => POINTS_SAID.test(other))) return undefined
  // What the other cells say is found there.
  if (others.some((other) => CRITERIA().some((pattern) => other.search(pattern) >= 0))) return undefined
  const row = [own, ...others].join('，')
  if (DUTY.test(doc.facts.title + row) || ARCHIVE.test(doc.facts.title + row) || allowed(row)) return undefined
  const around = row + head.join('，')
  if (NOT_SCORED.test(around) || demandOf(doc, span).void) return undefined
  return { message: 'criterion', words: own, span }
}
/** 不作扣分项; or 取消的考核指标 | 原分值: told of, not held. */
const NOT_SCORED = /不(?:再|作|予|列|计|扣)|取消|删[除去]|原(?:分值|标准)|免/

/** 部分同志笔记字数不够，凡手抄不足两万字的，按…: whoever is blamed ahead, 凡 lays down what holds for all. */
const isRule = ({ before, negated, quoted, optional }: Demand): boolean =>
  /(?:^|[，；：])凡是?$/.test(before) && !negated && !quoted && !optional

/** 附不少于20张图片和1个视频: so many of both, and nothing that is told. */
const isBound = ({ negated, quoted, blamed, optional }: Demand, words: string): boolean =>
  /不[得能]?少于|至少/.test(words) && !negated && !quoted && !blamed && !optional

/** 没有记载的，视为…: of work that is judged, not of what somebody paid or what a chronicle tells. */
const RECORDLESS = /(?:记载|痕迹|记录)的，/
const WORK_JUDGED =
  /考核|考评|评[议分比先优]|测评|督[查导]|验收|绩效|(?:走访|入户|会议|活动|谈[话心])(?:记录)?[簿册本]|记录本|(?:会议|走访|入户|活动|学习)记录|签到|工作(?:没有?|未)|没[去干开做讲]/
const OTHER_RECORD = /参保|缴费|接种|就诊|学籍|成交|考生|县志|史料|史|进货|销售|库存/

function isOfWork(doc: Doc, span: Span): boolean {
  const around = doc.facts.title + paragraphAround(doc, span, 120)
  return WORK_JUDGED.test(around) && !OTHER_RECORD.test(around)
}

function* tracesIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'criterion' | 'demanded'>> {
  const isFirst = oncePerSentence(doc)
  let done = -1
  for (const hit of hits) {
    if (hit.start < done) continue
    const missed = missedIn(doc, hit, allowed)
    if (missed) {
      if (missed.span.start >= done && isFirst(missed.span)) yield missed
      done = Math.max(done, missed.span.end)
      continue
    }
    const found = wordedAt(doc, hit, TRACES(), 50, 80)
    const scored = found ? undefined : scoredIn(doc, hit, allowed)
    if (scored) {
      if (isFirst(scored.span)) yield scored
      done = scored.span.end
      continue
    }
    if (!found || found.span.start < done) continue
    const { message, span, words } = judgedWithin(doc, hits, found)
    const demand = demandOf(doc, span)
    if (NOT_HELD.test(words) || NOT_LOOKED_AT.test(words) || /不(?:再|得|能|应)?$/.test(demand.before)) continue
    if (
      (demand.void && !(message === 'criterion' && isRule(demand)) && !isBound(demand, words)) ||
      (demand.actor === 'business' && !/教师|老师/.test(demand.before)) ||
      SHUT_DOWN.test(demand.before)
    )
      continue
    const papers = message === 'criterion' && isOfPapers(words, demand.after)
    if (papers && FILED_BY_LAW.test(demand.sentence)) continue
    // 不论隐患是否消除: that it is of safety does not make paper of it.
    if ((!papers && DUTY.test(matterOf(demand, words))) || allowed(demand.sentence)) continue
    // Whose work is pictures, collects them.
    if (demand.actor === 'named' && /收集|整理|归集|积累/.test(words) && /^[做抓注重]/.test(words)) continue
    if (BOXED.test(words) && !isForShow(doc, span)) continue
    // 连夜把会议记录补齐 tells of somebody, unless it is bidden.
    if (MADE_UP.test(words) && (!demand.bidden || FAKED.test(demand.sentence))) continue
    if (RECORDLESS.test(words) && !isOfWork(doc, span)) continue
    if (ENOUGH.test(words) && !TAKEN.test(demand.sentence)) continue
    const pair = PAIR.test(words)
    if (pair && (!PASTED.test(demand.after) || HANDED_OUT.test(demand.before + words + demand.after.slice(0, 12))))
      continue
    if (!pair && SHOTS.test(words) && (!CAMERA.test(demand.sentence) || GIVEN.test(words))) continue
    if (
      AGREED.test(words) ||
      (SHOT_TWICE.test(words) && OWN_SHOTS.test(demand.sentence)) ||
      isOtherUse(words, demand.after)
    )
      continue
    if (BY_LAW.test(words) || isCondemned(doc, span) || SAID_NO_MORE.test(demand.after)) continue
    if (/拍(?:照|下)/.test(words) && FOUND.test(demand.ahead)) continue
    // Who watches a river in a flood shows what he sees; 每项工作都要拍照留痕 is of no flood.
    if (message === 'demanded' && isEmergency(demand.sentence)) continue
    if (message === 'demanded' && isEmergency(doc.facts.title) && !ANY_WORK.test(demand.sentence)) continue
    const rest = BROKEN_OFF.test(words) ? (REST.exec(demand.after)?.[0] ?? '') : ''
    const whole = { start: span.start, end: span.end + rest.length }
    done = whole.end
    yield { message, words: words + rest, span: whole }
  }
}

/** 上传3张带水印的照片，未上传的视为未巡查: what is demanded is the measure as well, as a later word of it shows. */
function judgedWithin(doc: Doc, hits: readonly Span[], found: Found): Found {
  if (found.message !== 'demanded') return found
  for (let i = lastBefore(hits, found.span.start) + 1; i < hits.length; i++) {
    const hit = hits[i]!
    if (hit.start >= found.span.end) break
    const later = wordedAt(doc, hit, TRACES(), 50, 80)
    if (later?.message === 'criterion' && later.span.start < found.span.end) return later
  }
  return found
}
type Found = NonNullable<ReturnType<typeof wordedAt<'criterion' | 'demanded'>>>

/** 一律按没｜有巡查处理: a sign in the middle of a phrase is quoted with the few characters that end it. */
const BROKEN_OFF =
  /(?:视[为同作]|按[^，。；]{0,4}[未没漏零缺旷]|等于[没白未]|判定为?[没未]|算[作成]?[^，。；]{0,2}[漏没未零空白缺]|认定[为成]?[未没漏零]?|当[作成做]?[^，。；]{0,2}[没未])$/
const REST = /^[^，。；：、！？（）“”《》\s]{1,8}(?=[，。；！？\n]|$)/
