/** 去年立案412起, and far below it 去年421起案子里头，破了203起: what was told before, referred to with two digits in another order. */
import { matchesOf } from '../../matches.ts'
import { type Contradiction, isTransposed, wordsBefore } from './clause.ts'

/** What is counted of a year. */
export const REFERABLE = '起件个户名家宗例笔'
/** All of a year, some of which are told next: found by what says that it is some of them and ends its clause. */
const REFERRED = new RegExp(
  `[里中头面](?=，)(?<=(去年|今年|上年|前年|上半年|下半年|全年)(?:全[县市区镇乡]|[我本][县市区镇乡局院校所])?的?(?:这|那)?(\\d{3,5})([${REFERABLE}])([一-龥]{1,6}?)(?:里[头面]?|当中|之?中))`,
  'g',
)

/** Other figures of the time that are no total. */
const OTHER = /其中|同比|比|增加|减少|下降|上升|目标|计划|约|近|余|超/
/** How much of a sentence before a figure is read. UTF-16 units. */
const AHEAD = 60
/** For each the whole text is looked through. */
const MOST = 20

export function referred(text: string, found: Contradiction[]): void {
  const all = matchesOf(REFERRED, text).slice(0, MOST)
  for (const { 0: end, 1: time = '', 2: digits = '', 3: unit = '', 4: noun = '', index } of all) {
    const start = text.lastIndexOf(digits + unit, index + end.length)
    const said = digits + unit
    // It stands elsewhere, too: then it is hardly a slip.
    if (text.split(digits).length !== 2) continue
    const known = [...text.slice(0, start).matchAll(new RegExp(`(?<![\\d.,])\\d{${digits.length}}${unit}`, 'g'))].find(
      (one) => isTransposed(one[0], said) && isOfTime(text, one.index, time) && sharesThing(text, one, noun),
    )
    if (!known) continue
    const others = [{ start: known.index, end: known.index + known[0].length }]
    found.push({ kind: 'restated', at: { start, end: start + said.length }, said, computed: known[0], others })
  }
}

function isOfTime(text: string, at: number, time: string): boolean {
  const sentence = wordsBefore(text, at, AHEAD)
  return sentence.includes(time) && !OTHER.test(sentence.split('，').at(-1)!)
}

/** 立案412起 and 421起案子. */
function sharesThing(text: string, { 0: all, index }: RegExpMatchArray, noun: string): boolean {
  const end = index! + all.length
  const near = text.slice(Math.max(0, index! - 8), index) + /^[^，。；\n]{0,8}/.exec(text.slice(end))![0]
  return [...noun].some((c) => near.includes(c))
}
