/** Clauses of one source. */
import type { Basis } from '../core.ts'

type Clauses = (clause: string, quote: string, modal?: string) => Basis

const clausesOf =
  (source: string, verified: boolean): Clauses =>
  (clause, quote, modal) => ({ source, clause, quote, verified, ...(modal !== undefined && { modal }) })

/** Makes clauses of `source` that are second-hand: nobody here has seen these words in a copy of the whole text. */
export const quoted = (source: string): Clauses => clausesOf(source, false)

/**
 * Makes clauses of `source` whose words somebody here compared with a published copy of the text, word for word. …… stands where something is left out; a
 * sentence may begin or end further out than the quotation.
 */
export const compared = (source: string): Clauses => clausesOf(source, true)
