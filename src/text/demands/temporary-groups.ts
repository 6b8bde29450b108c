/** Work groups that a document sets up for a task with an end, without saying when they are dissolved. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { clauseOf, fullWidth, joined } from '../clauses.ts'
import { clauseAround, findsFault, isEmergency, sentenceOf, type Worded } from '../contexts.ts'
import { stanceOf } from '../stance/stance.ts'

/** A group that officials are put into; not 村民群, 家长群, 产业集群. */
const GROUP =
  /(?:微信|钉钉|QQ|[Qq][Qq]|企业微信|政务通|粤政易|浙政钉|豫政通|赣政通|飞书|蓝信|政务微信)(?:(?![加进拉]入)[一-龥“”"（）]){0,12}?群|(?:工作|联络|联络员|联系|交流|专班|通知|会务|协调|沟通|对接|报名|业务|临时|专项|参会人员|调度|保障|指挥|攻坚|推进)(?:工作|交流|微信)?群(?![众体团])|(?:筹备|督导|普查|迎检|观摩|领队|考务|备考|清查|执勤|评审|整改|统筹)群(?![众体团])|(?<=[拉建](?:上|起|了)?一?个)群(?![众体团岛])|(?<=“)[^“”，。；]{2,14}(?<![人集市业科族社种机客筑居]|工作|微信|钉钉|QQ|联络|联系|交流|临时|专班|会务)群(?=”)|(?<=“[^“”，。；]{2,16}”)群(?![众体团岛山居里内中])|(?<=[把将])群(?=[建拉]起来|[建拉]好|组建)|(?<=加入|扫码[进入加]{1,2}|[建入进]|拉入)本?群(?![众体团岛山居])/
const SETS_UP =
  /(?:建立|组建|成立|设立|创建|新建|(?:另|再|新|单独)起(?=一?个)|[搭弄整](?=[了起]{0,2}一?个)|建|拉|开设|开通|设)(?:了)?(?:一个|一支|专门|全[县市区镇]|本次|统一|临时)?[^，。；]{0,30}$/
/** 不建, 不再另建, 建不建: no group comes of it; but 不迟于5日建立. */
const LEFT_OUT =
  /不(?:再|新|另|另行|单独|专门|统一|额外|临时|需要?|用|必|要求?|得|宜|予|强制){0,3}(?:建|拉|组建|成立|设立|创建|开设|开通|加|进|入)[^，。；]{0,30}$/
/** 党政正职加入工作群专项核查表, 入群人员名单: what a table or list is called. */
const LISTED =
  /^[”"]?[^，。；：！\n请须应要并后时，]{0,10}(?:(?:核查|检查|排查|清查|自查|清理|统计|登记|备案|审批|汇总|摸底|报备|情况|明细|一览)表|台账|清单|名单|名册|花名册)(?=$|[，。；：\s的（])/
/** 老战友们自己建的微信群 is theirs. */
const THEIRS = /(?:自己|自发|自行|私人|个人)[^，。；]{0,4}[建拉组]的?$/
/** 县住房城乡建设局牵头新建: its name builds no group. */
const BUILDERS = /(?:住房)?(?:和)?城乡建设|建设(?=[局委厅部])/g
/** Behind it: 把群建起来. */
const SET_UP = /^[^，。；]{0,6}(?:[建拉]起来|[建拉]好|组建)/
/** 这个群叫“…联络群”，今天建起来: its name first. */
const NAMED =
  /群(?:名|就|的名字|名称)?(?:叫|为|是|取名|起名)[作为叫]?[“"]?[^，。；：”"]{0,14}$|群名[：:]?[“"]?[^，。；：”"]{0,14}$/
const SET_UP_BEHIND = /^[”"]?，?[^，。；]{0,8}(?:建|拉|成立|组建)(?:起来|好|起|了|立)/
const JOINS =
  /(?:加入|扫码(?:进|加|入)|入|进|(?<![参增])加|扫(?:描)?[^，。；]{0,16}二维码[^，。；]{0,8}|邀请[^，。；]{0,12}|拉[^，。；]{0,6}[进入])[^，。；]{0,24}$/
/** 全体干部实名加入了工作群: done. */
const JOINED = /[加进]?入了[^，。；]{0,24}$/
/** 我会新建了“换证”微信群，请各乡镇于3日前扫码进群: it is there, and is to be joined. */
const INVITES =
  /[都全]给我(?:扫码)?[进加](?:[去来群]|入|，|。)|[请须应要][^。；]{0,60}(?:扫描[^，。；]{0,8}二维码|[进入加拉]入?[本该此]?群|扫码|加入(?=[，。；！]|$)|拉[齐全])/
/** A task with an end. */
const TASK =
  /(?:[球棋拳]|接力|邀请|对抗|友谊)赛|考察(?!期|[对人])|改制|清产核资|清仓|盘点|校庆|集中(?!办公|供养)|春季|秋季|春防|秋防|免疫|抢修|灾后|改造|欠薪|迎接|抽样|会议|培训|活动|比赛|大赛|竞赛|赛事|评审|专项|普查|迎检|考试|招聘|招录|征兵|换届|观摩|演练|调查|排查|整治|整改|攻坚|百日|春节|国庆|期间|申报|验收|采集|摸底|抽查|巡察|督查|督导|检查|核查|运动会|庆典|论坛|博览会|现场会|推进会|报名|参会|接待|调研|评选|测评|试点|筹备|行动|(?<!农技|技术)推广(?!站|中心)|项目建设|征集|搬迁|拆迁|征迁|创建|此次|本次|这次|收购|抢收|抢种|会战|夏收|三夏|三秋|双抢|秋收|禁烧|清明|端午|中秋|元旦|五一|重阳|节[前后日]|假期|庙会|换证|换发|认证|核验|防溺水|暑期|寒假|年检|年审|开学|高考|中考|演出|晚会|灯会|冲刺|征缴|缴费|参保|联合巡查|这个?(?:[春夏秋冬][天季]|汛期|雨季|[采供]暖季|旺季|节骨眼)|今[夏冬](?![^，。；]{0,4}起)|[这本此]一?[轮波](?!训|岗)[^，。；]{0,8}|(?<![早晚学班午餐])高峰(?!论坛)|寒潮|寒流|洪峰|春运|暑运|黄金周|长假|迎峰度[夏冬]|流感季/
const TEMPORARY =
  /临时|(?:[这那]件事|[这那]个事|[这那]档子?事|[这那]项工作)[^，。；]{0,4}(?:专门|单独|另外?)(?=[建拉开组])|前后[^，。；]{0,4}[个俩两几一二三\d]{1,2}个?月|此次|本次|这次|会务|专班|会议期间|活动期间|阶段性|(?:就|只|专门?|仅)(?:是|为了?|供|管|用[于在]){1,2}[^，。；]{0,12}?(?:[这今本][一年个]{1,3}|一个?)(?:汛期|雨季|防火[期季]|[取采供]暖[期季]|[春夏秋冬]季|榨季|收购季|烟季|旺季|学期|季节|阵子|段时间|[件桩档趟](?:子)?[事活]|场仗)/
/** A group that is called after one year, month or round: “冬安2023”, “2024年秋粮”. */
const DATED_NAME =
  /(?:今年|本年度|本季|今[春夏秋冬])的?[“"]?(?![^，。；]{0,12}(?:值班|值守|日常))[一-龥]{2,10}(?:微信|钉钉|QQ|工作)?群|[“"][^”"，。；]{0,12}(?:20[12]\d(?!号)|(?<!\d)[1-9]\d?月|第[一二三四五六七八九十\d]{1,3}[届批轮期次])[^”"，。；]{0,12}[”"]/
/** A duty without an end. */
const STANDING =
  /值班(?!负责人|领导|人员)|值守|日常|长期|常态|常设|信访|网格(?!员)|河[湖]?长|林长|党支部|党小组|联席会议|工作制度|长效|管理办法|工作规则|应急(?:响应|联动|值)|(?<!20\d\d)年度|机制|联系服务|热线|业务工作群|台账管理/
const SERVED =
  /家长(?!委员会)|业主(?!代表|单位)|居民|村民|群众|粉丝|商户|企业(?!微信)(?:家|服务|联络)?|政企|客户|学生|考生|农户|种植户|养殖户|老乡|同学|校友|就业|招工|求职|应聘|团购|读者|患者|志愿者|(?<!老旧|调查)小区(?!改造|整治|治理|的?施工)|亲属|投标|供应商|参赛/
const ENDS =
  /解散|(?:完|结束|当天|之?后|就|即|用完)了?(?:就|即|马上|当天){0,2}(?:散(?![会落布发文])|撤(?![退离换职])|退群)|注销|撤群|撤销(?:该)?群|退群|销群|关闭(?:该|本|此)?群|群[^，。；]{0,16}(?:即行|自行|及时|自动|予以)?(?:撤销|解除|关闭|停用|取消)|(?:撤销|关停|清理)[^，。；]{0,12}群/

/** Where one of these stands, `openEndedGroups` looks: for groups, and for what has no end by its own words. */
export const endlessWords: readonly string[] = [
  '群',
  '期限',
  '存续',
  '撤销日期',
  '撤销时间',
  '转为常设',
  '作为常设',
  '不予撤',
  '时限',
  '何时',
  '长期运',
  '长期保留',
  '长期存',
  '长期设',
  '常年运',
  '一直保留',
  '一直运',
  '继续保留',
  '继续运',
  '不撤',
  '不散',
  '不解散',
]

/** An end that is ruled out: 任务完了也别散, 不设期限, 长期运转, 何时撤并不作规定. */
const ENDLESS = lazily(
  () =>
    /(?:不|别|甭|莫)(?:再|要|用|必|予|急着|随之|着急){0,2}(?:解散|散(?![会落布发失养装乱漫])|撤(?![离退换职回稿走]|销[^群]{0,4}[项条件])|注销|退群)|何时(?:撤[销并]?|解?散|结束)[^，。；]{0,6}(?:不|另|再)|(?:不设|不定|不限|没有|无)(?:固定|具体|明确|存续)?的?(?:期限|时限|年限)|(?:长期|一直|永久|继续|常年|照旧)(?:予以|都)?(?:保留|运转|运行|存在|存续|留存|设置|沿用|使用|用于|留用|留着|用下去|留下去)|[转作]为(?:常设|常态|长期)|(?<=群)(?:全部|一律|[均都仍也]|仍然|照旧|继续)(?:予以|给我)?(?:保留|留着|留下来?|留用)(?!意见|证据|原)|不(?:得|准|许|能|要)退群|不因[^，。；]{1,16}(?:结束|完成|收尾)[^，。；]{0,4}(?:撤|散)|[暂尚]?[不未](?:予)?(?:确定|明确|规定|设定|写明)[^，。；]{0,6}(?:撤[销并]|解散|结束|截止)[^，。；]{0,4}(?:日期|时间|期限|时限)|存续[^，。；]{0,4}(?:视[^，。；]{0,6}定|不定|不限)|[以往今之会]后[^。；]{0,12}[也都还就](?:用|在)这个?群|(?:[以往今之会]后|完了?)[^。；]{0,16}(?:接着|继续|照样|照旧|还)[^，。；]{0,6}(?:在|往)[^，。；]{0,6}(?:里[面头]?|上)[^，。；]{0,4}(?:派|发|布置|调度|安排)|(?:[以往今之]后|从今)(?![^。；]{0,16}不)[^。；]{0,16}(?:都|全|一律|统一|均)[在到](?:这个?|该|本|此)?群[里内中]?[^，。；]{0,4}(?:派|发布|布置|调度|安排|交办|通知|说)/g,
)
/** Left to need or to leave, or forbidden: 确需继续保留的，须经批准; 不得长期存在. */
const IF_NEEDED =
  /(?:确需|确有|如需|如果|若|可以?(?:视情)?|是否|需要|能否|不得|严禁|禁止|不许|不准|不能|防止|杜绝|避免|不宜|[不未]同意|不予|不再)[^，。；]{0,10}$|不$/
const CONDITIONAL =
  /^[^，。；]{0,12}(?:的[，、一均]|，[^，。；]{0,6}(?:须|应当?|要)?[报经][^，。；]{0,12}(?:批准|同意|备案))|台账|^(?:原有|现有|已有|既有)/
/** 问题不解决，专班不撤: until it is done. */
const UNTIL_DONE = /[不没未][^，。；]{1,8}，[^，。；]{0,8}$/
/** A task that ends, or its end: 取暖季过了, 会后. */
const AFTER_ALL = /结束|完成?[了后]|[搞办干忙弄查]完|过了|过后|会后|季|[以往]后/
/** No 群众, 人群, 牛群. */
const ANY_GROUP = /(?<![人集市业科族社种机牛羊鱼蜂鸟马禽楼建]|[商住]楼)群$/

/** A body that is set up for a task beside the offices that there are. */
const BODY =
  /(?:专班|领导小组|工作小组|协调小组|(?<!驻村|帮扶|党)工作组|指挥部|攻坚组|推进组|议事协调机构|临时机构)(?!成员|人员|办公室(?:设|的))/g
/** 专班不撤、力度不减: a slogan of those who keep going until the task is done. */
const SLOGAN = /^[、，](?:队伍|力量|力度|人员|人心|标准|干劲|热度|劲头|机制|政策|帮扶|责任|思想)[^，。；]{0,2}不/
/** What law and statutes keep. */
const KEPT_BY_LAW =
  /过渡期|依法|(?:根据|依照|按照)[^，。；]{0,10}(?:法律|条例|法》|党章)|安全生产委员会|国防动员|双拥|征兵|信访/

const OTHERS_KEEP = /[要让把将使对各]|督促|负责|做到|台账|资料|档案|渠道|机制|制度|政策/
const KEPT_THINGS =
  /^[^，。；]{0,6}(?:台账|资料|档案|记录|影像|职能|政策|机制|渠道|证据|情况|状况|期间|模式|经费|[^，。；]{0,8}(?:名额|岗位|待遇|职位))/

export type Endless = Omit<Worded<'temporary' | 'probably' | 'kept' | 'unsaid' | 'body'>, 'words'>

/** Of `hits` (places of `endlessWords`, in order), the first work group that is to end and does not, and the first such body. */
export function* openEndedGroups(doc: Doc, hits: readonly Span[]): Generator<Endless> {
  const [groups, words] = [[], []] as [Span[], Span[]]
  for (const hit of hits) (doc.text.slice(hit.start, hit.end) === '群' ? groups : words).push(hit)
  const group = keptGroup(doc, groups) ?? openEndedGroup(doc, groups)
  if (group) yield group
  const body = endlessBody(doc, words)
  if (body) yield body
}

/** The sentence of `span` and the next one of its paragraph, up to `PASSAGE` UTF-16 units of each. */
const PASSAGE = 160
function passageOf({ text, facts: { sentences } }: Doc, i: number): string {
  const [own, next] = [sentences[i], sentences[i + 1]]
  if (!own) return ''
  const more = next?.block === own.block ? text.slice(next.start, Math.min(next.end, next.start + PASSAGE)) : ''
  return fullWidth(joined(text.slice(own.start, Math.min(own.end, own.start + 2 * PASSAGE)) + more))
}

function sentenceBefore({ text, facts: { sentences } }: Doc, i: number): string {
  const [own, previous] = [sentences[i], sentences[i - 1]]
  if (!own || previous?.block !== own.block) return ''
  return fullWidth(joined(text.slice(Math.max(previous.start, previous.end - PASSAGE), previous.end)))
}

/** Does the passage itself rule an end out? */
function rulesOutEnd(passage: string): boolean {
  for (const m of passage.matchAll(ENDLESS())) {
    const [before, after] = [passage.slice(0, m.index), passage.slice(m.index + m[0].length)]
    const until = /[撤散]/.test(m[0]) && UNTIL_DONE.test(before)
    if (!until && !IF_NEEDED.test(before) && !CONDITIONAL.test(after)) return true
  }
  return false
}

/** A group for something that ends, which is to stay all the same: 普查完了群也不撤. */
function keptGroup(doc: Doc, hits: readonly Span[]): Endless | undefined {
  let last = -1
  for (const span of hits) {
    if (
      !ANY_GROUP.test(doc.text.slice(Math.max(0, span.start - 2), span.end)) ||
      /[众体团岛山居落]/.test(doc.text[span.end] ?? '')
    )
      continue
    const i = sentenceOf(doc, span)
    if (i === last) continue
    last = i
    const passage = passageOf(doc, i)
    if (!rulesOutEnd(passage) || findsFault(passage)) continue
    // 检查已于上月结束。…建立的工作群全部保留: the sentence before tells the end.
    if (![passage, sentenceBefore(doc, i)].some((said) => AFTER_ALL.test(said) || TASK.test(said))) continue
    const { negated, blamed, quoted, supposed, before, sentence } = stanceOf(doc, span)
    if (negated || blamed || quoted || supposed || THEIRS.test(before) || isServed(before, sentence)) continue
    if (isEmergency(sentence) && !/结束|会后|完了/.test(passage)) continue
    return { message: 'kept', span }
  }
  return undefined
}

/** 专班继续保留，何时撤并不作规定: a body without an end by its own words. */
function endlessBody(doc: Doc, hits: readonly Span[]): Endless | undefined {
  for (const hit of hits) {
    const { ahead, before, after, sentence, negated, reported, blamed, supposed, quoted } = stanceOf(doc, hit)
    const body = [...ahead.matchAll(BODY)].at(-1)
    if (!body) continue
    // 不设期限 denies the term, and 不予撤销，长期运行 the end; not what the sentence says.
    const denied =
      negated &&
      !/(?:不[设定限]|没有|无)(?:固定|具体|明确|存续)?的?$/.test(before) &&
      !rulesOutEnd(ahead.slice(body.index + body[0].length))
    if (
      denied ||
      reported ||
      blamed ||
      supposed ||
      quoted ||
      isEmergency(sentence) ||
      KEPT_BY_LAW.test(sentence) ||
      findsFault(ahead)
    )
      continue
    const words = doc.text.slice(hit.start, hit.end)
    const said = ahead.slice(body.index + body[0].length) + words + after
    // 领导小组不撤的村 is another matter than 领导小组不撤.
    const end = [...said.matchAll(ENDLESS())].find(({ index }) => index <= said.length - after.length)
    if (!end || !rulesOutEnd(said)) continue
    if (/[撤散]/.test(end[0]) && (SLOGAN.test(said.slice(end.index + end[0].length)) || UNTIL_DONE.test(ahead)))
      continue
    // 专班要求各单位长期保留台账 is not about the body.
    if (OTHERS_KEEP.test(clauseOf(said.slice(0, end.index))) || KEPT_THINGS.test(said.slice(end.index + end[0].length)))
      continue
    if (IF_NEEDED.test(before)) continue
    return { message: 'body', span: hit }
  }
  return undefined
}

/** Of `hits` (the word 群, in order), the first that stands for such a group. */
function openEndedGroup(doc: Doc, hits: readonly Span[]): Endless | undefined {
  const { title } = doc.facts
  let ended: boolean | undefined
  let unsaid: Endless | undefined
  for (const hit of hits) {
    const near = doc.text.slice(Math.max(0, hit.start - 24), hit.end + 1)
    const found = GROUP.exec(near)
    if (!found || !near.slice(0, 25).includes('群')) continue
    const start = Math.max(0, hit.start - 24) + found.index
    const span = { start, end: start + found[0].length }
    if (span.end < hit.end || span.start > hit.start) continue
    const stance = stanceOf(doc, span)
    const { mentioned, before, ahead, after, sentence } = stance
    const told = stance.reported && !stance.negated && !stance.blamed && !stance.quoted && !stance.supposed
    const stays = mentioned && !(told && (INVITES.test(sentence + goingOn(doc, span)) || isGotThrough(sentence)))
    if (
      stays ||
      LISTED.test(after) ||
      LEFT_OUT.test(before) ||
      THEIRS.test(before) ||
      isServed(before, sentence) ||
      ENDS.test(sentence)
    )
      continue
    const sets =
      (/(?:[把将]|本次|这次|此次)[^，。；]{0,16}的$/.test(before) && SET_UP.test(after)) ||
      (SETS_UP.test(before) && !/建[设议]|建好用好/.test(before.replace(BUILDERS, '').slice(-12))) ||
      (/[把将]$/.test(before) && SET_UP.test(after)) ||
      (NAMED.test(before) && SET_UP_BEHIND.test(after))
    if (
      !sets &&
      (!JOINS.test(before) || JOINED.test(before)) &&
      !INVITED.test(after) &&
      !/^[^，。；]{0,6}(?:已建立|二维码)|^（?[^，。；]{0,4}，?群主|^[^。]{0,40}入群(?:人员|时限|对象)[：:]/.test(after)
    )
      continue
    ended ??= endsGroups(doc.text)
    if (ended) return undefined
    // What a task sets up stays its own, whatever else is to be made standing: 为做好专项整治，建立工作群，完善日常巡查机制.
    const own = TASK.test(ahead + doc.text.slice(span.start, span.end))
      ? clauseAround(ahead, doc.text.slice(span.start, span.end), after)
      : sentence
    if (STANDING.test(own) || STANDING.test(title)) continue
    const dated = sets && DATED_NAME.test(ahead.slice(-24) + doc.text.slice(span.start, span.end) + after.slice(0, 24))
    // 运动会定于10月12日开幕。请各领队扫码进群: the sentence before tells what it is for.
    if (
      !dated &&
      !TEMPORARY.test(sentence) &&
      !TASK.test(sentence) &&
      !TASK.test(title) &&
      !isForTaskBefore(doc, span)
    ) {
      if (sets && MUST_JOIN.test(sentence)) unsaid ??= { message: 'unsaid', span }
      continue
    }
    // 拉个群: what is no work group by its name is one by its task.
    if (found[0] === '群' && !TASK.test(sentence) && !isForTaskBefore(doc, span)) continue
    // Who may scan a code to join a meeting's group is not told that it stays.
    const surely = TEMPORARY.test(sentence) && (sets || sentence.includes('临时'))
    return { message: surely ? 'temporary' : 'probably', span }
  }
  return unsaid
}

/** Does the sentence before speak of something that is to come, and ends, and of nobody whom the group serves? */
function isForTaskBefore(doc: Doc, span: Span): boolean {
  const said = sentenceBefore(doc, sentenceOf(doc, span))
  return TASK.test(said) && TO_COME.test(said) && !STANDING.test(said) && !SERVED.test(said)
}
const TO_COME =
  /定于|将[于在]|拟[于在]|即将|启动|举办|举行|[明后]天|今[天晚]|下周|[本下]月|\d{1,2}[月日号]|马上|就要|[要快]来|[就快]到/

/** Is it said of any group but one that was there before that it is dissolved? 原值守群任务已经结束，3日内解散 tells of another. */
function endsGroups(text: string): boolean {
  for (const { index } of text.matchAll(ENDINGS))
    if (!FORMER.test(sentenceSoFar(text.slice(Math.max(0, index - 80), index + 1)))) return true
  return false
}
const ENDINGS = new RegExp(ENDS.source, 'g')
const sentenceSoFar = (ahead: string) => ahead.slice(Math.max(ahead.lastIndexOf('。'), ahead.lastIndexOf('\n')) + 1)
/** A group that an earlier task had: 原“春节值守群”. */
const FORMER =
  /原(?:有|来|先|建|设)?(?:的)?[“"][^”"]{2,20}群(?:[”"]|$)|(?:去年|上次|此前|之前|上届|原先)(?:组?建|设|成)?立?的[^，。；]{0,20}群/

/** 在“观摩联络”钉钉群内发布，请各乡镇办公室主任于3月2日前入群: what it is for stands first; or its number tells how to get in. */
const INVITED =
  /^[^。；]{0,30}[，（][^。；不未]{0,12}(?:请|务必|[须应要])[^。；不未]{0,30}(?:[进入加]群|扫码[进入加])(?![人者的前后须要])|^(?:号)?[^。；]{0,40}[，（]群(?:号|二维码)(?:码|为|是|见)?[：:\d附如见]/

/** 村干部、管护员一律进群: nobody is left out. */
const MUST_JOIN =
  /(?:一律|全部|全员|必须|务必|[都均须]|统一|悉数)[^，。；]{0,6}(?:加入|[进入拉])[^，。；]{0,4}群|(?:一律|全部|全员|必须|务必|[都均须]|统一|悉数)加入(?=[，。；！])|(?:全部|悉数|统统|[都全])(?:给我|要|得|必?须){0,2}(?:拉|加|[扫进]码)?进(?:来|群|去)(?![了者过])/

/** 为把这个冬天扛过去 is still to come, unlike 过去建过一个群. */
const isGotThrough = (sentence: string): boolean =>
  /[扛挺熬撑捱]过去/.test(sentence) && !/去年|上年|前年|曾|当时|已经?|[建拉]过|[建拉]了/.test(sentence)

/** The rest of the paragraph, as far as it may say who is to join. UTF-16 units. */
const NEXT = 120
const goingOn = ({ text }: Doc, { end }: Span) => /^[^\n]*/.exec(text.slice(end, end + NEXT))![0]

/** 慰问困难群众期间，各乡镇民政所长加入…群: who is in it decides, not whom it is about. */
const isServed = (before: string, sentence: string): boolean =>
  SERVED.test(sentence) && !OFFICIALS.test(before) && !DELEGATES.test(sentence) && !JOINED_BY_STAFF.test(sentence)
/** 村两委干部、公益岗人员和家长全部加入: staff who have to be in it beside those whom they serve. */
const JOINED_BY_STAFF =
  /(?:干部|两委”?(?:成员)?|公益岗(?:位)?人员|网格员|巡查员|护林员|支?书记|支书|分管(?:同志|领导|负责人|副职)|班主任|工作人员)[^。；]{0,30}(?:一律|全部|全员|必须|务必|统一|悉数|[都均]?须|[都均全](?=[拉扫进]))(?:加入|[入进]群|拉[入进])(?![^。；]{0,20}自愿)/
const OFFICIALS =
  /(?:[所站校股科镇乡局]长|干部|书记|主任|联络员|信息员|负责人|负责同志)[^，。；愿]{0,4}(?:加入|[进入]群|扫码)/
/** 36家企业负责人和各街道联络员全部入群. */
const DELEGATES =
  /各(?:乡镇|镇街|街道|部门|[股科]室|(?:参[赛演展会训]|有关|相关|成员|责任)?单位|企业)(?:的)?(?:联络员|联络人|联系人|信息员|负责人|领队)[^，。；愿]{0,16}(?:入群|加入|进群|扫码|扫描|进入)|(?:确定|明确|指定|安排|选派|派出?|定)[^，。；]{0,8}(?:联络员|联系人|信息员|专人|对接人)[^。；愿]{0,20}(?:加入|[入进]群|扫(?:码|描))(?![^。；]{0,40}(?:自愿|咨询|惠企|招聘|岗位|订单))/
