/**
 * Figures that follow from others in their row, in any table whose header says how: 1月…12月 and 全年, 2024年 | 2025年 | 增减 | 增减率, 计划 | 已用 | 剩余.
 * A column means what most of its rows make it mean: where they do not agree with its header, nobody is told anything.
 */
import { NOT_ADDED } from '../added-up.ts'
import type { Sheet, Span } from '../core.ts'
import { cellReader, firstFilled, MAX_COLUMNS, rowOf } from './cells.ts'
import { isNear, numberOf, plain } from './values.ts'

/** A figure that does not follow from those beside it; `over`: one that does, where the plan stands, and says that more was used than the plan allows. */
export interface RowFigure {
  readonly kind: 'row' | 'left' | 'change' | 'rate' | 'over' | 'falls'
  /** Whose row it is. */
  readonly unit: string
  readonly column: string
  readonly said: string
  readonly computed: string
  /** Of a change: what is compared with what. */
  readonly before: string
  readonly after: string
  readonly at: Span
}

/** Longer sheets are registers of single things. */
const MOST_ROWS = 3_000
/** Rows above a header that may say what it is about. */
const TITLES = 3
/** So many rows bear a column's meaning out, at least, and more than do not. */
const FEWEST = 2
/** Without one of them no header says that a column follows from others. */
const TOLD =
  /增减|差额|同比|变化|较[上去前年]|比[上去前年]|剩|结余|余额|节余|全年|年度|累计|合计|总计|小计|季度|半年|保留|[用行成]率/
/** Rows of rates, and of what is not of these months only. */
const NO_ROW = /率|占|比|平均|均|累计|增[减长]|名次|排名|其中/

/** `file`: its name and what stands above the table in its document. */
export function* rowFigures(sheet: Sheet, text: string, file = ''): Iterable<RowFigure> {
  if (sheet.length < 2 || sheet.length > MOST_ROWS || !TOLD.test(text)) return
  for (let row = 0; row < sheet.length - 1; row++) {
    if (MONTHS_HEAD.test(sheet.text(row, 0).trim())) yield* falling(sheet, text, row)
    const names = headerOf(sheet, row)
    if (!names) continue
    const above = Array.from({ length: Math.min(TITLES, row) }, (_, i) => firstFilled(sheet, row - 1 - i))
    const about = `${file} ${sheet.name} ${above.join(' ')} ${names.join(' ')}`
    const upper = upperOf(sheet, row)
    const shares = [...leftOf(names, upper), ...usedShares(names, upper)]
    const relations = [
      ...sumsOf(names),
      ...changesOf(timesOf(names, upper), (column, pair) => tellsSign(sheet, row, column, pair)),
      ...disposed(names),
      ...shares,
    ]
    const judged = new Set(relations.map(({ column }) => column))
    for (const relation of relations) yield* broken(sheet, text, row, names, about, relation)
    for (const column of names.keys())
      if (TOTAL.test(names[column]!) && !judged.has(column)) yield* addedUpLeft(sheet, text, row, names, about, column)
  }
}

/** How one column follows from others of its row. */
interface Relation {
  readonly kind: RowFigure['kind']
  readonly column: number
  readonly before?: number
  readonly after?: number
  /** What is added to `before`. */
  readonly added?: number
  /** Undefined where the row does not tell. */
  readonly judge: (cells: (column: number) => string) => Judged | undefined
  /** Of a plan: how much there is, of which somebody used more. */
  readonly overdrawn?: (cells: (column: number) => string) => number | undefined
}
interface Judged {
  readonly agrees: boolean
  readonly computed: string
  /** It bears the column's meaning out, though something else is wrong with it. */
  readonly bears?: boolean
}

/** Rows below a header are looked at until one has words where the figures stand. */
function* broken(
  sheet: Sheet,
  text: string,
  header: number,
  names: readonly string[],
  about: string,
  relation: Relation,
): Iterable<RowFigure> {
  const cell = cellReader(sheet, text)
  const wrong: { readonly row: number; readonly computed: string }[] = []
  const over: { readonly row: number; readonly plan: number }[] = []
  let agreeing = 0
  /** By how much the rows are off so far: a row of totals carries that on. */
  let off = 0
  for (let row = header + 1; row < sheet.length; row++) {
    const said = plain(sheet.text(row, relation.column))
    // Names below names belong to the same header.
    if (row <= header + 2 && agreeing + wrong.length === 0 && isNamesOnly(sheet, row)) continue
    if (names[relation.column] === said || (/^\D+$/.test(said) && headerOf(sheet, row))) break
    if (said === '' || NO_ROW.test(labelOf(sheet, row))) continue
    const judged = relation.judge((column) => plain(sheet.text(row, column)))
    if (!judged) continue
    const plan = relation.overdrawn?.((column) => plain(sheet.text(row, column)))
    if (plan !== undefined) over.push({ row, plan })
    if (judged.agrees || judged.bears) agreeing++
    if (judged.agrees) continue
    const by = (amountOf(said) ?? Number.NaN) - Number(judged.computed)
    if (WHOLE_ROW.test(labelOf(sheet, row)) && wrong.length > 0 && isNear(by, off)) continue
    off += by
    wrong.push({ row, computed: judged.computed })
  }
  if (agreeing < FEWEST || agreeing <= wrong.length) return
  for (const { row, plan } of over) {
    if (!CONTROLLED.test(`${about} ${labelOf(sheet, row)}`)) continue
    if (WHOLE_ROW.test(labelOf(sheet, row)) || EXCUSED.test(rowOf(sheet, row).join(' '))) continue
    const { span: at } = cell(row, relation.before!)
    yield {
      kind: 'over',
      unit: labelOf(sheet, row),
      column: '',
      said: plain(sheet.text(row, relation.after!)),
      computed: shown(plan),
      before: '',
      after: '',
      at,
    }
  }
  for (const { row, computed } of wrong) {
    const { text: said, span: at } = cell(row, relation.column)
    const name = (column: number | undefined) => (column === undefined ? '' : names[column]!)
    yield {
      kind: relation.kind,
      unit: labelOf(sheet, row),
      column: names[relation.column]!,
      said,
      computed,
      before: [relation.before, relation.added].map(name).filter(Boolean).join('加'),
      after: name(relation.after),
      at,
    }
  }
}

const isNamesOnly = (sheet: Sheet, row: number): boolean => rowOf(sheet, row).every((cell) => !/\d/.test(cell))

/** What is to be kept few: of trees to plant nobody minds more than were planned. */
const CONTROLLED = /发文|文件|会议|开会|督查|督导|检查|考核|调研|[进入涉迎]企|进校园|迎检|简报/

/** 合计, 总计: a row that adds up others. */
const WHOLE_ROW = /^(?:[合总共小]\s*计|全[县市区乡镇]|总数)/
/** More than was planned, and somebody said that it may be. */
const EXCUSED = /(?<![未无没待]|未经)(?:批准|同意|批复|审批)|追加|调[整增剂]|批〔/

/** Whose row it is: the first cell that is not its number. */
function labelOf(sheet: Sheet, row: number): string {
  for (let column = 0; column < 3; column++) {
    const said = sheet.text(row, column).trim()
    if (said !== '' && !/^[\d—–-]+$/.test(said)) return said.length > 20 ? '' : said
  }
  return ''
}

/** The names of a row of words; where a cell is empty, of the row above: it reaches down. Undefined where the row is none of a header. */
function headerOf(sheet: Sheet, row: number): readonly string[] | undefined {
  // Of cells merged downwards over the last columns nothing may be in the lower row.
  const wide = sheet.merges && row > 0 ? sheet.width(row - 1) : 0
  const width = Math.min(Math.max(sheet.width(row), wide), MAX_COLUMNS)
  if (width < 3) return undefined
  const names: string[] = []
  let told = 0
  for (let column = 0; column < width; column++) {
    const raw = sheet.text(row, column)
    // Figures: an entry.
    if (raw !== '' && /^\s*[-+]?[\d.,]+%?\s*$/.test(raw)) return undefined
    if (TOLD.test(raw)) told++
    names.push(raw)
  }
  // In one cell it is a title.
  if (told === 0 || names.filter((name) => name !== '').length < 3) return undefined
  return names.map((raw, column) => headName(raw === '' && row > 0 ? sheet.text(row - 1, column) : raw))
}

/** What stands over the names of a row, in at most two rows that are more than a title: 年度计划, above 分类 and 小计. */
function upperOf(sheet: Sheet, row: number): (column: number) => string {
  const rows: string[][] = []
  for (let above = row - 1; above >= 0 && rows.length < 2; above--) {
    const names = rowOf(sheet, above).map(headName)
    if (new Set(names.filter((name) => name !== '')).size < 2) break
    rows.push(names)
  }
  return (column) => rows.map((names) => names.slice(0, column + 1).findLast((name) => name !== '') ?? '').join('')
}

/** Without what is in brackets, and its units. */
const headName = (raw: string): string => plain(raw).replace(/[(（][^()（）]{0,12}[)）]/g, '')

// ---------------------------------------------------------------------------------------------------- months and quarters

const MONTH = /^(?:(?:19|20)\d{2}年)?(?:(1[0-2]|0?[1-9])|(十[一二]?|[一二三四五六七八九]))月份?(?:数|数量|件数)?$/
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const SAID_OF_IT =
  '(?:实际|已用|已发|已开|发文|会议|开会|完成|使用|发生|实开|实发|小计|合计|累计|总计|共计|合)?(?:数|数量|件数|次数|总数)?'
const QUARTER = new RegExp(`^(?:(?:19|20)\\d{2}年)?第?([一二三四1-4])季度?${SAID_OF_IT}$`)
const HALF = new RegExp(`^(?:(?:19|20)\\d{2}年)?([上下])半年${SAID_OF_IT}$`)
const YEAR =
  /^(?:(?:19|20)\d{2}年)?(?:(?:全年|年度|本年|当年|年内)(?:合计|累计|总计|小计|共计|实际|已用|已发|已开|实开|实发|发文|开会|完成|使用){0,2}|(?:合计|累计|总计|共计)(?:已用|已发|已开|完成|发文|使用)?|1[-—–~至到]12月(?:合计|累计|小计)?)(?:数|数量|件数|次数|总数)?$/

/** The months (1–12) that a column is about; of 合计 undefined ends: all that stand beside it. */
interface Months {
  readonly column: number
  readonly from: number
  readonly to: number
}

function monthsOf(name: string, column: number): Months | undefined {
  const [, digits, han] = MONTH.exec(name) ?? []
  const month = digits !== undefined ? Number(digits) : han === undefined ? 0 : HAN.indexOf(han) + 1
  if (month > 0) return { column, from: month, to: month }
  const quarter = QUARTER.exec(name)?.[1]
  if (quarter !== undefined) {
    const nth = '一二三四'.indexOf(quarter) + 1 || Number(quarter)
    return { column, from: nth * 3 - 2, to: nth * 3 }
  }
  const half = HALF.exec(name)?.[1]
  if (half === undefined) return undefined
  return half === '上' ? { column, from: 1, to: 6 } : { column, from: 7, to: 12 }
}

/** 1月…12月 and 全年; 一季度, 二季度 and 上半年; months and what they make of a year that is not over. */
function* sumsOf(names: readonly string[]): Iterable<Relation> {
  const spans = names.flatMap((name, column) => monthsOf(name, column) ?? [])
  if (spans.length < 2) return
  // Columns of two header rows, or two tables beside each other.
  const ids = new Set(spans.map(({ from, to }) => `${from} ${to}`))
  const [first, last] = [spans[0]!.column, spans.at(-1)!.column]
  if (ids.size < spans.length || names.slice(first, last + 1).includes('')) return
  const latest = Math.max(...spans.map(({ to }) => to))
  const wholes = names.flatMap((name, column): Months[] => (YEAR.test(name) ? [{ column, from: 1, to: latest }] : []))
  for (const whole of [...spans, ...wholes]) {
    const ways = waysOf(whole, spans)
    if (ways.length > 0) yield { kind: 'row', column: whole.column, judge: (cells) => added(cells, whole, ways) }
  }
}

/** Which columns make up a whole, the finest first: twelve months, four quarters, two halves. */
const waysOf = (whole: Months, spans: readonly Months[]): (readonly Months[])[] =>
  [1, 3, 6].flatMap((length) => {
    const parts = spans.filter(
      ({ from, to, column }) =>
        to - from + 1 === length && from >= whole.from && to <= whole.to && column !== whole.column,
    )
    const isAll = parts.length > 1 && parts.length * length === whole.to - whole.from + 1
    return isAll ? [parts] : []
  })

function added(
  cells: (column: number) => string,
  { column }: Months,
  ways: readonly (readonly Months[])[],
): Judged | undefined {
  const said = amountOf(cells(column))
  if (said === undefined) return undefined
  const sums = ways.map((parts) => {
    const own = parts.map((part) => cells(part.column))
    // Months that are not over yet are empty; one that is empty among others somebody did not tell.
    while (own.at(-1) === '') own.pop()
    const values = own.map((cell) => (cell === '' ? undefined : amountOf(cell)))
    return own.length === 0 || values.includes(undefined)
      ? undefined
      : (values as number[]).reduce((sum, value) => sum + value, 0)
  })
  if (sums.includes(undefined)) return undefined
  return { agrees: (sums as number[]).some((sum) => isNear(sum, said)), computed: shown(sums[0]!) }
}

// ---------------------------------------------------------------------------------------------------- parts beside their sum

/** 小计, 三项合计: of the columns to its left. */
const TOTAL = /^(?:[一-龥]{0,4}(?:小计|合计|总计|共计)|总数)数?$/
/** Rows that must bear out what nothing but their figures says. */
const FEWEST_SUMS = 3
/** And so many more of them than of others. */
const SURELY = 3
const MOST_PARTS = 12

/** 督查 | 检查 | 考核 | 小计: which columns to its left a sum adds up its rows tell, as many of them as there may be. */
function* addedUpLeft(
  sheet: Sheet,
  text: string,
  row: number,
  names: readonly string[],
  about: string,
  column: number,
): Iterable<RowFigure> {
  const parts: number[] = []
  for (let left = column - 1; left > 0 && parts.length < MOST_PARTS; left--) {
    const name = names[left]!
    if (TOTAL.test(name) || NOT_ADDED.test(name) || NOT_PART.test(name)) break
    if (!holdsFigures(sheet, row + 1, left)) break
    parts.unshift(left)
  }
  for (; parts.length > 1; parts.shift()) {
    const judge: Relation['judge'] = (cells) => sumOfParts(cells, parts, column)
    const seen = { agreeing: 0, wrong: 0 }
    for (let below = row + 1; below < sheet.length; below++) {
      if (NO_ROW.test(labelOf(sheet, below)) || plain(sheet.text(below, column)) === '') continue
      const cells = (index: number) => plain(sheet.text(below, index))
      // One figure and nothings make any sum.
      if (parts.filter((part) => (amountOf(cells(part)) ?? 0) !== 0).length < 2) continue
      const judged = judge(cells)
      // A row of totals carries on what is wrong above it.
      if (judged && (judged.agrees || !WHOLE_ROW.test(labelOf(sheet, below)) || seen.wrong === 0))
        seen[judged.agrees ? 'agreeing' : 'wrong']++
    }
    if (seen.agreeing < FEWEST_SUMS || seen.agreeing < seen.wrong * SURELY) continue
    yield* broken(sheet, text, row, names, about, { kind: 'row', column, judge })
    return
  }
}
const NOT_PART = /其中|序号|上年|去年|同期|计划|控制|指标|上限|剩余|结余/

function holdsFigures(sheet: Sheet, from: number, column: number): boolean {
  let figures = 0
  for (let row = from; row < sheet.length && figures < FEWEST_SUMS; row++) {
    const said = plain(sheet.text(row, column))
    if (said === '') continue
    if (amountOf(said) !== undefined) figures++
    else if (figures > 0) return false
  }
  return figures === FEWEST_SUMS
}

function sumOfParts(cells: (column: number) => string, parts: readonly number[], whole: number): Judged | undefined {
  const said = amountOf(cells(whole))
  const values = parts.map((part) => (cells(part) === '' ? undefined : amountOf(cells(part))))
  if (said === undefined || values.includes(undefined)) return undefined
  const sum = (values as number[]).reduce((all, value) => all + value, 0)
  return { agrees: isNear(sum, said), computed: shown(sum) }
}

/** 原有 | 保留 | 撤销 | 合并: what became of what there was. */
const BEFORE_ALL =
  /^(?:原有?|清理前|整[合治]前|规范前|撤并前|改革前|排查|梳理|摸排|应清理|总)(?:有|共)?(?:总?数|个数|数量|总量|机构数|群数)?$/
const BECAME =
  /^(?:拟|已|其中)?(?:保留|留存|撤销|取消|合并|整合|归并|并入|精简|废止|注销|关停|解散|更名|转隶|划转|移交|关闭|退出|停用|暂缓)(?:总?数|个数|数量|机构数|群数)?$/

function* disposed(names: readonly string[]): Iterable<Relation> {
  for (const [column, name] of names.entries()) {
    if (!BEFORE_ALL.test(name)) continue
    const parts: number[] = []
    for (let next = column + 1; next < names.length && BECAME.test(names[next]!); next++) parts.push(next)
    if (parts.length > 1) yield { kind: 'row', column, judge: (cells) => sumOfParts(cells, parts, column) }
  }
}

const amountOf = (said: string): number | undefined => (/[%‰万亿]/.test(said) ? undefined : numberOf(said))
const shown = (value: number): string => String(Number(value.toFixed(2)))

// ---------------------------------------------------------------------------------------------------- two years beside each other

/** 增减, 比上年增减, 较2024年增减数, 同比增减; not 增减原因, 增减率. */
const BY =
  '(?:(?:同比|与?[较比]?(?:上年度?|去年|上年同期|去年同期|同期|年初|清理前|(?:19|20)\\d{2}年度?)相?比?|两年|[升降])?)'
const CHANGE = new RegExp(
  `^${BY}(?:增减|差额|变化|变动|增减变化|增\\+减-|增长/?减少|减少|增加|压减|精简)(?:数|量|数量|件数|次数|额|值|情况)?$`,
)
/** Of what became fewer nobody writes that it is less than 0. */
const ONE_WAY = /减少|增加|压减|精简|下降|降幅|增幅/
const RATE = new RegExp(
  `^${BY}(?:增减|增长|变化|变动|增幅|升降|减少|压减|下降|精简)(?:率|幅度?|比例|百分比|%)$|^${BY}(?:增幅|降幅|升降幅度?|[+±]%)$`,
)
/** Beside them, and none of the two figures. */
const COMPARES = /增减|差额|变化|变动|增长|[增降]幅|升降|减少|增加|压减|下降|精简|率$|占比|比重/

/** 2025年全年, 2026年1—10月: of which part of it. */
const SPAN =
  /^(?:全年|年度|(?:1月?[-—–~至到])?(?:1[0-2]|[1-9])月(?:底|末)?|[上下]半年|(?:前?[一二三四]|前三)季度|截[至止](?:1[0-2]|[1-9])月(?:底|末)?)(?:累计|合计)?/

/** What tells an earlier column from a later one, and what they have in common. */
function timeOf(name: string): { readonly time: number; readonly of: string } | undefined {
  const year = /^(.{0,10}?)((?:19|20)\d{2})年?度?(.{0,10})$/.exec(name)
  if (year) return { time: Number(year[2]), of: (year[1]! + year[3]!).replace(SPAN, '') }
  const said =
    /^(.{0,8}?)(上年度?(?:同期)?|去年(?:同期)?|同期|本年度?|今年|本期|清理前|清理后|整治前|整治后|年初|年末)(.{0,8})$/.exec(
      name,
    )
  if (!said) return undefined
  return { time: /上年|去年|同期|前|年初/.test(said[2]!) ? 0 : 1, of: (said[1]! + said[3]!).replace(/数$/, '') }
}

/** 累计, below 2026年 beside 一季度 | 二季度 | 三季度: the figure of that year. */
const timesOf = (names: readonly string[], upper: (column: number) => string): readonly string[] =>
  names.map((name, column) => {
    const years = SUM_OF_YEAR.test(name) ? new Set(upper(column).match(/(?:19|20)\d{2}年/g)) : undefined
    return years?.size === 1 ? [...years][0]! : name
  })
const SUM_OF_YEAR = /^(?:累计|合计|小计|总计)数?$/

/** The two columns to the left of a comparison are what it compares, if their names are those of two times of one thing. */
function pairLeftOf(names: readonly string[], column: number): { before: number; after: number } | undefined {
  let right = column - 1
  while (right > 0 && COMPARES.test(names[right]!)) right--
  if (right < 1) return undefined
  const [left, near] = [timeOf(names[right - 1]!), timeOf(names[right]!)]
  if (!left || !near || left.of !== near.of || left.time === near.time) return undefined
  // Figures of something planned are not compared with those of what was done.
  if (/计划|目标|指标|率|占比|排名/.test(left.of)) return undefined
  // Of three years somebody may mean the first.
  const third = right > 1 ? timeOf(names[right - 2]!) : undefined
  if (third && third.of === left.of) return undefined
  const named = /((?:19|20)\d{2})年/.exec(names[column]!)?.[1]
  if (named && Number(named) !== Math.min(left.time, near.time)) return undefined
  return left.time < near.time ? { before: right - 1, after: right } : { before: right, after: right - 1 }
}

function* changesOf(
  names: readonly string[],
  isSigned: (column: number, pair: { readonly before: number; readonly after: number }) => boolean,
): Iterable<Relation> {
  for (const [column, name] of names.entries()) {
    const kind = CHANGE.test(name) ? 'change' : RATE.test(name) ? 'rate' : undefined
    const pair = kind && pairLeftOf(names, column)
    if (!kind || !pair) continue
    yield {
      kind,
      column,
      ...pair,
      judge(cells) {
        const [before, after] = [amountOf(cells(pair.before)), amountOf(cells(pair.after))]
        const written = changeOf(cells(column))
        if (before === undefined || after === undefined || !written) return undefined
        const said = ONE_WAY.test(name) ? { ...written, value: Math.abs(written.value), signed: false } : written
        if (kind === 'rate') return grows(before, after, said)
        const judged = differs(before, after, said)
        // 6 where it became more, and 5 where it became fewer.
        if (!judged?.agrees || said.signed || ONE_WAY.test(name) || after >= before || said.value === 0) return judged
        return isSigned(column, pair) ? { ...judged, agrees: false, bears: true } : judged
      },
    }
  }
}

/**
 * Does a column say less by a minus, and more by none? Where one row has it, or as many rows that became more have a bare number as rows that became fewer.
 */
function tellsSign(
  sheet: Sheet,
  header: number,
  column: number,
  { before, after }: { readonly before: number; readonly after: number },
): boolean {
  let [less, more] = [0, 0]
  for (let row = header + 1; row < sheet.length; row++) {
    const [was, is] = [before, after].map((index) => amountOf(plain(sheet.text(row, index))))
    const said = changeOf(plain(sheet.text(row, column)))
    if (was === undefined || is === undefined || !said || said.value === 0 || NO_ROW.test(labelOf(sheet, row))) continue
    if (is < was && said.value < 0) return true
    // +6 beside 5 may be as somebody likes.
    if (is > was && said.signed) return false
    if (is > was) more++
    else if (is < was) less++
  }
  return more > 0 && more >= less
}

interface Change {
  readonly value: number
  /** Somebody wrote whether it is more or less. */
  readonly signed: boolean
  readonly percent: boolean
  /** How many digits stand behind its point. */
  readonly digits: number
}

/** -4, +3, 减少4件, ↓11.1%, 增长25%, 持平. */
function changeOf(said: string): Change | undefined {
  if (/^(?:持平|不变|无变化|[-—–]+)$/.test(said)) return undefined
  const match =
    /^([-−+＋]|增[加长]?了?|上升|[减下]少?降?了?|下降了?|降低?|[↑↓])?(\d{1,9})(?:\.(\d{1,17}))?(%)?[件次个场项份人]?([↑↓])?$/.exec(
      said,
    )
  if (!match) return undefined
  const [, sign = '', whole, part = '', percent, behind = ''] = match
  const isLess = /[-−减下降↓]/.test(sign + behind)
  const value = Number(part === '' ? whole : `${whole}.${part}`)
  return {
    value: isLess ? -value : value,
    signed: sign + behind !== '',
    percent: percent !== undefined,
    digits: part.length,
  }
}

function differs(before: number, after: number, { value, signed, percent }: Change): Judged | undefined {
  if (percent) return undefined
  const computed = Number((after - before).toPrecision(12))
  return {
    agrees: isNear(computed, value) || (!signed && isNear(Math.abs(computed), value)),
    computed: shown(computed),
  }
}

/** As a percentage, rounded or cut off; a sheet may hold it as a fraction. */
function grows(before: number, after: number, said: Change): Judged | undefined {
  if (before === 0) return undefined
  return asPercentage(((after - before) / before) * 100, said)
}

function asPercentage(rate: number, said: Change): Judged {
  const computed = said.signed ? rate : Math.abs(rate)
  const value = said.signed ? said.value : Math.abs(said.value)
  const isAt = (written: number, digits: number) => Math.abs(written - computed) < 10 ** -digits * (1 + 1e-9)
  const agrees =
    isAt(value, said.digits) || (!said.percent && said.digits > 1 && isAt(value * 100, Math.max(0, said.digits - 2)))
  return { agrees, computed: `${shown(Number(rate.toFixed(Math.max(1, Math.min(2, said.digits)))))}%` }
}

// ---------------------------------------------------------------------------------------------------- what only grows

const SO_FAR = /累计/
const NO_COUNT = /率|占|比|均|剩|余|增|减|计划|目标/
/** 9月底, 截至10月31日, 1—6月, 6月: up to which month. */
const UNTIL_MONTH = /^(?:(?:19|20)\d{2}年)?(?:截[至止])?(?:1月?[-—–~至到])?(1[0-2]|[1-9])月(?:份|底|末|\d{1,2}[日号])?$/
const MONTHS_HEAD = /^(?:截[至止])?(?:月份|时间|日期|统计时间|时点|节点|截止?[至止]?(?:月份|时间|日期)|期间)$/

/** 截至月份 | 累计发文: month by month of one office, and one figure is less than the one before it, which all others are not. */
function* falling(sheet: Sheet, text: string, header: number): Iterable<RowFigure> {
  const names = rowOf(sheet, header).map(headName)
  const cell = cellReader(sheet, text)
  for (const [column, name] of names.entries()) {
    if (!SO_FAR.test(name) || NO_COUNT.test(name)) continue
    let [last, before, rises] = [0, -1, 0]
    const fallen: { readonly row: number; readonly before: number }[] = []
    for (let row = header + 1; row < sheet.length; row++) {
      const month = Number(UNTIL_MONTH.exec(plain(sheet.text(row, 0)))?.[1] ?? 0)
      const value = amountOf(plain(sheet.text(row, column)))
      if (month <= last || value === undefined) break
      if (value < before) fallen.push({ row, before })
      else if (before >= 0) rises++
      last = month
      before = value
    }
    const [only] = fallen
    if (fallen.length !== 1 || !only || rises < FEWEST || CORRECTED.test(rowOf(sheet, only.row).join(' '))) continue
    const { text: said, span: at } = cell(only.row, column)
    const computed = shown(only.before)
    yield { kind: 'falls', unit: labelOf(sheet, only.row), column: name, said, computed, before: '', after: '', at }
  }
}
/** Somebody says why. */
const CORRECTED = /[更订改纠]正|核减|剔除|重复|调整|扣除|口径|撤[销回]|废止/

// ---------------------------------------------------------------------------------------------------- what is left

const WHAT = '(?:发文|文件|会议|开会|督查检查考核|督查检查|督查|督导|检查|调研|[进入]企|简报|活动)?'
const PLANNED = new RegExp(
  `^(?:(?:19|20)\\d{2}年度?)?(?:年度|全年|本年度?|核定|下达|批准|年初)?${WHAT}(?:计划|指标|限额|控制|目标|核定|上限|额度){1,2}(?:数|总数|件数|次数|数量|指标|限额)?$`,
)
const USED =
  /^(?:(?:全年|年度|本年|累计|目前|截至目前|合计)?(?:已|实际)(?:用|使用|发|发文|开|召开|印发|开展|执行|完成|[进入查检办去]|[进入]企|检查)|累计(?:使用|完成|执行)|全年(?:使用|执行)|使用|执行|完成|实际)(?:数|件数|次数|数量|指标)?$/
/** 1—9月, beside the plan of the year. */
const UNTIL = /^1月?[-—–~至到](?:1[0-2]|[2-9])月(?:实际|累计|合计|已用|完成|使用)?(?:数|件数|次数|数量)?$/
const LEFT = /^(?:还|尚|年末)?(?:剩余?|结余|余额?|节余)(?:数|量|指标|件数|次数|数量|额)?$/
/** What stands over 小计. */
const OVER_PLANNED = /计划|控制|指标|限额|上限|核定/
const OVER_USED = /实际|已|执行|完成|使用|累计/
const SUM = /^(?:小计|合计|总计)$/
/** What may be added to a plan, or taken from it. */
export const MOVED = /追加|调剂|调整|调[入出]|收回|机动|结转|核减|核增|新增|预留|占用/

/** 调整后计划: what the changes beside it made of a plan. */
const CHANGED_PLAN =
  /^(?:调整|变更|追加|调剂|增减)后(?:的)?(?:年度|全年)?(?:计划|指标|核定|控制)?(?:数|总数|数量|指标)?$/
/** 追加, beside 年初计划; of other changes nothing tells whether they add or take. */
const ADDED = /^(?:年中|中途|后期|经批准|批准|获批)?(?:追加|调增|核增)(?:计划|指标|限额)?(?:数|数量|件数|次数)?$/

interface PlanUsed {
  readonly before: number
  readonly after: number
  /** What was added to the plan later. */
  readonly added?: number
}

/** How much a plan is with what was added to it; an empty cell adds nothing. */
const planOf = ({ before, added }: PlanUsed, cells: (column: number) => string): number | undefined => {
  const plan = amountOf(cells(before))
  const more = added === undefined || cells(added) === '' ? 0 : amountOf(cells(added))
  return plan === undefined || more === undefined ? undefined : plan + more
}

/** The plan and what was used of it, of the columns from `from` to `to`; undefined where there is not one of each, or nobody knows what changed the plan. */
function planLeftOf(
  names: readonly string[],
  upper: (column: number) => string,
  from: number,
  to: number,
): PlanUsed | undefined {
  const own = Array.from({ length: to - from }, (_, i) => from + i)
  const only = (...tests: ((column: number) => boolean)[]): number => {
    for (const test of tests) {
      const found = own.filter(test)
      if (found.length > 0) return found.length === 1 ? found[0]! : -1
    }
    return -1
  }
  const isSum = (column: number): boolean => SUM.test(names[column]!)
  const before = only(
    (column) => CHANGED_PLAN.test(names[column]!),
    (column) => PLANNED.test(names[column]!),
    (column) => isSum(column) && OVER_PLANNED.test(upper(column)),
  )
  const after = only(
    (column) => USED.test(names[column]!),
    (column) => YEAR.test(names[column]!) && !OVER_PLANNED.test(upper(column)),
    (column) => UNTIL.test(names[column]!),
    (column) => isSum(column) && OVER_USED.test(upper(column)) && !OVER_PLANNED.test(upper(column)),
  )
  if (before < 0 || after < 0 || before === after) return undefined
  const moved = own.filter((column) => MOVED.test(names[column]!) || MOVED.test(upper(column)))
  if (moved.length === 0 || CHANGED_PLAN.test(names[before]!)) return { before, after }
  const [added] = moved
  return moved.length === 1 && ADDED.test(names[added!]!) ? { before, after, added: added! } : undefined
}

/**
 * Of several columns of one meaning each ends a group of its own; one alone may stand anywhere. None where something behind the last says how plans were
 * changed.
 */
function groupsOf(
  columns: readonly number[],
  names: readonly string[],
): { column: number; from: number; to: number }[] {
  const [only, ...more] = columns
  if (only === undefined) return []
  if (more.length === 0) return [{ column: only, from: 0, to: names.length }]
  if (names.slice(columns.at(-1)! + 1).some((name) => MOVED.test(name))) return []
  return columns.map((column, i) => ({ column, from: (columns[i - 1] ?? -1) + 1, to: column }))
}

const namedSo = (names: readonly string[], pattern: RegExp): number[] =>
  names.flatMap((name, column) => (pattern.test(name) ? [column] : []))

/** 计划 | 已用 | 剩余, once or for each of several kinds. */
function* leftOf(names: readonly string[], upper: (column: number) => string): Iterable<Relation> {
  for (const { column, from, to } of groupsOf(namedSo(names, LEFT), names)) {
    const pair = planLeftOf(names, upper, from, to)
    if (!pair) continue
    const amounts = (cells: (column: number) => string) =>
      [planOf(pair, cells), amountOf(cells(pair.after)), amountOf(cells(column))] as const
    yield {
      kind: 'left',
      column,
      ...pair,
      judge(cells) {
        const [plan, spent, said] = amounts(cells)
        if (plan === undefined || spent === undefined || said === undefined) return undefined
        const computed = plan - spent
        // Of what was overdrawn some write how much, some 0.
        const agrees = isNear(computed, said) || (computed < 0 && (said === 0 || isNear(-computed, said)))
        return { agrees, computed: shown(computed) }
      },
      overdrawn(cells) {
        const [plan, spent] = amounts(cells)
        return plan !== undefined && spent !== undefined && spent > plan ? plan : undefined
      },
    }
  }
}

/** 使用率, 占计划比例: what was used as a percentage of the plan. */
const SHARE =
  /^(?:(?:计划|指标|年度计划|控制数)?(?:使用|执行|完成|占用|用量)(?:率|比例|占比|进度|百分比)|占(?:年度)?(?:计划|指标|控制)数?(?:的)?(?:比例|百分比|比重|比|%)?)$/

function* usedShares(names: readonly string[], upper: (column: number) => string): Iterable<Relation> {
  for (const { column, from, to } of groupsOf(namedSo(names, SHARE), names)) {
    const pair = planLeftOf(names, upper, from, to)
    if (!pair) continue
    yield {
      kind: 'rate',
      column,
      ...pair,
      judge(cells) {
        const [plan, spent] = [planOf(pair, cells), amountOf(cells(pair.after))]
        const said = changeOf(cells(column))
        if (plan === undefined || plan <= 0 || spent === undefined || !said) return undefined
        return asPercentage((spent / plan) * 100, said)
      },
    }
  }
}
