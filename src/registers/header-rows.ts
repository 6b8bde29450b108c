/** Where the header of a table is: one row, or two or three of which the upper ones stand over groups of columns. */
import { type RegisterHint, type RegisterKind, registerKinds, type Sheet } from '../core.ts'
import { rowOf, TICK } from './cells.ts'
import { counting } from './group-counts.ts'
import { isCaption, joined, linesAt, lowered } from './header-lines.ts'
import {
  FEWEST_MONTHS,
  type Fit,
  fit as fitTo,
  type Holding,
  headerName,
  MONTHLY,
  ownColumns,
  unnumbered,
} from './headers.ts'
import { KINDS } from './kinds.ts'
import { yearlyPlan } from './quarters.ts'
import { isAboutStatistics } from './reporting.ts'
import { headsMonths } from './row-headings.ts'
import { isBlank, lastMonthReached, monthNamed } from './values.ts'

export interface Header {
  /** Index of its first row, and of the first row below it. */
  readonly row: number
  readonly below: number
  /** What is compared: of several rows the upper name before the lower ones. */
  readonly names: readonly string[]
  readonly fit: Fit
}

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
export function headerAt(
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

const better = (a: Fit, b: Fit) => {
  const [lacking, less] = [unsaid(a), unsaid(b)]
  if (lacking !== less && a.telling === b.telling) return lacking < less
  // 截至9月30日使用数, above 发文 | 会议 alone: what it is the title tells.
  return a.score > b.score || (a.score === b.score && lacking === less && a.telling && !b.telling)
}

/** How many fields nothing says: no column, nor, where each month has its own, what stands above that. */
export const unsaid = ({ kind, columns, lacking, perMonth, ofPeople }: Fit): number =>
  // Whose people they are a title may say, and whose groups: who is in which group, and until when each is needed, is told of nothing else.
  ofPeople || (kind === 'groups' && columns.has('name') && columns.has('end'))
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
export function columnsOf(sheet: Sheet): (below: number) => (column: number) => Holding {
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

export function bestFit(
  names: readonly string[],
  about: string,
  hint: RegisterHint,
  holding: (column: number) => Holding,
  byMonths = () => false,
): Fit | undefined {
  const kinds: readonly RegisterKind[] = hint.kind ? [hint.kind] : registerKinds
  let best: Fit | undefined
  for (const kind of kinds) {
    if (!hint.kind && isOtherwise(kind, names, about)) continue
    const sole = kind === 'monthly' ? ofSoleMonth(names) : undefined
    const read =
      sole ??
      (kind === 'members'
        ? unnumbered(names)
        : kind === 'groups'
          ? counting(names, about, holding)
          : kind === 'plan'
            ? yearlyPlan(names, about)
            : kind === 'monthly'
              ? beside(names, about)
              : names)
    const found = fitTo(
      kind,
      kind === 'monthly' ? untilNow(alreadyDone(read, about), about) : read,
      hint.columns,
      holding,
    )
    const counted = kind === 'monthly' && !sole ? names.flatMap((name) => MONTHLY.exec(name)?.[2] ?? []) : []
    const months = counted.length
    const isTicked = names.some((name, i) => MONTHLY.test(name) && holding(i) === 'ticks')
    const wide =
      months >= FEWEST_MONTHS &&
      (!isTicked || (kind === 'monthly' && isAboutStatistics(about))) &&
      !names.some((name) => /^\d{1,4}$/.test(name))
    // 会议名称 | 1月 | 2月, and ticks: when each is to be held.
    const scheduled = kind === 'plan' && isTicked && found.columns.has('title')
    if (ownColumns(found) < (hint.kind || wide || scheduled ? 1 : 2)) continue
    const named = KINDS[kind].names.test(about)
    // Who uses which app, in a sweep that leaves their registration to another register; 系统名称 alone may be of anything.
    const isUnlike =
      kind === 'apps' &&
      !found.columns.has('registration') &&
      !named &&
      !isAppName(names[found.columns.get('name') ?? -1] ?? '', found.columns)
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

/** 单位 | 计划 | 1月 | … | 累计: of what the months make up. */
function beside(names: readonly string[], about: string): readonly string[] {
  const months = names.filter((name) => MONTHLY.exec(name)?.[2] === '').length
  if (months < FEWEST_MONTHS || OF_PART.test(about)) return names
  return names.map((name) => (BARE_PLAN.test(name) ? `年度${name}` : name))
}
const BARE_PLAN = /^(?:计划|指标|控制|限额|目标)$/
const OF_PART = /半年|[一二三四]季度/

/** Is it told by some name that a table is none of a kind whose columns it may have? */
function isOtherwise(kind: RegisterKind, names: readonly string[], about: string): boolean {
  const some = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  switch (kind) {
    // 被检查企业, 检查事项, 备案号: what was held, not who was visited.
    case 'visits':
      return (some(FILED) && names.includes('检查事项')) || (some(/备案|报备|审批|批准/) && some(INSPECTED))
    // 表二　截至9月30日使用数, and 上年同期 | 本期数: what was, not what is planned; 计划外会议审批表: who asked for what, and what was said to it.
    case 'plan':
      return some(COMPARES) || isOfUse(about) || (ASKED.test(about) && some(/审批|批准|批复/))
    // 全国文明城市创建: campaigns are no items, unless it is told how they were filed; nor is 备案编号 of apps and accounts one of a meeting.
    case 'items':
      // 2026年度计划, and nothing of what became of it: who approved it, at most.
      if (PLAN_BY_NAME.test(about) && some(/批准|审批|核定/) && !some(DONE)) return true
      // 项目名称 | 备案文号: of what is built, unless it is told that meetings and the like are meant.
      if (names.includes('项目名称') && !ITEMS.test(about)) return true
      return (CAMPAIGNS.test(about) && !some(/[报备]备|备案/)) || (KINDS.apps.names.test(about) && !ITEMS.test(about))
    // 发文登记簿 tells when a document was entered, not when it came.
    case 'superiors':
      return ISSUED.test(about) && !RECEIVED.test(about)
    default:
      return false
  }
}
const DONE = /报备|备案|办理|实际|实施|执行|完成|印发|召开|开展|登记|文号|计划|状态|进展|结果|人数/
/** 检查内容, and whether it was filed or approved: of an inspection. */
const INSPECTED = /^(?:执法|行政|监督)?(?:检查|抽查|督查)(?:事项|内容|项目|任务|事由|名称)$/
/** What the caption of a table, the last that is said above it, says it counts: not what is planned, nor both. */
function isOfUse(about: string): boolean {
  const caption = about.match(USE_CAPTION)?.at(-1)
  return (
    caption !== undefined &&
    /使用|已用|实用|实绩|实际|完成|发生/.test(caption) &&
    !/计划|指标|控制|限额|核定|下达|目标/.test(caption)
  )
}
const USE_CAPTION = /附?表\s?[一二三四五六七八九十\d]{1,2}[^一-龥\d]{0,2}\s?[^\s|]{2,24}/g
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

/** 已发文 | 已召开会议, in figures of 上半年: 累计发文. Beside a plan it is what of that has been used. */
function alreadyDone(names: readonly string[], about: string): readonly string[] {
  if (!names.some((name) => ALREADY.test(name)) || names.some((name) => PLANNED.test(name))) return names
  if (lastMonthReached(about) === undefined) return names
  return names.map((name) => (ALREADY.test(name) ? name.replace(ALREADY, '累计') : name))
}
const ALREADY =
  /^(?:累计|目前|年内|今年以来|截至目前)?(?:已经?|实际|共)(?:开展|组织|完成)?(?=(?:制发|印发)?(?:发文|文件|公文)|(?:召开)?会议|开会|督查|督导|检查|考核)/
const PLANNED = /计划|指标|限额|控制|目标|核定|下达|上限|剩余|余额|结余|使用率|执行率|占比/

/** 前三季度累计发文, in figures of 前三季度: 累计发文. What adds up another span is left as it is. */
function untilNow(names: readonly string[], about: string): readonly string[] {
  const reached = names.some((name) => SPAN_SO_FAR.test(name)) ? lastMonthReached(about) : undefined
  if (reached === undefined) return names
  return names.map((name) => {
    const span = SPAN_SO_FAR.exec(name)?.[0]
    return span !== undefined && lastMonthReached(span) === reached ? name.slice(span.length) : name
  })
}
const SPAN_SO_FAR = /^(?:前三季度|上半年|一季度)(?=累计)/

/** 应用名称, beside what it is used for, or since when. */
const isAppName = (name: string, columns: Fit['columns']): boolean =>
  KINDS.apps.names.test(name) ||
  (/^(?:在用|使用)?的?(?:应用|程序)(?:名称|全称)$/.test(name) &&
    ['purpose', 'launched', 'frequency'].some((field) => columns.has(field)))

const isKept = (name: string | undefined): boolean =>
  name !== undefined && !name.includes('群') && /^(?:现?保留|现留存|(?:清理|规范)后)/.test(name)
