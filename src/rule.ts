/** Everything that a rule may import, ours or a third party's. */
export * as v from 'valibot'
export type { Block, Corpus, Doc, DocUnit, Finding, Mark, Pair, Preset, Row, Sentence, Span } from './core.ts'
export { defineRule } from './core.ts'
