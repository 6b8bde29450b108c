/** What stands above a table and speaks for every row of it: its title, and the office that keeps it. */
import type { Allowed, RegisterKind, Sheet, Span, TableCell } from '../core.ts'
import { firstFilled, firstFilledColumn, MAX_COLUMNS, rowOf, rowSpan } from './cells.ts'
import { addsUp } from './header-rows.ts'
import type { Fit } from './headers.ts'
import { standsAlone } from './row-headings.ts'
import { OFFICE_ENDS } from './units.ts'
import { lastMonthReached, monthNamed } from './values.ts'

export interface Above {
  readonly title: string
  readonly unit?: TableCell
  /** See `Table.allowed`. */
  readonly allowed: readonly Allowed[]
  /** The one month that all of it is about. */
  readonly month?: TableCell
}

/** 填报单位：城关镇. */
const UNIT_LINE =
  /(?:填报|报送|填表|管理|编制|上报|统计|登记)?单位(?:名称|[(（](?:盖章|公章|章)[)）])?[:：]\s*(?![件个次场份项人家元万亿亩篇]{1,2}(?![一-龥]))([^\s:：，,；;（(]{2,30})/
/** 县水利局2026年发文登记簿; not 全县各单位发文登记簿. */
const KEPT_BY =
  /^(?:中共)?((?![^ ]{0,16}(?:班子|[局委办室部院乡镇](?:及|和|与)[县市区一-龥]))(?![^ ]{0,12}(?:全[县市区](?!性)|各|县直|乡镇|镇街|部门和?单位))[一-龥]{2,24}?(?:局|委员会|委|办公室|办|乡|镇|街道|街道办事处|中心|部|院|馆|社|联|[科侨]协|工会|红十字会|贸促会|协会|学校|中学|小学|中心校|幼儿园|大学|学院|医院|卫生院|公司|集团|大队|支队|法院|检察院|管委会|开发区|高新区|集聚区|产业园|政府))(?:机关)?(?:关于)?(?:[“"「][^”"」 ]{1,12}[”"」])?[(（]?(?=(?:19|20)\d{2}|\d{1,2}月|[一二三四五六七八九十]{1,2}月|[本上下]?半?年|[一二三四第]{1,2}季度|月度|月报|季报|发文|收文|收发文|印发|制发|公文|文件|会议|开会|督查|督导|检查|工作群|工作台账|微信(?:工作)?群|钉钉(?:工作)?群|政务群|政务|台账|登记|统计|班子成员|领导干部|领导班子|党政正职|主要领导|干部|在用|现用|App|APP|应用|移动|小程序|公众号|信息系统|业务系统|网站|涉企|精文|减负)/
/** 二〇二六年. */
const HAN_YEAR = /二〇[〇一二三四五六七八九]{2}(?=年)/g
/** Of registers of these kinds an office may be the only one. */
const KEPT: ReadonlySet<RegisterKind> = new Set(['groups', 'members', 'plan', 'monthly', 'items', 'apps'])

/** What is known of a table besides its sheet. */
export interface Surroundings {
  /** The file's name, which tells whose it is where nothing else does. */
  readonly file: string
  /** What stands above the table in its document, nearest last. */
  readonly lines: readonly Span[]
  /** Whose the other sheets of the file are. */
  readonly keeper?: string
  /** The one year that the other sheets name. */
  readonly yearBeside?: () => string | undefined
}

/**
 * Of the table whose header is row `row` of `sheet`, and which ends before `until`. A unit of a file's name or of another sheet is pointed at in the
 * header.
 */
export function aboveOf(
  sheet: Sheet,
  text: string,
  row: number,
  until: number,
  { kind, columns }: Pick<Fit, 'kind' | 'columns'>,
  { file, lines, keeper }: Surroundings,
): Above {
  const cells: Span[] = [...lines]
  const titles = lines.map(({ start, end }) => text.slice(start, end).trim())
  for (let above = 0; above < row; above++) {
    titles.push([...new Set(rowOf(sheet, above))].join(' ').trim())
    for (let column = 0; column < Math.min(sheet.width(above), MAX_COLUMNS); column++)
      cells.push(sheet.span(above, column))
  }
  const title = titles
    .filter((line) => line !== '')
    .join(' ')
    .replace(HAN_YEAR, (year) => [...year].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''))
  const names = `${file} ${sheet.name} ${title}`
  const unit =
    unitOf(text, cells, kind) ??
    unitOfNames(sheet, row, kind, file, keeper) ??
    countyOf(text, cells, kind, columns) ??
    unitOf(text, cells, kind, true)
  const reached = kind === 'monthly' && addsUp(columns) ? lastMonthReached(names) : undefined
  const month = kind === 'monthly' ? monthNamed(names) || (reached === undefined ? '' : `${reached}月`) : ''
  // Above the figures of several offices it might be that of each, or of all.
  const isOwn = kind === 'items' || (kind === 'monthly' && !columns.has('unit'))
  const allowed = isOwn && unit ? allowedIn(text, [...cells, ...notesBelow(sheet, row, until)], unit) : []
  return {
    title,
    ...(unit && { unit }),
    allowed,
    ...(month !== '' && { month: { text: month, span: rowSpan(sheet, row) } }),
  }
}

/** 年度计划：30件; 规定：本单位年度会议控制数8次. Not of last year, nor of a part of it. */
const ALLOWED =
  /(?<!上|去|年|每|半|季度)(?:年度|全年|本年度?|(?:19|20)\d{2}年)(?:的)?((?:发文|会议|开会|督查检查考核|督查检查|督查|检查)?)(?:年度)?(?:计划|控制|指标|限额|目标)(?:数|目标|总数)?[为：:\s]{0,2}(\d{1,3})\s?[件次个场项]/

/** 2026年全县性会议8次以内; 全年发文控制在12件以内. */
const WITHIN =
  /(?<!上|去|年|每|半|季度)(?:年度|全年|本年度?|(?:19|20)\d{2}年)(?:的)?(?:全[县市区镇乡]性?)?((?:发文|会议|开会|督查检查考核|督查检查|督查|检查)?)(?:总?[次件项]?数|数?量)?(?:应|须|要)?(?:控制|限定|核定|压减)?[在到为至]?\s?(\d{1,3})\s?[件次个场项](?:以[内下]|之内)/

/** 年度控制数：发文15件，会议12次: one for each kind. */
const EACH =
  /(?<!上|去|年|每|半|季度)(?:年度|全年|本年度?|(?:19|20)\d{2}年度?)(?:的)?(?:控制|计划|指标|限额|目标)(?:数|指标|目标|总数)?[为：:\s]{1,3}(?=[发文会开督检])([^。；;]{4,60})/
const OF_EACH =
  /(发文|文件|会议|开会|督查检查考核|督查检查|督查|检查)(?:总?数量?)?(?:不超过|为|[：:\s])?\s?(\d{1,3})\s?[件次个场项]/g

function allowedIn(text: string, cells: readonly Span[], unit: TableCell): Allowed[] {
  for (const { start, end } of cells) {
    const said = text.slice(start, end)
    const each = EACH.exec(said)
    if (each) {
      const from = start + each.index + each[0].length - each[1]!.length
      const found = [...each[1]!.matchAll(OF_EACH)].map((match) => allowedAt(match, from, unit))
      if (found.length > 0) return found
    }
    const match = ALLOWED.exec(said) ?? WITHIN.exec(said)
    if (match) return [allowedAt(match, start, unit)]
  }
  return []
}

function allowedAt(match: RegExpExecArray, from: number, unit: TableCell): Allowed {
  const [whole, what = '', number = ''] = match
  const at = from + match.index + whole.lastIndexOf(number)
  return { what, number: { text: number, span: { start: at, end: at + number.length } }, unit }
}

/** `inner`: a section will do. */
function unitOf(text: string, cells: readonly Span[], kind: RegisterKind, inner = false): TableCell | undefined {
  for (const pattern of KEPT.has(kind) ? [UNIT_LINE, KEPT_BY] : [UNIT_LINE])
    for (const { start, end } of cells) {
      const match = pattern.exec(text.slice(start, end))
      if (!match) continue
      const at = start + match.index + match[0].lastIndexOf(match[1]!)
      // 县住建局办公室 keeps it for its bureau; 县委办公室 is an office of its own.
      // 平桥乡党政办 for its township.
      if (!inner && INNER.test(match[1]!)) continue
      const unit = match[1]!
        .replace(/(?<=[局会社]|中心|[^省市县区旗州乡镇党]委)办公室$/, '')
        .replace(/(?<=[乡镇]|街道)(?:党政)?(?:综合)?(?:办公室|办)$/, '')
      return { text: unit, span: { start: at, end: at + unit.length } }
    }
  return undefined
}

/** 填报单位：党政办: of whose it is the title may tell. */
const INNER = /^(?:党政|党建|综合|政务|文秘|机关)*(?:综合)?(?:服务)?(?:办公室|办|科|股|室)$/

/**
 * 清源县2025年度精文减会完成情况, above 项目 | 计划 | 完成: the county's own figures. Of months only where it says that they are not those of all offices together:
 * 清源县2026年发文统计（县级）.
 */
function countyOf(
  text: string,
  cells: readonly Span[],
  kind: RegisterKind,
  columns: ReadonlyMap<string, number>,
): TableCell | undefined {
  const isPlan = kind === 'plan' && ['type', 'quota', 'used'].every((field) => columns.has(field))
  if (columns.has('unit') || !(isPlan || kind === 'monthly')) return undefined
  for (const { start, end } of cells) {
    const line = text.slice(start, end)
    const [whole, county = ''] = COUNTY.exec(line) ?? []
    if (whole === undefined || (!isPlan && !OF_COUNTY.test(line))) continue
    const at = start + whole.indexOf(county)
    return { text: county, span: { start: at, end: at + county.length } }
  }
  return undefined
}
const COUNTY = /^(?:中共)?((?![全各本我该])[一-龥]{1,5}[县区旗市])(?=(?:19|20)\d{2})/
const OF_COUNTY = /县级|[县区]本级|县委、?县政府/

/** Rows of a table's foot that are looked at. */
const FOOT = 6

/** Lines alone in their rows below the last entry. */
function notesBelow(sheet: Sheet, row: number, until: number): Span[] {
  const notes: Span[] = []
  for (let last = until - 1; last > row && last >= until - FOOT; last--) {
    const column = firstFilledColumn(sheet, last)
    if (column < 0) continue
    if (!standsAlone(sheet, last, firstFilled(sheet, last))) break
    notes.unshift(sheet.span(last, column))
  }
  return notes
}

/** What names of sheet and file say is pointed at in the header. */
function unitOfNames(
  sheet: Sheet,
  row: number,
  kind: RegisterKind,
  file: string,
  keeper: string | undefined,
): TableCell | undefined {
  if (!KEPT.has(kind)) return undefined
  const name = SHEET_OF_ONE.test(sheet.name) ? sheet.name : (KEPT_BY.exec(file)?.[1] ?? keeper)
  return name === undefined ? undefined : { text: name, span: rowSpan(sheet, row) }
}
/** A sheet of its own for each office: 柳河镇; not 县直, 乡镇. */
const SHEET_OF_ONE = new RegExp(`^(?!各|全|县直|乡镇$|部门)[一-龥]{1,12}(?:${OFFICE_ENDS})$`)
