/**
 * What a report says in everyday words: looked at only where nothing else was found, for it is generous. 药房夜里没人值班 names something amiss, and
 * 明年一要把电机换掉，二要… announces what comes next, though neither uses a word of reports.
 */
import type { Doc } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { parseNumeral } from '../numerals.ts'
import { bodySentences, isAchievement, takesLeave } from './reports.ts'

/** Does any sentence of the body name something amiss, in whatever words? */
export const tellsPlainlyWhatIsAmiss = (doc: Doc): boolean => bodySentences(doc, isAmiss).length > 0

/** Does any sentence of the body say what is going to be done, in whatever words? */
export const tellsPlainlyWhatComes = (doc: Doc): boolean => {
  const written = dateOf(doc)
  return bodySentences(doc, (sentence) => comes(sentence, written)).length > 0
}

// ------------------------------------------------------------------------------------------------- what is amiss

const COUNT = '[\\d一二两三四五六七八九十百几]'
/** What is not there, or cannot be brought about. */
const WANTING = [
  // 没人值班, 没有地方坐; 没有一人返贫 is praise.
  '(?:没有?|无)(?:人|地方|钱|处|法|门|办法|空|车|床位?|位置|经验|资质|证|路)(?!返|受|伤|掉|落|缺席|缺课|叫|喊|反|闹|上访|投诉|举报|请假|退|因|违|被|不|说|提|失|辍|旷|迟)',
  // 收不回来, 打不开, 走不动; what stands ahead of 不 is the verb.
  '(?<![离少免错差忘了看对数说谈算雷打风舍禁称])(?:[收打走跑开拿找跟转接送装卖搬挤拉拖供排调赶下修办做干干住坐站停过抬抽付还交批申报配联借租请用吃喝学听弄盖扛]|解决)不(?:[动开起了来去上下出进到着住完通过清成好齐全掉走](?!而)|回[来去])',
  // 没有招来一名, 没修成, 没有跟上; 没有掉下一户 is praise.
  '(?<!从)没有?(?:招|修|办|建|干|做|谈|争取|申请|要|批|配|买|装|跟|赶|接|通|引|找|落实|完成|兑现|解决|发(?![现生])|付|拨|学|管|想|改|用|弄|开|签)(?:[来到成上下出完好通动着齐够起]|下来|过来|起来|到位)?(?![过误返])',
  // 16处隐患，有5处还没有改.
  `有${COUNT}{1,4}[多余]?(?:[处个户人家条项座台所间名件]|[一-龥]{1,3})[^，。；没未]{0,6}(?:没有?|未)(?!发生|出现|发现|受|[一-龥]{0,3}返贫)`,
  // 实际只修了5公里, 账上只剩4万元; 只用了三天 is praise.
  `(?:只|仅|才|最多)(?:能|够)?(?:剩(?:下)?|有|修|完成|招|收|到|做|建|发|开|卖|签|通|装|培训|覆盖|达到?|配|拨|够|落实|办)[了到成出来]{0,2}(?:的是)?${COUNT}`,
  // 两口井，只打了一口; 一年比一年少, 又少了六十个; 连着两年没有进过人.
  `(?:只|仅|才)(?![用花需跑等要])[一-龥]{1,2}了${COUNT}`,
  '(?:年年见|越来越|一年比一年|比(?:去年|上年|同期)[^，。；]{0,4})(?:少|差|低|慢|贵)|又(?:少|降|跌|掉|减)了|连[着续][^，。；]{1,6}(?:没有?|未|不)(?!发生|出现)',
  '(?:还|仍|尚)差|差着|不够(?!格)|靠借|借着用|少(?:了)?(?:一半|一截|一大截)',
]
/** What is endured or made to do. */
const ENDURED = [
  '(?:还是|都是|用的是)[^，。；]{0,10}(?:年[前代]的|老[式旧])|一[^，。；]{1,6}就(?:停|断|堵|漏|坏|淹|卡|跳|黑|排)|轮着用|合用一|共用一|最(?:要紧|缺|愁|急)的(?:还)?是|至今(?:靠|用|在|住|走|喝|要)',
  '(?:到现在|至今|如今|眼下|目前|现在)(?:还|仍|都|也)(?:是|在|没|要|得|靠|用)|还是(?:要|得|那|老|靠|用|在)|只好|只能|只得|不得不|凑合|将就|硬撑|硬扛|两头跑|来回跑|白跑|绕[道路远]',
  '(?<![不没])太(?:小|少|窄|旧|远|慢|低|高|贵|重|挤|乱|差|短|多|大|忙|紧|薄|浅|软|老|破|吵|热|冷|难|偏|散|杂|单一|陡|急)(?=[，。；了]|$)',
  '(?<!提高|化解|打消|消除|解决|减少)(?:最)?不满意|(?:[很大多颇]|一直|都|也|没少)有?意见|意见(?:很|较|比较)?大|抱怨|埋怨|骂|牢骚|(?:很|都|最|更|就|一直|还在?|让人)担心',
  '挤在|堵得|拥[堵挤]|乱糟糟|脏乱|发[黄臭霉黑]|(?:还|仍)是(?:黄|浑|黑|土|泥)的?|异味|泥泞|跑冒滴漏|扯皮|推诿|漏得',
  `(?:跳闸?|停|坏|断|漏|塌|误|跳|死|倒|丢)了?${COUNT}{1,3}(?:次|回|天|场|趟)|[^，。；]{1,4}了${COUNT}{1,3}[次回]闸|三天两头(?:坏|停|断|出)|一拖(?:就是|再拖)|拖了?[好一几两三][几个年天]`,
  '眼[睛也]?花|(?:年纪|岁数|年龄)(?:偏|都|也|较|比较|普遍)?大|上了年纪|年过[五六]|六十多|七十多|(?:病号|生病|带病)',
]
/** What is hard, dear, scanty. */
const HARD = [
  '(?:最|很|太|更|真|确实|比较|有点|越来越|特别|还是)难(?![得忘能])|难(?:在|办(?!事)|管|招|收缴|批|啃|住)|不好(?:办|管|收|找|招|走|协调|干|做|说)|不容易(?=[，。；])',
  '(?<![差花费用时说话])不(?:多|灵|熟|新|准|稳|快|顺|热|便|方便|划算|细|硬|过关|得力|对路)(?=[，。；])',
  `欠[着了]?(?:账|款|费|薪|工钱)?${COUNT}|欠[着账]|垫[着钱资付]|赔[钱本]|亏(?:空|了|本|着)|负债|涨了?(?:价|钱)|拖后腿|掉链子|打折扣|两张皮|卡(?:壳|在)|耽误|误[工事]|毛病|麻烦(?!群众|您|领导)|窝火|棘手|吃紧|吃力|发怵|没底`,
  '来[^，。；]{1,3}去(?:还是|就是|总是|都是)|老(?:样子|一套|面孔|办法)|青黄不接|冷清',
  '[要得](?:跑|绕|走|排|等|转|坐)(?:上|到)?[^，。；]{0,12}(?:(?:去|才)(?![年])|[\\d几十]里|公里|钟头|小时|分钟|趟|天)',
]
const PLAIN = lazily(() => new RegExp([...WANTING, ...ENDURED, ...HARD].join('|'), 'g'))
/** Told of what it was like: 挤在一间屋里，今年搬了新楼，已经成为历史. */
const OVER =
  /^[^。；]{0,40}(?:成为历史|一去不|如今(?!还|仍|也|都)|现在(?!还|仍|也|都|没|不|又)|改写|告别|再也[不没]|已经?(?:全部)?(?:解决|换|修|建|搬|补|配|办|收|整改|改[好完为成]|开通|接通|治理|疏通)|都(?:有了|解决))/
/** Who is told of: 别的乡镇招不来人, 过去…; what a question or a course was about. */
const ELSEWHERE =
  /(?:别的|其[他它]|兄弟|周边|邻近)[^，。；]{0,8}$|(?:过去|以前|从前|原来|原先|往年|当年|早年|曾经?)[^。；]{0,16}$|(?:如何|怎[么样]|有人问|培训|讲[了解]|答复|防止|避免|杜绝|严防|不[会能再让准许]|没有(?:一|发生|出现|发现|人)|从未|从不|再也|变|解决|破解|改变|扭转|打破|结束了?)[^，。；]{0,12}$/
/** 投诉一年比一年少. */
const FEWER = /[少低慢]$|[少降跌减掉]了$/
const BETTER =
  /(?:投诉|事故|发案|案件|警情|上访|信访|病例|缺勤|成本|费用|能耗|损耗|时间|排放|垃圾|纠纷|违章|欠费)[^。；]{0,16}$/
const NOT_ENOUGH = /不够|不好|只好/

function isAmiss(sentence: string): boolean {
  // What is asked for has its reason beside it: that tells how money is to be come by.
  if (/望[^，。；]{0,3}(?:政府|财政|[省市县]里|上级)|恳请|请求/.test(sentence)) return false
  for (const m of sentence.matchAll(PLAIN())) {
    const before = sentence.slice(Math.max(0, m.index - 60), m.index)
    const after = sentence.slice(m.index + m[0].length, m.index + m[0].length + 60)
    if (ELSEWHERE.test(before) || OVER.test(after) || (FEWER.test(m[0]) && BETTER.test(before))) continue
    if (NOT_ENOUGH.test(m[0]) || !isAchievement(before, after, m[0])) return true
  }
  return false
}

// ------------------------------------------------------------------------------------------------- what comes next

/** Done, asked by others, or learnt: no plan of the report's own. */
const TOLD =
  /已(?![同与跟和经][^，。；]{1,14}(?:说好|谈妥|谈好|商定|约好|联系))|[曾均]|(?<!不)了(?![解断结却])|原(?:打算|计划|定|准备|想)|本来|当[初时]|去年|上年|年初|会上|会议|文件|要求(?!我们)|强调|指出|提出|号召|讲话|精神|体会|启示|认识到|懂得|深知|规定|制度|经验|曾|实际|照办|做到|就要|相信|信心|祝|美好|需要(?:把握|说明)/
/** A time to come. */
const AHEAD =
  /明年|来年|后年|明春|开[春年](?:以?后|就)?|下(?:一)?(?:个月|学期|学年|季度|周|旬|轮|茬)|下[周月](?!期)|这个?(?:星期|礼拜|周)|下半年|(?:这个?|本|当)月(?:底|末|内|下旬|中旬)|(?<![\d一二三四五六七八九十])月底|月内|年(?:底|内|末)(?:之?前|以前|要|前后|把|完|建|通|装)?|(?:入冬|汛期|开学|雨季|春节|国庆|秋收|麦收|暑假|寒假|供暖|采暖)(?:之?[前后]|以[前后]|里|期间|[一就])|今后|以后|往后|将来|从[^，。；]{1,8}起|过(?:几天|[一两]个?月)|这几天|近期|近日|随后|马上|立即|立马|尽[快早]|抓紧|早日|赶在|趁/
/** …about which something is done. Nearly every verb of a deed will do. */
const DEED =
  /把|借|顶|挪|搭|付|到|盯|守|将|给|换|修|建|买|装|招|补|配|拆|搬|改|开|办|请|派|铺|挖|种|栽|接|通|清|管|收|发|送|租|并|合|设|增|添|扩|腾|划|调|聘|培|训|查|检|验|测|跑|谈|签|申|报|争取|完成|动手|着手|启动|坐班|轮|干|做|抓|推|引|订|定|转|组|建|排|用|再/
/** What a heading or a lead-in calls so: 我们的想法是…, 这几件事打算这样办：…, 2027年的安排：… */
const INTENDED =
  /(?:我们|我[镇乡县区局校院村]|[镇村校院局厂所司]里?|支部|社区|班子|大家)(?:的)?(?:想法|打算|主意|意思|考虑|办法|思路|意见)(?:是|有|[:：，])|(?:打算|准备|想|考虑|商量|琢磨|合计|寻思|思谋)(?:着|好)?(?:这[样么]|如下|分|先|再|把|将|从|跟|同|和|与|由|请|用|找|让|给|在|到|去|办|建|修|买|换|搞|开|招|租|借|上|添|争取|申请|拿出|腾出|组织)|(?:安排|打算|计划|想法|办法)(?:是|如下|有[\d一二两三四五六七八九十]{1,2}[条个件项])?[:：]|(?:主要|重点|集中|着重|准备|还要|要|得)(?:干|办|做|抓)(?:好|成)?(?:[这以]?[下]?)[\d一二两三四五六七八九十几]{1,2}(?:件|项|桩)/
/** 要把床位配齐, 一要…二要…, 学校还得…, 第一步…第二步…: their own, in the present; not 要走七公里, 要在三个系统里各录一遍. */
const MUST =
  /(?:^|[，；：。、])(?:[一二三四五六七八九十]|首先|其次|再就是|另外|同时)?(?:还|也|就|先|再|更|都|必须|务必|一定)?要(?:把|将|抓|建|修|补|换|配|改|争取|确保|完成|加[大强快紧]|继续|拿出|办(?!事)|做|让|给|对)|(?:都|全|一律)要(?:修|换|补|配|建|改|装|清|拆)|(?:我们|我[镇乡县区局校院村]|学校|医院|公司|[村厂所局]里|社区|支部)(?:也|还|都|就|一定)?(?:会(?![议计场员上后前])|要(?!求)|得(?!到))|还得(?:把|请|靠|由|找|再|从)/
const ROW = /(?:^|[，；：、\s们])一要[^。]{2,50}[，；、]二要|第一步[^。]{2,40}第二步/
/** 已同人社局说好，九月招考时补上. */
const AGREED = /(?:[跟同与和][^，。；]{1,14})(?:说好|谈妥|谈好|讲好|商定|约好|联系好|商量好)/
const PLEADS =
  /(?:请|求|盼|望|希望|恳请|烦请|指望)[^，。；]{0,16}(?:给|帮|拨|派|批(?![评示])|划|增|减|安排|协调|出面|牵头|支持|解决|考虑|过问|定[个夺])|可否|是否(?:可以|能)|可不可以|行不行|好不好/

const MONTH =
  /(?<![\d—～至])(?:(20\d\d)年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月(底|末|[中下]旬)?(?![\d一二三四五六七八九十日、]{0,4}(?:以来|至今))/g
/** 截至12月底: figures of a day that is over. */
const UP_TO = /截至|截止|^到[^，。；]{0,10}，$|至今|同期|以来/
interface Written {
  readonly year: number
  readonly month: number
}
/** When the report was signed. */
const dateOf = ({ text, facts }: Doc): Written | undefined => {
  const part = facts.parts.findLast(({ kind }) => kind === 'date')
  const m = part && /(20\d\d)\s?年\s?(\d{1,2})\s?月/.exec(text.slice(part.start, part.end))
  return m ? { year: Number(m[1]), month: Number(m[2]) } : undefined
}
/** Names a month after that of the signature: 七月中旬排好班, signed in June. */
const isAhead = (clause: string, written: Written | undefined): boolean =>
  written !== undefined &&
  !UP_TO.test(clause) &&
  [...clause.matchAll(MONTH)].some(([, year, month = '', late]) => {
    const m = (year === undefined ? written.year : Number(year)) * 12 + (parseNumeral(month) ?? 0)
    // Who writes in spring tells of the months of last year.
    if (year === undefined && written.month <= 3) return false
    return m + (late ? 0.5 : 0) > written.year * 12 + written.month
  })

function comes(sentence: string, written: Written | undefined): boolean {
  if (takesLeave(sentence)) return false
  // Once for the sentence: it may have no end.
  const told = TOLD.test(sentence)
  if (!told && (PLEADS.test(sentence) || ROW.test(sentence))) return true
  const clauses = sentence.split(/(?<=[，。；])/)
  return clauses.some((clause, i) => {
    // What follows may say that it is done: 年初要修的路，已修好.
    const near = clause + (clauses[i + 1] ?? '')
    if (AGREED.test(clause)) return DEED.test(clauses[i + 1] ?? '') && !TOLD.test(clauses[i + 1] ?? '')
    if (TOLD.test(clause)) return false
    if ((AHEAD.test(clause) && !UP_TO.test(clause)) || isAhead(clause, written)) return DEED.test(near)
    return !told && (INTENDED.test(clause) || MUST.test(clause))
  })
}
