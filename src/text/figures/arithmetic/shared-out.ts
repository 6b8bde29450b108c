/** 共拆除186座, and below it 划成三个片区：东片区拆除74座，西片区拆除62座，南片区拆除40座: as many parts as there are said to be, told with the verb of the total. */
import { parseNumeral } from '../../numerals.ts'
import { type Figure, figuresIn, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, wordsBefore, wrongSum } from './clause.ts'

const OTHER = /其中|去年|上年|同比|平均|每|约|近|余|超|计划|目标|拟|还|再|又|分别/
/** What each part is called, in UTF-16 units. */
const NAME = 6
/** Words in common: a noun and a verb. */
const LEAST = 3
/** A longer label is none. UTF-16 units. */
const LABEL = 24
/** So many parts nobody tells in one sentence, nor so many rows in one document. */
const MOST_PARTS = 40
const MOST_ROWS = 20
const JOINT = /^[，；、]/

/** One after the other: 东片区拆除74座，西片区拆除62座. */
export interface SharedOut {
  readonly clause: Clause
  readonly parts: readonly Figure[]
  /** 片区拆除 */
  readonly common: string
}

/** The words before a figure once more before the next one: 片区拆除. */
export const SHARED_OUT = /\d(?<=([一-龥]{3}).)[\d.]{0,8}[一-龥]{1,3}[，；、][^，。；、\d]{1,6}\1\d/

/** Rows of three parts or more, of a paragraph that has `SHARED_OUT`. */
export function sharedOut(clause: Clause, rows: SharedOut[]): void {
  const { text } = clause
  const figures = figuresIn(text)
  for (let i = 0; i < figures.length; ) {
    const { unit } = figures[i]!
    let to = i + 1
    while (to < figures.length && figures[to]!.unit === unit && isNext(text, figures[to - 1]!, figures[to]!)) to++
    const parts = figures.slice(i, to)
    i = to
    if (
      parts.length < 3 ||
      parts.length > MOST_PARTS ||
      rows.length >= MOST_ROWS ||
      parts.some((f) => !exact(f) || f.han) ||
      /[%年月日天分倍岁]/.test(unit)
    )
      continue
    const behind = text[parts.at(-1)!.end]
    if (behind !== undefined && !/[，。；]/.test(behind)) continue
    const labels = parts.map((f) => /[^，。；、：\d]*$/.exec(text.slice(Math.max(0, f.start - LABEL), f.start))![0])
    const common = endOf(labels)
    const names = labels.map((label) => label.slice(0, label.length - common.length))
    if (
      common.length < LEAST ||
      !/^[一-龥]+$/.test(common) ||
      new Set(names).size < names.length ||
      labels.some((label) => OTHER.test(label))
    )
      continue
    if (names.every((name) => name.length > 0 && name.length <= NAME)) rows.push({ clause, parts, common })
  }
}

const isNext = (text: string, one: Figure, next: Figure): boolean => {
  const between = text.slice(one.end, next.start)
  return JOINT.test(between) && !/[，。；、：\d]/.test(between.slice(1))
}

function endOf(labels: readonly string[]): string {
  const [first = ''] = labels
  let length = 0
  while (length < first.length && labels.every((label) => label.at(-1 - length) === first.at(-1 - length))) length++
  return first.slice(first.length - length)
}

/** Holds each row against the one total of the document that is told with its verb. */
export function sharedTotals(text: string, rows: readonly SharedOut[], found: Contradiction[]): void {
  for (const { clause, parts, common } of rows) {
    const { unit } = parts[0]!
    for (let cut = 1; cut <= common.length - 2; cut++) {
      const noun = common.slice(0, cut)
      const verb = common.slice(cut)
      if (!saysHowMany(text, noun, parts.length)) continue
      const totals = [
        ...text.matchAll(
          new RegExp(`(?:[共总]计?|累计|一共)${verb}[^，。；：、\\d\\n]{0,6}(\\d[\\d.]{0,8})([万亿]?)${unit}`, 'g'),
        ),
      ]
      if (totals.length !== 1) continue
      const { 0: all, 1: digits = '', 2: scale = '', index } = totals[0]!
      if (scale !== '' || OTHER.test(sentenceAround(text, index))) continue
      const start = index + all.length - digits.length - unit.length
      const total: Figure = {
        start,
        end: index + all.length,
        value: Number(digits),
        step: parts[0]!.step,
        unit,
        approximate: false,
        bound: false,
        han: false,
      }
      const sum = round(parts.reduce((n, { value }) => n + value, 0))
      const play = slack(total) + parts.reduce((n, f) => n + slack(f), 0)
      if (Math.abs(sum - total.value) <= play) continue
      found.push({
        ...wrongSum({ text, place: (i) => i }, total, parts, sum),
        others: parts.map((f) => ({ start: clause.place(f.start), end: clause.place(f.end - 1) + 1 })),
      })
      break
    }
  }
}

/** 三个片区, 3个片区 */
const saysHowMany = (text: string, noun: string, many: number): boolean =>
  [...text.matchAll(new RegExp(`([二两三四五六七八九十]|\\d{1,2})个?${noun}`, 'g'))].some(
    ([, number = '']) => parseNumeral(number) === many,
  )

/** What the sentence says up to a total, and its clause behind it: 比计划提前15天 is no other total. */
const sentenceAround = (text: string, at: number): string =>
  wordsBefore(text, at, 60) + /^[^，。；\n]{0,40}/.exec(text.slice(at))![0]
