/**
 * The engine of the 50 % rule: where each sentence of an implementing document comes from, what kind it is, and the
 * share of local measures (southern Nanle county: 结合实际的具体举措不少于文件内容的50%). Classes are defined by
 * the readers of the labelled pairs (../shared/gold/README.md); weights come from src/dev/train-measures.ts.
 */
import type { Measurement, Unit } from '../core.ts'
import { contents } from './content.ts'
import { decideKind, decideReuse, localness } from './decide.ts'
import { examine, type MeasureInput } from './examine.ts'
import { probabilities } from './model.ts'
import { share, type Weighed } from './share.ts'
import { kindModel, reuseModel } from './weights.generated.ts'

export type { MeasureInput } from './examine.ts'
export { type Passage, passages } from './passages.ts'
export { verdict } from './share.ts'

/**
 * Judges every sentence of `doc` against `superiors` (by their order: `Source.superior` is the index).
 * Without superiors everything is novel. Pure; offsets count UTF-16 units of the texts given.
 */
export function measure(doc: MeasureInput, superiors: readonly MeasureInput[]): Measurement {
  const examined = examine(doc, superiors)
  const content = contents(
    doc.text,
    examined.map((e) => e.piece),
    examined.map((e) => e.kind),
    doc.body,
  )
  const weighed = examined.map((e, i): Weighed => {
    const reuse = probabilities(reuseModel, e.reuse)
    const kind = probabilities(kindModel, e.kind)
    const known = superiors.length > 0 && e.alignment.size > 0 && e.sources.length > 0
    const pr = known ? reuse : { copied: 0, adapted: 0, novel: 1 }
    const words = doc.text.slice(e.piece.words.start, e.piece.words.end)
    const unit: Unit = {
      start: e.piece.start,
      end: e.piece.end,
      reuse: decideReuse(pr),
      kind: decideKind(kind),
      sources: e.sources,
      runs: e.alignment.shared,
      content: content[i]!,
      confidence: Math.min(margin(pr), margin(kind)),
    }
    return { unit, chars: words.replace(/\s+/g, '').length, local: localness(pr, kind) }
  })
  return { units: weighed.map((w) => w.unit), ...share(weighed) }
}

/** Distance between the likeliest class and the next, 0–1. */
function margin(p: Readonly<Record<string, number>>): number {
  const [first = 1, second = 0] = Object.values(p).sort((a, b) => b - a)
  return first - second
}
