/** What all forms of the ledger say in the same words. */
import { some, who } from '../english.ts'
import {
  type Gap,
  type Ledger,
  type LedgerChange,
  type LedgerKind,
  type LedgerRow,
  type LedgerState,
  usedOf,
} from './data.ts'

export interface LedgerWords {
  readonly title: (year: number) => string
  readonly asOf: (ledger: Ledger) => string
  readonly counts: (ledger: Ledger) => string
  readonly kinds: Readonly<Record<LedgerKind, string>>
  /** In four columns of a terminal. */
  readonly short: Readonly<Record<LedgerKind, string>>
  readonly states: Readonly<Record<LedgerState, string>>
  /** Told apart without colour: two ASCII characters. */
  readonly marks: Readonly<Record<LedgerState, string>>
  readonly total: string
  readonly month: (month: number) => string
  /** A column of a group of columns, where the group has no head of its own. */
  readonly under: (group: string, column: string) => string
  readonly heads: {
    readonly unit: string
    readonly kind: string
    readonly state: string
    readonly year: string
    readonly quota: string
    readonly used: string
    readonly usedOfQuota: string
    readonly share: string
    readonly pace: string
    readonly forecast: string
    readonly exhausted: string
    readonly latest: string
    readonly sameMonth: string
    readonly cumulative: string
    readonly now: string
    readonly before: string
    readonly by: string
    readonly ratio: string
  }
  readonly page: (from: number, to: number, all: number) => string
  readonly hidden: (units: number) => string
  readonly none: string
  /** Headings of the page, and what its lines are. */
  readonly first: string
  readonly byUnit: string
  readonly all: string
  readonly about: string
  readonly lines: Readonly<Record<'now' | 'ahead' | 'before' | 'quota', string>>
  /** What the figures at the drawings are. */
  readonly cards: string
  readonly past: (year: number, figures: string) => string
  /** How the bars of a terminal read. */
  readonly bars: string
  /** Names of the workbook's sheets, and what stands before what the registers lack. */
  readonly sheets: { readonly rows: string; readonly about: string; readonly gap: string }
  readonly definitions: (ledger: Pick<Ledger, 'early'>) => readonly (readonly [name: string, text: string])[]
  readonly gap: (gap: Gap) => string
}

const few = ({ names, more }: Gap['args'], rest: string) => `${names}${more ? rest : ''}`
const percentOf = (share: number) => `${Math.round(share * 100)}%`

const zh: LedgerWords = {
  title: (year) => `${year}年发文、会议、督查检查考核一张表`,
  asOf: ({ asOf, over, year }) =>
    over === 12
      ? `${year} 年全年（截至 ${asOf}）`
      : `截至 ${asOf}，${over === 0 ? '还没有过完一个月' : `过完了 ${over} 个月`}`,
  counts: ({ units, counts }) =>
    `${units.length} 个单位 ${sum(counts)} 项：超量 ${counts.over}，预警 ${counts.near}，正常 ${counts.fine}${counts.unplanned > 0 ? `，没有计划 ${counts.unplanned}` : ''}${counts.unknown > 0 ? `，没有统计 ${counts.unknown}` : ''}`,
  kinds: { documents: '发文', meetings: '会议', inspections: '督查检查考核' },
  short: { documents: '发文', meetings: '会议', inspections: '督检' },
  states: { over: '超量', near: '预警', fine: '正常', unplanned: '无计划', unknown: '无统计' },
  marks: { over: '!!', near: ' !', fine: '  ', unplanned: ' ?', unknown: ' ?' },
  total: '全部单位合计',
  month: (month) => `${month}月`,
  under: (group, column) => group + column,
  heads: {
    unit: '单位',
    kind: '类别',
    state: '状态',
    year: '年度',
    quota: '计划',
    used: '已用',
    usedOfQuota: '已用/计划',
    share: '占比',
    pace: '进度',
    forecast: '预计',
    exhausted: '用完',
    latest: '统计到',
    sameMonth: '同月',
    cumulative: '累计',
    now: '今年',
    before: '去年',
    by: '增减',
    ratio: '增减率',
  },
  page: (from, to, all) => `第 ${from === to ? from : `${from}–${to}`} 个单位，共 ${all} 个`,
  hidden: (units) => `另有 ${units} 个单位没有超量、预警，没有列出。`,
  first: '先看这些',
  byUnit: '各单位逐月累计',
  all: '全部数字',
  about: '怎么算的',
  lines: { now: '今年累计', ahead: '到年底的预计', before: '去年累计', quota: '年度计划' },
  cards: '图上方的数是已用/计划，下方写年份的是那一年的已用/计划，“累计”是比去年同期的增减。',
  past: (year, figures) => `${year}年 ${figures}`,
  bars: '横条：# 已用，. 没有用的，| 计划，> 超出的；表头的 v 是今年过到了哪里。',
  sheets: { rows: '一张表', about: '说明', gap: '注意' },
  none: '台账里没有发文、会议、督查检查考核的计划和数量。',
  definitions: ({ early }) => [
    ['已用', '今年截至判断之日的数，当月的也算。'],
    ['占比', '已用 ÷ 年度计划。'],
    ['进度', '过完的月份的数 ÷ 这些月份的个数 × 12：照今年这个速度，全年是多少。'],
    ['预计', '到年底的数：已经过完的月份按实数，其余月份按去年同月；没有去年的，按今年的月平均。'],
    ['用完', '计划在哪个月用完，或者照今年的月平均将在哪个月用完；全年够用的不写。'],
    ['同月', '最近一个过完的月份比去年同月多几件、少几件。'],
    ['累计', '今年过完的、有统计的各月合计，比去年同样的月份增减多少；去年是零的，写件数。'],
    [
      '状态',
      `超量（!!）：已用超过计划。预警（!）：占比达到 ${percentOf(early.share)}，或者有了 ${early.months} 个月的数而进度超过计划；文件没有规定这两个数，默认的 80%、3 个月是本工具的取值。`,
    ],
  ],
  gap: ({ code, args }) => {
    switch (code) {
      case 'other-year':
        return `台账里没有 ${args.today} 年的数，这里是 ${args.year} 年。`
      case 'not-renamed':
        return `--renamed 写的旧名 ${args.names} 在台账里没有，没有合并。`
      case 'empty-year':
        return `没有 ${args.year} 年的；有数的是 ${args.years} 年，可用 --year 指定。`
      case 'no-plan':
        return `台账里没有 ${args.year} 年的计划，只能看数量和增减。`
      case 'unread-plan':
        return `计划里有的单位写的不是数，没有列出：${args.names}。`
      case 'yearless-plan':
        return `计划没有写明是哪一年的，按 ${args.year} 年算。`
      case 'yearless-statistics':
        return `有的月度统计没有写明是哪一年的，按 ${args.year} 年算。`
      case 'repeated':
        return `${args.count} 行重复填了同一单位、同一时间的数，只按先填的算。`
      case 'unplanned':
        return `${args.count} 个单位有的类别没有年度计划：${few(args, '等')}。${args.apart ? '全部单位合计只算有计划的。' : ''}`
      case 'no-statistics':
        return `${args.count} 个单位有的类别有计划，没有 ${args.year} 年的统计：${few(args, '等')}。`
      case 'not-yet':
        return `统计最晚到 ${args.latest} 月，${args.over === Number(args.latest) + 1 ? `${args.over} 月` : `${Number(args.latest) + 1}–${args.over} 月`}的还没有。`
      case 'missing-months':
        return `${args.count} 个单位有的类别在 ${args.latest} 月以前有的月份没有统计，进度按有统计的月份算：${few(args, '等')}。`
      case 'no-last-year':
        return `台账里没有 ${args.year} 年的数，不能与去年比。`
      case 'partly-last-year':
        return `${args.count} 个单位有的类别没有 ${args.year} 年的数，不能与去年比：${few(args, '等')}。`
      case 'units-changed':
        return `${args.gone} 只有 ${args.year} 年的数，${args.fresh} 没有 ${args.year} 年的数；如果是改了名，请加 --renamed 旧名=新名。`
      case 'from-items':
        return `${args.count} 项没有月度统计，按逐件登记的数。`
      case 'from-totals':
        return `${args.count} 项只有累计数，每月的数由累计数相减得来。`
      case 'from-sums':
        return `${args.count} 项有几个月只有合在一起的累计数，平均摊到了各月。`
      case 'undated-items':
        return `${args.count} 行登记没有单位、类别或者日期，没有计入。`
      case 'conflicting':
        return `${args.count} 个数在两份台账里不一样，以后读到的为准：${args.names}。`
    }
  },
}

const en: LedgerWords = {
  title: (year) => `Documents, meetings and inspections, ${year}`,
  asOf: ({ asOf, over, year }) =>
    over === 12 ? `Whole year ${year} (as of ${asOf})` : `As of ${asOf}, ${over} months are over`,
  counts: ({ units, counts }) =>
    `${some(units.length, 'unit')}, ${some(sum(counts), 'row')}: ${counts.over} over quota, ${counts.near} near, ${counts.fine} fine${counts.unplanned > 0 ? `, ${counts.unplanned} without a plan` : ''}${counts.unknown > 0 ? `, ${counts.unknown} without counts` : ''}`,
  kinds: { documents: 'documents', meetings: 'meetings', inspections: 'inspections' },
  short: { documents: 'doc.', meetings: 'meet', inspections: 'insp' },
  states: { over: 'over', near: 'near', fine: 'fine', unplanned: 'noplan', unknown: 'nodata' },
  marks: zh.marks,
  total: 'All units',
  month: (month) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]!,
  under: (group, column) => `${group} ${column}`,
  heads: {
    unit: 'unit',
    kind: 'kind',
    state: 'state',
    year: 'year',
    quota: 'quota',
    used: 'used',
    usedOfQuota: 'used/quota',
    share: 'share',
    pace: 'pace',
    forecast: 'fcst',
    exhausted: 'ends',
    latest: 'up to',
    sameMonth: 'month',
    cumulative: 'total',
    now: 'this year',
    before: 'last year',
    by: 'change',
    ratio: 'change %',
  },
  page: (from, to, all) => `${from === to ? `unit ${from}` : `units ${from}–${to}`} of ${all}`,
  hidden: (units) => `${units} more ${units === 1 ? 'unit is' : 'units are'} neither over nor near, and not listed.`,
  first: 'Look at these first',
  byUnit: 'Month by month, per unit',
  all: 'All figures',
  about: 'How it is counted',
  lines: { now: 'this year so far', ahead: 'forecast to December', before: 'last year', quota: 'quota of the year' },
  cards: 'Above a chart: used/quota; below it: the same of earlier years, and “total”, the change on last year.',
  past: (year, figures) => `${year}: ${figures}`,
  bars: 'bars: # used, . left, | the quota, > beyond it; v above them is how far the year has come.',
  sheets: { rows: 'Ledger', about: 'About', gap: 'note' },
  none: 'The registers hold no plan and no counts of documents, meetings or inspections.',
  definitions: ({ early }) => [
    ['used', 'counted this year up to the day of judgement, the current month included.'],
    ['share', 'used ÷ quota of the year.'],
    ['pace', 'counted in whole months ÷ their number × 12: the year at this speed.'],
    [
      'fcst',
      'at the end of the year: whole months as counted, the others as in the same month of last year; without last year, the monthly average of this year.',
    ],
    ['ends', 'the month in which the quota was used up, or will be at the monthly average of this year.'],
    ['month', 'the latest whole month against the same month of last year.'],
    ['total', 'whole months with statistics against the same months of last year.'],
    [
      'state',
      `over (!!): more used than the quota. near (!): share at least ${percentOf(early.share)}, or ${early.months} months known and the pace above the quota; no source states these numbers, the defaults of 80% and 3 months are this tool's.`,
    ],
  ],
  gap: ({ code, args }) => {
    switch (code) {
      case 'other-year':
        return `The registers hold nothing of ${args.today}; this is ${args.year}.`
      case 'not-renamed':
        return `No register has the former name ${args.names} of --renamed.`
      case 'empty-year':
        return `Nothing of ${args.year}; there are figures of ${args.years} (--year).`
      case 'no-plan':
        return `No plan for ${args.year}: only counts and changes are shown.`
      case 'unread-plan':
        return `Units whose plan is no number are left out: ${args.names}.`
      case 'yearless-plan':
        return `A plan does not name its year; taken for ${args.year}.`
      case 'yearless-statistics':
        return `Some statistics do not name their year; taken for ${args.year}.`
      case 'repeated':
        return `${who(Number(args.count), 'row', 'say')} again what another row of their register says; the first counts.`
      case 'unplanned':
        return `${who(Number(args.count), 'unit', 'lack')} a quota for some kind: ${few(args, ' …')}.${args.apart ? ' The totals are of those that have one.' : ''}`
      case 'no-statistics':
        return `${who(Number(args.count), 'unit', 'have')} a plan and no counts of ${args.year} for some kind: ${few(args, ' …')}.`
      case 'not-yet':
        return `Counts end with month ${args.latest}; ${args.over} months are over.`
      case 'missing-months':
        return `${who(Number(args.count), 'unit', 'lack')} counts of months before month ${args.latest} for some kind; pace is taken of the months that are there: ${few(args, ' …')}.`
      case 'no-last-year':
        return `Nothing of ${args.year}: no comparison with last year.`
      case 'partly-last-year':
        return `${who(Number(args.count), 'unit', 'have')} nothing of ${args.year} for some kind: ${few(args, ' …')}.`
      case 'units-changed':
        return `${args.gone}: only in ${args.year}; ${args.fresh}: not in ${args.year}. If a unit was renamed, add --renamed old=new.`
      case 'from-items':
        return `${who(Number(args.count), 'row', 'have')} no monthly counts and ${Number(args.count) === 1 ? 'is' : 'are'} counted from items.`
      case 'from-totals':
        return `${who(Number(args.count), 'row', 'have')} running totals only; months are their differences.`
      case 'from-sums':
        return `${who(Number(args.count), 'row', 'know')} some months as a sum only, which is spread evenly over them.`
      case 'undated-items':
        return `${some(Number(args.count), 'item')} without unit, kind or date ${Number(args.count) === 1 ? 'is' : 'are'} left out.`
      case 'conflicting':
        return `${who(Number(args.count), 'figure', 'differ')} between two registers; the one read later is taken: ${args.names}.`
    }
  },
}

export const ledgerWords = { zh, en } as const

// ----------------------------------------------------------------------------------------------------- figures

/** 108%; whole, and never rounded onto the limit itself: 99.6 % is not 100 %, nor is 100.4 %. */
export function percent(share: number | undefined): string {
  if (share === undefined) return '-'
  const rounded = Math.round(share * 100)
  return `${rounded === 100 && share < 1 ? 99 : rounded === 100 && share > 1 ? 101 : rounded}%`
}

/** A whole number; — where nothing is known. */
export const whole = (value: number | undefined): string =>
  value === undefined
    ? '-'
    : String(Math.round(value * 10) % 10 === 0 || value >= 10 ? Math.round(value) : value.toFixed(1))

/** +3, -2, 0 */
export const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))
export const changeBy = (change: LedgerChange | undefined): string => (change ? signed(change.by) : '-')
/** +13%; of nothing there is no share. */
export function changeRatio(change: LedgerChange | undefined): string {
  if (!change) return '-'
  return change.ratio === undefined
    ? change.by === 0
      ? '0%'
      : signed(change.by)
    : `${signed(Math.round(change.ratio * 100))}%`
}

export const usedOfQuota = (row: LedgerRow): string => `${usedOf(row) ?? '-'}/${row.quota ?? '-'}`

const sum = (counts: Ledger['counts']): number => Object.values(counts).reduce((all, count) => all + count, 0)
