import type { Kind, Reuse } from '../core.ts'

/**
 * A sentence is novel from this probability on. Above one half: what is probably found in the superiors is shown with
 * its source and can be overruled, what is missed cannot. Set where the rewrites of others' sentences are told from
 * new ones at 2 % false alarms (src/dev/train-measures.ts).
 */
const NOVEL = 0.5

export function decideReuse(p: Readonly<Record<Reuse, number>>): Reuse {
  if (p.novel >= NOVEL) return 'novel'
  return p.copied >= p.adapted ? 'copied' : 'adapted'
}

export const decideKind = (p: Readonly<Record<Kind, number>>): Kind =>
  (Object.keys(p) as Kind[]).reduce((a, b) => (p[b] > p[a] ? b : a))

/** Probability that a sentence is a novel measure; one half is where `decideReuse` turns. */
export function localness(reuse: Readonly<Record<Reuse, number>>, kind: Readonly<Record<Kind, number>>): number {
  const n = reuse.novel
  const novel = n < NOVEL ? (n / NOVEL) * 0.5 : 0.5 + ((n - NOVEL) / (1 - NOVEL)) * 0.5
  return novel * kind.measure
}
