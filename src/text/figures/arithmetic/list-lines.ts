/** 东沟村，126户；西岭村，98户；…: a list of lines with a figure each, and what its total is said to be above or below it. */
import type { Doc, Span } from '../../../core.ts'
import { blocksWith } from '../../spans.ts'
import { round } from '../figures.ts'
import type { Contradiction } from './clause.ts'

const COUNTED = '(万元|亿元|元|公里|亩|吨|人次|分|[个人名户件起所条项处台套座份辆])'
const FIGURE = `(\\d[\\d,]*(?:\\.\\d+)?)\\s?${COUNTED}`
const LINE_END = /[；;](?<=\d[一-龥]{1,3}.)\s*\n/g
/** One line of the list. It has one figure, and nothing behind it. */
const LINE = new RegExp(`^[^，。；：:、\\d]{1,20}[，：:、]?[^，。；：:、\\d]{0,6}${FIGURE}[；;。]?$`)
/** 四村合计412户。 */
const TOTAL_LINE = new RegExp(`^[^，。；：、\\d]{0,6}(?:合计|共计|总计)[^，。；：、\\d]{0,8}${FIGURE}[；;。]?$`)
/** The sentence above says that the list tells it: …432户，具体如下, 据附表统计，…432户. */
const LINKED = /附表|下表|如下|明细|清单|统计|：$/
const WHOLE = /[共总]|合计|统计|累计|全[县市区镇乡街村局]|分解/
const OTHER = /其中|约|近|余|多|以上|超过|去年|上年|计划/
/** Further off it tells something else than the list. */
const SLIP = 0.15
const FEWEST = 3
/** A head between the sentence and the list: 附表：, 各村任务 */
const HEAD = 16

interface Listed {
  readonly value: number
  readonly unit: string
  readonly at: Span
}

/** A list that is called 附表 stands below the body. */
export function listLines({ text, blocks }: Doc, found: Contradiction[]): void {
  if (text.search(LINE_END) < 0) return
  const paragraphs = blocks.filter(({ kind, start, end }) => kind !== 'cell' && kind !== 'code' && start < end)
  const wordsOf = (i: number) => text.slice(paragraphs[i]!.start, paragraphs[i]!.end).trim()
  const read = (i: number, pattern: RegExp): Listed | undefined => {
    if (i >= paragraphs.length) return undefined
    const { start, end } = paragraphs[i]!
    if (end - start > 60) return undefined
    const words = text.slice(start, end)
    const m = pattern.exec(words.trim())
    if (!m) return undefined
    const from = start + words.lastIndexOf(m[1]!)
    return { value: amount(m[1]!), unit: m[2]!, at: { start: from, end: from + m[1]!.length + m[2]!.length } }
  }
  let after = 0
  for (const i of blocksWith(text, paragraphs, LINE_END)) {
    if (i < after) continue
    const parts: Listed[] = []
    for (let part = read(i, LINE); part && part.unit === (parts[0] ?? part).unit; part = read(i + parts.length, LINE)) {
      // 以上合计 is no part.
      if (read(i + parts.length, TOTAL_LINE)) break
      parts.push(part)
    }
    if (parts.length < FEWEST) continue
    const sum = round(parts.reduce((n, { value }) => n + value, 0))
    const total = read(i + parts.length, TOTAL_LINE)
    if (total?.unit === parts[0]!.unit) compare(total, SLIP)
    if (!total || total.value === sum) {
      const told = toldAbove(i, parts[0]!.unit)
      if (told) compare(told, SLIP)
    }
    after = i + parts.length

    function compare(told: Listed, slip: number): void {
      const miss = Math.abs(told.value - sum)
      // Amounts of money and land may have been rounded.
      const step = [told, ...parts].some(({ value }) => !Number.isInteger(value)) ? 0.06 * (parts.length + 1) : 0
      if (miss <= step || miss > sum * slip) return
      const { start, end } = told.at
      found.push({
        kind: 'sum',
        at: told.at,
        said: text.slice(start, end),
        computed: `${sum}${told.unit}`,
        others: parts.map(({ at }) => at),
      })
    }
  }

  /** The one figure of this unit in the last sentence above the list. */
  function toldAbove(first: number, unit: string): Listed | undefined {
    let above = first - 1
    let head = ''
    if (above > 0 && wordsOf(above).length <= HEAD && !/\d/.test(wordsOf(above))) head = wordsOf(above--)
    if (above < 0) return undefined
    const { start, end } = paragraphs[above]!
    const words = text.slice(start, end)
    const sentence = /[^。；]{1,120}[。：:]?\s*$/.exec(words)
    if (!sentence || !WHOLE.test(sentence[0]) || OTHER.test(sentence[0])) return undefined
    if (!LINKED.test(sentence[0].trim() + head)) return undefined
    const figures = [...sentence[0].matchAll(new RegExp(FIGURE, 'g'))].filter((m) => m[2] === unit)
    if (figures.length !== 1) return undefined
    const { 0: all, 1: number = '', index } = figures[0]!
    const from = start + sentence.index + index
    return { value: amount(number), unit, at: { start: from, end: from + all.length } }
  }
}

const amount = (number: string) => Number(number.replaceAll(',', ''))
