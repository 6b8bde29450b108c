/** The ledger on a terminal: a block per unit, the worst first. */
import { noPaint } from '../paint.ts'
import {
  type Paint,
  paragraph,
  print,
  type Style,
  sanitise,
  shorten,
  textColumns,
  toCells,
  usableWidth,
} from '../terminal.ts'
import { type Ledger, type LedgerReporter, type LedgerRow, type LedgerState, type LedgerUnit, shown } from './data.ts'
import { changeBy, changeRatio, type LedgerWords, ledgerWords, percent, usedOfQuota, whole } from './words.ts'

const styles: Readonly<Partial<Record<LedgerState, Style>>> = {
  over: 'error',
  near: 'warning',
  unplanned: 'info',
  unknown: 'info',
}

/** So many units stand under one head, so that it never scrolls far away. */
const PAGE = 12
/** From so many columns on there is room for the figures behind the changes, and for every month. */
const WIDE = 118
const WIDEST = 170

interface Column {
  readonly head: string
  readonly columns: number
  readonly left?: boolean
  /** Which one may be left out: the smallest number first; absent: none. */
  readonly spare?: number
  readonly cell: (row: LedgerRow) => string
}

/**
 * Figures come first and the bar last. All marks and bars are ASCII: their width is the same in every terminal, so the columns stand whatever a console makes of
 * characters of ambiguous width.
 */
export const ledgerTable =
  (colours: Paint = noPaint): LedgerReporter =>
  (ledger, view) => {
    const say = ledgerWords[view.language]
    const width = usableWidth(view.width)
    const paint = view.color ? colours : noPaint
    const text = (words: string, style?: Style) => paragraph(toCells(words, style), { first: 0, rest: 0 }, width, paint)
    if (ledger.units.length === 0)
      return `${[say.none, ...ledger.gaps.map(say.gap)].flatMap((line) => text(line)).join('\n')}\n`
    const units = shown(ledger, view)
    const columns = fitting(columnsOf(ledger, view.width, say), width)
    const used = columns.reduce((sum, { columns }) => sum + columns + 1, 0)
    const bar = Math.min(48, width - used)
    const head = paint(
      'strong',
      columns.map((column) => padded(column.head, column)).join(' ') + (bar >= 8 ? ` ${scale(bar, ledger)}` : ''),
    )
    const rowLine = (row: LedgerRow) => {
      const [state, ...rest] = columns.map((column) => padded(column.cell(row), column))
      const style = styles[row.state]
      return `${style ? paint(style, state!) : state} ${rest.join(' ')}${bar >= 8 ? ` ${barOf(row, bar)}` : ''}`.trimEnd()
    }
    const lines: string[] = [
      ...text(say.title(ledger.year), 'strong'),
      ...text(`${say.asOf(ledger)}；${say.counts(ledger)}`.replace('；', view.language === 'en' ? '; ' : '；')),
      '',
    ]
    for (let from = 0; from < units.length; from += PAGE) {
      const page = units.slice(from, from + PAGE)
      if (units.length > PAGE)
        lines.push(paint('faint', `-- ${say.page(from + 1, from + page.length, units.length)} --`))
      lines.push(head, ...page.flatMap((unit) => [nameLine(unit, width, paint), ...unit.rows.map(rowLine)]), '')
    }
    if (ledger.totals.length > 0) lines.push(head, paint('strong', say.total), ...ledger.totals.map(rowLine), '')
    if (units.length < ledger.units.length) lines.push(...text(say.hidden(ledger.units.length - units.length)), '')
    lines.push(...text(say.counts(ledger), 'strong'))
    for (const gap of ledger.gaps) lines.push(...hanging('* ', say.gap(gap), width, paint))
    lines.push('')
    if (bar >= 8) lines.push(...hanging('', say.bars, width, paint, 'faint'))
    for (const [name, meaning] of say.definitions(ledger))
      lines.push(...hanging('', `${name}${view.language === 'en' ? ': ' : '：'}${meaning}`, width, paint, 'faint'))
    return `${lines.join('\n')}\n`
  }

const hanging = (mark: string, words: string, width: number, paint: Paint, style?: Style): string[] =>
  paragraph(toCells(mark + words, style), { first: 0, rest: mark.length }, width, paint)

const nameLine = ({ name }: LedgerUnit, width: number, paint: Paint): string =>
  print(shorten(toCells(sanitise(name), 'strong'), width), paint)

function padded(text: string, { columns, left }: Column): string {
  const gap = ' '.repeat(Math.max(0, columns - textColumns(text)))
  return left ? text + gap : gap + text
}

function columnsOf(ledger: Ledger, width: number, say: LedgerWords): Column[] {
  const { heads } = say
  const all = [...ledger.units.flatMap(({ rows }) => rows), ...ledger.totals]
  const fitted = (head: string, cell: Column['cell'], least = 0): Column => ({
    head,
    cell,
    columns: all.reduce((most, row) => Math.max(most, textColumns(cell(row))), Math.max(least, textColumns(head))),
  })
  const both = ({ now, before }: { now: number; before: number }) => `${now}/${before}`
  const changes: Column[] =
    width >= WIDE
      ? [
          fitted(heads.sameMonth, ({ month }) => (month ? both(month) : '-')),
          fitted(heads.by, ({ month }) => changeBy(month)),
          fitted(heads.cumulative, ({ cumulative }) => (cumulative ? both(cumulative) : '-')),
          fitted(heads.by, ({ cumulative }) => changeBy(cumulative)),
          fitted(heads.ratio, ({ cumulative }) => changeRatio(cumulative)),
        ]
      : [
          { ...fitted(heads.sameMonth, ({ month }) => changeBy(month)), spare: 2 },
          { ...fitted(heads.cumulative, ({ cumulative }) => changeRatio(cumulative)), spare: 3 },
        ]
  const months =
    width >= WIDEST
      ? Array.from({ length: 12 }, (_, i) =>
          fitted(say.month(i + 1), ({ months }) => (months[i] === undefined ? '-' : String(months[i]))),
        )
      : []
  return [
    {
      ...fitted('', ({ state }) => `${say.marks[state]} ${say.states[state]}`),
      left: true,
    },
    { ...fitted(heads.kind, ({ kind }) => (width >= WIDE ? say.kinds[kind] : say.short[kind])), left: true },
    fitted(heads.usedOfQuota, usedOfQuota),
    fitted(heads.share, ({ share }) => percent(share)),
    { ...fitted(heads.pace, ({ pace }) => whole(pace)), spare: 4 },
    { ...fitted(heads.forecast, ({ forecast }) => whole(forecast)), spare: 5 },
    {
      ...fitted(heads.exhausted, ({ exhausted }) => (exhausted === undefined ? '' : say.month(exhausted))),
      spare: 1,
    },
    ...changes,
    ...months,
  ]
}

/** What can be spared goes where large figures leave no room, least needed first: it stands in all other formats. */
function fitting(columns: readonly Column[], width: number): readonly Column[] {
  const used = columns.reduce((sum, { columns }) => sum + columns + 1, -1)
  const least = Math.min(...columns.map(({ spare = Number.POSITIVE_INFINITY }) => spare))
  const spared = columns.find(({ spare }) => spare === least)
  return used > width && spared
    ? fitting(
        columns.filter((column) => column !== spared),
        width,
      )
    : columns
}

/** Where the quota stands on a bar: what is beyond it stays visible. */
const QUOTA_AT = 0.72

/** 0, how much of the year is over, and the quota. */
function scale(columns: number, { over }: Ledger): string {
  const quota = Math.round(columns * QUOTA_AT)
  const now = Math.round((quota * over) / 12)
  const line = Array<string>(columns).fill(' ')
  if (over > 0 && over < 12) line[Math.max(0, now - 1)] = 'v'
  line[quota] = '|'
  return line.join('').trimEnd()
}

/** #####....|  used, what is left, the quota; >>> beyond it. Without a quota there is nothing to draw. */
function barOf({ used, quota }: LedgerRow, columns: number): string {
  if (quota === undefined || (quota === 0 && used === 0)) return ''
  const to = Math.round(columns * QUOTA_AT)
  const ratio = quota === 0 ? Number.POSITIVE_INFINITY : used / quota
  // What is used shows, and what is not used up does not look so.
  const inside = ratio >= 1 ? to : Math.min(to - 1, Math.max(used > 0 ? 1 : 0, Math.round(ratio * to)))
  const beyond = ratio > 1 ? Math.min(columns - to - 1, Math.max(1, Math.round((ratio - 1) * to))) : 0
  return `${'#'.repeat(inside)}${'.'.repeat(to - inside)}|${'>'.repeat(beyond)}`
}
