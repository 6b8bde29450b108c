import type { Measurement, SharedRun, Source, Span, Unit } from '../core.ts'

/** Copied sentences that stand together here and there. */
export interface Passage {
  /** From the first to behind the last copied sentence, in the document. */
  readonly here: Span
  /** The place they come from, in the superior's own text. */
  readonly there: Span
  /** Index of the superior document. */
  readonly superior: number
  /** Is there a run of at least 13 identical characters? */
  readonly verbatim: boolean
  /** Characters of the copied sentences, without white space. */
  readonly chars: number
}

/** A shared run of this many characters is no accident (research/field.md: 0.3 % false alarms). */
const VERBATIM = 13
/** So far may the places of neighbouring sentences lie apart in the superior, in characters. */
const APART = 120

/**
 * Joins neighbouring copied units that come from neighbouring places of the same superior, whichever order they
 * stand in there. Units that are not content (titles, fixed openings, political formulas) are no copying.
 * @param text the document's text, to count characters without white space; without it every character counts.
 */
export function passages(measurement: Measurement, text?: string): Passage[] {
  const found: Passage[] = []
  let open: { passage: Passage; index: number } | undefined
  measurement.units.forEach((unit, index) => {
    const source = unit.reuse === 'copied' && unit.content ? unit.sources[0] : undefined
    if (!source) return
    const next = passageOf(unit, source, text)
    if (open && open.index === index - 1 && neighbours(open.passage, source)) {
      const { passage } = open
      found[found.length - 1] = {
        here: { start: passage.here.start, end: next.here.end },
        there: {
          start: Math.min(passage.there.start, next.there.start),
          end: Math.max(passage.there.end, next.there.end),
        },
        superior: passage.superior,
        verbatim: passage.verbatim || next.verbatim,
        chars: passage.chars + next.chars,
      }
    } else found.push(next)
    open = { passage: found[found.length - 1]!, index }
  })
  return found
}

const neighbours = (passage: Passage, source: Source): boolean =>
  passage.superior === source.superior &&
  source.start <= passage.there.end + APART &&
  source.end >= passage.there.start - APART

function passageOf(unit: Unit, source: Source, text: string | undefined): Passage {
  const words = text?.slice(unit.start, unit.end)
  const lead = words ? words.length - words.trimStart().length : 0
  const tail = words ? words.length - words.trimEnd().length : 0
  return {
    here: { start: unit.start + lead, end: unit.end - tail },
    there: { start: source.start, end: source.end },
    superior: source.superior,
    verbatim: unit.runs.some((run) => run.superior === source.superior && size(run) >= VERBATIM),
    chars: words ? words.replace(/\s+/g, '').length : unit.end - unit.start,
  }
}

const size = (run: SharedRun): number => Math.min(run.here.end - run.here.start, run.there.end - run.there.start)
