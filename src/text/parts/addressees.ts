/** Whom a paper is sent to: 主送机关 as the standard has it, and as villages, schools, firms and housekeepers write it. */
import {
  ADDRESSEE,
  BODIES,
  LEAD_IN,
  LEADS_ON,
  type Line,
  NUMBERED,
  NUMBERED_ALONE,
  PERSON,
  SALUTATION,
} from './lines.ts'

/** Titles of papers that are sent to somebody: below them whoever is named is told, not greeted. */
const SENT = /(?:通知|通报|公告|通告|函|批复|答复(?:意见)?|请示|决定|意见)(?:[（(].{1,20}[)）])?$/
const isSentOut = (title: string): boolean => SENT.test(title)

/** 全体村民, 各位业主, 尊敬的家长, 王某某代表: people. */
const PEOPLE =
  /^(?:(?:全体|广大|各位|尊敬的|敬爱的|亲爱的|[全本各]?[村院校厂镇乡县站所局矿司区馆园社])[^，。；：]{0,16}(?:[职员]工|村民|居民|党员|业主|家长|学生|师生|教师|老师|同学|医护?人员|医务人员|工作人员|干部|用户|住户|客户|商户|供应商|投标人|社员|股东|市民|群众|乡亲|旅客|乘客|考生|会员|队员|经营[户者]|租户|[养种]殖?[殖植]户|农户|网格员|护林员|司机|驾驶员|朋友|伙伴|同志)们?|[一-龥]{2,4}(?:[、，][一-龥]{2,4}){0,5}等?(?:代表|委员))(?:、[^，。；：]{2,16})?[:：]$/
/** 王庄村、李庄村、赵庄村： */
const PLACES = /^[一-龥]{2,10}(?:[村屯寨组镇乡县市区]|社区|街道|小学|中学|林场|农场)(?:[、，][一-龥]{2,10}){0,30}[:：]$/
/** 各管护站：（不发临时站） */
const NOTED = /^(?=各|.{0,30}[局委办站所院校])[^。；：]{2,200}[:：][（(][^（()）。]{2,40}[)）]$/
/** 主送：各班组, 致：各供应商 */
const NAMED = /^(?:主送(?:机关|单位)?|收文单位|致|T[Oo])[:：][^。；：]{2,160}[:：]?$/
/** The first of two lines: 各乡镇人民政府、街道办事处， */
const GOES_ON = /^[^。；：！？“”]{2,200}[，、,]$/
/** Each of the names in the line that ends it is short, and none a clause. */
const NAMES = /^[^。；：！？，、“”《》]{2,24}(?:[，、,][^。；：！？，、“”《》]{2,24}){0,30}[:：]$/

/** Most lines are seen to be none by their last character. */
const MAY_BE = /[:：)），、,]$|^(?:主送|收文|致|T)/

/** Is it 主送机关 as it should be written? */
const isProper = (text: string): boolean =>
  ADDRESSEE.test(text) && (BODIES.test(text) || PERSON.test(text)) && !NUMBERED.test(text) && !LEAD_IN.test(text)

/** Is a paragraph, and no item or heading? */
const isProse = (line: Line | undefined): boolean =>
  line !== undefined &&
  (LEADS_ON.test(line.text) || (line.text.length >= 12 && /[，。：]/.test(line.text))) &&
  !NUMBERED_ALONE.test(line.text)

/**
 * How many lines from `i` on name those to whom the paper is sent; 0 where none does. `title`: the title above without its blanks, '' where there is none;
 * `next`: only 发文字号 may stand between them.
 */
export function addressees(lines: readonly Line[], i: number, title: string, next: boolean): number {
  const { text, flat } = lines[i]!
  if (!MAY_BE.test(text)) return 0
  if (SALUTATION.test(text) && !(isSentOut(title) && PEOPLE.test(flat) && isProse(lines[i + 1]))) return 0
  if (isProper(text)) return 1
  if (title === '' || !next) return 0
  const below = lines[i + 1]
  if ((NOTED.test(text) || NAMED.test(text)) && isProse(below)) return 1
  if (isSentOut(title) && (PEOPLE.test(flat) || PLACES.test(flat)) && !LEAD_IN.test(text) && isProse(below)) return 1
  return below && GOES_ON.test(text) && BODIES.test(text) && !LEAD_IN.test(text) && goesOn(below, lines[i + 2]) ? 2 : 0
}

const goesOn = (below: Line, next: Line | undefined): boolean =>
  below.block.kind !== 'cell' && isProper(below.text) && NAMES.test(below.flat) && isProse(next)

/** A line in another script below the title: the title once more. */
const FOREIGN = /^[A-Za-z][A-Za-z0-9 ,.'’&()/:–—-]{7,160}$/
export const isTranslated = (text: string): boolean => FOREIGN.test(text) && text.includes(' ')
