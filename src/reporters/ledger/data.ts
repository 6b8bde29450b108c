/** What the ledger holds: for every unit and kind, how far the year's quota is used up. What each figure is: `src/registers/quota.ts`. All names are plain; reporters escape them. */

export const ledgerKinds = ['documents', 'meetings', 'inspections'] as const
export type LedgerKind = (typeof ledgerKinds)[number]
export type LedgerState = 'over' | 'near' | 'fine' | 'unplanned' | 'unknown'
/** Worst first. */
export const ledgerStates: readonly LedgerState[] = ['over', 'near', 'unplanned', 'unknown', 'fine']

/** Twelve, January first; undefined: no statistics. */
export type Months = readonly (number | undefined)[]
export interface LedgerChange {
  readonly now: number
  readonly before: number
  readonly by: number
  readonly ratio?: number
}

/** One unit and kind. Shares and ratios are fractions of 1; months 1–12. */
export interface LedgerRow {
  readonly unit: string
  readonly kind: LedgerKind
  readonly state: LedgerState
  readonly why?: 'share' | 'pace'
  readonly quota?: number
  readonly used: number
  readonly counted: number
  readonly share?: number
  readonly reported: number
  readonly latest?: number
  readonly pace?: number
  readonly forecast?: number
  readonly seasonal: boolean
  readonly exhausted?: number
  /** The latest whole month against the same month of last year, and all whole months against the same ones. */
  readonly month?: LedgerChange
  readonly cumulative?: LedgerChange
  readonly months: Months
  readonly before?: Months
  /** Whole earlier years, the latest first. */
  readonly history: readonly { readonly year: number; readonly quota?: number; readonly used: number }[]
}

export interface LedgerUnit {
  readonly name: string
  /** The worst of its rows. */
  readonly state: LedgerState
  readonly rows: readonly LedgerRow[]
}

/** Something that the registers lack, said once. Counts, and names of units (a few) joined. */
export interface Gap {
  readonly code:
    | 'other-year'
    | 'empty-year'
    | 'not-renamed'
    | 'no-plan'
    | 'unread-plan'
    | 'unplanned'
    | 'no-last-year'
    | 'partly-last-year'
    | 'no-statistics'
    | 'missing-months'
    | 'not-yet'
    | 'units-changed'
    | 'from-items'
    | 'from-totals'
    | 'from-sums'
    | 'undated-items'
    | 'conflicting'
    | 'yearless-plan'
    | 'yearless-statistics'
    | 'repeated'
  readonly args: Readonly<Record<string, string | number>>
}

export interface Ledger {
  /** Day of judgement, YYYY-MM-DD, and the year that is shown. */
  readonly asOf: string
  readonly year: number
  /** Months of the year that are over, and that have begun. */
  readonly over: number
  readonly begun: number
  readonly kinds: readonly LedgerKind[]
  /** Worst first. */
  readonly units: readonly LedgerUnit[]
  /** All units together, by kind; of those with a quota where some have one. `unit` is ''. */
  readonly totals: readonly LedgerRow[]
  readonly counts: Readonly<Record<LedgerState, number>>
  readonly gaps: readonly Gap[]
  /** When `near` begins. */
  readonly early: { readonly share: number; readonly months: number }
}

export interface LedgerView {
  readonly language: 'zh' | 'en'
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Only rows that are over or near. */
  readonly quiet: boolean
}
/** A ledger → text. Pure. */
export type LedgerReporter = (ledger: Ledger, view: LedgerView) => string

/** Units to show: all, or with --quiet those of which something is over or near. */
export const shown = ({ units }: Ledger, { quiet }: Pick<LedgerView, 'quiet'>): readonly LedgerUnit[] =>
  quiet ? units.filter(({ state }) => state === 'over' || state === 'near') : units

/** What is used, where anybody says so. */
export const usedOf = ({ state, reported, used }: LedgerRow): number | undefined =>
  state === 'unknown' || (state === 'unplanned' && reported === 0 && used === 0) ? undefined : used
