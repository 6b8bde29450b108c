/** What many rules ask of a document is reckoned once. */

/** `compute`, whose result is kept as long as what it was computed of (a document, a table). */
export function perObject<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (key) => {
    let result = known.get(key)
    if (!result) known.set(key, (result = { value: compute(key) }))
    return result.value
  }
}
