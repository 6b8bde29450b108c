/** The parts of an official document (GB/T 9704-2012 §7) or of a speech, by what stands where. */
import type { Block, Part, PartKind } from '../../core.ts'

/** 发文字号, in faulty brackets or with a year cut short too: a fault does not make it something else. In papers that go up 签发人 shares its line. */
const NUMBER =
  /^[（(]?[一-龥×]{1,14}[〔[（(【［﹝]\d{2}(?:\d{2})?[〕\]）)】］﹞]第?\d{1,5}号?[)）]?(?:签发人[:：].{1,20})?$/
const ORDER_NUMBER = /^第[\d一二三四五六七八九十百〇]{1,5}号$/
const MASTHEAD =
  /^(?:\d{6}|(?:绝密|机密|秘密)[★☆].{0,8}|(?:绝密|机密|秘密|特急|加急|平急|特提|内部资料)|.{2,40}(?:文件|（\d{4}）第?\d+号)|签发人[:：].{1,20}|发布日期[:：].*|发布机构[:：].*|分类[:：].*|来源[:：].*|新华社.{2,12}电|\(?[一-龥]{0,6}?征求意见稿\)?)$/
/** A date line: 2024年3月5日, 二〇二四年三月五日, （2024年3月5日）; written wrongly too (2024.3.5, 24年3月5日), or left open (2024年 月 日). */
const DATE =
  /^[（(]?(?:(?:\d{4}|\d{2}|[〇○ＯOo0０零一二三四五六七八九]{4})年(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|[×xX]{0,2}月[×xX]{0,2}日)|(?:19|20)\d{2}([.．/-])\d{1,2}\1\d{1,2}日?)[)）]?$/
/** No date is longer. UTF-16 units. */
const DATE_MAX = 16
/** Most lines are seen to be none without a pattern that takes a millisecond to compile. */
const isDate = (flat: string): boolean =>
  flat.length <= DATE_MAX && (flat.includes('年') || /^[（(]?[12]/.test(flat)) && DATE.test(flat)
const DAY = '[（(]?[\\d０-９]{4}年[\\d０-９]{1,2}月[\\d０-９]{1,2}日[)）]?'
/** Under a speech's title, layout spaces removed: （2024年3月5日在…会议上）, 2024年3月5日 星期二, （根据录音整理）, 县委副书记、县长 张某某, 张某. */
const BYLINES: readonly RegExp[] = [
  new RegExp(`^${DAY}(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?$`),
  /^[（(][^）)]{0,60}(?:[\d０-９]{4}年|录音|整理|提纲|送审稿|讨论稿)[^）)]{0,60}[)）][一-龥]{0,10}$/,
  /^[一-龥、]{0,24}(?:书记|县长|市长|州长|区长|省长|主任|部长|局长|主席|常委|同志|镇长|乡长|县级领导)[一-龥]{0,4}$/,
  /^[一-龥]{2,3}$/,
]
const isByline = (text: string): boolean => {
  const flat = squeeze(text)
  // 张某某（2024年3月5日）
  const name = flat.replace(/[（(][\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日[)）]$/, '') || flat
  return (
    flat.length <= 120 && !/关于|通知|讲话/.test(flat) && BYLINES.some((line) => line.test(flat) || line.test(name))
  )
}
const SALUTATION =
  /^(?=[^。；]{2,80}[:：!！]$)[^。；]*(?:同志们?|代表(?!大会|团)们?|委员(?!会)们?|领导(?!小组)|来宾|朋友们?|女士|先生|乡亲们?|同事|同学们?|战友们?|老师们?|大家|各位)[^。；]{0,12}[:：!！]$/
const ADDRESSEE = /^[^。；！？]{2,400}[:：]$/
const BODIES =
  /各|政府|党委|党组|[局委办厅部院校站所会]|公司|单位|机构|集团|代表|银行|街道|乡镇|兵团|企业|煤矿|大学|小组|同志|中心|工会/
/** 李书记：, 县长： — a person, whom no paper should be sent to. */
const PERSON = /(?:书记|[省市县区州镇乡]长|主任|主席)[:：]$/
/** What ends in a colon, too, and addresses nobody. */
const LEAD_IN = /^(?:为|根据|依据|按照|现将|经[^济开信])|(?:如下|以下[^、，]{0,10}|下列[^、，]{0,10})[:：]$/
/** 一、, （一）, 1.; but 四川省 and 三亚市 are names. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(\d])/
/** The beginning of a numbered paragraph; 3.5 and （2024年） are none. */
const NUMBERED_ALONE =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,4}[章节条]|\d{1,2}[.．、](?!\d))/
/** 主送机关 whose colon was forgotten, above a paragraph. */
const BARE_ADDRESSEE =
  /^(?:各[一-龥、，,；;（）()]{2,160}|(?!附)[一-龥、，,；;]{2,40})(?:政府|党委|党组|[局委办厅部院校会站所]|部门|公司|单位|机构|组织|街道|乡镇|企业)[，,。.、；;]?$/
/** 现就有关事项通知如下。 */
const LEADS_ON = /(?:如下|以下[^、，。]{0,10})[:：。]$/
const NOTE =
  /^[（(](?:此件|本文有删减|联系人|共印|信息公开|公开方式|主动公开|依申请公开|不予公开)[^）)]{0,60}[)）]?$|^（此页无正文）$/
const ATTACHMENT_LIST = /^附(?:件|表)?\s*[:：]/
const ATTACHMENT = /^附\s*(?:件|表|录|图)?\s*[\d一二三四五六七八九十]{0,3}\s*(?:[:：].{0,60})?$/
const IMPRINT =
  /^(?:抄送|主送|抄报|印发机关|主题词)[:：]|^.{2,30}(?:办公室|办公厅|秘书处|综合科)[\s　]*(?:\d{4}年\d{1,2}月\d{1,2}日)[\s　]*印发?$/
const SIGNATURE = /^[^。；，：！？]{2,60}$/
const FORWARDING =
  /(?:现予?以?|现将.{2,80}|请?)(?:印发|转发|批转|公布|下发|发布)(?:给你们|给你|你们|如下|施行)?[，。,]|印发给你们|转发给你们|现予(?:印发|公布|发布)|现(?:印发|转发)/
const FORWARDING_TITLE = /(?:印发|转发|批转|公布|发布)/
/** Page numbers and lines of a table of contents, left behind by a conversion. */
const FURNITURE = /^(?:[—–－-]\s*\d{1,4}\s*[—–－-]|目\s*录|.{0,60}(?:\.{4,}|…{2,}|·{4,})\s*\d{0,4})$/
const CONTENTS = /^目\s*录$/
/** Below 目录, what leads to a page number may be blank. */
const ENTRY = /(?:[\t…·.．]|[ \u3000]{2})[ \u3000]*\d{1,4}$/
/** Without any of this a line is none of it, and that is seen faster. */
const MAY_BE_FURNITURE = /^[—–－\-目]|\.{4}|…{2}|·{4}/
/** Headings in a table of contents are short, too, but for their page numbers. UTF-16 units. */
const ENTRY_MAX = 100
/** A title line is short and is not a sentence. UTF-16 units. */
const TITLE_MAX = 64
/** How many paragraphs may precede the body. */
const HEAD = 24

/** A line with white space that serves layout removed: 几 个 问 题 的 通 知 → 几个问题的通知. */
export const squeeze = (line: string): string => line.replace(/[\s\u3000\u00a0]+/g, '')

/** 2.名称, 二、名称: an item of 附件说明 below its first. */
const LISTED = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.．、]/

/** Does 附件说明 go on in this line: an item, or the rest of a name that is broken over lines? */
export const listed = (flat: string, next: string): boolean =>
  LISTED.test(flat) ||
  (LISTED.test(next) && SIGNATURE.test(flat)) ||
  (!isDate(next) && !isDate(flat) && /(?:[表册单案料图书稿]|细则|办法|标准|[)）])$/.test(flat) && SIGNATURE.test(flat))

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

/**
 * Cuts a document into its parts, in order. Paragraphs of the body (headings, tables) come as one part each, so that what lies between them does not count.
 * A circulated document (印发, 转发 with the text itself below) gives one `wrapper` part followed by the parts of the document inside it.
 */
export function partsOf(text: string, blocks: readonly Block[]): Part[] {
  const lines: Line[] = []
  let listing = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind === 'code') continue
    const line = text.slice(block.start, Math.min(block.end, block.start + 500)).trim()
    const furniture = MAY_BE_FURNITURE.test(line) && FURNITURE.test(line)
    listing = furniture ? listing || CONTENTS.test(line) : listing && line.length <= ENTRY_MAX && ENTRY.test(line)
    if (!furniture && !listing) lines.push(new Line(block, line))
  }
  return cut(lines, 0, true)
}

class Line {
  readonly block: Block
  readonly text: string
  #flat: string | undefined
  constructor(block: Block, text: string) {
    this.block = block
    this.text = text
  }
  /** Without layout white space. Many lines are asked for it many times. */
  get flat(): string {
    return (this.#flat ??= squeeze(this.text))
  }
}

const part = (kind: PartKind, { block }: Line): Part => ({ kind, start: block.start, end: block.end })

function cut(lines: readonly Line[], from: number, mayWrap: boolean): Part[] {
  const parts: Part[] = []
  let i = head(lines, from, parts)
  const wrapped = mayWrap ? insideOf(lines, i, parts) : undefined
  if (wrapped !== undefined) {
    const wrapper: Part = { kind: 'wrapper', start: lines[i]!.block.start, end: lines[wrapped - 1]!.block.end }
    return [...parts, wrapper, ...cut(lines, wrapped, false)]
  }
  const end = bodyEnd(lines, i)
  for (; i < end; i++) parts.push(part(i < from + HEAD && NUMBER.test(lines[i]!.text) ? 'number' : 'body', lines[i]!))
  tail(lines, end, parts)
  return parts
}

/** Everything above the body; returns the index of the body's first line. */
function head(lines: readonly Line[], from: number, parts: Part[]): number {
  let i = from
  let title = false
  let previous: PartKind | undefined
  /** Cells are not counted: forms have many. */
  let cells = 0
  const take = (kind: PartKind) => {
    parts.push(part(kind, lines[i]!))
    previous = kind
  }
  for (; i < lines.length && i < from + HEAD + cells; i++) {
    const { text, block, flat } = lines[i]!
    if (block.kind === 'cell') {
      const below = tableEnd(lines, i)
      if ((title && isComplete(lines, parts)) || !headsPaper(lines, i, below)) break
      // What passed for the title above it, as 县水利局 does, is part of the head.
      if (title) toMasthead(parts)
      const own = titleCells(lines, i, below)
      const form = lines.slice(i, below).some((line) => FORM.test(line.flat))
      title = false
      cells += below - i
      for (; i < below; i++) {
        const inTitle: boolean = i >= own
        take(!form && NUMBER.test(lines[i]!.flat) ? 'number' : inTitle ? 'title' : 'masthead')
        title ||= inTitle
      }
      i--
      continue
    }
    if (block.kind === 'heading' && block.level === 1 && !title && flat.length <= 120) {
      take('title')
      title = true
    } else if (title && isBoxed(lines[i]!)) {
      // A box is anchored anywhere; the title goes on around it.
      if (!inMasthead(lines[i]!)) break
      parts.push(part(NUMBER.test(flat) ? 'number' : 'masthead', lines[i]!))
    } else if (!title && LABEL.test(flat) && lines[i + 1] && isTitleLine(lines[i + 1]!.flat, lines[i + 1]!.text))
      take('masthead')
    else if (NUMBER.test(flat) || ORDER_NUMBER.test(flat)) take('number')
    else if (SALUTATION.test(text)) {
      take('salutation')
      i++
      break
    } else if (
      (ADDRESSEE.test(text) &&
        (BODIES.test(text) || PERSON.test(text)) &&
        !NUMBERED.test(text) &&
        !LEAD_IN.test(text)) ||
      (title && forgotColon(lines, i, previous, parts))
    ) {
      take('addressee')
      i++
      break
    } else if (title && isDate(flat)) take('byline')
    // Above the title anything of the masthead may stand; below it only what a web page adds.
    else if (MASTHEAD.test(text) && !(title && /(?:征求意见稿|文件)/.test(text))) take('masthead')
    else if (
      (title || (/[长记任席]/.test(text) && SALUTATION.test(lines[i + 1]?.text ?? ''))) &&
      isByline(text) &&
      lines.length > i + 1
    )
      take('byline')
    else if (
      isTitleLine(flat, text) &&
      (previous === undefined ||
        previous === 'masthead' ||
        previous === 'number' ||
        (previous === 'title' && !endsTitle(parts, lines, i)))
    ) {
      // After its 发文字号 a document that already has a title goes on with its addressee.
      if (previous === 'number' && title) {
        if (isComplete(lines, parts)) break
        // 县人民政府办公室 above the number is the head of its paper; the title begins here.
        toMasthead(parts)
      }
      take('title')
      title = true
    } else break
  }
  for (; i < lines.length && isBoxed(lines[i]!) && inMasthead(lines[i]!); i++) take('masthead')
  return i
}

/** 附件1, above the title of a draft that will be one. */
const LABEL = /^附(?:件|表|录)[\d一二三四五六七八九十]{0,3}[:：]?$/
const isBoxed = ({ block }: Line): boolean => block.label.startsWith('文本框')
const inMasthead = ({ flat, text }: Line): boolean => NUMBER.test(flat) || MASTHEAD.test(text)

function toMasthead(parts: Part[]): void {
  for (const [k, part] of parts.entries()) if (part.kind === 'title') parts[k] = { ...part, kind: 'masthead' }
}

/** The index after the tables that begin with cell `i`. */
function tableEnd(lines: readonly Line[], i: number): number {
  let end = i
  while (end < lines.length && lines[end]!.block.kind === 'cell') end++
  return end
}

/** Cells of a form that is filled in where a paper arrives. */
const FORM = /^(?:[收来]文|登记|拟办|(?:领导)?(?:批示|批办|阅示)|承办|传阅|签收)/
/** 12, 3.5%, 18万元: no head has figures but 份号. */
const FIGURE = /^(?!\d{6}$)[\d.,，]+[%％]?[一-龥]{0,3}$/
/** No table above a title has more cells. */
const HEAD_CELLS = 80
/** Lines between such a table and the title: numbers, 密级. */
const TITLE_BELOW = 6

const opensText = ({ text }: Line): boolean =>
  SALUTATION.test(text) || (ADDRESSEE.test(text) && BODIES.test(text) && !NUMBERED.test(text) && !LEAD_IN.test(text))

/** Where the title begins that the last cells of the tables `[i, end)` hold, above the text or above who speaks and when; `end` where they hold none. */
function titleCells(lines: readonly Line[], i: number, end: number): number {
  let below = end
  while (below < lines.length && below < end + 3 && isByline(lines[below]!.text)) below++
  if (!lines[below] || !opensText(lines[below]!)) return end
  for (let from = Math.max(i, end - 3); from < end; from++) if (titleIn(lines, from, end)) return from
  return end
}

/** Do the cells from `i` on hold a whole title, and nothing else? */
function titleIn(lines: readonly Line[], i: number, end: number): boolean {
  const own = lines.slice(i, end)
  return (
    TITLE_END.test(own.at(-1)!.flat) &&
    own.every(({ flat, text }) => isTitleLine(flat, text) && !NUMBER.test(flat) && !MASTHEAD.test(text))
  )
}

/**
 * Do the tables `[i, end)` stand above a paper's title, as its red head (a frame that nobody sees) or as a form? Then a title follows, or the end of
 * the table is one, and the text begins. A table of figures has words like a title below it, too, but hardly a whole one.
 */
function headsPaper(lines: readonly Line[], i: number, end: number): boolean {
  if (end - i > HEAD_CELLS || end >= lines.length) return false
  const cells = lines.slice(i, end)
  if (cells.some(({ text }) => text.length > 120)) return false
  const red = cells.some(({ flat, text }) => NUMBER.test(flat) || MASTHEAD.test(text) || flat === '文件')
  const form = cells.some(({ flat }) => FORM.test(flat))
  if (titleCells(lines, i, end) < end) return true
  if (!red && !form && (cells.length > 12 || cells.some(({ flat }) => FIGURE.test(flat)))) return false
  let titled = false
  for (const { flat, text } of lines.slice(end, end + TITLE_BELOW)) {
    if (!titled && (NUMBER.test(flat) || ORDER_NUMBER.test(flat) || MASTHEAD.test(text))) continue
    if (!isTitleLine(flat, text)) return titled && red
    titled = true
    if (TITLE_END.test(flat)) return true
  }
  return false
}

/**
 * Below a complete title or its 发文字号, and above a paragraph of prose: what stands there names those it is sent to. Below the title of
 * a report or of any material it may be who wrote it.
 */
function forgotColon(
  lines: readonly Line[],
  i: number,
  previous: PartKind | undefined,
  parts: readonly Part[],
): boolean {
  const next = lines[i + 1]?.text ?? ''
  const line = lines[i]!.flat
  if (
    !BARE_ADDRESSEE.test(line) ||
    !(previous === 'number' || (previous === 'title' && endsTitle(parts, lines, i))) ||
    (next.length < 12 && !LEADS_ON.test(next)) ||
    !/[，。：:]/.test(next) ||
    NUMBERED.test(next)
  )
    return false
  if (line.startsWith('各')) return true
  const titles = parts.filter(({ kind }) => kind === 'title')
  const title = titles.map(({ start }) => lines.find(({ block }) => block.start === start)?.flat ?? '').join('')
  return (
    !title.includes(line) &&
    (/(?:请示|函|批复|通知)$/.test(title) || (/报告$/.test(title) && /^[县市省区州][^局]*(?:委|政府)/.test(line)))
  )
}

/** The 文种 that ends a title. */
export const TITLE_END =
  /(?:通知|意见|决定|决议|公告|通告|通报|报告|请示|批复|复函|函|纪要|令|议案|公报|讲话|发言|致辞|方案|规划|计划|办法|细则|规定|要点|总结|措施|汇报|主持词|答复|演讲|条例|指南|预案|规则|制度|清单|简报|提纲|议程|日程)(?:[（(].{1,20}[)）])?$/

/** Is the title, as collected so far, complete? Its last line says so by its 文种. */
function endsTitle(parts: readonly Part[], lines: readonly Line[], before: number): boolean {
  const last = lines[before - 1]!
  return parts.at(-1)?.start === last.block.start && TITLE_END.test(last.flat) && !/^[（(]/.test(lines[before]!.flat)
}

/** Does one of the lines above that pass for a title say what kind of document it is? */
const isComplete = (lines: readonly Line[], parts: readonly Part[]): boolean =>
  parts.some(
    ({ kind, start }) =>
      kind === 'title' && TITLE_END.test(lines.find(({ block }) => block.start === start)?.flat ?? ''),
  )

function isTitleLine(flat: string, text: string): boolean {
  if (flat.length < 2 || flat.length > TITLE_MAX || /[。；！？，,;]$/.test(flat) || /[。；]/.test(flat)) return false
  if (
    /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]|第[一二三四五六七八九十]+[章节条]|\d+[.．、]|目录$|附件|前言$|引言$)/.test(
      flat,
    )
  )
    return false
  // Titles hardly ever hold a comma; the first line of a paragraph cut at a fixed width does.
  if (/，/.test(flat) && !/——/.test(flat) && !TITLE_END.test(flat)) return false
  return !/[:：]$/.test(text)
}

/**
 * Where the document inside a 印发 or 转发 notice begins: after the sentence that circulates it, its 附件说明, signature, date and note.
 * Undefined where nothing is circulated, or nothing of substance follows.
 */
function insideOf(lines: readonly Line[], body: number, parts: readonly Part[]): number | undefined {
  const titled = parts.some(
    (p) => p.kind === 'title' && lines.some((l) => l.block.start === p.start && FORWARDING_TITLE.test(l.flat)),
  )
  const hasTitle = parts.some((p) => p.kind === 'title')
  for (let i = body; i < lines.length && i < body + 6; i++) {
    const { text } = lines[i]!
    if (!FORWARDING.test(text) || (hasTitle && !titled && !/印发给你们|转发给你们/.test(text))) continue
    let next = i + 1
    let dated = false
    while (next < lines.length && next <= i + 20) {
      const line = lines[next]!.flat
      if (isDate(line)) dated = true
      else if (
        dated
          ? !(NOTE.test(line) || ATTACHMENT.test(line))
          : !(
              NOTE.test(line) ||
              ATTACHMENT_LIST.test(line) ||
              (SIGNATURE.test(line) && signed(lines, next)) ||
              (line.length < 60 && circulates(line))
            )
      )
        break
      next++
    }
    while (next < lines.length && ATTACHMENT.test(lines[next]!.flat)) next++
    // What it passes on stands elsewhere: here it goes on with words of its own.
    if (!dated && ADDS_ITS_OWN.test(text)) return undefined
    const rest = lines.length - next
    const length = rest > 0 ? lines.at(-1)!.block.end - lines[next]!.block.start : 0
    return (dated || titled) && length >= 200 ? next : undefined
  }
  return undefined
}

/** 现将…转发给你们，并结合我镇实际提出以下意见. */
const ADDS_ITS_OWN = /(?:提出|作出|明确|补充|强调)[^。]{0,8}(?:以下|如下)|(?:要求|意见|事项)[^。]{0,4}如下/
const circulates = (line: string) => /贯彻执行|组织实施|认真落实|特此通知|遵照执行/.test(line)
/** Does a date follow within three lines? Then this short line signs. */
function signed(lines: readonly Line[], i: number): boolean {
  // A joint document may be signed by a dozen bodies, each on its line.
  for (let next = i + 1; next < lines.length && next <= i + 14; next++) {
    const line = lines[next]!.flat
    if (isDate(line)) return true
    if (next > i + 3 && !SIGNATURE.test(line)) return false
  }
  return false
}

/** The index after the body's last line: signature and date, 附件, 附注 and 版记 end it. */
function bodyEnd(lines: readonly Line[], from: number): number {
  // A list of contents names the attachments too, before anything was said.
  let said = 0
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    const { text, block } = line
    if (text.includes('。')) said++
    if (block.kind === 'cell' || text.length > 200) continue
    const { flat } = line
    // The date of 成文 stands in the last lines, or is followed by an attachment; a date line inside a table of contents or a list is neither.
    if (isDate(flat) && i > from && (signsAt(lines, i, from) || isLast(lines, i))) {
      let start = i
      while (
        start > from + 1 &&
        i - start < 3 &&
        SIGNATURE.test(lines[start - 1]!.flat) &&
        !NUMBERED.test(lines[start - 1]!.text)
      )
        start--
      while (start > from && ATTACHMENT_LIST.test(lines[start - 1]!.flat)) start--
      const list = attachmentList(lines, from, start)
      return list ?? start
    }
    if (
      i > from &&
      (IMPRINT.test(text) ||
        (said > 0 && ATTACHMENT.test(flat) && flat.length < 40 && isolated(text)) ||
        (NOTE.test(flat) && isLast(lines, i)))
    )
      return i
    if (i > from && ATTACHMENT_LIST.test(flat) && signed(lines, i)) return i
  }
  return lines.length
}

/** 附件：1.… 2.… may take several lines above the signature. */
function attachmentList(lines: readonly Line[], from: number, end: number): number | undefined {
  for (let i = end - 1; i > from && i >= end - 12; i--) if (ATTACHMENT_LIST.test(lines[i]!.flat)) return i
  return undefined
}

const isolated = (text: string) => !/[，。；]/.test(text)
const isLast = (lines: readonly Line[], i: number) => i >= lines.length - 4

/** A short line above the date that names who signs. */
function signsAt(lines: readonly Line[], i: number, from: number): boolean {
  if (i - 1 <= from) return false
  const above = lines[i - 1]!.flat
  return (
    SIGNATURE.test(above) &&
    above.length <= 60 &&
    /[局委办厅部院校会府室组司处队]$|政府|书记|[县市区]长|公司|中心/.test(above)
  )
}

function tail(lines: readonly Line[], from: number, parts: Part[]): void {
  let attached = false
  let listing = false
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!
    const { flat } = line
    const kind: PartKind = IMPRINT.test(line.text)
      ? 'imprint'
      : attached
        ? 'attachment'
        : isDate(flat)
          ? 'date'
          : NOTE.test(flat)
            ? 'note'
            : (ATTACHMENT_LIST.test(flat) || (listing && listed(flat, lines[i + 1]?.flat ?? ''))) && signed(lines, i)
              ? 'attachment'
              : ATTACHMENT.test(flat) || parts.at(-1)?.kind === 'date' || parts.at(-1)?.kind === 'note'
                ? 'attachment'
                : SIGNATURE.test(flat)
                  ? 'signature'
                  : 'attachment'
    listing = kind === 'attachment'
    if (listing && !signed(lines, i)) attached = true
    parts.push(part(kind, line))
  }
}
