/** The words of a text box, which a Word file holds twice: for programs that know such boxes, and as a drawing for older ones. */
import type { Span } from '../core.ts'
import { scanPart } from '../parsers/docx/package.ts'
import { lastBefore } from '../text/spans.ts'

/** What is written in place of a stretch of a part. */
export interface Splice {
  readonly at: Span
  readonly text: string
}

interface Alternative extends Span {
  /** Where its words are written, in order. */
  readonly words: readonly Span[]
}
type Choice = readonly Alternative[]
/** Choices within a choice stand before it. */
interface Outermost extends Span {
  readonly choices: readonly Choice[]
}

/**
 * Tells what an edit of `xml` comes to when it is made in every copy of the words; undefined where a copy says something else, so that nobody knows
 * which place is meant.
 */
export function openCopies(xml: string): (splices: readonly Splice[]) => readonly Splice[] | undefined {
  const all = xml.includes('AlternateContent') ? outermostIn(xml) : []
  return (splices) => {
    const box = all[lastBefore(all, splices[0]?.at.start ?? 0)]
    if (!box || !splices.some(({ at }) => holds(box, at))) return splices
    const made = [...splices]
    for (const choice of box.choices) {
      const from = choice.find((one) => made.some(({ at }) => holds(one, at)))
      if (!from) continue
      const inside = made.filter(({ at }) => holds(from, at))
      for (const to of choice) {
        if (to === from || to.words.length === 0) continue
        if (wordsOf(xml, to) !== wordsOf(xml, from)) return undefined
        for (const splice of inside) made.push(...moved(splice, from, to))
      }
    }
    return made
  }
}

const holds = (outer: Span, { start, end }: Span): boolean => outer.start <= start && end <= outer.end

const wordsOf = (xml: string, { words }: Alternative): string =>
  words.map(({ start, end }) => xml.slice(start, end)).join('')

/** The same change at the same words; these may be parted differently. */
function* moved({ at, text }: Splice, from: Alternative, to: Alternative): Generator<Splice> {
  let start = at.start
  let before = 0
  for (const word of from.words) {
    if (at.start <= word.end) {
      start = before + at.start - word.start
      break
    }
    before += word.end - word.start
  }
  const end = start + at.end - at.start
  let reached = 0
  let rest = text
  for (const word of to.words) {
    const first = Math.max(start, reached)
    const last = Math.min(end, reached + word.end - word.start)
    // Something new belongs to the words before it.
    if (first < last || (start === end && first === last)) {
      yield { at: { start: word.start + first - reached, end: word.start + last - reached }, text: rest }
      if (start === end) return
      rest = ''
    }
    reached += word.end - word.start
  }
}

function outermostIn(xml: string): Outermost[] {
  const found: Outermost[] = []
  const open: { readonly start: number; readonly choice: Alternative[] }[] = []
  const parts: { readonly start: number; readonly words: Span[] }[] = []
  let choices: Choice[] = []
  const scanner = scanPart(xml)
  let depth = 0
  while (scanner.next()) {
    const { kind, name, start, end } = scanner
    if (kind === 'text') {
      if (depth === scanner.depth) for (const { words } of parts) words.push({ start, end })
    } else if (name === 'mc:AlternateContent') {
      if (kind === 'start') open.push({ start, choice: [] })
      else {
        const closed = open.pop()!
        choices.push(closed.choice)
        if (open.length > 0) continue
        found.push({ start: closed.start, end, choices })
        choices = []
      }
    } else if (name === 'mc:Choice' || name === 'mc:Fallback') {
      if (kind === 'start') parts.push({ start, words: [] })
      else {
        const { words, ...closed } = parts.pop()!
        open.at(-1)?.choice.push({ ...closed, end, words })
      }
    } else if (name === 'w:t' || name === 'm:t') depth = kind === 'start' ? scanner.depth : 0
  }
  return found
}
