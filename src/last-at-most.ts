/** Looking something up in a sorted list that need not be one. */

/** Index of the last element of a sorted list (of `length` elements, read through `valueAt`) that is ≤ `value`; 0 where none is. Logarithmic. */
export function lastAtMost(length: number, valueAt: (i: number) => number, value: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (valueAt(middle) <= value) low = middle
    else high = middle - 1
  }
  return low
}
