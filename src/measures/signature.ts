import { normalise } from './normalise.ts'

/** Neighbouring characters that are taken together: three are shared by chance, five seldom survive an adaptation. */
const GRAM = 4
/** One gram in so many is kept, chosen by its hash: the same ones in every text. A power of two. */
const KEPT = 4

/**
 * What is kept of a text in order to find texts that share words with it: the hashes (32 bits) of a fixed quarter of its 4-grams,
 * ascending, each once. Spaces, punctuation, numbers and swapped regions are evened out first, as `measure` does. The text cannot be
 * read from it; whether a given phrase may stand in it can be asked.
 */
export function signature(text: string): Uint32Array {
  const sorted = grams(text).hashes.sort()
  let distinct = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i]!
  return sorted.slice(0, distinct)
}

/** The kept grams of a text in reading order, and where each starts in its normal text. */
function grams(text: string): { readonly hashes: Uint32Array; readonly at: Uint32Array } {
  const { text: normal } = normalise(text)
  const hashes = new Uint32Array(normal.length)
  const at = new Uint32Array(normal.length)
  let count = 0
  for (let i = 0; i + GRAM <= normal.length; i++) {
    let hash = 0
    for (let k = 0; k < GRAM; k++) hash = Math.imul(hash ^ normal.charCodeAt(i + k), 0x9e3779b1) ^ (hash >>> 15)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash = (hash ^ (hash >>> 16)) >>> 0
    if (hash % KEPT !== 0) continue
    hashes[count] = hash
    at[count++] = i
  }
  return { hashes: hashes.slice(0, count), at: at.slice(0, count) }
}

/** A text that a draft may come from. */
export interface Likeness {
  /** Which of the signatures. */
  readonly index: number
  /** What it adds to those before it: a share of the weight of all grams of the draft, 0–1. */
  readonly gain: number
}

/** Characters of the draft in which grams are counted together; a sentence or so. */
const STRETCH = 48
/** A stretch is held by a text that has this share of its weight… */
const HELD = 0.5
/** …and so many of its grams: fewer are a name or a phrase. */
const HELD_GRAMS = 5
/** A text that adds this share of what the most alike one holds is about the same thing. */
const KIN = 1 / 3

/**
 * The texts that a draft may come from, most useful first, at most `most`: those about the same thing (they hold much of it, spread
 * anywhere), and those that hold a stretch of it which none before them holds. What others merely share with it by the language of the
 * office is no reason: each text that is compared in vain makes something look reused. Without any likeness the result is empty.
 * Grams weigh by rarity among `signatures`; equals come in the order of `signatures`.
 */
export function alike(draft: string, signatures: readonly Uint32Array[], most: number): Likeness[] {
  const { hashes, at } = grams(draft)
  const held = holdings(hashes, signatures)
  const counts = new Uint32Array(hashes.length)
  for (const places of held) for (const place of places) counts[place]!++
  const n = signatures.length
  // In every text: nearly nothing. In one or in none (the draft's own): most.
  const weights = Float64Array.from(counts, (count) => Math.log((n + 1) / Math.max(1, count)))
  const stretchOf = Uint32Array.from(at, (i) => Math.floor(i / STRETCH))
  const stretches = new Float64Array((stretchOf.at(-1) ?? -1) + 1)
  for (let i = 0; i < weights.length; i++) stretches[stretchOf[i]!]! += weights[i]!
  const total = stretches.reduce((sum, w) => sum + w, 0)
  if (total === 0) return []
  const stretchesHeld = held.map((places) => heldBy(places, weights, stretchOf, stretches))

  const found: Likeness[] = []
  const left = new Set(held.keys())
  const known = new Uint8Array(hashes.length)
  const accounted = new Set<number>()
  while (found.length < most) {
    let best = { index: -1, gain: 0 }
    for (const index of left) {
      let gain = 0
      for (const place of held[index]!) if (!known[place]) gain += weights[place]!
      gain /= total
      const kin = gain > 0 && gain >= (found[0]?.gain ?? 0) * KIN
      // What it adds only becomes less: once out, out for good.
      if (!kin && !stretchesHeld[index]!.some((s) => !accounted.has(s))) left.delete(index)
      else if (gain > best.gain) best = { index, gain }
    }
    if (best.index < 0) break
    found.push(best)
    left.delete(best.index)
    for (const place of held[best.index]!) known[place] = 1
    for (const stretch of stretchesHeld[best.index]!) accounted.add(stretch)
  }
  return found
}

/** For each signature, at which places of the draft stands a gram that it holds; ascending. */
function holdings(hashes: Uint32Array, signatures: readonly Uint32Array[]): number[][] {
  const places = new Map<number, number[]>()
  // Nearly every gram of a shelf is foreign to the draft: a bit tells, mostly without looking it up.
  const bits = new Uint32Array(2048)
  hashes.forEach((hash, i) => {
    const before = places.get(hash)
    if (before) before.push(i)
    else places.set(hash, [i])
    bits[(hash >>> 2) & 2047]! |= 1 << (hash >>> 27)
  })
  return signatures.map((signature) => {
    const held: number[] = []
    for (let i = 0; i < signature.length; i++) {
      const hash = signature[i]!
      if (!((bits[(hash >>> 2) & 2047]! >>> (hash >>> 27)) & 1)) continue
      const found = places.get(hash)
      // As arguments they would be too many where a text of a million characters says one thing again and again.
      if (found) for (const place of found) held.push(place)
    }
    return held.sort((a, b) => a - b)
  })
}

/** The stretches of the draft most of whose weight stands at `places` (ascending). */
function heldBy(
  places: readonly number[],
  weights: Float64Array,
  stretchOf: Uint32Array,
  stretches: Float64Array,
): number[] {
  const found: number[] = []
  for (let i = 0; i < places.length; ) {
    const stretch = stretchOf[places[i]!]!
    let weight = 0
    const from = i
    for (; i < places.length && stretchOf[places[i]!] === stretch; i++) weight += weights[places[i]!]!
    if (i - from >= HELD_GRAMS && weight >= stretches[stretch]! * HELD) found.push(stretch)
  }
  return found
}
