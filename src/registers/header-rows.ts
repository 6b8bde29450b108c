/** Where the header of a table is: one row, or two or three of which the upper ones stand over groups of columns. */
import { type RegisterHint, type RegisterKind, registerKinds, type Sheet } from '../core.ts'
import { firstFilled, MAX_COLUMNS, rowOf, TICK } from './cells.ts'
import { counting } from './group-counts.ts'
import { FEWEST_MONTHS, type Fit, fit as fitTo, type Holding, headerName, MONTHLY, unnumbered } from './headers.ts'
import { itemTypeOf } from './item-types.ts'
import { KINDS } from './kinds.ts'
import { isAboutStatistics } from './reporting.ts'
import { captionOf, headsMonths, officeHeading } from './row-headings.ts'
import { dayOf, isBlank, lastMonthReached, monthNamed, NOT_REPORTED, numberOf } from './values.ts'

export interface Header {
  /** Index of its first row, and of the first row below it. */
  readonly row: number
  readonly below: number
  /** What is compared: of several rows the upper name before the lower ones. */
  readonly names: readonly string[]
  readonly fit: Fit
}

/** Rows of one header. */
const MOST_LINES = 3
/** Rows among which a header is looked for. */
const SEARCHED = 12

/**
 * The best header of a sheet from row `from` on. `about`: names of file and sheet, which speak for a kind. Undefined where nothing like a header is there.
 */
export function findHeader(sheet: Sheet, from: number, about: string, hint: RegisterHint): Header | undefined {
  let best: Header | undefined
  let title = about
  let headed: boolean | undefined
  // Looked for only where nothing but the month is wanting: that reads the whole sheet.
  const byMonths = () => (headed ??= headsMonths(sheet, from, sheet.length))
  const last = Math.min(sheet.length, from + SEARCHED)
  const holding = columnsOf(sheet)
  for (let row = from; row < last; row++) {
    // What is plainly a header is not given up for that of a further table below.
    if (best && row > best.row && isPlain(best.fit)) break
    const cells = rowOf(sheet, row)
    const said = [...new Set(cells.filter((text) => text !== ''))]
    // A title that is merged over the whole table stands in every cell of its row.
    if (said.length < 2 || isCaption(said)) {
      title += ` ${said.join(' ')}`
      continue
    }
    best = headerAt(sheet, row, title, hint, holding, byMonths, best)
  }
  return best
}

/** The best header that begins in `row`, or what was found above, where that is better. */
function headerAt(
  sheet: Sheet,
  row: number,
  title: string,
  hint: RegisterHint,
  holding: (below: number) => (column: number) => Holding,
  byMonths: () => boolean,
  found?: Header,
): Header | undefined {
  let best = found
  let names = rowOf(sheet, row).map(headerName)
  let lowest = names
  const most = linesAt(sheet, row)
  // What columns hold stands below all of them.
  const held = holding(row + most)
  for (let lines = 1; lines <= most; lines++) {
    let inner: readonly string[] | undefined
    if (lines > 1) {
      const last = row + lines - 1
      names = joined(names, sheet, last)
      // 2026年控制数及执行情况, above 发文 | 会议 above 控制数 | 已用, says nothing that the title does not.
      if (lines > 2) inner = joined(lowest, sheet, last)
      lowest = lowered(lowest, sheet, last)
    }
    // 事项 above 实施单位 and 事项名称 only says what they are about.
    for (const tried of inner ? [names, inner, lowest] : lines > 1 ? [names, lowest] : [names]) {
      const fitted = bestFit(tried, title, hint, held, byMonths)
      // A row of names under names is no entry: what the upper row alone says as well is said by both.
      if (
        fitted &&
        (!best ||
          better(fitted, best.fit) ||
          (lines > 1 &&
            best.row === row &&
            best.below < row + lines &&
            unsaid(fitted) <= unsaid(best.fit) &&
            fitted.telling === best.fit.telling))
      )
        best = { row, below: row + lines, names: tried, fit: fitted }
    }
  }
  return best
}

const isPlain = (fit: Fit) => fit.telling && fit.score >= PLAIN && unsaid(fit) === 0
const PLAIN = 6

/** Where a further table of a sheet begins. */
export interface Beginning {
  readonly row: number
  /** Undefined where no register can be made of what stands there. */
  readonly header: Header | undefined
  /** First of the rows that stand over it: 二、会议月度统计. */
  readonly above: number
}

/**
 * Where the next table of the sheet begins: a row that begins like the header of the one before, and goes on with other names of which a register can be
 * made; or a row of names below an empty row or a title of its own.
 */
export function nextTable(
  sheet: Sheet,
  { row, below }: Pick<Header, 'row' | 'below'>,
  about: string,
  hint: RegisterHint,
): Beginning | undefined {
  const own = rowOf(sheet, row)
  const first = own.findIndex((text) => text !== '')
  const holding = columnsOf(sheet)
  for (let next = below; next < sheet.length; next++) {
    if (first >= 0 && sheet.text(next, first).trim() === own[first]) {
      const cells = rowOf(sheet, next)
      const same = cells.every((text, column) => text === (own[column] ?? ''))
      // The same names once more are those of a further page, unless they are said to be about another thing.
      if (same && !isOfAnotherThing(sheet, row, next)) continue
      const names = cells.map(headerName)
      const fit = bestFit(names, about, hint, holding(next + 1))
      if (fit && (fit.perMonth || fit.columns.size >= FEWEST_COLUMNS) && unsaid(fit) === 0)
        return { row: next, header: { row: next, below: next + 1, names, fit }, above: same ? next - 1 : next }
    }
    // Empty lines may not have become rows.
    const apart = isApart(sheet, next - 1) || sheet.line(next) > sheet.line(next - 1) + 1
    if (next === below || !apart || !isRowOfNames(sheet, next)) continue
    let above = next
    while (above > below && isApart(sheet, above - 1)) above--
    const title = Array.from({ length: next - above }, (_, i) => firstFilled(sheet, above + i)).join(' ')
    const header = headerAt(sheet, next, `${about} ${title}`, hint, holding, () =>
      headsMonths(sheet, next, sheet.length),
    )
    return { row: next, header, above }
  }
  return undefined
}

/** Do two headers that are the same stand below 表一　发文 and 表二　会议, or 发文统计 and 会议统计? */
function isOfAnotherThing(sheet: Sheet, row: number, next: number): boolean {
  const caption = captionOf(sheet, next)
  if (caption !== '') return caption !== captionOf(sheet, row)
  if (row === 0 || !isApart(sheet, next - 1) || !isApart(sheet, row - 1)) return false
  const [type, own] = [next, row].map((header) => itemTypeOf(firstFilled(sheet, header - 1)))
  return type !== undefined && own !== undefined && type !== own
}

/** Is the row empty, or does it hold one thing alone? */
function isApart(sheet: Sheet, row: number): boolean {
  let only = ''
  for (let column = 0; column < Math.min(sheet.width(row), MAX_COLUMNS); column++) {
    const text = sheet.text(row, column).trim()
    if (text === '' || text === only) continue
    if (only !== '') return false
    only = text
  }
  return true
}

/** Is it a header of some table, whether a register or not: names that stand above columns, and nothing that stands below them? */
function isRowOfNames(sheet: Sheet, row: number): boolean {
  const names = new Set(rowOf(sheet, row).filter((text) => text !== ''))
  if (names.size < 2) return false
  let [known, sure] = [0, false]
  for (const name of names) {
    if (name.length > LONGEST_NAME || dayOf(name) !== undefined || numberOf(name) !== undefined) return false
    const read = headerName(name)
    if (!isColumnName(read)) continue
    known++
    sure ||= !MAY_BE_SAID.test(read)
  }
  return (sure && known >= 2 && known * 2 >= names.size) || standsOverFigures(sheet, row)
}

/** Below 三、走访慰问: words that are all different, and figures right below most of them. */
function standsOverFigures(sheet: Sheet, row: number): boolean {
  const names = rowOf(sheet, row).filter((text) => text !== '')
  if (names.length < FEWEST_COLUMNS || new Set(names).size < names.length) return false
  if (officeHeading(names[0]!) !== undefined || names.some((name) => NOT_REPORTED.test(name))) return false
  if (!NUMBERED_TITLE.test(firstFilled(sheet, row - 1)) || row + 1 >= sheet.length) return false
  const figures = rowOf(sheet, row).filter(
    (name, column) => name !== '' && /^[\d.,]+$/.test(sheet.text(row + 1, column).trim()),
  )
  return figures.length * 2 > names.length
}
const NUMBERED_TITLE = /^(?:附?表\s?[一二三四五六七八九十\d]|[一二三四五六七八九十]、)/
const LONGEST_NAME = 24

/** What may as well stand in a cell below 类别, 性质, 类型. */
const MAY_BE_SAID =
  /^(?:发文|文件|公文|会议|开会|督查|督导|检查|考核|督查检查|督查检查考核|检查考核|临时|长期|常设|乡镇|镇街|县直单位|小程序|公众号|APP|应用程序|说明)$/i

/** Names of columns in tables that are no registers. */
const OTHER_NAME =
  /^(?:序号|原因|理由|电话|联系电话|手机号?码?|联系人|联络员|金额|地点|地址|内容|措施|问题|人数|户数|比例|排名|得分|分数|责任人)$/

const isColumnName = (name: string): boolean =>
  OTHER_NAME.test(name) ||
  MONTHLY.test(name) ||
  registerKinds.some((kind) =>
    Object.values(KINDS[kind].fields).some(
      ({ names, weak, wordy }) => names.some((one) => one.test(name)) || weak?.test(name) || wordy?.test(name),
    ),
  )
const FEWEST_COLUMNS = 3

const better = (a: Fit, b: Fit) => {
  const [lacking, less] = [unsaid(a), unsaid(b)]
  return lacking !== less && a.telling === b.telling ? lacking < less : a.score > b.score
}

/** How many fields nothing says: no column, nor, where each month has its own, what stands above that. */
const unsaid = ({ kind, lacking, perMonth, ofPeople }: Fit): number =>
  // Whose people they are a title may say: who is in which group is told of nothing else.
  ofPeople
    ? lacking.filter((field) => field !== 'unit').length
    : perMonth
      ? lacking.filter((field) => field !== 'month' && field !== KINDS[kind].oneOf?.[0]).length
      : lacking.length

/** What is said of a group, not of who is in it. */
const OF_GROUPS = /^群?(?:性质|类型|类别)$|建群(?:时间|日期)|解散|群主|用途|任务/

/** How much a column for each month speaks for monthly figures. */
const WIDE = 6
/** How much a name of file, sheet or title speaks for a kind. */
const NAMED = 2

/** Does a table say how many there are so far: 1—3月累计, with 本月 beside it or alone? Then its title tells the month. */
export const addsUp = (columns: ReadonlyMap<string, number>): boolean =>
  [...columns.keys()].some((field) => field.endsWith('SoFar'))

/** 单位 | 发文 | 会议, of 1—8月: all of them are of the year so far. */
function summed(columns: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [field, column] of columns) {
    const soFar = SO_FAR[field]
    // What is said to be so far, beside it, is of something else.
    if (soFar === undefined || columns.has(soFar)) sums.set(field, column)
    else sums.set(soFar, column)
  }
  return addsUp(sums) ? sums : columns
}
const SO_FAR: Readonly<Record<string, string>> = {
  documents: 'documentsSoFar',
  meetings: 'meetingsSoFar',
  inspections: 'inspectionsSoFar',
  total: 'totalSoFar',
}

/** 下半年工作计划事项, and nothing of filing: what is to come, not what was. */
const PLAN_BY_NAME = /计划(?:表|事项|安排|清单|(?=[（(]|$| ))(?![^ ]*(?:登记|办理|执行|开展|完成|落实))/
/** 计划外会议审批表. */
export const ASKED = /审批|报批|申请/
const FILED = /报备|备案|审批|批准|办理/
const PLAINLY = 4
/** As much as a column of months. */
const MONTH_COLUMN = 3

/** Rows below a header that show what its columns hold, and how many of them make a column of words. */
const SHOWING = 20
const MOSTLY = 0.8
/** Of a header above row `below`: what its columns hold. Looked at once each. */
function columnsOf(sheet: Sheet): (below: number) => (column: number) => Holding {
  const known = new Map<string, Holding>()
  return (below) => (column) => {
    const key = `${below} ${column}`
    if (known.has(key)) return known.get(key)
    let [words, ticks, numbers, filled] = [0, 0, 0, 0]
    for (let row = below; row < Math.min(sheet.length, below + SHOWING); row++) {
      const text = sheet.text(row, column).trim()
      if (isBlank(text)) continue
      filled++
      if (TICK.test(text)) ticks++
      else if (WORDS.test(text)) words++
      else if (/^\d{1,4}$/.test(text)) numbers++
    }
    const found: Holding =
      ticks > 0 && ticks === filled
        ? 'ticks'
        : words + ticks > 0 && words + ticks >= filled * MOSTLY
          ? 'words'
          : numbers > 0 && numbers === filled
            ? 'numbers'
            : undefined
    known.set(key, found)
    return found
  }
}
/** 全县组织部长会议, 计划内, 是; not 约10, 十二件, 若干, nor a slip of the pen, nor #REF!. */
const WORDS = /^(?!#[A-Z])[^\d〇零一二三四五六七八九十百]{4,}|[^\d]{10,}|^(?:年度)?计划[内外]|^[是否√×✓]$/

function bestFit(
  names: readonly string[],
  about: string,
  hint: RegisterHint,
  holding: (column: number) => Holding,
  byMonths = () => false,
): Fit | undefined {
  const kinds: readonly RegisterKind[] = hint.kind ? [hint.kind] : registerKinds
  let best: Fit | undefined
  for (const kind of kinds) {
    // 被检查企业, 检查事项, 备案号: what was held, not who was visited.
    if (kind === 'visits' && !hint.kind && names.some((name) => FILED.test(name)) && names.includes('检查事项'))
      continue
    // 上年同期 | 本期数: what was, not what is planned.
    if (kind === 'plan' && !hint.kind && names.some((name) => COMPARES.test(name))) continue
    // 全国文明城市创建: campaigns are no items, unless it is told how they were filed.
    if (kind === 'items' && !hint.kind && CAMPAIGNS.test(about) && !names.some((name) => /[报备]备|备案/.test(name)))
      continue
    // 备案编号 of apps and accounts is none of a meeting.
    if (kind === 'items' && !hint.kind && KINDS.apps.names.test(about) && !ITEMS.test(about)) continue
    // 发文登记簿 tells when a document was entered, not when it came.
    if (kind === 'superiors' && !hint.kind && ISSUED.test(about) && !RECEIVED.test(about)) continue
    const sole = kind === 'monthly' ? ofSoleMonth(names) : undefined
    const read =
      sole ?? (kind === 'members' ? unnumbered(names) : kind === 'groups' ? counting(names, about, holding) : names)
    const found = fitTo(kind, read, hint.columns, holding)
    const counted = kind === 'monthly' && !sole ? names.flatMap((name) => MONTHLY.exec(name)?.[2] ?? []) : []
    const months = counted.length
    const isTicked = names.some((name, i) => MONTHLY.test(name) && holding(i) === 'ticks')
    const wide =
      months >= FEWEST_MONTHS &&
      (!isTicked || (kind === 'monthly' && isAboutStatistics(about))) &&
      !names.some((name) => /^\d{1,4}$/.test(name))
    // 会议名称 | 1月 | 2月, and ticks: when each is to be held.
    const scheduled = kind === 'plan' && isTicked && found.columns.has('title')
    if (found.columns.size < (hint.kind || wide || scheduled ? 1 : 2)) continue
    // 计划外会议审批表: who asked for what, and what was said to it.
    if (kind === 'plan' && !hint.kind && ASKED.test(about) && names.some((name) => /审批|批准|批复/.test(name)))
      continue
    const named = KINDS[kind].names.test(about)
    // Who uses which app, in a sweep that leaves their registration to another register; 系统名称 alone may be of anything.
    const isUnlike =
      kind === 'apps' &&
      !found.columns.has('registration') &&
      !named &&
      !KINDS.apps.names.test(names[found.columns.get('name') ?? -1] ?? '')
    if (isUnlike && !hint.kind) continue
    // 保留, where apps and accounts were counted: of groups only where a name says so.
    const keptOnly =
      kind === 'groups' && !named && !found.columns.has('name') && isKept(names[found.columns.get('count') ?? -1])
    if (keptOnly && !hint.kind) continue
    const { lacking } = found
    // 1月份统计表: the title says for all rows what a column would.
    const oneMonth =
      kind === 'monthly' &&
      !wide &&
      found.lacking.includes('month') &&
      (monthNamed(about) !== '' ||
        (addsUp(found.columns) && lastMonthReached(about) !== undefined) ||
        (found.lacking.length === 1 && byMonths()))
    const isSum =
      kind === 'monthly' && !wide && found.lacking.join() === 'month' && lastMonthReached(about) !== undefined
    const columns = isSum && !oneMonth && !byMonths() ? summed(found.columns) : found.columns
    const fitted: Fit = {
      ...found,
      columns,
      lacking: oneMonth || columns !== found.columns ? lacking.filter((field) => field !== 'month') : lacking,
      score:
        found.score +
        (named ? NAMED : 0) +
        (kind === 'plan' && PLAN_BY_NAME.test(about) && !names.some((name) => FILED.test(name)) ? PLAINLY : 0) +
        (oneMonth || scheduled ? MONTH_COLUMN : 0) +
        (wide ? WIDE + months + fitTo(kind, counted).columns.size : 0),
      telling: found.telling || named || wide || oneMonth || scheduled || columns !== found.columns,
      ...(wide && { perMonth: true }),
      ...(kind === 'members' &&
        found.columns.has('person') &&
        found.columns.has('role') &&
        !names.some((name) => OF_GROUPS.test(name)) && { ofPeople: true }),
    }
    if (!best || better(fitted, best)) best = fitted
  }
  return best
}

const COMPARES = /^(?:本|当)(?:期|季度?)/
const CAMPAIGNS = /创建|示范|达标|评比|表彰/
const ITEMS = /发文|文件|会议|督查|检查|考核/
const ISSUED = /发文|制发/
const RECEIVED = /收文|来文|收发|上级/

/** 单位 | 8月发文 | 1—8月累计: all of them are of one month, which the title names, too. Undefined where they are not. */
function ofSoleMonth(names: readonly string[]): readonly string[] | undefined {
  const matches = names.map((name) => MONTHLY.exec(name))
  const months = new Set(matches.flatMap((match) => match?.[1] ?? []))
  if (months.size !== 1) return undefined
  return names.map((name, i) => (matches[i] ? matches[i][2] || '本月' : name))
}

const isKept = (name: string | undefined): boolean =>
  name !== undefined && /^(?:现?保留|现留存|(?:清理|规范)后)/.test(name)

/** How many rows a header that begins at `row` may have. */
function linesAt(sheet: Sheet, row: number): number {
  let lines = 1
  while (lines < MOST_LINES && row + lines < sheet.length && isFurtherRow(sheet, row + lines)) lines++
  return lines
}

/** Is `row` a further row of headers: names only, under cells that are wider than one column or reach down? */
function isFurtherRow(sheet: Sheet, row: number): boolean {
  const upper = rowOf(sheet, row - 1)
  const lower = rowOf(sheet, row)
  if (isNumbering(upper, lower)) return true
  if (lower.some((text) => text !== '' && (dayOf(text) !== undefined || numberOf(text) !== undefined))) return false
  if (lower.some((text) => text.length > 24)) return false
  const under = lower.filter((text, column) => text !== '' && text !== upper[column])
  const wide = lower.some(
    (text, column) =>
      text !== '' && ((upper[column] ?? '') === '' || (column > 0 && upper[column] === upper[column - 1])),
  )
  return under.length >= 2 && wide
}

/** ①②③, or 1, 2, 3, below one name that stands over them all, and nothing else in the row. */
function isNumbering(upper: readonly string[], lower: readonly string[]): boolean {
  const columns = lower.flatMap((text, column) => (text === '' || text === upper[column] ? [] : [column]))
  const [first = 0] = columns
  return (
    columns.length >= FEWEST_NUMBERED &&
    columns.every(
      (column, i) =>
        column === first + i &&
        numberOf(lower[column]!) === i + 1 &&
        (i === 0 || (upper[column] ?? '') === '' || upper[column] === upper[first]),
    ) &&
    (upper[first] ?? '') !== ''
  )
}
const FEWEST_NUMBERED = 2

/**
 * 单位：件, 2026年9月28日; 县住建局办公室, 2025年5月6日; 填报单位：城关镇, 数据截至9月底: a line above the table. Who made a table, and when, is
 * told in no header, whatever stands beside it.
 */
const isCaption = (said: readonly string[]): boolean =>
  (said.some((text) => SAYS.test(text) || DAY.test(text)) &&
    said.every((text) => SAYS.test(text) || DAY.test(text) || KEEPER.test(text))) ||
  (said.length <= MOST_NOTES && said.some((text) => MADE_BY.test(text)) && !said.includes('序号'))
const SAYS = /[:：]/
const DAY =
  /^(?:19|20)\d{2}年(?:度|\d{1,2}月?[-—–~～至到]\d{1,2}月|[上下]半年|第?[一二三四]季度)?$|^[（(]?[一-龥]{0,8}(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:更新|制表|填报|统计|止)?[）)]?$|^[（(]?[一-龥]{0,6}截[至止]到?[^:：]{0,5}\d{1,2}[月./-](?:\d{1,2}日?|[底末初]|[上中下]旬)?[）)]?$/
const MADE_BY =
  /^(?:填[报表写]|制[表作]|编制|[报上]报|报送|统计|登记|汇总|审核|管理)(?:单位|部门|科室|机关|人|日期|时间)(?:[（(][^（()）]{1,6}[）)])?[:：]./
const MOST_NOTES = 4
const KEEPER = /(?:办|办公室|[局委部院乡镇]|中心|公司|学校)$/

/** The lowest names of all: what stands above is left out where something stands below. */
const lowered = (names: readonly string[], sheet: Sheet, row: number): string[] => {
  const lower = rowOf(sheet, row).map(headerName)
  let over = ''
  return Array.from({ length: Math.max(names.length, lower.length) }, (_, i) => {
    // Without merged cells only what is empty above tells how far a name reaches.
    over = names[i] || (lower[i] ? over : '')
    // 小计, below 清理前: not what there is.
    return lower[i] && PAST.test(over) ? over + lower[i] : lower[i] || names[i] || ''
  })
}

const PAST = /^(?:清理|规范|整治|整改|摸排|压减)前|^已(?:清理|解散|注销|关停)|^(?:上年|去年|原有)/

/** What may stand above any columns, and what stands below and says too little alone. */
const GENERAL = /(?:信息|情况|资料|要素)$/
const MONTHS = /^(?:月份|月度|各月|分月)$/
const PROCEDURE = /^(?:备案|登记|报备|审批|批准){2}$/
const COUNTED = /数$|同期|累计|季度|半年|全年|本月|当月/

/** `names`, each over all the columns that it spans, with what stands below them in `row`. */
function joined(names: readonly string[], sheet: Sheet, row: number): string[] {
  const lower = rowOf(sheet, row).map(headerName)
  const upper: string[] = []
  for (let column = 0; column < Math.max(names.length, lower.length); column++) {
    const own = names[column] ?? ''
    // Without merged cells only what is empty above and not empty below tells how far a name reaches.
    upper.push(own !== '' ? own : (lower[column] ?? '') !== '' ? (upper[column - 1] ?? '') : '')
  }
  return upper.map((name, column) => {
    const below = lower[column] ?? ''
    if (below === '' || name.endsWith(below)) return name
    // 备案号 below 备案.
    if (below.startsWith(name)) return below
    // 发文计划数 above 全年 is what it says alone; above 上半年 it is another one.
    if (below === '全年') return name
    // 月份 above 1月, 备案登记 above 备案号 add nothing,
    if (MONTHS.test(name) && MONTHLY.test(below)) return below
    if (PROCEDURE.test(name) && below.length >= 3 && below.startsWith(name.slice(0, 2))) return below
    // nor does 备案信息.
    if (GENERAL.test(name) && below.length >= 3 && !COUNTED.test(below)) return below
    // 1月 below 发文 says what 发文 below 1月 does.
    return MONTHLY.exec(below)?.[2] === '' && !MONTHLY.test(name) ? below + name : name + below
  })
}
