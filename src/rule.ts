/** Everything that a rule may import, ours or a third party's. */
export * as v from 'valibot'
export * as gongwen from './bases/gongwen.ts'
export * as nanle from './bases/nanle.ts'
export * as national from './bases/national.ts'
export type {
  Basis,
  Block,
  Corpus,
  Doc,
  DocUnit,
  Edit,
  Finding,
  GenreId,
  GenrePattern,
  Mark,
  Message,
  Pair,
  Part,
  PartKind,
  Passage,
  Preset,
  Row,
  Sentence,
  Span,
} from './core.ts'
export { defineRule, directing } from './core.ts'
export { staleWords } from './measures/review.ts'
export { shareOf, verdict } from './measures/share.ts'
export { matchesAny, pattern } from './patterns.ts'
export { citationName } from './text/citations.ts'
export { headOf } from './text/places.ts'
export { reportItems } from './text/report-items.ts'
export { factsIn, type ReportItem, structureOf } from './text/report-lines.ts'
export { isSlogan, isSoft } from './text/report-words.ts'
export { problemSentences, reportMinLength, suggestionSentences } from './text/reports.ts'
export { requestsIn } from './text/requests.ts'
export { type Stance, stanceOf } from './text/stance.ts'
