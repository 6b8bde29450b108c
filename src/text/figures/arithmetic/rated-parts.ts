/**
 * Parts that are each told with a rate: 其中，第一产业增加值5.3亿元，增长0.5%；第二产业…; 已解决42件，占47.7%；正在解决20件，占22.7%.
 * What stands between them keeps them from being read as a plain list.
 */
import { type Figure, figuresIn, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, spanOf, wrongSum } from './clause.ts'
import { mayOverlap, missedTotal } from './sums.ts'

/** Without a rate behind a figure there is no such part. */
export const hasRatedParts = (text: string): boolean => SHARED.test(text) || (text.includes('其中') && GROWN.test(text))
const SHARED = /占[^，。；、\d]{0,14}\d|%，其中|。第一产业/
const GROWN = /\d[^，。；\d]{0,6}，[^，。；\d]{0,14}[增长降升减平]/

const AMONG = /其中[，：]?|(?<=。)(?:分产业看，)?(?=第一产业)/g
const SHARE_WORDS = '[，（]?(?:约)?占(?:比)?([^，。；、（）\\d]{0,14})'
/** Says how a part compares, and with what: it is none itself. */
const COMPARES = /增(?!加值)|减|同比|环比|上升|下降|回落|提高|降低|持平|占|低于|高于|拉动|贡献|比[上去年全]|较[上去年]/
/** A whole is not what it was, or was to be; nor is it what there is of it for each. */
const OTHER_WHOLE =
  /增(?!加值)|减|同比|环比|比[上去年]|较[上去年]|占|(?<!公共|基金)预算|任务|计划|目标|去年|上年|年初|余额/
const PER_HEAD = /均|率|价|每|指数/
const UNITS = /^(?:[个家人名户件起宗例所座处条项份批辆台套亩元吨]|人次|户次|件次|批次|公顷|公里|平方米)$/
/** What is all there is: no fourth sector, no third kind of revenue. */
const SECTORS = /第一产业[^。]*第二产业[^。]*第三产业/
const REVENUE = /^[^，；]*(?:税收收入[^。]*非税收入|非税收入[^。]*税收收入)/
/** How far before the parts their whole is looked for. UTF-16 units. */
const NEAR = 300
/** The longest list that is read: what is longer is a table run together. UTF-16 units. */
const LONGEST = 600
/** Further off, the total is of something else. */
const SLIP = 0.03

interface Part {
  readonly figure: Figure
  readonly name: string
  /** What it is said to be of the whole. */
  readonly share?: Figure
  /** 占…的: of what. */
  readonly of?: string
}

/** `above` is the paragraph before, where the whole may have been told. */
export function ratedParts(flat: Clause, above: () => Clause | undefined, found: Contradiction[]): void {
  const told = new Set(found.map(({ at }) => at.start))
  const news: Contradiction[] = []
  ofWhole(flat, news)
  inShares(flat, above, news)
  // The same share may be read both ways, and a list without rates as a plain one.
  for (const one of news) {
    if (told.has(one.at.start)) continue
    told.add(one.at.start)
    found.push(one)
  }
}

/** A whole, 其中, and its parts up to the end of the sentence. */
function ofWhole({ text, place }: Clause, found: Contradiction[]): void {
  for (const { 0: word, index } of text.matchAll(AMONG)) {
    const from = index + word.length
    let stop = text.indexOf('。', from)
    // …；第二产业…，其中工业…。第三产业…: a sentence for the last.
    if (text.startsWith('第三产业', stop + 1)) stop = text.indexOf('。', stop + 1)
    const end = stop < 0 ? text.length : stop
    if (end - from > LONGEST) continue
    const list = text.slice(from, end)
    const parts = partsOf(list, from)
    const unit = parts?.[0]?.figure.unit
    if (!parts || unit === undefined) continue
    const whole = wholeBefore(text, index, unit)
    if (!whole || parts.some(({ figure }) => figure.value > whole.figure.value)) continue
    const clause = { text, place }
    const figures = parts.map(({ figure }) => figure)
    if (figures.length >= 2 && (SECTORS.test(list) || parts.every(({ name }) => !mayOverlap(name, unit)))) {
      const all = SECTORS.test(list) || REVENUE.test(list)
      const sum = missedTotal(whole.figure, figures, all ? 'all' : 'some')
      if (sum !== undefined) {
        found.push(wrongSum(clause, whole.figure, figures, sum))
        continue
      }
    }
    const earlier = figuresIn(text.slice(Math.max(0, index - NEAR), index)).filter((f) => f.unit === unit)
    // 重点村12个，其中示范村3个，占25%: it may be of another part, too.
    for (const part of parts)
      if (
        part.share &&
        isOf(part.of!, whole.words) &&
        ![whole.figure, ...earlier, ...figures].some((w) => fits(part, w))
      )
        found.push(wrongShare(clause, part, whole.figure))
  }
}

/** The parts of `list`, each a clause of its own; undefined where something else stands among them. */
function partsOf(list: string, from: number): Part[] | undefined {
  const parts: Part[] = []
  let at = 0
  let isInner = false
  for (const clause of list.split(/(?<=[，；、。])/)) {
    const words = clause.replace(/[，；、。]$/, '')
    const figures = figuresIn(words).map((f) => ({ ...f, start: f.start + from + at, end: f.end + from + at }))
    const last = parts.at(-1)
    const [figure] = figures
    // 第二产业…，其中工业…，建筑业…: parts of a part, up to the next one.
    isInner = last !== undefined && /^第[一二]产业/.test(last.name) && (isInner || words.startsWith('其中'))
    if (isInner && !/^第[二三]产业/.test(words)) {
      at += clause.length
      continue
    }
    isInner = false
    if (last && COMPARES.test(words)) {
      const share = SHARE.exec(words)
      if (share && figure?.unit === '%' && exact(figure) && !last.share)
        parts[parts.length - 1] = { ...last, share: figure, of: share[1]! }
    } else if (
      figure &&
      figures.length === 1 &&
      !COMPARES.test(words) &&
      exact(figure) &&
      !figure.han &&
      UNITS.test(figure.unit) &&
      figure.unit === (last?.figure.unit ?? figure.unit) &&
      figure.end === from + at + words.length &&
      /^[^\d（：、]{2,30}\d/.test(words)
    )
      parts.push({ figure, name: words.slice(0, figure.start - from - at) })
    else return undefined
    at += clause.length
  }
  return parts
}
const SHARE = new RegExp(`^${SHARE_WORDS}\\d[\\d.]*%$`)

/** The one figure of the sentence before that may be the whole. */
function wholeBefore(text: string, index: number, unit: string): { figure: Figure; words: string } | undefined {
  const near = Math.max(0, index - LONGEST)
  const head = text.slice(near, index).replace(/[。，（：]$/, '')
  const from = Math.max(...['。', '；'].map((mark) => head.lastIndexOf(mark))) + 1
  const start = near + from
  const sentence = head.slice(from).replace(/（[^（）]*）/g, (s) => '　'.repeat(s.length))
  let at = start
  const wholes: Figure[] = []
  for (const clause of sentence.split('，')) {
    for (const f of figuresIn(clause))
      if (f.unit === unit && !OTHER_WHOLE.test(clause)) {
        if (PER_HEAD.test(clause) || !exact(f)) return undefined
        wholes.push({ ...f, start: f.start + at, end: f.end + at })
      }
    at += clause.length + 1
  }
  return wholes.length === 1 ? { figure: wholes[0]!, words: sentence } : undefined
}

/** 男性14.8万人，占50.8%；女性14.3万人，占49.2%: shares one after the other, whatever is told of them besides. */
function inShares(flat: Clause, paragraphBefore: () => Clause | undefined, found: Contradiction[]): void {
  const { text } = flat
  const figures = figuresIn(text)
  let run: Part[] = []
  let begins = 0
  let above: Clause | undefined
  for (const [i, figure] of figures.entries()) {
    const share = figures[i + 1]
    const words = share && SHARE_BETWEEN.exec(text.slice(figure.end, share.start))
    const last = run.at(-1)
    // Another figure of the kind, without a share, ends the row.
    const goesOn = last && figure.unit === last.figure.unit && figure.start - last.share!.end < BETWEEN_PARTS
    if (last && figure.unit === last.figure.unit && (!words || !goesOn)) {
      close()
      run = []
    }
    if (!words || share.unit !== '%' || !UNITS.test(figure.unit) || ![figure, share].every(exact)) continue
    if (run.length > 0 && run[0]!.figure.unit !== figure.unit) {
      close()
      run = []
    }
    const name = text.slice(last && goesOn ? last.share!.end : Math.max(0, figure.start - 30), figure.start)
    if (run.length === 0) begins = i
    run.push({ figure, name, share, of: words[1]! })
  }
  close()

  /** 92件: 已解决32件，占23.9%；正在解决68件，占73.9%；留作参考2件，占2.2%: the others are shares of it. */
  function allButOne(wholes: readonly Figure[], hundred: number): boolean {
    for (const whole of wholes) {
      const wrong = run.filter((part) => !fits(part, whole))
      const [slip] = wrong
      if (!slip || wrong.length > 1 || wrong.length * 2 > run.length || (run.length < 3 && hundred !== 100)) continue
      // 主办60件，占65%，已办结55件，占92%: of those.
      if (run.some((part) => fits(slip, part.figure))) continue
      if (!wholes.some((other) => fits(slip, other))) {
        found.push(wrongShare(flat, slip, whole))
        return true
      }
    }
    return false
  }

  function close(): void {
    if (run.length < 2) return
    const words = text.slice(Math.max(0, run[0]!.figure.start - NEAR), run[0]!.figure.start)
    if (!run.every(({ of }) => isOf(of!, words))) return
    const unit = run[0]!.figure.unit
    const hundred = run.reduce((n, { share }) => n + share!.value, 0)
    const sum = round(run.reduce((n, { figure }) => n + figure.value, 0))
    const largest = Math.max(...run.map(({ figure }) => figure.value))
    const start = run[0]!.figure.start
    const mayBeWhole = (f: Figure) => f.unit === unit && exact(f) && f.value > largest
    const own: Figure[] = []
    for (let i = begins - 1; i >= 0 && start - figures[i]!.end <= NEAR; i--)
      if (mayBeWhole(figures[i]!)) own.unshift(figures[i]!)
    above ??= paragraphBefore()
    const last = Math.max(0, (above?.text.length ?? 0) - NEAR)
    const others = figuresIn(above?.text.slice(last) ?? '').filter(mayBeWhole)
    const whole = [...own, ...others].find((f) => f.value === sum)
    if (!whole && allButOne(own, hundred)) return
    const sexes = run.length === 2 && /男/.test(run[0]!.name) && /女/.test(run[1]!.name)
    const base: Figure = { ...run[0]!.figure, value: sum, step: run.reduce((n, { figure }) => n + figure.step, 0) }
    if (whole || sexes) {
      const wrong = run.filter(
        (part) => !fits(part, base) && ![...own, ...run.map(({ figure }) => figure)].some((w) => fits(part, w)),
      )
      // One slip; where more do not fit they are shares of something else.
      if (wrong.length === 1 && (run.length > 2 || sexes || wrong.length < run.length))
        found.push(wrongShare(flat, wrong[0]!, base, whole && own.includes(whole) ? whole : undefined))
      return
    }
    // The shares make a hundred: these are all there are.
    const rounding = run.reduce((n, { share }) => n + share!.step / 2, 0) + 1e-9
    if (run.length < 3 || Math.abs(hundred - 100) > rounding || !run.every((part) => fits(part, base))) return
    if (run.some(({ figure }) => slack(figure) > 0)) return
    const said = own.at(-1) ?? others.at(-1)
    if (!said || Math.abs(said.value - sum) > Math.max(2, said.value * SLIP)) return
    // 收到253份，3份无效: those are not among the parts.
    const left = Math.abs(said.value - sum)
    for (let i = begins - 1; i >= 0 && start - figures[i]!.end <= NEAR; i--)
      if (figures[i]!.unit === unit && figures[i]!.value === left) return
    const there = own.includes(said)
      ? flat
      : { text: above!.text.slice(last), place: (i: number) => above!.place(last + i) }
    found.push({ ...wrongSum(there, said, [], sum), others: run.map(({ figure }) => spanOf(flat.place, figure)) })
  }
}
const SHARE_BETWEEN = new RegExp(`^${SHARE_WORDS}$`)
/** Between a share and the next part. UTF-16 units. */
const BETWEEN_PARTS = 60

/** 占总数的, 占提案总数的: of what was just counted, and of nothing that is named anew. */
function isOf(of: string, words: string): boolean {
  const named = of.replace(/的|比重|比例|为|达到?|总?[数量]|全部|总|件|户|人/g, '')
  return named === '' || (named.length >= 2 && words.includes(named))
}

/** By rounding or by cutting off. */
function fits({ figure, share }: Part, whole: Figure): boolean {
  if (whole.value <= 0) return false
  const value = (figure.value / whole.value) * 100
  const rounding = ((slack(figure) + slack(whole)) / whole.value) * 100
  return Math.abs(value - share!.value) < share!.step + rounding - 1e-9
}

function wrongShare({ text, place }: Clause, part: Part, base: Figure, whole = base): Contradiction {
  const value = (part.figure.value / base.value) * 100
  return {
    kind: 'share',
    at: spanOf(place, part.share!),
    said: text.slice(part.share!.start, part.share!.end),
    computed: `${round(Math.round(value * 10) / 10)}%`,
    others: [spanOf(place, whole), spanOf(place, part.figure)],
  }
}
