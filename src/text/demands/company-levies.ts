/** What a document has companies give for it: money for a feast, newspapers to be taken, a manager to go along. */
import type { Doc, Span } from '../../core.ts'
import { clauseAround, findsFault, oncePerSentence, shownClause, type Worded } from '../contexts.ts'
import { stanceOf } from '../stance/stance.ts'
import { isHouseRule, isMentioned } from './companies.ts'

const COMPANIES = '(?:企业|公司|商户|厂家|工厂|商铺|合作社)'
const NEAR = new RegExp(COMPANIES)
/** A company stands before what it is to give, so near. UTF-16 units. */
const REACH = 60
/** So much from each, or it must be. */
const BINDING =
  /每[家户个]|[各均]家|不[得能]?[少低]于|至少|必须|务必|任务|指标|要(?!求.{0,6}不)|须|按[^，。；]{0,8}(?:标准|比例|金额)|\d\s?万?元/
/** 由企业出资赞助本次文化节; a plant or a road that a company builds is its business. */
const SPONSORED = new RegExp(
  `(?:由|请|要求|动员|组织|号召|让|向|各|辖区|重点)[^。；]{0,16}${COMPANIES}[^。；]{0,16}(?:出资|赞助|捐[助款]|冠名|认捐|垫付|集资|摊|凑)[^。；]{0,30}`,
)
const FEAST =
  /文化节|艺术节|旅游节|美食节|采摘节|丰收节|庆典|晚会|汇演|演出|运动会|比赛|大赛|仪式|活动|接待|会议|奖品|奖金|彩灯|亮化|广告牌|宣传|慰问|创建|迎检|经费/
/** 各企业要订阅报纸不少于10份. */
const SUBSCRIBED = new RegExp(
  `${COMPANIES}[^。；]{0,14}(?:订阅|征订|订购|购买|认购)[^。；]{0,20}(?:报》?|刊》?|杂志|日报》?|读本|书籍|门票|年票|特产|农产品|礼盒)`,
)
/** 企业负责人须全程陪同; 企业须指定一名副总陪同，并准备汇报材料. */
const ACCOMPANIED = new RegExp(
  `${COMPANIES}[^。；]{0,20}(?:负责人|副总|老总|老板|董事长|总经理|经理|法人代表|高管)[^，。；不]{0,10}(?:陪同|陪检)`,
)
const FREELY =
  /自愿|鼓励|引导|倡[议导]|协商|合同|协议|招标|中标|慈善|社会资本|投资|公益|免费|帮扶对象|救灾|抗震|不得|严禁|禁止|不准|不许/

const MONEY: readonly string[] = ['赞助', '出资', '捐款', '捐助', '冠名', '认捐', '垫付', '集资']
const PAPERS: readonly string[] = ['订阅', '征订', '订购', '认购', '购买']
const COMPANY: readonly string[] = ['陪同', '陪检']

/** Where one of these stands, `companyLevies` looks. */
export const levyWords: readonly string[] = [...MONEY, ...PAPERS, ...COMPANY]
export type CompanyLevy = 'levied' | 'accompanied'

/** Of `hits` (places of `levyWords`, in order), what companies are to give, and where their managers are to go along. */
export function* companyLevies(doc: Doc, hits: readonly Span[]): Generator<Worded<CompanyLevy>> {
  if (isHouseRule(doc)) return
  const isFirst = oncePerSentence(doc)
  for (const hit of hits) {
    const words = doc.text.slice(hit.start, hit.end)
    const accompanied = COMPANY.includes(words)
    if (!accompanied && !MONEY.includes(words) && !PAPERS.includes(words)) continue
    // People buy and go along everywhere.
    if (!NEAR.test(doc.text.slice(Math.max(0, hit.start - REACH), hit.start))) continue
    const stance = stanceOf(doc, hit)
    const { before, ahead, after, sentence } = stance
    if (isMentioned(stance) || findsFault(ahead) || FREELY.test(sentence) || !BINDING.test(sentence)) continue
    const asked = accompanied
      ? ACCOMPANIED.test(sentence)
      : MONEY.includes(words)
        ? SPONSORED.test(sentence) && FEAST.test(sentence)
        : SUBSCRIBED.test(sentence)
    const message = accompanied ? 'accompanied' : 'levied'
    if (!asked || !isFirst(hit, message)) continue
    yield { message, words: shownClause(clauseAround(before, words, after)), span: hit }
  }
}
