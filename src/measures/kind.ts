import { label } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { boilerplate, compile, concrete, other, vague } from './signals.ts'
import type { Piece } from './split.ts'
import { cut } from './words.ts'

/** Figures about a sentence that say what kind it is; 0–1 each. Names are those of the weights. */
export type Features = Readonly<Record<string, number>>

const PAYS_NO_HEED = 320 // characters of a sentence that are looked at: what comes later adds nothing

/**
 * Where the words of a sentence lie on average in the space of meanings, along its leading directions: what sort of thing it speaks of
 * (money, offices, technology, ideals), which no list of signals says of a text from another field.
 */
export const SORTS: readonly string[] = Array.from({ length: 32 }, (_, d) => `w.${d}`)
/** The average of unit vectors is short; the others are 0–1. */
const STRETCH = 2

/** Reads every sentence of a document for what kind of sentence it is; the result's order is that of `pieces`. */
export function kinds(text: string, pieces: readonly Piece[], lexicon: Lexicon): Features[] {
  const sorts = sorter(lexicon)
  const sets = [concrete, vague, boilerplate, other].map(compile)
  const labels = pieces.map((p) => label(text, p.words))
  const articles = pieces.filter(
    (p) => p.opens && /^第[^，。]{1,6}条/.test(text.slice(p.words.start, p.words.start + 9)),
  ).length
  const rules = Math.min(1, articles / Math.max(6, pieces.filter((p) => p.opens).length * 0.25))
  const words = pieces.map((p, i) =>
    text.slice(p.words.start + labels[i]!, Math.min(p.words.end, p.words.start + PAYS_NO_HEED)),
  )
  const ends = pieces.map((p) => text[p.words.end - 1] ?? '')
  const firstLabel = labels.findIndex((n) => n > 0)
  let inList = 0
  return pieces.map((piece, i) => {
    const size = piece.words.end - piece.words.start - labels[i]!
    const counts = sets.map((set) => count(set, words[i]!))
    const total = (o: Readonly<Record<string, number>>) => Object.values(o).reduce((n, v) => n + v, 0)
    const distinct = (o: Readonly<Record<string, number>>) => Object.values(o).filter((v) => v > 0).length
    const [hard, soft, hollow, rest] = counts as [Counts, Counts, Counts, Counts]
    const stop = /[。！？；;”’）)》]/.test(ends[i]!)
    const numbered = labels[i]! > 0
    const heading =
      piece.opens &&
      size <= 42 &&
      ((!stop && ends[i] !== '：' && numbered) || (numbered && ends[i] === '。' && !piece.closes && size <= 26))
    const headingLine = piece.opens && piece.closes && numbered && size <= 26 && ends[i] !== '；' && ends[i] !== '：'
    const item = numbered && inList > 0
    if (ends[i] === '：' || ends[i] === ':') inList = 1
    else if (piece.closes && !numbered) inList = 0
    const f: Record<string, number> = {
      rules,
      heading: heading ? 1 : 0,
      headingLine: headingLine && !heading ? 1 : 0,
      item: item ? 1 : 0,
      numbered: numbered ? 1 : 0,
      noStop: stop ? 0 : 1,
      colon: ends[i] === '：' || ends[i] === ':' ? 1 : 0,
      semicolon: ends[i] === '；' ? 1 : 0,
      short: Math.max(0, 1 - size / 30),
      long: Math.min(1, size / 150),
      before: firstLabel > 0 && i < firstLabel ? 1 : 0,
      bracketed: /^[（(【]/.test(words[i]!) && /[）)】]$/.test(words[i]!) ? 1 : 0,
      hard: Math.min(1, distinct(hard) / 6),
      hardMany: Math.min(1, total(hard) / 8),
      soft: Math.min(1, total(soft) / 8),
      softDense: Math.min(1, (total(soft) * 12) / (size + 12)),
      digit: /[0-9０-９]/.test(words[i]!) ? 1 : 0,
      latin: /[A-Za-z]/.test(words[i]!) ? 1 : 0,
    }
    for (const [name, n] of Object.entries(hard)) f[`c.${name}`] = Math.min(1, n / 2 + (n > 0 ? 0.5 : 0))
    for (const [name, n] of Object.entries(soft)) f[`v.${name}`] = Math.min(1, n / 3)
    for (const [name, n] of Object.entries(hollow)) f[`b.${name}`] = Math.min(1, n / 2)
    for (const [name, n] of Object.entries(rest)) f[`o.${name}`] = n > 0 ? 1 : 0
    f['rules.must'] = rules * f['c.must']!
    f['rules.stop'] = stop && !heading ? rules : 0
    f['rules.urge'] = rules * f['v.urge']!
    f['rules.more'] = rules * f['v.more']!
    sorts(words[i]!, f)
    return f
  })
}

/** Writes the figures of `SORTS` for a text. */
function sorter(lexicon: Lexicon): (text: string, into: Record<string, number>) => void {
  return (text, into) => {
    const words = cut(lexicon.vocabulary, text.replace(/\s+/g, ''))
    const sum = new Float64Array(SORTS.length)
    for (const word of words) {
      const at = lexicon.at(word)
      for (let d = 0; d < sum.length; d++) sum[d]! += lexicon.vectors[at + d]!
    }
    SORTS.forEach((name, d) => {
      into[name] = words.length ? (STRETCH * sum[d]!) / words.length : 0
    })
  }
}

type Counts = Readonly<Record<string, number>>

function count(set: readonly (readonly [string, RegExp])[], text: string): Counts {
  const counts: Record<string, number> = {}
  for (const [name, pattern] of set) {
    let n = 0
    pattern.lastIndex = 0
    while (n < 4 && pattern.exec(text)) n++
    counts[name] = n
  }
  return counts
}
