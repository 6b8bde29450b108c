import type { SharedRun } from '../core.ts'
import { gramAt, type Library } from './library.ts'

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
  /** Best line (index into `Library.lines`), or -1. */
  readonly line: number
  readonly shared: readonly SharedRun[]
  /** Which normal characters of the sentence stand in a run of two or more in the sources. */
  readonly covered: Uint8Array
}

/** Where a sentence stands: its normal text and the way back to the document. */
export interface Query {
  readonly text: string
  readonly at: (i: number) => number
  readonly until: (i: number) => number
}

const MANY = 400 // places of one pair of characters that are looked at: more says nothing about where

/** Weight of a pair of characters: rare in the superiors is heavy; unknown is as heavy as seen once. */
const weigher = (library: Library) => {
  const n = library.lines.length
  return (gram: number): number => Math.log(1 + (n + 1) / ((library.lineCount.get(gram) ?? 0.5) + 0.5))
}

export function aligner(library: Library): (query: Query) => Alignment {
  const weight = weigher(library)
  const score = new Float64Array(library.lines.length)
  const seen = new Uint8Array(library.lines.length)
  const runAt = new Uint16Array(library.text.length)
  const when = new Int32Array(library.text.length)
  let clock = 1
  const lineWeight = library.lines.map((line) => {
    const grams = new Set<number>()
    let sum = 0
    for (let i = line.start; i + 1 < line.end; i++) {
      const gram = gramAt(library.text, i)
      if (grams.has(gram)) continue
      grams.add(gram)
      sum += weight(gram)
    }
    return sum
  })

  return (query) => {
    const { text } = query
    const size = text.length
    const index = new Map<number, number>()
    const weights: number[] = []
    let total = 0
    let known = 0
    const touched: number[] = []
    for (let i = 0; i + 1 < size; i++) {
      const gram = gramAt(text, i)
      if (index.has(gram)) continue
      const w = weight(gram)
      index.set(gram, weights.length)
      weights.push(w)
      total += w
      const places = library.grams.get(gram)
      if (!places) continue
      known += w
      let last = -1
      for (let k = 0; k < places.length && k < MANY; k++) {
        const line = library.lineAt[places[k]!]!
        if (line === last) continue
        last = line
        if (!seen[line]) {
          seen[line] = 1
          score[line] = 0
          touched.push(line)
        }
        score[line]! += w
      }
    }
    for (const line of touched) seen[line] = 0
    /** The query's pairs that stand in a line, by their index here. */
    const heldBy = new Map<number, readonly number[]>()
    const held = (line: number): readonly number[] => {
      const before = heldBy.get(line)
      if (before) return before
      const found: number[] = []
      for (let i = library.lines[line]!.start; i + 1 < library.lines[line]!.end; i++) {
        const at = index.get(gramAt(library.text, i))
        if (at !== undefined) found.push(at)
      }
      heldBy.set(line, found)
      return found
    }
    /** Weighted share of the query's pairs that stand in some of these lines. */
    const share = (chosen: readonly number[]): number => {
      const taken = new Uint8Array(weights.length)
      let sum = 0
      for (const line of chosen)
        for (const at of held(line)) {
          if (taken[at]) continue
          taken[at] = 1
          sum += weights[at]!
        }
      return total ? sum / total : 0
    }
    touched.sort((a, b) => score[b]! - score[a]! || a - b)
    const top = touched.slice(0, 6)
    const best = top[0] ?? -1
    const bestScore = best < 0 || !total ? 0 : score[best]! / total
    const back = best < 0 ? 0 : score[best]! / (lineWeight[best]! || 1)
    const scores = top.map((index) => (total ? score[index]! / total : 0))

    let window = bestScore
    let windowLines: readonly number[] = best < 0 ? [] : [best]
    for (const index of top.slice(0, 4)) {
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
        const chosen = Array.from({ length: to - from + 1 }, (_, k) => from + k)
        const part = share(chosen)
        // A longer window must earn its length.
        if (part > window + 0.02 * (to - from)) {
          window = part
          windowLines = chosen
        }
      }
    }
    const merged = top.length ? Math.max(window, share(top.slice(0, 3))) : 0

    // Longest runs anywhere, by following diagonals from one character to the next.
    const length = new Uint16Array(size)
    const there = new Int32Array(size).fill(-1)
    for (let i = 0; i + 1 < size; i++) {
      const places = library.grams.get(gramAt(text, i))
      clock++
      if (!places) continue
      // Downwards, so that the place before still holds what the character before left there.
      for (let k = Math.min(places.length, MANY) - 1; k >= 0; k--) {
        const p = places[k]!
        // A run may not leave its line.
        const follows = p > 0 && when[p - 1] === clock - 1 && library.lineAt[p - 1] === library.lineAt[p]
        const run = follows ? runAt[p - 1]! + 1 : 2
        runAt[p] = run
        when[p] = clock
        if (run >= length[i + 1]!) {
          length[i + 1] = run
          there[i + 1] = p + 2 - run
        }
      }
    }
    clock++
    const runs = tiles(length, there)
    let longest = 0
    let in4 = 0
    let in7 = 0
    const covered = new Uint8Array(size)
    const solid = new Uint8Array(size)
    for (const run of runs) {
      longest = Math.max(longest, run.size)
      if (run.size >= 4) in4 += run.size
      if (run.size >= 7) in7 += run.size
      covered.fill(1, run.from, run.from + run.size)
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
      shared,
      covered,
    }
  }
}

interface Run {
  readonly from: number
  readonly there: number
  readonly size: number
}

/** Longest runs first, none overlapping another; back in reading order. */
function tiles(length: Uint16Array, there: Int32Array): Run[] {
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
