/**
 * The engine of the 50 % rule: where each sentence of an implementing document comes from, what kind it is, and the
 * share of local measures (southern Nanle county: 结合实际的具体举措不少于文件内容的50%). Classes are defined by
 * the readers of the labelled pairs; weights come from src/dev/train-measures.ts.
 */
import type { Kind, Measurement, Reuse, SharedRun, Uncounted, Unit } from '../core.ts'
import { contents } from './content.ts'
import { decideKind, decideReuse, localness } from './decide.ts'
import { examine, type MeasureInput, readable } from './examine.ts'
import { isBare } from './kind.ts'
import { label } from './label.ts'
import { probabilities } from './model.ts'
import { shareOf } from './share.ts'
import { kindByForm } from './telling-form.ts'
import { kindModel, reuseModel } from './weights.generated.ts'

export type { MeasureInput } from './examine.ts'
export { passages } from './passages.ts'
export { type Reviewed, review } from './review.ts'
export { shareOf, verdict } from './share.ts'

/**
 * Judges every sentence of `doc` against `superiors` (by their order: `Source.superior` is the index).
 * Without superiors everything is novel. Pure; offsets count UTF-16 units of the texts given.
 */
export function measure(doc: MeasureInput, superiors: readonly MeasureInput[]): Measurement {
  const [read, ...others] = [doc, ...superiors].map(readable)
  const { text } = read!
  const examined = examine(read!, others)
  const why = contents(
    text,
    examined.map((e) => e.piece),
    examined.map((e) => e.kind),
    doc.body,
  )
  const units = examined.flatMap((e, i): Unit[] => {
    const { start, end, words, head } = e.piece
    if (why[i] === 'markup') return [markup(start, end)]
    const reuse = probabilities(reuseModel, e.reuse)
    const form = head ? 'other' : kindByForm(text.slice(words.start + label(text, words), words.end))
    const kind = surely(form) ?? probabilities(kindModel, e.kind)
    const known = superiors.length > 0 && e.alignment.size > 0 && e.sources.length > 0
    const pr = known ? reuse : { copied: 0, adapted: 0, novel: 1 }
    const judged = { reuse: decideReuse(pr), kind: decideKind(kind, isBare(e.kind)) }
    // What is not read may stand before and behind the words.
    const from = isBlank(doc.text, start, words.start) ? start : words.start
    const to = isBlank(doc.text, words.end, end) ? end : words.end
    const unit: Unit = {
      start: from,
      end: to,
      ...(isForm(why[i]) ? ofForm(judged, why[i]) : judged),
      sources: e.sources,
      runs: e.alignment.shared.flatMap((run) => identical(run, doc.text, superiors[run.superior]!.text)),
      content: why[i] === undefined,
      confidence: Math.min(margin(pr), margin(kind)),
      ...(why[i] && { why: why[i] }),
      chars: text.slice(words.start, words.end).replace(/\s+/g, '').length,
      chance: { novel: localness(pr, SURELY_MEASURE), measure: isForm(why[i]) ? 0 : kind.measure },
    }
    return [...(start < from ? [markup(start, from)] : []), unit, ...(to < end ? [markup(to, end)] : [])]
  })
  const { share, chars } = shareOf({ units })
  const { content, localMeasures, copied, adapted } = chars
  return { units, share, chars: { content, localMeasures, copied, adapted } }
}

/** What its form tells is sure. */
const surely = (kind: Kind | undefined): Record<Kind, number> | undefined =>
  kind && { measure: 0, vague: 0, boilerplate: 0, other: 0, [kind]: 1 }

const SURELY_MEASURE = surely('measure')!

type Form = Extract<Uncounted, 'opening' | 'formula'>
const isForm = (why: Uncounted | undefined): why is Form => why === 'opening' || why === 'formula'

const isBlank = (text: string, start: number, end: number) => start === end || text.slice(start, end).trim() === ''

/** Something between the words: it belongs to no sentence. */
const markup = (start: number, end: number): Unit => ({
  start,
  end,
  reuse: 'novel',
  kind: 'other',
  sources: [],
  runs: [],
  content: false,
  confidence: 1,
  why: 'markup',
  chars: 0,
})

/** Fixed openings and political formulas are written alike by everybody: that is no copying, and they are no measures. */
const ofForm = ({ reuse, kind }: Readonly<{ reuse: Reuse; kind: Kind }>, why: Form) => ({
  reuse: reuse === 'copied' ? ('adapted' as const) : reuse,
  kind: kind === 'measure' ? (why === 'formula' ? ('boilerplate' as const) : ('other' as const)) : kind,
})

/** Distance between the likeliest class and the next, 0–1. */
function margin(p: Readonly<Record<string, number>>): number {
  const [first = 1, second = 0] = Object.values(p).sort((a, b) => b - a)
  return first - second
}

/** A stretch shorter than this says nothing. UTF-16 units. */
const RUN = 4

/**
 * The engine compares with numbers and regions made alike (30平方米 and 260平方米, 全国 and 全县); what is shown as the same words must be
 * the same words, white space and full or half width aside. A run is cut where the texts differ.
 */
function identical(run: SharedRun, here: string, there: string): SharedRun[] {
  const pieces: SharedRun[] = []
  let [i, j] = [run.here.start, run.there.start]
  let [fromHere, fromThere] = [i, j]
  let length = 0
  const cut = () => {
    if (length >= RUN)
      pieces.push({ superior: run.superior, here: { start: fromHere, end: i }, there: { start: fromThere, end: j } })
    length = 0
  }
  while (i < run.here.end && j < run.there.end) {
    if (length > 0 && isBlank(here, i, i + 1)) i++
    else if (length > 0 && isBlank(there, j, j + 1)) j++
    else if (alike(here[i]!, there[j]!)) {
      if (length++ === 0) [fromHere, fromThere] = [i, j]
      i++
      j++
    } else {
      cut()
      const [a, b] = resumed(here.slice(i, run.here.end), there.slice(j, run.there.end))
      i += a
      j += b
    }
  }
  cut()
  return pieces
}

/** So many characters are skipped at most, in both texts together, where one has others than the other… */
const SKIPPED = 24
/** …and so many that are alike show that both go on together. */
const TOGETHER = 3

/** How far both texts must be skipped until they go on alike: 各县（区） and 各乡镇 are of different lengths. Both begin with what differs. */
function resumed(here: string, there: string): readonly [number, number] {
  for (let skipped = 1; skipped <= SKIPPED; skipped++)
    for (let a = 0; a <= skipped; a++) {
      const b = skipped - a
      if (a + TOGETHER > here.length || b + TOGETHER > there.length) continue
      let k = 0
      while (k < TOGETHER && alike(here[a + k]!, there[b + k]!)) k++
      if (k === TOGETHER) return [a, b]
    }
  return [1, 1]
}

const alike = (a: string, b: string) =>
  a === b || a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()
