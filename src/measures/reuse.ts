import type { Alignment } from './align.ts'
import type { Features } from './kind.ts'
import type { Meaning } from './meaning.ts'

/** Figures about a sentence that say how much of it comes from the superiors; 0–1 each. */
export interface Surroundings {
  /** Particulars of its own, 0–1. */
  readonly fresh: number
  /** Do its neighbours come from close by, 0–1? */
  readonly company: number
  /** Averages over the document. */
  readonly runs7: number
  readonly score: number
}

export function reuseFeatures(a: Alignment, m: Meaning, k: Features, s: Surroundings): Features {
  const tiny = Math.max(0, 1 - a.size / 14)
  return {
    best: a.best,
    window: a.window,
    merged: a.merged,
    anywhere: a.anywhere,
    back: a.back,
    longest: Math.min(1, a.longest / 24),
    longShare: a.size ? a.longest / a.size : 0,
    runs4: a.runs4,
    runs7: a.runs7,
    gap: Math.min(1, a.gap / 30),
    gapShare: a.size ? a.gap / a.size : 0,
    best2: a.best * a.best,
    window2: a.window * a.window,
    size: Math.min(1, a.size / 120),
    tiny,
    tinyBest: tiny * a.best,
    heading: k.heading!,
    headingBest: k.heading! * a.best,
    rules: k.rules!,
    fresh: s.fresh,
    company: s.company,
    docRuns: Math.min(1, s.runs7 * 2),
    docScore: s.score,
    cosine: m.cosine,
    words: m.words,
    held: m.held,
    ahead: m.ahead,
    strange: m.strange,
    amountNew: k['c.amount']! * (1 - a.window),
    bodyNew: k['c.body']! * (1 - a.window),
    force: k['o.force']!,
    hard: k.hard!,
    urge: k['v.urge']!,
    setUp: k['c.setUp']!,
    titled: k['c.title']!,
    score: m.score,
    score2: m.score * m.score,
    agree: m.line >= 0 && Math.abs(m.line - a.line) <= 1 ? 1 : 0,
    headingScore: k.heading! * m.score,
    freshScore: s.fresh * m.score,
    bracketed: k.bracketed!,
    before: k.before!,
    hardNew: k.hardMany! * (1 - a.window),
    none: a.size < 2 ? 1 : 0,
  }
}
