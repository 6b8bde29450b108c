/** 三个…（A、B、C）, “四项制度”，即…, “四个一律”：一律…: a number, and then what it counts; and “四个一” at the end of its own list. */
import type { Span } from '../../../core.ts'
import type { Flat } from '../../flat.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { CLASSIFIERS, FEWEST, type Miscount, NUMBER, numberOf } from './miscount.ts'

/** 三个…（A、B、C）. */
export const BRACKETED = new RegExp(`^(${NUMBER})(${CLASSIFIERS})[^，。；：、（(\\d]{0,12}[（(]([^（）()]{3,160})[）)]`)
/** “四项制度”，即A、B、C。 */
export const LISTED = new RegExp(
  `^(${NUMBER})(个|项|类|种|样|条|大|支|本|张)[^，。；：、（(\\d]{0,10}[”"]?(?:，?(?:即|就是|分别是|分别为|包括)[：]?|(?:公布|名单|具体)?如下：|：)([^，。；：（）()？！]{5,120})(?=[。；]|$|，(?:做到|确保|实现|形成|推动|切实|让|使|一个|缺一|哪|逐|分别|分头|每[项类个种件条样]|[均都已](?!等)|全部|全都|统一))`,
)
/** 下列5所学校列入今年维修计划：A、B、C。 */
export const BELOW = new RegExp(
  `^(${NUMBER})(${CLASSIFIERS})[^，。；：、（(\\d]{1,24}：([^，。；：（）()？！]{5,160})(?=[。；]|$)`,
)
/** What stands right before the number. */
export const BELOW_LEAD = /(?:下列|以下|涉及|抽查)$/
/** “三个一律”：一律…、一律…. */
const SAME_WORD =
  /[“"]([二两三四五六七八九十])个([一-龥]{1,3})[”"][^，。；：（(“"]{0,10}(?:[（(：]|，?(?:即|就是|是指|包括|分别[是为]|具体[是为])：?)([^（）()。]{5,160})/g
/** “三清三建”，即清垃圾、清沟渠、清残垣，建队伍、建制度、建账本. */
const TWO_WORDS =
  /[“"]([一两二三四五六七八九])([一-龥])([一两二三四五六七八九])([一-龥])[”"][^，。；：（(“"]{0,10}(?:[（(：]|，?(?:即|就是|是指)：?)([^（）()。]{5,160})/g
const ONES_BEFORE =
  /(?=一)((?:一[一-龥]{2,16}、){1,11}一[一-龥]{2,16})[”"]?的?[“"《]{0,2}([二两三四五六七八九十])个一[”"]/g

/** The list that ends a match (its number, classifier and list) found at `index`, of names no longer than `longest`. Returns where to read on. */
export function listBehind(
  flat: Flat,
  index: number,
  m: RegExpExecArray | null,
  longest: number,
  found: Miscount[],
): number {
  if (!m) return index
  const [whole, number = '', classifier = '', list = ''] = m
  const end = index + whole.length
  // “四个一”，即一…、一…，一…: the comma parts two of them as well.
  if (OF_ONES.test(whole) && flat.text.startsWith('，一', end)) return end
  const items = list.replace(/[“"《][^“”"《》]{1,40}[”"》]/g, (s) => '某'.repeat(s.length)).split('、')
  const expected = parseNumeral(number)!
  if (expected < FEWEST || items.length < 2 || Math.abs(items.length - expected) > 2) return end
  if (
    items.some(
      (item) =>
        (item.length < 2 && !whole.includes('个字')) ||
        item.length > longest ||
        ASIDE.test(item) ||
        /^[一二三四五六七八九十]是/.test(item),
    )
  )
    return end
  const from = index + whole.lastIndexOf(list)
  report(flat, index, number + classifier, items.length, { start: from, end: from + list.length }, found)
  return end
}

const OF_ONES = /^[二两三四五六七八九十]个一[”"]/
/** 两个街道因防火值守请假，分别是北关街道、新桥街道。 */
const SEPARATELY = new RegExp(
  `^(${NUMBER})(${CLASSIFIERS})([^。；：、（(\\d]{1,24})，分别(?:是|为)([^，。；：（）()？！\\d]{5,120})(?=[，。；]|$)`,
)
const COUNTS_AGAIN = /[一二两三四五六七八九十](?:个|家|所|项|条|名|位|类|处|座)/
const JOINTS = /、|以及|[和及与]/

/** Their last words are the same, or they are names as long as each other that nothing but 、 parts: 宏远机械、同力电子、华茂纺织. */
const areAlike = (items: readonly string[], list: string): boolean =>
  items.every((item) => item.at(-1) === items[0]!.at(-1)) ||
  (items.length > 2 && !/[和及与]/.test(list) && items.every(({ length }) => length > 2 && length === items[0]!.length))

/** What a later clause lists, whose names end alike: so 和 parts two of them. Returns where to read on. */
export function separately(flat: Flat, index: number, rest: string, found: Miscount[]): number {
  const m = SEPARATELY.exec(rest)
  if (!m) return index
  const [whole, number = '', classifier = '', between = '', list = ''] = m
  const end = index + whole.length
  if (COUNTS_AGAIN.test(between)) return index
  const items = list.split(JOINTS)
  const expected = parseNumeral(number)!
  if (expected < FEWEST || items.length < 2 || Math.abs(items.length - expected) > 2) return end
  if (items.some((item) => item.length < 2 || item.length > 14 || ASIDE.test(item)) || !areAlike(items, list))
    return end
  const from = end - list.length
  report(flat, index, number + classifier, items.length, { start: from, end }, found)
  return end
}

/** 三条线路：甲线，长38公里；乙线，长22公里；…。 */
const CLAUSES = new RegExp(`^(${NUMBER})(${CLASSIFIERS})([^，。；：、（(\\d]{1,12})：([^。：？！]{8,400})(?=。|$)`)
const GRADES = /^(?:等次|等级|档次|档|级别|层次|类型|类别|级|情形)$/
/** 得分90分以上的为优秀 */
const IS_CALLED = /(?:为|属于?|是)[“"]?[一-龥A-Z]{1,6}[”"]?$/
const MARKED =
  /^(?:[一二三四五六七八九十]{1,2}[是要、]|第[一二三四五六七八九十]|[（(]?\d{1,2}[.．、）)]|[（(][一二三四五六七八九十]|[①-⑩]|首先|其次|最后)/
const GOES_ON = /^(?:同时|另外|此外|并|其中|但|凡|如|对|且|以上|上述|各|每|要|不得|其他|其余)/
/** UTF-16 units. */
const LONGEST_CLAUSES = 460

/** As many grades as are said; as many clauses between ；, each of which begins with its name. Returns where to read on. */
export function clausesBehind(flat: Flat, index: number, found: Miscount[]): number {
  const m = CLAUSES.exec(flat.text.slice(index, index + LONGEST_CLAUSES))
  if (!m) return index
  const [whole, number = '', classifier = '', noun = '', list = ''] = m
  const expected = parseNumeral(number)!
  const end = index + whole.length
  const items = GRADES.test(noun.replace(/^的/, '')) ? list.split(/[，；]/) : list.split('；')
  if (expected < FEWEST || items.length < 2 || Math.abs(items.length - expected) > 2) return index
  if (items.some((item) => MARKED.test(item) || GOES_ON.test(item))) return index
  const graded = items.every((item) => IS_CALLED.test(item))
  const names = items.map((item) => /^[^，、；]{2,14}(?=，|[^，；]{0,2}\d)/.exec(item)?.[0] ?? '')
  const named =
    !list.endsWith('，') &&
    list.includes('；') &&
    names.every((name) => name !== '' && name.at(-1) === names[0]!.at(-1))
  if (!(GRADES.test(noun) ? graded : named)) return index
  report(flat, index, number + classifier, items.length, { start: end - list.length, end }, found)
  return end
}

export function sameWord(flat: Flat, found: Miscount[]): void {
  for (const m of matchesOf(SAME_WORD, flat.text)) {
    const [whole, number = '', word = '', list = ''] = m
    // 不准到无设施、无人看护的水域: clause by clause first.
    // What is cut short, or interrupted by a bracket, may go on.
    if (!/^(?:[。）)”"]|$)/.test(flat.text.slice(m.index + whole.length))) continue
    const own = /^[^，；]*、/.test(list) ? listItself(list, word) : list
    const readings = [/；/, /[，；]/, /[、，；]/]
      .map((marks) => own.split(marks))
      .filter((all) => all.length > 1 && all.every((item) => item.replace(/^[“"]/, '').startsWith(word)))
    if (readings.length === 0) continue
    const expected = parseNumeral(number)!
    const counts = readings.map((items) => items.reduce((n, item) => n + item.split(joined(word)).length, 0))
    // 一户一策、一人一案，一月一评 are three, or two.
    if (readings.some((items, k) => items.length <= expected && expected <= counts[k]!)) continue
    // 一本账、一支队伍、一张网，一个电话问到底、问到位: item by item as many as are said.
    const begun = own.split(/[、，；]/).filter((item) => item.startsWith(word)).length
    if (begun === expected) continue
    const count = counts[0]!
    if (OPEN.test(own) && count < expected) continue
    const start = m.index + whole.length - list.length
    report(flat, m.index + 1, `${number}个${word}`, count, { start, end: start + own.length }, found)
  }
}

/** 一张清单、一支队伍，逐段销号、定期通报: without the clauses behind the last item, which do not have the word. */
function listItself(list: string, word: string): string {
  const last = list.lastIndexOf(word)
  const end = /[，；]/.exec(list.slice(last))?.index
  return last < 0 || end === undefined ? list : list.slice(0, last + end)
}
/** 一支队伍和一套机制 are two. */
const joined = (word: string) => new RegExp(`(?:以及|[和及与])(?=${word})`)
const OPEN = /等$|……$/

export function twoWords(flat: Flat, found: Miscount[]): void {
  for (const m of matchesOf(TWO_WORDS, flat.text)) {
    const [whole, ...groups] = m
    const list = groups[4]!
    const items = /^(?:[^、，；]+[、，；]?)+/.exec(list)![0].split(/(?<=[、，；])/)
    const isOne = (item: string) => [groups[1]!, groups[3]!].some((word) => item.replace(/^[“"]/, '').startsWith(word))
    const end = items.findIndex((item) => !isOne(item))
    const own = end < 0 ? items : items.slice(0, end)
    // What goes on behind a comma is another clause; an item in between makes it unclear what is counted.
    if (own.length < 3 || (end >= 0 && own.at(-1)!.endsWith('、'))) continue
    const start = m.index + whole.length - list.length
    const span = { start, end: start + own.join('').replace(/[、，；]$/, '').length }
    for (const [at, number, word] of [
      [1, groups[0]!, groups[1]!],
      [3, groups[2]!, groups[3]!],
    ] as const) {
      const count = own.filter((item) => item.replace(/^[“"]/, '').startsWith(word)).length
      if (count > 0 && groups[1] !== groups[3]) report(flat, m.index + at, number + word, count, span, found)
    }
  }
}

/** “入户四看”（一看房、二看粮、…）: each begins with its number and the word. */
const NUMBERED_WORD =
  /(?=[二两三四五六七八九十])(?<=[“"][一-龥]{0,6})([二两三四五六七八九十])([一-龥])[”"][^，。；：（(“"]{0,10}(?:[（(：]|，?(?:即|就是|是指)：?)(?=一\2)/g
const NUMERALS = '一二三四五六七八九十'

export function numberedWords(flat: Flat, found: Miscount[]): void {
  for (const m of matchesOf(NUMBERED_WORD, flat.text)) {
    const [whole, number = '', word = ''] = m
    const start = m.index + whole.length
    const list = /^[^（）()。]{5,160}/.exec(flat.text.slice(start, start + 160))?.[0] ?? ''
    let at = 0
    let count = 0
    for (const numeral of NUMERALS) {
      const next = list.indexOf(numeral + word, at)
      if (next < 0) break
      count++
      at = next + 2
    }
    // What is cut short may go on, and what is left open is not counted out.
    const isWhole = /^[）)。]/.test(flat.text.slice(start + list.length)) && !/等$|……/.test(list)
    if (count < 2 || (count < parseNumeral(number)! && !isWhole)) continue
    report(flat, m.index, number + word, count, { start, end: start + list.length }, found)
  }
}

/** “三公示一公告”（村初次公示、乡镇二次公示、县公告）: each ends or begins with one of two words. */
const TWO_NAMES =
  /[“"]([一两二三四五六七八九])([一-龥]{2})([一两二三四五六七八九])([一-龥]{2})[”"][^，。；：（(“"]{0,10}(?:[（(：]|，?(?:即|就是|是指)：?)([^（）()。]{5,160})(?=[。）)])/g

export function twoNames(flat: Flat, found: Miscount[]): void {
  for (const m of matchesOf(TWO_NAMES, flat.text)) {
    const [whole, one = '', first = '', other = '', second = '', list = ''] = m
    const items = list.split(/[、，；]/)
    const own = [first, second].map((word) =>
      items.filter((item) => item.startsWith(word) || (item.endsWith(word) && item.length > word.length)),
    )
    if (first === second || own.some((some) => some.length === 0) || own[0]!.length + own[1]!.length !== items.length)
      continue
    const start = m.index + whole.length - list.length
    const span = { start, end: start + list.length }
    report(flat, m.index + 1, one + first, own[0]!.length, span, found)
    report(flat, m.index + 4, other + second, own[1]!.length, span, found)
  }
}

/** 明确查哪家、明确查什么、明确怎么查等“三明确”. */
const SAME_BEFORE = /[“"](?<=(等)?.)([二两三四五六七八九十])个?([一-龥]{2})[”"]/g

export function sameWordBefore(flat: Flat, found: Miscount[]): void {
  for (const m of matchesOf(SAME_BEFORE, flat.text)) {
    const [whole, open, number = '', word = ''] = m
    const from = Math.max(0, m.index - 120)
    const clause = /[^，。；：“”"（）]*$/.exec(flat.text.slice(from, m.index))![0]
    const [first = '', ...rest] = clause.split('、')
    const begins = first.indexOf(word)
    if (begins < 0 || rest.length === 0 || !rest.every((item) => item.startsWith(word) && item.length < 18)) continue
    const count = rest.length + 1
    if (open && count < parseNumeral(number)!) continue
    const start = m.index - clause.length + begins
    const at = m.index + whole.indexOf(number)
    report(flat, at, flat.text.slice(at, m.index + whole.length - 1), count, { start, end: m.index }, found)
  }
}

/** 出列贫困村4个，即：甲村、乙村、丙村: the number stands behind its noun, and the names end as it does. */
const BEHIND_NOUN = new RegExp(
  `^(${NUMBER})(${CLASSIFIERS})，?(?:即|分别是|分别为|具体为|包括)：?([^，。；：（）()？！\\d]{5,120})(?=[。；]|$)`,
)

/** Returns where to read on. */
export function behindNoun(flat: Flat, index: number, rest: string, found: Miscount[]): number {
  const m = BEHIND_NOUN.exec(rest)
  if (!m) return index
  const [whole, number = '', classifier = '', list = ''] = m
  const end = index + whole.length
  const items = list.split(JOINTS)
  const expected = parseNumeral(number)!
  const last = flat.text[index - 1]
  if (expected < FEWEST || items.length < 2 || Math.abs(items.length - expected) > 2) return end
  if (items.some((item) => item.length < 2 || item.length > 14 || ASIDE.test(item) || item.at(-1) !== last)) return end
  report(flat, index, number + classifier, items.length, { start: end - list.length, end }, found)
  return end
}

export function onesBefore(flat: Flat, found: Miscount[]): void {
  for (const m of flat.text.matchAll(ONES_BEFORE)) {
    const [whole, list = '', number] = m
    const count = list.split('、').length
    const at = m.index + whole.length - 4
    report(flat, at, `${number}个一`, count, { start: m.index, end: m.index + list.length }, found)
  }
}

/** What is stated at `at` of a flat text is not what stands in `list`, unless it is. */
function report({ place }: Flat, at: number, stated: string, count: number, list: Span, found: Miscount[]): void {
  const expected = stated[0] === '一' ? 1 : numberOf(new RegExp(`^(${NUMBER})`), stated)!
  if (expected === count) return
  found.push({
    at: { start: place(at), end: place(at + stated.length) },
    stated,
    expected,
    found: count,
    list: { start: place(list.start), end: place(list.end) },
  })
}
/** In brackets: no plain list of names. */
const ASIDE =
  /[，。；：等和及与含\d]|下[同设]|同[上时]|会同|连同|包括|其中|简称|以下|见|附件|负责|牵头|除|不含|单位|部门$|^(?:自治[区州县旗]|直辖市|街道|乡镇|园区|社区|开发区|管委会|公司|团场|林场|农场|工业园区)$|[一二两三四五六七八九十](?:个|项|家|类|名|批)/
