/** Everything that a rule may import, ours or a third party's. */
export * as v from 'valibot'
export * as gongwen from './bases/gongwen.ts'
export * as nanle from './bases/nanle.ts'
export * as national from './bases/national.ts'
export {
  basisOf,
  binds,
  breachOf,
  CONVENTIONS,
  capsOption,
  conventionOption,
  isMeeting,
  lengthOf,
  minutesOf,
  rateOption,
} from './caps.ts'
export type {
  Basis,
  Block,
  Cap,
  CapScope,
  CapUnit,
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
  TableCell,
  TableRecord,
} from './core.ts'
export { defineRule, directing, matchesGenre } from './core.ts'
export { staleWords } from './measures/review.ts'
export { shareOf, verdict } from './measures/share.ts'
export { matchesAny, pattern, patternsOption } from './patterns.ts'
export { faultsIn } from './registers/faults.ts'
export {
  factsIn as registeredFacts,
  ITEM_NAMES,
  type Item,
  itemsIn,
  itemTypeOf,
  markOf,
  type Placed,
  tablesIn,
  yearIn,
} from './registers/figures.ts'
export { type Group, groupKey, groupsIn, hasEnd, isOwnGroup, type Member, principalsIn } from './registers/groups.ts'
export { plannedBy, plansIn } from './registers/plans.ts'
export { exhaustedIn, gapsIn, imbalancesIn, monthsText, usagesOf } from './registers/statistics.ts'
export { unitKey, unitTypeOf } from './registers/units.ts'
export { dayOf, isBlank, numberOf, yesOf } from './registers/values.ts'
export { contradictions } from './text/arithmetic.ts'
export { anyMention, attachmentsIn, itemsOf, mentionsIn, sameTitle } from './text/attachments.ts'
export { countSetPhrases, isEmptySentence } from './text/boilerplate.ts'
export { citationName } from './text/citations.ts'
export { type Fact, misreported } from './text/claims.ts'
export {
  findsFault,
  isEmergency,
  isLaidDown,
  oncePerSentence,
  paragraphAround,
  sentenceOf,
  unnumbered,
} from './text/contexts.ts'
export { dateFaults } from './text/dates.ts'
export { type Actor, type Demand, demandOf, firstOver, laysDuties, type Window, windowAt } from './text/demands.ts'
export { miscounts } from './text/enumerations.ts'
export {
  dateOf,
  exists,
  type Frame,
  frameOf,
  inLine,
  type Line,
  papers,
  placeIn,
  writings,
  yearOf,
} from './text/frame.ts'
export { halfWidthEdits } from './text/halfwidth.ts'
export { addressedBelow, type Issuer, isCentral, issuerOf, lowerIn } from './text/issuer.ts'
export { COUNTY, copiedBelow, issuerLevel, receiverLevels, TOWN, VILLAGE } from './text/levels.ts'
export { markFaults } from './text/marks.ts'
export { kindOfMatter, namesNoMatter, pairsOf, related } from './text/matters.ts'
export { type Duration, durationOf, headcountIn, lasts, talksIn } from './text/meetings.ts'
export { merged, together } from './text/merged.ts'
export { enumerationFaults, markEdit, sequenceFaults } from './text/number-faults.ts'
export { numberedBlocks } from './text/numbering.ts'
export { numeralFaults } from './text/numeral-faults.ts'
export { headOf } from './text/places.ts'
export { reportItems } from './text/report-items.ts'
export { factsIn, type ReportItem, structureOf } from './text/report-lines.ts'
export { isSlogan, isSoft } from './text/report-words.ts'
export { problemSentences, rectifies, relays, reportMinLength, suggestionSentences } from './text/reports.ts'
export { requestsIn } from './text/requests.ts'
export { joined, type Stance, stanceOf } from './text/stance.ts'
export { isTechnical, scopeOf } from './text/tasks.ts'
