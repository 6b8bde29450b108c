/** Months as registers compare them: YYYY-MM. */

/** The last month that is over on a day: 2026-03-05 → 2026-02. On the last day of a month it is not over yet. */
export function lastMonthOver(asOf: string): string {
  const [year, month] = asOf.split('-').map(Number) as [number, number]
  return month === 1 ? monthOfYear(year - 1, 12) : monthOfYear(year, month - 1)
}
/** Of YYYY-MM or YYYY-MM-DD the month, 1–12. */
export const monthNumber = (month: string): number => Number(month.slice(5, 7))
/** 2026 and 3 → 2026-03 */
export const monthOfYear = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

/** 2026-01, 2026-02, 2026-03, 2026-05 → 2026年1月至3月、5月 */
export function monthsText(months: readonly string[]): string {
  const runs: string[][] = []
  for (const month of months) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (before && before.slice(0, 4) === month.slice(0, 4) && monthNumber(before) + 1 === monthNumber(month))
      run!.push(month)
    else runs.push([month])
  }
  let year = ''
  return runs
    .map((run) => {
      const [first, last] = [run[0]!, run.at(-1)!]
      const named = first.slice(0, 4) === year ? '' : `${(year = first.slice(0, 4))}年`
      return `${named}${monthNumber(first)}月${first === last ? '' : `至${monthNumber(last)}月`}`
    })
    .join('、')
}
