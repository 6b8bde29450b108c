/** Many small corrections, told to a writer in few findings. */
import type { Edit, Span } from '../core.ts'

/** The longest stretch that one edit rewrites: what a report carries must not grow to the size of the draft many times over. UTF-16 units. */
const STRETCH = 20_000

/** So many places of one finding are pointed out: a draft pasted from elsewhere has thousands. */
const POINTED_OUT = 50

/** Corrections told together: where the first stands, the edit that makes them all, what it is made of, how many they are and of how many groups. */
export interface Merged {
  readonly at: Span
  readonly edit: Edit
  readonly edits: readonly Edit[]
  readonly count: number
  readonly groups: number
}

/**
 * `groups` of corrections, in the order of the text and apart from each other: the first `singly` groups each by itself, the others joined to stretches.
 * An ignore comment ends a stretch, and what stands in the line behind it is told by itself: whoever sets that line aside means no other.
 */
export function merged(text: string, groups: readonly (readonly Edit[])[], singly = 0): Merged[] {
  const result: Merged[] = []
  let open: Edit[] = []
  let joined = 0
  let seen = 0
  const commented = text.includes('<!--')
  let told = 0
  let alone = false
  const close = () => {
    if (open.length > 0) result.push({ ...oneOf(text, open), groups: joined })
    open = []
    joined = 0
  }
  for (const group of groups) {
    if (group.length === 0) continue
    const { start } = group[0]!.span
    const { end } = group.at(-1)!.span
    if (commented) {
      const between = text.slice(told, start)
      const comment = between.includes('<!--')
      if (comment || (alone && between.includes('\n'))) close()
      alone = comment || (alone && !between.includes('\n'))
      told = end
    }
    if (seen++ <= singly || end - (open[0]?.span.start ?? 0) > STRETCH) close()
    for (const edit of group) open.push(edit)
    joined++
  }
  close()
  return result
}

/** Where those behind the first stand, for `Finding.also`. */
export const behindFirst = ({ edits }: Pick<Merged, 'edits'>): Span[] =>
  edits.slice(1, POINTED_OUT).map(({ span }) => span)

/**
 * Faults of one kind that a writer makes over and over, in the order of the text: the first of each stretch, the edit that mends them all, how many
 * they are. Those that may change what a sentence says stay apart from the others, for one of them would make the whole edit unsafe; those that nobody
 * but the writer can mend are told one by one.
 */
export function together<T extends { readonly at: Span; readonly fix?: Edit }>(
  text: string,
  faults: readonly T[],
): { readonly fault: T; readonly fix?: Edit; readonly count: number }[] {
  const mendable = [true, false].flatMap((safe) => {
    const alike = faults.filter(({ fix }) => fix?.safe === safe)
    const first = new Map(alike.map((fault) => [fault.fix!.span.start, fault]))
    return merged(
      text,
      alike.map(({ fix }) => [fix!]),
    ).map(({ at, edit, count }) => ({ fault: first.get(at.start)!, fix: edit, count }))
  })
  return [...mendable, ...faults.filter(({ fix }) => !fix).map((fault) => ({ fault, count: 1 }))]
}

/** A fault of form: what stands there, what should, and the edit that mends it, where that is known. */
export interface Fault<K extends string> {
  readonly kind: K
  readonly at: Span
  readonly found: string
  /** '' where only the writer knows. */
  readonly wanted: string
  readonly fix?: Edit
}

/** Faults of form as a rule tells them: each by itself, or together with their number, of the kinds that one writer makes `overAndOver`. */
export function* told<K extends string, M extends K>(
  text: string,
  faults: readonly Fault<K>[],
  overAndOver: readonly M[],
) {
  const isMany = (kind: K): kind is M => (overAndOver as readonly K[]).includes(kind)
  for (const { kind, at, found, wanted, fix } of faults)
    if (!isMany(kind)) yield { message: kind as Exclude<K, M>, args: { found, wanted }, at, ...(fix && { fix }) }
  for (const message of overAndOver)
    for (const { fault, fix, count } of together(
      text,
      faults.filter(({ kind }) => kind === message),
    ))
      yield { message, args: { found: fault.found, wanted: fault.wanted, count }, at: fault.at, ...(fix && { fix }) }
}

/** One edit in place of several that lie in order and apart. */
function oneOf(text: string, edits: readonly Edit[]): Omit<Merged, 'groups'> {
  const [first, last] = [edits[0]!, edits.at(-1)!]
  let replacement = ''
  let from = first.span.start
  for (const { span, text: piece } of edits) {
    replacement += text.slice(from, span.start) + piece
    from = span.end
  }
  return {
    at: first.span,
    edit: {
      span: { start: first.span.start, end: last.span.end },
      text: replacement,
      safe: edits.every(({ safe }) => safe),
    },
    edits,
    count: edits.length,
  }
}
