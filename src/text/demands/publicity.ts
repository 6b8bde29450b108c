/** Praise from above and print that an assessment counts: 获市领导批示加2分, 信息采用一条得0.5分, 发稿情况纳入考核. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { cellAt, hasPoints } from '../cells.ts'
import { oncePerSentence, paragraphAround, type Worded } from '../contexts.ts'
import { demandOf, wordedAt } from './demands.ts'

/** How an assessment speaks of a leader's approval; 批示件办理, 批示精神落实 is work, and no praise. */
const PRAISE =
  '(?:(?:获得?|得到|受到|取得|赢得|被|经|有)[^，。；]{0,20}?(?:批示|圈阅)(?!件|事项|精神|要求|意见|办|落实|交|任务)(?:肯定|表扬|推广)?|(?:肯定性|正面)批示|批示(?:肯定|表扬|推广)|领导(?:同志)?的?(?:批示|圈阅)(?!件|事项|精神|要求|意见|办|落实|交|任务|指示|的)|(?:领导|书记|[省市县区镇]长)[^，。；]{0,12}(?:批[了上]?[几一两]?个?字|批上|画圈|签批[^，。；]{0,2}(?:肯定|推广|表扬))|得到?[^，。；]{0,8}(?:领导|书记|[省市县区镇]长)[^，。；]{0,4}(?:肯定|表扬|点赞))'
const PAPERS =
  '(?:央媒|党报|党刊|报刊|报纸|[省市县]报(?!送|告|名|备|表|批)|媒体|日报|新华社|电视台?|央视|学习强国|内参|内刊|刊物|简报|《[^》]{2,12}》|(?:门户|政府|官方)网站|公众号)'
const PIECES = '(?:稿件?|信息|简报|新闻|报道|消息|通讯|文章)'
const APPEARS = '(?:采用|录用|采纳|刊用|刊发|刊登|刊播|上稿|发表|登载|转发)'
/** What was written, and where it came out; 灾情信息报送 is no writing. */
const PRINT = `(?:${PAPERS}[^，。；]{0,14}?(?:${APPEARS}|播[发出]|报道|发[稿文]|推[送介]|采编|推广|宣传|露[面脸]|亮相|[上发登用]?[一每\\d]{1,2}[篇条次期])|${PIECES}[^，。；]{0,10}?(?:${APPEARS}|(?:被[^，。；]{1,6}|[用发登])(?:用|采|发|登)[了过的])|${APPEARS.replace('|转发', '')}[^，。；]{0,12}?${PIECES}|(?:政务|工作|党建|宣传|动态)信息[^，。；]{0,6}?报送|(?:采用|录用|刊用)[^，。；]{0,2}[一每\\d]{1,2}[篇条]|发稿|上稿|投稿|见报|登上?[^，。；]{0,8}(?:报刊|报纸|内刊|内参|头版|学习强国)|上了?(?:电视|报纸|省台|央视)|登了?报)`
const MODEL =
  '(?:(?:经验|做法|典型|亮点|案例)[^，。；]{0,20}?(?:推广|刊发|刊登|刊用|转发|交流|推介|介绍|采用|肯定|发言)|(?:推广|推介|介绍|交流|转发)[^，。；]{0,10}?(?:经验|做法)|被[^，。；]{1,10}?(?:转发|推广|刊发|刊登|采用|录用)的?(?=得|加|记|，|一[次篇条]))'
const WHAT = `(?:${PRAISE}|${PRINT}|${MODEL})`
/** So many points, or more and less of them. */
const POINTS =
  '(?:(?:加|得|记|计|奖|扣|减|赋|值|折|打|算)[^，。；\\d]{0,8}\\d[\\d.]{0,4}\\s?分|\\d[\\d.]{0,4}\\s?分(?![钟之])|[一二两三五半]分(?![钟之])|加分|扣分|不得分|满分|[顶抵][^，。；]{0,4}[一二两三十\\d]篇)'
const HELD =
  '(?:纳入|列[入为]|作为|计入|算[作进入]|当[作成]|记入|折算|挂钩)[^，。；]{0,16}?(?:考核|考评|督[查导]|评[先优比议]|绩效|述职|依据|指标|内容|分)'

const COUNTED = lazily(() => [
  [
    'counted',
    [
      // 市级媒体刊发一篇加1分.
      new RegExp(`${WHAT}[^。；]{0,40}?${POINTS}`, 'g'),
      // 加分项：获领导批示肯定.
      new RegExp(`(?:加分|扣分|奖励分|附加分|减分)(?:事?项|指标|内容|因素)?[^。；]{0,24}?${WHAT}`, 'g'),
      // 将发稿情况纳入年度考核: what stands in a clause of its own is another thing.
      new RegExp(
        `(?:[将把以]|(?<=[，。；：、]|^))[^，。；将把]{0,16}?${WHAT}[^，。；]{0,12}?，?[^，。；]{0,6}?${HELD}`,
        'g',
      ),
      // 每月在省级媒体发稿不少于2篇，完不成的扣绩效.
      new RegExp(
        `(?:每[个月季年周半]|全年|年度)[^。；]{0,24}?${WHAT}[^。；]{0,16}?[\\d一二两三四五六]{1,2}[篇条次期][^。；]{0,24}?(?:扣|通报|点名|考核|排名|约谈|末位|批评)`,
        'g',
      ),
      // 未完成发稿任务的，取消评优资格.
      /(?:未|没有?)[^，。；]{0,6}(?:完成|达到)[^，。；]{0,10}(?:发稿|投稿|上稿|(?:政务|工作|宣传)信息|宣传报道)[^，。；]{0,6}(?:任务|指标|数量|要求)[^。；]{0,16}(?:取消|扣|通报|不得评|不能评|约谈|点名)/g,
      // 对各单位信息采用情况进行排名通报; 发稿数居后三位的作出说明.
      new RegExp(
        `${WHAT}(?:情况|数量?|量|率|篇数|条数)[^，。；不]{0,8}(?:排名|通报|排序|晾晒)|(?:采用|录用|发稿|上稿|投稿)(?:情况|数量?|量|率)[^，。；]{0,6}(?:末位|后[一二两三四五\\d]|靠后|垫底|倒数)[^。；]{0,16}(?:说明|检讨|通报|约谈|扣|批评)`,
        'g',
      ),
      // 没有得到批示的，评先就不要想了; 在国家级报刊发文的，直接定为优秀.
      new RegExp(
        `${WHAT}[^。；]{0,24}?(?:评[先优][^，。；]{0,8}(?:不要想|别想|没份|免谈|不予?考虑)|(?:直接|一律|优先)[^，。；]{0,4}(?:定为|评为|列为|确定为)[^，。；]{0,4}(?:优秀|先进|一等|第一))`,
        'g',
      ),
      // 年底评先看谁上的报纸多、得的批示多.
      new RegExp(
        `(?:评[先优]|考核|考评|年[底终]|排名)[^。；]{0,16}?(?:看|比|数|凭|按|论)[^，。；]{0,24}?(?:批示|上稿|发稿|(?:上|登|发)[了过的]?[几多]?[^，。；]{0,6}${PAPERS})`,
        'g',
      ),
    ],
    [ASSESSED],
  ] as const,
])
/** Without any of it nothing is assessed. */
const ASSESSED =
  /分|[顶抵]|扣|约谈|点名|取消|绩效|纳入|列[入为]|作为|计入|挂钩|考核|考评|评[先优]|通报|排名|排序|晾晒|说明|检讨|年[底终]|当[作成]/
/** What is no praise of work: 被媒体曝光扣分, 发表论文加分, 征文获奖. */
const OTHER =
  /点赞|转发[^，。；]{0,10}公众号|负面|曝光|违法|违规|事故|信用|舆情|批评(?!与自我批评)|论文|学术|期刊|SCI|核心刊|著作|课题|专利|科研|征文|大赛|比赛|参赛|作品|记者|编辑|播音|不实|失实|举报|失泄密|广告|招标|公告/
/** Whose work it is to write. */
const NEWSROOM = /融媒体|报社|电视台|广播电视|新闻中心|新闻社|编辑部|出版社|杂志社|通讯社|文联|作协/

/** A row of a table of points that is named for it: 信息采用 | 5 | 每条0.5分. */
const NAMED_CELL = lazily(() => new RegExp(`^[^，。；]{0,12}${WHAT}[^，。；]{0,8}$`))
const POINTS_HEAD = /分值|得分|评分|计分|赋分|加分|扣分|分数|权重/
const NOT_COUNTED =
  /不(?:再|作|予|列|计|纳|当|算)|取消(?![^，。；]{0,8}(?:评|资格|奖))|取消$|删[除去]|原(?:分值|标准)|免(?!职)/

/** Where one of these stands, `publicityCounted` looks. */
export const publicityWords: readonly string[] = [
  '批示',
  '圈阅',
  '刊发',
  '刊登',
  '刊播',
  '发稿',
  '上稿',
  '投稿',
  '签批肯定',
  '内刊',
  '录用',
  '采用',
  '媒体',
  '央媒',
  '报刊',
  '党报',
  '日报',
  '报纸',
  '内参',
  '简报',
  '稿件',
  '学习强国',
  '电视台',
  '经验做法',
  '典型经验',
  '做法得到',
  '推介',
  '信息报送',
  '刊用',
  '报道',
  '见报',
  '露面',
  '亮相',
  '省报',
  '市报',
  '批上',
  '批几个字',
  '批了几个字',
  '批个字',
  '画圈',
  '信息被',
  '公众号',
  ...['上电视', '上了电视', '上报纸', '登报', '登了报'],
  ...['推广的', '推广经验', '发文推广', '转发的', '转发推广', '作介绍', '作交流', '典型发言', '交流发言', '经验交流'],
]

/** What of praise and print `doc` counts in an assessment, each sentence once. `hits`: places of `publicityWords`, in order; nothing in sentences that are `allowed`. */
export function* publicityCounted(
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'counted'>> {
  if (NEWSROOM.test(doc.facts.title)) return
  const isFirst = oncePerSentence(doc)
  for (const hit of hits) {
    const found = countedAt(doc, hit) ?? rowAt(doc, hit)
    if (!found || OTHER.test(paragraphAround(doc, found.span, NEAR))) continue
    const demand = demandOf(doc, found.span)
    if (demand.mentioned || demand.actor === 'business' || allowed(demand.sentence) || !isFirst(found.span)) continue
    yield found
  }
}

/** What else a paragraph counts is of other things. UTF-16 units. */
const NEAR = 30

function countedAt(doc: Doc, hit: Span): Worded<'counted'> | undefined {
  const found = wordedAt(doc, hit, COUNTED(), 60, 90)
  return found && !NOT_COUNTED.test(found.words) ? found : undefined
}

function rowAt(doc: Doc, hit: Span): Worded<'counted'> | undefined {
  const cell = cellAt(doc, hit.start, 40)
  if (!cell || !NAMED_CELL().test(cell.own)) return undefined
  const { own, span, others, head } = cell
  if (!POINTS_HEAD.test(head.join('\n')) || !hasPoints(cell)) return undefined
  if (NOT_COUNTED.test([...others, ...head].join('，'))) return undefined
  return { message: 'counted', words: own, span }
}
