/** Which problem of a report is answered by which suggestion. */
import type { Span } from '../../core.ts'
import { lastAtMost } from '../../sorted-lists.ts'
import { parseNumeral } from '../numerals.ts'
import { covers } from '../quoted.ts'
import type { ReportItem } from './lines.ts'
import { suggests } from './reports.ts'
import { isAnchored, isSlogan } from './words.ts'

/** Words that say nothing of what a problem is about; they part the others. */
const EMPTY_WORDS =
  /建议|恳请|请求|申请|希望|县委|县政府|市委|市政府|镇政府|政府|党委|我[们县市区镇乡局委办校院]|全[县市区镇乡局]|各[县市区镇乡村级]|上级|有关|部门|相关|单位|进一步|进行|加强|加大|加快|力度|提高|提升|增强|强化|完善|健全|落实|推进|推动|工作|目前|当前|仍然?|还是?|存在|不[够足强高到]位?|有待|部分|个别|一些|主要|问题|困难|不足|短板|现象|情况|方面|程度|万元|亿元|增加|减少|[年月]?底?前|上半年|下半年|明年|今年|去年|上年|季度|每[天日周月年]|尽快|及时|抓紧|开展|实施|组织|给予|支持|解决|协调|安排|统筹|牵头|负责|乡镇|群众|干部|农村|基层|具体|因此|由于|导致|造成|影响|以及|[一二三四五六七八九十]是|[\d.,%％]+|[的了在和与为及等以是有要从向到由对将把被让使其这那个项处次名人户家台件条座，。；：、“”（）《》！？\s—…-]/g
/** What is wanted where something is lacking, named in other words than the lack. */
const KINSHIP: readonly RegExp[] = [
  /人手|人员|编制|力量|队伍|招聘|公益性?岗|专职|专人|招录|招引|人才|兼职|身兼|借调|轮岗|青黄不接|断层|年龄|老龄|缺人|留人|流动[大性]|留不住|补不上/,
  /资金|经费|预算|拨付|万元|专项债|补助|补贴|财政|配套|融资|贷款|投入|缺口|工资|待遇|拖欠|化债|债务|收费|费用|垫|奖补|奖金|奖励|欠发|兑现|报酬|钱/,
  /用地|土地|指标|场地|选址|征地|占地|拆迁|征迁|林地|耕地/,
  /道路|路面|公路|路窄|交通|通行|坑洼|硬化|会车/,
  /宣传|意识|知晓|认识|观念|教育|理念|引导|参与|积极性|主动性|配合/,
  /培训|业务|能力|素质|水平|技术|专业|不会|不熟|本领|专家|指导/,
  /设备|车辆|设施|仪器|更新|购置|配备|(?<!队伍|人员|年龄)老化|破损|故障|装备|工具|硬件|改造|维修|修复|更换/,
  /管护|维护|养护|保洁|长效|反弹|巡查|值守|看护/,
  /数据|信息|系统|平台|共享|联网|网络|信号|接口/,
  /机制|制度|办法|考核|职责|分工|责任|权限|标准|规范|流程|督查|督导|问责/,
  /审批|手续|备案|证件|办证|权证|确权|产权|程序/,
  /管网|管道|水压|供水|吃水|饮水|水源|泵|漏损/,
  /污水|垃圾|清运|排污|环境|臭|焚烧|秸秆|粪/,
  /报表|台账|填报|材料|留痕|口径|表格|重复报|督查|检查/,
  /项目|开工|进度|工期|施工|滞后|竣工|建设/,
  /矛盾|纠纷|信访|上访|调解|化解/,
]
/** What a school or a clinic writes of all the time: where most problems name it, it tells none from another. */
const SECTORS: readonly RegExp[] = [
  /产业|企业|招商|订单|市场|销售|销路|品牌|龙头|加工|种植|养殖/,
  /执法|处罚|查处|整治|监管|打击/,
  /学校|学生|教师|师资|学位|校舍|家长/,
  /医院|医生|医疗|药|患者|看病|诊|卫生/,
]
const ALREADY = /(?:已|均|全部|正在|正)[^，。；]{0,12}(?:整改|解决|修复|完成|办结|销号|修缮|更换|处理|整治|化解)/
/** 对上述问题逐一整改到位: said of all of them, and no list follows. */
const ALL_OF_THEM =
  /(?:上述|以上|这些|存在的|发现的|前述|所列|各类|列出的)[^，。；]{0,10}(?:问题|困难|不足|短板)[^：]{0,60}(?:逐[一项条个]|全部|一并|逐步|立行立改|整改到位|解决到位|销号|加以解决|加以改进|认真(?:研究|整改|解决|加以)|切实(?:加以|整改|解决))/

/** 针对以上问题，我们将高度重视…: one slogan for all of them, which empty-suggestion tells; to answer each is not what is missing first. */
const FOR_ALL =
  /^(?:[^，。；]{0,6})(?:针对|围绕|对于?|就)(?:以上|上述|这些|前述|所列|存在的?)[^，。；]{0,6}(?:问题|困难|不足|短板)[^，。；]{0,4}[，,]/
/** Steps that fit any problem: a meeting, a leaflet, a report. */
const ANY_TIME =
  /(?:召开|开好)[^，。；]{0,10}会|传达|学习|宣传|动员|台账|报送|信息|领导小组|专班|责任[状书]|督[查导]|检查|考核|通报|总结|提高认识|加强领导|营造/

/** 针对第二个问题，…. */
const NTH = /第([一二三四五六七八九十])[个项类条点](?:问题|困难|不足)|(?:对|于)问题([一二三四五六七八九十])/g

const pairsIn = (text: string): string[] => {
  const pairs: string[] = []
  for (const piece of text.replace(EMPTY_WORDS, '|').split('|'))
    for (let i = 0; i + 1 < piece.length; i++) pairs.push(piece.slice(i, i + 2))
  return pairs
}
const topicsIn = (text: string): string[] =>
  [...KINSHIP, ...SECTORS].flatMap((kin, i) => (kin.test(text) ? [`#${i}`] : []))

/** The sectors that more than half of three or more problems name. */
const everywhere = (asked: readonly ReadonlySet<string>[]): string[] =>
  asked.length < 3
    ? []
    : SECTORS.map((_, i) => `#${KINSHIP.length + i}`).filter(
        (key) => asked.filter((keys) => keys.has(key)).length * 2 > asked.length,
      )

/** Problems of tables that have a column of answers, and those of them that have one, by where they start. */
interface Tabled {
  readonly rows: ReadonlySet<number>
  readonly answered: ReadonlySet<number>
}

/** A problem counts as answered by a suggestion of its own point, of its own row, with its own number, or about the same thing. */
export function unansweredOf(
  problems: readonly ReportItem[],
  mentions: readonly ReportItem[],
  suggestions: readonly ReportItem[],
  table: Tabled,
  chapters: readonly number[],
): ReportItem[] {
  if (suggestions.length === 0) return []
  if (suggestions.some(({ text }) => ALL_OF_THEM.test(text) || (FOR_ALL.test(text) && isSlogan(text)))) return []
  const keysOf = ({ text }: ReportItem) => new Set([...pairsIn(text), ...topicsIn(text)])
  const named = new Set<number>()
  const offered = new Set<string>()
  const byNumber = new Map<number, Set<string>[]>()
  // A list of problems may itself read as next steps; what lies inside a problem answers that one only.
  const free = suggestions.filter(({ start }) => !covers(problems, start))
  for (const suggestion of free) {
    const keys = keysOf(suggestion)
    for (const key of keys) offered.add(key)
    for (const [, nth, number] of suggestion.text.matchAll(NTH)) named.add(parseNumeral(nth ?? number ?? '') ?? 0)
    if (!suggestion.ordinal) continue
    const same = byNumber.get(suggestion.ordinal)
    if (same) same.push(keys)
    else byNumber.set(suggestion.ordinal, [keys])
  }
  const chapterOf = ({ start }: Span) =>
    chapters.length === 0 || start < chapters[0]! ? -1 : lastAtMost(chapters.length, (i) => chapters[i]!, start)
  const wanted = new Map<number, number>()
  for (const problem of problems) wanted.set(chapterOf(problem), (wanted.get(chapterOf(problem)) ?? 0) + 1)
  const given = new Map<number, number>()
  for (const suggestion of free) given.set(chapterOf(suggestion), (given.get(chapterOf(suggestion)) ?? 0) + 1)
  if (problems.length === 0) {
    // Nothing is listed: each chapter tells of its own. That they belong together shows where one has both.
    const telling = mentions.filter((mention) => chapterOf(mention) >= 0)
    const paired = telling.some((mention) => given.has(chapterOf(mention)))
    const lastOf = (found: readonly Span[]) => (found.length > 0 ? chapterOf(found.at(-1)!) : -1)
    const apart = lastOf(free) > lastOf(telling)
    if (!paired || apart) return []
    const told = new Set<number>()
    return telling.filter((mention) => {
      const chapter = chapterOf(mention)
      if (given.has(chapter) || told.has(chapter) || ALREADY.test(mention.text) || !isAnchored(mention.text))
        return false
      for (const key of keysOf(mention)) if (offered.has(key)) return false
      told.add(chapter)
      return true
    })
  }
  // Steps in running text, as many as there are problems: they may well go in the same order.
  const together = problems.every((problem) => chapterOf(problem) === chapterOf(problems[0]!))
  if (together && table.answered.size === 0 && free.every(({ ordinal }) => ordinal === undefined)) {
    let steps = 0
    const inRow = problems.every((problem) => problem.inRow)
    for (const { text } of free)
      if (!inRow || !isSlogan(text))
        steps += text.split(inRow ? /[，。；]/ : /[。；]/).filter((step) => step.trim().length > 3).length
    if (steps >= problems.length) return []
  }
  const asked = problems.map(keysOf)
  for (const key of everywhere(asked)) for (const keys of asked) keys.delete(key)
  const owners = new Map<string, number>()
  asked.forEach((keys, i) => {
    for (const key of keys) owners.set(key, owners.has(key) ? -1 : i)
  })
  const shares = (i: number) => {
    // An empty cell beside others that are filled in: a mere likeness of topic with some other row's answer is none.
    const isEmpty = table.answered.size > 0 && table.rows.has(problems[i]!.start)
    for (const key of asked[i]!) if (offered.has(key) && !(isEmpty && key.startsWith('#'))) return true
    return false
  }
  // Three or more with not a word in common, and steps that would fit any problem: the same numbers are chance.
  const related =
    problems.length < 3 || problems.some((_, i) => shares(i)) || !free.every(({ text }) => ANY_TIME.test(text))
  const numbered = (problem: ReportItem, i: number) =>
    related &&
    problem.ordinal !== undefined &&
    (byNumber.get(problem.ordinal) ?? []).slice(0, 20).some((keys) => {
      for (const key of keys) {
        // A word in common, not a mere likeness of topic, shows that it is about another one.
        const owner = key.startsWith('#') ? undefined : owners.get(key)
        if (owner !== undefined && owner !== -1 && owner !== i) return false
      }
      return true
    })
  return problems.filter((problem, i) => {
    if (table.answered.has(problem.start) || ALREADY.test(problem.text)) return false
    if (problem.text.split(/(?<=[。；])/).some((sentence) => suggests(sentence))) return false
    if (problem.ordinal !== undefined && named.has(problem.ordinal)) return false
    const chapter = chapterOf(problem)
    if (!table.rows.has(problem.start) && chapter >= 0 && (given.get(chapter) ?? 0) >= wanted.get(chapter)!)
      return false
    return !shares(i) && !numbered(problem, i)
  })
}
