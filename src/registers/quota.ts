/**
 * How far the quota of one unit, for one kind (documents, meetings or inspections) and one year, is used up. The rule `quota-overrun` and the command
 * `ledger` count by these functions alone, so that a table never says other than a finding.
 */

/** One unit, one kind, one year. Months stand January first; undefined: no statistics for that month, which is not the same as none issued. */
export interface Year {
  /** The most that the year's plan allows; absent: the unit has no plan. */
  readonly quota?: number
  /** The plan names every item: that all of them are held is no reason to warn. */
  readonly listed?: boolean
  /** The month (1–12) in which the plan begins: of an office that was set up in July the 7th; absent: January. */
  readonly first?: number
  /** The month (1–12) in which the office ceased to be; absent: December. */
  readonly last?: number
  readonly months: readonly (number | undefined)[]
  /** Months (0-based) that are known as a sum only, which was spread over them. */
  readonly spread?: readonly number[]
  /** The months of the year before, where there are any. */
  readonly before?: readonly (number | undefined)[]
  readonly spreadBefore?: readonly number[]
}

/** How far a year has come: months that are over, and months that have begun, 0–12. */
export interface Progress {
  readonly over: number
  readonly begun: number
}

/** When a warning is due. The sources ask for early warnings (提前预警) and give no number: these are ours. */
export interface Early {
  /** Near its end is a quota of which this share is used, 0–1; 1: none is. */
  readonly share: number
  /** A pace is judged when so many whole months are known: two documents in January are no trend. */
  readonly months: number
}
export const EARLY: Early = { share: 0.8, months: 3 }

/** `over`: more used than allowed; `near`: warned of early; `unplanned`: there is no quota to hold it against; `unknown`: nobody says what of it is used. */
export type State = 'over' | 'near' | 'fine' | 'unplanned' | 'unknown'

/** This year's figure beside last year's. */
export interface Change {
  readonly now: number
  readonly before: number
  /** `now` − `before`. */
  readonly by: number
  /** `by` ÷ `before`; absent where there was nothing before. */
  readonly ratio?: number
}

export interface Standing {
  readonly state: State
  /** Why `near`. */
  readonly why?: 'share' | 'pace'
  /** Everything counted in the months that have begun, the current one too. */
  readonly used: number
  /** `used` ÷ quota; absent without a quota, or where it is 0. */
  readonly share?: number
  /** What whole months counted. */
  readonly counted: number
  /** Whole months with statistics, and the latest of them (1–12). */
  readonly reported: number
  readonly latest?: number
  /** `counted` ÷ `reported` × 12 (or as many months as the plan is for, and the office was there): the whole year at this year's speed. Absent before the first whole month. */
  readonly pace?: number
  /** Known months, and for each other one what the same month of last year had, or, where last year is not known, what this year's months had on average. */
  readonly forecast?: number
  /** `forecast` rests on last year's months. */
  readonly seasonal: boolean
  /** The month (1–12) in which the quota was used up, or will be at this pace; absent where the year is long enough. */
  readonly exhausted?: number
  /** The latest whole month against the same month of last year. */
  readonly month?: Change
  /** All whole months with statistics against the same ones of last year. */
  readonly cumulative?: Change
}

/** How far `year` has come on a day (YYYY-MM-DD). On its last day a month is over. */
export function progress(year: number, asOf: string): Progress {
  const [y, m, d] = asOf.split('-').map(Number) as [number, number, number]
  if (y !== year) return y > year ? { over: 12, begun: 12 } : { over: 0, begun: 0 }
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return { over: d >= last ? m : m - 1, begun: m }
}

/** The arithmetic of one row of the ledger. */
export function standing(year: Year, at: Progress, early: Early = EARLY): Standing {
  const { quota, months, before, first = 1, last = 12, spread = [], spreadBefore = [] } = year
  const { over, begun } = at
  const used = sum(months.slice(0, begun))
  const whole = months.slice(0, over)
  const known = whole.flatMap((count, i) => (count === undefined ? [] : [i]))
  const counted = sum(whole)
  const latest = known.at(-1)
  const pace = known.length === 0 ? undefined : (counted / known.length) * (last + 1 - first)
  const isKnown = months.slice(0, begun).some((count) => count !== undefined)
  const share = quota === undefined || quota === 0 || !isKnown ? undefined : used / quota
  const end = quota === undefined ? undefined : exhaustion(quota, months, at, first, last)
  const exhausted = end !== undefined && spread.includes(end - 1) ? undefined : end
  // A year that is over holds no surprise, and one event is no pace.
  const open = quota !== undefined && !year.listed && used <= quota && used > 0 && over < last
  const fast = open && pace !== undefined && pace > quota && known.length >= early.months && used > 1
  const why = fast
    ? 'pace'
    : // Of one there is no more or less: it was held, as it was planned to be.
      open && quota > 1 && share !== undefined && early.share < 1 && share >= early.share
      ? 'share'
      : undefined
  const same = (indices: readonly number[]): Change | undefined => {
    const past = indices.map((i) => before?.[i])
    if (indices.length === 0 || past.includes(undefined)) return undefined
    return change(sum(indices.map((i) => months[i])), sum(past))
  }
  const isApart = latest !== undefined && !spread.includes(latest) && !spreadBefore.includes(latest)
  const month = isApart ? same([latest]) : undefined
  const cumulative = same(known)
  return {
    state: quota === undefined ? 'unplanned' : used > quota ? 'over' : why ? 'near' : isKnown ? 'fine' : 'unknown',
    ...(why ? { why } : {}),
    used,
    counted,
    ...(share === undefined ? {} : { share }),
    reported: known.length,
    ...(latest === undefined ? {} : { latest: latest + 1 }),
    ...(pace === undefined ? {} : { pace }),
    ...forecast(year, at, pace),
    ...(exhausted === undefined ? {} : { exhausted }),
    ...(month ? { month } : {}),
    ...(cumulative ? { cumulative } : {}),
  }
}

/**
 * The month (1–12) in which the quota was used up, or will be when every month that is not known takes as much as whole months took so far. Multiplied
 * by the number of those months all figures are whole: no rounding error puts the end into the next month.
 */
function exhaustion(
  quota: number,
  months: readonly (number | undefined)[],
  { over, begun }: Progress,
  first: number,
  last: number,
) {
  const known = months.slice(0, over).filter((count) => count !== undefined)
  const used = sum(months.slice(0, begun)) >= quota
  // Once it is used up, only what was counted tells when.
  const [n, average] = used ? [1, 0] : [known.length, sum(known)]
  let total = 0
  for (let i = first - 1; i < last; i++) {
    const count = i < begun ? (months[i] ?? 0) * n : 0
    total += i < over && months[i] !== undefined ? count : Math.max(count, average)
    if (total > 0 && total >= quota * n) return used ? i + 1 : ahead(i + 1)
  }
  return undefined

  /** Up to the latest month with a count it was not used up, whatever a month between may lack. */
  function ahead(month: number) {
    const next = months.findLastIndex((count, i) => i < over && count !== undefined) + 2
    return next > last ? undefined : Math.max(month, next)
  }
}

/** The whole year: known months as they are, each other one as last year had it, or as whole months of this year had it on average. */
function forecast({ months, before, first = 1, last = 12 }: Year, { over, begun }: Progress, pace: number | undefined) {
  const open = [...Array(12).keys()].filter((i) => i >= first - 1 && i < last && (i >= over || months[i] === undefined))
  if (begun === 0) return { seasonal: false }
  const seasonal = open.length > 0 && open.every((i) => before?.[i] !== undefined)
  if (!seasonal && open.length > 0 && pace === undefined) return { seasonal: false }
  const expected = (i: number) => (seasonal ? before![i]! : pace! / (last + 1 - first))
  const ahead = open.map((i) => Math.max(i < begun ? (months[i] ?? 0) : 0, expected(i)))
  return { forecast: sum(months.filter((_, i) => !open.includes(i))) + sum(ahead), seasonal }
}

function change(now: number, before: number): Change {
  return { now, before, by: now - before, ...(before === 0 ? {} : { ratio: (now - before) / before }) }
}

const sum = (counts: readonly (number | undefined)[]): number => counts.reduce<number>((a, b) => a + (b ?? 0), 0)
