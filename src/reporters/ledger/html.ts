/** The ledger as one page that needs nothing else: what needs a look first, small multiples per unit, and every row; for the screen and for A4 paper. */
import { grouped } from '../../grouped.ts'
import { escaped, page } from '../html.ts'
import { chart } from './chart.ts'
import {
  type Ledger,
  type LedgerReporter,
  type LedgerRow,
  type LedgerState,
  type LedgerUnit,
  ledgerStates,
  shown,
  usedOf,
} from './data.ts'
import { style } from './style.ts'
import { changeBy, changeRatio, type LedgerWords, ledgerWords, percent, usedOfQuota, whole } from './words.ts'

export const ledgerHtml: LedgerReporter = (ledger, view) => {
  const say = ledgerWords[view.language]
  const units = shown(ledger, view)
  const urgent = units.flatMap(({ rows }) => rows.filter(({ state }) => state === 'over' || state === 'near'))
  const body =
    ledger.units.length === 0
      ? `<h1>${escaped(say.title(ledger.year))}</h1><p>${escaped(say.none)}</p>`
      : [
          head(ledger, say),
          urgent.length > 0
            ? `<h2>${escaped(say.first)}<small> ${urgent.length}</small></h2>${table(byUnit(urgent), say)}`
            : '',
          `<h2>${escaped(say.byUnit)}</h2>${legend(say)}`,
          ledger.totals.length > 0
            ? `<div class="units">${card(say.total, undefined, ledger.totals, ledger, say)}</div>`
            : '',
          `<div class="units">${units.map((unit) => card(unit.name, unit.state, unit.rows, ledger, say)).join('\n')}</div>`,
          units.length < ledger.units.length ? `<p>${escaped(say.hidden(ledger.units.length - units.length))}</p>` : '',
          `<h2>${escaped(say.all)}</h2>${table([...units.map(({ name, rows }) => ({ name, rows })), ...(ledger.totals.length > 0 ? [{ name: say.total, rows: ledger.totals }] : [])], say)}`,
          about(ledger, say),
        ]
          .filter((part) => part !== '')
          .join('\n')
  return page({ title: say.title(ledger.year), language: view.language === 'en' ? 'en' : 'zh-CN', style, body })
}

function head(ledger: Ledger, say: LedgerWords): string {
  const tiles = ledgerStates
    .filter((state) => (state !== 'unplanned' && state !== 'unknown') || ledger.counts[state] > 0)
    .map((state) => `<li><b>${ledger.counts[state]}</b>${badge(state, say)}</li>`)
  const gaps = ledger.gaps.map((gap) => `<li>${escaped(say.gap(gap))}</li>`)
  return `<header><h1>${escaped(say.title(ledger.year))}</h1>
<p class="sub">${escaped(say.asOf(ledger))}　${escaped(say.counts(ledger))}</p>
<ul class="tiles">${tiles.join('')}</ul>${gaps.length > 0 ? `<ul class="gaps">${gaps.join('')}</ul>` : ''}</header>`
}

const marked = (state: LedgerState, say: LedgerWords): string =>
  `${say.marks[state].trim()} ${say.states[state]}`.trim()
const badge = (state: LedgerState, say: LedgerWords): string =>
  `<span class="state ${state}">${escaped(marked(state, say))}</span>`

const legend = (say: LedgerWords): string =>
  `<p class="legend">${(['now', 'ahead', 'before', 'quota'] as const)
    .map(
      (line) =>
        `<span><svg viewBox="0 0 34 14" aria-hidden="true"><path class="${line}" d="M1 7H33"/></svg>${escaped(say.lines[line])}</span>`,
    )
    .join('')}<span>${escaped(say.cards)}</span></p>`

function card(
  name: string,
  state: LedgerState | undefined,
  rows: readonly LedgerRow[],
  ledger: Ledger,
  say: LedgerWords,
): string {
  return `<section class="unit ${state ?? ''}"><h3><span>${escaped(name)}</span>${state ? badge(state, say) : ''}</h3><div class="charts">${rows
    .map((row) => small(row, ledger, say))
    .join('')}</div></section>`
}

function small(row: LedgerRow, { over, begun }: Ledger, say: LedgerWords): string {
  const { heads } = say
  const kind = say.kinds[row.kind]
  const figures = `${kind} ${usedOfQuota(row)}`
  const share = row.share === undefined ? '' : ` ${percent(row.share)}`
  const more = [
    ...(row.forecast === undefined ? [] : [`${heads.forecast} ${whole(row.forecast)}`]),
    ...(row.exhausted === undefined ? [] : [`${say.month(row.exhausted)}${heads.exhausted}`]),
    ...(row.cumulative ? [`${heads.cumulative} ${changeRatio(row.cumulative)}`] : []),
  ]
  const past = row.history
    .slice(0, 2)
    .map(({ year, quota, used }) => say.past(year, `${used}${quota === undefined ? '' : `/${quota}`}`))
  const mark = row.state === 'fine' ? '' : `<span class="mark">${escaped(marked(row.state, say))}</span> `
  const drawing = chart(row, over, begun, {
    label: escaped(`${figures}${share}，${say.states[row.state]}；${[...more, ...past].join('；')}`),
    quota: escaped(heads.quota),
    month: (month) => escaped(say.month(month)),
  })
  return `<figure class="${row.state}"><figcaption>${mark}${escaped(kind)} <b>${escaped(usedOfQuota(row))}</b>${share}</figcaption>${drawing}<figcaption>${[more, past].map((facts) => (facts.length > 0 ? `<span class="why">${facts.map((fact) => `<span>${escaped(fact)}</span>`).join(' ')}</span>` : '')).join('')}</figcaption></figure>`
}

const byUnit = (rows: readonly LedgerRow[]): Pick<LedgerUnit, 'name' | 'rows'>[] =>
  [...grouped(rows, ({ unit }) => unit)].map(([name, own]) => ({ name, rows: own }))

function table(units: readonly Pick<LedgerUnit, 'name' | 'rows'>[], say: LedgerWords): string {
  const { heads } = say
  const years = `${heads.now}/${heads.before}`
  const titles: (string | readonly [title: string, below: string])[] = [
    heads.quota,
    heads.used,
    heads.share,
    heads.pace,
    heads.forecast,
    heads.exhausted,
    [heads.sameMonth, years],
    heads.by,
    [heads.cumulative, years],
    heads.by,
    heads.ratio,
  ]
  const head = (title: (typeof titles)[number]) =>
    typeof title === 'string' ? escaped(title) : `${escaped(title[0])}<small>${escaped(title[1])}</small>`
  const both = (change: LedgerRow['month']) => (change ? `${change.now}/${change.before}` : '-')
  const cells = (row: LedgerRow) =>
    [
      row.quota ?? '-',
      usedOf(row) ?? '-',
      percent(row.share),
      whole(row.pace),
      whole(row.forecast),
      row.exhausted === undefined ? '' : say.month(row.exhausted),
      both(row.month),
      changeBy(row.month),
      both(row.cumulative),
      changeBy(row.cumulative),
      changeRatio(row.cumulative),
    ].map((cell) => `<td>${escaped(String(cell))}</td>`)
  const bodies = units.map(
    ({ name, rows }) =>
      `<tbody>${rows
        .map(
          (row, i) =>
            `<tr class="${row.state}">${i === 0 ? `<td class="left name" rowspan="${rows.length}">${escaped(name)}</td>` : ''}<td class="left">${escaped(say.kinds[row.kind])}</td><td class="left">${escaped(marked(row.state, say))}</td>${cells(row).join('')}</tr>`,
        )
        .join('')}</tbody>`,
  )
  return `<div class="scroll"><table><thead><tr><th class="left">${escaped(heads.unit)}</th><th class="left">${escaped(heads.kind)}</th><th class="left">${escaped(heads.state)}</th>${titles.map((title) => `<th>${head(title)}</th>`).join('')}</tr></thead>${bodies.join('')}</table></div>`
}

const about = (ledger: Ledger, say: LedgerWords): string =>
  `<h2>${escaped(say.about)}</h2><dl class="about">${say
    .definitions(ledger)
    .map(([name, text]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(text)}</dd></div>`)
    .join('')}</dl>`
