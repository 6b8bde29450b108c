/** 二、先进个人（12名）, and the names in the paragraph below. */
import { parseNumeral } from '../../numerals.ts'
import { FEWEST, type Miscount, type Paragraphs } from './miscount.ts'

/** What ends a heading that counts. */
export const HEADED = /(?:名|人|个|家|所|位|篇|项|件|种|户|支)[）)]：?\s*$/
/** So much of a paragraph is enough to see it. UTF-16 units. */
export const HEADED_END = 6
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])?[^，。；：（(\d]{2,20}[（(](?:共|计|共计)?(\d{1,3}|[二两三四五六七八九十]{1,3})(名|人|个|家|所|位|篇|项|件|种|户|支)[）)]：?$/
/** Names and nothing else. */
const NAMES = /^[^，；：！？。]{2,}、[^，；：！？。]+[、。]?$/
/** 县医院（内科、外科） is one. */
const BRACKETS = /[（(【〔][^（）()]{0,40}[）)】〕]|《[^》]{1,60}》/g
const OPEN = /等[。]?$|等\d|其中|以及|分别|[\d]/
const JOINTS = /[和及与]/
/** A paragraph that may be one name more. UTF-16 units. */
const ONE_NAME = 24
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|附件?)/
/** Names of people are as long; two that lost the mark between them are longer. */
const LONGEST = 4
/** A list of another thing is further off. */
const SLIP = 3
/** Paragraphs that one list may take. */
const MOST = 20

export function headedLists(flatAt: Paragraphs, index: number, found: Miscount[]): void {
  const heading = flatAt(index)
  const m = heading && HEADING.exec(heading.text)
  if (!m) return
  const [, number = '', classifier = ''] = m
  const expected = parseNumeral(number)
  if (expected === undefined || expected < FEWEST) return
  let names = ''
  let last = heading
  let below = index + 1
  for (; below <= index + MOST; below++) {
    const next = flatAt(below)
    if (!next || NUMBERED.test(next.text)) break
    const plain = next.text.replace(BRACKETS, (words) => (words.startsWith('《') ? '某某' : ''))
    if (!NAMES.test(plain) || OPEN.test(plain)) {
      // One name in a line of its own may belong to them.
      if (next.text.length <= ONE_NAME && !next.text.endsWith('。')) return
      break
    }
    names += `${names === '' || names.endsWith('、') ? '' : '、'}${plain.replace(/。$/, '')}`
    last = next
  }
  const items = names.split('、').filter((name) => name !== '')
  const count = items.length
  if (count < FEWEST || count === expected || Math.abs(count - expected) > SLIP || isUnclear(items, classifier)) return
  const offset = heading.text.lastIndexOf(number + classifier)
  found.push({
    at: { start: heading.place(offset), end: heading.place(offset + number.length + classifier.length) },
    stated: number + classifier,
    expected,
    found: count,
    list: { start: flatAt(index + 1)!.block.start, end: last.block.end },
  })
}

/** 甲和乙 may be one or two; so may what has no mark between two names. */
const isUnclear = (items: readonly string[], classifier: string): boolean =>
  /[名人位]/.test(classifier)
    ? items.some((name) => name.length < 2 || (name.length > LONGEST && !name.includes('·')))
    : items.some((name) => name.length < 2 || name.length > 30 || JOINTS.test(name))
