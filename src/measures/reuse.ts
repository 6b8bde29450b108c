import type { Alignment } from './align.ts'
import { type Features, SORTS } from './kind.ts'
import type { Meaning } from './meaning.ts'

/**
 * Figures about a sentence that say how much of it comes from the superiors; 0–1 each, named as in the weights.
 * Five groups: shared characters, closeness in meaning, particulars of its own, what sort of line it is, and of what sort of thing it
 * speaks.
 * @param fresh particulars that its sources do not have, 0–1.
 */
export function reuseFeatures(a: Alignment, m: Meaning, k: Features, fresh: number): Features {
  const tiny = Math.max(0, 1 - a.size / 14)
  const longShare = a.size ? a.longest / a.size : 0
  const { heading = 0, rules = 0 } = k
  // One literal, so that the engine knows its shape: these objects are made for every sentence.
  const features: Record<string, number> = {
    best: a.best,
    window: a.window,
    anywhere: a.anywhere,
    back: a.back,
    longShare,
    cosine: m.cosine,
    words: m.words,
    held: m.held,
    strange: m.strange,
    merged: a.merged,

    longest: Math.min(1, a.longest / 24),
    runs4: a.runs4,
    runs7: a.runs7,
    gap: Math.min(1, a.gap / 30),
    gapShare: a.size ? a.gap / a.size : 0,
    best2: a.best * a.best,
    window2: a.window * a.window,

    ahead: m.ahead,
    score: m.score,
    score2: m.score * m.score,
    agree: m.line >= 0 && Math.abs(m.line - a.line) <= 1 ? 1 : 0,

    // What it adds decides: a copied duty with a body, sum or date of its own is judged by these.
    fresh,
    freshScore: fresh * m.score,
    plain: m.score * (1 - fresh) * (1 - k.hardMany!),
    plainWords: m.words * (1 - fresh) * (1 - k.hard!),
    strangeHard: m.strange * k.hardMany!,
    hardNew: k.hardMany! * (1 - a.window),
    amountNew: k['c.amount']! * (1 - a.window),
    bodyNew: k['c.body']! * (1 - a.window),
    must: k['c.must']!,
    when: k['c.when']!,
    money: k['c.money']!,
    named: k['c.named']!,
    setUp: k['c.setUp']!,
    titled: k['c.title']!,
    urge: k['v.urge']!,
    hard: k.hard!,

    size: Math.min(1, a.size / 120),
    tiny,
    tinyBest: tiny * a.best,
    heading,
    headingScore: heading * m.score,
    rules,
    bracketed: k.bracketed!,
    before: k.before!,
    force: k['o.force']!,

    // A heading shares its theme, not its words; a regulation keeps the words: each reads these in its own way.
    'heading.best': heading * a.best,
    'heading.window': heading * a.window,
    'heading.anywhere': heading * a.anywhere,
    'heading.back': heading * a.back,
    'heading.longShare': heading * longShare,
    'heading.cosine': heading * m.cosine,
    'heading.words': heading * m.words,
    'heading.held': heading * m.held,
    'heading.strange': heading * m.strange,
    'heading.merged': heading * a.merged,
    'rules.best': rules * a.best,
    'rules.window': rules * a.window,
    'rules.anywhere': rules * a.anywhere,
    'rules.back': rules * a.back,
    'rules.longShare': rules * longShare,
    'rules.cosine': rules * m.cosine,
    'rules.words': rules * m.words,
    'rules.held': rules * m.held,
    'rules.strange': rules * m.strange,
    'rules.merged': rules * a.merged,
  }
  // Some sorts of things are seldom taken over: sums, offices, places.
  for (const sort of SORTS) features[sort] = k[sort]!
  return features
}
