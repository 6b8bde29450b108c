/** Compares names as people list them: 2乡 before 10乡. The same everywhere, whatever the computer's language. */
export function naturally(a: string, b: string): number {
  const one: readonly string[] = a.match(/\d+|\D/g) ?? []
  const other: readonly string[] = b.match(/\d+|\D/g) ?? []
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    let [left, right] = [one[i]!, other[i]!]
    if (/\d/.test(left) && /\d/.test(right)) {
      // As texts, for they may be longer than any number.
      left = left.replace(/^0+(?=\d)/, '')
      right = right.replace(/^0+(?=\d)/, '')
      if (left.length !== right.length) return left.length - right.length
    }
    if (left !== right) return left < right ? -1 : 1
  }
  return one.length - other.length || (a < b ? -1 : a > b ? 1 : 0)
}
