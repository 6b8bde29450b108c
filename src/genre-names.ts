/** What genres are called: by id, by the names that the list of genres gives, and by those that offices use day by day. */
import { type GenreId, genres } from './core.ts'

/** The genres that a name may mean, the likeliest first: one for most; of several the text tells which. */
export type GenresMeant = readonly [GenreId, ...GenreId[]]
/** What somebody asks for: one, or a name of several. */
export type GenreAsked = GenreId | GenresMeant

/** A genre by its id, its Chinese name (of several in one title, 方案、规划、办法, each is a name) or by what offices call it. */
export function genresNamed(name: string): GenresMeant | undefined {
  if (Object.hasOwn(genres, name)) return [name as GenreId]
  const bare = name.trim().replace(/[（(][^）)]{0,12}[）)]$/, '')
  const own = (Object.keys(genres) as GenreId[]).find((id) => genres[id] === bare || namesIn(genres[id]).includes(bare))
  if (own) return [own]
  return bare.length <= LONGEST ? EVERYDAY.find(([pattern]) => pattern.test(bare))?.[1] : undefined
}

/** All that a genre may be called in the list, to suggest what was meant: ids, then Chinese names one by one. */
export const genreNames = (): string[] => [...Object.keys(genres), ...Object.values(genres).flatMap(namesIn)]

const namesIn = (title: string) => title.split('、')

/** A longer one is the title of a document. */
const LONGEST = 10

/** The whole name, and what it means. The first that fits counts. What may mean anything (材料, 文件) or has no genre of its own (会议记录) is not here. */
const EVERYDAY: readonly (readonly [RegExp, GenresMeant])[] = [
  [/^(?:会议)?主持(?:词|稿|讲话|讲稿|发言|提纲)$/, ['speech.host']],
  [/^表态(?:性?发言|讲话)?(?:稿|材料|提纲)?$/, ['speech.stance']],
  [/^(?:专项|动员|部署|动员部署|推进会|调度会|动员会)(?:会议?)?讲话(?:稿|提纲)?$/, ['speech.special']],
  [
    /^(?:(?:领导|会议|工作|总结|在会上的?)?讲话|讲稿)(?:稿|提纲|材料)?$/,
    ['speech.general', 'speech.special', 'speech.comprehensive'],
  ],
  [/^(?:大会|会议|交流)?发言(?:稿|材料|提纲)?$/, ['speech.general', 'speech.stance', 'experience']],
  [/^(?:开幕|闭幕|欢迎)?(?:致辞|致词)稿?$/, ['speech.general']],

  [/^(?:会议|开会|培训|参会)预?通知$/, ['notice.meeting']],
  [/^(?:督查|督导|检查|考核|考评|巡查|验收|评估)(?:工作)?通知$/, ['notice.inspection']],
  [/^(?:印发|转发|批转)(?:类|性|的|文件)?通知$/, ['notice.forward']],
  [/^(?:紧急|工作|放假|部署|任务|补充)通知$/, ['notice', 'notice.meeting', 'notice.inspection']],

  [/^贯彻(?:落实|执行|实施)?(?:意见|方案|措施|办法|细则|计划)$/, ['implementing']],
  [/^(?:实施|指导|若干|工作|落实)意见$/, ['opinion', 'implementing']],
  [
    /^(?!(?:讲话|发言|会议|汇报|信息|写作|设计|施工|技术).{0,2}要点|设计方案|技术方案)[一-龥]{0,6}(?:方案|规划|计划|办法|细则|要点|措施|规定|预案|规则|制度|守则|规程|章程|工作安排|任务分工)$/,
    ['plan', 'implementing'],
  ],

  [/^(?:表彰|奖励|任免|任命|处分|处理|人事)(?:的?决定)$|^(?:嘉奖|任免|动员)?令$/, ['decision']],
  [
    /^(?:情况|工作|表扬|表彰|批评|警示|典型|案例|问题|督查|督导|检查|考核|巡查|整改)?(?:案例|情况|问题)?通报$|^公示$|^公报$/,
    ['circular'],
  ],
  [/^[一-龥]{0,6}(?:会议?|座谈|协调|办公会议?)纪要$/, ['minutes']],
  [/^(?:公|复|便|工作|商洽|商请|邀请|征求意见|询问|告知|提醒|督办|协助|协查|催办)函$/, ['letter']],
  [/^(?:(?:建议|提案|议案|信访|来信|咨询)(?:办理)?)?(?:的?答复|答复意见|答复函)$/, ['reply']],
  [/^请示报告$/, ['request', 'report.work']],
  [/^(?:资金|经费|项目|立项|编制|人事|用地|采购|工作)(?:的?请示)$/, ['request']],

  [
    /^(?:述职|述职述[廉德学法][一-龥]{0,3}|述责述廉|述法|述廉|履职|(?:法院|检察院|人大常委会|常委会|纪委)工作)(?:报告|汇报)$|^个人(?:年度|年终)?(?:工作|述职|履职)?(?:总结|报告)$/,
    ['report.annual'],
  ],
  [
    /^(?:工作|情况|工作情况|专题|书面|进展|进度|阶段|半年|年度|年终|整改|整治|自查|落实|推进|贯彻落实)(?:工作|进展|落实|完成|开展)?(?:情况)?(?:的?汇报|汇报(?:材料|稿|提纲))$|^汇报(?:材料|稿|提纲)$/,
    ['report.work'],
  ],
  [
    /^(?:工作情况|专题|进展|阶段|整改|自查|自评|落实|推进|贯彻落实)(?:工作|进展|落实|完成)?(?:情况)?报告$/,
    ['report.work', 'other'],
  ],
  [/^(?:情况)?报告$/, ['report.work', 'report.annual', 'other']],
  [
    /^(?:(?:阶段性?|专项|专题|活动|半年|季度|月度|年度|年终|全年|单位|部门)(?:工作)?|工作)?总结(?:报告|材料)?$/,
    ['report.work', 'report.annual', 'other'],
  ],
  [
    /^(?:调研|调查|考察|研究|可行性研究|可研|审计|评估|监测|检测|检验|鉴定|验收|分析|统计|学习)报告$|^(?:思想汇报|心得体会|对照检查材料|检讨书|倡议书|公开信|慰问信|感谢信|贺信|承诺书|协议书?|合同|新闻稿?)$/,
    ['other'],
  ],

  [/^(?:工作|政务|情况|信息|简报|督查|整治)?(?:简报|信息|专报|快报|快讯|动态|要情|要讯)$|^参阅件$/, ['bulletin']],
  [
    /^(?:典型|工作|先进)?经验(?:交流)?(?:材料)?$|^(?:典型|交流|亮点)材料$|^(?:典型|优秀|工作)案例$|^(?:先进|典型)?事迹(?:材料)?$|^(?:工作|特色|典型)做法$/,
    ['experience'],
  ],
]
