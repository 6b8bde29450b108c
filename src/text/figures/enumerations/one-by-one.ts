/** 两个难题：一个是路，一个是水，还有一个是电: each told with the word it is counted by. */
import type { Flat } from '../../flat.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import { FEWEST, type Miscount, NUMBER } from './miscount.ts'

/** Where the first of them is told. */
export const OPENS_ONE = /[：。]一[个块件桩条种类支头项处](?=是)/
const OPENS = new RegExp(OPENS_ONE.source, 'g')
const LEAD = new RegExp(
  `(?<![第\\d一二三四五六七八九十百千万零〇.])(${NUMBER})([个块件桩条种类支头项处])(?!百分点)[^，。；：！？\\d]{0,8}$`,
)
/** 还有两个是…, 其余…: not one by one. */
const OTHERWISE = /[二两三四五六七八九十几\d][个块件桩条种类支头项处]|其[余他它]|剩下|另外的/

export function oneByOne({ text, place }: Flat, found: Miscount[]): void {
  for (const { 0: opening, index } of matchesOf(OPENS, text)) {
    const classifier = opening.slice(2)
    const before = text.slice(Math.max(0, index - 24), index)
    const lead = LEAD.exec(before)
    if (!lead || lead[2] !== classifier) continue
    const list = text.slice(index + 1, index + 400)
    const one = new RegExp(`(?:^|[，。；])(?:(?:还有|再|另|最后|剩下|又)(?:有)?)?一${classifier}(?=是)`, 'g')
    const told = matchesOf(one, list)
    const expected = parseNumeral(lead[1]!)!
    // Fewer than said: some may be told in other words.
    if (told.length <= expected || expected < FEWEST || OTHERWISE.test(list.slice(0, told.at(-1)!.index))) continue
    const start = index - before.length + lead.index
    found.push({
      at: { start: place(start), end: place(start + lead[1]!.length + 1) },
      stated: lead[1]! + classifier,
      expected,
      found: told.length,
      list: { start: place(index + 1), end: place(index + 1 + told.at(-1)!.index + told.at(-1)![0].length) },
    })
  }
}
