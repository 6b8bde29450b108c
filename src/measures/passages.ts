import type { Measurement, Passage, SharedRun, Source, Span, Unit } from '../core.ts'

/** A shared run of this many characters is no accident (measured on real policies: 0.3 % false alarms). */
const VERBATIM = 13
/** So far may the places of neighbouring sentences lie apart in the superior, in characters. */
const APART = 120

/**
 * A line of fewer characters that ends without a mark is a heading, and a longer one that says nothing by itself: it may stand in a
 * passage, not make or edge one.
 */
const HEADING = 13
const LONG_HEADING = 42

interface Part {
  readonly here: Span
  readonly source: Source
  readonly verbatim: boolean
  readonly chars: number
  readonly heading: boolean
}

/**
 * Joins neighbouring copied units that come from neighbouring places of the same superior, whichever order they
 * stand in there. Units that are not content (titles, fixed openings, political formulas) are no copying.
 * @param text the document's text, to leave white space out; without it every character counts.
 */
export function passages(measurement: Measurement, text?: string): Passage[] {
  const groups: Part[][] = []
  let open: Part[] | undefined
  for (const unit of measurement.units) {
    // `##` and the like stand between sentences, but part nothing.
    if (unit.why === 'markup') continue
    const part = unit.reuse === 'copied' && unit.content ? partOf(unit, text) : undefined
    if (!part) open = undefined
    else if (open?.some((before) => neighbours(before.source, part.source))) open.push(part)
    else groups.push((open = [part]))
  }
  return groups.flatMap((group) => {
    const first = group.findIndex((part) => !part.heading)
    return first < 0 ? [] : [join(group.slice(first, group.findLastIndex((part) => !part.heading) + 1))]
  })
}

function join(parts: readonly Part[]): Passage {
  return {
    here: { start: parts[0]!.here.start, end: parts[parts.length - 1]!.here.end },
    there: {
      start: Math.min(...parts.map((p) => p.source.start)),
      end: Math.max(...parts.map((p) => p.source.end)),
    },
    superior: parts[0]!.source.superior,
    verbatim: parts.some((p) => p.verbatim),
    chars: parts.reduce((n, p) => n + p.chars, 0),
  }
}

const neighbours = (a: Source, b: Source): boolean =>
  a.superior === b.superior && b.start <= a.end + APART && b.end >= a.start - APART

function partOf(unit: Unit, text: string | undefined): Part | undefined {
  const source = unit.sources[0]
  if (!source) return undefined
  const words = text?.slice(unit.start, unit.end)
  const lead = words ? words.length - words.trimStart().length : 0
  const tail = words ? words.length - words.trimEnd().length : 0
  const chars = words ? words.replace(/\s+/g, '').length : unit.end - unit.start
  return {
    here: { start: unit.start + lead, end: unit.end - tail },
    source,
    verbatim: unit.runs.some((run) => run.superior === source.superior && size(run) >= VERBATIM),
    chars,
    heading:
      chars < (unit.kind === 'other' ? LONG_HEADING : HEADING) && !/[。；！？：:，,]$/.test(words?.trimEnd() ?? '，'),
  }
}

const size = (run: SharedRun): number => Math.min(run.here.end - run.here.start, run.there.end - run.there.start)
