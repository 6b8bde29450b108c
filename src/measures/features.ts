/** Figures about a sentence, 0–1 each, in the order of a list of names. An object with a property for each costs more than what it holds. */
export type Features = Float64Array

/** Writes figures in the order of their names; the first goes to `at`. */
export function write<N extends string>(
  names: readonly N[],
  figures: Readonly<Record<N, number>>,
  into: Features,
  at: number,
): void {
  for (let i = 0; i < names.length; i++) into[at + i] = figures[names[i]!]
}
