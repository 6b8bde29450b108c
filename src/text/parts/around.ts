/** What stands above and below a paper without being part of it: what a web page puts around it, what a printed series bears on its head. */
import { isDate, squeeze } from './lines.ts'

// ------------------------------------------------------------------------------------------------ web pages

/** 首页 > 政务公开 > 通知公告, 您的位置：…, 政务公开 > 通知 > 正文 */
const PATH: readonly RegExp[] = [
  /^(?:您|你|当前|目前|现在|所在|网站)(?:的|现在|当前|所在|目前){0,3}(?:位置|页面|栏目)(?:是|为)?[:：]/,
  /^(?:网站|本站)?[首主]页(?:[>＞»›/／→|｜-]+[^>＞»›/／→|｜。；，-]{1,30}){1,6}$/,
  /^[^>＞»›。；，：]{1,20}(?:[>＞»›]+[^>＞»›。；，：]{1,20}){2,6}$/,
]
/** Fields of the index of public information. Each is named so nowhere else. */
const INDEX =
  '索引号|信息索引号?|信息分类|主题分类|体裁分类|组配分类|服务对象分类|信息类别|公文种类|发布机构|发文机关|发文机构|发文单位|发布单位|制发机关|信息来源|文章来源|稿件来源|成文日期|成文时间|发文日期|发文时间|发布日期|发布时间|公开日期|公开时间|生成日期|生成时间|印发日期|更新时间|更新日期|发文字号|文件字号|文号|文件编号|信息名称|文件名称|有效性|时效性|公文时效|效力状态|公开方式|公开范围|公开属性|公开类别|公开目录|主题词|关键词|内容概述|浏览次数|浏览量|阅读次数|阅读量|点击数|点击量|点击次数|访问量|字号|字体|字体大小|分享到|转自|转载自'
const FIELD = new RegExp(`^[【\\[［]?(?:${INDEX})[:：]`)
/** 索引号⇥005-2024-3: a row of a table that lost its lines. */
const ROW = new RegExp(`^(?:${INDEX})$`)
/** [大] [中] [小]　分享到：微信 微博; 打印 关闭 收藏 */
const BUTTONS =
  /^(?:[【[［(（]?(?:打印(?:本页|页面|文章|正文)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|分享到?|微信|微博|朋友圈|QQ空间|字[号体]|[大中小]|默认|放大|缩小|保存|下载|复制链接|我要纠错|返回(?:顶部|首页)?)[】\]］)）]?[:：|｜/]?){2,14}$/
/** 2024-09-04 08:30 beside what says where it comes from. */
const STAMP = /(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}[:：]\d{2}/
const STAMPED = /^原创|来源|浏览|阅读|点击|作者|编辑|发布/

/** May only a web page have put this line around a paper? `flat`: layout spaces removed. */
export function isWebPage(flat: string, text: string): boolean {
  if (flat.length > 160 || /[。；]/.test(flat)) return false
  if (PATH.some((path) => path.test(flat)) || FIELD.test(flat) || BUTTONS.test(flat)) return true
  const [label, value = ''] = text.includes('\t') ? text.split('\t') : []
  if (label !== undefined && value !== '' && ROW.test(squeeze(label))) return true
  return STAMP.test(flat) && (STAMPED.test(flat) || flat.replace(STAMP, '') === '')
}

/** 标题：…, above the title itself. */
export const namesTitle = (flat: string, below: readonly string[]): boolean => {
  const named = /^(?:标题|名称|信息标题)[:：](.{4,120})$/.exec(flat)?.[1]
  return named !== undefined && below.some((line) => line.length > 3 && named.startsWith(line))
}

/** 第1页共2页 */
export const isPageCount = (flat: string): boolean =>
  flat.length <= 16 && /^(?:第\d{1,4}页[，/]?(?:共\d{1,4}页)?|共\d{1,4}页[，/]?第\d{1,4}页)$/.test(flat)

/** Above a title, and nowhere else: how a draft or a handout is marked, what a form or a telegram is. */
const HANDOUT =
  /^(?:内部(?:资料|文件|材料|刊物)[，·]?(?:请?注意|请?妥善|请|不得)?(?:保管|保存|保密|外传)?|[（(【]?(?:送审|讨论|审议|修改|报批|汇报|征求意见)稿[)）】]?|[（(【]?(?:会议|大会|议题|培训|学习)(?:材料|文件)之?[一二三四五六七八九十\d]{1,3}[)）】]?|密级[:：].{1,30}|[一-龥]{2,16}(?:传真|内部|明传|加密)(?:明传)?电报|签批盖章.{0,20}|等级[·:：]?(?:特提|特急|加急|平急).{0,50}|[A-Z][A-Z\d/.-]{3,24}(?:版本[:：]?[A-Z\d/.]{1,6})?)$/
/** 〔送审稿，第三稿。请核第二条〕, 【协同办公来文】收文号：12: what somebody noted on the draft, or the system that brought it; 【会议通知】 names the paper. */
const REMARK =
  /^[〔【［](?![^〕】］]{0,30}(?:通知|公告|通告|通报|公示|提示|函|纪要|报告|请示|讲话|方案)[〕】］])[^〕】］]{2,160}[〕】］](?:[^。]{0,60}(?:收文|页数|签收|密级|来文|转办)[^。]{0,60})?$/
export const isHandout = (flat: string): boolean =>
  (flat.length <= 80 && (HANDOUT.test(flat) || isDate(flat))) || (flat.length <= 280 && REMARK.test(flat))

// --------------------------------------------------------------------------------------------------- series

/** What appears in issues. 纪要 too, but there the name is the title. */
const SERIES =
  /^[^，。；：]{0,24}(?:简报|简讯|快讯|要讯|专报|动态|快报|通讯|内参|参阅件?|参考|情况反映|情况交流|工作交流|经验交流|(?:政务|党务|党建|工作|调研|舆情|社情民意|督查|信访|[一-龥]{2}工作|[一-龥]{2})信息|摘报|要情)$/
/** 第12期, （第3期）, 2024年第3期, 第3期（总第45期）, 〔2024〕3期 */
const ISSUE =
  /^[（(【]?(?:[〔[（(【]?(?:19|20)\d{2}[〕\])）】年]?)?第?[\d一二三四五六七八九十百]{1,5}期(?:[（(，]?总第?[\d一二三四五六七八九十百]{1,5}期[)）]?)?[)）】]?$/
const BARE_ISSUE = /^[（(]\d{1,4}[)）]$/
/** 〔2026〕15号: of a series that says by its name whose it is. */
const YEAR_NUMBER = /^[〔[（(【［](?:19|20)\d{2}[〕\]）)】］]第?\d{1,4}号$/
/** 县政府办公室编　2024年9月2日: who issues it, and when. `text`: with its blanks. */
const ISSUED =
  /^[一-龥（）()、·“”][一-龥（）()、·“” \u3000]{3,50}[ \u3000\t]+[（(]?\d{4}[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日[)）]?$/

const isSeries = (flat: string): boolean => flat.length <= 30 && SERIES.test(flat)
export const isIssue = (flat: string): boolean => flat.length <= 30 && ISSUE.test(flat)
export const isYearNumber = (flat: string): boolean => flat.length <= 16 && YEAR_NUMBER.test(flat)
export const isIssuedBy = (text: string): boolean => text.length <= 90 && text.endsWith('日') && ISSUED.test(text)

/** How many lines from the first on make the head of an issue: its name, its number, who issues it; 0 where they do not. */
export function seriesHead(lines: readonly { readonly flat: string; readonly text: string }[], i: number): number {
  const name = lines[i]
  if (!name || !(isSeries(name.flat) || (name.flat.length <= 30 && name.flat.endsWith('纪要')))) return 0
  let issue = false
  let issued = false
  let n = 1
  for (; n < 4; n++) {
    const line = lines[i + n]
    if (!line) break
    const next = lines[i + n + 1]
    if (
      !issue &&
      (isIssue(line.flat) ||
        isYearNumber(line.flat) ||
        (BARE_ISSUE.test(line.flat) && next !== undefined && isIssuedBy(next.text)))
    )
      issue = true
    else if (!issued && isIssuedBy(line.text)) issued = true
    else break
  }
  return issue || (issued && name.flat.endsWith('纪要')) ? n : 0
}
