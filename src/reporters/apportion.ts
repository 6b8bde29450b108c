/** Shares `room` out by largest remainders; what is not nothing gets at least one. */
export function apportion(amounts: readonly number[], room: number): number[] {
  const total = amounts.reduce((a, b) => a + b, 0)
  const exact = amounts.map((n) => (n / total) * room)
  const whole = exact.map((n, i) => (amounts[i]! > 0 ? Math.max(1, Math.floor(n)) : 0))
  const byRemainder = exact.map((n, i) => [n - whole[i]!, i] as const).sort((a, b) => b[0] - a[0])
  let left = room - whole.reduce((a, b) => a + b, 0)
  for (const [, i] of byRemainder) {
    if (left <= 0 || amounts[i] === 0) continue
    whole[i]!++
    left--
  }
  for (; left < 0; left++) whole[whole.indexOf(Math.max(...whole))]!--
  return whole
}

/** A share in tenths of a percent, rounded towards the verdict: 49.96 % must not be shown as 50 % and called too little. */
export const tenthsOf = (share: number): number => Math.floor(share * 1000 + 1e-6)
