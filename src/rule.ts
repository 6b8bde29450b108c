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
  Table,
  TableCell,
  TableRecord,
} from './core.ts'
export { defineRule, demanding, deploying, directing, matchesGenre } from './core.ts'
export { countingOptions } from './measures/counting-options.ts'
export { staleWords } from './measures/review.ts'
export { shareOf, verdict } from './measures/share.ts'
export { matchesAny, pattern, patternsOption } from './patterns.ts'
export { approvedElsewhere, nthOfYear, saysApproved } from './registers/approvals.ts'
export {
  appsRegistered,
  deniesRegistration,
  isEverybodys,
  isOfOthers,
  listsRegistered,
  saysRegistered,
} from './registers/apps.ts'
export { judgedOn } from './registers/drawn-up.ts'
export { enterpriseKeys } from './registers/enterprises.ts'
export { isNotYetHeld, needsNoFiling } from './registers/exemptions.ts'
export { faultsIn } from './registers/faults.ts'
export {
  cellMark,
  factsIn as registeredFacts,
  nameOf,
  type Placed,
  placeKey,
  tablesIn,
  yearIn,
} from './registers/figures.ts'
export { gapsIn } from './registers/gaps.ts'
export {
  type Group,
  groupCountsIn,
  groupKey,
  groupsIn,
  hasEnd,
  isAboutCounty,
  isOwnGroup,
  type Member,
  principalsIn,
} from './registers/groups.ts'
export { imbalancesIn } from './registers/imbalances.ts'
export { ITEM_NAMES, itemTypeOf } from './registers/item-types.ts'
export { type Filing, filedElsewhere, filingDays, type Item, isFiled, itemsIn } from './registers/items.ts'
export { monthsText } from './registers/months.ts'
export { lacksMeeting, plannedBy, plansIn, timesPlanned } from './registers/plans.ts'
export { quartersOver } from './registers/quarters-over.ts'
export { progress, standing } from './registers/quota.ts'
export { quotasIn } from './registers/quota-figures.ts'
export { gathered } from './registers/series.ts'
export { titleKey } from './registers/titles.ts'
export { unitKey, unitTypeOf } from './registers/units.ts'
export { dayOf, daysOf, isApproved, isBlank, lastDayOf, numberOf, yesOf } from './registers/values.ts'
export { apportion, tenthsOf } from './reporters/apportion.ts'
export { citationName } from './text/citations.ts'
export { joined } from './text/clauses.ts'
export { isUrgent, oncePerSentence, unnumbered } from './text/contexts.ts'
export { appDemands, appWords } from './text/demands/apps.ts'
export { barredIssuer, campaignsIn, campaignWords } from './text/demands/campaigns.ts'
export { cascadeWords, meetingDemands } from './text/demands/cascades.ts'
export { companyLevies, levyWords } from './text/demands/company-levies.ts'
export { visitDemands, visitWords } from './text/demands/company-visits.ts'
export { CONVENING, conveningIn } from './text/demands/convening.ts'
export { demandOf, isAppeal, isOwnPaper, laysDuties } from './text/demands/demands.ts'
export { escortDemands, escortWords } from './text/demands/escorts.ts'
export { groupDemands, groupWords } from './text/demands/groups.ts'
export { lettersDemanded, letterWords } from './text/demands/letters.ts'
export {
  announcedBy,
  announcesMeeting,
  bothSpeak,
  calledIn,
  overruns,
  STATUTORY_MEETINGS,
  saidIn,
  summonsOf,
  tellsWhoChairs,
} from './text/demands/meeting-notices.ts'
export { orderBelow } from './text/demands/orders.ts'
export { progressDemands, progressWords } from './text/demands/progress-reports.ts'
export { publicityCounted, publicityWords } from './text/demands/publicity.ts'
export { secondingWords, secondmentsIn } from './text/demands/secondments.ts'
export { separateInspections, separateWords } from './text/demands/separate-inspections.ts'
export { meetingOf } from './text/demands/speech-meetings.ts'
export { paperDemands, paperWords } from './text/demands/supporting-papers.ts'
export { endlessWords, openEndedGroups } from './text/demands/temporary-groups.ts'
export { traceWords } from './text/demands/trace-words.ts'
export { traceDemands } from './text/demands/traces.ts'
export { vetoesImposed, vetoWords } from './text/demands/vetoes.ts'
export { contradictions } from './text/figures/arithmetic.ts'
export { miscounts } from './text/figures/enumerations.ts'
export { attachmentFaults } from './text/form/attachment-faults.ts'
export { issueDateFaults, textDateFaults } from './text/form/date-faults.ts'
export { citedNumberFaults, ownNumberFaults } from './text/form/document-numbers.ts'
export { digitMembers, enumerationFaults, numberMarkFaults, sequenceFaults } from './text/form/number-faults.ts'
export { numeralFaults } from './text/form/numeral-faults.ts'
export {
  isLeft,
  isTop,
  mainSection,
  missetBody,
  missetHeadings,
  missetTitle,
  titleOf,
  typesetLayout,
} from './text/form/typeset.ts'
export { weekdayFaults } from './text/form/weekdays.ts'
export { invisibleEdits } from './text/invisible.ts'
export { halfWidthEdits } from './text/marks/halfwidth.ts'
export { markFaults } from './text/marks/marks.ts'
export { behindFirst, merged, told } from './text/merged.ts'
export { type Frame, frameOf, papers, printedPapers, writings } from './text/parts/frame.ts'
export { isCentral, issuerOf } from './text/parts/issuer.ts'
export { markOf, mastheadFaults, strayMarks } from './text/parts/masthead.ts'
export { numberedBlocks } from './text/parts/numbering.ts'
export { isTechnical, scopeOf } from './text/parts/tasks.ts'
export { titleEnd } from './text/parts/title-end.ts'
export { doubledTypes } from './text/parts/title-types.ts'
export { headOf } from './text/places.ts'
export { countSetPhrases, isEmptySentence } from './text/reports/boilerplate.ts'
export { claimWords, unsupportedClaims } from './text/reports/claims.ts'
export { conflicting, type Fact, figuresGiven, misreported } from './text/reports/fact-figures.ts'
export { reportItems } from './text/reports/items.ts'
export { factsIn, namesOf, oneSentence, type ReportItem, saysNothing, structureOf } from './text/reports/lines.ts'
export { tellsPlainlyWhatComes, tellsPlainlyWhatIsAmiss } from './text/reports/plainly.ts'
export {
  isWhole,
  owesNoProblem,
  problemSentences,
  rectifies,
  reportMinLength,
  suggestionSentences,
} from './text/reports/reports.ts'
export { isSlogan, isSoft } from './text/reports/words.ts'
export { requestFaults } from './text/requests/faults.ts'
export { requestsIn } from './text/requests/requests.ts'
export { upwardFaults } from './text/requests/upward.ts'
export { type Stance, stanceOf } from './text/stance/stance.ts'
export { isRed, isSize, sizeName } from './text/typefaces.ts'
