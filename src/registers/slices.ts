/** Tables that say several things in one row: a column for each month or for each office. */
import type { Sheet, TableCell } from '../core.ts'
import { cellLeft, cellReader, TICK } from './cells.ts'
import type { Header } from './header-rows.ts'
import { FEWEST_MONTHS, fit as fitTo, headerName, MONTHLY, unnumbered } from './headers.ts'
import { standsAlone } from './row-headings.ts'
import { OFFICE_ENDS } from './units.ts'
import { quarterNumber } from './values.ts'

/** One of the things a row says. */
export interface Slice {
  /** Field → column. */
  readonly columns: ReadonlyMap<string, number>
  /** What the header says for it. */
  readonly fixed: Readonly<Record<string, TableCell>>
  /** Required fields that are still lacking. */
  readonly lacking: readonly string[]
  /** Columns that belong to this slice only. */
  readonly own: readonly number[]
  /** What must stand in one of them for the row to say it; else anything. */
  readonly says?: RegExp
}

/** Empty where every row says one thing. */
export function slicesOf(
  sheet: Sheet,
  text: string,
  header: Header,
  lacking: readonly string[],
  title: string,
): Slice[] {
  if (header.fit.kind === 'members')
    return lacking.join() === 'group' ? groupSlices(sheet, text, header, title) : namedGroupSlices(sheet, text, header)
  if (header.fit.kind !== 'monthly') return []
  if (!lacking.includes('month')) return lacking.includes('unit') ? unitSlices(sheet, text, header) : []
  const cell = cellReader(sheet, text)
  const months = new Map<string, { month: TableCell; columns: number[] }>()
  header.names.forEach((name, column) => {
    const match = MONTHLY.exec(name)
    if (!match || /^[一-龥]*累计/.test(match[2]!)) return
    const lower = cell(header.below - 1, column)
    // Of two rows of headers either may be the one of months.
    const at = MONTHLY.test(headerName(lower.text)) ? lower : cellLeft(sheet, cell, header.row, column)
    const entry = months.get(match[1]!) ?? { month: { text: match[1]!, span: at.span }, columns: [] }
    entry.columns.push(column)
    months.set(match[1]!, entry)
  })
  if (months.size < FEWEST_MONTHS) return []
  // 1—6月累计: it adds the months up, whatever else is in the row.
  const across = header.names.findIndex((name) => ACROSS.test(name))
  const year = /((?:19|20|21)\d{2})年/.exec(title)?.[1]
  const all = new Set([...months.values()].flatMap(({ columns }) => columns))
  const quarters = quartersIn(sheet, cell, header)
  const shared = sharedOf(
    [...header.fit.columns].filter(([, column]) => !all.has(column) && column !== across && !quarters.has(column)),
  )
  if (across >= 0 && !all.has(across)) shared.push(['across', across])
  for (const [type, column] of wholesOf(header.names, all))
    if (!all.has(column)) shared.push([`across:${type}`, column])
  for (const [column, quarter] of quarters) if (!all.has(column)) shared.push([`quarter${quarter}`, column])
  return [...months.values()].map(({ month, columns }): Slice => {
    const names = header.names.map((name, column) =>
      columns.includes(column) ? MONTHLY.exec(name)![2]! || '数量' : '',
    )
    const own = fitTo('monthly', names)
    const merged = new Map([...shared, ...own.columns])
    const left = lacking.filter((field) => field !== 'month' && !merged.has(field) && !ONE_OF.includes(field))
    if (!ONE_OF.some((field) => merged.has(field))) left.push(ONE_OF[0]!)
    const dated = year && !/\d{4}/.test(month.text) ? { ...month, text: `${year}年${month.text}` } : month
    return { columns: merged, fixed: { month: dated }, lacking: left, own: columns }
  })
}

/** Column → quarter, 1 to 4, of those that add one up. */
function quartersIn(sheet: Sheet, cell: ReturnType<typeof cellReader>, header: Header): Map<number, number> {
  const quarters = new Map<number, number>()
  header.names.forEach((name, column) => {
    const isBelow = SUBTOTAL.test(name) && header.below - header.row > 1
    const quarter = QUARTER.exec(isBelow ? headerName(cellLeft(sheet, cell, header.row, column).text) : name)?.[1]
    if (quarter !== undefined) quarters.set(column, quarterNumber(quarter))
  })
  return quarters
}

/** Of one thing only: where there are several, nobody knows what it adds up. */
const ACROSS = /^(?:至?(?:1[0-2]|[1-9])月|全年|年度|本年|上半年|下半年)?(?:累计|合计|总计|共计)数?$/

/**
 * 1—8月合计发文, 发文合计: which column adds up the months of one kind. 小计, and 二季度合计, may be of some of them only: where it is the only one, and stands
 * beside all months, it is of all.
 */
function wholesOf(names: readonly string[], months: ReadonlySet<number>): Map<string, number> {
  const wholes = new Map<string, number>()
  const parts = new Map<string, number[]>()
  names.forEach((name, column) => {
    const match = WHOLE_OF.exec(name)
    const what = match?.[1] ?? match?.[2]
    const found = what === undefined ? undefined : fitTo('monthly', [what]).columns
    for (const type of TYPED) {
      if (!found?.has(type)) continue
      if (OF_PART.test(name)) parts.set(type, [...(parts.get(type) ?? []), column])
      else if (!wholes.has(type)) wholes.set(type, column)
    }
  })
  const [first, last] = [Math.min(...months), Math.max(...months)]
  for (const [type, columns] of parts) {
    const [column] = columns
    if (columns.length === 1 && (column! < first || column! > last) && !wholes.has(type)) wholes.set(type, column!)
  }
  return wholes
}
const WHOLE_OF =
  /^(?:至?(?:1[0-2]|[1-9])月|全年|年度|本年|第?[一二三四]季度|[上下]半年)?(?:累计|合计|总计|共计|小计)([一-龥]{2,12})$|^([一-龥]{2,12}?)(?:至?(?:1[0-2]|[1-9])月|全年|年度|本年)?(?:累计|合计|总计|共计)数?$/
const OF_PART = /^(?:第?[一二三四]季度|[上下]半年)|小计/

/** Of the months before it. */
const QUARTER = /^第?([一二三四1-4])季度?(?:小计|合计)?$/

/** 小计, below 一季度. */
export const SUBTOTAL = /^(?:小计|合计|季度小计)$/

const TYPED = ['documents', 'meetings', 'inspections']
const ONE_OF = [...TYPED, 'count']

/** What adds up the whole row is none of them: it goes by a name of its own. */
const sharedOf = (columns: readonly (readonly [string, number])[]): [string, number][] =>
  columns.flatMap(([field, column]): [string, number][] => {
    if (field === 'total') return [['across', column]]
    return field.startsWith('total') || field.endsWith('SoFar') ? [] : [[field, column]]
  })

/** What an office's name ends in. */
export const OFFICE = new RegExp(
  `(?:${OFFICE_ENDS}|[馆社]|办公室|管委会|委员会|党校|大队|支队|人大常委会|人大|政协|电视台|(?:工作|服务|管理|推广)站)$`,
)
/** What may stand among them, and is none. */
const BESIDE =
  /其中|[合小总]计|同期|同比|环比|增减|上年|去年|上月|累计|计划|指标|控制|备注|说明|平均|占比|比例|日期|时间/
/** As many of them make a table that has a column for each. */
const FEWEST_OFFICES = 2

/** 月份 | 城关镇 | 柳河镇: a column for each office, or one for each of 发文, 会议, 检查 below it; a row for each month. */
function unitSlices(sheet: Sheet, text: string, header: Header): Slice[] {
  const cell = cellReader(sheet, text)
  const taken = new Set(header.fit.columns.values())
  if (header.below - header.row > 1) return officesAbove(header, cell)
  const sure = header.names.flatMap((name, column) => (OFFICE.test(name) && !taken.has(column) ? [column] : []))
  if (sure.length < FEWEST_OFFICES) return []
  // 党政办 | 社保所 | 经管站: what stands among offices, before what adds them up, is one.
  const end = header.names.findIndex((name) => ACROSS.test(name))
  const [first, last] = [sure[0]!, Math.max(sure.at(-1)!, end - 1)]
  const offices = header.names.flatMap((name, column) =>
    sure.includes(column) ||
    (column > first && column <= last && !taken.has(column) && /^[一-龥]{2,10}$/.test(name) && !BESIDE.test(name))
      ? [column]
      : [],
  )
  const shared = sharedOf([...header.fit.columns])
  return offices.map((column) => ({
    columns: new Map([...shared, ['count', column]]),
    fixed: { unit: cell(header.below - 1, column) },
    lacking: [],
    own: [column],
  }))
}

/** Do offices stand above columns? Then whoever keeps the table is not the one it counts. */
export const hasOffices = (sheet: Sheet, text: string, header: Header): boolean =>
  header.fit.kind === 'monthly' && !header.fit.columns.has('unit') && unitSlices(sheet, text, header).length > 0

/** An office in the upper row of the header, what is counted of it in the lower one. */
function officesAbove(header: Header, cell: ReturnType<typeof cellReader>): Slice[] {
  const offices = new Map<number, number[]>()
  header.names.forEach((_, column) => {
    if (cell(header.below - 1, column).text === '') return
    let left = column
    while (left > 0 && cell(header.row, left).text === '') left--
    if (OFFICE.test(headerName(cell(header.row, left).text))) offices.set(left, [...(offices.get(left) ?? []), column])
  })
  if (offices.size < FEWEST_OFFICES) return []
  const all = new Set([...offices.values()].flat())
  const wholes = wholesBelow(header, cell, all)
  const shared = [
    ...sharedOf(
      [...header.fit.columns].filter(([, column]) => !all.has(column) && !wholes.some(([, other]) => other === column)),
    ),
    ...wholes,
  ]
  const slices = [...offices].map(([office, columns]): Slice => {
    const names = header.names.map((_, column) =>
      columns.includes(column) ? headerName(cell(header.below - 1, column).text) : '',
    )
    return {
      columns: new Map([...shared, ...fitTo('monthly', names).columns]),
      fixed: { unit: cell(header.row, office) },
      lacking: [],
      own: columns,
    }
  })
  return slices.every(({ columns }) => ONE_OF.some((field) => columns.has(field))) ? slices : []
}

/** 合计, above 发文 | 会议 or 发文合计 | 会议合计 | 总计: what adds up all offices, of each kind and of all. */
function wholesBelow(
  header: Header,
  cell: ReturnType<typeof cellReader>,
  taken: ReadonlySet<number>,
): [string, number][] {
  const found = new Map<string, number>()
  header.names.forEach((_, column) => {
    const lower = headerName(cell(header.below - 1, column).text)
    let left = column
    while (left > 0 && cell(header.row, left).text === '') left--
    if (taken.has(column) || !ACROSS.test(headerName(cell(header.row, left).text))) return
    const what = lower.replace(/^(?:合计|总计)(?=.)|(?<=.)(?:合计|总计|小计)$/, '')
    if (lower === '' || SUBTOTAL.test(lower) || ACROSS.test(lower)) {
      if (!found.has('across')) found.set('across', column)
      return
    }
    const { columns } = fitTo('monthly', [what])
    for (const type of TYPED) if (columns.has(type) && !found.has(`across:${type}`)) found.set(`across:${type}`, column)
  })
  return [...found]
}

/** 姓名 | 职务 | 党委工作 | 值班联络: a column for each group, a mark for who is in it; or 姓名 | 职务 | ① | ②: in each the name of a group. */
function groupSlices(sheet: Sheet, text: string, header: Header, title: string): Slice[] {
  const cell = cellReader(sheet, text)
  const taken = new Set(header.fit.columns.values())
  const numbered = header.names.flatMap((name, column) =>
    NUMBERED.test(name) && !taken.has(column) && namesGroups(sheet, header.below, column, title) ? [column] : [],
  )
  const groups = header.names.flatMap((name, column) =>
    name !== '' && !taken.has(column) && isTicked(sheet, header.below, column) ? [column] : [],
  )
  if (groups.length < FEWEST_GROUPS && numbered.length < FEWEST_GROUPS) return []
  // 其他群: not a mark but the names.
  const others = header.names.flatMap((name, column) =>
    (OTHERS.test(name) || numbered.includes(column)) && !taken.has(column) && !groups.includes(column)
      ? [
          {
            columns: new Map([...header.fit.columns, ['group', column]]),
            fixed: saidToBeOf(
              cell(header.below - 1, column),
              numbered.includes(column) && !header.names.some((name) => OWN.test(name)) ? title : '',
            ),
            lacking: [],
            own: [column],
          },
        ]
      : [],
  )
  const ticked = groups.map((column): Slice => {
    const lower = cell(header.below - 1, column)
    const upper = cellLeft(sheet, cell, header.row, column)
    return {
      columns: header.fit.columns,
      fixed: {
        group: lower.text === '' ? upper : lower,
        // 县委建立的五个专项群, above several of them.
        ...(header.below - header.row > 1 && lower.text !== '' && upper.text !== lower.text && { creator: upper }),
      },
      lacking: [],
      own: [column],
      says: TICK,
    }
  })
  return [...ticked, ...others]
}
const OTHERS =
  /^(?:其[他它余]|另外?|额外|此外)(?:还)?(?:加入的?|所在|的)?(?:县委|县级|上级|其[他它余]的?|工作|微信)*群(?:组|聊)?(?:名称)?$/
const FEWEST_GROUPS = 2
/** ①, 第二个, as `headerName` leaves them. */
const NUMBERED = /^第?(?:\d{1,2}|[一二三四五六七八九十])个?群?$/

/** Does the column hold names of groups, and nothing else? Where the title speaks of groups any words are names. */
function namesGroups(sheet: Sheet, from: number, column: number, title: string): boolean {
  const said = Array.from({ length: Math.max(0, sheet.length - from) }, (_, i) => from + i)
    .filter((row) => !standsAlone(sheet, row, sheet.text(row, column).trim()))
    .map((row) => sheet.text(row, column).trim())
    .filter((name) => name !== '' && !/^[-—–/无]+$/.test(name))
  return (
    said.length > 0 &&
    said.every((name) => /^[^\d]{2,}$/.test(name) && !TICK.test(name)) &&
    (title.includes('群') || said.every((name) => name.endsWith('群')))
  )
}

/** 另加入县委其他群 says whose they are; of a number the title does. */
const saidToBeOf = (head: TableCell, title: string): Slice['fixed'] => {
  const creator = CREATOR.exec(head.text)?.[0] ?? JOINED.exec(title)?.[1]
  return creator === undefined ? {} : { creator: { text: creator, span: head.span } }
}
const JOINED = /(?:加入|进入)(县委|县级|上级)[^ ，。]{0,8}群/
const OWN = /本单位|自建|本级|本机关|本[乡镇]/

/** 姓名 | 加入的县委微信群 ① | ②: several columns, in each the name of a group. */
function namedGroupSlices(sheet: Sheet, text: string, header: Header): Slice[] {
  const first = header.fit.columns.get('group')
  if (first === undefined) return []
  const cell = cellReader(sheet, text)
  const names = unnumbered(header.names)
  const groups = names.flatMap((name, column) => (name === names[first] ? [column] : []))
  // One name over columns that have none of their own.
  if (groups.length === 1)
    for (let column = first + 1; names[column] === '' && holdsWords(sheet, header.below, column); column++)
      groups.push(column)
  if (groups.length < FEWEST_GROUPS) return []
  const above = cellLeft(sheet, cell, header.row, first)
  const creator = CREATOR.exec(above.text)?.[0]
  return groups.map((column) => ({
    columns: new Map([...header.fit.columns, ['group', column]]),
    fixed: creator === undefined ? {} : { creator: { text: creator, span: above.span } },
    lacking: [],
    own: [column],
  }))
}
/** 加入的县委微信群 says whose they are. */
const CREATOR = /县委|县级|上级/

const holdsWords = (sheet: Sheet, from: number, column: number): boolean =>
  Array.from({ length: Math.max(0, sheet.length - from) }, (_, i) => sheet.text(from + i, column).trim()).some(
    (said) => said !== '' && !TICK.test(said),
  )

/** Does the column hold marks, and nothing but marks, what adds them up, and who has left? */
function isTicked(sheet: Sheet, from: number, column: number): boolean {
  let ticks = 0
  for (let row = from; row < sheet.length; row++) {
    const said = sheet.text(row, column).trim()
    // 统计时间：2026年11月20日, merged over the table, stands in each of its columns.
    if (said.length > 6 && standsAlone(sheet, row, said)) continue
    if (TICK.test(said)) ticks++
    else if (said !== '' && !/^(?:\d{1,5}|(?:已|拟)?退[群出]?|已退出|未[加入进]{1,2}群?|[否无×✗—－-])$/.test(said))
      return false
  }
  return ticks > 0
}
