/** 整改率达到100%, and of the same things some that have not been: 尚有7条没有整改到位. */
import { matchesOf } from '../../matches.ts'
import type { Contradiction } from './clause.ts'

/** What is done, and all of it. */
const ALL_DONE =
  /(整改|办结|销号|回复|答复|兑现|化解|修复|完成|竣工|开工|拆除|到位|签约|发放)率(?:均|都|已)?(?:为|是|达到?了?|保持)?(?:100[%％]|百分之百)/g
const COUNT = '(\\d[\\d,]*|[一二两三四五六七八九十]{1,3})(?:余|多)?([件条个处户项起家人名笔座份])'
const NOUNS = new RegExp(`([一-龥]{2})(?:共|有|为)?${COUNT}`, 'g')
/** Another time, other things. */
const ELSE = /去年|上年|往年|上半年|上一?年度|目标|力争|确保|要求|必须|达不到|未达到|计划/

export function complete(text: string, found: Contradiction[]): void {
  if (!text.includes('率') || !['100%', '100％', '百分之百'].some((all) => text.includes(all))) return
  if (!/率[^，。；]{0,4}(?:100[%％]|百分之百)/.test(text)) return
  const undone = new Map<string, readonly RegExpExecArray[]>()
  for (const { 0: said, 1: verb = '', index } of matchesOf(ALL_DONE, text)) {
    const sentence = sentenceAt(text, index)
    if (ELSE.test(sentence)) continue
    // What it is the rate of may have been counted before, in the same paragraph.
    const counted = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - AROUND), index)
    const left = undone.get(verb) ?? [...matchesOf(undoneBy(verb), text)].slice(0, MOST)
    undone.set(verb, left)
    for (const rest of left) {
      const unit = rest[2] ?? rest[4]!
      const other = sentenceAt(text, rest.index)
      if (ELSE.test(other) || (rest[1] ?? rest[3]) === '0') continue
      const nouns = nounsOf(counted, unit)
      if (other !== sentence && !nounsOf(other, unit).some((noun) => nouns.includes(noun))) continue
      found.push({
        kind: 'complete',
        at: { start: index, end: index + said.length },
        said,
        computed: rest[0],
        others: [{ start: rest.index, end: rest.index + rest[0].length }],
      })
      break
    }
  }
}

/** 尚有7条没有整改到位, 未整改的3条. */
const undoneBy = (verb: string) =>
  new RegExp(
    `(?:[尚仍还]有|另有|有)${COUNT}[^，。；\\d]{0,10}(?:没有?|未能?|尚未|还没有?)[^，。；\\d]{0,2}${verb}|未${verb}(?:到位)?的?(?:[还尚仍]?有)?[^，。；\\d]{0,4}?${COUNT}`,
    'g',
  )
/** So many of them are compared with each rate. */
const MOST = 50

/** UTF-16 units. */
const AROUND = 160

const sentenceAt = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - AROUND), at)
  return before.slice(before.search(/[^。！？\n]*$/)) + /^[^。！？\n]{0,160}/.exec(text.slice(at, at + AROUND))![0]
}
const nounsOf = (sentence: string, unit: string): string[] =>
  matchesOf(NOUNS, sentence)
    .filter((m) => m[3] === unit)
    .map((m) => m[1]!)
