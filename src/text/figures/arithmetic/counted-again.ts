/** 帮办员164名, and later 174名帮办员全部持证: all of what was counted before, with another figure. */
import { startBehind } from '../../clauses.ts'
import { matchesOf } from '../../matches.ts'
import { type Contradiction, isTransposed, wordsBefore } from './clause.ts'

/** All of them: a figure, its noun, and what says that none is left out. */
const ALL_OF =
  /(?:(?<![\d.,])|(?<=\d,))(\d{2,6})([名人户个家所台辆座口件条处栋盏眼部])([一-龥]{3,10}?)(?:已经?|现已|也)?(?:全部|全都|均|都|统一|一律|无一|人人|户户|逐[一户人个]|每[人户名个家月])/g
/** Between a noun and the figure that it was counted with. */
const COUNTED =
  /^(?:总数|人数|户数|数量)?(?:共有?|现有|已有|总计|合计|有|为|是|达到?)?(\d{2,6})([名人户个家所台辆座口件条处栋盏眼部])(?![以左上多余])/
/** What may stand between the beginning of its clause and the second figure. */
const LEAD = /(?:^|要求|组织|安排|确保|做到|保证|对|把|将|给|为|由|让|使|请|[全本我这]?[县市区镇乡街村校院局厂])的?$/
/** Some of them only, others, at another time. */
const OTHER =
  /新|其中|去年|上年|明年|今年|当年|年初|首批|第[一二三四五]批|部分|剩|其[余他它]|另|再|又|目标|力争|每|各|增|扩|到20|20\d\d年|原|拟|约|近|余|超|计划|需|应|分别|不足|未|没/
/** In the whole sentence. */
const OTHER_TIME = /去年|上年|明年|计划|目标|力争|到20|[增扩减达]加?[到至]/
/** Two figures of one thing that differ by more are of two things. */
const NEAR = 0.15
/** UTF-16 units. */
const AHEAD = 60
/** So many places where the noun stands are looked at. */
const PLACES = 30

export function countedAgain(text: string, at: number, end: number, found: Contradiction[]): void {
  for (const { 1: number = '', 2: unit = '', 3: noun = '', index } of matchesOf(ALL_OF, text.slice(at, end))) {
    const start = at + index
    const said = number + unit
    const sentence = wordsBefore(text, start, AHEAD)
    const clause = sentence.slice(startBehind(sentence, '，：、', sentence.length))
    if (!LEAD.test(clause) || OTHER_TIME.test(sentence) || OTHER.test(clause) || OTHER.test(noun)) continue
    const known = countedBefore(text, start, noun, unit)
    if (!known || OTHER.test(known.clause)) continue
    const [one, two] = [Number(known.number), Number(number)]
    const apart = Math.abs(one - two)
    if (apart === 0 || !(apart <= Math.max(2, one * NEAR) || isTransposed(known.number, number))) continue
    // What came or went in between may be told, and either figure once more.
    if (timesTold(text, number, unit) > 1 || timesTold(text, String(apart), unit) > 0) continue
    found.push({
      kind: 'restated',
      at: { start, end: start + said.length },
      said,
      computed: known.said,
      others: [known.at],
    })
  }
}

interface Counted {
  readonly number: string
  readonly said: string
  readonly clause: string
  readonly at: { start: number; end: number }
}

/** The only count of the noun before `limit`; none where it is counted twice. */
function countedBefore(text: string, limit: number, noun: string, unit: string): Counted | undefined {
  let known: Counted | undefined
  let places = 0
  for (let i = text.indexOf(noun); i >= 0 && i < limit; i = text.indexOf(noun, i + 1)) {
    if (++places > PLACES) return undefined
    const from = i + noun.length
    const m = COUNTED.exec(text.slice(from, from + 16))
    if (!m || sameUnit(m[2]!) !== sameUnit(unit)) continue
    if (known) return undefined
    const before = wordsBefore(text, i, AHEAD)
    const end = from + m[0].length
    known = {
      number: m[1]!,
      said: m[1]! + m[2]!,
      clause: before.slice(startBehind(before, '，', before.length)) + m[0].slice(0, m[0].search(/\d/)),
      at: { start: end - m[1]!.length - unit.length, end },
    }
  }
  return known
}

/** People are counted by each of these. */
const sameUnit = (unit: string): string => (unit === '名' || unit === '位' ? '人' : unit)

function timesTold(text: string, number: string, unit: string): number {
  let times = 0
  for (let i = text.indexOf(number); i >= 0; i = text.indexOf(number, i + 1))
    if (!/[\d.]/.test(text[i - 1] ?? '') && sameUnit(text[i + number.length] ?? '') === sameUnit(unit)) times++
  return times
}
