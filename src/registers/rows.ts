/** The rows of a table: which of them are entries, and what stands in the cells that were merged over several. */
import type { Sheet } from '../core.ts'
import { firstFilled, rowOf } from './cells.ts'
import type { Header } from './header-rows.ts'
import { KINDS } from './kinds.ts'
import { isMonthHeading, isTableCaption, officeHeading, standsAlone } from './row-headings.ts'
import type { Slice } from './slices.ts'
import { OFFICE_ENDS } from './units.ts'
import { dayOf, isMonth, numberOf } from './values.ts'

const TOTAL =
  /^(?:[一-龥]{1,8}(?:小计|合计)|[\d一二三四五六七八九十]{1,3}月?[—–\-~至到][\d一二三四五六七八九十]{1,3}月(?:累计|合计|小计))$|^(?:第?[一二三四1234](?:季度|季)|[上下]半年|全年|年度|本[页月]|各月)?(?:合计|小计|总计|总数|合计数|累计|累计合计|全[县市区](?:合计|总控数|控制总数|总[数量])|共计|平均)$/
const NOTE =
  /^(?:[*※]|统计截[至止]|本(?:季度?|月|年|表|页)(?:共|合计|累计)?(?:登记|发文|开会)?(?:共|合计)?\s?\d|(?:合计|小计|总计|共计)[:：]|(?:(?:合计|小计|总计|累计)[一-龥]{0,8}|共计?)\s?\d+\s?[项件次个场份家户人]|(?:备注|说明|注|附注|填表|填报|制表|审核|审批|单位负责人|负责人|联系人|联系电话|统计口径|以上|登记|报送|抄送|主送|抄报|经办|汇总|统计|复核|校对|录入|截止|截至|编制|更新)(?:[^一-龥]|人|说明|日期|单位|时间|要求|须知))/

/** 11月无新办事项。 */
const SENTENCE = /^[^，。]{2,40}[，。].{0,60}$/
/** 填表人：石磊: whatever stands beside it. */
const SIGNED =
  /^(?:(?:填[表报写]|制表|审核|审签|登记|经办|统计|联系|报送|录入|复核|负责|主管)人(?:员)?|(?:单位|部门|股室|科室|处室|分管|主管|主要)(?:负责人|领导))(?:[(（]?签[字名章][)）]?)?[:：]/

export interface Rows {
  readonly entries: readonly number[]
  /** Rows that add up others. */
  readonly totals: readonly number[]
  /** 县控总数: how many all rows of a plan together may have. */
  readonly caps: readonly number[]
  /** Below months: how many the year may have. */
  readonly limits: readonly number[]
  /** Entry or total → the row above that heads it and others: （一）会议. */
  readonly sections: ReadonlyMap<number, number>
  /** Entry → the row above that parts it from others: （以下计划外）. */
  readonly dividers: ReadonlyMap<number, number>
  /** Entry or total → the row above that names the office it is about. */
  readonly offices: ReadonlyMap<number, number>
}

/** A row of its own that heads those below. */
const SECTION =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]\d{1,2}[）)])\s*[^\d\s][^\d]{0,20}(?:\d{1,3}[件次项个场][)）]?)?$/

/**
 * Which rows below the header are entries, and which add up others; the rest is empty, heads others, says something about the table, or repeats its header.
 * `until`: the row where another table begins.
 */
export function classified(sheet: Sheet, header: Header, until: number, slices: readonly Slice[]): Rows {
  const entries: number[] = []
  const totals: number[] = []
  const limits: number[] = []
  const caps: number[] = []
  const sections = new Map<number, number>()
  const offices = new Map<number, number>()
  const dividers = new Map<number, number>()
  let divider: number | undefined
  let office: number | undefined
  let section: number | undefined
  let isAside = false
  // 其中：一季度, below a total: it and what follows say how the total is made up.
  let isPart = false
  const used = [
    ...new Set(
      slices.flatMap((slice) =>
        [...slice.columns.entries()]
          .filter(([field]) => field !== 'remark')
          .map(([, column]) => column)
          .concat(slice.own),
      ),
    ),
  ]
  // 时段: this year, last year, how it changed.
  const taken = new Set([...used, ...header.fit.columns.values()])
  const free = header.names.flatMap((name, column) =>
    name !== '' && !taken.has(column) && !BESIDE.test(name) ? [column] : [],
  )
  const isOfFigures = header.fit.kind === 'monthly' || header.fit.kind === 'plan'
  const [unitColumn, monthColumn] = ['unit', 'month'].map((field) => header.fit.columns.get(field))
  const subjects = SUBJECTS.flatMap((field) => header.fit.columns.get(field) ?? [])
  const headerRows = Array.from({ length: header.below - header.row }, (_, i) => rowOf(sheet, header.row + i))
  const repeats = (row: number, first: string) =>
    headerRows.some(
      (names) => first === names.find((text) => text !== '') && rowOf(sheet, row).every((text, i) => text === names[i]),
    )
  for (let row = header.below; row < until; row++) {
    const firstText = firstFilled(sheet, row)
    if (isTableCaption(sheet, row, firstText)) continue
    if (row === header.below && isOfUnits(sheet, row, headerRows.at(-1)!)) continue
    if (unitColumn === undefined && officeHeading(firstText) !== undefined && standsAlone(sheet, row, firstText)) {
      office = row
      isPart = false
      section = undefined
      continue
    }
    // 3月, in the column of months, with nothing beside it yet, heads nothing.
    const isOwnMonth = monthColumn !== undefined && sheet.text(row, monthColumn).trim() === firstText
    if (isSection(sheet, row, firstText) || (!isOwnMonth && isMonthHeading(sheet, row, firstText))) {
      section = row
      divider = undefined
      isAside = ASIDE.test(firstText)
      isPart = false
      continue
    }
    if (isDivider(sheet, row, firstText)) {
      divider = row
      isAside = ASIDE.test(firstText)
      isPart = false
      continue
    }
    // 非工作群登记, and what is under it.
    if (isAside) continue
    if (!used.some((column) => sheet.text(row, column).trim() !== '') || isCompared(sheet, row, free)) continue
    if (OF_WHICH.test(firstText)) {
      isPart ||= totals.at(-1) === row - 1
      continue
    }
    if (isPart && isTotal(firstText)) isPart = false
    if (isPart) continue
    if (monthColumn !== undefined && unitColumn === undefined && isBelowMonths(firstText)) {
      if (LIMIT.test(squeezed(firstText))) limits.push(row)
      continue
    }
    if (isOfFigures && [firstText, unitColumn, monthColumn].some((said) => comparesYears(sheet, row, said))) continue
    // 综合办公室 9月2日报, alone where a month would be.
    if (isOwnMonth && !isMonth(firstText) && firstText.length > LONGEST_MONTH && standsAlone(sheet, row, firstText))
      continue
    const [unitText, monthText] = [unitColumn, monthColumn].map((column) =>
      column === undefined ? '' : sheet.text(row, column),
    )
    if (header.fit.kind === 'plan' && [firstText, unitText!].some(isCap)) {
      caps.push(row)
    } else if (isTotal(firstText) || isTotal(unitText!) || isTotal(monthText!) || isOfMonths(monthText!)) {
      totals.push(row)
      if (office !== undefined) offices.set(row, office)
      if (section !== undefined) sections.set(row, section)
    } else if (SENTENCE.test(firstText) && isAlone(sheet, row, firstText)) continue
    else if (isSigned(sheet, row, firstText) || isTally(sheet, row, firstText)) continue
    else if (SIGNED.test(squeezed(firstText)) || (NOTE.test(squeezed(firstText)) && isAlone(sheet, row, firstText)))
      continue
    else if (isEndMark(firstText) || (row >= until - FOOT && endsBeside(sheet, row, subjects))) continue
    else if (repeats(row, firstText) || isClosing(sheet, row, firstText, until, subjects)) continue
    else {
      entries.push(row)
      if (divider !== undefined) dividers.set(row, divider)
      if (office !== undefined) offices.set(row, office)
      if (section !== undefined) sections.set(row, section)
    }
  }
  return { entries, totals, caps, limits, sections, dividers, offices }
}

const OF_WHICH = /^其中(?:$|[:：]|\s*(?:第?[一二三四]季度|[上下]半年|乡镇|县直))/
/** 一季度, 上半年, 全年, among months: it adds them up, whatever it is called. */
export const isOfMonths = (text: string): boolean =>
  text !== '' && text.length <= LONGEST_MONTH && OF_MONTHS.test(squeezed(text))
const OF_MONTHS =
  /^(?:(?:19|20)\d{2}年)?(?:第?[一二三四1-4]季度?|前[二两三]个?季度|[上下]半年|全年度?|年度|本年度?)(?:数|情况)?$/

/** 记录：申洁 | | 2026年11月3日: labels with names, and days, in every cell. */
const isSigned = (sheet: Sheet, row: number, first: string): boolean =>
  LABELLED.test(first) &&
  rowOf(sheet, row).every((text) => text === '' || LABELLED.test(text) || dayOf(text) !== undefined)
const LABELLED = /^[一-龥]{2,8}(?:[（(][^（()）]{1,6}[）)])?\s*[:：][^，,。；;]{0,16}$/

/** 县级计划控制数 | 5次 | 已实施4次 | 剩余1次: numbers that each say what they are, below all entries. */
function isTally(sheet: Sheet, row: number, first: string): boolean {
  // 县总工会, 计划生育协会: an office, whatever stands beside it.
  if (!TALLIED.test(squeezed(first)) || IS_OFFICE.test(squeezed(first))) return false
  const others = rowOf(sheet, row).filter((text) => text !== '' && text !== first)
  return (
    others.length >= 2 && others.every((text) => FIGURE.test(text)) && others.some((text) => /^[一-龥].*\d/.test(text))
  )
}
const TALLIED = /^[一-龥]{0,10}(?:计划|控制|指标|限额|上限|目标|总|核定)[一-龥]{0,3}(?:数|量|额|指标|上限|限额)?$/
const IS_OFFICE = new RegExp(`(?:${OFFICE_ENDS}|[会社队站所])$`)
const FIGURE = /^[一-龥]{0,8}[:：]?\s*-?\d{1,5}\s*[件次个项场份%％]?(?:[（(][^（()）]{1,12}[）)])?$/

/** 年度控制数, 剩余, 预警情况: what stands below the months of one office, and is of none of them. */
const isBelowMonths = (text: string): boolean =>
  text.length <= 20 && (LIMIT.test(squeezed(text)) || LEFT_OVER.test(squeezed(text)))
export const LIMIT =
  /^(?:全年|年度|本年度?|年初|(?:19|20)\d{2}年)?(?:核定|下达|总)?(?:控制|计划|指标|目标|限额|上限)(?:目标|总)?(?:数量?|总?量|额|指标|上限)?(?:[(（][^()（）]{1,8}[)）])?$/
const LEFT_OVER =
  /^(?:[尚还]?(?:剩余?|结余|余额|可用|节余)|预警|执行率|完成率|使用率|占(?!用)|比例|进度|较?上年|增减|超出|超计划)/

/** 以下空白, （以下无内容）, ——本页以下空白——: there is nothing below. */
const isEndMark = (text: string): boolean => text.length <= 20 && text.includes('以下') && END_MARK.test(squeezed(text))
const END_MARK =
  /^[^一-龥\d]{0,6}(?:本页|本表|此页|此表|自此|此处)?以下(?:均?为?空白|(?:均|再)?无(?:内容|正文|记录|登记|数据|事项|文字)?|没有内容|空行|略)(?:页)?[^一-龥\d]{0,6}$/
/** Behind a number that was written beforehand: of the last rows. */
const FOOT = 50
const endsBeside = (sheet: Sheet, row: number, subjects: readonly number[]): boolean =>
  subjects.some((column) => isEndMark(sheet.text(row, column).trim())) &&
  rowOf(sheet, row).every((text) => text === '' || /^\d{1,5}$/.test(text) || isEndMark(text))

/** 2026年12月份 is no longer. */
const LONGEST_MONTH = 8

/** What a row is about. */
const SUBJECTS = ['unit', 'title', 'name', 'person', 'enterprise', 'group']

/** What the county keeps in reserve is no unit’s. */
const isCap = (text: string): boolean =>
  /[控总]/.test(text) && text.length <= 14 && /[县市区总]/.test(text) && CAP.test(squeezed(text))
const CAP =
  /^(?:全?[县市区]|[县市区]级|[县市区][委里])?的?(?:总(?=控)|控(?=总))?控?(?:制)?总?(?:数|总?量|额|指标|限额)$(?<=控.*)|^(?:全?[县市区]|[县市区]级)?(?:的)?(?:总指标数?|指标总[数量额]|下达总[数量]|总计划数)$|^(?:中共)?(?:[县市区]委(?:、?[县市区]?政府|办公?室?)?|[县市区]政府|[县市区]级?|上级)?(?:核定|下达|批准|批复|确定|审定|核准)(?:的)?(?:(?:全|本)[县市区]|[县市区]级)?(?:的)?(?:年度|全年)?(?:发文|文件|会议|督查检查考核|督查|检查)?(?:控制|计划|指标|目标)?(?:总(?:数|量|数量|额|控制?数|指标|目标|计划)|限额|上限)$/

/** Of a hundred thousand rows hardly any ends so. */
const MAY_BE_TOTAL = '计数均量 \u3000'
export const isTotal = (text: string): boolean =>
  text !== '' && MAY_BE_TOTAL.includes(text.at(-1)!) && TOTAL.test(squeezed(text))

/** 上年同期, 同比增减, where an office or a month would be named: the row is of neither. */
const comparesYears = (sheet: Sheet, row: number, said: string | number | undefined): boolean => {
  const text = typeof said === 'number' ? sheet.text(row, said) : said
  return text !== undefined && text !== '' && text.length <= LONGEST_COMPARED && AGAINST.test(squeezed(text))
}
const LONGEST_COMPARED = 20
const BEFORE =
  '(?:[上去前]一?年(?:度|全年|同[期月比]|同?期)?|[上前]一?(?:季度?|月|期)|(?:19|20)\\d{2}年(?:度|全年)?同[期月比]|同期)'
const AGAINST = new RegExp(
  `^(?:[与较同比和]{0,2}${BEFORE}(?:合计|总?数|[小总]计|情况|数据)?(?:相比|比较|对比|比)?|[同环]比)(?:的?(?:[增减升降下]|净增|变化|变动)[一-龥]{0,6}|[±+%％/\\-]{1,4})?(?:[(（][^()（）]{1,14}[)）])?$|^(?:增减|增长|升降|变化|变动|增[幅速]|降幅)(?:数|量|额|率|情况|幅度|比例|百分比|[±%％])?(?:[(（][^()（）]{1,14}[)）])?$`,
)

/** Does the row say what was a year ago, or how that has changed? */
const isCompared = (sheet: Sheet, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => COMPARED.test(sheet.text(row, column)))
const COMPARED = /^\s*(?:同比|环比|增[减幅长]|(?:上|去|前)年同期|(?:19|20)\d{2}年同期)/

/** Without a number: 非工作群（不计入上限）, 发文, 督查检查考核. */
const NAMED_SECTION =
  /^(?:另|附|其中)?[:：]?(?:非工作群|不计入|不属于工作群|(?:日常|常设|临时|长期)(?:工作)?群)[^\d]{0,14}$|^(?:发文|文件|会议|开会|召开会议|督查|检查|督查检查|督查检查考核|检查考核)(?:类|部分|情况)?$/
/** What stands under it is for the record only. */
const ASIDE = /非工作群|不计入|不属于工作群/

const isSection = (sheet: Sheet, row: number, text: string): boolean =>
  text.length <= 26 && (SECTION.test(text) || NAMED_SECTION.test(text)) && standsAlone(sheet, row, text)

/** （以下计划外）, ——以下为追加事项——, 【计划外】: it parts the rows above from those below, and is none of them. */
const isDivider = (sheet: Sheet, row: number, text: string): boolean =>
  text.length <= 26 &&
  /以[下上]|下列|计划|[追增][加增补]/.test(text) &&
  !isEndMark(text) &&
  DIVIDES.test(squeezed(text)) &&
  standsAlone(sheet, row, text)
const DIVIDES =
  /^[^一-龥\d]{0,6}(?:(?:以下|以上|下列)(?:各项|各件|各次|几项|部分|事项|会议|文件|均|都|全部|系|皆){0,3}(?:为|是|属于?|未|不在|没有?)?[^，,。；;：:\d]{2,14}|(?:年度)?(?:计划[内外之]{1,2}|(?:临时|年中|后期)?(?:追加|新增|增补)|未(?:列入|纳入)(?:年度)?计划)的?(?:事项|会议|文件|发文|项目|部分|检查|督查|活动){0,2})[^一-龥\d]{0,6}$/
/** What such a row says of those below: that nobody planned them, or that somebody did. */
export function plannedBelow(text: string): '计划内' | '计划外' | undefined {
  const said = squeezed(text)
  if (/^[^一-龥]{0,6}以上/.test(said)) return undefined
  if (/计划[之以]?外|(?:未|不|没有?)(?:在|列入|纳入|属于?)(?:年度)?计划/.test(said)) return '计划外'
  return /计划[之以]?内/.test(said) ? '计划内' : undefined
}

/** （件） | （次） | （项）, or 甲 | 1 | 2 | 3: units and numbers of columns, which belong to the header above them. */
const isOfUnits = (sheet: Sheet, row: number, above: readonly string[]): boolean => {
  // What is merged downwards from the header stands here, too.
  const own = rowOf(sheet, row).filter((text, column) => text !== '' && text !== above[column])
  return own.length >= 2 && (own.every((text) => OF_UNIT.test(text)) || isCounting(own))
}
/** 甲 | 乙 | 1 | 2 | 3=1+2. */
const isCounting = (own: readonly string[]): boolean => {
  const numbers = own.filter((text) => !/^(?:[甲乙丙丁戊]|栏次|栏目)$/.test(text))
  return (
    numbers.length >= 2 &&
    numbers.length < own.length &&
    numbers.every(
      (text, i) => /^[（(]?(\d{1,2})[）)]?(?:=[\d+-]+)?$/.exec(text.normalize('NFKC'))?.[1] === String(i + 1),
    )
  )
}
const OF_UNIT = /^[（(]?(?:单位[:：])?(?:[件个次场份项人期家条户名篇群款]|人次|场次|万?元|天|日|%|百分比)[）)]?$/

const squeezed = (text: string) => (text.length > 40 ? text.slice(0, 40) : text).replace(/[\s\u3000]+/g, '')

/** 经局党组会研究通过, last of all: it stands alone, and not where an office or an item would be named. */
const isClosing = (sheet: Sheet, row: number, text: string, until: number, subjects: readonly number[]) =>
  /^[一-龥，、]{6,}。?$/.test(text) &&
  rowOf(sheet, row).filter((other) => other !== '').length === 1 &&
  !subjects.some((column) => sheet.text(row, column).trim() !== '') &&
  (row + 1 >= until || firstFilled(sheet, row + 1) === '')

/** Does the row hold nothing but this and other remarks of a form's foot? */
const isAlone = (sheet: Sheet, row: number, text: string) =>
  rowOf(sheet, row).filter((other) => other !== '' && other !== text && !/[:：]/.test(other)).length <= 1

/** Columns in which rows differ that speak of the same: they number them, or name people and days. */
const BESIDE =
  /^(?:序号?|行号|编号|排序)$|备注|说明|联系|电话|手机|姓名|领导|负责|责任人|经办|填[报表]|报送|审[核签]|签[字名]|日期/
/** Columns whose very numbers tell rows apart. */
const PARTS = /季|月|期|时段|半年|批次/

/** What each row says of itself besides its unit, its time and its numbers. */
export function aboutRows(
  sheet: Sheet,
  entries: readonly number[],
  header: Header,
  slices: readonly Slice[],
): Map<number, string> {
  const { fields } = KINDS[header.fit.kind]
  const known = new Map([...header.fit.columns].map(([field, column]) => [column, field]))
  const sliced = new Set(slices.flatMap(({ own }) => own))
  const columns = header.names.flatMap((name, column) => {
    const field = known.get(column)
    const tells = field === undefined ? !BESIDE.test(name) : fields[field]!.type === 'text' && !COMMON.includes(field)
    return tells && !sliced.has(column) ? [{ column, parts: PARTS.test(name), above: '' }] : []
  })
  return new Map(
    entries.map((row, index) => {
      const said = columns.map((entry) => {
        const written = sheet.text(row, entry.column).trim()
        const tells = entry.parts || (numberOf(written) === undefined && dayOf(written) === undefined)
        const own = tells ? written : ''
        // An empty cell may have been merged with the one above, in a column that begins with one that is filled.
        if (own !== '' && (index === 0 || entry.above !== '')) entry.above = own
        return `${own}\t${entry.above}`
      })
      // A column in which nothing tells rows apart is as good as none: a further table may not have it.
      return [row, said.filter((told) => told !== '\t').join('\t')]
    }),
  )
}
/** Texts that rows of one unit have in common, or that say nothing of what is counted. */
const COMMON = ['unitType', 'remark']

/** Columns in which one entry speaks for the rows below it, too. */
const SPEAKING = ['unit', 'unitType', 'month', 'year', 'type', 'group', 'enterprise', 'person', 'role']
/** As many rows are empty in a column whose cells were merged before the file became text. */
const MERGED = 0.25

/** Where a cell is empty because the one above it was merged over it: column → row → the row that speaks. */
export function filledDown(
  sheet: Sheet,
  entries: readonly number[],
  header: Header,
  mayRepeat: boolean,
): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>()
  const merges = !sheet.merges && entries.length >= 3
  // Whoever is not named again in any of several columns is the one above, though other cells are merged.
  const names = header.fit.kind === 'members' || header.fit.kind === 'groups'
  if (!merges && !mayRepeat && !names) return found
  const fewest = sheet.mergesLost ? 1 : Math.max(2, entries.length * MERGED)
  for (const [field, column] of header.fit.columns) {
    const speaks = (merges && SPEAKING.includes(field)) || (names && WHO.includes(field))
    if (!speaks && !mayRepeat) continue
    const sources = new Map<number, number>()
    let [speaking, dittos] = [-1, 0]
    for (const row of entries) {
      const text = sheet.text(row, column)
      const isDitto = mayRepeat && DITTO.test(text)
      if (isDitto) dittos++
      if (text !== '' && !isDitto) speaking = row
      else if (speaking >= 0 && (speaks || isDitto)) sources.set(row, speaking)
    }
    const isEnough = sources.size >= (dittos > 0 ? 1 : merges ? fewest : Number.POSITIVE_INFINITY)
    if (isEnough || (sources.size > 0 && goOn(sheet, header, [...sources.keys()]))) found.set(column, sources)
  }
  return found
}
const WHO = ['unit', 'unitType', 'person', 'role']
/** Do these rows say nothing of who they are about, in any of two columns or more? Then they go on with the row above. */
function goOn(sheet: Sheet, header: Header, rows: readonly number[]): boolean {
  const columns = [...header.fit.columns].filter(([field]) => WHO.includes(field)).map(([, column]) => column)
  return columns.length >= 2 && rows.every((row) => columns.every((column) => sheet.text(row, column).trim() === ''))
}

/** As above. */
const DITTO = /^\s*(?:〃|″|”|"|同上|上同)\s*$/
