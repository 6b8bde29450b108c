/** 26个班分三个年级段管理，低段9个班、中段9个班、高段10个班: the parts of a total with no 其中 before them, behind a clause that says how it is divided, or whence the money comes. */
import { startBehind } from '../../clauses.ts'
import { parseNumeral } from '../../numerals.ts'
import { type Figure, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, nounAfter, wrongSum } from './clause.ts'
import { mayOverlap, missedTotal } from './sums.ts'

/** What stands between a total and its parts: its noun, and a clause or two at most. UTF-16 units. */
const LONGEST_HEAD = 40
/** What a part is called; what is longer tells something else. UTF-16 units. */
const LONGEST_NAME = 14
/** Behind a figure only its noun, and then the next part. */
const JOINT = /^[一-龥]{0,6}[、，和及]/
const ENDS = /^[一-龥]{0,6}(?:[，。；）]|$)/
const FEWEST = 3

/** The clause before the parts says that all is shared out among them. */
const DIVIDES =
  /分(?![别之享红])|划[为成归]|归[为成口]|编[为成组]|按|包[片干保联抓]|[二两三四五六七八九]级(?=管理|负责)|[二两三四五六七八九十\d](?:个|名|位|条|支)[一-龥]{1,8}(?:负责|管理|承担)/
/** A row of places or sections, told by their names alone. */
const SECTION = /[路街巷村镇乡县区市段组片线部科班厂店校园苑院楼站所队库桥]$/
/** Behind a total its noun, and at once its parts. */
const BARE = /^[^，。；：、\d]{0,12}[，：]$/
/** 已改造, 在建, 未动工: what is done, what is under way and what has not begun are all there are. */
const STATES: Readonly<Record<'done' | 'going' | 'left', RegExp>> = {
  left: /^[还尚仍]?(?:未|没有?|待)[一-龥]{1,6}$/,
  going: /^(?:正在?[一-龥]{1,6}|在[建修施改办][一-龥]?|[一-龥]{2}中)$/,
  done: /^(?:已经?[一-龥]{1,6}|[一-龥][好完]|完[工成]|竣工|建成|办结)$/,
}
const OF_STATES = /^[^，。；：、\d]{0,12}[，：](?:其中)?[：]?$/

/** …分三个年级段: how many there are. */
const HOW_MANY =
  /(?:分(?:为|成|作)?|划[分为成]{1,2}|编[为成]|按)[^，。；\d]{0,6}?([两二三四五六七八九十]|\d)(?:个|条|支|片|类|档|级|组|路|线|段|批|块|种)/
/** Not among these: some of them only, or another count. */
const OTHER =
  /其中|另|还有|等|涉及|以[上下]|不少于|至少|每|各|平均|同比|比|增|减|新|去年|上年|今年|本年|计划|力争|目标|约|近|余|超|先后|累计|已|未|获|评|优秀|先进|表彰|示范|重点|完成|拟|申报|争取|抽|选|培训|参加/

/** 10吨以下, 10至35吨. */
const BAND = /\d[^，、]*/

/** What a project costs in all. */
const COSTS =
  /(?:总投资|投资(?:额|总额|估算|概算|预算|规模)|[预概估]算|造价|(?:共需|需要?|所需|总)(?:投入)?(?:资金|经费|费用|投资))[^，。；：、\d]{0,6}$/
/** Whose money it is: one of these for each part. */
const SOURCE =
  /中央|国家|[省市县区州镇乡]|上级|财政|专项|补助|补贴|配套|债券|国债|贷款|融资|社会|捐|企业|公司|集团|业主|集体|群众|村民|受益|自[筹有行]|筹|缺口|银行|基金/
/** Other things that are told of money. */
const NO_SOURCE =
  /已|未|尚|完成|支付|拨付|到位|兑现|节约|结余|增|减|比|每|其中|年|期|设备|工程|购|建安|土建|用于|偿还|利息|税/
/** The sources are brought in by one of these. */
const BRINGS_IN =
  /^[^，。；：\d]{0,8}[，。：（](?:(?:资金)?来源(?:[为是于]|有)?[：，]?|资金由?|所需资金|拟|计划|由|其中|从)?/

export function listedParts(clause: Clause, figures: readonly Figure[], found: Contradiction[]): void {
  if (figures.length < FEWEST + 1) return
  const { text } = clause
  for (let i = 0; i + FEWEST < figures.length; i++) {
    const total = figures[i]!
    if (total.han || !exact(total) || NO_COUNT.test(total.unit)) continue
    const parts = runBehind(text, figures, i)
    if (parts.length < FEWEST) continue
    const name = startBehind(text, '，：（、', parts[0]!.start)
    const head = text.slice(total.end, name)
    if (name <= total.end || /[。；？！]/.test(head) || !/[，：（]$/.test(head)) continue
    const names = parts.map((part, k) => nameOf(text, k === 0 ? name : parts[k - 1]!.end, part))
    if (names.some(({ length }) => length === 0 || length > LONGEST_NAME) || new Set(names).size < names.length)
      continue
    const which =
      total.unit === '元'
        ? funds(text, total, head, names)
        : (inStates(head, names) ?? divides(text, total, parts, head, names))
    if (!which || missedTotal(total, parts, which) === undefined) continue
    const sum = round(parts.reduce((n, { value }) => n + value, 0))
    if (Math.abs(sum - total.value) > total.value * SLIP || fillsEarly(total, parts)) continue
    found.push(wrongSum(clause, total, parts, sum))
  }
}
const NO_COUNT = /[%％天日年月倍岁]|小时|分$/
/** Further off, something else is told. */
const SLIP = 0.2

/** The figures of one unit that follow each other with no more than a name between them, and end their clause. */
function runBehind(text: string, figures: readonly Figure[], i: number): readonly Figure[] {
  const { unit, end } = figures[i]!
  let from = i + 1
  // 分三个年级段, 由六名网格员分包: numbers of the clause in between.
  while (from < figures.length && (figures[from]!.han || figures[from]!.unit !== unit)) from++
  const first = figures[from]
  if (!first || first.start - end > LONGEST_HEAD + LONGEST_NAME) return []
  let to = from
  const parts: Figure[] = []
  while (to < figures.length) {
    const part = figures[to]!
    const next = figures[to + 1]
    // 10吨以下124台: the number belongs to the name of the part.
    if (part.unit !== unit && next?.unit === unit && IN_NAME.test(text.slice(part.end, next.start))) {
      to++
      continue
    }
    if (part.unit !== unit || part.han || !exact(part)) break
    if (parts.length > 0 && !JOINT.test(text.slice(parts.at(-1)!.end, part.start))) break
    parts.push(part)
    to++
  }
  const last = parts.at(-1)
  if (parts.length < FEWEST || !last || !ENDS.test(text.slice(last.end, last.end + 8))) return []
  // Some more of it behind.
  if (figures.slice(to).some((f) => f.unit === unit)) return []
  return parts
}

/** Between the number in a part's name and its figure. */
const IN_NAME = /^[一-龥]{0,6}$/

const nameOf = (text: string, from: number, part: Figure): string =>
  text.slice(from, part.start).replace(/^[一-龥]{0,6}[、，和及]/, '')

type Listing = 'all' | 'some' | 'closed'

function funds(text: string, total: Figure, head: string, names: readonly string[]): Listing | undefined {
  if (!COSTS.test(text.slice(Math.max(0, total.start - 14), total.start))) return undefined
  if (BRINGS_IN.exec(head)?.[0] !== head) return undefined
  return names.every((name) => SOURCE.test(name) && !NO_SOURCE.test(name)) ? 'closed' : undefined
}

function divides(
  text: string,
  total: Figure,
  parts: readonly Figure[],
  head: string,
  names: readonly string[],
): Listing | undefined {
  const isRow = BARE.test(head) && names.every((name) => SECTION.test(name) && name.at(-1) === names[0]!.at(-1))
  if (
    !(isRow || DIVIDES.test(head)) ||
    OTHER.test(head) ||
    OTHER.test(text.slice(Math.max(0, total.start - 8), total.start))
  )
    return undefined
  if (
    names.some(
      (name) =>
        OTHER.test(name.replace(BAND, '')) || mayOverlap(name.replace(BAND, ''), total.unit) || /[，。：；]/.test(name),
    )
  )
    return undefined
  const noun = nounAfter(text.slice(total.end, total.end + 12))
  // 26个班, and 3个组 of them: other things.
  for (const part of parts) {
    const own = /^[一-龥]{0,6}/.exec(text.slice(part.end, part.end + 6))![0]
    if (own !== '' && noun !== undefined && !noun.includes(own.at(-1)!) && part !== parts.at(-1)) return undefined
  }
  const said = HOW_MANY.exec(head)?.[1]
  if (said !== undefined) return parseNumeral(said) === parts.length ? 'all' : undefined
  return 'some'
}

function inStates(head: string, names: readonly string[]): Listing | undefined {
  if (names.length !== 3 || !OF_STATES.test(head)) return undefined
  const told = names.map((name) => {
    const words = name.replace(/^其中/, '').replace(/的?[有为]?$/, '')
    return (['left', 'going', 'done'] as const).find((state) => STATES[state].test(words))
  })
  return new Set(told).size === 3 && !told.includes(undefined) ? 'all' : undefined
}

/** The first of them make the total. */
function fillsEarly(total: Figure, parts: readonly Figure[]): boolean {
  let sum = 0
  return parts.slice(0, -1).some(({ value }) => {
    sum = round(sum + value)
    return sum === total.value
  })
}
