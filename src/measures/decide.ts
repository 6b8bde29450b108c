import type { Kind, Reuse } from '../core.ts'

/**
 * Novel from one half on. What is shown with its source can be overruled, what is missed cannot: how many false alarms that is worth is
 * decided where the models are trained (src/dev/gold/training.ts), by the weight of what must not be found.
 */
export function decideReuse(p: Readonly<Record<Reuse, number>>): Reuse {
  if (p.novel >= 0.5) return 'novel'
  return p.copied >= p.adapted ? 'copied' : 'adapted'
}

/** `bare`: nothing in it is concrete; then it is no measure, but asks for something vague. */
export function decideKind(p: Readonly<Record<Kind, number>>, bare = false): Kind {
  const likeliest = (Object.keys(p) as Kind[]).reduce((a, b) => (p[b] > p[a] ? b : a))
  return bare && likeliest === 'measure' ? 'vague' : likeliest
}

/** Probability that a sentence is a novel measure. */
export const localness = (reuse: Readonly<Record<Reuse, number>>, kind: Readonly<Record<Kind, number>>): number =>
  reuse.novel * kind.measure
