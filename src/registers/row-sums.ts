/**
 * Figures that follow from others in their row, in any table whose header says how: 1月…12月 and 全年, 2024年 | 2025年 | 增减 | 增减率, 计划 | 已用 | 剩余.
 * A column means what most of its rows make it mean: where they do not agree with its header, nobody is told anything.
 */
import type { Sheet, Span } from '../core.ts'
import { cellReader, MAX_COLUMNS } from './cells.ts'
import { isNear, numberOf, plain } from './values.ts'

/** A figure that does not follow from those beside it. */
export interface RowFigure {
  readonly kind: 'row' | 'left' | 'change' | 'rate'
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
/** So many rows bear a column's meaning out, at least, and more than do not. */
const FEWEST = 2
/** Without one of them no header says that a column follows from others. */
const TOLD = /增减|差额|同比|变化|较[上去前年]|比[上去前年]|剩|结余|余额|节余|全年|年度|累计|合计|总计|季度|半年/
/** Rows of rates, and of what is not of these months only. */
const NO_ROW = /率|占|比|平均|均|累计|增[减长]|名次|排名|其中/

export function* rowFigures(sheet: Sheet, text: string): Iterable<RowFigure> {
  if (sheet.length < 2 || sheet.length > MOST_ROWS || !TOLD.test(text)) return
  for (let row = 0; row < sheet.length - 1; row++) {
    const names = headerOf(sheet, row)
    if (!names) continue
    const relations = [...sumsOf(names), ...changesOf(names), ...leftOf(names)]
    for (const relation of relations) yield* broken(sheet, text, row, names, relation)
  }
}

/** How one column follows from others of its row. */
interface Relation {
  readonly kind: RowFigure['kind']
  readonly column: number
  readonly before?: number
  readonly after?: number
  /** Undefined where the row does not tell. */
  readonly judge: (cells: (column: number) => string) => { agrees: boolean; computed: string } | undefined
}

/** Rows below a header are looked at until one has words where the figures stand. */
function* broken(
  sheet: Sheet,
  text: string,
  header: number,
  names: readonly string[],
  relation: Relation,
): Iterable<RowFigure> {
  const cell = cellReader(sheet, text)
  const wrong: { readonly row: number; readonly computed: string }[] = []
  let agreeing = 0
  for (let row = header + 1; row < sheet.length; row++) {
    const said = plain(sheet.text(row, relation.column))
    if (names[relation.column] === said || (/^\D+$/.test(said) && headerOf(sheet, row))) break
    if (said === '' || NO_ROW.test(labelOf(sheet, row))) continue
    const judged = relation.judge((column) => plain(sheet.text(row, column)))
    if (!judged) continue
    if (judged.agrees) agreeing++
    else wrong.push({ row, computed: judged.computed })
  }
  if (agreeing < FEWEST || agreeing <= wrong.length) return
  for (const { row, computed } of wrong) {
    const { text: said, span: at } = cell(row, relation.column)
    const name = (column: number | undefined) => (column === undefined ? '' : names[column]!)
    yield {
      kind: relation.kind,
      unit: labelOf(sheet, row),
      column: names[relation.column]!,
      said,
      computed,
      before: name(relation.before),
      after: name(relation.after),
      at,
    }
  }
}

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
  const width = Math.min(sheet.width(row), MAX_COLUMNS)
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
): ReturnType<Relation['judge']> {
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

/** What tells an earlier column from a later one, and what they have in common. */
function timeOf(name: string): { readonly time: number; readonly of: string } | undefined {
  const year = /^(.{0,10}?)((?:19|20)\d{2})年?度?(.{0,10})$/.exec(name)
  if (year) return { time: Number(year[2]), of: year[1]! + year[3]! }
  const said =
    /^(.{0,8}?)(上年度?(?:同期)?|去年(?:同期)?|同期|本年度?|今年|本期|清理前|清理后|整治前|整治后|年初|年末)(.{0,8})$/.exec(
      name,
    )
  if (!said) return undefined
  return { time: /上年|去年|同期|前|年初/.test(said[2]!) ? 0 : 1, of: (said[1]! + said[3]!).replace(/数$/, '') }
}

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

function* changesOf(names: readonly string[]): Iterable<Relation> {
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
        return kind === 'change' ? differs(before, after, said) : grows(before, after, said)
      },
    }
  }
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

function differs(before: number, after: number, { value, signed, percent }: Change): ReturnType<Relation['judge']> {
  if (percent) return undefined
  const computed = Number((after - before).toPrecision(12))
  return {
    agrees: isNear(computed, value) || (!signed && isNear(Math.abs(computed), value)),
    computed: shown(computed),
  }
}

/** As a percentage, rounded or cut off; a sheet may hold it as a fraction. */
function grows(before: number, after: number, said: Change): ReturnType<Relation['judge']> {
  if (before === 0) return undefined
  const rate = ((after - before) / before) * 100
  const computed = said.signed ? rate : Math.abs(rate)
  const value = said.signed ? said.value : Math.abs(said.value)
  const isAt = (written: number, digits: number) => Math.abs(written - computed) < 10 ** -digits * (1 + 1e-9)
  const agrees =
    isAt(value, said.digits) || (!said.percent && said.digits > 1 && isAt(value * 100, Math.max(0, said.digits - 2)))
  return { agrees, computed: `${shown(Number(rate.toFixed(Math.max(1, Math.min(2, said.digits)))))}%` }
}

// ---------------------------------------------------------------------------------------------------- what is left

const PLANNED =
  /^(?:(?:19|20)\d{2}年度?)?(?:年度|全年|本年度?|核定|下达|批准|年初)?(?:发文|会议|督查检查考核|检查)?(?:计划|指标|限额|控制|目标|核定)(?:数|总数|件数|次数|数量|指标|限额)?$/
const USED =
  /^(?:(?:全年|年度|本年|累计|目前|截至目前|合计)?(?:已|实际)(?:用|使用|发|发文|开|召开|印发|开展|执行|完成)|累计(?:使用|完成|执行)|全年(?:使用|执行)|使用|执行)(?:数|件数|次数|数量|指标)?$/
const LEFT = /^(?:还|尚|年末)?(?:剩余?|结余|余额|节余)(?:数|量|指标|件数|次数|数量|额)?$/
/** What may be added to a plan, or taken from it. */
export const MOVED = /追加|调剂|调整|调[入出]|收回|机动|结转|核减|核增|新增|预留|占用/

function* leftOf(names: readonly string[]): Iterable<Relation> {
  const only = (pattern: RegExp): number => {
    const found = names.flatMap((name, column) => (pattern.test(name) ? [column] : []))
    return found.length === 1 ? found[0]! : -1
  }
  const column = only(LEFT)
  if (column < 0 || names.some((name) => MOVED.test(name))) return
  const planned = only(PLANNED)
  const used = names.some((name) => USED.test(name)) ? only(USED) : only(YEAR)
  if (planned < 0 || used < 0) return
  yield {
    kind: 'left',
    column,
    judge(cells) {
      const [plan, spent, said] = [planned, used, column].map((index) => amountOf(cells(index)))
      if (plan === undefined || spent === undefined || said === undefined) return undefined
      const computed = plan - spent
      // Of what was overdrawn some write how much, some 0.
      const agrees = isNear(computed, said) || (computed < 0 && (said === 0 || isNear(-computed, said)))
      return { agrees, computed: shown(computed) }
    },
  }
}
