/** 14个问题涉及医院、药店和经办三个方面。其中医院6个，…；药店5个，…；经办4个，…: the parts are named first, and counted in the sentence behind. */
import { parseNumeral } from '../../numerals.ts'
import type { Figure } from '../figures.ts'
import { type Clause, type Contradiction, wrongSum } from './clause.ts'

const COUNTS = '。其中'
/** The total, what it is of, and as many names as are said. */
const NAMES_PARTS =
  /(?<![\d.])(\d{1,4})([个件项处家名条起户座宗例])([^，。；：、\d]{0,8}?)，?(?:主要|分别|共)?(?:涉及|分布在|来自|集中在|分为|包括|分属)([^，。；：\d“”"]{4,60}?)([两二三四五六])(?:个(?:方面|领域|部分|环节|层面|类别)|大?类)$/
/** One may be in two of them. */
const OVERLAPS = /同时|交叉|重复|兼有|兼|既|均|都/
/** Further off, something else is counted. */
const SLIP = 0.2
/** UTF-16 units. */
const AHEAD = 140
const BEHIND = 400
const BETWEEN = /^(?:方面|类|环节|领域)?的?(?:问题|线索|事项)?(?:有|共|为|是)?(\d{1,4})([个件项处家名条起户座宗例])/

export function namedParts(flat: Clause, found: Contradiction[]): void {
  const { text } = flat
  for (let i = text.indexOf(COUNTS); i >= 0; i = text.indexOf(COUNTS, i + 1)) {
    const from = Math.max(0, i - AHEAD)
    const m = NAMES_PARTS.exec(text.slice(from, i))
    if (!m) continue
    const [whole, count = '', unit = '', , list = '', many = ''] = m
    const names = list.split(/、|以及|[和及与]/)
    if (names.length !== parseNumeral(many) || names.some((name) => name.length < 2)) continue
    const rest = text.slice(i + 1, i + 1 + BEHIND).split('。', 1)[0]!
    const parts = countedIn(rest, names, unit)
    if (!parts || OVERLAPS.test(rest)) continue
    const total = figure(i - whole.length, count, unit)
    const sum = parts.reduce((n, { value }) => n + value, 0)
    if (sum === total.value || Math.abs(sum - total.value) > Math.max(2, total.value * SLIP)) continue
    const placed = parts.map((part) => ({ ...part, start: part.start + i + 1, end: part.end + i + 1 }))
    found.push(wrongSum(flat, total, placed, sum))
  }
}

/** The figure right behind each of `names`, in their order; undefined where one has none. */
function countedIn(rest: string, names: readonly string[], unit: string): Figure[] | undefined {
  const parts: Figure[] = []
  let at = 0
  for (const name of names) {
    const there = rest.indexOf(name, at)
    const behind = there + name.length
    const m = there < 0 ? null : BETWEEN.exec(rest.slice(behind, behind + 16))
    if (m?.[2] !== unit) return undefined
    const part = figure(behind + m[0].length - m[1]!.length - unit.length, m[1]!, unit)
    parts.push(part)
    at = part.end
  }
  return parts
}

const figure = (start: number, digits: string, unit: string): Figure => ({
  start,
  end: start + digits.length + unit.length,
  value: Number(digits),
  step: 1,
  unit,
  approximate: false,
  bound: false,
  han: false,
})
