import type { Decision, Measurement, Stale, Unit } from '../core.ts'
import { firstWhere } from '../sorted-lists.ts'
import { label } from './label.ts'
import { shareOf } from './share.ts'

/** A measurement with a person's decisions in it. */
export interface Reviewed {
  readonly measurement: Measurement
  /** Decisions that could not be carried out, in their order. */
  readonly stale: readonly Stale[]
}

/** So many characters of a sentence may stand for all of it. */
const BEGINNING = 8

/**
 * Puts a person's decisions in the place of the machine's. A decision speaks of every sentence with its words (white space and numbering
 * aside), or of the only one that begins with them. What it leaves open stays as the machine has it: the person has seen it, so that
 * the sentence is settled and widens no interval. Several sentences that begin so, or none, make a decision stale; so does an earlier decision,
 * and that the sentence is a title or the like, which no decision can make count.
 * @param text the document's text.
 */
export function review(measurement: Measurement, text: string, decisions: readonly Decision[]): Reviewed {
  if (decisions.length === 0) return { measurement, stale: [] }
  const units = [...measurement.units]
  const sentences = sentencesOf(units, text)
  const decided = new Set<number>()
  const stale: Stale[] = []
  for (const decision of decisions) {
    const { found, whole } = find(sentences, decision.sentence)
    const counted = found.filter((at) => units[at]!.why !== 'frame' && units[at]!.why !== 'heading')
    const open = counted.filter((at) => !decided.has(at))
    if (found.length === 0) stale.push({ decision, why: isShort(squeeze(decision.sentence)) ? 'short' : 'missing' })
    else if (found.length > 1 && !whole) stale.push({ decision, why: 'several' })
    else if (counted.length === 0) stale.push({ decision, why: 'uncounted' })
    else if (open.length === 0) stale.push({ decision, why: 'repeated' })
    for (const at of whole || found.length === 1 ? open : []) {
      decided.add(at)
      units[at] = settled(units[at]!, decision)
    }
  }
  if (decided.size === 0) return { measurement, stale }
  const { share, chars } = shareOf({ units })
  const { content, localMeasures, copied, adapted } = chars
  return { measurement: { units, share, chars: { content, localMeasures, copied, adapted } }, stale }
}

function settled(unit: Unit, { reuse = unit.reuse, kind = unit.kind, reason, who }: Decision): Unit {
  return {
    ...unit,
    reuse,
    kind,
    confidence: 1,
    chance: { novel: reuse === 'novel' ? 1 : 0, measure: kind === 'measure' ? 1 : 0 },
    review: { reason, who },
  }
}

interface Sentences {
  /** Words → units. */
  readonly whole: ReadonlyMap<string, readonly number[]>
  /** The words of every unit, sorted. */
  readonly sorted: readonly { readonly words: string; readonly unit: number }[]
}

const isShort = (words: string) => words.length < BEGINNING

/** Of units with the same words the first: what is decided of one holds for all. */
export function distinct(units: readonly Unit[], text: string): readonly Unit[] {
  const known = new Set<string>()
  return units.filter(({ start, end }) => {
    const words = squeeze(text.slice(start, end))
    return !known.has(words) && known.add(words)
  })
}

const squeeze = (text: string) => text.replace(/[\s\ufeff\u200b]+/g, '')

/** The words of every unit that is read, with and without its numbering. */
function sentencesOf(units: readonly Unit[], text: string): Sentences {
  const whole = new Map<string, number[]>()
  const sorted: { words: string; unit: number }[] = []
  units.forEach((unit, i) => {
    if (unit.why === 'markup') return
    const lead = /^\s*/.exec(text.slice(unit.start, unit.end))![0].length
    const span = { start: unit.start + lead, end: unit.end }
    const numbering = label(text, span)
    const both = [span.start, span.start + numbering].map((from) => squeeze(text.slice(from, span.end)))
    for (const words of new Set(both)) {
      if (words === '') continue
      const others = whole.get(words)
      if (others) others.push(i)
      else whole.set(words, [i])
      sorted.push({ words, unit: i })
    }
  })
  sorted.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0))
  return { whole, sorted }
}

/** Units that a decision may mean; `whole`: it has all of their words. The very words go before words that begin alike. */
function find({ whole, sorted }: Sentences, sentence: string): { found: readonly number[]; whole: boolean } {
  const words = squeeze(sentence)
  const same = whole.get(words)
  if (same || isShort(words)) return { found: same ?? [], whole: true }
  const found = new Set<number>()
  for (let i = firstFrom(sorted, words); i < sorted.length && sorted[i]!.words.startsWith(words); i++) {
    found.add(sorted[i]!.unit)
    if (found.size > 1) break
  }
  return { found: [...found], whole: false }
}

/** Index of the first entry that is not smaller than `words`. */
function firstFrom(sorted: Sentences['sorted'], words: string): number {
  return firstWhere(sorted.length, (i) => sorted[i]!.words >= words)
}

/** So many characters of a sentence name it. */
const NAMED = 16

const STALE: Readonly<Record<Stale['why'], string>> = {
  short: `写得太短，至少写 ${BEGINNING} 个字`,
  missing: '文稿中没有这一句',
  several: '文稿中有几句这样开头，请写全',
  repeated: '前面已经有一条意见说的是这一句',
  uncounted: '这一句是标题、落款之类，不计入，判断不起作用',
}

/** A decision that was not carried out, for people: how its sentence begins, and what was the matter. */
export function staleWords({ decision, why }: Stale): { readonly sentence: string; readonly reason: string } {
  const words = [...squeeze(decision.sentence)]
  const sentence = words.slice(0, NAMED).join('') + (words.length > NAMED ? '…' : '')
  return { sentence, reason: STALE[why] }
}
