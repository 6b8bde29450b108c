import type { SharedRun } from '../core.ts'
import { gramAt } from './gram.ts'
import type { Library } from './library.ts'

/** How a sentence lies on the superior documents. All figures 0–1 unless said otherwise. */
export interface Alignment {
  /** Weighted share of its character pairs that stand in the best superior sentence. */
  readonly best: number
  /** …in the best two or three neighbouring sentences. */
  readonly window: number
  /** …in the three sentences, from anywhere, that together hold most. */
  readonly merged: number
  /** …anywhere in the superiors. */
  readonly anywhere: number
  /** Share of the best superior sentence's pairs that stand here. */
  readonly back: number
  /** Longest shared run, in normal characters. */
  readonly longest: number
  /** Share of characters in shared runs of at least 4. */
  readonly runs4: number
  /** Share of characters in shared runs of at least 7. */
  readonly runs7: number
  /** Length of the longest stretch that no run of three or more covers, in normal characters. */
  readonly gap: number
  /** Number of normal characters. */
  readonly size: number
  /** The lines that hold most, best first. */
  readonly top: readonly number[]
  /** What each of `top` holds, 0–1. */
  readonly scores: readonly number[]
  /** The neighbouring lines of `window`. */
  readonly lines: readonly number[]
  /** What any line holds, as in `scores`; good until the next sentence is aligned. */
  readonly holds: (line: number) => number
  /** Best line (index into `Library.lines`), or -1. */
  readonly line: number
  readonly shared: readonly SharedRun[]
}

/** Where a sentence stands: its normal text and the way back to the document. */
export interface Query {
  readonly text: string
  readonly at: (i: number) => number
  readonly until: (i: number) => number
}

/** Weight of a pair of characters: rare in the superiors is heavy; unknown is as heavy as seen in half a line. */
const weigh = (lines: number, count: number): number => Math.log(1 + (lines + 1) / (count + 0.5))

export function aligner(library: Library): (query: Query) => Alignment {
  const { gramOf, linesOf, places } = library
  const n = library.lines.length
  const weights = new Float64Array(library.counts.length)
  for (let id = 0; id < weights.length; id++) weights[id] = weigh(n, library.counts[id]!)
  const unknown = weigh(n, 0.5)
  // By line: the weight of the pairs it shares with the query; `touched` are those that share any.
  const score = new Float64Array(n)
  let touched: number[] = []
  // Of runs of three or more, by the place of their last pair: how long, and when that was found.
  const runAt = new Int32Array(library.text.length)
  const when = new Int32Array(library.text.length)
  let clock = 1
  // Marks of the query, of the line and of the window under way, by a pair's number.
  const asked = new Int32Array(weights.length)
  const taken = new Int32Array(weights.length)
  let marks = 0
  const lineWeight = library.lines.map((line) => {
    let sum = 0
    marks++
    for (let i = line.start; i + 1 < line.end; i++) {
      const id = gramOf[i]!
      if (taken[id] === marks) continue
      taken[id] = marks
      sum += weights[id]!
    }
    return sum
  })

  const often = (id: number): number => places.starts[id + 1]! - places.starts[id]!
  const lastOf = (id: number): number => places.values[places.starts[id + 1]! - 1]!

  return (query) => {
    const { text } = query
    const size = text.length
    let total = 0
    let known = 0
    for (const line of touched) score[line] = 0
    touched = []
    const strangers = new Set<number>()
    const ids = new Int32Array(size).fill(-1)
    const mark = ++marks
    for (let i = 0; i + 1 < size; i++) {
      const gram = gramAt(text, i)
      const id = library.grams.of(gram)
      if (id < 0) {
        if (!strangers.has(gram)) total += unknown
        strangers.add(gram)
        continue
      }
      ids[i] = id
      if (asked[id] === mark) continue
      asked[id] = mark
      const w = weights[id]!
      total += w
      known += w
      for (let k = linesOf.starts[id]!; k < linesOf.starts[id + 1]!; k++) {
        const line = linesOf.values[k]!
        if (score[line] === 0) touched.push(line)
        score[line]! += w
      }
    }
    /** Weighted share of the query's pairs that stand in some of these lines. */
    const share = (chosen: readonly number[]): number => {
      const now = ++marks
      let sum = 0
      for (const index of chosen) {
        const line = library.lines[index]!
        for (let i = line.start; i + 1 < line.end; i++) {
          const id = gramOf[i]!
          if (asked[id] !== mark || taken[id] === now) continue
          taken[id] = now
          sum += weights[id]!
        }
      }
      return total ? sum / total : 0
    }
    const top = highest(touched, score)
    const best = top[0] ?? -1
    const holds = (line: number): number => (total ? score[line]! / total : 0)
    const bestScore = best < 0 ? 0 : holds(best)
    const back = best < 0 ? 0 : score[best]! / (lineWeight[best]! || 1)
    const scores = top.map(holds)

    let window = bestScore
    let windowLines: readonly number[] = best < 0 ? [] : [best]
    for (const index of top.slice(0, 3)) {
      for (const [from, to] of [
        [index - 1, index],
        [index, index + 1],
        [index - 1, index + 1],
        [index, index + 2],
        [index - 2, index],
      ] as const) {
        const first = library.lines[from]
        const last = library.lines[to]
        if (!first || !last || first.superior !== last.superior || last.end - first.start > 600) continue
        // A longer window must earn its length.
        const enough = window + 0.02 * (to - from)
        let most = 0
        for (let line = from; line <= to; line++) most += score[line]!
        if (!(most > enough * total)) continue
        const chosen = Array.from({ length: to - from + 1 }, (_, k) => from + k)
        const part = share(chosen)
        if (part > enough) {
          window = part
          windowLines = chosen
        }
      }
    }
    const merged = top.length ? Math.max(window, share(top.slice(0, 3))) : 0

    // Longest runs anywhere, by following diagonals from one character to the next.
    const length = new Int32Array(size)
    const there = new Int32Array(size).fill(-1)
    for (let i = 0; i + 1 < size; i++) {
      clock++
      const id = ids[i]!
      if (id < 0) continue
      // By itself a pair is a run of two.
      length[i + 1] = 2
      there[i + 1] = places.values[places.starts[id]!]!
      const before = i === 0 ? -1 : ids[i - 1]!
      if (before < 0) continue
      // A longer one needs the pair before it at the place before: the rarer of the two leads there.
      const rarer = often(before) < often(id) ? before : id
      const ahead = rarer === id ? 0 : 1
      const most = Math.min(lastOf(before) + 1, lastOf(id))
      // Downwards, so that the place before still holds what the character before left there, and of equals the first remains.
      for (let k = places.starts[rarer + 1]! - 1; k >= places.starts[rarer]!; k--) {
        const p = places.values[k]! + ahead
        if (p === 0 || p > most || gramOf[p] !== id || gramOf[p - 1] !== before) continue
        const run = when[p - 1] === clock - 1 ? runAt[p - 1]! + 1 : 3
        runAt[p] = run
        when[p] = clock
        if (run < length[i + 1]!) continue
        length[i + 1] = run
        there[i + 1] = p + 2 - run
      }
    }
    clock++
    const runs = tiles(length, there)
    let longest = 0
    let in4 = 0
    let in7 = 0
    const solid = new Uint8Array(size)
    for (const run of runs) {
      longest = Math.max(longest, run.size)
      if (run.size >= 4) in4 += run.size
      if (run.size >= 7) in7 += run.size
      if (run.size >= 3) solid.fill(1, run.from, run.from + run.size)
    }
    let gap = 0
    let free = 0
    for (let i = 0; i < size; i++) {
      free = solid[i] ? 0 : free + 1
      gap = Math.max(gap, free)
    }

    const shared = runs
      .filter((run) => run.size >= 3)
      .map((run) => ({
        here: { start: query.at(run.from), end: query.until(run.from + run.size - 1) },
        there: { start: library.at[run.there]!, end: library.until[run.there + run.size - 1]! },
        superior: library.lines[library.lineAt[run.there]!]!.superior,
      }))
    return {
      best: bestScore,
      window,
      merged,
      anywhere: total ? known / total : 0,
      back: Math.min(1, back),
      longest,
      runs4: size ? in4 / size : 0,
      runs7: size ? in7 / size : 0,
      gap,
      size,
      top,
      line: best,
      lines: windowLines,
      scores,
      holds,
      shared,
    }
  }
}

/** So many of the lines that hold most are looked at. */
const TOP = 6

/** The first of `lines` by score, equals by number. */
function highest(lines: readonly number[], score: Float64Array): number[] {
  const top: number[] = []
  const before = (a: number, b: number) => score[a]! > score[b]! || (score[a] === score[b] && a < b)
  for (const line of lines) {
    if (top.length === TOP && !before(line, top[TOP - 1]!)) continue
    let k = top.length === TOP ? TOP - 1 : top.length
    for (; k > 0 && before(line, top[k - 1]!); k--) top[k] = top[k - 1]!
    top[k] = line
  }
  return top
}

interface Run {
  readonly from: number
  readonly there: number
  readonly size: number
}

/** Longest runs first, none overlapping another; back in reading order. */
function tiles(length: Int32Array, there: Int32Array): Run[] {
  const ends: number[] = []
  for (let i = 0; i < length.length; i++) if (length[i]! >= 2) ends.push(i)
  ends.sort((a, b) => length[b]! - length[a]! || a - b)
  const taken = new Uint8Array(length.length)
  const runs: Run[] = []
  for (const end of ends) {
    let from = end + 1 - length[end]!
    let to = end + 1
    while (to > from && taken[to - 1]) to--
    const cut = from
    while (from < to && taken[from]) from++
    let free = from
    while (free < to && !taken[free]) free++
    to = free
    if (to - from < 2) continue
    taken.fill(1, from, to)
    runs.push({ from, there: there[end]! + (from - cut), size: to - from })
  }
  return runs.sort((a, b) => a.from - b.from)
}
