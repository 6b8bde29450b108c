import type { SharedRun, Source } from '../core.ts'
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
  /** Best line (index into `Library.lines`), or -1. */
  readonly line: number
  readonly sources: readonly Source[]
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
  const seen = new Int32Array(library.lines.length).fill(-1)
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

  /** Weighted share of `grams` that stand in lines from..to. */
  const share = (grams: ReadonlyMap<number, number>, total: number, chosen: readonly number[]): number => {
    const left = new Map(grams)
    let sum = 0
    for (const index of chosen) {
      const line = library.lines[index]!
      for (let i = line.start; i + 1 < line.end; i++) {
        const gram = gramAt(library.text, i)
        const w = left.get(gram)
        if (w === undefined) continue
        sum += w
        left.delete(gram)
      }
    }
    return total ? sum / total : 0
  }

  return (query) => {
    const { text } = query
    const size = text.length
    const grams = new Map<number, number>()
    for (let i = 0; i + 1 < size; i++) {
      const gram = gramAt(text, i)
      if (!grams.has(gram)) grams.set(gram, weight(gram))
    }
    let total = 0
    let known = 0
    const touched: number[] = []
    for (const [gram, w] of grams) {
      total += w
      const places = library.grams.get(gram)
      if (!places) continue
      known += w
      let last = -1
      for (let k = 0; k < places.length && k < MANY; k++) {
        const index = library.lineAt[places[k]!]!
        if (index === last) continue
        last = index
        if (seen[index]! < 0) {
          seen[index] = 1
          score[index] = 0
          touched.push(index)
        }
        score[index]! += w
      }
    }
    touched.sort((a, b) => score[b]! - score[a]! || a - b)
    const top = touched.slice(0, 6)
    const best = top[0] ?? -1
    const bestScore = best < 0 || !total ? 0 : score[best]! / total
    const back = best < 0 ? 0 : score[best]! / (lineWeight[best]! || 1)
    const scores = top.map((index) => (total ? score[index]! / total : 0))
    for (const index of touched) seen[index] = -1

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
        const held = share(grams, total, chosen)
        // A longer window must earn its length.
        if (held > window + 0.02 * (to - from)) {
          window = held
          windowLines = chosen
        }
      }
    }
    const merged = top.length ? Math.max(window, share(grams, total, top.slice(0, 3))) : 0

    // Longest runs anywhere, by following diagonals from one character to the next.
    const length = new Uint16Array(size)
    const there = new Int32Array(size).fill(-1)
    let before = new Map<number, number>()
    for (let i = 0; i + 1 < size; i++) {
      const places = library.grams.get(gramAt(text, i))
      const now = new Map<number, number>()
      if (places)
        for (let k = 0; k < places.length && k < MANY; k++) {
          const p = places[k]!
          // A run may not leave its line.
          const run = p > 0 && library.lineAt[p - 1] === library.lineAt[p] ? (before.get(p - 1) ?? 1) + 1 : 2
          now.set(p, run)
          if (run > length[i + 1]!) {
            length[i + 1] = run
            there[i + 1] = p + 2 - run
          }
        }
      before = now
    }
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

    const sources: Source[] = []
    const put = (indices: readonly number[], value: number) => {
      const first = library.lines[indices[0]!]!
      const last = library.lines[indices[indices.length - 1]!]!
      if (sources.some((s) => s.superior === first.superior && s.start < last.there.end && s.end > first.there.start))
        return
      sources.push({
        superior: first.superior,
        start: first.there.start,
        end: last.there.end,
        score: Math.min(1, value),
      })
    }
    if (windowLines.length) put(windowLines, window)
    top.slice(0, 3).forEach((index, k) => {
      if (scores[k]! >= 0.2) put([index], scores[k]!)
    })

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
      sources,
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
