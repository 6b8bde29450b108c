/** What many rules ask of a document is reckoned once. */
import type { Doc } from '../core.ts'

/** `compute`, whose result is kept as long as the document is. */
export function perDoc<T>(compute: (doc: Doc) => T): (doc: Doc) => T {
  const known = new WeakMap<Doc, { readonly value: T }>()
  return (doc) => {
    let result = known.get(doc)
    if (!result) known.set(doc, (result = { value: compute(doc) }))
    return result.value
  }
}
