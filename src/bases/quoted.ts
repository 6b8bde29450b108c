/** Clauses of one source. */
import type { Basis } from '../core.ts'

/** Makes clauses of `source`, all second-hand: nobody here has held the originals. */
export const quoted =
  (source: string) =>
  (clause: string, quote: string, modal?: string): Basis => ({
    source,
    clause,
    quote,
    verified: false,
    ...(modal !== undefined && { modal }),
  })
