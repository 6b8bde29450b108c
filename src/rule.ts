/** Everything that a rule may import, ours or a third party's. */
export * as v from 'valibot'
export * as district from './bases/district.ts'
export * as gongwen from './bases/gongwen.ts'
export * as nanle from './bases/nanle.ts'
export * as national from './bases/national.ts'
export {
  basisOf,
  binds,
  breachOf,
  capsOption,
  conventionOption,
  exceeded,
  isMeeting,
  minutesOf,
  rateOption,
  withOwnNumber,
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
  PageNumber,
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
export { defineRule, deploying, directing, matchesGenre } from './core.ts'
export { countingOptions } from './measures/counting-options.ts'
export { staleWords } from './measures/review.ts'
export { shareOf, verdict } from './measures/share.ts'
export { matchesAny, pattern, patternsOption } from './patterns.ts'
export { faultsIn } from './registers/faults.ts'
export {
  cellMark,
  factsIn as registeredFacts,
  ITEM_NAMES,
  type Item,
  itemsIn,
  itemTypeOf,
  type Placed,
  tablesIn,
  yearIn,
} from './registers/figures.ts'
export { type Group, groupKey, groupsIn, hasEnd, isOwnGroup, type Member, principalsIn } from './registers/groups.ts'
export { plannedBy, plansIn } from './registers/plans.ts'
export { progress, standing } from './registers/quota.ts'
export { gathered } from './registers/series.ts'
export { gapsIn, imbalancesIn, monthsText } from './registers/statistics.ts'
export { unitKey, unitTypeOf } from './registers/units.ts'
export { dayOf, isBlank, numberOf, yesOf } from './registers/values.ts'
export { appDemands, appWords } from './text/app-demands.ts'
export { contradictions } from './text/arithmetic.ts'
export { attachmentFaults } from './text/attachment-faults.ts'
export { countSetPhrases, isEmptySentence } from './text/boilerplate.ts'
export { barredIssuer, campaignsIn, campaignWords } from './text/campaigns.ts'
export { cascadeWords, meetingDemands } from './text/cascades.ts'
export { citationName } from './text/citations.ts'
export { claimWords, unsupportedClaims } from './text/claims.ts'
export { joined } from './text/clauses.ts'
export { visitDemands, visitWords } from './text/company-visits.ts'
export { isEmergency, oncePerSentence, unnumbered } from './text/contexts.ts'
export { issueDateFaults, textDateFaults } from './text/date-faults.ts'
export { demandOf, laysDuties } from './text/demands.ts'
export { citedNumberFaults, ownNumberFaults } from './text/document-numbers.ts'
export { miscounts } from './text/enumerations.ts'
export { escortDemands, escortWords } from './text/escorts.ts'
export { conflicting, type Fact, figuresGiven, misreported } from './text/fact-figures.ts'
export { frameOf, papers, printedPapers, writings } from './text/frame.ts'
export { groupDemands, groupWords } from './text/group-demands.ts'
export { halfWidthEdits } from './text/halfwidth.ts'
export { isCentral, issuerOf } from './text/issuer.ts'
export { lettersDemanded } from './text/letters.ts'
export { markFaults } from './text/marks.ts'
export { markOf, mastheadFaults } from './text/masthead.ts'
export {
  announcedBy,
  announcesMeeting,
  bothSpeak,
  overruns,
  STATUTORY_MEETINGS,
  summonsOf,
} from './text/meeting-notices.ts'
export { merged, told } from './text/merged.ts'
export { enumerationFaults, numberMarkFaults, sequenceFaults } from './text/number-faults.ts'
export { numberedBlocks } from './text/numbering.ts'
export { numeralFaults } from './text/numeral-faults.ts'
export { orderBelow } from './text/orders.ts'
export { headOf } from './text/places.ts'
export { progressDemands, progressWords } from './text/progress-reports.ts'
export { reportItems } from './text/report-items.ts'
export { factsIn, namesOf, type ReportItem, structureOf } from './text/report-lines.ts'
export { isSlogan, isSoft } from './text/report-words.ts'
export { problemSentences, rectifies, relays, reportMinLength, suggestionSentences } from './text/reports.ts'
export { requestFaults } from './text/request-faults.ts'
export { requestsIn } from './text/requests.ts'
export { secondingWords, secondmentsIn } from './text/secondments.ts'
export { meetingOf } from './text/speech-meetings.ts'
export { type Stance, stanceOf } from './text/stance.ts'
export { paperDemands, paperWords } from './text/supporting-papers.ts'
export { isTechnical, scopeOf } from './text/tasks.ts'

export { openEndedGroup } from './text/temporary-groups.ts'
export { titleEnd } from './text/title-end.ts'
export { doubledTypes } from './text/title-types.ts'
export { traceDemands, traceWords } from './text/traces.ts'
export { isRed, isSize, sizeName } from './text/typefaces.ts'
export {
  isLeft,
  isTop,
  mainSection,
  missetBody,
  missetHeadings,
  missetTitle,
  titleOf,
  typesetLayout,
} from './text/typeset.ts'
export { upwardFaults } from './text/upward.ts'
export { vetoesImposed, vetoWords } from './text/vetoes.ts'
