/**
 * Parts that are each told with a rate: 其中，第一产业增加值5.3亿元，增长0.5%；第二产业…; 已解决42件，占47.7%；正在解决20件，占22.7%.
 * What stands between them keeps them from being read as a plain list.
 */
import { startBehind } from '../../clauses.ts'
import { type Figure, figuresIn, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, wrongSum } from './clause.ts'
import { fits, isOf, NEAR, type Part, SHARE_WORDS, UNITS, wrongShare } from './part.ts'
import { rowsOfShares } from './share-rows.ts'
import { mayOverlap, missedTotal } from './sums.ts'

/** Without a rate behind a figure, or a sentence that says of what is told, there is no such part. */
export const hasRatedParts = (text: string): boolean =>
  SHARED.test(text) ||
  (text.includes('其中') && (text.includes('。其中') || GROWN.test(text))) ||
  (text.includes('中，') && OF_THE_LAST.test(text))
const SHARED = /占[^，。；、\d]{0,14}\d|%，其中|。第一产业/
const OF_THE_LAST = /中，(?<=。[^，。；：\d]{2,17}中，)[^，。；：\d]{2,16}\d/
const GROWN = /\d[^，。；\d]{0,6}，[^，。；\d]{0,14}[增长降升减平]/

const AMONG = /其中[，：]?|(?<=。)(?:(?:分产业看，)?(?=第一产业)|在?[^，。；：\d]{2,16}中，)/g
/** 在调解成功的案件中，…: those that were just counted. */
const OF_THOSE = /^在?(.+?)(?:的[^的]{0,6})?中，$/
/** Says how a part compares, and with what: it is none itself. */
const COMPARES = /增(?!加值)|减|同比|环比|上升|下降|回落|提高|降低|持平|占|低于|高于|拉动|贡献|比[上去年全]|较[上去年]/
/** A whole is not what it was, or was to be; nor is it what there is of it for each. */
const OTHER_WHOLE =
  /增(?!加值)|减|同比|环比|比[上去年]|较[上去年]|占|(?<!公共|基金)预算|任务|计划|目标|去年|上年|年初|余额/
const PER_HEAD = /均|率|价|每|指数/
/** What is all there is: no fourth sector, no third kind of revenue. */
const SECTORS = /第一产业[^。]*第二产业[^。]*第三产业/
const REVENUE = /^[^，；]*(?:税收收入[^。]*非税收入|非税收入[^。]*税收收入)/
/** The longest list that is read: what is longer is a table run together. UTF-16 units. */
const LONGEST = 600

/** `above` is the paragraph before, where the whole may have been told. */
export function ratedParts(flat: Clause, above: () => Clause | undefined, found: Contradiction[]): void {
  const told = new Set(found.map(({ at }) => at.start))
  const news: Contradiction[] = []
  ofWhole(flat, news)
  rowsOfShares(flat, above, news)
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
    const list = text.slice(from, from + listEnd(text.slice(from, end)))
    const parts = partsOf(list, from)
    const unit = parts?.[0]?.figure.unit
    if (!parts || unit === undefined) continue
    const whole = wholeBefore(text, index, unit)
    if (!whole || parts.some(({ figure }) => figure.value > whole.figure.value)) continue
    const those = OF_THOSE.exec(word)?.[1]
    if (
      those !== undefined &&
      those !== '其' &&
      !/^(?:这[些批]|上述|以上)/.test(those) &&
      !whole.clause.includes(those)
    )
      continue
    const clause = { text, place }
    const figures = parts.map(({ figure }) => figure)
    if (figures.length >= 2 && (SECTORS.test(list) || parts.every(({ name }) => !mayOverlap(name, unit)))) {
      const all = SECTORS.test(list) || REVENUE.test(list)
      const sum = missedTotal(whole.figure, figures, all ? 'all' : 'some')
      if (sum !== undefined && !isFilledEarly(whole.figure, figures)) {
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

/** Where the parts end: behind a semicolon the next subject begins, unless it is a semicolon that parts them. */
function listEnd(list: string): number {
  for (let at = list.indexOf('；'); at >= 0; at = list.indexOf('；', at + 1)) {
    const plain = list.slice(0, at).split(/[，、]/)
    // A 3万元、B 4万元；…: the marks between the parts are others. 第二产业…，其中工业…；第三产业…: these are parts of one.
    const isPlain = plain.length >= 2 && plain.every((words) => /\d/.test(words) && !COMPARES.test(words))
    if ((isPlain && !list.includes('其中')) || NEXT_SUBJECT.test(list.slice(at + 1, at + 1 + SUBJECT))) return at
  }
  return list.length
}
/** 营业收入5218万元，其中…；实现利润412万元: told of the same firm, and no part of its revenue. */
const NEXT_SUBJECT =
  /^(?:全[年县市区镇乡州省]|累计|同时|另外|此外|上[缴交]|实现|完成|支出|发放|拨付|争取|投入|新[增建签]|(?:利润|纳税|税金|支出|负债|净资产|成本)(?:总额|总计)?(?=\d|[^收税费]{0,4}\d))/
const SUBJECT = 16

/** The first of them make the whole, and what follows is told besides. */
function isFilledEarly(whole: Figure, parts: readonly Figure[]): boolean {
  let sum = 0
  return parts.some((part, i) => {
    sum = round(sum + part.value)
    return i > 0 && i < parts.length - 1 && sum === whole.value
  })
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

/** With the words of its sentence, and those of its clause. */
interface Whole {
  readonly figure: Figure
  readonly words: string
  readonly clause: string
}

/** The one figure of the sentence before that may be the whole. */
function wholeBefore(text: string, index: number, unit: string): Whole | undefined {
  const near = Math.max(0, index - LONGEST)
  const head = text.slice(near, index).replace(/[。，（：]$/, '')
  const from = startBehind(head, '。；', head.length)
  const start = near + from
  const sentence = head.slice(from).replace(/（[^（）]*）/g, (s) => '　'.repeat(s.length))
  let at = start
  const wholes: Whole[] = []
  for (const clause of sentence.split(/，|,(?!\d)/)) {
    for (const f of figuresIn(clause))
      if (f.unit === unit && !OTHER_WHOLE.test(clause)) {
        if (PER_HEAD.test(clause) || !exact(f)) return undefined
        wholes.push({ figure: { ...f, start: f.start + at, end: f.end + at }, words: sentence, clause })
      }
    at += clause.length + 1
  }
  return wholes.length === 1 ? wholes[0] : undefined
}
