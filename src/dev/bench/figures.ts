/** What the times of a run come to: medians, ratios, a table, and whether a limit holds. Pure. */

/** Of an even number of values, the mean of the two in the middle. Throws where there are none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no values')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface Row {
  readonly name: string
  /** Milliseconds, one a run. */
  readonly times: readonly number[]
}

/** Median, best and ratio of each row to the median of `base`, aligned; one line a row. */
export function table(rows: readonly Row[], base: Row): string[] {
  const name = Math.max(...rows.map((row) => row.name.length))
  const cells = rows.map(({ times }) => [
    `${milliseconds(median(times))} ms`,
    `${milliseconds(Math.min(...times))} at best`,
    `${(median(times) / median(base.times)).toFixed(2)} ×`,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]!.length)))
  return rows.map((row, i) =>
    [row.name.padEnd(name), ...cells[i]!.map((cell, column) => cell.padStart(widths[column]!))].join('  '),
  )
}

const milliseconds = (value: number) => value.toFixed(value < 1000 ? 1 : 0)

/** What must hold: `value` below (or at least) `bound`, as `relation` says. */
export interface Limit {
  readonly what: string
  readonly value: number
  readonly relation: '<' | '≤' | '≥'
  readonly bound: number
  readonly unit: 's' | 'ms' | 'MB' | 'MB/s' | '×' | '%'
}

export function holds({ value, relation, bound }: Limit): boolean {
  if (relation === '≥') return value >= bound
  return relation === '<' ? value < bound : value <= bound
}

/** A limit as a line of the report, with what was measured and whether it holds. */
export function judgement(limit: Limit): string {
  const { what, value, relation, bound, unit } = limit
  // A figure that is rounded to its bound would look as if it held, or did not.
  const digits = [2, 3, 4].find((n) => value === bound || value.toFixed(n) !== bound.toFixed(n)) ?? 4
  return `${holds(limit) ? 'holds ' : 'MISSED'}  ${what}: ${value.toFixed(digits)} ${unit}, limit ${relation} ${bound} ${unit}`
}
