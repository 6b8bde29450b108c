/** 过好两关：第一关是…，第二关是…，第三关是…: marked by the word that the number counts. */
import type { Flat } from '../../flat.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import type { Miscount } from './miscount.ts'

/** 两关, 三笔账, 四道坎, 三个层次, and the first of them with no full stop or one in between. */
const ANNOUNCED =
  /(?<![第\d一二三四五六七八九十百千万零〇.])([二两三四五六七八九十])(个)?([一-龥])(?:的?(?:(?![了都也])[一-龥“”]){0,10}?[”"]?[：，。](?:[^，。；：第]{0,8}[：，])?)(?:第一|头一)(个)?(?=\3)/g
/** Marks that other lists have, and dates. */
const OTHER_MARKS = /[点年月日天周季次届期名时方阶类步批问]/
/** 这三关中, 前两关, 还有两关: some of them, or those that were told before. */
const OF_MORE = /(?:[这那前后头其述余剩另]|剩下的?|[还尚仍]有)$/
/** A list may be read on below its paragraph, or be open. */
const OPEN = /等|此外|另外|最后|其他|其余|再就是/

export function ordinals({ text, place }: Flat, found: Miscount[]): void {
  for (const m of matchesOf(ANNOUNCED, text)) {
    const [whole, number = '', measure = '', word = '', ordinalMeasure = ''] = m
    const counted = number + (measure || word)
    if (OTHER_MARKS.test(word) || OF_MORE.test(text.slice(Math.max(0, m.index - 3), m.index))) continue
    const expected = parseNumeral(number)!
    const first = m.index + whole.length
    let count = 1
    let to = first
    for (const next of '二三四五六七八九十') {
      const at = text.indexOf(`第${next}${ordinalMeasure}${word}`, to)
      if (at < 0 || at - to > FAR) break
      count++
      to = at
    }
    const last = text.lastIndexOf(`第一${ordinalMeasure}${word}`)
    if (count < 2 || count === expected || last > first) continue
    if (
      count < expected &&
      (OPEN.test(text.slice(first, to + LAST)) || /第[二三四五六七八九十]/.test(text.slice(to + 2)))
    )
      continue
    found.push({
      at: { start: place(m.index), end: place(m.index + counted.length) },
      stated: counted,
      expected,
      found: count,
      list: { start: place(first), end: place(to + 2) },
    })
  }
}

/** How much of the last item is looked at for what leaves the list open. UTF-16 units. */
const LAST = 200
/** The next item is not further off. UTF-16 units. */
const FAR = 400
