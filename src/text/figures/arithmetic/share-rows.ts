/** 男性14.8万人，占50.8%；女性14.3万人，占49.2%: shares one after the other, whatever is told of them besides. */
import { type Figure, figuresIn, round } from '../figures.ts'
import { type Clause, type Contradiction, exact, slack, spanOf, wrongSum } from './clause.ts'
import { fits, isOf, NEAR, type Part, SHARE_WORDS, UNITS, wrongShare } from './part.ts'

const SHARE_BETWEEN = new RegExp(`^${SHARE_WORDS}$`)
/** Between a share and the next part. UTF-16 units. */
const BETWEEN_PARTS = 60

/** Further off, the total is of something else. */
const SLIP = 0.03

/** A part whose share is told. */
type Shared = Part & { readonly share: Figure; readonly of: string }

/** Parts that follow each other; `begins` is the index of the first one's figure. */
interface Row {
  readonly parts: readonly Shared[]
  readonly begins: number
}

/** `paragraphBefore`: where the whole may have been told. */
export function rowsOfShares(flat: Clause, paragraphBefore: () => Clause | undefined, found: Contradiction[]): void {
  if (flat.text.indexOf('占', flat.text.indexOf('占') + 1) < 0) return
  const figures = figuresIn(flat.text)
  let above: Clause | undefined
  for (const row of rowsIn(flat.text, figures)) {
    const { parts } = row
    if (parts.length < 2) continue
    const words = flat.text.slice(Math.max(0, parts[0]!.figure.start - NEAR), parts[0]!.figure.start)
    if (!parts.every(({ of }) => isOf(of, words))) continue
    above ??= paragraphBefore()
    const wrong = judge(flat, row, figures, above)
    if (wrong) found.push(wrong)
  }
}

function* rowsIn(text: string, figures: readonly Figure[]): Generator<Row> {
  let parts: Shared[] = []
  let begins = 0
  for (const [i, figure] of figures.entries()) {
    const share = figures[i + 1]
    const words = share && SHARE_BETWEEN.exec(text.slice(figure.end, share.start))
    const last = parts.at(-1)
    // Another figure of the kind, without a share, ends the row.
    const goesOn = last && figure.unit === last.figure.unit && figure.start - last.share.end < BETWEEN_PARTS
    if (last && figure.unit === last.figure.unit && (!words || !goesOn)) {
      yield { parts, begins }
      parts = []
    }
    if (!words || share.unit !== '%' || !UNITS.test(figure.unit) || ![figure, share].every(exact)) continue
    if (parts.length > 0 && parts[0]!.figure.unit !== figure.unit) {
      yield { parts, begins }
      parts = []
    }
    const name = text.slice(last && goesOn ? last.share.end : Math.max(0, figure.start - 30), figure.start)
    if (parts.length === 0) begins = i
    parts.push({ figure, name, share, of: words[1]! })
  }
  yield { parts, begins }
}

/** What is wrong with a row: a share, or the whole that its parts make up. */
function judge(flat: Clause, row: Row, figures: readonly Figure[], above?: Clause): Contradiction | undefined {
  const { parts, begins } = row
  const start = parts[0]!.figure.start
  const before: Figure[] = []
  for (let i = begins - 1; i >= 0 && start - figures[i]!.end <= NEAR; i--) before.unshift(figures[i]!)
  const largest = Math.max(...parts.map(({ figure }) => figure.value))
  const unit = parts[0]!.figure.unit
  const mayBeWhole = (f: Figure) => f.unit === unit && exact(f) && f.value > largest
  const own = before.filter(mayBeWhole)
  const last = Math.max(0, (above?.text.length ?? 0) - NEAR)
  const others = figuresIn(above?.text.slice(last) ?? '').filter(mayBeWhole)
  const sum = round(parts.reduce((n, { figure }) => n + figure.value, 0))
  const whole = [...own, ...others].find((f) => f.value === sum)
  const slip = whole ? undefined : allButOne(flat, parts, own)
  if (slip) return slip
  const sexes = parts.length === 2 && /男/.test(parts[0]!.name) && /女/.test(parts[1]!.name)
  if (whole || sexes) return oneOff(flat, parts, own, whole, sexes)
  const said = own.at(-1) ?? others.at(-1)
  if (!said || !makesHundred(parts) || Math.abs(said.value - sum) > Math.max(2, said.value * SLIP)) return undefined
  // 收到253份，3份无效: those are not among the parts.
  if (before.some((f) => f.unit === unit && f.value === Math.abs(said.value - sum))) return undefined
  const there = own.includes(said)
    ? flat
    : { text: above!.text.slice(last), place: (i: number) => above!.place(last + i) }
  return { ...wrongSum(there, said, [], sum), others: parts.map(({ figure }) => spanOf(flat.place, figure)) }
}

const hundredOf = (parts: readonly Shared[]): number => parts.reduce((n, { share }) => n + share.value, 0)

/** Whose figures are those of the parts together. */
const baseOf = (parts: readonly Shared[]): Figure => ({
  ...parts[0]!.figure,
  value: round(parts.reduce((n, { figure }) => n + figure.value, 0)),
  step: parts.reduce((n, { figure }) => n + figure.step, 0),
})

/** 92件: 已解决32件，占23.9%；正在解决68件，占73.9%；留作参考2件，占2.2%: the others are shares of it. */
function allButOne(flat: Clause, parts: readonly Shared[], wholes: readonly Figure[]): Contradiction | undefined {
  for (const whole of wholes) {
    const wrong = parts.filter((part) => !fits(part, whole))
    const [slip] = wrong
    const few = parts.length < 3 && hundredOf(parts) !== 100
    if (!slip || wrong.length > 1 || wrong.length * 2 > parts.length || few) continue
    // 主办60件，占65%，已办结55件，占92%: of those.
    if (parts.some((part) => fits(slip, part.figure))) continue
    if (!wholes.some((other) => fits(slip, other))) return wrongShare(flat, slip, whole)
  }
  return undefined
}

/** The parts make up a whole that was told, or are men and women: one slip; where more do not fit they are shares of something else. */
function oneOff(
  flat: Clause,
  parts: readonly Shared[],
  own: readonly Figure[],
  whole: Figure | undefined,
  sexes: boolean,
): Contradiction | undefined {
  const base = baseOf(parts)
  const known = [...own, ...parts.map(({ figure }) => figure)]
  const wrong = parts.filter((part) => !fits(part, base) && !known.some((figure) => fits(part, figure)))
  if (wrong.length !== 1 || !(parts.length > 2 || sexes || wrong.length < parts.length)) return undefined
  return wrongShare(flat, wrong[0]!, base, whole && own.includes(whole) ? whole : undefined)
}

/** The shares make a hundred, and fit what the parts come to: these are all there are. */
function makesHundred(parts: readonly Shared[]): boolean {
  const rounding = parts.reduce((n, { share }) => n + share.step / 2, 0) + 1e-9
  const base = baseOf(parts)
  return (
    parts.length >= 3 &&
    Math.abs(hundredOf(parts) - 100) <= rounding &&
    parts.every((part) => fits(part, base) && slack(part.figure) === 0)
  )
}
