/** What is computed when it is first asked for, and kept: large tables of patterns cost a start that does not need them. */
export function lazily<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined
  return () => (value ??= { of: compute() }).of
}
