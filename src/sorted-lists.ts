/** Looking something up in a sorted list that need not be one. Logarithmic. */

/** Index of the first of `length` elements for which `holds` is true, as it then must be for all that follow; `length` where it is for none. */
export function firstWhere(length: number, holds: (i: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the first number that is greater than `value`; the length where none is. */
export const firstAbove = (sorted: readonly number[], value: number): number =>
  firstWhere(sorted.length, (i) => sorted[i]! > value)

/** Index of the last element of a sorted list (of `length` elements, read through `valueAt`) that is ≤ `value`; 0 where none is. */
export const lastAtMost = (length: number, valueAt: (i: number) => number, value: number): number =>
  Math.max(0, firstWhere(length, (i) => valueAt(i) > value) - 1)
