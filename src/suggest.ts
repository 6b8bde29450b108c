/**
 * Near misses: what somebody probably meant to write.
 */

/** Longer words are not typing slips of a name; comparing them would only cost time. */
const longest = 100

/**
 * Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment). Counts code
 * points, so that one Chinese character is one edit, rare ones outside the BMP included.
 */
export function distance(a: string, b: string): number {
  const from = [...a]
  const to = [...b]
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1)
      }
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return last[to.length]!
}

/**
 * The candidate that is nearest to a mistyped word, if one is near enough: one edit in four characters, four at most.
 * Upper and lower case are not told apart. Among equals the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  const length = [...wanted].length
  if (length === 0 || length > longest) return undefined
  let limit = Math.min(4, Math.ceil(length / 4))
  // One letter or two have no near miss: any others would do.
  if (length === 1 || /^-?[a-z]$/.test(wanted)) limit = 0
  let best: string | undefined
  for (const candidate of candidates) {
    // What stands there already is no suggestion.
    if (candidate === word) continue
    const other = candidate.toLowerCase()
    if (Math.abs([...other].length - length) > limit) continue
    const edits = distance(wanted, other)
    if (edits > limit || (best !== undefined && edits === limit)) continue
    best = candidate
    limit = edits
    if (edits === 0) break
  }
  return best
}

/** So many are offered. */
const OFFERED = 5

/**
 * What somebody probably meant: the nearest candidate, otherwise those that the word is a part of, first those that begin with it. A Chinese word is
 * short: that it is a part of a name says more than that another differs by a character.
 */
export function likely(word: string, candidates: readonly string[]): string[] {
  const wanted = word.trim().toLowerCase()
  const isChinese = /\p{Script=Han}/u.test(wanted)
  // A letter or two is part of too many; two Chinese characters are a word.
  const isWord = wanted.length >= (isChinese ? 2 : 3)
  const parts = isWord ? candidates.filter((candidate) => candidate.toLowerCase().includes(wanted)) : []
  const near = isChinese && parts.length > 0 ? undefined : nearest(word, candidates)
  if (near !== undefined) return [near]
  const begins = (candidate: string) => Number(!candidate.toLowerCase().startsWith(wanted))
  return parts.sort((a, b) => begins(a) - begins(b)).slice(0, OFFERED)
}
