/** Set phrases of official prose, and sentences of nothing else. Fixed political formulas are protected: they are neither counted nor called empty. */

import type { Span } from '../../core.ts'
import { nextOpening, openingsOf } from '../phrases.ts'

/** Formulas whose wording is not the writer's to choose. */
const PROTECTED =
  /提[高升]政治站位|(?:增强|强化)[^，。；]{0,8}(?:政治|思想|行动)自觉|深入学习(?:宣传)?贯彻|(?:认真|深入|深刻)(?:学习)?(?:领会|领悟|把握)|以[^，。；]{2,40}为(?:指导|统领|(?:根本)?遵循)|四个意识|四个自信|两个维护|两个确立|两个结合|思想(?:和行动)?统一到|牢记(?:嘱托|使命|初心)|初心使命|国之大者|政治(?:判断力|领悟力|执行力)|保持高度一致|政治责任|政治自觉|[从站][^，。；]{0,20}的?高度|不折不扣|坚定不移|(?:坚强|正确|统一|集中统一)领导|(?:贯彻|落实|学习|传达)[^，。；]{0,40}精神|重要(?:指示|批示|讲话|论述|思想)|习近平|社会主义|党的[一二三四五六七八九十]{1,3}大|五位一体|四个全面|决策部署|党中央|国务院|总书记|共产党|马克思|邓小平|三个代表|科学发展观|中国特色|中国式现代化|中华民族|民族复兴|伟大复兴|人民为中心|改革开放|共同富裕|新发展(?:理念|格局)|高质量发展|全面从严治党|省委|市委|县委|区委/

const HOW =
  '进一步|大力|扎实|切实|全力|着力|积极|持续|不断|深入|全面|统筹|认真|加快|严格|有效|强力|稳步|努力|充分|广泛|坚决'
const DO =
  '加强|强化|加大|推进|推动|完善|提升|提高|深化|做好|抓好|规范|优化|健全|增强|落实|发挥|实施|发展|开展|弘扬|支持|培育|倡导|保障|维护|履行|解决|打造|构建|破解|探索|引导|配合|参与|发力|巩固|用力|创新|扩大|贯彻|执行|遵守|组织|研究|营造(?!林)|促进|谋划|协调|兼顾|拓展|激发|凝聚|夯实|改善|转变|树立'

/** Ready-made phrases, roughly by what they praise: weight of the matter, leadership, manner, slogans, results. */
const PHRASES = [
  `(?:${HOW})(?:${DO})`,
  '(?:重要|重大|深远|特殊)的?(?:现实|历史|战略)?意义|意义(?:十分)?(?:重大|深远)|充分认识|深刻认识|(?:必然|内在|客观)要求|(?:迫切|现实)需要|应有之义|(?:重要|关键|有力|有效)(?:举措|抓手|途径|载体|支撑|保障|保证|环节)|事关[^，。；！？：,;:]{1,16}(?:全局|大局|长远)|当前和今后一个时期|新形势下|机遇[与和]挑战|时间紧|任务重|形势(?:依然|仍然|十分)?(?:严峻|复杂)|众所周知|不言而喻|毋庸置疑|重中之重|头等大事|首要任务|责任(?:更加)?重大|使命(?:更加)?光荣',
  '(?:加强|强化)(?:对[^，。；！？：,;:]{1,16}的)?(?:组织)?领导|高度重视|压[紧实]{1,2}[^，。；！？：,;:]{0,8}责任|(?:落实|明确|强化|细化)(?:工作|主体|领导|监管|属地)?责任|(?:摆[在上]|放在|列入|纳入)(?:更加)?(?:突出|重要|首要|优先)?的?(?:位置|议事日程)|一级抓一级|层层(?:抓落实|传导压力)|(?:形成|凝聚)[^，。；！？：,;:]{0,10}合力|齐抓共管|群策群力|各司其职|各负其责|密切配合|通力协作|协同配合|协调联动|分工协作|上下联动|部门联动|左右协同|同向发力|同频共振|一盘棋|统一思想|凝聚共识|凝心聚力|统一认识|提高(?:思想)?认识|(?:强化|加强)(?:督导|督查|督促|监督检查|跟踪督办)|营造[^，。；！？：,;:]{0,16}(?:氛围|环境)|(?:加强|加大)宣传(?:引导)?力?度?|总结推?广?经验|精心(?:组织|谋划|部署|安排)|周密(?:部署|安排|组织)|(?:明确|细化)(?:任务)?分工|(?:强化|增强)(?:责任)?担当|(?:敢于|勇于)担当|担当作为',
  '抓[紧实细深常早]{1,2}抓[好实细长小]{1,2}|抓出成效|走深走实|走心走实|落实落细|落细落实|落地落实|落地见效|落地生根|见行见效|见到实效|取得实效|务求实效|确保实效|开花结果|落到实处|不走过场|狠抓落实|抓落实|真抓实干|求真务实|埋头苦干|苦干实干|脚踏实地|真招|实功|出实效|多措并举|精准发力|靶向(?:治疗|施策|发力)|综合施策|标本兼治|系统施策|精准施策|多管齐下|开拓创新|守正创新|与时俱进|锐意进取|奋发有为|先行先试|实打实|硬对硬|真刀真枪|动真碰硬|补齐?短板|强弱项|提质增效|提档升级|做大做强|做优做强|高标准|严要求|高站位|高起点|久久为功|持之以恒|驰而不息|常抓不懈|一抓到底|善作善成|锲而不舍|常态长效|以点带面|示范引领|辐射带动|组合拳|最后一公里|硬骨头|攻坚战|牛鼻子|先手棋|主动仗|加速度|快进键|(?:满意|优异)答卷|新引擎|新动能|新局面|新台阶|新跨越|新成效|新突破|新篇章|新作为|新气象|奋力(?:谱写|开创|推进|夺取|书写)|保驾护航',
  '(?:作出|做出)[^，。；！？：,;:]{0,12}贡献|提供[^，。；！？：,;:]{0,8}(?:坚强|有力|坚实|可靠)的?[^，。；！？：,;:]{0,6}(?:保障|保证|支撑)|(?:奠定|打下|夯实|筑牢)[^，。；！？：,;:]{0,10}(?:基础|根基|防线)|(?:注入|激发|增添)[^，。；！？：,;:]{0,8}(?:动力|活力|动能)|迎难而上|攻坚克难|勇挑重担|主动作为|抢抓机遇|积极性、?主动性|调动[^，。；！？：,;:]{0,12}积极性|干事创业|结合实际|(?:问题|目标|结果|效果|需求)导向|底线思维|系统观念|解放思想|更新观念|转变观念|入脑入心|学深悟透|知行合一|齐心协力|心往一处想|劲往一处使|拧成一股绳|(?:积极|主动)(?:担当)?作为|再接再厉|乘势而上|勇毅前行|接续奋斗|砥砺前行|踔厉奋发|笃行不怠|只争朝夕|绣花功夫|钉钉子|两手抓|齐头并进|(?:增强|强化|树立|树牢)[^，。；！？：,;:]{0,8}(?:意识|观念|理念)|找准定位|理清思路|取得[^，。；！？：,;:]{0,6}(?:良好|明显|显著)[^，。；！？：,;:]{0,4}(?:效果|成效)|形式多样|内容丰富|有声有色|全方位|全过程|无死角|地毯式|横向到边|纵向到底|(?:建立健全|健全|完善|创新|形成)[^，。；！？：,;:]{0,8}(?:体制机制|长效机制|工作机制|工作格局|制度体系)|下功夫|见真章|求实效|[学谋干抓落]在[深新实细]处|健康有序|又好又快|真(?:落实|行动|见效|见成效|重视|整改)|背水一战|破釜沉舟|决战决胜|分秒必争|胜人一筹|(?:掀起|迎来)[^，。；！？：,;:]{0,12}(?:高潮|热潮)|以实绩论英雄|[更最](?:加?有力|[高大实强严好优细快]|坚决)的?(?:标准|作风|举措|措施|力度|站位|姿态|要求|干劲|步伐|担当|热情|状态)',
].join('|')

/** A long choice is slow to try at every character; two characters tell where it is worth it. */
const OPENINGS = openingsOf(PHRASES)
/** Tried at one place only, which is set each time. */
const SET_PHRASE = new RegExp(PHRASES, 'y')

/** Words that say nothing by themselves: what remains of a sentence without them and without set phrases is what it says. */
const HOLLOW = new RegExp(
  [
    // What a phrase leaves open may be just what the sentence says: 营造体育产业准入环境.
    PHRASES.replace(/(\[\^[^\]]*\])\{\d,\d+\}/g, '$1{0,2}'),
    HOW,
    DO,
    '一定要|务必要?|必须|应当?|需要|要|须|确保|做到|实现|达到|努力|力争|争取|坚持|树立|狠抓|紧抓|抓住|抓|紧紧围绕|围绕|聚焦|突出|注重|始终|一以贯之|真正|切勿|更加|更大|更高|更好|更实|更|十分|非常|高度|重点|关键|核心|根本|全局|大局|大事|要事',
    '各乡镇|各镇街|各街道|各科室|各行?政?村|全镇上下|各级各部门|各级各单位|各级|各地各部门|各地区|各地|各部门|各单位|有关部门|相关部门|有关单位|有关方面|社会各界|全社会|全体|广大|干部职工|党员干部|领导干部|干部|群众|同志们?|大家|我们|全[县市区镇乡局]上下|全[县市区镇乡局]|上下',
    '各项|各方面|方方面面|方面|一系列|任务|工作|目标|责任|措施|举措|制度|机制|体系|办法|方案|思路|思想|认识|意识|作风|精神|态度|状态|干劲|信心|决心|力度|水平|能力|质量|效率|效果|成效|实效|作用|优势|合力|氛围|环境|局面|格局|台阶|步伐|进程|进展|问题|困难|矛盾|短板|弱项|落实|组织|领导|部署|要求|安排|统筹|协调|配合|协作|督促|检查|指导|服务|管理|建设|发展|改革|创新|事业|任务书|责任感|紧迫感|使命感|积极性|主动性|创造性|重要性|必要性|全面|深入|到位|见效|有力|有序|有效|顺利|圆满|扎实|完成|开展|展开|动员|推广|典型|经验|做法|形成|以|为|对|把|将|使|让|在|从|向|和|与|及|并|的|地|得|了|着|也|都|就|又|再|还|好|强|实|细|严|快|大|高|新|是|有|到|上|下|中|之|其|这|此|等|一|成|出|起|来|去|给|由|按|照|于|不断|只有|才能|同时|通过|切实把|高质量|高效|良好|强大|坚强|明确|清晰|细致|周到|全力以赴|奋勇争先|勇往直前|一鼓作气|思路|目的|推|进|动力|活力|瓶颈|制约|一年来|今年以来|今后|下一步|迈出|拿出|标准|闯劲|韧劲|过硬|基础|保障|支撑|敢于|勇于|善于|敢|善|干|改进|提速|提效|落地|认清|本领|方式|拿成果去?检验|用事实来?说话|重视|真|见|掀起|高潮|热潮|不?掉队|赶超|高人一等|总攻|逼人|艰巨|任何|退路|唯有|最|猛烈|发起|可以说|压力|情况|正视|自己|存在|共同|和谐|忧患|直面|奋勇|争先|奋发|前行|振奋|鼓足|锐气|勇气|智慧|力量|环节|领域|成绩|业绩|佳绩|坚定|牢固|不懈|松劲|歇脚|懈怠|迅速|立即|马上|行动|齐心协力|一股绳|拧成|心往一处想|劲往一处使|沟通|履行|主体|形势|面对|作为|开创|夺取|胜利|谋划',
  ].join('|'),
  'g',
)

/** How many set phrases stand in a stretch of `text`, protected formulas left out. Linear. */
export function countSetPhrases(text: string, { start, end }: Span = { start: 0, end: text.length }): number {
  let count = 0
  for (const phrase of phrasesIn(text, start, end)) if (!PROTECTED.test(clauseAround(text, phrase, start, end))) count++
  return count
}

/** Where the set phrases between two offsets begin, in order. */
function phrasesIn(text: string, start: number, end: number): number[] {
  const found: number[] = []
  for (let at = nextOpening(text, start, end, OPENINGS); at >= 0; ) {
    SET_PHRASE.lastIndex = at
    const stands = SET_PHRASE.test(text) && SET_PHRASE.lastIndex <= end
    if (stands) found.push(at)
    at = nextOpening(text, stands ? SET_PHRASE.lastIndex : at + 1, end, OPENINGS)
  }
  return found
}

const CLAUSE_ENDS = '，。；！？：,;:'

/** Of a clause that does not end, so much on either side. UTF-16 units. */
const LONGEST_CLAUSE = 200

function clauseAround(text: string, at: number, from: number, to: number): string {
  const [first, last] = [Math.max(from, at - LONGEST_CLAUSE), Math.min(to, at + LONGEST_CLAUSE)]
  let start = at
  while (start > first && !CLAUSE_ENDS.includes(text[start - 1]!)) start--
  let end = at
  while (end < last && !CLAUSE_ENDS.includes(text[end]!)) end++
  return text.slice(start, end)
}

const HAN = /[一-龥]/g
/** 四大行动, 十条措施: named elsewhere; and matters whose names are made of hollow words. */
const COUNTS =
  /社会保障|服务贸易|服务业|侨务|维护稳定|创新驱动|制度建设|对外开放|扩大开放|以人为本|公共服务|社会管理|组织建设|作风建设|[二两三四五六七八九十百](?:大|个(?!方面)|项|条|件|次|家|名)/

/**
 * Does a sentence consist of set phrases and hollow words alone? `share` is how much of it may say something (0–1 of its Chinese characters).
 * Never: what names a figure, a document or words in quotation marks, and what holds a protected formula.
 */
export function isEmptySentence(sentence: string, share: number): boolean {
  if (
    sentence.length < 14 ||
    /[\dA-Za-z《“"〔（(]/.test(sentence) ||
    phrasesIn(sentence, 0, sentence.length).length < 2
  )
    return false
  const size = sentence.match(HAN)?.length ?? 0
  if (size < 14 || size > 200 || COUNTS.test(sentence) || PROTECTED.test(sentence)) return false
  const rest = sentence.replace(HOLLOW, ' ')
  // Three characters together name something: 服务贸易, 营造林, 地方机构.
  return !/[一-龥]{3}/.test(rest) && (rest.match(HAN)?.length ?? 0) <= size * share
}
