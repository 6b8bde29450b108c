/** What there is by now, told in two places: 已建成幸福院156个, 现有的165个幸福院. */

import type { Span } from '../../../core.ts'
import { startBehind } from '../../clauses.ts'
import { matchesOf } from '../../matches.ts'
import { type Figure, figuresIn } from '../figures.ts'
import { byDigits, type Contradiction, exact, isOnce, nounAfter, slack } from './clause.ts'

/** One telling of a stock. */
export interface Stock {
  readonly figure: Figure
  readonly noun: string
  readonly verb: string
  /** The day that it is told of, as written: 截至6月底; '' where none is. */
  readonly asOf: string
  /** Whose it is: places, years. */
  readonly scope: string
  readonly at: Span
  readonly said: string
}

const VERB = '(建成|[现建拥共]有)'
const NOUN = '[一-龥]{3,12}'
const NUMBER = '\\d[\\d,.]*[万亿]?'
/** 规模以上工业企业现在是426家. The thing is looked for behind the verb: few sentences have one. */
const NOWADAYS = `(?:现在是|现在有|目前有|现为|总数[为是])(?<=(${NOUN}).{2,3})(?=${NUMBER}[一-龥])`
/** The verb, and the thing before its figure or behind it. */
export const STOCKS = new RegExp(`${VERB}[了的]?(?:(${NOUN}?)(?=${NUMBER})|(?=${NUMBER}[一-龥]))|${NOWADAYS}`, 'g')
/** 这462家规上企业, 全县3680张床位: told before, and known by its figure. */
export const REFERRED = /(?:这|全[县市区镇乡])(\d{3,}[一-龥])([一-龥]{2,8})/g

/** What was added, wanted or counted apart is no stock. */
const OTHER =
  /新[^，。；]{0,6}$|其中|今年|去年|上年|年内|当年|本年|全年|计划|目标|力争|拟|每|各|分别|再|又|另|还|将(?!军)|要/
const AS_OF = /(?:截[至止])(?:目前|(?:20\d{2}年)?(?:\d{1,2}月)?(?:\d{1,2}日|[底末初])?)/g

/** The stocks of one sentence, whose text `text` is. */
export function stocksIn(text: string, scopeOf: (before: string) => string, place: (i: number) => number): Stock[] {
  const found: Stock[] = []
  for (const m of matchesOf(STOCKS, text)) {
    const from = m.index + m[0].length
    const clause = text.slice(startBehind(text, '，：', m.index), m.index)
    if (OTHER.test(clause)) continue
    const [figure] = figuresIn(text.slice(from, from + 16))
    if (figure?.start !== 0 || !exact(figure) || /%|分|天|日|年|月|小时|倍|岁|次/.test(figure.unit)) continue
    const noun = m[2] ?? m[3] ?? nounAfter(text.slice(from + figure.end))
    if (noun === undefined || noun.length < 3) continue
    found.push({
      figure,
      noun: noun.replace(/[中里内]$/, ''),
      verb: m[1] ?? '',
      asOf: [...text.slice(0, m.index).matchAll(AS_OF)].at(-1)?.[0] ?? '',
      scope: scopeOf(text.slice(0, m.index)),
      at: { start: place(from), end: place(from + figure.end - 1) + 1 },
      said: text.slice(from, from + figure.end),
    })
  }
  return found
}

/** Two tellings that cannot both be right: of the same day. */
export function contradictingStocks(stocks: readonly Stock[], found: Contradiction[]): void {
  const first = new Map<string, Stock>()
  for (const stock of stocks) {
    const key = `${stock.figure.unit} ${stock.noun} ${stock.scope}`
    const known = first.get(key)
    if (!known) {
      first.set(key, stock)
      continue
    }
    const [a, b] = [known.figure, stock.figure]
    if (Math.abs(a.value - b.value) <= slack(a) + slack(b)) continue
    if (stock.asOf === '' || stock.asOf !== known.asOf || stock.verb !== known.verb) continue
    found.push({ kind: 'restated', at: stock.at, said: stock.said, computed: known.said, others: [known.at] })
  }
}

/**
 * What is told of a stock later with the digits in another order, and nowhere as it is told there: 村级幸福院 and 幸福院 are one. `text`: of the
 * document.
 */
export function miscopied(text: string, stocks: readonly Stock[], found: Contradiction[]): void {
  const later = [...text.matchAll(REFERRED)].map(({ 0: all, 1: said = '', 2: after = '', index }) => {
    const start = index + all.length - said.length - after.length
    return { said, names: ({ noun }: Stock) => after.includes(noun.slice(-2)), start }
  })
  for (const { said, noun, scope, at } of stocks)
    later.push({
      said,
      names: (stock) => stock.noun.slice(-3) === noun.slice(-3) && placesOf(stock.scope) === placesOf(scope),
      start: at.start,
    })
  const told = byDigits<Stock>()
  for (const stock of stocks) told.add(stock.said, stock)
  for (const { said, names, start } of later) {
    const known = told.transposed(said).find((stock) => stock.at.end <= start && names(stock))
    if (known && isOnce(text, said.slice(0, -1)) && !found.some(({ at }) => at.start === start))
      found.push({
        kind: 'restated',
        at: { start, end: start + said.length },
        said,
        computed: known.said,
        others: [known.at],
      })
  }
}

/** Without the months in which they were counted. */
const placesOf = (scope: string): string => scope.replace(/\d{1,2}月,?/g, '')
