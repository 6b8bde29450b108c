/** Does work grow with the size of what it works on, or with its square? */

/** Work on four times as much takes some 4 times as long where it is linear, 16 times where it is not. */
export const LINEAR = 9

/** What the clock cannot tell from nothing. Milliseconds. */
const LEAST = 5
const ROUNDS = 3

/**
 * How many times as long `work` takes on four times as much. Both sizes on the same machine in the same minute, so that a busy or slow one changes
 * nothing; processor time, the least of a few rounds. `work(size)` gives the work on something of that size: what makes it ready is not measured.
 */
export function growth(work: (size: number) => () => void, size: number): number {
  // What runs for the first time is compiled.
  work(size)()
  const small = taken(work(size))
  return taken(work(4 * size)) / Math.max(small, LEAST)
}

/** Milliseconds of the processor, the least of a few rounds. */
function taken(run: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
