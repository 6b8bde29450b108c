/** What all reckoning with figures shares. */

import type { Span } from '../../../core.ts'
import { startBehind } from '../../clauses.ts'
import { type Figure, round } from '../figures.ts'

/** Spans of `Doc.text`; numbers as a reader would write them, with their units. */
export interface Contradiction {
  readonly kind:
    | 'sum'
    | 'change'
    | 'difference'
    | 'direction'
    | 'share'
    | 'mean'
    | 'restated'
    | 'paired'
    | 'duration'
    | 'backwards'
    | 'tabled'
    | 'complete'
  /** The figure that does not fit. */
  readonly at: Span
  /** It, as written. */
  readonly said: string
  /** What the others make. */
  readonly computed: string
  /** The figures it was computed from, or the other place. */
  readonly others: readonly Span[]
}

/** A sentence without the line breaks in it; `place(i)` is where character `i` of it stands in `Doc.text`. */
export interface Clause {
  readonly text: string
  readonly place: (i: number) => number
}

export const spanOf = (place: Clause['place'], { start, end }: { start: number; end: number }): Span => ({
  start: place(start),
  end: place(end - 1) + 1,
})
export const exact = (f: Figure) => !f.approximate && !f.bound
/** How far a figure may be from the truth by rounding alone. Whole numbers of things are counted, not rounded. */
export const slack = (f: Figure) =>
  f.step === 1 && f.unit !== '%' && !/元|吨|公里|亩|米|公顷/.test(f.unit) ? 0 : f.step / 2
/** In the scale that the document uses: 690万套, not 6900000套. */
export const write = (value: number, said: string, unit: string) => {
  const scale = /万亿|亿|万/.exec(said)?.[0] ?? ''
  const scaled = value / (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : scale === '' ? 1 : 1e12)
  return `${round(Math.round(scaled * 100) / 100)}${scale}${unit}`
}

/** A total that its parts do not make. */
export const wrongSum = (
  { text, place }: Clause,
  total: Figure,
  parts: readonly Figure[],
  sum: number,
): Contradiction => {
  const said = text.slice(total.start, total.end)
  return {
    kind: 'sum',
    at: spanOf(place, total),
    said,
    computed: write(sum, said, total.unit),
    others: parts.map((part) => spanOf(place, part)),
  }
}

/** The counted thing after its figure, up to the first word that is no longer its name. */
export function nounAfter(text: string): string | undefined {
  const run = /^[一-龥A-Za-z“”]{2,20}/.exec(text)?.[0]
  if (!run) return undefined
  const end = run.search(
    /[的在和与及等到至由被把将对向以为是有已均都全]|今年|去年|目前|完成|实现|达到|得到|进行|开展|参[与加]|负责|工作(?=[取开])|之[一中]|以[上内]|左右|投入|投用|建成|落户|落地|纳入|覆盖|承担|按|逐|每|要|应|须|必须|分别|先后|两|挂牌|走访|入[企户村]|驻|一一|“一对一|通过|并|下沉|进驻|精准|深入|包联|结对|服务(?=全|企|群)/,
  )
  return end < 0 ? run : run.slice(0, end) || undefined
}

/** 156个, 165个; 18.64, 18.46: a slip of the hand. */
export const isTransposed = (a: string, b: string): boolean => mayBe(a) && a !== b && inOrder(a) === inOrder(b)
const mayBe = (figure: string): boolean => (figure.match(/\d/g)?.length ?? 0) >= 3
const inOrder = (figure: string): string => [...figure].sort().join('')

/** So many tellings of one set of digits are compared: a list without end is not compared with itself. */
const MOST_ALIKE = 50

/** Figures by their digits, whatever the order of these: among them is looked for what may be transposed. */
export interface ByDigits<T> {
  add(figure: string, one: T): void
  /** What `isTransposed` is true of, in the order in which it was added. */
  transposed(figure: string): readonly T[]
}

export function byDigits<T>(): ByDigits<T> {
  const lists = new Map<string, { readonly figure: string; readonly one: T }[]>()
  return {
    add(figure, one) {
      if (!mayBe(figure)) return
      const key = inOrder(figure)
      const list = lists.get(key)
      if (!list) lists.set(key, [{ figure, one }])
      else if (list.length < MOST_ALIKE) list.push({ figure, one })
    },
    transposed: (figure) =>
      (lists.get(inOrder(figure)) ?? []).flatMap((other) => (other.figure === figure ? [] : [other.one])),
  }
}

/** Does it stand in the text once and no more? */
export function isOnce(text: string, said: string): boolean {
  const first = text.indexOf(said)
  return first >= 0 && text.indexOf(said, first + 1) < 0
}

/** So far around a length of time its days or hours are looked for. UTF-16 units. */
export const AROUND = 80

/** What its sentence says before `at`, up to a semicolon or a full stop, and no further than `most` UTF-16 units. */
export function wordsBefore(text: string, at: number, most: number = AROUND): string {
  const before = text.slice(Math.max(0, at - most), at)
  return before.slice(startBehind(before, '。；！？\n', before.length))
}

/** A percentage that should be `value`, to a tenth. */
export const wrongRate = (
  { text, place }: Clause,
  kind: 'share' | 'change',
  rate: Figure,
  value: number,
  others: readonly Figure[],
): Contradiction => ({
  kind,
  at: spanOf(place, rate),
  said: text.slice(rate.start, rate.end),
  computed: `${round(Math.round(value * 10) / 10)}%`,
  others: others.map((other) => spanOf(place, other)),
})
