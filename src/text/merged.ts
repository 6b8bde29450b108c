/** Many small corrections, told to a writer in few findings. */
import type { Edit, Span } from '../core.ts'

/** The longest stretch that one edit rewrites: what a report carries must not grow to the size of the draft many times over. UTF-16 units. */
const STRETCH = 20_000

/** Corrections told together: where the first stands, the edit that makes them all, how many they are and of how many groups. */
export interface Merged {
  readonly at: Span
  readonly edit: Edit
  readonly count: number
  readonly groups: number
}

/** `groups` of corrections, in the order of the text and apart from each other: the first `singly` groups each by itself, the others joined to stretches. */
export function merged(text: string, groups: readonly (readonly Edit[])[], singly = 0): Merged[] {
  const result: Merged[] = []
  let open: Edit[] = []
  let joined = 0
  let seen = 0
  const close = () => {
    if (open.length > 0) result.push({ ...oneOf(text, open), groups: joined })
    open = []
    joined = 0
  }
  for (const group of groups) {
    if (group.length === 0) continue
    if (seen++ <= singly || group.at(-1)!.span.end - (open[0]?.span.start ?? 0) > STRETCH) close()
    for (const edit of group) open.push(edit)
    joined++
  }
  close()
  return result
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
    count: edits.length,
  }
}
