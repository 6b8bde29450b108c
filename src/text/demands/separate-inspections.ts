/** What a document has a company do for offices that do not agree among themselves: be inspected by each, report to each. */
import type { Doc, Span } from '../../core.ts'
import { clauseAround, findsFault, oncePerSentence, shownClause, type Worded } from '../contexts.ts'
import { stanceOf } from '../stance/stance.ts'
import { ENTERPRISE, isHouseRule, isMentioned } from './companies.ts'

/** 四部门分头进厂检查，各查各的，不合并. */
const SEVERAL_INSPECT =
  /(?:[一-龥]{2,6}、){2,6}[一-龥]{2,8}?[^，。；]{0,6}[都均也][^，。；]{0,6}(?:进厂|入企|进企|上门|到[^，。；]{0,4}(?:企业|厂))|(?:分头|分别|各自|先后|轮流|轮番|单独|依次)[^，。；]{0,10}(?:进厂|入企|进企|进店|上门|到[^，。；]{0,6}(?:企业|厂|店|公司)|对[^，。；]{0,8}(?:企业|公司))[^，。；]{0,10}[检核抽督]查|[检核抽督]查[^。；]{0,40}(?:分头|分别|各自|轮流|轮番|单独|依次|一家一家)(?:组织|上门|进[厂企店]|入企|实施|进行|开展|去)/
const NOT_TOGETHER =
  /各[^，。；]{1,2}各的|以[^，。；]{0,10}已[^，。；]{0,3}查[^，。；]{0,3}为由|不(?:合|归)?并(?:场|案|组|检|查)?(?=[，、。；])|不(?:错峰|互认|通气|联合|共用结果)|互不(?:替代|代替|通报|衔接|影响|认账)|照(?:样|常|旧)?[^，。；]{0,5}查|不[与和同跟][^，。；]{1,10}(?:合并|联合|并案|一起|一道|统筹|互认|共用)|[再另][^，。；]{0,2}查一|重新[检核]?查/
const APART_WORDS: readonly string[] = [
  '分别上门',
  '分别进厂',
  '分别到企业',
  '轮流上门',
  '轮流进厂',
  '各自上门',
  '各自进厂',
  '各查各的',
  '分头',
  ...['互不通报', '互不认账', '互不衔接', '各定各的', '各来各的', '各走各的', '各管各的', '各自排'],
  '不合并',
  '不联合',
  '分别组织',
  '各自组织',
  '单独上门',
  '单独组织',
  '上门检查',
  '不并',
  '不互认',
  '不错峰',
  '照样查',
  '照查',
  ...['各开展一', '各进行一', '各检查一', '各组织一', '各查一', '分别开展一', '分别进行一'],
]
/** 市场监管、应急、消防等部门对企业各开展一次检查: one by one, in so many words. */
const EACH_ONCE =
  /(?:[一-龥]{2,6}、){1,8}[一-龥]{2,8}?(?:等[一-龥\d]{0,4})?(?:部门|单位|局)?[^，。；]{0,16}[对到][^，。；]{0,14}(?:企业|公司|商户|厂)[^。；]{0,6}(?:各|分别)(?:自)?(?:开展|进行|组织|检查|查)[^。；]{0,4}[一1\d]次[^，。；]{0,4}(?:检查|督查|执法|抽查|$|(?=[，。；]))/
/** 同一套数据报四个口子; 已报过的也要重新填报; 四家表样不同. */
const REPORTED_AGAIN =
  /[两二三四五六七八]家[都均]要[^。；]{0,30}各[送报填交]一|按[^，。；]{0,6}各(?:部门|单位|家|局)[^，。；]{0,8}(?:表样|格式|口径|要求|表格)[^，。；]{0,6}(?:分别|逐一|各自?)[填报]|不得以[^，。；]{0,6}已[^，。；]{0,12}(?:报|交|提供|填)[^，。；]{0,8}为由|[报填交]过的[^。；]{0,30}?[请要须应][^，。；]{0,14}(?:重报|再报|重填|另报|再填)|(?:同一[套份组张批]?|同样的?|相同的?)[^，。；]{0,12}(?:数据|报表|材料|台账|数字|内容|表)[^。；]{0,24}?(?:报|送|[各另]做|分别)[^。；]{0,36}?(?:口子|部门|单位|系统|平台|[两三四五六七八九]家|[格样]式)|(?:同一[套份组张批]?|同样的?|相同的?)[^，。；]{0,12}(?:数据|报表|材料|台账|表)[^。；]{0,36}?[两三四五六七八九]家[^。；]{0,12}?(?:各[做报填]|分别|另)|(?:再次|重新|重复|二次)(?:报送|上报|填报|提供)[^，。；]{0,20}[报填交]过的|[报填交]过的?[^，。；]{0,6}?[也仍还][要须需得应][^，。；]{0,12}?(?:重新|再|另|格式)|(?:同时|分别|逐一|各自?)向[^，。；、]{1,12}(?:、[^，。；、]{1,12}){2,6}[^，。；、]{0,6}[报填送][^，。；]{0,6}(?:同一|同样|相同)|向[^，。；、]{1,12}(?:、[^，。；、]{1,12}){2,6}?(?:同时|分别|逐一|各自?)[报填送][^，。；]{0,6}(?:同一|同样|相同)|(?:同时|分别)[报送][^，。；、]{1,12}(?:、[^，。；、]{1,12}){2,6}[^。；]{0,12}(?:表样|[格样]式|口径)[^，。；]{0,6}(?:不同|不一|各)/
const AGAIN_WORDS: readonly string[] = [
  '同一套',
  '同一份',
  '同一组',
  '同一张',
  '同一批',
  '同样的',
  '相同的',
  '报过的',
  '填过的',
  '分别报',
  '同时报',
  '表样',
  '重新填',
  ...['各送一', '各报一', '各填一', '重报', '重填', '再报一', '分别填', '为由拒'],
]
/** A mistake is put right, or what has changed is told. */
const CORRECTED = /变[化动更]|有误|错误|差错|补正|不实/

/** Where one of these stands, `separateInspections` looks. */
export const separateWords: readonly string[] = [...APART_WORDS, ...AGAIN_WORDS]

export type SeparateInspection = 'inspected' | 'reported'

/** Of `hits` (places of `separateWords`, in order), those where several offices each inspect a company or ask it for the same. */
export function* separateInspections(doc: Doc, hits: readonly Span[]): Generator<Worded<SeparateInspection>> {
  if (isHouseRule(doc)) return
  const isFirst = oncePerSentence(doc)
  for (const hit of hits) {
    const words = doc.text.slice(hit.start, hit.end)
    const message = APART_WORDS.includes(words) ? 'inspected' : AGAIN_WORDS.includes(words) ? 'reported' : undefined
    if (!message) continue
    const near = doc.text.slice(Math.max(0, hit.start - 160), hit.end + 80)
    const inCompany = message === 'inspected' && /进[店企厂]|入企/.test(near)
    if (!inCompany && !ENTERPRISE.test(near) && !ENTERPRISE.test(doc.facts.title)) continue
    const stance = stanceOf(doc, hit)
    const { before, ahead, after, sentence } = stance
    if (isMentioned(stance) || findsFault(ahead)) continue
    if (!ofSeveralOffices(message, sentence) || !isFirst(hit, message)) continue
    yield { message, words: shownClause(clauseAround(before, words, after)), span: hit }
  }
}

/** Do several offices each come, or each want to be told, of their own? */
const ofSeveralOffices = (kind: SeparateInspection, sentence: string): boolean =>
  kind === 'inspected'
    ? (SEVERAL_INSPECT.test(sentence) && NOT_TOGETHER.test(sentence)) ||
      (EACH_ONCE.test(sentence) && !/联合|合并|综合查|统筹|一次查/.test(sentence))
    : REPORTED_AGAIN.test(sentence) &&
      COMPANY_REPORTS.test(sentence) &&
      !CORRECTED.test(sentence) &&
      !/反映|抱怨|诉苦|吐槽|也可|可以?向|自愿/.test(sentence) &&
      !/不(?:得|要|再|用|必)|无[须需]/.test(sentence.replace(/不得以/g, ''))
const COMPANY_REPORTS = /企业|公司|工厂|商户|合作社/
