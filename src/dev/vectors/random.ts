/**
 * 0–1, the same each time. Not that of `../fuzz/mutate.ts`, because the tables that are there were made with this one: another choice of
 * sentences, another start would make others.
 */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}
