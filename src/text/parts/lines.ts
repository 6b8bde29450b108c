/** What a line is by itself, whatever stands above it (GB/T 9704-2012 §7). */
import type { Block, Part, PartKind } from '../../core.ts'

/**
 * 发文字号, in faulty brackets or with a year cut short too: a fault does not make it something else. In papers that go up 签发人 shares its line, in answers
 * to deputies how far they go (类别：A).
 */
export const NUMBER =
  /^[（(]?[一-龥×]{1,14}[〔[（(【［﹝]\d{2}(?:\d{2})?[〕\]）)】］﹞]第?\d{1,5}号?[)）]?(?:(?:签发人|[一-龥]{0,4}类别(?:标记)?|公开属性)[:：].{1,20}|[（(]?[A-D]类?[)）]?)?$/
export const ORDER_NUMBER = /^第[\d一二三四五六七八九十百〇]{1,5}号$/
export const MASTHEAD =
  /^(?:\d{6}|(?:绝密|机密|秘密)[★☆].{0,8}|(?:绝密|机密|秘密|特急|加急|平急|特提|内部资料)|.{2,40}(?:文件|（\d{4}）第?\d+号)|签发人[:：].{1,20}|(?:发电单位|发往单位|签批盖章|等级|电报号)[:：].{0,40}|[一-龥]{0,4}类别(?:标记)?[:：][（(]?[A-D]类?[)）]?|发布日期[:：].*|发布机构[:：].*|分类[:：].*|来源[:：].*|新华社.{2,12}电|[（(]?[一-龥]{0,6}?征求意见稿[)）]?)$/
/** A date line: 2024年3月5日, 二〇二四年三月五日, （2024年3月5日）; written wrongly too (2024.3.5, 24年3月5日), or left open (2024年 月 日). */
const DATE =
  /^[（(]?(?:(?:\d{4}|\d{2}|[〇○ＯOo0０零一二三四五六七八九]{4})年(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|[×xX]{0,2}月[×xX]{0,2}日)|(?:19|20)\d{2}([.．/-])\d{1,2}\1\d{1,2}日?)[)）]?$/
/** No date is longer. UTF-16 units. */
const DATE_MAX = 16
/** Most lines are seen to be none without a pattern that takes a millisecond to compile. */
export const isDate = (flat: string): boolean =>
  flat.length <= DATE_MAX && (flat.includes('年') || /^[（(]?[12]/.test(flat)) && DATE.test(narrowed(flat))
/** ２０２４年: typed in the other width. */
export const narrowed = (text: string): string =>
  /[０-９]/.test(text) ? text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)) : text
/** The hour behind a date: telegrams bear one. */
export const HOUR = /(?<=日)(?:[上下]午|晚)?(?:\d{1,2}(?:[时点](?:\d{1,2}分|整)?|[:：]\d{2}))?$/
const DAY = '[（(]?[\\d０-９]{4}年[\\d０-９]{1,2}月[\\d０-９]{1,2}日[)）]?'
/** Under a speech's title, layout spaces removed: （2024年3月5日在…会议上）, 2024年3月5日 星期二, （根据录音整理）, 县委副书记、县长 张某某, 张某. */
const BYLINES: readonly RegExp[] = [
  new RegExp(`^${DAY}(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?$`),
  /^[（(][^）)]{0,60}(?:[\d０-９]{4}年|录音|整理|提纲|送审稿|讨论稿)[^）)]{0,60}[)）][一-龥]{0,10}$/,
  /^[一-龥、]{0,24}(?:书记|县长|市长|州长|区长|省长|主任|部长|局长|主席|常委|同志|镇长|乡长|县级领导)[一-龥]{0,4}$/,
  /^[一-龥]{2,3}$/,
]
export const isByline = (text: string): boolean => {
  const flat = squeeze(text)
  // 张某某（2024年3月5日）
  const name = flat.replace(/[（(][\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日[)）]$/, '') || flat
  return (
    flat.length <= 120 && !/关于|通知|讲话/.test(flat) && BYLINES.some((line) => line.test(flat) || line.test(name))
  )
}
export const SALUTATION =
  /^(?=[^。；]{2,80}[:：!！]$)[^。；]*(?:同志们?|代表(?!大会|团)们?|委员(?!会)们?|领导(?!小组)|来宾|朋友们?|女士|先生|乡亲们?|同事|同学们?|战友们?|老师们?|大家|各位)[^。；]{0,12}[:：!！]$/
export const ADDRESSEE = /^[^。；！？]{2,400}[:：]$/
export const BODIES =
  /各|政府|党委|党组|[局委办厅部院校站所会]|公司|单位|机构|集团|代表|银行|街道|乡镇|兵团|企业|煤矿|大学|小组|同志|中心|工会/
/** 李书记：, 县长： — a person, whom no paper should be sent to. */
export const PERSON = /(?:书记|[省市县区州镇乡]长|主任|主席)[:：]$/
/** What ends in a colon, too, and addresses nobody. */
export const LEAD_IN = /^(?:为|根据|依据|按照|现将|经[^济开信])|(?:如下|以下[^、，]{0,10}|下列[^、，]{0,10})[:：]$/
/** 一、, （一）, 1.; but 四川省 and 三亚市 are names. */
export const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(\d])/
/** The beginning of a numbered paragraph; 3.5 and （2024年） are none. */
export const NUMBERED_ALONE =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节条]|\d{1,2}[.．、](?!\d))/
/** 主送机关 whose colon was forgotten, above a paragraph. */
export const BARE_ADDRESSEE =
  /^(?:各[一-龥、，,；;（）()]{2,160}(?:[站所组科股室]|[林农牧渔果茶][场园]|幼儿园|[中小]学|村|社区|车间|项目部|合作社|养殖场|门店|支部|大队|中队)|(?:各[一-龥、，,；;（）()]{2,160}|(?!附)[一-龥、，,；;]{2,40})(?:政府|党委|党组|[局委办厅部院校会站所]|部门|公司|单位|机构|组织|街道|乡镇|企业)(?:[（(][^（()）]{1,24}[)）])?)[，,。.、；;]?$/
/** 李某某代表, 张某、王某委员: whom an answer is sent to, without a colon. */
export const BARE_DEPUTY = /^[一-龥]{2,4}(?:[、，][一-龥]{2,4}){0,5}等?(?:代表|委员)[，,。.、；;]?$/
/** 现就有关事项通知如下。 */
export const LEADS_ON = /(?:如下|以下[^、，。]{0,10})[:：。]$/
export const NOTE =
  /^[（(](?:此件|本文有删减|联系人|共印|信息公开|公开方式|主动公开|依申请公开|不予公开)[^）)]{0,60}[)）]?$|^（此页无正文）$/
export const ATTACHMENT_LIST = /^附(?:件|表)?\s*[:：]/
export const ATTACHMENT = /^附\s*(?:件|表|录|图)?\s*[\d一二三四五六七八九十]{0,3}\s*(?:[:：].{0,60})?$/
/** 附件1 and its title on one line. */
export const ATTACHED = /^附件\d[^。；，]{1,60}$/
export const IMPRINT =
  /^(?:抄送|主送|抄报|印发机关|主题词)[:：]|^[一-龥（）]{4,40}[\s　]+\d{4}年\d{1,2}月\d{1,2}日[\s　]*印发$|^.{2,30}(?:办公室|办公厅|秘书处|综合科)[\s　]*(?:\d{4}年\d{1,2}月\d{1,2}日)[\s　]*印发?$/
export const SIGNATURE = /^[^。；，：！？]{2,60}$/
/** A title line is short and is not a sentence. UTF-16 units. */
const TITLE_MAX = 64
/** A line with white space that serves layout removed: 几 个 问 题 的 通 知 → 几个问题的通知. */
export const squeeze = (line: string): string => line.replace(/[\s\u3000\u00a0]+/g, '')

/** 2.名称, 二、名称, （二）名称, 2）名称: an item of 附件说明 below its first. */
const LISTED =
  /^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、]|[（(]?\d{1,2}[)）]|[（(][一二三四五六七八九十]{1,3}[)）])/

/** Does 附件说明 go on in this line: an item, or the rest of a name that is broken over lines? */
export const listed = (flat: string, next: string): boolean =>
  LISTED.test(flat) ||
  (LISTED.test(next) && SIGNATURE.test(flat)) ||
  (!isDate(next) && !isDate(flat) && /(?:[表册单案料图书稿]|细则|办法|标准|[)）])$/.test(flat) && SIGNATURE.test(flat))

/**
 * Does 附件说明 begin with this line: 附件：, or, where another item follows, 附件1：甲, 附件　1.甲, 附件 1 甲.xlsx, 【附件】 above its items?
 * 附件1：甲 may as well head the attachment itself: where nothing signs below it, it does.
 */
export function opensList(flat: string, next: string): boolean {
  if (ATTACHMENT_LIST.test(flat)) return true
  if (!/^[【[［]?附件/.test(flat)) return false
  if (/^[【[［]附件[】\]］][:：]?$/.test(flat)) return /^[（(]?[1一]/.test(next) && LISTED.test(next)
  if (/^附件1[.．、][^。；]{2,60}$/.test(flat)) return /^2[.．、]/.test(next)
  return NAMED_ITEM.test(flat) && /^附件[1一]/.test(flat) && /^附件[2二]/.test(next) && NAMED_ITEM.test(next)
}
/** 附件2：名称 */
export const NAMED_ITEM = /^附件(?:\d{1,2}|[一二三四五六七八九十]{1,3})[:：.．、]?[^。；:：]{2,60}$/

/** What a line below the body is by itself: a date, 附注, 附件说明 or 版记; undefined for any other. Layout spaces removed. */
export const partKindOf = (flat: string): PartKind | undefined =>
  isDate(flat)
    ? 'date'
    : NOTE.test(flat)
      ? 'note'
      : ATTACHMENT_LIST.test(flat)
        ? 'attachment'
        : IMPRINT.test(flat)
          ? 'imprint'
          : undefined

/** Is a line by itself part of a paper, or the beginning of a numbered paragraph, whatever stands above it? `flat`: layout spaces removed. */
export const standsAlone = (flat: string, text: string): boolean =>
  NUMBER.test(flat) ||
  isDate(flat) ||
  MASTHEAD.test(text) ||
  NUMBERED_ALONE.test(flat) ||
  ATTACHMENT.test(flat) ||
  ATTACHMENT_LIST.test(flat) ||
  NOTE.test(flat) ||
  IMPRINT.test(text)

/** A paragraph or cell, its text without white space at either end and with full-width marks. */
export class Line {
  readonly block: Block
  readonly text: string
  /** Where its text begins. */
  readonly start: number
  #flat: string | undefined
  constructor(block: Block, text: string, start: number = block.start) {
    this.block = block
    this.text = text
    this.start = start
  }
  /** Without layout white space. Many lines are asked for it many times. */
  get flat(): string {
    return (this.#flat ??= squeeze(this.text))
  }
}

/** As one part of a document. */
export const partOf = (kind: PartKind, { block }: Line): Part => ({ kind, start: block.start, end: block.end })

/** The 文种 that ends a title. */
export const TITLE_END =
  /(?:通知|意见|决定|决议|公告|通告|通报|报告|请示|批复|复函|函|纪要|令|议案|公报|讲话|发言|致辞|方案|规划|计划|办法|细则|规定|要点|总结|措施|汇报|主持词|答复|演讲|条例|指南|预案|规则|制度|清单|简报|提纲|议程|日程)(?:[（(].{1,20}[)）])?$/

/** 县财政局 县水利局 县农业农村局关于…的通知: all who issue it stand before what it is about. */
const JOINT_TITLE = /^(?:[一-龥]{2,20}[ \u3000\t]+){1,11}[一-龥]{0,20}关于[^。；！？：]{4,80}$/
const isJointTitle = (text: string): boolean =>
  text.length <= 320 && text.includes('关于') && TITLE_END.test(text) && JOINT_TITLE.test(text)

/** What heads a record of a meeting, below its title; what a slip says of the paper that it goes with. */
const FIELD =
  /^(?:来文|收文|发文)(?:单位|机关|标题|字号|文号|编号|日期|时间)[:：]|^(?:会议)?(?:时\s*间|地\s*点|主持人?|记录人?|召集人|列席(?:人员)?|缺席(?:人员)?|(?:出席|参加|参会|与会)(?:人员|人数|单位)?|议题)[:：]/

/** May it be a line of a title? `flat`: layout spaces removed. */
export function isTitleLine(flat: string, text: string): boolean {
  if (
    flat.length < 2 ||
    (flat.length > TITLE_MAX && !isJointTitle(text)) ||
    /[。；！？，,;]$/.test(flat) ||
    /[。；]/.test(flat)
  )
    return false
  if (
    /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]|第[一二三四五六七八九十]+[章节条]|\d+[.．、]|目录$|附件|前言$|引言$)/.test(
      flat,
    )
  )
    return false
  if (FIELD.test(text)) return false
  // Titles hardly ever hold a comma; the first line of a paragraph cut at a fixed width does.
  if (
    /，/.test(flat) &&
    !/——/.test(flat) &&
    !TITLE_END.test(flat) &&
    !/^[^，]{0,30}关于[^，“]{0,30}“[^，”]{1,20}，[^，”]{1,20}”[^，]*$/.test(flat)
  )
    return false
  return !/[:：]$/.test(text)
}
